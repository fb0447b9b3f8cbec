/* relation_lex.c - a paragraph as numbers, joining words and marks. */
#include "measure.h"
#include "numeral.h"
#include "relation_work.h"

typedef struct lexer {
    gj_relation_work *work;
    size_t at, claim;
    unsigned depth;
    size_t numbers;
    bool nomem;
} lexer;

static void push(lexer *l, gj_token token)
{
    if (l->work->tokens.count >= GJ_MAX_RELATION_TOKENS)
        return;
    gj_token *kept = GJ_PUSH(l->work->arena, &l->work->tokens);
    l->nomem = l->nomem || !kept;
    if (kept)
        *kept = token;
}

static void push_mark(lexer *l, gj_token_type type, size_t length)
{
    push(l, (gj_token){ .type = type, .depth = l->depth, .begin = l->at, .end = l->at + length });
    l->at += length;
}

static void open_bracket(lexer *l, size_t length)
{
    push_mark(l, GJ_TOKEN_OPEN, length);
    l->depth++;
}

/* A bracket that nothing opened (of 1） and its like) closes nothing. */
static void close_bracket(lexer *l, size_t length)
{
    if (l->depth == 0) {
        l->at += length;
        return;
    }
    l->depth--;
    push_mark(l, GJ_TOKEN_CLOSE, length);
}

/* Digits of no claim: a date, a telephone or document number says nothing about the list it stands in. */
static void step_digits(lexer *l)
{
    enum { LONG = 4 };
    static const char *const dates[] = { "年", "月", "日", "号", "时", NULL };
    gj_slice text = l->work->text;
    size_t begin = l->at, length;
    while (l->at < text.len && gj_digit_at(text, l->at, &length) >= 0)
        l->at += length;
    bool plain = l->at - begin >= LONG;
    for (const char *const *date = dates; *date && !plain; date++)
        plain = text.len - l->at >= 3 && memcmp(text.data + l->at, *date, 3) == 0;
    if (!plain)
        push(l, (gj_token){ .type = GJ_TOKEN_DIGITS, .depth = l->depth, .begin = begin, .end = l->at });
}

static void step_ascii(lexer *l)
{
    switch (l->work->text.data[l->at]) {
    case ',':
        push_mark(l, GJ_TOKEN_COMMA, 1);
        break;
    case ';':
        push_mark(l, GJ_TOKEN_SEMICOLON, 1);
        break;
    case ':':
        push_mark(l, GJ_TOKEN_COLON, 1);
        break;
    case '!':
    case '?':
        push_mark(l, GJ_TOKEN_STOP, 1);
        break;
    case '(':
        open_bracket(l, 1);
        break;
    case ')':
        close_bracket(l, 1);
        break;
    default:
        if (l->work->text.data[l->at] >= '0' && l->work->text.data[l->at] <= '9')
            step_digits(l);
        else
            l->at++;
    }
}

/* Names in 《》 hold no numbers of the report. */
static void step_title(lexer *l)
{
    enum { LONGEST = 600 };
    size_t end = gj_slice_find(l->work->text, GJ_LIT("》"), l->at);
    l->at = end != GJ_NOT_FOUND && end - l->at <= LONGEST ? end + 3 : l->at + 3;
}

static void step_word(lexer *l)
{
    const gj_joint_word *word = gj_joint_at(l->work->joints, l->work->text, l->at);
    if (!word) {
        l->at += 3;
        return;
    }
    if (word->joint != GJ_JOINT_NONE) {
        push(l, (gj_token){ .type = GJ_TOKEN_WORD,
                            .joint = word->joint,
                            .depth = l->depth,
                            .begin = l->at,
                            .end = l->at + word->text.len });
    }
    l->at += word->text.len;
}

static void step_wide(lexer *l)
{
    size_t length;
    switch (gj_char3(l->work->text, l->at)) {
    case 0xE38081: /* 、 */
        push_mark(l, GJ_TOKEN_MARK, 3);
        break;
    case 0xEFBC8C: /* ， */
        push_mark(l, GJ_TOKEN_COMMA, 3);
        break;
    case 0xEFBC9A: /* ： */
        push_mark(l, GJ_TOKEN_COLON, 3);
        break;
    case 0xEFBC9B: /* ； */
        push_mark(l, GJ_TOKEN_SEMICOLON, 3);
        break;
    case 0xE38082: /* 。 */
    case 0xEFBC81: /* ！ */
    case 0xEFBC9F: /* ？ */
        push_mark(l, GJ_TOKEN_STOP, 3);
        break;
    case 0xEFBC88: /* （ */
        open_bracket(l, 3);
        break;
    case 0xEFBC89: /* ） */
        close_bracket(l, 3);
        break;
    case 0xE3808A: /* 《 */
        step_title(l);
        break;
    default:
        if ((unsigned char)l->work->text.data[l->at] == 0xEF && gj_digit_at(l->work->text, l->at, &length) >= 0)
            step_digits(l);
        else
            step_word(l);
    }
}

/* The next number of the paragraph; claims in words alone are text. */
static const gj_claim *next_claim(lexer *l)
{
    const gj_claim *claims = l->work->report->claims;
    while (l->claim < l->work->end_claim && (claims[l->claim].zero_words || claims[l->claim].number.begin < l->at))
        l->claim++;
    return l->claim < l->work->end_claim ? &claims[l->claim] : NULL;
}

static void step_claim(lexer *l, const gj_claim *claim)
{
    gj_slice unit = claim->unit;
    bool counts = claim->kind || (unit.len && !gj_measure_is_rate(unit) && !gj_measure_is_time(unit));
    push(l, (gj_token){ .type = GJ_TOKEN_NUMBER,
                        .depth = l->depth,
                        .counts = counts,
                        .begin = l->at,
                        .end = claim->number.end,
                        .claim = l->claim });
    l->numbers++;
    l->at = claim->number.end;
}

/* Text up to byte `end`. */
static void step_text(lexer *l, size_t end)
{
    gj_slice text = l->work->text;
    while (l->at < end) {
        unsigned char byte = (unsigned char)text.data[l->at];
        if (byte < 0x80)
            step_ascii(l);
        else if (byte < 0xE0 || byte >= 0xF0 || text.len - l->at < 3)
            l->at++;
        else if (gj_joint_likely(l->work->joints, text.data + l->at))
            step_wide(l);
        else
            l->at += 3;
    }
}

/* Where the first number's sentence begins, and the last one's ends: what is around them joins nothing. */
static gj_span worth_reading(const gj_relation_work *work)
{
    const gj_claim *first = &work->report->claims[work->first_claim];
    const gj_claim *last = &work->report->claims[work->end_claim - 1];
    return (gj_span){ (size_t)(first->sentence.data - work->text.data),
                      (size_t)(last->sentence.data - work->text.data) + last->sentence.len };
}

gj_status gj_relation_lex(gj_relation_work *work, bool *worth)
{
    gj_span span = worth_reading(work);
    lexer l = { .work = work, .at = span.begin, .claim = work->first_claim };
    work->tokens.count = 0;
    for (const gj_claim *claim; (claim = next_claim(&l)) != NULL && !l.nomem;) {
        step_text(&l, claim->number.begin);
        if (l.at == claim->number.begin)
            step_claim(&l, claim);
    }
    step_text(&l, span.end);
    *worth = l.numbers > 0;
    return l.nomem ? gj_fail_nomem(work->err) : GJ_OK;
}

bool gj_token_opens_total(const gj_relation_work *work, size_t token)
{
    enum { TOUCH = 3 };
    const gj_token *t = &work->tokens.items[token];
    if (token + 1 >= work->tokens.count || t[1].type != GJ_TOKEN_NUMBER || t[1].begin - t->end > TOUCH)
        return false;
    return token == 0 || ((gj_token_parts(t - 1) || t[-1].type == GJ_TOKEN_MARK) && t->begin - t[-1].end <= TOUCH);
}

size_t gj_token_before(const gj_relation_work *work, size_t at)
{
    unsigned depth = work->tokens.items[at].depth;
    while (at-- > 0) {
        const gj_token *t = &work->tokens.items[at];
        if (t->depth < depth || (t->depth == depth && t->type == GJ_TOKEN_STOP))
            return GJ_NOT_FOUND;
        if (t->depth == depth && t->type != GJ_TOKEN_OPEN && t->type != GJ_TOKEN_CLOSE)
            return at;
    }
    return GJ_NOT_FOUND;
}

size_t gj_token_after(const gj_relation_work *work, size_t at)
{
    unsigned depth = work->tokens.items[at].depth;
    while (++at < work->tokens.count) {
        const gj_token *t = &work->tokens.items[at];
        if (t->depth < depth || (t->depth == depth && t->type == GJ_TOKEN_STOP))
            return GJ_NOT_FOUND;
        if (t->depth == depth && t->type != GJ_TOKEN_OPEN && t->type != GJ_TOKEN_CLOSE)
            return at;
    }
    return GJ_NOT_FOUND;
}

size_t gj_token_distance(const gj_relation_work *work, size_t before, size_t after)
{
    const gj_token *t = work->tokens.items;
    size_t distance = 0;
    for (size_t i = before; i < after; i++) /* a gap belongs to the depth behind its left token */
        if (t[i].depth + (t[i].type == GJ_TOKEN_OPEN) == t[before].depth)
            distance += t[i + 1].begin - t[i].end;
    return distance;
}

bool gj_token_same_unit(const gj_relation_work *work, size_t a, size_t b)
{
    return gj_slice_equal(gj_token_claim(work, a)->unit, gj_token_claim(work, b)->unit);
}
