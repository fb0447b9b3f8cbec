/* number.c - one cell of a table: a number as people write it, or what else it is. Nothing is guessed: 000 and 2 5 may be
 * digits of several cells run together, 二百六 may be 206, 约20 is no count; they are text, and a person looks. */
#include "number.h"

#include "../base/utf8.h"
#include "measure.h"
#include "numeral.h"

bool gj_decimal_add(gj_decimal a, gj_decimal b, gj_decimal *out)
{
    if (b > 0 ? a > GJ_DECIMAL_MAX - b : a < -GJ_DECIMAL_MAX - b)
        return false;
    *out = a + b;
    return true;
}

size_t gj_decimal_print(gj_decimal value, char out[24])
{
    char reversed[24];
    size_t count = 0, length = 0;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    for (int decimals = 6; decimals > 0; decimals--, rest /= 10)
        if (count || rest % 10)
            reversed[count++] = (char)('0' + rest % 10);
    if (count)
        reversed[count++] = '.';
    do {
        reversed[count++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (value < 0)
        out[length++] = '-';
    while (count)
        out[length++] = reversed[--count];
    out[length] = '\0';
    return length;
}

/* The bytes of the first of `marks` that stands at `at`, else 0. */
static size_t any_at(gj_slice text, size_t at, const char *const *marks)
{
    gj_slice rest = gj_slice_sub(text, at, text.len);
    for (; *marks; marks++)
        if (gj_slice_starts(rest, gj_slice_of(*marks)))
            return strlen(*marks);
    return 0;
}

/* A cell of nothing but strokes, or 无. */
static bool is_dash(gj_slice text)
{
    static const char *const strokes[] = { "/", "-", "—", "－", "–", "―", "─", "‐", "−", "／", "\\", NULL };
    if (gj_slice_is(text, "无"))
        return true;
    size_t at = 0;
    for (size_t width; (width = any_at(text, at, strokes)) != 0;)
        at += width;
    return at == text.len;
}

static size_t space_at(gj_slice text, size_t at)
{
    size_t end = at;
    return at < text.len && gj_is_space(gj_utf8_next(text, &end)) ? end - at : 0;
}

static size_t skip_spaces(gj_slice text, size_t at)
{
    for (size_t width; (width = space_at(text, at)) != 0;)
        at += width;
    return at;
}

/* The number under way: its value without sign, and the byte where reading goes on. */
typedef struct reading {
    gj_decimal value;
    unsigned notes;
    size_t at;
} reading;

/* " 234" groups after one to three digits. False where the digits after a space are no such group. */
static bool spaced_groups(gj_slice text, const gj_numeral *first, reading *r)
{
    bool open = first->whole <= 3 && !first->grouped && !first->fraction;
    for (size_t space; (space = space_at(text, r->at)) != 0;) {
        gj_numeral group = gj_numeral_arabic(text, r->at + space);
        if (group.end == r->at + space)
            return true; /* a unit or a bracket may follow */
        if (!open || group.whole != 3 || group.grouped || r->value == 0 || r->value > GJ_DECIMAL_MAX / 1000)
            return false;
        r->value = r->value * 1000 + group.value;
        r->notes |= GJ_NOTE_SPACED;
        r->at = group.end;
        open = !group.fraction;
    }
    return r->value <= GJ_DECIMAL_MAX;
}

/* Full-width digits, and decimals past the sixth that are not zero, in the bytes just read. */
static unsigned digit_notes(gj_slice text, size_t begin, size_t end)
{
    unsigned notes = 0;
    size_t decimals = 0, width = 1;
    bool fraction = false;
    for (size_t at = begin; at < end; at += width) {
        int digit = gj_digit_at(text, at, &width);
        if (digit < 0) {
            fraction = fraction || text.data[at] == '.' || gj_slice_starts(gj_slice_sub(text, at, end), GJ_LIT("．"));
            width = 1;
            continue;
        }
        decimals += fraction;
        notes |= width == 3 ? GJ_NOTE_FULLWIDTH : 0;
        notes |= decimals > 6 && digit > 0 ? GJ_NOTE_LONG : 0;
    }
    return notes;
}

static bool read_arabic(gj_slice text, reading *r)
{
    gj_numeral n = gj_numeral_arabic(text, r->at);
    size_t begin = r->at, width = 0, second = 0;
    if (n.end == begin || !n.valid)
        return false;
    bool leading_zero = gj_digit_at(text, begin, &width) == 0 && gj_digit_at(text, begin + width, &second) >= 0;
    if (leading_zero || (n.grouped && n.value < 1000 * GJ_ONE))
        return false;
    r->value = n.value;
    r->at = n.end;
    r->notes |= n.grouped ? GJ_NOTE_THOUSANDS : 0;
    if (!spaced_groups(text, &n, r))
        return false;
    r->notes |= digit_notes(text, begin, r->at);
    return true;
}

static bool read_chinese(gj_slice text, reading *r)
{
    gj_numeral n = gj_numeral_chinese(text, r->at);
    if (n.end == r->at || !n.valid)
        return false;
    r->value = n.value;
    r->at = n.end;
    r->notes |= GJ_NOTE_CHINESE;
    return true;
}

/* "件", "万元", "%"; 万 and 亿 with nothing or another unit after them multiply. */
static bool read_unit(gj_slice text, reading *r, gj_slice *unit)
{
    size_t length, at = skip_spaces(text, r->at);
    gj_measure_kind kind = gj_measure_at(text, at, &length);
    if (kind == GJ_MEASURE_NONE && !(r->notes & GJ_NOTE_CHINESE)) {
        gj_multiplier m = gj_multiplier_at(text, at);
        if (m.length) {
            if (!gj_numeral_scale(r->value, m.small * m.big, &r->value))
                return false;
            r->notes |= GJ_NOTE_CHINESE;
            r->at = at + m.length;
            at = skip_spaces(text, r->at);
            kind = gj_measure_at(text, at, &length);
        }
    }
    if (kind == GJ_MEASURE_COUNT) {
        *unit = gj_slice_sub(text, at, at + length);
        r->notes |= GJ_NOTE_UNIT;
        r->at = at + length;
    }
    return true;
}

/* "（其中修订16件）" up to the end of the cell. False where brackets do not match or more follows. */
static bool read_brackets(gj_slice text, reading *r)
{
    static const char *const openers[] = { "(", "（", NULL }, *const closers[] = { ")", "）", NULL };
    size_t at = skip_spaces(text, r->at), depth = 0, width;
    if (at == text.len || !any_at(text, at, openers))
        return true;
    do {
        if ((width = any_at(text, at, openers)) != 0)
            depth++;
        else if ((width = any_at(text, at, closers)) != 0)
            depth--;
        at += width ? width : 1;
    } while (depth && at < text.len);
    r->at = at;
    r->notes |= GJ_NOTE_PARENTHETIC;
    return depth == 0;
}

static bool read_sign(gj_slice text, reading *r)
{
    static const char *const minus[] = { "-", "－", "−", NULL }, *const plus[] = { "+", "＋", NULL };
    size_t negative = any_at(text, 0, minus), positive = any_at(text, 0, plus);
    r->at = negative + positive;
    r->notes |= r->at ? GJ_NOTE_SIGNED : 0;
    return negative != 0;
}

gj_number gj_number_read(gj_slice text)
{
    gj_number text_cell = { .kind = GJ_CELL_TEXT };
    gj_slice unit = { NULL, 0 };
    reading r = { .value = 0 };
    text = gj_slice_trim(text);
    if (skip_spaces(text, 0) == text.len)
        return (gj_number){ .kind = GJ_CELL_BLANK };
    if (is_dash(text))
        return (gj_number){ .kind = GJ_CELL_DASH };
    bool negative = read_sign(text, &r);
    size_t width;
    if (!(gj_digit_at(text, r.at, &width) >= 0 ? read_arabic(text, &r) : read_chinese(text, &r)))
        return text_cell;
    if (!read_unit(text, &r, &unit) || !read_brackets(text, &r) || r.at != text.len)
        return text_cell;
    bool whole = r.value % GJ_ONE == 0 && !(r.notes & GJ_NOTE_LONG);
    return (gj_number){ .kind = whole ? GJ_CELL_INTEGER : GJ_CELL_DECIMAL,
                        .value = negative ? -r.value : r.value,
                        .notes = r.notes,
                        .unit = unit };
}
