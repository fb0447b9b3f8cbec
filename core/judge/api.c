#include "api.h"

static const char tag[] = "gouji object";
static const char api_key = 'a';

static const gj_class *const classes[] = { &gj_class_report,   &gj_class_section, &gj_class_quote,  &gj_class_table,
                                           &gj_class_column,   &gj_class_row,     &gj_class_number, &gj_class_claim,
                                           &gj_class_relation, &gj_class_finding };

/* Objects */

void *gj_object_push(lua_State *L, gj_api *api, const gj_class *class, size_t size)
{
    gj_object *object = lua_newuserdatauv(L, size, 0);
    *object = (gj_object){ tag, api, class, api->generation };
    lua_rawgeti(L, LUA_REGISTRYINDEX, api->metatables[class->id]);
    lua_setmetatable(L, -2);
    return object;
}

static void refuse_stale(lua_State *L, const gj_object *object)
{
    if (!object->api->judging || object->generation != object->api->generation)
        luaL_error(L, "this %s belongs to a report that is closed; keep nothing from one report to the next",
                   object->class->name);
}

const gj_object *gj_object_at(lua_State *L, int index)
{
    const gj_object *object = lua_touserdata(L, index);
    if (!object || lua_rawlen(L, index) < sizeof *object || object->tag != tag)
        return NULL;
    refuse_stale(L, object);
    return object;
}

/* "a string", or what class of object it is. */
static const char *kind_of(lua_State *L, int index)
{
    const gj_object *object = gj_object_at(L, index);
    return object ? object->class->name : luaL_typename(L, index);
}

const void *gj_object_check(lua_State *L, int index, const gj_class *class)
{
    const gj_object *object = gj_object_at(L, index);
    if (!object || object->class != class)
        luaL_error(L, "expected a %s, found %s (is it called with ':'?)", class->name, kind_of(L, index));
    return object;
}

/* Fields: the members table maps names to methods and to the numbers of fields. */

/* The value of the key at index 2. */
static int index_of(lua_State *L, const gj_object *object)
{
    refuse_stale(L, object);
    gj_sandbox_charge(L, GJ_API_STEPS);
    lua_pushvalue(L, 2);
    switch (lua_rawget(L, lua_upvalueindex(1))) {
    case LUA_TFUNCTION:
        return 1;
    case LUA_TNUMBER:
        object->class->field(L, object, (int)lua_tointeger(L, -1));
        return 1;
    default:
        break;
    }
    gj_slice key = { NULL, 0 };
    if (lua_type(L, 2) == LUA_TSTRING)
        key = gj_string_at(L, 2);
    if (key.data && object->class->other && object->class->other(L, object, key))
        return 1;
    return luaL_error(L, "a %s has no field \"%s\"", object->class->name, key.data ? key.data : luaL_typename(L, 2));
}

static int index_object(lua_State *L)
{
    return index_of(L, lua_touserdata(L, 1)); /* of this class: nobody else can call a metamethod */
}

/* Of a table of methods that did not have the key: upvalue 2 points to the object of the report at hand. */
static int index_behind(lua_State *L)
{
    gj_object *const *object = lua_touserdata(L, lua_upvalueindex(2));
    return index_of(L, *object);
}

static int refuse_write(lua_State *L)
{
    return luaL_error(L, "a %s cannot be changed", kind_of(L, 1));
}

/* A table that maps the names of fields to their numbers. */
static void push_fields(lua_State *L, const gj_class *class)
{
    lua_newtable(L);
    for (int i = 0; class->fields && class->fields[i]; i++) {
        lua_pushinteger(L, i);
        lua_setfield(L, -2, class->fields[i]);
    }
}

/* A metatable without its __index. */
static void push_metatable(lua_State *L, const gj_class *class)
{
    lua_newtable(L);
    lua_pushcfunction(L, refuse_write);
    lua_setfield(L, -2, "__newindex");
    lua_pushstring(L, class->name);
    lua_setfield(L, -2, "__name");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    if (class->metamethods)
        luaL_setfuncs(L, class->metamethods, 0);
}

/* Returns the reference of its metatable. */
static int register_class(lua_State *L, const gj_class *class)
{
    push_metatable(L, class);
    push_fields(L, class);
    if (class->methods)
        luaL_setfuncs(L, class->methods, 0);
    lua_pushcclosure(L, index_object, 1);
    lua_setfield(L, -2, "__index");
    return luaL_ref(L, LUA_REGISTRYINDEX);
}

/* Opening and closing */

enum { REPORT, FINDING, LAST_YEAR, ARGUMENTS }; /* gj_api.arguments */
_Static_assert(sizeof(((gj_api *)0)->arguments) == ARGUMENTS * sizeof(gj_argument), "one each");

static gj_api *api_of(lua_State *L)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &api_key);
    gj_api *api = lua_touserdata(L, -1);
    lua_pop(L, 1);
    return api;
}

/* The metatable of an argument of rules. Its methods are called all the time, and Lua finds them in a table by itself; only what is no method comes
 * to us, and is answered for the report at hand. */
static void register_argument(lua_State *L, gj_api *own, size_t which, const gj_class *class)
{
    push_metatable(L, class);
    lua_newtable(L);
    luaL_setfuncs(L, class->methods, 0);
    lua_createtable(L, 0, 1);
    push_fields(L, class);
    lua_pushlightuserdata(L, &own->arguments[which].object);
    lua_pushcclosure(L, index_behind, 2);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_setfield(L, -2, "__index");
    own->arguments[which].metatable = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_pushboolean(L, 0);
    own->arguments[which].reference = luaL_ref(L, LUA_REGISTRYINDEX);
}

/* A new one each report: whoever keeps an iterator over it keeps a stale one. */
static void make_argument(lua_State *L, gj_api *own, size_t which, gj_api *api, const gj_class *class)
{
    own->arguments[which].object = gj_object_push(L, api, class, sizeof(gj_object));
    lua_rawgeti(L, LUA_REGISTRYINDEX, own->arguments[which].metatable);
    lua_setmetatable(L, -2);
    lua_rawseti(L, LUA_REGISTRYINDEX, own->arguments[which].reference);
}

static gj_api *register_api(lua_State *L)
{
    gj_api *api = lua_newuserdatauv(L, 2 * sizeof *api, 0);
    api[0] = (gj_api){ .own = &api[0], .prior = &api[1] };
    for (size_t i = 0; i < GJ_CLASS_COUNT; i++)
        api->metatables[classes[i]->id] = register_class(L, classes[i]);
    api[1] = api[0];
    register_argument(L, api, REPORT, &gj_class_report);
    register_argument(L, api, FINDING, &gj_class_finding);
    register_argument(L, api, LAST_YEAR, &gj_class_report);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &api_key); /* last: a state that lacks it registers again */
    return api;
}

/* Called with the judging: the arguments of rules are this report's from now on. */
static int open_api(lua_State *L)
{
    gj_judging *judging = lua_touserdata(L, 1);
    gj_api *api = api_of(L);
    if (!api)
        api = register_api(L);
    const gj_report *report = judging->report;
    for (size_t i = 0; i < 2; i++) {
        api[i].generation++;
        api[i].judging = judging;
        api[i].report = i ? report->prior : report;
        api[i].first_table = i ? report->table_count : 0;
    }
    make_argument(L, api, REPORT, api, &gj_class_report);
    make_argument(L, api, FINDING, api, &gj_class_finding);
    if (report->prior)
        make_argument(L, api, LAST_YEAR, api->prior, &gj_class_report);
    judging->api = api;
    return 0;
}

gj_status gj_api_begin(gj_judging *judging, gj_error *err)
{
    lua_State *L = gj_sandbox_state(judging->ruleset->sandbox);
    if (!lua_checkstack(L, 4))
        return gj_fail_nomem(err);
    lua_pushcfunction(L, open_api);
    lua_pushlightuserdata(L, judging);
    if (gj_sandbox_call(judging->ruleset->sandbox, 1, 0, GJ_LUA_LOAD_STEPS, err) == GJ_CALL_OK)
        return GJ_OK;
    gj_api_end(judging); /* nothing here fails but for memory */
    return gj_fail_nomem(err);
}

/* No call that could raise: reading a key of the registry allocates nothing. */
void gj_api_end(gj_judging *judging)
{
    lua_State *L = gj_sandbox_state(judging->ruleset->sandbox);
    if (!lua_checkstack(L, 2))
        return; /* then nothing was opened either */
    gj_api *api = api_of(L);
    if (api)
        api->own->judging = api->prior->judging = NULL;
}

void gj_api_push_arguments(lua_State *L, const gj_judging *judging)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, judging->api->arguments[REPORT].reference);
    lua_rawgeti(L, LUA_REGISTRYINDEX, judging->api->arguments[FINDING].reference);
}

void gj_api_push_prior(lua_State *L, const gj_judging *judging)
{
    if (judging->report->prior)
        lua_rawgeti(L, LUA_REGISTRYINDEX, judging->api->arguments[LAST_YEAR].reference);
    else
        lua_pushnil(L);
}

/* Iterators */

const void *gj_iterator_object(lua_State *L)
{
    const gj_object *object = lua_touserdata(L, lua_upvalueindex(1));
    refuse_stale(L, object);
    gj_sandbox_charge(L, GJ_API_STEPS);
    return object;
}

size_t gj_iterator_position(lua_State *L)
{
    return (size_t)lua_tointeger(L, lua_upvalueindex(2));
}

void gj_iterator_move(lua_State *L, size_t position)
{
    lua_pushinteger(L, (lua_Integer)position);
    lua_replace(L, lua_upvalueindex(2));
}

int gj_iterator_push(lua_State *L, lua_CFunction step, int extra)
{
    return gj_iterator_push_at(L, step, 0, extra);
}

int gj_iterator_push_at(lua_State *L, lua_CFunction step, size_t position, int extra)
{
    lua_pushvalue(L, 1);
    lua_pushinteger(L, (lua_Integer)position);
    lua_rotate(L, -2 - extra, 2);
    lua_pushcclosure(L, step, 2 + extra);
    return 1;
}

static int nothing(lua_State *L)
{
    (void)L;
    return 0;
}

int gj_iterator_none(lua_State *L)
{
    lua_pushcfunction(L, nothing);
    return 1;
}

/* Values */

void gj_push_slice(lua_State *L, gj_slice text)
{
    lua_pushlstring(L, text.data ? text.data : "", text.len);
}

void gj_push_known(lua_State *L, gj_slice text)
{
    if (text.len)
        gj_push_slice(L, text);
    else
        lua_pushnil(L);
}

void gj_push_words(lua_State *L, gj_words words)
{
    lua_createtable(L, 0, 2);
    gj_push_slice(L, words.zh);
    lua_setfield(L, -2, "zh");
    gj_push_slice(L, words.en.len ? words.en : words.zh);
    lua_setfield(L, -2, "en");
}

void gj_push_sum(lua_State *L, gj_sum sum)
{
    if (sum.micro == 0)
        lua_pushinteger(L, sum.whole);
    else
        lua_pushnumber(L, (lua_Number)sum.whole + (lua_Number)sum.micro / (lua_Number)GJ_ONE);
}

gj_slice gj_string_at(lua_State *L, int index)
{
    size_t length = 0;
    luaL_checktype(L, index, LUA_TSTRING);
    const char *text = lua_tolstring(L, index, &length);
    return (gj_slice){ text, length };
}

gj_slice gj_string_or_none(lua_State *L, int index)
{
    return lua_isnoneornil(L, index) ? (gj_slice){ NULL, 0 } : gj_string_at(L, index);
}

int gj_raise_nomem(lua_State *L, gj_judging *judging)
{
    judging->nomem = true;
    return luaL_error(L, "out of memory");
}
