/* quantity_plain.c - whether the short form of {n} reads a sentence as the full one does. Where that is not plain the answer is no. */
#include "quantity_parts.h"

static bool is_digit(gj_slice text, size_t at)
{
    return at < text.len && text.data[at] >= '0' && text.data[at] <= '9';
}

/* Horizontal space of more than one byte: U+00A0, U+1680, U+180E, U+2000 … U+200A, U+202F, U+205F, U+3000. */
static bool is_wide_space(uint32_t code)
{
    return (code >= 0xE28080 && code <= 0xE2808A) || code == 0xE280AF || code == 0xE2819F || code == 0xE38080 ||
           code == 0xE19A80 || code == 0xE1A08E;
}

/* What stands before a number. */
static bool plain_before(gj_slice text, size_t at)
{
    if (at == 0)
        return true;
    char last = text.data[at - 1];
    if (last == ' ' || last == '\t' || last == '.' || last == '\xA0')
        return false;
    if (last == ',')
        return at < 2 || !is_digit(text, at - 2);
    uint32_t code = at >= 3 ? gj_char3(text, at - 3) : 0;
    switch (code) {
    case 0xE7BAA6: /* 约 */
    case 0xE8BF91: /* 近 */
    case 0xE8B685: /* 超 */
    case 0xE8BF87: /* 过 */
    case 0xE980BE: /* 逾 */
    case 0xEFBC8E: /* ． */
        return false;
    case 0xEFBC8C: /* ， */
        return at < 4 || !is_digit(text, at - 4);
    default:
        return !is_wide_space(code);
    }
}

/* What stands after one. */
static bool plain_after(gj_slice text, size_t at)
{
    if (at >= text.len)
        return true;
    char next = text.data[at];
    if (next == ' ' || next == '\t' || next == '\xC2')
        return false;
    if (next == '.' || next == ',')
        return !is_digit(text, at + 1);
    uint32_t code = gj_char3(text, at);
    if (code == 0xEFBC8E || code == 0xEFBC8C) /* ． ， */
        return !is_digit(text, at + 3);
    return code != 0xE4BD99 && code != 0xE5A49A /* 余 多 */ && gj_chinese_digit(code) < 10 && !is_wide_space(code);
}

/* A measure word of the full form at `at`, perhaps after 余, 多 or 几. */
static bool measured(gj_slice text, size_t at)
{
    static const char words[] = "件条份篇次场期个人项起例部宗笔家名位批户元";
    uint32_t code = gj_char3(text, at);
    if (code == 0xE4BD99 || code == 0xE5A49A || code == 0xE587A0) /* 余 多 几 */
        at += 3;
    for (const char *word = words; *word; word += 3)
        if (text.len >= at + 3 && memcmp(text.data + at, word, 3) == 0)
            return true;
    return false;
}

bool gj_quantity_plain(gj_slice text)
{
    for (size_t at = 0; at < text.len;) {
        unsigned char byte = (unsigned char)text.data[at];
        if (byte < 0x80) {
            size_t end = at;
            while (is_digit(text, end))
                end++;
            if (end > at && (!plain_before(text, at) || !plain_after(text, end)))
                return false;
            at = end > at ? end : at + 1;
            continue;
        }
        uint32_t code = gj_char3(text, at);
        if (code >= 0xEFBC90 && code <= 0xEFBC99) /* ０ … ９ */
            return false;
        if (gj_chinese_digit(code) >= 0 && measured(text, at + 3))
            return false;
        at += byte >= 0xE0 && text.len - at >= 3 ? 3 : 1;
    }
    return true;
}
