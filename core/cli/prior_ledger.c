#include "prior_ledger.h"

#include "../show/record/record_report.h"

bool gj_is_ledger(const char *path)
{
    return gj_sql_is_server(gj_slice_of(path)) || gj_sql_is_file(path);
}

typedef GJ_LIST(gj_planned_ledger) ledger_list;

/* Opened once to know that it can be; nothing is open when workers are forked. */
static gj_status try_ledger(gj_slice address, gj_error *err)
{
    gj_ledger *ledger = NULL;
    gj_status status = gj_ledger_open(address, true, &ledger, err);
    gj_ledger_close(ledger);
    return status;
}

static gj_status add(gj_plan *plan, ledger_list *list, gj_planned_ledger ledger, gj_error *err)
{
    gj_planned_ledger *at = GJ_PUSH(plan->invocation->arena, list);
    if (!at)
        return gj_fail_nomem(err);
    *at = ledger;
    return GJ_OK;
}

static gj_status add_of_config(gj_plan *plan, ledger_list *list, const gj_config *config, gj_error *err)
{
    gj_error why = { 0 };
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].config == config)
            return GJ_OK;
    gj_status status = try_ledger(config->ledger, &why);
    if (status == GJ_OK)
        return add(plan, list, (gj_planned_ledger){ config->ledger, false, config }, err);
    if (status == GJ_NOMEM)
        return gj_fail_nomem(err);
    (void)gj_complain_error(plan->invocation, &why);
    gj_complain(plan->invocation, "%s 里的台账用不了，没有到里面找上年报告",
                "the ledger of %s cannot be used; last year's reports were not looked for in it", config->file.data);
    return GJ_OK;
}

gj_status gj_plan_find_ledgers(gj_plan *plan, gj_error *err)
{
    const gj_invocation *invocation = plan->invocation;
    ledger_list list = { 0 };
    const gj_config *last = NULL;
    for (size_t i = 0; i < invocation->counts[GJ_OPT_PRIOR]; i++) {
        const char *path = invocation->many[GJ_OPT_PRIOR][i];
        if (!gj_is_ledger(path))
            continue;
        GJ_TRY(try_ledger(gj_slice_of(path), err));
        GJ_TRY(add(plan, &list, (gj_planned_ledger){ gj_slice_of(path), true, NULL }, err));
    }
    for (size_t i = 0; i < plan->walked.file_count; i++) {
        const gj_config *config = plan->configs[i];
        if (config && config != last && config->ledger.len)
            GJ_TRY(add_of_config(plan, &list, config, err));
        last = config;
    }
    plan->ledgers = list.items;
    plan->ledger_count = list.count;
    return GJ_OK;
}

/* Without the file: a report made of the record again. */
static gj_status read_record(const gj_plan *plan, gj_ledger *ledger, int64_t id, gj_arena *arena, gj_prior_input *out,
                             gj_error *why)
{
    gj_slice line;
    gj_record record;
    gj_buffer bytes;
    GJ_TRY(gj_ledger_record(ledger, arena, id, &line, why));
    GJ_TRY(gj_record_read(arena, plan->ruleset->forms, line, &record, why));
    gj_buffer_init(&bytes, GJ_MAX_INPUT);
    gj_status status = gj_show_record_report(&record, &bytes);
    out->bytes = gj_arena_copy(arena, gj_buffer_slice(&bytes));
    out->as = GJ_FORMAT_JSON;
    gj_buffer_free(&bytes);
    return status == GJ_OK && out->bytes.data ? GJ_OK : gj_fail_nomem(why);
}

static gj_status read_filed(const gj_plan *plan, const gj_planned_prior *planned, gj_arena *arena, gj_prior_input *out,
                            gj_error *why)
{
    gj_ledger *ledger = NULL;
    gj_status status = gj_ledger_open(planned->ledger, true, &ledger, why);
    if (status == GJ_OK)
        status = gj_ledger_original(ledger, arena, planned->filed.sha256, &out->bytes, why);
    if (status == GJ_OK && !out->bytes.data)
        status = read_record(plan, ledger, planned->filed.id, arena, out, why);
    gj_ledger_close(ledger);
    return status;
}

gj_status gj_prior_from_ledger(const gj_plan *plan, const gj_planned_prior *planned, gj_arena *arena,
                               gj_prior_input *out, gj_error *why)
{
    gj_slice shown = gj_sql_shown(arena, planned->ledger);
    out->path = gj_arena_format(arena, "%.*s#%.*s", GJ_ARG(shown), GJ_ARG(planned->filed.path));
    if (!shown.data || !out->path.data)
        return gj_fail_nomem(why);
    out->as = GJ_FORMAT_AUTO; /* --as speaks of the report */
    out->given =
        (gj_given){ .name = { planned->filed.name, GJ_CONFIG }, .year = planned->filed.year, .year_origin = GJ_CONFIG };
    gj_status status = read_filed(plan, planned, arena, out, why);
    if (status != GJ_OK)
        out->error = why;
    return status == GJ_NOMEM ? status : GJ_OK;
}
