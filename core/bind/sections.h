/** sections.h - what the files that find section headings share. */
#ifndef GJ_BIND_SECTIONS_H
#define GJ_BIND_SECTIONS_H

#include "labels.h"
#include "report.h"

/** How a heading stands out from the text. */
typedef enum gj_heading_look { GJ_LOOK_PLAIN, GJ_LOOK_STRONG, GJ_LOOK_MARKED } gj_heading_look;

/** How far a line's words are those of a section's title. */
typedef enum gj_title_match { GJ_TITLE_NONE, GJ_TITLE_KEYWORD, GJ_TITLE_VARIANT, GJ_TITLE_EXACT } gj_title_match;

/** A line that could be a section's heading. */
typedef struct gj_candidate {
    size_t block;
    gj_label label;
    gj_heading_look look;
    int level;      /* of a marked heading, else 0 */
    size_t section; /* of the form, or GJ_NOT_FOUND */
    gj_title_match match;
    bool taken; /* it is a heading of `section` (or an extra one) */
    bool copy;  /* it is a second heading of `section` */
} gj_candidate;

typedef struct gj_candidates {
    gj_candidate *items;
    size_t count;
} gj_candidates;

/** All lines of the body that could be headings of top level. */
GJ_MUST_USE gj_status gj_candidates_find(gj_arena *arena, gj_report *report, const gj_form *form, gj_candidates *out,
                                         gj_error *err);
/** Decide which of them are: sets `taken` and `copy`. */
void gj_candidates_choose(gj_candidates *candidates, const gj_form *form);

#endif
