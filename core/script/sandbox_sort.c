/* table.sort: a merge sort, stable and always of n log n comparisons.
 *
 * Lua's quicksort asks the clock for a pivot when a table is badly unbalanced, so that equal elements may change places from run to run,
 * and a comparator that lies can drive it out of the table. Here the table is written only when all comparisons are done. */
#include "sandbox_private.h"

enum { TABLE = 1, COMPARATOR = 2, FIRST = 3, SECOND = 4 };

/* Whether element `a` of the list at `list` must stand before its element `b`. */
static bool before(lua_State *L, int list, lua_Integer a, lua_Integer b)
{
    bool result;
    if (lua_isnil(L, COMPARATOR)) {
        lua_rawgeti(L, list, a);
        lua_rawgeti(L, list, b);
        result = lua_compare(L, -2, -1, LUA_OPLT);
        lua_pop(L, 2);
        return result;
    }
    lua_pushvalue(L, COMPARATOR);
    lua_rawgeti(L, list, a);
    lua_rawgeti(L, list, b);
    lua_call(L, 2, 1);
    result = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return result;
}

/* Merge [low, middle) and [middle, high) of `from` into `to`. */
static void merge(lua_State *L, int from, int to, lua_Integer low, lua_Integer middle, lua_Integer high)
{
    lua_Integer left = low, right = middle;
    for (lua_Integer at = low; at < high; at++) {
        bool take_right = left == middle || (right < high && before(L, from, right, left));
        lua_rawgeti(L, from, take_right ? right++ : left++);
        lua_rawseti(L, to, at);
    }
}

int gj_sandbox_sort(lua_State *L)
{
    lua_Integer count = (lua_Integer)lua_rawlen(L, TABLE);
    if (!lua_isnoneornil(L, COMPARATOR))
        luaL_checktype(L, COMPARATOR, LUA_TFUNCTION);
    lua_settop(L, COMPARATOR);
    size_t rounds = 1;
    for (lua_Integer width = 1; width < count; width *= 2)
        rounds++;
    gj_sandbox_charge(L, (size_t)count * rounds);
    lua_createtable(L, (int)count, 0);
    lua_createtable(L, (int)count, 0);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, TABLE, i);
        lua_rawseti(L, FIRST, i);
    }
    int from = FIRST, to = SECOND;
    for (lua_Integer width = 1; width < count; width *= 2) {
        for (lua_Integer low = 1; low <= count; low += 2 * width) {
            lua_Integer middle = low + width <= count ? low + width : count + 1;
            lua_Integer high = middle + width <= count ? middle + width : count + 1;
            merge(L, from, to, low, middle, high);
        }
        int swap = from;
        from = to;
        to = swap;
    }
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, from, i);
        lua_rawseti(L, TABLE, i);
    }
    return 0;
}
