/* facts_text.c - facts for people: tables in columns by display width, then one line a number of the text. */
#include "../../base/utf8.h"
#include "../../bind/sentence.h"
#include "../escape.h"
#include "../locus.h"
#include "../words.h"
#include "facts.h"

#define GAP 2 /* columns between two columns */

static void pad(gj_buffer *out, gj_slice text, size_t width, bool right)
{
    size_t own = gj_escaped_width(text, 1);
    size_t blank = own < width ? width - own : 0;
    if (right)
        gj_buffer_repeat(out, " ", blank);
    gj_escape_terminal(out, text);
    if (!right)
        gj_buffer_repeat(out, " ", blank);
}

/* What stands in the cell, or a word for nothing. */
static gj_slice shown(const gj_cell *cell, gj_lang lang)
{
    switch (cell->kind) {
    case GJ_CELL_MISSING:
        return gj_slice_of(GJ_PICK(lang, "缺", "none"));
    case GJ_CELL_UNREAD:
        return gj_slice_of(GJ_PICK(lang, "未读", "unread"));
    case GJ_CELL_BLANK:
        return gj_slice_of(GJ_PICK(lang, "空白", "blank"));
    case GJ_CELL_INTEGER:
    case GJ_CELL_DECIMAL:
    case GJ_CELL_DASH:
    case GJ_CELL_TEXT:
        break;
    }
    return cell->lexeme;
}

static gj_slice row_name(const gj_form_table *form, size_t row, gj_lang lang)
{
    return gj_say(form->rows[row].name, lang);
}

static gj_slice column_name(const gj_form_table *form, size_t column, gj_lang lang)
{
    return gj_say(form->columns[column].name, lang);
}

static size_t wider(size_t width, gj_slice text)
{
    size_t own = gj_escaped_width(text, 1);
    return own > width ? own : width;
}

/* Rows down, columns across. */
static void matrix(const gj_bound_table *table, gj_lang lang, gj_buffer *out)
{
    const gj_form_table *form = table->form;
    size_t widths[GJ_MAX_FORM_COLUMNS] = { 0 }, first = 0;
    for (size_t r = 0; r < form->row_count; r++) {
        first = wider(first, row_name(form, r, lang));
        for (size_t c = 0; c < form->column_count; c++)
            widths[c] = wider(widths[c], shown(gj_table_cell(table, r, c), lang));
    }
    gj_buffer_repeat(out, " ", GAP + first);
    for (size_t c = 0; c < form->column_count; c++) {
        widths[c] = wider(widths[c], column_name(form, c, lang)) + GAP;
        pad(out, column_name(form, c, lang), widths[c], true);
    }
    gj_buffer_byte(out, '\n');
    for (size_t r = 0; r < form->row_count; r++) {
        gj_buffer_repeat(out, " ", GAP);
        pad(out, row_name(form, r, lang), first, false);
        for (size_t c = 0; c < form->column_count; c++)
            pad(out, shown(gj_table_cell(table, r, c), lang), widths[c], true);
        gj_buffer_byte(out, '\n');
    }
}

/* One line a row: its columns by name. */
static void list(const gj_bound_table *table, gj_lang lang, gj_buffer *out)
{
    const gj_form_table *form = table->form;
    size_t first = 0;
    for (size_t r = 0; r < form->row_count; r++)
        first = wider(first, row_name(form, r, lang));
    for (size_t r = 0; r < form->row_count; r++) {
        gj_buffer_repeat(out, " ", GAP);
        pad(out, row_name(form, r, lang), first, false);
        for (size_t c = 0; c < form->column_count; c++) {
            if (!(form->rows[r].columns >> c & 1))
                continue;
            gj_buffer_repeat(out, " ", GAP);
            gj_escape_terminal(out, column_name(form, c, lang));
            gj_buffer_byte(out, ' ');
            gj_escape_terminal(out, shown(gj_table_cell(table, r, c), lang));
        }
        gj_buffer_byte(out, '\n');
    }
}

/* What differs from last year's report: 本年新收 × 总计 8（上年 4） */
static void changes(const gj_report *report, const gj_bound_table *table, gj_lang lang, gj_buffer *out)
{
    const gj_form_table *form = table->form;
    bool first = true;
    for (size_t i = 0; i < form->row_count * form->column_count; i++) {
        size_t row = i / form->column_count, column = i % form->column_count;
        const gj_cell *before = gj_facts_prior_cell(report, table, row, column);
        const gj_cell *cell = gj_table_cell(table, row, column);
        if (!before || (before->kind == cell->kind && before->value == cell->value &&
                        (cell->kind != GJ_CELL_TEXT || gj_slice_equal(before->lexeme, cell->lexeme))))
            continue;
        if (first)
            gj_buffer_text(out, GJ_PICK(lang, "  与上年报告不同：\n", "  other than last year:\n"));
        first = false;
        gj_buffer_repeat(out, " ", 2 * GAP);
        gj_escape_terminal(out, row_name(form, row, lang));
        gj_buffer_text(out, " × ");
        gj_escape_terminal(out, column_name(form, column, lang));
        gj_buffer_byte(out, ' ');
        gj_escape_terminal(out, shown(cell, lang));
        gj_buffer_text(out, GJ_PICK(lang, "（上年 ", " (last year "));
        gj_escape_terminal(out, shown(before, lang));
        gj_buffer_text(out, GJ_PICK(lang, "）\n", ")\n"));
    }
}

static void tables(const gj_report *report, gj_lang lang, gj_buffer *out)
{
    for (size_t t = 0; t < report->table_count; t++) {
        const gj_bound_table *table = &report->tables[t];
        gj_escape_terminal(out, gj_say(table->form->name, lang));
        if (!table->present) {
            gj_buffer_text(out, GJ_PICK(lang, "：没有找到\n\n", ": not found\n\n"));
            continue;
        }
        gj_buffer_byte(out, '\n');
        if (table->form->shape == GJ_SHAPE_MATRIX)
            matrix(table, lang, out);
        else
            list(table, lang, out);
        changes(report, table, lang, out);
        gj_buffer_byte(out, '\n');
    }
}

/* 表三 本年新收 × 总计 38 */
static void term(const gj_report *report, gj_slice path, bool first, gj_lang lang, gj_buffer *out)
{
    const gj_bound_table *table;
    size_t row, column;
    bool minus = gj_slice_starts(path, GJ_LIT("-"));
    if (!gj_report_cell(report, gj_slice_sub(path, minus, path.len), &table, &row, &column))
        return;
    if (!first || minus)
        gj_buffer_text(out, minus ? " − " : " + ");
    if (first) {
        gj_escape_terminal(out, gj_say(table->form->name, lang));
        gj_buffer_byte(out, ' ');
    }
    gj_escape_terminal(out, row_name(table->form, row, lang));
    gj_buffer_text(out, " × ");
    gj_escape_terminal(out, column_name(table->form, column, lang));
    gj_buffer_byte(out, ' ');
    gj_escape_terminal(out, shown(gj_table_cell(table, row, column), lang));
}

enum { MOST_TERMS = 3, CONTEXT = 10 }; /* cells written out; characters shown before a number of no known kind */

/* A long sum is named: 表三 不予公开（8 格相加） */
static void sum_of_many(const gj_report *report, const gj_tie *tie, gj_lang lang, gj_buffer *out)
{
    const gj_bound_table *table;
    size_t row, column;
    if (gj_report_cell(report, tie->cells[0], &table, &row, &column)) {
        gj_escape_terminal(out, gj_say(table->form->name, lang));
        gj_buffer_byte(out, ' ');
    }
    gj_escape_terminal(out, gj_say(tie->reading, lang));
    gj_buffer_format(out, GJ_PICK(lang, "（%zu 格相加）", " (%zu cells added)"), tie->cell_count);
}

static void tie_of(const gj_report *report, const gj_claim *claim, gj_lang lang, gj_buffer *out)
{
    gj_decimal sum;
    char number[24];
    const gj_tie *tie = gj_facts_tie(report, claim, &sum);
    if (!tie)
        return;
    static const char *const signs[] = { "", "= ", "≠ " };
    gj_buffer_text(out, claim->tie == GJ_TIE_UNKNOWN ? GJ_PICK(lang, "无法核对：", "cannot be compared: ")
                                                     : signs[claim->tie]);
    if (tie->cell_count > MOST_TERMS)
        sum_of_many(report, tie, lang, out);
    for (size_t i = 0; i < tie->cell_count && tie->cell_count <= MOST_TERMS; i++)
        term(report, tie->cells[i], i == 0, lang, out);
    if (tie->cell_count > 1 && claim->tie != GJ_TIE_UNKNOWN) {
        (void)gj_decimal_print(sum, number);
        gj_buffer_format(out, " = %s", number);
    }
    if (claim->tie == GJ_CONTRADICTS) {
        (void)gj_decimal_print(claim->value > sum ? claim->value - sum : sum - claim->value, number);
        gj_buffer_format(out, GJ_PICK(lang, "，差 %s", ", off by %s"), number);
    }
    if (claim->tie == GJ_TIES && tie->unstated)
        gj_buffer_text(out, GJ_PICK(lang, "（文中没有说明）", " (not said in the text)"));
}

/* The relations of the number, the first few of them; a number that is a part is said to be one. */
static size_t relations_of(const gj_report *report, size_t index, gj_lang lang, gj_buffer *out, size_t shown)
{
    enum { MOST_RELATIONS = 3 };
    for (size_t i = 0; i < report->relation_count && shown < MOST_RELATIONS; i++) {
        const gj_relation *relation = &report->relations[i];
        bool own = relation->whole == index || relation->second == index || relation->figure == index;
        if (!gj_fact_concerns(relation, index) || (relation->kind != GJ_BREAKDOWN && relation->figure != index &&
                                                   !(relation->kind == GJ_CHANGE && relation->figure == GJ_NOT_FOUND)))
            continue;
        if (shown++)
            gj_buffer_text(out, GJ_PICK(lang, "；", "; "));
        if (own || relation->kind == GJ_CHANGE)
            gj_facts_relation(report, relation, lang, out);
        else
            gj_facts_part(report, relation, lang, out);
    }
    return shown;
}

/* A figure of last year is held against last year's report, where there is one. */
static void of_other_year(const gj_report *report, size_t index, gj_lang lang, gj_buffer *out)
{
    const gj_claim *claim = &report->claims[index];
    gj_fact_status status = gj_fact_status_of(report, index);
    gj_decimal values[GJ_PRIOR_VALUES];
    char number[24];
    if (status == GJ_FACT_COMPARES) {
        gj_buffer_text(out, GJ_PICK(lang, "与上年报告一致", "as in last year's report"));
    } else if (status == GJ_FACT_CONTRADICTS && gj_prior_values(report, claim, values)) {
        (void)gj_decimal_print(values[0], number);
        gj_buffer_format(out, GJ_PICK(lang, "≠ 上年报告 %s", "≠ %s in last year's report"), number);
    } else {
        gj_buffer_format(out, GJ_PICK(lang, "%d 年的数字，不与本表核对", "a figure of %d, not compared"), claim->year);
    }
}

static void verdict(const gj_report *report, size_t index, gj_lang lang, gj_buffer *out)
{
    const gj_claim *claim = &report->claims[index];
    size_t shown = 0;
    if (!claim->year && claim->kind && claim->tie != GJ_TIE_NONE) {
        tie_of(report, claim, lang, out);
        shown = 1;
    }
    if (relations_of(report, index, lang, out, shown))
        return;
    if (claim->year)
        of_other_year(report, index, lang, out);
    else if (gj_fact_status_of(report, index) == GJ_FACT_DURATION)
        gj_buffer_text(out, GJ_PICK(lang, "时长，不核对", "a duration, not compared"));
    else {
        gj_buffer_text(out, GJ_PICK(lang, "没有可核对的", "nothing to tie it to"));
        if (claim->kind) {
            gj_buffer_text(out, GJ_PICK(lang, "：", ": "));
            gj_escape_terminal(out, gj_say(claim->kind->name, lang));
        }
    }
}

/* The claim's words; of a number of no known kind the last words before it too, which mostly say what it counts. `cut`: there were
 * more of them. */
static gj_slice number_text(const gj_report *report, const gj_claim *claim, bool *cut)
{
    gj_slice text = report->paragraphs[claim->paragraph].text->text;
    *cut = false;
    if (claim->kind)
        return claim->quote;
    size_t begin = claim->number.begin, first = (size_t)(claim->sentence.data - text.data);
    size_t least = gj_sentence_part(text, (gj_span){ first, first + claim->sentence.len }, begin).begin;
    *cut = true;
    for (int i = 0; i < CONTEXT && *cut; i++) {
        size_t before = begin;
        *cut = begin > least && gj_utf8_prev(text, &before) != 0x3001; /* 、 */
        begin = *cut ? before : begin;
    }
    *cut = *cut && begin > least;
    return gj_slice_sub(text, begin, claim->number.end);
}

static void place_of(const gj_report *report, const gj_claim *claim, gj_lang lang, gj_buffer *out)
{
    gj_place at = gj_source_place(report->document->source, claim->span.begin);
    if (at.locus.part == GJ_PART_NONE) {
        gj_buffer_format(out, GJ_PICK(lang, "  第%4zu 行  ", "  line %4zu  "), at.line);
        return;
    }
    gj_buffer words;
    gj_buffer_init(&words, 0);
    gj_locus_short(&words, lang, &at.locus);
    gj_buffer_text(out, "  ");
    pad(out, gj_buffer_slice(&words), 8, false);
    if (words.failed)
        out->failed = words.failed;
    gj_buffer_free(&words);
}

static void claims(const gj_report *report, gj_lang lang, gj_buffer *out)
{
    enum { WIDEST = 44 };
    size_t width = 0;
    bool cut;
    for (size_t i = 0; i < report->claim_count; i++) {
        size_t own = gj_escaped_width(number_text(report, &report->claims[i], &cut), 1) + cut;
        width = own > width && own <= WIDEST ? own : width;
    }
    gj_buffer_text(out, GJ_PICK(lang, "正文中的数字\n", "Numbers in the text\n"));
    for (size_t i = 0; i < report->claim_count; i++) {
        const gj_claim *claim = &report->claims[i];
        place_of(report, claim, lang, out);
        gj_slice words = number_text(report, claim, &cut);
        gj_buffer_text(out, cut ? "…" : "");
        pad(out, words, width > cut ? width - cut : 0, false);
        gj_buffer_repeat(out, " ", GAP);
        verdict(report, i, lang, out);
        gj_buffer_byte(out, '\n');
    }
    if (report->claim_count == 0)
        gj_buffer_text(out, GJ_PICK(lang, "  没有\n", "  none\n"));
}

static void totals(const gj_report *report, gj_lang lang, gj_buffer *out)
{
    gj_fact_counts n = gj_facts_count(report);
    gj_buffer_format(
        out,
        GJ_PICK(lang,
                "\n正文共 %zu 个数字：与表格一致 %zu，不一致 %zu，分项相加一致 %zu，比率和增减算得对 "
                "%zu，表格空白、无法核对 %zu，"
                "没有可核对的 %zu；另有其他年度 %zu，时长 %zu\n",
                "\n%zu numbers in the text: %zu agree with the tables, %zu differ, %zu add up, %zu recomputed, %zu "
                "meet blanks, %zu untied; apart from these %zu of other years, %zu durations\n"),
        n.counted, n.of[GJ_FACT_TIES], n.of[GJ_FACT_CONTRADICTS], n.of[GJ_FACT_SUMS], n.of[GJ_FACT_COMPARES],
        n.of[GJ_FACT_UNKNOWN], n.of[GJ_FACT_UNTIED], n.of[GJ_FACT_OTHER_YEAR], n.of[GJ_FACT_DURATION]);
    if (n.counted)
        gj_buffer_format(out, GJ_PICK(lang, "有据可查的占 %zu%%（%zu/%zu）\n", "%zu%% explained (%zu/%zu)\n"),
                         n.explained * 100 / n.counted, n.explained, n.counted);
}

void gj_facts_text(const gj_report *report, gj_lang lang, gj_buffer *out)
{
    if (report->title.text.len) {
        gj_escape_terminal(out, report->title.text);
        gj_buffer_text(out, "\n\n");
    }
    const gj_notice *notice = gj_facts_prior_notice(report);
    if (notice || report->prior) {
        gj_buffer_text(out, GJ_PICK(lang, "上年报告：", "Last year's report: "));
        if (report->prior)
            gj_escape_terminal(out, report->prior->document->source->name);
        else
            gj_escape_terminal(out, gj_say(notice->words, lang));
        gj_buffer_text(out, "\n\n");
    }
    tables(report, lang, out);
    claims(report, lang, out);
    totals(report, lang, out);
}
