/* What went wrong in a script, and where: kept in fixed arrays of the sandbox, for there may be no memory left to say it. */
#include "sandbox_private.h"

#include <stdio.h>

#include "../base/utf8.h"

/* Copy at most what fits, cut at a code point. */
static void copy_text(char out[GJ_ERROR_TEXT], const char *text, size_t length)
{
    if (length >= GJ_ERROR_TEXT)
        length = GJ_ERROR_TEXT - 1;
    if (length)
        memcpy(out, text, length);
    out[length] = '\0';
    /* A script may write any bytes: keep what is text. */
    size_t wrong = gj_utf8_check((gj_slice){ out, length });
    if (wrong != GJ_NOT_FOUND)
        out[wrong] = '\0';
}

static void keep_file(gj_sandbox *s, const char *source)
{
    const char *name = source && (source[0] == '@' || source[0] == '=') ? source + 1 : "?";
    copy_text(s->file, name, strlen(name));
}

void gj_sandbox_note_place(gj_sandbox *s)
{
    lua_Debug frame;
    if (!s->L || s->line)
        return;
    for (int level = 0; lua_getstack(s->L, level, &frame) && level < GJ_LUA_CALL_DEPTH; level++) {
        if (lua_getinfo(s->L, "Sl", &frame) && frame.currentline > 0) {
            keep_file(s, frame.source);
            s->line = (size_t)frame.currentline;
            return;
        }
    }
}

/* The line of a message that begins with "<name>:<line>: ", and where its text starts; 0 where it does not. */
static size_t line_after(const char *text, const char *name, const char **rest)
{
    size_t length = strlen(name), line = 0;
    if (strncmp(text, name, length) != 0 || text[length] != ':')
        return 0;
    const char *at = text + length + 1;
    for (; *at >= '0' && *at <= '9' && line < GJ_MAX_LINES; at++)
        line = line * 10 + (size_t)(*at - '0');
    if (at[0] != ':' || at[1] != ' ')
        return 0;
    *rest = at + 2;
    return line;
}

void gj_sandbox_keep(gj_sandbox *s, const char *text, const char *chunk)
{
    lua_Debug frame;
    const char *rest = text;
    for (int level = 0; !s->line && lua_getstack(s->L, level, &frame) && level < 16; level++) {
        if (!lua_getinfo(s->L, "S", &frame))
            continue;
        s->line = line_after(text, frame.short_src, &rest);
        if (s->line)
            keep_file(s, frame.source);
    }
    if (!s->line && chunk) {
        /* Lua shortens a long name from the left: compare the end that it kept. */
        size_t length = strlen(chunk);
        const char *dots = length >= LUA_IDSIZE ? strstr(text, ":") : NULL;
        s->line = line_after(text, chunk, &rest);
        if (!s->line && dots && strncmp(text, "...", 3) == 0) {
            char shown[LUA_IDSIZE];
            size_t width = (size_t)(dots - text) < LUA_IDSIZE ? (size_t)(dots - text) : LUA_IDSIZE - 1;
            memcpy(shown, text, width);
            shown[width] = '\0';
            s->line = line_after(text, shown, &rest);
        }
        copy_text(s->file, chunk, length);
    }
    copy_text(s->message, rest, strlen(rest));
    gj_sandbox_note_place(s);
}

int gj_sandbox_on_error(lua_State *L)
{
    gj_sandbox *s = gj_sandbox_of(L);
    if (s->killed != GJ_CALL_OK)
        return 1;
    s->line = 0;
    s->file[0] = '\0';
    char text[64];
    switch (lua_type(L, 1)) {
    case LUA_TSTRING:
        gj_sandbox_keep(s, lua_tostring(L, 1), NULL);
        return 1;
    case LUA_TNUMBER:
        if (lua_isinteger(L, 1))
            (void)snprintf(text, sizeof text, "error value %lld", (long long)lua_tointeger(L, 1));
        else
            (void)snprintf(text, sizeof text, "error value %.14g", (double)lua_tonumber(L, 1));
        break;
    default:
        (void)snprintf(text, sizeof text, "error value is a %s", lua_typename(L, lua_type(L, 1)));
    }
    gj_sandbox_keep(s, text, NULL);
    return 1;
}

gj_status gj_sandbox_explain(gj_sandbox *s, gj_call_end end, gj_error *err)
{
    gj_status status = end == GJ_CALL_ERROR ? GJ_RULES : GJ_LIMIT;
    switch (end) {
    case GJ_CALL_OK:
        return GJ_OK;
    case GJ_CALL_ERROR:
        gj_fail(err, status, GJ_NOWHERE, "脚本出错：%s", "script error: %s", s->message[0] ? s->message : "?");
        break;
    case GJ_CALL_STEPS:
        gj_fail(err, status, GJ_NOWHERE, "脚本运行超出步数上限（%ld）",
                "the script ran longer than its budget of %ld steps", s->budget);
        break;
    case GJ_CALL_MEMORY:
        if (s->starved)
            return gj_fail_nomem(err);
        gj_fail(err, status, GJ_NOWHERE, "脚本占用内存超出上限（共 %zu MiB，单个值 %zu KiB）",
                "the script used more memory than it may (%zu MiB in all, %zu KiB for one value)",
                GJ_LUA_MEMORY / GJ_MIB, GJ_LUA_BLOCK / GJ_KIB);
        break;
    case GJ_CALL_MATCHING:
        gj_fail(err, status, GJ_NOWHERE, "脚本的文字匹配超出上限：%s", "the script's matching went over its limit: %s",
                s->message[0] ? s->message : "too much text");
        break;
    }
    if (err) {
        err->line = s->line;
        gj_error_where(err, gj_slice_of(s->file));
    }
    return status;
}
