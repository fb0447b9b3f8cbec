#include "form_lua.h"

#include "labels.h"

#include "../base/utf8.h"

static const char *const SHAPES[] = { "matrix", "blocks", "flat", NULL };

/* Words kept in folded form; `out` already holds them as written. */
static gj_status fold_all(gj_fields *f, gj_slice *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        words[i] = gj_utf8_fold(f->arena, words[i]);
        if (!words[i].data)
            return gj_fail_nomem(f->err);
    }
    return GJ_OK;
}

/* Words kept as label keys, so that punctuation between them does not matter. */
static gj_status key_all(gj_fields *f, gj_slice *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        gj_label label;
        if (!gj_label_read(f->arena, words[i], &label))
            return gj_fail_nomem(f->err);
        words[i] = label.key;
    }
    return GJ_OK;
}

/* The name for people: as given, else the label in Chinese and the key in English. */
static gj_status read_name(gj_fields *f, gj_slice key, gj_slice label, gj_words *out)
{
    GJ_TRY(gj_field_words(f, "name", false, out));
    if (!out->zh.len)
        out->zh = label;
    if (out->en.len)
        return GJ_OK;
    char *words = gj_arena_alloc(f->arena, key.len + 1);
    if (!words)
        return gj_fail_nomem(f->err);
    for (size_t i = 0; i < key.len; i++)
        words[i] = key.data[i] == '_' || key.data[i] == '.' ? ' ' : key.data[i];
    out->en = (gj_slice){ words, key.len };
    return GJ_OK;
}

static gj_status read_section(gj_fields *f, size_t index, void *context)
{
    static const char *const known[] = { "key", "number", "title", "keywords", "variants", NULL };
    gj_form_section *section = &((gj_form *)context)->sections[index];
    GJ_TRY(gj_fields_known(f, known));
    GJ_TRY(gj_field_string(f, "key", &section->key));
    GJ_TRY(gj_field_string(f, "number", &section->number));
    GJ_TRY(gj_field_string(f, "title", &section->title));
    GJ_TRY(gj_field_strings(f, "keywords", true, &section->keywords, &section->keyword_count));
    GJ_TRY(key_all(f, section->keywords, section->keyword_count));
    GJ_TRY(gj_field_strings(f, "variants", false, &section->variants, &section->variant_count));
    return fold_all(f, section->variants, section->variant_count);
}

static gj_status read_column(gj_fields *f, size_t index, void *context)
{
    static const char *const known[] = { "key", "label", "name", "variants", NULL };
    gj_form_column *column = &((gj_form_table *)context)->columns[index];
    GJ_TRY(gj_fields_known(f, known));
    GJ_TRY(gj_field_string(f, "key", &column->key));
    GJ_TRY(gj_field_string(f, "label", &column->label));
    GJ_TRY(read_name(f, column->key, column->label, &column->name));
    return gj_field_strings(f, "variants", false, &column->variants, &column->variant_count);
}

/* A list of column keys as bits; all columns where the field is absent and `all` is set. */
static gj_status read_bits(gj_fields *f, const gj_form_table *table, const char *name, bool all, unsigned long *out)
{
    gj_slice *keys = NULL;
    size_t count = 0;
    GJ_TRY(gj_field_strings(f, name, false, &keys, &count));
    *out = all && !count ? (1ul << table->column_count) - 1 : 0;
    for (size_t i = 0; i < count; i++) {
        size_t column = gj_form_column_index(table, keys[i]);
        if (column == GJ_NOT_FOUND)
            return gj_field_fail(f, name, "列出了本表没有的列", "names a column that the table does not have");
        *out |= 1ul << column;
    }
    return GJ_OK;
}

static gj_status read_row(gj_fields *f, size_t index, void *context)
{
    static const char *const known[] = { "key",     "label",           "name",        "block", "variants", "columns",
                                         "decimal", "may_be_negative", "text_amount", NULL };
    gj_form_table *table = context;
    gj_form_row *row = &table->rows[index];
    GJ_TRY(gj_fields_known(f, known));
    GJ_TRY(gj_field_string(f, "key", &row->key));
    GJ_TRY(gj_field_string(f, "label", &row->label));
    GJ_TRY(read_name(f, row->key, row->label, &row->name));
    GJ_TRY(gj_field_optional(f, "block", &row->block));
    GJ_TRY(gj_field_strings(f, "variants", false, &row->variants, &row->variant_count));
    GJ_TRY(read_bits(f, table, "columns", true, &row->columns));
    GJ_TRY(read_bits(f, table, "may_be_negative", false, &row->may_be_negative));
    GJ_TRY(gj_field_bool(f, "decimal", &row->decimal));
    GJ_TRY(gj_field_bool(f, "text_amount", &row->text_amount));
    if (gj_form_row_index(table, row->key) != index)
        return gj_field_fail(f, "key", "与本表另一行重复", "another row of the table has it too");
    return GJ_OK;
}

/* owners = { missing=, blank=, row=, column=, text= } */
static gj_status read_owners(gj_fields *f, gj_form_table *table)
{
    static const char *const known[] = { "missing", "blank", "row", "column", "text", NULL };
    gj_field_push(f, "owners");
    gj_status status = GJ_OK;
    if (lua_istable(f->L, -1)) {
        gj_fields owners = *f;
        owners.index = lua_gettop(f->L);
        gj_slice *const into[] = { &table->missing_rule, &table->blank_rule, &table->row_rule, &table->column_rule,
                                   &table->text_rule };
        status = gj_fields_known(&owners, known);
        for (size_t i = 0; known[i] && status == GJ_OK; i++)
            status = gj_field_optional(&owners, known[i], into[i]);
    } else if (!lua_isnil(f->L, -1)) {
        status = gj_field_fail(f, "owners", "应是表", "expected a table");
    }
    lua_pop(f->L, 1);
    return status;
}

static gj_status read_words(gj_fields *f, gj_form_table *table)
{
    GJ_TRY(gj_field_strings(f, "marks", false, &table->marks, &table->mark_count));
    GJ_TRY(key_all(f, table->marks, table->mark_count));
    GJ_TRY(gj_field_strings(f, "anchors", false, &table->anchors, &table->anchor_count));
    GJ_TRY(key_all(f, table->anchors, table->anchor_count));
    GJ_TRY(gj_field_optional(f, "corner", &table->corner));
    GJ_TRY(gj_field_optional(f, "note", &table->note_text));
    table->note = table->note_text;
    return key_all(f, &table->note, table->note.len ? 1 : 0);
}

/* { label =, first =, last = }: keys of the rows, or the columns, that the label is printed for. */
static gj_status read_span(gj_fields *f, const gj_form_table *table, bool columns, gj_form_group *out)
{
    static const char *const known[] = { "label", "first", "last", NULL };
    size_t (*index_of)(const gj_form_table *, gj_slice) = columns ? gj_form_column_index : gj_form_row_index;
    gj_slice first, last;
    GJ_TRY(gj_fields_known(f, known));
    GJ_TRY(gj_field_string(f, "label", &out->label));
    GJ_TRY(gj_field_string(f, "first", &first));
    GJ_TRY(gj_field_string(f, "last", &last));
    out->first = index_of(table, first);
    out->last = index_of(table, last);
    if (out->first == GJ_NOT_FOUND)
        return columns ? gj_field_fail(f, "first", "本表没有这一列", "the table has no such column")
                       : gj_field_fail(f, "first", "本表没有这一行", "the table has no such row");
    out->key = out->label;
    if (out->last != GJ_NOT_FOUND && out->last >= out->first)
        return key_all(f, &out->key, 1);
    return columns ? gj_field_fail(f, "last", "本表没有这一列，或者排在 first 之前",
                                   "no column of the table, or one before `first`")
                   : gj_field_fail(f, "last", "本表没有这一行，或者排在 first 之前",
                                   "no row of the table, or one before `first`");
}

static gj_status read_group(gj_fields *f, size_t index, void *context)
{
    gj_form_table *table = context;
    return read_span(f, table, false, &table->groups[index]);
}

static gj_status read_groups(gj_fields *f, gj_form_table *table)
{
    GJ_TRY(gj_elements_count(f, "groups", false, GJ_MAX_FORM_ROWS, &table->group_count));
    table->groups = GJ_ARRAY(f->arena, table->group_count, gj_form_group);
    if (!table->groups)
        return gj_fail_nomem(f->err);
    return gj_elements_read(f, "groups", "group", read_group, table);
}

static gj_status read_head(gj_fields *f, size_t index, void *context)
{
    gj_form_table *table = context;
    gj_form_group *head = &table->heads[index];
    GJ_TRY(read_span(f, table, true, head));
    for (size_t i = 0; i < index; i++) {
        const gj_form_group *outer = &table->heads[i];
        bool apart = head->last < outer->first || outer->last < head->first;
        if (!apart && (head->first < outer->first || outer->last < head->last))
            return gj_field_fail(f, "last", "与前面一个有重叠，又不在它里面",
                                 "overlaps one before it without lying inside it");
    }
    return GJ_OK;
}

static gj_status read_heads(gj_fields *f, gj_form_table *table)
{
    GJ_TRY(gj_elements_count(f, "heads", false, GJ_MAX_FORM_COLUMNS, &table->head_count));
    table->heads = GJ_ARRAY(f->arena, table->head_count, gj_form_group);
    if (!table->heads)
        return gj_fail_nomem(f->err);
    return gj_elements_read(f, "heads", "head", read_head, table);
}

static gj_status read_lines(gj_fields *f, gj_form_table *table)
{
    GJ_TRY(gj_elements_count(f, "columns", true, GJ_MAX_FORM_COLUMNS - 1, &table->column_count));
    GJ_TRY(gj_elements_count(f, "rows", true, GJ_MAX_FORM_ROWS, &table->row_count));
    table->columns = GJ_ARRAY(f->arena, table->column_count, gj_form_column);
    table->rows = GJ_ARRAY(f->arena, table->row_count, gj_form_row);
    if (!table->columns || !table->rows)
        return gj_fail_nomem(f->err);
    GJ_TRY(gj_elements_read(f, "columns", "column", read_column, table));
    GJ_TRY(gj_elements_read(f, "rows", "row", read_row, table));
    GJ_TRY(read_heads(f, table));
    return read_groups(f, table);
}

static gj_status read_table(gj_fields *f, size_t index, void *context)
{
    static const char *const known[] = { "key",     "title", "name",   "section", "shape",  "columns", "rows", "marks",
                                         "anchors", "note",  "owners", "corner",  "groups", "heads",   NULL };
    gj_form *form = context;
    gj_form_table *table = &form->tables[index];
    GJ_TRY(gj_fields_known(f, known));
    GJ_TRY(gj_field_string(f, "key", &table->key));
    GJ_TRY(gj_field_optional(f, "title", &table->title));
    GJ_TRY(read_name(f, table->key, table->title.len ? table->title : table->key, &table->name));
    if (!table->title.len)
        table->title = table->name.zh;
    GJ_TRY(gj_field_string(f, "section", &table->section));
    if (!gj_form_section_by_key(form, table->section))
        return gj_field_fail(f, "section", "本格式没有这一部分", "the form has no such section");
    int shape = 0;
    GJ_TRY(gj_field_choice(f, "shape", SHAPES, true, &shape));
    table->shape = (gj_shape)shape;
    GJ_TRY(read_lines(f, table));
    GJ_TRY(read_words(f, table));
    return read_owners(f, table);
}

gj_status gj_form_from_lua(gj_fields *f, gj_form *out)
{
    static const char *const known[] = { "id", "name", "from", "to", "sections", "tables", NULL };
    *out = (gj_form){ 0 };
    GJ_TRY(gj_fields_known(f, known));
    GJ_TRY(gj_field_string(f, "id", &out->id));
    GJ_TRY(gj_field_words(f, "name", true, &out->name));
    GJ_TRY(gj_field_int(f, "from", true, &out->from));
    GJ_TRY(gj_field_int(f, "to", false, &out->to));
    GJ_TRY(gj_elements_count(f, "sections", true, GJ_MAX_FORM_ROWS, &out->section_count));
    GJ_TRY(gj_elements_count(f, "tables", true, GJ_MAX_FORM_ROWS, &out->table_count));
    out->sections = GJ_ARRAY(f->arena, out->section_count, gj_form_section);
    out->tables = GJ_ARRAY(f->arena, out->table_count, gj_form_table);
    if (!out->sections || !out->tables)
        return gj_fail_nomem(f->err);
    GJ_TRY(gj_elements_read(f, "sections", "section", read_section, out));
    GJ_TRY(gj_elements_read(f, "tables", "table", read_table, out));
    return gj_label_index_build(f->arena, out, f->err);
}
