/** word_lists.h - the word lists of a ruleset, looked for together.
 *
 * A list is a Lua file that pack.lua names under `words`; it returns an array of entries. An entry is a table whose [1] is the word to look for (spotter.h
 * says what a word may be), [2] what it should be, and whose other fields are for the rules; "wrong→right" in short; or, a string without arrow, a
 * guard: a longer word in which the others are no matter.
 * A field `pairs` holds single characters to look for, each followed by the one it should be. A list is also `lib.<name>`.
 *
 * All lists of a ruleset make one index, built when a rule first asks for one, so that a report is gone through once.
 */
#ifndef GJ_JUDGE_WORD_LISTS_H
#define GJ_JUDGE_WORD_LISTS_H

#include <lua.h>

#include "../base/spotter.h"
#include "../script/fields.h"

typedef struct gj_word_list {
    gj_slice name; /* "typos" */
    int table;     /* registry reference of what the file returned */
} gj_word_list;

/** What a word of the index is: entry `entry` (from 1) of a list; of its `pairs` where beyond the array's length. */
typedef struct gj_word {
    uint32_t list, entry;
    bool guard;
} gj_word;

typedef struct gj_word_index {
    gj_word_list *lists;
    size_t list_count;
    bool built;
    gj_spotter *spotter;
    gj_slice *texts;
    gj_word *words;
    size_t count;
} gj_word_index;

/** The index of a list among those of the ruleset, or GJ_NOT_FOUND. */
size_t gj_word_list_find(const gj_word_index *index, gj_slice name);
/** Check the list at f->index as said above; GJ_RULES with the entry's number. Nothing is looked at where f->trusted. */
GJ_MUST_USE gj_status gj_word_list_check(gj_fields *f);
/** Make sure that the index is built. Calls Lua's API: from within a protected call only. False when memory runs out. */
bool gj_word_index_build(lua_State *L, gj_arena *arena, gj_word_index *index);
/** Push the entry that a word of the index belongs to: the list's own table, or { wrong, right } for one of `pairs`. */
void gj_word_push_entry(lua_State *L, const gj_word_index *index, size_t word);

#endif
