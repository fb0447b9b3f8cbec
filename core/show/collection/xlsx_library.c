#include "xlsx_library.h"

#include "../../base/library.h"

#define FUNCTION(name)                                                                                                 \
    {                                                                                                                  \
#name, offsetof(gj_xlsx_library, name)                                                                         \
    }

gj_status gj_xlsx_library_open(gj_xlsx_library *out, gj_error *err)
{
    static const gj_library_function functions[] = {
        FUNCTION(workbook_new),
        FUNCTION(workbook_add_worksheet),
        FUNCTION(workbook_add_format),
        FUNCTION(workbook_set_properties),
        FUNCTION(workbook_close),
        FUNCTION(worksheet_write_string),
        FUNCTION(worksheet_write_number),
        FUNCTION(worksheet_set_column),
        FUNCTION(worksheet_set_row),
        FUNCTION(worksheet_freeze_panes),
        FUNCTION(worksheet_autofilter),
        FUNCTION(worksheet_repeat_rows),
        FUNCTION(worksheet_set_landscape),
        FUNCTION(worksheet_set_paper),
        FUNCTION(worksheet_fit_to_pages),
        FUNCTION(format_set_bold),
        FUNCTION(format_set_bg_color),
        FUNCTION(format_set_text_wrap),
        FUNCTION(format_set_align),
    };
    return gj_library_open("libxlsxwriter.so.4", "libxlsxwriter4", "xlsx", functions,
                           sizeof functions / sizeof *functions, out, &out->handle, err);
}

void gj_xlsx_library_close(gj_xlsx_library *library)
{
    gj_library_close(library->handle);
    library->handle = NULL;
}
