/** jsonl - one report object a line, each with schema and tool, so that a line stands alone. The sum of the lines is the summary. */
#include "../formats.h"
#include "json_report.h"

gj_status gj_jsonl_begin(gj_shower *shower, gj_buffer *out)
{
    (void)shower;
    return out->failed;
}

gj_status gj_jsonl_report(gj_shower *shower, const gj_result *result, gj_buffer *out)
{
    gj_json w;
    shower->reports++;
    gj_json_begin(&w, out, true);
    gj_json_object(&w, NULL);
    gj_json_text(&w, "schema", GJ_FINDINGS_SCHEMA);
    gj_json_tool(&w, &shower->options);
    gj_json_report(&w, &shower->options, result);
    gj_json_object_end(&w);
    gj_buffer_byte(out, '\n');
    return out->failed;
}

gj_status gj_jsonl_end(gj_shower *shower, const gj_totals *totals, gj_buffer *out)
{
    (void)shower;
    (void)totals;
    return out->failed;
}
