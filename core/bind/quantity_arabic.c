/* quantity_arabic.c - a number in digits: its tail, and whether it counts anything. */
#include "quantity_parts.h"

static size_t skip_spaces(gj_slice text, size_t at)
{
    while (at < text.len) {
        if (text.data[at] == ' ' || text.data[at] == '\t')
            at++;
        else if (gj_starts_with(text, at, "\xC2\xA0"))
            at += 2;
        else if (gj_char3(text, at) == 0xE38080)
            at += 3;
        else
            break;
    }
    return at;
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* From the end of the digits: 余, multiplier, 余 and measure word. 万 before 元 is part of the unit. */
static gj_measure_kind read_tail(gj_slice text, gj_quantity *q, size_t at)
{
    size_t more = gj_quantity_more(text, at), spaced = skip_spaces(text, at + more), after = at + more, size;
    gj_multiplier m = gj_multiplier_at(text, spaced);
    bool money = m.length > m.small_length && gj_starts_with(text, spaced + m.length, "元");
    size_t length = money ? m.small_length : m.length;
    if (length && gj_numeral_scale(q->value, money ? m.small : m.small * m.big, &q->value)) {
        after = spaced + length;
        q->digits.end = after;
    }
    if (more || gj_quantity_more(text, after))
        q->certainty = GJ_AT_LEAST;
    after += after > at + more || !more ? gj_quantity_more(text, after) : 0;
    spaced = skip_spaces(text, after);
    gj_measure_kind kind = gj_measure_at(text, spaced, &size);
    q->unit = gj_slice_sub(text, spaced, spaced + size);
    q->span.end = size ? spaced + size : after;
    return kind;
}

/* 2024-01-20, 0591-23165385, 1.2.3, 9:00: digits joined by marks. Returns the end of the run, or `at` when nothing is joined. */
static size_t joined_end(gj_slice text, size_t at)
{
    size_t end = at, length;
    while (end + 1 < text.len && strchr("-./:~", text.data[end]) && gj_digit_at(text, end + 1, &length) >= 0) {
        end++;
        while (gj_digit_at(text, end, &length) >= 0)
            end += length;
    }
    return end;
}

/* The end of an identifier or web address that the digits at `begin` belong to, or `begin` when they stand alone. */
static size_t identifier_end(gj_slice text, size_t begin, size_t end)
{
    char last = begin > 0 ? text.data[begin - 1] : ' ';
    bool dotted = last == '.' && begin > 1 && is_word_byte(text.data[begin - 2]);
    bool before = dotted || is_word_byte(last) || (last && strchr("/=&?#@", last));
    bool after = end < text.len && is_word_byte(text.data[end]);
    if (!before && !after)
        return begin;
    while (end < text.len && text.data[end] > ' ' && (unsigned char)text.data[end] < 0x7F &&
           !strchr("\"<>(),;", text.data[end]))
        end++;
    return end;
}

/* 第50条, 表3, 附件1 */
static bool ordinal_before(gj_slice text, size_t begin)
{
    static const gj_slice words[] = { GJ_WORD("第"), GJ_WORD("表"), GJ_WORD("附件"), GJ_WORD("图"), { NULL, 0 } };
    return gj_ends_with_any(text, gj_back_over_spaces(text, begin), words);
}

/* "1." "1、" "（1）" where a list counts its items, "12345热线", "〔2021〕": no measure word follows. */
static bool bare_is_ordinal(gj_slice text, gj_quantity *q, size_t whole)
{
    static const gj_slice open[] = { GJ_WORD("("),  GJ_WORD("（"), GJ_WORD("["),  GJ_WORD("［"),
                                     GJ_WORD("〔"), GJ_WORD("﹝"), GJ_WORD("【"), { NULL, 0 } };
    static const char *const close[] = { ")", "）", "]", "］", "〕", "﹞", "】", NULL };
    static const char *const marks[] = { ".", "．", "、", ")", "）", NULL };
    static const gj_slice stops[] = { GJ_WORD("。"), GJ_WORD("；"), GJ_WORD(";"),
                                      GJ_WORD("："), GJ_WORD(":"),  { NULL, 0 } };
    static const char *const lines[] = { "热线", "平台", "政务", "便民", "宣传日", "电话", "投诉", NULL };
    static const gj_slice names[] = { GJ_WORD("邮编"), GJ_WORD("编号"), GJ_WORD("电话"), GJ_WORD("传真"), { NULL, 0 } };
    size_t before = gj_back_over_spaces(text, q->span.begin), after = q->span.end;
    if (gj_ends_with_any(text, gj_ends_with(text, before, "：") ? before - 3 : before, names))
        return true;
    if (gj_ends_with_any(text, before, open) && gj_starts_with_any(text, after, close))
        return true;
    if (whole <= 2 && gj_starts_with_any(text, after, marks) && (before == 0 || gj_ends_with_any(text, before, stops)))
        return true;
    return whole >= 7 || gj_starts_with_any(text, after, lines);
}

static bool year_like(gj_decimal value)
{
    return value >= 1900 * GJ_ONE && value <= 2200 * GJ_ONE;
}

/* Whether a number of calendar kind names a day, month or year instead of measuring time. */
static bool is_date(gj_slice text, const gj_quantity *q, const gj_numeral *n)
{
    if (gj_slice_is(q->unit, "年"))
        return n->whole == 4 && year_like(q->value);
    if (gj_slice_is(q->unit, "月"))
        return true;
    return gj_slice_is(q->unit, "日") && !gj_starts_with(text, q->span.end, "内");
}

/* "1.2024年" is item 1 of a list and then a year: keep the item only. */
static bool undo_list_point(gj_slice text, gj_numeral *n, size_t at)
{
    size_t length, point = at;
    while (gj_digit_at(text, point, &length) >= 0)
        point += length;
    size_t mark = text.data[point] == '.' ? 1 : 3;
    if (n->whole > 2 || n->end - point - mark != 4 || !gj_starts_with(text, skip_spaces(text, n->end), "年"))
        return false;
    *n = (gj_numeral){ .end = point, .value = n->value / GJ_ONE * GJ_ONE, .whole = n->whole, .valid = true };
    return true;
}

/* A date or a telephone number, unless a measure word follows: 3-5件 is about 5. */
static gj_quantity read_joined(gj_slice text, gj_quantity q, const gj_numeral *n, size_t joined)
{
    size_t last = joined, length;
    while (last > n->end && gj_digit_at(text, last - 1, &length) >= 0)
        last--;
    gj_quantity end = gj_quantity_arabic(text, last);
    if (end.ordinal || end.unit.len == 0 || n->whole > 3) {
        q.span.end = q.digits.end = joined;
        q.ordinal = true;
        return q;
    }
    end.certainty = GJ_ABOUT;
    return end;
}

gj_quantity gj_quantity_arabic(gj_slice text, size_t at)
{
    gj_numeral n = gj_numeral_arabic(text, at);
    bool item = n.fraction && undo_list_point(text, &n, at);
    gj_quantity q = { .span = { at, n.end }, .digits = { at, n.end }, .value = n.value, .ordinal = item };
    if (item)
        return q;
    size_t name = identifier_end(text, at, n.end), joined = joined_end(text, n.end);
    if (name > at || !n.valid) {
        q.span.end = q.digits.end = name > at ? name : n.end;
        q.ordinal = true;
        return q;
    }
    if (joined > n.end)
        return read_joined(text, q, &n, joined);
    gj_measure_kind kind = read_tail(text, &q, n.end);
    if (ordinal_before(text, at) || kind == GJ_MEASURE_PLACE)
        q.ordinal = true;
    else if (kind == GJ_MEASURE_TIME)
        q.ordinal = is_date(text, &q, &n);
    else if (kind == GJ_MEASURE_NONE)
        q.ordinal = bare_is_ordinal(text, &q, n.whole);
    gj_quantity_certainty(text, &q);
    return q;
}
