/* Headers and footers: no text of the report, but said where they hold more than page numbers. */
#include "../../base/buffer.h"
#include "../../base/utf8.h"
#include "../ascii.h"
#include "docx_walk.h"

static gj_status flatten(const gj_docx_list *list, gj_buffer *out)
{
    for (const gj_docx_block *b = list->first; b; b = b->next) {
        gj_slice text = gj_slice_trim(b->text);
        gj_buffer_text(out, out->len && text.len ? " " : "");
        gj_buffer_add(out, text);
        GJ_TRY(flatten(&b->boxes, out)); /* as deep as elements are */
        for (const gj_docx_row *row = b->rows; row; row = row->next)
            for (const gj_docx_cell *cell = row->first; cell; cell = cell->next)
                GJ_TRY(flatten(&cell->blocks, out));
    }
    return out->failed;
}

/* "— 3 —", "第 3 页 共 9 页" */
static bool only_page_numbers(gj_slice text)
{
    static const uint32_t words[] = {
        0x7B2C, 0x9875, 0x5171, 0x2014, 0x2013, 0x2012, 0xFF0D, 0x00B7, 0x3001
    }; /* 第页共—–‒－·、 */
    for (size_t at = 0; at < text.len;) {
        uint32_t code = gj_utf8_next(text, &at);
        bool known = gj_is_space(code) || (code < 0x80 && !(code >= 'A' && gj_is_alnum((char)code))) ||
                     (code >= 0xFF10 && code <= 0xFF19);
        for (size_t i = 0; !known && i < sizeof words / sizeof *words; i++)
            known = code == words[i];
        if (!known)
            return false;
    }
    return true;
}

static gj_status keep_margin(gj_docx *docx, gj_slice text)
{
    text = gj_slice_trim(text);
    if (only_page_numbers(text))
        return GJ_OK;
    for (size_t i = 0; i < docx->margins.count; i++)
        if (gj_slice_equal(docx->margins.items[i], text))
            return GJ_OK;
    gj_slice *kept = GJ_PUSH(docx->scratch, &docx->margins);
    gj_slice copy = kept ? gj_arena_copy(docx->scratch, text) : (gj_slice){ NULL, 0 };
    if (!copy.data)
        return gj_fail_nomem(docx->err);
    *kept = copy;
    return GJ_OK;
}

gj_status gj_docx_margin(gj_docx *docx, gj_slice part)
{
    gj_docx_list list = { NULL, NULL };
    gj_docx_walk *w = GJ_NEW(docx->scratch, gj_docx_walk);
    if (!w)
        return gj_fail_nomem(docx->err);
    w->docx = docx;
    GJ_TRY(gj_docx_push(w, &list));
    GJ_TRY(gj_xml_walk(&docx->xml, part, GJ_LIT("word/header.xml"), &gj_docx_handler, w, docx->err));
    gj_buffer text;
    gj_buffer_init(&text, 0);
    gj_status status = flatten(&list, &text);
    status = status ? gj_fail_nomem(docx->err) : keep_margin(docx, gj_buffer_slice(&text));
    gj_buffer_free(&text);
    return status;
}
