/* report_json_grids.c - tables that are none of the form's, row by row as they stood. */
#include "report_json.h"

static void cell(gj_json *w, const gj_grid_cell *from)
{
    if (from->rowspan == 1 && from->colspan == 1) {
        gj_json_string(w, NULL, from->text.text);
        return;
    }
    gj_json_object_inline(w, NULL);
    gj_json_string(w, "text", from->text.text);
    if (from->rowspan > 1)
        gj_json_count(w, "rowspan", from->rowspan);
    if (from->colspan > 1)
        gj_json_count(w, "colspan", from->colspan);
    gj_json_object_end(w);
}

/* A hole in a ragged row is an empty cell where another follows it: that would move to the left. */
static void row(gj_json *w, const gj_grid *grid, size_t index)
{
    const gj_grid_row *from = &grid->rows[index];
    size_t holes = 0;
    gj_json_array_inline(w, NULL);
    for (size_t s = 0; s < from->slot_count; s++) {
        const gj_grid_cell *slot = from->slots[s];
        holes += !slot;
        if (!slot || slot->row != index || slot->column != s)
            continue;
        for (; holes; holes--)
            gj_json_text(w, NULL, "");
        cell(w, slot);
    }
    gj_json_array_end(w);
}

static void one(gj_json *w, const gj_grid *grid, size_t after)
{
    gj_json_object(w, NULL);
    gj_json_count(w, "after", after);
    if (grid->caption.len)
        gj_json_string(w, "caption", grid->caption);
    gj_json_array(w, "rows");
    for (size_t r = 0; r < grid->row_count; r++)
        row(w, grid, r);
    gj_json_array_end(w);
    gj_json_object_end(w);
}

void gj_report_json_grids(gj_json *w, const char *key, const gj_report *report, size_t begin, size_t end,
                          size_t paragraph)
{
    bool open = false;
    size_t said = 0;
    for (size_t i = begin; i < end; i++) {
        const gj_block *block = &report->document->blocks[i];
        if (paragraph + said < report->paragraph_count && report->paragraphs[paragraph + said].block == i)
            said++;
        if (block->kind != GJ_BLOCK_TABLE || report->in_table[i])
            continue;
        if (!open)
            gj_json_array(w, key);
        open = true;
        one(w, block->grid, said);
    }
    if (open)
        gj_json_array_end(w);
}
