/* desk_findings.c - what concerns the collection as a whole: questions to a person, and the findings of the rules about collections. */
#include "desk_page.h"

#define CELLS_NAMED 8 /* the roll-up has them all */

static void question(const gj_desk_page *p, size_t index)
{
    const gj_question *q = &p->c->questions.items[index];
    gj_buffer words;
    gj_buffer_init(&words, 0);
    gj_word_question(&words, p->c, q, p->lang);
    gj_buffer_format(p->out, "<li id=\"q%zu\"><a href=\"#", index + 1);
    gj_desk_anchor(p, gj_desk_line_of(p, q->member));
    gj_buffer_text(p->out, "\">");
    gj_desk_text(p, p->c->members[q->member].record.path);
    gj_buffer_text(p->out, GJ_PICK(p->lang, "</a>：", "</a>: "));
    gj_desk_text(p, gj_buffer_slice(&words));
    if (q->candidate_count) {
        gj_buffer_text(p->out, GJ_PICK(p->lang, " <span class=\"where\">名册上相近的：",
                                       " <span class=\"where\">nearest on the roster: "));
        gj_desk_link_units(p, q->candidates, q->candidate_count, q->candidate_count);
        gj_buffer_text(p->out, "</span>");
    }
    gj_buffer_text(p->out, "</li>\n");
    if (words.failed)
        p->out->failed = words.failed;
    gj_buffer_free(&words);
}

/* Units, files and figures that a finding about the collection names. */
static void named(const gj_page *h, size_t finding)
{
    const gj_desk_page *p = h->context;
    const gj_collected_finding *f = &p->collected->findings[finding];
    if (f->unit_count) {
        gj_page_field(h, GJ_PICK(p->lang, "单位", "Units"));
        gj_desk_link_units(p, f->units, f->unit_count, f->unit_count);
        gj_page_field_end(h);
    }
    if (f->member_count) {
        gj_page_field(h, GJ_PICK(p->lang, "报告", "Reports"));
        for (size_t i = 0; i < f->member_count; i++) {
            gj_buffer_text(p->out, i ? GJ_PICK(p->lang, "、", ", ") : "");
            gj_desk_text(p, p->c->members[f->members[i]].record.path);
        }
        gj_page_field_end(h);
    }
    if (!f->cell_count)
        return;
    gj_buffer room;
    gj_buffer_init(&room, 0);
    gj_page_field(h, GJ_PICK(p->lang, "数据", "Figures"));
    for (size_t i = 0; i < f->cell_count && i < CELLS_NAMED; i++) {
        const gj_rollup_cell *cell = &p->c->rollup.cells[f->cells[i]];
        gj_buffer_format(p->out, "%s<a href=\"#s%zu\">", i ? GJ_PICK(p->lang, "、", ", ") : "", f->cells[i] + 1);
        gj_desk_say(p, gj_word_figure(cell->table->form, cell->row, cell->column, &room));
        gj_buffer_text(p->out, "</a>");
    }
    if (f->cell_count > CELLS_NAMED)
        gj_buffer_format(p->out, GJ_PICK(p->lang, " 等 %zu 格", " … %zu in all"), f->cell_count);
    gj_page_field_end(h);
    if (room.failed)
        p->out->failed = room.failed;
    gj_buffer_free(&room);
}

static void cards(const gj_desk_page *p)
{
    gj_page h = {
        .out = p->out, .options = p->options, .lang = p->lang, .result = p->own, .more = named, .context = p
    };
    gj_buffer_format(p->out, "<h3>%s</h3>\n<div class=\"notes\">\n", GJ_PICK(p->lang, "问题", "Findings"));
    for (int rank = GJ_DESK_ERROR; rank < GJ_DESK_RANKS; rank++)
        for (size_t i = 0; i < p->own->finding_count; i++)
            if ((int)gj_desk_rank_of(p->own->findings[i].outcome, p->own->findings[i].severity) == rank)
                gj_page_finding(&h, i);
    gj_buffer_text(p->out, "</div>\n");
    if (p->collected->findings_cut)
        gj_buffer_format(
            p->out,
            GJ_PICK(p->lang, "<p>问题太多，另有 %zu 个没有列出。</p>\n", "<p>Too many: %zu more are not listed.</p>\n"),
            p->collected->findings_cut);
}

void gj_desk_findings(gj_desk_page *p)
{
    gj_desk_open(p, "collection", "collection", GJ_PICK(p->lang, "汇总层面的问题", "About the collection"));
    if (!p->c->questions.count && !p->own->finding_count)
        gj_buffer_format(
            p->out, "<p class=\"lead\">%s</p>\n",
            GJ_PICK(p->lang, "没有要确认的，也没有汇总层面的问题。", "Nothing to settle, and nothing was found."));
    if (p->c->questions.count) {
        gj_buffer_format(p->out, "<h3>%s</h3>\n<ol class=\"questions\">\n",
                         GJ_PICK(p->lang, "要请您确认的", "To be settled by you"));
        for (size_t i = 0; i < p->c->questions.count; i++)
            question(p, i);
        gj_buffer_text(p->out, "</ol>\n");
    }
    if (p->own->finding_count)
        cards(p);
    gj_desk_close(p);
}
