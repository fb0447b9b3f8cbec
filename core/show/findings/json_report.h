/** json_report.h - one report, the tool and the totals as JSON; shared by json, jsonl and SARIF's run properties. For core/show only.
 *
 * The members are those of docs/schema/findings.schema.json, gouji/findings@1: additions are free, a change that breaks a reader raises the version.
 */
#ifndef GJ_SHOW_JSON_REPORT_H
#define GJ_SHOW_JSON_REPORT_H

#include "../json_writer.h"
#include "../show.h"

#define GJ_FINDINGS_SCHEMA "gouji/findings@1"

/** "tool": { … }: name, version, ruleset, and what else the result depends on. */
void gj_json_tool(gj_json *w, const gj_show_options *options);
/** The members of a report object, without its braces. */
void gj_json_report(gj_json *w, const gj_show_options *options, const gj_result *result);
/** "outcomes": { "pass": 0, … } */
void gj_json_outcomes(gj_json *w, const size_t counts[GJ_OUTCOMES]);
/** "summary": { … }, by the names of gj_totals; `key` is how it is called. */
void gj_json_summary(gj_json *w, const char *key, const gj_totals *totals);
/** "findings": [ … ] */
void gj_json_findings(gj_json *w, gj_lang lang, const gj_result *result);

#endif
