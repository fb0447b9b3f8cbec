/* What is looked for in the whole text at once: the words of the lists, doubled words, brackets without partner. */
#include "../base/pairing.h"
#include "../base/repeat.h"
#include "api.h"

typedef struct gj_spotted {
    uint32_t paragraph, word;
    gj_span place; /* bytes of the paragraph's text */
} gj_spotted;

typedef struct spotting {
    gj_judging *judging;
    uint32_t paragraph;
    GJ_LIST(gj_spotted) found;
    bool nomem;
} spotting;

/* By place; of two that begin together the longer one first. Those of a later paragraph come later anyway. */
static bool is_before(const gj_spotted *a, const gj_spotted *b)
{
    if (a->paragraph != b->paragraph)
        return a->paragraph < b->paragraph;
    return a->place.begin != b->place.begin ? a->place.begin < b->place.begin : a->place.end >= b->place.end;
}

/* Inserted where it belongs: places come in order, but for the length of a word. */
static bool keep(void *context, gj_span place, size_t word)
{
    spotting *s = context;
    const gj_spotted one = { s->paragraph, (uint32_t)word, place };
    if (s->found.count >= GJ_MAX_SPOTTED)
        return false;
    if (!GJ_PUSH(s->judging->arena, &s->found)) {
        s->nomem = true;
        return false;
    }
    size_t i = s->found.count - 1;
    for (; i > 0 && !is_before(&s->found.items[i - 1], &one); i--)
        s->found.items[i] = s->found.items[i - 1];
    s->found.items[i] = one;
    return true;
}

/* Once a report: the words of all lists. The first rule that asks pays for the pass. */
static void spot_all(lua_State *L, gj_judging *judging)
{
    gj_word_index *index = &judging->ruleset->words;
    const gj_report *report = judging->report;
    spotting s = { .judging = judging };
    if (judging->spotted_all)
        return;
    if (!gj_word_index_build(L, judging->ruleset->arena, index))
        gj_raise_nomem(L, judging);
    for (size_t i = 0; i < report->paragraph_count; i++) {
        gj_slice text = report->paragraphs[i].text->text;
        gj_sandbox_charge(L, text.len / 4 + 1);
        s.paragraph = (uint32_t)i;
        if (gj_spotter_run(index->spotter, text, keep, &s))
            continue;
        if (s.nomem)
            gj_raise_nomem(L, judging);
        judging->over_limit = true;
        luaL_error(L, "more than %d words of the lists stand in one report", GJ_MAX_SPOTTED);
    }
    judging->spotted = s.found.items;
    judging->spotted_count = s.found.count;
    judging->spotted_all = true;
}

/* Whether it is the next one of the list: in the section, and not within what was taken before it. Guards are taken but not given. */
static bool is_next(const gj_judging *judging, const gj_spotted *one, size_t list, size_t section, gj_spotted *last)
{
    const gj_word *word = &judging->ruleset->words.words[one->word];
    if (word->list != list ||
        (section != GJ_ALL_SECTIONS && judging->report->paragraphs[one->paragraph].section != section))
        return false;
    if (one->paragraph == last->paragraph && one->place.begin < last->place.end)
        return false;
    *last = *one;
    return !word->guard;
}

/* Upvalues: 3 the section, 4 the list, 5 and 6 the paragraph and the byte where the last one ended. */
static int next_spotted(lua_State *L)
{
    const gj_object *object = gj_iterator_object(L);
    const gj_judging *judging = gj_object_judging(object);
    size_t section = (size_t)lua_tointeger(L, lua_upvalueindex(3)),
           list = (size_t)lua_tointeger(L, lua_upvalueindex(4));
    gj_spotted last = { .paragraph = (uint32_t)lua_tointeger(L, lua_upvalueindex(5)) };
    last.place.end = (size_t)lua_tointeger(L, lua_upvalueindex(6));
    size_t from = gj_iterator_position(L);
    for (size_t i = from; i < judging->spotted_count; i++) {
        const gj_spotted *one = &judging->spotted[i];
        if (!is_next(judging, one, list, section, &last))
            continue;
        lua_pushinteger(L, (lua_Integer)last.paragraph);
        lua_replace(L, lua_upvalueindex(5));
        lua_pushinteger(L, (lua_Integer)last.place.end);
        lua_replace(L, lua_upvalueindex(6));
        gj_iterator_move(L, i + 1);
        gj_sandbox_charge(L, (i - from) / 4);
        gj_quote quote = gj_quote_part(judging->report, one->paragraph, one->place);
        gj_push_quote(L, object->api, &quote);
        gj_word_push_entry(L, &judging->ruleset->words, one->word);
        return 2;
    }
    gj_iterator_move(L, judging->spotted_count);
    gj_sandbox_charge(L, (judging->spotted_count - from) / 4);
    return 0;
}

int gj_iterate_spotted(lua_State *L, size_t section, int name_index)
{
    const gj_object *object = gj_object_at(L, 1);
    gj_judging *judging = object->api->judging;
    gj_slice name = gj_string_at(L, name_index);
    if (gj_api_is_prior(object->api))
        return luaL_error(L, "spot: the words of last year's report are not looked for");
    size_t list = gj_word_list_find(&judging->ruleset->words, name);
    if (list == GJ_NOT_FOUND)
        return luaL_error(L, "no word list \"%s\" (pack.lua names them under words)", name.data);
    spot_all(L, judging);
    lua_pushinteger(L, (lua_Integer)section);
    lua_pushinteger(L, (lua_Integer)list);
    lua_pushinteger(L, 0);
    lua_pushinteger(L, 0);
    return gj_iterator_push(L, next_spotted, 4);
}

/* Append a quote to the table on top of the stack. */
static void append(lua_State *L, gj_api *api, size_t paragraph, gj_span place)
{
    gj_quote quote = gj_quote_part(api->report, paragraph, place);
    gj_push_quote(L, api, &quote);
    lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
}

int gj_list_doubled(lua_State *L, size_t section, size_t least)
{
    const gj_object *object = gj_object_at(L, 1);
    const gj_report *report = gj_object_report(object);
    lua_newtable(L);
    for (size_t i = 0; i < report->paragraph_count; i++) {
        gj_slice text = report->paragraphs[i].text->text;
        gj_span both = { 0, 0 };
        if (section != GJ_ALL_SECTIONS && report->paragraphs[i].section != section)
            continue;
        gj_sandbox_charge(L, text.len / 4 + 1);
        while (gj_repeat_next(text, both.end, least, &both))
            append(L, object->api, i, both);
    }
    return 1;
}

typedef struct pairing {
    lua_State *L;
    gj_api *api;
    size_t paragraph;
} pairing;

static bool take_unpaired(void *context, gj_span mark, bool opens)
{
    const pairing *p = context;
    (void)opens;
    append(p->L, p->api, p->paragraph, mark);
    return true;
}

int gj_list_unpaired(lua_State *L, size_t section, int groups_index)
{
    const gj_object *object = gj_object_at(L, 1);
    const gj_report *report = gj_object_report(object);
    gj_pairing marks = { .count = 0 };
    luaL_checktype(L, groups_index, LUA_TTABLE);
    gj_sandbox_plain(L, groups_index);
    for (lua_Integer i = 1; lua_rawgeti(L, -1, i) != LUA_TNIL; i++, lua_pop(L, 1))
        if (!gj_pairing_add(&marks, gj_string_at(L, -1)))
            return luaL_error(L, "group %d: expected as many opening as closing marks, %d in all groups at most",
                              (int)i, GJ_MAX_PAIR_MARKS);
    lua_newtable(L);
    pairing p = { L, object->api, 0 };
    for (; p.paragraph < report->paragraph_count; p.paragraph++) {
        gj_slice text = report->paragraphs[p.paragraph].text->text;
        if (section != GJ_ALL_SECTIONS && report->paragraphs[p.paragraph].section != section)
            continue;
        gj_sandbox_charge(L, text.len / 4 + 1);
        (void)gj_pairing_run(&marks, text, take_unpaired, &p);
    }
    return 1;
}
