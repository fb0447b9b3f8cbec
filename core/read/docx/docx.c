#include "docx.h"

#include "../read.h"

static gj_status read_parts(gj_docx *docx, const gj_docx_parts *parts)
{
    GJ_TRY(gj_docx_styles(docx, parts->styles));
    GJ_TRY(gj_docx_numbering(docx, parts->numbering));
    GJ_TRY(gj_docx_story(docx, parts->document, GJ_LIT("word/document.xml"), false));
    GJ_TRY(gj_docx_story(docx, parts->footnotes, GJ_LIT("word/footnotes.xml"), false));
    GJ_TRY(gj_docx_story(docx, parts->endnotes, GJ_LIT("word/endnotes.xml"), true));
    for (size_t i = 0; i < parts->headers.count; i++)
        GJ_TRY(gj_docx_margin(docx, parts->headers.items[i]));
    return GJ_OK;
}

gj_status gj_docx_read(gj_arena *arena, gj_arena *scratch, gj_slice name, const gj_docx_parts *parts, gj_document **out,
                       gj_error *err)
{
    gj_docx *docx = GJ_NEW(scratch, gj_docx);
    gj_error local;
    if (!docx)
        return gj_fail_nomem(err);
    docx->arena = arena;
    docx->scratch = scratch;
    docx->err = err ? err : &local;
    GJ_TRY(gj_xml_library_open(&docx->xml, docx->err));
    gj_status status = read_parts(docx, parts);
    gj_xml_library_close(&docx->xml);
    gj_builder build = { .arena = arena, .err = docx->err };
    if (status == GJ_OK)
        status = gj_docx_write(docx, &build, name);
    if (status == GJ_OK)
        status = gj_docx_remarks(docx, &build);
    return status ? status : gj_builder_finish(&build, GJ_FORMAT_DOCX, out);
}

gj_status gj_read_docx(gj_arena *arena, gj_slice name, gj_slice bytes, gj_document **out, gj_error *err)
{
    gj_docx_parts parts = { 0 };
    gj_arena *scratch = gj_arena_new(0);
    if (!scratch)
        return gj_fail_nomem(err);
    gj_status status = gj_docx_parts_of(scratch, bytes, &parts, err);
    if (status == GJ_OK)
        status = gj_docx_read(arena, scratch, name, &parts, out, err);
    gj_arena_free(scratch);
    return status;
}
