#include "sections.h"

#include "../base/utf8.h"

typedef struct section_binder {
    gj_arena *arena;
    gj_report *report;
    const gj_form *form;
    gj_error *err;
    GJ_LIST(gj_section) sections; /* the form's first, then extra ones as they come */
    GJ_LIST(gj_paragraph) paragraphs;
    size_t found;   /* headings so far */
    size_t current; /* section under way, or GJ_NOT_FOUND */
} section_binder;

/* The form's sections, none of them found yet. */
static gj_status start(section_binder *b)
{
    b->current = GJ_NOT_FOUND;
    for (size_t i = 0; i < b->form->section_count; i++) {
        gj_section *section = GJ_PUSH(b->arena, &b->sections);
        if (!section)
            return gj_fail_nomem(b->err);
        section->form = &b->form->sections[i];
    }
    return GJ_OK;
}

/* Number and title of a heading as written. */
static gj_status split_heading(section_binder *b, gj_section *section, const gj_block *block)
{
    gj_label label;
    if (!gj_label_read(b->arena, block->text.text, &label))
        return gj_fail_nomem(b->err);
    section->number = gj_slice_trim(gj_slice_sub(block->text.text, 0, label.number_width));
    section->title = gj_utf8_fold(b->arena, gj_slice_sub(block->text.text, label.number_bytes, block->text.text.len));
    return section->title.data ? GJ_OK : gj_fail_nomem(b->err);
}

/* Begin a section at `block`; `heading` says whether the block is its heading or already its text. */
static gj_status open_section(section_binder *b, size_t index, size_t block, bool heading)
{
    const gj_block *at = &b->report->document->blocks[block];
    b->current = index;
    GJ_KNOWN(b->sections.items);
    gj_section *section = &b->sections.items[index];
    if (section->present) {
        section->copies++;
        if (section->copies == 1)
            section->second = at->text.span;
        b->found++;
        return GJ_OK;
    }
    section->present = true;
    section->order = b->found++;
    section->first_block = block + heading;
    section->end_block = section->first_block;
    section->pointer = at->pointer;
    if (!heading)
        return GJ_OK;
    section->heading = at->text;
    return split_heading(b, section, at);
}

static gj_status open_extra(section_binder *b, size_t block, bool heading)
{
    if (!GJ_PUSH(b->arena, &b->sections))
        return gj_fail_nomem(b->err);
    return open_section(b, b->sections.count - 1, block, heading);
}

/* A block inside the section under way. A section with a second heading keeps the range of its first part and the texts of all. */
static gj_status add_block(section_binder *b, size_t index)
{
    const gj_block *block = &b->report->document->blocks[index];
    gj_section *section = b->current == GJ_NOT_FOUND ? NULL : &b->sections.items[b->current];
    if (section) {
        if (!section->copies)
            section->end_block = index + 1;
        section->has_table = section->has_table || block->kind == GJ_BLOCK_TABLE || block->kind == GJ_BLOCK_RECORD;
        section->has_image = section->has_image || block->kind == GJ_BLOCK_IMAGE;
    }
    bool heading = block->kind == GJ_BLOCK_HEADING;
    if ((!heading && block->kind != GJ_BLOCK_PARAGRAPH) || !block->text.text.len)
        return GJ_OK;
    gj_paragraph *paragraph = GJ_PUSH(b->arena, &b->paragraphs);
    if (!paragraph)
        return gj_fail_nomem(b->err);
    *paragraph = (gj_paragraph){ b->current, index, &block->text, block->pointer, heading };
    if (section)
        section->text_chars += gj_utf8_count(block->text.text);
    return GJ_OK;
}

/* Keyed data says itself to which section a block belongs. */
static gj_status bind_keyed(section_binder *b)
{
    const gj_document *document = b->report->document;
    gj_slice last = { NULL, 0 };
    for (size_t i = b->report->body_block; i < document->block_count; i++) {
        const gj_block *block = &document->blocks[i];
        if (block->kind == GJ_BLOCK_RECORD)
            continue;
        bool heading = block->kind == GJ_BLOCK_HEADING;
        if (block->key.len && (heading || !gj_slice_equal(block->key, last))) {
            size_t index = 0;
            while (index < b->form->section_count && !gj_slice_equal(b->form->sections[index].key, block->key))
                index++;
            GJ_TRY(index < b->form->section_count ? open_section(b, index, i, heading) : open_extra(b, i, heading));
            last = block->key;
            if (heading)
                continue;
        }
        GJ_TRY(add_block(b, i));
    }
    return GJ_OK;
}

static gj_status bind_headings(section_binder *b)
{
    gj_candidates candidates;
    GJ_TRY(gj_candidates_find(b->arena, b->report, b->form, &candidates, b->err));
    gj_candidates_choose(&candidates, b->form);
    size_t next = 0;
    for (size_t i = b->report->body_block; i < b->report->document->block_count; i++) {
        while (next < candidates.count && candidates.items[next].block < i)
            next++;
        const gj_candidate *candidate =
            next < candidates.count && candidates.items[next].block == i ? &candidates.items[next] : NULL;
        if (!candidate || !candidate->taken)
            GJ_TRY(add_block(b, i));
        else if (candidate->section == GJ_NOT_FOUND)
            GJ_TRY(open_extra(b, i, true));
        else
            GJ_TRY(open_section(b, candidate->section, i, true));
    }
    return GJ_OK;
}

/* Tables of keyed data stand in no section; they belong to the one the form says. */
static void count_records(section_binder *b)
{
    const gj_document *document = b->report->document;
    for (size_t i = 0; i < document->block_count; i++) {
        if (document->blocks[i].kind != GJ_BLOCK_RECORD)
            continue;
        const gj_form_table *table = gj_form_table_by_key(b->form, document->blocks[i].key);
        for (size_t s = 0; table && s < b->form->section_count; s++)
            if (gj_slice_equal(b->form->sections[s].key, table->section))
                b->sections.items[s].has_table = true;
    }
}

gj_status gj_bind_sections(gj_arena *arena, gj_report *report, gj_error *err)
{
    const gj_forms *forms = report->forms;
    section_binder b = { .arena = arena, .report = report, .err = err };
    b.form = report->form ? report->form : &forms->forms[forms->form_count - 1];
    GJ_TRY(start(&b));
    GJ_TRY(report->document->format == GJ_FORMAT_JSON ? bind_keyed(&b) : bind_headings(&b));
    count_records(&b);
    report->sections = b.sections.items;
    report->section_count = b.sections.count;
    report->form_section_count = b.form->section_count;
    report->paragraphs = b.paragraphs.items;
    report->paragraph_count = b.paragraphs.count;
    return GJ_OK;
}
