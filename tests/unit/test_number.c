/* Every way of writing a cell: what it is, its value, its notes, its unit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/bind/number.h"

#define MILLION INT64_C(1000000)

typedef struct form {
    const char *text;
    gj_cell_kind kind;
    gj_decimal value; /* in millionths */
    unsigned notes;
    const char *unit;
} form;

static const form forms[] = {
    /* nothing */
    { "", GJ_CELL_BLANK, 0, 0, "" },
    { "  \t", GJ_CELL_BLANK, 0, 0, "" },
    { "　", GJ_CELL_BLANK, 0, 0, "" },
    { "\xC2\xA0\xE2\x80\x8B", GJ_CELL_BLANK, 0, 0, "" },
    /* dashes */
    { "/", GJ_CELL_DASH, 0, 0, "" },
    { "-", GJ_CELL_DASH, 0, 0, "" },
    { "—", GJ_CELL_DASH, 0, 0, "" },
    { "——", GJ_CELL_DASH, 0, 0, "" },
    { "－", GJ_CELL_DASH, 0, 0, "" },
    { " – ", GJ_CELL_DASH, 0, 0, "" },
    { "--", GJ_CELL_DASH, 0, 0, "" },
    { "／", GJ_CELL_DASH, 0, 0, "" },
    { "\\", GJ_CELL_DASH, 0, 0, "" },
    { "无", GJ_CELL_DASH, 0, 0, "" },
    /* plain */
    { "0", GJ_CELL_INTEGER, 0, 0, "" },
    { "3", GJ_CELL_INTEGER, 3 * MILLION, 0, "" },
    { " 13810 ", GJ_CELL_INTEGER, 13810 * MILLION, 0, "" },
    { "　7　", GJ_CELL_INTEGER, 7 * MILLION, 0, "" },
    { "2822652", GJ_CELL_INTEGER, 2822652 * MILLION, 0, "" },
    { "26.55", GJ_CELL_DECIMAL, 26550000, 0, "" },
    { "59237.2449", GJ_CELL_DECIMAL, 59237244900, 0, "" },
    { "0.000001", GJ_CELL_DECIMAL, 1, 0, "" },
    { "12.0", GJ_CELL_INTEGER, 12 * MILLION, 0, "" },
    { "0.50", GJ_CELL_DECIMAL, 500000, 0, "" },
    /* full width */
    { "３２", GJ_CELL_INTEGER, 32 * MILLION, GJ_NOTE_FULLWIDTH, "" },
    { "０", GJ_CELL_INTEGER, 0, GJ_NOTE_FULLWIDTH, "" },
    { "2６．５", GJ_CELL_DECIMAL, 26500000, GJ_NOTE_FULLWIDTH, "" },
    /* thousands */
    { "1,234", GJ_CELL_INTEGER, 1234 * MILLION, GJ_NOTE_THOUSANDS, "" },
    { "1，234", GJ_CELL_INTEGER, 1234 * MILLION, GJ_NOTE_THOUSANDS, "" },
    { "１，２３４", GJ_CELL_INTEGER, 1234 * MILLION, GJ_NOTE_THOUSANDS | GJ_NOTE_FULLWIDTH, "" },
    { "12,345,678.9", GJ_CELL_DECIMAL, 12345678900000, GJ_NOTE_THOUSANDS, "" },
    { "1 234", GJ_CELL_INTEGER, 1234 * MILLION, GJ_NOTE_SPACED, "" },
    { "1 234 567", GJ_CELL_INTEGER, 1234567 * MILLION, GJ_NOTE_SPACED, "" },
    { "1\xC2\xA0"
      "050.5",
      GJ_CELL_DECIMAL, 1050500000, GJ_NOTE_SPACED, "" },
    /* units */
    { "12件", GJ_CELL_INTEGER, 12 * MILLION, GJ_NOTE_UNIT, "件" },
    { "12 件", GJ_CELL_INTEGER, 12 * MILLION, GJ_NOTE_UNIT, "件" },
    { "251000元", GJ_CELL_INTEGER, 251000 * MILLION, GJ_NOTE_UNIT, "元" },
    { "12.5万元", GJ_CELL_DECIMAL, 12500000, GJ_NOTE_UNIT, "万元" },
    { "3亿元", GJ_CELL_INTEGER, 3 * MILLION, GJ_NOTE_UNIT, "亿元" },
    { "33.9%", GJ_CELL_DECIMAL, 33900000, GJ_NOTE_UNIT, "%" },
    { "3,646件", GJ_CELL_INTEGER, 3646 * MILLION, GJ_NOTE_THOUSANDS | GJ_NOTE_UNIT, "件" },
    { "1.2万", GJ_CELL_INTEGER, 12000 * MILLION, GJ_NOTE_CHINESE, "" },
    { "1.2万条", GJ_CELL_INTEGER, 12000 * MILLION, GJ_NOTE_CHINESE | GJ_NOTE_UNIT, "条" },
    /* Chinese numerals */
    { "零", GJ_CELL_INTEGER, 0, GJ_NOTE_CHINESE, "" },
    { "〇", GJ_CELL_INTEGER, 0, GJ_NOTE_CHINESE, "" },
    { "十二", GJ_CELL_INTEGER, 12 * MILLION, GJ_NOTE_CHINESE, "" },
    { "三十二件", GJ_CELL_INTEGER, 32 * MILLION, GJ_NOTE_CHINESE | GJ_NOTE_UNIT, "件" },
    { "二百六十一", GJ_CELL_INTEGER, 261 * MILLION, GJ_NOTE_CHINESE, "" },
    { "一千零五", GJ_CELL_INTEGER, 1005 * MILLION, GJ_NOTE_CHINESE, "" },
    { "三万五千", GJ_CELL_INTEGER, 35000 * MILLION, GJ_NOTE_CHINESE, "" },
    { "两", GJ_CELL_INTEGER, 2 * MILLION, GJ_NOTE_CHINESE, "" },
    /* with a word in brackets */
    { "22（其中修订16件）", GJ_CELL_INTEGER, 22 * MILLION, GJ_NOTE_PARENTHETIC, "" },
    { "12(含撤回1件)", GJ_CELL_INTEGER, 12 * MILLION, GJ_NOTE_PARENTHETIC, "" },
    { "12件（含（1）件）", GJ_CELL_INTEGER, 12 * MILLION, GJ_NOTE_PARENTHETIC | GJ_NOTE_UNIT, "件" },
    { "0 (无)", GJ_CELL_INTEGER, 0, GJ_NOTE_PARENTHETIC, "" },
    /* signs */
    { "-8", GJ_CELL_INTEGER, -8 * MILLION, GJ_NOTE_SIGNED, "" },
    { "－8", GJ_CELL_INTEGER, -8 * MILLION, GJ_NOTE_SIGNED, "" },
    { "−0.5", GJ_CELL_DECIMAL, -500000, GJ_NOTE_SIGNED, "" },
    { "+3", GJ_CELL_INTEGER, 3 * MILLION, GJ_NOTE_SIGNED, "" },
    { "-0", GJ_CELL_INTEGER, 0, GJ_NOTE_SIGNED, "" },
    { "-1,234", GJ_CELL_INTEGER, -1234 * MILLION, GJ_NOTE_SIGNED | GJ_NOTE_THOUSANDS, "" },
    /* more than six decimals */
    { "0.1234567", GJ_CELL_DECIMAL, 123456, GJ_NOTE_LONG, "" },
    { "5.0000001", GJ_CELL_DECIMAL, 5 * MILLION, GJ_NOTE_LONG, "" },
    { "5.1000000000", GJ_CELL_DECIMAL, 5100000, 0, "" },
    /* large */
    { "1000000000000", GJ_CELL_INTEGER, GJ_DECIMAL_MAX, 0, "" },
    { "1000000000001", GJ_CELL_TEXT, 0, 0, "" },
    { "999,999,999,999", GJ_CELL_INTEGER, INT64_C(999999999999) * MILLION, GJ_NOTE_THOUSANDS, "" },
    { "99999999999999999999999", GJ_CELL_TEXT, 0, 0, "" },
    { "99 999 999 999 999 999", GJ_CELL_TEXT, 0, 0, "" },
    { "99999亿", GJ_CELL_TEXT, 0, 0, "" },
    /* what could be several cells run together, or is no number */
    { "000", GJ_CELL_TEXT, 0, 0, "" },
    { "00", GJ_CELL_TEXT, 0, 0, "" },
    { "0000000", GJ_CELL_TEXT, 0, 0, "" },
    { "007", GJ_CELL_TEXT, 0, 0, "" },
    { "0 0", GJ_CELL_TEXT, 0, 0, "" },
    { "0 000", GJ_CELL_TEXT, 0, 0, "" },
    { "2 5", GJ_CELL_TEXT, 0, 0, "" },
    { "1  234", GJ_CELL_TEXT, 0, 0, "" },
    { "1234 567", GJ_CELL_TEXT, 0, 0, "" },
    { "1,234 567", GJ_CELL_TEXT, 0, 0, "" },
    { "1,23", GJ_CELL_TEXT, 0, 0, "" },
    { "1,2345", GJ_CELL_TEXT, 0, 0, "" },
    { "1234,567", GJ_CELL_TEXT, 0, 0, "" },
    { "0,123", GJ_CELL_TEXT, 0, 0, "" },
    { "0，0，0", GJ_CELL_TEXT, 0, 0, "" },
    { "1、2", GJ_CELL_TEXT, 0, 0, "" },
    { "12.", GJ_CELL_TEXT, 0, 0, "" },
    { ".5", GJ_CELL_TEXT, 0, 0, "" },
    { "1.2.3", GJ_CELL_TEXT, 0, 0, "" },
    { "1e3", GJ_CELL_TEXT, 0, 0, "" },
    { "0x10", GJ_CELL_TEXT, 0, 0, "" },
    { "- 4 -", GJ_CELL_TEXT, 0, 0, "" },
    { "-5-", GJ_CELL_TEXT, 0, 0, "" },
    { "- 4", GJ_CELL_TEXT, 0, 0, "" },
    { "--4", GJ_CELL_TEXT, 0, 0, "" },
    { "—3", GJ_CELL_TEXT, 0, 0, "" },
    { "约20", GJ_CELL_TEXT, 0, 0, "" },
    { "20余", GJ_CELL_TEXT, 0, 0, "" },
    { "二百六", GJ_CELL_TEXT, 0, 0, "" },
    { "三四", GJ_CELL_TEXT, 0, 0, "" },
    { "万", GJ_CELL_TEXT, 0, 0, "" },
    { "件", GJ_CELL_TEXT, 0, 0, "" },
    { "（12）", GJ_CELL_TEXT, 0, 0, "" },
    { "12（", GJ_CELL_TEXT, 0, 0, "" },
    { "12（一）（二）", GJ_CELL_TEXT, 0, 0, "" },
    { "12）", GJ_CELL_TEXT, 0, 0, "" },
    { "22其中修订16件", GJ_CELL_TEXT, 0, 0, "" },
    { "12号", GJ_CELL_TEXT, 0, 0, "" },
    { "2024年", GJ_CELL_TEXT, 0, 0, "" },
    { "无。", GJ_CELL_TEXT, 0, 0, "" },
    { "自然人", GJ_CELL_TEXT, 0, 0, "" },
};

static void reads_every_form(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const form *f = &forms[i];
        gj_number n = gj_number_read(gj_slice_of(f->text));
        if (n.kind != f->kind || n.value != f->value || n.notes != f->notes || !gj_slice_is(n.unit, f->unit))
            fail_msg("\"%s\": kind %d, value %lld, notes %u, unit \"%.*s\"", f->text, (int)n.kind, (long long)n.value,
                     n.notes, GJ_ARG(n.unit));
    }
}

/* A slice need not end in NUL: nothing past its end may be read. */
static void stops_at_the_end_of_the_slice(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        char exact[64];
        size_t length = strlen(forms[i].text);
        memcpy(exact, forms[i].text, length);
        memset(exact + length, '7', sizeof exact - length);
        gj_number n = gj_number_read((gj_slice){ exact, length });
        assert_int_equal(n.kind, forms[i].kind);
        assert_int_equal(n.value, forms[i].value);
    }
}

static void prints_the_shortest_decimal(void **state)
{
    (void)state;
    static const struct {
        gj_decimal value;
        const char *text;
    } cases[] = {
        { 0, "0" },
        { 3 * MILLION, "3" },
        { 26550000, "26.55" },
        { -8 * MILLION, "-8" },
        { 1, "0.000001" },
        { -1, "-0.000001" },
        { 100 * MILLION, "100" },
        { GJ_DECIMAL_MAX, "1000000000000" },
        { -GJ_DECIMAL_MAX, "-1000000000000" },
        { GJ_DECIMAL_MAX - 1, "999999999999.999999" },
        { INT64_MIN, "-9223372036854.775808" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[24];
        assert_int_equal(gj_decimal_print(cases[i].value, out), strlen(cases[i].text));
        assert_string_equal(out, cases[i].text);
    }
}

static void adds_within_bounds(void **state)
{
    (void)state;
    gj_decimal sum = 0;
    assert_true(gj_decimal_add(2 * MILLION, 3 * MILLION, &sum));
    assert_int_equal(sum, 5 * MILLION);
    assert_true(gj_decimal_add(GJ_DECIMAL_MAX, 0, &sum));
    assert_true(gj_decimal_add(GJ_DECIMAL_MAX, -GJ_DECIMAL_MAX, &sum));
    assert_int_equal(sum, 0);
    assert_false(gj_decimal_add(GJ_DECIMAL_MAX, 1, &sum));
    assert_false(gj_decimal_add(-GJ_DECIMAL_MAX, -1, &sum));
    assert_true(gj_decimal_add(-GJ_DECIMAL_MAX, 1, &sum));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_form),
        cmocka_unit_test(stops_at_the_end_of_the_slice),
        cmocka_unit_test(prints_the_shortest_decimal),
        cmocka_unit_test(adds_within_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
