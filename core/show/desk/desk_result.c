/* desk_result.c - a record as a result again, as far as the page of reports needs it: the findings with their ground from the ruleset at hand. */
#include "desk_page.h"

/* The ground of a rule of ours; a record made with another ruleset may name one that we have not. */
static bool ground(gj_arena *arena, const gj_desk_page *p, gj_finding *f, const gj_rule *rule)
{
    if (!rule)
        return true;
    const gj_clause **clauses = GJ_ARRAY(arena, rule->clause_count, const gj_clause *);
    f->clauses = GJ_ARRAY(arena, rule->clause_count, gj_slice);
    f->basis = GJ_ARRAY(arena, rule->clause_count, gj_words);
    f->name = rule->name;
    f->title = rule->title;
    if (!clauses || !f->clauses || !f->basis)
        return false;
    f->clause_count = gj_rule_basis(p->options->ruleset, rule, p->c->year, clauses);
    for (size_t i = 0; i < f->clause_count; i++) {
        f->clauses[i] = clauses[i]->id;
        f->basis[i] = gj_basis_line(arena, clauses[i]);
        if (!f->basis[i].zh.data || !f->basis[i].en.data)
            return false;
    }
    return true;
}

static bool take(gj_arena *arena, const gj_desk_page *p, gj_finding *out, const gj_record_finding *f)
{
    static const gj_exception_ref excepted; /* a record does not tell the reason */
    *out = (gj_finding){ .rule = f->rule,
                         .outcome = f->outcome,
                         .severity = f->severity,
                         .ground = f->ground,
                         .message = f->message,
                         .remedy = f->remedy,
                         .section = f->section,
                         .place = f->place,
                         .quote = f->quote,
                         .exception = f->excepted ? &excepted : NULL };
    for (size_t i = 0; i < f->fingerprint.len && i + 1 < sizeof out->fingerprint; i++)
        out->fingerprint[i] = f->fingerprint.data[i];
    return ground(arena, p, out, gj_ruleset_rule(p->options->ruleset, f->rule));
}

/* Whether the finding is among the first GJ_DESK_FINDINGS of its rule. */
static bool is_kept(const gj_record *r, size_t index)
{
    size_t before = 0;
    for (size_t i = 0; i < index; i++)
        before += gj_slice_equal(r->findings[i].rule, r->findings[index].rule);
    return before < GJ_DESK_FINDINGS;
}

static void identity(gj_result *out, const gj_desk_page *p, const gj_member *member)
{
    const gj_record *r = &member->record;
    const gj_slice inferred = GJ_LIT("inferred");
    out->path = r->path;
    out->format = r->format;
    for (size_t i = 0; i < r->sha256.len && i + 1 < sizeof out->sha256; i++)
        out->sha256[i] = r->sha256.data[i];
    out->status = r->status;
    out->title = r->title;
    out->year = r->year;
    out->form = r->form;
    out->name = (gj_known_text){ r->name, inferred };
    out->level = (gj_known_text){ r->level, inferred };
    out->kind = (gj_known_text){ r->kind, inferred };
    out->scope = (gj_known_text){ r->scope, inferred };
    out->published = r->published;
    for (int i = 0; i < GJ_PROFILE_COUNT; i++)
        if (gj_slice_is(r->profile, gj_profile_name((gj_profile)i)))
            out->profile = (gj_profile)i;
    if (member->before != GJ_NOT_FOUND)
        out->prior = (gj_prior_ref){ .chosen = GJ_PRIOR_FOUND, .path = p->c->members[member->before].record.path };
    (void)gj_fail(&out->error, GJ_INPUT, GJ_NOWHERE, "%.*s", "%.*s", GJ_ARG(gj_say(r->error, p->lang)));
}

gj_result *gj_desk_result(gj_arena *arena, const gj_desk_page *p, size_t member, bool text)
{
    const gj_record *r = &p->c->members[member].record;
    gj_result *out = GJ_NEW(arena, gj_result);
    const gj_record_finding **kept = GJ_ARRAY(arena, r->finding_count, const gj_record_finding *);
    if (!out || !kept)
        return NULL;
    out->findings = GJ_ARRAY(arena, r->finding_count, gj_finding);
    if (!out->findings)
        return NULL;
    identity(out, p, &p->c->members[member]);
    for (size_t i = 0; i < r->finding_count; i++) {
        if (!is_kept(r, i))
            continue;
        kept[out->finding_count] = &r->findings[i];
        if (!take(arena, p, &out->findings[out->finding_count++], &r->findings[i]))
            return NULL;
    }
    memcpy(out->severities, r->severities, sizeof out->severities);
    memcpy(out->counts, r->counts, sizeof out->counts);
    out->reviews = r->reviews;
    out->excepted = r->excepted;
    out->findings_cut = r->findings_cut;
    return gj_desk_facsimile(arena, r, out, kept, text) ? out : NULL;
}

gj_result *gj_desk_own_result(gj_arena *arena, const gj_desk_page *p)
{
    gj_result *out = GJ_NEW(arena, gj_result);
    if (!out)
        return NULL;
    out->findings = GJ_ARRAY(arena, p->collected->finding_count, gj_finding);
    if (!out->findings)
        return NULL;
    for (size_t i = 0; i < p->collected->finding_count; i++) {
        const gj_collected_finding *f = &p->collected->findings[i];
        gj_finding *finding = &out->findings[out->finding_count++];
        *finding = (gj_finding){ .rule = f->rule->id,
                                 .outcome = f->outcome,
                                 .severity = f->severity,
                                 .ground = f->rule->ground,
                                 .message = f->message,
                                 .remedy = f->remedy,
                                 .place = f->place };
        memcpy(finding->fingerprint, f->fingerprint, sizeof finding->fingerprint);
        if (!ground(arena, p, finding, f->rule))
            return NULL;
    }
    return out;
}
