/** paged.h - documents made of pages, on which characters and lines have places and nothing else is known: PDF and OFD. What the files that make a
 * document of them share, and what their readers give them. Not for other readers.
 *
 * A reader gives pages of characters with their boxes and of straight lines (gj_paged_add_glyph, gj_paged_rule). Lines that meet are tables, their meshes are
 * cells, and a character belongs to the cell in which its middle lies (paged_net.c, paged_table.c). What is in no table is put into lines (paged_lines.c). Headers,
 * footers and page numbers are taken out (paged_margins.c), tables cut by a page's end are put together again (paged_join.c), lines become
 * paragraphs, and all is written out as the document's source with a locus for each paragraph and cell (paged_write.c and what paged_writer.h names).
 *
 * No table is made of white space alone: where nothing is drawn, nothing says which figure stands in which row, so such lines stand as a picture
 * of a table does, and it is said that they were not read (paged_loose.c). Nothing here knows the form.
 */
#ifndef GJ_READ_PAGED_H
#define GJ_READ_PAGED_H

#include <stdint.h>

#include "../build.h"

/** In hundredths of a point, from the upper left corner of the page as shown. */
typedef struct gj_paged_box {
    int left, top, right, bottom;
} gj_paged_box;

#define GJ_PAGED_POINT 100
#define GJ_PAGED_SNAP (3 * GJ_PAGED_POINT) /* what lies closer together is one line */

typedef struct gj_paged_glyph {
    gj_paged_box box;
    uint32_t code; /* one character, no white space */
    bool apart;    /* white space stands before it */
} gj_paged_glyph;

/** A straight line: `at` its x where it is upright, else its y; it goes `from` … `to` the other way. */
typedef struct gj_paged_rule {
    bool upright;
    int at, from, to;
} gj_paged_rule;

typedef struct gj_paged_page {
    int width, height;
    GJ_LIST(gj_paged_glyph) glyphs;
    GJ_LIST(gj_paged_rule) rules;
    bool picture; /* holds no text, but a picture */
    bool covered; /* a picture covers most of it, its text included */
    bool undrawn; /* too large to be drawn, or with too many lines: its tables are not known */
} gj_paged_page;

typedef GJ_LIST(gj_paged_page) gj_paged_pages;

/** One line of text, or all lines of a cell. */
typedef struct gj_paged_line {
    gj_paged_box box;
    gj_slice text;
    int size;      /* of its characters */
    size_t pieces; /* parted by more than two characters' width */
    bool taken;    /* a header, a footer or a page number */
} gj_paged_line;

typedef struct gj_paged_cell {
    gj_paged_box box; /* its mesh; left and right are also its place among the columns */
    size_t row, rowspan, page;
    gj_slice text;
    bool dropped; /* the cell above goes on in it */
} gj_paged_cell;

typedef struct gj_paged_table {
    gj_paged_box box;
    GJ_LIST(gj_paged_cell) cells; /* by rows, and in them from the left */
    size_t row_count;
    bool odd; /* meshes that are no rectangles */
} gj_paged_table;

/** A line or a table, from the top of a page to its bottom. */
typedef struct gj_paged_item {
    size_t page;
    gj_paged_line *line;
    gj_paged_table *table;
} gj_paged_item;

typedef struct gj_paged {
    gj_arena *arena, *scratch; /* of the document; of this reading */
    gj_error *err;
    const char *called; /* the format's name in messages: "PDF" */
    const gj_paged_page *pages;
    size_t page_count;
    GJ_LIST(gj_paged_item) items;
    GJ_LIST(gj_slice) margins; /* headers and footers that are more than page numbers, without repeats */
} gj_paged;

/* ---- paged_page.c ---- */
/** Points in hundredths of one. What is no number, or farther away than any page is wide, is put so far away. */
int gj_paged_hundredths(double points);
/** White space and signs without width: they show no glyph. */
bool gj_paged_is_space(uint32_t code);
/** Add a character. `seen` counts those of all pages: GJ_LIMIT past GJ_MAX_GLYPHS. `called`: the format's name. */
GJ_MUST_USE gj_status gj_paged_add_glyph(gj_arena *arena, gj_paged_page *page, const gj_paged_glyph *glyph,
                                         size_t *seen, const char *called, gj_error *err);

/* ---- paged_lines.c ---- */
/** Characters as lines from top to bottom. The pointers are put in order. */
GJ_MUST_USE gj_status gj_paged_lines(gj_arena *scratch, const gj_paged_glyph **glyphs, size_t count,
                                     gj_paged_line **out, size_t *out_count, gj_error *err);
/** Lines joined as one text: without a space, except between two ASCII letters or digits. */
GJ_MUST_USE gj_status gj_paged_join_lines(gj_arena *scratch, const gj_paged_line *lines, size_t count, gj_slice *out,
                                          gj_error *err);
/** Whether something on the page stands in columns, so that it may hold a table. */
GJ_MUST_USE gj_status gj_paged_has_columns(gj_arena *scratch, const gj_paged_page *page, bool *out, gj_error *err);

/* ---- paged_table.c ---- */
/** The lines and tables of page `number`, added to the items. */
GJ_MUST_USE gj_status gj_paged_items(gj_paged *paged, size_t number);

/* ---- paged_margins.c ---- */
/** Mark headers, footers and page numbers as taken. */
GJ_MUST_USE gj_status gj_paged_margins(gj_paged *paged);

/* ---- paged_join.c ---- */
/** Put together tables that a page's end cuts. */
GJ_MUST_USE gj_status gj_paged_join(gj_paged *paged);

/* ---- paged_write.c ---- */
/** Items as source, blocks and loci. */
GJ_MUST_USE gj_status gj_paged_write(gj_paged *paged, gj_builder *build, gj_slice name);

/* ---- paged.c ---- */
/** Pages to document. The pages must outlive the call only. `build` has the document's arena and may hold remarks already; it is finished. GJ_INPUT where
 *  there is no text on them or too much of it is of unknown meaning. */
GJ_MUST_USE gj_status gj_paged_read(gj_builder *build, gj_arena *scratch, gj_slice name, gj_format format,
                                    const gj_paged_pages *pages, gj_document **out);

#endif
