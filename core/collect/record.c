/* record.c - a facts record from its line. */
#include "../bind/signed.h"
#include "record_private.h"

typedef struct reader {
    gj_arena *arena;
    const gj_json_tree *json;
    gj_record *out;
    gj_error *err;
    bool nomem;
} reader;

/* The node's text. One that had escapes lives with the nodes, which do not stay. */
static gj_slice text_of(reader *r, size_t node)
{
    const gj_json_node *n = &r->json->nodes[node];
    if (!n->escaped)
        return n->text;
    gj_slice copy = gj_arena_copy(r->arena, n->text);
    r->nomem = r->nomem || !copy.data;
    return copy;
}

static gj_status fail(reader *r, size_t node, const char *what)
{
    return gj_fail(r->err, GJ_INPUT, node == GJ_NOT_FOUND ? 0 : r->json->nodes[node].span.begin,
                   "不是完整的事实记录：%s 缺少或不对；请用 gouji check --facts 重新生成",
                   "not a whole facts record: %s is missing or wrong; make it again with gouji check --facts", what);
}

static size_t member(const reader *r, size_t node, const char *key, gj_json_type type)
{
    size_t at = gj_json_member(r->json, node, key);
    return at != GJ_NOT_FOUND && r->json->nodes[at].type == type ? at : GJ_NOT_FOUND;
}

/* A string, or empty where there is none or null. */
static gj_slice string(reader *r, size_t node, const char *key)
{
    size_t at = node == GJ_NOT_FOUND ? GJ_NOT_FOUND : member(r, node, key, GJ_JSON_STRING);
    return at == GJ_NOT_FOUND ? (gj_slice){ NULL, 0 } : text_of(r, at);
}

/* A count of at most nine digits, 0 where there is none. */
static size_t count(const reader *r, size_t node, const char *key)
{
    size_t at = member(r, node, key, GJ_JSON_NUMBER), value = 0;
    gj_slice text = at == GJ_NOT_FOUND ? (gj_slice){ NULL, 0 } : r->json->nodes[at].text;
    for (size_t i = 0; i < text.len && i < 9 && text.data[i] >= '0' && text.data[i] <= '9'; i++)
        value = value * 10 + (size_t)(text.data[i] - '0');
    return value;
}

static bool truth(const reader *r, size_t node, const char *key)
{
    size_t at = member(r, node, key, GJ_JSON_BOOL);
    return at != GJ_NOT_FOUND && gj_slice_is(r->json->nodes[at].text, "true");
}

static gj_words words(reader *r, size_t node, const char *key)
{
    size_t at = member(r, node, key, GJ_JSON_OBJECT);
    gj_words out = { string(r, at, "zh"), string(r, at, "en") };
    return out;
}

/* Index of the word among `count` names; `count` where it is none of them. */
static size_t choice(gj_slice word, const char *(*name)(int), size_t count_)
{
    size_t i = 0;
    while (i < count_ && !gj_slice_is(word, name((int)i)))
        i++;
    return i;
}

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

static gj_status read_identity(reader *r)
{
    gj_record *out = r->out;
    size_t tool = member(r, 0, "tool", GJ_JSON_OBJECT), issuer = member(r, 0, "issuer", GJ_JSON_OBJECT);
    if (tool == GJ_NOT_FOUND || issuer == GJ_NOT_FOUND)
        return fail(r, 0, tool == GJ_NOT_FOUND ? "tool" : "issuer");
    size_t ruleset = member(r, tool, "ruleset", GJ_JSON_OBJECT);
    size_t status = choice(string(r, 0, "status"), status_name, GJ_NOT_CHECKED + 1);
    if (status > GJ_NOT_CHECKED)
        return fail(r, 0, "status");
    out->status = (gj_report_status)status;
    out->version = string(r, tool, "version");
    out->profile = string(r, tool, "profile");
    out->ruleset = string(r, ruleset, "id");
    out->digest = string(r, ruleset, "digest");
    out->path = string(r, 0, "path");
    out->sha256 = string(r, 0, "sha256");
    out->error = words(r, 0, "error");
    out->format = string(r, 0, "format");
    out->title = string(r, 0, "title");
    out->form = string(r, 0, "form");
    out->year = (int)(count(r, 0, "year") % 10000);
    out->name = string(r, issuer, "name");
    out->normal = string(r, issuer, "normal");
    out->level = string(r, issuer, "level");
    out->kind = string(r, issuer, "kind");
    out->scope = string(r, issuer, "scope");
    out->province = string(r, issuer, "province");
    out->published = string(r, 0, "published");
    if (!gj_date_read(out->published, out->published_on))
        out->published_on[0] = '\0';
    if (!gj_date_read(string(r, 0, "signed"), out->signed_on))
        out->signed_on[0] = '\0';
    return out->path.len ? GJ_OK : fail(r, 0, "path");
}

/* A list of strings; others among them are passed over. */
static gj_status strings(reader *r, size_t node, gj_slice **out, size_t *out_count)
{
    size_t children = node == GJ_NOT_FOUND ? 0 : r->json->nodes[node].children;
    *out = GJ_ARRAY(r->arena, children, gj_slice);
    *out_count = 0;
    if (!*out)
        return gj_fail_nomem(r->err);
    for (size_t i = children ? gj_json_first(r->json, node) : GJ_NOT_FOUND; i != GJ_NOT_FOUND;
         i = r->json->nodes[i].next)
        if (r->json->nodes[i].type == GJ_JSON_STRING)
            (*out)[(*out_count)++] = text_of(r, i);
    return GJ_OK;
}

static gj_status read_text(reader *r)
{
    size_t list = member(r, 0, "text", GJ_JSON_ARRAY);
    if (list == GJ_NOT_FOUND)
        return fail(r, 0, "text");
    gj_record *out = r->out;
    out->parts = GJ_ARRAY(r->arena, r->json->nodes[list].children, gj_record_part);
    if (!out->parts)
        return gj_fail_nomem(r->err);
    for (size_t i = gj_json_first(r->json, list); i != GJ_NOT_FOUND; i = r->json->nodes[i].next) {
        gj_record_part *part = &out->parts[out->part_count++];
        part->section = string(r, i, "section");
        part->heading = string(r, i, "heading");
        GJ_TRY(strings(r, member(r, i, "paragraphs", GJ_JSON_ARRAY), &part->paragraphs, &part->count));
    }
    out->text_cut = truth(r, 0, "text_cut");
    return GJ_OK;
}

static gj_decimal number(const reader *r, size_t node, const char *key)
{
    size_t at = member(r, node, key, GJ_JSON_NUMBER);
    gj_number read = gj_number_read(at == GJ_NOT_FOUND ? GJ_LIT("0") : r->json->nodes[at].text);
    return read.kind == GJ_CELL_INTEGER || read.kind == GJ_CELL_DECIMAL ? read.value : 0;
}

static gj_status read_claims(reader *r)
{
    size_t list = member(r, 0, "claims", GJ_JSON_ARRAY);
    if (list == GJ_NOT_FOUND)
        return fail(r, 0, "claims");
    r->out->claims = GJ_ARRAY(r->arena, r->json->nodes[list].children, gj_record_claim);
    if (!r->out->claims)
        return gj_fail_nomem(r->err);
    for (size_t i = gj_json_first(r->json, list); i != GJ_NOT_FOUND; i = r->json->nodes[i].next)
        r->out->claims[r->out->claim_count++] =
            (gj_record_claim){ .kind = string(r, i, "kind"),
                               .section = string(r, i, "section"),
                               .value = number(r, i, "value"),
                               .exact = gj_slice_is(string(r, i, "certainty"), "exact"),
                               .year = (int)count(r, i, "year") };
    return GJ_OK;
}

static gj_status read_outcomes(reader *r)
{
    gj_record *out = r->out;
    size_t lists = member(r, 0, "outcomes", GJ_JSON_OBJECT), because = member(r, 0, "because", GJ_JSON_OBJECT);
    size_t total = 0;
    if (lists == GJ_NOT_FOUND)
        return fail(r, 0, "outcomes");
    for (size_t i = gj_json_first(r->json, lists); i != GJ_NOT_FOUND; i = r->json->nodes[i].next)
        total += r->json->nodes[i].children;
    out->outcomes = GJ_ARRAY(r->arena, total, gj_record_outcome);
    if (!out->outcomes)
        return gj_fail_nomem(r->err);
    for (size_t i = gj_json_first(r->json, lists); i != GJ_NOT_FOUND; i = r->json->nodes[i].next) {
        size_t which = choice(r->json->nodes[i].key, outcome_name, GJ_OUTCOMES);
        gj_slice *rules;
        size_t rule_count;
        if (which == GJ_OUTCOMES || r->json->nodes[i].type != GJ_JSON_ARRAY)
            return fail(r, i, "outcomes");
        GJ_TRY(strings(r, i, &rules, &rule_count));
        for (size_t k = 0; k < rule_count; k++)
            out->outcomes[out->outcome_count++] = (gj_record_outcome){ rules[k], (gj_outcome)which, { NULL, 0 } };
        out->counts[which] += rule_count;
    }
    for (size_t i = because == GJ_NOT_FOUND ? GJ_NOT_FOUND : gj_json_first(r->json, because); i != GJ_NOT_FOUND;
         i = r->json->nodes[i].next)
        for (size_t k = 0; k < out->outcome_count; k++)
            if (r->json->nodes[i].type == GJ_JSON_STRING &&
                gj_slice_equal(out->outcomes[k].rule, r->json->nodes[i].key))
                out->outcomes[k].because = text_of(r, i);
    return strings(r, member(r, 0, "prior_rules", GJ_JSON_ARRAY), &out->prior_rules, &out->prior_rule_count);
}

static gj_status read_cells(reader *r, size_t list, gj_record_finding *out)
{
    size_t children = list == GJ_NOT_FOUND ? 0 : r->json->nodes[list].children;
    out->cells = GJ_ARRAY(r->arena, children, gj_record_cell_ref);
    if (!out->cells)
        return gj_fail_nomem(r->err);
    for (size_t i = children ? gj_json_first(r->json, list) : GJ_NOT_FOUND; i != GJ_NOT_FOUND;
         i = r->json->nodes[i].next)
        out->cells[out->cell_count++] = (gj_record_cell_ref){ string(r, i, "table"), string(r, i, "row"),
                                                              string(r, i, "column"), string(r, i, "text") };
    return GJ_OK;
}

static gj_status read_finding(reader *r, size_t node, gj_record_finding *out)
{
    size_t outcome = choice(string(r, node, "outcome"), outcome_name, GJ_OUTCOMES);
    size_t severity = choice(string(r, node, "severity"), severity_name, GJ_ERROR + 1);
    size_t ground = choice(string(r, node, "ground"), ground_name, GJ_PRACTICE + 1);
    size_t at = member(r, node, "at", GJ_JSON_OBJECT);
    out->rule = string(r, node, "rule");
    if ((outcome != GJ_FAIL && outcome != GJ_REVIEW) || severity > GJ_ERROR || ground > GJ_PRACTICE || !out->rule.len)
        return fail(r, node, "findings");
    out->outcome = (gj_outcome)outcome;
    out->severity = (gj_severity)severity;
    out->ground = (gj_ground)ground;
    out->message = words(r, node, "message");
    out->remedy = words(r, node, "remedy");
    out->section = string(r, node, "section");
    out->place = string(r, node, "place");
    out->quote = string(r, node, "quote");
    out->line = count(r, node, "line");
    out->column = count(r, node, "column");
    out->at = string(r, at, "text");
    out->fingerprint = string(r, node, "fingerprint");
    out->excepted = truth(r, node, "excepted");
    return read_cells(r, member(r, node, "cells", GJ_JSON_ARRAY), out);
}

static gj_status read_findings(reader *r)
{
    gj_record *out = r->out;
    size_t list = member(r, 0, "findings", GJ_JSON_ARRAY);
    if (list == GJ_NOT_FOUND)
        return fail(r, 0, "findings");
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
    out->findings_cut = count(r, 0, "findings_cut");
    out->reviews = count(r, 0, "reviews");
    return GJ_OK;
}

static gj_status read_all(reader *r, const gj_forms *forms)
{
    if (!gj_slice_is(string(r, 0, "schema"), "gouji/record@1"))
        return fail(r, 0, "schema (gouji/record@1)");
    GJ_TRY(read_identity(r));
    size_t tables = member(r, 0, "tables", GJ_JSON_OBJECT);
    if (tables == GJ_NOT_FOUND)
        return fail(r, 0, "tables");
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
        reader r = { arena, &json, out, err, false };
        status = read_all(&r, forms);
        if (status == GJ_OK && r.nomem)
            status = gj_fail_nomem(err);
        if (status == GJ_INPUT)
            gj_error_locate(err, source);
    }
    gj_arena_free(nodes);
    return status;
}
