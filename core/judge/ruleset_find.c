#include "ruleset_private.h"

#include "../base/nearest.h"

const gj_rule *gj_ruleset_rule(const gj_ruleset *r, gj_slice word)
{
    for (size_t i = 0; i < gj_ruleset_total(r); i++)
        if (gj_slice_equal(gj_ruleset_at(r, i)->id, word) || gj_slice_equal(gj_ruleset_at(r, i)->name, word))
            return gj_ruleset_at(r, i);
    return NULL;
}

const gj_clause *gj_clause_among(const gj_clause *clauses, size_t count, gj_slice id)
{
    for (size_t i = 0; i < count; i++)
        if (gj_slice_equal(clauses[i].id, id))
            return &clauses[i];
    return NULL;
}

const gj_clause *gj_ruleset_clause(const gj_ruleset *r, gj_slice id)
{
    return gj_clause_among(r->clauses, r->clause_count, id);
}

/* Dates are YYYY-MM-DD, so bytes compare as days. */
static bool in_force(const gj_clause *clause, gj_slice day)
{
    return (clause->from.len == 0 || gj_slice_compare(clause->from, day) <= 0) &&
           (clause->to.len == 0 || gj_slice_compare(clause->to, day) >= 0);
}

size_t gj_rule_basis(const gj_ruleset *r, const gj_rule *rule, int year, const gj_clause **out)
{
    char text[] = "0000-01-01";
    for (int i = 3, left = year + 1; i >= 0; i--, left /= 10)
        text[i] = (char)('0' + left % 10);
    gj_slice day = gj_slice_of(text);
    size_t count = 0;
    for (int pass = year ? 0 : 1; pass < 2 && count == 0; pass++)
        for (size_t i = 0; i < rule->clause_count; i++) {
            const gj_clause *clause = gj_ruleset_clause(r, rule->clauses[i]);
            if (clause && (pass == 1 || in_force(clause, day))) /* the loader refuses a rule with an unknown one */
                out[count++] = clause;
        }
    return count;
}

bool gj_rule_selected_by(const gj_rule *rule, gj_slice selector)
{
    return selector.len && (gj_slice_starts(rule->id, selector) || gj_slice_equal(rule->name, selector));
}

bool gj_rule_needs_prior(const gj_rule *rule)
{
    for (size_t i = 0; i < rule->need_count; i++)
        if (gj_slice_is(rule->needs[i], "prior"))
            return true;
    return false;
}

const gj_rule *gj_ruleset_nearest(const gj_ruleset *r, gj_slice word)
{
    const gj_rule *best = NULL;
    size_t distance = gj_word_reach(word) + 1;
    for (size_t i = 0; i < gj_ruleset_total(r); i++) {
        const gj_rule *rule = gj_ruleset_at(r, i);
        bool by_id = gj_word_nearer(word, rule->id, &distance);
        if (gj_word_nearer(word, rule->name, &distance) || by_id)
            best = rule;
    }
    return best;
}
