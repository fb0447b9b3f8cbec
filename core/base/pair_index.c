#include "pair_index.h"

#include "utf8.h"

_Static_assert(GJ_PAIR_PLACES == 1 << 12, "a place is 12 bits of the hash");

static inline size_t place(uint32_t last, uint32_t code)
{
    return ((last << 16 | code) * UINT32_C(0x9E3779B1)) >> 20; /* 12 bits: GJ_PAIR_PLACES */
}

/* The same for two ideographs side by side, nearly all of a report: six bytes at `first`. */
static inline size_t place_of_two(const unsigned char *first)
{
    uint32_t four;
    uint16_t two;
    memcpy(&four, first, sizeof four);
    memcpy(&two, first + sizeof four, sizeof two);
    return (size_t)(((uint64_t)two << 32 | four) * UINT64_C(0x9E3779B97F4A7C15) >> 52);
}

/* Of a character alone. */
static inline size_t place_of_one(uint32_t code)
{
    return (code * UINT32_C(0x9E3779B1)) >> 22; /* 10 bits: GJ_PAIR_SINGLES */
}

/* U+4000 to U+9FFF, most of a report. */
static inline bool is_ideograph(const unsigned char *at, const unsigned char *end)
{
    return *at >= 0xE4 && *at <= 0xE9 && end - at >= 3;
}

gj_pair_index *gj_pair_index_new(gj_arena *arena)
{
    return GJ_NEW(arena, gj_pair_index);
}

void gj_pair_index_add(gj_pair_index *index, gj_slice text, size_t number)
{
    const unsigned char *at = (const unsigned char *)text.data, *end = at + text.len;
    uint64_t bit = UINT64_C(1) << (number % 64);
    uint32_t last = 0;
    while (at < end) {
        bool ideograph = is_ideograph(at, end);
        uint32_t code = gj_utf8_short(&at, end);
        index->singles[place_of_one(code)] |= bit;
        index->texts[place(last, code)] |= bit; /* the first one makes a pair with 0, which nobody asks for */
        last = code;
        while (ideograph && at < end && is_ideograph(at, end)) {
            index->texts[place_of_two(at - 3)] |= bit;
            last = gj_utf8_three(at);
            index->singles[place_of_one(last)] |= bit;
            at += 3;
        }
    }
}

uint64_t gj_pair_index_holders(const gj_pair_index *index, gj_slice literal)
{
    const unsigned char *at = (const unsigned char *)literal.data, *end = at + literal.len;
    if (!literal.len)
        return GJ_PAIR_ALL;
    bool ideograph = is_ideograph(at, end);
    uint32_t last = gj_utf8_short(&at, end);
    if (at == end)
        return index->singles[place_of_one(last)];
    uint64_t holders = GJ_PAIR_ALL;
    while (at < end && holders) {
        const unsigned char *before = at - 3;
        bool two = ideograph && is_ideograph(at, end);
        ideograph = is_ideograph(at, end);
        uint32_t code = gj_utf8_short(&at, end);
        holders &= index->texts[two ? place_of_two(before) : place(last, code)];
        last = code;
    }
    return holders;
}
