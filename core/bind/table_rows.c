/* The rows of a matrix: its lines one after the other, blocks opened, labels and figures put together. */
#include "table_extra.h"
#include "table_matrix.h"

#define SHORTEST_BLOCK 6 /* bytes of the beginning of a block's label: two characters */

/* The first row of the block whose label this is, GJ_NOT_FOUND for none. A label merged over many rows may be broken by a page end, or stand in
 * pieces beside its rows: its beginning, with its number, is enough. */
static size_t block_of(const gj_row_reader *r, const gj_label *label)
{
    const gj_label_entry *entry = gj_label_find_in(r->b->labels, label, GJ_LABEL_BLOCK, r->b->index);
    const gj_form_table *form = r->b->form;
    if (entry || label->style != GJ_STYLE_HAN_BRACKET || label->key.len < SHORTEST_BLOCK)
        return entry ? entry->item : GJ_NOT_FOUND;
    for (size_t i = 0; i < form->row_count; i++) {
        gj_label block;
        if (!form->rows[i].block.len || (i && gj_slice_equal(form->rows[i].block, form->rows[i - 1].block)))
            continue;
        if (gj_label_read(r->b->arena, form->rows[i].block, &block) && block.style == label->style &&
            block.number == label->number && gj_slice_starts(block.key, label->key))
            return i;
    }
    return GJ_NOT_FOUND;
}

/* A label that the form prints beside the blocks of several rows. */
static bool is_group(const gj_table_binder *b, const gj_label *label)
{
    for (size_t i = 0; i < b->form->group_count; i++)
        if (gj_slice_equal(b->form->groups[i].key, label->key))
            return true;
    return false;
}

/* The parents before a line's own label open a block. True where the label is one's. */
static bool note_block(gj_row_reader *r, const gj_label *label)
{
    size_t first = block_of(r, label);
    if (first == GJ_NOT_FOUND)
        return false;
    r->block = first;
    const gj_form_row *rows = r->b->form->rows;
    for (size_t i = first; i < r->b->form->row_count && gj_slice_equal(rows[i].block, rows[first].block); i++)
        r->b->table->block_seen[i] = true;
    return true;
}

/* All labels of a line; whether those before its own are the form's. A group's label is seldom new: merged cells share one. */
static void note_labels(gj_row_reader *r, const gj_row_line *line)
{
    r->reworded = false;
    for (size_t k = 0; k < line->label_count; k++) {
        const gj_label *label = &line->labels[k]->label;
        if (note_block(r, label) || k + 1 == line->label_count || (r->group && r->group == label->key.data))
            continue;
        if (is_group(r->b, label))
            r->group = label->key.data;
        else
            r->reworded = true;
    }
}

/* Blank cells before the line's figures that stand where the header has its labels. They may be label cells, and the line one figure
 * short: then what looks like the right number of cells is none. */
static size_t blanks_under_labels(const gj_matrix *m, const gj_row_line *line, const gj_values *values)
{
    size_t count = 0;
    while (count < values->count && line->value_slot + count < m->slot[m->order[0]] &&
           !gj_view_written(values->cells[count]))
        count++;
    return count;
}

/* A value that takes several slots, as where a table's column widths were dragged about: it is its column's where it stands in one line,
 * there are as many values as columns, and its column's word stands over it. */
static bool stands_under(const gj_row_reader *r, const gj_view_cell *value, size_t column)
{
    const gj_matrix *m = r->m;
    const gj_view_cell *head = r->b->view->lines[m->line[column]].slots[m->slot[column]];
    size_t begin = value->cell->column, end = begin + value->cell->colspan;
    return value->cell->rowspan == 1 && head && begin < m->slot[column] + head->cell->colspan && end > m->slot[column];
}

/* Figures of a line that stand under no column of the form. */
static gj_status keep_others(gj_row_reader *r, const gj_row_line *line, size_t row)
{
    const gj_matrix *m = r->m;
    for (size_t s = m->first_slot, next = 0; s < line->line->count; s++) {
        if (next < m->width && m->slot[m->order[next]] == s) {
            next++;
            continue;
        }
        if (!gj_view_written(line->line->slots[s]) || !gj_view_begins(line->line, s))
            continue;
        gj_extra_column *column = gj_matrix_extra_column(r->b, m, s);
        if (!column)
            return gj_fail_nomem(r->b->err);
        column->cells[row] = line->line->slots[s]->cell->text.text;
    }
    return GJ_OK;
}

/* Put the line's values under the columns of the header. */
static gj_status place_values(gj_row_reader *r, const gj_row_line *line, size_t row)
{
    gj_table_binder *b = r->b;
    const gj_matrix *m = r->m;
    gj_bound_row *bound = &b->table->rows[row];
    gj_values values;
    if (line->positional) {
        for (size_t i = 0; i < m->width; i++)
            gj_table_fill(gj_table_cell_at(b, row, m->order[i]), line->line->slots[m->slot[m->order[i]]]);
        bound->cells_found = m->width;
        bound->complete = m->width == b->form->column_count;
        return line->line->count - m->first_slot == m->width ? GJ_OK : keep_others(r, line, row);
    }
    gj_view_values(line->line, line->value_slot, &values);
    size_t unsure = m->width && values.count == m->width ? blanks_under_labels(m, line, &values) : 0;
    values.count -= unsure;
    memmove(values.cells, values.cells + unsure, values.count * sizeof *values.cells);
    bool exact = values.count == m->width;
    bool placed = m->width && !unsure && gj_values_narrow(&values, m->width);
    bound->cells_found = values.count;
    for (size_t i = 0; i < values.count && placed; i++)
        placed = !gj_view_merged(values.cells[i]) || (exact && stands_under(r, values.cells[i], m->order[i]));
    for (size_t i = 0; i < values.count && placed; i++)
        gj_table_fill(gj_table_cell_at(b, row, m->order[i]), values.cells[i]);
    bound->complete = placed && m->width == b->form->column_count;
    if (placed)
        return GJ_OK;
    gj_table_unread_row(b, row);
    return gj_table_keep_values(b, &values, &bound->unread, &bound->unread_count);
}

static bool is_subtotal(const gj_row_reader *r, const gj_row_line *line)
{
    if (!line->label_count)
        return false;
    const gj_label *own = &line->labels[line->label_count - 1]->label;
    if (gj_label_find_in(r->b->labels, own, GJ_LABEL_BLOCK, r->b->index))
        return true;
    const gj_label_entry *entry = gj_label_find_in(r->b->labels, own, GJ_LABEL_ROW, r->b->index);
    return entry && gj_row_block_number(r->b, entry->item, own);
}

/* What waited for figures and got none is said. */
static gj_status drop_waiting(gj_row_reader *r)
{
    const gj_view_line *line = r->waiting.line;
    r->waiting.line = NULL;
    return line ? gj_table_unbound(r->b, line, "unbound_row", false) : GJ_OK;
}

/* Whether the form prints the label before a row, or a longer one of which it is a piece: merged over many rows, it may be broken. */
static bool is_parent(const gj_row_reader *r, const gj_label *label, size_t row, gj_slice block)
{
    const gj_form_table *form = r->b->form;
    for (size_t i = 0; i < form->group_count; i++)
        if (form->groups[i].first <= row && row <= form->groups[i].last &&
            gj_slice_find(form->groups[i].key, label->key, 0) != GJ_NOT_FOUND)
            return true;
    return gj_slice_find(block, label->key, 0) != GJ_NOT_FOUND;
}

/* The labels before a row's own, where they are not what the form prints there. */
static gj_status keep_parents(gj_row_reader *r, const gj_row_line *line, size_t row)
{
    gj_bound_row *bound = &r->b->table->rows[row];
    gj_label block;
    bool printed = true;
    size_t count = line->label_count - 1;
    gj_slice *parents = GJ_ARRAY(r->b->arena, count, gj_slice);
    if (!parents || !gj_label_read(r->b->arena, r->b->form->rows[row].block, &block))
        return gj_fail_nomem(r->b->err);
    for (size_t i = 0; i < count; i++) {
        parents[i] = line->labels[i]->cell->text.text;
        printed = printed && is_parent(r, &line->labels[i]->label, row, block.key);
    }
    bound->parents = printed ? NULL : parents;
    bound->parent_count = printed ? 0 : count;
    return GJ_OK;
}

/* Bind a line that has values, or stands for a row that has none. */
static gj_status bind_line(gj_row_reader *r, size_t *index)
{
    gj_table_binder *b = r->b;
    const gj_row_line *line = &r->lines[*index];
    size_t row = GJ_NOT_FOUND;
    gj_row_reading found = { .with_next = false };
    GJ_TRY(gj_row_find(r, *index, &row, &found));
    if (row != GJ_NOT_FOUND && found.with_waiting)
        r->waiting.line = NULL;
    GJ_TRY(drop_waiting(r));
    if (row == GJ_NOT_FOUND)
        return gj_table_unbound(b, line->line, "unbound_row", is_subtotal(r, line));
    if (b->table->rows[row].present)
        return gj_table_unbound(b, line->line, "duplicate_row", false);
    gj_table_enter_row(b, row, &found.text, line->line->span);
    if (r->reworded && found.text.text.data == line->labels[line->label_count - 1]->cell->text.text.data)
        GJ_TRY(keep_parents(r, line, row));
    GJ_TRY(place_values(r, line, row));
    b->table->value_count += b->table->rows[row].cells_found;
    if (found.with_next)
        ++*index;
    return GJ_OK;
}

/* Known words that are neither a row nor a column: the note, the title of a group of rows. */
static bool is_furniture(const gj_table_binder *b, const gj_label *label)
{
    const gj_label_entry *entry = gj_label_find(b->labels, label);
    for (; entry; entry = entry->next)
        if (entry->table == b->index && entry->kind != GJ_LABEL_ROW)
            return true;
    for (size_t i = 0; i < b->form->anchor_count; i++)
        if (gj_slice_find(label->key, b->form->anchors[i], 0) != GJ_NOT_FOUND)
            return true;
    return false;
}

/* What the form itself prints beside the rows: a block's title, a group's label, the note. */
static bool is_printed(const gj_table_binder *b, const gj_label *label)
{
    return is_group(b, label) || gj_label_find_in(b->labels, label, GJ_LABEL_BLOCK, b->index) ||
           gj_slice_equal(b->form->note, label->key);
}

/* A line of labels only: a block's title, a row without cells, or a piece of a label whose figures stand in another line. */
static gj_status take_label_line(gj_row_reader *r, size_t *index)
{
    const gj_row_line *line = &r->lines[*index];
    const gj_view_cell *own = line->labels[line->label_count - 1];
    const gj_row_line *next = *index + 1 < r->count ? &r->lines[*index + 1] : NULL;
    bool figures_follow = next && next->written && !next->label_count;
    if (!figures_follow && gj_row_pick(r, &own->label) != GJ_NOT_FOUND &&
        !r->b->table->rows[gj_row_pick(r, &own->label)].present)
        return bind_line(r, index);
    if (r->waiting.line && r->waiting.text.text.len + own->cell->text.text.len > GJ_MAX_LABEL)
        GJ_TRY(drop_waiting(r)); /* too much for one label */
    if (r->waiting.line) {
        gj_row_reading first = { .label = r->waiting.label, .text = r->waiting.text }, joined;
        if (!gj_row_join(r, first, &own->label, &own->cell->text, &joined))
            return gj_fail_nomem(r->b->err);
        r->waiting.label = joined.label;
        r->waiting.text = joined.text;
    } else if (figures_follow || !is_furniture(r->b, &own->label)) {
        r->waiting = (gj_row_pending){ own->label, own->cell->text, line->line };
    } else if (!is_printed(r->b, &own->label)) {
        gj_extra_line extra = gj_extra_here(r->b);
        return gj_extra_add(&extra, own->cell->text.text);
    }
    return GJ_OK;
}

/* A line of the view that is none of `lines`: lines of one repeated header are one, for its words may be broken over them. */
static gj_status skip_line(gj_row_reader *r, size_t line, bool header)
{
    gj_row_skipped *last = r->skipped.count ? &r->skipped.items[r->skipped.count - 1] : NULL;
    if (last && header && last->header && last->end == line) {
        last->end++;
        return GJ_OK;
    }
    last = GJ_PUSH(r->b->arena, &r->skipped);
    if (!last)
        return gj_fail_nomem(r->b->err);
    *last = (gj_row_skipped){ .first = line, .end = line + 1, .next = r->count, .header = header };
    return GJ_OK;
}

static gj_status take_lines_apart(gj_row_reader *r)
{
    const gj_view *view = r->b->view;
    r->lines = GJ_ARRAY(r->b->arena, view->count, gj_row_line);
    if (!r->lines)
        return gj_fail_nomem(r->b->err);
    for (size_t l = r->m->first_data; l < view->count; l++) {
        const gj_view_line *line = &view->lines[l];
        bool empty = gj_view_empty(line);
        if (empty || gj_row_repeats_header(r, line))
            GJ_TRY(skip_line(r, l, !empty));
        else
            gj_row_take_apart(r, line, &r->lines[r->count++]);
    }
    return GJ_OK;
}

/* Keep what was skipped before line `index`. Before the first row the header's columns would be taken for others. */
static gj_status keep_skipped(gj_row_reader *r, size_t index)
{
    for (; r->kept < r->skipped.count && r->skipped.items[r->kept].next <= index; r->kept++) {
        const gj_row_skipped *skipped = &r->skipped.items[r->kept];
        gj_extra_line extra = gj_extra_here(r->b);
        if (!skipped->header) {
            GJ_TRY(gj_extra_add_line(&extra, &r->b->view->lines[skipped->first]));
        } else if (r->b->last_row != GJ_NOT_FOUND) {
            gj_header_words words;
            GJ_TRY(gj_header_words_read(r->b, skipped->first, skipped->end, &words));
            GJ_TRY(gj_extra_add_words(&extra, &words, true));
        }
    }
    return GJ_OK;
}

gj_status gj_matrix_read_rows(gj_table_binder *b, const gj_matrix *m)
{
    gj_row_reader r = { .b = b, .m = m, .block = GJ_NOT_FOUND };
    GJ_TRY(take_lines_apart(&r));
    GJ_KNOWN(!r.count || r.lines);
    for (size_t i = 0; i < r.count; i++) {
        const gj_row_line *line = &r.lines[i];
        GJ_TRY(keep_skipped(&r, i));
        note_labels(&r, line);
        const gj_row_line *next = i + 1 < r.count ? &r.lines[i + 1] : NULL;
        bool blank_row = !line->written && line->positional && !(next && next->written && !next->label_count);
        if (line->written || (blank_row && line->label_count &&
                              gj_row_pick(&r, &line->labels[line->label_count - 1]->label) != GJ_NOT_FOUND))
            GJ_TRY(bind_line(&r, &i));
        else if (line->label_count)
            GJ_TRY(take_label_line(&r, &i));
    }
    GJ_TRY(drop_waiting(&r));
    return keep_skipped(&r, r.count);
}
