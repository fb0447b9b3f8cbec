/** ruled_table.h - pandoc's simple and multiline tables: columns told by a rule of dashes. For the readers of text and of Markdown. */
#ifndef GJ_READ_RULED_TABLE_H
#define GJ_READ_RULED_TABLE_H

#include "spaced.h"

/** Lines [first, end) of the source, rules included. */
typedef struct gj_ruled_table {
    size_t first, end;
    size_t rule; /* the line whose dashes tell the columns */
} gj_ruled_table;

/** Whether a line is a rule with a group of dashes for every column: --- --- */
bool gj_is_column_rule(gj_slice line);
/** Whether a line may be a rule at all: it begins with two dashes. */
static inline bool gj_is_rule_start(gj_slice line)
{
    gj_slice text = gj_slice_trim(line);
    return text.len >= 2 && text.data[0] == '-' && text.data[1] == '-';
}
/** Whether such a table begins at `line`. Costs a look at every line of it, and of the rest of the file where its end is missing. */
bool gj_ruled_table_find(const gj_source *source, size_t line, gj_ruled_table *out);
/** Its rows, a cell for every column; none where anything stands across the gap of two columns. Fails with GJ_NOMEM only. */
GJ_MUST_USE gj_status gj_ruled_table_read(gj_arena *arena, const gj_source *source, const gj_ruled_table *where,
                                          gj_laid_rows *out, gj_error *err);

#endif
