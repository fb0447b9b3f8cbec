/* Lines of keyed data's tables that are no row of the form, as the layout gives them: "unbound" { label, values, subtotal, after } and
 * "extra_words" { words, after, over }; and columns that are none: "extra_columns" { label, after, cells }. */
#include "table_extra.h"

typedef struct layout_line {
    const gj_entry *entries; /* of this line only */
    size_t count;
    size_t prefix; /* bytes of their paths before the member's name */
    gj_slice *cells;
} layout_line;

static gj_slice member_of(const layout_line *line, size_t index)
{
    gj_slice path = line->entries[index].path;
    return gj_slice_sub(path, line->prefix, path.len);
}

/* "label", or "label.0", "label.1" … where the label stood in several cells. */
static gj_status read_label(gj_table_binder *b, const layout_line *line, gj_unbound_row *row)
{
    gj_label label;
    for (size_t i = 0; i < line->count; i++) {
        gj_slice member = member_of(line, i);
        const gj_text *text = &line->entries[i].value;
        if (!gj_slice_is(member, "label") && !gj_slice_starts(member, GJ_LIT("label.")))
            continue;
        if (!text->text.len)
            continue;
        line->cells[row->cell_count++] = text->text;
        if (!row->label.text.len)
            row->label = *text;
        else if (row->label.text.len + text->text.len <= GJ_MAX_LABEL &&
                 !gj_text_join(b->arena, &row->label, text, &row->label))
            return gj_fail_nomem(b->err);
    }
    row->label_count = row->cell_count;
    if (!row->label_count)
        return GJ_OK;
    if (!gj_label_read(b->arena, line->cells[row->label_count - 1], &label))
        return gj_fail_nomem(b->err);
    row->subtotal = gj_label_find_in(b->labels, &label, GJ_LABEL_BLOCK, b->index) != NULL;
    return GJ_OK;
}

static gj_status read_rest(gj_table_binder *b, const layout_line *line, gj_unbound_row *row)
{
    row->after = GJ_NOT_FOUND;
    for (size_t i = 0; i < line->count; i++) {
        gj_slice member = member_of(line, i), text = line->entries[i].value.text;
        if (gj_slice_is(member, "subtotal"))
            row->subtotal = gj_slice_is(text, "true");
        if (gj_slice_is(member, "after"))
            row->after = gj_form_row_index(b->form, text);
        if (!gj_slice_starts(member, GJ_LIT("values.")))
            continue;
        line->cells[row->cell_count++] = text;
        if (text.len && !gj_table_add_value(b->arena, &row->values, text))
            return gj_fail_nomem(b->err);
    }
    return GJ_OK;
}

static gj_status read_unbound(gj_table_binder *b, layout_line *line)
{
    gj_unbound_row *row = GJ_PUSH(b->arena, &b->unbound);
    line->cells = GJ_ARRAY(b->arena, line->count, gj_slice);
    if (!row || !line->cells)
        return gj_fail_nomem(b->err);
    row->span = line->entries[0].value.span;
    row->cells = line->cells;
    GJ_TRY(read_label(b, line, row));
    GJ_TRY(read_rest(b, line, row));
    gj_table_say_unbound(b, row, "unbound_row");
    return GJ_OK;
}

static gj_status read_extra(gj_table_binder *b, layout_line *line)
{
    gj_extra_line extra = gj_extra_in_header(b);
    for (size_t i = 0; i < line->count; i++) {
        gj_slice member = member_of(line, i), text = line->entries[i].value.text;
        if (gj_slice_is(member, "after"))
            extra.after = gj_form_row_index(b->form, text);
        if (gj_slice_is(member, "over"))
            extra.over = gj_form_row_index(b->form, text);
    }
    for (size_t i = 0; i < line->count; i++)
        if (gj_slice_starts(member_of(line, i), GJ_LIT("words.")))
            GJ_TRY(gj_extra_add(&extra, line->entries[i].value.text));
    return GJ_OK;
}

static gj_status read_column(gj_table_binder *b, layout_line *line)
{
    const gj_slice cells = GJ_LIT("cells.");
    gj_extra_column *column = gj_extra_column_at(b, b->extra_columns.count);
    if (!column)
        return gj_fail_nomem(b->err);
    for (size_t i = 0; i < line->count; i++) {
        gj_slice member = member_of(line, i), text = line->entries[i].value.text;
        if (gj_slice_is(member, "label"))
            column->label = text;
        if (gj_slice_is(member, "after"))
            column->after = gj_form_column_index(b->form, text);
        if (!gj_slice_starts(member, cells))
            continue;
        size_t row = gj_form_row_index(b->form, gj_slice_sub(member, cells.len, member.len));
        if (row != GJ_NOT_FOUND)
            column->cells[row] = text;
    }
    return GJ_OK;
}

/* Bytes of a path "unbound.7.label" up to the member's name; 0 where it is not in the list. */
static size_t prefix_of(gj_slice path, gj_slice list)
{
    size_t dot = gj_slice_starts(path, list) ? gj_slice_find(path, GJ_LIT("."), list.len) : GJ_NOT_FOUND;
    return dot == GJ_NOT_FOUND ? 0 : dot + 1;
}

static gj_status read_lines(gj_table_binder *b, const gj_block *layout, gj_slice list,
                            gj_status (*read)(gj_table_binder *b, layout_line *line))
{
    for (size_t i = 0, end; i < layout->entry_count; i = end) {
        const gj_entry *first = &layout->entries[i];
        size_t prefix = prefix_of(first->path, list);
        end = i + 1;
        if (!prefix)
            continue;
        while (end < layout->entry_count &&
               gj_slice_starts(layout->entries[end].path, gj_slice_sub(first->path, 0, prefix)))
            end++;
        layout_line line = { .entries = first, .count = end - i, .prefix = prefix };
        GJ_TRY(read(b, &line));
    }
    return GJ_OK;
}

gj_status gj_bind_layout_lines(gj_table_binder *b, const gj_block *layout)
{
    GJ_TRY(read_lines(b, layout, GJ_LIT("unbound."), read_unbound));
    GJ_TRY(read_lines(b, layout, GJ_LIT("extra_columns."), read_column));
    return read_lines(b, layout, GJ_LIT("extra_words."), read_extra);
}
