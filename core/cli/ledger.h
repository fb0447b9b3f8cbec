/** ledger.h - the parts of `gouji ledger`, a file each. */
#ifndef GJ_CLI_LEDGER_H
#define GJ_CLI_LEDGER_H

#include "../show/ledger/ledger.h"
#include "cli.h"

/** What every part has: the command line, its ledger, and its --format. */
typedef struct gj_ledger_command {
    gj_invocation *invocation;
    gj_slice address;
    bool json;
} gj_ledger_command;

/** Each returns an exit code. */
int gj_ledger_run_add(const gj_ledger_command *command);
int gj_ledger_run_list(const gj_ledger_command *command);
int gj_ledger_run_show(const gj_ledger_command *command);
int gj_ledger_run_rounds(const gj_ledger_command *command);
int gj_ledger_run_export(const gj_ledger_command *command);
int gj_ledger_run_import(const gj_ledger_command *command);

/** --unit and --year. False after complaining. */
bool gj_ledger_query_of(const gj_ledger_command *command, gj_ledger_query *out);
/** --round, or 0. False after complaining. */
bool gj_ledger_round_of(const gj_ledger_command *command, int *out);

/** Read both records and compare; what comes out lives in the arena. */
GJ_MUST_USE gj_status gj_ledger_compare(gj_ledger *ledger, const gj_forms *forms, gj_arena *arena,
                                        const gj_submission *before, const gj_submission *after, gj_rounds *out,
                                        gj_error *err);

#endif
