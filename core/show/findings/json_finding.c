/** One finding as JSON: every field of gj_finding, in the language asked for. */
#include "../locus.h"
#include "json_report.h"

/* By gj_cell_kind. */
static const char *const cell_kinds[] = { "missing", "integer", "decimal", "blank", "dash", "text", "unread" };

static void cells(gj_json *w, gj_lang lang, const gj_finding *finding)
{
    gj_json_array(w, "cells");
    for (size_t i = 0; i < finding->cell_count; i++) {
        const gj_cell_ref *cell = &finding->cells[i];
        gj_json_object_inline(w, NULL);
        gj_json_string(w, "table", cell->table);
        gj_json_string(w, "row", cell->row);
        gj_json_string(w, "column", cell->column);
        gj_json_string(w, "row_name", gj_say(cell->row_name, lang));
        gj_json_string(w, "column_name", gj_say(cell->column_name, lang));
        gj_json_string(w, "text", cell->text);
        gj_json_text(w, "kind", cell_kinds[cell->kind]);
        if (cell->kind == GJ_CELL_INTEGER || cell->kind == GJ_CELL_DECIMAL)
            gj_json_decimal(w, "value", cell->value);
        else
            gj_json_null(w, "value");
        gj_json_place(w, "line", cell->line);
        gj_json_place(w, "column_no", cell->column_no);
        gj_json_locus(w, lang, &cell->at);
        gj_json_optional(w, "pointer", cell->pointer);
        if (cell->prior)
            gj_json_bool(w, "prior", true);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
}

static void equations(gj_json *w, gj_lang lang, const gj_finding *finding)
{
    gj_json_array(w, "equations");
    for (size_t i = 0; i < finding->equation_count; i++)
        if (!finding->equations[i].holds)
            gj_json_string(w, NULL, gj_say(finding->equations[i].words, lang));
    gj_json_array_end(w);
    gj_json_array(w, "worked");
    for (size_t i = 0; i < finding->equation_count; i++) {
        const gj_equation_text *equation = &finding->equations[i];
        gj_json_object_inline(w, NULL);
        gj_json_string(w, "rule", equation->rule);
        gj_json_string(w, "place", gj_say(equation->place, lang));
        gj_json_string(w, "text", gj_say(equation->words, lang));
        gj_json_place(w, "line", equation->line);
        gj_json_bool(w, "holds", equation->holds);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
}

static void suggested(gj_json *w, gj_lang lang, const gj_finding *finding)
{
    gj_json_array(w, "suggested");
    for (size_t i = 0; i < finding->suggestion_count; i++) {
        const gj_suggestion *explanation = &finding->suggestions[i];
        gj_json_array(w, NULL);
        for (size_t c = 0; c < explanation->count; c++) {
            const gj_suggestion_cell *cell = &explanation->cells[c];
            gj_json_object_inline(w, NULL);
            gj_json_string(w, "table", cell->table);
            gj_json_string(w, "row", cell->row);
            gj_json_string(w, "column", cell->column);
            gj_json_string(w, "name", gj_say(cell->name, lang));
            gj_json_string(w, "text", cell->from_text);
            gj_json_decimal(w, "from", cell->from);
            gj_json_decimal(w, "value", cell->to);
            gj_json_place(w, "line", cell->line);
            gj_json_object_end(w);
        }
        gj_json_array_end(w);
    }
    gj_json_array_end(w);
    gj_json_count(w, "suggested_count", finding->suggestion_total);
}

/* null where the file has no lines: "at" says where. */
static void extent(gj_json *w, const gj_mark *mark)
{
    bool lines = gj_mark_line(mark) != 0;
    gj_json_place(w, "line", lines ? mark->line : 0);
    gj_json_place(w, "column", lines ? mark->column : 0);
    gj_json_place(w, "end_line", lines ? mark->end_line : 0);
    gj_json_place(w, "end_column", lines ? mark->end_column : 0);
}

static void marks(gj_json *w, gj_lang lang, const gj_finding *finding)
{
    gj_json_array(w, "marks");
    for (size_t i = 0; i < finding->mark_count; i++) {
        const gj_mark *mark = &finding->marks[i];
        gj_json_object_inline(w, NULL);
        extent(w, mark);
        gj_json_locus(w, lang, &mark->at);
        gj_json_count(w, "byte_begin", mark->byte_begin);
        gj_json_count(w, "byte_end", mark->byte_end);
        gj_json_optional(w, "pointer", mark->pointer);
        gj_json_bool(w, "primary", mark->primary);
        gj_json_optional(w, "label", gj_say(mark->label, lang));
        if (mark->prior)
            gj_json_bool(w, "prior", true);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
}

static void exception(gj_json *w, const gj_exception_ref *exception)
{
    if (!exception) {
        gj_json_null(w, "exception");
        return;
    }
    gj_json_object_inline(w, "exception");
    gj_json_string(w, "reason", exception->reason);
    gj_json_string(w, "approver", exception->approver);
    gj_json_optional(w, "expires", exception->expires);
    gj_json_object_end(w);
}

static void finding_object(gj_json *w, gj_lang lang, const gj_finding *finding)
{
    const gj_mark none = { 0 };
    const gj_mark *mark = finding->mark_count ? &finding->marks[0] : &none;
    gj_json_object(w, NULL);
    gj_json_string(w, "rule", finding->rule);
    gj_json_string(w, "name", finding->name);
    gj_json_text(w, "outcome", gj_outcome_name(finding->outcome));
    gj_json_text(w, "severity", gj_severity_name(finding->severity));
    gj_json_text(w, "ground", gj_ground_name(finding->ground));
    gj_json_string(w, "title", gj_say(finding->title, lang));
    gj_json_string(w, "message", gj_say(finding->message, lang));
    gj_json_array(w, "basis");
    for (size_t i = 0; i < finding->clause_count; i++)
        gj_json_string(w, NULL, gj_say(finding->basis[i], lang));
    gj_json_array_end(w);
    gj_json_strings(w, "clauses", finding->clauses, finding->clause_count);
    gj_json_string(w, "remedy", gj_say(finding->remedy, lang));
    gj_json_optional(w, "section", finding->section);
    gj_json_optional(w, "place", finding->place);
    gj_json_optional(w, "quote", finding->quote);
    extent(w, mark);
    gj_json_locus(w, lang, &mark->at);
    gj_json_optional(w, "pointer", mark->pointer);
    marks(w, lang, finding);
    cells(w, lang, finding);
    gj_json_strings(w, "also", finding->also, finding->also_count);
    equations(w, lang, finding);
    suggested(w, lang, finding);
    exception(w, finding->exception);
    gj_json_text(w, "fingerprint", finding->fingerprint);
    gj_json_object_end(w);
}

void gj_json_findings(gj_json *w, gj_lang lang, const gj_result *result)
{
    gj_json_array(w, "findings");
    for (size_t i = 0; i < result->finding_count; i++)
        finding_object(w, lang, &result->findings[i]);
    gj_json_array_end(w);
}
