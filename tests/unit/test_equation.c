/* Three-valued decisions (design.md §4, "Three-valued") and exact sums. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../core/judge/wording.h"
#include "support_judge.h"

static int setup(void **state)
{
    bench *b = test_malloc(sizeof *b);
    bench_open(b);
    *state = b;
    return 0;
}

static int teardown(void **state)
{
    bench_close(*state);
    test_free(*state);
    return 0;
}

/* The first small row: cells 0 to 3 against the total. */
static gj_equation *small_row(bench *b, bool at_most)
{
    gj_cell_id left[] = { bench_id(SMALL, 0, 0), bench_id(SMALL, 0, 1), bench_id(SMALL, 0, 2), bench_id(SMALL, 0, 3) };
    gj_cell_id right = bench_id(SMALL, 0, 4);
    return bench_equation(b, &b->rules[4], at_most, left, 4, &right, 1);
}

static void figures_balance(void **state)
{
    bench *b = *state;
    bench_big(b, true);
    assert_int_equal(b->equations.count, 46);
    assert_int_equal(bench_count(b, GJ_PASS), 46);
    assert_true(b->equations.items[0].exact);
    assert_false(b->equations.items[27].at_most && b->equations.items[27].exact);
}

static void known_sums_decide(void **state)
{
    bench *b = *state;
    assert_int_equal(small_row(b, false)->outcome, GJ_PASS);
    bench_set(b, SMALL, 0, 4, 21);
    assert_int_equal(small_row(b, false)->outcome, GJ_FAIL);
    assert_int_equal(small_row(b, true)->outcome, GJ_PASS);
    bench_set(b, SMALL, 0, 4, 19);
    assert_int_equal(small_row(b, true)->outcome, GJ_FAIL);
}

/* 2 + 4 + blank + 8 against the total. */
static void a_blank_part_is_at_least_zero(void **state)
{
    bench *b = *state;
    static const struct {
        int64_t total;
        gj_outcome outcome;
    } cases[] = { { 13, GJ_FAIL }, { 14, GJ_PASS }, { 15, GJ_REVIEW } };
    const gj_cell_kind kinds[] = { GJ_CELL_BLANK, GJ_CELL_DASH };
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < 3; i++) {
            bench_kind(b, SMALL, 0, 2, kinds[k]);
            bench_set(b, SMALL, 0, 4, cases[i].total);
            gj_equation *e = small_row(b, false);
            assert_int_equal(e->outcome, cases[i].outcome);
            assert_int_equal(e->cause, GJ_HAS_BLANK);
            assert_false(e->exact);
        }
}

static void a_blank_total_is_for_review_or_too_small(void **state)
{
    bench *b = *state;
    bench_kind(b, SMALL, 0, 4, GJ_CELL_BLANK);
    gj_equation *e = small_row(b, false); /* 20 = blank: it may well be 20 */
    assert_int_equal(e->outcome, GJ_REVIEW);
    assert_true(gj_slice_is(gj_unknown_owner(&b->report, e->cause, e->where), "B-1"));
    for (size_t c = 0; c < 4; c++)
        bench_set(b, SMALL, 0, c, 0);
    assert_int_equal(small_row(b, false)->outcome, GJ_PASS); /* 0 = blank, the known parts make it */
}

static void blanks_on_both_sides_are_for_review(void **state)
{
    bench *b = *state;
    bench_kind(b, SMALL, 0, 0, GJ_CELL_BLANK);
    bench_kind(b, SMALL, 0, 4, GJ_CELL_BLANK);
    assert_int_equal(small_row(b, false)->outcome, GJ_REVIEW);
    assert_int_equal(small_row(b, true)->outcome, GJ_REVIEW);
}

static void a_blank_under_at_most_only_fails(void **state)
{
    bench *b = *state;
    bench_kind(b, SMALL, 0, 2, GJ_CELL_BLANK);
    bench_set(b, SMALL, 0, 4, 13);
    assert_int_equal(small_row(b, true)->outcome, GJ_FAIL); /* 14 already exceeds 13 */
    bench_set(b, SMALL, 0, 4, 14);
    assert_int_equal(small_row(b, true)->outcome, GJ_REVIEW);
    bench_set(b, SMALL, 0, 2, 6);
    bench_kind(b, SMALL, 0, 4, GJ_CELL_BLANK);
    assert_int_equal(small_row(b, true)->outcome, GJ_REVIEW);
}

static void a_blank_that_may_be_negative_bounds_nothing(void **state)
{
    bench *b = *state;
    b->tables[SMALL].rows[0].may_be_negative = 1ul << 2;
    bench_kind(b, SMALL, 0, 2, GJ_CELL_BLANK);
    bench_set(b, SMALL, 0, 4, 13);
    assert_int_equal(small_row(b, false)->outcome, GJ_REVIEW);
}

static void a_subtracted_blank_pushes_the_other_way(void **state)
{
    bench *b = *state;
    bench_kind(b, SMALL, 0, 1, GJ_CELL_BLANK);
    /* c0 - blank = c2, that is 2 = 6 + blank: can never be */
    gj_term left[] = { { bench_id(SMALL, 0, 0), 1 }, { bench_id(SMALL, 0, 1), -1 } },
            right[] = { { bench_id(SMALL, 0, 2), 1 } };
    gj_equation e = { .rule = &b->rules[4], .left = { 0, left, 2 }, .right = { 0, right, 1 } };
    gj_equation_decide(&b->report, &e);
    assert_int_equal(e.outcome, GJ_FAIL);
    bench_set(b, SMALL, 0, 0, 9);
    gj_equation_decide(&b->report, &e);
    assert_int_equal(e.outcome, GJ_REVIEW); /* 9 - blank = 6 */
}

static void unknown_cells_leave_it_open_and_name_their_owner(void **state)
{
    static const struct {
        gj_cell_kind kind;
        const char *owner;
    } cases[] = { { GJ_CELL_TEXT, "X-1" }, { GJ_CELL_UNREAD, "R-1" }, { GJ_CELL_MISSING, "R-1" } };
    bench *b = *state;
    for (size_t i = 0; i < 3; i++) {
        bench_kind(b, BIG, 5, 3, cases[i].kind);
        bench_kind(b, BIG, 5, 1, GJ_CELL_BLANK); /* the graver cause wins */
        bench_big(b, false);
        gj_equation *e = &b->equations.items[5];
        assert_int_equal(e->outcome, GJ_REVIEW);
        assert_true(gj_slice_is(gj_unknown_owner(&b->report, e->cause, e->where), cases[i].owner));
        assert_int_equal(e->where, bench_id(BIG, 5, 3));
    }
    b->report.tables[BIG].columns[3].present = false;
    bench_big(b, false);
    gj_equation *e = &b->equations.items[5];
    assert_int_equal(e->cause, GJ_NO_COLUMN);
    assert_true(gj_slice_is(gj_unknown_owner(&b->report, e->cause, e->where), "C-1"));
    b->report.tables[BIG].present = false;
    b->report.tables[BIG].cells = NULL;
    gj_equation_decide(&b->report, e);
    assert_int_equal(e->outcome, GJ_REVIEW);
    assert_true(gj_slice_is(gj_unknown_owner(&b->report, e->cause, e->where), "S-1"));
}

static void a_cut_decimal_is_unknown(void **state)
{
    bench *b = *state;
    bench_cell(b, SMALL, 0, 0)->notes = GJ_NOTE_LONG;
    gj_equation *e = small_row(b, false);
    assert_int_equal(e->outcome, GJ_REVIEW);
    assert_int_equal(e->cause, GJ_HAS_TEXT);
}

static void big_values_do_not_overflow(void **state)
{
    bench *b = *state;
    const int64_t most = GJ_DECIMAL_MAX / GJ_ONE;
    for (size_t c = 0; c < 5; c++)
        bench_set(b, SMALL, 0, c, most);
    gj_equation *e = small_row(b, false);
    assert_int_equal(e->outcome, GJ_FAIL);
    e->rule = &b->rules[4];
    gj_words words = gj_word_equation(b->arena, &b->report, e);
    assert_string_equal(words.zh.data,
                        "1000000000000 + 1000000000000 + 1000000000000 + 1000000000000 = 4000000000000 ≠ "
                        "1000000000000（差 3000000000000）");
}

static void decimals_are_exact(void **state)
{
    bench *b = *state;
    bench_cell(b, SMALL, 0, 0)->value = 100000;  /* 0.1 */
    bench_cell(b, SMALL, 0, 1)->value = 200000;  /* 0.2 */
    bench_cell(b, SMALL, 0, 2)->value = -300000; /* -0.3 */
    bench_cell(b, SMALL, 0, 3)->value = 1;
    bench_cell(b, SMALL, 0, 4)->value = 1;
    gj_equation *e = small_row(b, false);
    assert_int_equal(e->outcome, GJ_PASS);
    bench_cell(b, SMALL, 0, 4)->value = 0;
    e = small_row(b, false);
    assert_int_equal(e->outcome, GJ_FAIL);
    assert_string_equal(gj_word_difference(b->arena, &b->report, e).data, "0.000001");
}

static void sums_print_shortest(void **state)
{
    (void)state;
    char out[40];
    gj_sum_print(gj_sum_of(-500000), out);
    assert_string_equal(out, "-0.5");
    gj_sum_print(gj_sum_of(-26550000), out);
    assert_string_equal(out, "-26.55");
    gj_sum_print(gj_sum_of(0), out);
    assert_string_equal(out, "0");
    gj_sum_print(gj_sum_add(gj_sum_of(GJ_DECIMAL_MAX), gj_sum_of(-1), -1), out);
    assert_string_equal(out, "1000000000000.000001");
    gj_decimal value;
    assert_false(gj_sum_decimal(gj_sum_add(gj_sum_of(GJ_DECIMAL_MAX), gj_sum_of(1), 1), &value));
    assert_true(gj_sum_decimal(gj_sum_of(-GJ_DECIMAL_MAX), &value));
    assert_true(value == -GJ_DECIMAL_MAX);
}

static void equations_read_well(void **state)
{
    bench *b = *state;
    bench_set(b, BIG, 0, 0, 3);
    bench_set(b, BIG, 1, 0, 0);
    bench_set(b, BIG, 23, 0, 2);
    bench_set(b, BIG, 24, 0, 0);
    bench_big(b, false);
    gj_equation *balance = &b->equations.items[26];
    gj_words words = gj_word_equation(b->arena, &b->report, balance);
    assert_string_equal(words.zh.data, "3 + 0 ≠ 2 + 0，差 1");
    assert_string_equal(words.en.data, "3 + 0 ≠ 2 + 0, difference 1");
    words = gj_word_failure(b->arena, &b->report, balance);
    assert_string_equal(words.zh.data, "大表“c0”一列：“r0” + “r1” = 3，“r23” + “r24” = 2，两边不等。");
    assert_string_equal(words.en.data, "big, column “c0”: “r0” + “r1” = 3, but “r23” + “r24” = 2.");
}

static void long_sums_are_shortened(void **state)
{
    bench *b = *state;
    for (size_t r = 2; r < 23; r++)
        bench_set(b, BIG, r, 0, r == 2 ? 5 : r == 22 ? 1 : 0);
    bench_set(b, BIG, 23, 0, 5);
    bench_big(b, false);
    gj_equation *results = &b->equations.items[25];
    gj_words words = gj_word_equation(b->arena, &b->report, results);
    assert_string_equal(words.zh.data, "5 + 0 + … + 1 = 6 ≠ 5（差 1）");
    words = gj_word_failure(b->arena, &b->report, results);
    assert_string_equal(words.zh.data, "大表“c0”一列：“r2”至“r22”21 项之和为 6，“r23”填 5，两边不等。");
    assert_string_equal(words.en.data,
                        "big, column “c0”: the sum of the 21 items from “r2” to “r22” is 6, but “r23” is 5.");
    bench_set(b, BIG, 22, 0, 0);
    bench_set(b, BIG, 2, 0, 0);
    bench_set(b, BIG, 9, 0, 7);
    bench_big(b, false);
    words = gj_word_equation(b->arena, &b->report, &b->equations.items[25]);
    assert_string_equal(words.zh.data, "0 + … + 7 + 0 + … + 0 = 7 ≠ 5（差 2）");
}

static void blanks_and_inequalities_read_well(void **state)
{
    bench *b = *state;
    bench_kind(b, SMALL, 0, 2, GJ_CELL_BLANK);
    bench_set(b, SMALL, 0, 4, 3);
    gj_equation *e = small_row(b, false);
    gj_words words = gj_word_equation(b->arena, &b->report, e);
    assert_string_equal(words.zh.data, "2 + 4 + （空白） + 8 = 14 > 3（差 11）");
    words = gj_word_failure(b->arena, &b->report, e);
    assert_string_equal(
        words.zh.data,
        "小表“r0”：“c0” + “c1” + “c2” + “c3” = 14（空白未计），“c4”填 3，已填的数已经超出，两边不可能相等。");
    gj_cell_id left = bench_id(SMALL, 0, 3), right = bench_id(SMALL, 0, 0);
    e = bench_equation(b, &b->rules[3], true, &left, 1, &right, 1);
    words = gj_word_equation(b->arena, &b->report, e);
    assert_string_equal(words.zh.data, "8 > 2，差 6");
    words = gj_word_failure(b->arena, &b->report, e);
    assert_string_equal(words.zh.data, "小表“r0”：“c3”填 8，“c0”填 2，前者不应大于后者。");
}

static void constants_are_no_part_of_the_system(void **state)
{
    bench *b = *state;
    gj_term term = { bench_id(SMALL, 0, 0), 1 };
    gj_equation e = { .rule = &b->rules[4], .left = { 3 * GJ_ONE, NULL, 0 }, .right = { 0, &term, 1 } };
    gj_equation_decide(&b->report, &e);
    assert_int_equal(e.outcome, GJ_FAIL);
    assert_false(e.exact);
    assert_string_equal(gj_word_equation(b->arena, &b->report, &e).zh.data, "3 ≠ 2，差 1");
    gj_term other = { bench_id(BIG, 0, 0), 1 };
    e.left = (gj_linear){ 0, &other, 1 };
    gj_equation_decide(&b->report, &e);
    assert_false(e.exact); /* two tables */
    assert_string_equal(gj_word_failure(b->arena, &b->report, &e).zh.data,
                        "“大表 r0 × c0”填 32，“小表 r0 × c0”填 2，两边不等。");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(figures_balance),
        TEST(known_sums_decide),
        TEST(a_blank_part_is_at_least_zero),
        TEST(a_blank_total_is_for_review_or_too_small),
        TEST(blanks_on_both_sides_are_for_review),
        TEST(a_blank_under_at_most_only_fails),
        TEST(a_blank_that_may_be_negative_bounds_nothing),
        TEST(a_subtracted_blank_pushes_the_other_way),
        TEST(unknown_cells_leave_it_open_and_name_their_owner),
        TEST(a_cut_decimal_is_unknown),
        TEST(big_values_do_not_overflow),
        TEST(decimals_are_exact),
        cmocka_unit_test(sums_print_shortest),
        TEST(equations_read_well),
        TEST(long_sums_are_shortened),
        TEST(blanks_and_inequalities_read_well),
        TEST(constants_are_no_part_of_the_system),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
