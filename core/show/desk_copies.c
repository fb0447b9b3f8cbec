/* desk_copies.c - who copied whom: groups, the pairs in them, and of each group's strongest pair the paragraphs side by side with what is the same marked; then
 * how far each report is last year's. */
#include <stdlib.h>

#include "../base/shingle.h"
#include "../collect/copying.h"
#include "desk_page.h"

#define GROUPS_SHOWN 60
#define PAIRS_SHOWN 30      /* of a group */
#define PARAGRAPHS_SHOWN 20 /* of a pair */
#define PASSAGES 64         /* marked in a paragraph */
#define PASSAGE_LEAST 3     /* runs, of which one is GJ_SHINGLE characters */

static gj_desk_line line_of(const gj_desk_page *p, size_t text)
{
    return gj_desk_line_of(p, p->c->copied_members[text]);
}

static void share(const gj_desk_page *p, double likeness)
{
    if (likeness < 0)
        gj_buffer_text(p->out, "—");
    else
        gj_buffer_format(p->out, "%d%%", (int)(likeness * 100));
}

/* Sections of which some pair tells anything: columns of dashes help nobody. */
static bool is_told(const gj_copy_pair *pairs, size_t count, size_t section)
{
    for (size_t i = 0; i < count; i++)
        if (pairs[i].sections[section] >= 0)
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
    share(p, pair->whole);
    for (size_t i = 0; i < p->c->copying->options.section_count; i++)
        if (is_told(pairs, count, i)) {
            gj_buffer_text(p->out, "</td><td class=\"n\">");
            share(p, pair->sections[i]);
        }
    gj_buffer_text(p->out, "</td></tr>\n");
}

/* Side by side */

static int by_begin(const void *a, const void *b)
{
    const gj_span *x = a, *y = b;
    return x->begin != y->begin ? (x->begin < y->begin ? -1 : 1) : 0;
}

/* The text with its spans marked; spans may touch and overlap. */
static void marked(const gj_desk_page *p, gj_slice text, gj_span *spans, size_t count)
{
    size_t at = 0;
    if (count)
        qsort(spans, count, sizeof *spans, by_begin);
    for (size_t i = 0; i < count; i++) {
        size_t begin = spans[i].begin > at ? spans[i].begin : at;
        if (spans[i].end <= begin)
            continue;
        gj_desk_text(p, gj_slice_sub(text, at, begin));
        gj_buffer_text(p->out, "<mark class=\"same\">");
        gj_desk_text(p, gj_slice_sub(text, begin, spans[i].end));
        gj_buffer_text(p->out, "</mark>");
        at = spans[i].end;
    }
    gj_desk_text(p, gj_slice_sub(text, at, text.len));
}

static gj_span span_of(const gj_shingles *s, size_t first, size_t count)
{
    return (gj_span){ s->items[first].begin, s->items[first + count - 1].end };
}

static gj_status beside(const gj_desk_page *p, gj_arena *scratch, gj_slice a, gj_slice b)
{
    gj_shingle_options options = { .names = p->c->copying->options.names };
    gj_shingles mine, theirs;
    gj_passage passages[PASSAGES];
    gj_span own[PASSAGES], other[PASSAGES];
    gj_error err;
    gj_arena_reset(scratch);
    GJ_TRY(gj_shingles_make(scratch, &a, 1, &options, &mine, &err));
    GJ_TRY(gj_shingles_make(scratch, &b, 1, &options, &theirs, &err));
    size_t count = gj_shingles_passages(&mine, &theirs, PASSAGE_LEAST, passages, PASSAGES);
    for (size_t i = 0; i < count; i++) {
        own[i] = span_of(&mine, passages[i].a, passages[i].count);
        other[i] = span_of(&theirs, passages[i].b, passages[i].count);
    }
    gj_buffer_text(p->out, "<tr lang=\"zh-CN\"><td>");
    marked(p, a, own, count);
    gj_buffer_text(p->out, "</td><td>");
    marked(p, b, other, count);
    gj_buffer_text(p->out, "</td>");
    return GJ_OK;
}

static gj_slice paragraph(const gj_desk_page *p, size_t text, size_t part, size_t index)
{
    return p->c->copying->texts[text].parts[part].paragraphs[index];
}

static void head_of(const gj_desk_page *p, size_t text)
{
    gj_buffer_text(p->out, "<th scope=\"col\">");
    gj_desk_text(p, gj_desk_name(p, line_of(p, text)));
    gj_buffer_text(p->out, "</th>");
}

static gj_status side_by_side(const gj_desk_page *p, gj_arena *arena, gj_arena *scratch, const gj_copy_pair *pair,
                              size_t section)
{
    gj_copy_beside *found;
    size_t count;
    gj_error err;
    GJ_TRY(gj_copying_beside(arena, p->c->copying, pair->a, pair->b, section, &found, &count, &err));
    if (!count)
        return GJ_OK;
    gj_buffer_format(p->out,
                     GJ_PICK(p->lang, "<details><summary>并排看最像的一对，%zu 段</summary>\n",
                             "<details><summary>The pair most alike side by side, %zu paragraphs</summary>\n"),
                     count);
    gj_desk_table_open(p, "beside",
                       GJ_PICK(p->lang, "相同的文字加了底色；数字和单位名称视为相同",
                               "What is the same is shaded; numbers and names of units count as the same"));
    gj_buffer_text(p->out, "<thead><tr>");
    head_of(p, pair->a);
    head_of(p, pair->b);
    gj_buffer_format(p->out, "<th scope=\"col\" class=\"n\">%s</th></tr></thead>\n<tbody>\n",
                     GJ_PICK(p->lang, "相同", "Alike"));
    for (size_t i = 0; i < count && i < PARAGRAPHS_SHOWN; i++) {
        GJ_TRY(beside(p, scratch, paragraph(p, pair->a, found[i].a_part, found[i].a_paragraph),
                      paragraph(p, pair->b, found[i].b_part, found[i].b_paragraph)));
        gj_buffer_text(p->out, "<td class=\"n\">");
        share(p, found[i].likeness);
        gj_buffer_text(p->out, "</td></tr>\n");
    }
    gj_desk_table_close(p);
    if (count > PARAGRAPHS_SHOWN)
        gj_buffer_format(
            p->out,
            GJ_PICK(p->lang, "<p class=\"loose\">另有 %zu 段。</p>\n", "<p class=\"loose\">%zu more paragraphs.</p>\n"),
            count - PARAGRAPHS_SHOWN);
    gj_buffer_text(p->out, "</details>\n");
    return GJ_OK;
}

/* Groups */

static bool holds(const gj_copy_group *group, size_t text)
{
    for (size_t i = 0; i < group->count; i++)
        if (group->texts[i] == text)
            return true;
    return false;
}

/* Whether a pair is one of those that hang a group of this kind together. */
static bool belongs(const gj_desk_page *p, const gj_copy_group *group, const gj_copy_pair *pair, size_t section)
{
    double least = p->c->copying->options.least;
    bool whole = pair->whole >= least;
    return holds(group, pair->a) && holds(group, pair->b) &&
           (section == GJ_COPY_WHOLE ? whole : !whole && pair->sections[section] >= least);
}

static void pairs(const gj_desk_page *p, const gj_copy_group *group, size_t section)
{
    const gj_copying *copying = p->c->copying;
    size_t shown = 0;
    gj_desk_table_open(p, "pairs", GJ_PICK(p->lang, "两两相同的程度", "How alike they are, pair by pair"));
    likeness_heads(p, GJ_PICK(p->lang, "单位", "Unit"), GJ_PICK(p->lang, "单位", "Unit"), copying->pairs,
                   copying->pair_count);
    for (size_t i = 0; i < copying->pair_count; i++) {
        if (!belongs(p, group, &copying->pairs[i], section) || shown++ >= PAIRS_SHOWN)
            continue;
        gj_buffer_text(p->out, "<tr><th scope=\"row\">");
        gj_desk_link(p, line_of(p, copying->pairs[i].a));
        gj_buffer_text(p->out, "</th><td>");
        gj_desk_link(p, line_of(p, copying->pairs[i].b));
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

static gj_status group_of(const gj_desk_page *p, const gj_copy_group *group, size_t section, size_t number)
{
    gj_arena *arena = gj_arena_new(0), *scratch = gj_arena_new(0);
    gj_buffer_format(p->out,
                     GJ_PICK(p->lang, "<h3 id=\"g%zu\">第 %zu 组：%zu 份", "<h3 id=\"g%zu\">Group %zu: %zu reports"),
                     number, number, group->count);
    gj_buffer_text(p->out, GJ_PICK(p->lang, "，", ", "));
    gj_desk_text(p, section == GJ_COPY_WHOLE ? gj_slice_of(GJ_PICK(p->lang, "全文", "as a whole"))
                                             : gj_desk_section(p, p->c->copying->options.sections[section]));
    gj_buffer_text(p->out, "</h3>\n<p>");
    for (size_t i = 0; i < group->count; i++) {
        gj_buffer_text(p->out, i ? GJ_PICK(p->lang, "、", ", ") : "");
        gj_desk_link(p, line_of(p, group->texts[i]));
    }
    gj_buffer_text(p->out, "</p>\n");
    pairs(p, group, section);
    gj_status status =
        arena && scratch ? side_by_side(p, arena, scratch, &p->c->copying->pairs[group->strongest], section) : GJ_NOMEM;
    gj_arena_free(scratch);
    gj_arena_free(arena);
    return status;
}

/* The groups of one section, or of the texts as a whole; *number goes on. */
static gj_status groups_of(const gj_desk_page *p, size_t section, size_t *number)
{
    gj_copy_group *groups;
    size_t count;
    gj_error err;
    GJ_TRY(gj_copying_groups(p->arena, p->c->copying, section, &groups, &count, &err));
    for (size_t i = 0; i < count; i++)
        if (++*number <= GROUPS_SHOWN)
            GJ_TRY(group_of(p, &groups[i], section, *number));
    return GJ_OK;
}

static gj_status all_groups(const gj_desk_page *p)
{
    const gj_copying *copying = p->c->copying;
    size_t number = 0;
    GJ_TRY(groups_of(p, GJ_COPY_WHOLE, &number));
    for (size_t i = 0; i < copying->options.alone_count; i++)
        GJ_TRY(groups_of(
            p, gj_copy_option_of(copying->options.sections, copying->options.section_count, copying->options.alone[i]),
            &number));
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
    gj_desk_text(p, gj_desk_name(p, line_of(p, order[0]->a)));
    gj_buffer_text(p->out, GJ_PICK(p->lang, "，", ", "));
    share(p, order[0]->whole);
    gj_buffer_text(p->out, "</summary>\n");
    gj_desk_table_open(p, "pairs sortable",
                       GJ_PICK(p->lang, "今年的文字有多少与上年相同，最像的在前；“—”是文字太少，不比",
                               "How much of this year's text is last year's, most first; “—”: too little text to say"));
    likeness_heads(p, GJ_PICK(p->lang, "单位", "Unit"), GJ_PICK(p->lang, "上年报告", "Last year's report"),
                   copying->years, copying->year_count);
    for (size_t i = 0; i < copying->year_count; i++) {
        gj_buffer_text(p->out, "<tr><th scope=\"row\">");
        gj_desk_link(p, line_of(p, order[i]->a));
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
                "的列在一起；一半以上单位都有的（统一模板）不计，年份、数字、单位名称视为相同。同组不等于都照抄：先并排"
                "看，再问是谁写的。</p>\n",
                "<p class=\"lead\">Texts of which at least %d%% is the same stand together. What more than half of the "
                "units have is a template and does not count; years, numbers and names count as the same.</p>\n"),
        (int)(copying->options.least * 100 + 0.5));
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
