#include "result.h"

#include "judge.h"

const char *gj_severity_name(gj_severity severity)
{
    static const char *const names[] = { "info", "warning", "error" };
    return names[severity];
}

const char *gj_outcome_name(gj_outcome outcome)
{
    static const char *const names[GJ_OUTCOMES] = { "pass", "fail", "review", "not_applicable", "not_run", "error" };
    return names[outcome];
}

const char *gj_ground_name(gj_ground ground)
{
    static const char *const names[] = { "national", "local", "practice" };
    return names[ground];
}

const char *gj_profile_name(gj_profile profile)
{
    static const char *const names[GJ_PROFILE_COUNT] = { "practice", "national", "strict" };
    return names[profile];
}

const char *gj_prior_choice_name(gj_prior_choice choice)
{
    static const char *const names[] = { "none", "given", "found" };
    return names[choice];
}

const char *gj_report_status_name(gj_report_status status)
{
    static const char *const names[] = { "checked", "unreadable", "not_checked", "passed_over" };
    return names[status];
}

gj_status gj_result_failed(gj_arena *arena, gj_slice path, gj_report_status status, const gj_error *why,
                           gj_result **out)
{
    gj_result *result = GJ_NEW(arena, gj_result);
    if (!result)
        return GJ_NOMEM;
    result->path = gj_arena_copy(arena, path);
    if (!result->path.data)
        return GJ_NOMEM;
    result->status = status;
    if (why)
        result->error = *why;
    *out = result;
    return GJ_OK;
}
