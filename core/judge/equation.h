/** equation.h - sums of cells that remember their cells, and what two of them say about each other.
 *
 * A linear form is a constant plus signed cells, in the order in which a rule wrote them. An equation holds two of them and is
 * decided in three values (design.md §4): a blank or a dash is an unknown count of at least zero; a cell that is text, was not read or is
 * not there is unknown altogether. Sums are exact: no rounding, and no overflow within GJ_MAX_TERMS.
 */
#ifndef GJ_JUDGE_EQUATION_H
#define GJ_JUDGE_EQUATION_H

#include "../bind/report.h"
#include "ruleset.h"

/** A cell of the report: its table's index and its slot (row * columns + column) in one number, in form order. */
typedef uint32_t gj_cell_id;
#define GJ_CELL_SLOTS ((gj_cell_id)(GJ_MAX_FORM_ROWS * GJ_MAX_FORM_COLUMNS))

static inline gj_cell_id gj_cell_id_of(size_t table, size_t slot)
{
    return (gj_cell_id)table * GJ_CELL_SLOTS + (gj_cell_id)slot;
}

/** A cell's table (never NULL for an id made for this report), row and column. `report` is the report it stands in: the one asked, or its
 *  prior, whose tables are counted after its own. `table_index` is the table's in that report. */
typedef struct gj_cell_at {
    const gj_report *report;
    const gj_bound_table *table;
    size_t table_index, row, column;
} gj_cell_at;
gj_cell_at gj_cell_where(const gj_report *report, gj_cell_id id);
/** Whether the cell stands in last year's report. */
static inline bool gj_cell_is_prior(const gj_report *report, gj_cell_id id)
{
    return id / GJ_CELL_SLOTS >= report->table_count;
}
/** One more than the largest id that the report and its prior can have. */
static inline size_t gj_cell_space(const gj_report *report)
{
    return (report->table_count + (report->prior ? report->prior->table_count : 0)) * GJ_CELL_SLOTS;
}
/** The cell; one of kind GJ_CELL_MISSING where its table is not there. */
const gj_cell *gj_cell_of(const gj_report *report, gj_cell_id id);
/** "requests.denied.state_secret.total", in last year's report "prior.requests.denied.state_secret.total"; data NULL when memory ran out. */
gj_slice gj_cell_path(gj_arena *arena, const gj_report *report, gj_cell_id id);
/** Whether the form has a cell at this row and column. */
static inline bool gj_form_has_cell(const gj_form_table *form, size_t row, size_t column)
{
    return row < form->row_count && column < form->column_count && (form->rows[row].columns >> column & 1u) != 0;
}

typedef struct gj_term {
    gj_cell_id cell;
    int32_t sign; /* +1 or -1 */
} gj_term;

typedef struct gj_linear {
    gj_decimal constant;
    const gj_term *terms;
    size_t count; /* at most GJ_MAX_TERMS */
} gj_linear;

/** An exact sum: whole + micro / 1000000, 0 <= micro < 1000000 (so -0.5 is -1 and 500000). */
typedef struct gj_sum {
    int64_t whole, micro;
} gj_sum;

gj_sum gj_sum_of(gj_decimal value);
gj_sum gj_sum_add(gj_sum a, gj_sum b, int sign);
/** -1, 0, 1 */
int gj_sum_sign(gj_sum sum);
/** False where it is beyond GJ_DECIMAL_MAX. */
bool gj_sum_decimal(gj_sum sum, gj_decimal *out);
/** Shortest decimal text into out[40], ends in NUL; returns its length. */
size_t gj_sum_print(gj_sum sum, char out[40]);

/** Why a form has no value: the gravest cause met, in the order of the rules that own them (columns before rows before cells). */
typedef enum gj_unknown {
    GJ_ALL_KNOWN,
    GJ_HAS_BLANK,
    GJ_HAS_TEXT,
    GJ_HAS_UNREAD,
    GJ_NO_ROW,
    GJ_NO_COLUMN,
    GJ_NO_TABLE
} gj_unknown;

/** What one cell is to an equation. */
gj_unknown gj_cell_unknown(const gj_report *report, gj_cell_id id);
/** The rule of the form that owns this defect of the cell's table; empty where the form names none. */
gj_slice gj_unknown_owner(const gj_report *report, gj_unknown cause, gj_cell_id id);

/** The sum of the known terms. `*cause` is GJ_ALL_KNOWN where that is all of them, else what is unknown, and `*where` the first cell of that kind. */
gj_sum gj_linear_sum(const gj_report *report, const gj_linear *form, gj_unknown *cause, gj_cell_id *where);

struct gj_draft;

typedef struct gj_equation {
    const gj_rule *rule;
    gj_linear left, right;
    bool at_most;       /* left <= right, else left = right */
    gj_outcome outcome; /* GJ_PASS, GJ_FAIL or GJ_REVIEW */
    gj_unknown cause;   /* of a review */
    gj_cell_id where;   /* the cell that causes it */
    bool
        exact; /* all cells known, an equality, cells of one table of this year's on both sides: part of the linear system */
    struct gj_draft *draft; /* of a failing one: what the rule said with it */
} gj_equation;

/** Decide left against right. Fills outcome, cause, where and exact; touches nothing else. */
void gj_equation_decide(const gj_report *report, gj_equation *equation);

#endif
