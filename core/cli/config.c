#include "config.h"

#include <errno.h>
#include <fnmatch.h>
#include <lauxlib.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/digest.h"
#include "../base/file.h"
#include "../script/fields.h"
#include "../store/sql.h"
#include "cli.h"

static const char *const severities[] = { "info", "warning", "error", "off", NULL };
static const char *const top_fields[] = { "rules", "with",       "level",   "kind",   "scope",  "province",
                                          "unit",  "year",       "fail_on", "select", "ignore", "severity",
                                          "paths", "exceptions", "profile", "prior",  "ledger", NULL };
static const char *const path_fields[] = { "match",  "level",  "kind",     "scope",   "province", "unit", "year",
                                           "select", "ignore", "severity", "profile", "prior",    NULL };
static const char *const exception_fields[] = { "rule",   "path",     "fingerprint", "cell",
                                                "reason", "approver", "expires",     NULL };

static gj_slice folder_of(gj_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return gj_arena_copy(arena, GJ_LIT(""));
    return gj_arena_copy(arena, (gj_slice){ path, slash == path ? 1 : (size_t)(slash - path) });
}

static gj_slice resolve(gj_arena *arena, gj_slice folder, gj_slice path)
{
    if (folder.len == 0 || (path.len && path.data[0] == '/'))
        return gj_arena_copy(arena, path);
    return gj_arena_format(arena, "%.*s/%.*s", GJ_ARG(folder), GJ_ARG(path));
}

static int by_length(const void *a, const void *b)
{
    const gj_severity_override *x = a, *y = b;
    if (x->selector.len != y->selector.len)
        return x->selector.len < y->selector.len ? -1 : 1;
    return gj_slice_compare(x->selector, y->selector);
}

static gj_status read_severities(gj_fields *f, gj_config_path *out)
{
    lua_State *L = f->L;
    if (lua_getfield(L, f->index, "severity") == LUA_TNIL) {
        lua_pop(L, 1);
        return GJ_OK;
    }
    if (!lua_istable(L, -1)) {
        lua_pop(L, 1);
        return gj_field_fail(f, "severity", "应为表：{ [\"规则\"] = \"级别\" }",
                             "must be a table: { [\"rule\"] = \"level\" }");
    }
    GJ_LIST(gj_severity_override) list = { 0 };
    int table = lua_gettop(L);
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        int chosen = -1;
        if (lua_type(L, -2) == LUA_TSTRING && lua_type(L, -1) == LUA_TSTRING)
            for (int i = 0; severities[i]; i++)
                if (strcmp(severities[i], lua_tostring(L, -1)) == 0)
                    chosen = i;
        if (chosen < 0) {
            lua_settop(L, table - 1);
            return gj_field_fail(f, "severity", "每一项应为 [\"规则编号或前缀\"] = \"error|warning|info|off\"",
                                 "every entry must be [\"rule id or prefix\"] = \"error|warning|info|off\"");
        }
        gj_severity_override *override = GJ_PUSH(f->arena, &list);
        if (!override)
            return gj_fail_nomem(f->err);
        override->selector = gj_arena_copy(f->arena, gj_slice_of(lua_tostring(L, -2)));
        override->off = chosen == 3;
        override->severity = chosen == 3 ? GJ_INFO : (gj_severity)chosen;
        if (!override->selector.data)
            return gj_fail_nomem(f->err);
    }
    lua_settop(L, table - 1);
    if (list.count)
        qsort(list.items, list.count, sizeof *list.items, by_length);
    out->overrides = list.items;
    out->override_count = list.count;
    return GJ_OK;
}

static gj_status read_path(gj_fields *f, gj_slice folder, gj_config_path *out)
{
    GJ_TRY(gj_field_optional(f, "prior", &out->prior));
    if (out->prior.len) {
        out->prior = resolve(f->arena, folder, out->prior);
        if (!out->prior.data)
            return gj_fail_nomem(f->err);
    }
    GJ_TRY(gj_field_optional(f, "level", &out->level));
    GJ_TRY(gj_field_optional(f, "kind", &out->kind));
    GJ_TRY(gj_field_optional(f, "scope", &out->scope));
    GJ_TRY(gj_field_optional(f, "province", &out->province));
    GJ_TRY(gj_field_optional(f, "unit", &out->unit));
    GJ_TRY(gj_field_int(f, "year", false, &out->year));
    out->profile = -1;
    GJ_TRY(gj_field_choice(f, "profile", gj_option_words[GJ_OPT_PROFILE], false, &out->profile));
    GJ_TRY(gj_field_strings(f, "select", false, &out->select, &out->select_count));
    GJ_TRY(gj_field_strings(f, "ignore", false, &out->ignore, &out->ignore_count));
    return read_severities(f, out);
}

static gj_status read_exception(gj_fields *f, gj_config_exception *out)
{
    GJ_TRY(gj_fields_known(f, exception_fields));
    GJ_TRY(gj_field_string(f, "rule", &out->exception.rule));
    GJ_TRY(gj_field_optional(f, "path", &out->path));
    GJ_TRY(gj_field_optional(f, "fingerprint", &out->exception.fingerprint));
    GJ_TRY(gj_field_optional(f, "cell", &out->exception.cell));
    GJ_TRY(gj_field_string(f, "reason", &out->exception.reason));
    GJ_TRY(gj_field_string(f, "approver", &out->exception.approver));
    return gj_field_optional(f, "expires", &out->exception.expires);
}

typedef gj_status (*item_reader)(gj_fields *f, void *list);

/* Each table of the array field `name`, with errors that say which one. */
static gj_status each(gj_fields *f, const char *name, item_reader read, void *list)
{
    lua_State *L = f->L;
    if (lua_getfield(L, f->index, name) == LUA_TNIL) {
        lua_pop(L, 1);
        return GJ_OK;
    }
    if (!lua_istable(L, -1)) {
        lua_pop(L, 1);
        return gj_field_fail(f, name, "应为列表", "must be a list");
    }
    int table = lua_gettop(L);
    lua_Integer count = (lua_Integer)lua_rawlen(L, table);
    for (lua_Integer i = 1; i <= count; i++) {
        gj_slice where = gj_arena_format(f->arena, "%s: %s[%d]", f->where, name, (int)i);
        if (!where.data)
            return gj_fail_nomem(f->err);
        if (lua_rawgeti(L, table, i) != LUA_TTABLE) {
            lua_settop(L, table - 1);
            return gj_field_fail(f, name, "每一项应为表", "every entry must be a table");
        }
        gj_fields item = *f;
        item.index = lua_gettop(L);
        item.where = where.data;
        GJ_TRY(read(&item, list));
        lua_settop(L, table);
    }
    lua_settop(L, table - 1);
    return GJ_OK;
}

typedef struct path_list {
    GJ_LIST(gj_config_path);
    gj_slice folder; /* of the config */
} path_list;
typedef GJ_LIST(gj_config_exception) exception_list;

static gj_status read_path_item(gj_fields *f, void *list)
{
    gj_config_path *path = GJ_PUSH(f->arena, (path_list *)list);
    if (!path)
        return gj_fail_nomem(f->err);
    GJ_TRY(gj_fields_known(f, path_fields));
    GJ_TRY(gj_field_string(f, "match", &path->match));
    return read_path(f, ((path_list *)list)->folder, path);
}

static gj_status read_exception_item(gj_fields *f, void *list)
{
    gj_config_exception *exception = GJ_PUSH(f->arena, (exception_list *)list);
    return exception ? read_exception(f, exception) : gj_fail_nomem(f->err);
}

/* A config may come from a stranger: it may not make us connect to a server. */
static gj_status read_ledger(gj_fields *f, gj_config *config)
{
    GJ_TRY(gj_field_optional(f, "ledger", &config->ledger));
    if (!config->ledger.len)
        return GJ_OK;
    if (gj_sql_is_server(config->ledger))
        return gj_field_fail(f, "ledger", "只能写台账文件；服务器上的台账请用 --prior 给出",
                             "must be a file; name a ledger on a server with --prior");
    config->ledger = resolve(f->arena, config->folder, config->ledger);
    return config->ledger.data ? GJ_OK : gj_fail_nomem(f->err);
}

static gj_status read_table(gj_fields *f, gj_config *config)
{
    GJ_TRY(gj_fields_known(f, top_fields));
    GJ_TRY(gj_field_optional(f, "rules", &config->rules));
    GJ_TRY(gj_field_strings(f, "with", false, &config->with, &config->with_count));
    if (config->rules.len)
        config->rules = resolve(f->arena, config->folder, config->rules);
    for (size_t i = 0; i < config->with_count; i++)
        config->with[i] = resolve(f->arena, config->folder, config->with[i]);
    GJ_TRY(read_ledger(f, config));
    int chosen = -1;
    GJ_TRY(gj_field_choice(f, "fail_on", gj_option_words[GJ_OPT_FAIL_ON], false, &chosen));
    if (chosen >= 0)
        config->fail_on = gj_slice_of(gj_option_words[GJ_OPT_FAIL_ON][chosen]);
    path_list paths = { .folder = config->folder };
    gj_config_path *top = GJ_PUSH(f->arena, &paths);
    if (!top)
        return gj_fail_nomem(f->err);
    GJ_TRY(read_path(f, config->folder, top));
    GJ_TRY(each(f, "paths", read_path_item, &paths));
    exception_list exceptions = { 0 };
    GJ_TRY(each(f, "exceptions", read_exception_item, &exceptions));
    config->paths = paths.items;
    config->path_count = paths.count;
    config->exceptions = exceptions.items;
    config->exception_count = exceptions.count;
    return GJ_OK;
}

typedef struct reading {
    gj_fields fields;
    gj_config *config;
    gj_status status;
} reading;

/* Lua allocates while fields are read, so this too runs as a protected call: (table, reading). */
static int read_protected(lua_State *L)
{
    reading *r = lua_touserdata(L, 2);
    r->fields.L = L;
    r->fields.index = 1;
    r->status = lua_istable(L, 1) ? read_table(&r->fields, r->config)
                                  : gj_fail(r->fields.err, GJ_USAGE, GJ_NOWHERE, "配置应 return 一个表",
                                            "the config must return a table");
    return 0;
}

static gj_status run(gj_arena *arena, gj_sandbox *sandbox, gj_slice bytes, gj_config *config, gj_error *err)
{
    lua_State *L = gj_sandbox_state(sandbox);
    reading r = { .fields = { .arena = arena, .where = config->file.data, .status = GJ_USAGE, .err = err },
                  .config = config };
    GJ_TRY(gj_sandbox_load(sandbox, config->file, bytes, false, err));
    if (gj_sandbox_call(sandbox, 0, 1, GJ_LUA_LOAD_STEPS, err) != GJ_CALL_OK)
        return err->status ? err->status : GJ_USAGE;
    lua_pushcfunction(L, read_protected); /* a light function: needs no memory */
    lua_insert(L, -2);
    lua_pushlightuserdata(L, &r);
    if (gj_sandbox_call(sandbox, 2, 0, GJ_LUA_LOAD_STEPS, err) != GJ_CALL_OK)
        return err->status ? err->status : GJ_USAGE;
    return r.status;
}

gj_status gj_config_load(gj_arena *arena, const char *file, gj_config **out, gj_error *err)
{
    gj_slice bytes;
    gj_config *config = GJ_NEW(arena, gj_config);
    if (!config)
        return gj_fail_nomem(err);
    config->file = gj_arena_copy(arena, gj_slice_of(file));
    config->folder = folder_of(arena, file);
    if (!config->file.data || !config->folder.data)
        return gj_fail_nomem(err);
    gj_status status = gj_file_read(arena, file, GJ_MAX_CONFIG, &bytes, err);
    gj_matcher *matcher = NULL;
    gj_sandbox *sandbox = NULL;
    if (status == GJ_OK) {
        gj_digest_of(bytes, config->digest);
        status = gj_matcher_new(&matcher, err);
    }
    if (status == GJ_OK)
        status = gj_sandbox_new(matcher, &sandbox, err);
    if (status == GJ_OK)
        status = run(arena, sandbox, bytes, config, err);
    gj_sandbox_free(sandbox);
    gj_matcher_free(matcher);
    if (status != GJ_OK) {
        gj_error_where(err, config->file);
        if (err->status != GJ_NOMEM)
            err->status = GJ_USAGE;
        return err->status;
    }
    *out = config;
    return GJ_OK;
}

static bool is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

gj_status gj_config_find(gj_arena *arena, const char *path, gj_slice *out, gj_error *err)
{
    *out = (gj_slice){ 0 };
    char *real = realpath(strcmp(path, "-") == 0 ? "." : path, NULL);
    if (!real)
        return errno == ENOMEM ? gj_fail_nomem(err) : GJ_OK; /* a missing report is somebody else's message */
    gj_slice at = is_folder(real) ? gj_arena_copy(arena, gj_slice_of(real)) : folder_of(arena, real);
    free(real);
    while (at.data) {
        gj_slice file = gj_arena_format(arena, "%.*s%s" GJ_CONFIG_NAME, GJ_ARG(at), at.len > 1 ? "/" : "");
        if (!file.data)
            break;
        if (access(file.data, F_OK) == 0) {
            *out = file;
            return GJ_OK;
        }
        if (at.len <= 1)
            return GJ_OK;
        at = folder_of(arena, at.data);
    }
    return gj_fail_nomem(err);
}

bool gj_config_matches(const gj_config *config, gj_slice pattern, const char *path)
{
    if (pattern.len == 0)
        return true;
    char *real = realpath(path, NULL);
    char *base = config->folder.len ? realpath(config->folder.data, NULL) : realpath(".", NULL);
    const char *relative = path;
    if (real && base) {
        size_t length = strlen(base);
        if (strncmp(real, base, length) == 0 && (real[length] == '/' || length == 1))
            relative = real + length + (real[length] == '/');
    }
    bool matches = fnmatch(pattern.data, relative, 0) == 0;
    free(real);
    free(base);
    return matches;
}
