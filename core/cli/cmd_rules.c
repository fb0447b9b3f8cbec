/* cmd_rules.c - rules: the list, for people or as JSON. */
#include "../base/utf8.h"
#include "../show/json_writer.h"
#include "../show/words.h"
#include "plan.h"

static void write_text(const gj_ruleset *ruleset, const bool *selected, gj_lang lang, gj_buffer *out)
{
    size_t count = 0;
    for (size_t i = 0; i < gj_ruleset_total(ruleset); i++) {
        const gj_rule *rule = gj_ruleset_at(ruleset, i);
        if (!selected[i])
            continue;
        const char *severity = gj_word_severity(rule->severity, lang);
        size_t width = gj_utf8_width(gj_slice_of(severity), 1);
        gj_buffer_format(out, "%-9.*s %s%*s %-28.*s %.*s\n", GJ_ARG(rule->id), severity,
                         width < 7 ? (int)(7 - width) : 0, "", GJ_ARG(rule->name), GJ_ARG(gj_say(rule->title, lang)));
        count++;
    }
    gj_buffer_format(out, lang == GJ_EN ? "%zu rules of %.*s %.*s\n" : "共 %zu 条规则，规则集 %.*s %.*s\n", count,
                     GJ_ARG(ruleset->id), GJ_ARG(ruleset->version));
}

static void write_json_rule(gj_json *w, const gj_ruleset *ruleset, const gj_rule *rule, gj_lang lang)
{
    gj_json_object(w, NULL);
    gj_json_string(w, "id", rule->id);
    gj_json_string(w, "name", rule->name);
    gj_json_text(w, "severity", gj_severity_name(rule->severity));
    gj_json_text(w, "ground", gj_ground_name(rule->ground));
    gj_json_string(w, "title", gj_say(rule->title, lang));
    gj_json_string(w, "remedy", gj_say(rule->remedy, lang));
    gj_json_strings(w, "clauses", rule->clauses, rule->clause_count);
    gj_json_strings(w, "needs", rule->needs, rule->need_count);
    gj_json_text(w, "about", rule->index < ruleset->rule_count ? "report" : "collection");
    gj_json_string(w, "file", rule->file);
    gj_json_object_end(w);
}

static void write_json(const gj_ruleset *ruleset, const bool *selected, gj_lang lang, gj_buffer *out)
{
    gj_json w;
    gj_json_begin(&w, out, false);
    gj_json_object(&w, NULL);
    gj_json_text(&w, "schema", "gouji/rules@1");
    gj_json_string(&w, "ruleset", ruleset->id);
    gj_json_string(&w, "version", ruleset->version);
    gj_json_text(&w, "digest", ruleset->digest);
    gj_json_array(&w, "rules");
    for (size_t i = 0; i < gj_ruleset_total(ruleset); i++)
        if (selected[i])
            write_json_rule(&w, ruleset, gj_ruleset_at(ruleset, i), lang);
    gj_json_array_end(&w);
    gj_json_object_end(&w);
    gj_buffer_byte(out, '\n');
}

int gj_run_rules(gj_invocation *invocation)
{
    gj_slice *select, *ignore;
    size_t select_count, ignore_count;
    int format = gj_text_or_json(invocation);
    if (format < 0)
        return GJ_EXIT_USAGE;
    if (invocation->path_count) {
        gj_complain(invocation, "rules 不需要文件名；要看一条规则请用 gouji explain %s",
                    "rules takes no file; to read one rule use gouji explain %s", invocation->paths[0]);
        return GJ_EXIT_USAGE;
    }
    gj_ruleset *ruleset = gj_open_rules(invocation, (gj_slice){ 0 }, NULL, 0);
    if (!ruleset)
        return GJ_EXIT_USAGE;
    int code = GJ_EXIT_USAGE;
    if (gj_selectors(invocation, GJ_OPT_SELECT, &select, &select_count) == GJ_OK &&
        gj_selectors(invocation, GJ_OPT_IGNORE, &ignore, &ignore_count) == GJ_OK &&
        gj_selectors_known(invocation, ruleset, "select", select, select_count) &&
        gj_selectors_known(invocation, ruleset, "ignore", ignore, ignore_count)) {
        const bool *selected = gj_select_rules(invocation->arena, ruleset, select, select_count, ignore, ignore_count);
        gj_buffer out;
        gj_buffer_init(&out, 0);
        if (!selected)
            out.failed = GJ_NOMEM;
        else if (format == 1)
            write_json(ruleset, selected, invocation->lang, &out);
        else
            write_text(ruleset, selected, invocation->lang, &out);
        code = gj_flush(invocation, &out);
    }
    gj_ruleset_close(ruleset);
    return code;
}
