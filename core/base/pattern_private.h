/** pattern_private.h - what pattern.c and pattern_search.c share; nobody else includes it. */
#ifndef GJ_BASE_PATTERN_PRIVATE_H
#define GJ_BASE_PATTERN_PRIVATE_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "pattern_ready.h"

#define GJ_MATCHER_BUCKETS 512

struct gj_pattern {
    gj_matcher *matcher;
    gj_pattern *next; /* in its bucket */
    uint32_t hash;
    gj_slice source;
    const gj_ready_pattern *made; /* when the binary was built; NULL: not */
    const gj_needle *needles;     /* NULL until first needed */
    size_t needle_count;
    const gj_char_set *first; /* NULL: not known */
    pcre2_code *code;         /* NULL until first needed */
    uint32_t groups;          /* with the whole match as one */
};

struct gj_matcher {
    gj_arena *arena;
    pcre2_compile_context *compile;
    pcre2_match_context *match;
    pcre2_match_data *data;
    gj_strictness strictness;
    size_t bytes, count;
    const gj_ready *ready;
    pcre2_code **made; /* of `ready`, in its order; each goes to its pattern when that is first needed */
    bool refused;      /* another PCRE2 made them */
    gj_pattern *buckets[GJ_MATCHER_BUCKETS];
};

/** Makes sure of the code and of the first characters. */
GJ_MUST_USE gj_status gj_pattern_compile(gj_pattern *pattern, gj_error *err);
/** The beginning of a pattern's source, for messages. */
gj_slice gj_pattern_shown(gj_slice source);

#endif
