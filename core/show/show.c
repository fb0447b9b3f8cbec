#include "show.h"

#include <stdlib.h>

#include "formats.h"

const gj_show_format gj_show_formats[] = {
    { "text", ".txt", false, false, gj_show_text_begin, gj_show_text_report, gj_show_text_end, NULL },
    { "concise", ".txt", false, false, gj_concise_begin, gj_concise_report, gj_concise_end, NULL },
    { "json", ".json", true, false, gj_json_format_begin, gj_json_format_report, gj_json_format_end, NULL },
    { "jsonl", ".jsonl", true, false, gj_jsonl_begin, gj_jsonl_report, gj_jsonl_end, NULL },
    { "sarif", ".sarif", true, false, gj_sarif_begin, gj_sarif_report, gj_sarif_end, gj_sarif_close },
    { "github", ".txt", true, false, gj_github_begin, gj_github_report, gj_github_end, NULL },
    { "html", ".html", false, true, gj_page_begin, gj_page_report, gj_page_end, gj_page_close },
    { "junit", ".xml", true, false, gj_junit_begin, gj_junit_report, gj_junit_end, NULL },
    { 0 },
};

const gj_show_format *gj_show_format_by_name(gj_slice name)
{
    for (const gj_show_format *f = gj_show_formats; f->name; f++)
        if (gj_slice_is(name, f->name))
            return f;
    return NULL;
}

gj_status gj_shower_open(const gj_show_format *format, const gj_show_options *options, gj_shower *out)
{
    *out = (gj_shower){ .format = format, .options = *options };
    if (out->options.ambiguous != 2)
        out->options.ambiguous = 1;
    return GJ_OK;
}

void gj_shower_close(gj_shower *shower)
{
    if (shower->state && shower->format->close)
        shower->format->close(shower);
    free(shower->state);
    shower->state = NULL;
}

/* A rule that broke or ran out of budget has looked at nothing we may rely on. */
static bool unfinished_rules(const gj_result *result)
{
    if (result->counts[GJ_BROKEN])
        return true;
    for (size_t i = 0; i < result->outcome_count; i++)
        if (result->outcomes[i].outcome == GJ_NOT_RUN && gj_slice_is(result->outcomes[i].because, "budget"))
            return true;
    return false;
}

gj_verdict gj_verdict_of(const gj_result *result, gj_fail_on fail_on)
{
    if (result->status != GJ_CHECKED)
        return result->status == GJ_UNREADABLE ? GJ_CANNOT_READ : GJ_WAS_NOT_CHECKED;
    if (fail_on >= GJ_FAIL_ON_NEVER)
        fail_on = GJ_FAIL_ON_ERROR;
    size_t failing = result->severities[GJ_ERROR];
    if (fail_on >= GJ_FAIL_ON_WARNING)
        failing += result->severities[GJ_WARNING];
    if (fail_on >= GJ_FAIL_ON_INFO)
        failing += result->severities[GJ_INFO];
    if (fail_on >= GJ_FAIL_ON_REVIEW)
        failing += result->reviews;
    if (failing)
        return GJ_FAILED;
    return result->reviews || unfinished_rules(result) ? GJ_TO_REVIEW : GJ_CLEAN;
}

const char *gj_verdict_name(gj_verdict verdict)
{
    static const char *const names[] = { "clean", "failed", "to_review", "unreadable", "not_checked" };
    return names[verdict];
}

size_t gj_year_checks(const gj_result *result)
{
    size_t count = 0;
    for (size_t i = 0; i < result->outcome_count; i++)
        count += result->outcomes[i].outcome == GJ_NOT_RUN && gj_slice_is(result->outcomes[i].because, "prior");
    return count;
}

static void add_rules(gj_totals *totals, const gj_result *result)
{
    size_t all = result->outcome_count + result->deselected;
    if (result->outcome_count > totals->rules)
        totals->rules = result->outcome_count;
    totals->deselected = all > totals->rules ? all - totals->rules : 0;
    totals->skipped += result->deselected;
    for (int i = 0; i < GJ_OUTCOMES; i++)
        totals->outcomes[i] += result->counts[i];
}

void gj_totals_add(gj_totals *totals, const gj_result *result)
{
    totals->reports++;
    totals->notices += result->notice_total;
    switch (gj_verdict_of(result, totals->fail_on)) {
    case GJ_CANNOT_READ:
        totals->unreadable++;
        return;
    case GJ_WAS_NOT_CHECKED:
        totals->not_checked++;
        return;
    case GJ_CLEAN:
        totals->clean++;
        break;
    case GJ_FAILED:
        totals->failed++;
        break;
    case GJ_TO_REVIEW:
        totals->to_review++;
        break;
    }
    totals->checked++;
    add_rules(totals, result);
    size_t year_checks = gj_year_checks(result);
    totals->without_prior += year_checks > 0;
    totals->year_checks += year_checks;
    for (int i = 0; i < 3; i++)
        totals->severities[i] += result->severities[i];
    totals->reviews += result->reviews;
    totals->excepted += result->excepted;
}
