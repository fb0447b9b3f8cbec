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
#define WORD 8    /* pixels looked at together */
#define AROUND 3  /* rows of paper on either side of a picture */
#define COVERED 1 /* a pixel's lowest bit: it lies in the box of a character */

typedef struct scan {
    gj_arena *scratch;
    gj_paged_page *page;
    const uint8_t *pixels; /* row by row along the lines looked for */
    bool upright;
    size_t length, breadth; /* of the picture along and across the lines looked for */
    size_t recent;          /* rules before this one ended too far above */
    gj_error *err;
} scan;

/* A line as a run of pixels. */
typedef struct run {
    size_t from, last, dark, clear; /* clear: pixels outside characters from `from` on */
    size_t dark_clear;              /* `clear` at the last dark one */
} run;

static int lighter(uint8_t a, uint8_t b)
{
    return (a < b ? a : b) & ~COVERED;
}

/* There is paper enough around the picture to look there. */
static bool is_dark(const scan *s, const uint8_t *pixel)
{
    int dark = *pixel & ~COVERED;
    size_t step = s->length;
    return dark >= DARKER && dark - lighter(*(pixel - 2 * step), *(pixel - 3 * step)) >= DARKER &&
           dark - lighter(pixel[2 * step], pixel[3 * step]) >= DARKER;
}

/* The same line, one pixel further, or a new one. */
static gj_status add(scan *s, size_t across, const run *r)
{
    if (r->last + 1 - r->from < SHORTEST || r->dark < SEEN || r->dark * 10 < r->dark_clear * 7)
        return GJ_OK;
    int at = (int)across * GJ_PAGED_POINT + GJ_PAGED_POINT / 2;
    int from = (int)r->from * GJ_PAGED_POINT, to = (int)(r->last + 1) * GJ_PAGED_POINT;
    for (size_t i = s->page->rules.count; i > s->recent; i--) {
        gj_paged_rule *rule = &s->page->rules.items[i - 1];
        if (at - rule->at > 2 * GJ_PAGED_POINT || from > rule->to || to < rule->from)
            continue;
        rule->at += at > rule->at ? GJ_PAGED_POINT / 4 : 0;
        rule->from = from < rule->from ? from : rule->from;
        rule->to = to > rule->to ? to : rule->to;
        return GJ_OK;
    }
    if (s->page->rules.count >= GJ_MAX_PAGE_RULES) {
        s->page->undrawn = true;
        return GJ_OK;
    }
    gj_paged_rule *added = GJ_PUSH(s->scratch, &s->page->rules);
    if (!added)
        return gj_fail_nomem(s->err);
    *added = (gj_paged_rule){ s->upright, at, from, to };
    return GJ_OK;
}

/* WORD pixels without the bit of characters. */
static uint64_t shades(const uint8_t *pixels)
{
    uint64_t some, covered;
    memset(&covered, COVERED, sizeof covered);
    memcpy(&some, pixels, sizeof some);
    return some & ~covered;
}

static bool is_paper(const uint8_t *pixels)
{
    uint64_t some;
    memcpy(&some, pixels, sizeof some);
    return !some;
}

/* How many of the next pixels begin no line: they are paper, or no darker than what lies above, or what begins ends too soon. */
static size_t idle(const scan *s, const uint8_t *pixels, size_t left)
{
    if (left >= WORD) {
        uint64_t some = shades(pixels);
        if (!some || (some == shades(pixels - 2 * s->length) && some == shades(pixels - 3 * s->length)))
            return WORD;
    }
    if (!(pixels[0] & ~COVERED))
        return 1;
    return left >= 2 + WORD && is_paper(pixels + 2) ? 2 + WORD : 0;
}

static gj_status scan_one(scan *s, size_t across)
{
    run r = { 0 };
    size_t blank = 0, covered = 0;
    bool under_way = false;
    const uint8_t *pixels = s->pixels + across * s->length;
    for (size_t along = 0; along < s->length; along++) {
        size_t skipped = under_way ? 0 : idle(s, pixels + along, s->length - along);
        if (skipped) {
            along += skipped - 1;
            continue;
        }
        if (pixels[along] & COVERED) {
            bool hidden = s->upright || !is_dark(s, pixels + along);
            covered = under_way && hidden ? covered + 1 : 0;
            if (covered > MOST_COVERED) {
                GJ_TRY(add(s, across, &r));
                under_way = false;
                covered = 0;
            }
        } else if (is_dark(s, pixels + along)) {
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
        while (s->recent > first && s->page->rules.items[s->recent - 1].at > ((int)across - 4) * GJ_PAGED_POINT)
            s->recent--;
        GJ_TRY(scan_one(s, across));
    }
    return GJ_OK;
}

static size_t pixel(int at, size_t most)
{
    size_t p = at < 0 ? 0 : (size_t)at / GJ_PAGED_POINT;
    return p < most ? p : most;
}

/* Boxes of characters, a pixel less above and below: they may touch what is drawn around them. */
static void cover(const gj_paged_page *page, const gj_pdf_picture *picture)
{
    size_t width = picture->width, height = picture->height;
    for (size_t i = 0; i < page->glyphs.count; i++) {
        const gj_paged_box *box = &page->glyphs.items[i].box;
        size_t left = pixel(box->left, width), right = pixel(box->right, width);
        size_t top = pixel(box->top, height) + 1, bottom = pixel(box->bottom, height);
        for (size_t y = top; y < bottom; y++)
            for (size_t x = left; x < right; x++) {
                picture->rows[y * width + x] |= COVERED;
                picture->columns[x * height + y] |= COVERED;
            }
    }
}

gj_status gj_pdf_picture_start(gj_arena *arena, size_t width, size_t height, gj_pdf_picture *out, gj_error *err)
{
    uint8_t *rows = gj_arena_array(arena, width, height + 2 * AROUND);
    uint8_t *columns = gj_arena_array(arena, height, width + 2 * AROUND);
    if (!rows || !columns)
        return gj_fail_nomem(err);
    *out = (gj_pdf_picture){
        .rows = rows + AROUND * width, .columns = columns + AROUND * height, .width = width, .height = height
    };
    return GJ_OK;
}

gj_status gj_pdf_rules(gj_arena *scratch, gj_paged_page *page, const gj_pdf_picture *picture, gj_error *err)
{
    scan flat = { .scratch = scratch,
                  .page = page,
                  .pixels = picture->rows,
                  .length = picture->width,
                  .breadth = picture->height,
                  .err = err };
    scan upright = flat;
    upright.upright = true;
    upright.pixels = picture->columns;
    upright.length = picture->height;
    upright.breadth = picture->width;
    cover(page, picture);
    GJ_TRY(scan_all(&flat));
    return scan_all(&upright);
}
