/* rollup.c - for every figure of the total: what the units' figures add up to, who is missing, and which one unit explains a difference. */
#include "collection.h"

/* A unit's figure at (row, column) of the total's table. Several reports of one unit count where they say the same. */
static bool figure_of(const gj_collection *c, const gj_unit *unit, const gj_record_table *table, size_t row,
                      size_t column, gj_decimal *out)
{
    bool any = false;
    for (size_t i = 0; i < unit->member_count; i++) {
        const gj_member *member = &c->members[unit->members[i]];
        const gj_record_table *own = gj_record_table_by_key(&member->record, table->form->key);
        size_t r = row, k = column;
        if (member->part != GJ_PART_UNIT)
            continue;
        if (own && own->form != table->form) { /* the other form has some of the figures, too */
            r = gj_form_row_index(own->form, table->form->rows[row].key);
            k = gj_form_column_index(own->form, table->form->columns[column].key);
        }
        if (!own || r == GJ_NOT_FOUND || k == GJ_NOT_FOUND || !(own->form->rows[r].columns >> k & 1))
            return false;
        const gj_record_cell *cell = gj_record_cell_at(own, r, k);
        if (!gj_record_cell_known(cell) || (any && cell->value != *out))
            return false;
        *out = cell->value;
        any = true;
    }
    return any;
}

static bool counts(const gj_unit *unit)
{
    return unit->in_aggregate && !(unit->is_aggregate && unit->member_count == 1);
}

static bool has_report(const gj_collection *c, const gj_unit *unit)
{
    for (size_t i = 0; i < unit->member_count; i++)
        if (c->members[unit->members[i]].part == GJ_PART_UNIT)
            return true;
    return false;
}

static gj_status list_absent(gj_collection *c, gj_error *err)
{
    gj_rollup *r = &c->rollup;
    r->absent = GJ_ARRAY(c->arena, c->unit_count, size_t);
    if (!r->absent)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < c->unit_count; i++) {
        if (!counts(&c->units[i]))
            continue;
        r->units++;
        if (!has_report(c, &c->units[i]))
            r->absent[r->absent_count++] = i;
    }
    return GJ_OK;
}

size_t gj_rollup_lacking(const gj_collection *c, const gj_rollup_cell *cell, size_t *out, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < c->unit_count && count < most; i++) {
        gj_decimal value;
        if (counts(&c->units[i]) && !figure_of(c, &c->units[i], cell->table, cell->row, cell->column, &value))
            out[count++] = i;
    }
    return count;
}

static size_t known_figures(const gj_record_table *t)
{
    size_t count = 0;
    for (size_t i = 0; i < t->form->row_count * t->form->column_count; i++)
        count += gj_record_cell_known(&t->cells[i]);
    return count;
}

size_t gj_record_differences(const gj_record *a, const gj_record *b, size_t *one_sided)
{
    size_t count = 0;
    *one_sided = 0;
    for (size_t t = 0; t < b->table_count; t++)
        if (!gj_record_table_by_key(a, b->tables[t].form->key))
            *one_sided += known_figures(&b->tables[t]);
    for (size_t t = 0; t < a->table_count; t++) {
        const gj_record_table *one = &a->tables[t], *other = gj_record_table_by_key(b, one->form->key);
        if (!other)
            *one_sided += known_figures(one);
        else if (other->form != one->form)
            count++;
        for (size_t i = 0; other && other->form == one->form && i < one->form->row_count * one->form->column_count;
             i++) {
            bool here = gj_record_cell_known(&one->cells[i]), there = gj_record_cell_known(&other->cells[i]);
            count += here && there && one->cells[i].value != other->cells[i].value;
            *one_sided += here != there;
        }
    }
    return count;
}

static void judge(const gj_collection *c, gj_rollup_cell *cell)
{
    bool negative = cell->table->form->rows[cell->row].may_be_negative >> cell->column & 1;
    gj_decimal total = cell->cell->value, difference = cell->sum - total;
    if (!gj_record_cell_known(cell->cell))
        cell->state = GJ_ROLLUP_UNKNOWN;
    else if (difference == 0)
        cell->state = GJ_ROLLUP_HOLDS;
    else if (cell->unknown == 0 || (difference > 0 && !negative))
        cell->state = GJ_ROLLUP_DIFFERS;
    else
        cell->state = GJ_ROLLUP_OPEN;
    if (cell->state == GJ_ROLLUP_OPEN && cell->unknown == 1)
        cell->explained_by = cell->first_unknown;
    if (cell->state != GJ_ROLLUP_DIFFERS)
        return;
    size_t found = 0;
    cell->twice = difference < 0;
    for (size_t i = 0; i < c->unit_count; i++) {
        gj_decimal value;
        if (!counts(&c->units[i]) || !figure_of(c, &c->units[i], cell->table, cell->row, cell->column, &value) ||
            value != (difference < 0 ? -difference : difference))
            continue;
        cell->explained_by = found++ ? GJ_NOT_FOUND : i;
        if (found > 1)
            break;
    }
}

static gj_status add_up(const gj_collection *c, gj_rollup_cell *cell, gj_error *err)
{
    for (size_t i = 0; i < c->unit_count; i++) {
        gj_decimal value;
        if (!counts(&c->units[i]))
            continue;
        if (figure_of(c, &c->units[i], cell->table, cell->row, cell->column, &value)) {
            if (!gj_decimal_add(cell->sum, value, &cell->sum))
                return gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "各单位的数字之和太大",
                               "the units' figures add up to too much");
            cell->known++;
        } else {
            cell->first_unknown = cell->unknown++ ? cell->first_unknown : i;
        }
    }
    judge(c, cell);
    return GJ_OK;
}

/* Whether the unit's figure is the difference in every cell, being none where there is no difference. */
static bool explains_all(const gj_collection *c, const gj_unit *unit, bool twice)
{
    for (size_t i = 0; i < c->rollup.count; i++) {
        const gj_rollup_cell *cell = &c->rollup.cells[i];
        gj_decimal value;
        if (cell->state == GJ_ROLLUP_UNKNOWN || cell->state == GJ_ROLLUP_OPEN)
            continue;
        gj_decimal difference = cell->sum - cell->cell->value;
        if (!figure_of(c, unit, cell->table, cell->row, cell->column, &value) ||
            value != (twice ? -difference : difference))
            return false;
    }
    return true;
}

static void find_joint(gj_collection *c)
{
    size_t found = 0;
    c->rollup.joint = GJ_NOT_FOUND;
    for (int twice = 0; c->rollup.differing && twice < 2; twice++)
        for (size_t i = 0; i < c->unit_count; i++)
            if (counts(&c->units[i]) && has_report(c, &c->units[i]) && explains_all(c, &c->units[i], twice)) {
                c->rollup.joint = found++ ? GJ_NOT_FOUND : i;
                c->rollup.joint_twice = twice;
            }
    if (found > 1)
        c->rollup.joint = GJ_NOT_FOUND;
}

static size_t room_of(const gj_record *total)
{
    size_t room = 0;
    for (size_t t = 0; t < total->table_count; t++)
        room += total->tables[t].form->row_count * total->tables[t].form->column_count;
    return room;
}

gj_status gj_collection_rollup(gj_collection *c, gj_error *err)
{
    gj_rollup *r = &c->rollup;
    r->joint = GJ_NOT_FOUND;
    if (c->aggregate == GJ_NOT_FOUND)
        return GJ_OK;
    const gj_record *total = &c->members[c->aggregate].record;
    GJ_TRY(list_absent(c, err));
    r->made = r->units > r->absent_count;
    r->cells = GJ_ARRAY(c->arena, room_of(total), gj_rollup_cell);
    if (!r->cells)
        return gj_fail_nomem(err);
    for (size_t t = 0; r->made && t < total->table_count; t++) {
        const gj_form_table *form = total->tables[t].form;
        for (size_t i = 0; i < form->row_count * form->column_count; i++) {
            size_t row = i / form->column_count, column = i % form->column_count;
            if (!(form->rows[row].columns >> column & 1))
                continue;
            gj_rollup_cell *cell = &r->cells[r->count++];
            *cell = (gj_rollup_cell){ .table = &total->tables[t],
                                      .row = row,
                                      .column = column,
                                      .cell = &total->tables[t].cells[i],
                                      .first_unknown = GJ_NOT_FOUND,
                                      .explained_by = GJ_NOT_FOUND };
            GJ_TRY(add_up(c, cell, err));
            r->differing += cell->state == GJ_ROLLUP_DIFFERS;
            r->open += cell->state == GJ_ROLLUP_OPEN;
        }
    }
    find_joint(c);
    return GJ_OK;
}
