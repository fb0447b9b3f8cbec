/** copying_private.h - what the files that look for copies share. */
#ifndef GJ_COLLECT_COPYING_PRIVATE_H
#define GJ_COLLECT_COPYING_PRIVATE_H

#include "../base/shingle.h"
#include "copying.h"

/** A set of runs: hashes, ascending, each once. */
typedef struct gj_copy_set {
    uint32_t *items;
    size_t count;
} gj_copy_set;

/** Runs that most texts have, by open addressing; `slots` NULL: none. */
typedef struct gj_copy_common {
    uint32_t *slots, *counts;
    uint32_t mask;
    size_t more_than; /* texts */
    size_t count;
} gj_copy_common;

/** A sampled run of a text. */
typedef struct gj_copy_sample {
    uint32_t hash, text;
} gj_copy_sample;

typedef struct gj_copy_samples {
    gj_copy_sample *items;
    size_t count, room;
} gj_copy_samples;

typedef struct gj_copy_work {
    gj_arena *scratch; /* freed at the end */
    const gj_copy_options *options;
    gj_shingle_options shingling;
    const gj_copy_text *texts;
    size_t text_count;
    gj_copy_common common;
    size_t room;             /* runs that the longest text may have, at most GJ_MAX_SHINGLES */
    uint32_t *spare;         /* room, for sorting */
    gj_copy_set once;        /* room, for one set at a time */
    gj_copy_samples samples; /* of the texts as a whole, made with their bands */
} gj_copy_work;

/** Room for the longest text; nothing is common yet. */
GJ_MUST_USE gj_status gj_copy_work_open(gj_copy_work *work, gj_error *err);
/** The runs of one section of a text, or of all (GJ_COPY_WHOLE), without the common ones, into `out`, which has the room. */
void gj_copy_set_fill(gj_copy_work *work, const gj_copy_text *text, size_t section, gj_copy_set *out);
/** All sets in one; `out` has room for as many as the work, and what is beyond it is left out. */
void gj_copy_set_unite(gj_copy_work *work, const gj_copy_set *sets, size_t count, gj_copy_set *out);
/** Find what most texts have. */
GJ_MUST_USE gj_status gj_copy_common_find(gj_copy_work *work, gj_error *err);
size_t gj_copy_common_runs(const gj_copy_set *a, const gj_copy_set *b);
/** Two texts that may be alike: the lower index in the upper half. */
typedef struct gj_copy_candidates {
    uint64_t *items; /* ascending, each once */
    size_t count, room;
    bool cut;
} gj_copy_candidates;
/** Add the candidates of one section, or of the texts as a whole. The list lives in the scratch arena. */
GJ_MUST_USE gj_status gj_copy_bands_find(gj_copy_work *work, size_t section, gj_copy_candidates *out, gj_error *err);
/** Keep the sampled runs of a text. */
GJ_MUST_USE gj_status gj_copy_sample_take(gj_copy_work *work, size_t text, const gj_copy_set *set, gj_error *err);
/** Add the pairs of which one may stand within the other. Sorts the samples. */
GJ_MUST_USE gj_status gj_copy_within_find(gj_copy_work *work, gj_copy_candidates *out, gj_error *err);
/** copying_bands.c: add one pair, a < b, unless there are too many. */
GJ_MUST_USE gj_status gj_copy_candidate_add(gj_copy_work *work, size_t a, size_t b, gj_copy_candidates *out,
                                            gj_error *err);
/** Sort, and drop what is there twice. */
void gj_copy_candidates_unite(gj_copy_candidates *list);
uint64_t gj_copy_mix(uint64_t x);

#endif
