/* What holds of any document, whatever it was read from. */
#ifndef GJ_FUZZ_CHECKS_H
#define GJ_FUZZ_CHECKS_H

#include "../../core/read/read.h"

static inline void expect(bool holds)
{
    if (!holds)
        __builtin_trap();
}

static inline void check_text(const gj_source *source, const gj_text *text, bool in_order)
{
    for (size_t i = 0; i < text->run_count; i++) {
        const gj_run *run = &text->runs[i];
        expect(run->source + run->length <= source->bytes.len && run->text + run->length <= text->text.len);
        expect(!run->length || memcmp(source->bytes.data + run->source, text->text.data + run->text, run->length) == 0);
        expect(!in_order || i == 0 || text->runs[i - 1].text + text->runs[i - 1].length <= run->text);
    }
    gj_span span = gj_text_span(text, 0, text->text.len);
    expect(span.begin <= span.end && span.end <= source->bytes.len);
}

static inline void check_grid(const gj_source *source, const gj_grid *grid, bool in_order)
{
    for (size_t i = 0; i < grid->row_count; i++) {
        const gj_grid_row *row = &grid->rows[i];
        expect(row->slot_count <= grid->column_count && row->span.begin <= row->span.end);
        for (size_t j = 0; j < row->slot_count; j++) {
            const gj_grid_cell *cell = row->slots[j];
            if (cell && cell->row == i && cell->column == j)
                check_text(source, &cell->text, in_order);
        }
    }
}

/* Blocks and loci in order, every run true to the source; `in_order`: runs of one text follow each other. */
static inline void check_document(const gj_document *document, bool in_order)
{
    const gj_source *source = document->source;
    for (size_t i = 0; i < document->block_count; i++) {
        const gj_block *block = &document->blocks[i];
        expect(i == 0 || document->blocks[i - 1].span.begin <= block->span.begin);
        expect(block->span.begin <= block->span.end && block->span.end <= source->bytes.len);
        check_text(source, &block->text, in_order);
        if (block->grid)
            check_grid(source, block->grid, in_order);
    }
    for (size_t i = 0; i < document->meta_count; i++)
        check_text(source, &document->metas[i].value, in_order);
    for (size_t i = 0; i < document->remark_count; i++)
        expect(document->remarks[i].span.end <= source->bytes.len || document->remarks[i].span.end == GJ_NOWHERE);
    for (size_t i = 1; i < source->locus_count; i++)
        expect(source->loci[i - 1].offset <= source->loci[i].offset);
}

/* The same of a document made of pages: each block has a page and a box. */
static inline void check_pages(const gj_document *document)
{
    check_document(document, false);
    for (size_t i = 0; i < document->block_count; i++) {
        gj_span span = document->blocks[i].span;
        gj_place place = gj_source_place(document->source, span.begin);
        expect(place.locus.part == GJ_PART_BODY && place.locus.page && place.locus.offset <= span.begin);
    }
}

#endif
