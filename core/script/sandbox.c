/* Life of a sandbox, and the ways into it. */
#include "sandbox_private.h"

#include <stdio.h>
#include <stdlib.h>

const char gj_slots[GJ_SLOT_COUNT];

gj_sandbox *gj_sandbox_of(lua_State *L)
{
    return *(gj_sandbox **)lua_getextraspace(L);
}

lua_State *gj_sandbox_state(gj_sandbox *s)
{
    return s->L;
}

long gj_sandbox_steps(const gj_sandbox *s)
{
    return s->used;
}

size_t gj_sandbox_memory(const gj_sandbox *s, size_t *peak)
{
    if (peak)
        *peak = s->peak;
    return s->bytes;
}

gj_slice gj_sandbox_string(lua_State *L, int index)
{
    size_t length = 0;
    luaL_checktype(L, index, LUA_TSTRING);
    const char *text = lua_tolstring(L, index, &length);
    return (gj_slice){ text, length };
}

static gj_status open_libraries(lua_State *L, void *context, gj_error *err)
{
    (void)context;
    (void)err;
    gj_sandbox_open_libraries(L);
    return GJ_OK;
}

gj_status gj_sandbox_new(gj_matcher *matcher, gj_sandbox **out, gj_error *err)
{
    gj_sandbox *s = calloc(1, sizeof *s);
    if (!s)
        return gj_fail_nomem(err);
    s->matcher = matcher;
    s->scratch = gj_arena_new(0);
    s->L = s->scratch ? lua_newstate(gj_sandbox_allocate, s) : NULL;
    if (!s->L) {
        gj_sandbox_free(s);
        return gj_fail_nomem(err);
    }
    *(gj_sandbox **)lua_getextraspace(s->L) = s;
    lua_gc(s->L, LUA_GCSTOP);
    gj_status status = gj_sandbox_protected(s, 0, 0, open_libraries, NULL, err);
    if (status != GJ_OK) {
        gj_sandbox_free(s);
        return status;
    }
    s->settled = s->bytes;
    *out = s;
    return GJ_OK;
}

void gj_sandbox_free(gj_sandbox *s)
{
    if (!s)
        return;
    gj_lua_pool_clear(&s->pool); /* in place of lua_close: there are no finalizers to run */
    gj_arena_free(s->scratch);
    free(s);
}

/* The end of a call by lua_pcall's result, with the killed flag going before: an operation may have lived through a refusal. */
static gj_call_end end_of(gj_sandbox *s, int result)
{
    if (s->killed != GJ_CALL_OK)
        return s->killed;
    if (result == LUA_OK)
        return GJ_CALL_OK;
    return result == LUA_ERRMEM ? GJ_CALL_MEMORY : GJ_CALL_ERROR;
}

static gj_call_end enter(gj_sandbox *s, int arguments, int results, long steps, gj_status *status, gj_error *err)
{
    lua_State *L = s->L;
    int base = lua_gettop(L) - arguments;
    if (s->running || !lua_checkstack(L, 4)) {
        lua_settop(L, base - 1);
        *status = gj_fail(err, GJ_INTERNAL, GJ_NOWHERE, "脚本环境不能重入", "the sandbox cannot be entered twice");
        return GJ_CALL_ERROR;
    }
    lua_pushcfunction(L, gj_sandbox_on_error);
    lua_insert(L, base);
    gj_sandbox_begin(s, steps);
    gj_call_end end = end_of(s, lua_pcall(L, arguments, results, base));
    if (end == GJ_CALL_OK)
        lua_remove(L, base);
    else
        lua_settop(L, base - 1);
    gj_sandbox_end(s);
    *status = gj_sandbox_explain(s, end, err);
    return end;
}

gj_call_end gj_sandbox_call(gj_sandbox *s, int arguments, int results, long steps, gj_error *err)
{
    gj_status status;
    return enter(s, arguments, results, steps, &status, err);
}

typedef struct job {
    gj_sandbox_work work;
    void *context;
    gj_error *err;
    int results;
    gj_status status;
} job;

/* Below the arguments stands the job; what the work leaves on top of the stack are the results. */
static int run_job(lua_State *L)
{
    job *j = lua_touserdata(L, 1);
    lua_remove(L, 1);
    j->status = j->work(L, j->context, j->err);
    return j->status == GJ_OK ? j->results : 0;
}

gj_status gj_sandbox_protected(gj_sandbox *s, int arguments, int results, gj_sandbox_work work, void *context,
                               gj_error *err)
{
    lua_State *L = s->L;
    job j = { work, context, err, results, GJ_INTERNAL };
    gj_status status;
    int base = lua_gettop(L) - arguments;
    if (!lua_checkstack(L, 4)) {
        lua_settop(L, base);
        return gj_fail_nomem(err);
    }
    lua_pushcfunction(L, run_job);
    lua_insert(L, base + 1);
    lua_pushlightuserdata(L, &j);
    lua_insert(L, base + 2);
    if (enter(s, arguments + 1, results, GJ_LUA_LOAD_STEPS, &status, err) != GJ_CALL_OK)
        return status;
    if (j.status != GJ_OK)
        lua_settop(L, base);
    return j.status;
}

typedef struct source {
    gj_slice name, bytes;
    bool builtin;
} source;

/* Own environment: reads fall through to what is shared, writes raise. */
static void push_environment(lua_State *L)
{
    lua_createtable(L, 0, 0);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &gj_slots[GJ_SLOT_ENVIRONMENT]);
    lua_setmetatable(L, -2);
}

static gj_status load(lua_State *L, void *context, gj_error *err)
{
    const source *file = context;
    gj_sandbox *s = gj_sandbox_of(L);
    char chunk[GJ_ERROR_TEXT];
    (void)snprintf(chunk, sizeof chunk, "@%.*s", GJ_ARG(file->name));
    gj_slice bytes = file->bytes;
    if (!file->builtin && gj_slice_starts(bytes, GJ_LIT("\xEF\xBB\xBF")))
        bytes = gj_slice_sub(bytes, 3, bytes.len);
    int result = luaL_loadbufferx(L, bytes.data ? bytes.data : "", bytes.len, chunk, file->builtin ? "bt" : "t");
    if (result == LUA_ERRMEM) {
        lua_pop(L, 1);
        return gj_sandbox_explain(s, GJ_CALL_MEMORY, err);
    }
    if (result != LUA_OK) {
        s->line = 0;
        gj_sandbox_keep(s, lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "?", chunk + 1);
        lua_pop(L, 1);
        return gj_sandbox_explain(s, GJ_CALL_ERROR, err);
    }
    push_environment(L);
    if (!lua_setupvalue(L, -2, 1)) {
        lua_pop(L, 2);
        return gj_fail(err, GJ_INTERNAL, GJ_NOWHERE, "字节码无环境", "bytecode without environment");
    }
    return GJ_OK;
}

gj_status gj_sandbox_load(gj_sandbox *s, gj_slice name, gj_slice bytes, bool builtin, gj_error *err)
{
    source file = { name, bytes, builtin };
    if (!builtin && bytes.len > GJ_MAX_RULE_FILE) {
        (void)gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "脚本文件太大（上限 %zu KiB）",
                      "the script file is too large (at most %zu KiB)", GJ_MAX_RULE_FILE / GJ_KIB);
        gj_error_where(err, name);
        return GJ_LIMIT;
    }
    return s->running ? load(s->L, &file, err) : gj_sandbox_protected(s, 0, 1, load, &file, err);
}
