/* Title, year and issuer: whose report of which year a text is, and how we know. */
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "../../core/bind/identity.h"
#include "support_forms.h"

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

#define BODY "\n\n一、总体情况\n\n全年的有关工作写在这里。\n"

static void titles(void **state)
{
    (void)state;
    static const struct {
        const char *lines, *title;
        int year;
        const char *name;
    } cases[] = {
        { "# 青石镇人民政府2024年政府信息公开工作年度报告", "青石镇人民政府2024年政府信息公开工作年度报告", 2024,
          "青石镇人民政府" },
        { "## 青石镇人民政府２０２４年政府信息公开工作年度报告", "青石镇人民政府２０２４年政府信息公开工作年度报告",
          2024, "青石镇人民政府" },
        { "青石镇人民政府 2024 年度政府信息公开工作年度报告", "青石镇人民政府 2024 年度政府信息公开工作年度报告", 2024,
          "青石镇人民政府" },
        { "**2023年青石市人民政府办公室政府信息公开工作年度报告**",
          "2023年青石市人民政府办公室政府信息公开工作年度报告", 2023, "青石市人民政府办公室" },
        { "青石县教育局2024年政务公开工作报告", "青石县教育局2024年政务公开工作报告", 2024, "青石县教育局" },
        { "青石县教育局2024年政府信息公开年报", "青石县教育局2024年政府信息公开年报", 2024, "青石县教育局" },
        { "青石镇人民政府2024年\n\n政府信息公开工作年度报告", "青石镇人民政府2024年政府信息公开工作年度报告", 2024,
          "青石镇人民政府" },
        { "乡镇政府信息公开年度报告\n\n索引号：2024-1\n\n青石镇人民政府2024年政府信息公开工作年度报告",
          "青石镇人民政府2024年政府信息公开工作年度报告", 2024, "青石镇人民政府" },
        { "青石镇人民政府\n\n2024年政府信息公开工作年度报告", "青石镇人民政府2024年政府信息公开工作年度报告", 2024,
          "青石镇人民政府" },
        { "白河县青石镇人民政府\n\n青石镇2024年度政务信息公开工作报告", "青石镇2024年度政务信息公开工作报告", 2024,
          "白河县青石镇人民政府" },
        { "索引号：2024-1\n\n青石镇人民政府2024年政府信息公开工作年度报告",
          "青石镇人民政府2024年政府信息公开工作年度报告", 2024, "青石镇人民政府" },
        { "---\ntitle: 青石镇人民政府2022年政府信息公开工作年度报告\n---",
          "青石镇人民政府2022年政府信息公开工作年度报告", 2022, "青石镇人民政府" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gj_slice text = gj_arena_format(t.arena, "%s" BODY, cases[i].lines);
        gj_report *report = test_bind(&t, text.data, GJ_FORMAT_MARKDOWN, NULL);
        test_same(report->title.text, cases[i].title);
        assert_int_equal(report->year, cases[i].year);
        assert_int_equal(report->title_year, cases[i].year);
        test_same(report->name.value, cases[i].name);
        assert_true(report->sections[0].present);
        assert_int_equal(report->paragraph_count, 1);
    }
}

/* A title of two lines keeps the place of each. */
static void title_places(void **state)
{
    (void)state;
    gj_report *report =
        test_bind(&t, "青石镇人民政府\n\n2024年政府信息公开工作年度报告" BODY, GJ_FORMAT_MARKDOWN, NULL);
    gj_span year = gj_text_span(&report->title, strlen("青石镇人民政府"), strlen("青石镇人民政府2024"));
    gj_place place = gj_source_place(report->document->source, year.begin);
    assert_int_equal(place.line, 3);
    assert_int_equal(place.column, 1);
}

static void no_title(void **state)
{
    (void)state;
    gj_report *report = test_bind(&t, "# 政府信息公开" BODY, GJ_FORMAT_MARKDOWN, NULL);
    test_same(report->title.text, "政府信息公开"); /* shown, for a rule to find fault with */
    assert_int_equal(report->year, 0);
    assert_int_equal(report->year_origin, GJ_UNKNOWN);
    assert_null(report->form);
    assert_true(report->sections[0].present);
    report = test_bind(&t, "没有标题的文字。" BODY "\n二、主动公开政府信息情况\n\n见表。\n", GJ_FORMAT_MARKDOWN, NULL);
    assert_int_equal(report->title.text.len, 0);
    assert_int_equal(report->name.origin, GJ_UNKNOWN);
    assert_int_equal(report->paragraph_count, 3);
}

static void years(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int year;
        gj_origin origin;
    } cases[] = {
        { "统计期限自2023年1月1日起至2023年12月31日止，2024年发布。\n" BODY, 2023, GJ_INFERRED },
        { "统计期限自 2023 年 1 月 1 日起。\n" BODY, 2023, GJ_INFERRED },
        { "2024年，本镇做了很多工作。2024年公开信息若干，比2023年多。\n" BODY, 2024, GJ_INFERRED },
        { "2024年，本镇做了很多工作，比2023年多。\n" BODY, 0, GJ_UNKNOWN },
        { "---\nyear: 2024\n---\n统计期限自2023年1月1日起。" BODY, 2024, GJ_METADATA },
        { "青石镇人民政府2017年政府信息公开工作年度报告" BODY, 2017, GJ_INFERRED },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gj_report *report = test_bind(&t, cases[i].text, GJ_FORMAT_MARKDOWN, NULL);
        assert_int_equal(report->year, cases[i].year);
        assert_int_equal(report->year_origin, cases[i].origin);
        assert_int_equal(report->form != NULL, cases[i].year >= 2019);
    }
}

static void year_words(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int year;
    } cases[] = { { "2024年", 2024 },
                  { "二〇二四年", 2024 },
                  { "二○二三年", 2023 },
                  { "２０１９ 年", 2019 },
                  { "20 24年", 2024 },
                  { "202020年", 0 },
                  { "12年", 0 },
                  { "1024年", 0 },
                  { "〔2021〕30号2022年", 2022 },
                  { "", 0 } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t at = 0;
        assert_int_equal(gj_year_next(gj_slice_of(cases[i].text), &at), cases[i].year);
    }
}

static void issuers(void **state)
{
    (void)state;
    static const struct {
        const char *name, *level, *kind, *scope, *province;
    } cases[] = {
        { "河曲县刘家塔镇人民政府", "township", "government", "own", "" },
        { "贵州省安顺市平坝区乐平镇人民政府", "township", "government", "own", "贵州" },
        { "青石乡", "township", "government", "own", "" },
        { "鄂温克族自治旗伊敏苏木人民政府", "township", "government", "own", "" },
        { "白河区东湖街道办事处", "subdistrict", "other", "own", "" },
        { "东湖街道", "subdistrict", "other", "own", "" },
        { "金湖县人民政府", "county", "government", "aggregate", "" },
        { "淮安市洪泽区人民政府", "county", "government", "aggregate", "" },
        { "上海市浦东新区人民政府", "county", "government", "aggregate", "上海" },
        { "宿迁市", "city", "government", "aggregate", "" },
        { "江苏省宿迁市人民政府", "city", "government", "aggregate", "江苏" },
        { "宜城市人民政府", "county", "government", "aggregate", "" },
        { "湖北省宜城市教育局", "county", "department", "", "湖北" },
        { "延边朝鲜族自治州人民政府", "city", "government", "aggregate", "" },
        { "广西壮族自治区人民政府", "province", "government", "aggregate", "广西" },
        { "福建省人民政府", "province", "government", "aggregate", "福建" },
        { "福建省教育厅", "province", "department", "", "福建" },
        { "上海市人民政府办公厅", "province", "department", "own", "上海" },
        { "武汉市公安局", "city", "department", "", "" },
        { "山西省市场监督管理局", "province", "department", "", "山西" },
        { "长治市上党区市场监督管理局", "county", "department", "own", "" },
        { "徐闻县司法局", "county", "department", "own", "" },
        { "平潭综合实验区财政金融局", "zone", "department", "own", "" },
        { "平潭综合实验区海坛片区管理局", "zone", "other", "own", "" },
        { "平潭综合实验区", "zone", "other", "aggregate", "" },
        { "天津经济技术开发区管理委员会", "zone", "other", "", "天津" },
        { "国家税务总局", "state", "department", "", "" },
        { "国家税务总局河曲县税务局", "county", "department", "own", "" },
        { "海南藏族自治州人民政府", "city", "government", "aggregate", "" },
        { "青石", "", "", "", "" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gj_issuer_words words;
        assert_int_equal(gj_issuer_read(t.arena, t.forms, gj_slice_of(cases[i].name), &words, &t.err), GJ_OK);
        if (!gj_slice_is(words.level, cases[i].level) || !gj_slice_is(words.kind, cases[i].kind) ||
            !gj_slice_is(words.scope, cases[i].scope) || !gj_slice_is(words.province, cases[i].province))
            fail_msg("%s: %.*s %.*s %.*s %.*s", cases[i].name, GJ_ARG(words.level), GJ_ARG(words.kind),
                     GJ_ARG(words.scope), GJ_ARG(words.province));
    }
}

/* Who says it: a flag before metadata before the text. */
static void origins(void **state)
{
    (void)state;
    static const char *const text =
        "{\"schema\":\"gouji/report@1\",\"title\":\"青石镇2024年政府信息公开工作年度报告\",\"year\":2023,"
        "\"issuer\":{\"name\":\"白河县青石镇人民政府\",\"level\":\"township\",\"province\":\"山西\"},\"published\":"
        "\"2025-01-20\",\"sections\":{}}";
    gj_report *report = test_bind(&t, text, GJ_FORMAT_JSON, NULL);
    test_same(report->name.value, "白河县青石镇人民政府");
    assert_int_equal(report->name.origin, GJ_METADATA);
    assert_int_equal(report->level.origin, GJ_METADATA);
    assert_int_equal(report->issuer_kind.origin, GJ_INFERRED);
    test_same(report->province.value, "山西");
    test_same(report->published, "2025-01-20");
    assert_true(report->title_from_metadata);
    assert_int_equal(report->year, 2023); /* declared; the title is stale */
    assert_int_equal(report->title_year, 2024);

    gj_given given = { .level = { GJ_LIT("subdistrict"), GJ_FLAG },
                       .name = { GJ_LIT("东湖街道办事处"), GJ_CONFIG },
                       .year = 2021,
                       .year_origin = GJ_FLAG };
    report = test_bind(&t, text, GJ_FORMAT_JSON, &given);
    test_same(report->level.value, "subdistrict");
    assert_int_equal(report->level.origin, GJ_FLAG);
    test_same(report->name.value, "东湖街道办事处");
    assert_int_equal(report->name.origin, GJ_CONFIG);
    test_same(report->issuer_kind.value, "other"); /* inferred from the name given */
    assert_int_equal(report->year, 2021);
    assert_int_equal(report->title_year, 2024);
    assert_int_equal(report->year_origin, GJ_FLAG);
    test_same(report->form->id, "2021");
}

/* Who put a page on the web is often an account ("桌面") or an office's short name: the title says whose report it is. */
static void publishers(void **state)
{
    (void)state;
    gj_report *report = test_bind(&t,
                                  "标题: 青石镇人民政府2024年政府信息公开工作年度报告\n发布机构: 桌面\n"
                                  "========== 正文 ==========\n一、总体情况\n全年的有关工作写在这里。\n",
                                  GJ_FORMAT_TEXT, NULL);
    test_same(report->name.value, "青石镇人民政府");
    report = test_bind(&t,
                       "标题: 2024年政府信息公开工作年度报告\n发布机构: 青石镇人民政府\n"
                       "========== 正文 ==========\n一、总体情况\n全年的有关工作写在这里。\n",
                       GJ_FORMAT_TEXT, NULL);
    test_same(report->name.value, "青石镇人民政府");
    assert_int_equal(report->name.origin, GJ_METADATA);
}

static void signature(void **state)
{
    (void)state;
    gj_report *report = test_bind(&t, "2024年政府信息公开工作年度报告" BODY "\n白河县青石镇人民政府\n\n2025年1月20日\n",
                                  GJ_FORMAT_MARKDOWN, NULL);
    test_same(report->name.value, "白河县青石镇人民政府");
    report = test_bind(&t, "青石镇2024年政府信息公开工作年度报告" BODY "\n白河县青石镇人民政府 2025年1月20日\n",
                       GJ_FORMAT_MARKDOWN, NULL);
    test_same(report->name.value, "白河县青石镇人民政府");
    report =
        test_bind(&t, "杭州市2024年政府信息公开工作年度报告" BODY "\n杭州市人民政府办公厅\n", GJ_FORMAT_MARKDOWN, NULL);
    test_same(report->name.value, "杭州市"); /* another body signs */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(titles, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(title_places, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(no_title, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(years, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(year_words, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(issuers, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(origins, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(publishers, open_binding, close_binding),
        cmocka_unit_test_setup_teardown(signature, open_binding, close_binding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
