/** docx.h - a blank report as a Word document, to be filled in by hand.
 *
 * Laid out as official documents are: A4 with their margins, the title centred, sections as Heading 1 (so that Word's outline shows them), tables as
 * the form prints them (printed.h). What stands in 【】 is a hint to be replaced and is marked. The same report gives the same bytes: nothing of
 * the clock or the machine is in them but the version of zlib. Only what fonts every Windows and WPS has are named; others replace them.
 *
 * What it writes is what `gouji new` makes: headings, paragraphs and keyed tables. The issuer's level, kind and scope have no place in it.
 * Source: ECMA-376 part 1 (WordprocessingML), part 2 (the package); margins and sizes after GB/T 9704-2012.
 */
#ifndef GJ_SHOW_DOCX_H
#define GJ_SHOW_DOCX_H

#include "../../base/buffer.h"
#include "printed.h"

/** Append the file's bytes to `out`; `arena` is for what is needed on the way. GJ_INPUT where libzip is not installed. */
GJ_MUST_USE gj_status gj_show_report_docx(gj_arena *arena, const gj_report *report, gj_buffer *out, gj_error *err);

/* For what writes Word documents: this writer and the notices. */

/** Width between the margins, in twentieths of a point. */
#define GJ_WORD_WIDTH 8845u

/** A paragraph of a style; what stands in 【】 is marked. */
void gj_word_paragraph(gj_buffer *out, const char *style, gj_slice text);
/** The same; with `keep` it stays on the page of what follows it. */
void gj_word_paragraph_kept(gj_buffer *out, const char *style, gj_slice text, bool keep);
/** A table with merged cells. */
void gj_word_table(gj_buffer *out, const gj_printed *table);

/** Append the whole file for a body of paragraphs and tables. */
GJ_MUST_USE gj_status gj_word_write(gj_slice body, gj_buffer *out, gj_error *err);

typedef struct gj_word_part {
    const char *name; /* "word/document.xml" */
    gj_slice bytes;
} gj_word_part;

/** All parts but the document itself, which is a slot with its name and no bytes; `count` is set. */
const gj_word_part *gj_word_parts(size_t *count);
/** Append a zip file of the parts. */
GJ_MUST_USE gj_status gj_word_pack(const gj_word_part *parts, size_t count, gj_buffer *out, gj_error *err);

#endif
