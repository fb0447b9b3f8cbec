/** spaced.h - tables whose cells are kept apart by blanks alone. Shared by the readers of text and of Markdown.
 *
 * Lines are cut into pieces at their blanks. Which piece stands in which column is found from the lines that have a figure in every
 * column (spaced_columns.c), or from the rules that pandoc draws (ruled_table.c). How wide a character is differs from program to
 * program: pdftotext counts every character as one, a terminal counts 汉字 as two, and ambiguous ones (“ ” — ①) as one or two. So each
 * piece is measured in all three ways, and the way in which the table is straight is taken.
 *
 * Nothing is guessed: a figure that does not stand in exactly one column makes its row one without columns, which the binder cannot
 * place and says.
 */
#ifndef GJ_READ_SPACED_H
#define GJ_READ_SPACED_H

#include "../build.h"

#define GJ_MEASURES 3        /* characters; columns with ambiguous ones narrow; the same, wide */
#define GJ_SPACED_COLUMNS 64 /* of figures; no form has so many */

typedef struct gj_piece {
    gj_span span;
    size_t begin[GJ_MEASURES], end[GJ_MEASURES]; /* from the start of the line */
    bool figure;                                 /* digits, with marks and units, or a dash */
    bool doubtful;                               /* a figure with a blank inside: 1 234, or two that stand close */
    bool marked;                                 /* begins with a list number */
    size_t column;                               /* of the values; GJ_NOT_FOUND: a label */
} gj_piece;

typedef GJ_LIST(gj_piece) gj_pieces;

/** Where single blanks part pieces, too: two blanks always do, and one does before a list number. */
typedef struct gj_cutting {
    bool single;          /* at every blank */
    const size_t *starts; /* where a piece would begin at one of these places */
    size_t start_count, measure;
} gj_cutting;

/** Cut `line`. Pieces are added. */
GJ_MUST_USE gj_status gj_pieces_cut(gj_arena *arena, gj_slice bytes, gj_span line, const gj_cutting *how,
                                    gj_pieces *out, gj_error *err);

/** How many of the pieces [first, end) are figures after the last one that is none, and whether any of them is doubtful. */
size_t gj_pieces_figures(const gj_pieces *pieces, size_t first, size_t end, bool *doubtful);

/** One line of a table. */
typedef struct gj_laid_line {
    size_t number;       /* in the source */
    size_t first, count; /* pieces */
    size_t page;         /* how many page ends came before it */
    size_t figures;      /* pieces at its end that are figures */
    bool doubtful;       /* one of them may be two */
    bool placed;         /* each of its figures has its column */
} gj_laid_line;

typedef struct gj_laid_table {
    gj_arena *arena;
    gj_error *err;
    const gj_source *source;
    gj_pieces pieces;
    GJ_LIST(gj_laid_line) lines;
    size_t width;   /* figures of its full lines */
    bool labelled;  /* a line of figures has words before them */
    size_t measure; /* in which it is straight */
} gj_laid_table;

/** Find the columns and give every piece its own: `width`, `measure`, `placed`, `column`. Pieces may be cut again. */
GJ_MUST_USE gj_status gj_spaced_columns(gj_laid_table *table);

/** A row made of one line or of several over which its label is broken. */
typedef struct gj_laid_cell {
    size_t first, count; /* in gj_laid_rows.parts */
} gj_laid_cell;
typedef struct gj_laid_row {
    size_t first, count; /* in gj_laid_rows.cells */
    gj_span span;
    size_t last_line; /* in the source */
    bool figures;
} gj_laid_row;
typedef struct gj_laid_rows {
    GJ_LIST(gj_laid_row) rows;
    GJ_LIST(gj_laid_cell) cells;
    GJ_LIST(gj_span) parts;
} gj_laid_rows;

/** Rows of a table whose columns have been found. A row that could be placed has labels and then a cell for every column; any other has
 *  another number of cells. */
GJ_MUST_USE gj_status gj_spaced_rows(gj_laid_table *table, gj_laid_rows *out);

#endif
