/* desk_beside.c - the paragraphs of two texts that are alike, side by side, with what is the same marked. */
#include <stdlib.h>

#include "../../base/shingle.h"
#include "desk_page.h"

#define PARAGRAPHS_SHOWN 20 /* of a pair */
#define PASSAGES 64         /* marked in a paragraph */
#define PASSAGE_LEAST 3     /* runs, of which one is GJ_SHINGLE characters */

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
    gj_desk_text(p, gj_desk_name(p, gj_desk_line_of_text(p, text)));
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
        gj_desk_share(p, found[i].likeness);
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

gj_status gj_desk_beside(const gj_desk_page *p, const gj_copy_pair *pair, size_t section)
{
    gj_arena *arena = gj_arena_new(0), *scratch = gj_arena_new(0);
    gj_status status = arena && scratch ? side_by_side(p, arena, scratch, pair, section) : GJ_NOMEM;
    gj_arena_free(scratch);
    gj_arena_free(arena);
    return status;
}
