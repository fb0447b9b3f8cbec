/* Which streams of a PDF are taken for font data, and what is put in their place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/read/pdf/pdf.h"

#define DATA 300 /* bytes of each stream */

/* "1 0 obj<<DICTIONARY>>stream\n" with data that begins as deflate does, and `after` behind it. */
static gj_slice file(char *room, size_t size, const char *dictionary, const char *head, const char *after)
{
    char data[DATA + 1];
    memset(data, 'x', DATA);
    memcpy(data, head, 2);
    data[DATA] = 0;
    int length =
        snprintf(room, size, "%%PDF-1.4\n1 0 obj\n<<%s>>\nstream\n%s\nendstream\nendobj\n%s", dictionary, data, after);
    return (gj_slice){ room, (size_t)length };
}

static gj_slice without(gj_arena *arena, gj_slice bytes)
{
    gj_slice out;
    gj_error err;
    assert_int_equal(gj_pdf_without_outlines(arena, bytes, &out, &err), GJ_OK);
    assert_int_equal(out.len, bytes.len);
    return out;
}

static void is_kept(const char *dictionary, const char *head, const char *after)
{
    char room[2000];
    gj_arena *arena = gj_arena_new(0);
    gj_slice bytes = file(room, sizeof room, dictionary, head, after), out = without(arena, bytes);
    assert_ptr_equal(out.data, bytes.data);
    gj_arena_free(arena);
}

/* Zlib's checksum of `text`. */
static unsigned long adler(gj_slice text)
{
    unsigned long a = 1, b = 0;
    for (size_t i = 0; i < text.len; i++) {
        a = (a + (unsigned char)text.data[i]) % 65521;
        b = (b + a) % 65521;
    }
    return b << 16 | a;
}

static void is_replaced(const char *dictionary, const char *after)
{
    char room[2000];
    gj_arena *arena = gj_arena_new(0);
    gj_slice bytes = file(room, sizeof room, dictionary, "\x78\x9c", after), out = without(arena, bytes);
    assert_ptr_not_equal(out.data, bytes.data);
    size_t at = gj_slice_find(bytes, GJ_LIT("\x78\x9c"), 0);
    const unsigned char *z = (const unsigned char *)out.data + at;
    assert_memory_equal(out.data, bytes.data, at); /* nothing before it changes */
    size_t length = (size_t)z[3] + 256u * z[4], end = at + 7 + length + 4;
    assert_int_equal((z[0] * 256u + z[1]) % 31, 0); /* zlib's head */
    assert_int_equal(z[2], 1);                      /* the last block, stored as it is */
    assert_int_equal(z[3] ^ z[5], 255);
    assert_int_equal(z[4] ^ z[6], 255);
    gj_slice font = { out.data + at + 7, length };
    const unsigned char *sum = z + 7 + length;
    assert_int_equal(adler(font),
                     (unsigned long)sum[0] << 24 | (unsigned long)sum[1] << 16 | (unsigned long)sum[2] << 8 | sum[3]);
    assert_memory_equal(out.data + end, bytes.data + end, bytes.len - end); /* nor behind it */
    for (size_t i = 0; i < 6; i++) {                                        /* the tables of the font lie in it */
        const unsigned char *entry = z + 7 + 12 + 16 * i;
        assert_true((size_t)entry[11] + entry[15] <= length);
    }
    gj_arena_free(arena);
}

#define DEFLATE "/Filter/FlateDecode/Length 300"
#define NAMED "2 0 obj\n<</Type/Font/Subtype/Type1/ToUnicode 9 0 R>>\nendobj\n"
#define UNNAMED "2 0 obj\n<</Type/Font /Subtype /Type1 /Encoding 9 0 R>>\nendobj\n"

static void test_fonts_that_need_no_data(void **state)
{
    (void)state;
    is_replaced(DEFLATE "/Length1 47088", "");
    is_replaced(DEFLATE "/Length1 47088", UNNAMED);
    is_replaced("/Length1 7 0 R /Filter [ /FlateDecode ]", "");
    is_replaced(DEFLATE "/Subtype/CIDFontType0C", UNNAMED);
    is_replaced(DEFLATE "/Length1 9/Length2 9/Length3 0", NAMED);
    is_replaced(DEFLATE "/Subtype /Type1C", NAMED NAMED);
}

static void test_fonts_that_may_hold_meanings(void **state)
{
    (void)state;
    is_kept(DEFLATE "/Length1 9/Length2 9/Length3 0", "\x78\x9c", UNNAMED);
    is_kept(DEFLATE "/Length1 9/Length2 9/Length3 0", "\x78\x9c", NAMED UNNAMED);
    is_kept(DEFLATE "/Subtype /Type1C", "\x78\x9c", NAMED UNNAMED);
    is_kept(DEFLATE "/Subtype /Type1C", "\x78\x9c", NAMED "3 0 obj<</Type/ObjStm>>");
    is_kept(DEFLATE "/Subtype /Type1C", "\x78\x9c", NAMED "3 0 obj<</Subtype/MMType1>>");
    is_kept(DEFLATE "/Subtype /Type1C", "\x78\x9c", "/Subtype/Type1");
}

static void test_what_is_no_font(void **state)
{
    (void)state;
    is_kept(DEFLATE, "\x78\x9c", "");
    is_kept(DEFLATE "/Subtype/XML", "\x78\x9c", "");
    is_kept("/Length1 300", "\x78\x9c", "");                                  /* not packed */
    is_kept("/Filter[/ASCII85Decode/FlateDecode]/Length1 3", "\x78\x9c", ""); /* packed twice */
    is_kept(DEFLATE "/Length1 3/DecodeParms<</Predictor 12>>", "\x78\x9c", "");
    is_kept(DEFLATE "/Length1 3", "xx", "");
    is_kept(DEFLATE "/Length1 3", "\x78\x9d", "");
    is_kept(DEFLATE "/Length1 3", "\x78\x9c", "trailer<</Encrypt 4 0 R>>");
}

static void test_streams_cut_short(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    static const char *const files[] = {
        "1 0 obj<</Filter/FlateDecode/Length1 3>>stream\n\x78\x9cxx\nendstream",
        "1 0 obj<</Filter/FlateDecode/Length1 3>>stream\n\x78\x9c",
        "1 0 obj<</Filter/FlateDecode/Length1 3>>stream",
        "1 0 obj<</Filter/FlateDecode/Length1 3>>stream\r",
        "stream\n",
        "stream",
        "",
        " obj stream\r\n",
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        assert_ptr_equal(without(arena, gj_slice_of(files[i])).data, files[i]);
    gj_arena_free(arena);
}

static void test_pictures(void **state)
{
    (void)state;
    assert_true(gj_pdf_has_pictures(GJ_LIT("<</Subtype/Image/Width 3>>")));
    assert_true(gj_pdf_has_pictures(GJ_LIT("<</ProcSet[/ImageB]/Subtype /Image>>")));
    assert_false(gj_pdf_has_pictures(GJ_LIT("<</ProcSet[/PDF/Text/ImageB/ImageC/ImageI]>>")));
    assert_false(gj_pdf_has_pictures(GJ_LIT("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fonts_that_need_no_data),
        cmocka_unit_test(test_fonts_that_may_hold_meanings),
        cmocka_unit_test(test_what_is_no_font),
        cmocka_unit_test(test_streams_cut_short),
        cmocka_unit_test(test_pictures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
