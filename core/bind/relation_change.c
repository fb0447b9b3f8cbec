/* relation_change.c - a number, what it was before, and by how much it is said to have changed.
 *
 * 22件，比上年的31件下降29%; 由31件降到22件; 3607件，同比增长70.3%. A comparison must touch the number that it is about: 312篇，网站访问量同比增长5%
 * says nothing of the 312.
 */
#include <math.h>

#include "measure.h"
#include "relation_work.h"

enum {
    TOUCH = 6, /* bytes between a number and its comparison, or between 增长 and its figure: 了, a space */
    NEAR = 36  /* between 比 and the number it names: 上年同期的 */
};

typedef struct comparison {
    size_t now, before, figure; /* tokens */
    size_t first, last;
    bool up;
} comparison;

static const gj_token *token_at(const gj_relation_work *work, size_t at)
{
    return &work->tokens.items[at];
}

static bool is_percentage(const gj_relation_work *work, size_t at)
{
    const gj_token *t = token_at(work, at);
    if (t->type != GJ_TOKEN_NUMBER || t->figure)
        return false;
    gj_slice unit = gj_token_claim(work, at)->unit;
    return gj_slice_is(unit, "%") || gj_slice_is(unit, "％");
}

static bool is_direction(const gj_relation_work *work, size_t at)
{
    return gj_token_is(work, at, GJ_JOINT_UP) || gj_token_is(work, at, GJ_JOINT_DOWN);
}

bool gj_rate_fits(gj_decimal stated, double exact)
{
    double said = (double)stated / (double)GJ_ONE, digit = 1;
    for (gj_decimal step = GJ_ONE; step > 1 && stated % step; step /= 10)
        digit /= 10;
    double off = fabs(said - exact), slack = 1e-9;
    if (off <= 0.1 + slack || off <= digit / 2 + slack)
        return true;
    return exact > said && exact - said < digit; /* cut, not rounded */
}

/* The number that a comparison at token `at` is about. */
static size_t subject_of(const gj_relation_work *work, size_t at)
{
    size_t left = gj_token_before(work, at), right = at, distance = 0, marks = 0;
    if (left == GJ_NOT_FOUND && at >= 2 && token_at(work, at - 1)->type == GJ_TOKEN_OPEN) /* N件（同比增长5%） */
        return gj_token_counts(work, at - 2) && token_at(work, at - 1)->begin - token_at(work, at - 2)->end <= TOUCH
                   ? at - 2
                   : GJ_NOT_FOUND;
    for (; left != GJ_NOT_FOUND; right = left, left = gj_token_before(work, left)) {
        const gj_token *t = token_at(work, left);
        distance += gj_token_distance(work, left, right);
        if (distance > TOUCH)
            return GJ_NOT_FOUND;
        if (gj_token_counts(work, left))
            return left;
        marks += t->type == GJ_TOKEN_COMMA || t->type == GJ_TOKEN_MARK;
        bool passes =
            t->type == GJ_TOKEN_COMMA || t->type == GJ_TOKEN_MARK || gj_token_is(work, left, GJ_JOINT_SUBJECT);
        if (!passes || marks > 1)
            return GJ_NOT_FOUND;
    }
    return GJ_NOT_FOUND;
}

static gj_status keep(gj_relation_work *work, const comparison *c)
{
    bool full;
    const gj_claim *now = gj_token_claim(work, c->now);
    gj_relation made = { .kind = GJ_CHANGE,
                         .state = GJ_OPEN,
                         .up = c->up,
                         .second = GJ_NOT_FOUND,
                         .before = GJ_NOT_FOUND,
                         .figure = GJ_NOT_FOUND,
                         .paragraph = work->paragraph };
    bool exact = now->certainty == GJ_EXACT;
    made.whole = token_at(work, c->now)->claim;
    if (c->before != GJ_NOT_FOUND) {
        made.before = token_at(work, c->before)->claim;
        exact = exact && gj_token_claim(work, c->before)->certainty == GJ_EXACT;
    }
    if (c->figure != GJ_NOT_FOUND) {
        made.figure = token_at(work, c->figure)->claim;
        exact = exact && gj_token_claim(work, c->figure)->certainty == GJ_EXACT;
    }
    made.in_text = (gj_span){ token_at(work, c->first)->begin, token_at(work, c->last)->end };
    if (c->before != GJ_NOT_FOUND) {
        gj_change_check(work->report, &made, work->report->claims[made.before].value);
        if (!exact && (made.state != GJ_HOLDS || made.wrong_way))
            return GJ_OK; /* roughly so: nothing to hold it against */
    }
    gj_relation *kept = gj_relation_new(work, GJ_CHANGE, &full);
    if (!kept)
        return full ? GJ_OK : gj_fail_nomem(work->err);
    *kept = made;
    if (c->figure != GJ_NOT_FOUND)
        work->tokens.items[c->figure].figure = true;
    if (c->before != GJ_NOT_FOUND)
        work->tokens.items[c->before].figure = true;
    return GJ_OK;
}

void gj_change_check(const gj_report *report, gj_relation *change, gj_decimal before)
{
    const gj_claim *now = &report->claims[change->whole];
    double from = (double)before / (double)GJ_ONE, to = (double)now->value / (double)GJ_ONE;
    change->wrong_way = before == now->value || (before < now->value) != change->up;
    change->state = change->wrong_way ? GJ_OPEN : GJ_HOLDS;
    if (change->figure == GJ_NOT_FOUND)
        return;
    const gj_claim *figure = &report->claims[change->figure];
    if (gj_measure_is_rate(figure->unit)) {
        double rate = before > 0 ? fabs(to - from) / from * 100 : 0;
        change->sum = rate < 1e10 ? (gj_decimal)(round(rate * 100) * ((double)GJ_ONE / 100)) : 0;
        change->state = before <= 0                                     ? GJ_OPEN
                        : gj_rate_fits(figure->value, rate)             ? GJ_HOLDS
                        : (double)figure->value / (double)GJ_ONE > rate ? GJ_TOO_MUCH
                                                                        : GJ_TOO_LITTLE;
        return;
    }
    change->sum = before > now->value ? before - now->value : now->value - before;
    change->state = figure->value == change->sum ? GJ_HOLDS : figure->value > change->sum ? GJ_TOO_MUCH : GJ_TOO_LITTLE;
}

/* 由31件降到22件. */
static gj_status read_from(gj_relation_work *work, size_t at)
{
    size_t before = gj_token_after(work, at);
    size_t way = before == GJ_NOT_FOUND ? before : gj_token_after(work, before);
    size_t to = way == GJ_NOT_FOUND ? way : gj_token_after(work, way);
    size_t now = to == GJ_NOT_FOUND ? to : gj_token_after(work, to);
    if (now == GJ_NOT_FOUND || !gj_token_counts(work, before) || !is_direction(work, way) ||
        !gj_token_is(work, to, GJ_JOINT_TO) || !gj_token_counts(work, now) || !gj_token_same_unit(work, before, now))
        return GJ_OK;
    if (gj_token_distance(work, at, before) > NEAR || gj_token_distance(work, before, way) > TOUCH ||
        gj_token_distance(work, way, to) > TOUCH || gj_token_distance(work, to, now) > NEAR)
        return GJ_OK;
    return keep(work, &(comparison){ .now = now,
                                     .before = before,
                                     .figure = GJ_NOT_FOUND,
                                     .first = at,
                                     .last = now,
                                     .up = gj_token_is(work, way, GJ_JOINT_UP) });
}

/* 比上年的31件下降29%; 同比增长70.3%; 与上年相比减少9件. */
static gj_status read_comparison(gj_relation_work *work, size_t at)
{
    comparison c = { .now = subject_of(work, at), .before = GJ_NOT_FOUND, .figure = GJ_NOT_FOUND, .first = at };
    size_t left = at, i = gj_token_after(work, at);
    while (i != GJ_NOT_FOUND &&
           (gj_token_is(work, i, GJ_JOINT_COMPARES) || gj_token_is(work, i, GJ_JOINT_AND) ||
            gj_token_is(work, i, GJ_JOINT_SUBJECT) || gj_token_is(work, i, GJ_JOINT_ENDS) ||
            (token_at(work, i)->type == GJ_TOKEN_COMMA && gj_token_is(work, left, GJ_JOINT_COMPARES) &&
             token_at(work, i)->begin - token_at(work, left)->end <= TOUCH))) {
        if (gj_token_distance(work, left, i) > NEAR)
            return GJ_OK;
        left = i;
        i = gj_token_after(work, i);
    }
    if (i != GJ_NOT_FOUND && gj_token_counts(work, i) && gj_token_distance(work, left, i) <= NEAR) {
        c.before = left = i;
        i = gj_token_after(work, i);
        while (i != GJ_NOT_FOUND && gj_token_is(work, i, GJ_JOINT_COMPARES)) /* 与31件相比 */
            i = gj_token_after(work, left = i);
    }
    if (i == GJ_NOT_FOUND || !is_direction(work, i) || gj_token_distance(work, left, i) > NEAR || c.now == GJ_NOT_FOUND)
        return GJ_OK;
    c.up = gj_token_is(work, i, GJ_JOINT_UP);
    c.last = i;
    if (c.before != GJ_NOT_FOUND && !gj_token_same_unit(work, c.now, c.before))
        return GJ_OK;
    size_t figure = gj_token_after(work, i);
    if (figure != GJ_NOT_FOUND && token_at(work, figure)->type == GJ_TOKEN_NUMBER &&
        gj_token_distance(work, i, figure) <= TOUCH) {
        if (!is_percentage(work, figure) && !(gj_token_counts(work, figure) && gj_token_same_unit(work, c.now, figure)))
            return GJ_OK;
        c.figure = c.last = figure;
    }
    c.first = c.now < at ? c.now : at;
    return keep(work, &c);
}

gj_status gj_relation_changes(gj_relation_work *work)
{
    for (size_t i = 0; i < work->tokens.count; i++) {
        if (gj_token_is(work, i, GJ_JOINT_FROM))
            GJ_TRY(read_from(work, i));
        else if (gj_token_is(work, i, GJ_JOINT_COMPARES) && !(i && gj_token_is(work, i - 1, GJ_JOINT_COMPARES)))
            GJ_TRY(read_comparison(work, i));
    }
    return GJ_OK;
}
