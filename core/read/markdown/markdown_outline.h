/** markdown_outline.h - a Markdown text's outline for libcmark. Between markdown_blocks.c and markdown_outline.c
 *  only. */
#ifndef GJ_READ_MARKDOWN_OUTLINE_H
#define GJ_READ_MARKDOWN_OUTLINE_H

#include "markdown.h"

/** For each line of the file one line in ASCII: the marks it begins with, blanks between them squeezed, and an 'x'
 *  for the text after them; empty where nothing is left of the line. So libcmark decides what is a heading, a list
 *  or a paragraph, while it sees no inline marks: that halves its cost, and none of the inputs on which its inline
 *  parser is quadratic reach it. Indentation is cut to three blanks, because reports indent paragraphs and have no
 *  code. */
GJ_MUST_USE gj_status gj_markdown_outline(gj_markdown *md, gj_slice *out);

#endif
