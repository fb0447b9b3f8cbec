#include "verify.h"

#include <stdlib.h>

static gj_slice text_of(const cJSON *object, const char *key)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, key);
    return cJSON_IsString(value) ? gj_slice_of(value->valuestring) : (gj_slice){ NULL, 0 };
}

static bool same_value(const cJSON *a, const cJSON *b)
{
    return a == b || (a && b && cJSON_Compare(a, b, true));
}

static bool same_member(const cJSON *a, const cJSON *b, const char *key)
{
    return same_value(cJSON_GetObjectItemCaseSensitive(a, key), cJSON_GetObjectItemCaseSensitive(b, key));
}

static gj_status add(gj_arena *arena, gj_differences *list, const char *kind, gj_slice name, gj_slice was, gj_slice now)
{
    gj_difference *at = GJ_PUSH(arena, list);
    if (!at)
        return GJ_NOMEM;
    *at = (gj_difference){ kind, name, was, now };
    return GJ_OK;
}

static const gj_slice nothing = { NULL, 0 };

static bool is_one_of(const char *word, const char *const *words)
{
    for (size_t i = 0; words[i]; i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

/* Members that differ and are not told of otherwise. A key that stands twice differs from one that stands once. */
static gj_status other_members(gj_arena *arena, const cJSON *was, const cJSON *now, const char *const *told,
                               gj_differences *list)
{
    const cJSON *item;
    if (was == now || cJSON_Compare(was, now, true))
        return GJ_OK;
    cJSON_ArrayForEach(item, was) if (!is_one_of(item->string, told) &&
                                      !same_value(item, cJSON_GetObjectItemCaseSensitive(now, item->string)))
        GJ_TRY(add(arena, list, "field", gj_slice_of(item->string), nothing, nothing));
    cJSON_ArrayForEach(item,
                       now) if (!is_one_of(item->string, told) && !cJSON_GetObjectItemCaseSensitive(was, item->string))
        GJ_TRY(add(arena, list, "field", gj_slice_of(item->string), nothing, nothing));
    return GJ_OK;
}

/* Findings */

static bool same_finding(const cJSON *a, const cJSON *b)
{
    gj_slice print = text_of(a, "fingerprint");
    return print.len && gj_slice_equal(print, text_of(b, "fingerprint")) &&
           gj_slice_equal(text_of(a, "rule"), text_of(b, "rule"));
}

/* "severity、message": what differs in a finding that is there both times. */
static gj_slice altered_members(gj_arena *arena, const cJSON *was, const cJSON *now)
{
    gj_differences list = { 0 };
    static const char *const none[] = { NULL };
    gj_slice words = GJ_LIT("");
    if (other_members(arena, was, now, none, &list) != GJ_OK)
        return nothing;
    for (size_t i = 0; i < list.count && words.data && i < 8; i++)
        words = gj_arena_format(arena, "%.*s%s%.*s", GJ_ARG(words), i ? " " : "", GJ_ARG(list.items[i].name));
    return words;
}

/* Each finding of the result takes one of now that is not taken. */
static gj_status compare_findings(gj_arena *arena, const cJSON *was, const cJSON *now, gj_differences *list)
{
    const cJSON *a, *b;
    size_t count = (size_t)cJSON_GetArraySize(now), at;
    bool *taken = GJ_ARRAY(arena, count + 1, bool);
    if (!taken)
        return GJ_NOMEM;
    cJSON_ArrayForEach(a, was)
    {
        at = 0;
        cJSON_ArrayForEach(b, now)
        {
            if (!taken[at] && same_finding(a, b))
                break;
            at++;
        }
        if (!b) {
            GJ_TRY(add(arena, list, "finding_gone", text_of(a, "rule"), text_of(a, "message"), nothing));
            continue;
        }
        taken[at] = true;
        if (!cJSON_Compare(a, b, true))
            GJ_TRY(add(arena, list, "finding_altered", text_of(a, "rule"), altered_members(arena, a, b),
                       text_of(b, "message")));
    }
    at = 0;
    cJSON_ArrayForEach(b, now) if (!taken[at++])
        GJ_TRY(add(arena, list, "finding_new", text_of(b, "rule"), nothing, text_of(b, "message")));
    return GJ_OK;
}

/* Outcomes */

static const cJSON *outcome_of(const cJSON *outcomes, gj_slice rule)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, outcomes) if (gj_slice_equal(text_of(item, "rule"), rule)) return item;
    return NULL;
}

static gj_status compare_outcomes(gj_arena *arena, const cJSON *was, const cJSON *now, gj_differences *list)
{
    const cJSON *a;
    cJSON_ArrayForEach(a, was)
    {
        gj_slice rule = text_of(a, "rule");
        const cJSON *b = outcome_of(now, rule);
        if (!same_value(a, b))
            GJ_TRY(add(arena, list, "outcome", rule, text_of(a, "outcome"), b ? text_of(b, "outcome") : nothing));
    }
    cJSON_ArrayForEach(a, now) if (!outcome_of(was, text_of(a, "rule")))
        GJ_TRY(add(arena, list, "outcome", text_of(a, "rule"), nothing, text_of(a, "outcome")));
    return GJ_OK;
}

/* A list longer than gouji ever writes is not gone through. */
static gj_status compare_list(gj_arena *arena, const char *key, size_t most, const cJSON *was, const cJSON *now,
                              gj_status (*compare)(gj_arena *, const cJSON *, const cJSON *, gj_differences *),
                              gj_differences *list)
{
    const cJSON *a = cJSON_GetObjectItemCaseSensitive(was, key), *b = cJSON_GetObjectItemCaseSensitive(now, key);
    if (same_value(a, b))
        return GJ_OK;
    size_t before = list->count;
    if (cJSON_IsArray(a) && cJSON_IsArray(b) && (size_t)cJSON_GetArraySize(a) <= most)
        GJ_TRY(compare(arena, a, b, list));
    return list->count > before ? GJ_OK : add(arena, list, "field", gj_slice_of(key), nothing, nothing);
}

/* Reports */

static gj_slice prior_of(gj_arena *arena, const cJSON *report)
{
    const cJSON *prior = cJSON_GetObjectItemCaseSensitive(report, "prior");
    if (!cJSON_IsObject(prior))
        return nothing;
    return gj_arena_format(arena, "%.*s %.*s", GJ_ARG(text_of(prior, "path")), GJ_ARG(text_of(prior, "sha256")));
}

static gj_verified state_of(const cJSON *was, const cJSON *now)
{
    gj_slice status = text_of(now, "status");
    if (same_value(was, now))
        return GJ_VERIFIED_SAME;
    if (gj_slice_is(status, "unreadable") && !gj_slice_is(text_of(was, "status"), "unreadable"))
        return GJ_VERIFIED_UNREADABLE;
    if (gj_slice_is(status, "not_checked") && !gj_slice_is(text_of(was, "status"), "not_checked"))
        return GJ_VERIFIED_NOT_CHECKED;
    return GJ_VERIFIED_CHANGED;
}

static gj_status compare_report(gj_arena *arena, const cJSON *was, const cJSON *now, gj_verified_report *out)
{
    static const char *const told[] = { "sha256", "prior", "findings", "rule_outcomes", NULL };
    /* Follow from findings and outcomes; named only where those are the same. */
    static const char *const sums[] = { "sha256",     "prior",   "findings", "rule_outcomes", "outcomes",
                                        "severities", "reviews", "excepted", "verdict",       NULL };
    gj_differences *list = &out->differences;
    out->state = state_of(was, now);
    if (out->state == GJ_VERIFIED_SAME)
        return GJ_OK;
    if (!same_member(was, now, "sha256"))
        GJ_TRY(add(arena, list, "input", nothing, text_of(was, "sha256"), text_of(now, "sha256")));
    if (!same_member(was, now, "prior"))
        GJ_TRY(add(arena, list, "prior", nothing, prior_of(arena, was), prior_of(arena, now)));
    if (!same_member(was, now, "status")) /* one of the two holds no outcomes */
        return add(arena, list, "field", GJ_LIT("status"), text_of(was, "status"), text_of(now, "status"));
    GJ_TRY(compare_list(arena, "findings", GJ_MAX_FINDINGS, was, now, compare_findings, list));
    GJ_TRY(compare_list(arena, "rule_outcomes", GJ_MAX_RULES, was, now, compare_outcomes, list));
    bool explained = !same_member(was, now, "findings") || !same_member(was, now, "rule_outcomes");
    return other_members(arena, was, now, explained ? sums : told, list);
}

typedef struct place {
    gj_slice path;
    const cJSON *report;
    size_t at;
} place;

static int by_path(const void *a, const void *b)
{
    const place *x = a, *y = b;
    int order = gj_slice_compare(x->path, y->path);
    return order ? order : (x->at > y->at) - (x->at < y->at);
}

static place *index_of(gj_arena *arena, const cJSON *reports, size_t count)
{
    const cJSON *item;
    size_t at = 0;
    place *places = GJ_ARRAY(arena, count + 1, place);
    if (!places)
        return NULL;
    cJSON_ArrayForEach(item, reports)
    {
        places[at] = (place){ text_of(item, "path"), item, at };
        at++;
    }
    if (count)
        qsort(places, count, sizeof *places, by_path);
    return places;
}

static gj_status compare_reports(gj_arena *arena, const cJSON *was, const cJSON *now, gj_verification *out)
{
    size_t left = (size_t)cJSON_GetArraySize(was), right = (size_t)cJSON_GetArraySize(now), i = 0, k = 0;
    const place *a = index_of(arena, was, left), *b = index_of(arena, now, right);
    if (!a || !b)
        return GJ_NOMEM;
    while (i < left || k < right) {
        int order = i == left ? 1 : k == right ? -1 : gj_slice_compare(a[i].path, b[k].path);
        gj_verified_report *report = GJ_PUSH(arena, &out->reports);
        if (!report)
            return GJ_NOMEM;
        report->path = order <= 0 ? a[i].path : b[k].path;
        report->state = order < 0 ? GJ_VERIFIED_GONE : GJ_VERIFIED_ADDED;
        if (order == 0)
            GJ_TRY(compare_report(arena, a[i].report, b[k].report, report));
        out->counts[report->state]++;
        i += order <= 0;
        k += order >= 0;
    }
    return GJ_OK;
}

/* The run */

static gj_slice ruleset_of(gj_arena *arena, const cJSON *tool)
{
    const cJSON *ruleset = cJSON_GetObjectItemCaseSensitive(tool, "ruleset");
    return gj_arena_format(arena, "%.*s %.*s %.*s", GJ_ARG(text_of(ruleset, "id")), GJ_ARG(text_of(ruleset, "version")),
                           GJ_ARG(text_of(ruleset, "digest")));
}

static gj_status compare_tool(gj_arena *arena, const cJSON *was, const cJSON *now, gj_verification *out)
{
    static const char *const told[] = { "version", "ruleset", "config_digest", NULL };
    gj_differences *list = &out->tool;
    out->version = text_of(was, "version");
    out->config = text_of(was, "config_digest");
    out->today = text_of(was, "today");
    out->ruleset = ruleset_of(arena, was);
    if (!out->ruleset.data)
        return GJ_NOMEM;
    if (!same_member(was, now, "version"))
        GJ_TRY(add(arena, list, "version", nothing, out->version, text_of(now, "version")));
    if (!same_member(was, now, "ruleset"))
        GJ_TRY(add(arena, list, "ruleset", nothing, out->ruleset, ruleset_of(arena, now)));
    if (!same_member(was, now, "config_digest"))
        GJ_TRY(add(arena, list, "config", nothing, out->config, text_of(now, "config_digest")));
    return other_members(arena, was, now, told, list);
}

/* Files passed over are none of the result's business; all else in the sums is. */
static gj_status compare_summary(gj_arena *arena, const cJSON *was, const cJSON *now, gj_verification *out)
{
    static const char *const told[] = { "passed_over", NULL };
    gj_differences list = { 0 };
    GJ_TRY(other_members(arena, was, now, told, &list));
    for (size_t i = 0; i < list.count; i++)
        GJ_TRY(add(arena, &out->tool, "summary", list.items[i].name, nothing, nothing));
    return GJ_OK;
}

gj_status gj_verify_compare(gj_arena *arena, const cJSON *was, const cJSON *now, gj_verification *out)
{
    static const char *const told[] = { "tool", "reports", "summary", NULL };
    const cJSON *reports = cJSON_GetObjectItemCaseSensitive(was, "reports");
    const cJSON *reports_now = cJSON_GetObjectItemCaseSensitive(now, "reports");
    *out = (gj_verification){ .same = false };
    GJ_TRY(compare_tool(arena, cJSON_GetObjectItemCaseSensitive(was, "tool"),
                        cJSON_GetObjectItemCaseSensitive(now, "tool"), out));
    GJ_TRY(compare_reports(arena, reports, reports_now, out));
    bool reports_same = out->counts[GJ_VERIFIED_SAME] == out->reports.count;
    if (reports_same) /* else the sums differ as well and say nothing new */
        GJ_TRY(compare_summary(arena, cJSON_GetObjectItemCaseSensitive(was, "summary"),
                               cJSON_GetObjectItemCaseSensitive(now, "summary"), out));
    if (reports_same && !same_value(reports, reports_now))
        GJ_TRY(add(arena, &out->tool, "field", GJ_LIT("reports"), nothing, nothing));
    GJ_TRY(other_members(arena, was, now, told, &out->tool));
    out->same = reports_same && out->tool.count == 0;
    return GJ_OK;
}

gj_status gj_verify_shape(const cJSON *result, gj_error *err)
{
    const cJSON *tool = cJSON_GetObjectItemCaseSensitive(result, "tool");
    const cJSON *arguments = cJSON_GetObjectItemCaseSensitive(tool, "arguments"), *item;
    if (!gj_slice_is(text_of(result, "schema"), "gouji/findings@1"))
        return gj_fail(err, GJ_USAGE, GJ_NOWHERE, "这不是 gouji check -f json 的结果（没有 schema: gouji/findings@1）",
                       "this is no result of gouji check -f json (no schema: gouji/findings@1)");
    if (!cJSON_IsArray(cJSON_GetObjectItemCaseSensitive(result, "reports")))
        return gj_fail(err, GJ_USAGE, GJ_NOWHERE, "这是逐行的结果（jsonl）；只能核对 -f json 的整个结果",
                       "this is a line of a jsonl result; only a whole result of -f json can be verified");
    if (!cJSON_IsArray(arguments) || !text_of(tool, "today").len)
        return gj_fail(err, GJ_USAGE, GJ_NOWHERE,
                       "结果里没有记下检查时的选项（arguments）和日期，无法照样重算；请用这一版 gouji 重新检查",
                       "the result does not record the options (arguments) and the date of the check, so it cannot be "
                       "made again; check again with this gouji");
    cJSON_ArrayForEach(item, arguments) if (!cJSON_IsString(item)) return gj_fail(
        err, GJ_USAGE, GJ_NOWHERE, "结果的 arguments 里有不是文字的项；文件可能被改过",
        "the result's arguments hold what is no text; was the file altered?");
    return GJ_OK;
}
