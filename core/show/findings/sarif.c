/** sarif - SARIF 2.1.0 (OASIS), for GitHub code scanning and editors.
 *
 * Results are written as reports come; artifacts, notifications and the outcome counts of each report, which SARIF wants after or beside them,
 * are kept as text until the run ends. A run holds at most GJ_SARIF_RESULTS results and a file GJ_SARIF_RUNS runs, GitHub's limits; a report is
 * never divided, runs have different automationDetails.id (GitHub refuses equal ones), and what is still too much is said in a notification.
 */
#include "sarif.h"

#include <stdlib.h>

#include "../escape.h"
#include "../formats.h"
#include "../words.h"
#include "json_report.h"

enum { DEPTH_ARTIFACTS = 4, DEPTH_REPORTS = 5, DEPTH_NOTES = 6 };

typedef struct sarif {
    gj_json w;
    gj_json artifacts, reports, notes; /* parts of the run, in the buffers below */
    gj_buffer artifact_text, report_text, note_text;
    gj_sarif_taxon *taxa;
    size_t runs, results, artifact_count;
    size_t cut;      /* results not written */
    bool successful; /* of this run */
} sarif;

static void run_begin(sarif *s, const gj_show_options *options)
{
    gj_json *w = &s->w;
    s->runs++;
    s->results = s->artifact_count = 0;
    s->successful = true;
    gj_buffer_clear(&s->artifact_text);
    gj_buffer_clear(&s->report_text);
    gj_buffer_clear(&s->note_text);
    gj_json_part(&s->artifacts, &s->artifact_text, DEPTH_ARTIFACTS);
    gj_json_part(&s->reports, &s->report_text, DEPTH_REPORTS);
    gj_json_part(&s->notes, &s->note_text, DEPTH_NOTES);
    gj_json_object(w, NULL);
    gj_sarif_tool(w, options, s->taxa);
    gj_json_text(w, "language", GJ_PICK(options->lang, "zh-CN", "en-US"));
    gj_json_text(w, "columnKind", "unicodeCodePoints");
    gj_json_object_inline(w, "automationDetails");
    gj_json_value(w, "id");
    gj_buffer_text(w->out, "\"gouji/");
    if (options->ruleset)
        gj_escape_json(w->out, options->ruleset->id);
    if (s->runs > 1)
        gj_buffer_format(w->out, "/part-%zu", s->runs);
    gj_buffer_text(w->out, "/\"");
    gj_json_object_end(w);
    gj_json_array(w, "results");
}

/* Begin a notification of the tool about itself; the caller may add members and ends it with gj_json_object_end. */
static void note(sarif *s, gj_sarif_note kind, const char *level, gj_slice text)
{
    gj_json *w = &s->notes;
    gj_json_object(w, NULL);
    gj_json_object_inline(w, "descriptor");
    gj_json_text(w, "id", gj_sarif_note_id(kind));
    gj_json_count(w, "index", (size_t)kind);
    gj_json_object_end(w);
    gj_json_text(w, "level", level);
    gj_sarif_message(w, "message", text);
    if (strcmp(level, "error") == 0)
        s->successful = false;
}

static void note_place(sarif *s, gj_slice path, size_t artifact, size_t line, size_t column)
{
    gj_mark mark = { .line = line, .column = column };
    gj_json_array(&s->notes, "locations");
    gj_json_object(&s->notes, NULL);
    gj_sarif_physical(&s->notes, path, artifact, &mark);
    gj_json_object_end(&s->notes);
    gj_json_array_end(&s->notes);
}

static void note_count(sarif *s, gj_sarif_note kind, const char *level, const char *before, size_t count,
                       const char *after)
{
    gj_buffer text;
    gj_buffer_init(&text, 0);
    gj_buffer_text(&text, before);
    gj_buffer_format(&text, "%zu", count);
    gj_buffer_text(&text, after);
    if (text.failed)
        s->note_text.failed = text.failed;
    note(s, kind, level, gj_buffer_slice(&text));
    gj_buffer_free(&text);
}

static void run_end(sarif *s, const gj_show_options *options, const gj_totals *totals)
{
    gj_json *w = &s->w;
    if (totals && s->cut) {
        note_count(s, GJ_SARIF_CUT, "warning",
                   GJ_PICK(options->lang, "SARIF 文件容量有限，另有 ", "beyond the limits of a SARIF file, "), s->cut,
                   GJ_PICK(options->lang, " 个结果没有写出", " more results were not written"));
        gj_json_object_end(&s->notes);
    }
    if (totals && !totals->complete) {
        note(s, GJ_SARIF_STOPPED, "error",
             gj_slice_of(GJ_PICK(options->lang, "检查中途停止，这里只有已完成的部分",
                                 "the check was stopped; only what was done is here")));
        gj_json_object_end(&s->notes);
    }
    gj_json_array_end(w);
    gj_json_array(w, "artifacts");
    gj_json_splice(w, &s->artifacts);
    gj_json_array_end(w);
    gj_json_array(w, "invocations");
    gj_json_object(w, NULL);
    if (options->command.len)
        gj_json_string(w, "commandLine", options->command);
    gj_json_bool(w, "executionSuccessful", s->successful);
    gj_json_array(w, "toolExecutionNotifications");
    gj_json_splice(w, &s->notes);
    gj_json_array_end(w);
    gj_json_object_end(w);
    gj_json_array_end(w);
    gj_json_object(w, "properties");
    gj_json_optional(w, "gouji/today", options->today);
    gj_json_optional(w, "gouji/config_digest", options->config_digest);
    gj_json_array(w, "gouji/reports");
    gj_json_splice(w, &s->reports);
    gj_json_array_end(w);
    if (totals)
        gj_json_summary(w, "gouji/summary", totals);
    gj_json_object_end(w);
    gj_json_object_end(w);
}

gj_status gj_sarif_begin(gj_shower *shower, gj_buffer *out)
{
    const gj_show_options *options = &shower->options;
    sarif *s = calloc(1, sizeof *s);
    if (!s)
        return GJ_NOMEM;
    gj_buffer_init(&s->artifact_text, 0);
    gj_buffer_init(&s->report_text, 0);
    gj_buffer_init(&s->note_text, 0);
    shower->state = s;
    if (options->ruleset && options->ruleset->clause_count) {
        s->taxa = calloc(options->ruleset->clause_count, sizeof *s->taxa);
        if (!s->taxa)
            return GJ_NOMEM;
        gj_sarif_number(options->ruleset, s->taxa);
    }
    gj_json_begin(&s->w, out, false);
    gj_json_object(&s->w, NULL);
    gj_json_text(&s->w, "$schema",
                 "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
    gj_json_text(&s->w, "version", "2.1.0");
    gj_json_array(&s->w, "runs");
    run_begin(s, options);
    return out->failed;
}

static void artifact(sarif *s, const gj_result *result)
{
    gj_json *w = &s->artifacts;
    gj_json_object(w, NULL);
    gj_json_object_inline(w, "location");
    gj_json_value(w, "uri");
    gj_buffer_byte(w->out, '"');
    gj_escape_uri(w->out, result->path);
    gj_buffer_byte(w->out, '"');
    gj_json_object_end(w);
    gj_json_array_inline(w, "roles");
    gj_json_text(w, NULL, "analysisTarget");
    gj_json_array_end(w);
    if (result->sha256[0]) {
        gj_json_object_inline(w, "hashes");
        gj_json_text(w, "sha-256", result->sha256);
        gj_json_object_end(w);
    }
    gj_json_object_end(w);
}

static void report_counts(sarif *s, const gj_show_options *options, const gj_result *result)
{
    gj_json *w = &s->reports;
    gj_json_object(w, NULL);
    gj_json_string(w, "path", result->path);
    gj_json_text(w, "status", gj_report_status_name(result->status));
    gj_json_text(w, "verdict", gj_verdict_name(gj_verdict_of(result, options->fail_on)));
    gj_json_outcomes(w, result->counts);
    gj_json_text(w, "profile", gj_profile_name(result->profile));
    gj_json_count(w, "deselected", result->deselected);
    gj_json_count(w, "reviews", result->reviews);
    gj_json_count(w, "excepted", result->excepted);
    gj_json_object_end(w);
}

static void note_rules(sarif *s, const gj_show_options *options, const gj_result *result, size_t index)
{
    for (size_t i = 0; i < result->outcome_count; i++) {
        const gj_rule_outcome *outcome = &result->outcomes[i];
        bool broke = outcome->outcome == GJ_BROKEN;
        if (!broke && !(outcome->outcome == GJ_NOT_RUN && gj_slice_is(outcome->because, "budget")))
            continue;
        gj_sarif_note kind = broke ? GJ_SARIF_RULE_BROKE : GJ_SARIF_RULE_BUDGET;
        gj_slice why = gj_say(outcome->why, options->lang);
        const char *word = gj_word_because(outcome->because, options->lang);
        note(s, kind, "error",
             why.len ? why : gj_slice_of(word ? word : gj_word_outcome(outcome->outcome, options->lang)));
        note_place(s, result->path, index, 0, 0);
        size_t rule = gj_sarif_rule(options->ruleset, outcome->rule);
        gj_json_object_inline(&s->notes, "associatedRule");
        gj_json_string(&s->notes, "id", outcome->rule);
        if (rule != GJ_NOT_FOUND)
            gj_json_count(&s->notes, "index", rule);
        gj_json_object_end(&s->notes);
        gj_json_object_end(&s->notes);
    }
}

static void note_notices(sarif *s, const gj_show_options *options, const gj_result *result, size_t index)
{
    for (size_t i = 0; i < result->notice_count; i++) {
        const gj_result_notice *notice = &result->notices[i];
        note(s, GJ_SARIF_NOTICE, "note", gj_say(notice->words, options->lang));
        note_place(s, result->path, index, notice->line, notice->column);
        gj_json_object_end(&s->notes);
    }
}

static void note_status(sarif *s, const gj_show_options *options, const gj_result *result, size_t index)
{
    const gj_error *error = &result->error;
    note(s, result->status == GJ_UNREADABLE ? GJ_SARIF_UNREADABLE : GJ_SARIF_NOT_CHECKED, "error",
         gj_slice_of(options->lang == GJ_EN && error->en[0] ? error->en : error->zh));
    note_place(s, result->path, index, error->line, error->column);
    gj_json_object_end(&s->notes);
}

gj_status gj_sarif_report(gj_shower *shower, const gj_result *result, gj_buffer *out)
{
    sarif *s = shower->state;
    const gj_show_options *options = &shower->options;
    gj_lang lang = options->lang;
    s->w.out = out;
    shower->reports++;
    bool full = s->results + result->finding_count > GJ_SARIF_RESULTS;
    if (full && s->results && s->runs < GJ_SARIF_RUNS) {
        run_end(s, options, NULL);
        run_begin(s, options);
        full = false;
    }
    size_t index = s->artifact_count++, locations = 0;
    artifact(s, result);
    report_counts(s, options, result);
    if (result->status != GJ_CHECKED)
        note_status(s, options, result, index);
    for (size_t i = 0; i < result->finding_count && !full; i++)
        locations += gj_sarif_result(&s->w, options, s->taxa, result, index, &result->findings[i]);
    if (full)
        s->cut += result->finding_count;
    else
        s->results += result->finding_count;
    note_rules(s, options, result, index);
    note_notices(s, options, result, index);
    if (result->findings_cut || locations) {
        note_count(s, GJ_SARIF_CUT, "warning", GJ_PICK(lang, "问题或位置太多，另有 ", "too many findings or places: "),
                   result->findings_cut + locations, GJ_PICK(lang, " 个没有列出", " are not listed"));
        note_place(s, result->path, index, 0, 0);
        gj_json_object_end(&s->notes);
    }
    return out->failed;
}

gj_status gj_sarif_end(gj_shower *shower, const gj_totals *totals, gj_buffer *out)
{
    sarif *s = shower->state;
    s->w.out = out;
    run_end(s, &shower->options, totals);
    gj_json_array_end(&s->w);
    gj_json_object_end(&s->w);
    gj_buffer_byte(out, '\n');
    return out->failed;
}

void gj_sarif_close(gj_shower *shower)
{
    sarif *s = shower->state;
    gj_buffer_free(&s->artifact_text);
    gj_buffer_free(&s->report_text);
    gj_buffer_free(&s->note_text);
    free(s->taxa);
}
