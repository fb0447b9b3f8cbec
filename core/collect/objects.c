/* objects.c - classes, objects, iterators. */
#include "objects.h"

static const char tag[] = "gouji collection object";
static const char classes_key = 'c', generation_key = 'n';

static const char *const names[GJ_THINGS] = { "collection", "unit", "report", "total", "finding" };

static bool no_field(lua_State *L, const gj_thing_object *self, gj_slice name)
{
    (void)L;
    (void)self;
    (void)name;
    return false;
}

static bool (*const fields[GJ_THINGS])(lua_State *, const gj_thing_object *,
                                       gj_slice) = { gj_collection_field, gj_unit_field, gj_record_field,
                                                     gj_total_field, no_field };

static size_t generation(lua_State *L)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &generation_key);
    size_t value = (size_t)lua_tointeger(L, -1);
    lua_pop(L, 1);
    return value;
}

const gj_thing_object *gj_thing_at(lua_State *L, int index)
{
    const gj_thing_object *object = lua_touserdata(L, index);
    if (!object || lua_rawlen(L, index) != sizeof *object || object->tag != tag)
        return NULL;
    if (object->generation != generation(L))
        luaL_error(L, "this %s belongs to a collection that is closed; keep nothing from one to the next",
                   names[object->kind]);
    return object;
}

const gj_thing_object *gj_thing_check(lua_State *L, int index, gj_thing kind)
{
    const gj_thing_object *object = gj_thing_at(L, index);
    if (!object || object->kind != kind)
        luaL_error(L, "expected a %s, found %s (is it called with ':'?)", names[kind],
                   object ? names[object->kind] : luaL_typename(L, index));
    return object;
}

void gj_push_thing(lua_State *L, gj_collecting *collecting, gj_thing kind, size_t index)
{
    size_t now = generation(L);
    gj_thing_object *object = lua_newuserdatauv(L, sizeof *object, 0);
    *object = (gj_thing_object){ tag, collecting, kind, index, now };
    lua_rawgetp(L, LUA_REGISTRYINDEX, &classes_key);
    lua_rawgeti(L, -1, (lua_Integer)kind + 1);
    lua_setmetatable(L, -3);
    lua_pop(L, 1);
}

/* Upvalue 1: the methods. */
static int index_thing(lua_State *L)
{
    const gj_thing_object *self = gj_thing_at(L, 1);
    size_t length = 0;
    gj_sandbox_charge(L, GJ_API_STEPS);
    if (!self)
        return luaL_error(L, "not an object of ours");
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) == LUA_TFUNCTION)
        return 1;
    if (lua_type(L, 2) == LUA_TSTRING) {
        const char *name = lua_tolstring(L, 2, &length);
        if (fields[self->kind](L, self, (gj_slice){ name, length }))
            return 1;
        return luaL_error(L, "a %s has no field \"%s\"", names[self->kind], name);
    }
    return luaL_error(L, "a %s has no such field", names[self->kind]);
}

static int refuse_write(lua_State *L)
{
    return luaL_error(L, "an object of the collection cannot be changed");
}

/* Two objects of one thing are equal. */
static int equal_things(lua_State *L)
{
    const gj_thing_object *a = gj_thing_at(L, 1), *b = gj_thing_at(L, 2);
    lua_pushboolean(L, a && b && a->kind == b->kind && a->index == b->index);
    return 1;
}

static void push_classes(lua_State *L)
{
    const luaL_Reg *const methods[GJ_THINGS] = { gj_collection_methods, gj_unit_methods, gj_record_methods,
                                                 gj_total_methods, gj_collected_finding_methods };
    lua_createtable(L, GJ_THINGS, 0);
    for (int i = 0; i < GJ_THINGS; i++) {
        lua_createtable(L, 0, 5);
        lua_newtable(L);
        luaL_setfuncs(L, methods[i], 0);
        lua_pushcclosure(L, index_thing, 1);
        lua_setfield(L, -2, "__index");
        lua_pushcfunction(L, refuse_write);
        lua_setfield(L, -2, "__newindex");
        lua_pushcfunction(L, equal_things);
        lua_setfield(L, -2, "__eq");
        lua_pushstring(L, names[i]);
        lua_setfield(L, -2, "__name");
        lua_pushboolean(L, 0);
        lua_setfield(L, -2, "__metatable");
        lua_rawseti(L, -2, i + 1);
    }
    lua_rawsetp(L, LUA_REGISTRYINDEX, &classes_key);
}

void gj_collect_push(lua_State *L, gj_collecting *collecting)
{
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &classes_key) == LUA_TNIL)
        push_classes(L);
    lua_pop(L, 1);
    gj_push_thing(L, collecting, GJ_THING_COLLECTION, 0);
    gj_push_thing(L, collecting, GJ_THING_FINDING, 0);
}

void gj_collect_close(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)generation(L) + 1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &generation_key);
}

/* Iterators: the object in upvalue 1, the position in 2, the kind in 3, the function in 4. */
static int next_thing(lua_State *L)
{
    const gj_thing_object *self = gj_thing_at(L, lua_upvalueindex(1));
    size_t at = (size_t)lua_tointeger(L, lua_upvalueindex(2));
    gj_thing kind = (gj_thing)lua_tointeger(L, lua_upvalueindex(3));
    const gj_thing_next *next = lua_touserdata(L, lua_upvalueindex(4));
    gj_sandbox_charge(L, GJ_API_STEPS);
    size_t found = (*next)(self, &at);
    if (found == GJ_NOT_FOUND)
        return 0;
    lua_pushinteger(L, (lua_Integer)at);
    lua_replace(L, lua_upvalueindex(2));
    gj_push_thing(L, self->collecting, kind, found);
    return 1;
}

int gj_iterate_things(lua_State *L, gj_thing kind, gj_thing_next next)
{
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    lua_pushinteger(L, (lua_Integer)kind);
    gj_thing_next *kept = lua_newuserdatauv(L, sizeof *kept, 0);
    *kept = next;
    lua_pushcclosure(L, next_thing, 4);
    return 1;
}

void gj_put_slice(lua_State *L, gj_slice text)
{
    if (text.len)
        lua_pushlstring(L, text.data, text.len);
    else
        lua_pushnil(L);
}

void gj_put_decimal(lua_State *L, gj_decimal value)
{
    if (value % GJ_ONE == 0)
        lua_pushinteger(L, (lua_Integer)(value / GJ_ONE));
    else
        lua_pushnumber(L, (lua_Number)value / (lua_Number)GJ_ONE);
}
