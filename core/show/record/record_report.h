/** record_report.h - a facts record as a report again: canonical JSON ("gouji/report@1") with what the record holds of it.
 *
 * For rules that hold a report against last year's when only records are at hand. Figures, text and identity are those of the record; places in
 * the file, labels of tables and sections of no form are not in it.
 */
#ifndef GJ_SHOW_RECORD_REPORT_H
#define GJ_SHOW_RECORD_REPORT_H

#include "../../base/buffer.h"
#include "../../collect/record.h"

/** Append to `out`. Returns out->failed. */
GJ_MUST_USE gj_status gj_show_record_report(const gj_record *record, gj_buffer *out);

#endif
