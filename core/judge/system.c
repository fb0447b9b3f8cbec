#include "system.h"

#include <stdlib.h>

static int compare_cells(const void *a, const void *b)
{
    gj_cell_id x = *(const gj_cell_id *)a, y = *(const gj_cell_id *)b;
    return x < y ? -1 : x > y;
}

static size_t terms_of(const gj_equation *e)
{
    return e->left.count + e->right.count;
}

static const gj_term *term_at(const gj_equation *e, size_t i, int64_t *factor)
{
    bool left = i < e->left.count;
    const gj_term *term = left ? &e->left.terms[i] : &e->right.terms[i - e->left.count];
    *factor = left ? term->sign : -term->sign;
    return term;
}

static bool make_variables(gj_system *s, const gj_report *report, const gj_equation *equations, size_t count)
{
    gj_cell_id *cells = GJ_ARRAY(s->arena, s->entry_count, gj_cell_id);
    if (!cells)
        return false;
    size_t n = 0;
    int64_t factor;
    for (size_t i = 0; i < count; i++)
        for (size_t t = 0; equations[i].exact && t < terms_of(&equations[i]); t++)
            cells[n++] = term_at(&equations[i], t, &factor)->cell;
    if (n)
        qsort(cells, n, sizeof *cells, compare_cells);
    s->variables = GJ_ARRAY(s->arena, n, gj_variable);
    if (!s->variables)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && cells[i] == cells[i - 1])
            continue;
        gj_cell_at at = gj_cell_where(report, cells[i]);
        const gj_form_row *row = &at.table->form->rows[at.row];
        s->variables[s->variable_count] = (gj_variable){ .cell = cells[i],
                                                         .value = gj_cell_of(report, cells[i])->value,
                                                         .may_be_negative = row->may_be_negative >> at.column & 1u,
                                                         .decimal = row->decimal,
                                                         .component = s->variable_count };
        s->variable_count++;
    }
    return true;
}

size_t gj_system_variable(const gj_system *system, gj_cell_id cell)
{
    size_t low = 0, high = system->variable_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (system->variables[middle].cell < cell)
            low = middle + 1;
        else
            high = middle;
    }
    return low < system->variable_count && system->variables[low].cell == cell ? low : GJ_NOT_FOUND;
}

/* One equation's cells with their coefficients added up; `sum` is a scratch of one zero a variable and is left zeroed. */
static void make_row(gj_system *s, const gj_equation *e, size_t index, int64_t *sum, const gj_report *report)
{
    gj_system_row *row = &s->rows[s->row_count++];
    *row = (gj_system_row){ .equation = index, .first = s->entry_count };
    row->exact = gj_sum_add(gj_sum_of(e->left.constant), gj_sum_of(e->right.constant), -1);
    int64_t factor;
    for (size_t t = 0; t < terms_of(e); t++) {
        gj_cell_id cell = term_at(e, t, &factor)->cell;
        sum[gj_system_variable(s, cell)] += factor;
        row->exact = gj_sum_add(row->exact, gj_sum_of(gj_cell_of(report, cell)->value), factor > 0 ? 1 : -1);
    }
    for (size_t t = 0; t < terms_of(e); t++) {
        size_t variable = gj_system_variable(s, term_at(e, t, &factor)->cell);
        if (sum[variable] == 0)
            continue;
        s->by_row[s->entry_count++] = (gj_entry_of){ variable, s->row_count - 1, sum[variable] };
        sum[variable] = 0;
        row->count++;
    }
    if (!gj_sum_decimal(row->exact, &row->residual))
        s->too_big = true;
}

/* The same entries by variable; rows stay ascending within one. */
static void index_by_variable(gj_system *s)
{
    for (size_t i = 0; i < s->entry_count; i++)
        s->variables[s->by_row[i].variable].count++;
    size_t first = 0;
    for (size_t v = 0; v < s->variable_count; v++) {
        s->variables[v].first = first;
        first += s->variables[v].count;
        s->variables[v].count = 0;
    }
    for (size_t i = 0; i < s->entry_count; i++) {
        gj_variable *v = &s->variables[s->by_row[i].variable];
        s->by_variable[v->first + v->count++] = s->by_row[i];
    }
}

static size_t root(gj_system *s, size_t v)
{
    while (s->variables[v].component != v)
        v = s->variables[v].component = s->variables[s->variables[v].component].component;
    return v;
}

static void join_components(gj_system *s)
{
    for (size_t r = 0; r < s->row_count; r++)
        for (size_t i = 1; i < s->rows[r].count; i++) {
            size_t a = root(s, s->by_row[s->rows[r].first].variable);
            size_t b = root(s, s->by_row[s->rows[r].first + i].variable);
            s->variables[a < b ? b : a].component = a < b ? a : b;
        }
    for (size_t v = 0; v < s->variable_count; v++)
        s->variables[v].component = root(s, v);
}

gj_status gj_system_build(gj_arena *arena, const gj_report *report, const gj_equation *equations, size_t count,
                          gj_system *out, gj_error *err)
{
    *out = (gj_system){ .arena = arena };
    size_t rows = 0;
    for (size_t i = 0; i < count; i++)
        if (equations[i].exact) {
            rows++;
            out->entry_count += terms_of(&equations[i]);
        }
    if (!make_variables(out, report, equations, count))
        return gj_fail_nomem(err);
    out->rows = GJ_ARRAY(arena, rows, gj_system_row);
    out->by_row = GJ_ARRAY(arena, out->entry_count, gj_entry_of);
    out->by_variable = GJ_ARRAY(arena, out->entry_count, gj_entry_of);
    int64_t *scratch = GJ_ARRAY(arena, out->variable_count, int64_t);
    if (!out->rows || !out->by_row || !out->by_variable || !scratch)
        return gj_fail_nomem(err);
    out->entry_count = 0;
    for (size_t i = 0; i < count; i++)
        if (equations[i].exact)
            make_row(out, &equations[i], i, scratch, report);
    index_by_variable(out);
    join_components(out);
    return GJ_OK;
}

size_t gj_system_component(const gj_system *system, size_t equation)
{
    for (size_t r = 0; r < system->row_count; r++) {
        const gj_system_row *row = &system->rows[r];
        if (row->equation == equation)
            return row->count ? system->variables[system->by_row[row->first].variable].component : GJ_NOT_FOUND;
    }
    return GJ_NOT_FOUND;
}
