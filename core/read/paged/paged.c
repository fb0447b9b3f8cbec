#include "paged.h"

#define MOST_UNKNOWN 4 /* one character in so many without a meaning: the file cannot be read at all */

/* Without a meaning in Unicode: the font says how it looks, but not what it is. */
static bool is_unknown(uint32_t code)
{
    return code == 0xFFFD || (code >= 0xE000 && code <= 0xF8FF) || code >= 0xF0000;
}

static gj_status look_over(const gj_paged *paged, size_t *unknown)
{
    size_t glyphs = 0;
    *unknown = 0;
    for (size_t i = 0; i < paged->page_count; i++) {
        glyphs += paged->pages[i].glyphs.count;
        for (size_t k = 0; k < paged->pages[i].glyphs.count; k++)
            *unknown += is_unknown(paged->pages[i].glyphs.items[k].code);
    }
    if (!glyphs)
        return gj_fail(paged->err, GJ_INPUT, GJ_NOWHERE,
                       "这个 %s 里没有文字，多半是扫描件或图片；请检查它的 Word 原件（.docx）",
                       "this %s holds no text, it is probably a scan; check the Word document (.docx) it was made from",
                       paged->called);
    if (*unknown > glyphs / MOST_UNKNOWN)
        return gj_fail(
            paged->err, GJ_INPUT, GJ_NOWHERE,
            "这个 %s 的字体没有写明每个字是什么（%zu 个字里有 %zu 个不知道），不能检查；请检查它的 Word 原件（.docx）",
            "the fonts of this %s do not say what their characters are (of %zu, %zu are not known); check the "
            "Word document (.docx) it was made from",
            paged->called, glyphs, *unknown);
    return GJ_OK;
}

static gj_status remark_unknown(const gj_paged *paged, gj_builder *build, size_t unknown)
{
    if (!unknown)
        return GJ_OK;
    gj_slice zh = gj_arena_format(build->arena, "%s 里有 %zu 个字的字体没有写明是什么字，读不出；请对照原文件核对",
                                  paged->called, unknown);
    gj_slice en =
        gj_arena_format(build->arena, "the fonts of the %s do not say what %zu characters are; compare with the file",
                        paged->called, unknown);
    return gj_builder_remark_all(build, "unknown_characters", zh, en);
}

static gj_status remark_margins(const gj_paged *paged, gj_builder *build)
{
    for (size_t i = 0; i < paged->margins.count; i++)
        GJ_TRY(gj_builder_margin(build, paged->margins.items[i]));
    return GJ_OK;
}

/* Pages that were not read, or not their tables. */
static gj_status remark_pages(const gj_paged *paged, gj_builder *build)
{
    for (size_t page = 1; page <= paged->page_count; page++) {
        gj_arena *arena = build->arena;
        if (paged->pages[page - 1].undrawn)
            GJ_TRY(gj_builder_remark_all(
                build, "tables_not_read",
                gj_arena_format(arena, "第 %zu 页太大或线条太多，页上的表格没有读入；请检查 Word 原件", page),
                gj_arena_format(
                    arena,
                    "page %zu is too large or has too many lines: its tables were not read; check the Word document",
                    page)));
        if (paged->pages[page - 1].covered && paged->pages[page - 1].glyphs.count)
            GJ_TRY(gj_builder_remark_all(
                build, "text_of_a_scan",
                gj_arena_format(arena, "第 %zu 页整页是图片，上面的文字多半是扫描后识别的，可能认错；请检查 Word 原件",
                                page),
                gj_arena_format(arena,
                                "page %zu is one picture: its text was probably recognized by a machine and may be "
                                "wrong; check the Word document",
                                page)));
        if (paged->pages[page - 1].picture)
            GJ_TRY(gj_builder_remark_all(
                build, "page_is_picture", gj_arena_format(arena, "第 %zu 页只有图片，没有文字，没有检查", page),
                gj_arena_format(arena, "page %zu is a picture without text and was not checked", page)));
    }
    return GJ_OK;
}

static gj_status make(gj_paged *paged, gj_builder *build, gj_slice name)
{
    size_t unknown;
    GJ_TRY(look_over(paged, &unknown));
    for (size_t page = 1; page <= paged->page_count; page++)
        GJ_TRY(gj_paged_items(paged, page));
    GJ_TRY(gj_paged_margins(paged));
    GJ_TRY(gj_paged_join(paged));
    GJ_TRY(gj_paged_write(paged, build, name));
    GJ_TRY(remark_unknown(paged, build, unknown));
    GJ_TRY(remark_pages(paged, build));
    return remark_margins(paged, build);
}

gj_status gj_paged_read(gj_builder *build, gj_arena *scratch, gj_slice name, gj_format format,
                        const gj_paged_pages *pages, gj_document **out)
{
    gj_paged paged = { .arena = build->arena,
                       .scratch = scratch,
                       .err = build->err,
                       .called = format == GJ_FORMAT_OFD ? "OFD" : "PDF",
                       .pages = pages->items,
                       .page_count = pages->count };
    GJ_TRY(make(&paged, build, name));
    return gj_builder_finish(build, format, out);
}
