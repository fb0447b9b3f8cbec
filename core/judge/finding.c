#include "finding.h"

#include "fingerprint.h"
#include "wording.h"

gj_severity gj_severity_settled(const gj_judging *judging, const gj_rule *rule, gj_severity given)
{
    const gj_report *report = judging->report;
    gj_severity severity = given;
    bool unknown = report->level.value.len == 0 || report->scope.value.len == 0;
    bool lowered = rule->lower_when_unknown && judging->options->profile != GJ_PROFILE_STRICT;
    if (lowered && unknown && severity > GJ_INFO)
        severity = (gj_severity)(severity - 1);
    for (size_t i = 0; i < judging->options->override_count; i++) {
        const gj_severity_override *o = &judging->options->overrides[i];
        if (!o->off && gj_rule_selected_by(rule, o->selector))
            severity = o->severity;
    }
    return severity;
}

gj_words gj_basis_line(gj_arena *arena, const gj_clause *clause)
{
    const char *zh = "", *en = "";
    if (clause->ground == GJ_LOCAL) {
        zh = "地方要求：";
        en = "Local ground: ";
    } else if (clause->ground == GJ_PRACTICE) {
        zh = "通行做法：";
        en = "Common practice: ";
    }
    bool numbered = clause->number.len > 0;
    const char *space = !numbered && clause->document.zh.len && clause->article.zh.len ? " " : "";
    const char *comma = clause->document.en.len && clause->article.en.len ? ", " : "";
    gj_words words = {
        gj_arena_format(arena, "%s%.*s%s%.*s%s%s%.*s", zh, GJ_ARG(clause->document.zh), numbered ? "（" : "",
                        GJ_ARG(clause->number), numbered ? "）" : "", space, GJ_ARG(clause->article.zh)),
        gj_arena_format(arena, "%s%.*s%s%.*s%s%.*s%s", en, GJ_ARG(clause->document.en), comma,
                        GJ_ARG(clause->article.en), numbered ? " (" : "", GJ_ARG(clause->number), numbered ? ")" : "")
    };
    return words;
}

static void add_basis(gj_dressing *d, const gj_clause *clause)
{
    gj_finding *f = d->finding;
    f->clauses[f->clause_count] = clause->id;
    f->basis[f->clause_count] = gj_basis_line(d->judging->arena, clause);
    d->failed = d->failed || !gj_words_ok(f->basis[f->clause_count]);
    f->clause_count++;
}

static void dress_basis(gj_dressing *d, const gj_rule *rule)
{
    gj_arena *arena = d->judging->arena;
    const gj_clause **clauses = GJ_ARRAY(arena, rule->clause_count, const gj_clause *);
    d->finding->clauses = GJ_ARRAY(arena, rule->clause_count, gj_slice);
    d->finding->basis = GJ_ARRAY(arena, rule->clause_count, gj_words);
    if (!clauses || !d->finding->clauses || !d->finding->basis) {
        d->failed = true;
        return;
    }
    size_t count = gj_rule_basis(d->judging->ruleset, rule, d->judging->report->year, clauses);
    for (size_t i = 0; i < count; i++)
        add_basis(d, clauses[i]);
}

void gj_dress_begin(gj_dressing *d, gj_judging *judging, const gj_draft *draft, gj_finding *out)
{
    const gj_rule *rule = draft->rule;
    *d = (gj_dressing){ .judging = judging, .finding = out, .cells = draft->cells, .cell_count = draft->cell_count };
    *out = (gj_finding){ .rule = rule->id,
                         .name = rule->name,
                         .outcome = draft->outcome,
                         .severity = gj_severity_settled(judging, rule, draft->severity),
                         .ground = rule->ground,
                         .title = rule->title,
                         .message = draft->message,
                         .remedy = draft->remedy,
                         .section = draft->section,
                         .place = draft->place,
                         .quote = draft->quote };
    dress_basis(d, rule);
}

void gj_dress_mark(gj_dressing *d, const gj_spot *spot)
{
    if (d->marks.count >= GJ_MAX_MARKS)
        return;
    gj_mark mark;
    if (!gj_mark_make(d->judging->arena, d->judging->report, spot, d->marks.count == 0, &mark)) {
        d->failed = true;
        return;
    }
    for (size_t i = 0; i < d->marks.count; i++) {
        const gj_mark *other = &d->marks.items[i];
        if (other->prior == mark.prior && other->byte_begin == mark.byte_begin && other->byte_end == mark.byte_end &&
            gj_slice_equal(other->pointer, mark.pointer))
            return;
    }
    gj_mark *kept = GJ_PUSH(d->judging->arena, &d->marks);
    if (kept)
        *kept = mark;
    else
        d->failed = true;
}

static void cell_reference(const gj_report *report, gj_cell_id id, gj_cell_ref *out)
{
    gj_cell_at at = gj_cell_where(report, id);
    const gj_cell *cell = gj_cell_of(report, id);
    const gj_form_table *form = at.table->form;
    *out = (gj_cell_ref){ .table = form->key,
                          .row = form->rows[at.row].key,
                          .column = form->columns[at.column].key,
                          .table_name = form->name,
                          .row_name = form->rows[at.row].name,
                          .column_name = form->columns[at.column].name,
                          .text = cell->lexeme,
                          .kind = cell->kind,
                          .value = cell->value,
                          .pointer = cell->pointer };
    out->prior = at.report != report;
    if (cell->kind == GJ_CELL_MISSING)
        return;
    gj_place place = gj_source_place(at.report->document->source, cell->span.begin);
    out->line = place.line;
    out->column_no = place.column;
    out->at = place.locus;
}

gj_status gj_dress_end(gj_dressing *d, gj_error *err)
{
    const gj_report *report = d->judging->report;
    gj_finding *f = d->finding;
    f->cells = GJ_ARRAY(d->judging->arena, d->cell_count, gj_cell_ref);
    if (!f->cells || d->failed)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < d->cell_count; i++)
        cell_reference(report, d->cells[i], &f->cells[i]);
    f->cell_count = d->cell_count;
    f->marks = d->marks.items;
    f->mark_count = d->marks.count;
    gj_identity identity = { f->rule, f->place, f->quote, d->cells, d->cell_count };
    return gj_fingerprint(d->judging->arena, report, &identity, f->fingerprint, err);
}

gj_status gj_finding_dress(gj_judging *judging, const gj_draft *draft, gj_finding *out, gj_error *err)
{
    gj_dressing d;
    gj_dress_begin(&d, judging, draft, out);
    for (size_t i = 0; i < draft->spot_count; i++)
        gj_dress_mark(&d, &draft->spots[i]);
    for (size_t i = 0; i < draft->cell_count; i++) {
        gj_target target = gj_target_cell(judging->arena, judging->report, draft->cells[i]);
        if (!target.place.data)
            return gj_fail_nomem(err);
        gj_dress_mark(&d, &target.spot);
    }
    return gj_dress_end(&d, err);
}
