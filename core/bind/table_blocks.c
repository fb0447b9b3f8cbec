/* Blocks, each with its title, its own header line and its rows (table 2). */
#include "table_words.h"

#define MAX_HEADS 16   /* header cells of one block that are looked at */
#define HEADER_LINES 6 /* lines over which a block's header may be broken */

typedef struct head {
    gj_text text;
    size_t slot;
    size_t column; /* of the form, or GJ_NOT_FOUND */
} head;

typedef struct block_reader {
    gj_table_binder *b;
    size_t block;          /* first row of the block under way, or GJ_NOT_FOUND */
    head heads[MAX_HEADS]; /* of the header line that holds now: its cells from the first column on */
    size_t head_count;
    size_t line_width; /* slots of that line */
} block_reader;

/* A line taken apart: its label, and where its values begin. */
typedef struct block_line {
    const gj_view_cell *own; /* a row's label, else the last words before the values; NULL: none */
    bool row;                /* it is a row's label */
    size_t value_slot;
    bool figures;
} block_line;

static block_line take_apart(const gj_table_binder *b, const gj_view_line *line)
{
    block_line out = { .value_slot = line->count };
    for (size_t s = 0; s < line->count; s++) {
        const gj_view_cell *cell = line->slots[s];
        out.figures = out.figures || gj_view_figure(cell);
        if (out.row || out.figures || !gj_view_worded(cell))
            continue;
        out.own = cell;
        out.value_slot = s + 1;
        out.row = gj_label_find_in(b->labels, &cell->label, GJ_LABEL_ROW, b->index) != NULL;
    }
    return out;
}

/* Read the blocks' titles in a line. True when one was there. */
static bool note_blocks(block_reader *r, const gj_view_line *line)
{
    gj_table_binder *b = r->b;
    bool found = false;
    for (size_t s = 0; s < line->count; s++) {
        const gj_label_entry *entry = NULL;
        if (gj_view_worded(line->slots[s]) && gj_view_begins(line, s))
            entry = gj_label_find_in(b->labels, &line->slots[s]->label, GJ_LABEL_BLOCK, b->index);
        if (!entry)
            continue;
        found = true;
        r->block = entry->item;
        r->head_count = 0;
        const gj_form_row *rows = b->form->rows;
        for (size_t i = entry->item; i < b->form->row_count && gj_slice_equal(rows[i].block, rows[r->block].block); i++)
            b->table->block_seen[i] = true;
    }
    return found;
}

static bool has_block(const gj_table_binder *b, const gj_view_line *line)
{
    for (size_t s = 0; s < line->count; s++)
        if (gj_view_worded(line->slots[s]) && gj_view_begins(line, s) &&
            gj_label_find_in(b->labels, &line->slots[s]->label, GJ_LABEL_BLOCK, b->index))
            return true;
    return false;
}

/* The end of the run of lines from `first` on that could be one header: words only, no row's label, no new block. */
static size_t header_end(const gj_table_binder *b, size_t first)
{
    size_t end = first;
    for (; end < b->view->count && end - first < HEADER_LINES; end++) {
        const gj_view_line *line = &b->view->lines[end];
        block_line parts = take_apart(b, line);
        if (parts.figures || parts.row || (end > first && has_block(b, line)))
            break;
    }
    return end;
}

/* The row whose label stands in a line, or GJ_NOT_FOUND. */
static size_t row_of(const gj_table_binder *b, const gj_view_line *line)
{
    block_line parts = take_apart(b, line);
    return parts.row ? gj_label_find_in(b->labels, &parts.own->label, GJ_LABEL_ROW, b->index)->item : GJ_NOT_FOUND;
}

static void sort_heads(block_reader *r)
{
    for (size_t i = 1; i < r->head_count; i++) {
        head moved = r->heads[i];
        size_t at = i;
        for (; at && r->heads[at - 1].slot > moved.slot; at--)
            r->heads[at] = r->heads[at - 1];
        r->heads[at] = moved;
    }
}

/* The header in lines [first, end): the words that name columns and those beside them; the leftmost word, where it names none, heads
 * the labels. True when at least one column was named. */
static gj_status read_header(block_reader *r, size_t first, size_t end, bool *found)
{
    gj_table_binder *b = r->b;
    gj_header_words words;
    *found = false;
    GJ_TRY(gj_header_words_read(b, first, end, &words));
    size_t line = GJ_NOT_FOUND;
    for (size_t i = 0; i < words.count && line == GJ_NOT_FOUND; i++)
        if (!words.items[i].used && words.items[i].column != GJ_NOT_FOUND)
            line = words.items[i].line;
    if (line == GJ_NOT_FOUND)
        return GJ_OK;
    r->head_count = 0;
    for (size_t i = 0; i < words.count && r->head_count < MAX_HEADS; i++) {
        const gj_header_word *word = &words.items[i];
        bool beside = word->line == line && !gj_label_find_in(b->labels, &word->label, GJ_LABEL_BLOCK, b->index);
        if (!word->used && (word->column != GJ_NOT_FOUND || beside))
            r->heads[r->head_count++] = (head){ word->text, word->slot, word->column };
    }
    sort_heads(r);
    /* As many words as the row below has values (or the block's rows, where none is known): the cell over the labels is blank. */
    size_t row = end < b->view->count ? row_of(b, &b->view->lines[end]) : GJ_NOT_FOUND;
    row = row == GJ_NOT_FOUND ? r->block : row;
    bool all_values = row != GJ_NOT_FOUND && r->head_count <= gj_form_row_width(b->form, row);
    if (r->heads[0].column == GJ_NOT_FOUND && !all_values) {
        r->head_count--;
        memmove(r->heads, r->heads + 1, r->head_count * sizeof *r->heads);
    }
    r->line_width = b->view->lines[line].count;
    *found = true;
    return GJ_OK;
}

/* Words right above a row, as many as its columns and one more for its label: a header none of whose columns is recognised. */
static bool take_unknown_header(block_reader *r, size_t line, const gj_view_line *next)
{
    gj_table_binder *b = r->b;
    const gj_view_line *header = &b->view->lines[line];
    size_t row = row_of(b, next);
    if (row == GJ_NOT_FOUND)
        return false;
    head heads[MAX_HEADS];
    size_t count = 0;
    for (size_t s = 0; s < header->count; s++)
        if (gj_view_new_words(header, s)) {
            if (count == MAX_HEADS)
                return false;
            heads[count++] = (head){ header->slots[s]->cell->text, s, GJ_NOT_FOUND };
        }
    if (count != gj_form_row_width(b->form, row) + 1)
        return false;
    r->head_count = count - 1;
    memcpy(r->heads, heads + 1, r->head_count * sizeof *heads);
    r->line_width = header->count;
    return true;
}

/* The columns of the header that holds, for a row: as many heads as the row has columns, all but at most one recognised and none
 * foreign to the row. False: the header does not fit. */
static bool match_header(const block_reader *r, size_t row, size_t columns[MAX_HEADS])
{
    unsigned long left = r->b->form->rows[row].columns;
    size_t unknown = GJ_NOT_FOUND, width = gj_form_row_width(r->b->form, row);
    if (!r->head_count || r->head_count > width)
        return false;
    for (size_t i = 0; i < r->head_count; i++) {
        columns[i] = r->heads[i].column;
        if (columns[i] == GJ_NOT_FOUND && unknown != GJ_NOT_FOUND)
            return false;
        if (columns[i] == GJ_NOT_FOUND)
            unknown = i;
        else if (left >> columns[i] & 1)
            left &= ~(1ul << columns[i]);
        else
            return false;
    }
    if (unknown == GJ_NOT_FOUND)
        return true;
    if (r->head_count != width) /* one is not known and one is missing: which is which? */
        return false;
    columns[unknown] = 0;
    while (!(left >> columns[unknown] & 1))
        columns[unknown]++;
    return true;
}

/* The row's columns in the form's order. */
static size_t own_columns(const gj_form_table *form, size_t row, size_t columns[MAX_HEADS])
{
    size_t count = 0;
    for (size_t c = 0; c < form->column_count && count < MAX_HEADS; c++)
        if (form->rows[row].columns >> c & 1)
            columns[count++] = c;
    return count;
}

/* The values of a row: `wanted` of them, under their heads where the line is as wide as the header line. */
static bool row_values(const block_reader *r, const gj_view_line *line, size_t from, bool headed, size_t wanted,
                       gj_values *out)
{
    gj_view_values(line, from, out);
    size_t written = 0;
    for (size_t i = 0; i < out->count; i++)
        written += gj_view_written(out->cells[i]);
    if (headed && line->count == r->line_width && written <= wanted) {
        gj_values under = { .count = 0 };
        size_t seen = 0;
        for (size_t i = 0; i < wanted; i++) {
            size_t slot = r->heads[i].slot;
            const gj_view_cell *cell = slot < from ? NULL : line->slots[slot];
            if (!cell || cell->cell->row != line->row || (i && under.cells[i - 1] == cell))
                break;
            under.cells[under.count++] = cell;
            seen += gj_view_written(cell);
        }
        if (under.count == wanted && seen == written) {
            *out = under;
            return true;
        }
    }
    if (!gj_values_narrow(out, wanted))
        return false;
    for (size_t i = 0; i < out->count; i++)
        if (out->cells[i]->cell->row != line->row)
            return false; /* a cell merged with the row above */
    return true;
}

static gj_status bind_row(block_reader *r, const gj_view_line *line, const block_line *parts, size_t row)
{
    gj_table_binder *b = r->b;
    size_t columns[MAX_HEADS], width = gj_form_row_width(b->form, row);
    bool headed = match_header(r, row, columns);
    size_t wanted = headed ? r->head_count : own_columns(b->form, row, columns);
    gj_table_enter_row(b, row, &parts->own->cell->text, line->span);
    gj_bound_row *bound = &b->table->rows[row];
    gj_values values;
    bool placed = row_values(r, line, parts->value_slot, headed, wanted, &values);
    bound->cells_found = values.count;
    b->table->value_count += values.count;
    bound->complete = placed && wanted == width;
    for (size_t i = 0; i < wanted && placed; i++)
        gj_table_fill(gj_table_cell_at(b, row, columns[i]), values.cells[i]);
    if (!placed) {
        gj_table_unread_row(b, row);
        GJ_TRY(gj_table_keep_values(b, &values, &bound->unread, &bound->unread_count));
    }
    for (size_t i = 0; i < r->head_count && headed; i++) {
        size_t at = row * b->form->column_count + columns[i];
        b->table->headers[at] = r->heads[i].text;
        b->table->header_seen[at] = r->heads[i].column != GJ_NOT_FOUND;
        gj_bound_column *column = &b->table->columns[columns[i]];
        column->present = true;
        column->order = columns[i];
        column->label = b->table->headers[at];
    }
    return GJ_OK;
}

/* The row of a label: exactly, else the one that is clearly near. */
static size_t find_row(const block_reader *r, const gj_label *label)
{
    const gj_label_entry *entry = gj_label_find_in(r->b->labels, label, GJ_LABEL_ROW, r->b->index);
    if (!entry)
        entry = gj_label_nearest(r->b->labels, label, GJ_LABEL_ROW, r->b->index);
    return entry ? entry->item : GJ_NOT_FOUND;
}

/* Bind line `*index`, or the header that begins there; *index moves past what was used. */
static gj_status take_line(block_reader *r, size_t *index)
{
    gj_table_binder *b = r->b;
    size_t first = (*index)++;
    const gj_view_line *line = &b->view->lines[first];
    if (gj_view_empty(line))
        return GJ_OK;
    block_line parts = take_apart(b, line);
    bool block = note_blocks(r, line), header = false;
    size_t end = parts.figures || parts.row ? first : header_end(b, first);
    if (end > first)
        GJ_TRY(read_header(r, first, end, &header));
    if (!header && end == first + 1 && end < b->view->count && !block)
        header = take_unknown_header(r, first, &b->view->lines[end]);
    if (header) {
        *index = end;
        return GJ_OK;
    }
    size_t row = parts.own ? find_row(r, &parts.own->label) : GJ_NOT_FOUND;
    if (row == GJ_NOT_FOUND)
        return block && !parts.figures ? GJ_OK : gj_table_unbound(b, line, "unbound_row", false);
    if (b->table->rows[row].present)
        return gj_table_unbound(b, line, "duplicate_row", false);
    return bind_row(r, line, &parts, row);
}

/* Where columns come in another order than the form's, in any row. */
static bool columns_ordered(const gj_table_binder *b)
{
    for (size_t row = 0; row < b->form->row_count; row++) {
        size_t last = 0;
        for (size_t c = 0; c < b->form->column_count; c++) {
            const gj_text *header = &b->table->headers[row * b->form->column_count + c];
            if (!header->text.len)
                continue;
            if (header->span.begin < last)
                return false;
            last = header->span.begin;
        }
    }
    return true;
}

gj_status gj_bind_blocks(gj_table_binder *b)
{
    block_reader r = { .b = b, .block = GJ_NOT_FOUND };
    for (size_t i = 0; i < b->form->row_count; i++)
        b->table->block_seen[i] = !b->form->rows[i].block.len;
    for (size_t l = 0; l < b->view->count;)
        GJ_TRY(take_line(&r, &l));
    b->table->columns_in_order = columns_ordered(b);
    gj_table_finish_rows(b);
    return GJ_OK;
}
