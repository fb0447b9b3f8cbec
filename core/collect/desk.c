/* desk.c - the ruleset's desk.lua asked, and lateness reckoned. */
#include "desk.h"

#include <lauxlib.h>

#include "../bind/signed.h"

typedef struct asking {
    gj_arena *arena;
    const gj_ruleset *ruleset;
    const gj_collection *collection;
    gj_desk *out;
    GJ_LIST(gj_desk_family) families;
} asking;

static gj_slice copy_at(lua_State *L, asking *a, int index)
{
    size_t length = 0;
    const char *text = luaL_checklstring(L, index, &length);
    gj_slice copy = gj_arena_copy(a->arena, (gj_slice){ text, length });
    if (!copy.data)
        luaL_error(L, "out of memory");
    return copy;
}

static gj_slice field(lua_State *L, asking *a, const char *name)
{
    lua_getfield(L, -1, name);
    gj_slice out = copy_at(L, a, -1);
    lua_pop(L, 1);
    return out;
}

static void read_date(lua_State *L, asking *a, char out[11])
{
    char read[11] = "";
    gj_slice text = copy_at(L, a, -1);
    if (text.len == 0)
        return;
    if (!gj_date_read(text, read))
        luaL_error(L, "desk: '%s' is no date", text.data);
    memcpy(out, read, sizeof read);
}

/* A list of the answer, which is at index 2. */
static void push_list(lua_State *L, const char *name)
{
    if (lua_getfield(L, 2, name) != LUA_TTABLE)
        luaL_error(L, "desk.lua gives no list \"%s\"", name);
}

static void read_families(lua_State *L, asking *a)
{
    push_list(L, "families");
    for (lua_Integer i = 1; lua_geti(L, -1, i) == LUA_TTABLE; i++) {
        gj_desk_family *family = GJ_PUSH(a->arena, &a->families);
        if (!family)
            luaL_error(L, "out of memory");
        GJ_KNOWN(family); /* luaL_error does not return */
        *family = (gj_desk_family){ field(L, a, "id"), { field(L, a, "zh"), field(L, a, "en") } };
        lua_pop(L, 1);
    }
    lua_pop(L, 2);
}

static void read_figures(lua_State *L, asking *a)
{
    push_list(L, "figures");
    lua_Integer count = luaL_len(L, -1);
    a->out->figures = GJ_ARRAY(a->arena, (size_t)count, gj_desk_figure);
    if (!a->out->figures)
        luaL_error(L, "out of memory");
    for (lua_Integer i = 1; i <= count; i++) {
        lua_geti(L, -1, i);
        gj_desk_figure *figure = &a->out->figures[a->out->figure_count++];
        *figure = (gj_desk_figure){ .cell = field(L, a, "cell"), .name = { field(L, a, "zh"), field(L, a, "en") } };
        lua_getfield(L, -1, "drawn");
        figure->drawn = lua_toboolean(L, -1);
        lua_pop(L, 2);
    }
    lua_pop(L, 1);
}

static void put_units(lua_State *L, const gj_collection *c)
{
    lua_createtable(L, (int)c->unit_count, 0);
    for (size_t i = 0; i < c->unit_count; i++) {
        const gj_unit *unit = &c->units[i];
        const struct {
            const char *name;
            gj_slice value;
        } fields[] = { { "level", unit->level },
                       { "kind", unit->kind },
                       { "deadline", unit->entry ? gj_slice_of(unit->entry->deadline) : GJ_LIT("") } };
        lua_createtable(L, 0, 3);
        for (size_t k = 0; k < sizeof fields / sizeof *fields; k++)
            if (fields[k].value.len) {
                lua_pushlstring(L, fields[k].value.data, fields[k].value.len);
                lua_setfield(L, -2, fields[k].name);
            }
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

/* (lightuserdata asking): desk(year, units), and what it returned. */
static int ask(lua_State *L)
{
    asking *a = lua_touserdata(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, a->ruleset->desk);
    if (a->collection->year)
        lua_pushinteger(L, a->collection->year);
    else
        lua_pushnil(L);
    put_units(L, a->collection);
    lua_call(L, 2, 1);
    luaL_checktype(L, 2, LUA_TTABLE);
    read_families(L, a);
    read_figures(L, a);
    push_list(L, "deadlines");
    for (size_t i = 0; i < a->collection->unit_count; i++) {
        lua_geti(L, -1, (lua_Integer)i + 1);
        read_date(L, a, a->out->due[i].date);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    if (lua_getfield(L, 2, "outliers") != LUA_TNIL)
        a->out->outliers = copy_at(L, a, -1);
    if (lua_getfield(L, 2, "posted_again") != LUA_TNIL)
        read_date(L, a, a->out->posted_again);
    return 0;
}

static gj_slice prefix_of(gj_slice rule)
{
    size_t dash = gj_slice_find(rule, GJ_LIT("-"), 0);
    return gj_slice_sub(rule, 0, dash == GJ_NOT_FOUND ? rule.len : dash);
}

static size_t find_family(const gj_desk_family *families, size_t count, gj_slice rule)
{
    gj_slice prefix = prefix_of(rule);
    for (size_t i = 0; i < count; i++)
        if (gj_slice_equal(families[i].prefix, prefix))
            return i;
    return GJ_NOT_FOUND;
}

size_t gj_desk_family_of(const gj_desk *desk, gj_slice rule)
{
    return find_family(desk->families, desk->family_count, rule);
}

static bool add_family(asking *a, gj_slice rule)
{
    if (find_family(a->families.items, a->families.count, rule) != GJ_NOT_FOUND)
        return true;
    gj_desk_family *added = GJ_PUSH(a->arena, &a->families);
    if (added)
        *added = (gj_desk_family){ prefix_of(rule), { prefix_of(rule), prefix_of(rule) } };
    return added != NULL;
}

/* Families that the ruleset has no name for: of folders added to it, and of records that another ruleset made. */
static bool add_others(asking *a)
{
    const gj_collection *c = a->collection;
    for (size_t i = 0; i < gj_ruleset_total(a->ruleset); i++)
        if (!add_family(a, gj_ruleset_at(a->ruleset, i)->id))
            return false;
    for (size_t i = 0; i < c->member_count; i++)
        for (size_t k = 0; k < c->members[i].record.finding_count; k++)
            if (!add_family(a, c->members[i].record.findings[k].rule))
                return false;
    return true;
}

gj_status gj_desk_make(gj_arena *arena, const gj_ruleset *ruleset, const gj_collected *collected, gj_desk *out,
                       gj_error *err)
{
    asking a = { .arena = arena, .ruleset = ruleset, .collection = collected->collection, .out = out };
    const gj_collection *c = a.collection;
    *out = (gj_desk){ .due = GJ_ARRAY(arena, c->unit_count, gj_desk_due) };
    if (!out->due)
        return gj_fail_nomem(err);
    if (ruleset->desk != LUA_NOREF) {
        lua_State *L = gj_sandbox_state(ruleset->sandbox);
        long steps = GJ_LUA_RULE_STEPS + (long)c->unit_count * GJ_COLLECT_STEPS;
        if (!lua_checkstack(L, 4))
            return gj_fail_nomem(err);
        lua_pushcfunction(L, ask);
        lua_pushlightuserdata(L, &a);
        if (gj_sandbox_call(ruleset->sandbox, 1, 0, steps, err) != GJ_CALL_OK)
            return gj_arena_failed(arena) ? gj_fail_nomem(err) : GJ_RULES;
    } else {
        for (size_t i = 0; i < c->unit_count; i++)
            if (c->units[i].entry)
                memcpy(out->due[i].date, c->units[i].entry->deadline, sizeof out->due[i].date);
    }
    if (!add_others(&a))
        return gj_fail_nomem(err);
    out->families = a.families.items;
    out->family_count = a.families.count;
    return GJ_OK;
}

gj_slice gj_desk_day(const gj_record *record)
{
    return gj_slice_of(record->published_on[0] ? record->published_on : record->signed_on);
}

static long number(gj_slice text, size_t from, size_t to)
{
    long value = 0;
    for (size_t i = from; i < to && i < text.len; i++)
        value = value * 10 + (text.data[i] - '0');
    return value;
}

/* Howard Hinnant, "chrono-compatible low-level date algorithms": days_from_civil. */
long gj_desk_days(gj_slice date)
{
    long year = number(date, 0, 4), month = number(date, 5, 7), day = number(date, 8, 10);
    year -= month <= 2;
    long era = year / 400, of_era = year - era * 400;
    long of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

gj_timeliness gj_desk_timeliness(const gj_desk *desk, const gj_collection *c, size_t unit, const gj_record *record,
                                 long *days)
{
    gj_slice day = gj_desk_day(record), due = gj_slice_of(unit == GJ_NOT_FOUND ? "" : desk->due[unit].date);
    *days = 0;
    if (!day.len || !due.len)
        return GJ_TIME_UNKNOWN;
    if (c->year && number(day, 0, 4) <= c->year)
        return GJ_TIME_EARLY;
    if (desk->posted_again[0] && gj_slice_compare(day, gj_slice_of(desk->posted_again)) > 0)
        return GJ_TIME_AGAIN;
    *days = gj_desk_days(day) - gj_desk_days(due);
    return *days > 0 ? GJ_TIME_LATE : GJ_TIME_KEPT;
}

bool gj_desk_is_outlier(const gj_desk *desk, const gj_collected *collected, size_t unit, gj_slice cell)
{
    for (size_t i = 0; desk->outliers.len && i < collected->finding_count; i++) {
        const gj_collected_finding *f = &collected->findings[i];
        if (f->unit_count && f->units[0] == unit && gj_slice_equal(f->rule->id, desk->outliers) &&
            gj_slice_equal(f->place, cell))
            return true;
    }
    return false;
}
