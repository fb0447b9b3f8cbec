/** foreign.h - files that are no report text: named, with advice. */
#ifndef GJ_READ_FOREIGN_H
#define GJ_READ_FOREIGN_H

#include "../base/status.h"

typedef enum gj_foreign_kind {
    GJ_FOREIGN_NONE,
    GJ_FOREIGN_EMPTY,
    GJ_FOREIGN_PDF,
    GJ_FOREIGN_ZIP, /* of any kind: a docx is one, which docx_parts.c finds out; those below are what else it may find */
    GJ_FOREIGN_XLSX,
    GJ_FOREIGN_PPTX,
    GJ_FOREIGN_OFD,
    GJ_FOREIGN_ODF,
    GJ_FOREIGN_DOC,    /* .doc, .wps: an OLE compound file with a text */
    GJ_FOREIGN_LOCKED, /* an Office document under a password: an OLE compound file around it */
    GJ_FOREIGN_OFFICE, /* .xls, .et, .ppt and other OLE compound files */
    GJ_FOREIGN_RTF,
    GJ_FOREIGN_WORD_XML, /* a document in one XML file: Word 2003, flat OPC */
    GJ_FOREIGN_MHTML,    /* a web archive, which sites hand out as .doc */
    GJ_FOREIGN_IMAGE,
    GJ_FOREIGN_BINARY
} gj_foreign_kind;

/** What the bytes are by their first ones, if no text of a report. Looks for NUL in all of them, not at their encoding:
 *  UTF-16 is GJ_FOREIGN_BINARY until it is converted (encoding.h). */
gj_foreign_kind gj_foreign_of(gj_slice bytes);
/** Whether it is a document that a word processor saved and we do not read: worth a word where it is met in a folder. */
bool gj_foreign_is_document(gj_foreign_kind kind);
/** GJ_INPUT with plain words about it: what it is, what to do. GJ_OK for GJ_FOREIGN_NONE. */
gj_status gj_foreign_fail(gj_foreign_kind kind, gj_error *err);

/* The one step for a Word document that no word processor would have written like this. */
#define GJ_RESAVE_ZH "请用 Word 或 WPS 打开，另存为 .docx 再检查"
#define GJ_RESAVE_EN "open it in Word or WPS, save it as .docx and check again"

#endif
