/* collection_csv.c - tables for a spreadsheet. */
#include "collection.h"
#include "words.h"

typedef struct sheet {
    gj_buffer *out;
    gj_lang lang;
    bool filled; /* the line has a field */
} sheet;

/* What a spreadsheet would reckon with: =SUM(…), @…, and signs before what is no number. */
static bool is_formula(gj_slice text)
{
    char first = text.len ? text.data[0] : 'a';
    if (first == '=' || first == '@' || first == '\t' || first == '\r' || first == '|')
        return true;
    if (first != '+' && first != '-')
        return false;
    for (size_t i = 1; i < text.len; i++)
        if ((text.data[i] < '0' || text.data[i] > '9') && text.data[i] != '.')
            return true;
    return first == '+' && text.len > 1;
}

static void field(sheet *s, gj_slice text)
{
    gj_buffer_text(s->out, s->filled ? "," : "");
    s->filled = true;
    gj_buffer_byte(s->out, '"');
    if (is_formula(text))
        gj_buffer_byte(s->out, '\'');
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == '"')
            gj_buffer_byte(s->out, '"');
        gj_buffer_byte(s->out, (unsigned char)c < 0x20 && c != '\n' ? ' ' : c);
    }
    gj_buffer_byte(s->out, '"');
}

static void number(sheet *s, size_t value)
{
    gj_buffer_format(s->out, "%s%zu", s->filled ? "," : "", value);
    s->filled = true;
}

static void decimal(sheet *s, gj_decimal value)
{
    char text[24];
    (void)gj_decimal_print(value, text);
    gj_buffer_format(s->out, "%s%s", s->filled ? "," : "", text);
    s->filled = true;
}

static void end(sheet *s)
{
    gj_buffer_text(s->out, "\r\n");
    s->filled = false;
}

/* "单位" and "unit" in pairs, ended by NULL. */
static sheet begin(gj_buffer *out, gj_lang lang, const char *const *heads)
{
    sheet s = { .out = out, .lang = lang };
    gj_buffer_text(out, "\xEF\xBB\xBF");
    for (; *heads; heads += 2)
        field(&s, gj_slice_of(heads[lang == GJ_EN]));
    end(&s);
    return s;
}

static void word(sheet *s, const char *zh, const char *en)
{
    field(s, gj_slice_of(s->lang == GJ_EN ? en : zh));
}

/* Units */

#define REPORT_FIELDS 9

static void report_fields(sheet *s, const gj_record *r, gj_fail_on fail_on)
{
    field(s, r->path);
    field(s, gj_slice_of(gj_word_verdict(gj_verdict_of_record(r, fail_on), s->lang)));
    number(s, r->severities[GJ_ERROR]);
    number(s, r->severities[GJ_WARNING]);
    number(s, r->severities[GJ_INFO]);
    number(s, r->reviews);
    field(s, r->form);
    field(s, gj_slice_of(r->published_on));
    field(s, gj_slice_of(r->signed_on));
}

static void unit_fields(sheet *s, const gj_unit *unit, bool has_roster)
{
    field(s, unit->name);
    field(s, gj_word_issuer(unit->level, s->lang));
    field(s, gj_word_issuer(unit->kind, s->lang));
    if (!has_roster)
        field(s, GJ_LIT(""));
    else
        word(s, unit->entry ? "是" : "否", unit->entry ? "yes" : "no");
    field(s, unit->entry ? gj_slice_of(unit->entry->deadline) : (gj_slice){ NULL, 0 });
}

gj_status gj_show_units_csv(const gj_collected *collected, const gj_show_options *options, gj_buffer *out)
{
    static const char *const heads[] = { "单位",     "unit",      "级别",     "level",     "类型",     "kind",
                                         "在名册",   "on_roster", "截止日期", "deadline",  "报送",     "status",
                                         "文件",     "path",      "结论",     "verdict",   "错误",     "errors",
                                         "警告",     "warnings",  "提示",     "infos",     "需核实",   "to_review",
                                         "格式年份", "form",      "发布日期", "published", "成文日期", "signed",
                                         NULL };
    const gj_collection *c = collected->collection;
    sheet s = begin(out, options->lang, heads);
    for (size_t i = 0; i < c->unit_count; i++) {
        const gj_unit *unit = &c->units[i];
        if (!unit->entry && !unit->member_count)
            continue; /* only of other years */
        for (size_t k = 0; k < unit->member_count || k == 0; k++) {
            unit_fields(&s, unit, c->has_roster);
            if (!unit->member_count) {
                word(&s, unit->asked ? "待确认" : "缺报", unit->asked ? "asked" : "missing");
                for (int f = 0; f < REPORT_FIELDS; f++)
                    field(&s, GJ_LIT(""));
            } else {
                word(&s, unit->member_count > 1 ? "重复报送" : "已报", unit->member_count > 1 ? "several" : "reported");
                report_fields(&s, &c->members[unit->members[k]].record, options->fail_on);
            }
            end(&s);
        }
    }
    for (size_t i = 0; i < c->member_count; i++)
        if (c->members[i].unit == GJ_NOT_FOUND && c->members[i].part != GJ_PART_PRIOR) {
            field(&s, c->members[i].record.name);
            for (int k = 0; k < 4; k++)
                field(&s, GJ_LIT(""));
            word(&s, "不知是谁的", "nobody's");
            report_fields(&s, &c->members[i].record, options->fail_on);
            end(&s);
        }
    return out->failed;
}

/* Findings */

static void unit_names(sheet *s, const gj_collected *collected, const gj_collected_finding *f)
{
    gj_buffer names;
    gj_buffer_init(&names, 0);
    for (size_t i = 0; i < f->unit_count; i++)
        gj_buffer_format(&names, "%s%.*s", i ? "；" : "", GJ_ARG(collected->collection->units[f->units[i]].name));
    if (names.failed)
        s->out->failed = names.failed;
    field(s, gj_buffer_slice(&names));
    gj_buffer_free(&names);
}

static const char *severity_word(gj_outcome outcome, gj_severity severity, gj_lang lang)
{
    return outcome == GJ_REVIEW ? gj_word_outcome(GJ_REVIEW, lang) : gj_word_severity(severity, lang);
}

static void own_finding(sheet *s, const gj_collected *collected, const gj_collected_finding *f)
{
    unit_names(s, collected, f);
    field(s, f->member_count ? collected->collection->members[f->members[0]].record.path : (gj_slice){ NULL, 0 });
    field(s, f->rule->id);
    field(s, gj_slice_of(severity_word(f->outcome, f->severity, s->lang)));
    field(s, gj_say(f->message, s->lang));
    field(s, gj_say(f->remedy, s->lang));
    field(s, f->place);
    field(s, GJ_LIT(""));
    field(s, GJ_LIT(""));
    field(s, gj_slice_of(f->fingerprint));
    end(s);
}

static void report_finding(sheet *s, const gj_collection *c, const gj_member *member, const gj_record_finding *f)
{
    field(s, member->unit == GJ_NOT_FOUND ? member->record.name : c->units[member->unit].name);
    field(s, member->record.path);
    field(s, f->rule);
    field(s, gj_slice_of(severity_word(f->outcome, f->severity, s->lang)));
    field(s, gj_say(f->message, s->lang));
    field(s, gj_say(f->remedy, s->lang));
    field(s, f->place);
    if (f->line)
        number(s, f->line);
    else
        field(s, f->at);
    if (f->excepted)
        word(s, "是", "yes");
    else
        field(s, GJ_LIT(""));
    field(s, f->fingerprint);
    end(s);
}

gj_status gj_show_findings_csv(const gj_collected *collected, const gj_show_options *options, gj_buffer *out)
{
    static const char *const heads[] = { "单位",     "unit", "文件",    "path",     "规则",   "rule",        "级别",
                                         "severity", "问题", "message", "怎么改",   "remedy", "位置",        "place",
                                         "行",       "line", "例外",    "excepted", "指纹",   "fingerprint", NULL };
    const gj_collection *c = collected->collection;
    sheet s = begin(out, options->lang, heads);
    for (size_t i = 0; i < collected->finding_count; i++)
        own_finding(&s, collected, &collected->findings[i]);
    for (size_t i = 0; i < c->member_count; i++)
        for (size_t k = 0; c->members[i].part != GJ_PART_PRIOR && k < c->members[i].record.finding_count; k++)
            report_finding(&s, c, &c->members[i], &c->members[i].record.findings[k]);
    return out->failed;
}

/* Figures */

static void figure(sheet *s, const gj_collection *c, const gj_member *member, const gj_record_table *table,
                   size_t index)
{
    static const char *const states[][2] = { { "没有", "missing" }, { "数字", "number" }, { "数字", "number" },
                                             { "空白", "blank" },   { "短横", "dash" },   { "文字", "text" },
                                             { "未读准", "unread" } };
    const gj_record_cell *cell = &table->cells[index];
    size_t row = index / table->form->column_count, column = index % table->form->column_count;
    field(s, member->unit == GJ_NOT_FOUND ? member->record.name : c->units[member->unit].name);
    field(s, member->record.path);
    gj_buffer path;
    gj_buffer_init(&path, 0);
    gj_buffer_format(&path, "%.*s.%.*s.%.*s", GJ_ARG(table->form->key), GJ_ARG(table->form->rows[row].key),
                     GJ_ARG(table->form->columns[column].key));
    field(s, gj_buffer_slice(&path));
    gj_words name = gj_word_figure(table->form, row, column, &path);
    field(s, gj_say(name, s->lang));
    if (path.failed)
        s->out->failed = path.failed;
    gj_buffer_free(&path);
    field(s, gj_slice_of(states[cell->kind][s->lang == GJ_EN]));
    if (gj_record_cell_known(cell))
        decimal(s, cell->value);
    else
        field(s, cell->text);
    end(s);
}

gj_status gj_show_figures_csv(const gj_collected *collected, const gj_show_options *options, gj_buffer *out)
{
    static const char *const heads[] = { "单位", "unit", "文件",  "path", "单元格", "cell", "名称",
                                         "name", "状态", "state", "数值", "value",  NULL };
    const gj_collection *c = collected->collection;
    sheet s = begin(out, options->lang, heads);
    for (size_t i = 0; i < c->member_count; i++) {
        const gj_member *member = &c->members[i];
        for (size_t t = 0; member->part <= GJ_PART_AGGREGATE && t < member->record.table_count; t++) {
            const gj_form_table *form = member->record.tables[t].form;
            for (size_t k = 0; k < form->row_count * form->column_count; k++)
                if (form->rows[k / form->column_count].columns >> (k % form->column_count) & 1)
                    figure(&s, c, member, &member->record.tables[t], k);
        }
    }
    return out->failed;
}

/* Roll-up */

gj_status gj_show_rollup_csv(const gj_collected *collected, const gj_show_options *options, gj_buffer *out)
{
    static const char *const heads[] = { "单元格",     "cell",         "名称",         "name",    "汇总报告",
                                         "total",      "各单位之和",   "sum",          "相差",    "difference",
                                         "有数的单位", "known",        "没有数的单位", "unknown", "结论",
                                         "state",      "能解释的单位", "explained_by", NULL };
    static const char *const states[][2] = {
        { "相符", "holds" }, { "不符", "differs" }, { "待定", "open" }, { "汇总报告没有填", "unknown" }
    };
    const gj_collection *c = collected->collection;
    sheet s = begin(out, options->lang, heads);
    gj_buffer room;
    gj_buffer_init(&room, 0);
    for (size_t i = 0; i < c->rollup.count; i++) {
        const gj_rollup_cell *cell = &c->rollup.cells[i];
        const gj_form_table *form = cell->table->form;
        gj_buffer_clear(&room);
        gj_buffer_format(&room, "%.*s.%.*s.%.*s", GJ_ARG(form->key), GJ_ARG(form->rows[cell->row].key),
                         GJ_ARG(form->columns[cell->column].key));
        field(&s, gj_buffer_slice(&room));
        field(&s, gj_say(gj_word_figure(form, cell->row, cell->column, &room), s.lang));
        if (gj_record_cell_known(cell->cell))
            decimal(&s, cell->cell->value);
        else
            field(&s, cell->cell->text);
        decimal(&s, cell->sum);
        if (gj_record_cell_known(cell->cell))
            decimal(&s, cell->sum - cell->cell->value);
        else
            field(&s, GJ_LIT(""));
        number(&s, cell->known);
        number(&s, cell->unknown);
        field(&s, gj_slice_of(states[cell->state][s.lang == GJ_EN]));
        field(&s, cell->explained_by == GJ_NOT_FOUND ? (gj_slice){ NULL, 0 } : c->units[cell->explained_by].name);
        end(&s);
    }
    if (room.failed)
        out->failed = room.failed;
    gj_buffer_free(&room);
    return out->failed;
}
