/** walk.h - paths on the command line to files to check, in a fixed order. */
#ifndef GJ_CLI_WALK_H
#define GJ_CLI_WALK_H

#include "cli.h"

typedef struct gj_walked {
    const char **files; /* to check; "-" is standard input */
    const bool *met;    /* one a file: met in a folder, not named */
    size_t file_count;
    const char **passed_over; /* met in a folder, but no report */
    size_t passed_over_count;
    const char **results; /* folders in which an earlier collect --out left its files, which are passed over */
    size_t result_count;
    const char **broken; /* folders that could not be read */
    size_t broken_count;
} gj_walked;

/** A path that names a file is taken as it is, also when it does not exist (reading it will say so). A folder is walked, names in byte order,
 *  hidden ones and symbolic links to folders left out; only files that look like reports are taken (gj_looks_like_report). A file named twice is checked once. */
GJ_MUST_USE gj_status gj_walk(gj_arena *arena, char **paths, size_t count, const gj_slice *hints, size_t hint_count,
                              gj_walked *out, gj_error *err);
/** Say on standard error what was passed over: what the walk left out, and `opened`, which it took and which turned out to be no report. Ten names, then the number. */
void gj_say_passed_over(const gj_invocation *invocation, const gj_walked *walked, const char *const *opened,
                        size_t opened_count);

#endif
