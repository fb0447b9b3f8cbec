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
