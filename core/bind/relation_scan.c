/* relation_scan.c - the items of a list, one after the other, and how firmly each belongs to it. */
#include "relation_work.h"

enum {
    LONGEST_LABEL = 200, /* bytes: what stands between two parts of a list */
    TOUCH = 3            /* bytes that may stand between two words that touch: a space, 了 */
};

/* What stands between the last item and the one to come. */
typedef struct gap {
    size_t begin, label; /* bytes: where it begins; where the label does */
    size_t majors, minors;
    bool odd, rest, semi;
    bool aside; /* a bracket follows the item at once: what stands in it is no label */
} gap;

typedef struct scanner {
    gj_relation_work *work;
    gj_list *out;
    gj_list_mode mode;
    int level;
    gap gap;
    bool commas; /* a comma or 、 parted two items */
    bool semi;   /* since then a semicolon did */
    bool ended;
} scanner;

static const gj_token *token_at(const scanner *s, size_t at)
{
    return &s->work->tokens.items[at];
}

static void new_gap(scanner *s, size_t at)
{
    s->gap = (gap){ .begin = at, .label = at };
}

/* The label before a number, or, where there is none, the words after it up to the next mark. */
static gj_span label_of(const scanner *s, size_t at)
{
    gj_slice text = s->work->text;
    const gj_token *number = token_at(s, at);
    gj_slice before = gj_slice_trim(gj_slice_sub(text, s->gap.label, number->begin));
    if (before.len)
        return (gj_span){ (size_t)(before.data - text.data), (size_t)(before.data - text.data) + before.len };
    size_t end = at + 1 < s->work->tokens.count ? token_at(s, at + 1)->begin : text.len;
    return (gj_span){ number->end, end };
}

static void take_item(scanner *s, size_t at)
{
    const gj_token *number = token_at(s, at);
    const gap *g = &s->gap;
    bool parted = s->out->count == 0 || g->majors == 1 || g->minors > 0;
    if (s->out->count == GJ_LIST_ITEMS) {
        s->ended = true;
        return;
    }
    if (s->out->count > 0) {
        s->semi = s->semi || (g->semi && s->commas);
        s->commas = s->commas || (!g->semi && (g->majors > 0 || g->minors > 0));
    }
    s->out->items[s->out->count++] = (gj_list_item){
        .token = at,
        .label = label_of(s, at),
        .firm = parted && g->majors <= 1 && !g->odd && number->begin - g->begin <= LONGEST_LABEL,
        .close = g->majors == 0,
        .semi = g->semi,
        .rest = g->rest,
        .after_semi = s->semi,
    };
    new_gap(s, number->end);
}

static void take_number(scanner *s, size_t at)
{
    if (gj_token_counts(s->work, at))
        take_item(s, at);
    else if (token_at(s, at)->figure)
        new_gap(s, token_at(s, at)->end); /* a share or a change of the item before: 42件，占51.85%；…… */
    else
        s->gap.odd = true;
}

/* 其中 within a list: its last item has parts of its own. Returns the token to go on with. */
static gj_status take_nested(scanner *s, size_t at, size_t *next)
{
    gj_relation_work *work = s->work;
    size_t last = s->out->items[s->out->count - 1].token, after = GJ_NOT_FOUND;
    GJ_TRY(gj_list_nested(work, at, last, s->level, &after));
    *next = at + 1;
    if (after != GJ_NOT_FOUND) {
        *next = after;
        new_gap(s, token_at(s, after - 1)->end);
        return GJ_OK;
    }
    while (*next < work->tokens.count && token_at(s, *next)->depth >= token_at(s, at)->depth &&
           token_at(s, *next)->type != GJ_TOKEN_STOP && token_at(s, *next)->type != GJ_TOKEN_SEMICOLON)
        ++*next;
    s->ended = *next == work->tokens.count || token_at(s, *next)->type != GJ_TOKEN_SEMICOLON;
    new_gap(s, token_at(s, *next - 1)->end);
    return GJ_OK;
}

static gj_status take_opener(scanner *s, size_t at, size_t *next)
{
    *next = at + 1;
    if (s->mode == GJ_LIST_BACKWARD) {
        s->out->count = 0;
        s->commas = s->semi = false;
        new_gap(s, token_at(s, at)->end);
    } else if (s->mode == GJ_LIST_PLAIN) {
        s->ended = true;
    } else if (s->out->count) {
        return take_nested(s, at, next);
    } else {
        s->out->divides =
            s->out->divides || (token_at(s, at)->joint == GJ_JOINT_DIVIDES && !gj_token_opens_again(s->work, at));
        s->gap.label = token_at(s, at)->end;
    }
    return GJ_OK;
}

static gj_status take_word(scanner *s, size_t at, size_t *next)
{
    const gj_token *word = token_at(s, at);
    bool first = word->begin - s->gap.label <= TOUCH;
    switch (word->joint) {
    case GJ_JOINT_OPENS:
    case GJ_JOINT_DIVIDES:
        return take_opener(s, at, next);
    case GJ_JOINT_REST:
        s->gap.rest = true;
        break;
    case GJ_JOINT_ETC:
        if (s->out->count && word->begin - s->gap.begin <= TOUCH)
            s->out->items[s->out->count - 1].etc = true;
        break;
    case GJ_JOINT_AND:
        s->gap.minors += word->begin - s->gap.begin <= TOUCH;
        break;
    case GJ_JOINT_DOUBTS:
        s->gap.odd = s->gap.odd || (s->out->count && (first || s->gap.majors));
        break;
    case GJ_JOINT_BEGINS:
        s->gap.odd = s->gap.odd || (s->out->count && first);
        break;
    case GJ_JOINT_TOTAL:
        s->ended = s->mode != GJ_LIST_BACKWARD && s->out->count && gj_token_opens_total(s->work, at);
        break;
    case GJ_JOINT_ENDS:
        s->ended = true;
        break;
    case GJ_JOINT_COMPARES:
        s->gap.odd = true;
        break;
    default:
        break;
    }
    *next = at + 1;
    return GJ_OK;
}

static void take_mark(scanner *s, size_t at)
{
    const gj_token *mark = token_at(s, at);
    if (mark->type == GJ_TOKEN_MARK) {
        if (s->gap.majors == 0 && mark->begin - s->gap.begin <= TOUCH)
            s->gap.label = mark->end;
        s->gap.minors++;
        return;
    }
    s->gap.majors++;
    s->gap.label = mark->end;
    s->gap.semi = s->gap.semi || mark->type == GJ_TOKEN_SEMICOLON;
}

static gj_status take(scanner *s, size_t at, size_t *next)
{
    *next = at + 1;
    switch (token_at(s, at)->type) {
    case GJ_TOKEN_NUMBER:
        take_number(s, at);
        break;
    case GJ_TOKEN_WORD:
        return take_word(s, at, next);
    case GJ_TOKEN_DIGITS:
        s->gap.odd = true;
        break;
    case GJ_TOKEN_OPEN:
        s->gap.aside = token_at(s, at)->begin - s->gap.begin <= TOUCH;
        break;
    case GJ_TOKEN_CLOSE:
        if (s->gap.aside)
            new_gap(s, token_at(s, at)->end);
        break;
    case GJ_TOKEN_STOP:
        break;
    default:
        take_mark(s, at);
    }
    return GJ_OK;
}

/* Whether no number that counts stands between here and the end of the sentence. */
static bool nothing_left(const gj_relation_work *work, size_t from, unsigned depth)
{
    for (size_t i = from; i < work->tokens.count; i++) {
        const gj_token *t = &work->tokens.items[i];
        if (t->depth < depth || t->type == GJ_TOKEN_STOP)
            return true;
        if (t->depth == depth && gj_token_counts(work, i))
            return false;
    }
    return true;
}

gj_status gj_list_scan(gj_relation_work *work, size_t from, unsigned depth, gj_list_mode mode, int level, gj_list *out)
{
    scanner s = { .work = work, .out = out, .mode = mode, .level = level };
    out->count = 0;
    out->divides = false;
    new_gap(&s, from ? work->tokens.items[from - 1].end : 0);
    size_t at = from;
    while (at < work->tokens.count && !s.ended) {
        const gj_token *t = &work->tokens.items[at];
        if (t->depth < depth || (t->depth == depth && t->type == GJ_TOKEN_STOP))
            break;
        size_t next = at + 1;
        if (t->depth == depth)
            GJ_TRY(take(&s, at, &next));
        if (mode == GJ_LIST_BACKWARD && t->depth == depth && gj_token_is(work, at, GJ_JOINT_TOTAL) &&
            gj_token_opens_total(work, at))
            break;
        at = next;
    }
    out->next = at;
    out->certain = !s.ended || (out->count < GJ_LIST_ITEMS && nothing_left(work, at, depth));
    return GJ_OK;
}
