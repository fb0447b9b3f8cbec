/* collection_cases.c - cases of rules about collections: a few small reports, each a change to the base report, a roster, a total. */
#include <lauxlib.h>
#include <stdio.h>

#include "../collect/collected.h"
#include "case_frame.h"

#define MOST_REPORTS 64

static const char *const known[] = { "roster", "reports",  "before", "aggregate", "year", "today",
                                     "expect", "severity", "says",   "because",   "why",  NULL };

typedef struct one_case {
    gj_case_frame frame;
    /* read from the case's table: */
    gj_buffer roster; /* as CSV */
    bool has_roster, has_aggregate;
    size_t reports, before;
    int year;
    gj_slice date;
    GJ_LIST(gj_record) records;
} one_case;

/* A report of the case: the `index`-th of a list, or the total. */
typedef struct one_report {
    one_case *c;
    const char *list; /* "reports" "before" "aggregate" */
    size_t index;
    gj_slice form;
    size_t errors; /* that it shall have, for no rule judges it */
    gj_case_report made;
} one_report;

/* (lightuserdata one_case): the case at hand, or nil. */
static int push_case(lua_State *L)
{
    gj_case_frame_push(L, &((const one_case *)lua_touserdata(L, 1))->frame);
    return 1;
}

/* Roster */

static void csv_field(lua_State *L, gj_buffer *out, int entry, const char *name, bool last)
{
    gj_buffer_byte(out, '"');
    if (lua_getfield(L, entry, name) == LUA_TSTRING) {
        gj_buffer_text(out, lua_tostring(L, -1));
    } else if (lua_istable(L, -1)) {
        for (lua_Integer i = 1, n = (lua_Integer)lua_rawlen(L, -1); i <= n; i++) {
            lua_rawgeti(L, -1, i);
            gj_buffer_format(out, "%s%s", i > 1 ? "；" : "", luaL_checkstring(L, -1));
            lua_pop(L, 1);
        }
    } else if (lua_isboolean(L, -1)) {
        gj_buffer_text(out, lua_toboolean(L, -1) ? "yes" : "no");
    }
    lua_pop(L, 1);
    gj_buffer_text(out, last ? "\"\n" : "\",");
}

static void write_roster(lua_State *L, one_case *c)
{
    static const char *const columns[] = { "name", "aliases", "level", "kind", "deadline", "parent", "in_aggregate" };
    c->has_roster = lua_getfield(L, 1, "roster") == LUA_TTABLE;
    int roster = lua_gettop(L);
    gj_buffer_text(&c->roster, "name,aliases,level,kind,deadline,parent,in_aggregate\n");
    for (lua_Integer i = 1, n = c->has_roster ? (lua_Integer)lua_rawlen(L, roster) : 0; i <= n; i++) {
        lua_rawgeti(L, roster, i);
        luaL_checktype(L, -1, LUA_TTABLE);
        int entry = lua_gettop(L);
        for (size_t k = 0; k < 7; k++)
            csv_field(L, &c->roster, entry, columns[k], k == 6);
        lua_settop(L, roster);
    }
    lua_pop(L, 1);
}

static size_t length_of(lua_State *L, const char *list)
{
    size_t count = lua_getfield(L, 1, list) == LUA_TTABLE ? (size_t)lua_rawlen(L, -1) : 0;
    lua_pop(L, 1);
    if (count > MOST_REPORTS)
        luaL_error(L, "%s: at most %d reports", list, MOST_REPORTS);
    return count;
}

/* (lightuserdata one_case): pushes whether the case exists, having read what it says of itself. */
static int prepare(lua_State *L)
{
    one_case *c = lua_touserdata(L, 1);
    lua_pushcfunction(L, push_case);
    lua_insert(L, 1);
    lua_call(L, 1, 1);
    if (lua_isnil(L, 1))
        return 0;
    luaL_checktype(L, 1, LUA_TTABLE);
    for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
        const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "(not a string)";
        bool found = false;
        for (size_t i = 0; known[i] && !found; i++)
            found = strcmp(known[i], key) == 0;
        if (!found)
            return luaL_error(L, "unknown field \"%s\" of a case about collections", key);
    }
    write_roster(L, c);
    c->reports = length_of(L, "reports");
    c->before = length_of(L, "before");
    c->has_aggregate = lua_getfield(L, 1, "aggregate") == LUA_TTABLE;
    lua_getfield(L, 1, "year");
    c->year = (int)luaL_optinteger(L, -1, 0);
    lua_getfield(L, 1, "today");
    c->date = gj_arena_copy(c->frame.arena, gj_slice_of(luaL_optstring(L, -1, "")));
    lua_settop(L, 1);
    gj_case_read_expected(L, 1, &c->frame);
    lua_pushboolean(L, 1);
    return 1;
}

/* Every number of the table on top times `times`, in place. */
static void multiply(lua_State *L, lua_Number times, int depth)
{
    luaL_checkstack(L, 6, "case");
    int table = lua_gettop(L);
    for (lua_pushnil(L); depth < 8 && lua_next(L, table); lua_settop(L, table + 1)) {
        if (lua_istable(L, -1)) {
            multiply(L, times, depth + 1);
        } else if (lua_type(L, -1) == LUA_TNUMBER) {
            lua_pushvalue(L, -2);
            if (lua_isinteger(L, -2))
                lua_pushinteger(L, lua_tointeger(L, -2) * (lua_Integer)times);
            else
                lua_pushnumber(L, lua_tonumber(L, -2) * times);
            lua_settable(L, table);
        }
    }
}

/* A copy of the table at `from` is pushed, without the fields `times` and `errors`. */
static void push_copy(lua_State *L, int from, int depth)
{
    luaL_checkstack(L, 6, "case");
    lua_newtable(L);
    int to = lua_gettop(L);
    for (lua_pushnil(L); depth < 16 && lua_next(L, from); lua_settop(L, to + 1)) {
        lua_pushvalue(L, -2);
        if (lua_istable(L, -2))
            push_copy(L, to + 2, depth + 1);
        else
            lua_pushvalue(L, -2);
        lua_settable(L, to);
    }
    if (depth == 0) {
        lua_pushnil(L);
        lua_setfield(L, to, "times");
        lua_pushnil(L);
        lua_setfield(L, to, "errors");
    }
}

/* (lightuserdata one_report): the base report, changed, as bytes in made.bytes. */
static int build(lua_State *L)
{
    one_report *r = lua_touserdata(L, 1);
    lua_settop(L, 1);
    lua_pushcfunction(L, push_case);
    lua_pushlightuserdata(L, r->c);
    lua_call(L, 1, 1);
    lua_getfield(L, 2, r->list);
    if (r->index)
        lua_rawgeti(L, 3, (lua_Integer)r->index);
    luaL_checktype(L, -1, LUA_TTABLE);
    lua_replace(L, 2);
    lua_settop(L, 2);
    lua_getfield(L, 2, "times");
    lua_Number times = luaL_optnumber(L, 3, 1);
    lua_getfield(L, 2, "errors");
    r->errors = (size_t)luaL_optinteger(L, -1, 0);
    push_copy(L, 2, 0);
    lua_replace(L, 2);
    lua_getfield(L, 2, "form");
    r->form = gj_arena_copy(r->c->frame.arena, gj_slice_of(luaL_optstring(L, -1, "")));
    const gj_forms *forms = r->c->frame.ruleset->forms;
    r->made.form = r->form.len ? gj_forms_by_id(forms, r->form) : &forms->forms[forms->form_count - 1];
    if (!r->made.form)
        return luaL_error(L, "there is no form \"%s\"", r->form.data);
    lua_settop(L, 2);
    lua_pushcfunction(L, gj_case_build);
    lua_rawgeti(L, LUA_REGISTRYINDEX, r->c->frame.ruleset->base);
    lua_pushlstring(L, r->made.form->id.data, r->made.form->id.len);
    lua_pushstring(L, strcmp(r->list, "before") == 0 ? "prior" : NULL);
    lua_call(L, 2, 1);
    if (times != 1) {
        push_copy(L, 4, 1);
        lua_replace(L, 4);
        lua_getfield(L, 4, "tables");
        multiply(L, times, 0);
        lua_settop(L, 4);
    }
    lua_pushvalue(L, 2);
    lua_pushlightuserdata(L, &r->made);
    lua_call(L, 3, 0);
    return 0;
}

/* Through the whole pipeline: the record of the report, judged by no rule. */
static gj_status record_of(one_report *r, gj_error *err)
{
    one_case *c = r->c;
    gj_check_options options = { .as = r->made.format, .given = r->made.given, .record = true };
    gj_result *result = NULL;
    bool named = !gj_slice_is(r->made.name, "case");
    gj_slice path = gj_arena_format(c->frame.arena, "%s-%03zu%s%.*s", r->list, r->index, named ? "/" : "",
                                    named ? (int)r->made.name.len : 0, r->made.name.data);
    gj_slice bytes = gj_arena_copy(c->frame.arena, gj_buffer_slice(&r->made.bytes));
    bool *none = GJ_ARRAY(c->frame.arena, gj_ruleset_total(c->frame.ruleset), bool);
    gj_record record;
    if (!path.data || !bytes.data || !none)
        return gj_fail_nomem(err);
    options.judge.selected = none;
    GJ_TRY(gj_check(c->frame.arena, c->frame.ruleset, path, bytes, &options, &result, err));
    GJ_TRY(gj_record_read(c->frame.arena, c->frame.ruleset->forms, gj_slice_trim(result->record), &record, err));
    record.severities[GJ_ERROR] = r->errors;
    record.as_aggregate = strcmp(r->list, "aggregate") == 0;
    record.as_prior = strcmp(r->list, "before") == 0;
    gj_record *kept = GJ_PUSH(c->frame.arena, &c->records);
    if (!kept)
        return gj_fail_nomem(err);
    *kept = record;
    return GJ_OK;
}

static gj_status add_report(one_case *c, const char *list, size_t index, gj_error *err)
{
    lua_State *L = gj_sandbox_state(c->frame.ruleset->sandbox);
    one_report r = { .c = c, .list = list, .index = index };
    gj_buffer_init(&r.made.bytes, GJ_MAX_INPUT);
    lua_pushcfunction(L, build);
    lua_pushlightuserdata(L, &r);
    gj_status status = gj_sandbox_call(c->frame.ruleset->sandbox, 1, 0, GJ_LUA_RULE_STEPS, err) == GJ_CALL_OK
                           ? r.made.bytes.failed
                           : GJ_RULES;
    if (status == GJ_OK)
        status = record_of(&r, err);
    gj_buffer_free(&r.made.bytes);
    return status;
}

static bool says(const gj_collected *result, gj_slice words)
{
    for (size_t i = 0; i < result->finding_count; i++)
        if (gj_slice_find(result->findings[i].message.zh, words, 0) != GJ_NOT_FOUND)
            return true;
    return false;
}

static gj_status fits(one_case *c, const gj_collected *result, bool *out, gj_error *err)
{
    gj_severity *severities = GJ_ARRAY(c->frame.arena, result->finding_count, gj_severity);
    if (!severities)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < result->finding_count; i++)
        severities[i] = result->findings[i].severity;
    gj_case_seen seen = { .outcome = &result->outcomes[0],
                          .severities = severities,
                          .finding_count = result->finding_count,
                          .first = result->finding_count ? result->findings[0].message : result->outcomes[0].why,
                          .says = says(result, c->frame.says) };
    *out = gj_case_fits(&c->frame, &seen);
    return GJ_OK;
}

static gj_status judge(one_case *c, gj_collected **out, gj_error *err)
{
    gj_roster roster = { NULL, 0 };
    gj_collection *collection = NULL;
    gj_collection_options options = { .year = c->year, .today = c->date.len ? c->date : c->frame.today };
    bool *selected = GJ_ARRAY(c->frame.arena, gj_ruleset_total(c->frame.ruleset), bool);
    if (!selected)
        return gj_fail_nomem(err);
    if (c->has_roster) {
        GJ_TRY(gj_roster_read(c->frame.arena, gj_buffer_slice(&c->roster), &roster, err));
        options.roster = &roster;
    }
    GJ_TRY(gj_collection_make(c->frame.arena, c->frame.ruleset->forms, c->records.items, c->records.count, &options,
                              &collection, err));
    selected[c->frame.rule->index] = true;
    gj_judge_options judging = { .selected = selected, .today = options.today };
    return gj_collect_judge(c->frame.ruleset, collection, &judging, out, err);
}

static gj_status make(one_case *c, bool *end, gj_error *err)
{
    lua_State *L = gj_sandbox_state(c->frame.ruleset->sandbox);
    lua_pushcfunction(L, prepare);
    lua_pushlightuserdata(L, c);
    if (gj_sandbox_call(c->frame.ruleset->sandbox, 1, 1, GJ_LUA_RULE_STEPS, err) != GJ_CALL_OK)
        return GJ_RULES;
    *end = !lua_toboolean(L, -1);
    lua_pop(L, 1);
    for (size_t i = 1; !*end && i <= c->reports; i++)
        GJ_TRY(add_report(c, "reports", i, err));
    for (size_t i = 1; !*end && i <= c->before; i++)
        GJ_TRY(add_report(c, "before", i, err));
    return !*end && c->has_aggregate ? add_report(c, "aggregate", 0, err) : GJ_OK;
}

static gj_status run_case(void *context, bool *passed, bool *end, gj_error *err)
{
    one_case *c = context;
    gj_collected *result = NULL;
    c->records.items = NULL;
    c->records.count = c->records.room = 0;
    gj_buffer_clear(&c->roster);
    GJ_TRY(make(c, end, err));
    if (*end)
        return GJ_OK;
    GJ_TRY(judge(c, &result, err));
    return fits(c, result, passed, err);
}

gj_status gj_run_collection_cases(gj_ruleset *ruleset, const gj_rule *rule, gj_slice today, gj_lang lang,
                                  gj_buffer *out, gj_case_count *count, gj_error *err)
{
    one_case c = { .frame = { .ruleset = ruleset, .rule = rule, .today = today, .lang = lang, .out = out } };
    gj_buffer_init(&c.roster, GJ_MAX_ROSTER);
    gj_status status = gj_case_frame_run(&c.frame, run_case, &c, count, err);
    gj_buffer_free(&c.roster);
    return status;
}
