/** One finding as a SARIF result. */
#include "sarif.h"

#include "../escape.h"
#include "../locus.h"
#include "../words.h"

static const char *level_of(const gj_finding *finding)
{
    if (finding->outcome == GJ_REVIEW)
        return "none";
    return finding->severity == GJ_ERROR ? "error" : finding->severity == GJ_WARNING ? "warning" : "note";
}

/* A viewer shows this text alone: what is wrong, the failing sum, what to do. */
static void message(gj_json *w, gj_lang lang, const gj_finding *finding)
{
    gj_buffer text;
    gj_buffer_init(&text, 0);
    if (finding->mark_count && finding->marks[0].at.part != GJ_PART_NONE) { /* there is no region to say where */
        gj_locus_words(&text, lang, &finding->marks[0].at);
        gj_buffer_text(&text, GJ_PICK(lang, "：", ": "));
    }
    gj_buffer_add(&text, gj_say(finding->message, lang));
    for (size_t i = 0, shown = 0; i < finding->equation_count && shown < GJ_SHOWN_EQUATIONS; i++) {
        if (finding->equations[i].holds)
            continue;
        gj_buffer_text(&text, shown++ ? "\n" : GJ_PICK(lang, "\n算式：", "\nEquation: "));
        gj_buffer_add(&text, gj_say(finding->equations[i].words, lang));
    }
    gj_slice remedy = gj_say(finding->remedy, lang);
    if (remedy.len) {
        gj_buffer_text(&text, GJ_PICK(lang, "\n怎么改：", "\nWhat to do: "));
        gj_buffer_add(&text, remedy);
    }
    const char *ground = gj_word_ground(finding->ground, lang);
    if (ground)
        gj_buffer_format(&text, GJ_PICK(lang, "\n提示：%s", "\nNote: %s"), ground);
    if (text.failed)
        w->out->failed = text.failed;
    gj_sarif_message(w, "message", gj_buffer_slice(&text));
    gj_buffer_free(&text);
}

static void region(gj_json *w, const gj_mark *mark)
{
    gj_json_object_inline(w, "region");
    gj_json_count(w, "startLine", mark->line);
    if (mark->column)
        gj_json_count(w, "startColumn", mark->column);
    if (mark->end_line > mark->line)
        gj_json_count(w, "endLine", mark->end_line);
    if (mark->end_column && (mark->end_line > mark->line || mark->end_column >= mark->column))
        gj_json_count(w, "endColumn", mark->end_column);
    gj_json_object_end(w);
}

void gj_sarif_physical(gj_json *w, gj_slice path, size_t artifact, const gj_mark *mark)
{
    gj_json_object(w, "physicalLocation");
    gj_json_object_inline(w, "artifactLocation");
    gj_json_value(w, "uri");
    gj_buffer_byte(w->out, '"');
    gj_escape_uri(w->out, path);
    gj_buffer_byte(w->out, '"');
    if (artifact != GJ_NOT_FOUND)
        gj_json_count(w, "index", artifact);
    gj_json_object_end(w);
    if (gj_mark_line(mark))
        region(w, mark);
    gj_json_object_end(w);
}

static void logical(gj_json *w, gj_lang lang, const gj_finding *finding)
{
    if (!finding->place.len && !finding->section.len && !finding->cell_count)
        return;
    gj_json_array(w, "logicalLocations");
    gj_json_object_inline(w, NULL);
    const gj_cell_ref *cell = finding->cell_count ? &finding->cells[0] : NULL;
    if (cell) {
        gj_slice row = gj_say(cell->row_name, lang), column = gj_say(cell->column_name, lang);
        gj_json_value(w, "name");
        gj_buffer_byte(w->out, '"');
        gj_escape_json(w->out, row);
        gj_buffer_text(w->out, row.len && column.len ? " × " : "");
        gj_escape_json(w->out, column);
        gj_buffer_byte(w->out, '"');
    }
    gj_json_string(w, "fullyQualifiedName", finding->place.len ? finding->place : finding->section);
    gj_json_text(w, "kind", cell ? "cell" : "section");
    gj_json_object_end(w);
    gj_json_array_end(w);
}

/* The marks that are not the first; their labels say what each is. Returns how many were cut. */
static size_t related(gj_json *w, gj_lang lang, const gj_result *result, size_t artifact, const gj_finding *finding)
{
    if (finding->mark_count < 2)
        return 0;
    size_t count = finding->mark_count;
    if (count > GJ_SARIF_LOCATIONS)
        count = GJ_SARIF_LOCATIONS;
    gj_json_array(w, "relatedLocations");
    for (size_t i = 1; i < count; i++) {
        gj_slice label = gj_say(finding->marks[i].label, lang);
        gj_json_object_inline(w, NULL);
        gj_json_count(w, "id", i);
        bool prior = finding->marks[i].prior; /* another file, which may be no artifact of this run */
        gj_sarif_physical(w, prior ? result->prior.path : result->path, prior ? GJ_NOT_FOUND : artifact,
                          &finding->marks[i]);
        if (!label.len && prior)
            label = gj_slice_of(GJ_PICK(lang, "上年报告", "last year's report"));
        if (label.len)
            gj_sarif_message(w, "message", label);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
    return finding->mark_count - count;
}

static void taxa_of(gj_json *w, const gj_show_options *options, const gj_sarif_taxon *taxa, const gj_finding *finding)
{
    gj_json_array(w, "taxa");
    for (size_t i = 0; i < finding->clause_count; i++) {
        size_t clause = gj_sarif_clause(options->ruleset, finding->clauses[i]);
        if (clause == GJ_NOT_FOUND)
            continue;
        gj_json_object_inline(w, NULL);
        gj_sarif_clause_reference(w, options, taxa, clause);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
}

static void suppression(gj_json *w, const gj_exception_ref *exception)
{
    gj_json_array(w, "suppressions");
    gj_json_object_inline(w, NULL);
    gj_json_text(w, "kind", "external");
    gj_json_text(w, "status", "accepted");
    gj_json_string(w, "justification", exception->reason);
    gj_json_object(w, "properties");
    gj_json_string(w, "approver", exception->approver);
    gj_json_optional(w, "expires", exception->expires);
    gj_json_object_end(w);
    gj_json_object_end(w);
    gj_json_array_end(w);
}

static void suggestion(gj_json *w, const gj_suggestion *explanation)
{
    gj_json_array_inline(w, NULL);
    for (size_t c = 0; c < explanation->count; c++) {
        const gj_suggestion_cell *cell = &explanation->cells[c];
        gj_json_object(w, NULL);
        gj_json_string(w, "table", cell->table);
        gj_json_string(w, "row", cell->row);
        gj_json_string(w, "column", cell->column);
        gj_json_decimal(w, "value", cell->to);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
}

static void properties(gj_json *w, gj_lang lang, const gj_finding *finding)
{
    gj_json_object(w, "properties");
    gj_json_text(w, "severity", gj_severity_name(finding->severity));
    gj_json_text(w, "ground", gj_ground_name(finding->ground));
    gj_json_strings(w, "also", finding->also, finding->also_count);
    gj_json_array(w, "suggested");
    for (size_t i = 0; i < finding->suggestion_count; i++)
        suggestion(w, &finding->suggestions[i]);
    gj_json_array_end(w);
    gj_json_count(w, "suggested_count", finding->suggestion_total);
    if (finding->mark_count && finding->marks[0].pointer.len)
        gj_json_string(w, "pointer", finding->marks[0].pointer);
    if (finding->mark_count)
        gj_json_locus(w, lang, &finding->marks[0].at);
    gj_json_object_end(w);
}

size_t gj_sarif_result(gj_json *w, const gj_show_options *options, const gj_sarif_taxon *taxa, const gj_result *result,
                       size_t artifact, const gj_finding *finding)
{
    size_t rule = gj_sarif_rule(options->ruleset, finding->rule);
    gj_json_object(w, NULL);
    gj_json_string(w, "ruleId", finding->rule);
    if (rule != GJ_NOT_FOUND)
        gj_json_count(w, "ruleIndex", rule);
    gj_json_text(w, "kind", finding->outcome == GJ_REVIEW ? "review" : "fail");
    gj_json_text(w, "level", level_of(finding));
    message(w, options->lang, finding);
    gj_json_array(w, "locations");
    gj_json_object(w, NULL);
    gj_sarif_physical(w, result->path, artifact, finding->mark_count ? &finding->marks[0] : NULL);
    logical(w, options->lang, finding);
    gj_json_object_end(w);
    gj_json_array_end(w);
    size_t cut = related(w, options->lang, result, artifact, finding);
    gj_json_object_inline(w, "partialFingerprints");
    gj_json_text(w, "gouji/v1", finding->fingerprint);
    gj_json_object_end(w);
    taxa_of(w, options, taxa, finding);
    if (finding->exception)
        suppression(w, finding->exception);
    properties(w, options->lang, finding);
    gj_json_object_end(w);
    return cut;
}
