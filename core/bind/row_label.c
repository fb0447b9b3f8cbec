/* Which row a line of a matrix is. */
#include "table_matrix.h"

/* A row's label may be a block's label in other words: 「（六）其他」 is the block （六）其他甲, not its row 3.其他. */
bool gj_row_block_number(const gj_table_binder *b, size_t row, const gj_label *label)
{
    gj_label block;
    if (!b->form->rows[row].block.len || label->style != GJ_STYLE_HAN_BRACKET ||
        !gj_label_read(b->arena, b->form->rows[row].block, &block))
        return false;
    return block.style == label->style && block.number == label->number;
}

/* A row in another block than the one under way is meant only where its number says so too: a block's label may be unreadable. */
static bool may_stand_here(const gj_row_reader *r, const gj_label_entry *entry, const gj_label *label)
{
    const gj_form_row *rows = r->b->form->rows;
    if (!rows[entry->item].block.len || r->block == GJ_NOT_FOUND ||
        gj_slice_equal(rows[entry->item].block, rows[r->block].block))
        return true;
    return label->number && label->number == entry->label.number;
}

/* Among several rows of one label: the one in the block under way, else the first not bound yet. */
size_t gj_row_pick(const gj_row_reader *r, const gj_label *label)
{
    const gj_table_binder *b = r->b;
    const gj_label_entry *entry = gj_label_find(b->labels, label);
    size_t first = GJ_NOT_FOUND, unbound = GJ_NOT_FOUND;
    for (; entry; entry = entry->next) {
        if (entry->kind != GJ_LABEL_ROW || entry->table != b->index || gj_row_block_number(b, entry->item, label) ||
            !may_stand_here(r, entry, label))
            continue;
        bool open = !b->table->rows[entry->item].present;
        bool here =
            r->block != GJ_NOT_FOUND && gj_slice_equal(b->form->rows[entry->item].block, b->form->rows[r->block].block);
        if (here && open)
            return entry->item;
        if (open && unbound == GJ_NOT_FOUND)
            unbound = entry->item;
        if (first == GJ_NOT_FOUND)
            first = entry->item;
    }
    return unbound != GJ_NOT_FOUND ? unbound : first;
}

bool gj_row_join(gj_row_reader *r, gj_row_reading a, const gj_label *label, const gj_text *text, gj_row_reading *out)
{
    *out = a;
    return gj_label_join(r->b->arena, &a.label, label, &out->label) &&
           gj_text_join(r->b->arena, &a.text, text, &out->text);
}

/* The label-only line after `index`, a label's last piece; NULL when the next line is none. */
static const gj_view_cell *piece_after(const gj_row_reader *r, size_t index)
{
    if (index + 1 >= r->count)
        return NULL;
    const gj_row_line *next = &r->lines[index + 1];
    return !next->written && next->label_count == 1 ? next->labels[0] : NULL;
}

#define MAX_READINGS 6

/* All ways to read the label of line `index`, the likeliest first: its last label cell, its last two as one, either with what waits
 * before the line or follows after it. Returns how many, or -1 when memory ran out. */
static int read_labels(gj_row_reader *r, size_t index, gj_row_reading out[MAX_READINGS])
{
    const gj_row_line *line = &r->lines[index];
    const gj_view_cell *after = piece_after(r, index);
    int count = 0;
    if (line->label_count) {
        const gj_view_cell *own = line->labels[line->label_count - 1];
        out[count++] = (gj_row_reading){ .label = own->label, .text = own->cell->text };
        if (r->waiting.line) {
            gj_row_reading first = { .label = r->waiting.label, .text = r->waiting.text, .with_waiting = true };
            if (!gj_row_join(r, first, &own->label, &own->cell->text, &out[count++]))
                return -1;
        }
        if (line->label_count > 1) {
            const gj_view_cell *parent = line->labels[line->label_count - 2];
            gj_row_reading first = { .label = parent->label, .text = parent->cell->text };
            if (!gj_row_join(r, first, &own->label, &own->cell->text, &out[count++]))
                return -1;
        }
    } else if (r->waiting.line) {
        out[count++] = (gj_row_reading){ .label = r->waiting.label, .text = r->waiting.text, .with_waiting = true };
    }
    int plain = count;
    for (int i = 0; after && i < plain; i++) {
        out[i].with_next = true; /* copied by the join, taken back here */
        if (!gj_row_join(r, out[i], &after->label, &after->cell->text, &out[count++]))
            return -1;
        out[i].with_next = false;
    }
    return count;
}

/* The row a line is: by a label that is exactly a row's, else by the one row it is clearly near to. `found` is the gj_row_reading used. */
gj_status gj_row_find(gj_row_reader *r, size_t index, size_t *row, gj_row_reading *found)
{
    const gj_row_line *line = &r->lines[index];
    if (line->label_count) { /* nearly always */
        const gj_view_cell *own = line->labels[line->label_count - 1];
        *found = (gj_row_reading){ .label = own->label, .text = own->cell->text };
        *row = gj_row_pick(r, &own->label);
        if (*row != GJ_NOT_FOUND)
            return GJ_OK;
    }
    gj_row_reading ways[MAX_READINGS];
    int count = read_labels(r, index, ways);
    if (count < 0)
        return gj_fail_nomem(r->b->err);
    *row = GJ_NOT_FOUND;
    for (int i = 0; i < count && *row == GJ_NOT_FOUND; i++) {
        *row = gj_row_pick(r, &ways[i].label);
        *found = ways[i];
    }
    for (int i = 0; i < count && *row == GJ_NOT_FOUND; i++) {
        if (gj_label_find_in(r->b->labels, &ways[i].label, GJ_LABEL_BLOCK, r->b->index))
            break; /* a block's own label with figures: an invented subtotal */
        const gj_label_entry *near = gj_label_nearest(r->b->labels, &ways[i].label, GJ_LABEL_ROW, r->b->index);
        if (!near || r->b->table->rows[near->item].present || gj_row_block_number(r->b, near->item, &ways[i].label) ||
            !may_stand_here(r, near, &ways[i].label))
            continue;
        *row = near->item;
        *found = ways[i];
    }
    return GJ_OK;
}
