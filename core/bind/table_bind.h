/** table_bind.h - what the binders of the three shapes share: one table under construction. */
#ifndef GJ_BIND_TABLE_BIND_H
#define GJ_BIND_TABLE_BIND_H

#include "table_view.h"

typedef struct gj_table_binder {
    gj_arena *arena;
    gj_report *report;
    gj_error *err;
    gj_bound_table *table;
    const gj_form_table *form;    /* table->form */
    const gj_label_index *labels; /* of the form it uses */
    size_t index;                 /* of the table in that form */
    const gj_view *view;
    size_t row_count; /* rows bound so far */
    size_t last_row;  /* the one entered last, or GJ_NOT_FOUND */
    GJ_LIST(gj_unbound_row) unbound;
    GJ_LIST(gj_extra_words) extra; /* table_extra.h */
    GJ_LIST(gj_extra_column) extra_columns;
} gj_table_binder;

/** Make the arrays of a table that uses `form`, all cells missing. */
GJ_MUST_USE gj_status gj_table_prepare(gj_table_binder *b, const gj_form *form, size_t index);

static inline gj_cell *gj_table_cell_at(gj_table_binder *b, size_t row, size_t column)
{
    return &b->table->cells[row * b->form->column_count + column];
}
/** Number of columns that belong to a row. */
size_t gj_form_row_width(const gj_form_table *table, size_t row);
/** Fill a cell from what stands in the view. */
void gj_table_fill(gj_cell *out, const gj_view_cell *from);
/** Enter the row: it is present, with this label and place. */
void gj_table_enter_row(gj_table_binder *b, size_t row, const gj_text *label, gj_span span);
/** Its values could not be placed: its cells are GJ_CELL_UNREAD, and a notice says how many there were. */
void gj_table_unread_row(gj_table_binder *b, size_t row);
/** The values of a row, or of a table in one line, that could not be placed are kept as written. */
GJ_MUST_USE gj_status gj_table_keep_values(gj_table_binder *b, const gj_values *values, const gj_slice **out,
                                           size_t *count);
/** Add a value to those of gj_unbound_row; where they grow past GJ_MAX_LABEL bytes, dots stand for the rest. */
GJ_MUST_USE bool gj_table_add_value(gj_arena *arena, gj_slice *values, gj_slice text);
/** Say that a line was no row. `kind` is "unbound_row" or "duplicate_row". */
void gj_table_say_unbound(gj_table_binder *b, const gj_unbound_row *row, const char *kind);
/** A line that is no row of the form: kept, and said. `kind` is "unbound_row" or "duplicate_row". */
GJ_MUST_USE gj_status gj_table_unbound(gj_table_binder *b, const gj_view_line *line, const char *kind, bool subtotal);
/** After all lines: rows that are missing get a notice; columns and rows are checked for their order. */
void gj_table_finish_rows(gj_table_binder *b);

/** One text of two cells' texts, each byte still knowing its place. */
GJ_MUST_USE bool gj_text_join(gj_arena *arena, const gj_text *a, const gj_text *b, gj_text *out);

/* One shape a file. The view is the table's; the binder is prepared. */
GJ_MUST_USE gj_status gj_bind_matrix(gj_table_binder *b);
GJ_MUST_USE gj_status gj_bind_blocks(gj_table_binder *b);
GJ_MUST_USE gj_status gj_bind_flat(gj_table_binder *b);
/** Keyed data. `layout` is the table's record of labels, or NULL. */
GJ_MUST_USE gj_status gj_bind_record(gj_table_binder *b, const gj_block *record, const gj_block *layout);

/** What a layout says of a table made from keyed data. `columns`: whether it lists the table's columns. */
GJ_MUST_USE gj_status gj_bind_layout(gj_table_binder *b, const gj_block *layout, bool *columns);
/** Its "unbound", "extra_words" and "extra_columns": the lines that are no row of the form, the columns that are none of it. */
GJ_MUST_USE gj_status gj_bind_layout_lines(gj_table_binder *b, const gj_block *layout);

#endif
