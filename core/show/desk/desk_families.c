/* desk_families.c - units by families of rules: where the trouble is, in colour and in a sign and a figure, each a link to the unit's findings of that
 * family. */
#include "desk_page.h"

/* Findings of a line by family and rank: rows of family_count * GJ_DESK_RANKS. */
typedef struct heat {
    const gj_desk_page *p;
    size_t *counts;
    bool *used; /* a family that some line has findings of */
} heat;

static size_t *cell_of(const heat *h, size_t line, size_t family)
{
    return &h->counts[(line * h->p->desk->family_count + family) * GJ_DESK_RANKS];
}

static void count(const heat *h, size_t line, gj_slice rule, gj_outcome outcome, gj_severity severity)
{
    size_t family = gj_desk_family_of(h->p->desk, rule);
    if (family == GJ_NOT_FOUND)
        return;
    cell_of(h, line, family)[gj_desk_rank_of(outcome, severity)]++;
    h->used[family] = true;
}

static void count_all(const heat *h)
{
    const gj_desk_page *p = h->p;
    for (size_t i = 0; i < p->line_count; i++) {
        gj_desk_line line = p->worst[i];
        const gj_record *r = line.member == GJ_NOT_FOUND ? NULL : &p->c->members[line.member].record;
        for (size_t k = 0; r && k < r->finding_count; k++)
            if (!r->findings[k].excepted)
                count(h, i, r->findings[k].rule, r->findings[k].outcome, r->findings[k].severity);
        for (size_t k = 0; line.unit != GJ_NOT_FOUND && k < p->collected->finding_count; k++) {
            const gj_collected_finding *f = &p->collected->findings[k];
            if (gj_desk_names(f, line.unit))
                count(h, i, f->rule->id, f->outcome, f->severity);
        }
    }
}

/* Whether the report itself has findings of the family; else they are about the collection and name the unit. */
static bool is_of_report(const gj_desk_page *p, gj_desk_line line, size_t family)
{
    const gj_record *r = line.member == GJ_NOT_FOUND ? NULL : &p->c->members[line.member].record;
    for (size_t i = 0; r && i < r->finding_count; i++)
        if (!r->findings[i].excepted && gj_desk_family_of(p->desk, r->findings[i].rule) == family)
            return true;
    return false;
}

/* "错3 +2": the worst and how many, then how many of the others. */
static void cell(const heat *h, size_t index, size_t family)
{
    const gj_desk_page *p = h->p;
    const size_t *counts = cell_of(h, index, family);
    gj_desk_line line = p->worst[index];
    size_t worst = 0, all = 0;
    while (worst < GJ_DESK_RANKS && !counts[worst])
        worst++;
    for (size_t i = 0; i < GJ_DESK_RANKS; i++)
        all += counts[i];
    if (!all) {
        gj_buffer_text(p->out, "<td></td>");
        return;
    }
    gj_buffer_format(p->out, "<td class=\"%s\" data-v=\"%zu\"><a href=\"#", gj_desk_rank_class((gj_desk_rank)worst),
                     (GJ_DESK_RANKS - worst) * 1000 + (counts[worst] < 1000 ? counts[worst] : 999));
    if (is_of_report(p, line, family))
        gj_buffer_format(p->out, "r%zu-k%zu", line.member + 1, family + 1);
    else
        gj_buffer_format(p->out, "u%zu-k%zu", line.unit + 1, family + 1);
    gj_buffer_format(p->out, "\">%s%zu", gj_desk_rank_sign((gj_desk_rank)worst, p->lang), counts[worst]);
    if (all > counts[worst])
        gj_buffer_format(p->out, "<small>+%zu</small>", all - counts[worst]);
    gj_buffer_text(p->out, "</a></td>");
}

static void row(const heat *h, size_t index)
{
    const gj_desk_page *p = h->p;
    gj_desk_line line = p->worst[index];
    gj_buffer_text(p->out, "<tr><th scope=\"row\">");
    gj_desk_link(p, line);
    gj_buffer_format(p->out, "</th><td class=\"state %s\">%s</td>", gj_desk_class(p, line), gj_desk_state(p, line));
    for (size_t f = 0; f < p->desk->family_count; f++)
        if (h->used[f])
            cell(h, index, f);
    gj_buffer_text(p->out, "</tr>\n");
}

static void legend(const gj_desk_page *p)
{
    gj_buffer_text(p->out, "<p class=\"lead\">");
    for (int rank = 0; rank < GJ_DESK_RANKS; rank++)
        gj_buffer_format(p->out, "<span class=\"%s\"><span class=\"tag\">%s</span></span> %s%s",
                         gj_desk_rank_class((gj_desk_rank)rank), gj_desk_rank_sign((gj_desk_rank)rank, p->lang),
                         gj_desk_rank_word((gj_desk_rank)rank, p->lang),
                         rank + 1 < GJ_DESK_RANKS ? GJ_PICK(p->lang, "，", ", ") : "");
    gj_buffer_text(
        p->out,
        GJ_PICK(p->lang,
                "。每格写最重的一种有几个，“+”后面是其余的；点开看该单位这一类的问题。没有问题的类别不列。</p>\n",
                ". A cell tells the gravest kind and how many, after “+” the others, and leads to them. Families "
                "without findings are left out.</p>\n"));
}

void gj_desk_families(gj_desk_page *p)
{
    heat h = { .p = p,
               .counts = GJ_ARRAY(p->arena, p->line_count * p->desk->family_count * GJ_DESK_RANKS, size_t),
               .used = GJ_ARRAY(p->arena, p->desk->family_count, bool) };
    if (!h.counts || !h.used) {
        p->failed = GJ_NOMEM;
        return;
    }
    count_all(&h);
    gj_desk_open(p, "families", "landscape", GJ_PICK(p->lang, "各单位、各类问题", "Units and families of rules"));
    legend(p);
    gj_desk_table_open(p, "heat sortable",
                       GJ_PICK(p->lang, "每个单位各类规则查出的问题，要办的多的在前",
                               "Findings of each unit by family of rules, most to be done first"));
    gj_buffer_format(p->out, "<thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>",
                     GJ_PICK(p->lang, "单位", "Unit"), GJ_PICK(p->lang, "结论", "Verdict"));
    for (size_t f = 0; f < p->desk->family_count; f++) {
        if (!h.used[f])
            continue;
        gj_buffer_text(p->out, "<th scope=\"col\" class=\"n\">");
        gj_desk_say(p, p->desk->families[f].name);
        gj_buffer_text(p->out, " <small>");
        gj_desk_text(p, p->desk->families[f].prefix);
        gj_buffer_text(p->out, "</small></th>");
    }
    gj_buffer_text(p->out, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < p->line_count; i++)
        row(&h, i);
    gj_desk_table_close(p);
    gj_desk_close(p);
}
