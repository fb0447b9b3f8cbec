/** system.h - the linear system behind a diagnosis: variables are cells, rows are the exact equations, residuals are by how much they fail.
 *
 * Used by diagnosis.c alone. Sparse both ways: an equation knows its cells, a cell its equations. All of it lives in the arena.
 */
#ifndef GJ_JUDGE_SYSTEM_H
#define GJ_JUDGE_SYSTEM_H

#include "diagnosis.h"

/** A cell with its coefficient in one equation, seen from either side. */
typedef struct gj_entry_of {
    size_t variable, row;
    int64_t factor; /* not 0 */
} gj_entry_of;

typedef struct gj_variable {
    gj_cell_id cell;
    gj_decimal value;
    bool may_be_negative, decimal;
    size_t component;    /* the smallest variable it hangs together with */
    size_t first, count; /* its entries in by_variable, ascending by row */
} gj_variable;

typedef struct gj_system_row {
    size_t equation;     /* index of the recorded equation */
    size_t first, count; /* its entries in by_row */
    gj_sum exact;        /* left - right */
    gj_decimal residual; /* the same, where it fits */
} gj_system_row;

typedef struct gj_system {
    gj_arena *arena;
    gj_variable *variables; /* ascending by cell */
    size_t variable_count;
    gj_system_row *rows;
    size_t row_count;
    gj_entry_of *by_row, *by_variable;
    size_t entry_count;
    bool too_big; /* a residual is beyond GJ_DECIMAL_MAX: nothing is solved */
} gj_system;

/** Take the exact equations of `equations`. Cells that cancel out within an equation are no part of it. */
GJ_MUST_USE gj_status gj_system_build(gj_arena *arena, const gj_report *report, const gj_equation *equations,
                                      size_t count, gj_system *out, gj_error *err);
/** Index of a cell's variable, or GJ_NOT_FOUND. */
size_t gj_system_variable(const gj_system *system, gj_cell_id cell);
/** The component of an exact equation; GJ_NOT_FOUND where all its cells cancel out. */
size_t gj_system_component(const gj_system *system, size_t equation);
/** Find the smallest explanations of a component's failing rows into group->explanations, kept and total. */
GJ_MUST_USE gj_status gj_system_explain(const gj_system *system, size_t component, gj_group *group, gj_error *err);

#endif
