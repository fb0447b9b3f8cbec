/** form.h - a statutory layout as data: which sections, which tables, which rows and columns, under which keys.
 *
 * Forms are written in Lua in a ruleset (`rules/<id>/form/<name>.lua`, see docs/rule-authors.md for the fields) and read into
 * these structs once. The engine knows no label of any regulation. Strings live as long as the ruleset's arena.
 */
#ifndef GJ_BIND_FORM_H
#define GJ_BIND_FORM_H

#include "../base/arena.h"
#include "../base/pattern.h"
#include "relation.h"

typedef struct gj_form_section {
    gj_slice key;       /* "overview" */
    gj_slice number;    /* "一" */
    gj_slice title;     /* exact statutory title without number */
    gj_slice *keywords; /* any one makes a numbered line this section's heading; kept as label keys (labels.h) */
    size_t keyword_count;
    gj_slice *variants; /* accepted other wordings (STR-005/006 grade them): folded */
    size_t variant_count;
} gj_form_section;

typedef struct gj_form_column {
    gj_slice key;   /* "natural_person"; for groups of columns the row carries the group */
    gj_slice label; /* "自然人" */
    gj_words name;  /* for people; zh defaults to the label */
    gj_slice *variants;
    size_t variant_count;
} gj_form_column;

typedef struct gj_form_row {
    gj_slice key;       /* "denied.state_secret" */
    gj_slice label;     /* "1.属于国家秘密" with its number as printed */
    gj_words name;      /* for people; zh defaults to the label */
    gj_slice block;     /* printed parent: "（三）不予公开" or "第二十条第（一）项"; empty for none */
    gj_slice *variants; /* other labels seen, with or without number */
    size_t variant_count;
    unsigned long columns;         /* bit i set: column i of the table belongs to this row */
    bool decimal;                  /* decimals are lawful (amounts) */
    unsigned long may_be_negative; /* bit per column */
    bool text_amount;              /* the form fixes no unit: a number with a unit is as good (2019 procurement) */
} gj_form_row;

/** A label printed over several rows, or beside them, above their blocks: 「三、本年度办理结果」; or over several columns, above their labels. */
typedef struct gj_form_group {
    gj_slice label;
    gj_slice key;       /* the label as a label key (labels.h) */
    size_t first, last; /* rows, or columns; both included */
} gj_form_group;

typedef enum gj_shape {
    GJ_SHAPE_MATRIX, /* header of columns, one line a row (table 3) */
    GJ_SHAPE_BLOCKS, /* blocks, each with its own header line and rows (table 2) */
    GJ_SHAPE_FLAT    /* all rows side by side in one line of values (table 4) */
} gj_shape;

typedef struct gj_form_table {
    gj_slice key;     /* "requests" */
    gj_slice title;   /* for people: "表三" */
    gj_words name;    /* for people, both languages */
    gj_slice section; /* key of the section it belongs to */
    gj_shape shape;
    gj_form_column *columns;
    size_t column_count;
    gj_form_row *rows;
    size_t row_count;
    gj_slice *marks; /* folded words that occur in this table under this form and in no other form's */
    size_t mark_count;
    gj_slice *anchors; /* folded words that show that a grid is this table under some form */
    size_t anchor_count;
    gj_form_group *groups; /* of rows */
    size_t group_count;
    gj_form_group *heads; /* of columns, from the outermost inward: one lies inside another, or beside it */
    size_t head_count;
    gj_slice corner;    /* what heads the column of labels (BLOCKS), or empty */
    gj_slice note;      /* note that the table prints, as a label key, or empty */
    gj_slice note_text; /* the same as printed */
    /* Rules that own a defect of this table, so that every other rule names them in `because`: */
    gj_slice missing_rule; /* the table is not there */
    gj_slice blank_rule;   /* blank or dash cells */
    gj_slice row_rule;     /* a row is missing or could not be read to its full number of cells */
    gj_slice column_rule;  /* columns missing or out of order */
    gj_slice text_rule;    /* a cell that is no number */
} gj_form_table;

typedef struct gj_form {
    gj_slice id; /* "2021" */
    gj_words name;
    int from, to; /* report years; to = 0: still in force */
    gj_form_section *sections;
    size_t section_count;
    gj_form_table *tables;
    size_t table_count;
    const struct gj_label_index
        *labels; /* of sections, blocks, rows and columns (labels.h); made when the form is read */
} gj_form;

/** A name pattern that tells what an issuer is. For each of the four words the first matching rule that says it wins. */
typedef struct gj_issuer_rule {
    gj_pattern *pattern; /* searched in the issuer's name without its spaces */
    gj_slice *needles;   /* literals one of which must occur before the pattern is tried; none: always */
    size_t needle_count;
    gj_slice level, kind, scope, province; /* empty: says nothing of it */
} gj_issuer_rule;

typedef struct gj_full_pattern gj_full_pattern; /* claim_pattern.h */

/** A way a claim is written. `{n}` in the Lua source stands for a quantity and becomes the named group n. */
typedef struct gj_claim_pattern {
    gj_pattern *pattern;   /* for sentences whose numbers are plain (GJ_QUANTITY_PLAIN) */
    gj_full_pattern *full; /* for all others; NULL where there is no {n} */
    gj_slice *needles; /* literals one of which must occur in the sentence before the pattern is tried; none: always */
    size_t needle_count;
    gj_pattern *unless; /* NULL, or: a sentence part that matches is not this claim (hotline, last year …) */
    bool zero;          /* the words themselves say none: 未收到 */
} gj_claim_pattern;

/** One cell or sum that a claim may tie to: "requests.new.total". */
typedef struct gj_tie {
    gj_slice *cells; /* dotted paths, summed; a leading '-' subtracts */
    size_t cell_count;
    gj_words reading; /* how the words were understood when this one fits: 新收 / 新收加上年结转 */
    bool unstated;    /* fits, but the text should say so (design.md §9: info) */
} gj_tie;

typedef struct gj_claim_kind {
    gj_slice key; /* "requests.received" */
    gj_words name;
    gj_slice *units; /* measure words it may have; none: any but % and time */
    size_t unit_count;
    gj_slice *sections; /* keys of the sections where it is looked for; none: all */
    size_t section_count;
    gj_claim_pattern *patterns;
    size_t pattern_count;
    gj_tie *ties; /* alternatives in order; none: an untied claim of a known kind */
    size_t tie_count;
} gj_claim_kind;

/** All that binding needs of a ruleset. */
typedef struct gj_forms {
    gj_form *forms;
    size_t form_count;
    gj_issuer_rule *issuers;
    size_t issuer_count;
    gj_claim_kind *claims;
    size_t claim_count;
    gj_joints joints;
    gj_pattern *title;      /* a line that is a report's title; named groups: name, year */
    gj_pattern *other_year; /* words in a sentence that move it to another year: 上年, 去年, {Y}年; may be NULL */
    gj_slice *report_hints; /* words by which a folder walk knows a report */
    size_t report_hint_count;
    gj_slice out_of_scope_rule; /* rule that says a year has no form; may be empty */
    gj_slice section_rule;      /* rule that owns a missing section (STR-001) */
    gj_slice issuer_rule;       /* rule that owns an unknown body or year (STR-040) */
} gj_forms;

/** The form in force for a year, or NULL. */
const gj_form *gj_forms_for_year(const gj_forms *forms, int year);
/** By id; NULL when there is none. */
const gj_form *gj_forms_by_id(const gj_forms *forms, gj_slice id);
/** A table of a form by key; NULL when there is none. */
const gj_form_table *gj_form_table_by_key(const gj_form *form, gj_slice key);
/** Index of a row or column by key, or GJ_NOT_FOUND. */
size_t gj_form_row_index(const gj_form_table *table, gj_slice key);
size_t gj_form_column_index(const gj_form_table *table, gj_slice key);
const gj_form_section *gj_form_section_by_key(const gj_form *form, gj_slice key);

#endif
