/* Lines of a table of blocks, and the headers over its rows. */
#include "table_blocks.h"

gj_block_line gj_block_take_apart(const gj_table_binder *b, const gj_view_line *line)
{
    gj_block_line out = { .value_slot = line->count };
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

bool gj_block_is_title(const gj_table_binder *b, const gj_label *label)
{
    return gj_label_find_in(b->labels, label, GJ_LABEL_BLOCK, b->index) != NULL;
}

/* The row whose label stands in a line, or GJ_NOT_FOUND. */
static size_t row_of(const gj_table_binder *b, const gj_view_line *line)
{
    gj_block_line parts = gj_block_take_apart(b, line);
    return parts.row ? gj_label_find_in(b->labels, &parts.own->label, GJ_LABEL_ROW, b->index)->item : GJ_NOT_FOUND;
}

static void sort_heads(gj_block_reader *r)
{
    for (size_t i = 1; i < r->head_count; i++) {
        gj_block_head moved = r->heads[i];
        size_t at = i;
        for (; at && r->heads[at - 1].slot > moved.slot; at--)
            r->heads[at] = r->heads[at - 1];
        r->heads[at] = moved;
    }
}

/* The word over the labels is the form's, or else none of it. */
static void keep_corner(const gj_table_binder *b, const gj_header_words *words, size_t slot)
{
    for (size_t i = 0; i < words->count; i++)
        if (words->items[i].slot == slot && words->items[i].kept)
            words->items[i].kept = gj_slice_equal(words->items[i].text.text, b->form->corner);
}

bool gj_block_read_header(gj_block_reader *r, const gj_header_words *words, size_t end)
{
    gj_table_binder *b = r->b;
    size_t line = GJ_NOT_FOUND;
    for (size_t i = 0; i < words->count && line == GJ_NOT_FOUND; i++)
        if (!words->items[i].used && words->items[i].column != GJ_NOT_FOUND)
            line = words->items[i].line;
    if (line == GJ_NOT_FOUND)
        return false;
    r->head_count = 0;
    for (size_t i = 0; i < words->count && r->head_count < GJ_BLOCK_HEADS; i++) {
        gj_header_word *word = &words->items[i];
        bool beside = word->line == line && !gj_block_is_title(b, &word->label);
        word->kept = !word->used && (word->column != GJ_NOT_FOUND || beside);
        if (word->kept)
            r->heads[r->head_count++] = (gj_block_head){ word->text, word->slot, word->column };
    }
    sort_heads(r);
    /* As many words as the row below has values (or the block's rows, where none is known): the cell over the labels is blank. */
    size_t row = end < b->view->count ? row_of(b, &b->view->lines[end]) : GJ_NOT_FOUND;
    row = row == GJ_NOT_FOUND ? r->block : row;
    bool all_values = row != GJ_NOT_FOUND && r->head_count <= gj_form_row_width(b->form, row);
    if (r->heads[0].column == GJ_NOT_FOUND && !all_values) {
        keep_corner(b, words, r->heads[0].slot);
        r->head_count--;
        memmove(r->heads, r->heads + 1, r->head_count * sizeof *r->heads);
    }
    r->line_width = b->view->lines[line].count;
    return true;
}

bool gj_block_take_unknown(gj_block_reader *r, const gj_header_words *words, size_t line, const gj_view_line *next)
{
    gj_table_binder *b = r->b;
    const gj_view_line *header = &b->view->lines[line];
    size_t row = row_of(b, next);
    if (row == GJ_NOT_FOUND)
        return false;
    gj_block_head heads[GJ_BLOCK_HEADS];
    size_t count = 0;
    for (size_t s = 0; s < header->count; s++)
        if (gj_view_new_words(header, s)) {
            if (count == GJ_BLOCK_HEADS)
                return false;
            heads[count++] = (gj_block_head){ header->slots[s]->cell->text, s, GJ_NOT_FOUND };
        }
    if (count != gj_form_row_width(b->form, row) + 1)
        return false;
    r->head_count = count - 1;
    memcpy(r->heads, heads + 1, r->head_count * sizeof *heads);
    r->line_width = header->count;
    for (size_t i = 0; i < words->count; i++)
        words->items[i].kept = true;
    keep_corner(b, words, heads[0].slot);
    return true;
}

size_t gj_block_columns(const gj_form_table *form, size_t row, size_t columns[GJ_BLOCK_HEADS])
{
    size_t count = 0;
    for (size_t c = 0; c < form->column_count && count < GJ_BLOCK_HEADS; c++)
        if (form->rows[row].columns >> c & 1)
            columns[count++] = c;
    return count;
}

/* Several heads that are not recognised, but as many as the row has columns, and those that are recognised stand in their place: the others do
 * so, too. */
static bool match_by_place(const gj_block_reader *r, size_t row, size_t columns[GJ_BLOCK_HEADS])
{
    bool known = false, fits = gj_block_columns(r->b->form, row, columns) == r->head_count;
    for (size_t i = 0; i < r->head_count && fits; i++) {
        known = known || r->heads[i].column != GJ_NOT_FOUND;
        fits = r->heads[i].column == GJ_NOT_FOUND || r->heads[i].column == columns[i];
    }
    return fits && known;
}

bool gj_block_match(const gj_block_reader *r, size_t row, size_t columns[GJ_BLOCK_HEADS])
{
    unsigned long left = r->b->form->rows[row].columns;
    size_t unknown = GJ_NOT_FOUND, width = gj_form_row_width(r->b->form, row);
    if (!r->head_count || r->head_count > width)
        return false;
    for (size_t i = 0; i < r->head_count; i++) {
        columns[i] = r->heads[i].column;
        if (columns[i] == GJ_NOT_FOUND && unknown != GJ_NOT_FOUND)
            return match_by_place(r, row, columns);
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
