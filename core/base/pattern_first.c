/* The characters a match may begin with. Between them a search need not stop: for a pattern of many words, PCRE2 would try every word at
 * every character of the text. */
#include "pattern_source.h"
#include "pattern_token.h"

#define DEPTH 16 /* of nested groups */

typedef struct walk {
    gj_lexer lexer;
    gj_token token; /* the one at hand */
    gj_first *out;
    bool lost;
} walk;

/* Low bits of the code point; sets are small, so that few other characters share a place. */
static size_t place_of(uint32_t code)
{
    return code % GJ_FIRST_PLACES;
}

static void add(walk *w, uint32_t code)
{
    w->out->bits[place_of(code) / 32] |= 1u << (place_of(code) % 32);
}

static void add_class(walk *w)
{
    const gj_token *token = &w->token;
    w->lost = w->lost || token->more;
    for (size_t i = 0; i < token->range_count && !w->lost; i++) {
        w->lost = token->ranges[i].high - token->ranges[i].low > GJ_FIRST_PLACES / 8;
        for (uint32_t code = token->ranges[i].low; code <= token->ranges[i].high && !w->lost; code++)
            add(w, code);
    }
}

static bool group(walk *w, bool at_start, int depth);

/* Up to '|', the end of the group or of the source; that token is at hand then. `at_start`: a match may begin here. Returns whether what
 * follows may begin one too. */
static bool sequence(walk *w, bool at_start, int depth)
{
    for (;;) {
        bool absent = false;
        gj_lexer_next(&w->lexer, &w->token);
        switch (w->token.kind) {
        case GJ_TOKEN_PLAIN:
            if (at_start)
                add(w, gj_lexer_code(&w->lexer, w->token.begin, w->token.end));
            break;
        case GJ_TOKEN_CLASS:
            if (at_start)
                add_class(w);
            break;
        case GJ_TOKEN_OTHER:
        case GJ_TOKEN_START: /* PCRE2 knows better where that can be */
            w->lost = w->lost || at_start;
            break;
        case GJ_TOKEN_ZERO:
            absent = true;
            break;
        case GJ_TOKEN_OPEN:
            absent = group(w, at_start, depth + 1);
            break;
        default:
            return at_start;
        }
        if (w->lost)
            return false;
        at_start = at_start && (absent || w->token.optional);
    }
}

/* Whether the group may be empty. A look-around has no width, whatever it holds. */
static bool group(walk *w, bool at_start, int depth)
{
    bool around = w->token.around, empty = false;
    do {
        w->lost = w->lost || depth > DEPTH;
        empty = !w->lost && (sequence(w, at_start && !around, depth) || empty);
    } while (w->token.kind == GJ_TOKEN_BAR && !w->lost);
    w->lost = w->lost || w->token.kind != GJ_TOKEN_CLOSE;
    return around || empty;
}

bool gj_pattern_first(gj_slice source, gj_first *out)
{
    if (source.len > UINT16_MAX)
        return false;
    *out = (gj_first){ { 0 } };
    walk w = { .out = out };
    bool empty = false;
    gj_lexer_start(&w.lexer, source);
    do {
        empty = sequence(&w, true, 0) || empty;
    } while (w.token.kind == GJ_TOKEN_BAR && !w.lost);
    return !w.lost && !empty && w.token.kind == GJ_TOKEN_END;
}

size_t gj_first_find(const gj_first *first, gj_slice text, size_t from)
{
    const unsigned char *at = (const unsigned char *)text.data + from,
                        *end = (const unsigned char *)text.data + text.len;
    while (at < end) {
        size_t place = *at, width = 1;
        if (*at >= 0xE0 && *at < 0xF0) {
            place = ((at[1] & 0x0Fu) << 6 | (at[2] & 0x3Fu));
            width = 3;
        } else if (*at >= 0xF0) {
            place = ((at[2] & 0x0Fu) << 6 | (at[3] & 0x3Fu));
            width = 4;
        } else if (*at >= 0x80) {
            place = ((*at & 0x0Fu) << 6 | (at[1] & 0x3Fu));
            width = 2;
        }
        if (first->bits[place / 32] >> (place % 32) & 1)
            return (size_t)(at - (const unsigned char *)text.data);
        at += width;
    }
    return GJ_NOT_FOUND;
}
