/** json_tree.h - JSON that passed the strict look, with its strings decoded and its keys known to be unique.
 *
 * Where strings have escapes, cJSON parses the bytes a second time and gives their meaning; every value of its tree is paired with
 * the node of json_scan.h that says where it stands. The tree does not outlive gj_json_parse. Numbers stay the lexemes of the file
 * and never pass through a double.
 */
#ifndef GJ_READ_JSON_TREE_H
#define GJ_READ_JSON_TREE_H

#include "../document.h"
#include "json_scan.h"

/** Scan (json_scan.h), decode, and check that no object has a key twice: keys are compared decoded, so "a" and "\u0061" are
 *  twins, and the error names the line of the first. GJ_INPUT, GJ_LIMIT or GJ_NOMEM, with line and column where there is a place. */
GJ_MUST_USE gj_status gj_json_parse(gj_arena *arena, const gj_source *source, gj_json_tree *out, gj_error *err);

/** An object's member by key, or GJ_NOT_FOUND (also when `node` is no object). */
size_t gj_json_member(const gj_json_tree *json, size_t node, const char *key);

/** JSON Pointer of a node from the root (RFC 6901, ~0 and ~1 escaped). Data is NULL when memory ran out. */
gj_slice gj_json_pointer(gj_arena *arena, const gj_json_tree *json, size_t node);
/** Keys from below `top` down to the node, joined by '.'; array positions as decimal numbers. Data is NULL when memory ran out. */
gj_slice gj_json_path(gj_arena *arena, const gj_json_tree *json, size_t node, size_t top);
/** Both for a child at once, from its parent's: `pointer` + "/key", `path` + ".key" (no dot after an empty path). False when memory
 *  ran out. */
bool gj_json_step(gj_arena *arena, const gj_json_tree *json, size_t node, gj_slice *pointer, gj_slice *path);
/** A key or pointer short enough for a message, cut after a whole character. */
gj_slice gj_json_shown(gj_slice text);

/** For messages: "对象 {…}" / "an object" … */
gj_words gj_json_type_words(gj_json_type type);

/** The node's text with its place: string contents without white space at the ends, or the lexeme. A string with escapes gets one
 *  run for each escape and each stretch between, so that every byte of the text knows where it was written. Empty for null and
 *  containers. */
GJ_MUST_USE gj_status gj_json_node_text(gj_arena *arena, const gj_json_tree *json, size_t node, gj_text *out,
                                        gj_error *err);

/** The next line of a string that holds line ends (\n), as a text of its own, trimmed; empty lines are passed over. Start with
 *  a zeroed cursor. False at the end and on error; then *status tells which. */
typedef struct gj_json_lines {
    gj_text whole; /* untrimmed */
    size_t at;     /* in whole.text */
    size_t run;    /* runs before this one end before `at` */
} gj_json_lines;
GJ_MUST_USE gj_status gj_json_lines_open(gj_arena *arena, const gj_json_tree *json, size_t node, gj_json_lines *out,
                                         gj_error *err);
bool gj_json_lines_next(gj_arena *arena, gj_json_lines *lines, gj_text *out, gj_status *status, gj_error *err);

#endif
