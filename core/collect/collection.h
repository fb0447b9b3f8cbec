/** collection.h - the reports of one year as a whole: who should have reported and who did, which file is whose, and whether the total is the sum.
 *
 * Made of facts records (record.h) and, where there is one, a roster. What it holds does not depend on the order or the splitting in which the records
 * came: they are sorted by path and digest, and a file that is there twice counts once. A name that is on no line of the roster, or on two,
 * is a question for a person and never guessed; until it is answered its report belongs to nobody on the roster.
 */
#ifndef GJ_COLLECT_COLLECTION_H
#define GJ_COLLECT_COLLECTION_H

#include "record.h"
#include "roster.h"

/** What a record is in the collection. */
typedef enum gj_part_played {
    GJ_PART_UNIT,      /* a unit's report of the collection's year */
    GJ_PART_AGGREGATE, /* the total that the units' figures should add up to */
    GJ_PART_PRIOR,     /* of another year: held against the reports of the year after it */
    GJ_PART_NOBODY     /* without a year or a name, or not readable */
} gj_part_played;
/** "unit" "aggregate" "other_year" "unknown" */
const char *gj_part_played_name(gj_part_played part);

typedef struct gj_member {
    gj_record record;
    gj_part_played part;
    size_t unit;   /* index, or GJ_NOT_FOUND */
    size_t before; /* the one report of the same unit of the year before, or GJ_NOT_FOUND */
} gj_member;

typedef struct gj_unit {
    gj_slice name, normal;
    const gj_roster_entry *entry; /* NULL: not on the roster, or there is none */
    size_t *members;              /* its reports of the collection's year, in order */
    size_t member_count;
    gj_slice level, kind; /* of the roster, else of its first report; empty: unknown */
    bool in_aggregate;
    bool is_aggregate; /* the total itself is its report, or one of them */
    bool asked;        /* a report that belongs to nobody could be its */
} gj_unit;

typedef enum gj_question_kind {
    GJ_ASK_UNLISTED,  /* the report's name is on no line of the roster */
    GJ_ASK_AMBIGUOUS, /* it is on two */
    GJ_ASK_UNNAMED,   /* the report does not say whose it is */
    GJ_ASK_NO_YEAR,   /* nor of which year */
    GJ_ASK_AGGREGATE, /* several reports could be the total */
    GJ_ASK_TWICE      /* a file was recorded twice, and not alike */
} gj_question_kind;
/** "unlisted" "ambiguous" "unnamed" "no_year" "aggregate" "recorded_twice" */
const char *gj_question_kind_name(gj_question_kind kind);

#define GJ_CANDIDATES 3
typedef struct gj_question {
    gj_question_kind kind;
    size_t member;
    size_t candidates[GJ_CANDIDATES]; /* units, the nearest first */
    size_t candidate_count;
} gj_question;

typedef enum gj_rollup_state {
    GJ_ROLLUP_HOLDS,
    GJ_ROLLUP_DIFFERS,
    GJ_ROLLUP_OPEN,   /* units are missing or a unit's figure is not known, and the rest does not exceed the total */
    GJ_ROLLUP_UNKNOWN /* the total itself is no number */
} gj_rollup_state;
/** "holds" "differs" "open" "unknown" */
const char *gj_rollup_state_name(gj_rollup_state state);

/** One figure of the total against the sum of the units'. */
typedef struct gj_rollup_cell {
    const gj_record_table *table; /* of the total */
    size_t row, column;
    const gj_record_cell *cell; /* of the total */
    gj_decimal sum;             /* of the units whose figure is known */
    size_t known, unknown;      /* units; those without any report count as unknown */
    size_t first_unknown;       /* a unit, or GJ_NOT_FOUND */
    gj_rollup_state state;
    size_t
        explained_by; /* the only unit whose figure is the difference, or the only one whose figure is not known; GJ_NOT_FOUND: several or none */
    bool twice;       /* of DIFFERS: the total has that unit's figure once too often; else not at all */
} gj_rollup_cell;

typedef struct gj_rollup {
    bool made; /* there is a total and a unit beside it */
    gj_rollup_cell *cells;
    size_t count, differing, open;
    size_t *absent; /* units that should be in the sum and have no readable report */
    size_t absent_count;
    size_t units; /* that should be in the sum */
    size_t joint; /* the one unit whose figures are all the differences, in every cell; GJ_NOT_FOUND: none */
    bool joint_twice;
} gj_rollup;

typedef struct gj_collection {
    gj_arena *arena;
    const gj_forms *forms;
    int year;       /* 0: no record has one */
    gj_slice today; /* YYYY-MM-DD */
    bool has_roster;
    gj_roster roster;
    gj_member *members; /* by path, then digest */
    size_t member_count;
    gj_unit *units; /* the roster's in its order, then the others by normal name */
    size_t unit_count;
    size_t aggregate; /* member, or GJ_NOT_FOUND */
    GJ_LIST(gj_question) questions;
    gj_rollup rollup;
    const struct gj_copying *copying; /* texts held against each other (copying_names.h); NULL: that was not done */
    const size_t *copied_members;     /* members of its texts */
} gj_collection;

typedef struct gj_collection_options {
    int year; /* 0: that of most records, of several the latest */
    gj_slice today;
    const gj_roster *roster; /* NULL: none */
} gj_collection_options;

/** `records` are sorted in place. The total is the record that says so (as_aggregate), else the only one of the year whose scope is "aggregate". Records
 *  given as last year's are nobody's report of this year, whatever year they say. Fails for memory, and where figures add up to too much. */
GJ_MUST_USE gj_status gj_collection_make(gj_arena *arena, const gj_forms *forms, gj_record *records, size_t count,
                                         const gj_collection_options *options, gj_collection **out, gj_error *err);

/** The units that should be in the sum and whose figure is not known, at most `most` of them. Returns how many were written. */
size_t gj_rollup_lacking(const gj_collection *collection, const gj_rollup_cell *cell, size_t *out, size_t most);
/** In how many figures that both records know they differ; a table of another form counts as one. `one_sided`: how many only one of
 *  them knows. */
size_t gj_record_differences(const gj_record *a, const gj_record *b, size_t *one_sided);

/* The steps of gj_collection_make; one file each. */
GJ_MUST_USE gj_status gj_collection_match(gj_collection *collection, gj_error *err);  /* match.c: units, questions */
GJ_MUST_USE gj_status gj_collection_rollup(gj_collection *collection, gj_error *err); /* rollup.c */
/** Ask. False when memory ran out. */
bool gj_collection_ask(gj_collection *collection, gj_question_kind kind, size_t member, const size_t *candidates,
                       size_t count);

#endif
