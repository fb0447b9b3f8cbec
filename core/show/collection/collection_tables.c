/* collection_tables.c - what the inspector's tables hold, row by row, whatever they are written to. */
#include "collection_tables.h"
#include "../words.h"
#include "copying_view.h"

/* Units */

static void report_fields(gj_sheet *s, const gj_record *r, gj_fail_on fail_on)
{
    gj_sheet_text(s, r->path);
    gj_sheet_text(s, gj_slice_of(gj_word_verdict(gj_verdict_of_record(r, fail_on), s->lang)));
    gj_sheet_count(s, r->severities[GJ_ERROR]);
    gj_sheet_count(s, r->severities[GJ_WARNING]);
    gj_sheet_count(s, r->severities[GJ_INFO]);
    gj_sheet_count(s, r->reviews);
    gj_sheet_text(s, r->form);
    gj_sheet_text(s, gj_slice_of(r->published_on));
    gj_sheet_text(s, gj_slice_of(r->signed_on));
}

static void unit_fields(gj_sheet *s, const gj_unit *unit, bool has_roster)
{
    gj_sheet_text(s, unit->name);
    gj_sheet_text(s, gj_word_issuer(unit->level, s->lang));
    gj_sheet_text(s, gj_word_issuer(unit->kind, s->lang));
    if (!has_roster)
        gj_sheet_text(s, GJ_LIT(""));
    else
        gj_sheet_word(s, unit->entry ? "是" : "否", unit->entry ? "yes" : "no");
    gj_sheet_text(s, unit->entry ? gj_slice_of(unit->entry->deadline) : (gj_slice){ NULL, 0 });
}

static void units_rows(gj_sheet *s, const gj_collected *collected, const gj_show_options *options)
{
    const gj_collection *c = collected->collection;
    for (size_t i = 0; i < c->unit_count; i++) {
        const gj_unit *unit = &c->units[i];
        if (!unit->entry && !unit->member_count)
            continue; /* only of other years */
        for (size_t k = 0; k < unit->member_count || k == 0; k++) {
            unit_fields(s, unit, c->has_roster);
            if (!unit->member_count) {
                gj_sheet_word(s, unit->asked ? "待确认" : "缺报", unit->asked ? "asked" : "missing");
            } else {
                gj_sheet_word(s, unit->member_count > 1 ? "重复报送" : "已报",
                              unit->member_count > 1 ? "several" : "reported");
                report_fields(s, &c->members[unit->members[k]].record, options->fail_on);
            }
            gj_sheet_end(s);
        }
    }
    for (size_t i = 0; i < c->member_count; i++)
        if (c->members[i].unit == GJ_NOT_FOUND && c->members[i].part != GJ_PART_PRIOR) {
            gj_sheet_text(s, c->members[i].record.name);
            for (int k = 0; k < 4; k++)
                gj_sheet_text(s, GJ_LIT(""));
            gj_sheet_word(s, "不知是谁的", "nobody's");
            report_fields(s, &c->members[i].record, options->fail_on);
            gj_sheet_end(s);
        }
}

/* Findings */

static void unit_names(gj_sheet *s, const gj_collected *collected, const gj_collected_finding *f)
{
    gj_buffer names;
    gj_buffer_init(&names, 0);
    for (size_t i = 0; i < f->unit_count; i++)
        gj_buffer_format(&names, "%s%.*s", i ? "；" : "", GJ_ARG(collected->collection->units[f->units[i]].name));
    gj_sheet_built(s, &names);
    gj_buffer_free(&names);
}

static const char *severity_word(gj_outcome outcome, gj_severity severity, gj_lang lang)
{
    return outcome == GJ_REVIEW ? gj_word_outcome(GJ_REVIEW, lang) : gj_word_severity(severity, lang);
}

static void own_finding(gj_sheet *s, const gj_collected *collected, const gj_collected_finding *f)
{
    unit_names(s, collected, f);
    gj_sheet_text(s,
                  f->member_count ? collected->collection->members[f->members[0]].record.path : (gj_slice){ NULL, 0 });
    gj_sheet_text(s, f->rule->id);
    gj_sheet_text(s, gj_slice_of(severity_word(f->outcome, f->severity, s->lang)));
    gj_sheet_text(s, gj_say(f->message, s->lang));
    gj_sheet_text(s, gj_say(f->remedy, s->lang));
    gj_sheet_text(s, f->place);
    gj_sheet_text(s, GJ_LIT(""));
    gj_sheet_text(s, GJ_LIT(""));
    gj_sheet_text(s, gj_slice_of(f->fingerprint));
    gj_sheet_end(s);
}

static void report_finding(gj_sheet *s, const gj_collection *c, const gj_member *member, const gj_record_finding *f)
{
    gj_sheet_text(s, member->unit == GJ_NOT_FOUND ? member->record.name : c->units[member->unit].name);
    gj_sheet_text(s, member->record.path);
    gj_sheet_text(s, f->rule);
    gj_sheet_text(s, gj_slice_of(severity_word(f->outcome, f->severity, s->lang)));
    gj_sheet_text(s, gj_say(f->message, s->lang));
    gj_sheet_text(s, gj_say(f->remedy, s->lang));
    gj_sheet_text(s, f->place);
    if (f->line)
        gj_sheet_count(s, f->line);
    else
        gj_sheet_text(s, f->at);
    if (f->excepted)
        gj_sheet_word(s, "是", "yes");
    else
        gj_sheet_text(s, GJ_LIT(""));
    gj_sheet_text(s, f->fingerprint);
    gj_sheet_end(s);
}

static void findings_rows(gj_sheet *s, const gj_collected *collected, const gj_show_options *options)
{
    (void)options;
    const gj_collection *c = collected->collection;
    for (size_t i = 0; i < collected->finding_count; i++)
        own_finding(s, collected, &collected->findings[i]);
    for (size_t i = 0; i < c->member_count; i++)
        for (size_t k = 0; c->members[i].part != GJ_PART_PRIOR && k < c->members[i].record.finding_count; k++)
            report_finding(s, c, &c->members[i], &c->members[i].record.findings[k]);
}

/* Figures */

static void name_of_figure(gj_sheet *s, const gj_form_table *form, size_t row, size_t column, gj_buffer *room)
{
    gj_words name = gj_word_figure(form, row, column, room);
    if (s->failed == GJ_OK)
        s->failed = room->failed;
    gj_sheet_text(s, gj_say(name, s->lang));
}

static void figure(gj_sheet *s, const gj_collection *c, const gj_member *member, const gj_record_table *table,
                   size_t index)
{
    static const char *const states[][2] = { { "没有", "missing" }, { "数字", "number" }, { "数字", "number" },
                                             { "空白", "blank" },   { "短横", "dash" },   { "文字", "text" },
                                             { "未读准", "unread" } };
    const gj_record_cell *cell = &table->cells[index];
    size_t row = index / table->form->column_count, column = index % table->form->column_count;
    gj_sheet_text(s, member->unit == GJ_NOT_FOUND ? member->record.name : c->units[member->unit].name);
    gj_sheet_text(s, member->record.path);
    gj_buffer path;
    gj_buffer_init(&path, 0);
    gj_buffer_format(&path, "%.*s.%.*s.%.*s", GJ_ARG(table->form->key), GJ_ARG(table->form->rows[row].key),
                     GJ_ARG(table->form->columns[column].key));
    gj_sheet_built(s, &path);
    name_of_figure(s, table->form, row, column, &path);
    gj_buffer_free(&path);
    gj_sheet_text(s, gj_slice_of(states[cell->kind][s->lang == GJ_EN]));
    if (gj_record_cell_known(cell))
        gj_sheet_decimal(s, cell->value);
    else
        gj_sheet_text(s, cell->text);
    gj_sheet_end(s);
}

static void figures_rows(gj_sheet *s, const gj_collected *collected, const gj_show_options *options)
{
    (void)options;
    const gj_collection *c = collected->collection;
    for (size_t i = 0; i < c->member_count; i++) {
        const gj_member *member = &c->members[i];
        for (size_t t = 0; member->part <= GJ_PART_AGGREGATE && t < member->record.table_count; t++) {
            const gj_form_table *form = member->record.tables[t].form;
            for (size_t k = 0; k < form->row_count * form->column_count; k++)
                if (form->rows[k / form->column_count].columns >> (k % form->column_count) & 1)
                    figure(s, c, member, &member->record.tables[t], k);
        }
    }
}

/* Roll-up */

static void rollup_rows(gj_sheet *s, const gj_collected *collected, const gj_show_options *options)
{
    (void)options;
    static const char *const states[][2] = {
        { "相符", "holds" }, { "不符", "differs" }, { "待定", "open" }, { "汇总报告没有填", "unknown" }
    };
    const gj_collection *c = collected->collection;
    gj_buffer room;
    gj_buffer_init(&room, 0);
    for (size_t i = 0; i < c->rollup.count; i++) {
        const gj_rollup_cell *cell = &c->rollup.cells[i];
        const gj_form_table *form = cell->table->form;
        gj_buffer_clear(&room);
        gj_buffer_format(&room, "%.*s.%.*s.%.*s", GJ_ARG(form->key), GJ_ARG(form->rows[cell->row].key),
                         GJ_ARG(form->columns[cell->column].key));
        gj_sheet_built(s, &room);
        name_of_figure(s, form, cell->row, cell->column, &room);
        if (gj_record_cell_known(cell->cell))
            gj_sheet_decimal(s, cell->cell->value);
        else
            gj_sheet_text(s, cell->cell->text);
        gj_sheet_decimal(s, cell->sum);
        if (gj_record_cell_known(cell->cell))
            gj_sheet_decimal(s, cell->sum - cell->cell->value);
        else
            gj_sheet_text(s, GJ_LIT(""));
        gj_sheet_count(s, cell->known);
        gj_sheet_count(s, cell->unknown);
        gj_sheet_text(s, gj_slice_of(states[cell->state][s->lang == GJ_EN]));
        gj_sheet_text(s,
                      cell->explained_by == GJ_NOT_FOUND ? (gj_slice){ NULL, 0 } : c->units[cell->explained_by].name);
        gj_sheet_end(s);
    }
    gj_buffer_free(&room);
}

static const gj_column units_columns[] = {
    { { "单位", "unit" }, 28 },       { { "级别", "level" }, 14 },         { { "类型", "kind" }, 10 },
    { { "在名册", "on_roster" }, 8 }, { { "截止日期", "deadline" }, 12 },  { { "报送", "status" }, 10 },
    { { "文件", "path" }, 36 },       { { "结论", "verdict" }, 12 },       { { "错误", "errors" }, 7 },
    { { "警告", "warnings" }, 7 },    { { "提示", "infos" }, 7 },          { { "需核实", "to_review" }, 8 },
    { { "格式年份", "form" }, 10 },   { { "发布日期", "published" }, 12 }, { { "成文日期", "signed" }, 12 },
};

static const gj_column findings_columns[] = {
    { { "单位", "unit" }, 28 },        { { "文件", "path" }, 36 },    { { "规则", "rule" }, 10 },
    { { "级别", "severity" }, 8 },     { { "问题", "message" }, 70 }, { { "怎么改", "remedy" }, 50 },
    { { "位置", "place" }, 28 },       { { "行", "line" }, 7 },       { { "例外", "excepted" }, 7 },
    { { "指纹", "fingerprint" }, 12 },
};

static const gj_column figures_columns[] = {
    { { "单位", "unit" }, 28 }, { { "文件", "path" }, 36 },  { { "单元格", "cell" }, 34 },
    { { "名称", "name" }, 46 }, { { "状态", "state" }, 10 }, { { "数值", "value" }, 12 },
};

static const gj_column rollup_columns[] = {
    { { "单元格", "cell" }, 34 },          { { "名称", "name" }, 46 },       { { "汇总报告", "total" }, 12 },
    { { "各单位之和", "sum" }, 12 },       { { "相差", "difference" }, 10 }, { { "有数的单位", "known" }, 10 },
    { { "没有数的单位", "unknown" }, 12 }, { { "结论", "state" }, 10 },      { { "能解释的单位", "explained_by" }, 24 },
};

#define TABLE(name, zh, en)                                                                                            \
    static const gj_collection_table name##_table = {                                                                  \
        #name, { zh, en }, name##_columns, sizeof name##_columns / sizeof *name##_columns, name##_rows                 \
    }
TABLE(units, "单位", "Units");
TABLE(findings, "问题", "Findings");
TABLE(figures, "数据", "Figures");
TABLE(rollup, "汇总核对", "Roll-up");

const gj_collection_table *const gj_collection_tables[GJ_COLLECTION_TABLES] = {
    &units_table, &findings_table, &figures_table, &rollup_table, &gj_copying_table, &gj_years_table,
};

gj_status gj_collection_table_write(const gj_collection_table *table, const gj_collected *collected,
                                    const gj_show_options *options, gj_sheet *sheet)
{
    sheet->lang = options->lang;
    sheet->columns = table->columns;
    sheet->column_count = table->column_count;
    gj_sheet_head(sheet);
    table->rows(sheet, collected, options);
    return sheet->failed;
}
