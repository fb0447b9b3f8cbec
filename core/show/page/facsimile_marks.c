/* facsimile_marks.c - which bytes of a text a mark of the file covers. */
#include <stdlib.h>

#include "facsimile.h"

static int by_number(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int by_place(const void *left, const void *right)
{
    const gj_fax_mark *a = left, *b = right;
    int order = by_number(a->span.begin, b->span.begin);
    order = order ? order : by_number(a->span.end, b->span.end);
    order = order ? order : by_number(a->finding, b->finding);
    return order ? order : by_number(a->mark, b->mark);
}

bool gj_fax_marks(gj_fax_maker *f, const gj_result *result)
{
    size_t count = 0;
    for (size_t i = 0; i < result->finding_count; i++)
        count += result->findings[i].mark_count;
    f->marks = GJ_ARRAY(f->arena, count, gj_fax_mark);
    if (!f->marks)
        return false;
    for (size_t i = 0; i < result->finding_count; i++)
        for (size_t k = 0; k < result->findings[i].mark_count; k++) {
            const gj_mark *mark = &result->findings[i].marks[k];
            if (!mark->prior && mark->line) /* what stands in last year's file, or nowhere, is not in this text */
                f->marks[f->mark_count++] =
                    (gj_fax_mark){ .span = { mark->byte_begin, mark->byte_end }, .finding = i, .mark = k };
        }
    if (f->mark_count)
        qsort(f->marks, f->mark_count, sizeof *f->marks, by_place);
    size_t reach = 0;
    for (size_t i = 0; i < f->mark_count; i++) {
        reach = f->marks[i].span.end > reach ? f->marks[i].span.end : reach;
        f->marks[i].reach = reach;
    }
    return true;
}

/* Whether a mark and a text share a byte; an empty one has to touch the other. */
static bool meet(gj_span a, gj_span b)
{
    if (a.begin == a.end || b.begin == b.end)
        return a.begin <= b.end && b.begin <= a.end;
    return a.begin < b.end && b.begin < a.end;
}

/* The first byte of the text that stands at or after `source` in the file. */
static size_t offset_of(const gj_text *text, size_t source)
{
    size_t low = 0, high = text->run_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text->runs[middle].source + text->runs[middle].length > source)
            high = middle;
        else
            low = middle + 1;
    }
    if (low == text->run_count)
        return text->text.len;
    const gj_run *run = &text->runs[low];
    size_t at = run->text + (source > run->source ? source - run->source : 0);
    return at < text->text.len ? at : text->text.len;
}

/* At least one whole character, where the text has any. */
static void widen(gj_slice text, gj_fax_spot *spot)
{
    while (spot->begin && (spot->begin >= text.len || !gj_fax_boundary(text, spot->begin)))
        spot->begin--;
    if (spot->end <= spot->begin)
        spot->end = spot->begin < text.len ? spot->begin + 1 : spot->begin;
    while (spot->end < text.len && !gj_fax_boundary(text, spot->end))
        spot->end++;
}

static int by_begin(const void *left, const void *right)
{
    const gj_fax_spot *a = left, *b = right;
    int order = by_number(a->begin, b->begin);
    order = order ? order : by_number(a->end, b->end);
    order = order ? order : by_number(a->finding, b->finding);
    return order ? order : by_number(a->mark, b->mark);
}

static bool spend(gj_fax_maker *f, size_t bytes)
{
    f->cut = f->cut || bytes > GJ_MAX_FACSIMILE - f->spent;
    if (!f->cut)
        f->spent += bytes;
    return !f->cut;
}

typedef GJ_LIST(gj_fax_spot) spot_list;

static void add(gj_fax_maker *f, spot_list *spots, gj_fax_mark *mark, gj_fax_spot at)
{
    if (mark->texts >= GJ_FAX_MARK_TEXTS || !spend(f, sizeof at))
        return;
    gj_fax_spot *spot = GJ_PUSH(f->arena, spots);
    if (!spot)
        return;
    *spot = at;
    spot->finding = mark->finding;
    spot->mark = mark->mark;
    mark->texts++;
}

static gj_fax_spot part_of(const gj_text *text, gj_span mark)
{
    gj_fax_spot at = { .begin = 0, .end = text->text.len };
    if (mark.begin == mark.end)
        return at; /* something that is not there: the text is where to look */
    if (text->run_count && mark.begin > text->span.begin)
        at.begin = offset_of(text, mark.begin);
    if (text->run_count && mark.end < text->span.end)
        at.end = offset_of(text, mark.end);
    widen(text->text, &at);
    return at;
}

/* Marks that begin after `end` cannot meet a text that ends there. */
static size_t marks_up_to(const gj_fax_maker *f, size_t end)
{
    size_t low = 0, high = f->mark_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (f->marks[middle].span.begin <= end)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

gj_fax_text gj_fax_spotted(gj_fax_maker *f, const gj_text *text)
{
    spot_list spots = { 0 };
    if (!spend(f, text->text.len + sizeof(gj_fax_cell)))
        return (gj_fax_text){ .text = { "", 0 } };
    for (size_t i = marks_up_to(f, text->span.end); i-- > 0 && f->marks[i].reach >= text->span.begin;)
        if (!f->marks[i].whole && meet(f->marks[i].span, text->span))
            add(f, &spots, &f->marks[i], part_of(text, f->marks[i].span));
    if (spots.count)
        qsort(spots.items, spots.count, sizeof *spots.items, by_begin);
    return (gj_fax_text){ .text = text->text, .spots = spots.items, .spot_count = spots.count };
}

gj_fax_text gj_fax_spotted_whole(gj_fax_maker *f, gj_slice caption, gj_span table)
{
    spot_list spots = { 0 };
    if (!spend(f, caption.len + sizeof(gj_fax_block)))
        return (gj_fax_text){ .text = { "", 0 } };
    for (size_t i = marks_up_to(f, table.begin); table.begin < table.end && i-- > 0;) {
        if (f->marks[i].span.end < table.end)
            continue;
        f->marks[i].whole = true;
        add(f, &spots, &f->marks[i], (gj_fax_spot){ 0 });
    }
    if (spots.count)
        qsort(spots.items, spots.count, sizeof *spots.items, by_begin);
    return (gj_fax_text){ .text = caption, .spots = spots.items, .spot_count = spots.count };
}

gj_fax_cell *gj_fax_cell_add(gj_fax_maker *f, gj_fax_cells *cells, gj_fax_cell_kind kind, size_t row, size_t column,
                             const gj_text *text)
{
    gj_fax_text spotted = gj_fax_spotted(f, text);
    gj_fax_cell *cell = f->cut ? NULL : GJ_PUSH(f->arena, cells);
    if (cell)
        *cell =
            (gj_fax_cell){ .text = spotted, .kind = kind, .row = row, .column = column, .rowspan = 1, .colspan = 1 };
    return cell;
}
