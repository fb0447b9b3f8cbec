#include "system.h"

/* The smallest sets of cells that explain a component. With residuals r and coefficients A, a change d of some cells explains
 * it when A d = -r holds in every row those cells occur in, and no failing row lies outside them. */

typedef struct search {
    const gj_system *system;
    gj_group *group;
    size_t component, first_failing, failing;
    size_t *failing_of; /* by variable: failing rows it occurs in */
} search;

static const gj_entry_of *entries(const search *s, size_t variable)
{
    return &s->system->by_variable[s->system->variables[variable].first];
}

static bool is_failing(const search *s, size_t row)
{
    return s->system->rows[row].residual != 0;
}

/* The value after the change, where the form allows it. */
static bool changed_value(const gj_variable *v, int64_t delta, gj_decimal *to)
{
    int64_t value;
    if (delta == 0 || __builtin_add_overflow(v->value, delta, &value) || value > GJ_DECIMAL_MAX ||
        value < -GJ_DECIMAL_MAX)
        return false;
    *to = value;
    return (value >= 0 || v->may_be_negative) && (v->decimal || value % GJ_ONE == 0);
}

static bool earlier(const gj_explanation *a, const gj_explanation *b)
{
    for (size_t i = 0; i < a->count; i++)
        if (a->changes[i].cell != b->changes[i].cell)
            return a->changes[i].cell < b->changes[i].cell;
    return false;
}

/* Count it, and keep the first ones in form order. */
static void keep(gj_group *group, const gj_explanation *explanation)
{
    group->total++;
    size_t at = group->kept < GJ_MAX_SUGGESTIONS ? group->kept++ : GJ_MAX_SUGGESTIONS;
    while (at > 0 && earlier(explanation, &group->explanations[at - 1])) {
        if (at < GJ_MAX_SUGGESTIONS)
            group->explanations[at] = group->explanations[at - 1];
        at--;
    }
    if (at < GJ_MAX_SUGGESTIONS)
        group->explanations[at] = *explanation;
}

static void try_one(search *s, size_t variable, int64_t factor)
{
    const gj_variable *v = &s->system->variables[variable];
    const gj_decimal residual = s->system->rows[s->first_failing].residual;
    if (s->failing_of[variable] != s->failing || residual % factor != 0)
        return;
    int64_t delta = -(residual / factor);
    for (size_t i = 0; i < v->count; i++) {
        const gj_entry_of *entry = &entries(s, variable)[i];
        int64_t product;
        if (__builtin_mul_overflow(entry->factor, delta, &product) || product != -s->system->rows[entry->row].residual)
            return;
    }
    gj_explanation found = { .count = 1 };
    found.changes[0].cell = v->cell;
    if (changed_value(v, delta, &found.changes[0].to))
        keep(s->group, &found);
}

/* One row of a pair: a x + b y = want. */
typedef struct pair_row {
    int64_t a, b, want;
    bool failing;
} pair_row;

/* Walk the rows of both cells together, ascending; false at the end. */
static bool next_row(const search *s, size_t x, size_t y, size_t *at_x, size_t *at_y, pair_row *out)
{
    const gj_variable *vx = &s->system->variables[x], *vy = &s->system->variables[y];
    bool has_x = *at_x < vx->count, has_y = *at_y < vy->count;
    if (!has_x && !has_y)
        return false;
    size_t row_x = has_x ? entries(s, x)[*at_x].row : GJ_NOT_FOUND;
    size_t row_y = has_y ? entries(s, y)[*at_y].row : GJ_NOT_FOUND;
    size_t row = row_x < row_y ? row_x : row_y;
    out->a = row_x == row ? entries(s, x)[(*at_x)++].factor : 0;
    out->b = row_y == row ? entries(s, y)[(*at_y)++].factor : 0;
    out->want = -s->system->rows[row].residual;
    out->failing = is_failing(s, row);
    return true;
}

/* (p * q - r * t) / divisor, exactly. */
static bool quotient(int64_t p, int64_t q, int64_t r, int64_t t, int64_t divisor, int64_t *out)
{
    int64_t pq, rt, difference;
    if (__builtin_mul_overflow(p, q, &pq) || __builtin_mul_overflow(r, t, &rt) ||
        __builtin_sub_overflow(pq, rt, &difference) || difference < -INT64_MAX || difference % divisor != 0)
        return false;
    *out = difference / divisor;
    return true;
}

/* Solve for the changes of a pair from its first two rows that determine both. */
static bool solve_pair(const search *s, size_t x, size_t y, int64_t *dx, int64_t *dy)
{
    pair_row first, row;
    size_t at_x = 0, at_y = 0;
    if (!next_row(s, x, y, &at_x, &at_y, &first))
        return false;
    while (next_row(s, x, y, &at_x, &at_y, &row)) {
        int64_t determinant = first.a * row.b - row.a * first.b;
        if (determinant != 0)
            return quotient(first.want, row.b, row.want, first.b, determinant, dx) &&
                   quotient(first.a, row.want, row.a, first.want, determinant, dy);
    }
    return false;
}

static bool pair_holds(const search *s, size_t x, size_t y, int64_t dx, int64_t dy)
{
    size_t at_x = 0, at_y = 0, covered = 0;
    pair_row row;
    while (next_row(s, x, y, &at_x, &at_y, &row)) {
        int64_t ax, by, sum;
        if (__builtin_mul_overflow(row.a, dx, &ax) || __builtin_mul_overflow(row.b, dy, &by) ||
            __builtin_add_overflow(ax, by, &sum) || sum != row.want)
            return false;
        covered += row.failing;
    }
    return covered == s->failing;
}

static void try_two(search *s, size_t x, size_t y)
{
    int64_t dx = 0, dy = 0;
    if (s->failing_of[x] + s->failing_of[y] < s->failing || !solve_pair(s, x, y, &dx, &dy) ||
        !pair_holds(s, x, y, dx, dy))
        return;
    gj_explanation found = { .count = 2 };
    size_t at_x = x < y ? 0 : 1;
    found.changes[at_x].cell = s->system->variables[x].cell;
    found.changes[1 - at_x].cell = s->system->variables[y].cell;
    if (changed_value(&s->system->variables[x], dx, &found.changes[at_x].to) &&
        changed_value(&s->system->variables[y], dy, &found.changes[1 - at_x].to))
        keep(s->group, &found);
}

/* One cell of any explanation stands in the first failing row. Where both do, the pair is tried once. */
static void try_pairs(search *s)
{
    const gj_system *system = s->system;
    const gj_system_row *row = &system->rows[s->first_failing];
    for (size_t i = 0; i < row->count; i++) {
        size_t x = system->by_row[row->first + i].variable;
        for (size_t y = 0; y < system->variable_count; y++) {
            if (y == x || system->variables[y].component != s->component)
                continue;
            bool both = false;
            for (size_t k = 0; k < i && !both; k++)
                both = system->by_row[row->first + k].variable == y;
            if (!both)
                try_two(s, x, y);
        }
    }
}

static bool survey(search *s)
{
    const gj_system *system = s->system;
    s->failing_of = GJ_ARRAY(system->arena, system->variable_count, size_t);
    if (!s->failing_of)
        return false;
    for (size_t r = 0; r < system->row_count; r++) {
        const gj_system_row *row = &system->rows[r];
        if (!is_failing(s, r) || row->count == 0 ||
            system->variables[system->by_row[row->first].variable].component != s->component)
            continue;
        if (s->failing++ == 0)
            s->first_failing = r;
        for (size_t i = 0; i < row->count; i++)
            s->failing_of[system->by_row[row->first + i].variable]++;
    }
    return true;
}

gj_status gj_system_explain(const gj_system *system, size_t component, gj_group *group, gj_error *err)
{
    if (system->too_big)
        return GJ_OK;
    search s = { .system = system, .group = group, .component = component };
    if (!survey(&s))
        return gj_fail_nomem(err);
    const gj_system_row *row = &system->rows[s.first_failing];
    for (size_t i = 0; i < row->count; i++)
        try_one(&s, system->by_row[row->first + i].variable, system->by_row[row->first + i].factor);
    if (group->total == 0)
        try_pairs(&s);
    return GJ_OK;
}
