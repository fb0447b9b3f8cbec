#include "table_words.h"

#define MAX_PIECES 6 /* lines over which one header word may be broken */

static gj_status collect(gj_table_binder *b, size_t first, size_t end, gj_header_words *out)
{
    if (end - first > GJ_MAX_HEADER_LINES)
        end = first + GJ_MAX_HEADER_LINES;
    for (size_t l = first; l < end; l++) {
        const gj_view_line *line = &b->view->lines[l];
        for (size_t s = 0; s < line->count; s++) {
            const gj_view_cell *cell = line->slots[s];
            if (!gj_view_worded(cell) || !gj_view_begins(line, s) || out->count == GJ_MAX_HEADER_WORDS)
                continue;
            gj_header_word *word =
                gj_list_grow(b->arena, (void **)(void *)&out->items, &out->count, &out->room, sizeof *word);
            if (!word)
                return gj_fail_nomem(b->err);
            const gj_label_entry *entry = gj_label_find_in(b->labels, &cell->label, GJ_LABEL_COLUMN, b->index);
            *word = (gj_header_word){
                cell->cell->text, cell->label, cell, l, s, entry ? entry->item : GJ_NOT_FOUND, false, false
            };
        }
    }
    return GJ_OK;
}

/* Whether a column's label begins with the key and goes on after it. */
static bool begins_column(const gj_form_table *form, gj_slice key)
{
    for (size_t i = 0; i < form->column_count; i++)
        if (form->columns[i].label.len > key.len && gj_slice_starts(form->columns[i].label, key))
            return true;
    return false;
}

/* Whether a column's label begins with the one key and then the other. */
static bool continues_column(const gj_form_table *form, gj_slice key, gj_slice next)
{
    for (size_t i = 0; i < form->column_count; i++) {
        gj_slice label = form->columns[i].label;
        if (gj_slice_starts(label, key) && gj_slice_starts(gj_slice_sub(label, key.len, label.len), next))
            return true;
    }
    return false;
}

/* Add to the word the next piece from a later line, one that makes it a column's label or at least the beginning of one. Pieces
 * in the same slot come first, then the others in order. False: there is none. */
static bool add_piece(gj_table_binder *b, gj_header_words *words, size_t index, size_t *line, bool *failed)
{
    gj_header_word *word = &words->items[index];
    for (int pass = 0; pass < 4; pass++) {
        bool whole = pass < 2, same_slot = pass % 2 == 0;
        for (size_t i = index + 1; i < words->count; i++) {
            gj_header_word *piece = &words->items[i];
            if (piece->used || piece->column != GJ_NOT_FOUND || piece->line <= *line ||
                (same_slot && piece->slot != word->slot))
                continue;
            if (!continues_column(b->form, word->label.key, piece->label.key))
                continue;
            gj_label joined;
            if (!gj_label_join(b->arena, &word->label, &piece->label, &joined)) {
                *failed = true;
                return false;
            }
            const gj_label_entry *entry = gj_label_find_in(b->labels, &joined, GJ_LABEL_COLUMN, b->index);
            if (whole ? !entry : !begins_column(b->form, joined.key))
                continue;
            if (!gj_text_join(b->arena, &word->text, &piece->text, &word->text)) {
                *failed = true;
                return false;
            }
            word->label = joined;
            word->column = entry ? entry->item : GJ_NOT_FOUND;
            piece->used = true;
            *line = piece->line;
            return true;
        }
    }
    return false;
}

static gj_status join_pieces(gj_table_binder *b, gj_header_words *words)
{
    for (size_t i = 0; i < words->count; i++) {
        gj_header_word *word = &words->items[i];
        bool failed = false;
        size_t line = word->line;
        if (word->used || !begins_column(b->form, word->label.key))
            continue;
        for (size_t pieces = 1; pieces < MAX_PIECES && word->column == GJ_NOT_FOUND; pieces++)
            if (!add_piece(b, words, i, &line, &failed))
                break;
        if (failed)
            return gj_fail_nomem(b->err);
    }
    return GJ_OK;
}

gj_status gj_header_words_read(gj_table_binder *b, size_t first, size_t end, gj_header_words *out)
{
    *out = (gj_header_words){ 0 };
    GJ_TRY(collect(b, first, end, out));
    GJ_TRY(join_pieces(b, out));
    gj_label last = { .number = 0 }; /* the word asked for last: a flattened merge repeats it */
    for (size_t i = 0; i < out->count; i++) {
        gj_header_word *word = &out->items[i];
        if (word->used || word->column != GJ_NOT_FOUND || gj_label_equal(&word->label, &last))
            continue;
        last = word->label;
        if (gj_label_find_in(b->labels, &word->label, GJ_LABEL_ROW, b->index) ||
            gj_label_find_in(b->labels, &word->label, GJ_LABEL_BLOCK, b->index))
            continue;
        const gj_label_entry *entry = gj_label_nearest(b->labels, &word->label, GJ_LABEL_COLUMN, b->index);
        if (entry) {
            word->column = entry->item;
            word->near = true;
            last.key.len = 0; /* the next of its kind is looked up again */
        }
    }
    return GJ_OK;
}
