#include "pdf.h"

#include "../../base/utf8.h"
#include "../read.h"

#define MOST_UNKNOWN 4 /* one character in so many without a meaning: the file cannot be read at all */

/* Without a meaning in Unicode: the font says how it looks, but not what it is. */
static bool is_unknown(uint32_t code)
{
    return code == 0xFFFD || (code >= 0xE000 && code <= 0xF8FF) || code >= 0xF0000;
}

static gj_status look_over(const gj_pdf *pdf, size_t *unknown)
{
    size_t glyphs = 0;
    *unknown = 0;
    for (size_t i = 0; i < pdf->page_count; i++) {
        glyphs += pdf->pages[i].glyphs.count;
        for (size_t k = 0; k < pdf->pages[i].glyphs.count; k++)
            *unknown += is_unknown(pdf->pages[i].glyphs.items[k].code);
    }
    if (!glyphs)
        return gj_fail(
            pdf->err, GJ_INPUT, GJ_NOWHERE, "这个 PDF 里没有文字，多半是扫描件或图片；请检查它的 Word 原件（.docx）",
            "this PDF holds no text, it is probably a scan; check the Word document (.docx) it was made from");
    if (*unknown > glyphs / MOST_UNKNOWN)
        return gj_fail(
            pdf->err, GJ_INPUT, GJ_NOWHERE,
            "这个 PDF 的字体没有写明每个字是什么（%zu 个字里有 %zu 个不知道），不能检查；请检查它的 Word 原件（.docx）",
            "the fonts of this PDF do not say what their characters are (of %zu, %zu are not known); check the "
            "Word document (.docx) it was made from",
            glyphs, *unknown);
    return GJ_OK;
}

static gj_status remark_unknown(gj_builder *build, size_t unknown)
{
    if (!unknown)
        return GJ_OK;
    gj_slice zh =
        gj_arena_format(build->arena, "PDF 里有 %zu 个字的字体没有写明是什么字，读不出；请对照原文件核对", unknown);
    gj_slice en = gj_arena_format(
        build->arena, "the fonts of the PDF do not say what %zu characters are; compare with the file", unknown);
    return gj_builder_remark_all(build, "unknown_characters", zh, en);
}

static gj_status remark_margins(const gj_pdf *pdf, gj_builder *build)
{
    for (size_t i = 0; i < pdf->margins.count; i++)
        GJ_TRY(gj_builder_margin(build, pdf->margins.items[i]));
    return GJ_OK;
}

/* Pages that were not read, or not their tables. */
static gj_status remark_pages(const gj_pdf *pdf, gj_builder *build)
{
    for (size_t page = 1; page <= pdf->page_count; page++) {
        gj_arena *arena = build->arena;
        if (pdf->pages[page - 1].undrawn)
            GJ_TRY(gj_builder_remark_all(
                build, "tables_not_read",
                gj_arena_format(arena, "第 %zu 页太大或线条太多，页上的表格没有读入；请检查 Word 原件", page),
                gj_arena_format(
                    arena,
                    "page %zu is too large or has too many lines: its tables were not read; check the Word document",
                    page)));
        if (pdf->pages[page - 1].covered && pdf->pages[page - 1].glyphs.count)
            GJ_TRY(gj_builder_remark_all(
                build, "text_of_a_scan",
                gj_arena_format(arena, "第 %zu 页整页是图片，上面的文字多半是扫描后识别的，可能认错；请检查 Word 原件",
                                page),
                gj_arena_format(arena,
                                "page %zu is one picture: its text was probably recognized by a machine and may be "
                                "wrong; check the Word document",
                                page)));
        if (pdf->pages[page - 1].picture)
            GJ_TRY(gj_builder_remark_all(
                build, "page_is_picture", gj_arena_format(arena, "第 %zu 页只有图片，没有文字，没有检查", page),
                gj_arena_format(arena, "page %zu is a picture without text and was not checked", page)));
    }
    return GJ_OK;
}

static gj_status make(gj_pdf *pdf, gj_builder *build, gj_slice name)
{
    size_t unknown;
    GJ_TRY(look_over(pdf, &unknown));
    for (size_t page = 1; page <= pdf->page_count; page++)
        GJ_TRY(gj_pdf_items(pdf, page));
    GJ_TRY(gj_pdf_margins(pdf));
    GJ_TRY(gj_pdf_join(pdf));
    GJ_TRY(gj_pdf_write(pdf, build, name));
    GJ_TRY(remark_unknown(build, unknown));
    GJ_TRY(remark_pages(pdf, build));
    return remark_margins(pdf, build);
}

gj_status gj_pdf_read(gj_arena *arena, gj_arena *scratch, gj_slice name, const gj_pdf_pages *pages, gj_document **out,
                      gj_error *err)
{
    gj_error local;
    gj_pdf pdf = {
        .arena = arena, .scratch = scratch, .err = err ? err : &local, .pages = pages->items, .page_count = pages->count
    };
    gj_builder build = { .arena = arena, .err = pdf.err };
    GJ_TRY(make(&pdf, &build, name));
    return gj_builder_finish(&build, GJ_FORMAT_PDF, out);
}

gj_status gj_read_pdf(gj_arena *arena, gj_slice name, gj_slice bytes, gj_document **out, gj_error *err)
{
    gj_pdf_pages pages = { 0 };
    gj_arena *scratch = gj_arena_new(0);
    if (!scratch)
        return gj_fail_nomem(err);
    gj_status status = gj_pdf_pages_of(scratch, bytes, &pages, err);
    if (status == GJ_OK)
        status = gj_pdf_read(arena, scratch, name, &pages, out, err);
    gj_arena_free(scratch);
    return status;
}
