/* Matching for C functions called from Lua: patterns by source, texts searched and charged. */
#include "sandbox_private.h"

#include <stdio.h>

gj_pattern *gj_sandbox_pattern(lua_State *L, int index)
{
    gj_sandbox *s = gj_sandbox_of(L);
    gj_slice source = gj_sandbox_string(L, index);
    index = lua_absindex(L, index);
    if (!s->matcher)
        luaL_error(L, "there is no matching here");
    lua_rawgetp(L, LUA_REGISTRYINDEX, &gj_slots[GJ_SLOT_PATTERNS]);
    lua_pushvalue(L, index);
    lua_rawget(L, -2);
    gj_pattern *pattern = lua_touserdata(L, -1);
    if (!pattern) {
        gj_error err;
        gj_sandbox_charge(L, GJ_PATTERN_STEPS);
        if (gj_pattern_new(s->matcher, source, false, &pattern, &err) != GJ_OK)
            luaL_error(L, "%s", err.en);
        lua_pushvalue(L, index);
        lua_pushlightuserdata(L, pattern);
        lua_rawset(L, -4);
    }
    lua_pop(L, 2);
    return pattern;
}

bool gj_sandbox_search(lua_State *L, gj_pattern *pattern, gj_slice subject, size_t from, gj_match *out)
{
    gj_sandbox *s = gj_sandbox_of(L);
    gj_error err;
    gj_match_result result = gj_pattern_search(pattern, subject, from, out, &err);
    if (result == GJ_MATCH_FAILED)
        luaL_error(L, "%s", err.en);
    bool far = gj_matcher_bytes(s->matcher) > GJ_MATCH_BYTES;
    if (result == GJ_MATCH_LIMITED || far) {
        if (s->killed == GJ_CALL_OK)
            (void)snprintf(s->message, sizeof s->message, "%s", far ? "too much text was searched" : err.en);
        gj_sandbox_die(L, GJ_CALL_MATCHING);
    }
    return result == GJ_MATCH_FOUND;
}
