/** github - workflow commands: GitHub shows each as an annotation on its line.
 *
 * GitHub shows ten annotations of a type per step, so errors come first within a file and reviews last. All values pass through the command
 * escapes, so no text of a report can begin a command of its own.
 */
#include "../escape.h"
#include "../formats.h"
#include "../locus.h"
#include "../words.h"
#include "text.h"

gj_status gj_github_begin(gj_shower *shower, gj_buffer *out)
{
    (void)shower;
    return out->failed;
}

static void command(gj_buffer *out, const char *name, gj_slice path)
{
    while (gj_slice_starts(path, GJ_LIT("./")))
        path = gj_slice_sub(path, 2, path.len);
    gj_buffer_format(out, "::%s file=", name);
    gj_escape_github_property(out, path);
}

static void place(gj_buffer *out, const gj_mark *mark)
{
    if (!gj_mark_line(mark))
        return;
    gj_buffer_format(out, ",line=%zu", mark->line);
    if (mark->end_line > mark->line) {
        gj_buffer_format(out, ",endLine=%zu", mark->end_line);
        return; /* GitHub takes columns only within one line */
    }
    if (mark->column)
        gj_buffer_format(out, ",col=%zu", mark->column);
    if (mark->column && mark->end_column > mark->column)
        gj_buffer_format(out, ",endColumn=%zu", mark->end_column);
}

static void annotation(gj_buffer *out, const char *name, gj_lang lang, const gj_result *result,
                       const gj_finding *finding)
{
    command(out, name, result->path);
    if (finding->mark_count)
        place(out, &finding->marks[0]);
    gj_buffer_format(out, ",title=%s ", gj_word_finding(finding, lang));
    gj_escape_github_property(out, finding->rule);
    gj_buffer_byte(out, ' ');
    gj_escape_github_property(out, finding->name);
    gj_buffer_text(out, "::");
    if (finding->mark_count && finding->marks[0].at.part != GJ_PART_NONE) { /* GitHub shows lines only */
        gj_locus_words(out, lang, &finding->marks[0].at);
        gj_buffer_text(out, GJ_PICK(lang, "：", ": "));
    }
    gj_escape_github_data(out, gj_say(finding->message, lang));
    gj_slice remedy = gj_say(finding->remedy, lang);
    if (remedy.len) {
        gj_buffer_text(out, GJ_PICK(lang, "%0A怎么改：", "%0AWhat to do: "));
        gj_escape_github_data(out, remedy);
    }
    gj_buffer_byte(out, '\n');
}

static void message(gj_buffer *out, gj_slice path, const gj_mark *mark, const char *title, gj_slice rule, gj_slice text)
{
    command(out, "error", path);
    place(out, mark);
    gj_buffer_format(out, ",title=%s", title);
    if (rule.len) {
        gj_buffer_byte(out, ' ');
        gj_escape_github_property(out, rule);
    }
    gj_buffer_text(out, "::");
    gj_escape_github_data(out, text);
    gj_buffer_byte(out, '\n');
}

static void broken_rules(gj_buffer *out, gj_lang lang, const gj_result *result)
{
    for (size_t i = 0; i < result->outcome_count; i++) {
        const gj_rule_outcome *outcome = &result->outcomes[i];
        bool budget = outcome->outcome == GJ_NOT_RUN && gj_slice_is(outcome->because, "budget");
        if (outcome->outcome != GJ_BROKEN && !budget)
            continue;
        const char *word = gj_word_because(outcome->because, lang);
        message(out, result->path, &(gj_mark){ 0 }, gj_word_outcome(outcome->outcome, lang), outcome->rule,
                word ? gj_slice_of(word) : gj_say(outcome->why, lang));
    }
}

gj_status gj_github_report(gj_shower *shower, const gj_result *result, gj_buffer *out)
{
    static const struct {
        const char *name;
        gj_outcome outcome;
        gj_severity severity;
    } passes[] = { { "error", GJ_FAIL, GJ_ERROR }, { "warning", GJ_FAIL, GJ_WARNING }, { "notice", GJ_FAIL, GJ_INFO } };
    const gj_show_options *options = &shower->options;
    gj_lang lang = options->lang;
    shower->reports++;
    if (result->status != GJ_CHECKED) {
        const gj_error *error = &result->error;
        gj_mark mark = { .line = error->line, .column = error->column };
        message(out, result->path, &mark, gj_word_verdict(gj_verdict_of(result, options->fail_on), lang),
                (gj_slice){ 0 }, gj_slice_of(lang == GJ_EN && error->en[0] ? error->en : error->zh));
        return out->failed;
    }
    for (size_t p = 0; p < sizeof passes / sizeof *passes; p++)
        for (size_t i = 0; i < result->finding_count; i++) {
            const gj_finding *f = &result->findings[i];
            if (!f->exception && f->severity >= options->least && f->outcome == GJ_FAIL &&
                f->severity == passes[p].severity)
                annotation(out, passes[p].name, lang, result, f);
        }
    broken_rules(out, lang, result);
    for (size_t i = 0; i < result->finding_count; i++) {
        const gj_finding *f = &result->findings[i];
        if (!f->exception && f->severity >= options->least && f->outcome == GJ_REVIEW)
            annotation(out, "notice", lang, result, f);
    }
    return out->failed;
}

gj_status gj_github_end(gj_shower *shower, const gj_totals *totals, gj_buffer *out)
{
    if (!shower->options.quiet) {
        gj_text_totals_line(out, shower->options.lang, totals);
        gj_buffer_byte(out, '\n');
    }
    return out->failed;
}
