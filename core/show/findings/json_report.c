#include "json_report.h"
#include "../locus.h"

void gj_json_tool(gj_json *w, const gj_show_options *options)
{
    gj_json_object(w, "tool");
    gj_json_text(w, "name", "gouji");
    gj_json_string(w, "version", options->version);
    if (options->ruleset) {
        gj_json_object_inline(w, "ruleset");
        gj_json_string(w, "id", options->ruleset->id);
        gj_json_string(w, "version", options->ruleset->version);
        gj_json_text(w, "digest", options->ruleset->digest);
        gj_json_object_end(w);
    } else {
        gj_json_null(w, "ruleset");
    }
    gj_json_optional(w, "config_digest", options->config_digest);
    gj_json_optional(w, "today", options->today);
    gj_json_text(w, "lang", options->lang == GJ_EN ? "en" : "zh");
    static const char *const fail_on[] = { "error", "warning", "info", "review", "never" };
    gj_json_text(w, "fail_on", fail_on[options->fail_on]);
    if (options->arguments) {
        gj_json_array_inline(w, "arguments");
        for (size_t i = 0; i < options->argument_count; i++)
            gj_json_string(w, NULL, options->arguments[i]);
        gj_json_array_end(w);
    }
    gj_json_object_end(w);
}

void gj_json_outcomes(gj_json *w, const size_t counts[GJ_OUTCOMES])
{
    gj_json_object_inline(w, "outcomes");
    for (int i = 0; i < GJ_OUTCOMES; i++)
        gj_json_count(w, gj_outcome_name((gj_outcome)i), counts[i]);
    gj_json_object_end(w);
}

static void severities(gj_json *w, const size_t counts[3])
{
    gj_json_object_inline(w, "severities");
    for (int s = GJ_ERROR; s >= GJ_INFO; s--)
        gj_json_count(w, gj_severity_name((gj_severity)s), counts[s]);
    gj_json_object_end(w);
}

void gj_json_summary(gj_json *w, const char *key, const gj_totals *totals)
{
    gj_json_object(w, key);
    gj_json_count(w, "reports", totals->reports);
    gj_json_count(w, "checked", totals->checked);
    gj_json_count(w, "clean", totals->clean);
    gj_json_count(w, "failed", totals->failed);
    gj_json_count(w, "to_review", totals->to_review);
    gj_json_count(w, "unreadable", totals->unreadable);
    gj_json_count(w, "not_checked", totals->not_checked);
    gj_json_count(w, "passed_over", totals->passed_over);
    gj_json_count(w, "rules", totals->rules);
    gj_json_count(w, "deselected", totals->deselected);
    gj_json_count(w, "skipped", totals->skipped);
    gj_json_count(w, "without_prior", totals->without_prior);
    gj_json_outcomes(w, totals->outcomes);
    severities(w, totals->severities);
    gj_json_count(w, "reviews", totals->reviews);
    gj_json_count(w, "excepted", totals->excepted);
    gj_json_count(w, "notices", totals->notices);
    gj_json_bool(w, "complete", totals->complete);
    gj_json_object_end(w);
}

static void error_object(gj_json *w, gj_lang lang, const gj_error *error)
{
    gj_json_object_inline(w, "error");
    gj_json_text(w, "message", lang == GJ_EN && error->en[0] ? error->en : error->zh);
    gj_json_place(w, "line", error->line);
    gj_json_place(w, "column", error->column);
    gj_json_optional(w, "file", gj_slice_of(error->where));
    gj_json_object_end(w);
}

static void issuer(gj_json *w, const gj_result *result)
{
    const struct {
        const char *key;
        const gj_known_text *word;
    } words[] = { { "name", &result->name },
                  { "level", &result->level },
                  { "kind", &result->kind },
                  { "scope", &result->scope },
                  { "province", &result->province } };
    gj_json_object(w, "issuer");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        gj_json_optional(w, words[i].key, words[i].word->value);
    gj_json_object_inline(w, "origin");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        gj_json_optional(w, words[i].key, words[i].word->origin);
    gj_json_object_end(w);
    gj_json_object_end(w);
}

/* Which file the report was held against, and who chose it. */
static void prior(gj_json *w, const gj_prior_ref *ref)
{
    if (ref->chosen == GJ_PRIOR_NONE) {
        gj_json_null(w, "prior");
        return;
    }
    gj_json_object_inline(w, "prior");
    gj_json_string(w, "path", ref->path);
    gj_json_text(w, "sha256", ref->sha256);
    gj_json_text(w, "chosen", gj_prior_choice_name(ref->chosen));
    gj_json_object_end(w);
}

static void rule_outcomes(gj_json *w, gj_lang lang, const gj_result *result)
{
    gj_json_array(w, "rule_outcomes");
    for (size_t i = 0; i < result->outcome_count; i++) {
        const gj_rule_outcome *outcome = &result->outcomes[i];
        gj_slice why = gj_say(outcome->why, lang);
        gj_json_object_inline(w, NULL);
        gj_json_string(w, "rule", outcome->rule);
        gj_json_text(w, "outcome", gj_outcome_name(outcome->outcome));
        gj_json_optional(w, "because", outcome->because);
        if (why.len)
            gj_json_string(w, "why", why);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
}

static void notices(gj_json *w, gj_lang lang, const gj_result *result)
{
    gj_json_array(w, "notices");
    for (size_t i = 0; i < result->notice_count; i++) {
        const gj_result_notice *notice = &result->notices[i];
        gj_json_object_inline(w, NULL);
        gj_json_string(w, "kind", notice->kind);
        gj_json_string(w, "text", gj_say(notice->words, lang));
        gj_json_optional(w, "quote", notice->text);
        gj_json_place(w, "line", notice->line);
        gj_json_place(w, "column", notice->column);
        gj_json_locus(w, lang, &notice->at);
        gj_json_optional(w, "pointer", notice->pointer);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
    gj_json_count(w, "notice_count", result->notice_total);
}

void gj_json_report(gj_json *w, const gj_show_options *options, const gj_result *result)
{
    gj_json_string(w, "path", result->path);
    gj_json_optional(w, "sha256", gj_slice_of(result->sha256));
    gj_json_text(w, "status", gj_report_status_name(result->status));
    gj_json_text(w, "verdict", gj_verdict_name(gj_verdict_of(result, options->fail_on)));
    if (result->status == GJ_CHECKED)
        gj_json_null(w, "error");
    else
        error_object(w, options->lang, &result->error);
    gj_json_optional(w, "format", result->format);
    gj_json_optional(w, "title", result->title);
    gj_json_place(w, "year", result->year > 0 ? (size_t)result->year : 0);
    gj_json_optional(w, "year_origin", result->year_origin);
    gj_json_optional(w, "form", result->form);
    issuer(w, result);
    gj_json_optional(w, "published", result->published);
    prior(w, &result->prior);
    rule_outcomes(w, options->lang, result);
    notices(w, options->lang, result);
    gj_json_outcomes(w, result->counts);
    gj_json_text(w, "profile", gj_profile_name(result->profile));
    gj_json_count(w, "deselected", result->deselected);
    severities(w, result->severities);
    gj_json_count(w, "reviews", result->reviews);
    gj_json_count(w, "excepted", result->excepted);
    gj_json_count(w, "findings_cut", result->findings_cut);
    gj_json_findings(w, options->lang, result);
}
