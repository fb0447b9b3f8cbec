/** cmark_guard.h - libcmark without a crash when memory runs out.
 *
 * libcmark 0.30.2 does not check its allocator's results. Under the guard its memory comes from an arena, and an
 * allocation that fails leaves libcmark by longjmp; what it had built dies with the arena.
 */
#ifndef GJ_READ_CMARK_GUARD_H
#define GJ_READ_CMARK_GUARD_H

#include <cmark.h>

#include "../../base/arena.h"

/** Parse `text` as Markdown. NULL when memory ran out. The tree lives in `arena`: reset or free that, never the
 *  tree. */
cmark_node *gj_cmark_parse(gj_arena *arena, gj_slice text);
/** `text` as HTML, without what is HTML in it and without links that could run (libcmark's safe mode). In the arena; data NULL when memory ran out. */
gj_slice gj_cmark_html(gj_arena *arena, gj_slice text);

#endif
