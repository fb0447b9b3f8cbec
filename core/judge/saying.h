/** saying.h - one call of finding:fail, :review or :unless_…: its options read into a draft.
 *
 * Options that the engine knows: at, message, severity, cells, quotes, place, remedy, because, leads. All others are values that templates name.
 * Like all of the API, these functions raise Lua errors.
 */
#ifndef GJ_JUDGE_SAYING_H
#define GJ_JUDGE_SAYING_H

#include "api.h"
#include "wording.h"

/** `options` is the stack index of the call's table, 0 where there is none. */
typedef struct gj_saying {
    lua_State *L;
    gj_judging *judging;
    int options;
    const gj_equation *equation; /* NULL for what the rule found itself */
    gj_shared about;             /* the row, column and table that are named without asking */
} gj_saying;

/** Pushes an option; returns its type (LUA_TNIL without a table). */
int gj_saying_option(const gj_saying *s, const char *name);
/** `count` zeroed items in the arena, or a Lua error. */
void *gj_saying_array(gj_saying *s, size_t count, size_t size);
/** Everything that the options say. Leaves values on the Lua stack, which the caller's return clears. */
gj_draft *gj_saying_draft(gj_saying *s, gj_outcome outcome);

#endif
