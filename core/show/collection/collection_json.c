/* collection_json.c - everything that is known of a collection, for machines. */
#include "collection.h"
#include "copying_view.h"

static void counts(gj_json *w, const gj_collected *collected, gj_fail_on fail_on)
{
    gj_collection_counts n = gj_count_collection(collected, fail_on);
    const struct {
        const char *key;
        size_t value;
    } members[] = { { "units", n.listed },
                    { "reported", n.reported },
                    { "asked", n.asked },
                    { "missing", n.missing },
                    { "unlisted", n.unlisted },
                    { "reports", n.reports },
                    { "clean", n.clean },
                    { "failed", n.failed },
                    { "to_review", n.to_review },
                    { "unreadable", n.unreadable },
                    { "not_checked", n.not_checked },
                    { "other_years", n.other_years },
                    { "questions", collected->collection->questions.count },
                    { "findings", collected->finding_count },
                    { "findings_cut", collected->findings_cut } };
    gj_json_object(w, "summary");
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        gj_json_count(w, members[i].key, members[i].value);
    gj_json_object_inline(w, "severities");
    for (int s = GJ_ERROR; s >= GJ_INFO; s--)
        gj_json_count(w, gj_severity_name((gj_severity)s), n.severities[s]);
    gj_json_object_end(w);
    gj_json_object_inline(w, "outcomes");
    for (int i = 0; i < GJ_OUTCOMES; i++)
        gj_json_count(w, gj_outcome_name((gj_outcome)i), collected->counts[i]);
    gj_json_object_end(w);
    gj_json_count(w, "deselected", collected->deselected);
    gj_json_object_end(w);
}

static void names(gj_json *w, const char *key, const gj_collection *c, const size_t *units, size_t count)
{
    gj_json_array_inline(w, key);
    for (size_t i = 0; i < count; i++)
        gj_json_string(w, NULL, c->units[units[i]].name);
    gj_json_array_end(w);
}

static void unit(gj_json *w, const gj_collection *c, const gj_unit *u)
{
    gj_json_object(w, NULL);
    gj_json_string(w, "name", u->name);
    gj_json_bool(w, "listed", u->entry != NULL);
    gj_json_text(w, "status",
                 u->member_count ? (u->member_count > 1 ? "several" : "reported") : (u->asked ? "asked" : "missing"));
    gj_json_optional(w, "level", u->level);
    gj_json_optional(w, "kind", u->kind);
    gj_json_optional(w, "deadline", u->entry ? gj_slice_of(u->entry->deadline) : (gj_slice){ NULL, 0 });
    gj_json_optional(w, "parent", u->entry ? u->entry->parent : (gj_slice){ NULL, 0 });
    gj_json_bool(w, "in_aggregate", u->in_aggregate);
    gj_json_bool(w, "is_aggregate", u->is_aggregate);
    gj_json_array_inline(w, "reports");
    for (size_t i = 0; i < u->member_count; i++)
        gj_json_string(w, NULL, c->members[u->members[i]].record.path);
    gj_json_array_end(w);
    gj_json_object_end(w);
}

static void report_findings(gj_json *w, const gj_record *r, gj_lang lang)
{
    gj_json_array(w, "findings");
    for (size_t i = 0; i < r->finding_count; i++) {
        const gj_record_finding *f = &r->findings[i];
        gj_json_object_inline(w, NULL);
        gj_json_string(w, "rule", f->rule);
        gj_json_text(w, "outcome", gj_outcome_name(f->outcome));
        gj_json_text(w, "severity", gj_severity_name(f->severity));
        gj_json_string(w, "message", gj_say(f->message, lang));
        gj_json_optional(w, "place", f->place);
        gj_json_place(w, "line", f->line);
        gj_json_place(w, "column", f->column);
        gj_json_optional(w, "at", f->at);
        gj_json_bool(w, "excepted", f->excepted);
        gj_json_string(w, "fingerprint", f->fingerprint);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
}

static void report(gj_json *w, const gj_collection *c, const gj_member *member, const gj_show_options *options)
{
    const gj_record *r = &member->record;
    gj_json_object(w, NULL);
    gj_json_string(w, "path", r->path);
    gj_json_optional(w, "sha256", r->sha256);
    gj_json_text(w, "status", gj_report_status_name(r->status));
    gj_json_text(w, "verdict", gj_verdict_name(gj_verdict_of_record(r, options->fail_on)));
    if (r->status == GJ_CHECKED)
        gj_json_null(w, "error");
    else
        gj_json_string(w, "error", gj_say(r->error, options->lang));
    gj_json_text(w, "part", gj_part_played_name(member->part));
    gj_json_optional(w, "unit", member->unit == GJ_NOT_FOUND ? (gj_slice){ NULL, 0 } : c->units[member->unit].name);
    gj_json_optional(w, "name", r->name);
    gj_json_place(w, "year", r->year > 0 ? (size_t)r->year : 0);
    gj_json_optional(w, "form", r->form);
    gj_json_optional(w, "format", r->format);
    gj_json_optional(w, "published", gj_slice_of(r->published_on));
    gj_json_optional(w, "signed", gj_slice_of(r->signed_on));
    gj_json_optional(w, "prior",
                     member->before == GJ_NOT_FOUND ? (gj_slice){ NULL, 0 } : c->members[member->before].record.path);
    gj_json_object_inline(w, "outcomes");
    for (int i = 0; i < GJ_OUTCOMES; i++)
        gj_json_count(w, gj_outcome_name((gj_outcome)i), r->counts[i]);
    gj_json_object_end(w);
    gj_json_object_inline(w, "severities");
    for (int s = GJ_ERROR; s >= GJ_INFO; s--)
        gj_json_count(w, gj_severity_name((gj_severity)s), r->severities[s]);
    gj_json_object_end(w);
    gj_json_count(w, "reviews", r->reviews);
    gj_json_count(w, "excepted", r->excepted);
    report_findings(w, r, options->lang);
    gj_json_object_end(w);
}

static void question(gj_json *w, const gj_collection *c, const gj_question *q, gj_lang lang)
{
    gj_buffer words;
    gj_buffer_init(&words, 0);
    gj_word_question(&words, c, q, lang);
    gj_json_object(w, NULL);
    gj_json_text(w, "kind", gj_question_kind_name(q->kind));
    gj_json_string(w, "path", c->members[q->member].record.path);
    gj_json_string(w, "text", gj_buffer_slice(&words));
    names(w, "candidates", c, q->candidates, q->candidate_count);
    gj_json_object_end(w);
    if (words.failed)
        w->out->failed = words.failed;
    gj_buffer_free(&words);
}

static void path_of(gj_json *w, const char *key, const gj_rollup_cell *cell)
{
    const gj_form_table *form = cell->table->form;
    gj_json_value(w, key);
    gj_buffer_format(w->out, "\"%.*s.%.*s.%.*s\"", GJ_ARG(form->key), GJ_ARG(form->rows[cell->row].key),
                     GJ_ARG(form->columns[cell->column].key));
}

static void finding(gj_json *w, const gj_collection *c, const gj_collected_finding *f, gj_lang lang)
{
    gj_json_object(w, NULL);
    gj_json_string(w, "rule", f->rule->id);
    gj_json_string(w, "name", f->rule->name);
    gj_json_text(w, "outcome", gj_outcome_name(f->outcome));
    gj_json_text(w, "severity", gj_severity_name(f->severity));
    gj_json_text(w, "ground", gj_ground_name(f->rule->ground));
    gj_json_string(w, "title", gj_say(f->rule->title, lang));
    gj_json_string(w, "message", gj_say(f->message, lang));
    gj_json_array(w, "basis");
    for (size_t i = 0; i < f->basis_count; i++)
        gj_json_string(w, NULL, gj_say(f->basis[i], lang));
    gj_json_array_end(w);
    gj_json_string(w, "remedy", gj_say(f->remedy, lang));
    gj_json_optional(w, "place", f->place);
    names(w, "units", c, f->units, f->unit_count);
    gj_json_array_inline(w, "reports");
    for (size_t i = 0; i < f->member_count; i++)
        gj_json_string(w, NULL, c->members[f->members[i]].record.path);
    gj_json_array_end(w);
    gj_json_array_inline(w, "cells");
    for (size_t i = 0; i < f->cell_count; i++)
        path_of(w, NULL, &c->rollup.cells[f->cells[i]]);
    gj_json_array_end(w);
    gj_json_text(w, "fingerprint", f->fingerprint);
    gj_json_object_end(w);
}

static void rollup(gj_json *w, const gj_collection *c)
{
    const gj_rollup *r = &c->rollup;
    if (!r->made) {
        gj_json_null(w, "rollup");
        return;
    }
    gj_json_object(w, "rollup");
    gj_json_string(w, "total", c->members[c->aggregate].record.path);
    gj_json_count(w, "units", r->units);
    names(w, "absent", c, r->absent, r->absent_count);
    gj_json_optional(w, "explained_by", r->joint == GJ_NOT_FOUND ? (gj_slice){ NULL, 0 } : c->units[r->joint].name);
    gj_json_count(w, "differing", r->differing);
    gj_json_count(w, "open", r->open);
    gj_json_array(w, "cells");
    for (size_t i = 0; i < r->count; i++) {
        const gj_rollup_cell *cell = &r->cells[i];
        gj_json_object_inline(w, NULL);
        path_of(w, "cell", cell);
        if (gj_record_cell_known(cell->cell))
            gj_json_decimal(w, "total", cell->cell->value);
        else
            gj_json_null(w, "total");
        gj_json_decimal(w, "sum", cell->sum);
        gj_json_count(w, "known", cell->known);
        gj_json_count(w, "unknown", cell->unknown);
        gj_json_text(w, "state", gj_rollup_state_name(cell->state));
        gj_json_optional(w, "explained_by",
                         cell->explained_by == GJ_NOT_FOUND ? (gj_slice){ NULL, 0 }
                                                            : c->units[cell->explained_by].name);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
    gj_json_object_end(w);
}

static void tool(gj_json *w, const gj_show_options *options)
{
    gj_json_object(w, "tool");
    gj_json_text(w, "name", "gouji");
    gj_json_string(w, "version", options->version);
    gj_json_object_inline(w, "ruleset");
    gj_json_string(w, "id", options->ruleset->id);
    gj_json_string(w, "version", options->ruleset->version);
    gj_json_text(w, "digest", options->ruleset->digest);
    gj_json_object_end(w);
    gj_json_string(w, "today", options->today);
    gj_json_text(w, "lang", options->lang == GJ_EN ? "en" : "zh");
    gj_json_object_end(w);
}

gj_status gj_show_collection_json(const gj_collected *collected, const gj_show_options *options, gj_buffer *out)
{
    const gj_collection *c = collected->collection;
    gj_json w;
    gj_json_begin(&w, out, false);
    gj_json_object(&w, NULL);
    gj_json_text(&w, "schema", GJ_COLLECTION_SCHEMA);
    tool(&w, options);
    gj_json_place(&w, "year", c->year > 0 ? (size_t)c->year : 0);
    gj_json_bool(&w, "has_roster", c->has_roster);
    counts(&w, collected, options->fail_on);
    gj_json_array(&w, "questions");
    for (size_t i = 0; i < c->questions.count; i++)
        question(&w, c, &c->questions.items[i], options->lang);
    gj_json_array_end(&w);
    gj_json_array(&w, "rule_outcomes");
    for (size_t i = 0; i < collected->outcome_count; i++) {
        const gj_rule_outcome *outcome = &collected->outcomes[i];
        gj_json_object_inline(&w, NULL);
        gj_json_string(&w, "rule", outcome->rule);
        gj_json_text(&w, "outcome", gj_outcome_name(outcome->outcome));
        gj_json_optional(&w, "because", outcome->because);
        if (outcome->why.zh.len)
            gj_json_string(&w, "why", gj_say(outcome->why, options->lang));
        gj_json_object_end(&w);
    }
    gj_json_array_end(&w);
    gj_json_array(&w, "findings");
    for (size_t i = 0; i < collected->finding_count; i++)
        finding(&w, c, &collected->findings[i], options->lang);
    gj_json_array_end(&w);
    rollup(&w, c);
    GJ_TRY(gj_copying_json(&w, c));
    gj_json_array(&w, "units");
    for (size_t i = 0; i < c->unit_count; i++)
        if (c->units[i].entry || c->units[i].member_count)
            unit(&w, c, &c->units[i]);
    gj_json_array_end(&w);
    gj_json_array(&w, "reports");
    for (size_t i = 0; i < c->member_count; i++)
        report(&w, c, &c->members[i], options);
    gj_json_array_end(&w);
    gj_json_object_end(&w);
    gj_buffer_byte(out, '\n');
    return out->failed;
}
