#include "repeat.h"

#include "utf8.h"

typedef struct window {
    uint32_t last[GJ_REPEAT_MOST]; /* [d - 1]: the character d places back, 0 before the run */
    size_t same[GJ_REPEAT_MOST];   /* [d - 1]: how many characters in a row equal the one d places before */
} window;

/* A number for the ideograph at *at, or 0 for anything else; *at moves on. The lead bytes E4 to E9 are U+4000 to U+9FFF. */
static uint32_t next_han(gj_slice text, size_t *at)
{
    const unsigned char *p = (const unsigned char *)text.data + *at;
    if (*p >= 0xE4 && *p <= 0xE9) {
        *at += 3;
        return (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];
    }
    (void)gj_utf8_next(text, at);
    return 0;
}

/* Count one more character; the length of the longest piece that is complete now, or 0. */
static size_t count(window *w, uint32_t code)
{
    size_t found = 0;
    for (size_t d = 1; d <= GJ_REPEAT_MOST; d++) {
        w->same[d - 1] = w->last[d - 1] == code ? w->same[d - 1] + 1 : 0;
        if (w->same[d - 1] >= d)
            found = d;
    }
    return found;
}

/* Whether it may be part of a second copy: nearly every character is not. */
static bool recurs(const window *w, uint32_t code, size_t least)
{
    bool one = least == 1 && w->last[0] == code;
    return one | (w->last[1] == code) | (w->last[2] == code) | (w->last[3] == code);
}

static void forget(window *w)
{
    memset(w->same, 0, sizeof w->same);
}

bool gj_repeat_next(gj_slice text, size_t from, size_t least, gj_span *both)
{
    window w = { { 0 }, { 0 } };
    bool counting = false;
    for (size_t at = from; at < text.len;) {
        uint32_t code = next_han(text, &at);
        if (code == 0) {
            w = (window){ { 0 }, { 0 } };
            continue;
        }
        size_t found = 0;
        if (recurs(&w, code, least)) {
            found = count(&w, code);
            counting = true;
        } else if (counting) {
            forget(&w);
            counting = false;
        }
        if (found && found >= least) {
            *both = (gj_span){ at - 2 * 3 * found, at };
            return true;
        }
        for (size_t d = GJ_REPEAT_MOST - 1; d > 0; d--)
            w.last[d] = w.last[d - 1];
        w.last[0] = code;
    }
    return false;
}
