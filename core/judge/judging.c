#include "judging.h"

static int rank(gj_outcome outcome)
{
    static const int ranks[GJ_OUTCOMES] = {
        [GJ_NOT_APPLICABLE] = 0, [GJ_PASS] = 0, [GJ_NOT_RUN] = 1, [GJ_REVIEW] = 2, [GJ_FAIL] = 3, [GJ_BROKEN] = 4,
    };
    return ranks[outcome];
}

void gj_judging_note(gj_judging *judging, gj_outcome outcome, gj_slice because, gj_words why)
{
    gj_verdict *verdict = &judging->verdict;
    int order = rank(outcome) - rank(verdict->outcome);
    if (order > 0 || (order == 0 && verdict->because.len == 0 && because.len > 0))
        *verdict = (gj_verdict){ outcome, because, why };
}

/* What is worth keeping when there is too much: failures before reviews, then by severity. */
static int weight(const gj_draft *draft)
{
    return (draft->outcome == GJ_FAIL ? GJ_ERROR + 1 : 0) + (int)draft->severity;
}

static void replace_lightest(gj_judging *judging, gj_draft *draft)
{
    gj_draft **items = judging->drafts.items;
    size_t lightest = judging->drafts.count - 1;
    for (size_t i = judging->drafts.count; i-- > judging->first_draft;)
        if (weight(items[i]) < weight(items[lightest]))
            lightest = i;
    judging->cut++;
    if (weight(draft) <= weight(items[lightest]))
        return;
    memmove(&items[lightest], &items[lightest + 1], (judging->drafts.count - lightest - 1) * sizeof *items);
    items[judging->drafts.count - 1] = draft;
}

bool gj_judging_add(gj_judging *judging, gj_draft *draft)
{
    if (judging->drafts.count - judging->first_draft >= GJ_MAX_FINDINGS_PER_RULE) {
        replace_lightest(judging, draft);
        return true;
    }
    gj_draft **kept = GJ_PUSH(judging->arena, &judging->drafts);
    if (kept)
        *kept = draft;
    return kept != NULL;
}
