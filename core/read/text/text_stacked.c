/* text_stacked.c - tables with one cell a line, as a page copied as text has them. */
#include "text_stack.h"

static size_t next_line(const gj_source *source, size_t number, gj_text_line *line)
{
    for (; number <= source->line_count; number++) {
        *line = gj_text_line_at(source, number);
        if (!gj_text_line_blank(line) && !line->page_number)
            return number;
    }
    return 0;
}

static bool is_cell(const gj_text_line *line)
{
    return !line->tabs && !line->columnar && line->ending != GJ_END_HARD && line->chars <= GJ_STACK_CHARS;
}

/* 「一、…」 is a row's label where figures follow after no more labels than a row has; else it is a heading. */
static bool is_heading(const gj_source *source, size_t number, const gj_text_line *line)
{
    if (!line->section_mark)
        return false;
    gj_text_line next;
    for (size_t labels = 1; labels <= GJ_STACK_LABELS; labels++) {
        number = next_line(source, number + 1, &next);
        if (!number || !is_cell(&next))
            return true;
        if (next.figure)
            return false;
    }
    return true;
}

static gj_status gather(gj_stack *s, size_t number, size_t *next)
{
    const gj_source *source = s->reader->builder.source;
    gj_text_line line;
    while ((*next = number) <= source->line_count && (number = next_line(source, number, &line)) != 0) {
        *next = number;
        if (!is_cell(&line) || is_heading(source, number, &line) || s->cells.count == GJ_MAX_TABLE_ROWS)
            return GJ_OK;
        GJ_TRY(gj_stack_add(s, number, line.content, line.figure));
        number++;
    }
    *next = source->line_count + 1;
    return GJ_OK;
}

gj_status gj_text_stacked(gj_text_reader *reader, size_t *line)
{
    size_t next;
    if (*line < reader->no_stack_before)
        return GJ_OK;
    gj_stack stack = { .reader = reader };
    GJ_TRY(gather(&stack, *line, &next));
    if (gj_stack_is_table(&stack))
        return gj_stack_take(&stack, line);
    reader->no_stack_before = next > *line ? next : *line + 1;
    return GJ_OK;
}
