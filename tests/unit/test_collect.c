/* Facts records, rosters, and the collection made of them: read back what was written, matched by name, added up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "../../core/bind/signed.h"
#include "../../core/collect/collected.h"
#include "../../core/collect/years.h"
#include "../../core/show/record/record_report.h"
#include "support_ruleset.h"

static gj_arena *arena;
static gj_ruleset *rules;

static int setup(void **state)
{
    (void)state;
    arena = gj_arena_new(0);
    rules = test_ruleset("");
    return arena && rules ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    gj_ruleset_close(rules);
    gj_arena_free(arena);
    return 0;
}

/* The record of the small clean report, of a body and year, with one piece replaced. */
static gj_slice line_of(const char *path, const char *body, int year, const char *old, const char *new_text)
{
    gj_result *result = NULL;
    gj_error err = { 0 };
    gj_check_options options = {
        .record = true, .given = { .name = { gj_slice_of(body), GJ_FLAG }, .year = year, .year_origin = GJ_FLAG }
    };
    const char *text = old ? test_with(arena, test_markdown, old, new_text) : test_markdown;
    assert_int_equal(gj_check(arena, rules, gj_slice_of(path), gj_slice_of(text), &options, &result, &err), GJ_OK);
    assert_true(result->record.len > 1 && result->record.data[result->record.len - 1] == '\n');
    return gj_slice_sub(result->record, 0, result->record.len - 1);
}

static gj_record read_record(gj_slice line)
{
    gj_record record;
    gj_error err = { 0 };
    if (gj_record_read(arena, rules->forms, line, &record, &err) != GJ_OK)
        fail_msg("%s", err.en);
    return record;
}

static gj_record record_of(const char *path, const char *body, int year, const char *old, const char *new_text)
{
    return read_record(line_of(path, body, year, old, new_text));
}

static gj_collection *make(gj_record *records, size_t count, const gj_roster *roster, int year)
{
    gj_collection *collection = NULL;
    gj_error err = { 0 };
    gj_collection_options options = { .roster = roster, .year = year, .today = GJ_LIT("2025-04-30") };
    assert_int_equal(gj_collection_make(arena, rules->forms, records, count, &options, &collection, &err), GJ_OK);
    return collection;
}

static gj_roster roster_of(const char *text)
{
    gj_roster roster;
    gj_error err = { 0 };
    if (gj_roster_read(arena, gj_slice_of(text), &roster, &err) != GJ_OK)
        fail_msg("line %zu: %s", err.line, err.en);
    return roster;
}

/* Records */

static void a_record_comes_back_as_it_was_written(void **state)
{
    (void)state;
    gj_record r = record_of("a \"b\"\\.md", "某\"局", 2024, NULL, NULL);
    assert_int_equal(r.status, GJ_CHECKED);
    assert_true(gj_slice_is(r.path, "a \"b\"\\.md"));
    assert_true(gj_slice_is(r.name, "某\"局"));
    assert_int_equal(r.year, 2024);
    assert_int_equal(r.sha256.len, 64);
    assert_int_equal(r.table_count, 1);
    const gj_record_table *table = &r.tables[0];
    const long values[] = { 1, 2, 3, 4, 0, 4, 5, 2, 7 };
    for (size_t i = 0; i < 9; i++) {
        assert_int_equal(table->cells[i].kind, GJ_CELL_INTEGER);
        assert_int_equal(table->cells[i].value / GJ_ONE, values[i]);
    }
    size_t total = 0;
    for (int i = 0; i < GJ_OUTCOMES; i++)
        total += r.counts[i];
    assert_int_equal(total, rules->rule_count);
    assert_int_equal(r.outcome_count, rules->rule_count);
}

static void cells_keep_what_they_are(void **state)
{
    (void)state;
    static const struct {
        const char *written;
        gj_cell_kind kind;
        const char *text;
    } cases[] = { { " |  |", GJ_CELL_BLANK, "" },
                  { " | / |", GJ_CELL_DASH, "/" },
                  { " | 若干 |", GJ_CELL_TEXT, "若干" } };
    for (size_t i = 0; i < 3; i++) {
        gj_record r = record_of("a.md", "某局", 2024, " | 3 |", cases[i].written);
        const gj_record_cell *cell = gj_record_cell_at(&r.tables[0], 0, 2);
        assert_int_equal(cell->kind, cases[i].kind);
        assert_true(gj_slice_is(cell->text, cases[i].text));
    }
}

static void what_is_no_record_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = { "",
                                         "{}",
                                         "[1]",
                                         "{\"schema\": \"gouji/record@2\"}",
                                         "{\"schema\": \"gouji/record@1\"}",
                                         "{\"schema\": \"gouji/record@1\", \"schema\": \"gouji/record@1\"}" };
    gj_record record;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        gj_error err = { 0 };
        assert_int_equal(gj_record_read(arena, rules->forms, gj_slice_of(wrong[i]), &record, &err), GJ_INPUT);
        assert_true(err.zh[0] && err.en[0]);
    }
    /* Cut anywhere, it is no record, and nothing crashes. */
    gj_slice line = line_of("a.md", "某局", 2024, NULL, NULL);
    for (size_t i = 0; i < line.len; i += 7) {
        gj_error err = { 0 };
        assert_int_not_equal(gj_record_read(arena, rules->forms, gj_slice_sub(line, 0, i), &record, &err), GJ_OK);
    }
}

static void a_record_with_wrong_members_is_refused(void **state)
{
    (void)state;
    static const char *const changes[][2] = { { "\"status\": \"checked\"", "\"status\": \"fine\"" },
                                              { "\"outcomes\": {", "\"outcomes\": [], \"x\": {" },
                                              { "\"tables\": {", "\"tables\": [], \"x\": {" },
                                              { "\"path\": \"a.md\"", "\"path\": null" },
                                              { "\"made\": 1", "\"made\": \"1\"" },
                                              { "\"issuer\": {", "\"issuer\": 3, \"x\": {" } };
    gj_slice line = line_of("a.md", "某局", 2024, NULL, NULL);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        gj_record record;
        gj_error err = { 0 };
        gj_slice old = gj_slice_of(changes[i][0]);
        size_t at = gj_slice_find(line, old, 0);
        if (at == GJ_NOT_FOUND)
            continue;
        gj_slice changed = gj_arena_format(arena, "%.*s%s%.*s", (int)at, line.data, changes[i][1],
                                           GJ_ARG(gj_slice_sub(line, at + old.len, line.len)));
        assert_int_equal(gj_record_read(arena, rules->forms, changed, &record, &err), GJ_INPUT);
    }
}

static void a_record_becomes_a_report_with_the_same_figures(void **state)
{
    (void)state;
    gj_record r = record_of("a.md", "某局", 2024, " | 3 |", " | / |");
    gj_buffer bytes;
    gj_error err = { 0 };
    gj_report *report = NULL;
    gj_check_options options = { .as = GJ_FORMAT_JSON };
    gj_buffer_init(&bytes, 0);
    assert_int_equal(gj_show_record_report(&r, &bytes), GJ_OK);
    gj_slice text = gj_arena_copy(arena, gj_buffer_slice(&bytes));
    gj_buffer_free(&bytes);
    assert_int_equal(gj_open_report(arena, rules, GJ_LIT("r"), text, &options, &report, &err), GJ_OK);
    assert_int_equal(report->year, 2024);
    for (size_t i = 0; i < 9; i++) {
        assert_int_equal(report->tables[0].cells[i].kind, r.tables[0].cells[i].kind);
        if (gj_record_cell_known(&r.tables[0].cells[i]))
            assert_int_equal(report->tables[0].cells[i].value, r.tables[0].cells[i].value);
    }
}

/* Dates */

static void dates_are_read_as_people_write_them(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        { "2025-01-20", "2025-01-20" },       { "2025/1/2", "2025-01-02" },
        { "2025年1月20日", "2025-01-20" },    { "２０２５年１月２日", "2025-01-02" },
        { "2025.12.31 10:00", "2025-12-31" }, { "2024 年 2 月 29 日", "2024-02-29" }
    };
    static const char *const wrong[] = { "",          "2025",     "2025-13-01", "2025-02-29",
                                         "2025年1月", "2025-1.2", "1月20日",    "x2025-01-20" };
    char out[11];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(gj_date_read(gj_slice_of(cases[i][0]), out));
        assert_string_equal(out, cases[i][1]);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(gj_date_read(gj_slice_of(wrong[i]), out));
}

/* Rosters */

static void a_roster_is_read_however_it_was_saved(void **state)
{
    (void)state;
    gj_roster r = roster_of("\xEF\xBB\xBF单位名称,别名,级别,类型,截止日期,上级,在汇总中\r\n"
                            "\"甲\"\"县\"\"局\",\"甲局；老甲局、甲办\",县级,部门,2025/1/9,甲县,否\r\n"
                            ",,,,,,\r\n"
                            " 乙镇 ,,乡镇,政府,,,\r\n");
    assert_int_equal(r.count, 2);
    assert_true(gj_slice_is(r.entries[0].name, "甲\"县\"局"));
    assert_int_equal(r.entries[0].alias_count, 3);
    assert_true(gj_slice_is(r.entries[0].level, "county"));
    assert_true(gj_slice_is(r.entries[0].kind, "department"));
    assert_string_equal(r.entries[0].deadline, "2025-01-09");
    assert_false(r.entries[0].in_aggregate);
    assert_true(gj_slice_is(r.entries[1].name, "乙镇"));
    assert_true(r.entries[1].in_aggregate);
    assert_int_equal(r.entries[1].line, 4);
    assert_int_equal(roster_of("name;level\na;township\n").count, 1);
    assert_int_equal(roster_of("name\tkind\na\tother").count, 1);
    assert_int_equal(roster_of("name\n\"two\nlines\"\nb\n").entries[1].line, 4);
}

static void a_roster_that_means_two_things_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t line;
    } wrong[] = { { "", 0 },
                  { "unit,level\na,county\n", 1 },
                  { "name,level\na,村级\n", 2 },
                  { "name,kind\na,x\n", 2 },
                  { "name,deadline\na,soon\n", 2 },
                  { "name,in_aggregate\na,maybe\n", 2 },
                  { "name\n某局\n 某 局\n", 3 },
                  { "name\n\"open\n", 2 },
                  { "name,level\n,county\n", 2 } };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        gj_roster roster;
        gj_error err = { 0 };
        assert_int_not_equal(gj_roster_read(arena, gj_slice_of(wrong[i].text), &roster, &err), GJ_OK);
        assert_int_equal(err.line, wrong[i].line);
    }
}

/* Units */

static void names_are_matched_and_never_guessed(void **state)
{
    (void)state;
    gj_roster roster =
        roster_of("name,aliases\n甲县教育局,\n乙县教育局,教育局\n丙县教育局,教育局\n丁县民政局,丁民政\n");
    gj_record records[] = { record_of("1", "甲县教育局", 2024, NULL, NULL), record_of("2", "教育局", 2024, NULL, NULL),
                            record_of("3", "丁民政", 2024, NULL, NULL),
                            record_of("4", "戊县水利局", 2024, NULL, NULL) };
    gj_collection *c = make(records, 4, &roster, 0);
    assert_int_equal(c->year, 2024);
    assert_int_equal(c->unit_count, 5);
    assert_int_equal(c->members[0].unit, 0);
    assert_int_equal(c->members[1].unit, GJ_NOT_FOUND);
    assert_int_equal(c->members[2].unit, 3);
    assert_int_equal(c->members[3].unit, 4);
    assert_int_equal(c->questions.count, 2);
    assert_int_equal(c->questions.items[0].kind, GJ_ASK_AMBIGUOUS);
    assert_int_equal(c->questions.items[0].candidate_count, 2);
    assert_true(c->units[1].asked && c->units[2].asked && !c->units[0].asked);
    assert_int_equal(c->questions.items[1].kind, GJ_ASK_UNLISTED);
    assert_int_equal(c->questions.items[1].candidate_count, 0);
    assert_null(c->units[4].entry);
}

static void a_file_counts_once_and_order_does_not_matter(void **state)
{
    (void)state;
    gj_record a = record_of("a", "甲局", 2024, NULL, NULL), b = record_of("b", "乙局", 2024, NULL, NULL);
    gj_record one[] = { a, b, a }, other[] = { b, a };
    gj_collection *c = make(one, 3, NULL, 0), *d = make(other, 2, NULL, 0);
    assert_int_equal(c->member_count, 2);
    assert_int_equal(d->member_count, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_true(gj_slice_equal(c->members[i].record.path, d->members[i].record.path));
        assert_true(gj_slice_equal(c->units[i].name, d->units[i].name));
    }
    assert_int_equal(c->questions.count, 0);
}

static void the_year_is_that_of_most_and_the_one_before_is_last_year(void **state)
{
    (void)state;
    gj_record records[] = { record_of("1", "甲局", 2023, NULL, NULL), record_of("2", "甲局", 2024, NULL, NULL),
                            record_of("3", "乙局", 2024, NULL, NULL), record_of("4", "乙局", 2022, NULL, NULL) };
    gj_collection *c = make(records, 4, NULL, 0);
    assert_int_equal(c->year, 2024);
    assert_int_equal(c->members[1].before, 0);
    assert_int_equal(c->members[2].before, GJ_NOT_FOUND);
    assert_int_equal(c->members[0].part, GJ_PART_PRIOR);
    assert_int_equal(c->units[0].member_count, 1);
    c = make(records, 4, NULL, 2022);
    assert_int_equal(c->year, 2022);
    records[0].as_prior = true;
    c = make(records, 1, NULL, 2023);
    assert_int_equal(c->members[0].part, GJ_PART_PRIOR);
}

static void a_file_given_as_last_years_and_otherwise_counts_otherwise(void **state)
{
    (void)state;
    gj_record records[] = { record_of("./a", "甲局", 2023, NULL, NULL), record_of("a", "甲局", 2023, NULL, NULL),
                            record_of("b", "甲局", 2024, " | 3 |", " | 4 |") };
    records[1].as_prior = true;
    gj_collection *c = make(records, 3, NULL, 2024);
    assert_int_equal(c->member_count, 2);
    assert_int_equal(c->members[1].before, 0);
}

/* Roll-up */

static gj_rollup_cell *cell_of(gj_collection *c, size_t row, size_t column)
{
    for (size_t i = 0; i < c->rollup.count; i++)
        if (c->rollup.cells[i].row == row && c->rollup.cells[i].column == column)
            return &c->rollup.cells[i];
    fail_msg("no such cell");
    return NULL;
}

static gj_collection *totals(const char *old, const char *new_text, const char *unit_old, const char *unit_new,
                             const gj_roster *roster)
{
    gj_record records[] = { record_of("a", "甲局", 2024, unit_old, unit_new),
                            record_of("t", "总局", 2024, old, new_text) };
    records[1].as_aggregate = true;
    return make(records, 2, roster, 0);
}

static void a_total_is_held_against_the_sum(void **state)
{
    (void)state;
    gj_collection *c = totals(NULL, NULL, NULL, NULL, NULL);
    assert_true(c->rollup.made);
    assert_int_equal(c->rollup.units, 1);
    assert_int_equal(c->rollup.differing + c->rollup.open, 0);
    c = totals(" | 3 |", " | 9 |", NULL, NULL, NULL);
    assert_int_equal(c->rollup.differing, 1);
    assert_int_equal(cell_of(c, 0, 2)->state, GJ_ROLLUP_DIFFERS);
    assert_int_equal(cell_of(c, 0, 2)->sum / GJ_ONE, 3);
    c = totals(" | 3 |", " | 0 |", NULL, NULL, NULL);
    assert_true(gj_slice_is(c->units[cell_of(c, 0, 2)->explained_by].name, "甲局"));
    assert_false(cell_of(c, 0, 2)->twice);
    c = totals(" | 3 |", " | 6 |", NULL, NULL, NULL);
    assert_true(gj_slice_is(c->units[cell_of(c, 0, 2)->explained_by].name, "甲局"));
    assert_true(cell_of(c, 0, 2)->twice);
    c = totals(" | 3 |", " |  |", NULL, NULL, NULL);
    assert_int_equal(cell_of(c, 0, 2)->state, GJ_ROLLUP_UNKNOWN);
}

static void what_is_not_known_keeps_a_sum_open(void **state)
{
    (void)state;
    gj_roster roster = roster_of("name\n甲局\n乙局\n");
    gj_collection *c = totals(NULL, NULL, " | 3 |", " | / |", NULL);
    assert_int_equal(cell_of(c, 0, 2)->state, GJ_ROLLUP_OPEN);
    assert_true(gj_slice_is(c->units[cell_of(c, 0, 2)->explained_by].name, "甲局"));
    c = totals(" | 3 |", " | 7 |", NULL, NULL, &roster);
    assert_int_equal(c->rollup.absent_count, 1);
    assert_int_equal(cell_of(c, 0, 2)->state, GJ_ROLLUP_OPEN);
    assert_true(gj_slice_is(c->units[cell_of(c, 0, 2)->explained_by].name, "乙局"));
    assert_int_equal(cell_of(c, 0, 1)->state, GJ_ROLLUP_HOLDS); /* the sum is reached without the one that is missing */
    c = totals(" | 3 |", " | 2 |", NULL, NULL, &roster);
    assert_int_equal(cell_of(c, 0, 2)->state, GJ_ROLLUP_DIFFERS); /* too much already */
}

static void one_unit_may_explain_all_differences(void **state)
{
    (void)state;
    gj_record records[] = { record_of("a", "甲局", 2024, NULL, NULL), record_of("b", "乙局", 2024, " | 3 |", " | 8 |"),
                            record_of("t", "总局", 2024, NULL, NULL) };
    records[2].as_aggregate = true;
    gj_collection *c = make(records, 3, NULL, 0); /* the total is 甲局's figures alone */
    assert_true(gj_slice_is(c->units[c->rollup.joint].name, "乙局"));
    assert_false(c->rollup.joint_twice);
}

/* Years */

static void last_years_rules_take_the_place_of_those_without(void **state)
{
    (void)state;
    gj_record records[] = { record_of("1", "甲局", 2023, NULL, NULL), record_of("2", "甲局", 2024, NULL, NULL) };
    gj_error err = { 0 };
    gj_slice rule = rules->rules[0].id;
    records[1].prior_rules = &rule;
    records[1].prior_rule_count = 1;
    gj_collection *c = make(records, 2, NULL, 0);
    assert_true(gj_years_apply(c, 1));
    assert_false(gj_years_apply(c, 0));
    gj_record_outcome outcome = { rule, GJ_FAIL, { NULL, 0 } };
    gj_record_finding finding = { .rule = rule, .outcome = GJ_FAIL, .severity = GJ_WARNING };
    gj_record partial = { .outcomes = &outcome, .outcome_count = 1, .findings = &finding, .finding_count = 1 };
    size_t warnings = c->members[1].record.severities[GJ_WARNING], fails = c->members[1].record.counts[GJ_FAIL];
    assert_int_equal(gj_years_take(c, 1, &partial, &err), GJ_OK);
    assert_int_equal(c->members[1].record.severities[GJ_WARNING], warnings + 1);
    assert_int_equal(c->members[1].record.counts[GJ_FAIL], fails + 1);
    assert_int_equal(gj_years_take(c, 1, &partial, &err), GJ_OK);
    assert_int_equal(c->members[1].record.severities[GJ_WARNING], warnings + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_record_comes_back_as_it_was_written, setup, teardown),
        cmocka_unit_test_setup_teardown(cells_keep_what_they_are, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_record_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(a_record_with_wrong_members_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(a_record_becomes_a_report_with_the_same_figures, setup, teardown),
        cmocka_unit_test_setup_teardown(dates_are_read_as_people_write_them, setup, teardown),
        cmocka_unit_test_setup_teardown(a_roster_is_read_however_it_was_saved, setup, teardown),
        cmocka_unit_test_setup_teardown(a_roster_that_means_two_things_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(names_are_matched_and_never_guessed, setup, teardown),
        cmocka_unit_test_setup_teardown(a_file_counts_once_and_order_does_not_matter, setup, teardown),
        cmocka_unit_test_setup_teardown(the_year_is_that_of_most_and_the_one_before_is_last_year, setup, teardown),
        cmocka_unit_test_setup_teardown(a_file_given_as_last_years_and_otherwise_counts_otherwise, setup, teardown),
        cmocka_unit_test_setup_teardown(a_total_is_held_against_the_sum, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_not_known_keeps_a_sum_open, setup, teardown),
        cmocka_unit_test_setup_teardown(one_unit_may_explain_all_differences, setup, teardown),
        cmocka_unit_test_setup_teardown(last_years_rules_take_the_place_of_those_without, setup, teardown),
    };
    return cmocka_run_group_tests_name("collect", tests, NULL, NULL);
}
