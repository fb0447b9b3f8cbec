/** transfer.h - a whole ledger as JSON Lines and back, byte for byte the same whichever database it is in.
 *
 *     {"schema": "gouji/ledger@1", "originals": 2, "submissions": 3}
 *     {"schema": "gouji/original@1", "sha256": "…", "base64": "…"}                 by digest
 *     {"schema": "gouji/submission@1", "round": 1, "added": "2025-01-20", "record": {…}}   by year, unit and round
 *
 * The record is the facts record as it was filed. Import is one transaction: all of it or nothing.
 */
#ifndef GJ_STORE_TRANSFER_H
#define GJ_STORE_TRANSFER_H

#include "ledger.h"

/** Takes a line with its '\n'. */
typedef gj_status (*gj_transfer_sink)(void *context, gj_slice line, gj_error *err);

GJ_MUST_USE gj_status gj_ledger_export(gj_ledger *ledger, gj_transfer_sink sink, void *context, gj_error *err);

/** The last rounds of what fits, as facts records for `collect`. */
GJ_MUST_USE gj_status gj_ledger_facts(gj_ledger *ledger, const gj_ledger_query *query, gj_transfer_sink sink,
                                      void *context, gj_error *err);

typedef struct gj_imported {
    size_t submissions, known; /* filed now; there already, alike */
    size_t originals;
} gj_imported;

/** GJ_INPUT where the file is no export, is cut short or damaged, with its line; GJ_USAGE where the ledger holds something else as the same round. */
GJ_MUST_USE gj_status gj_ledger_import(gj_ledger *ledger, const gj_forms *forms, const char *path, gj_imported *out,
                                       gj_error *err);

#endif
