/* The table library: Lua's own functions behind bounds. They are C loops that the count hook does not see, and with a lying
 * __len (say 10^15) some of them never end; so writing needs a table without metatable, and every loop is charged beforehand. */
#include "sandbox_private.h"

/* The table at `index`, which has no metatable; returns its length. */
static size_t plain_table(lua_State *L, int index)
{
    luaL_checktype(L, index, LUA_TTABLE);
    if (gj_sandbox_contents(L, index))
        luaL_error(L, "this table is shared and read-only");
    if (lua_getmetatable(L, index))
        luaL_error(L, "a table without a metatable is needed here");
    return (size_t)lua_rawlen(L, index);
}

/* The length of `first` to `last`, charged. */
static size_t charge_range(lua_State *L, lua_Integer first, lua_Integer last)
{
    if (first > last)
        return 0;
    size_t more = (size_t)last - (size_t)first; /* one less than the count, which may overflow */
    gj_sandbox_charge(L, more);
    return more + 1;
}

/* The end of a range: the optional argument at `index`, else the length of the table at 1. Left on the stack as the last argument, so
 * that a __len which lies the second time is not asked again for the loop. */
static lua_Integer range_end(lua_State *L, int index)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, index);
    lua_Integer last = lua_isnil(L, index) ? luaL_len(L, 1) : luaL_checkinteger(L, index);
    lua_pushinteger(L, last);
    lua_replace(L, index);
    return last;
}

static int table_concat(lua_State *L)
{
    lua_Integer last = range_end(L, 4);
    charge_range(L, luaL_optinteger(L, 3, 1), last);
    return gj_sandbox_stock(L, GJ_STOCK_CONCAT);
}

static int table_unpack(lua_State *L)
{
    lua_Integer last = range_end(L, 3);
    if (charge_range(L, luaL_optinteger(L, 2, 1), last) > GJ_LUA_VALUES)
        return luaL_error(L, "table.unpack: too many values (at most %d)", GJ_LUA_VALUES);
    return gj_sandbox_stock(L, GJ_STOCK_UNPACK);
}

static int table_insert(lua_State *L)
{
    size_t length = plain_table(L, 1);
    if (lua_gettop(L) > 2)
        gj_sandbox_charge(L, length);
    return gj_sandbox_stock(L, GJ_STOCK_INSERT);
}

static int table_remove(lua_State *L)
{
    size_t length = plain_table(L, 1);
    if (lua_gettop(L) > 1)
        gj_sandbox_charge(L, length);
    return gj_sandbox_stock(L, GJ_STOCK_REMOVE);
}

static int table_move(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    plain_table(L, lua_isnoneornil(L, 5) ? 1 : 5);
    charge_range(L, luaL_checkinteger(L, 2), luaL_checkinteger(L, 3));
    return gj_sandbox_stock(L, GJ_STOCK_MOVE);
}

static int table_sort(lua_State *L)
{
    plain_table(L, 1);
    return gj_sandbox_sort(L);
}

const luaL_Reg gj_library_table[] = { { "concat", table_concat },
                                      { "unpack", table_unpack },
                                      { "insert", table_insert },
                                      { "remove", table_remove },
                                      { "move", table_move },
                                      { "sort", table_sort },
                                      { NULL, NULL } };
