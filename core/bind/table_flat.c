/* All rows of the form side by side: a header of two levels over several lines, and one line of values (table 4). */
#include "table_extra.h"

#define MAX_LEAVES (GJ_MAX_FORM_COLUMNS * 8)

/* A column of the table as written: one cell of the form. */
typedef struct leaf {
    size_t slot, row, column; /* row GJ_NOT_FOUND: no group is known for it */
    size_t line;
    gj_text text;
} leaf;

/* A word that names a group (a row of the form). */
typedef struct group {
    size_t line, slot, row;
} group;

typedef struct flat_reader {
    gj_table_binder *b;
    size_t first_data;
    group groups[MAX_LEAVES];
    size_t group_count;
    leaf leaves[MAX_LEAVES];
    size_t leaf_count;
} flat_reader;

/* The first line that has figures or, the header once over, nothing but blanks. */
static size_t first_data_line(const gj_table_binder *b)
{
    size_t words = 0;
    for (size_t l = 0; l < b->view->count; l++) {
        const gj_view_line *line = &b->view->lines[l];
        bool worded = false;
        for (size_t s = 0; s < line->count; s++) {
            if (gj_view_figure(line->slots[s]) && !gj_view_empty(line))
                return l;
            worded = worded || gj_view_worded(line->slots[s]);
        }
        words += worded;
    }
    size_t l = b->view->count; /* no figure at all: the blank lines at the end */
    while (l && gj_view_empty(&b->view->lines[l - 1]))
        l--;
    return words ? l : b->view->count;
}

/* The groups named in the header. They are the table's rows: present where their name stands. */
static void read_groups(flat_reader *r)
{
    gj_table_binder *b = r->b;
    for (size_t l = 0; l < r->first_data; l++) {
        const gj_view_line *line = &b->view->lines[l];
        for (size_t s = 0; s < line->count; s++) {
            if (!gj_view_new_words(line, s) || r->group_count == MAX_LEAVES)
                continue;
            const gj_label_entry *entry = gj_label_find_in(b->labels, &line->slots[s]->label, GJ_LABEL_ROW, b->index);
            if (!entry)
                continue;
            r->groups[r->group_count++] = (group){ l, s, entry->item };
            if (!b->table->rows[entry->item].present)
                gj_table_enter_row(b, entry->item, &line->slots[s]->cell->text, line->span);
        }
    }
}

/* The group over a leaf: the one in the lines above that begins in its slot or nearest to its left. */
static size_t group_over(const flat_reader *r, size_t line, size_t slot)
{
    const group *best = NULL;
    for (size_t i = 0; i < r->group_count; i++) {
        const group *g = &r->groups[i];
        if (g->line <= line && g->slot <= slot && (!best || g->slot >= best->slot))
            best = g;
    }
    return best ? best->row : GJ_NOT_FOUND;
}

static void add_leaf(flat_reader *r, const gj_header_word *word)
{
    for (size_t i = 0; i < r->leaf_count; i++)
        if (r->leaves[i].slot == word->slot && r->leaves[i].column == word->column)
            return; /* a header cell that a flattened merge repeats below itself */
    if (r->leaf_count == MAX_LEAVES)
        return;
    size_t at = r->leaf_count++;
    for (; at && r->leaves[at - 1].slot > word->slot; at--)
        r->leaves[at] = r->leaves[at - 1];
    r->leaves[at] = (leaf){ word->slot, group_over(r, word->line, word->slot), word->column, word->line, word->text };
}

/* A group's name, or what the form prints over several groups. */
static bool names_groups(const gj_table_binder *b, const gj_label *label)
{
    for (size_t i = 0; i < b->form->group_count; i++)
        if (gj_slice_equal(b->form->groups[i].key, label->key))
            return true;
    return gj_label_find_in(b->labels, label, GJ_LABEL_ROW, b->index);
}

static gj_status read_leaves(flat_reader *r)
{
    gj_header_words words;
    GJ_TRY(gj_header_words_read(r->b, 0, r->first_data, &words));
    for (size_t i = 0; i < words.count; i++) {
        gj_header_word *word = &words.items[i];
        word->kept = word->column != GJ_NOT_FOUND || names_groups(r->b, &word->label);
        if (!word->used && word->column != GJ_NOT_FOUND)
            add_leaf(r, word);
    }
    gj_extra_line extra = gj_extra_in_header(r->b);
    return gj_extra_add_words(&extra, &words, false);
}

/* Each leaf is another cell of the form. */
static bool all_differ(const flat_reader *r)
{
    for (size_t i = 0; i < r->leaf_count; i++) {
        if (r->leaves[i].row == GJ_NOT_FOUND)
            return false;
        for (size_t k = 0; k < i; k++)
            if (r->leaves[k].row == r->leaves[i].row && r->leaves[k].column == r->leaves[i].column)
                return false;
    }
    return true;
}

/* The header names all columns once for each group, one group after the other: then the first time is the leftmost group's, wherever
 * merged cells that are wrong, or words set in the middle of blanks, put the groups' names. */
static void take_runs(flat_reader *r)
{
    const gj_form_table *form = r->b->form;
    size_t rows[GJ_MAX_FORM_ROWS], count = 0, slot = 0;
    if (r->leaf_count != form->row_count * form->column_count || all_differ(r))
        return;
    for (size_t i = 0; i < r->leaf_count; i++)
        if (r->leaves[i].column != i % form->column_count || (i && r->leaves[i].slot == r->leaves[i - 1].slot))
            return;
    for (size_t i = 0; i < r->group_count; i++) {
        size_t at = r->groups[i].slot;
        if (count == form->row_count || (count && at <= slot))
            return;
        slot = at;
        rows[count++] = r->groups[i].row;
    }
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++)
            if (rows[k] == rows[i])
                return;
    for (size_t i = 0; i < r->leaf_count && count == form->row_count; i++)
        r->leaves[i].row = rows[i / form->column_count];
}

/* A table without some of the form's columns: every slot of the header and of the line of values has its leaf, so that nothing is
 * left to be guessed. */
static bool is_headed(const flat_reader *r, size_t line)
{
    const gj_view *view = r->b->view;
    if (line >= view->count || !r->leaf_count || view->lines[line].count != r->leaf_count || !all_differ(r))
        return false;
    for (size_t i = 0; i < r->leaf_count; i++)
        if (r->leaves[i].slot != i || view->lines[r->leaves[i].line].count != r->leaf_count ||
            !gj_view_begins(&view->lines[line], i))
            return false;
    return true;
}

/* Words are missing or broken beyond repair: what is left must at least follow the form's order. */
static bool follows_form(const flat_reader *r)
{
    const gj_form_table *form = r->b->form;
    size_t next = 0;
    for (size_t i = 0; i < r->leaf_count; i++) {
        while (next < form->row_count * form->column_count && next % form->column_count != r->leaves[i].column)
            next++;
        if (next == form->row_count * form->column_count)
            return false;
        next++;
    }
    return true;
}

/* What the header showed, per cell of the form. */
static void note_header(flat_reader *r)
{
    gj_bound_table *table = r->b->table;
    size_t columns = r->b->form->column_count, order = 0, last = 0;
    table->columns_in_order = true;
    for (size_t i = 0; i < r->leaf_count; i++) {
        const leaf *l = &r->leaves[i];
        gj_bound_column *column = &table->columns[l->column];
        if (!column->present)
            *column = (gj_bound_column){ true, order++, l->text };
        if (i && l->slot == r->leaves[i - 1].slot && r->b->view->lines[l->line].grid->ground != GJ_GRID_MARKED)
            table->columns_in_order = false; /* which of the two comes first is not known */
        if (l->row == GJ_NOT_FOUND)
            continue;
        size_t at = l->row * columns + l->column;
        table->header_seen[at] = true;
        table->headers[at] = l->text;
        if (at < last)
            table->columns_in_order = false;
        last = at;
    }
}

/* Where the values of a line begin: after the words before its first figure. */
static size_t values_begin(const gj_view_line *line)
{
    size_t from = 0;
    for (size_t s = 0; s < line->count && !gj_view_figure(line->slots[s]); s++)
        if (gj_view_worded(line->slots[s]))
            from = s + 1;
    return from < line->count ? from : 0;
}

/* The words before the values of the lines up to `end` are no figures: they go with the header, as does a page number. */
static gj_status keep_labels(flat_reader *r, size_t end)
{
    gj_extra_line extra = gj_extra_in_header(r->b);
    for (size_t l = r->first_data; l < end; l++) {
        const gj_view_line *line = &r->b->view->lines[l];
        size_t words = gj_view_empty(line) ? line->count : values_begin(line);
        for (size_t s = 0; s < words; s++)
            if (gj_view_worded(line->slots[s]) && gj_view_begins(line, s))
                GJ_TRY(gj_extra_add(&extra, line->slots[s]->cell->text.text));
    }
    return GJ_OK;
}

/* A line that holds no value: a page number, blanks that are too few for the form, or any after values that a page break cut in two. */
static bool holds_none(const gj_view_line *line, size_t wanted, bool begun)
{
    bool written = false;
    for (size_t s = 0; s < line->count; s++)
        written = written || gj_view_written(line->slots[s]);
    return gj_view_empty(line) && (begun || written || line->count < wanted);
}

/* The line of values; one that a page break cut in two is joined where the parts make it whole and nothing stands between. */
static bool find_values(flat_reader *r, size_t wanted, gj_values *out, size_t *line)
{
    const gj_view *view = r->b->view;
    out->count = 0;
    for (size_t l = r->first_data; l < view->count; l++) {
        if (holds_none(&view->lines[l], wanted, out->count > 0))
            continue;
        gj_values next;
        gj_view_values(&view->lines[l], values_begin(&view->lines[l]), &next);
        *line = l;
        if (!out->count) {
            bool whole = gj_values_narrow(&next, wanted);
            *out = next;
            if (whole)
                return true;
            continue;
        }
        gj_values_narrow(&next, wanted - (out->count < wanted ? out->count : wanted));
        bool fits = out->count + next.count == wanted;
        for (size_t i = 0; i < next.count && out->count < GJ_MAX_TABLE_COLUMNS; i++)
            out->cells[out->count++] = next.cells[i];
        return fits;
    }
    return false;
}

/* Cells without a value stay missing. `by_header`: each value is its leaf's; else they follow the form. */
static void fill(flat_reader *r, const gj_values *values, bool by_header)
{
    gj_table_binder *b = r->b;
    for (size_t i = 0; i < values->count; i++) {
        size_t row = by_header ? r->leaves[i].row : i / b->form->column_count;
        size_t column = by_header ? r->leaves[i].column : i % b->form->column_count;
        gj_table_fill(gj_table_cell_at(b, row, column), values->cells[i]);
        b->table->rows[row].cells_found++;
    }
}

/* Rows after the values: whether each has all its cells. Where they could not be placed, all are unread. */
static void close_rows(flat_reader *r, const gj_values *values, bool placed)
{
    gj_table_binder *b = r->b;
    for (size_t row = 0; row < b->form->row_count; row++) {
        gj_bound_row *bound = &b->table->rows[row];
        b->table->block_seen[row] = bound->present;
        if (!bound->present && (placed ? bound->cells_found : values->count))
            gj_table_enter_row(b, row, &(gj_text){ .runs = NULL }, b->table->span);
        bound->complete = bound->cells_found == b->form->column_count;
        if (placed)
            continue;
        for (size_t c = 0; c < b->form->column_count; c++)
            *gj_table_cell_at(b, row, c) =
                (gj_cell){ .kind = GJ_CELL_UNREAD, .span = bound->present ? bound->span : b->table->span };
    }
}

gj_status gj_bind_flat(gj_table_binder *b)
{
    flat_reader *r = GJ_NEW(b->arena, flat_reader);
    gj_values *values = GJ_NEW(b->arena, gj_values);
    if (!r || !values)
        return gj_fail_nomem(b->err);
    r->b = b;
    r->first_data = first_data_line(b);
    size_t wanted = b->form->row_count * b->form->column_count, line = r->first_data;
    read_groups(r);
    GJ_TRY(read_leaves(r));
    take_runs(r);
    note_header(r);
    bool complete = r->leaf_count == wanted && all_differ(r), whole = find_values(r, wanted, values, &line);
    bool headed = !whole && line == r->first_data && is_headed(r, line);
    if (headed)
        gj_view_values(&b->view->lines[line], 0, values);
    else
        GJ_TRY(keep_labels(r, values->count ? line + 1 : r->first_data));
    bool placed = headed || (whole && (complete || follows_form(r)));
    for (size_t i = 0; i < values->count && placed; i++)
        placed = !gj_view_merged(values->cells[i]);
    b->table->value_count = values->count;
    if (placed)
        fill(r, values, complete || headed);
    close_rows(r, values, placed);
    if (!placed) {
        gj_report_notice(b->arena, b->report, "unread_row", values->count ? b->view->lines[line].span : b->table->span,
                         (gj_slice){ NULL, 0 }, b->form->name.zh, "数据行的格数与格式不符，没有读取",
                         "the line of values has not the form's number of cells and was not read");
        GJ_TRY(gj_table_keep_values(b, values, &b->table->unread, &b->table->unread_count));
    }
    for (size_t l = line + 1; l < b->view->count; l++) {
        gj_extra_line extra = gj_extra_here(b);
        if (gj_view_empty(&b->view->lines[l]))
            GJ_TRY(gj_extra_add_line(&extra, &b->view->lines[l]));
        else
            GJ_TRY(gj_table_unbound(b, &b->view->lines[l], "unbound_row", false));
    }
    gj_table_finish_rows(b);
    return GJ_OK;
}
