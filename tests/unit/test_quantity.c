/* test_quantity.c - numbers in running text. Each line shows a text and what the scan must find in it, written as
 * value, ~ (about) or + (at least), unit; a number that counts nothing stands in parentheses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "../../core/base/buffer.h"
#include "../../core/bind/number.h"

typedef struct example {
    const char *text, *found;
} example;

static void render(gj_slice text, gj_buffer *out)
{
    gj_quantity q;
    char value[24];
    for (size_t at = 0; gj_quantity_next(text, at, &q); at = q.span.end) {
        static const char *const marks[] = { "", "~", "+" };
        assert_true(q.span.begin >= at && q.span.end > q.span.begin && q.span.end <= text.len);
        assert_true(q.digits.begin >= q.span.begin && q.digits.end <= q.span.end && q.digits.begin < q.digits.end);
        (void)gj_decimal_print(q.value, value);
        gj_buffer_format(out, "%s%s%s%s%.*s%s", out->len ? " " : "", q.ordinal ? "(" : "", value, marks[q.certainty],
                         GJ_ARG(q.unit), q.ordinal ? ")" : "");
    }
}

static void check(const example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        gj_buffer out;
        gj_buffer_init(&out, 0);
        render(gj_slice_of(examples[i].text), &out);
        if (strcmp(out.data, examples[i].found) != 0)
            print_message("%s\n", examples[i].text);
        assert_string_equal(out.data, examples[i].found);
        gj_buffer_free(&out);
    }
}
#define CHECK(list) check((list), sizeof(list) / sizeof *(list))

static void counts_are_read(void **state)
{
    static const example list[] = {
        { "收到申请12件", "12件" },
        { "公开 3，646 件、1,295条", "3646件 1295条" },
        { "发布1.2万条、4.5万篇、2.3亿次", "12000条 45000篇 230000000次" },
        { "三十二件，二百六十一条", "32件 261条" },
        { "一百零五件，三千零二十份，两万三千条", "105件 3020份 23000条" },
        { "十件，二十件，十二件", "10件 20件 12件" },
        { "３２件，１，２３４条", "32件 1234条" },
        { "收入26.55万元，合计2.3亿元，共400元", "26.55万元 2.3亿元 400元" },
        { "3百万元，1200万元", "300万元 1200万元" },
        { "五万元", "50000元" },
        { "占34.82%，增长２０％", "34.82% 20％" },
        { "百分之二十，百分之5.5", "20% 5.5%" },
        { "浏览7854070人次，场次42场次", "7854070人次 42场次" },
        { "229大项539小项", "229大项 539小项" },
        { "20个工作日，3个月，30分钟以内，24小时", "20个工作日 3个月 30分钟 24小时" },
        { "在20日内答复", "20日" },
        { "零件；0件", "0件 0件" },
        { "收到申请　12　件", "12件" },
        { "热线电话11通", "11通" },
        { "行政诉讼9起，行政诉讼一起。", "9起 1起" },
        { "1宗、2例、3批次、4册", "1宗 2例 3批次 4册" },
        { "16个部门25个系统", "16个 25个" },
        { "六个部分", "6个" },
    };
    (void)state;
    CHECK(list);
}

static void approximations_are_told(void **state)
{
    static const example list[] = {
        { "约20件", "20~件" },         { "近3000条", "3000~条" },
        { "30件左右", "30~件" },       { "1000余条", "1000+条" },
        { "18万余条", "180000+条" },   { "100多万人次", "1000000+人次" },
        { "1200余万元", "1200+万元" }, { "三十余件", "30+件" },
        { "十几件", "10+件" },         { "超2000条，超过50件，不少于4次", "2000+条 50+件 4+次" },
        { "99.9%以上", "99.9+%" },     { "节约20元，预约3件", "20元 3件" },
        { "3-5件", "5~件" },           { "15-20个工作日", "20~个工作日" },
    };
    (void)state;
    CHECK(list);
}

static void what_counts_nothing_is_marked(void **state)
{
    static const example list[] = {
        { "第五十条、第50条第（一）项", "(50条) (50条)" },
        { "（一）加强领导", "" },
        { "1.加强领导", "(1)" },
        { "2、完善制度；3.做好公开", "(2) (3)" },
        { "（1）推进公开", "(1)" },
        { "1.2024年，我局收到3件", "(1) (2024年) 3件" },
        { "〔2021〕30号", "(2021) (30号)" },
        { "国务院令第711号", "(711号)" },
        { "2024年1月1日至12月31日", "(2024年) (1月) (1日) (12月) (31日)" },
        { "2019-2020学年，2021-2035）", "(2019) (2021)" },
        { "2025-01-20", "(2025)" },
        { "二〇二四年", "(2024年)" },
        { "电话：0591-23165385，邮编：350400", "(591) (350400)" },
        { "http://www.example.gov.cn/2024/t123_4.htm 3件", "(2024) 3件" },
        { "邮箱 abc123@163.com", "(123)" },
        { "12345热线，12345平台", "(12345) (12345)" },
        { "表3所列，附件2", "(3) (2)" },
        { "7号楼14层", "(7号) (14层)" },
        { "H5形式，5G网络", "(5) (5)" },
        { "24/7服务", "(24)" },
        { "五年规划", "(5年)" },
        { "“三个一”机制", "(3个)" },
        { "第十四个五年", "(14个) (5年)" },
    };
    (void)state;
    CHECK(list);
}

static void words_are_no_numbers(void **state)
{
    static const example list[] = {
        { "一些 一定 进一步 统一 一站式 一体化 万一 三农 五公开 十四五 两馆 百姓 千方百计", "" },
        { "一是加强领导，二是完善制度", "" },
        { "三类内部事务、四类过程性信息、三安全一稳定", "" },
        { "十九届二中全会", "" },
        { "最多跑一次，高效办成一件事，一次性告知，一条龙服务", "" },
        { "一起努力，一个中心，一家企业", "" },
        { "双随机、一公开，一网通办，一企一策", "" },
        { "几十件，数百条，上千份", "" },
        { "三四件，二百六条，百件", "" },
        { "12个部门，3部门", "12个 3" },
        { "公开信息184通过", "184" },
        { "《二十条措施的通知（2020年12件）》12条", "12条" },
        { "《没有写完12条", "12条" },
        { "3起诉讼，2起诉", "3 2" },
        { "", "" },
    };
    (void)state;
    CHECK(list);
}

static void lexemes_have_values(void **state)
{
    static const struct {
        const char *text;
        gj_decimal value;
    } good[] = { { "261", 261 * GJ_ONE },
                 { "１，２３４", 1234 * GJ_ONE },
                 { "三十二", 32 * GJ_ONE },
                 { "1.2万", 12000 * GJ_ONE },
                 { "26.55", 26550000 },
                 { "二〇二四", 2024 * GJ_ONE },
                 { " 0 ", 0 },
                 { "一亿二千万", 120000000 * GJ_ONE },
                 { "十万", 100000 * GJ_ONE },
                 { "9.123456789", 9123456 },
                 { "1,234,567", 1234567 * GJ_ONE } };
    static const char *const bad[] = { "",        "件",    "12件", "一二", "二百六",
                                       "万",      "1.2.3", "-3",   "十百", "1000000000000000",
                                       "二万亿亿" };
    gj_decimal value;
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(gj_quantity_value(gj_slice_of(good[i].text), &value));
        assert_int_equal(value, good[i].value);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(gj_quantity_value(gj_slice_of(bad[i]), &value));
}

/* Any bytes: the scan ends, moves on and stays inside. */
static void any_bytes_are_survived(void **state)
{
    static const char pieces[][4] = { "1",  ",",  "\xEF", "\xE4", "\xB8", "\x80", "《", "》",
                                      "百", "万", "件",   ".",    "年",   "-",    "第", "\xFF" };
    unsigned long seed = 7;
    (void)state;
    for (int round = 0; round < 2000; round++) {
        char text[64];
        size_t length = 0;
        while (length < sizeof text - 4) {
            seed = (seed * 1103515245u + 12345u) % 2147483648u;
            const char *piece = pieces[seed / 65536 % (sizeof pieces / sizeof *pieces)];
            size_t size = strnlen(piece, 4);
            memcpy(text + length, piece, size);
            length += size;
        }
        gj_quantity q;
        for (size_t at = 0; gj_quantity_next((gj_slice){ text, length }, at, &q); at = q.span.end)
            assert_true(q.span.end > at && q.span.end <= length);
        gj_decimal value;
        (void)gj_quantity_value((gj_slice){ text, length }, &value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_are_read),
        cmocka_unit_test(approximations_are_told),
        cmocka_unit_test(what_counts_nothing_is_marked),
        cmocka_unit_test(words_are_no_numbers),
        cmocka_unit_test(lexemes_have_values),
        cmocka_unit_test(any_bytes_are_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
