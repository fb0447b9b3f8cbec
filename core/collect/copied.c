/* copied.c - collection:copied(options [, kind]): groups of reports that are alike, as rules see them (docs/rule-authors.md). */
#include "objects.h"

#include "../base/digest.h"
#include "copying_names.h"

typedef struct asking {
    lua_State *L;
    gj_collecting *c;
    gj_copy_options options;
    gj_copy_words words;
    gj_digest digest;
} asking;

static void check(const asking *a, const void *memory)
{
    if (memory)
        return;
    a->c->nomem = true;
    luaL_error(a->L, "out of memory");
}

static void check_status(const asking *a, gj_status status, const gj_error *err)
{
    if (status == GJ_NOMEM)
        check(a, NULL);
    if (status != GJ_OK)
        luaL_error(a->L, "%s", err->en);
}

/* A list of strings of the options' table, which is at index 2. */
static const gj_slice *strings(asking *a, const char *name, size_t *count)
{
    lua_State *L = a->L;
    lua_getfield(L, 2, name);
    size_t room = lua_istable(L, -1) ? (size_t)luaL_len(L, -1) : 0; /* not raw: lib is a proxy in a ruleset of files */
    gj_sandbox_charge(L, room);
    gj_slice *out = GJ_ARRAY(a->c->arena, room, gj_slice);
    check(a, out);
    gj_digest_field(&a->digest, gj_slice_of(name));
    for (*count = 0; *count < room; ++*count) {
        size_t length = 0;
        lua_geti(L, -1, (lua_Integer)*count + 1);
        const char *text = luaL_checklstring(L, -1, &length);
        out[*count] = gj_arena_copy(a->c->arena, (gj_slice){ text, length });
        check(a, out[*count].data);
        gj_digest_field(&a->digest, out[*count]);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return out;
}

static void read_options(asking *a)
{
    luaL_checktype(a->L, 2, LUA_TTABLE);
    gj_digest_init(&a->digest);
    a->options.sections = strings(a, "sections", &a->options.section_count);
    a->options.alone = strings(a, "alone", &a->options.alone_count);
    a->words.places = strings(a, "places", &a->words.place_count);
    a->words.bodies = strings(a, "bodies", &a->words.body_count);
    a->words.selves = strings(a, "selves", &a->words.self_count);
    a->words.minors = strings(a, "minors", &a->words.minor_count);
    a->words.generals = strings(a, "generals", &a->words.general_count);
    a->words.edges = strings(a, "edges", &a->words.edge_count);
    a->words.tails = strings(a, "tails", &a->words.tail_count);
    lua_getfield(a->L, 2, "share");
    a->options.least = luaL_checknumber(a->L, -1);
    lua_getfield(a->L, 2, "within");
    a->options.within = luaL_optnumber(a->L, -1, 0);
    lua_pop(a->L, 2);
    gj_slice written = gj_arena_format(a->c->arena, "%.6f %.6f", a->options.least, a->options.within);
    check(a, written.data);
    gj_digest_field(&a->digest, written);
}

/* The same options are asked about once a collection. */
static const gj_copying *make(asking *a)
{
    gj_collection *collection = a->c->collection;
    char hex[65];
    gj_error err = { .status = GJ_OK };
    gj_digest_hex(&a->digest, hex);
    if (collection->copying && memcmp(hex, a->c->copied_with, sizeof hex) == 0)
        return collection->copying;
    gj_sandbox_charge(a->L, collection->member_count * GJ_COPY_STEPS);
    check_status(a, gj_collection_copying(collection, &a->options, &a->words, &err), &err);
    memcpy(a->c->copied_with, hex, sizeof hex);
    return collection->copying;
}

static void put_report(const asking *a, size_t text)
{
    gj_push_thing(a->L, a->c, GJ_THING_REPORT, a->c->collection->copied_members[text]);
}

static gj_slice paragraph(const gj_copying *copying, size_t text, size_t part, size_t index)
{
    return copying->texts[text].parts[part].paragraphs[index];
}

/* The two paragraphs that say most: long and alike. */
static void put_sample(const asking *a, const gj_copying *copying, const gj_copy_pair *pair, size_t section)
{
    gj_copy_beside *found;
    size_t count, best = 0;
    double weight = 0;
    gj_error err = { .status = GJ_OK };
    check_status(a, gj_copying_beside(a->c->arena, copying, pair->a, pair->b, section, &found, &count, &err), &err);
    for (size_t i = 0; i < count; i++) {
        double own = found[i].likeness * found[i].likeness *
                     (double)paragraph(copying, pair->a, found[i].a_part, found[i].a_paragraph).len;
        best = own > weight ? i : best;
        weight = own > weight ? own : weight;
    }
    lua_pushinteger(a->L, (lua_Integer)count);
    lua_setfield(a->L, -2, "paragraphs");
    if (!count)
        return;
    gj_put_slice(a->L, paragraph(copying, pair->a, found[best].a_part, found[best].a_paragraph));
    lua_setfield(a->L, -2, "mine");
    gj_put_slice(a->L, paragraph(copying, pair->b, found[best].b_part, found[best].b_paragraph));
    lua_setfield(a->L, -2, "theirs");
}

/* { reports, first, second, share, paragraphs, mine, theirs }; of a text within another the first is the one within. */
static void put_group(const asking *a, const gj_copying *copying, const gj_copy_group *group, size_t kind)
{
    lua_State *L = a->L;
    const gj_copy_pair *pair = &copying->pairs[group->strongest];
    lua_createtable(L, 0, 8);
    lua_createtable(L, (int)group->count, 0);
    gj_sandbox_charge(L, group->count);
    for (size_t i = 0; i < group->count; i++) {
        put_report(a, group->texts[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_setfield(L, -2, "reports");
    bool turned = kind == GJ_COPY_WITHIN && pair->b_is_less;
    put_report(a, turned ? pair->b : pair->a);
    lua_setfield(L, -2, "first");
    put_report(a, turned ? pair->a : pair->b);
    lua_setfield(L, -2, "second");
    lua_pushnumber(L, gj_copying_alike(copying, pair, kind));
    lua_setfield(L, -2, "share");
    put_sample(a, copying, pair, kind);
}

/* The third argument: "within", or a section that is compared alone. */
static size_t kind_of(const asking *a, const gj_copying *copying)
{
    const gj_copy_options *options = &copying->options;
    size_t length = 0;
    const char *word = luaL_checklstring(a->L, 3, &length);
    gj_slice key = { word, length };
    if (gj_slice_is(key, "within"))
        return GJ_COPY_WITHIN;
    if (gj_copy_option_of(options->alone, options->alone_count, key) == GJ_NOT_FOUND)
        luaL_error(a->L, "\"%s\" is not among the sections that are compared alone", word);
    return gj_copy_option_of(options->sections, options->section_count, key);
}

int gj_collection_copied(lua_State *L)
{
    const gj_thing_object *self = gj_thing_check(L, 1, GJ_THING_COLLECTION);
    asking a = { .L = L, .c = self->collecting };
    size_t kind = GJ_COPY_WHOLE, count = 0;
    gj_copy_group *groups = NULL;
    gj_error err = { .status = GJ_OK };
    lua_settop(L, 3);
    luaL_checkstack(L, 12, "copied");
    read_options(&a);
    const gj_copying *copying = make(&a);
    if (!lua_isnil(L, 3))
        kind = kind_of(&a, copying);
    check_status(&a, gj_copying_groups(a.c->arena, copying, kind, &groups, &count, &err), &err);
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        put_group(&a, copying, &groups[i], kind);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_pushboolean(L, copying->cut);
    return 2;
}
