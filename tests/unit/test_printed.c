/* test_printed.c - forms laid out as they print: every slot taken, labels over the rows and columns that they are for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../../core/show/report/docx.h"
#include "support_forms.h"

typedef struct printing {
    test_binding binding;
    const gj_report *report;
} printing;

static int open_report(void **state)
{
    static printing p;
    memset(&p, 0, sizeof p);
    test_binding_open(&p.binding);
    p.report =
        test_bind(&p.binding,
                  "{\"schema\":\"gouji/report@1\",\"year\":2024,\"title\":\"青石镇2024年\",\"sections\":{},\"tables\":{"
                  "\"proactive\":{\"fees\":{\"amount\":1.5}},\"requests\":{\"new\":{\"total\":\"12件\"}},"
                  "\"disputes\":{\"direct_suit\":{\"upheld\":3}}}}",
                  GJ_FORMAT_JSON, NULL);
    *state = &p;
    return 0;
}

static int close_report(void **state)
{
    printing *p = *state;
    test_binding_close(&p->binding);
    return 0;
}

static gj_printed print(printing *p, const char *key)
{
    gj_printed out;
    assert_int_equal(
        gj_print_table(p->binding.arena, gj_report_table(p->report, gj_slice_of(key)), &out, &p->binding.err), GJ_OK);
    for (size_t i = 0; i < out.row_count * out.column_count; i++)
        assert_non_null(out.slots[i]);
    return out;
}

static void stands(const gj_printed *t, size_t row, size_t column, const char *text, size_t rowspan, size_t colspan)
{
    const gj_printed_cell *cell = t->slots[row * t->column_count + column];
    if (!gj_slice_is(cell->text, text) || cell->rowspan != rowspan || cell->colspan != colspan)
        fail_msg("%zu:%zu is \"%.*s\" %zu x %zu", row, column, GJ_ARG(cell->text), cell->rowspan, cell->colspan);
}

static void a_matrix(void **state)
{
    gj_printed t = print(*state, "requests");
    assert_int_equal(t.row_count, 3 + 25);
    assert_int_equal(t.column_count, 3 + 7);
    stands(&t, 2, 2, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3);
    stands(&t, 0, 9, "申请人情况", 1, 7);
    stands(&t, 1, 3, "自然人", 2, 1);
    stands(&t, 1, 6, "法人或其他组织", 1, 5);
    stands(&t, 2, 8, "其他", 1, 1);
    stands(&t, 2, 9, "总计", 2, 1);
    stands(&t, 3, 0, "一、本年新收政府信息公开申请数量", 1, 3);
    stands(&t, 3, 9, "12件", 1, 1);
    stands(&t, 20, 0, "三、本年度办理结果", 22, 1);
    stands(&t, 5, 1, "（一）予以公开", 1, 2);
    stands(&t, 14, 1, "（三）不予公开", 8, 1);
    stands(&t, 14, 2, "8.属于行政查询事项", 1, 1);
    stands(&t, 26, 1, "（七）总计", 1, 2);
    stands(&t, 27, 2, "四、结转下年度继续办理", 1, 3);
    stands(&t, 27, 9, "", 1, 1);
}

static void blocks_and_a_line(void **state)
{
    gj_printed t = print(*state, "proactive");
    assert_int_equal(t.column_count, 4);
    assert_int_equal(t.head_rows, 0);
    stands(&t, 0, 3, "第二十条第（一）项", 1, 4);
    stands(&t, 1, 0, "信息内容", 1, 1);
    stands(&t, 1, 3, "现行有效件数", 1, 1);
    stands(&t, 5, 2, "本年处理决定数量", 1, 3);
    stands(&t, t.row_count - 1, 1, "1.5", 1, 3);
    t = print(*state, "disputes");
    assert_int_equal(t.row_count, 4);
    assert_int_equal(t.column_count, 15);
    stands(&t, 0, 0, "行政复议", 1, 5);
    stands(&t, 0, 14, "行政诉讼", 1, 10);
    stands(&t, 2, 1, "结果纠正", 2, 1);
    stands(&t, 1, 10, "复议后起诉", 1, 5);
    stands(&t, 2, 14, "总计", 1, 1);
    stands(&t, 3, 5, "3", 1, 1);
}

/* A form of which two labels want one slot. */
static void labels_that_overlap(void **state)
{
    printing *p = *state;
    gj_bound_table table = *gj_report_table(p->report, GJ_LIT("requests"));
    gj_form_table form = *table.form;
    gj_form_group groups[] = { { .label = GJ_LIT("甲"), .first = 0, .last = 2 },
                               { .label = GJ_LIT("乙"), .first = 2, .last = 3 } };
    form.groups = groups;
    form.group_count = 2;
    table.form = &form;
    gj_printed out;
    assert_int_equal(gj_print_table(p->binding.arena, &table, &out, &p->binding.err), GJ_LIMIT);
}

/* Report text cannot end an element, and only whole hints are marked. */
static void paragraphs(void **state)
{
    (void)state;
    gj_buffer out;
    gj_buffer_init(&out, 0);
    gj_word_paragraph(&out, "BodyText", GJ_LIT("甲【填】</w:t>\x01乙】【丙"));
    assert_non_null(strstr(out.data, ">甲</w:t>"));
    assert_non_null(
        strstr(out.data, "<w:highlight w:val=\"yellow\"/></w:rPr><w:t xml:space=\"preserve\">【填】</w:t>"));
    assert_non_null(strstr(out.data, ">&lt;/w:t&gt;⟨U+0001⟩乙】【丙</w:t></w:r></w:p>"));
    gj_buffer_clear(&out);
    gj_word_paragraph(&out, "Title", GJ_LIT(""));
    assert_string_equal(out.data, "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr></w:p>\n");
    gj_buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_matrix, open_report, close_report),
        cmocka_unit_test_setup_teardown(blocks_and_a_line, open_report, close_report),
        cmocka_unit_test_setup_teardown(labels_that_overlap, open_report, close_report),
        cmocka_unit_test(paragraphs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
