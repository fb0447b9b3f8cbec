/** html.h - the parts of the pages. For core/show only.
 *
 * The page of reports: one for a run, complete in itself: verdict, what to put right, the report with marks, equations, what a person must judge, what passed. No script,
 * no outside address: a content security policy allows the page's own style sheet (by its digest) and nothing else. Everything that comes from
 * outside goes through gj_page_text. Of several reports each is a part of the page, and a list of them stands on top.
 */
#ifndef GJ_SHOW_HTML_H
#define GJ_SHOW_HTML_H

#include "../../base/arena.h"
#include "../show.h"
#include "../words.h"

/** One report being written. */
typedef struct gj_page {
    gj_buffer *out;
    const gj_show_options *options;
    gj_lang lang;
    const gj_result *result;
    size_t number;      /* of the report on the page, from 1; 0: findings that are no report's */
    const size_t *home; /* one a finding: the block of the facsimile beside which it stands, GJ_NOT_FOUND: none */
    bool **placed;      /* per finding, per mark: it is highlighted in the facsimile */
    size_t places_most; /* places named of a finding; 0: all */
    bool
        folds; /* findings show their message and a link, the rest when they are linked to, and on paper (html_report.c says when) */
    void (*more)(const struct gj_page *h,
                 size_t finding); /* further fields of a finding, after its places; NULL: none */
    const void *context;          /* of `more` */
} gj_page;

/** What a page is framed by. Sheets and script are NULL-ended lines (page.h), each covered by its digest in the policy; nothing else may act. */
#define GJ_PAGE_SHEETS 2
typedef struct gj_page_frame {
    gj_slice subject, title; /* "subject · title"; subject may be empty */
    const char *const *styles[GJ_PAGE_SHEETS];
    const char *const *script; /* NULL: none */
} gj_page_frame;
/** From the doctype to the beginning of <main>, and from its end on. `summary` is text, `imprint` HTML. */
void gj_page_open(gj_buffer *out, const gj_show_options *options, const gj_page_frame *frame);
void gj_page_shut(gj_buffer *out, const gj_page_frame *frame, const char *summary, const char *imprint);

/** Escaped text. */
void gj_page_text(const gj_page *h, gj_slice text);
void gj_page_words(const gj_page *h, gj_words words);

/** Fill in home and placed from result->facsimile. False when memory ran out. */
bool gj_page_find_homes(gj_page *h, gj_arena *arena);

/** An entry of a list of facts; nothing where the value is empty. */
void gj_page_fact(const gj_page *h, const char *label, gj_slice value);

/** Where a finding goes on the page. */
typedef enum gj_page_kind { GJ_PAGE_PROBLEM, GJ_PAGE_REVIEW, GJ_PAGE_EXCEPTED } gj_page_kind;
gj_page_kind gj_page_kind_of(const gj_finding *finding);
/** "error" "warning" "info" "review" "excepted": a class of the style sheet. */
const char *gj_page_class(const gj_finding *finding);

/** Ids. A finding's is made of its fingerprint, so that a link to it holds for another page of the same report. */
void gj_page_finding_id(const gj_page *h, size_t finding);
void gj_page_mark_id(const gj_page *h, size_t finding, size_t mark);
/** " id=… " of a part of this report: r1-NAME. */
void gj_page_part_id(const gj_page *h, const char *name);

/** Where a mark stands in the file, for people: "第 58 行第 13 列". Nothing where it has no place. */
void gj_page_place(const gj_page *h, const gj_mark *mark);
/** Links to the highlighted places of a finding; plain places for those that are not in the report's text. */
void gj_page_places(const gj_page *h, size_t finding);

/** The parts of one report, in the order of the page. */
void gj_page_verdict(const gj_page *h);
void gj_page_todo(const gj_page *h);
void gj_page_report_text(const gj_page *h);
void gj_page_equations(const gj_page *h);
void gj_page_reviews(const gj_page *h);
void gj_page_exceptions(const gj_page *h);
void gj_page_notices(const gj_page *h);
void gj_page_rules(const gj_page *h);
void gj_page_record(const gj_page *h);

/** Pieces of these: 错误 3 · 警告 1; what the rules took the report for; why it was not checked; the facsimile alone. */
void gj_page_counts(const gj_page *h);
void gj_page_facts(const gj_page *h);
void gj_page_reason(const gj_page *h);
void gj_page_facsimile(const gj_page *h);

/** A field of a finding: label, then whatever is written, then its end. */
void gj_page_field(const gj_page *h, const char *label);
void gj_page_field_end(const gj_page *h);
/** One finding in full. */
void gj_page_finding(const gj_page *h, size_t finding);
/** A table of the facsimile. */
void gj_page_table(const gj_page *h, const gj_fax_block *block);
/** Text with its marks, and links to their findings. */
void gj_page_marked(const gj_page *h, const gj_fax_text *text);
/** The same for what is marked as a whole (a cell, a table), in three parts: attributes of its tag, what to link to, links to its findings. */
void gj_page_whole_open(const gj_page *h, const gj_fax_text *text);
void gj_page_whole_inside(const gj_page *h, const gj_fax_text *text);
void gj_page_whole_close(const gj_page *h, const gj_fax_text *text);

/** A line of the list of reports. */
void gj_page_index_row(const gj_page *h);
/** The list, for pages of several reports: totals, and the rows written before. */
void gj_page_index(gj_buffer *out, const gj_show_options *options, const gj_totals *totals, gj_slice rows);

#endif
