/** objects.h - what rules about collections see (docs/rule-authors.md), as Lua userdata: shared by the files that judge a collection.
 *
 * An object is an index into the collection; one kept beyond the judging that made it is refused. Functions here may leave by longjmp (a Lua error), so
 * they hold arena and Lua memory only.
 */
#ifndef GJ_COLLECT_OBJECTS_H
#define GJ_COLLECT_OBJECTS_H

#include <lauxlib.h>

#include "collected.h"

/** What is known while a collection is judged. */
typedef struct gj_collecting {
    gj_arena *arena;
    gj_ruleset *ruleset;
    gj_collection *collection;
    const gj_judge_options *options;
    const gj_rule *rule; /* the one that runs */
    gj_outcome outcome;  /* how it stands: the worst it did */
    gj_slice because;
    GJ_LIST(gj_collected_finding) findings;
    size_t first; /* finding of the rule that runs */
    size_t cut;
    bool nomem;
    char copied_with[65]; /* digest of the options that the collection's `copying` was made with; empty: not made yet */
} gj_collecting;

typedef enum gj_thing {
    GJ_THING_COLLECTION,
    GJ_THING_UNIT,
    GJ_THING_REPORT,
    GJ_THING_TOTAL,
    GJ_THING_FINDING
} gj_thing;
#define GJ_THINGS 5

typedef struct gj_thing_object {
    const char *tag; /* tells ours from others */
    gj_collecting *collecting;
    gj_thing kind;
    size_t index;
    size_t generation;
} gj_thing_object;

/** Registers the classes, and pushes the collection and the finding object. For a protected call. */
void gj_collect_push(lua_State *L, gj_collecting *collecting);
/** Objects made so far are stale from now on. */
void gj_collect_close(lua_State *L);

void gj_push_thing(lua_State *L, gj_collecting *collecting, gj_thing kind, size_t index);
/** The object at `index`, or NULL where it is none of ours; raises where it is stale. */
const gj_thing_object *gj_thing_at(lua_State *L, int index);
/** The object at `index`, which must be of this kind. */
const gj_thing_object *gj_thing_check(lua_State *L, int index, gj_thing kind);
/** An iterator over things of a kind: calls `next` with the object at stack index 1 and the position to begin at; `next` gives the index of the thing
 *  or GJ_NOT_FOUND, and the position after it in *at. */
typedef size_t (*gj_thing_next)(const gj_thing_object *self, size_t *at);
int gj_iterate_things(lua_State *L, gj_thing kind, gj_thing_next next);

/** "requests.new.total" */
gj_slice gj_total_path(gj_arena *arena, const gj_rollup_cell *cell);
/** 表三“本年新收”×“自然人” */
gj_words gj_total_name(gj_arena *arena, const gj_rollup_cell *cell);

extern const luaL_Reg gj_collection_methods[], gj_unit_methods[], gj_record_methods[], gj_total_methods[],
    gj_collected_finding_methods[];
/** collection:copied(options [, section]), in copied.c. */
int gj_collection_copied(lua_State *L);
/** Push a field; false where there is none of that name. */
bool gj_collection_field(lua_State *L, const gj_thing_object *self, gj_slice name);
bool gj_unit_field(lua_State *L, const gj_thing_object *self, gj_slice name);
bool gj_record_field(lua_State *L, const gj_thing_object *self, gj_slice name);
bool gj_total_field(lua_State *L, const gj_thing_object *self, gj_slice name);

/* Values */
void gj_put_slice(lua_State *L, gj_slice text); /* nil where empty */
void gj_put_decimal(lua_State *L, gj_decimal value);

#endif
