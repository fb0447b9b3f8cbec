/* A Word document: any bytes as a zip container; else pieces of XML, divided by form feeds, as its parts (document, styles, numbering,
 * footnotes, endnotes, header). No crash, no leak, every run true to the source, blocks and loci in order. */
#include <stdlib.h>

#include "../../core/read/docx.h"
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
        gj_place place = gj_source_place(source, block->span.begin);
        expect(place.line == 0 && place.locus.part != GJ_PART_NONE && place.locus.offset <= block->span.begin);
    }
    for (size_t i = 1; i < source->locus_count; i++)
        expect(source->loci[i - 1].offset <= source->loci[i].offset);
}

static void read_pieces(gj_arena *arena, gj_arena *scratch, gj_slice bytes)
{
    gj_docx_parts parts = { 0 };
    gj_slice header = { NULL, 0 };
    gj_slice *places[] = {
        &parts.document, &parts.styles, &parts.numbering, &parts.footnotes, &parts.endnotes, &header
    };
    for (size_t i = 0, at = 0; i < sizeof places / sizeof *places && at <= bytes.len; i++) {
        size_t end = gj_slice_find(bytes, GJ_LIT("\f"), at);
        *places[i] = gj_slice_sub(bytes, at, end);
        at = end == GJ_NOT_FOUND ? bytes.len + 1 : end + 1;
    }
    gj_slice *added = header.len ? GJ_PUSH(scratch, &parts.headers) : NULL;
    if (added)
        *added = header;
    gj_document *document;
    gj_error err;
    if (parts.document.len && gj_docx_read(arena, scratch, GJ_LIT("fuzz.docx"), &parts, &document, &err) == GJ_OK)
        check_document(document);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gj_arena *arena = gj_arena_new(256 * GJ_MIB), *scratch = gj_arena_new(256 * GJ_MIB);
    gj_document *document;
    gj_error err;
    gj_slice bytes = { (const char *)data, size };
    if (arena && scratch && gj_slice_starts(bytes, GJ_LIT("PK"))) {
        if (gj_read(arena, GJ_LIT("fuzz.docx"), bytes, GJ_FORMAT_DOCX, &document, &err) == GJ_OK)
            check_document(document);
    } else if (arena && scratch) {
        read_pieces(arena, scratch, bytes);
    }
    gj_arena_free(scratch);
    gj_arena_free(arena);
    return 0;
}
