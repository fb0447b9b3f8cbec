/* Where the report is in a page. From the page inwards, as long as one part holds nearly all and nothing else could be of the
 * report: no sentence, no table of figures, no numbered heading. So a last section that a page's template put beside the article
 * is not lost; the price is that a footer with sentences may be kept. */
#include "../../base/utf8.h"
#include "../line_break.h"
#include "html.h"

#define TEXT_PARAGRAPHS 5   /* so many in one cell are a text, not a label or figure */
#define FIGURE_CELLS 8      /* a table with so many is not there for looks */
#define SHORTEST_TITLE 18   /* bytes */
#define TITLE_REPEATED 4096 /* bytes of the article in which its title may stand again */

static const gj_element *at(const gj_html *html, size_t index)
{
    return &html->elements.items[index];
}

/* What a table's cells hold, inner tables left out. */
typedef struct contents {
    size_t cells, row; /* in all; in the row under way */
    size_t widest_row, most_text, most_paragraphs, most_stops;
    bool words;    /* text that is no link */
    bool arranged; /* an inner table is a layout of much text */
} contents;

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static void look_inside_cell(const gj_html *html, size_t cell, contents *found)
{
    size_t text = at(html, cell)->text, linked = at(html, cell)->linked, paragraphs = 0;
    size_t stops = at(html, cell)->stops;
    for (size_t i = cell + 1; i < at(html, cell)->next;) {
        const gj_element *e = at(html, i);
        bool table = e->kind == GJ_ELEMENT_TABLE;
        text -= table ? e->text : 0;
        linked -= table ? e->linked : 0;
        stops -= table ? e->stops : 0;
        found->arranged = found->arranged || (table && e->layout && e->text > GJ_MAX_LABEL);
        paragraphs += e->kind == GJ_ELEMENT_PARAGRAPH && e->text;
        i = table ? e->next : i + 1;
    }
    found->words = found->words || text > linked;
    found->most_text = larger(found->most_text, text);
    found->most_stops = larger(found->most_stops, stops);
    found->most_paragraphs = larger(found->most_paragraphs, paragraphs);
}

static contents look_inside(const gj_html *html, size_t table)
{
    contents found = { 0 };
    for (size_t i = table + 1; i < at(html, table)->next;) {
        const gj_element *e = at(html, i);
        if (e->kind == GJ_ELEMENT_ROW)
            found.row = 0;
        if (e->kind == GJ_ELEMENT_CELL) {
            found.cells++;
            found.widest_row = larger(found.widest_row, ++found.row);
            look_inside_cell(html, i, &found);
        }
        i = e->kind == GJ_ELEMENT_ROW ? i + 1 : e->next;
    }
    return found;
}

static bool is_layout(const gj_html *html, size_t table)
{
    contents in = look_inside(html, table);
    bool nested = at(html, table)->tables > 1;
    if (in.cells == 1)
        return nested || in.most_paragraphs >= 2;
    bool running_text = in.most_text > GJ_MAX_LABEL || in.most_stops > 1;
    if (nested && (in.widest_row <= 1 || running_text || !in.words || in.arranged))
        return true;
    return in.most_paragraphs >= TEXT_PARAGRAPHS && in.most_text > (size_t)2 * GJ_MAX_LABEL;
}

static bool has_figures(const gj_html *html, size_t element)
{
    for (size_t i = element; i < at(html, element)->next; i++) {
        const gj_element *e = at(html, i);
        if (e->kind == GJ_ELEMENT_TABLE && e->tables == 1 && e->cells >= FIGURE_CELLS && !gj_html_is_metadata(html, i))
            return true;
    }
    return false;
}

bool gj_html_is_aside(const gj_html *html, size_t element)
{
    const gj_element *e = at(html, element), *page = at(html, 0);
    if (e->kind == GJ_ELEMENT_SKIPPED)
        return true;
    if (e->aside)
        return e->stops * 4 <= page->stops && !has_figures(html, element);
    bool menu = e->kind == GJ_ELEMENT_BOX && e->next - element > 4 && !e->stops && e->linked * 10 > e->text * 7;
    return menu && !has_figures(html, element);
}

/* The first words of an element, for its number. */
static gj_slice first_words(const gj_html *html, size_t element)
{
    gj_slice bytes = html->md.build.source->bytes, inside = gj_slice_sub(bytes, 0, at(html, element)->inside.end);
    for (size_t begin = at(html, element)->inside.begin; begin < inside.len;) {
        size_t end = gj_slice_find(inside, GJ_LIT("<"), begin);
        gj_slice words = gj_slice_trim(gj_slice_sub(inside, begin, end));
        if (words.len && !gj_slice_is(words, "&nbsp;"))
            return words;
        size_t close = end == GJ_NOT_FOUND ? end : gj_slice_find(inside, GJ_LIT(">"), end);
        if (close == GJ_NOT_FOUND)
            break;
        begin = close + 1;
    }
    return (gj_slice){ "", 0 };
}

/* Whether a piece beside the heaviest one may be of the report. */
static bool could_be_report(const gj_html *html, size_t element)
{
    const gj_element *e = at(html, element);
    if (!e->text || gj_html_is_aside(html, element))
        return false;
    if (e->stops || has_figures(html, element))
        return true;
    return e->linked * 2 <= e->text && gj_is_heading_line(first_words(html, element));
}

static bool is_container(const gj_html *html, size_t element)
{
    gj_element_kind kind = at(html, element)->kind;
    return kind == GJ_ELEMENT_BOX || kind == GJ_ELEMENT_ROW || kind == GJ_ELEMENT_CELL ||
           (kind == GJ_ELEMENT_TABLE && at(html, element)->layout);
}

static size_t weight(const gj_element *e)
{
    return e->stops + e->cells;
}

/* The part of `element` that holds the report alone; `element` itself where there is none. */
static size_t inner_part(const gj_html *html, size_t element)
{
    size_t best = element, own_stops = at(html, element)->stops;
    for (size_t i = element + 1; i < at(html, element)->next; i = at(html, i)->next) {
        own_stops -= at(html, i)->stops;
        if (at(html, i)->kind != GJ_ELEMENT_SKIPPED &&
            (best == element || weight(at(html, i)) > weight(at(html, best))))
            best = i;
    }
    if (best == element || own_stops || !weight(at(html, best)) || !is_container(html, best))
        return element;
    for (size_t i = element + 1; i < at(html, element)->next; i = at(html, i)->next)
        if (i != best && could_be_report(html, i))
            return element;
    return best;
}

void gj_html_find_article(gj_html *html)
{
    size_t article = 0;
    for (size_t i = html->elements.count - 1; i > 0; i--) /* inner tables first */
        if (at(html, i)->kind == GJ_ELEMENT_TABLE)
            html->elements.items[i].layout = is_layout(html, i);
    for (size_t inner; (inner = inner_part(html, article)) != article;)
        article = inner;
    html->article = article;
}

/* An element with a line of text and nothing else inside. */
static bool is_line(const gj_html *html, size_t element)
{
    const gj_element *e = at(html, element);
    if (e->kind == GJ_ELEMENT_SKIPPED || e->kind == GJ_ELEMENT_FRAME || e->text < SHORTEST_TITLE ||
        e->text > (size_t)GJ_MAX_TITLE_CHARS * 4 || e->linked * 2 > e->text || e->stops)
        return false;
    for (size_t i = element + 1; i < e->next; i++)
        if (at(html, i)->text)
            return false;
    return true;
}

/* How much speaks for a line as the title: the length of what <title> repeats of it, or that it is marked as one. */
static gj_status rank_title(gj_html *html, size_t element, gj_slice page_title, const gj_text *text, size_t *rank)
{
    const gj_element *e = at(html, element);
    gj_slice folded = gj_utf8_fold(html->md.build.arena, text->text);
    if (!folded.data)
        return gj_fail_nomem(html->md.build.err);
    bool repeated = folded.len && gj_slice_find(page_title, folded, 0) != GJ_NOT_FOUND;
    bool marked = e->title || (e->kind == GJ_ELEMENT_HEADING && e->level <= 2);
    *rank = repeated ? 2 + folded.len : marked;
    return GJ_OK;
}

gj_status gj_html_title(gj_html *html)
{
    gj_markdown *md = &html->md;
    gj_slice bytes = md->build.source->bytes;
    const gj_element *article = at(html, html->article);
    gj_text page_title, best = { 0 };
    GJ_TRY(gj_html_text(html, html->page_title, &page_title));
    gj_slice folded = gj_utf8_fold(md->build.arena, page_title.text);
    if (!folded.data)
        return gj_fail_nomem(md->build.err);
    size_t best_rank = 0, chosen = 0;
    for (size_t i = 1; i < html->elements.count && at(html, i)->span.begin < article->span.begin; i++) {
        gj_text text;
        size_t rank = 0;
        if (at(html, i)->span.end > article->span.begin || !is_line(html, i))
            continue;
        GJ_TRY(gj_html_text(html, at(html, i)->inside, &text));
        GJ_TRY(rank_title(html, i, folded, &text, &rank));
        if (!rank || rank < best_rank)
            continue;
        best_rank = rank;
        best = text;
        chosen = i;
    }
    gj_slice start = gj_slice_sub(bytes, article->inside.begin, article->inside.begin + TITLE_REPEATED);
    if (!chosen || !best.text.len || gj_slice_find(start, best.text, 0) != GJ_NOT_FOUND)
        return GJ_OK;
    const gj_element *e = at(html, chosen);
    bool heading = e->kind == GJ_ELEMENT_HEADING;
    gj_block block = { .kind = heading ? GJ_BLOCK_HEADING : GJ_BLOCK_PARAGRAPH,
                       .level = e->level,
                       .strong = e->bold && !heading,
                       .text = best,
                       .span = best.span };
    return gj_builder_block(&md->build, &block);
}
