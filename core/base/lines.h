/** lines.h - a file read line by line, whatever its size: JSON Lines. */
#ifndef GJ_BASE_LINES_H
#define GJ_BASE_LINES_H

#include "buffer.h"
#include "status.h"

typedef struct gj_lines {
    int fd;        /* -1: not open */
    size_t number; /* of the line last given, from 1 */
    gj_buffer bytes;
    size_t at; /* of the next line in them */
    size_t cap;
    bool ended;
} gj_lines;

/** `cap` is the longest line taken. GJ_IO with the reason. */
GJ_MUST_USE gj_status gj_lines_open(gj_lines *lines, const char *path, size_t cap, gj_error *err);
/** The next line without its end (LF or CRLF); a last one without an end counts. *more is false at the end. The line is borrowed until the next call. GJ_LIMIT where
 *  it is longer than the cap. */
GJ_MUST_USE gj_status gj_lines_next(gj_lines *lines, bool *more, gj_slice *out, gj_error *err);
/** Safe on one that failed to open. */
void gj_lines_close(gj_lines *lines);

#endif
