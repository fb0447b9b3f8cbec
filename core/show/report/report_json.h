/** report_json.h - a report as canonical JSON, "gouji/report@1" (docs/schema/report.schema.json).
 *
 * Figures stand as they were written: integers and decimals digit by digit, blanks as null, everything else (１２, 12件, /) as the
 * string it was; a row whose cells could not be placed as the list of them. Sections and paragraphs keep their order, sections that no form
 * knows stand under "extra_sections". What the rules about labels need is under "layout". Reading what was written and binding it
 * again gives the same cells, sections and paragraphs.
 */
#ifndef GJ_SHOW_REPORT_JSON_H
#define GJ_SHOW_REPORT_JSON_H

#include "../../base/buffer.h"
#include "../../bind/report.h"
#include "../json_writer.h"

/** Append to `out`. Returns out->failed. */
GJ_MUST_USE gj_status gj_show_report_json(const gj_report *report, gj_buffer *out);

/** What only says where the report came from, as its readers found it under any name: "column", "url", "document_number"; empty: not there. */
#define GJ_ORIGINS 3
gj_slice gj_report_origin(const gj_report *report, size_t index, const char **key);

/* For the files of this writer only. */

/** A key of a ruleset as text that ends in NUL; sets the buffer's failure where it is too long. */
#define GJ_KEY_ROOM 128
const char *gj_json_key(gj_json *w, gj_slice key, char out[GJ_KEY_ROOM]);

/** "preamble", "sections" and "extra_sections". */
void gj_report_json_text(gj_json *w, const gj_report *report);
/** Tables that no form knows, among blocks [begin, end), as the list `key`; `paragraph` is the first paragraph that stands there. Nothing where there are none. */
void gj_report_json_grids(gj_json *w, const char *key, const gj_report *report, size_t begin, size_t end,
                          size_t paragraph);
/** "layout" and "tables". */
void gj_report_json_tables(gj_json *w, const gj_report *report);
/** Where the rows of a table come from: a bound report, or a record. */
typedef struct gj_json_rows {
    const void *table;
    bool (*there)(const void *table, size_t row);
    void (*write)(gj_json *w, const char *key, const void *table, size_t row);
} gj_json_rows;
/** One table under its key: rows in the form's order, those of one group, which follow each other, in one object. `other_form`: of a table that is not
 *  of the report's own form, else empty. */
void gj_report_json_table(gj_json *w, const gj_form_table *table, gj_slice other_form, const gj_json_rows *rows);
/** One table's layout. */
void gj_report_json_layout(gj_json *w, const gj_bound_table *table);
/** A cell: a number, null for none, else the string; and a list of cells. */
void gj_report_json_cell(gj_json *w, const char *key, gj_slice text);
void gj_report_json_cells(gj_json *w, const char *key, const gj_slice *cells, size_t count);

#endif
