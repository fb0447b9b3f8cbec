/* Hostile text in every place where text is shown: nothing acts, nothing is lost. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <cjson/cJSON.h>

#include "../../core/base/utf8.h"
#include "../../core/show/escape.h"

typedef void (*escaper)(gj_buffer *out, gj_slice text);

static void expect(escaper escape, gj_slice text, const char *wanted)
{
    gj_buffer out;
    gj_buffer_init(&out, 0);
    escape(&out, text);
    assert_int_equal(out.failed, GJ_OK);
    assert_string_equal(out.data, wanted);
    gj_buffer_free(&out);
}

static void terminal_shows_what_would_act(void **state)
{
    (void)state;
    expect(gj_escape_terminal, GJ_LIT("青石镇 2024"), "青石镇 2024");
    expect(gj_escape_terminal, GJ_LIT("\033[31m"), "⟨U+001B⟩[31m");
    expect(gj_escape_terminal,
           GJ_LIT("\xC2\x9B"
                  "2J"),
           "⟨U+009B⟩2J");
    expect(gj_escape_terminal,
           GJ_LIT("a\xE2\x80\xAE"
                  "b"),
           "a⟨U+202E⟩b");
    expect(gj_escape_terminal,
           GJ_LIT("a\xE2\x81\xA6\xE2\x80\x8B"
                  "b"),
           "a⟨U+2066⟩⟨U+200B⟩b");
    expect(gj_escape_terminal,
           GJ_LIT("a\xF3\xA0\x80\x81"
                  "b"),
           "a⟨U+E0001⟩b");
    expect(gj_escape_terminal,
           GJ_LIT("a\xFF\xC0"
                  "b\xE6\x9D"),
           "a⟨0xFF⟩⟨0xC0⟩b⟨0xE6⟩⟨0x9D⟩");
    expect(gj_escape_terminal, GJ_LIT("a\tb\nc\r\nd\re\0f"), "a b c d⟨U+000D⟩e⟨U+0000⟩f");
    expect(gj_escape_terminal, GJ_LIT("\xEF\xBF\xBD"), "\xEF\xBF\xBD"); /* a real U+FFFD stays */
    expect(gj_escape_terminal, (gj_slice){ NULL, 0 }, "");
}

static void widths_follow_what_is_shown(void **state)
{
    (void)state;
    assert_int_equal(gj_escaped_width(GJ_LIT("总计 × 5"), 1), 8);
    assert_int_equal(gj_escaped_width(GJ_LIT("总计 × 5"), 2), 9);
    assert_int_equal(gj_escaped_width(GJ_LIT("\xE2\x80\xAE"), 1), 8);
    assert_int_equal(gj_escaped_width(GJ_LIT("\xFF"), 1), 6);
}

static void every_code_point_is_one_line_without_controls(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code += code < 0x3100 ? 1 : 0x11) {
        char bytes[4];
        size_t length = gj_utf8_put(code, bytes), at = 0;
        if (!length)
            continue;
        gj_glyph glyph = gj_glyph_next((gj_slice){ bytes, length }, &at, 1);
        assert_int_equal(at, length);
        assert_in_range(glyph.length, 1, sizeof glyph.text - 1);
        for (size_t i = 0, start = 0; i < glyph.length; start = i) {
            uint32_t shown = gj_utf8_next((gj_slice){ glyph.text, glyph.length }, &i);
            assert_true(i > start);
            assert_false(gj_is_hidden(shown));
        }
    }
}

static void json_reads_back(void **state)
{
    (void)state;
    static const char text[] =
        "\033[2J\xE2\x80\xAE\r\n\t\"\\/ </script><!-- \xE2\x80\xA8 \xF3\xA0\x80\x81 青石镇 😀 \x7F";
    gj_buffer out;
    gj_buffer_init(&out, 0);
    gj_buffer_byte(&out, '"');
    gj_escape_json(&out, gj_slice_of(text));
    gj_buffer_byte(&out, '"');
    assert_null(strstr(out.data, "</"));
    assert_null(strstr(out.data, "<!"));
    for (size_t at = 0; at < out.len;)
        assert_false(gj_is_hidden(gj_utf8_next(gj_buffer_slice(&out), &at)));
    cJSON *value = cJSON_Parse(out.data);
    assert_non_null(value);
    assert_string_equal(value->valuestring, text);
    cJSON_Delete(value);
    gj_buffer_free(&out);
    expect(gj_escape_json,
           GJ_LIT("a\0b\xFF"
                  "c<d"),
           "a\\u0000b\\ufffdc<d");
}

static void github_commands_stay_one_command(void **state)
{
    (void)state;
    expect(gj_escape_github_data, GJ_LIT("100%\r\n::error::x"), "100%25%0D%0A::error::x");
    expect(gj_escape_github_data, GJ_LIT("a\nb\rc"), "a%0Ab%0Dc");
    expect(gj_escape_github_property, GJ_LIT("a:b,c%"), "a%3Ab%2Cc%25");
    expect(gj_escape_github_property, GJ_LIT("\033[2J"), "⟨U+001B⟩[2J");
}

static void uris_hold_any_path(void **state)
{
    (void)state;
    expect(gj_escape_uri, GJ_LIT("./2024/a b.md"), "2024/a%20b.md");
    expect(gj_escape_uri, GJ_LIT("/srv/镇.md"), "file:///srv/%E9%95%87.md");
    expect(gj_escape_uri, GJ_LIT("a:b#c?d%\xFF"), "a%3Ab%23c%3Fd%25%FF");
    expect(gj_escape_uri, GJ_LIT("a\0b"), "a%00b");
}

static void html_opens_no_tag_and_ends_no_attribute(void **state)
{
    (void)state;
    expect(gj_escape_html, GJ_LIT("<b a=\"1\" c='2'>&amp;</b>"),
           "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;");
    expect(gj_escape_html, GJ_LIT("a\xE2\x80\xAE\xE2\x81\xA7z\033[2J\xFF"), "a⟨U+202E⟩⟨U+2067⟩z⟨U+001B⟩[2J⟨0xFF⟩");
    expect(gj_escape_html, GJ_LIT("一\r\n二\t三\0"), "一 二 三⟨U+0000⟩");
    expect(gj_escape_html, (gj_slice){ NULL, 0 }, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terminal_shows_what_would_act),
        cmocka_unit_test(widths_follow_what_is_shown),
        cmocka_unit_test(every_code_point_is_one_line_without_controls),
        cmocka_unit_test(json_reads_back),
        cmocka_unit_test(github_commands_stay_one_command),
        cmocka_unit_test(uris_hold_any_path),
        cmocka_unit_test(html_opens_no_tag_and_ends_no_attribute),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
