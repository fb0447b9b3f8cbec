#include "needs.h"

static gj_slice after(gj_slice need, gj_slice prefix)
{
    return gj_slice_sub(need, prefix.len, need.len);
}

/* Without a form nothing is bound: then it is the year that lacks. */
static gj_slice form_owner(const gj_report *report)
{
    return report->year ? report->forms->out_of_scope_rule : report->forms->issuer_rule;
}

static bool table_lacks(const gj_report *report, gj_slice key, gj_slice *owner)
{
    *owner = form_owner(report);
    for (size_t i = 0; i < report->table_count; i++)
        if (gj_slice_equal(report->tables[i].form->key, key)) {
            *owner = report->tables[i].form->missing_rule;
            return !report->tables[i].present;
        }
    return true;
}

static bool section_lacks(const gj_report *report, gj_slice key, gj_slice *owner)
{
    *owner = report->forms->section_rule;
    const gj_section *section = gj_report_section(report, key);
    return !section || !section->present;
}

static bool unmet(const gj_report *report, gj_slice need, gj_slice *owner)
{
    const gj_slice table = GJ_LIT("table:"), section = GJ_LIT("section:");
    *owner = (gj_slice){ NULL, 0 };
    if (gj_slice_starts(need, table))
        return table_lacks(report, after(need, table), owner);
    if (gj_slice_starts(need, section))
        return section_lacks(report, after(need, section), owner);
    if (gj_slice_is(need, "year")) {
        *owner = report->forms->issuer_rule;
        return report->year == 0;
    }
    if (gj_slice_is(need, "form")) {
        *owner = form_owner(report);
        return report->form == NULL;
    }
    return !report->prior; /* the loader knows no other word than "prior" */
}

bool gj_need_unmet(const gj_rule *rule, const gj_report *report, gj_slice *need, gj_slice *because)
{
    for (size_t i = 0; i < rule->need_count; i++) {
        if (!unmet(report, rule->needs[i], because))
            continue;
        *need = rule->needs[i];
        if (because->len == 0 || gj_slice_equal(*because, rule->id))
            *because = *need;
        return true;
    }
    return false;
}
