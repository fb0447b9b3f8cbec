/* desk_verdict.c - the band on top of the county page: how the collection stands, in words and in a few figures that lead on. */
#include "desk_page.h"

typedef enum standing { STANDS_CLEAN, STANDS_TO_REVIEW, STANDS_FAILED } standing;

/* As the exit code of `collect` tells it: a report or a finding about the collection at or above the threshold; what only a person can settle is no pass. */
static standing stand(const gj_desk_page *p)
{
    const gj_collected *collected = p->collected;
    gj_fail_on fail_on = p->options->fail_on == GJ_FAIL_ON_NEVER ? GJ_FAIL_ON_ERROR : p->options->fail_on;
    size_t failing = collected->severities[GJ_ERROR] + p->counts.failed;
    failing += fail_on >= GJ_FAIL_ON_WARNING ? collected->severities[GJ_WARNING] : 0;
    failing += fail_on >= GJ_FAIL_ON_INFO ? collected->severities[GJ_INFO] : 0;
    failing += fail_on >= GJ_FAIL_ON_REVIEW ? collected->reviews : 0;
    if (failing || p->counts.unreadable || p->counts.not_checked)
        return STANDS_FAILED;
    return collected->reviews || p->c->questions.count || p->counts.to_review ? STANDS_TO_REVIEW : STANDS_CLEAN;
}

static const char *meaning(const gj_desk_page *p, standing how)
{
    if (how == STANDS_FAILED)
        return GJ_PICK(p->lang, "有要补报、要改正的。按“先做什么”逐项办理，改好后再汇总一次。",
                       "Something is missing or must be put right: see what to do first, then collect again.");
    if (how == STANDS_TO_REVIEW)
        return GJ_PICK(p->lang, "没有必须改正的错误，但有要请人确认、核实的；办完之前不算通过。",
                       "Nothing must be put right, but some things wait for a person; it has not passed before that.");
    return GJ_PICK(p->lang, "没有必须改正的错误。提示和警告见各单位。",
                   "Nothing must be put right. Remarks and warnings stand at the units.");
}

static void tile(const gj_desk_page *p, const char *class, const char *label, size_t value, const char *target)
{
    gj_buffer_format(p->out, "<div class=\"%s\"><dt>%s</dt><dd>", value ? class : "none", label);
    if (value && target)
        gj_buffer_format(p->out, "<a href=\"#%s\">%zu</a>", target, value);
    else
        gj_buffer_format(p->out, "%zu", value);
    gj_buffer_text(p->out, "</dd></div>\n");
}

/* The roll-up in a word and a figure. */
static void rollup_tile(const gj_desk_page *p)
{
    const gj_rollup *r = &p->c->rollup;
    const char *class = !r->made ? "none" : r->differing ? "error" : r->open ? "review" : "clean";
    gj_buffer_format(p->out, "<div class=\"%s\"><dt>%s</dt><dd>", class, GJ_PICK(p->lang, "汇总核对", "Roll-up"));
    if (!r->made)
        gj_buffer_text(
            p->out, GJ_PICK(p->lang, "<span class=\"small\">没有做</span>", "<span class=\"small\">not done</span>"));
    else if (r->differing)
        gj_buffer_format(p->out,
                         GJ_PICK(p->lang, "<a href=\"#rollup\">%zu <small>格不符</small></a>",
                                 "<a href=\"#rollup\">%zu <small>differ</small></a>"),
                         r->differing);
    else if (r->open)
        gj_buffer_format(p->out,
                         GJ_PICK(p->lang, "<a href=\"#rollup\">%zu <small>格待定</small></a>",
                                 "<a href=\"#rollup\">%zu <small>open</small></a>"),
                         r->open);
    else
        gj_buffer_text(p->out, GJ_PICK(p->lang, "<a class=\"small\" href=\"#rollup\">相符</a>",
                                       "<a class=\"small\" href=\"#rollup\">agrees</a>"));
    gj_buffer_text(p->out, "</dd></div>\n");
}

void gj_desk_verdict(gj_desk_page *p)
{
    static const struct {
        const char *class, *zh, *en;
    } words[] = { { "clean", "通过", "passed" },
                  { "to_review", "需人工核实", "needs review" },
                  { "failed", "未通过", "failed" } };
    const gj_collection_counts *n = &p->counts;
    standing how = stand(p);
    gj_buffer_format(p->out,
                     "<section class=\"report band\" aria-labelledby=\"verdict\">\n<div class=\"verdict %s\">\n<p "
                     "class=\"word\">%s</p>\n<h2 id=\"verdict\">",
                     words[how].class, GJ_PICK(p->lang, words[how].zh, words[how].en));
    gj_word_standing(p->out, p->c, n, p->lang);
    gj_buffer_format(p->out, "</h2>\n<p>%s</p>\n</div>\n<dl class=\"tiles\">\n", meaning(p, how));
    if (p->c->has_roster)
        tile(p, "error", GJ_PICK(p->lang, "缺报单位", "Units missing"), n->missing, "todo");
    tile(p, "plain", GJ_PICK(p->lang, "报告", "Reports"), n->reports, "units");
    tile(p, "error", GJ_PICK(p->lang, "未通过", "Failed"), n->failed, "units");
    tile(p, "review", GJ_PICK(p->lang, "需人工核实", "To review"), n->to_review, "units");
    tile(p, "clean", GJ_PICK(p->lang, "通过", "Passed"), n->clean, "units");
    tile(p, "error", GJ_PICK(p->lang, "没能检查", "Not checked"), n->unreadable + n->not_checked, "todo");
    tile(p, "review", GJ_PICK(p->lang, "待您确认", "To be settled"), p->c->questions.count, "collection");
    tile(p, "error", GJ_PICK(p->lang, "各报告错误", "Errors in reports"), n->severities[GJ_ERROR], "families");
    rollup_tile(p);
    gj_buffer_text(p->out, "</dl>\n</section>\n");
}
