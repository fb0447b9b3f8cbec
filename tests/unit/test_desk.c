/* What the county page asks of the ruleset: deadlines, lateness, families, figures far from their peers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../core/collect/desk.h"
#include "../../core/judge/judge.h"

static gj_arena *arena;
static gj_ruleset *rules;

static int setup(void **state)
{
    gj_error err;
    (void)state;
    arena = gj_arena_new(0);
    return arena && gj_ruleset_open(GJ_LIT(""), NULL, 0, &rules, &err) == GJ_OK ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    gj_ruleset_close(rules);
    gj_arena_free(arena);
    return 0;
}

static gj_roster_entry dated = { .deadline = "2025-01-15" };
static gj_unit units[] = { { .name = { "a", 1 }, .level = { "county", 6 }, .kind = { "department", 10 } },
                           { .name = { "b", 1 }, .level = { "county", 6 }, .kind = { "government", 10 } },
                           { .name = { "c", 1 }, .level = { "township", 8 }, .kind = { "government", 10 } },
                           { .name = { "d", 1 }, .entry = &dated } };
static const gj_collection county = { .year = 2024, .units = units, .unit_count = 4 };

static gj_desk desk_of(const gj_collected *collected)
{
    gj_desk desk;
    gj_error err = { 0 };
    if (gj_desk_make(arena, rules, collected, &desk, &err) != GJ_OK)
        fail_msg("%s", err.en);
    return desk;
}

static void asks_the_ruleset(void **state)
{
    (void)state;
    const gj_collected collected = { .collection = &county };
    gj_desk desk = desk_of(&collected);
    assert_string_equal(desk.due[0].date, "2025-01-31");
    assert_string_equal(desk.due[1].date, "2025-03-31");
    assert_string_equal(desk.due[2].date, "2025-01-31");
    assert_string_equal(desk.due[3].date, "2025-01-15");
    assert_string_equal(desk.posted_again, "2025-09-30");
    assert_true(desk.figure_count >= 3 && desk.figures[0].drawn);
    /* every rule has a family, and each has a name of its own */
    for (size_t i = 0; i < gj_ruleset_total(rules); i++)
        assert_int_not_equal(gj_desk_family_of(&desk, gj_ruleset_at(rules, i)->id), GJ_NOT_FOUND);
    for (size_t i = 0; i < desk.family_count; i++)
        assert_false(gj_slice_equal(desk.families[i].name.zh, desk.families[i].prefix));
    assert_int_equal(gj_desk_family_of(&desk, GJ_LIT("ZZZ-001")), GJ_NOT_FOUND);
}

static void without_a_year(void **state)
{
    (void)state;
    gj_collection unknown = county;
    unknown.year = 0;
    const gj_collected collected = { .collection = &unknown };
    gj_desk desk = desk_of(&collected);
    assert_string_equal(desk.due[0].date, "");
    assert_string_equal(desk.due[3].date, "2025-01-15");
    assert_string_equal(desk.posted_again, "");
}

static void names_families_of_strangers(void **state)
{
    (void)state;
    gj_record_finding strange = { .rule = GJ_LIT("LOCAL-7") };
    gj_member member = { .record = { .findings = &strange, .finding_count = 1 } };
    gj_collection with = county;
    with.members = &member;
    with.member_count = 1;
    const gj_collected collected = { .collection = &with };
    gj_desk desk = desk_of(&collected);
    size_t family = gj_desk_family_of(&desk, GJ_LIT("LOCAL-7"));
    assert_int_equal(family, desk.family_count - 1);
    assert_true(gj_slice_is(desk.families[family].name.zh, "LOCAL"));
}

static void reckons_days(void **state)
{
    (void)state;
    assert_int_equal(gj_desk_days(GJ_LIT("1970-01-01")), 0);
    assert_int_equal(gj_desk_days(GJ_LIT("2000-03-01")), 11017);
    assert_int_equal(gj_desk_days(GJ_LIT("2024-02-29")) + 1, gj_desk_days(GJ_LIT("2024-03-01")));
    assert_int_equal(gj_desk_days(GJ_LIT("2025-03-01")) - gj_desk_days(GJ_LIT("2025-02-28")), 1);
    assert_int_equal(gj_desk_days(GJ_LIT("2025-01-01")) - gj_desk_days(GJ_LIT("2024-01-01")), 366);
}

static void tells_who_was_late(void **state)
{
    (void)state;
    static const struct {
        gj_record record;
        size_t unit;
        gj_timeliness kept;
        long days;
    } cases[] = {
        { { .published_on = "2025-01-31" }, 0, GJ_TIME_KEPT, 0 },
        { { .published_on = "2025-02-01" }, 0, GJ_TIME_LATE, 1 },
        { { .published_on = "2025-02-01" }, 1, GJ_TIME_KEPT, -58 },
        { { .signed_on = "2025-02-18" }, 2, GJ_TIME_LATE, 18 },
        { { .published_on = "2025-01-20", .signed_on = "2025-02-18" }, 2, GJ_TIME_KEPT, -11 },
        { { .published_on = "2025-01-16" }, 3, GJ_TIME_LATE, 1 },
        { { .published_on = "2024-12-31" }, 0, GJ_TIME_EARLY, 0 },
        { { .published_on = "2025-09-30" }, 0, GJ_TIME_LATE, 242 },
        { { .published_on = "2025-10-01" }, 0, GJ_TIME_AGAIN, 0 },
        { { .published_on = "" }, 0, GJ_TIME_UNKNOWN, 0 },
        { { .published_on = "2025-02-01" }, GJ_NOT_FOUND, GJ_TIME_UNKNOWN, 0 },
    };
    const gj_collected collected = { .collection = &county };
    gj_desk desk = desk_of(&collected);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        long days = -1;
        assert_int_equal(gj_desk_timeliness(&desk, &county, cases[i].unit, &cases[i].record, &days), cases[i].kept);
        assert_int_equal(days, cases[i].days);
    }
}

static void knows_outliers_by_their_finding(void **state)
{
    (void)state;
    const gj_rule *rule = gj_ruleset_rule(rules, GJ_LIT("COL-021")), *other = gj_ruleset_rule(rules, GJ_LIT("COL-020"));
    size_t second[] = { 1, 0 };
    gj_collected_finding found[] = {
        { .rule = other, .place = GJ_LIT("requests.new.total"), .units = second, .unit_count = 1 },
        { .rule = rule, .place = GJ_LIT("proactive.penalties.decisions"), .units = second, .unit_count = 2 }
    };
    const gj_collected collected = { .collection = &county, .findings = found, .finding_count = 2 };
    gj_desk desk = desk_of(&collected);
    assert_true(gj_desk_is_outlier(&desk, &collected, 1, GJ_LIT("proactive.penalties.decisions")));
    assert_false(gj_desk_is_outlier(&desk, &collected, 0, GJ_LIT("proactive.penalties.decisions")));
    assert_false(gj_desk_is_outlier(&desk, &collected, 1, GJ_LIT("requests.new.total")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asks_the_ruleset),   cmocka_unit_test(without_a_year),
        cmocka_unit_test(reckons_days),       cmocka_unit_test(names_families_of_strangers),
        cmocka_unit_test(tells_who_was_late), cmocka_unit_test(knows_outliers_by_their_finding),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
