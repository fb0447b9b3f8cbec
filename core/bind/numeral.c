/* numeral.c - the digits of a number. The grammar of Chinese numerals is that of GB/T 15835-2011, written strictly: what
 * people also read loosely (二百六 for 260, 三四件 for three or four) is no number here, because it would be a guess. */
#include "numeral.h"

#define VALUE_MAX INT64_C(1000000000000) /* 10^12, number.h */

int gj_digit_at(gj_slice text, size_t at, size_t *length)
{
    if (at >= text.len)
        return -1;
    unsigned char byte = (unsigned char)text.data[at];
    *length = 1;
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    if (byte != 0xEF)
        return -1;
    uint32_t code = gj_char3(text, at); /* U+FF10 … U+FF19 are EF BC 90 … 99 */
    *length = 3;
    return code >= 0xEFBC90 && code <= 0xEFBC99 ? (int)(code - 0xEFBC90) : -1;
}

/* The bytes of a full-width or ASCII mark at `at`, else 0. */
static size_t mark_at(gj_slice text, size_t at, char ascii, uint32_t wide)
{
    if (at < text.len && text.data[at] == ascii)
        return 1;
    return gj_char3(text, at) == wide ? 3 : 0;
}

/* Exactly three digits at `at`: their end and value, or false. */
static bool group_of_three(gj_slice text, size_t at, size_t *end, int64_t *value)
{
    size_t length = 0;
    *value = 0;
    for (int i = 0; i < 3; i++) {
        int digit = gj_digit_at(text, at, &length);
        if (digit < 0)
            return false;
        *value = *value * 10 + digit;
        at += length;
    }
    *end = at;
    return gj_digit_at(text, at, &length) < 0;
}

/* ",234" groups after one to three digits. */
static void read_groups(gj_slice text, gj_numeral *n, int64_t *value)
{
    while (true) {
        size_t comma = mark_at(text, n->end, ',', 0xEFBC8C);
        size_t end;
        int64_t group;
        if (!comma || n->whole > 12 || !group_of_three(text, n->end + comma, &end, &group))
            return;
        *value = *value * 1000 + group;
        n->whole += 3;
        n->grouped = true;
        n->end = end;
    }
}

static void read_fraction(gj_slice text, gj_numeral *n)
{
    size_t length = 0, point = mark_at(text, n->end, '.', 0xEFBC8E);
    if (!point || gj_digit_at(text, n->end + point, &length) < 0)
        return;
    size_t at = n->end + point;
    gj_decimal scale = GJ_ONE / 10;
    for (int digit; (digit = gj_digit_at(text, at, &length)) >= 0; at += length, scale /= 10)
        n->value += digit * scale;
    n->fraction = true;
    n->end = at;
}

gj_numeral gj_numeral_arabic(gj_slice text, size_t at)
{
    gj_numeral n = { .end = at };
    size_t length = 0;
    int64_t value = 0;
    for (int digit; (digit = gj_digit_at(text, n.end, &length)) >= 0; n.end += length, n.whole++)
        if (value <= VALUE_MAX)
            value = value * 10 + digit;
    if (n.whole == 0)
        return n;
    if (n.whole <= 3)
        read_groups(text, &n, &value);
    n.valid = value <= VALUE_MAX;
    n.value = n.valid ? value * GJ_ONE : 0;
    read_fraction(text, &n);
    return n;
}

int32_t gj_chinese_digit_of(uint32_t code)
{
    switch (code) {
    case 0xE99BB6: /* 零 */
    case 0xE38087: /* 〇 */
        return 0;
    case 0xE4B880: /* 一 */
        return 1;
    case 0xE4BA8C: /* 二 */
    case 0xE4B8A4: /* 两 */
        return 2;
    case 0xE4B889: /* 三 */
        return 3;
    case 0xE59B9B: /* 四 */
        return 4;
    case 0xE4BA94: /* 五 */
        return 5;
    case 0xE585AD: /* 六 */
        return 6;
    case 0xE4B883: /* 七 */
        return 7;
    case 0xE585AB: /* 八 */
        return 8;
    case 0xE4B99D: /* 九 */
        return 9;
    case 0xE58D81: /* 十 */
        return 10;
    case 0xE799BE: /* 百 */
        return 100;
    case 0xE58D83: /* 千 */
        return 1000;
    case 0xE4B887: /* 万 */
        return 10000;
    case 0xE4BABF: /* 亿 */
        return 100000000;
    default:
        return -1;
    }
}

/* 二〇二四: digits side by side. One digit, or a run that 零 or four places make a number; 三四 is "three or four". */
static gj_numeral read_positional(gj_slice text, gj_numeral n, size_t at, size_t count)
{
    int64_t value = 0;
    bool zero = false;
    for (size_t i = at; i < n.end; i += 3) {
        int32_t digit = gj_chinese_digit(gj_char3(text, i));
        zero |= digit == 0;
        value = value <= VALUE_MAX ? value * 10 + digit : value;
    }
    n.whole = count;
    n.valid = value <= VALUE_MAX && (count == 1 || count >= 4 || zero);
    n.value = n.valid ? value * GJ_ONE : 0;
    return n;
}

/* Where a numeral with 十百千万亿 stands while it is read. */
typedef struct spoken {
    int64_t total, section; /* closed by 万 or 亿; below the next 万 */
    int64_t digit;          /* waiting for its place, -1 none */
    int64_t place, closed;  /* the last place in the section; the last 万 or 亿 */
    bool zero, bad;
} spoken;

static void take_digit(spoken *s, int32_t digit)
{
    if (digit == 0) {
        s->bad |= s->digit >= 0 || s->zero;
        s->zero = true;
    } else {
        s->bad |= s->digit >= 0;
        s->digit = digit;
    }
}

static void take_place(spoken *s, int32_t place)
{
    if (s->digit < 0 && place == 10 && s->section == 0 && !s->zero)
        s->digit = 1; /* 十二 */
    s->bad |= s->digit < 0 || place >= s->place;
    s->section += s->digit * place;
    s->place = place;
    s->digit = -1;
    s->zero = false;
}

static void close_section(spoken *s, int32_t power)
{
    s->section += s->digit > 0 ? s->digit : 0;
    s->bad |= s->section == 0 || power >= s->closed;
    if (!s->bad)
        s->total = (s->total + s->section) * power;
    s->closed = power;
    s->section = 0;
    s->digit = -1;
    s->place = INT64_MAX;
    s->zero = false;
}

static gj_numeral read_spoken(gj_slice text, gj_numeral n, size_t at)
{
    spoken s = { .digit = -1, .place = INT64_MAX, .closed = INT64_MAX };
    int64_t high = 0; /* what 亿 closed, so that 万 after it multiplies only its own section */
    for (size_t i = at; i < n.end && !s.bad; i += 3) {
        int32_t digit = gj_chinese_digit(gj_char3(text, i));
        if (digit < 10)
            take_digit(&s, digit);
        else if (digit < 10000)
            take_place(&s, digit);
        else
            close_section(&s, digit);
        if (digit == 100000000) {
            high = s.total;
            s.total = 0;
        }
    }
    /* 二百六: people mean 260, a machine should not */
    bool loose = s.digit > 0 && !s.zero && s.place > 10 && (s.place < INT64_MAX || s.closed < INT64_MAX);
    int64_t value = high + s.total + s.section + (s.digit > 0 ? s.digit : 0);
    n.whole = 1;
    n.valid = !s.bad && !loose && value <= VALUE_MAX;
    n.value = n.valid ? value * GJ_ONE : 0;
    return n;
}

gj_numeral gj_numeral_chinese(gj_slice text, size_t at)
{
    gj_numeral n = { .end = at };
    size_t count = 0, places = 0, digits = 0;
    for (int32_t digit; (digit = gj_chinese_digit(gj_char3(text, n.end))) >= 0; n.end += 3, count++) {
        places += digit >= 10;
        digits += digit < 10 || digit == 10;
    }
    if (count == 0)
        return n;
    if (places == 0)
        return read_positional(text, n, at, count);
    if (digits == 0) /* 万, 千百: no count of anything */
        return n;
    return count <= 24 ? read_spoken(text, n, at) : n;
}

gj_multiplier gj_multiplier_at(gj_slice text, size_t at)
{
    gj_multiplier m = { 1, 1, 0, 0 };
    int32_t digit = gj_chinese_digit(gj_char3(text, at));
    if (digit >= 10 && digit <= 1000) {
        m.small = digit;
        m.small_length = m.length = 3;
        digit = gj_chinese_digit(gj_char3(text, at + 3));
    }
    for (int parts = 0; digit >= 10000 && parts < 2 && m.big <= 10000; parts++) { /* 万, 亿, 万亿 */
        m.big *= digit;
        m.length += 3;
        digit = gj_chinese_digit(gj_char3(text, at + m.length));
    }
    return m;
}

bool gj_numeral_scale(gj_decimal value, int64_t factor, gj_decimal *out)
{
    if (value < 0 || value > GJ_DECIMAL_MAX / factor)
        return false;
    *out = value * factor;
    return true;
}
