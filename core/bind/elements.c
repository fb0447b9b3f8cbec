/* Arrays of tables in the Lua data of a ruleset: forms, issuers and claims are all made of them. */
#include "form_lua.h"

#include "../script/sandbox.h"

/* Replace the value on top by its contents where it is a read-only table. */
static void make_plain(lua_State *L)
{
    gj_sandbox_plain(L, lua_gettop(L));
    lua_remove(L, -2);
}

void gj_field_push(gj_fields *fields, const char *name)
{
    lua_State *L = fields->L;
    gj_sandbox_plain(L, fields->index);
    if (name) {
        lua_pushstring(L, name);
        lua_rawget(L, -2);
        lua_remove(L, -2);
        make_plain(L);
    }
}

static gj_status count_pushed(gj_fields *fields, const char *name, size_t most, size_t *count)
{
    const char *field = name ? name : "1";
    if (!lua_istable(fields->L, -1))
        return gj_field_fail(fields, field, "应是表的数组", "expected an array of tables");
    size_t length = (size_t)lua_rawlen(fields->L, -1);
    if (length > most)
        return gj_field_fail(fields, field, "元素太多", "too many elements");
    for (size_t i = 1; i <= length; i++) {
        bool table = lua_rawgeti(fields->L, -1, (lua_Integer)i) == LUA_TTABLE;
        lua_pop(fields->L, 1);
        if (!table)
            return gj_field_fail(fields, field, "数组的每个元素都应是表", "every element of the array must be a table");
    }
    *count = length;
    return GJ_OK;
}

gj_status gj_elements_count(gj_fields *fields, const char *name, bool required, size_t most, size_t *count)
{
    *count = 0;
    if (!lua_checkstack(fields->L, 8))
        return gj_fail_nomem(fields->err);
    gj_field_push(fields, name);
    gj_status status = lua_isnil(fields->L, -1) ? GJ_OK : count_pushed(fields, name, most, count);
    lua_pop(fields->L, 1);
    if (status == GJ_OK && required && !*count)
        return gj_field_fail(fields, name ? name : "1", "不能缺少，也不能为空", "must be there and not be empty");
    return status;
}

/* "form/2021.lua: row denied.state_secret", or the number where the element has no key. */
static const char *place_of(gj_fields *fields, const char *what, size_t index)
{
    lua_State *L = fields->L;
    if (fields->trusted)
        return fields->where; /* nothing will go wrong there */
    lua_pushstring(L, "key");
    lua_rawget(L, -2);
    const char *key = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
    gj_slice place = key ? gj_arena_format(fields->arena, "%s: %s %s", fields->where, what, key)
                         : gj_arena_format(fields->arena, "%s: %s %zu", fields->where, what, index + 1);
    lua_pop(L, 1);
    return place.data;
}

gj_status gj_elements_read(gj_fields *fields, const char *name, const char *what, gj_element_reader read, void *context)
{
    lua_State *L = fields->L;
    if (!lua_checkstack(L, 8))
        return gj_fail_nomem(fields->err);
    gj_field_push(fields, name);
    gj_status status = GJ_OK;
    size_t length = lua_istable(L, -1) ? (size_t)lua_rawlen(L, -1) : 0;
    for (size_t i = 0; i < length && status == GJ_OK; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        make_plain(L);
        gj_fields element = *fields;
        element.index = lua_gettop(L);
        element.where = place_of(fields, what, i);
        status = element.where ? read(&element, i, context) : gj_fail_nomem(fields->err);
        lua_settop(L, element.index - 1);
    }
    lua_pop(L, 1);
    return status;
}
