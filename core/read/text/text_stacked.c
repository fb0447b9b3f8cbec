/* text_stacked.c - tables with one cell a line, as a page copied as text has them.
 *
 * Words, then figures, then words: each run of figures is a row, and the words before it are its labels; many words before the first
 * figures are the header. Blank cells are lost in such a text, so a row with too few figures cannot be placed, and the binder says so.
 * In what order a header of two levels is read is the binder's to know (table_matrix.c). */
#include "text_reader.h"

#define LEAST_FIGURES 6
#define ROW_LABELS 3   /* a row has no more label cells */
#define LABEL_CHARS 60 /* a longer line is running text */

typedef struct stack_line {
    size_t number;
    gj_span span;
    bool figure;
} stack_line;

typedef struct stack {
    gj_text_reader *reader;
    GJ_LIST(stack_line) lines;
    size_t figures, runs; /* runs of figures */
    size_t end;           /* one past the last figure, in lines */
} stack;

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
    return !line->tabs && !line->columnar && line->ending != GJ_END_HARD && line->chars <= LABEL_CHARS;
}

/* 「一、…」 is a row's label where figures follow after no more labels than a row has; else it is a heading. */
static bool is_heading(const gj_source *source, size_t number, const gj_text_line *line)
{
    if (!line->section_mark)
        return false;
    gj_text_line next;
    for (size_t labels = 1; labels <= ROW_LABELS; labels++) {
        number = next_line(source, number + 1, &next);
        if (!number || !is_cell(&next))
            return true;
        if (next.figure)
            return false;
    }
    return true;
}

static gj_status gather(stack *s, size_t number, size_t *next)
{
    const gj_source *source = s->reader->builder.source;
    gj_text_line line;
    while ((*next = number) <= source->line_count && (number = next_line(source, number, &line)) != 0) {
        *next = number;
        if (!is_cell(&line) || is_heading(source, number, &line) || s->lines.count == GJ_MAX_TABLE_ROWS)
            return GJ_OK;
        bool after_figure = s->lines.count && s->lines.items[s->lines.count - 1].figure;
        stack_line *added = GJ_PUSH(s->reader->builder.arena, &s->lines);
        if (!added)
            return gj_fail_nomem(s->reader->builder.err);
        *added = (stack_line){ number, line.content, line.figure };
        s->figures += line.figure;
        s->runs += line.figure && !after_figure;
        s->end = line.figure ? s->lines.count : s->end;
        number++;
    }
    *next = source->line_count + 1;
    return GJ_OK;
}

static gj_status add_cell(stack *s, gj_laid_rows *rows, const gj_span *span)
{
    gj_arena *arena = s->reader->builder.arena;
    gj_laid_cell *cell = GJ_PUSH(arena, &rows->cells);
    gj_span *part = span ? GJ_PUSH(arena, &rows->parts) : NULL;
    if (!cell || (span && !part))
        return gj_fail_nomem(s->reader->builder.err);
    *cell = (gj_laid_cell){ rows->parts.count - (span != NULL), span != NULL };
    if (span)
        *part = *span;
    rows->rows.items[rows->rows.count - 1].count++;
    return GJ_OK;
}

/* A row of lines [first, end), after `blank` cells. */
static gj_status add_row(stack *s, gj_laid_rows *rows, size_t blank, size_t first, size_t end)
{
    if (first == end)
        return GJ_OK;
    gj_laid_row *row = GJ_PUSH(s->reader->builder.arena, &rows->rows);
    if (!row)
        return gj_fail_nomem(s->reader->builder.err);
    const stack_line *lines = s->lines.items;
    *row = (gj_laid_row){ .first = rows->cells.count,
                          .span = { lines[first].span.begin, lines[end - 1].span.end },
                          .last_line = lines[end - 1].number,
                          .figures = lines[end - 1].figure };
    for (size_t i = 0; i < blank; i++)
        GJ_TRY(add_cell(s, rows, NULL));
    for (size_t i = first; i < end; i++)
        GJ_TRY(add_cell(s, rows, &lines[i].span));
    return GJ_OK;
}

/* Words [first, words) and figures [words, end). All words of a table with a single run of figures are its header. */
static gj_status add_run(stack *s, gj_laid_rows *rows, size_t first, size_t words, size_t end)
{
    size_t labels = words - first;
    if (s->runs == 1) {
        GJ_TRY(add_row(s, rows, 0, first, words));
        return add_row(s, rows, 0, words, end);
    }
    if (labels <= ROW_LABELS)
        return add_row(s, rows, 0, first, end);
    GJ_TRY(add_row(s, rows, 0, first, words - 1));
    return add_row(s, rows, 0, words - 1, end);
}

static gj_status make_rows(stack *s, gj_laid_rows *rows)
{
    for (size_t at = 0; at < s->end;) {
        size_t words = at;
        while (!s->lines.items[words].figure) /* the last of them is one */
            words++;
        size_t end = words;
        while (end < s->end && s->lines.items[end].figure)
            end++;
        GJ_TRY(add_run(s, rows, at, words, end));
        at = end;
    }
    return GJ_OK;
}

gj_status gj_text_stacked(gj_text_reader *reader, size_t *line)
{
    size_t next;
    if (*line < reader->no_stack_before)
        return GJ_OK;
    stack s = { .reader = reader };
    GJ_TRY(gather(&s, *line, &next));
    if (s.figures < LEAST_FIGURES || s.lines.items[0].figure) {
        reader->no_stack_before = next > *line ? next : *line + 1;
        return GJ_OK;
    }
    gj_laid_rows rows = { 0 };
    GJ_TRY(make_rows(&s, &rows));
    size_t end = s.lines.items[s.end - 1].number + 1;
    GJ_TRY(gj_paragraph_end(reader));
    GJ_TRY(gj_text_laid(reader, &rows, rows.rows.count, GJ_GRID_STACKED));
    GJ_TRY(gj_text_pages_between(reader, *line, end));
    *line = end;
    return GJ_OK;
}
