#include "table_view.h"

#include "../base/utf8.h"

bool gj_view_written(const gj_view_cell *cell)
{
    return cell && cell->number.kind != GJ_CELL_BLANK;
}

bool gj_view_figure(const gj_view_cell *cell)
{
    return cell && (cell->number.kind == GJ_CELL_INTEGER || cell->number.kind == GJ_CELL_DECIMAL ||
                    cell->number.kind == GJ_CELL_DASH);
}

bool gj_view_begins(const gj_view_line *line, size_t slot)
{
    const gj_view_cell *cell = line->slots[slot];
    return cell && cell->cell->row == line->row && cell->cell->column == slot;
}

bool gj_view_new_words(const gj_view_line *line, size_t slot)
{
    const gj_view_cell *cell = line->slots[slot], *left = slot ? line->slots[slot - 1] : NULL;
    return gj_view_worded(cell) && gj_view_begins(line, slot) &&
           !(left && left->label.key.data == cell->label.key.data);
}

bool gj_view_merged(const gj_view_cell *cell)
{
    return cell->cell->rowspan > 1 || cell->cell->colspan > 1;
}

/* 「- 4 -」「— 4 —」: dashes around a number. */
static bool is_page_number(gj_slice text)
{
    size_t at = 0, digits = 0, before = 0, after = 0;
    while (at < text.len) {
        uint32_t code = gj_utf8_next(text, &at);
        bool dash = code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0xFF0D || code == 0x2500;
        if (dash)
            *(digits ? &after : &before) += 1;
        else if (code >= '0' && code <= '9' && !after)
            digits++;
        else if (!gj_is_space(code))
            return false;
    }
    return before && after && digits && digits <= 3;
}

bool gj_view_empty(const gj_view_line *line)
{
    const gj_view_cell *only = NULL;
    for (size_t i = 0; i < line->count; i++) {
        if (!gj_view_written(line->slots[i]) || line->slots[i] == only)
            continue;
        if (only)
            return false;
        only = line->slots[i];
    }
    return !only || is_page_number(only->cell->text.text);
}

/* An ideograph that begins no number and no dash. */
static bool is_word_code(uint32_t code)
{
    switch (code) {
    case U'〇':
    case U'零':
    case U'一':
    case U'二':
    case U'三':
    case U'四':
    case U'五':
    case U'六':
    case U'七':
    case U'八':
    case U'九':
    case U'十':
    case U'百':
    case U'千':
    case U'万':
    case U'亿':
    case U'两':
    case U'廿':
    case U'卅':
    case U'壹':
    case U'贰':
    case U'叁':
    case U'肆':
    case U'伍':
    case U'陆':
    case U'柒':
    case U'捌':
    case U'玖':
    case U'拾':
    case U'佰':
    case U'仟':
    case U'无':
    case U'负':
    case U'正':
    case U'加':
    case U'减':
    case U'约':
    case U'近':
    case U'超':
    case U'不':
        return false;
    default:
        return gj_is_han(code);
    }
}

/* Words, seen at a glance: 「甲」「1.甲」「（一）甲」. Most cells that are no number are; the rest gj_number_read decides. */
static bool begins_as_words(gj_slice text)
{
    size_t at = 0;
    uint32_t code = text.len ? gj_utf8_next(text, &at) : 0;
    if (code >= '0' && code <= '9') {
        if (at < text.len && text.data[at] >= '0' && text.data[at] <= '9')
            at++;
        code = at < text.len ? gj_utf8_next(text, &at) : 0;
        if (code != '.' && code != 0x3001 && code != 0xFF0E)
            return false;
    } else if (code == '(' || code == 0xFF08) {
        size_t end = at + 12; /* 十二 and a bracket, with room */
        while (at < text.len && at < end && code != ')' && code != 0xFF09)
            code = gj_utf8_next(text, &at);
        if (code != ')' && code != 0xFF09)
            return false;
    } else {
        return is_word_code(code);
    }
    do
        code = at < text.len ? gj_utf8_next(text, &at) : 0;
    while (gj_is_space(code));
    return is_word_code(code);
}

static const gj_view_cell *same_text(const gj_grid_cell *cell, const gj_view_cell *above, const gj_view_cell *left)
{
    if (left && gj_slice_equal(left->cell->text.text, cell->text.text))
        return left;
    return above && gj_slice_equal(above->cell->text.text, cell->text.text) ? above : NULL;
}

/* The view of a cell that begins here. A text that its neighbour has too (a zero, a label of merged cells flattened) is read once. */
static gj_status read_cell(gj_arena *arena, const gj_grid_cell *cell, const gj_view_cell *same, gj_view_cell **out,
                           gj_error *err)
{
    gj_view_cell *view = GJ_NEW(arena, gj_view_cell);
    if (!view)
        return gj_fail_nomem(err);
    *out = view;
    if (same) {
        *view = *same;
        view->cell = cell;
        return GJ_OK;
    }
    view->cell = cell;
    if (begins_as_words(cell->text.text))
        view->number.kind = GJ_CELL_TEXT;
    else
        view->number = gj_number_read(cell->text.text);
    if (view->number.kind == GJ_CELL_TEXT && !gj_label_read(arena, cell->text.text, &view->label))
        return gj_fail_nomem(err);
    return GJ_OK;
}

static gj_status add_line(gj_arena *arena, gj_view *view, size_t first, const gj_grid *grid, size_t row, gj_error *err)
{
    const gj_grid_row *source = &grid->rows[row];
    gj_view_line *line =
        gj_list_grow(arena, (void **)(void *)&view->lines, &view->count, &view->room, sizeof *view->lines);
    if (!line)
        return gj_fail_nomem(err);
    *line = (gj_view_line){ .count = source->slot_count, .row = row, .grid = grid, .span = source->span };
    line->slots = GJ_ARRAY(arena, source->slot_count, gj_view_cell *);
    if (!line->slots)
        return gj_fail_nomem(err);
    const gj_view_line *last = row ? &view->lines[first + row - 1] : NULL;
    for (size_t i = 0; i < source->slot_count; i++) {
        const gj_grid_cell *cell = source->slots[i];
        if (!cell)
            continue;
        gj_view_cell *above = last && i < last->count ? last->slots[i] : NULL;
        if (above && above->cell == cell)
            line->slots[i] = above;
        else if (i && line->slots[i - 1] && line->slots[i - 1]->cell == cell)
            line->slots[i] = line->slots[i - 1];
        else
            GJ_TRY(read_cell(arena, cell, same_text(cell, above, i ? line->slots[i - 1] : NULL), &line->slots[i], err));
    }
    return GJ_OK;
}

gj_status gj_view_add(gj_arena *arena, gj_view *view, const gj_grid *grid, gj_error *err)
{
    size_t first = view->count;
    for (size_t row = 0; row < grid->row_count; row++)
        GJ_TRY(add_line(arena, view, first, grid, row, err));
    return GJ_OK;
}

gj_status gj_view_append(gj_arena *arena, gj_view *view, const gj_view *more, gj_error *err)
{
    for (size_t i = 0; i < more->count; i++) {
        gj_view_line *line =
            gj_list_grow(arena, (void **)(void *)&view->lines, &view->count, &view->room, sizeof *view->lines);
        if (!line)
            return gj_fail_nomem(err);
        *line = more->lines[i];
    }
    return GJ_OK;
}

void gj_view_values(const gj_view_line *line, size_t from, gj_values *out)
{
    out->count = 0;
    for (size_t i = from; i < line->count && out->count < GJ_MAX_TABLE_COLUMNS; i++)
        if (line->slots[i] && (!out->count || out->cells[out->count - 1] != line->slots[i]))
            out->cells[out->count++] = line->slots[i];
}

/* Keep `count` cells from `first` on. */
static void keep(gj_values *values, size_t first, size_t count)
{
    for (size_t i = 0; i < count; i++)
        values->cells[i] = values->cells[first + i];
    values->count = count;
}

bool gj_values_narrow(gj_values *values, size_t wanted)
{
    if (values->count == wanted)
        return true;
    size_t first = 0, end = values->count;
    while (first < end && !gj_view_written(values->cells[first]))
        first++;
    while (end > first && !gj_view_written(values->cells[end - 1]))
        end--;
    /* Where a run of `wanted` cells with all the written ones in it may begin. */
    size_t low = end > wanted ? end - wanted : 0;
    size_t high = values->count > wanted ? values->count - wanted : 0;
    high = first < high ? first : high;
    bool enough = values->count > wanted && end - first <= wanted && low <= high;
    if (enough && (low == high || first == end)) {
        keep(values, low, wanted);
        return true;
    }
    keep(values, first, end - first);
    return false;
}
