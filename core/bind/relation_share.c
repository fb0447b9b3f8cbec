/* relation_share.c - 占 N%: which part of which whole.
 *
 * The base is the number that the words name (占260小项的87.69%), or the total of the break-down that the part belongs to, or, for several
 * shares in a row, the number before them of which most of them are right. A single share without any of these is kept only
 * where it fits.
 */
#include "measure.h"
#include "relation_work.h"

enum {
    TOUCH = 6,
    NEAR = 48 /* bytes between 占 and its base or percentage: 全部申请总数的 */
};

static const gj_token *token_at(const gj_relation_work *work, size_t at)
{
    return &work->tokens.items[at];
}

static gj_decimal value_of(const gj_relation_work *work, size_t token)
{
    return gj_token_claim(work, token)->value;
}

static bool is_percentage(const gj_relation_work *work, size_t at)
{
    gj_slice unit = token_at(work, at)->type == GJ_TOKEN_NUMBER ? gj_token_claim(work, at)->unit : GJ_LIT("");
    return gj_slice_is(unit, "%") || gj_slice_is(unit, "％");
}

/* The nearest number before token `at` that counts; one mark between two clauses may stand there. */
static size_t count_before(const gj_relation_work *work, size_t at, size_t most_marks)
{
    size_t marks = 0;
    for (size_t i = gj_token_before(work, at); i != GJ_NOT_FOUND; i = gj_token_before(work, i)) {
        if (gj_token_counts(work, i))
            return i;
        marks += gj_token_parts(token_at(work, i));
        if (marks > most_marks || token_at(work, i)->type == GJ_TOKEN_DIGITS)
            return GJ_NOT_FOUND;
    }
    return GJ_NOT_FOUND;
}

/* 占 at token `at`. */
static gj_status find_share(gj_relation_work *work, size_t at)
{
    size_t next = gj_token_after(work, at), base = GJ_NOT_FOUND;
    if (next == GJ_NOT_FOUND || gj_token_distance(work, at, next) > NEAR)
        return GJ_OK;
    if (gj_token_counts(work, next)) {
        base = next;
        next = gj_token_after(work, next);
        if (next == GJ_NOT_FOUND || gj_token_distance(work, base, next) > NEAR)
            return GJ_OK;
    }
    if (!is_percentage(work, next) || token_at(work, next)->figure)
        return GJ_OK;
    gj_pending_share *share = GJ_PUSH(work->arena, &work->shares);
    if (!share)
        return gj_fail_nomem(work->err);
    *share = (gj_pending_share){ .rate = next, .base = base, .part = count_before(work, at, 1) };
    share->direct = base == GJ_NOT_FOUND && gj_token_distance(work, at, next) <= TOUCH;
    work->tokens.items[next].figure = true;
    if (base != GJ_NOT_FOUND)
        work->tokens.items[base].figure = true;
    return GJ_OK;
}

/* 率 just before a percentage: 受理2840件，已办理2840件，办理率100%. */
static gj_status find_ratio(gj_relation_work *work, size_t at)
{
    size_t rate = gj_token_after(work, at);
    if (rate == GJ_NOT_FOUND || !is_percentage(work, rate) || token_at(work, rate)->figure ||
        gj_token_distance(work, at, rate) > TOUCH)
        return GJ_OK;
    size_t part = count_before(work, at, 2), base = part == GJ_NOT_FOUND ? part : count_before(work, part, 1);
    if (base == GJ_NOT_FOUND || !gj_token_same_unit(work, part, base))
        return GJ_OK;
    gj_pending_share *share = GJ_PUSH(work->arena, &work->shares);
    if (!share)
        return gj_fail_nomem(work->err);
    *share = (gj_pending_share){ .rate = rate, .part = part, .base = base, .ratio = true };
    return GJ_OK;
}

gj_status gj_relation_find_shares(gj_relation_work *work)
{
    work->shares.count = 0;
    for (size_t i = 0; i < work->tokens.count; i++) {
        if (gj_token_is(work, i, GJ_JOINT_SHARE))
            GJ_TRY(find_share(work, i));
        else if (gj_token_is(work, i, GJ_JOINT_RATE))
            GJ_TRY(find_ratio(work, i));
    }
    return GJ_OK;
}

static double share_of(gj_decimal part, gj_decimal base)
{
    return base > 0 ? (double)part / (double)base * 100 : -1;
}

static bool fits(const gj_relation_work *work, const gj_pending_share *share, gj_decimal part, gj_decimal base)
{
    return base > 0 && gj_rate_fits(value_of(work, share->rate), share_of(part, base));
}

/* `part` and `base` are claims. `sure`: keep it where it does not fit too. */
static gj_status keep(gj_relation_work *work, gj_pending_share *share, size_t part, size_t base, bool sure)
{
    const gj_claim *claims = work->report->claims, *rate = gj_token_claim(work, share->rate);
    bool full, right = fits(work, share, claims[part].value, claims[base].value);
    bool exact =
        rate->certainty == GJ_EXACT && claims[part].certainty == GJ_EXACT && claims[base].certainty == GJ_EXACT;
    if (claims[base].value <= 0 || (!right && (!sure || !exact)))
        return GJ_OK;
    gj_part *one = GJ_NEW(work->arena, gj_part);
    gj_relation *kept = one ? gj_relation_new(work, GJ_SHARE, &full) : NULL;
    if (!kept)
        return one && full ? GJ_OK : gj_fail_nomem(work->err);
    double is = share_of(claims[part].value, claims[base].value);
    size_t begin = claims[part].number.begin < rate->number.begin ? claims[part].number.begin : rate->number.begin;
    *one = (gj_part){ part, { claims[part].in_text.begin, claims[part].number.begin } };
    *kept = (gj_relation){ .kind = GJ_SHARE,
                           .paragraph = work->paragraph,
                           .whole = base,
                           .second = GJ_NOT_FOUND,
                           .parts = one,
                           .part_count = 1,
                           .before = GJ_NOT_FOUND,
                           .figure = token_at(work, share->rate)->claim,
                           .sum = is < 1e10 ? (gj_decimal)(is * 100 + 0.5) * (GJ_ONE / 100) : 0,
                           .in_text = { begin, rate->number.end } };
    kept->state = right ? GJ_HOLDS : (double)rate->value / (double)GJ_ONE > is ? GJ_TOO_MUCH : GJ_TOO_LITTLE;
    work->tokens.items[share->rate].figure = true;
    share->done = true;
    return GJ_OK;
}

/* The break-down of this paragraph that has the claim as a part, or NULL; the last one. */
static const gj_relation *list_of(const gj_relation_work *work, size_t claim)
{
    for (size_t i = work->relations.count; i-- > work->first_relation;) {
        const gj_relation *relation = &work->relations.items[i];
        if (relation->kind != GJ_BREAKDOWN)
            continue;
        for (size_t p = 0; p < relation->part_count; p++)
            if (relation->parts[p].claim == claim)
                return relation;
    }
    return NULL;
}

/* 主动公开的政府信息占34.82%, after 425条，其中主动公开148条、……: the one part of a list whose share it is. */
static gj_status settle_by_fit(gj_relation_work *work, gj_pending_share *share)
{
    size_t found = GJ_NOT_FOUND, whole = 0, matches = 0;
    for (size_t i = work->first_relation; i < work->relations.count; i++) {
        const gj_relation *relation = &work->relations.items[i];
        for (size_t p = 0; relation->kind == GJ_BREAKDOWN && p < relation->part_count; p++) {
            const gj_claim *claims = work->report->claims;
            if (!fits(work, share, claims[relation->parts[p].claim].value, claims[relation->whole].value))
                continue;
            found = relation->parts[p].claim;
            whole = relation->whole;
            matches++;
        }
    }
    return matches == 1 ? keep(work, share, found, whole, false) : GJ_OK;
}

static gj_status settle_one(gj_relation_work *work, gj_pending_share *share)
{
    if (share->part == GJ_NOT_FOUND)
        return settle_by_fit(work, share);
    size_t part = token_at(work, share->part)->claim;
    if (share->base != GJ_NOT_FOUND) {
        size_t base = token_at(work, share->base)->claim;
        return keep(work, share, part, base, !share->ratio && gj_token_same_unit(work, share->part, share->base));
    }
    const gj_relation *list = list_of(work, part);
    if (!list || list->second != GJ_NOT_FOUND)
        return GJ_OK;
    return keep(work, share, part, list->whole, share->direct && list->state != GJ_TOO_MUCH && !list->mixed);
}

/* Shares whose base is not known yet, from `first` on, one after the other without a number of the same measure word between but their parts. */
static size_t group_end(const gj_relation_work *work, size_t first)
{
    size_t end = first + 1;
    while (end < work->shares.count && !work->shares.items[end].done && work->shares.items[end].direct &&
           work->shares.items[end].part != GJ_NOT_FOUND &&
           gj_token_same_unit(work, work->shares.items[first].part, work->shares.items[end].part))
        end++;
    return end;
}

static size_t right_ones(const gj_relation_work *work, size_t first, size_t end, size_t base)
{
    size_t right = 0;
    for (size_t i = first; i < end; i++)
        right += fits(work, &work->shares.items[i], value_of(work, work->shares.items[i].part), value_of(work, base));
    return right;
}

/* The number before the group of which most of its shares are right. */
static gj_status settle_group(gj_relation_work *work, size_t first, size_t end)
{
    size_t best = GJ_NOT_FOUND, most = 0, part = work->shares.items[first].part;
    for (size_t i = part; i-- > 0;) {
        if (token_at(work, i)->depth != token_at(work, part)->depth || !gj_token_counts(work, i) ||
            !gj_token_same_unit(work, i, part))
            continue;
        size_t right = right_ones(work, first, end, i);
        if (right > most) {
            most = right;
            best = i;
        }
    }
    bool sure = most >= 2 && most * 2 > end - first;
    for (size_t i = first; i < end && best != GJ_NOT_FOUND; i++) {
        gj_pending_share *share = &work->shares.items[i];
        GJ_TRY(keep(work, share, token_at(work, share->part)->claim, token_at(work, best)->claim, sure));
    }
    return GJ_OK;
}

gj_status gj_relation_settle_shares(gj_relation_work *work)
{
    for (size_t i = 0; i < work->shares.count; i++)
        GJ_TRY(settle_one(work, &work->shares.items[i]));
    for (size_t i = 0; i < work->shares.count;) {
        const gj_pending_share *share = &work->shares.items[i];
        if (share->done || !share->direct || share->part == GJ_NOT_FOUND) {
            i++;
            continue;
        }
        size_t end = group_end(work, i);
        GJ_TRY(settle_group(work, i, end));
        i = end;
    }
    return GJ_OK;
}
