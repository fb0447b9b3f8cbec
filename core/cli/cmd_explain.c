/* cmd_explain.c - explain: a rule's page from its metadata: what, why, on what ground, how to mend, what it was measured to find. */
#include <lauxlib.h>

#include "../show/json_writer.h"
#include "../show/words.h"
#include "cases.h"
#include "plan.h"

static void write_clause(const gj_clause *clause, gj_lang lang, gj_buffer *out)
{
    bool en = lang == GJ_EN;
    gj_buffer_format(out, "  %.*s", GJ_ARG(gj_say(clause->document, lang)));
    if (clause->number.len)
        gj_buffer_format(out, en ? " (%.*s)" : "（%.*s）", GJ_ARG(clause->number));
    gj_buffer_format(out, " %.*s\n", GJ_ARG(gj_say(clause->article, lang)));
    if (clause->quote.len)
        gj_buffer_format(out, en ? "    \"%.*s\"\n" : "    「%.*s」\n", GJ_ARG(clause->quote));
    gj_buffer_format(out, "    %.*s\n", GJ_ARG(gj_say(clause->about, lang)));
}

static void write_measured(const gj_ruleset *ruleset, const gj_rule *rule, gj_lang lang, gj_buffer *out)
{
    const gj_measured *m = &rule->measured;
    bool en = lang == GJ_EN;
    if (!m->known)
        return;
    gj_buffer_text(out, en ? "\nMeasured\n" : "\n实测\n");
    if (m->planted)
        gj_buffer_format(out,
                         en ? "  Defects planted in synthetic reports: %zu, found: %zu.\n"
                            : "  在合成报告中埋设缺陷 %zu 处，找出 %zu 处。\n",
                         m->planted, m->found);
    gj_buffer_format(out,
                     en ? "  False alarms on %zu clean synthetic reports: %zu.\n"
                        : "  在 %zu 份没有缺陷的合成报告上，误报 %zu 次。\n",
                     ruleset->clean_reports, m->false_alarms);
    gj_buffer_format(out,
                     en ? "  Findings on %zu published reports: %zu right, %zu doubtful, %zu wrong.\n"
                        : "  在 %zu 份已发布的报告上：属实 %zu 个，存疑 %zu 个，误报 %zu 个。\n",
                     ruleset->real_reports, m->real_true, m->real_doubtful, m->real_false);
}

static void write_text(const gj_ruleset *ruleset, const gj_rule *rule, gj_lang lang, gj_buffer *out)
{
    bool en = lang == GJ_EN;
    gj_buffer_format(out, "%.*s  %.*s  %s\n%.*s\n", GJ_ARG(rule->id), GJ_ARG(rule->name),
                     gj_word_severity(rule->severity, lang), GJ_ARG(gj_say(rule->title, lang)));
    if (rule->explain.zh.len)
        gj_buffer_format(out, "\n%s\n  %.*s\n", en ? "Why" : "说明", GJ_ARG(gj_say(rule->explain, lang)));
    gj_buffer_format(out, "\n%s\n  %.*s\n", en ? "How to mend" : "怎么改", GJ_ARG(gj_say(rule->remedy, lang)));
    gj_buffer_format(out, "\n%s\n", en ? "Basis" : "依据");
    for (size_t i = 0; i < rule->clause_count; i++) {
        const gj_clause *clause = gj_ruleset_clause(ruleset, rule->clauses[i]);
        if (clause)
            write_clause(clause, lang, out);
    }
    const char *ground = gj_word_ground(rule->ground, lang);
    if (ground)
        gj_buffer_format(out, "  %s\n", ground);
    if (rule->lower_when_unknown)
        gj_buffer_format(out, "\n%s\n",
                         en ? "One step lower while the issuer's level or scope is unknown (--level, --scope)."
                            : "机关层级或统计范围不明时降一级（可用 --level、--scope 给出）。");
    for (size_t i = 0; i < rule->history_count; i++)
        gj_buffer_format(out, "%s  %.*s\n", i ? "" : (en ? "\nHistory\n" : "\n沿革\n"), GJ_ARG(rule->history[i]));
    write_measured(ruleset, rule, lang, out);
    gj_buffer_format(out, en ? "\nFile: rules/%.*s/%.*s\n" : "\n文件：rules/%.*s/%.*s\n", GJ_ARG(ruleset->id),
                     GJ_ARG(rule->file));
}

static void write_json_measured(const gj_ruleset *ruleset, const gj_rule *rule, gj_json *w)
{
    const gj_measured *m = &rule->measured;
    if (!m->known) {
        gj_json_null(w, "measured");
        return;
    }
    gj_json_object_inline(w, "measured");
    gj_json_count(w, "planted", m->planted);
    gj_json_count(w, "found", m->found);
    gj_json_count(w, "clean_reports", ruleset->clean_reports);
    gj_json_count(w, "false_alarms", m->false_alarms);
    gj_json_count(w, "real_reports", ruleset->real_reports);
    gj_json_count(w, "real_true", m->real_true);
    gj_json_count(w, "real_doubtful", m->real_doubtful);
    gj_json_count(w, "real_false", m->real_false);
    gj_json_object_end(w);
}

typedef struct case_list {
    const gj_rule *rule;
    gj_json *w;
} case_list;

/* (lightuserdata case_list): the cases of every group as they are written. */
static int write_cases(lua_State *L)
{
    static const char *const groups[] = { "fails", "passes", "reviews", "not_applicable", "not_run" };
    case_list *list = lua_touserdata(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, list->rule->cases);
    for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
        gj_json_array(list->w, groups[g]);
        lua_settop(L, 2);
        lua_Integer count = lua_getfield(L, 2, groups[g]) == LUA_TTABLE ? (lua_Integer)lua_rawlen(L, 3) : 0;
        for (lua_Integer i = 1; i <= count; i++) {
            gj_json_value(list->w, NULL);
            lua_pushcfunction(L, gj_case_json);
            lua_rawgeti(L, 3, i);
            lua_pushlightuserdata(L, list->w->out);
            lua_call(L, 2, 0);
        }
        gj_json_array_end(list->w);
    }
    return 0;
}

static gj_status write_json_cases(const gj_ruleset *ruleset, const gj_rule *rule, gj_json *w, gj_error *err)
{
    case_list list = { rule, w };
    gj_call_end end = GJ_CALL_OK;
    gj_json_object(w, "cases");
    if (rule->cases != LUA_NOREF) {
        lua_State *L = gj_sandbox_state(ruleset->sandbox);
        lua_pushcfunction(L, write_cases);
        lua_pushlightuserdata(L, &list);
        end = gj_sandbox_call(ruleset->sandbox, 1, 0, GJ_LUA_RULE_STEPS, err);
    }
    gj_json_object_end(w);
    return end == GJ_CALL_OK ? GJ_OK : err->status;
}

static gj_status write_json(const gj_ruleset *ruleset, const gj_rule *rule, gj_lang lang, gj_buffer *out, gj_error *err)
{
    gj_json w;
    gj_json_begin(&w, out, false);
    gj_json_object(&w, NULL);
    gj_json_text(&w, "schema", "gouji/rule@1");
    gj_json_string(&w, "id", rule->id);
    gj_json_string(&w, "name", rule->name);
    gj_json_text(&w, "severity", gj_severity_name(rule->severity));
    gj_json_text(&w, "ground", gj_ground_name(rule->ground));
    gj_json_string(&w, "title", gj_say(rule->title, lang));
    gj_json_optional(&w, "explain", gj_say(rule->explain, lang));
    gj_json_string(&w, "remedy", gj_say(rule->remedy, lang));
    gj_json_array(&w, "clauses");
    for (size_t i = 0; i < rule->clause_count; i++) {
        const gj_clause *clause = gj_ruleset_clause(ruleset, rule->clauses[i]);
        gj_json_object(&w, NULL);
        gj_json_string(&w, "id", rule->clauses[i]);
        if (clause) {
            gj_json_string(&w, "document", gj_say(clause->document, lang));
            gj_json_optional(&w, "number", clause->number);
            gj_json_string(&w, "article", gj_say(clause->article, lang));
            gj_json_optional(&w, "quote", clause->quote);
            gj_json_string(&w, "about", gj_say(clause->about, lang));
        }
        gj_json_object_end(&w);
    }
    gj_json_array_end(&w);
    gj_json_strings(&w, "needs", rule->needs, rule->need_count);
    gj_json_strings(&w, "history", rule->history, rule->history_count);
    gj_json_optional(&w, "since", rule->since);
    gj_json_bool(&w, "lower_when_unknown", rule->lower_when_unknown);
    gj_json_string(&w, "file", rule->file);
    write_json_measured(ruleset, rule, &w);
    gj_status status = write_json_cases(ruleset, rule, &w, err);
    gj_json_object_end(&w);
    gj_buffer_byte(out, '\n');
    return status;
}

int gj_run_explain(gj_invocation *invocation)
{
    int format = gj_text_or_json(invocation);
    if (format < 0)
        return GJ_EXIT_USAGE;
    if (invocation->path_count != 1) {
        gj_complain(invocation, "请给出一条规则的编号或名称，如：%s", "name one rule by id or name, such as: %s",
                    invocation->command->example);
        return GJ_EXIT_USAGE;
    }
    gj_ruleset *ruleset = gj_open_rules_with_cases(invocation);
    if (!ruleset)
        return GJ_EXIT_USAGE;
    int code = GJ_EXIT_USAGE;
    const gj_rule *rule = gj_rule_known(invocation, ruleset, gj_slice_of(invocation->paths[0]));
    if (rule) {
        gj_buffer out;
        gj_error err = { 0 };
        gj_status status = GJ_OK;
        gj_buffer_init(&out, 0);
        if (format == 1)
            status = write_json(ruleset, rule, invocation->lang, &out, &err);
        else
            write_text(ruleset, rule, invocation->lang, &out);
        if (status == GJ_OK) {
            code = gj_flush(invocation, &out);
        } else {
            code = gj_complain_error(invocation, &err);
            gj_buffer_free(&out);
        }
    }
    gj_ruleset_close(ruleset);
    return code;
}
