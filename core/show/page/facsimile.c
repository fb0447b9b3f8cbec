/* facsimile.c - the document block by block; keyed tables at the end of the section that they belong to. */
#include "facsimile.h"

static gj_fax_block *add(gj_fax_maker *f, gj_fax_kind kind, size_t level)
{
    gj_fax_block *block = f->cut ? NULL : GJ_PUSH(f->arena, &f->blocks);
    if (block)
        *block = (gj_fax_block){ .kind = kind, .level = level, .text.text = { "", 0 } };
    return block;
}

static void text_block(gj_fax_maker *f, gj_fax_kind kind, size_t level, bool strong, const gj_text *text)
{
    gj_fax_block *block = text->text.len ? add(f, kind, level) : NULL;
    if (!block)
        return;
    block->strong = strong;
    block->text = gj_fax_spotted(f, text);
}

static const gj_bound_table *bound_to(const gj_report *report, gj_span grid)
{
    for (size_t i = 0; i < report->table_count; i++) {
        const gj_bound_table *table = &report->tables[i];
        if (table->present && !table->keyed && table->span.begin < grid.end && table->span.end > grid.begin)
            return table;
    }
    return NULL;
}

static void table_block(gj_fax_maker *f, gj_slice caption, gj_span span, const gj_bound_table *table,
                        const gj_grid *grid)
{
    gj_fax_block *block = add(f, GJ_FAX_TABLE, 0);
    gj_fax_cells cells = { 0 };
    if (!block)
        return;
    size_t index = f->blocks.count - 1;
    block->text = gj_fax_spotted_whole(f, caption, span);
    if (table)
        block->name = table->form->name;
    if (grid)
        gj_fax_grid(f, grid, &cells);
    else
        gj_fax_form(f, table, &cells);
    f->blocks.items[index].cells = cells.items;
    f->blocks.items[index].cell_count = cells.count;
}

/* The keyed tables of a section, or those of no section that the report has. */
static void keyed_tables(gj_fax_maker *f, gj_slice section)
{
    const gj_report *report = f->report;
    for (size_t i = 0; i < report->table_count; i++) {
        const gj_bound_table *table = &report->tables[i];
        const gj_section *home = gj_report_section(report, table->form->section);
        bool here = section.len ? gj_slice_equal(table->form->section, section) : !home || !home->present;
        if (table->present && table->keyed && here)
            table_block(f, (gj_slice){ "", 0 }, table->span, table, NULL);
    }
}

/* The section whose heading is this block, or NULL. */
static const gj_section *section_at(const gj_report *report, size_t block)
{
    for (size_t i = 0; i < report->section_count; i++) {
        const gj_section *section = &report->sections[i];
        if (section->present && section->first_block == block + 1 && section->heading.text.len)
            return section;
    }
    return NULL;
}

static bool is_title(const gj_report *report, const gj_block *block)
{
    gj_span title = report->title.span, text = block->text.span;
    return report->title.text.len && !report->title_from_metadata && text.begin < title.end && title.begin < text.end;
}

static void block_of(gj_fax_maker *f, size_t index, bool heads_section)
{
    const gj_block *block = &f->report->document->blocks[index];
    switch (block->kind) {
    case GJ_BLOCK_HEADING:
    case GJ_BLOCK_PARAGRAPH:
        if (index < f->report->body_block && is_title(f->report, block))
            text_block(f, GJ_FAX_TITLE, 1, false, &block->text);
        else if (heads_section)
            text_block(f, GJ_FAX_HEADING, 2, false, &block->text);
        else if (block->kind == GJ_BLOCK_HEADING)
            text_block(f, GJ_FAX_HEADING, block->level > 3 ? 4 : 3, false, &block->text);
        else
            text_block(f, GJ_FAX_PARAGRAPH, 0, block->strong, &block->text);
        return;
    case GJ_BLOCK_TABLE:
        table_block(f, block->grid->caption, block->span, bound_to(f->report, block->span), block->grid);
        return;
    case GJ_BLOCK_IMAGE: {
        gj_fax_block *image = add(f, GJ_FAX_IMAGE, 0);
        if (image)
            image->text = gj_fax_spotted(f, &block->text);
        return;
    }
    case GJ_BLOCK_RECORD: /* in its section */
        return;
    }
}

static void blocks_of(gj_fax_maker *f)
{
    const gj_report *report = f->report;
    const gj_section *open = NULL;
    if (report->title_from_metadata || report->document->format == GJ_FORMAT_JSON)
        text_block(f, GJ_FAX_TITLE, 1, false, &report->title);
    for (size_t i = 0; i < report->document->block_count && !f->cut; i++) {
        const gj_section *next = section_at(report, i);
        if (next && open && open->form)
            keyed_tables(f, open->form->key);
        open = next ? next : open;
        block_of(f, i, next != NULL);
    }
    if (open && open->form)
        keyed_tables(f, open->form->key);
    keyed_tables(f, (gj_slice){ "", 0 });
}

/* The first highlighted text of every mark, in reading order: what a finding links to. */
static void note_first(gj_fax_text *text, bool **seen)
{
    for (size_t i = 0; i < text->spot_count; i++) {
        gj_fax_spot *spot = &text->spots[i];
        spot->first = !seen[spot->finding][spot->mark];
        seen[spot->finding][spot->mark] = true;
    }
}

static bool note_firsts(gj_fax_maker *f, const gj_result *result)
{
    bool **seen = GJ_ARRAY(f->arena, result->finding_count, bool *);
    for (size_t i = 0; seen && i < result->finding_count; i++) {
        seen[i] = GJ_ARRAY(f->arena, result->findings[i].mark_count, bool);
        if (!seen[i])
            return false;
    }
    for (size_t i = 0; seen && i < f->blocks.count; i++) {
        gj_fax_block *block = &f->blocks.items[i];
        note_first(&block->text, seen);
        for (size_t k = 0; k < block->cell_count; k++)
            note_first(&block->cells[k].text, seen);
    }
    return seen != NULL;
}

gj_status gj_facsimile_make(gj_arena *arena, const gj_report *report, gj_result *result, gj_error *err)
{
    gj_fax_maker f = { .arena = arena, .report = report };
    gj_facsimile *facsimile = GJ_NEW(arena, gj_facsimile);
    if (!facsimile || !gj_fax_marks(&f, result))
        return gj_fail_nomem(err);
    blocks_of(&f);
    if (gj_arena_failed(arena) || !note_firsts(&f, result))
        return gj_fail_nomem(err);
    *facsimile = (gj_facsimile){ .blocks = f.blocks.items, .block_count = f.blocks.count, .cut = f.cut };
    result->facsimile = facsimile;
    return GJ_OK;
}
