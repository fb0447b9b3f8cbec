/* Headers, footers and page numbers: what stands alone at the edge of a page. */
#include "../../base/utf8.h"
#include "../ascii.h"
#include "pdf.h"

#define EDGE 14   /* hundredths of a page's height */
#define LOOKED 2  /* lines at each edge */
#define NUMBER 24 /* bytes of a page number with what is around it, at most */

static bool skip_word(gj_slice text, size_t *at, const char *word)
{
    if (!gj_slice_starts(gj_slice_sub(text, *at, text.len), gj_slice_of(word)))
        return false;
    *at += strlen(word);
    return true;
}

/* "3", "- 3 -", "— 3 —", "第 3 页", "第3页 共5页", "3 / 5", "Page 3 of 5": one or two numbers and nothing but these words. */
static bool is_page_number(gj_slice text)
{
    static const char *const words[] = { " ",  "-",  "—",  "–", "－",   "·",    "/", "第",
                                         "页", "共", "，", ",", "Page", "page", "of" };
    size_t numbers = 0;
    for (size_t at = 0; at < text.len && text.len <= NUMBER * 2;) {
        size_t from = at;
        while (at < text.len && gj_is_digit(text.data[at]))
            at++;
        if (at - from > 4)
            return false;
        numbers += at > from;
        bool known = at > from;
        for (size_t i = 0; i < sizeof words / sizeof *words && !known; i++)
            known = skip_word(text, &at, words[i]);
        if (!known)
            return false;
    }
    return numbers == 1 || numbers == 2;
}

/* Alike but for digits: "2024年度报告 3" and "2024年度报告 4". */
static bool alike(gj_slice a, gj_slice b)
{
    size_t i = 0, j = 0;
    for (;;) {
        while (i < a.len && gj_is_digit(a.data[i]))
            i++;
        while (j < b.len && gj_is_digit(b.data[j]))
            j++;
        if (i == a.len || j == b.len)
            return i == a.len && j == b.len;
        if (a.data[i++] != b.data[j++])
            return false;
    }
}

/* The lines at the edges of one page, from outside; NULL where there are fewer. */
typedef struct edges {
    gj_pdf_line *lines[2][LOOKED];
} edges;

static bool at_edge(const gj_pdf_line *line, int height, bool bottom)
{
    int edge = height / 100 * EDGE;
    return bottom ? line->box.top > height - edge : line->box.bottom < edge;
}

static void look(const gj_pdf *pdf, size_t first, size_t end, edges *out)
{
    for (int bottom = 0; bottom < 2; bottom++)
        for (size_t k = 0; k < LOOKED && k < end - first; k++) {
            const gj_pdf_item *item = &pdf->items.items[bottom ? end - 1 - k : first + k];
            if (!item->line || !at_edge(item->line, pdf->pages[item->page - 1].height, bottom))
                break;
            out->lines[bottom][k] = item->line;
        }
}

static gj_status note(gj_pdf *pdf, gj_slice text)
{
    for (size_t i = 0; i < pdf->margins.count; i++)
        if (alike(pdf->margins.items[i], text))
            return GJ_OK;
    gj_slice *added = GJ_PUSH(pdf->scratch, &pdf->margins);
    if (!added)
        return gj_fail_nomem(pdf->err);
    *added = text;
    return GJ_OK;
}

static bool is_repeated(const gj_pdf_line *line, const edges *other, int bottom)
{
    for (size_t k = 0; k < LOOKED; k++) {
        const gj_pdf_line *o = other->lines[bottom][k];
        int apart = o ? o->box.top - line->box.top : 0;
        if (o && apart <= GJ_PDF_SNAP && apart >= -GJ_PDF_SNAP && alike(o->text, line->text))
            return true;
    }
    return false;
}

/* A neighbour is the next page or the one after it: left and right pages may differ. */
static gj_status take(gj_pdf *pdf, edges *all, size_t page)
{
    for (int bottom = 0; bottom < 2; bottom++)
        for (size_t k = 0; k < LOOKED; k++) {
            gj_pdf_line *line = all[page].lines[bottom][k];
            bool inner = !line || (k && !all[page].lines[bottom][k - 1]->taken);
            if (inner)
                break;
            bool number = is_page_number(line->text);
            line->taken = number;
            for (size_t away = 1; away <= 2 && !line->taken; away++)
                line->taken = (page >= away && is_repeated(line, &all[page - away], bottom)) ||
                              (page + away < pdf->page_count && is_repeated(line, &all[page + away], bottom));
            if (line->taken && !number)
                GJ_TRY(note(pdf, line->text));
        }
    return GJ_OK;
}

gj_status gj_pdf_margins(gj_pdf *pdf)
{
    edges *all = GJ_ARRAY(pdf->scratch, pdf->page_count + 1, edges);
    if (!all)
        return gj_fail_nomem(pdf->err);
    for (size_t first = 0, end; first < pdf->items.count; first = end) {
        size_t page = pdf->items.items[first].page;
        for (end = first; end < pdf->items.count && pdf->items.items[end].page == page;)
            end++;
        look(pdf, first, end, &all[page - 1]);
    }
    for (size_t page = 0; page < pdf->page_count; page++)
        GJ_TRY(take(pdf, all, page));
    return GJ_OK;
}
