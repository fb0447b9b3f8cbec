#include "markdown.h"

#include "../read.h"
#include "../struck.h"

gj_status gj_markdown_remark(gj_markdown *md, const char *kind, gj_span span, const char *zh, const char *en)
{
    return gj_builder_remark(&md->build, gj_slice_of(kind), span, (gj_slice){ 0 }, gj_slice_of(zh), gj_slice_of(en));
}

gj_status gj_markdown_cell(gj_markdown *md, gj_span span)
{
    gj_slice bytes = md->build.source->bytes;
    gj_text text;
    if (gj_inline_is_plain(gj_slice_sub(bytes, span.begin, span.end))) {
        GJ_TRY(gj_builder_verbatim(&md->build, span.begin, span.end, &text));
    } else {
        span = gj_span_trim(bytes, span);
        GJ_TRY(gj_struck_find(md, span));
        gj_inline_begin(&md->text, GJ_INLINE_MARKDOWN);
        gj_inline_add(&md->text, span);
        GJ_TRY(gj_inline_end(&md->text, span, &text, NULL, md->build.err));
    }
    return gj_grid_cell_add(&md->grid, &text, 1, 1, md->build.err);
}

static gj_status remark_clamped(gj_markdown *md)
{
    return gj_markdown_remark(
        md, "span_clamped", md->grid.first_clamped,
        "合并单元格的行数或列数（rowspan、colspan）超出了表格，按实际能占的格数读入；请核对",
        "a cell's rowspan or colspan reaches further than the table; it was read as far as it fits. "
        "Check it");
}

static gj_status remark_ragged(gj_markdown *md, const gj_grid *grid)
{
    const gj_grid_row *row = &grid->rows[md->grid.ragged_row];
    gj_arena *arena = md->build.arena;
    gj_slice zh =
        gj_arena_format(arena, "表格各行的格数不一样：第 1 行 %zu 格，第 %zu 行 %zu 格；请核对有没有少填或多填",
                        grid->rows[0].slot_count, md->grid.ragged_row + 1, row->slot_count);
    gj_slice en = gj_arena_format(arena,
                                  "the rows of the table differ in width: row 1 has %zu cells, row %zu has %zu; check "
                                  "for missing or extra cells",
                                  grid->rows[0].slot_count, md->grid.ragged_row + 1, row->slot_count);
    return gj_builder_remark(&md->build, GJ_LIT("ragged_table"), row->span, (gj_slice){ 0 }, zh, en);
}

gj_status gj_markdown_table(gj_markdown *md, gj_span span, gj_slice caption)
{
    gj_grid *grid;
    GJ_TRY(gj_grid_finish(&md->grid, span, &grid, md->build.err));
    if (!grid->row_count)
        return GJ_OK;
    grid->caption = caption;
    if (md->grid.clamped)
        GJ_TRY(remark_clamped(md));
    if (md->grid.ragged)
        GJ_TRY(remark_ragged(md, grid));
    gj_block block = {
        .kind = GJ_BLOCK_TABLE, .span = span, .text = { .text = { "", 0 }, .span = span }, .grid = grid
    };
    return gj_builder_block(&md->build, &block);
}

static gj_status read_all(gj_markdown *md)
{
    size_t body;
    GJ_TRY(gj_front_matter(md, &body));
    GJ_TRY(gj_markdown_cut_all(md, body));
    size_t tables = md->build.blocks.count;
    GJ_TRY(gj_markdown_blocks(md));
    GJ_TRY(gj_struck_remark(md));
    if (tables) /* they were read before the text around them */
        gj_builder_sort(&md->build);
    return GJ_OK;
}

gj_status gj_read_markdown(gj_arena *arena, const gj_source *source, gj_document **out, gj_error *err)
{
    if (source->bytes.len > GJ_MAX_MARKDOWN)
        return gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "Markdown 文件太大：%zu 字节，最多 %zu 字节",
                       "the Markdown file is too large: %zu bytes, at most %zu", source->bytes.len, GJ_MAX_MARKDOWN);
    gj_markdown *md = GJ_NEW(arena, gj_markdown);
    gj_arena *scratch = md ? gj_arena_new(0) : NULL;
    if (!scratch)
        return gj_fail_nomem(err);
    md->build = (gj_builder){ .arena = arena, .source = source, .err = err };
    md->scratch = scratch;
    md->text.text.arena = arena;
    md->text.text.bytes = source->bytes;
    md->text.scratch = scratch;
    gj_status status = read_all(md);
    gj_arena_free(scratch);
    return status ? status : gj_builder_finish(&md->build, GJ_FORMAT_MARKDOWN, out);
}
