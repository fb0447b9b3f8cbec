/* Fingerprints (design.md §9): the same defect is the same, whatever the format and the lines; another defect is another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../core/judge/fingerprint.h"
#include "support_judge.h"

typedef char print[GJ_DIGEST_HEX + 1];

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

static void take(bench *b, const char *rule, const char *place, const char *quote, const gj_cell_id *cells,
                 size_t count, print out)
{
    gj_identity identity = { gj_slice_of(rule), gj_slice_of(place), gj_slice_of(quote), cells, count };
    assert_int_equal(gj_fingerprint(b->arena, &b->report, &identity, out, NULL), GJ_OK);
    assert_int_equal(strlen(out), GJ_DIGEST_HEX);
}

static void lines_and_writing_do_not_matter(void **state)
{
    bench *b = *state;
    gj_cell_id cell = bench_id(BIG, 2, 3);
    print first, second;
    take(b, "A-001", "big.r2.c3", "", &cell, 1, first);
    gj_cell *c = bench_cell(b, BIG, 2, 3);
    c->span = (gj_span){ 700, 703 };
    c->pointer = GJ_LIT("/tables/big/r2/c3");
    c->lexeme = GJ_LIT("３");
    c->notes = GJ_NOTE_FULLWIDTH;
    take(b, "A-001", "big.r2.c3", "", &cell, 1, second);
    assert_string_equal(first, second);
}

static void texts_are_folded(void **state)
{
    bench *b = *state;
    print first, second;
    take(b, "X-1", "overview", "收到 申请（12件）", NULL, 0, first);
    take(b, "X-1", "overview", "收到申请(１２件)", NULL, 0, second);
    assert_string_equal(first, second);
}

static void everything_else_matters(void **state)
{
    bench *b = *state;
    gj_cell_id cells[] = { bench_id(BIG, 2, 3), bench_id(BIG, 2, 4) };
    print prints[10];
    take(b, "A-001", "big.r2.c3", "", cells, 1, prints[0]);
    take(b, "A-002", "big.r2.c3", "", cells, 1, prints[1]);
    take(b, "A-001", "big.r2.c4", "", cells, 1, prints[2]);
    take(b, "A-001", "big.r2.c3", "x", cells, 1, prints[3]);
    take(b, "A-001", "big.r2.c3", "", cells, 2, prints[4]);
    bench_set(b, BIG, 2, 3, 77);
    take(b, "A-001", "big.r2.c3", "", cells, 1, prints[5]);
    bench_kind(b, BIG, 2, 3, GJ_CELL_BLANK);
    take(b, "A-001", "big.r2.c3", "", cells, 1, prints[6]);
    bench_kind(b, BIG, 2, 3, GJ_CELL_DASH);
    take(b, "A-001", "big.r2.c3", "", cells, 1, prints[7]);
    bench_kind(b, BIG, 2, 3, GJ_CELL_MISSING);
    take(b, "A-001", "big.r2.c3", "", cells, 1, prints[8]);
    bench_kind(b, BIG, 2, 3, GJ_CELL_TEXT);
    bench_cell(b, BIG, 2, 3)->lexeme = GJ_LIT("不详");
    take(b, "A-001", "big.r2.c3", "", cells, 1, prints[9]);
    for (size_t i = 0; i < 10; i++)
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(prints[i], prints[k]);
}

static void repeats_are_told_apart(void **state)
{
    bench *b = *state;
    print first, second, third, again;
    take(b, "X-1", "overview", "同一句", NULL, 0, first);
    memcpy(second, first, sizeof first);
    memcpy(third, first, sizeof first);
    memcpy(again, first, sizeof first);
    gj_fingerprint_repeat(again, 0);
    assert_string_equal(again, first);
    gj_fingerprint_repeat(second, 1);
    gj_fingerprint_repeat(third, 2);
    assert_string_not_equal(first, second);
    assert_string_not_equal(second, third);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(lines_and_writing_do_not_matter),
        TEST(texts_are_folded),
        TEST(everything_else_matters),
        TEST(repeats_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
