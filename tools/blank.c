#include "blank.h"

typedef struct scan {
    const char *text;
    size_t length, at;
} scan;

static char peek(const scan *s, size_t ahead)
{
    return s->at + ahead < s->length ? s->text[s->at + ahead] : '\0';
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* At '[': step over [[…]] or [==[…]==]; false where it is a plain bracket. */
static bool skip_long(scan *s)
{
    size_t level = 0;
    while (peek(s, 1 + level) == '=')
        level++;
    if (peek(s, 1 + level) != '[')
        return false;
    for (s->at += 2 + level; s->at < s->length; s->at++) {
        size_t marks = 0;
        while (peek(s, 0) == ']' && peek(s, 1 + marks) == '=')
            marks++;
        if (peek(s, 0) == ']' && marks == level && peek(s, 1 + level) == ']') {
            s->at += 2 + level;
            break;
        }
    }
    return true;
}

static void skip_quoted(scan *s)
{
    char quote = peek(s, 0);
    for (s->at++; s->at < s->length && peek(s, 0) != quote; s->at++)
        if (peek(s, 0) == '\\')
            s->at++;
    s->at++;
}

static void skip_comment(scan *s)
{
    s->at += 2;
    if (peek(s, 0) == '[' && skip_long(s))
        return;
    while (s->at < s->length && peek(s, 0) != '\n')
        s->at++;
}

/* Step over what is neither a brace nor a word: true where something was. */
static bool skip_other(scan *s)
{
    char c = peek(s, 0);
    if (c == '-' && peek(s, 1) == '-')
        skip_comment(s);
    else if (c == '"' || c == '\'')
        skip_quoted(s);
    else if (c == '[' && skip_long(s))
        return true;
    else if (c == '{' || c == '}' || is_word(c))
        return false;
    else
        s->at++;
    return true;
}

/* At '{': step over the table. */
static void skip_table(scan *s)
{
    size_t depth = 0;
    do {
        if (skip_other(s))
            continue;
        depth += peek(s, 0) == '{';
        depth -= peek(s, 0) == '}';
        s->at++;
    } while (depth && s->at < s->length);
}

/* Behind the word `cases`: whether "= {" follows; the scan stands at the brace then. */
static bool at_table(scan *s)
{
    size_t ahead = 0;
    while (peek(s, ahead) == ' ')
        ahead++;
    if (peek(s, ahead++) != '=')
        return false;
    while (peek(s, ahead) == ' ' || peek(s, ahead) == '\n')
        ahead++;
    if (peek(s, ahead) != '{')
        return false;
    s->at += ahead;
    return true;
}

static void put_nil(const scan *s, size_t begin, gj_buffer *out)
{
    gj_buffer_text(out, "nil");
    for (size_t i = begin; i < s->at && i < s->length; i++)
        if (s->text[i] == '\n')
            gj_buffer_byte(out, '\n');
}

size_t blank_cases(gj_slice source, gj_buffer *out)
{
    scan s = { source.data, source.len, 0 };
    size_t depth = 0, count = 0, copied = 0;
    while (s.at < s.length) {
        if (skip_other(&s))
            continue;
        size_t begin = s.at;
        while (is_word(peek(&s, 0)))
            s.at++;
        if (s.at == begin) {
            depth += peek(&s, 0) == '{';
            depth -= peek(&s, 0) == '}' && depth;
            s.at++;
        } else if (depth && gj_slice_is(gj_slice_sub(source, begin, s.at), "cases") && at_table(&s)) {
            gj_buffer_add(out, gj_slice_sub(source, copied, s.at));
            begin = s.at;
            skip_table(&s);
            put_nil(&s, begin, out);
            copied = s.at;
            count++;
        }
    }
    gj_buffer_add(out, gj_slice_sub(source, copied, source.len));
    return count;
}
