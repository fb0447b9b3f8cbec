/* select.c - selectors of rules: ids, names, prefixes of ids. */
#include "plan.h"

gj_status gj_selectors(const gj_invocation *invocation, gj_option_id option, gj_slice **out, size_t *count)
{
    GJ_LIST(gj_slice) list = { 0 };
    for (size_t i = 0; i < invocation->counts[option]; i++) {
        gj_slice rest = gj_slice_of(invocation->many[option][i]);
        while (rest.len) {
            size_t comma = gj_slice_find(rest, GJ_LIT(","), 0);
            gj_slice word = gj_slice_trim(gj_slice_sub(rest, 0, comma == GJ_NOT_FOUND ? rest.len : comma));
            rest = comma == GJ_NOT_FOUND ? (gj_slice){ 0 } : gj_slice_sub(rest, comma + 1, rest.len);
            if (!word.len)
                continue;
            gj_slice *at = GJ_PUSH(invocation->arena, &list);
            if (!at)
                return GJ_NOMEM;
            *at = word;
        }
    }
    *out = list.items;
    *count = list.count;
    return GJ_OK;
}

static bool names_any(const gj_ruleset *ruleset, gj_slice selector)
{
    for (size_t i = 0; i < gj_ruleset_total(ruleset); i++)
        if (gj_rule_selected_by(gj_ruleset_at(ruleset, i), selector))
            return true;
    return false;
}

static void complain_unknown(const gj_invocation *invocation, const gj_ruleset *ruleset, const char *what,
                             gj_slice word)
{
    const gj_rule *near = gj_ruleset_nearest(ruleset, word);
    if (near)
        gj_complain(invocation, "%s：没有规则“%.*s”；是不是 %.*s？运行 gouji rules 查看全部",
                    "%s: no rule \"%.*s\"; did you mean %.*s? see gouji rules", what, GJ_ARG(word), GJ_ARG(near->id));
    else
        gj_complain(invocation, "%s：没有规则“%.*s”；运行 gouji rules 查看全部",
                    "%s: no rule \"%.*s\"; see gouji rules", what, GJ_ARG(word));
}

bool gj_selectors_known(const gj_invocation *invocation, const gj_ruleset *ruleset, const char *what,
                        const gj_slice *selectors, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!names_any(ruleset, selectors[i])) {
            complain_unknown(invocation, ruleset, what, selectors[i]);
            return false;
        }
    return true;
}

const gj_rule *gj_rule_known(const gj_invocation *invocation, const gj_ruleset *ruleset, gj_slice word)
{
    const gj_rule *rule = gj_ruleset_rule(ruleset, word);
    if (!rule)
        complain_unknown(invocation, ruleset, invocation->command->name, word);
    return rule;
}

static bool named_by(const gj_rule *rule, const gj_slice *selectors, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (gj_rule_selected_by(rule, selectors[i]))
            return true;
    return false;
}

bool *gj_select_rules(gj_arena *arena, const gj_ruleset *ruleset, const gj_slice *select, size_t select_count,
                      const gj_slice *ignore, size_t ignore_count)
{
    bool *selected = GJ_ARRAY(arena, gj_ruleset_total(ruleset), bool);
    for (size_t i = 0; selected && i < gj_ruleset_total(ruleset); i++)
        selected[i] = (select_count == 0 || named_by(gj_ruleset_at(ruleset, i), select, select_count)) &&
                      !named_by(gj_ruleset_at(ruleset, i), ignore, ignore_count);
    return selected;
}
