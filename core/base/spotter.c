#include "spotter.h"

#include "limits.h"
#include "utf8.h"

#define DIGIT '#'
#define PAIRS 32768   /* bits for pairs of characters: the 15 high bits of their hash */
#define SINGLES 65536 /* bits for words of one character: 16 */
#define BUCKETS 1024  /* chains of words, by their anchors: 10 */
#define NO_SECOND 0u  /* in place of the second character of a word that has one only */

/* A word is known by two neighbouring characters of it, its anchor: those that the fewest words share, for 信息 and 公开 stand everywhere. */
struct gj_spotter {
    uint32_t singles[SINGLES / 32], pairs[PAIRS / 32];
    const gj_slice *words;
    uint32_t heads[BUCKETS]; /* index of a word and one; 0: none */
    uint32_t *next;          /* the same, for each word */
    uint8_t *anchors;        /* bytes of each word before its anchor */
};

static bool is_digit(uint32_t code)
{
    return code - '0' < 10;
}

/* Their high bits are the ones that are mixed. NO_SECOND adds nothing: the hash of a character alone is its mix. */
static uint32_t mix(uint32_t code)
{
    return code * 0x9E3779B1u;
}

static uint32_t hash_of(uint32_t first, uint32_t second)
{
    return mix(first) + second * 0x85EBCA77u;
}

static uint32_t pair_bit(uint32_t hash)
{
    return hash >> 17;
}

static uint32_t single_bit(uint32_t hash)
{
    return hash >> 16;
}

static uint32_t bucket_of(uint32_t hash)
{
    return hash >> 22;
}

/* A number for the character at *at, the same for all digits; no two characters share one. At the end NO_SECOND. It is never shown and never leaves
 * the process, so that the byte order of the machine is no matter. */
static inline uint32_t step(gj_slice text, size_t *at)
{
    if (*at >= text.len)
        return NO_SECOND;
    const unsigned char *p = (const unsigned char *)text.data + *at;
    if (*p >= 0xE0 && *p < 0xF0) { /* most of a report */
        uint16_t rest;
        memcpy(&rest, p + 1, sizeof rest);
        *at += 3;
        return (uint32_t)*p << 16 | rest;
    }
    if (*p < 0x80) {
        *at += 1;
        return is_digit(*p) ? DIGIT : *p;
    }
    return gj_utf8_next(text, at) | 1u << 24;
}

bool gj_spotter_word(gj_slice word)
{
    if (word.len == 0 || word.len > GJ_MAX_WORD || gj_utf8_check(word) != GJ_NOT_FOUND)
        return false;
    for (size_t i = 0; i < word.len; i++)
        if (is_digit((unsigned char)word.data[i]))
            return false;
    return true;
}

/* Calls for every pair of neighbouring characters, and for a word of one character with that and NO_SECOND. */
typedef void (*pair_visit)(void *context, size_t begin, uint32_t first, uint32_t second);

static void each_pair(gj_slice word, pair_visit visit, void *context)
{
    size_t begin = 0, middle = 0;
    uint32_t first = step(word, &middle);
    do {
        size_t end = middle;
        uint32_t second = step(word, &end);
        visit(context, begin, first, second);
        first = second;
        begin = middle;
        middle = end;
    } while (middle < word.len);
}

static void count_pair(void *context, size_t begin, uint32_t first, uint32_t second)
{
    uint32_t *counts = context;
    (void)begin;
    counts[pair_bit(hash_of(first, second))]++;
}

typedef struct anchor {
    const uint32_t *counts;
    uint32_t least, first, second;
    size_t begin;
} anchor;

static bool has_bit(const uint32_t *bits, uint32_t place)
{
    return bits[place / 32] >> (place % 32) & 1;
}

static void set_bit(uint32_t *bits, uint32_t place)
{
    bits[place / 32] |= 1u << (place % 32);
}

/* Of pairs that are equally rare the last: most words go wrong late. */
static void find_rarest(void *context, size_t begin, uint32_t first, uint32_t second)
{
    anchor *a = context;
    uint32_t shared = a->counts[pair_bit(hash_of(first, second))];
    if (shared <= a->least)
        *a = (anchor){ a->counts, shared, first, second, begin };
}

static void add(gj_spotter *s, const uint32_t *counts, uint32_t index)
{
    anchor a = { .counts = counts, .least = UINT32_MAX };
    each_pair(s->words[index], find_rarest, &a);
    uint32_t hash = hash_of(a.first, a.second);
    if (a.second == NO_SECOND)
        set_bit(s->singles, single_bit(hash));
    else
        set_bit(s->pairs, pair_bit(hash));
    s->anchors[index] = (uint8_t)a.begin;
    s->next[index] = s->heads[bucket_of(hash)];
    s->heads[bucket_of(hash)] = index + 1;
}

gj_spotter *gj_spotter_new(gj_arena *arena, const gj_slice *words, size_t count)
{
    gj_spotter *s = GJ_NEW(arena, gj_spotter);
    uint32_t *counts = GJ_ARRAY(arena, PAIRS, uint32_t);
    if (!s || !counts || count >= UINT32_MAX || !(s->next = GJ_ARRAY(arena, count, uint32_t)) ||
        !(s->anchors = GJ_ARRAY(arena, count, uint8_t)))
        return NULL;
    s->words = words;
    for (size_t i = 0; i < count; i++)
        each_pair(words[i], count_pair, counts);
    for (size_t i = 0; i < count; i++)
        add(s, counts, (uint32_t)i);
    return s;
}

static bool stands(gj_slice word, gj_slice text, size_t at)
{
    if (word.len > text.len - at)
        return false;
    for (size_t i = 0; i < word.len; i++) {
        char c = text.data[at + i];
        if (word.data[i] == DIGIT ? !is_digit((unsigned char)c) : word.data[i] != c)
            return false;
    }
    return true;
}

/* The words of one chain that have their anchor here. */
static bool try_chain(const gj_spotter *s, gj_slice text, size_t at, uint32_t hash, gj_spotter_take take, void *context)
{
    for (uint32_t i = s->heads[bucket_of(hash)]; i; i = s->next[i - 1]) {
        gj_slice word = s->words[i - 1];
        size_t before = s->anchors[i - 1];
        if (before <= at && stands(word, text, at - before) &&
            !take(context, (gj_span){ at - before, at - before + word.len }, i - 1))
            return false;
    }
    return true;
}

/* Where one of the two bits is set: the pair's chain, and that of the first character alone. */
static bool try_both(const gj_spotter *s, gj_slice text, size_t at, uint32_t first, uint32_t second,
                     gj_spotter_take take, void *context)
{
    uint32_t pair = hash_of(first, second), alone = mix(first);
    return try_chain(s, text, at, pair, take, context) &&
           (bucket_of(pair) == bucket_of(alone) || try_chain(s, text, at, alone, take, context));
}

bool gj_spotter_run(const gj_spotter *s, gj_slice text, gj_spotter_take take, void *context)
{
    size_t begin = 0, middle = 0;
    uint32_t first = step(text, &middle);
    while (begin < text.len) {
        size_t end = middle;
        uint32_t second = step(text, &end);
        uint32_t hash = hash_of(first, second);
        if (((unsigned)has_bit(s->pairs, pair_bit(hash)) | (unsigned)has_bit(s->singles, single_bit(mix(first)))) &&
            !try_both(s, text, begin, first, second, take, context))
            return false;
        begin = middle;
        middle = end;
        first = second;
    }
    return true;
}
