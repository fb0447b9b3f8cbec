/* notice_docx.c - a notice as a Word document: its Markdown read by our own reader, block by block. */
#include "../../read/read.h"
#include "../report/docx.h"
#include "notice.h"

/* A letter numbers its points; the dots below them are Markdown's. */
static gj_slice without_bullet(gj_slice text)
{
    return gj_slice_starts(text, GJ_LIT("- ")) ? gj_slice_sub(text, 2, text.len) : text;
}

static void write_blocks(const gj_document *document, gj_buffer *out)
{
    bool titled = false;
    for (size_t i = 0; i < document->block_count; i++) {
        const gj_block *block = &document->blocks[i];
        if (block->kind == GJ_BLOCK_HEADING)
            gj_word_paragraph(out, titled ? "Heading1" : "Title", block->text.text);
        else if (block->kind == GJ_BLOCK_PARAGRAPH)
            gj_word_paragraph(out, "BodyText", without_bullet(block->text.text));
        titled = titled || block->kind == GJ_BLOCK_HEADING;
    }
}

gj_status gj_show_notice_docx(gj_arena *arena, gj_slice markdown, gj_buffer *out, gj_error *err)
{
    gj_document *document = NULL;
    gj_buffer body;
    GJ_TRY(gj_read(arena, GJ_LIT("notice"), markdown, GJ_FORMAT_MARKDOWN, &document, err));
    gj_buffer_init(&body, 0);
    write_blocks(document, &body);
    gj_status status = body.failed ? gj_fail_nomem(err) : gj_word_write(gj_buffer_slice(&body), out, err);
    gj_buffer_free(&body);
    return status;
}
