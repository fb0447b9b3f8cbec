/** json - gouji/findings@1 (design.md §8): one object, its reports in the order checked, written as they come. */
#include <stdlib.h>

#include "../formats.h"
#include "json_report.h"

gj_status gj_json_format_begin(gj_shower *shower, gj_buffer *out)
{
    gj_json *w = calloc(1, sizeof *w);
    if (!w)
        return GJ_NOMEM;
    shower->state = w;
    gj_json_begin(w, out, false);
    gj_json_object(w, NULL);
    gj_json_text(w, "schema", GJ_FINDINGS_SCHEMA);
    gj_json_tool(w, &shower->options);
    gj_json_array(w, "reports");
    return out->failed;
}

gj_status gj_json_format_report(gj_shower *shower, const gj_result *result, gj_buffer *out)
{
    gj_json *w = shower->state;
    w->out = out;
    shower->reports++;
    gj_json_object(w, NULL);
    gj_json_report(w, &shower->options, result);
    gj_json_object_end(w);
    return out->failed;
}

gj_status gj_json_format_end(gj_shower *shower, const gj_totals *totals, gj_buffer *out)
{
    gj_json *w = shower->state;
    w->out = out;
    gj_json_array_end(w);
    gj_json_summary(w, "summary", totals);
    gj_json_object_end(w);
    gj_buffer_byte(out, '\n');
    return out->failed;
}
