#include "ofd.h"

#include "../read.h"

#define A4_WIDTH 210
#define A4_HEIGHT 297

/* ---- what a person should know ---- */

static gj_status remark_hidden(const gj_ofd *ofd, gj_builder *build)
{
    if (!ofd->hidden)
        return GJ_OK;
    gj_slice zh = gj_arena_format(build->arena, "OFD 里有看不见的文字（%zu 个字，如“%s”），没有检查；请查明是什么",
                                  ofd->hidden, ofd->sample);
    gj_slice en = gj_arena_format(build->arena,
                                  "the OFD has text that nobody sees (%zu characters, such as \"%s\"), which was not "
                                  "checked; find out what it is",
                                  ofd->hidden, ofd->sample);
    return gj_builder_remark_all(build, "unseen_text", zh, en);
}

static gj_status remark_slanted(const gj_ofd *ofd, gj_builder *build)
{
    if (!ofd->slanted)
        return GJ_OK;
    return gj_builder_remark_all(
        build, "slanted_text",
        gj_arena_format(build->arena, "OFD 里有斜放的文字（%zu 个字，多半是水印），不算正文，没有检查", ofd->slanted),
        gj_arena_format(build->arena,
                        "the OFD has text that stands aslant (%zu characters, probably a watermark); it is no part of "
                        "the report's text and was not checked",
                        ofd->slanted));
}

static gj_status remark_others(const gj_ofd *ofd, gj_builder *build)
{
    gj_arena *arena = build->arena;
    if (ofd->bodies > 1)
        GJ_TRY(gj_builder_remark_all(
            build, "more_documents",
            gj_arena_format(arena, "OFD 文件里有 %zu 份文档，只读了第一份；请把每份报告存成单独的文件", ofd->bodies),
            gj_arena_format(
                arena,
                "the OFD holds %zu documents, of which the first was read; save each report in a file of its own",
                ofd->bodies)));
    if (ofd->versions > 1)
        GJ_TRY(gj_builder_remark_all(
            build, "more_versions",
            gj_arena_format(arena, "OFD 文件里有同一文档的 %zu 个版本，读的是文件入口指向的那个；请核对是否是定稿",
                            ofd->versions),
            gj_arena_format(arena,
                            "the OFD holds %zu versions of its document; the one that it opens with was read. Make "
                            "sure that it is the final one",
                            ofd->versions)));
    if (!ofd->missing)
        return GJ_OK;
    return gj_builder_remark_all(
        build, "parts_not_read",
        gj_arena_format(arena, "OFD 里有 %zu 处引用的图形或模板找不到，没有读入；请对照原文件核对", ofd->missing),
        gj_arena_format(arena,
                        "the OFD refers %zu times to graphics or templates that are not in it; compare with the file",
                        ofd->missing));
}

/* Annotations, seals and attachments. */
static gj_status remark_beside(gj_ofd *ofd, gj_builder *build)
{
    const struct {
        gj_slice place;
        gj_ofd_name entry;
        const char *zh, *en;
    } kinds[] = { { ofd->annotations, GJ_OFD_PAGE, "批注", "annotations" },
                  { ofd->signatures, GJ_OFD_SIGNATURE, "签章", "seals" },
                  { ofd->attachments, GJ_OFD_ATTACHMENT, "附件", "attachments" } };
    gj_slice zh = GJ_LIT(""), en = GJ_LIT("");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        bool found;
        GJ_TRY(gj_ofd_lists(ofd, kinds[i].place, kinds[i].entry, &found));
        if (!found)
            continue;
        zh = gj_arena_format(build->arena, "%.*s%s%s", GJ_ARG(zh), zh.len ? "、" : "", kinds[i].zh);
        en = gj_arena_format(build->arena, "%.*s%s%s", GJ_ARG(en), en.len ? ", " : "", kinds[i].en);
    }
    if (gj_arena_failed(build->arena))
        return gj_fail_nomem(build->err);
    if (!zh.len)
        return GJ_OK;
    return gj_builder_remark_all(
        build, "beside_the_text", gj_arena_format(build->arena, "OFD 里的%.*s不是报告正文，没有检查", GJ_ARG(zh)),
        gj_arena_format(build->arena, "the OFD's %.*s are no part of the report's text and were not checked",
                        GJ_ARG(en)));
}

/* ---- reading ---- */

static gj_status read_pages(gj_ofd *ofd, gj_paged_pages *pages)
{
    for (size_t i = 1; i <= ofd->pages.count; i++) {
        gj_paged_page *page = GJ_PUSH(ofd->scratch, pages);
        if (!page)
            return gj_fail_nomem(ofd->err);
        gj_arena_reset(ofd->page_scratch);
        GJ_TRY(gj_ofd_page(ofd, i, page));
    }
    return GJ_OK;
}

static gj_status read_package(gj_ofd *ofd, gj_builder *build, gj_slice name, gj_document **out)
{
    gj_paged_pages pages = { 0 };
    GJ_TRY(gj_ofd_document(ofd));
    GJ_TRY(read_pages(ofd, &pages));
    GJ_TRY(remark_others(ofd, build));
    GJ_TRY(remark_beside(ofd, build));
    GJ_TRY(remark_hidden(ofd, build));
    GJ_TRY(remark_slanted(ofd, build));
    return gj_paged_read(build, ofd->scratch, name, GJ_FORMAT_OFD, &pages, out);
}

static gj_status not_ofd(gj_error *err)
{
    return gj_fail(err, GJ_INPUT, GJ_NOWHERE, "这不是 OFD 文件（里面没有 OFD.xml）；请去掉 --as ofd",
                   "this is no OFD (there is no OFD.xml in it); leave out --as ofd");
}

gj_status gj_read_ofd(gj_arena *arena, gj_slice name, gj_slice bytes, gj_document **out, gj_error *err)
{
    gj_error local;
    gj_ofd ofd = { .scratch = gj_arena_new(0),
                   .page_scratch = gj_arena_new(0),
                   .err = err ? err : &local,
                   .box = { 0, 0, A4_WIDTH, A4_HEIGHT } };
    gj_builder build = { .arena = arena, .err = ofd.err };
    gj_buffer_init(&ofd.text, GJ_MAX_PART);
    gj_buffer_init(&ofd.deltas[0], GJ_MAX_PART);
    gj_buffer_init(&ofd.deltas[1], GJ_MAX_PART);
    gj_status status = ofd.scratch && ofd.page_scratch ? GJ_OK : gj_fail_nomem(ofd.err);
    if (status == GJ_OK)
        status = gj_package_open(ofd.scratch, bytes, &ofd.package, ofd.err);
    if (status == GJ_OK && gj_package_kind_of(ofd.package) != GJ_PACKAGE_OFD)
        status = not_ofd(ofd.err);
    if (status == GJ_OK)
        status = gj_xml_library_open(&ofd.xml, ofd.err);
    if (status == GJ_OK)
        status = read_package(&ofd, &build, name, out);
    gj_xml_library_close(&ofd.xml);
    gj_package_close(ofd.package);
    for (int i = 0; i < 2; i++)
        gj_buffer_free(&ofd.deltas[i]);
    gj_buffer_free(&ofd.text);
    gj_arena_free(ofd.page_scratch);
    gj_arena_free(ofd.scratch);
    return status;
}
