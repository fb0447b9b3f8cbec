/** facts.h - every number of a report: the tables' figures, the numbers in the text, and what each ties to.
 *
 * For people as aligned text, for machines as JSON ("gouji/facts@2"). Nothing is judged here: a number that differs from its
 * cell is shown with both values and the difference; whether that is a defect is for the rules.
 */
#ifndef GJ_SHOW_FACTS_H
#define GJ_SHOW_FACTS_H

#include "../../bind/report.h"
#include "../show.h"

/** Append to `out`. Returns out->failed. */
GJ_MUST_USE gj_status gj_show_facts(const gj_report *report, gj_lang lang, bool json, gj_buffer *out);

/* For the files of facts only. */

/** How a number of the text stands. */
typedef enum gj_fact_status {
    GJ_FACT_TIES,        /* a cell of the tables says the same */
    GJ_FACT_CONTRADICTS, /* a cell, the parts or the recomputed percentage says otherwise */
    GJ_FACT_SUMS,        /* total or part of a break-down that adds up */
    GJ_FACT_COMPARES,    /* a percentage or a change that was recomputed and is right */
    GJ_FACT_UNKNOWN,     /* its cells are blank or unread */
    GJ_FACT_UNTIED,
    GJ_FACT_OTHER_YEAR, /* a figure of another year: counted apart */
    GJ_FACT_DURATION,   /* 20个工作日: counts no things, counted apart */
    GJ_FACT_STATUSES
} gj_fact_status;

/** ties contradicts sums compares unknown untied other_year duration */
const char *gj_fact_status_name(gj_fact_status status);
gj_fact_status gj_fact_status_of(const gj_report *report, size_t claim);

typedef struct gj_fact_counts {
    size_t all; /* all claims, those said in words too */
    size_t of[GJ_FACT_STATUSES];
    size_t counted;   /* all but those counted apart */
    size_t explained; /* of them: checked against something, whether it agreed or not */
} gj_fact_counts;

gj_fact_counts gj_facts_count(const gj_report *report);
/** Whether the claim is one of the relation's numbers. */
bool gj_fact_concerns(const gj_relation *relation, size_t claim);
/** The tie that a claim was held against, or NULL; *sum is what its cells add up to where they are all numbers. */
const gj_tie *gj_facts_tie(const gj_report *report, const gj_claim *claim, gj_decimal *sum);

/** "= 34 + 227", "≠ 3 ÷ 8 = 37.5%": what a relation comes to, in words and figures (facts_relation.c). */
void gj_facts_relation(const gj_report *report, const gj_relation *relation, gj_lang lang, gj_buffer *out);
/** "261条的分项，相加一致" */
void gj_facts_part(const gj_report *report, const gj_relation *relation, gj_lang lang, gj_buffer *out);

/** The same cell of last year's report; NULL where there is no such report, table or cell. */
const gj_cell *gj_facts_prior_cell(const gj_report *report, const gj_bound_table *table, size_t row, size_t column);
/** Why last year's report was not taken, where it was asked for; NULL: nothing to say. */
const gj_notice *gj_facts_prior_notice(const gj_report *report);

void gj_facts_text(const gj_report *report, gj_lang lang, gj_buffer *out);
void gj_facts_json(const gj_report *report, gj_lang lang, gj_buffer *out);

#endif
