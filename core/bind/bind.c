#include "glued.h"
#include "loose.h"

/* What the reader could not take as the format promises is the report's business too. */
static void pass_remarks_on(gj_arena *arena, gj_report *report)
{
    const gj_document *document = report->document;
    for (size_t i = 0; i < document->remark_count; i++) {
        const gj_remark *remark = &document->remarks[i];
        gj_report_notice(arena, report, remark->kind.data, remark->span, remark->pointer, (gj_slice){ 0 },
                         remark->words.zh.data, remark->words.en.data);
    }
}

const char *gj_origin_name(gj_origin origin)
{
    static const char *const names[] = { "unknown", "inferred", "metadata", "config", "flag" };
    return names[origin];
}

/* The report up to its tables. */
static gj_status bind_layout(gj_arena *arena, const gj_document *document, const gj_forms *forms, const gj_given *given,
                             gj_report **out, gj_error *err)
{
    gj_report *report = GJ_NEW(arena, gj_report);
    if (!report)
        return gj_fail_nomem(err);
    *out = report;
    report->document = document;
    report->forms = forms;
    pass_remarks_on(arena, report);
    GJ_TRY(gj_bind_identity(arena, report, given, err));
    GJ_TRY(gj_bind_sections(arena, report, err));
    return gj_bind_tables(arena, report, err);
}

gj_status gj_bind(gj_arena *arena, const gj_document *document, const gj_forms *forms, const gj_given *given,
                  gj_report **out, gj_error *err)
{
    if (!forms->form_count)
        return gj_fail(err, GJ_RULES, GJ_NOWHERE, "规则集里没有表格格式", "the ruleset has no form");
    gj_report *report;
    GJ_TRY(bind_layout(arena, document, forms, given, &report, err));
    const gj_document *whole = document;
    GJ_TRY(gj_unglue(arena, report, &document, err));
    if (document != whole)
        GJ_TRY(bind_layout(arena, document, forms, given, &report, err));
    while (report->given_up) { /* every time there is a table less */
        GJ_TRY(gj_loosen(arena, report, &document, err));
        GJ_TRY(bind_layout(arena, document, forms, given, &report, err));
    }
    GJ_TRY(gj_bind_claims(arena, report, err));
    GJ_TRY(gj_bind_relations(arena, report, err));
    *out = report;
    return gj_arena_failed(arena) ? gj_fail_nomem(err) : GJ_OK;
}

void gj_report_notice(gj_arena *arena, gj_report *report, const char *kind, gj_span span, gj_slice pointer,
                      gj_slice text, const char *zh, const char *en)
{
    report->notice_total++;
    if (report->notice_count >= GJ_MAX_NOTICES)
        return;
    if (!report->notices) /* room for all of them at once; where memory has run out the arena remembers it */
        report->notices = GJ_ARRAY(arena, GJ_MAX_NOTICES, gj_notice);
    if (!report->notices)
        return;
    report->notices[report->notice_count++] =
        (gj_notice){ gj_slice_of(kind), { gj_slice_of(zh), gj_slice_of(en) }, text, span, pointer };
}

const gj_bound_table *gj_report_table(const gj_report *report, gj_slice key)
{
    for (size_t i = 0; i < report->table_count; i++)
        if (gj_slice_equal(report->tables[i].form->key, key))
            return &report->tables[i];
    return NULL;
}

const gj_section *gj_report_section(const gj_report *report, gj_slice key)
{
    for (size_t i = 0; i < report->form_section_count; i++)
        if (gj_slice_equal(report->sections[i].form->key, key))
            return &report->sections[i];
    return NULL;
}

/* The rest of `path` after `key` and a dot; false where it does not begin so. */
static bool rest_after(gj_slice path, gj_slice key, gj_slice *rest)
{
    if (path.len <= key.len || path.data[key.len] != '.' || !gj_slice_starts(path, key))
        return false;
    *rest = gj_slice_sub(path, key.len + 1, path.len);
    return true;
}

bool gj_report_cell(const gj_report *report, gj_slice path, const gj_bound_table **table, size_t *row, size_t *column)
{
    gj_slice in_table, in_row;
    for (size_t t = 0; t < report->table_count; t++) {
        const gj_form_table *form = report->tables[t].form;
        if (!rest_after(path, form->key, &in_table))
            continue;
        for (size_t r = 0; r < form->row_count; r++) {
            if (!rest_after(in_table, form->rows[r].key, &in_row))
                continue;
            size_t c = gj_form_column_index(form, in_row);
            if (c == GJ_NOT_FOUND || !(form->rows[r].columns >> c & 1))
                continue;
            *table = &report->tables[t];
            *row = r;
            *column = c;
            return true;
        }
    }
    return false;
}

/* What a rounded number may stand for: 约 within a tenth; 余, 多 up to twice the number, for nobody writes 超过100 for 300. */
static bool within(gj_decimal value, gj_decimal sum, gj_certainty certainty)
{
    switch (certainty) {
    case GJ_EXACT:
        return sum == value;
    case GJ_ABOUT:
        return sum - value <= value / 10 && value - sum <= value / 10;
    case GJ_AT_LEAST:
        return sum >= value && sum - value <= value;
    }
    return false;
}

gj_tie_state gj_tie_check(const gj_report *report, const gj_tie *tie, gj_decimal value, gj_certainty certainty,
                          gj_decimal *sum)
{
    *sum = 0;
    for (size_t i = 0; i < tie->cell_count; i++) {
        gj_slice path = tie->cells[i];
        bool minus = path.len && path.data[0] == '-';
        const gj_bound_table *table;
        size_t row, column;
        if (!gj_report_cell(report, gj_slice_sub(path, minus, path.len), &table, &row, &column))
            return GJ_TIE_UNKNOWN;
        const gj_cell *cell = gj_table_cell(table, row, column);
        bool known = cell->kind == GJ_CELL_INTEGER || cell->kind == GJ_CELL_DECIMAL;
        if (!known || !gj_decimal_add(*sum, minus ? -cell->value : cell->value, sum))
            return GJ_TIE_UNKNOWN;
    }
    return within(value, *sum, certainty) ? GJ_TIES : GJ_CONTRADICTS;
}
