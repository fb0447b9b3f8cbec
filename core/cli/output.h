/** output.h - the formats of one run and where each goes: standard output or a file renamed into place at the end. */
#ifndef GJ_CLI_OUTPUT_H
#define GJ_CLI_OUTPUT_H

#include "../base/file.h"
#include "cli.h"

typedef struct gj_output {
    gj_shower shower;
    const char *path; /* NULL: standard output, or */
    gj_buffer *into;  /* a buffer of the caller's */
    gj_writer writer;
    bool open, failed;
} gj_output;

typedef struct gj_outputs {
    gj_invocation *invocation;
    gj_output items[GJ_MAX_VALUES];
    size_t count;
    gj_buffer buffer;
    gj_writer facts; /* of --facts; fd -1: none */
    bool facts_out;  /* --facts - */
    bool failed;     /* some output could not be written; said once, the others go on */
} gj_outputs;

/** Parse -f and open. False after complaining (usage, or a file that cannot be made). `options` holds what all formats share. */
bool gj_outputs_open(gj_outputs *outputs, gj_invocation *invocation, const gj_show_options *options);
/** One format into a buffer. False after complaining. */
bool gj_outputs_into(gj_outputs *outputs, gj_invocation *invocation, const char *format, const gj_show_options *options,
                     gj_buffer *into);
void gj_outputs_report(gj_outputs *outputs, const gj_result *result);
/** End every format and rename files into place; files of a run that failed are left out. */
void gj_outputs_end(gj_outputs *outputs, const gj_totals *totals);
void gj_outputs_close(gj_outputs *outputs);

#endif
