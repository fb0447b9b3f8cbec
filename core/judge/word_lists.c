#include "word_lists.h"

#include <lauxlib.h>
#include <stdio.h>

#include "../base/utf8.h"
#include "../script/sandbox.h"

size_t gj_word_list_find(const gj_word_index *index, gj_slice name)
{
    for (size_t i = 0; i < index->list_count; i++)
        if (gj_slice_equal(index->lists[i].name, name))
            return i;
    return GJ_NOT_FOUND;
}

/* The string at the top of the stack; empty where it is none. It lives as long as the table it was taken from. */
static gj_slice string_of(lua_State *L)
{
    size_t length = 0;
    const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tolstring(L, -1, &length) : NULL;
    return (gj_slice){ text, length };
}

#define ARROW GJ_LIT("→")

/* "wrong→right" or a guard: its word, and what it should be (data NULL for a guard). */
static gj_slice split_entry(gj_slice text, gj_slice *right)
{
    size_t at = gj_slice_find(text, ARROW, 0);
    *right = at == GJ_NOT_FOUND ? (gj_slice){ NULL, 0 } : gj_slice_sub(text, at + ARROW.len, text.len);
    return gj_slice_sub(text, 0, at);
}

/* The word of entry `i` of the list at `list` (the contents of a table). The stack is as before. */
static gj_slice word_of(lua_State *L, int list, size_t i, bool *guard)
{
    gj_slice right = ARROW, word;
    if (lua_rawgeti(L, list, (lua_Integer)i) == LUA_TSTRING) {
        word = split_entry(string_of(L), &right);
    } else if (lua_istable(L, -1)) {
        gj_sandbox_plain(L, -1);
        lua_rawgeti(L, -1, 1);
        word = string_of(L);
        lua_pop(L, 2);
    } else {
        word = (gj_slice){ NULL, 0 };
    }
    *guard = right.data == NULL;
    lua_pop(L, 1);
    return word;
}

static gj_slice pairs_of(lua_State *L, int list)
{
    lua_pushliteral(L, "pairs");
    lua_rawget(L, list);
    gj_slice pairs = string_of(L);
    lua_pop(L, 1);
    return pairs;
}

static gj_status refuse(gj_fields *f, size_t entry)
{
    char name[32];
    (void)snprintf(name, sizeof name, "%zu", entry);
    return gj_field_fail(f, name,
                         "应为 { \"错\", \"正\", … }、\"错→正\" 或 \"护栏\"；词不能为空、不能过长，数字一律写作 #",
                         "expected { \"wrong\", \"right\", … }, \"wrong→right\" or \"guard\"; a word is not empty nor "
                         "too long, and has # for any digit");
}

gj_status gj_word_list_check(gj_fields *f)
{
    if (f->trusted)
        return GJ_OK;
    gj_sandbox_plain(f->L, f->index);
    int list = lua_gettop(f->L);
    size_t count = lua_rawlen(f->L, list), characters = gj_utf8_count(pairs_of(f->L, list));
    bool guard;
    if (count + characters / 2 > GJ_MAX_WORDS)
        return gj_field_fail(f, "words", "词太多", "there are too many words");
    for (size_t i = 1; i <= count; i++)
        if (!gj_spotter_word(word_of(f->L, list, i, &guard)))
            return refuse(f, i);
    if (characters % 2)
        return gj_field_fail(f, "pairs", "应成对：错字后跟正字",
                             "expected pairs: each character and what it should be");
    lua_pop(f->L, 1);
    return GJ_OK;
}

/* Words of one list, appended to the index. */
static void take_list(lua_State *L, gj_word_index *index, uint32_t list)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, index->lists[list].table);
    gj_sandbox_plain(L, -1);
    int table = lua_gettop(L);
    uint32_t count = (uint32_t)lua_rawlen(L, table);
    for (uint32_t i = 1; i <= count; i++, index->count++) {
        gj_word *word = &index->words[index->count];
        *word = (gj_word){ list, i, false };
        index->texts[index->count] = word_of(L, table, i, &word->guard);
    }
    gj_slice pairs = pairs_of(L, table);
    for (size_t at = 0, begin = 0; at < pairs.len; begin = at, index->count++) {
        (void)gj_utf8_next(pairs, &at);
        index->texts[index->count] = gj_slice_sub(pairs, begin, at);
        index->words[index->count] = (gj_word){ list, ++count, false };
        if (at < pairs.len)
            (void)gj_utf8_next(pairs, &at);
    }
    lua_pop(L, 2);
}

static size_t count_words(lua_State *L, const gj_word_index *index)
{
    size_t count = 0;
    for (size_t i = 0; i < index->list_count; i++) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, index->lists[i].table);
        gj_sandbox_plain(L, -1);
        count += lua_rawlen(L, -1) + (gj_utf8_count(pairs_of(L, lua_gettop(L))) + 1) / 2;
        lua_pop(L, 2);
    }
    return count;
}

bool gj_word_index_build(lua_State *L, gj_arena *arena, gj_word_index *index)
{
    if (index->built)
        return true;
    luaL_checkstack(L, 8, NULL);
    size_t count = count_words(L, index);
    index->texts = GJ_ARRAY(arena, count, gj_slice);
    index->words = GJ_ARRAY(arena, count, gj_word);
    if (!index->texts || !index->words)
        return false;
    index->count = 0;
    for (size_t i = 0; i < index->list_count; i++)
        take_list(L, index, (uint32_t)i);
    index->spotter = gj_spotter_new(arena, index->texts, index->count);
    index->built = index->spotter != NULL;
    return index->built;
}

static void push_pair(lua_State *L, gj_slice wrong, gj_slice right)
{
    lua_createtable(L, 2, 0);
    lua_pushlstring(L, wrong.data, wrong.len);
    lua_rawseti(L, -2, 1);
    lua_pushlstring(L, right.data, right.len);
    lua_rawseti(L, -2, 2);
}

void gj_word_push_entry(lua_State *L, const gj_word_index *index, size_t word)
{
    const gj_word *w = &index->words[word];
    gj_slice wrong = index->texts[word], right;
    lua_rawgeti(L, LUA_REGISTRYINDEX, index->lists[w->list].table);
    gj_sandbox_plain(L, -1);
    lua_remove(L, -2);
    int list = lua_gettop(L);
    if (w->entry > lua_rawlen(L, list)) {
        gj_slice pairs = pairs_of(L, list);
        size_t begin = (size_t)(wrong.data - pairs.data) + wrong.len, end = begin;
        if (end < pairs.len)
            (void)gj_utf8_next(pairs, &end);
        push_pair(L, wrong, gj_slice_sub(pairs, begin, end));
    } else if (lua_rawgeti(L, list, w->entry) == LUA_TSTRING) {
        (void)split_entry(string_of(L), &right);
        push_pair(L, wrong, right);
    }
    lua_replace(L, list);
    lua_settop(L, list);
}
