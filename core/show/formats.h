/** formats.h - what each format gives to the table in show.c. For core/show only. */
#ifndef GJ_SHOW_FORMATS_H
#define GJ_SHOW_FORMATS_H

#include "show.h"

gj_status gj_show_text_begin(gj_shower *shower, gj_buffer *out);
gj_status gj_show_text_report(gj_shower *shower, const gj_result *result, gj_buffer *out);
gj_status gj_show_text_end(gj_shower *shower, const gj_totals *totals, gj_buffer *out);

gj_status gj_concise_begin(gj_shower *shower, gj_buffer *out);
gj_status gj_concise_report(gj_shower *shower, const gj_result *result, gj_buffer *out);
gj_status gj_concise_end(gj_shower *shower, const gj_totals *totals, gj_buffer *out);

gj_status gj_json_format_begin(gj_shower *shower, gj_buffer *out);
gj_status gj_json_format_report(gj_shower *shower, const gj_result *result, gj_buffer *out);
gj_status gj_json_format_end(gj_shower *shower, const gj_totals *totals, gj_buffer *out);

gj_status gj_jsonl_begin(gj_shower *shower, gj_buffer *out);
gj_status gj_jsonl_report(gj_shower *shower, const gj_result *result, gj_buffer *out);
gj_status gj_jsonl_end(gj_shower *shower, const gj_totals *totals, gj_buffer *out);

gj_status gj_sarif_begin(gj_shower *shower, gj_buffer *out);
gj_status gj_sarif_report(gj_shower *shower, const gj_result *result, gj_buffer *out);
gj_status gj_sarif_end(gj_shower *shower, const gj_totals *totals, gj_buffer *out);
void gj_sarif_close(gj_shower *shower);

gj_status gj_page_begin(gj_shower *shower, gj_buffer *out);
gj_status gj_page_report(gj_shower *shower, const gj_result *result, gj_buffer *out);
gj_status gj_page_end(gj_shower *shower, const gj_totals *totals, gj_buffer *out);
void gj_page_close(gj_shower *shower);

gj_status gj_junit_begin(gj_shower *shower, gj_buffer *out);
gj_status gj_junit_report(gj_shower *shower, const gj_result *result, gj_buffer *out);
gj_status gj_junit_end(gj_shower *shower, const gj_totals *totals, gj_buffer *out);

gj_status gj_github_begin(gj_shower *shower, gj_buffer *out);
gj_status gj_github_report(gj_shower *shower, const gj_result *result, gj_buffer *out);
gj_status gj_github_end(gj_shower *shower, const gj_totals *totals, gj_buffer *out);

#endif
