/* What rules see of word lists, doubled words and unpaired marks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "support_arena.h"
#include "support_ruleset.h"

/* Runs `body`, which sets `said`; the finding's message is what it said. */
static void expect(const char *text, const char *body, const char *words)
{
    const char *rule =
        gj_arena_format(arena,
                        "rule { id = 'A-001', name = 'a', " RULE_META " message = { zh = '{said}', en = '{said}' }, "
                        "check = function(report, finding) local said = '' %s "
                        "finding:fail { at = report, said = said } end }",
                        body)
            .data;
    gj_ruleset *rules = test_ruleset(rule);
    gj_result *r = test_judge(arena, rules, text, NULL);
    const gj_rule_outcome *outcome = test_outcome(r, "A-001");
    if (outcome->outcome != GJ_FAIL)
        fail_msg("%s: %s", gj_outcome_name(outcome->outcome), outcome->why.en.data);
    assert_string_equal(gj_arena_copy(arena, test_finding(r, "A-001")->message.zh).data, words);
    gj_ruleset_close(rules);
}

#define EACH(call)                                                                                                     \
    "for q, e in report:spot(" call ") do said = said .. q.text .. '=' .. (e[2] or '') .. (e.note or '') .. ';' end"

static void lists_give_words_with_their_entries(void **state)
{
    (void)state;
    expect(test_markdown, EACH("'terms'"), "来信=信件twice;3件=#封;认真=用心;");
    expect(test_markdown, EACH("'terms', 'words'"), "认真=用心;");
    const char *other = test_with(arena, test_markdown, "认真办理，按时办结", "辦理，國结"); /* 结。 stands free now */
    expect(other, EACH("'terms', 'words'"), "辦=办;國=国;结。=结束。;");
    expect(other, "said = tostring(lib.terms[1]) .. #lib.terms", "认真→用心5");
    expect(test_markdown,
           "for q in report:spot 'terms' do said = said .. q.section .. ' ' .. q:before(2) .. '|' .. q:after(1) .. ';' "
           "end",
           "figures 收到|3;figures 来信|。;words 我站|办;");
}

static void two_rules_share_the_pass(void **state)
{
    (void)state;
    gj_ruleset *rules = test_ruleset(
        RULE("A-001", "a", "check = function(r, f) for q in r:spot 'terms' do f:fail { at = q } end end")
            RULE("A-002", "b", "check = function(r, f) for q in r:spot 'terms' do f:fail { at = q } end end"));
    for (int i = 0; i < 2; i++) { /* and the index serves the next report */
        gj_result *r = test_judge(arena, rules, test_markdown, NULL);
        assert_int_equal(test_count(r, "A-001"), 3);
        assert_int_equal(test_count(r, "A-002"), 3);
    }
    gj_ruleset_close(rules);
}

static void misuse_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *check, *says;
    } cases[] = {
        { "for _ in report:spot 'nothing' do end", "no word list \"nothing\"" },
        { "for _ in report:spot() do end", "string expected" },
        { "for _ in report:spot('terms', 'nothing') do end", "no form has a section" },
        { "report:unpaired { '（' }", "as many opening as closing" },
        { "report:unpaired '（）'", "table expected" },
        { "report:doubled(9)", "expected 1 to 4" },
        { "report:doubled(0)", "expected 1 to 4" },
        { "lib.terms[1] = 'x'", "read-only" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gj_ruleset *rules = test_ruleset(
            gj_arena_format(arena, RULE("A-001", "a", "check = function(report) %s end"), cases[i].check).data);
        gj_result *r = test_judge(arena, rules, test_markdown, NULL);
        const gj_rule_outcome *o = test_outcome(r, "A-001");
        assert_int_equal(o->outcome, GJ_BROKEN);
        if (!strstr(o->why.en.data, cases[i].says))
            fail_msg("%s: %s", cases[i].check, o->why.en.data);
        gj_ruleset_close(rules);
    }
}

static void too_many_words_end_the_rule(void **state)
{
    (void)state;
    GJ_LIST(char) text = { 0 };
    for (const char *c = "# 青石站2024年度统计报告\n\n## 一、数字情况\n\n"; *c; c++)
        *(char *)GJ_PUSH(arena, &text) = *c;
    for (size_t i = 0; i < GJ_MAX_SPOTTED + 1; i++)
        for (const char *c = i % 5000 ? "認国辦" : "\n\n辦"; *c; c++)
            *(char *)GJ_PUSH(arena, &text) = *c;
    *(char *)GJ_PUSH(arena, &text) = '\0';
    gj_ruleset *rules = test_ruleset(RULE("A-001", "a", "check = function(r) for _ in r:spot 'terms' do end end")
                                         RULE("A-002", "b", "check = function() end"));
    gj_result *r = test_judge(arena, rules, text.items, NULL);
    assert_int_equal(test_outcome(r, "A-001")->outcome, GJ_NOT_RUN);
    assert_string_equal(gj_arena_copy(arena, test_outcome(r, "A-001")->because).data, "budget");
    assert_int_equal(test_outcome(r, "A-002")->outcome, GJ_PASS);
    gj_ruleset_close(rules);
}

static void doubled_words_and_unpaired_marks_have_places(void **state)
{
    (void)state;
    const char *text = test_with(arena, test_markdown, "我站认真办理，按时办结。", "我站办理办理，（按时”办办结。");
    expect(text, "for _, q in ipairs(report:doubled(2)) do said = said .. q.text .. q.section .. ';' end",
           "办理办理words;");
    expect(text, "for _, q in ipairs(report:doubled(1)) do said = said .. q.text .. ';' end", "办理办理;办办;");
    expect(text, "said = #report:doubled(1, 'figures')", "0");
    expect(text,
           "for _, q in ipairs(report:unpaired { '（）', '“”' }) do said = said .. q.text .. q:before(1) .. ';' end",
           "”时;（，;");
    expect(text, "said = #report:unpaired({ '（）' }, 'figures')", "0");
    expect(text, "for p in report:paragraphs 'words' do said = said .. p:first(2) .. p:last(2) end", "我站结。");
    expect(text, "for p in report:paragraphs 'words' do said = said .. p:first(0) .. p:last(99) end",
           "我站办理办理，（按时”办办结。");
}

static void write_file(const char *folder, const char *name, const char *text)
{
    FILE *file = fopen(gj_arena_format(arena, "%s/%s.lua", folder, name).data, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

static void a_bad_list_refuses_the_ruleset(void **state)
{
    (void)state;
    static const struct {
        const char *list, *says;
    } cases[] = {
        { "return { '一→二', '' }", "2" }, { "return { { right = '二' } }", "1" }, { "return { 3 }", "1" },
        { "return { '2024年→' }", "1" },   { "return { pairs = '國' }", "pairs" }, { "return 'words'", "table" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char folder[] = "/tmp/gouji-test-XXXXXX";
        assert_non_null(mkdtemp(folder));
        write_file(folder, "pack",
                   "return { id = 'x', version = '1.0.0', name = { zh = '词', en = 'words' }, words = { 'list' } }");
        write_file(folder, "list", cases[i].list);
        gj_slice with = gj_slice_of(folder);
        gj_ruleset *rules = NULL;
        gj_error err = { .status = GJ_OK };
        assert_int_equal(gj_ruleset_open((gj_slice){ NULL, 0 }, &with, 1, &rules, &err), GJ_RULES);
        if (!strstr(err.en, cases[i].says) || !strstr(err.where, "list.lua"))
            fail_msg("%s: %s: %s", cases[i].list, err.where, err.en);
        (void)unlink(gj_arena_format(arena, "%s/pack.lua", folder).data);
        (void)unlink(gj_arena_format(arena, "%s/list.lua", folder).data);
        (void)rmdir(folder);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_give_words_with_their_entries),
        cmocka_unit_test(two_rules_share_the_pass),
        cmocka_unit_test(misuse_is_told),
        cmocka_unit_test(too_many_words_end_the_rule),
        cmocka_unit_test(doubled_words_and_unpaired_marks_have_places),
        cmocka_unit_test(a_bad_list_refuses_the_ruleset),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
