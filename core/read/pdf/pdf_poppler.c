/* Pages by poppler: the characters with their boxes, and, where something stands in columns, the lines of the page's picture.
 *
 * poppler keeps the text of a page that it draws: asking for the text first would make it go through the page twice. Only where a file holds pictures
 * the text is asked for first, so that a scan of many pages is not drawn for nothing.
 */
#include "pdf.h"

#ifdef GJ_HAVE_POPPLER
#include <math.h>

#include "../../base/utf8.h"
#include "poppler_library.h"

#define COVERED 75 /* hundredths of a page: a picture this large is the page */

typedef struct loader {
    gj_poppler_library lib;
    gj_arena *scratch, *page_scratch; /* of all pages; of one */
    gj_paged_pages *pages;
    cairo_surface_t *surface; /* of the last page drawn; the next one of its size is drawn over it */
    int width, height;        /* of the surface */
    size_t glyphs;
    bool pictures; /* there may be some in the file */
    gj_error *err;
} loader;

static gj_status cannot(gj_error *err, const GError *error, int encrypted)
{
    if (error && error->code == encrypted)
        return gj_fail(
            err, GJ_INPUT, GJ_NOWHERE, "PDF 有打开密码，不能读；请去掉密码，或检查它的 Word 原件（.docx）",
            "the PDF is locked by a password; remove it, or check the Word document (.docx) it was made from");
    return gj_fail(
        err, GJ_INPUT, GJ_NOWHERE, "PDF 文件已损坏，打不开；请重新导出，或检查它的 Word 原件（.docx）",
        "the PDF is damaged and cannot be opened; export it again, or check the Word document (.docx) it was "
        "made from");
}

static gj_status add_glyphs(loader *l, gj_paged_page *page, gj_slice text, const PopplerRectangle *boxes, size_t count)
{
    bool apart = false;
    for (size_t at = 0, i = 0; at < text.len && i < count; i++) {
        uint32_t code = gj_utf8_next(text, &at);
        if (gj_paged_is_space(code)) {
            apart = true;
            continue;
        }
        const PopplerRectangle *box = &boxes[i];
        gj_paged_glyph glyph = { .box = { gj_paged_hundredths(box->x1), gj_paged_hundredths(box->y1),
                                          gj_paged_hundredths(box->x2), gj_paged_hundredths(box->y2) },
                                 .code = code,
                                 .apart = apart };
        GJ_TRY(gj_paged_add_glyph(l->scratch, page, &glyph, &l->glyphs, "PDF", l->err));
        apart = false;
    }
    return GJ_OK;
}

static gj_status read_text(loader *l, PopplerPage *page, gj_paged_page *out)
{
    PopplerRectangle *boxes = NULL;
    guint count = 0;
    char *text = l->lib.poppler_page_get_text(page);
    gj_slice all = gj_slice_of(text);
    gj_status status = GJ_OK;
    if (all.len && l->lib.poppler_page_get_text_layout(page, &boxes, &count)) {
        size_t wrong = gj_utf8_check(all);
        if (wrong != GJ_NOT_FOUND || gj_utf8_count(all) != count) /* boxes and characters would go astray */
            status =
                gj_fail(l->err, GJ_INPUT, GJ_NOWHERE, "第 %zu 页的文字和位置对不上，不能读；请检查 Word 原件（.docx）",
                        "characters and their places do not agree on page %zu; check the Word document (.docx)",
                        l->pages->count);
        else
            status = add_glyphs(l, out, all, boxes, count);
    }
    l->lib.g_free(boxes);
    l->lib.g_free(text);
    return status;
}

/* Eight pixels at a time, for most of a page is white. */
static bool is_white(const unsigned char *pixels)
{
    uint64_t some[4];
    memcpy(some, pixels, sizeof some);
    return (some[0] & some[1] & some[2] & some[3]) == UINT64_MAX;
}

/* The green of each pixel is light enough. */
static gj_status take_picture(loader *l, gj_paged_page *out)
{
    size_t width = (size_t)l->width, height = (size_t)l->height;
    const unsigned char *data = l->lib.cairo_image_surface_get_data(l->surface);
    size_t stride = (size_t)l->lib.cairo_image_surface_get_stride(l->surface);
    gj_pdf_picture picture;
    GJ_TRY(gj_pdf_picture_start(l->page_scratch, width, height, &picture, l->err));
    if (!data)
        return gj_fail_nomem(l->err);
    for (size_t y = 0; y < height; y++) {
        const unsigned char *row = data + y * stride;
        for (size_t x = 0; x < width; x++) {
            if (x % 8 == 0 && x + 8 <= width && is_white(row + 4 * x))
                x += 7;
            else if (row[4 * x + 1] != 255)
                gj_pdf_picture_set(&picture, x, y, row[4 * x + 1]);
        }
    }
    return gj_pdf_rules(l->scratch, out, &picture, l->err);
}

static void drop_surface(loader *l)
{
    if (l->surface)
        l->lib.cairo_surface_destroy(l->surface);
    l->surface = NULL;
}

/* The page at one pixel a point onto the loader's surface. Returns false where it is too large or cannot be drawn. */
static bool draw(loader *l, PopplerPage *page, const gj_paged_page *out)
{
    int width = out->width / GJ_PAGED_POINT + 1, height = out->height / GJ_PAGED_POINT + 1;
    if (width <= 0 || height <= 0 || width > GJ_MAX_PDF_SIDE || height > GJ_MAX_PDF_SIDE)
        return false;
    if (width != l->width || height != l->height)
        drop_surface(l);
    if (!l->surface)
        l->surface = l->lib.cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    l->width = width;
    l->height = height;
    cairo_t *cairo = l->lib.cairo_create(l->surface);
    l->lib.cairo_set_source_rgb(cairo, 1, 1, 1);
    l->lib.cairo_paint(cairo);
    l->lib.poppler_page_render(page, cairo);
    l->lib.cairo_surface_flush(l->surface);
    bool failed = l->lib.cairo_status(cairo) || l->lib.cairo_surface_status(l->surface);
    l->lib.cairo_destroy(cairo);
    if (failed)
        drop_surface(l);
    return !failed;
}

/* Where there is no text, any picture; elsewhere one that covers the page: a scan whose text was read by a machine. */
static void look_for_pictures(loader *l, PopplerPage *page, gj_paged_page *out)
{
    GList *images = l->lib.poppler_page_get_image_mapping(page);
    for (const GList *at = images; at; at = at->next) {
        const PopplerRectangle *area = &((const PopplerImageMapping *)at->data)->area;
        double width = fabs(area->x2 - area->x1), height = fabs(area->y2 - area->y1);
        double least = (double)out->width * out->height * COVERED / 100 / GJ_PAGED_POINT / GJ_PAGED_POINT;
        out->covered = out->covered || width * height >= least;
    }
    out->picture = images && !out->glyphs.count;
    l->lib.poppler_page_free_image_mapping(images);
}

static gj_status read_page(loader *l, PopplerPage *page, gj_paged_page *out)
{
    double width = 0, height = 0;
    bool columns = false;
    l->lib.poppler_page_get_size(page, &width, &height);
    out->width = gj_paged_hundredths(width);
    out->height = gj_paged_hundredths(height);
    bool drawn = !l->pictures && draw(l, page, out);
    GJ_TRY(read_text(l, page, out));
    gj_arena_reset(l->page_scratch);
    GJ_TRY(gj_paged_has_columns(l->page_scratch, out, &columns, l->err));
    if (columns) {
        out->undrawn = !drawn && !draw(l, page, out);
        GJ_TRY(out->undrawn ? GJ_OK : take_picture(l, out));
    }
    if (l->pictures)
        look_for_pictures(l, page, out);
    return GJ_OK;
}

static gj_status read_pages(loader *l, PopplerDocument *document)
{
    int count = l->lib.poppler_document_get_n_pages(document);
    if (count > GJ_MAX_PAGES)
        return gj_fail(l->err, GJ_LIMIT, GJ_NOWHERE, "PDF 页数太多：%d 页，最多 %d 页",
                       "the PDF has too many pages: %d, at most %d", count, GJ_MAX_PAGES);
    for (int i = 0; i < count; i++) {
        PopplerPage *page = l->lib.poppler_document_get_page(document, i);
        gj_paged_page *added = page ? GJ_PUSH(l->scratch, l->pages) : NULL;
        gj_status status = added ? read_page(l, page, added) : page ? gj_fail_nomem(l->err) : cannot(l->err, NULL, 0);
        if (page)
            l->lib.g_object_unref(page);
        GJ_TRY(status);
    }
    return GJ_OK;
}

static gj_status read_file(loader *l, gj_slice bytes)
{
    GError *error = NULL;
    GBytes *held = l->lib.g_bytes_new_static(bytes.data, bytes.len);
    PopplerDocument *document = l->lib.poppler_document_new_from_bytes(held, NULL, &error);
    gj_status status = document ? read_pages(l, document) : cannot(l->err, error, POPPLER_ERROR_ENCRYPTED);
    if (document)
        l->lib.g_object_unref(document);
    if (error)
        l->lib.g_error_free(error);
    l->lib.g_bytes_unref(held);
    return status;
}

gj_status gj_pdf_pages_of(gj_arena *scratch, gj_slice bytes, gj_paged_pages *out, gj_error *err)
{
    loader l = { .scratch = scratch, .pages = out, .pictures = gj_pdf_has_pictures(bytes), .err = err };
    GJ_TRY(gj_pdf_without_outlines(scratch, bytes, &bytes, err));
    GJ_TRY(gj_poppler_library_open(&l.lib, err));
    l.page_scratch = gj_arena_new(0);
    gj_status status = l.page_scratch ? read_file(&l, bytes) : gj_fail_nomem(err);
    drop_surface(&l);
    gj_arena_free(l.page_scratch);
    gj_poppler_library_close(&l.lib);
    return status;
}
#else
gj_status gj_pdf_pages_of(gj_arena *scratch, gj_slice bytes, gj_paged_pages *out, gj_error *err)
{
    (void)scratch, (void)bytes, (void)out;
    return gj_fail(err, GJ_INPUT, GJ_NOWHERE,
                   "这个 gouji 编译时没有装 poppler，不能读 PDF；请检查它的 Word 原件（.docx）",
                   "this build of gouji reads no PDF (poppler-glib was not there when it was built); check the Word "
                   "document (.docx) it was made from");
}
#endif
