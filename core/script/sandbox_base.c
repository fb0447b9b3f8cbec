/* The basic functions that differ from Lua's own: protected calls that pass a kill on, tostring without addresses, setmetatable without
 * finalizers. */
#include "sandbox_private.h"

#include <math.h>

static void deeper(lua_State *L)
{
    if (++gj_sandbox_of(L)->depth > GJ_LUA_CALL_DEPTH) {
        gj_sandbox_of(L)->depth--;
        luaL_error(L, "protected calls are nested too deeply (at most %d)", GJ_LUA_CALL_DEPTH);
    }
}

/* lua_pcall that does not return once the call is killed. */
static int protected(lua_State *L, int arguments, int results)
{
    gj_sandbox *s = gj_sandbox_of(L);
    deeper(L);
    int depth = s->depth;
    int status = lua_pcall(L, arguments, results, 0);
    s->depth = depth - 1;
    if (s->killed != GJ_CALL_OK)
        return gj_sandbox_die(L, s->killed);
    return status;
}

static int base_pcall(lua_State *L)
{
    luaL_checkany(L, 1);
    lua_pushboolean(L, 1);
    lua_insert(L, 1);
    if (protected(L, lua_gettop(L) - 2, LUA_MULTRET) == LUA_OK)
        return lua_gettop(L);
    lua_pushboolean(L, 0);
    lua_insert(L, -2);
    return 2;
}

/* xpcall(f, handler, ...). Lua runs the handler where the error was raised; there the hook that kills is switched off when the
 * error came from it. So ours runs after the stack is unwound; without debug.traceback no script can tell. */
static int base_xpcall(lua_State *L)
{
    luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_pushvalue(L, 1);
    lua_copy(L, 2, 1);
    lua_replace(L, 2); /* handler, f, arguments */
    if (protected(L, lua_gettop(L) - 2, LUA_MULTRET) == LUA_OK) {
        lua_pushboolean(L, 1);
        lua_replace(L, 1);
        return lua_gettop(L);
    }
    (void)protected(L, 1, 1);
    lua_pushboolean(L, 0);
    lua_insert(L, -2);
    return 2;
}

void gj_sandbox_push_text(lua_State *L, int index)
{
    index = lua_absindex(L, index);
    if (luaL_callmeta(L, index, "__tostring")) {
        if (lua_type(L, -1) != LUA_TSTRING)
            luaL_error(L, "__tostring must return a string");
        return;
    }
    switch (lua_type(L, index)) {
    case LUA_TSTRING:
        lua_pushvalue(L, index);
        break;
    case LUA_TNUMBER:
        if (isnan(lua_tonumber(L, index))) { /* its sign depends on the machine */
            lua_pushliteral(L, "nan");
            break;
        }
        lua_pushvalue(L, index);
        (void)lua_tolstring(L, -1, NULL);
        break;
    case LUA_TBOOLEAN:
        lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false");
        break;
    default:
        if (lua_type(L, index) != LUA_TUSERDATA || luaL_getmetafield(L, index, "__name") != LUA_TSTRING)
            lua_pushstring(L, luaL_typename(L, index));
    }
}

static int base_tostring(lua_State *L)
{
    luaL_checkany(L, 1);
    gj_sandbox_push_text(L, 1);
    return 1;
}

static void refuse_field(lua_State *L, int metatable, const char *name, const char *why)
{
    lua_pushstring(L, name);
    if (lua_rawget(L, metatable) != LUA_TNIL)
        luaL_error(L, "setmetatable: %s is not available (%s)", name, why);
    lua_pop(L, 1);
}

static int base_setmetatable(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_argexpected(L, lua_isnil(L, 2) || lua_istable(L, 2), 2, "nil or table");
    if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL)
        return luaL_error(L, "cannot change a protected metatable");
    lua_settop(L, 2);
    gj_sandbox_plain(L, 2);
    if (lua_istable(L, 3)) {
        refuse_field(L, 3, "__gc", "finalizers run outside of the budget");
        refuse_field(L, 3, "__mode", "what is collected depends on chance");
    }
    lua_setmetatable(L, 1);
    lua_settop(L, 1);
    return 1;
}

static int base_tonumber(lua_State *L)
{
    if (lua_type(L, 1) == LUA_TSTRING)
        gj_sandbox_charge(L, lua_rawlen(L, 1) / 8);
    return gj_sandbox_stock(L, GJ_STOCK_TONUMBER);
}

const luaL_Reg gj_library_base[] = { { "pairs", gj_sandbox_pairs },
                                     { "next", gj_sandbox_next },
                                     { "pcall", base_pcall },
                                     { "xpcall", base_xpcall },
                                     { "tonumber", base_tonumber },
                                     { "tostring", base_tostring },
                                     { "setmetatable", base_setmetatable },
                                     { NULL, NULL } };
