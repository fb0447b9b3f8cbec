#include "../base/shingle.h"
#include "../base/twice.h"
#include "api.h"

/* How alike texts are: report:likeness, report:repeats (docs/rule-authors.md). A text is a quote, a section, the report, or a list
 * of these; of sections and reports the paragraphs count, not headings and tables. */

typedef struct piece {
    gj_quote quote;
    gj_api *api;
} piece;

typedef struct gathering {
    lua_State *L;
    gj_judging *judging;
    GJ_LIST(piece) pieces;
    size_t bytes;
} gathering;

static void add_piece(gathering *g, const gj_quote *quote, gj_api *api)
{
    if (g->pieces.count >= GJ_MAX_LIKE_TEXTS)
        luaL_error(g->L, "more than %d texts to compare", GJ_MAX_LIKE_TEXTS);
    piece *added = GJ_PUSH(g->judging->arena, &g->pieces);
    if (!added)
        gj_raise_nomem(g->L, g->judging);
    GJ_KNOWN(added);
    *added = (piece){ *quote, api };
    g->bytes += quote->text.len;
}

/* The paragraphs of one section, of all sections, or of the preamble as well. */
static void add_paragraphs(gathering *g, gj_api *api, size_t section, bool preamble)
{
    const gj_report *report = api->report;
    for (size_t i = 0; i < report->paragraph_count; i++) {
        const gj_paragraph *p = &report->paragraphs[i];
        bool here = section == GJ_ALL_SECTIONS ? preamble || p->section != GJ_NOT_FOUND : p->section == section;
        if (!here || p->heading)
            continue;
        gj_quote quote = gj_quote_paragraph(report, i);
        add_piece(g, &quote, api);
    }
}

static void add_object(gathering *g, int index)
{
    const gj_object *object = gj_object_at(g->L, index);
    const void *any = object;
    if (object && object->class == &gj_class_quote)
        add_piece(g, &((const gj_quote_object *)any)->quote, object->api);
    else if (object && object->class == &gj_class_section)
        add_paragraphs(g, object->api, ((const gj_section_object *)any)->index, false);
    else if (object && object->class == &gj_class_report)
        add_paragraphs(g, object->api, GJ_ALL_SECTIONS, false);
    else
        luaL_error(g->L, "a text to compare is a quote, a section, a report or a list of these, not a %s",
                   object ? object->class->name : luaL_typename(g->L, index));
}

static gathering gather(lua_State *L, int index, gj_judging *judging)
{
    gathering g = { .L = L, .judging = judging };
    if (!lua_istable(L, index)) {
        add_object(&g, index);
        return g;
    }
    for (lua_Integer i = 1, n = (lua_Integer)luaL_len(L, index); i <= n; i++) {
        lua_geti(L, index, i);
        add_object(&g, lua_gettop(L));
        lua_pop(L, 1);
    }
    return g;
}

/* The texts, charged to the rule. */
static gj_slice *texts_of(const gathering *g)
{
    gj_slice *texts = GJ_ARRAY(g->judging->arena, g->pieces.count, gj_slice);
    gj_sandbox_charge(g->L, g->bytes * GJ_SHINGLE_STEPS);
    if (!texts)
        gj_raise_nomem(g->L, g->judging);
    for (size_t i = 0; i < g->pieces.count; i++)
        texts[i] = g->pieces.items[i].quote.text;
    return texts;
}

/* Names of both years' bodies are one sign: 某镇 must not make two towns differ, nor alike. */
static gj_shingles shingles_of(const gathering *g)
{
    gj_judging *judging = g->judging;
    const gj_report *report = judging->report;
    const gj_slice masks[] = { report->name.value, report->prior ? report->prior->name.value : (gj_slice){ NULL, 0 } };
    gj_shingle_options options = { .masks = masks, .mask_count = 2 };
    gj_shingles s;
    if (gj_shingles_make(judging->arena, texts_of(g), g->pieces.count, &options, &s, NULL) != GJ_OK)
        gj_raise_nomem(g->L, judging);
    return s;
}

/* The bytes of shingles [first, first + count) as a quote. */
static void push_passage(lua_State *L, const gathering *g, const gj_shingles *s, size_t first, size_t count)
{
    const gj_shingle *begin = &s->items[first], *end = &s->items[first + count - 1];
    GJ_KNOWN(g->pieces.items);
    const piece *of = &g->pieces.items[begin->text];
    gj_quote quote = gj_quote_cut(&of->quote, begin->begin, end->end);
    gj_push_quote(L, of->api, &quote);
}

/* An option that is a whole number from 1 to `most`. */
static size_t count_option(lua_State *L, int index, const char *name, lua_Integer otherwise, lua_Integer most)
{
    lua_Integer value = otherwise;
    if (!lua_isnoneornil(L, index)) {
        luaL_checktype(L, index, LUA_TTABLE);
        lua_getfield(L, index, name);
        value = luaL_optinteger(L, -1, otherwise);
        lua_pop(L, 1);
    }
    if (value < 1 || value > most)
        luaL_error(L, "%s: expected 1 to %d", name, (int)most);
    return (size_t)value;
}

static double share_option(lua_State *L, int index, const char *name, double otherwise)
{
    if (lua_isnoneornil(L, index))
        return otherwise;
    luaL_checktype(L, index, LUA_TTABLE);
    lua_getfield(L, index, name);
    double share = luaL_optnumber(L, -1, otherwise);
    lua_pop(L, 1);
    return share;
}

/* The longest passages that both have, as a list of { mine, theirs, chars }. */
static void push_passages(lua_State *L, const gathering *a, const gj_shingles *x, const gathering *b,
                          const gj_shingles *y)
{
    gj_passage found[GJ_MAX_PASSAGES];
    size_t chars = count_option(L, 4, "chars", 20, GJ_MAX_SHINGLES),
           most = count_option(L, 4, "most", 3, GJ_MAX_PASSAGES);
    size_t least = chars >= GJ_SHINGLE ? chars - GJ_SHINGLE + 1 : 1;
    size_t count = gj_shingles_passages(x, y, least, found, most);
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        lua_createtable(L, 0, 3);
        push_passage(L, a, x, found[i].a, found[i].count);
        lua_setfield(L, -2, "mine");
        push_passage(L, b, y, found[i].b, found[i].count);
        lua_setfield(L, -2, "theirs");
        lua_pushinteger(L, (lua_Integer)found[i].count + GJ_SHINGLE - 1);
        lua_setfield(L, -2, "chars");
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

/* report:likeness(mine, theirs [, { share = 0, chars = 20, most = 3 }]): share, signs of the shorter one, and from that share on the passages. */
int gj_report_likeness(lua_State *L)
{
    gj_judging *judging = gj_object_judging(gj_object_check(L, 1, &gj_class_report));
    lua_settop(L, 4);
    double wanted = share_option(L, 4, "share", 0);
    gathering a = gather(L, 2, judging), b = gather(L, 3, judging);
    gj_shingles x = shingles_of(&a), y = shingles_of(&b);
    double share = gj_shingles_likeness(&x, &y);
    lua_pushnumber(L, share);
    lua_pushinteger(L, (lua_Integer)(x.chars < y.chars ? x.chars : y.chars));
    if (lua_isnil(L, 4) || share < wanted)
        lua_pushnil(L);
    else
        push_passages(L, &a, &x, &b, &y);
    return 3;
}

/* report:repeats { chars = 60, share = 0.8 }: paragraphs that stand in the report twice, digits compared too. */
int gj_report_repeats(lua_State *L)
{
    const gj_object *self = gj_object_check(L, 1, &gj_class_report);
    gj_judging *judging = self->api->judging;
    gj_twice found[GJ_MAX_PASSAGES];
    size_t chars = count_option(L, 2, "chars", 60, GJ_MAX_SHINGLES), count;
    double share = share_option(L, 2, "share", 0.8);
    gathering g = { .L = L, .judging = judging };
    add_paragraphs(&g, self->api, GJ_ALL_SECTIONS, true);
    gj_slice *texts = texts_of(&g);
    if (gj_twice_find(judging->arena, texts, g.pieces.count, chars, share, found, GJ_MAX_PASSAGES, &count, NULL) !=
        GJ_OK)
        return gj_raise_nomem(L, judging);
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        GJ_KNOWN(g.pieces.items);
        const piece *first = &g.pieces.items[found[i].first], *second = &g.pieces.items[found[i].second];
        lua_createtable(L, 0, 3);
        gj_push_quote(L, first->api, &first->quote);
        lua_setfield(L, -2, "first");
        gj_push_quote(L, second->api, &second->quote);
        lua_setfield(L, -2, "second");
        lua_pushnumber(L, found[i].share);
        lua_setfield(L, -2, "share");
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}
