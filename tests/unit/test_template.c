/* Messages as templates over named values. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../core/base/utf8.h"
#include "../../core/judge/template.h"

typedef struct names {
    const char *name;
    gj_words words;
} names;

#define TEXT(s)                                                                                                        \
    {                                                                                                                  \
        "" s, sizeof(s) - 1                                                                                            \
    }

static const names known[] = {
    { "column", { TEXT("自然人"), TEXT("Natural persons") } },
    { "value_1", { TEXT("５"), { NULL, 0 } } },
    { "empty", { { NULL, 0 }, { NULL, 0 } } },
};

static bool value(void *context, gj_slice name, gj_words *out)
{
    (void)context;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (gj_slice_is(name, known[i].name)) {
            *out = known[i].words;
            return true;
        }
    return false;
}

static void check(const char *template, size_t expected)
{
    assert_int_equal(gj_template_check(gj_slice_of(template)), expected);
}

static void templates_are_checked(void **state)
{
    (void)state;
    check("", GJ_NOT_FOUND);
    check("“{column}”一列填 {value_1}", GJ_NOT_FOUND);
    check("{{不是名字}}", GJ_NOT_FOUND);
    check("{", 0);
    check("}", 0);
    check("a{}", 1);
    check("a{1x}", 1);
    check("a{列}", 1);
    check("ab{c d}", 2);
    check("ab{c", 2);
    check("{a}b}", 4);
    check("{{{a}}}", GJ_NOT_FOUND);
}

static void both_languages_name_the_same(void **state)
{
    (void)state;
    assert_int_equal(gj_template_missing(GJ_LIT("{a} {b}"), GJ_LIT("{b}{a}{c}")).len, 0);
    assert_true(gj_slice_is(gj_template_missing(GJ_LIT("{b}{a}{c}"), GJ_LIT("{a} {b}")), "c"));
    assert_int_equal(gj_template_missing(GJ_LIT("{{a}}"), GJ_LIT("")).len, 0);
}

static void values_are_filled_in(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_words out, template = { GJ_LIT("“{column}”填 {value_1}{{{empty}}}"), GJ_LIT("{column} is {value_1}") };
    gj_slice unknown;
    assert_int_equal(gj_template_render(arena, template, value, NULL, &out, &unknown), GJ_RENDERED);
    assert_string_equal(out.zh.data, "“自然人”填 ５{}");
    assert_string_equal(out.en.data, "Natural persons is ５"); /* zh stands for a missing en */
    template.en = GJ_LIT("{other}");
    assert_int_equal(gj_template_render(arena, template, value, NULL, &out, &unknown), GJ_RENDER_UNKNOWN);
    assert_true(gj_slice_is(unknown, "other"));
    template = (gj_words){ { NULL, 0 }, { NULL, 0 } };
    assert_int_equal(gj_template_render(arena, template, value, NULL, &out, &unknown), GJ_RENDERED);
    assert_string_equal(out.zh.data, "");
    gj_arena_free(arena);
}

static bool long_value(void *context, gj_slice name, gj_words *out)
{
    (void)name;
    out->zh = *(gj_slice *)context;
    out->en = (gj_slice){ NULL, 0 };
    return true;
}

static void long_messages_are_cut_visibly(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    const size_t count = 3000;
    char *text = GJ_ARRAY(arena, count * 3, char);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * 3, "长", 3);
    gj_slice words = { text, count * 3 };
    gj_words out, template = { GJ_LIT("a{x}{x}"), GJ_LIT("{x}") };
    gj_slice unknown;
    assert_int_equal(gj_template_render(arena, template, long_value, &words, &out, &unknown), GJ_RENDERED);
    assert_true(out.zh.len <= GJ_MAX_MESSAGE && out.zh.len > GJ_MAX_MESSAGE - 4);
    assert_true(gj_slice_ends(out.zh, GJ_LIT("长…")));
    assert_int_equal(gj_utf8_check(out.zh), GJ_NOT_FOUND);
    for (size_t bytes = 0; bytes < 12; bytes++) {
        gj_slice cut = gj_text_shorten(arena, GJ_LIT("一二三四"), bytes);
        assert_int_equal(gj_utf8_check(cut), GJ_NOT_FOUND);
        assert_true(gj_slice_ends(cut, GJ_LIT("…")));
    }
    assert_string_equal(gj_text_shorten(arena, GJ_LIT("一二三四"), 12).data, "一二三四");
    gj_arena_free(arena);
}

static void running_out_of_memory_is_said(void **state)
{
    (void)state;
    gj_words out, template = { GJ_LIT("“{column}”填 {value_1}"), GJ_LIT("{column} is {value_1}") };
    gj_slice unknown;
    gj_arena *arena = gj_arena_new(8);
    assert_int_equal(gj_template_render(arena, template, value, NULL, &out, &unknown), GJ_RENDER_NOMEM);
    gj_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(templates_are_checked),         cmocka_unit_test(both_languages_name_the_same),
        cmocka_unit_test(values_are_filled_in),          cmocka_unit_test(long_messages_are_cut_visibly),
        cmocka_unit_test(running_out_of_memory_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
