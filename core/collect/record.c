/* record.c - a facts record from its line. */
#include "../bind/signed.h"
#include "record_private.h"

static const char *outcome_name(int i)
{
    return gj_outcome_name((gj_outcome)i);
}

static const char *severity_name(int i)
{
    return gj_severity_name((gj_severity)i);
}

static const char *ground_name(int i)
{
    return gj_ground_name((gj_ground)i);
}

static const char *status_name(int i)
{
    return gj_report_status_name((gj_report_status)i);
}

static gj_status read_identity(gj_record_reader *r)
{
    gj_record *out = r->out;
    size_t tool = gj_record_member(r, 0, "tool", GJ_JSON_OBJECT),
           issuer = gj_record_member(r, 0, "issuer", GJ_JSON_OBJECT);
    if (tool == GJ_NOT_FOUND || issuer == GJ_NOT_FOUND)
        return gj_record_fault(r, 0, tool == GJ_NOT_FOUND ? "tool" : "issuer");
    size_t ruleset = gj_record_member(r, tool, "ruleset", GJ_JSON_OBJECT);
    size_t status = gj_record_choice(gj_record_string(r, 0, "status"), status_name, GJ_NOT_CHECKED + 1);
    if (status > GJ_NOT_CHECKED)
        return gj_record_fault(r, 0, "status");
    out->status = (gj_report_status)status;
    out->version = gj_record_string(r, tool, "version");
    out->profile = gj_record_string(r, tool, "profile");
    out->ruleset = gj_record_string(r, ruleset, "id");
    out->digest = gj_record_string(r, ruleset, "digest");
    out->path = gj_record_string(r, 0, "path");
    out->sha256 = gj_record_string(r, 0, "sha256");
    out->error = gj_record_words(r, 0, "error");
    out->format = gj_record_string(r, 0, "format");
    out->title = gj_record_string(r, 0, "title");
    out->form = gj_record_string(r, 0, "form");
    out->year = (int)(gj_record_count(r, 0, "year") % 10000);
    out->name = gj_record_string(r, issuer, "name");
    out->normal = gj_record_string(r, issuer, "normal");
    out->level = gj_record_string(r, issuer, "level");
    out->kind = gj_record_string(r, issuer, "kind");
    out->scope = gj_record_string(r, issuer, "scope");
    out->province = gj_record_string(r, issuer, "province");
    out->published = gj_record_string(r, 0, "published");
    if (!gj_date_read(out->published, out->published_on))
        out->published_on[0] = '\0';
    if (!gj_date_read(gj_record_string(r, 0, "signed"), out->signed_on))
        out->signed_on[0] = '\0';
    return out->path.len ? GJ_OK : gj_record_fault(r, 0, "path");
}

/* A list of strings; others among them are passed over. */
static gj_status read_text(gj_record_reader *r)
{
    size_t list = gj_record_member(r, 0, "text", GJ_JSON_ARRAY);
    if (list == GJ_NOT_FOUND)
        return gj_record_fault(r, 0, "text");
    gj_record *out = r->out;
    out->parts = GJ_ARRAY(r->arena, r->json->nodes[list].children, gj_record_part);
    if (!out->parts)
        return gj_fail_nomem(r->err);
    for (size_t i = gj_json_first(r->json, list); i != GJ_NOT_FOUND; i = r->json->nodes[i].next) {
        gj_record_part *part = &out->parts[out->part_count++];
        part->section = gj_record_string(r, i, "section");
        part->heading = gj_record_string(r, i, "heading");
        GJ_TRY(
            gj_record_strings(r, gj_record_member(r, i, "paragraphs", GJ_JSON_ARRAY), &part->paragraphs, &part->count));
    }
    out->text_cut = gj_record_truth(r, 0, "text_cut");
    return GJ_OK;
}

static gj_decimal number(const gj_record_reader *r, size_t node, const char *key)
{
    size_t at = gj_record_member(r, node, key, GJ_JSON_NUMBER);
    gj_number read = gj_number_read(at == GJ_NOT_FOUND ? GJ_LIT("0") : r->json->nodes[at].text);
    return read.kind == GJ_CELL_INTEGER || read.kind == GJ_CELL_DECIMAL ? read.value : 0;
}

static gj_status read_claims(gj_record_reader *r)
{
    size_t list = gj_record_member(r, 0, "claims", GJ_JSON_ARRAY);
    if (list == GJ_NOT_FOUND)
        return gj_record_fault(r, 0, "claims");
    r->out->claims = GJ_ARRAY(r->arena, r->json->nodes[list].children, gj_record_claim);
    if (!r->out->claims)
        return gj_fail_nomem(r->err);
    for (size_t i = gj_json_first(r->json, list); i != GJ_NOT_FOUND; i = r->json->nodes[i].next)
        r->out->claims[r->out->claim_count++] =
            (gj_record_claim){ .kind = gj_record_string(r, i, "kind"),
                               .section = gj_record_string(r, i, "section"),
                               .value = number(r, i, "value"),
                               .exact = gj_slice_is(gj_record_string(r, i, "certainty"), "exact"),
                               .year = (int)gj_record_count(r, i, "year") };
    return GJ_OK;
}

/* What a config said of the rules that ask for last year's report. */
static gj_status read_configured(gj_record_reader *r)
{
    gj_record *out = r->out;
    size_t severities = gj_record_member(r, 0, "prior_severities", GJ_JSON_OBJECT);
    size_t exceptions = gj_record_member(r, 0, "prior_exceptions", GJ_JSON_ARRAY);
    size_t severity_room = severities == GJ_NOT_FOUND ? 0 : r->json->nodes[severities].children;
    size_t exception_room = exceptions == GJ_NOT_FOUND ? 0 : r->json->nodes[exceptions].children;
    out->prior_severities = GJ_ARRAY(r->arena, severity_room, gj_severity_override);
    out->prior_exceptions = GJ_ARRAY(r->arena, exception_room, gj_exception);
    if (!out->prior_severities || !out->prior_exceptions)
        return gj_fail_nomem(r->err);
    for (size_t i = severity_room ? gj_json_first(r->json, severities) : GJ_NOT_FOUND; i != GJ_NOT_FOUND;
         i = r->json->nodes[i].next) {
        size_t severity = gj_record_choice(r->json->nodes[i].text, severity_name, GJ_ERROR + 1);
        if (severity > GJ_ERROR)
            return gj_record_fault(r, i, "prior_severities");
        out->prior_severities[out->prior_severity_count++] =
            (gj_severity_override){ .selector = r->json->nodes[i].key, .severity = (gj_severity)severity };
    }
    for (size_t i = exception_room ? gj_json_first(r->json, exceptions) : GJ_NOT_FOUND; i != GJ_NOT_FOUND;
         i = r->json->nodes[i].next)
        out->prior_exceptions[out->prior_exception_count++] =
            (gj_exception){ .rule = gj_record_string(r, i, "rule"),
                            .fingerprint = gj_record_string(r, i, "fingerprint"),
                            .cell = gj_record_string(r, i, "cell"),
                            .expires = gj_record_string(r, i, "expires") };
    return GJ_OK;
}

static gj_status read_outcomes(gj_record_reader *r)
{
    gj_record *out = r->out;
    size_t lists = gj_record_member(r, 0, "outcomes", GJ_JSON_OBJECT),
           because = gj_record_member(r, 0, "because", GJ_JSON_OBJECT);
    size_t total = 0;
    if (lists == GJ_NOT_FOUND)
        return gj_record_fault(r, 0, "outcomes");
    for (size_t i = gj_json_first(r->json, lists); i != GJ_NOT_FOUND; i = r->json->nodes[i].next)
        total += r->json->nodes[i].children;
    out->outcomes = GJ_ARRAY(r->arena, total, gj_record_outcome);
    if (!out->outcomes)
        return gj_fail_nomem(r->err);
    for (size_t i = gj_json_first(r->json, lists); i != GJ_NOT_FOUND; i = r->json->nodes[i].next) {
        size_t which = gj_record_choice(r->json->nodes[i].key, outcome_name, GJ_OUTCOMES);
        gj_slice *rules;
        size_t rule_count;
        if (which == GJ_OUTCOMES || r->json->nodes[i].type != GJ_JSON_ARRAY)
            return gj_record_fault(r, i, "outcomes");
        GJ_TRY(gj_record_strings(r, i, &rules, &rule_count));
        for (size_t k = 0; k < rule_count; k++)
            out->outcomes[out->outcome_count++] = (gj_record_outcome){ rules[k], (gj_outcome)which, { NULL, 0 } };
        out->counts[which] += rule_count;
    }
    for (size_t i = because == GJ_NOT_FOUND ? GJ_NOT_FOUND : gj_json_first(r->json, because); i != GJ_NOT_FOUND;
         i = r->json->nodes[i].next)
        for (size_t k = 0; k < out->outcome_count; k++)
            if (r->json->nodes[i].type == GJ_JSON_STRING &&
                gj_slice_equal(out->outcomes[k].rule, r->json->nodes[i].key))
                out->outcomes[k].because = gj_record_text_of(r, i);
    GJ_TRY(gj_record_strings(r, gj_record_member(r, 0, "prior_rules", GJ_JSON_ARRAY), &out->prior_rules,
                             &out->prior_rule_count));
    return read_configured(r);
}

static gj_status read_cells(gj_record_reader *r, size_t list, gj_record_finding *out)
{
    size_t children = list == GJ_NOT_FOUND ? 0 : r->json->nodes[list].children;
    out->cells = GJ_ARRAY(r->arena, children, gj_record_cell_ref);
    if (!out->cells)
        return gj_fail_nomem(r->err);
    for (size_t i = children ? gj_json_first(r->json, list) : GJ_NOT_FOUND; i != GJ_NOT_FOUND;
         i = r->json->nodes[i].next)
        out->cells[out->cell_count++] =
            (gj_record_cell_ref){ gj_record_string(r, i, "table"), gj_record_string(r, i, "row"),
                                  gj_record_string(r, i, "column"), gj_record_string(r, i, "text") };
    return GJ_OK;
}

static gj_status read_finding(gj_record_reader *r, size_t node, gj_record_finding *out)
{
    size_t outcome = gj_record_choice(gj_record_string(r, node, "outcome"), outcome_name, GJ_OUTCOMES);
    size_t severity = gj_record_choice(gj_record_string(r, node, "severity"), severity_name, GJ_ERROR + 1);
    size_t ground = gj_record_choice(gj_record_string(r, node, "ground"), ground_name, GJ_PRACTICE + 1);
    size_t at = gj_record_member(r, node, "at", GJ_JSON_OBJECT);
    out->rule = gj_record_string(r, node, "rule");
    if ((outcome != GJ_FAIL && outcome != GJ_REVIEW) || severity > GJ_ERROR || ground > GJ_PRACTICE || !out->rule.len)
        return gj_record_fault(r, node, "findings");
    out->outcome = (gj_outcome)outcome;
    out->severity = (gj_severity)severity;
    out->ground = (gj_ground)ground;
    out->message = gj_record_words(r, node, "message");
    out->remedy = gj_record_words(r, node, "remedy");
    out->section = gj_record_string(r, node, "section");
    out->place = gj_record_string(r, node, "place");
    out->quote = gj_record_string(r, node, "quote");
    out->line = gj_record_count(r, node, "line");
    out->column = gj_record_count(r, node, "column");
    out->at = gj_record_string(r, at, "text");
    out->fingerprint = gj_record_string(r, node, "fingerprint");
    out->excepted = gj_record_truth(r, node, "excepted");
    return read_cells(r, gj_record_member(r, node, "cells", GJ_JSON_ARRAY), out);
}

static gj_status read_findings(gj_record_reader *r)
{
    gj_record *out = r->out;
    size_t list = gj_record_member(r, 0, "findings", GJ_JSON_ARRAY);
    if (list == GJ_NOT_FOUND)
        return gj_record_fault(r, 0, "findings");
    out->findings = GJ_ARRAY(r->arena, r->json->nodes[list].children, gj_record_finding);
    if (!out->findings)
        return gj_fail_nomem(r->err);
    for (size_t i = gj_json_first(r->json, list); i != GJ_NOT_FOUND; i = r->json->nodes[i].next) {
        gj_record_finding *finding = &out->findings[out->finding_count++];
        GJ_TRY(read_finding(r, i, finding));
        if (finding->excepted)
            out->excepted++;
        else if (finding->outcome == GJ_FAIL)
            out->severities[finding->severity]++;
    }
    out->findings_cut = gj_record_count(r, 0, "findings_cut");
    out->reviews = gj_record_count(r, 0, "reviews");
    return GJ_OK;
}

static gj_status read_all(gj_record_reader *r, const gj_forms *forms)
{
    if (!gj_slice_is(gj_record_string(r, 0, "schema"), "gouji/record@1"))
        return gj_record_fault(r, 0, "schema (gouji/record@1)");
    GJ_TRY(read_identity(r));
    size_t tables = gj_record_member(r, 0, "tables", GJ_JSON_OBJECT);
    if (tables == GJ_NOT_FOUND)
        return gj_record_fault(r, 0, "tables");
    GJ_TRY(gj_record_read_tables(r->arena, forms, r->json, tables, r->out, r->err));
    GJ_TRY(read_text(r));
    GJ_TRY(read_claims(r));
    GJ_TRY(read_outcomes(r));
    return read_findings(r);
}

gj_status gj_record_read(gj_arena *arena, const gj_forms *forms, gj_slice line, gj_record *out, gj_error *err)
{
    gj_source *source = NULL;
    gj_json_tree json;
    *out = (gj_record){ .line = line };
    gj_arena *nodes = gj_arena_new(0);
    if (!nodes)
        return gj_fail_nomem(err);
    gj_status status = gj_source_open(nodes, GJ_LIT(""), line, &source, err);
    if (status == GJ_OK)
        status = gj_json_parse(nodes, source, &json, err);
    if (status == GJ_OK) {
        gj_record_reader r = { arena, &json, out, err, false };
        status = read_all(&r, forms);
        if (status == GJ_OK && r.nomem)
            status = gj_fail_nomem(err);
        if (status == GJ_INPUT)
            gj_error_locate(err, source);
    }
    gj_arena_free(nodes);
    return status;
}
