#include "loose.h"

#include "../read/text/text_line.h"

bool gj_view_is_loose(const gj_view *view)
{
    for (size_t l = 0; l < view->count; l++)
        if (view->lines[l].grid->ground != GJ_GRID_MARKED)
            return true;
    return false;
}

/* Every cell of the rows that are there has its word in the header. */
static bool is_headed(const gj_bound_table *table)
{
    const gj_form_table *form = table->form;
    for (size_t row = 0; row < form->row_count; row++)
        for (size_t c = 0; c < form->column_count; c++)
            if (table->rows[row].present && (form->rows[row].columns >> c & 1) &&
                !table->header_seen[row * form->column_count + c])
                return false;
    return true;
}

bool gj_table_is_certain(const gj_bound_table *table)
{
    bool lacking = false, left_over = false;
    const gj_form_table *form = table->form;
    for (size_t c = 0; c < form->column_count; c++)
        if (!table->columns[c].present)
            return false;
    for (size_t row = 0; row < form->row_count; row++)
        lacking = lacking || !table->rows[row].present || table->rows[row].unread_count;
    for (size_t i = 0; i < table->unbound_count; i++)
        left_over = left_over || table->unbound[i].values.len;
    return table->columns_in_order && !table->unread_count && !(lacking && left_over) &&
           (form->shape == GJ_SHAPE_MATRIX || is_headed(table));
}

bool gj_table_lost_figures(const gj_table_binder *b)
{
    size_t present = 0;
    for (size_t row = 0; row < b->form->row_count; row++)
        present += b->table->rows[row].present;
    for (size_t l = 0; l < b->view->count && present < b->form->row_count; l++) {
        const gj_view_line *line = &b->view->lines[l];
        for (size_t s = 0; s < line->count; s++) {
            const gj_label_entry *entry =
                gj_view_worded(line->slots[s])
                    ? gj_label_find_in(b->labels, &line->slots[s]->label, GJ_LABEL_ROW, b->index)
                    : NULL;
            if (entry && !b->table->rows[entry->item].present)
                return true;
        }
    }
    return false;
}

gj_status gj_table_give_up(gj_arena *arena, gj_report *report, const gj_view *view, gj_error *err)
{
    const gj_document *document = report->document;
    if (!report->given_up)
        report->given_up = GJ_ARRAY(arena, document->block_count, bool);
    if (!report->given_up)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < document->block_count; i++)
        for (size_t l = 0; l < view->count && document->blocks[i].grid && !report->given_up[i]; l++)
            report->given_up[i] = view->lines[l].grid == document->blocks[i].grid;
    return GJ_OK;
}

typedef GJ_LIST(gj_block) block_list;

static gj_status add_block(gj_arena *arena, block_list *list, const gj_block *block, gj_error *err)
{
    gj_block *added = GJ_PUSH(arena, list);
    if (!added)
        return gj_fail_nomem(err);
    *added = *block;
    return GJ_OK;
}

/* The lines of a grid, page numbers apart, each a paragraph as it stands. */
static gj_status add_lines(gj_arena *arena, const gj_source *source, const gj_grid *grid, block_list *list,
                           gj_error *err)
{
    size_t last = gj_source_line_place(source, grid->span.end).line;
    for (size_t number = gj_source_line_place(source, grid->span.begin).line; number <= last; number++) {
        gj_text_line line = gj_text_line_at(source, number);
        if (gj_text_line_blank(&line) || line.page_number)
            continue;
        gj_run *run = GJ_NEW(arena, gj_run);
        if (!run)
            return gj_fail_nomem(err);
        gj_span span = line.content;
        *run = (gj_run){ .source = span.begin, .length = span.end - span.begin };
        gj_block block = { .kind = GJ_BLOCK_PARAGRAPH, .span = span };
        block.text = (gj_text){ gj_slice_sub(source->bytes, span.begin, span.end), span, run, 1 };
        GJ_TRY(add_block(arena, list, &block, err));
    }
    return GJ_OK;
}

static void say(gj_remark *remark, gj_span span)
{
    *remark = (gj_remark){
        .kind = GJ_LIT("loose_table"),
        .words = { GJ_LIT("这张表靠空格或换行排列，认不准哪个数在哪一格，没有采用；请改用有格线的表格（Word、网页）再检"
                          "查"),
                   GJ_LIT("the cells of this table are kept apart by blanks or line ends only and cannot be told for "
                          "certain; it was "
                          "not used. Check a file with real tables (Word, HTML)") },
        .span = span,
    };
}

gj_status gj_loosen(gj_arena *arena, const gj_report *report, const gj_document **out, gj_error *err)
{
    const gj_document *old = report->document;
    gj_document *document = GJ_NEW(arena, gj_document);
    gj_remark *remarks = GJ_ARRAY(arena, old->remark_count + old->block_count, gj_remark);
    block_list blocks = { 0 };
    if (!document || !remarks)
        return gj_fail_nomem(err);
    *document = *old;
    for (size_t i = 0; i < old->remark_count; i++)
        remarks[i] = old->remarks[i];
    for (size_t i = 0; i < old->block_count; i++) {
        if (!report->given_up[i]) {
            GJ_TRY(add_block(arena, &blocks, &old->blocks[i], err));
            continue;
        }
        say(&remarks[document->remark_count++], old->blocks[i].span);
        GJ_TRY(add_lines(arena, old->source, old->blocks[i].grid, &blocks, err));
    }
    document->blocks = blocks.items;
    document->block_count = blocks.count;
    document->remarks = remarks;
    *out = document;
    return GJ_OK;
}
