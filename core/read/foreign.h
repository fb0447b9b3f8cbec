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
    GJ_FOREIGN_HTML,
    GJ_FOREIGN_UTF16,
    GJ_FOREIGN_GB18030,
    GJ_FOREIGN_BINARY
} gj_foreign_kind;

/** What the bytes are by their first ones, if no text of a report. Looks for NUL in all of them, not at their
 *  encoding. */
gj_foreign_kind gj_foreign_of(gj_slice bytes);
/** What encoding the bytes are likely in, whose first byte that is not UTF-8 is at `wrong`: GJ_FOREIGN_GB18030, or
 *  GJ_FOREIGN_NONE for UTF-8 that was damaged. */
gj_foreign_kind gj_foreign_encoding(gj_slice bytes, size_t wrong);
/** GJ_INPUT with plain words about it: what it is, what to do. GJ_OK for GJ_FOREIGN_NONE. */
gj_status gj_foreign_fail(gj_foreign_kind kind, gj_error *err);

#endif
