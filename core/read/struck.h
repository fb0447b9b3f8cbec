/** struck.h - text of a page that is struck out: <del>, <s>, <strike>, and any element whose style says line-through.
 *
 * A reader sees that such text is no longer meant, as a deletion that Word tracks: it is no part of the report, and that is
 * said once for the whole file (remark "struck_out", with the first words and how many places there are). <ins> is text like
 * any other.
 *
 * Tags are given in the order of the file. What they strike out goes to md->text.struck, and whatever text is made afterwards
 * leaves it out (inline.h). An element ends with its own closing tag, counted by name; where it began in a table's cell, at
 * the latest with the cell. One without an end strikes out nothing, and so does one that a paragraph begins and does not end.
 */
#ifndef GJ_READ_STRUCK_H
#define GJ_READ_STRUCK_H

#include "markdown/markdown.h"
#include "tag.h"

/** A walk over tags. Start with zeros. */
typedef struct gj_struck {
    bool paragraph, cell; /* one is open here */
    gj_slice name;        /* of the element under way; empty for none */
    size_t begin;         /* its opening tag */
    size_t depth;         /* elements of its name inside it, itself included */
    size_t tables;        /* tables inside it */
    bool in_paragraph;    /* a paragraph holds it */
    bool in_cell;         /* a cell does */
} gj_struck;

/** Take the next tag. Fails with GJ_NOMEM, or GJ_LIMIT where there are more than GJ_MAX_STRUCK places. */
GJ_MUST_USE gj_status gj_struck_tag(gj_struck *struck, gj_markdown *md, const gj_tag *tag);
/** Take all tags of a span: a cell of a Markdown table. */
GJ_MUST_USE gj_status gj_struck_find(gj_markdown *md, gj_span span);
/** What is said of text struck out, also in a Word document: in how many places, and the first of them. The words' data are NULL when memory
 *  ran out. */
gj_words gj_struck_words(gj_arena *arena, size_t count, gj_slice sample);
/** Say what was struck out, if anything. */
GJ_MUST_USE gj_status gj_struck_remark(gj_markdown *md);

#endif
