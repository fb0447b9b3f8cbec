/** file.h - whole files in, whole files out. */
#ifndef GJ_BASE_FILE_H
#define GJ_BASE_FILE_H

#include "arena.h"
#include "buffer.h"
#include "slice.h"
#include "status.h"

/** Read a regular file (or fd 0 for the name "-") of at most `cap` bytes into the arena. GJ_IO when the system refuses (missing, no
 *  permission, a folder), GJ_LIMIT when it is larger; both say what to do. The slice ends in a NUL that is not counted. */
GJ_MUST_USE gj_status gj_file_read(gj_arena *arena, const char *path, size_t cap, gj_slice *out, gj_error *err);

/** A file written beside its path and renamed into place at the end, so that a reader sees the old file or the whole new one, and a full
 *  disk leaves the old one. A path that is a device, a pipe or a link is written to as it is, and stays one. */
typedef struct gj_writer {
    gj_buffer path, beside; /* beside: empty where path itself is written to */
    int fd;                 /* -1: not open */
} gj_writer;

GJ_MUST_USE gj_status gj_writer_open(gj_writer *w, const char *path, gj_error *err);
/** GJ_IO with the system's reason; the writer is then abandoned. */
GJ_MUST_USE gj_status gj_writer_add(gj_writer *w, gj_slice bytes, gj_error *err);
/** Sync and rename into place. */
GJ_MUST_USE gj_status gj_writer_commit(gj_writer *w, gj_error *err);
/** Close and remove what was written. Safe on one that failed, was committed or is zeroed but for fd -1. */
void gj_writer_abandon(gj_writer *w);

/** Open, add, commit. */
GJ_MUST_USE gj_status gj_file_write(const char *path, gj_slice bytes, gj_error *err);

#endif
