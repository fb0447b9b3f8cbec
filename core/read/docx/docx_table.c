/* Tables: rows and cells as they come, and, when a table is written, its grid. */
#include "docx_walk.h"

#define SNAP 100 /* twips, under 2 mm: grid lines closer than that are one, drawn by an unsteady hand */

static gj_status open_table(gj_docx_walk *w)
{
    gj_status status;
    GJ_TRY(gj_docx_paragraph_flush(w));
    gj_docx_list *into = w->top->into;
    gj_docx_block *table = gj_docx_add(w, into, &status);
    if (!table)
        return status;
    table->table = true;
    GJ_TRY(gj_docx_push(w, into)); /* what stands in the table but in no cell goes beside it */
    w->top->table = table;
    return GJ_OK;
}

static gj_status open_row(gj_docx_walk *w)
{
    gj_docx_scope *s = w->top;
    if (!s->table)
        return GJ_OK;
    if (++s->table->row_count > GJ_MAX_TABLE_ROWS)
        return gj_fail(w->docx->err, GJ_LIMIT, GJ_NOWHERE,
                       "表格行数太多（最多 %d 行），不像一份报告；请检查是否选错了文件",
                       "a table has too many rows for a report (at most %d); check whether it is the right file",
                       GJ_MAX_TABLE_ROWS);
    gj_docx_row *row = GJ_NEW(w->docx->scratch, gj_docx_row);
    if (!row)
        return gj_fail_nomem(w->docx->err);
    if (s->table->last_row)
        s->table->last_row->next = row;
    else
        s->table->rows = row;
    s->table->last_row = s->row = row;
    return GJ_OK;
}

static gj_status open_cell(gj_docx_walk *w)
{
    gj_docx_scope *s = w->top;
    if (!s->row)
        return GJ_OK;
    GJ_TRY(gj_docx_paragraph_flush(w));
    GJ_TRY(gj_docx_charge(w, 1, 3));
    gj_docx_cell *cell = GJ_NEW(w->docx->scratch, gj_docx_cell);
    if (!cell)
        return gj_fail_nomem(w->docx->err);
    cell->span = 1;
    if (s->row->last)
        s->row->last->next = cell;
    else
        s->row->first = cell;
    s->row->last = s->cell = cell;
    s->into = &cell->blocks;
    return GJ_OK;
}

gj_status gj_docx_table_open(gj_docx_walk *w, const gj_xml_tag *tag)
{
    if (tag->name == GJ_DOCX_TBL)
        return open_table(w);
    return tag->name == GJ_DOCX_TR ? open_row(w) : open_cell(w);
}

gj_status gj_docx_table_close(gj_docx_walk *w, unsigned name)
{
    gj_docx_scope *s = w->top;
    if (!s->table)
        return GJ_OK;
    if (s->cell)
        GJ_TRY(gj_docx_paragraph_flush(w));
    s->cell = NULL;
    s->into = s->outer ? s->outer->into : &w->stray;
    if (name == GJ_DOCX_TR)
        s->row = NULL;
    return GJ_OK;
}

/* A merge without a value, or any but "restart", goes on with the cell before. */
static bool goes_on(const gj_xml_tag *tag)
{
    return !gj_slice_is(gj_xml_attribute(tag, "val"), "restart");
}

gj_status gj_docx_table_property(gj_docx_walk *w, const gj_xml_tag *tag)
{
    gj_docx_scope *s = w->top;
    gj_slice value = gj_xml_attribute(tag, "val");
    if (tag->name == GJ_DOCX_GRID_COL && s->table && !s->row) {
        if (s->table->widths.count >= GJ_MAX_TABLE_COLUMNS)
            return GJ_OK;
        long *width = GJ_PUSH(w->docx->scratch, &s->table->widths);
        if (!width)
            return gj_fail_nomem(w->docx->err);
        *width = gj_xml_number(gj_xml_attribute(tag, "w"), 1, 1000000, -1);
    }
    if (tag->name == GJ_DOCX_GRID_BEFORE && s->row && w->in_tr_pr)
        s->row->before = (size_t)gj_xml_number(value, 0, GJ_MAX_TABLE_COLUMNS, 0);
    if (tag->name == GJ_DOCX_HIDDEN && s->row && w->in_tr_pr && gj_docx_on(tag)) {
        s->row->dropped = true;
        w->docx->counts.hidden++;
    }
    if (!s->cell)
        return GJ_OK;
    if (tag->name == GJ_DOCX_GRID_SPAN)
        s->cell->span = (size_t)gj_xml_number(value, 1, GJ_MAX_TABLE_COLUMNS, 1);
    if (tag->name == GJ_DOCX_V_MERGE)
        s->cell->below = goes_on(tag);
    if (tag->name == GJ_DOCX_H_MERGE)
        s->cell->beside = goes_on(tag);
    return GJ_OK;
}

/* ---- the grid ---- */

/* map[i]: the column of grid line i, where lines drawn a hair apart are one. Identity where widths are not known. */
static void snap(const gj_docx_block *table, size_t lines, size_t *map)
{
    bool known = table->widths.count + 1 >= lines;
    for (size_t i = 0; known && i + 1 < lines; i++)
        known = table->widths.items[i] > 0;
    size_t column = 0;
    long apart = 0; /* from the line that began this column */
    map[0] = 0;
    for (size_t i = 1; i < lines; i++) {
        apart += known ? table->widths.items[i - 1] : SNAP;
        if (apart >= SNAP) {
            column++;
            apart = 0;
        }
        map[i] = column;
    }
}

/* Grid columns as the file counts them; cells merged sideways are one. *lines: the grid lines of the widest row. */
static gj_status place_cells(gj_docx *docx, gj_docx_block *table, size_t *lines)
{
    *lines = 1;
    for (gj_docx_row *row = table->rows; row; row = row->next) {
        size_t at = row->before;
        gj_docx_cell *whole = NULL;
        for (gj_docx_cell *cell = row->first; cell; cell = cell->next) {
            cell->column = at;
            cell->columns = cell->span;
            cell->beside = cell->beside && whole;
            if (cell->beside)
                whole->columns += cell->span;
            else
                whole = cell;
            at += cell->span;
            if (at > GJ_MAX_TABLE_COLUMNS)
                return gj_fail(docx->err, GJ_LIMIT, GJ_NOWHERE, "表格列数太多（最多 %d 列）",
                               "too many table columns (at most %d)", GJ_MAX_TABLE_COLUMNS);
        }
        *lines = at + 1 > *lines ? at + 1 : *lines;
    }
    return GJ_OK;
}

/* Every cell keeps at least one column of its own, or nothing is snapped. */
static bool can_snap(const gj_docx_block *table, const size_t *map)
{
    for (const gj_docx_row *row = table->rows; row; row = row->next)
        for (const gj_docx_cell *cell = row->first; cell; cell = cell->next)
            if (!cell->beside && map[cell->column] == map[cell->column + cell->columns])
                return false;
    return true;
}

static void take_columns(gj_docx_block *table, const size_t *map)
{
    for (gj_docx_row *row = table->rows; row; row = row->next) {
        row->before = map[row->before];
        for (gj_docx_cell *cell = row->first; cell; cell = cell->next) {
            size_t end = map[cell->column + cell->columns];
            cell->column = map[cell->column];
            cell->columns = end - cell->column;
        }
    }
}

static gj_docx_cell *continued(gj_docx_row *row, size_t column)
{
    for (gj_docx_cell *cell = row->first; cell && cell->column <= column; cell = cell->next)
        if (!cell->beside && cell->below && cell->column == column)
            return cell;
    return NULL;
}

static gj_docx_row *kept(gj_docx_row *row)
{
    while (row && row->dropped)
        row = row->next;
    return row;
}

/* A merged cell takes the ones below that go on with it; they are marked by the row span GJ_NOT_FOUND. */
static void take_rows(gj_docx_block *table)
{
    for (gj_docx_row *row = kept(table->rows); row; row = kept(row->next))
        for (gj_docx_cell *cell = row->first; cell; cell = cell->next) {
            if (cell->beside || (cell->below && cell->rowspan == GJ_NOT_FOUND))
                continue;
            cell->rowspan = 1;
            gj_docx_cell *next;
            for (gj_docx_row *below = kept(row->next); below && (next = continued(below, cell->column)) != NULL;
                 below = kept(below->next)) {
                next->rowspan = GJ_NOT_FOUND;
                cell->rowspan++;
            }
        }
}

gj_status gj_docx_layout(gj_docx *docx, gj_docx_block *table)
{
    size_t lines;
    GJ_TRY(place_cells(docx, table, &lines));
    size_t *map = GJ_ARRAY(docx->scratch, lines, size_t);
    if (!map)
        return gj_fail_nomem(docx->err);
    snap(table, lines, map);
    if (can_snap(table, map))
        take_columns(table, map);
    take_rows(table);
    return GJ_OK;
}
