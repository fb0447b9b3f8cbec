/* A line of a matrix: which of its cells are labels, and where its values stand. */
#include "table_matrix.h"

static void add_label(gj_row_line *out, const gj_view_cell *cell)
{
    if (out->label_count && out->labels[out->label_count - 1] == cell)
        return;
    if (out->label_count == GJ_ROW_LABELS) {
        memmove(out->labels, out->labels + 1, (GJ_ROW_LABELS - 1) * sizeof *out->labels);
        out->label_count--;
    }
    out->labels[out->label_count++] = cell;
}

/* Whether the line's values stand in the slots of the header's columns, with labels and blanks before them and nothing else. */
static bool is_positional(const gj_row_reader *r, const gj_view_line *line)
{
    const gj_matrix *m = r->m;
    if (!m->width || line->count != m->line_width)
        return false;
    bool labelled = false;
    for (size_t s = 0; s < m->first_slot; s++) {
        if (gj_view_figure(line->slots[s]) && labelled)
            return false;
        labelled = labelled || gj_view_worded(line->slots[s]);
    }
    for (size_t i = 0; i < m->width; i++) {
        size_t slot = m->slot[m->order[i]];
        if (!line->slots[slot] || !gj_view_begins(line, slot) || gj_view_merged(line->slots[slot]))
            return false;
    }
    for (size_t s = m->slot[m->order[m->width - 1]] + 1; s < line->count; s++)
        if (gj_view_written(line->slots[s]) && r->m->width == r->b->form->column_count)
            return false; /* a figure to the right of the last column: the line is shifted, or too long */
    return true;
}

/* A cell of the header whose rowspan says that it reaches down to this line. */
static bool is_header_cell(const gj_row_reader *r, const gj_view_line *line, const gj_view_cell *cell)
{
    if (!r->m->first_data)
        return false;
    const gj_view_line *last = &r->b->view->lines[r->m->first_data - 1];
    return last->grid == line->grid && cell->cell->row <= last->row;
}

void gj_row_take_apart(const gj_row_reader *r, const gj_view_line *line, gj_row_line *out)
{
    out->line = line;
    out->positional = is_positional(r, line);
    size_t end = line->count;
    if (out->positional) {
        end = r->m->first_slot;
    } else {
        bool worded = false;
        for (size_t s = 0; s < line->count && end == line->count; s++) {
            if (gj_view_figure(line->slots[s]) && worded)
                end = s;
            worded = worded || gj_view_worded(line->slots[s]);
        }
        if (!worded) /* figures only */
            end = 0;
    }
    out->value_slot = out->positional ? end : 0;
    for (size_t s = 0; s < end; s++) {
        if (!gj_view_worded(line->slots[s]) || is_header_cell(r, line, line->slots[s]))
            continue;
        add_label(out, line->slots[s]);
        if (!out->positional)
            out->value_slot = s + 1;
    }
    for (size_t s = out->value_slot; s < line->count; s++)
        out->written = out->written || gj_view_written(line->slots[s]);
}

/* A column, a label over columns, or the note beside them. */
static bool heads_columns(const gj_row_reader *r, const gj_label *label)
{
    const gj_table_binder *b = r->b;
    return gj_label_find_in(b->labels, label, GJ_LABEL_COLUMN, b->index) ||
           gj_label_find_in(b->labels, label, GJ_LABEL_NOTE, b->index) || gj_matrix_head(b->form, label);
}

/* The next words of the line from slot *s on, NULL at its end. */
static const gj_view_cell *next_words(const gj_view_line *line, size_t *s)
{
    for (; *s < line->count; ++*s)
        if (gj_view_worded(line->slots[*s]) && gj_view_begins(line, *s))
            return line->slots[(*s)++];
    return NULL;
}

/* Two or more words, the same in both lines. */
static bool same_words(const gj_view_line *a, const gj_view_line *b)
{
    size_t at = 0, other = 0, count = 0;
    for (;; count++) {
        const gj_view_cell *x = next_words(a, &at), *y = next_words(b, &other);
        if (!x || !y)
            return x == y && count >= 2;
        if (!gj_slice_equal(x->cell->text.text, y->cell->text.text))
            return false;
    }
}

/* A header line that a page break repeats: two or more of its words, or just the words of one of its lines, and no figure. */
bool gj_row_repeats_header(const gj_row_reader *r, const gj_view_line *line)
{
    size_t named = 0;
    for (size_t s = 0; s < line->count; s++) {
        const gj_view_cell *cell = line->slots[s];
        if (gj_view_figure(cell))
            return false;
        named += gj_view_worded(cell) && gj_view_begins(line, s) && heads_columns(r, &cell->label);
    }
    bool again = named >= 2;
    for (size_t l = 0; l < r->m->first_data && !again; l++)
        again = same_words(&r->b->view->lines[l], line);
    return again;
}
