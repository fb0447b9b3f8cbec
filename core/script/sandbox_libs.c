/* Which functions of Lua's libraries a script may use. Libraries are opened one by one into tables that no script sees; what is named here is
 * taken over, what is not named does not exist, also in a later Lua. */
#include "sandbox_private.h"

#include <lualib.h>

typedef struct library {
    const char *name;
    lua_CFunction open;
    const char *const *taken; /* NULL-ended */
    const luaL_Reg *ours;     /* replace or add */
    const char *hint;         /* where a function is missing */
} library;

static const char *const base_taken[] = { "assert", "error", "ipairs", "select", "type", NULL };
static const char *const table_taken[] = { "pack", NULL };
static const char *const string_taken[] = { "char", "len", "lower", "reverse", "sub", "upper", NULL };
static const char *const utf8_taken[] = { "char", "codes", NULL };
static const char *const math_taken[] = { "abs",  "ceil",       "floor", "fmod",       "huge", "log",
                                          "max",  "maxinteger", "min",   "mininteger", "modf", "pi",
                                          "sqrt", "tointeger",  "type",  "ult",        NULL };
static const char *const none[] = { NULL };
static const luaL_Reg nothing[] = { { NULL, NULL } };

static const library libraries[] = {
    { "table", luaopen_table, table_taken, gj_library_table, "" },
    { "math", luaopen_math, math_taken, nothing, "" },
    { "utf8", luaopen_utf8, utf8_taken, gj_library_utf8, "" },
    { "string", luaopen_string, string_taken, gj_library_string,
      "; to match text use text.find, text.test, text.split …" },
    { "text", NULL, none, gj_library_text, "" },
};

static const struct {
    gj_stock which;
    const char *library, *name;
} stocks[] = {
    { GJ_STOCK_CONCAT, "table", "concat" },  { GJ_STOCK_INSERT, "table", "insert" },
    { GJ_STOCK_REMOVE, "table", "remove" },  { GJ_STOCK_MOVE, "table", "move" },
    { GJ_STOCK_UNPACK, "table", "unpack" },  { GJ_STOCK_BYTE, "string", "byte" },
    { GJ_STOCK_FORMAT, "string", "format" }, { GJ_STOCK_CODEPOINT, "utf8", "codepoint" },
    { GJ_STOCK_REP, "string", "rep" },       { GJ_STOCK_TONUMBER, "base", "tonumber" },
    { GJ_STOCK_UTF8_LEN, "utf8", "len" },    { GJ_STOCK_OFFSET, "utf8", "offset" },
};

int gj_sandbox_stock(lua_State *L, gj_stock which)
{
    return gj_sandbox_of(L)->stock[which](L);
}

/* __index of a library's contents: (contents, key); upvalues: library's name, hint. */
static int unknown_function(lua_State *L)
{
    const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);
    return luaL_error(L, "%s.%s is not available here%s", lua_tostring(L, lua_upvalueindex(1)), key,
                      lua_tostring(L, lua_upvalueindex(2)));
}

static int unknown_global(lua_State *L)
{
    if (lua_type(L, 2) == LUA_TSTRING)
        return luaL_error(L, "unknown global \"%s\"", lua_tostring(L, 2));
    return luaL_error(L, "unknown global");
}

static int write_global(lua_State *L)
{
    if (lua_type(L, 2) == LUA_TSTRING)
        return luaL_error(L, "global \"%s\" is assigned: declare it local", lua_tostring(L, 2));
    return luaL_error(L, "globals cannot be assigned");
}

/* From the table at `from` to the one on top of the stack. */
static void take(lua_State *L, int from, const char *const *names)
{
    for (size_t i = 0; names[i]; i++) {
        lua_getfield(L, from, names[i]);
        lua_setfield(L, -2, names[i]);
    }
}

static void keep_stock(lua_State *L, int from, const char *name)
{
    for (size_t i = 0; i < sizeof stocks / sizeof *stocks; i++) {
        if (strcmp(stocks[i].library, name) != 0)
            continue;
        lua_getfield(L, from, stocks[i].name);
        gj_sandbox_of(L)->stock[stocks[i].which] = lua_tocfunction(L, -1);
        lua_pop(L, 1);
    }
}

/* The one way from a value to its methods that no environment guards: "x":f() must not reach Lua's own string library. */
static void set_string_methods(lua_State *L, int contents)
{
    lua_pushliteral(L, "");
    lua_createtable(L, 0, 2);
    lua_pushvalue(L, contents);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

/* Add a library to the globals at `globals`. */
static void open_library(lua_State *L, const library *l, int globals)
{
    int top = lua_gettop(L);
    if (l->open) {
        lua_pushcfunction(L, l->open);
        lua_pushstring(L, l->name);
        lua_call(L, 1, 1);
    } else {
        lua_createtable(L, 0, 0);
    }
    lua_createtable(L, 0, 16);
    int contents = lua_gettop(L);
    take(L, top + 1, l->taken);
    keep_stock(L, top + 1, l->name);
    luaL_setfuncs(L, l->ours, 0);
    lua_createtable(L, 0, 1);
    lua_pushstring(L, l->name);
    lua_pushstring(L, l->hint);
    lua_pushcclosure(L, unknown_function, 2);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, contents);
    if (l->open == luaopen_string)
        set_string_methods(L, contents);
    gj_sandbox_guard(L, contents);
    lua_setfield(L, globals, l->name);
    lua_settop(L, top);
}

/* luaopen_base writes into the state's global table, which is then emptied: no script has it, and C code finds nothing there. */
static void open_base(lua_State *L, int globals)
{
    int top = lua_gettop(L);
    lua_pushcfunction(L, luaopen_base);
    lua_call(L, 0, 1);
    lua_pushvalue(L, globals);
    take(L, top + 1, base_taken);
    keep_stock(L, top + 1, "base");
    luaL_setfuncs(L, gj_library_base, 0);
    lua_createtable(L, 0, 0);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    lua_settop(L, top);
}

/* A metatable with __index (on top of the stack, popped), __newindex and __metatable. */
static void push_guarding(lua_State *L)
{
    lua_createtable(L, 0, 3);
    lua_insert(L, -2);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, write_global);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
}

void gj_sandbox_open_libraries(lua_State *L)
{
    lua_settop(L, 0);
    lua_createtable(L, 0, 24);
    open_base(L, 1);
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++)
        open_library(L, &libraries[i], 1);
    lua_pushcfunction(L, unknown_global);
    push_guarding(L);
    lua_setmetatable(L, 1);
    lua_pushvalue(L, 1);
    push_guarding(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &gj_slots[GJ_SLOT_ENVIRONMENT]);
    lua_pushvalue(L, 1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &gj_slots[GJ_SLOT_GLOBALS]);
    lua_createtable(L, 0, 0);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &gj_slots[GJ_SLOT_PATTERNS]);
    lua_settop(L, 0);
}
