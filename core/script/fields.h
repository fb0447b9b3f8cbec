/** fields.h - reading a Lua table that must have a certain shape, with errors that name file, field and reason.
 *
 * For forms, packs, clauses, rules and configuration alike: one reader, one kind of message:
 * `rules/zfxxgk/t3.lua: rule T3-002: field "severity": expected one of error, warning, info, found "fatal"`.
 *
 * Fields are read raw: no metamethod runs. Tables that the sandbox made read-only read like others. The functions use Lua's API, which may
 * run out of memory: call them inside gj_sandbox_protected or from a C function called by Lua. Strings must be UTF-8 without NUL.
 * An absent optional field leaves *out as it was, strings and lists apart.
 */
#ifndef GJ_SCRIPT_FIELDS_H
#define GJ_SCRIPT_FIELDS_H

#include <lua.h>

#include "../base/arena.h"

typedef struct gj_fields {
    lua_State *L;
    int index;         /* absolute stack index of the table */
    gj_arena *arena;   /* strings are copied here */
    const char *where; /* "rules/zfxxgk/t3.lua: rule T3-002" */
    gj_status status;  /* what GJ_FAIL returns: GJ_RULES or GJ_USAGE */
    gj_error *err;
    /* From inside the binary, checked when that was built: unknown fields, UTF-8 and read-only tables are not looked for. */
    bool trusted;
} gj_fields;

/** Strings: required (an error when absent or empty) and optional (empty slice when absent). */
GJ_MUST_USE gj_status gj_field_string(gj_fields *f, const char *name, gj_slice *out);
GJ_MUST_USE gj_status gj_field_optional(gj_fields *f, const char *name, gj_slice *out);
GJ_MUST_USE gj_status gj_field_int(gj_fields *f, const char *name, bool required, int *out);
GJ_MUST_USE gj_status gj_field_bool(gj_fields *f, const char *name, bool *out);
/** { zh = "…", en = "…" }: both needed where required, else both or none. */
GJ_MUST_USE gj_status gj_field_words(gj_fields *f, const char *name, bool required, gj_words *out);
/** { "a", "b" } or one string. */
GJ_MUST_USE gj_status gj_field_strings(gj_fields *f, const char *name, bool required, gj_slice **out, size_t *count);
/** One of the NULL-ended words; *out is its index. */
GJ_MUST_USE gj_status gj_field_choice(gj_fields *f, const char *name, const char *const *words, bool required,
                                      int *out);
/** A function: leaves a registry reference in *ref (LUA_NOREF when absent and not required). */
GJ_MUST_USE gj_status gj_field_function(gj_fields *f, const char *name, bool required, int *ref);
/** Every key of the table must be among the NULL-ended names; the error names the unknown one and the nearest known one. */
GJ_MUST_USE gj_status gj_fields_known(gj_fields *f, const char *const *names);
/** An error of this reader's kind about a field. */
gj_status gj_field_fail(gj_fields *f, const char *name, const char *zh, const char *en);

#endif
