/* Tables of keyed data: cells by their keys, labels and notes where a layout gives them. */
#include "table_find.h"

typedef struct record_reader {
    gj_table_binder *b;
    const gj_block *record;
    size_t last_row; /* entries come row by row: the row of the entry before */
} record_reader;

/* A path is a row's key: alone, with a column's key after it, or with a number where the row is a list of cells. */
typedef enum path_kind { PATH_UNKNOWN, PATH_ROW, PATH_CELL, PATH_LISTED } path_kind;

static bool row_prefix(const gj_form_table *form, size_t row, gj_slice path)
{
    gj_slice key = form->rows[row].key;
    return gj_slice_starts(path, key) && (path.len == key.len || path.data[key.len] == '.');
}

static bool is_number(gj_slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return text.len > 0;
}

static path_kind split_path(const gj_form_table *form, gj_slice path, size_t hint, size_t *row, size_t *column)
{
    for (size_t i = 0; i < form->row_count; i++) {
        *row = (hint + i) % form->row_count;
        if (!row_prefix(form, *row, path))
            continue;
        gj_slice key = form->rows[*row].key;
        if (path.len == key.len)
            return PATH_ROW;
        gj_slice rest = gj_slice_sub(path, key.len + 1, path.len);
        if (is_number(rest))
            return PATH_LISTED;
        *column = gj_form_column_index(form, rest);
        if (*column != GJ_NOT_FOUND && form->rows[*row].columns >> *column & 1)
            return PATH_CELL;
    }
    return PATH_UNKNOWN;
}

static bool is_form_entry(const gj_entry *entry)
{
    return gj_slice_is(entry->path, "form");
}

/* Entries of the record that a form has no place for. */
static size_t count_unknown(const gj_form_table *form, const gj_block *record)
{
    size_t unknown = 0, row = 0, column;
    for (size_t i = 0; i < record->entry_count; i++)
        if (!is_form_entry(&record->entries[i]) &&
            split_path(form, record->entries[i].path, row, &row, &column) == PATH_UNKNOWN)
            unknown++;
    return unknown;
}

static void fill_cell(gj_cell *out, const gj_entry *entry)
{
    gj_number number = { .kind = GJ_CELL_TEXT };
    if (entry->kind == GJ_ENTRY_NULL)
        number.kind = GJ_CELL_BLANK;
    else if (entry->kind == GJ_ENTRY_NUMBER || entry->kind == GJ_ENTRY_STRING)
        number = gj_number_read(entry->value.text);
    *out = (gj_cell){ .kind = number.kind,
                      .value = number.value,
                      .notes = number.notes,
                      .unit = number.unit,
                      .lexeme = entry->kind == GJ_ENTRY_NULL ? (gj_slice){ NULL, 0 } : entry->value.text,
                      .span = entry->value.span,
                      .pointer = entry->pointer };
}

static void enter_row(record_reader *r, size_t row, const gj_entry *entry)
{
    gj_bound_row *bound = &r->b->table->rows[row];
    if (!bound->present)
        gj_table_enter_row(r->b, row, &(gj_text){ .runs = NULL }, entry->value.span);
    if (entry->value.span.end > bound->span.end)
        bound->span.end = entry->value.span.end;
    if (bound->pointer.len)
        return;
    size_t end = entry->pointer.len; /* the cell's pointer without its last part */
    while (end && entry->pointer.data[end - 1] != '/')
        end--;
    bound->pointer = gj_slice_sub(entry->pointer, 0, end ? end - 1 : 0);
}

/* A row whose cells nobody could place: a list of them, or one value where the row should be. *at moves to the last entry of it. */
static gj_status read_unplaced(record_reader *r, size_t row, path_kind kind, size_t *at)
{
    gj_table_binder *b = r->b;
    const gj_entry *entries = r->record->entries;
    gj_bound_row *bound = &b->table->rows[row];
    size_t first = *at, end = first + 1, ignored, other;
    while (kind == PATH_LISTED && end < r->record->entry_count &&
           split_path(b->form, entries[end].path, row, &other, &ignored) == PATH_LISTED && other == row)
        end++;
    gj_slice *cells = GJ_ARRAY(b->arena, end - first, gj_slice);
    if (!cells)
        return gj_fail_nomem(b->err);
    for (size_t i = first; i < end; i++)
        if (kind == PATH_LISTED || entries[i].value.text.len)
            cells[bound->unread_count++] = entries[i].value.text;
    if (kind == PATH_ROW)
        bound->pointer = entries[first].pointer;
    bound->span.end = entries[end - 1].value.span.end;
    bound->unread = cells;
    bound->cells_found = bound->unread_count;
    b->table->value_count += bound->unread_count;
    gj_table_unread_row(b, row);
    *at = end - 1;
    return GJ_OK;
}

static gj_status read_entries(record_reader *r)
{
    gj_table_binder *b = r->b;
    for (size_t i = 0; i < r->record->entry_count; i++) {
        const gj_entry *entry = &r->record->entries[i];
        size_t row = r->last_row, column = 0;
        if (is_form_entry(entry))
            continue;
        path_kind kind = split_path(b->form, entry->path, r->last_row, &row, &column);
        if (kind == PATH_UNKNOWN) {
            gj_report_notice(b->arena, b->report, "unbound_row", entry->value.span, entry->pointer, entry->path,
                             "表里没有这个键，没有采用", "the table has no such key; it was not used");
            continue;
        }
        r->last_row = row;
        enter_row(r, row, entry);
        if (kind != PATH_CELL) {
            GJ_TRY(read_unplaced(r, row, kind, &i));
            continue;
        }
        fill_cell(gj_table_cell_at(b, row, column), entry);
        b->table->rows[row].cells_found++;
        b->table->value_count++;
        b->table->columns[column].present = true;
        b->table->columns[column].order = column;
    }
    return GJ_OK;
}

/* Rows that were not read have the columns that the layout lists, else all of theirs. */
static void settle_unread(gj_table_binder *b, bool listed)
{
    for (size_t i = 0; i < b->form->row_count * b->form->column_count; i++) {
        gj_bound_column *column = &b->table->columns[i % b->form->column_count];
        if (b->table->cells[i].kind != GJ_CELL_UNREAD || column->present)
            continue;
        if (listed)
            b->table->cells[i].kind = GJ_CELL_MISSING;
        else
            *column = (gj_bound_column){ .present = true, .order = i % b->form->column_count };
    }
}

gj_status gj_bind_record(gj_table_binder *b, const gj_block *record, const gj_block *layout)
{
    record_reader r = { .b = b, .record = record };
    b->table->keyed = true;
    b->table->span = record->span;
    b->table->pointer = record->pointer;
    GJ_TRY(read_entries(&r));
    for (size_t row = 0; row < b->form->row_count; row++) {
        gj_bound_row *bound = &b->table->rows[row];
        bound->complete = bound->present && !bound->unread && bound->cells_found == gj_form_row_width(b->form, row);
        bound->order = row; /* the members of an object have no order */
    }
    b->table->columns_in_order = true;
    bool listed = false;
    if (layout)
        GJ_TRY(gj_bind_layout(b, layout, &listed));
    settle_unread(b, listed);
    gj_table_finish_rows(b);
    return GJ_OK;
}

/* The form the record says, else the one with the fewest keys too many; the year's where they are equal. */
static const gj_form *choose_form(const gj_report *report, const gj_form *year_form, const gj_block *record)
{
    const gj_meta *whole = gj_document_meta(report->document, GJ_LIT("form"));
    const gj_form *said = whole ? gj_forms_by_id(report->forms, whole->value.text) : NULL;
    for (size_t i = 0; i < record->entry_count; i++)
        if (is_form_entry(&record->entries[i]))
            said = gj_forms_by_id(report->forms, record->entries[i].value.text);
    if (said && gj_form_table_by_key(said, record->key))
        return said;
    const gj_form_table *first = gj_form_table_by_key(year_form, record->key);
    const gj_form *best = first ? year_form : NULL;
    size_t fewest = first ? count_unknown(first, record) : GJ_NOT_FOUND;
    for (size_t f = 0; f < report->forms->form_count && fewest; f++) {
        const gj_form_table *table = gj_form_table_by_key(&report->forms->forms[f], record->key);
        size_t unknown = table ? count_unknown(table, record) : GJ_NOT_FOUND;
        if (unknown < fewest) {
            fewest = unknown;
            best = &report->forms->forms[f];
        }
    }
    return best;
}

static const gj_block *layout_of(const gj_document *document, gj_slice key)
{
    const gj_slice prefix = GJ_LIT("layout.");
    for (size_t i = 0; i < document->block_count; i++) {
        const gj_block *block = &document->blocks[i];
        if (block->kind == GJ_BLOCK_RECORD && gj_slice_starts(block->key, prefix) &&
            gj_slice_equal(gj_slice_sub(block->key, prefix.len, block->key.len), key))
            return block;
    }
    return NULL;
}

static size_t section_index(const gj_report *report, gj_slice key)
{
    for (size_t i = 0; i < report->form_section_count; i++)
        if (report->sections[i].present && gj_slice_equal(report->sections[i].form->key, key))
            return i;
    return GJ_NOT_FOUND;
}

/* The report's table of a key; NULL when the year's form has none. */
static gj_bound_table *table_of(gj_report *report, const gj_form *form, gj_slice key)
{
    for (size_t i = 0; i < form->table_count; i++)
        if (gj_slice_equal(form->tables[i].key, key))
            return &report->tables[i];
    return NULL;
}

/* A grid beside the keyed tables is none of the form's. One before the first section describes the document. */
static void leave_grid(gj_arena *arena, gj_report *report, size_t index)
{
    const gj_block *block = &report->document->blocks[index];
    gj_slice words = { NULL, 0 };
    if (gj_section_of_block(report, index) == GJ_NOT_FOUND)
        return;
    for (size_t r = 0; r < block->grid->row_count && !words.len; r++)
        for (size_t s = 0; s < block->grid->rows[r].slot_count && !words.len; s++)
            if (block->grid->rows[r].slots[s])
                words = block->grid->rows[r].slots[s]->text.text;
    gj_report_notice(arena, report, "unbound_table", block->span, block->pointer, words,
                     "这张表不是格式规定的表，没有采用", "this table is not one of the form's and was not used");
}

gj_status gj_bind_records(gj_arena *arena, gj_report *report, const gj_form *form, gj_error *err)
{
    gj_table_binder b = { .arena = arena, .report = report, .err = err };
    for (size_t i = 0; i < form->table_count; i++) {
        b.table = &report->tables[i];
        GJ_TRY(gj_table_prepare(&b, form, i));
    }
    for (size_t i = 0; i < report->document->block_count; i++) {
        const gj_block *block = &report->document->blocks[i];
        if (block->kind == GJ_BLOCK_TABLE)
            leave_grid(arena, report, i);
        if (block->kind != GJ_BLOCK_RECORD || gj_slice_starts(block->key, GJ_LIT("layout.")))
            continue;
        const gj_form *used = choose_form(report, form, block);
        b = (gj_table_binder){
            .arena = arena, .report = report, .err = err, .table = table_of(report, form, block->key)
        };
        if (!used || !b.table || b.table->present) {
            gj_report_notice(arena, report, "unbound_table", block->span, block->pointer, block->key,
                             "格式里没有这张表，没有采用", "the form has no such table; it was not used");
            continue;
        }
        size_t index = (size_t)(gj_form_table_by_key(used, block->key) - used->tables);
        GJ_TRY(gj_table_prepare(&b, used, index));
        b.table->present = true;
        b.table->right_form = used == report->form;
        b.table->section = section_index(report, b.form->section);
        GJ_TRY(gj_bind_record(&b, block, layout_of(report->document, block->key)));
    }
    return GJ_OK;
}
