/* copying_within.c - which texts may stand within another: those that share much of a sample of their runs.
 *
 * Bands find texts of about the same runs. A short text within one five times as long has a fifth of all that either has in common, which no band tells from chance;
 * but of its own sampled runs nearly all are the other's. A run that more than GJ_COPY_BUCKET texts have says little and does not count, so time and memory
 * grow with the texts, not with their pairs.
 */
#include <stdlib.h>

#include "copying_private.h"

gj_status gj_copy_sample_take(gj_copy_work *work, size_t text, const gj_copy_set *set, gj_error *err)
{
    for (size_t i = 0; i < set->count; i++) {
        if (gj_copy_mix(set->items[i]) % GJ_COPY_SAMPLE)
            continue;
        gj_copy_sample *kept = GJ_PUSH(work->scratch, &work->samples);
        if (!kept)
            return gj_fail_nomem(err);
        *kept = (gj_copy_sample){ set->items[i], (uint32_t)text };
    }
    return GJ_OK;
}

static int by_hash(const void *a, const void *b)
{
    const gj_copy_sample *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->text > y->text) - (x->text < y->text);
}

/* What is known of each text. */
typedef struct sampled {
    uint32_t *own;    /* how many of its sampled runs count: that not too many have */
    uint32_t *begins; /* where its list of `places` begins; one more than texts */
    uint32_t *places; /* where in the samples, by hash, the texts stand that have one of its runs and come after it */
    uint32_t *shared; /* with the text at hand */
    uint32_t *met;    /* texts that share any with it */
} sampled;

static size_t end_of(const gj_copy_samples *s, size_t begin)
{
    size_t end = begin + 1;
    while (end < s->count && s->items[end].hash == s->items[begin].hash)
        end++;
    return end;
}

/* Once to count, once to fill in. Places are of samples that have others after them. */
static void list_places(const gj_copy_samples *s, sampled *out, bool fill)
{
    for (size_t begin = 0, end; begin < s->count; begin = end) {
        end = end_of(s, begin);
        for (size_t i = begin; end - begin <= GJ_COPY_BUCKET && i < end; i++) {
            uint32_t text = s->items[i].text;
            out->own[text] += !fill;
            if (i + 1 < end && fill)
                out->places[out->begins[text]] = (uint32_t)i + 1;
            out->begins[text] += i + 1 < end;
        }
    }
}

static gj_status prepare(gj_copy_work *work, sampled *out, gj_error *err)
{
    const gj_copy_samples *s = &work->samples;
    size_t texts = work->text_count;
    *out = (sampled){ .own = GJ_ARRAY(work->scratch, texts, uint32_t),
                      .begins = GJ_ARRAY(work->scratch, texts + 1, uint32_t),
                      .places = GJ_ARRAY(work->scratch, s->count, uint32_t),
                      .shared = GJ_ARRAY(work->scratch, texts, uint32_t),
                      .met = GJ_ARRAY(work->scratch, texts, uint32_t) };
    if (!out->own || !out->begins || !out->places || !out->shared || !out->met)
        return gj_fail_nomem(err);
    list_places(s, out, false);
    uint32_t sum = 0;
    for (size_t i = 0; i <= texts; i++) {
        uint32_t here = out->begins[i];
        out->begins[i] = sum;
        sum += here;
    }
    list_places(s, out, true); /* each beginning moves to the next one's */
    for (size_t i = texts; i > 0; i--)
        out->begins[i] = out->begins[i - 1];
    out->begins[0] = 0;
    return GJ_OK;
}

/* Count what the text shares with each that comes after it; returns how many share any. */
static size_t meet(const gj_copy_work *work, sampled *s, size_t text)
{
    const gj_copy_samples *samples = &work->samples;
    size_t owner = work->texts[text].owner, count = 0;
    for (size_t k = s->begins[text]; k < s->begins[text + 1]; k++) {
        uint32_t hash = samples->items[s->places[k] - 1].hash;
        for (size_t i = s->places[k]; i < samples->count && samples->items[i].hash == hash; i++) {
            uint32_t other = samples->items[i].text;
            if (owner != GJ_NOT_FOUND && owner == work->texts[other].owner)
                continue;
            if (!s->shared[other]++)
                s->met[count++] = other;
        }
    }
    return count;
}

gj_status gj_copy_within_find(gj_copy_work *work, gj_copy_candidates *out, gj_error *err)
{
    sampled s;
    if (work->samples.count > UINT32_MAX)
        return gj_fail_nomem(err);
    if (work->samples.count)
        qsort(work->samples.items, work->samples.count, sizeof *work->samples.items, by_hash);
    GJ_TRY(prepare(work, &s, err));
    for (size_t text = 0; text < work->text_count; text++) {
        size_t count = meet(work, &s, text);
        for (size_t i = 0; i < count; i++) {
            uint32_t other = s.met[i], less = s.own[text] < s.own[other] ? s.own[text] : s.own[other];
            uint32_t shared = s.shared[other];
            s.shared[other] = 0;
            if (shared > 1 && shared * 2 >= less)
                GJ_TRY(gj_copy_candidate_add(work, text, other, out, err));
        }
    }
    gj_copy_candidates_unite(out);
    return GJ_OK;
}
