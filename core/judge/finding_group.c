#include "finding.h"
#include "wording.h"

/* One finding for the failing equations that one set of cells explains. The first equation of the lowest rule leads, unless a rule
 * asked to: its words are the message, its cells the marks. What several rules wrote alike is told once. */

typedef struct group_dressing {
    gj_dressing d;
    const gj_group *group;
    const gj_equation *lead;
    const gj_equation **told; /* the equations that differ, the leading one first */
    size_t told_count;
} group_dressing;

static const gj_equation *equation_at(const gj_judging *judging, const gj_group *group, size_t i)
{
    return &judging->equations.items[group->equations[i]];
}

static const gj_equation *leading(const gj_judging *judging, const gj_group *group)
{
    for (size_t i = 0; i < group->count; i++)
        if (equation_at(judging, group, i)->draft->leads)
            return equation_at(judging, group, i);
    return equation_at(judging, group, 0);
}

static bool same_form(const gj_linear *a, const gj_linear *b)
{
    if (a->count != b->count || a->constant != b->constant)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (a->terms[i].cell != b->terms[i].cell || a->terms[i].sign != b->terms[i].sign)
            return false;
    return true;
}

static bool tell(group_dressing *g)
{
    g->told = GJ_ARRAY(g->d.judging->arena, g->group->count, const gj_equation *);
    if (!g->told)
        return false;
    g->told[g->told_count++] = g->lead;
    for (size_t i = 0; i < g->group->count; i++) {
        const gj_equation *e = equation_at(g->d.judging, g->group, i);
        bool repeat = false;
        for (size_t k = 0; k < g->told_count && !repeat; k++)
            repeat = e->at_most == g->told[k]->at_most && same_form(&e->left, &g->told[k]->left) &&
                     same_form(&e->right, &g->told[k]->right);
        if (!repeat)
            g->told[g->told_count++] = e;
    }
    return true;
}

static void add_cells(gj_cell_id *cells, size_t *count, bool *seen, const gj_linear *form)
{
    for (size_t i = 0; i < form->count; i++)
        if (!seen[form->terms[i].cell]) {
            seen[form->terms[i].cell] = true;
            cells[(*count)++] = form->terms[i].cell;
        }
}

/* Every cell of every failing equation, once, those of the leading one first. */
static bool gather_cells(group_dressing *g)
{
    gj_judging *judging = g->d.judging;
    size_t most = 0;
    for (size_t i = 0; i < g->told_count; i++)
        most += g->told[i]->left.count + g->told[i]->right.count;
    gj_cell_id *cells = GJ_ARRAY(judging->arena, most, gj_cell_id);
    bool *seen = GJ_ARRAY(judging->arena, gj_cell_space(judging->report), bool);
    if (!cells || !seen)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < g->told_count; i++) {
        add_cells(cells, &count, seen, &g->told[i]->left);
        add_cells(cells, &count, seen, &g->told[i]->right);
    }
    g->d.cells = cells;
    g->d.cell_count = count;
    return true;
}

static bool list_rules(group_dressing *g)
{
    gj_finding *f = g->d.finding;
    f->also = GJ_ARRAY(g->d.judging->arena, g->group->count, gj_slice);
    if (!f->also)
        return false;
    for (size_t i = 0; i < g->group->count; i++) {
        const gj_equation *e = equation_at(g->d.judging, g->group, i);
        gj_severity severity = gj_severity_settled(g->d.judging, e->rule, e->draft->severity);
        if (severity > f->severity)
            f->severity = severity;
        gj_slice last = f->also_count ? f->also[f->also_count - 1] : f->rule;
        if (!gj_slice_equal(e->rule->id, last) && !gj_slice_equal(e->rule->id, f->rule)) /* in order of their rules */
            f->also[f->also_count++] = e->rule->id;
    }
    return true;
}

/* The cell that an equation is about: the total on its right-hand side, unless last year's report stands there. */
static bool total_cell(const gj_report *report, const gj_equation *e, gj_cell_id *out)
{
    const gj_linear *side = e->right.count ? &e->right : &e->left;
    if (side->count && gj_cell_is_prior(report, side->terms[0].cell) && e->left.count)
        side = &e->left;
    if (side->count == 0)
        return false;
    *out = side->terms[0].cell;
    return true;
}

static bool list_equations(group_dressing *g)
{
    gj_finding *f = g->d.finding;
    const gj_report *report = g->d.judging->report;
    gj_arena *arena = g->d.judging->arena;
    f->equations = GJ_ARRAY(arena, g->told_count, gj_equation_text);
    if (!f->equations)
        return false;
    for (size_t i = 0; i < g->told_count; i++) {
        const gj_equation *e = g->told[i];
        gj_equation_text *text = &f->equations[f->equation_count++];
        *text = (gj_equation_text){ .rule = e->rule->id,
                                    .words = gj_word_equation(arena, report, e),
                                    .place = gj_word_place(arena, report, e) };
        gj_cell_id total;
        if (total_cell(report, e, &total) && !gj_cell_is_prior(report, total) &&
            gj_cell_of(report, total)->kind != GJ_CELL_MISSING)
            text->line = gj_source_place(report->document->source, gj_cell_of(report, total)->span.begin).line;
        if (!gj_words_ok(text->words) || !gj_words_ok(text->place))
            return false;
    }
    return true;
}

static bool suggest(group_dressing *g)
{
    gj_finding *f = g->d.finding;
    const gj_report *report = g->d.judging->report;
    gj_arena *arena = g->d.judging->arena;
    f->suggestions = GJ_ARRAY(arena, g->group->kept, gj_suggestion);
    if (!f->suggestions)
        return false;
    f->suggestion_total = g->group->total;
    for (size_t i = 0; i < g->group->kept; i++) {
        const gj_explanation *explanation = &g->group->explanations[i];
        gj_suggestion *suggestion = &f->suggestions[f->suggestion_count++];
        for (size_t c = 0; c < explanation->count; c++) {
            gj_cell_id id = explanation->changes[c].cell;
            gj_cell_at at = gj_cell_where(report, id);
            const gj_cell *cell = gj_cell_of(report, id);
            gj_suggestion_cell *out = &suggestion->cells[suggestion->count++];
            *out = (gj_suggestion_cell){ .table = at.table->form->key,
                                         .row = at.table->form->rows[at.row].key,
                                         .column = at.table->form->columns[at.column].key,
                                         .name = gj_word_cell(arena, report, id),
                                         .from = cell->value,
                                         .to = explanation->changes[c].to,
                                         .from_text = cell->lexeme,
                                         .line = gj_source_place(report->document->source, cell->span.begin).line };
            if (!gj_words_ok(out->name))
                return false;
        }
    }
    return true;
}

/* Mark a cell; where it is the first mark, the finding's place is its place. */
static bool mark_cell(group_dressing *g, gj_cell_id id, gj_words label)
{
    gj_target target = gj_target_cell(g->d.judging->arena, g->d.judging->report, id);
    if (!target.place.data)
        return false;
    target.spot.label = label;
    gj_finding *f = g->d.finding;
    if (g->d.marks.count == 0 && f->place.len == 0) {
        f->place = target.place;
        f->section = target.section;
    }
    gj_dress_mark(&g->d, &target.spot);
    return true;
}

/* What stands at the total: 填 5，各项之和为 6. */
static gj_words total_label(group_dressing *g)
{
    const gj_equation *e = g->lead;
    const gj_report *report = g->d.judging->report;
    gj_words none = { { NULL, 0 }, { NULL, 0 } };
    if (!e->exact || e->left.count < 2 || e->right.count != 1 || e->right.constant != 0)
        return none;
    gj_unknown cause;
    gj_cell_id where;
    char digits[40];
    size_t length = gj_sum_print(gj_linear_sum(report, &e->left, &cause, &where), digits);
    gj_slice text = gj_cell_of(report, e->right.terms[0].cell)->lexeme;
    return gj_words_format(g->d.judging->arena, "填 %.*s，各项之和为 %.*s", "is %.*s; the parts add up to %.*s",
                           GJ_ARG(text), (int)length, digits);
}

static bool mark_others(group_dressing *g, const gj_linear *form)
{
    const gj_words none = { { NULL, 0 }, { NULL, 0 } };
    const gj_report *report = g->d.judging->report;
    for (size_t i = 0; i < form->count; i++) {
        const gj_cell *cell = gj_cell_of(report, form->terms[i].cell);
        bool zero = cell->value == 0 && (cell->kind == GJ_CELL_INTEGER || cell->kind == GJ_CELL_DECIMAL);
        if (!zero && cell->kind != GJ_CELL_MISSING && !mark_cell(g, form->terms[i].cell, none))
            return false;
    }
    return true;
}

static bool mark(group_dressing *g)
{
    gj_judging *judging = g->d.judging;
    const gj_draft *draft = g->lead->draft;
    for (size_t i = 0; i < draft->spot_count; i++)
        gj_dress_mark(&g->d, &draft->spots[i]);
    if (g->group->total == 1) {
        const gj_explanation *only = &g->group->explanations[0];
        for (size_t i = 0; i < only->count; i++) {
            gj_words label =
                gj_word_change(judging->arena, judging->report, only->changes[i].cell, only->changes[i].to);
            if (!gj_words_ok(label) || !mark_cell(g, only->changes[i].cell, label))
                return false;
        }
    }
    gj_cell_id total;
    if (total_cell(judging->report, g->lead, &total) &&
        !mark_cell(g, total, g->group->total == 1 ? (gj_words){ 0 } : total_label(g)))
        return false;
    if (g->d.marks.count == 0) {
        gj_target whole = gj_target_report(judging->report);
        gj_dress_mark(&g->d, &whole.spot);
        if (g->d.finding->place.len == 0)
            g->d.finding->place = whole.place;
    }
    return mark_others(g, &g->lead->left) && mark_others(g, &g->lead->right);
}

gj_status gj_finding_group(gj_judging *judging, const gj_group *group, gj_finding *out, gj_error *err)
{
    group_dressing g = { .group = group, .lead = leading(judging, group) };
    gj_dress_begin(&g.d, judging, g.lead->draft, out);
    if (!tell(&g))
        return gj_fail_nomem(err);
    if (g.told_count > 1)
        out->message = gj_word_others(judging->arena, out->message, g.told_count - 1);
    if (!gj_words_ok(out->message) || !gather_cells(&g) || !list_rules(&g) || !list_equations(&g) || !suggest(&g) ||
        !mark(&g))
        return gj_fail_nomem(err);
    return gj_dress_end(&g.d, err);
}
