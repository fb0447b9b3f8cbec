/* measured.lua: what each rule was measured to find (made by tools/accuracy). Read for those who read about rules, never for a check. */
#include "ruleset_private.h"

#include <stdlib.h>

static gj_status read_count(gj_fields *f, const char *name, size_t *out)
{
    int value = 0;
    GJ_TRY(gj_field_int(f, name, true, &value));
    if (value < 0)
        return gj_field_fail(f, name, "不能是负数", "must not be negative");
    *out = (size_t)value;
    return GJ_OK;
}

static gj_rule *rule_of(gj_loader *l, gj_slice id)
{
    for (size_t i = 0; i < l->rules.count; i++)
        if (gj_slice_equal(l->rules.items[i].id, id))
            return &l->rules.items[i];
    return NULL;
}

static gj_status read_rule(gj_fields *f, size_t index, void *context)
{
    static const char *const known[] = { "rule",      "planted",       "found",      "false_alarms",
                                         "real_true", "real_doubtful", "real_false", NULL };
    gj_loader *l = context;
    gj_slice id;
    (void)index;
    GJ_TRY(gj_fields_known(f, known));
    GJ_TRY(gj_field_string(f, "rule", &id));
    gj_rule *rule = rule_of(l, id);
    if (!rule)
        return gj_field_fail(f, "rule", "规则集中没有这条规则（请重新 make accuracy）",
                             "the ruleset has no such rule (run make accuracy again)");
    gj_measured *m = &rule->measured;
    if (m->known)
        return gj_field_fail(f, "rule", "同一条规则写了两次", "a rule stands there twice");
    m->known = true;
    GJ_TRY(read_count(f, "planted", &m->planted));
    GJ_TRY(read_count(f, "found", &m->found));
    GJ_TRY(read_count(f, "false_alarms", &m->false_alarms));
    GJ_TRY(read_count(f, "real_true", &m->real_true));
    GJ_TRY(read_count(f, "real_doubtful", &m->real_doubtful));
    GJ_TRY(read_count(f, "real_false", &m->real_false));
    if (m->found > m->planted)
        return gj_field_fail(f, "found", "多于 planted", "is more than planted");
    return GJ_OK;
}

gj_status gj_measured_read(gj_fields *f, gj_loader *l)
{
    static const char *const known[] = { "clean_reports", "real_reports", "rules", NULL };
    GJ_TRY(gj_fields_known(f, known));
    GJ_TRY(read_count(f, "clean_reports", &l->ruleset->clean_reports));
    GJ_TRY(read_count(f, "real_reports", &l->ruleset->real_reports));
    size_t count;
    GJ_TRY(gj_elements_count(f, "rules", true, GJ_MAX_RULES, &count));
    return gj_elements_read(f, "rules", "measured", read_rule, l);
}
