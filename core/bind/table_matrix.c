/* A header of columns and one line a row (table 3). */
#include "table_matrix.h"

#include "table_extra.h"
#include "table_note.h"

/* The first line of figures, or with a row's label. */
static size_t first_data_line(const gj_table_binder *b)
{
    for (size_t l = 0; l < b->view->count; l++) {
        const gj_view_line *line = &b->view->lines[l];
        for (size_t s = 0; s < line->count; s++) {
            const gj_view_cell *cell = line->slots[s];
            if (gj_view_figure(cell))
                return l;
            if (gj_view_worded(cell) && gj_label_find_in(b->labels, &cell->label, GJ_LABEL_ROW, b->index) &&
                !gj_label_find_in(b->labels, &cell->label, GJ_LABEL_COLUMN, b->index))
                return l;
        }
    }
    return b->view->count;
}

/* A word no column's label is near to, in the only place where the only missing column would stand: the column, misspelt. */
static void take_last_column(gj_table_binder *b, gj_header_words *words, gj_matrix *m)
{
    size_t missing = GJ_NOT_FOUND, count = b->form->column_count;
    for (size_t c = 0; c < count; c++) {
        if (m->slot[c] != GJ_NOT_FOUND)
            continue;
        if (missing != GJ_NOT_FOUND)
            return;
        missing = c;
    }
    if (missing == GJ_NOT_FOUND)
        return;
    size_t low = missing ? m->slot[missing - 1] : 0, high = missing + 1 < count ? m->slot[missing + 1] : GJ_NOT_FOUND;
    gj_header_word *only = NULL;
    for (size_t i = 0; i < words->count; i++) {
        gj_header_word *word = &words->items[i];
        bool beside = false; /* a column was found in its line */
        for (size_t c = 0; c < count; c++)
            beside = beside || (m->slot[c] != GJ_NOT_FOUND && m->line[c] == word->line);
        if (word->used || word->column != GJ_NOT_FOUND || !beside || word->slot <= low || word->slot >= high ||
            gj_view_merged(word->cell))
            continue;
        if (only)
            return;
        only = word;
    }
    if (!only)
        return;
    if (only->slot < m->first_slot)
        m->first_slot = only->slot;
    m->slot[missing] = only->slot;
    m->line[missing] = only->line;
    only->kept = true;
    b->table->columns[missing].label = only->text;
}

/* Columns by their place from left to right, and whether that is the form's order. */
static void order_columns(gj_table_binder *b, gj_matrix *m)
{
    b->table->columns_in_order = true;
    m->width = 0;
    for (size_t c = 0; c < b->form->column_count; c++) {
        if (m->slot[c] == GJ_NOT_FOUND)
            continue;
        size_t at = m->width++;
        for (; at && m->slot[m->order[at - 1]] > m->slot[c]; at--)
            m->order[at] = m->order[at - 1];
        if (at + 1 < m->width)
            b->table->columns_in_order = false;
        m->order[at] = c;
    }
    for (size_t i = 0; i < m->width; i++) {
        b->table->columns[m->order[i]].present = true;
        b->table->columns[m->order[i]].order = i;
    }
}

/* A header of two levels read one cell after the other: its first line, with columns before and after the name of a group of others,
 * then the group's own. True where that makes the form's order; the columns are put in it. */
static bool is_two_levels(gj_table_binder *b, gj_matrix *m, const gj_header_words *words)
{
    size_t count = b->form->column_count, before = 0, after = 0;
    while (before < m->width && m->order[before] == before)
        before++;
    if (m->width != count || before == count || !before)
        return false;
    while (before + after < count && m->order[before + after] == m->order[before] + after &&
           m->order[before] + after < count)
        after++;
    if (m->order[before] + after != count)
        return false;
    for (size_t i = before + after; i < count; i++)
        if (m->order[i] != i - after)
            return false;
    size_t names = 0;
    for (size_t i = 0; i < words->count; i++)
        names += !words->items[i].used && words->items[i].slot > m->slot[m->order[before - 1]] &&
                 words->items[i].slot < m->slot[m->order[before]];
    for (size_t c = 0; c < count && names == 1; c++) {
        m->order[c] = c;
        b->table->columns[c].order = c;
    }
    return names == 1;
}

/* Where columns were found by what stands below each other, they are known only when every one of them has its own word; where each
 * cell is a line, only when the words follow the form. */
static void check_places(gj_table_binder *b, gj_matrix *m, const gj_header_words *words)
{
    size_t last = m->width ? m->order[m->width - 1] : 0;
    gj_grid_ground ground = m->width ? b->view->lines[m->line[last]].grid->ground : GJ_GRID_MARKED;
    if (ground == GJ_GRID_STACKED) {
        m->line_width = 0; /* no figure stands under its word */
        if (!b->table->columns_in_order)
            b->table->columns_in_order = is_two_levels(b, m, words);
    }
    for (size_t i = 1; i < m->width && ground != GJ_GRID_STACKED; i++)
        if (m->slot[m->order[i]] == m->slot[m->order[i - 1]]) { /* whose are the figures below? */
            b->table->columns_in_order = false;
            m->width = 0;
        }
    if (ground == GJ_GRID_SPACED && m->width && m->slot[last] - m->slot[m->order[0]] + 1 != m->width)
        b->table->columns_in_order = false;
}

/* All lines with header words are of one width: then a column's slot holds for every line of that width. */
static void find_regular(const gj_table_binder *b, gj_matrix *m)
{
    m->line_width = 0;
    for (size_t i = 0; i < m->width; i++) {
        size_t count = b->view->lines[m->line[m->order[i]]].count;
        if (i && count != m->line_width) {
            m->line_width = 0;
            return;
        }
        m->line_width = count;
    }
}

bool gj_matrix_head(const gj_form_table *form, const gj_label *label)
{
    for (size_t i = 0; i < form->head_count; i++)
        if (gj_slice_equal(form->heads[i].key, label->key))
            return true;
    return false;
}

gj_extra_column *gj_matrix_extra_column(gj_table_binder *b, const gj_matrix *m, size_t slot)
{
    gj_extra_column *column = gj_extra_column_at(b, slot);
    for (size_t i = 0; i < m->width && column; i++)
        if (m->slot[m->order[i]] < slot)
            column->after = m->order[i];
    return column;
}

/* A word in a slot of its own among the columns, where every line has a slot for each. */
static bool heads_extra(const gj_matrix *m, const gj_header_word *word)
{
    bool beside = false;
    for (size_t i = 0; i < m->width; i++)
        beside = beside || m->line[m->order[i]] == word->line;
    return beside && m->line_width && word->slot >= m->first_slot && !gj_view_merged(word->cell);
}

/* What the header says beside the columns, the form's note and its labels over columns. */
static gj_status keep_words(gj_table_binder *b, const gj_matrix *m, gj_header_words *words)
{
    gj_note_in_header(b, words);
    for (size_t i = 0; i < words->count; i++) {
        gj_header_word *word = &words->items[i];
        if (word->column != GJ_NOT_FOUND)
            word->kept = b->table->columns[word->column].present;
        else if (!word->kept)
            word->kept = gj_matrix_head(b->form, &word->label);
        if (word->kept || word->used || !heads_extra(m, word))
            continue;
        gj_extra_column *column = gj_matrix_extra_column(b, m, word->slot);
        if (!column)
            return gj_fail_nomem(b->err);
        word->kept = !column->label.len;
        column->label = word->kept ? word->text.text : column->label;
    }
    gj_extra_line extra = gj_extra_in_header(b);
    return gj_extra_add_words(&extra, words, false);
}

static gj_status read_header(gj_table_binder *b, gj_matrix *m)
{
    gj_header_words words;
    m->first_data = first_data_line(b);
    m->first_slot = GJ_NOT_FOUND;
    for (size_t c = 0; c < b->form->column_count; c++)
        m->slot[c] = GJ_NOT_FOUND;
    GJ_TRY(gj_header_words_read(b, 0, m->first_data, &words));
    bool twice[GJ_MAX_FORM_COLUMNS] = { false };
    for (size_t i = 0; i < words.count; i++) {
        const gj_header_word *word = &words.items[i];
        if (word->used || word->column == GJ_NOT_FOUND)
            continue;
        if (word->slot < m->first_slot)
            m->first_slot = word->slot;
        if (m->slot[word->column] == GJ_NOT_FOUND) {
            m->slot[word->column] = word->slot;
            m->line[word->column] = word->line;
            b->table->columns[word->column].label = word->text;
        } else if (m->slot[word->column] != word->slot) {
            twice[word->column] = true;
        }
    }
    for (size_t c = 0; c < b->form->column_count; c++) {
        if (!twice[c])
            continue;
        m->slot[c] = GJ_NOT_FOUND; /* which of them is meant cannot be known */
        gj_report_notice(b->arena, b->report, "duplicate_column", b->view->lines[m->line[c]].span,
                         (gj_slice){ NULL, 0 }, b->form->columns[c].label, "表头里这一列出现了两次，无法确定是哪一列",
                         "the header has this column twice; which one is meant is not certain");
    }
    take_last_column(b, &words, m);
    order_columns(b, m);
    find_regular(b, m);
    check_places(b, m, &words);
    return keep_words(b, m, &words);
}

gj_status gj_bind_matrix(gj_table_binder *b)
{
    gj_matrix m = { .first_data = 0 };
    GJ_TRY(read_header(b, &m));
    for (size_t r = 0; r < b->form->row_count; r++)
        b->table->block_seen[r] = !b->form->rows[r].block.len;
    GJ_TRY(gj_matrix_read_rows(b, &m));
    gj_table_finish_rows(b);
    return GJ_OK;
}
