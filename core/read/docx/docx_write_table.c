/* Tables of the tree as lines of the source and as grids; what stands in their cells but is no text of them comes after. */
#include "docx_writer.h"

static gj_status wait_for(gj_docx_writer *w, const gj_docx_list *blocks, const gj_docx_note *notes)
{
    gj_docx_waiting *added = GJ_PUSH(w->docx->scratch, &w->waiting);
    if (!added)
        return gj_fail_nomem(w->docx->err);
    *added = (gj_docx_waiting){ blocks, notes };
    return GJ_OK;
}

static gj_status nested(gj_docx_writer *w)
{
    return gj_builder_remark(w->build, GJ_LIT("nested_table"), (gj_span){ w->length, w->length }, GJ_LIT(""),
                             GJ_LIT("单元格里还有一个表格，已放到外层表格之后单独读入"),
                             GJ_LIT("a table inside a cell was read on its own, after the table around it"));
}

static gj_status write_cell(gj_docx_writer *w, const gj_docx_cell *cell, gj_locus locus, bool *any)
{
    gj_text text;
    GJ_TRY(gj_docx_locate(w, locus));
    size_t begin = w->length;
    for (const gj_docx_block *b = cell->blocks.first; b; b = b->next) {
        if (b->table)
            continue;
        size_t joint = w->length;
        if (b->label.len)
            GJ_TRY(gj_docx_join(w, begin, b->label));
        GJ_TRY(gj_docx_put_joined(w, b->label.len ? w->length : begin, b->text));
        *any = *any || w->length > joint;
        if (b->boxes.first || b->notes)
            GJ_TRY(wait_for(w, &b->boxes, b->notes));
    }
    GJ_TRY(gj_docx_taken(w, begin, &text));
    return gj_grid_cell_add(w->grid, &text, cell->rowspan, cell->columns, w->docx->err);
}

static gj_status write_before(gj_docx_writer *w, size_t columns)
{
    gj_text text;
    GJ_TRY(gj_docx_taken(w, w->length, &text));
    return gj_grid_cell_add(w->grid, &text, 1, columns, w->docx->err);
}

static gj_status write_row(gj_docx_writer *w, const gj_docx_row *row, gj_locus locus, bool *any)
{
    locus.column = 1;
    GJ_TRY(gj_docx_locate(w, locus));
    GJ_TRY(gj_grid_row_add(w->grid, (gj_span){ w->length, w->length }, w->docx->err));
    if (row->before)
        GJ_TRY(write_before(w, row->before));
    bool first = true;
    for (const gj_docx_cell *cell = row->first; cell; cell = cell->next) {
        if (cell->beside || cell->rowspan == GJ_NOT_FOUND)
            continue;
        if (!first)
            GJ_TRY(gj_docx_put(w, GJ_LIT(" | ")));
        first = false;
        locus.column = cell->column + 1;
        GJ_TRY(write_cell(w, cell, locus, any));
    }
    gj_grid_row_end(w->grid, w->length);
    return gj_docx_put(w, GJ_LIT("\n"));
}

static gj_status remark_grid(gj_docx_writer *w, const gj_grid *grid)
{
    gj_arena *arena = w->build->arena;
    if (!w->grid->ragged)
        return GJ_OK;
    const gj_grid_row *row = &grid->rows[w->grid->ragged_row];
    size_t first = grid->rows[0].slot_count, at = w->grid->ragged_row + 1;
    gj_slice zh =
        gj_arena_format(arena, "表格各行的格数不一样：第 1 行 %zu 格，第 %zu 行 %zu 格；请核对有没有少填或多填", first,
                        at, row->slot_count);
    gj_slice en = gj_arena_format(arena,
                                  "the rows of the table differ in width: row 1 has %zu cells, row %zu has %zu; check "
                                  "for missing or extra cells",
                                  first, at, row->slot_count);
    return gj_builder_remark(w->build, GJ_LIT("ragged_table"), row->span, GJ_LIT(""), zh, en);
}

static bool has_tables(const gj_docx_block *table)
{
    for (const gj_docx_row *row = table->rows; row; row = row->next)
        for (const gj_docx_cell *cell = row->first; cell && !row->dropped; cell = cell->next)
            for (const gj_docx_block *b = cell->blocks.first; b; b = b->next)
                if (b->table)
                    return true;
    return false;
}

static gj_status await_tables(gj_docx_writer *w, const gj_docx_block *table)
{
    for (const gj_docx_row *row = table->rows; row; row = row->next)
        for (const gj_docx_cell *cell = row->first; cell && !row->dropped; cell = cell->next)
            for (gj_docx_block *b = cell->blocks.first; b; b = b->next) {
                if (!b->table)
                    continue;
                gj_docx_list *alone = GJ_NEW(w->docx->scratch, gj_docx_list);
                gj_docx_block *copy = alone ? GJ_NEW(w->docx->scratch, gj_docx_block) : NULL;
                if (!copy)
                    return gj_fail_nomem(w->docx->err);
                *copy = *b;
                copy->next = NULL;
                alone->first = alone->last = copy;
                GJ_TRY(wait_for(w, alone, NULL));
            }
    return GJ_OK;
}

static gj_status write_grid(gj_docx_writer *w, gj_docx_block *table)
{
    gj_locus locus = { .table = ++w->tables };
    gj_grid *grid;
    size_t begin = w->length;
    bool any = false;
    GJ_TRY(gj_docx_layout(w->docx, table));
    GJ_TRY(gj_grid_start(w->grid, w->build->arena, w->docx->err));
    for (const gj_docx_row *row = table->rows; row; row = row->next) {
        if (row->dropped || !row->first)
            continue;
        locus.row++;
        GJ_TRY(write_row(w, row, locus, &any));
    }
    gj_span span = { begin, w->length > begin ? w->length - 1 : begin };
    GJ_TRY(gj_grid_finish(w->grid, span, &grid, w->docx->err));
    bool arranges = has_tables(table) && !any; /* a table that only holds tables is none of the report's */
    if (!grid->row_count || arranges)
        return GJ_OK;
    GJ_TRY(remark_grid(w, grid));
    gj_block block = {
        .kind = GJ_BLOCK_TABLE, .span = span, .text = { .text = { "", 0 }, .span = span }, .grid = grid
    };
    GJ_TRY(gj_builder_block(w->build, &block));
    return has_tables(table) ? nested(w) : GJ_OK;
}

/* A frame around a text: every row is one cell. Its blocks stand where it stands. */
static bool is_frame(const gj_docx_block *table)
{
    for (const gj_docx_row *row = table->rows; row; row = row->next)
        if (!row->dropped && row->first && (row->first->next || row->first->below))
            return false;
    return true;
}

gj_status gj_docx_write_table(gj_docx_writer *w, gj_docx_block *table)
{
    if (is_frame(table)) {
        for (const gj_docx_row *row = table->rows; row; row = row->next)
            if (!row->dropped && row->first)
                GJ_TRY(gj_docx_write_list(w, &row->first->blocks));
        return GJ_OK;
    }
    size_t first = w->waiting.count;
    GJ_TRY(write_grid(w, table));
    GJ_TRY(await_tables(w, table));
    size_t end = w->waiting.count;
    for (size_t i = first; i < end; i++) {
        gj_docx_waiting next = w->waiting.items[i]; /* the list moves while it grows */
        GJ_TRY(next.blocks->first && next.blocks->first->table ? gj_docx_write_list(w, next.blocks)
                                                               : gj_docx_write_boxes(w, next.blocks));
        GJ_TRY(gj_docx_write_notes(w, next.notes));
    }
    w->waiting.count = first;
    return GJ_OK;
}
