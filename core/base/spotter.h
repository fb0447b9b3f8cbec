/** spotter.h - finding many words in a text in one pass.
 *
 * For lists of hundreds of words (misspellings, stock phrases) that no report holds more than a few of. Every word is known by two characters of it that few
 * other words share; at every character one bit tells whether it and the next are such a pair, and where they are not, which is nearly everywhere,
 * nothing else is looked at.
 *
 * A word is UTF-8, 1 to GJ_MAX_WORD bytes. In it '#' stands for one ASCII digit, and no other digit may occur: "####，" is a year that a comma follows.
 */
#ifndef GJ_BASE_SPOTTER_H
#define GJ_BASE_SPOTTER_H

#include "arena.h"
#include "slice.h"

typedef struct gj_spotter gj_spotter;

/** Whether it may be a word: valid UTF-8, of a fitting length, and without digits. */
bool gj_spotter_word(gj_slice word);

/** Built in the arena; the words must pass gj_spotter_word (not checked again), are not copied and must live as long. NULL when memory runs out. */
gj_spotter *gj_spotter_new(gj_arena *arena, const gj_slice *words, size_t count);

/** One place where a word stands: bytes [begin, end) of the text; `word` is its index. Return false to stop. */
typedef bool (*gj_spotter_take)(void *context, gj_span place, size_t word);

/** Every word at every place in it, roughly in order of `begin`: one place may come up to GJ_MAX_WORD bytes late. The text must be valid UTF-8. False when `take` stopped it. */
bool gj_spotter_run(const gj_spotter *spotter, gj_slice text, gj_spotter_take take, void *context);

#endif
