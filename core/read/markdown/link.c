#include "link.h"

#include "../ascii.h"

#define LONGEST_TAIL 4096 /* bytes looked at after a ']' */
#define DEEPEST 32        /* parentheses inside a target, as in CommonMark */

static size_t skip_blanks(gj_slice bytes, size_t at, size_t end)
{
    while (at < end && gj_is_blank(bytes.data[at]))
        at++;
    return at;
}

/* A target without blanks, its own parentheses balanced; or anything in <>. */
static size_t skip_target(gj_slice bytes, size_t at, size_t end, gj_span *target)
{
    int depth = 0;
    bool angle = at < end && bytes.data[at] == '<';
    size_t begin = at + angle;
    for (at = begin; at < end; at++) {
        char c = bytes.data[at];
        if (angle ? c == '>' || c == '<' : (unsigned char)c <= ' ')
            break;
        if (c == '\\' && at + 1 < end)
            at++;
        else if (c == '(' && ++depth > DEEPEST)
            return end;
        else if (c == ')' && !angle && depth-- == 0)
            break;
    }
    *target = (gj_span){ begin, at < end ? at : end };
    return at < end && (!angle || bytes.data[at] == '>') ? at + angle : end;
}

static size_t skip_title(gj_slice bytes, size_t at, size_t end)
{
    char quote = at < end ? bytes.data[at] : '\0';
    if (quote != '"' && quote != '\'')
        return at;
    for (at++; at < end && bytes.data[at] != quote; at++)
        if (bytes.data[at] == '\\')
            at++;
    return at < end ? at + 1 : end;
}

static size_t parenthesis(gj_slice bytes, size_t at, size_t end, gj_span *target)
{
    at = skip_target(bytes, skip_blanks(bytes, at + 1, end), end, target);
    at = skip_blanks(bytes, skip_title(bytes, skip_blanks(bytes, at, end), end), end);
    return at < end && bytes.data[at] == ')' ? at + 1 : 0;
}

static size_t attributes(gj_slice bytes, size_t at, size_t end)
{
    if (at + 1 >= end || (bytes.data[at + 1] != '.' && bytes.data[at + 1] != '#'))
        return 0;
    const char *close = memchr(bytes.data + at, '}', end - at);
    return close ? (size_t)(close - bytes.data) + 1 : 0;
}

size_t gj_link_tail(gj_slice bytes, size_t at, size_t end, gj_span *target)
{
    if (at >= end)
        return 0;
    if (end - at > LONGEST_TAIL)
        end = at + LONGEST_TAIL;
    if (bytes.data[at] == '(')
        return parenthesis(bytes, at, end, target);
    return bytes.data[at] == '{' ? attributes(bytes, at, end) : 0;
}
