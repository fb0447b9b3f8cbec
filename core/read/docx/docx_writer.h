/** docx_writer.h - the writing of a Word document's tree: what docx_write.c and docx_write_table.c share. */
#ifndef GJ_READ_DOCX_WRITER_H
#define GJ_READ_DOCX_WRITER_H

#include "../grid.h"
#include "docx.h"

/* What stands in the cells of a table but is no text of them waits until the table is written. */
typedef struct gj_docx_waiting {
    const gj_docx_list *blocks;
    const gj_docx_note *notes;
} gj_docx_waiting;

typedef struct gj_docx_writer {
    gj_docx *docx;
    gj_builder *build;
    char *text;
    size_t length, room;
    GJ_LIST(gj_locus) loci;
    gj_file_part part;
    size_t paragraphs[GJ_PART_NOTE + 1], tables;
    gj_grid_builder *grid;
    GJ_LIST(gj_docx_waiting) waiting;
} gj_docx_writer;

/* docx_write.c */
GJ_MUST_USE gj_status gj_docx_put(gj_docx_writer *w, gj_slice text);
/** What is written from here on stands at `locus`; part and offset are filled in. */
GJ_MUST_USE gj_status gj_docx_locate(gj_docx_writer *w, gj_locus locus);
/** What was written from `begin` on, as a text of the document: it stands in the source as it reads. */
GJ_MUST_USE gj_status gj_docx_taken(gj_docx_writer *w, size_t begin, gj_text *out);
/** A line, or a text line by line, after what stands from `begin` on: without a space, except between two ASCII letters or digits, as the
 *  other readers join. */
GJ_MUST_USE gj_status gj_docx_join(gj_docx_writer *w, size_t begin, gj_slice line);
GJ_MUST_USE gj_status gj_docx_put_joined(gj_docx_writer *w, size_t begin, gj_slice text);
GJ_MUST_USE gj_status gj_docx_write_list(gj_docx_writer *w, const gj_docx_list *list);
GJ_MUST_USE gj_status gj_docx_write_boxes(gj_docx_writer *w, const gj_docx_list *boxes);
GJ_MUST_USE gj_status gj_docx_write_notes(gj_docx_writer *w, const gj_docx_note *notes);

/* docx_write_table.c */
GJ_MUST_USE gj_status gj_docx_write_table(gj_docx_writer *w, gj_docx_block *table);

#endif
