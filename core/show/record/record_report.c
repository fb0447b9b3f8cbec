#include "record_report.h"

#include "../json_writer.h"
#include "../report/report_json.h"

static void known(gj_json *w, const char *key, gj_slice value)
{
    if (value.len)
        gj_json_string(w, key, value);
}

static void paragraphs(gj_json *w, const gj_record *record, gj_slice section)
{
    for (size_t i = 0; i < record->part_count; i++)
        for (size_t k = 0; gj_slice_equal(record->parts[i].section, section) && k < record->parts[i].count; k++)
            gj_json_string(w, NULL, record->parts[i].paragraphs[k]);
}

static bool is_first(const gj_record *record, size_t part)
{
    for (size_t i = 0; i < part; i++)
        if (gj_slice_equal(record->parts[i].section, record->parts[part].section))
            return false;
    return true;
}

/* What stands before the first heading; sections of no form are not told from it and left out. */
static void preamble(gj_json *w, const gj_record *record)
{
    gj_json_array(w, "preamble");
    if (record->part_count && !record->parts[0].section.len && !record->parts[0].heading.len)
        for (size_t k = 0; k < record->parts[0].count; k++)
            gj_json_string(w, NULL, record->parts[0].paragraphs[k]);
    gj_json_array_end(w);
}

static void sections(gj_json *w, const gj_record *record)
{
    char room[GJ_KEY_ROOM];
    gj_json_object(w, "sections");
    for (size_t i = 0; i < record->part_count; i++) {
        const gj_record_part *part = &record->parts[i];
        if (!part->section.len || !is_first(record, i))
            continue;
        gj_json_object(w, gj_json_key(w, part->section, room));
        known(w, "title", part->heading);
        gj_json_array(w, "text");
        paragraphs(w, record, part->section);
        gj_json_array_end(w);
        gj_json_object_end(w);
    }
    gj_json_object_end(w);
}

static void cell(gj_json *w, const char *key, const gj_record_cell *at)
{
    if (gj_record_cell_known(at))
        gj_json_decimal(w, key, at->value);
    else if (at->kind == GJ_CELL_BLANK)
        gj_json_null(w, key);
    else
        gj_json_string(w, key, at->text.len ? at->text : GJ_LIT("?")); /* one that was not read stays unknown */
}

static bool row_there(const void *context, size_t row)
{
    const gj_record_table *table = context;
    for (size_t c = 0; c < table->form->column_count; c++)
        if (gj_record_cell_at(table, row, c)->kind != GJ_CELL_MISSING)
            return true;
    return false;
}

static void row_of(gj_json *w, const char *key, const void *context, size_t row)
{
    const gj_record_table *table = context;
    char room[GJ_KEY_ROOM];
    gj_json_object(w, key);
    for (size_t c = 0; c < table->form->column_count; c++) {
        const gj_record_cell *at = gj_record_cell_at(table, row, c);
        if (at->kind != GJ_CELL_MISSING)
            cell(w, gj_json_key(w, table->form->columns[c].key, room), at);
    }
    gj_json_object_end(w);
}

gj_status gj_show_record_report(const gj_record *record, gj_buffer *out)
{
    gj_json w;
    gj_json_begin(&w, out, true);
    gj_json_object(&w, NULL);
    gj_json_text(&w, "schema", "gouji/report@1");
    known(&w, "form", record->form);
    known(&w, "title", record->title);
    if (record->year)
        gj_json_count(&w, "year", (size_t)record->year);
    gj_json_object(&w, "issuer");
    known(&w, "name", record->name);
    known(&w, "level", record->level);
    known(&w, "kind", record->kind);
    known(&w, "scope", record->scope);
    known(&w, "province", record->province);
    gj_json_object_end(&w);
    known(&w, "published", record->published);
    preamble(&w, record);
    sections(&w, record);
    gj_json_object(&w, "tables");
    for (size_t i = 0; i < record->table_count; i++) {
        const gj_record_table *table = &record->tables[i];
        bool own = gj_slice_equal(table->form_used->id, record->form);
        gj_json_rows rows = { .table = table, .there = row_there, .write = row_of };
        gj_report_json_table(&w, table->form, own ? GJ_LIT("") : table->form_used->id, &rows);
    }
    gj_json_object_end(&w);
    gj_json_object_end(&w);
    return out->failed;
}
