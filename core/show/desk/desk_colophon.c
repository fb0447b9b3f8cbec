/* desk_colophon.c - how the page was made, how to make it again, and what was not checked. */
#include "desk_page.h"

/* What decides the result; where the reports lie and how they were split makes no difference. */
static void command(const gj_desk_page *p)
{
    gj_buffer_format(p->out, "<div><dt>%s</dt><dd><code>gouji collect",
                     GJ_PICK(p->lang, "重新生成", "To make it again"));
    if (p->c->year)
        gj_buffer_format(p->out, " --year %d", p->c->year);
    gj_buffer_text(p->out, " --today ");
    gj_desk_text(p, p->options->today);
    if (p->c->has_roster)
        gj_buffer_text(p->out, GJ_PICK(p->lang, " --roster 名册.csv", " --roster ROSTER.csv"));
    if (p->c->aggregate != GJ_NOT_FOUND && p->c->members[p->c->aggregate].record.as_aggregate)
        gj_buffer_text(p->out, GJ_PICK(p->lang, " --aggregate 汇总报告", " --aggregate TOTAL"));
    gj_buffer_text(p->out, GJ_PICK(p->lang, " --out 结果 报告的文件夹或事实记录…", " --out RESULT FOLDERS-OR-FACTS…"));
    gj_buffer_text(p->out, "</code></dd></div>\n");
}

static const char *not_run_word(const gj_desk_page *p, gj_slice because)
{
    if (gj_slice_is(because, "roster"))
        return GJ_PICK(p->lang, "没有名册（--roster）", "there is no roster (--roster)");
    if (gj_slice_is(because, "aggregate"))
        return GJ_PICK(p->lang, "没有汇总报告（--aggregate）", "there is no total (--aggregate)");
    const char *known = gj_word_because(because, p->lang);
    return known ? known : GJ_PICK(p->lang, "缺少所需内容", "what it needs is missing");
}

/* Rules about the collection that did not run. */
static void own_rules(const gj_desk_page *p)
{
    for (size_t i = 0; i < p->collected->outcome_count; i++) {
        const gj_rule_outcome *outcome = &p->collected->outcomes[i];
        const gj_rule *rule = gj_ruleset_rule(p->options->ruleset, outcome->rule);
        if (outcome->outcome != GJ_NOT_RUN && outcome->outcome != GJ_BROKEN)
            continue;
        gj_buffer_text(p->out, "<li>");
        gj_desk_text(p, outcome->rule);
        gj_buffer_byte(p->out, ' ');
        if (rule)
            gj_desk_say(p, rule->title);
        gj_buffer_text(p->out, GJ_PICK(p->lang, "：", ": "));
        if (outcome->why.zh.len)
            gj_desk_say(p, outcome->why);
        else
            gj_desk_text(p, gj_slice_of(not_run_word(p, outcome->because)));
        gj_buffer_text(p->out, "</li>\n");
    }
}

typedef struct lacks {
    size_t unread, without_prior, budget, broken, cut, other_rules;
} lacks;

static bool was(const gj_record *r, gj_outcome outcome, const char *because)
{
    for (size_t i = 0; i < r->outcome_count; i++)
        if (r->outcomes[i].outcome == outcome && (!because || gj_slice_is(r->outcomes[i].because, because)))
            return true;
    return false;
}

static lacks count_lacks(const gj_desk_page *p)
{
    lacks n = { 0 };
    for (size_t i = 0; i < p->c->member_count; i++) {
        const gj_record *r = &p->c->members[i].record;
        if (!gj_desk_shown(&p->c->members[i]))
            continue;
        n.unread += r->status != GJ_CHECKED;
        n.without_prior += r->status == GJ_CHECKED && was(r, GJ_NOT_RUN, "prior");
        n.budget += was(r, GJ_NOT_RUN, "budget");
        n.broken += was(r, GJ_BROKEN, NULL);
        n.cut += r->text_cut;
        n.other_rules += !gj_slice_is(r->digest, p->options->ruleset->digest);
    }
    return n;
}

static void lack(const gj_desk_page *p, size_t count, const char *words)
{
    if (count)
        gj_buffer_format(p->out, "<li>%zu %s</li>\n", count, words);
}

static void not_checked(const gj_desk_page *p)
{
    lacks n = count_lacks(p);
    gj_buffer_format(p->out, "<h3>%s</h3>\n<ul class=\"links\">\n",
                     GJ_PICK(p->lang, "没有查的", "What was not checked"));
    lack(p, n.unread,
         GJ_PICK(p->lang, "份报告读不了，什么都没有查。", "reports could not be read; nothing of them was checked."));
    lack(p, n.without_prior,
         GJ_PICK(p->lang, "份报告没有上年的可比，与上年比较的规则没有执行。",
                 "reports have no report of the year before; the rules that compare with it were not run."));
    lack(p, n.budget,
         GJ_PICK(p->lang, "份报告有规则超出运行限额，没有执行完。", "reports have a rule that exceeded its budget."));
    lack(p, n.broken, GJ_PICK(p->lang, "份报告有规则出错。", "reports have a rule that failed."));
    lack(p, n.cut,
         GJ_PICK(p->lang, "份报告太长，这里的原文不全；检查是对全文做的，但比较文字时只用了记录下来的部分。",
                 "reports are too long to be here whole; all of them was checked, but texts were compared by what was "
                 "recorded."));
    lack(p, n.other_rules,
         GJ_PICK(p->lang, "份报告的事实记录不是用这个规则集检查的，请重新生成。",
                 "records were made with another ruleset; make them again."));
    own_rules(p);
    gj_buffer_format(
        p->out, "<li>%s</li>\n</ul>\n",
        GJ_PICK(p->lang,
                "台账、文书、网站上公开的内容和事实本身，程序看不到，要由人核对；下面列出条款中要由人核对的部分。",
                "Registers, documents, web sites and the facts themselves are out of its sight; what the clauses leave "
                "to a person is listed below."));
}

/* What the clauses in force leave to a person. */
static void for_a_person(const gj_desk_page *p)
{
    const gj_ruleset *ruleset = p->options->ruleset;
    size_t count = 0;
    for (size_t i = 0; i < ruleset->clause_count; i++)
        count += ruleset->clauses[i].person.zh.len > 0;
    if (!count)
        return;
    gj_buffer_format(
        p->out,
        GJ_PICK(p->lang, "<details><summary>要由人核对的 %zu 条</summary>\n<dl class=\"person\">\n",
                "<details><summary>%zu clauses that leave something to a person</summary>\n<dl class=\"person\">\n"),
        count);
    for (size_t i = 0; i < ruleset->clause_count; i++) {
        const gj_clause *clause = &ruleset->clauses[i];
        if (!clause->person.zh.len)
            continue;
        gj_words line = gj_basis_line(p->arena, clause);
        gj_buffer_text(p->out, "<dt>");
        gj_desk_say(p, line);
        gj_buffer_text(p->out, "</dt><dd>");
        gj_desk_say(p, clause->person);
        gj_buffer_text(p->out, "</dd>\n");
    }
    gj_buffer_text(p->out, "</dl></details>\n");
}

static void other_years(const gj_desk_page *p)
{
    if (!p->counts.other_years)
        return;
    gj_buffer_format(
        p->out,
        GJ_PICK(p->lang, "<details><summary>只作比较的往年报告 %zu 份</summary>\n<ul class=\"links\">\n",
                "<details><summary>%zu reports of other years, to compare with</summary>\n<ul class=\"links\">\n"),
        p->counts.other_years);
    for (size_t i = 0; i < p->c->member_count; i++) {
        if (gj_desk_shown(&p->c->members[i]))
            continue;
        gj_buffer_text(p->out, "<li class=\"path\">");
        gj_desk_text(p, p->c->members[i].record.path);
        gj_buffer_text(p->out, "</li>\n");
    }
    gj_buffer_text(p->out, "</ul></details>\n");
}

void gj_desk_colophon(gj_desk_page *p)
{
    const gj_show_options *o = p->options;
    const gj_page h = { .out = p->out, .options = o, .lang = p->lang };
    gj_desk_open(p, "colophon", "record", GJ_PICK(p->lang, "这一页是怎么做的", "How this page was made"));
    gj_buffer_format(
        p->out, "<p class=\"lead\">%s</p>\n<dl class=\"facts\">\n",
        GJ_PICK(p->lang,
                "每份报告先单独检查，成为一份事实记录（数据、文字、问题）；记录合在一起汇总，就是这一页。怎样分头检查、"
                "按什么次序汇总，结果一字不差。全部数据在同一文件夹的 collection.json、各 CSV 和 collection.xlsx。",
                "Each report was checked by itself into a facts record; the records together make this page, the same "
                "bytes however they were split. All data stand in collection.json, the CSVs and collection.xlsx of the "
                "same folder."));
    gj_page_fact(&h, "gouji", o->version);
    gj_page_fact(&h, GJ_PICK(p->lang, "规则集", "Ruleset"), o->ruleset->id);
    gj_page_fact(&h, GJ_PICK(p->lang, "版本", "Version"), o->ruleset->version);
    gj_page_fact(&h, GJ_PICK(p->lang, "规则集 SHA-256", "Ruleset SHA-256"), gj_slice_of(o->ruleset->digest));
    gj_page_fact(&h, GJ_PICK(p->lang, "日期", "As of"), o->today);
    command(p);
    gj_buffer_text(p->out, "</dl>\n");
    not_checked(p);
    for_a_person(p);
    other_years(p);
    gj_desk_close(p);
}
