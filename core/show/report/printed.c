#include "printed.h"

#include "table_order.h"

typedef struct printer {
    gj_arena *arena;
    const gj_bound_table *table;
    const gj_form_table *form;
    gj_printed *out;
} printer;

/* Where a cell stands, and over how many lines and columns. */
typedef struct area {
    size_t row, column, rowspan, colspan;
} area;

static void put(printer *p, gj_printed_kind kind, gj_slice text, area at)
{
    gj_printed_cell *cell = GJ_PUSH(p->arena, &p->out->cells);
    if (cell)
        *cell = (gj_printed_cell){ .text = text.len ? text : (gj_slice){ "", 0 },
                                   .kind = kind,
                                   .row = at.row,
                                   .column = at.column,
                                   .rowspan = at.rowspan,
                                   .colspan = at.colspan };
}

static void value(printer *p, size_t row, size_t column, area at)
{
    put(p, GJ_PRINTED_VALUE, gj_table_cell(p->table, row, column)->lexeme, at);
}

static bool inside(const gj_form_group *group, size_t index)
{
    return group->first <= index && index <= group->last;
}

/* How many labels stand over a column, outside `group` (its index) where that is one. */
static size_t heads_over(const gj_form_table *form, size_t column, size_t before)
{
    size_t count = 0;
    for (size_t i = 0; i < before && i < form->head_count; i++)
        count += inside(&form->heads[i], column);
    return count;
}

/* The header of a matrix: labels over columns, each column's own label down to the last line; the note beside all of it. */
static void matrix_header(printer *p)
{
    const gj_form_table *form = p->form;
    size_t labels = p->out->label_columns, lines = p->out->head_rows;
    put(p, GJ_PRINTED_HEAD, form->note_text, (area){ 0, 0, lines, labels });
    for (size_t i = 0; i < form->head_count; i++) {
        const gj_form_group *head = &form->heads[i];
        put(p, GJ_PRINTED_HEAD, head->label,
            (area){ heads_over(form, head->first, i), labels + head->first, 1, head->last - head->first + 1 });
    }
    for (size_t c = 0; c < form->column_count; c++) {
        size_t above = heads_over(form, c, form->head_count);
        put(p, GJ_PRINTED_HEAD, form->columns[c].label, (area){ above, labels + c, lines - above, 1 });
    }
}

/* The group that a row belongs to, or NULL. */
static const gj_form_group *group_of(const gj_form_table *form, size_t row)
{
    for (size_t i = 0; i < form->group_count; i++)
        if (inside(&form->groups[i], row))
            return &form->groups[i];
    return NULL;
}

/* Rows from `row` on that stand in the same block. */
static size_t block_rows(const gj_form_table *form, size_t row)
{
    size_t next = row;
    while (next < form->row_count && gj_slice_equal(form->rows[next].block, form->rows[row].block))
        next++;
    return next - row;
}

/* A row's label takes the columns that its group and its block leave. */
static void matrix_row(printer *p, size_t row)
{
    const gj_form_table *form = p->form;
    size_t line = p->out->head_rows + row, at = 0;
    const gj_form_group *group = group_of(form, row);
    if (group && group->first == row)
        put(p, GJ_PRINTED_LABEL, group->label, (area){ line, 0, group->last - group->first + 1, 1 });
    at += group != NULL;
    if (form->rows[row].block.len) {
        if (!row || !gj_slice_equal(form->rows[row - 1].block, form->rows[row].block))
            put(p, GJ_PRINTED_LABEL, form->rows[row].block, (area){ line, at, block_rows(form, row), 1 });
        at++;
    }
    put(p, GJ_PRINTED_LABEL, form->rows[row].label, (area){ line, at, 1, p->out->label_columns - at });
    for (size_t c = 0; c < form->column_count; c++)
        value(p, row, c, (area){ line, p->out->label_columns + c, 1, 1 });
}

static void matrix(printer *p)
{
    const gj_form_table *form = p->form;
    bool blocks = false;
    for (size_t r = 0; r < form->row_count; r++)
        blocks = blocks || form->rows[r].block.len;
    p->out->head_rows = 1;
    for (size_t c = 0; c < form->column_count; c++) {
        size_t lines = heads_over(form, c, form->head_count) + 1;
        p->out->head_rows = lines > p->out->head_rows ? lines : p->out->head_rows;
    }
    p->out->label_columns = 1u + blocks + (form->group_count > 0);
    p->out->row_count = p->out->head_rows + form->row_count;
    p->out->column_count = p->out->label_columns + form->column_count;
    matrix_header(p);
    for (size_t r = 0; r < form->row_count; r++)
        matrix_row(p, r);
}

static size_t width_of(const gj_form_table *form, size_t row)
{
    size_t width = 0;
    for (size_t c = 0; c < form->column_count; c++)
        width += gj_table_has_cell(form, row, c);
    return width;
}

/* A line of a block: what heads it, then a cell for every column of `row`, the last of them to the end of the table. */
static void block_line(printer *p, size_t line, size_t row, bool header)
{
    size_t width = width_of(p->form, row), at = 1;
    put(p, header ? GJ_PRINTED_HEAD : GJ_PRINTED_LABEL, header ? p->form->corner : p->form->rows[row].label,
        (area){ line, 0, 1, 1 });
    for (size_t c = 0; c < p->form->column_count; c++) {
        if (!gj_table_has_cell(p->form, row, c))
            continue;
        area place = { line, at, 1, at == width ? p->out->column_count - at : 1 };
        if (header)
            put(p, GJ_PRINTED_HEAD, p->form->columns[c].label, place);
        else
            value(p, row, c, place);
        at++;
    }
}

static void blocks(printer *p)
{
    const gj_form_row *rows = p->form->rows;
    size_t line = 0;
    p->out->label_columns = 1;
    for (size_t r = 0; r < p->form->row_count; r++) {
        size_t width = 1 + width_of(p->form, r);
        p->out->column_count = width > p->out->column_count ? width : p->out->column_count;
    }
    for (size_t r = 0; r < p->form->row_count; r++) {
        bool opens = !r || !gj_slice_equal(rows[r - 1].block, rows[r].block);
        if (opens && rows[r].block.len)
            put(p, GJ_PRINTED_LABEL, rows[r].block, (area){ line++, 0, 1, p->out->column_count });
        if (opens || rows[r - 1].columns != rows[r].columns)
            block_line(p, line++, r, true);
        block_line(p, line++, r, false);
    }
    p->out->row_count = line;
}

/* All rows side by side. Lines of header: groups where there are some, rows, columns; what has no group begins a line higher. */
static void flat(printer *p)
{
    const gj_form_table *form = p->form;
    size_t lines = form->group_count ? 3 : 2, at = 0;
    p->out->head_rows = lines;
    p->out->row_count = lines + 1;
    for (size_t r = 0; r < form->row_count; r++) {
        const gj_form_group *group = group_of(form, r);
        size_t width = width_of(form, r), top = group ? 1 : 0, group_width = 0;
        for (size_t k = r; group && group->first == r && k <= group->last; k++)
            group_width += width_of(form, k);
        if (group_width)
            put(p, GJ_PRINTED_HEAD, group->label, (area){ 0, at, 1, group_width });
        put(p, GJ_PRINTED_HEAD, form->rows[r].label, (area){ top, at, 1, width });
        for (size_t c = 0; c < form->column_count; c++) {
            if (!gj_table_has_cell(form, r, c))
                continue;
            put(p, GJ_PRINTED_HEAD, form->columns[c].label, (area){ top + 1, at, lines - top - 1, 1 });
            value(p, r, c, (area){ lines, at++, 1, 1 });
        }
    }
    p->out->column_count = at;
}

static gj_status overlap(gj_error *err)
{
    return gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "格式里表格的标签互相重叠，排不出来",
                   "labels of the form's table overlap; it cannot be laid out");
}

/* Every slot must have one cell: writers merge by them. */
static gj_status fill(printer *p, gj_error *err)
{
    gj_printed *out = p->out;
    size_t slots = out->row_count * out->column_count, taken = 0;
    out->slots = GJ_ARRAY(p->arena, slots, const gj_printed_cell *);
    if (!out->slots)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < out->cells.count; i++) {
        const gj_printed_cell *cell = &out->cells.items[i];
        if (cell->row + cell->rowspan > out->row_count || cell->column + cell->colspan > out->column_count)
            return overlap(err);
        for (size_t k = 0; k < cell->rowspan * cell->colspan; k++) {
            size_t slot = (cell->row + k / cell->colspan) * out->column_count + cell->column + k % cell->colspan;
            if (out->slots[slot])
                return overlap(err);
            out->slots[slot] = cell;
            taken++;
        }
    }
    return taken == slots ? GJ_OK : overlap(err);
}

gj_status gj_print_table(gj_arena *arena, const gj_bound_table *table, gj_printed *out, gj_error *err)
{
    *out = (gj_printed){ 0 };
    printer p = { .arena = arena, .table = table, .form = table->form, .out = out };
    switch (table->form->shape) {
    case GJ_SHAPE_MATRIX:
        matrix(&p);
        break;
    case GJ_SHAPE_BLOCKS:
        blocks(&p);
        break;
    case GJ_SHAPE_FLAT:
        flat(&p);
        break;
    }
    return gj_arena_failed(arena) ? gj_fail_nomem(err) : fill(&p, err);
}
