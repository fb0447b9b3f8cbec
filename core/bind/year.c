#include "identity.h"

#include "../base/utf8.h"

#define FIRST_YEAR 1949
#define LAST_YEAR 2099

/* 0 … 9 for ASCII, full-width and Chinese digits, else -1. */
static int digit_of(uint32_t code)
{
    static const uint32_t han[] = { 0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D };
    if (code >= '0' && code <= '9')
        return (int)(code - '0');
    if (code >= 0xFF10 && code <= 0xFF19)
        return (int)(code - 0xFF10);
    if (code == 0x25CB || code == 0x96F6 || code == 0x25EF) /* ○ 零 ◯ */
        return 0;
    for (int i = 0; i < 10; i++)
        if (code == han[i])
            return i;
    return -1;
}

int gj_year_next(gj_slice text, size_t *at)
{
    if (gj_slice_find(text, GJ_LIT("年"), *at) == GJ_NOT_FOUND) {
        *at = text.len;
        return 0;
    }
    int value = 0, count = 0;
    while (*at < text.len) {
        uint32_t code = gj_utf8_next(text, at);
        int digit = digit_of(code);
        if (digit >= 0) {
            value = count < 4 ? value * 10 + digit : 0;
            count = count < 5 ? count + 1 : 5;
        } else if (!gj_is_space(code)) {
            if (code == 0x5E74 && count == 4 && value >= FIRST_YEAR && value <= LAST_YEAR)
                return value;
            value = count = 0;
        }
    }
    return 0;
}
