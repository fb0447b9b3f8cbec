/* html_index.c - the list of reports on top of a page of several, and what a result was made with. */
#include "../escape.h"
#include "../findings/text.h"
#include "html.h"

void gj_page_index_row(const gj_page *h)
{
    const gj_result *r = h->result;
    gj_verdict verdict = gj_verdict_of(r, h->options->fail_on);
    gj_buffer_format(h->out, "<tr class=\"%s\"><th scope=\"row\"><a href=\"#r%zu\">", gj_verdict_name(verdict),
                     h->number);
    gj_page_text(h, r->title.len ? r->title : r->path);
    gj_buffer_text(h->out, "</a>");
    if (r->title.len) {
        gj_buffer_text(h->out, "<span class=\"path\">");
        gj_page_text(h, r->path);
        gj_buffer_text(h->out, "</span>");
    }
    gj_buffer_format(h->out, "</th><td><span class=\"tag\">%s</span></td>", gj_word_verdict(verdict, h->lang));
    if (r->status == GJ_CHECKED)
        gj_buffer_format(h->out, "<td>%zu</td><td>%zu</td><td>%zu</td><td>%zu</td></tr>\n", r->severities[GJ_ERROR],
                         r->severities[GJ_WARNING], r->severities[GJ_INFO], r->reviews);
    else
        gj_buffer_text(h->out, "<td>—</td><td>—</td><td>—</td><td>—</td></tr>\n");
}

void gj_page_index(gj_buffer *out, const gj_show_options *options, const gj_totals *totals, gj_slice rows)
{
    gj_lang lang = options->lang;
    gj_buffer line;
    gj_buffer_init(&line, 0);
    gj_text_totals_line(&line, lang, totals);
    gj_buffer_format(out, "<section class=\"index\" id=\"index\">\n<h2>%s</h2>\n<p>",
                     GJ_PICK(lang, "各份报告", "Reports"));
    gj_escape_html(out, gj_buffer_slice(&line));
    gj_buffer_format(out,
                     "</p>\n<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"%s\"><table>\n<thead><tr>",
                     GJ_PICK(lang, "各份报告", "Reports"));
    const char *const zh[] = { "报告", "结果", "错误", "警告", "提示", "待核实" };
    const char *const en[] = { "Report", "Result", "Errors", "Warnings", "Infos", "To review" };
    for (size_t i = 0; i < sizeof zh / sizeof *zh; i++)
        gj_buffer_format(out, "<th scope=\"col\">%s</th>", GJ_PICK(lang, zh[i], en[i]));
    gj_buffer_text(out, "</tr></thead>\n<tbody>\n");
    gj_buffer_add(out, rows);
    gj_buffer_text(out, "</tbody></table></div>\n</section>\n");
    if (line.failed)
        out->failed = line.failed;
    gj_buffer_free(&line);
}

void gj_page_record(const gj_page *h)
{
    const gj_show_options *o = h->options;
    gj_lang lang = h->lang;
    gj_buffer_text(h->out, "<section class=\"record\"");
    gj_page_part_id(h, "record");
    gj_buffer_format(h->out, ">\n<h3>%s</h3>\n<dl class=\"facts\">", GJ_PICK(lang, "检查记录", "Record"));
    gj_page_fact(h, GJ_PICK(lang, "文件 SHA-256", "File SHA-256"), gj_slice_of(h->result->sha256));
    if (h->result->prior.chosen != GJ_PRIOR_NONE)
        gj_page_fact(h, GJ_PICK(lang, "上年报告 SHA-256", "Last year's SHA-256"), gj_slice_of(h->result->prior.sha256));
    gj_page_fact(h, "gouji", o->version);
    if (o->ruleset) {
        gj_page_fact(h, GJ_PICK(lang, "规则集", "Ruleset"), o->ruleset->version);
        gj_page_fact(h, GJ_PICK(lang, "规则集 SHA-256", "Ruleset SHA-256"), gj_slice_of(o->ruleset->digest));
    }
    gj_page_fact(h, GJ_PICK(lang, "配置 SHA-256", "Configuration SHA-256"), o->config_digest);
    gj_page_fact(h, GJ_PICK(lang, "检查日期", "As of"), o->today);
    gj_page_fact(h, GJ_PICK(lang, "命令", "Command"), o->command);
    gj_buffer_text(h->out, "</dl>\n</section>\n");
}
