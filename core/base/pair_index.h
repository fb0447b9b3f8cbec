/** pair_index.h - which of several texts may hold a literal, told without reading them again.
 *
 * For each pair of neighbouring characters the index knows in which texts it stands: one bit a text, its number modulo 64. Pairs share places
 * and texts share bits, so that a text which holds the literal is always among the answers, and now and then another one is. Most of what
 * rules look for stands nowhere in a report; looking for it then costs a few dozen instructions and not a walk over the report.
 */
#ifndef GJ_BASE_PAIR_INDEX_H
#define GJ_BASE_PAIR_INDEX_H

#include <stdint.h>

#include "arena.h"
#include "slice.h"

#define GJ_PAIR_PLACES 4096 /* a report of 6,000 characters has some 3,000 different pairs, most of them in one text */
#define GJ_PAIR_ALL UINT64_MAX

#define GJ_PAIR_SINGLES 1024

typedef struct gj_pair_index {
    uint64_t texts[GJ_PAIR_PLACES];
    uint64_t singles[GJ_PAIR_SINGLES];
} gj_pair_index;

/** An empty index; NULL when memory ran out. */
gj_pair_index *gj_pair_index_new(gj_arena *arena);
/** Take in text `number`, which must be valid UTF-8. Cost: one pass, some 20 instructions a character. */
void gj_pair_index_add(gj_pair_index *index, gj_slice text, size_t number);
/** The texts that may hold the literal: bit `number % 64`. A single character is known too; for nothing, all of
 *  them. */
uint64_t gj_pair_index_holders(const gj_pair_index *index, gj_slice literal);
static inline bool gj_pair_holds(uint64_t holders, size_t number)
{
    return holders >> (number % 64) & 1;
}

#endif
