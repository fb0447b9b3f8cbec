/* text_stack.c - rows of cells that follow each other. */
#include "text_stack.h"

#define LEAST_FIGURES 6

gj_status gj_stack_add(gj_stack *stack, size_t number, gj_span part, bool figure)
{
    gj_arena *arena = stack->reader->builder.arena;
    bool after_figure = stack->cells.count && stack->cells.items[stack->cells.count - 1].figure;
    gj_stack_cell *cell = GJ_PUSH(arena, &stack->cells);
    gj_span *added = GJ_PUSH(arena, &stack->parts);
    if (!cell || !added)
        return gj_fail_nomem(stack->reader->builder.err);
    *added = part;
    *cell = (gj_stack_cell){ number, stack->parts.count - 1, 1, part, figure };
    stack->figures += figure;
    stack->runs += figure && !after_figure;
    stack->end = figure ? stack->cells.count : stack->end;
    return GJ_OK;
}

gj_status gj_stack_join(gj_stack *stack, size_t number, gj_span part)
{
    gj_stack_cell *cell = &stack->cells.items[stack->cells.count - 1];
    gj_span *added = GJ_PUSH(stack->reader->builder.arena, &stack->parts);
    if (!added)
        return gj_fail_nomem(stack->reader->builder.err);
    *added = part;
    cell->number = number;
    cell->count++;
    cell->span.end = part.end;
    return GJ_OK;
}

bool gj_stack_is_table(const gj_stack *stack)
{
    return stack->figures >= LEAST_FIGURES && !stack->cells.items[0].figure;
}

static gj_status add_cell(gj_stack *s, gj_laid_rows *rows, const gj_stack_cell *cell)
{
    gj_arena *arena = s->reader->builder.arena;
    gj_laid_cell *laid = GJ_PUSH(arena, &rows->cells);
    if (!laid)
        return gj_fail_nomem(s->reader->builder.err);
    *laid = (gj_laid_cell){ rows->parts.count, cell->count };
    for (size_t i = 0; i < cell->count; i++) {
        gj_span *part = GJ_PUSH(arena, &rows->parts);
        if (!part)
            return gj_fail_nomem(s->reader->builder.err);
        *part = s->parts.items[cell->first + i];
    }
    rows->rows.items[rows->rows.count - 1].count++;
    return GJ_OK;
}

/* A row of cells [first, end). */
static gj_status add_row(gj_stack *s, gj_laid_rows *rows, size_t first, size_t end)
{
    if (first == end)
        return GJ_OK;
    gj_laid_row *row = GJ_PUSH(s->reader->builder.arena, &rows->rows);
    if (!row)
        return gj_fail_nomem(s->reader->builder.err);
    const gj_stack_cell *cells = s->cells.items;
    *row = (gj_laid_row){ .first = rows->cells.count,
                          .span = { cells[first].span.begin, cells[end - 1].span.end },
                          .last_line = cells[end - 1].number,
                          .figures = cells[end - 1].figure };
    for (size_t i = first; i < end; i++)
        GJ_TRY(add_cell(s, rows, &cells[i]));
    return GJ_OK;
}

/* Words [first, words) and figures [words, end). All words of a table with a single run of figures are its header. */
static gj_status add_run(gj_stack *s, gj_laid_rows *rows, size_t first, size_t words, size_t end)
{
    size_t labels = words - first;
    if (s->runs == 1) {
        GJ_TRY(add_row(s, rows, first, words));
        return add_row(s, rows, words, end);
    }
    if (labels <= GJ_STACK_LABELS)
        return add_row(s, rows, first, end);
    GJ_TRY(add_row(s, rows, first, words - 1));
    return add_row(s, rows, words - 1, end);
}

static gj_status make_rows(gj_stack *s, gj_laid_rows *rows)
{
    for (size_t at = 0; at < s->end;) {
        size_t words = at;
        while (!s->cells.items[words].figure) /* the last of them is one */
            words++;
        size_t end = words;
        while (end < s->end && s->cells.items[end].figure)
            end++;
        GJ_TRY(add_run(s, rows, at, words, end));
        at = end;
    }
    return GJ_OK;
}

gj_status gj_stack_take(gj_stack *stack, size_t *line)
{
    gj_laid_rows rows = { 0 };
    GJ_TRY(make_rows(stack, &rows));
    size_t end = stack->cells.items[stack->end - 1].number + 1;
    GJ_TRY(gj_paragraph_end(stack->reader));
    GJ_TRY(gj_text_laid(stack->reader, &rows, rows.rows.count, GJ_GRID_STACKED));
    GJ_TRY(gj_text_pages_between(stack->reader, *line, end));
    *line = end;
    return GJ_OK;
}
