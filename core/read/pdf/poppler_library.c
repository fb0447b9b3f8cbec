#ifdef GJ_HAVE_POPPLER
#include "poppler_library.h"

#include "../../base/library.h"

gj_status gj_poppler_library_open(gj_poppler_library *out, gj_error *err)
{
    static const gj_library_function functions[] = {
#define GJ_POPPLER_FUNCTION(name) { #name, offsetof(gj_poppler_library, name) },
#include "poppler_library.def"
#undef GJ_POPPLER_FUNCTION
    };
    return gj_library_open("libpoppler-glib.so.8", "libpoppler-glib8", "PDF", functions,
                           sizeof functions / sizeof *functions, out, &out->handle, err);
}

void gj_poppler_library_close(gj_poppler_library *library)
{
    gj_library_close(library->handle);
    library->handle = NULL;
}
#else
typedef int gj_no_poppler; /* ISO C wants something in a file */
#endif
