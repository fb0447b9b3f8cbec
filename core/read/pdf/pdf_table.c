/* What stands in which cell of a page's tables, and the rest as lines, from top to bottom. */
#include <stdlib.h>

#include "pdf_net.h"

typedef struct maker {
    gj_pdf *pdf;
    size_t number;
    gj_pdf_nets nets;
} maker;

static gj_status no_memory(const maker *m)
{
    return gj_fail_nomem(m->pdf->err);
}

static size_t mesh_of(const int *lines, size_t count, int at)
{
    size_t i = 0;
    while (i + 2 < count && lines[i + 1] <= at)
        i++;
    return i;
}

static long long area(const gj_pdf_net *n)
{
    const gj_pdf_box *box = &n->table->box;
    return (long long)(box->right - box->left) * (box->bottom - box->top);
}

/* The smallest table around a point; NULL where it is in none. */
static gj_pdf_net *net_around(maker *m, int x, int y)
{
    gj_pdf_net *found = NULL;
    for (size_t i = 0; i < m->nets.count; i++) {
        gj_pdf_net *n = &m->nets.items[i];
        const gj_pdf_box *box = &n->table->box;
        bool around = x >= box->left && x <= box->right && y >= box->top && y <= box->bottom;
        if (around && (!found || area(n) < area(found)))
            found = n;
    }
    return found;
}

/* Into the cell around the middle of a glyph; *inside is false where it is in no table. */
static gj_status put_inside(maker *m, const gj_pdf_glyph *g, bool *inside)
{
    int x = g->box.left / 2 + g->box.right / 2, y = g->box.top / 2 + g->box.bottom / 2;
    gj_pdf_net *n = net_around(m, x, y);
    *inside = n;
    if (!n)
        return GJ_OK;
    size_t row = mesh_of(n->ys.items, n->ys.count, y), column = mesh_of(n->xs.items, n->xs.count, x);
    const gj_pdf_glyph **added = GJ_PUSH(m->pdf->scratch, &n->inside[n->owner[row * n->columns + column]]);
    if (!added)
        return no_memory(m);
    *added = g;
    return GJ_OK;
}

static gj_status read_cells(maker *m, gj_pdf_net *n)
{
    for (size_t i = 0; i < n->table->cells.count; i++) {
        gj_pdf_line *lines;
        size_t count;
        GJ_TRY(gj_pdf_lines(m->pdf->scratch, n->inside[i].items, n->inside[i].count, &lines, &count, m->pdf->err));
        GJ_TRY(gj_pdf_join_lines(m->pdf->scratch, lines, count, &n->table->cells.items[i].text, m->pdf->err));
    }
    return GJ_OK;
}

static int top_of(const gj_pdf_item *item)
{
    return item->line ? item->line->box.top : item->table->box.top;
}

static int by_top(const void *a, const void *b)
{
    const gj_pdf_item *x = a, *y = b;
    int i = top_of(x), j = top_of(y);
    return (i > j) - (i < j);
}

static gj_status add_item(maker *m, gj_pdf_line *line, gj_pdf_table *table)
{
    gj_pdf_item *item = GJ_PUSH(m->pdf->scratch, &m->pdf->items);
    if (!item)
        return no_memory(m);
    *item = (gj_pdf_item){ m->number, line, table };
    return GJ_OK;
}

gj_status gj_pdf_items(gj_pdf *pdf, size_t number)
{
    const gj_pdf_page *page = &pdf->pages[number - 1];
    maker m = { .pdf = pdf, .number = number };
    size_t first = pdf->items.count, outside = 0, count = 0;
    gj_pdf_line *lines = NULL;
    const gj_pdf_glyph **rest = GJ_ARRAY(pdf->scratch, page->glyphs.count + 1, const gj_pdf_glyph *);
    if (!rest)
        return no_memory(&m);
    GJ_TRY(gj_pdf_nets_of(pdf, number, &m.nets));
    for (size_t i = 0; i < page->glyphs.count; i++) {
        bool inside;
        GJ_TRY(put_inside(&m, &page->glyphs.items[i], &inside));
        if (!inside)
            rest[outside++] = &page->glyphs.items[i];
    }
    GJ_TRY(gj_pdf_lines(pdf->scratch, rest, outside, &lines, &count, pdf->err));
    for (size_t i = 0; i < count; i++)
        GJ_TRY(add_item(&m, &lines[i], NULL));
    for (size_t i = 0; i < m.nets.count; i++) {
        GJ_TRY(read_cells(&m, &m.nets.items[i]));
        GJ_TRY(add_item(&m, NULL, m.nets.items[i].table));
    }
    if (pdf->items.count > first)
        qsort(pdf->items.items + first, pdf->items.count - first, sizeof *pdf->items.items, by_top);
    return GJ_OK;
}
