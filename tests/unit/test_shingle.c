/* Likeness: what counts, what does not, shared passages, repeats, and texts made to be expensive. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../../core/base/shingle.h"
#include "../../core/base/twice.h"
#include "support_arena.h"

static gj_shingles make(const char *text, const gj_shingle_options *options)
{
    gj_shingles s;
    gj_slice slice = gj_slice_of(text);
    assert_int_equal(gj_shingles_make(arena, &slice, 1, options, &s, NULL), GJ_OK);
    return s;
}

static double likeness(const char *a, const char *b, const gj_shingle_options *options)
{
    gj_shingles x = make(a, options), y = make(b, options);
    double share = gj_shingles_likeness(&x, &y);
    assert_true(share == gj_shingles_likeness(&y, &x));
    return share;
}

static void what_makes_no_difference(void **state)
{
    (void)state;
    const gj_slice names[] = { GJ_LIT("青石镇"), GJ_LIT(""), GJ_LIT("青石镇人民政府"), GJ_LIT("黑石镇人民政府") };
    const gj_shingle_options masked = { .masks = names, .mask_count = 4 }, exact = { .keep_numbers = true };
    assert_true(likeness("全年收到申请8件，办结8件。", "全年收到申请 12 件、办结1,234件", NULL) == 1);
    assert_true(likeness("２０２４年Abc政府信息", "2023年ａｂｃ 政府信息！", NULL) == 1);
    assert_true(likeness("收到申请8件", "收到申请9件", &exact) < 1);
    assert_true(likeness("青石镇人民政府公开信息", "黑石镇人民政府公开信息", NULL) < 1);
    assert_true(likeness("青石镇人民政府公开信息", "黑石镇人民政府公开信息", &masked) == 1);
}

static void shares(void **state)
{
    (void)state;
    assert_true(likeness("甲乙丙丁戊己", "子丑寅卯辰巳", NULL) == 0);
    assert_true(likeness("", "甲乙丙丁", NULL) == 0);
    assert_true(likeness("甲乙丙", "甲乙丙", NULL) == 0); /* shorter than a shingle: nothing is known */
    /* 甲乙丙丁 乙丙丁戊 | 甲乙丙丁 乙丙丁己: one of two on both sides */
    assert_true(likeness("甲乙丙丁戊", "甲乙丙丁己", NULL) == 0.5);
    /* a text that repeats itself has its shingles once */
    gj_shingles s = make("啊啊啊啊啊啊啊啊", NULL);
    assert_int_equal(s.count, 5);
    assert_int_equal(s.distinct, 1);
    assert_int_equal(s.chars, 8);
}

static void texts_stay_apart(void **state)
{
    (void)state;
    const gj_slice two[] = { GJ_LIT("甲乙丙"), GJ_LIT("丁戊己庚") };
    gj_shingles s;
    assert_int_equal(gj_shingles_make(arena, two, 2, NULL, &s, NULL), GJ_OK);
    assert_int_equal(s.count, 1);
    assert_int_equal(s.items[0].text, 1);
    assert_int_equal(gj_shingles_make(arena, NULL, 0, NULL, &s, NULL), GJ_OK);
    assert_int_equal(s.count, 0);
}

static void passages_are_where_they_are(void **state)
{
    (void)state;
    const char *mine = "今年的新话。村级公开栏更新不够及时，下一步按月检查。",
               *theirs = "去年另有旧话说明。村级公开栏更新不够及时！按季度检查村里";
    gj_shingles a = make(mine, NULL), b = make(theirs, NULL);
    gj_passage found[3];
    assert_int_equal(gj_shingles_passages(&a, &b, 5, found, 3), 1);
    gj_slice text =
        gj_slice_sub(gj_slice_of(mine), a.items[found[0].a].begin, a.items[found[0].a + found[0].count - 1].end);
    assert_true(gj_slice_is(text, "村级公开栏更新不够及时"));
    text = gj_slice_sub(gj_slice_of(theirs), b.items[found[0].b].begin, b.items[found[0].b + found[0].count - 1].end);
    assert_true(gj_slice_is(text, "村级公开栏更新不够及时"));
    assert_int_equal(gj_shingles_passages(&a, &b, 50, found, 3), 0);
    assert_int_equal(gj_shingles_passages(&a, &b, 1, found, 0), 0);
}

static void the_longest_passages_come_first(void **state)
{
    (void)state;
    gj_shingles a = make("甲乙丙丁戊一子丑寅卯辰巳午二天地玄黄", NULL),
                b = make("天地玄黄三甲乙丙丁戊四子丑寅卯辰巳午", NULL);
    gj_passage found[2];
    assert_int_equal(gj_shingles_passages(&a, &b, 1, found, 2), 2);
    assert_int_equal(found[0].count, 4);
    assert_int_equal(found[1].count, 2);
}

static size_t repeats(const gj_slice *texts, size_t count, size_t chars, double share, gj_twice *out, size_t most)
{
    size_t written = 99;
    assert_int_equal(gj_twice_find(arena, texts, count, chars, share, out, most, &written, NULL), GJ_OK);
    return written;
}

#define LONG_A                                                                                                                                                                 \
    "镇党政办公室每季度抽查一次村级公开栏，发现内容过期、张贴不牢、日期不清的，当日通知村委会改正，并登记在册，年底汇" \
    "总通报。"
#define LONG_B                                                                                                                                                                 \
    "县政务服务中心设有政府信息查阅点，备有查询设备和纸质目录，工作人员可以帮助查找，复印少量材料不收取费用，周末照常" \
    "开放。"

static void repeats_are_found(void **state)
{
    (void)state;
    const gj_slice texts[] = { GJ_LIT(LONG_A),   GJ_LIT(LONG_B), GJ_LIT("短句。"), GJ_LIT("（三）" LONG_A "此外没有。"),
                               GJ_LIT("短句。"), GJ_LIT("") };
    gj_twice found[4];
    assert_int_equal(repeats(texts, 6, 40, 0.8, found, 4), 1);
    assert_int_equal(found[0].first, 0);
    assert_int_equal(found[0].second, 3);
    assert_true(found[0].share == 1);
    assert_int_equal(repeats(texts, 6, 100, 0.8, found, 4), 0); /* too short for that */
    assert_int_equal(repeats(texts, 6, 40, 0.8, found, 0), 0);
    assert_int_equal(repeats(NULL, 0, 40, 0.8, found, 4), 0);
}

static void digits_count_in_repeats(void **state)
{
    (void)state;
    const gj_slice texts[] = { GJ_LIT("一村118条二村60条三村31条四村27条五村52次六村17人七村9件八村3天"),
                               GJ_LIT("一村243条二村84条三村95条四村64条五村73次六村28人七村4件八村1天") };
    gj_twice found[1];
    assert_int_equal(repeats(texts, 2, 20, 0.8, found, 1), 0);
}

/* 200,000 characters on each side, all alike; 4,000 texts, all alike: cut, linear, and no crash. */
static void hostile_sizes(void **state)
{
    (void)state;
    size_t count = 200000;
    char *text = malloc(count * 3);
    assert_non_null(text);
    for (size_t i = 0; i < count; i++)
        memcpy(text + 3 * i, "\xE5\x95\x8A", 3);
    gj_slice slice = { text, count * 3 };
    gj_shingles a, b;
    assert_int_equal(gj_shingles_make(arena, &slice, 1, NULL, &a, NULL), GJ_OK);
    assert_int_equal(gj_shingles_make(arena, &slice, 1, NULL, &b, NULL), GJ_OK);
    assert_true(a.cut);
    assert_int_equal(a.count, GJ_MAX_SHINGLES);
    assert_int_equal(a.distinct, 1);
    assert_true(gj_shingles_likeness(&a, &b) == 1);
    gj_passage passage;
    assert_int_equal(gj_shingles_passages(&a, &b, 1, &passage, 1), 1);
    assert_int_equal(passage.count, GJ_MAX_SHINGLES);
    gj_slice *texts = malloc(4000 * sizeof *texts);
    assert_non_null(texts);
    for (size_t i = 0; i < 4000; i++)
        texts[i] = GJ_LIT(LONG_A);
    gj_twice found[20];
    assert_int_equal(repeats(texts, 4000, 40, 0.8, found, 20), 20);
    for (size_t i = 0; i < 4000; i++)
        texts[i] = (gj_slice){ text, 300 };
    (void)repeats(texts, 4000, 60, 0.8, found, 20); /* one sign over and over: no place to remember */
    free(texts);
    free(text);
}

static void memory_may_run_out(void **state)
{
    (void)state;
    const gj_slice texts[] = { GJ_LIT(LONG_A), GJ_LIT(LONG_A) };
    gj_shingles s;
    gj_twice found[2];
    size_t written;
    for (size_t cap = 1; cap < 12000; cap += 97) {
        gj_arena *small = gj_arena_new(cap);
        assert_non_null(small);
        gj_status status = gj_shingles_make(small, texts, 2, NULL, &s, NULL);
        assert_true(status == GJ_OK || status == GJ_NOMEM);
        status = gj_twice_find(small, texts, 2, 40, 0.8, found, 2, &written, NULL);
        assert_true(status == GJ_NOMEM || (status == GJ_OK && written == 1));
        gj_arena_free(small);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_makes_no_difference, setup, teardown),
        cmocka_unit_test_setup_teardown(shares, setup, teardown),
        cmocka_unit_test_setup_teardown(texts_stay_apart, setup, teardown),
        cmocka_unit_test_setup_teardown(passages_are_where_they_are, setup, teardown),
        cmocka_unit_test_setup_teardown(the_longest_passages_come_first, setup, teardown),
        cmocka_unit_test_setup_teardown(repeats_are_found, setup, teardown),
        cmocka_unit_test_setup_teardown(digits_count_in_repeats, setup, teardown),
        cmocka_unit_test_setup_teardown(hostile_sizes, setup, teardown),
        cmocka_unit_test_setup_teardown(memory_may_run_out, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
