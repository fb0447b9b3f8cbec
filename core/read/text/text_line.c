#include "text_line.h"

#include "../../base/utf8.h"
#include "../ascii.h"

#define TAB_COLUMNS 4
#define GAP_BLANKS 3  /* blanks in a row inside a line that make it columnar */
#define MARK_DIGITS 3 /* digits or numerals of a list number */
#define PAGE_DIGITS 4
#define PAGE_NUMBER_BYTES 40 /* no page number is longer */

static bool is_numeral(uint32_t code)
{
    switch (code) {
    case U'一':
    case U'二':
    case U'三':
    case U'四':
    case U'五':
    case U'六':
    case U'七':
    case U'八':
    case U'九':
    case U'十':
    case U'百':
    case U'零':
    case U'〇':
        return true;
    default:
        return false;
    }
}

/* An ASCII or full-width digit. */
static bool is_digit(uint32_t code)
{
    return (code >= '0' && code <= '9') || (code >= 0xFF10 && code <= 0xFF19);
}

/* The code point at *at and past it, or 0 at the end. */
static uint32_t next(gj_slice text, size_t *at)
{
    return *at < text.len ? gj_utf8_next(text, at) : 0;
}

static uint32_t peek(gj_slice text, size_t at)
{
    return next(text, &at);
}

/* Up to MARK_DIGITS of one kind; returns how many. */
static size_t skip_number(gj_slice text, size_t *at, bool (*member)(uint32_t))
{
    size_t count = 0;
    for (size_t step = *at; count < MARK_DIGITS && member(next(text, &step)); *at = step)
        count++;
    return count;
}

/* After an opening bracket: "一）" or "1)". */
static size_t bracketed_mark(gj_slice text, size_t at)
{
    if (!skip_number(text, &at, is_numeral) && !skip_number(text, &at, is_digit))
        return 0;
    uint32_t close = next(text, &at);
    return close == ')' || close == U'）' ? at : 0;
}

/* "一、" "十一." number sections; "一是" opens an item of a list. */
static size_t numeral_mark(gj_slice text, bool *section)
{
    size_t at = 0;
    if (!skip_number(text, &at, is_numeral))
        return 0;
    uint32_t after = next(text, &at);
    *section = after == U'、' || after == '.' || after == U'．' || after == U'，' || after == ',';
    return *section || after == U'是' ? at : 0;
}

/* "1." "1、" "1)", but not 1.2. */
static size_t digit_mark(gj_slice text)
{
    size_t at = 0;
    if (!skip_number(text, &at, is_digit))
        return 0;
    uint32_t after = next(text, &at);
    bool point = after == '.' || after == U'．';
    if (point && is_digit(peek(text, at)))
        return 0;
    return point || after == U'、' || after == ')' || after == U'）' ? at : 0;
}

/* 第一章, 第二部分; 第二十条 is a reference. */
static size_t chapter_mark(gj_slice text)
{
    size_t at = 0;
    (void)next(text, &at);
    if (!skip_number(text, &at, is_numeral) && !skip_number(text, &at, is_digit))
        return 0;
    uint32_t after = next(text, &at);
    return after == U'章' || after == U'节' || (after == U'部' && peek(text, at) == U'分') ? at : 0;
}

static size_t bullet_mark(gj_slice text)
{
    size_t at = 0;
    uint32_t code = next(text, &at);
    switch (code) {
    case U'●':
    case U'■':
    case U'◆':
    case U'▲':
    case U'★':
    case U'○':
    case U'□':
    case U'◇':
    case U'•':
    case U'·':
        return at;
    case '-':
    case '*':
        return gj_is_space(peek(text, at)) ? at : 0;
    default: /* ① … ⓿ and ㈠ … ㈩ */
        return (code >= 0x2460 && code <= 0x24FF) || (code >= 0x3220 && code <= 0x3229) ? at : 0;
    }
}

size_t gj_line_mark(gj_slice text, bool *section)
{
    bool ignored;
    section = section ? section : &ignored;
    *section = false;
    size_t at = 0;
    uint32_t first = next(text, &at);
    if (first == '(' || first == U'（')
        return bracketed_mark(text, at);
    if (is_numeral(first))
        return numeral_mark(text, section);
    if (is_digit(first))
        return digit_mark(text);
    if (first == U'第') {
        size_t mark = chapter_mark(text);
        *section = mark != 0;
        return mark;
    }
    return bullet_mark(text);
}

static bool is_stroke(uint32_t code)
{
    return code == '-' || code == U'—' || code == U'–' || code == U'－' || code == U'―' || code == U'─' ||
           code == U'‐' || code == U'·' || code == '~' || code == U'～';
}

static size_t skip_strokes(gj_slice text, size_t at)
{
    size_t step = at;
    while (is_stroke(next(text, &step)))
        at = step;
    return at;
}

static size_t skip_blanks(gj_slice text, size_t at)
{
    size_t step = at;
    while (step < text.len && gj_is_space(next(text, &step)))
        at = step;
    return at;
}

/* "- 4 -" with strokes on both sides, "第 4 页", "第4页 共10页". A bare 4 may be a figure. */
static bool is_page_number(gj_slice text)
{
    if (text.len > PAGE_NUMBER_BYTES)
        return false;
    size_t at = skip_strokes(text, 0), digits = 0, strokes = at, counted = 0;
    if (gj_slice_starts(text, GJ_LIT("第")))
        at = counted = 3;
    if (!at)
        return false;
    at = skip_blanks(text, at);
    for (size_t step = at; is_digit(next(text, &step)); at = step)
        digits++;
    at = skip_blanks(text, at);
    if (digits == 0 || digits > PAGE_DIGITS)
        return false;
    if (strokes)
        return skip_strokes(text, at) > at && skip_strokes(text, at) == text.len;
    gj_slice rest = gj_slice_sub(text, at, text.len);
    return counted && gj_slice_starts(rest, GJ_LIT("页")) &&
           (rest.len == 3 || gj_slice_find(rest, GJ_LIT("共"), 0) != GJ_NOT_FOUND);
}

static gj_line_end ending_of(gj_slice text)
{
    bool closed = false;
    for (size_t at = text.len; at > 0;) {
        uint32_t code = gj_utf8_prev(text, &at);
        switch (code) {
        case U'。':
        case U'！':
        case U'？':
        case U'…':
        case '!':
        case '?':
            return GJ_END_HARD;
        case '.':
            return at > 0 && ((unsigned char)text.data[at - 1] & 0x80) ? GJ_END_HARD : GJ_END_OPEN;
        case U'”':
        case U'’':
        case U'」':
        case U'』':
        case U'）':
        case ')':
        case '"':
            closed = true;
            continue;
        case U'；':
        case U'：':
        case ';':
        case ':':
            return GJ_END_SOFT;
        default:
            return closed ? GJ_END_SOFT : GJ_END_OPEN;
        }
    }
    return GJ_END_OPEN;
}

/* What one code point of the content says of the line. */
static void take(gj_text_line *line, uint32_t code, uint32_t before)
{
    line->chars++;
    line->columns += code < 0x1100 && code != U'·' ? 1 : 2;
    switch (code) {
    case U'，':
    case U'。':
    case U'；':
    case U'！':
    case U'？':
        line->sentence = true;
        break;
    case ',':
    case ';':
        line->sentence = line->sentence || gj_is_han(before);
        break;
    case U'（':
    case U'《':
    case U'“':
    case U'〔':
    case '(':
        line->opened++;
        break;
    case U'）':
    case U'》':
    case U'”':
    case U'〕':
    case ')':
        line->opened--;
        break;
    default:
        break;
    }
}

/* gj_utf8_next for text that is known to be valid: the first byte alone says how long the character is. This loop sees every
 * character of a report, and is most of what reading costs. */
static inline uint32_t valid_next(gj_slice text, size_t *at)
{
    const unsigned char *p = (const unsigned char *)text.data + *at;
    size_t length = p[0] < 0x80 ? 1 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    uint32_t code = length == 1 ? p[0] : p[0] & (0xFFu >> (length + 1));
    for (size_t i = 1; i < length; i++)
        code = code << 6 | (p[i] & 0x3Fu);
    *at += length;
    return code;
}

static void measure_content(gj_text_line *line, gj_slice text)
{
    uint32_t before = 0;
    size_t blanks = 0;
    line->figure = true;
    for (size_t at = 0; at < text.len;) {
        uint32_t code = valid_next(text, &at);
        take(line, code, before);
        blanks = code == ' ' || code == 0xA0 ? blanks + 1 : code == 0x3000 ? blanks + 2 : 0;
        line->spaced = line->spaced || blanks >= 2;
        line->columnar = line->columnar || blanks >= GAP_BLANKS;
        line->figure = line->figure && (is_digit(code) || code == '.' || code == ',');
        before = code;
    }
}

static const char *find_separator(const gj_text_line *line, gj_slice bytes, size_t at)
{
    return at < line->row.end ? memchr(bytes.data + at, line->separator, line->row.end - at) : NULL;
}

/* Bars at both ends belong to the frame. */
static void take_bars(gj_text_line *line, gj_slice bytes)
{
    line->separator = '|';
    line->row = line->content;
    if (bytes.data[line->row.begin] != '|')
        return; /* no frame: a bar at the end has a blank cell after it */
    line->row.begin++;
    if (line->row.end > line->row.begin && bytes.data[line->row.end - 1] == '|')
        line->row.end--;
}

static void count_cells(gj_text_line *line, gj_slice bytes)
{
    line->separator = '\t';
    line->row = (gj_span){ line->begin, line->end };
    if (!find_separator(line, bytes, line->begin) && memchr(bytes.data + line->begin, '|', line->end - line->begin))
        take_bars(line, bytes);
    for (size_t at = line->row.begin; at <= line->row.end;) {
        const char *found = find_separator(line, bytes, at);
        size_t stop = found ? (size_t)(found - bytes.data) : line->row.end;
        line->cells += gj_slice_trim(gj_slice_sub(bytes, at, stop)).len != 0;
        line->tabs += found != NULL;
        at = stop + 1;
    }
}

static size_t indent_of(gj_slice blank)
{
    size_t columns = 0;
    for (size_t at = 0; at < blank.len;) {
        uint32_t code = gj_utf8_next(blank, &at);
        columns += code == '\t' ? TAB_COLUMNS : code == 0x3000 ? 2 : code >= ' ';
    }
    return columns;
}

gj_text_line gj_text_line_at(const gj_source *source, size_t number)
{
    gj_slice whole = gj_source_line(source, number);
    gj_slice text = gj_slice_trim(whole);
    size_t begin = whole.len ? (size_t)(whole.data - source->bytes.data) : gj_source_line_start(source, number);
    gj_text_line line = { .begin = begin, .end = begin + whole.len, .content = { begin, begin } };
    if (!text.len)
        return line;
    size_t from = (size_t)(text.data - source->bytes.data);
    line.content = (gj_span){ from, from + text.len };
    line.indent = indent_of(gj_slice_sub(source->bytes, begin, from));
    measure_content(&line, text);
    count_cells(&line, source->bytes);
    line.mark = gj_line_mark(text, &line.section_mark);
    line.page_number = is_page_number(text);
    line.ending = ending_of(text);
    return line;
}
