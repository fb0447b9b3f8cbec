/* Lines and tables written out as a text, a line a paragraph and a line a row, which is the document's source. */
#include "paged_writer.h"

#define SLACK 4 /* bytes a line or cell may take beyond its text */

gj_status gj_paged_put(gj_paged_writer *w, gj_slice text)
{
    if (text.len > w->room - w->length)
        return gj_fail(w->paged->err, GJ_INTERNAL, GJ_NOWHERE, "%s 的文字超出了预计的长度",
                       "the text of this %s is longer than was reckoned", w->paged->called);
    if (text.len)
        memcpy(w->text + w->length, text.data, text.len);
    w->length += text.len;
    return GJ_OK;
}

static size_t points(int hundredths)
{
    return hundredths > 0 ? (size_t)hundredths / GJ_PAGED_POINT : 0;
}

gj_status gj_paged_locate(gj_paged_writer *w, gj_locus locus, size_t page, const gj_paged_box *box)
{
    gj_locus *added = GJ_PUSH(w->build->arena, &w->loci);
    if (!added)
        return gj_fail_nomem(w->paged->err);
    *added = locus;
    added->offset = w->length;
    added->part = GJ_PART_BODY;
    added->page = page;
    added->box[0] = points(box->left);
    added->box[1] = points(box->top);
    added->box[2] = points(box->right - box->left);
    added->box[3] = points(box->bottom - box->top);
    return GJ_OK;
}

gj_status gj_paged_taken(gj_paged_writer *w, size_t begin, gj_text *out)
{
    return gj_builder_written(w->build, (gj_slice){ w->text, w->length }, begin, out);
}

void gj_paged_widen(gj_locus *locus, const gj_paged_box *box)
{
    size_t right = locus->box[0] + locus->box[2], left = points(box->left);
    right = points(box->right) > right ? points(box->right) : right;
    locus->box[0] = left < locus->box[0] ? left : locus->box[0];
    locus->box[2] = right - locus->box[0];
    locus->box[3] = points(box->bottom) > locus->box[1] ? points(box->bottom) - locus->box[1] : locus->box[3];
}

gj_status gj_paged_add_block(gj_paged_writer *w, size_t begin, gj_block_kind kind)
{
    gj_block block = { .kind = kind };
    GJ_TRY(gj_paged_taken(w, begin, &block.text));
    GJ_TRY(gj_paged_put(w, GJ_LIT("\n")));
    block.span = block.text.span;
    return block.text.text.len ? gj_builder_block(w->build, &block) : GJ_OK;
}

static gj_status write_picture(gj_paged_writer *w, size_t page)
{
    const gj_paged_page *p = &w->paged->pages[page - 1];
    size_t begin = w->length;
    w->paragraphs++;
    GJ_TRY(gj_paged_locate(w, (gj_locus){ .paragraph = w->paragraphs }, page,
                           &(gj_paged_box){ 0, 0, p->width, p->height }));
    GJ_TRY(gj_paged_put(w, GJ_LIT("图片")));
    return gj_paged_add_block(w, begin, GJ_BLOCK_IMAGE);
}

static gj_status write_items(gj_paged_writer *w)
{
    const gj_paged_item *items = w->paged->items.items;
    size_t page = 1;
    for (size_t i = 0; i < w->paged->items.count;) {
        for (; page < items[i].page; page++)
            if (w->paged->pages[page - 1].picture)
                GJ_TRY(write_picture(w, page));
        size_t loose = items[i].line ? gj_paged_loose_rows(w, i) : 0;
        if (loose) {
            GJ_TRY(gj_paged_write_loose(w, i, loose));
            i += loose;
        } else if (items[i].line) {
            GJ_TRY(gj_paged_write_paragraph(w, i, &i));
        } else {
            GJ_TRY(gj_paged_write_table(w, items[i].table, items[i].page));
            i++;
        }
    }
    for (; page <= w->paged->page_count; page++)
        if (w->paged->pages[page - 1].picture)
            GJ_TRY(write_picture(w, page));
    return GJ_OK;
}

static size_t room_for(const gj_paged *paged)
{
    size_t room = 64 + 16 * paged->page_count; /* words for pictures */
    for (size_t i = 0; i < paged->items.count; i++) {
        const gj_paged_item *item = &paged->items.items[i];
        if (item->line) {
            room += item->line->text.len + SLACK;
            continue;
        }
        for (size_t k = 0; k < item->table->cells.count; k++)
            room += item->table->cells.items[k].text.len + SLACK;
        room += item->table->row_count + SLACK;
    }
    return room;
}

gj_status gj_paged_write(gj_paged *paged, gj_builder *build, gj_slice name)
{
    gj_paged_writer w = { .paged = paged, .build = build, .room = room_for(paged) };
    w.text = gj_arena_alloc(build->arena, w.room + 1);
    w.grid = GJ_NEW(paged->scratch, gj_grid_builder);
    if (!w.text || !w.grid)
        return gj_fail_nomem(paged->err);
    GJ_TRY(gj_paged_locate(&w, (gj_locus){ .paragraph = 1 }, 1, &(gj_paged_box){ 0 }));
    GJ_TRY(gj_paged_find_frames(&w));
    GJ_TRY(write_items(&w));
    gj_source *source;
    GJ_TRY(gj_source_open(build->arena, name, (gj_slice){ w.text, w.length }, &source, paged->err));
    source->loci = w.loci.items;
    source->locus_count = w.loci.count;
    build->source = source;
    return GJ_OK;
}
