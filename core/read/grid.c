#include "grid.h"

gj_status gj_grid_start(gj_grid_builder *builder, gj_arena *arena, gj_error *err)
{
    *builder = (gj_grid_builder){ .arena = arena };
    builder->slots = GJ_ARRAY(arena, GJ_MAX_TABLE_COLUMNS, gj_grid_cell *);
    return builder->slots ? GJ_OK : gj_fail_nomem(err);
}

/* Put the cells from above that stand in the next slots of this row into it. */
static void take_reaching(gj_grid_builder *builder)
{
    while (builder->column < GJ_MAX_TABLE_COLUMNS && builder->below[builder->column]) {
        builder->slots[builder->column] = builder->reaching[builder->column];
        builder->column++;
    }
    if (builder->column > builder->width)
        builder->width = builder->column;
}

/* Cells from above that stand right of the row's last cell, with holes where nothing stands between. */
static void take_rest(gj_grid_builder *builder)
{
    for (size_t i = builder->column; i < builder->widest; i++) {
        if (!builder->below[i])
            continue;
        builder->slots[i] = builder->reaching[i];
        builder->width = i + 1;
    }
}

static gj_status close_row(gj_grid_builder *builder, gj_error *err)
{
    if (!builder->in_row)
        return GJ_OK;
    builder->in_row = false;
    take_rest(builder);
    builder->taken += builder->width;
    if (builder->taken > GJ_MAX_TABLE_SLOTS)
        return gj_fail(err, GJ_LIMIT, builder->rows.items[builder->rows.count - 1].span.begin,
                       "表格太大：超过 %d 格；请检查合并单元格的行数和列数",
                       "the table is too large: more than %d cells; check its row and column spans",
                       GJ_MAX_TABLE_SLOTS);
    gj_grid_row *row = &builder->rows.items[builder->rows.count - 1];
    row->slot_count = builder->width;
    row->slots = GJ_ARRAY(builder->arena, builder->width, gj_grid_cell *);
    if (!row->slots)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < builder->widest; i++) {
        if (i < builder->width)
            row->slots[i] = builder->slots[i];
        builder->slots[i] = NULL;
        if (builder->below[i])
            builder->below[i]--;
    }
    return GJ_OK;
}

gj_status gj_grid_row_add(gj_grid_builder *builder, gj_span span, gj_error *err)
{
    GJ_TRY(close_row(builder, err));
    if (builder->rows.count >= GJ_MAX_TABLE_ROWS)
        return gj_fail(err, GJ_LIMIT, span.begin, "表格行数太多（最多 %d 行），不像一份报告；请检查是否选错了文件",
                       "a table has too many rows for a report (at most %d); check whether it is the right file",
                       GJ_MAX_TABLE_ROWS);
    gj_grid_row *row = GJ_PUSH(builder->arena, &builder->rows);
    if (!row)
        return gj_fail_nomem(err);
    *row = (gj_grid_row){ .span = span };
    builder->in_row = true;
    builder->column = builder->width = 0;
    return GJ_OK;
}

void gj_grid_row_end(gj_grid_builder *builder, size_t end)
{
    if (builder->in_row)
        builder->rows.items[builder->rows.count - 1].span.end = end;
}

static void note_clamped(gj_grid_builder *builder, gj_span span)
{
    if (!builder->clamped++)
        builder->first_clamped = span;
}

/* Columns a cell at builder->column can really take: up to the widest table, or the next cell that reaches in from
 * above. */
static size_t free_columns(const gj_grid_builder *builder, size_t wanted)
{
    size_t count = 0;
    while (count < wanted && builder->column + count < GJ_MAX_TABLE_COLUMNS && !builder->below[builder->column + count])
        count++;
    return count;
}

gj_status gj_grid_cell_add(gj_grid_builder *builder, const gj_text *text, size_t rowspan, size_t colspan, gj_error *err)
{
    take_reaching(builder);
    if (builder->column >= GJ_MAX_TABLE_COLUMNS)
        return gj_fail(err, GJ_LIMIT, text->span.begin, "表格列数太多（最多 %d 列）",
                       "too many table columns (at most %d)", GJ_MAX_TABLE_COLUMNS);
    gj_grid_cell *cell = GJ_NEW(builder->arena, gj_grid_cell);
    if (!cell)
        return gj_fail_nomem(err);
    size_t columns = free_columns(builder, colspan ? colspan : 1);
    size_t rows = rowspan ? rowspan : 1;
    if (columns < colspan || rows > GJ_MAX_TABLE_ROWS)
        note_clamped(builder, text->span);
    if (rows > GJ_MAX_TABLE_ROWS)
        rows = GJ_MAX_TABLE_ROWS;
    *cell = (gj_grid_cell){
        .text = *text, .row = builder->rows.count - 1, .column = builder->column, .rowspan = rows, .colspan = columns
    };
    for (size_t i = 0; i < columns; i++) {
        size_t at = builder->column + i;
        builder->slots[at] = cell;
        builder->reaching[at] = cell;
        builder->below[at] = rows;
    }
    builder->column += columns;
    if (builder->column > builder->width)
        builder->width = builder->column;
    if (builder->width > builder->widest)
        builder->widest = builder->width;
    return GJ_OK;
}

/* A cell may say that it reaches below the last row. */
static void clamp_rows(gj_grid_builder *builder)
{
    size_t count = builder->rows.count;
    for (size_t i = 0; i < builder->widest; i++) {
        gj_grid_cell *cell = builder->below[i] ? builder->reaching[i] : NULL;
        if (!cell || cell->row + cell->rowspan <= count)
            continue;
        cell->rowspan = count - cell->row;
        note_clamped(builder, cell->text.span);
    }
}

gj_status gj_grid_finish(gj_grid_builder *builder, gj_span span, gj_grid **out, gj_error *err)
{
    GJ_TRY(close_row(builder, err));
    clamp_rows(builder);
    gj_grid *grid = GJ_NEW(builder->arena, gj_grid);
    if (!grid)
        return gj_fail_nomem(err);
    *grid = (gj_grid){ .rows = builder->rows.items, .row_count = builder->rows.count, .span = span };
    builder->ragged = false;
    for (size_t i = 0; i < grid->row_count; i++) {
        if (grid->rows[i].slot_count > grid->column_count)
            grid->column_count = grid->rows[i].slot_count;
        if (!builder->ragged && grid->rows[i].slot_count != grid->rows[0].slot_count) {
            builder->ragged = true;
            builder->ragged_row = i;
        }
    }
    *out = grid;
    return GJ_OK;
}
