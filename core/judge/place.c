#include "place.h"

#include "../base/utf8.h"

gj_target gj_target_report(const gj_report *report)
{
    gj_target target = { .place = GJ_LIT("report") };
    if (report->title.text.len)
        target.spot.span = report->title.span;
    const gj_meta *meta = report->title_from_metadata ? gj_document_meta(report->document, GJ_LIT("title")) : NULL;
    if (meta)
        target.spot.pointer = meta->pointer;
    return target;
}

gj_target gj_target_section(const gj_report *report, size_t index)
{
    const gj_section *section = &report->sections[index];
    gj_target target = gj_target_report(report);
    target.section = section->form ? section->form->key : (gj_slice){ NULL, 0 };
    target.place = section->form ? section->form->key : section->title;
    if (!section->present)
        return target;
    target.spot = (gj_spot){ .span = section->heading.span, .pointer = section->pointer };
    return target;
}

static gj_target section_of(const gj_report *report, gj_slice key)
{
    for (size_t i = 0; i < report->form_section_count; i++)
        if (report->sections[i].form && gj_slice_equal(report->sections[i].form->key, key))
            return gj_target_section(report, i);
    gj_target target = gj_target_report(report);
    target.section = key;
    return target;
}

gj_target gj_target_table(const gj_report *report, size_t index)
{
    const gj_bound_table *table = &report->tables[index];
    gj_target target = section_of(report, table->form->section);
    target.place = table->form->key;
    if (table->present)
        target.spot = (gj_spot){ .span = table->span, .pointer = table->pointer };
    return target;
}

gj_target gj_target_row(gj_arena *arena, const gj_report *report, size_t index, size_t row)
{
    const gj_bound_table *table = &report->tables[index];
    gj_target target = gj_target_table(report, index);
    target.place = gj_arena_format(arena, "%.*s.%.*s", GJ_ARG(table->form->key), GJ_ARG(table->form->rows[row].key));
    if (table->present && table->rows && table->rows[row].present)
        target.spot = (gj_spot){ .span = table->rows[row].span, .pointer = table->rows[row].pointer };
    return target;
}

gj_target gj_target_column(gj_arena *arena, const gj_report *report, size_t index, size_t column)
{
    const gj_bound_table *table = &report->tables[index];
    gj_target target = gj_target_table(report, index);
    target.place =
        gj_arena_format(arena, "%.*s.*.%.*s", GJ_ARG(table->form->key), GJ_ARG(table->form->columns[column].key));
    if (table->present && table->columns && table->columns[column].present && table->columns[column].label.text.len)
        target.spot.span = table->columns[column].label.span;
    return target;
}

gj_target gj_target_cell(gj_arena *arena, const gj_report *report, gj_cell_id id)
{
    gj_cell_at at = gj_cell_where(report, id);
    const gj_cell *cell = gj_cell_of(report, id);
    gj_target target = gj_target_row(arena, at.report, at.table_index, at.row);
    target.place = gj_cell_path(arena, report, id);
    if (cell->kind != GJ_CELL_MISSING)
        target.spot = (gj_spot){ .span = cell->span, .pointer = cell->pointer };
    target.spot.prior = at.report != report;
    return target;
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* The window of a long line around the mark's column, and how many code points were cut before it. */
static gj_slice window(gj_slice line, size_t at, size_t *cut)
{
    *cut = 0;
    if (line.len <= GJ_MARK_LINE)
        return line;
    size_t begin = at > GJ_MARK_LINE / 2 ? at - GJ_MARK_LINE / 2 : 0;
    if (begin + GJ_MARK_LINE > line.len)
        begin = line.len - GJ_MARK_LINE;
    begin = gj_utf8_cut(line, begin).len;
    *cut = gj_utf8_count(gj_slice_sub(line, 0, begin));
    return gj_utf8_cut(gj_slice_sub(line, begin, line.len), GJ_MARK_LINE);
}

bool gj_mark_make(gj_arena *arena, const gj_report *report, const gj_spot *spot, bool primary, gj_mark *out)
{
    const gj_source *source = (spot->prior ? report->prior : report)->document->source;
    gj_span span = spot->span;
    if (span.begin == GJ_NOWHERE) { /* the whole file */
        *out = (gj_mark){ .primary = primary, .label = spot->label, .pointer = { "", 0 }, .line_text = { "", 0 } };
        return true;
    }
    if (span.begin > source->bytes.len)
        span.begin = source->bytes.len;
    if (span.end > source->bytes.len)
        span.end = source->bytes.len;
    while (span.end > span.begin && is_line_end(source->bytes.data[span.end - 1]))
        span.end--;
    if (span.end < span.begin)
        span.end = span.begin;
    gj_place begin = gj_source_line_place(source, span.begin), end = gj_source_line_place(source, span.end);
    *out = (gj_mark){ .line = begin.line, .column = begin.column, .end_line = end.line, .end_column = end.column };
    out->at = gj_source_place(source, span.begin).locus;
    out->byte_begin = span.begin;
    out->byte_end = span.end;
    out->primary = primary;
    out->prior = spot->prior;
    out->label = spot->label;
    size_t start = gj_source_line_start(source, begin.line);
    gj_slice line =
        window(gj_source_line(source, begin.line), span.begin > start ? span.begin - start : 0, &out->line_offset);
    out->line_text = gj_arena_copy(arena, line);
    out->pointer = gj_arena_copy(arena, spot->pointer);
    return out->line_text.data && out->pointer.data;
}
