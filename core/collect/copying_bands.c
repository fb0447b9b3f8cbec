/* copying_bands.c - MinHash and banded hashing: which texts may be alike. */
#include <stdlib.h>

#include "copying_private.h"

#define EMPTY UINT32_MAX

typedef struct banded {
    uint32_t *bins;  /* GJ_COPY_BINS a text */
    uint32_t *texts; /* those with runs enough */
    size_t count;
} banded;

typedef struct entry {
    uint64_t key;
    uint32_t text, place; /* place: in `banded` */
} entry;

uint64_t gj_copy_mix(uint64_t x)
{
    x = (x ^ x >> 33) * 0xFF51AFD7ED558CCDull;
    x = (x ^ x >> 33) * 0xC4CEB9FE1A85EC53ull;
    return x ^ x >> 33;
}

/* Each run falls into one bin; a bin keeps its smallest. Two texts agree in a bin as often as their runs agree: in the share that both have of all that
 * either has (Jaccard). */
static void fill_bins(const gj_copy_set *set, uint32_t *bins)
{
    uint32_t own[GJ_COPY_BINS];
    for (size_t i = 0; i < GJ_COPY_BINS; i++)
        own[i] = EMPTY;
    for (size_t i = 0; i < set->count; i++) {
        uint64_t hash = gj_copy_mix(set->items[i]);
        size_t bin = (size_t)((hash >> 32) * GJ_COPY_BINS >> 32);
        uint32_t value = (uint32_t)hash;
        if (value < own[bin])
            own[bin] = value;
    }
    /* An empty bin takes that of another, which every text seeks in the same order. */
    for (size_t i = 0; i < GJ_COPY_BINS; i++) {
        bins[i] = own[i];
        for (size_t step = 1; bins[i] == EMPTY && step < 64 * GJ_COPY_BINS; step++)
            bins[i] = own[gj_copy_mix((uint64_t)i << 32 | step) % GJ_COPY_BINS];
    }
}

static gj_status make_bins(gj_copy_work *work, size_t section, banded *out, gj_error *err)
{
    size_t least = section == GJ_COPY_WHOLE ? GJ_COPY_TEXT : GJ_COPY_SECTION;
    out->bins = GJ_ARRAY(work->scratch, work->text_count * GJ_COPY_BINS, uint32_t);
    out->texts = GJ_ARRAY(work->scratch, work->text_count, uint32_t);
    if (!out->bins || !out->texts)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < work->text_count; i++) {
        if (work->texts[i].aside)
            continue;
        gj_copy_set_fill(work, &work->texts[i], section, &work->once);
        if (work->once.count < least)
            continue;
        if (section == GJ_COPY_WHOLE && work->options->within > 0)
            GJ_TRY(gj_copy_sample_take(work, i, &work->once, err));
        fill_bins(&work->once, out->bins + out->count * GJ_COPY_BINS);
        out->texts[out->count++] = (uint32_t)i;
    }
    return GJ_OK;
}

static int by_key(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->text > y->text) - (x->text < y->text);
}

static int by_pair(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

void gj_copy_candidates_unite(gj_copy_candidates *list)
{
    size_t kept = 0;
    if (list->count)
        qsort(list->items, list->count, sizeof *list->items, by_pair);
    for (size_t i = 0; i < list->count; i++)
        if (i == 0 || list->items[i] != list->items[kept - 1])
            list->items[kept++] = list->items[i];
    list->count = kept;
}

/* Bins in which a pair of the likeness agrees at least, but for chance. */
static size_t bins_wanted(double likeness)
{
    double share = likeness / (2 - likeness) - GJ_COPY_MARGIN; /* Dice to Jaccard */
    return share > 0 ? (size_t)(share * GJ_COPY_BINS) : 0;
}

static bool agree(const banded *b, const entry *x, const entry *y, size_t wanted)
{
    const uint32_t *p = b->bins + x->place * GJ_COPY_BINS, *q = b->bins + y->place * GJ_COPY_BINS;
    size_t same = 0;
    for (size_t i = 0; i < GJ_COPY_BINS; i++)
        same += p[i] == q[i];
    return same >= wanted;
}

gj_status gj_copy_candidate_add(gj_copy_work *work, size_t a, size_t b, gj_copy_candidates *out, gj_error *err)
{
    if (out->count >= GJ_COPY_CANDIDATES)
        gj_copy_candidates_unite(out);
    if (out->count >= GJ_COPY_CANDIDATES) {
        out->cut = true;
        return GJ_OK;
    }
    uint64_t *kept = GJ_PUSH(work->scratch, out);
    if (!kept)
        return gj_fail_nomem(err);
    *kept = (uint64_t)a << 32 | b;
    return GJ_OK;
}

/* entries[0, count) agree in the band; in the order of the texts. */
static gj_status pair_up(gj_copy_work *work, const banded *b, const entry *entries, size_t count,
                         gj_copy_candidates *out, gj_error *err)
{
    size_t reach = count <= GJ_COPY_BUCKET ? count : GJ_COPY_WINDOW, wanted = bins_wanted(work->options->least);
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count && k - i <= reach && !out->cut; k++) {
            size_t owner = work->texts[entries[i].text].owner;
            bool same = owner != GJ_NOT_FOUND && owner == work->texts[entries[k].text].owner;
            if (!same && agree(b, &entries[i], &entries[k], wanted))
                GJ_TRY(gj_copy_candidate_add(work, entries[i].text, entries[k].text, out, err));
        }
    return GJ_OK;
}

static gj_status find_in_band(gj_copy_work *work, const banded *b, size_t band, entry *entries, gj_copy_candidates *out,
                              gj_error *err)
{
    for (size_t i = 0; i < b->count; i++) {
        const uint32_t *row = b->bins + i * GJ_COPY_BINS + band * GJ_COPY_ROWS;
        uint64_t key = 0;
        for (size_t k = 0; k < GJ_COPY_ROWS; k++)
            key = gj_copy_mix(key ^ row[k]) + 0x9E3779B97F4A7C15ull;
        entries[i] = (entry){ key, b->texts[i], (uint32_t)i };
    }
    if (b->count)
        qsort(entries, b->count, sizeof *entries, by_key);
    for (size_t begin = 0, end; begin < b->count; begin = end) {
        end = begin + 1;
        while (end < b->count && entries[end].key == entries[begin].key)
            end++;
        GJ_TRY(pair_up(work, b, entries + begin, end - begin, out, err));
    }
    gj_copy_candidates_unite(out);
    return GJ_OK;
}

gj_status gj_copy_bands_find(gj_copy_work *work, size_t section, gj_copy_candidates *out, gj_error *err)
{
    banded b = { .count = 0 };
    GJ_TRY(make_bins(work, section, &b, err));
    entry *entries = GJ_ARRAY(work->scratch, b.count, entry);
    if (!entries)
        return gj_fail_nomem(err);
    for (size_t band = 0; band < GJ_COPY_BANDS; band++)
        GJ_TRY(find_in_band(work, &b, band, entries, out, err));
    return GJ_OK;
}
