/** tag.h - HTML tags and comments in raw text, by their bytes. What tags mean to each other is for the callers to
 *  know. */
#ifndef GJ_READ_TAG_H
#define GJ_READ_TAG_H

#include "../base/slice.h"

typedef enum gj_tag_kind {
    GJ_TAG_OPEN,
    GJ_TAG_CLOSE,
    GJ_TAG_COMMENT /* also <!…> and <?…> */,
    GJ_TAG_LINK /* <https://…> */
} gj_tag_kind;

typedef struct gj_tag {
    gj_tag_kind kind;
    gj_slice name; /* as written; empty for comments and links */
    gj_span span;  /* from '<' to after '>' */
} gj_tag;

/** A search for markup from left to right. It remembers where the next '>' and the next "-->" stand, so that a
 *  text full of '<' costs one pass. Start with { .bytes, .end }. */
typedef struct gj_tag_scan {
    gj_slice bytes;
    size_t end;              /* markup must end before here */
    size_t closing, comment; /* where the next '>' and "-->" stand, `end` for none; kept between calls */
} gj_tag_scan;

/** The markup that begins at `at`, a '<'; false where there is none ("收到<5件"). `at` may only grow from call to
 *  call. */
bool gj_tag_read(gj_tag_scan *scan, size_t at, gj_tag *out);

/** Compare a tag's name without regard to letter case; `name` is lower-case. */
bool gj_tag_is(const gj_tag *tag, const char *name);

/** Whether a browser begins a new line at the tag: <br>, <p>, </div> … */
bool gj_tag_breaks_line(const gj_tag *tag);

/** The value of an attribute ("alt"), quotes removed; false where the tag has none. */
bool gj_tag_attribute(gj_slice bytes, const gj_tag *tag, const char *name, gj_span *out);

/** Offset of the next "<name" at or after `from`, before `end`, in any letter case, not followed by a letter;
 *  GJ_NOT_FOUND. */
size_t gj_tag_find(gj_slice bytes, size_t from, size_t end, const char *name);

#endif
