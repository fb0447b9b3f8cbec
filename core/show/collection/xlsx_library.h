/** xlsx_library.h - libxlsxwriter, loaded when the first spreadsheet is written (base/library.h). */
#ifndef GJ_SHOW_XLSX_LIBRARY_H
#define GJ_SHOW_XLSX_LIBRARY_H

#include <xlsxwriter.h>

#include "../../base/status.h"

/** What we call of it, under its own names. */
typedef struct gj_xlsx_library {
    void *handle;
    __typeof__(workbook_new) *workbook_new;
    __typeof__(workbook_add_worksheet) *workbook_add_worksheet;
    __typeof__(workbook_add_format) *workbook_add_format;
    __typeof__(workbook_set_properties) *workbook_set_properties;
    __typeof__(workbook_close) *workbook_close;
    __typeof__(worksheet_write_string) *worksheet_write_string;
    __typeof__(worksheet_write_number) *worksheet_write_number;
    __typeof__(worksheet_set_column) *worksheet_set_column;
    __typeof__(worksheet_set_row) *worksheet_set_row;
    __typeof__(worksheet_freeze_panes) *worksheet_freeze_panes;
    __typeof__(worksheet_autofilter) *worksheet_autofilter;
    __typeof__(worksheet_repeat_rows) *worksheet_repeat_rows;
    __typeof__(worksheet_set_landscape) *worksheet_set_landscape;
    __typeof__(worksheet_set_paper) *worksheet_set_paper;
    __typeof__(worksheet_fit_to_pages) *worksheet_fit_to_pages;
    __typeof__(format_set_bold) *format_set_bold;
    __typeof__(format_set_bg_color) *format_set_bg_color;
    __typeof__(format_set_text_wrap) *format_set_text_wrap;
    __typeof__(format_set_align) *format_set_align;
} gj_xlsx_library;

/** GJ_INPUT with the package to install where it is missing. */
GJ_MUST_USE gj_status gj_xlsx_library_open(gj_xlsx_library *out, gj_error *err);
/** Safe on a zeroed one. */
void gj_xlsx_library_close(gj_xlsx_library *library);

#endif
