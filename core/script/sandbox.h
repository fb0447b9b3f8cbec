/** sandbox.h - the Lua host: what a rule, a form or a configuration may do, and for how long.
 *
 * Lua 5.4 with: assert error ipairs next pairs (ordered: array part, then keys sorted: numbers, strings, booleans) pcall xpcall select tonumber
 * tostring (no addresses) type setmetatable (refuses __gc and __mode), table (sort is stable), math (no random), utf8, and a string library without
 * patterns (byte char format len lower rep reverse sub upper; no find match gmatch gsub dump pack): matching is `text.*`, PCRE2 with limits.
 * No io os package debug load coroutine collectgarbage print rawset rawget getmetatable. Every file has its own environment; shared tables are
 * read-only; reading an unknown global and assigning any global are errors that name it. Memory is capped (GJ_LUA_MEMORY, one value GJ_LUA_BLOCK); VM instructions are
 * counted per call, C loops and copied bytes are charged as instructions, and the kill is sticky, so that pcall cannot swallow it. Text chunks only,
 * except bytecode that is built into the binary.
 *
 * Every entry into Lua goes through gj_sandbox_call or gj_sandbox_protected: no lua_error leaves them. Any function of Lua's API that may allocate or
 * run a metamethod (also lua_pushstring, lua_getfield, luaL_ref, luaL_newmetatable) belongs inside one of them: outside, running out of memory would
 * end the process.
 */
#ifndef GJ_SCRIPT_SANDBOX_H
#define GJ_SCRIPT_SANDBOX_H

#include <lua.h>

#include "../base/pattern.h"

typedef struct gj_sandbox gj_sandbox;
struct luaL_Reg; /* lauxlib.h */

GJ_MUST_USE gj_status gj_sandbox_new(gj_matcher *matcher, gj_sandbox **out, gj_error *err);
/** All its memory at once; no __gc metamethod of a userdata is run. NULL is fine. */
void gj_sandbox_free(gj_sandbox *sandbox);
lua_State *gj_sandbox_state(gj_sandbox *sandbox);
/** The sandbox of a state (kept in its extra space), for C functions called from Lua. */
gj_sandbox *gj_sandbox_of(lua_State *L);

/** Compile a file and push it as a function with a fresh environment whose reads fall through to the shared globals. `builtin`:
 *  the bytes come from inside the binary and may be bytecode. Errors are GJ_RULES with file and line. On failure nothing is pushed. Inside a call
 *  running out of memory raises. */
GJ_MUST_USE gj_status gj_sandbox_load(gj_sandbox *sandbox, gj_slice name, gj_slice bytes, bool builtin, gj_error *err);

/** Put a value (popped from the top of the stack) where every environment sees it as `name`; nil takes the name away. Tables become read-only in
 *  place, recursively: the value keeps its identity. May be called inside and outside of a call. Fails only for memory. */
gj_status gj_sandbox_share(gj_sandbox *sandbox, const char *name);
/** Make the table on top of the stack read-only, recursively, without sharing it. Inside a call only. */
void gj_sandbox_freeze(lua_State *L);
/** For C functions that read tables raw: push the contents of a read-only table, or the value itself where it is none. */
void gj_sandbox_plain(lua_State *L, int index);
/** Add functions to a library that every environment sees ("text"), or make a new one; before any file is loaded. */
GJ_MUST_USE gj_status gj_sandbox_extend(gj_sandbox *sandbox, const char *library, const struct luaL_Reg *functions,
                                        gj_error *err);

/** How a call ended. */
typedef enum gj_call_end {
    GJ_CALL_OK,
    GJ_CALL_ERROR /* the script raised or misused the API */,
    GJ_CALL_STEPS,
    GJ_CALL_MEMORY,
    GJ_CALL_MATCHING /* bytes or limits of matching */
} gj_call_end;

/** Call the function below `arguments` values with at most `steps` VM instructions and GJ_MATCH_BYTES of matching. On GJ_CALL_OK `results` values are on the stack;
 *  otherwise they and the arguments are gone and `err` (GJ_RULES or GJ_LIMIT) says file, line and reason. steps 0: not counted, for scripts that
 *  come from inside the binary. */
gj_call_end gj_sandbox_call(gj_sandbox *sandbox, int arguments, int results, long steps, gj_error *err);

/** C code that works on the Lua stack. The arguments stand at 1, 2 …; on GJ_OK the results stand on top. */
typedef gj_status (*gj_sandbox_work)(lua_State *L, void *context, gj_error *err);
/** Run C code that uses Lua's API (register classes, read tables with fields.h) under the limits of GJ_LUA_LOAD_STEPS: a Lua error raised in it
 *  becomes a status. The top `arguments` values are taken from the stack; `results` values are left on GJ_OK, none otherwise. The work must
 *  not hold what only it could free when it calls Lua's API. Not inside another call. */
GJ_MUST_USE gj_status gj_sandbox_protected(gj_sandbox *sandbox, int arguments, int results, gj_sandbox_work work,
                                           void *context, gj_error *err);

/** The scripts come from inside the binary: from now on their instructions are not counted (a hook makes them half as fast again), but everything
 *  that functions charge is. Their loops walk what C functions give them, so that these are to charge every step. */
void gj_sandbox_trust(gj_sandbox *sandbox);
/** For C functions called from Lua whose loops depend on their input: count `steps` as VM instructions, before looping. Raises when the budget is spent. */
void gj_sandbox_charge(lua_State *L, size_t steps);

/** VM instructions that the last call used (rounded to GJ_LUA_HOOK_EVERY). */
long gj_sandbox_steps(const gj_sandbox *sandbox);
/** Bytes the Lua state holds now, and the most it ever held. */
size_t gj_sandbox_memory(const gj_sandbox *sandbox, size_t *peak);

/** For C functions called from Lua that match: search under the limits; raises a Lua error on a bad pattern or a limit. */
bool gj_sandbox_search(lua_State *L, gj_pattern *pattern, gj_slice subject, size_t from, gj_match *out);
/** The pattern for the string at stack index `index`, cached by its source; raises a Lua error naming what is wrong. */
gj_pattern *gj_sandbox_pattern(lua_State *L, int index);

#endif
