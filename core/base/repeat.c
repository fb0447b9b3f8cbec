#include "repeat.h"

#include <stdint.h>

#include "utf8.h"

_Static_assert(GJ_REPEAT_MOST == 4, "a window is four numbers of 16 bits");

#define EACH UINT64_C(0x0001000100010001) /* times a number: the number in each of the four places */
#define HIGH UINT64_C(0x8000800080008000)

/* The characters before the one at hand: the last one in the low 16 bits; 0 before the run. */
typedef struct window {
    uint64_t last;
    size_t same[GJ_REPEAT_MOST]; /* [d - 1]: how many characters in a row equal the one d places before */
    bool counting;               /* not all of them are 0 */
} window;

/* Count one more character; the length of the longest piece that is complete now, or 0. */
static size_t count(window *w, uint16_t code)
{
    size_t found = 0;
    for (size_t d = 1; d <= GJ_REPEAT_MOST; d++) {
        bool equal = (uint16_t)(w->last >> 16 * (d - 1)) == code;
        w->same[d - 1] = equal ? w->same[d - 1] + 1 : 0;
        if (w->same[d - 1] >= d)
            found = d;
    }
    w->counting = true;
    return found;
}

/* Whether it is one of the last four characters (where `wanted` has a bit), and may be part of a second copy: nearly every character is not.
 * Subtraction finds a place that is 0 for certain, and now and then another one above it. */
static bool recurs(uint64_t last, uint16_t code, uint64_t wanted)
{
    uint64_t differs = last ^ code * EACH;
    return ((differs - EACH) & ~differs & wanted) != 0;
}

static void forget(window *w)
{
    memset(w->same, 0, sizeof w->same);
    w->counting = false;
}

bool gj_repeat_next(gj_slice text, size_t from, size_t least, gj_span *both)
{
    const unsigned char *start = (const unsigned char *)text.data, *end = start + text.len, *at = start + from;
    uint64_t wanted = least == 1 ? HIGH : HIGH & ~UINT64_C(0xFFFF);
    window w = { 0 };
    while (at < end) {
        if (*at < 0xE4 || *at > 0xE9 || end - at < 3) { /* no ideograph: the run ends */
            (void)gj_utf8_short(&at, end);
            w.last = 0;
            forget(&w);
            continue;
        }
        uint16_t code = gj_utf8_three(at);
        size_t found = 0;
        at += 3;
        if (recurs(w.last, code, wanted))
            found = count(&w, code);
        else if (w.counting)
            forget(&w);
        if (found && found >= least) {
            *both = (gj_span){ (size_t)(at - start) - 2 * 3 * found, (size_t)(at - start) };
            return true;
        }
        w.last = w.last << 16 | code;
    }
    return false;
}
