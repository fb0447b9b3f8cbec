/** library.h - shared libraries loaded when they are first needed.
 *
 * The only file that knows dlopen; another system needs another library.c. Readers of compound formats need large libraries
 * (libzip with libcrypto, libxml2 with ICU: millions of instructions to load), which a run that meets no such file must not pay.
 *
 * A library is opened for each use and stays in memory once it was loaded (RTLD_NODELETE), so that there is no state of ours to keep and
 * opening it again costs a few thousand instructions.
 */
#ifndef GJ_BASE_LIBRARY_H
#define GJ_BASE_LIBRARY_H

#include "status.h"

/** One function wanted of a library: its name, and where its pointer goes in the caller's table. */
typedef struct gj_library_function {
    const char *name;
    size_t offset;
} gj_library_function;

/** Load `file` ("libzip.so.4") and fill the pointers of `table`. *handle is for gj_library_close; NULL after a failure. GJ_INPUT where the
 *  library or one of its functions is missing: the words name `what` cannot be read and the Debian package to install. */
GJ_MUST_USE gj_status gj_library_open(const char *file, const char *package, const char *what,
                                      const gj_library_function *functions, size_t count, void *table, void **handle,
                                      gj_error *err);
/** The functions may not be called any more. NULL is fine. */
void gj_library_close(void *handle);

#endif
