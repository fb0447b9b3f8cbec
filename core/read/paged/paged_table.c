/* What stands in which cell of a page's tables, and the rest as lines, from top to bottom. */
#include <stdlib.h>

#include "paged_net.h"

typedef struct maker {
    gj_paged *paged;
    size_t number;
    gj_paged_nets nets;
} maker;

static gj_status no_memory(const maker *m)
{
    return gj_fail_nomem(m->paged->err);
}

static size_t mesh_of(const int *lines, size_t count, int at)
{
    size_t i = 0;
    while (i + 2 < count && lines[i + 1] <= at)
        i++;
    return i;
}

static long long area(const gj_paged_net *n)
{
    const gj_paged_box *box = &n->table->box;
    return (long long)(box->right - box->left) * (box->bottom - box->top);
}

/* The smallest table around a point; NULL where it is in none. */
static gj_paged_net *net_around(maker *m, int x, int y)
{
    gj_paged_net *found = NULL;
    for (size_t i = 0; i < m->nets.count; i++) {
        gj_paged_net *n = &m->nets.items[i];
        const gj_paged_box *box = &n->table->box;
        bool around = x >= box->left && x <= box->right && y >= box->top && y <= box->bottom;
        if (around && (!found || area(n) < area(found)))
            found = n;
    }
    return found;
}

/* Into the cell around the middle of a glyph; *inside is false where it is in no table. */
static gj_status put_inside(maker *m, const gj_paged_glyph *g, bool *inside)
{
    int x = g->box.left / 2 + g->box.right / 2, y = g->box.top / 2 + g->box.bottom / 2;
    gj_paged_net *n = net_around(m, x, y);
    *inside = n;
    if (!n)
        return GJ_OK;
    size_t row = mesh_of(n->ys.items, n->ys.count, y), column = mesh_of(n->xs.items, n->xs.count, x);
    const gj_paged_glyph **added = GJ_PUSH(m->paged->scratch, &n->inside[n->owner[row * n->columns + column]]);
    if (!added)
        return no_memory(m);
    *added = g;
    return GJ_OK;
}

static gj_status read_cells(maker *m, gj_paged_net *n)
{
    for (size_t i = 0; i < n->table->cells.count; i++) {
        gj_paged_line *lines;
        size_t count;
        GJ_TRY(
            gj_paged_lines(m->paged->scratch, n->inside[i].items, n->inside[i].count, &lines, &count, m->paged->err));
        GJ_TRY(gj_paged_join_lines(m->paged->scratch, lines, count, &n->table->cells.items[i].text, m->paged->err));
    }
    return GJ_OK;
}

static int top_of(const gj_paged_item *item)
{
    return item->line ? item->line->box.top : item->table->box.top;
}

static int by_top(const void *a, const void *b)
{
    const gj_paged_item *x = a, *y = b;
    int i = top_of(x), j = top_of(y);
    return (i > j) - (i < j);
}

static gj_status add_item(maker *m, gj_paged_line *line, gj_paged_table *table)
{
    gj_paged_item *item = GJ_PUSH(m->paged->scratch, &m->paged->items);
    if (!item)
        return no_memory(m);
    *item = (gj_paged_item){ m->number, line, table };
    return GJ_OK;
}

gj_status gj_paged_items(gj_paged *paged, size_t number)
{
    const gj_paged_page *page = &paged->pages[number - 1];
    maker m = { .paged = paged, .number = number };
    size_t first = paged->items.count, outside = 0, count = 0;
    gj_paged_line *lines = NULL;
    const gj_paged_glyph **rest = GJ_ARRAY(paged->scratch, page->glyphs.count + 1, const gj_paged_glyph *);
    if (!rest)
        return no_memory(&m);
    GJ_TRY(gj_paged_nets_of(paged, number, &m.nets));
    for (size_t i = 0; i < page->glyphs.count; i++) {
        bool inside;
        GJ_TRY(put_inside(&m, &page->glyphs.items[i], &inside));
        if (!inside)
            rest[outside++] = &page->glyphs.items[i];
    }
    GJ_TRY(gj_paged_lines(paged->scratch, rest, outside, &lines, &count, paged->err));
    for (size_t i = 0; i < count; i++)
        GJ_TRY(add_item(&m, &lines[i], NULL));
    for (size_t i = 0; i < m.nets.count; i++) {
        GJ_TRY(read_cells(&m, &m.nets.items[i]));
        GJ_TRY(add_item(&m, NULL, m.nets.items[i].table));
    }
    if (paged->items.count > first)
        qsort(paged->items.items + first, paged->items.count - first, sizeof *paged->items.items, by_top);
    return GJ_OK;
}
