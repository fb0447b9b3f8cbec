#include "pairing.h"

#include "utf8.h"

typedef struct open_mark {
    uint32_t group;
    gj_span span;
} open_mark;

bool gj_pairing_add(gj_pairing *p, gj_slice group)
{
    size_t marks = gj_utf8_count(group), first = p->count;
    if (marks % 2 || marks > GJ_MAX_PAIR_MARKS - first)
        return false;
    for (size_t at = 0; at < group.len; p->count++) {
        uint32_t code = gj_utf8_next(group, &at);
        p->list[p->count].code = code;
        p->list[p->count].group = (uint32_t)first;
        p->list[p->count].opens = p->count - first < marks / 2;
        p->ideographs = p->ideographs || (code >= 0x4000 && code <= 0x9FFF);
        gj_char_set_add(&p->marks, code);
    }
    return true;
}

/* The index of the mark, or GJ_NOT_FOUND: another character may share its place in the set. */
static size_t mark_of(const gj_pairing *p, uint32_t code)
{
    for (size_t i = 0; i < p->count; i++)
        if (p->list[i].code == code)
            return i;
    return GJ_NOT_FOUND;
}

static size_t find(const gj_pairing *p, gj_slice text, size_t from)
{
    return p->ideographs ? gj_char_set_find(&p->marks, text, from) : gj_char_set_find_sign(&p->marks, text, from);
}

bool gj_pairing_run(const gj_pairing *p, gj_slice text, gj_pairing_take take, void *context)
{
    open_mark open[GJ_MAX_PAIR_DEPTH];
    size_t depth = 0;
    for (size_t at = 0; (at = find(p, text, at)) != GJ_NOT_FOUND;) {
        size_t begin = at, mark = mark_of(p, gj_utf8_next(text, &at)), partner = depth;
        gj_span span = { begin, at };
        if (mark == GJ_NOT_FOUND)
            continue;
        uint32_t group = p->list[mark].group;
        if (p->list[mark].opens && depth < GJ_MAX_PAIR_DEPTH) {
            open[depth++] = (open_mark){ group, span };
            continue;
        }
        while (!p->list[mark].opens && partner > 0 && open[partner - 1].group != group)
            partner--;
        if (p->list[mark].opens || partner == 0) {
            if (!take(context, span, p->list[mark].opens))
                return false;
            continue;
        }
        while (depth > partner)
            if (!take(context, open[--depth].span, true))
                return false;
        depth = partner - 1;
    }
    while (depth > 0)
        if (!take(context, open[--depth].span, true))
            return false;
    return true;
}
