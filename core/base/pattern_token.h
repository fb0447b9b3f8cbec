/** pattern_token.h - a pattern's source in pieces, for what is found out about it before PCRE2 sees it. For pattern_*.c.
 *
 * Only what is plainly understood is taken apart; anything else is GJ_TOKEN_LOST, and then nothing is known of the pattern. `(?x)` is
 * understood at the very beginning.
 */
#ifndef GJ_BASE_PATTERN_TOKEN_H
#define GJ_BASE_PATTERN_TOKEN_H

#include <stdint.h>

#include "slice.h"

typedef enum gj_token_kind {
    GJ_TOKEN_END, /* of the source */
    GJ_TOKEN_LOST,
    GJ_TOKEN_PLAIN, /* one character that stands for itself */
    GJ_TOKEN_CLASS, /* [...] or \d */
    GJ_TOKEN_OTHER, /* something of some width: . \w \p{…} \x{…} \1 */
    GJ_TOKEN_ZERO,  /* \b \z $ and the like: no width */
    GJ_TOKEN_START, /* ^ \A \G: no width, and only at certain places */
    GJ_TOKEN_OPEN,  /* ( (?: (?> (?| (?<name> (?= (?! (?<= (?<! */
    GJ_TOKEN_CLOSE,
    GJ_TOKEN_BAR
} gj_token_kind;

#define GJ_CLASS_RANGES 24

typedef struct gj_class_range {
    uint32_t low, high;
    uint16_t begin, end; /* of low, in the source */
} gj_class_range;

typedef struct gj_token {
    gj_token_kind kind;
    size_t begin, end; /* in the source; of an escaped character without the backslash */
    bool optional;     /* by its quantifier; a group's stands at its GJ_TOKEN_CLOSE */
    bool repeated;     /* it has a quantifier */
    bool around;       /* GJ_TOKEN_OPEN: a look-around */
    /* GJ_TOKEN_CLASS: its characters as ranges; `more` where these are not all. */
    gj_class_range ranges[GJ_CLASS_RANGES];
    size_t range_count;
    bool more;
} gj_token;

typedef struct gj_lexer {
    gj_slice source;
    size_t at;
    bool extended; /* (?x): spaces and comments do not count */
} gj_lexer;

void gj_lexer_start(gj_lexer *lexer, gj_slice source);
/** The code point of the plain character at [begin, end). */
uint32_t gj_lexer_code(const gj_lexer *lexer, size_t begin, size_t end);
/** The next piece with its quantifier. After END or LOST it stays that. */
void gj_lexer_next(gj_lexer *lexer, gj_token *out);

#endif
