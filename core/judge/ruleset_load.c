/* Loading one folder of a ruleset: pack, clauses, forms, issuers, claims, lib, rules, in this order. Each file runs in the sandbox and
 * returns a table, which C then reads under the same limits; a rule file returns nothing and calls rule{…}. */
#include "ruleset_private.h"

#include <stdio.h>

/* What to do with the table that a file returned; it stands at fields->index. */
typedef gj_status (*table_reader)(gj_fields *fields, gj_loader *loader, void *context);

typedef struct reading {
    gj_loader *loader;
    table_reader read;
    void *context;
} reading;

/* Checked when the binary was built, and holding no read-only tables. */
static bool is_trusted(const gj_loader *l)
{
    return l->folder.len == 0 && !l->guarded;
}

static gj_status read_returned(lua_State *L, void *context, gj_error *err)
{
    const reading *r = context;
    gj_fields f = { .L = L,
                    .index = 1,
                    .arena = r->loader->arena,
                    .where = r->loader->file->path.data,
                    .status = GJ_RULES,
                    .err = err,
                    .trusted = is_trusted(r->loader) };
    gj_status status = lua_istable(L, 1)
                           ? r->read(&f, r->loader, r->context)
                           : gj_fail(err, GJ_RULES, GJ_NOWHERE, "文件应 return 一个表", "the file must return a table");
    if (status != GJ_OK)
        gj_error_where(err, r->loader->file->path);
    return status;
}

/* Run a file; leaves one value on the stack. */
static gj_status run(gj_loader *l, const gj_rule_file *file)
{
    gj_sandbox *sandbox = l->ruleset->sandbox;
    GJ_TRY(gj_sandbox_load(sandbox, file->path, file->bytes, l->folder.len == 0, l->err));
    l->failed = GJ_OK;
    gj_call_end end = gj_sandbox_call(sandbox, 0, 1, l->folder.len ? GJ_LUA_LOAD_STEPS : 0, l->err);
    if (l->failed != GJ_OK) {
        if (end == GJ_CALL_OK)
            lua_pop(gj_sandbox_state(sandbox), 1);
        *l->err = l->failure;
        return l->failed;
    }
    return end == GJ_CALL_OK ? GJ_OK : l->err->status;
}

/* Push what the file returned before, if it was a form's. */
static bool push_form(gj_loader *l, gj_slice name)
{
    for (size_t i = 0; i < l->kept_forms.count; i++) {
        if (gj_slice_equal(l->kept_forms.items[i].name, name)) {
            lua_rawgeti(gj_sandbox_state(l->ruleset->sandbox), LUA_REGISTRYINDEX, l->kept_forms.items[i].table);
            return true;
        }
    }
    return false;
}

static gj_status read_file(gj_loader *l, gj_slice name, table_reader read, void *context)
{
    gj_rule_file file;
    GJ_TRY(gj_rule_file_open(l, name, &file));
    l->file = &file;
    gj_status status = push_form(l, name) ? GJ_OK : run(l, &file);
    if (status == GJ_OK) {
        reading r = { l, read, context };
        status = gj_sandbox_protected(l->ruleset->sandbox, 1, 0, read_returned, &r, l->err);
    }
    l->file = NULL;
    return status;
}

static gj_status read_pack(gj_fields *f, gj_loader *l, void *context)
{
    return gj_pack_read(f, l->addition, context);
}

static gj_status read_clauses(gj_fields *f, gj_loader *l, void *context)
{
    (void)context;
    return gj_clauses_read(f, l);
}

static gj_status read_measured(gj_fields *f, gj_loader *l, void *context)
{
    (void)context;
    return gj_measured_read(f, l);
}

static gj_status read_form(gj_fields *f, gj_loader *l, void *context)
{
    gj_form form;
    (void)context;
    GJ_TRY(gj_form_from_lua(f, &form));
    for (size_t i = 0; i < l->form_list.count; i++)
        if (gj_slice_equal(l->form_list.items[i].id, form.id))
            return gj_field_fail(f, "id", "已有同编号的格式", "another form has it too");
    gj_form *kept = GJ_PUSH(l->arena, &l->form_list);
    gj_kept_form *table = kept ? GJ_PUSH(l->sources, &l->kept_forms) : NULL;
    if (!table)
        return gj_fail_nomem(f->err);
    *kept = form;
    lua_pushvalue(f->L, f->index);
    *table = (gj_kept_form){ l->file->name, luaL_ref(f->L, LUA_REGISTRYINDEX) };
    return GJ_OK;
}

static gj_status read_issuers(gj_fields *f, gj_loader *l, void *context)
{
    gj_issuer_rule *rules = NULL;
    size_t count = 0;
    (void)context;
    GJ_TRY(gj_issuers_from_lua(f, l->ruleset->matcher, &rules, &count));
    for (size_t i = 0; i < count; i++) {
        gj_issuer_rule *kept = GJ_PUSH(l->arena, &l->issuers);
        if (!kept)
            return gj_fail_nomem(f->err);
        *kept = rules[i];
    }
    return GJ_OK;
}

static gj_status read_claims(gj_fields *f, gj_loader *l, void *context)
{
    gj_claim_kind *kinds = NULL;
    size_t count = 0;
    (void)context;
    GJ_TRY(gj_claims_from_lua(f, l->ruleset->matcher, &kinds, &count));
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < l->claims.count; k++)
            if (gj_slice_equal(l->claims.items[k].key, kinds[i].key))
                return gj_field_fail(f, kinds[i].key.data, "已有同名的数字种类", "another claim has this key too");
        gj_claim_kind *kept = GJ_PUSH(l->arena, &l->claims);
        if (!kept)
            return gj_fail_nomem(f->err);
        *kept = kinds[i];
    }
    return GJ_OK;
}

static gj_status read_relations(gj_fields *f, gj_loader *l, void *context)
{
    (void)context;
    return gj_joints_from_lua(f, &l->forms->joints);
}

/* The part of a name after its last '/'. */
static gj_slice basename_of(gj_slice name)
{
    size_t begin = name.len;
    while (begin > 0 && name.data[begin - 1] != '/')
        begin--;
    return gj_slice_sub(name, begin, name.len);
}

/* lib.<basename> = the table, read-only. The ruleset inside the binary, when it is alone, goes without the guard: its tests run from
 * the folder, where a write is an error. */
static gj_status keep_lib(gj_fields *f, gj_loader *l, void *context)
{
    gj_slice name = basename_of(*(const gj_slice *)context);
    lua_State *L = f->L;
    lua_pushvalue(L, f->index);
    if (!f->trusted)
        gj_sandbox_freeze(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, l->lib);
    lua_pushlstring(L, name.data, name.len);
    if (lua_rawget(L, -2) != LUA_TNIL) {
        (void)gj_fail(f->err, GJ_RULES, GJ_NOWHERE, "已有 lib.%.*s", "there is a lib.%.*s already", GJ_ARG(name));
        gj_error_where(f->err, l->file->path);
        return GJ_RULES;
    }
    lua_pop(L, 1);
    lua_pushlstring(L, name.data, name.len);
    lua_pushvalue(L, f->index);
    lua_rawset(L, -3);
    return GJ_OK;
}

/* A word list is a library too. */
static gj_status keep_words(gj_fields *f, gj_loader *l, void *context)
{
    GJ_TRY(gj_word_list_check(f));
    GJ_TRY(keep_lib(f, l, context));
    gj_word_list *list = GJ_PUSH(l->arena, &l->words);
    if (!list)
        return gj_fail_nomem(f->err);
    list->name = gj_arena_copy(l->arena, basename_of(*(const gj_slice *)context));
    lua_pushvalue(f->L, f->index);
    list->table = luaL_ref(f->L, LUA_REGISTRYINDEX);
    return list->name.data ? GJ_OK : gj_fail_nomem(f->err);
}

/* "rules/zfxxgk/t3.lua: rule T3-002", or the line where there is no id. */
static gj_slice place_of(lua_State *L, gj_loader *l)
{
    lua_Debug frame;
    int line = lua_getstack(L, 1, &frame) && lua_getinfo(L, "l", &frame) ? frame.currentline : 0;
    gj_sandbox_plain(L, 1);
    lua_pushliteral(L, "id");
    const char *id = lua_rawget(L, -2) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
    gj_slice where = id ? gj_arena_format(l->arena, "%.*s: rule %s", GJ_ARG(l->file->path), id)
                        : gj_arena_format(l->arena, "%.*s:%d: rule", GJ_ARG(l->file->path), line);
    lua_pop(L, 2);
    return where;
}

/* "t3/balance.lua": the path without the folder. */
static gj_slice basename_of_path(const gj_rule_file *file)
{
    return gj_slice_sub(file->path, file->path.len - file->name.len - strlen(".lua"), file->path.len);
}

static gj_status add_rule(lua_State *L, gj_loader *l)
{
    gj_rule rule = { .index = l->rules.count, .applies = LUA_NOREF, .check = LUA_NOREF, .cases = LUA_NOREF };
    bool trusted = is_trusted(l);
    gj_slice where = trusted ? l->file->path : place_of(L, l);
    rule.file = basename_of_path(l->file);
    if (!where.data)
        return gj_fail_nomem(&l->failure);
    gj_fields f = { .L = L,
                    .index = 1,
                    .arena = l->arena,
                    .where = where.data,
                    .status = GJ_RULES,
                    .err = &l->failure,
                    .trusted = trusted };
    if (l->rules.count + l->collection.count >= GJ_MAX_RULES)
        return gj_field_fail(&f, "id", "规则太多", "there are too many rules");
    GJ_TRY(gj_rule_read(&f, l, &rule));
    gj_rule *kept = l->collecting ? GJ_PUSH(l->arena, &l->collection) : GJ_PUSH(l->arena, &l->rules);
    if (!kept)
        return gj_fail_nomem(&l->failure);
    *kept = rule;
    return GJ_OK;
}

/* The global `rule`. Its upvalue points to the loader and is emptied when loading is done, for a file may keep the function. */
static int declare_rule(lua_State *L)
{
    gj_loader *l = *(gj_loader **)lua_touserdata(L, lua_upvalueindex(1));
    if (!l || !l->file)
        return luaL_error(L, "rule{...} may be called only while the ruleset loads");
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    gj_status status = add_rule(L, l);
    if (status == GJ_OK)
        return 0;
    l->failed = status;
    return luaL_error(L, "the rule breaks its contract");
}

static gj_status open_door(lua_State *L, void *context, gj_error *err)
{
    gj_loader *l = context;
    (void)err;
    l->door = lua_newuserdatauv(L, sizeof *l->door, 0);
    *l->door = l;
    lua_pushcclosure(L, declare_rule, 1);
    (void)gj_sandbox_share(l->ruleset->sandbox, "rule");
    return GJ_OK;
}

static gj_status load_rules(gj_loader *l, const gj_pack *p)
{
    lua_State *L = gj_sandbox_state(l->ruleset->sandbox);
    GJ_TRY(gj_sandbox_protected(l->ruleset->sandbox, 0, 0, open_door, l, l->err));
    gj_status status = GJ_OK;
    for (size_t i = 0; i < p->rule_count + p->collection_count && status == GJ_OK; i++) {
        gj_rule_file file;
        l->collecting = i >= p->rule_count;
        status = gj_rule_file_open(l, l->collecting ? p->collection[i - p->rule_count] : p->rules[i], &file);
        l->file = &file;
        if (status == GJ_OK)
            status = run(l, &file);
        if (status == GJ_OK)
            lua_pop(L, 1);
        l->file = NULL;
    }
    *l->door = NULL;
    lua_pushnil(L);
    return gj_sandbox_share(l->ruleset->sandbox, "rule") == GJ_OK || status != GJ_OK ? status : gj_fail_nomem(l->err);
}

static gj_status set_pattern(gj_loader *l, gj_slice source, gj_pattern **out)
{
    return source.len ? gj_pattern_new(l->ruleset->matcher, source, false, out, l->err) : GJ_OK;
}

/* What only the main ruleset says. */
static gj_status take_pack(gj_loader *l, const gj_pack *p)
{
    gj_ruleset *r = l->ruleset;
    r->id = p->id;
    r->version = p->version;
    r->name = p->name;
    l->forms->report_hints = p->hints;
    l->forms->report_hint_count = p->hint_count;
    l->forms->section_rule = p->section_owner;
    l->forms->issuer_rule = p->issuer_owner;
    l->forms->out_of_scope_rule = p->scope_owner;
    gj_status status = set_pattern(l, p->title, &l->forms->title);
    if (status == GJ_OK)
        status = set_pattern(l, p->other_year, &l->forms->other_year);
    gj_error_where(l->err, status == GJ_OK ? (gj_slice){ NULL, 0 } : l->folder);
    return status;
}

gj_status gj_pack_load(gj_loader *l, gj_pack *p)
{
    l->files.count = 0;
    l->kept_forms.count = 0;
    GJ_TRY(read_file(l, GJ_LIT("pack"), read_pack, p));
    if (!l->addition)
        GJ_TRY(take_pack(l, p));
    if (p->clauses.len)
        GJ_TRY(read_file(l, p->clauses, read_clauses, NULL));
    for (size_t i = 0; i < p->form_count; i++)
        GJ_TRY(read_file(l, p->forms[i], read_form, NULL));
    if (p->issuers.len)
        GJ_TRY(read_file(l, p->issuers, read_issuers, NULL));
    if (p->claims.len)
        GJ_TRY(read_file(l, p->claims, read_claims, NULL));
    if (p->relations.len)
        GJ_TRY(read_file(l, p->relations, read_relations, NULL));
    for (size_t i = 0; i < p->lib_count; i++)
        GJ_TRY(read_file(l, p->libs[i], keep_lib, &p->libs[i]));
    for (size_t i = 0; i < p->word_count; i++)
        GJ_TRY(read_file(l, p->words[i], keep_words, &p->words[i]));
    GJ_TRY(load_rules(l, p));
    if (!p->measured.len || !(l->cases || l->folder.len))
        return GJ_OK;
    GJ_TRY(read_file(l, p->measured, read_measured, NULL));
    l->files.count--; /* not of the ruleset's identity: measuring a ruleset does not make it another */
    return GJ_OK;
}
