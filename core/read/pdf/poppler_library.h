/** poppler_library.h - poppler-glib, loaded when the first PDF is met (base/library.h); what it is made of (GLib, cairo) comes with it. */
#ifndef GJ_READ_POPPLER_LIBRARY_H
#define GJ_READ_POPPLER_LIBRARY_H

#include <cairo.h>
#include <poppler.h>

#include "../../base/status.h"

/** What we call of it, under its own names. */
typedef struct gj_poppler_library {
    void *handle;
#define GJ_POPPLER_FUNCTION(name) __typeof__(name) *name;
#include "poppler_library.def"
#undef GJ_POPPLER_FUNCTION
} gj_poppler_library;

/** GJ_INPUT with the package to install where it is missing. */
GJ_MUST_USE gj_status gj_poppler_library_open(gj_poppler_library *out, gj_error *err);
/** Safe on a zeroed one. */
void gj_poppler_library_close(gj_poppler_library *library);

#endif
