/* Tables as real reports lay them out (../shared/regulation/layouts.md), each line of it in our own small fixture. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "../../core/base/buffer.h"
#include "support_forms.h"

#define TITLE "# 青石镇人民政府2024年政府信息公开工作年度报告\n\n"
#define SECTION3 "## 三、收到和处理政府信息公开申请情况\n\n"
#define SECTION4 "## 四、政府信息公开行政复议、行政诉讼情况\n\n"
#define SECTION2 "## 二、主动公开政府信息情况\n\n"

static test_binding t;

static int open_binding(void **state)
{
    (void)state;
    test_binding_open(&t);
    return 0;
}

static int close_binding(void **state)
{
    (void)state;
    test_binding_close(&t);
    return 0;
}

static gj_report *bind(const char *text)
{
    return test_bind(&t, text, GJ_FORMAT_MARKDOWN, NULL);
}

static const gj_bound_table *table_of(const gj_report *report, const char *key)
{
    return gj_report_table(report, gj_slice_of(key));
}

static const gj_bound_row *row_of(const gj_report *report, const char *table, const char *row)
{
    const gj_bound_table *bound = table_of(report, table);
    size_t index = gj_form_row_index(bound->form, gj_slice_of(row));
    assert_true(index != GJ_NOT_FOUND);
    return &bound->rows[index];
}

/* The labels of table 3, and what stands before them in a pipe table. */
static const struct {
    const char *parents, *label;
} ROWS[] = {
    { "", "一、本年新收政府信息公开申请数量" },
    { "", "二、上年结转政府信息公开申请数量" },
    { "三、本年度办理结果", "（一）予以公开" },
    { "三、本年度办理结果", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）" },
    { "（三）不予公开", "1.属于国家秘密" },
    { "（三）不予公开", "2.其他法律行政法规禁止公开" },
    { "（三）不予公开", "3.危及“三安全一稳定”" },
    { "（三）不予公开", "4.保护第三方合法权益" },
    { "（三）不予公开", "5.属于三类内部事务信息" },
    { "（三）不予公开", "6.属于四类过程性信息" },
    { "（三）不予公开", "7.属于行政执法案卷" },
    { "（三）不予公开", "8.属于行政查询事项" },
    { "（四）无法提供", "1.本机关不掌握相关政府信息" },
    { "（四）无法提供", "2.没有现成信息需要另行制作" },
    { "（四）无法提供", "3.补正后申请内容仍不明确" },
    { "（五）不予处理", "1.信访举报投诉类申请" },
    { "（五）不予处理", "2.重复申请" },
    { "（五）不予处理", "3.要求提供公开出版物" },
    { "（五）不予处理", "4.无正当理由大量反复申请" },
    { "（五）不予处理", "5.要求行政机关确认或重新出具已获取信息" },
    { "（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请" },
    { "（六）其他处理", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请" },
    { "（六）其他处理", "3.其他" },
    { "三、本年度办理结果", "（七）总计" },
    { "", "四、结转下年度继续办理" },
};
#define ROW_COUNT (sizeof ROWS / sizeof *ROWS)
#define HEADER                                                                                                                                                \
    "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | | 自然人 | 商业企业 | 科研机构 | " \
    "社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|---|---|---|---|\n"

/* Row r of table 3 holds r * 10 + 1 … r * 10 + 7. */
static void add_row(gj_buffer *b, size_t r, const char *label)
{
    gj_buffer_format(b, "| %s | %s |", ROWS[r].parents, label);
    for (size_t c = 1; c <= 7; c++)
        gj_buffer_format(b, " %zu |", r * 10 + c);
    gj_buffer_text(b, "\n");
}

/* Table 3 with one line replaced: row `at` (of ROWS) becomes `line`, or is left out where it is NULL. */
static gj_report *bind_with_line(size_t at, const char *line)
{
    gj_buffer b;
    gj_buffer_init(&b, 0);
    gj_buffer_text(&b, TITLE SECTION3 HEADER);
    for (size_t r = 0; r < ROW_COUNT; r++) {
        if (r != at)
            add_row(&b, r, ROWS[r].label);
        else if (line)
            gj_buffer_text(&b, line);
    }
    gj_report *report = bind(b.data);
    gj_buffer_free(&b);
    return report;
}

static gj_report *bind_with_label(size_t at, const char *label)
{
    gj_buffer b;
    gj_buffer_init(&b, 0);
    gj_buffer_text(&b, TITLE SECTION3 HEADER);
    for (size_t r = 0; r < ROW_COUNT; r++)
        add_row(&b, r, r == at ? label : ROWS[r].label);
    gj_report *report = bind(b.data);
    gj_buffer_free(&b);
    return report;
}

/* All rows of table 3 but `but` hold what add_row wrote. */
static void check_rows(const gj_report *report, size_t but)
{
    const gj_bound_table *table = table_of(report, "requests");
    assert_true(table->present);
    for (size_t r = 0; r < ROW_COUNT; r++) {
        if (r == but)
            continue;
        assert_true(table->rows[r].present && table->rows[r].complete);
        for (size_t c = 0; c < 7; c++) {
            const gj_cell *cell = gj_table_cell(table, r, c);
            if (cell->kind != GJ_CELL_INTEGER || cell->value != (gj_decimal)(r * 10 + c + 1) * GJ_ONE)
                fail_msg("row %zu column %zu: \"%.*s\"", r, c, GJ_ARG(cell->lexeme));
        }
    }
}

static void whole_table(void **state)
{
    (void)state;
    gj_report *report = bind_with_line(ROW_COUNT, NULL);
    const gj_bound_table *table = table_of(report, "requests");
    check_rows(report, ROW_COUNT);
    assert_true(table->right_form && table->note_seen && table->rows_in_order && table->columns_in_order &&
                table->layout_known);
    assert_int_equal(table->value_count, 175);
    test_same(table->rows[4].label.text, "1.属于国家秘密");
    test_same(table->columns[3].label.text, "社会公益组织");
    assert_int_equal(report->notice_count, 0);
    for (size_t r = 0; r < ROW_COUNT; r++)
        assert_true(table->block_seen[r]);
}

static void label_variants(void **state)
{
    (void)state;
    static const struct {
        size_t row;
        const char *label;
    } variants[] = { { 23, "(七)总计" },
                     { 23, "（七）合计" },
                     { 23, "(七) 总 计" },
                     { 22, "③其他" },
                     { 22, "3、其它" },
                     { 22, "3.  其他" },
                     { 4, "1、属于国家秘密" },
                     { 4, "① 属于国家秘密" },
                     { 6, "3.危及\"三安全一稳定\"" },
                     { 6, "3.危及三安全一稳定" },
                     { 5, "2.其他法律行政止公开" },
                     { 5, "2.其他法律和行政法规禁止公开" },
                     { 3, "(二)部分公开(区分处理的, 只计这一情形, 不计其他情形)" },
                     { 3, "（二）部分公开" },
                     { 20, "1.申请人无正当理由逾期不补正、行政机关不再受理其政府信息公开申请" },
                     { 0, "一、本年新收<br>政府信息公开<br>申请数量" } };
    for (size_t i = 0; i < sizeof variants / sizeof *variants; i++) {
        gj_report *report = bind_with_label(variants[i].row, variants[i].label);
        check_rows(report, ROW_COUNT);
        assert_int_equal(report->notice_count, 0);
        assert_true(table_of(report, "requests")->right_form);
    }
}

/* A label that could be two rows, or none, is bound to none. */
static void unclear_labels(void **state)
{
    (void)state;
    static const char *const labels[] = { "申请", "公开", "5.属于信息", "小计", "9.其他情形说明" };
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        gj_report *report = bind_with_label(9, labels[i]);
        check_rows(report, 9);
        assert_false(table_of(report, "requests")->rows[9].present);
        assert_int_equal(table_of(report, "requests")->unbound_count, 1);
        test_same(table_of(report, "requests")->unbound[0].values, "91 | 92 | 93 | 94 | 95 | 96 | 97");
        assert_int_equal(test_notices(report, "unbound_row"), 1);
        assert_int_equal(test_notices(report, "missing_row"), 1);
        assert_int_equal(test_cell(report, "requests.denied.process_info.total")->kind, GJ_CELL_MISSING);
    }
}

static void missing_and_double_rows(void **state)
{
    (void)state;
    gj_report *report = bind_with_line(12, NULL);
    check_rows(report, 12);
    assert_int_equal(test_notices(report, "missing_row"), 1);
    report =
        bind_with_line(12, "| （四）无法提供 | 1.本机关不掌握相关政府信息 | 121 | 122 | 123 | 124 | 125 | 126 | 127 |\n"
                           "| （四）无法提供 | 1.本机关不掌握相关政府信息 | 9 | 9 | 9 | 9 | 9 | 9 | 9 |\n");
    check_rows(report, ROW_COUNT);
    assert_int_equal(test_notices(report, "duplicate_row"), 1);
}

static void order_of_rows(void **state)
{
    (void)state;
    gj_report *report =
        bind_with_line(15, "| （五）不予处理 | 2.重复申请 | 161 | 162 | 163 | 164 | 165 | 166 | 167 |\n"
                           "| （五）不予处理 | 1.信访举报投诉类申请 | 151 | 152 | 153 | 154 | 155 | 156 | 157 |\n");
    check_rows(report, ROW_COUNT);
    assert_false(table_of(report, "requests")->rows_in_order);
}

static void subtotals(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "| 三、本年度办理结果 | （三）不予公开 | 5 | 5 | 5 | 5 | 5 | 5 | 5 |\n"
        "| （三）不予公开 | 1.属于国家秘密 | 41 | 42 | 43 | 44 | 45 | 46 | 47 |\n",
        "| （六）其他 | | 5 | 5 | 5 | 5 | 5 | 5 | 5 |\n"
        "| （三）不予公开 | 1.属于国家秘密 | 41 | 42 | 43 | 44 | 45 | 46 | 47 |\n",
    };
    for (size_t i = 0; i < 2; i++) {
        gj_report *report = bind_with_line(4, lines[i]);
        check_rows(report, ROW_COUNT);
        assert_int_equal(table_of(report, "requests")->unbound_count, 1);
        assert_true(table_of(report, "requests")->unbound[0].subtotal);
        test_same(table_of(report, "requests")->form_used->id, "2021");
    }
}

/* What is blank stays blank; what is too much or too little is not read. */
static void cells_of_a_row(void **state)
{
    (void)state;
    gj_report *report =
        bind_with_line(0, "| | 一、本年新收政府信息公开申请数量 | 5 |  | / | — | 无 | 1，234 | ３２ |\n");
    check_rows(report, 0);
    static const gj_cell_kind kinds[] = { GJ_CELL_INTEGER, GJ_CELL_BLANK,   GJ_CELL_DASH,   GJ_CELL_DASH,
                                          GJ_CELL_DASH,    GJ_CELL_INTEGER, GJ_CELL_INTEGER };
    const gj_bound_table *table = table_of(report, "requests");
    for (size_t c = 0; c < 7; c++)
        assert_int_equal(gj_table_cell(table, 0, c)->kind, kinds[c]);
    assert_int_equal(test_value(report, "requests.new.other_org"), 1234);
    assert_int_equal(test_value(report, "requests.new.total"), 32);
    test_same(test_cell(report, "requests.new.total")->lexeme, "３２");
    assert_true(table->rows[0].complete);

    report = bind_with_line(0, "| | 一、本年新收政府信息公开申请数量 | | | | | | | |\n");
    check_rows(report, 0);
    for (size_t c = 0; c < 7; c++)
        assert_int_equal(gj_table_cell(table_of(report, "requests"), 0, c)->kind, GJ_CELL_BLANK);

    static const char *const wrong[] = { "| | 一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 4 | 5 | 6 |\n",
                                         "| | 一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |\n" };
    for (size_t i = 0; i < 2; i++) {
        report = bind_with_line(0, wrong[i]);
        check_rows(report, 0);
        const gj_bound_row *row = row_of(report, "requests", "new");
        assert_true(row->present && !row->complete);
        assert_int_equal(row->cells_found, i ? 8 : 6);
        assert_int_equal(test_cell(report, "requests.new.natural_person")->kind, GJ_CELL_UNREAD);
        assert_int_equal(test_notices(report, "unread_row"), 1);
    }
}

static void html_table(const char *rows, gj_report **report)
{
    gj_buffer b;
    gj_buffer_init(&b, 0);
    gj_buffer_text(
        &b, TITLE SECTION3
        "<table>\n<tr><td colspan=\"3\" rowspan=\"3\"></td><td colspan=\"7\">申请人情况</td></tr>\n"
        "<tr><td rowspan=\"2\">自然人</td><td colspan=\"5\">法人或其他组织</td><td rowspan=\"2\">总 计</td></tr>\n"
        "<tr><td>商业企<br>业</td><td>科研机<br>构</td><td>社会公益<br>组织</td><td>法律服务机构</td><td>其他</td></"
        "tr>\n");
    gj_buffer_text(&b, rows);
    gj_buffer_text(&b, "</table>\n");
    *report = bind(b.data);
    gj_buffer_free(&b);
}

/* Merged cells: of labels they are followed, of values they are refused; a label that lost its colspan shifts its line. */
static void merged_cells(void **state)
{
    (void)state;
    gj_report *report;
    html_table(
        "<tr><td "
        "colspan=\"3\">一、本年新收政府信息公开申请数量</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>2</"
        "td><td>3</td></tr>\n"
        "<tr><td rowspan=\"6\">三<br>、<br>本<br>年<br>度<br>办<br>理<br>结<br>果</td><td "
        "colspan=\"2\">（一）予以公开</td><td>4</td><td></td><td></td><td></td><td></td><td></td><td>4</td></tr>\n"
        "<tr><td rowspan=\"2\">（三）不予公开</td><td>1.属于国家秘密</td><td colspan=\"7\">0</td></tr>\n"
        "<tr><td>2.其他法律行政法规禁止公开</td><td "
        "rowspan=\"2\">7</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>7</td></tr>\n"
        "<tr><td "
        "rowspan=\"2\">（六）其他处理</td><td>1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请</"
        "td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>\n"
        "<tr><td>3.其他</td><td>1</td><td>1</td><td>1</td><td>1</td><td>1</td><td>1</td><td>6</td></tr>\n"
        "<tr><td>（七）总计</td><td>8</td><td>1</td><td>1</td><td>1</td><td>1</td><td>1</td><td>13</td></tr>\n",
        &report);
    assert_int_equal(test_value(report, "requests.new.total"), 3);
    assert_int_equal(test_value(report, "requests.granted.natural_person"), 4);
    assert_int_equal(test_cell(report, "requests.granted.research")->kind, GJ_CELL_BLANK);
    assert_int_equal(test_cell(report, "requests.denied.state_secret.total")->kind, GJ_CELL_UNREAD);
    assert_int_equal(test_cell(report, "requests.denied.law_forbids.total")->kind, GJ_CELL_UNREAD);
    assert_int_equal(test_cell(report, "requests.other.no_correction.total")->kind, GJ_CELL_UNREAD);
    assert_int_equal(test_value(report, "requests.other.other.total"), 6);
    assert_int_equal(test_value(report, "requests.results_total.natural_person"), 8);
    assert_int_equal(test_value(report, "requests.results_total.total"), 13);
    assert_true(table_of(report, "requests")->columns_in_order);
    assert_int_equal(test_notices(report, "unread_row"), 3);
}

/* The form of 2019 has one row （六）. Its shape decides, not the year. */
static void form_by_shape(void **state)
{
    (void)state;
    static const char *const labels[] = { "（六）其他处理", "（六）其他" };
    for (size_t i = 0; i < 2; i++) {
        gj_buffer b;
        gj_buffer_init(&b, 0);
        gj_buffer_text(&b, TITLE SECTION3 HEADER);
        for (size_t r = 0; r < ROW_COUNT; r++)
            if (r < 20 || r > 22)
                add_row(&b, r, ROWS[r].label);
            else if (r == 20)
                gj_buffer_format(&b, "| 三、本年度办理结果 | %s | 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n", labels[i]);
        gj_report *report = bind(b.data);
        gj_buffer_free(&b);
        const gj_bound_table *table = table_of(report, "requests");
        test_same(table->form_used->id, "2019");
        assert_false(table->right_form);
        assert_int_equal(test_value(report, "requests.other.natural_person"), 1);
        assert_int_equal(table->unbound_count, 0);
        assert_int_equal(report->notice_count, 0);
    }
}

/* Rows simply left out are missing rows of the year's form, not another form. */
static void form_by_default(void **state)
{
    (void)state;
    gj_buffer b;
    gj_buffer_init(&b, 0);
    gj_buffer_text(&b, TITLE SECTION3 HEADER);
    for (size_t r = 0; r < ROW_COUNT; r++)
        if (r < 20 || r > 22)
            add_row(&b, r, ROWS[r].label);
    gj_report *report = bind(b.data);
    gj_buffer_free(&b);
    test_same(table_of(report, "requests")->form_used->id, "2021");
    assert_int_equal(test_notices(report, "missing_row"), 3);
}

/* Plain text by tabs: ragged lines, labels shifted left, a label around its figures, a header again after the page, page numbers. */
static void ragged_text(void **state)
{
    (void)state;
    gj_report *report =
        test_bind(&t,
                  "青石镇人民政府2024年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
                  "\t申请人情况\t\t\t\t\t\t\n\t自然人\t法人或其他组织\t\t\t\t\t总计\n\t\t商业企\t科研机\t社会公益\t法律"
                  "服务\t其他\t\n\t\t\t业\t构\t组织\t机构\t\t\t\n"
                  "一、本年新收政府信息公开申请数量\t\t1\t2\t3\t4\t5\t6\t21\t\n"
                  "二、上年结转政府信息公开申请数量\t\t5\t\t\t\t\t\t5\t\n"
                  "三、本年度办理结果\t(一) 予以公开\t\t\t5\t\t\t\t\t\t\n"
                  "\t(三) 不予公开\t1. 属于国家秘密\t1\t1\t1\t1\t1\t1\t6\n"
                  "- 4 -\t\t\t\t\t\t\t\t\t\n"
                  "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
                  "\t\t2. 其他法律行政\n\t\t\t2\t2\t2\t2\t2\t2\t12\n\t\t法规禁止公开\n"
                  "3. 其他\t\t3\t3\t3\t3\t3\t3\t18\t\n"
                  "(七) 总计\t9\t8\t7\t6\t5\t4\t39\t\t\n"
                  "四、结转下年度继续办理\t\t0\t0\t0\t0\t0\t0\t\n",
                  GJ_FORMAT_TEXT, NULL);
    const gj_bound_table *table = table_of(report, "requests");
    assert_true(table->columns_in_order);
    for (size_t c = 0; c < 7; c++)
        assert_true(table->columns[c].present);
    assert_int_equal(test_value(report, "requests.new.legal_service"), 5);
    assert_int_equal(test_value(report, "requests.carried_in.natural_person"), 5);
    assert_int_equal(test_cell(report, "requests.carried_in.business")->kind, GJ_CELL_BLANK);
    assert_int_equal(test_cell(report, "requests.granted.total")->kind, GJ_CELL_UNREAD); /* which column is the 5 in? */
    assert_int_equal(test_value(report, "requests.denied.state_secret.total"), 6);
    assert_int_equal(test_value(report, "requests.denied.law_forbids.total"), 12);
    assert_int_equal(test_value(report, "requests.other.other.total"), 18);
    assert_int_equal(test_value(report, "requests.results_total.natural_person"), 9);
    assert_int_equal(test_cell(report, "requests.carried_out.total")->kind, GJ_CELL_UNREAD); /* six cells */
    assert_int_equal(table->unbound_count, 0);
}

/* Columns: missing, out of order, misspelt, doubled. */
static void columns(void **state)
{
    (void)state;
    static const char *const row =
        "|---|---|---|---|---|---|---|---|\n| 一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n"
        "| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n";
    static const struct {
        const char *header;
        long natural_person, legal_service, total; /* -1: missing */
        bool in_order, complete;
    } cases[] = {
        { "| 申请人 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n", 1, 5, 7, true,
          true },
        { "| 申请人 | 总计 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 自然人 |\n", 7, 5, 1, false,
          true },
        { "| 申请人 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服各机构 | 其他 | 总计 |\n", 1, 5, 7, true,
          true },
        { "| 申请人 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 律师 | 其他 | 总计 |\n", 1, 5, 7, true, true },
        { "| 申请人 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 甲 | 乙 | 总计 |\n", 1, -1, 7, true, false },
        { "| 申请人 | 自然人 | 商业企业 | 科研机构 | 自然人 | 法律服务机构 | 其他 | 总计 |\n", -1, 5, 7, true, false },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gj_slice text = gj_arena_format(t.arena, TITLE SECTION3 "%s%s", cases[i].header, row);
        gj_report *report = bind(text.data);
        const gj_bound_table *table = table_of(report, "requests");
        assert_int_equal(table->columns_in_order, cases[i].in_order);
        assert_int_equal(table->rows[0].complete, cases[i].complete);
        static const char *const paths[] = { "requests.new.natural_person", "requests.new.legal_service",
                                             "requests.new.total" };
        const long wanted[] = { cases[i].natural_person, cases[i].legal_service, cases[i].total };
        for (size_t k = 0; k < 3; k++) {
            if (wanted[k] < 0)
                assert_int_equal(test_cell(report, paths[k])->kind, GJ_CELL_MISSING);
            else
                assert_int_equal(test_value(report, paths[k]), wanted[k]);
        }
    }
}

#define FOUR "|---|---|---|---|\n"
static void block_tables(void **state)
{
    (void)state;
    gj_report *report =
        bind(TITLE SECTION2
             "| 第二十条第（一）项 | | | |\n" FOUR "| 信息内容 | 本年制发件数 | 本年废止件数 | 先行有效件数 |\n"
             "| 规 章 | 0 | / | |\n| 规范性文件 | 1 | 2 | 3 |\n\n"
             "| 第二十条第(五)项 | |\n|---|---|\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 1,295 |\n\n"
             "夹在表中的一句话。\n\n"
             "| 信息内容 | 本年处理决定数量 |\n|---|---|\n| 行政处罚 | 12件 |\n\n"
             "| 行政强制 | 3 |\n|---|---|\n\n"
             "| 第二十条第（八）项 | |\n|---|---|\n| 信息内容 | 收费（万元） |\n| 行政事业性收费 | 190.457379 |\n");
    const gj_bound_table *table = table_of(report, "proactive");
    assert_true(table->present && table->right_form && table->rows_in_order && table->columns_in_order);
    assert_int_equal(test_value(report, "proactive.regulations.made"), 0);
    assert_int_equal(test_cell(report, "proactive.regulations.repealed")->kind, GJ_CELL_DASH);
    assert_int_equal(test_cell(report, "proactive.regulations.in_force")->kind, GJ_CELL_BLANK);
    assert_int_equal(test_value(report, "proactive.normative_documents.in_force"), 3);
    assert_int_equal(test_value(report, "proactive.licences.decisions"), 1295);
    assert_int_equal(test_value(report, "proactive.penalties.decisions"), 12);
    assert_int_equal(test_value(report, "proactive.coercion.decisions"), 3);
    assert_int_equal(test_cell(report, "proactive.fees.amount")->value, 190457379);
    test_same(table->rows[1].label.text, "规范性文件");
    test_same(table->headers[2].text, "先行有效件数");
    assert_true(table->block_seen[0] && table->block_seen[2] && !table->block_seen[3] && table->block_seen[5]);
    size_t amount = 5 * table->form->column_count + 4;
    test_same(table->headers[amount].text, "收费（万元）");
    assert_false(table->header_seen[amount]);
    assert_int_equal(report->notice_count, 0);
}

/* Lines with too many or too few values; a value that is words; a header over two lines; the form of 2019 by its words. */
static void block_rows(void **state)
{
    (void)state;
    gj_report *report =
        test_bind(&t,
                  "青石镇人民政府2024年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n"
                  "第二十条第（一）项\t\t\t\n信息内容\t本年制发\t本年废止\t现行有效\n\t件数\t件数\t件数\n"
                  "规章\t1\t2\t\t\n行政规范性文件\t1\t2\t3\t4\n第二十条第（五）项\t\t\t\n"
                  "信息内容\t本年处理决定数量\t\t\n行政许可\t详见附件\t\t\n其他事项\t5\t\t\n",
                  GJ_FORMAT_TEXT, NULL);
    const gj_bound_table *table = table_of(report, "proactive");
    assert_int_equal(test_value(report, "proactive.regulations.repealed"), 2);
    assert_int_equal(test_cell(report, "proactive.regulations.in_force")->kind, GJ_CELL_BLANK);
    assert_int_equal(test_cell(report, "proactive.normative_documents.made")->kind, GJ_CELL_UNREAD);
    assert_int_equal(row_of(report, "proactive", "normative_documents")->cells_found, 4);
    assert_int_equal(test_cell(report, "proactive.licences.decisions")->kind, GJ_CELL_TEXT);
    test_same(table->headers[0].text, "本年制发 件数");
    assert_true(table->header_seen[0]);
    assert_int_equal(table->unbound_count, 1);
    test_same(table->unbound[0].label.text, "其他事项");

    report = bind(TITLE SECTION2 "| 第二十条第（五）项 | | | |\n" FOUR
                                 "| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n"
                                 "| 行政许可 | 10 | -8 | 2 |\n| 其他对外管理服务事项 | 0 | 0 | 0 |\n"
                                 "| 第二十条第（九）项 | | | |\n| 信息内容 | 采购项目数量 | 采购总金额 | |\n| "
                                 "政府集中采购 | 2笔 | 984361元 | |\n");
    table = table_of(report, "proactive");
    test_same(table->form_used->id, "2019");
    assert_false(table->right_form);
    assert_int_equal(test_value(report, "proactive.licences.change"), -8);
    assert_int_equal(test_value(report, "proactive.procurement.amount"), 984361);
    test_same(test_cell(report, "proactive.procurement.amount")->unit, "元");
}

#define FIFTEEN "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"
static void flat_table(void **state)
{
    (void)state;
    static const char *const heads[] = {
        "| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |\n" FIFTEEN
        "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |\n"
        "| | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | "
        "总计 |\n",
        "| 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 "
        "| 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 |\n" FIFTEEN
        "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 未经复议直接起诉 | 未经复议直接起诉 | "
        "未经复议直接起诉 | 未经复议直接起诉 | 复议后起诉 | 复议后起诉 | 复议后起诉 | 复议后起诉 | 复议后起诉 |\n"
        "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | "
        "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n",
    };
    for (size_t i = 0; i < 2; i++) {
        gj_slice text = gj_arena_format(
            t.arena, TITLE SECTION4 "%s| 1 | 2 | 3 | 4 | 10 | 5 | | / | 1 | 6 | 7 | 8 | 9 | 10 | 34 |\n", heads[i]);
        gj_report *report = bind(text.data);
        const gj_bound_table *table = table_of(report, "disputes");
        assert_int_equal(table->value_count, 15);
        assert_true(table->columns_in_order && table->rows_in_order);
        assert_int_equal(test_value(report, "disputes.reconsideration.total"), 10);
        assert_int_equal(test_value(report, "disputes.direct_suit.upheld"), 5);
        assert_int_equal(test_cell(report, "disputes.direct_suit.corrected")->kind, GJ_CELL_BLANK);
        assert_int_equal(test_value(report, "disputes.suit_after_reconsideration.total"), 34);
        for (size_t c = 0; c < 15; c++)
            assert_true(table->header_seen[c]);
        assert_int_equal(report->notice_count, 0);
    }
}

#define FLAT_HEAD                                                                                                                                        \
    "青石镇人民政府2024年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"                  \
    "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n结果\t结果\t其他\t尚未\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉"    \
    "\t\t\t\t\n"                                                                                                                                         \
    "维持\t纠正\t结果\t审结\t\t结果\t结果\t其他\t尚未\t总计\t结果\t结果\t其他\t尚未\t总计\n\t\t\t\t\t维持\t纠正\t结果" \
    "\t审结\t\t维持\t纠正\t结果\t审结\t\n"

static void flat_text(void **state)
{
    (void)state;
    static const struct {
        const char *values;
        size_t count;
        bool placed;
    } cases[] = {
        { "1\t2\t3\t4\t10\t0\t0\t0\t0\t0\t0\t0\t0\t0\t6\n", 15, true },
        { "1\t2\t3\t4\t10\t0\t0\t0\t0\t0\n0\t0\t0\t0\t6\n", 15, true }, /* a page break in the line */
        { "1\t2\t3\t4\t10\t0\t0\t0\t0\t0\t0\t0\t0\t6\n", 14, false },
        { "1\t2\t3\t4\t10\t0\t0\t0\t0\t0\t0\t0\t0\t0\t6\t9\n", 16, false },
        { "1\t2\t3\t4\t10\t0\t0\t0\t0\t0\n0\t0\t0\t0\n", 14, false },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gj_slice text = gj_arena_format(t.arena, FLAT_HEAD "%s", cases[i].values);
        gj_report *report = test_bind(&t, text.data, GJ_FORMAT_TEXT, NULL);
        const gj_bound_table *table = table_of(report, "disputes");
        assert_int_equal(table->value_count, cases[i].count);
        for (size_t c = 0; c < 15; c++) {
            assert_true(table->header_seen[c]);
            assert_int_equal(table->cells[c].kind, cases[i].placed ? GJ_CELL_INTEGER : GJ_CELL_UNREAD);
        }
        if (cases[i].placed) {
            assert_int_equal(test_value(report, "disputes.reconsideration.total"), 10);
            assert_int_equal(test_value(report, "disputes.suit_after_reconsideration.total"), 6);
        } else {
            assert_int_equal(test_notices(report, "unread_row"), 1);
        }
    }
}

/* A metadata table before the text is no table of the form; a foreign table in a section is said; a table in the wrong section is
 * taken all the same; a second copy elsewhere is not. */
static void which_grid(void **state)
{
    (void)state;
    gj_report *report =
        bind("| 名称 | 青石镇年报 |\n|---|---|\n| 索引号 | 2024-1 |\n| 发布日期 | 2025-01-20 |\n\n" TITLE SECTION2
             "| 通知收取件数 | 实际收取金额（元） |\n|---|---|\n| 0 | 0 |\n\n" SECTION3
             "| 第二十条第（五）项 | |\n|---|---|\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 7 |\n\n" SECTION4
             "| 第二十条第（五）项 | |\n|---|---|\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 8 |\n");
    assert_int_equal(test_value(report, "proactive.licences.decisions"), 7);
    assert_int_equal(test_notices(report, "unbound_table"), 2);
    assert_false(table_of(report, "requests")->present);
    assert_int_equal(test_cell(report, "requests.new.total")->kind, GJ_CELL_MISSING);
    test_same(report->title.text, "青石镇人民政府2024年政府信息公开工作年度报告");
}

static void keyed_data(void **state)
{
    (void)state;
    gj_report *report = test_bind(
        &t,
        "{\"schema\":\"gouji/report@1\",\"title\":\"青石镇人民政府2024年政府信息公开工作年度报告\",\"year\":2024,"
        "\"sections\":{\"requests\":{\"title\":\"三、收到和处理政府信息公开申请情况\"}},"
        "\"tables\":{\"proactive\":{\"regulations\":{\"made\":0,\"repealed\":null,\"in_force\":\"/"
        "\"},\"fees\":{\"amount\":26.55},\"surprise\":{\"made\":1}},"
        "\"requests\":{\"new\":{\"natural_person\":3,\"total\":\"３\"},\"denied\":{\"state_secret\":{\"natural_"
        "person\":1}},\"other\":{\"total\":2}}},"
        "\"layout\":{\"proactive\":{\"labels\":{\"regulations\":\"规 "
        "章\"},\"header\":{\"made\":\"本年制发件数\"},\"blocks\":{\"fees\":\"第二十条第（八）项\"},"
        "\"order\":[\"fees\",\"regulations\"],\"unbound\":[{\"label\":\"小计\",\"values\":[\"1\",\"2\"]}]}}}",
        GJ_FORMAT_JSON, NULL);
    const gj_bound_table *table = table_of(report, "proactive");
    assert_true(table->keyed && table->layout_known && !table->rows_in_order);
    assert_int_equal(test_value(report, "proactive.regulations.made"), 0);
    assert_int_equal(test_cell(report, "proactive.regulations.repealed")->kind, GJ_CELL_BLANK);
    assert_int_equal(test_cell(report, "proactive.regulations.in_force")->kind, GJ_CELL_DASH);
    assert_int_equal(test_cell(report, "proactive.fees.amount")->value, 26550000);
    test_same(test_cell(report, "proactive.fees.amount")->pointer, "/tables/proactive/fees/amount");
    test_same(table->rows[0].label.text, "规 章");
    test_same(table->rows[0].pointer, "/tables/proactive/regulations");
    test_same(table->headers[0].text, "本年制发件数");
    assert_true(table->block_seen[5] && !table->block_seen[0]);
    assert_int_equal(table->unbound_count, 1);
    test_same(table->unbound[0].values, "1 | 2");
    assert_int_equal(table->unbound[0].cell_count, 3);
    assert_int_equal(table->unbound[0].label_count, 1);
    assert_int_equal(test_notices(report, "unbound_row"), 2); /* this line, and the key "surprise" */
    assert_false(table->rows[1].present);

    table = table_of(report, "requests");
    test_same(table->form_used->id, "2019"); /* only that form has cells of a row "other" */
    assert_false(table->layout_known);
    assert_int_equal(test_value(report, "requests.new.total"), 3);
    assert_int_equal(test_value(report, "requests.other.total"), 2);
    assert_false(table->rows[0].complete);
    assert_int_equal(test_cell(report, "requests.new.business")->kind, GJ_CELL_MISSING);
    assert_false(table_of(report, "disputes")->present);
}

/* Rows and lines that could not be placed keep their cells, whether they come as lists or in a layout. */
static void keyed_unplaced(void **state)
{
    (void)state;
    gj_report *report = test_bind(
        &t,
        "{\"schema\":\"gouji/report@1\",\"title\":\"青石镇人民政府2024年政府信息公开工作年度报告\",\"year\":2024,"
        "\"tables\":{\"requests\":{\"new\":[1,null,\"/\"],\"granted\":{\"business\":2,\"natural_person\":1}},"
        "\"disputes\":{\"reconsideration\":[],\"direct_suit\":[]}},"
        "\"layout\":{\"requests\":{\"columns\":[\"business\",\"natural_person\"],"
        "\"unbound\":[{\"values\":[1,\"\",2],\"label\":[\"（三）\",\"小计\"],\"after\":\"granted\",\"subtotal\":true}]}"
        ","
        "\"disputes\":{\"values\":[3,4]}}}",
        GJ_FORMAT_JSON, NULL);
    const gj_bound_table *table = table_of(report, "requests");
    assert_int_equal(table->rows[0].unread_count, 3);
    assert_int_equal(table->rows[0].cells_found, 3);
    test_same(table->rows[0].unread[2], "/");
    assert_false(table->rows[0].complete);
    assert_int_equal(test_cell(report, "requests.new.business")->kind, GJ_CELL_UNREAD);
    assert_int_equal(test_cell(report, "requests.new.total")->kind, GJ_CELL_MISSING); /* no such column */
    assert_false(table->columns_in_order);
    assert_false(table->columns[6].present);
    const gj_unbound_row *line = &table->unbound[0];
    test_same(line->label.text, "（三） 小计");
    test_same(line->values, "1 | 2");
    assert_true(line->subtotal && line->label_count == 2 && line->cell_count == 5);
    assert_int_equal(line->after, gj_form_row_index(table->form, GJ_LIT("granted")));
    test_same(line->cells[4], "2");

    table = table_of(report, "disputes");
    assert_int_equal(table->unread_count, 2);
    assert_int_equal(table->value_count, 2);
    test_same(table->unread[1], "4");
    assert_int_equal(test_cell(report, "disputes.reconsideration.upheld")->kind, GJ_CELL_UNREAD);
}

/* Ties: sums of cells against a number in the text. */
static void ties(void **state)
{
    (void)state;
    gj_report *report = bind_with_line(1, "| | 二、上年结转政府信息公开申请数量 | | | | | | | 3 |\n");
    gj_slice received[] = { GJ_LIT("requests.new.total"), GJ_LIT("requests.carried_in.total") };
    gj_slice less[] = { GJ_LIT("requests.new.total"), GJ_LIT("-requests.carried_in.total") };
    gj_slice blank[] = { GJ_LIT("requests.carried_in.business") }, none[] = { GJ_LIT("requests.surprise.total") };
    gj_decimal sum;
    const struct {
        gj_tie tie;
        gj_decimal value;
        gj_certainty certainty;
        gj_tie_state state;
    } cases[] = {
        { { .cells = received, .cell_count = 2 }, 10, GJ_EXACT, GJ_TIES },
        { { .cells = received, .cell_count = 1 }, 10, GJ_EXACT, GJ_CONTRADICTS },
        { { .cells = less, .cell_count = 2 }, 4, GJ_EXACT, GJ_TIES },
        { { .cells = received, .cell_count = 2 }, 9, GJ_AT_LEAST, GJ_TIES },
        { { .cells = received, .cell_count = 2 }, 11, GJ_AT_LEAST, GJ_CONTRADICTS },
        { { .cells = received, .cell_count = 2 }, 11, GJ_ABOUT, GJ_TIES },
        { { .cells = received, .cell_count = 2 }, 20, GJ_ABOUT, GJ_CONTRADICTS },
        { { .cells = blank, .cell_count = 1 }, 0, GJ_EXACT, GJ_TIE_UNKNOWN },
        { { .cells = none, .cell_count = 1 }, 0, GJ_EXACT, GJ_TIE_UNKNOWN },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(gj_tie_check(report, &cases[i].tie, cases[i].value * GJ_ONE, cases[i].certainty, &sum),
                         cases[i].state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(whole_table, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(label_variants, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(unclear_labels, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(missing_and_double_rows, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(order_of_rows, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(subtotals, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(cells_of_a_row, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(merged_cells, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(form_by_shape, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(form_by_default, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(ragged_text, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(columns, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(block_tables, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(block_rows, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(flat_table, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(flat_text, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(which_grid, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(keyed_data, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(keyed_unplaced, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(ties, open_binding, close_binding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
