/* html_rules.c - after the report: equations, what a person must judge, exceptions, notices, and what every rule came to. */
#include "html.h"

static void open_section(const gj_page *h, const char *name, const char *title)
{
    gj_buffer_format(h->out, "<section class=\"%s\"", name);
    gj_page_part_id(h, name);
    gj_buffer_format(h->out, ">\n<h3>%s</h3>\n", title);
}

static void equation_row(const gj_page *h, size_t finding, const gj_equation_text *equation)
{
    gj_buffer_format(h->out, "<tr class=\"%s\"><th scope=\"row\">", equation->holds ? "holds" : "fails");
    gj_page_words(h, equation->place);
    gj_buffer_text(h->out, "</th><td class=\"eq\">");
    gj_page_words(h, equation->words);
    gj_buffer_format(h->out, "</td><td>%s</td><td><a href=\"#",
                     equation->holds ? GJ_PICK(h->lang, "✔ 成立", "✔ holds") : GJ_PICK(h->lang, "✘ 不成立", "✘ fails"));
    gj_page_finding_id(h, finding);
    gj_buffer_format(h->out, GJ_PICK(h->lang, "\">问题 %zu</a></td></tr>\n", "\">finding %zu</a></td></tr>\n"),
                     finding + 1);
}

void gj_page_equations(const gj_page *h)
{
    const gj_result *r = h->result;
    size_t count = 0;
    for (size_t i = 0; i < r->finding_count; i++)
        count += r->findings[i].equation_count;
    if (!count)
        return;
    open_section(h, "equations", GJ_PICK(h->lang, "算式", "Equations"));
    gj_buffer_format(h->out,
                     "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"%s\"><table>\n<thead><tr>",
                     GJ_PICK(h->lang, "算式", "Equations"));
    gj_buffer_text(h->out,
                   GJ_PICK(h->lang,
                           "<th scope=\"col\">位置</th><th scope=\"col\">算式</th><th scope=\"col\">结果</th>"
                           "<th scope=\"col\">见</th></tr></thead>\n<tbody>\n",
                           "<th scope=\"col\">Place</th><th scope=\"col\">Equation</th><th scope=\"col\">Result</th>"
                           "<th scope=\"col\">See</th></tr></thead>\n<tbody>\n"));
    for (size_t i = 0; i < r->finding_count; i++)
        for (size_t k = 0; k < r->findings[i].equation_count; k++)
            equation_row(h, i, &r->findings[i].equations[k]);
    gj_buffer_text(h->out, "</tbody></table></div>\n</section>\n");
}

static void all_of(const gj_page *h, gj_page_kind kind)
{
    gj_buffer_text(h->out, "<div class=\"notes\">\n");
    for (size_t i = 0; i < h->result->finding_count; i++)
        if (gj_page_kind_of(&h->result->findings[i]) == kind)
            gj_page_finding(h, i);
    gj_buffer_text(h->out, "</div>\n");
}

static bool any_of(const gj_result *r, gj_page_kind kind)
{
    for (size_t i = 0; i < r->finding_count; i++)
        if (gj_page_kind_of(&r->findings[i]) == kind)
            return true;
    return false;
}

/* Outcomes that need a person and have no finding of their own. */
static bool open_question(const gj_result *r, const gj_rule_outcome *outcome)
{
    if (outcome->outcome != GJ_REVIEW)
        return false;
    for (size_t i = 0; i < r->finding_count; i++)
        if (gj_slice_equal(r->findings[i].rule, outcome->rule))
            return false;
    return true;
}

static void rule_title(const gj_page *h, gj_slice id)
{
    const gj_rule *rule = h->options->ruleset ? gj_ruleset_rule(h->options->ruleset, id) : NULL;
    if (rule)
        gj_page_words(h, rule->title);
}

static void reason(const gj_page *h, const gj_rule_outcome *outcome)
{
    const char *word = gj_word_because(outcome->because, h->lang);
    gj_slice why = gj_say(outcome->why, h->lang);
    if (word) {
        gj_buffer_text(h->out, word);
    } else if (outcome->because.len) {
        gj_buffer_text(h->out, GJ_PICK(h->lang, "要先解决 ", "first settle "));
        gj_page_text(h, outcome->because);
    }
    if (why.len && !word) {
        gj_buffer_text(h->out, outcome->because.len ? GJ_PICK(h->lang, "：", ": ") : "");
        gj_page_text(h, why);
    }
}

static void open_questions(const gj_page *h)
{
    const gj_result *r = h->result;
    const char *begin = "<ul class=\"questions\">\n";
    bool any = false;
    for (size_t i = 0; i < r->outcome_count; i++) {
        if (!open_question(r, &r->outcomes[i]))
            continue;
        gj_buffer_text(h->out, any ? "" : begin);
        any = true;
        gj_buffer_text(h->out, "<li><span class=\"id\">");
        gj_page_text(h, r->outcomes[i].rule);
        gj_buffer_text(h->out, GJ_PICK(h->lang, "</span> 暂不能判断：", "</span> undecided: "));
        reason(h, &r->outcomes[i]);
        gj_buffer_text(h->out, "</li>\n");
    }
    gj_buffer_text(h->out, any ? "</ul>\n" : "");
}

void gj_page_reviews(const gj_page *h)
{
    bool found = any_of(h->result, GJ_PAGE_REVIEW);
    if (!found && !h->result->counts[GJ_REVIEW])
        return;
    open_section(h, "reviews", GJ_PICK(h->lang, "需人工核实", "For a person to judge"));
    gj_buffer_format(h->out, "<p>%s</p>\n",
                     GJ_PICK(h->lang, "下面各项机器不能下结论，请人来判断；核实之前不能算通过。",
                             "A machine cannot decide these; until a person has, they have not passed."));
    if (found)
        all_of(h, GJ_PAGE_REVIEW);
    open_questions(h);
    gj_buffer_text(h->out, "</section>\n");
}

void gj_page_exceptions(const gj_page *h)
{
    if (!any_of(h->result, GJ_PAGE_EXCEPTED))
        return;
    open_section(h, "exceptions", GJ_PICK(h->lang, "已批准的例外", "Exceptions in force"));
    gj_buffer_format(
        h->out, "<p>%s</p>\n",
        GJ_PICK(h->lang, "下面各项已由配置批准，不计入结果。", "Accepted by configuration; they do not count."));
    all_of(h, GJ_PAGE_EXCEPTED);
    gj_buffer_text(h->out, "</section>\n");
}

void gj_page_notices(const gj_page *h)
{
    const gj_result *r = h->result;
    if (!r->notice_total)
        return;
    open_section(h, "notices", GJ_PICK(h->lang, "读取时的注意", "Notices from reading"));
    gj_buffer_text(h->out, "<ul>\n");
    for (size_t i = 0; i < r->notice_count; i++) {
        const gj_result_notice *notice = &r->notices[i];
        gj_mark mark = { .line = notice->line, .column = notice->column, .at = notice->at, .pointer = notice->pointer };
        gj_buffer_text(h->out, "<li>");
        if (notice->line || notice->at.part != GJ_PART_NONE || notice->pointer.len) {
            gj_page_place(h, &mark);
            gj_buffer_text(h->out, GJ_PICK(h->lang, "：", ": "));
        }
        gj_page_words(h, notice->words);
        if (notice->text.len) {
            gj_buffer_text(h->out, " <q lang=\"zh-CN\">");
            gj_page_text(h, notice->text);
            gj_buffer_text(h->out, "</q>");
        }
        gj_buffer_text(h->out, "</li>\n");
    }
    gj_buffer_text(h->out, "</ul>\n");
    if (r->notice_total > r->notice_count)
        gj_buffer_format(h->out, GJ_PICK(h->lang, "<p>另有 %zu 处没有列出。</p>\n", "<p>And %zu more.</p>\n"),
                         r->notice_total - r->notice_count);
    gj_buffer_text(h->out, "</section>\n");
}

static void rule_row(const gj_page *h, const gj_rule_outcome *outcome, bool reasons)
{
    gj_buffer_text(h->out, "<tr><th scope=\"row\">");
    gj_page_text(h, outcome->rule);
    gj_buffer_text(h->out, "</th><td>");
    rule_title(h, outcome->rule);
    gj_buffer_text(h->out, "</td>");
    if (reasons) {
        gj_buffer_text(h->out, "<td>");
        reason(h, outcome);
        gj_buffer_text(h->out, "</td>");
    }
    gj_buffer_text(h->out, "</tr>\n");
}

static void outcome_list(const gj_page *h, gj_outcome kind)
{
    const gj_result *r = h->result;
    bool reasons = kind == GJ_NOT_RUN || kind == GJ_BROKEN || kind == GJ_REVIEW;
    if (!r->counts[kind])
        return;
    gj_buffer_format(h->out,
                     GJ_PICK(h->lang, "<details><summary>%s %zu 条</summary>\n<table>\n<thead><tr>",
                             "<details><summary>%s: %zu</summary>\n<table>\n<thead><tr>"),
                     gj_word_outcome(kind, h->lang), r->counts[kind]);
    gj_buffer_text(h->out, GJ_PICK(h->lang, "<th scope=\"col\">规则</th><th scope=\"col\">查的是什么问题</th>",
                                   "<th scope=\"col\">Rule</th><th scope=\"col\">What it looks for</th>"));
    if (reasons)
        gj_buffer_text(h->out, GJ_PICK(h->lang, "<th scope=\"col\">原因</th>", "<th scope=\"col\">Reason</th>"));
    gj_buffer_text(h->out, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < r->outcome_count; i++)
        if (r->outcomes[i].outcome == kind)
            rule_row(h, &r->outcomes[i], reasons);
    gj_buffer_text(h->out, "</tbody></table></details>\n");
}

void gj_page_rules(const gj_page *h)
{
    static const gj_outcome order[] = { GJ_BROKEN, GJ_FAIL, GJ_REVIEW, GJ_NOT_RUN, GJ_PASS, GJ_NOT_APPLICABLE };
    const gj_result *r = h->result;
    open_section(h, "rules", GJ_PICK(h->lang, "规则执行情况", "What the rules came to"));
    gj_buffer_format(h->out, GJ_PICK(h->lang, "<p>共 %zu 条：", "<p>%zu rules: "), r->outcome_count);
    for (int i = 0; i < GJ_OUTCOMES; i++)
        gj_buffer_format(h->out, "%s%s %zu", i ? " · " : "", gj_word_outcome((gj_outcome)i, h->lang), r->counts[i]);
    if (r->deselected)
        gj_buffer_format(h->out, GJ_PICK(h->lang, "；另有停用的 %zu 条（不计入）", "; deselected, not counted: %zu"),
                         r->deselected);
    gj_buffer_text(h->out, "</p>\n");
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        outcome_list(h, order[i]);
    gj_buffer_text(h->out, "</section>\n");
}
