/* The characters a match may begin with. Between them a search need not stop: for a pattern of many words, PCRE2 would try every word at
 * every character of the text. */
#include "pattern_source.h"
#include "pattern_token.h"

#define DEPTH 16 /* of nested groups */

typedef struct walk {
    gj_lexer lexer;
    gj_token token; /* the one at hand */
    gj_char_set *out;
    bool lost;
} walk;

static void add_class(walk *w)
{
    const gj_token *token = &w->token;
    w->lost = w->lost || token->more;
    for (size_t i = 0; i < token->range_count && !w->lost; i++) {
        w->lost = token->ranges[i].high - token->ranges[i].low > GJ_CHAR_PLACES / 8;
        for (uint32_t code = token->ranges[i].low; code <= token->ranges[i].high && !w->lost; code++)
            gj_char_set_add(w->out, code);
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
                gj_char_set_add(w->out, gj_lexer_code(&w->lexer, w->token.begin, w->token.end));
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

bool gj_pattern_first(gj_slice source, gj_char_set *out)
{
    if (source.len > UINT16_MAX)
        return false;
    *out = (gj_char_set){ { 0 } };
    walk w = { .out = out };
    bool empty = false;
    gj_lexer_start(&w.lexer, source);
    do {
        empty = sequence(&w, true, 0) || empty;
    } while (w.token.kind == GJ_TOKEN_BAR && !w.lost);
    return !w.lost && !empty && w.token.kind == GJ_TOKEN_END;
}
