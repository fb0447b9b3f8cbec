/* cmd_check.c - check: how results are shown, then the run itself (check_run.h). */
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "check_run.h"

/* --show: a comma-separated list; the lowest level named wins. */
static bool parse_show(const gj_invocation *invocation, gj_show_options *options)
{
    const char *value = invocation->values[GJ_OPT_SHOW];
    options->least = GJ_INFO;
    options->show_notices = true;
    if (!value)
        return true;
    gj_slice rest = gj_slice_of(value);
    bool level_given = false;
    options->show_notices = false;
    while (rest.len) {
        size_t comma = gj_slice_find(rest, GJ_LIT(","), 0);
        gj_slice word = gj_slice_sub(rest, 0, comma == GJ_NOT_FOUND ? rest.len : comma);
        rest = comma == GJ_NOT_FOUND ? (gj_slice){ 0 } : gj_slice_sub(rest, comma + 1, rest.len);
        gj_severity level = gj_slice_is(word, "error") ? GJ_ERROR : gj_slice_is(word, "warning") ? GJ_WARNING : GJ_INFO;
        if (gj_slice_is(word, "passed"))
            options->show_passed = true;
        else if (gj_slice_is(word, "notices"))
            options->show_notices = true;
        else if (gj_slice_is(word, "error") || gj_slice_is(word, "warning") || gj_slice_is(word, "info")) {
            options->least = level_given && options->least < level ? options->least : level;
            level_given = true;
        } else {
            gj_complain(invocation, "选项 --show 不认识“%.*s”，可用：error warning info passed notices",
                        "option --show does not know \"%.*s\"; it takes: error warning info passed notices",
                        GJ_ARG(word));
            return false;
        }
    }
    return true;
}

static bool wants_color(int chosen)
{
    const char *none = getenv("NO_COLOR"), *force = getenv("FORCE_COLOR"), *term = getenv("TERM");
    if (chosen != 0)
        return chosen == 1;
    if (none && *none)
        return false;
    if (force && *force)
        return true;
    return isatty(STDOUT_FILENO) && !(term && strcmp(term, "dumb") == 0);
}

static bool show_options(const gj_invocation *invocation, const gj_plan *plan, gj_show_options *out)
{
    int color = gj_choose(invocation, GJ_OPT_COLOR, gj_option_words[GJ_OPT_COLOR], 0);
    *out = gj_shown_of_plan(plan, invocation->lang);
    if (color < 0 || !parse_show(invocation, out))
        return false;
    out->color = wants_color(color);
    out->quiet = invocation->values[GJ_OPT_QUIET] != NULL;
    struct winsize size;
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        out->width = size.ws_col;
    return true;
}

int gj_run_check(gj_invocation *invocation)
{
    gj_plan plan;
    gj_outputs outputs = { 0 };
    gj_show_options options;
    size_t workers = 1;
    if (!gj_add_listed_paths(invocation))
        return GJ_EXIT_USAGE;
    int code = gj_plan_make(invocation, &plan);
    if (code == GJ_EXIT_CLEAN &&
        (!show_options(invocation, &plan, &options) || !gj_worker_count(invocation, plan.walked.file_count, &workers)))
        code = GJ_EXIT_USAGE;
    if (code == GJ_EXIT_CLEAN) {
        code = gj_outputs_open(&outputs, invocation, &options) ? gj_run_plan(&plan, &outputs, workers) : GJ_EXIT_USAGE;
        gj_outputs_close(&outputs);
    }
    gj_plan_close(&plan);
    return code;
}
