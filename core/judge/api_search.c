#include "api.h"

/* Walking and searching paragraphs: of the report, of one section, or of what stands before the first one. */

/* Paragraphs: upvalue 3 is the section. */

static bool stands_in(const gj_report *report, size_t paragraph, size_t section)
{
    return section == GJ_ALL_SECTIONS || report->paragraphs[paragraph].section == section;
}

static int next_paragraph(lua_State *L)
{
    const gj_object *object = gj_iterator_object(L);
    const gj_report *report = gj_object_report(object);
    size_t section = (size_t)lua_tointeger(L, lua_upvalueindex(3));
    for (size_t i = gj_iterator_position(L); i < report->paragraph_count; i++)
        if (stands_in(report, i, section)) {
            gj_iterator_move(L, i + 1);
            gj_quote quote = gj_quote_paragraph(report, i);
            gj_push_quote(L, object->api, &quote);
            return 1;
        }
    gj_iterator_move(L, report->paragraph_count);
    return 0;
}

int gj_iterate_paragraphs(lua_State *L, size_t section)
{
    lua_pushinteger(L, (lua_Integer)section);
    return gj_iterator_push(L, next_paragraph, 1);
}

/* Matches: upvalue 4 is the pattern, 5 the byte of the paragraph to go on from, 6 the paragraphs where it may stand. */
static int next_match(lua_State *L)
{
    const gj_object *object = gj_iterator_object(L);
    const gj_report *report = gj_object_report(object);
    size_t section = (size_t)lua_tointeger(L, lua_upvalueindex(3));
    gj_pattern *pattern = lua_touserdata(L, lua_upvalueindex(4));
    size_t from = (size_t)lua_tointeger(L, lua_upvalueindex(5));
    uint64_t holders = (uint64_t)lua_tointeger(L, lua_upvalueindex(6));
    for (size_t i = gj_iterator_position(L); i < report->paragraph_count && holders; i++, from = 0) {
        if (!gj_pair_holds(holders, i) || !stands_in(report, i, section))
            continue;
        gj_quote quote = gj_quote_paragraph(report, i);
        size_t next = gj_quote_match(L, object->api, &quote, pattern, from);
        if (next == GJ_NOT_FOUND)
            continue;
        lua_pushinteger(L, (lua_Integer)next);
        lua_replace(L, lua_upvalueindex(5));
        gj_iterator_move(L, i);
        return 1;
    }
    gj_iterator_move(L, report->paragraph_count);
    return 0;
}

/* The index of the report's paragraphs; last year's report has none, for few rules look into it: all its paragraphs may hold anything. */
static const gj_pair_index *pairs_of(const gj_object *object)
{
    return gj_api_is_prior(object->api) ? NULL : object->api->judging->pairs;
}

int gj_iterate_search(lua_State *L, size_t section, int pattern_index)
{
    const gj_object *object = gj_object_at(L, 1);
    const gj_report *report = gj_object_report(object);
    gj_pattern *pattern = gj_sandbox_pattern(L, pattern_index);
    uint64_t holders = gj_pattern_holders(pattern, pairs_of(object));
    size_t first = holders ? 0 : report->paragraph_count;
    while (first < report->paragraph_count && !(gj_pair_holds(holders, first) && stands_in(report, first, section)))
        first++;
    if (first == report->paragraph_count)
        return gj_iterator_none(L);
    lua_pushinteger(L, (lua_Integer)section);
    lua_pushlightuserdata(L, pattern);
    lua_pushinteger(L, 0);
    lua_pushinteger(L, (lua_Integer)holders);
    return gj_iterator_push_at(L, next_match, first, 4);
}

/* The first place of the literal that was pushed last, as a quote; nothing is pushed where there is none. */
static bool find_literal(lua_State *L, const gj_object *object, size_t section)
{
    const gj_report *report = gj_object_report(object);
    gj_slice literal = gj_string_at(L, lua_gettop(L));
    const gj_pair_index *pairs = pairs_of(object);
    uint64_t holders = pairs ? gj_pair_index_holders(pairs, literal) : GJ_PAIR_ALL;
    for (size_t i = 0; i < report->paragraph_count && holders; i++) {
        if (!gj_pair_holds(holders, i) || !stands_in(report, i, section))
            continue;
        gj_quote quote = gj_quote_paragraph(report, i);
        if (gj_quote_literal(L, object->api, &quote, literal))
            return true;
    }
    return false;
}

int gj_find_literal(lua_State *L, size_t section, int literal_index)
{
    const gj_object *object = gj_object_at(L, 1);
    lua_pushvalue(L, literal_index);
    if (!find_literal(L, object, section))
        lua_pushnil(L);
    return 1;
}

int gj_find_any(lua_State *L, size_t section, int list_index)
{
    const gj_object *object = gj_object_at(L, 1);
    luaL_checktype(L, list_index, LUA_TTABLE);
    lua_Integer count = luaL_len(L, list_index);
    for (lua_Integer i = 1; i <= count; i++) {
        gj_sandbox_charge(L, 1);
        lua_geti(L, list_index, i);
        if (find_literal(L, object, section))
            return 1;
        lua_pop(L, 1);
    }
    lua_pushnil(L);
    return 1;
}
