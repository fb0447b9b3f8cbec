/* judge.c - the rules about collections, one after the other; each ends in one outcome. */
#include "objects.h"

#include "../judge/why.h"

/* As for one report: whether it applies, then the check. */
static int call_rule(lua_State *L)
{
    gj_collecting *c = lua_touserdata(L, 1);
    gj_collect_push(L, c);
    if (c->rule->applies != LUA_NOREF) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, c->rule->applies);
        lua_pushvalue(L, 2);
        lua_call(L, 1, 1);
        if (!lua_toboolean(L, -1))
            return 1;
        lua_pop(L, 1);
    }
    lua_rawgeti(L, LUA_REGISTRYINDEX, c->rule->check);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, 3);
    lua_call(L, 2, 0);
    lua_pushboolean(L, 1);
    return 1;
}

static gj_slice unmet(const gj_collecting *c)
{
    const gj_rule *rule = c->rule;
    for (size_t i = 0; i < rule->need_count; i++)
        if (gj_slice_is(rule->needs[i], "roster") ? !c->collection->has_roster : !c->collection->rollup.made)
            return rule->needs[i];
    return (gj_slice){ NULL, 0 };
}

static gj_status run_rule(gj_collecting *c, gj_rule_outcome *out, gj_error *err)
{
    gj_sandbox *sandbox = c->ruleset->sandbox;
    lua_State *L = gj_sandbox_state(sandbox);
    gj_error why = { .status = GJ_OK };
    long steps = GJ_LUA_RULE_STEPS + (long)(c->collection->member_count + c->collection->unit_count) * GJ_COLLECT_STEPS;
    size_t cut = c->cut;
    if (!lua_checkstack(L, 4))
        return gj_fail_nomem(err);
    lua_pushcfunction(L, call_rule);
    lua_pushlightuserdata(L, c);
    gj_call_end end = gj_sandbox_call(sandbox, 1, 1, steps, &why);
    bool applies = end == GJ_CALL_OK && lua_toboolean(L, -1);
    if (end == GJ_CALL_OK)
        lua_pop(L, 1);
    if (c->nomem || why.status == GJ_NOMEM)
        return gj_fail_nomem(err);
    if (end == GJ_CALL_OK) {
        out->outcome = applies ? c->outcome : GJ_NOT_APPLICABLE;
        out->because = c->because;
        return GJ_OK;
    }
    c->findings.count = c->first;
    c->cut = cut;
    out->outcome = end == GJ_CALL_ERROR ? GJ_BROKEN : GJ_NOT_RUN;
    out->because = end == GJ_CALL_ERROR ? (gj_slice){ NULL, 0 } : GJ_LIT("budget");
    out->why = gj_why_error(c->arena, &why);
    return out->why.zh.data ? GJ_OK : gj_fail_nomem(err);
}

static gj_status judge_rule(gj_collecting *c, gj_rule_outcome *out, gj_error *err)
{
    c->outcome = GJ_PASS;
    c->because = unmet(c);
    c->first = c->findings.count;
    *out = (gj_rule_outcome){ .rule = c->rule->id, .outcome = GJ_NOT_RUN, .because = c->because };
    return c->because.len ? GJ_OK : run_rule(c, out, err);
}

static bool is_selected(const gj_judge_options *options, const gj_rule *rule)
{
    bool off = false;
    for (size_t i = 0; i < options->override_count; i++)
        if (gj_rule_selected_by(rule, options->overrides[i].selector))
            off = options->overrides[i].off;
    return (!options->selected || options->selected[rule->index]) && !off &&
           (options->profile != GJ_PROFILE_NATIONAL || rule->ground == GJ_NATIONAL);
}

static gj_status close(lua_State *L, void *context, gj_error *err)
{
    (void)context;
    (void)err;
    gj_collect_close(L);
    return GJ_OK;
}

static void count(gj_collected *out)
{
    for (size_t i = 0; i < out->finding_count; i++) {
        if (out->findings[i].outcome == GJ_FAIL)
            out->severities[out->findings[i].severity]++;
        else
            out->reviews++;
    }
}

gj_status gj_collect_judge(gj_ruleset *ruleset, gj_collection *collection, const gj_judge_options *options,
                           gj_collected **out, gj_error *err)
{
    static const gj_judge_options defaults;
    gj_collecting c = { .arena = collection->arena,
                        .ruleset = ruleset,
                        .collection = collection,
                        .options = options ? options : &defaults };
    gj_collected *result = *out = GJ_NEW(c.arena, gj_collected);
    if (!result)
        return gj_fail_nomem(err);
    result->collection = collection;
    result->outcomes = GJ_ARRAY(c.arena, ruleset->collection_count, gj_rule_outcome);
    if (!result->outcomes)
        return gj_fail_nomem(err);
    gj_status status = GJ_OK;
    for (size_t i = 0; i < ruleset->collection_count && status == GJ_OK; i++) {
        c.rule = &ruleset->collection[i];
        if (!is_selected(c.options, c.rule)) {
            result->deselected++;
            continue;
        }
        gj_rule_outcome *outcome = &result->outcomes[result->outcome_count++];
        status = judge_rule(&c, outcome, err);
        result->counts[outcome->outcome]++;
    }
    gj_status closed = gj_sandbox_protected(ruleset->sandbox, 0, 0, close, NULL, status == GJ_OK ? err : NULL);
    result->findings = c.findings.items;
    result->finding_count = c.findings.count;
    result->findings_cut = c.cut;
    count(result);
    return status == GJ_OK ? closed : status;
}
