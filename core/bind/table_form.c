/* Which form a table uses. Reports mix them, so it is read off the table, not off the year. */
#include "table_find.h"

static size_t table_index(const gj_form *form, gj_slice key)
{
    for (size_t t = 0; t < form->table_count; t++)
        if (gj_slice_equal(form->tables[t].key, key))
            return t;
    return GJ_NOT_FOUND;
}

static bool has_mark(const gj_form_table *table, const gj_label *label)
{
    for (size_t i = 0; i < table->mark_count; i++)
        if (gj_slice_find(label->key, table->marks[i], 0) != GJ_NOT_FOUND)
            return true;
    return false;
}

/* Cells of the view that hold a mark of the form's table. */
static size_t count_marks(const gj_view *view, const gj_form *form, gj_slice key)
{
    size_t index = table_index(form, key), count = 0;
    if (index == GJ_NOT_FOUND || !form->tables[index].mark_count)
        return 0;
    for (size_t l = 0; l < view->count; l++)
        for (size_t s = 0; s < view->lines[l].count; s++)
            if (gj_view_new_words(&view->lines[l], s))
                count += has_mark(&form->tables[index], &view->lines[l].slots[s]->label);
    return count;
}

static gj_status bind_shape(gj_table_binder *b)
{
    switch (b->form->shape) {
    case GJ_SHAPE_MATRIX:
        return gj_bind_matrix(b);
    case GJ_SHAPE_BLOCKS:
        return gj_bind_blocks(b);
    case GJ_SHAPE_FLAT:
        return gj_bind_flat(b);
    }
    return GJ_OK;
}

static gj_status bind_under(gj_table_binder *b, const gj_form *form, gj_slice key, gj_span span)
{
    b->row_count = 0;
    memset(&b->unbound, 0, sizeof b->unbound);
    memset(&b->extra, 0, sizeof b->extra);
    memset(&b->extra_columns, 0, sizeof b->extra_columns);
    GJ_TRY(gj_table_prepare(b, form, table_index(form, key)));
    b->table->present = true;
    b->table->layout_known = true;
    b->table->span = span;
    return bind_shape(b);
}

static size_t missing_rows(const gj_bound_table *table)
{
    size_t missing = 0;
    for (size_t i = 0; i < table->form->row_count; i++)
        missing += !table->rows[i].present;
    return missing;
}

/* `other` holds a row that the first form does not have at all, and leaves fewer lines over. */
static bool fits_better(const gj_bound_table *other, const gj_bound_table *first)
{
    if (other->unbound_count >= first->unbound_count)
        return false;
    for (size_t i = 0; i < other->form->row_count; i++)
        if (other->rows[i].present && gj_form_row_index(first->form, other->form->rows[i].key) == GJ_NOT_FOUND)
            return true;
    return false;
}

/* The words decide nothing: try the other forms where the first leaves lines over. What a trial noted is taken back unless it is kept. */
static gj_status try_others(gj_table_binder *b, const gj_form *first, gj_slice key, size_t noted, size_t noted_total)
{
    const gj_forms *forms = b->report->forms;
    gj_span span = b->table->span;
    for (size_t f = 0; f < forms->form_count; f++) {
        const gj_form *form = &forms->forms[f];
        if (form == first || table_index(form, key) == GJ_NOT_FOUND || !b->table->unbound_count ||
            !missing_rows(b->table))
            continue;
        gj_bound_table kept = *b->table;
        size_t count = b->report->notice_count, total = b->report->notice_total;
        GJ_TRY(bind_under(b, form, key, span));
        if (!fits_better(b->table, &kept)) {
            *b->table = kept;
            b->form = kept.form;
            b->labels = kept.form_used->labels;
            b->index = table_index(kept.form_used, key);
            b->report->notice_count = count;
            b->report->notice_total = total;
            continue;
        }
        /* the notices of the first form go, those of this one move up */
        size_t added = b->report->notice_count - count;
        if (added)
            memmove(b->report->notices + noted, b->report->notices + count, added * sizeof *b->report->notices);
        b->report->notice_count = noted + added;
        b->report->notice_total = noted_total + (b->report->notice_total - total);
    }
    return GJ_OK;
}

gj_status gj_table_bind_best(gj_table_binder *b, const gj_form *year_form, gj_slice key)
{
    const gj_forms *forms = b->report->forms;
    const gj_form *best = table_index(year_form, key) == GJ_NOT_FOUND ? NULL : year_form;
    size_t most = best ? count_marks(b->view, best, key) : 0;
    for (size_t f = 0; f < forms->form_count; f++) {
        const gj_form *form = &forms->forms[f];
        if (form == year_form || table_index(form, key) == GJ_NOT_FOUND)
            continue;
        size_t marks = count_marks(b->view, form, key);
        if (!best || marks > most) {
            best = form;
            most = marks;
        }
    }
    GJ_KNOWN(best); /* a ruleset has forms */
    size_t noted = b->report->notice_count, total = b->report->notice_total;
    gj_span span = b->table->span;
    GJ_TRY(bind_under(b, best, key, span));
    return most ? GJ_OK : try_others(b, best, key, noted, total);
}
