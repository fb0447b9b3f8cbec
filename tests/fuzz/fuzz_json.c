/* libFuzzer: any bytes as JSON. Whatever comes back must lie within the file, in order, and be valid UTF-8. */
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

static void check_text(const gj_source *source, const gj_text *text)
{
    size_t end = 0;
    need(gj_utf8_check(text->text) == GJ_NOT_FOUND);
    need(text->span.begin <= text->span.end && text->span.end <= source->bytes.len);
    for (size_t i = 0; i < text->run_count; i++) {
        const gj_run *run = &text->runs[i];
        need(run->text >= end && run->source + run->length <= source->bytes.len);
        end = run->text + run->length;
    }
    need(end <= text->text.len);
    for (size_t at = 0; at <= text->text.len; at += text->text.len / 16 + 1)
        need(gj_text_source(text, at) <= source->bytes.len);
}

static void check_document(const gj_document *document)
{
    for (size_t i = 0; i < document->meta_count; i++)
        check_text(document->source, &document->metas[i].value);
    for (size_t i = 0; i < document->block_count; i++) {
        const gj_block *block = &document->blocks[i];
        need(block->span.begin <= block->span.end && block->span.end <= document->source->bytes.len);
        check_text(document->source, &block->text);
        for (size_t e = 0; e < block->entry_count; e++) {
            need(block->entries[e].path.data && block->entries[e].pointer.data);
            check_text(document->source, &block->entries[e].value);
        }
    }
    for (size_t i = 0; i < document->remark_count; i++)
        need(document->remarks[i].span.end <= document->source->bytes.len && document->remarks[i].words.zh.len);
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
        gj_status status = gj_read_json(arena, source, &document, &err);
        need(status == GJ_OK || status == GJ_INPUT || status == GJ_LIMIT || status == GJ_NOMEM);
        need(status == GJ_OK || (err.zh[0] && err.en[0]));
        need(status != GJ_INPUT || err.line > 0);
        if (status == GJ_OK)
            check_document(document);
    }
    gj_arena_free(arena);
    return 0;
}
