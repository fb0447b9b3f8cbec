/** numeral.h - the digits of a number: Arabic, full-width, Chinese; no unit, no context.
 *
 * Used by the quantity reader only. All functions look at `text` from byte `at`, never before it, and allocate nothing.
 */
#ifndef GJ_BIND_NUMERAL_H
#define GJ_BIND_NUMERAL_H

#include "number.h"

typedef struct gj_numeral {
    size_t end;       /* byte after the numeral; equals `at` when there is none */
    gj_decimal value; /* digits past the sixth decimal are cut */
    size_t whole;     /* digits before the decimal point */
    bool grouped;     /* had thousands separators */
    bool fraction;    /* had a decimal point */
    bool valid;       /* false: written like a number, but none (三四百二, above 10^12) */
} gj_numeral;

/** The digit 0-9 at `at`, ASCII or full-width, or -1; *length is its bytes. */
int gj_digit_at(gj_slice text, size_t at, size_t *length);
/** "3646" "3，646" "1,295" "26.55" "３２". */
gj_numeral gj_numeral_arabic(gj_slice text, size_t at);
/** "三十二" "二百六十一" "三千零五" "二〇二四" "五万". */
gj_numeral gj_numeral_chinese(gj_slice text, size_t at);
/** 千 万 亿, 百万, 千万, 万亿 after digits. Factors are 1 and lengths 0 where a part is not there. */
typedef struct gj_multiplier {
    int64_t small, big;          /* 十百千; 万亿 */
    size_t small_length, length; /* bytes of the first part; of both */
} gj_multiplier;
gj_multiplier gj_multiplier_at(gj_slice text, size_t at);
/** value * factor; false beyond 10^12. */
bool gj_numeral_scale(gj_decimal value, int64_t factor, gj_decimal *out);

/** The three bytes of a character as one number, for switches: gj_char3("一") == 0xE4B880. 0 past the end. */
static inline uint32_t gj_char3(gj_slice text, size_t at)
{
    if (at >= text.len || text.len - at < 3)
        return 0;
    return (uint32_t)(unsigned char)text.data[at] << 16 | (uint32_t)(unsigned char)text.data[at + 1] << 8 |
           (uint32_t)(unsigned char)text.data[at + 2];
}

/** False for most characters that are no Chinese digit: they differ from all of them in the second or the third byte. */
static inline bool gj_chinese_digit_likely(uint32_t code)
{
#define GJ_BIT(byte) (UINT64_C(1) << ((byte)&0x3F))
    const uint64_t second = GJ_BIT(0x80) | GJ_BIT(0x85) | GJ_BIT(0x8D) | GJ_BIT(0x99) | GJ_BIT(0x9B) | GJ_BIT(0xB8) |
                            GJ_BIT(0xB9) | GJ_BIT(0xBA);
    const uint64_t third = GJ_BIT(0x80) | GJ_BIT(0x81) | GJ_BIT(0x83) | GJ_BIT(0x87) | GJ_BIT(0x89) | GJ_BIT(0x8C) |
                           GJ_BIT(0x94) | GJ_BIT(0x9B) | GJ_BIT(0x9D) | GJ_BIT(0xA4) | GJ_BIT(0xAB) | GJ_BIT(0xAD) |
                           GJ_BIT(0xB6) | GJ_BIT(0xBE) | GJ_BIT(0xBF);
#undef GJ_BIT
    return (third >> (code & 0x3F) & second >> (code >> 8 & 0x3F) & 1) != 0;
}
/** For those that are left: use gj_chinese_digit. */
int32_t gj_chinese_digit_of(uint32_t code);
/** 0-9 for 零〇一…九 and 两, 10 100 1000 10000 100000000 for 十百千万亿, else -1. `code` is gj_char3's. */
static inline int32_t gj_chinese_digit(uint32_t code)
{
    return gj_chinese_digit_likely(code) ? gj_chinese_digit_of(code) : -1;
}

#endif
