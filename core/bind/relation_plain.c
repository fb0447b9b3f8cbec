/* relation_plain.c - lists that no word opens: in brackets or after commas, and those before 共.
 *
 * Without a word such a list is kept only where it adds up and chance is no explanation. One before 共 may fail to.
 */
#include "relation_work.h"

enum { FEW = 20 }; /* an unmarked list of two parts is believed from this total on */

static const gj_token *token_at(const gj_relation_work *work, size_t at)
{
    return &work->tokens.items[at];
}

/* Whether a list without a word that opens it is one: three parts, or two of a number that is no chance, or kinds that are known. */
static bool believed(const gj_relation_work *work, size_t whole, const gj_picked *s, size_t run)
{
    bool known = gj_token_claim(work, whole)->kind != NULL, firm = true;
    for (size_t i = 0; i < run; i++) {
        if (work->tokens.items[s->items[i]->token].part)
            return false;
        firm = firm && (s->items[i]->firm || i == 0);
        known = known && gj_token_claim(work, s->items[i]->token)->kind;
    }
    return known || (firm && (run >= 3 || gj_token_value(work, whole) >= FEW * GJ_ONE));
}

gj_status gj_list_plain(gj_relation_work *work, size_t whole, size_t from)
{
    gj_list list;
    gj_picked s;
    if (from >= work->tokens.count)
        return GJ_OK;
    GJ_TRY(gj_list_scan(work, from, token_at(work, from)->depth, GJ_LIST_PLAIN, 0, &list));
    gj_list_pick(work, &list, whole, false, &s);
    size_t run = gj_list_run(work, &s, gj_token_value(work, whole), 2);
    if (!run || !believed(work, whole, &s, run))
        return GJ_OK;
    return gj_list_keep(work, &s, 0, run, (gj_relation){ .whole = whole, .second = GJ_NOT_FOUND });
}

/* The last items that add up to the total; 0 where none do. */
static size_t tail_of(const gj_relation_work *work, const gj_picked *s, gj_decimal total)
{
    gj_decimal sum = 0;
    for (size_t i = s->count; i-- > 0;) {
        if (!gj_decimal_add(sum, gj_token_value(work, s->items[i]->token), &sum) || sum > total)
            return 0;
        if (sum == total && s->count - i >= 2)
            return s->count - i;
    }
    return 0;
}

gj_status gj_list_backward(gj_relation_work *work, size_t total)
{
    gj_list list;
    gj_picked s;
    size_t from = total - 1; /* 共 */
    unsigned depth = token_at(work, total)->depth;
    while (from > 0 && token_at(work, from - 1)->depth >= depth &&
           !(token_at(work, from - 1)->depth == depth && token_at(work, from - 1)->type == GJ_TOKEN_STOP))
        from--;
    GJ_TRY(gj_list_scan(work, from, depth, GJ_LIST_BACKWARD, 0, &list));
    gj_list_pick(work, &list, total, false, &s);
    size_t run = tail_of(work, &s, gj_token_value(work, total));
    gj_relation made = { .whole = total, .second = GJ_NOT_FOUND, .closed = true };
    if (run)
        return gj_list_keep(work, &s, s.count - run, run, made);
    gj_decimal sum = 0;
    bool sure = s.count >= 2 && s.count == list.count && gj_token_exact(work, total);
    for (size_t i = 0; i < s.count && sure; i++) {
        size_t token = s.items[i]->token;
        sure = (i == 0 || s.items[i]->firm) && gj_token_exact(work, token) && !token_at(work, token)->part &&
               !token_at(work, token)->whole && !gj_token_claim(work, token)->kind &&
               gj_decimal_add(sum, gj_token_value(work, token), &sum);
    }
    if (!sure)
        return GJ_OK;
    made.state = sum > gj_token_value(work, total) ? GJ_TOO_MUCH : GJ_TOO_LITTLE;
    return gj_list_keep(work, &s, 0, s.count, made);
}
