/* desk_facsimile.c - a record's text and tables as a facsimile: headings and paragraphs, each table after its section, the cells and quotations that findings
 * name marked. */
#include <stdlib.h>

#include "desk_page.h"

#define NO_CELL GJ_NOT_FOUND

/* A place of the facsimile that a finding names. */
typedef struct hit {
    size_t block, cell; /* cell NO_CELL: in the text */
    size_t begin, end;
    size_t finding, mark;
} hit;

typedef struct maker {
    gj_arena *arena;
    const gj_record *record;
    const gj_record_finding *const *findings;
    gj_result *result;
    gj_facsimile *out;
    gj_slice *sections; /* key of each block's */
    size_t *tables;     /* which table of the record a block is */
    GJ_LIST(hit) hits;
} maker;

static gj_fax_block *add_block(maker *m, gj_fax_kind kind, gj_slice text, gj_slice section)
{
    gj_fax_block *block = &m->out->blocks[m->out->block_count];
    block->kind = kind;
    block->text.text = text;
    m->tables[m->out->block_count] = GJ_NOT_FOUND;
    m->sections[m->out->block_count++] = section;
    return block;
}

/* Columns of cells: what heads the rows, then those of the form that some row has. */
static bool has_column(const gj_form_table *form, size_t column)
{
    for (size_t r = 0; r < form->row_count; r++)
        if (form->rows[r].columns >> column & 1)
            return true;
    return false;
}

static gj_fax_cell *add_cell(gj_fax_block *block, gj_fax_cell_kind kind, size_t row, size_t column, gj_slice text)
{
    gj_fax_cell *cell = &block->cells[block->cell_count++];
    *cell = (gj_fax_cell){
        .text = { .text = text }, .kind = kind, .row = row, .column = column, .rowspan = 1, .colspan = 1
    };
    return cell;
}

static bool figure_text(maker *m, const gj_record_cell *cell, gj_slice *out)
{
    char text[24];
    *out = cell->text;
    if (!gj_record_cell_known(cell))
        return true;
    *out = gj_arena_copy(m->arena, (gj_slice){ text, gj_decimal_print(cell->value, text) });
    return out->data != NULL;
}

/* The row's label is where its figures are told from others of the same name: its block stands before it. */
static bool row_head(maker *m, gj_fax_block *block, const gj_form_row *row, size_t at)
{
    gj_slice label = row->label;
    if (row->block.len && row->block.len < 40)
        label = gj_arena_format(m->arena, "%.*s %.*s", GJ_ARG(row->block), GJ_ARG(row->label));
    (void)add_cell(block, GJ_FAX_ROW_HEAD, at, 0, label);
    return label.data != NULL;
}

static bool add_table(maker *m, size_t index)
{
    const gj_record_table *table = &m->record->tables[index];
    const gj_form_table *form = table->form;
    gj_fax_block *block = add_block(m, GJ_FAX_TABLE, (gj_slice){ NULL, 0 }, form->section);
    m->tables[m->out->block_count - 1] = index;
    block->name = form->name;
    block->cells = GJ_ARRAY(m->arena, (form->row_count + 1) * (form->column_count + 1), gj_fax_cell);
    if (!block->cells)
        return false;
    (void)add_cell(block, GJ_FAX_COLUMN_HEAD, 0, 0, (gj_slice){ NULL, 0 });
    for (size_t c = 0; c < form->column_count; c++)
        if (has_column(form, c))
            (void)add_cell(block, GJ_FAX_COLUMN_HEAD, 0, c + 1, form->columns[c].label);
    for (size_t r = 0; r < form->row_count; r++) {
        if (!row_head(m, block, &form->rows[r], r + 1))
            return false;
        for (size_t c = 0; c < form->column_count; c++) {
            gj_slice text = { NULL, 0 };
            bool there = form->rows[r].columns >> c & 1;
            if (there && !figure_text(m, gj_record_cell_at(table, r, c), &text))
                return false;
            if (has_column(form, c))
                (void)add_cell(block, GJ_FAX_VALUE, r + 1, c + 1, text);
        }
    }
    return true;
}

static bool is_last_of(const gj_record *r, size_t part, gj_slice section)
{
    for (size_t i = part + 1; i < r->part_count; i++)
        if (gj_slice_equal(r->parts[i].section, section))
            return false;
    return gj_slice_equal(r->parts[part].section, section);
}

static bool has_part(const gj_record *r, gj_slice section)
{
    for (size_t i = 0; i < r->part_count; i++)
        if (gj_slice_equal(r->parts[i].section, section))
            return true;
    return false;
}

/* Where a section stands in the form; one that it has not comes last. */
static size_t order_of(const gj_form *form, gj_slice section)
{
    size_t i = 0;
    while (i < form->section_count && !gj_slice_equal(form->sections[i].key, section))
        i++;
    return i;
}

/* Tables whose sections have no text, before the first part (`before` == part_count: after all) that comes later in the form. */
static bool add_bare_tables(maker *m, size_t before)
{
    const gj_record *r = m->record;
    for (size_t t = 0; t < r->table_count; t++) {
        const gj_record_table *table = &r->tables[t];
        size_t own = order_of(table->form_used, table->form->section), place = 0;
        while (place < r->part_count &&
               (!r->parts[place].section.len || order_of(table->form_used, r->parts[place].section) < own))
            place++;
        if (place == before && !has_part(r, table->form->section) && !add_table(m, t))
            return false;
    }
    return true;
}

static bool add_blocks(maker *m)
{
    const gj_record *r = m->record;
    size_t room = 1 + r->table_count + r->part_count;
    for (size_t i = 0; i < r->part_count; i++)
        room += r->parts[i].count;
    m->out->blocks = GJ_ARRAY(m->arena, room, gj_fax_block);
    m->sections = GJ_ARRAY(m->arena, room, gj_slice);
    m->tables = GJ_ARRAY(m->arena, room, size_t);
    if (!m->out->blocks || !m->sections || !m->tables)
        return false;
    if (r->title.len)
        (void)add_block(m, GJ_FAX_TITLE, r->title, (gj_slice){ NULL, 0 });
    for (size_t i = 0; i < r->part_count; i++) {
        const gj_record_part *part = &r->parts[i];
        if (!add_bare_tables(m, i))
            return false;
        if (part->heading.len)
            add_block(m, GJ_FAX_HEADING, part->heading, part->section)->level = 2;
        for (size_t k = 0; k < part->count; k++)
            (void)add_block(m, GJ_FAX_PARAGRAPH, part->paragraphs[k], part->section);
        for (size_t t = 0; t < r->table_count; t++)
            if (is_last_of(r, i, r->tables[t].form->section) && !add_table(m, t))
                return false;
    }
    return add_bare_tables(m, r->part_count);
}

static bool add_hit(maker *m, hit found)
{
    hit *added = GJ_PUSH(m->arena, &m->hits);
    if (added)
        *added = found;
    return added != NULL;
}

/* The quotation in its own section, else anywhere. */
static bool find_quote(maker *m, size_t finding)
{
    const gj_record_finding *f = m->findings[finding];
    for (int anywhere = 0; f->quote.len && anywhere < 2; anywhere++)
        for (size_t b = 0; b < m->out->block_count; b++) {
            const gj_fax_block *block = &m->out->blocks[b];
            GJ_KNOWN(m->sections); /* one a block */
            if (block->kind == GJ_FAX_TABLE || (!anywhere && !gj_slice_equal(m->sections[b], f->section)))
                continue;
            size_t at = gj_slice_find(block->text.text, f->quote, 0);
            if (at != GJ_NOT_FOUND)
                return add_hit(m, (hit){ b, NO_CELL, at, at + f->quote.len, finding, 0 });
        }
    return true;
}

static size_t cell_in(const gj_fax_block *block, const gj_form_table *form, const gj_record_cell_ref *ref)
{
    size_t row = gj_form_row_index(form, ref->row), column = gj_form_column_index(form, ref->column);
    for (size_t i = 0; row != GJ_NOT_FOUND && column != GJ_NOT_FOUND && i < block->cell_count; i++)
        if (block->cells[i].row == row + 1 && block->cells[i].column == column + 1)
            return i;
    return GJ_NOT_FOUND;
}

static bool find_cells(maker *m, size_t finding)
{
    const gj_record_finding *f = m->findings[finding];
    for (size_t i = 0; i < f->cell_count; i++)
        for (size_t b = 0; b < m->out->block_count; b++) {
            GJ_KNOWN(m->tables); /* one a block */
            const gj_form_table *form = m->tables[b] == GJ_NOT_FOUND ? NULL : m->record->tables[m->tables[b]].form;
            size_t cell = form && gj_slice_equal(form->key, f->cells[i].table)
                              ? cell_in(&m->out->blocks[b], form, &f->cells[i])
                              : GJ_NOT_FOUND;
            if (cell != GJ_NOT_FOUND && !add_hit(m, (hit){ b, cell, 0, 0, finding, 0 }))
                return false;
        }
    return true;
}

static bool label_of(maker *m, const hit *h, gj_words *out)
{
    const gj_form_table *form = m->record->tables[m->tables[h->block]].form;
    const gj_fax_cell *cell = &m->out->blocks[h->block].cells[h->cell];
    gj_buffer room;
    gj_buffer_init(&room, 0);
    gj_words name = gj_word_figure(form, cell->row - 1, cell->column - 1, &room);
    *out = (gj_words){ gj_arena_copy(m->arena, name.zh), gj_arena_copy(m->arena, name.en) };
    bool fine = !room.failed && out->zh.data && out->en.data;
    gj_buffer_free(&room);
    return fine;
}

/* The finding's marks: one a hit from `first` on; the place that the record tells is that of the first. */
static bool make_marks(maker *m, size_t finding, size_t first)
{
    static const gj_words text = { { "正文", 6 }, { "text", 4 } };
    const gj_record_finding *f = m->findings[finding];
    gj_finding *out = &m->result->findings[finding];
    size_t count = m->hits.count - first;
    bool placed = f->line || f->at.len;
    out->marks = GJ_ARRAY(m->arena, count + 1, gj_mark);
    if (!out->marks)
        return false;
    out->mark_count = count ? count : placed;
    for (size_t i = 0; i < count; i++) {
        hit *h = &m->hits.items[first + i];
        h->mark = i;
        if (h->cell == NO_CELL && !placed)
            out->marks[i].label = text; /* the quotation comes first, so that only it can be without a place */
        if (h->cell != NO_CELL && !label_of(m, h, &out->marks[i].label))
            return false;
    }
    out->marks[0].line = f->line;
    out->marks[0].column = f->column;
    out->marks[0].pointer = f->at; /* the record has the place in words where the file has no lines */
    return true;
}

static int in_order(const void *a, const void *b)
{
    const hit *x = a, *y = b;
    const size_t own[] = { x->block, x->cell, x->begin, x->finding, x->mark };
    const size_t other[] = { y->block, y->cell, y->begin, y->finding, y->mark };
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (own[i] != other[i])
            return own[i] < other[i] ? -1 : 1;
    return 0;
}

static bool set_spots(maker *m)
{
    gj_fax_spot *spots = GJ_ARRAY(m->arena, m->hits.count, gj_fax_spot);
    if (!spots)
        return false;
    if (m->hits.count)
        qsort(m->hits.items, m->hits.count, sizeof *m->hits.items, in_order);
    for (size_t i = 0; i < m->hits.count; i++) {
        const hit *h = &m->hits.items[i];
        gj_fax_block *block = &m->out->blocks[h->block];
        gj_fax_text *text = h->cell == NO_CELL ? &block->text : &block->cells[h->cell].text;
        text->spots = text->spot_count ? text->spots : &spots[i];
        text->spot_count++;
        spots[i] = (gj_fax_spot){ h->begin, h->end, h->finding, h->mark, true };
    }
    return true;
}

bool gj_desk_facsimile(gj_arena *arena, const gj_record *record, gj_result *result,
                       const gj_record_finding *const *findings, bool text)
{
    maker m = { .arena = arena, .record = record, .findings = findings, .result = result };
    m.out = GJ_NEW(arena, gj_facsimile);
    if (!m.out || (text && !add_blocks(&m)))
        return false;
    m.out->cut = record->text_cut;
    for (size_t i = 0; i < result->finding_count; i++) {
        size_t first = m.hits.count;
        if (!find_quote(&m, i) || !find_cells(&m, i) || !make_marks(&m, i, first))
            return false;
    }
    result->facsimile = text && m.out->block_count ? m.out : NULL;
    return set_spots(&m);
}
