/* cmd_collect.c - collect: records from reports and facts files, the collection made of them and judged, and what is written of it. */
#include <stdlib.h>

#include "../base/file.h"
#include "../collect/collected.h"
#include "../show/collection/collection.h"
#include "check_run.h"
#include "collect_out.h"
#include "collect_years.h"
#include "sources.h"

/* What fails: a report's verdict or a finding about the collection at or above --fail-on; broken rules are worse. */
static int judge_exit(const gj_sources *s, const gj_collected *collected)
{
    const gj_collection *c = collected->collection;
    gj_fail_on fail_on = s->plan.fail_on;
    int code = s->code;
    bool fails = collected->severities[GJ_ERROR] ||
                 (fail_on >= GJ_FAIL_ON_WARNING && collected->severities[GJ_WARNING]) ||
                 (fail_on >= GJ_FAIL_ON_INFO && collected->severities[GJ_INFO]) ||
                 (fail_on >= GJ_FAIL_ON_REVIEW && collected->reviews);
    for (size_t i = 0; i < collected->outcome_count; i++)
        if (collected->outcomes[i].outcome == GJ_BROKEN || gj_slice_is(collected->outcomes[i].because, "budget"))
            code = GJ_EXIT_BROKEN;
    for (size_t i = 0; i < c->member_count; i++)
        if (c->members[i].part != GJ_PART_PRIOR) {
            fails = fails || gj_verdict_of_record(&c->members[i].record, fail_on) == GJ_FAILED;
            if (c->members[i].record.counts[GJ_BROKEN])
                code = GJ_EXIT_BROKEN;
        }
    if (fail_on != GJ_FAIL_ON_NEVER && fails && code < GJ_EXIT_FINDINGS)
        code = GJ_EXIT_FINDINGS;
    return code;
}

static gj_status read_roster(const gj_sources *s, gj_roster *out, gj_error *err)
{
    const char *path = s->invocation->values[GJ_OPT_ROSTER];
    gj_slice bytes;
    gj_status status = gj_file_read(s->invocation->arena, path, GJ_MAX_ROSTER, &bytes, err);
    if (status == GJ_OK)
        status = gj_roster_read(s->invocation->arena, bytes, out, err);
    if (status != GJ_OK)
        gj_error_where(err, gj_slice_of(path));
    return status;
}

static gj_status judge(gj_sources *s, gj_roster *roster, gj_collected **out, gj_error *err)
{
    gj_invocation *invocation = s->invocation;
    const char *year = invocation->values[GJ_OPT_YEAR];
    gj_collection_options options = { .today = gj_slice_of(s->plan.today),
                                      .year = year ? (int)strtol(year, NULL, 10) : 0,
                                      .roster = invocation->values[GJ_OPT_ROSTER] ? roster : NULL };
    gj_judge_options judging = { .today = gj_slice_of(s->plan.today) };
    gj_collection *collection = NULL;
    gj_slice *select, *ignore;
    size_t select_count, ignore_count;
    GJ_TRY(gj_collection_make(invocation->arena, s->plan.ruleset->forms, s->records.items, s->records.count, &options,
                              &collection, err));
    size_t workers = 1;
    bool broken = false;
    if (!gj_worker_count(invocation, s->records.count, &workers))
        return gj_fail(err, GJ_USAGE, GJ_NOWHERE, "没有开始汇总", "nothing was collected");
    GJ_TRY(gj_collect_years(&s->plan, collection, workers, &broken, err));
    s->code = broken ? GJ_EXIT_BROKEN : s->code;
    GJ_TRY(gj_selectors(invocation, GJ_OPT_SELECT, &select, &select_count));
    GJ_TRY(gj_selectors(invocation, GJ_OPT_IGNORE, &ignore, &ignore_count));
    judging.selected = gj_select_rules(invocation->arena, s->plan.ruleset, select, select_count, ignore, ignore_count);
    if (!judging.selected)
        return gj_fail_nomem(err);
    judging.profile = (gj_profile)gj_choose(invocation, GJ_OPT_PROFILE, gj_option_words[GJ_OPT_PROFILE], 0);
    return gj_collect_judge(s->plan.ruleset, collection, &judging, out, err);
}

static int collect(gj_sources *s, int format)
{
    const char *folder = s->invocation->values[GJ_OPT_OUT];
    gj_error err = { 0 };
    gj_roster roster = { NULL, 0 };
    gj_collected *collected = NULL;
    gj_status status = s->invocation->values[GJ_OPT_ROSTER] ? read_roster(s, &roster, &err) : GJ_OK;
    if (status == GJ_OK)
        status = gj_sources_read(s, &err);
    if (status == GJ_OK && gj_interrupted()) {
        gj_complain(s->invocation, "已中断，没有汇总", "interrupted; nothing was collected");
        return GJ_EXIT_INTERRUPTED;
    }
    if (status == GJ_OK && !s->records.count) {
        gj_complain(s->invocation, "没有一份报告可汇总", "there is no report to collect");
        return s->code > GJ_EXIT_USAGE ? s->code : GJ_EXIT_USAGE;
    }
    if (status == GJ_OK)
        status = judge(s, &roster, &collected, &err);
    if (status != GJ_OK)
        return gj_complain_error(s->invocation, &err);
    int code = gj_collect_print(s, collected, format);
    if (code == GJ_EXIT_CLEAN && folder)
        code = gj_collect_write(s, collected, folder);
    return code != GJ_EXIT_CLEAN ? code : judge_exit(s, collected);
}

int gj_run_collect(gj_invocation *invocation)
{
    gj_sources sources;
    int format = gj_choose(invocation, GJ_OPT_COLLECTED, gj_option_words[GJ_OPT_COLLECTED], 0);
    int code = format < 0 || !gj_dated(invocation, GJ_OPT_DUE) || !gj_add_listed_paths(invocation) ? GJ_EXIT_USAGE
                                                                                                   : GJ_EXIT_CLEAN;
    if (code != GJ_EXIT_CLEAN)
        return code;
    code = gj_sources_open(&sources, invocation, true);
    if (code == GJ_EXIT_CLEAN)
        code = collect(&sources, format);
    gj_sources_close(&sources);
    return code;
}
