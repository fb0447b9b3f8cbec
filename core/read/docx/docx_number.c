/* Counts in the numerals of ST_NumberFormat (ECMA-376 part 1, 17.18.59), as Word shows them. */
#include <stdio.h>

#include "../../base/utf8.h"
#include "docx.h"

typedef struct writing {
    char *out;
    size_t length;
} writing;

static void put(writing *w, const char *text)
{
    size_t length = strlen(text);
    if (length > GJ_DOCX_NUMERAL - w->length)
        return;
    memcpy(w->out + w->length, text, length);
    w->length += length;
}

static void put_code(writing *w, uint32_t code)
{
    char bytes[5] = { 0 };
    bytes[gj_utf8_put(code, bytes)] = '\0';
    put(w, bytes);
}

static void decimal(writing *w, long value, int digits)
{
    char text[24];
    (void)snprintf(text, sizeof text, "%0*ld", digits, value);
    put(w, text);
}

typedef struct han_digits {
    const char *digits[10], *units[4];
    const char *ten_thousand;
    bool ten_alone; /* 十 and not 一十 at the start */
} han_digits;

static const han_digits counting = {
    { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" }, { "", "十", "百", "千" }, "万", true
};
static const han_digits legal = {
    { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" }, { "", "拾", "佰", "仟" }, "万", false
};

/* Up to four digits; `pending`: a zero that is read if a digit follows. */
static void han_group(writing *w, const han_digits *h, long value, bool pending)
{
    static const long powers[] = { 1, 10, 100, 1000 };
    bool first = !w->length;
    for (int i = 3; i >= 0; i--) {
        long digit = value / powers[i] % 10;
        if (!digit) {
            pending = pending || !first;
            continue;
        }
        if (pending)
            put(w, h->digits[0]);
        pending = false;
        if (!(h->ten_alone && first && i == 1 && digit == 1))
            put(w, h->digits[digit]);
        put(w, h->units[i]);
        first = false;
    }
}

static bool han(writing *w, const han_digits *h, long value)
{
    if (value < 0 || value > 99999999)
        return false;
    if (value == 0) {
        put(w, h->digits[0]);
        return true;
    }
    if (value >= 10000) {
        han_group(w, h, value / 10000, false);
        put(w, h->ten_thousand);
    }
    if (value % 10000)
        han_group(w, h, value % 10000, value >= 10000 && value % 10000 < 1000);
    return true;
}

/* 二〇 for 20 */
static bool han_digital(writing *w, long value)
{
    char text[24];
    if (value < 0)
        return false;
    (void)snprintf(text, sizeof text, "%ld", value);
    for (size_t i = 0; text[i]; i++)
        put(w, text[i] == '0' ? "〇" : counting.digits[text[i] - '0']);
    return true;
}

static bool full_width(writing *w, long value)
{
    char text[24];
    if (value < 0)
        return false;
    (void)snprintf(text, sizeof text, "%ld", value);
    for (size_t i = 0; text[i]; i++)
        put_code(w, 0xFF10u + (uint32_t)(text[i] - '0'));
    return true;
}

static bool one_of(writing *w, uint32_t first, long count, long value)
{
    if (value < 1 || value > count)
        return false;
    put_code(w, first + (uint32_t)value - 1);
    return true;
}

/* ① … ⑳, ㉑ … ㉟, ㊱ … ㊿ */
static bool circled(writing *w, long value)
{
    return one_of(w, 0x2460, 20, value) || one_of(w, 0x3251, 15, value - 20) || one_of(w, 0x32B1, 15, value - 35);
}

static bool sign_of(writing *w, const char *signs, long count, long value)
{
    if (value < 1 || value > count)
        return false;
    char sign[4] = { 0 };
    memcpy(sign, signs + (value - 1) * 3, 3);
    put(w, sign);
    return true;
}

/* a … z, aa, bb … */
static bool letters(writing *w, char first, long value)
{
    if (value < 1 || (value - 1) / 26 >= 16)
        return false;
    char letter[2] = { (char)(first + (value - 1) % 26), '\0' };
    for (long i = 0; i <= (value - 1) / 26; i++)
        put(w, letter);
    return true;
}

static bool roman(writing *w, bool upper, long value)
{
    static const struct {
        long value;
        const char *upper, *lower;
    } signs[] = { { 1000, "M", "m" }, { 900, "CM", "cm" }, { 500, "D", "d" },  { 400, "CD", "cd" }, { 100, "C", "c" },
                  { 90, "XC", "xc" }, { 50, "L", "l" },    { 40, "XL", "xl" }, { 10, "X", "x" },    { 9, "IX", "ix" },
                  { 5, "V", "v" },    { 4, "IV", "iv" },   { 1, "I", "i" } };
    if (value < 1 || value > 3999)
        return false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        for (; value >= signs[i].value; value -= signs[i].value)
            put(w, upper ? signs[i].upper : signs[i].lower);
    return true;
}

typedef enum numerals {
    HAN,
    LEGAL,
    DIGITAL,
    STEMS,
    BRANCHES,
    CIRCLED,
    HAN_CIRCLED,
    STOPPED,
    BRACKETED,
    HAN_BRACKETED,
    FULL_WIDTH,
    ZERO,
    UPPER_LETTER,
    LOWER_LETTER,
    UPPER_ROMAN,
    LOWER_ROMAN,
    NOTHING,
    DECIMAL
} numerals;

static numerals numerals_of(gj_slice format)
{
    static const struct {
        const char *name;
        numerals numerals;
    } formats[] = {
        { "decimal", DECIMAL },
        { "chineseCounting", HAN },
        { "chineseCountingThousand", HAN },
        { "japaneseCounting", HAN },
        { "taiwaneseCounting", HAN },
        { "taiwaneseCountingThousand", HAN },
        { "chineseLegalSimplified", LEGAL },
        { "ideographDigital", DIGITAL },
        { "japaneseDigitalTenThousand", DIGITAL },
        { "taiwaneseDigital", DIGITAL },
        { "ideographTraditional", STEMS },
        { "ideographZodiac", BRANCHES },
        { "decimalEnclosedCircle", CIRCLED },
        { "decimalEnclosedCircleChinese", CIRCLED },
        { "ideographEnclosedCircle", HAN_CIRCLED },
        { "decimalEnclosedFullstop", STOPPED },
        { "decimalEnclosedParen", BRACKETED },
        { "ideographParenthesized", HAN_BRACKETED },
        { "decimalFullWidth", FULL_WIDTH },
        { "decimalFullWidth2", FULL_WIDTH },
        { "decimalZero", ZERO },
        { "upperLetter", UPPER_LETTER },
        { "lowerLetter", LOWER_LETTER },
        { "upperRoman", UPPER_ROMAN },
        { "lowerRoman", LOWER_ROMAN },
        { "none", NOTHING },
        { "bullet", NOTHING },
    };
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (gj_slice_is(format, formats[i].name))
            return formats[i].numerals;
    return DECIMAL;
}

static bool special(writing *w, numerals kind, long value)
{
    switch (kind) {
    case HAN:
        return han(w, &counting, value);
    case LEGAL:
        return han(w, &legal, value);
    case DIGITAL:
        return han_digital(w, value);
    case STEMS:
        return sign_of(w, "甲乙丙丁戊己庚辛壬癸", 10, value);
    case BRANCHES:
        return sign_of(w, "子丑寅卯辰巳午未申酉戌亥", 12, value);
    case CIRCLED:
        return circled(w, value);
    case HAN_CIRCLED:
        return one_of(w, 0x3280, 10, value);
    case STOPPED:
        return one_of(w, 0x2488, 20, value);
    case BRACKETED:
        return one_of(w, 0x2474, 20, value);
    case HAN_BRACKETED:
        return one_of(w, 0x3220, 10, value);
    case FULL_WIDTH:
        return full_width(w, value);
    case UPPER_LETTER:
    case LOWER_LETTER:
        return letters(w, kind == UPPER_LETTER ? 'A' : 'a', value);
    case UPPER_ROMAN:
    case LOWER_ROMAN:
        return roman(w, kind == UPPER_ROMAN, value);
    case NOTHING:
        return true;
    default:
        return false;
    }
}

size_t gj_docx_numeral(gj_slice format, long value, char out[GJ_DOCX_NUMERAL])
{
    writing w = { .out = out };
    numerals kind = numerals_of(format);
    if (!special(&w, kind, value))
        decimal(&w, value, kind == ZERO ? 2 : 1);
    return w.length;
}
