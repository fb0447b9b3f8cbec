/** record_private.h - what the files that read a record share. */
#ifndef GJ_COLLECT_RECORD_PRIVATE_H
#define GJ_COLLECT_RECORD_PRIVATE_H

#include "../read/json/json_tree.h"
#include "record.h"

typedef struct gj_record_reader {
    gj_arena *arena;
    const gj_json_tree *json;
    gj_record *out;
    gj_error *err;
    bool nomem; /* a text could not be copied; told at the end */
} gj_record_reader;

/** GJ_INPUT: what is missing or wrong, at the node. */
GJ_MUST_USE gj_status gj_record_fault(gj_record_reader *r, size_t node, const char *what);
/** A member of this type, or GJ_NOT_FOUND. */
size_t gj_record_member(const gj_record_reader *r, size_t node, const char *key, gj_json_type type);
/** The node's text, in the record's arena or a piece of its line. */
gj_slice gj_record_text_of(gj_record_reader *r, size_t node);
/** A member's text; empty where there is none or null. */
gj_slice gj_record_string(gj_record_reader *r, size_t node, const char *key);
/** A count of at most nine digits; 0 where there is none. */
size_t gj_record_count(const gj_record_reader *r, size_t node, const char *key);
bool gj_record_truth(const gj_record_reader *r, size_t node, const char *key);
gj_words gj_record_words(gj_record_reader *r, size_t node, const char *key);
/** The strings of a list; none where the node is GJ_NOT_FOUND. */
GJ_MUST_USE gj_status gj_record_strings(gj_record_reader *r, size_t node, gj_slice **out, size_t *count);
/** Index of the word among names; `count` where it is none of them. */
size_t gj_record_choice(gj_slice word, const char *(*name)(int), size_t count);

/** The member "tables", an object at `node`. */
GJ_MUST_USE gj_status gj_record_read_tables(gj_arena *arena, const gj_forms *forms, const gj_json_tree *json,
                                            size_t node, gj_record *out, gj_error *err);

#endif
