/* cmd_coverage.c - coverage: every clause with the rules that check it, and those that a person must check. */
#include "../show/json_writer.h"
#include "plan.h"

static bool cites(const gj_rule *rule, const gj_clause *clause)
{
    for (size_t i = 0; i < rule->clause_count; i++)
        if (gj_slice_equal(rule->clauses[i], clause->id))
            return true;
    return false;
}

static size_t citing(const gj_ruleset *ruleset, const gj_clause *clause)
{
    size_t count = 0;
    for (size_t i = 0; i < gj_ruleset_total(ruleset); i++)
        count += cites(gj_ruleset_at(ruleset, i), clause);
    return count;
}

static void write_rules(const gj_ruleset *ruleset, const gj_clause *clause, gj_lang lang, gj_buffer *out)
{
    gj_buffer_text(out, lang == GJ_EN ? "    checked by:" : "    由这些规则检查：");
    for (size_t i = 0; i < gj_ruleset_total(ruleset); i++)
        if (cites(gj_ruleset_at(ruleset, i), clause))
            gj_buffer_format(out, " %.*s", GJ_ARG(gj_ruleset_at(ruleset, i)->id));
    gj_buffer_byte(out, '\n');
}

/* What rules leave to a person, when they leave anything. */
static void write_person(const gj_clause *clause, size_t rules, gj_lang lang, gj_buffer *out)
{
    bool en = lang == GJ_EN, whole = rules && gj_slice_is(clause->check, "automated");
    gj_slice what = gj_say(clause->person, lang);
    if (whole)
        return;
    if (rules == 0)
        gj_buffer_text(out, en ? "    no rule checks this: a person must" : "    没有规则检查，须人工核对");
    else
        gj_buffer_text(out, en ? "    in part only; a person must look at" : "    只查到一部分，其余须人工核对");
    if (what.len)
        gj_buffer_format(out, en ? ": %.*s\n" : "：%.*s\n", GJ_ARG(what));
    else
        gj_buffer_text(out, en && rules ? " the rest\n" : "\n");
}

static void write_total(const gj_ruleset *ruleset, gj_lang lang, gj_buffer *out)
{
    size_t whole = 0, nobody = 0;
    for (size_t i = 0; i < ruleset->clause_count; i++) {
        const gj_clause *clause = &ruleset->clauses[i];
        bool cited = citing(ruleset, clause) > 0;
        whole += cited && gj_slice_is(clause->check, "automated");
        nobody += !cited;
    }
    gj_buffer_format(out,
                     lang == GJ_EN
                         ? "\n%zu clauses: %zu checked by rules, %zu in part and for the rest by a person, %zu "
                           "by a person only\n"
                         : "\n共 %zu 项条款：%zu 项由规则检查，%zu 项由规则检查一部分、其余须人工核对，%zu "
                           "项只能人工核对\n",
                     ruleset->clause_count, whole, ruleset->clause_count - whole - nobody, nobody);
}

static void write_text(const gj_ruleset *ruleset, gj_lang lang, gj_buffer *out)
{
    bool en = lang == GJ_EN;
    gj_slice document = { 0 };
    for (size_t i = 0; i < ruleset->clause_count; i++) {
        const gj_clause *clause = &ruleset->clauses[i];
        if (i == 0 || !gj_slice_equal(document, clause->document.zh)) {
            gj_buffer_format(out, "%s%.*s", i ? "\n" : "", GJ_ARG(gj_say(clause->document, lang)));
            if (clause->number.len)
                gj_buffer_format(out, en ? " (%.*s)" : "（%.*s）", GJ_ARG(clause->number));
            gj_buffer_byte(out, '\n');
            document = clause->document.zh;
        }
        gj_buffer_format(out, "  %.*s  %.*s\n    %.*s\n", GJ_ARG(clause->id), GJ_ARG(gj_say(clause->article, lang)),
                         GJ_ARG(gj_say(clause->about, lang)));
        size_t rules = citing(ruleset, clause);
        if (rules)
            write_rules(ruleset, clause, lang, out);
        write_person(clause, rules, lang, out);
    }
    write_total(ruleset, lang, out);
}

static void write_json(const gj_ruleset *ruleset, gj_lang lang, gj_buffer *out)
{
    gj_json w;
    gj_json_begin(&w, out, false);
    gj_json_object(&w, NULL);
    gj_json_text(&w, "schema", "gouji/coverage@1");
    gj_json_array(&w, "clauses");
    for (size_t i = 0; i < ruleset->clause_count; i++) {
        const gj_clause *clause = &ruleset->clauses[i];
        gj_json_object(&w, NULL);
        gj_json_string(&w, "id", clause->id);
        gj_json_string(&w, "document", gj_say(clause->document, lang));
        gj_json_optional(&w, "number", clause->number);
        gj_json_string(&w, "article", gj_say(clause->article, lang));
        gj_json_string(&w, "about", gj_say(clause->about, lang));
        gj_json_text(&w, "ground", gj_ground_name(clause->ground));
        gj_json_optional(&w, "from", clause->from);
        gj_json_optional(&w, "to", clause->to);
        gj_json_string(&w, "check", clause->check);
        gj_json_optional(&w, "person", gj_say(clause->person, lang));
        gj_json_array_inline(&w, "rules");
        for (size_t k = 0; k < gj_ruleset_total(ruleset); k++)
            if (cites(gj_ruleset_at(ruleset, k), clause))
                gj_json_string(&w, NULL, gj_ruleset_at(ruleset, k)->id);
        gj_json_array_end(&w);
        gj_json_object_end(&w);
    }
    gj_json_array_end(&w);
    gj_json_object_end(&w);
    gj_buffer_byte(out, '\n');
}

int gj_run_coverage(gj_invocation *invocation)
{
    int format = gj_text_or_json(invocation);
    if (format < 0)
        return GJ_EXIT_USAGE;
    if (invocation->path_count) {
        gj_complain(invocation, "coverage 不需要文件名", "coverage takes no file");
        return GJ_EXIT_USAGE;
    }
    gj_ruleset *ruleset = gj_open_rules(invocation, (gj_slice){ 0 }, NULL, 0);
    if (!ruleset)
        return GJ_EXIT_USAGE;
    gj_buffer out;
    gj_buffer_init(&out, 0);
    if (format == 1)
        write_json(ruleset, invocation->lang, &out);
    else
        write_text(ruleset, invocation->lang, &out);
    gj_ruleset_close(ruleset);
    return gj_flush(invocation, &out);
}
