/* Any bytes as a web page, in any encoding: no crash, no leak, every run true to the source, blocks in order. */
#include <stdlib.h>

#include "../../core/read/read.h"

static void expect(bool holds)
{
    if (!holds)
        __builtin_trap();
}

static void check_text(const gj_source *source, const gj_text *text)
{
    for (size_t i = 0; i < text->run_count; i++) {
        const gj_run *run = &text->runs[i];
        expect(run->source + run->length <= source->bytes.len && run->text + run->length <= text->text.len);
        expect(!run->length || memcmp(source->bytes.data + run->source, text->text.data + run->text, run->length) == 0);
        expect(i == 0 || text->runs[i - 1].text + text->runs[i - 1].length <= run->text);
    }
    gj_span span = gj_text_span(text, 0, text->text.len);
    expect(span.begin <= span.end && span.end <= source->bytes.len);
}

static void check_grid(const gj_source *source, const gj_grid *grid)
{
    for (size_t i = 0; i < grid->row_count; i++) {
        const gj_grid_row *row = &grid->rows[i];
        expect(row->slot_count <= grid->column_count && row->span.begin <= row->span.end);
        for (size_t j = 0; j < row->slot_count; j++) {
            const gj_grid_cell *cell = row->slots[j];
            if (cell && cell->row == i && cell->column == j)
                check_text(source, &cell->text);
        }
    }
}

static void check_document(const gj_document *document)
{
    const gj_source *source = document->source;
    for (size_t i = 0; i < document->block_count; i++) {
        const gj_block *block = &document->blocks[i];
        expect(i == 0 || document->blocks[i - 1].span.begin <= block->span.begin);
        expect(block->span.begin <= block->span.end && block->span.end <= source->bytes.len);
        check_text(source, &block->text);
        if (block->grid)
            check_grid(source, block->grid);
    }
    for (size_t i = 0; i < document->meta_count; i++)
        check_text(source, &document->metas[i].value);
    for (size_t i = 0; i < document->remark_count; i++)
        expect(document->remarks[i].span.end <= source->bytes.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gj_arena *arena = gj_arena_new(256 * GJ_MIB);
    gj_document *document;
    gj_error err;
    gj_slice bytes = { (const char *)data, size }, hint = GJ_LIT("公开");
    if (arena && gj_read(arena, GJ_LIT("fuzz.html"), bytes, GJ_FORMAT_HTML, &document, &err) == GJ_OK)
        check_document(document);
    (void)gj_looks_like_report(GJ_LIT("fuzz.html"), bytes, &hint, 1);
    gj_arena_free(arena);
    return 0;
}
