/* A result goes over the pipe and comes back the same; bytes that are no result are refused, and never crash. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../core/judge/judge.h"
#include "../../core/judge/result_wire.h"

/* For static initializers, where GJ_LIT is no constant. */
#define TEXT(s)                                                                                                        \
    {                                                                                                                  \
        "" s, sizeof(s) - 1                                                                                            \
    }
#define LOCUS                                                                                                          \
    {                                                                                                                  \
        .offset = 900, .part = GJ_PART_BOX, .page = 2, .paragraph = 3, .table = 4, .row = 5, .column = 6,              \
        .character = 7, .box = {                                                                                       \
            8,                                                                                                         \
            9,                                                                                                         \
            10,                                                                                                        \
            11                                                                                                         \
        }                                                                                                              \
    }
#define WORDS(zh, en)                                                                                                  \
    {                                                                                                                  \
        TEXT(zh), TEXT(en)                                                                                             \
    }

static gj_result *make(gj_arena *arena)
{
    gj_result *r = GJ_NEW(arena, gj_result);
    *r = (gj_result){ .path = TEXT("2024/某镇.md"),
                      .format = TEXT("markdown"),
                      .sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                      .status = GJ_CHECKED,
                      .title = TEXT("某镇2024年报告"),
                      .year = 2024,
                      .year_origin = TEXT("inferred"),
                      .form = TEXT("2021"),
                      .name = { TEXT("某镇"), TEXT("flag") },
                      .published = TEXT("2025-01-20"),
                      .prior = { GJ_PRIOR_FOUND, TEXT("2023/a.md"), "cd34" },
                      .deselected = 3,
                      .findings_cut = 2,
                      .severities = { 0, 1, 1 },
                      .reviews = 4,
                      .excepted = 1,
                      .notice_total = 9,
                      .record = TEXT("{}\n") };
    static gj_rule_outcome outcomes[] = {
        { TEXT("T-1"), GJ_FAIL, { NULL, 0 }, WORDS("", ""), false },
        { TEXT("T-2"), GJ_REVIEW, TEXT("T-9"), WORDS("有空白", "blank"), false },
    };
    r->outcomes = outcomes;
    r->outcome_count = 2;
    r->counts[GJ_FAIL] = r->counts[GJ_REVIEW] = 1;
    static gj_slice clauses[] = { TEXT("L.50") }, also[] = { TEXT("T-3") };
    static gj_words basis[] = { WORDS("某条", "art. 50") };
    static gj_mark marks[] = { { 42,
                                 34,
                                 42,
                                 35,
                                 900,
                                 901,
                                 { .part = GJ_PART_NONE },
                                 TEXT("/t"),
                                 TEXT("| 3 | 5 |"),
                                 7,
                                 true,
                                 WORDS("填 5，应为 6", "is 5"),
                                 false },
                               { .line = 43, .at = LOCUS, .prior = true } };
    static gj_cell_ref cells[] = { { TEXT("requests"), TEXT("new"), TEXT("total"), WORDS("表三", "Table 3"),
                                     WORDS("新收", "New"), WORDS("总计", "Total"), TEXT("５"), GJ_CELL_INTEGER, 5000000,
                                     42, 34, LOCUS, TEXT("/p"), true } };
    static gj_equation_text equations[] = { { TEXT("T-1"), WORDS("3 ≠ 2，差 1", "3 ≠ 2"), WORDS("一列", "column"), 42,
                                              false } };
    static gj_suggestion suggestions[] = {
        { { { TEXT("requests"), TEXT("new"), TEXT("total"), WORDS("总计", "Total"), 5000000, 6000000, TEXT("５"), 42 },
            { TEXT("requests"), TEXT("x"), TEXT("y"), WORDS("甲", "A"), -1, 0, TEXT(""), 1 } },
          2 }
    };
    static const gj_exception_ref exception = { TEXT("已核实"), TEXT("张三"), TEXT("2026-01-01") };
    static gj_finding findings[2];
    findings[0] = (gj_finding){ .rule = TEXT("T-1"),
                                .name = TEXT("balance"),
                                .outcome = GJ_FAIL,
                                .severity = GJ_ERROR,
                                .ground = GJ_LOCAL,
                                .title = WORDS("不平", "unequal"),
                                .message = WORDS("两边不等", "differ"),
                                .remedy = WORDS("核对", "check"),
                                .clauses = clauses,
                                .basis = basis,
                                .clause_count = 1,
                                .section = TEXT("requests"),
                                .place = TEXT("requests.new.total"),
                                .marks = marks,
                                .mark_count = 2,
                                .cells = cells,
                                .cell_count = 1,
                                .equations = equations,
                                .equation_count = 1,
                                .also = also,
                                .also_count = 1,
                                .suggestions = suggestions,
                                .suggestion_count = 1,
                                .suggestion_total = 21,
                                .fingerprint = "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210",
                                .exception = &exception };
    findings[1] = (gj_finding){ .rule = TEXT("T-2"), .outcome = GJ_REVIEW, .quote = TEXT("收到 12 件") };
    r->findings = findings;
    r->finding_count = 2;
    static gj_result_notice notices[] = {
        { TEXT("unbound_row"), WORDS("多一行", "extra"), TEXT("小计"), 7, 1, LOCUS, { NULL, 0 } }
    };
    r->notices = notices;
    r->notice_count = 1;
    return r;
}

static void same(gj_slice a, gj_slice b)
{
    assert_int_equal(a.len, b.len);
    assert_true(gj_slice_equal(a, b));
}

static void a_result_comes_back_the_same(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_result *sent = make(arena), *got = NULL;
    gj_buffer bytes, again;
    gj_buffer_init(&bytes, 0);
    gj_buffer_init(&again, 0);
    assert_int_equal(gj_result_encode(sent, &bytes), GJ_OK);
    assert_int_equal(gj_result_decode(arena, gj_buffer_slice(&bytes), &got, NULL), GJ_OK);
    assert_int_equal(gj_result_encode(got, &again), GJ_OK); /* every field: the bytes are the same */
    assert_int_equal(bytes.len, again.len);
    assert_memory_equal(bytes.data, again.data, bytes.len);
    same(got->title, sent->title);
    assert_int_equal(got->year, 2024);
    const gj_finding *f = &got->findings[0];
    same(f->marks[0].label.zh, GJ_LIT("填 5，应为 6"));
    same(f->exception->approver, GJ_LIT("张三"));
    assert_true(f->suggestions[0].cells[1].from == -1);
    assert_int_equal(f->suggestion_total, 21);
    assert_string_equal(f->fingerprint, sent->findings[0].fingerprint);
    assert_null(got->findings[1].exception);
    same(got->findings[1].quote, GJ_LIT("收到 12 件"));
    gj_buffer_free(&bytes);
    gj_buffer_free(&again);
    gj_arena_free(arena);
}

static void a_failed_result_comes_back(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_error why = { .line = 17, .column = 9 };
    (void)gj_fail(&why, GJ_INPUT, GJ_NOWHERE, "键 %s 重复", "duplicate key %s", "new");
    gj_result *sent, *got;
    assert_int_equal(gj_result_failed(arena, GJ_LIT("a.json"), GJ_UNREADABLE, &why, &sent), GJ_OK);
    gj_buffer bytes;
    gj_buffer_init(&bytes, 0);
    assert_int_equal(gj_result_encode(sent, &bytes), GJ_OK);
    assert_int_equal(gj_result_decode(arena, gj_buffer_slice(&bytes), &got, NULL), GJ_OK);
    assert_int_equal(got->status, GJ_UNREADABLE);
    assert_int_equal(got->error.status, GJ_INPUT);
    assert_string_equal(got->error.zh, "键 new 重复");
    assert_true(got->error.offset == GJ_NOWHERE);
    gj_buffer_free(&bytes);
    gj_arena_free(arena);
}

static void cut_bytes_are_refused(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_buffer bytes;
    gj_buffer_init(&bytes, 0);
    assert_int_equal(gj_result_encode(make(arena), &bytes), GJ_OK);
    for (size_t length = 0; length < bytes.len; length++) {
        char *copy = test_malloc(length ? length : 1); /* exactly that long, for the sanitizer */
        memcpy(copy, bytes.data, length);
        gj_arena *small = gj_arena_new(0);
        gj_result *got;
        assert_int_equal(gj_result_decode(small, (gj_slice){ copy, length }, &got, NULL), GJ_INTERNAL);
        gj_arena_free(small);
        test_free(copy);
    }
    gj_result *got;
    gj_buffer_byte(&bytes, 0);
    assert_int_equal(gj_result_decode(arena, gj_buffer_slice(&bytes), &got, NULL), GJ_INTERNAL);
    gj_buffer_free(&bytes);
    gj_arena_free(arena);
}

/* Every byte set to several others: refused, or a result that can be encoded again. */
static void corrupted_bytes_never_crash(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_buffer bytes, again;
    gj_buffer_init(&bytes, 0);
    gj_buffer_init(&again, 0);
    assert_int_equal(gj_result_encode(make(arena), &bytes), GJ_OK);
    static const unsigned char values[] = { 0x00, 0x01, 0x7f, 0x80, 0xff };
    size_t refused = 0;
    for (size_t i = 0; i < bytes.len; i++)
        for (size_t v = 0; v < sizeof values; v++) {
            char kept = bytes.data[i];
            bytes.data[i] = (char)values[v];
            gj_arena *small = gj_arena_new(1 << 20);
            gj_result *got;
            gj_status status = gj_result_decode(small, gj_buffer_slice(&bytes), &got, NULL);
            assert_true(status == GJ_OK || status == GJ_INTERNAL || status == GJ_NOMEM);
            refused += status != GJ_OK;
            if (status == GJ_OK) {
                gj_buffer_clear(&again);
                assert_int_equal(gj_result_encode(got, &again), GJ_OK);
            }
            gj_arena_free(small);
            bytes.data[i] = kept;
        }
    assert_true(refused > bytes.len);
    gj_buffer_free(&bytes);
    gj_buffer_free(&again);
    gj_arena_free(arena);
}

static void counts_must_add_up(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_result *sent = make(arena), *got;
    sent->counts[GJ_PASS] = 1;
    gj_buffer bytes;
    gj_buffer_init(&bytes, 0);
    assert_int_equal(gj_result_encode(sent, &bytes), GJ_OK);
    assert_int_equal(gj_result_decode(arena, gj_buffer_slice(&bytes), &got, NULL), GJ_INTERNAL);
    gj_buffer_free(&bytes);
    gj_arena_free(arena);
}

static void memory_may_run_out(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_buffer bytes;
    gj_buffer_init(&bytes, 0);
    assert_int_equal(gj_result_encode(make(arena), &bytes), GJ_OK);
    for (size_t cap = 64; cap < 3000; cap += 64) {
        gj_arena *small = gj_arena_new(cap);
        gj_result *got;
        assert_int_equal(gj_result_decode(small, gj_buffer_slice(&bytes), &got, NULL), GJ_NOMEM);
        gj_arena_free(small);
    }
    gj_buffer tight;
    gj_buffer_init(&tight, 100);
    assert_int_equal(gj_result_encode(make(arena), &tight), GJ_LIMIT);
    gj_buffer_free(&tight);
    gj_buffer_free(&bytes);
    gj_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_result_comes_back_the_same), cmocka_unit_test(a_failed_result_comes_back),
        cmocka_unit_test(cut_bytes_are_refused),        cmocka_unit_test(corrupted_bytes_never_crash),
        cmocka_unit_test(counts_must_add_up),           cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
