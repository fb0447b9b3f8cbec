/** sheet.h - a table of rows and columns, cell by cell, for whatever keeps tables: CSV (collection_csv.c), spreadsheets (collection_xlsx.c).
 *
 * Who fills a sheet does not know where it goes. A row that ends early is filled up with empty cells; cells past the last column are dropped. Sheets
 * do not fail call by call: the first failure stays in `failed` and all later calls do nothing.
 */
#ifndef GJ_SHOW_SHEET_H
#define GJ_SHOW_SHEET_H

#include "../../bind/number.h"
#include "../show.h"

typedef struct gj_column {
    const char *words[2]; /* of the head; English ones are the names that programs use */
    unsigned width;       /* in characters, where the target has widths */
} gj_column;

typedef struct gj_sheet gj_sheet;
/** What a target does with a cell at sheet->row, sheet->column; both return what failed. */
typedef struct gj_sheet_target {
    gj_status (*text)(gj_sheet *sheet, gj_slice text);
    gj_status (*decimal)(gj_sheet *sheet, gj_decimal value);
    gj_status (*end)(gj_sheet *sheet); /* of a row; NULL: nothing to do */
} gj_sheet_target;

struct gj_sheet {
    const gj_sheet_target *target;
    void *context; /* the target's */
    gj_lang lang;
    const gj_column *columns;
    size_t column_count;
    size_t row, column; /* of the next cell; row 0 is the head */
    gj_status failed;
};

/** Write the head; the other members are set. */
void gj_sheet_head(gj_sheet *sheet);
void gj_sheet_text(gj_sheet *sheet, gj_slice text);
/** A text that was put together; its failure is the sheet's. */
void gj_sheet_built(gj_sheet *s, const gj_buffer *text);
/** A word of our own. */
void gj_sheet_word(gj_sheet *sheet, const char *zh, const char *en);
void gj_sheet_count(gj_sheet *sheet, size_t value);
void gj_sheet_decimal(gj_sheet *sheet, gj_decimal value);
void gj_sheet_end(gj_sheet *sheet);

#endif
