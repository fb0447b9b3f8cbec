#include "../ascii.h"
#include "markdown.h"

/* How the rows of one table are written. */
typedef struct style {
    bool leading, trailing; /* the delimiter row, or else the first row, begins or ends with a bar */
    size_t columns;         /* its cells */
} row_style;

/* The next '|' that no backslash escapes, or `end`. */
static size_t next_bar(gj_slice bytes, size_t at, size_t end)
{
    size_t from = at;
    while (at < end) {
        const char *bar = memchr(bytes.data + at, '|', end - at);
        if (!bar)
            return end;
        size_t place = (size_t)(bar - bytes.data), slashes = 0;
        while (place - slashes > from && bytes.data[place - slashes - 1] == '\\')
            slashes++;
        if (slashes % 2 == 0)
            return place;
        at = place + 1;
    }
    return end;
}

bool gj_is_pipe_row(gj_slice line)
{
    if (next_bar(line, 0, line.len) == line.len)
        return false;
    gj_slice text = gj_slice_trim(line);
    size_t marks = 0;
    while (marks < text.len && text.data[marks] == '#')
        marks++;
    return marks == 0 || marks > 6;
}

/* A row as it counts: without marks of quotation before it and a comment after it. */
static gj_span row_span(const gj_markdown *md, size_t line)
{
    gj_slice bytes = md->build.source->bytes;
    gj_span row = gj_span_trim(bytes, gj_markdown_line(md, line));
    while (row.begin < row.end && bytes.data[row.begin] == '>')
        row = gj_span_trim(bytes, (gj_span){ row.begin + 1, row.end });
    if (!gj_slice_ends(gj_slice_sub(bytes, row.begin, row.end), GJ_LIT("-->")))
        return row;
    size_t comment = row.end;
    while (comment > row.begin && !gj_slice_starts(gj_slice_sub(bytes, comment, row.end), GJ_LIT("<!--")))
        comment--;
    return comment > row.begin ? gj_span_trim(bytes, (gj_span){ row.begin, comment }) : row;
}

/* The row without its outer bars. */
static gj_span inside(gj_slice bytes, gj_span row, bool *leading, bool *trailing)
{
    gj_span span = row;
    *leading = span.begin < span.end && bytes.data[span.begin] == '|';
    if (*leading)
        span.begin++;
    size_t last = span.begin;
    for (size_t bar; (bar = next_bar(bytes, last, span.end)) < span.end;)
        last = bar + 1;
    *trailing = last == span.end && last > span.begin;
    if (*trailing)
        span.end--;
    return span;
}

static size_t count_cells(gj_slice bytes, gj_span span)
{
    size_t count = 1;
    for (size_t at = span.begin; (at = next_bar(bytes, at, span.end)) < span.end; at++)
        count++;
    return count;
}

/* |---|:--:| draws the line under the head (Emacs writes |---+---|). A row of single dashes is one only as the
 * second row, where every Markdown reader takes it so; anywhere else it holds the dashes somebody put for
 * "nothing". */
static bool is_delimiter(gj_slice bytes, gj_span span, bool second)
{
    bool long_enough = true;
    for (size_t at = span.begin; at <= span.end;) {
        size_t end = next_bar(bytes, at, span.end);
        gj_slice cell = gj_slice_trim(gj_slice_sub(bytes, at, end));
        size_t dashes = 0;
        for (size_t i = 0; i < cell.len; i++) {
            bool edge = i == 0 || i + 1 == cell.len;
            if (cell.data[i] == '-')
                dashes++;
            else if (!(cell.data[i] == ':' && edge) && !(cell.data[i] == '+' && !edge))
                return false;
        }
        if (!dashes)
            return false;
        long_enough = long_enough && (dashes >= 3 || dashes < cell.len);
        at = end + 1;
    }
    return long_enough || second;
}

static row_style style_of(const gj_markdown *md, gj_lines lines)
{
    gj_slice bytes = md->build.source->bytes;
    row_style found = { 0 };
    for (size_t line = lines.first; line < lines.end; line++) {
        bool leading, trailing;
        gj_span span = inside(bytes, row_span(md, line), &leading, &trailing);
        bool delimiter = is_delimiter(bytes, span, line == lines.first + 1);
        if (line > lines.first && !delimiter)
            continue;
        found.columns = count_cells(bytes, span);
        found.leading = leading;
        found.trailing = trailing;
        if (delimiter)
            break;
    }
    return found;
}

static gj_status add_cells(gj_markdown *md, gj_span span)
{
    gj_slice bytes = md->build.source->bytes;
    for (size_t at = span.begin; at <= span.end;) {
        size_t end = next_bar(bytes, at, span.end);
        GJ_TRY(gj_markdown_cell(md, (gj_span){ at, end }));
        at = end + 1;
    }
    return GJ_OK;
}

/* In a table without outer bars, a bar at the edge of a row that is one cell short belongs to an empty cell. */
static gj_status add_row(gj_markdown *md, const row_style *style, gj_span row, bool second)
{
    gj_slice bytes = md->build.source->bytes;
    bool leading, trailing;
    gj_span span = inside(bytes, row, &leading, &trailing);
    if (is_delimiter(bytes, span, second))
        return GJ_OK;
    size_t count = count_cells(bytes, span);
    GJ_TRY(gj_grid_row_add(&md->grid, row, md->build.err));
    if (leading && !style->leading && count + 1 == style->columns) {
        GJ_TRY(gj_markdown_cell(md, (gj_span){ span.begin - 1, span.begin - 1 }));
        count++;
    }
    GJ_TRY(add_cells(md, span));
    if (trailing && !style->trailing && count + 1 == style->columns)
        GJ_TRY(gj_markdown_cell(md, (gj_span){ span.end + 1, span.end + 1 }));
    return GJ_OK;
}

gj_status gj_pipe_table(gj_markdown *md, gj_lines lines)
{
    row_style style = style_of(md, lines);
    GJ_TRY(gj_grid_start(&md->grid, md->build.arena, md->build.err));
    for (size_t line = lines.first; line < lines.end; line++)
        GJ_TRY(add_row(md, &style, row_span(md, line), line == lines.first + 1));
    gj_span span = { gj_markdown_line(md, lines.first).begin, gj_markdown_line(md, lines.end - 1).end };
    return gj_markdown_table(md, span, (gj_slice){ 0 });
}
