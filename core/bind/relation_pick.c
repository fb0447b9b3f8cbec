/* relation_pick.c - which items of a list a total may be the sum of, and keeping them as a break-down. */
#include "relation_work.h"

static const gj_token *token_at(const gj_relation_work *work, size_t at)
{
    return &work->tokens.items[at];
}

static bool alike(const gj_relation_work *work, gj_slice unit)
{
    for (size_t i = 0; i < work->joints->alike_count; i++)
        if (gj_slice_equal(work->joints->alike[i], unit))
            return true;
    return false;
}

bool gj_token_alike(const gj_relation_work *work, size_t a, size_t b)
{
    return alike(work, gj_token_claim(work, a)->unit) && alike(work, gj_token_claim(work, b)->unit);
}

void gj_list_pick(const gj_relation_work *work, const gj_list *list, size_t total, bool mixed, gj_picked *out)
{
    out->count = 0;
    out->pure = true;
    bool foreign = false;
    for (size_t i = 0; i < list->count; i++) {
        const gj_list_item *item = &list->items[i];
        if (gj_token_same_unit(work, total, item->token) || (mixed && gj_token_alike(work, total, item->token))) {
            out->pure = out->pure && !foreign;
            out->items[out->count++] = item;
        } else {
            foreign = true;
        }
    }
}

/* The list goes on beyond doubt: what follows belongs to it too. One item alone is a list only where nothing follows. */
static bool goes_on(const gj_relation_work *work, const gj_picked *s, size_t last)
{
    const gj_list_item *next = last + 1 < s->count ? s->items[last + 1] : NULL;
    return next && next->firm && gj_token_value(work, next->token) > 0 && (next->close || (last == 0 && !next->semi));
}

size_t gj_list_run(const gj_relation_work *work, const gj_picked *s, gj_decimal total, size_t least)
{
    gj_decimal sum = 0;
    for (size_t i = 0; i < s->count; i++) {
        if (!gj_decimal_add(sum, gj_token_value(work, s->items[i]->token), &sum) || sum > total)
            return 0;
        if (sum != total || i + 1 < least || goes_on(work, s, i))
            continue;
        while (i + 1 < s->count && s->items[i + 1]->firm && gj_token_value(work, s->items[i + 1]->token) == 0)
            i++;
        return i + 1 > 1 || total > 0 ? i + 1 : 0;
    }
    return 0;
}

gj_status gj_list_keep(gj_relation_work *work, const gj_picked *s, size_t from, size_t count, gj_relation made)
{
    bool full;
    gj_part *parts = GJ_ARRAY(work->arena, count, gj_part);
    gj_relation *relation = parts ? gj_relation_new(work, GJ_BREAKDOWN, &full) : NULL;
    if (!relation)
        return parts && full ? GJ_OK : gj_fail_nomem(work->err);
    size_t whole = made.whole, first = whole, last = whole;
    made.kind = GJ_BREAKDOWN;
    made.before = made.figure = GJ_NOT_FOUND;
    made.paragraph = work->paragraph;
    made.rounded = !gj_token_exact(work, whole);
    for (size_t i = 0; i < count; i++) {
        size_t token = s->items[from + i]->token;
        parts[i] = (gj_part){ token_at(work, token)->claim, s->items[from + i]->label };
        made.closed = (made.closed || s->items[from + i]->rest);
        made.rounded = made.rounded || !gj_token_exact(work, token);
        made.mixed = made.mixed || !gj_token_same_unit(work, whole, token);
        (void)gj_decimal_add(made.sum, gj_token_value(work, token), &made.sum);
        work->tokens.items[token].part = true;
        first = token < first ? token : first;
        last = token > last ? token : last;
    }
    made.closed = made.closed && !s->items[from + count - 1]->etc;
    work->tokens.items[whole].whole = true;
    made.whole = token_at(work, whole)->claim;
    if (made.second != GJ_NOT_FOUND) {
        work->tokens.items[made.second].whole = true;
        first = made.second < first ? made.second : first;
        made.second = token_at(work, made.second)->claim;
    }
    made.in_text = (gj_span){ token_at(work, first)->begin, token_at(work, last)->end };
    made.parts = parts;
    made.part_count = count;
    *relation = made;
    return GJ_OK;
}
