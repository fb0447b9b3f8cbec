/* desk_lines.c - the lines of the page's tables: every unit that had to report or did, and every report that is nobody's. */
#include <stdlib.h>

#include "desk_page.h"

typedef struct weighed {
    gj_desk_line line;
    size_t index, keys[4]; /* the greater first */
} weighed;

static int by_weight(const void *a, const void *b)
{
    const weighed *x = a, *y = b;
    for (size_t i = 0; i < sizeof x->keys / sizeof *x->keys; i++)
        if (x->keys[i] != y->keys[i])
            return x->keys[i] < y->keys[i] ? 1 : -1;
    return (x->index > y->index) - (x->index < y->index);
}

/* What did not come or cannot be read stands before all that was checked; what the collection's rules say of a unit counts with its own. */
static weighed weigh(const gj_desk_page *p, size_t index)
{
    weighed out = { .line = p->lines[index], .index = index };
    if (out.line.member == GJ_NOT_FOUND) {
        out.keys[0] = 2;
        return out;
    }
    const gj_record *r = &p->c->members[out.line.member].record;
    for (size_t i = 0; out.line.unit != GJ_NOT_FOUND && i < p->collected->finding_count; i++) {
        const gj_collected_finding *f = &p->collected->findings[i];
        bool counts = f->outcome == GJ_FAIL && f->unit_count && f->units[0] == out.line.unit;
        out.keys[1] += counts && f->severity == GJ_ERROR;
        out.keys[2] += counts && f->severity == GJ_WARNING;
    }
    out.keys[0] = r->status != GJ_CHECKED;
    out.keys[1] += r->severities[GJ_ERROR];
    out.keys[2] += r->severities[GJ_WARNING];
    out.keys[3] = r->reviews;
    return out;
}

static void list(gj_desk_page *p)
{
    const gj_collection *c = p->c;
    for (size_t i = 0; i < c->unit_count; i++) {
        const gj_unit *unit = &c->units[i];
        if (unit->entry && !unit->member_count)
            p->lines[p->line_count++] = (gj_desk_line){ i, GJ_NOT_FOUND };
        for (size_t k = 0; k < unit->member_count; k++)
            p->lines[p->line_count++] = (gj_desk_line){ i, unit->members[k] };
    }
    for (size_t i = 0; i < c->member_count; i++)
        if (c->members[i].unit == GJ_NOT_FOUND && gj_desk_shown(&c->members[i]))
            p->lines[p->line_count++] = (gj_desk_line){ GJ_NOT_FOUND, i };
}

/* The longest beginning up to a "/" that all paths have. */
static void find_folder(gj_desk_page *p)
{
    bool any = false;
    for (size_t i = 0; i < p->line_count; i++) {
        if (p->lines[i].member == GJ_NOT_FOUND)
            continue;
        gj_slice path = p->c->members[p->lines[i].member].record.path;
        size_t same = 0, most = any ? p->folder.len : path.len;
        while (same < most && same < path.len && (!any || path.data[same] == p->folder.data[same]))
            same++;
        while (same && path.data[same - 1] != '/')
            same--;
        p->folder = gj_slice_sub(path, 0, same);
        any = true;
    }
}

bool gj_desk_lines_make(gj_desk_page *p)
{
    size_t room = p->c->unit_count + p->c->member_count;
    weighed *order = GJ_ARRAY(p->arena, room, weighed);
    p->lines = GJ_ARRAY(p->arena, room, gj_desk_line);
    p->worst = GJ_ARRAY(p->arena, room, gj_desk_line);
    if (!order || !p->lines || !p->worst)
        return false;
    list(p);
    find_folder(p);
    for (size_t i = 0; i < p->line_count; i++)
        order[i] = weigh(p, i);
    if (p->line_count)
        qsort(order, p->line_count, sizeof *order, by_weight);
    for (size_t i = 0; i < p->line_count; i++)
        p->worst[i] = order[i].line;
    return true;
}
