/* collect_notices.c - a rectification notice for each unit that has something to mend. */
#include <lauxlib.h>
#include <string.h>

#include "../base/file.h"
#include "../base/utf8.h"
#include "../show/notice/notice.h"
#include "collect_out.h"

#define NAME_MOST 120 /* bytes of a unit's name in the name of its file */

typedef struct request {
    const gj_ruleset *ruleset;
    gj_lang lang;
    gj_arena *arena;
    gj_slice text;
} request;

/* (lightuserdata request): the ruleset's own template. */
static int take_template(lua_State *L)
{
    request *r = lua_touserdata(L, 1);
    size_t length;
    lua_rawgeti(L, LUA_REGISTRYINDEX, r->ruleset->notice);
    lua_pushstring(L, r->lang == GJ_EN ? "en" : "zh");
    lua_call(L, 1, 1);
    const char *text = luaL_checklstring(L, -1, &length);
    r->text = gj_arena_copy(r->arena, (gj_slice){ text, length });
    return 0;
}

static gj_status read_template(const gj_sources *s, gj_lang lang, gj_slice *out, gj_error *err)
{
    const char *path = s->invocation->values[GJ_OPT_NOTICE];
    gj_arena *arena = s->invocation->arena;
    if (path) {
        GJ_TRY(gj_file_read(arena, path, GJ_MAX_TEMPLATE, out, err));
        if (out->len >= 3 && memcmp(out->data, "\xEF\xBB\xBF", 3) == 0)
            *out = gj_slice_sub(*out, 3, out->len);
        if (gj_utf8_check(*out) == GJ_NOT_FOUND)
            return GJ_OK;
        return gj_fail(err, GJ_USAGE, GJ_NOWHERE, "%s 不是 UTF-8 文本", "%s is no UTF-8 text", path);
    }
    gj_sandbox *sandbox = s->plan.ruleset->sandbox;
    lua_State *L = gj_sandbox_state(sandbox);
    request r = { .ruleset = s->plan.ruleset, .lang = lang, .arena = arena };
    if (r.ruleset->notice == LUA_NOREF)
        return gj_fail(err, GJ_RULES, GJ_NOWHERE, "规则集没有整改通知的模板（notice），请用 --notice 给出",
                       "the ruleset has no template of a notice; give one with --notice");
    lua_pushcfunction(L, take_template);
    lua_pushlightuserdata(L, &r);
    if (gj_sandbox_call(sandbox, 1, 0, GJ_LUA_RULE_STEPS, err) != GJ_CALL_OK)
        return GJ_RULES;
    *out = r.text;
    return out->data ? GJ_OK : gj_fail_nomem(err);
}

/* "007-清河镇人民政府": what no system minds in a file's name. */
static gj_slice name_of(gj_arena *arena, const gj_unit *unit, size_t index)
{
    gj_slice name = gj_utf8_cut(unit->name, NAME_MOST);
    gj_slice out = gj_arena_format(arena, "%03zu-%.*s", index + 1, GJ_ARG(name));
    char *text = (char *)(uintptr_t)out.data; /* fresh from the arena */
    for (size_t i = 0; out.data && i < out.len; i++)
        if ((unsigned char)text[i] < 0x20 || strchr("/\\:*?\"<>|", text[i]))
            text[i] = '_';
    return out;
}

static gj_status write_unit(const gj_sources *s, const gj_collected *collected, size_t unit,
                            const gj_notice_options *notice, const char *folder, gj_error *err)
{
    gj_arena *arena = gj_arena_new(0);
    if (!arena)
        return gj_fail_nomem(err);
    gj_show_options options = gj_collect_options(s, false);
    gj_buffer text, page;
    gj_buffer_init(&text, 0);
    gj_buffer_init(&page, 0);
    gj_slice name = name_of(arena, &collected->collection->units[unit], unit);
    gj_status status = name.data ? GJ_OK : gj_fail_nomem(err);
    if (status == GJ_OK)
        status = gj_show_notice(arena, collected, unit, &options, notice, &text, err);
    if (status == GJ_OK) {
        gj_status made = gj_show_notice_html(arena, gj_buffer_slice(&text), name, options.lang, &page);
        status = gj_collect_file(s, made, folder, name.data, ".html", &page, err);
    }
    if (status == GJ_OK)
        status = gj_show_notice_docx(arena, gj_buffer_slice(&text), &page, err);
    if (status == GJ_OK)
        status = gj_collect_file(s, GJ_OK, folder, name.data, ".docx", &page, err);
    if (status == GJ_OK)
        status = gj_collect_file(s, GJ_OK, folder, name.data, ".md", &text, err);
    gj_buffer_free(&page);
    gj_buffer_free(&text);
    gj_arena_free(arena);
    return status;
}

gj_status gj_collect_notices(const gj_sources *s, const gj_collected *collected, const char *folder, gj_error *err)
{
    const char *due = s->invocation->values[GJ_OPT_DUE];
    gj_notice_options notice = { .due = due ? gj_slice_of(due) : (gj_slice){ NULL, 0 } };
    gj_slice inner = gj_arena_format(s->invocation->arena, "%s/notices", folder);
    bool made = false;
    if (!inner.data)
        return gj_fail_nomem(err);
    GJ_TRY(read_template(s, s->invocation->lang, &notice.text, err));
    for (size_t i = 0; i < collected->collection->unit_count; i++) {
        if (!gj_notice_needed(collected, i))
            continue;
        if (!made)
            GJ_TRY(gj_make_folder(inner.data, err));
        made = true;
        GJ_TRY(write_unit(s, collected, i, &notice, inner.data, err));
    }
    return GJ_OK;
}
