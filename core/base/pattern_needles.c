/* What a text must hold for a pattern to have a chance. Looking for it spares most texts the match and most patterns of a run their
 * compilation.
 *
 * The items of a sequence stand in the text one after the other, so what each of them needs is found in that order; of a group with
 * alternatives one literal of each. Wherever the syntax is not plainly understood the answer is "cannot be told". */
#include "pattern_source.h"
#include "pattern_token.h"

#define ENOUGH 30 /* bytes: a longer needle tells no more and costs more to look for */
#define DEPTH 16  /* of nested groups */
#define STEPS 4   /* of one alternative */
#define CHOICE 12 /* needles of one step */

/* One of these pieces of the source stands in every match. None: that cannot be told. */
typedef struct set {
    struct {
        uint16_t begin, end;
    } items[CHOICE];
    uint16_t count, shortest;
    bool full;
} set;

/* The steps of a sequence, and the run of plain characters being read. */
typedef struct sequence {
    set steps[STEPS];
    size_t count;
    size_t begin, end;
} sequence;

typedef struct walk {
    gj_lexer lexer;
    gj_token token; /* the one at hand */
} walk;

static bool continues(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* Long needles are rare in a text, and few are quickly looked for. */
static size_t worth(const set *s)
{
    size_t length = s->shortest < 12 ? s->shortest : 12;
    return s->count && !s->full ? CHOICE + 2 * length - s->count : 0;
}

static void begin_set(set *s, bool full)
{
    s->count = s->shortest = 0;
    s->full = full;
}

static void add(set *s, size_t begin, size_t end)
{
    s->full = s->full || s->count == CHOICE || begin >= end;
    if (s->full)
        return;
    if (s->count == 0 || end - begin < s->shortest)
        s->shortest = (uint16_t)(end - begin);
    s->items[s->count].begin = (uint16_t)begin;
    s->items[s->count++].end = (uint16_t)end;
}

static size_t least_of(const set *steps, size_t count)
{
    size_t least = 0;
    for (size_t i = 1; i < count; i++)
        if (worth(&steps[i]) < worth(&steps[least]))
            least = i;
    return least;
}

static void drop_step(set *steps, size_t *count, size_t which)
{
    --*count;
    memmove(&steps[which], &steps[which + 1], (*count - which) * sizeof *steps);
}

/* Of too many steps the worst goes. */
static void keep(sequence *s, const set *one)
{
    if (!worth(one))
        return;
    if (s->count == STEPS) {
        size_t least = least_of(s->steps, s->count);
        if (worth(one) <= worth(&s->steps[least]))
            return;
        drop_step(s->steps, &s->count, least);
    }
    s->steps[s->count++] = *one;
}

static void end_run(const walk *w, sequence *s)
{
    set one;
    if (s->end == 0)
        return;
    if (s->end - s->begin > ENOUGH)
        for (s->end = s->begin + ENOUGH; continues(w->lexer.source.data[s->end]);)
            s->end--;
    begin_set(&one, false);
    add(&one, s->begin, s->end);
    keep(s, &one);
    s->begin = s->end = 0;
}

static void add_plain(const walk *w, sequence *s)
{
    const gj_token *token = &w->token;
    if (token->begin != s->end || token->optional)
        end_run(w, s);
    if (token->optional)
        return;
    if (s->end == 0)
        s->begin = token->begin;
    s->end = token->end;
    if (token->repeated)
        end_run(w, s);
}

static void add_class(const gj_token *token, sequence *s)
{
    set one;
    begin_set(&one, token->more || token->optional);
    for (size_t i = 0; i < token->range_count && !one.full; i++) {
        one.full = one.full || token->ranges[i].low != token->ranges[i].high;
        add(&one, token->ranges[i].begin, token->ranges[i].end);
    }
    keep(s, &one);
}

static void group(walk *w, sequence *s, int depth);

/* Up to '|', the end of the group or of the source; that token is at hand then. */
static void read_sequence(walk *w, sequence *s, int depth)
{
    s->count = s->begin = s->end = 0;
    for (;;) {
        gj_lexer_next(&w->lexer, &w->token);
        if (w->token.kind == GJ_TOKEN_PLAIN) {
            add_plain(w, s);
            continue;
        }
        end_run(w, s);
        if (w->token.kind == GJ_TOKEN_CLASS)
            add_class(&w->token, s);
        else if (w->token.kind == GJ_TOKEN_OPEN)
            group(w, s, depth + 1);
        else if (w->token.kind <= GJ_TOKEN_LOST || w->token.kind >= GJ_TOKEN_CLOSE)
            return;
        if (w->token.kind == GJ_TOKEN_LOST)
            return;
    }
}

/* The best step of each alternative, put together. What stands in a look-around is no part of the match. */
static void group(walk *w, sequence *outer, int depth)
{
    set all;
    begin_set(&all, w->token.around);
    do {
        sequence inner;
        if (depth > DEPTH) {
            w->token.kind = GJ_TOKEN_LOST;
            return;
        }
        read_sequence(w, &inner, depth);
        size_t best = 0;
        for (size_t i = 1; i < inner.count; i++)
            if (worth(&inner.steps[i]) > worth(&inner.steps[best]))
                best = i;
        all.full = all.full || inner.count == 0;
        for (size_t i = 0; !all.full && i < inner.steps[best].count; i++)
            add(&all, inner.steps[best].items[i].begin, inner.steps[best].items[i].end);
    } while (w->token.kind == GJ_TOKEN_BAR);
    if (w->token.kind != GJ_TOKEN_CLOSE)
        w->token.kind = GJ_TOKEN_LOST;
    else if (!w->token.optional)
        keep(outer, &all);
}

/* Append the steps of an alternative, the worst left out where there is no room for all. False: not even for one. */
static bool append(sequence *s, unsigned char alternative, gj_needle *out, size_t *used)
{
    size_t needed = 0, room = GJ_PATTERN_NEEDLES - *used;
    for (size_t i = 0; i < s->count; i++)
        needed += s->steps[i].count;
    while (s->count > 1 && needed > room) {
        size_t least = least_of(s->steps, s->count);
        needed -= s->steps[least].count;
        drop_step(s->steps, &s->count, least);
    }
    if (s->count == 0 || needed > room)
        return false;
    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < s->steps[i].count; k++) {
            out[(*used)++] =
                (gj_needle){ s->steps[i].items[k].begin, s->steps[i].items[k].end, alternative, (unsigned char)i };
        }
    return true;
}

size_t gj_pattern_needles(gj_slice source, gj_needle out[GJ_PATTERN_NEEDLES])
{
    walk w;
    size_t used = 0;
    unsigned char alternative = 0;
    if (source.len > UINT16_MAX)
        return 0;
    gj_lexer_start(&w.lexer, source);
    do {
        sequence s;
        read_sequence(&w, &s, 0);
        if (w.token.kind == GJ_TOKEN_LOST || !append(&s, alternative++, out, &used))
            return 0;
    } while (w.token.kind == GJ_TOKEN_BAR);
    return w.token.kind == GJ_TOKEN_END ? used : 0; /* or a bracket too many */
}

/* What is looked for where. */
typedef struct look {
    gj_slice source, text;
    const gj_needle *needles;
    size_t count, next; /* the needle at hand */
} look;

/* Where the step at hand is first over, at or after `from`; the next one is at hand then. In the last step of an alternative any place
 * will do. */
static size_t find_step(look *l, size_t from)
{
    const gj_needle *first = &l->needles[l->next], *end = l->needles + l->count, *stop = first;
    size_t best = GJ_NOT_FOUND;
    while (stop < end && stop->alternative == first->alternative && stop->step == first->step)
        stop++;
    bool last = stop == end || stop->alternative != first->alternative;
    for (const gj_needle *n = first; n < stop && !(last && best != GJ_NOT_FOUND); n++) {
        size_t at = gj_slice_find(l->text, gj_slice_sub(l->source, n->begin, n->end), from);
        if (at != GJ_NOT_FOUND && at + n->end - n->begin < best)
            best = at + n->end - n->begin;
    }
    l->next = (size_t)(stop - l->needles);
    return best;
}

bool gj_needles_stand(gj_slice source, const gj_needle *needles, size_t count, gj_slice text, size_t from)
{
    look l = { source, text, needles, count, 0 };
    while (l.next < count) {
        unsigned char alternative = needles[l.next].alternative;
        size_t at = from;
        while (l.next < count && needles[l.next].alternative == alternative && at != GJ_NOT_FOUND)
            at = find_step(&l, at);
        if (at != GJ_NOT_FOUND)
            return true;
        while (l.next < count && needles[l.next].alternative == alternative)
            l.next++;
    }
    return count == 0;
}

uint64_t gj_needles_holders(gj_slice source, const gj_needle *needles, size_t count, const gj_pair_index *index)
{
    uint64_t any = count ? 0 : GJ_PAIR_ALL;
    for (size_t i = 0; i < count;) {
        unsigned char alternative = needles[i].alternative;
        uint64_t all = GJ_PAIR_ALL;
        while (i < count && needles[i].alternative == alternative) {
            unsigned char step = needles[i].step;
            uint64_t one = 0;
            for (; i < count && needles[i].alternative == alternative && needles[i].step == step; i++)
                one |= gj_pair_index_holders(index, gj_slice_sub(source, needles[i].begin, needles[i].end));
            all &= one;
        }
        any |= all;
    }
    return any;
}
