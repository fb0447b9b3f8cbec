/* copying_set.c - a text as a set of runs, and which runs most texts have. */
#include "copying_private.h"

size_t gj_copy_option_of(const gj_slice *keys, size_t count, gj_slice key)
{
    for (size_t i = 0; i < count; i++)
        if (gj_slice_equal(keys[i], key))
            return i;
    return GJ_NOT_FOUND;
}

static bool is_wanted(const gj_copy_work *work, const gj_record_part *part, size_t section)
{
    size_t index = gj_copy_option_of(work->options->sections, work->options->section_count, part->section);
    return index != GJ_NOT_FOUND && (section == GJ_COPY_WHOLE || section == index);
}

gj_status gj_copy_work_open(gj_copy_work *work, gj_error *err)
{
    for (size_t i = 0; i < work->text_count; i++) {
        size_t room = 0;
        for (size_t k = 0; k < work->texts[i].part_count; k++)
            for (size_t p = 0; p < work->texts[i].parts[k].count; p++)
                room += work->texts[i].parts[k].paragraphs[p].len;
        work->room = room > work->room ? room : work->room;
    }
    if (work->room > GJ_MAX_SHINGLES)
        work->room = GJ_MAX_SHINGLES;
    work->spare = GJ_ARRAY(work->scratch, work->room, uint32_t);
    work->once.items = GJ_ARRAY(work->scratch, work->room, uint32_t);
    return work->spare && work->once.items ? GJ_OK : gj_fail_nomem(err);
}

/* Sets */

#define DIGIT_BITS 11
#define FEW 3000 /* for fewer, the counters of four short digits cost less than those of three long ones */

/* Ascending, by three digits of eleven bits: four times as fast as qsort on some thousand; or by four of eight. */
static void sort(uint32_t *items, size_t count, uint32_t *spare)
{
    uint32_t *from = items, *to = spare, starts[1 << DIGIT_BITS];
    unsigned bits = count < FEW ? 8 : DIGIT_BITS;
    size_t digits = (size_t)1 << bits;
    if (count < 2)
        return;
    for (unsigned shift = 0; shift < 32; shift += bits) {
        uint32_t sum = 0;
        memset(starts, 0, digits * sizeof *starts);
        for (size_t i = 0; i < count; i++)
            starts[from[i] >> shift & (digits - 1)]++;
        for (size_t d = 0; d < digits; d++) {
            uint32_t here = starts[d];
            starts[d] = sum;
            sum += here;
        }
        for (size_t i = 0; i < count; i++)
            to[starts[from[i] >> shift & (digits - 1)]++] = from[i];
        uint32_t *sorted = to;
        to = from;
        from = sorted;
    }
    if (from != items)
        memcpy(items, from, count * sizeof *items);
}

static bool is_common(const gj_copy_common *common, uint32_t hash);

/* As they come, each as often as it stands there; returns how many. */
static size_t all_runs(const gj_copy_work *work, const gj_copy_text *text, size_t section, uint32_t *out)
{
    size_t count = 0;
    for (size_t i = 0; i < text->part_count; i++) {
        const gj_record_part *part = &text->parts[i];
        for (size_t p = 0; is_wanted(work, part, section) && p < part->count; p++)
            count += gj_shingle_hashes(part->paragraphs[p], &work->shingling, out + count, work->room - count);
    }
    return count;
}

void gj_copy_set_fill(gj_copy_work *work, const gj_copy_text *text, size_t section, gj_copy_set *out)
{
    size_t count = all_runs(work, text, section, out->items), kept = 0;
    sort(out->items, count, work->spare);
    for (size_t i = 0; i < count; i++)
        if ((i == 0 || out->items[i] != out->items[i - 1]) && !is_common(&work->common, out->items[i]))
            work->spare[kept++] = out->items[i];
    if (kept)
        memcpy(out->items, work->spare, kept * sizeof *out->items);
    out->count = kept;
}

static size_t merge(const gj_copy_set *a, const gj_copy_set *b, uint32_t *out, size_t room)
{
    size_t i = 0, k = 0, count = 0;
    while (count < room && i < a->count && k < b->count) {
        uint32_t x = a->items[i], y = b->items[k];
        out[count++] = x <= y ? x : y;
        i += x <= y;
        k += y <= x;
    }
    for (; count < room && i < a->count; i++)
        out[count++] = a->items[i];
    for (; count < room && k < b->count; k++)
        out[count++] = b->items[k];
    return count;
}

void gj_copy_set_unite(gj_copy_work *work, const gj_copy_set *sets, size_t count, gj_copy_set *out)
{
    out->count = 0;
    for (size_t i = 0; i < count; i++) {
        out->count = merge(out, &sets[i], work->spare, work->room);
        if (out->count)
            memcpy(out->items, work->spare, out->count * sizeof *out->items);
    }
}

size_t gj_copy_common_runs(const gj_copy_set *a, const gj_copy_set *b)
{
    size_t i = 0, k = 0, both = 0;
    while (i < a->count && k < b->count) {
        uint32_t x = a->items[i], y = b->items[k];
        both += x == y;
        i += x <= y;
        k += y <= x;
    }
    return both;
}

/* What most have. A table of counters says which runs could be (a counter is shared by several runs and counts a run as often as a text has it, so it
 * may say too much, never too little); these few are then counted one by one, once a text. */

typedef struct sketch {
    uint32_t *counters;
} sketch;

static uint32_t *counter(const sketch *s, uint32_t hash)
{
    return &s->counters[hash * 0x9E3779B97F4A7C15ull >> 32 & (GJ_COPY_COUNTERS - 1)];
}

/* The slot of the hash, or the free one where it would be. A free slot has count 0. */
static size_t slot_of(const gj_copy_common *common, uint32_t hash)
{
    size_t slot = hash * 0x9E3779B1u & common->mask;
    while (common->counts[slot] && common->slots[slot] != hash)
        slot = (slot + 1) & common->mask;
    return slot;
}

static bool is_common(const gj_copy_common *common, uint32_t hash)
{
    return common->slots && common->counts[slot_of(common, hash)] > common->more_than;
}

static gj_status count_all(gj_copy_work *work, sketch *s, gj_error *err)
{
    s->counters = GJ_ARRAY(work->scratch, GJ_COPY_COUNTERS, uint32_t);
    if (!s->counters)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < work->text_count; i++) {
        if (work->texts[i].aside)
            continue;
        size_t count = all_runs(work, &work->texts[i], GJ_COPY_WHOLE, work->once.items);
        for (size_t k = 0; k < count; k++)
            ++*counter(s, work->once.items[k]);
    }
    return GJ_OK;
}

static void count_exactly(gj_copy_work *work, const sketch *s, gj_copy_common *common)
{
    size_t used = 0;
    for (size_t i = 0; i < work->text_count; i++) {
        if (work->texts[i].aside)
            continue;
        uint32_t *runs = work->once.items;
        size_t count = all_runs(work, &work->texts[i], GJ_COPY_WHOLE, runs), often = 0;
        for (size_t k = 0; k < count; k++)
            if (*counter(s, runs[k]) > common->more_than)
                runs[often++] = runs[k];
        sort(runs, often, work->spare);
        for (size_t k = 0; k < often; k++) {
            uint32_t hash = runs[k];
            if (k && hash == runs[k - 1])
                continue;
            size_t slot = slot_of(common, hash);
            if (!common->counts[slot] && used > common->mask / 2)
                continue; /* some hundred thousand share a counter with one that is common: what comes late counts as any */
            used += !common->counts[slot];
            common->slots[slot] = hash;
            common->count += common->counts[slot]++ == common->more_than;
        }
    }
}

gj_status gj_copy_common_find(gj_copy_work *work, gj_error *err)
{
    size_t counted = 0;
    sketch s;
    for (size_t i = 0; i < work->text_count; i++)
        counted += !work->texts[i].aside;
    if (counted < GJ_COPY_COMMON_FROM)
        return GJ_OK;
    gj_copy_common common = { .more_than = counted / 2 };
    GJ_TRY(count_all(work, &s, err));
    common.slots = GJ_ARRAY(work->scratch, GJ_COPY_COUNTERS, uint32_t);
    common.counts = GJ_ARRAY(work->scratch, GJ_COPY_COUNTERS, uint32_t);
    common.mask = GJ_COPY_COUNTERS - 1;
    if (!common.slots || !common.counts)
        return gj_fail_nomem(err);
    count_exactly(work, &s, &common);
    work->common = common;
    return GJ_OK;
}
