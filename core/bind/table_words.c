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
            *word = (gj_header_word){ .text = cell->cell->text,
                                      .label = cell->label,
                                      .cell = cell,
                                      .line = l,
                                      .slot = s,
                                      .column = entry ? entry->item : GJ_NOT_FOUND };
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

/* Whether a label begins with the one key and then the other. */
static bool continues(gj_slice label, gj_slice key, gj_slice next)
{
    return next.len && gj_slice_starts(label, key) && gj_slice_starts(gj_slice_sub(label, key.len, label.len), next);
}

/* Whether a column's label does. */
static bool continues_column(const gj_form_table *form, gj_slice key, gj_slice next)
{
    for (size_t i = 0; i < form->column_count; i++)
        if (continues(form->columns[i].label, key, next))
            return true;
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

/* The form's note, of which `word` is the first line: the lines below it in its slot. They are taken only where they make it whole. */
static gj_status join_note(gj_table_binder *b, gj_header_words *words, size_t index)
{
    gj_header_word whole = words->items[index];
    size_t pieces[MAX_PIECES], count = 0;
    for (size_t i = index + 1; i < words->count && count < MAX_PIECES; i++) {
        const gj_header_word *piece = &words->items[i];
        if (piece->used || piece->slot != whole.slot || !continues(b->form->note, whole.label.key, piece->label.key))
            continue;
        if (!gj_label_join(b->arena, &whole.label, &piece->label, &whole.label) ||
            !gj_text_join(b->arena, &whole.text, &piece->text, &whole.text))
            return gj_fail_nomem(b->err);
        pieces[count++] = i;
    }
    if (!gj_slice_equal(whole.label.key, b->form->note))
        return GJ_OK;
    for (size_t i = 0; i < count; i++)
        words->items[pieces[i]].used = true;
    words->items[index] = whole;
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
        if (b->form->note.len && word->label.key.len && gj_slice_starts(b->form->note, word->label.key)) {
            GJ_TRY(join_note(b, out, i));
            continue;
        }
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
