/* Section headings in every style of ../shared/regulation/layouts.md, and the lines that only look like headings. */
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "../../core/base/buffer.h"
#include "support_forms.h"

#define TITLE "青石镇人民政府2024年政府信息公开工作年度报告\n\n"

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

static const char *const KEYS[] = { "overview", "proactive", "requests", "disputes", "problems", "other" };

/* All six sections are there once, in order, each with `chars` characters of text or more. */
static void check_six(const gj_report *report)
{
    for (size_t i = 0; i < 6; i++) {
        const gj_section *section = gj_report_section(report, gj_slice_of(KEYS[i]));
        if (!section->present || section->copies || section->order != i)
            fail_msg("%s: present %d, copies %zu, order %zu", KEYS[i], section->present, section->copies,
                     section->order);
        assert_true(section->text_chars > 0);
    }
    assert_int_equal(report->section_count, 6);
}

static gj_report *bind_markdown(const char *text)
{
    return test_bind(&t, text, GJ_FORMAT_MARKDOWN, NULL);
}

static gj_report *bind_text(const char *text)
{
    return test_bind(&t, text, GJ_FORMAT_TEXT, NULL);
}

/* A report whose six headings are these, each with a paragraph. */
static gj_report *with_headings(const char *const headings[6], gj_format format)
{
    gj_buffer b;
    gj_buffer_init(&b, 0);
    gj_buffer_text(&b, format == GJ_FORMAT_MARKDOWN ? "# " TITLE : TITLE);
    for (size_t i = 0; i < 6; i++)
        gj_buffer_format(&b, "%s\n\n这一部分写了一句话，说明全年的有关工作。\n\n", headings[i]);
    gj_report *report = test_bind(&t, b.data, format, NULL);
    gj_buffer_free(&b);
    return report;
}

static void heading_styles(void **state)
{
    (void)state;
    static const char *const styles[][6] = {
        { "## 一、总体情况", "## 二、主动公开政府信息情况", "## 三、收到和处理政府信息公开申请情况",
          "## 四、政府信息公开行政复议、行政诉讼情况", "## 五、存在的主要问题及改进情况", "## 六、其他需要报告的事项" },
        { "#### 一、 总体情况", "#### 二、 主动公开政府信息情况", "#### 三、 收到和处理政府信息公开申请情况",
          "#### 四、 政府信息公开行政复议、行政诉讼情况", "#### 五、 存在问题及改进情况",
          "#### 六、 其他需要报告事项" },
        { "**一、总体情况**", "**二、主动公开政府信息情况**", "**三、收到和处理政府信息公开申请情况**",
          "**四、政府信息公开行政复议、行政诉讼情况**", "**五、存在的主要问题及整改措施**",
          "**六、其他需要报告的事项**" },
        { "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
          "四、政府信息公开行政复议、行政诉讼情况", "五、政府信息公开工作存在的主要问题及改进情况",
          "六、其他需要报告的事项" },
        { "一.总体情况", "二.主动公开政府信息情况", "三.收到和处理政府信息公开申请情况",
          "四.政府信息公开行政复议、行政诉讼情况", "五.存在的主要问题及改进情况", "六.其他需要报告的事项" },
        { "（一）总体情况", "（二）主动公开政府信息情况", "（三）收到和处理政府信息公开申请情况",
          "（四）政府信息公开行政复议、行政诉讼情况", "（五）存在的主要问题及改进情况", "（六）其他需要报告的事项" },
        { "## 总体情况", "## 主动公开政府信息情况", "## 收到和处理政府信息公开申请情况",
          "## 政府信息公开行政复议、行政诉讼情况", "## 存在的主要问题及改进情况", "## 其他需要报告的事项" },
        { "总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况",
          "存在的主要问题及改进情况", "其他需要报告的事项" },
        { "## 第一部分 总体情况", "## 第二部分 主动公开政府信息情况", "## 第三部分 收到和处理政府信息公开申请情况",
          "## 第四部分 政府信息公开行政复议、行政诉讼情况", "## 第五部分 存在的主要问题及改进情况",
          "## 第六部分 其他需要报告的事项" },
        { "## 一、总体情况", "**二、主动公开政府信息情况**", "三、收到和处理政府信息公开申请情况",
          "## 四、政府信息公开行政法复议、行政诉讼情况", "## 存在的主要问题及改进情况", "## 六、其他需报告的事项" },
    };
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        check_six(with_headings(styles[i], GJ_FORMAT_MARKDOWN));
    for (size_t i = 3; i < 6; i++)
        check_six(with_headings(styles[i], GJ_FORMAT_TEXT));
    gj_report *report = with_headings(styles[1], GJ_FORMAT_MARKDOWN);
    test_same(report->sections[0].number, "一");
    test_same(report->sections[0].title, "总体情况");
    test_same(report->sections[0].heading.text, "一、 总体情况");
    test_same(with_headings(styles[5], GJ_FORMAT_MARKDOWN)->sections[2].number, "（三）");
}

#define BODY "全年的有关工作写在这里，共有一句话。\n\n"
#define REST                                                                                                           \
    "二、主动公开政府信息情况\n\n" BODY "三、收到和处理政府信息公开申请情况\n\n" BODY                                  \
    "四、政府信息公开行政复议、行政诉讼情况\n\n" BODY "五、存在的主要问题及改进情况\n\n" BODY                          \
    "六、其他需要报告的事项\n\n无。\n"

/* The preamble's list, a table of contents, and rows of table 3 are no headings. */
static void not_headings(void **state)
{
    (void)state;
    check_six(bind_text(TITLE "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉"
                              "讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。\n\n"
                              "一、总体情况\n\n" BODY REST));
    check_six(bind_text(TITLE
                        "一、总体情况……………1\n二、主动公开政府信息情况……………3\n三、收到和处理政府信息公开申请情况………4\n\n"
                        "一、总体情况\n\n" BODY REST));
    check_six(bind_text(TITLE "一、总体情况\n\n二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n\n四、政"
                              "府信息公开行政复议、行政诉讼情况\n\n"
                              "五、存在的主要问题及改进情况\n\n六、其他需要报告的事项\n\n一、总体情况\n\n" BODY REST));
    check_six(bind_text(
        TITLE "一、总体情况\n\n" BODY "二、主动公开政府信息情况\n\n" BODY "三、收到和处理政府信息公开申请情况\n\n"
              "一、本年新收政府信息公开申请数量\t1\t0\n二、上年结转政府信息公开申请数量\t0\t0\n三、本年度办理结果\t0\t0"
              "\n四、结转下年度继续办理\t0\t0\n\n" BODY "四、政府信息公开行政复议、行政诉讼情况\n\n" BODY
              "五、存在的主要问题及改进情况\n\n" BODY "六、其他需要报告的事项\n\n无。\n"));
}

/* Section one has parts of its own that are numbered the same way, or look like later sections. */
static void inner_numbers(void **state)
{
    (void)state;
    gj_report *report = bind_text(TITLE "一、总体情况\n\n" BODY "一、加强组织领导\n\n" BODY "二、主动公开工作\n\n" BODY
                                        "三、依申请公开情况\n\n" BODY REST);
    check_six(report);
    assert_true(report->sections[0].text_chars > 60);
    report = bind_markdown("# " TITLE "## 一、总体情况\n\n" BODY "### （一）主动公开情况\n\n" BODY
                           "### （二）依申请公开情况\n\n" BODY "### （三）收到和处理政府信息公开申请情况\n\n" BODY
                           "（四）存在的主要问题及改进情况\n\n" BODY "## 二、主动公开政府信息情况\n\n" BODY
                           "## 三、收到和处理政府信息公开申请情况\n\n" BODY
                           "## 四、政府信息公开行政复议、行政诉讼情况\n\n" BODY
                           "## 五、存在的主要问题及改进情况\n\n### 一、存在的主要问题\n\n" BODY
                           "### 二、改进情况\n\n" BODY "## 六、其他需要报告的事项\n\n无。\n");
    check_six(report);
}

/* A missing section is missing even where section one has a part of its name. */
static void missing_section(void **state)
{
    (void)state;
    gj_report *report =
        bind_text(TITLE "一、总体情况\n\n（一）主动公开情况\n\n" BODY "（三）收到和处理政府信息公开申请情况\n\n" BODY
                        "二、主动公开政府信息情况\n\n" BODY "四、政府信息公开行政复议、行政诉讼情况\n\n" BODY
                        "五、存在的主要问题及改进情况\n\n" BODY "六、其他需要报告的事项\n\n无。\n");
    assert_false(gj_report_section(report, GJ_LIT("requests"))->present);
    assert_true(gj_report_section(report, GJ_LIT("disputes"))->present);
    assert_int_equal(report->section_count, 6);
}

static void numbering_off(void **state)
{
    (void)state;
    static const char *const headings[] = { "## 总体情况",
                                            "## 一、主动公开政府信息情况",
                                            "## 二、收到和处理政府信息公开申请情况",
                                            "## 三、政府信息公开行政复议、行政诉讼情况",
                                            "## 四、存在的主要问题及改进情况",
                                            "## 五、其他需要报告的事项" };
    gj_report *report = with_headings(headings, GJ_FORMAT_MARKDOWN);
    check_six(report);
    test_same(report->sections[1].number, "一");
}

static void order_and_copies(void **state)
{
    (void)state;
    gj_report *report =
        bind_markdown("# " TITLE "## 一、总体情况\n\n" BODY "## 三、收到和处理政府信息公开申请情况\n\n" BODY
                      "## 二、主动公开政府信息情况\n\n" BODY "## 四、政府信息公开行政复议、行政诉讼情况\n\n" BODY
                      "## 五、存在的主要问题及改进情况\n\n" BODY
                      "## 五、存在的主要问题及改进情况\n\n同上。\n\n## 六、其他需要报告的事项\n\n无。\n");
    assert_int_equal(gj_report_section(report, GJ_LIT("requests"))->order, 1);
    assert_int_equal(gj_report_section(report, GJ_LIT("proactive"))->order, 2);
    const gj_section *problems = gj_report_section(report, GJ_LIT("problems"));
    assert_int_equal(problems->copies, 1);
    assert_int_equal(gj_source_place(report->document->source, problems->second.begin).line, 23);
    assert_int_equal(gj_report_section(report, GJ_LIT("other"))->order, 6);
}

static void extra_sections(void **state)
{
    (void)state;
    static const char *const looks[] = { "## ", "" };
    for (size_t i = 0; i < 2; i++) {
        gj_slice text = gj_arena_format(
            t.arena,
            TITLE "%s一、总体情况\n\n" BODY "%s二、主动公开政府信息情况\n\n" BODY
                  "%s三、收到和处理政府信息公开申请情况\n\n" BODY "%s四、政府信息公开行政复议、行政诉讼情况\n\n" BODY
                  "%s五、信息处理费收取情况\n\n" BODY "%s六、存在的主要问题和改进情况\n\n一、认识不足。\n\n" BODY
                  "%s七、下一步打算\n\n" BODY,
            looks[i], looks[i], looks[i], looks[i], looks[i], looks[i], looks[i]);
        gj_report *report = bind_markdown(text.data);
        assert_int_equal(report->section_count, 8);
        assert_false(gj_report_section(report, GJ_LIT("other"))->present);
        test_same(gj_report_section(report, GJ_LIT("problems"))->number, "六");
        test_same(report->sections[6].title, "信息处理费收取情况");
        test_same(report->sections[7].title, "下一步打算");
        assert_null(report->sections[6].form);
        assert_int_equal(report->sections[6].order, 4);
        assert_int_equal(report->sections[7].order, 6);
    }
}

static void paragraphs(void **state)
{
    (void)state;
    gj_report *report =
        bind_markdown("# " TITLE "前言一段。\n\n## 一、总体情况\n\n### （一）主动公开\n\n第一段。\n\n第二段。\n\n## "
                      "五、存在的主要问题及改进情况\n\n"
                      "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n![表格](b.png)\n\n第三段。\n");
    assert_int_equal(report->paragraph_count, 5);
    assert_int_equal(report->paragraphs[0].section, GJ_NOT_FOUND);
    test_same(report->paragraphs[0].text->text, "前言一段。");
    assert_true(report->paragraphs[1].heading);
    assert_int_equal(report->paragraphs[2].section, 0);
    test_same(report->paragraphs[4].text->text, "第三段。");
    assert_int_equal(report->paragraphs[4].section, 4);
    assert_true(report->sections[4].has_table && report->sections[4].has_image);
    assert_false(report->sections[0].has_table);
    assert_int_equal(report->sections[0].text_chars, 15);
}

static void keyed_sections(void **state)
{
    (void)state;
    gj_report *report =
        test_bind(&t,
                  "{\"schema\":\"gouji/"
                  "report@1\",\"title\":\"青石镇人民政府2024年政府信息公开工作年度报告\",\"preamble\":[\"前言。\"],"
                  "\"sections\":{\"overview\":{\"title\":\"一、 "
                  "总体情况\",\"text\":[\"第一段。\",\"第二段。\"]},\"problems\":{\"text\":\"没有标题。\"}},"
                  "\"extra_sections\":[{\"title\":\"七、下一步打算\",\"text\":\"打算。\"},{\"title\":"
                  "\"五、存在的主要问题\",\"section\":\"problems\",\"text\":\"又一处。\"}],"
                  "\"tables\":{\"requests\":{\"new\":{\"total\":0}}}}",
                  GJ_FORMAT_JSON, NULL);
    const gj_section *overview = gj_report_section(report, GJ_LIT("overview"));
    assert_true(overview->present);
    test_same(overview->heading.text, "一、 总体情况");
    test_same(overview->number, "一");
    assert_int_equal(overview->text_chars, 8);
    const gj_section *problems = gj_report_section(report, GJ_LIT("problems"));
    assert_true(problems->present);
    assert_int_equal(problems->heading.text.len, 0);
    assert_int_equal(problems->copies, 1);
    assert_int_equal(report->section_count, 7);
    test_same(report->sections[6].title, "下一步打算");
    assert_true(gj_report_section(report, GJ_LIT("requests"))->has_table);
    assert_false(gj_report_section(report, GJ_LIT("requests"))->present);
    assert_int_equal(report->paragraphs[0].section, GJ_NOT_FOUND);
    test_same(report->paragraphs[1].pointer, "/sections/overview/text/0");
}

#define GLUED                                                                                                               \
    "一、总体情况全年公开126条。二、主动公开政府信息情况规章000三、 "                           \
    "收到和处理政府信息公开申请情况见表。四、政府信息公开行政复议、行政诉讼情况无。" \
    "五、存在的主要问题及改进情况公开栏更新慢。"

/* Headings within one line are cut out where every one of them stands there once, in order, with words behind. */
static void headings_run_together_are_cut_out(void **state)
{
    (void)state;
    gj_report *report = bind_text(TITLE "本报告由六个部分组成。" GLUED "六、其他需要报告的事项无。\n");
    check_six(report);
    assert_int_equal(report->notice_count, 1);
    assert_true(gj_slice_is(report->notices[0].kind, "glued_headings"));
    const gj_section *section = gj_report_section(report, GJ_LIT("requests"));
    assert_true(gj_slice_is(section->heading.text, "三、 收到和处理政府信息公开申请情况"));
    gj_slice bytes = report->document->source->bytes;
    gj_slice raw = gj_slice_sub(bytes, section->heading.span.begin, section->heading.span.end);
    assert_true(gj_slice_equal(raw, section->heading.text));
    check_six(bind_markdown("# " TITLE GLUED "\n\n六、其他需要报告的事项全年没有收取信息处理费，没有别的事项。\n"));
}

static void headings_run_together_stay_where_they_are_not_certain(void **state)
{
    (void)state;
    static const char *const texts[] = {
        TITLE GLUED "没有第六部分。\n",                             /* one is not there */
        TITLE GLUED "六、其他需要报告的事项无。见一、总体情况。\n", /* one is there twice */
        TITLE "六、其他需要报告的事项无。" GLUED "\n",              /* not in order */
        TITLE "本报告由一、总体情况，二、主动公开政府信息情况，三、收到和处理政府信息公开申请情况，四、政府信息公开行政"
              "复议、行政诉讼情况，"
              "五、存在的主要问题及改进情况，六、其他需要报告的事项六个部分组成。\n", /* a sentence that lists them */
        TITLE "一、总体情况1二、主动公开政府信息情况2三、收到和处理政府信息公开申请情况3四、政府信息公开行政复议、行政"
              "诉讼情况4"
              "五、存在的主要问题及改进情况5六、其他需要报告的事项6 我镇按要求公开信息。\n", /* a table of contents */
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        gj_report *report = bind_text(texts[i]);
        for (size_t k = 0; k < report->section_count; k++)
            if (report->sections[k].present)
                fail_msg("text %zu: section %zu", i, k);
        assert_int_equal(report->notice_count, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(heading_styles, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(not_headings, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(inner_numbers, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(missing_section, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(numbering_off, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(order_and_copies, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(extra_sections, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(paragraphs, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(keyed_sections, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(headings_run_together_are_cut_out, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(headings_run_together_stay_where_they_are_not_certain, open_binding,
                                        close_binding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
