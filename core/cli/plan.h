/** plan.h - what will be checked and how, settled before any work starts.
 *
 * All usage and configuration errors come out here; after it, each file is an independent task. Flags win over the config of the file's
 * folder, the config over what is inferred from the text.
 */
#ifndef GJ_CLI_PLAN_H
#define GJ_CLI_PLAN_H

#include "../store/ledger.h"
#include "config.h"
#include "walk.h"

typedef struct gj_planned_exception {
    const gj_config *config;
    const gj_config_exception *entry;
    bool used, expired;
} gj_planned_exception;

/** What a report is held against: a file of the plan or a prior file. */
typedef struct gj_planned_prior {
    gj_prior_choice chosen;
    size_t candidate; /* for gj_plan_path */
    gj_slice rivals;  /* of NONE: files that all might be it */
    gj_slice ledger;  /* the ledger that it stands in, instead of `candidate`; empty: none */
    gj_submission filed;
} gj_planned_prior;

/** A ledger to look for last year's reports in: of --prior, or of a config. */
typedef struct gj_planned_ledger {
    gj_slice address;
    bool given;              /* by --prior */
    const gj_config *config; /* else whose reports it is for */
} gj_planned_ledger;

typedef struct gj_plan {
    gj_invocation *invocation;
    gj_ruleset *ruleset;
    gj_walked walked;
    const char **prior_files; /* not judged themselves: those that configs name, then those of --prior */
    gj_config **prior_configs;
    size_t prior_count;
    gj_planned_ledger *ledgers; /* those of --prior first */
    size_t ledger_count;
    bool prior_single;                /* --prior names one file, the last of them */
    gj_planned_prior *priors;         /* one a file; complete after gj_pair_priors */
    gj_config **configs;              /* one a file; NULL: none */
    gj_planned_exception *exceptions; /* of all configs in use */
    size_t exception_count;
    gj_slice standard_input; /* its bytes, read before workers start */
    gj_status standard_input_status;
    gj_error standard_input_error;
    gj_format as;
    gj_fail_on fail_on;
    bool facsimile;        /* an output shows the reports themselves */
    bool records;          /* facts records are wanted */
    const char *aggregate; /* path of a report that is a total whatever its text says; NULL: none */
    char today[11];
    char config_digest[65]; /* over all configs in force; empty: none */
    gj_slice *arguments;    /* that the results depend on, as given (record.h) */
    size_t argument_count;
} gj_plan;

/** The same without any file: options are checked and the ruleset is opened, for those who have facts records only. */
int gj_plan_make_bare(gj_invocation *invocation, gj_plan *plan);
/** An exit code, GJ_EXIT_CLEAN when the plan stands. The ruleset is closed by gj_plan_close, also after a failure. */
int gj_plan_make(gj_invocation *invocation, gj_plan *plan);
void gj_plan_close(gj_plan *plan);

/** Options for file `index`: selection, severities, exceptions and given facts, in `arena`. `map[i]` is the plan's index of the i-th exception given to the judge. */
GJ_MUST_USE gj_status gj_plan_options(const gj_plan *plan, size_t index, gj_arena *arena, gj_check_options *out,
                                      size_t **map, gj_error *err);

/** Collect the prior files (for gj_plan_make). A config's file and the one of --prior for the one report are settled at once. */
GJ_MUST_USE gj_status gj_plan_find_priors(gj_plan *plan, gj_error *err);
/** The path of a file by its index, or of prior file `index` - file_count. */
const char *gj_plan_path(const gj_plan *plan, size_t index);
/** What flags and config say beforehand of file `index`. */
gj_given gj_plan_given(const gj_plan *plan, size_t index);
/** What flags and config say beforehand of a prior file: all but the year, which is not this year's. */
gj_given gj_plan_prior_given(const gj_plan *plan, size_t index);

/** Whether --year, --level, --kind, --scope and --profile are words that exist; complains otherwise. */
bool gj_issuer_flags_fine(const gj_invocation *invocation);

/** Every selector must name a rule; complains with the nearest one. `what` names the option. */
bool gj_selectors_known(const gj_invocation *invocation, const gj_ruleset *ruleset, const char *what,
                        const gj_slice *selectors, size_t count);
/** The same for one rule given by its full id or name. */
const gj_rule *gj_rule_known(const gj_invocation *invocation, const gj_ruleset *ruleset, gj_slice word);
/** --select or --ignore as selectors (comma-separated, repeatable). */
GJ_MUST_USE gj_status gj_selectors(const gj_invocation *invocation, gj_option_id option, gj_slice **out, size_t *count);
/** One flag a rule: named by `select` (or all when it is empty) and not by `ignore`. */
bool *gj_select_rules(gj_arena *arena, const gj_ruleset *ruleset, const gj_slice *select, size_t select_count,
                      const gj_slice *ignore, size_t ignore_count);

#endif
