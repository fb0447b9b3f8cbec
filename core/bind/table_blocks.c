/* Blocks, each with its title, its own header line and its rows (table 2). */
#include "table_blocks.h"

#define HEADER_LINES 6 /* lines over which a block's header may be broken */

/* Read the blocks' titles in a line. True when one was there. */
static bool note_blocks(gj_block_reader *r, const gj_view_line *line)
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
        if (gj_view_worded(line->slots[s]) && gj_view_begins(line, s) && gj_block_is_title(b, &line->slots[s]->label))
            return true;
    return false;
}

/* The end of the run of lines from `first` on that could be one header: words only, no row's label, no new block. */
static size_t header_end(const gj_table_binder *b, size_t first)
{
    size_t end = first;
    for (; end < b->view->count && end - first < HEADER_LINES; end++) {
        const gj_view_line *line = &b->view->lines[end];
        gj_block_line parts = gj_block_take_apart(b, line);
        if (parts.figures || parts.row || (end > first && has_block(b, line)))
            break;
    }
    return end;
}

/* The values of a row: `wanted` of them, under their heads where the line is as wide as the header line. */
static bool row_values(const gj_block_reader *r, const gj_view_line *line, size_t from, bool headed, size_t wanted,
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

/* Titles and headers that stood above no row. */
static gj_status keep_above(gj_block_reader *r)
{
    gj_extra_line extra = gj_extra_here(r->b);
    GJ_TRY(gj_extra_add_words(&extra, &r->above, true));
    r->above.count = 0;
    return GJ_OK;
}

/* What stands above a row beside the title of its block and the words that head its columns. All of it, where the row has both of
 * them from the row before. */
static gj_status keep_beside(gj_block_reader *r, size_t row, bool headed)
{
    const gj_table_binder *b = r->b;
    const gj_form_row *last = b->last_row == GJ_NOT_FOUND ? NULL : &b->form->rows[b->last_row];
    bool opens = !last || !gj_slice_equal(last->block, b->form->rows[row].block);
    if (!opens && last->columns == b->form->rows[row].columns)
        return keep_above(r);
    for (size_t i = 0; i < r->above.count; i++) {
        gj_header_word *word = &r->above.items[i];
        word->kept = (word->kept && headed) || (opens && gj_block_is_title(b, &word->label));
    }
    gj_extra_line extra = { .b = r->b, .after = GJ_NOT_FOUND, .over = row };
    GJ_TRY(gj_extra_add_words(&extra, &r->above, false));
    r->above.count = 0;
    return GJ_OK;
}

static gj_status bind_row(gj_block_reader *r, const gj_view_line *line, const gj_block_line *parts, size_t row)
{
    gj_table_binder *b = r->b;
    size_t columns[GJ_BLOCK_HEADS], width = gj_form_row_width(b->form, row);
    bool headed = gj_block_match(r, row, columns);
    size_t wanted = headed ? r->head_count : gj_block_columns(b->form, row, columns);
    if (r->above.count)
        GJ_TRY(keep_beside(r, row, headed));
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
static size_t find_row(const gj_block_reader *r, const gj_label *label)
{
    const gj_label_entry *entry = gj_label_find_in(r->b->labels, label, GJ_LABEL_ROW, r->b->index);
    if (!entry)
        entry = gj_label_nearest(r->b->labels, label, GJ_LABEL_ROW, r->b->index);
    return entry ? entry->item : GJ_NOT_FOUND;
}

/* Words of line `first`, or of a whole header, are above the row to come. */
static gj_status put_above(gj_block_reader *r, const gj_header_words *words, size_t first, bool all)
{
    for (size_t i = 0; i < words->count && (all || words->items[i].line == first); i++) {
        gj_header_word *added = GJ_PUSH(r->b->arena, &r->above);
        if (!added)
            return gj_fail_nomem(r->b->err);
        *added = words->items[i];
    }
    return GJ_OK;
}

/* Bind line `*index`, or the header that begins there; *index moves past what was used. */
static gj_status take_line(gj_block_reader *r, size_t *index)
{
    gj_table_binder *b = r->b;
    size_t first = (*index)++;
    const gj_view_line *line = &b->view->lines[first];
    gj_header_words words = { .count = 0 };
    if (gj_view_empty(line)) {
        gj_extra_line extra = gj_extra_here(b);
        return gj_extra_add_line(&extra, line);
    }
    gj_block_line parts = gj_block_take_apart(b, line);
    bool block = note_blocks(r, line), header = false;
    size_t end = parts.figures || parts.row ? first : header_end(b, first);
    if (block && r->above.count)
        GJ_TRY(keep_above(r));
    if (end > first) {
        GJ_TRY(gj_header_words_read(b, first, end, &words));
        header = gj_block_read_header(r, &words, end);
    }
    if (!header && end == first + 1 && end < b->view->count && !block)
        header = gj_block_take_unknown(r, &words, first, &b->view->lines[end]);
    if (header) {
        *index = end;
        return put_above(r, &words, first, true);
    }
    size_t row = parts.own ? find_row(r, &parts.own->label) : GJ_NOT_FOUND;
    if (row == GJ_NOT_FOUND)
        return block && !parts.figures ? put_above(r, &words, first, false)
                                       : gj_table_unbound(b, line, "unbound_row", false);
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
    gj_block_reader r = { .b = b, .block = GJ_NOT_FOUND };
    for (size_t i = 0; i < b->form->row_count; i++)
        b->table->block_seen[i] = !b->form->rows[i].block.len;
    for (size_t l = 0; l < b->view->count;)
        GJ_TRY(take_line(&r, &l));
    GJ_TRY(keep_above(&r));
    b->table->columns_in_order = columns_ordered(b);
    gj_table_finish_rows(b);
    return GJ_OK;
}
