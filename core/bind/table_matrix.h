/** table_matrix.h - the header and the rows of a matrix. */
#ifndef GJ_BIND_TABLE_MATRIX_H
#define GJ_BIND_TABLE_MATRIX_H

#include "table_bind.h"

typedef struct gj_matrix {
    size_t slot[GJ_MAX_FORM_COLUMNS];  /* where each column of the form stands in the header, or GJ_NOT_FOUND */
    size_t line[GJ_MAX_FORM_COLUMNS];  /* and in which line of the view */
    size_t order[GJ_MAX_FORM_COLUMNS]; /* columns found, from left to right */
    size_t width;                      /* how many were found */
    size_t first_slot;                 /* the leftmost slot of any word that names a column */
    size_t line_width;                 /* slots of every header line; 0 where they differ */
    size_t first_data;                 /* first line after the header */
} gj_matrix;

/** A label that the form prints over several columns. */
bool gj_matrix_head(const gj_form_table *form, const gj_label *label);
/** The column of no column of the form that stands in this slot. NULL when memory ran out. */
gj_extra_column *gj_matrix_extra_column(gj_table_binder *b, const gj_matrix *m, size_t slot);
/** Bind the lines after the header. */
GJ_MUST_USE gj_status gj_matrix_read_rows(gj_table_binder *b, const gj_matrix *m);

#define GJ_ROW_LABELS 8 /* label cells of one line that are looked at */

/** A line after the header, taken apart. */
typedef struct gj_row_line {
    const gj_view_line *line;
    const gj_view_cell *labels[GJ_ROW_LABELS];
    size_t label_count;
    size_t value_slot; /* first slot after the labels */
    bool positional;   /* its values stand under the header's columns */
    bool written;      /* it has a value that is not blank */
} gj_row_line;

/** Labels waiting for the line of figures that they belong to. */
typedef struct gj_row_pending {
    gj_label label;
    gj_text text;
    const gj_view_line *line;
} gj_row_pending;

/** Lines [first, end) of the view that hold no row: a header repeated, or a page number. */
typedef struct gj_row_skipped {
    size_t first, end;
    size_t next; /* the line of gj_row_reader after them */
    bool header;
} gj_row_skipped;

typedef struct gj_row_reader {
    gj_table_binder *b;
    const gj_matrix *m;
    gj_row_line *lines;
    size_t count;
    GJ_LIST(gj_row_skipped) skipped;
    size_t kept;            /* of `skipped` */
    size_t block;           /* first row of the block under way, or GJ_NOT_FOUND */
    const char *group;      /* the key of the group's label met last; NULL: none yet */
    bool reworded;          /* a label before the own one of the line under way is not the form's */
    gj_row_pending waiting; /* line NULL: none */
} gj_row_reader;

/** A way to read a line's label: what is compared, and what is shown. */
typedef struct gj_row_reading {
    gj_label label;
    gj_text text;
    bool with_waiting, with_next; /* made with what waited before the line, with the line after it */
} gj_row_reading;

/** Take a line apart into labels and values (row_line.c). `out` is zeroed. */
void gj_row_take_apart(const gj_row_reader *r, const gj_view_line *line, gj_row_line *out);
/** A header line that a page break repeats: two or more columns named, no figure. */
bool gj_row_repeats_header(const gj_row_reader *r, const gj_view_line *line);

/** The row with this label (row_label.c): among several the one in the block under way, else the first not bound yet; one that is bound
 *  already when there is no other; GJ_NOT_FOUND when there is none. */
size_t gj_row_pick(const gj_row_reader *r, const gj_label *label);
/** Whether the label is that of the row's block in other words: 「（六）其他」 is the block （六）其他甲, not its row 3.其他. */
bool gj_row_block_number(const gj_table_binder *b, size_t row, const gj_label *label);
/** The row that line `index` is, by a label that is exactly a row's, else by the one row it is clearly near to. `found` is the reading
 *  used; *row is GJ_NOT_FOUND when there is none. */
GJ_MUST_USE gj_status gj_row_find(gj_row_reader *r, size_t index, size_t *row, gj_row_reading *found);
/** `a` with a piece of label after it. False when memory ran out. */
bool gj_row_join(gj_row_reader *r, gj_row_reading a, const gj_label *label, const gj_text *text, gj_row_reading *out);

#endif
