#include "support_forms.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>
#include <lauxlib.h>
#include <lualib.h>

#include "../../core/bind/form_lua.h"

#define RULES "rules/zfxxgk/"

static const char *const FORM_FILES[] = { RULES "form/2019.lua", RULES "form/2021.lua" };
#define FORM_COUNT (sizeof FORM_FILES / sizeof *FORM_FILES)

typedef struct loading {
    gj_arena *arena;
    gj_matcher *matcher;
    gj_forms *forms;
    gj_status status;
    gj_error err;
} loading;

static void push_file(lua_State *L, const char *path)
{
    if (luaL_loadfile(L, path) != LUA_OK)
        lua_error(L);
    lua_call(L, 0, 1);
}

static gj_fields fields_of(lua_State *L, loading *job, const char *where)
{
    return (gj_fields){
        .L = L, .index = lua_gettop(L), .arena = job->arena, .where = where, .status = GJ_RULES, .err = &job->err
    };
}

static gj_status read_pack(gj_fields *f, loading *job)
{
    gj_slice title;
    GJ_TRY(gj_field_string(f, "title", &title));
    GJ_TRY(gj_pattern_new(job->matcher, title, true, &job->forms->title, &job->err));
    return gj_field_strings(f, "report_hints", true, &job->forms->report_hints, &job->forms->report_hint_count);
}

static gj_status load_all(lua_State *L, loading *job)
{
    job->forms->forms = GJ_ARRAY(job->arena, FORM_COUNT, gj_form);
    if (!job->forms->forms)
        return gj_fail_nomem(&job->err);
    job->forms->form_count = FORM_COUNT;
    for (size_t i = 0; i < FORM_COUNT; i++) {
        push_file(L, FORM_FILES[i]);
        gj_fields f = fields_of(L, job, FORM_FILES[i]);
        GJ_TRY(gj_form_from_lua(&f, &job->forms->forms[i]));
    }
    push_file(L, RULES "issuers.lua");
    gj_fields issuers = fields_of(L, job, RULES "issuers.lua");
    GJ_TRY(gj_issuers_from_lua(&issuers, job->matcher, &job->forms->issuers, &job->forms->issuer_count));
    push_file(L, RULES "pack.lua");
    gj_fields pack = fields_of(L, job, RULES "pack.lua");
    return read_pack(&pack, job);
}

static int load_protected(lua_State *L)
{
    loading *job = lua_touserdata(L, 1);
    job->status = load_all(L, job);
    return 0;
}

gj_status test_forms_open(gj_arena *arena, gj_matcher *matcher, gj_forms **out)
{
    loading job = { .arena = arena, .matcher = matcher, .forms = GJ_NEW(arena, gj_forms) };
    lua_State *L = luaL_newstate();
    if (!L || !job.forms) {
        if (L)
            lua_close(L);
        return GJ_NOMEM;
    }
    luaL_openlibs(L);
    lua_pushcfunction(L, load_protected);
    lua_pushlightuserdata(L, &job);
    if (lua_pcall(L, 1, 0, 0) != LUA_OK) {
        fprintf(stderr, "%s\n", lua_tostring(L, -1));
        job.status = GJ_RULES;
    } else if (job.status != GJ_OK) {
        fprintf(stderr, "%s: %s\n", job.err.where, job.err.en);
    }
    lua_close(L);
    *out = job.forms;
    return job.status;
}

void test_binding_open(test_binding *t)
{
    memset(t, 0, sizeof *t);
    t->arena = gj_arena_new(0);
    assert_non_null(t->arena);
    assert_int_equal(gj_matcher_new(&t->matcher, &t->err), GJ_OK);
    assert_int_equal(test_forms_open(t->arena, t->matcher, &t->forms), GJ_OK);
}

void test_binding_close(test_binding *t)
{
    gj_matcher_free(t->matcher);
    gj_arena_free(t->arena);
}

gj_report *test_bind_bytes(test_binding *t, gj_slice bytes, gj_format format, const gj_given *given)
{
    gj_document *document = NULL;
    gj_report *report = NULL;
    gj_status status = gj_read(t->arena, GJ_LIT("test"), bytes, format, &document, &t->err);
    if (status == GJ_OK)
        status = gj_bind(t->arena, document, t->forms, given, &report, &t->err);
    if (status != GJ_OK)
        fail_msg("%zu:%zu %s", t->err.line, t->err.column, t->err.en);
    return report;
}

gj_report *test_bind(test_binding *t, const char *text, gj_format format, const gj_given *given)
{
    gj_slice bytes = gj_arena_copy(t->arena, gj_slice_of(text));
    assert_non_null(bytes.data);
    return test_bind_bytes(t, bytes, format, given);
}

const gj_cell *test_cell(const gj_report *report, const char *path)
{
    const gj_bound_table *table;
    size_t row, column;
    if (!gj_report_cell(report, gj_slice_of(path), &table, &row, &column))
        fail_msg("no cell %s", path);
    return gj_table_cell(table, row, column);
}

long test_value(const gj_report *report, const char *path)
{
    const gj_cell *cell = test_cell(report, path);
    if (cell->kind != GJ_CELL_INTEGER)
        fail_msg("%s is of kind %d: \"%.*s\"", path, (int)cell->kind, GJ_ARG(cell->lexeme));
    return (long)(cell->value / GJ_ONE);
}

size_t test_notices(const gj_report *report, const char *kind)
{
    size_t count = 0;
    for (size_t i = 0; i < report->notice_count; i++)
        count += gj_slice_is(report->notices[i].kind, kind);
    return count;
}

void test_same(gj_slice slice, const char *text)
{
    if (!gj_slice_is(slice, text))
        fail_msg("\"%.*s\" is not \"%s\"", GJ_ARG(slice), text);
}

gj_slice test_file(gj_arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return (gj_slice){ NULL, 0 };
    size_t room = 4 * GJ_MIB;
    char *bytes = gj_arena_alloc(arena, room + 1);
    size_t length = bytes ? fread(bytes, 1, room, file) : 0;
    fclose(file);
    return (gj_slice){ bytes, length };
}
