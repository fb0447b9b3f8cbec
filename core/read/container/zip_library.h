/** zip_library.h - libzip, loaded when the first zip file is met (base/library.h). */
#ifndef GJ_READ_ZIP_LIBRARY_H
#define GJ_READ_ZIP_LIBRARY_H

#include <zip.h>

#include "../../base/status.h"

/** What we call of it, under its own names without the `zip_`. */
typedef struct gj_zip_library {
    void *handle;
    __typeof__(zip_source_buffer_create) *source_buffer_create;
    __typeof__(zip_source_free) *source_free;
    __typeof__(zip_open_from_source) *open_from_source;
    __typeof__(zip_discard) *discard;
    __typeof__(zip_get_num_entries) *get_num_entries;
    __typeof__(zip_name_locate) *name_locate;
    __typeof__(zip_stat_index) *stat_index;
    __typeof__(zip_fopen_index) *fopen_index;
    __typeof__(zip_fread) *fread;
    __typeof__(zip_fclose) *fclose;
    __typeof__(zip_get_error) *get_error;
    __typeof__(zip_file_get_error) *file_get_error;
    __typeof__(zip_error_init) *error_init;
    __typeof__(zip_error_fini) *error_fini;
    __typeof__(zip_error_code_zip) *error_code_zip;
    __typeof__(zip_error_code_system) *error_code_system;
} gj_zip_library;

/** GJ_INPUT with the package to install where it is missing. */
GJ_MUST_USE gj_status gj_zip_library_open(gj_zip_library *out, gj_error *err);
/** Safe on a zeroed one. */
void gj_zip_library_close(gj_zip_library *library);

#endif
