/* Pandoc's grid tables:
 *
 *     +----------+------+-----+    rules tell where columns begin, in columns of a terminal, where 汉字 count two
 *     | 一、新收 | 3    | 3   |    a bar at such a place parts two cells; where it is missing they are one
 *     +==========+======+=====+
 *     | 二、结转 | 0    | 0   |    a cell may go on over several lines,
 *     |          +------+-----+    and where a rule leaves it open, over several rows
 *     |          | 1    | 1   |
 *     +----------+------+-----+
 */
#include <stdlib.h>

#include "../../base/utf8.h"
#include "../ascii.h"
#include "markdown.h"

#define NO_CELL ((size_t)-1)

/* A cell that no rule has closed yet. */
typedef struct open_cell {
    GJ_LIST(gj_span) pieces; /* its lines */
    size_t begin;            /* where its first line begins, for a cell that stays blank */
    size_t row, columns;
} open_cell;

typedef struct grid_reader {
    gj_markdown *md;
    gj_slice bytes;
    gj_lines lines;
    size_t edge_count;                      /* edges of the finest division; columns + 1 */
    size_t place[GJ_MAX_TABLE_COLUMNS + 1]; /* terminal column of each, from the line's first character */
    size_t at[GJ_MAX_TABLE_COLUMNS + 1];    /* its byte in the line under way; GJ_NOT_FOUND: no bar there */
    size_t owner[GJ_MAX_TABLE_COLUMNS];     /* column in which the open cell that stands here begins; NO_CELL */
    open_cell open[GJ_MAX_TABLE_COLUMNS];   /* by the column in which it begins */
    GJ_LIST(gj_grid_cell) done;             /* cells in the order they ended */
    GJ_LIST(gj_span) rows;
} grid_reader;

static bool is_rule_byte(char c)
{
    return c == '-' || c == '=' || c == ':' || c == '+';
}

bool gj_is_grid_rule(gj_slice line)
{
    gj_slice text = gj_slice_trim(line);
    if (text.len < 3 || text.data[0] != '+' || text.data[text.len - 1] != '+' || text.data[1] == '+')
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (!is_rule_byte(text.data[i]))
            return false;
    return true;
}

size_t gj_grid_table_end(const gj_markdown *md, size_t line)
{
    size_t last_rule = line;
    for (size_t next = line; next <= md->build.source->line_count; next++) {
        gj_slice text = gj_slice_trim(gj_source_line(md->build.source, next));
        if (!text.len || (text.data[0] != '+' && text.data[0] != '|'))
            break;
        if (gj_is_grid_rule(text))
            last_rule = next;
    }
    return last_rule > line + 1 ? last_rule + 1 : line;
}

static gj_span line_span(const grid_reader *g, size_t line)
{
    return gj_span_trim(g->bytes, gj_markdown_line(g->md, line));
}

/* A '+' that a rule begins or ends at. */
static bool is_corner(gj_slice bytes, gj_span line, size_t at)
{
    return bytes.data[at] == '+' && ((at + 1 < line.end && is_rule_byte(bytes.data[at + 1])) ||
                                     (at > line.begin && is_rule_byte(bytes.data[at - 1])));
}

static gj_status add_place(grid_reader *g, size_t place, size_t offset)
{
    size_t i = g->edge_count;
    while (i > 0 && g->place[i - 1] > place)
        i--;
    if (i > 0 && g->place[i - 1] == place)
        return GJ_OK;
    if (g->edge_count > GJ_MAX_TABLE_COLUMNS)
        return gj_fail(g->md->build.err, GJ_LIMIT, offset, "表格列数太多（最多 %d 列）",
                       "too many table columns (at most %d)", GJ_MAX_TABLE_COLUMNS);
    memmove(&g->place[i + 1], &g->place[i], (g->edge_count - i) * sizeof g->place[0]);
    g->place[i] = place;
    g->edge_count++;
    return GJ_OK;
}

/* Learn the column edges of a line's rules. Characters whose width terminals disagree on make a place uncertain:
 * it is left out. */
static gj_status learn_places(grid_reader *g, size_t line)
{
    gj_span span = line_span(g, line);
    gj_slice text = gj_slice_sub(g->bytes, 0, span.end);
    size_t low = 0, high = 0;
    for (size_t at = span.begin; at < span.end && low == high;) {
        if (is_corner(g->bytes, span, at))
            GJ_TRY(add_place(g, low, at));
        uint32_t code = gj_utf8_next(text, &at);
        low += (size_t)gj_utf8_width_of(code, 1);
        high += (size_t)gj_utf8_width_of(code, 2);
    }
    return GJ_OK;
}

/* Find the line's bars by their places. Widths are counted from the last bar that fitted. */
static bool find_by_place(grid_reader *g, gj_span span)
{
    gj_slice text = gj_slice_sub(g->bytes, 0, span.end);
    size_t low = 0, high = 0, next = 0;
    for (size_t at = span.begin; at < span.end;) {
        size_t begin = at;
        uint32_t code = gj_utf8_next(text, &at);
        if (code == '|' || is_corner(g->bytes, span, begin)) {
            size_t i = next;
            while (i < g->edge_count && g->place[i] < low)
                i++;
            if (i < g->edge_count && g->place[i] <= high) {
                g->at[i] = begin;
                low = high = g->place[i];
                next = i + 1;
            }
        }
        low += (size_t)gj_utf8_width_of(code, 1);
        high += (size_t)gj_utf8_width_of(code, 2);
    }
    return g->at[0] == span.begin && g->at[g->edge_count - 1] + 1 == span.end;
}

/* A line that was edited by hand no longer fits, but has a bar for every edge. */
static bool find_by_order(grid_reader *g, gj_span span)
{
    size_t count = 0;
    for (size_t at = span.begin; at < span.end; at++) {
        if (g->bytes.data[at] != '|' || (at > span.begin && g->bytes.data[at - 1] == '\\'))
            continue;
        if (count == g->edge_count)
            return false;
        g->at[count++] = at;
    }
    return count == g->edge_count;
}

static bool find_edges(grid_reader *g, gj_span span)
{
    if (find_by_order(g, span))
        return true;
    for (size_t i = 0; i < g->edge_count; i++)
        g->at[i] = GJ_NOT_FOUND;
    return find_by_place(g, span);
}

static gj_status close_cell(grid_reader *g, size_t column)
{
    open_cell *cell = &g->open[column];
    gj_inline *text = &g->md->text;
    gj_span span = { cell->begin, cell->begin };
    gj_inline_begin(text, GJ_INLINE_MARKDOWN);
    for (size_t i = 0; i < cell->pieces.count; i++) {
        if (i)
            gj_inline_break(text);
        gj_inline_add(text, cell->pieces.items[i]);
        span = (gj_span){ i ? span.begin : cell->pieces.items[0].begin, cell->pieces.items[i].end };
    }
    gj_grid_cell *done = GJ_PUSH(g->md->build.arena, &g->done);
    if (!done)
        return gj_fail_nomem(g->md->build.err);
    *done = (gj_grid_cell){ .row = cell->row,
                            .column = column,
                            .colspan = cell->columns,
                            .rowspan = g->rows.count > cell->row ? g->rows.count - cell->row : 1 };
    for (size_t i = 0; i < cell->columns; i++)
        g->owner[column + i] = NO_CELL;
    cell->pieces.count = 0;
    return gj_inline_end(text, span, &done->text, NULL, g->md->build.err);
}

/* The cell of columns [from, to) has a line more. */
static gj_status add_piece(grid_reader *g, size_t from, size_t to, gj_span piece)
{
    if (g->owner[from] == NO_CELL) {
        while (to > from + 1 && g->owner[to - 1] != NO_CELL)
            to--;
        for (size_t i = from; i < to; i++)
            g->owner[i] = from;
        open_cell *fresh = &g->open[from];
        fresh->begin = gj_span_trim(g->bytes, piece).begin;
        fresh->row = g->rows.count - 1;
        fresh->columns = to - from;
    }
    gj_span text = gj_span_trim(g->bytes, piece);
    if (text.begin == text.end)
        return GJ_OK;
    gj_span *added = GJ_PUSH(g->md->build.arena, &g->open[g->owner[from]].pieces);
    if (!added)
        return gj_fail_nomem(g->md->build.err);
    *added = text;
    return GJ_OK;
}

static bool is_ruled(gj_slice bytes, gj_span piece)
{
    for (size_t at = piece.begin; at < piece.end; at++)
        if (!is_rule_byte(bytes.data[at]))
            return false;
    return piece.begin < piece.end;
}

/* The next edge with a bar after edge `from`. */
static size_t next_edge(const grid_reader *g, size_t from)
{
    size_t to = from + 1;
    while (to + 1 < g->edge_count && g->at[to] == GJ_NOT_FOUND)
        to++;
    return to;
}

/* Rules close the cells above them and begin a row. */
static gj_status take_rules(grid_reader *g, gj_span span)
{
    bool any = false;
    for (size_t from = 0, to; from + 1 < g->edge_count; from = to) {
        to = next_edge(g, from);
        if (!is_ruled(g->bytes, (gj_span){ g->at[from] + 1, g->at[to] }))
            continue;
        any = true;
        for (size_t i = from; i < to; i++)
            if (g->owner[i] != NO_CELL)
                GJ_TRY(close_cell(g, g->owner[i]));
    }
    if (!any)
        return GJ_OK;
    gj_span *row = GJ_PUSH(g->md->build.arena, &g->rows);
    if (!row)
        return gj_fail_nomem(g->md->build.err);
    *row = (gj_span){ span.end, span.end };
    return GJ_OK;
}

static gj_status take_line(grid_reader *g, gj_span span)
{
    GJ_TRY(take_rules(g, span));
    gj_span *row = &g->rows.items[g->rows.count - 1];
    for (size_t from = 0, to; from + 1 < g->edge_count; from = to) {
        to = next_edge(g, from);
        gj_span piece = { g->at[from] + 1, g->at[to] };
        if (is_ruled(g->bytes, piece))
            continue;
        *row = (gj_span){ row->begin == row->end ? span.begin : row->begin, span.end };
        GJ_TRY(add_piece(g, from, to, piece));
    }
    return GJ_OK;
}

static int by_place(const void *a, const void *b)
{
    const gj_grid_cell *left = a, *right = b;
    if (left->row != right->row)
        return left->row < right->row ? -1 : 1;
    return left->column < right->column ? -1 : left->column > right->column;
}

/* The last rule began a row that has no lines. */
static gj_status lay_out(grid_reader *g)
{
    gj_markdown *md = g->md;
    if (g->done.count)
        qsort(g->done.items, g->done.count, sizeof *g->done.items, by_place);
    GJ_TRY(gj_grid_start(&md->grid, md->build.arena, md->build.err));
    for (size_t row = 0, cell = 0; row + 1 < g->rows.count; row++) {
        GJ_TRY(gj_grid_row_add(&md->grid, g->rows.items[row], md->build.err));
        for (; cell < g->done.count && g->done.items[cell].row == row; cell++) {
            const gj_grid_cell *done = &g->done.items[cell];
            GJ_TRY(gj_grid_cell_add(&md->grid, &done->text, done->rowspan, done->colspan, md->build.err));
        }
    }
    return GJ_OK;
}

static gj_status read_grid(grid_reader *g, bool *fits)
{
    for (size_t line = g->lines.first; line < g->lines.end; line++)
        GJ_TRY(learn_places(g, line));
    for (size_t i = 0; i < GJ_MAX_TABLE_COLUMNS; i++)
        g->owner[i] = NO_CELL;
    for (size_t line = g->lines.first; line < g->lines.end; line++) {
        gj_span span = line_span(g, line);
        *fits = find_edges(g, span);
        if (!*fits)
            return GJ_OK;
        GJ_TRY(take_line(g, span));
    }
    return lay_out(g);
}

/* When its lines no longer fit its rules, every line between two rules is taken as a row of its own. */
static gj_status read_as_rows(gj_markdown *md, gj_lines lines)
{
    gj_span span = gj_markdown_line(md, lines.first);
    GJ_TRY(gj_markdown_remark(
        md, "misaligned_table", gj_span_trim(md->build.source->bytes, span),
        "这个表格的竖线与横线没有对齐，按一行文字一行表格读入；请对齐后再检查",
        "the bars of this table do not stand below the corners of its rules, so each line was read as a "
        "row; align them and check again"));
    for (size_t line = lines.first; line < lines.end;) {
        size_t end = line;
        while (end < lines.end && !gj_is_grid_rule(gj_source_line(md->build.source, end)))
            end++;
        if (end > line)
            GJ_TRY(gj_pipe_table(md, (gj_lines){ line, end }));
        line = end + (end < lines.end);
    }
    return GJ_OK;
}

gj_status gj_grid_table(gj_markdown *md, gj_lines lines)
{
    grid_reader *g = GJ_NEW(md->build.arena, grid_reader);
    if (!g)
        return gj_fail_nomem(md->build.err);
    g->md = md;
    g->bytes = md->build.source->bytes;
    g->lines = lines;
    bool fits = true;
    GJ_TRY(read_grid(g, &fits));
    if (!fits)
        return read_as_rows(md, lines);
    gj_span span = { gj_markdown_line(md, lines.first).begin, gj_markdown_line(md, lines.end - 1).end };
    return gj_markdown_table(md, span, (gj_slice){ 0 });
}
