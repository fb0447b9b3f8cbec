#include "signed.h"

#include "../base/utf8.h"

#define LONGEST 40 /* code points of a line that is a signature */

typedef struct parts {
    int year, month, day;
} parts;

static int digit_of(uint32_t code)
{
    if (code >= '0' && code <= '9')
        return (int)(code - '0');
    return code >= 0xFF10 && code <= 0xFF19 ? (int)(code - 0xFF10) : -1;
}

static void over_spaces(gj_slice text, size_t *at)
{
    for (size_t next = *at; next < text.len; *at = next)
        if (!gj_is_space(gj_utf8_next(text, &next)))
            break;
}

/* A number of at most `most` digits; -1 where there is none or more. */
static int number_at(gj_slice text, size_t *at, int most)
{
    int value = 0, digits = 0;
    over_spaces(text, at);
    for (size_t next = *at; next < text.len; *at = next) {
        int digit = digit_of(gj_utf8_next(text, &next));
        if (digit < 0)
            break;
        if (digits++ == most)
            return -1;
        value = value * 10 + digit;
    }
    over_spaces(text, at);
    return digits ? value : -1;
}

/* One of the signs that part a date, or the ideograph in its place. */
static bool sign_at(gj_slice text, size_t *at, gj_slice ideograph, uint32_t *sign)
{
    size_t next = *at;
    if (next >= text.len)
        return false;
    uint32_t code = gj_utf8_next(text, &next);
    bool ideographic = gj_slice_starts(gj_slice_sub(text, *at, text.len), ideograph);
    if (!ideographic && code != '-' && code != '.' && code != '/')
        return false;
    if (*sign && *sign != (ideographic ? 1u : code))
        return false;
    *sign = ideographic ? 1u : code;
    *at = next;
    return true;
}

static bool is_day(const parts *date)
{
    static const int days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    if (date->year < 1000 || date->month < 1 || date->month > 12 || date->day < 1)
        return false;
    bool leap = date->year % 4 == 0 && (date->year % 100 != 0 || date->year % 400 == 0);
    return date->day <= (date->month == 2 && !leap ? 28 : days[date->month - 1]);
}

static void put(char *out, int value, int digits)
{
    for (int i = digits; i-- > 0; value /= 10)
        out[i] = (char)('0' + value % 10);
}

/* Bytes of the date at the beginning of the text, 0 where there is none. */
static size_t read_date(gj_slice text, char out[11])
{
    size_t at = 0;
    uint32_t sign = 0;
    parts date;
    date.year = number_at(text, &at, 4);
    if (date.year < 0 || !sign_at(text, &at, GJ_LIT("年"), &sign))
        return 0;
    date.month = number_at(text, &at, 2);
    if (date.month < 0 || !sign_at(text, &at, GJ_LIT("月"), &sign))
        return 0;
    date.day = number_at(text, &at, 2);
    if (date.day < 0 || !is_day(&date))
        return 0;
    if (sign == 1 && !gj_slice_starts(gj_slice_sub(text, at, text.len), GJ_LIT("日")))
        return 0;
    at += sign == 1 ? GJ_LIT("日").len : 0;
    put(out, date.year, 4);
    put(out + 5, date.month, 2);
    put(out + 8, date.day, 2);
    out[4] = out[7] = '-';
    out[10] = '\0';
    return at;
}

bool gj_date_read(gj_slice text, char out[11])
{
    return read_date(text, out) != 0;
}

/* Whether a line is a date, after nothing but a name and in brackets or not. */
static bool signature(gj_slice line, char out[11])
{
    line = gj_slice_trim(line);
    if (!line.len || line.len > (size_t)LONGEST * 4 || gj_utf8_count(line) > LONGEST)
        return false;
    size_t at = 0, begin = 0;
    while (at < line.len) {
        begin = at;
        uint32_t code = gj_utf8_next(line, &at);
        if (digit_of(code) >= 0)
            break;
        if (!gj_is_han(code) && !gj_is_space(code) && code != '(' && code != 0xFF08)
            return false;
        begin = at;
    }
    gj_slice rest = gj_slice_sub(line, begin, line.len);
    size_t used = read_date(rest, out);
    rest = gj_slice_trim(gj_slice_sub(rest, used, rest.len));
    return used && (!rest.len || gj_slice_is(rest, ")") || gj_slice_is(rest, "）"));
}

bool gj_signed_date(const gj_report *report, char out[11])
{
    size_t last_section = GJ_NOT_FOUND;
    for (size_t i = 0; i < report->paragraph_count; i++)
        if (report->paragraphs[i].section != GJ_NOT_FOUND)
            last_section = report->paragraphs[i].section;
    for (size_t i = report->paragraph_count; i-- > 0;) {
        size_t section = report->paragraphs[i].section;
        if ((section == last_section || section == GJ_NOT_FOUND) && signature(report->paragraphs[i].text->text, out))
            return true;
    }
    return false;
}
