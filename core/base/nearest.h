/** nearest.h - "did you mean": how far apart two words are. */
#ifndef GJ_BASE_NEAREST_H
#define GJ_BASE_NEAREST_H

#include "slice.h"

#define GJ_NEAREST_LENGTH 48 /* longer words are never near */

/** Letters (bytes) to insert, delete, replace or swap with their neighbour to make one word of the other, letter case apart; GJ_NOT_FOUND when a
 *  word is longer than GJ_NEAREST_LENGTH. */
size_t gj_word_distance(gj_slice a, gj_slice b);
/** The distance up to which `word` counts as a mistyped other word: a third of its length, at least 1. */
size_t gj_word_reach(gj_slice word);
/** Whether `other` is nearer to `word` than *distance, which then becomes its own: begin with gj_word_reach(word) + 1 and go through all that
 *  may be meant; the first of the nearest is the last that is nearer. */
bool gj_word_nearer(gj_slice word, gj_slice other, size_t *distance);

#endif
