/* case_build.c - a case's changes made to the base report, and the result as canonical JSON.
 *
 * Runs as a protected Lua function: a Lua error (memory, a malformed case) unwinds through it; all it owns is the caller's buffer.
 */
#include <lauxlib.h>
#include <stdio.h>

#include "../show/escape.h"
#include "cases.h"

#define MAX_DEPTH 16

static const char *const known[] = { "change",  "text",     "append", "heading",  "title",    "year",      "form",
                                     "level",   "kind",     "scope",  "name",     "province", "published", "drop",
                                     "replace", "markdown", "expect", "severity", "why",      "layout",    "preamble",
                                     "prior",   "because",  "says",   "file",     "notices",  NULL };

static void refuse_unknown(lua_State *L)
{
    for (lua_pushnil(L); lua_next(L, 2); lua_pop(L, 1)) {
        const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : NULL;
        bool found = false;
        for (size_t i = 0; key && known[i] && !found; i++)
            found = strcmp(known[i], key) == 0;
        if (!found && key && strcmp(key, "each") == 0)
            luaL_error(L, "each: expected one section with a list of texts");
        if (!found && key && strcmp(key, "with") == 0)
            luaL_error(L, "with: expected words with spaces between them");
        if (!found)
            luaL_error(L, "unknown field \"%s\" of a case", key ? key : "(not a string)");
    }
}

/* Push the table that holds the last key of a dotted path below the table at `root`; the key itself is pushed above it. Missing tables are made. */
static void push_parent(lua_State *L, int root, const char *path)
{
    lua_pushvalue(L, root);
    for (const char *dot; (dot = strchr(path, '.')) != NULL; path = dot + 1) {
        lua_pushlstring(L, path, (size_t)(dot - path));
        lua_pushvalue(L, -1);
        if (lua_gettable(L, -3) != LUA_TTABLE) {
            lua_pop(L, 1);
            lua_newtable(L);
            lua_pushvalue(L, -2);
            lua_pushvalue(L, -2);
            lua_settable(L, -5);
        }
        lua_remove(L, -2);
        lua_remove(L, -2);
    }
    lua_pushstring(L, path);
}

/* change = { ["requests.new.total"] = 3 }: a cell below `tables`. "" is a blank cell: false stands for null from here on. */
static void apply_changes(lua_State *L)
{
    if (lua_getfield(L, 2, "change") == LUA_TTABLE) {
        int changes = lua_gettop(L);
        lua_getfield(L, 1, "tables");
        int tables = lua_gettop(L);
        for (lua_pushnil(L); lua_next(L, changes); lua_pop(L, 1)) {
            const char *path = luaL_checkstring(L, -2);
            bool blank = lua_type(L, -1) == LUA_TSTRING && *lua_tostring(L, -1) == '\0';
            push_parent(L, tables, path);
            if (blank)
                lua_pushboolean(L, 0);
            else
                lua_pushvalue(L, -3);
            lua_settable(L, -3);
            lua_pop(L, 1);
        }
    }
    lua_settop(L, 3);
}

static void drop_path(lua_State *L, const char *path)
{
    push_parent(L, 1, path);
    lua_pushvalue(L, -1);
    if (lua_gettable(L, -3) == LUA_TNIL)
        luaL_error(L, "drop: the base report has no \"%s\"", path);
    lua_pop(L, 1);
    lua_pushnil(L);
    lua_settable(L, -3);
    lua_pop(L, 1);
}

static void apply_drops(lua_State *L)
{
    int type = lua_getfield(L, 2, "drop");
    if (type == LUA_TSTRING)
        drop_path(L, lua_tostring(L, -1));
    else if (type == LUA_TTABLE)
        for (lua_Integer i = 1, n = (lua_Integer)lua_rawlen(L, 4); i <= n; i++) {
            lua_rawgeti(L, 4, i);
            drop_path(L, luaL_checkstring(L, 5));
            lua_settop(L, 4);
        }
    lua_settop(L, 3);
}

/* Push sections[key] (made when missing); the key is at `key`. */
static void push_section(lua_State *L, int key)
{
    lua_getfield(L, 1, "sections");
    lua_pushvalue(L, key);
    if (lua_gettable(L, -2) != LUA_TTABLE) {
        lua_pop(L, 1);
        lua_newtable(L);
        lua_pushvalue(L, key);
        lua_pushvalue(L, -2);
        lua_settable(L, -4);
    }
    lua_remove(L, -2);
}

/* A list of paragraphs from a string or a list: pushes a new list. */
static void push_paragraphs(lua_State *L, int value)
{
    lua_newtable(L);
    if (lua_isnil(L, value))
        return;
    if (lua_isstring(L, value)) {
        lua_pushvalue(L, value);
        lua_rawseti(L, -2, 1);
        return;
    }
    luaL_checktype(L, value, LUA_TTABLE);
    for (lua_Integer i = 1, n = (lua_Integer)lua_rawlen(L, value); i <= n; i++) {
        lua_rawgeti(L, value, i);
        lua_rawseti(L, -2, i);
    }
}

static void apply_texts(lua_State *L)
{
    if (lua_getfield(L, 2, "text") == LUA_TTABLE)
        for (lua_pushnil(L); lua_next(L, 4); lua_settop(L, 5)) {
            push_section(L, 5);
            push_paragraphs(L, 6);
            lua_setfield(L, 7, "text");
        }
    lua_settop(L, 3);
    if (lua_getfield(L, 2, "append") == LUA_TTABLE)
        for (lua_pushnil(L); lua_next(L, 4); lua_settop(L, 5)) {
            push_section(L, 5);
            lua_getfield(L, 7, "text");
            push_paragraphs(L, 8);
            lua_pushvalue(L, 6);
            lua_rawseti(L, 9, (lua_Integer)lua_rawlen(L, 9) + 1);
            lua_setfield(L, 7, "text");
        }
    lua_settop(L, 3);
    if (lua_getfield(L, 2, "heading") == LUA_TTABLE)
        for (lua_pushnil(L); lua_next(L, 4); lua_settop(L, 5)) {
            push_section(L, 5);
            lua_pushvalue(L, 6);
            lua_setfield(L, 7, "title");
        }
    lua_settop(L, 3);
}

static void copy_field(lua_State *L, const char *from, const char *to)
{
    if (lua_getfield(L, 2, from) != LUA_TNIL) {
        push_parent(L, 1, to);
        lua_pushvalue(L, 4);
        lua_settable(L, -3);
    }
    lua_settop(L, 3);
}

static void write_string(lua_State *L, gj_buffer *out, int index)
{
    size_t length;
    const char *text = lua_tolstring(L, index, &length);
    gj_buffer_byte(out, '"');
    gj_escape_json(out, (gj_slice){ text, length });
    gj_buffer_byte(out, '"');
}

static void write_value(lua_State *L, gj_buffer *out, int depth);

/* Push a list of the string keys of the table at `object`, in byte order, so that the same case always gives the same bytes. */
static lua_Integer push_keys(lua_State *L, int object)
{
    lua_newtable(L);
    int keys = lua_gettop(L);
    lua_Integer count = 0;
    for (lua_pushnil(L); lua_next(L, object); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            luaL_error(L, "a table of the report mixes keys and list entries");
        lua_Integer at = ++count;
        for (; at > 1; at--) { /* objects are small: insertion */
            lua_rawgeti(L, keys, at - 1);
            if (strcmp(lua_tostring(L, -1), lua_tostring(L, -3)) < 0) {
                lua_pop(L, 1);
                break;
            }
            lua_rawseti(L, keys, at);
        }
        lua_pushvalue(L, -2);
        lua_rawseti(L, keys, at);
    }
    return count;
}

/* Whether the table on top of the stack has no entry. */
static bool is_empty(lua_State *L)
{
    lua_pushnil(L);
    if (!lua_next(L, -2))
        return true;
    lua_pop(L, 2);
    return false;
}

static void write_object(lua_State *L, gj_buffer *out, int depth)
{
    int object = lua_gettop(L);
    lua_Integer count = push_keys(L, object);
    int keys = lua_gettop(L);
    gj_buffer_byte(out, '{');
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, keys, i);
        gj_buffer_text(out, i > 1 ? "," : "");
        write_string(L, out, -1);
        gj_buffer_byte(out, ':');
        bool list = strcmp(lua_tostring(L, -1), "text") == 0;
        lua_gettable(L, object);
        if (list && lua_istable(L, -1) && is_empty(L))
            gj_buffer_text(out, "[]"); /* an empty section's paragraphs: Lua does not tell it from {} */
        else
            write_value(L, out, depth + 1);
        lua_settop(L, keys);
    }
    gj_buffer_byte(out, '}');
    lua_settop(L, object);
}

static void write_list(lua_State *L, gj_buffer *out, int depth, lua_Integer count)
{
    int list = lua_gettop(L);
    gj_buffer_byte(out, '[');
    for (lua_Integer i = 1; i <= count; i++) {
        gj_buffer_text(out, i > 1 ? "," : "");
        lua_rawgeti(L, list, i);
        write_value(L, out, depth + 1);
        lua_settop(L, list);
    }
    gj_buffer_byte(out, ']');
}

/* The value on top of the stack. */
static void write_value(lua_State *L, gj_buffer *out, int depth)
{
    luaL_checkstack(L, 8, "case");
    if (depth > MAX_DEPTH)
        luaL_error(L, "the report is nested too deeply");
    switch (lua_type(L, -1)) {
    case LUA_TSTRING:
        write_string(L, out, -1);
        break;
    case LUA_TNUMBER:
        if (lua_isinteger(L, -1))
            gj_buffer_format(out, "%lld", (long long)lua_tointeger(L, -1));
        else
            gj_buffer_format(out, "%.14g", lua_tonumber(L, -1));
        break;
    case LUA_TTABLE:
        if (lua_rawlen(L, -1))
            write_list(L, out, depth, (lua_Integer)lua_rawlen(L, -1));
        else
            write_object(L, out, depth);
        break;
    case LUA_TBOOLEAN: /* false: a blank cell */
        gj_buffer_text(out, lua_toboolean(L, -1) ? "true" : "null");
        break;
    default:
        luaL_error(L, "a case may hold strings, numbers and tables only");
    }
}

/* The section `key` of the table at `sections`, when it has it, as a member of the object being written. */
static void write_section(lua_State *L, gj_buffer *out, int sections, gj_slice key, bool *first)
{
    lua_pushlstring(L, key.data, key.len);
    lua_pushvalue(L, -1);
    if (lua_gettable(L, sections) == LUA_TTABLE) {
        gj_buffer_text(out, *first ? "" : ",");
        *first = false;
        write_string(L, out, -2);
        gj_buffer_byte(out, ':');
        write_value(L, out, 1);
    }
    lua_settop(L, sections);
}

/* The report with its sections in the form's order, which JSON keeps and the reader takes as the body's. */
static void write_report(lua_State *L, const gj_form *form, gj_buffer *out)
{
    lua_getfield(L, 1, "sections");
    int sections = lua_gettop(L);
    lua_pushnil(L);
    lua_setfield(L, 1, "sections");
    lua_pushvalue(L, 1);
    write_value(L, out, 0);
    lua_settop(L, sections);
    if (out->failed || out->len < 2)
        luaL_error(L, "out of memory");
    out->data[--out->len] = '\0'; /* reopen the object */
    gj_buffer_text(out, out->len > 1 ? ",\"sections\":{" : "\"sections\":{");
    bool first = true;
    for (size_t i = 0; i < form->section_count; i++)
        write_section(L, out, sections, form->sections[i].key, &first);
    gj_buffer_text(out, "}}");
}

static void give(lua_State *L, const char *field, gj_known *out)
{
    if (lua_getfield(L, 2, field) == LUA_TSTRING) /* the case table keeps the string alive */
        *out = (gj_known){ gj_slice_of(lua_tostring(L, -1)), GJ_FLAG };
    lua_settop(L, 3);
}

/* What is known of the file besides its bytes: its name, and kinds of notices that its format would give. */
static void give_file(lua_State *L, gj_case_report *report)
{
    report->name = GJ_LIT("case");
    if (lua_getfield(L, 2, "file") == LUA_TSTRING)
        report->name = gj_slice_of(lua_tostring(L, -1));
    if (lua_getfield(L, 2, "notices") == LUA_TTABLE)
        for (lua_Integer i = 1, n = (lua_Integer)lua_rawlen(L, 5); i <= n; i++) {
            lua_rawgeti(L, 5, i);
            if (report->notice_count == GJ_CASE_NOTICES)
                luaL_error(L, "notices: at most %d", GJ_CASE_NOTICES);
            report->notices[report->notice_count++] = luaL_checkstring(L, -1);
            lua_settop(L, 5);
        }
    lua_settop(L, 3);
}

/* A copy of the table on top of the stack in its place: a base may share tables between its reports, and cases change them. */
static void copy_table(lua_State *L, int depth)
{
    luaL_checkstack(L, 6, "case");
    if (depth > MAX_DEPTH)
        luaL_error(L, "the report is nested too deeply");
    int from = lua_gettop(L);
    lua_newtable(L);
    for (lua_pushnil(L); lua_next(L, from); lua_settop(L, from + 2)) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        if (lua_istable(L, -1))
            copy_table(L, depth + 1);
        lua_settable(L, from + 1);
    }
    lua_replace(L, from);
}

int gj_case_build(lua_State *L)
{
    gj_case_report *report = lua_touserdata(L, 3);
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_checktype(L, 2, LUA_TTABLE);
    lua_pushvalue(L, 1);
    copy_table(L, 0);
    lua_replace(L, 1);
    refuse_unknown(L);
    if (lua_getfield(L, 2, "markdown") == LUA_TSTRING) {
        size_t length;
        const char *text = lua_tolstring(L, -1, &length);
        gj_buffer_add(&report->bytes, (gj_slice){ text, length });
        report->format = GJ_FORMAT_MARKDOWN;
    } else {
        lua_settop(L, 3);
        copy_field(L, "title", "title");
        copy_field(L, "year", "year");
        copy_field(L, "published", "published");
        copy_field(L, "layout", "layout");
        copy_field(L, "preamble", "preamble");
        copy_field(L, "form", "form");
        copy_field(L, "name", "issuer.name");
        apply_changes(L);
        apply_texts(L);
        apply_drops(L);
        write_report(L, report->form, &report->bytes);
        report->format = GJ_FORMAT_JSON;
    }
    lua_settop(L, 3);
    give(L, "level", &report->given.level);
    give(L, "kind", &report->given.kind);
    give(L, "scope", &report->given.scope);
    give(L, "province", &report->given.province);
    give_file(L, report);
    if (lua_getfield(L, 2, "year") == LUA_TNUMBER) {
        report->given.year = (int)lua_tointeger(L, -1);
        report->given.year_origin = GJ_FLAG;
    }
    return 0;
}

int gj_case_json(lua_State *L)
{
    gj_buffer *out = lua_touserdata(L, 2);
    lua_settop(L, 1);
    write_value(L, out, 0);
    return 0;
}
