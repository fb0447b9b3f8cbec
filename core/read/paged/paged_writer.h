/** paged_writer.h - what the files that write a PDF's items out share. Not for others.
 *
 * All text goes through gj_paged_put into one buffer, the document's source; what is put next to it (runs, loci, spans) counts in it.
 */
#ifndef GJ_READ_PAGED_WRITER_H
#define GJ_READ_PAGED_WRITER_H

#include "../grid.h"
#include "paged.h"

/** The text's margins on pages of one width, in hundredths of a point. */
typedef struct gj_paged_frame {
    int width, left, right;
} gj_paged_frame;

typedef struct gj_paged_writer {
    gj_paged *paged;
    gj_builder *build;
    char *text;
    size_t length, room;
    GJ_LIST(gj_locus) loci;
    GJ_LIST(gj_paged_frame) frames;
    gj_grid_builder *grid;
    size_t paragraphs, tables;
    bool indents; /* paragraphs begin indented */
} gj_paged_writer;

/* ---- paged_write.c ---- */
/** Add to the source. */
GJ_MUST_USE gj_status gj_paged_put(gj_paged_writer *w, gj_slice text);
/** What is put from here on stands in this box of this page; paragraph, table, row, column as `locus` says. */
GJ_MUST_USE gj_status gj_paged_locate(gj_paged_writer *w, gj_locus locus, size_t page, const gj_paged_box *box);
/** Let the last box reach around this one, too. */
void gj_paged_widen(gj_locus *locus, const gj_paged_box *box);
/** What was put from `begin` on, trimmed, as text with its run. */
GJ_MUST_USE gj_status gj_paged_taken(gj_paged_writer *w, size_t begin, gj_text *out);
/** The same as a block, with an end of line; no block where it is empty. */
GJ_MUST_USE gj_status gj_paged_add_block(gj_paged_writer *w, size_t begin, gj_block_kind kind);

/* ---- paged_paragraph.c ---- */
/** The frame of a page; NULL when memory ran out. */
gj_paged_frame *gj_paged_frame_of(gj_paged_writer *w, size_t page);
/** Where the text's margins are, and whether paragraphs begin indented. */
GJ_MUST_USE gj_status gj_paged_find_frames(gj_paged_writer *w);
/** The paragraph that begins with item `first`; *end is the item after it. */
GJ_MUST_USE gj_status gj_paged_write_paragraph(gj_paged_writer *w, size_t first, size_t *end);

/* ---- paged_loose.c ---- */
/** How many items from `first` on, a line, look like rows of a table; 0 where it is none. */
size_t gj_paged_loose_rows(gj_paged_writer *w, size_t first);
/** Write them as a picture of a table, and say that they were not read. */
GJ_MUST_USE gj_status gj_paged_write_loose(gj_paged_writer *w, size_t first, size_t count);

/* ---- paged_write_table.c ---- */
GJ_MUST_USE gj_status gj_paged_write_table(gj_paged_writer *w, const gj_paged_table *table, size_t page);

#endif
