/** shingle.h - how alike two texts are: the runs of GJ_SHINGLE code points that they have in common.
 *
 * Only letters and ideographs count; white space, marks and the kind of a letter (full or half width, upper or lower case) do not. A number,
 * whatever its digits, is one sign, and so is a masked word such as the body's own name: what must differ from year to year or from body to body makes
 * no difference. Likeness is Dice's: twice the distinct shingles in common by the sum of both, 0 to 1, the same either way round.
 *
 * Four code points: measured on 20 pairs of reports of two following years (tests/data/real). With two, unrelated texts share up to 0.41 of
 * section one; with four up to 0.35, mostly 0.05 to 0.25; copied and updated ones 0.88, with eight 0.86. Longer runs lose revised
 * copies without gaining distance.
 *
 * Time and memory are linear in the text (an index of 32-bit hashes, of which two of 5,000 are alike once in 300 reports); at most GJ_MAX_SHINGLES are made, the rest of the text is left out and
 * `cut` says so. Shingles do not reach from one text into the next.
 */
#ifndef GJ_BASE_SHINGLE_H
#define GJ_BASE_SHINGLE_H

#include "names.h"

#define GJ_SHINGLE 4

typedef struct gj_shingle {
    uint32_t hash;
    uint32_t text;       /* which of the texts */
    uint32_t begin, end; /* its bytes there, marks within included */
    uint32_t next, twin; /* of the index, from 1: the next hash of the slot, the next item with this hash */
    bool later;          /* an earlier item has this hash */
} gj_shingle;

typedef struct gj_shingles {
    gj_shingle *items; /* in the order of the texts */
    size_t count;
    size_t distinct; /* different hashes */
    size_t chars;    /* letters, ideographs, numbers and masked words */
    bool cut;
    uint32_t *slots; /* the index: items from 1 by hash & mask */
    uint32_t mask;
} gj_shingles;

typedef struct gj_shingle_options {
    const gj_slice *masks; /* words that count as one sign, as written; empty ones are passed over */
    size_t mask_count;
    bool keep_numbers;     /* digits are letters */
    const gj_names *names; /* more masks, for many of them; NULL: none */
} gj_shingle_options;

/** Everything lives in the arena; GJ_NOMEM only. `options` may be NULL. Texts must be valid UTF-8. */
GJ_MUST_USE gj_status gj_shingles_make(gj_arena *arena, const gj_slice *texts, size_t count,
                                       const gj_shingle_options *options, gj_shingles *out, gj_error *err);

/** The hashes of one text's shingles, in its order, without an index: for those who keep sets of their own. At most `room` are written (the text's bytes
 *  are room enough); returns how many. */
size_t gj_shingle_hashes(gj_slice text, const gj_shingle_options *options, uint32_t *out, size_t room);

/** Distinct shingles that are in both. */
size_t gj_shingles_common(const gj_shingles *a, const gj_shingles *b);
/** Dice's coefficient; 0 where either has none. */
double gj_shingles_likeness(const gj_shingles *a, const gj_shingles *b);

/** A passage that both have: items [a, a + count) and [b, b + count), each within one text. */
typedef struct gj_passage {
    size_t a, b, count;
} gj_passage;
/** The longest passages of at least `least` shingles, longest first, in the order of `a` where equal; no two overlap in `a`. Of a passage that `b`
 *  has several times the first GJ_SHINGLE_PLACES are tried. Returns how many were written, at most `most`. */
size_t gj_shingles_passages(const gj_shingles *a, const gj_shingles *b, size_t least, gj_passage *out, size_t most);

#endif
