/* test_ruleset.c - the contract of a ruleset: a small one that loads, and every breach of it refused with file, field and reason.
 *
 * The small ruleset is written to a temporary folder; each test changes one thing in it. The national ruleset is loaded from its folder with every check on,
 * and must be the one inside the binary. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <lauxlib.h>

#include "../../core/judge/ruleset.h"

static const char *const files[][2] = {
    { "pack", "return { id = 'small', version = '0.1', name = { zh = '小', en = 'small' }, forms = 'form', clauses = "
              "'clauses', claims = 'claims',\n"
              "  issuers = 'issuers', lib = { 'lib/words' }, rules = { 'one', 'two' }, base = 'base', measured = "
              "'measured', title = "
              "[[^(?<year>\\d+)(?<name>.+)$]],\n"
              "  report_hints = { '报告' }, owners = { section = 'A-001', issuer = 'B-001' } }\n" },
    { "clauses", "return { { id = 'L.1', document = { zh = '法', en = 'Law' }, about = { zh = '写', en = 'write' }, "
                 "from = '2020-01-01', ground = 'national', check = 'automated' },\n"
                 "  { id = 'P.1', document = { zh = '例', en = 'Practice' }, about = { zh = '写好', en = 'write well' "
                 "}, ground = 'practice', check = 'person' } }\n" },
    { "form",
      "return { id = 'f', name = { zh = '格式', en = 'Form' }, from = 2020,\n"
      "  sections = { { key = 'main', number = '一', title = '总体情况', keywords = { '总体' } } },\n"
      "  tables = { { key = 'counts', title = '表', section = 'main', shape = 'matrix', columns = { { key = 'total', "
      "label = '总计' } },\n"
      "    rows = { { key = 'made', label = '制作' } }, anchors = { '制作' }, owners = { blank = 'A-001' } } } }\n" },
    { "claims", "return { { key = 'made', name = { zh = '制作', en = 'made' }, patterns = { { [[制作{n}件]] } }, ties "
                "= { { cells = { 'counts.made.total' } } } } }\n" },
    { "issuers", "return { { pattern = '镇', level = 'township' } }\n" },
    { "lib/words", "local words = { greeting = { zh = '好', en = 'hello' } }\nfunction words.twice(s) return s .. s "
                   "end\nreturn words\n" },
    { "one", "rule {\n  id = 'A-001', name = 'first', severity = 'error', clauses = { 'P.1', 'L.1' }, title = { zh = "
             "'题', en = 'title' },\n"
             "  message = { zh = '共{count}个', en = '{count} in all' }, remedy = lib.words.greeting, needs = { "
             "'table:counts', 'section:main', 'year' },\n"
             "  tags = { 'x' }, check = function(report, finding) end,\n  cases = { fails = {}, passes = {} },\n}\n" },
    { "two", "rule { id = 'B-001', name = 'second', severity = 'info', clauses = 'P.1', title = { zh = '题', en = "
             "'title' }, lower_when_unknown = true,\n"
             "  messages = { other = { zh = '他', en = 'o' }, default = { zh = '常', en = 'd' } }, remedy = { zh = "
             "'改', en = 'fix' },\n"
             "  applies = function() return true end, check = function() end }\n" },
    { "base", "return function(form) return { schema = 'gouji/report@1', form = form } end\n" },
    { "measured",
      "return { clean_reports = 40, real_reports = 3, rules = { { rule = 'A-001', planted = 5, found = 4, false_alarms "
      "= 1, real_true = 2, real_doubtful = 0, real_false = 1 } } }\n" },
};
enum { FILES = sizeof files / sizeof *files };

typedef struct fixture {
    char folder[64];
} fixture;

static void write_file(const fixture *f, const char *name, const char *text)
{
    char path[160];
    (void)snprintf(path, sizeof path, "%s/%s.lua", f->folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

static void remove_file(const fixture *f, const char *name)
{
    char path[160];
    (void)snprintf(path, sizeof path, "%s/%s.lua", f->folder, name);
    (void)unlink(path);
}

static void make_folder(fixture *f)
{
    char lib[80];
    (void)snprintf(f->folder, sizeof f->folder, "/tmp/gouji-ruleset-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    (void)snprintf(lib, sizeof lib, "%s/lib", f->folder);
    assert_int_equal(mkdir(lib, 0700), 0);
}

static void remove_folder(const fixture *f)
{
    char lib[80];
    static const char *const more[] = { "three", "four", "extra" };
    for (size_t i = 0; i < FILES; i++)
        remove_file(f, files[i][0]);
    for (size_t i = 0; i < 3; i++)
        remove_file(f, more[i]);
    (void)snprintf(lib, sizeof lib, "%s/lib", f->folder);
    (void)rmdir(lib);
    (void)rmdir(f->folder);
}

static int set_up(void **state)
{
    static fixture f;
    make_folder(&f);
    for (size_t i = 0; i < FILES; i++)
        write_file(&f, files[i][0], files[i][1]);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    remove_folder(*state);
    return 0;
}

static gj_status open_small(const fixture *f, gj_ruleset **out, gj_error *err)
{
    *err = (gj_error){ 0 };
    return gj_ruleset_open(gj_slice_of(f->folder), NULL, 0, out, err);
}

static void test_loads(void **state)
{
    const fixture *f = *state;
    gj_ruleset *r;
    gj_error err;
    if (open_small(f, &r, &err) != GJ_OK)
        fail_msg("%s: %s", err.where, err.en);
    assert_true(gj_slice_is(r->id, "small") && gj_slice_is(r->version, "0.1"));
    assert_int_equal(r->rule_count, 2);
    const gj_rule *a = &r->rules[0], *b = &r->rules[1];
    assert_true(gj_slice_is(a->id, "A-001") && gj_slice_is(a->name, "first") && gj_slice_is(a->file, "one.lua"));
    assert_int_equal(a->severity, GJ_ERROR);
    assert_int_equal(a->ground, GJ_NATIONAL); /* the strongest of its clauses */
    assert_int_equal(a->message_count, 1);
    assert_true(gj_slice_is(a->messages[0].key, "default") && gj_slice_is(a->remedy.zh, "好"));
    assert_int_equal(a->need_count, 3);
    assert_int_equal(a->applies, LUA_NOREF);
    assert_true(a->check != LUA_NOREF && a->cases != LUA_NOREF);
    assert_int_equal(b->index, 1);
    assert_int_equal(b->severity, GJ_INFO);
    assert_int_equal(b->ground, GJ_PRACTICE);
    assert_int_equal(r->clean_reports, 40);
    assert_int_equal(r->real_reports, 3);
    assert_true(a->measured.known && !b->measured.known);
    assert_true(a->measured.planted == 5 && a->measured.found == 4 && a->measured.false_alarms == 1);
    assert_true(a->measured.real_true == 2 && a->measured.real_doubtful == 0 && a->measured.real_false == 1);
    assert_true(b->lower_when_unknown && b->applies != LUA_NOREF && b->cases == LUA_NOREF);
    assert_int_equal(b->message_count, 2);
    assert_true(gj_slice_is(b->messages[0].key, "default") && gj_slice_is(b->messages[1].key, "other"));
    assert_int_equal(r->forms->form_count, 1);
    assert_int_equal(r->forms->claim_count, 1);
    assert_int_equal(r->forms->issuer_count, 1);
    assert_non_null(r->forms->title);
    assert_int_equal(r->clause_count, 2);
    gj_ruleset_close(r);
}

static void test_finding_rules(void **state)
{
    gj_ruleset *r;
    gj_error err;
    assert_int_equal(open_small(*state, &r, &err), GJ_OK);
    assert_ptr_equal(gj_ruleset_rule(r, GJ_LIT("B-001")), &r->rules[1]);
    assert_ptr_equal(gj_ruleset_rule(r, GJ_LIT("first")), &r->rules[0]);
    assert_null(gj_ruleset_rule(r, GJ_LIT("A-00")));
    assert_non_null(gj_ruleset_clause(r, GJ_LIT("L.1")));
    assert_null(gj_ruleset_clause(r, GJ_LIT("L.2")));
    assert_true(gj_rule_selected_by(&r->rules[0], GJ_LIT("A")));
    assert_true(gj_rule_selected_by(&r->rules[0], GJ_LIT("A-0")));
    assert_true(gj_rule_selected_by(&r->rules[0], GJ_LIT("first")));
    assert_false(gj_rule_selected_by(&r->rules[0], GJ_LIT("fir")));
    assert_false(gj_rule_selected_by(&r->rules[0], GJ_LIT("B")));
    assert_false(gj_rule_selected_by(&r->rules[0], GJ_LIT("")));
    assert_ptr_equal(gj_ruleset_nearest(r, GJ_LIT("A-01")), &r->rules[0]);
    assert_ptr_equal(gj_ruleset_nearest(r, GJ_LIT("secnod")), &r->rules[1]);
    assert_null(gj_ruleset_nearest(r, GJ_LIT("something else")));
    gj_ruleset_close(r);
}

/* A text in which `from` was replaced by `to` once. */
static void changed(const char *text, const char *from, const char *to, char out[4000])
{
    const char *at = strstr(text, from);
    assert_non_null(at);
    (void)snprintf(out, 4000, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

typedef struct breach {
    const char *file, *from, *to;
    const char *where, *says; /* ends and parts of the error */
} breach;

static const breach breaches[] = {
    { "one", "id = 'A-001', ", "", "one.lua:1: rule", "field \"id\": is missing or empty" },
    { "one", "'A-001'", "'a-1'", "one.lua: rule a-1", "field \"id\": expected capitals and a number" },
    { "one", "'first'", "'First one'", "one.lua: rule A-001", "field \"name\": expected lower-case" },
    { "two", "'B-001'", "'A-001'", "two.lua: rule A-001", "field \"id\": another rule has it too" },
    { "two", "'second'", "'first'", "two.lua: rule B-001", "field \"name\": another rule has it too" },
    { "one", "'error'", "'fatal'", "one.lua: rule A-001",
      "field \"severity\": expected one of error, warning, info, found \"fatal\"" },
    { "one", "severity =", "sevrity =", "one.lua: rule A-001",
      "field \"sevrity\": unknown; did you mean \"severity\"?" },
    { "one", "'L.1' }", "'L.9' }", "one.lua: rule A-001", "field \"clauses\": there is no clause \"L.9\"" },
    { "one", "clauses = { 'P.1', 'L.1' }, ", "", "one.lua: rule A-001", "field \"clauses\": is missing or empty" },
    { "one", "title = { zh = '题', en = 'title' }", "title = { zh = '题' }", "one.lua: rule A-001",
      "field \"title.en\": is missing" },
    { "one", "en = 'title' }", "en = '{x} title' }", "one.lua: rule A-001",
      "field \"title\": a title has no placeholders" },
    { "one", "'{count} in all'", "'{number} in all'", "one.lua: rule A-001",
      "field \"message\": zh and en use different names: {count}" },
    { "one", "'{count} in all'", "'{count in all'", "one.lua: rule A-001", "field \"message\": a brace" },
    { "two", "default = { zh = '常', en = 'd' }", "default = { zh = '常' }", "two.lua: rule B-001",
      "field \"default.en\"" },
    { "two", "messages =", "message = { zh = 'x', en = 'x' }, messages =", "two.lua: rule B-001",
      "field \"messages\": give either" },
    { "two", "remedy = { zh = '改', en = 'fix' },", "", "two.lua: rule B-001", "field \"remedy\": is missing" },
    { "one", "remedy = lib.words.greeting, ", "remedy = lib.words.nothing, ", "one.lua: rule A-001",
      "field \"remedy\": is missing" },
    { "one", "check = function(report, finding) end", "check = 5", "one.lua: rule A-001",
      "field \"check\": expected a function, found 5" },
    { "one", "check = function(report, finding) end", "check = nil", "one.lua: rule A-001",
      "field \"check\": is missing" },
    { "two", "applies = function() return true end", "applies = true", "two.lua: rule B-001",
      "field \"applies\": expected a function, found true" },
    { "one", "'table:counts'", "'table:count'", "one.lua: rule A-001", "field \"needs\": no form has" },
    { "one", "'year' }", "'moon' }", "one.lua: rule A-001", "field \"needs\": expected year, form, prior" },
    { "one", "cases = { fails", "cases = { fail", "one.lua: rule A-001: cases",
      "field \"fail\": unknown; did you mean \"fails\"?" },
    { "one", "cases = {", "cases = 'x' .. {", "one.lua", "script error: attempt to concatenate" },
    { "one", "cases = { fails = {}, passes = {} }", "cases = 3", "one.lua: rule A-001",
      "field \"cases\": expected a table" },
    { "one", "rule {", "pcall(rule, {", "one.lua", "script error: ')' expected" },
    { "one", "rule {", "Rule {", "one.lua", "unknown global \"Rule\"" },
    { "one", "rule {", "counter = 1 rule {", "one.lua", "global \"counter\" is assigned" },
    { "one", "rule {", "lib.words.greeting = nil rule {", "one.lua", "read-only" },
    { "one", "rule {", "lib.other = {} rule {", "one.lua", "read-only" },
    { "one", "rule {", "while true do end rule {", "one.lua", "longer than its budget" },
    { "two", "rule {", "rule = function() end rule {", "two.lua", "global \"rule\" is assigned" },
    { "lib/words", "return words", "rule {}", "lib/words.lua", "unknown global \"rule\"" },
    { "lib/words", "return words", "return 3", "lib/words.lua", "the file must return a table" },
    { "lib/words", "return words", "error({})", "lib/words.lua", "error value is a table" },
    { "clauses", "id = 'P.1'", "id = 'L.1'", "clauses.lua: clause L.1", "field \"id\": another clause has it too" },
    { "clauses", "ground = 'national'", "ground = 'regional'", "clauses.lua: clause L.1",
      "field \"ground\": expected one of national, local, practice" },
    { "clauses", "check = 'person'", "check = 'none'", "clauses.lua: clause P.1",
      "field \"check\": expected one of automated, partly, person" },
    { "clauses", "'2020-01-01'", "'1 May 2020'", "clauses.lua: clause L.1", "field \"from\": expected YYYY-MM-DD" },
    { "clauses", "document = { zh = '法', en = 'Law' }, ", "", "clauses.lua: clause L.1",
      "field \"document\": is missing" },
    { "clauses", "ground = 'national'", "grounds = 'national'", "clauses.lua: clause L.1", "did you mean \"ground\"?" },
    { "form", "owners = { blank = 'A-001' }", "owners = { blank = 'Z-001' }", "", "owner does not exist: \"Z-001\"" },
    { "pack", "owners = { section = 'A-001'", "owners = { section = 'Z-009'", "", "owner does not exist: \"Z-009\"" },
    { "pack", "owners = { section", "owners = { sections", "pack.lua", "did you mean \"section\"?" },
    { "claims", "'counts.made.total'", "'counts.made.all'", "", "no form has this cell: \"counts.made.all\"" },
    { "claims", "ties =", "sections = { 'other' }, ties =", "", "no form has this section: \"other\"" },
    { "claims", "[[制作{n}件]]", "[[制作{n}(件]]", "", "missing closing parenthesis" },
    { "measured", "rule = 'A-001'", "rule = 'A-009'", "measured.lua", "the ruleset has no such rule" },
    { "measured", "found = 4", "found = 6", "measured.lua", "field \"found\": is more than planted" },
    { "measured", "planted = 5", "planted = -5", "measured.lua", "field \"planted\": must not be negative" },
    { "measured", "real_true = 2, ", "", "measured.lua", "field \"real_true\": is missing" },
    { "measured", "false_alarms", "false_alarm", "measured.lua", "did you mean \"false_alarms\"?" },
    { "issuers", "'镇'", "'镇{2000}'", "", "a repeat is too large" },
    { "pack", "title = [[^", "title = [[^(", "", "missing closing parenthesis" },
    { "pack", "id = 'small', ", "", "pack.lua", "field \"id\": is missing" },
    { "pack", "forms = 'form'", "form = 'form'", "pack.lua", "field \"form\": unknown; did you mean \"forms\"?" },
    { "pack", "'one', 'two'", "'one', 'nowhere'", "nowhere.lua", "no such file" },
    { "pack", "'one', 'two'", "'one', '../two'", "", "a name has letters, digits" },
    { "pack", "'one', 'two'", "'one', '/etc/passwd'", "", "a name has letters, digits" },
    { "pack", "'one', 'two'", "'one', 'lib//x'", "", "a name has letters, digits" },
    { "pack", "'lib/words' }", "'lib/words', 'lib/words' }", "lib/words.lua", "there is a lib.words already" },
    { "pack", "return {", "return nil -- {", "pack.lua", "" },
};

static void test_breaches(void **state)
{
    const fixture *f = *state;
    for (size_t i = 0; i < sizeof breaches / sizeof *breaches; i++) {
        const breach *b = &breaches[i];
        char text[4000];
        size_t at = 0;
        gj_ruleset *r = NULL;
        gj_error err;
        while (strcmp(files[at][0], b->file) != 0)
            at++;
        changed(files[at][1], b->from, b->to, text);
        write_file(f, b->file, text);
        gj_status status = open_small(f, &r, &err);
        if (status == GJ_OK) {
            gj_ruleset_close(r);
            fail_msg("breach %zu (%s: %s) was let through", i, b->file, b->to);
        }
        const char *where = err.where[0] ? err.where : err.en; /* a missing file says its path itself */
        if (!strstr(err.en, b->says) || !strstr(where, b->where) || !strstr(where, f->folder) || !err.zh[0])
            fail_msg("breach %zu (%s): %s: %s", i, b->to, err.where, err.en);
        write_file(f, b->file, files[at][1]);
    }
}

static void test_pcall_does_not_hide_a_bad_rule(void **state)
{
    const fixture *f = *state;
    gj_ruleset *r;
    gj_error err;
    write_file(f, "one", "local ok = pcall(rule, { id = 'A-001' })\nif ok then error('?') end\n");
    assert_int_equal(open_small(f, &r, &err), GJ_RULES);
    assert_non_null(strstr(err.en, "field \"name\": is missing"));
}

static void test_rule_ends_with_loading(void **state)
{
    const fixture *f = *state;
    gj_ruleset *r;
    gj_error err;
    char text[4000];
    changed(files[6][1], "check = function(report, finding) end", "check = function() keep { id = 'C-001' } end",
            text + 0);
    char whole[4100];
    (void)snprintf(whole, sizeof whole, "local keep = rule\n%s", text);
    write_file(f, "one", whole);
    if (open_small(f, &r, &err) != GJ_OK)
        fail_msg("%s", err.en);
    lua_State *L = gj_sandbox_state(r->sandbox);
    lua_rawgeti(L, LUA_REGISTRYINDEX, r->rules[0].check);
    assert_int_equal(gj_sandbox_call(r->sandbox, 0, 0, GJ_LUA_RULE_STEPS, &err), GJ_CALL_ERROR);
    assert_non_null(strstr(err.en, "only while the ruleset loads"));
    gj_ruleset_close(r);
}

static void test_base_is_lazy(void **state)
{
    const fixture *f = *state;
    gj_ruleset *r;
    gj_error err;
    write_file(f, "base", "error('too early')");
    assert_int_equal(open_small(f, &r, &err), GJ_OK);
    gj_ruleset_close(r);
    write_file(f, "base", files[8][1]);
    assert_int_equal(open_small(f, &r, &err), GJ_OK);
    remove_file(f, "base"); /* what was loaded and digested is what runs */
    lua_State *L = gj_sandbox_state(r->sandbox);
    for (int i = 0; i < 2; i++) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, r->base);
        lua_pushliteral(L, "f");
        if (gj_sandbox_call(r->sandbox, 1, 1, GJ_LUA_RULE_STEPS, &err) != GJ_CALL_OK)
            fail_msg("%s", err.en);
        assert_int_equal(lua_getfield(L, -1, "form"), LUA_TSTRING);
        assert_string_equal(lua_tostring(L, -1), "f");
        lua_settop(L, 0);
    }
    gj_ruleset_close(r);
}

static void test_text_number(void **state)
{
    const fixture *f = *state;
    gj_ruleset *r;
    gj_error err;
    write_file(f, "lib/words",
               "local n = text.number\nreturn { greeting = { zh = '' .. n('１２') .. n('三十二') .. n(' 1,234 ') .. "
               "tostring(n('x')), en = 'e' .. n('1.5') } }\n");
    if (open_small(f, &r, &err) != GJ_OK)
        fail_msg("%s", err.en);
    assert_string_equal(r->rules[0].remedy.zh.data, "12321234nil");
    assert_string_equal(r->rules[0].remedy.en.data, "e1.5");
    gj_ruleset_close(r);
}

static void test_added_folder(void **state)
{
    const fixture *f = *state;
    fixture more;
    gj_ruleset *r;
    gj_error err = { 0 };
    make_folder(&more);
    write_file(&more, "pack",
               "return { id = 'more', version = '1', name = { zh = '加', en = 'more' }, clauses = 'clauses', lib = "
               "'lib/words', rules = 'three' }");
    write_file(&more, "clauses",
               "return { { id = 'C.1', document = { zh = '县', en = 'County' }, about = { zh = '写', en = 'w' }, "
               "ground = 'local', check = 'partly' } }");
    write_file(&more, "lib/words", "return {}");
    static const char three[] = "rule { id = 'C-001', name = 'third', severity = 'warning', clauses = { 'C.1' }, title "
                                "= { zh = '题', en = 't' }, remedy = { zh = '改', en = 'fix' },\n"
                                "  check = function() end }";
    write_file(&more, "three", three);
    const gj_slice with[] = { { more.folder, strlen(more.folder) } };
    assert_int_equal(gj_ruleset_open(gj_slice_of(f->folder), with, 1, &r, &err), GJ_RULES);
    assert_non_null(strstr(err.en, "there is a lib.words already"));
    write_file(&more, "pack",
               "return { id = 'more', version = '1', name = { zh = '加', en = 'more' }, clauses = 'clauses', rules = "
               "'three' }");
    if (gj_ruleset_open(gj_slice_of(f->folder), with, 1, &r, &err) != GJ_OK)
        fail_msg("%s: %s", err.where, err.en);
    assert_int_equal(r->rule_count, 3);
    assert_int_equal(r->rules[2].ground, GJ_LOCAL);
    assert_true(gj_slice_is(r->id, "small"));
    char digest[65];
    memcpy(digest, r->digest, sizeof digest);
    gj_ruleset_close(r);
    assert_int_equal(open_small(f, &r, &err), GJ_OK);
    assert_string_not_equal(digest, r->digest);
    gj_ruleset_close(r);
    static const char *const refused[][2] = {
        { "return { id = 'more', version = '1', name = { zh = '加', en = 'more' }, rules = 'three', base = 'base' }",
          "field \"base\": belongs to the main ruleset" },
        { "return { id = 'more', version = '1', name = { zh = '加', en = 'more' }, rules = 'three', title = 'x' }",
          "field \"title\": belongs" },
        { "return { id = 'more', version = '1', name = { zh = '加', en = 'more' }, rules = 'three' }",
          "there is no clause \"C.1\"" },
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        write_file(&more, "pack", refused[i][0]);
        assert_int_equal(gj_ruleset_open(gj_slice_of(f->folder), with, 1, &r, &err), GJ_RULES);
        if (!strstr(err.en, refused[i][1]))
            fail_msg("%s", err.en);
    }
    /* Libraries of the binary are guarded where strangers' rules see them. */
    write_file(&more, "pack",
               "return { id = 'more', version = '1', name = { zh = '加', en = 'more' }, clauses = 'clauses', rules = "
               "'three' }");
    write_file(&more, "three", "for name, t in pairs(lib) do t.spoilt = true end");
    assert_int_equal(gj_ruleset_open((gj_slice){ NULL, 0 }, with, 1, &r, &err), GJ_RULES);
    assert_non_null(strstr(err.en, "read-only"));
    remove_folder(&more);
}

static void test_missing_folder(void **state)
{
    gj_ruleset *r;
    gj_error err = { 0 };
    (void)state;
    assert_int_equal(gj_ruleset_open(GJ_LIT("/nowhere/at/all"), NULL, 0, &r, &err), GJ_IO);
    assert_non_null(strstr(err.en, "/nowhere/at/all/pack.lua"));
    gj_ruleset_close(NULL);
}

static void test_digest_knows_every_byte(void **state)
{
    const fixture *f = *state;
    gj_ruleset *r;
    gj_error err;
    char before[65], text[4000];
    assert_int_equal(open_small(f, &r, &err), GJ_OK);
    memcpy(before, r->digest, sizeof before);
    gj_ruleset_close(r);
    assert_int_equal(open_small(f, &r, &err), GJ_OK);
    assert_string_equal(before, r->digest);
    gj_ruleset_close(r);
    for (size_t i = 0; i < FILES; i++) {
        (void)snprintf(text, sizeof text, "%s-- more\n", files[i][1]);
        write_file(f, files[i][0], text);
        assert_int_equal(open_small(f, &r, &err), GJ_OK);
        if (strcmp(files[i][0], "measured") == 0) /* what was measured of a ruleset is no part of it */
            assert_string_equal(before, r->digest);
        else
            assert_string_not_equal(before, r->digest);
        gj_ruleset_close(r);
        write_file(f, files[i][0], files[i][1]);
    }
}

static void test_national_ruleset(void **state)
{
    gj_ruleset *builtin, *folder;
    gj_error err = { 0 };
    (void)state;
    if (gj_ruleset_open((gj_slice){ NULL, 0 }, NULL, 0, &builtin, &err) != GJ_OK)
        fail_msg("%s: %s", err.where, err.en);
    assert_true(gj_slice_is(builtin->origin, "builtin"));
    if (access("rules/zfxxgk/pack.lua", R_OK) != 0) {
        gj_ruleset_close(builtin);
        skip();
    }
    if (gj_ruleset_open(GJ_LIT("rules/zfxxgk/"), NULL, 0, &folder, &err) != GJ_OK)
        fail_msg("%s: %s", err.where, err.en);
    assert_string_equal(builtin->digest, folder->digest);
    assert_int_equal(builtin->rule_count, folder->rule_count);
    for (size_t i = 0; i < folder->rule_count; i++) {
        assert_true(gj_slice_equal(builtin->rules[i].id, folder->rules[i].id));
        assert_true(gj_slice_equal(builtin->rules[i].file, folder->rules[i].file));
        assert_true(folder->rules[i].cases != LUA_NOREF);
    }
    gj_ruleset_close(builtin);
    gj_ruleset_close(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_loads, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_finding_rules, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_breaches, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_pcall_does_not_hide_a_bad_rule, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_rule_ends_with_loading, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_base_is_lazy, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_text_number, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_added_folder, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_digest_knows_every_byte, set_up, tear_down),
        cmocka_unit_test(test_missing_folder),
        cmocka_unit_test(test_national_ruleset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
