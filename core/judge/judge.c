#include "judge.h"

#include "api.h"
#include "finding.h"
#include "mask.h"
#include "needs.h"
#include "why.h"
#include "wording.h"

/* Rules one after the other, then the findings of all of them together. */

/* Runs one rule, protected: returns whether it applies. */
static int call_rule(lua_State *L)
{
    const gj_judging *judging = lua_touserdata(L, 1);
    gj_api_push_arguments(L, judging);
    if (judging->rule->applies != LUA_NOREF) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, judging->rule->applies);
        lua_pushvalue(L, 2);
        lua_call(L, 1, 1);
        if (!lua_toboolean(L, -1))
            return 1;
        lua_pop(L, 1);
    }
    lua_rawgeti(L, LUA_REGISTRYINDEX, judging->rule->check);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, 3);
    lua_call(L, 2, 0);
    lua_pushboolean(L, 1);
    return 1;
}

/* A rule that did not come to its end leaves nothing: what it said before is not to be trusted. */
static gj_status end_early(gj_judging *judging, gj_outcome outcome, const char *because, const gj_error *why,
                           gj_error *err)
{
    judging->drafts.count = judging->first_draft;
    judging->equations.count = judging->first_equation;
    judging->verdict = (gj_verdict){ outcome, gj_slice_of(because), gj_why_error(judging->arena, why) };
    return gj_words_ok(judging->verdict.why) ? GJ_OK : gj_fail_nomem(err);
}

static gj_status run_rule(gj_judging *judging, gj_error *err)
{
    gj_sandbox *sandbox = judging->ruleset->sandbox;
    lua_State *L = gj_sandbox_state(sandbox);
    gj_error why; /* its texts are not worth zeroing for every rule */
    why.status = GJ_OK;
    size_t cut = judging->cut;
    if (!lua_checkstack(L, 4))
        return gj_fail_nomem(err);
    lua_pushcfunction(L, call_rule);
    lua_pushlightuserdata(L, judging);
    gj_call_end end = gj_sandbox_call(sandbox, 1, 1, GJ_LUA_RULE_STEPS, &why);
    bool applies = end == GJ_CALL_OK && lua_toboolean(L, -1);
    if (end == GJ_CALL_OK)
        lua_pop(L, 1);
    if (judging->nomem || why.status == GJ_NOMEM)
        return gj_fail_nomem(err);
    if (end == GJ_CALL_OK && !judging->over_limit) {
        if (!applies)
            judging->verdict.outcome = GJ_NOT_APPLICABLE;
        return GJ_OK;
    }
    judging->cut = cut;
    if (end == GJ_CALL_ERROR && !judging->over_limit)
        return end_early(judging, GJ_BROKEN, "", &why, err);
    if (end == GJ_CALL_OK) /* it caught the error, but the limit stands */
        (void)gj_fail(&why, GJ_LIMIT, GJ_NOWHERE, "一份报告的等式超过 %d 个", "more than %d equations in one report",
                      GJ_MAX_EQUATIONS);
    return end_early(judging, GJ_NOT_RUN, "budget", &why, err);
}

static gj_status judge_rule(gj_judging *judging, const gj_rule *rule, gj_rule_outcome *out, gj_error *err)
{
    judging->rule = rule;
    judging->verdict = (gj_verdict){ .outcome = GJ_PASS };
    judging->first_draft = judging->drafts.count;
    judging->first_equation = judging->equations.count;
    judging->over_limit = judging->asked_prior = false;
    gj_slice need, because;
    if (gj_need_unmet(rule, judging->report, &need, &because)) {
        gj_words why = gj_why_need(judging->arena, judging->report, need,
                                   because.data == need.data ? (gj_slice){ NULL, 0 } : because);
        if (!gj_words_ok(why))
            return gj_fail_nomem(err);
        judging->verdict = (gj_verdict){ GJ_NOT_RUN, because, why };
    } else {
        GJ_TRY(run_rule(judging, err));
    }
    *out = (gj_rule_outcome){ .rule = rule->id,
                              .outcome = judging->verdict.outcome,
                              .because = judging->verdict.because,
                              .why = judging->verdict.why,
                              .prior = judging->asked_prior || gj_rule_needs_prior(rule) };
    return GJ_OK;
}

static bool is_selected(const gj_judging *judging, const gj_rule *rule)
{
    const gj_judge_options *options = judging->options;
    bool selected = !options->selected || options->selected[rule->index];
    bool off = false;
    for (size_t i = 0; i < options->override_count; i++)
        if (gj_rule_selected_by(rule, options->overrides[i].selector))
            off = options->overrides[i].off;
    bool counts = judging->options->profile != GJ_PROFILE_NATIONAL || rule->ground == GJ_NATIONAL;
    return selected && !off && counts;
}

static gj_status judge_rules(gj_judging *judging, gj_result *result, gj_error *err)
{
    const gj_ruleset *ruleset = judging->ruleset;
    result->outcomes = GJ_ARRAY(judging->arena, ruleset->rule_count, gj_rule_outcome);
    if (!result->outcomes)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < ruleset->rule_count; i++) {
        if (!is_selected(judging, &ruleset->rules[i])) {
            result->deselected++;
            continue;
        }
        gj_rule_outcome *outcome = &result->outcomes[result->outcome_count++];
        GJ_TRY(judge_rule(judging, &ruleset->rules[i], outcome, err));
        result->counts[outcome->outcome]++;
        if (outcome->outcome == GJ_REVIEW && judging->drafts.count == judging->first_draft)
            result->reviews++; /* it has no finding that would be counted */
    }
    return GJ_OK;
}

static gj_known_text known_text(const gj_known *known)
{
    return (gj_known_text){ known->value, gj_slice_of(gj_origin_name(known->origin)) };
}

static void take_identity(gj_result *result, const gj_report *report)
{
    result->status = GJ_CHECKED;
    result->path = report->document->source->name;
    result->format = gj_slice_of(gj_format_name(report->document->format));
    result->title = report->title.text;
    result->year = report->year;
    result->year_origin = gj_slice_of(gj_origin_name(report->year_origin));
    if (report->form)
        result->form = report->form->id;
    result->name = known_text(&report->name);
    result->level = known_text(&report->level);
    result->kind = known_text(&report->issuer_kind);
    result->scope = known_text(&report->scope);
    result->province = known_text(&report->province);
    result->published = report->published;
}

static gj_status take_notices(gj_arena *arena, gj_result *result, const gj_report *report, gj_error *err)
{
    result->notices = GJ_ARRAY(arena, report->notice_count, gj_result_notice);
    if (!result->notices)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < report->notice_count; i++) {
        const gj_notice *notice = &report->notices[i];
        gj_place place = gj_source_place(report->document->source, notice->span.begin);
        result->notices[i] = (gj_result_notice){ .kind = notice->kind,
                                                 .words = notice->words,
                                                 .text = notice->text,
                                                 .line = place.line,
                                                 .column = place.column,
                                                 .at = place.locus,
                                                 .pointer = notice->pointer };
    }
    result->notice_count = report->notice_count;
    result->notice_total = report->notice_total;
    return GJ_OK;
}

static gj_status index_pairs(gj_judging *judging, gj_error *err)
{
    gj_pair_index *index = gj_pair_index_new(judging->arena);
    if (!index)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < judging->report->paragraph_count; i++)
        gj_pair_index_add(index, judging->report->paragraphs[i].text->text, i);
    judging->pairs = index;
    return GJ_OK;
}

gj_status gj_judge(gj_arena *arena, gj_ruleset *ruleset, const gj_report *report, const gj_judge_options *options,
                   gj_result **out, gj_error *err)
{
    static const gj_judge_options defaults;
    gj_judging judging = {
        .arena = arena, .ruleset = ruleset, .report = report, .options = options ? options : &defaults
    };
    gj_result *result = GJ_NEW(arena, gj_result);
    if (!result)
        return gj_fail_nomem(err);
    take_identity(result, report);
    result->profile = judging.options->profile;
    GJ_TRY(index_pairs(&judging, err));
    GJ_TRY(gj_api_begin(&judging, err));
    gj_status status = judge_rules(&judging, result, err);
    gj_api_end(&judging);
    GJ_TRY(status);
    GJ_TRY(gj_findings_make(&judging, result, err));
    GJ_TRY(take_notices(arena, result, report, err));
    GJ_TRY(gj_mask_result(&judging, result, err));
    *out = result;
    return GJ_OK;
}
