/* test_relations.c - break-downs, shares and changes, in sentences of our own; figures as published reports have them. Each line gives all relations
 * of its text, "none" where it may be read in more than one way or in none. */
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "support_claims.h"

enum { EQUAL_LISTS = 37 }; /* of ../shared/reports */

typedef struct example {
    const char *text, *relations;
} example;

static gj_report *bind_text(test_binding *t, const char *text)
{
    gj_slice json = gj_arena_format(
        t->arena,
        "{\"schema\":\"gouji/"
        "report@1\",\"title\":\"某镇人民政府2024年政府信息公开工作年度报告\",\"year\":2024,\"sections\":{\"overview\":"
        "{\"title\":\"一、总体情况\",\"text\":[\"%s\"]}}}",
        text);
    return test_bind_bytes(t, json, GJ_FORMAT_JSON, NULL);
}

static void check(const example *examples, size_t count)
{
    test_binding t;
    test_claims_open(&t);
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        gj_buffer out;
        gj_buffer_init(&out, 0);
        test_relations_written(bind_text(&t, examples[i].text), &out);
        if (strcmp(out.data, examples[i].relations) != 0) {
            print_message("%s\n   found  %s\n   not    %s\n", examples[i].text, out.data, examples[i].relations);
            wrong++;
        }
        gj_buffer_free(&out);
    }
    test_binding_close(&t);
    assert_int_equal(wrong, 0);
}
#define CHECK(examples) check(examples, sizeof(examples) / sizeof *(examples))

static void lists_that_add_up(void **state)
{
    static const example examples[] = {
        { "主动公开政府信息48条，其中政策35条、财政9条、人事1条、民生2条、其他1条。",
          "48条 = 35 + 9 + 1 + 2 + 1 complete" },
        { "公开信息126条，包括机构12条，政策34条，财政20条和民生60条。", "126条 = 12 + 34 + 20 + 60 complete" },
        { "公开信息126条（其中机构12条，政策34条，财政20条，民生60条），另有专栏。", "126条 = 12 + 34 + 20 + 60" },
        { "公开信息126条，(其中机构12条，政策34条，财政20条，民生60条)。", "126条 = 12 + 34 + 20 + 60" },
        { "公开信息126条（机构12条，政策34条，财政20条，民生60条）。", "126条 = 12 + 34 + 20 + 60" },
        { "公开信息148条，其中：财税共3条；预算共4条；其他文件共141条。", "148条 = 3 + 4 + 141 complete" },
        { "公开信息55条，内容涵盖多个领域。其中，机构类8条、许可类12条、民生35条。", "55条 = 8 + 12 + 35" },
        { "公开信息128条，财政1条，城建5条，应急2条，其他120条。", "128条 = 1 + 5 + 2 + 120 complete" },
        { "接听电话3次、面谈2次，共5次。", "5次 = 3 + 2 complete" },
        { "收到70件申请，办结69件，1件结转下年度继续办理。", "70件 = 69 + 1" },
        { "公开政府信息206条，其中主动206条、应要求0条、其他0条。", "206条 = 206 + 0 + 0 complete" },
        { "开展活动共3次，室内、室外分别为1次、2次。", "3次 = 1 + 2 complete" },
        { "开展活动共3次，室内、室外分别为1、2次。", "3次 = 1 + 2 complete" },
        { "制作图解9份、视频5份，共14份。", "14份 = 9 + 5 complete" },
        { "三十二件提案，其中主办十二件、协办二十件。", "32件 = 12 + 20" },
        { "公开信息１２６条，其中机构２６条、民生１００条。", "126条 = 26 + 100" },
        { "公开信息 126 条，其中机构 26 条、民生 100 条。", "126条 = 26 + 100" },
        { "公开信息1，260条，其中机构260条、民生1,000条。", "1260条 = 260 + 1000" },
    };
    (void)state;
    CHECK(examples);
}

static void lists_within_lists_and_beside_each_other(void **state)
{
    static const example examples[] = {
        { "公开信息100条，其中甲类60条，其中甲一20条、甲二40条；乙类40条。", "60条 = 20 + 40; 100条 = 60 + 40" },
        { "公开信息380条，其中专项152条，预决算197条（政府32条、部门165条）、经费27条、债券4条。",
          "380条 = 152 + 197 + 27 + 4; 197条 = 32 + 165" },
        { "收到申请367件（市级349件、区级18件），其中，自然人350件，法人17件；予以公开300件、无法提供67件。",
          "367件 = 350 + 17; 367件 = 300 + 67; 367件 = 349 + 18" },
        { "对25件申请收费2950元。其中甲局1件，收取420元；乙局24件，收取2530元。",
          "2950元 = 420 + 2530; 25件 = 1 + 24" },
        { "新收申请41件，上年结转1件，其中网上20件、信函22件。", "41 + 1件 = 20 + 22" },
        { "收到申请8件，办结8件，其中予以公开3件、部分公开5件。", "8件 = 3 + 5" },
    };
    (void)state;
    CHECK(examples);
}

static void lists_that_do_not_add_up(void **state)
{
    static const example examples[] = {
        { "办结申请3件，其中予以公开3件；结转下年度1件。", "3件 = 3" },
        { "办结申请3件，其中予以公开3件，结转下年度1件。", "3件 = 3" },
        { "办结申请3件，其中予以公开3件、部分公开1件。", "3件 > 3 + 1" },
        { "公开信息3437条，包括机构12条、政策1740条、财政225条、民生110条、其他1827条。",
          "3437条 > 12 + 1740 + 225 + 110 + 1827 complete" },
        { "公开信息21条，其中政策4条、财政5条、民生4条、其他1条。", "21条 < 4 + 5 + 4 + 1 complete" },
        { "公开信息21条，其中政策4条、财政5条。", "21条 < 4 + 5" },
        { "公开信息107条，包括政策24条、其他20条等。", "107条 < 24 + 20" },
        { "制作图解9份、视频5份，共20份。", "20份 < 9 + 5 complete" },
        { "公开信息156条，其中机构12条，财政2条；应急47条；其他90条。", "156条 < 12 + 2 + 47 + 90 complete" },
        { "公开信息30条，其中政策20条、财政10条、民生5条。", "30条 > 20 + 10 + 5" },
        { "公开信息20条，其中政策31条。", "20条 > 31" },
        { "公开信息15条，其中包括：政策6条、财政2条、其他4条、教育5条；通过公众号公布办事指南25条。",
          "15条 > 6 + 2 + 4 + 5 complete" },
        { "公开信息15条，其中包括：政策6条、财政2条。", "15条 < 6 + 2" },
        { "公开信息79条，更新栏目信息，其中涉及资金42条、评审7条。", "79条 < 42 + 7" },
    };
    (void)state;
    CHECK(examples);
}

static void approximations_and_measure_words(void **state)
{
    static const example examples[] = {
        { "公开信息480余条，其中网站111条、公示栏370余条。", "480条 = 111 + 370 rounded" },
        { "公开信息480余条，其中网站111条、公示栏270条。", "480条 ? 111 + 270 rounded" },
        { "公开信息约500条，其中网站111条、公示栏388条。", "500条 = 111 + 388 rounded" },
        { "公开信息98条，其中政策24条、财政65条、其他9余条。", "98条 = 24 + 65 + 9 complete rounded" },
        { "公开信息61份，其中政策54条、财政4条、人事3条。", "61份 = 54 + 4 + 3 mixed" },
        { "公开信息61份，其中政策54条、财政4条、人事2条。", "none" },
        { "发布稿件20篇，其中图片18张、视频9个。", "none" },
    };
    (void)state;
    CHECK(examples);
}

static void what_is_no_list(void **state)
{
    static const example examples[] = {
        { "公开信息126条，其中政策文件126条，公众号推送稿件700条。", "126条 = 126" },
        { "公开信息126条，其中政策文件34条，公众号推送稿件700条。", "126条 ? 34" },
        { "公开信息19条，历年累计公开880条，其中政策500条、民生100条。", "none" },
        { "公开信息19条，其中政策19条；历年公开880条。", "19条 = 19" },
        { "办结申请1件，其中予以公开1件；结转下年度继续办理1件。", "1件 = 1" },
        { "办结申请9件，其中予以公开5件；无法提供3件；结转下年度3件。", "9件 ? 5 + 3" },
        { "收到申请42件，上年结转2件，其中网上提交31件、信函10件。", "none" },
        { "召开会议3次，培训1次，检查2次。", "none" },
        { "梳理131项大项、260小项事项，其中模块化260项。", "none" },
        { "公开信息20条，其中政策、财政等。", "none" },
        { "通过网站公开财政信息1条；通过镇的公众号推送涉及教育、医疗的动态68条。", "none" },
        { "公开信息9条；其中涉及财政12条。", "9条 > 12" },
        { "其中政策20条、财政10条。", "none" },
        { "受理热线259件，留言31条，提案12件，备案5件，信访3件。", "none" },
        { "公开信息100条，其中甲类60条，其中甲一20条；乙类30条。", "100条 < 60 + 30" },
        { "条例第二十条第（一）项、第（五）项，国办公开办函〔2021〕30号，其中3件、5件。", "none" },
    };
    (void)state;
    CHECK(examples);
}

static void shares(void **state)
{
    static const example examples[] = {
        { "收到申请8件，其中予以公开3件，占37.5%。", "8件 ? 3; 3 of 8 = 37.5%" },
        { "收到申请8件，其中予以公开3件，占50%。", "8件 ? 3; 3 of 8 is 37.5 not 50%" },
        { "梳理228项，占260项的87.69%。", "228 of 260 = 87.69%" },
        { "梳理228项，占260项的77.69%。", "228 of 260 is 87.69 not 77.69%" },
        { "办结6件，其中公开4件，占66.6%，不公开2件，占33.3%。", "6件 = 4 + 2; 4 of 6 = 66.6%; 2 of 6 = 33.3%" },
        { "制作信息425条，其中公开148条，其他277条。公开的占34.82%。",
          "425条 = 148 + 277 complete; 148 of 425 = 34.82%" },
        { "制作信息425条，其中公开148条，其他277条。公开的占44.82%。", "425条 = 148 + 277 complete" },
        { "答复805件。公开258件，占33.9%；不公开35件，占4.34%；无法提供265件，占32.9%。",
          "258 of 805 is 32.05 not 33.9%; 35 of 805 = 4.34%; 265 of 805 = 32.9%" },
        { "受理2840件，已办理2840件，办理率100%。", "2840 of 2840 = 100%" },
        { "受理2840件，已办理2800件，办理率100%。", "none" },
        { "发放问卷400份，收回387份，群众满意率为95.3%。", "none" },
        { "占地50亩，占比不高，满意度96%。", "none" },
        { "收到申请8件，其中予以公开约3件，占50%。", "8件 ? 3 rounded" },
    };
    (void)state;
    CHECK(examples);
}

static void changes(void **state)
{
    static const example examples[] = {
        { "登记22件，比上年的31件下降29%。", "31 -> 22 down 29%" },
        { "登记22件，比上年的31件下降39%。", "31 -> 22 down is 29.03 not 39%" },
        { "登记22件，比31件增长。", "31 -> 22 up wrong way" },
        { "登记22件，较2023年的31件减少9件。", "31 -> 22 down 9件" },
        { "登记22件，较2023年的31件减少8件。", "31 -> 22 down is 9 not 8件" },
        { "登记数由31件降到22件。", "31 -> 22 down" },
        { "关注人数由8600人增加到11200人。", "8600 -> 11200 up" },
        { "收到3607件（甲3000件、乙607件），同比增长70.3%，其中，自然人3493件，法人114件。",
          "? -> 3607 up 70.3%; 3607件 = 3493 + 114; 3607件 = 3000 + 607" },
        { "收到申请22件，申请数量较去年回落12.3%。", "? -> 22 down 12.3%" },
        { "登记22件，与上年相比减少9件。", "? -> 22 down 9件" },
        { "登记22件（同比增长5%）。", "? -> 22 up 5%" },
        { "登记22件，比上年有所增长。", "? -> 22 up" },
        { "推送稿件312篇，网站访问量同比增长5%。", "none" },
        { "新增栏目4个，减少群众跑动2次。", "none" },
        { "由12个部门减少审批环节，为群众办事5件。", "none" },
        { "登记约22件，比上年的31件下降39%。", "none" },
    };
    (void)state;
    CHECK(examples);
}

/* The catalogue counts 48 of 52 complete lists of published reports that add up; those of ../shared/reports, counted by eye: every list that is read
 * either adds up or is one of these. */
static void published_reports(void **state)
{
    static const char *const unequal[] = {
        "pingtan_czj_2023: 107条 < 22 + 2 + 7 + 9 + 54",
        "pingtan_czj_2024: 61条 > 5 + 1 + 7 + 12 + 51",
        "pingtan_gwh_2019: 2599条 < 25 + 68 + 28 + 69 + 90 + 175 + 67 + 983 + 48 + 124 + 856 complete",
        "pingtan_gwh_2020: 2602条 > 82 + 80 + 21 + 40 + 390 + 69 + 143 + 208 + 246 + 271 + 1053 complete",
        "pingtan_jsp_2022: 156条 < 12 + 0 + 2 + 12 + 47 + 33 + 45 complete",
        "pingtan_spp_2021: 135条 < 1 + 3 + 9 + 24 + 97 complete",
        "pingtan_spp_2024: 44条 < 1 + 2 + 1 + 38 complete",
    };
    glob_t found;
    (void)state;
    if (glob("../shared/reports/*/report.md", 0, NULL, &found) != 0)
        skip();
    test_binding t;
    test_claims_open(&t);
    size_t equal = 0, other = 0;
    for (size_t i = 0; i < found.gl_pathc; i++) {
        gj_slice bytes = test_file(t.arena, found.gl_pathv[i]);
        gj_report *report = test_bind_bytes(&t, bytes, GJ_FORMAT_MARKDOWN, NULL);
        for (size_t r = 0; r < report->relation_count; r++) {
            const gj_relation *relation = &report->relations[r];
            if (relation->kind != GJ_BREAKDOWN || relation->state == GJ_OPEN)
                continue;
            if (relation->state == GJ_HOLDS) {
                equal++;
                continue;
            }
            gj_buffer line;
            gj_report one = *report;
            gj_buffer_init(&line, 0);
            one.relations = &report->relations[r];
            one.relation_count = 1;
            const char *name = found.gl_pathv[i] + sizeof "../shared/reports/" - 1;
            gj_buffer_format(&line, "%.*s: ", (int)strcspn(name, "/"), name);
            test_relations_written(&one, &line);
            assert_true(other < sizeof unequal / sizeof *unequal);
            assert_string_equal(line.data, unequal[other++]);
            gj_buffer_free(&line);
        }
    }
    globfree(&found);
    test_binding_close(&t);
    assert_int_equal(other, sizeof unequal / sizeof *unequal);
    assert_int_equal(equal, EQUAL_LISTS);
}

static void rates(void **state)
{
    (void)state;
    assert_true(gj_rate_fits(29 * GJ_ONE, 29.032));
    assert_true(gj_rate_fits(66600000, 66.6667)); /* cut */
    assert_true(gj_rate_fits(66 * GJ_ONE, 66.6667));
    assert_true(gj_rate_fits(67 * GJ_ONE, 66.6667));
    assert_false(gj_rate_fits(68 * GJ_ONE, 66.6667));
    assert_false(gj_rate_fits(50 * GJ_ONE, 37.5));
    assert_true(gj_rate_fits(15400000, 15.365)); /* a tenth of a point */
    assert_false(gj_rate_fits(33900000, 32.05));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_that_add_up),
        cmocka_unit_test(lists_within_lists_and_beside_each_other),
        cmocka_unit_test(lists_that_do_not_add_up),
        cmocka_unit_test(approximations_and_measure_words),
        cmocka_unit_test(what_is_no_list),
        cmocka_unit_test(shares),
        cmocka_unit_test(changes),
        cmocka_unit_test(published_reports),
        cmocka_unit_test(rates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
