/** desk.h - what the county page asks of the ruleset, and works out of it: families of rules, figures to show of every unit, who was late by how much.
 *
 * Families are the first parts of the rules' ids ("T3" of "T3-003"); their readable names, the choice of figures and the deadlines are the ruleset's
 * own (`desk.lua`, docs/rule-authors.md), for a page in C knows no regulation. A ruleset that says nothing of it gets families called by their
 * prefix, no figures, and the roster's deadlines alone. Everything lives in the arena.
 */
#ifndef GJ_COLLECT_DESK_H
#define GJ_COLLECT_DESK_H

#include "collected.h"

typedef struct gj_desk_family {
    gj_slice prefix; /* "T3" */
    gj_words name;   /* the prefix where the ruleset has no name for it */
} gj_desk_family;

typedef struct gj_desk_figure {
    gj_slice cell; /* "requests.new.total" */
    gj_words name;
    bool drawn; /* as a chart, too */
} gj_desk_figure;

typedef struct gj_desk_due {
    char date[11]; /* YYYY-MM-DD until when the unit was to publish; empty: not known */
} gj_desk_due;

typedef struct gj_desk {
    gj_desk_family *families; /* the ruleset's in its order, then others that occur */
    size_t family_count;
    gj_desk_figure *figures;
    size_t figure_count;
    gj_desk_due *due;      /* one a unit */
    char posted_again[11]; /* a later date is that of another posting, not of a late report; empty: none is */
    gj_slice outliers;     /* id of the rule that finds figures far from all others; empty: none */
} gj_desk;

/** Asks the ruleset. GJ_RULES where its desk.lua fails, GJ_NOMEM. */
GJ_MUST_USE gj_status gj_desk_make(gj_arena *arena, const gj_ruleset *ruleset, const gj_collected *collected,
                                   gj_desk *out, gj_error *err);

/** The family of a rule id; its index in desk->families, GJ_NOT_FOUND for a rule of a ruleset that is not at hand. */
size_t gj_desk_family_of(const gj_desk *desk, gj_slice rule);

/** The day that is known of a report: of publication, else of signature; empty where there is none. */
gj_slice gj_desk_day(const gj_record *record);
/** Days since 1970-01-01 of a date YYYY-MM-DD, proleptic Gregorian. `date` must be one (gj_date_read). */
long gj_desk_days(gj_slice date);

typedef enum gj_timeliness {
    GJ_TIME_UNKNOWN, /* no date, or no deadline */
    GJ_TIME_KEPT,
    GJ_TIME_LATE,  /* by *days */
    GJ_TIME_AGAIN, /* long after: posted again, first publication unknown */
    GJ_TIME_EARLY  /* before the year was over */
} gj_timeliness;
gj_timeliness gj_desk_timeliness(const gj_desk *desk, const gj_collection *collection, size_t unit,
                                 const gj_record *record, long *days);

/** Whether a finding of the collection says that this figure of the unit is far from all others. */
bool gj_desk_is_outlier(const gj_desk *desk, const gj_collected *collected, size_t unit, gj_slice cell);

#endif
