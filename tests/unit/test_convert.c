/* test_convert.c - a report written as JSON and as Markdown, and read again: the same cells, sections and paragraphs. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#include "../../core/show/facts/facts.h"
#include "../../core/show/report/report_json.h"
#include "../../core/show/report/report_markdown.h"
#include "support_claims.h"

#define REPORTS "../shared/reports"

static bool same_text(const char *what, gj_slice a, gj_slice b)
{
    if (gj_slice_equal(a, b))
        return true;
    print_message("%s: \"%.*s\" became \"%.*s\"\n", what, GJ_ARG(a), GJ_ARG(b));
    return false;
}

static size_t compare_extra_columns(const gj_bound_table *a, const gj_bound_table *b)
{
    size_t wrong = a->extra_column_count != b->extra_column_count;
    for (size_t i = 0; i < a->extra_column_count && i < b->extra_column_count; i++) {
        const gj_extra_column *x = &a->extra_columns[i], *y = &b->extra_columns[i];
        wrong += x->after != y->after || !same_text("column", x->label, y->label);
        for (size_t r = 0; r < a->form->row_count; r++)
            wrong += !same_text("cell", x->cells[r], y->cells[r]);
    }
    for (size_t r = 0; r < a->form->row_count; r++) {
        const gj_bound_row *x = &a->rows[r], *y = &b->rows[r];
        wrong += x->parent_count != y->parent_count;
        for (size_t i = 0; i < x->parent_count && i < y->parent_count; i++)
            wrong += !same_text("parent", x->parents[i], y->parents[i]);
    }
    return wrong;
}

static size_t compare_extra(const gj_bound_table *a, const gj_bound_table *b)
{
    size_t wrong = a->extra_count != b->extra_count;
    for (size_t i = 0; i < a->extra_count && i < b->extra_count; i++) {
        const gj_extra_words *x = &a->extra[i], *y = &b->extra[i];
        wrong += x->after != y->after || x->over != y->over || x->count != y->count;
        for (size_t k = 0; k < x->count && k < y->count; k++)
            wrong += !same_text("word", x->words[k], y->words[k]);
    }
    return wrong;
}

static size_t compare_cells(const gj_report *a, const gj_report *b)
{
    size_t wrong = a->table_count != b->table_count;
    for (size_t t = 0; t < a->table_count && t < b->table_count; t++) {
        const gj_bound_table *x = &a->tables[t], *y = &b->tables[t];
        wrong += x->present != y->present || x->form != y->form || x->right_form != y->right_form;
        for (size_t i = 0; x->form == y->form && i < x->form->row_count * x->form->column_count; i++) {
            const gj_cell *m = &x->cells[i], *n = &y->cells[i];
            bool same = m->kind == n->kind && m->value == n->value && m->notes == n->notes;
            if (same && m->kind != GJ_CELL_UNREAD && same_text("cell", m->lexeme, n->lexeme))
                continue;
            if (m->kind == GJ_CELL_UNREAD && same)
                continue;
            size_t row = i / x->form->column_count, column = i % x->form->column_count;
            print_message("%.*s.%.*s.%.*s: kind %d \"%.*s\" became kind %d \"%.*s\"\n", GJ_ARG(x->form->key),
                          GJ_ARG(x->form->rows[row].key), GJ_ARG(x->form->columns[column].key), (int)m->kind,
                          GJ_ARG(m->lexeme), (int)n->kind, GJ_ARG(n->lexeme));
            wrong++;
        }
        for (size_t r = 0; x->form == y->form && r < x->form->row_count; r++)
            wrong += x->rows[r].present != y->rows[r].present;
        wrong += x->unbound_count != y->unbound_count || x->note_seen != y->note_seen;
        if (x->form == y->form)
            wrong += compare_extra(x, y) + compare_extra_columns(x, y);
    }
    return wrong;
}

static size_t compare_text(const gj_report *a, const gj_report *b)
{
    size_t wrong = !same_text("title", a->title.text, b->title.text);
    wrong += a->year != b->year || a->section_count != b->section_count || a->paragraph_count != b->paragraph_count;
    for (size_t i = 0; i < a->section_count && i < b->section_count; i++) {
        const gj_section *x = &a->sections[i], *y = &b->sections[i];
        wrong += x->present != y->present || x->form != y->form || x->order != y->order || x->copies != y->copies;
        wrong += !same_text("heading", x->heading.text, y->heading.text);
    }
    for (size_t i = 0; i < a->paragraph_count && i < b->paragraph_count; i++) {
        wrong += a->paragraphs[i].section != b->paragraphs[i].section;
        wrong += !same_text("paragraph", a->paragraphs[i].text->text, b->paragraphs[i].text->text);
    }
    return wrong;
}

typedef gj_status (*writer)(const gj_report *, gj_buffer *);

static gj_report *write_and_read(test_binding *t, const gj_report *report, writer write, gj_format format)
{
    gj_buffer out;
    gj_buffer_init(&out, 0);
    assert_int_equal(write(report, &out), GJ_OK);
    gj_slice bytes = gj_arena_copy(t->arena, gj_buffer_slice(&out));
    gj_buffer_free(&out);
    return test_bind_bytes(t, bytes, format, NULL);
}

/* Through JSON, through Markdown, and through both; once more written, the bytes are the same. */
static size_t round_trips(test_binding *t, const gj_report *report)
{
    gj_report *json = write_and_read(t, report, gj_show_report_json, GJ_FORMAT_JSON);
    gj_report *markdown = write_and_read(t, report, gj_show_report_markdown, GJ_FORMAT_MARKDOWN);
    gj_report *both = write_and_read(t, json, gj_show_report_markdown, GJ_FORMAT_MARKDOWN);
    size_t wrong = compare_cells(report, json) + compare_text(report, json) + compare_cells(report, markdown) +
                   compare_text(report, markdown) + compare_text(report, both);
    for (size_t i = 0; i < report->table_count; i++)
        if (report->tables[i].unbound_count) /* Markdown from keyed data has the form's rows only */
            return wrong;
    return wrong + compare_cells(report, both);
}

static void check_markdown(const char *text)
{
    test_binding t;
    test_claims_open(&t);
    assert_int_equal(round_trips(&t, test_bind(&t, text, GJ_FORMAT_MARKDOWN, NULL)), 0);
    test_binding_close(&t);
}

#define HEADER                                                                                                         \
    "| | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 "       \
    "|\n|---|---|---|---|---|---|---|---|---|\n"

static void odd_cells_keep_their_writing(void **state)
{
    (void)state;
    check_markdown("# 青石镇人民政府2024年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n" HEADER
                   "| 一、本年新收政府信息公开申请数量 | | ３ | 12件 | 十二 | / | — | | 1，234 |\n"
                   "| 二、上年结转政府信息公开申请数量 | | 0 | 007 | 1.50 | -3 | 约3 | 3\\|4 | <b>5 |\n"
                   "| 四、结转下年度继续办理 | | 0 | 0 | 0 | 0 | 0 | 0 |\n");
}

/* Words of the form's tables that are no label, note or figure: over labels, between rows, after them; headers and titles repeated. */
static void extra_words_stay_where_they_stood(void **state)
{
    (void)state;
    check_markdown(
        "# 青石镇人民政府2024年政府信息公开工作年度报告\n\n## 二、主动公开政府信息情况\n\n"
        "| — 1 — | | | |\n|---|---|---|---|\n| 第二十条第（一）项 | 单位：件 | | |\n"
        "| 内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
        "| 规章 | 0 | 0 | 3 |\n| — 2 — | | | |\n| 第二十条第（一）项 | | | |\n"
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 行政规范性文件 | 1 | 0 | 4 |\n"
        "| 第二十条第（五）项 | | | |\n| 信息内容 | 本年处理决定数量 | | |\n"
        "\n## 三、收到和处理政府信息公开申请情况\n\n"
        "| 项目 | 项目 | 单位：件 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"
        "|---|---|---|---|---|---|---|---|---|---|\n"
        "| 一、本年新收政府信息公开申请数量 | | | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n"
        "| — 3 — | | | | | | | | | |\n| | | | 自然人 | 法人或其他组织 | | | | | 总计 |\n"
        "| | | | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |\n"
        "| 二、上年结转政府信息公开申请数量 | | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
        "| 四、结转下年度继续办理 | | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
        "\n## 四、政府信息公开行政复议、行政诉讼情况\n\n"
        "| 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政复议 |\n|---|---|---|---|---|\n"
        "| 结果维持 | 结果纠正 | 其他结果 | 未结案件 | 总计 |\n| 1 | 0 | 0 | 1 | 2 |\n"
        "| — 4 — | | | | |\n");
}

/* A column that the form does not have, one that stands twice, and labels before a row's own that are not the form's. */
static void other_columns_and_parents_are_kept(void **state)
{
    (void)state;
    check_markdown(
        "# 青石镇人民政府2024年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n"
        "| | | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 小计 | 总计 |\n"
        "|---|---|---|---|---|---|---|---|---|---|---|\n"
        "| 一、本年新收政府信息公开申请数量 | | | 3 | 1 | 0 | 0 | 0 | 0 | 41 | 4 |\n"
        "| 三、本年度办里结果 | （三）不与公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | / | 0 |\n"
        "| 三、本年度办理结果 | （三）不予公开 | 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | | 0 |\n");
    check_markdown("# 青石镇人民政府2024年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n"
                   "| | | | 自然人 | 自然人 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"
                   "|---|---|---|---|---|---|---|---|---|---|\n"
                   "| 一、本年新收政府信息公开申请数量 | | | 51 | 52 | 0 | 0 | 0 | 0 | 4 |\n"
                   "| 备注 | 四、结转下年度继续办理 | | 0 | 53 | 0 | 0 | 0 | 0 | 0 |\n");
}

static void captions_are_kept(void **state)
{
    (void)state;
    check_markdown(
        "# 青石镇人民政府2024年政府信息公开工作年度报告\n\n## 二、主动公开政府信息情况\n\n"
        "<table><caption>主动公开情况表</caption><tr><td>第二十条第（五）项</td></tr>"
        "<tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>36</td></tr></table>\n");
}

static void marks_in_text_stay_text(void **state)
{
    (void)state;
    check_markdown("# 青石镇人民政府2024年政府信息公开工作年度报告\n\n前言\\*不是强调\\*，见\\<a\\>与A&amp;B。\n\n## "
                   "一、总体情况\n\n\\# 不是标题\n\n"
                   "1. 第一项\n\n2\\) 第二项\n\n\\- "
                   "不是列表\n\n（一）主动公开方面\n\n**加粗的一段。**\n\n反斜杠\\\\与`代码`和[方括号]_下划线_。\n\n"
                   "a \\| b\n\n\\===\n\n### 小标题\n\n## 五、存在的主要问题及改进情况\n\n不足。\n");
}

static void sections_keep_their_order(void **state)
{
    (void)state;
    check_markdown("# 青石镇人民政府2024年政府信息公开工作年度报告\n\n前言。\n\n## 一、总体情况\n\n甲。\n\n## "
                   "五、存在的主要问题及改进情况\n\n乙。\n\n"
                   "## 四、信息处理费收取情况\n\n丙。\n\n## 二、主动公开政府信息情况\n\n丁。\n\n## "
                   "五、存在的主要问题及改进情况\n\n戊。\n\n## 七、附则\n\n己。\n");
}

static void metadata_goes_into_front_matter(void **state)
{
    test_binding t;
    (void)state;
    test_claims_open(&t);
    gj_report *report =
        test_bind(&t,
                  "---\nissuer.name: \"某局 \\\"甲\\\"\"\nissuer.level: county\npublished: 2025-01-20\n---\n\n"
                  "# 2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n甲。\n",
                  GJ_FORMAT_MARKDOWN, NULL);
    for (int json = 0; json < 2; json++) {
        gj_report *again = json ? write_and_read(&t, report, gj_show_report_json, GJ_FORMAT_JSON)
                                : write_and_read(&t, report, gj_show_report_markdown, GJ_FORMAT_MARKDOWN);
        test_same(again->name.value, "某局 \"甲\"");
        test_same(again->level.value, "county");
        test_same(again->published, "2025-01-20");
        assert_int_equal(again->level.origin, GJ_METADATA);
    }
    test_binding_close(&t);
}

static void facts_add_up(void **state)
{
    test_binding t;
    gj_buffer text, json;
    (void)state;
    test_claims_open(&t);
    gj_report *report = test_bind(
        &t,
        "# 青石镇人民政府2024年政府信息公开工作年度报告\n\n## "
        "一、总体情况\n\n2024年收到政府信息公开申请5件，召开会议3次，"
        "比2023年的4件多1件，满意率98%。主动公开政府信息20条，其中政策12条，占60%，其他8条。接访22次，比31次下降29%。"
        "20个工作日内答复。\n\n## 三、收到和处理政府信息公开申请情况\n\n" HEADER
        "| 一、本年新收政府信息公开申请数量 | | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n"
        "| 二、上年结转政府信息公开申请数量 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
        GJ_FORMAT_MARKDOWN, NULL);
    gj_fact_counts n = gj_facts_count(report);
    size_t sum = 0;
    for (int i = 0; i < GJ_FACT_STATUSES; i++)
        sum += n.of[i];
    assert_int_equal(sum, n.all);
    assert_int_equal(n.of[GJ_FACT_CONTRADICTS], 1);
    assert_int_equal(n.of[GJ_FACT_SUMS], 3);       /* 20条 = 12 + 8 */
    assert_int_equal(n.of[GJ_FACT_COMPARES], 4);   /* 22次, 31次, 29%; 占60% */
    assert_int_equal(n.of[GJ_FACT_OTHER_YEAR], 2); /* 4件, 1件 */
    assert_int_equal(n.of[GJ_FACT_DURATION], 1);
    assert_int_equal(n.of[GJ_FACT_UNTIED], 2); /* 3次, 98% */
    assert_int_equal(n.counted, n.all - 3);
    assert_int_equal(n.explained, 8);
    gj_buffer_init(&text, 0);
    gj_buffer_init(&json, 0);
    assert_int_equal(gj_show_facts(report, GJ_ZH, false, &text), GJ_OK);
    assert_non_null(strstr(text.data, "≠ 表三 本年新收 × 总计 4，差 1"));
    assert_non_null(strstr(text.data, "= 12 + 8"));
    assert_non_null(strstr(text.data, "20条的分项，相加一致"));
    assert_non_null(strstr(text.data, "= 12 ÷ 20 = 60%"));
    assert_non_null(strstr(text.data, "= 31 → 22，变化 29.03%"));
    gj_buffer_clear(&text);
    assert_int_equal(gj_show_facts(report, GJ_EN, false, &text), GJ_OK);
    assert_non_null(strstr(text.data, "off by 1"));
    assert_int_equal(gj_show_facts(report, GJ_ZH, true, &json), GJ_OK);
    cJSON *tree = cJSON_Parse(json.data);
    assert_non_null(tree);
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(tree, "claims")), (int)n.all);
    const cJSON *first = cJSON_GetArrayItem(cJSON_GetObjectItem(tree, "claims"), 0);
    assert_string_equal(cJSON_GetObjectItem(first, "kind")->valuestring, "requests.received");
    assert_string_equal(cJSON_GetObjectItem(first, "tie")->valuestring, "contradicts");
    assert_int_equal(cJSON_GetObjectItem(first, "difference")->valueint, 1);
    assert_string_equal(cJSON_GetObjectItem(first, "status")->valuestring, "contradicts");
    const cJSON *relations = cJSON_GetObjectItem(tree, "relations");
    assert_int_equal(cJSON_GetArraySize(relations), 3);
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(cJSON_GetArrayItem(relations, 1), "parts")), 2);
    cJSON_Delete(tree);
    gj_buffer_free(&text);
    gj_buffer_free(&json);
    test_binding_close(&t);
}

static void published_reports_come_back(void **state)
{
    DIR *folder = opendir(REPORTS);
    size_t wrong = 0;
    (void)state;
    if (!folder)
        skip();
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        test_binding t;
        test_claims_open(&t);
        gj_slice path = gj_arena_format(t.arena, REPORTS "/%s/report.md", entry->d_name);
        gj_slice bytes = entry->d_name[0] == '.' ? (gj_slice){ NULL, 0 } : test_file(t.arena, path.data);
        size_t differences = bytes.data ? round_trips(&t, test_bind_bytes(&t, bytes, GJ_FORMAT_MARKDOWN, NULL)) : 0;
        if (differences)
            print_message("%s: %zu differences\n", entry->d_name, differences);
        wrong += differences;
        test_binding_close(&t);
    }
    closedir(folder);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(odd_cells_keep_their_writing),
        cmocka_unit_test(extra_words_stay_where_they_stood),
        cmocka_unit_test(other_columns_and_parents_are_kept),
        cmocka_unit_test(captions_are_kept),
        cmocka_unit_test(marks_in_text_stay_text),
        cmocka_unit_test(sections_keep_their_order),
        cmocka_unit_test(metadata_goes_into_front_matter),
        cmocka_unit_test(facts_add_up),
        cmocka_unit_test(published_reports_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
