#include <math.h>

#include "../base/utf8.h"
#include "api.h"
#include "template.h"
#include "wording.h"

/* What rules hand to findings: places, and values for messages. */

static const gj_view_object *view_of(const gj_object *object)
{
    return (const gj_view_object *)(const void *)object;
}

static gj_target number_target(gj_judging *judging, const gj_number_object *number)
{
    if (number->count == 0)
        return gj_target_report(judging->report);
    return gj_target_cell(judging->arena, judging->report, number->terms[0].cell);
}

gj_target gj_target_at(lua_State *L, int index, gj_judging *judging)
{
    const gj_object *object = gj_object_at(L, index);
    const gj_report *report = object ? object->api->report : NULL;
    const void *any = object;
    gj_target target = { .place = { NULL, 0 } };
    if (!object)
        luaL_error(L, "a place is a cell, row, column, table, section, quote, claim or the report, not a %s",
                   luaL_typename(L, index));
    else if (object->class == &gj_class_number)
        target = number_target(judging, any);
    else if (object->class == &gj_class_row)
        target = gj_target_row(judging->arena, report, view_of(object)->table, view_of(object)->index);
    else if (object->class == &gj_class_column)
        target = gj_target_column(judging->arena, report, view_of(object)->table, view_of(object)->index);
    else if (object->class == &gj_class_table)
        target = gj_target_table(report, view_of(object)->table);
    else if (object->class == &gj_class_section)
        target = gj_target_section(report, ((const gj_section_object *)any)->index);
    else if (object->class == &gj_class_quote)
        target = gj_target_quote(report, &((const gj_quote_object *)any)->quote);
    else if (object->class == &gj_class_claim) {
        gj_quote quote = gj_claim_quote(report, &report->claims[((const gj_claim_object *)any)->index]);
        target = gj_target_quote(report, &quote);
    } else if (object->class == &gj_class_relation) {
        gj_quote quote = gj_relation_quote(report, gj_relation_at(any));
        target = gj_target_quote(report, &quote);
    } else if (object->class == &gj_class_report)
        target = gj_target_report(report);
    else
        luaL_error(L, "a %s has no place", object->class->name);
    if (!target.place.data)
        gj_raise_nomem(L, judging);
    target.spot.prior = target.spot.prior || (object && gj_api_is_prior(object->api));
    return target;
}

/* Values */

static gj_words same(gj_slice text)
{
    return (gj_words){ text, text };
}

static gj_words printed(gj_arena *arena, gj_sum sum)
{
    char digits[40];
    size_t length = gj_sum_print(sum, digits);
    return same(gj_arena_copy(arena, (gj_slice){ digits, length }));
}

/* A cell as it was written, an expression by its value; what has none says why. */
static gj_words number_words(gj_judging *judging, const gj_number_object *number)
{
    static const gj_words blank = { { "空白", sizeof "空白" - 1 }, { "blank", 5 } };
    static const gj_words unknown = { { "未知", sizeof "未知" - 1 }, { "unknown", 7 } };
    gj_linear form = { number->constant, number->terms, number->count };
    gj_unknown cause;
    gj_cell_id where;
    gj_sum sum = gj_linear_sum(judging->report, &form, &cause, &where);
    if (number->is_cell) {
        gj_slice lexeme = gj_cell_of(judging->report, number->terms[0].cell)->lexeme;
        if (lexeme.len)
            return same(lexeme);
    }
    if (cause == GJ_ALL_KNOWN)
        return printed(judging->arena, sum);
    return cause == GJ_HAS_BLANK ? blank : unknown;
}

static gj_words section_words(const gj_report *report, size_t index)
{
    const gj_section *section = &report->sections[index];
    return same(section->present ? section->heading.text : section->form ? section->form->title : section->title);
}

static gj_words object_words(lua_State *L, const gj_object *object, gj_judging *judging, const char *name)
{
    const gj_report *report = object->api->report;
    const void *any = object;
    if (object->class == &gj_class_number)
        return number_words(judging, any);
    if (object->class == &gj_class_quote)
        return same(((const gj_quote_object *)any)->quote.text);
    if (object->class == &gj_class_claim)
        return same(gj_claim_quote(report, &report->claims[((const gj_claim_object *)any)->index]).text);
    if (object->class == &gj_class_relation)
        return same(gj_relation_quote(report, gj_relation_at(any)).text);
    if (object->class == &gj_class_section)
        return section_words(report, ((const gj_section_object *)any)->index);
    if (object->class == &gj_class_table)
        return report->tables[view_of(object)->table].form->name;
    if (object->class == &gj_class_row)
        return report->tables[view_of(object)->table].form->rows[view_of(object)->index].name;
    if (object->class == &gj_class_column)
        return report->tables[view_of(object)->table].form->columns[view_of(object)->index].name;
    luaL_error(L, "\"%s\": a %s is not shown in a message", name, object->class->name);
    return same((gj_slice){ NULL, 0 });
}

/* { zh = …, en = … } */
static gj_words table_words(lua_State *L, int index, const char *name)
{
    gj_words words;
    index = lua_absindex(L, index);
    if (lua_getfield(L, index, "zh") != LUA_TSTRING || lua_getfield(L, index, "en") != LUA_TSTRING)
        luaL_error(L, "\"%s\": a table in a message is { zh = …, en = … }", name);
    words.zh = gj_string_at(L, -2);
    words.en = gj_string_at(L, -1);
    lua_pop(L, 2); /* the table holds the strings */
    return words;
}

/* Rounded to six decimals; beyond what a double holds exactly there is nothing to show. */
static gj_words lua_number_words(lua_State *L, int index, gj_judging *judging, const char *name)
{
    if (lua_isinteger(L, index))
        return same(gj_arena_format(judging->arena, LUA_INTEGER_FMT, (LUAI_UACINT)lua_tointeger(L, index)));
    lua_Number scaled = round(lua_tonumber(L, index) * (lua_Number)GJ_ONE);
    if (!(fabs(scaled) < (lua_Number)GJ_DECIMAL_MAX))
        luaL_error(L, "\"%s\": this number is not shown in a message", name);
    return printed(judging->arena, gj_sum_of((gj_decimal)scaled));
}

/* A script can cut a string anywhere; a message is text. */
static void check_text(lua_State *L, gj_words words, const char *name)
{
    if (gj_utf8_check(words.zh) != GJ_NOT_FOUND || gj_utf8_check(words.en) != GJ_NOT_FOUND)
        luaL_error(L, "\"%s\" is no valid UTF-8: cut texts with text.sub, not string.sub", name);
}

gj_words gj_words_at(lua_State *L, int index, gj_judging *judging, const char *name)
{
    gj_words words = { { NULL, 0 }, { NULL, 0 } };
    const gj_object *object = gj_object_at(L, index);
    if (object)
        words = object_words(L, object, judging, name);
    else if (lua_type(L, index) == LUA_TSTRING)
        words = same(gj_string_at(L, index));
    else if (lua_type(L, index) == LUA_TNUMBER)
        words = lua_number_words(L, index, judging, name);
    else if (lua_type(L, index) == LUA_TTABLE)
        words = table_words(L, index, name);
    else
        luaL_error(L, "\"%s\": a %s is not shown in a message", name, luaL_typename(L, index));
    gj_words copy = { gj_text_shorten(judging->arena, words.zh, GJ_MAX_VALUE),
                      gj_text_shorten(judging->arena, words.en, GJ_MAX_VALUE) };
    if (!gj_words_ok(copy))
        gj_raise_nomem(L, judging);
    check_text(L, copy, name);
    return copy;
}
