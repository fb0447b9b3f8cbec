/* desk_reports.c - every unit by itself, folded: what is known of it, its findings by family, and its report with the places marked. */
#include "desk_page.h"

#define PLACES_NAMED 8 /* of a finding; all are marked in the text */

/* Findings about the collection that name the unit, family by family. */
static void own_findings(const gj_desk_page *p, size_t unit)
{
    gj_page h = { .out = p->out, .options = p->options, .lang = p->lang, .result = p->own };
    for (size_t family = 0; family < p->desk->family_count; family++) {
        bool any = false;
        for (size_t i = 0; i < p->own->finding_count; i++) {
            const gj_finding *f = &p->own->findings[i];
            gj_desk_rank rank = gj_desk_rank_of(f->outcome, f->severity);
            if (!gj_desk_names(&p->collected->findings[i], unit) || gj_desk_family_of(p->desk, f->rule) != family)
                continue;
            if (!any) {
                gj_buffer_format(p->out, "<h4 id=\"u%zu-k%zu\">", unit + 1, family + 1);
                gj_desk_say(p, p->desk->families[family].name);
                gj_buffer_text(p->out, "</h4>\n<ul class=\"links\">\n");
            }
            any = true;
            gj_buffer_format(p->out, "<li class=\"%s\"><span class=\"tag\">%s</span> <a href=\"#",
                             gj_desk_rank_class(rank), gj_desk_rank_word(rank, p->lang));
            gj_page_finding_id(&h, i);
            gj_buffer_text(p->out, "\">");
            gj_desk_say(p, f->message);
            gj_buffer_text(p->out, "</a></li>\n");
        }
        gj_buffer_text(p->out, any ? "</ul>\n" : "");
    }
}

/* How many of a rule's findings are not among those shown. */
static void cut_note(const gj_page *h, const gj_record *r, gj_slice rule)
{
    size_t all = 0;
    for (size_t i = 0; i < r->finding_count; i++)
        all += gj_slice_equal(r->findings[i].rule, rule);
    if (all <= GJ_DESK_FINDINGS)
        return;
    gj_buffer_text(h->out, "<p class=\"loose\">");
    gj_page_text(h, rule);
    gj_buffer_format(h->out,
                     GJ_PICK(h->lang, "：共 %zu 处，另有 %zu 处没有列在这里，全部见 findings.csv。</p>\n",
                             ": %zu in all, %zu of them not shown here; findings.csv has them all.</p>\n"),
                     all, all - GJ_DESK_FINDINGS);
}

static bool is_first_of_rule(const gj_result *result, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (gj_slice_equal(result->findings[i].rule, result->findings[index].rule))
            return false;
    return true;
}

static void family_of(const gj_desk_page *p, const gj_page *h, const gj_record *r, size_t family)
{
    const gj_result *result = h->result;
    bool any = false;
    for (size_t i = 0; i < result->finding_count; i++) {
        if (gj_desk_family_of(p->desk, result->findings[i].rule) != family)
            continue;
        if (!any) {
            gj_buffer_format(p->out, "<h4 id=\"r%zu-k%zu\">", h->number, family + 1);
            gj_desk_say(p, p->desk->families[family].name);
            gj_buffer_text(p->out, " <small>");
            gj_desk_text(p, p->desk->families[family].prefix);
            gj_buffer_text(p->out, "</small></h4>\n<div class=\"notes\">\n");
        }
        any = true;
        gj_page_finding(h, i);
    }
    for (size_t i = 0; any && i < result->finding_count; i++)
        if (gj_desk_family_of(p->desk, result->findings[i].rule) == family && is_first_of_rule(result, i))
            cut_note(h, r, result->findings[i].rule);
    gj_buffer_text(p->out, any ? "</div>\n" : "");
}

static void text_of(const gj_desk_page *p, const gj_page *h)
{
    if (!h->result->facsimile) {
        if (h->result->status == GJ_CHECKED)
            gj_buffer_format(p->out, "<p class=\"left-out\">%s</p>\n",
                             GJ_PICK(p->lang, "这一页太大，这份报告的原文没有写进来，请单独检查它。",
                                     "The page is too large for this report's text; check it alone."));
        return;
    }
    gj_page_facsimile(h);
}

static void report_body(const gj_desk_page *p, const gj_page *h, const gj_record *r)
{
    gj_buffer_format(p->out, "<article class=\"one\" id=\"r%zu\" aria-label=\"", h->number);
    gj_desk_text(p, r->title.len ? r->title : r->path);
    gj_buffer_text(p->out, "\">\n");
    gj_page_facts(h);
    if (r->status != GJ_CHECKED)
        gj_page_reason(h);
    if (r->status == GJ_CHECKED && !r->finding_count)
        gj_buffer_format(p->out, "<p class=\"loose\">%s</p>\n",
                         GJ_PICK(p->lang, "这份报告没有查出问题。", "Nothing was found in this report."));
    for (size_t family = 0; family < p->desk->family_count; family++)
        family_of(p, h, r, family);
    if (r->findings_cut)
        gj_buffer_format(p->out,
                         GJ_PICK(p->lang, "<p class=\"loose\">问题太多，另有 %zu 个没有记录。</p>\n",
                                 "<p class=\"loose\">Too many: %zu more were not recorded.</p>\n"),
                         r->findings_cut);
    text_of(p, h);
    gj_buffer_text(p->out, "</article>\n");
}

static void report(gj_desk_page *p, size_t member)
{
    gj_page h = {
        .out = p->out, .options = p->options, .lang = p->lang, .number = member + 1, .places_most = PLACES_NAMED
    };
    gj_arena *arena = gj_arena_new(0);
    const gj_result *result = arena ? gj_desk_result(arena, p, member, p->out->len < GJ_DESK_TEXTS) : NULL;
    h.result = result;
    if (result && gj_page_find_homes(&h, arena)) {
        size_t *nowhere =
            GJ_ARRAY(arena, result->finding_count, size_t); /* findings stand by family, not beside the text */
        for (size_t i = 0; nowhere && i < result->finding_count; i++)
            nowhere[i] = GJ_NOT_FOUND;
        h.home = nowhere;
        if (nowhere)
            report_body(p, &h, &p->c->members[member].record);
        p->failed = nowhere ? p->failed : GJ_NOMEM;
    } else {
        p->failed = GJ_NOMEM;
    }
    gj_arena_free(arena);
}

static void summary(const gj_desk_page *p, gj_desk_line line)
{
    const gj_record *r = line.member == GJ_NOT_FOUND ? NULL : &p->c->members[line.member].record;
    gj_buffer_format(p->out, "<details class=\"unit %s\" id=\"", gj_desk_class(p, line));
    gj_desk_anchor(p, line);
    gj_buffer_text(p->out, "\"><summary><h3>");
    gj_desk_text(p, gj_desk_name(p, line));
    gj_buffer_format(p->out, "</h3> <span class=\"tag\">%s</span>", gj_desk_state(p, line));
    if (r && r->status == GJ_CHECKED)
        gj_buffer_format(p->out,
                         GJ_PICK(p->lang, " <span class=\"where\">错误 %zu · 警告 %zu · 需核实 %zu · 提示 %zu</span>",
                                 " <span class=\"where\">%zu errors · %zu warnings · %zu to review · %zu infos</span>"),
                         r->severities[GJ_ERROR], r->severities[GJ_WARNING], r->reviews, r->severities[GJ_INFO]);
    gj_buffer_text(p->out, "</summary>\n");
}

static void deadline(const gj_desk_page *p, gj_desk_line line)
{
    const gj_unit *unit = &p->c->units[line.unit];
    gj_buffer_text(p->out, "<p class=\"loose\">");
    if (!unit->member_count)
        gj_buffer_text(p->out, unit->asked ? GJ_PICK(p->lang, "有一份报告可能是这个单位的，请先确认。",
                                                     "A report may be this unit's: settle that first. ")
                                           : GJ_PICK(p->lang, "名册上有，没有收到报告。",
                                                     "It is on the roster, and no report came. "));
    if (p->desk->due[line.unit].date[0])
        gj_buffer_format(p->out, GJ_PICK(p->lang, "应在 %s 前发布。", "To be published by %s. "),
                         p->desk->due[line.unit].date);
    if (unit->entry && unit->entry->parent.len) {
        gj_buffer_text(p->out, GJ_PICK(p->lang, "上级：", "Belongs to "));
        gj_desk_text(p, unit->entry->parent);
        gj_buffer_text(p->out, GJ_PICK(p->lang, "。", "."));
    }
    gj_buffer_text(p->out, "</p>\n");
}

static void line_of(gj_desk_page *p, size_t index)
{
    gj_desk_line line = p->lines[index];
    bool opens = line.unit == GJ_NOT_FOUND || index == 0 || p->lines[index - 1].unit != line.unit;
    bool closes = line.unit == GJ_NOT_FOUND || index + 1 == p->line_count || p->lines[index + 1].unit != line.unit;
    if (opens) {
        summary(p, line);
        if (line.unit != GJ_NOT_FOUND) {
            deadline(p, line);
            own_findings(p, line.unit);
        }
    }
    if (line.member != GJ_NOT_FOUND)
        report(p, line.member);
    if (closes)
        gj_buffer_text(p->out, "</details>\n");
}

void gj_desk_reports(gj_desk_page *p)
{
    gj_desk_open(p, "reports", "reports", GJ_PICK(p->lang, "逐个单位", "Unit by unit"));
    gj_buffer_format(p->out,
                     "<p class=\"lead\">%s</p>\n<p class=\"filter\" hidden><button type=\"button\" "
                     "data-open=\"1\">%s</button> <button type=\"button\">%s</button></p>\n",
                     GJ_PICK(p->lang, "点开一个单位，看它的问题、怎么改，和标出问题的原文。打印时只印展开的单位。",
                             "Open a unit for its findings, what to do, and its report with the places marked. Only "
                             "what is open is printed."),
                     GJ_PICK(p->lang, "全部展开", "Open all"), GJ_PICK(p->lang, "全部收起", "Close all"));
    for (size_t i = 0; i < p->line_count && !p->failed; i++)
        line_of(p, i);
    gj_desk_close(p);
}
