/* A page's marks as characters with boxes and straight lines, the way its text runs. */
#include <math.h>
#include <stdlib.h>

#include "../../base/utf8.h"
#include "ofd.h"

#define POINTS (72 / 25.4) /* in a millimetre */
#define COVERED 75         /* hundredths of a page: a picture this large is the page */
#define STRAIGHT 1.0       /* points that a line may be off */
#define THIN 3.0           /* points: a narrower bar is a line */
#define SLANTED 8          /* a character is where it rises by one in so many: a watermark is */
#define TWICE 10           /* a character printed twice for bold stands within one in so many of its size */
#define LOOKED 8           /* like characters behind one that are compared with it */

typedef struct maker {
    gj_ofd *ofd;
    gj_paged_page *page;
    GJ_LIST(gj_paged_glyph) faint;
    gj_ofd_lines pieces;
    double width, height; /* of the page as it lies, in points */
    int turn;             /* quarters clockwise by which its text is turned */
    bool pictures;
} maker;

void gj_ofd_hide(gj_ofd *ofd, uint32_t code)
{
    char character[4];
    size_t length = gj_utf8_put(code, character), used = strlen(ofd->sample);
    ofd->hidden++;
    if (used + length >= sizeof ofd->sample)
        return;
    memcpy(ofd->sample + used, character, length);
    ofd->sample[used + length] = '\0';
}

/* ---- the way of the text ---- */

/* The quarter in which most characters stand; none where it is not most of them. */
static int turn_of(const gj_ofd_marks *marks)
{
    size_t counts[4] = { 0 }, all = 0;
    for (size_t i = 0; i < marks->count; i++) {
        const gj_ofd_mark *mark = &marks->items[i];
        double dx = mark->x[1] - mark->x[0], dy = mark->y[1] - mark->y[0];
        if (mark->kind != GJ_OFD_GLYPH)
            continue;
        all++;
        counts[fabs(dx) >= fabs(dy) ? (dx >= 0 ? 0 : 2) : (dy >= 0 ? 1 : 3)]++;
    }
    for (int i = 1; i < 4; i++)
        if (counts[i] > all / 2)
            return i;
    return 0;
}

/* A point of the page as one reads it, in points. */
static void turned(const maker *m, double x, double y, double *out_x, double *out_y)
{
    x *= POINTS;
    y *= POINTS;
    *out_x = m->turn == 0 ? x : m->turn == 1 ? y : m->turn == 2 ? m->width - x : m->height - y;
    *out_y = m->turn == 0 ? y : m->turn == 1 ? m->width - x : m->turn == 2 ? m->height - y : x;
}

/* The box around a mark's three points and the fourth that they make. */
static void box_of(const maker *m, const gj_ofd_mark *mark, double out[4])
{
    double x[4], y[4];
    for (int i = 0; i < 3; i++)
        turned(m, mark->x[i], mark->y[i], &x[i], &y[i]);
    x[3] = x[1] + x[2] - x[0];
    y[3] = y[1] + y[2] - y[0];
    out[0] = out[2] = x[0];
    out[1] = out[3] = y[0];
    for (int i = 1; i < 4; i++) {
        out[0] = fmin(out[0], x[i]);
        out[1] = fmin(out[1], y[i]);
        out[2] = fmax(out[2], x[i]);
        out[3] = fmax(out[3], y[i]);
    }
}

/* ---- marks ---- */

static bool is_slanted(const gj_ofd_mark *mark)
{
    double dx = fabs((double)mark->x[1] - mark->x[0]), dy = fabs((double)mark->y[1] - mark->y[0]);
    return fmin(dx, dy) * SLANTED > fmax(dx, dy);
}

static gj_status add_glyph(maker *m, const gj_ofd_mark *mark)
{
    double box[4];
    if (is_slanted(mark)) {
        m->ofd->slanted++;
        return GJ_OK;
    }
    box_of(m, mark, box);
    gj_paged_glyph glyph = { .box = { gj_paged_hundredths(box[0]), gj_paged_hundredths(box[1]),
                                      gj_paged_hundredths(box[2]), gj_paged_hundredths(box[3]) },
                             .code = mark->code,
                             .apart = mark->apart };
    if (!mark->faint)
        return gj_paged_add_glyph(m->ofd->scratch, m->page, &glyph, &m->ofd->glyphs, "OFD", m->ofd->err);
    gj_paged_glyph *added = GJ_PUSH(m->ofd->page_scratch, &m->faint);
    if (!added)
        return gj_fail_nomem(m->ofd->err);
    *added = glyph;
    return GJ_OK;
}

static gj_status add_piece(maker *m, bool upright, double at, double from, double to)
{
    gj_paged_rule *added = GJ_PUSH(m->ofd->page_scratch, &m->pieces);
    if (!added)
        return gj_fail_nomem(m->ofd->err);
    *added = (gj_paged_rule){ upright, gj_paged_hundredths(at), gj_paged_hundredths(from), gj_paged_hundredths(to) };
    return GJ_OK;
}

/* What is wider than high lies flat. A dot may be of a dotted line either way. */
static gj_status add_line(maker *m, const double box[4])
{
    double width = box[2] - box[0], height = box[3] - box[1];
    if (width >= height)
        GJ_TRY(add_piece(m, false, (box[1] + box[3]) / 2, box[0], box[2]));
    if (height >= width)
        GJ_TRY(add_piece(m, true, (box[0] + box[2]) / 2, box[1], box[3]));
    return GJ_OK;
}

static gj_status add_mark(maker *m, const gj_ofd_mark *mark)
{
    double box[4];
    box_of(m, mark, box);
    double width = box[2] - box[0], height = box[3] - box[1];
    switch ((gj_ofd_kind)mark->kind) {
    case GJ_OFD_GLYPH:
        return add_glyph(m, mark);
    case GJ_OFD_STROKE:
        return fmin(width, height) <= STRAIGHT ? add_line(m, box) : GJ_OK;
    case GJ_OFD_BAR:
        return fmin(width, height) <= THIN ? add_line(m, box) : GJ_OK;
    case GJ_OFD_PICTURE:
        m->pictures = m->pictures || !mark->foreign;
        m->page->covered =
            m->page->covered || (!mark->foreign && width * height * 100 >= m->width * m->height * COVERED);
        return GJ_OK;
    case GJ_OFD_ODD:
        m->page->undrawn = true;
        return GJ_OK;
    default:
        return GJ_OK;
    }
}

/* ---- characters ---- */

/* What stands behind a picture of the whole page was recognized in it; elsewhere nobody sees it. */
static gj_status settle_faint(maker *m)
{
    for (size_t i = 0; i < m->faint.count; i++) {
        const gj_paged_glyph *glyph = &m->faint.items[i];
        if (m->page->covered)
            GJ_TRY(gj_paged_add_glyph(m->ofd->scratch, m->page, glyph, &m->ofd->glyphs, "OFD", m->ofd->err));
        else
            gj_ofd_hide(m->ofd, glyph->code);
    }
    return GJ_OK;
}

static int by_code(const void *a, const void *b)
{
    const gj_paged_glyph *x = *(const gj_paged_glyph *const *)a, *y = *(const gj_paged_glyph *const *)b;
    if (x->code != y->code)
        return x->code < y->code ? -1 : 1;
    if (x->box.top != y->box.top)
        return x->box.top < y->box.top ? -1 : 1;
    if (x->box.left != y->box.left)
        return x->box.left < y->box.left ? -1 : 1;
    return (x > y) - (x < y);
}

static bool is_twice(const gj_paged_glyph *a, const gj_paged_glyph *b)
{
    int near = (a->box.bottom - a->box.top) / TWICE;
    return a->code == b->code && abs(a->box.left - b->box.left) <= near && abs(a->box.top - b->box.top) <= near;
}

/* Bold where there is no bold font: the same character twice, a little aside. One of them is left out, as poppler does. */
static gj_status drop_twice(maker *m)
{
    size_t count = m->page->glyphs.count, kept = 0;
    gj_paged_glyph **all = GJ_ARRAY(m->ofd->page_scratch, count + 1, gj_paged_glyph *);
    if (!all)
        return gj_fail_nomem(m->ofd->err);
    for (size_t i = 0; i < count; i++)
        all[i] = &m->page->glyphs.items[i];
    if (count)
        qsort(all, count, sizeof(gj_paged_glyph *), by_code);
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count && k <= i + LOOKED && all[i]->code; k++)
            if (is_twice(all[i], all[k]))
                all[k]->code = 0;
    for (size_t i = 0; i < count; i++)
        if (m->page->glyphs.items[i].code)
            m->page->glyphs.items[kept++] = m->page->glyphs.items[i];
    m->page->glyphs.count = kept;
    return GJ_OK;
}

gj_status gj_ofd_page(gj_ofd *ofd, size_t number, gj_paged_page *out)
{
    maker m = { .ofd = ofd, .page = out };
    gj_ofd_marks marks = { 0 };
    double box[4];
    bool columns;
    GJ_TRY(gj_ofd_place(ofd, number, &marks, box));
    m.turn = turn_of(&marks);
    m.width = box[2] * POINTS;
    m.height = box[3] * POINTS;
    out->width = gj_paged_hundredths(m.turn % 2 ? m.height : m.width);
    out->height = gj_paged_hundredths(m.turn % 2 ? m.width : m.height);
    for (size_t i = 0; i < marks.count; i++)
        GJ_TRY(add_mark(&m, &marks.items[i]));
    GJ_TRY(settle_faint(&m));
    GJ_TRY(drop_twice(&m));
    out->picture = m.pictures && !out->glyphs.count;
    GJ_TRY(gj_paged_has_columns(ofd->page_scratch, out, &columns, ofd->err));
    out->undrawn = out->undrawn && columns;
    return columns ? gj_ofd_rules(ofd, &m.pieces, out) : GJ_OK;
}
