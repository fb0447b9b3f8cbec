/** line_break.h - whether a line break inside a block of text ends a paragraph.
 *
 * Staff write one paragraph a line and leave no blank lines; converters wrap one paragraph over many lines. Both look
 * the same to Markdown, so each break is decided by the two lines it stands between.
 */
#ifndef GJ_READ_LINE_BREAK_H
#define GJ_READ_LINE_BREAK_H

#include "../base/slice.h"

/** Bytes of the number mark at the start of `line`: "一、" "（一）" "(1)" "1." "1、" "①" "第一部分"; 0 where there
 *  is none ("1.2万"). Marks of emphasis before it are passed over and counted. */
size_t gj_number_mark(gj_slice line);

/** A short numbered line without a full stop inside: a heading in all but its mark. */
bool gj_is_heading_line(gj_slice line);

/** Whether a full stop or the like stands at its end, closing marks behind it passed over. */
bool gj_ends_sentence(gj_slice line);

/** True where `next` begins a new paragraph. Lines come without white space at their ends; `widest` is the length
 *  in code points of the longest line of the block: a line as long as that was broken because it was full. */
bool gj_break_ends_paragraph(gj_slice previous, gj_slice next, size_t widest);

#endif
