/** table_words.h - the words of a table's header, put together again where lines or cells broke them. */
#ifndef GJ_BIND_TABLE_WORDS_H
#define GJ_BIND_TABLE_WORDS_H

#include "table_bind.h"

/** One header word: a cell, or the cells of several lines that make one label (甲 / 乙). */
typedef struct gj_header_word {
    gj_text text;
    gj_label label;
    const gj_view_cell *cell; /* the first of them */
    size_t line, slot;        /* where it begins */
    size_t column;            /* of the form, or GJ_NOT_FOUND */
    bool near;                /* its label is only near to the column's */
    bool used;                /* is a part of another word */
    bool kept;                /* the bound table, or the form itself, has it */
} gj_header_word;

typedef struct gj_header_words {
    gj_header_word *items;
    size_t count, room;
} gj_header_words;

/** Collect the words of lines [first, end) of the binder's view, in reading order, and find the columns they name. */
GJ_MUST_USE gj_status gj_header_words_read(gj_table_binder *b, size_t first, size_t end, gj_header_words *out);

#endif
