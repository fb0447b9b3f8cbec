/** record.h - one report as a facts record: a line of JSON (docs/schema/record.schema.json) with all that `collect` needs of it.
 *
 * The record is the contract between the many (a check of each report, wherever it runs) and the one (judging the collection, core/collect/record.h reads
 * it back). It holds nothing of how the report was come by but its path: no date, no arguments, no file beside it. So it is
 * made of a result that was judged without last year's report; which rules asked for that one is in it, with the severities and exceptions that a config
 * has for them: whoever judges between the years needs no config. Numbers are exact decimals; texts of
 * the report are as its reader gave them, private values hidden.
 */
#ifndef GJ_SHOW_RECORD_H
#define GJ_SHOW_RECORD_H

#include "../../base/buffer.h"
#include "../../bind/report.h"
#include "../../judge/judge.h"
#include "../../judge/result.h"

#define GJ_RECORD_SCHEMA "gouji/record@1"

/** Append the line, with its '\n'. `report` is NULL where the result is none of a checked report, `options` (those it was judged with) where no config is to
 *  be told. Working memory comes from `arena`. */
GJ_MUST_USE gj_status gj_show_record(gj_arena *arena, const gj_ruleset *ruleset, const gj_report *report,
                                     const gj_result *result, const gj_judge_options *options, gj_buffer *out);

#endif
