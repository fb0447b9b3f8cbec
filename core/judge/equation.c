#include "equation.h"

_Static_assert(GJ_MAX_FORM_COLUMNS <= 8 * sizeof(unsigned long), "a row's columns fit its mask");

static const gj_cell no_cell; /* GJ_CELL_MISSING is 0 */

/* The report that a table's number counts in, and its index there. */
static const gj_report *owner_of(const gj_report *report, size_t *table)
{
    if (*table < report->table_count)
        return report;
    *table -= report->table_count;
    return report->prior;
}

gj_cell_at gj_cell_where(const gj_report *report, gj_cell_id id)
{
    size_t index = id / GJ_CELL_SLOTS, slot = id % GJ_CELL_SLOTS;
    const gj_report *owner = owner_of(report, &index);
    const gj_bound_table *table = &owner->tables[index];
    size_t columns = table->form->column_count;
    return (gj_cell_at){
        .report = owner, .table = table, .table_index = index, .row = slot / columns, .column = slot % columns
    };
}

const gj_cell *gj_cell_of(const gj_report *report, gj_cell_id id)
{
    size_t index = id / GJ_CELL_SLOTS;
    const gj_bound_table *table = &owner_of(report, &index)->tables[index];
    return table->cells ? &table->cells[id % GJ_CELL_SLOTS] : &no_cell;
}

gj_slice gj_cell_path(gj_arena *arena, const gj_report *report, gj_cell_id id)
{
    gj_cell_at at = gj_cell_where(report, id);
    const gj_form_table *form = at.table->form;
    const gj_slice keys[] = { GJ_LIT("prior"), form->key, form->rows[at.row].key, form->columns[at.column].key };
    size_t first = at.report == report ? 1 : 0, length = 0, end = 0;
    for (size_t i = first; i < 4; i++)
        length += keys[i].len + (i > first);
    char *path = GJ_ARRAY(arena, length + 1, char);
    if (!path)
        return (gj_slice){ NULL, 0 };
    for (size_t i = first; i < 4; i++) {
        if (i > first)
            path[end++] = '.';
        memcpy(path + end, keys[i].data, keys[i].len);
        end += keys[i].len;
    }
    return (gj_slice){ path, length };
}

gj_sum gj_sum_of(gj_decimal value)
{
    gj_sum sum = { value / GJ_ONE, value % GJ_ONE };
    if (sum.micro < 0) {
        sum.micro += GJ_ONE;
        sum.whole--;
    }
    return sum;
}

gj_sum gj_sum_add(gj_sum a, gj_sum b, int sign)
{
    gj_sum sum = { a.whole + sign * b.whole, a.micro + sign * b.micro };
    if (sum.micro < 0) {
        sum.micro += GJ_ONE;
        sum.whole--;
    } else if (sum.micro >= GJ_ONE) {
        sum.micro -= GJ_ONE;
        sum.whole++;
    }
    return sum;
}

int gj_sum_sign(gj_sum sum)
{
    if (sum.whole < 0)
        return -1;
    return sum.whole > 0 || sum.micro > 0;
}

bool gj_sum_decimal(gj_sum sum, gj_decimal *out)
{
    const int64_t most = GJ_DECIMAL_MAX / GJ_ONE;
    if (sum.whole < -most || sum.whole > most || (sum.whole == most && sum.micro > 0))
        return false;
    *out = sum.whole * GJ_ONE + sum.micro;
    return true;
}

/* Digits of `value` (>= 0) backwards from `end`, at least `least` of them; returns where they begin. */
static char *put_digits(char *end, int64_t value, int least)
{
    for (int n = 0; value > 0 || n < least; n++) {
        *--end = (char)('0' + value % 10);
        value /= 10;
    }
    return end;
}

size_t gj_sum_print(gj_sum sum, char out[40])
{
    bool minus = gj_sum_sign(sum) < 0;
    if (minus)
        sum = gj_sum_add((gj_sum){ 0, 0 }, sum, -1);
    char digits[40];
    char *end = digits + sizeof digits, *begin = end;
    if (sum.micro != 0) {
        int places = 6;
        for (; sum.micro % 10 == 0; places--)
            sum.micro /= 10;
        begin = put_digits(end, sum.micro, places);
        *--begin = '.';
    }
    begin = put_digits(begin, sum.whole, 1);
    if (minus)
        *--begin = '-';
    size_t length = (size_t)(end - begin);
    memcpy(out, begin, length);
    out[length] = '\0';
    return length;
}

/* Which absence makes a cell missing: the table's, its column's, its row's. */
static gj_unknown missing_cause(const gj_cell_at *at)
{
    const gj_bound_table *table = at->table;
    if (!table->present)
        return GJ_NO_TABLE;
    if (table->columns && !table->columns[at->column].present && table->form->shape == GJ_SHAPE_MATRIX)
        return GJ_NO_COLUMN;
    return GJ_NO_ROW;
}

static gj_unknown unknown_kind(const gj_report *report, gj_cell_id id, const gj_cell *cell)
{
    switch (cell->kind) {
    case GJ_CELL_INTEGER:
    case GJ_CELL_DECIMAL:
        return cell->notes & GJ_NOTE_LONG ? GJ_HAS_TEXT : GJ_ALL_KNOWN;
    case GJ_CELL_BLANK:
    case GJ_CELL_DASH:
        return GJ_HAS_BLANK;
    case GJ_CELL_TEXT:
        return GJ_HAS_TEXT;
    case GJ_CELL_UNREAD:
        return GJ_HAS_UNREAD;
    case GJ_CELL_MISSING:
        break;
    }
    gj_cell_at at = gj_cell_where(report, id);
    return missing_cause(&at);
}

gj_unknown gj_cell_unknown(const gj_report *report, gj_cell_id id)
{
    return unknown_kind(report, id, gj_cell_of(report, id));
}

gj_slice gj_unknown_owner(const gj_report *report, gj_unknown cause, gj_cell_id id)
{
    const gj_form_table *form = gj_cell_where(report, id).table->form;
    switch (cause) {
    case GJ_HAS_BLANK:
        return form->blank_rule;
    case GJ_HAS_TEXT:
        return form->text_rule;
    case GJ_HAS_UNREAD:
    case GJ_NO_ROW:
        return form->row_rule;
    case GJ_NO_COLUMN:
        return form->column_rule;
    case GJ_NO_TABLE:
        return form->missing_rule;
    case GJ_ALL_KNOWN:
        break;
    }
    return (gj_slice){ NULL, 0 };
}

/* Blanks by the side of "left - right" on which they push. */
typedef struct blanks {
    size_t up, down;
    bool signless; /* one may be negative, so it bounds nothing */
} blanks;

static void count_blank(const gj_report *report, const gj_term *term, int side, blanks *count)
{
    gj_cell_at at = gj_cell_where(report, term->cell);
    if (at.table->form->rows[at.row].may_be_negative >> at.column & 1u)
        count->signless = true;
    else if (term->sign * side > 0)
        count->up++;
    else
        count->down++;
}

static gj_sum add_side(const gj_report *report, const gj_linear *form, int side, gj_sum sum, gj_unknown *cause,
                       gj_cell_id *where, blanks *count)
{
    sum = gj_sum_add(sum, gj_sum_of(form->constant), side);
    for (size_t i = 0; i < form->count; i++) {
        const gj_term *term = &form->terms[i];
        const gj_cell *cell = gj_cell_of(report, term->cell);
        gj_unknown unknown = unknown_kind(report, term->cell, cell);
        if (unknown == GJ_ALL_KNOWN) {
            sum = gj_sum_add(sum, gj_sum_of(cell->value), term->sign * side);
            continue;
        }
        if (unknown > *cause) {
            *cause = unknown;
            *where = term->cell;
        }
        if (unknown == GJ_HAS_BLANK)
            count_blank(report, term, side, count);
    }
    return sum;
}

gj_sum gj_linear_sum(const gj_report *report, const gj_linear *form, gj_unknown *cause, gj_cell_id *where)
{
    blanks count = { 0, 0, false };
    *cause = GJ_ALL_KNOWN;
    *where = 0;
    return add_side(report, form, 1, (gj_sum){ 0, 0 }, cause, where, &count);
}

/* Cells of one table, some on each side: a balance of the table, not a comparison with a figure from elsewhere. Last year's tables
 * are not to be corrected. */
static bool within_one_table(const gj_report *report, const gj_equation *e)
{
    if (e->left.count == 0 || e->right.count == 0 || gj_cell_is_prior(report, e->left.terms[0].cell))
        return false;
    gj_cell_id table = e->left.terms[0].cell / GJ_CELL_SLOTS;
    for (size_t i = 1; i < e->left.count; i++)
        if (e->left.terms[i].cell / GJ_CELL_SLOTS != table)
            return false;
    for (size_t i = 0; i < e->right.count; i++)
        if (e->right.terms[i].cell / GJ_CELL_SLOTS != table)
            return false;
    return true;
}

/* `sign` is that of left - right over the known terms; blanks add at least zero on their side. */
static gj_outcome outcome_of(const gj_equation *e, int sign, const blanks *count)
{
    if (e->cause == GJ_ALL_KNOWN)
        return (e->at_most ? sign <= 0 : sign == 0) ? GJ_PASS : GJ_FAIL;
    if (e->cause != GJ_HAS_BLANK || count->signless || (count->up && count->down))
        return GJ_REVIEW;
    int excess = count->up ? sign : -sign; /* > 0: the known parts alone exceed the other side */
    if (e->at_most)
        return count->up && excess > 0 ? GJ_FAIL : GJ_REVIEW;
    if (excess == 0)
        return GJ_PASS;
    return excess > 0 ? GJ_FAIL : GJ_REVIEW;
}

void gj_equation_decide(const gj_report *report, gj_equation *equation)
{
    blanks count = { 0, 0, false };
    equation->cause = GJ_ALL_KNOWN;
    equation->where = 0;
    gj_sum sum = add_side(report, &equation->left, 1, (gj_sum){ 0, 0 }, &equation->cause, &equation->where, &count);
    sum = add_side(report, &equation->right, -1, sum, &equation->cause, &equation->where, &count);
    equation->outcome = outcome_of(equation, gj_sum_sign(sum), &count);
    equation->exact = !equation->at_most && equation->cause == GJ_ALL_KNOWN && within_one_table(report, equation);
}
