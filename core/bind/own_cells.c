/* Merged cells that lie, or are lost. A rowspan one too long pushes every label below it aside, a colspan too short shifts the header: laid out as
 * it says, the table seems to lack rows, or to have figures in other columns. Programs that make text of web pages leave merged cells out
 * altogether and fill a line up at its end, if at all: a label over several lines stands in the first of them only. Each line's own
 * cells, those that begin in it, are right all the same. So where such a table does not come out whole, it is bound once more from these alone: labels and
 * figures by the cells of their own line, the header as one sequence of words (table_matrix.c knows what a header of two levels reads like). That
 * reading is taken only where nothing at all is missing, left over or out of order in it. */
#include "loose.h"
#include "table_find.h"

static bool is_whole(const gj_bound_table *table)
{
    bool whole = gj_table_is_certain(table) && !table->unbound_count;
    for (size_t row = 0; row < table->form->row_count; row++)
        whole = whole && table->rows[row].present && table->rows[row].complete;
    return whole;
}

static bool has_merged(const gj_view *view)
{
    for (size_t l = 0; l < view->count; l++)
        for (size_t s = 0; s < view->lines[l].count; s++)
            if (view->lines[l].slots[s] && gj_view_merged(view->lines[l].slots[s]))
                return true;
    return false;
}

/* Blank cells at the end of a line, which fill it up. */
static size_t filling(const gj_view_line *line)
{
    size_t count = 0;
    while (count < line->count && !gj_view_written(line->slots[line->count - 1 - count]))
        count++;
    return count;
}

/* Lines of figures that are filled up, or not all as long as each other: cells were merged, and nothing says which. */
static bool has_lost_merged(const gj_view *view)
{
    for (size_t l = 0; l < view->count; l++)
        if (filling(&view->lines[l]) || view->lines[l].count != view->lines[0].count)
            return true;
    return false;
}

/* The line's own cells, after `offset` empty slots. */
static gj_status own_line(gj_table_binder *b, const gj_view_line *line, size_t end, const gj_grid *grid, size_t offset,
                          gj_view_line *out)
{
    *out = *line;
    out->grid = grid;
    out->count = offset;
    out->slots = GJ_ARRAY(b->arena, offset + line->count, gj_view_cell *);
    if (!out->slots)
        return gj_fail_nomem(b->err);
    for (size_t s = 0; s < end; s++) {
        if (!line->slots[s] || !gj_view_begins(line, s))
            continue;
        gj_view_cell *cell = GJ_NEW(b->arena, gj_view_cell);
        gj_grid_cell *own = GJ_NEW(b->arena, gj_grid_cell);
        if (!cell || !own)
            return gj_fail_nomem(b->err);
        *own = *line->slots[s]->cell;
        own->column = out->count;
        own->rowspan = own->colspan = 1;
        *cell = *line->slots[s];
        cell->cell = own;
        out->slots[out->count++] = cell;
    }
    return GJ_OK;
}

static bool has_figure(const gj_view_line *line)
{
    for (size_t s = 0; s < line->count; s++)
        if (gj_view_figure(line->slots[s]))
            return true;
    return false;
}

/* All lines by their own cells, without what fills them up where `filled`; the lines before the first figures stand side by side. */
static gj_status own_view(gj_table_binder *b, const gj_view *view, bool filled, gj_view *out)
{
    gj_grid *grid = GJ_NEW(b->arena, gj_grid);
    out->lines = GJ_ARRAY(b->arena, view->count, gj_view_line);
    if (!grid || !out->lines)
        return gj_fail_nomem(b->err);
    *grid = *view->lines[0].grid;
    grid->ground = GJ_GRID_STACKED;
    size_t offset = 0;
    bool header = b->form->shape != GJ_SHAPE_BLOCKS;
    for (size_t l = 0; l < view->count; l++) {
        const gj_view_line *line = &view->lines[l];
        header = header && !has_figure(line);
        GJ_TRY(
            own_line(b, line, line->count - (filled ? filling(line) : 0), grid, header ? offset : 0, &out->lines[l]));
        offset = out->lines[l].count;
    }
    out->count = view->count;
    return GJ_OK;
}

static void say(gj_table_binder *b, bool merged, gj_span span)
{
    const char *zh = merged ? "这张表的合并单元格（rowspan、colspan）写得不对，按每行自己的标签和数字读取"
                            : "这张表没有写出合并的单元格，按每行自己的标签和数字读取";
    const char *en =
        merged ? "merged cells of this table (rowspan, colspan) are wrong; it was read by each line's own labels and "
                 "figures"
               : "merged cells of this table are not marked; it was read by each line's own labels and figures";
    gj_report_notice(b->arena, b->report, merged ? "wrong_spans" : "lost_spans", span, (gj_slice){ NULL, 0 },
                     b->form->name.zh, zh, en);
}

gj_status gj_bind_own_cells(gj_table_binder *b, const gj_form *form, gj_slice key)
{
    const gj_view *view = b->view;
    bool merged = has_merged(view);
    if (!view->count || view->count > b->form->row_count * 4 || (!merged && !has_lost_merged(view)) ||
        is_whole(b->table))
        return GJ_OK;
    gj_report *report = b->report;
    gj_table_binder before = *b;
    gj_bound_table table = *b->table;
    size_t noted = report->notice_count, total = report->notice_total;
    gj_view own = { 0 };
    GJ_TRY(own_view(b, view, !merged, &own));
    b->view = &own;
    gj_status status = gj_table_bind_best(b, form, key);
    if (status == GJ_OK && is_whole(b->table)) {
        report->notice_count = report->notice_total = 0;
        for (size_t i = 0; i < noted; i++) /* what the layout as it says looked like is no longer true */
            if (report->notices[i].span.begin < table.span.begin || report->notices[i].span.begin >= table.span.end)
                report->notices[report->notice_count++] = report->notices[i];
        report->notice_total = report->notice_count + (total - noted);
        say(b, merged, table.span);
        b->view = view;
        return GJ_OK;
    }
    *b = before;
    *b->table = table;
    report->notice_count = noted;
    report->notice_total = total;
    return status;
}
