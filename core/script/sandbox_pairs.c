/* pairs and next in a fixed order: 1 to #t, then the other keys sorted, numbers before strings before booleans.
 *
 * Lua's own order depends on addresses and a random seed, so that two runs of one script differ (measured: six runs, six orders).
 * Keys of other types have no order of their own and are refused. */
#include "sandbox_private.h"

#include <stdlib.h>

typedef struct key {
    int rank; /* 0 number, 1 string, 2 boolean */
    bool whole;
    lua_Integer integer;
    lua_Number number;
    gj_slice text;
    lua_Integer at; /* in the list of keys */
} key;

static key key_at(lua_State *L, int index)
{
    key k = { 0 };
    switch (lua_type(L, index)) {
    case LUA_TNUMBER:
        k.whole = lua_isinteger(L, index);
        k.integer = k.whole ? lua_tointeger(L, index) : 0;
        k.number = lua_tonumber(L, index);
        break;
    case LUA_TSTRING:
        k.rank = 1;
        k.text.data = lua_tolstring(L, index, &k.text.len);
        break;
    case LUA_TBOOLEAN:
        k.rank = 2;
        k.integer = lua_toboolean(L, index);
        break;
    default:
        luaL_error(L,
                   "pairs and next need keys that are numbers, strings or booleans (a key is a %s): they have an order",
                   luaL_typename(L, index));
    }
    return k;
}

static int compare(const key *a, const key *b)
{
    if (a->rank != b->rank)
        return a->rank - b->rank;
    if (a->rank == 1)
        return gj_slice_compare(a->text, b->text);
    if (a->rank == 0 && !(a->whole && b->whole) && (a->number < b->number || a->number > b->number))
        return a->number < b->number ? -1 : 1;
    return a->integer < b->integer ? -1 : a->integer > b->integer;
}

static int compare_items(const void *a, const void *b)
{
    return compare(a, b);
}

/* Whether the key at `index` is one of 1 to `border`. */
static bool in_array(lua_State *L, int index, lua_Integer border)
{
    if (!lua_isinteger(L, index))
        return false;
    lua_Integer i = lua_tointeger(L, index);
    return i >= 1 && i <= border;
}

/* next over 1 to #t, for tables that have no other keys: (table, index). A script holds this function and may give it anything. */
static int next_in_array(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    gj_sandbox_plain(L, 1);
    lua_Integer i = lua_tointeger(L, 2), border = (lua_Integer)lua_rawlen(L, 3);
    i = i < 0 ? 0 : i;
    while (i++ < border) {
        if (lua_rawgeti(L, 3, i) != LUA_TNIL) {
            lua_pushinteger(L, i);
            lua_insert(L, -2);
            return 2;
        }
        lua_pop(L, 1);
    }
    return 0;
}

/* The walk of pairs over a table with other keys. Upvalues: the contents, the list of keys, the position reached. */
static int next_in_list(lua_State *L)
{
    lua_Integer at = lua_tointeger(L, lua_upvalueindex(3));
    while (lua_rawgeti(L, lua_upvalueindex(2), ++at) != LUA_TNIL) {
        lua_pushvalue(L, -1);
        if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) {
            lua_pushinteger(L, at);
            lua_replace(L, lua_upvalueindex(3));
            return 2;
        }
        lua_pop(L, 2); /* removed meanwhile */
    }
    return 0;
}

/* Put into the table on top of the stack all keys of `contents` in order. `others` are outside its array part. */
static void list_keys(lua_State *L, int contents, lua_Integer border, size_t others)
{
    int list = lua_gettop(L);
    key *keys = lua_newuserdatauv(L, others * sizeof *keys, 0);
    size_t count = 0;
    for (lua_Integer i = 1; i <= border; i++) {
        lua_pushinteger(L, i);
        lua_rawseti(L, list, i);
    }
    lua_createtable(L, (int)others, 0);
    int unsorted = lua_gettop(L);
    for (lua_pushnil(L); lua_next(L, contents);) {
        lua_pop(L, 1);
        if (in_array(L, -1, border) || count == others)
            continue;
        keys[count] = key_at(L, -1);
        keys[count].at = (lua_Integer)count + 1;
        lua_pushvalue(L, -1);
        lua_rawseti(L, unsorted, keys[count++].at);
    }
    qsort(keys, count, sizeof *keys, compare_items);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, unsorted, keys[i].at);
        lua_rawseti(L, list, border + (lua_Integer)i + 1);
    }
    lua_settop(L, list);
}

int gj_sandbox_pairs(lua_State *L)
{
    luaL_checkany(L, 1);
    lua_settop(L, 1);
    if (!gj_sandbox_contents(L, 1)) {
        if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
            lua_pushvalue(L, 1);
            lua_call(L, 1, 3);
            return 3;
        }
        luaL_checktype(L, 1, LUA_TTABLE);
        lua_pushvalue(L, 1);
    }
    lua_Integer border = (lua_Integer)lua_rawlen(L, 2);
    size_t others = 0, all = 0;
    for (lua_pushnil(L); lua_next(L, 2); lua_pop(L, 1)) {
        all++;
        others += !in_array(L, -2, border);
    }
    gj_sandbox_charge(L, all + others);
    if (others == 0) {
        lua_pushcfunction(L, next_in_array);
        lua_pushvalue(L, 1); /* never the contents of a read-only table */
        lua_pushinteger(L, 0);
        return 3;
    }
    lua_pushvalue(L, 2);
    lua_createtable(L, (int)((size_t)border + others), 0);
    list_keys(L, 2, border, others);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_in_list, 3);
    lua_pushvalue(L, 1);
    return 2;
}

/* Push the smallest key outside 1 to border that is above `low` (NULL: the smallest of all), or nil. */
static void push_above(lua_State *L, int contents, lua_Integer border, const key *low)
{
    key best = { 0 };
    bool found = false;
    lua_pushnil(L); /* the best so far */
    int result = lua_gettop(L);
    size_t seen = 0;
    for (lua_pushnil(L); lua_next(L, contents);) {
        lua_pop(L, 1);
        seen++;
        if (in_array(L, -1, border))
            continue;
        key k = key_at(L, -1);
        if ((low && compare(&k, low) <= 0) || (found && compare(&k, &best) >= 0))
            continue;
        best = k;
        found = true;
        lua_copy(L, -1, result);
    }
    gj_sandbox_charge(L, seen);
}

int gj_sandbox_next(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    gj_sandbox_plain(L, 1);
    lua_replace(L, 1);
    lua_Integer border = (lua_Integer)lua_rawlen(L, 1), i = lua_isnil(L, 2) ? 0 : border;
    if (in_array(L, 2, border))
        i = lua_tointeger(L, 2);
    bool other = !lua_isnil(L, 2) && !in_array(L, 2, border);
    while (!other && ++i <= border) {
        lua_pushinteger(L, i);
        if (lua_rawgeti(L, 1, i) != LUA_TNIL)
            return 2;
        lua_pop(L, 2);
    }
    key low = { 0 };
    if (other)
        low = key_at(L, 2);
    push_above(L, 1, border, other ? &low : NULL);
    if (lua_isnil(L, -1))
        return 1;
    lua_pushvalue(L, -1);
    lua_rawget(L, 1);
    return 2;
}
