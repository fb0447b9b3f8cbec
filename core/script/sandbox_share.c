/* Read-only tables and the shared globals.
 *
 * A table is made read-only in place: its contents move into a hidden table, and the table itself stays behind as an empty
 * shell whose metatable shows the contents and refuses writes. So whoever held it before, the functions of a library among
 * them, holds the read-only one now. Indexing a shell costs one more table access; `#`, pairs, next and ipairs work as before.
 * A metatable cannot be emptied so, for Lua reads it raw: a shared table may have one, but may not be one. */
#include "sandbox_private.h"

static int refuse_write(lua_State *L)
{
    if (lua_type(L, 2) == LUA_TSTRING)
        return luaL_error(L, "field \"%s\": this table is shared and read-only", lua_tostring(L, 2));
    return luaL_error(L, "this table is shared and read-only");
}

bool gj_sandbox_contents(lua_State *L, int index)
{
    if (!lua_istable(L, index) || !lua_getmetatable(L, index))
        return false;
    bool shell = lua_rawgetp(L, -1, &gj_slots[GJ_SLOT_CONTENTS]) == LUA_TTABLE;
    lua_remove(L, -2);
    if (!shell)
        lua_pop(L, 1);
    return shell;
}

void gj_sandbox_plain(lua_State *L, int index)
{
    if (!gj_sandbox_contents(L, index))
        lua_pushvalue(L, index);
}

static int shell_length(lua_State *L)
{
    lua_pushinteger(L, gj_sandbox_contents(L, 1) ? (lua_Integer)lua_rawlen(L, -1) : 0);
    return 1;
}

/* Metamethods other than these keep working on the shell of a table that had a metatable. */
static bool is_ours(const char *name)
{
    static const char *const ours[] = { "__index", "__newindex", "__len",   "__pairs", "__metatable",
                                        "__gc",    "__mode",     "__close", NULL };
    for (size_t i = 0; ours[i]; i++)
        if (strcmp(name, ours[i]) == 0)
            return true;
    return false;
}

/* From the metatable at `from` to the one on top of the stack. */
static void copy_metamethods(lua_State *L, int from)
{
    for (lua_pushnil(L); lua_next(L, from); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING || is_ours(lua_tostring(L, -2)))
            continue;
        lua_pushvalue(L, -2);
        lua_pushvalue(L, -2);
        lua_rawset(L, -5);
    }
}

/* Give the empty table at `shell` the guard of `contents`; a metatable it had moves to the contents. */
static void set_guard(lua_State *L, int shell, int contents)
{
    lua_createtable(L, 1, 5);
    if (lua_getmetatable(L, shell)) {
        int old = lua_gettop(L);
        lua_pushvalue(L, old - 1);
        copy_metamethods(L, old);
        lua_pop(L, 1);
        lua_setmetatable(L, contents);
    }
    lua_pushvalue(L, contents);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, refuse_write);
    lua_setfield(L, -2, "__newindex");
    lua_pushcfunction(L, shell_length);
    lua_setfield(L, -2, "__len");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pushvalue(L, contents);
    lua_rawsetp(L, -2, &gj_slots[GJ_SLOT_CONTENTS]);
    lua_setmetatable(L, shell);
}

void gj_sandbox_guard(lua_State *L, int index)
{
    int contents = lua_absindex(L, index);
    lua_createtable(L, 0, 0);
    set_guard(L, lua_gettop(L), contents);
}

/* Put the table on top of the stack into the queue, and pop it; other values are popped. */
static void enqueue(lua_State *L, int queue)
{
    if (lua_istable(L, -1))
        lua_rawseti(L, queue, (lua_Integer)lua_rawlen(L, queue) + 1);
    else
        lua_pop(L, 1);
}

/* A metatable's __index shows further tables. */
static void enqueue_index(lua_State *L, int shell, int queue)
{
    if (!lua_getmetatable(L, shell))
        return;
    lua_pushliteral(L, "__index");
    lua_rawget(L, -2);
    enqueue(L, queue);
    lua_pop(L, 1);
}

static void freeze_one(lua_State *L, int shell, int queue)
{
    lua_createtable(L, (int)lua_rawlen(L, shell), 0);
    int contents = lua_gettop(L);
    for (lua_pushnil(L); lua_next(L, shell);) {
        if (lua_type(L, -2) == LUA_TSTRING && strncmp(lua_tostring(L, -2), "__", 2) == 0)
            luaL_error(L, "field \"%s\": a metatable cannot be shared; keep it local", lua_tostring(L, -2));
        lua_pushvalue(L, -1);
        enqueue(L, queue);
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, contents);
    }
    for (lua_pushnil(L); lua_next(L, contents);) {
        lua_pop(L, 1);
        lua_pushvalue(L, -1);
        lua_pushnil(L);
        lua_rawset(L, shell);
    }
    enqueue_index(L, shell, queue);
    set_guard(L, shell, contents);
    lua_settop(L, contents - 1);
}

void gj_sandbox_freeze(lua_State *L)
{
    luaL_checkstack(L, 16, NULL);
    int table = lua_gettop(L);
    lua_createtable(L, 4, 0);
    int queue = table + 1;
    lua_pushvalue(L, table);
    enqueue(L, queue);
    for (lua_Integer i = 1; i <= (lua_Integer)lua_rawlen(L, queue); i++) {
        lua_rawgeti(L, queue, i);
        if (gj_sandbox_contents(L, -1))
            lua_pop(L, 1); /* done before */
        else
            freeze_one(L, lua_gettop(L), queue);
        lua_pop(L, 1);
    }
    lua_settop(L, table);
}

static gj_status share(lua_State *L, void *name, gj_error *err)
{
    (void)err;
    lua_settop(L, 1);
    if (lua_istable(L, 1))
        gj_sandbox_freeze(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &gj_slots[GJ_SLOT_GLOBALS]);
    lua_pushstring(L, name);
    lua_pushvalue(L, 1);
    lua_rawset(L, 2);
    lua_settop(L, 0);
    return GJ_OK;
}

static int share_inside(lua_State *L)
{
    void *name = lua_touserdata(L, 2);
    (void)share(L, name, NULL);
    return 0;
}

gj_status gj_sandbox_share(gj_sandbox *s, const char *name)
{
    gj_error err;
    if (!s->running)
        return gj_sandbox_protected(s, 1, 0, share, (void *)(size_t)name, &err);
    lua_State *L = s->L;
    luaL_checkstack(L, 4, NULL);
    lua_pushcfunction(L, share_inside);
    lua_insert(L, -2);
    lua_pushlightuserdata(L, (void *)(size_t)name);
    lua_call(L, 2, 0);
    return GJ_OK;
}

typedef struct extension {
    const char *library;
    const luaL_Reg *functions;
} extension;

static gj_status extend(lua_State *L, void *context, gj_error *err)
{
    const extension *e = context;
    (void)err;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &gj_slots[GJ_SLOT_GLOBALS]);
    lua_pushstring(L, e->library);
    lua_rawget(L, 1);
    if (!gj_sandbox_contents(L, 2)) {
        lua_createtable(L, 0, 4);
        gj_sandbox_guard(L, -1);
        lua_pushstring(L, e->library);
        lua_insert(L, -2);
        lua_rawset(L, 1);
    }
    luaL_setfuncs(L, e->functions, 0);
    lua_settop(L, 0);
    return GJ_OK;
}

gj_status gj_sandbox_extend(gj_sandbox *s, const char *library, const luaL_Reg *functions, gj_error *err)
{
    extension e = { library, functions };
    return gj_sandbox_protected(s, 0, 0, extend, &e, err);
}
