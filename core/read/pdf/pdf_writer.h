/** pdf_writer.h - what the files that write a PDF's items out share. Not for others.
 *
 * All text goes through gj_pdf_put into one buffer, the document's source; what is put next to it (runs, loci, spans) counts in it.
 */
#ifndef GJ_READ_PDF_WRITER_H
#define GJ_READ_PDF_WRITER_H

#include "../grid.h"
#include "pdf.h"

/** The text's margins on pages of one width, in hundredths of a point. */
typedef struct gj_pdf_frame {
    int width, left, right;
} gj_pdf_frame;

typedef struct gj_pdf_writer {
    gj_pdf *pdf;
    gj_builder *build;
    char *text;
    size_t length, room;
    GJ_LIST(gj_locus) loci;
    GJ_LIST(gj_pdf_frame) frames;
    gj_grid_builder *grid;
    size_t paragraphs, tables;
    bool indents; /* paragraphs begin indented */
} gj_pdf_writer;

/* ---- pdf_write.c ---- */
/** Add to the source. */
GJ_MUST_USE gj_status gj_pdf_put(gj_pdf_writer *w, gj_slice text);
/** What is put from here on stands in this box of this page; paragraph, table, row, column as `locus` says. */
GJ_MUST_USE gj_status gj_pdf_locate(gj_pdf_writer *w, gj_locus locus, size_t page, const gj_pdf_box *box);
/** Let the last box reach around this one, too. */
void gj_pdf_widen(gj_locus *locus, const gj_pdf_box *box);
/** What was put from `begin` on, trimmed, as text with its run. */
GJ_MUST_USE gj_status gj_pdf_taken(gj_pdf_writer *w, size_t begin, gj_text *out);
/** The same as a block, with an end of line; no block where it is empty. */
GJ_MUST_USE gj_status gj_pdf_add_block(gj_pdf_writer *w, size_t begin, gj_block_kind kind);

/* ---- pdf_paragraph.c ---- */
/** The frame of a page; NULL when memory ran out. */
gj_pdf_frame *gj_pdf_frame_of(gj_pdf_writer *w, size_t page);
/** Where the text's margins are, and whether paragraphs begin indented. */
GJ_MUST_USE gj_status gj_pdf_find_frames(gj_pdf_writer *w);
/** The paragraph that begins with item `first`; *end is the item after it. */
GJ_MUST_USE gj_status gj_pdf_write_paragraph(gj_pdf_writer *w, size_t first, size_t *end);

/* ---- pdf_loose.c ---- */
/** How many items from `first` on, a line, look like rows of a table; 0 where it is none. */
size_t gj_pdf_loose_rows(gj_pdf_writer *w, size_t first);
/** Write them as a picture of a table, and say that they were not read. */
GJ_MUST_USE gj_status gj_pdf_write_loose(gj_pdf_writer *w, size_t first, size_t count);

/* ---- pdf_write_table.c ---- */
GJ_MUST_USE gj_status gj_pdf_write_table(gj_pdf_writer *w, const gj_pdf_table *table, size_t page);

#endif
