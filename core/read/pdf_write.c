/* Lines as paragraphs, tables as grids, written out as a text, a line a paragraph and a line a row, which is the document's source. */
#include "ascii.h"
#include "grid.h"
#include "line_break.h"
#include "pdf.h"

#define SLACK 4 /* bytes a line or cell may take beyond its text */
#define NOT_FULL                                                                                                       \
    22 /* tenths of a character that a full line may lack at the right: a word that did not fit, a hanging comma elsewhere */
#define INDENT 12  /* tenths of a character from which a line is indented */
#define INDENTED 3 /* so many indented lines: paragraphs of this text begin so */
#define APART 14   /* tenths: a distance from line to line this much wider than the last one */

typedef struct frame { /* of the text on pages of one width */
    int width, left, right;
} frame;

typedef struct writer {
    gj_pdf *pdf;
    gj_builder *build;
    char *text;
    size_t length, room;
    GJ_LIST(gj_locus) loci;
    GJ_LIST(frame) frames;
    gj_grid_builder *grid;
    size_t paragraphs, tables;
    bool indents;
} writer;

static gj_status put(writer *w, gj_slice text)
{
    if (text.len > w->room - w->length)
        return gj_fail(w->pdf->err, GJ_INTERNAL, GJ_NOWHERE, "PDF 的文字超出了预计的长度",
                       "the text of a PDF is longer than was reckoned");
    if (text.len)
        memcpy(w->text + w->length, text.data, text.len);
    w->length += text.len;
    return GJ_OK;
}

static size_t points(int hundredths)
{
    return hundredths > 0 ? (size_t)hundredths / GJ_PDF_POINT : 0;
}

static gj_status locate(writer *w, gj_locus locus, size_t page, const gj_pdf_box *box)
{
    gj_locus *added = GJ_PUSH(w->build->arena, &w->loci);
    if (!added)
        return gj_fail_nomem(w->pdf->err);
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

static gj_status taken(writer *w, size_t begin, gj_text *out)
{
    gj_slice all = { w->text + begin, w->length - begin };
    gj_slice text = gj_slice_trim(all);
    gj_run *run = GJ_NEW(w->build->arena, gj_run);
    if (!run)
        return gj_fail_nomem(w->pdf->err);
    begin += text.len ? (size_t)(text.data - all.data) : 0;
    *run = (gj_run){ .text = 0, .source = begin, .length = text.len };
    *out = (gj_text){
        .text = { w->text + begin, text.len }, .span = { begin, begin + text.len }, .runs = run, .run_count = 1
    };
    return GJ_OK;
}

/* ---- paragraphs ---- */

static frame *frame_of(writer *w, size_t page)
{
    int width = w->pdf->pages[page - 1].width;
    for (size_t i = 0; i < w->frames.count; i++)
        if (w->frames.items[i].width == width)
            return &w->frames.items[i];
    frame *added = GJ_PUSH(w->pdf->scratch, &w->frames);
    if (added)
        *added = (frame){ .width = width, .left = width, .right = 0 };
    return added;
}

static bool is_full(const frame *f, const gj_pdf_line *line)
{
    return line->box.right >= f->right - line->size / 10 * NOT_FULL;
}

static bool is_indented(const frame *f, const gj_pdf_line *line)
{
    return line->box.left > f->left + line->size / 10 * INDENT;
}

/* Where the text's margins are, and whether paragraphs begin indented: what begins indented and goes on to the right margin. */
static gj_status find_frames(writer *w)
{
    size_t indented = 0;
    for (size_t i = 0; i < w->pdf->items.count; i++) {
        const gj_pdf_item *item = &w->pdf->items.items[i];
        frame *f = frame_of(w, item->page);
        if (!f)
            return gj_fail_nomem(w->pdf->err);
        if (!item->line)
            continue;
        f->left = item->line->box.left < f->left ? item->line->box.left : f->left;
        f->right = item->line->box.right > f->right ? item->line->box.right : f->right;
    }
    for (size_t i = 0; i < w->pdf->items.count; i++) {
        const gj_pdf_item *item = &w->pdf->items.items[i];
        const frame *f = frame_of(w, item->page);
        indented += f && item->line && is_indented(f, item->line) && is_full(f, item->line);
    }
    w->indents = indented >= INDENTED;
    return GJ_OK;
}

static int distance(const gj_pdf_item *from, const gj_pdf_item *to)
{
    return from->page == to->page ? to->line->box.top - from->line->box.top : 0;
}

/* Whether the line of items[i] begins a paragraph after that of items[i - 1]. `first`: the paragraph's first item so far. */
static bool begins(writer *w, size_t first, size_t i)
{
    const gj_pdf_item *items = w->pdf->items.items, *before = &items[i - 1], *item = &items[i];
    if (!before->line || item->page > before->page + 1)
        return true;
    const gj_pdf_line *last = before->line, *line = item->line;
    const frame *f = frame_of(w, before->page), *here = frame_of(w, item->page);
    if (!f || !here || !is_full(f, last) || is_indented(here, line))
        return true;
    if (last->size / 5 * 6 < line->size || line->size / 5 * 6 < last->size)
        return true;
    if (gj_is_heading_line(line->text) && !is_full(here, line))
        return true;
    if (w->indents)
        return false;
    int usual = i - 1 > first ? distance(&items[i - 2], before) : 0, now = distance(before, item);
    return (usual > 0 && now > usual / 10 * APART) || gj_number_mark(line->text);
}

/* The rest of a label that was broken: it ends far from the right margin. */
static bool is_narrow(const frame *f, const gj_pdf_line *line)
{
    return line->box.right < f->left + (f->right - f->left) / 5 * 2;
}

/* From a line in pieces to the last such line of the page, with nothing but narrow lines between; 0 or 1 where it is no table. */
static size_t loose_rows(writer *w, size_t first)
{
    const gj_pdf_item *items = w->pdf->items.items;
    const frame *f = frame_of(w, items[first].page);
    size_t end = first, pieces = 0;
    if (!f || items[first].line->pieces < 2)
        return 0;
    for (size_t i = first; i < w->pdf->items.count && items[i].line && items[i].page == items[first].page; i++) {
        if (items[i].line->pieces > 1) {
            end = i + 1;
            pieces++;
        } else if (!is_narrow(f, items[i].line)) {
            break;
        }
    }
    return pieces > 1 ? end - first : 0;
}

static gj_status put_line(writer *w, size_t begin, gj_slice line)
{
    bool apart = w->length > begin && line.len && gj_is_alnum(w->text[w->length - 1]) && gj_is_alnum(line.data[0]);
    if (apart)
        GJ_TRY(put(w, GJ_LIT(" ")));
    return put(w, line);
}

static void widen(gj_locus *locus, const gj_pdf_box *box)
{
    size_t right = locus->box[0] + locus->box[2], left = points(box->left);
    right = points(box->right) > right ? points(box->right) : right;
    locus->box[0] = left < locus->box[0] ? left : locus->box[0];
    locus->box[2] = right - locus->box[0];
    locus->box[3] = points(box->bottom) > locus->box[1] ? points(box->bottom) - locus->box[1] : locus->box[3];
}

static gj_status add_block(writer *w, size_t begin, gj_block_kind kind)
{
    gj_block block = { .kind = kind };
    GJ_TRY(taken(w, begin, &block.text));
    GJ_TRY(put(w, GJ_LIT("\n")));
    block.span = block.text.span;
    return block.text.text.len ? gj_builder_block(w->build, &block) : GJ_OK;
}

/* A paragraph has a locus on each page that it stands on. Returns the items it takes. */
static gj_status write_paragraph(writer *w, size_t first, size_t *end)
{
    const gj_pdf_item *items = w->pdf->items.items;
    size_t begin = w->length, page = 0;
    w->paragraphs++;
    for (*end = first; *end < w->pdf->items.count && items[*end].line; ++*end) {
        const gj_pdf_item *item = &items[*end];
        if (*end > first && (begins(w, first, *end) || loose_rows(w, *end)))
            break;
        if (item->page != page)
            GJ_TRY(locate(w, (gj_locus){ .paragraph = w->paragraphs }, item->page, &item->line->box));
        else
            widen(&w->loci.items[w->loci.count - 1], &item->line->box);
        page = item->page;
        GJ_TRY(put_line(w, begin, item->line->text));
    }
    return add_block(w, begin, GJ_BLOCK_PARAGRAPH);
}

static gj_status write_picture(writer *w, size_t page)
{
    const gj_pdf_page *p = &w->pdf->pages[page - 1];
    size_t begin = w->length;
    w->paragraphs++;
    GJ_TRY(locate(w, (gj_locus){ .paragraph = w->paragraphs }, page, &(gj_pdf_box){ 0, 0, p->width, p->height }));
    GJ_TRY(put(w, GJ_LIT("图片")));
    return add_block(w, begin, GJ_BLOCK_IMAGE);
}

/* ---- tables ---- */

typedef struct columns {
    int at[GJ_MAX_TABLE_COLUMNS + 1];
    size_t count;
} columns;

static bool add_column(columns *all, int at)
{
    size_t i = 0;
    while (i < all->count && all->at[i] < at - GJ_PDF_SNAP)
        i++;
    if (i < all->count && all->at[i] <= at + GJ_PDF_SNAP)
        return true;
    if (all->count > GJ_MAX_TABLE_COLUMNS)
        return false;
    memmove(all->at + i + 1, all->at + i, (all->count - i) * sizeof *all->at);
    all->at[i] = at;
    all->count++;
    return true;
}

/* The nearest one. */
static size_t column_of(const columns *all, int at)
{
    size_t best = 0;
    for (size_t i = 1; i < all->count; i++) {
        int now = all->at[i] > at ? all->at[i] - at : at - all->at[i];
        int then = all->at[best] > at ? all->at[best] - at : at - all->at[best];
        best = now < then ? i : best;
    }
    return best;
}

static gj_status write_cell(writer *w, const gj_pdf_cell *cell, const columns *all, gj_locus locus)
{
    gj_text text;
    size_t column = column_of(all, cell->box.left), end = column_of(all, cell->box.right);
    locus.column = column + 1;
    GJ_TRY(locate(w, locus, cell->page, &cell->box));
    size_t begin = w->length;
    GJ_TRY(put(w, cell->text));
    GJ_TRY(taken(w, begin, &text));
    return gj_grid_cell_add(w->grid, &text, cell->rowspan, end > column ? end - column : 1, w->pdf->err);
}

static gj_status write_rows(writer *w, const gj_pdf_table *table, const columns *all)
{
    gj_locus locus = { .table = w->tables };
    for (size_t row = 0, i = 0; row < table->row_count; row++) {
        locus.row = row + 1;
        GJ_TRY(gj_grid_row_add(w->grid, (gj_span){ w->length, w->length }, w->pdf->err));
        for (bool first = true; i < table->cells.count && table->cells.items[i].row == row; i++) {
            if (table->cells.items[i].dropped)
                continue;
            if (!first)
                GJ_TRY(put(w, GJ_LIT(" | ")));
            first = false;
            GJ_TRY(write_cell(w, &table->cells.items[i], all, locus));
        }
        gj_grid_row_end(w->grid, w->length);
        GJ_TRY(put(w, GJ_LIT("\n")));
    }
    return GJ_OK;
}

static gj_status write_frame(writer *w, const gj_pdf_table *table)
{
    for (size_t i = 0; i < table->cells.count; i++) {
        const gj_pdf_cell *cell = &table->cells.items[i];
        size_t begin = w->length;
        if (!cell->text.len)
            continue;
        w->paragraphs++;
        GJ_TRY(locate(w, (gj_locus){ .paragraph = w->paragraphs }, cell->page, &cell->box));
        GJ_TRY(put(w, cell->text));
        GJ_TRY(add_block(w, begin, GJ_BLOCK_PARAGRAPH));
    }
    return GJ_OK;
}

static gj_status remark_odd(writer *w, gj_span span)
{
    return gj_builder_remark(
        w->build, GJ_LIT("odd_lines"), span, GJ_LIT(""),
        GJ_LIT("这张表有的框线没有画全，分不清哪些格子是合并的，按画出的线读入；请对照原文件核对"),
        GJ_LIT(
            "some lines of this table are not drawn to their ends, so that merged cells cannot be told; it was read by "
            "the lines that are there. Compare it with the file"));
}

/* The rest of it is not in the file. */
static gj_status remark_cut_off(writer *w, const gj_pdf_table *table, size_t page, gj_span span)
{
    int width = w->pdf->pages[page - 1].width;
    if (table->box.left > GJ_PDF_POINT && table->box.right < width - GJ_PDF_POINT)
        return GJ_OK;
    gj_arena *arena = w->build->arena;
    return gj_builder_remark(
        w->build, GJ_LIT("table_cut_off"), span, GJ_LIT(""),
        gj_arena_format(arena, "第 %zu 页的表格超出了页面，页面外的部分没有读入；请调整列宽后重新导出", page),
        gj_arena_format(
            arena,
            "the table on page %zu runs over the page's edge, what is beyond it was not read; make its columns "
            "narrower and export it again",
            page));
}

static gj_status write_table(writer *w, const gj_pdf_table *table, size_t page)
{
    columns *all = GJ_NEW(w->pdf->scratch, columns);
    gj_grid *grid;
    if (!all)
        return gj_fail_nomem(w->pdf->err);
    for (size_t i = 0; i < table->cells.count; i++)
        if (!add_column(all, table->cells.items[i].box.left) || !add_column(all, table->cells.items[i].box.right))
            return gj_fail(w->pdf->err, GJ_LIMIT, GJ_NOWHERE, "第 %zu 页的表格列太多，最多 %d 列",
                           "the table on page %zu has too many columns, at most %d", page, GJ_MAX_TABLE_COLUMNS);
    if (all->count <= 2)
        return write_frame(w, table);
    size_t begin = w->length;
    w->tables++;
    GJ_TRY(gj_grid_start(w->grid, w->build->arena, w->pdf->err));
    GJ_TRY(write_rows(w, table, all));
    gj_span span = { begin, w->length > begin ? w->length - 1 : begin };
    GJ_TRY(gj_grid_finish(w->grid, span, &grid, w->pdf->err));
    if (table->odd || w->grid->clamped)
        GJ_TRY(remark_odd(w, span));
    GJ_TRY(remark_cut_off(w, table, page, span));
    gj_block block = {
        .kind = GJ_BLOCK_TABLE, .span = span, .text = { .text = { "", 0 }, .span = span }, .grid = grid
    };
    return gj_builder_block(w->build, &block);
}

/* ---- what looks like a table, but has no lines around its cells ---- */

/* Something stands there for a table, and nobody can place its figures: no better than a picture of one. */
static gj_status write_loose(writer *w, size_t first, size_t count)
{
    const gj_pdf_item *items = w->pdf->items.items;
    size_t begin = w->length;
    w->paragraphs++;
    GJ_TRY(locate(w, (gj_locus){ .paragraph = w->paragraphs }, items[first].page, &items[first].line->box));
    for (size_t i = first; i < first + count; i++) {
        GJ_TRY(put(w, i > first ? GJ_LIT(" ") : GJ_LIT("")));
        GJ_TRY(put(w, items[i].line->text));
        widen(&w->loci.items[w->loci.count - 1], &items[i].line->box);
    }
    GJ_TRY(add_block(w, begin, GJ_BLOCK_IMAGE));
    gj_span span = { begin, w->length - 1 };
    size_t page = w->pdf->items.items[first].page;
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

/* ---- all ---- */

static gj_status write_items(writer *w)
{
    const gj_pdf_item *items = w->pdf->items.items;
    size_t page = 1;
    for (size_t i = 0; i < w->pdf->items.count;) {
        for (; page < items[i].page; page++)
            if (w->pdf->pages[page - 1].picture)
                GJ_TRY(write_picture(w, page));
        size_t loose = items[i].line ? loose_rows(w, i) : 0;
        if (loose) {
            GJ_TRY(write_loose(w, i, loose));
            i += loose;
        } else if (items[i].line) {
            GJ_TRY(write_paragraph(w, i, &i));
        } else {
            GJ_TRY(write_table(w, items[i].table, items[i].page));
            i++;
        }
    }
    for (; page <= w->pdf->page_count; page++)
        if (w->pdf->pages[page - 1].picture)
            GJ_TRY(write_picture(w, page));
    return GJ_OK;
}

static size_t room_for(const gj_pdf *pdf)
{
    size_t room = 64 + 16 * pdf->page_count; /* words for pictures */
    for (size_t i = 0; i < pdf->items.count; i++) {
        const gj_pdf_item *item = &pdf->items.items[i];
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

gj_status gj_pdf_write(gj_pdf *pdf, gj_builder *build, gj_slice name)
{
    writer w = { .pdf = pdf, .build = build, .room = room_for(pdf) };
    w.text = gj_arena_alloc(build->arena, w.room + 1);
    w.grid = GJ_NEW(pdf->scratch, gj_grid_builder);
    if (!w.text || !w.grid)
        return gj_fail_nomem(pdf->err);
    GJ_TRY(locate(&w, (gj_locus){ .paragraph = 1 }, 1, &(gj_pdf_box){ 0 }));
    GJ_TRY(find_frames(&w));
    GJ_TRY(write_items(&w));
    gj_source *source;
    GJ_TRY(gj_source_open(build->arena, name, (gj_slice){ w.text, w.length }, &source, pdf->err));
    source->loci = w.loci.items;
    source->locus_count = w.loci.count;
    build->source = source;
    return GJ_OK;
}
