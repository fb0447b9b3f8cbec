/** result.h - what is known of one report after judging: everything that any output shows, and nothing else.
 *
 * A result is plain data in one arena, independent of the Lua state, the document and the process that made it: workers encode
 * it (result_wire.h) and the parent decodes and shows it. Texts for people are in both languages. Order is fixed: findings by place,
 * then rule id; outcomes by rule order; so the same input gives the same bytes.
 */
#ifndef GJ_JUDGE_RESULT_H
#define GJ_JUDGE_RESULT_H

#include "../base/arena.h"
#include "../base/source.h"
#include "../bind/number.h"
#include "facsimile.h"

typedef enum gj_severity { GJ_INFO, GJ_WARNING, GJ_ERROR } gj_severity;
/** "info" "warning" "error" */
const char *gj_severity_name(gj_severity severity);

typedef enum gj_outcome {
    GJ_PASS,
    GJ_FAIL,
    GJ_REVIEW,
    GJ_NOT_APPLICABLE,
    GJ_NOT_RUN,
    GJ_BROKEN /* "error" */
} gj_outcome;
#define GJ_OUTCOMES 6
/** "pass" "fail" "review" "not_applicable" "not_run" "error" */
const char *gj_outcome_name(gj_outcome outcome);

/** Which grounds count: law, form and arithmetic only; local requirements and practice too (the default); the same with nothing softened
 *  while level or scope is unknown. */
typedef enum gj_profile { GJ_PROFILE_PRACTICE, GJ_PROFILE_NATIONAL, GJ_PROFILE_STRICT } gj_profile;
#define GJ_PROFILE_COUNT 3
const char *gj_profile_name(gj_profile profile);

typedef enum gj_ground { GJ_NATIONAL, GJ_LOCAL, GJ_PRACTICE } gj_ground;
const char *gj_ground_name(gj_ground ground);

typedef struct gj_rule_outcome {
    gj_slice rule;
    gj_outcome outcome;
    gj_slice
        because; /* a rule id, or a word: budget, prior (no report of the year before), prior_unknown (a figure of it), …; empty */
    gj_words why; /* one plain sentence for review, not_run and error; empty for the rest */
    bool
        prior; /* last year's report was asked for: with another one the outcome may be another. Not sent over the pipe */
} gj_rule_outcome;

/** A piece of the file to show. Lines and columns are 1-based, columns in code points; 0 = no place. Where the file has no lines, `at` says
 *  where the piece stands, and lines, columns and bytes are of the text that was read from it: for frames, not for people to look up. */
typedef struct gj_mark {
    size_t line, column, end_line, end_column; /* end column is past the last code point */
    size_t byte_begin, byte_end;
    gj_locus at;
    gj_slice pointer;   /* JSON Pointer, or empty */
    gj_slice line_text; /* the whole source line (at most 2000 bytes, cut at code points around the mark); for frames */
    size_t line_offset; /* code points cut from the line's start */
    bool primary;
    gj_words label; /* "填 5，应为 6"; may be empty */
    bool prior;     /* it stands in last year's file, not in the report's */
} gj_mark;

/** The mark's line in the file; 0 where it has no lines. */
static inline size_t gj_mark_line(const gj_mark *mark)
{
    return mark && mark->at.part == GJ_PART_NONE ? mark->line : 0;
}

typedef struct gj_cell_ref {
    gj_slice table, row, column; /* keys */
    gj_words table_name, row_name, column_name;
    gj_slice text; /* as written */
    gj_cell_kind kind;
    gj_decimal value;
    size_t line, column_no; /* where; 0 where the file has no lines */
    gj_locus at;            /* where it has none */
    gj_slice pointer;
    bool prior; /* a cell of last year's report: line and column are of that file */
} gj_cell_ref;

/** "3 + 0 ≠ 2 + 0，差 1", in both languages, and the rule it belongs to. */
typedef struct gj_equation_text {
    gj_slice rule;
    gj_words words;
    gj_words place; /* 表三“自然人”一列 */
    size_t line;
    bool holds;
} gj_equation_text;

typedef struct gj_suggestion_cell {
    gj_slice table, row, column;
    gj_words name; /* （七）总计 × 自然人 */
    gj_decimal from, to;
    gj_slice from_text;
    size_t line;
} gj_suggestion_cell;

typedef struct gj_suggestion {
    gj_suggestion_cell cells[2];
    size_t count;
} gj_suggestion;

typedef struct gj_exception_ref {
    gj_slice reason, approver, expires;
} gj_exception_ref;

typedef struct gj_finding {
    gj_slice rule, name; /* T3-003, requests-balance */
    gj_outcome outcome;  /* GJ_FAIL or GJ_REVIEW */
    gj_severity severity;
    gj_ground ground;
    gj_words title;   /* the rule's */
    gj_words message; /* of this finding; stands alone */
    gj_words remedy;
    gj_slice *clauses; /* clause ids */
    gj_words *basis;   /* one readable line a clause */
    size_t clause_count;
    gj_slice section; /* key, or empty */
    gj_slice place;   /* logical: "requests.new.total", "overview", … */
    gj_slice quote;   /* text as written, for text findings */
    gj_mark *marks;   /* the primary one first; may be none */
    size_t mark_count;
    gj_cell_ref *cells;
    size_t cell_count;
    gj_equation_text *equations;
    size_t equation_count;
    gj_slice *also; /* other rules that failed for the same cause, ascending */
    size_t also_count;
    gj_suggestion *suggestions; /* at most GJ_MAX_SUGGESTIONS */
    size_t suggestion_count, suggestion_total;
    char fingerprint[65];
    const gj_exception_ref *exception; /* accepted: shown apart, does not count */
} gj_finding;

typedef struct gj_result_notice {
    gj_slice kind;
    gj_words words;
    gj_slice text;
    size_t line, column; /* 0 where the file has no lines, and for what concerns all of it */
    gj_locus at;
    gj_slice pointer;
} gj_result_notice;

typedef enum gj_report_status {
    GJ_CHECKED,
    GJ_UNREADABLE,
    GJ_NOT_CHECKED,
    GJ_PASSED_OVER /* no report after all; it is listed and not shown */
} gj_report_status;
/** "checked" "unreadable" "not_checked" "passed_over" */
const char *gj_report_status_name(gj_report_status status);

typedef struct gj_known_text {
    gj_slice value, origin;
} gj_known_text;

/** The report of the year before that this one was held against, and who chose it: a person, or gouji among the files it was given. */
typedef enum gj_prior_choice { GJ_PRIOR_NONE, GJ_PRIOR_GIVEN, GJ_PRIOR_FOUND } gj_prior_choice;
/** "none" "given" "found" */
const char *gj_prior_choice_name(gj_prior_choice choice);
typedef struct gj_prior_ref {
    gj_prior_choice chosen;
    gj_slice path;
    char sha256[65];
} gj_prior_ref;

typedef struct gj_result {
    gj_slice path;
    gj_slice format; /* markdown json text html docx pdf ofd */
    char sha256[65]; /* of the input bytes; empty string when it could not be read */
    gj_report_status status;
    gj_error error; /* where not GJ_CHECKED */
    gj_profile profile;
    gj_slice title;
    int year; /* 0 unknown */
    gj_slice year_origin;
    gj_slice form; /* "2021", empty when unknown */
    gj_known_text name, level, kind, scope, province;
    gj_slice published;
    gj_prior_ref prior;
    gj_rule_outcome *outcomes; /* one a selected rule, in rule order */
    size_t outcome_count;
    size_t counts[GJ_OUTCOMES];
    size_t deselected; /* rules of the ruleset that were not selected */
    gj_finding *findings;
    size_t finding_count;
    size_t findings_cut;  /* not kept because of GJ_MAX_FINDINGS */
    size_t severities[3]; /* findings that fail and are not excepted, by gj_severity */
    size_t reviews;       /* review findings and review outcomes that need a person, not excepted */
    size_t excepted;
    gj_result_notice *notices;
    size_t notice_count, notice_total;
    const gj_facsimile *facsimile; /* the report itself, where it was asked for; NULL: not */
    gj_slice record;        /* the facts record (show/record/record.h), one line with its end, where it was asked for */
    const gj_slice *hidden; /* values that no output may show, as judging leaves them; not sent over the pipe */
    size_t hidden_count;
    bool more_hidden; /* there were more than GJ_MAX_PRIVATE: no text of the report may be shown */
} gj_result;

#endif
