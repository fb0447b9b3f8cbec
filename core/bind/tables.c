/* From grids and records to the tables of the form. */
#include "loose.h"
#include "table_extra.h"
#include "table_find.h"
#include "table_note.h"

typedef struct tables_binder {
    gj_arena *arena;
    gj_report *report;
    const gj_form *form;
    gj_error *err;
    gj_table_keys keys;
    gj_found_grids grids;
} tables_binder;

#define NO_GRID (GJ_NOT_FOUND - 1)

/* The section whose grids of a key are the table: its own where one stands there, else that of the first. NO_GRID when the table is
 * not there. */
static size_t choose_section(const tables_binder *t, size_t key, gj_slice own)
{
    size_t first = NO_GRID;
    for (size_t i = 0; i < t->grids.count; i++) {
        const gj_found_grid *grid = &t->grids.items[i];
        if (grid->key != key)
            continue;
        if (first == NO_GRID)
            first = grid->section;
        const gj_form_section *form = grid->section == GJ_NOT_FOUND ? NULL : t->report->sections[grid->section].form;
        if (form && gj_slice_equal(form->key, own))
            return grid->section;
    }
    return first;
}

static gj_slice first_words(const gj_view *view)
{
    for (size_t l = 0; l < view->count; l++)
        for (size_t s = 0; s < view->lines[l].count; s++)
            if (gj_view_written(view->lines[l].slots[s]))
                return view->lines[l].slots[s]->cell->text.text;
    return (gj_slice){ NULL, 0 };
}

static void leave_over(tables_binder *t, const gj_found_grid *grid, bool twice)
{
    gj_report_notice(t->arena, t->report, "unbound_table", t->report->document->blocks[grid->block].span,
                     (gj_slice){ NULL, 0 }, first_words(&grid->view),
                     twice ? "这张表在别处已经有了，这里的没有采用" : "这张表不是格式规定的表，没有采用",
                     twice ? "this table stands elsewhere already; this copy was not used"
                           : "this table is not one of the form's and was not used");
}

/* Bind the table at `index` of the report's form from all grids that make it. */
static gj_status bind_table(tables_binder *t, size_t index)
{
    gj_view view = { 0 };
    gj_bound_table *table = &t->report->tables[index];
    gj_table_binder b = { .arena = t->arena, .report = t->report, .err = t->err, .table = table, .view = &view };
    GJ_TRY(gj_table_prepare(&b, t->form, index));
    size_t key = 0;
    while (key < t->keys.count && !gj_slice_equal(t->keys.keys[key], table->form->key))
        key++;
    size_t section = choose_section(t, key, table->form->section), block = GJ_NOT_FOUND;
    if (section == NO_GRID)
        return GJ_OK;
    gj_span span = { 0, 0 };
    for (size_t i = 0; i < t->grids.count; i++) {
        const gj_found_grid *grid = &t->grids.items[i];
        if (grid->key != key)
            continue;
        if (grid->section != section) {
            leave_over(t, grid, true);
            continue;
        }
        gj_span here = t->report->document->blocks[grid->block].span;
        span = block == GJ_NOT_FOUND ? here : (gj_span){ span.begin, here.end };
        block = grid->block;
        t->report->in_table[block] = true;
        GJ_TRY(gj_view_append(t->arena, &view, &grid->view, t->err));
    }
    table->span = span;
    GJ_TRY(gj_table_bind_best(&b, t->form, t->keys.keys[key]));
    if (gj_view_is_loose(&view) && (!gj_table_is_certain(table) || gj_table_lost_figures(&b)))
        return gj_table_give_up(t->arena, t->report, &view, t->err);
    if (!gj_view_is_loose(&view))
        GJ_TRY(gj_bind_own_cells(&b, t->form, t->keys.keys[key]));
    table->section = section;
    table->right_form = table->form_used == t->report->form;
    GJ_TRY(gj_note_find(&b));
    return gj_extra_add_captions(&b);
}

/* Grids that are no table of the form. One before the first section describes the document (name, index number, date). */
static void leave_others(tables_binder *t)
{
    for (size_t i = 0; i < t->grids.count; i++)
        if (t->grids.items[i].key == GJ_NOT_FOUND && t->grids.items[i].section != GJ_NOT_FOUND)
            leave_over(t, &t->grids.items[i], false);
}

gj_status gj_bind_tables(gj_arena *arena, gj_report *report, gj_error *err)
{
    const gj_forms *forms = report->forms;
    tables_binder t = { .arena = arena, .report = report, .err = err };
    t.form = report->form ? report->form : &forms->forms[forms->form_count - 1];
    gj_table_keys_read(forms, &t.keys);
    report->table_count = t.form->table_count;
    report->tables = GJ_ARRAY(arena, report->table_count, gj_bound_table);
    report->in_table = GJ_ARRAY(arena, report->document->block_count, bool);
    if (!report->tables || !report->in_table)
        return gj_fail_nomem(err);
    if (report->document->format == GJ_FORMAT_JSON)
        return gj_bind_records(arena, report, t.form, err);
    GJ_TRY(gj_grids_find(arena, report, &t.keys, &t.grids, err));
    for (size_t i = 0; i < report->table_count; i++)
        GJ_TRY(bind_table(&t, i));
    leave_others(&t);
    return GJ_OK;
}
