#include "zip_library.h"

#include "../../base/library.h"

#define FUNCTION(name)                                                                                                 \
    {                                                                                                                  \
        "zip_" #name, offsetof(gj_zip_library, name)                                                                   \
    }

gj_status gj_zip_library_open(gj_zip_library *out, gj_error *err)
{
    static const gj_library_function functions[] = {
        FUNCTION(source_buffer_create),
        FUNCTION(source_free),
        FUNCTION(open_from_source),
        FUNCTION(discard),
        FUNCTION(get_num_entries),
        FUNCTION(name_locate),
        FUNCTION(stat_index),
        FUNCTION(fopen_index),
        FUNCTION(fread),
        FUNCTION(fclose),
        FUNCTION(get_error),
        FUNCTION(file_get_error),
        FUNCTION(error_init),
        FUNCTION(error_fini),
        FUNCTION(error_code_zip),
        FUNCTION(error_code_system),
    };
    return gj_library_open("libzip.so.4", "libzip4", "docx, ofd", functions, sizeof functions / sizeof *functions, out,
                           &out->handle, err);
}

void gj_zip_library_close(gj_zip_library *library)
{
    gj_library_close(library->handle);
    library->handle = NULL;
}
