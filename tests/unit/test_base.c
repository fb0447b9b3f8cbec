/* The ground: arenas, buffers, UTF-8, the source map, digests. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../core/base/buffer.h"
#include "../../core/base/digest.h"
#include "../../core/base/library.h"
#include "../../core/base/pair_index.h"
#include "../../core/base/source.h"
#include "../../core/base/utf8.h"

static void assert_slice(gj_slice s, const char *text)
{
    assert_int_equal(s.len, strlen(text));
    assert_memory_equal(s.data, text, s.len);
}

static void slices_find_trim_and_compare(void **state)
{
    (void)state;
    gj_slice s = GJ_LIT("政府信息公开，信息");
    assert_int_equal(gj_slice_find(s, GJ_LIT("信息"), 0), 6);
    assert_int_equal(gj_slice_find(s, GJ_LIT("信息"), 7), 21);
    assert_int_equal(gj_slice_find(s, GJ_LIT("没有"), 0), GJ_NOT_FOUND);
    assert_int_equal(gj_slice_find(s, GJ_LIT(""), 3), 3);
    assert_int_equal(gj_slice_find((gj_slice){ 0 }, GJ_LIT("a"), 0), GJ_NOT_FOUND);
    assert_slice(gj_slice_trim(GJ_LIT(" \t\u3000\u00a0一 二\u3000\r\n")), "一 二");
    assert_slice(gj_slice_trim(GJ_LIT("\u3000\u3000")), "");
    assert_true(gj_slice_compare(GJ_LIT("ab"), GJ_LIT("abc")) < 0);
    assert_true(gj_slice_compare(GJ_LIT("b"), GJ_LIT("abc")) > 0);
    assert_int_equal(gj_slice_compare(GJ_LIT("x"), GJ_LIT("x")), 0);
    assert_slice(gj_slice_sub(GJ_LIT("abc"), 1, 99), "bc");
    assert_int_equal(gj_slice_sub(GJ_LIT("abc"), 5, 9).len, 0);
}

static void an_arena_caps_and_resets(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(64 * GJ_KIB);
    assert_non_null(arena);
    char *first = gj_arena_alloc(arena, 10);
    assert_non_null(first);
    assert_int_equal((uintptr_t)first % 16, 0);
    for (int i = 0; i < 10; i++)
        assert_int_equal(first[i], 0);
    assert_null(gj_arena_alloc(arena, 128 * GJ_KIB));
    assert_true(gj_arena_failed(arena));
    assert_null(gj_arena_array(arena, SIZE_MAX / 2, 16));
    gj_arena_reset(arena);
    assert_false(gj_arena_failed(arena));
    assert_int_equal(gj_arena_used(arena), 0);
    assert_slice(gj_arena_format(arena, "%d-%s", 7, "八"), "7-八");
    GJ_LIST(int) list = { 0 };
    for (int i = 0; i < 100; i++) {
        int *at = GJ_PUSH(arena, &list);
        assert_non_null(at);
        *at = i;
    }
    for (int i = 0; i < 100; i++)
        assert_int_equal(list.items[i], i);
    gj_arena_free(arena);
    gj_arena_free(NULL);
}

static void a_buffer_keeps_what_it_had_at_its_cap(void **state)
{
    (void)state;
    gj_buffer b;
    gj_buffer_init(&b, 8);
    assert_string_equal(b.data, "");
    gj_buffer_text(&b, "abc");
    gj_buffer_format(&b, "%d", 12);
    gj_buffer_text(&b, "too long");
    assert_int_equal(b.failed, GJ_LIMIT);
    gj_buffer_byte(&b, 'x');
    assert_string_equal(b.data, "abc12");
    gj_buffer_clear(&b);
    gj_buffer_repeat(&b, "ab", 2);
    assert_string_equal(b.data, "abab");
    gj_buffer_free(&b);
    assert_string_equal(b.data, "");
}

static void utf8_is_strict(void **state)
{
    (void)state;
    assert_int_equal(gj_utf8_check(GJ_LIT("甲a\xF0\x9F\x98\x80")), GJ_NOT_FOUND);
    static const char *const wrong[] = { "\x80",         "\xC0\x80",         "\xE0\x80\x80",
                                         "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80",
                                         "\xE4\xB8" };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        char text[16] = "一";
        memcpy(text + 3, wrong[i], strlen(wrong[i]) + 1);
        assert_int_equal(gj_utf8_check(gj_slice_of(text)), 3);
    }
    size_t at = 0;
    gj_slice s = GJ_LIT("\xFF甲");
    assert_int_equal(gj_utf8_next(s, &at), GJ_REPLACEMENT);
    assert_int_equal(gj_utf8_next(s, &at), 0x7532);
    assert_int_equal(gj_utf8_prev(s, &at), 0x7532);
    assert_int_equal(gj_utf8_prev(s, &at), GJ_REPLACEMENT);
    assert_int_equal(at, 0);
    char out[4];
    assert_int_equal(gj_utf8_put(0xD800, out), 0);
    assert_int_equal(gj_utf8_put(0x110000, out), 0);
    assert_int_equal(gj_utf8_put(0x7532, out), 3);
}

static void a_cut_spares_characters(void **state)
{
    (void)state;
    gj_slice s = GJ_LIT("甲a乙");
    static const size_t kept[] = { 0, 0, 0, 3, 4, 4, 4, 7, 7 };
    for (size_t most = 0; most < sizeof kept / sizeof *kept; most++)
        assert_int_equal(gj_utf8_cut(s, most).len, kept[most]);
    assert_int_equal(gj_utf8_cut(GJ_LIT("\x80\x80"), 1).len, 0);
    assert_int_equal(gj_utf8_cut((gj_slice){ NULL, 0 }, 3).len, 0);
}

static void width_counts_chinese_twice(void **state)
{
    (void)state;
    assert_int_equal(gj_utf8_width(GJ_LIT("你好ab"), 1), 6);
    assert_int_equal(gj_utf8_width(GJ_LIT("３２"), 1), 4);
    assert_int_equal(gj_utf8_width(GJ_LIT("“”…—·"), 1), 5);
    assert_int_equal(gj_utf8_width(GJ_LIT("“”…—·"), 2), 10);
    assert_int_equal(gj_utf8_width(GJ_LIT("\x1B[31m"), 1), 4);
    assert_int_equal(gj_utf8_width(GJ_LIT("e\u0301"), 1), 1);
}

static void folding_makes_variants_one(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    assert_slice(gj_utf8_fold(arena, GJ_LIT("（一）　予以 公开")), "(一)予以公开");
    assert_slice(gj_utf8_fold(arena, GJ_LIT("[2021]３０号")), "(2021)30号");
    assert_slice(gj_utf8_fold(arena, GJ_LIT("〔2021〕30号")), "(2021)30号");
    assert_slice(gj_utf8_fold(arena, GJ_LIT("“三安全”")), "\"三安全\"");
    assert_slice(gj_utf8_fold(arena, GJ_LIT("ＡbC\u200b\ufeff\t")), "abc");
    assert_slice(gj_utf8_fold(arena, GJ_LIT("")), "");
    gj_arena_free(arena);
}

static void the_source_map_counts_lines_and_code_points(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_source *source;
    gj_slice bytes = GJ_LIT("\xEF\xBB\xBF一\r\nab二c\n\rx");
    assert_int_equal(gj_source_open(arena, GJ_LIT("t"), bytes, &source, NULL), GJ_OK);
    assert_int_equal(source->line_count, 4);
    assert_slice(gj_source_line(source, 1), "一");
    assert_slice(gj_source_line(source, 2), "ab二c");
    assert_slice(gj_source_line(source, 3), "");
    assert_slice(gj_source_line(source, 4), "x");
    assert_slice(gj_source_line(source, 5), "");
    gj_place place = gj_source_place(source, 3); /* the BOM is not counted */
    assert_int_equal(place.line, 1);
    assert_int_equal(place.column, 1);
    size_t c = gj_slice_find(bytes, GJ_LIT("c"), 0);
    place = gj_source_place(source, c);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 4);
    place = gj_source_place(source, c - 1); /* inside 二 */
    assert_int_equal(place.column, 3);
    place = gj_source_place(source, 9999);
    assert_int_equal(place.line, 4);
    assert_int_equal(place.column, 2);
    gj_arena_free(arena);
}

static void bad_utf8_is_an_error_with_its_place(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_source *source;
    gj_error err;
    assert_int_equal(gj_source_open(arena, GJ_LIT("t"), GJ_LIT("ab\xFFz"), &source, &err), GJ_INPUT);
    assert_int_equal(err.offset, 2);
    assert_non_null(strstr(err.zh, "UTF-8"));
    assert_non_null(strstr(err.en, "0xFF"));
    gj_arena_free(arena);
}

static void long_errors_are_cut_at_a_character(void **state)
{
    (void)state;
    gj_error err;
    char text[GJ_ERROR_TEXT * 2];
    for (size_t pad = 0; pad < 4; pad++) {
        memset(text, 'a', pad);
        for (size_t i = pad; i + 3 < sizeof text; i += 3)
            memcpy(text + i, "甲", 4);
        assert_int_equal(gj_fail(&err, GJ_IO, GJ_NOWHERE, "%s", "%s", text), GJ_IO);
        assert_int_equal(gj_utf8_check(gj_slice_of(err.zh)), GJ_NOT_FOUND);
        assert_true(strlen(err.zh) > GJ_ERROR_TEXT - 8);
    }
}

static void digests_are_sha256_and_fields_do_not_run_together(void **state)
{
    (void)state;
    char a[65], b[65];
    gj_digest_of(GJ_LIT("abc"), a); /* FIPS 180-4, appendix B.1 */
    assert_string_equal(a, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    gj_digest d;
    gj_digest_init(&d);
    gj_digest_field(&d, GJ_LIT("ab"));
    gj_digest_field(&d, GJ_LIT("c"));
    gj_digest_hex(&d, a);
    gj_digest_init(&d);
    gj_digest_field(&d, GJ_LIT("a"));
    gj_digest_field(&d, GJ_LIT("bc"));
    gj_digest_hex(&d, b);
    assert_string_not_equal(a, b);
}

static void a_pair_index_tells_where_a_literal_may_stand(void **state)
{
    (void)state;
    static const char *const texts[] = { "主动公开政府信息126条", "未收到申请", "", "a\u00e9\U0001F600b" };
    gj_arena *arena = gj_arena_new(0);
    gj_pair_index *index = gj_pair_index_new(arena);
    assert_non_null(index);
    assert_int_equal(gj_pair_index_holders(index, GJ_LIT("公开")), 0);
    for (size_t i = 0; i < 4; i++)
        gj_pair_index_add(index, gj_slice_of(texts[i]), i + 64); /* texts share a bit modulo 64 */
    assert_int_equal(gj_pair_index_holders(index, GJ_LIT("公开政府")), 1);
    assert_int_equal(gj_pair_index_holders(index, GJ_LIT("收到申请")), 2);
    assert_int_equal(gj_pair_index_holders(index, GJ_LIT("息126条")), 1);
    assert_int_equal(gj_pair_index_holders(index, GJ_LIT("\u00e9\U0001F600b")), 8);
    assert_int_equal(gj_pair_index_holders(index, GJ_LIT("收到公开")), 0);
    assert_int_equal(gj_pair_index_holders(index, GJ_LIT("公")), 1); /* characters are known singly, too */
    assert_int_equal(gj_pair_index_holders(index, GJ_LIT("到")), 2);
    assert_int_equal(gj_pair_index_holders(index, GJ_LIT("某")), 0);
    assert_true(gj_pair_index_holders(index, GJ_LIT("")) == GJ_PAIR_ALL);
    assert_int_equal(gj_pair_index_holders(index, GJ_LIT("1")), 1);
    assert_int_equal(gj_pair_index_holders(index, GJ_LIT("★")), 0);
    assert_true(gj_pair_holds(2, 65) && !gj_pair_holds(2, 64));
    gj_pair_index_add(index, (gj_slice){ "信\xe6\x81", 5 }, 3); /* cut off within a character: no step beyond the end */
    /* Whatever stands in a text is found in it. */
    gj_slice text = gj_slice_of(texts[0]);
    for (size_t from = 0; from < text.len; from += (unsigned char)text.data[from] < 0x80 ? 1 : 3)
        for (size_t to = from; to <= text.len; to += to < text.len && (unsigned char)text.data[to] >= 0x80 ? 3 : 1)
            assert_true(gj_pair_holds(gj_pair_index_holders(index, gj_slice_sub(text, from, to)), 0));
    gj_arena_free(arena);
    arena = gj_arena_new(1000);
    assert_null(gj_pair_index_new(arena)); /* over the cap */
    gj_arena_free(arena);
}

static void libraries_that_are_missing_are_said(void **state)
{
    (void)state;
    static const gj_library_function functions[] = { { "cos", 0 }, { "no_such_function", 0 } };
    void *table[2], *handle;
    gj_error err;
    assert_int_equal(gj_library_open("libm.so.6", "libc6", "docx", functions, 1, table, &handle, &err), GJ_OK);
    assert_non_null(handle);
    gj_library_close(handle);
    gj_library_close(NULL);
    assert_int_equal(gj_library_open("libm.so.6", "libc6", "docx", functions, 2, table, &handle, &err), GJ_INPUT);
    assert_null(handle);
    assert_int_equal(gj_library_open("libnone.so.9", "libnone9", "docx", functions, 1, table, &handle, &err), GJ_INPUT);
    assert_non_null(strstr(err.zh, "apt install libnone9"));
    assert_non_null(strstr(err.en, "docx"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pair_index_tells_where_a_literal_may_stand),
        cmocka_unit_test(slices_find_trim_and_compare),
        cmocka_unit_test(an_arena_caps_and_resets),
        cmocka_unit_test(a_buffer_keeps_what_it_had_at_its_cap),
        cmocka_unit_test(utf8_is_strict),
        cmocka_unit_test(a_cut_spares_characters),
        cmocka_unit_test(width_counts_chinese_twice),
        cmocka_unit_test(folding_makes_variants_one),
        cmocka_unit_test(the_source_map_counts_lines_and_code_points),
        cmocka_unit_test(bad_utf8_is_an_error_with_its_place),
        cmocka_unit_test(long_errors_are_cut_at_a_character),
        cmocka_unit_test(digests_are_sha256_and_fields_do_not_run_together),
        cmocka_unit_test(libraries_that_are_missing_are_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
