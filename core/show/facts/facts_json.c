/* facts_json.c - facts for machines. */
#include "../json_writer.h"
#include "../locus.h"
#include "facts.h"

static void place(gj_json *w, const gj_report *report, gj_span span, gj_slice pointer, gj_lang lang)
{
    gj_place at = gj_source_place(report->document->source, span.begin);
    gj_json_place(w, "line", at.line);
    gj_json_place(w, "column", at.column);
    gj_json_locus(w, lang, &at.locus);
    gj_json_optional(w, "pointer", pointer);
}

static const char *cell_kind(gj_cell_kind kind)
{
    static const char *const names[] = { "missing", "integer", "decimal", "blank", "dash", "text", "unread" };
    return names[kind];
}

static bool has_value(const gj_cell *cell)
{
    return cell->kind == GJ_CELL_INTEGER || cell->kind == GJ_CELL_DECIMAL;
}

static void value_of(gj_json *w, const char *key, const gj_cell *cell)
{
    if (has_value(cell))
        gj_json_decimal(w, key, cell->value);
    else
        gj_json_null(w, key);
}

/* "requests.new.total" */
static void path_of(gj_json *w, const gj_bound_table *table, size_t row, size_t column)
{
    gj_json_value(w, "cell");
    gj_buffer_format(w->out, "\"%.*s.%.*s.%.*s\"", GJ_ARG(table->form->key), GJ_ARG(table->form->rows[row].key),
                     GJ_ARG(table->form->columns[column].key));
}

static void figures(gj_json *w, const gj_report *report, gj_lang lang)
{
    gj_json_array(w, "cells");
    for (size_t t = 0; t < report->table_count; t++) {
        const gj_bound_table *table = &report->tables[t];
        for (size_t i = 0; table->present && i < table->form->row_count * table->form->column_count; i++) {
            size_t row = i / table->form->column_count, column = i % table->form->column_count;
            if (!(table->form->rows[row].columns >> column & 1))
                continue;
            const gj_cell *cell = &table->cells[i];
            gj_json_object_inline(w, NULL);
            path_of(w, table, row, column);
            gj_json_text(w, "kind", cell_kind(cell->kind));
            gj_json_string(w, "text", cell->lexeme);
            value_of(w, "value", cell);
            const gj_cell *before = gj_facts_prior_cell(report, table, row, column);
            if (before)
                value_of(w, "prior", before);
            if (cell->kind != GJ_CELL_MISSING)
                place(w, report, cell->span, cell->pointer, lang);
            gj_json_object_end(w);
        }
    }
    gj_json_array_end(w);
}

/* One cell of a sum, as the ruleset names it. */
static void term(gj_json *w, const gj_report *report, gj_slice path)
{
    const gj_bound_table *table;
    size_t row, column;
    bool minus = gj_slice_starts(path, GJ_LIT("-"));
    if (minus)
        path = gj_slice_sub(path, 1, path.len);
    gj_json_object_inline(w, NULL);
    gj_json_string(w, "cell", path);
    if (minus)
        gj_json_bool(w, "minus", true);
    if (gj_report_cell(report, path, &table, &row, &column))
        value_of(w, "value", gj_table_cell(table, row, column));
    else
        gj_json_null(w, "value");
    gj_json_object_end(w);
}

static void tie_of(gj_json *w, const gj_report *report, const gj_claim *claim, gj_lang lang)
{
    static const char *const states[] = { "none", "ties", "contradicts", "unknown" };
    gj_decimal sum;
    const gj_tie *tie = gj_facts_tie(report, claim, &sum);
    gj_json_text(w, "tie", states[claim->tie]);
    if (!tie)
        return;
    gj_json_string(w, "reading", gj_say(tie->reading, lang));
    if (tie->unstated && claim->tie == GJ_TIES)
        gj_json_bool(w, "unstated", true);
    gj_json_array(w, "cells");
    for (size_t i = 0; i < tie->cell_count; i++)
        term(w, report, tie->cells[i]);
    gj_json_array_end(w);
    if (claim->tie != GJ_TIE_UNKNOWN) {
        gj_json_decimal(w, "expected", sum);
        gj_json_decimal(w, "difference", claim->value - sum);
    }
}

static void claim_of(gj_json *w, const gj_report *report, size_t index, gj_lang lang)
{
    const gj_claim *claim = &report->claims[index];
    static const char *const certainties[] = { "exact", "about", "at_least" };
    const gj_paragraph *paragraph = &report->paragraphs[claim->paragraph];
    const gj_form_section *section = claim->section == GJ_NOT_FOUND ? NULL : report->sections[claim->section].form;
    gj_json_object(w, NULL);
    gj_json_text(w, "status", gj_fact_status_name(gj_fact_status_of(report, index)));
    gj_json_optional(w, "kind", claim->kind ? claim->kind->key : (gj_slice){ NULL, 0 });
    if (claim->kind)
        gj_json_string(w, "name", gj_say(claim->kind->name, lang));
    gj_json_string(w, "text", claim->quote);
    gj_json_decimal(w, "value", claim->value);
    gj_json_optional(w, "unit", claim->unit);
    gj_json_text(w, "certainty", certainties[claim->certainty]);
    if (claim->zero_words)
        gj_json_bool(w, "zero_words", true);
    gj_json_place(w, "year", (size_t)(claim->year ? claim->year : report->year));
    gj_json_optional(w, "section", section ? section->key : (gj_slice){ NULL, 0 });
    place(w, report, claim->span, paragraph->pointer, lang);
    gj_json_string(w, "sentence", claim->sentence);
    tie_of(w, report, claim, lang);
    gj_json_object_end(w);
}

/* A number by its place among the claims, or null. */
static void reference(gj_json *w, const char *key, size_t claim)
{
    if (claim == GJ_NOT_FOUND)
        gj_json_null(w, key);
    else
        gj_json_count(w, key, claim);
}

static void breakdown_of(gj_json *w, const gj_report *report, const gj_relation *relation)
{
    gj_slice text = report->paragraphs[relation->paragraph].text->text;
    reference(w, "total", relation->whole);
    reference(w, "second_total", relation->second);
    gj_json_array(w, "parts");
    for (size_t i = 0; i < relation->part_count; i++) {
        gj_json_object_inline(w, NULL);
        gj_json_count(w, "claim", relation->parts[i].claim);
        gj_json_string(w, "label", gj_slice_sub(text, relation->parts[i].label.begin, relation->parts[i].label.end));
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
    gj_json_decimal(w, "sum", relation->sum);
    gj_json_bool(w, "complete", relation->closed);
}

static void change_of(gj_json *w, const gj_report *report, const gj_relation *relation)
{
    gj_relation checked = *relation;
    gj_decimal before = 0;
    bool stated = relation->before != GJ_NOT_FOUND;
    bool prior = gj_change_judge(report, &checked, &before) && !stated;
    reference(w, "now", relation->whole);
    reference(w, "before", relation->before);
    if (prior)
        gj_json_decimal(w, "before_in_prior", before);
    reference(w, "figure", relation->figure);
    gj_json_text(w, "direction", relation->up ? "up" : "down");
    if ((stated || prior) && relation->figure != GJ_NOT_FOUND)
        gj_json_decimal(w, "expected", checked.sum);
    if (stated || prior)
        gj_json_bool(w, "wrong_direction", checked.wrong_way);
}

static void relation_of(gj_json *w, const gj_report *report, const gj_relation *relation, gj_lang lang)
{
    static const char *const kinds[] = { "breakdown", "share", "change" };
    static const char *const states[] = { "holds", "too_much", "too_little", "open" };
    const gj_paragraph *paragraph = &report->paragraphs[relation->paragraph];
    gj_json_object(w, NULL);
    gj_json_text(w, "kind", kinds[relation->kind]);
    gj_json_text(w, "state", states[relation->state]);
    if (relation->kind == GJ_BREAKDOWN) {
        breakdown_of(w, report, relation);
    } else if (relation->kind == GJ_SHARE) {
        reference(w, "part", relation->parts[0].claim);
        reference(w, "base", relation->whole);
        reference(w, "figure", relation->figure);
        gj_json_decimal(w, "expected", relation->sum);
    } else {
        change_of(w, report, relation);
    }
    place(w, report, gj_text_span(paragraph->text, relation->in_text.begin, relation->in_text.end), paragraph->pointer,
          lang);
    gj_json_object_end(w);
}

static void totals(gj_json *w, const gj_report *report)
{
    gj_fact_counts counts = gj_facts_count(report);
    gj_json_object_inline(w, "numbers");
    gj_json_count(w, "all", counts.all);
    for (int i = 0; i < GJ_FACT_STATUSES; i++)
        gj_json_count(w, gj_fact_status_name((gj_fact_status)i), counts.of[i]);
    gj_json_count(w, "counted", counts.counted);
    gj_json_count(w, "explained", counts.explained);
    gj_json_object_end(w);
}

/* Only where one was asked for: which file it is, or why none was taken. */
static void prior(gj_json *w, const gj_report *report, gj_lang lang)
{
    const gj_notice *notice = gj_facts_prior_notice(report);
    if (report->prior) {
        gj_json_object_inline(w, "prior");
        gj_json_string(w, "path", report->prior->document->source->name);
        gj_json_place(w, "year", (size_t)report->prior->year);
        gj_json_object_end(w);
    }
    if (notice)
        gj_json_string(w, "prior_note", gj_say(notice->words, lang));
}

void gj_facts_json(const gj_report *report, gj_lang lang, gj_buffer *out)
{
    gj_json w;
    gj_json_begin(&w, out, false);
    gj_json_object(&w, NULL);
    gj_json_text(&w, "schema", "gouji/facts@2");
    gj_json_optional(&w, "title", report->title.text);
    gj_json_place(&w, "year", (size_t)report->year);
    gj_json_optional(&w, "form", report->form ? report->form->id : (gj_slice){ NULL, 0 });
    prior(&w, report, lang);
    figures(&w, report, lang);
    gj_json_array(&w, "claims");
    for (size_t i = 0; i < report->claim_count; i++)
        claim_of(&w, report, i, lang);
    gj_json_array_end(&w);
    gj_json_array(&w, "relations");
    for (size_t i = 0; i < report->relation_count; i++)
        relation_of(&w, report, &report->relations[i], lang);
    gj_json_array_end(&w);
    totals(&w, report);
    gj_json_object_end(&w);
    gj_buffer_byte(out, '\n');
}
