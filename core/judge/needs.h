/** needs.h - what a rule cannot do without ("table:requests", "section:problems", "year", "form", "prior"). */
#ifndef GJ_JUDGE_NEEDS_H
#define GJ_JUDGE_NEEDS_H

#include "equation.h"

/** The first need of the rule that the report does not meet: true, with the rule that owns the lack (or, where none does, the
 *  need's own word) in *because. */
bool gj_need_unmet(const gj_rule *rule, const gj_report *report, gj_slice *need, gj_slice *because);

#endif
