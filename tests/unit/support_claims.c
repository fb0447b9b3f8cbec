#include "support_claims.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>
#include <lauxlib.h>
#include <lualib.h>

#include "../../core/bind/form_lua.h"

typedef struct loading {
    test_binding *t;
    gj_status status;
} loading;

static gj_status load_all(lua_State *L, test_binding *t)
{
    gj_slice other_year;
    if (luaL_dofile(L, "rules/zfxxgk/claims.lua") != LUA_OK)
        return gj_fail(&t->err, GJ_RULES, GJ_NOWHERE, "%s", "%s", lua_tostring(L, -1));
    gj_fields claims = {
        .L = L, .index = lua_gettop(L), .arena = t->arena, .where = "claims.lua", .status = GJ_RULES, .err = &t->err
    };
    GJ_TRY(gj_claims_from_lua(&claims, t->matcher, &t->forms->claims, &t->forms->claim_count));
    if (luaL_dofile(L, "rules/zfxxgk/relations.lua") != LUA_OK)
        return gj_fail(&t->err, GJ_RULES, GJ_NOWHERE, "%s", "%s", lua_tostring(L, -1));
    gj_fields joints = {
        .L = L, .index = lua_gettop(L), .arena = t->arena, .where = "relations.lua", .status = GJ_RULES, .err = &t->err
    };
    GJ_TRY(gj_joints_from_lua(&joints, &t->forms->joints));
    if (luaL_dofile(L, "rules/zfxxgk/pack.lua") != LUA_OK)
        return gj_fail(&t->err, GJ_RULES, GJ_NOWHERE, "%s", "%s", lua_tostring(L, -1));
    gj_fields pack = {
        .L = L, .index = lua_gettop(L), .arena = t->arena, .where = "pack.lua", .status = GJ_RULES, .err = &t->err
    };
    GJ_TRY(gj_field_string(&pack, "other_year", &other_year));
    return gj_pattern_new(t->matcher, other_year, true, &t->forms->other_year, &t->err);
}

static int load_protected(lua_State *L)
{
    loading *job = lua_touserdata(L, 1);
    job->status = load_all(L, job->t);
    return 0;
}

void test_claims_open(test_binding *t)
{
    test_binding_open(t);
    loading job = { .t = t };
    lua_State *L = luaL_newstate();
    assert_non_null(L);
    luaL_openlibs(L);
    lua_pushcfunction(L, load_protected);
    lua_pushlightuserdata(L, &job);
    int failed = lua_pcall(L, 1, 0, 0);
    if (failed || job.status != GJ_OK)
        print_message("%s: %s\n", failed ? lua_tostring(L, -1) : t->err.where, t->err.zh);
    lua_close(L);
    assert_int_equal(failed, LUA_OK);
    assert_int_equal(job.status, GJ_OK);
}

void test_claims_written(const gj_report *report, gj_buffer *out)
{
    static const char *const states[] = { "", " ties", " contradicts", " unknown" };
    char value[24];
    for (size_t i = 0; i < report->claim_count; i++) {
        const gj_claim *claim = &report->claims[i];
        if (!claim->kind)
            continue;
        (void)gj_decimal_print(claim->value, value);
        bool unstated = claim->tie == GJ_TIES && claim->kind->ties[claim->tie_index].unstated;
        gj_buffer_format(out, "%s%.*s %s%.*s%s%s", out->len ? "; " : "", GJ_ARG(claim->kind->key),
                         claim->zero_words ? "none" : value, GJ_ARG(claim->unit), states[claim->tie],
                         unstated ? "*" : "");
        if (claim->year)
            gj_buffer_format(out, " @%d", claim->year);
    }
}

static void add_value(gj_buffer *out, gj_decimal value)
{
    char number[24];
    (void)gj_decimal_print(value, number);
    gj_buffer_text(out, number);
}

static void add_claim(const gj_report *report, size_t claim, bool unit, gj_buffer *out)
{
    add_value(out, report->claims[claim].value);
    if (unit)
        gj_buffer_add(out, report->claims[claim].unit);
}

static void add_breakdown(const gj_report *report, const gj_relation *relation, gj_buffer *out)
{
    static const char *const signs[] = { " = ", " > ", " < ", " ? " };
    add_claim(report, relation->whole, relation->second == GJ_NOT_FOUND, out);
    if (relation->second != GJ_NOT_FOUND) {
        gj_buffer_text(out, " + ");
        add_claim(report, relation->second, true, out);
    }
    gj_buffer_text(out, signs[relation->state]);
    for (size_t i = 0; i < relation->part_count; i++) {
        gj_buffer_text(out, i ? " + " : "");
        add_claim(report, relation->parts[i].claim, false, out);
    }
    gj_buffer_text(out, relation->closed ? " complete" : "");
    gj_buffer_text(out, relation->rounded ? " rounded" : "");
    gj_buffer_text(out, relation->mixed ? " mixed" : "");
}

static void add_figure(const gj_report *report, const gj_relation *relation, gj_buffer *out)
{
    if (relation->state == GJ_TOO_MUCH || relation->state == GJ_TOO_LITTLE) {
        gj_buffer_text(out, " is ");
        add_value(out, relation->sum);
        gj_buffer_text(out, " not ");
    } else {
        gj_buffer_text(out, relation->kind == GJ_SHARE ? " = " : " ");
    }
    add_claim(report, relation->figure, true, out);
}

static void add_change(const gj_report *report, const gj_relation *relation, gj_buffer *out)
{
    if (relation->before == GJ_NOT_FOUND)
        gj_buffer_text(out, "?");
    else
        add_claim(report, relation->before, false, out);
    gj_buffer_text(out, " -> ");
    add_claim(report, relation->whole, false, out);
    gj_buffer_text(out, relation->up ? " up" : " down");
    if (relation->figure != GJ_NOT_FOUND)
        add_figure(report, relation, out);
    gj_buffer_text(out, relation->wrong_way ? " wrong way" : "");
}

void test_relations_written(const gj_report *report, gj_buffer *out)
{
    for (size_t i = 0; i < report->relation_count; i++) {
        const gj_relation *relation = &report->relations[i];
        gj_buffer_text(out, i ? "; " : "");
        if (relation->kind == GJ_BREAKDOWN) {
            add_breakdown(report, relation, out);
        } else if (relation->kind == GJ_CHANGE) {
            add_change(report, relation, out);
        } else {
            add_claim(report, relation->parts[0].claim, false, out);
            gj_buffer_text(out, " of ");
            add_claim(report, relation->whole, false, out);
            add_figure(report, relation, out);
        }
    }
    if (!out->data || !out->len)
        gj_buffer_text(out, "none");
}
