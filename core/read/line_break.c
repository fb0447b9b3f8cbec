#include "line_break.h"

#include "../base/utf8.h"
#include "ascii.h"

#define FULL_LINE_FROM 20 /* code points: a shorter line was not broken by its width */
#define FULL_LINE_SLACK 4 /* code points by which full lines of one text differ */
#define WRAPPED_UP_TO 50  /* code points: no converter wraps lines longer than this */

static bool is_numeral(uint32_t code)
{
    static const char numerals[] = "一二三四五六七八九十百〇零";
    gj_slice all = { numerals, sizeof numerals - 1 };
    for (size_t at = 0; at < all.len;)
        if (gj_utf8_next(all, &at) == code)
            return true;
    return false;
}

/* The next code point, or 0 at the end; *at moves past it. */
static uint32_t next_code(gj_slice line, size_t *at)
{
    return *at < line.len ? gj_utf8_next(line, at) : 0;
}

/* Skip up to four numerals of one kind; returns how many. */
static size_t skip_number(gj_slice line, size_t *at, bool *digits)
{
    size_t count = 0;
    for (size_t next = *at; count < 4; count++) {
        uint32_t code = next_code(line, &next);
        bool digit = (code >= '0' && code <= '9') || (code >= 0xFF10 && code <= 0xFF19);
        if (!(digit || is_numeral(code)) || (count && digit != *digits))
            break;
        *digits = digit;
        *at = next;
    }
    return count;
}

static size_t after_word(gj_slice line, size_t at)
{
    static const char *const words[] = { "部分", "章", "节", "篇" };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (gj_slice_starts(gj_slice_sub(line, at, line.len), gj_slice_of(words[i])))
            return at + strlen(words[i]);
    return 0;
}

/* After a number: the mark that makes it one of a list. "1.2" and "1.5万" are quantities. */
static size_t after_stop(gj_slice line, size_t at, bool digits)
{
    uint32_t stop = next_code(line, &at);
    if (stop == 0x3001 || stop == 0xFF0E)
        return at;
    if (stop != '.' && !(stop == ')' && digits) && !(stop == 0xFF09 && digits))
        return 0;
    return at < line.len && gj_is_digit(line.data[at]) ? 0 : at;
}

size_t gj_number_mark(gj_slice line)
{
    size_t start = 0;
    while (start < line.len &&
           (line.data[start] == '*' || line.data[start] == '_' || line.data[start] == '#' || line.data[start] == ' '))
        start++;
    size_t at = start;
    uint32_t first = next_code(line, &at);
    if (first >= 0x2460 && first <= 0x2473)
        return at;
    bool bracket = first == '(' || first == 0xFF08, ordinal = first == 0x7B2C, digits = false;
    if (!bracket && !ordinal)
        at = start;
    size_t count = skip_number(line, &at, &digits);
    if (!count || (digits && count > 2))
        return 0;
    if (ordinal)
        return after_word(line, at);
    if (!bracket)
        return after_stop(line, at, digits);
    uint32_t close = next_code(line, &at);
    return close == ')' || close == 0xFF09 ? at : 0;
}

static bool is_stop(uint32_t code)
{
    switch (code) {
    case 0x3002: /* 。 */
    case 0xFF01: /* ！ */
    case 0xFF1F: /* ？ */
    case 0xFF1B: /* ； */
    case 0x2026: /* … */
    case '!':
    case '?':
    case ';':
        return true;
    default:
        return false;
    }
}

static bool is_closing(uint32_t code)
{
    return code == 0x201D || code == 0x2019 || code == 0xFF09 || code == 0x300B || code == 0x300D || code == ')' ||
           code == '"' || code == '*' || code == '_';
}

/* 。 and the like, quotes and emphasis after it allowed: 「……工作。”**」; or a colon. */
bool gj_ends_sentence(gj_slice line)
{
    for (size_t at = line.len, steps = 0; at > 0 && steps < 6; steps++) {
        uint32_t code = gj_utf8_prev(line, &at);
        if (is_stop(code))
            return true;
        if (code == 0xFF1A || code == ':')
            return steps == 0;
        if (!is_closing(code))
            return false;
    }
    return false;
}

bool gj_is_heading_line(gj_slice line)
{
    if (line.len > GJ_MAX_HEADING_CHARS * 4 || !gj_number_mark(line) || gj_utf8_count(line) > GJ_MAX_HEADING_CHARS)
        return false;
    for (size_t at = 0; at < line.len;)
        if (is_stop(gj_utf8_next(line, &at)))
            return false;
    return true;
}

bool gj_break_ends_paragraph(gj_slice previous, gj_slice next, size_t widest)
{
    if (gj_ends_sentence(previous) || gj_number_mark(next))
        return true;
    size_t length = gj_utf8_count(previous);
    if (gj_is_heading_line(previous))
        return length < FULL_LINE_FROM || length + FULL_LINE_SLACK < widest;
    /* A short line before one that nothing wrapped: a title, a name, a date on a line of its own. */
    size_t next_length = gj_utf8_count(next);
    return next_length > WRAPPED_UP_TO && length * 2 < next_length;
}
