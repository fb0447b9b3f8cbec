/** markdown_lines.h - the lines of one Markdown block, as the text of paragraphs is made of them.
 *
 * A line here is what is left of a line of the file: marks of quotation and blanks at its ends taken off, what was
 * cut out left aside, and parted at <br>, <p> and tables.
 */
#ifndef GJ_READ_MARKDOWN_LINES_H
#define GJ_READ_MARKDOWN_LINES_H

#include "markdown.h"

typedef struct gj_block_line {
    gj_span span; /* from its first to its last byte that was not cut out */
    bool hard;    /* the author ended it: a tag, or a backslash at its end */
} gj_block_line;

typedef struct gj_block_lines {
    gj_markdown *md;
    gj_slice bytes;
    size_t quotes; /* depth of block quotations */
    GJ_LIST(gj_block_line) items;
} gj_block_lines;

/** Take lines first..last of the file, in place of those taken before. */
GJ_MUST_USE gj_status gj_block_collect(gj_block_lines *set, size_t first, size_t last);
/** Without white space at its ends and at most set->quotes marks of quotation. */
gj_span gj_block_strip_quotes(const gj_block_lines *set, gj_span span);
gj_slice gj_block_line_text(const gj_block_lines *set, size_t index);
/** Code points of the longest line. */
size_t gj_block_widest(const gj_block_lines *set);

#endif
