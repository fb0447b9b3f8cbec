/* libFuzzer: any bytes as plain text. Everything that is not white space must come out once: in a block, as metadata, or in a remark. */
#include <stdint.h>
#include <stdlib.h>

#include "../../core/base/utf8.h"
#include "../../core/read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(int truth)
{
    if (!truth)
        abort();
}

/* Mark the source bytes that the text stands on. */
static void check_text(const gj_source *source, const gj_text *text, unsigned char *seen)
{
    size_t end = 0;
    need(gj_utf8_check(text->text) == GJ_NOT_FOUND);
    for (size_t i = 0; i < text->run_count; i++) {
        const gj_run *run = &text->runs[i];
        need(run->text >= end && run->source + run->length <= source->bytes.len);
        need(memcmp(text->text.data + run->text, source->bytes.data + run->source, run->length) == 0);
        end = run->text + run->length;
        for (size_t b = 0; b < run->length; b++)
            need(!seen[run->source + b]++);
    }
    need(end <= text->text.len);
}

static void mark(gj_span span, unsigned char *seen)
{
    for (size_t i = span.begin; i < span.end; i++)
        seen[i] = 1;
}

/* Whether the character that byte `at` belongs to is white space. */
static bool is_white(gj_slice bytes, size_t at)
{
    while (at > 0 && ((unsigned char)bytes.data[at] & 0xC0) == 0x80)
        at--;
    return gj_is_space(gj_utf8_next(bytes, &at));
}

/* Lines and bars that draw a table, and what stands between them. */
static bool is_frame(const gj_source *source, size_t at)
{
    return memchr("-=_+|:", source->bytes.data[at], 6) || is_white(source->bytes, at);
}

/* Where the lines begin that stand before byte `at` and hold nothing but rules and bars. */
static size_t frame_begin(const gj_source *source, size_t at)
{
    const char *data = source->bytes.data;
    while (at > 0 && data[at - 1] != '\n')
        at--; /* the bar before the first cell */
    for (size_t i = at; i > 0 && is_frame(source, i - 1); i--)
        if (i == 1 || data[i - 2] == '\n')
            at = i - 1;
    return at;
}

/* Frames hold nothing. A table without a header has a rule before its first row. */
static void mark_frame(const gj_source *source, gj_span span, unsigned char *seen)
{
    span.begin = frame_begin(source, span.begin);
    while (span.end < source->bytes.len && is_frame(source, span.end))
        span.end++; /* the rule after the last row */
    for (size_t i = span.begin; i < span.end; i++)
        if (memchr("-=_+|:", source->bytes.data[i], 6))
            seen[i] = 1;
}

static void check_grid(const gj_source *source, const gj_grid *grid, unsigned char *seen)
{
    for (size_t r = 0; r < grid->row_count; r++) {
        need(grid->rows[r].slot_count <= grid->column_count);
        for (size_t c = 0; c < grid->rows[r].slot_count; c++)
            check_text(source, &grid->rows[r].slots[c]->text, seen);
    }
}

static void check_document(const gj_document *document)
{
    const gj_source *source = document->source;
    unsigned char *seen = calloc(source->bytes.len + 1, 1);
    if (!seen)
        return;
    for (size_t i = 0; i < document->block_count; i++) {
        const gj_block *block = &document->blocks[i];
        need(i == 0 || document->blocks[i - 1].span.end <= block->span.begin);
        check_text(source, &block->text, seen);
        if (block->grid)
            check_grid(source, block->grid, seen);
    }
    for (size_t i = 0; i < document->block_count; i++)
        if (document->blocks[i].grid)
            mark_frame(source, document->blocks[i].span, seen);
    bool header = document->meta_count > 0;
    for (size_t i = 0; i < document->remark_count; i++) {
        mark(document->remarks[i].span, seen);
        header = header || gj_slice_is(document->remarks[i].kind, "unknown_key");
    }
    /* an archive header's names and rule are read, but appear nowhere */
    for (size_t i = 0; i < source->bytes.len && !header; i++) {
        need(seen[i] || is_white(source->bytes, i) || source->bytes.data[i] == '=' || source->bytes.len > 100000 ||
             gj_slice_find(source->bytes, GJ_LIT("正文"), 0) != GJ_NOT_FOUND);
    }
    free(seen);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gj_arena *arena = gj_arena_new(64 * GJ_MIB);
    gj_source *source;
    gj_document *document;
    gj_error err = { .status = GJ_OK };
    if (!arena)
        return 0;
    if (gj_source_open(arena, GJ_LIT("fuzz"), (gj_slice){ (const char *)data, size }, &source, &err) == GJ_OK) {
        gj_status status = gj_read_text(arena, source, &document, &err);
        need(status == GJ_OK || status == GJ_LIMIT || status == GJ_NOMEM);
        if (status == GJ_OK)
            check_document(document);
    }
    gj_arena_free(arena);
    return 0;
}
