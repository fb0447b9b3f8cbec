/** foreign.h - files that are no report text: named, with advice. */
#ifndef GJ_READ_FOREIGN_H
#define GJ_READ_FOREIGN_H

#include "../base/status.h"

typedef enum gj_foreign_kind {
    GJ_FOREIGN_NONE,
    GJ_FOREIGN_EMPTY,
    GJ_FOREIGN_PDF,
    GJ_FOREIGN_DOCX,   /* and other OOXML or zip files */
    GJ_FOREIGN_OFFICE, /* .doc, .xls, .wps: OLE compound files */
    GJ_FOREIGN_RTF,
    GJ_FOREIGN_IMAGE,
    GJ_FOREIGN_BINARY
} gj_foreign_kind;

/** What the bytes are by their first ones, if no text of a report. Looks for NUL in all of them, not at their encoding:
 *  UTF-16 is GJ_FOREIGN_BINARY until it is converted (encoding.h). */
gj_foreign_kind gj_foreign_of(gj_slice bytes);
/** GJ_INPUT with plain words about it: what it is, what to do. GJ_OK for GJ_FOREIGN_NONE. */
gj_status gj_foreign_fail(gj_foreign_kind kind, gj_error *err);

#endif
