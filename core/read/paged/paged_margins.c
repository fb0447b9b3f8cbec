/* Headers, footers and page numbers: what stands alone at the edge of a page. */
#include "../../base/utf8.h"
#include "../ascii.h"
#include "paged.h"

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
    gj_paged_line *lines[2][LOOKED];
} edges;

static bool at_edge(const gj_paged_line *line, int height, bool bottom)
{
    int edge = height / 100 * EDGE;
    return bottom ? line->box.top > height - edge : line->box.bottom < edge;
}

static void look(const gj_paged *paged, size_t first, size_t end, edges *out)
{
    for (int bottom = 0; bottom < 2; bottom++)
        for (size_t k = 0; k < LOOKED && k < end - first; k++) {
            const gj_paged_item *item = &paged->items.items[bottom ? end - 1 - k : first + k];
            if (!item->line || !at_edge(item->line, paged->pages[item->page - 1].height, bottom))
                break;
            out->lines[bottom][k] = item->line;
        }
}

static gj_status note(gj_paged *paged, gj_slice text)
{
    for (size_t i = 0; i < paged->margins.count; i++)
        if (alike(paged->margins.items[i], text))
            return GJ_OK;
    gj_slice *added = GJ_PUSH(paged->scratch, &paged->margins);
    if (!added)
        return gj_fail_nomem(paged->err);
    *added = text;
    return GJ_OK;
}

static bool is_repeated(const gj_paged_line *line, const edges *other, int bottom)
{
    for (size_t k = 0; k < LOOKED; k++) {
        const gj_paged_line *o = other->lines[bottom][k];
        int apart = o ? o->box.top - line->box.top : 0;
        if (o && apart <= GJ_PAGED_SNAP && apart >= -GJ_PAGED_SNAP && alike(o->text, line->text))
            return true;
    }
    return false;
}

/* A neighbour is the next page or the one after it: left and right pages may differ. */
static gj_status take(gj_paged *paged, edges *all, size_t page)
{
    for (int bottom = 0; bottom < 2; bottom++)
        for (size_t k = 0; k < LOOKED; k++) {
            gj_paged_line *line = all[page].lines[bottom][k];
            bool inner = !line || (k && !all[page].lines[bottom][k - 1]->taken);
            if (inner)
                break;
            bool number = is_page_number(line->text);
            line->taken = number;
            for (size_t away = 1; away <= 2 && !line->taken; away++)
                line->taken = (page >= away && is_repeated(line, &all[page - away], bottom)) ||
                              (page + away < paged->page_count && is_repeated(line, &all[page + away], bottom));
            if (line->taken && !number)
                GJ_TRY(note(paged, line->text));
        }
    return GJ_OK;
}

gj_status gj_paged_margins(gj_paged *paged)
{
    edges *all = GJ_ARRAY(paged->scratch, paged->page_count + 1, edges);
    if (!all)
        return gj_fail_nomem(paged->err);
    for (size_t first = 0, end; first < paged->items.count; first = end) {
        size_t page = paged->items.items[first].page;
        for (end = first; end < paged->items.count && paged->items.items[end].page == page;)
            end++;
        look(paged, first, end, &all[page - 1]);
    }
    for (size_t page = 0; page < paged->page_count; page++)
        GJ_TRY(take(paged, all, page));
    return GJ_OK;
}
