/** text_line.h - what one line of a plain text looks like, before anyone decides what it is.
 *
 * All measures come from one pass over the line. Columns count two for wide characters, as a Chinese font shows them.
 */
#ifndef GJ_READ_TEXT_LINE_H
#define GJ_READ_TEXT_LINE_H

#include "../../base/source.h"

/** How a line ends: what follows may be the same sentence or not. */
typedef enum gj_line_end {
    GJ_END_OPEN, /* in the middle of a sentence */
    GJ_END_SOFT, /* ；：”） may end a paragraph or not */
    GJ_END_HARD  /* 。！？… with closing quotes after it */
} gj_line_end;

typedef struct gj_text_line {
    size_t begin, end; /* the line in the source, without its line end */
    gj_span content;   /* without white space at both ends; empty where the line is blank */
    size_t indent;     /* columns before the content */
    size_t columns;    /* of the content */
    size_t chars;      /* code points of the content */
    char separator;    /* what keeps cells apart: a tab, or where there is none a bar that no blankless word holds */
    gj_span row;       /* what it separates: the whole line, or what stands between the outer bars */
    size_t tabs;       /* separators in `row`, blank ends included */
    size_t cells;      /* pieces between them that are not blank */
    size_t mark;       /* bytes of a list or heading number at the start of the content: 一、 （二） 3. ● */
    bool section_mark; /* that mark is 一、 or 第一章: it may number a section */
    bool sentence;     /* has ，。；！？ */
    bool spaced;       /* has two blanks in a row inside: may be laid out by spaces */
    bool columnar;     /* has three: nothing else looks so */
    bool figure;       /* nothing but digits and their separators */
    bool page_number;  /* - 4 -, — 4 —, 第4页 */
    int opened;        /* brackets and quotes left open, or (negative) closed that another line opened */
    gj_line_end ending;
} gj_text_line;

/** Look at line `number` (from 1). */
gj_text_line gj_text_line_at(const gj_source *source, size_t number);

static inline bool gj_text_line_blank(const gj_text_line *line)
{
    return line->content.begin == line->content.end;
}

/** Bytes of the list or heading number that `text` starts with, or 0. `section` (may be NULL) says whether it is 一、 or 第一章. */
size_t gj_line_mark(gj_slice text, bool *section);

#endif
