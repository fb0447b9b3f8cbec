/** pdf.h - what the files of the reader of PDF share. Not for other readers.
 *
 * The way of a file: poppler draws each page small and gives its characters with their boxes (pdf_poppler.c), without loading the outlines of its
 * fonts (pdf_fonts.c); where something stands in columns, the straight lines in the picture are found (pdf_rules.c). Lines that meet are tables, their meshes are cells,
 * and a character belongs to the cell in which its middle lies (pdf_net.c, pdf_table.c). What is in no table is put into lines (pdf_lines.c). Headers,
 * footers and page numbers are taken out (pdf_margins.c), tables cut by a page's end are put together again (pdf_join.c), lines become
 * paragraphs, and all is written out as the document's source with a locus for each paragraph and cell (pdf_write.c and what pdf_writer.h names).
 *
 * No table is made of white space alone: where nothing is drawn, nothing says which figure stands in which row, so such lines stand as a picture
 * of a table does, and it is said that they were not read (pdf_loose.c). Nothing here knows the form.
 */
#ifndef GJ_READ_PDF_H
#define GJ_READ_PDF_H

#include <stdint.h>

#include "../build.h"

/** In hundredths of a point, from the upper left corner of the page as shown. */
typedef struct gj_pdf_box {
    int left, top, right, bottom;
} gj_pdf_box;

#define GJ_PDF_POINT 100
#define GJ_PDF_SNAP (3 * GJ_PDF_POINT) /* what lies closer together is one line */

typedef struct gj_pdf_glyph {
    gj_pdf_box box;
    uint32_t code; /* one character, no white space */
    bool apart;    /* white space stands before it */
} gj_pdf_glyph;

/** A straight line: `at` its x where it is upright, else its y; it goes `from` … `to` the other way. */
typedef struct gj_pdf_rule {
    bool upright;
    int at, from, to;
} gj_pdf_rule;

typedef struct gj_pdf_page {
    int width, height;
    GJ_LIST(gj_pdf_glyph) glyphs;
    GJ_LIST(gj_pdf_rule) rules;
    bool picture; /* holds no text, but a picture */
    bool covered; /* a picture covers most of it, its text included */
    bool undrawn; /* too large to be drawn, or with too many lines: its tables are not known */
} gj_pdf_page;

typedef GJ_LIST(gj_pdf_page) gj_pdf_pages;

/** One line of text, or all lines of a cell. */
typedef struct gj_pdf_line {
    gj_pdf_box box;
    gj_slice text;
    int size;      /* of its characters */
    size_t pieces; /* parted by more than two characters' width */
    bool taken;    /* a header, a footer or a page number */
} gj_pdf_line;

typedef struct gj_pdf_cell {
    gj_pdf_box box; /* its mesh; left and right are also its place among the columns */
    size_t row, rowspan, page;
    gj_slice text;
    bool dropped; /* the cell above goes on in it */
} gj_pdf_cell;

typedef struct gj_pdf_table {
    gj_pdf_box box;
    GJ_LIST(gj_pdf_cell) cells; /* by rows, and in them from the left */
    size_t row_count;
    bool odd; /* meshes that are no rectangles */
} gj_pdf_table;

/** A line or a table, from the top of a page to its bottom. */
typedef struct gj_pdf_item {
    size_t page;
    gj_pdf_line *line;
    gj_pdf_table *table;
} gj_pdf_item;

typedef struct gj_pdf {
    gj_arena *arena, *scratch; /* of the document; of this reading */
    gj_error *err;
    const gj_pdf_page *pages;
    size_t page_count;
    GJ_LIST(gj_pdf_item) items;
    GJ_LIST(gj_slice) margins; /* headers and footers that are more than page numbers, without repeats */
    size_t text;               /* bytes of all texts, at most */
} gj_pdf;

/* ---- pdf_poppler.c ---- */
/** The pages of a file, in `scratch`. GJ_INPUT where it is damaged, locked, or this build or system has no poppler. */
GJ_MUST_USE gj_status gj_pdf_pages_of(gj_arena *scratch, gj_slice bytes, gj_pdf_pages *out, gj_error *err);

/* ---- pdf_fonts.c ---- */
/** The file with the outlines of its fonts taken out: a copy in `scratch`, or the same bytes where there is nothing to take. What poppler reads
 *  as text does not change. */
GJ_MUST_USE gj_status gj_pdf_without_outlines(gj_arena *scratch, gj_slice bytes, gj_slice *out, gj_error *err);
/** Whether there may be a picture in it (other than inline ones). */
bool gj_pdf_has_pictures(gj_slice bytes);

/* ---- pdf_rules.c ---- */
/** A page drawn at one pixel a point, row by row and column by column: 0 is paper, 254 black, in steps of two. The lowest bits are taken for marks. */
typedef struct gj_pdf_picture {
    uint8_t *rows, *columns;
    size_t width, height;
} gj_pdf_picture;

/** A picture of blank paper. */
GJ_MUST_USE gj_status gj_pdf_picture_start(gj_arena *arena, size_t width, size_t height, gj_pdf_picture *out,
                                           gj_error *err);
static inline void gj_pdf_picture_set(const gj_pdf_picture *picture, size_t x, size_t y, uint8_t light)
{
    uint8_t dark = (uint8_t)((255 - light) & ~1);
    picture->rows[y * picture->width + x] = dark;
    picture->columns[x * picture->height + y] = dark;
}
/** Add to the page the straight lines of its picture that are no strokes of its characters. */
GJ_MUST_USE gj_status gj_pdf_rules(gj_arena *scratch, gj_pdf_page *page, const gj_pdf_picture *picture, gj_error *err);

/* ---- pdf_lines.c ---- */
/** Characters as lines from top to bottom. The pointers are put in order. */
GJ_MUST_USE gj_status gj_pdf_lines(gj_arena *scratch, const gj_pdf_glyph **glyphs, size_t count, gj_pdf_line **out,
                                   size_t *out_count, gj_error *err);
/** Lines joined as one text: without a space, except between two ASCII letters or digits. */
GJ_MUST_USE gj_status gj_pdf_join_lines(gj_arena *scratch, const gj_pdf_line *lines, size_t count, gj_slice *out,
                                        gj_error *err);
/** Whether something on the page stands in columns, so that it may hold a table. */
GJ_MUST_USE gj_status gj_pdf_has_columns(gj_arena *scratch, const gj_pdf_page *page, bool *out, gj_error *err);

/* ---- pdf_table.c ---- */
/** The lines and tables of page `number`, added to the items. */
GJ_MUST_USE gj_status gj_pdf_items(gj_pdf *pdf, size_t number);

/* ---- pdf_margins.c ---- */
/** Mark headers, footers and page numbers as taken. */
GJ_MUST_USE gj_status gj_pdf_margins(gj_pdf *pdf);

/* ---- pdf_join.c ---- */
/** Put together tables that a page's end cuts. */
GJ_MUST_USE gj_status gj_pdf_join(gj_pdf *pdf);

/* ---- pdf_write.c ---- */
/** Items as source, blocks and loci. */
GJ_MUST_USE gj_status gj_pdf_write(gj_pdf *pdf, gj_builder *build, gj_slice name);

/* ---- pdf.c ---- */
/** Pages to document: gj_read_pdf after poppler, for tests. The pages must outlive the call only. */
GJ_MUST_USE gj_status gj_pdf_read(gj_arena *arena, gj_arena *scratch, gj_slice name, const gj_pdf_pages *pages,
                                  gj_document **out, gj_error *err);

#endif
