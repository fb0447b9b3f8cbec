/** json_scan.h - the strict look at JSON before anyone believes it.
 *
 * cJSON keeps no positions and takes much that RFC 8259 forbids (00012, trailing text, lone surrogates, \u0000). So this pass
 * goes over the bytes first: it refuses everything the standard refuses, with the byte where it went wrong and words for
 * people, and it notes where every value stands. It does not recurse; depth and number of values are limited (limits.h).
 * What the strings mean and whether keys repeat is json_tree.h's part.
 */
#ifndef GJ_READ_JSON_SCAN_H
#define GJ_READ_JSON_SCAN_H

#include "../../base/source.h"

typedef enum gj_json_type {
    GJ_JSON_NULL,
    GJ_JSON_BOOL,
    GJ_JSON_NUMBER,
    GJ_JSON_STRING,
    GJ_JSON_ARRAY,
    GJ_JSON_OBJECT
} gj_json_type;

typedef struct gj_json_node {
    gj_json_type type;
    bool escaped;     /* a string with a backslash in it */
    bool key_escaped; /* the same for its key */
    gj_span span;     /* of the value; a string's quotes and a container's brackets included */
    gj_span key_span; /* of its key with quotes; empty at the root and in arrays */
    gj_slice key;     /* decoded, set by gj_json_parse; empty at the root and in arrays */
    gj_slice text;    /* string contents (decoded, set by gj_json_parse), number lexeme, "true", "false"; else empty */
    size_t parent;    /* index, or GJ_NOT_FOUND at the root */
    size_t next;      /* index of the next sibling, or GJ_NOT_FOUND */
    size_t position;  /* among its parent's children, from 0 */
    size_t children;  /* how many; the first one is the node after this one */
} gj_json_node;

/** All values in the order of the file: nodes[0] is the root, and a container's descendants follow it. */
typedef struct gj_json_tree {
    const gj_source *source;
    gj_json_node *nodes;
    size_t count;
    bool escaped; /* any string or key has a backslash in it */
} gj_json_tree;

/** Check the source against RFC 8259 and note its values. A byte order mark at the start is skipped. GJ_INPUT or GJ_LIMIT with
 *  offset, line and column when it does not pass; keys and texts of strings with escapes are not decoded yet. */
GJ_MUST_USE gj_status gj_json_scan(gj_arena *arena, const gj_source *source, gj_json_tree *out, gj_error *err);

/** Index of the first child, or GJ_NOT_FOUND. */
static inline size_t gj_json_first(const gj_json_tree *json, size_t node)
{
    return json->nodes[node].children ? node + 1 : GJ_NOT_FOUND;
}

#endif
