#include "utf8.h"

#include <utf8proc.h>

/* Length and lowest legal second byte of a sequence by its first byte (RFC 3629, table 3-7 of Unicode). */
static size_t sequence(const unsigned char *p, size_t left, uint32_t *code)
{
    unsigned char b = p[0];
    if (b < 0x80) {
        *code = b;
        return 1;
    }
    if (b < 0xC2 || b > 0xF4)
        return 0;
    size_t length = b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    if (left < length)
        return 0;
    unsigned char low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
    unsigned char high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    if (p[1] < low || p[1] > high)
        return 0;
    uint32_t value = (uint32_t)(b & (0xFF >> (length + 1)));
    value = value << 6 | (p[1] & 0x3Fu);
    for (size_t i = 2; i < length; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (p[i] & 0x3Fu);
    }
    *code = value;
    return length;
}

/* Past the ASCII and the three-byte characters (E1-EC, EE-EF: no special range) at `at`: nearly all of a Chinese text, a word at
 * a time. Stops at anything else and near the end. */
static size_t skip_common(const unsigned char *p, size_t at, size_t length)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint32_t word;
    while (length - at >= sizeof word) {
        memcpy(&word, p + at, sizeof word);
        if ((word & 0x00C0C0F0u) == 0x008080E0u && p[at] != 0xE0 && p[at] != 0xED)
            at += 3;
        else if ((word & 0x80808080u) == 0)
            at += 4;
        else
            break;
    }
#else
    (void)p;
    (void)length;
#endif
    return at;
}

size_t gj_utf8_check(gj_slice s)
{
    const unsigned char *p = (const unsigned char *)s.data;
    size_t at = 0;
    uint32_t code;
    while ((at = skip_common(p, at, s.len)) < s.len) {
        size_t length = sequence(p + at, s.len - at, &code);
        if (!length)
            return at;
        at += length;
    }
    return GJ_NOT_FOUND;
}

uint32_t gj_utf8_next(gj_slice s, size_t *at)
{
    uint32_t code = GJ_REPLACEMENT;
    size_t length = sequence((const unsigned char *)s.data + *at, s.len - *at, &code);
    *at += length ? length : 1;
    return length ? code : GJ_REPLACEMENT;
}

uint32_t gj_utf8_prev(gj_slice s, size_t *at)
{
    size_t end = *at;
    size_t start = end - 1;
    while (start > 0 && end - start < 4 && ((unsigned char)s.data[start] & 0xC0) == 0x80)
        start--;
    uint32_t code = GJ_REPLACEMENT;
    size_t length = sequence((const unsigned char *)s.data + start, end - start, &code);
    *at = length == end - start ? start : end - 1;
    return length == end - start ? code : GJ_REPLACEMENT;
}

gj_slice gj_utf8_cut(gj_slice s, size_t most)
{
    size_t end = most < s.len ? most : s.len;
    while (end && end < s.len && ((unsigned char)s.data[end] & 0xC0) == 0x80)
        end--;
    return gj_slice_sub(s, 0, end);
}

size_t gj_utf8_count(gj_slice s)
{
    size_t count = s.len, i = 0;
    for (; s.len - i >= sizeof(uint64_t); i += sizeof(uint64_t)) { /* a continuation byte has bit 7 and not bit 6 */
        uint64_t bytes;
        memcpy(&bytes, s.data + i, sizeof bytes);
        bytes = bytes >> 7 & ~bytes >> 6 & UINT64_C(0x0101010101010101);
        count -= (size_t)(bytes * UINT64_C(0x0101010101010101) >> 56);
    }
    for (; i < s.len; i++)
        count -= ((unsigned char)s.data[i] & 0xC0) == 0x80;
    return count;
}

size_t gj_utf8_put(uint32_t code, char out[4])
{
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return 0;
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)out);
}

/* The ambiguous characters (UAX #11 class A) that Chinese reports use; utf8proc calls them narrow. */
static bool is_ambiguous(uint32_t code)
{
    if (code < 0x2010)
        return code == 0xA7 || code == 0xB0 || code == 0xB1 || code == 0xB7 || code == 0xD7 || code == 0xF7;
    return (code <= 0x2027 && code != 0x2011 && code != 0x2012) || code == 0x2030 || code == 0x203B ||
           (code >= 0x2160 && code <= 0x2179) || (code >= 0x2190 && code <= 0x2199) || code == 0x2260 ||
           (code >= 0x2264 && code <= 0x2265) || (code >= 0x2460 && code <= 0x24E9) ||
           (code >= 0x2500 && code <= 0x254B) || (code >= 0x25A0 && code <= 0x25CF) || code == 0x2605 || code == 0x2606;
}

int gj_utf8_width_of(uint32_t code, int ambiguous)
{
    if (code < 0x20 || (code >= 0x7F && code < 0xA0))
        return 0;
    if (code < 0x7F)
        return 1;
    if (is_ambiguous(code))
        return ambiguous;
    return utf8proc_charwidth((utf8proc_int32_t)code);
}

size_t gj_utf8_width(gj_slice s, int ambiguous)
{
    size_t width = 0, at = 0;
    while (at < s.len)
        width += (size_t)gj_utf8_width_of(gj_utf8_next(s, &at), ambiguous);
    return width;
}

bool gj_is_space(uint32_t code)
{
    if (code <= 0x20)
        return code == ' ' || (code >= '\t' && code <= '\r');
    return code == 0x3000 || code == 0xA0 || (code >= 0x2000 && code <= 0x200B) || code == 0xFEFF;
}

bool gj_is_han(uint32_t code)
{
    return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF) || code == 0x3007 ||
           (code >= 0xF900 && code <= 0xFAFF) || (code >= 0x20000 && code <= 0x323AF);
}

/* The folded code point, or 0 where the character is dropped. */
static uint32_t fold(uint32_t code)
{
    if (code >= 0xFF01 && code <= 0xFF5E)
        code -= 0xFEE0;
    if (code >= 'A' && code <= 'Z')
        return code + 32;
    if (code < 0x80)
        return gj_is_space(code) || code < 0x20 || code == 0x7F ? 0
               : code == '[' || code == '{'                     ? '('
               : code == ']' || code == '}'                     ? ')'
               : code == '\''                                   ? '"'
                                                                : code;
    switch (code) {
    case 0x3014: /* 〔 */
    case 0x3010: /* 【 */
    case 0xFE59: /* ﹙ */
    case 0xFE5D: /* ﹝ */
        return '(';
    case 0x3015:
    case 0x3011:
    case 0xFE5A:
    case 0xFE5E:
        return ')';
    case 0x201C: /* “ ” ‘ ’ 「 」 『 』 */
    case 0x201D:
    case 0x2018:
    case 0x2019:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
        return '"';
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xAD:
        return 0;
    default:
        return gj_is_space(code) ? 0 : code;
    }
}

gj_slice gj_utf8_fold(gj_arena *arena, gj_slice s)
{
    char *out = gj_arena_alloc(arena, s.len + 1); /* no fold is longer than its source */
    if (!out)
        return (gj_slice){ NULL, 0 };
    size_t length = 0, at = 0;
    while (at < s.len) {
        size_t start = at;
        uint32_t code = gj_utf8_next(s, &at);
        uint32_t folded = fold(code);
        if (!folded)
            continue;
        if (folded == code) {
            memcpy(out + length, s.data + start, at - start);
            length += at - start;
        } else {
            length += gj_utf8_put(folded, out + length);
        }
    }
    return (gj_slice){ out, length };
}
