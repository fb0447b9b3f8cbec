/** report_markdown.h - a report as Markdown: the way back for what was read, and the way out for canonical JSON.
 *
 * No figure and no word is changed. Tables that were grids keep their cells as they stood (a grid with merged cells becomes an
 * HTML table); tables of keyed data take the form's layout. Metadata that the text does not carry goes into front matter. Reading what was written
 * and binding it again gives the same cells, sections and paragraphs.
 */
#ifndef GJ_SHOW_REPORT_MARKDOWN_H
#define GJ_SHOW_REPORT_MARKDOWN_H

#include "../../base/buffer.h"
#include "../../bind/report.h"

/** Append to `out`. Returns out->failed. */
GJ_MUST_USE gj_status gj_show_report_markdown(const gj_report *report, gj_buffer *out);

/* For the files of this writer only. */

/** Text with every character that Markdown could take for a mark escaped, on one line. */
void gj_md_text(gj_buffer *out, gj_slice text);
/** A grid: a pipe table, or an HTML table where cells are merged or there is a caption. */
void gj_md_grid(gj_buffer *out, const gj_grid *grid);
/** One cell of a pipe table's row; the row is opened by "|". */
void gj_md_cell(gj_buffer *out, gj_slice text);
/** The line under a pipe table's header. */
void gj_md_delimiter(gj_buffer *out, size_t columns);
/** A table of keyed data in the layout of its form. What could not be placed is written so that it cannot be placed again. */
void gj_md_form_table(gj_buffer *out, const gj_bound_table *table);

#endif
