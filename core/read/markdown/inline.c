#include "inline.h"

#include "../ascii.h"
#include "inline_scan.h"

void gj_inline_begin(gj_inline *in, gj_inline_mode mode)
{
    gj_text_begin(&in->text);
    in->mode = mode;
    in->tokens.count = 0;
    in->brackets.count = 0;
    in->target = (gj_span){ 0, 0 };
    in->bold_spans = 1;
    in->failed = GJ_OK;
}

void gj_inline_add(gj_inline *in, gj_span span)
{
    gj_span piece;
    if (!in->struck.count)
        gj_inline_scan(in, span);
    else
        while (gj_span_uncut(in->struck.items, in->struck.count, &span, &piece))
            gj_inline_scan(in, piece);
}

void gj_inline_add_literal(gj_inline *in, gj_span span)
{
    gj_inline_push(in, GJ_TOKEN_LITERAL, span.begin, span.end);
}

void gj_inline_break(gj_inline *in)
{
    gj_inline_push(in, GJ_TOKEN_BREAK, 0, 0);
}

/* Six stacks of open delimiters, by mark and length; each token points to the one below it. */
#define STACKS 6
static size_t stack_of(const gj_token *token)
{
    return (size_t)(token->length - 1) + (token->mark == '_' ? 3 : 0);
}

/* A delimiter that can close does so with the nearest open one of its kind; those opened since stay text. */
static void pair_delimiters(gj_inline *in)
{
    size_t top[STACKS];
    for (size_t i = 0; i < STACKS; i++)
        top[i] = GJ_NOT_FOUND;
    for (size_t i = 0; i < in->tokens.count; i++) {
        gj_token *token = &in->tokens.items[i];
        if (token->kind != GJ_TOKEN_DELIMITER)
            continue;
        size_t *stack = &top[stack_of(token)];
        if (token->closes && *stack != GJ_NOT_FOUND) {
            size_t opening = *stack;
            in->tokens.items[opening].role = GJ_ROLE_OPEN;
            token->role = GJ_ROLE_CLOSE;
            for (size_t k = 0; k < STACKS; k++)
                while (top[k] != GJ_NOT_FOUND && top[k] >= opening)
                    top[k] = in->tokens.items[top[k]].below;
        } else if (token->opens) {
            token->below = *stack;
            *stack = i;
        }
    }
}

/* What has been put so far, while the tokens become text. */
typedef struct emission {
    gj_text_builder *text;
    gj_slice bytes;
    char last;            /* byte put last */
    bool broken;          /* a line break waits for what follows */
    size_t bold, picture; /* depth */
    size_t pictures;
    bool any, plain, prose; /* text that counts; some of it not bold; some of it outside pictures */
} emission;

static void join(emission *e, char first)
{
    if (e->broken && gj_is_alnum(e->last) && gj_is_alnum(first))
        gj_text_add_byte(e->text, ' ');
    e->broken = false;
}

static void count_text(emission *e, gj_slice text)
{
    if ((e->plain && e->prose) || !gj_slice_trim(text).len)
        return;
    e->any = true;
    e->plain = e->plain || !e->bold;
    e->prose = e->prose || !e->picture;
}

static void put(emission *e, gj_span span, bool counts)
{
    if (span.begin >= span.end)
        return;
    join(e, e->bytes.data[span.begin]);
    gj_text_add(e->text, span.begin, span.end);
    e->last = e->bytes.data[span.end - 1];
    if (counts)
        count_text(e, gj_slice_sub(e->bytes, span.begin, span.end));
}

static void put_decoded(emission *e, const gj_token *token)
{
    join(e, token->decoded[0]);
    gj_slice text = { token->decoded, token->length };
    gj_text_add_decoded(e->text, token->span.begin, token->span.end, text);
    e->last = token->decoded[token->length - 1];
    count_text(e, text);
}

static void step(size_t *depth, gj_token_role role)
{
    if (role == GJ_ROLE_OPEN)
        ++*depth;
    else if (*depth)
        --*depth;
}

static void put_token(emission *e, const gj_token *token)
{
    switch (token->kind) {
    case GJ_TOKEN_TEXT:
    case GJ_TOKEN_LITERAL:
        put(e, token->span, token->kind == GJ_TOKEN_TEXT);
        break;
    case GJ_TOKEN_DECODED:
        put_decoded(e, token);
        break;
    case GJ_TOKEN_BREAK:
        e->broken = true;
        break;
    case GJ_TOKEN_BOLD:
        step(&e->bold, token->role);
        break;
    case GJ_TOKEN_DELIMITER:
        if (!token->role)
            put(e, token->span, true);
        else if (token->length > 1)
            step(&e->bold, token->role);
        break;
    case GJ_TOKEN_BRACKET:
        if (!token->role)
            put(e, token->span, true);
        else if (token->picture)
            step(&e->picture, token->role);
        e->pictures += token->picture && token->role == GJ_ROLE_OPEN;
        break;
    }
}

gj_status gj_inline_end(gj_inline *in, gj_span span, gj_text *out, gj_inline_traits *traits, gj_error *err)
{
    if (in->failed) {
        in->text.failed = in->failed;
        return gj_text_finish(&in->text, span, out, err);
    }
    pair_delimiters(in);
    emission e = { .text = &in->text, .bytes = in->text.bytes };
    for (size_t i = 0; i < in->tokens.count; i++)
        put_token(&e, &in->tokens.items[i]);
    bool picture = e.pictures && !e.prose;
    if (picture && !e.any)
        gj_text_add(&in->text, in->target.begin, in->target.end);
    if (traits)
        *traits = (gj_inline_traits){ .strong = e.any && !e.plain, .picture = picture };
    return gj_text_finish(&in->text, span, out, err);
}
