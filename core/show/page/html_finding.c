/* html_finding.c - one finding in full: problem, place, equation, what it should be, ground, what to do. */
#include "html.h"

void gj_page_field(const gj_page *h, const char *label)
{
    gj_buffer_format(h->out, "<dt>%s</dt><dd>", label);
}

void gj_page_field_end(const gj_page *h)
{
    gj_buffer_text(h->out, "</dd>\n");
}

static void places(const gj_page *h, size_t finding)
{
    const gj_finding *f = &h->result->findings[finding];
    bool any = false;
    for (size_t i = 0; i < f->mark_count; i++)
        any = any || h->placed[finding][i];
    if (f->mark_count) {
        gj_page_field(h, GJ_PICK(h->lang, "位置", "Place"));
        gj_buffer_text(h->out, "<ul>");
        gj_page_places(h, finding);
        gj_buffer_text(h->out, "</ul>");
        gj_page_field_end(h);
    }
    if (f->quote.len && !any) {
        gj_page_field(h, GJ_PICK(h->lang, "原文", "Text"));
        gj_buffer_text(h->out, "<q lang=\"zh-CN\">");
        gj_page_text(h, f->quote);
        gj_buffer_text(h->out, "</q>");
        gj_page_field_end(h);
    }
}

static void equations(const gj_page *h, const gj_finding *f)
{
    size_t shown = 0;
    for (size_t i = 0; i < f->equation_count; i++) {
        if (f->equations[i].holds)
            continue;
        gj_slice place = gj_say(f->equations[i].place, h->lang);
        if (!shown++)
            gj_page_field(h, GJ_PICK(h->lang, "算式", "Equation"));
        if (shown > GJ_SHOWN_EQUATIONS)
            continue;
        gj_buffer_text(h->out, "<p>");
        gj_page_text(h, place);
        gj_buffer_text(h->out, place.len ? GJ_PICK(h->lang, "：", ": ") : "");
        gj_buffer_text(h->out, "<span class=\"eq\">");
        gj_page_words(h, f->equations[i].words);
        gj_buffer_text(h->out, "</span></p>");
    }
    if (shown > GJ_SHOWN_EQUATIONS)
        gj_buffer_format(h->out,
                         GJ_PICK(h->lang, "<p>另有 %zu 个算式不成立，见“算式”。</p>",
                                 "<p>%zu more equations do not hold, see “Equations”.</p>"),
                         shown - GJ_SHOWN_EQUATIONS);
    if (shown)
        gj_page_field_end(h);
}

static void explanation(const gj_page *h, const gj_suggestion *suggestion)
{
    char to[24];
    gj_buffer_text(h->out, "<li>");
    for (size_t i = 0; i < suggestion->count; i++) {
        const gj_suggestion_cell *cell = &suggestion->cells[i];
        gj_buffer_text(h->out, i ? GJ_PICK(h->lang, "；同时 ", "; and ") : "");
        gj_page_words(h, cell->name);
        gj_decimal_print(cell->to, to);
        gj_buffer_format(h->out, GJ_PICK(h->lang, "应为 <strong>%s</strong>", " should be <strong>%s</strong>"), to);
        if (cell->from_text.len) {
            gj_buffer_text(h->out, GJ_PICK(h->lang, "（现填 ", " (now "));
            gj_page_text(h, cell->from_text);
            gj_buffer_text(h->out, GJ_PICK(h->lang, "）", ")"));
        }
    }
    gj_buffer_text(h->out, "</li>");
}

static void suggestions(const gj_page *h, const gj_finding *f)
{
    if (!f->suggestion_count)
        return;
    gj_page_field(h, f->suggestion_total > 1 ? GJ_PICK(h->lang, "可能是", "One of")
                                             : GJ_PICK(h->lang, "最可能", "Most likely"));
    gj_buffer_text(h->out, "<ul>");
    for (size_t i = 0; i < f->suggestion_count; i++)
        explanation(h, &f->suggestions[i]);
    gj_buffer_text(h->out, "</ul>");
    if (f->suggestion_total > f->suggestion_count)
        gj_buffer_format(
            h->out, GJ_PICK(h->lang, "<p>共有 %zu 种可能，只列出 %zu 种。</p>", "<p>%zu explanations, %zu shown.</p>"),
            f->suggestion_total, f->suggestion_count);
    gj_page_field_end(h);
}

static void basis(const gj_page *h, const gj_finding *f)
{
    const char *ground = gj_word_ground(f->ground, h->lang);
    if (!f->clause_count && !ground)
        return;
    gj_page_field(h, GJ_PICK(h->lang, "依据", "Ground"));
    for (size_t i = 0; i < f->clause_count; i++) {
        const gj_clause *clause = h->options->ruleset ? gj_ruleset_clause(h->options->ruleset, f->clauses[i]) : NULL;
        gj_buffer_text(h->out, "<p>");
        gj_page_words(h, f->basis[i]);
        gj_buffer_text(h->out, "</p>");
        if (!clause || !clause->quote.len)
            continue;
        gj_buffer_text(h->out, "<blockquote lang=\"zh-CN\">");
        gj_page_text(h, clause->quote);
        gj_buffer_text(h->out, "</blockquote>");
    }
    if (ground)
        gj_buffer_format(h->out, "<p class=\"ground\">%s</p>", ground);
    gj_page_field_end(h);
}

static void exception(const gj_page *h, const gj_finding *f)
{
    if (!f->exception || !f->exception->reason.len)
        return;
    gj_page_field(h, GJ_PICK(h->lang, "例外理由", "Reason"));
    gj_page_text(h, f->exception->reason);
    gj_page_field_end(h);
    gj_page_field(h, GJ_PICK(h->lang, "批准", "Approved by"));
    gj_page_text(h, f->exception->approver);
    if (f->exception->expires.len) {
        gj_buffer_text(h->out, GJ_PICK(h->lang, "，有效期至 ", ", until "));
        gj_page_text(h, f->exception->expires);
    }
    gj_page_field_end(h);
}

static void ends(const gj_page *h, const gj_finding *f)
{
    if (gj_say(f->remedy, h->lang).len) {
        gj_page_field(h, f->outcome == GJ_REVIEW ? GJ_PICK(h->lang, "怎么核实", "What to do")
                                                 : GJ_PICK(h->lang, "怎么改", "What to do"));
        gj_page_words(h, f->remedy);
        gj_page_field_end(h);
    }
    gj_page_field(h, GJ_PICK(h->lang, "规则", "Rule"));
    gj_page_text(h, f->rule);
    gj_buffer_byte(h->out, ' ');
    gj_page_text(h, f->name);
    for (size_t i = 0; i < f->also_count; i++) {
        gj_buffer_text(h->out, i ? GJ_PICK(h->lang, "、", ", ") : GJ_PICK(h->lang, "；同一原因：", "; same cause: "));
        gj_page_text(h, f->also[i]);
    }
    gj_page_field_end(h);
}

/* A link of a finding to itself: what is linked to is unfolded, without a script. */
static void unfold(const gj_page *h, size_t finding)
{
    gj_buffer_text(h->out, " <a class=\"unfold\" href=\"#");
    gj_page_finding_id(h, finding);
    gj_buffer_format(h->out,
                     GJ_PICK(h->lang, "\" aria-label=\"问题 %zu：怎么改\">怎么改</a>",
                             "\" aria-label=\"finding %zu: what to do\">What to do</a>"),
                     finding + 1);
}

void gj_page_finding(const gj_page *h, size_t finding)
{
    const gj_finding *f = &h->result->findings[finding];
    gj_buffer_format(h->out, "<article class=\"finding %s%s\" id=\"", gj_page_class(f), h->folds ? " folded" : "");
    gj_page_finding_id(h, finding);
    gj_buffer_text(h->out, "\" aria-labelledby=\"");
    gj_page_finding_id(h, finding);
    gj_buffer_text(h->out, "-what\">\n<p class=\"what\" id=\"");
    gj_page_finding_id(h, finding);
    gj_buffer_format(h->out, "-what\"><span class=\"no\">%zu</span> <span class=\"tag\">%s</span> ", finding + 1,
                     gj_word_finding(f, h->lang));
    gj_page_words(h, f->message);
    gj_buffer_text(h->out, "</p>\n");
    if (h->folds)
        unfold(h, finding);
    gj_buffer_text(h->out, "<dl>\n");
    places(h, finding);
    if (h->more)
        h->more(h, finding);
    equations(h, f);
    suggestions(h, f);
    basis(h, f);
    exception(h, f);
    ends(h, f);
    gj_buffer_text(h->out, "</dl>\n</article>\n");
}
