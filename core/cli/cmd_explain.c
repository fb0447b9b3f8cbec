/* cmd_explain.c - explain: a rule's page from its metadata: what, why, on what ground, how to mend. */
#include "../show/json_writer.h"
#include "../show/words.h"
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
    gj_buffer_format(out, en ? "\nFile: rules/%.*s/%.*s\n" : "\n文件：rules/%.*s/%.*s\n", GJ_ARG(ruleset->id),
                     GJ_ARG(rule->file));
}

static void write_json(const gj_ruleset *ruleset, const gj_rule *rule, gj_lang lang, gj_buffer *out)
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
    gj_json_object_end(&w);
    gj_buffer_byte(out, '\n');
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
    gj_ruleset *ruleset = gj_open_rules(invocation, (gj_slice){ 0 }, NULL, 0);
    if (!ruleset)
        return GJ_EXIT_USAGE;
    int code = GJ_EXIT_USAGE;
    const gj_rule *rule = gj_rule_known(invocation, ruleset, gj_slice_of(invocation->paths[0]));
    if (rule) {
        gj_buffer out;
        gj_buffer_init(&out, 0);
        if (format == 1)
            write_json(ruleset, rule, invocation->lang, &out);
        else
            write_text(ruleset, rule, invocation->lang, &out);
        code = gj_flush(invocation, &out);
    }
    gj_ruleset_close(ruleset);
    return code;
}
