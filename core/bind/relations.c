/* relations.c - paragraph by paragraph: tokens, then changes, shares and lists, each leaving its numbers to the next. */
#include "relation_work.h"

gj_relation *gj_relation_new(gj_relation_work *work, gj_relation_kind kind, bool *full)
{
    *full = work->relations.count >= GJ_MAX_RELATIONS;
    gj_relation *relation = *full ? NULL : GJ_PUSH(work->arena, &work->relations);
    if (relation)
        relation->kind = kind;
    return relation;
}

static bool opens_list(const gj_relation_work *work, size_t token)
{
    return gj_token_is(work, token, GJ_JOINT_OPENS) || gj_token_is(work, token, GJ_JOINT_DIVIDES);
}

bool gj_token_opens_again(const gj_relation_work *work, size_t token)
{
    return token && opens_list(work, token - 1) && work->tokens.items[token - 1].end == work->tokens.items[token].begin;
}

/* 其中 and its like, brackets after a number, 共, and last the lists that no word marks. */
gj_status gj_relation_lists(gj_relation_work *work)
{
    for (size_t i = 0; i < work->tokens.count;) {
        size_t next = i + 1;
        if (opens_list(work, i) && !gj_token_opens_again(work, i))
            GJ_TRY(gj_list_opened(work, i, &next));
        i = next;
    }
    for (size_t i = 0; i + 1 < work->tokens.count; i++)
        if (gj_token_is(work, i, GJ_JOINT_TOTAL) && gj_token_counts(work, i + 1) && gj_token_opens_total(work, i) &&
            !work->tokens.items[i + 1].whole)
            GJ_TRY(gj_list_backward(work, i + 1));
    for (size_t i = 0; i + 2 < work->tokens.count; i++) {
        const gj_token *next = &work->tokens.items[i + 1];
        bool follows = next->type == GJ_TOKEN_OPEN || next->type == GJ_TOKEN_COMMA || next->type == GJ_TOKEN_COLON;
        if (follows && gj_token_counts(work, i) && (next->type == GJ_TOKEN_OPEN || !work->tokens.items[i].whole))
            GJ_TRY(gj_list_plain(work, i, i + 2));
    }
    return GJ_OK;
}

static gj_status read_paragraph(gj_relation_work *work)
{
    bool worth;
    GJ_TRY(gj_relation_lex(work, &worth));
    if (!worth)
        return GJ_OK;
    work->first_relation = work->relations.count;
    GJ_TRY(gj_relation_changes(work));
    GJ_TRY(gj_relation_find_shares(work));
    GJ_TRY(gj_relation_lists(work));
    return gj_relation_settle_shares(work);
}

gj_status gj_bind_relations(gj_arena *arena, gj_report *report, gj_error *err)
{
    gj_relation_work work = { .arena = arena, .report = report, .err = err, .joints = &report->forms->joints };
    if (!work.joints->word_count)
        return GJ_OK;
    for (size_t i = 0; i < report->claim_count; i = work.end_claim) {
        work.paragraph = report->claims[i].paragraph;
        work.first_claim = i;
        for (work.end_claim = i;
             work.end_claim < report->claim_count && report->claims[work.end_claim].paragraph == work.paragraph;)
            work.end_claim++;
        work.text = report->paragraphs[work.paragraph].text->text;
        GJ_TRY(read_paragraph(&work));
    }
    report->relations = work.relations.items;
    report->relation_count = work.relations.count;
    return GJ_OK;
}
