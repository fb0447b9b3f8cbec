#include "inline_scan.h"

#include "../../base/utf8.h"
#include "../ascii.h"
#include "../style.h"
#include "../tag.h"
#include "link.h"

#define LONGEST_DELIMITER 3 /* longer runs are blanks to fill in, not emphasis */
#define LONGEST_CODE_MARK 8 /* backticks of one code span */
#define DEEPEST_SPAN 63     /* <span> in <span> */
#define MOST_TOKENS ((size_t)4 * GJ_MAX_RUNS)

typedef struct scanner {
    gj_inline *in;
    gj_slice bytes;
    gj_span span; /* of the piece under way */
    size_t from;  /* text that is not yet a token begins here */
    gj_tag_scan tags;
    unsigned unpaired; /* bit n: no run of n backticks has a partner further on */
} scanner;

gj_token *gj_inline_push(gj_inline *in, gj_token_kind kind, size_t begin, size_t end)
{
    if (in->tokens.count >= MOST_TOKENS)
        in->failed = GJ_LIMIT;
    if (in->failed)
        return NULL;
    gj_token *token = GJ_PUSH(in->text.arena, &in->tokens);
    if (token)
        *token = (gj_token){ .kind = kind, .span = { begin, end } };
    else
        in->failed = GJ_NOMEM;
    return token;
}

/* The text up to `at` becomes a token; what follows begins at `next`. */
static void flush(scanner *s, size_t at, size_t next)
{
    if (at > s->from)
        gj_inline_push(s->in, GJ_TOKEN_TEXT, s->from, at);
    s->from = next;
}

/* A line break at [at, next): blanks around it go. */
static size_t take_break(scanner *s, size_t at, size_t next)
{
    size_t end = at;
    while (end > s->from && (gj_is_blank(s->bytes.data[end - 1]) || s->bytes.data[end - 1] == '\r'))
        end--;
    while (next < s->span.end &&
           (gj_is_blank(s->bytes.data[next]) || s->bytes.data[next] == '\n' || s->bytes.data[next] == '\r'))
        next++;
    flush(s, end, next);
    gj_inline_push(s->in, GJ_TOKEN_BREAK, at, next);
    return next;
}

static size_t take_escape(scanner *s, size_t at)
{
    if (at + 1 >= s->span.end || !gj_is_punctuation(s->bytes.data[at + 1]))
        return at;
    flush(s, at, at + 1);
    return at + 2;
}

static size_t take_entity(scanner *s, size_t at)
{
    char decoded[GJ_ENTITY_BYTES];
    size_t length = 0;
    size_t taken = gj_entity_decode(s->in->scratch, gj_slice_sub(s->bytes, at, s->span.end), decoded, &length);
    if (taken == GJ_NOT_FOUND)
        s->in->failed = GJ_NOMEM;
    if (taken == GJ_NOT_FOUND || !taken)
        return at;
    flush(s, at, at + taken);
    gj_token *token = gj_inline_push(s->in, GJ_TOKEN_DECODED, at, at + taken);
    if (token) {
        memcpy(token->decoded, decoded, length);
        token->length = (unsigned char)length;
    }
    return at + taken;
}

static void push_bracket(scanner *s, gj_span span, bool picture, gj_token_role role)
{
    gj_token *token = gj_inline_push(s->in, GJ_TOKEN_BRACKET, span.begin, span.end);
    if (token) {
        token->picture = picture;
        token->role = role;
    }
}

/* <img>: its alt text stands for it. */
static void take_image(scanner *s, const gj_tag *tag)
{
    gj_span alt = { tag->span.end, tag->span.end }, target = alt;
    if (!gj_tag_attribute(s->bytes, tag, "alt", &alt))
        alt = (gj_span){ tag->span.end, tag->span.end };
    if (gj_tag_attribute(s->bytes, tag, "src", &target) && !s->in->target.end)
        s->in->target = target;
    push_bracket(s, (gj_span){ tag->span.begin, alt.begin }, true, GJ_ROLE_OPEN);
    if (alt.end > alt.begin)
        gj_inline_push(s->in, GJ_TOKEN_TEXT, alt.begin, alt.end);
    push_bracket(s, (gj_span){ alt.end, tag->span.end }, true, GJ_ROLE_CLOSE);
}

static void push_bold(scanner *s, const gj_tag *tag, bool opens)
{
    gj_token *token = gj_inline_push(s->in, GJ_TOKEN_BOLD, tag->span.begin, tag->span.end);
    if (token)
        token->role = opens ? GJ_ROLE_OPEN : GJ_ROLE_CLOSE;
}

/* <span> and <font> are bold by their style; which of them a closing tag ends is kept in bits, the last on top of a 1. */
static void take_span(scanner *s, const gj_tag *tag)
{
    uint64_t *open = &s->in->bold_spans;
    gj_span style;
    if (tag->kind == GJ_TAG_CLOSE) {
        if (*open > 1 && (*open & 1))
            push_bold(s, tag, false);
        *open = *open > 1 ? *open >> 1 : 1;
        return;
    }
    bool bold = gj_tag_attribute(s->bytes, tag, "style", &style) &&
                gj_style_read(gj_slice_sub(s->bytes, style.begin, style.end)).bold;
    if (*open >> (DEEPEST_SPAN - 1))
        return; /* nobody writes so: the rest is not bold */
    *open = *open << 1 | bold;
    if (bold)
        push_bold(s, tag, true);
}

static size_t take_tag(scanner *s, size_t at)
{
    gj_tag tag;
    if (!gj_tag_read(&s->tags, at, &tag))
        return at;
    if (tag.kind == GJ_TAG_LINK) {
        flush(s, at, tag.span.end);
        gj_inline_push(s->in, GJ_TOKEN_TEXT, at + 1, tag.span.end - 1);
        return tag.span.end;
    }
    if (tag.kind != GJ_TAG_COMMENT && gj_tag_breaks_line(&tag))
        return take_break(s, at, tag.span.end);
    flush(s, at, tag.span.end);
    if (tag.kind == GJ_TAG_COMMENT)
        return tag.span.end;
    if (gj_tag_is(&tag, "b") || gj_tag_is(&tag, "strong")) {
        push_bold(s, &tag, tag.kind == GJ_TAG_OPEN);
    } else if (gj_tag_is(&tag, "span") || gj_tag_is(&tag, "font")) {
        take_span(s, &tag);
    } else if (tag.kind == GJ_TAG_OPEN && gj_tag_is(&tag, "img")) {
        take_image(s, &tag);
    }
    return tag.span.end;
}

static bool is_mark(uint32_t code)
{
    if (code < 0x80)
        return gj_is_punctuation((char)code);
    return (code >= 0x2010 && code <= 0x205E) || (code >= 0x3001 && code <= 0x303F && code != 0x3007) ||
           (code >= 0xFF01 && code <= 0xFF0F) || (code >= 0xFF1A && code <= 0xFF20) ||
           (code >= 0xFF3B && code <= 0xFF65);
}

static bool opens_bracket(uint32_t code)
{
    static const uint32_t opening[] = { '(',    '[',    '"',    0x2018, 0x201C, 0x3008,
                                        0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0xFF08 };
    for (size_t i = 0; i < sizeof opening / sizeof opening[0]; i++)
        if (code == opening[i])
            return true;
    return false;
}

/* CommonMark's flanking rules, eased for Chinese: see inline.h. */
static size_t take_delimiter(scanner *s, size_t at)
{
    char mark = s->bytes.data[at];
    size_t end = at;
    while (end < s->span.end && s->bytes.data[end] == mark)
        end++;
    if (end - at > LONGEST_DELIMITER)
        return end;
    gj_slice piece = gj_slice_sub(s->bytes, 0, s->span.end);
    size_t before_at = at, after_at = end;
    uint32_t before = at > s->span.begin ? gj_utf8_prev(piece, &before_at) : ' ';
    uint32_t after = end < s->span.end ? gj_utf8_next(piece, &after_at) : ' ';
    bool free_before = gj_is_space(before) || is_mark(before), free_after = gj_is_space(after) || is_mark(after);
    flush(s, at, end);
    gj_token *token = gj_inline_push(s->in, GJ_TOKEN_DELIMITER, at, end);
    if (!token)
        return end;
    token->mark = mark;
    token->length = (unsigned char)(end - at);
    bool indented = at == s->span.begin && after == 0x3000; /* **　　一、…**, as pandoc writes an indented bold line */
    token->opens = (!gj_is_space(after) || indented) && (!is_mark(after) || free_before || opens_bracket(after));
    token->closes = !gj_is_space(before);
    if (mark == '_') {
        token->opens = token->opens && free_before;
        token->closes = token->closes && free_after;
    }
    return end;
}

/* A code span ends at the next run of as many backticks. Runs that found none are remembered by length. */
static size_t take_code(scanner *s, size_t at)
{
    const char *data = s->bytes.data;
    size_t begin = at;
    while (begin < s->span.end && data[begin] == '`')
        begin++;
    size_t length = begin - at;
    if (length > LONGEST_CODE_MARK || (s->unpaired >> length & 1))
        return begin;
    for (size_t stop = begin; stop < s->span.end;) {
        if (data[stop] != '`') {
            stop++;
            continue;
        }
        size_t end = stop;
        while (end < s->span.end && data[end] == '`')
            end++;
        if (end - stop == length) {
            flush(s, at, begin);
            flush(s, stop, end);
            return end;
        }
        stop = end;
    }
    s->unpaired |= 1u << length;
    return begin;
}

/* '[' and "![" wait for their ']'. */
static size_t take_opening(scanner *s, size_t at)
{
    bool picture = s->bytes.data[at] == '!';
    if (picture && (at + 1 >= s->span.end || s->bytes.data[at + 1] != '['))
        return at;
    size_t end = at + 1 + picture;
    flush(s, at, end);
    size_t *waiting = GJ_PUSH(s->in->text.arena, &s->in->brackets);
    if (waiting)
        *waiting = s->in->tokens.count;
    else
        s->in->failed = GJ_NOMEM;
    push_bracket(s, (gj_span){ at, end }, picture, GJ_ROLE_NONE);
    return end;
}

static size_t take_closing(scanner *s, size_t at)
{
    gj_inline *in = s->in;
    if (!in->brackets.count)
        return at;
    size_t opening = in->brackets.items[--in->brackets.count];
    gj_span target = { 0, 0 };
    size_t end = gj_link_tail(s->bytes, at + 1, s->span.end, &target);
    if (!end || in->failed)
        return at;
    flush(s, at, end);
    gj_token *open = &in->tokens.items[opening];
    open->role = GJ_ROLE_OPEN;
    if (open->picture && !in->target.end)
        in->target = target;
    push_bracket(s, (gj_span){ at, end }, open->picture, GJ_ROLE_CLOSE);
    return end;
}

/* Take what begins at the special byte `at`; returns where to go on, or `at` when it stands for itself. */
static size_t take(scanner *s, size_t at)
{
    switch (s->bytes.data[at]) {
    case '\n':
    case '\r':
        return take_break(s, at, at + 1);
    case '<':
        return take_tag(s, at);
    case '&':
        return take_entity(s, at);
    case '\\':
        return take_escape(s, at);
    case '*':
    case '_':
        return take_delimiter(s, at);
    case '`':
        return take_code(s, at);
    case ']':
        return take_closing(s, at);
    default:
        return take_opening(s, at);
    }
}

enum { SPECIAL_MARKDOWN = 1, SPECIAL_HTML = 2, SPECIAL_BOTH = 3 };

static const unsigned char special[256] = {
    ['\n'] = SPECIAL_BOTH,     ['\r'] = SPECIAL_BOTH,    ['<'] = SPECIAL_BOTH,     ['&'] = SPECIAL_BOTH,
    ['\\'] = SPECIAL_MARKDOWN, ['*'] = SPECIAL_MARKDOWN, ['_'] = SPECIAL_MARKDOWN, ['`'] = SPECIAL_MARKDOWN,
    ['['] = SPECIAL_MARKDOWN,  [']'] = SPECIAL_MARKDOWN, ['!'] = SPECIAL_MARKDOWN,
};

/* The first special byte of [at, end), or `end`. Ideographs are passed eight bytes at a time: all special ones are ASCII. */
static size_t next_special(const char *bytes, size_t at, size_t end, unsigned char wanted)
{
    const uint64_t high = UINT64_C(0x8080808080808080);
    uint64_t eight;
    while (at < end) {
        if ((unsigned char)bytes[at] < 0x80) {
            if (special[(unsigned char)bytes[at]] & wanted)
                return at;
            at++;
            continue;
        }
        at++;
        while (end - at >= sizeof eight && (memcpy(&eight, bytes + at, sizeof eight), (eight & high) == high))
            at += sizeof eight;
    }
    return end;
}

bool gj_inline_is_plain(gj_slice text)
{
    return next_special(text.data, 0, text.len, SPECIAL_MARKDOWN) == text.len;
}

void gj_inline_scan(gj_inline *in, gj_span span)
{
    unsigned char wanted = in->mode == GJ_INLINE_HTML ? SPECIAL_HTML : SPECIAL_MARKDOWN;
    scanner s = { .in = in,
                  .bytes = in->text.bytes,
                  .span = span,
                  .from = span.begin,
                  .tags = { .bytes = in->text.bytes, .end = span.end } };
    size_t at = span.begin;
    while ((at = next_special(in->text.bytes.data, at, span.end, wanted)) < span.end && !in->failed) {
        size_t next = take(&s, at);
        at = next > at ? next : at + 1;
    }
    flush(&s, span.end, span.end);
}
