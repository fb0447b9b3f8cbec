/* A Word document: any bytes as a zip container; else pieces of XML, divided by form feeds, as its parts (document, styles, numbering,
 * footnotes, endnotes, header). No crash, no leak, every run true to the source, blocks and loci in order. */
#include <stdlib.h>

#include "../../core/read/docx/docx.h"
#include "checks.h"

/* Of a Word file a place is a paragraph or a cell, never a line. */
static void check_places(const gj_document *document)
{
    check_document(document, false);
    for (size_t i = 0; i < document->block_count; i++) {
        gj_span span = document->blocks[i].span;
        gj_place place = gj_source_place(document->source, span.begin);
        expect(place.line == 0 && place.locus.part != GJ_PART_NONE && place.locus.offset <= span.begin);
    }
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
        check_places(document);
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
            check_places(document);
    } else if (arena && scratch) {
        read_pieces(arena, scratch, bytes);
    }
    gj_arena_free(scratch);
    gj_arena_free(arena);
    return 0;
}
