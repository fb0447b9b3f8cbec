/** report.h - a document bound to a form: sections, typed tables, claims, and all that could not be bound.
 *
 * Everything lives in the report's arena. Nothing is ever filled in: a cell that was not read is GJ_CELL_UNREAD or
 * GJ_CELL_MISSING, and a notice says so.
 */
#ifndef GJ_BIND_REPORT_H
#define GJ_BIND_REPORT_H

#include "../read/document.h"
#include "form.h"
#include "number.h"

typedef enum gj_origin { GJ_UNKNOWN, GJ_INFERRED, GJ_METADATA, GJ_CONFIG, GJ_FLAG } gj_origin;
/** "unknown", "inferred", "metadata", "config", "flag" */
const char *gj_origin_name(gj_origin origin);

/** A word about the issuer and how we know it. Empty value: unknown. */
typedef struct gj_known {
    gj_slice value;
    gj_origin origin;
} gj_known;

typedef struct gj_cell {
    gj_cell_kind kind;
    gj_decimal value;
    unsigned notes; /* enum gj_note */
    gj_slice unit;
    gj_slice lexeme;  /* as written; empty for blank and missing */
    gj_span span;     /* of the lexeme; for a blank cell where it would stand */
    gj_slice pointer; /* JSON only */
} gj_cell;

typedef struct gj_bound_row {
    bool present;
    bool complete;          /* had exactly the form's number of cells */
    size_t cells_found;     /* value cells the line had */
    const gj_slice *unread; /* those cells as written where they could not be placed, else NULL */
    size_t unread_count;
    size_t order;  /* position among the rows as written, from 0 */
    gj_text label; /* as written, its block label excluded; empty when JSON has no layout */
    const gj_slice
        *parents; /* labels before its own as written, where they are not what the form prints there; else NULL */
    size_t parent_count;
    gj_span span;
    gj_slice pointer;
} gj_bound_row;

typedef struct gj_bound_column {
    bool present;
    size_t order; /* position as written among value columns; GJ_NOT_FOUND when missing */
    gj_text label;
} gj_bound_column;

/** A line of a statutory table that is no row of its form. */
typedef struct gj_unbound_row {
    gj_text label;   /* label cells joined by one space */
    gj_slice values; /* value cells joined by " | ", for people */
    gj_span span;
    const gj_slice *cells; /* its cells as written, labels first; blank ones only among the values */
    size_t cell_count, label_count;
    size_t after;  /* the row it follows, or GJ_NOT_FOUND before the first */
    bool subtotal; /* its label is a block's label: an invented subtotal */
} gj_unbound_row;

/** Words of a statutory table that are no label, figure or note of its form: what stands over the labels, a header that a page break
 *  repeats, a page number. No rule needs them; they are kept so that nothing is lost when the report is written again. */
typedef struct gj_extra_words {
    const gj_slice *words;
    size_t count, room; /* of the list */
    size_t after;       /* the row that they follow, or GJ_NOT_FOUND */
    size_t
        over; /* where rows have headers of their own (BLOCKS): the first row under the header that they stand in, else GJ_NOT_FOUND */
} gj_extra_words; /* neither: in the table's header */

/** A column of a matrix that its form does not have, or that the header has twice: no rule sees it. */
typedef struct gj_extra_column {
    gj_slice label;  /* as written; may be empty */
    size_t slot;     /* where it stands; they are in this order */
    size_t after;    /* the column of the form that it follows, or GJ_NOT_FOUND */
    gj_slice *cells; /* by row of the form, as written; empty where it has none */
} gj_extra_column;

typedef struct gj_bound_table {
    const gj_form_table *form; /* of the form it really uses */
    const gj_form *form_used;
    bool present;      /* a grid or record was bound to it */
    bool right_form;   /* the form it uses is the form of the report's year */
    bool keyed;        /* from a record (JSON): labels only where layout gave them */
    bool layout_known; /* labels, header and notes were seen (false: JSON without layout) */
    gj_cell *cells;    /* row_count * column_count, row by row */
    gj_bound_row *rows;
    gj_bound_column *columns; /* by form column; for GJ_SHAPE_FLAT and _BLOCKS per (row, column): see header_* */
    bool *header_seen;        /* row_count * column_count: the header label above this cell was seen (BLOCKS, FLAT) */
    gj_text *headers;         /* row_count * column_count: that label as written, or empty */
    bool *block_seen;         /* per row: its block label was seen */
    gj_unbound_row *unbound;
    size_t unbound_count;
    gj_extra_words *extra;
    size_t extra_count;
    gj_extra_column *extra_columns;
    size_t extra_column_count;
    size_t value_count; /* value cells read in the value line(s); FLAT: must be rows x columns */
    bool columns_in_order;
    bool rows_in_order;
    const gj_slice *unread; /* FLAT: the line of values as written where it could not be placed, else NULL */
    size_t unread_count;
    bool note_seen; /* the form's note stands in the table, or beside it in the section */
    gj_slice note;  /* as written there */
    size_t section; /* index into report.sections where it stands, or GJ_NOT_FOUND */
    gj_span span;
    gj_slice pointer;
} gj_bound_table;

typedef struct gj_section {
    const gj_form_section *form; /* NULL for an extra top-level section */
    bool present;
    gj_text heading;               /* as written, with its number */
    gj_slice number;               /* as written: 一 */
    gj_slice title;                /* as written, without number, folded */
    size_t order;                  /* among headings found, from 0 */
    size_t first_block, end_block; /* document blocks after the heading, half-open */
    size_t copies;                 /* how many more headings of this section the body has */
    gj_span second;                /* the second heading, when copies > 0 */
    size_t text_chars;             /* code points of its paragraphs, tables apart */
    bool has_table, has_image;
    gj_slice pointer;
} gj_section;

/** One paragraph of a section, for text rules. */
typedef struct gj_paragraph {
    size_t section; /* index, or GJ_NOT_FOUND before the first heading */
    size_t block;
    const gj_text *text;
    gj_slice pointer;
    bool heading; /* a sub-heading */
} gj_paragraph;

typedef enum gj_tie_state {
    GJ_TIE_NONE /* no cell to tie to */,
    GJ_TIES,
    GJ_CONTRADICTS,
    GJ_TIE_UNKNOWN /* cells blank or unread */
} gj_tie_state;

typedef struct gj_claim {
    const gj_claim_kind *kind; /* NULL: an untied quantity */
    gj_decimal value;
    gj_certainty certainty;
    bool zero_words; /* said in words: 未收到 */
    int year;        /* 0: the report's year */
    gj_slice unit;
    size_t section;    /* index into report.sections or GJ_NOT_FOUND */
    size_t paragraph;  /* index into report.paragraphs */
    gj_span in_text;   /* bytes of the paragraph's text: the claim's words, number included */
    gj_span number;    /* bytes of the paragraph's text: the number; equals in_text for zero words */
    gj_span span;      /* of in_text, in the file */
    gj_slice quote;    /* the words */
    gj_slice sentence; /* the sentence it stands in */
    gj_tie_state tie;
    size_t tie_index; /* which alternative tied */
    size_t next;      /* index of the next claim of its kind, or GJ_NOT_FOUND */
} gj_claim;

typedef struct gj_notice {
    gj_slice kind; /* stable word: unbound_row, unbound_table, unread_row, … */
    gj_words words;
    gj_slice text; /* as written */
    gj_span span;
    gj_slice pointer;
} gj_notice;

typedef struct gj_report gj_report;
struct gj_report {
    const gj_document *document;
    const gj_forms *forms;
    const gj_report *prior; /* last year's report of the same issuer (prior.h); NULL: none. It has none itself */
    const gj_form *form;    /* of the year; NULL when the year is unknown or out of scope */
    gj_text title;          /* empty text when none was found */
    bool title_from_metadata;
    size_t body_block; /* the first document block after the title */
    int year;          /* 0: unknown */
    gj_origin year_origin;
    int title_year; /* as the title says it, 0 unknown */
    gj_known name, level, issuer_kind, scope, province;
    gj_slice published;   /* as given in metadata; empty */
    gj_section *sections; /* the form's sections in the form's order, then extra ones */
    size_t section_count, form_section_count;
    gj_bound_table *tables; /* the form's tables in the form's order (absent ones too) */
    size_t table_count;
    bool *in_table; /* per block of the document: its grid belongs to one of `tables` */
    gj_paragraph *paragraphs;
    size_t paragraph_count;
    gj_claim *claims; /* in order of place */
    size_t claim_count;
    size_t *first_claims;   /* by kind, as forms->claims: index of its first claim, or GJ_NOT_FOUND */
    gj_relation *relations; /* in order of paragraph; within one changes, then lists, then shares */
    size_t relation_count;
    gj_notice *notices;
    size_t notice_count, notice_total;
    bool *given_up; /* by block of the document: a table that is not certain (loose.h); NULL: none */
};

/** Known beforehand: flags and config override what is inferred. Empty: not given. */
typedef struct gj_given {
    gj_known name, level, kind, scope, province;
    int year;
    gj_origin year_origin;
} gj_given;

/** Bind. Fails only for memory and limits; whatever cannot be bound is a notice. */
GJ_MUST_USE gj_status gj_bind(gj_arena *arena, const gj_document *document, const gj_forms *forms,
                              const gj_given *given, gj_report **out, gj_error *err);

/* The stages of gj_bind, in this order; one file each. Identity comes first: it tells the form, and which blocks are the title. */
GJ_MUST_USE gj_status gj_bind_identity(gj_arena *arena, gj_report *report, const gj_given *given, gj_error *err);
GJ_MUST_USE gj_status gj_bind_sections(gj_arena *arena, gj_report *report, gj_error *err);
GJ_MUST_USE gj_status gj_bind_tables(gj_arena *arena, gj_report *report, gj_error *err);
GJ_MUST_USE gj_status gj_bind_claims(gj_arena *arena, gj_report *report, gj_error *err);
GJ_MUST_USE gj_status gj_bind_relations(gj_arena *arena, gj_report *report, gj_error *err);

/** Note what could not be bound; past GJ_MAX_NOTICES it is only counted. A span that begins at GJ_NOT_FOUND stands at no place of the file. */
void gj_report_notice(gj_arena *arena, gj_report *report, const char *kind, gj_span span, gj_slice pointer,
                      gj_slice text, const char *zh, const char *en);

const gj_bound_table *gj_report_table(const gj_report *report, gj_slice key);
const gj_section *gj_report_section(const gj_report *report, gj_slice key);
static inline const gj_cell *gj_table_cell(const gj_bound_table *table, size_t row, size_t column)
{
    return &table->cells[row * table->form->column_count + column];
}
/** A cell by its dotted path "requests.denied.state_secret.natural_person"; false where the form has no such cell. */
bool gj_report_cell(const gj_report *report, gj_slice path, const gj_bound_table **table, size_t *row, size_t *column);
#define GJ_PRIOR_VALUES 4
/** What last year's report says of the claim's quantity: what its text states, exactly and once; else what the cells of its ties add up to, one value a
 *  reading. 0 where there is no such report, or it does not say. */
size_t gj_prior_values(const gj_report *report, const gj_claim *claim, gj_decimal values[GJ_PRIOR_VALUES]);
/** Complete a change whose number before the text does not say from last year's report; `*before` is that number. False where it is not known. */
bool gj_change_judge(const gj_report *report, gj_relation *change, gj_decimal *before);
/** Evaluate a tie: GJ_TIES or GJ_CONTRADICTS against `value` when all its cells are numbers, else GJ_TIE_UNKNOWN. */
gj_tie_state gj_tie_check(const gj_report *report, const gj_tie *tie, gj_decimal value, gj_certainty certainty,
                          gj_decimal *sum);

#endif
