/** ledger.h - the inspector's ledger: every submission of every unit, year by year, round by round.
 *
 * A submission is the facts record of one report (collect/record.h), kept byte for byte, with its figures and findings as rows for whoever asks the
 * database itself, and, where it was at hand, the file. A unit is known by its name in normal form; a unit's first report of a year is its round 1,
 * and a file with other bytes is the next round. The same bytes again change nothing.
 *
 * A submission is filed in one transaction: after a crash it is there whole or not at all. Slices that come out live in the arena given.
 */
#ifndef GJ_STORE_LEDGER_H
#define GJ_STORE_LEDGER_H

#include "../collect/record.h"
#include "sql.h"

typedef struct gj_ledger gj_ledger;

typedef struct gj_submission {
    int64_t id;
    gj_slice unit, name; /* normal form, as written */
    int year, round;
    gj_slice added; /* YYYY-MM-DD */
    gj_slice path, sha256, format;
    gj_slice ruleset, digest, profile;
    size_t errors, warnings, infos, reviews, excepted;
    bool has_original;
} gj_submission;

typedef enum gj_filed {
    GJ_FILED_NEW,  /* as a new round */
    GJ_FILED_KNOWN /* those bytes are there as this unit's submission of the year already */
} gj_filed;

/** Make a ledger where there is none, or bring it to the newest version; both versions are told. */
GJ_MUST_USE gj_status gj_ledger_init(gj_slice address, int *before, int *after, gj_error *err);
/** Open one that is there and of the newest version. `reading`: nothing will be written. */
GJ_MUST_USE gj_status gj_ledger_open(gj_slice address, bool reading, gj_ledger **out, gj_error *err);
/** NULL is fine. */
void gj_ledger_close(gj_ledger *ledger);

/** File a record. GJ_USAGE where it is not of a checked report whose unit and year are known. `original` is the file with the record's digest, or NULL data. *how is what
 *  happened, *out what is in the ledger now. */
GJ_MUST_USE gj_status gj_ledger_file(gj_ledger *ledger, gj_arena *arena, const gj_record *record, gj_slice original,
                                     gj_slice added, gj_filed *how, gj_submission *out, gj_error *err);

/** What is looked for; zeroed: all. */
typedef struct gj_ledger_query {
    gj_slice unit; /* part of the name's normal form */
    int year;
} gj_ledger_query;

typedef struct gj_submissions {
    GJ_LIST(gj_submission);
} gj_submissions;

/** Those that fit, by year, unit and round, whatever the database's own order. */
GJ_MUST_USE gj_status gj_ledger_list(gj_ledger *ledger, gj_arena *arena, const gj_ledger_query *query,
                                     gj_submissions *out, gj_error *err);
/** The last round of a unit (normal form) in a year. *found is false where there is none. */
GJ_MUST_USE gj_status gj_ledger_latest(gj_ledger *ledger, gj_arena *arena, gj_slice unit, int year, bool *found,
                                       gj_submission *out, gj_error *err);
/** Its record, as the line that it was. */
GJ_MUST_USE gj_status gj_ledger_record(gj_ledger *ledger, gj_arena *arena, int64_t id, gj_slice *line, gj_error *err);
/** The file of a digest; data is NULL where it was not kept. GJ_INPUT where what was kept is not what its digest says. */
GJ_MUST_USE gj_status gj_ledger_original(gj_ledger *ledger, gj_arena *arena, gj_slice sha256, gj_slice *bytes,
                                         gj_error *err);
/** Digests of all files kept, sorted. */
GJ_MUST_USE gj_status gj_ledger_originals(gj_ledger *ledger, gj_arena *arena, gj_slice **out, size_t *count,
                                          gj_error *err);

/* For transfer.c: one transaction around many calls, and filing as it was elsewhere. */
GJ_MUST_USE gj_status gj_ledger_begin(gj_ledger *ledger, gj_error *err);
GJ_MUST_USE gj_status gj_ledger_begin_reading(gj_ledger *ledger, gj_error *err);
GJ_MUST_USE gj_status gj_ledger_commit(gj_ledger *ledger, gj_error *err);
void gj_ledger_rollback(gj_ledger *ledger);
/** Keep a file; the same digest again changes nothing. Inside a transaction. */
GJ_MUST_USE gj_status gj_ledger_keep(gj_ledger *ledger, gj_slice sha256, gj_slice bytes, gj_error *err);
/** File as the round given. GJ_USAGE where that round is there and is another. Inside a transaction. */
GJ_MUST_USE gj_status gj_ledger_restore(gj_ledger *ledger, gj_arena *arena, const gj_record *record, int round,
                                        gj_slice added, gj_filed *how, gj_error *err);

#endif
