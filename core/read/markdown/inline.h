/** inline.h - a paragraph's or a cell's raw bytes to its text: marks removed, every byte's place kept.
 *
 * Marks are CommonMark's (emphasis, code spans, links, images, escapes, entities, raw tags), pandoc's [text]{.class},
 * and HTML's in HTML. Two departures, because reports are Chinese: a closing ** may follow 。 directly, and lines are
 * joined without a space except between two ASCII letters or digits. A mark that has no partner stays in the text as
 * written.
 *
 * One gj_inline serves a whole document: begin, add lines and breaks, end. Cost: one pass over the bytes.
 */
#ifndef GJ_READ_INLINE_H
#define GJ_READ_INLINE_H

#include "../text/text_builder.h"

typedef enum gj_inline_mode { GJ_INLINE_MARKDOWN, GJ_INLINE_HTML /* tags and entities only */ } gj_inline_mode;

typedef struct gj_token gj_token; /* inline_scan.h */

typedef struct gj_inline {
    gj_text_builder text;
    gj_arena *scratch; /* for rare entities; is reset */
    gj_inline_mode mode;
    GJ_LIST(gj_token) tokens;
    GJ_LIST(size_t) brackets; /* tokens of '[' that are open */
    gj_span target;           /* of the first picture */
    GJ_LIST(gj_span) struck;  /* bytes of the source that are struck out, in order: no text (struck.h); kept by begin */
    uint64_t bold_spans;      /* of <span>s and <font>s open, innermost lowest: whether bold by style */
    gj_status failed;
} gj_inline;

/** What the whole text is. */
typedef struct gj_inline_traits {
    bool strong;  /* all of it is bold */
    bool picture; /* nothing but pictures: the text is their alt text, or where that is empty the first one's target */
} gj_inline_traits;

void gj_inline_begin(gj_inline *in, gj_inline_mode mode);
/** A line of Markdown, or any piece of HTML; without what is struck out. */
void gj_inline_add(gj_inline *in, gj_span span);
/** Bytes taken as they are: a list marker. They say nothing about bold or pictures. */
void gj_inline_add_literal(gj_inline *in, gj_span span);
/** A line break between what was added and what follows. */
void gj_inline_break(gj_inline *in);
/** The text; `span` is its place with all marks. `traits` may be NULL. */
GJ_MUST_USE gj_status gj_inline_end(gj_inline *in, gj_span span, gj_text *out, gj_inline_traits *traits, gj_error *err);

/** Whether Markdown has nothing to say about the text: it holds none of the bytes that inline marks, tags, entities and line breaks begin with. */
bool gj_inline_is_plain(gj_slice text);

#endif
