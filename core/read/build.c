#include "build.h"

#include <stdlib.h>

#include "../base/utf8.h"

#define MARGIN_SHOWN 80 /* bytes of a header or footer that are quoted */

gj_status gj_builder_block(gj_builder *builder, const gj_block *block)
{
    if (builder->blocks.count == GJ_MAX_BLOCKS)
        return gj_fail(builder->err, GJ_LIMIT, block->span.begin, "标题、段落和表格太多，最多 %d 个",
                       "too many headings, paragraphs and tables, at most %d", GJ_MAX_BLOCKS);
    bool table = block->kind == GJ_BLOCK_TABLE || block->kind == GJ_BLOCK_RECORD;
    if (table && ++builder->tables > GJ_MAX_TABLES)
        return gj_fail(builder->err, GJ_LIMIT, block->span.begin, "表格太多，最多 %d 个", "too many tables, at most %d",
                       GJ_MAX_TABLES);
    gj_block *added = GJ_PUSH(builder->arena, &builder->blocks);
    if (!added)
        return gj_fail_nomem(builder->err);
    *added = *block;
    return GJ_OK;
}

gj_status gj_builder_meta(gj_builder *builder, gj_slice key, const gj_text *value, gj_slice pointer)
{
    gj_meta *added = GJ_PUSH(builder->arena, &builder->metas);
    if (!added)
        return gj_fail_nomem(builder->err);
    *added = (gj_meta){ .key = key, .value = *value, .pointer = pointer };
    return GJ_OK;
}

gj_status gj_builder_remark(gj_builder *builder, gj_slice kind, gj_span span, gj_slice pointer, gj_slice zh,
                            gj_slice en)
{
    gj_remark *added = zh.data && en.data ? GJ_PUSH(builder->arena, &builder->remarks) : NULL;
    if (!added)
        return gj_fail_nomem(builder->err);
    *added = (gj_remark){ .kind = kind, .words = { zh, en }, .span = span, .pointer = pointer };
    return GJ_OK;
}

gj_status gj_builder_remark_all(gj_builder *builder, const char *kind, gj_slice zh, gj_slice en)
{
    gj_span nowhere = { GJ_NOWHERE, GJ_NOWHERE };
    return gj_builder_remark(builder, gj_slice_of(kind), nowhere, GJ_LIT(""), zh, en);
}

gj_status gj_builder_margin(gj_builder *builder, gj_slice text)
{
    gj_slice begin = gj_utf8_cut(text, MARGIN_SHOWN);
    const char *more = begin.len < text.len ? "…" : "";
    gj_slice zh = gj_arena_format(builder->arena, "页眉或页脚里的“%.*s%s”不算正文，没有检查", GJ_ARG(begin), more);
    gj_slice en =
        gj_arena_format(builder->arena, "\"%.*s%s\" in a header or footer is no part of the text and was not checked",
                        GJ_ARG(begin), more);
    return gj_builder_remark_all(builder, "header_footer", zh, en);
}

static int by_place(const void *a, const void *b)
{
    const gj_block *left = a, *right = b;
    if (left->span.begin != right->span.begin)
        return left->span.begin < right->span.begin ? -1 : 1;
    return left->span.end > right->span.end ? -1 : left->span.end < right->span.end;
}

void gj_builder_sort(gj_builder *builder)
{
    if (builder->blocks.count)
        qsort(builder->blocks.items, builder->blocks.count, sizeof(gj_block), by_place);
}

gj_status gj_builder_finish(gj_builder *builder, gj_format format, gj_document **out)
{
    gj_document *document = GJ_NEW(builder->arena, gj_document);
    if (!document)
        return gj_fail_nomem(builder->err);
    *document = (gj_document){
        .format = format,
        .source = builder->source,
        .blocks = builder->blocks.items,
        .block_count = builder->blocks.count,
        .metas = builder->metas.items,
        .meta_count = builder->metas.count,
        .remarks = builder->remarks.items,
        .remark_count = builder->remarks.count,
    };
    *out = document;
    return GJ_OK;
}

gj_status gj_builder_written(gj_builder *builder, gj_slice source, size_t begin, gj_text *out)
{
    gj_slice text = gj_slice_trim(gj_slice_sub(source, begin, source.len));
    gj_run *run = GJ_NEW(builder->arena, gj_run);
    if (!run)
        return gj_fail_nomem(builder->err);
    if (text.len)
        begin = (size_t)(text.data - source.data);
    *run = (gj_run){ .text = 0, .source = begin, .length = text.len };
    *out = (gj_text){ .text = text, .span = { begin, begin + text.len }, .runs = run, .run_count = 1 };
    return GJ_OK;
}

gj_status gj_builder_verbatim(gj_builder *builder, size_t begin, size_t end, gj_text *out)
{
    return gj_builder_written(builder, gj_slice_sub(builder->source->bytes, 0, end), begin, out);
}
