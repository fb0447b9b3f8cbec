/** copying.h - who copied whom: texts of a collection that are alike, found without comparing each with each.
 *
 * The measure is that of shingle.h: runs of four signs, a number being one sign whatever its digits, and so is a name (below); marks, white space and
 * paragraph order make no difference. The likeness of two texts is Dice's: twice the runs in common by the sum of both, 0 to 1.
 * Beside it, for a text as a whole, stands containment: how much of the text that has fewer runs stands in the other one. It has a threshold of its own; a pair that is alike as
 * a whole is not also said to be within, and one that is within is not also said to be alike in sections.
 * Runs that more than half of the texts have do not count where there are GJ_COPY_COMMON_FROM texts or more: what most units share is a template and nobody's
 * copy. Only the paragraphs of the sections named in the options count, not headings, tables, and what stands before the first heading. What is left
 * must be GJ_COPY_TEXT runs (a section alone: GJ_COPY_SECTION), else nothing is said about it: a few standing sentences are alike everywhere.
 *
 * How: each set of runs is reduced to GJ_COPY_BINS smallest hashes (one permutation, densified), these to GJ_COPY_BANDS bands; texts that agree in a band and
 * in about as many bins as the threshold demands are candidates, and every candidate is measured exactly. At a likeness of 0.85 a pair is missed once in
 * some thousands (docs/copying.zh.md has the curve). A short text within a long one agrees in few bins: such candidates come from a sample of runs, one in
 * GJ_COPY_SAMPLE by its hash, of which those count that at most GJ_COPY_BUCKET texts have; a pair that shares half of the smaller's is measured. Of a band in which more than GJ_COPY_BUCKET texts agree, each is compared with the next GJ_COPY_WINDOW
 * only: a template that thousands filled in is found as a group, not as millions of pairs. So time grows with n log n and memory with n.
 *
 * Nothing is random: the same texts in the same order give the same result. Texts are borrowed, the result lives in the arena.
 */
#ifndef GJ_COLLECT_COPYING_H
#define GJ_COLLECT_COPYING_H

#include "../base/names.h"
#include "record.h"

/** One report. A text that is `aside` is held against nothing but that whose `before` it is. */
typedef struct gj_copy_text {
    const gj_record_part *parts;
    size_t part_count;
    size_t owner;  /* texts of one owner are not held against each other; GJ_NOT_FOUND: nobody's */
    size_t before; /* its own text of the year before, held against it by itself; GJ_NOT_FOUND: none */
    bool aside;
} gj_copy_text;

typedef struct gj_copy_options {
    const gj_slice *sections; /* keys of the sections that count, at most GJ_COPY_SECTIONS */
    size_t section_count;
    const gj_slice *alone; /* of these, the ones that are also held against each other by themselves */
    size_t alone_count;
    const gj_names *names; /* that count as one sign; NULL: none */
    double least;          /* the likeness from which on a pair is reported, 0.6 to 1 */
    double within;         /* the containment from which on, 0.6 to 1; 0: it is not looked for */
} gj_copy_options;

/** Index of a key in a list, or GJ_NOT_FOUND. */
size_t gj_copy_option_of(const gj_slice *keys, size_t count, gj_slice key);

#define GJ_COPY_UNSAID (-1.0) /* a likeness that is not told: too little text */

typedef struct gj_copy_pair {
    size_t a, b;                       /* texts, a < b; of a text and its `before` in this order */
    double whole;                      /* likeness of all sections together, or GJ_COPY_UNSAID */
    double within;                     /* containment of the one with fewer runs in the other, or GJ_COPY_UNSAID */
    bool b_is_less;                    /* which one has fewer; of as many, a */
    double sections[GJ_COPY_SECTIONS]; /* of each, in the order of the options */
} gj_copy_pair;

typedef struct gj_copying {
    gj_copy_options options; /* its lists copied */
    const gj_copy_text *texts;
    size_t text_count;
    gj_copy_pair *pairs; /* by a, then b: as a whole or in a section that is compared alone at least `least` alike */
    size_t pair_count;
    gj_copy_pair *years; /* each text with its `before`, however alike */
    size_t year_count;
    size_t common;     /* different runs that do not count because most have them */
    size_t candidates; /* pairs that were measured */
    bool cut;          /* there were more than GJ_COPY_CANDIDATES: some pairs may be missing */
} gj_copying;

/** GJ_NOMEM; GJ_USAGE where the options break their limits. */
GJ_MUST_USE gj_status gj_copying_make(gj_arena *arena, const gj_copy_text *texts, size_t count,
                                      const gj_copy_options *options, gj_copying **out, gj_error *err);

#define GJ_COPY_WHOLE GJ_NOT_FOUND        /* in place of a section: the text as a whole */
#define GJ_COPY_WITHIN (GJ_NOT_FOUND - 1) /* one text within another */

/** What a pair can be reported for, one after the other: as a whole, within, then by section; GJ_COPY_KINDS and the number of sections in all. */
#define GJ_COPY_KINDS 2
size_t gj_copy_kind(size_t index);
/** The likeness or containment for which the pair is reported under this kind, or GJ_COPY_UNSAID: too low, or another kind says it. */
double gj_copying_alike(const gj_copying *copying, const gj_copy_pair *pair, size_t kind);

/** Texts that hang together by pairs that are reported under one kind. Of one group each is alike with one other at least, not with all. */
typedef struct gj_copy_group {
    size_t *texts; /* ascending */
    size_t count;
    size_t strongest; /* the pair that is most alike, of several the first */
} gj_copy_group;
/** By their first text. `kind`: an index into the options' list, GJ_COPY_WHOLE or GJ_COPY_WITHIN. */
GJ_MUST_USE gj_status gj_copying_groups(gj_arena *arena, const gj_copying *copying, size_t kind, gj_copy_group **out,
                                        size_t *count, gj_error *err);

/** A paragraph and the one most like it in the other text. */
typedef struct gj_copy_beside {
    size_t a_part, a_paragraph, b_part, b_paragraph; /* as in the texts' parts */
    double likeness;
} gj_copy_beside;
/** The paragraphs of `a` that are at least GJ_COPY_PARAGRAPH alike with one of `b`, in the order of `a`; `kind` as above. Here every run counts, also those
 *  that most texts have: a person sees what is the same. */
GJ_MUST_USE gj_status gj_copying_beside(gj_arena *arena, const gj_copying *copying, size_t a, size_t b, size_t kind,
                                        gj_copy_beside **out, size_t *count, gj_error *err);

#endif
