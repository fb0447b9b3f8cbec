/* cmd_new.c - new: the blank statutory form, to be filled in. What stands in it is the ruleset's (blank.lua). */
#include <lauxlib.h>
#include <stdlib.h>
#include <unistd.h>

#include "../base/file.h"
#include "../show/report/docx.h"
#include "../show/report/report_json.h"
#include "../show/report/report_markdown.h"
#include "cases.h"
#include "plan.h"

typedef enum target { TO_MARKDOWN, TO_JSON, TO_DOCX } target; /* as the words of GJ_OPT_FORM */

typedef struct blank_request {
    const gj_invocation *invocation;
    const gj_ruleset *ruleset;
    const gj_form *form;
    int year;
    target to;
} blank_request;

static void set(lua_State *L, const char *key, const char *value)
{
    if (!value)
        return;
    lua_pushstring(L, value);
    lua_setfield(L, -2, key);
}

/* (lightuserdata blank_request): the report as a table, and no changes to it, for gj_case_build. */
static int make_blank(lua_State *L)
{
    const blank_request *request = lua_touserdata(L, 1);
    const char *const *values = request->invocation->values;
    lua_rawgeti(L, LUA_REGISTRYINDEX, request->ruleset->blank);
    lua_createtable(L, 0, 8);
    lua_pushlstring(L, request->form->id.data, request->form->id.len);
    lua_setfield(L, -2, "form");
    lua_pushinteger(L, request->year);
    lua_setfield(L, -2, "year");
    set(L, "unit", values[GJ_OPT_UNIT]);
    set(L, "level", values[GJ_OPT_LEVEL]);
    set(L, "kind", values[GJ_OPT_KIND]);
    set(L, "scope", values[GJ_OPT_SCOPE]);
    set(L, "province", values[GJ_OPT_PROVINCE]);
    lua_call(L, 1, 1);
    lua_newtable(L);
    return 2;
}

static gj_status build(const blank_request *request, gj_case_report *report, gj_error *err)
{
    gj_sandbox *sandbox = request->ruleset->sandbox;
    lua_State *L = gj_sandbox_state(sandbox);
    report->form = request->form;
    lua_pushcfunction(L, make_blank);
    lua_pushlightuserdata(L, (void *)(uintptr_t)request);
    if (gj_sandbox_call(sandbox, 1, 2, GJ_LUA_RULE_STEPS, err) != GJ_CALL_OK)
        return GJ_RULES;
    lua_pushcfunction(L, gj_case_build);
    lua_insert(L, -3);
    lua_pushlightuserdata(L, report);
    if (gj_sandbox_call(sandbox, 3, 0, GJ_LUA_RULE_STEPS, err) != GJ_CALL_OK)
        return GJ_RULES;
    return report->bytes.failed ? gj_fail_nomem(err) : GJ_OK;
}

/* Through the reader and the writers of convert, so that a blank form is laid out as any report is. */
static gj_status write_form(const blank_request *request, gj_slice canonical, gj_buffer *out, gj_error *err)
{
    gj_arena *arena = request->invocation->arena;
    gj_check_options options = { .as = GJ_FORMAT_JSON };
    gj_report *report = NULL;
    GJ_TRY(gj_open_report(arena, (gj_ruleset *)(uintptr_t)request->ruleset, GJ_LIT("new"), canonical, &options, &report,
                          err));
    if (request->to == TO_DOCX)
        return gj_show_report_docx(arena, report, out, err);
    gj_status status = request->to == TO_JSON ? gj_show_report_json(report, out) : gj_show_report_markdown(report, out);
    return status == GJ_OK ? GJ_OK : gj_fail_nomem(err);
}

static int deliver(gj_invocation *invocation, gj_buffer *out)
{
    gj_error err = { 0 };
    const char *path = invocation->values[GJ_OPT_OUTPUT];
    if (!path)
        return gj_flush(invocation, out);
    gj_status status = GJ_OK;
    if (access(path, F_OK) == 0) /* perhaps a form that somebody has filled in */
        status = gj_fail(&err, GJ_USAGE, GJ_NOWHERE, "%s 已经存在，没有覆盖；请换一个文件名",
                         "%s is there already and was not replaced; give another name", path);
    else
        status = gj_file_write(path, gj_buffer_slice(out), &err);
    gj_buffer_free(out);
    if (status == GJ_OK)
        return GJ_EXIT_CLEAN;
    int code = gj_complain_error(invocation, &err);
    return status == GJ_USAGE ? code : GJ_EXIT_BROKEN;
}

static int run(blank_request *request, gj_invocation *invocation)
{
    gj_error err = { 0 };
    gj_case_report report = { 0 };
    gj_buffer out;
    gj_buffer_init(&report.bytes, 0);
    gj_buffer_init(&out, 0);
    gj_status status = build(request, &report, &err);
    if (status == GJ_OK)
        status = write_form(request, gj_buffer_slice(&report.bytes), &out, &err);
    int code = status == GJ_OK ? deliver(invocation, &out) : gj_complain_error(invocation, &err);
    gj_buffer_free(&report.bytes);
    if (status != GJ_OK)
        gj_buffer_free(&out);
    return code;
}

/* --to, else the ending of the file that is written, else Markdown. False where the word is none, or a Word document would go to a screen. */
static bool choose_target(gj_invocation *invocation, target *out)
{
    static const struct {
        const char *ending;
        target to;
    } endings[] = { { ".json", TO_JSON }, { ".docx", TO_DOCX } };
    const char *path = invocation->values[GJ_OPT_OUTPUT];
    int to = gj_choose(invocation, GJ_OPT_FORM, gj_option_words[GJ_OPT_FORM], TO_MARKDOWN);
    if (to < 0)
        return false;
    *out = (target)to;
    for (size_t i = 0; path && !invocation->values[GJ_OPT_FORM] && i < sizeof endings / sizeof *endings; i++)
        if (gj_slice_ends(gj_slice_of(path), gj_slice_of(endings[i].ending)))
            *out = endings[i].to;
    if (*out != TO_DOCX || path || !isatty(STDOUT_FILENO))
        return true;
    gj_complain(invocation, "Word 文档不能显示在终端上，请用 -o 写到文件",
                "a Word document cannot be shown on a terminal; write it to a file with -o");
    return false;
}

static bool flags_fine(const gj_invocation *invocation)
{
    const char *unit = invocation->values[GJ_OPT_UNIT];
    if (!unit || !*unit || !invocation->values[GJ_OPT_YEAR] || invocation->path_count) {
        gj_complain(invocation, "请写明机关和年度，如：%s", "say which body and which year, such as: %s",
                    invocation->command->example);
        return false;
    }
    if (strlen(unit) > 240 || strpbrk(unit, "\r\n\t")) {
        gj_complain(invocation, "选项 --unit 要写机关全称，一行以内",
                    "option --unit takes a body's full name, one line");
        return false;
    }
    return gj_issuer_flags_fine(invocation);
}

int gj_run_new(gj_invocation *invocation)
{
    target to;
    if (!choose_target(invocation, &to) || !flags_fine(invocation))
        return GJ_EXIT_USAGE;
    gj_ruleset *ruleset = gj_open_rules(invocation, (gj_slice){ 0 }, NULL, 0);
    if (!ruleset)
        return GJ_EXIT_USAGE;
    blank_request request = { .invocation = invocation,
                              .ruleset = ruleset,
                              .to = to,
                              .year = (int)strtol(invocation->values[GJ_OPT_YEAR], NULL, 10) };
    int code = GJ_EXIT_USAGE;
    request.form = gj_forms_for_year(ruleset->forms, request.year);
    if (!request.form)
        gj_complain(invocation, "规则集没有 %d 年的格式", "the ruleset has no form for the year %d", request.year);
    else if (ruleset->blank == LUA_NOREF)
        gj_complain(invocation, "规则集 %s 没有空白报告（pack.lua 的 blank）",
                    "the ruleset %s has no blank report (blank of pack.lua)", ruleset->id.data);
    else
        code = run(&request, invocation);
    gj_ruleset_close(ruleset);
    return code;
}
