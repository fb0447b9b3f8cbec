/* Restrictions on the source of a pattern. */
#include "limits.h"
#include "pattern_source.h"

#define TEXT(number) TEXT_OF(number)
#define TEXT_OF(number) #number

typedef struct scan {
    gj_slice source;
    size_t at;
    gj_pattern_flaw flaw;
} scan;

static char peek(const scan *s, size_t ahead)
{
    return s->at + ahead < s->source.len ? s->source.data[s->at + ahead] : '\0';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void refuse(scan *s, const char *zh, const char *en)
{
    s->flaw = (gj_pattern_flaw){ zh, en, s->at };
}

/* At a backslash: step over the escape, its braces included where PCRE2 reads them as part of it (so that \x{3000} is no repeat). */
static void escape(scan *s)
{
    char c = peek(s, 1);
    bool braces = c && strchr("xopPgk", c) && peek(s, 2) == '{';
    braces = braces || (c == 'N' && peek(s, 2) == '{' && peek(s, 3) == 'U');
    if (c == 'C')
        refuse(s, "不能用 \\C（会切断汉字）", "\\C is not allowed (it cuts characters)");
    else if (c == 'Q')
        refuse(s, "不能用 \\Q…\\E，请逐个转义", "\\Q…\\E is not allowed; escape each character");
    else if (c == 'g' && (peek(s, 2) == '<' || peek(s, 2) == '\''))
        refuse(s, "不能调用子模式", "subroutine calls are not allowed");
    s->at += 2;
    while (braces && s->at < s->source.len && s->source.data[s->at - 1] != '}')
        s->at++;
}

/* At '{': any number in it that a repeat could take. */
static void repeat(scan *s)
{
    size_t value = 0;
    for (size_t ahead = 1;; ahead++) {
        char c = peek(s, ahead);
        if (is_digit(c))
            value = value * 10 + (size_t)(c - '0');
        else
            value = 0;
        if (value > GJ_MAX_PATTERN_REPEAT) {
            refuse(s, "重复次数太大（上限 " TEXT(GJ_MAX_PATTERN_REPEAT) "）",
                   "a repeat is too large (at most " TEXT(GJ_MAX_PATTERN_REPEAT) ")");
            return;
        }
        if (!is_digit(c) && c != ',' && c != ' ')
            break;
    }
    s->at++;
}

/* At '(': what kind of group. */
static void group(scan *s)
{
    char first = peek(s, 1), second = peek(s, 2), third = peek(s, 3);
    if (first == '*')
        refuse(s, "不能用 (*…) 指令；要匹配括号请写 \\(", "(*VERBS) are not allowed; write \\( for a bracket");
    else if (first == '?' && second == 'C')
        refuse(s, "不能用 (?C) 回调", "callouts are not allowed");
    else if (first == '?' && (second == 'R' || second == '&' || second == '+' || is_digit(second) ||
                              (second == '-' && is_digit(third)) || (second == 'P' && third == '>')))
        refuse(s, "不能用递归或子模式调用", "recursion and subroutine calls are not allowed");
    s->at++;
}

gj_pattern_flaw gj_pattern_check(gj_slice source)
{
    scan s = { .source = source };
    if (source.len > GJ_MAX_PATTERN) {
        refuse(&s, "匹配式太长（上限 " TEXT(GJ_MAX_PATTERN) " 字节）",
               "the pattern is too long (at most " TEXT(GJ_MAX_PATTERN) " bytes)");
        return s.flaw;
    }
    while (s.at < source.len && !s.flaw.zh) {
        switch (source.data[s.at]) {
        case '\\':
            escape(&s);
            break;
        case '{':
            repeat(&s);
            break;
        case '(':
            group(&s);
            break;
        default:
            s.at++;
        }
    }
    return s.flaw;
}
