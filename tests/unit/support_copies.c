#include "support_copies.h"

#include <stdlib.h>

#include "../../core/base/shingle.h"
#include "../../core/base/utf8.h"

const char *const plant_names[PLANTS] = { "whole", "edited", "reordered", "one section", "half", "within" };
const gj_slice copies_sections[COPIES_SECTIONS] = {
    { "overview", 8 }, { "proactive", 9 }, { "requests", 8 }, { "disputes", 8 }, { "problems", 8 }
};
const gj_slice copies_alone[2] = { { "overview", 8 }, { "problems", 8 } };
static const size_t sizes[COPIES_SECTIONS] = {
    1600, 400, 400, 200, 600
}; /* letters of a section; marks, names and figures make four parts five */

/* Words: a language of its own whose words are as unevenly frequent as in any */

#define WORDS 6000
#define PHRASES 300

typedef struct maker {
    gj_arena *arena;
    uint64_t state;
    uint32_t words[WORDS][3];
    size_t lengths[WORDS];
    bool failed;
} maker;

static uint64_t next(maker *m)
{
    m->state ^= m->state << 13;
    m->state ^= m->state >> 7;
    m->state ^= m->state << 17;
    return m->state * 0x2545F4914F6CDD1Dull >> 16;
}

static size_t below(maker *m, size_t n)
{
    return (size_t)(next(m) % n);
}

static bool one_in(maker *m, size_t n)
{
    return below(m, n) == 0;
}

/* Low numbers far more often than high ones. */
static size_t skewed(maker *m, size_t n)
{
    double u = (double)below(m, 1 << 20) / (1 << 20);
    return (size_t)((double)n * u * u * u);
}

static void make_words(maker *m)
{
    for (size_t i = 0; i < WORDS; i++) {
        m->lengths[i] = one_in(m, 5) ? 3 : 2;
        for (size_t k = 0; k < 3; k++)
            m->words[i][k] = 0x4E00 + (uint32_t)skewed(m, 3000);
    }
}

/* A paragraph as it grows: bytes with places where the name stands, which each unit fills with its own. */
typedef struct sentence {
    char bytes[512];
    size_t len, chars;
} sentence;

static void put(sentence *s, const char *bytes, size_t len)
{
    for (size_t i = 0; i < len && s->len < sizeof s->bytes; i++)
        s->bytes[s->len++] = bytes[i];
}

static void put_code(sentence *s, uint32_t code)
{
    char bytes[4];
    put(s, bytes, gj_utf8_put(code, bytes));
    s->chars++;
}

/* '@' stands for the unit's name, '#' for a figure: both are written when the text is. */
static void write_words(maker *m, sentence *s, size_t words)
{
    for (size_t i = 0; i < words; i++) {
        size_t word = skewed(m, WORDS);
        for (size_t k = 0; k < m->lengths[word]; k++)
            put_code(s, m->words[word][k]);
        if (one_in(m, 9))
            put(s, "，", 3);
    }
}

static sentence make_sentence(maker *m)
{
    sentence s = { .len = 0 };
    if (one_in(m, 8))
        put(&s, "@", 1);
    if (below(m, 5) < 3) { /* a phrase that many use: the same words for the same number */
        uint64_t kept = m->state;
        m->state = 0x9E3779B97F4A7C15ull * (1 + skewed(m, PHRASES));
        write_words(m, &s, 7);
        m->state = kept;
        (void)next(m);
    }
    write_words(m, &s, 2 + below(m, 5));
    if (one_in(m, 3))
        put(&s, "#件", 4);
    put(&s, "。", 3);
    return s;
}

/* Texts as lists of sentences, before names and figures are filled in */

#define PARAGRAPHS 24
typedef struct draft {
    sentence *sentences; /* of all paragraphs */
    size_t count, starts[PARAGRAPHS + 1], paragraphs;
} draft;

static draft make_section(maker *m, size_t chars)
{
    draft d = { .sentences = GJ_ARRAY(m->arena, chars / 8 + 8, sentence) };
    size_t written = 0;
    m->failed = m->failed || !d.sentences;
    while (!m->failed && written < chars && d.paragraphs < PARAGRAPHS) {
        d.starts[d.paragraphs++] = d.count;
        for (size_t n = 3 + below(m, 4); n > 0 && d.count < chars / 8 + 8; n--) {
            d.sentences[d.count] = make_sentence(m);
            written += d.sentences[d.count++].chars;
        }
    }
    d.starts[d.paragraphs] = d.count;
    return d;
}

/* Every `nth` sentence written anew. */
static draft rewrite(maker *m, const draft *from, size_t nth)
{
    draft d = *from;
    d.sentences = GJ_ARRAY(m->arena, from->count, sentence);
    m->failed = m->failed || !d.sentences;
    for (size_t i = 0; !m->failed && i < from->count; i++)
        d.sentences[i] = nth && i % nth == nth - 1 ? make_sentence(m) : from->sentences[i];
    return d;
}

static gj_slice fill_in(maker *m, const draft *d, size_t paragraph, gj_slice name)
{
    size_t room = 1;
    for (size_t i = d->starts[paragraph]; i < d->starts[paragraph + 1]; i++)
        room += d->sentences[i].len + name.len + 8;
    char *bytes = GJ_ARRAY(m->arena, room, char);
    size_t len = 0;
    m->failed = m->failed || !bytes;
    for (size_t i = d->starts[paragraph]; bytes && i < d->starts[paragraph + 1]; i++)
        for (size_t k = 0; k < d->sentences[i].len; k++) {
            char byte = d->sentences[i].bytes[k];
            if (byte == '@') {
                memcpy(bytes + len, name.data, name.len);
                len += name.len;
            } else if (byte == '#') {
                for (size_t figure = 1 + below(m, 2000); figure; figure /= 10)
                    bytes[len++] = (char)('0' + figure % 10);
            } else
                bytes[len++] = byte;
        }
    return (gj_slice){ bytes, len };
}

/* The section of a text; `turned`: its paragraphs from the last to the first. */
static gj_record_part publish(maker *m, const draft *d, size_t section, gj_slice name, bool turned)
{
    gj_record_part part = { .section = copies_sections[section],
                            .paragraphs = GJ_ARRAY(m->arena, d->paragraphs, gj_slice) };
    m->failed = m->failed || !part.paragraphs;
    for (size_t i = 0; !m->failed && i < d->paragraphs; i++)
        part.paragraphs[part.count++] = fill_in(m, d, turned ? d->paragraphs - 1 - i : i, name);
    return part;
}

static gj_slice make_name(maker *m, size_t index)
{
    sentence s = { .len = 0 };
    put_code(&s, 0x5000 + (uint32_t)(index / 97 % 97));
    put_code(&s, 0x6000 + (uint32_t)(index % 97));
    put_code(&s, 0x7000 + (uint32_t)(index / 9409));
    put(&s, "镇", 3);
    gj_slice name = gj_arena_copy(m->arena, (gj_slice){ s.bytes, s.len });
    m->failed = m->failed || !name.data;
    return name;
}

typedef struct body {
    draft sections[COPIES_SECTIONS];
    bool turned;
} body;

/* Most begin alike: a preamble and a statement that a notice gave them. */
static void make_body(maker *m, const draft template[2], body *out)
{
    out->turned = false;
    for (size_t i = 0; i < COPIES_SECTIONS; i++)
        out->sections[i] = make_section(m, sizes[i]);
    if (!one_in(m, 4))
        out->sections[3] = template[0];
    if (!one_in(m, 4) && !m->failed)
        memcpy(out->sections[0].sentences, template[1].sentences, template[1].count * sizeof *template[1].sentences);
}

/* The copy of a body, as far as the kind of copying goes. */
static body copy_body(maker *m, const body *from, const body *own, const planted *p)
{
    const size_t nth[PLANTS] = {
        [PLANT_EDITED] = 7 + below(m, 12), [PLANT_SECTION] = 10, [PLANT_HALF] = 2 + below(m, 3), [PLANT_WITHIN] = 20
    };
    body out = *own;
    for (size_t i = 0; i < COPIES_SECTIONS; i++)
        if (p->kind != PLANT_SECTION || p->section == i)
            out.sections[i] = rewrite(m, &from->sections[i], nth[p->kind]);
    for (size_t i = 0; p->kind == PLANT_WITHIN && i < COPIES_SECTIONS; i++)
        out.sections[i].paragraphs = (out.sections[i].paragraphs + 1) / 2;
    out.turned = p->kind == PLANT_REORDERED;
    return out;
}

static void publish_text(maker *m, copies *out, size_t index, const body *b)
{
    gj_record_part *parts = GJ_ARRAY(m->arena, COPIES_SECTIONS, gj_record_part);
    m->failed = m->failed || !parts;
    out->names[index] = make_name(m, index);
    for (size_t i = 0; !m->failed && i < COPIES_SECTIONS; i++) {
        parts[i] = publish(m, &b->sections[i], i, out->names[index], b->turned);
        for (size_t k = 0; k < parts[i].count; k++)
            out->chars += gj_utf8_count(parts[i].paragraphs[k]);
    }
    out->texts[index] = (gj_copy_text){ parts, COPIES_SECTIONS, index, GJ_NOT_FOUND, false };
}

/* Of every ten texts the last copies from the first, and the last but one from the second. Drafts are thrown away ten by ten. */
static bool make_ten(maker *m, const draft template[2], copies *out, size_t first)
{
    gj_arena *kept = m->arena, *scratch = gj_arena_new(0);
    body bodies[10];
    m->arena = scratch;
    m->failed = m->failed || !scratch;
    size_t count = out->count - first < 10 ? out->count - first : 10;
    for (size_t i = 0; i < count && !m->failed; i++)
        make_body(m, template, &bodies[i]);
    for (size_t i = 8; i < count && !m->failed; i++) {
        planted *p = &out->planted[out->planted_count];
        *p = (planted){ first + 9 - i, first + i, (plant)(out->planted_count % PLANTS), one_in(m, 2) ? 0 : 4 };
        bodies[i] = copy_body(m, &bodies[9 - i], &bodies[i], p);
        out->planted_count++;
    }
    m->arena = kept;
    for (size_t i = 0; i < count && !m->failed; i++)
        publish_text(m, out, first + i, &bodies[i]);
    gj_arena_free(scratch);
    return !m->failed;
}

bool copies_make(gj_arena *arena, size_t count, uint64_t seed, copies *out)
{
    maker *m = GJ_NEW(arena, maker);
    *out = (copies){ .texts = GJ_ARRAY(arena, count, gj_copy_text),
                     .count = count,
                     .names = GJ_ARRAY(arena, count, gj_slice),
                     .planted = GJ_ARRAY(arena, count / 5 + 2, planted) };
    if (!m || !out->texts || !out->names || !out->planted)
        return false;
    m->arena = arena;
    m->state = seed * 0x9E3779B97F4A7C15ull + 1;
    make_words(m);
    const draft template[2] = { make_section(m, sizes[3]), make_section(m, 300) };
    for (size_t first = 0; first < count && !m->failed; first += 10)
        (void)make_ten(m, template, out, first);
    return !m->failed;
}

/* The reference */

static int by_number(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static size_t distinct(uint32_t *items, size_t count)
{
    size_t kept = 0;
    if (count)
        qsort(items, count, sizeof *items, by_number);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || items[i] != items[kept - 1])
            items[kept++] = items[i];
    return kept;
}

static size_t runs_of(const reference *r, size_t text, size_t section, uint32_t *out, size_t room)
{
    const gj_shingle_options options = { .names = r->names };
    size_t count = 0;
    for (size_t i = 0; i < COPIES_SECTIONS; i++)
        for (size_t k = 0; (section == GJ_COPY_WHOLE || section == i) && k < r->of->texts[text].parts[i].count; k++)
            count += gj_shingle_hashes(r->of->texts[text].parts[i].paragraphs[k], &options, out + count, room - count);
    return distinct(out, count);
}

bool reference_make(gj_arena *arena, const copies *of, const gj_names *names, reference *out)
{
    *out = (reference){ .of = of, .names = names };
    uint32_t *all = malloc((of->chars + 1) * sizeof *all);
    size_t count = 0, kept = 0;
    for (size_t i = 0; all && i < of->count; i++)
        count += runs_of(out, i, GJ_COPY_WHOLE, all + count, of->chars - count);
    if (all && count)
        qsort(all, count, sizeof *all, by_number);
    for (size_t begin = 0, end; all && begin < count; begin = end) {
        for (end = begin; end < count && all[end] == all[begin];)
            end++;
        if (of->count >= GJ_COPY_COMMON_FROM && end - begin > of->count / 2)
            all[kept++] = all[begin];
    }
    out->common = GJ_ARRAY(arena, kept, uint32_t);
    for (size_t i = 0; out->common && i < kept; i++)
        out->common[out->common_count++] = all[i];
    free(all);
    return all && out->common;
}

/* Runs that count of each, and those that both have. */
static bool count_both(gj_arena *scratch, const reference *r, const size_t texts[2], size_t section, size_t counts[2],
                       size_t *both)
{
    const size_t room = GJ_MAX_SHINGLES;
    uint32_t *sets[2];
    for (int i = 0; i < 2; i++) {
        size_t kept = 0;
        sets[i] = GJ_ARRAY(scratch, room, uint32_t);
        if (!sets[i])
            return false;
        counts[i] = runs_of(r, texts[i], section, sets[i], room);
        for (size_t k = 0; k < counts[i]; k++)
            if (!bsearch(&sets[i][k], r->common, r->common_count, sizeof *r->common, by_number))
                sets[i][kept++] = sets[i][k];
        counts[i] = kept;
    }
    *both = 0;
    for (size_t k = 0; k < counts[0]; k++)
        *both += bsearch(&sets[0][k], sets[1], counts[1], sizeof *sets[1], by_number) != NULL;
    return true;
}

double reference_likeness(gj_arena *scratch, const reference *r, size_t a, size_t b, size_t section)
{
    size_t counts[2], both;
    if (!count_both(scratch, r, (const size_t[2]){ a, b }, section, counts, &both))
        return -1;
    return 2.0 * (double)both / (double)(counts[0] + counts[1]);
}

double reference_within(gj_arena *scratch, const reference *r, size_t a, size_t b)
{
    size_t counts[2], both;
    if (!count_both(scratch, r, (const size_t[2]){ a, b }, GJ_COPY_WHOLE, counts, &both))
        return -1;
    return (double)both / (double)(counts[0] < counts[1] ? counts[0] : counts[1]);
}
