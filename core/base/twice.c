#include "twice.h"

#include "shingle.h"
#include "utf8.h"

#define FACTOR UINT64_C(0x9E3779B97F4A7C15)
#define SAMPLE_BITS 2 /* one place in four */

/* A place: what stood before it, and in which text. */
typedef struct place {
    uint32_t hash, text; /* text: from 1; 0: free */
} place;

typedef struct search {
    gj_arena *arena;
    const gj_slice *texts;
    size_t count, chars;
    place *slots;
    size_t mask;      /* slots - 1 */
    uint32_t *places; /* by text: how many were looked at */
    uint32_t *shared; /* by text: places shared with the one at hand */
    uint32_t *found;  /* texts with `shared` */
    size_t found_count;
} search;

static bool prepare(search *s)
{
    size_t bytes = 0, slots = 64;
    for (size_t i = 0; i < s->count; i++)
        bytes += s->texts[i].len;
    while (slots < GJ_MAX_SHINGLES && slots < bytes / (3 << (SAMPLE_BITS - 1))) /* half full, of ideographs */
        slots *= 2;
    s->mask = slots - 1;
    s->slots = GJ_ARRAY(s->arena, slots, place);
    s->places = GJ_ARRAY(s->arena, s->count, uint32_t);
    s->shared = GJ_ARRAY(s->arena, s->count, uint32_t);
    s->found = GJ_ARRAY(s->arena, s->count, uint32_t);
    return s->slots && s->places && s->shared && s->found;
}

/* Count the earlier texts that have the place, and remember it for later ones. A table that is crowded forgets. */
static void visit(search *s, uint32_t hash, uint32_t text)
{
    size_t texts = 0;
    s->places[text]++;
    for (size_t at = hash & s->mask, probes = 0; probes < 4 * GJ_SHINGLE_PLACES; at = (at + 1) & s->mask, probes++) {
        place *p = &s->slots[at];
        if (!p->text) {
            *p = (place){ hash, text + 1 };
            return;
        }
        if (p->hash != hash)
            continue;
        if (p->text == text + 1 || ++texts > GJ_SHINGLE_PLACES)
            return;
        if (s->shared[p->text - 1]++ == 0)
            s->found[s->found_count++] = p->text - 1;
    }
}

/* The window is a word with the last four characters; the one before them has left it at the top. */
static void walk(search *s, uint32_t text)
{
    const unsigned char *at = (const unsigned char *)s->texts[text].data, *end = at + s->texts[text].len;
    uint64_t window = 0;
    while (at < end) {
        window = window << 16 | gj_utf8_short(&at, end);
        uint64_t hash = window * FACTOR;
        if (hash >> (64 - SAMPLE_BITS) == 0 && window >> 48 != 0) {
            uint32_t middle = (uint32_t)(hash >> (32 - SAMPLE_BITS));
            visit(s, middle ^ middle >> 16, text);
        }
    }
}

/* The text that shares most places with the one at hand, the first of several, or GJ_NOT_FOUND where it shares less than half of what it
 * should; the counts are zeroed. */
static size_t take_best(search *s, size_t mine, double share)
{
    size_t best = GJ_NOT_FOUND;
    uint32_t most = 0;
    for (size_t i = 0; i < s->found_count; i++) {
        uint32_t text = s->found[i], shared = s->shared[text];
        if (shared > most || (shared == most && text < best)) {
            most = shared;
            best = text;
        }
        s->shared[text] = 0;
    }
    s->found_count = 0;
    if (best == GJ_NOT_FOUND)
        return best;
    uint32_t fewer = s->places[best] < s->places[mine] ? s->places[best] : s->places[mine];
    return (double)most * 2 >= share * (double)fewer ? best : GJ_NOT_FOUND;
}

/* Shingles of the one that has fewer which are in the other; 0 where either is too short. */
static gj_status compare(const search *s, size_t first, size_t second, double *share, gj_error *err)
{
    const gj_shingle_options exact = { .keep_numbers = true };
    gj_shingles a, b;
    *share = 0;
    GJ_TRY(gj_shingles_make(s->arena, &s->texts[first], 1, &exact, &a, err));
    GJ_TRY(gj_shingles_make(s->arena, &s->texts[second], 1, &exact, &b, err));
    size_t fewer = a.distinct < b.distinct ? a.distinct : b.distinct;
    if (fewer && a.chars >= s->chars && b.chars >= s->chars)
        *share = (double)gj_shingles_common(&a, &b) / (double)fewer;
    return GJ_OK;
}

gj_status gj_twice_find(gj_arena *arena, const gj_slice *texts, size_t count, size_t chars, double share, gj_twice *out,
                        size_t most, size_t *written, gj_error *err)
{
    search s = { .arena = arena, .texts = texts, .count = count, .chars = chars };
    *written = 0;
    if (!prepare(&s))
        return gj_fail_nomem(err);
    for (size_t i = 0; i < count && *written < most; i++) {
        if (texts[i].len < chars) /* a character has a byte at least */
            continue;
        walk(&s, (uint32_t)i);
        size_t first = take_best(&s, i, share);
        double found = 0;
        if (first != GJ_NOT_FOUND)
            GJ_TRY(compare(&s, first, i, &found, err));
        if (found > 0 && found >= share)
            out[(*written)++] = (gj_twice){ first, i, found };
    }
    return GJ_OK;
}
