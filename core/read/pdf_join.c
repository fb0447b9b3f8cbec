/* Tables cut by a page's end: the header that is repeated is dropped, cells that go on are one. No figure is moved or joined with another. */
#include "ascii.h"
#include "line_break.h"
#include "pdf.h"

static bool near(int a, int b)
{
    return a - b <= GJ_PDF_SNAP && b - a <= GJ_PDF_SNAP;
}

static bool same_columns(const gj_pdf_cell *a, const gj_pdf_cell *b)
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
static size_t row_end(const gj_pdf_table *table, size_t begin)
{
    size_t end = begin;
    while (end < table->cells.count && table->cells.items[end].row == table->cells.items[begin].row)
        end++;
    return end;
}

/* Cells at the start of both that are alike, up to the end of a row below which none of them reaches; no figure among them. */
static size_t same_start(const gj_pdf_table *table, const gj_pdf_table *next)
{
    size_t alike = 0, reach = 0;
    for (size_t at = 0; at < next->cells.count && at < table->cells.count; at++) {
        const gj_pdf_cell *a = &table->cells.items[at], *b = &next->cells.items[at];
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

static void drop_start(gj_pdf_table *table, size_t cells)
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

static gj_pdf_cell *last_above(gj_pdf_table *table, const gj_pdf_cell *below)
{
    for (size_t i = table->cells.count; i > 0; i--) {
        gj_pdf_cell *cell = &table->cells.items[i - 1];
        if (cell->row + cell->rowspan == table->row_count && !cell->dropped && same_columns(cell, below))
            return cell;
    }
    return NULL;
}

static gj_status append(gj_pdf *pdf, gj_pdf_cell *cell, gj_slice text)
{
    gj_pdf_line both[2] = { { .text = cell->text }, { .text = text } };
    return gj_pdf_join_lines(pdf->scratch, both, 2, &cell->text, pdf->err);
}

/* A label that stands beside several rows, and they go on. */
static gj_status go_on(gj_pdf *pdf, gj_pdf_table *table, gj_pdf_cell *below)
{
    gj_pdf_cell *above = last_above(table, below);
    if (!above || (above->rowspan == 1 && below->rowspan == 1) || is_figure(above->text) || is_figure(below->text))
        return GJ_OK;
    if (!above->text.len && !below->text.len)
        return GJ_OK;
    bool begins = below->text.len && (gj_number_mark(below->text) || gj_slice_equal(below->text, above->text));
    if (begins && above->text.len && !gj_slice_equal(below->text, above->text))
        return GJ_OK;
    if (!begins || !above->text.len)
        GJ_TRY(append(pdf, above, below->text));
    above->rowspan += below->rowspan;
    below->dropped = true;
    return GJ_OK;
}

typedef struct split {
    size_t cells, labels, label_begins, figures, blanks;
} split;

/* What the cells of one row hold that stand in it alone. */
static split look_at(const gj_pdf_table *table, size_t row)
{
    split s = { 0 };
    for (size_t i = 0; i < table->cells.count; i++) {
        const gj_pdf_cell *cell = &table->cells.items[i];
        if (cell->row != row || cell->rowspan != 1 || cell->dropped)
            continue;
        bool figure = is_figure(cell->text);
        s.cells++;
        s.figures += figure;
        s.blanks += !cell->text.len;
        s.labels += cell->text.len && !figure;
        s.label_begins += cell->text.len && !figure && gj_number_mark(cell->text);
    }
    return s;
}

/* One row cut in two: a numbered label whose rest, without a number, stands on the next page; the figures all on one side. */
static bool is_split(gj_pdf_table *table, const gj_pdf_table *next)
{
    split above = look_at(table, table->row_count - 1), below = look_at(next, 0);
    if (above.cells != below.cells || above.cells < 2 || above.labels != 1 || below.labels != 1 || below.label_begins)
        return false;
    bool upper = above.figures + 1 == above.cells && below.blanks + 1 == below.cells;
    bool lower = below.figures + 1 == below.cells && above.blanks + 1 == above.cells && above.label_begins;
    if (!upper && !lower)
        return false;
    for (size_t i = 0; i < next->cells.count && next->cells.items[i].row == 0; i++)
        if (next->cells.items[i].rowspan == 1 && !next->cells.items[i].dropped &&
            !last_above(table, &next->cells.items[i]))
            return false;
    return true;
}

static gj_status mend(gj_pdf *pdf, gj_pdf_table *table, gj_pdf_table *next)
{
    size_t kept = 0;
    for (size_t i = 0; i < next->cells.count; i++) {
        gj_pdf_cell *cell = &next->cells.items[i];
        bool alone = cell->row == 0 && cell->rowspan == 1 && !cell->dropped;
        if (alone)
            GJ_TRY(append(pdf, last_above(table, cell), cell->text));
        if (alone || (cell->row == 0 && cell->dropped && cell->rowspan == 1))
            continue;
        if (cell->row == 0)
            cell->rowspan--;
        else
            cell->row--;
        next->cells.items[kept++] = *cell;
    }
    next->cells.count = kept;
    next->row_count--;
    return GJ_OK;
}

static gj_status join(gj_pdf *pdf, gj_pdf_table *table, gj_pdf_table *next)
{
    drop_start(next, same_start(table, next));
    size_t first = 0;
    bool split_row = is_split(table, next);
    for (; first < next->cells.count && next->cells.items[first].row == 0; first++)
        if (!split_row || next->cells.items[first].rowspan > 1)
            GJ_TRY(go_on(pdf, table, &next->cells.items[first]));
    if (split_row) {
        for (size_t i = 0; i < table->cells.count; i++) /* they reached over both halves */
            if (table->cells.items[i].row + table->cells.items[i].rowspan > table->row_count)
                table->cells.items[i].rowspan--;
        GJ_TRY(mend(pdf, table, next));
    }
    for (size_t i = 0; i < next->cells.count; i++) {
        gj_pdf_cell *added = GJ_PUSH(pdf->scratch, &table->cells);
        if (!added)
            return gj_fail_nomem(pdf->err);
        *added = next->cells.items[i];
        added->row += table->row_count;
    }
    table->row_count += next->row_count;
    table->odd = table->odd || next->odd;
    table->box.bottom = next->box.bottom;
    return GJ_OK;
}

/* A table that ends its page and one as wide that begins the next. */
gj_status gj_pdf_join(gj_pdf *pdf)
{
    size_t kept = 0;
    gj_pdf_item *items = pdf->items.items;
    size_t page = 0; /* on which the last table ends */
    for (size_t i = 0; i < pdf->items.count; i++) {
        if (items[i].line && items[i].line->taken)
            continue;
        gj_pdf_table *before = kept ? items[kept - 1].table : NULL, *table = items[i].table;
        bool cut = before && table && items[i].page == page + 1 && near(before->box.left, table->box.left) &&
                   near(before->box.right, table->box.right);
        page = items[i].page;
        if (cut)
            GJ_TRY(join(pdf, before, table));
        else
            items[kept++] = items[i];
    }
    pdf->items.count = kept;
    return GJ_OK;
}
