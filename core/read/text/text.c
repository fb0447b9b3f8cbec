#include "../read.h"
#include "text_reader.h"

#include "ruled_table.h"

#define ODD_LINES 3       /* so many lines laid out by spaces look like a table */
#define FIGURE_LINES 6    /* so many lines of one figure each do */
#define ORDINARY_CHARS 15 /* a line this long, not odd itself, ends a run of odd lines */

gj_status gj_text_page_number(gj_text_reader *reader, const gj_text_line *line)
{
    gj_builder *b = &reader->builder;
    gj_slice text = gj_slice_sub(b->source->bytes, line->content.begin, line->content.end);
    gj_slice zh = gj_arena_format(b->arena, "“%.*s”是页码，不算正文", GJ_ARG(text));
    gj_slice en = gj_arena_format(b->arena, "\"%.*s\" is a page number and no part of the text", GJ_ARG(text));
    return gj_builder_remark(b, GJ_LIT("page_number"), line->content, GJ_LIT(""), zh, en);
}

/* End a run of odd lines; say so when it was long enough to be a table. */
static gj_status end_odd(gj_text_reader *reader, gj_odd_lines *odd, size_t enough, gj_slice kind, gj_words words)
{
    gj_odd_lines run = *odd;
    *odd = (gj_odd_lines){ .count = 0 };
    if (run.count < enough)
        return GJ_OK;
    return gj_builder_remark(&reader->builder, kind, run.span, GJ_LIT(""), words.zh, words.en);
}

static gj_status end_columnar(gj_text_reader *reader)
{
    gj_words words = {
        GJ_LIT("这里像是用空格排的表格：分不清哪个数在哪一格，没有当作表格读；请改用制表符或 Markdown 表格"),
        GJ_LIT("this looks like a table laid out by spaces: its cells cannot be told apart, so it was not "
               "read as one; use tabs or a Markdown table")
    };
    return end_odd(reader, &reader->columnar, ODD_LINES, GJ_LIT("spaced_table"), words);
}

static gj_status end_figures(gj_text_reader *reader)
{
    gj_words words = {
        GJ_LIT("这里像是一格一行的表格：分不清哪个数在哪一格，没有当作表格读；请改用制表符或 Markdown 表格"),
        GJ_LIT("this looks like a table with one cell a line: its cells cannot be placed, so it was not read as "
               "one; use tabs or a Markdown table")
    };
    return end_odd(reader, &reader->figures, FIGURE_LINES, GJ_LIT("stacked_table"), words);
}

static void add_odd(gj_odd_lines *odd, const gj_text_line *line)
{
    if (!odd->count++)
        odd->span.begin = line->content.begin;
    odd->span.end = line->content.end;
}

/* Watch for tables that are laid out in a way which loses the cells. */
static gj_status watch(gj_text_reader *reader, const gj_text_line *line)
{
    bool ordinary = line->chars > ORDINARY_CHARS;
    bool listed = line->mark && line->mark < 2; /* -   an item */
    if (line->columnar && !listed)
        add_odd(&reader->columnar, line);
    else if (ordinary)
        GJ_TRY(end_columnar(reader));
    if (line->figure)
        add_odd(&reader->figures, line);
    else if (ordinary)
        GJ_TRY(end_figures(reader));
    return GJ_OK;
}

/* One of pandoc's tables that begins at *line. */
static gj_status read_ruled(gj_text_reader *reader, size_t *line)
{
    gj_builder *b = &reader->builder;
    gj_ruled_table table;
    gj_laid_rows rows;
    if (*line < reader->no_ruled_before)
        return GJ_OK;
    if (!gj_ruled_table_find(b->source, *line, &table)) {
        reader->no_ruled_before = *line + 1;
        return GJ_OK;
    }
    GJ_TRY(gj_ruled_table_read(b->arena, b->source, &table, &rows, b->err));
    if (!rows.rows.count) {
        reader->no_ruled_before = table.end;
        return GJ_OK;
    }
    GJ_TRY(gj_paragraph_end(reader));
    GJ_TRY(gj_text_laid(reader, &rows, rows.rows.count, GJ_GRID_MARKED));
    *line = table.end;
    return GJ_OK;
}

/* Any kind of table that begins at *number; *number moves past it. */
static gj_status read_table(gj_text_reader *reader, const gj_text_line *line, size_t *number)
{
    const gj_source *source = reader->builder.source;
    size_t start = *number;
    gj_slice here = gj_source_line(source, start), next = gj_source_line(source, start + 1);
    if (gj_is_rule_start(here) || gj_is_column_rule(next))
        GJ_TRY(read_ruled(reader, number));
    if (*number == start)
        GJ_TRY(gj_text_barred(reader, number));
    if (*number == start && line->tabs)
        GJ_TRY(gj_text_table(reader, number));
    if (*number == start && line->spaced && !line->tabs)
        GJ_TRY(gj_text_spaced(reader, number));
    if (*number == start && !line->spaced && !line->tabs)
        GJ_TRY(gj_text_stacked(reader, number));
    return GJ_OK;
}

static gj_status read_line(gj_text_reader *reader, size_t *number)
{
    gj_text_line line = gj_text_line_at(reader->builder.source, *number);
    if (gj_text_line_blank(&line) || line.page_number) {
        reader->paragraph.apart = true;
        reader->paragraph.page_end = reader->paragraph.page_end || line.page_number;
        ++*number;
        return line.page_number ? gj_text_page_number(reader, &line) : GJ_OK;
    }
    size_t start = *number;
    GJ_TRY(read_table(reader, &line, number));
    if (*number != start)
        return GJ_OK;
    ++*number;
    GJ_TRY(watch(reader, &line));
    return gj_paragraph_line(reader, &line);
}

static gj_status read_lines(gj_text_reader *reader)
{
    size_t number = 1;
    GJ_TRY(gj_text_header(reader, &number));
    while (number <= reader->builder.source->line_count)
        GJ_TRY(read_line(reader, &number));
    GJ_TRY(gj_paragraph_end(reader));
    GJ_TRY(end_columnar(reader));
    return end_figures(reader);
}

gj_status gj_read_text(gj_arena *arena, const gj_source *source, gj_document **out, gj_error *err)
{
    gj_text_reader reader = { .builder = { .arena = arena, .source = source, .err = err },
                              .text = { .arena = arena, .bytes = source->bytes } };
    gj_status status = read_lines(&reader);
    if (status == GJ_OK)
        status = gj_builder_finish(&reader.builder, GJ_FORMAT_TEXT, out);
    if (status != GJ_OK)
        gj_error_locate(err, source);
    return status;
}
