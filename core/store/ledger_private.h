/** ledger_private.h - for the files that make up ledger.h alone. */
#ifndef GJ_STORE_LEDGER_PRIVATE_H
#define GJ_STORE_LEDGER_PRIVATE_H

#include "ledger.h"

struct gj_ledger {
    gj_sql *sql;
};

/** ledger_read.c: the submission of a unit and year that has these bytes. */
GJ_MUST_USE gj_status gj_ledger_by_file(gj_ledger *ledger, gj_arena *arena, gj_slice unit, int year, gj_slice sha256,
                                        gj_submission *out, gj_error *err);

#endif
