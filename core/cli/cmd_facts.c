/* cmd_facts.c - facts and convert: one report, bound in a worker, shown another way. */
#include "../base/file.h"
#include "../show/facts/facts.h"
#include "../show/report/report_json.h"
#include "../show/report/report_markdown.h"
#include "task.h"

static gj_status show_facts(const gj_invocation *invocation, const gj_report *report, gj_buffer *out)
{
    const char *format = invocation->values[GJ_OPT_LISTING];
    bool json = format && strcmp(format, "json") == 0;
    return gj_show_facts(report, json && !invocation->lang_given ? GJ_ZH : invocation->lang, json, out);
}

int gj_run_facts(gj_invocation *invocation)
{
    gj_buffer out;
    if (gj_text_or_json(invocation) < 0)
        return GJ_EXIT_USAGE;
    gj_buffer_init(&out, 0);
    int code = gj_run_on_report(invocation, show_facts, &out);
    int printed = gj_flush(invocation, &out);
    return code != GJ_EXIT_CLEAN ? code : printed;
}

static gj_status show_converted(const gj_invocation *invocation, const gj_report *report, gj_buffer *out)
{
    return gj_choose(invocation, GJ_OPT_TO, gj_option_words[GJ_OPT_TO], 0) == 0 ? gj_show_report_json(report, out)
                                                                                : gj_show_report_markdown(report, out);
}

/* Without --to the ending of the file that is written says it. */
static bool choose_target(gj_invocation *invocation)
{
    static const char *const endings[][2] = { { ".json", "json" }, { ".md", "md" }, { ".markdown", "md" } };
    const char *path = invocation->values[GJ_OPT_OUTPUT];
    for (size_t i = 0; path && !invocation->values[GJ_OPT_TO] && i < sizeof endings / sizeof *endings; i++)
        if (gj_slice_ends(gj_slice_of(path), gj_slice_of(endings[i][0])))
            invocation->values[GJ_OPT_TO] = endings[i][1];
    if (!invocation->values[GJ_OPT_TO])
        gj_complain(invocation, "请用 --to 说明转成什么：json 或 md", "say with --to what to convert to: json or md");
    return invocation->values[GJ_OPT_TO] && gj_choose(invocation, GJ_OPT_TO, gj_option_words[GJ_OPT_TO], 0) >= 0;
}

int gj_run_convert(gj_invocation *invocation)
{
    gj_buffer out;
    const char *path = invocation->values[GJ_OPT_OUTPUT];
    if (!choose_target(invocation))
        return GJ_EXIT_USAGE;
    gj_buffer_init(&out, 0);
    int code = gj_run_on_report(invocation, show_converted, &out);
    if (code != GJ_EXIT_CLEAN || !path) {
        int printed = code == GJ_EXIT_CLEAN ? gj_flush(invocation, &out) : GJ_EXIT_CLEAN;
        gj_buffer_free(&out);
        return code != GJ_EXIT_CLEAN ? code : printed;
    }
    gj_error err = { 0 };
    if (gj_file_write(path, gj_buffer_slice(&out), &err) != GJ_OK) {
        (void)gj_complain_error(invocation, &err);
        code = GJ_EXIT_BROKEN;
    }
    gj_buffer_free(&out);
    return code;
}
