/* test_pattern.c - what patterns may say, what is found out about them beforehand, and the bounds of matching. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "../../core/base/pattern_source.h"
#include "../../core/judge/embedded.h"

static int set_up(void **state)
{
    return gj_matcher_new((gj_matcher **)state, NULL) != GJ_OK;
}

static int tear_down(void **state)
{
    gj_matcher_free(*state);
    return 0;
}

static void test_sources_refused(void **state)
{
    static const char *const cases[][2] = {
        { "a{1001}", "repeat" },
        { "a{5,60000}", "repeat" },
        { "[x]{1001,}", "repeat" },
        { "\\\\x{3000}", "repeat" },
        { "\\N{60000}", "repeat" },
        { "(?x)a # {\n{2000}", "repeat" },
        { "[{2000}]", "repeat" },
        { "\\d{1, 9999}", "repeat" },
        { "(*UTF)a", "VERBS" },
        { "a(*SKIP)", "VERBS" },
        { "[(*]", "VERBS" },
        { "(?R)", "recursion" },
        { "(a)(?1)", "recursion" },
        { "(a)(?-1)", "recursion" },
        { "(a)(?+1)", "recursion" },
        { "(?<n>a)(?&n)", "recursion" },
        { "(?<n>a)(?P>n)", "recursion" },
        { "(a)\\g<1>", "subroutine" },
        { "(a)\\g'1'", "subroutine" },
        { "a(?C1)", "callouts" },
        { "\\C", "\\C" },
        { "\\Qa", "\\Q" },
        { "(", "missing" },
        { "a)", "unmatched" },
        { "[a", "missing" },
        { "(?<n>a)(?<n>b)", "two named" },
        { "\xff", "UTF-8" },
        { "()()()()()()()()()()()()()()()()", "too many groups" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gj_error err = { 0 };
        gj_pattern *pattern;
        assert_int_equal(gj_pattern_new(*state, gj_slice_of(cases[i][0]), true, &pattern, &err), GJ_RULES);
        if (!strstr(err.en, cases[i][1]) || !err.zh[0])
            fail_msg("%s: %s", cases[i][0], err.en);
    }
    static char large[GJ_MAX_PATTERN + 2];
    memset(large, 'a', sizeof large - 1);
    gj_pattern *pattern;
    assert_int_equal(gj_pattern_new(*state, gj_slice_of(large), true, &pattern, NULL), GJ_RULES);
}

static void test_sources_accepted(void **state)
{
    static const char *const cases[] = { "",          "a{1000}",       "\\x{3000}",    "[\\x{4e00}-\\x{9fa5}]",
                                         "\\p{Han}",  "(?i)a(?-i)b",   "(?<=a)b(?!c)", "(?>a+)b",
                                         "\\{2000}?", "(?:a|b){2,3}?", "(a)\\1",       "(?<n>a)\\k<n>",
                                         "(a)\\g{1}", "(?|a(b)|c(d))", "\\N{U+4e00}",  "a{x}" };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gj_error err = { 0 };
        gj_pattern *pattern;
        gj_status status = gj_pattern_new(*state, gj_slice_of(cases[i]), true, &pattern, &err);
        bool refused =
            strcmp(cases[i], "\\{2000}?") == 0; /* errs on the side of refusing only where a brace is not escaped */
        if (status != GJ_OK && !refused)
            fail_msg("%s: %s", cases[i], err.en);
    }
}

static void test_needles(void **state)
{
    static const struct {
        const char *source, *needles; /* choices joined by /, steps by >, alternatives by | */
    } cases[] = {
        { "abc", "abc" },
        { "收到.{0,40}申请", "收到>申请" },
        { "(?:收到|受理)[^。]*申请", "收到/受理>申请" },
        { "(?:收到|受理)\\d+件|未(?:收到|接)", "收到/受理>件|未>收到/接" },
        { "(?:收到|受理)?\\d件", "件" },
        { "(?:收到|受理){0,2}件", "件" },
        { "(?:收到|受理){1,2}?件", "收到/受理>件" },
        { "(?:收到|\\d)件", "件" },
        { "(?:a(?:b|cde)f|g+)", "a/g" },
        { "第[一二]+条", "第>一/二>条" },
        { "[一-九]条", "条" },
        { "[a-c]", "" },
        { "[-a]b", "-/a>b" },
        { "ab|cde|f", "ab|cde|f" },
        { "abc?", "ab" },
        { "汉字*", "汉" },
        { "汉字+x", "汉字>x" },
        { "a{2}bc", "a>bc" },
        { "a{0,2}bc", "bc" },
        { "a{x}bc", "" },
        { "a{|b}c", "" },
        { "\\(一\\)，予以", "(一>)，予以" },
        { "\\d+件\\p{Han}以上", "件>以上" },
        { "x(y(z)|[)]*)w+", "x>w" },
        { "(?=abc)de", "de" },
        { "(?<!abc)d", "d" },
        { "(?<=收到)\\d", "" },
        { "(?<name>abc)d", "abc>d" },
        { "[]a]b", "]/a>b" },
        { "[^]a]b", "b" },
        { "[\\]a]b", "]/a>b" },
        { "a.b^c$d", "a>b>c>d" },
        { "a.b.cd.e.fg", "b>cd>e>fg" },
        { "(?i)abc", "" },
        { "a(?x) b", "" },
        { "a(?i:b)", "" },
        { "a|", "" },
        { "a|(b)", "a|b" },
        { "(?x) 收到 # 申请\n [ ] x?", "收到> " },
        { "(?x) (?: 收到 | 受理 ) \\d +", "收到/受理" },
        { "\\101", "" },
        { "a\\x41b", "" },
        { "\\x{41}bc", "bc" },
        { "[[:alpha:]]b", "" },
        { "a(", "" },
        { "a)", "" },
        { "a[", "" },
        { "a\\", "" },
        { "a?", "" },
        { ".*", "" },
        { "((((((((((((((((((a))))))))))))))))))", "" },
        { "[abcdef]x[ghijkl]y[mnopqr]z|1", "x>g/h/i/j/k/l>y>z|1" },
        { "政府信息公开工作年度报告政府信息公开", "政府信息公开工作年度" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gj_needle found[GJ_PATTERN_NEEDLES];
        char joined[200] = "";
        size_t count = gj_pattern_needles(gj_slice_of(cases[i].source), found), used = 0;
        for (size_t k = 0; k < count; k++) {
            const gj_needle *last = k ? &found[k - 1] : NULL;
            const char *sign = !last                                       ? ""
                               : found[k].alternative != last->alternative ? "|"
                               : found[k].step != last->step               ? ">"
                                                                           : "/";
            used += (size_t)snprintf(joined + used, sizeof joined - used, "%s%.*s", sign,
                                     GJ_ARG(gj_slice_sub(gj_slice_of(cases[i].source), found[k].begin, found[k].end)));
        }
        if (strcmp(joined, cases[i].needles) != 0)
            fail_msg("%s: %s", cases[i].source, joined);
    }
}

/* Needles only ever spare work: over random patterns and texts, a text without needle must not match without them either. */
static void test_needles_never_lie(void **state)
{
    static const char *const pieces[] = { "a",    "b",   "汉",    "(?:", "(",   ")",   "|",   "?",   "*", "+",  "[ab]",
                                          "[^a]", "{2}", "{0,1}", ".",   "\\d", "\\(", "(?=", "(?!", "^", "\\b" };
    static const char *const letters[] = { "a", "b", "汉", "1", "(" };
    uint32_t seed = 12345, tried = 0;
    for (int round = 0; round < 20000; round++) {
        char source[120] = "", padded[140], text[60] = "";
        for (int i = 0; i < 5; i++) {
            seed = seed * 1664525u + 1013904223u;
            (void)snprintf(source + strlen(source), sizeof source - strlen(source), "%s",
                           pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)]);
        }
        for (int i = 0; i < 8; i++) {
            seed = seed * 1664525u + 1013904223u;
            (void)snprintf(text + strlen(text), sizeof text - strlen(text), "%s", letters[(seed >> 16) % 5]);
        }
        (void)snprintf(padded, sizeof padded, "(?i:)%s", source); /* the option makes the finder give up */
        gj_pattern *with, *without;
        gj_match one, two;
        if (round % 2000 == 0) { /* a fresh matcher, for the number of patterns is bounded */
            gj_matcher_free(*state);
            assert_int_equal(gj_matcher_new((gj_matcher **)state, NULL), GJ_OK);
        }
        if (gj_pattern_new(*state, gj_slice_of(source), true, &with, NULL) != GJ_OK ||
            gj_pattern_new(*state, gj_slice_of(padded), true, &without, NULL) != GJ_OK)
            continue;
        tried++;
        gj_match_result a = gj_pattern_search(with, gj_slice_of(text), 0, &one, NULL);
        gj_match_result b = gj_pattern_search(without, gj_slice_of(text), 0, &two, NULL);
        if (a != b || (a == GJ_MATCH_FOUND && (one.whole.begin != two.whole.begin || one.whole.end != two.whole.end)))
            fail_msg("%s on %s: %d %d", source, text, (int)a, (int)b);
    }
    assert_true(tried > 500);
}

static void test_search(void **state)
{
    gj_pattern *pattern, *same;
    gj_match match;
    const gj_slice text = GJ_LIT("共收到申请12件，答复３件");
    assert_int_equal(gj_pattern_new(*state, GJ_LIT("申请(?<n>[0-9]+)(x)?"), false, &pattern, NULL), GJ_OK);
    assert_int_equal(gj_pattern_search(pattern, text, 0, &match, NULL), GJ_MATCH_FOUND);
    assert_int_equal(match.whole.begin, 9);
    assert_int_equal(match.whole.end, 17);
    assert_int_equal(match.group_count, 3);
    assert_int_equal(match.groups[gj_pattern_group(pattern, "n")].begin, 15);
    assert_true(match.groups[2].begin == GJ_NOT_FOUND);
    assert_int_equal(gj_pattern_group(pattern, "m"), 0);
    assert_int_equal(gj_pattern_search(pattern, text, 12, &match, NULL), GJ_MATCH_NONE);
    assert_int_equal(gj_pattern_search(pattern, text, text.len + 1, &match, NULL), GJ_MATCH_NONE);
    assert_int_equal(gj_pattern_new(*state, GJ_LIT("申请(?<n>[0-9]+)(x)?"), true, &same, NULL), GJ_OK);
    assert_ptr_equal(pattern, same);
    assert_int_equal(gj_pattern_new(*state, GJ_LIT("\\d件$"), true, &pattern, NULL), GJ_OK);
    assert_int_equal(gj_pattern_search(pattern, text, 0, &match, NULL), GJ_MATCH_NONE); /* ３ is no \d */
    assert_int_equal(gj_pattern_new(*state, GJ_LIT("^$"), true, &pattern, NULL), GJ_OK);
    assert_int_equal(gj_pattern_search(pattern, (gj_slice){ NULL, 0 }, 0, &match, NULL), GJ_MATCH_FOUND);
}

static void test_when_a_bad_pattern_fails(void **state)
{
    gj_pattern *pattern;
    gj_match match;
    gj_error err = { 0 };
    assert_int_equal(gj_pattern_new(*state, GJ_LIT("a{2000}"), false, &pattern, &err), GJ_RULES);
    assert_int_equal(gj_pattern_new(*state, GJ_LIT("a("), false, &pattern, &err), GJ_OK);
    assert_int_equal(gj_pattern_search(pattern, GJ_LIT("aaa"), 0, &match, &err), GJ_MATCH_FAILED);
    assert_non_null(strstr(err.en, "missing closing"));
    gj_matcher_strict(*state, GJ_WHEN_MATCHED);
    assert_int_equal(gj_pattern_new(*state, GJ_LIT("[ab]{2000}"), false, &pattern, &err), GJ_OK);
    assert_int_equal(gj_pattern_search(pattern, GJ_LIT("aaa"), 0, &match, &err), GJ_MATCH_FAILED);
    assert_non_null(strstr(err.en, "repeat"));
    gj_matcher_strict(*state, GJ_WHEN_GIVEN_ALL);
    assert_int_equal(gj_pattern_new(*state, GJ_LIT("b("), false, &pattern, &err), GJ_RULES);
}

static void test_bounds(void **state)
{
    static const struct {
        const char *source, *unit;
        size_t times;
    } cases[] = {
        { "^(?:a|aa)+$(?<!a)", "a", 60000 },
        { "(?:a|aa)+$(?<!a)", "a", 60000 },
        { "^(?:a|aa)+$(?<!a)", "a", 500 },
        { "(x+x+)+[yz]", "x", 60000 },
        { "a{0,1000}[bc]", "a", 60000 },
        { "(?:a*[bc]|a*[de]|a*[fg]|a*[hi])", "a", 15000 },
        { "(.*)*[!?]", "ab", 30000 },
        { "(?:.*?.*?){5}[!?]", "汉字", 3000 },
        { "^(?:[^，。]|（[^）]*）)+[!?]", "汉（", 5000 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gj_pattern *pattern;
        gj_match match;
        gj_error err;
        size_t width = strlen(cases[i].unit), length = width * cases[i].times;
        char *text = malloc(length + 1);
        assert_non_null(text);
        for (size_t k = 0; k < cases[i].times; k++)
            memcpy(text + k * width, cases[i].unit, width + 1);
        assert_int_equal(gj_pattern_new(*state, gj_slice_of(cases[i].source), true, &pattern, NULL), GJ_OK);
        clock_t start = clock();
        gj_match_result result = gj_pattern_search(pattern, (gj_slice){ text, length }, 0, &match, &err);
        double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
        assert_true(result == GJ_MATCH_NONE || result == GJ_MATCH_LIMITED);
        if (seconds > 4)
            fail_msg("%s: %.1f s", cases[i].source, seconds);
        free(text);
    }
    assert_true(gj_matcher_bytes(*state) > GJ_MATCH_BYTES / 8);
    gj_matcher_reset_bytes(*state);
    assert_int_equal(gj_matcher_bytes(*state), 0);
}

static void test_long_subject(void **state)
{
    static char text[GJ_MAX_SUBJECT + 1];
    gj_pattern *pattern;
    gj_match match;
    gj_error err = { 0 };
    memset(text, 'a', sizeof text);
    assert_int_equal(gj_pattern_new(*state, GJ_LIT("a"), true, &pattern, NULL), GJ_OK);
    assert_int_equal(gj_pattern_search(pattern, (gj_slice){ text, sizeof text }, 0, &match, &err), GJ_MATCH_LIMITED);
    assert_int_equal(err.status, GJ_LIMIT);
    assert_int_equal(gj_pattern_search(pattern, (gj_slice){ text, sizeof text - 1 }, 0, &match, &err), GJ_MATCH_FOUND);
}

static void test_number_of_patterns(void **state)
{
    gj_pattern *pattern;
    gj_error err = { 0 };
    for (int i = 0; i < GJ_MAX_PATTERNS; i++) {
        char source[20];
        (void)snprintf(source, sizeof source, "a%d", i);
        assert_int_equal(gj_pattern_new(*state, gj_slice_of(source), false, &pattern, &err), GJ_OK);
    }
    assert_int_equal(gj_pattern_new(*state, GJ_LIT("one more"), false, &pattern, &err), GJ_LIMIT);
    assert_int_equal(gj_pattern_new(*state, GJ_LIT("a77"), false, &pattern, &err), GJ_OK);
    assert_string_equal(gj_pattern_source(pattern).data, "a77");
}

/* With what a match may begin. */
static void test_first(void **state)
{
    static const struct {
        const char *source, *in, *out; /* characters; in NULL: not known */
    } cases[] = {
        { "申请|收到", "申收", "请到" },
        { "(?:还|也)?(?:存在|有)", "还也存有", "在" },
        { "(?<!未)(?=已)收到", "收", "未已到" },
        { "[一二三]是|\\d+件", "一二三059", "是件四" },
        { "(?x) 收 # 到\n | 申 \\s 请", "收申", "到请" },
        { "\\b收\\K到", "收", "到" },
        { "(?<n>a|(b|c)+)d", "abc", "d" },
        { "\\(一", "(", "一" },
        { "[a-]x", "a-", "x" },
        { "a?b*", NULL, NULL },
        { "a?|b", NULL, NULL },
        { "^a", NULL, NULL },
        { "(?:^|b)a", NULL, NULL },
        { ".a", NULL, NULL },
        { "[^a]b", NULL, NULL },
        { "\\s*a", NULL, NULL },
        { "[一-龥]a", NULL, NULL },
        { "(a)\\1|(?i)b", NULL, NULL },
        { "", NULL, NULL },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gj_char_set set;
        bool known = gj_pattern_first(gj_slice_of(cases[i].source), &set);
        if (known != (cases[i].in != NULL))
            fail_msg("%s: %d", cases[i].source, known);
        if (!known)
            continue;
        gj_slice in = gj_slice_of(cases[i].in), out = gj_slice_of(cases[i].out);
        for (size_t at = 0; at < in.len; at += (unsigned char)in.data[at] < 0x80 ? 1 : 3)
            if (gj_char_set_find(&set, in, at) != at)
                fail_msg("%s: byte %zu", cases[i].source, at);
        if (gj_char_set_find(&set, out, 0) != GJ_NOT_FOUND)
            fail_msg("%s: begins otherwise", cases[i].source);
    }
}

static void test_holders(void **state)
{
    static const char *const texts[] = { "全年收到政府信息公开申请8件", "受理咨询3次", "没有申请", "办结率为百分之百" };
    static const struct {
        const char *pattern;
        uint64_t texts;
    } cases[] = {
        { "申请", 5 },
        { "(?:收到|受理)[^。]*申请", 1 },
        { "(?:收到|受理)[^。]*(?:申请|咨询)", 3 },
        { "收到|办结", 9 },
        { "无此字样|办结", 8 },
        { "[0-9]+件?", GJ_PAIR_ALL },
        { "没有?申请", 4 },
        { "都不在", 0 },
    };
    gj_arena *arena = gj_arena_new(0);
    gj_pair_index *index = gj_pair_index_new(arena);
    for (size_t i = 0; i < 4; i++)
        gj_pair_index_add(index, gj_slice_of(texts[i]), i);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gj_pattern *pattern = NULL;
        gj_error err;
        assert_int_equal(gj_pattern_new(*state, gj_slice_of(cases[i].pattern), false, &pattern, &err), GJ_OK);
        uint64_t holders = gj_pattern_holders(pattern, index);
        if (holders != cases[i].texts)
            fail_msg("%s: %llx", cases[i].pattern, (unsigned long long)holders);
        assert_true(gj_pattern_holders(pattern, NULL) == GJ_PAIR_ALL);
        for (size_t k = 0; k < 4; k++) { /* what is left out does not match */
            gj_match match;
            if (gj_pattern_search(pattern, gj_slice_of(texts[k]), 0, &match, &err) == GJ_MATCH_FOUND)
                assert_true(gj_pair_holds(holders, k));
        }
    }
    gj_arena_free(arena);
}

static void test_slice_find(void **state)
{
    const gj_slice text = GJ_LIT("申请公开申请");
    (void)state;
    assert_int_equal(gj_slice_find(text, GJ_LIT("申请"), 0), 0);
    assert_int_equal(gj_slice_find(text, GJ_LIT("申请"), 1), 12);
    assert_int_equal(gj_slice_find(text, GJ_LIT("申请"), 13), GJ_NOT_FOUND);
    assert_int_equal(gj_slice_find(text, GJ_LIT("申请公开申请"), 0), 0);
    assert_int_equal(gj_slice_find(text, GJ_LIT("申请公开申请书"), 0), GJ_NOT_FOUND);
    assert_int_equal(gj_slice_find(text, GJ_LIT(""), 18), 18);
    assert_int_equal(gj_slice_find(text, GJ_LIT(""), 19), GJ_NOT_FOUND);
    assert_int_equal(gj_slice_find(GJ_LIT("aaab"), GJ_LIT("aab"), 0), 1);
    assert_int_equal(gj_slice_find((gj_slice){ NULL, 0 }, GJ_LIT("a"), 0), GJ_NOT_FOUND);
}

/* What was made when the binary was built says the same as what is made now. */
static void test_ready(void **state)
{
    static const char *const texts[] = { "2024年，全镇收到政府信息公开申请12件，上年结转1件，均已办结。",
                                         "一是公开不够及时。下一步将加强培训。", "因政府信息公开被申请行政复议2件。",
                                         "" };
    const gj_ready *ready = &gj_embedded_patterns;
    gj_matcher *own = *state, *made;
    assert_int_equal(gj_matcher_new(&made, NULL), GJ_OK);
    gj_matcher_use(made, ready);
    for (size_t i = 0; i < ready->count; i++) {
        const gj_ready_pattern *one = &ready->patterns[i];
        gj_slice source = { (const char *)ready->sources + one->source, one->length };
        gj_pattern *fresh, *taken;
        gj_needle needles[GJ_PATTERN_NEEDLES];
        assert_int_equal(gj_pattern_hash(source), one->hash);
        assert_ptr_equal(gj_ready_find(ready, one->hash, source), one);
        assert_int_equal(gj_pattern_needles(source, needles), one->needles);
        assert_int_equal(gj_pattern_new(own, source, true, &fresh, NULL), GJ_OK);
        assert_int_equal(gj_pattern_new(made, source, true, &taken, NULL), GJ_OK);
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
            gj_match a = { 0 }, b = { 0 };
            assert_int_equal(gj_pattern_search(fresh, gj_slice_of(texts[t]), 0, &a, NULL),
                             gj_pattern_search(taken, gj_slice_of(texts[t]), 0, &b, NULL));
            assert_memory_equal(&a, &b, sizeof a);
        }
    }
    assert_null(gj_ready_find(ready, 1, GJ_LIT("nowhere")));
    assert_null(gj_ready_find(NULL, 1, GJ_LIT("a")));
    gj_matcher_free(made);
}

/* Codes that another PCRE2 made are compiled anew. */
static void test_ready_refused(void **state)
{
    static const _Alignas(16) unsigned char codes[64] = { 0 };
    const gj_ready_pattern pattern = { gj_pattern_hash(GJ_LIT("a+")), 0, 2, 0, 0, 0 };
    const gj_needle none = { 0, 0, 0, 0 };
    const gj_char_set first = { { 0 } };
    const gj_ready ready = { &pattern, 1, (const unsigned char *)"a+", &none, &first, codes };
    gj_pattern *p;
    gj_match match;
    gj_matcher_use(*state, &ready);
    assert_int_equal(gj_pattern_new(*state, GJ_LIT("a+"), true, &p, NULL), GJ_OK);
    assert_int_equal(gj_pattern_search(p, GJ_LIT("baa"), 0, &match, NULL), GJ_MATCH_FOUND);
    assert_int_equal(match.whole.begin, 1);
    assert_int_equal(match.whole.end, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first),
        cmocka_unit_test(test_slice_find),
        cmocka_unit_test_setup_teardown(test_holders, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_ready, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_ready_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sources_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sources_accepted, set_up, tear_down),
        cmocka_unit_test(test_needles),
        cmocka_unit_test_setup_teardown(test_needles_never_lie, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_search, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_when_a_bad_pattern_fails, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_bounds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_long_subject, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_number_of_patterns, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
