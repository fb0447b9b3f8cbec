/* copying.c - candidates measured exactly; the pairs and the groups they form. */
#include "copying_private.h"

/* Measuring */

typedef struct measured {
    gj_copy_set whole, sections[GJ_COPY_SECTIONS];
} measured;

static bool make_room(gj_copy_work *work, measured *m)
{
    m->whole.items = GJ_ARRAY(work->scratch, work->room, uint32_t);
    bool made = m->whole.items != NULL;
    for (size_t i = 0; i < work->options->section_count; i++) {
        m->sections[i].items = GJ_ARRAY(work->scratch, work->room, uint32_t);
        made = made && m->sections[i].items;
    }
    return made;
}

static void take_sets(gj_copy_work *work, size_t text, measured *m)
{
    for (size_t i = 0; i < work->options->section_count; i++)
        gj_copy_set_fill(work, &work->texts[text], i, &m->sections[i]);
    gj_copy_set_unite(work, m->sections, work->options->section_count, &m->whole);
}

static double likeness(const gj_copy_set *a, const gj_copy_set *b, size_t least)
{
    if (a->count < least || b->count < least)
        return GJ_COPY_UNSAID;
    return 2.0 * (double)gj_copy_common_runs(a, b) / (double)(a->count + b->count);
}

/* How much of the smaller set is in the other. */
static double containment(const gj_copy_set *a, const gj_copy_set *b)
{
    size_t less = a->count <= b->count ? a->count : b->count;
    return less < GJ_COPY_TEXT ? GJ_COPY_UNSAID : (double)gj_copy_common_runs(a, b) / (double)less;
}

static gj_copy_pair measure(const gj_copy_work *work, size_t a, const measured *x, size_t b, const measured *y)
{
    gj_copy_pair pair = { .a = a,
                          .b = b,
                          .whole = likeness(&x->whole, &y->whole, GJ_COPY_TEXT),
                          .within = containment(&x->whole, &y->whole),
                          .b_is_less = y->whole.count < x->whole.count };
    for (size_t i = 0; i < GJ_COPY_SECTIONS; i++)
        pair.sections[i] = i < work->options->section_count
                               ? likeness(&x->sections[i], &y->sections[i], GJ_COPY_SECTION)
                               : GJ_COPY_UNSAID;
    return pair;
}

static bool is_alone(const gj_copy_options *options, size_t section)
{
    return gj_copy_option_of(options->alone, options->alone_count, options->sections[section]) != GJ_NOT_FOUND;
}

size_t gj_copy_kind(size_t index)
{
    const size_t kinds[GJ_COPY_KINDS] = { GJ_COPY_WHOLE, GJ_COPY_WITHIN };
    return index < GJ_COPY_KINDS ? kinds[index] : index - GJ_COPY_KINDS;
}

static double alike(const gj_copy_options *options, const gj_copy_pair *pair, size_t kind)
{
    bool whole = pair->whole >= options->least, within = options->within > 0 && pair->within >= options->within;
    if (kind == GJ_COPY_WHOLE)
        return whole ? pair->whole : GJ_COPY_UNSAID;
    if (kind == GJ_COPY_WITHIN)
        return within && !whole ? pair->within : GJ_COPY_UNSAID;
    bool told = !whole && !within && pair->sections[kind] >= options->least && is_alone(options, kind);
    return told ? pair->sections[kind] : GJ_COPY_UNSAID;
}

double gj_copying_alike(const gj_copying *copying, const gj_copy_pair *pair, size_t kind)
{
    return alike(&copying->options, pair, kind);
}

static bool is_copy(const gj_copy_options *options, const gj_copy_pair *pair)
{
    bool copy = false;
    for (size_t i = 0; i < options->section_count + GJ_COPY_KINDS; i++)
        copy = copy || alike(options, pair, gj_copy_kind(i)) >= 0;
    return copy;
}

typedef struct pairs {
    GJ_LIST(gj_copy_pair) list;
} pairs;

static gj_status measure_candidates(gj_copy_work *work, const gj_copy_candidates *candidates, gj_arena *arena,
                                    gj_copying *out, gj_error *err)
{
    measured x = { .whole = { NULL, 0 } }, y = x;
    size_t last = GJ_NOT_FOUND;
    pairs kept = { .list = { NULL, 0, 0 } };
    if (!make_room(work, &x) || !make_room(work, &y))
        return gj_fail_nomem(err);
    for (size_t i = 0; i < candidates->count; i++) {
        size_t a = (size_t)(candidates->items[i] >> 32), b = (size_t)(candidates->items[i] & UINT32_MAX);
        if (a != last)
            take_sets(work, a, &x);
        last = a;
        take_sets(work, b, &y);
        gj_copy_pair pair = measure(work, a, &x, b, &y);
        if (!is_copy(work->options, &pair))
            continue;
        gj_copy_pair *added = GJ_PUSH(arena, &kept.list);
        if (!added)
            return gj_fail_nomem(err);
        *added = pair;
    }
    out->pairs = kept.list.items;
    out->pair_count = kept.list.count;
    out->candidates = candidates->count;
    out->cut = candidates->cut;
    return GJ_OK;
}

static gj_status measure_years(gj_copy_work *work, gj_arena *arena, gj_copying *out, gj_error *err)
{
    measured x = { .whole = { NULL, 0 } }, y = x;
    size_t count = 0;
    for (size_t i = 0; i < work->text_count; i++)
        count += work->texts[i].before < work->text_count;
    out->years = GJ_ARRAY(arena, count, gj_copy_pair);
    if (!out->years || !make_room(work, &x) || !make_room(work, &y))
        return gj_fail_nomem(err);
    for (size_t i = 0; i < work->text_count; i++) {
        size_t before = work->texts[i].before;
        if (before >= work->text_count)
            continue;
        take_sets(work, i, &x);
        take_sets(work, before, &y);
        out->years[out->year_count++] = measure(work, i, &x, before, &y);
    }
    return GJ_OK;
}

/* Making */

static gj_status check_options(const gj_copy_options *options, gj_error *err)
{
    bool known = options->section_count <= GJ_COPY_SECTIONS && options->least >= 0.6 && options->least <= 1 &&
                 (options->within == 0 || (options->within >= 0.6 && options->within <= 1));
    for (size_t i = 0; i < options->alone_count; i++)
        known =
            known && gj_copy_option_of(options->sections, options->section_count, options->alone[i]) != GJ_NOT_FOUND;
    return known ? GJ_OK
                 : gj_fail(err, GJ_USAGE, GJ_NOWHERE, "雷同比对的设置不对：部分太多、不认识，或者界限不在0.6到1之间",
                           "comparing texts: too many sections, an unknown one, or a threshold that is not 0.6 to 1");
}

static bool copy_options(gj_arena *arena, const gj_copy_options *options, gj_copy_options *out)
{
    gj_slice *sections = GJ_ARRAY(arena, options->section_count, gj_slice);
    gj_slice *alone = GJ_ARRAY(arena, options->alone_count, gj_slice);
    if (!sections || !alone)
        return false;
    for (size_t i = 0; i < options->section_count; i++)
        sections[i] = options->sections[i];
    for (size_t i = 0; i < options->alone_count; i++)
        alone[i] = options->alone[i];
    *out = *options;
    out->sections = sections;
    out->alone = alone;
    return true;
}

static gj_status find_candidates(gj_copy_work *work, gj_copy_candidates *out, gj_error *err)
{
    GJ_TRY(gj_copy_bands_find(work, GJ_COPY_WHOLE, out, err));
    for (size_t i = 0; i < work->options->section_count; i++)
        if (is_alone(work->options, i))
            GJ_TRY(gj_copy_bands_find(work, i, out, err));
    return work->options->within > 0 ? gj_copy_within_find(work, out, err) : GJ_OK;
}

static gj_status make(gj_copy_work *work, gj_arena *arena, gj_copying *out, gj_error *err)
{
    gj_copy_candidates candidates = { .items = NULL };
    GJ_TRY(gj_copy_work_open(work, err));
    GJ_TRY(gj_copy_common_find(work, err));
    out->common = work->common.count;
    GJ_TRY(find_candidates(work, &candidates, err));
    GJ_TRY(measure_candidates(work, &candidates, arena, out, err));
    return measure_years(work, arena, out, err);
}

gj_status gj_copying_make(gj_arena *arena, const gj_copy_text *texts, size_t count, const gj_copy_options *options,
                          gj_copying **out, gj_error *err)
{
    gj_copying *copying = *out = GJ_NEW(arena, gj_copying);
    GJ_TRY(check_options(options, err));
    if (!copying || count > UINT32_MAX || !copy_options(arena, options, &copying->options))
        return gj_fail_nomem(err);
    copying->texts = texts;
    copying->text_count = count;
    gj_copy_work work = { .scratch = gj_arena_new(0),
                          .options = &copying->options,
                          .shingling = { .names = options->names },
                          .texts = texts,
                          .text_count = count };
    if (!work.scratch)
        return gj_fail_nomem(err);
    gj_status status = make(&work, arena, copying, err);
    gj_arena_free(work.scratch);
    return status;
}

/* Groups: the texts that pairs join. Each text points towards the first of its group. */

static size_t first_of(size_t *towards, size_t text)
{
    while (towards[text] != text)
        text = towards[text] = towards[towards[text]];
    return text;
}

/* Returns how many groups there can be at most: as many as texts that are not the first of one. */
static size_t join(const gj_copying *c, size_t kind, size_t *towards)
{
    size_t most = 0;
    for (size_t i = 0; i < c->pair_count; i++) {
        size_t a = first_of(towards, c->pairs[i].a), b = first_of(towards, c->pairs[i].b);
        if (gj_copying_alike(c, &c->pairs[i], kind) < 0 || a == b)
            continue;
        towards[a > b ? a : b] = a > b ? b : a;
    }
    for (size_t i = 0; i < c->text_count; i++)
        most += towards[i] != i;
    return most;
}

/* The group of a text by the first of its group; made when that one is met, which is the lowest. */
static gj_status fill(gj_arena *arena, const gj_copying *c, size_t *towards, size_t *group_of, gj_copy_group *groups,
                      size_t *count, gj_error *err)
{
    for (size_t i = 0; i < c->text_count; i++)
        group_of[first_of(towards, i)]++;
    for (size_t i = 0; i < c->text_count; i++) {
        if (towards[i] != i)
            continue;
        size_t size = group_of[i];
        group_of[i] = GJ_NOT_FOUND;
        if (size < 2)
            continue;
        gj_copy_group *group = &groups[*count];
        *group = (gj_copy_group){ GJ_ARRAY(arena, size, size_t), 0, GJ_NOT_FOUND };
        if (!group->texts)
            return gj_fail_nomem(err);
        group_of[i] = (*count)++;
    }
    for (size_t i = 0; i < c->text_count; i++) {
        size_t group = group_of[first_of(towards, i)];
        if (group != GJ_NOT_FOUND)
            groups[group].texts[groups[group].count++] = i;
    }
    return GJ_OK;
}

gj_status gj_copying_groups(gj_arena *arena, const gj_copying *c, size_t kind, gj_copy_group **out, size_t *count,
                            gj_error *err)
{
    size_t *towards = GJ_ARRAY(arena, c->text_count, size_t), *group_of = GJ_ARRAY(arena, c->text_count, size_t);
    *count = 0;
    *out = NULL;
    if (!towards || !group_of)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < c->text_count; i++)
        towards[i] = i;
    *out = GJ_ARRAY(arena, join(c, kind, towards), gj_copy_group);
    if (!*out)
        return gj_fail_nomem(err);
    GJ_TRY(fill(arena, c, towards, group_of, *out, count, err));
    for (size_t i = 0; i < c->pair_count; i++) {
        double own = gj_copying_alike(c, &c->pairs[i], kind);
        if (own < 0)
            continue;
        gj_copy_group *group = &(*out)[group_of[first_of(towards, c->pairs[i].a)]];
        if (group->strongest == GJ_NOT_FOUND || own > gj_copying_alike(c, &c->pairs[group->strongest], kind))
            group->strongest = i;
    }
    return GJ_OK;
}
