/* The tree as a text, a line a paragraph and a line a row, which is the document's source, with blocks and loci. */
#include "../base/utf8.h"
#include "ascii.h"
#include "docx.h"
#include "grid.h"
#include "line_break.h"

#define SLACK 8 /* bytes a paragraph, cell or note may take beyond its text: line end, joints, the word for a picture */

/* What stands in the cells of a table but is no text of them waits until the table is written. */
typedef struct waiting {
    const gj_docx_list *blocks;
    const gj_docx_note *notes;
} waiting;

typedef struct writer {
    gj_docx *docx;
    gj_builder *build;
    char *text;
    size_t length, room;
    GJ_LIST(gj_locus) loci;
    gj_part part;
    size_t paragraphs[GJ_PART_NOTE + 1], tables;
    gj_grid_builder *grid;
    GJ_LIST(waiting) waiting;
} writer;

static gj_status write_list(writer *w, const gj_docx_list *list);

static gj_status put(writer *w, gj_slice text)
{
    if (text.len > w->room - w->length)
        return gj_fail(w->docx->err, GJ_INTERNAL, GJ_NOWHERE, "docx 的文字超出了预计的长度",
                       "the text of a docx is longer than was reckoned");
    if (text.len)
        memcpy(w->text + w->length, text.data, text.len);
    w->length += text.len;
    return GJ_OK;
}

static gj_status locate(writer *w, gj_locus locus)
{
    gj_locus *added = GJ_PUSH(w->build->arena, &w->loci);
    if (!added)
        return gj_fail_nomem(w->docx->err);
    *added = locus;
    added->offset = w->length;
    added->part = w->part;
    return GJ_OK;
}

/* What was written from `begin` on, as a text of the document: it stands in the source as it reads. */
static gj_status taken(writer *w, size_t begin, gj_text *out)
{
    gj_slice all = { w->text + begin, w->length - begin };
    gj_slice text = gj_slice_trim(all);
    gj_run *run = GJ_NEW(w->build->arena, gj_run);
    if (!run)
        return gj_fail_nomem(w->docx->err);
    begin += text.len ? (size_t)(text.data - all.data) : 0;
    *run = (gj_run){ .text = 0, .source = begin, .length = text.len };
    *out = (gj_text){
        .text = { w->text + begin, text.len }, .span = { begin, begin + text.len }, .runs = run, .run_count = 1
    };
    return GJ_OK;
}

/* The next line of a text broken by its writer. */
static bool next_line(gj_slice text, size_t *at, gj_slice *line)
{
    if (*at > text.len)
        return false;
    const char *feed = *at < text.len ? memchr(text.data + *at, '\n', text.len - *at) : NULL;
    size_t end = feed ? (size_t)(feed - text.data) : text.len;
    *line = gj_slice_trim(gj_slice_sub(text, *at, end));
    *at = end + 1;
    return true;
}

/* Lines are joined without a space, except between two ASCII letters or digits, as the other readers do. */
static gj_status join(writer *w, size_t begin, gj_slice line)
{
    bool apart = w->length > begin && line.len && gj_is_alnum(w->text[w->length - 1]) && gj_is_alnum(line.data[0]);
    if (apart)
        GJ_TRY(put(w, GJ_LIT(" ")));
    return put(w, line);
}

static gj_status put_joined(writer *w, size_t begin, gj_slice text)
{
    gj_slice line;
    for (size_t at = 0; next_line(text, &at, &line);)
        GJ_TRY(join(w, begin, line));
    return GJ_OK;
}

static gj_status end_paragraph(writer *w, const gj_docx_block *p, size_t begin)
{
    gj_block block = { .kind = GJ_BLOCK_PARAGRAPH };
    GJ_TRY(taken(w, begin, &block.text));
    GJ_TRY(put(w, GJ_LIT("\n")));
    if (!block.text.text.len)
        return GJ_OK;
    block.span = block.text.span;
    if (p->picture)
        block.kind = GJ_BLOCK_IMAGE;
    else if (p->level && gj_utf8_count(block.text.text) <= GJ_MAX_TITLE_CHARS)
        block.kind = GJ_BLOCK_HEADING;
    block.level = block.kind == GJ_BLOCK_HEADING ? p->level : 0;
    block.strong = block.kind == GJ_BLOCK_PARAGRAPH && p->strong;
    return gj_builder_block(w->build, &block);
}

static size_t widest_line(gj_slice text)
{
    size_t widest = 0;
    gj_slice line;
    for (size_t at = 0; next_line(text, &at, &line);) {
        size_t length = gj_utf8_count(line);
        widest = length > widest ? length : widest;
    }
    return widest;
}

/* A break inside a paragraph ends it where one in a plain text would. A heading is one in any case. */
static gj_status write_lines(writer *w, const gj_docx_block *p)
{
    size_t begin = w->length, at = 0, from = begin; /* of the paragraph; of its last line */
    gj_slice line, previous = { "", 0 };
    bool broken = !p->level && memchr(p->text.data, '\n', p->text.len);
    size_t widest = broken ? widest_line(p->text) : 0;
    GJ_TRY(put(w, p->label));
    if (!broken) {
        GJ_TRY(put_joined(w, begin, p->text));
        return end_paragraph(w, p, begin);
    }
    gj_locus locus = w->loci.items[w->loci.count - 1];
    while (next_line(p->text, &at, &line)) {
        if (previous.len && (!line.len || gj_break_ends_paragraph(previous, line, widest))) {
            GJ_TRY(end_paragraph(w, p, begin));
            begin = from = w->length;
            GJ_TRY(locate(w, locus));
        }
        GJ_TRY(join(w, begin, line));
        previous = gj_slice_trim((gj_slice){ w->text + from, w->length - from });
        from = w->length;
    }
    return end_paragraph(w, p, begin);
}

static gj_status write_paragraph(writer *w, const gj_docx_block *p)
{
    bool empty = !p->label.len && !gj_slice_trim(p->text).len && !p->picture;
    if (empty)
        return GJ_OK;
    GJ_TRY(locate(
        w, (gj_locus){ .paragraph = w->part == GJ_PART_NOTE ? w->paragraphs[w->part] : ++w->paragraphs[w->part] }));
    if (!p->picture)
        return write_lines(w, p);
    size_t begin = w->length;
    GJ_TRY(put(w, p->label));
    GJ_TRY(put(w, p->alt.len ? p->alt : GJ_LIT("图片")));
    return end_paragraph(w, p, begin);
}

static gj_status wait_for(writer *w, const gj_docx_list *blocks, const gj_docx_note *notes)
{
    waiting *added = GJ_PUSH(w->docx->scratch, &w->waiting);
    if (!added)
        return gj_fail_nomem(w->docx->err);
    *added = (waiting){ blocks, notes };
    return GJ_OK;
}

static gj_docx_note_text *note_of(gj_docx *docx, const gj_docx_note *note)
{
    size_t low = 0, high = docx->notes.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const gj_docx_note_text *at = &docx->notes.items[middle];
        if (at->end != note->end ? !at->end : at->id < note->id)
            low = middle + 1;
        else
            high = middle;
    }
    gj_docx_note_text *found = low < docx->notes.count ? &docx->notes.items[low] : NULL;
    return found && found->end == note->end && found->id == note->id ? found : NULL;
}

/* A note stands after what refers to it first; those within notes are not followed. */
static gj_status write_notes(writer *w, const gj_docx_note *notes)
{
    gj_part part = w->part;
    for (const gj_docx_note *note = notes; note && part != GJ_PART_NOTE; note = note->next) {
        gj_docx_note_text *found = note_of(w->docx, note);
        if (!found || found->written)
            continue;
        found->written = true;
        w->part = GJ_PART_NOTE;
        w->paragraphs[GJ_PART_NOTE]++;
        GJ_TRY(write_list(w, found->blocks));
        w->part = part;
    }
    return GJ_OK;
}

static gj_status write_boxes(writer *w, const gj_docx_list *boxes)
{
    gj_part part = w->part;
    if (!boxes->first)
        return GJ_OK;
    w->part = part == GJ_PART_BODY ? GJ_PART_BOX : part;
    GJ_TRY(write_list(w, boxes));
    w->part = part;
    return GJ_OK;
}

/* ---- tables ---- */

static gj_status nested(writer *w)
{
    return gj_builder_remark(w->build, GJ_LIT("nested_table"), (gj_span){ w->length, w->length }, GJ_LIT(""),
                             GJ_LIT("单元格里还有一个表格，已放到外层表格之后单独读入"),
                             GJ_LIT("a table inside a cell was read on its own, after the table around it"));
}

static gj_status write_cell(writer *w, const gj_docx_cell *cell, gj_locus locus, bool *any)
{
    gj_text text;
    GJ_TRY(locate(w, locus));
    size_t begin = w->length;
    for (const gj_docx_block *b = cell->blocks.first; b; b = b->next) {
        if (b->table)
            continue;
        size_t joint = w->length;
        if (b->label.len)
            GJ_TRY(join(w, begin, b->label));
        GJ_TRY(put_joined(w, b->label.len ? w->length : begin, b->text));
        *any = *any || w->length > joint;
        if (b->boxes.first || b->notes)
            GJ_TRY(wait_for(w, &b->boxes, b->notes));
    }
    GJ_TRY(taken(w, begin, &text));
    return gj_grid_cell_add(w->grid, &text, cell->rowspan, cell->columns, w->docx->err);
}

static gj_status write_before(writer *w, size_t columns)
{
    gj_text text;
    GJ_TRY(taken(w, w->length, &text));
    return gj_grid_cell_add(w->grid, &text, 1, columns, w->docx->err);
}

static gj_status write_row(writer *w, const gj_docx_row *row, gj_locus locus, bool *any)
{
    locus.column = 1;
    GJ_TRY(locate(w, locus));
    GJ_TRY(gj_grid_row_add(w->grid, (gj_span){ w->length, w->length }, w->docx->err));
    if (row->before)
        GJ_TRY(write_before(w, row->before));
    bool first = true;
    for (const gj_docx_cell *cell = row->first; cell; cell = cell->next) {
        if (cell->beside || cell->rowspan == GJ_NOT_FOUND)
            continue;
        if (!first)
            GJ_TRY(put(w, GJ_LIT(" | ")));
        first = false;
        locus.column = cell->column + 1;
        GJ_TRY(write_cell(w, cell, locus, any));
    }
    gj_grid_row_end(w->grid, w->length);
    return put(w, GJ_LIT("\n"));
}

static gj_status remark_grid(writer *w, const gj_grid *grid)
{
    gj_arena *arena = w->build->arena;
    if (!w->grid->ragged)
        return GJ_OK;
    const gj_grid_row *row = &grid->rows[w->grid->ragged_row];
    size_t first = grid->rows[0].slot_count, at = w->grid->ragged_row + 1;
    gj_slice zh =
        gj_arena_format(arena, "表格各行的格数不一样：第 1 行 %zu 格，第 %zu 行 %zu 格；请核对有没有少填或多填", first,
                        at, row->slot_count);
    gj_slice en = gj_arena_format(arena,
                                  "the rows of the table differ in width: row 1 has %zu cells, row %zu has %zu; check "
                                  "for missing or extra cells",
                                  first, at, row->slot_count);
    return gj_builder_remark(w->build, GJ_LIT("ragged_table"), row->span, GJ_LIT(""), zh, en);
}

static bool has_tables(const gj_docx_block *table)
{
    for (const gj_docx_row *row = table->rows; row; row = row->next)
        for (const gj_docx_cell *cell = row->first; cell && !row->dropped; cell = cell->next)
            for (const gj_docx_block *b = cell->blocks.first; b; b = b->next)
                if (b->table)
                    return true;
    return false;
}

static gj_status await_tables(writer *w, const gj_docx_block *table)
{
    for (const gj_docx_row *row = table->rows; row; row = row->next)
        for (const gj_docx_cell *cell = row->first; cell && !row->dropped; cell = cell->next)
            for (gj_docx_block *b = cell->blocks.first; b; b = b->next) {
                if (!b->table)
                    continue;
                gj_docx_list *alone = GJ_NEW(w->docx->scratch, gj_docx_list);
                gj_docx_block *copy = alone ? GJ_NEW(w->docx->scratch, gj_docx_block) : NULL;
                if (!copy)
                    return gj_fail_nomem(w->docx->err);
                *copy = *b;
                copy->next = NULL;
                alone->first = alone->last = copy;
                GJ_TRY(wait_for(w, alone, NULL));
            }
    return GJ_OK;
}

static gj_status write_grid(writer *w, gj_docx_block *table)
{
    gj_locus locus = { .table = ++w->tables };
    gj_grid *grid;
    size_t begin = w->length;
    bool any = false;
    GJ_TRY(gj_docx_layout(w->docx, table));
    GJ_TRY(gj_grid_start(w->grid, w->build->arena, w->docx->err));
    for (const gj_docx_row *row = table->rows; row; row = row->next) {
        if (row->dropped || !row->first)
            continue;
        locus.row++;
        GJ_TRY(write_row(w, row, locus, &any));
    }
    gj_span span = { begin, w->length > begin ? w->length - 1 : begin };
    GJ_TRY(gj_grid_finish(w->grid, span, &grid, w->docx->err));
    bool arranges = has_tables(table) && !any; /* a table that only holds tables is none of the report's */
    if (!grid->row_count || arranges)
        return GJ_OK;
    GJ_TRY(remark_grid(w, grid));
    gj_block block = {
        .kind = GJ_BLOCK_TABLE, .span = span, .text = { .text = { "", 0 }, .span = span }, .grid = grid
    };
    GJ_TRY(gj_builder_block(w->build, &block));
    return has_tables(table) ? nested(w) : GJ_OK;
}

/* A frame around a text: every row is one cell. Its blocks stand where it stands. */
static bool is_frame(const gj_docx_block *table)
{
    for (const gj_docx_row *row = table->rows; row; row = row->next)
        if (!row->dropped && row->first && (row->first->next || row->first->below))
            return false;
    return true;
}

static gj_status write_table(writer *w, gj_docx_block *table)
{
    if (is_frame(table)) {
        for (const gj_docx_row *row = table->rows; row; row = row->next)
            if (!row->dropped && row->first)
                GJ_TRY(write_list(w, &row->first->blocks));
        return GJ_OK;
    }
    size_t first = w->waiting.count;
    GJ_TRY(write_grid(w, table));
    GJ_TRY(await_tables(w, table));
    size_t end = w->waiting.count;
    for (size_t i = first; i < end; i++) {
        waiting next = w->waiting.items[i]; /* the list moves while it grows */
        GJ_TRY(next.blocks->first && next.blocks->first->table ? write_list(w, next.blocks)
                                                               : write_boxes(w, next.blocks));
        GJ_TRY(write_notes(w, next.notes));
    }
    w->waiting.count = first;
    return GJ_OK;
}

static gj_status write_list(writer *w, const gj_docx_list *list)
{
    for (gj_docx_block *b = list->first; b; b = b->next) {
        if (b->table) {
            GJ_TRY(write_table(w, b));
            continue;
        }
        GJ_TRY(write_paragraph(w, b));
        GJ_TRY(write_boxes(w, &b->boxes));
        GJ_TRY(write_notes(w, b->notes));
    }
    return GJ_OK;
}

gj_status gj_docx_write(gj_docx *docx, gj_builder *build, gj_slice name)
{
    writer w = { .docx = docx, .build = build, .part = GJ_PART_BODY };
    w.room = docx->bytes + SLACK * (docx->paragraphs + 1);
    w.text = gj_arena_alloc(build->arena, w.room + 1);
    w.grid = GJ_NEW(docx->scratch, gj_grid_builder);
    if (!w.text || !w.grid)
        return gj_fail_nomem(docx->err);
    GJ_TRY(locate(&w, (gj_locus){ .paragraph = 1 }));
    GJ_TRY(write_list(&w, &docx->body));
    gj_source *source;
    GJ_TRY(gj_source_open(build->arena, name, (gj_slice){ w.text, w.length }, &source, docx->err));
    source->loci = w.loci.items;
    source->locus_count = w.loci.count;
    build->source = source;
    return GJ_OK;
}
