/* Tables as grids, a row a line of the source; frames around text as paragraphs. */
#include "paged_writer.h"

typedef struct columns {
    int at[GJ_MAX_TABLE_COLUMNS + 1];
    size_t count;
} columns;

static bool add_column(columns *all, int at)
{
    size_t i = 0;
    while (i < all->count && all->at[i] < at - GJ_PAGED_SNAP)
        i++;
    if (i < all->count && all->at[i] <= at + GJ_PAGED_SNAP)
        return true;
    if (all->count > GJ_MAX_TABLE_COLUMNS)
        return false;
    memmove(all->at + i + 1, all->at + i, (all->count - i) * sizeof *all->at);
    all->at[i] = at;
    all->count++;
    return true;
}

/* The nearest one. */
static size_t column_of(const columns *all, int at)
{
    size_t best = 0;
    for (size_t i = 1; i < all->count; i++) {
        int now = all->at[i] > at ? all->at[i] - at : at - all->at[i];
        int then = all->at[best] > at ? all->at[best] - at : at - all->at[best];
        best = now < then ? i : best;
    }
    return best;
}

static gj_status write_cell(gj_paged_writer *w, const gj_paged_cell *cell, const columns *all, gj_locus locus)
{
    gj_text text;
    size_t column = column_of(all, cell->box.left), end = column_of(all, cell->box.right);
    locus.column = column + 1;
    GJ_TRY(gj_paged_locate(w, locus, cell->page, &cell->box));
    size_t begin = w->length;
    GJ_TRY(gj_paged_put(w, cell->text));
    GJ_TRY(gj_paged_taken(w, begin, &text));
    return gj_grid_cell_add(w->grid, &text, cell->rowspan, end > column ? end - column : 1, w->paged->err);
}

static gj_status write_rows(gj_paged_writer *w, const gj_paged_table *table, const columns *all)
{
    gj_locus locus = { .table = w->tables };
    for (size_t row = 0, i = 0; row < table->row_count; row++) {
        locus.row = row + 1;
        GJ_TRY(gj_grid_row_add(w->grid, (gj_span){ w->length, w->length }, w->paged->err));
        for (bool first = true; i < table->cells.count && table->cells.items[i].row == row; i++) {
            if (table->cells.items[i].dropped)
                continue;
            if (!first)
                GJ_TRY(gj_paged_put(w, GJ_LIT(" | ")));
            first = false;
            GJ_TRY(write_cell(w, &table->cells.items[i], all, locus));
        }
        gj_grid_row_end(w->grid, w->length);
        GJ_TRY(gj_paged_put(w, GJ_LIT("\n")));
    }
    return GJ_OK;
}

static gj_status write_frame(gj_paged_writer *w, const gj_paged_table *table)
{
    for (size_t i = 0; i < table->cells.count; i++) {
        const gj_paged_cell *cell = &table->cells.items[i];
        size_t begin = w->length;
        if (!cell->text.len)
            continue;
        w->paragraphs++;
        GJ_TRY(gj_paged_locate(w, (gj_locus){ .paragraph = w->paragraphs }, cell->page, &cell->box));
        GJ_TRY(gj_paged_put(w, cell->text));
        GJ_TRY(gj_paged_add_block(w, begin, GJ_BLOCK_PARAGRAPH));
    }
    return GJ_OK;
}

static gj_status remark_odd(gj_paged_writer *w, gj_span span)
{
    return gj_builder_remark(
        w->build, GJ_LIT("odd_lines"), span, GJ_LIT(""),
        GJ_LIT("这张表有的框线没有画全，分不清哪些格子是合并的，按画出的线读入；请对照原文件核对"),
        GJ_LIT(
            "some lines of this table are not drawn to their ends, so that merged cells cannot be told; it was read by "
            "the lines that are there. Compare it with the file"));
}

/* The rest of it is not in the file. */
static gj_status remark_cut_off(gj_paged_writer *w, const gj_paged_table *table, size_t page, gj_span span)
{
    int width = w->paged->pages[page - 1].width;
    if (table->box.left > GJ_PAGED_POINT && table->box.right < width - GJ_PAGED_POINT)
        return GJ_OK;
    gj_arena *arena = w->build->arena;
    return gj_builder_remark(
        w->build, GJ_LIT("table_cut_off"), span, GJ_LIT(""),
        gj_arena_format(arena, "第 %zu 页的表格超出了页面，页面外的部分没有读入；请调整列宽后重新导出", page),
        gj_arena_format(
            arena,
            "the table on page %zu runs over the page's edge, what is beyond it was not read; make its columns "
            "narrower and export it again",
            page));
}

gj_status gj_paged_write_table(gj_paged_writer *w, const gj_paged_table *table, size_t page)
{
    columns *all = GJ_NEW(w->paged->scratch, columns);
    gj_grid *grid;
    if (!all)
        return gj_fail_nomem(w->paged->err);
    for (size_t i = 0; i < table->cells.count; i++)
        if (!add_column(all, table->cells.items[i].box.left) || !add_column(all, table->cells.items[i].box.right))
            return gj_fail(w->paged->err, GJ_LIMIT, GJ_NOWHERE, "第 %zu 页的表格列太多，最多 %d 列",
                           "the table on page %zu has too many columns, at most %d", page, GJ_MAX_TABLE_COLUMNS);
    if (all->count <= 2)
        return write_frame(w, table);
    size_t begin = w->length;
    w->tables++;
    GJ_TRY(gj_grid_start(w->grid, w->build->arena, w->paged->err));
    GJ_TRY(write_rows(w, table, all));
    gj_span span = { begin, w->length > begin ? w->length - 1 : begin };
    GJ_TRY(gj_grid_finish(w->grid, span, &grid, w->paged->err));
    if (table->odd || w->grid->clamped)
        GJ_TRY(remark_odd(w, span));
    GJ_TRY(remark_cut_off(w, table, page, span));
    gj_block block = {
        .kind = GJ_BLOCK_TABLE, .span = span, .text = { .text = { "", 0 }, .span = span }, .grid = grid
    };
    return gj_builder_block(w->build, &block);
}
