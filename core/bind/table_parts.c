#include "table_bind.h"

size_t gj_form_row_width(const gj_form_table *table, size_t row)
{
    size_t width = 0;
    for (size_t i = 0; i < table->column_count; i++)
        width += table->rows[row].columns >> i & 1;
    return width;
}

gj_status gj_table_prepare(gj_table_binder *b, const gj_form *form, size_t index)
{
    gj_bound_table *table = b->table;
    b->index = index;
    b->labels = form->labels;
    b->form = &form->tables[index];
    b->last_row = GJ_NOT_FOUND;
    *table = (gj_bound_table){ .form = b->form, .form_used = form, .section = GJ_NOT_FOUND };
    size_t cells = b->form->row_count * b->form->column_count;
    table->cells = GJ_ARRAY(b->arena, cells, gj_cell);
    table->rows = GJ_ARRAY(b->arena, b->form->row_count, gj_bound_row);
    table->columns = GJ_ARRAY(b->arena, b->form->column_count, gj_bound_column);
    table->header_seen = GJ_ARRAY(b->arena, cells, bool);
    table->headers = GJ_ARRAY(b->arena, cells, gj_text);
    table->block_seen = GJ_ARRAY(b->arena, b->form->row_count, bool);
    if (!table->cells || !table->rows || !table->columns || !table->header_seen || !table->headers ||
        !table->block_seen)
        return gj_fail_nomem(b->err);
    for (size_t i = 0; i < b->form->column_count; i++)
        table->columns[i].order = GJ_NOT_FOUND;
    return GJ_OK;
}

void gj_table_fill(gj_cell *out, const gj_view_cell *from)
{
    const gj_text *text = &from->cell->text;
    *out = (gj_cell){ .kind = from->number.kind,
                      .value = from->number.value,
                      .notes = from->number.notes,
                      .unit = from->number.unit,
                      .lexeme = text->text,
                      .span = gj_text_span(text, 0, text->text.len) };
    if (!text->text.len)
        out->span = text->span;
}

void gj_table_enter_row(gj_table_binder *b, size_t row, const gj_text *label, gj_span span)
{
    gj_bound_row *bound = &b->table->rows[row];
    bound->present = true;
    bound->order = b->row_count++;
    b->last_row = row;
    bound->label = *label;
    bound->span = span;
}

void gj_table_unread_row(gj_table_binder *b, size_t row)
{
    gj_bound_row *bound = &b->table->rows[row];
    bound->complete = false;
    bool headed =
        b->form->shape == GJ_SHAPE_MATRIX && !b->table->keyed; /* its columns are there or not, for all rows */
    for (size_t i = 0; i < b->form->column_count; i++)
        if (b->form->rows[row].columns >> i & 1 && (!headed || b->table->columns[i].present))
            *gj_table_cell_at(b, row, i) =
                (gj_cell){ .kind = GJ_CELL_UNREAD, .span = bound->span, .pointer = bound->pointer };
    gj_report_notice(b->arena, b->report, "unread_row", bound->span, bound->pointer, bound->label.text,
                     "这一行的数据格数与格式不符，没有读取",
                     "this row has not the form's number of cells and was not read");
}

gj_status gj_table_keep_values(gj_table_binder *b, const gj_values *values, const gj_slice **out, size_t *count)
{
    gj_slice *kept = GJ_ARRAY(b->arena, values->count, gj_slice);
    if (!kept)
        return gj_fail_nomem(b->err);
    for (size_t i = 0; i < values->count; i++)
        kept[i] = values->cells[i]->cell->text.text;
    *out = kept;
    *count = values->count;
    return GJ_OK;
}

bool gj_table_add_value(gj_arena *arena, gj_slice *values, gj_slice text)
{
    const gj_slice dots = GJ_LIT(" | …");
    if (gj_slice_ends(*values, dots))
        return true;
    if (values->len + text.len > GJ_MAX_LABEL)
        *values = gj_arena_format(arena, "%.*s%s", GJ_ARG(*values), dots.data);
    else
        *values = values->len ? gj_arena_format(arena, "%.*s | %.*s", GJ_ARG(*values), GJ_ARG(text)) : text;
    return values->data != NULL;
}

/* Label cells joined by a space, value cells by " | ". A label ends where the first figure stands. */
static bool describe(gj_table_binder *b, const gj_view_line *line, gj_unbound_row *out)
{
    const gj_view_cell *last = NULL;
    bool figures = false;
    gj_slice *cells = GJ_ARRAY(b->arena, line->count, gj_slice);
    out->cells = cells;
    for (size_t i = 0; i < line->count && cells; i++) {
        const gj_view_cell *cell = line->slots[i];
        if (!cell || cell == last || (!figures && !gj_view_written(cell)))
            continue;
        last = cell;
        figures = figures || gj_view_figure(cell);
        out->label_count += !figures;
        cells[out->cell_count++] = cell->cell->text.text;
        if (!gj_view_written(cell))
            continue;
        if (figures) {
            if (!gj_table_add_value(b->arena, &out->values, cell->cell->text.text))
                return false;
        } else if (!out->label.text.len) {
            out->label = cell->cell->text;
        } else if (out->label.text.len + cell->cell->text.text.len <= GJ_MAX_LABEL &&
                   !gj_text_join(b->arena, &out->label, &cell->cell->text, &out->label)) {
            return false;
        }
    }
    return cells != NULL;
}

void gj_table_say_unbound(gj_table_binder *b, const gj_unbound_row *row, const char *kind)
{
    bool twice = kind[0] == 'd';
    gj_report_notice(b->arena, b->report, kind, row->span, (gj_slice){ NULL, 0 }, row->label.text,
                     twice           ? "这一行的标签前面已经出现过，后一行没有采用"
                     : row->subtotal ? "格式没有这一小计行，没有计入"
                                     : "格式里没有这一行，没有采用",
                     twice           ? "a row with this label came before; this one was not used"
                     : row->subtotal ? "the form has no such subtotal; it was not counted"
                                     : "the form has no such row; it was not used");
}

gj_status gj_table_unbound(gj_table_binder *b, const gj_view_line *line, const char *kind, bool subtotal)
{
    gj_unbound_row *row = GJ_PUSH(b->arena, &b->unbound);
    if (!row)
        return gj_fail_nomem(b->err);
    row->span = line->span;
    row->subtotal = subtotal;
    row->after = b->last_row;
    if (!describe(b, line, row))
        return gj_fail_nomem(b->err);
    gj_table_say_unbound(b, row, kind);
    return GJ_OK;
}

void gj_table_finish_rows(gj_table_binder *b)
{
    gj_bound_table *table = b->table;
    size_t last = 0;
    bool any = false;
    table->rows_in_order = true;
    for (size_t i = 0; i < b->form->row_count; i++) {
        const gj_bound_row *row = &table->rows[i];
        if (!row->present) {
            gj_report_notice(b->arena, b->report, "missing_row", table->span, table->pointer, b->form->rows[i].label,
                             "表里没有找到这一行", "this row was not found in the table");
            continue;
        }
        if (any && row->order < last)
            table->rows_in_order = false;
        last = row->order;
        any = true;
    }
    table->unbound = b->unbound.items;
    table->unbound_count = b->unbound.count;
}

bool gj_text_join(gj_arena *arena, const gj_text *a, const gj_text *b, gj_text *out)
{
    gj_slice text = gj_arena_format(arena, "%.*s %.*s", GJ_ARG(a->text), GJ_ARG(b->text));
    gj_run *runs = GJ_ARRAY(arena, a->run_count + b->run_count, gj_run);
    if (!text.data || !runs)
        return false;
    for (size_t i = 0; i < a->run_count; i++)
        runs[i] = a->runs[i];
    for (size_t i = 0; i < b->run_count; i++) {
        runs[a->run_count + i] = b->runs[i];
        runs[a->run_count + i].text += a->text.len + 1;
    }
    gj_span span = { a->span.begin, b->span.end > a->span.end ? b->span.end : a->span.end };
    *out = (gj_text){ text, span, runs, a->run_count + b->run_count };
    return true;
}
