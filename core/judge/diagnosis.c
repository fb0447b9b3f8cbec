#include "diagnosis.h"

#include "system.h"

/* Sort a group's equations: lowest rule id first, then as recorded. Insertion sort: groups are small. */
static void sort_equations(const gj_equation *equations, gj_group *group)
{
    for (size_t i = 1; i < group->count; i++) {
        size_t moved = group->equations[i], j = i;
        while (j > 0) {
            size_t before = group->equations[j - 1];
            int order = gj_slice_compare(equations[before].rule->id, equations[moved].rule->id);
            if (order < 0 || (order == 0 && before < moved))
                break;
            group->equations[j] = before;
            j--;
        }
        group->equations[j] = moved;
    }
}

/* The component a failing inequality belongs to: that of its first cell in a component that fails. */
static size_t component_of(const gj_system *system, const gj_equation *equation, const size_t *group_of)
{
    const gj_linear *sides[2] = { &equation->left, &equation->right };
    for (size_t s = 0; s < 2; s++)
        for (size_t i = 0; i < sides[s]->count; i++) {
            size_t variable = gj_system_variable(system, sides[s]->terms[i].cell);
            if (variable == GJ_NOT_FOUND)
                continue;
            size_t component = system->variables[variable].component;
            if (group_of[component] != GJ_NOT_FOUND)
                return component;
        }
    return GJ_NOT_FOUND;
}

typedef struct grouping {
    gj_arena *arena;
    GJ_LIST(gj_group) groups;
    size_t *group_of;     /* by component: its group, or GJ_NOT_FOUND */
    size_t *component_of; /* by group: its component, or GJ_NOT_FOUND */
    size_t failing;
} grouping;

static gj_group *new_group(grouping *g, size_t component)
{
    gj_group *group = GJ_PUSH(g->arena, &g->groups);
    if (!group)
        return NULL;
    group->equations = GJ_ARRAY(g->arena, g->failing, size_t);
    if (!group->equations)
        return NULL;
    g->component_of[g->groups.count - 1] = component;
    if (component != GJ_NOT_FOUND)
        g->group_of[component] = g->groups.count - 1;
    return group;
}

/* First the equations of the system, so that every failing component is known before an inequality asks for one. */
static bool group_equations(grouping *g, const gj_system *system, const gj_equation *equations, size_t count,
                            bool exact)
{
    for (size_t i = 0; i < count; i++) {
        const gj_equation *e = &equations[i];
        if (e->outcome != GJ_FAIL || e->exact != exact)
            continue;
        size_t component = exact ? gj_system_component(system, i) : component_of(system, e, g->group_of);
        size_t at = component == GJ_NOT_FOUND ? GJ_NOT_FOUND : g->group_of[component];
        gj_group *group = at == GJ_NOT_FOUND ? new_group(g, component) : &g->groups.items[at];
        if (!group)
            return false;
        group->equations[group->count++] = i;
    }
    return true;
}

static size_t count_failing(const gj_equation *equations, size_t count)
{
    size_t failing = 0;
    for (size_t i = 0; i < count; i++)
        failing += equations[i].outcome == GJ_FAIL;
    return failing;
}

static bool prepare(grouping *g, const gj_system *system)
{
    g->group_of = GJ_ARRAY(g->arena, system->variable_count + 1, size_t);
    g->component_of = GJ_ARRAY(g->arena, g->failing, size_t);
    if (!g->group_of || !g->component_of)
        return false;
    for (size_t i = 0; i <= system->variable_count; i++)
        g->group_of[i] = GJ_NOT_FOUND;
    return true;
}

gj_status gj_diagnose(gj_arena *arena, const gj_report *report, const gj_equation *equations, size_t count,
                      gj_diagnosis *out, gj_error *err)
{
    *out = (gj_diagnosis){ NULL, 0 };
    grouping g = { .arena = arena, .failing = count_failing(equations, count) };
    if (g.failing == 0)
        return GJ_OK;
    gj_system system;
    GJ_TRY(gj_system_build(arena, report, equations, count, &system, err));
    if (!prepare(&g, &system) || !group_equations(&g, &system, equations, count, true) ||
        !group_equations(&g, &system, equations, count, false))
        return gj_fail_nomem(err);
    for (size_t i = 0; i < g.groups.count; i++) {
        gj_group *group = &g.groups.items[i];
        if (g.component_of[i] != GJ_NOT_FOUND)
            GJ_TRY(gj_system_explain(&system, g.component_of[i], group, err));
        sort_equations(equations, group);
    }
    out->groups = g.groups.items;
    out->count = g.groups.count;
    return GJ_OK;
}
