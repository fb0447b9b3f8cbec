#include "case_frame.h"

#include <lauxlib.h>

static const struct group {
    const char *name;
    gj_outcome outcome;
    size_t least; /* cases a rule must have */
} groups[] = {
    { "fails", GJ_FAIL, 2 },      { "passes", GJ_PASS, 2 },
    { "reviews", GJ_REVIEW, 0 },  { "not_applicable", GJ_NOT_APPLICABLE, 0 },
    { "not_run", GJ_NOT_RUN, 0 },
};

#define GROUPS (sizeof groups / sizeof groups[0])

void gj_case_blame(const gj_case_frame *frame, const char *zh, const char *en, gj_slice detail)
{
    gj_buffer_format(frame->out, "%.*s %s[%d]: %s%s%.*s\n", GJ_ARG(frame->rule->id), frame->group, frame->number,
                     frame->lang == GJ_EN ? en : zh, detail.len ? (frame->lang == GJ_EN ? ": " : "：") : "",
                     GJ_ARG(detail));
}

void gj_case_frame_push(lua_State *L, const gj_case_frame *frame)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, frame->rule->cases);
    lua_getfield(L, -1, frame->group);
    if (lua_istable(L, -1))
        gj_case_push(L, lua_gettop(L), frame->number);
    else
        lua_pushnil(L);
}

void gj_case_read_expected(lua_State *L, int at, gj_case_frame *frame)
{
    static const char *const names[] = { "severity", "because", "says" };
    gj_slice *const into[] = { &frame->severity, &frame->because, &frame->says };
    int top = lua_gettop(L);
    lua_getfield(L, at, "expect");
    frame->expect = luaL_optinteger(L, -1, -1);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        lua_getfield(L, at, names[i]);
        *into[i] = gj_arena_copy(frame->arena, gj_slice_of(luaL_optstring(L, -1, "")));
    }
    lua_settop(L, top);
}

static bool severity_fits(const gj_case_frame *frame, const gj_case_seen *seen)
{
    for (size_t i = 0; i < seen->finding_count; i++)
        if (gj_slice_is(frame->severity, gj_severity_name(seen->severities[i])))
            return true;
    return frame->severity.len == 0;
}

bool gj_case_fits(gj_case_frame *frame, const gj_case_seen *seen)
{
    const gj_rule_outcome *outcome = seen->outcome;
    gj_slice first = gj_say(seen->first, frame->lang);
    if (outcome->outcome != frame->expected)
        gj_case_blame(frame, "结果不符", "another outcome",
                      gj_arena_format(frame->arena, "%s%s%.*s", gj_outcome_name(outcome->outcome),
                                      first.len ? " - " : "", GJ_ARG(first)));
    else if (frame->expect >= 0 && (size_t)frame->expect != seen->finding_count)
        gj_case_blame(frame, "问题个数不符", "another number of findings",
                      gj_arena_format(frame->arena, "%zu", seen->finding_count));
    else if (frame->because.len && !gj_slice_equal(frame->because, outcome->because))
        gj_case_blame(frame, "because 不符", "another because", outcome->because.len ? outcome->because : GJ_LIT("-"));
    else if (frame->says.len && !seen->says)
        gj_case_blame(frame, "没有说出", "does not say",
                      gj_arena_format(frame->arena, "%.*s (%.*s)", GJ_ARG(frame->says), GJ_ARG(first)));
    else if (!severity_fits(frame, seen))
        gj_case_blame(frame, "级别不符", "another severity",
                      seen->finding_count ? gj_slice_of(gj_severity_name(seen->severities[0])) : GJ_LIT("-"));
    else
        return true;
    return false;
}

static gj_status run_one(gj_case_frame *frame, gj_case_run run, void *context, gj_case_count *count, bool *end,
                         gj_error *err)
{
    bool passed = false;
    *end = false;
    gj_arena_reset(frame->arena);
    gj_status status = run(context, &passed, end, err);
    if (status == GJ_NOMEM || (status == GJ_OK && *end))
        return status;
    if (status != GJ_OK) /* the others still run */
        gj_case_blame(frame, "用例写得不对", "the case is malformed",
                      gj_slice_of(frame->lang == GJ_EN ? err->en : err->zh));
    if (status == GJ_OK && passed)
        count->passed++;
    else
        count->failed++;
    return GJ_OK;
}

/* How many cases of a group the rule must have. */
static size_t least_of(const gj_case_frame *frame, const struct group *group)
{
    const gj_rule *rule = frame->rule;
    bool about_many = rule->index >= frame->ruleset->rule_count;
    if ((group->outcome == GJ_NOT_APPLICABLE && rule->applies != LUA_NOREF) ||
        (group->outcome == GJ_NOT_RUN && about_many && rule->need_count))
        return 1;
    return group->least;
}

static gj_status run_group(gj_case_frame *frame, const struct group *group, gj_case_run run, void *context,
                           gj_case_count *count, gj_error *err)
{
    size_t least = least_of(frame, group);
    bool end = false;
    frame->group = group->name;
    frame->expected = group->outcome;
    for (frame->number = 1; !end; frame->number++)
        GJ_TRY(run_one(frame, run, context, count, &end, err));
    size_t found = (size_t)frame->number - 2; /* the last one was not there */
    if (found >= least)
        return GJ_OK;
    gj_buffer_format(frame->out,
                     frame->lang == GJ_EN ? "%.*s: too few cases \"%s\": %zu, at least %zu\n"
                                          : "%.*s：用例“%s”太少：%zu 个，至少 %zu 个\n",
                     GJ_ARG(frame->rule->id), group->name, found, least);
    count->failed++;
    return GJ_OK;
}

gj_status gj_case_frame_run(gj_case_frame *frame, gj_case_run run, void *context, gj_case_count *count, gj_error *err)
{
    frame->arena = gj_arena_new(0);
    if (!frame->arena)
        return gj_fail_nomem(err);
    gj_status status = GJ_OK;
    for (size_t i = 0; i < GROUPS && status == GJ_OK; i++)
        status = run_group(frame, &groups[i], run, context, count, err);
    gj_arena_free(frame->arena);
    return status;
}
