/* Looking for many words at once, for doubled words, for brackets without partner. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "../../core/base/limits.h"
#include "../../core/base/pairing.h"
#include "../../core/base/repeat.h"
#include "../../core/base/spotter.h"

static gj_arena *arena;
static char said[4096];

static int setup(void **state)
{
    (void)state;
    arena = gj_arena_new(0);
    return arena ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    gj_arena_free(arena);
    return 0;
}

static void say(gj_slice text, gj_span span, const char *after)
{
    size_t length = strlen(said);
    (void)snprintf(said + length, sizeof said - length, "%.*s%s ", GJ_ARG(gj_slice_sub(text, span.begin, span.end)),
                   after);
}

static gj_slice searched;

static bool take_word(void *context, gj_span place, size_t word)
{
    const gj_slice *words = context;
    char number[32];
    assert_int_equal(words[word].len, place.end - place.begin);
    (void)snprintf(number, sizeof number, "@%zu", place.begin);
    say(searched, place, number);
    return true;
}

/* What is spotted in `text`, each with its byte. */
static const char *spotted(const char *text, const gj_slice *words, size_t count)
{
    gj_spotter *spotter = gj_spotter_new(arena, words, count);
    assert_non_null(spotter);
    said[0] = '\0';
    searched = gj_slice_of(text);
    assert_true(gj_spotter_run(spotter, searched, take_word, (void *)(size_t)words));
    return said;
}

static void words_are_found_wherever_they_stand(void **state)
{
    (void)state;
    const gj_slice words[] = { GJ_LIT("信息共开"), GJ_LIT("信息"), GJ_LIT("國"),
                               GJ_LIT("转结"),     GJ_LIT(","),    GJ_LIT("OA") };
    const size_t count = sizeof words / sizeof *words;
    assert_string_equal(spotted("信息共开", words, count), "信息@0 信息共开@0 ");
    assert_string_equal(spotted("上年转结，中國,OA", words, count), "转结@6 國@18 ,@21 OA@22 ");
    assert_string_equal(spotted("信信息息转", words, count), "信息@3 ");
    assert_string_equal(spotted("", words, count), "");
    assert_string_equal(spotted("結", words, count), "");
    assert_string_equal(spotted("任何文字", words, 0), "");
    assert_string_equal(spotted("😀信息é國", words, count), "信息@4 國@12 ");
}

static void a_hash_sign_is_any_digit(void **state)
{
    (void)state;
    const gj_slice words[] = { GJ_LIT("####，"), GJ_LIT("#止"), GJ_LIT("年##日") };
    assert_string_equal(spotted("2021，12月31止，202年31日", words, 3), "2021，@0 1止@13 年31日@23 ");
    assert_string_equal(spotted("＃止，某止，年3日", words, 3), "");
    assert_false(gj_spotter_word(GJ_LIT("2021，")));
    assert_false(gj_spotter_word(GJ_LIT("")));
    assert_false(gj_spotter_word(GJ_LIT("\xE4\xB8")));
    assert_true(gj_spotter_word(GJ_LIT("#年")));
    char longest[GJ_MAX_WORD + 1];
    memset(longest, 'a', sizeof longest);
    assert_true(gj_spotter_word((gj_slice){ longest, GJ_MAX_WORD }));
    assert_false(gj_spotter_word((gj_slice){ longest, GJ_MAX_WORD + 1 }));
}

/* Against a plain search, over words and texts of a small alphabet, where everything collides with everything. */
static void nothing_is_missed(void **state)
{
    (void)state;
    static const char *const letters[] = { "信", "息", "公", "开", "1", "a" };
    uint32_t seed = 7;
    for (int round = 0; round < 300; round++) {
        gj_slice words[12];
        for (size_t w = 0; w < 12; w++) {
            gj_slice word = GJ_LIT("");
            for (size_t n = 1 + (seed = seed * 1664525u + 1013904223u) / 65536 % 4; n > 0; n--) {
                seed = seed * 1664525u + 1013904223u;
                const char *letter = letters[seed / 65536 % 6];
                word = gj_arena_format(arena, "%.*s%s", GJ_ARG(word), *letter == '1' ? "#" : letter);
            }
            words[w] = word;
        }
        gj_slice text = GJ_LIT("");
        for (int i = 0; i < 30; i++) {
            seed = seed * 1664525u + 1013904223u;
            text = gj_arena_format(arena, "%.*s%s", GJ_ARG(text), letters[seed / 65536 % 6]);
        }
        size_t expected = 0, got = 0;
        for (size_t w = 0; w < 12; w++)
            for (size_t at = 0; at < text.len; at++) {
                bool here = words[w].len <= text.len - at;
                for (size_t i = 0; here && i < words[w].len; i++)
                    here = words[w].data[i] == (text.data[at + i] == '1' ? '#' : text.data[at + i]);
                expected += here;
            }
        const char *found = spotted(text.data, words, 12);
        for (; *found; found++)
            got += *found == '@';
        assert_int_equal(got, expected);
    }
}

static const char *doubled(const char *text, size_t least)
{
    gj_slice s = gj_slice_of(text);
    gj_span both = { 0, 0 };
    said[0] = '\0';
    while (gj_repeat_next(s, both.end, least, &both))
        say(s, both, "");
    return said;
}

static void doubled_words_are_found(void **state)
{
    (void)state;
    assert_string_equal(doubled("规范审核审核机制，多措并举并举", 2), "审核审核 并举并举 ");
    assert_string_equal(doubled("资源局局负责", 2), "");
    assert_string_equal(doubled("资源局局负责", 1), "局局 ");
    assert_string_equal(doubled("可通过可通过网站；政府信息政府信息", 2), "可通过可通过 政府信息政府信息 ");
    assert_string_equal(doubled("审核，审核，12121212 abab 审1核审1核", 1), "");
    assert_string_equal(doubled("", 1), "");
    assert_string_equal(doubled("的", 1), "");
    assert_string_equal(doubled("哈哈哈哈", 1), "哈哈 哈哈 ");
    assert_string_equal(doubled("一二三四五一二三四五", 1), ""); /* longer than the longest */
}

static bool take_mark(void *context, gj_span mark, bool opens)
{
    say(*(const gj_slice *)context, mark, opens ? "<" : ">");
    return true;
}

static const char *unpaired(const char *text)
{
    gj_pairing pairing = { .count = 0 };
    gj_slice s = gj_slice_of(text);
    assert_true(gj_pairing_add(&pairing, GJ_LIT("（()）")));
    assert_true(gj_pairing_add(&pairing, GJ_LIT("“”")));
    assert_true(gj_pairing_add(&pairing, GJ_LIT("《》")));
    said[0] = '\0';
    assert_true(gj_pairing_run(&pairing, s, take_mark, &s));
    return said;
}

static void marks_without_partner_are_found(void **state)
{
    (void)state;
    assert_string_equal(unpaired("《目录（含附件)》的“要求”"), "");
    assert_string_equal(unpaired("按照《方案要求"), "《< ");
    assert_string_equal(unpaired("规定）执行"), "）> ");
    assert_string_equal(unpaired("“公开“"), "“< “< ");
    assert_string_equal(unpaired("（一“公开）栏”"), "“< ”> ");
    assert_string_equal(unpaired("没有括号"), "");
    gj_pairing pairing = { .count = 0 };
    assert_false(gj_pairing_add(&pairing, GJ_LIT("（）“")));
    char deep[3 * (GJ_MAX_PAIR_DEPTH + 2) + 1] = "";
    for (size_t i = 0; i < GJ_MAX_PAIR_DEPTH + 2; i++)
        memcpy(deep + 3 * i, "（", 4);
    (void)unpaired(deep);
    size_t count = 0;
    for (const char *c = said; *c; c++)
        count += *c == '<';
    assert_int_equal(count, GJ_MAX_PAIR_DEPTH + 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_wherever_they_stand),
        cmocka_unit_test(a_hash_sign_is_any_digit),
        cmocka_unit_test(nothing_is_missed),
        cmocka_unit_test(doubled_words_are_found),
        cmocka_unit_test(marks_without_partner_are_found),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
