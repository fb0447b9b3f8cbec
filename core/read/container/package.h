/** package.h - a zip file of named parts: the container of docx, xlsx, OFD.
 *
 * Only the parts that are asked for are unpacked, each as a whole, into memory. What a part may unpack to is bounded by
 * GJ_MAX_PART, by GJ_MAX_PART_RATIO times its packed size, and all parts of one file together by GJ_MAX_PACKAGE; sizes
 * that the file states are not believed. Nothing is written to disk.
 */
#ifndef GJ_READ_PACKAGE_H
#define GJ_READ_PACKAGE_H

#include "../../base/arena.h"
#include "../../base/status.h"

typedef struct gj_package gj_package;

typedef enum gj_package_kind {
    GJ_PACKAGE_DOCX, /* also docm, dotx: a WordprocessingML document */
    GJ_PACKAGE_XLSX,
    GJ_PACKAGE_PPTX,
    GJ_PACKAGE_OFD,
    GJ_PACKAGE_ODF,
    GJ_PACKAGE_OTHER /* any other zip */
} gj_package_kind;

/** Open `bytes`, which must outlive the package. The package lives in the arena, but must be closed. GJ_INPUT where the file
 *  is damaged or cut short, or libzip is not installed; GJ_LIMIT past GJ_MAX_PARTS. */
GJ_MUST_USE gj_status gj_package_open(gj_arena *arena, gj_slice bytes, gj_package **out, gj_error *err);
/** NULL is fine. */
void gj_package_close(gj_package *package);

/** What the names of its parts say. */
gj_package_kind gj_package_kind_of(const gj_package *package);
/** The unpacked bytes of a part, in `arena` (which may be another than the package's); data NULL where there is none of that
 *  name, letters compared without case as OPC demands. GJ_INPUT for a damaged or encrypted part, GJ_LIMIT for one too large. */
GJ_MUST_USE gj_status gj_package_part(gj_package *package, gj_arena *arena, gj_slice name, gj_slice *out,
                                      gj_error *err);

#endif
