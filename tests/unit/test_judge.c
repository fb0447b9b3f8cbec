/* Judging: every outcome is reached, a rule that breaks costs only itself, findings are what a person needs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support_arena.h"
#include "support_ruleset.h"

static void expect(const gj_result *result, const char *rule, gj_outcome outcome, const char *because)
{
    const gj_rule_outcome *o = test_outcome(result, rule);
    if (o->outcome != outcome)
        fail_msg("%s: %s (%.*s), expected %s", rule, gj_outcome_name(o->outcome), GJ_ARG(o->why.en),
                 gj_outcome_name(outcome));
    assert_string_equal(gj_arena_copy(arena, o->because).data, because);
    bool reason = outcome == GJ_REVIEW || outcome == GJ_NOT_RUN || outcome == GJ_BROKEN;
    assert_int_equal(o->why.zh.len > 0, reason);
    assert_int_equal(o->why.en.len > 0, reason);
}

static void every_outcome_is_reached(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(
        RULE("A-001", "passes", "check = function() end")
            RULE("A-002", "fails", "check = function(report, finding) finding:fail { at = report } end") RULE(
                "A-003", "reviews", "check = function(report, finding) finding:review { at = report } end")
                RULE("A-004", "leaves", "check = function(_, finding) finding:review { because = 'A-002' } end") RULE(
                    "A-005", "applies-not", "applies = function() return nil end, check = function() error 'never' end")
                    RULE("A-006", "needs-prior", "needs = { 'prior' }, check = function() error 'never' end") RULE(
                        "A-007", "stops", "check = function(_, finding) finding:not_run { because = 'layout' } end")
                        RULE("A-008", "raises", "check = function() error 'oops' end")
                            RULE("A-009", "loops", "check = function() while true do end end") RULE(
                                "A-010", "loops-on",
                                "check = function() while true do pcall(function() while true do end end) end end")
                                RULE("A-011", "hoards",
                                     "check = function() local t = {} while true do t[#t + 1] = ('x'):rep(100000 + #t) "
                                     "end end")
                                    RULE("A-012", "applies-badly",
                                         "applies = function(report) return report.nothing end, check = function() end")
                                        RULE("A-013", "after-all", "check = function() end"));
    gj_result *r = test_judge(arena, rules, test_markdown, NULL);
    expect(r, "A-001", GJ_PASS, "");
    expect(r, "A-002", GJ_FAIL, "");
    expect(r, "A-003", GJ_REVIEW, "");
    expect(r, "A-004", GJ_REVIEW, "A-002");
    expect(r, "A-005", GJ_NOT_APPLICABLE, "");
    expect(r, "A-006", GJ_NOT_RUN, "prior");
    expect(r, "A-007", GJ_NOT_RUN, "layout");
    expect(r, "A-008", GJ_BROKEN, "");
    expect(r, "A-009", GJ_NOT_RUN, "budget");
    expect(r, "A-010", GJ_NOT_RUN, "budget");
    expect(r, "A-011", GJ_NOT_RUN, "budget");
    expect(r, "A-012", GJ_BROKEN, "");
    expect(r, "A-013", GJ_PASS, "");
    assert_int_equal(r->finding_count, 2);
    assert_int_equal(r->severities[GJ_ERROR], 1);
    assert_int_equal(r->reviews, 2); /* one shown, one left to another rule */
    assert_non_null(strstr(test_outcome(r, "A-008")->why.en.data, "rules.lua:"));
    assert_non_null(strstr(test_outcome(r, "A-008")->why.en.data, "oops"));
    gj_ruleset_close(rules);
}

static void the_worst_outcome_wins(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(
        RULE("A-001", "a", "check = function(r, f) f:not_run { because = 'layout' } f:review { because = 'A-002' } end")
            RULE("A-002", "b",
                 "check = function(r, f) f:review { at = r } f:fail { at = r } f:review { because = 'A-001' } end")
                RULE("A-003", "c", "check = function(r, f) f:fail { at = r } error 'late' end") RULE(
                    "A-004", "d", "check = function(r, f) f:review { at = r } f:review { because = 'A-001' } end"));
    gj_result *r = test_judge(arena, rules, test_markdown, NULL);
    expect(r, "A-001", GJ_REVIEW, "A-002");
    expect(r, "A-002", GJ_FAIL, "");
    expect(r, "A-003", GJ_BROKEN, "");
    expect(r, "A-004", GJ_REVIEW, "A-001");
    assert_int_equal(test_count(r, "A-002"), 2);
    assert_int_equal(test_count(r, "A-003"), 0); /* a broken rule leaves nothing half-said */
    gj_ruleset_close(rules);
}

static void needs_name_the_owner(void **state)
{
    (void)state;
    gj_ruleset *rules =
        test_ruleset(RULE("A-001", "need-table", "needs = { 'table:sums' }, check = function() end")
                         RULE("A-002", "need-section", "needs = { 'form', 'section:words' }, check = function() end")
                             RULE("A-003", "year", "needs = { 'year' }, check = function() end"));
    gj_result *r = test_judge(arena, rules, test_markdown, NULL);
    expect(r, "A-001", GJ_PASS, "");
    expect(r, "A-002", GJ_PASS, "");
    r = test_judge(arena, rules, "# 青石站2024年度统计报告\n\n## 一、数字情况\n\n全年收到来信3件。\n", NULL);
    expect(r, "A-001", GJ_NOT_RUN, "M-001");
    expect(r, "A-002", GJ_NOT_RUN, "S-001");
    expect(r, "A-003", GJ_PASS, "");
    r = test_judge(arena, rules, "## 一、数字情况\n\n没有年份的文字。\n", NULL);
    expect(r, "A-001", GJ_NOT_RUN, "M-001");
    expect(r, "A-003", GJ_NOT_RUN, "S-001");
    r = test_judge(arena, rules, "# 青石站2001年度统计报告\n\n## 一、数字情况\n\n超出范围的年份。\n", NULL);
    expect(r, "A-002", GJ_NOT_RUN, "form"); /* nobody owns it here: the need's own word */
    gj_ruleset_close(rules);
}

static void misuse_breaks_only_the_rule(void **state)
{
    (void)state;
    static const struct {
        const char *check, *says;
    } cases[] = {
        { "local x = r.nothing", "report has no field \"nothing\"" },
        { "local x = r.sums.nothing", "table has no field" },
        { "local x = r.sums:row 'nothing'", "no row \"nothing\"" },
        { "local x = r.sums:row('first').nothing", "row has no field" },
        { "local x = r:cell 'sums.first.nothing'", "no form has a cell" },
        { "local x = r:table 'nothing'", "no form has a table" },
        { "local x = r:section 'nothing'", "no form has a section" },
        { "local x = r:claims 'nothing'", "no claim kind" },
        { "local x = r.paragraphs()", "expected a report" },
        { "local x = r.paragraphs(f)", "expected a report, found finding" },
        { "r.year = 3", "cannot be changed" },
        { "local c = r:cell 'sums.first.a' return c == r:cell 'sums.first.b'", "not compared by operators" },
        { "return r:cell 'sums.first.a' < r:cell 'sums.first.b'", "not compared by operators" },
        { "return r:cell 'sums.first.a' * 2", "only added and subtracted" },
        { "return r:cell 'sums.first.a' + 'x'", "expected a cell number" },
        { "return r:cell 'sums.first.a' + 1e13", "beyond 10^12" },
        { "return r:cell 'sums.first.a' + 0.12345678", "more than six decimals" },
        { "local c = r:cell 'sums.first.a' local s = c for i = 1, 70 do s = s + c end", "at most 64 cells" },
        { "f:fail { at = 3 }", "a place is a cell" },
        { "f:fail { at = f }", "finding has no place" },
        { "f:fail()", "table expected" },
        { "f:fail { at = r, message = 'nothing' }", "no message \"nothing\"" },
        { "f:fail { at = r, message = { zh = '{x}', en = '{x}' } }", "needs a value \"x\"" },
        { "f:fail { at = r, message = { zh = '{', en = '' } }", "brace" },
        { "f:fail { at = r, message = { zh = '{x}', en = '{x}' }, x = true }", "a boolean is not shown" },
        { "f:fail { at = r, message = { zh = '{x}', en = '{x}' }, x = f }", "a finding is not shown" },
        { "f:fail { at = r, message = { zh = '{x}', en = '{x}' }, x = ('字'):sub(1, 2) }", "UTF-8" },
        { "f:fail { at = r, severity = 'fatal' }", "expected error, warning or info" },
        { "f:fail { at = r, cells = { 'x' } }", "expected a cell number" },
        { "f:review { because = 'Z-999' }", "no rule \"Z-999\"" },
        { "f:not_run {}", "because" },
        { "f:unless_equal(r:cell 'sums.first.a')", "value expected" },
        { "f:unless_equal(r:cell 'sums.first.a', nil)", "expected a cell number" },
        { "r:search('(')", "" },
        { "for q in r:search('.') do q:group 'x' end", "no group" },
        { "r.sums:cells('nothing')", "invalid option" },
        { "r.sums:rows('nothing')", "invalid option" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *rule =
            gj_arena_format(arena, RULE("A-001", "misuse", "check = function(r, f) %s end"), cases[i].check).data;
        gj_ruleset *rules = test_ruleset(rule);
        gj_result *r = test_judge(arena, rules, test_markdown, NULL);
        expect(r, "A-001", GJ_BROKEN, "");
        const char *why = test_outcome(r, "A-001")->why.en.data;
        if (!strstr(why, cases[i].says))
            fail_msg("%s: says \"%s\", expected \"%s\"", cases[i].check, why, cases[i].says);
        gj_ruleset_close(rules);
    }
}

static void nothing_is_kept_from_one_report_to_the_next(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(
        "local kept, walk, report\n" RULE("A-001", "keeps",
                                          "check = function(r, f)\n"
                                          " if walk then walk() end\n"
                                          " if kept then return kept.value end\n"
                                          " kept = r:cell 'sums.first.a' end")
            RULE("A-002", "keeps-iterator", "check = function(r, f) if walk then walk() end walk = r:paragraphs() end")
                RULE("A-003", "keeps-report",
                     "check = function(r, f) if report then report:cell 'sums.first.a' end report = r end"));
    gj_result *r = test_judge(arena, rules, test_markdown, NULL);
    expect(r, "A-001", GJ_PASS, "");
    expect(r, "A-002", GJ_PASS, "");
    r = test_judge(arena, rules, test_markdown, NULL);
    expect(r, "A-001", GJ_BROKEN, "");
    expect(r, "A-002", GJ_BROKEN, "");
    expect(r, "A-003", GJ_BROKEN, "");
    assert_non_null(strstr(test_outcome(r, "A-002")->why.en.data, "closed"));
    gj_ruleset_close(rules);
}

#define SUMS                                                                                                           \
    RULE("T-001", "rows",                                                                                              \
         "needs = { 'table:sums' }, check = function(r, f) for row in r.sums:rows() do "                               \
         "f:unless_equal(row:sum('a', 'total'), row.total) end end")                                                   \
    RULE("T-002", "columns",                                                                                           \
         "needs = { 'table:sums' }, check = function(r, f) for column in r.sums:columns() do "                         \
         "f:unless_equal(column.first + column.second, column.all) end end")

static void one_defect_is_one_finding(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(SUMS);
    gj_result *r = test_judge(arena, rules, test_markdown, NULL);
    assert_int_equal(r->finding_count, 0);
    r = test_judge(arena, rules, test_with(arena, test_markdown, "| 4 | 0 | 4 |", "| 9 | 0 | 4 |"), NULL);
    expect(r, "T-001", GJ_FAIL, "");
    expect(r, "T-002", GJ_FAIL, "");
    assert_int_equal(r->finding_count, 1);
    const gj_finding *f = test_finding(r, "T-001");
    assert_int_equal(f->also_count, 1);
    assert_true(gj_slice_is(f->also[0], "T-002"));
    assert_string_equal(f->message.zh.data,
                        "表一“第二项”一行：“甲类” + “乙类” = 9，“合计”填 4，两边不等。另有 1 个等式也不平。");
    assert_string_equal(f->message.en.data,
                        "Table 1, row “second”: “kind a” + “kind b” = 9, but “total” is 4. 1 more equation fails too.");
    assert_int_equal(f->suggestion_total, 1);
    assert_true(f->suggestions[0].cells[0].to == 4 * GJ_ONE);
    assert_string_equal(f->suggestions[0].cells[0].name.zh.data, "第二项 × 甲类");
    assert_true(gj_slice_is(f->place, "sums.second.a"));
    assert_true(gj_slice_is(f->section, "figures"));
    assert_int_equal(f->marks[0].line, 12);
    assert_int_equal(f->marks[0].column, 9);
    assert_int_equal(f->marks[0].end_column, 10);
    assert_true(f->marks[0].primary);
    assert_string_equal(f->marks[0].label.zh.data, "填 9，应为 4");
    assert_true(gj_slice_is(f->marks[0].line_text, "| 第二项 | 9 | 0 | 4 |"));
    assert_int_equal(f->equation_count, 2);
    assert_string_equal(f->equations[0].words.zh.data, "9 + 0 ≠ 4，差 5");
    assert_string_equal(f->equations[1].place.zh.data, "表一“甲类”一列");
    assert_string_equal(f->basis[0].zh.data, "统计办法（某令第1号）第二条");
    assert_string_equal(f->basis[0].en.data, "Statistics rules, article 2 (某令第1号)");
    gj_ruleset_close(rules);
}

/* A rule that knows better what happened leads, whatever its id; an equation that two rules wrote alike is told and counted once. */
static void a_rule_may_lead_its_group(void **state)
{
    (void)state;
    gj_ruleset *rules =
        test_ruleset(SUMS RULE("T-003", "knows-better",
                               "needs = { 'table:sums' }, check = function(r, f) local row = r.sums:row 'second' "
                               "f:unless_equal(row:sum('a', 'total'), row.total, { leads = true, "
                               "message = { zh = '错了一列。', en = 'Off by one.' } }) end"));
    gj_result *r = test_judge(arena, rules, test_with(arena, test_markdown, "| 4 | 0 | 4 |", "| 9 | 0 | 4 |"), NULL);
    expect(r, "T-001", GJ_FAIL, "");
    expect(r, "T-002", GJ_FAIL, "");
    expect(r, "T-003", GJ_FAIL, "");
    assert_int_equal(r->finding_count, 1);
    const gj_finding *f = test_finding(r, "T-003");
    assert_string_equal(f->message.zh.data, "错了一列。另有 1 个等式也不平。");
    assert_int_equal(f->equation_count, 2);
    assert_true(gj_slice_is(f->equations[0].rule, "T-003"));
    assert_int_equal(f->also_count, 2);
    assert_true(gj_slice_is(f->also[0], "T-001"));
    assert_true(gj_slice_is(f->also[1], "T-002"));
    gj_ruleset_close(rules);
}

static void several_explanations_point_to_the_total(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(RULE("T-001", "rows",
                                          "check = function(r, f) for row in r.sums:rows() do "
                                          "f:unless_equal(row:sum('a', 'total'), row.total) end end"));
    gj_result *r = test_judge(arena, rules, test_with(arena, test_markdown, "| 4 | 0 | 4 |", "| 4 | 0 | 6 |"), NULL);
    const gj_finding *f = test_finding(r, "T-001");
    assert_int_equal(f->suggestion_total, 3);
    assert_true(gj_slice_is(f->place, "sums.second.total"));
    assert_string_equal(f->marks[0].label.zh.data, "填 6，各项之和为 4");
    assert_int_equal(f->mark_count, 2); /* the total and the one part that is not zero */
    gj_ruleset_close(rules);
}

static void blanks_leave_sums_to_their_owner(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(SUMS RULE("T-003", "limit",
                                               "check = function(r, f) "
                                               "f:unless_at_most(r:cell 'sums.first.b', r:cell 'sums.first.a') end"));
    gj_result *r = test_judge(arena, rules, test_with(arena, test_markdown, "| 1 | 2 | 3 |", "|  | 2 | 3 |"), NULL);
    expect(r, "T-001", GJ_REVIEW, "B-001");
    expect(r, "T-003", GJ_REVIEW, "B-001");
    assert_int_equal(r->finding_count, 0);
    assert_int_equal(r->reviews, 3);
    r = test_judge(arena, rules, test_with(arena, test_markdown, "| 1 | 2 | 3 |", "| 若干 | 2 | 3 |"), NULL);
    expect(r, "T-001", GJ_REVIEW, "X-001");
    r = test_judge(arena, rules, test_with(arena, test_markdown, "| 第二项 | 4 | 0 | 4 |\n", ""), NULL);
    expect(r, "T-002", GJ_REVIEW, "L-001");
    r = test_judge(arena, rules, test_with(arena, test_markdown, "| 1 | 2 | 3 |", "| / | 9 | 3 |"), NULL);
    expect(r, "T-001", GJ_FAIL, ""); /* 9 exceeds 3 whatever the dash stands for */
    expect(r, "T-002", GJ_FAIL, "");
    gj_ruleset_close(rules);
}

static void messages_take_values(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(
        RULE(
            "A-001", "values",
            "message = { zh = '{s} {n} {d} {c} {e} {q} {w} {row} {column} {table}', en = '{s} {n} {d} {c} {e} {q} {w} "
            "{row} {column} {table}' },"
            "check = function(r, f) local c = r:cell 'sums.second.a' f:fail { at = c, s = '字', n = 12, d = 2.5, c = c,"
            " e = c + r:cell 'sums.first.a', q = r:contains '来信', w = { zh = '甲', en = 'a' } } end")
            RULE("A-002", "equation",
                 "messages = { sum = { zh = '{place}：{left}；{right}；{difference}；{mine}', en = '{place}: {left}; "
                 "{right}; {difference}; {mine}' } },"
                 "check = function(r, f) local row = r.sums:row 'second'"
                 " f:unless_equal(row.a, row.b, { message = 'sum', mine = row, severity = 'warning' }) end")
                RULE("A-003", "own-remedy",
                     "check = function(r, f) f:fail { at = r, remedy = { zh = '删去“{x}”', en = 'drop {x}' }, x = '乙' "
                     "} end"));
    gj_result *r = test_judge(arena, rules, test_markdown, NULL);
    const gj_finding *f = test_finding(r, "A-001");
    assert_string_equal(f->message.zh.data, "字 12 2.5 4 5 来信 甲 第二项 甲类 表一");
    assert_string_equal(f->message.en.data, "字 12 2.5 4 5 来信 a second kind a Table 1");
    assert_int_equal(f->cell_count, 1);
    assert_true(gj_slice_is(f->cells[0].row, "second"));
    f = test_finding(r, "A-002");
    assert_string_equal(f->message.zh.data, "表一“第二项”一行：“甲类”填 4；“乙类”填 0；4；第二项");
    assert_int_equal(f->severity, GJ_WARNING);
    assert_string_equal(test_finding(r, "A-003")->remedy.zh.data, "删去“乙”");
    gj_ruleset_close(rules);
}

/* The objects of docs/rule-authors.md, asserted from Lua. */
static void rules_see_the_report(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(RULE(
        "A-001", "sees",
        "check = function(r, f)\n"
        " assert(r.year == 2024 and r.title_year == 2024 and r.form == 'f1' and r.format == 'markdown')\n"
        " assert(r.title.text == '青石站2024年度统计报告' and r.name == '青石站' and r.published == nil)\n"
        " local keys = {} for s in r:sections() do keys[#keys + 1] = s.key end assert(table.concat(keys, ' ') == "
        "'figures words')\n"
        " keys = {} for s in r:found_sections() do keys[#keys + 1] = s.number end assert(table.concat(keys) == "
        "'一二')\n"
        " local s = r:section 'figures' assert(s.present and s.has_table and not s.has_image and s.copies == 0 and "
        "s.second == nil)\n"
        " assert(s.heading.text == '一、数字情况' and s.statutory_title == '数字情况' and s.order == 1 and s.chars == "
        "14)\n"
        " local n = 0 for p in r:paragraphs() do n = n + 1 end assert(n == 3, n)\n"
        " for p in r:preamble() do assert(p.text == '本报告自编，只作测试。' and p.section == nil) n = n + 1 end "
        "assert(n == 4)\n"
        " local p for q in s:paragraphs() do p = q end assert(p.section == 'figures' and p.chars == 14 and not "
        "p.heading)\n"
        " local q = p:find [[来信(?<n>\\d+)件]] assert(q.text == '来信3件' and q:group('n').text == '3' and "
        "q:group(1).text == '3')\n"
        " assert(q:before(2) == '收到' and q:after(2) == '。其' and q:sentence().text == '全年收到来信3件。')\n"
        " assert(q:paragraph().text == p.text and q:contains('3').text == '3' and q:contains('9') == nil and q:find "
        "'9' == nil)\n"
        " n = 0 for x in p:sentences() do n = n + 1 end assert(n == 2)\n"
        " n = 0 for x in r:search('[，。]') do n = n + 1 end assert(n == 6, n)\n"
        " n = 0 for x in r:search('[，。]', 'words') do n = n + 1 end assert(n == 2)\n"
        " n = 0 for x in p:search('x*') do n = n + 1 end assert(n == 15, n)\n"
        " assert(r:contains('按时').section == 'words' and r:contains('按时', 'figures') == nil)\n"
        " local t = r.sums assert(t.key == 'sums' and t.name.zh == '表一' and t.form == 'f1' and t.right_form and "
        "t.layout_known)\n"
        " assert(t.expected_count == 9 and t.rows_in_order and t.columns_in_order)\n"
        " local c = t:cell('second', 'a') assert(c.known and c.value == 4 and c.kind == 'integer' and c.text == '4')\n"
        " assert(c.path == 'sums.second.a' and c.row.key == 'second' and c.column.name.zh == '甲类' and tostring(c) == "
        "'4')\n"
        " assert((c + 1 - r:cell 'sums.first.a').value == 4 and (-c).value == -4 and (3 - c).kind == 'expression')\n"
        " n = 0 for x in t:cells() do n = n + x.value end assert(n == 28, n)\n"
        " n = 0 for x in t:cells('blank', 'text') do n = n + 1 end assert(n == 0)\n"
        " n = 0 for x in t:cells('integer') do n = n + 1 end assert(n == 9)\n"
        " local row = t:row 'second' assert(row.present and row.complete and row.expected == 3 and row.label.text == "
        "'第二项')\n"
        " assert(row:header('a').text == '甲类' and row:sum().value == 8 and row:sum('b').value == 4 and row.table.key "
        "== 'sums')\n"
        " assert(t:column('a'):sum('first', 'all').value == 5)\n"
        " for claim in r:claims 'letters' do\n"
        "  assert(claim.value == 3 and claim.tie == 'ties' and claim.reading.zh == '第一项' and not claim.unstated)\n"
        "  assert(claim.text == '3件' and claim.unit == '件' and claim.certainty == 'exact' and claim.year == 2024)\n"
        "  assert(claim.sentence.text == '全年收到来信3件。' and claim:expected().value == 3)\n"
        "  n = 0 for a in claim:alternatives() do n = n + a.value end assert(n == 10)\n"
        " end\n"
        " n = 0 for x in r:all_claims() do n = n + 1 end assert(n >= 1)\n"
        " for x in r:all_claims 'rounded' do error 'there is none' end\n"
        " for x in r:notices() do assert(x.kind and x.text) end\n"
        "end") RULE("A-002", "decides",
                    "check = function(r, f)\n"
                    " assert(f:unless_equal(r:cell 'sums.first.a', 1) == true and f:unless_at_most(1, 1) == true)\n"
                    " assert(f:unless_equal(1, 2) == false) end"));
    gj_result *r = test_judge(arena, rules, test_markdown, NULL);
    expect(r, "A-001", GJ_PASS, "");
    expect(r, "A-002", GJ_FAIL, "");
    gj_ruleset_close(rules);
}

/* Rows, columns and cells asked for by what is the matter with them. */
static void lines_are_asked_for_by_a_word(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(
        RULE("A-001", "asks",
             "check = function(r, f)\n"
             " local function of(iterate, word)\n"
             "  local keys = {}\n"
             "  for x in iterate(r.sums, word) do\n"
             "   keys[#keys + 1] = iterate == r.sums.cells and x.path or x.key\n"
             "  end\n"
             "  return table.concat(keys, ' ')\n"
             " end\n"
             " local t = r.sums\n"
             " f:fail { at = t, one = of(t.rows, 'reworded'), two = of(t.rows, 'absent') .. of(t.columns, 'absent'),\n"
             "  three = of(t.cells, 'reheaded'), four = of(t.cells, 'headless') }\n"
             "end, message = { zh = '{one}|{two}|{three}|{four}', en = '{one}|{two}|{three}|{four}' }"));
    gj_result *r = test_judge(arena, rules, test_markdown, NULL);
    assert_string_equal(test_finding(r, "A-001")->message.zh.data, "|||");
    r = test_judge(arena, rules,
                   test_with(arena, test_with(arena, test_markdown, "第二项", "第二 项"), "甲类", "甲 类"), NULL);
    assert_string_equal(test_finding(r, "A-001")->message.zh.data, "second||sums.first.a sums.second.a sums.all.a|");
    gj_ruleset_close(rules);
}

static void fingerprints_are_the_same_from_every_format(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(
        SUMS RULE("A-001", "quotes", "check = function(r, f) for q in r:search '来信' do f:fail { at = q } end end")
            RULE("A-002", "no-section", "check = function(r, f) f:fail { at = r:section 'words' } end"));
    gj_result *md = test_judge(arena, rules, test_with(arena, test_markdown, "| 4 | 0 | 4 |", "| 9 | 0 | 4 |"), NULL);
    gj_result *json = test_judge(arena, rules, test_with(arena, test_json, "\"a\":4", "\"a\":9"), NULL);
    const char *moved = test_with(arena, test_markdown, "## 一", "前言又一段。\n\n\n## 一");
    gj_result *later = test_judge(arena, rules, test_with(arena, moved, "| 4 | 0 | 4 |", "| ９ | 0 | 4 |"), NULL);
    assert_int_equal(md->finding_count, 3);
    assert_int_equal(json->finding_count, 3);
    for (size_t i = 0; i < 3; i++) {
        const char *rule = gj_arena_copy(arena, md->findings[i].rule).data;
        assert_string_equal(md->findings[i].fingerprint, test_finding(json, rule)->fingerprint);
        assert_string_equal(md->findings[i].fingerprint, test_finding(later, rule)->fingerprint);
    }
    assert_string_equal(gj_arena_copy(arena, test_finding(json, "T-001")->marks[0].pointer).data,
                        "/tables/sums/second/a");
    gj_ruleset_close(rules);
}

static void repeated_findings_differ(void **state)
{
    (void)state;
    gj_ruleset *rules =
        test_ruleset(RULE("A-001", "twice",
                          "check = function(r, f) for q in r:search('，', 'words') do f:fail { at = q } "
                          "f:fail { at = q } end end"));
    gj_result *r = test_judge(arena, rules, test_markdown, NULL);
    assert_int_equal(r->finding_count, 2);
    assert_string_not_equal(r->findings[0].fingerprint, r->findings[1].fingerprint);
    gj_ruleset_close(rules);
}

static void severities_follow_rule_knowledge_and_config(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(
        RULE("A-001", "lower", "lower_when_unknown = true, check = function(r, f) f:fail { at = r } end")
            RULE("A-002", "info",
                 "lower_when_unknown = true, check = function(r, f) f:fail { at = r, severity = 'info' } end")
                RULE("B-002", "plain", "check = function(r, f) f:fail { at = r } end"));
    gj_result *r = test_judge(arena, rules, test_markdown, NULL);
    assert_int_equal(test_finding(r, "A-001")->severity, GJ_WARNING);
    assert_int_equal(test_finding(r, "A-002")->severity, GJ_INFO);
    assert_int_equal(test_finding(r, "B-002")->severity, GJ_ERROR);
    gj_severity_override overrides[] = { { GJ_LIT("A"), false, GJ_WARNING },
                                         { GJ_LIT("A-001"), false, GJ_ERROR },
                                         { GJ_LIT("B-002"), true, GJ_ERROR } };
    gj_check_options options = { .judge = {
                                     .overrides = overrides, .override_count = 3, .today = GJ_LIT("2025-02-01") } };
    options.given.level = (gj_known){ GJ_LIT("township"), GJ_FLAG };
    options.given.scope = (gj_known){ GJ_LIT("own"), GJ_FLAG };
    r = test_judge(arena, rules, test_markdown, &options);
    assert_int_equal(test_finding(r, "A-001")->severity, GJ_ERROR);
    assert_int_equal(test_finding(r, "A-002")->severity, GJ_WARNING);
    assert_int_equal(r->deselected, 1);
    bool selected[8] = { false };
    selected[gj_ruleset_rule(rules, GJ_LIT("plain"))->index] = true;
    gj_check_options only = { .judge = { .selected = selected, .today = GJ_LIT("2025-02-01") } };
    r = test_judge(arena, rules, test_markdown, &only);
    assert_int_equal(r->outcome_count, 1);
    assert_int_equal(r->deselected, 7);
    gj_ruleset_close(rules);
}

static void exceptions_accept_findings_until_their_day(void **state)
{
    (void)state;
    gj_ruleset *rules =
        test_ruleset(SUMS RULE("A-001", "words", "check = function(r, f) f:fail { at = r:section 'words' } end")
                         RULE("A-002", "cell", "check = function(r, f) f:fail { at = r:cell 'sums.first.a' } end"));
    const char *text = test_with(arena, test_markdown, "| 4 | 0 | 4 |", "| 9 | 0 | 4 |");
    gj_result *plain = test_judge(arena, rules, text, NULL);
    assert_int_equal(plain->severities[GJ_ERROR], 3);
    bool used[6] = { false };
    gj_exception exceptions[] = {
        { .rule = GJ_LIT("words"),
          .cell = GJ_LIT("words"),
          .reason = GJ_LIT("已核实"),
          .approver = GJ_LIT("甲"),
          .expires = GJ_LIT("2025-02-01") },
        { .rule = GJ_LIT("A-002"),
          .cell = GJ_LIT("sums.first.a"),
          .reason = GJ_LIT("旧"),
          .expires = GJ_LIT("2025-01-31") },
        { .rule = GJ_LIT("A-002"), .cell = GJ_LIT("sums.first.b"), .reason = GJ_LIT("别处") },
        { .fingerprint = gj_slice_of(test_finding(plain, "T-001")->fingerprint), .reason = GJ_LIT("更正中") },
        { .rule = GJ_LIT("T-002"), .reason = GJ_LIT("从属") },
        { .rule = GJ_LIT("T-001"), .cell = GJ_LIT("sums.all.a"), .reason = GJ_LIT("多个等式") },
    };
    gj_check_options options = { .judge = { .exceptions = exceptions,
                                            .exception_count = 6,
                                            .exception_used = used,
                                            .today = GJ_LIT("2025-02-01") } };
    gj_result *r = test_judge(arena, rules, text, &options);
    assert_int_equal(r->excepted, 2);
    assert_int_equal(r->severities[GJ_ERROR], 1);
    assert_true(gj_slice_is(test_finding(r, "A-001")->exception->approver, "甲"));
    assert_true(gj_slice_is(test_finding(r, "T-001")->exception->reason, "更正中"));
    assert_null(test_finding(r, "A-002")->exception);
    const bool expected[] = { true, false, false, true, false, false };
    assert_memory_equal(used, expected, sizeof used);
    gj_ruleset_close(rules);
}

static void too_many_findings_are_cut_and_said(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(
        RULE("A-001", "many",
             "check = function(r, f) for i = 1, 80 do f:fail { at = r, severity = 'info', place = 'p' .. i } end "
             "f:fail { at = r, place = 'late' } end"));
    gj_result *r = test_judge(arena, rules, test_markdown, NULL);
    assert_int_equal(r->finding_count, GJ_MAX_FINDINGS_PER_RULE);
    assert_int_equal(r->findings_cut, 31);
    assert_int_equal(r->severities[GJ_ERROR], 1); /* the gravest stays */
    gj_ruleset_close(rules);
    gj_ruleset *equations =
        test_ruleset(RULE("A-001", "sums",
                          "check = function(r, f) local c = r:cell 'sums.first.a' for i = 1, 600 do "
                          "pcall(f.unless_equal, f, c, c) end end"));
    r = test_judge(arena, equations, test_markdown, NULL);
    expect(r, "A-001", GJ_NOT_RUN, "budget");
    gj_ruleset_close(equations);
}

static void clauses_are_those_in_force(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(
        "rule { id = 'A-001', name = 'a', severity = 'info', clauses = { 'C.0', 'C.1', 'P.1' }, "
        "title = { zh = '题', en = 't' }, remedy = { zh = '改', en = 'f' }, explain = { zh = '释', en = 'w' }, "
        "since = '1.0.0', check = function(r, f) f:fail { at = r } end }\n");
    gj_result *r = test_judge(arena, rules, test_markdown, NULL);
    const gj_finding *f = test_finding(r, "A-001");
    assert_int_equal(f->clause_count, 2);
    assert_true(gj_slice_is(f->clauses[0], "C.1"));
    assert_string_equal(f->basis[1].zh.data, "通行做法：写作惯例");
    assert_string_equal(f->message.zh.data, "题"); /* no message: the title */
    gj_ruleset_close(rules);
}

/* Memory that runs out anywhere is an error, never a crash; enough memory is enough. */
static void memory_may_run_out(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(
        SUMS RULE("A-001", "words",
                  "check = function(r, f) f:fail { at = r:section 'words', cells = { r:cell 'sums.first.a' } } end"));
    const char *text = test_with(arena, test_markdown, "| 4 | 0 | 4 |", "| 9 | 0 | 4 |");
    gj_check_options options = { .judge = { .today = GJ_LIT("2025-02-01") } };
    gj_report *report = NULL;
    gj_error err;
    assert_int_equal(gj_open_report(arena, rules, GJ_LIT("r"), gj_slice_of(text), &options, &report, &err), GJ_OK);
    bool enough = false;
    size_t failed = 0;
    for (size_t cap = 100; !enough; cap += cap / 8) {
        gj_arena *small = gj_arena_new(cap);
        gj_result *result = NULL;
        gj_status status = gj_judge(small, rules, report, &options.judge, &result, &err);
        if (status == GJ_OK) {
            enough = true;
            assert_int_equal(result->finding_count, 2);
        } else {
            assert_int_equal(status, GJ_NOMEM);
            failed++;
        }
        gj_arena_free(small);
        assert_true(cap < (1u << 24));
    }
    assert_true(failed > 10);
    gj_ruleset_close(rules);
}

static void the_same_input_gives_the_same_bytes(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(
        SUMS RULE("A-001", "quotes", "check = function(r, f) for q in r:search '[，。]' do f:fail { at = q } end end"));
    const char *text = test_with(arena, test_markdown, "| 4 | 0 | 4 |", "| 9 | 0 | 4 |");
    gj_result *a = test_judge(arena, rules, text, NULL), *b = test_judge(arena, rules, text, NULL);
    assert_int_equal(a->finding_count, b->finding_count);
    for (size_t i = 0; i < a->finding_count; i++) {
        assert_string_equal(a->findings[i].fingerprint, b->findings[i].fingerprint);
        if (i > 0)
            assert_true(a->findings[i - 1].marks[0].byte_begin <= a->findings[i].marks[0].byte_begin);
    }
    gj_ruleset_close(rules);
}

/* A private value is in no part of a result: not in another rule's message, a quote, a source line or an outcome's reason. */
static void expect_hidden(const gj_result *r, const char *value)
{
    for (size_t i = 0; i < r->outcome_count; i++)
        assert_null(strstr(gj_arena_copy(arena, r->outcomes[i].why.zh).data, value));
    for (size_t i = 0; i < r->finding_count; i++) {
        const gj_finding *f = &r->findings[i];
        assert_null(strstr(gj_arena_copy(arena, f->message.zh).data, value));
        assert_null(strstr(gj_arena_copy(arena, f->message.en).data, value));
        assert_null(strstr(gj_arena_copy(arena, f->quote).data, value));
        for (size_t k = 0; k < f->mark_count; k++)
            assert_null(strstr(gj_arena_copy(arena, f->marks[k].line_text).data, value));
    }
}

#define PRIVATE                                                                                                        \
    RULE("A-001", "private",                                                                                           \
         "message = { zh = '号码{value}', en = 'number {value}' }, check = function(r, f) for q in r:search "        \
         "[[1\\d{10}]] do f:fail { at = q, value = q, mask = { q } } end end")                                         \
    RULE("A-002", "reads-on",                                                                                          \
         "message = { zh = '看{words}', en = 'see {words}' }, check = function(r, f) for q in r:search "              \
         "[[来信]] do f:review { at = q:sentence(), words = q:sentence() } end end")

static void private_values_are_hidden_everywhere(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(PRIVATE);
    const char *text = test_with(arena, test_markdown, "来信3件", "来信3件，电话13812345678，又13812345678");
    gj_result *r = test_judge(arena, rules, text, NULL);
    assert_int_equal(test_count(r, "A-001"), 2);
    expect_hidden(r, "13812345678");
    expect_hidden(r, "12345");
    const gj_finding *other = test_finding(r, "A-002");
    assert_non_null(strstr(gj_arena_copy(arena, other->quote).data, "电话138******78，又138******78"));
    assert_non_null(strstr(gj_arena_copy(arena, other->marks[0].line_text).data, "电话138******78"));
    assert_int_equal(other->marks[0].column, 1);
    /* cut by mark-up it is hidden whole: nothing there is as it was read */
    text = test_with(arena, test_markdown, "来信3件", "来信3件，电话138123**45678**");
    r = test_judge(arena, rules, text, NULL);
    assert_int_equal(test_count(r, "A-001"), 1);
    expect_hidden(r, "138123");
    expect_hidden(r, "45678");
    gj_ruleset_close(rules);
}

static void a_fingerprint_does_not_hold_a_private_value(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(PRIVATE);
    const char *one = test_with(arena, test_markdown, "来信3件", "来信3件，电话13812345678");
    const char *two = test_with(arena, test_markdown, "来信3件", "来信3件，电话13899999978");
    const gj_finding *a = test_finding(test_judge(arena, rules, one, NULL), "A-001");
    const gj_finding *b = test_finding(test_judge(arena, rules, two, NULL), "A-001");
    assert_string_equal(a->fingerprint, b->fingerprint); /* made of 138******78 */
    gj_ruleset_close(rules);
}

static void too_many_private_values_hide_the_lines(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(PRIVATE);
    gj_buffer numbers;
    gj_buffer_init(&numbers, 0);
    gj_buffer_text(&numbers, "来信3件");
    for (int i = 0; i <= GJ_MAX_PRIVATE; i++)
        gj_buffer_format(&numbers, "，138%08d", i);
    gj_buffer_byte(&numbers, '\0');
    const char *text = test_with(arena, test_markdown, "来信3件", numbers.data);
    gj_result *r = test_judge(arena, rules, text, NULL);
    for (size_t i = 0; i < r->finding_count; i++)
        assert_int_equal(r->findings[i].marks[0].line_text.len, 0);
    gj_buffer_free(&numbers);
    gj_ruleset_close(rules);
}

/* What the scans find, one line each. */
static void rules_scan_the_report(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(
        RULE("A-001", "scans",
             "message = { zh = '{words}', en = '{words}' }, check = function(r, f) local out = { r.file or 'pipe' } "
             "local function add(...) out[#out + 1] = table.concat({ ... }, ' ') end "
             "for q in r:digit_runs(4) do add('run', q.text) end "
             "for q, y, m, d in r:dates() do add(q.text, y or '-', m, d or '-') end "
             "for q, s, n in r:heads() do add(s, n, q.text) end for q in r:heads('mark') do add(q.text) end "
             "add(r:any { '没有', '来信', '其余' }.text) add(tostring(r:any { '没有' })) add(r:any({ '办理', '来信' }, "
             "'words').text) "
             "f:fail { at = r, words = table.concat(out, ';') } end"));
    const char *text = test_with(arena, test_markdown, "其余不计。",
                                 "其余不计。\n\n（二）2024 年1 月 "
                                 "20日至3月\n\n12.5是数。\n\n，断开的句子有二十个字以上才不是一行短短的标题。\n\n3."
                                 "电话0351-5550126，月末，13月1日");
    gj_result *r = test_judge(arena, rules, text, NULL);
    assert_string_equal(gj_arena_copy(arena, test_finding(r, "A-001")->message.zh).data,
                        "report;run 2024;run 0351;run 5550126;2024 年1 月 20日 2024 1 20;3月 - 3 -;13月1日 - 13 1;"
                        "han_bracket 2 （二）;digit 12 12.;mark 0 ，;digit 3 3.;，;来信;nil;办理");
    gj_ruleset_close(rules);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

static void numbers_that_hang_together(void **state)
{
    gj_ruleset *rules = test_ruleset(
        RULE("A-001", "sees",
             "check = function(r, f)\n"
             " local n = 0\n"
             " for b in r:breakdowns() do\n"
             "  n = n + 1 assert(b.state == 'holds' and b.complete and not b.rounded and not b.mixed and b.sum == 31 "
             "and b.part_count == 2)\n"
             "  assert(b.total.value == 31 and b.second_total == nil and b.part == nil and b.now == nil and b.figure "
             "== nil)\n"
             "  local said = '' for part, label in b:parts() do said = said .. label.text .. part.value end "
             "assert(said == '甲20其他11', said)\n"
             "  assert(b.quote.text == '31次，其中甲20次，占64.52%，其他11次' and b.quote.section == 'words')\n"
             " end\n"
             " for s in r:shares() do n = n + 1\n"
             "  assert(s.part.value == 20 and s.base.value == 31 and s.figure.text == '64.52%' and s.expected == 64.52 "
             "and s.state == 'holds')\n"
             "  assert(s.total == nil and s.before == nil)\n"
             " end\n"
             " for c in r:changes() do n = n + 1\n"
             "  assert(c.now.value == 22 and c.before.value == 31 and c.direction == 'down' and c.state == 'holds' and "
             "not c.wrong_direction)\n"
             "  local j = c:judged() assert(j.before == 31 and j.state == 'holds' and not j.wrong_direction)\n"
             "  f:fail { at = c, words = c }\n"
             " end\n"
             " assert(n == 3, n)\n"
             "end, message = { zh = '见{words}', en = 'see {words}' }")
            RULE("A-002", "misuses", "check = function(r) for b in r:breakdowns() do b:judged() end end"));
    const char *text = test_with(arena, test_markdown, "我站认真办理，按时办结。",
                                 "走访31次，其中甲20次，占64.52%，其他11次。登记22件，比31件下降29%。");
    gj_result *r = test_judge(arena, rules, text, NULL);
    (void)state;
    expect(r, "A-001", GJ_FAIL, "");
    assert_true(gj_slice_is(test_finding(r, "A-001")->message.zh, "见22件，比31件下降29%"));
    expect(r, "A-002", GJ_BROKEN, "");
    gj_ruleset_close(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_outcome_is_reached),
        TEST(the_worst_outcome_wins),
        TEST(needs_name_the_owner),
        TEST(misuse_breaks_only_the_rule),
        TEST(nothing_is_kept_from_one_report_to_the_next),
        TEST(one_defect_is_one_finding),
        TEST(a_rule_may_lead_its_group),
        TEST(several_explanations_point_to_the_total),
        TEST(blanks_leave_sums_to_their_owner),
        TEST(messages_take_values),
        TEST(rules_see_the_report),
        TEST(lines_are_asked_for_by_a_word),
        TEST(fingerprints_are_the_same_from_every_format),
        TEST(repeated_findings_differ),
        TEST(severities_follow_rule_knowledge_and_config),
        TEST(exceptions_accept_findings_until_their_day),
        TEST(too_many_findings_are_cut_and_said),
        TEST(clauses_are_those_in_force),
        TEST(private_values_are_hidden_everywhere),
        TEST(a_fingerprint_does_not_hold_a_private_value),
        TEST(too_many_private_values_hide_the_lines),
        TEST(rules_scan_the_report),
        TEST(memory_may_run_out),
        TEST(the_same_input_gives_the_same_bytes),
        cmocka_unit_test_setup_teardown(numbers_that_hang_together, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
