#include "record_prior.h"

#include "../report/report_json.h"

static bool grants(const gj_exception *exception, const gj_rule *rule)
{
    return gj_slice_equal(exception->rule, rule->id) || gj_slice_equal(exception->rule, rule->name);
}

/* The rule of an outcome that last year's report can change; NULL for others. */
static const gj_rule *asking(const gj_ruleset *ruleset, const gj_result *result, size_t outcome)
{
    return result->outcomes[outcome].prior ? gj_ruleset_rule(ruleset, result->outcomes[outcome].rule) : NULL;
}

/* The last override that names the rule wins; those that switch rules off have done so. NULL: none. */
static const gj_severity_override *override_of(const gj_judge_options *options, const gj_rule *rule)
{
    for (size_t i = options->override_count; i-- > 0;)
        if (!options->overrides[i].off && gj_rule_selected_by(rule, options->overrides[i].selector))
            return &options->overrides[i];
    return NULL;
}

static void severities(gj_json *w, const gj_ruleset *ruleset, const gj_result *result, const gj_judge_options *options)
{
    bool any = false;
    for (size_t i = 0; i < result->outcome_count; i++) {
        const gj_rule *rule = asking(ruleset, result, i);
        const gj_severity_override *own = rule ? override_of(options, rule) : NULL;
        char room[GJ_KEY_ROOM];
        if (!own)
            continue;
        if (!any)
            gj_json_object(w, "prior_severities");
        any = true;
        gj_json_text(w, gj_json_key(w, rule->id, room), gj_severity_name(own->severity));
    }
    if (any)
        gj_json_object_end(w);
}

/* Who approved it, and why, stays in the config: a record goes to others. */
static void exception_of(gj_json *w, const gj_exception *exception)
{
    gj_json_object(w, NULL);
    gj_json_optional(w, "rule", exception->rule);
    gj_json_optional(w, "fingerprint", exception->fingerprint);
    gj_json_optional(w, "cell", exception->cell);
    gj_json_optional(w, "expires", exception->expires);
    gj_json_object_end(w);
}

static void exceptions(gj_json *w, const gj_ruleset *ruleset, const gj_result *result, const gj_judge_options *options)
{
    bool any = false;
    for (size_t e = 0; e < options->exception_count; e++) {
        bool wanted = false;
        for (size_t i = 0; i < result->outcome_count && !wanted; i++) {
            const gj_rule *rule = asking(ruleset, result, i);
            wanted = rule && grants(&options->exceptions[e], rule);
        }
        if (!wanted)
            continue;
        if (!any)
            gj_json_array(w, "prior_exceptions");
        any = true;
        exception_of(w, &options->exceptions[e]);
    }
    if (any)
        gj_json_array_end(w);
}

void gj_record_prior_rules(gj_json *w, const gj_ruleset *ruleset, const gj_result *result,
                           const gj_judge_options *options)
{
    gj_json_array(w, "prior_rules");
    for (size_t i = 0; i < result->outcome_count; i++)
        if (result->outcomes[i].prior)
            gj_json_string(w, NULL, result->outcomes[i].rule);
    gj_json_array_end(w);
    if (!options)
        return;
    severities(w, ruleset, result, options);
    exceptions(w, ruleset, result, options);
}
