/** record_prior.h - for record.c: what a record says of the rules that asked for last year's report. */
#ifndef GJ_SHOW_RECORD_PRIOR_H
#define GJ_SHOW_RECORD_PRIOR_H

#include "../json_writer.h"
#include "record.h"

/** The member prior_rules; prior_severities and prior_exceptions where a config has such. `options` may be NULL. */
void gj_record_prior_rules(gj_json *w, const gj_ruleset *ruleset, const gj_result *result,
                           const gj_judge_options *options);

#endif
