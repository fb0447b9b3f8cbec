/** utf8.h - code points, display width, normal forms.
 *
 * Strict UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF). Functions that walk text expect valid
 * UTF-8, which every reader has checked; on anything else they advance one byte and yield U+FFFD, so they always end.
 */
#ifndef GJ_BASE_UTF8_H
#define GJ_BASE_UTF8_H

#include <stdint.h>

#include "arena.h"
#include "slice.h"

#define GJ_REPLACEMENT 0xFFFDu

/** GJ_NOT_FOUND where `s` is valid UTF-8, else the offset of the first wrong byte. */
size_t gj_utf8_check(gj_slice s);
/** The code point at *at (< s.len) and advance *at past it. */
uint32_t gj_utf8_next(gj_slice s, size_t *at);
/** The code point that ends before *at (> 0) and step *at back to its start. */
uint32_t gj_utf8_prev(gj_slice s, size_t *at);
/** The first `most` bytes of `s`, or fewer, so that no character is cut. */
gj_slice gj_utf8_cut(gj_slice s, size_t most);
/** Number of code points. */
size_t gj_utf8_count(gj_slice s);
/** Write one code point to out[4]; returns its bytes (0 for a surrogate or above U+10FFFF). */
size_t gj_utf8_put(uint32_t code, char out[4]);
/** Columns on a terminal: 0, 1 or 2 (East Asian Width by utf8proc; ambiguous ones count `ambiguous`, 1 or 2; controls 0). */
int gj_utf8_width_of(uint32_t code, int ambiguous);
size_t gj_utf8_width(gj_slice s, int ambiguous);

bool gj_is_space(uint32_t code); /* ASCII white space, U+3000, U+00A0, U+2000-200B, U+FEFF */
bool gj_is_han(uint32_t code);   /* CJK ideographs, with U+3007 */

/** The form in which labels, names and quotations are compared: full-width ASCII forms become half-width (NFKC for that
 *  range only), all white space and invisible characters are dropped, curly and straight quotes are one, brackets
 *  〔［﹝ [ and （ ( alike become '(' and ')' , 、．。, at number marks are left to the caller, letters lower-case.
 *  A copy in the arena; data NULL when memory ran out. */
gj_slice gj_utf8_fold(gj_arena *arena, gj_slice s);

/** The three bytes of a character of U+0800 to U+FFFF as one number: the low 16 bits of code point + 0x2080, so that no two are alike. */
static inline uint16_t gj_utf8_three(const unsigned char *p)
{
    return (uint16_t)(((unsigned)p[0] << 12) + ((unsigned)p[1] << 6) + p[2]);
}

/** A number of 16 bits for the character at *at, which goes behind it: for indexes and hashes of whole texts, where gj_utf8_next would be most of
 *  the work. Ideographs have numbers of their own; two rare characters may share one. A character that is cut off ends at `end`. */
static inline uint16_t gj_utf8_short(const unsigned char **at, const unsigned char *end)
{
    const unsigned char *p = *at;
    if (p[0] >= 0xE0 && p[0] < 0xF0 && end - p >= 3) { /* most of a report */
        *at = p + 3;
        return gj_utf8_three(p);
    }
    unsigned code = *p++;
    while (p < end && (*p & 0xC0) == 0x80)
        code = (code << 6) + *p++;
    *at = p;
    return (uint16_t)code;
}

#endif
