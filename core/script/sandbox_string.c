/* string and utf8: Lua's own functions behind bounds, and format without addresses. */
#include "sandbox_private.h"

static int string_byte(lua_State *L)
{
    gj_slice s = gj_sandbox_string(L, 1);
    lua_Integer first = luaL_optinteger(L, 2, 1), last = luaL_optinteger(L, 3, first), length = (lua_Integer)s.len;
    first = first < 0 ? first + length + 1 : first;
    last = last < 0 ? last + length + 1 : last;
    last = last > length ? length : last;
    if (last - (first < 1 ? 1 : first) >= GJ_LUA_VALUES)
        return luaL_error(L, "string.byte: too many values (at most %d)", GJ_LUA_VALUES);
    return gj_sandbox_stock(L, GJ_STOCK_BYTE);
}

/* rep of an empty string would loop as often as it is told, in C. */
static int string_rep(lua_State *L)
{
    gj_slice s = gj_sandbox_string(L, 1);
    lua_Integer times = luaL_checkinteger(L, 2);
    size_t separator = 0;
    if (!lua_isnoneornil(L, 3))
        separator = gj_sandbox_string(L, 3).len;
    if (times <= 0 || s.len + separator == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    gj_sandbox_charge(L, (size_t)times / 8);
    return gj_sandbox_stock(L, GJ_STOCK_REP);
}

/* Step over flags, width and precision. Lua allows two digits of each, and checks that itself. */
static size_t conversion(gj_slice format, size_t at)
{
    while (at < format.len && strchr("-+ #0123456789.", format.data[at]) && format.data[at])
        at++;
    return at;
}

/* format: %s of anything that is no string is given our tostring first, for Lua's shows addresses; %p is one. */
static int string_format(lua_State *L)
{
    gj_slice format = gj_sandbox_string(L, 1);
    int argument = 1;
    gj_sandbox_charge(L, format.len / 8);
    for (size_t at = 0; at < format.len; at++) {
        if (format.data[at] != '%')
            continue;
        at = conversion(format, at + 1);
        char kind = at < format.len ? format.data[at] : '\0';
        if (kind == '%')
            continue;
        argument++;
        if (kind == 'p')
            return luaL_error(L, "string.format: %%p is not available (addresses differ from run to run)");
        if (kind == 's' && argument <= lua_gettop(L) && lua_type(L, argument) != LUA_TSTRING) {
            gj_sandbox_push_text(L, argument);
            lua_replace(L, argument);
        }
    }
    return gj_sandbox_stock(L, GJ_STOCK_FORMAT);
}

static int utf8_codepoint(lua_State *L)
{
    gj_slice s = gj_sandbox_string(L, 1);
    lua_Integer first = luaL_optinteger(L, 2, 1), last = luaL_optinteger(L, 3, first), length = (lua_Integer)s.len;
    first = first < 0 ? first + length + 1 : first;
    last = last < 0 ? last + length + 1 : last;
    if (last > length || last - first >= GJ_LUA_VALUES)
        return luaL_error(L, "utf8.codepoint: out of bounds, or too many values (at most %d)", GJ_LUA_VALUES);
    return gj_sandbox_stock(L, GJ_STOCK_CODEPOINT);
}

static int utf8_len(lua_State *L)
{
    gj_sandbox_charge(L, gj_sandbox_string(L, 1).len / 8);
    return gj_sandbox_stock(L, GJ_STOCK_UTF8_LEN);
}

static int utf8_offset(lua_State *L)
{
    gj_sandbox_charge(L, gj_sandbox_string(L, 1).len / 8);
    return gj_sandbox_stock(L, GJ_STOCK_OFFSET);
}

const luaL_Reg gj_library_string[] = {
    { "byte", string_byte }, { "format", string_format }, { "rep", string_rep }, { NULL, NULL }
};
const luaL_Reg gj_library_utf8[] = {
    { "codepoint", utf8_codepoint }, { "len", utf8_len }, { "offset", utf8_offset }, { NULL, NULL }
};
