/* text_spaced.c - tables laid out by blanks, as pdftotext -layout writes them.
 *
 * Which lines could be rows is decided here, which pieces are one cell in spaced.h. A table needs several figures side by side; prose
 * with wide blanks, a list of telephone numbers and a signature have none. Two tables with nothing but blank lines between them part
 * where words stand side by side again after figures. */
#include "text_reader.h"

#define LEAST_FIGURES 2  /* side by side, in two lines */
#define ENOUGH_FIGURES 3 /* side by side, in a single one */
#define LABEL_CHARS 60   /* a longer line of one piece is running text */
#define AFTER_FIGURES 3  /* lines after the last figures that may belong to the last label */
#define RULE_BYTES 4
#define SCRAP_BYTES 15 /* of a label: five characters */

typedef struct gatherer {
    gj_text_reader *reader;
    gj_laid_table table;
    size_t page, edge;   /* where figures begin, in columns of a terminal */
    size_t last_figures; /* one past the last line with figures, in table.lines */
    bool apart, page_end;
} gatherer;

/* ------ or ======, which draws a line and holds nothing. */
static bool is_rule(gj_slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!memchr("-=_+ ", text.data[i], 5))
            return false;
    return text.len >= RULE_BYTES;
}

static gj_status cut(gatherer *g, const gj_text_line *line, size_t number)
{
    gj_laid_table *t = &g->table;
    gj_laid_line *laid = GJ_PUSH(t->arena, &t->lines);
    if (!laid)
        return gj_fail_nomem(t->err);
    size_t first = t->pieces.count;
    const gj_cutting how = { .single = false };
    GJ_TRY(gj_pieces_cut(t->arena, t->source->bytes, (gj_span){ line->begin, line->end }, &how, &t->pieces, t->err));
    *laid = (gj_laid_line){ .number = number, .first = first, .count = t->pieces.count - first, .page = g->page };
    laid->figures = gj_pieces_figures(&t->pieces, first, t->pieces.count, &laid->doubtful);
    return GJ_OK;
}

/* The first line from `number` on that is not blank and no page number; past the end where there is none. */
static size_t next_written(const gj_source *source, size_t number)
{
    for (; number <= source->line_count; number++) {
        gj_text_line line = gj_text_line_at(source, number);
        if (!gj_text_line_blank(&line) && !line.page_number)
            break;
    }
    return number;
}

/* Whether the next line has figures: then 「一、…」 without any is a label that is broken over lines, and no heading. */
static gj_status figures_follow(gatherer *g, size_t number, bool *follow)
{
    const gj_source *source = g->table.source;
    *follow = false;
    number = next_written(source, number + 1);
    if (number > source->line_count)
        return GJ_OK;
    gj_text_line line = gj_text_line_at(source, number);
    const gj_cutting how = { .single = false };
    gj_pieces pieces = { 0 };
    GJ_TRY(gj_pieces_cut(g->table.arena, source->bytes, line.content, &how, &pieces, g->table.err));
    bool doubtful;
    *follow = gj_pieces_figures(&pieces, 0, pieces.count, &doubtful) > 1;
    return GJ_OK;
}

/* Whether the line cut last is no part of a table. */
static gj_status ends(gatherer *g, const gj_text_line *line, bool *out)
{
    const gj_laid_line *laid = &g->table.lines.items[g->table.lines.count - 1];
    const gj_piece *last = &g->table.pieces.items[laid->first + laid->count - 1];
    *out = true;
    if (line->tabs || line->ending == GJ_END_HARD)
        return GJ_OK;
    if (laid->count == 1) {
        if (line->chars > LABEL_CHARS || (line->sentence && last->end[1] > g->edge))
            return GJ_OK;
        if (line->section_mark) {
            bool follow;
            GJ_TRY(figures_follow(g, laid->number, &follow));
            *out = !follow;
            return GJ_OK;
        }
    } else if (g->apart && !g->page_end && !laid->figures && g->last_figures) {
        return GJ_OK;
    }
    *out = false;
    return GJ_OK;
}

static void note_figures(gatherer *g)
{
    const gj_laid_line *laid = &g->table.lines.items[g->table.lines.count - 1];
    if (!laid->figures)
        return;
    const gj_piece *first = &g->table.pieces.items[laid->first + laid->count - laid->figures];
    if (first->begin[1] < g->edge)
        g->edge = first->begin[1];
    g->last_figures = g->table.lines.count;
}

/* Gather the lines from `number` on that could be rows; *next is the first that is none. */
static gj_status gather(gatherer *g, size_t number, size_t *next)
{
    const gj_source *source = g->table.source;
    for (; number <= source->line_count && g->table.lines.count < GJ_MAX_TABLE_ROWS; number++) {
        gj_text_line line = gj_text_line_at(source, number);
        bool form_feed = line.begin < line.end && source->bytes.data[line.begin] == '\f';
        g->page += form_feed || line.page_number;
        g->page_end = g->page_end || form_feed || line.page_number;
        if (gj_text_line_blank(&line) || line.page_number) {
            g->apart = true;
            continue;
        }
        if (is_rule(gj_slice_sub(source->bytes, line.content.begin, line.content.end)))
            continue;
        bool over;
        GJ_TRY(cut(g, &line, number));
        GJ_TRY(ends(g, &line, &over));
        if (over) {
            g->table.lines.count--;
            break;
        }
        note_figures(g);
        g->apart = g->page_end = false;
    }
    *next = number;
    return GJ_OK;
}

/* What stands after the last figures is no part of the table, but for the rest of their label. */
static void trim(gatherer *g)
{
    size_t end = g->last_figures;
    while (end && end < g->table.lines.count && end < g->last_figures + AFTER_FIGURES &&
           g->table.lines.items[end].number == g->table.lines.items[end - 1].number + 1)
        end++;
    g->table.lines.count = end;
}

/* A line of words side by side and one of figures, right after a table: its next part, with a header of its own. */
static bool goes_on(const gatherer *g)
{
    const gj_source *source = g->table.source;
    const gj_laid_line *lines = g->table.lines.items;
    size_t before = g->reader->spaced_table_end;
    if (!before || g->table.lines.count < 2 || lines[0].count < 2 || lines[0].figures || !lines[1].figures)
        return false;
    for (size_t gap = 0; gap <= 1; gap++) { /* at most the title of this part stands between */
        before = next_written(source, before);
        if (before == lines[0].number)
            return true;
        before++;
    }
    return false;
}

static bool is_table(const gatherer *g)
{
    size_t most = 0, lines = 0;
    for (size_t l = 0; l < g->table.lines.count; l++) {
        size_t figures = g->table.lines.items[l].doubtful ? 0 : g->table.lines.items[l].figures;
        most = figures > most ? figures : most;
        lines += figures >= LEAST_FIGURES;
    }
    return most <= GJ_SPACED_COLUMNS && (most >= ENOUGH_FIGURES || lines >= 2 || (most && goes_on(g)));
}

gj_status gj_text_pages_between(gj_text_reader *reader, size_t first, size_t end)
{
    for (size_t number = first; number < end; number++) {
        gj_text_line line = gj_text_line_at(reader->builder.source, number);
        if (line.page_number)
            GJ_TRY(gj_text_page_number(reader, &line));
    }
    return GJ_OK;
}

static gj_status make_cell(gj_text_reader *reader, const gj_laid_rows *rows, const gj_laid_cell *cell, gj_span row,
                           gj_text *out)
{
    const gj_span *parts = &rows->parts.items[cell->first];
    gj_span span = { row.begin, row.begin };
    gj_text_begin(&reader->text);
    for (size_t i = 0; i < cell->count; i++) {
        if (i && gj_join_needs_blank(reader->builder.source->bytes, parts[i - 1].end, parts[i].begin))
            gj_text_add_byte(&reader->text, ' ');
        gj_text_add(&reader->text, parts[i].begin, parts[i].end);
        span.begin = i && span.begin < parts[i].begin ? span.begin : parts[i].begin;
        span.end = i && span.end > parts[i].end ? span.end : parts[i].end;
    }
    return gj_text_finish(&reader->text, span, out, reader->builder.err);
}

static gj_status make_row(gj_text_reader *reader, const gj_laid_rows *rows, size_t index, gj_grid_row *out)
{
    gj_builder *b = &reader->builder;
    const gj_laid_row *row = &rows->rows.items[index];
    if (row->count > GJ_MAX_TABLE_COLUMNS)
        return gj_fail(b->err, GJ_LIMIT, row->span.begin, "表格列数太多，最多 %d 列",
                       "too many table columns, at most %d", GJ_MAX_TABLE_COLUMNS);
    gj_grid_cell *cells = GJ_ARRAY(b->arena, row->count, gj_grid_cell);
    gj_grid_cell **slots = GJ_ARRAY(b->arena, row->count, gj_grid_cell *);
    if (!cells || !slots)
        return gj_fail_nomem(b->err);
    for (size_t i = 0; i < row->count; i++) {
        cells[i] = (gj_grid_cell){ .row = index, .column = i, .rowspan = 1, .colspan = 1 };
        GJ_TRY(make_cell(reader, rows, &rows->cells.items[row->first + i], row->span, &cells[i].text));
        slots[i] = &cells[i];
    }
    *out = (gj_grid_row){ .slots = slots, .slot_count = row->count, .span = row->span };
    return GJ_OK;
}

gj_status gj_text_laid(gj_text_reader *reader, const gj_laid_rows *rows, size_t count, gj_grid_ground ground)
{
    gj_builder *b = &reader->builder;
    gj_grid *grid = GJ_NEW(b->arena, gj_grid);
    gj_grid_row *made = GJ_ARRAY(b->arena, count, gj_grid_row);
    if (!grid || !made)
        return gj_fail_nomem(b->err);
    size_t slots = 0;
    for (size_t i = 0; i < count; i++) {
        GJ_TRY(make_row(reader, rows, i, &made[i]));
        grid->column_count = made[i].slot_count > grid->column_count ? made[i].slot_count : grid->column_count;
        slots += made[i].slot_count;
    }
    if (slots > GJ_MAX_TABLE_SLOTS)
        return gj_fail(b->err, GJ_LIMIT, made[0].span.begin, "表格太大，最多 %d 格",
                       "table too large, at most %d cells", GJ_MAX_TABLE_SLOTS);
    grid->rows = made;
    grid->row_count = count;
    grid->ground = ground;
    grid->span = (gj_span){ made[0].span.begin, made[count - 1].span.end };
    gj_block block = { .kind = GJ_BLOCK_TABLE, .span = grid->span, .text = { .span = grid->span }, .grid = grid };
    return gj_builder_block(b, &block);
}

/* Many scraps of labels to a line of figures: which belong together cannot be known. */
static bool is_torn(const gj_laid_rows *rows, size_t count)
{
    size_t figures = 0, scraps = 0;
    for (size_t i = 0; i < count; i++) {
        const gj_laid_row *row = &rows->rows.items[i];
        figures += row->figures;
        scraps += !row->figures && figures && row->count <= 2 && row->span.end - row->span.begin <= SCRAP_BYTES;
    }
    return scraps > 1 && scraps * 2 > figures;
}

gj_status gj_text_spaced(gj_text_reader *reader, size_t *line)
{
    gj_builder *b = &reader->builder;
    size_t next;
    if (*line < reader->no_spaced_before)
        return GJ_OK;
    gatherer g = { .reader = reader,
                   .table = { .arena = b->arena, .err = b->err, .source = b->source },
                   .edge = GJ_NOT_FOUND };
    GJ_TRY(gather(&g, *line, &next));
    trim(&g);
    if (!is_table(&g)) {
        reader->no_spaced_before = next;
        return GJ_OK;
    }
    gj_laid_rows rows = { 0 };
    GJ_TRY(gj_spaced_columns(&g.table));
    GJ_TRY(gj_spaced_rows(&g.table, &rows));
    size_t count = rows.rows.count;
    while (count > 1 && !rows.rows.items[count - 1].figures)
        count--;
    if (is_torn(&rows, count)) {
        reader->no_spaced_before = next;
        return GJ_OK;
    }
    size_t end = rows.rows.items[count - 1].last_line + 1;
    GJ_TRY(gj_paragraph_end(reader));
    GJ_TRY(gj_text_laid(reader, &rows, count, GJ_GRID_SPACED));
    GJ_TRY(gj_text_pages_between(reader, *line, end));
    *line = reader->spaced_table_end = end;
    return GJ_OK;
}
