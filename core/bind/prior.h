/** prior.h - whose report of which year a document is, and whether one is last year's report of the same issuer.
 *
 * Names are compared in their normal form (full-width and half-width, white space and brackets alike) and must then be equal: 某县民政局 and
 * 某县民政和社会保障局 may be one body after a merger, but nobody here guesses so.
 */
#ifndef GJ_BIND_PRIOR_H
#define GJ_BIND_PRIOR_H

#include "report.h"

/** What tells one report from another, found without binding it: some hundredth of the cost of a check. */
typedef struct gj_brief {
    int year;      /* 0: unknown */
    gj_slice name; /* in its normal form; empty: unknown */
} gj_brief;
GJ_MUST_USE gj_status gj_brief_read(gj_arena *arena, const gj_document *document, const gj_forms *forms,
                                    const gj_given *given, gj_brief *out, gj_error *err);

typedef enum gj_prior_fit {
    GJ_PRIOR_FITS,
    GJ_PRIOR_UNNAMED, /* the year fits; the name of one of the two is not known, so it was not compared */
    GJ_PRIOR_NO_YEAR, /* the year of one of the two is not known */
    GJ_PRIOR_OTHER_YEAR,
    GJ_PRIOR_OTHER_ISSUER
} gj_prior_fit;
/** Whether `prior` is the report of the year before by the same issuer. */
GJ_MUST_USE gj_status gj_prior_compare(gj_arena *arena, const gj_report *report, const gj_report *prior,
                                       gj_prior_fit *out, gj_error *err);

#endif
