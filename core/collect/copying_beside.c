/* copying_beside.c - two texts' paragraphs side by side. */
#include "copying_private.h"

typedef struct beside {
    gj_arena *arena;
    const gj_copying *c;
    size_t section;
    gj_shingle_options shingling;
    GJ_LIST(gj_copy_beside) found;
} beside;

/* The paragraphs of a text that count, as slices; `where` tells part and paragraph of each. */
typedef struct listed {
    gj_slice *texts;
    gj_copy_beside *where;
    size_t count;
} listed;

static bool is_wanted(const beside *b, const gj_record_part *part)
{
    size_t index = gj_copy_option_of(b->c->options.sections, b->c->options.section_count, part->section);
    return index != GJ_NOT_FOUND && (b->section == GJ_COPY_WHOLE || b->section == index);
}

static gj_status list(const beside *b, const gj_copy_text *text, listed *out, gj_error *err)
{
    size_t room = 0;
    for (size_t i = 0; i < text->part_count; i++)
        room += is_wanted(b, &text->parts[i]) ? text->parts[i].count : 0;
    *out = (listed){ GJ_ARRAY(b->arena, room, gj_slice), GJ_ARRAY(b->arena, room, gj_copy_beside), 0 };
    if (!out->texts || !out->where)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < text->part_count; i++)
        for (size_t p = 0; is_wanted(b, &text->parts[i]) && p < text->parts[i].count; p++) {
            out->where[out->count] = (gj_copy_beside){ .a_part = i, .a_paragraph = p };
            out->texts[out->count++] = text->parts[i].paragraphs[p];
        }
    return GJ_OK;
}

/* Of each paragraph its distinct runs are held against those of all the other's paragraphs at once. */
typedef struct counting {
    gj_shingles theirs; /* all their paragraphs in one index */
    uint32_t *distinct; /* runs of each of their paragraphs */
    uint32_t *both;     /* runs that it has in common with the paragraph at hand */
    uint32_t *seen;     /* the run of the paragraph at hand that was last counted for it, from 1 */
} counting;

static uint32_t first_with(const gj_shingles *s, uint32_t hash)
{
    uint32_t item = s->mask ? s->slots[hash & s->mask] : 0;
    while (item && s->items[item - 1].hash != hash)
        item = s->items[item - 1].next;
    return item;
}

/* A run that a paragraph has twice counts once: the items of one hash stand in the order of the texts. */
static void count_distinct(counting *n)
{
    for (size_t i = 0; i < n->theirs.count; i++) {
        if (n->theirs.items[i].later)
            continue;
        uint32_t last = UINT32_MAX;
        for (uint32_t item = (uint32_t)i + 1; item; item = n->theirs.items[item - 1].twin) {
            uint32_t text = n->theirs.items[item - 1].text;
            n->distinct[text] += text != last;
            last = text;
        }
    }
}

static void count_both(counting *n, const gj_shingles *mine)
{
    for (size_t i = 0; i < mine->count; i++) {
        if (mine->items[i].later)
            continue;
        for (uint32_t item = first_with(&n->theirs, mine->items[i].hash); item; item = n->theirs.items[item - 1].twin) {
            uint32_t text = n->theirs.items[item - 1].text;
            n->both[text] += n->seen[text] != i + 1;
            n->seen[text] = (uint32_t)i + 1;
        }
    }
}

static gj_status set_beside(beside *b, counting *n, const gj_shingles *mine, gj_copy_beside place, const listed *theirs,
                            gj_error *err)
{
    size_t best = GJ_NOT_FOUND;
    memset(n->both, 0, theirs->count * sizeof *n->both);
    memset(n->seen, 0, theirs->count * sizeof *n->seen);
    count_both(n, mine);
    for (size_t k = 0; k < theirs->count; k++) {
        double alike = 2.0 * n->both[k] / (double)(mine->distinct + n->distinct[k]);
        if (n->distinct[k] < GJ_COPY_BESIDE || alike < GJ_COPY_PARAGRAPH ||
            (best != GJ_NOT_FOUND && alike <= place.likeness))
            continue;
        best = k;
        place.likeness = alike;
    }
    if (best == GJ_NOT_FOUND)
        return GJ_OK;
    gj_copy_beside *found = GJ_PUSH(b->arena, &b->found);
    if (!found)
        return gj_fail_nomem(err);
    place.b_part = theirs->where[best].a_part;
    place.b_paragraph = theirs->where[best].a_paragraph;
    *found = place;
    return GJ_OK;
}

static gj_status find(beside *b, const listed *ours, const listed *theirs, gj_arena *scratch, gj_error *err)
{
    counting n = { .distinct = GJ_ARRAY(b->arena, theirs->count, uint32_t),
                   .both = GJ_ARRAY(b->arena, theirs->count, uint32_t),
                   .seen = GJ_ARRAY(b->arena, theirs->count, uint32_t) };
    if (!n.distinct || !n.both || !n.seen)
        return gj_fail_nomem(err);
    GJ_TRY(gj_shingles_make(b->arena, theirs->texts, theirs->count, &b->shingling, &n.theirs, err));
    count_distinct(&n);
    for (size_t i = 0; i < ours->count && theirs->count; i++) {
        gj_shingles mine;
        gj_arena_reset(scratch);
        GJ_TRY(gj_shingles_make(scratch, &ours->texts[i], 1, &b->shingling, &mine, err));
        if (mine.distinct >= GJ_COPY_BESIDE)
            GJ_TRY(set_beside(b, &n, &mine, ours->where[i], theirs, err));
    }
    return GJ_OK;
}

gj_status gj_copying_beside(gj_arena *arena, const gj_copying *c, size_t a, size_t b, size_t kind, gj_copy_beside **out,
                            size_t *count, gj_error *err)
{
    size_t section = kind == GJ_COPY_WITHIN ? GJ_COPY_WHOLE : kind;
    beside at = {
        .arena = arena, .c = c, .section = section, .shingling = { .names = c->options.names }, .found = { NULL, 0, 0 }
    };
    listed ours, theirs;
    *out = NULL;
    *count = 0;
    GJ_TRY(list(&at, &c->texts[a], &ours, err));
    GJ_TRY(list(&at, &c->texts[b], &theirs, err));
    gj_arena *scratch = gj_arena_new(0);
    if (!scratch)
        return gj_fail_nomem(err);
    gj_status status = find(&at, &ours, &theirs, scratch, err);
    gj_arena_free(scratch);
    *out = at.found.items;
    *count = at.found.count;
    return status;
}
