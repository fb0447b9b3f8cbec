/** labels.h - comparing labels: what a cell or heading says, apart from how it was typed.
 *
 * A label is reduced to a key: folded (gj_utf8_fold), its leading number set apart, punctuation dropped. So 「1、属于 国家秘密」,
 * 「1.属于国家秘密」 and 「①属于国家秘密」 have one key. Labels of a form are indexed once, when the form is loaded; looking one up
 * costs one hash. Nearness is asked for only where a label is in no index.
 */
#ifndef GJ_BIND_LABELS_H
#define GJ_BIND_LABELS_H

#include <stdint.h>

#include "form.h"

/** How a label's leading number is written. */
typedef enum gj_number_style {
    GJ_STYLE_NONE,
    GJ_STYLE_HAN,           /* 一、 一. 第一部分 */
    GJ_STYLE_HAN_BRACKET,   /* （一） */
    GJ_STYLE_DIGIT,         /* 1. 1、 */
    GJ_STYLE_DIGIT_BRACKET, /* （1） */
    GJ_STYLE_CIRCLE         /* ① */
} gj_number_style;

typedef struct gj_label {
    gj_slice key; /* empty for a text that has no word in it, or is too long to be a label */
    unsigned hash;
    int number; /* 0 where there is none */
    gj_number_style style;
    size_t number_width; /* bytes of the text that are its number, brackets included, marks after it not */
    size_t number_bytes; /* the same with the marks after it; 0 where there is no number */
} gj_label;

/** Only the number a text begins with; the key stays empty. */
void gj_label_number(gj_slice text, gj_label *out);
/** Read a label; false when memory ran out. Texts over GJ_MAX_LABEL bytes have an empty key. */
GJ_MUST_USE bool gj_label_read(gj_arena *arena, gj_slice text, gj_label *out);
/** The label whose key is `a`'s with `b`'s after it and whose number is `a`'s; false when memory ran out. */
GJ_MUST_USE bool gj_label_join(gj_arena *arena, const gj_label *a, const gj_label *b, gj_label *out);
/** The same key. Numbers are not compared. */
bool gj_label_equal(const gj_label *a, const gj_label *b);
/** Dice's coefficient over pairs of neighbouring characters, 0 … 100. Keys are compared in their first 64 characters. */
int gj_label_nearness(gj_slice key, gj_slice other);

/** The pairs of neighbouring characters of a key, for comparing it more than once. */
#define GJ_LABEL_CHARS 64
typedef struct gj_label_pairs {
    uint64_t items[GJ_LABEL_CHARS];
    size_t count;
} gj_label_pairs;
void gj_label_pairs_read(gj_slice key, gj_label_pairs *out);
/** Nearness of two keys by their pairs; 0 where it cannot reach `least`. One-character keys have no pairs: 0. */
int gj_label_pairs_nearness(const gj_label_pairs *a, const uint64_t *b, size_t count, int least);

#define GJ_LABEL_NEAR 75        /* nearness from which a unique label is taken for another */
#define GJ_LABEL_MARGIN 10      /* and by how much it must lead the second best */
#define GJ_LABEL_SAME_NUMBER 10 /* what an equal leading number adds */

typedef enum gj_label_kind {
    GJ_LABEL_SECTION,
    GJ_LABEL_BLOCK,
    GJ_LABEL_ROW,
    GJ_LABEL_COLUMN,
    GJ_LABEL_NOTE
} gj_label_kind;

/** What a key means in a form. Entries of one key are chained in the form's order. */
typedef struct gj_label_entry {
    gj_label label;
    gj_label_kind kind;
    size_t table;   /* index into the form's tables; sections: GJ_NOT_FOUND */
    size_t item;    /* section, row or column; for a block its first row */
    bool statutory; /* the form's own words, not a variant */
    struct gj_label_entry *next;
} gj_label_entry;

typedef struct gj_label_index gj_label_index;

/** Index all labels and variants of a form; `form->labels` is set. */
GJ_MUST_USE gj_status gj_label_index_build(gj_arena *arena, gj_form *form, gj_error *err);
/** The first entry with the label's key, or NULL. */
const gj_label_entry *gj_label_find(const gj_label_index *index, const gj_label *label);
/** The first entry of a kind in a table among those with the label's key, or NULL. */
const gj_label_entry *gj_label_find_in(const gj_label_index *index, const gj_label *label, gj_label_kind kind,
                                       size_t table);
/** The one entry of a kind in a table that is near to the label, clearly nearer than every other item; NULL when none is. */
const gj_label_entry *gj_label_nearest(const gj_label_index *index, const gj_label *label, gj_label_kind kind,
                                       size_t table);

#endif
