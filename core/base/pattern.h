/** pattern.h - bounded matching over PCRE2.
 *
 * UTF mode with UCP off (\d is ASCII), `.` stops at LF, matched with match, depth and heap limits of limits.h. Refused are subjects longer than
 * GJ_MAX_SUBJECT, patterns longer than GJ_MAX_PATTERN, bounded repeats above GJ_MAX_PATTERN_REPEAT, more than 15 groups, \C, \Q, callouts, (*VERBS)
 * and recursion.
 *
 * A pattern costs some 60 k instructions to compile, so that waits for the first text which could match, and for the ruleset in the binary it was done
 * when that was built (pattern_ready.h). What is told from the source alone (pattern_source.h) comes before PCRE2: the literals a match cannot do
 * without, which most texts lack, and the characters it may begin with, so that a pattern of a hundred words is tried at the few places where
 * one of them could stand.
 * There is no JIT. Over whole reports it made PCRE2's own search for such patterns ten times faster, for 60 to 600 k instructions a pattern; the first
 * characters bring nearly as much for nothing. And its limits count other things than the interpreter's, so that what a hostile pattern does
 * would depend on how often it had been used before.
 */
#ifndef GJ_BASE_PATTERN_H
#define GJ_BASE_PATTERN_H

#include "arena.h"
#include "pair_index.h"
#include "slice.h"
#include "status.h"

/** Patterns of one ruleset share compile context, match data and the byte meter. */
typedef struct gj_matcher gj_matcher;
typedef struct gj_pattern gj_pattern;

GJ_MUST_USE gj_status gj_matcher_new(gj_matcher **out, gj_error *err);
void gj_matcher_free(gj_matcher *matcher); /* and all its patterns; NULL is fine */
/** How early a bad pattern is an error, from now on. */
typedef enum gj_strictness {
    GJ_WHEN_MATCHED, /* for patterns that were checked before: those of the binary */
    GJ_WHEN_GIVEN,   /* what may run without a bound is refused by gj_pattern_new, the rest when matched: the default */
    GJ_WHEN_GIVEN_ALL /* gj_pattern_new compiles every pattern: for rulesets under development */
} gj_strictness;
void gj_matcher_strict(gj_matcher *matcher, gj_strictness strictness);

/** Register a pattern (source is copied). Not compiled yet; a bad pattern fails at first use unless `now` is set. The same source
 *  yields the same pattern. It lives as long as the matcher. */
GJ_MUST_USE gj_status gj_pattern_new(gj_matcher *matcher, gj_slice source, bool now, gj_pattern **out, gj_error *err);
gj_slice gj_pattern_source(const gj_pattern *pattern);

typedef enum gj_match_result {
    GJ_MATCH_NONE,
    GJ_MATCH_FOUND,
    GJ_MATCH_LIMITED /* a limit was hit: unknown */,
    GJ_MATCH_FAILED /* bad pattern or memory */
} gj_match_result;

#define GJ_MAX_GROUPS 16
typedef struct gj_match {
    gj_span whole;
    gj_span groups[GJ_MAX_GROUPS]; /* [0] is the whole; begin = GJ_NOT_FOUND where unset */
    size_t group_count;
} gj_match;

/** Search `subject` from byte `from` (a code point boundary). The subject must be valid UTF-8 (not checked again). `err` says
 *  why where GJ_MATCH_FAILED. */
gj_match_result gj_pattern_search(gj_pattern *pattern, gj_slice subject, size_t from, gj_match *out, gj_error *err);
/** The texts of an index in which the pattern may match; in the others gj_pattern_search would find nothing. NULL `index`: all of them. */
uint64_t gj_pattern_holders(gj_pattern *pattern, const gj_pair_index *index);
/** A named group's number, or 0 where the pattern has none. Compiles if need be. */
size_t gj_pattern_group(gj_pattern *pattern, const char *name);

/** Bytes of subject scanned since the last reset: the judge charges them to the rule that ran. */
size_t gj_matcher_bytes(const gj_matcher *matcher);
void gj_matcher_reset_bytes(gj_matcher *matcher);

#endif
