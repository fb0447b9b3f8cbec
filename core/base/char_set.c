#include "char_set.h"

/* The character at `at`; *width is its bytes. */
static inline bool holds(const gj_char_set *set, const unsigned char *at, size_t *width)
{
    uint32_t place = *at;
    *width = 1;
    if (*at >= 0xE0 && *at < 0xF0) { /* most of a report */
        *width = 3;
        place = (at[1] & 0x0Fu) << 6 | (at[2] & 0x3Fu);
    } else if (*at >= 0x80) {
        *width = *at < 0xE0 ? 2 : 4;
        place = (at[*width - 2] & 0x0Fu) << 6 | (at[*width - 1] & 0x3Fu);
    }
    return set->bits[place / 32] >> (place % 32) & 1;
}

size_t gj_char_set_find(const gj_char_set *set, gj_slice text, size_t from)
{
    const unsigned char *start = (const unsigned char *)text.data, *end = start + text.len, *at = start + from;
    for (size_t width; at < end; at += width)
        if (holds(set, at, &width))
            return (size_t)(at - start);
    return GJ_NOT_FOUND;
}

size_t gj_char_set_find_sign(const gj_char_set *set, gj_slice text, size_t from)
{
    const unsigned char *start = (const unsigned char *)text.data, *end = start + text.len, *at = start + from;
    for (size_t width; at < end; at += width) {
        width = 3;
        if ((*at < 0xE4 || *at > 0xE9) && holds(set, at, &width))
            return (size_t)(at - start);
    }
    return GJ_NOT_FOUND;
}
