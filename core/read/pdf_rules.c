/* Straight lines in the picture of a page.
 *
 * A pixel may belong to a line across where it is darker than what lies two or three pixels above and below: a ridge, whatever the shade around.
 * Pixels inside the boxes of characters are not looked at, for strokes of characters are lines, too. A line across may pass below a row of them, for their boxes may be
 * higher than their rows; an upright one stands between them.
 */
#include "pdf.h"

#define DARKER 28  /* than both sides; a hairline of 0.25 point between two pixels is 32 darker than paper */
#define SHORTEST 8 /* pixels of a line */
#define SEEN 6     /* of them outside characters */
#define MOST_GAP 3 /* pixels, in dotted lines */
#define MOST_COVERED                                                                                                   \
    6 /* pixels of characters that a line may cross, no row's height: an upright stroke may well stand in its way */

typedef struct scan {
    gj_arena *scratch;
    gj_pdf_page *page;
    const gj_pdf_picture *picture;
    const uint8_t *mask;
    bool upright;
    size_t length, breadth; /* of the picture along and across the lines looked for */
    size_t along, across;   /* steps in the picture */
    size_t recent;          /* rules before this one ended too far above */
    gj_error *err;
} scan;

/* A line as a run of pixels. */
typedef struct run {
    size_t from, last, dark, clear; /* clear: pixels outside characters from `from` on */
    size_t dark_clear;              /* `clear` at the last dark one */
} run;

static uint8_t light_at(const scan *s, size_t across, size_t along)
{
    return s->picture->light[across * s->across + along * s->along];
}

static uint8_t side(const scan *s, size_t across, size_t along, bool after)
{
    uint8_t lightest = 0;
    for (size_t step = 2; step <= 3; step++) {
        bool out = after ? across + step >= s->breadth : across < step;
        uint8_t light = out ? 255 : light_at(s, after ? across + step : across - step, along);
        lightest = light > lightest ? light : lightest;
    }
    return lightest;
}

static bool is_dark(const scan *s, size_t across, size_t along)
{
    int light = light_at(s, across, along);
    if (light > 255 - DARKER)
        return false;
    return side(s, across, along, false) - light >= DARKER && side(s, across, along, true) - light >= DARKER;
}

/* The same line, one pixel further, or a new one. */
static gj_status add(scan *s, size_t across, const run *r)
{
    if (r->last + 1 - r->from < SHORTEST || r->dark < SEEN || r->dark * 10 < r->dark_clear * 7)
        return GJ_OK;
    int at = (int)across * GJ_PDF_POINT + GJ_PDF_POINT / 2;
    int from = (int)r->from * GJ_PDF_POINT, to = (int)(r->last + 1) * GJ_PDF_POINT;
    for (size_t i = s->page->rules.count; i > s->recent; i--) {
        gj_pdf_rule *rule = &s->page->rules.items[i - 1];
        if (at - rule->at > 2 * GJ_PDF_POINT || from > rule->to || to < rule->from)
            continue;
        rule->at += at > rule->at ? GJ_PDF_POINT / 4 : 0;
        rule->from = from < rule->from ? from : rule->from;
        rule->to = to > rule->to ? to : rule->to;
        return GJ_OK;
    }
    if (s->page->rules.count >= GJ_MAX_PDF_RULES) {
        s->page->undrawn = true;
        return GJ_OK;
    }
    gj_pdf_rule *added = GJ_PUSH(s->scratch, &s->page->rules);
    if (!added)
        return gj_fail_nomem(s->err);
    *added = (gj_pdf_rule){ s->upright, at, from, to };
    return GJ_OK;
}

static gj_status scan_one(scan *s, size_t across)
{
    run r = { 0 };
    size_t blank = 0, covered = 0;
    bool under_way = false;
    for (size_t along = 0; along < s->length; along++) {
        if (s->mask[across * s->across + along * s->along]) {
            bool hidden = s->upright || !is_dark(s, across, along);
            covered = under_way && hidden ? covered + 1 : 0;
            if (covered > MOST_COVERED) {
                GJ_TRY(add(s, across, &r));
                under_way = false;
                covered = 0;
            }
        } else if (is_dark(s, across, along)) {
            if (!under_way)
                r = (run){ .from = along };
            under_way = true;
            r.last = along;
            r.dark++;
            r.dark_clear = ++r.clear;
            blank = covered = 0;
        } else if (under_way) {
            r.clear++;
            if (++blank <= MOST_GAP)
                continue;
            GJ_TRY(add(s, across, &r));
            under_way = false;
        }
    }
    return under_way ? add(s, across, &r) : GJ_OK;
}

static gj_status scan_all(scan *s)
{
    size_t first = s->page->rules.count;
    for (size_t across = 0; across < s->breadth && !s->page->undrawn; across++) {
        s->recent = s->page->rules.count;
        while (s->recent > first && s->page->rules.items[s->recent - 1].at > ((int)across - 4) * GJ_PDF_POINT)
            s->recent--;
        GJ_TRY(scan_one(s, across));
    }
    return GJ_OK;
}

static size_t pixel(int at, size_t most)
{
    size_t p = at < 0 ? 0 : (size_t)at / GJ_PDF_POINT;
    return p < most ? p : most;
}

/* Boxes of characters, a pixel less at each side: they may touch what is drawn around them. */
static void cover(uint8_t *mask, const gj_pdf_page *page, const gj_pdf_picture *picture)
{
    for (size_t i = 0; i < page->glyphs.count; i++) {
        const gj_pdf_box *box = &page->glyphs.items[i].box;
        size_t left = pixel(box->left, picture->width), right = pixel(box->right, picture->width);
        size_t bottom = pixel(box->bottom, picture->height);
        for (size_t y = pixel(box->top, picture->height) + 1; y < bottom; y++)
            if (left < right)
                memset(mask + y * picture->width + left, 1, right - left);
    }
}

gj_status gj_pdf_rules(gj_arena *scratch, gj_pdf_page *page, const gj_pdf_picture *picture, gj_error *err)
{
    gj_arena *own = gj_arena_new(0);
    uint8_t *mask = own ? gj_arena_array(own, picture->width, picture->height) : NULL;
    gj_status status = mask ? GJ_OK : gj_fail_nomem(err);
    scan flat = { .scratch = scratch,
                  .page = page,
                  .picture = picture,
                  .mask = mask,
                  .err = err,
                  .length = picture->width,
                  .breadth = picture->height,
                  .along = 1,
                  .across = picture->width };
    scan upright = flat;
    upright.upright = true;
    upright.length = picture->height;
    upright.breadth = picture->width;
    upright.along = picture->width;
    upright.across = 1;
    GJ_KNOWN(status != GJ_OK || mask);
    if (status == GJ_OK) {
        cover(mask, page, picture);
        status = scan_all(&flat);
    }
    if (status == GJ_OK)
        status = scan_all(&upright);
    gj_arena_free(own);
    return status;
}
