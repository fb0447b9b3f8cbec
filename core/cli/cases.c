#include "case_frame.h"

#include <lauxlib.h>
#include <stdio.h>

#include "../show/report/report_markdown.h"

typedef struct one_case {
    gj_case_frame frame;
    /* read from the case's table: */
    gj_slice form, name;
    bool has_prior;
    int year; /* that the case gives, or 0 */
} one_case;

/* (case, lightuserdata one_case): what the case expects. Leaves base(form) and the case. */
static int prepare(lua_State *L)
{
    one_case *c = lua_touserdata(L, 2);
    luaL_checktype(L, 1, LUA_TTABLE);
    c->has_prior = lua_getfield(L, 1, "prior") != LUA_TNIL;
    lua_getfield(L, 1, "year");
    c->year = (int)luaL_optinteger(L, 4, 0);
    c->name = (gj_slice){ NULL, 0 };
    if (lua_getfield(L, 1, "name") == LUA_TSTRING)
        c->name = gj_arena_copy(c->frame.arena, gj_slice_of(lua_tostring(L, 5)));
    lua_settop(L, 2);
    lua_getfield(L, 1, "form");
    c->form = gj_arena_copy(c->frame.arena, gj_slice_of(luaL_optstring(L, 3, "")));
    gj_case_read_expected(L, 1, &c->frame);
    lua_rawgeti(L, LUA_REGISTRYINDEX, c->frame.ruleset->base);
    if (c->form.len)
        lua_pushlstring(L, c->form.data, c->form.len);
    else
        lua_pushnil(L);
    lua_call(L, 1, 1);
    lua_pushvalue(L, 1);
    return 2;
}

/* The same for last year's report, which the case's `prior` changes: base(form, "prior") and the changes. */
static int prepare_prior(lua_State *L)
{
    one_case *c = lua_touserdata(L, 2);
    lua_settop(L, 2);
    if (lua_getfield(L, 1, "prior") == LUA_TBOOLEAN) {
        lua_pop(L, 1);
        lua_newtable(L); /* true: last year's report as it is */
    }
    luaL_checktype(L, 3, LUA_TTABLE);
    if (lua_getfield(L, 3, "replace") != LUA_TNIL || lua_getfield(L, 3, "prior") != LUA_TNIL)
        return luaL_error(L, "prior: takes no \"replace\" and no \"prior\"");
    lua_settop(L, 3);
    if (lua_getfield(L, 3, "name") != LUA_TNIL)
        c->name = (gj_slice){ NULL, 0 };
    lua_settop(L, 3);
    lua_getfield(L, 3, "form");
    const char *form = luaL_optstring(L, 4, c->form.data);
    c->form = gj_arena_copy(c->frame.arena, gj_slice_of(form));
    lua_rawgeti(L, LUA_REGISTRYINDEX, c->frame.ruleset->base);
    if (c->form.len)
        lua_pushlstring(L, c->form.data, c->form.len);
    else
        lua_pushnil(L);
    lua_pushliteral(L, "prior");
    lua_call(L, 2, 1);
    lua_pushvalue(L, 3);
    return 2;
}

/* (lightuserdata one_case): the case at hand, or nil; one with `each` counts as many. */
static int push_case(lua_State *L)
{
    gj_case_frame_push(L, &((const one_case *)lua_touserdata(L, 1))->frame);
    return 1;
}

/* The bytes of the report that `how` prepares from the case at stack index `at`. */
static gj_status build_from(one_case *c, int at, lua_CFunction how, gj_case_report *report, gj_error *err)
{
    lua_State *L = gj_sandbox_state(c->frame.ruleset->sandbox);
    const gj_forms *forms = c->frame.ruleset->forms;
    lua_pushcfunction(L, how);
    lua_pushvalue(L, at);
    lua_pushlightuserdata(L, c);
    if (gj_sandbox_call(c->frame.ruleset->sandbox, 2, 2, GJ_LUA_RULE_STEPS, err) != GJ_CALL_OK) {
        lua_settop(L, at);
        return GJ_RULES;
    }
    report->form = c->form.len ? gj_forms_by_id(forms, c->form) : &forms->forms[forms->form_count - 1];
    if (!report->form) {
        lua_settop(L, at);
        return gj_fail(err, GJ_RULES, GJ_NOWHERE, "没有格式“%.*s”", "there is no form \"%.*s\"", GJ_ARG(c->form));
    }
    lua_pushcfunction(L, gj_case_build);
    lua_insert(L, -3);
    lua_pushlightuserdata(L, report);
    gj_call_end called = gj_sandbox_call(c->frame.ruleset->sandbox, 3, 0, GJ_LUA_RULE_STEPS, err);
    lua_settop(L, at);
    return called == GJ_CALL_OK ? report->bytes.failed : GJ_RULES;
}

/* The bytes of case `number` and of last year's report where it has one; *end when the group has no more. */
static gj_status build(one_case *c, gj_case_report *report, gj_case_report *prior, bool *end, gj_error *err)
{
    lua_State *L = gj_sandbox_state(c->frame.ruleset->sandbox);
    *end = false;
    lua_pushcfunction(L, push_case);
    lua_pushlightuserdata(L, c);
    if (gj_sandbox_call(c->frame.ruleset->sandbox, 1, 1, GJ_LUA_RULE_STEPS, err) != GJ_CALL_OK)
        return GJ_RULES;
    if (lua_isnil(L, -1)) {
        lua_pop(L, 1);
        *end = true;
        return GJ_OK;
    }
    int at = lua_gettop(L);
    c->has_prior = false;
    gj_status status = build_from(c, at, prepare, report, err);
    if (status == GJ_OK && c->has_prior)
        status = build_from(c, at, prepare_prior, prior, err);
    lua_settop(L, at - 1);
    return status;
}

/* Replace the first `from` in the buffer; false when it is not there. */
static bool replace(gj_arena *arena, gj_slice *text, gj_slice from, gj_slice to)
{
    size_t at = gj_slice_find(*text, from, 0);
    if (at == GJ_NOT_FOUND || from.len == 0)
        return false;
    gj_slice head = gj_slice_sub(*text, 0, at), tail = gj_slice_sub(*text, at + from.len, text->len);
    *text = gj_arena_format(arena, "%.*s%.*s%.*s", GJ_ARG(head), GJ_ARG(to), GJ_ARG(tail));
    return text->data != NULL;
}

typedef struct replacing {
    one_case *c;
    gj_slice text, missing;
    bool any;
} replacing;

/* (lightuserdata replacing): the case's `replace` pairs made on the text; `missing` is the first one that does not occur. */
static int make_replacements(lua_State *L)
{
    replacing *r = lua_touserdata(L, 1);
    lua_pushcfunction(L, push_case);
    lua_pushlightuserdata(L, r->c);
    lua_call(L, 1, 1);
    r->any = lua_getfield(L, -1, "replace") == LUA_TTABLE;
    if (!r->any || !r->text.data)
        return 0;
    int pairs = lua_gettop(L);
    for (lua_Integer i = 1, n = (lua_Integer)lua_rawlen(L, pairs); i <= n && !r->missing.data; i++) {
        lua_rawgeti(L, pairs, i);
        luaL_checktype(L, -1, LUA_TTABLE);
        lua_rawgeti(L, -1, 1);
        lua_rawgeti(L, -2, 2);
        gj_slice from = gj_slice_of(luaL_checkstring(L, -2)), to = gj_slice_of(luaL_checkstring(L, -1));
        if (!replace(r->c->frame.arena, &r->text, from, to))
            r->missing = gj_arena_copy(r->c->frame.arena, from);
        lua_settop(L, pairs);
    }
    return 0;
}

static gj_status call_replacements(replacing *r, gj_error *err)
{
    lua_State *L = gj_sandbox_state(r->c->frame.ruleset->sandbox);
    lua_pushcfunction(L, make_replacements);
    lua_pushlightuserdata(L, r);
    return gj_sandbox_call(r->c->frame.ruleset->sandbox, 1, 0, GJ_LUA_RULE_STEPS, err) == GJ_CALL_OK ? GJ_OK : GJ_RULES;
}

/* `replace`: the report as Markdown with exact words replaced. */
static gj_status as_markdown(one_case *c, gj_case_report *report, gj_error *err)
{
    replacing r = { .c = c };
    GJ_TRY(call_replacements(&r, err)); /* without a text: only asks whether there are any */
    if (!r.any)
        return GJ_OK;
    gj_report *bound = NULL;
    gj_check_options options = { .as = report->format };
    gj_buffer markdown;
    gj_buffer_init(&markdown, 0);
    gj_slice bytes = gj_arena_copy(c->frame.arena, gj_buffer_slice(&report->bytes));
    gj_status status =
        bytes.data ? gj_open_report(c->frame.arena, c->frame.ruleset, GJ_LIT("case"), bytes, &options, &bound, err)
                   : gj_fail_nomem(err);
    if (status == GJ_OK)
        status = gj_show_report_markdown(bound, &markdown);
    if (status == GJ_OK) {
        r.text = gj_arena_copy(c->frame.arena, gj_buffer_slice(&markdown));
        status = r.text.data ? call_replacements(&r, err) : gj_fail_nomem(err);
    }
    gj_buffer_free(&markdown);
    if (status != GJ_OK)
        return status;
    if (r.missing.data)
        return gj_fail(err, GJ_RULES, GJ_NOWHERE, "replace：基准报告里没有“%.*s”",
                       "replace: the base report has no \"%.*s\"", GJ_ARG(r.missing));
    gj_buffer_clear(&report->bytes);
    gj_buffer_add(&report->bytes, r.text);
    report->format = GJ_FORMAT_MARKDOWN;
    return report->bytes.failed;
}

static gj_status fits(one_case *c, const gj_result *result, bool *out, gj_error *err)
{
    if (result->status != GJ_CHECKED || result->outcome_count != 1) {
        gj_case_blame(&c->frame, "报告读不了", "the report cannot be read",
                      gj_slice_of(c->frame.lang == GJ_EN ? result->error.en : result->error.zh));
        return GJ_OK;
    }
    gj_severity *severities = GJ_ARRAY(c->frame.arena, result->finding_count, gj_severity);
    if (!severities)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < result->finding_count; i++)
        severities[i] = result->findings[i].severity;
    gj_case_seen seen = { .outcome = &result->outcomes[0],
                          .severities = severities,
                          .finding_count = result->finding_count,
                          .first = result->finding_count ? result->findings[0].message : result->outcomes[0].why,
                          .says = gj_case_says(result, c->frame.says) };
    *out = gj_case_fits(&c->frame, &seen);
    return GJ_OK;
}

/* Last year's report has the name and the year that go with those the case gives, unless it says otherwise. */
static gj_status prior_input(one_case *c, const gj_case_report *prior, gj_prior_input *out, gj_error *err)
{
    *out = (gj_prior_input){
        .chosen = GJ_PRIOR_GIVEN, .path = GJ_LIT("prior"), .as = prior->format, .given = prior->given
    };
    out->bytes = gj_arena_copy(c->frame.arena, gj_buffer_slice(&prior->bytes));
    if (c->year && !out->given.year) {
        out->given.year = c->year - 1;
        out->given.year_origin = GJ_FLAG;
    }
    if (c->name.len)
        out->given.name = (gj_known){ c->name, GJ_FLAG };
    return out->bytes.data ? GJ_OK : gj_fail_nomem(err);
}

/* As gj_check, with notices that a format gives and that cannot be written in Markdown or JSON. */
static gj_status check(one_case *c, const gj_case_report *made, gj_slice bytes, const gj_check_options *options,
                       gj_result **out, gj_error *err)
{
    gj_report *report = NULL;
    if (made->notice_count == 0)
        return gj_check(c->frame.arena, c->frame.ruleset, made->name, bytes, options, out, err);
    GJ_TRY(gj_open_report(c->frame.arena, c->frame.ruleset, made->name, bytes, options, &report, err));
    gj_span start = { 0, 0 };
    for (size_t i = 0; i < made->notice_count; i++)
        gj_report_notice(c->frame.arena, report, made->notices[i], start, GJ_LIT(""), GJ_LIT(""), made->notices[i],
                         made->notices[i]);
    return gj_judge(c->frame.arena, c->frame.ruleset, report, &options->judge, out, err);
}

/* Judge what was built by the case's rule alone. */
static gj_status judge_built(one_case *c, const gj_case_report *report, const gj_case_report *prior, gj_result **result,
                             gj_error *err)
{
    gj_check_options options = { .as = report->format, .given = report->given, .judge.today = c->frame.today };
    gj_prior_input input;
    bool *selected = GJ_ARRAY(c->frame.arena, c->frame.ruleset->rule_count, bool);
    gj_slice bytes = gj_arena_copy(c->frame.arena, gj_buffer_slice(&report->bytes));
    if (!selected || !bytes.data)
        return gj_fail_nomem(err);
    if (c->has_prior) {
        GJ_TRY(prior_input(c, prior, &input, err));
        options.prior = &input;
    }
    selected[c->frame.rule->index] = true;
    options.judge.selected = selected;
    return check(c, report, bytes, &options, result, err);
}

static gj_status run_case(void *context, bool *passed, bool *end, gj_error *err)
{
    one_case *c = context;
    gj_case_report report = { 0 }, prior = { 0 };
    gj_result *result = NULL;
    gj_buffer_init(&report.bytes, GJ_MAX_INPUT);
    gj_buffer_init(&prior.bytes, GJ_MAX_INPUT);
    gj_status status = build(c, &report, &prior, end, err);
    if (status == GJ_OK && !*end)
        status = as_markdown(c, &report, err);
    if (status == GJ_OK && !*end) {
        status = judge_built(c, &report, &prior, &result, err);
        GJ_KNOWN(status != GJ_OK || result);
        if (status == GJ_OK)
            status = fits(c, result, passed, err);
    }
    gj_buffer_free(&report.bytes);
    gj_buffer_free(&prior.bytes);
    return status;
}

gj_status gj_run_cases(gj_ruleset *ruleset, const gj_rule *rule, gj_slice today, gj_lang lang, gj_buffer *out,
                       gj_case_count *count, gj_error *err)
{
    one_case c = { .frame = { .ruleset = ruleset, .rule = rule, .today = today, .lang = lang, .out = out } };
    *count = (gj_case_count){ 0 };
    if (rule->cases == LUA_NOREF || ruleset->base == LUA_NOREF) {
        gj_buffer_format(out, lang == GJ_EN ? "%.*s: %s\n" : "%.*s：%s\n", GJ_ARG(rule->id),
                         rule->cases == LUA_NOREF ? (lang == GJ_EN ? "the rule has no cases" : "规则没有用例")
                                                  : (lang == GJ_EN ? "the ruleset has no base report (base.lua)"
                                                                   : "规则集没有基准报告（base.lua）"));
        count->failed = 1;
        return GJ_OK;
    }
    if (rule->index >= ruleset->rule_count)
        return gj_run_collection_cases(ruleset, rule, today, lang, out, count, err);
    return gj_case_frame_run(&c.frame, run_case, &c, count, err);
}
