/** record.h - a facts record read back: what collecting knows of one report.
 *
 * The line is JSON of the schema "gouji/record@1", written by show/record/record.c, perhaps on another machine and perhaps altered since: it is checked as any
 * input is. Figures are placed under the forms of the ruleset at hand; a figure that its form does not have is dropped. All texts live in the
 * arena given, many of them as pieces of the line, which must live as long.
 */
#ifndef GJ_COLLECT_RECORD_H
#define GJ_COLLECT_RECORD_H

#include "../judge/judge.h"

typedef struct gj_record_cell {
    gj_cell_kind kind; /* MISSING where the record has none */
    gj_decimal value;  /* of INTEGER and DECIMAL */
    gj_slice text;     /* of DASH, TEXT and UNREAD, as written */
} gj_record_cell;

typedef struct gj_record_table {
    const gj_form *form_used;
    const gj_form_table *form;
    gj_record_cell *cells; /* row_count * column_count, row by row */
} gj_record_table;

/** A section's heading and paragraphs, in the order of the body. */
typedef struct gj_record_part {
    gj_slice section; /* key; empty before the first heading and for sections of no form */
    gj_slice heading;
    gj_slice *paragraphs;
    size_t count;
} gj_record_part;

typedef struct gj_record_claim {
    gj_slice kind, section;
    gj_decimal value;
    bool exact;
    int year; /* 0: the report's */
} gj_record_claim;

typedef struct gj_record_outcome {
    gj_slice rule;
    gj_outcome outcome;
    gj_slice because; /* or empty */
} gj_record_outcome;

typedef struct gj_record_cell_ref {
    gj_slice table, row, column, text;
} gj_record_cell_ref;

typedef struct gj_record_finding {
    gj_slice rule;
    gj_outcome outcome; /* GJ_FAIL or GJ_REVIEW */
    gj_severity severity;
    gj_ground ground;
    gj_words message, remedy;
    gj_slice section, place, quote;
    size_t line, column;
    gj_slice at; /* words, where the file has no lines */
    gj_record_cell_ref *cells;
    size_t cell_count;
    gj_slice fingerprint;
    bool excepted;
} gj_record_finding;

typedef struct gj_record {
    bool as_prior, as_aggregate; /* what the person who gave it said that it is; set by who reads it */
    gj_slice line;               /* as it was read, without its end */
    gj_slice version, ruleset, digest, profile;
    gj_slice path, sha256, format, title, form;
    gj_report_status status;
    gj_words error; /* where not GJ_CHECKED */
    int year;       /* 0: unknown */
    gj_slice name, normal, level, kind, scope, province;
    gj_slice published;                   /* as written */
    char published_on[11], signed_on[11]; /* YYYY-MM-DD; empty where unknown */
    gj_record_table *tables;
    size_t table_count;
    gj_record_claim *claims;
    size_t claim_count;
    gj_record_part *parts;
    size_t part_count;
    bool text_cut;
    gj_record_outcome *outcomes;
    size_t outcome_count;
    size_t counts[GJ_OUTCOMES];
    gj_slice *prior_rules; /* whose outcome depends on last year's report */
    size_t prior_rule_count;
    gj_severity_override *prior_severities; /* of these rules, as a config set them */
    size_t prior_severity_count;
    gj_exception *prior_exceptions; /* that a config grants this report for these rules; without reason and approver */
    size_t prior_exception_count;
    gj_record_finding *findings;
    size_t finding_count, findings_cut;
    size_t severities[3]; /* findings that fail and are not excepted */
    size_t reviews, excepted;
} gj_record;

/** Read one line (without its end). GJ_INPUT where it is no record, with the column where that is known. */
GJ_MUST_USE gj_status gj_record_read(gj_arena *arena, const gj_forms *forms, gj_slice line, gj_record *out,
                                     gj_error *err);

const gj_record_table *gj_record_table_by_key(const gj_record *record, gj_slice key);
/** "requests.denied.state_secret.total": the cell, or NULL where the record's form has none of this name. */
const gj_record_cell *gj_record_cell_by_path(const gj_record *record, gj_slice path);
static inline const gj_record_cell *gj_record_cell_at(const gj_record_table *table, size_t row, size_t column)
{
    return &table->cells[row * table->form->column_count + column];
}
static inline bool gj_record_cell_known(const gj_record_cell *cell)
{
    return cell->kind == GJ_CELL_INTEGER || cell->kind == GJ_CELL_DECIMAL;
}

#endif
