#include "finding.h"

/* Accepted findings. An exception names a fingerprint, or a rule and perhaps a place; it holds up to and including its day. */

static bool expired(const gj_exception *exception, gj_slice today)
{
    return exception->expires.len && gj_slice_compare(exception->expires, today) < 0;
}

static bool is_cell(gj_arena *arena, const gj_cell_ref *cell, gj_slice path, bool *nomem)
{
    gj_slice own = gj_arena_format(arena, "%s%.*s.%.*s.%.*s", cell->prior ? "prior." : "", GJ_ARG(cell->table),
                                   GJ_ARG(cell->row), GJ_ARG(cell->column));
    *nomem = *nomem || !own.data;
    return own.data && gj_slice_equal(own, path);
}

/* The place itself, its section, or a cell of its one equation. A finding of several equations is more than one cell
 * can stand for: accepting it by a cell would hide the next defect that joins it. */
static bool place_matches(gj_arena *arena, const gj_finding *finding, gj_slice cell, bool *nomem)
{
    if (cell.len == 0 || gj_slice_equal(cell, finding->place) || gj_slice_equal(cell, finding->section))
        return true;
    if (finding->cell_count > 1 && finding->equation_count != 1)
        return false;
    for (size_t i = 0; i < finding->cell_count; i++)
        if (is_cell(arena, &finding->cells[i], cell, nomem))
            return true;
    return false;
}

static bool matches(gj_arena *arena, const gj_exception *exception, const gj_finding *finding, bool *nomem)
{
    if (exception->fingerprint.len)
        return gj_slice_is(exception->fingerprint, finding->fingerprint);
    return (gj_slice_equal(exception->rule, finding->rule) || gj_slice_equal(exception->rule, finding->name)) &&
           place_matches(arena, finding, exception->cell, nomem);
}

static const gj_exception_ref *reference(gj_arena *arena, const gj_exception *exception)
{
    gj_exception_ref *ref = GJ_NEW(arena, gj_exception_ref);
    if (!ref)
        return NULL;
    *ref = (gj_exception_ref){ .reason = gj_arena_copy(arena, exception->reason),
                               .approver = gj_arena_copy(arena, exception->approver),
                               .expires = gj_arena_copy(arena, exception->expires) };
    return ref->reason.data && ref->approver.data && ref->expires.data ? ref : NULL;
}

bool gj_exceptions_apply(const gj_judging *judging, gj_finding *findings, size_t count)
{
    const gj_judge_options *options = judging->options;
    bool nomem = false;
    for (size_t e = 0; e < options->exception_count; e++) {
        const gj_exception *exception = &options->exceptions[e];
        if (expired(exception, options->today))
            continue;
        for (size_t i = 0; i < count && !nomem; i++) {
            if (!matches(judging->arena, exception, &findings[i], &nomem))
                continue;
            if (!findings[i].exception)
                findings[i].exception = reference(judging->arena, exception);
            nomem = nomem || !findings[i].exception;
            if (options->exception_used)
                options->exception_used[e] = true;
        }
    }
    return !nomem;
}
