/** concise - one line a finding: path:line:col: 错误 T3-003 message [also T3-001], for grep, editors and eyes in a hurry. */
#include "../escape.h"
#include "../formats.h"
#include "../locus.h"
#include "../words.h"
#include "text.h"

gj_status gj_concise_begin(gj_shower *shower, gj_buffer *out)
{
    (void)shower;
    return out->failed;
}

static void place(gj_buffer *out, gj_slice path, size_t line, size_t column)
{
    gj_escape_terminal(out, path);
    if (line)
        gj_buffer_format(out, ":%zu", line);
    if (line && column)
        gj_buffer_format(out, ":%zu", column);
    gj_buffer_text(out, ": ");
}

static void finding_line(gj_buffer *out, const gj_show_options *options, const gj_result *result,
                         const gj_finding *finding)
{
    const gj_mark *mark = finding->mark_count ? &finding->marks[0] : NULL;
    place(out, result->path, gj_mark_line(mark), mark ? mark->column : 0);
    if (mark && mark->at.part != GJ_PART_NONE) {
        gj_locus_words(out, options->lang, &mark->at);
        gj_buffer_text(out, ": ");
    }
    gj_style_on(out, options, gj_style_of(finding));
    gj_buffer_text(out, gj_word_finding(finding, options->lang));
    gj_style_off(out, options);
    gj_buffer_byte(out, ' ');
    gj_escape_terminal(out, finding->rule);
    gj_buffer_byte(out, ' ');
    gj_escape_terminal(out, gj_say(finding->message, options->lang));
    for (size_t i = 0; i < finding->also_count; i++) {
        gj_buffer_text(out, i ? ", " : " [also ");
        gj_escape_terminal(out, finding->also[i]);
    }
    gj_buffer_text(out, finding->also_count ? "]\n" : "\n");
}

static void rule_line(gj_buffer *out, gj_lang lang, const gj_result *result, const gj_rule_outcome *outcome)
{
    place(out, result->path, 0, 0);
    gj_buffer_text(out, gj_word_outcome(outcome->outcome, lang));
    gj_buffer_byte(out, ' ');
    gj_escape_terminal(out, outcome->rule);
    gj_buffer_byte(out, ' ');
    const char *word = gj_word_because(outcome->because, lang);
    gj_escape_terminal(out, word ? gj_slice_of(word) : gj_say(outcome->why, lang));
    gj_buffer_byte(out, '\n');
}

gj_status gj_concise_report(gj_shower *shower, const gj_result *result, gj_buffer *out)
{
    const gj_show_options *options = &shower->options;
    gj_lang lang = options->lang;
    shower->reports++;
    if (result->status != GJ_CHECKED) {
        const gj_error *error = &result->error;
        place(out, result->path, error->line, error->column);
        gj_buffer_format(out, "%s ", gj_word_verdict(gj_verdict_of(result, options->fail_on), lang));
        gj_escape_terminal(out, gj_slice_of(lang == GJ_EN && error->en[0] ? error->en : error->zh));
        gj_buffer_byte(out, '\n');
        return out->failed;
    }
    for (size_t i = 0; i < result->finding_count; i++)
        if (!result->findings[i].exception && result->findings[i].severity >= options->least)
            finding_line(out, options, result, &result->findings[i]);
    for (size_t i = 0; i < result->outcome_count; i++) {
        const gj_rule_outcome *outcome = &result->outcomes[i];
        if (outcome->outcome == GJ_BROKEN ||
            (outcome->outcome == GJ_NOT_RUN && gj_slice_is(outcome->because, "budget")))
            rule_line(out, lang, result, outcome);
    }
    return out->failed;
}

gj_status gj_concise_end(gj_shower *shower, const gj_totals *totals, gj_buffer *out)
{
    if (!shower->options.quiet) {
        gj_text_totals_line(out, shower->options.lang, totals);
        gj_buffer_byte(out, '\n');
    }
    return out->failed;
}
