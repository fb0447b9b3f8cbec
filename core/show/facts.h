/** facts.h - every number of a report: the tables' figures, the numbers in the text, and what each ties to.
 *
 * For people as aligned text, for machines as JSON ("gouji/facts@1"). Nothing is judged here: a number that differs from its
 * cell is shown with both values and the difference; whether that is a defect is for the rules.
 */
#ifndef GJ_SHOW_FACTS_H
#define GJ_SHOW_FACTS_H

#include "../bind/report.h"
#include "show.h"

/** Append to `out`. Returns out->failed. */
GJ_MUST_USE gj_status gj_show_facts(const gj_report *report, gj_lang lang, bool json, gj_buffer *out);

/* For the files of facts only. */

/** How the numbers of the text stand. Percentages and durations are numbers, but count no things: they are counted apart. */
typedef struct gj_fact_counts {
    size_t numbers;                    /* all claims, those said in words too */
    size_t ties, contradicts, unknown; /* of the report's own year */
    size_t known;                      /* of a known kind that no cell of the tables holds */
    size_t untied;                     /* of no known kind */
    size_t other_year, rates;
} gj_fact_counts;

gj_fact_counts gj_facts_count(const gj_report *report);
/** The tie that a claim was held against, or NULL; *sum is what its cells add up to where they are all numbers. */
const gj_tie *gj_facts_tie(const gj_report *report, const gj_claim *claim, gj_decimal *sum);

void gj_facts_text(const gj_report *report, gj_lang lang, gj_buffer *out);
void gj_facts_json(const gj_report *report, gj_lang lang, gj_buffer *out);

#endif
