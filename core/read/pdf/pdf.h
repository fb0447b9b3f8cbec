/** pdf.h - what the files of the reader of PDF share. Not for other readers.
 *
 * The way of a file: poppler draws each page small and gives its characters with their boxes (pdf_poppler.c), without loading the outlines of its
 * fonts (pdf_fonts.c); where something stands in columns, the straight lines in the picture are found (pdf_rules.c). What is made of characters and
 * lines: paged.h.
 */
#ifndef GJ_READ_PDF_H
#define GJ_READ_PDF_H

#include "../paged/paged.h"

/* ---- pdf_poppler.c ---- */
/** The pages of a file, in `scratch`. GJ_INPUT where it is damaged, locked, or this build or system has no poppler. */
GJ_MUST_USE gj_status gj_pdf_pages_of(gj_arena *scratch, gj_slice bytes, gj_paged_pages *out, gj_error *err);

/* ---- pdf_fonts.c ---- */
/** The file with the outlines of its fonts taken out: a copy in `scratch`, or the same bytes where there is nothing to take. What poppler reads
 *  as text does not change. */
GJ_MUST_USE gj_status gj_pdf_without_outlines(gj_arena *scratch, gj_slice bytes, gj_slice *out, gj_error *err);
/** Whether there may be a picture in it (other than inline ones). */
bool gj_pdf_has_pictures(gj_slice bytes);

/* ---- pdf_rules.c ---- */
/** A page drawn at one pixel a point, row by row and column by column: 0 is paper, 254 black, in steps of two. The lowest bits are taken for marks. */
typedef struct gj_pdf_picture {
    uint8_t *rows, *columns;
    size_t width, height;
} gj_pdf_picture;

/** A picture of blank paper. */
GJ_MUST_USE gj_status gj_pdf_picture_start(gj_arena *arena, size_t width, size_t height, gj_pdf_picture *out,
                                           gj_error *err);
static inline void gj_pdf_picture_set(const gj_pdf_picture *picture, size_t x, size_t y, uint8_t light)
{
    uint8_t dark = (uint8_t)((255 - light) & ~1);
    picture->rows[y * picture->width + x] = dark;
    picture->columns[x * picture->height + y] = dark;
}
/** Add to the page the straight lines of its picture that are no strokes of its characters. */
GJ_MUST_USE gj_status gj_pdf_rules(gj_arena *scratch, gj_paged_page *page, const gj_pdf_picture *picture,
                                   gj_error *err);

/* ---- pdf.c ---- */
/** Pages to document: gj_read_pdf after poppler, for tests. The pages must outlive the call only. */
GJ_MUST_USE gj_status gj_pdf_read(gj_arena *arena, gj_arena *scratch, gj_slice name, const gj_paged_pages *pages,
                                  gj_document **out, gj_error *err);

#endif
