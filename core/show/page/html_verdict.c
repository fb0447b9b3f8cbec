/* html_verdict.c - the band on top: what the result is, for which report; and what to put right first. */
#include "html.h"

void gj_page_counts(const gj_page *h)
{
    const gj_result *r = h->result;
    const char *between = "";
    for (int s = GJ_ERROR; s >= GJ_INFO; s--) {
        if (!r->severities[s])
            continue;
        gj_buffer_format(h->out, "%s%s %zu", between, gj_word_severity((gj_severity)s, h->lang), r->severities[s]);
        between = " · ";
    }
    if (r->reviews) {
        gj_buffer_format(h->out, GJ_PICK(h->lang, "%s需人工核实 %zu", "%sto review %zu"), between, r->reviews);
        between = " · ";
    }
    if (r->excepted)
        gj_buffer_format(h->out, GJ_PICK(h->lang, "%s已批准的例外 %zu", "%sexcepted %zu"), between, r->excepted);
}

/* What the word alone does not say. */
static const char *meaning(const gj_page *h, gj_verdict verdict)
{
    size_t not_run = h->result->counts[GJ_NOT_RUN] - gj_year_checks(h->result);
    switch (verdict) {
    case GJ_CLEAN:
        if (h->result->finding_count > h->result->excepted)
            return GJ_PICK(h->lang, "没有必须改的错误；下面的问题建议一并修改。",
                           "Nothing that must be put right; what is below is worth putting right.");
        return not_run ? GJ_PICK(h->lang, "没有发现问题，但有规则没有执行，见下。",
                                 "No problem was found, but some rules were not run, see below.")
                       : GJ_PICK(h->lang, "没有发现问题。", "No problem was found.");
    case GJ_FAILED:
        return GJ_PICK(h->lang, "请按下面所列逐项修改，改好后再检查一次。",
                       "Put right what is listed below, then check again.");
    case GJ_TO_REVIEW:
        return GJ_PICK(h->lang, "有需要人来判断的地方；核实之前不能算通过。",
                       "A person must look at some places; it has not passed before that.");
    case GJ_CANNOT_READ:
        return GJ_PICK(h->lang, "按下面的原因改好文件，再检查一次。这份报告还没有检查，不能算通过。",
                       "Put the file right and check again. It has not been examined and does not count as passed.");
    default:
        return GJ_PICK(
            h->lang, "单独再检查一次；仍然不行，请人工核对。这份报告还没有检查，不能算通过。",
            "Check it once more alone, else by hand. It has not been examined and does not count as passed.");
    }
}

static void known(const gj_page *h, const char *label, const gj_known_text *word, const char *unknown)
{
    if (!word->value.len && !unknown)
        return;
    gj_buffer_format(h->out, "<div><dt>%s</dt><dd>", label);
    gj_page_text(h, word->value.len ? gj_word_issuer(word->value, h->lang) : gj_slice_of(unknown));
    if (word->value.len && word->origin.len && !gj_slice_is(word->origin, "inferred")) {
        gj_buffer_text(h->out, GJ_PICK(h->lang, "（", " ("));
        gj_page_text(h, gj_word_issuer(word->origin, h->lang));
        gj_buffer_text(h->out, GJ_PICK(h->lang, "）", ")"));
    }
    gj_buffer_text(h->out, "</dd></div>");
}

/* What the rules took the report for: where this is wrong, so are some of the findings. */
void gj_page_facts(const gj_page *h)
{
    const gj_result *r = h->result;
    gj_lang lang = h->lang;
    const char *unknown = GJ_PICK(lang, "未识别", "unknown"), *profile = gj_word_profile(r->profile, lang);
    gj_buffer_text(h->out, "<dl class=\"facts\">");
    if (r->status == GJ_CHECKED) {
        known(h, GJ_PICK(lang, "机关", "Body"), &r->name, unknown);
        gj_buffer_format(h->out, "<div><dt>%s</dt><dd>", GJ_PICK(lang, "年度", "Year"));
        if (r->year)
            gj_buffer_format(h->out, "%d", r->year);
        else
            gj_buffer_text(h->out, unknown);
        gj_buffer_text(h->out, "</dd></div>");
        gj_page_fact(h, GJ_PICK(lang, "适用格式", "Form"), r->form);
        known(h, GJ_PICK(lang, "层级", "Level"), &r->level, unknown);
        known(h, GJ_PICK(lang, "类别", "Kind"), &r->kind, unknown);
        known(h, GJ_PICK(lang, "统计范围", "Scope"), &r->scope, NULL);
    }
    gj_page_fact(h, GJ_PICK(lang, "文件", "File"), r->path);
    if (r->prior.chosen != GJ_PRIOR_NONE)
        gj_page_fact(h, GJ_PICK(lang, "上年报告", "Last year"), r->prior.path);
    if (profile)
        gj_page_fact(h, GJ_PICK(lang, "口径", "Profile"), gj_slice_of(profile));
    gj_buffer_text(h->out, "</dl>\n");
}

void gj_page_reason(const gj_page *h)
{
    const gj_error *e = &h->result->error;
    gj_buffer_format(h->out, "<p class=\"reason\"><strong>%s</strong>", GJ_PICK(h->lang, "原因：", "Reason: "));
    gj_page_text(h, gj_slice_of(h->lang == GJ_EN && e->en[0] ? e->en : e->zh));
    if (e->line) {
        gj_mark mark = { .line = e->line, .column = e->column };
        gj_buffer_text(h->out, GJ_PICK(h->lang, "（", " ("));
        gj_page_place(h, &mark);
        gj_buffer_text(h->out, GJ_PICK(h->lang, "）", ")"));
    }
    gj_buffer_text(h->out, "</p>\n");
}

void gj_page_verdict(const gj_page *h)
{
    gj_verdict verdict = gj_verdict_of(h->result, h->options->fail_on);
    const gj_result *r = h->result;
    gj_buffer_format(h->out, "<div class=\"verdict %s\">\n<p class=\"word\">%s</p>\n<h2 id=\"r%zu-title\">",
                     gj_verdict_name(verdict), gj_word_verdict(verdict, h->lang), h->number);
    gj_page_text(h, r->title.len ? r->title : r->path);
    gj_buffer_text(h->out, "</h2>\n<p class=\"counts\">");
    gj_page_counts(h);
    gj_buffer_format(h->out, "</p>\n<p>%s</p>\n", meaning(h, verdict));
    if (r->status != GJ_CHECKED)
        gj_page_reason(h);
    gj_buffer_text(h->out, "</div>\n");
    gj_page_facts(h);
}

static void todo_item(const gj_page *h, size_t finding)
{
    const gj_finding *f = &h->result->findings[finding];
    const char *class = gj_page_class(f);
    gj_buffer_format(h->out, "<li class=\"%s\"><span class=\"tag\">%s</span> <a href=\"#", class,
                     gj_word_finding(f, h->lang));
    gj_page_finding_id(h, finding);
    gj_buffer_text(h->out, "\">");
    gj_page_words(h, f->message);
    gj_buffer_text(h->out, "</a>");
    if (f->mark_count && f->marks[0].line) {
        gj_buffer_text(h->out, " <span class=\"where\">");
        gj_page_place(h, &f->marks[0]);
        gj_buffer_text(h->out, "</span>");
    }
    gj_buffer_text(h->out, "</li>\n");
}

void gj_page_todo(const gj_page *h)
{
    const gj_result *r = h->result;
    if (!(r->severities[GJ_ERROR] + r->severities[GJ_WARNING] + r->severities[GJ_INFO]) && !r->findings_cut)
        return;
    gj_buffer_text(h->out, "<section class=\"todo\"");
    gj_page_part_id(h, "todo");
    gj_buffer_format(h->out, ">\n<h3>%s</h3>\n<ol>\n", GJ_PICK(h->lang, "先改什么", "What to put right first"));
    for (int s = GJ_ERROR; s >= GJ_INFO; s--)
        for (size_t i = 0; i < r->finding_count; i++)
            if (gj_page_kind_of(&r->findings[i]) == GJ_PAGE_PROBLEM && r->findings[i].severity == (gj_severity)s)
                todo_item(h, i);
    gj_buffer_text(h->out, "</ol>\n");
    if (r->findings_cut)
        gj_buffer_format(h->out,
                         GJ_PICK(h->lang, "<p>问题太多，另有 %zu 个没有列出。</p>\n",
                                 "<p>Too many problems: %zu more are not listed.</p>\n"),
                         r->findings_cut);
    gj_buffer_text(h->out, "</section>\n");
}
