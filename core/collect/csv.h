/** csv.h - comma-separated values as spreadsheets save them: RFC 4180, with what occurs besides.
 *
 * UTF-8 with or without a byte order mark, GB18030 and UTF-16 (read/encoding.h); LF, CRLF or CR; fields in double quotes may hold commas, line ends and doubled
 * quotes. Where the first line has no comma, semicolons or tabs part the fields. Empty lines are passed over.
 */
#ifndef GJ_COLLECT_CSV_H
#define GJ_COLLECT_CSV_H

#include "../base/arena.h"

typedef struct gj_csv_row {
    size_t line;      /* where it begins, from 1 */
    gj_slice *fields; /* without white space at the ends */
    size_t count;
} gj_csv_row;

typedef struct gj_csv {
    gj_csv_row *rows;
    size_t count;
} gj_csv;

/** GJ_INPUT with line and reason: bytes of no encoding, a quote that is not closed; GJ_LIMIT past GJ_MAX_CSV_ROWS or GJ_MAX_CSV_FIELDS. */
GJ_MUST_USE gj_status gj_csv_read(gj_arena *arena, gj_slice bytes, gj_csv *out, gj_error *err);

#endif
