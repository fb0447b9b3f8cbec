/* test_claims.c - what the text says in numbers: sentences of our own against one report whose figures are known. Each line shows a sentence
 * and the claims it must yield (support_claims.h); an empty string means that nothing in it is a claim of a known kind. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "support_claims.h"

/* 38 new, 3 carried in; 36 completed (10 granted, 5 partly, 4 denied, 8 not available, 3 not processed, 6 otherwise); 5 carried out. */
#define BEFORE                                                                                                                             \
    "{ \"schema\": \"gouji/report@1\", \"title\": \"青石镇人民政府2024年政府信息公开工作年度报告\", \"year\": 2024,\n" \
    "\"sections\": { \"overview\": { \"title\": \"一、总体情况\", \"text\": [\""
#define ROW(new, natural, business, legal, total)                                                                      \
    "\"" new "\": { \"natural_person\": " #natural ", \"business\": " #business                                        \
             ", \"research\": 0, \"nonprofit\": 0, "                                                                   \
             "\"legal_service\": " #legal ", \"other_org\": 0, \"total\": " #total " }"
#define TOTAL(key, total) "\"" key "\": { \"total\": " #total " }"
#define AFTER                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              \
    "\"] } }, \"tables\": { \"requests\": {" ROW("new", 35, 2, 1, 38) "," ROW("carried_in", 3, 0, 0, 3) "," TOTAL(                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                         \
        "granted", 10) "," TOTAL("partial", 5) "," TOTAL("denied.state_secret", 0) "," TOTAL("denied.law_forbids", 0) "," TOTAL("denied.safety_stability", 0) "," TOTAL("denied.third_party", 2) "," TOTAL("denied.internal_affairs", 2) "," TOTAL("denied.process_info", 0) "," TOTAL("denied.enforcement_file", 0) "," TOTAL("denied.query_matter",                                                                                                                                                                                                                                                                                                                                                                                                                                                                      \
                                                                                                                                                                                                                                                                                                                               0) "," TOTAL("unavailable.not_held", 8) "," TOTAL("unavailable.must_create", 0) "," TOTAL("unavailable.unclear",                                                                                                                                                                                                                                                                                                                                                                            \
                                                                                                                                                                                                                                                                                                                                                                                                                         0) "," TOTAL("not_processed.petition",                                                                                                                                                                                                                                                                                                                                                            \
                                                                                                                                                                                                                                                                                                                                                                                                                                      3) "," TOTAL("not_processed.repeat",                                                                                                                                                                                                                                                                                                                                                 \
                                                                                                                                                                                                                                                                                                                                                                                                                                                   0) "," TOTAL("not_processed.publication",                                                                                                                                                                                                                                                                                                                               \
                                                                                                                                                                                                                                                                                                                                                                                                                                                                0) "," TOTAL("not_processed.excessive",                                                                                                                                                                                                                                                                                                                    \
                                                                                                                                                                                                                                                                                                                                                                                                                                                                             0) "," TOTAL("not_processed.reconfirm", 0) "," TOTAL("other.no_correction",                                                                                                                                                                                                                                                                   \
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  4) "," TOTAL("other.unpaid_fee",                                                                                                                                                                                                                                                         \
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                               0) "," TOTAL("other.other",                                                                                                                                                                                                                                                 \
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            2) "," TOTAL("results_total",                                                                                                                                                                                                                                  \
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                         36) "," TOTAL("carried_out", 5) "},"                                                                                                                                                                                                              \
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                         "\"disputes\": {" TOTAL(                                                                                                                                                                                          \
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                             "reconsideration", 2) "," TOTAL("direct_suit", 1) "," TOTAL("suit_after_reconsideration", 3) "},"                                                                                                             \
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          "\"proactive\": { \"regulations\": { \"made\": 0, \"repealed\": 0, \"in_force\": 0 },"                           \
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          "\"normative_documents\": { \"made\": 4, \"repealed\": 1, \"in_force\": 32 },"                                   \
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          "\"licences\": { \"decisions\": 120 }, \"penalties\": { \"decisions\": 9 }, \"coercion\": { \"decisions\": 0 }," \
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          "\"fees\": { \"amount\": 26.55 } } } }"

typedef struct example {
    const char *text, *claims;
} example;

static gj_report *bind_text(test_binding *t, const char *text)
{
    gj_slice json = gj_arena_format(t->arena, "%s%s%s", BEFORE, text, AFTER);
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
        test_claims_written(bind_text(&t, examples[i].text), &out);
        if (strcmp(out.data, examples[i].claims) != 0) {
            print_message("%s\n   found  %s\n   not    %s\n", examples[i].text, out.data, examples[i].claims);
            wrong++;
        }
        gj_buffer_free(&out);
    }
    test_binding_close(&t);
    assert_int_equal(wrong, 0);
}
#define CHECK(list) check((list), sizeof(list) / sizeof *(list))

static void requests_received(void **state)
{
    static const example list[] = {
        { "收到涉及行政许可、征地补偿等内容的政府信息公开申请38件。", "requests.received 38件 ties" },
        { "全年共收到政府信息公开申请38件。", "requests.received 38件 ties" },
        { "2024年，我镇收到申请41件。", "requests.received 41件 ties*" },
        { "收到政府信息公开申请41件（含上年度结转3件），均已答复。",
          "requests.received_all 41件 ties; requests.carried_in 3件 ties" },
        { "新收申请38件，上年结转3件，共受理41件。",
          "requests.new 38件 ties; requests.carried_in 3件 ties; requests.received_all 41件 ties" },
        { "本年新收政府信息公开申请三十八件。", "requests.new 38件 ties" },
        { "受理政府信息公开申请40件。", "requests.received 40件 contradicts" },
        { "共收到38件申请，其中网上申请30件，当面申请8件。", "requests.received 38件 ties" },
        { "依申请公开方面，我局受理依申请公开 38 件。", "requests.received 38件 ties" },
        { "依申请公开38件。", "requests.received 38件 ties" },
        { "收到依申请公开申请约40件。", "requests.received 40件 ties" },
        { "接收通过邮寄、网络提交的各类政府信息公开申请共计38件。", "requests.received 38件 ties" },
        { "全年办理政府信息公开申请36件。", "requests.handled 36件 ties" },
        { "我镇未收到政府信息公开申请。", "requests.received none contradicts" },
        { "本年度没有收到依申请公开信息。", "requests.received none contradicts" },
        { "2024年度无依申请公开事项。", "requests.received none contradicts" },
        { "全年未接到书面申请。", "requests.received none contradicts" },
        { "我单位从未收到过政府信息公开申请。", "requests.received none contradicts" },
        { "实现政府信息公开零申请。", "requests.received none contradicts" },
        { "收到政府信息公开申请0件。", "requests.received 0件 contradicts" },
        { "共收到政府信息公开申请38件，办结36件，结转5件。",
          "requests.received 38件 ties; requests.completed 36件 ties; requests.carried_out 5件 ties" },
        { "收到政府信息公开申请38件，已答复36件。", "requests.received 38件 ties; requests.answered 36件 ties" },
        { "收到政府信息公开申请38件，答复33件。", "requests.received 38件 ties; requests.answered 33件 contradicts" },
        { "收到政府信息公开申请３８件。", "requests.received 38件 ties" },
        { "全年收到政府信息公开申请38宗。", "requests.received 38宗 ties" },
        { "收到公开申请数量38件，答复率100%。", "requests.received 38件 ties" },
        { "收到政府信息公开申请近40件。", "requests.received 40件 ties" },
        { "收到政府信息公开申请1，038件。", "requests.received 1038件 contradicts" },
        { "收到两件政府信息公开申请。", "requests.received 2件 contradicts" },
        { "共收到政府信息公开申请38件，上年度转入3件，办结36件，转下年5件。",
          "requests.received 38件 ties; requests.carried_in 3件 ties; requests.completed 36件 ties; "
          "requests.carried_out 5件 ties" },
        { "全年政府信息公开申请38件。", "requests.received 38件 ties" },
        { "共有政府信息公开申请38件，均已办结。", "requests.received 38件 ties" },
    };
    (void)state;
    CHECK(list);
}

static void requests_carried_and_completed(void **state)
{
    static const example list[] = {
        { "上年结转申请3件。", "requests.carried_in 3件 ties" },
        { "无上年结转。", "requests.carried_in none contradicts" },
        { "含上年度结转申请4件。", "requests.carried_in 4件 contradicts" },
        { "结转下年度继续办理5件。", "requests.carried_out 5件 ties" },
        { "另有5件申请按照规定顺延到下年度答复。", "requests.carried_out 5件 ties" },
        { "结转至2025年5件。", "requests.carried_out 5件 ties" },
        { "转下年度办理6件。", "requests.carried_out 6件 contradicts" },
        { "无结转。", "requests.carried_out none contradicts" },
        { "依法按期办结政府信息公开申请36件。", "requests.completed 36件 ties" },
        { "答复政府信息公开申请30件。", "requests.answered 30件 ties" },
    };
    (void)state;
    CHECK(list);
}

static void results_and_applicants(void **state)
{
    static const example list[] = {
        { "其中予以公开10件、部分公开5件、不予公开4件、无法提供8件、不予处理3件、其他处理6件。",
          "requests.granted 10件 ties; requests.partial 5件 ties; requests.denied 4件 ties; requests.unavailable 8件 "
          "ties; requests.not_processed 3件 ties; requests.other 6件 ties" },
        { "予以公开及部分公开15件，不予公开5件。",
          "requests.granted_partial 15件 ties; requests.denied 5件 contradicts" },
        { "作其他处理（含申请人主动撤回申请）6件。", "requests.other 6件 ties" },
        { "无不予公开、无法提供、不予处理的情况。", "requests.denied none contradicts; requests.unavailable none "
                                                    "contradicts; requests.not_processed none contradicts" },
        { "涉及自然人35件、商业企业2件、法律服务机构1件。",
          "requests.natural_person 35件 ties; requests.business 2件 ties; requests.legal_service 1件 ties" },
        { "自然人申请38件，法人或其他组织申请3件。",
          "requests.natural_person 38件 ties; requests.organisations 3件 ties" },
        { "自然人40件。", "requests.natural_person 40件 contradicts" },
        { "予以公开　１０　件。", "requests.granted 10件 ties" },
    };
    (void)state;
    CHECK(list);
}

static void disputes(void **state)
{
    static const example list[] = {
        { "因政府信息公开引发的行政复议2件、行政诉讼4件。",
          "disputes.reconsideration 2件 ties; disputes.suits 4件 ties" },
        { "未发生因政府信息公开引起的行政复议、行政诉讼。",
          "disputes.reconsideration none contradicts; disputes.suits none contradicts" },
        { "信息公开类行政复议2起，未经复议直接起诉1起，复议后起诉3起。",
          "disputes.reconsideration 2起 ties; disputes.direct_suit 1起 ties; disputes.suit_after_reconsideration 3起 "
          "ties" },
        { "政府信息公开行政复议和行政诉讼6件。", "disputes.all 6件 ties" },
        { "没有行政复议，行政诉讼0件。", "disputes.reconsideration none contradicts; disputes.suits 0件 contradicts" },
        { "全年政府信息公开行政复议案件三件。", "disputes.reconsideration 3件 contradicts" },
        { "政府信息公开类行政复议2件，其中维持1件、纠正1件。", "disputes.reconsideration 2件 ties" },
        { "没有因政府信息公开申请被提起行政诉讼。", "disputes.suits none contradicts" },
    };
    (void)state;
    CHECK(list);
}

static void documents_decisions_and_money(void **state)
{
    static const example list[] = {
        { "制发规范性文件4件，废止1件，现行有效32件。",
          "normative.made 4件 ties; normative.repealed 1件 ties; normative.in_force 32件 ties" },
        { "制定出台行政规范性文件5件。", "normative.made 5件 contradicts" },
        { "本年度制发的规范性文件4件。", "normative.made 4件 ties" },
        { "现行有效行政规范性文件32件。", "normative.in_force 32件 ties" },
        { "未制发规范性文件。", "normative.made none contradicts" },
        { "未制定规章。", "regulations.made none ties" },
        { "作出行政处罚决定9件，行政许可决定120件。", "penalties 9件 ties; licences 120件 ties" },
        { "办理行政许可120件。", "licences 120件 ties" },
        { "实施行政强制0次。", "coercion 0次 ties" },
        { "行政事业性收费26.55万元。", "fees.amount 26.55万元 ties" },
        { "行政事业性收费265500元。", "fees.amount 26.55万元 ties" },
        { "行政事业性收费共计30万元。", "fees.amount 30万元 contradicts" },
        { "未收取信息处理费。", "information_fee none" },
        { "收取信息处理费400元。", "information_fee 400元" },
        { "全年未收取任何费用。", "information_fee none" },
        { "没有产生信息公开处理费。", "information_fee none" },
        { "制发行政规范性文件４件。", "normative.made 4件 ties" },
        { "规范性文件本年度未制发。", "normative.made none contradicts" },
        { "收取信息处理费0.04万元。", "information_fee 400元" },
    };
    (void)state;
    CHECK(list);
}

static void items_disclosed(void **state)
{
    static const example list[] = {
        { "制作、获取政府信息总数425条，其中主动公开政府信息148条，依申请公开信息数182条，不予公开信息数95条。",
          "disclosed.items 148条" },
        { "主动公开政府信息261条。", "disclosed.items 261条" },
        { "通过门户网站主动公开信息1.2万条。", "disclosed.items 12000条" },
        { "通过政务新媒体发布信息120条，主动公开政府信息约1.3万余条。", "disclosed.items 13000条" },
    };
    (void)state;
    CHECK(list);
}

static void other_years_and_parts_of_the_year(void **state)
{
    static const example list[] = {
        { "2023年收到政府信息公开申请22件。", "requests.received 22件 @2023" },
        { "收到政府信息公开申请38件，比2023年的22件增加16件。", "requests.received 38件 ties" },
        { "去年，我镇收到政府信息公开申请22件。", "requests.received 22件 @2023" },
        { "收到政府信息公开申请38件，较上年增长72.7%。", "requests.received 38件 ties" },
        { "累计收到政府信息公开申请38件。", "requests.received 38件 ties" },
        { "自2008年以来收到政府信息公开申请380件。", "requests.received 380件 @2008" },
        { "2025年将规范办理申请，力争收到政府信息公开申请50件以内。", "requests.received 50件 @2025" },
        { "政府信息公开申请方面，2024年共受理38件，办结36件；2023年共受理22件，办结20件。",
          "requests.received 38件 ties; requests.completed 36件 ties" },
        { "2023年，收到政府信息公开申请22件；办结20件。", "requests.received 22件 @2023" },
        { "截至2025年1月20日，累计收到政府信息公开申请60件。", "requests.received 60件 @2025" },
        { "前年收到政府信息公开申请9件。", "requests.received 9件 @2023" },
        { "收到申请38件（上年22件）。", "requests.received 38件 ties" },
        { "与2023年的22件相比，今年收到政府信息公开申请38件。", "requests.received 38件 ties" },
    };
    (void)state;
    CHECK(list);
}

static void what_is_no_claim(void **state)
{
    static const example list[] = {
        { "尚未办理的申请5件。", "" },
        { "未收到申请人对答复的异议。", "" },
        { "未受理的申请2件。", "" },
        { "其中，网上3件，当面1件，信函2件。", "" },
        { "通过12345热线受理群众诉求259件。", "" },
        { "收到网民留言38条，全部回复。", "" },
        { "受理网民留言60条，公开答复28条，电话答复15条。", "" },
        { "全年完成政府信息依申请公开答复36件。", "" },
        { "通过网站办理并答复信息公开申请3件、纸质申请33件。", "" },
        { "承办人大建议12件、政协提案8件。", "" },
        { "受理公众咨询38次。", "" },
        { "受理信访事项38件，办结信访申请12件。", "" },
        { "完成备案申请38件，收到12345热线申请5件。", "" },
        { "规范性文件备案38件。", "" },
        { "收到行政复议申请2件。", "" },
        { "受理许可申请38件。", "" },
        { "政府信息公开行政复议无维持和纠正情形。", "" },
        { "公开规范性文件12件。", "" },
        { "发布规范性文件信息12条。", "" },
        { "出台政策文件23份。", "" },
        { "转发上级规范性文件2件。", "" },
        { "建立健全规章制度12项。", "" },
        { "清理规范性文件30件，拟废止规范性文件3件。", "" },
        { "公开行政处罚信息51条。", "" },
        { "行政许可事项22项。", "" },
        { "历年累计主动公开政府信息4390条。", "" },
        { "其他应主动公开的政府信息856条。", "" },
        { "召开会议3次，培训干部120人次。", "" },
        { "办结群众信件36件，办结率100%。", "" },
        { "申请人撤回申请2件。", "" },
        { "收到要求提供公开出版物的申请0件。", "" },
        { "12月收到政府信息公开申请2件。", "" },
        { "没有行政处罚、行政强制。", "" },
        { "行政诉讼同比增长3件。", "" },
        { "代表建议答复36件，政府信息公开申请均按期答复。", "" },
        { "2023年结转3件。", "" },
        { "全年办理行政复议案件120件。", "" },
        { "行政应诉12件。", "" },
        { "未作出行政处罚决定。", "" },
        { "政府信息公开申请量同比增长12件。", "" },
        { "无依申请公开政府信息收费情况。", "" },
        { "依申请公开答复率100%。", "" },
        { "其他组织申请2件。", "" },
        { "征求意见答复36件。", "" },
        { "政协提案办结36件。", "" },
    };
    (void)state;
    CHECK(list);
}

/* Every number that no kind takes is kept, with its unit, certainty and year. */
static void untied_numbers_are_kept(void **state)
{
    test_binding t;
    (void)state;
    test_claims_open(&t);
    const gj_report *report =
        bind_text(&t, "召开会议3次，约120人参加，覆盖率98.5%；2023年召开会议5次。第二十条规定，2024年1月公开12件。");
    static const struct {
        gj_decimal value;
        const char *unit;
        int year;
    } wanted[] = { { 3 * GJ_ONE, "次", 0 },
                   { 120 * GJ_ONE, "人", 0 },
                   { 98500000, "%", 0 },
                   { 5 * GJ_ONE, "次", 2023 },
                   { 12 * GJ_ONE, "件", 0 } };
    assert_int_equal(report->claim_count, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < report->claim_count; i++) {
        const gj_claim *claim = &report->claims[i];
        assert_null(claim->kind);
        assert_int_equal(claim->value, wanted[i].value);
        assert_int_equal(claim->year, wanted[i].year);
        test_same(claim->unit, wanted[i].unit);
        assert_int_equal(claim->tie, GJ_TIE_NONE);
    }
    assert_int_equal(report->claims[1].certainty, GJ_ABOUT);
    test_same(report->claims[3].sentence, "2023年召开会议5次。");
    test_binding_close(&t);
}

/* A claim knows its words, its number, its sentence and their place in the file. */
static void claims_have_places(void **state)
{
    test_binding t;
    (void)state;
    test_claims_open(&t);
    const gj_report *report = bind_text(&t, "做好工作。全年共收到政府信息公开申请38件，均已答复。其他。");
    assert_int_equal(report->claim_count, 1);
    const gj_claim *claim = &report->claims[0];
    const gj_paragraph *paragraph = &report->paragraphs[claim->paragraph];
    test_same(claim->quote, "收到政府信息公开申请38件");
    test_same(claim->sentence, "全年共收到政府信息公开申请38件，均已答复。");
    test_same(gj_slice_sub(paragraph->text->text, claim->number.begin, claim->number.end), "38件");
    gj_slice bytes = report->document->source->bytes;
    test_same(gj_slice_sub(bytes, claim->span.begin, claim->span.end), "收到政府信息公开申请38件");
    test_same(report->sections[claim->section].form->key, "overview");
    test_binding_close(&t);
}

/* Short numbered lines head parts of a section. */
static void sub_headings_are_known(void **state)
{
    test_binding t;
    (void)state;
    test_claims_open(&t);
    const gj_report *report =
        bind_text(&t, "（一）主动公开方面\", \"一是加强领导，二是完善制度。\", \"1.公开渠道\", \"2024年工作开展良好");
    assert_int_equal(report->paragraph_count, 4);
    assert_true(report->paragraphs[0].heading);
    assert_false(report->paragraphs[1].heading);
    assert_true(report->paragraphs[2].heading);
    assert_false(report->paragraphs[3].heading);
    test_binding_close(&t);
}

/* Many numbers end in a notice, never in a crash or a silent cut. */
static void too_many_numbers_are_said(void **state)
{
    test_binding t;
    gj_buffer text;
    (void)state;
    test_claims_open(&t);
    gj_buffer_init(&text, 0);
    for (int i = 0; i < 6000; i++)
        gj_buffer_text(&text, "收到申请1件，2次，");
    const gj_report *report = bind_text(&t, text.data);
    assert_true(report->claim_count <= GJ_MAX_CLAIMS);
    assert_int_equal(test_notices(report, "claims_limited"), 1);
    gj_buffer_free(&text);
    test_binding_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests_received),
        cmocka_unit_test(requests_carried_and_completed),
        cmocka_unit_test(results_and_applicants),
        cmocka_unit_test(disputes),
        cmocka_unit_test(documents_decisions_and_money),
        cmocka_unit_test(items_disclosed),
        cmocka_unit_test(other_years_and_parts_of_the_year),
        cmocka_unit_test(what_is_no_claim),
        cmocka_unit_test(untied_numbers_are_kept),
        cmocka_unit_test(claims_have_places),
        cmocka_unit_test(sub_headings_are_known),
        cmocka_unit_test(too_many_numbers_are_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
