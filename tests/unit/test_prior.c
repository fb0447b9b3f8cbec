/* Last year's report: when it is taken, what rules see of it, where findings point, what is unknown in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support_arena.h"
#include "support_ruleset.h"

static gj_known told(const char *text)
{
    return (gj_known){ gj_slice_of(text), GJ_FLAG };
}

/* This year's report is the clean one; last year's is `text`, of `year`, by `name`. */
static gj_result *judge(gj_ruleset *rules, const char *text, int year, const char *name)
{
    static gj_prior_input prior;
    prior = (gj_prior_input){ .chosen = GJ_PRIOR_GIVEN, .path = GJ_LIT("last.md"), .bytes = gj_slice_of(text) };
    prior.given = (gj_given){ .name = told(name), .year = year, .year_origin = GJ_FLAG };
    gj_check_options options = { .prior = &prior,
                                 .given = { .name = told("某厂"), .year = 2024, .year_origin = GJ_FLAG } };
    gj_result *result = NULL;
    gj_error err;
    assert_int_equal(gj_check(arena, rules, GJ_LIT("this.md"), gj_slice_of(test_markdown), &options, &result, &err),
                     GJ_OK);
    assert_int_equal(result->status, GJ_CHECKED);
    return result;
}

static const char *notice(const gj_result *result)
{
    for (size_t i = 0; i < result->notice_count; i++)
        if (gj_slice_starts(result->notices[i].kind, GJ_LIT("prior"))) {
            assert_int_equal(result->notices[i].line, 0); /* it stands at no line of the report */
            return result->notices[i].kind.data;
        }
    return "";
}

#define NEEDS RULE("P-001", "needs", "needs = { 'prior' }, check = function() end")

static void it_is_taken_where_it_fits(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(NEEDS);
    gj_result *r = judge(rules, test_markdown, 2023, "某　厂 ");
    assert_int_equal(test_outcome(r, "P-001")->outcome, GJ_PASS);
    assert_int_equal(r->prior.chosen, GJ_PRIOR_GIVEN);
    assert_true(gj_slice_is(r->prior.path, "last.md"));
    assert_int_equal(strlen(r->prior.sha256), 64);
    assert_string_equal(notice(r), "");
    gj_ruleset_close(rules);
}

static void it_is_refused_where_it_does_not(void **state)
{
    (void)state;
    static const struct {
        int year;
        const char *name, *text, *kind;
    } cases[] = {
        { 2022, "某厂", test_markdown, "prior_unfit" },       { 2024, "某厂", test_markdown, "prior_unfit" },
        { 2023, "别的厂", test_markdown, "prior_unfit" },     { 2023, "某厂有限公司", test_markdown, "prior_unfit" },
        { 2023, "某厂", "\xFF\xFE\xFA", "prior_unreadable" }, { 2023, "某厂", "", "prior_unreadable" }
    };
    gj_ruleset *rules = test_ruleset(NEEDS);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gj_result *r = judge(rules, cases[i].text, cases[i].year, cases[i].name);
        assert_int_equal(test_outcome(r, "P-001")->outcome, GJ_NOT_RUN);
        assert_true(gj_slice_is(test_outcome(r, "P-001")->because, "prior"));
        assert_int_equal(r->prior.chosen, GJ_PRIOR_NONE);
        assert_string_equal(notice(r), cases[i].kind);
    }
    gj_ruleset_close(rules);
}

/* The clean report of 2023 with another total, one blank and another sentence. */
static const char *last_year(void)
{
    const char *text = test_with(arena, test_markdown, "2024", "2023");
    text = test_with(arena, text, "| 第一项 | 1 | 2 | 3 |", "| 第一项 | 1 | 1 | 2 |");
    text = test_with(arena, text, "| 第二项 | 4 | 0 | 4 |", "| 第二项 | 4 |  | 4 |");
    return test_with(arena, text, "按时办结。", "逐件登记。");
}

/* Fields, tables, text, claims and cells are last year's, and everything reached from them. */
static void what_rules_see(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(RULE(
        "P-001", "sees",
        "check = function(report)\n"
        "  local last = report.prior\n"
        "  assert(report.year == 2024 and last.year == 2023 and last.prior == nil)\n"
        "  assert(last.sums:cell('first', 'total').value == 2 and report.sums:cell('first', 'total').value == 3)\n"
        "  assert(last:cell('sums.first.b').path == 'prior.sums.first.b')\n"
        "  assert(last.sums:row('first'):sum('a', 'total').value == 2)\n"
        "  assert(last.sums:cell('first', 'b').row.total.value == 2 and last.sums:cell('first', 'b').row.table.key == "
        "'sums')\n"
        "  assert((last.sums:cell('first', 'total') - report.sums:cell('first', 'total')).value == -1)\n"
        "  local blanks = 0\n"
        "  for cell in last.sums:cells('blank') do blanks = blanks + 1 assert(cell.path == 'prior.sums.second.b') end\n"
        "  assert(blanks == 1)\n"
        "  assert(last:contains('逐件登记', 'words') and not report:contains('逐件登记'))\n"
        "  for claim in last:claims('letters') do assert(claim:expected().value == 2) end\n"
        "  local share, signs, passages = report:likeness(report:section('words'), last:section('words'), { chars = 6 "
        "})\n"
        "  assert(share == 6 / 14 and signs == 10, share .. ' ' .. signs)\n"
        "  assert(passages[1].mine.text == '我站认真办理' and passages[1].theirs.text == '我站认真办理')\n"
        "end") RULE("P-004", "spots", "check = function(report) for _ in report.prior:spot('any') do end end")
                                         RULE("P-002", "at",
                                              "check = function(report, finding) finding:fail { at = report.prior } "
                                              "end"));
    gj_result *r = judge(rules, last_year(), 2023, "某厂");
    if (test_outcome(r, "P-001")->outcome != GJ_PASS)
        fail_msg("%.*s", GJ_ARG(test_outcome(r, "P-001")->why.en));
    assert_non_null(strstr(gj_arena_copy(arena, test_outcome(r, "P-004")->why.en).data,
                           "spot:"));                               /* this year's only, or no list */
    assert_int_equal(test_outcome(r, "P-002")->outcome, GJ_BROKEN); /* a finding stands in this year's */
    gj_ruleset_close(rules);
}

static void findings_tell_the_years_apart(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(
        RULE("P-001", "quotes",
             "check = function(report, finding)\n"
             "  local own, last = report.sums:cell('first', 'total'), report.prior.sums:cell('first', 'total')\n"
             "  finding:fail { at = own, cells = { own, last }, quotes = { report.prior:contains('逐件') } }\n"
             "end") RULE("P-002", "equation",
                         "check = function(report, finding)\n"
                         "  finding:unless_equal(report.sums:cell('second', 'total'), report.prior.sums:cell('first', "
                         "'total'))\n"
                         "end")
            RULE("P-003", "void",
                 "check = function(report, finding)\n"
                 "  finding:unless_equal(report.sums:cell('first', 'b'), report.prior.sums:cell('second', 'b'))\n"
                 "end"));
    gj_result *r = judge(rules, last_year(), 2023, "某厂");
    const gj_finding *f = test_finding(r, "P-001");
    assert_int_equal(f->mark_count, 3);
    assert_false(f->marks[0].prior);
    assert_int_equal(f->marks[0].line, 11);
    assert_true(f->marks[1].prior && f->marks[2].prior);
    assert_non_null(strstr(f->marks[1].line_text.data, "逐件登记"));
    assert_int_equal(f->cell_count, 2);
    assert_false(f->cells[0].prior);
    assert_true(f->cells[1].prior);
    assert_true(gj_slice_is(f->cells[1].text, "2"));
    f = test_finding(r, "P-002");
    assert_false(f->marks[0].prior); /* the first place is always the report's own */
    assert_true(gj_slice_is(f->place, "sums.second.total"));
    assert_int_equal(f->suggestion_count, 0);
    assert_non_null(strstr(f->message.zh.data, "上年报告"));
    /* last year's blank is no defect of this year's report */
    assert_int_equal(test_outcome(r, "P-003")->outcome, GJ_NOT_RUN);
    assert_true(gj_slice_is(test_outcome(r, "P-003")->because, "prior_unknown"));
    assert_int_equal(r->reviews, 0);
    gj_ruleset_close(rules);
}

/* The same values at the same place, one year and the other: not the same defect. */
static void fingerprints_differ_between_years(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(RULE("P-001", "cells",
                                          "check = function(report, finding)\n"
                                          "  local from = report.prior and report.prior or report\n"
                                          "  finding:fail { at = report, cells = { from.sums:cell('all', 'total') } }\n"
                                          "end"));
    gj_result *with = judge(rules, test_with(arena, test_markdown, "2024", "2023"), 2023, "某厂");
    gj_result *without = test_judge(arena, rules, test_markdown, NULL);
    assert_string_not_equal(test_finding(with, "P-001")->fingerprint, test_finding(without, "P-001")->fingerprint);
    gj_ruleset_close(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(it_is_taken_where_it_fits, setup, teardown),
        cmocka_unit_test_setup_teardown(it_is_refused_where_it_does_not, setup, teardown),
        cmocka_unit_test_setup_teardown(what_rules_see, setup, teardown),
        cmocka_unit_test_setup_teardown(findings_tell_the_years_apart, setup, teardown),
        cmocka_unit_test_setup_teardown(fingerprints_differ_between_years, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
