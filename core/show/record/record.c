#include "record_prior.h"

#include "../../base/utf8.h"
#include "../../bind/signed.h"
#include "../../judge/hidden.h"
#include "../json_writer.h"
#include "../locus.h"
#include "../report/report_json.h"
#include "../report/table_order.h"

typedef struct recorder {
    gj_arena *arena;
    const gj_report *report;
    const gj_result *result;
    gj_json w;
    bool failed;
} recorder;

static void words(gj_json *w, const char *key, gj_words value)
{
    gj_json_object(w, key);
    gj_json_string(w, "zh", value.zh);
    gj_json_string(w, "en", value.en.len ? value.en : value.zh);
    gj_json_object_end(w);
}

static void tool(gj_json *w, const gj_ruleset *ruleset, const gj_result *result)
{
    gj_json_object(w, "tool");
    gj_json_text(w, "version", GJ_VERSION);
    gj_json_object(w, "ruleset");
    gj_json_string(w, "id", ruleset->id);
    gj_json_string(w, "version", ruleset->version);
    gj_json_text(w, "digest", ruleset->digest);
    gj_json_object_end(w);
    gj_json_text(w, "profile", gj_profile_name(result->profile));
    gj_json_object_end(w);
}

static void error(gj_json *w, const gj_result *result)
{
    if (result->status == GJ_CHECKED) {
        gj_json_null(w, "error");
        return;
    }
    gj_words said = { gj_slice_of(result->error.zh), gj_slice_of(result->error.en) };
    words(w, "error", said);
}

static void issuer(recorder *r)
{
    const struct {
        const char *key;
        const gj_known_text *word;
    } known[] = { { "name", &r->result->name },
                  { "level", &r->result->level },
                  { "kind", &r->result->kind },
                  { "scope", &r->result->scope },
                  { "province", &r->result->province } };
    gj_json *w = &r->w;
    gj_slice normal = gj_utf8_fold(r->arena, r->result->name.value);
    r->failed = r->failed || !normal.data;
    gj_json_object(w, "issuer");
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        gj_json_optional(w, known[i].key, known[i].word->value);
    gj_json_optional(w, "normal", normal);
    gj_json_object(w, "origin");
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].word->value.len)
            gj_json_string(w, known[i].key, known[i].word->origin);
    gj_json_object_end(w);
    gj_json_object_end(w);
}

static void identity(recorder *r)
{
    const gj_result *result = r->result;
    gj_json *w = &r->w;
    char date[11];
    gj_json_string(w, "path", result->path);
    gj_json_optional(w, "sha256", gj_slice_of(result->sha256));
    gj_json_text(w, "status", gj_report_status_name(result->status));
    error(w, result);
    gj_json_optional(w, "format", result->format);
    gj_json_optional(w, "title", result->title);
    gj_json_place(w, "year", result->year > 0 ? (size_t)result->year : 0);
    gj_json_optional(w, "form", result->form);
    issuer(r);
    gj_json_optional(w, "published", result->published);
    gj_json_optional(w, "signed",
                     r->report && gj_signed_date(r->report, date) ? gj_slice_of(date) : (gj_slice){ NULL, 0 });
}

/* A number as it is; a blank null; what is no number says what it is. */
static void cell(gj_json *w, const char *key, const gj_cell *cell)
{
    const char *state = cell->kind == GJ_CELL_DASH ? "dash" : cell->kind == GJ_CELL_TEXT ? "text" : "unread";
    switch (cell->kind) {
    case GJ_CELL_INTEGER:
    case GJ_CELL_DECIMAL:
        gj_json_decimal(w, key, cell->value);
        return;
    case GJ_CELL_BLANK:
        gj_json_null(w, key);
        return;
    case GJ_CELL_MISSING:
    case GJ_CELL_DASH:
    case GJ_CELL_TEXT:
    case GJ_CELL_UNREAD:
        break;
    }
    gj_json_object(w, key);
    gj_json_string(w, state, cell->lexeme);
    gj_json_object_end(w);
}

static void row(gj_json *w, const gj_bound_table *table, size_t index)
{
    char room[GJ_KEY_ROOM], column[GJ_KEY_ROOM];
    gj_json_object(w, gj_json_key(w, table->form->rows[index].key, room));
    for (size_t c = 0; c < table->form->column_count; c++) {
        const gj_cell *at = gj_table_cell(table, index, c);
        if (gj_table_has_cell(table->form, index, c) && at->kind != GJ_CELL_MISSING)
            cell(w, gj_json_key(w, table->form->columns[c].key, column), at);
    }
    gj_json_object_end(w);
}

static void tables(recorder *r)
{
    gj_json *w = &r->w;
    char room[GJ_KEY_ROOM];
    gj_json_object(w, "tables");
    for (size_t i = 0; r->report && i < r->report->table_count; i++) {
        const gj_bound_table *table = &r->report->tables[i];
        if (!table->present)
            continue;
        gj_json_object(w, gj_json_key(w, table->form->key, room));
        gj_json_string(w, "form", table->form_used->id);
        gj_json_object(w, "cells");
        for (size_t k = 0; k < table->form->row_count; k++)
            if (table->rows[k].present)
                row(w, table, k);
        gj_json_object_end(w);
        gj_json_object_end(w);
    }
    gj_json_object_end(w);
}

static void claims(recorder *r)
{
    static const char *const certainties[] = { "exact", "about", "at_least" };
    gj_json *w = &r->w;
    gj_json_array(w, "claims");
    for (size_t i = 0; r->report && i < r->report->claim_count; i++) {
        const gj_claim *claim = &r->report->claims[i];
        if (!claim->kind)
            continue;
        gj_json_object(w, NULL);
        gj_json_string(w, "kind", claim->kind->key);
        gj_json_decimal(w, "value", claim->value);
        gj_json_optional(w, "unit", claim->unit);
        gj_json_text(w, "certainty", certainties[claim->certainty]);
        if (claim->year)
            gj_json_count(w, "year", (size_t)claim->year);
        const gj_form_section *section =
            claim->section == GJ_NOT_FOUND ? NULL : r->report->sections[claim->section].form;
        gj_json_optional(w, "section", section ? section->key : (gj_slice){ NULL, 0 });
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
}

/* Paragraphs, section by section in the order of the body; past GJ_MAX_RECORD_TEXT the rest is left out, which is said. */

static void paragraph(recorder *r, const gj_paragraph *at, size_t *left, bool *cut)
{
    gj_slice text = at->text->text;
    if (text.len > *left) {
        *cut = true;
        *left = 0;
        return;
    }
    *left -= text.len;
    text = gj_mask_values(r->arena, r->result->hidden, r->result->hidden_count, text);
    r->failed = r->failed || (at->text->text.len && !text.data);
    gj_json_string(&r->w, NULL, text);
}

static void open_section(recorder *r, size_t index)
{
    gj_json *w = &r->w;
    const gj_section *section = index == GJ_NOT_FOUND ? NULL : &r->report->sections[index];
    gj_slice heading = section ? section->heading.text : (gj_slice){ NULL, 0 };
    gj_json_object(w, NULL);
    gj_json_optional(w, "section", section && section->form ? section->form->key : (gj_slice){ NULL, 0 });
    heading = gj_mask_values(r->arena, r->result->hidden, r->result->hidden_count, heading);
    gj_json_optional(w, "heading", heading);
    gj_json_array(w, "paragraphs");
}

static void text(recorder *r)
{
    gj_json *w = &r->w;
    size_t left = r->result->more_hidden ? 0 : GJ_MAX_RECORD_TEXT, open = GJ_NOT_FOUND;
    bool cut = r->result->more_hidden, first = true;
    gj_json_array(w, "text");
    for (size_t i = 0; r->report && !cut && i < r->report->paragraph_count; i++) {
        const gj_paragraph *at = &r->report->paragraphs[i];
        if (first || at->section != open) {
            if (!first) {
                gj_json_array_end(w);
                gj_json_object_end(w);
            }
            open_section(r, at->section);
            open = at->section;
            first = false;
        }
        paragraph(r, at, &left, &cut);
    }
    if (!first) {
        gj_json_array_end(w);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
    gj_json_bool(w, "text_cut", cut);
}

/* Every selected rule once, under its outcome; then why where another rule or a lack is the reason. */
static void outcomes(recorder *r)
{
    const gj_result *result = r->result;
    gj_json *w = &r->w;
    gj_json_object(w, "outcomes");
    for (int outcome = 0; outcome < GJ_OUTCOMES; outcome++) {
        gj_json_array(w, gj_outcome_name((gj_outcome)outcome));
        for (size_t i = 0; i < result->outcome_count; i++)
            if (result->outcomes[i].outcome == (gj_outcome)outcome)
                gj_json_string(w, NULL, result->outcomes[i].rule);
        gj_json_array_end(w);
    }
    gj_json_object_end(w);
    gj_json_object(w, "because");
    char room[GJ_KEY_ROOM];
    for (size_t i = 0; i < result->outcome_count; i++)
        if (result->outcomes[i].because.len)
            gj_json_string(w, gj_json_key(w, result->outcomes[i].rule, room), result->outcomes[i].because);
    gj_json_object_end(w);
}

static void strings(gj_json *w, const char *key, const gj_slice *items, size_t count)
{
    gj_json_array(w, key);
    for (size_t i = 0; i < count; i++)
        gj_json_string(w, NULL, items[i]);
    gj_json_array_end(w);
}

static void finding(gj_json *w, const gj_finding *f)
{
    const gj_mark none = { 0 };
    const gj_mark *mark = f->mark_count ? &f->marks[0] : &none;
    gj_json_object(w, NULL);
    gj_json_string(w, "rule", f->rule);
    gj_json_text(w, "outcome", gj_outcome_name(f->outcome));
    gj_json_text(w, "severity", gj_severity_name(f->severity));
    gj_json_text(w, "ground", gj_ground_name(f->ground));
    words(w, "message", f->message);
    words(w, "remedy", f->remedy);
    gj_json_optional(w, "section", f->section);
    gj_json_optional(w, "place", f->place);
    gj_json_optional(w, "quote", f->quote);
    gj_json_place(w, "line", gj_mark_line(mark));
    gj_json_place(w, "column", gj_mark_line(mark) ? mark->column : 0);
    gj_json_locus(w, GJ_ZH, &mark->at);
    gj_json_array(w, "cells");
    for (size_t i = 0; i < f->cell_count; i++) {
        gj_json_object(w, NULL);
        gj_json_string(w, "table", f->cells[i].table);
        gj_json_string(w, "row", f->cells[i].row);
        gj_json_string(w, "column", f->cells[i].column);
        gj_json_string(w, "text", f->cells[i].text);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
    strings(w, "also", f->also, f->also_count);
    gj_json_text(w, "fingerprint", f->fingerprint);
    gj_json_bool(w, "excepted", f->exception != NULL);
    gj_json_object_end(w);
}

static void findings(recorder *r)
{
    gj_json *w = &r->w;
    gj_json_array(w, "findings");
    for (size_t i = 0; i < r->result->finding_count; i++)
        finding(w, &r->result->findings[i]);
    gj_json_array_end(w);
    gj_json_count(w, "findings_cut", r->result->findings_cut);
    gj_json_count(w, "reviews", r->result->reviews);
}

gj_status gj_show_record(gj_arena *arena, const gj_ruleset *ruleset, const gj_report *report, const gj_result *result,
                         const gj_judge_options *options, gj_buffer *out)
{
    recorder r = { .arena = arena, .report = report, .result = result };
    gj_json_begin(&r.w, out, true);
    gj_json_object(&r.w, NULL);
    gj_json_text(&r.w, "schema", GJ_RECORD_SCHEMA);
    tool(&r.w, ruleset, result);
    identity(&r);
    tables(&r);
    claims(&r);
    text(&r);
    outcomes(&r);
    gj_record_prior_rules(&r.w, ruleset, result, options);
    findings(&r);
    gj_json_object_end(&r.w);
    gj_buffer_byte(out, '\n');
    return r.failed ? GJ_NOMEM : out->failed;
}
