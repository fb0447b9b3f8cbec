/* Lines that look like a table, but have no lines drawn around their cells. */
#include "paged_writer.h"

/* The rest of a label that was broken: it ends far from the right margin. */
static bool is_narrow(const gj_paged_frame *f, const gj_paged_line *line)
{
    return line->box.right < f->left + (f->right - f->left) / 5 * 2;
}

/* From a line in pieces to the last such line of the page, with nothing but narrow lines between; 0 or 1 where it is no table. */
size_t gj_paged_loose_rows(gj_paged_writer *w, size_t first)
{
    const gj_paged_item *items = w->paged->items.items;
    const gj_paged_frame *f = gj_paged_frame_of(w, items[first].page);
    size_t end = first, pieces = 0;
    if (!f || items[first].line->pieces < 2)
        return 0;
    for (size_t i = first; i < w->paged->items.count && items[i].line && items[i].page == items[first].page; i++) {
        if (items[i].line->pieces > 1) {
            end = i + 1;
            pieces++;
        } else if (!is_narrow(f, items[i].line)) {
            break;
        }
    }
    return pieces > 1 ? end - first : 0;
}

/* Something stands there for a table, and nobody can place its figures: no better than a picture of one. */
gj_status gj_paged_write_loose(gj_paged_writer *w, size_t first, size_t count)
{
    const gj_paged_item *items = w->paged->items.items;
    size_t begin = w->length;
    w->paragraphs++;
    GJ_TRY(gj_paged_locate(w, (gj_locus){ .paragraph = w->paragraphs }, items[first].page, &items[first].line->box));
    for (size_t i = first; i < first + count; i++) {
        GJ_TRY(gj_paged_put(w, i > first ? GJ_LIT(" ") : GJ_LIT("")));
        GJ_TRY(gj_paged_put(w, items[i].line->text));
        gj_paged_widen(&w->loci.items[w->loci.count - 1], &items[i].line->box);
    }
    GJ_TRY(gj_paged_add_block(w, begin, GJ_BLOCK_IMAGE));
    gj_span span = { begin, w->length - 1 };
    size_t page = w->paged->items.items[first].page;
    gj_arena *arena = w->build->arena;
    return gj_builder_remark(
        w->build, GJ_LIT("table_without_lines"), span, GJ_LIT(""),
        gj_arena_format(arena, "第 %zu 页有 %zu 行像是没有框线的表格，分不清数字属于哪一格，没有读入；请检查 Word 原件",
                        page, count),
        gj_arena_format(
            arena,
            "page %zu: %zu lines look like a table without lines around its cells; which cell a figure stands "
            "in cannot be told, so they were not read. Check the Word document",
            page, count));
}
