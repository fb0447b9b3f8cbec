#include "table_note.h"

/* The form's note, or a text near to it (a character mistyped). Only texts of about its length are compared. */
static bool is_note(const gj_table_binder *b, const gj_label *label)
{
    if (gj_label_find_in(b->labels, label, GJ_LABEL_NOTE, b->index))
        return true;
    size_t length = b->form->note.len;
    return label->key.len >= length / 2 && label->key.len <= length * 3 / 2 &&
           gj_label_nearest(b->labels, label, GJ_LABEL_NOTE, b->index);
}

/* Look for it in a text; where it is, that is the note as written. */
static void look_for_note(gj_table_binder *b, gj_slice text, bool *failed)
{
    gj_label label;
    if (text.len < b->form->note.len / 2 || text.len > b->form->note.len * 3)
        return;
    *failed = !gj_label_read(b->arena, text, &label);
    b->table->note_seen = !*failed && is_note(b, &label);
    b->table->note = b->table->note_seen ? text : (gj_slice){ NULL, 0 };
}

void gj_note_in_header(gj_table_binder *b, gj_header_words *words)
{
    for (size_t i = 0; i < words->count && b->form->note.len && !b->table->note_seen; i++) {
        gj_header_word *word = &words->items[i];
        if (word->used || word->column != GJ_NOT_FOUND || !is_note(b, &word->label))
            continue;
        word->kept = true;
        b->table->note_seen = true;
        b->table->note = word->text.text;
    }
}

static void look_in_line(gj_table_binder *b, const gj_view_line *line)
{
    for (size_t s = 0; s < line->count && !b->table->note_seen; s++) {
        if (!gj_view_worded(line->slots[s]) || !is_note(b, &line->slots[s]->label))
            continue;
        b->table->note_seen = true;
        b->table->note = line->slots[s]->cell->text.text;
    }
}

gj_status gj_note_find(gj_table_binder *b)
{
    bool failed = false;
    if (!b->form->note.len || b->table->note_seen)
        return GJ_OK;
    for (size_t l = 0; l < b->view->count && !b->table->note_seen; l++) {
        const gj_view_line *line = &b->view->lines[l];
        if (!l || b->view->lines[l - 1].grid != line->grid)
            look_for_note(b, line->grid->caption, &failed);
        look_in_line(b, line);
        if (l > b->form->row_count)
            break;
    }
    for (size_t i = 0; i < b->report->paragraph_count && !b->table->note_seen && !failed; i++)
        if (b->report->paragraphs[i].section == b->table->section)
            look_for_note(b, b->report->paragraphs[i].text->text, &failed);
    return failed ? gj_fail_nomem(b->err) : GJ_OK;
}
