#include "plan.h"

#include <stdlib.h>

#include "../base/digest.h"
#include "../base/file.h"
#include "record.h"

bool gj_issuer_flags_fine(const gj_invocation *invocation)
{
    const char *year = invocation->values[GJ_OPT_YEAR];
    if (year && (strlen(year) != 4 || strspn(year, "0123456789") != 4)) {
        gj_complain(invocation, "选项 --year 要写成四位年份，如 2024，不能是“%s”",
                    "option --year takes four digits, such as 2024, not \"%s\"", year);
        return false;
    }
    static const gj_option_id choices[] = { GJ_OPT_LEVEL, GJ_OPT_KIND, GJ_OPT_SCOPE, GJ_OPT_PROFILE };
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        if (gj_choose(invocation, choices[i], gj_option_words[choices[i]], 0) < 0)
            return false;
    return true;
}

typedef GJ_LIST(gj_config *) config_list;

/* The config of a file, loaded once however many files share it. */
static gj_status config_for(gj_invocation *invocation, const char *path, config_list *known, gj_config **out,
                            gj_error *err)
{
    const char *named = invocation->values[GJ_OPT_CONFIG];
    gj_slice file = named ? gj_slice_of(named) : (gj_slice){ 0 };
    *out = NULL;
    if (invocation->values[GJ_OPT_NO_CONFIG])
        return GJ_OK;
    if (!named)
        GJ_TRY(gj_config_find(invocation->arena, path, &file, err));
    if (!file.len)
        return GJ_OK;
    for (size_t i = 0; i < known->count; i++) {
        GJ_KNOWN(known->items[i]);
        if (gj_slice_equal(known->items[i]->file, file)) {
            *out = known->items[i];
            return GJ_OK;
        }
    }
    GJ_TRY(gj_config_load(invocation->arena, file.data, out, err));
    gj_config **at = GJ_PUSH(invocation->arena, known);
    if (!at)
        return gj_fail_nomem(err);
    *at = *out;
    return GJ_OK;
}

static gj_slice folder_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return (gj_slice){ path, slash ? (size_t)(slash - path) : 0 };
}

static gj_status configs_of(gj_invocation *invocation, const char *const *files, size_t count, config_list *known,
                            gj_config ***out, gj_error *err)
{
    gj_config **configs = *out = GJ_ARRAY(invocation->arena, count, gj_config *);
    if (!configs)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < count; i++) {
        if (i && gj_slice_equal(folder_part(files[i]), folder_part(files[i - 1])))
            configs[i] = configs[i - 1];
        else
            GJ_TRY(config_for(invocation, files[i], known, &configs[i], err));
    }
    return GJ_OK;
}

static gj_status find_configs(gj_plan *plan, config_list *known, gj_error *err)
{
    const gj_walked *walked = &plan->walked;
    return configs_of(plan->invocation, walked->files, walked->file_count, known, &plan->configs, err);
}

static bool config_fits(const gj_invocation *invocation, const gj_ruleset *ruleset, const gj_config *config)
{
    for (size_t i = 0; i < config->path_count; i++) {
        const gj_config_path *path = &config->paths[i];
        if (!gj_selectors_known(invocation, ruleset, config->file.data, path->select, path->select_count) ||
            !gj_selectors_known(invocation, ruleset, config->file.data, path->ignore, path->ignore_count))
            return false;
        for (size_t k = 0; k < path->override_count; k++)
            if (!gj_selectors_known(invocation, ruleset, config->file.data, &path->overrides[k].selector, 1))
                return false;
    }
    for (size_t i = 0; i < config->exception_count; i++)
        if (!gj_selectors_known(invocation, ruleset, config->file.data, &config->exceptions[i].exception.rule, 1))
            return false;
    return true;
}

/* One ruleset judges one run; two configs that name different ones cannot be served together. */
static bool same_ruleset(const gj_invocation *invocation, const config_list *known)
{
    for (size_t i = 1; i < known->count; i++) {
        const gj_config *a = known->items[0], *b = known->items[i];
        GJ_KNOWN(a && b);
        bool same = gj_slice_equal(a->rules, b->rules) && a->with_count == b->with_count;
        for (size_t k = 0; same && k < a->with_count; k++)
            same = gj_slice_equal(a->with[k], b->with[k]);
        if (!same) {
            gj_complain(invocation, "%s 与 %s 指定了不同的规则集，请分开检查",
                        "%s and %s name different rulesets; check them apart", a->file.data, b->file.data);
            return false;
        }
    }
    return true;
}

static gj_status collect_exceptions(gj_plan *plan, const config_list *known)
{
    GJ_LIST(gj_planned_exception) list = { 0 };
    for (size_t i = 0; i < known->count; i++)
        for (size_t k = 0; k < known->items[i]->exception_count; k++) {
            gj_planned_exception *planned = GJ_PUSH(plan->invocation->arena, &list);
            if (!planned)
                return GJ_NOMEM;
            planned->config = known->items[i];
            planned->entry = &known->items[i]->exceptions[k];
            gj_slice expires = planned->entry->exception.expires;
            planned->expired = expires.len && gj_slice_compare(expires, gj_slice_of(plan->today)) < 0;
        }
    plan->exceptions = list.items;
    plan->exception_count = list.count;
    return GJ_OK;
}

static void digest_configs(gj_plan *plan, const config_list *known)
{
    gj_digest digest;
    if (known->count == 0)
        return;
    gj_digest_init(&digest);
    for (size_t i = 0; i < known->count; i++)
        gj_digest_field(&digest, gj_slice_of(known->items[i]->digest));
    gj_digest_hex(&digest, plan->config_digest);
}

static void read_standard_input(gj_plan *plan)
{
    for (size_t i = 0; i < plan->walked.file_count; i++)
        if (strcmp(plan->walked.files[i], "-") == 0)
            plan->standard_input_status = gj_file_read(plan->invocation->arena, "-", GJ_MAX_INPUT,
                                                       &plan->standard_input, &plan->standard_input_error);
}

static bool settle_fail_on(gj_plan *plan, const config_list *known)
{
    int otherwise = 0;
    GJ_KNOWN(!known->count || known->items[0]);
    for (size_t i = 0; known->count && i < 5; i++)
        if (gj_slice_is(known->items[0]->fail_on, gj_option_words[GJ_OPT_FAIL_ON][i]))
            otherwise = (int)i;
    int chosen = gj_choose(plan->invocation, GJ_OPT_FAIL_ON, gj_option_words[GJ_OPT_FAIL_ON], otherwise);
    plan->fail_on = (gj_fail_on)(chosen < 0 ? 0 : chosen);
    return chosen >= 0;
}

static int nothing_to_check(const gj_plan *plan)
{
    const gj_invocation *invocation = plan->invocation;
    if (plan->walked.broken_count)
        gj_complain(invocation, "打不开文件夹 %s", "cannot open the folder %s", plan->walked.broken[0]);
    else
        gj_complain(invocation, "%s 里没有像年度报告的文件（看过 %zu 个）；若确是报告，请直接写出文件名",
                    "no report found in %s (%zu files looked at); name the file itself if it is one",
                    invocation->paths[0], plan->walked.passed_over_count);
    return plan->walked.broken_count ? GJ_EXIT_UNREADABLE : GJ_EXIT_USAGE;
}

/* The ruleset must be open before folders are walked (its words tell a report), and a config may name the ruleset: so configs of the paths
 * themselves are found first. */
static gj_status configs_of_paths(gj_plan *plan, config_list *known, gj_error *err)
{
    gj_config *ignored;
    for (size_t i = 0; i < plan->invocation->path_count; i++)
        GJ_TRY(config_for(plan->invocation, plan->invocation->paths[i], known, &ignored, err));
    return GJ_OK;
}

static bool selectors_fine(const gj_plan *plan)
{
    gj_slice *words;
    size_t count;
    for (gj_option_id option = GJ_OPT_SELECT; option <= GJ_OPT_IGNORE; option++)
        if (gj_selectors(plan->invocation, option, &words, &count) != GJ_OK ||
            !gj_selectors_known(plan->invocation, plan->ruleset, gj_options[option].name, words, count))
            return false;
    return true;
}

int gj_plan_make_bare(gj_invocation *invocation, gj_plan *plan)
{
    config_list known = { 0 };
    gj_slice nothing = { NULL, 0 };
    *plan = (gj_plan){ .invocation = invocation };
    if (!gj_issuer_flags_fine(invocation) || !gj_today(invocation, plan->today))
        return GJ_EXIT_USAGE;
    plan->ruleset = gj_open_rules(invocation, nothing, NULL, 0);
    return plan->ruleset && settle_fail_on(plan, &known) && selectors_fine(plan) ? GJ_EXIT_CLEAN : GJ_EXIT_USAGE;
}

int gj_plan_make(gj_invocation *invocation, gj_plan *plan)
{
    *plan = (gj_plan){ .invocation = invocation };
    gj_error err = { 0 };
    config_list known = { 0 };
    if (invocation->path_count == 0 && !invocation->values[GJ_OPT_PATHS_FROM]) {
        gj_complain(invocation, "请给出要检查的文件或文件夹，如：%s", "name the files or folders to check, such as: %s",
                    invocation->command->example);
        return GJ_EXIT_USAGE;
    }
    if (!gj_issuer_flags_fine(invocation) || !gj_today(invocation, plan->today) ||
        !gj_input_format(invocation, &plan->as))
        return GJ_EXIT_USAGE;
    if (configs_of_paths(plan, &known, &err) != GJ_OK)
        return gj_complain_error(invocation, &err);
    const gj_config *first = known.count ? known.items[0] : NULL;
    plan->ruleset = gj_open_rules(invocation, first ? first->rules : (gj_slice){ 0 }, first ? first->with : NULL,
                                  first ? first->with_count : 0);
    if (!plan->ruleset)
        return GJ_EXIT_USAGE;
    const gj_forms *forms = plan->ruleset->forms;
    if (gj_walk(invocation->arena, invocation->paths, invocation->path_count, forms->report_hints,
                forms->report_hint_count, &plan->walked, &err) != GJ_OK ||
        find_configs(plan, &known, &err) != GJ_OK || gj_plan_find_priors(plan, &err) != GJ_OK ||
        configs_of(invocation, plan->prior_files, plan->prior_count, &known, &plan->prior_configs, &err) != GJ_OK)
        return gj_complain_error(invocation, &err);
    if (!same_ruleset(invocation, &known) || !settle_fail_on(plan, &known))
        return GJ_EXIT_USAGE;
    for (size_t i = 0; i < known.count; i++)
        if (!config_fits(invocation, plan->ruleset, known.items[i]))
            return GJ_EXIT_USAGE;
    if (!selectors_fine(plan))
        return GJ_EXIT_USAGE;
    if (collect_exceptions(plan, &known) != GJ_OK)
        return GJ_EXIT_BROKEN;
    if (plan->walked.file_count == 0 && invocation->path_count) /* an empty list is a share without work */
        return nothing_to_check(plan);
    digest_configs(plan, &known);
    if (gj_record_arguments(invocation, &plan->arguments, &plan->argument_count) != GJ_OK)
        return GJ_EXIT_BROKEN;
    read_standard_input(plan);
    return GJ_EXIT_CLEAN;
}

void gj_plan_close(gj_plan *plan)
{
    gj_ruleset_close(plan->ruleset);
    plan->ruleset = NULL;
}

static void give(gj_known *known, gj_slice value, gj_origin origin)
{
    if (value.len)
        *known = (gj_known){ value, origin };
}

static void give_config(gj_given *given, const gj_config_path *path)
{
    give(&given->name, path->unit, GJ_CONFIG);
    give(&given->level, path->level, GJ_CONFIG);
    give(&given->kind, path->kind, GJ_CONFIG);
    give(&given->scope, path->scope, GJ_CONFIG);
    give(&given->province, path->province, GJ_CONFIG);
    if (path->year) {
        given->year = path->year;
        given->year_origin = GJ_CONFIG;
    }
}

static void give_flags(gj_given *given, const gj_invocation *invocation)
{
    give(&given->name, gj_slice_of(invocation->values[GJ_OPT_UNIT]), GJ_FLAG);
    give(&given->level, gj_slice_of(invocation->values[GJ_OPT_LEVEL]), GJ_FLAG);
    give(&given->kind, gj_slice_of(invocation->values[GJ_OPT_KIND]), GJ_FLAG);
    give(&given->scope, gj_slice_of(invocation->values[GJ_OPT_SCOPE]), GJ_FLAG);
    give(&given->province, gj_slice_of(invocation->values[GJ_OPT_PROVINCE]), GJ_FLAG);
    if (invocation->values[GJ_OPT_YEAR]) {
        given->year = (int)strtol(invocation->values[GJ_OPT_YEAR], NULL, 10);
        given->year_origin = GJ_FLAG;
    }
}

static gj_given given_by_config(const gj_plan *plan, size_t index)
{
    gj_given given = { 0 };
    size_t own = plan->walked.file_count;
    const gj_config *config = index < own ? plan->configs[index] : plan->prior_configs[index - own];
    for (size_t i = 0; config && i < config->path_count; i++)
        if (gj_config_matches(config, config->paths[i].match, gj_plan_path(plan, index)))
            give_config(&given, &config->paths[i]);
    return given;
}

gj_given gj_plan_given(const gj_plan *plan, size_t index)
{
    gj_given given = given_by_config(plan, index);
    give_flags(&given, plan->invocation);
    return given;
}

gj_given gj_plan_prior_given(const gj_plan *plan, size_t index)
{
    gj_given given = given_by_config(plan, index);
    int year = given.year; /* a config may give it to that file; a flag is about the report */
    gj_origin origin = given.year_origin;
    give_flags(&given, plan->invocation);
    given.year = year;
    given.year_origin = origin;
    return given;
}

/* Selectors and severities of the config entries that name the file, later ones after. */
typedef GJ_LIST(gj_slice) slice_list;
typedef GJ_LIST(gj_severity_override) override_list;

static bool add_all(gj_arena *arena, slice_list *list, const gj_slice *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        gj_slice *at = GJ_PUSH(arena, list);
        if (!at)
            return false;
        *at = items[i];
    }
    return true;
}

static bool add_overrides(gj_arena *arena, override_list *list, const gj_config_path *path)
{
    for (size_t i = 0; i < path->override_count; i++) {
        gj_severity_override *at = GJ_PUSH(arena, list);
        if (!at)
            return false;
        *at = path->overrides[i];
    }
    return true;
}

static gj_status options_of_config(const gj_plan *plan, size_t index, gj_arena *arena, gj_check_options *out,
                                   gj_error *err)
{
    const gj_invocation *invocation = plan->invocation;
    const gj_config *config = plan->configs[index];
    slice_list select = { 0 }, ignore = { 0 };
    override_list overrides = { 0 };
    gj_slice *words;
    size_t count, flag_count;
    int profile = GJ_PROFILE_PRACTICE;
    GJ_TRY(gj_selectors(invocation, GJ_OPT_SELECT, &words, &flag_count));
    bool fine = add_all(arena, &select, words, flag_count);
    GJ_TRY(gj_selectors(invocation, GJ_OPT_IGNORE, &words, &count));
    fine = fine && add_all(arena, &ignore, words, count);
    for (size_t i = 0; config && fine && i < config->path_count; i++) {
        const gj_config_path *path = &config->paths[i];
        if (!gj_config_matches(config, path->match, plan->walked.files[index]))
            continue;
        give_config(&out->given, path);
        if (path->profile >= 0)
            profile = path->profile;
        fine = add_overrides(arena, &overrides, path) && add_all(arena, &ignore, path->ignore, path->ignore_count) &&
               (flag_count || add_all(arena, &select, path->select, path->select_count));
    }
    out->judge.selected =
        fine ? gj_select_rules(arena, plan->ruleset, select.items, select.count, ignore.items, ignore.count) : NULL;
    out->judge.profile = (gj_profile)gj_choose(invocation, GJ_OPT_PROFILE, gj_option_words[GJ_OPT_PROFILE], profile);
    out->judge.overrides = overrides.items;
    out->judge.override_count = overrides.count;
    return out->judge.selected ? GJ_OK : gj_fail_nomem(err);
}

gj_status gj_plan_options(const gj_plan *plan, size_t index, gj_arena *arena, gj_check_options *out, size_t **map,
                          gj_error *err)
{
    *out = (gj_check_options){
        .as = plan->as, .judge.today = gj_slice_of(plan->today), .facsimile = plan->facsimile, .record = plan->records
    };
    GJ_TRY(options_of_config(plan, index, arena, out, err));
    give_flags(&out->given, plan->invocation);
    if (plan->aggregate && strcmp(plan->aggregate, plan->walked.files[index]) == 0)
        give(&out->given.scope, GJ_LIT("aggregate"), GJ_FLAG);
    gj_exception *exceptions = GJ_ARRAY(arena, plan->exception_count, gj_exception);
    bool *used = GJ_ARRAY(arena, plan->exception_count, bool);
    *map = GJ_ARRAY(arena, plan->exception_count, size_t);
    if (!exceptions || !used || !*map)
        return gj_fail_nomem(err);
    size_t count = 0;
    for (size_t i = 0; i < plan->exception_count; i++) {
        const gj_planned_exception *planned = &plan->exceptions[i];
        if (planned->config != plan->configs[index] ||
            !gj_config_matches(planned->config, planned->entry->path, plan->walked.files[index]))
            continue;
        (*map)[count] = i;
        exceptions[count++] = planned->entry->exception;
    }
    out->judge.exceptions = exceptions;
    out->judge.exception_count = count;
    out->judge.exception_used = used;
    return GJ_OK;
}
