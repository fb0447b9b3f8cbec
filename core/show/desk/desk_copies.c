/* desk_copies.c - who copied whom: groups, the pairs in them, and of each group's strongest pair the paragraphs side by side; then how far each report is last
 * year's. */
#include <stdlib.h>

#include "desk_page.h"

#define GROUPS_SHOWN 60
#define PAIRS_SHOWN 30 /* of a group */

/* Sections of which some pair tells anything: columns of dashes help nobody. */
static bool is_told(const gj_copy_pair *pairs, size_t count, size_t section)
{
    for (size_t i = 0; i < count; i++)
        if (pairs[i].sections[section] >= 0)
            return true;
    return false;
}

/* Whether some pair is here because one text stands within the other. */
static bool is_within_told(const gj_desk_page *p, const gj_copy_pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (gj_copying_alike(p->c->copying, &pairs[i], GJ_COPY_WITHIN) >= 0)
            return true;
    return false;
}

static void likeness_heads(const gj_desk_page *p, const char *first, const char *second, const gj_copy_pair *pairs,
                           size_t count)
{
    const gj_copying *copying = p->c->copying;
    gj_buffer_format(
        p->out, "<thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\" class=\"n\">%s</th>",
        first, second, GJ_PICK(p->lang, "全文", "Whole"));
    if (is_within_told(p, pairs, count))
        gj_buffer_format(p->out, "<th scope=\"col\" class=\"n\">%s</th>",
                         GJ_PICK(p->lang, "短的一份在另一份里", "The shorter within the other"));
    for (size_t i = 0; i < copying->options.section_count; i++) {
        if (!is_told(pairs, count, i))
            continue;
        gj_buffer_text(p->out, "<th scope=\"col\" class=\"n\">");
        gj_desk_text(p, gj_desk_section(p, copying->options.sections[i]));
        gj_buffer_text(p->out, "</th>");
    }
    gj_buffer_text(p->out, "</tr></thead>\n<tbody>\n");
}

/* The end of a row whose heads were made of `pairs`. */
static void likeness_cells(const gj_desk_page *p, const gj_copy_pair *pair, const gj_copy_pair *pairs, size_t count)
{
    gj_buffer_text(p->out, "<td class=\"n\">");
    gj_desk_share(p, pair->whole);
    if (is_within_told(p, pairs, count)) {
        gj_buffer_text(p->out, "</td><td class=\"n\">");
        gj_desk_share(p, pair->within);
    }
    for (size_t i = 0; i < p->c->copying->options.section_count; i++)
        if (is_told(pairs, count, i)) {
            gj_buffer_text(p->out, "</td><td class=\"n\">");
            gj_desk_share(p, pair->sections[i]);
        }
    gj_buffer_text(p->out, "</td></tr>\n");
}

/* Groups */

static gj_slice kind_word(const gj_desk_page *p, size_t kind)
{
    if (kind == GJ_COPY_WHOLE)
        return gj_slice_of(GJ_PICK(p->lang, "全文", "as a whole"));
    if (kind == GJ_COPY_WITHIN)
        return gj_slice_of(GJ_PICK(p->lang, "一份的文字在另一份里", "one within another"));
    return gj_desk_section(p, p->c->copying->options.sections[kind]);
}

static bool holds(const gj_copy_group *group, size_t text)
{
    for (size_t i = 0; i < group->count; i++)
        if (group->texts[i] == text)
            return true;
    return false;
}

/* Whether a pair is one of those that hang a group of this kind together. */
static bool belongs(const gj_desk_page *p, const gj_copy_group *group, const gj_copy_pair *pair, size_t kind)
{
    return holds(group, pair->a) && holds(group, pair->b) && gj_copying_alike(p->c->copying, pair, kind) >= 0;
}

static void pairs(const gj_desk_page *p, const gj_copy_group *group, size_t kind)
{
    const gj_copying *copying = p->c->copying;
    size_t shown = 0;
    gj_desk_table_open(p, "pairs", GJ_PICK(p->lang, "两两相同的程度", "How alike they are, pair by pair"));
    likeness_heads(p, GJ_PICK(p->lang, "单位", "Unit"), GJ_PICK(p->lang, "单位", "Unit"), copying->pairs,
                   copying->pair_count);
    for (size_t i = 0; i < copying->pair_count; i++) {
        if (!belongs(p, group, &copying->pairs[i], kind) || shown++ >= PAIRS_SHOWN)
            continue;
        gj_buffer_text(p->out, "<tr><th scope=\"row\">");
        gj_desk_link(p, gj_desk_line_of_text(p, copying->pairs[i].a));
        gj_buffer_text(p->out, "</th><td>");
        gj_desk_link(p, gj_desk_line_of_text(p, copying->pairs[i].b));
        gj_buffer_text(p->out, "</td>");
        likeness_cells(p, &copying->pairs[i], copying->pairs, copying->pair_count);
    }
    gj_desk_table_close(p);
    if (shown > PAIRS_SHOWN)
        gj_buffer_format(
            p->out,
            GJ_PICK(p->lang, "<p class=\"loose\">另有 %zu 对。</p>\n", "<p class=\"loose\">%zu more pairs.</p>\n"),
            shown - PAIRS_SHOWN);
}

static gj_status group_of(const gj_desk_page *p, const gj_copy_group *group, size_t kind, size_t number)
{
    gj_buffer_format(p->out,
                     GJ_PICK(p->lang, "<h3 id=\"g%zu\">第 %zu 组：%zu 份", "<h3 id=\"g%zu\">Group %zu: %zu reports"),
                     number, number, group->count);
    gj_buffer_text(p->out, GJ_PICK(p->lang, "，", ", "));
    gj_desk_text(p, kind_word(p, kind));
    gj_buffer_text(p->out, "</h3>\n<p>");
    for (size_t i = 0; i < group->count; i++) {
        gj_buffer_text(p->out, i ? GJ_PICK(p->lang, "、", ", ") : "");
        gj_desk_link(p, gj_desk_line_of_text(p, group->texts[i]));
    }
    gj_buffer_text(p->out, "</p>\n");
    pairs(p, group, kind);
    return gj_desk_beside(p, &p->c->copying->pairs[group->strongest], kind);
}

/* The groups of one kind; *number goes on. */
static gj_status groups_of(const gj_desk_page *p, size_t kind, size_t *number)
{
    gj_copy_group *groups;
    size_t count;
    gj_error err;
    GJ_TRY(gj_copying_groups(p->arena, p->c->copying, kind, &groups, &count, &err));
    for (size_t i = 0; i < count; i++)
        if (++*number <= GROUPS_SHOWN)
            GJ_TRY(group_of(p, &groups[i], kind, *number));
    return GJ_OK;
}

static gj_status all_groups(const gj_desk_page *p)
{
    const gj_copying *copying = p->c->copying;
    size_t number = 0;
    for (size_t i = 0; i < copying->options.section_count + GJ_COPY_KINDS; i++)
        GJ_TRY(groups_of(p, gj_copy_kind(i), &number));
    if (!number)
        gj_buffer_format(p->out, "<p>%s</p>\n",
                         GJ_PICK(p->lang, "没有哪两份报告的文字达到这个程度。", "No two reports are that much alike."));
    if (number > GROUPS_SHOWN)
        gj_buffer_format(p->out,
                         GJ_PICK(p->lang, "<p class=\"loose\">另有 %zu 组没有列出。</p>\n",
                                 "<p class=\"loose\">%zu more groups are not listed.</p>\n"),
                         number - GROUPS_SHOWN);
    return GJ_OK;
}

/* Years */

static int by_likeness(const void *a, const void *b)
{
    const gj_copy_pair *x = *(const gj_copy_pair *const *)a, *y = *(const gj_copy_pair *const *)b;
    if (x->whole != y->whole)
        return x->whole < y->whole ? 1 : -1;
    return (x->a > y->a) - (x->a < y->a);
}

static gj_status years(const gj_desk_page *p)
{
    const gj_copying *copying = p->c->copying;
    const gj_copy_pair **order = GJ_ARRAY(p->arena, copying->year_count, const gj_copy_pair *);
    if (!order)
        return GJ_NOMEM;
    for (size_t i = 0; i < copying->year_count; i++)
        order[i] = &copying->years[i];
    if (!copying->year_count)
        return GJ_OK;
    qsort(order, copying->year_count, sizeof *order, by_likeness);
    gj_buffer_format(p->out, "<h3>%s</h3>\n",
                     GJ_PICK(p->lang, "今年与自己上年", "This year against one's own last year"));
    gj_buffer_format(p->out,
                     GJ_PICK(p->lang, "<details><summary>%zu 份有上年的可比，最像的是",
                             "<details><summary>%zu have a report of last year; most alike is "),
                     copying->year_count);
    gj_desk_text(p, gj_desk_name(p, gj_desk_line_of_text(p, order[0]->a)));
    gj_buffer_text(p->out, GJ_PICK(p->lang, "，", ", "));
    gj_desk_share(p, order[0]->whole);
    gj_buffer_text(p->out, "</summary>\n");
    gj_desk_table_open(p, "pairs sortable",
                       GJ_PICK(p->lang, "今年的文字有多少与上年相同，最像的在前；“—”是文字太少，不比",
                               "How much of this year's text is last year's, most first; “—”: too little text to say"));
    likeness_heads(p, GJ_PICK(p->lang, "单位", "Unit"), GJ_PICK(p->lang, "上年报告", "Last year's report"),
                   copying->years, copying->year_count);
    for (size_t i = 0; i < copying->year_count; i++) {
        gj_buffer_text(p->out, "<tr><th scope=\"row\">");
        gj_desk_link(p, gj_desk_line_of_text(p, order[i]->a));
        gj_buffer_text(p->out, "</th><td class=\"path\">");
        gj_desk_text(p, p->c->members[p->c->copied_members[order[i]->b]].record.path);
        gj_buffer_text(p->out, "</td>");
        likeness_cells(p, order[i], copying->years, copying->year_count);
    }
    gj_desk_table_close(p);
    gj_buffer_text(p->out, "</details>\n");
    return GJ_OK;
}

void gj_desk_copies(gj_desk_page *p)
{
    const gj_copying *copying = p->c->copying;
    gj_desk_open(p, "copies", "", GJ_PICK(p->lang, "互相照搬与沿用上年", "Copies, and last year's text"));
    if (!copying) {
        gj_buffer_format(p->out, "<p class=\"lead\">%s</p>\n",
                         GJ_PICK(p->lang, "没有比较：比较文字的规则没有执行。",
                                 "Not done: the rules that compare texts were not run."));
        gj_desk_close(p);
        return;
    }
    gj_buffer_format(
        p->out,
        GJ_PICK(p->lang,
                "<p class=\"lead\">文字相同达到 %d%% "
                "的列在一起，一份的文字有 %d%% "
                "都在另一份里的也列出；一半以上单位都有的（统一模板）不计，年份、数字、单位名称视为相同。同组不等于都照"
                "抄：先并排"
                "看，再问是谁写的。</p>\n",
                "<p class=\"lead\">Texts of which at least %d%% is the same stand together, and so do those of which "
                "%d%% stands in the other. What more than half of the "
                "units have is a template and does not count; years, numbers and names count as the same.</p>\n"),
        (int)(copying->options.least * 100 + 0.5), (int)(copying->options.within * 100 + 0.5));
    if (copying->cut)
        gj_buffer_format(
            p->out, "<p>%s</p>\n",
            GJ_PICK(p->lang, "相像的太多，有的一对没有比。", "Too many are alike: some pairs were not compared."));
    gj_status status = all_groups(p);
    if (status == GJ_OK)
        status = years(p);
    p->failed = status == GJ_OK ? p->failed : status;
    gj_desk_close(p);
}
