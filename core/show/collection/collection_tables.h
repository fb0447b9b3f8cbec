/** collection_tables.h - the tables an inspector works with: units, findings, figures, roll-up, copying, this year against last.
 *
 * Each is filled into a sheet (sheet.h), so that CSV and spreadsheet have the same rows. Figures are numbers where they were read as numbers, else the text as
 * written with its state beside it.
 */
#ifndef GJ_SHOW_COLLECTION_TABLES_H
#define GJ_SHOW_COLLECTION_TABLES_H

#include "collection.h"
#include "sheet.h"

typedef struct gj_collection_table {
    const char *name;     /* of the file: "units" */
    const char *words[2]; /* of the sheet */
    const gj_column *columns;
    size_t column_count;
    void (*rows)(gj_sheet *sheet, const gj_collected *collected, const gj_show_options *options);
} gj_collection_table;

#define GJ_COLLECTION_TABLES 6
/** units: a line a unit, then a line a report that belongs to nobody; findings: of the collection first, then of each report;
 *  figures: every figure of each report of the year; rollup: every figure of the total, nothing where there is none; copying and years:
 *  copying_view.h. */
extern const gj_collection_table *const gj_collection_tables[GJ_COLLECTION_TABLES];

/** Fill a sheet whose target and context are set. */
GJ_MUST_USE gj_status gj_collection_table_write(const gj_collection_table *table, const gj_collected *collected,
                                                const gj_show_options *options, gj_sheet *sheet);
/** Append it as CSV: UTF-8 with a byte order mark, CRLF (RFC 4180), no cell that a spreadsheet would take for a formula. */
GJ_MUST_USE gj_status gj_show_table_csv(const gj_collection_table *table, const gj_collected *collected,
                                        const gj_show_options *options, gj_buffer *out);
/** Write all tables as sheets of one .xlsx (libxlsxwriter, loaded when needed) to the file `path`. The same collection gives the same bytes.
 *  GJ_INPUT where the library is not installed; GJ_IO where the file cannot be written. */
GJ_MUST_USE gj_status gj_show_collection_xlsx(const gj_collected *collected, const gj_show_options *options,
                                              const char *path, gj_error *err);
/** The same by a process of its own, of which nothing but `path` is left: whole, or as it was before. GJ_INTERNAL where the library killed it. The caller
 *  must ignore SIGPIPE. */
GJ_MUST_USE gj_status gj_write_workbook(const gj_collected *collected, const gj_show_options *options, const char *path,
                                        gj_error *err);

#endif
