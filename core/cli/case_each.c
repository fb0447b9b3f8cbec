/* case_each.c - one written case that stands for several, and what a case wants to read in a finding. */
#include <lauxlib.h>

#include "cases.h"

#define MAX_DEPTH 16

/* The list of texts of the case on top of the stack is pushed above its section's key; false where it has no `each` that is one. A malformed one
 * stays in the case, whose maker refuses it. */
static bool push_texts(lua_State *L)
{
    int at = lua_gettop(L);
    if (lua_getfield(L, at, "each") == LUA_TTABLE) {
        lua_pushnil(L);
        if (lua_next(L, at + 1) && lua_type(L, at + 2) == LUA_TSTRING && lua_istable(L, at + 3) &&
            lua_rawlen(L, at + 3)) {
            lua_remove(L, at + 1);
            return true;
        }
    }
    lua_settop(L, at);
    return false;
}

/* A copy of the table at `from`, or a new table where there is none, is pushed. */
static void push_copy(lua_State *L, int from)
{
    lua_newtable(L);
    if (!lua_istable(L, from))
        return;
    for (lua_pushnil(L); lua_next(L, from); lua_pop(L, 1)) {
        lua_pushvalue(L, -2);
        lua_pushvalue(L, -2);
        lua_settable(L, -5);
    }
}

/* (case, key, texts) on top become the case with texts[number] as the section's text. */
static void make_one(lua_State *L, lua_Integer number)
{
    int at = lua_gettop(L) - 2;
    push_copy(L, at);
    lua_pushnil(L);
    lua_setfield(L, at + 3, "each");
    lua_getfield(L, at, "text");
    push_copy(L, at + 4);
    lua_pushvalue(L, at + 1);
    if (lua_rawgeti(L, at + 2, number) != LUA_TSTRING)
        luaL_error(L, "each: expected a list of texts");
    lua_settable(L, at + 5);
    lua_setfield(L, at + 3, "text");
    lua_pushvalue(L, at + 3);
    lua_replace(L, at);
    lua_settop(L, at);
}

/* The words of the case on top of the stack (with = "甲 乙") are pushed; 0 where it has none. A malformed list stays in the case, as above. */
static lua_Integer push_words(lua_State *L)
{
    lua_Integer count = 0;
    if (lua_getfield(L, -1, "with") == LUA_TSTRING)
        for (const char *at = lua_tostring(L, -1); *(at += strspn(at, " ")); at += strcspn(at, " "))
            count++;
    if (!count)
        lua_pop(L, 1);
    return count;
}

/* Push the string at `index` with `word` for each {} in it. */
static void push_filled(lua_State *L, int index, gj_slice word)
{
    const char *at = lua_tostring(L, index);
    luaL_Buffer filled;
    luaL_buffinit(L, &filled);
    for (const char *slot; (slot = strstr(at, "{}")) != NULL; at = slot + 2) {
        luaL_addlstring(&filled, at, (size_t)(slot - at));
        luaL_addlstring(&filled, word.data, word.len);
    }
    luaL_addstring(&filled, at);
    luaL_pushresult(&filled);
}

/* Push the value at `index` as it is with the word: strings filled, keys of tables, too; tables copied. */
static void push_with(lua_State *L, int index, gj_slice word, int depth)
{
    luaL_checkstack(L, 10, "case");
    if (depth > MAX_DEPTH)
        luaL_error(L, "a case is nested too deeply");
    if (lua_type(L, index) == LUA_TSTRING) {
        push_filled(L, index, word);
    } else if (lua_istable(L, index)) {
        lua_newtable(L);
        int copy = lua_gettop(L);
        for (lua_pushnil(L); lua_next(L, index); lua_settop(L, copy + 1)) {
            if (lua_type(L, copy + 1) == LUA_TSTRING)
                push_filled(L, copy + 1, word);
            else
                lua_pushvalue(L, copy + 1);
            lua_pushvalue(L, copy + 3);
            if (lua_gettable(L, copy) != LUA_TNIL)
                luaL_error(L, "with: a case has the same key twice");
            lua_pop(L, 1);
            push_with(L, copy + 2, word, depth + 1);
            lua_settable(L, copy);
        }
    } else {
        lua_pushvalue(L, index);
    }
}

/* (case, words) on top become the case with words[number]. */
static void make_with(lua_State *L, lua_Integer number)
{
    int at = lua_gettop(L) - 1;
    const char *word = lua_tostring(L, at + 1);
    for (;; word += strcspn(word, " ")) {
        word += strspn(word, " ");
        if (--number == 0)
            break;
    }
    push_with(L, at, (gj_slice){ word, strcspn(word, " ") }, 0);
    lua_pushnil(L);
    lua_setfield(L, at + 2, "with");
    lua_replace(L, at);
    lua_settop(L, at);
}

void gj_case_push(lua_State *L, int group, lua_Integer number)
{
    luaL_checkstack(L, 10, "case");
    for (lua_Integer i = 1; lua_rawgeti(L, group, i) == LUA_TTABLE; i++) {
        lua_Integer words = push_words(L), count = words ? words : 1;
        if (!words && push_texts(L))
            count = (lua_Integer)lua_rawlen(L, -1);
        if (number <= count) {
            if (words)
                make_with(L, number);
            else if (lua_gettop(L) > group + 1)
                make_one(L, number);
            return;
        }
        number -= count;
        lua_settop(L, group);
    }
}

bool gj_case_says(const gj_result *result, gj_slice words)
{
    for (size_t i = 0; i < result->finding_count; i++) {
        const gj_finding *f = &result->findings[i];
        if (gj_slice_find(f->message.zh, words, 0) != GJ_NOT_FOUND ||
            gj_slice_find(f->quote, words, 0) != GJ_NOT_FOUND || gj_slice_find(f->place, words, 0) != GJ_NOT_FOUND)
            return true;
    }
    return false;
}
