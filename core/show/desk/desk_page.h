/** desk_page.h - the parts of the county page (collection.html). For core/show only.
 *
 * One file for a collection, complete in itself and made of records alone: verdict, what to do first, families of rules over units, the table of units,
 * charts, copies, the roll-up, every unit with its findings and its report, how it was made. It is whole without its script, which sorts, filters
 * and opens what is folded. Everything that comes from outside goes through gj_escape_html; reports and findings are shown by the functions of the
 * page of reports (html.h). Ids: uN unit, nN a report that is nobody's, rN report, rN-f-… finding, rN-kN findings of a family in a report, r0-f-… finding
 * about the collection, uN-kN those that name a unit, qN question, sN cell of the roll-up, gN group of copies.
 */
#ifndef GJ_SHOW_DESK_PAGE_H
#define GJ_SHOW_DESK_PAGE_H

#include "../../collect/copying.h"
#include "../../collect/desk.h"
#include "../collection/collection.h"
#include "../page/html.h"

/** A line of the tables: a report, or a unit without one. */
typedef struct gj_desk_line {
    size_t unit, member; /* GJ_NOT_FOUND: nobody's; none */
} gj_desk_line;

/** The four things a finding can be, from the gravest on. */
typedef enum gj_desk_rank { GJ_DESK_ERROR, GJ_DESK_WARNING, GJ_DESK_REVIEW, GJ_DESK_INFO } gj_desk_rank;
#define GJ_DESK_RANKS 4

typedef struct gj_desk_page {
    gj_buffer *out;
    gj_arena *arena;
    const gj_collected *collected;
    const gj_collection *c;
    const gj_desk *desk;
    const gj_show_options *options;
    gj_lang lang;
    gj_collection_counts counts;
    gj_desk_line *lines; /* in the order of the roster, then what is nobody's */
    gj_desk_line *worst; /* the same, what has most to be done first */
    size_t line_count;
    gj_slice
        folder; /* that all files of the lines are in, with its "/": the table shows paths without it; empty: none */
    const gj_result *own; /* the findings about the collection, in their order */
    gj_status failed;     /* GJ_NOMEM where a part could not be made */
} gj_desk_page;

/* desk_parts.c: what the parts share */
void gj_desk_text(const gj_desk_page *p, gj_slice text);
void gj_desk_say(const gj_desk_page *p, gj_words words);
/** <section> with a heading, and its end; `id` is also that of the heading, with "-h" after it. */
void gj_desk_open(const gj_desk_page *p, const char *id, const char *class, const char *heading);
void gj_desk_close(const gj_desk_page *p);
/** A table that scrolls by itself where it is too wide: <div …><table …><caption>; `class` may hold "sortable". And its end. */
void gj_desk_table_open(const gj_desk_page *p, const char *class, const char *caption);
void gj_desk_table_close(const gj_desk_page *p);
/** The head of a column; a word that begins with '#' is of a column of numbers. */
void gj_desk_head(const gj_desk_page *p, gj_words words);
/** A table's head row and the beginning of its body: heads in Chinese and English, ended by NULL. */
void gj_desk_heads(const gj_desk_page *p, const char *const (*words)[2]);
/** The line's name: the unit's, else the report's own, else the path. */
gj_slice gj_desk_name(const gj_desk_page *p, gj_desk_line line);
/** "u3" or "n5". */
void gj_desk_anchor(const gj_desk_page *p, gj_desk_line line);
void gj_desk_link(const gj_desk_page *p, gj_desk_line line);
void gj_desk_link_unit(const gj_desk_page *p, size_t unit);
/** Links to units, at most `most`; how many more is said. */
void gj_desk_link_units(const gj_desk_page *p, const size_t *units, size_t count, size_t most);
/** Whether a finding about the collection names the unit. */
bool gj_desk_names(const gj_collected_finding *finding, size_t unit);
/** The line of a report. */
gj_desk_line gj_desk_line_of(const gj_desk_page *p, size_t member);
/** Whether a report is of this year, or its year is not known: what the page shows. */
static inline bool gj_desk_shown(const gj_member *member)
{
    return member->part != GJ_PART_PRIOR;
}
/** What became of the line: a class of the style sheet, and a word (通过, 缺报 …). */
const char *gj_desk_class(const gj_desk_page *p, gj_desk_line line);
const char *gj_desk_state(const gj_desk_page *p, gj_desk_line line);
gj_desk_rank gj_desk_rank_of(gj_outcome outcome, gj_severity severity);
/** "error" "warning" "review" "info": a class; 错 警 核 提: a sign for black and white; 错误 …: a word. */
const char *gj_desk_rank_class(gj_desk_rank rank);
const char *gj_desk_rank_sign(gj_desk_rank rank, gj_lang lang);
const char *gj_desk_rank_word(gj_desk_rank rank, gj_lang lang);
/** "3 月 5 日" is for people, 03-05 for a table: month and day, with the year where it is not the one after the collection's. */
void gj_desk_date(const gj_desk_page *p, gj_slice date);
/** "12.5" of a figure, or its text as written; nothing where it is blank. */
void gj_desk_cell(const gj_desk_page *p, const gj_record_cell *cell);
/** Name of a section of the report's form, number first; the key where the form has none such. */
gj_slice gj_desk_section(const gj_desk_page *p, gj_slice key);

/** 97%, rounded down; a dash where too little text tells nothing. */
void gj_desk_share(const gj_desk_page *p, double likeness);
/** The line of a text of collection->copying. */
gj_desk_line gj_desk_line_of_text(const gj_desk_page *p, size_t text);

/* desk_beside.c */
/** The paragraphs of a pair that are alike, folded; `section` as in copying.h. GJ_NOMEM. */
GJ_MUST_USE gj_status gj_desk_beside(const gj_desk_page *p, const gj_copy_pair *pair, size_t section);

/* desk_lines.c */
/** Fill lines and worst. False when memory ran out. */
bool gj_desk_lines_make(gj_desk_page *p);

/* desk_result.c: records as results, for the functions of html.h */
/** The report with its findings (at most GJ_DESK_FINDINGS a rule) and its text, where `text`; basis and names are the ruleset's. NULL when memory ran out. */
gj_result *gj_desk_result(gj_arena *arena, const gj_desk_page *p, size_t member, bool text);
/** The findings about the collection. */
gj_result *gj_desk_own_result(gj_arena *arena, const gj_desk_page *p);
/* desk_facsimile.c */
/** The record's text and tables as a facsimile with the findings' marks: sets result->facsimile and the marks of its findings. False when memory ran out. */
bool gj_desk_facsimile(gj_arena *arena, const gj_record *record, gj_result *result,
                       const gj_record_finding *const *findings, bool text);

/* The parts, in the order of the page; one file each. */
void gj_desk_verdict(gj_desk_page *p);
void gj_desk_todo(gj_desk_page *p);
void gj_desk_findings(gj_desk_page *p);
void gj_desk_families(gj_desk_page *p);
void gj_desk_units(gj_desk_page *p);
void gj_desk_charts(gj_desk_page *p);
void gj_desk_copies(gj_desk_page *p);
void gj_desk_rollup(gj_desk_page *p);
void gj_desk_reports(gj_desk_page *p);
void gj_desk_colophon(gj_desk_page *p);

#endif
