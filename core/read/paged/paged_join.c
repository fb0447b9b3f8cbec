/* Tables cut by a page's end: the header that is repeated is dropped, cells that go on are one. No figure is moved or joined with another. */
#include "../ascii.h"
#include "../line_break.h"
#include "paged.h"

static bool near(int a, int b)
{
    return a - b <= GJ_PAGED_SNAP && b - a <= GJ_PAGED_SNAP;
}

static bool same_columns(const gj_paged_cell *a, const gj_paged_cell *b)
{
    return near(a->box.left, b->box.left) && near(a->box.right, b->box.right);
}

/* Something with a digit and nothing but digits and their marks, or something that stands for none. */
static bool is_figure(gj_slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!gj_is_digit(text.data[i]) && !strchr(".,+-/% ", text.data[i]))
            return false;
    return text.len > 0;
}

/* ---- the header ---- */

/* The cells of a row: [begin, end) of the table's. */
static size_t row_end(const gj_paged_table *table, size_t begin)
{
    size_t end = begin;
    while (end < table->cells.count && table->cells.items[end].row == table->cells.items[begin].row)
        end++;
    return end;
}

/* Cells at the start of both that are alike, up to the end of a row below which none of them reaches; no figure among them. */
static size_t same_start(const gj_paged_table *table, const gj_paged_table *next)
{
    size_t alike = 0, reach = 0;
    for (size_t at = 0; at < next->cells.count && at < table->cells.count; at++) {
        const gj_paged_cell *a = &table->cells.items[at], *b = &next->cells.items[at];
        bool same =
            a->row == b->row && a->rowspan == b->rowspan && same_columns(a, b) && gj_slice_equal(a->text, b->text);
        if (!same || is_figure(b->text))
            break;
        reach = b->row + b->rowspan > reach ? b->row + b->rowspan : reach;
        if (at + 1 == row_end(next, at) && reach == b->row + 1)
            alike = at + 1;
    }
    bool words = false;
    for (size_t i = 0; i < alike; i++)
        words = words || next->cells.items[i].text.len;
    return words && alike < next->cells.count ? alike : 0;
}

static void drop_start(gj_paged_table *table, size_t cells)
{
    if (!cells)
        return;
    size_t rows = table->cells.items[cells].row;
    table->cells.items += cells;
    table->cells.count -= cells;
    table->cells.room = table->cells.count;
    for (size_t i = 0; i < table->cells.count; i++)
        table->cells.items[i].row -= rows;
    table->row_count -= rows;
}

/* ---- cells that go on ---- */

static gj_paged_cell *last_above(gj_paged_table *table, const gj_paged_cell *below)
{
    for (size_t i = table->cells.count; i > 0; i--) {
        gj_paged_cell *cell = &table->cells.items[i - 1];
        if (cell->row + cell->rowspan == table->row_count && !cell->dropped && same_columns(cell, below))
            return cell;
    }
    return NULL;
}

static gj_status append(gj_paged *paged, gj_paged_cell *cell, gj_slice text)
{
    gj_paged_line both[2] = { { .text = cell->text }, { .text = text } };
    return gj_paged_join_lines(paged->scratch, both, 2, &cell->text, paged->err);
}

/* Both parts of a label that stands beside several rows, or beside one on either side of the cut. */
static bool goes_on(const gj_paged_cell *above, const gj_paged_cell *below)
{
    if ((above->rowspan == 1 && below->rowspan == 1) || is_figure(above->text) || is_figure(below->text))
        return false;
    if (!above->text.len || !below->text.len)
        return above->text.len + below->text.len > 0;
    return gj_slice_equal(above->text, below->text) || !gj_number_mark(below->text);
}

static gj_status go_on(gj_paged *paged, gj_paged_table *table, gj_paged_cell *below)
{
    gj_paged_cell *above = last_above(table, below);
    if (!above || !goes_on(above, below))
        return GJ_OK;
    if (!gj_slice_equal(above->text, below->text))
        GJ_TRY(append(paged, above, below->text));
    above->rowspan += below->rowspan;
    below->dropped = true;
    return GJ_OK;
}

/* A cell of this row alone. */
static bool is_alone(const gj_paged_cell *above, const gj_paged_cell *below)
{
    return above->rowspan == 1 && below->rowspan == 1;
}

/* One row cut in two: the rest of its label, without a number, stands on the next page; the figures are all on one side. */
static bool is_split(gj_paged_table *table, const gj_paged_table *next)
{
    size_t labels = 0, upper = 0, lower = 0, both = 0;
    bool begins = false;
    for (size_t i = 0; i < next->cells.count && next->cells.items[i].row == 0; i++) {
        const gj_paged_cell *below = &next->cells.items[i], *above = last_above(table, below);
        if (!above || (!is_alone(above, below) && !goes_on(above, below)))
            return false;
        if (!is_alone(above, below))
            continue;
        bool label = above->text.len && below->text.len && !is_figure(above->text) && !is_figure(below->text);
        if (label && gj_number_mark(below->text))
            return false;
        begins = begins || (label && gj_number_mark(above->text));
        labels += label;
        upper += !label && is_figure(above->text) && !below->text.len;
        lower += !label && is_figure(below->text) && !above->text.len;
        both += !label && (above->text.len || below->text.len);
    }
    bool one_side = upper ? !lower && upper == both : lower && lower == both && begins;
    return labels == 1 && one_side;
}

/* Put the first row of `next` into the last one of the table. */
static gj_status mend(gj_paged *paged, gj_paged_table *table, gj_paged_table *next)
{
    size_t kept = 0;
    for (size_t i = 0; i < next->cells.count; i++) {
        gj_paged_cell *cell = &next->cells.items[i];
        gj_paged_cell *above = cell->row == 0 ? last_above(table, cell) : NULL;
        if (above && is_alone(above, cell)) {
            GJ_TRY(append(paged, above, cell->text));
            continue;
        }
        if (above) {
            GJ_TRY(go_on(paged, table, cell));
            above->rowspan--; /* the row itself is counted already */
            cell->rowspan--;
            if (!cell->rowspan)
                continue;
        } else {
            cell->row--;
        }
        next->cells.items[kept++] = *cell;
    }
    next->cells.count = kept;
    next->row_count--;
    return GJ_OK;
}

static gj_status join(gj_paged *paged, gj_paged_table *table, gj_paged_table *next)
{
    drop_start(next, same_start(table, next));
    if (is_split(table, next))
        GJ_TRY(mend(paged, table, next));
    else
        for (size_t i = 0; i < next->cells.count && next->cells.items[i].row == 0; i++)
            GJ_TRY(go_on(paged, table, &next->cells.items[i]));
    for (size_t i = 0; i < next->cells.count; i++) {
        gj_paged_cell *added = GJ_PUSH(paged->scratch, &table->cells);
        if (!added)
            return gj_fail_nomem(paged->err);
        *added = next->cells.items[i];
        added->row += table->row_count;
    }
    table->row_count += next->row_count;
    table->odd = table->odd || next->odd;
    table->box.bottom = next->box.bottom;
    return GJ_OK;
}

/* A table that ends its page and one as wide that begins the next. */
gj_status gj_paged_join(gj_paged *paged)
{
    size_t kept = 0;
    gj_paged_item *items = paged->items.items;
    size_t page = 0; /* on which the last table ends */
    for (size_t i = 0; i < paged->items.count; i++) {
        if (items[i].line && items[i].line->taken)
            continue;
        gj_paged_table *before = kept ? items[kept - 1].table : NULL, *table = items[i].table;
        bool cut = before && table && items[i].page == page + 1 && near(before->box.left, table->box.left) &&
                   near(before->box.right, table->box.right);
        page = items[i].page;
        if (cut)
            GJ_TRY(join(paged, before, table));
        else
            items[kept++] = items[i];
    }
    paged->items.count = kept;
    return GJ_OK;
}
