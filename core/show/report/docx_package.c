/* docx_package.c - a zip file made in memory by libzip, which is loaded for it (base/library.h). */
#include <stdio.h>
#include <zip.h>

#include "../../base/library.h"
#include "docx.h"

/* What we call of it, under its own names without the `zip_`; reading has a table of its own (read/container/zip_library.h). */
typedef struct zipper {
    void *handle;
    __typeof__(zip_error_init) *error_init;
    __typeof__(zip_error_fini) *error_fini;
    __typeof__(zip_source_buffer_create) *source_buffer_create;
    __typeof__(zip_source_keep) *source_keep;
    __typeof__(zip_source_free) *source_free;
    __typeof__(zip_open_from_source) *open_from_source;
    __typeof__(zip_source_buffer) *source_buffer;
    __typeof__(zip_file_add) *file_add;
    __typeof__(zip_file_set_dostime) *file_set_dostime;
    __typeof__(zip_close) *close;
    __typeof__(zip_discard) *discard;
    __typeof__(zip_source_open) *source_open;
    __typeof__(zip_source_read) *source_read;
    __typeof__(zip_source_close) *source_close;
} zipper;

#define FUNCTION(name)                                                                                                 \
    {                                                                                                                  \
        "zip_" #name, offsetof(zipper, name)                                                                           \
    }

static gj_status load(zipper *z, gj_error *err)
{
    static const gj_library_function functions[] = {
        FUNCTION(error_init),    FUNCTION(error_fini),   FUNCTION(source_buffer_create),
        FUNCTION(source_keep),   FUNCTION(source_free),  FUNCTION(open_from_source),
        FUNCTION(source_buffer), FUNCTION(file_add),     FUNCTION(file_set_dostime),
        FUNCTION(close),         FUNCTION(discard),      FUNCTION(source_open),
        FUNCTION(source_read),   FUNCTION(source_close),
    };
    return gj_library_open("libzip.so.4", "libzip4", "docx", functions, sizeof functions / sizeof *functions, z,
                           &z->handle, err);
}

/* No part is older than the first day that a zip file can name, so that nothing depends on the clock. */
#define FIRST_DAY ((1u << 5) | 1u) /* 1980-01-01 */

static bool add_parts(const zipper *z, zip_t *zip, const gj_word_part *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        zip_source_t *bytes = z->source_buffer(zip, parts[i].bytes.data, parts[i].bytes.len, 0);
        zip_int64_t index = bytes ? z->file_add(zip, parts[i].name, bytes, ZIP_FL_ENC_UTF_8) : -1;
        if (bytes && index < 0)
            z->source_free(bytes);
        if (index < 0 || z->file_set_dostime(zip, (zip_uint64_t)index, 0, FIRST_DAY, 0) < 0)
            return false;
    }
    return true;
}

static bool copy_out(const zipper *z, zip_source_t *file, gj_buffer *out)
{
    char bytes[4096];
    zip_int64_t got;
    if (z->source_open(file) < 0)
        return false;
    while ((got = z->source_read(file, bytes, sizeof bytes)) > 0)
        gj_buffer_add(out, (gj_slice){ bytes, (size_t)got });
    (void)z->source_close(file);
    return got == 0 && !out->failed;
}

/* Memory is all that can run out here: nothing is read and nothing is written to disk. */
static bool pack(const zipper *z, const gj_word_part *parts, size_t count, gj_buffer *out)
{
    zip_error_t error;
    z->error_init(&error);
    zip_source_t *file = z->source_buffer_create(NULL, 0, 0, &error);
    zip_t *zip = file ? z->open_from_source(file, ZIP_CREATE | ZIP_TRUNCATE, &error) : NULL;
    z->error_fini(&error);
    if (!zip) {
        if (file)
            z->source_free(file);
        return false;
    }
    z->source_keep(file); /* the archive takes the one it was given */
    bool made = add_parts(z, zip, parts, count) && z->close(zip) == 0;
    if (!made)
        z->discard(zip);
    made = made && copy_out(z, file, out);
    z->source_free(file);
    return made;
}

gj_status gj_word_pack(const gj_word_part *parts, size_t count, gj_buffer *out, gj_error *err)
{
    zipper z = { 0 };
    GJ_TRY(load(&z, err));
    gj_status status = pack(&z, parts, count, out) ? GJ_OK : gj_fail_nomem(err);
    gj_library_close(z.handle);
    return status;
}
