#include "table_find.h"

#include "../base/utf8.h"

#define MAX_GRID_ROWS 1024 /* a larger grid is no table of a form */
#define FRAGMENT_CHARS 4   /* words this short may be pieces of a header */
#define COUNTED 128        /* labels of a grid that are looked at for what it is */
#define ENOUGH 5           /* weight of labels that makes a grid a table outside its own section */

void gj_table_keys_read(const gj_forms *forms, gj_table_keys *out)
{
    out->count = 0;
    for (size_t f = 0; f < forms->form_count; f++) {
        const gj_form *form = &forms->forms[f];
        for (size_t t = 0; t < form->table_count; t++) {
            size_t k = 0;
            while (k < out->count && !gj_slice_equal(out->keys[k], form->tables[t].key))
                k++;
            if (k == out->count && k < GJ_TABLE_KEYS)
                out->keys[out->count++] = form->tables[t].key;
        }
    }
}

size_t gj_section_of_block(const gj_report *report, size_t block)
{
    size_t found = GJ_NOT_FOUND;
    for (size_t i = 0; i < report->section_count; i++) {
        const gj_section *section = &report->sections[i];
        if (section->present && section->first_block <= block &&
            (found == GJ_NOT_FOUND || section->first_block > report->sections[found].first_block))
            found = i;
    }
    return found;
}

/* The key whose table, under any form, has this label; GJ_NOT_FOUND when none has, or more than one key's. */
static size_t key_of_label(const gj_forms *forms, const gj_table_keys *keys, const gj_label *label, bool *known)
{
    size_t found = GJ_NOT_FOUND;
    for (size_t f = 0; f < forms->form_count; f++) {
        const gj_label_entry *entry = gj_label_find(forms->forms[f].labels, label);
        for (; entry; entry = entry->next) {
            if (entry->table == GJ_NOT_FOUND)
                continue;
            *known = true;
            gj_slice key = forms->forms[f].tables[entry->table].key;
            if (found != GJ_NOT_FOUND && !gj_slice_equal(keys->keys[found], key))
                return GJ_NOT_FOUND;
            for (size_t k = 0; k < keys->count && found == GJ_NOT_FOUND; k++)
                if (gj_slice_equal(keys->keys[k], key))
                    found = k;
        }
    }
    return found;
}

/* The key of which an anchor stands in the label. */
static size_t key_of_anchor(const gj_forms *forms, const gj_table_keys *keys, const gj_label *label)
{
    for (size_t f = 0; f < forms->form_count; f++)
        for (size_t t = 0; t < forms->forms[f].table_count; t++) {
            const gj_form_table *table = &forms->forms[f].tables[t];
            for (size_t a = 0; a < table->anchor_count; a++)
                for (size_t k = 0; k < keys->count && gj_slice_find(label->key, table->anchors[a], 0) != GJ_NOT_FOUND;
                     k++)
                    if (gj_slice_equal(keys->keys[k], table->key))
                        return k;
        }
    return GJ_NOT_FOUND;
}

/* The section a key's table belongs to. */
static gj_slice section_of_key(const gj_forms *forms, gj_slice key)
{
    for (size_t f = 0; f < forms->form_count; f++) {
        const gj_form_table *table = gj_form_table_by_key(&forms->forms[f], key);
        if (table)
            return table->section;
    }
    return (gj_slice){ NULL, 0 };
}

static bool in_own_section(const gj_report *report, const gj_found_grid *grid, gj_slice key)
{
    if (grid->section == GJ_NOT_FOUND || !report->sections[grid->section].form)
        return false;
    return gj_slice_equal(report->sections[grid->section].form->key, section_of_key(report->forms, key));
}

/* The labels of a grid that were counted already. */
typedef struct counted {
    unsigned hashes[COUNTED];
    size_t count;
} counted;

static bool count_once(counted *seen, unsigned hash)
{
    for (size_t i = 0; i < seen->count; i++)
        if (seen->hashes[i] == hash)
            return false;
    if (seen->count < COUNTED)
        seen->hashes[seen->count++] = hash;
    return true;
}

/* Every label that belongs to one table only speaks for it, a long one more than a short one (其他 is in many tables), and so does the
 * section the grid stands in. */
static void recognise(const gj_report *report, const gj_table_keys *keys, gj_found_grid *grid)
{
    size_t weight[GJ_TABLE_KEYS] = { 0 };
    counted seen = { .count = 0 };
    for (size_t l = 0; l < grid->view.count; l++) {
        const gj_view_line *line = &grid->view.lines[l];
        for (size_t s = 0; s < line->count; s++) {
            if (!gj_view_new_words(line, s) || !count_once(&seen, line->slots[s]->label.hash))
                continue;
            const gj_label *label = &line->slots[s]->label;
            bool known = false;
            size_t key = key_of_label(report->forms, keys, label, &known);
            if (!known)
                key = key_of_anchor(report->forms, keys, label);
            if (key != GJ_NOT_FOUND)
                weight[key] += label->key.len / 3 > 1 ? label->key.len / 3 - 1 : 1;
        }
    }
    size_t best = 0;
    for (size_t k = 0; k < keys->count; k++) {
        bool own = in_own_section(report, grid, keys->keys[k]);
        if (weight[k] && own)
            weight[k] += ENOUGH - 1;
        if (weight[k] > weight[best])
            best = k;
    }
    grid->key = weight[best] >= ENOUGH ? best : GJ_NOT_FOUND;
}

/* Figures and short pieces of words: what a page break leaves of a table. */
static bool is_fragment(const gj_view *view)
{
    bool figures = false;
    for (size_t l = 0; l < view->count; l++)
        for (size_t s = 0; s < view->lines[l].count; s++) {
            const gj_view_cell *cell = view->lines[l].slots[s];
            figures = figures || gj_view_figure(cell);
            if (gj_view_worded(cell) && gj_utf8_count(cell->label.key) > FRAGMENT_CHARS)
                return false;
        }
    return figures;
}

/* Nothing stands between two blocks but empty or page-number lines. */
static bool adjoins(const gj_report *report, size_t before, size_t after)
{
    for (size_t i = before + 1; i < after; i++)
        if (report->document->blocks[i].kind != GJ_BLOCK_PARAGRAPH || report->document->blocks[i].text.text.len > 12)
            return false;
    return true;
}

gj_status gj_grids_find(gj_arena *arena, gj_report *report, const gj_table_keys *keys, gj_found_grids *out,
                        gj_error *err)
{
    GJ_LIST(gj_found_grid) found = { 0 };
    for (size_t i = 0; i < report->document->block_count; i++) {
        const gj_block *block = &report->document->blocks[i];
        if (block->kind != GJ_BLOCK_TABLE || !block->grid)
            continue;
        gj_found_grid *grid = GJ_PUSH(arena, &found);
        if (!grid)
            return gj_fail_nomem(err);
        grid->block = i;
        grid->section = gj_section_of_block(report, i);
        grid->key = GJ_NOT_FOUND;
        if (block->grid->row_count > MAX_GRID_ROWS)
            continue;
        GJ_TRY(gj_view_add(arena, &grid->view, block->grid, err));
        recognise(report, keys, grid);
        const gj_found_grid *last = found.count > 1 ? grid - 1 : NULL;
        if (grid->key == GJ_NOT_FOUND && last && last->key != GJ_NOT_FOUND && last->section == grid->section &&
            adjoins(report, last->block, i) && is_fragment(&grid->view))
            grid->key = last->key;
    }
    *out = (gj_found_grids){ found.items, found.count };
    return GJ_OK;
}
