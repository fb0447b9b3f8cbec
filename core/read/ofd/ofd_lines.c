/* Pieces of lines as whole ones: tables are drawn cell by cell, side by side, or in dashes. */
#include <stdlib.h>

#include "ofd.h"

#define SAME GJ_PAGED_POINT              /* pieces no farther apart are in one line … */
#define SAME_AT_ALL (2 * GJ_PAGED_POINT) /* … whose pieces are all within this */
#define MOST_GAP (3 * GJ_PAGED_POINT)    /* between dashes */
#define SHORTEST (8 * GJ_PAGED_POINT)    /* as in the picture of a PDF's page */

static int order(int a, int b)
{
    return (a > b) - (a < b);
}

static int by_place(const void *a, const void *b)
{
    const gj_paged_rule *x = a, *y = b;
    int kind = order(x->upright, y->upright);
    int across = kind ? kind : order(x->at, y->at);
    int begin = across ? across : order(x->from, y->from);
    return begin ? begin : order(x->to, y->to);
}

static int by_begin(const void *a, const void *b)
{
    const gj_paged_rule *x = a, *y = b;
    int begin = order(x->from, y->from);
    int end = begin ? begin : order(x->to, y->to);
    return end ? end : order(x->at, y->at);
}

static gj_status add(gj_ofd *ofd, gj_paged_page *page, const gj_paged_rule *rule)
{
    if (rule->to - rule->from < SHORTEST || page->undrawn)
        return GJ_OK;
    if (page->rules.count >= GJ_MAX_PAGE_RULES) {
        page->undrawn = true;
        return GJ_OK;
    }
    gj_paged_rule *added = GJ_PUSH(ofd->scratch, &page->rules);
    if (!added)
        return gj_fail_nomem(ofd->err);
    *added = *rule;
    return GJ_OK;
}

/* All of one line. It runs where its longest piece does. */
static gj_status join(gj_ofd *ofd, gj_paged_rule *pieces, size_t count, gj_paged_page *page)
{
    qsort(pieces, count, sizeof *pieces, by_begin);
    gj_paged_rule whole = pieces[0];
    int longest = whole.to - whole.from;
    for (size_t i = 1; i < count; i++) {
        const gj_paged_rule *piece = &pieces[i];
        if (piece->from > whole.to + MOST_GAP) {
            GJ_TRY(add(ofd, page, &whole));
            whole = *piece;
            longest = piece->to - piece->from;
            continue;
        }
        whole.to = piece->to > whole.to ? piece->to : whole.to;
        if (piece->to - piece->from > longest) {
            longest = piece->to - piece->from;
            whole.at = piece->at;
        }
    }
    return add(ofd, page, &whole);
}

gj_status gj_ofd_rules(gj_ofd *ofd, gj_ofd_lines *pieces, gj_paged_page *page)
{
    gj_paged_rule *all = pieces->items;
    if (pieces->count)
        qsort(all, pieces->count, sizeof *all, by_place);
    for (size_t first = 0, end; first < pieces->count; first = end) {
        for (end = first + 1; end < pieces->count && all[end].upright == all[first].upright &&
                              all[end].at - all[end - 1].at <= SAME && all[end].at - all[first].at <= SAME_AT_ALL;)
            end++;
        GJ_TRY(join(ofd, all + first, end - first, page));
    }
    return GJ_OK;
}
