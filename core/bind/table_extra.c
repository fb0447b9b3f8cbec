#include "table_extra.h"

static gj_extra_words *entry_of(gj_extra_line *line)
{
    gj_table_binder *b = line->b;
    if (line->begun && line->after != GJ_NOT_FOUND)
        return &b->extra.items[b->extra.count - 1];
    for (size_t i = 0; i < b->extra.count && line->after == GJ_NOT_FOUND; i++)
        if (b->extra.items[i].after == GJ_NOT_FOUND && b->extra.items[i].over == line->over)
            return &b->extra.items[i];
    gj_extra_words *added = GJ_PUSH(b->arena, &b->extra);
    if (added)
        *added = (gj_extra_words){ .after = line->after, .over = line->over };
    return added;
}

gj_status gj_extra_add(gj_extra_line *line, gj_slice word)
{
    gj_table_binder *b = line->b;
    if (!word.len)
        return GJ_OK;
    gj_extra_words *entry = entry_of(line);
    gj_slice *added =
        entry ? gj_list_grow(b->arena, (void **)(void *)&entry->words, &entry->count, &entry->room, sizeof *added)
              : NULL;
    if (!added)
        return gj_fail_nomem(b->err);
    *added = word;
    line->begun = true;
    b->table->extra = b->extra.items;
    b->table->extra_count = b->extra.count;
    return GJ_OK;
}

gj_status gj_extra_add_line(gj_extra_line *line, const gj_view_line *from)
{
    for (size_t s = 0; s < from->count; s++)
        if (gj_view_written(from->slots[s]) && gj_view_begins(from, s))
            GJ_TRY(gj_extra_add(line, from->slots[s]->cell->text.text));
    return GJ_OK;
}

/* Whether the cell to the left of a word says the same: a merged cell that was flattened. */
static bool is_repeat(const gj_view_line *line, const gj_header_word *word)
{
    const gj_view_cell *left = word->slot ? line->slots[word->slot - 1] : NULL;
    return left && gj_slice_equal(left->cell->text.text, word->cell->cell->text.text);
}

gj_status gj_extra_add_words(gj_extra_line *line, const gj_header_words *words, bool all)
{
    const gj_view *view = line->b->view;
    for (size_t i = 0; i < words->count; i++) {
        const gj_header_word *word = &words->items[i];
        if (!word->used && (all || !word->kept) && !is_repeat(&view->lines[word->line], word))
            GJ_TRY(gj_extra_add(line, word->text.text));
    }
    return GJ_OK;
}

gj_extra_column *gj_extra_column_at(gj_table_binder *b, size_t slot)
{
    size_t at = 0;
    while (at < b->extra_columns.count && b->extra_columns.items[at].slot < slot)
        at++;
    if (at < b->extra_columns.count && b->extra_columns.items[at].slot == slot)
        return &b->extra_columns.items[at];
    gj_slice *cells = GJ_ARRAY(b->arena, b->form->row_count, gj_slice);
    if (!cells || !GJ_PUSH(b->arena, &b->extra_columns))
        return NULL;
    gj_extra_column *columns = b->extra_columns.items;
    memmove(columns + at + 1, columns + at, (b->extra_columns.count - 1 - at) * sizeof *columns);
    columns[at] = (gj_extra_column){ .slot = slot, .after = GJ_NOT_FOUND, .cells = cells };
    b->table->extra_columns = columns;
    b->table->extra_column_count = b->extra_columns.count;
    return &columns[at];
}

gj_status gj_extra_add_captions(gj_table_binder *b)
{
    const gj_bound_table *table = b->table;
    gj_extra_line extra = gj_extra_in_header(b);
    for (size_t r = 0; r < b->form->row_count && b->form->shape == GJ_SHAPE_BLOCKS; r++)
        if (table->rows[r].present &&
            (extra.over == GJ_NOT_FOUND || table->rows[r].order < table->rows[extra.over].order))
            extra.over = r;
    for (size_t l = 0; l < b->view->count; l++) {
        const gj_grid *grid = b->view->lines[l].grid;
        if ((!l || b->view->lines[l - 1].grid != grid) && !gj_slice_equal(grid->caption, table->note))
            GJ_TRY(gj_extra_add(&extra, grid->caption));
    }
    return GJ_OK;
}
