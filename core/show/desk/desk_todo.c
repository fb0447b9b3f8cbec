/* desk_todo.c - what to do first, each line a link to its place: who is missing, what cannot be read, what is asked, what is wrong with the collection,
 * and the units with most errors. */
#include "desk_page.h"

#define UNITS_NAMED 40 /* of one list */
#define LINES_SHOWN 20 /* of one kind */
#define UNITS_FIRST 10

static void begin(const gj_desk_page *p, const char *class, const char *tag)
{
    gj_buffer_format(p->out, "<li class=\"%s\"><span class=\"tag\">%s</span> ", class, tag);
}

static void end(const gj_desk_page *p)
{
    gj_buffer_text(p->out, "</li>\n");
}

/* Where a kind has more than is shown: how many, and where they all are. */
static void rest(const gj_desk_page *p, size_t count, const char *target)
{
    if (count <= LINES_SHOWN)
        return;
    gj_buffer_format(p->out,
                     GJ_PICK(p->lang, "<li>……另有 %zu 个，<a href=\"#%s\">见下</a></li>\n",
                             "<li>… and %zu more, <a href=\"#%s\">below</a></li>\n"),
                     count - LINES_SHOWN, target);
}

static void missing(const gj_desk_page *p)
{
    size_t count = 0;
    size_t *units = GJ_ARRAY(p->arena, p->line_count, size_t);
    for (size_t i = 0; units && i < p->line_count; i++)
        if (p->lines[i].member == GJ_NOT_FOUND && !p->c->units[p->lines[i].unit].asked)
            units[count++] = p->lines[i].unit;
    if (!count)
        return;
    begin(p, "error", GJ_PICK(p->lang, "催报", "missing"));
    gj_buffer_format(
        p->out, GJ_PICK(p->lang, "<strong>%zu 个单位没有报告：</strong>", "<strong>%zu without a report: </strong>"),
        count);
    gj_desk_link_units(p, units, count, UNITS_NAMED);
    end(p);
}

static void unread(const gj_desk_page *p)
{
    size_t count = 0;
    for (size_t i = 0; i < p->c->member_count; i++) {
        const gj_record *r = &p->c->members[i].record;
        if (r->status == GJ_CHECKED || !gj_desk_shown(&p->c->members[i]) || count++ >= LINES_SHOWN)
            continue;
        begin(p, "error", gj_word_verdict(gj_verdict_of_record(r, p->options->fail_on), p->lang));
        gj_buffer_text(p->out, "<a href=\"#");
        gj_desk_anchor(p, gj_desk_line_of(p, i));
        gj_buffer_text(p->out, "\">");
        gj_desk_text(p, r->path);
        gj_buffer_text(p->out, GJ_PICK(p->lang, "</a>：", "</a>: "));
        gj_desk_say(p, r->error);
        end(p);
    }
    rest(p, count, "reports");
}

static void questions(const gj_desk_page *p)
{
    for (size_t i = 0; i < p->c->questions.count && i < LINES_SHOWN; i++) {
        const gj_question *q = &p->c->questions.items[i];
        begin(p, "review", GJ_PICK(p->lang, "请确认", "to settle"));
        gj_buffer_format(p->out, "<a href=\"#q%zu\">", i + 1);
        gj_desk_text(p, p->c->members[q->member].record.path);
        gj_buffer_text(p->out, "</a> <span class=\"where\">");
        gj_desk_text(p, p->c->members[q->member].record.name);
        gj_buffer_text(p->out, "</span>");
        end(p);
    }
    rest(p, p->c->questions.count, "collection");
}

/* What is said of a unit without a report stands in the first line. */
static bool is_said(const gj_desk_page *p, size_t finding)
{
    const gj_collected_finding *f = &p->collected->findings[finding];
    return f->unit_count == 1 && !p->c->units[f->units[0]].member_count && !p->c->units[f->units[0]].asked;
}

static void own_findings(const gj_desk_page *p)
{
    gj_page h = { .out = p->out, .options = p->options, .lang = p->lang, .result = p->own };
    size_t shown = 0;
    for (int rank = GJ_DESK_ERROR; rank <= GJ_DESK_REVIEW; rank++)
        for (size_t i = 0; i < p->own->finding_count; i++) {
            const gj_finding *f = &p->own->findings[i];
            if ((int)gj_desk_rank_of(f->outcome, f->severity) != rank || is_said(p, i) || shown++ >= LINES_SHOWN)
                continue;
            begin(p, gj_desk_rank_class((gj_desk_rank)rank), gj_desk_rank_word((gj_desk_rank)rank, p->lang));
            gj_buffer_text(p->out, "<a href=\"#");
            gj_page_finding_id(&h, i);
            gj_buffer_text(p->out, "\">");
            gj_desk_say(p, f->message);
            gj_buffer_text(p->out, "</a>");
            end(p);
        }
    rest(p, shown, "collection");
}

static void worst_units(const gj_desk_page *p)
{
    size_t shown = 0;
    for (size_t i = 0; i < p->line_count && shown < UNITS_FIRST; i++) {
        gj_desk_line line = p->worst[i];
        const gj_record *r = line.member == GJ_NOT_FOUND ? NULL : &p->c->members[line.member].record;
        if (!r || r->status != GJ_CHECKED || !r->severities[GJ_ERROR])
            continue;
        shown++;
        begin(p, "failed", GJ_PICK(p->lang, "先改", "mend"));
        gj_desk_link(p, line);
        gj_buffer_format(
            p->out, GJ_PICK(p->lang, "：错误 %zu，警告 %zu，需核实 %zu", ": %zu errors, %zu warnings, %zu to review"),
            r->severities[GJ_ERROR], r->severities[GJ_WARNING], r->reviews);
        end(p);
    }
    if (p->counts.failed > shown)
        gj_buffer_format(p->out,
                         GJ_PICK(p->lang, "<li>……未通过的共 %zu 份，<a href=\"#units\">见各单位</a></li>\n",
                                 "<li>… %zu reports failed in all, <a href=\"#units\">see the units</a></li>\n"),
                         p->counts.failed);
}

void gj_desk_todo(gj_desk_page *p)
{
    size_t begun;
    gj_desk_open(p, "todo", "todo", GJ_PICK(p->lang, "先做什么", "What to do first"));
    gj_buffer_text(p->out, "<ol>\n");
    begun = p->out->len;
    missing(p);
    unread(p);
    questions(p);
    own_findings(p);
    worst_units(p);
    if (p->out->len == begun)
        gj_buffer_format(p->out, "<li>%s</li>\n",
                         GJ_PICK(p->lang, "没有必须先办的。", "Nothing has to be done first."));
    gj_buffer_text(p->out, "</ol>\n");
    gj_desk_close(p);
}
