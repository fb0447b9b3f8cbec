/* fields.c - the collection, its units, their reports and the figures of the roll-up, as rules see them. */
#include "objects.h"

#include "../base/utf8.h"

static const gj_collection *collection_of(const gj_thing_object *self)
{
    return self->collecting->collection;
}

static int raise_nomem(lua_State *L, const gj_thing_object *self)
{
    self->collecting->nomem = true;
    return luaL_error(L, "out of memory");
}

static void put_thing(lua_State *L, const gj_thing_object *self, gj_thing kind, size_t index)
{
    if (index == GJ_NOT_FOUND)
        lua_pushnil(L);
    else
        gj_push_thing(L, self->collecting, kind, index);
}

/* The collection */

bool gj_collection_field(lua_State *L, const gj_thing_object *self, gj_slice name)
{
    const gj_collection *c = collection_of(self);
    if (gj_slice_is(name, "year") && c->year)
        lua_pushinteger(L, c->year);
    else if (gj_slice_is(name, "year"))
        lua_pushnil(L);
    else if (gj_slice_is(name, "today"))
        gj_put_slice(L, c->today);
    else if (gj_slice_is(name, "has_roster"))
        lua_pushboolean(L, c->has_roster);
    else if (gj_slice_is(name, "aggregate"))
        put_thing(L, self, GJ_THING_REPORT, c->aggregate);
    else if (gj_slice_is(name, "explained_by"))
        put_thing(L, self, GJ_THING_UNIT, c->rollup.joint);
    else if (gj_slice_is(name, "explained_twice"))
        lua_pushboolean(L, c->rollup.joint_twice);
    else
        return false;
    return true;
}

static size_t next_unit(const gj_thing_object *self, size_t *at)
{
    return *at < collection_of(self)->unit_count ? (*at)++ : GJ_NOT_FOUND;
}

static int collection_units(lua_State *L)
{
    (void)gj_thing_check(L, 1, GJ_THING_COLLECTION);
    return gj_iterate_things(L, GJ_THING_UNIT, next_unit);
}

/* Readable reports of the year, the total among them. */
static size_t next_report(const gj_thing_object *self, size_t *at)
{
    const gj_collection *c = collection_of(self);
    while (*at < c->member_count) {
        size_t index = (*at)++;
        if (c->members[index].part <= GJ_PART_AGGREGATE)
            return index;
    }
    return GJ_NOT_FOUND;
}

static int collection_reports(lua_State *L)
{
    (void)gj_thing_check(L, 1, GJ_THING_COLLECTION);
    return gj_iterate_things(L, GJ_THING_REPORT, next_report);
}

static size_t next_total(const gj_thing_object *self, size_t *at)
{
    return *at < collection_of(self)->rollup.count ? (*at)++ : GJ_NOT_FOUND;
}

static int collection_totals(lua_State *L)
{
    (void)gj_thing_check(L, 1, GJ_THING_COLLECTION);
    return gj_iterate_things(L, GJ_THING_TOTAL, next_total);
}

static size_t next_absent(const gj_thing_object *self, size_t *at)
{
    const gj_rollup *r = &collection_of(self)->rollup;
    return *at < r->absent_count ? r->absent[(*at)++] : GJ_NOT_FOUND;
}

static int collection_absent(lua_State *L)
{
    (void)gj_thing_check(L, 1, GJ_THING_COLLECTION);
    return gj_iterate_things(L, GJ_THING_UNIT, next_absent);
}

const luaL_Reg gj_collection_methods[] = { { "units", collection_units },      { "reports", collection_reports },
                                           { "totals", collection_totals },    { "absent", collection_absent },
                                           { "copied", gj_collection_copied }, { NULL, NULL } };

/* Units */

bool gj_unit_field(lua_State *L, const gj_thing_object *self, gj_slice name)
{
    const gj_unit *unit = &collection_of(self)->units[self->index];
    if (gj_slice_is(name, "name"))
        gj_put_slice(L, unit->name);
    else if (gj_slice_is(name, "level"))
        gj_put_slice(L, unit->level);
    else if (gj_slice_is(name, "kind"))
        gj_put_slice(L, unit->kind);
    else if (gj_slice_is(name, "listed"))
        lua_pushboolean(L, unit->entry != NULL);
    else if (gj_slice_is(name, "deadline"))
        gj_put_slice(L, unit->entry ? gj_slice_of(unit->entry->deadline) : (gj_slice){ NULL, 0 });
    else if (gj_slice_is(name, "parent"))
        gj_put_slice(L, unit->entry ? unit->entry->parent : (gj_slice){ NULL, 0 });
    else if (gj_slice_is(name, "in_aggregate"))
        lua_pushboolean(L, unit->in_aggregate);
    else if (gj_slice_is(name, "is_aggregate"))
        lua_pushboolean(L, unit->is_aggregate);
    else if (gj_slice_is(name, "asked"))
        lua_pushboolean(L, unit->asked);
    else if (gj_slice_is(name, "count"))
        lua_pushinteger(L, (lua_Integer)unit->member_count);
    else
        return false;
    return true;
}

static size_t next_of_unit(const gj_thing_object *self, size_t *at)
{
    const gj_unit *unit = &collection_of(self)->units[self->index];
    return *at < unit->member_count ? unit->members[(*at)++] : GJ_NOT_FOUND;
}

static int unit_reports(lua_State *L)
{
    (void)gj_thing_check(L, 1, GJ_THING_UNIT);
    return gj_iterate_things(L, GJ_THING_REPORT, next_of_unit);
}

const luaL_Reg gj_unit_methods[] = { { "reports", unit_reports }, { NULL, NULL } };

/* Reports */

static const gj_member *member_of(const gj_thing_object *self)
{
    return &collection_of(self)->members[self->index];
}

bool gj_record_field(lua_State *L, const gj_thing_object *self, gj_slice name)
{
    const gj_member *member = member_of(self);
    const gj_record *r = &member->record;
    const struct {
        const char *name;
        gj_slice value;
    } texts[] = { { "path", r->path },
                  { "name", r->name },
                  { "title", r->title },
                  { "form", r->form },
                  { "level", r->level },
                  { "kind", r->kind },
                  { "scope", r->scope },
                  { "published", gj_slice_of(r->published_on) },
                  { "signed", gj_slice_of(r->signed_on) } };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (gj_slice_is(name, texts[i].name)) {
            gj_put_slice(L, texts[i].value);
            return true;
        }
    if (gj_slice_is(name, "year"))
        lua_pushinteger(L, r->year);
    else if (gj_slice_is(name, "errors"))
        lua_pushinteger(L, (lua_Integer)r->severities[GJ_ERROR]);
    else if (gj_slice_is(name, "is_aggregate"))
        lua_pushboolean(L, member->part == GJ_PART_AGGREGATE);
    else if (gj_slice_is(name, "unit"))
        put_thing(L, self, GJ_THING_UNIT, member->unit);
    else if (gj_slice_is(name, "before"))
        put_thing(L, self, GJ_THING_REPORT, member->before);
    else
        return false;
    return true;
}

static gj_slice text_at(lua_State *L, int index)
{
    size_t length = 0;
    luaL_checktype(L, index, LUA_TSTRING);
    const char *text = lua_tolstring(L, index, &length);
    return (gj_slice){ text, length };
}

/* report:value(path): the figure, nil where it is not known. */
static int record_value(lua_State *L)
{
    const gj_thing_object *self = gj_thing_check(L, 1, GJ_THING_REPORT);
    gj_sandbox_charge(L, GJ_API_STEPS);
    const gj_record_cell *cell = gj_record_cell_by_path(&member_of(self)->record, text_at(L, 2));
    if (cell && gj_record_cell_known(cell))
        gj_put_decimal(L, cell->value);
    else
        lua_pushnil(L);
    return 1;
}

/* report:claim(kind): what the text states exactly, and all its statements of this year alike; nil else. */
static int record_claim(lua_State *L)
{
    const gj_thing_object *self = gj_thing_check(L, 1, GJ_THING_REPORT);
    const gj_record *r = &member_of(self)->record;
    gj_slice kind = text_at(L, 2);
    const gj_record_claim *found = NULL;
    gj_sandbox_charge(L, r->claim_count + 1);
    for (size_t i = 0; i < r->claim_count; i++) {
        const gj_record_claim *claim = &r->claims[i];
        if (!gj_slice_equal(claim->kind, kind) || (claim->year && claim->year != r->year))
            continue;
        if (!claim->exact || (found && found->value != claim->value)) {
            found = NULL;
            break;
        }
        found = claim;
    }
    if (found)
        gj_put_decimal(L, found->value);
    else
        lua_pushnil(L);
    return 1;
}

/* report:form_of(table): the form whose table it has, nil where it has none. */
static int record_form_of(lua_State *L)
{
    const gj_thing_object *self = gj_thing_check(L, 1, GJ_THING_REPORT);
    const gj_record_table *table = gj_record_table_by_key(&member_of(self)->record, text_at(L, 2));
    gj_put_slice(L, table ? table->form_used->id : (gj_slice){ NULL, 0 });
    return 1;
}

/* The end of the sentence that begins at `from`, its mark included. */
static size_t sentence_end(gj_slice text, size_t from)
{
    static const char *const marks[] = { "。", "；", "！", "？", "\n" };
    size_t end = text.len;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = gj_slice_find(gj_slice_sub(text, from, end), gj_slice_of(marks[i]), 0);
        if (at != GJ_NOT_FOUND && from + at + strlen(marks[i]) < end)
            end = from + at + strlen(marks[i]);
    }
    return end;
}

/* report:sentences(): an iterator over sentences as text and section key. Upvalues: the report, part, paragraph, byte. */
static int next_sentence(lua_State *L)
{
    const gj_thing_object *self = gj_thing_at(L, lua_upvalueindex(1));
    const gj_record *r = &member_of(self)->record;
    size_t part = (size_t)lua_tointeger(L, lua_upvalueindex(2)),
           paragraph = (size_t)lua_tointeger(L, lua_upvalueindex(3));
    size_t from = (size_t)lua_tointeger(L, lua_upvalueindex(4));
    gj_sandbox_charge(L, GJ_API_STEPS);
    for (; part < r->part_count; part++, paragraph = 0)
        for (; paragraph < r->parts[part].count; paragraph++, from = 0) {
            gj_slice text = r->parts[part].paragraphs[paragraph];
            if (from >= text.len)
                continue;
            size_t end = sentence_end(text, from);
            gj_sandbox_charge(L, (end - from) / 16);
            lua_pushinteger(L, (lua_Integer)part);
            lua_replace(L, lua_upvalueindex(2));
            lua_pushinteger(L, (lua_Integer)paragraph);
            lua_replace(L, lua_upvalueindex(3));
            lua_pushinteger(L, (lua_Integer)end);
            lua_replace(L, lua_upvalueindex(4));
            lua_pushlstring(L, text.data + from, end - from);
            gj_put_slice(L, r->parts[part].section);
            return 2;
        }
    return 0;
}

static int record_sentences(lua_State *L)
{
    (void)gj_thing_check(L, 1, GJ_THING_REPORT);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    lua_pushinteger(L, 0);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_sentence, 4);
    return 1;
}

/* report:differences(other): in how many figures the two differ, and how many only one of them knows. */
static int record_differences(lua_State *L)
{
    const gj_thing_object *self = gj_thing_check(L, 1, GJ_THING_REPORT), *other = gj_thing_check(L, 2, GJ_THING_REPORT);
    gj_sandbox_charge(L, 500);
    size_t one_sided, differ = gj_record_differences(&member_of(self)->record, &member_of(other)->record, &one_sided);
    lua_pushinteger(L, (lua_Integer)differ);
    lua_pushinteger(L, (lua_Integer)one_sided);
    return 2;
}

const luaL_Reg gj_record_methods[] = {
    { "differences", record_differences }, { "value", record_value },         { "claim", record_claim },
    { "form_of", record_form_of },         { "sentences", record_sentences }, { NULL, NULL }
};

/* Totals */

gj_slice gj_total_path(gj_arena *arena, const gj_rollup_cell *cell)
{
    const gj_form_table *form = cell->table->form;
    return gj_arena_format(arena, "%.*s.%.*s.%.*s", GJ_ARG(form->key), GJ_ARG(form->rows[cell->row].key),
                           GJ_ARG(form->columns[cell->column].key));
}

gj_words gj_total_name(gj_arena *arena, const gj_rollup_cell *cell)
{
    const gj_form_table *form = cell->table->form;
    gj_words row = form->rows[cell->row].name, column = form->columns[cell->column].name;
    gj_words out = {
        gj_arena_format(arena, "%.*s“%.*s”×“%.*s”", GJ_ARG(form->name.zh), GJ_ARG(row.zh), GJ_ARG(column.zh)),
        gj_arena_format(arena, "%.*s, %.*s × %.*s", GJ_ARG(form->name.en), GJ_ARG(row.en), GJ_ARG(column.en))
    };
    return out;
}

#define LACKING 50 /* units that total:lacking() gives at most */

/* total:lacking(): the units whose figure is not known. */
static int total_lacking(lua_State *L)
{
    const gj_thing_object *self = gj_thing_check(L, 1, GJ_THING_TOTAL);
    const gj_collection *c = collection_of(self);
    size_t units[LACKING];
    gj_sandbox_charge(L, c->unit_count);
    size_t count = gj_rollup_lacking(c, &c->rollup.cells[self->index], units, LACKING);
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        gj_push_thing(L, self->collecting, GJ_THING_UNIT, units[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

const luaL_Reg gj_total_methods[] = { { "lacking", total_lacking }, { NULL, NULL } };

bool gj_total_field(lua_State *L, const gj_thing_object *self, gj_slice name)
{
    const gj_rollup_cell *cell = &collection_of(self)->rollup.cells[self->index];
    if (gj_slice_is(name, "path")) {
        gj_slice path = gj_total_path(self->collecting->arena, cell);
        if (!path.data)
            raise_nomem(L, self);
        gj_put_slice(L, path);
    } else if (gj_slice_is(name, "table"))
        gj_put_slice(L, cell->table->form->key);
    else if (gj_slice_is(name, "row"))
        gj_put_slice(L, cell->table->form->rows[cell->row].key);
    else if (gj_slice_is(name, "column"))
        gj_put_slice(L, cell->table->form->columns[cell->column].key);
    else if (gj_slice_is(name, "value") && gj_record_cell_known(cell->cell))
        gj_put_decimal(L, cell->cell->value);
    else if (gj_slice_is(name, "value"))
        lua_pushnil(L);
    else if (gj_slice_is(name, "sum"))
        gj_put_decimal(L, cell->sum);
    else if (gj_slice_is(name, "known"))
        lua_pushinteger(L, (lua_Integer)cell->known);
    else if (gj_slice_is(name, "unknown"))
        lua_pushinteger(L, (lua_Integer)cell->unknown);
    else if (gj_slice_is(name, "state"))
        lua_pushstring(L, gj_rollup_state_name(cell->state));
    else if (gj_slice_is(name, "explained_by"))
        put_thing(L, self, GJ_THING_UNIT, cell->explained_by);
    else if (gj_slice_is(name, "twice"))
        lua_pushboolean(L, cell->twice);
    else
        return false;
    return true;
}
