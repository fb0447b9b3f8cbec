/* Encodings: told apart with confidence, converted as a whole, broken bytes located. */
#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/read/encoding.h"
#include "../../core/read/read.h"

#define REPORT                                                                                                                          \
    "# 青石镇2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n全年收到申请8件，一件结转。\r\n\n" \
    "| 甲 | 1 |\n|---|---|\n| 乙 | ２ |\n"
#define TRADITIONAL "# 青石鎮政府信息公開工作年度報告\n\n## 一、總體情況\n\n全年收到申請八件，結轉一件，均按時答覆。\n"

typedef struct fixture {
    gj_arena *arena;
    gj_error err;
} fixture;

static fixture begin(void)
{
    fixture f = { .arena = gj_arena_new(0) };
    assert_non_null(f.arena);
    return f;
}

static gj_slice encode(const fixture *f, const char *text, const char *encoding)
{
    size_t left = strlen(text), room = left * 2 + 8, free_room = room;
    char *bytes = gj_arena_alloc(f->arena, room), *in = (char *)(uintptr_t)text, *out = bytes;
    iconv_t cd = iconv_open(encoding, "UTF-8");
    assert_true(cd != (iconv_t)-1);
    assert_int_equal(iconv(cd, &in, &left, &out, &free_room), 0);
    (void)iconv_close(cd);
    return (gj_slice){ bytes, room - free_room };
}

/* Found as `expected`, and the same text again. */
static void round_trip(const char *text, const char *encoding, gj_encoding expected)
{
    fixture f = begin();
    gj_slice bytes = encode(&f, text, encoding), back;
    gj_encoding found = gj_encoding_of(bytes);
    if (found != expected)
        fail_msg("%s is taken for %s", encoding, gj_encoding_name(found));
    assert_int_equal(gj_encoding_convert(f.arena, bytes, found, &back, &f.err), GJ_OK);
    if (gj_slice_starts(back, GJ_LIT("\xEF\xBB\xBF")))
        back = gj_slice_sub(back, 3, back.len);
    assert_true(gj_slice_is(back, text));
    gj_arena_free(f.arena);
}

static void encodings_are_told_apart(void **state)
{
    (void)state;
    round_trip(REPORT, "UTF-8", GJ_ENCODING_UTF8);
    round_trip(REPORT, "UTF-16LE", GJ_ENCODING_UTF16LE);
    round_trip(REPORT, "UTF-16BE", GJ_ENCODING_UTF16BE);
    round_trip(REPORT, "UTF-16", GJ_ENCODING_UTF16LE); /* with its mark */
    round_trip(REPORT, "GB18030", GJ_ENCODING_GB18030);
    round_trip(REPORT, "GBK", GJ_ENCODING_GB18030);
    round_trip(TRADITIONAL, "BIG5", GJ_ENCODING_BIG5);
    round_trip(TRADITIONAL, "GB18030", GJ_ENCODING_GB18030);
    round_trip("plain ASCII only\n", "UTF-8", GJ_ENCODING_UTF8);
}

static void what_is_not_sure_is_left_alone(void **state)
{
    (void)state;
    assert_int_equal(gj_encoding_of(GJ_LIT("")), GJ_ENCODING_UTF8);
    assert_int_equal(gj_encoding_of(GJ_LIT("caf\xE9 cr\xE8me\n")), GJ_ENCODING_UTF8);
    assert_int_equal(gj_encoding_of(GJ_LIT("ab\xFF\n")), GJ_ENCODING_UTF8);
    assert_int_equal(gj_encoding_of(GJ_LIT("abc\0def\x01\0\0")), GJ_ENCODING_UTF8);
    assert_int_equal(gj_encoding_of(GJ_LIT("\x81\x40\x82\x41\x83\x42\x84\x43")),
                     GJ_ENCODING_UTF8); /* no everyday words */
}

static void a_page_says_which(void **state)
{
    (void)state;
    assert_int_equal(gj_encoding_of(GJ_LIT("<html><meta charset=\"gb2312\"><p>\xB9\xAB")), GJ_ENCODING_GB18030);
    assert_int_equal(gj_encoding_of(GJ_LIT("<META http-equiv=Content-Type content='text/html; charset=Big5'>\xA4\x40")),
                     GJ_ENCODING_BIG5);
    /* valid UTF-8 is UTF-8, whatever the page says; a page that says UTF-8 and is not is looked at */
    assert_int_equal(gj_encoding_of(GJ_LIT("<meta charset=gbk><p>公开</p>")), GJ_ENCODING_UTF8);
    assert_int_equal(gj_encoding_of(GJ_LIT("<meta charset=utf-8>\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2")),
                     GJ_ENCODING_GB18030);
}

static void places_are_as_the_person_sees_them(void **state)
{
    (void)state;
    static const char *const encodings[] = { "GB18030", "UTF-16", "UTF-16LE", "UTF-8" };
    for (size_t i = 0; i < sizeof encodings / sizeof encodings[0]; i++) {
        fixture f = begin();
        gj_document *document;
        gj_slice bytes = encode(&f, REPORT, encodings[i]);
        assert_int_equal(gj_read(f.arena, GJ_LIT("a.md"), bytes, GJ_FORMAT_AUTO, &document, &f.err), GJ_OK);
        assert_int_equal(document->format, GJ_FORMAT_MARKDOWN);
        assert_int_equal(document->block_count, 4);
        const gj_text *text = &document->blocks[2].text;
        gj_place place =
            gj_source_place(document->source, gj_text_source(text, gj_slice_find(text->text, GJ_LIT("8件"), 0)));
        assert_int_equal(place.line, 5);
        assert_int_equal(place.column, 7);
        gj_arena_free(f.arena);
    }
}

/* Refused at this byte, line and column, in words that hold `zh`. */
static void is_broken(gj_slice bytes, size_t offset, size_t line, size_t column, const char *zh)
{
    fixture f = begin();
    gj_document *document;
    assert_int_equal(gj_read(f.arena, GJ_LIT("a.md"), bytes, GJ_FORMAT_AUTO, &document, &f.err), GJ_INPUT);
    if (f.err.offset != offset || f.err.line != line || f.err.column != column || !strstr(f.err.zh, zh))
        fail_msg("byte %zu, %zu:%zu: %s", f.err.offset, f.err.line, f.err.column, f.err.zh);
    gj_arena_free(f.arena);
}

static void broken_bytes_are_located(void **state)
{
    (void)state;
    is_broken(GJ_LIT("一二三\n四五六七\xE4\xBD申请"), 22, 2, 5, "第 23 字节");
    /* GB18030 pasted into UTF-8, and the other way round */
    is_broken(GJ_LIT("一二三四五六七\n\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2"), 22, 2, 1, "混用了两种编码");
    is_broken(GJ_LIT("\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA\n\xD5\xFE\xFF\xFF\n"), 15, 2, 2, "UTF-8");
    is_broken(GJ_LIT("\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA"
                     "\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\n8公开信\n"),
              34, 2, 2, "混用了几种编码");
    /* half a character, half a pair of surrogates */
    is_broken(GJ_LIT("\xFF\xFE\x2D\x4E\x0A\x00\x00\xD8\x2D\x4E"), 6, 2, 1, "UTF-16LE");
    is_broken(GJ_LIT("\xFE\xFF\x4E\x2D\x4E"), 4, 1, 2, "UTF-16BE");
}

static void converted_files_may_be_empty_or_binary(void **state)
{
    (void)state;
    fixture f = begin();
    gj_document *document;
    assert_int_equal(gj_read(f.arena, GJ_LIT("a"), GJ_LIT("\xFF\xFE"), GJ_FORMAT_AUTO, &document, &f.err), GJ_INPUT);
    assert_non_null(strstr(f.err.en, "empty"));
    assert_int_equal(gj_read(f.arena, GJ_LIT("a"),
                             GJ_LIT("\xFF\xFE"
                                    "a\0\0\0"),
                             GJ_FORMAT_AUTO, &document, &f.err),
                     GJ_INPUT);
    assert_non_null(strstr(f.err.en, "binary"));
    gj_arena_free(f.arena);
}

static void samples_convert_as_far_as_they_go(void **state)
{
    (void)state;
    fixture f = begin();
    gj_slice bytes = encode(&f, REPORT, "GB18030"), cut = gj_slice_sub(bytes, 0, 11);
    gj_slice text = gj_encoding_sample(f.arena, cut, GJ_ENCODING_GB18030);
    assert_true(gj_slice_is(text, "# 青石镇202"));
    gj_slice hints[] = { GJ_LIT("信息公开") };
    assert_true(gj_looks_like_report(GJ_LIT("a.txt"), bytes, hints, 1));
    assert_int_equal(gj_sniff(GJ_LIT("a.txt"), bytes), GJ_FORMAT_MARKDOWN);
    gj_arena_free(f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(encodings_are_told_apart),
        cmocka_unit_test(what_is_not_sure_is_left_alone),
        cmocka_unit_test(a_page_says_which),
        cmocka_unit_test(places_are_as_the_person_sees_them),
        cmocka_unit_test(broken_bytes_are_located),
        cmocka_unit_test(converted_files_may_be_empty_or_binary),
        cmocka_unit_test(samples_convert_as_far_as_they_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
