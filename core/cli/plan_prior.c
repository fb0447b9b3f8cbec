/* plan_prior.c - the files that --prior and configs name for last year's reports. */
#include <stdint.h>

#include "plan.h"
#include "prior_ledger.h"

/* The last entry of the config that names a prior for the file; NULL where none does. */
static const char *prior_by_config(const gj_plan *plan, size_t index)
{
    const gj_config *config = plan->configs[index];
    const char *prior = NULL;
    for (size_t i = 0; config && i < config->path_count; i++)
        if (config->paths[i].prior.len && gj_config_matches(config, config->paths[i].match, plan->walked.files[index]))
            prior = config->paths[i].prior.data;
    return prior;
}

typedef GJ_LIST(const char *) path_names;

static gj_status add_name(gj_plan *plan, path_names *names, const char *name, size_t *at, gj_error *err)
{
    for (*at = 0; *at < names->count; (*at)++)
        if (names->items[*at] == name) /* an entry of a config names one file for many */
            return GJ_OK;
    const char **slot = GJ_PUSH(plan->invocation->arena, names);
    if (!slot)
        return gj_fail_nomem(err);
    *slot = name;
    return GJ_OK;
}

/* Files and folders of --prior behind those that configs name. One file for one report is settled here. */
gj_status gj_plan_find_priors(gj_plan *plan, gj_error *err)
{
    gj_invocation *invocation = plan->invocation;
    const gj_forms *forms = plan->ruleset->forms;
    path_names names = { 0 };
    gj_walked walked = { 0 };
    size_t own = plan->walked.file_count, at, given = 0;
    char *paths[GJ_MAX_VALUES];
    plan->priors = GJ_ARRAY(invocation->arena, own, gj_planned_prior);
    if (!plan->priors)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < own; i++) {
        const char *prior = prior_by_config(plan, i);
        if (!prior || strcmp(prior, plan->walked.files[i]) == 0)
            continue;
        GJ_TRY(add_name(plan, &names, prior, &at, err));
        plan->priors[i] = (gj_planned_prior){ .chosen = GJ_PRIOR_GIVEN, .candidate = own + at };
    }
    GJ_TRY(gj_plan_find_ledgers(plan, err));
    for (size_t i = 0; i < invocation->counts[GJ_OPT_PRIOR]; i++) {
        if (gj_is_ledger(invocation->many[GJ_OPT_PRIOR][i]))
            continue;
        paths[given++] = (char *)(uintptr_t)invocation->many[GJ_OPT_PRIOR][i];
        if (strcmp(paths[given - 1], "-") == 0)
            return gj_fail(err, GJ_USAGE, GJ_NOWHERE, "--prior 要写文件或文件夹，不能是标准输入",
                           "--prior takes a file or a folder, not standard input");
    }
    GJ_TRY(gj_walk(invocation->arena, paths, given, forms->report_hints, forms->report_hint_count, &walked, err));
    for (size_t i = 0; i < walked.file_count; i++) {
        const char **slot = GJ_PUSH(invocation->arena, &names);
        if (!slot)
            return gj_fail_nomem(err);
        *slot = walked.files[i];
    }
    for (size_t i = 0; i < walked.broken_count; i++)
        gj_complain(invocation, "打不开 --prior 的文件夹 %s", "cannot open the folder %s of --prior", walked.broken[i]);
    plan->prior_files = names.items;
    plan->prior_count = names.count;
    plan->prior_single = given == 1 && walked.file_count == 1 && strcmp(walked.files[0], paths[0]) == 0;
    if (own == 1 && plan->prior_single)
        plan->priors[0] = (gj_planned_prior){ .chosen = GJ_PRIOR_GIVEN, .candidate = own + names.count - 1 };
    return GJ_OK;
}

const char *gj_plan_path(const gj_plan *plan, size_t index)
{
    size_t own = plan->walked.file_count;
    return index < own ? plan->walked.files[index] : plan->prior_files[index - own];
}
