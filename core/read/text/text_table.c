/* text_table.c - tables whose cells are separated by tabs, or by bars.
 *
 * Lines with tabs that follow each other are one table; blank lines and page numbers between them do not end it. A tab alone
 * makes no table: list numbers, signatures and indents use tabs too. Cells stay where the tabs put them, empty ones too: to find out
 * which column a shifted row means is the binder's part, by labels.
 */
#include "../ascii.h"
#include "text_reader.h"

#define PROSE_CHARS 120 /* a line this long with few cells is running text */

/* A line's part in a table. */
typedef enum row_kind {
    NO_ROW,
    WEAK_ROW, /* one cell and tabs around it: a title or label inside a table, but also a heading with a stray tab */
    FIRM_ROW
} row_kind;

typedef struct row_line {
    size_t number;
    gj_text_line line;
    row_kind kind;
} row_line;

typedef struct candidate {
    GJ_LIST(row_line) rows;
    size_t firm, slots;
    bool wide, figures; /* a row with three cells; a row with a bare figure */
} candidate;

static gj_slice cell_at(gj_slice bytes, const gj_text_line *line, size_t at, size_t *end)
{
    const char *tab = at < line->row.end ? memchr(bytes.data + at, line->separator, line->row.end - at) : NULL;
    *end = tab ? (size_t)(tab - bytes.data) : line->row.end;
    return gj_slice_trim(gj_slice_sub(bytes, at, *end));
}

static bool is_figure(gj_slice cell)
{
    bool digit = false;
    for (size_t i = 0; i < cell.len; i++) {
        if (!gj_is_digit(cell.data[i]) && cell.data[i] != '.' && cell.data[i] != ',' && cell.data[i] != '-')
            return false;
        digit = digit || gj_is_digit(cell.data[i]);
    }
    return digit;
}

/* Whether a cell that starts at or after byte `at` is a bare figure. */
static bool has_figure(gj_slice bytes, const gj_text_line *line, size_t at)
{
    for (size_t end; at <= line->row.end; at = end + 1)
        if (is_figure(cell_at(bytes, line, at, &end)))
            return true;
    return false;
}

/* "1.<tab>text": the tab belongs to the list number. */
static bool is_list_item(gj_slice bytes, const gj_text_line *line)
{
    size_t end;
    gj_slice first = cell_at(bytes, line, line->separator == '|' ? line->row.begin : line->content.begin, &end);
    return line->cells == 2 && line->mark && first.len == line->mark && !has_figure(bytes, line, end + 1);
}

static row_kind row_kind_of(gj_slice bytes, const gj_text_line *line)
{
    if (!line->tabs || gj_text_line_blank(line))
        return NO_ROW;
    if (line->cells >= 2) {
        bool prose = line->cells == 2 && line->sentence && line->chars > PROSE_CHARS;
        return prose || is_list_item(bytes, line) ? NO_ROW : FIRM_ROW;
    }
    bool running = line->sentence && (line->chars > GJ_MAX_HEADING_CHARS || line->ending == GJ_END_HARD);
    return running ? NO_ROW : WEAK_ROW;
}

static gj_status take_row(gj_text_reader *reader, candidate *table, size_t number, const gj_text_line *line,
                          row_kind kind)
{
    gj_builder *b = &reader->builder;
    if (line->tabs >= GJ_MAX_TABLE_COLUMNS)
        return gj_fail(b->err, GJ_LIMIT, line->begin, "表格列数太多，最多 %d 列", "too many table columns, at most %d",
                       GJ_MAX_TABLE_COLUMNS);
    table->slots += line->tabs + 1;
    if (table->rows.count == GJ_MAX_TABLE_ROWS || table->slots > GJ_MAX_TABLE_SLOTS)
        return gj_fail(b->err, GJ_LIMIT, line->begin, "表格太大，最多 %d 行、%d 格",
                       "table too large, at most %d rows and %d cells", GJ_MAX_TABLE_ROWS, GJ_MAX_TABLE_SLOTS);
    row_line *row = GJ_PUSH(b->arena, &table->rows);
    if (!row)
        return gj_fail_nomem(b->err);
    *row = (row_line){ .number = number, .line = *line, .kind = kind };
    if (kind == FIRM_ROW) {
        table->firm++;
        table->wide = table->wide || line->cells >= 3;
        table->figures = table->figures || has_figure(b->source->bytes, line, line->row.begin);
    }
    return GJ_OK;
}

/* ---+--- or |---|---|: drawn, not written. */
static bool is_rule(gj_slice text)
{
    size_t dashes = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!memchr("-=|+: ", text.data[i], 6))
            return false;
        dashes += text.data[i] == '-' || text.data[i] == '=';
    }
    return dashes >= 3 && memchr(text.data, text.data[0] == '|' ? '|' : '+', text.len);
}

/* After blank lines, words side by side where figures came before: the header of another table. */
static bool begins_another(const candidate *table, const gj_text_line *line, row_kind kind, gj_slice bytes)
{
    return kind == FIRM_ROW && table->figures && !has_figure(bytes, line, line->row.begin);
}

/* Gather the lines from `number` on that could be rows. */
static gj_status gather(gj_text_reader *reader, size_t number, candidate *table)
{
    const gj_source *source = reader->builder.source;
    bool apart = false, page_end = false;
    for (; number <= source->line_count; number++) {
        gj_text_line line = gj_text_line_at(source, number);
        if (gj_text_line_blank(&line) || line.page_number) {
            apart = true;
            page_end = page_end || line.page_number;
            continue;
        }
        if (is_rule(gj_slice_sub(source->bytes, line.content.begin, line.content.end)))
            continue;
        row_kind kind = row_kind_of(source->bytes, &line);
        if (apart && !page_end && begins_another(table, &line, kind, source->bytes))
            break;
        bool heading = kind == WEAK_ROW && line.section_mark && (apart || !table->rows.count);
        if (kind == NO_ROW || heading)
            break;
        GJ_TRY(take_row(reader, table, number, &line, kind));
        apart = page_end = false;
    }
    return GJ_OK;
}

/* A last line that is a numbered heading with a stray tab belongs to what follows. */
static void leave_heading(candidate *table)
{
    while (table->rows.count) {
        const row_line *last = &table->rows.items[table->rows.count - 1];
        if (last->kind != WEAK_ROW || !last->line.section_mark)
            return;
        table->rows.count--;
    }
}

static gj_status make_row(gj_text_reader *reader, const gj_text_line *line, size_t index, gj_grid_row *out)
{
    gj_builder *b = &reader->builder;
    size_t count = line->tabs + 1, end;
    gj_grid_cell *cells = GJ_ARRAY(b->arena, count, gj_grid_cell);
    gj_grid_cell **slots = GJ_ARRAY(b->arena, count, gj_grid_cell *);
    if (!cells || !slots)
        return gj_fail_nomem(b->err);
    size_t at = line->row.begin;
    for (size_t i = 0; i < count; i++, at = end + 1) {
        (void)cell_at(b->source->bytes, line, at, &end);
        cells[i] = (gj_grid_cell){ .row = index, .column = i, .rowspan = 1, .colspan = 1 };
        GJ_TRY(gj_builder_verbatim(b, at, end, &cells[i].text));
        slots[i] = &cells[i];
    }
    *out = (gj_grid_row){ .slots = slots, .slot_count = count, .span = { line->begin, line->end } };
    return GJ_OK;
}

static gj_status make_table(gj_text_reader *reader, const candidate *table)
{
    gj_builder *b = &reader->builder;
    gj_grid *grid = GJ_NEW(b->arena, gj_grid);
    gj_grid_row *rows = GJ_ARRAY(b->arena, table->rows.count, gj_grid_row);
    if (!grid || !rows)
        return gj_fail_nomem(b->err);
    for (size_t i = 0; i < table->rows.count; i++) {
        GJ_TRY(make_row(reader, &table->rows.items[i].line, i, &rows[i]));
        if (rows[i].slot_count > grid->column_count)
            grid->column_count = rows[i].slot_count;
    }
    grid->rows = rows;
    grid->row_count = table->rows.count;
    grid->span = (gj_span){ rows[0].span.begin, rows[grid->row_count - 1].span.end };
    gj_block block = { .kind = GJ_BLOCK_TABLE, .span = grid->span, .text = { .span = grid->span }, .grid = grid };
    return gj_builder_block(b, &block);
}

/* The page numbers between the rows. */
static gj_status say_page_numbers(gj_text_reader *reader, const candidate *table)
{
    const gj_source *source = reader->builder.source;
    for (size_t i = 1; i < table->rows.count; i++) {
        for (size_t number = table->rows.items[i - 1].number + 1; number < table->rows.items[i].number; number++) {
            gj_text_line line = gj_text_line_at(source, number);
            if (line.page_number)
                GJ_TRY(gj_text_page_number(reader, &line));
        }
    }
    return GJ_OK;
}

gj_status gj_text_table(gj_text_reader *reader, size_t *line)
{
    candidate table = { .firm = 0 };
    if (*line < reader->no_table_before)
        return GJ_OK;
    GJ_TRY(gather(reader, *line, &table));
    leave_heading(&table);
    if (!table.rows.count)
        return GJ_OK;
    size_t after = table.rows.items[table.rows.count - 1].number + 1;
    if (table.firm < 2 && !table.wide && !table.figures) {
        reader->no_table_before = after;
        return GJ_OK;
    }
    GJ_TRY(gj_paragraph_end(reader));
    GJ_TRY(make_table(reader, &table));
    GJ_TRY(say_page_numbers(reader, &table));
    *line = after;
    return GJ_OK;
}
