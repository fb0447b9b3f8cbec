#include "build.h"

#include <stdlib.h>

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

gj_status gj_builder_verbatim(gj_builder *builder, size_t begin, size_t end, gj_text *out)
{
    gj_slice text = gj_slice_trim(gj_slice_sub(builder->source->bytes, begin, end));
    gj_run *run = GJ_NEW(builder->arena, gj_run);
    if (!run)
        return gj_fail_nomem(builder->err);
    if (text.len)
        begin = (size_t)(text.data - builder->source->bytes.data);
    *run = (gj_run){ .text = 0, .source = begin, .length = text.len };
    *out = (gj_text){ .text = text, .span = { begin, begin + text.len }, .runs = run, .run_count = 1 };
    return GJ_OK;
}
