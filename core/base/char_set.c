#include "char_set.h"

size_t gj_char_set_find(const gj_char_set *set, gj_slice text, size_t from)
{
    const unsigned char *start = (const unsigned char *)text.data, *end = start + text.len, *at = start + from;
    for (size_t width = 1; at < end; at += width) {
        uint32_t place = *at;
        width = 1;
        if (*at >= 0xE0 && *at < 0xF0) { /* most of a report */
            width = 3;
            place = (at[1] & 0x0Fu) << 6 | (at[2] & 0x3Fu);
        } else if (*at >= 0x80) {
            width = *at < 0xE0 ? 2 : 4;
            place = (at[width - 2] & 0x0Fu) << 6 | (at[width - 1] & 0x3Fu);
        }
        if (set->bits[place / 32] >> (place % 32) & 1)
            return (size_t)(at - start);
    }
    return GJ_NOT_FOUND;
}
