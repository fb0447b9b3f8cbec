/** text_stack.h - tables whose cells follow each other and nothing says in which row or column. Not for other stages.
 *
 * Words, then figures, then words: each run of figures is a row, and the words before it are its labels; many words before the first
 * figures are the header. Blank cells are lost in such a text, so a row with too few figures cannot be placed, and the binder says so.
 * In what order a header of two levels is read is the binder's to know (table_matrix.c). Two readers find the cells: one a line
 * (text_stacked.c), and each ended by a bar, however many lines it takes (text_barred.c).
 */
#ifndef GJ_READ_TEXT_STACK_H
#define GJ_READ_TEXT_STACK_H

#include "text_reader.h"

#define GJ_STACK_CHARS 60 /* a longer line is running text */
#define GJ_STACK_LABELS 3 /* a row has no more label cells */

typedef struct gj_stack_cell {
    size_t number;       /* its last line */
    size_t first, count; /* parts: what stands of it in each line */
    gj_span span;
    bool figure;
} gj_stack_cell;

typedef struct gj_stack {
    gj_text_reader *reader;
    GJ_LIST(gj_stack_cell) cells;
    GJ_LIST(gj_span) parts;
    size_t figures, runs; /* runs of figures */
    size_t end;           /* one past the last figure, in cells */
} gj_stack;

/** Another cell, of one part in line `number`. Fails with GJ_NOMEM only. */
GJ_MUST_USE gj_status gj_stack_add(gj_stack *stack, size_t number, gj_span part, bool figure);
/** Another part of the last cell, which is then no figure. Fails with GJ_NOMEM only. */
GJ_MUST_USE gj_status gj_stack_join(gj_stack *stack, size_t number, gj_span part);
/** Whether the cells can be a table: words first, and figures enough. */
bool gj_stack_is_table(const gj_stack *stack);
/** Make a table block of the cells up to the last figure; *line, its first line, becomes the line after it. */
GJ_MUST_USE gj_status gj_stack_take(gj_stack *stack, size_t *line);

#endif
