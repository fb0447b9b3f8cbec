#include "fields.h"

#include <lauxlib.h>
#include <limits.h>
#include <stdio.h>

#include "../base/nearest.h"
#include "../base/utf8.h"
#include "sandbox_private.h"

/* Push the value of a field; tables that are read-only come as their contents. */
static int push_field(gj_fields *f, const char *name)
{
    lua_State *L = f->L;
    luaL_checkstack(L, 6, NULL);
    bool shell = !f->trusted && gj_sandbox_contents(L, f->index);
    lua_pushstring(L, name);
    int type = lua_rawget(L, shell ? -2 : f->index);
    if (shell)
        lua_remove(L, -2);
    if (type == LUA_TTABLE && !f->trusted && gj_sandbox_contents(L, -1))
        lua_remove(L, -2);
    return type;
}

/* `format_zh` and `format_en` take the field's name, then `detail`, then `found`. */
#define FAIL(f, name, format_zh, format_en, ...)                                                                       \
    (gj_fail((f)->err, (f)->status, GJ_NOWHERE, "字段 “%s”：" format_zh, "field \"%s\": " format_en, (name),           \
             __VA_ARGS__),                                                                                             \
     placed(f))

static gj_status placed(gj_fields *f)
{
    gj_error_where(f->err, gj_slice_of(f->where));
    return f->status;
}

gj_status gj_field_fail(gj_fields *f, const char *name, const char *zh, const char *en)
{
    return FAIL(f, name, "%s%.0s", "%.0s%s", zh, en);
}

/* What stands at the top of the stack, for "found …". */
static void describe(lua_State *L, char out[80])
{
    switch (lua_type(L, -1)) {
    case LUA_TSTRING: {
        gj_slice text = gj_slice_of(lua_tostring(L, -1));
        size_t wrong = gj_utf8_check(gj_slice_sub(text, 0, 60));
        text = gj_slice_sub(text, 0, wrong == GJ_NOT_FOUND ? 60 : wrong);
        (void)snprintf(out, 80, "\"%.*s\"", GJ_ARG(text));
        return;
    }
    case LUA_TNUMBER:
        (void)snprintf(out, 80, "%.14g", (double)lua_tonumber(L, -1));
        return;
    case LUA_TBOOLEAN:
        (void)snprintf(out, 80, "%s", lua_toboolean(L, -1) ? "true" : "false");
        return;
    case LUA_TNIL:
        (void)snprintf(out, 80, "nil");
        return;
    default:
        (void)snprintf(out, 80, "a %s", luaL_typename(L, -1));
    }
}

static gj_status expected(gj_fields *f, const char *name, const char *zh, const char *en)
{
    char found[80];
    describe(f->L, found);
    return FAIL(f, name, "应为%s%.0s，现为 %s", "expected %.0s%s, found %s", zh, en, found);
}

static gj_status absent(gj_fields *f, const char *name)
{
    return gj_field_fail(f, name, "不能缺少或为空", "is missing or empty");
}

/* Copy the string on top of the stack. */
static gj_status take_string(gj_fields *f, const char *name, gj_slice *out)
{
    size_t length = 0;
    if (lua_type(f->L, -1) != LUA_TSTRING)
        return expected(f, name, "字符串", "a string");
    const char *text = lua_tolstring(f->L, -1, &length);
    if (!f->trusted && (memchr(text, '\0', length) || gj_utf8_check((gj_slice){ text, length }) != GJ_NOT_FOUND))
        return gj_field_fail(f, name, "不是合法的 UTF-8 文字", "is not valid UTF-8 text");
    *out = gj_arena_copy(f->arena, (gj_slice){ text, length });
    return out->data ? GJ_OK : gj_fail_nomem(f->err);
}

static gj_status read_string(gj_fields *f, const char *name, bool required, gj_slice *out)
{
    *out = (gj_slice){ NULL, 0 };
    gj_status status = push_field(f, name) == LUA_TNIL ? GJ_OK : take_string(f, name, out);
    lua_pop(f->L, 1);
    if (status == GJ_OK && required && out->len == 0)
        return absent(f, name);
    return status;
}

gj_status gj_field_string(gj_fields *f, const char *name, gj_slice *out)
{
    return read_string(f, name, true, out);
}

gj_status gj_field_optional(gj_fields *f, const char *name, gj_slice *out)
{
    return read_string(f, name, false, out);
}

gj_status gj_field_int(gj_fields *f, const char *name, bool required, int *out)
{
    int whole = 0;
    gj_status status = GJ_OK;
    if (push_field(f, name) == LUA_TNIL) {
        status = required ? absent(f, name) : GJ_OK;
    } else {
        lua_Integer value = lua_type(f->L, -1) == LUA_TNUMBER ? lua_tointegerx(f->L, -1, &whole) : 0;
        if (!whole || value < INT_MIN || value > INT_MAX)
            status = expected(f, name, "整数", "a whole number");
        else
            *out = (int)value;
    }
    lua_pop(f->L, 1);
    return status;
}

gj_status gj_field_bool(gj_fields *f, const char *name, bool *out)
{
    gj_status status = GJ_OK;
    int type = push_field(f, name);
    if (type == LUA_TBOOLEAN)
        *out = lua_toboolean(f->L, -1);
    else if (type != LUA_TNIL)
        status = expected(f, name, " true 或 false", "true or false");
    lua_pop(f->L, 1);
    return status;
}

/* About one language of a field: "title.en". */
static gj_status word_fails(gj_fields *words, const char *name, const char *language, bool missing)
{
    char full[80];
    (void)snprintf(full, sizeof full, "%s.%s", name, language);
    return missing ? absent(words, full) : expected(words, full, "字符串", "a string");
}

/* The table of words at `words->index`; messages name "title.en". */
static gj_status read_words(gj_fields *words, const char *name, bool required, gj_words *out)
{
    static const char *const known[] = { "zh", "en", NULL };
    gj_slice *const into[] = { &out->zh, &out->en };
    for (size_t i = 0; known[i]; i++) {
        int type = push_field(words, known[i]);
        gj_status status = type == LUA_TNIL || type == LUA_TSTRING ? GJ_OK : word_fails(words, name, known[i], false);
        if (status == GJ_OK && type == LUA_TSTRING)
            status = take_string(words, name, into[i]);
        if (status == GJ_OK && required && into[i]->len == 0)
            status = word_fails(words, name, known[i], true);
        lua_pop(words->L, 1);
        GJ_TRY(status);
    }
    if (!out->zh.len != !out->en.len)
        return gj_field_fail(words, name, "zh 与 en 应同时给出", "zh and en belong together");
    return gj_fields_known(words, known);
}

gj_status gj_field_words(gj_fields *f, const char *name, bool required, gj_words *out)
{
    *out = (gj_words){ { NULL, 0 }, { NULL, 0 } };
    gj_status status = GJ_OK;
    int type = push_field(f, name);
    gj_fields words = *f;
    words.index = lua_gettop(f->L);
    if (type == LUA_TTABLE)
        status = read_words(&words, name, required, out);
    else if (type != LUA_TNIL)
        status = expected(f, name, " { zh = \"…\", en = \"…\" }", "{ zh = \"…\", en = \"…\" }");
    else if (required)
        status = absent(f, name);
    lua_pop(f->L, 1);
    return status;
}

/* The array on top of the stack, of `count` strings. */
static gj_status take_strings(gj_fields *f, const char *name, gj_slice *items, size_t count)
{
    size_t keys = 0;
    for (lua_pushnil(f->L); lua_next(f->L, -2); lua_pop(f->L, 1))
        keys++;
    if (keys != count)
        return gj_field_fail(f, name, "应为列表，不能有键或空缺", "expected a list without keys or holes");
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(f->L, -1, (lua_Integer)i + 1);
        gj_status status = take_string(f, name, &items[i]);
        lua_pop(f->L, 1);
        GJ_TRY(status);
        if (items[i].len == 0)
            return gj_field_fail(f, name, "列表中有空字符串", "an element is empty");
    }
    return GJ_OK;
}

gj_status gj_field_strings(gj_fields *f, const char *name, bool required, gj_slice **out, size_t *count)
{
    *out = NULL;
    *count = 0;
    gj_status status = GJ_OK;
    int type = push_field(f, name);
    size_t length = type == LUA_TSTRING ? 1 : type == LUA_TTABLE ? (size_t)lua_rawlen(f->L, -1) : 0;
    gj_slice *items = length ? GJ_ARRAY(f->arena, length, gj_slice) : NULL;
    if (length && !items)
        status = gj_fail_nomem(f->err);
    else if (type == LUA_TSTRING)
        status = take_string(f, name, items);
    else if (type == LUA_TTABLE)
        status = take_strings(f, name, items, length);
    else if (type != LUA_TNIL)
        status = expected(f, name, "字符串或字符串列表", "a string or a list of strings");
    lua_pop(f->L, 1);
    GJ_TRY(status);
    GJ_KNOWN(!length || items);
    *out = items;
    *count = length;
    if (required && (length == 0 || items[0].len == 0))
        return absent(f, name);
    return GJ_OK;
}

/* "error, warning, info" */
static void join(const char *const *words, char out[160])
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; words[i] && used + strlen(words[i]) + 3 < 160; i++)
        used += (size_t)snprintf(out + used, 160 - used, "%s%s", i ? ", " : "", words[i]);
}

gj_status gj_field_choice(gj_fields *f, const char *name, const char *const *words, bool required, int *out)
{
    gj_status status = GJ_OK;
    int type = push_field(f, name), chosen = -1;
    const char *word = type == LUA_TSTRING ? lua_tostring(f->L, -1) : NULL;
    for (int i = 0; word && words[i]; i++)
        if (strcmp(word, words[i]) == 0)
            chosen = i;
    if (chosen >= 0) {
        *out = chosen;
    } else if (type != LUA_TNIL) {
        char all[160], found[80];
        join(words, all);
        describe(f->L, found);
        status = FAIL(f, name, "应为 %s 之一，现为 %s", "expected one of %s, found %s", all, found);
    } else if (required) {
        status = absent(f, name);
    }
    lua_pop(f->L, 1);
    return status;
}

gj_status gj_field_function(gj_fields *f, const char *name, bool required, int *ref)
{
    *ref = LUA_NOREF;
    gj_status status = GJ_OK;
    int type = push_field(f, name);
    if (type == LUA_TFUNCTION) {
        *ref = luaL_ref(f->L, LUA_REGISTRYINDEX);
        return GJ_OK;
    }
    if (type != LUA_TNIL)
        status = expected(f, name, "函数", "a function");
    else if (required)
        status = absent(f, name);
    lua_pop(f->L, 1);
    return status;
}

static const char *nearest(gj_slice word, const char *const *names)
{
    const char *best = NULL;
    size_t distance = gj_word_reach(word) + 1;
    for (size_t i = 0; names[i]; i++)
        if (gj_word_nearer(word, gj_slice_of(names[i]), &distance))
            best = names[i];
    return best;
}

static bool is_known(gj_slice word, const char *const *names)
{
    for (size_t i = 0; names[i]; i++)
        if (gj_slice_is(word, names[i]))
            return true;
    return false;
}

gj_status gj_fields_known(gj_fields *f, const char *const *names)
{
    lua_State *L = f->L;
    if (f->trusted)
        return GJ_OK;
    gj_slice unknown = { NULL, 0 }; /* the first in byte order: lua_next has none */
    bool unnamed = false;
    luaL_checkstack(L, 6, NULL);
    gj_sandbox_plain(L, f->index);
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        size_t length = 0;
        if (lua_type(L, -2) != LUA_TSTRING) {
            unnamed = true;
            continue;
        }
        const char *text = lua_tolstring(L, -2, &length);
        gj_slice word = { text, length };
        if (!is_known(word, names) && (!unknown.data || gj_slice_compare(word, unknown) < 0))
            unknown = word;
    }
    gj_status status = GJ_OK;
    if (unknown.data) {
        const char *near = nearest(unknown, names), *name = gj_utf8_check(unknown) == GJ_NOT_FOUND ? unknown.data : "?";
        status = near ? FAIL(f, name, "没有这个字段，是否想写 “%s”？", "unknown; did you mean \"%s\"?", near)
                      : gj_field_fail(f, name, "没有这个字段", "unknown");
    } else if (unnamed) {
        status = gj_field_fail(f, "1", "每一项都要有字段名", "every value here needs a field name");
    }
    lua_pop(L, 1);
    return status;
}
