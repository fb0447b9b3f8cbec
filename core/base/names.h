/** names.h - a set of names, of which the longest that begins at a place of a text is found.
 *
 * For thousands of names and long texts: a place where no name begins costs one look at a bit, another a search in the sorted names. Names shorter
 * than two ideographs (GJ_NAME_KEY bytes) are passed over: one character says nothing. Bytes are compared as they are (UTF-8, both sides).
 */
#ifndef GJ_BASE_NAMES_H
#define GJ_BASE_NAMES_H

#include "arena.h"

#define GJ_NAME_KEY 6u      /* bytes that a name is known by */
#define GJ_NAME_BITS 65536u /* of the first look */

typedef struct gj_names {
    gj_slice *items;  /* in the order of bytes, each once */
    uint32_t *within; /* from 1: the longest other name that this one begins with; 0: none */
    size_t count;
    uint64_t begins[GJ_NAME_BITS / 64];
} gj_names;

/** The set lives in the arena and borrows the words. GJ_NOMEM only. */
GJ_MUST_USE gj_status gj_names_make(gj_arena *arena, const gj_slice *words, size_t count, const gj_names **out,
                                    gj_error *err);

/** Bytes of the longest name that begins at `at`; 0 where none does. */
size_t gj_names_at(const gj_names *names, gj_slice text, size_t at);

#endif
