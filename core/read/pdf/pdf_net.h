/** pdf_net.h - the nets of lines on a page of a PDF. Not for other readers. */
#ifndef GJ_READ_PDF_NET_H
#define GJ_READ_PDF_NET_H

#include "pdf.h"

/** The net of one table: where its lines run, in order, and for each mesh the cell it belongs to. */
typedef struct gj_pdf_net {
    GJ_LIST(int) xs, ys;
    size_t columns, rows;                   /* meshes */
    size_t *owner;                          /* rows times columns */
    gj_pdf_table *table;                    /* its cells have no text yet */
    GJ_LIST(const gj_pdf_glyph *) * inside; /* of each cell: still empty */
} gj_pdf_net;

typedef GJ_LIST(gj_pdf_net) gj_pdf_nets;

/** The nets of page `number`, in the order of their first lines. GJ_LIMIT for one of too many meshes. */
GJ_MUST_USE gj_status gj_pdf_nets_of(gj_pdf *pdf, size_t number, gj_pdf_nets *out);

#endif
