/* test_fields.c - reading tables of a certain shape: what is taken, and how each breach is named. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>
#include <lauxlib.h>

#include "../../core/script/fields.h"
#include "../../core/script/sandbox.h"

typedef struct fixture {
    gj_matcher *matcher;
    gj_sandbox *sandbox;
    gj_arena *arena;
} fixture;

static int set_up(void **state)
{
    static fixture f;
    f.arena = gj_arena_new(0);
    *state = &f;
    return !f.arena || gj_matcher_new(&f.matcher, NULL) != GJ_OK ||
           gj_sandbox_new(f.matcher, &f.sandbox, NULL) != GJ_OK;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    gj_sandbox_free(f->sandbox);
    gj_matcher_free(f->matcher);
    gj_arena_free(f->arena);
    return 0;
}

typedef gj_status (*reader)(gj_fields *f);

typedef struct job {
    gj_arena *arena;
    reader read;
} job;

static gj_status work(lua_State *L, void *context, gj_error *err)
{
    job *j = context;
    gj_fields f = { .L = L, .index = 1, .arena = j->arena, .where = "x.lua: thing 1", .status = GJ_USAGE, .err = err };
    int top = lua_gettop(L);
    gj_status status = j->read(&f);
    assert_int_equal(lua_gettop(L), top); /* also after an error */
    return status;
}

/* Read the table that the script makes; `says` is the whole English message of the error, NULL where there is none. */
static void expect(fixture *f, const char *table, reader read, const char *says)
{
    char script[400];
    gj_error err = { 0 };
    job j = { f->arena, read };
    (void)snprintf(script, sizeof script, "return %s", table);
    assert_int_equal(gj_sandbox_load(f->sandbox, GJ_LIT("x.lua"), gj_slice_of(script), false, &err), GJ_OK);
    assert_int_equal(gj_sandbox_call(f->sandbox, 0, 1, GJ_LUA_RULE_STEPS, &err), GJ_CALL_OK);
    err = (gj_error){ 0 };
    gj_status status = gj_sandbox_protected(f->sandbox, 1, 0, work, &j, &err);
    if (strcmp(err.en, says ? says : "") != 0)
        fail_msg("%s: %s", table, err.en);
    assert_int_equal(status, says ? GJ_USAGE : GJ_OK);
    if (says) {
        assert_string_equal(err.where, "x.lua: thing 1");
        assert_true(err.zh[0] != '\0');
    }
}

static gj_status one_string(gj_fields *f)
{
    gj_slice out;
    GJ_TRY(gj_field_string(f, "name", &out));
    assert_true(gj_slice_is(out, "汉"));
    return GJ_OK;
}

static gj_status optional_string(gj_fields *f)
{
    gj_slice out = GJ_LIT("before");
    GJ_TRY(gj_field_optional(f, "name", &out));
    assert_int_equal(out.len, 0);
    return GJ_OK;
}

static void test_strings(void **state)
{
    expect(*state, "{ name = '汉' }", one_string, NULL);
    expect(*state, "{}", one_string, "field \"name\": is missing or empty");
    expect(*state, "{ name = '' }", one_string, "field \"name\": is missing or empty");
    expect(*state, "{ name = 3 }", one_string, "field \"name\": expected a string, found 3");
    expect(*state, "{ name = {} }", one_string, "field \"name\": expected a string, found a table");
    expect(*state, "{ name = '\\xff' }", one_string, "field \"name\": is not valid UTF-8 text");
    expect(*state, "{ name = 'a\\0b' }", one_string, "field \"name\": is not valid UTF-8 text");
    expect(*state, "{}", optional_string, NULL);
    expect(*state, "{ name = false }", optional_string, "field \"name\": expected a string, found false");
    expect(*state, "setmetatable({}, { __index = function() error('metamethod') end })", optional_string, NULL);
}

static gj_status numbers(gj_fields *f)
{
    int year = -1, to = -1;
    bool flag = false;
    GJ_TRY(gj_field_int(f, "year", true, &year));
    GJ_TRY(gj_field_int(f, "to", false, &to));
    GJ_TRY(gj_field_bool(f, "flag", &flag));
    assert_int_equal(year, 2024);
    assert_int_equal(to, -1);
    assert_true(flag);
    return GJ_OK;
}

static void test_numbers(void **state)
{
    expect(*state, "{ year = 2024, flag = true }", numbers, NULL);
    expect(*state, "{ year = 2024.0, flag = true }", numbers, NULL);
    expect(*state, "{ flag = true }", numbers, "field \"year\": is missing or empty");
    expect(*state, "{ year = 2024.5 }", numbers, "field \"year\": expected a whole number, found 2024.5");
    expect(*state, "{ year = '2024' }", numbers, "field \"year\": expected a whole number, found \"2024\"");
    expect(*state, "{ year = 1 << 40 }", numbers, "field \"year\": expected a whole number, found 1099511627776");
    expect(*state, "{ year = 2024, flag = 'yes' }", numbers, "field \"flag\": expected true or false, found \"yes\"");
}

static gj_status words(gj_fields *f)
{
    gj_words out;
    GJ_TRY(gj_field_words(f, "title", true, &out));
    assert_true(gj_slice_is(out.zh, "中") && gj_slice_is(out.en, "en"));
    return GJ_OK;
}

static gj_status optional_words(gj_fields *f)
{
    gj_words out;
    GJ_TRY(gj_field_words(f, "title", false, &out));
    assert_int_equal(out.zh.len + out.en.len, 0);
    return GJ_OK;
}

static void test_words(void **state)
{
    expect(*state, "{ title = { zh = '中', en = 'en' } }", words, NULL);
    expect(*state, "{}", words, "field \"title\": is missing or empty");
    expect(*state, "{ title = { zh = '中' } }", words, "field \"title.en\": is missing or empty");
    expect(*state, "{ title = { zh = '中', en = 1 } }", words, "field \"title.en\": expected a string, found 1");
    expect(*state, "{ title = 'x' }", words, "field \"title\": expected { zh = \"…\", en = \"…\" }, found \"x\"");
    expect(*state, "{ title = { zh = '中', en = 'en', fr = 'f' } }", words, "field \"fr\": unknown");
    expect(*state, "{}", optional_words, NULL);
    expect(*state, "{ title = { en = 'x' } }", optional_words, "field \"title\": zh and en belong together");
}

static gj_status list(gj_fields *f)
{
    gj_slice *out;
    size_t count;
    GJ_TRY(gj_field_strings(f, "list", true, &out, &count));
    assert_true(count >= 1 && gj_slice_is(out[0], "a") && (count == 1 || gj_slice_is(out[1], "b")));
    return GJ_OK;
}

static void test_lists(void **state)
{
    expect(*state, "{ list = { 'a', 'b' } }", list, NULL);
    expect(*state, "{ list = 'a' }", list, NULL);
    expect(*state, "{}", list, "field \"list\": is missing or empty");
    expect(*state, "{ list = {} }", list, "field \"list\": is missing or empty");
    expect(*state, "{ list = '' }", list, "field \"list\": is missing or empty");
    expect(*state, "{ list = { 'a', '' } }", list, "field \"list\": an element is empty");
    expect(*state, "{ list = { 'a', 2 } }", list, "field \"list\": expected a string, found 2");
    expect(*state, "{ list = { 'a', key = 'b' } }", list, "field \"list\": expected a list without keys or holes");
    expect(*state, "{ list = 5 }", list, "field \"list\": expected a string or a list of strings, found 5");
}

static gj_status choice(gj_fields *f)
{
    static const char *const severities[] = { "error", "warning", "info", NULL };
    int out = 7;
    GJ_TRY(gj_field_choice(f, "severity", severities, true, &out));
    assert_int_equal(out, 1);
    return GJ_OK;
}

static gj_status function(gj_fields *f)
{
    int ref = 0, none = 0;
    GJ_TRY(gj_field_function(f, "check", true, &ref));
    GJ_TRY(gj_field_function(f, "applies", false, &none));
    assert_true(ref >= 0);
    assert_int_equal(none, LUA_NOREF);
    return GJ_OK;
}

static void test_choices_and_functions(void **state)
{
    expect(*state, "{ severity = 'warning' }", choice, NULL);
    expect(*state, "{ severity = 'fatal' }", choice,
           "field \"severity\": expected one of error, warning, info, found \"fatal\"");
    expect(*state, "{ severity = 1 }", choice, "field \"severity\": expected one of error, warning, info, found 1");
    expect(*state, "{}", choice, "field \"severity\": is missing or empty");
    expect(*state, "{ check = function() end }", function, NULL);
    expect(*state, "{ check = 'x' }", function, "field \"check\": expected a function, found \"x\"");
    expect(*state, "{}", function, "field \"check\": is missing or empty");
}

static gj_status known(gj_fields *f)
{
    static const char *const names[] = { "id", "severity", "clauses", "lower_when_unknown", NULL };
    return gj_fields_known(f, names);
}

static void test_unknown_fields(void **state)
{
    expect(*state, "{ id = 1, clauses = 2 }", known, NULL);
    expect(*state, "{ sevrity = 1 }", known, "field \"sevrity\": unknown; did you mean \"severity\"?");
    expect(*state, "{ Severity = 1 }", known, "field \"Severity\": unknown; did you mean \"severity\"?");
    expect(*state, "{ lowerwhenunknown = 1 }", known,
           "field \"lowerwhenunknown\": unknown; did you mean \"lower_when_unknown\"?");
    expect(*state, "{ zebra = 1, apple = 2, mango = 3 }", known,
           "field \"apple\": unknown"); /* the first, in any run */
    expect(*state, "{ id = 1, 'x' }", known, "field \"1\": every value here needs a field name");
    expect(*state, "{ ['\\xff'] = 1 }", known, "field \"?\": unknown");
}

static void test_read_only_tables(void **state)
{
    fixture *f = *state;
    gj_error err;
    assert_int_equal(
        gj_sandbox_load(f->sandbox, GJ_LIT("s.lua"),
                        GJ_LIT("return { name = '汉', list = { 'a', 'b' }, title = { zh = '中', en = 'en' } }"), false,
                        &err),
        GJ_OK);
    assert_int_equal(gj_sandbox_call(f->sandbox, 0, 1, GJ_LUA_RULE_STEPS, &err), GJ_CALL_OK);
    assert_int_equal(gj_sandbox_share(f->sandbox, "shared"), GJ_OK);
    expect(f, "shared", one_string, NULL);
    expect(f, "shared", list, NULL);
    expect(f, "shared", words, NULL);
    expect(f, "{ list = shared.list }", list, NULL);
    expect(f, "{ title = shared.title }", words, NULL);
    expect(f, "shared", known, "field \"list\": unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_strings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_numbers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_lists, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_choices_and_functions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_unknown_fields, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_read_only_tables, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
