/* Life of a ruleset. */
#include "ruleset_private.h"

#include <lauxlib.h>
#include <stdlib.h>

#include "../base/digest.h"
#include "../bind/number.h"
#include "embedded.h"

/* text.number(s): the value of a numeral as people write it, or nil. */
static int text_number(lua_State *L)
{
    size_t length = 0;
    luaL_checktype(L, 1, LUA_TSTRING);
    const char *text = lua_tolstring(L, 1, &length);
    gj_decimal value;
    gj_sandbox_charge(L, length / 8);
    if (!gj_quantity_value(gj_slice_trim((gj_slice){ text, length }), &value))
        lua_pushnil(L);
    else if (value % GJ_ONE == 0)
        lua_pushinteger(L, (lua_Integer)(value / GJ_ONE));
    else
        lua_pushnumber(L, (lua_Number)value / (lua_Number)GJ_ONE);
    return 1;
}

/* The function that base.lua, blank.lua, notice.lua or desk.lua returns, loaded when it is first called: most runs never look at a case. Upvalues: the file,
 * whether it is built in, the function once there. */
static int lazy_function(lua_State *L)
{
    if (lua_isnil(L, lua_upvalueindex(3))) {
        const gj_rule_file *file = lua_touserdata(L, lua_upvalueindex(1));
        gj_error err;
        if (gj_sandbox_load(gj_sandbox_of(L), file->path, file->bytes, lua_toboolean(L, lua_upvalueindex(2)), &err) !=
            GJ_OK)
            return luaL_error(L, "%s:%d: %s", err.where, (int)err.line, err.en);
        lua_call(L, 0, 1);
        if (!lua_isfunction(L, -1))
            return luaL_error(L, "%s must return a function", file->path.data);
        lua_replace(L, lua_upvalueindex(3));
    }
    lua_pushvalue(L, lua_upvalueindex(3));
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
    return lua_gettop(L);
}

typedef struct base_job {
    gj_rule_file *file;
    bool builtin;
    int *reference;
} lazy_job;

static gj_status push_lazy(lua_State *L, void *context, gj_error *err)
{
    lazy_job *job = context;
    (void)err;
    lua_pushlightuserdata(L, job->file);
    lua_pushboolean(L, job->builtin);
    lua_pushnil(L);
    lua_pushcclosure(L, lazy_function, 3);
    *job->reference = luaL_ref(L, LUA_REGISTRYINDEX);
    return GJ_OK;
}

static gj_status set_lazy(gj_loader *l, gj_slice name, int *reference)
{
    lazy_job job = { GJ_NEW(l->arena, gj_rule_file), l->folder.len == 0, reference };
    if (!job.file)
        return gj_fail_nomem(l->err);
    GJ_TRY(gj_rule_file_open(l, name, job.file));
    if (!job.builtin)
        job.file->bytes = gj_arena_copy(l->arena, job.file->bytes);
    if (!job.file->bytes.data)
        return gj_fail_nomem(l->err);
    return gj_sandbox_protected(l->ruleset->sandbox, 0, 0, push_lazy, &job, l->err);
}

/* lib = {}, filled while the lib files load. */
static gj_status push_lib(lua_State *L, void *context, gj_error *err)
{
    gj_loader *l = context;
    (void)err;
    lua_createtable(L, 0, 8);
    lua_pushvalue(L, -1);
    (void)gj_sandbox_share(l->ruleset->sandbox, "lib");
    gj_sandbox_plain(L, -1);
    l->lib = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_settop(L, 0);
    return GJ_OK;
}

/* The digest of a ruleset with others added covers them all, in order. */
static gj_status add_digest(gj_loader *l)
{
    char own[65];
    GJ_TRY(gj_rule_files_digest(l, own));
    if (!l->addition) {
        memcpy(l->ruleset->digest, own, sizeof own);
        return GJ_OK;
    }
    gj_digest both;
    gj_digest_init(&both);
    gj_digest_field(&both, gj_slice_of(l->ruleset->digest));
    gj_digest_field(&both, gj_slice_of(own));
    gj_digest_hex(&both, l->ruleset->digest);
    return GJ_OK;
}

static gj_status load_folder(gj_loader *l, gj_slice folder)
{
    gj_pack pack = { .id = { NULL, 0 } };
    while (folder.len > 1 && folder.data[folder.len - 1] == '/')
        folder.len--;
    l->folder = folder;
    gj_matcher_strict(l->ruleset->matcher, folder.len ? GJ_WHEN_GIVEN_ALL : GJ_WHEN_MATCHED);
    GJ_TRY(gj_pack_load(l, &pack));
    if (pack.base.len)
        GJ_TRY(set_lazy(l, pack.base, &l->ruleset->base));
    if (pack.blank.len)
        GJ_TRY(set_lazy(l, pack.blank, &l->ruleset->blank));
    if (pack.notice.len)
        GJ_TRY(set_lazy(l, pack.notice, &l->ruleset->notice));
    if (pack.desk.len)
        GJ_TRY(set_lazy(l, pack.desk, &l->ruleset->desk));
    return add_digest(l);
}

static void fill(gj_loader *l)
{
    gj_ruleset *r = l->ruleset;
    r->rules = l->rules.items;
    r->rule_count = l->rules.count;
    r->collection = l->collection.items;
    r->collection_count = l->collection.count;
    for (size_t i = 0; i < r->collection_count; i++)
        r->collection[i].index = r->rule_count + i;
    r->clauses = l->clauses.items;
    r->clause_count = l->clauses.count;
    l->forms->forms = l->form_list.items;
    l->forms->form_count = l->form_list.count;
    l->forms->issuers = l->issuers.items;
    l->forms->issuer_count = l->issuers.count;
    l->forms->claims = l->claims.items;
    l->forms->claim_count = l->claims.count;
    r->forms = l->forms;
    r->words.lists = l->words.items;
    r->words.list_count = l->words.count;
}

static gj_status load_all(gj_loader *l, gj_slice folder, const gj_slice *with, size_t with_count)
{
    static const luaL_Reg text[] = { { "number", text_number }, { NULL, NULL } };
    gj_ruleset *r = l->ruleset;
    GJ_TRY(gj_sandbox_extend(r->sandbox, "text", text, l->err));
    GJ_TRY(gj_sandbox_protected(r->sandbox, 0, 0, push_lib, l, l->err));
    l->guarded = with_count > 0;
    GJ_TRY(load_folder(l, folder));
    l->addition = true;
    for (size_t i = 0; i < with_count; i++)
        GJ_TRY(load_folder(l, with[i]));
    if (folder.len == 0 && with_count == 0) {
        gj_matcher_strict(r->matcher, GJ_WHEN_GIVEN);
        gj_sandbox_trust(r->sandbox);
    }
    GJ_TRY(gj_ruleset_check(l));
    fill(l);
    return GJ_OK;
}

static gj_status build(gj_ruleset *r, gj_slice folder, const gj_slice *with, size_t with_count, bool cases,
                       gj_error *err)
{
    r->base = r->blank = r->notice = r->desk = LUA_NOREF;
    r->arena = gj_arena_new(0);
    gj_loader l = { .ruleset = r, .arena = r->arena, .err = err, .sources = gj_arena_new(0), .cases = cases };
    gj_status status = r->arena && l.sources ? gj_matcher_new(&r->matcher, err) : gj_fail_nomem(err);
    if (status == GJ_OK && folder.len == 0)
        gj_matcher_use(r->matcher, &gj_embedded_patterns);
    if (status == GJ_OK)
        status = gj_sandbox_new(r->matcher, &r->sandbox, err);
    if (status == GJ_OK) {
        r->origin = gj_arena_copy(r->arena, folder.len ? folder : GJ_LIT("builtin"));
        l.forms = GJ_NEW(r->arena, gj_forms);
        status = r->origin.data && l.forms ? load_all(&l, folder, with, with_count) : gj_fail_nomem(err);
    }
    gj_arena_free(l.sources);
    return status;
}

static gj_status open_ruleset(gj_slice folder, const gj_slice *with, size_t with_count, bool cases, gj_ruleset **out,
                              gj_error *err)
{
    gj_error own;
    gj_ruleset *r = calloc(1, sizeof *r);
    err = err ? err : &own;
    if (!r)
        return gj_fail_nomem(err);
    gj_status status = build(r, folder, with, with_count, cases, err);
    if (status != GJ_OK) {
        gj_ruleset_close(r);
        return status;
    }
    *out = r;
    return GJ_OK;
}

gj_status gj_ruleset_open(gj_slice folder, const gj_slice *with, size_t with_count, gj_ruleset **out, gj_error *err)
{
    return open_ruleset(folder, with, with_count, false, out, err);
}

gj_status gj_ruleset_open_with_cases(gj_slice folder, const gj_slice *with, size_t with_count, gj_ruleset **out,
                                     gj_error *err)
{
    return open_ruleset(folder, with, with_count, true, out, err);
}

void gj_ruleset_close(gj_ruleset *r)
{
    if (!r)
        return;
    gj_sandbox_free(r->sandbox);
    gj_matcher_free(r->matcher);
    gj_arena_free(r->arena);
    free(r);
}
