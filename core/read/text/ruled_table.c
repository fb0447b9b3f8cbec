/* Pandoc's simple and multiline tables, whose columns a rule of dashes tells:
 *
 *     名称     件数   废止      -------- ------ ------      ----------------------
 *     -------- ------ ------    规章          0      0      名称     件数
 *     规章          0      0    文件          2      1      -------- ------
 *                               -------- ------ ------      规章          0
 *
 *                                                           文件          2
 *                                                           ----------------------
 *
 * Where a blank line parts two rows, the lines between two blank ones are one row. A line of which anything stands across the gap of
 * two columns makes this no such table. */
#include "ruled_table.h"

#include "../ascii.h"

#define LEAST_DASHES 2  /* in one column's rule */
#define LEAST_RULE 10   /* dashes of a rule over all columns */
#define HEADER_LINES 12 /* between such a rule and the columns' */

typedef enum rule_kind { NO_RULE, WHOLE_RULE, COLUMN_RULE } rule_kind;

static rule_kind rule_of(gj_slice line)
{
    gj_slice text = gj_slice_trim(line);
    if (!text.len || text.data[0] != '-')
        return NO_RULE;
    size_t groups = 0, dashes = 0, run = 0;
    for (size_t i = 0; i <= text.len; i++) {
        char c = i < text.len ? text.data[i] : ' ';
        if (c != '-' && c != ' ')
            return NO_RULE;
        if (c == '-') {
            run++;
            dashes++;
            continue;
        }
        if (run && run < LEAST_DASHES)
            return NO_RULE;
        groups += run > 0;
        run = 0;
    }
    return groups >= 2 ? COLUMN_RULE : dashes >= LEAST_RULE ? WHOLE_RULE : NO_RULE;
}

static bool is_blank(const gj_source *source, size_t line)
{
    return line > source->line_count || !gj_slice_trim(gj_source_line(source, line)).len;
}

bool gj_is_column_rule(gj_slice line)
{
    return rule_of(line) == COLUMN_RULE;
}

/* The first rule after `line` before which stands a row and after which the file ends or a line is blank; 0 for none. */
static size_t closing_rule(const gj_source *source, size_t line)
{
    for (size_t next = line + 2; next <= source->line_count; next++)
        if (rule_of(gj_source_line(source, next)) != NO_RULE)
            return is_blank(source, next + 1) ? next : 0;
    return 0;
}

bool gj_ruled_table_find(const gj_source *source, size_t line, gj_ruled_table *out)
{
    *out = (gj_ruled_table){ .first = line, .rule = line };
    rule_kind kind = rule_of(gj_source_line(source, line));
    if (kind == NO_RULE) {
        if (is_blank(source, line) || rule_of(gj_source_line(source, line + 1)) != COLUMN_RULE)
            return false;
        out->rule = line + 1;
        for (out->end = line + 2; !is_blank(source, out->end); out->end++)
            continue;
        return out->end > line + 2;
    }
    if (kind == WHOLE_RULE) {
        size_t next = line + 1;
        while (next <= line + HEADER_LINES && !is_blank(source, next) &&
               rule_of(gj_source_line(source, next)) == NO_RULE)
            next++;
        if (next == line + 1 || rule_of(gj_source_line(source, next)) != COLUMN_RULE)
            return false;
        out->rule = next;
    }
    size_t close = closing_rule(source, out->rule);
    out->end = close + 1;
    return close != 0;
}

/* Where each column begins, from the rule. */
static size_t read_rule(gj_slice line, size_t starts[GJ_SPACED_COLUMNS])
{
    size_t count = 0;
    for (size_t i = 0; i < line.len; i++) {
        bool begins = line.data[i] == '-' && (!i || line.data[i - 1] != '-');
        if (begins && count == GJ_SPACED_COLUMNS)
            return 0;
        if (begins)
            starts[count++] = i;
    }
    return count;
}

typedef struct ruled_reader {
    gj_laid_table *t;
    gj_laid_rows *out;
    size_t starts[GJ_SPACED_COLUMNS], columns;
    bool by_blocks;
} ruled_reader;

/* The column a piece stands in; GJ_NOT_FOUND where it stands across a gap, or left of all. */
static size_t column_of(const ruled_reader *r, const gj_piece *piece, size_t measure)
{
    size_t column = GJ_NOT_FOUND;
    for (size_t c = 0; c < r->columns && r->starts[c] <= piece->begin[measure]; c++)
        column = c;
    bool across = column != GJ_NOT_FOUND && column + 1 < r->columns && piece->end[measure] > r->starts[column + 1] - 1;
    return across ? GJ_NOT_FOUND : column;
}

/* Whether every piece stands in one column; `exact` becomes how many begin where their column does. */
static bool fits_measure(const ruled_reader *r, size_t measure, size_t *exact)
{
    *exact = 0;
    for (size_t i = 0; i < r->t->pieces.count; i++) {
        gj_piece *piece = &r->t->pieces.items[i];
        piece->column = column_of(r, piece, measure);
        if (piece->column == GJ_NOT_FOUND)
            return false;
        *exact += piece->begin[measure] == r->starts[piece->column];
    }
    return true;
}

/* Take the measure that fits, the one in which most pieces begin with their columns. Pandoc counts 汉字 as two. */
static bool choose_measure(ruled_reader *r)
{
    static const size_t measures[GJ_MEASURES] = { 1, 2, 0 };
    size_t best = 0, exact;
    bool found = false;
    for (size_t k = 0; k < GJ_MEASURES; k++)
        if (fits_measure(r, measures[k], &exact) && (!found || exact > best)) {
            found = true;
            best = exact;
            r->t->measure = measures[k];
        }
    return found && fits_measure(r, r->t->measure, &exact);
}

/* Cut the lines and find the measure in which every piece stands in one column. */
static gj_status cut_lines(ruled_reader *r, const gj_ruled_table *where, bool *fits)
{
    gj_laid_table *t = r->t;
    const gj_cutting how = { .single = true };
    for (size_t number = where->first; number < where->end; number++) {
        gj_slice text = gj_source_line(t->source, number);
        r->by_blocks = r->by_blocks || (number > where->rule && !gj_slice_trim(text).len);
        if (rule_of(text) != NO_RULE || !text.len)
            continue;
        gj_laid_line *line = GJ_PUSH(t->arena, &t->lines);
        if (!line)
            return gj_fail_nomem(t->err);
        size_t begin = (size_t)(text.data - t->source->bytes.data), first = t->pieces.count;
        GJ_TRY(
            gj_pieces_cut(t->arena, t->source->bytes, (gj_span){ begin, begin + text.len }, &how, &t->pieces, t->err));
        *line = (gj_laid_line){ .number = number, .first = first, .count = t->pieces.count - first };
    }
    *fits = choose_measure(r);
    return GJ_OK;
}

static gj_status add_cell(ruled_reader *r, size_t column, size_t first, size_t end)
{
    gj_laid_table *t = r->t;
    gj_laid_cell *cell = GJ_PUSH(t->arena, &r->out->cells);
    if (!cell)
        return gj_fail_nomem(t->err);
    size_t index = r->out->cells.count - 1;
    *cell = (gj_laid_cell){ r->out->parts.count, 0 };
    for (size_t l = first; l < end; l++) {
        const gj_laid_line *line = &t->lines.items[l];
        gj_span span = { GJ_NOT_FOUND, 0 };
        for (size_t i = 0; i < line->count; i++) {
            const gj_piece *piece = &t->pieces.items[line->first + i];
            if (piece->column != column)
                continue;
            span.begin = span.begin == GJ_NOT_FOUND ? piece->span.begin : span.begin;
            span.end = piece->span.end;
        }
        if (span.begin == GJ_NOT_FOUND)
            continue;
        gj_span *part = GJ_PUSH(t->arena, &r->out->parts);
        if (!part)
            return gj_fail_nomem(t->err);
        *part = span;
        r->out->cells.items[index].count++;
    }
    return GJ_OK;
}

/* Lines [first, end) as one row. */
static gj_status add_row(ruled_reader *r, size_t first, size_t end)
{
    gj_laid_table *t = r->t;
    gj_laid_row *row = GJ_PUSH(t->arena, &r->out->rows);
    if (!row)
        return gj_fail_nomem(t->err);
    const gj_laid_line *last = &t->lines.items[end - 1];
    size_t last_piece = last->first + last->count - 1;
    *row = (gj_laid_row){ .first = r->out->cells.count,
                          .count = r->columns,
                          .span = { t->pieces.items[t->lines.items[first].first].span.begin,
                                    t->pieces.items[last_piece].span.end },
                          .last_line = last->number };
    for (size_t c = 0; c < r->columns; c++)
        GJ_TRY(add_cell(r, c, first, end));
    return GJ_OK;
}

static gj_status add_rows(ruled_reader *r, size_t rule)
{
    const gj_laid_line *lines = r->t->lines.items;
    for (size_t l = 0, end; l < r->t->lines.count; l = end) {
        end = l + 1;
        while (end < r->t->lines.count && !lines[l].count)
            end = ++l + 1; /* white space only */
        if (!lines[l].count)
            break;
        while (r->by_blocks && end < r->t->lines.count && lines[end].count &&
               lines[end].number == lines[end - 1].number + 1 && lines[end].number != rule + 1)
            end++;
        GJ_TRY(add_row(r, l, end));
    }
    return GJ_OK;
}

gj_status gj_ruled_table_read(gj_arena *arena, const gj_source *source, const gj_ruled_table *where, gj_laid_rows *out,
                              gj_error *err)
{
    gj_laid_table table = { .arena = arena, .err = err, .source = source };
    ruled_reader r = { .t = &table, .out = out };
    bool fits;
    *out = (gj_laid_rows){ 0 };
    r.columns = read_rule(gj_source_line(source, where->rule), r.starts);
    if (!r.columns || where->end - where->first > GJ_MAX_TABLE_ROWS)
        return GJ_OK;
    GJ_TRY(cut_lines(&r, where, &fits));
    return fits ? add_rows(&r, where->rule) : GJ_OK;
}
