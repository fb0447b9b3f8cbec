#include <math.h>

#include "api.h"

/* Numbers that remember their cells. */

static gj_linear linear_of(const gj_number_object *number)
{
    return (gj_linear){ number->constant, number->terms, number->count };
}

gj_number_object *gj_push_expression(lua_State *L, gj_api *api, size_t count)
{
    if (count > GJ_MAX_TERMS)
        luaL_error(L, "a sum may have at most %d cells", GJ_MAX_TERMS);
    gj_number_object *number =
        gj_object_push(L, api->own, &gj_class_number, sizeof(gj_number_object) + count * sizeof(gj_term));
    number->constant = 0;
    number->count = (uint32_t)count;
    number->is_cell = false;
    return number;
}

void gj_push_cell(lua_State *L, gj_api *api, gj_cell_id cell)
{
    gj_number_object *number = gj_push_expression(L, api, 1);
    number->is_cell = true;
    number->terms[0] = (gj_term){ cell, 1 };
}

gj_decimal gj_decimal_at(lua_State *L, int index)
{
    const gj_decimal whole = GJ_DECIMAL_MAX / GJ_ONE;
    const lua_Number most = (lua_Number)whole;
    lua_Number number = lua_tonumber(L, index);
    if (!(number >= -most && number <= most))
        luaL_error(L, "a number beyond 10^12 is not compared");
    if (lua_isinteger(L, index))
        return (gj_decimal)lua_tointeger(L, index) * GJ_ONE;
    lua_Number scaled = round(number * (lua_Number)GJ_ONE);
    if (fabs(number * (lua_Number)GJ_ONE - scaled) > 1e-2)
        luaL_error(L, "a number with more than six decimals is not compared");
    return (gj_decimal)scaled;
}

gj_linear gj_linear_at(lua_State *L, int index)
{
    if (lua_type(L, index) == LUA_TNUMBER)
        return (gj_linear){ gj_decimal_at(L, index), NULL, 0 };
    return linear_of(gj_object_check(L, index, &gj_class_number));
}

/* Arithmetic */

static gj_api *api_of_operand(lua_State *L)
{
    const gj_object *object = gj_object_at(L, 1);
    return (object ? object : gj_object_at(L, 2))->api;
}

static int combine(lua_State *L, int32_t sign)
{
    gj_api *api = api_of_operand(L);
    gj_linear a = gj_linear_at(L, 1), b = gj_linear_at(L, 2);
    gj_number_object *sum = gj_push_expression(L, api, a.count + b.count);
    if (a.count)
        memcpy(sum->terms, a.terms, a.count * sizeof *a.terms);
    for (size_t i = 0; i < b.count; i++)
        sum->terms[a.count + i] = (gj_term){ b.terms[i].cell, b.terms[i].sign * sign };
    if (!gj_decimal_add(a.constant, sign * b.constant, &sum->constant))
        return luaL_error(L, "a number beyond 10^12 is not compared");
    return 1;
}

static int add(lua_State *L)
{
    return combine(L, 1);
}

static int subtract(lua_State *L)
{
    return combine(L, -1);
}

static int negate(lua_State *L)
{
    gj_linear form = gj_linear_at(L, 1);
    gj_number_object *number = gj_push_expression(L, api_of_operand(L), form.count);
    for (size_t i = 0; i < form.count; i++)
        number->terms[i] = (gj_term){ form.terms[i].cell, -form.terms[i].sign };
    number->constant = -form.constant;
    return 1;
}

static int refuse_compare(lua_State *L)
{
    return luaL_error(
        L, "cell numbers are not compared by operators: use finding:unless_equal, finding:unless_at_most or .value");
}

static int refuse_multiply(lua_State *L)
{
    return luaL_error(L, "cell numbers are only added and subtracted: use .value for other arithmetic");
}

/* Fields */

enum { KNOWN, VALUE, KIND, TEXT, UNIT, PATH, ROW, COLUMN, NOTES };
static const char *const fields[] = {
    "known", "value", "kind", "text", "unit", "path", "row", "column", "notes", NULL
};

static const char *kind_name(gj_cell_kind kind)
{
    static const char *const names[] = { "missing", "integer", "decimal", "blank", "dash", "text", "unread" };
    return names[kind];
}

static void push_notes(lua_State *L, unsigned notes)
{
    static const struct {
        unsigned note;
        const char *name;
    } names[] = { { GJ_NOTE_FULLWIDTH, "fullwidth" }, { GJ_NOTE_THOUSANDS, "thousands" },
                  { GJ_NOTE_SPACED, "spaced" },       { GJ_NOTE_UNIT, "unit" },
                  { GJ_NOTE_CHINESE, "chinese" },     { GJ_NOTE_PARENTHETIC, "parenthetic" },
                  { GJ_NOTE_LONG, "long" },           { GJ_NOTE_SIGNED, "signed" } };
    lua_newtable(L);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (notes & names[i].note) {
            lua_pushboolean(L, 1);
            lua_setfield(L, -2, names[i].name);
        }
}

static bool has_value(const gj_cell *cell)
{
    return cell->kind == GJ_CELL_INTEGER || cell->kind == GJ_CELL_DECIMAL;
}

static void push_expression_field(lua_State *L, const gj_number_object *number, int field)
{
    gj_linear form = linear_of(number);
    gj_unknown cause;
    gj_cell_id where;
    gj_sum sum = gj_linear_sum(gj_object_report(number), &form, &cause, &where);
    switch (field) {
    case KNOWN:
        lua_pushboolean(L, cause == GJ_ALL_KNOWN);
        break;
    case VALUE:
        if (cause == GJ_ALL_KNOWN)
            gj_push_sum(L, sum);
        else
            lua_pushnil(L);
        break;
    case KIND:
        lua_pushliteral(L, "expression");
        break;
    case NOTES:
        lua_newtable(L);
        break;
    default:
        lua_pushnil(L);
    }
}

static void number_field(lua_State *L, const void *object, int field)
{
    const gj_number_object *number = object;
    if (!number->is_cell) {
        push_expression_field(L, number, field);
        return;
    }
    const gj_report *report = gj_object_report(number);
    gj_cell_id id = number->terms[0].cell;
    const gj_cell *cell = gj_cell_of(report, id);
    switch (field) {
    case KNOWN:
        lua_pushboolean(L, has_value(cell));
        break;
    case VALUE:
        if (has_value(cell))
            gj_push_sum(L, gj_sum_of(cell->value));
        else
            lua_pushnil(L);
        break;
    case KIND:
        lua_pushstring(L, kind_name(cell->kind));
        break;
    case TEXT:
        gj_push_slice(L, cell->lexeme);
        break;
    case UNIT:
        gj_push_known(L, cell->unit);
        break;
    case PATH: {
        gj_slice path = gj_cell_path(gj_object_judging(number)->arena, report, id);
        if (!path.data)
            gj_raise_nomem(L, gj_object_judging(number));
        gj_push_slice(L, path);
        break;
    }
    case ROW:
    case COLUMN: {
        gj_cell_at at = gj_cell_where(report, id);
        gj_api *api = number->head.api;
        gj_push_view(L, at.report == report ? api : api->prior, field == ROW ? &gj_class_row : &gj_class_column,
                     at.table_index, field == ROW ? at.row : at.column);
        break;
    }
    default:
        push_notes(L, cell->notes);
    }
}

/* tostring: as written, else the value. */
static int number_text(lua_State *L)
{
    const gj_number_object *number = gj_object_check(L, 1, &gj_class_number);
    gj_words words = gj_words_at(L, 1, gj_object_judging(number), "number");
    gj_push_slice(L, words.zh);
    return 1;
}

bool gj_push_tie(lua_State *L, gj_api *api, const gj_tie *tie)
{
    const gj_report *report = api->report;
    gj_number_object *sum = gj_push_expression(L, api, tie->cell_count);
    for (size_t i = 0; i < tie->cell_count; i++) {
        gj_slice path = tie->cells[i];
        bool minus = gj_slice_starts(path, GJ_LIT("-"));
        const gj_bound_table *table;
        size_t row, column;
        if (!gj_report_cell(report, gj_slice_sub(path, minus, path.len), &table, &row, &column)) {
            lua_pop(L, 1);
            return false;
        }
        size_t slot = row * table->form->column_count + column;
        sum->terms[i] = (gj_term){ gj_api_cell(api, (size_t)(table - report->tables), slot), minus ? -1 : 1 };
    }
    sum->is_cell = tie->cell_count == 1 && sum->terms[0].sign > 0;
    return true;
}

static const luaL_Reg metamethods[] = { { "__add", add },
                                        { "__sub", subtract },
                                        { "__unm", negate },
                                        { "__eq", refuse_compare },
                                        { "__lt", refuse_compare },
                                        { "__le", refuse_compare },
                                        { "__mul", refuse_multiply },
                                        { "__div", refuse_multiply },
                                        { "__mod", refuse_multiply },
                                        { "__idiv", refuse_multiply },
                                        { "__pow", refuse_multiply },
                                        { "__tostring", number_text },
                                        { NULL, NULL } };

const gj_class gj_class_number = { GJ_CLASS_NUMBER, "cell number", fields, number_field, NULL, metamethods, NULL };
