/* A PDF before and after poppler: bytes as pages of characters with boxes and of straight lines; where they begin with "P5", as the picture of a page in
 * which lines are looked for; where they begin with "%PDF", as a file whose fonts are taken out. No crash, no leak, every run true to the source, blocks
 * and loci in order, no byte of a file changed but 255 behind a "stream". poppler itself is fuzzed elsewhere (OSS-Fuzz). */
#include <stdlib.h>

#include "../../core/base/utf8.h"
#include "../../core/read/pdf/pdf.h"
#include "checks.h"

/* Eight bytes a thing: what it is, three places in units of two points, a character. */
static void take(gj_arena *scratch, gj_paged_pages *pages, const uint8_t *b)
{
    gj_paged_page *page = pages->count ? &pages->items[pages->count - 1] : NULL;
    int at = b[1] * 200 + b[2], from = b[3] * 200, to = from + b[4] * 200;
    if (!page || b[0] % 16 == 15) {
        page = GJ_PUSH(scratch, pages);
        if (page)
            *page = (gj_paged_page){ .width = 60000, .height = 85000, .picture = b[1] & 1 };
    } else if (b[0] % 16 < 6) {
        gj_paged_rule *rule = GJ_PUSH(scratch, &page->rules);
        if (rule)
            *rule = (gj_paged_rule){ b[0] & 1, at, from, to };
    } else {
        gj_paged_glyph *glyph = GJ_PUSH(scratch, &page->glyphs);
        uint32_t code = b[6] & 1 ? 0x4E00u + b[5] : 0x21u + b[5] % 0x5E;
        if (glyph)
            *glyph = (gj_paged_glyph){ { at, from, at + (b[6] & 1 ? 1200 : 600), from + 1200 }, code, b[7] & 1 };
    }
}

static void draw(gj_arena *scratch, const uint8_t *data, size_t size)
{
    gj_paged_page page = { .width = 6400, .height = 100 * (int)(size / 64) };
    gj_paged_glyph *glyph = GJ_PUSH(scratch, &page.glyphs);
    gj_error err;
    if (glyph)
        *glyph = (gj_paged_glyph){ { -500, 300, 1500, 1500 }, 'x', false };
    gj_pdf_picture picture;
    if (gj_pdf_picture_start(scratch, 64, size / 64, &picture, &err) != GJ_OK)
        return;
    for (size_t i = 0; i < size / 64 * 64; i++)
        gj_pdf_picture_set(&picture, i % 64, i / 64, data[i]);
    if (gj_pdf_rules(scratch, &page, &picture, &err) != GJ_OK)
        return;
    for (size_t i = 0; i < page.rules.count; i++)
        expect(page.rules.items[i].from >= 0 && page.rules.items[i].to > page.rules.items[i].from);
}

#define BLANK 255 /* bytes that take a font's place */

static void take_fonts(gj_arena *scratch, const uint8_t *data, size_t size)
{
    gj_slice bytes = { (const char *)data, size }, out;
    gj_error err;
    (void)gj_pdf_has_pictures(bytes);
    if (gj_pdf_without_outlines(scratch, bytes, &out, &err) != GJ_OK)
        return;
    expect(out.len == size);
    for (size_t i = 0; i < size; i++) {
        if (out.data[i] == bytes.data[i])
            continue;
        size_t from = i > BLANK + 8 ? i - BLANK - 8 : 0;
        expect(gj_slice_find(gj_slice_sub(bytes, from, i), GJ_LIT("stream"), 0) != GJ_NOT_FOUND);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gj_arena *arena = gj_arena_new(256 * GJ_MIB), *scratch = gj_arena_new(256 * GJ_MIB);
    gj_paged_pages pages = { 0 };
    gj_document *document;
    gj_error err;
    if (arena && scratch && size > 66 && memcmp(data, "P5", 2) == 0) {
        draw(scratch, data + 2, size - 2);
    } else if (arena && scratch && size > 4 && memcmp(data, "%PDF", 4) == 0) {
        take_fonts(scratch, data, size);
    } else if (arena && scratch) {
        for (size_t i = 0; i + 8 <= size; i += 8)
            take(scratch, &pages, data + i);
        if (gj_pdf_read(arena, scratch, GJ_LIT("fuzz.pdf"), &pages, &document, &err) == GJ_OK)
            check_pages(document);
    }
    gj_arena_free(scratch);
    gj_arena_free(arena);
    return 0;
}
