/* Any bytes as a Markdown report: no crash, no leak, every run true to the source, blocks in order; and no digit
 * is lost or read twice, unless the file has marks that hide text on purpose (comments, links, attributes,
 * fences). */
#include <stdlib.h>

#include "../../core/read/read.h"

static void expect(bool holds)
{
    if (!holds)
        __builtin_trap();
}

static void check_text(const gj_source *source, const gj_text *text, unsigned char *seen)
{
    for (size_t i = 0; i < text->run_count; i++) {
        const gj_run *run = &text->runs[i];
        expect(run->source + run->length <= source->bytes.len && run->text + run->length <= text->text.len);
        expect(!run->length || memcmp(source->bytes.data + run->source, text->text.data + run->text, run->length) == 0);
        expect(i == 0 || text->runs[i - 1].text + text->runs[i - 1].length <= run->text);
        for (size_t at = 0; at < run->length; at++)
            seen[run->source + at]++;
    }
    gj_span span = gj_text_span(text, 0, text->text.len);
    expect(span.begin <= span.end && span.end <= source->bytes.len);
}

static void check_grid(const gj_source *source, const gj_grid *grid, unsigned char *seen)
{
    for (size_t i = 0; i < grid->row_count; i++) {
        const gj_grid_row *row = &grid->rows[i];
        expect(row->slot_count <= grid->column_count && row->span.begin <= row->span.end);
        for (size_t j = 0; j < row->slot_count; j++) {
            const gj_grid_cell *cell = row->slots[j];
            if (!cell || cell->row != i || cell->column != j)
                continue;
            expect(cell->row <= i && i < cell->row + cell->rowspan && cell->row + cell->rowspan <= grid->row_count);
            expect(cell->column <= j && j < cell->column + cell->colspan);
            check_text(source, &cell->text, seen);
        }
    }
}

static void check_digits(const gj_source *source, const unsigned char *seen)
{
    static const char hiding[] = "<[&{`~";
    for (size_t i = 0; i < sizeof hiding - 1; i++)
        if (source->bytes.len && memchr(source->bytes.data, hiding[i], source->bytes.len))
            return;
    for (size_t i = 0; i < source->bytes.len; i++)
        if (source->bytes.data[i] >= '0' && source->bytes.data[i] <= '9')
            expect(seen[i] == 1);
}

static void check_document(const gj_document *document)
{
    const gj_source *source = document->source;
    unsigned char *seen = calloc(source->bytes.len + 1, 1);
    if (!seen)
        return;
    for (size_t i = 0; i < document->block_count; i++) {
        const gj_block *block = &document->blocks[i];
        expect(i == 0 || document->blocks[i - 1].span.begin <= block->span.begin);
        check_text(source, &block->text, seen);
        if (block->grid)
            check_grid(source, block->grid, seen);
    }
    for (size_t i = 0; i < document->meta_count; i++)
        check_text(source, &document->metas[i].value, seen);
    if (!document->meta_count)
        check_digits(source, seen);
    free(seen);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gj_arena *arena = gj_arena_new(256 * GJ_MIB);
    gj_source *source;
    gj_document *document;
    gj_error err;
    if (arena &&
        gj_source_open(arena, GJ_LIT("fuzz"), (gj_slice){ (const char *)data, size }, &source, &err) == GJ_OK &&
        gj_read_markdown(arena, source, &document, &err) == GJ_OK)
        check_document(document);
    gj_arena_free(arena);
    return 0;
}
