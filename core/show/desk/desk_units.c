/* desk_units.c - the table of units: what came, how it stands, when it was published, the figures one looks at. */
#include "desk_page.h"

#define GJ_WORD(text)                                                                                                  \
    {                                                                                                                  \
        text, sizeof(text) - 1                                                                                         \
    }

static void heads(const gj_desk_page *p)
{
    static const gj_words before[] = {
        { GJ_WORD("单位"), GJ_WORD("Unit") },          { GJ_WORD("结论"), GJ_WORD("Verdict") },
        { GJ_WORD("#错误"), GJ_WORD("#Errors") },      { GJ_WORD("#警告"), GJ_WORD("#Warnings") },
        { GJ_WORD("#需核实"), GJ_WORD("#To review") }, { GJ_WORD("#提示"), GJ_WORD("#Infos") },
        { GJ_WORD("发布"), GJ_WORD("Published") },     { GJ_WORD("#迟（天）"), GJ_WORD("#Days late") }
    };
    static const gj_words after[] = { { GJ_WORD("级别、类型"), GJ_WORD("Level, kind") },
                                      { GJ_WORD("文件"), GJ_WORD("File") } };
    gj_buffer_text(p->out, "<thead><tr>");
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        gj_desk_head(p, before[i]);
    for (size_t i = 0; i < p->desk->figure_count; i++) {
        gj_buffer_text(p->out, "<th scope=\"col\" class=\"n\">");
        gj_desk_say(p, p->desk->figures[i].name);
        gj_buffer_text(p->out, "</th>");
    }
    for (size_t i = 0; i < sizeof after / sizeof *after; i++)
        gj_desk_head(p, after[i]);
    gj_buffer_text(p->out, "</tr></thead>\n<tbody>\n");
}

/* The day and by how much it was late; both cells. */
static void timeliness(const gj_desk_page *p, gj_desk_line line, const gj_record *r)
{
    long days = 0;
    gj_timeliness kept = gj_desk_timeliness(p->desk, p->c, line.unit, r, &days);
    gj_slice day = gj_desk_day(r);
    gj_buffer_text(p->out, "<td data-v=\"");
    gj_desk_text(p, day);
    gj_buffer_text(p->out, "\">");
    gj_desk_date(p, day);
    if (day.len && !r->published_on[0])
        gj_buffer_text(p->out, GJ_PICK(p->lang, "<small> 落款</small>", "<small> signed</small>"));
    gj_buffer_text(p->out, "</td>");
    switch (kept) {
    case GJ_TIME_LATE:
        gj_buffer_format(p->out, "<td class=\"n late\" data-v=\"%ld\">%ld</td>", days, days);
        return;
    case GJ_TIME_KEPT:
        gj_buffer_format(p->out, "<td class=\"n\" data-v=\"0\">%s</td>", GJ_PICK(p->lang, "按时", "in time"));
        return;
    case GJ_TIME_AGAIN:
        gj_buffer_format(p->out, "<td class=\"n\">%s</td>", GJ_PICK(p->lang, "重新发布？", "posted again?"));
        return;
    case GJ_TIME_EARLY:
        gj_buffer_format(p->out, "<td class=\"n late\">%s</td>", GJ_PICK(p->lang, "年终之前", "before the year's end"));
        return;
    case GJ_TIME_UNKNOWN:
        gj_buffer_text(p->out, "<td></td>");
        return;
    }
}

static void figures(const gj_desk_page *p, gj_desk_line line, const gj_record *r)
{
    for (size_t i = 0; i < p->desk->figure_count; i++) {
        bool far = r && gj_desk_is_outlier(p->desk, p->collected, line.unit, p->desk->figures[i].cell);
        gj_buffer_format(p->out, "<td class=\"n%s\">", far ? " far" : "");
        gj_desk_cell(p, r ? gj_record_cell_by_path(r, p->desk->figures[i].cell) : NULL);
        gj_buffer_text(p->out, far ? "<span aria-hidden=\"true\"> ◆</span></td>" : "</td>");
    }
}

static void about(const gj_desk_page *p, gj_desk_line line, const gj_record *r)
{
    GJ_KNOWN(line.unit != GJ_NOT_FOUND || r); /* a line is a unit's or a report's */
    gj_slice level = line.unit != GJ_NOT_FOUND ? p->c->units[line.unit].level : r->level;
    gj_slice kind = line.unit != GJ_NOT_FOUND ? p->c->units[line.unit].kind : r->kind;
    gj_buffer_text(p->out, "<td>");
    gj_desk_text(p, gj_word_issuer(level, p->lang));
    gj_buffer_text(p->out, "<small> ");
    gj_desk_text(p, gj_word_issuer(kind, p->lang));
    gj_buffer_text(p->out, "</small></td><td class=\"path\">");
    if (r) {
        gj_desk_text(p, gj_slice_sub(r->path, p->folder.len, r->path.len));
        gj_buffer_text(p->out, " <small>");
        gj_desk_text(p, r->format);
        gj_buffer_text(p->out, "</small>");
    }
    gj_buffer_text(p->out, "</td></tr>\n");
}

/* What else the name needs said. */
static const char *remark(const gj_desk_page *p, gj_desk_line line)
{
    const gj_unit *unit = line.unit == GJ_NOT_FOUND ? NULL : &p->c->units[line.unit];
    if (!unit)
        return GJ_PICK(p->lang, "不知是谁的", "nobody's");
    if (line.member != GJ_NOT_FOUND && p->c->members[line.member].part == GJ_PART_AGGREGATE)
        return GJ_PICK(p->lang, "汇总报告", "the total");
    if (unit->member_count > 1)
        return GJ_PICK(p->lang, "重复报送", "several");
    if (p->c->has_roster && !unit->entry)
        return GJ_PICK(p->lang, "不在名册", "not on the roster");
    return NULL;
}

static void row(const gj_desk_page *p, gj_desk_line line)
{
    const gj_record *r = line.member == GJ_NOT_FOUND ? NULL : &p->c->members[line.member].record;
    const char *word = remark(p, line);
    gj_buffer_text(p->out, "<tr><th scope=\"row\">");
    gj_desk_link(p, line);
    if (word)
        gj_buffer_format(p->out, " <small>%s</small>", word);
    gj_buffer_format(p->out, "</th><td class=\"state %s\">%s</td>", gj_desk_class(p, line), gj_desk_state(p, line));
    if (r && r->status == GJ_CHECKED) {
        gj_buffer_format(
            p->out, "<td class=\"n\">%zu</td><td class=\"n\">%zu</td><td class=\"n\">%zu</td><td class=\"n\">%zu</td>",
            r->severities[GJ_ERROR], r->severities[GJ_WARNING], r->reviews, r->severities[GJ_INFO]);
        timeliness(p, line, r);
    } else {
        gj_buffer_text(p->out, "<td></td><td></td><td></td><td></td><td></td><td></td>");
    }
    figures(p, line, r);
    about(p, line, r);
}

/* Only of use with the script, which shows it. */
static void filter(const gj_desk_page *p)
{
    gj_buffer_format(p->out,
                     "<div class=\"filter\" hidden data-for=\"units\"><label>%s <input type=\"search\"></label> "
                     "<label>%s <select><option value=\"\">%s</option></select></label> "
                     "<span role=\"status\" data-of=\"%s\"></span></div>\n",
                     GJ_PICK(p->lang, "查找", "Find"), GJ_PICK(p->lang, "结论", "Verdict"),
                     GJ_PICK(p->lang, "全部", "all"), GJ_PICK(p->lang, "显示 # / #", "# of # shown"));
}

void gj_desk_units(gj_desk_page *p)
{
    gj_desk_open(p, "units", "landscape", GJ_PICK(p->lang, "各单位", "Units"));
    gj_buffer_text(p->out, "<p class=\"lead\">");
    gj_buffer_text(
        p->out,
        GJ_PICK(
            p->lang,
            "没有报告、读不了的在前，其余按错误多少排。日期先看发布日期，没有的看落款。◆ 远离同类单位的数，见图表。",
            "What is missing or unreadable first, then by errors. The date of publication, else that of signature. ◆ "
            "far from its peers, see the charts. "));
    if (p->folder.len) {
        gj_buffer_text(p->out, GJ_PICK(p->lang, "文件都在 ", "All files are in "));
        gj_desk_text(p, p->folder);
        gj_buffer_text(p->out, GJ_PICK(p->lang, "。", "."));
    }
    gj_buffer_text(p->out, "</p>\n");
    filter(p);
    gj_desk_table_open(p, "units sortable", GJ_PICK(p->lang, "各单位的报告", "The units' reports"));
    heads(p);
    for (size_t i = 0; i < p->line_count; i++)
        row(p, p->worst[i]);
    gj_desk_table_close(p);
    gj_desk_close(p);
}
