/* Lines that meet as the nets of tables, and their meshes as cells. */
#include <stdlib.h>

#include "paged_net.h"

#define LEAST_SIDE (20 * GJ_PAGED_POINT) /* what is smaller is no table, but part of a drawing or a sign */
#define HIGHEST_ROW                                                                                                    \
    (60 *                                                                                                              \
     GJ_PAGED_POINT) /* one mesh may be the row that a page's end left alone; a higher one is a frame around text */

typedef struct maker {
    gj_paged *paged;
    const gj_paged_page *page;
    size_t number;
    size_t *group; /* of each rule: the first rule it is connected with */
    gj_paged_nets *nets;
} maker;

static gj_status no_memory(const maker *m)
{
    return gj_fail_nomem(m->paged->err);
}

/* ---- which rules belong together ---- */

static bool within(int value, int from, int to)
{
    return value >= from - GJ_PAGED_SNAP && value <= to + GJ_PAGED_SNAP;
}

static bool meet(const gj_paged_rule *a, const gj_paged_rule *b)
{
    return a->upright != b->upright && within(a->at, b->from, b->to) && within(b->at, a->from, a->to);
}

static size_t root(size_t *group, size_t i)
{
    while (group[i] != i)
        i = group[i] = group[group[i]];
    return i;
}

static gj_status connect(maker *m)
{
    const gj_paged_page *page = m->page;
    m->group = GJ_ARRAY(m->paged->scratch, page->rules.count + 1, size_t);
    if (!m->group)
        return no_memory(m);
    for (size_t i = 0; i < page->rules.count; i++) {
        m->group[i] = i;
        for (size_t j = 0; j < i; j++) {
            size_t a = root(m->group, i), b = root(m->group, j);
            if (a != b && meet(&page->rules.items[i], &page->rules.items[j]))
                m->group[a > b ? a : b] = a > b ? b : a;
        }
    }
    return GJ_OK;
}

/* ---- the net ---- */

static int by_value(const void *a, const void *b)
{
    const int *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void snap(int *items, size_t *count)
{
    size_t kept = 0;
    if (*count)
        qsort(items, *count, sizeof *items, by_value);
    for (size_t i = 0; i < *count; i++)
        if (!kept || items[i] - items[kept - 1] > GJ_PAGED_SNAP)
            items[kept++] = items[i];
    *count = kept;
}

static bool push(maker *m, void *list, int value)
{
    GJ_LIST(int) *all = list;
    int *added = GJ_PUSH(m->paged->scratch, all);
    if (added)
        *added = value;
    return added;
}

/* Where the lines of a group run. A side that is not drawn is where the lines towards it end. */
static gj_status lay_out(maker *m, size_t group, gj_paged_net *n)
{
    bool first[2] = { true, true };
    int low[2] = { 0, 0 }, high[2] = { 0, 0 }; /* ends of the lines: of upright ones in y, of the others in x */
    for (size_t i = 0; i < m->page->rules.count; i++) {
        const gj_paged_rule *rule = &m->page->rules.items[i];
        if (root(m->group, i) != group)
            continue;
        if (!push(m, rule->upright ? (void *)&n->xs : (void *)&n->ys, rule->at))
            return no_memory(m);
        int *from = &low[rule->upright], *to = &high[rule->upright];
        *from = first[rule->upright] || rule->from < *from ? rule->from : *from;
        *to = first[rule->upright] || rule->to > *to ? rule->to : *to;
        first[rule->upright] = false;
    }
    if (!n->xs.count || !n->ys.count)
        return GJ_OK;
    snap(n->xs.items, &n->xs.count);
    snap(n->ys.items, &n->ys.count);
    bool fine = true;
    for (int upright = 0; upright < 2 && fine; upright++) {
        void *list = upright ? (void *)&n->ys : (void *)&n->xs;
        const int *items = upright ? n->ys.items : n->xs.items;
        size_t count = upright ? n->ys.count : n->xs.count;
        int least = items[0], most = items[count - 1];
        if (low[upright] < least - 2 * GJ_PAGED_SNAP)
            fine = push(m, list, low[upright]);
        if (fine && high[upright] > most + 2 * GJ_PAGED_SNAP)
            fine = push(m, list, high[upright]);
    }
    snap(n->xs.items, &n->xs.count);
    snap(n->ys.items, &n->ys.count);
    return fine ? GJ_OK : no_memory(m);
}

/* For each mesh whether a line is drawn at its right (upright) or its lower side. */
static void draw_sides(const maker *m, size_t group, const gj_paged_net *n, bool upright, bool *sides)
{
    const int *at = upright ? n->xs.items : n->ys.items, *ends = upright ? n->ys.items : n->xs.items;
    size_t lines = upright ? n->xs.count : n->ys.count, meshes = upright ? n->rows : n->columns;
    for (size_t i = 0; i < m->page->rules.count; i++) {
        const gj_paged_rule *rule = &m->page->rules.items[i];
        if (rule->upright != upright || root(m->group, i) != group)
            continue;
        size_t line = 0;
        while (line + 1 < lines && at[line + 1] <= rule->at + GJ_PAGED_SNAP / 3)
            line++;
        for (size_t k = 0; line && k < meshes; k++) {
            int middle = ends[k] / 2 + ends[k + 1] / 2;
            if (rule->from <= middle && middle <= rule->to)
                sides[upright ? k * n->columns + line - 1 : (line - 1) * n->columns + k] = true;
        }
    }
}

static bool free_below(const gj_paged_net *n, const bool *lower, const bool *right, size_t row, size_t from, size_t to)
{
    for (size_t j = from; j <= to; j++) {
        size_t mesh = row * n->columns + j;
        if (lower[mesh] || n->owner[mesh + n->columns] != GJ_NOT_FOUND)
            return false;
        if (j < to && right[mesh + n->columns])
            return false;
    }
    return to + 1 == n->columns || right[(row + 1) * n->columns + to];
}

static bool any_open(const gj_paged_net *n, const bool *lower, size_t row, size_t from, size_t to)
{
    for (size_t j = from; j <= to; j++)
        if (!lower[row * n->columns + j])
            return true;
    return false;
}

static gj_status add_cell(maker *m, gj_paged_net *n, const bool *right, const bool *lower, size_t row, size_t from)
{
    size_t to = from, last = row;
    while (to + 1 < n->columns && !right[row * n->columns + to] && n->owner[row * n->columns + to + 1] == GJ_NOT_FOUND)
        to++;
    while (last + 1 < n->rows && free_below(n, lower, right, last, from, to))
        last++;
    if (last + 1 < n->rows && any_open(n, lower, last, from, to))
        n->table->odd = true;
    gj_paged_cell *cell = GJ_PUSH(m->paged->scratch, &n->table->cells);
    if (!cell)
        return no_memory(m);
    *cell = (gj_paged_cell){ .box = { n->xs.items[from], n->ys.items[row], n->xs.items[to + 1], n->ys.items[last + 1] },
                             .row = row,
                             .rowspan = last + 1 - row,
                             .page = m->number };
    for (size_t i = row; i <= last; i++)
        for (size_t j = from; j <= to; j++)
            n->owner[i * n->columns + j] = n->table->cells.count - 1;
    return GJ_OK;
}

static gj_status find_cells(maker *m, size_t group, gj_paged_net *n)
{
    size_t meshes = n->rows * n->columns;
    bool *right = GJ_ARRAY(m->paged->scratch, meshes, bool), *lower = GJ_ARRAY(m->paged->scratch, meshes, bool);
    n->owner = GJ_ARRAY(m->paged->scratch, meshes, size_t);
    if (!right || !lower || !n->owner)
        return no_memory(m);
    memset(n->owner, 0xFF, meshes * sizeof *n->owner); /* GJ_NOT_FOUND */
    draw_sides(m, group, n, true, right);
    draw_sides(m, group, n, false, lower);
    for (size_t i = 0; i < n->rows; i++)
        for (size_t j = 0; j < n->columns; j++)
            if (n->owner[i * n->columns + j] == GJ_NOT_FOUND)
                GJ_TRY(add_cell(m, n, right, lower, i, j));
    return GJ_OK;
}

static gj_status make_net(maker *m, size_t group)
{
    gj_paged_net n = { 0 };
    GJ_TRY(lay_out(m, group, &n));
    if (n.xs.count < 2 || n.ys.count < 2)
        return GJ_OK;
    gj_paged_box box = { n.xs.items[0], n.ys.items[0], n.xs.items[n.xs.count - 1], n.ys.items[n.ys.count - 1] };
    if (box.right - box.left < LEAST_SIDE || box.bottom - box.top < GJ_PAGED_SNAP)
        return GJ_OK;
    n.columns = n.xs.count - 1;
    n.rows = n.ys.count - 1;
    if (n.columns == 1 && n.rows == 1 && box.bottom - box.top > HIGHEST_ROW)
        return GJ_OK;
    if (n.columns > GJ_MAX_TABLE_COLUMNS || n.rows > GJ_MAX_TABLE_ROWS || n.rows * n.columns > GJ_MAX_TABLE_SLOTS)
        return gj_fail(m->paged->err, GJ_LIMIT, GJ_NOWHERE, "第 %zu 页的表格太大：%zu 行 %zu 列",
                       "the table on page %zu is too large: %zu rows, %zu columns", m->number, n.rows, n.columns);
    n.table = GJ_NEW(m->paged->scratch, gj_paged_table);
    gj_paged_net *added = n.table ? GJ_PUSH(m->paged->scratch, m->nets) : NULL;
    if (!added)
        return no_memory(m);
    n.table->box = box;
    n.table->row_count = n.rows;
    GJ_TRY(find_cells(m, group, &n));
    n.inside = gj_arena_array(m->paged->scratch, n.table->cells.count, sizeof *n.inside);
    *added = n;
    return n.inside ? GJ_OK : no_memory(m);
}

gj_status gj_paged_nets_of(gj_paged *paged, size_t number, gj_paged_nets *out)
{
    const gj_paged_page *page = &paged->pages[number - 1];
    maker m = { .paged = paged, .page = page, .number = number, .nets = out };
    if (page->undrawn)
        return GJ_OK;
    GJ_TRY(connect(&m));
    for (size_t i = 0; i < page->rules.count; i++)
        if (root(m.group, i) == i)
            GJ_TRY(make_net(&m, i));
    return GJ_OK;
}
