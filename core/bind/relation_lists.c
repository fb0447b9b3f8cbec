/* relation_lists.c - break-downs: which list belongs to which total.
 *
 * A list is searched for the shortest run of first items that adds up to the total; such a run is kept whatever stands between its
 * items, for chance seldom makes a sum. One that does not add up is kept only where total and items are beyond doubt: the total stands just
 * before 其中 and no larger number of its measure word competes, and the items are parted by one mark each.
 */
#include "relation_work.h"

enum {
    MOST_TOTALS = 4, /* numbers before 其中 that are tried */
    DEEPEST = 3,     /* lists within lists */
    NEAR = 12        /* bytes between a total and its list */
};

typedef struct totals {
    size_t tokens[MOST_TOTALS];
    size_t count;
    bool sure; /* the first one stands at the list and none competes */
} totals;

static const gj_token *token_at(const gj_relation_work *work, size_t at)
{
    return &work->tokens.items[at];
}

/* A total that is an approximation: the parts may lie within its last digit written (480余: up to 489). */
static bool rounds_to(gj_decimal total, gj_decimal sum, gj_certainty certainty)
{
    gj_decimal step = GJ_ONE;
    while (step < total && total % (step * 10) == 0)
        step *= 10;
    if (certainty == GJ_AT_LEAST)
        return sum >= total && sum - total < step;
    return sum - total <= step && total - sum <= step;
}

/* Items from the first that are all firm, of the total's year, and not torn by a change from commas to semicolons: what such a change parts from
 * the others belongs to them only where the rest of them is still to come. */
static size_t firm_run(const gj_relation_work *work, const gj_picked *s, size_t total, bool *all)
{
    int year = gj_token_claim(work, total)->year;
    size_t rest = 0; /* one past the last item that is called so */
    for (size_t i = 0; i < s->count; i++)
        rest = s->items[i]->rest ? i + 1 : rest;
    for (size_t i = 0; i < s->count; i++) {
        if (!s->items[i]->firm || (s->items[i]->after_semi && i >= rest) ||
            gj_token_claim(work, s->items[i]->token)->year != year) {
            *all = false;
            return i;
        }
    }
    *all = true;
    return s->count;
}

/* Nothing of the list is left behind these items, but what a semicolon parts from commas and another measure word from them. */
static bool ends_with(const gj_picked *s, const gj_list *list, size_t run)
{
    size_t next = (size_t)(s->items[run - 1] - list->items) + 1;
    return run == s->count && (next == list->count || list->items[next].after_semi);
}

/* The list does not add up: say so where nothing else can be meant, or that these are parts of the total at least. */
static gj_status keep_unequal(gj_relation_work *work, const gj_list *list, const totals *t, const gj_picked *s,
                              bool closed)
{
    bool all, known = gj_token_exact(work, t->tokens[0]);
    size_t run = firm_run(work, s, t->tokens[0], &all);
    gj_decimal total = gj_token_value(work, t->tokens[0]), sum = 0;
    gj_relation made = { .whole = t->tokens[0], .second = GJ_NOT_FOUND, .closed = closed, .state = GJ_OPEN };
    if (!t->sure || run == 0 || !s->pure)
        return GJ_OK;
    /* 办结3件，其中予以公开3件；结转1件: the first part is all of it, and what a pause parts from it may be something new. */
    if (run > 1 && gj_token_value(work, s->items[0]->token) == total && !s->items[1]->close)
        return GJ_OK;
    for (size_t i = 0; i < run; i++) {
        (void)gj_decimal_add(sum, gj_token_value(work, s->items[i]->token), &sum);
        known = known && gj_token_exact(work, s->items[i]->token);
    }
    bool whole_list = all && list->certain && ends_with(s, list, run);
    if (!known && whole_list && rounds_to(total, sum, gj_token_claim(work, t->tokens[0])->certainty))
        made.state = GJ_HOLDS;
    else if (gj_token_exact(work, t->tokens[0]) && sum > total)
        made.state = GJ_TOO_MUCH;
    else if (known && whole_list && run > 1 && sum < total)
        made.state = GJ_TOO_LITTLE;
    return gj_list_keep(work, s, 0, run, made);
}

static void add_total(const gj_relation_work *work, totals *t, size_t token, const gj_list *list)
{
    bool fits = false;
    for (size_t i = 0; i < list->count && !fits; i++)
        fits =
            gj_token_same_unit(work, token, list->items[i].token) || gj_token_alike(work, token, list->items[i].token);
    if (fits && t->count < MOST_TOTALS)
        t->tokens[t->count++] = token;
}

/* N件（其中……）, N件，（其中……）: the number just before the bracket. */
static void find_outer_total(const gj_relation_work *work, size_t bracket, const gj_list *list, totals *out)
{
    size_t number = bracket > 0 ? bracket - 1 : GJ_NOT_FOUND;
    if (number != GJ_NOT_FOUND && number > 0 && token_at(work, number)->type == GJ_TOKEN_COMMA)
        number--;
    if (number == GJ_NOT_FOUND || !gj_token_counts(work, number))
        return;
    add_total(work, out, number, list);
    out->sure = out->count && token_at(work, bracket)->begin - token_at(work, number)->end <= NEAR;
}

/* 公示1条；推送涉及甲乙丙的动态68条: a semicolon before it, and then other words than the one that opens the list. */
static bool begins_anew(const gj_relation_work *work, size_t opener)
{
    size_t at = opener;
    while (at && !gj_token_parts(token_at(work, at - 1)) && token_at(work, at - 1)->type != GJ_TOKEN_STOP)
        at--;
    return at && token_at(work, at - 1)->type == GJ_TOKEN_SEMICOLON &&
           token_at(work, opener)->begin - token_at(work, at - 1)->end > NEAR;
}

/* The numbers before the list that it may break down, nearest first. */
static void find_totals(const gj_relation_work *work, size_t opener, const gj_list *list, totals *out)
{
    *out = (totals){ .count = 0 };
    size_t at = gj_token_before(work, opener), nearest = at, majors = 0;
    unsigned depth = token_at(work, opener)->depth;
    if (at == GJ_NOT_FOUND && opener && token_at(work, opener - 1)->type == GJ_TOKEN_OPEN) {
        find_outer_total(work, opener - 1, list, out);
        return;
    }
    if (at == GJ_NOT_FOUND && opener && token_at(work, opener - 1)->type == GJ_TOKEN_STOP)
        for (at = opener - 1;
             at > 0 && (token_at(work, at)->type == GJ_TOKEN_STOP || token_at(work, at)->depth != depth);)
            at--; /* the sentence before */
    bool sentence_before = at != nearest;
    for (nearest = GJ_NOT_FOUND; at != GJ_NOT_FOUND; at = gj_token_before(work, at)) {
        majors += gj_token_parts(token_at(work, at)) && out->count == 0;
        if (!gj_token_counts(work, at) || token_at(work, at)->depth != depth)
            continue;
        nearest = nearest == GJ_NOT_FOUND ? at : nearest;
        add_total(work, out, at, list);
    }
    out->sure = out->count > 0 && out->tokens[0] == nearest && majors <= (sentence_before ? 3 : 2) &&
                !begins_anew(work, opener);
    for (size_t i = 1; i < out->count; i++)
        out->sure = out->sure && gj_token_value(work, out->tokens[i]) <= gj_token_value(work, out->tokens[0]) &&
                    (!sentence_before || gj_token_value(work, out->tokens[i]) == gj_token_value(work, out->tokens[0]));
}

/* Of all totals and then of the two nearest together. *used is one more than the last item's place in the list, 0 where nothing adds up. */
static gj_status keep_equal(gj_relation_work *work, const gj_list *list, const totals *t, bool mixed, bool closed,
                            size_t *used)
{
    gj_picked s;
    gj_decimal both;
    *used = 0;
    for (size_t i = 0; i < t->count; i++) {
        gj_list_pick(work, list, t->tokens[i], mixed, &s);
        size_t run = gj_list_run(work, &s, gj_token_value(work, t->tokens[i]), 1);
        if (!run || (run == 1 && (i > 0 || mixed)) || (mixed && s.items[run - 1]->after_semi))
            continue;
        *used = (size_t)(s.items[run - 1] - list->items) + 1;
        return gj_list_keep(work, &s, 0, run,
                            (gj_relation){ .whole = t->tokens[i], .second = GJ_NOT_FOUND, .closed = closed });
    }
    if (t->count < 2 || mixed || !gj_token_same_unit(work, t->tokens[0], t->tokens[1]) ||
        !gj_decimal_add(gj_token_value(work, t->tokens[0]), gj_token_value(work, t->tokens[1]), &both))
        return GJ_OK;
    gj_list_pick(work, list, t->tokens[0], false, &s);
    size_t run = gj_list_run(work, &s, both, 2);
    if (!run)
        return GJ_OK;
    *used = (size_t)(s.items[run - 1] - list->items) + 1;
    return gj_list_keep(work, &s, 0, run,
                        (gj_relation){ .whole = t->tokens[1], .second = t->tokens[0], .closed = closed });
}

/* Lists of several measure words break down several totals: 2件，收取290元；15件，收取1500元. */
static gj_status keep_others(gj_relation_work *work, const gj_list *list, const totals *t)
{
    gj_picked s;
    for (size_t i = 0; i < t->count; i++) {
        if (token_at(work, t->tokens[i])->whole)
            continue;
        gj_list_pick(work, list, t->tokens[i], false, &s);
        size_t run = gj_list_run(work, &s, gj_token_value(work, t->tokens[i]), 2);
        bool taken = run == 0;
        for (size_t k = 0; k < run; k++)
            taken = taken || token_at(work, s.items[k]->token)->part;
        if (!taken)
            GJ_TRY(gj_list_keep(work, &s, 0, run, (gj_relation){ .whole = t->tokens[i], .second = GJ_NOT_FOUND }));
    }
    return GJ_OK;
}

/* 61份，其中54条……: a number that touches 其中 counts the same things in another measure word. */
static gj_status keep_alike(gj_relation_work *work, size_t opener, const gj_list *list, const totals *t)
{
    enum { TOUCH = 3 };
    gj_picked s;
    size_t first = list->items[0].token;
    if (!t->sure || token_at(work, first)->begin - token_at(work, opener)->end > TOUCH ||
        !gj_token_alike(work, t->tokens[0], first))
        return GJ_OK;
    s.items[0] = &list->items[0];
    s.count = 1;
    return gj_list_keep(work, &s, 0, 1,
                        (gj_relation){ .whole = t->tokens[0], .second = GJ_NOT_FOUND, .state = GJ_OPEN });
}

static gj_status keep_list(gj_relation_work *work, size_t opener, gj_list *list, const totals *t, size_t *next)
{
    bool closed = list->divides || token_at(work, opener)->joint == GJ_JOINT_DIVIDES;
    size_t used;
    *next = opener + 1;
    if (!list->count || !t->count)
        return GJ_OK;
    GJ_TRY(keep_equal(work, list, t, false, closed, &used));
    if (!used)
        GJ_TRY(keep_equal(work, list, t, true, closed, &used));
    if (!used) {
        gj_picked s;
        gj_list_pick(work, list, t->tokens[0], false, &s);
        return s.count ? keep_unequal(work, list, t, &s, closed) : keep_alike(work, opener, list, t);
    }
    *next = list->items[used - 1].token + 1;
    return keep_others(work, list, t);
}

gj_status gj_list_nested(gj_relation_work *work, size_t opener, size_t whole, int level, size_t *next)
{
    gj_list list;
    totals t = { .tokens = { whole }, .count = 1 };
    *next = GJ_NOT_FOUND;
    if (level >= DEEPEST)
        return GJ_OK;
    GJ_TRY(gj_list_scan(work, opener + 1, token_at(work, opener)->depth, GJ_LIST_OPENED, level + 1, &list));
    size_t used;
    GJ_TRY(keep_equal(work, &list, &t, false, false, &used));
    if (used)
        *next = list.items[used - 1].token + 1;
    return GJ_OK;
}

gj_status gj_list_opened(gj_relation_work *work, size_t opener, size_t *next)
{
    gj_list list;
    totals t;
    GJ_TRY(gj_list_scan(work, opener + 1, token_at(work, opener)->depth, GJ_LIST_OPENED, 0, &list));
    find_totals(work, opener, &list, &t);
    GJ_TRY(keep_list(work, opener, &list, &t, next));
    size_t used = *next;
    if (used == opener + 1 || !t.count)
        return GJ_OK;
    /* a second list of the same total: 3607件，其中自然人3493件，法人114件；予以公开1191件、…… */
    size_t whole = GJ_NOT_FOUND;
    for (size_t i = 0; i < t.count && whole == GJ_NOT_FOUND; i++)
        whole = token_at(work, t.tokens[i])->whole ? t.tokens[i] : whole;
    return whole == GJ_NOT_FOUND ? GJ_OK : gj_list_plain(work, whole, used);
}
