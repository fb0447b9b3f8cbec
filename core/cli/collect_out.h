/** collect_out.h - the results of `collect`, to standard output and into a folder. */
#ifndef GJ_CLI_COLLECT_OUT_H
#define GJ_CLI_COLLECT_OUT_H

#include "../collect/collected.h"
#include "sources.h"

/** Write one format (index of --format's words) to standard output. Returns an exit code; what went wrong was said. */
int gj_collect_print(const gj_sources *sources, const gj_collected *collected, int format);
/** Write all results into `folder`, which is made where it is missing: summary, JSON, the tables as CSV and as one workbook, and a notice for each unit that
 *  has something to mend (collect_notices.c). */
int gj_collect_write(const gj_sources *sources, const gj_collected *collected, const char *folder);

/** The notices, in `folder`/notices: Markdown, HTML and Word of each. */
GJ_MUST_USE gj_status gj_collect_notices(const gj_sources *sources, const gj_collected *collected, const char *folder,
                                         gj_error *err);
/** Make a folder that may be there already. */
GJ_MUST_USE gj_status gj_make_folder(const char *path, gj_error *err);
/** Write `out`, which making ended with `made`, to folder/name.extension, and free it. */
GJ_MUST_USE gj_status gj_collect_file(const gj_sources *sources, gj_status made, const char *folder, const char *name,
                                      const char *extension, gj_buffer *out, gj_error *err);
/** Options of what is shown: for machines in zh unless --lang was given. */
gj_show_options gj_collect_options(const gj_sources *sources, bool for_machines);

#endif
