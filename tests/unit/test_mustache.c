/* Templates of notices: what tags do, and that a wrong one is refused with its line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../core/base/utf8.h"
#include "../../core/show/escape.h"
#include "../../core/show/notice/mustache.h"

/* "towns" has two items with {{town}} and, in the second only, one "road"; "none" has no item. */
static bool value(void *context, gj_slice name, const gj_mustache_item *path, size_t depth, gj_buffer *out)
{
    (void)context;
    if (gj_slice_is(name, "year"))
        gj_buffer_text(out, "2024");
    else if (gj_slice_is(name, "town") && depth)
        gj_buffer_format(out, "镇%zu", path[0].index + 1);
    else
        return false;
    return true;
}

static size_t count(void *context, gj_slice name, const gj_mustache_item *path, size_t depth)
{
    (void)context;
    if (gj_slice_is(name, "towns"))
        return 2;
    if (gj_slice_is(name, "road"))
        return depth && gj_slice_is(path[0].section, "towns") && path[0].index == 1;
    return gj_slice_is(name, "none") ? 0 : GJ_NOT_FOUND;
}

static void writes(const char *text, const char *expected)
{
    const gj_mustache names = { NULL, value, count };
    gj_error err = { 0 };
    gj_buffer out;
    gj_buffer_init(&out, 0);
    if (gj_mustache_write(gj_slice_of(text), &names, &out, &err) != GJ_OK)
        fail_msg("%s: %s", text, err.en);
    if (!gj_slice_is(gj_buffer_slice(&out), expected))
        fail_msg("%s: found <%.*s>, expected <%s>", text, GJ_ARG(gj_buffer_slice(&out)), expected);
    gj_buffer_free(&out);
}

static void refused(const char *text, const char *words)
{
    const gj_mustache names = { NULL, value, count };
    gj_error err = { 0 };
    gj_buffer out;
    gj_buffer_init(&out, 0);
    assert_int_equal(gj_mustache_write(gj_slice_of(text), &names, &out, &err), GJ_USAGE);
    if (!strstr(err.en, words))
        fail_msg("%s: %s, expected %s", text, err.en, words);
    assert_int_equal(gj_utf8_check(gj_slice_of(err.zh)), GJ_NOT_FOUND);
    gj_buffer_free(&out);
}

static void values_and_sections(void **state)
{
    (void)state;
    writes("", "");
    writes("无标记 { } {x}", "无标记 { } {x}");
    writes("{{year}}年，{{ year }}", "2024年，2024");
    writes("{{#towns}}{{town}}、{{/towns}}", "镇1、镇2、");
    writes("{{#none}}x{{/none}}{{^none}}无{{/none}}", "无");
    writes("{{^towns}}x{{/towns}}", "");
    writes("{{#towns}}{{town}}{{#road}}有路{{town}}{{/road}}{{^road}}没路{{/road}}；{{/towns}}",
           "镇1没路；镇2有路镇2；");
    writes("{{#none}}{{#none}}{{/none}}{{/none}}.", ".");
    writes("{{! {{ 注 }}.", ".");
}

static void tags_alone_take_their_line(void **state)
{
    (void)state;
    writes("一\n{{#towns}}\n{{town}}\n{{/towns}}\n二\n", "一\n镇1\n镇2\n二\n");
    writes("  {{^none}}  \r\n无\n\t{{/none}}", "无\n");
    writes("一 {{#towns}}\n{{/towns}}", "一 \n\n");
}

static void wrong_tags_are_refused(void **state)
{
    (void)state;
    refused("{{yaer}}", "yaer no such name");
    refused("\n\n{{#road", "line 3");
    refused("{{town}}", "no such name"); /* outside its section */
    refused("一\n{{#towns}}", "line 2");
    refused("{{#towns}}{{/none}}", "another section");
    refused("{{/towns}}", "not opened");
    refused("{{#city}}{{/city}}", "city");
    refused(
        "{{^none}}{{^none}}{{^none}}{{^none}}{{^none}}{{^none}}{{^none}}{{^none}}{{^none}}{{/none}}{{/none}}{{/none}}"
        "{{/none}}{{/none}}{{/none}}{{/none}}{{/none}}{{/none}}",
        "too many");
}

static void escaped(const char *before, const char *text, const char *expected)
{
    gj_buffer out;
    gj_buffer_init(&out, 0);
    gj_buffer_text(&out, before);
    gj_escape_markdown(&out, gj_slice_of(text));
    if (!gj_slice_is(gj_slice_sub(gj_buffer_slice(&out), strlen(before), out.len), expected))
        fail_msg("<%s>: found <%s>", text, out.data);
    gj_buffer_free(&out);
}

static void values_stay_text_in_markdown(void **state)
{
    (void)state;
    escaped("", "一、（一）3 + 4", "一、（一）3 + 4");
    escaped("x", "[a](javascript:x) <b> &amp; **c** `d` #e ~f~",
            "\\[a\\](javascript:x) \\<b\\> \\&amp; \\*\\*c\\*\\* \\`d\\` \\#e \\~f\\~");
    escaped("", "- a", "\\- a");
    escaped("x\n", "2024. a", "2024\\. a");
    escaped("x\n", "12) a", "12\\) a");
    escaped("x", "2024. a", "2024. a");
    escaped("", "a\nb\x01", "a b⟨U+0001⟩");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_and_sections),
        cmocka_unit_test(tags_alone_take_their_line),
        cmocka_unit_test(wrong_tags_are_refused),
        cmocka_unit_test(values_stay_text_in_markdown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
