/* The text that a township clerk reads: frames by display width, the order of a finding, sums that add up. */
#include "show_fixture.h"

#include <stdio.h>
#include <stdlib.h>

#include "../../core/base/utf8.h"
#include "../../core/show/escape.h"
#include "../../core/show/findings/text.h"

static show_fixture fixture;
static gj_buffer out;

static int set_up(void **state)
{
    (void)state;
    fixture_init(&fixture);
    gj_buffer_init(&out, 0);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    gj_buffer_free(&out);
    return 0;
}

static void expect_frame(gj_mark *marks, size_t count, const char *wanted)
{
    gj_finding finding = { .outcome = GJ_FAIL, .severity = GJ_ERROR, .marks = marks, .mark_count = count };
    gj_buffer_clear(&out);
    gj_text_frame(&out, &fixture.options, &finding, false);
    assert_int_equal(out.failed, GJ_OK);
    assert_string_equal(out.data, wanted);
}

static gj_mark mark_of(size_t line, size_t column, size_t end, const char *text)
{
    return (gj_mark){ .line = line,
                      .column = column,
                      .end_line = line,
                      .end_column = end,
                      .line_text = gj_slice_of(text),
                      .primary = true };
}

static void carets_stand_under_what_they_mean(void **state)
{
    (void)state;
    gj_mark mark = mark_of(58, 13, 14, "| | （七）总计 | 5 | 0 |");
    mark.label = WORDS("填 5，应为 6", "is 5, should be 6");
    expect_frame(&mark, 1,
                 "  58 │ | | （七）总计 | 5 | 0 |\n"
                 "     │                  ━ 填 5，应为 6\n");
}

static void places_stand_where_lines_are_not_counted(void **state)
{
    (void)state;
    gj_mark marks[] = { mark_of(58, 9, 10, "（七）总计 | 5 | 0"), mark_of(4, 3, 5, "收到12件。") };
    marks[0].at = (gj_locus){ .part = GJ_PART_BODY, .table = 2, .row = 25, .column = 4 };
    marks[1].at = (gj_locus){ .part = GJ_PART_BODY, .paragraph = 4 };
    marks[1].primary = false;
    expect_frame(marks, 2,
                 "      段4 │ 收到12件。\n"
                 "          │     ──\n"
                 "  表2行25 │ （七）总计 | 5 | 0\n"
                 "          │              ━\n");
    gj_buffer_clear(&out);
    gj_text_place(&out, GJ_ZH, GJ_LIT("a.docx"), &marks[0]);
    gj_buffer_byte(&out, '\n');
    gj_text_place(&out, GJ_EN, GJ_LIT("a.docx"), &marks[1]);
    assert_string_equal(out.data, "a.docx 第 2 张表第 25 行第 4 列\na.docx: paragraph 4");
}

static void wide_tabs_hidden_and_blank(void **state)
{
    (void)state;
    gj_mark wide = mark_of(3, 3, 5, "申请１２件");
    expect_frame(&wide, 1, "  3 │ 申请１２件\n    │     ━━━━\n");
    gj_mark tab = mark_of(3, 4, 5, "a\t中5");
    expect_frame(&tab, 1, "  3 │ a   中5\n    │       ━\n");
    gj_mark hidden = mark_of(3, 3, 4,
                             "a\xE2\x80\xAE"
                             "5");
    expect_frame(&hidden, 1, "  3 │ a⟨U+202E⟩5\n    │          ━\n");
    gj_mark blank = mark_of(3, 4, 4, "| |  |");
    expect_frame(&blank, 1, "  3 │ | |  |\n    │    ━\n");
    gj_mark end = mark_of(3, 5, 5, "| 总 ");
    expect_frame(&end, 1, "  3 │ | 总 \n    │      ━\n");
    gj_mark bom = mark_of(1, 1, 2,
                          "\xEF\xBB\xBF"
                          "5件");
    expect_frame(&bom, 1, "  1 │ 5件\n    │ ━\n");
}

static void several_lines_in_order(void **state)
{
    (void)state;
    expect_frame(fixture.table_marks, 3,
                 "    7 │ | 三、办理结果 | （一）公开 | 4 | 0 | 4 |\n"
                 "      │                               ─\n"
                 "   58 │ | | （七）总计 | 5 | 0 | 5 |\n"
                 "      │                  ━ 填 5，应为 6\n"
                 "  101 │ |   （二）部分 | １２ | 0 |\n"
                 "      │                  ──── 全角\n");
}

static void labels_on_one_line_stand_apart(void **state)
{
    (void)state;
    gj_mark marks[2] = { mark_of(4, 3, 4, "总 3 1 4"), mark_of(4, 7, 8, "总 3 1 4") };
    marks[0].label = WORDS("甲", "A");
    marks[1].primary = false;
    marks[1].label = WORDS("乙", "B");
    expect_frame(marks, 2, "  4 │ 总 3 1 4\n    │    ━   ─\n    │    甲\n    │        乙\n");
}

static void ambiguous_width_two_uses_plain_signs(void **state)
{
    (void)state;
    fixture.options.ambiguous = 2;
    gj_mark mark = mark_of(3, 4, 5, "“总”5");
    expect_frame(&mark, 1, "  3 | “总”5\n    |       ^\n");
}

static size_t widest_line(gj_slice text)
{
    size_t widest = 0;
    for (size_t at = 0; at < text.len;) {
        size_t end = gj_slice_find(text, GJ_LIT("\n"), at);
        end = end == GJ_NOT_FOUND ? text.len : end;
        size_t width = gj_utf8_width(gj_slice_sub(text, at, end), fixture.options.ambiguous);
        widest = width > widest ? width : widest;
        at = end + 1;
    }
    return widest;
}

/* Wherever the mark is in a long line, it is in view, with its caret, inside the width. */
static void long_lines_are_cut_around_the_mark(void **state)
{
    (void)state;
    enum { CHARACTERS = 600 };
    static char text[CHARACTERS * 3 + 1];
    fixture.options.width = 60;
    for (size_t marked = 0; marked < CHARACTERS; marked += 7) {
        for (size_t i = 0; i < CHARACTERS; i++)
            memcpy(text + i * 3, i == marked ? "错" : "字", 3);
        gj_mark mark = mark_of(12, marked + 1, marked + 2, text);
        gj_finding finding = { .outcome = GJ_FAIL, .severity = GJ_ERROR, .marks = &mark, .mark_count = 1 };
        gj_buffer_clear(&out);
        gj_text_frame(&out, &fixture.options, &finding, false);
        assert_true(widest_line(gj_buffer_slice(&out)) <= 60);
        const char *shown = strstr(out.data, "错"), *caret = strstr(out.data, "━"),
                   *second = strchr(out.data, '\n') + 1;
        assert_non_null(shown);
        assert_non_null(caret);
        assert_true(shown < second);
        assert_int_equal(gj_utf8_width((gj_slice){ out.data, (size_t)(shown - out.data) }, 1),
                         gj_utf8_width((gj_slice){ second, (size_t)(caret - second) }, 1));
    }
    assert_non_null(strstr(out.data, "… "));
}

static void many_lines_are_counted(void **state)
{
    (void)state;
    gj_mark marks[20];
    for (size_t i = 0; i < 20; i++) {
        marks[i] = mark_of(i + 1, 1, 2, "5");
        marks[i].primary = i == 0;
    }
    marks[0].line = marks[0].end_line = 30;
    marks[0].primary = true;
    gj_finding finding = { .outcome = GJ_FAIL, .severity = GJ_ERROR, .marks = marks, .mark_count = 20 };
    gj_text_frame(&out, &fixture.options, &finding, false);
    assert_non_null(strstr(out.data, "  30 │ 5\n"));
    assert_non_null(strstr(out.data, "另有 14 行"));
}

static void wrapping_keeps_width_and_punctuation(void **state)
{
    (void)state;
    static const char text[] =
        "表三“自然人”一列：各项办理结果之和为 6，（七）总计填 5，请核对这一列的各项办理结果，并改正其中写错的一项。";
    for (int width = 40; width < 90; width++) {
        fixture.options.width = width;
        gj_buffer_clear(&out);
        gj_text_field(&out, &fixture.options, "怎么改", gj_slice_of(text));
        assert_true(widest_line(gj_buffer_slice(&out)) <= (size_t)width);
        assert_null(strstr(out.data, " ，"));
        assert_null(strstr(out.data, " 。"));
        assert_null(strstr(out.data, "（\n"));
    }
    fixture.options.width = 0;
    gj_buffer_clear(&out);
    gj_text_field(&out, &fixture.options, "怎么改", gj_slice_of(text));
    assert_ptr_equal(strchr(out.data, '\n'), out.data + out.len - 1);
}

static size_t position_of(const char *needle)
{
    const char *found = strstr(out.data, needle);
    if (!found)
        fail_msg("not in the text: %s", needle);
    return (size_t)(found - out.data);
}

static void a_finding_reads_in_order(void **state)
{
    (void)state;
    gj_text_finding(&out, &fixture.options, &fixture.results[0], &fixture.failed[0]);
    static const char *const order[] = { "错误 T3-002 results-total   表三“甲列”一列",
                                         "2024/青石镇.md 第 58 行第 13 列",
                                         "━ 填 5，应为 6",
                                         "算式",
                                         "4 + 2 = 6 ≠ 5（差 1）",
                                         "最可能有误  （七）总计 × 甲列，应为 6",
                                         "依据",
                                         "怎么改",
                                         "同一原因    T3-003" };
    for (size_t i = 1; i < sizeof order / sizeof *order; i++)
        assert_true(position_of(order[i - 1]) < position_of(order[i]));
}

static void several_explanations_give_the_true_count(void **state)
{
    (void)state;
    fixture.suggestions[1] = fixture.suggestions[0];
    fixture.suggestions[1].count = 2;
    fixture.suggestions[1].cells[1] = fixture.suggestions[0].cells[0];
    fixture.failed[0].suggestion_count = 2;
    fixture.failed[0].suggestion_total = 21;
    gj_text_finding(&out, &fixture.options, &fixture.results[0], &fixture.failed[0]);
    position_of("以下 21 种改法都能使算式成立");
    position_of("列出前 2 种");
    position_of("2．（七）总计 × 甲列，应为 6（现填 5）；同时 （七）总计 × 甲列，应为 6");
}

static void verdicts_and_totals_add_up(void **state)
{
    (void)state;
    gj_totals t;
    assert_int_equal(fixture_show(&fixture, "text", &out, &t, true), GJ_OK);
    assert_int_equal(t.reports, t.checked + t.unreadable + t.not_checked);
    assert_int_equal(t.checked, t.clean + t.failed + t.to_review);
    size_t sum = 0;
    for (int i = 0; i < GJ_OUTCOMES; i++)
        sum += t.outcomes[i];
    assert_int_equal(sum, t.checked * t.rules);
    assert_int_equal(t.checked * (t.rules + t.deselected), sum + t.skipped);
    position_of("共 6 份：通过 1 · 未通过 2 · 需人工核实 1 · 无法读取 1 · 未检查 1\n");
    position_of("规则：已检查 4 份 × 6 条 = 24 项，其中通过 12 · 未通过 5 · 需人工核实 3 · 不适用 1 · 未执行 2 · 出错 "
                "1；另有停用的规则 2 条");
    position_of("问题：错误 2 · 警告 1 · 提示 1 · 需人工核实 1；另有已批准的例外 1");
    position_of("2024/白水乡.md：通过\n");
    position_of("2024/李庄镇.md：需人工核实（");
    position_of("2024/黑 山.docx：无法读取\n");
    position_of("不能算通过");
    assert_null(strstr(out.data, "2024/李庄镇.md：通过"));
    assert_null(strstr(out.data, "合格"));
}

static void a_path_that_deselects_rules_is_said(void **state)
{
    (void)state;
    fixture.results[1].outcome_count = 5;
    fixture.results[1].counts[GJ_PASS]--;
    fixture.results[1].deselected++;
    gj_totals t;
    assert_int_equal(fixture_show(&fixture, "text", &out, &t, true), GJ_OK);
    position_of("= 24 项");
    position_of("按路径停用 1");
    size_t sum = 0;
    for (int i = 0; i < GJ_OUTCOMES; i++)
        sum += t.outcomes[i];
    assert_int_equal(t.checked * (t.rules + t.deselected), sum + t.skipped);
}

static void thresholds_move_the_verdict(void **state)
{
    (void)state;
    gj_result warned = { .severities = { 0, 1, 0 } };
    assert_int_equal(gj_verdict_of(&warned, GJ_FAIL_ON_ERROR), GJ_CLEAN);
    assert_int_equal(gj_verdict_of(&warned, GJ_FAIL_ON_WARNING), GJ_FAILED);
    assert_int_equal(gj_verdict_of(&fixture.results[2], GJ_FAIL_ON_INFO), GJ_TO_REVIEW);
    assert_int_equal(gj_verdict_of(&fixture.results[2], GJ_FAIL_ON_REVIEW), GJ_FAILED);
    gj_result wrong = { .severities = { 0, 0, 1 } };
    assert_int_equal(gj_verdict_of(&wrong, GJ_FAIL_ON_NEVER), GJ_FAILED);
    gj_result broken = { .counts[GJ_BROKEN] = 1 };
    assert_int_equal(gj_verdict_of(&broken, GJ_FAIL_ON_ERROR), GJ_TO_REVIEW);
    gj_rule_outcome budget = { .outcome = GJ_NOT_RUN, .because = GJ_LIT("budget") };
    gj_result unfinished = { .outcomes = &budget, .outcome_count = 1 };
    assert_int_equal(gj_verdict_of(&unfinished, GJ_FAIL_ON_ERROR), GJ_TO_REVIEW);
}

static void lesser_findings_are_hidden_but_counted(void **state)
{
    (void)state;
    fixture.options.least = GJ_ERROR;
    gj_totals t;
    assert_int_equal(fixture_show(&fixture, "text", &out, &t, true), GJ_OK);
    assert_null(strstr(out.data, "警告 XREF-001"));
    position_of("另有 2 个较轻的问题没有列出");
    position_of("问题：错误 2 · 警告 1 · 提示 1");
}

static void exceptions_notices_and_reasons_are_said(void **state)
{
    (void)state;
    fixture.options.show_notices = fixture.options.show_passed = true;
    gj_totals t;
    assert_int_equal(fixture_show(&fixture, "text", &out, &t, true), GJ_OK);
    position_of("例外        T3-002（第 58 行）");
    position_of("理由：上级已批复；批准：县政务公开办；有效期至 2025-12-31");
    position_of("注意        第 44 行：表三有一行不是格式中的行（原文：小计）");
    position_of("暂不能判断  T3-002、T3-003（2 条）：要先解决 T3-020");
    assert_null(strstr(out.data, "未执行      X-900")); /* last year's report is missing: said once, at the end */
    position_of("年度间：1 份没有上年报告可比，1 项没有比较");
    position_of("规则出错    X-900：");
    position_of("提示：依据为通行做法");
    position_of("提示：依据为地方要求");
}

/* Without colour no escape leaves; with it, taking the codes away gives the same text. */
static void colour_adds_nothing_but_colour(void **state)
{
    (void)state;
    static const char *const formats[] = { "text", "concise" };
    for (size_t f = 0; f < 2; f++) {
        gj_totals t;
        gj_buffer colored;
        gj_buffer_init(&colored, 0);
        gj_buffer_clear(&out);
        fixture.options.color = false;
        assert_int_equal(fixture_show(&fixture, formats[f], &out, &t, false), GJ_OK);
        fixture.options.color = true;
        assert_int_equal(fixture_show(&fixture, formats[f], &colored, &t, false), GJ_OK);
        for (size_t at = 0; at < out.len;) {
            uint32_t code = gj_utf8_next(gj_buffer_slice(&out), &at);
            assert_true(code == '\n' || !gj_is_hidden(code));
        }
        size_t plain = 0;
        for (size_t i = 0; i < colored.len; i++) {
            if (colored.data[i] == '\033') {
                i += strcspn(colored.data + i, "m");
                continue;
            }
            assert_true(plain < out.len);
            assert_int_equal(colored.data[i], out.data[plain++]);
        }
        assert_int_equal(plain, out.len);
        gj_buffer_free(&colored);
    }
}

static void english_is_as_complete(void **state)
{
    (void)state;
    fixture.options.lang = GJ_EN;
    gj_totals t;
    assert_int_equal(fixture_show(&fixture, "text", &out, &t, true), GJ_OK);
    static const char *const words[] = {
        "error T3-002",
        "warning XREF-001",
        "info NAR-002",
        "review T3-020",
        "Equation",
        "Suspect",
        "Basis",
        "What to do",
        "Same cause",
        "Excepted",
        "Not run",
        "Undecided",
        "Broken rule",
        "Reports 6: passed 1 · failed 2 · needs review 1 · unreadable 1 · not checked 1",
        "Rules: 4 checked × 6 rules = 24 outcomes: passed 12"
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        position_of(words[i]);
    static const char *const chinese[] = { "错误", "警告",   "提示",   "依据", "怎么改",
                                           "算式", "未通过", "不适用", "规则", "第 " };
    for (size_t i = 0; i < sizeof chinese / sizeof *chinese; i++)
        assert_null(strstr(out.data, chinese[i]));
}

static void quiet_and_interrupted(void **state)
{
    (void)state;
    gj_totals t;
    fixture.options.quiet = true;
    assert_int_equal(fixture_show(&fixture, "text", &out, &t, true), GJ_OK);
    assert_null(strstr(out.data, "共 6 份"));
    gj_buffer_clear(&out);
    t.complete = false;
    gj_text_totals(&out, &fixture.options, &t);
    position_of("检查没有完成");
}

static void concise_is_one_line_a_finding(void **state)
{
    (void)state;
    gj_totals t;
    assert_int_equal(fixture_show(&fixture, "concise", &out, &t, true), GJ_OK);
    position_of(
        "2024/青石镇.md:58:13: 错误 T3-002 表三“甲列”一列：各项办理结果之和为 6，（七）总计填 5 [also T3-003]\n");
    position_of("2024/李庄镇.md:21:9: 需人工核实 T3-020 ");
    position_of("2024/黑 山.docx:3:5: 无法读取 ");
    size_t lines = 0;
    for (size_t i = 0; i < out.len; i++)
        lines += out.data[i] == '\n';
    assert_int_equal(lines, 3 + 1 + 1 + 1 + 3 + 1);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(carets_stand_under_what_they_mean),
        TEST(places_stand_where_lines_are_not_counted),
        TEST(wide_tabs_hidden_and_blank),
        TEST(several_lines_in_order),
        TEST(labels_on_one_line_stand_apart),
        TEST(ambiguous_width_two_uses_plain_signs),
        TEST(long_lines_are_cut_around_the_mark),
        TEST(many_lines_are_counted),
        TEST(wrapping_keeps_width_and_punctuation),
        TEST(a_finding_reads_in_order),
        TEST(several_explanations_give_the_true_count),
        TEST(verdicts_and_totals_add_up),
        TEST(a_path_that_deselects_rules_is_said),
        TEST(thresholds_move_the_verdict),
        TEST(lesser_findings_are_hidden_but_counted),
        TEST(exceptions_notices_and_reasons_are_said),
        TEST(colour_adds_nothing_but_colour),
        TEST(english_is_as_complete),
        TEST(quiet_and_interrupted),
        TEST(concise_is_one_line_a_finding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
