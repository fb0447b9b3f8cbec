#include "pattern_token.h"

static char peek(const gj_lexer *l, size_t ahead)
{
    return l->at + ahead < l->source.len ? l->source.data[l->at + ahead] : '\0';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void lose(gj_lexer *l, gj_token *out)
{
    l->at = l->source.len + 1;
    out->kind = GJ_TOKEN_LOST;
}

static void skip_space(gj_lexer *l)
{
    while (l->extended && l->at < l->source.len) {
        char c = peek(l, 0);
        if (c != ' ' && (c < '\t' || c > '\r') && c != '#')
            return;
        while (c == '#' && l->at < l->source.len && peek(l, 0) != '\n')
            l->at++;
        l->at += l->at < l->source.len;
    }
}

/* Bytes of the character at hand by its first byte; 0 where they are not all there. */
static size_t width(const gj_lexer *l)
{
    unsigned char first = (unsigned char)peek(l, 0);
    size_t bytes = first < 0x80 ? 1 : first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    for (size_t i = 1; i < bytes; i++)
        if (((unsigned char)peek(l, i) & 0xC0) != 0x80)
            return 0;
    return bytes;
}

static void plain(gj_lexer *l, gj_token *out)
{
    size_t bytes = width(l);
    out->kind = GJ_TOKEN_PLAIN;
    out->begin = l->at;
    out->end = l->at += bytes;
    if (!bytes)
        lose(l, out);
}

uint32_t gj_lexer_code(const gj_lexer *l, size_t begin, size_t end)
{
    uint32_t code = (unsigned char)l->source.data[begin];
    if (end - begin > 1)
        code &= 0x7Fu >> (end - begin);
    for (size_t i = begin + 1; i < end; i++)
        code = code << 6 | ((unsigned char)l->source.data[i] & 0x3Fu);
    return code;
}

static void add_range(gj_token *out, uint32_t low, uint32_t high, size_t begin, size_t end)
{
    if (out->range_count == GJ_CLASS_RANGES)
        out->more = true;
    else
        out->ranges[out->range_count++] = (gj_class_range){ low, high, (uint16_t)begin, (uint16_t)end };
}

/* At a backslash. A letter after it stands for something, any other ASCII character but a digit for itself. */
static void escape(gj_lexer *l, gj_token *out)
{
    char c = peek(l, 1);
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == '\0' || (unsigned char)c >= 0x80 || is_digit(c)) {
        lose(l, out);
        return;
    }
    l->at += 2;
    out->begin = l->at - 1;
    out->end = l->at;
    if (!letter) {
        out->kind = GJ_TOKEN_PLAIN;
    } else if (c == 'd') {
        out->kind = GJ_TOKEN_CLASS;
        add_range(out, '0', '9', 0, 0);
    } else if (strchr("xpPgk", c) && peek(l, 0) == '{') {
        size_t close = gj_slice_find(l->source, GJ_LIT("}"), l->at);
        out->kind = GJ_TOKEN_OTHER;
        l->at = close + 1;
        if (close == GJ_NOT_FOUND)
            lose(l, out);
    } else if (strchr("DsSwWhHvVnrtRX", c)) {
        out->kind = GJ_TOKEN_OTHER;
    } else if (strchr("bBzZK", c)) {
        out->kind = GJ_TOKEN_ZERO;
    } else if (c == 'A' || c == 'G') {
        out->kind = GJ_TOKEN_START;
    } else {
        lose(l, out);
    }
}

/* One member of a class: its character, or 0 where it stands for something else. */
static uint32_t member(gj_lexer *l, gj_token *out)
{
    if (peek(l, 0) != '\\')
        plain(l, out);
    else
        escape(l, out);
    if (out->kind == GJ_TOKEN_PLAIN)
        return gj_lexer_code(l, out->begin, out->end);
    out->more = out->more || out->kind != GJ_TOKEN_CLASS;
    return 0;
}

/* A member, or a range of two. */
static void members(gj_lexer *l, gj_token *out)
{
    uint32_t low = member(l, out), high = low;
    size_t begin = out->begin, end = out->end;
    if (peek(l, 0) == '-' && peek(l, 1) != ']') {
        l->at++;
        high = member(l, out);
    }
    if (low && high >= low)
        add_range(out, low, high, begin, end);
    else if (low != high)
        out->more = true;
}

static void char_class(gj_lexer *l, gj_token *out)
{
    bool negated = peek(l, 1) == '^';
    l->at += negated ? 2 : 1;
    for (bool first = true; l->at < l->source.len && (first || peek(l, 0) != ']'); first = false) {
        if (peek(l, 0) == '[' && (peek(l, 1) == ':' || peek(l, 1) == '.' || peek(l, 1) == '='))
            break; /* [[:digit:]]: \d is shorter */
        if (!negated)
            members(l, out);
        else
            l->at += peek(l, 0) == '\\' ? 2 : 1;
    }
    out->kind = GJ_TOKEN_CLASS;
    out->more = out->more || negated;
    if (peek(l, 0) != ']')
        lose(l, out);
    l->at++;
}

/* Inline options would change what plain means. */
static void open_group(gj_lexer *l, gj_token *out)
{
    out->kind = GJ_TOKEN_OPEN;
    l->at++;
    if (peek(l, 0) == '*')
        lose(l, out);
    if (peek(l, 0) != '?')
        return;
    char kind = peek(l, 1), next = peek(l, 2);
    bool named = kind == '\'' || (kind == '<' && next != '=' && next != '!') || (kind == 'P' && next == '<');
    out->around = kind == '=' || kind == '!' || (kind == '<' && !named);
    if (!named && !out->around && kind != ':' && kind != '>' && kind != '|') {
        lose(l, out);
        return;
    }
    l->at += kind == '<' && !named ? 3 : 2;
    while (named && l->at < l->source.len && peek(l, 0) != '>' && peek(l, 0) != '\'')
        l->at++;
    l->at += named;
}

/* "{2}", "{0,3}", "{,3}", "{1,}". Any other brace may be a plain one. */
static void braces(gj_lexer *l, gj_token *out)
{
    size_t ahead = 1;
    out->optional = peek(l, 1) < '1' || peek(l, 1) > '9';
    while (is_digit(peek(l, ahead)) || peek(l, ahead) == ',')
        ahead++;
    if (peek(l, ahead) != '}')
        lose(l, out);
    l->at += ahead + 1;
}

static void quantifier(gj_lexer *l, gj_token *out)
{
    skip_space(l);
    switch (peek(l, 0)) {
    case '{':
        braces(l, out);
        break;
    case '?':
    case '*':
        out->optional = true;
        l->at++;
        break;
    case '+':
        l->at++;
        break;
    default:
        return;
    }
    out->repeated = true;
    if (peek(l, 0) == '?' || peek(l, 0) == '+') /* lazy, possessive */
        l->at++;
}

static void piece(gj_lexer *l, gj_token *out)
{
    switch (peek(l, 0)) {
    case '\\':
        escape(l, out);
        return;
    case '[':
        char_class(l, out);
        return;
    case '(':
        open_group(l, out);
        return;
    case ')':
        out->kind = GJ_TOKEN_CLOSE;
        break;
    case '|':
        out->kind = GJ_TOKEN_BAR;
        break;
    case '.':
        out->kind = GJ_TOKEN_OTHER;
        break;
    case '$':
        out->kind = GJ_TOKEN_ZERO;
        break;
    case '^':
        out->kind = GJ_TOKEN_START;
        break;
    case '{':
    case '?':
    case '*':
    case '+':
        lose(l, out); /* a quantifier of nothing, or a brace that is none */
        return;
    default:
        plain(l, out);
        return;
    }
    l->at++;
}

void gj_lexer_start(gj_lexer *l, gj_slice source)
{
    bool extended = gj_slice_starts(source, GJ_LIT("(?x)"));
    *l = (gj_lexer){ source, extended ? strlen("(?x)") : 0, extended };
}

void gj_lexer_next(gj_lexer *l, gj_token *out)
{
    out->kind = l->at > l->source.len ? GJ_TOKEN_LOST : GJ_TOKEN_END;
    out->optional = out->repeated = out->around = out->more = false;
    out->range_count = 0;
    skip_space(l);
    if (l->at >= l->source.len)
        return;
    piece(l, out);
    if (out->kind != GJ_TOKEN_LOST && out->kind != GJ_TOKEN_BAR && out->kind != GJ_TOKEN_OPEN)
        quantifier(l, out);
}
