/* desk_charts.c - what one looks at rather than reads: publication against the deadline, findings by family, figures of units beside their peers. Each
 * a picture with a title and a description, and its figures as a table, folded. The pictures are SVG without styles of their own: classes of the sheet. */
#include "desk_chart.h"

void gj_chart_open(const gj_desk_page *p, const char *id, const char *title, const char *description, int width,
                   int height)
{
    const char *level = description ? "h3" : "h4"; /* one of several under a heading with the description of all */
    gj_buffer_format(p->out, "<figure class=\"chart\">\n<figcaption><%s>%s</%s>", level, title, level);
    if (description)
        gj_buffer_format(p->out, "<p class=\"lead\">%s</p>", description);
    gj_buffer_format(p->out,
                     "</figcaption>\n<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"%s\"><svg "
                     "viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">",
                     title, width, height, id, id);
    gj_buffer_format(p->out, "<title id=\"%s-t\">%s</title><desc id=\"%s-d\">%s</desc>\n", id, title, id,
                     description ? description
                                 : GJ_PICK(p->lang, "每个单位的数，数字见下面的数据表",
                                           "Each unit's figure; the numbers stand in the table below"));
}

void gj_chart_shut(const gj_desk_page *p)
{
    gj_buffer_text(p->out, "</svg></div>\n");
}

void gj_chart_table_open(const gj_desk_page *p, const char *caption)
{
    gj_buffer_format(p->out, "<details class=\"figures\"><summary>%s</summary>\n",
                     GJ_PICK(p->lang, "数据表", "The figures as a table"));
    gj_desk_table_open(p, "sortable", caption);
}

void gj_chart_end(const gj_desk_page *p)
{
    gj_desk_table_close(p);
    gj_buffer_text(p->out, "</details>\n</figure>\n");
}

void gj_chart_text(const gj_desk_page *p, const char *class, double x, double y, gj_slice text)
{
    gj_buffer_format(p->out, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">", class, x, y);
    gj_desk_text(p, text);
    gj_buffer_text(p->out, "</text>\n");
}

void gj_chart_line(const gj_desk_page *p, const char *class, double x1, double y1, double x2, double y2)
{
    gj_buffer_format(p->out, "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n", class, x1, y1,
                     x2, y2);
}

void gj_chart_dot(const gj_desk_page *p, const char *class, double x, double y, double r, bool diamond, gj_slice name,
                  const char *value)
{
    if (diamond)
        gj_buffer_format(p->out, "<path class=\"%s\" d=\"M%.1f %.1fl%.1f %.1f %.1f %.1f %.1f %.1fz\">", class, x,
                         y - r * 1.4, r * 1.4, r * 1.4, -r * 1.4, r * 1.4, -r * 1.4, -r * 1.4);
    else
        gj_buffer_format(p->out, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\">", class, x, y, r);
    gj_buffer_text(p->out, "<title>");
    gj_desk_text(p, name);
    gj_buffer_format(p->out, " %s</title>%s\n", value, diamond ? "</path>" : "</circle>");
}

/* Findings by family */

#define LEFT 200.0
#define BAR 540.0
#define ROW 26

typedef struct tally {
    size_t ranks[GJ_DESK_RANKS], all;
} tally;

static void add(const gj_desk_page *p, tally *tallies, gj_slice rule, gj_outcome outcome, gj_severity severity)
{
    size_t family = gj_desk_family_of(p->desk, rule);
    if (family == GJ_NOT_FOUND)
        return;
    tallies[family].ranks[gj_desk_rank_of(outcome, severity)]++;
    tallies[family].all++;
}

static tally *count_families(const gj_desk_page *p, size_t *used, size_t *most)
{
    tally *tallies = GJ_ARRAY(p->arena, p->desk->family_count, tally);
    for (size_t i = 0; tallies && i < p->c->member_count; i++) {
        const gj_record *r = &p->c->members[i].record;
        for (size_t k = 0; gj_desk_shown(&p->c->members[i]) && k < r->finding_count; k++)
            if (!r->findings[k].excepted)
                add(p, tallies, r->findings[k].rule, r->findings[k].outcome, r->findings[k].severity);
    }
    for (size_t i = 0; tallies && i < p->collected->finding_count; i++)
        add(p, tallies, p->collected->findings[i].rule->id, p->collected->findings[i].outcome,
            p->collected->findings[i].severity);
    *used = *most = 0;
    for (size_t i = 0; tallies && i < p->desk->family_count; i++) {
        *used += tallies[i].all > 0;
        *most = tallies[i].all > *most ? tallies[i].all : *most;
    }
    return tallies;
}

/* One bar: a piece a rank, then the figures. */
static void bar(const gj_desk_page *p, const tally *t, const gj_desk_family *family, double y, size_t most)
{
    double x = LEFT;
    gj_chart_text(p, "label", LEFT - 8, y + 16, gj_say(family->name, p->lang));
    for (int rank = 0; rank < GJ_DESK_RANKS; rank++) {
        double width = BAR * (double)t->ranks[rank] / (double)most;
        if (!t->ranks[rank])
            continue;
        gj_buffer_format(p->out, "<rect class=\"fill %s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"18\"/>\n",
                         gj_desk_rank_class((gj_desk_rank)rank), x, y + 3, width);
        x += width;
    }
    gj_buffer_format(p->out, "<text class=\"tick\" x=\"%.1f\" y=\"%.1f\">", x + 8, y + 16);
    for (int rank = 0; rank < GJ_DESK_RANKS; rank++)
        if (t->ranks[rank])
            gj_buffer_format(p->out, "%s%zu ", gj_desk_rank_sign((gj_desk_rank)rank, p->lang), t->ranks[rank]);
    gj_buffer_text(p->out, "</text>\n");
}

static void families_table(const gj_desk_page *p, const tally *tallies)
{
    static const char *const words[][2] = { { "类别", "Family" },     { "#错误", "#Errors" },
                                            { "#警告", "#Warnings" }, { "#需核实", "#To review" },
                                            { "#提示", "#Infos" },    { NULL, NULL } };
    gj_chart_table_open(p, GJ_PICK(p->lang, "各类规则查出的问题", "Findings by family of rules"));
    gj_desk_heads(p, words);
    for (size_t i = 0; i < p->desk->family_count; i++) {
        if (!tallies[i].all)
            continue;
        gj_buffer_text(p->out, "<tr><th scope=\"row\">");
        gj_desk_say(p, p->desk->families[i].name);
        gj_buffer_text(p->out, "</th>");
        for (int rank = 0; rank < GJ_DESK_RANKS; rank++)
            gj_buffer_format(p->out, "<td class=\"n\">%zu</td>", tallies[i].ranks[rank]);
        gj_buffer_text(p->out, "</tr>\n");
    }
    gj_chart_end(p);
}

static void families(gj_desk_page *p)
{
    size_t used, most, shown = 0;
    const tally *tallies = count_families(p, &used, &most);
    if (!tallies)
        p->failed = GJ_NOMEM;
    if (!tallies || !used)
        return;
    gj_chart_open(p, "cf", GJ_PICK(p->lang, "各类问题有多少", "Findings by family"),
                  GJ_PICK(p->lang, "每一类规则一条；从左到右是错误、警告、需核实、提示，右边写着个数。",
                          "A bar a family of rules: from the left errors, warnings, what is to be reviewed, infos; "
                          "their numbers at its end."),
                  960, (int)used * ROW + 8);
    for (size_t i = 0; i < p->desk->family_count; i++)
        if (tallies[i].all)
            bar(p, &tallies[i], &p->desk->families[i], (double)(shown++ * ROW), most);
    gj_chart_shut(p);
    families_table(p, tallies);
}

void gj_desk_charts(gj_desk_page *p)
{
    size_t begun;
    gj_desk_open(p, "charts", "charts", GJ_PICK(p->lang, "图表", "Charts"));
    begun = p->out->len;
    gj_chart_dates(p);
    families(p);
    gj_chart_figures(p);
    if (p->out->len == begun)
        gj_buffer_format(p->out, "<p class=\"lead\">%s</p>\n",
                         GJ_PICK(p->lang, "没有可画的。", "There is nothing to draw."));
    gj_desk_close(p);
}
