/* text_barred.c - tables whose cells each end with a bar and a line end, as programs that make text of web pages leave them.
 *
 *     行政许可            行政许可 |
 *     |                   36 | ||
 *     36                  |
 *     |
 *
 * A bar ends a cell; bars with nothing between them fill a row up or stand between rows, and a blank cell looks no different. A line
 * that no bar ends goes on in the next one (商业, 企业), but a figure does not. Rows with more than one cell in a line are another kind of table
 * (text_table.c). */
#include "../ascii.h"
#include "text_stack.h"

typedef struct barred {
    gj_stack stack;
    bool open;   /* no bar has ended the last cell */
    bool beside; /* bars stand in the lines of the cells that they end, so that a line without one is no cell */
} barred;

static bool is_bars(gj_slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] != '|' && text.data[i] != ' ' && text.data[i] != '\t')
            return false;
    return text.len > 0;
}

/* Digits, or a mark that stands for a number: what a value looks like and a label does not. */
static bool is_value(gj_slice text)
{
    static const char *const marks[] = { "/", "-", "／", "—", "－", "–" };
    bool digit = false, other = false;
    for (size_t i = 0; i < text.len; i++) {
        digit = digit || gj_is_digit(text.data[i]);
        other = other || (!gj_is_digit(text.data[i]) && text.data[i] != '.' && text.data[i] != ',');
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (gj_slice_is(text, marks[i]))
            return true;
    return digit && !other;
}

/* The only cell of a line; false where it has more than one. Empty where it has nothing but bars. */
static bool only_cell(gj_slice text, gj_slice *cell)
{
    *cell = (gj_slice){ text.data, 0 };
    for (size_t at = 0; at <= text.len;) {
        const char *bar = at < text.len ? memchr(text.data + at, '|', text.len - at) : NULL;
        size_t end = bar ? (size_t)(bar - text.data) : text.len;
        gj_slice piece = gj_slice_trim(gj_slice_sub(text, at, end));
        if (piece.len && cell->len)
            return false;
        if (piece.len)
            *cell = piece;
        at = end + 1;
    }
    return true;
}

static bool ends_with_bar(gj_slice text)
{
    return text.len && text.data[text.len - 1] == '|';
}

/* Whether a cell of such a table may begin in this line: it ends with a bar, or the next line begins with one. */
static bool may_begin(const gj_source *source, size_t number)
{
    gj_slice here = gj_slice_trim(gj_source_line(source, number)), cell;
    if (memchr(here.data, '|', here.len))
        return (ends_with_bar(here) || is_bars(here)) && only_cell(here, &cell);
    for (size_t next = number + 1; next <= source->line_count; next++) {
        gj_slice text = gj_slice_trim(gj_source_line(source, next));
        if (text.len)
            return is_bars(text);
    }
    return false;
}

/* Take one line; false in *more where it is no part of the table. */
static gj_status take_line(barred *b, size_t number, const gj_text_line *line, bool *more)
{
    gj_stack *stack = &b->stack;
    const gj_source *source = stack->reader->builder.source;
    gj_slice text = gj_slice_sub(source->bytes, line->content.begin, line->content.end), cell;
    bool barred_line = memchr(text.data, '|', text.len) != NULL;
    *more = only_cell(text, &cell) && line->chars <= GJ_STACK_CHARS && stack->cells.count < GJ_MAX_TABLE_ROWS;
    if (*more &&
        !barred_line) /* 「一、…」 is a row's label where a bar follows, else a heading; there is none before the first row */
        *more = line->ending != GJ_END_HARD &&
                (!line->section_mark || (stack->cells.count && !b->beside && may_begin(source, number)));
    if (!*more || !cell.len) {
        b->open = false;
        return GJ_OK;
    }
    size_t begin = (size_t)(cell.data - source->bytes.data);
    gj_span span = { begin, begin + cell.len };
    bool value = is_value(cell), goes_on = b->open && !value && !stack->cells.items[stack->cells.count - 1].figure;
    b->open = !ends_with_bar(text);
    b->beside = b->beside || !b->open;
    return goes_on ? gj_stack_join(stack, number, span) : gj_stack_add(stack, number, span, value);
}

gj_status gj_text_barred(gj_text_reader *reader, size_t *line)
{
    const gj_source *source = reader->builder.source;
    if (*line < reader->no_barred_before || !may_begin(source, *line))
        return GJ_OK;
    barred b = { .stack = { .reader = reader } };
    bool more = true;
    size_t number = *line;
    for (; more && number <= source->line_count; number++) {
        gj_text_line here = gj_text_line_at(source, number);
        if (!gj_text_line_blank(&here) && !here.page_number)
            GJ_TRY(take_line(&b, number, &here, &more));
    }
    if (!b.stack.cells.count || !gj_stack_is_table(&b.stack)) {
        reader->no_barred_before = number;
        return GJ_OK;
    }
    GJ_TRY(gj_stack_take(&b.stack, line));
    while (*line <= source->line_count && is_bars(gj_slice_trim(gj_source_line(source, *line))))
        ++*line; /* the bar after the last figure */
    return GJ_OK;
}
