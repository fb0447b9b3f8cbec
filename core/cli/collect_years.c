#include "collect_years.h"

#include "task.h"

#include "../base/process.h"
#include "../show/record/record.h"
#include "../show/record/record_report.h"

typedef struct years {
    const gj_plan *plan;
    gj_collection *collection;
} years;

static gj_status bytes_of(gj_arena *arena, const gj_record *record, gj_slice *out)
{
    gj_buffer bytes;
    gj_buffer_init(&bytes, GJ_MAX_INPUT);
    gj_status status = gj_show_record_report(record, &bytes);
    *out = gj_arena_copy(arena, gj_buffer_slice(&bytes));
    gj_buffer_free(&bytes);
    return status != GJ_OK ? status : out->data ? GJ_OK : GJ_NOMEM;
}

/* One flag a rule: those that depend on last year's report. */
static bool *select_rules(gj_arena *arena, const gj_ruleset *ruleset, const gj_record *record)
{
    bool *selected = GJ_ARRAY(arena, gj_ruleset_total(ruleset), bool);
    for (size_t i = 0; selected && i < record->prior_rule_count; i++) {
        const gj_rule *rule = gj_ruleset_rule(ruleset, record->prior_rules[i]);
        if (rule)
            selected[rule->index] = true;
    }
    return selected;
}

static gj_status judge(const void *context, size_t member, gj_arena *arena, gj_buffer *reply)
{
    const years *y = context;
    if (!gj_years_apply(y->collection, member))
        return GJ_INTERNAL;
    const gj_record *own = &y->collection->members[member].record;
    const gj_record *before = &y->collection->members[y->collection->members[member].before].record;
    gj_error err = { 0 };
    gj_result *result = NULL;
    gj_slice bytes;
    gj_prior_input prior = { .chosen = GJ_PRIOR_FOUND, .path = before->path, .as = GJ_FORMAT_JSON };
    prior.given.name = (gj_known){ own->name, GJ_FLAG }; /* the roster may say that two names are one unit's */
    gj_check_options options = {
        .as = GJ_FORMAT_JSON, .undigested = true, .prior = &prior, .judge.today = gj_slice_of(y->plan->today)
    };
    options.judge.selected = select_rules(arena, y->plan->ruleset, own);
    options.judge.overrides = own->prior_severities;
    options.judge.override_count = own->prior_severity_count;
    options.judge.exceptions = own->prior_exceptions;
    options.judge.exception_count = own->prior_exception_count;
    for (int i = 0; i < GJ_PROFILE_COUNT; i++)
        if (gj_slice_is(own->profile, gj_profile_name((gj_profile)i)))
            options.judge.profile = (gj_profile)i;
    if (!options.judge.selected)
        return GJ_NOMEM;
    GJ_TRY(bytes_of(arena, own, &bytes));
    GJ_TRY(bytes_of(arena, before, &prior.bytes));
    GJ_TRY(gj_check(arena, y->plan->ruleset, own->path, bytes, &options, &result, &err));
    return gj_show_record(arena, y->plan->ruleset, NULL, result, NULL, reply);
}

/* gj_task; the request is the member's index. */
static gj_status compare(void *context, gj_slice request, gj_buffer *reply)
{
    return gj_task_indexed(request, ((const years *)context)->collection->member_count, judge, context, reply);
}

static gj_status take(years *y, const gj_reply *reply, bool *broken, gj_error *err)
{
    gj_record partial;
    gj_arena *arena = y->collection->arena;
    const gj_record *own = &y->collection->members[reply->id].record;
    gj_slice line = reply->end == GJ_TASK_DONE && reply->status == GJ_OK
                        ? gj_arena_copy(arena, gj_slice_trim(reply->bytes))
                        : GJ_LIT("");
    if (!line.data)
        return gj_fail_nomem(err);
    gj_status status = line.len ? gj_record_read(arena, y->plan->ruleset->forms, line, &partial, err) : GJ_INTERNAL;
    if (status == GJ_NOMEM)
        return status;
    if (status == GJ_OK && partial.status == GJ_CHECKED)
        return gj_years_take(y->collection, reply->id, &partial, err);
    gj_complain(y->plan->invocation, "%.*s：没能与上年报告比较", "%.*s: could not be compared with last year's report",
                GJ_ARG(own->path));
    *broken = true;
    return GJ_OK;
}

static gj_status compare_all(years *y, gj_pool *pool, bool *broken, gj_error *err)
{
    size_t next = 0;
    for (;;) {
        gj_reply reply;
        while (!gj_interrupted() && gj_pool_ready(pool)) {
            while (next < y->collection->member_count && !gj_years_apply(y->collection, next))
                next++;
            if (next >= y->collection->member_count)
                break;
            GJ_TRY(gj_pool_submit(pool, next, (gj_slice){ (const char *)&next, sizeof next }, err));
            next++;
        }
        if (gj_pool_busy(pool) == 0)
            return GJ_OK;
        if (gj_pool_next(pool, -1, &reply))
            GJ_TRY(take(y, &reply, broken, err));
    }
}

gj_status gj_collect_years(const gj_plan *plan, gj_collection *collection, size_t workers, bool *broken, gj_error *err)
{
    years y = { plan, collection };
    gj_pool *pool = NULL;
    size_t pairs = 0;
    for (size_t i = 0; i < collection->member_count; i++)
        pairs += gj_years_apply(collection, i);
    if (!pairs)
        return GJ_OK;
    GJ_TRY(gj_pool_new(workers < pairs ? workers : pairs, compare, &y, &pool, err));
    gj_status status = compare_all(&y, pool, broken, err);
    gj_pool_free(pool);
    return status;
}
