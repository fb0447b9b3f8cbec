#include "pair_index.h"

_Static_assert(GJ_PAIR_PLACES == 1 << 12, "a place is 12 bits of the hash");

/* The bytes of the character at `at` as one number; `*at` goes behind it. A text that is cut off within a character ends there. */
static inline uint64_t character(const unsigned char **at, const unsigned char *end)
{
    const unsigned char *p = *at;
    if (p[0] >= 0xE0 && p[0] < 0xF0 && end - p >= 3) { /* most of a report */
        *at = p + 3;
        return (uint64_t)p[0] << 16 | (uint64_t)p[1] << 8 | p[2];
    }
    uint64_t code = *p++;
    while (p < end && (*p & 0xC0) == 0x80)
        code = code << 8 | *p++;
    *at = p;
    return code;
}

static inline size_t place(uint64_t last, uint64_t code)
{
    return (size_t)(((last << 32 | code) * UINT64_C(0x9E3779B97F4A7C15)) >> 52); /* 12 bits: GJ_PAIR_PLACES */
}

/* Signs, digits and letters are asked for singly as well (<, ★); ideographs, which begin with E4 to E9, hardly ever. */
static inline bool is_sign(unsigned char lead)
{
    return lead < 0xE4 || lead > 0xE9;
}

gj_pair_index *gj_pair_index_new(gj_arena *arena)
{
    return GJ_NEW(arena, gj_pair_index);
}

void gj_pair_index_add(gj_pair_index *index, gj_slice text, size_t number)
{
    const unsigned char *at = (const unsigned char *)text.data, *end = at + text.len;
    uint64_t bit = UINT64_C(1) << (number % 64), last = 0;
    while (at < end) {
        bool sign = is_sign(*at);
        uint64_t code = character(&at, end);
        if (sign)
            index->texts[place(0, code)] |= bit;
        if (last)
            index->texts[place(last, code)] |= bit;
        last = code;
    }
}

uint64_t gj_pair_index_holders(const gj_pair_index *index, gj_slice literal)
{
    const unsigned char *at = (const unsigned char *)literal.data, *end = at + literal.len;
    bool sign = literal.len && is_sign(*at);
    uint64_t holders = GJ_PAIR_ALL, last = literal.len ? character(&at, end) : 0;
    if (sign && at == end)
        return index->texts[place(0, last)];
    while (at < end && holders) {
        uint64_t code = character(&at, end);
        holders &= index->texts[place(last, code)];
        last = code;
    }
    return holders;
}
