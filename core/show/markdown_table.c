/* markdown_table.c - tables and text of the Markdown writer. */
#include "report_markdown.h"

/* Marks at the start of a line only; a plain hyphen inside a word needs no escape. */
static bool begins_block(gj_slice text, size_t at)
{
    return at == 0 && strchr("#>+-=~|:", text.data[0]) != NULL;
}

/* "1." and "1)" with a blank after them make a list. */
static bool list_mark(gj_slice text, size_t at)
{
    if ((text.data[at] != '.' && text.data[at] != ')') || at == 0)
        return false;
    for (size_t i = 0; i < at; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return true;
}

void gj_md_text(gj_buffer *out, gj_slice text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == '\n' || c == '\r')
            c = ' ';
        if (c && (strchr("\\`*_[]<&|~", c) || begins_block(text, i) || list_mark(text, i) ||
                  (c == '#' && i + 1 == text.len)))
            gj_buffer_byte(out, '\\');
        gj_buffer_byte(out, c);
    }
}

static void html_text(gj_buffer *out, gj_slice text)
{
    for (size_t i = 0; i < text.len; i++)
        switch (text.data[i]) {
        case '&':
            gj_buffer_text(out, "&amp;");
            break;
        case '<':
            gj_buffer_text(out, "&lt;");
            break;
        case '>':
            gj_buffer_text(out, "&gt;");
            break;
        case '\n':
        case '\r':
            gj_buffer_byte(out, ' ');
            break;
        default:
            gj_buffer_byte(out, text.data[i]);
        }
}

static bool needs_html(const gj_grid *grid)
{
    if (grid->caption.len)
        return true;
    for (size_t r = 0; r < grid->row_count; r++)
        for (size_t s = 0; s < grid->rows[r].slot_count; s++) {
            const gj_grid_cell *cell = grid->rows[r].slots[s];
            if (!cell || cell->rowspan > 1 || cell->colspan > 1)
                return true;
        }
    return false;
}

static void html_cell(gj_buffer *out, const gj_grid_cell *cell)
{
    gj_buffer_text(out, "<td");
    if (cell->colspan > 1)
        gj_buffer_format(out, " colspan=\"%zu\"", cell->colspan);
    if (cell->rowspan > 1)
        gj_buffer_format(out, " rowspan=\"%zu\"", cell->rowspan);
    gj_buffer_byte(out, '>');
    html_text(out, cell->text.text);
    gj_buffer_text(out, "</td>");
}

static void html_table(gj_buffer *out, const gj_grid *grid)
{
    gj_buffer_text(out, "<table>\n");
    if (grid->caption.len) {
        gj_buffer_text(out, "<caption>");
        html_text(out, grid->caption);
        gj_buffer_text(out, "</caption>\n");
    }
    for (size_t r = 0; r < grid->row_count; r++) {
        gj_buffer_text(out, "<tr>");
        for (size_t s = 0; s < grid->rows[r].slot_count; s++) {
            const gj_grid_cell *cell = grid->rows[r].slots[s];
            if (cell && cell->row == r && cell->column == s)
                html_cell(out, cell);
        }
        gj_buffer_text(out, "</tr>\n");
    }
    gj_buffer_text(out, "</table>\n");
}

/* One cell of a pipe table's row; the row is opened by "|". */
static void pipe_cell(gj_buffer *out, gj_slice text)
{
    gj_buffer_byte(out, ' ');
    gj_md_text(out, text);
    gj_buffer_text(out, text.len ? " |" : "|");
}

static void delimiter(gj_buffer *out, size_t columns)
{
    gj_buffer_byte(out, '|');
    gj_buffer_repeat(out, "---|", columns);
    gj_buffer_byte(out, '\n');
}

void gj_md_grid(gj_buffer *out, const gj_grid *grid)
{
    if (needs_html(grid)) {
        html_table(out, grid);
        return;
    }
    for (size_t r = 0; r < grid->row_count; r++) {
        gj_buffer_byte(out, '|');
        for (size_t s = 0; s < grid->rows[r].slot_count; s++)
            pipe_cell(out, grid->rows[r].slots[s]->text.text);
        gj_buffer_byte(out, '\n');
        if (r == 0)
            delimiter(out, grid->rows[0].slot_count);
    }
}

/* A label as written, or as the form prints it. */
static gj_slice label_of(gj_text written, gj_slice printed)
{
    return written.text.len ? written.text : printed;
}

static gj_slice row_label(const gj_bound_table *table, size_t row)
{
    return label_of(table->rows[row].label, table->form->rows[row].label);
}

/* A header that the report does not have stays blank; without a layout it is the form's. */
static gj_slice header_label(const gj_bound_table *table, size_t row, size_t column)
{
    if (table->layout_known && !table->header_seen[row * table->form->column_count + column])
        return (gj_slice){ NULL, 0 };
    gj_text written = table->headers[row * table->form->column_count + column];
    if (!written.text.len)
        written = table->columns[column].label;
    return label_of(written, table->form->columns[column].label);
}

static bool in_row(const gj_bound_table *table, size_t row, size_t column)
{
    return table->form->rows[row].columns >> column & 1;
}

/* The row that was written at position `order`, or GJ_NOT_FOUND. */
static size_t row_at(const gj_bound_table *table, size_t order)
{
    for (size_t r = 0; r < table->form->row_count; r++)
        if (table->rows[r].present && table->rows[r].order == order)
            return r;
    return GJ_NOT_FOUND;
}

/* The column at position `order`, where columns have positions, else the form's. A column that no row has is left out. */
static size_t column_at(const gj_bound_table *table, size_t order)
{
    bool ordered = false;
    for (size_t c = 0; c < table->form->column_count; c++) {
        if (table->columns[c].present && table->columns[c].order == order)
            return c;
        ordered = ordered || table->columns[c].present;
    }
    return ordered || order >= table->form->column_count ? GJ_NOT_FOUND : order;
}

/* A cell that is not there, or could not be placed, is left out: a blank would be a cell that says nothing. */
static bool is_there(const gj_bound_table *table, size_t row, size_t column)
{
    gj_cell_kind kind = gj_table_cell(table, row, column)->kind;
    return kind != GJ_CELL_MISSING && kind != GJ_CELL_UNREAD;
}

static void cell_of(gj_buffer *out, const gj_bound_table *table, size_t row, size_t column)
{
    if (is_there(table, row, column))
        pipe_cell(out, gj_table_cell(table, row, column)->lexeme);
}

/* Lines that are no row of the form, after the rows. Their values are joined by bars already. */
static void unbound_rows(gj_buffer *out, const gj_bound_table *table)
{
    for (size_t i = 0; i < table->unbound_count; i++) {
        gj_slice label = table->unbound[i].label.text;
        for (size_t at = label.len; table->unbound[i].subtotal && at; at--)
            if (label.data[at - 1] == ' ') { /* the block's own label, without those before it */
                label = gj_slice_sub(label, at, label.len);
                break;
            }
        gj_buffer_text(out, "| |");
        pipe_cell(out, label);
        gj_buffer_byte(out, ' ');
        gj_buffer_add(out, table->unbound[i].values);
        gj_buffer_text(out, " |\n");
    }
}

static void matrix(gj_buffer *out, const gj_bound_table *table)
{
    const gj_form_table *form = table->form;
    size_t columns = 0;
    gj_buffer_byte(out, '|');
    pipe_cell(out, (gj_slice){ NULL, 0 });
    pipe_cell(out, table->note_seen || !table->layout_known ? form->note : (gj_slice){ NULL, 0 });
    for (size_t i = 0; i < form->column_count; i++) {
        size_t column = column_at(table, i);
        if (column == GJ_NOT_FOUND)
            continue;
        pipe_cell(out, label_of(table->columns[column].label, form->columns[column].label));
        columns++;
    }
    gj_buffer_byte(out, '\n');
    delimiter(out, columns + 2);
    for (size_t i = 0; i < form->row_count; i++) {
        size_t row = row_at(table, i);
        if (row == GJ_NOT_FOUND)
            continue;
        gj_buffer_byte(out, '|');
        pipe_cell(out, form->rows[row].block.len ? form->rows[row].block : row_label(table, row));
        pipe_cell(out, form->rows[row].block.len ? row_label(table, row) : (gj_slice){ NULL, 0 });
        for (size_t k = 0; k < form->column_count; k++)
            if (column_at(table, k) != GJ_NOT_FOUND)
                cell_of(out, table, row, column_at(table, k));
        gj_buffer_byte(out, '\n');
    }
    unbound_rows(out, table);
}

/* A block of rows that share a label and their columns: its label, their names, the rows. */
static void one_block(gj_buffer *out, const gj_bound_table *table, size_t first, size_t end)
{
    const gj_form_table *form = table->form;
    size_t columns = 0, headed = first; /* the row whose headers are the block's */
    while (headed + 1 < end && !table->rows[headed].present)
        headed++;
    for (size_t c = 0; c < form->column_count; c++)
        columns += in_row(table, first, c);
    gj_buffer_byte(out, '|');
    pipe_cell(out, form->rows[first].block);
    gj_buffer_repeat(out, " |", columns);
    gj_buffer_byte(out, '\n');
    delimiter(out, columns + 1);
    gj_buffer_text(out, "| |");
    for (size_t c = 0; c < form->column_count; c++)
        if (in_row(table, first, c))
            pipe_cell(out, header_label(table, headed, c));
    gj_buffer_byte(out, '\n');
    for (size_t r = first; r < end; r++) {
        if (!table->rows[r].present)
            continue;
        gj_buffer_byte(out, '|');
        pipe_cell(out, row_label(table, r));
        for (size_t c = 0; c < form->column_count; c++)
            if (in_row(table, r, c))
                cell_of(out, table, r, c);
        gj_buffer_byte(out, '\n');
    }
}

static void blocks(gj_buffer *out, const gj_bound_table *table)
{
    const gj_form_row *rows = table->form->rows;
    for (size_t first = 0, end; first < table->form->row_count; first = end) {
        bool any = false;
        for (end = first; end < table->form->row_count && gj_slice_equal(rows[end].block, rows[first].block) &&
                          rows[end].columns == rows[first].columns;
             end++)
            any = any || table->rows[end].present;
        if (!any)
            continue;
        one_block(out, table, first, end);
        gj_buffer_text(out, end < table->form->row_count ? "\n" : "");
    }
}

/* All rows side by side: their names, the columns' names, one line of values. */
static void flat(gj_buffer *out, const gj_bound_table *table)
{
    const gj_form_table *form = table->form;
    bool any = false;
    for (size_t r = 0; r < form->row_count; r++)
        for (size_t c = 0; c < form->column_count; c++)
            any = any || (in_row(table, r, c) && is_there(table, r, c));
    for (int line = 0; line < (any ? 3 : 2); line++) {
        size_t written = 0;
        gj_buffer_byte(out, '|');
        for (size_t r = 0; r < form->row_count; r++)
            for (size_t c = 0; table->rows[r].present && c < form->column_count; c++) {
                if (!in_row(table, r, c) || gj_table_cell(table, r, c)->kind == GJ_CELL_MISSING)
                    continue;
                written++;
                if (line < 2)
                    pipe_cell(out, line == 0 ? row_label(table, r) : header_label(table, r, c));
                else
                    cell_of(out, table, r, c);
            }
        gj_buffer_byte(out, '\n');
        if (line == 0)
            delimiter(out, written);
    }
}

void gj_md_form_table(gj_buffer *out, const gj_bound_table *table)
{
    switch (table->form->shape) {
    case GJ_SHAPE_MATRIX:
        matrix(out, table);
        return;
    case GJ_SHAPE_BLOCKS:
        blocks(out, table);
        return;
    case GJ_SHAPE_FLAT:
        flat(out, table);
        return;
    }
}
