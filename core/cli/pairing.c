#include "pairing.h"

#include <stdlib.h>

#include "../base/process.h"
#include "task.h"

/* What a file says of itself, and where it stands among its like once all are sorted. */
typedef struct entry {
    gj_slice name;
    int year;
    size_t index; /* of the plan's files, then of its prior files */
} entry;

/* A run of entries with one name and year: [begin, end), the last `given` of them from --prior. */
typedef struct group {
    size_t begin, end, given;
} group;

typedef struct pairing {
    gj_plan *plan;
    gj_arena *arena;
    entry *entries;
    size_t count;
    group *groups;
    size_t group_count;
    bool *wanted; /* one a prior file of --prior: some report took it */
} pairing;

static int by_name_and_year(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    int order = gj_slice_compare(x->name, y->name);
    if (order == 0)
        order = (x->year > y->year) - (x->year < y->year);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

static bool alike(const entry *a, const entry *b)
{
    return a->year == b->year && gj_slice_equal(a->name, b->name);
}

/* The first pass */

/* The reply: the year, then the name. A file whose year or name is not known is no candidate and has none. */
static gj_status take_reply(pairing *p, const gj_reply *reply, gj_error *err)
{
    int year;
    size_t own = p->plan->walked.file_count;
    bool told = reply->end == GJ_TASK_DONE && reply->status == GJ_OK && reply->bytes.len >= sizeof year;
    if (!told && reply->id >= own && reply->status != GJ_OK)
        gj_complain(p->plan->invocation, "读不了 --prior 给出的 %s，没有把它当上年报告",
                    "cannot read %s, given by --prior; it was not taken for last year's report",
                    p->plan->prior_files[reply->id - own]);
    if (!told)
        return GJ_OK;
    memcpy(&year, reply->bytes.data, sizeof year);
    gj_slice name = gj_slice_sub(reply->bytes, sizeof year, reply->bytes.len);
    if (!year || !name.len)
        return GJ_OK;
    entry *e = &p->entries[p->count];
    *e = (entry){ gj_arena_copy(p->arena, name), year, reply->id };
    if (!e->name.data)
        return gj_fail_nomem(err);
    p->count++;
    return GJ_OK;
}

static gj_status ask_all(pairing *p, gj_pool *pool, gj_error *err)
{
    size_t total = p->plan->walked.file_count + p->plan->prior_count, submitted = 0;
    for (;;) {
        while (!gj_interrupted() && submitted < total && gj_pool_ready(pool)) {
            GJ_TRY(gj_pool_submit(pool, submitted, (gj_slice){ (const char *)&submitted, sizeof submitted }, err));
            submitted++;
        }
        gj_reply reply;
        if (gj_pool_busy(pool) == 0)
            return GJ_OK;
        if (gj_pool_next(pool, -1, &reply))
            GJ_TRY(take_reply(p, &reply, err));
    }
}

/* Pairing */

static void make_groups(pairing *p)
{
    size_t own = p->plan->walked.file_count;
    if (p->count)
        qsort(p->entries, p->count, sizeof *p->entries, by_name_and_year);
    for (size_t i = 0; i < p->count; i++) {
        if (i == 0 || !alike(&p->entries[i - 1], &p->entries[i]))
            p->groups[p->group_count++] = (group){ i, i, 0 };
        group *last = &p->groups[p->group_count - 1];
        last->end = i + 1;
        last->given += p->entries[i].index >= own;
    }
}

static const group *find_group(const pairing *p, gj_slice name, int year)
{
    entry wanted = { name, year, 0 };
    size_t low = 0, high = p->group_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const entry *e = &p->entries[p->groups[middle].begin];
        if (alike(e, &wanted))
            return &p->groups[middle];
        if (by_name_and_year(e, &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* The names of the first two and how many there are. */
static gj_status list_rivals(pairing *p, const group *g, gj_slice *out, gj_error *err)
{
    const char *first = gj_plan_path(p->plan, p->entries[g->begin].index);
    if (g->end - g->begin < 2)
        *out = gj_arena_copy(p->arena, gj_slice_of(first));
    else
        *out = gj_arena_format(p->arena, "%s、%s%s", first, gj_plan_path(p->plan, p->entries[g->begin + 1].index),
                               g->end - g->begin > 2 ? "、…" : "");
    return out->data ? GJ_OK : gj_fail_nomem(err);
}

/* The reports of one group, with last year's group of the same name. Given ones come first; found ones only where neither year has two,
 * for two bodies of one name are not told apart. */
static gj_status pair_group(pairing *p, const group *mine, const group *last, gj_error *err)
{
    size_t own = p->plan->walked.file_count;
    gj_planned_prior prior = { .chosen = GJ_PRIOR_NONE };
    bool sure =
        last->given ? last->given == 1 : last->end - last->begin == 1 && mine->end - mine->begin == mine->given + 1;
    if (sure) {
        prior.candidate = p->entries[last->end - 1].index;
        prior.chosen = last->given ? GJ_PRIOR_GIVEN : GJ_PRIOR_FOUND;
        if (last->given)
            p->wanted[prior.candidate - own] = true;
    } else {
        GJ_TRY(list_rivals(p, last->end - last->begin > 1 ? last : mine, &prior.rivals, err));
    }
    for (size_t i = mine->begin; i < mine->end; i++)
        if (p->entries[i].index < own && p->plan->priors[p->entries[i].index].chosen == GJ_PRIOR_NONE)
            p->plan->priors[p->entries[i].index] = prior;
    return GJ_OK;
}

static gj_status pair_all(pairing *p, gj_error *err)
{
    for (size_t i = 0; i < p->group_count; i++) {
        const group *mine = &p->groups[i];
        const entry *e = &p->entries[mine->begin];
        const group *last = find_group(p, e->name, e->year - 1);
        if (last)
            GJ_TRY(pair_group(p, mine, last, err));
    }
    return GJ_OK;
}

/* Reports that have no file of last year's take what the ledger has: the unit's last round. */
static gj_status pair_ledger(pairing *p, const gj_planned_ledger *planned, gj_error *err)
{
    gj_plan *plan = p->plan;
    gj_ledger *ledger = NULL;
    gj_status status = gj_ledger_open(planned->address, true, &ledger, err);
    for (size_t i = 0; status == GJ_OK && i < p->count; i++) {
        const entry *e = &p->entries[i];
        if (e->index >= plan->walked.file_count || plan->priors[e->index].chosen != GJ_PRIOR_NONE ||
            (!planned->given && plan->configs[e->index] != planned->config))
            continue;
        gj_planned_prior prior = { .chosen = planned->given ? GJ_PRIOR_GIVEN : GJ_PRIOR_FOUND,
                                   .ledger = planned->address };
        bool found = false;
        status = gj_ledger_latest(ledger, p->arena, e->name, e->year - 1, &found, &prior.filed, err);
        if (status == GJ_OK && found)
            plan->priors[e->index] = prior;
    }
    gj_ledger_close(ledger);
    return status;
}

/* The one file that --prior names and that is nobody's: each report that has none is held against it, so that it is said why not. */
static void offer_misfit(pairing *p)
{
    gj_plan *plan = p->plan;
    size_t last = plan->prior_count - 1;
    if (!plan->prior_single || p->wanted[last])
        return;
    for (size_t i = 0; i < plan->walked.file_count; i++)
        if (plan->priors[i].chosen == GJ_PRIOR_NONE)
            plan->priors[i] =
                (gj_planned_prior){ .chosen = GJ_PRIOR_GIVEN, .candidate = plan->walked.file_count + last };
}

gj_status gj_pair_priors(gj_plan *plan, size_t workers, gj_error *err)
{
    gj_pool *pool = NULL;
    size_t total = plan->walked.file_count + plan->prior_count;
    pairing p = { .plan = plan, .arena = plan->invocation->arena };
    if ((total < 2 && !plan->ledger_count) || (plan->walked.file_count == 1 && plan->priors[0].chosen != GJ_PRIOR_NONE))
        return GJ_OK;
    p.entries = GJ_ARRAY(p.arena, total, entry);
    p.groups = GJ_ARRAY(p.arena, total, group);
    p.wanted = GJ_ARRAY(p.arena, plan->prior_count + 1, bool);
    if (!p.entries || !p.groups || !p.wanted)
        return gj_fail_nomem(err);
    GJ_TRY(gj_pool_new(workers, gj_task_identify, plan, &pool, err));
    gj_status status = ask_all(&p, pool, err);
    gj_pool_free(pool);
    if (status != GJ_OK)
        return status;
    make_groups(&p);
    GJ_TRY(pair_all(&p, err));
    for (size_t i = 0; i < plan->ledger_count; i++)
        GJ_TRY(pair_ledger(&p, &plan->ledgers[i], err));
    offer_misfit(&p);
    return GJ_OK;
}
