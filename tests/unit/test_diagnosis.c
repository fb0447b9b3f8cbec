/* Diagnosis (design.md §4, "Diagnosis"): the smallest sets of cells that explain all failing equations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

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

static gj_diagnosis diagnose(bench *b)
{
    gj_diagnosis d;
    assert_int_equal(gj_diagnose(b->arena, &b->report, b->equations.items, b->equations.count, &d, NULL), GJ_OK);
    size_t grouped = 0;
    for (size_t i = 0; i < d.count; i++)
        grouped += d.groups[i].count;
    assert_int_equal(grouped, bench_count(b, GJ_FAIL)); /* every failing equation is in exactly one group */
    return d;
}

static int64_t value(bench *b, size_t table, size_t row, size_t column)
{
    return bench_cell(b, table, row, column)->value / GJ_ONE;
}

static void nothing_fails(void **state)
{
    bench *b = *state;
    bench_big(b, true);
    assert_int_equal(diagnose(b).count, 0);
    b->equations.count = 0;
    assert_int_equal(diagnose(b).count, 0);
}

/* All 175 cells of the big table, five wrong values each. */
static void one_wrong_cell_is_named_with_its_value(void **state)
{
    bench *b = *state;
    static const int64_t wrong[] = { 1, -1, 100, 999999, 7 };
    for (size_t r = 0; r < BIG_ROWS; r++)
        for (size_t c = 0; c < BIG_COLUMNS; c++)
            for (size_t i = 0; i < 5; i++) {
                int64_t right = value(b, BIG, r, c), to = i == 4 ? right * 10 + 7 : right + wrong[i];
                if (to < 0)
                    continue;
                bench_set(b, BIG, r, c, to);
                bench_big(b, true);
                gj_diagnosis d = diagnose(b);
                assert_int_equal(d.count, 1);
                assert_int_equal(d.groups[0].total, 1);
                assert_int_equal(d.groups[0].kept, 1);
                assert_int_equal(d.groups[0].explanations[0].count, 1);
                assert_int_equal(d.groups[0].explanations[0].changes[0].cell, bench_id(BIG, r, c));
                assert_true(d.groups[0].explanations[0].changes[0].to == right * GJ_ONE);
                bench_close(b); /* a fresh one: memory of a thousand diagnoses is not kept */
                bench_open(b);
            }
}

static void a_group_leads_with_the_lowest_rule(void **state)
{
    bench *b = *state;
    bench_set(b, BIG, 23, 2, 99); /* row total, results, balance, all of column 2 */
    bench_big(b, false);
    gj_diagnosis d = diagnose(b);
    assert_int_equal(d.count, 1);
    assert_int_equal(d.groups[0].count, 3);
    for (size_t i = 0; i < 3; i++)
        assert_ptr_equal(b->equations.items[d.groups[0].equations[i]].rule, &b->rules[i]);
}

static void the_small_table_has_several_explanations(void **state)
{
    bench *b = *state; /* 2 + 4 + 6 + 8 = 20 */
    bench_set(b, SMALL, 0, 4, 25);
    bench_small(b);
    gj_diagnosis d = diagnose(b);
    assert_int_equal(d.count, 1);
    assert_int_equal(d.groups[0].total, 5); /* any part up by five, or the total down */
    assert_int_equal(d.groups[0].kept, 5);
    for (size_t i = 0; i < 5; i++) /* in form order */
        assert_int_equal(d.groups[0].explanations[i].changes[0].cell, bench_id(SMALL, 0, i));
    assert_true(d.groups[0].explanations[0].changes[0].to == 7 * GJ_ONE);
    assert_true(d.groups[0].explanations[4].changes[0].to == 20 * GJ_ONE);

    bench_set(b, SMALL, 0, 4, 15); /* down by five: only 6 and 8 can, and the total up */
    bench_small(b);
    d = diagnose(b);
    assert_int_equal(d.groups[0].total, 3);
    assert_int_equal(d.groups[0].explanations[0].changes[0].cell, bench_id(SMALL, 0, 2));

    b->tables[SMALL].rows[0].may_be_negative = 3; /* the form lets 2 and 4 fall below zero */
    bench_small(b);
    assert_int_equal(diagnose(b).groups[0].total, 5);
}

static void components_are_apart(void **state)
{
    bench *b = *state;
    bench_set(b, SMALL, 0, 4, 25);
    bench_set(b, SMALL, 2, 4, 50);
    bench_small(b);
    gj_diagnosis d = diagnose(b);
    assert_int_equal(d.count, 2);
    assert_int_equal(d.groups[0].equations[0], 0);
    assert_int_equal(d.groups[1].equations[0], 2);
}

/* Apply changes to a copy of the values and see whether all equations of the system hold. */
static bool holds_after(bench *b, const gj_change *changes, size_t count)
{
    gj_decimal before[2];
    bool holds = true;
    for (size_t i = 0; i < count; i++) {
        gj_cell *cell = &b->report.tables[changes[i].cell / GJ_CELL_SLOTS].cells[changes[i].cell % GJ_CELL_SLOTS];
        before[i] = cell->value;
        cell->value = changes[i].to;
    }
    for (size_t i = 0; i < b->equations.count && holds; i++) {
        gj_equation e = b->equations.items[i];
        if (!e.exact)
            continue;
        gj_equation_decide(&b->report, &e);
        holds = e.outcome == GJ_PASS;
    }
    for (size_t i = count; i-- > 0;)
        b->report.tables[changes[i].cell / GJ_CELL_SLOTS].cells[changes[i].cell % GJ_CELL_SLOTS].value = before[i];
    return holds;
}

static int64_t coefficient(const gj_equation *e, gj_cell_id cell)
{
    int64_t sum = 0;
    for (size_t i = 0; i < e->left.count; i++)
        sum += e->left.terms[i].cell == cell ? e->left.terms[i].sign : 0;
    for (size_t i = 0; i < e->right.count; i++)
        sum -= e->right.terms[i].cell == cell ? e->right.terms[i].sign : 0;
    return sum;
}

static int64_t residual(bench *b, const gj_equation *e)
{
    gj_unknown cause;
    gj_cell_id where;
    gj_sum left = gj_linear_sum(&b->report, &e->left, &cause, &where),
           right = gj_linear_sum(&b->report, &e->right, &cause, &where);
    return left.whole - right.whole;
}

/* By how much x must change when y does not help: from an equation that holds x alone. */
static bool change_of(bench *b, gj_cell_id x, gj_cell_id y, int64_t *delta)
{
    for (size_t i = 0; i < b->equations.count; i++) {
        const gj_equation *e = &b->equations.items[i];
        int64_t a = e->exact ? coefficient(e, x) : 0;
        if (a != 0 && coefficient(e, y) == 0) {
            *delta = -residual(b, e) / a;
            return true;
        }
    }
    return false;
}

/* Count the pairs by trying them all: independent of the solver. */
static size_t pairs_by_force(bench *b)
{
    size_t found = 0;
    for (size_t i = 0; i < BIG_ROWS * BIG_COLUMNS; i++)
        for (size_t k = i + 1; k < BIG_ROWS * BIG_COLUMNS; k++) {
            gj_cell_id x = gj_cell_id_of(BIG, i), y = gj_cell_id_of(BIG, k);
            int64_t dx, dy;
            if (!change_of(b, x, y, &dx) || !change_of(b, y, x, &dy) || dx == 0 || dy == 0)
                continue;
            gj_change changes[] = { { x, gj_cell_of(&b->report, x)->value + dx * GJ_ONE },
                                    { y, gj_cell_of(&b->report, y)->value + dy * GJ_ONE } };
            found += changes[0].to >= 0 && changes[1].to >= 0 && holds_after(b, changes, 2);
        }
    return found;
}

static void two_wrong_cells_are_all_counted(void **state)
{
    static const struct {
        size_t row1, column1, row2, column2;
        int64_t by1, by2;
    } cases[] = {
        { 3, 1, 11, 4, 2, 5 },   /* far apart, unequal */
        { 3, 1, 11, 4, 2, 2 },   /* equal: they may as well be crosswise */
        { 10, 0, 10, 3, 1, -1 }, /* within one row, cancelling out: any row of results will do */
        { 0, 2, 24, 2, 1, 1 },   /* one column's balance holds, the rows do not */
        { 5, 6, 9, 6, 3, 3 },    /* two totals */
        { 23, 0, 23, 6, 4, 4 },  /* a total and the total of totals */
        { 2, 0, 24, 5, 60, 9 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bench *b = *state;
        bench_close(b);
        bench_open(b);
        bench_set(b, BIG, cases[i].row1, cases[i].column1,
                  value(b, BIG, cases[i].row1, cases[i].column1) + cases[i].by1);
        bench_set(b, BIG, cases[i].row2, cases[i].column2,
                  value(b, BIG, cases[i].row2, cases[i].column2) + cases[i].by2);
        bench_big(b, false);
        gj_diagnosis d = diagnose(b);
        assert_int_equal(d.count, 1);
        const gj_group *group = &d.groups[0];
        assert_true(group->total > 0);
        if (group->explanations[0].count == 2)
            assert_int_equal(group->total, pairs_by_force(b));
        assert_int_equal(group->kept, group->total < GJ_MAX_SUGGESTIONS ? group->total : GJ_MAX_SUGGESTIONS);
        for (size_t k = 0; k < group->kept; k++) {
            const gj_explanation *e = &group->explanations[k];
            assert_true(holds_after(b, e->changes, e->count));
            if (k > 0)
                assert_true(e[-1].changes[0].cell <= e->changes[0].cell);
            if (e->count == 2)
                assert_true(e->changes[0].cell < e->changes[1].cell);
        }
    }
}

static void the_worst_pair_has_one_explanation_a_row(void **state)
{
    bench *b = *state;
    for (size_t r = 2; r < 23; r++) /* room to go up and down in every row */
        for (size_t c = 0; c < 2; c++)
            bench_set(b, BIG, r, c, 5);
    for (size_t c = 0; c < 2; c++) {
        bench_set(b, BIG, 23, c, 105);
        bench_set(b, BIG, 0, c, 105 + value(b, BIG, 24, c) - value(b, BIG, 1, c));
    }
    for (size_t r = 0; r < BIG_ROWS; r++) {
        int64_t total = 0;
        for (size_t c = 0; c < 6; c++)
            total += value(b, BIG, r, c);
        bench_set(b, BIG, r, 6, total);
    }
    int64_t results = 0;
    for (size_t r = 2; r < 23; r++)
        results += value(b, BIG, r, 6);
    bench_set(b, BIG, 23, 6, results);
    bench_big(b, false);
    assert_int_equal(bench_count(b, GJ_FAIL), 0);
    bench_set(b, BIG, 7, 0, 6);
    bench_set(b, BIG, 7, 1, 4);
    bench_big(b, false);
    gj_diagnosis d = diagnose(b);
    assert_int_equal(d.groups[0].total, 21);
    assert_int_equal(d.groups[0].kept, GJ_MAX_SUGGESTIONS);
    assert_int_equal(d.groups[0].explanations[0].changes[0].cell, bench_id(BIG, 2, 0));
}

static void three_wrong_cells_are_listed_without_a_guess(void **state)
{
    bench *b = *state;
    bench_set(b, BIG, 3, 0, 50);
    bench_set(b, BIG, 9, 2, 70);
    bench_set(b, BIG, 20, 4, 90);
    bench_big(b, false);
    gj_diagnosis d = diagnose(b);
    assert_int_equal(d.count, 1);
    assert_int_equal(d.groups[0].total, 0);
    assert_int_equal(d.groups[0].count, 6);
}

static void inequalities_join_the_equations_they_share_cells_with(void **state)
{
    bench *b = *state;
    bench_set(b, BIG, 24, 3, 900); /* more carried out than came in */
    bench_big(b, true);
    gj_diagnosis d = diagnose(b);
    assert_int_equal(d.count, 1);
    assert_int_equal(d.groups[0].total, 1);
    const gj_group *group = &d.groups[0];
    assert_ptr_equal(b->equations.items[group->equations[group->count - 1]].rule, &b->rules[3]);

    b->equations.count = 0; /* alone it is its own group */
    gj_cell_id left = bench_id(BIG, 24, 3), right = bench_id(BIG, 0, 3);
    bench_equation(b, &b->rules[3], true, &left, 1, &right, 1);
    d = diagnose(b);
    assert_int_equal(d.count, 1);
    assert_int_equal(d.groups[0].total, 0);
}

static void blanks_stay_out_of_the_system(void **state)
{
    bench *b = *state;
    int64_t right = value(b, BIG, 4, 1);
    bench_kind(b, BIG, 6, 5, GJ_CELL_BLANK);
    bench_set(b, BIG, 4, 1, right + 3);
    bench_big(b, false);
    gj_diagnosis d = diagnose(b);
    assert_int_equal(d.count, 1);
    assert_int_equal(d.groups[0].total, 1);
    assert_int_equal(d.groups[0].explanations[0].changes[0].cell, bench_id(BIG, 4, 1));

    bench_set(b, BIG, 6, 0,
              500); /* known parts of the row with the blank exceed its total: joins what shares its cells */
    bench_set(b, BIG, 4, 1, right);
    bench_big(b, false);
    d = diagnose(b);
    assert_int_equal(d.count, 1);
    assert_int_equal(d.groups[0].explanations[0].changes[0].cell, bench_id(BIG, 6, 0));
}

static void decimals_need_a_row_that_holds_them(void **state)
{
    bench *b = *state;
    bench_cell(b, SMALL, 0, 4)->value = 20 * GJ_ONE + GJ_ONE / 2;
    bench_small(b);
    assert_int_equal(diagnose(b).groups[0].total, 1); /* only the total can become whole */
    b->tables[SMALL].rows[0].decimal = true;
    bench_small(b);
    assert_int_equal(diagnose(b).groups[0].total, 5);
}

static void values_beyond_the_limit_are_only_listed(void **state)
{
    bench *b = *state;
    const int64_t most = GJ_DECIMAL_MAX / GJ_ONE;
    for (size_t c = 0; c < 4; c++)
        bench_set(b, SMALL, 0, c, most);
    bench_small(b);
    gj_diagnosis d = diagnose(b);
    assert_int_equal(d.count, 1);
    assert_int_equal(d.groups[0].total, 0);
    for (size_t c = 1; c < 4; c++)
        bench_set(b, SMALL, 0, c, 0);
    bench_small(b);
    d = diagnose(b);
    assert_int_equal(d.groups[0].total, 2); /* 10^12 down to the total, or the total up to it */
}

static void cells_that_cancel_out_explain_nothing(void **state)
{
    bench *b = *state;
    gj_cell_id cell = bench_id(SMALL, 0, 0);
    gj_equation *e = bench_equation(b, &b->rules[4], false, &cell, 1, &cell, 1);
    assert_int_equal(e->outcome, GJ_PASS);
    e->left.constant = GJ_ONE;
    gj_equation_decide(&b->report, e);
    assert_int_equal(e->outcome, GJ_FAIL);
    gj_diagnosis d = diagnose(b);
    assert_int_equal(d.count, 1);
    assert_int_equal(d.groups[0].total, 0);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(nothing_fails),
        TEST(one_wrong_cell_is_named_with_its_value),
        TEST(a_group_leads_with_the_lowest_rule),
        TEST(the_small_table_has_several_explanations),
        TEST(components_are_apart),
        TEST(two_wrong_cells_are_all_counted),
        TEST(the_worst_pair_has_one_explanation_a_row),
        TEST(three_wrong_cells_are_listed_without_a_guess),
        TEST(inequalities_join_the_equations_they_share_cells_with),
        TEST(blanks_stay_out_of_the_system),
        TEST(decimals_need_a_row_that_holds_them),
        TEST(values_beyond_the_limit_are_only_listed),
        TEST(cells_that_cancel_out_explain_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
