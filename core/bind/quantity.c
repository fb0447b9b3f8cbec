/* quantity.c - numbers in running text: one forward scan, no allocation.
 *
 * Digits count as a number wherever they stand; Chinese numerals only with a measure word after them, because 一些, 统一, 三农 and
 * 十四五 are words. What a number does not count (years, articles, document numbers, list numbers, telephone numbers, addresses of the
 * web) is marked `ordinal`. Titles in 《》 are names: the scan steps over them.
 */
#include "quantity_parts.h"

/* One of anything is mostly a word: 一个 一种 一家, 最多跑一次, 高效办成一件事, 一条龙, 一起努力. */
static bool one_is_word(gj_slice text, const gj_quantity *q)
{
    static const char *const counted[] = { "件", "条", "份", "篇", "宗", "起", "次", "场",
                                           "期", "例", "名", "项", "笔", "册", NULL };
    static const gj_slice before[] = { GJ_WORD("跑"), GJ_WORD("每"), GJ_WORD("任"), GJ_WORD("同"),   GJ_WORD("另"),
                                       GJ_WORD("某"), GJ_WORD("这"), GJ_WORD("那"), GJ_WORD("哪"),   GJ_WORD("唯"),
                                       GJ_WORD("单"), GJ_WORD("进"), GJ_WORD("之"), GJ_WORD("新的"), { NULL, 0 } };
    static const char *const after[] = { "事", "性", "龙", "网", "窗", "批", "站", "档", "策", "码", NULL };
    static const char *const stops[] = { "，", "。", "；", "、", "（", "）", ",", ";", NULL };
    if (!gj_starts_with_any(q->unit, 0, counted) || gj_ends_with_any(text, q->span.begin, before) ||
        gj_starts_with_any(text, q->span.end, after))
        return true;
    return gj_slice_is(q->unit, "起") && q->span.end < text.len && !gj_starts_with_any(text, q->span.end, stops);
}

/* A Chinese numeral with its measure word; false when it is part of a word. */
static bool read_chinese(gj_slice text, size_t at, const gj_numeral *n, gj_quantity *q)
{
    static const gj_slice vague[] = { GJ_WORD("几"), GJ_WORD("数"),   GJ_WORD("上"), GJ_WORD("成"),
                                      GJ_WORD("好"), GJ_WORD("若干"), { NULL, 0 } };
    static const gj_slice quotes[] = { GJ_WORD("“"), GJ_WORD("「"), GJ_WORD("『"),
                                       GJ_WORD("‘"), GJ_WORD("\""), { NULL, 0 } };
    *q = (gj_quantity){ .span = { at, n->end }, .digits = { at, n->end }, .value = n->value };
    if (!n->valid || gj_ends_with_any(text, at, vague))
        return false;
    size_t more = gj_quantity_more(text, n->end), size;
    if (more)
        q->certainty = GJ_AT_LEAST;
    gj_measure_kind kind = gj_measure_at(text, n->end + more, &size);
    q->unit = gj_slice_sub(text, n->end + more, n->end + more + size);
    q->span.end = n->end + more + size;
    if (kind == GJ_MEASURE_NONE || gj_slice_is(q->unit, "类"))
        return false;
    bool calendar = gj_slice_is(q->unit, "年") || gj_slice_is(q->unit, "月") || gj_slice_is(q->unit, "日");
    q->ordinal =
        kind == GJ_MEASURE_PLACE || calendar || gj_ends_with(text, at, "第") || gj_ends_with_any(text, at, quotes);
    if (!q->ordinal && q->value == GJ_ONE && n->end - at == 3 && one_is_word(text, q))
        return false;
    gj_quantity_certainty(text, q);
    return true;
}

/* 百分之二十: twenty per cent. */
static bool read_per_cent(gj_slice text, size_t at, gj_quantity *q)
{
    static const char words[] = "百分之";
    if (!gj_starts_with(text, at, words))
        return false;
    size_t begin = at + sizeof words - 1;
    gj_numeral n = gj_numeral_arabic(text, begin);
    if (n.end == begin)
        n = gj_numeral_chinese(text, begin);
    if (n.end == begin || !n.valid)
        return false;
    *q = (gj_quantity){ .span = { at, n.end }, .digits = { begin, n.end }, .value = n.value, .unit = GJ_LIT("%") };
    gj_quantity_certainty(text, q);
    return true;
}

/* The end of a title that begins at `at`, or just past its opening mark when it does not end soon. */
static size_t title_end(gj_slice text, size_t at)
{
    enum { LONGEST = 600 };
    size_t depth = 0;
    for (size_t i = at; i + 3 <= text.len && i < at + LONGEST; i++) {
        uint32_t code = gj_char3(text, i);
        if (code == 0xE3808A) /* 《 */
            depth++;
        else if (code == 0xE3808B && --depth == 0) /* 》 */
            return i + 3;
    }
    return at + 3;
}

bool gj_quantity_next(gj_slice text, size_t from, gj_quantity *out)
{
    size_t length;
    for (size_t at = from; at < text.len;) {
        unsigned char byte = (unsigned char)text.data[at];
        if (byte >= 0xE4 && byte <= 0xE9 && text.len - at >= 3 && !gj_chinese_digit_likely(gj_char3(text, at))) {
            at += 3;
            continue;
        }
        if (byte < 0x80 || byte == 0xEF) {
            bool digit = byte == 0xEF ? gj_digit_at(text, at, &length) >= 0 : byte >= '0' && byte <= '9';
            if (digit) {
                *out = gj_quantity_arabic(text, at);
                return true;
            }
            at += byte < 0x80 || text.len - at < 3 ? 1 : 3;
            continue;
        }
        if (byte < 0xE0 || byte >= 0xF0) {
            at++;
            continue;
        }
        uint32_t code = gj_char3(text, at);
        if (code == 0xE3808A) {
            at = title_end(text, at);
        } else if (gj_chinese_digit(code) < 0) {
            at += code ? 3 : 1;
        } else if (read_per_cent(text, at, out)) {
            return true;
        } else {
            gj_numeral n = gj_numeral_chinese(text, at);
            if (read_chinese(text, at, &n, out))
                return true;
            at = n.end;
        }
    }
    return false;
}

bool gj_quantity_value(gj_slice lexeme, gj_decimal *out)
{
    gj_slice text = gj_slice_trim(lexeme);
    gj_numeral n = gj_numeral_arabic(text, 0);
    gj_multiplier m = { 1, 1, 0, 0 };
    if (n.end == 0) {
        n = gj_numeral_chinese(text, 0);
    } else if (n.valid) {
        m = gj_multiplier_at(text, n.end);
        n.valid = gj_numeral_scale(n.value, m.small * m.big, &n.value);
    }
    *out = n.value;
    return n.valid && text.len > 0 && n.end + m.length == text.len;
}
