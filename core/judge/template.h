/** template.h - messages as templates over named values: "“{column}”一列填 {value}".
 *
 * A name is letters, digits and '_', beginning with a letter. "{{" and "}}" stand for the braces themselves; any other brace is an
 * error. The loader checks every template of a rule; zh and en must use the same set of names.
 */
#ifndef GJ_JUDGE_TEMPLATE_H
#define GJ_JUDGE_TEMPLATE_H

#include "../base/arena.h"

/** A piece of a template: literal text (`name` empty), or a placeholder. */
typedef struct gj_piece {
    gj_slice literal, name;
} gj_piece;

/** The piece at byte *at, which moves past it; false at the end or at a broken brace (then *at is its offset, short of the end). */
bool gj_template_next(gj_slice text, size_t *at, gj_piece *out);
/** GJ_NOT_FOUND where the template is well formed, else the offset of the wrong brace. */
size_t gj_template_check(gj_slice text);
/** A name of `a` that `b` does not use; empty where there is none. */
gj_slice gj_template_missing(gj_slice a, gj_slice b);

/** Give a value by name; false where there is none. May leave by longjmp: rendering holds nothing but arena memory. */
typedef bool (*gj_template_value)(void *context, gj_slice name, gj_words *out);

typedef enum gj_render { GJ_RENDERED, GJ_RENDER_UNKNOWN, GJ_RENDER_NOMEM } gj_render;

/** Fill in both languages. GJ_RENDER_UNKNOWN: `*unknown` is a name without a value. A value's `en` may be empty: its `zh` stands for it.
 *  A text past GJ_MAX_MESSAGE is cut at a code point and ends in "…". An empty template gives an empty text. */
gj_render gj_template_render(gj_arena *arena, gj_words text, gj_template_value value, void *context, gj_words *out,
                             gj_slice *unknown);

/** At most `bytes` bytes of the text, cut at a code point; a cut one ends in "…". Data NULL when memory ran out. */
gj_slice gj_text_shorten(gj_arena *arena, gj_slice text, size_t bytes);

#endif
