/** paged_net.h - the nets of lines on a page of a PDF. Not for other readers. */
#ifndef GJ_READ_PAGED_NET_H
#define GJ_READ_PAGED_NET_H

#include "paged.h"

/** The net of one table: where its lines run, in order, and for each mesh the cell it belongs to. */
typedef struct gj_paged_net {
    GJ_LIST(int) xs, ys;
    size_t columns, rows;                     /* meshes */
    size_t *owner;                            /* rows times columns */
    gj_paged_table *table;                    /* its cells have no text yet */
    GJ_LIST(const gj_paged_glyph *) * inside; /* of each cell: still empty */
} gj_paged_net;

typedef GJ_LIST(gj_paged_net) gj_paged_nets;

/** The nets of page `number`, in the order of their first lines. GJ_LIMIT for one of too many meshes. */
GJ_MUST_USE gj_status gj_paged_nets_of(gj_paged *paged, size_t number, gj_paged_nets *out);

#endif
