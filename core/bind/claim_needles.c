/* claim_needles.c - a hash of first characters with chains; every needle knows the patterns it opens. */
#include "claim_needles.h"

#include "../base/pattern_source.h"

#define BUCKETS 512
#define SHORTEST 3 /* bytes: one Chinese character; shorter needles are taken as always there */

/* Numbers of needles and uses count from 1; 0 is none. */
typedef struct needle {
    gj_slice text;
    uint32_t next; /* in its bucket */
    uint32_t uses; /* the patterns it opens, linked */
    unsigned seen; /* in which scan it was last */
} needle;

typedef struct use {
    uint32_t pattern, next;
} use;

typedef struct place {
    uint32_t kind, pattern;
} place;

struct gj_claim_needles {
    uint32_t heads[BUCKETS];
    needle *list;
    use *uses;
    uint32_t count, use_count;
    place *places; /* of all patterns, in order */
    uint64_t *open, *always;
    size_t pattern_count, words;
    unsigned scan;
    /* The steps of the other years' pattern are numbered after the patterns. */
    unsigned char alternatives[GJ_PATTERN_NEEDLES];
    size_t steps;
};

static size_t bucket_of(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    return (size_t)(b[2] & 63u) | (size_t)(b[1] & 7u) << 6;
}

static void set_bit(uint64_t *bits, size_t number)
{
    bits[number / 64] |= UINT64_C(1) << number % 64;
}

/* There is room for every needle and use. */
static void add(gj_claim_needles *n, gj_slice text, size_t pattern)
{
    if (text.len < SHORTEST) {
        set_bit(n->always, pattern);
        return;
    }
    uint32_t *head = &n->heads[bucket_of(text.data)], at = *head;
    while (at && !gj_slice_equal(n->list[at - 1].text, text))
        at = n->list[at - 1].next;
    if (!at) {
        n->list[n->count++] = (needle){ .text = text, .next = *head };
        at = *head = n->count;
    }
    n->uses[n->use_count++] = (use){ (uint32_t)pattern, n->list[at - 1].uses };
    n->list[at - 1].uses = n->use_count;
}

static void add_kind(gj_claim_needles *n, const gj_forms *forms, size_t k)
{
    const gj_claim_kind *kind = &forms->claims[k];
    for (size_t p = 0; p < kind->pattern_count; p++) {
        const gj_claim_pattern *pattern = &kind->patterns[p];
        for (size_t i = 0; i < pattern->needle_count; i++)
            add(n, pattern->needles[i], n->pattern_count);
        if (!pattern->needle_count)
            set_bit(n->always, n->pattern_count);
        n->places[n->pattern_count++] = (place){ (uint32_t)k, (uint32_t)p };
    }
}

/* The literals that the other years' pattern cannot do without, by alternative and step. */
static void add_years(gj_claim_needles *n, gj_slice source, const gj_needle *found, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i && (found[i].alternative != found[i - 1].alternative || found[i].step != found[i - 1].step))
            n->steps++;
        n->alternatives[n->steps] = found[i].alternative;
        add(n, gj_slice_sub(source, found[i].begin, found[i].end), n->pattern_count + n->steps);
    }
    n->steps += count > 0;
}

gj_claim_needles *gj_claim_needles_new(gj_arena *arena, const gj_forms *forms)
{
    gj_needle years[GJ_PATTERN_NEEDLES];
    gj_slice source = forms->other_year ? gj_pattern_source(forms->other_year) : GJ_LIT("");
    size_t year_count = gj_pattern_needles(source, years);
    size_t patterns = 0, needles = year_count;
    for (size_t k = 0; k < forms->claim_count; k++) {
        patterns += forms->claims[k].pattern_count;
        for (size_t p = 0; p < forms->claims[k].pattern_count; p++)
            needles += forms->claims[k].patterns[p].needle_count;
    }
    gj_claim_needles *n = GJ_NEW(arena, gj_claim_needles);
    if (!n || needles >= UINT32_MAX || patterns >= UINT32_MAX)
        return NULL;
    n->words = (patterns + GJ_PATTERN_NEEDLES) / 64 + 1;
    if (!(n->list = GJ_ARRAY(arena, needles, needle)) || !(n->uses = GJ_ARRAY(arena, needles, use)) ||
        !(n->places = GJ_ARRAY(arena, patterns, place)) || !(n->open = GJ_ARRAY(arena, n->words, uint64_t)) ||
        !(n->always = GJ_ARRAY(arena, n->words, uint64_t)))
        return NULL;
    for (size_t k = 0; k < forms->claim_count; k++)
        add_kind(n, forms, k);
    add_years(n, source, years, year_count);
    return n;
}

static void open_uses(gj_claim_needles *n, needle *one)
{
    one->seen = n->scan;
    for (uint32_t i = one->uses; i; i = n->uses[i - 1].next)
        set_bit(n->open, n->uses[i - 1].pattern);
}

void gj_claim_needles_scan(gj_claim_needles *n, gj_slice text)
{
    n->scan++;
    memcpy(n->open, n->always, n->words * sizeof *n->open);
    for (size_t at = 0; at + SHORTEST <= text.len; at += (unsigned char)text.data[at] >= 0xE0 ? 3 : 1) {
        const char *here = text.data + at;
        for (uint32_t i = n->heads[bucket_of(here)]; i; i = n->list[i - 1].next) {
            needle *one = &n->list[i - 1];
            size_t length = one->text.len;
            if (one->seen != n->scan && text.len - at >= length && here[length - 1] == one->text.data[length - 1] &&
                memcmp(here, one->text.data, length) == 0)
                open_uses(n, one);
        }
    }
}

bool gj_claim_needles_next(const gj_claim_needles *n, size_t from, size_t *number, size_t *kind, size_t *pattern)
{
    for (size_t at = from; at < n->pattern_count;) {
        uint64_t rest = n->open[at / 64] >> at % 64;
        if (!rest) {
            at = (at / 64 + 1) * 64;
            continue;
        }
        for (; !(rest & 1); rest >>= 1)
            at++;
        if (at >= n->pattern_count)
            return false;
        *number = at;
        *kind = n->places[at].kind;
        *pattern = n->places[at].pattern;
        return true;
    }
    return false;
}

bool gj_claim_needles_other_year(const gj_claim_needles *n)
{
    bool all = true; /* steps of the alternative under way */
    for (size_t i = 0; i < n->steps; i++) {
        size_t at = n->pattern_count + i;
        if (i && n->alternatives[i] != n->alternatives[i - 1]) {
            if (all)
                return true;
            all = true;
        }
        all = all && (n->open[at / 64] >> at % 64 & 1);
    }
    return all; /* without any needle: it cannot be told */
}
