/* say.c - finding:fail, finding:review, finding:not_run of rules about collections. */
#include "objects.h"

#include "../base/digest.h"
#include "../judge/judging.h"
#include "../judge/template.h"

#define SHOWN 10 /* names of a list in a message; the rest are counted */

typedef struct saying {
    lua_State *L;
    gj_collecting *c;
    int options; /* stack index of the table */
} saying;

static void check(const saying *s, const void *memory)
{
    if (memory)
        return;
    s->c->nomem = true;
    luaL_error(s->L, "out of memory");
}

static gj_slice copy_at(const saying *s, int index)
{
    size_t length = 0;
    const char *text = lua_tolstring(s->L, index, &length);
    gj_slice copy = gj_arena_copy(s->c->arena, (gj_slice){ text, length });
    check(s, copy.data);
    return copy;
}

static gj_words name_of_thing(const saying *s, const gj_thing_object *thing)
{
    const gj_collection *c = s->c->collection;
    if (thing->kind == GJ_THING_TOTAL) {
        gj_words name = gj_total_name(s->c->arena, &c->rollup.cells[thing->index]);
        check(s, name.zh.data && name.en.data ? name.zh.data : NULL);
        return name;
    }
    gj_slice name = thing->kind == GJ_THING_UNIT     ? c->units[thing->index].name
                    : thing->kind == GJ_THING_REPORT ? c->members[thing->index].record.path
                                                     : GJ_LIT("");
    gj_words out = { name, name };
    return out;
}

static gj_words words_at(const saying *s, int index, const char *name, int depth);

/* The first SHOWN of a list, and how many there are. */
static gj_words list_at(const saying *s, int index, const char *name, int depth)
{
    gj_arena *arena = s->c->arena;
    gj_words out = { GJ_LIT(""), GJ_LIT("") };
    lua_Integer count = (lua_Integer)lua_rawlen(s->L, index);
    luaL_checkstack(s->L, 4, name);
    for (lua_Integer i = 1; i <= count && i <= SHOWN; i++) {
        lua_rawgeti(s->L, index, i);
        gj_words item = words_at(s, lua_gettop(s->L), name, depth + 1);
        lua_pop(s->L, 1);
        out.zh = gj_arena_format(arena, "%.*s%s%.*s", GJ_ARG(out.zh), i > 1 ? "、" : "", GJ_ARG(item.zh));
        out.en = gj_arena_format(arena, "%.*s%s%.*s", GJ_ARG(out.en), i > 1 ? ", " : "", GJ_ARG(item.en));
        check(s, out.zh.data && out.en.data ? out.zh.data : NULL);
    }
    if (count > SHOWN) {
        out.zh = gj_arena_format(arena, "%.*s等 %d 个", GJ_ARG(out.zh), (int)count);
        out.en = gj_arena_format(arena, "%.*s and %d more", GJ_ARG(out.en), (int)(count - SHOWN));
        check(s, out.zh.data && out.en.data ? out.zh.data : NULL);
    }
    return out;
}

/* A value in words. */
static gj_words words_at(const saying *s, int index, const char *name, int depth)
{
    lua_State *L = s->L;
    const gj_thing_object *thing = gj_thing_at(L, index);
    gj_words out = { { NULL, 0 }, { NULL, 0 } };
    if (thing)
        return name_of_thing(s, thing);
    if (lua_type(L, index) == LUA_TSTRING || lua_type(L, index) == LUA_TNUMBER) {
        lua_pushvalue(L, index);
        out.zh = out.en = copy_at(s, -1);
        lua_pop(L, 1);
        return out;
    }
    if (lua_type(L, index) != LUA_TTABLE || depth > 1)
        luaL_error(L, "the value \"%s\" of a message is nothing that can be shown", name);
    if (lua_getfield(L, index, "zh") == LUA_TSTRING) {
        out.zh = copy_at(s, -1);
        out.en = lua_getfield(L, index, "en") == LUA_TSTRING ? copy_at(s, -1) : out.zh;
        lua_pop(L, 2);
        return out;
    }
    lua_pop(L, 1);
    return list_at(s, index, name, depth);
}

static bool value_of(void *context, gj_slice name, gj_words *out)
{
    const saying *s = context;
    int top = lua_gettop(s->L);
    const char *shown = lua_pushlstring(s->L, name.data, name.len);
    lua_pushvalue(s->L, -1);
    if (lua_gettable(s->L, s->options) == LUA_TNIL) {
        lua_settop(s->L, top);
        return false;
    }
    *out = words_at(s, lua_gettop(s->L), shown, 0);
    lua_settop(s->L, top);
    return true;
}

static gj_words render(saying *s, gj_words template)
{
    gj_words out = { GJ_LIT(""), GJ_LIT("") };
    gj_slice unknown = { NULL, 0 };
    switch (gj_template_render(s->c->arena, template, value_of, s, &out, &unknown)) {
    case GJ_RENDERED:
        break;
    case GJ_RENDER_UNKNOWN:
        lua_pushlstring(s->L, unknown.data, unknown.len);
        luaL_error(s->L, "the message needs a value \"%s\"", lua_tostring(s->L, -1));
        break;
    case GJ_RENDER_NOMEM:
        check(s, NULL);
    }
    return out;
}

static gj_words message(saying *s)
{
    const gj_rule *rule = s->c->rule;
    gj_slice key = GJ_LIT("default");
    if (lua_getfield(s->L, s->options, "message") == LUA_TSTRING)
        key = gj_slice_of(lua_tostring(s->L, -1));
    for (size_t i = 0; i < rule->message_count; i++)
        if (gj_slice_equal(rule->messages[i].key, key)) {
            gj_words out = render(s, rule->messages[i].words);
            lua_pop(s->L, 1);
            return out;
        }
    if (!lua_isnil(s->L, -1))
        luaL_error(s->L, "rule %s has no message \"%s\"", rule->id.data, key.data);
    lua_pop(s->L, 1);
    return rule->title;
}

/* Things of one kind: the one at `at` first, then those of the list. */
static size_t *things(const saying *s, const char *list, gj_thing kind, size_t *count)
{
    lua_State *L = s->L;
    *count = 0;
    lua_getfield(L, s->options, list);
    size_t room = lua_istable(L, -1) ? (size_t)lua_rawlen(L, -1) : 0;
    size_t *out = GJ_ARRAY(s->c->arena, room + 1, size_t);
    check(s, out);
    lua_getfield(L, s->options, "at");
    const gj_thing_object *at = gj_thing_at(L, -1);
    lua_pop(L, 1);
    if (at && at->kind == kind)
        out[(*count)++] = at->index;
    for (size_t i = 1; i <= room; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i);
        size_t index = gj_thing_check(L, -1, kind)->index;
        bool again = *count && out[0] == index;
        lua_pop(L, 1);
        if (!again)
            out[(*count)++] = index;
    }
    lua_pop(L, 1);
    return out;
}

static gj_severity severity(const saying *s, const gj_collected_finding *f)
{
    const gj_rule *rule = s->c->rule;
    const gj_judge_options *options = s->c->options;
    gj_severity given = rule->severity;
    if (lua_getfield(s->L, s->options, "severity") == LUA_TSTRING)
        for (int i = GJ_INFO; i < (int)rule->severity; i++)
            if (strcmp(lua_tostring(s->L, -1), gj_severity_name((gj_severity)i)) == 0)
                given = (gj_severity)i;
    lua_pop(s->L, 1);
    const gj_unit *unit = f->unit_count ? &s->c->collection->units[f->units[0]] : NULL;
    bool unknown = unit && (!unit->level.len || !unit->kind.len) && options->profile != GJ_PROFILE_STRICT;
    if (rule->lower_when_unknown && unknown && given > GJ_INFO)
        given = (gj_severity)((int)given - 1);
    for (size_t i = 0; i < options->override_count; i++)
        if (gj_rule_selected_by(rule, options->overrides[i].selector) && !options->overrides[i].off)
            given = options->overrides[i].severity;
    return given;
}

static gj_words *basis(const saying *s, size_t *count)
{
    const gj_rule *rule = s->c->rule;
    gj_words *lines = GJ_ARRAY(s->c->arena, rule->clause_count, gj_words);
    const gj_clause **clauses = GJ_ARRAY(s->c->arena, rule->clause_count, const gj_clause *);
    check(s, lines && clauses ? lines : NULL);
    *count = gj_rule_basis(s->c->ruleset, rule, s->c->collection->year, clauses);
    for (size_t i = 0; i < *count; i++) {
        lines[i] = gj_basis_line(s->c->arena, clauses[i]);
        check(s, lines[i].zh.data);
    }
    return lines;
}

/* The rule, the place, the units by their normal names and the reports by their digests: not where files lie. */
static void fingerprint(const gj_collection *c, gj_collected_finding *f)
{
    gj_digest digest;
    char year[16];
    gj_digest_init(&digest);
    gj_digest_field(&digest, f->rule->id);
    gj_digest_field(&digest, f->place);
    for (int i = 0, y = c->year; i < 4; i++, y /= 10)
        year[i] = (char)('0' + y % 10);
    gj_digest_field(&digest, (gj_slice){ year, 4 });
    for (size_t i = 0; i < f->unit_count; i++)
        gj_digest_field(&digest, c->units[f->units[i]].normal);
    for (size_t i = 0; i < f->member_count; i++)
        gj_digest_field(&digest, c->members[f->members[i]].record.sha256);
    gj_digest_hex(&digest, f->fingerprint);
}

static void worsen(gj_collecting *c, gj_outcome outcome)
{
    static const int ranks[GJ_OUTCOMES] = { [GJ_NOT_RUN] = 1, [GJ_REVIEW] = 2, [GJ_FAIL] = 3, [GJ_BROKEN] = 4 };
    if (ranks[outcome] > ranks[c->outcome])
        c->outcome = outcome;
}

static int say(lua_State *L, gj_outcome outcome)
{
    const gj_thing_object *self = gj_thing_check(L, 1, GJ_THING_FINDING);
    luaL_checktype(L, 2, LUA_TTABLE);
    luaL_checkstack(L, 20, "finding");
    saying s = { L, self->collecting, 2 };
    gj_collected_finding f = { .rule = s.c->rule, .outcome = outcome };
    gj_sandbox_charge(L, 100);
    worsen(s.c, outcome);
    if (s.c->findings.count >= GJ_MAX_COLLECTED) {
        s.c->cut++;
        return 0;
    }
    f.units = things(&s, "units", GJ_THING_UNIT, &f.unit_count);
    f.members = things(&s, "reports", GJ_THING_REPORT, &f.member_count);
    f.cells = things(&s, "cells", GJ_THING_TOTAL, &f.cell_count);
    if (f.member_count && !f.unit_count && s.c->collection->members[f.members[0]].unit != GJ_NOT_FOUND)
        f.units[f.unit_count++] = s.c->collection->members[f.members[0]].unit;
    f.message = message(&s);
    f.remedy = render(&s, s.c->rule->remedy);
    f.severity = severity(&s, &f);
    f.basis = basis(&s, &f.basis_count);
    if (lua_getfield(L, 2, "place") == LUA_TSTRING)
        f.place = copy_at(&s, -1);
    lua_pop(L, 1);
    fingerprint(s.c->collection, &f);
    gj_collected_finding *kept = GJ_PUSH(s.c->arena, &s.c->findings);
    check(&s, kept);
    *kept = f;
    return 0;
}

static int finding_fail(lua_State *L)
{
    return say(L, GJ_FAIL);
}

static int finding_review(lua_State *L)
{
    return say(L, GJ_REVIEW);
}

static int finding_not_run(lua_State *L)
{
    const gj_thing_object *self = gj_thing_check(L, 1, GJ_THING_FINDING);
    saying s = { L, self->collecting, 2 };
    luaL_checktype(L, 2, LUA_TTABLE);
    worsen(s.c, GJ_NOT_RUN);
    if (lua_getfield(L, 2, "because") == LUA_TSTRING)
        s.c->because = copy_at(&s, -1);
    return 0;
}

const luaL_Reg gj_collected_finding_methods[] = {
    { "fail", finding_fail }, { "review", finding_review }, { "not_run", finding_not_run }, { NULL, NULL }
};
