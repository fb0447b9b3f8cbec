/** show.h - results to text, JSON, SARIF …: one file a format, pure functions from results to bytes.
 *
 * A shower appends to a buffer and never touches a file: begin, one call a report in order, end. The buffer may be written out and
 * cleared between the calls, so a run over thousands of reports holds one at a time. Each call returns GJ_OK or the buffer's failure. What a format shows it takes from gj_result and gj_ruleset alone.
 * Text of reports is escaped for where it goes (core/show/escape.h): terminal controls and bidi, JSON, GitHub commands.
 */
#ifndef GJ_SHOW_SHOW_H
#define GJ_SHOW_SHOW_H

#include "../base/buffer.h"
#include "../judge/result.h"
#include "../judge/ruleset.h"

typedef enum gj_lang { GJ_ZH, GJ_EN } gj_lang;

static inline gj_slice gj_say(gj_words words, gj_lang lang)
{
    return lang == GJ_EN && words.en.len ? words.en : words.zh;
}

/** --fail-on: the least that makes a report fail. Zero is the default of design.md §5; each step includes those before it.
 *  NEVER is for the exit code only: a report with errors is still called failed. */
typedef enum gj_fail_on {
    GJ_FAIL_ON_ERROR,
    GJ_FAIL_ON_WARNING,
    GJ_FAIL_ON_INFO,
    GJ_FAIL_ON_REVIEW,
    GJ_FAIL_ON_NEVER
} gj_fail_on;

/** What one report is called, in every format alike. */
typedef enum gj_verdict {
    GJ_CLEAN,  /* checked, nothing at or above the threshold, nothing left for a person */
    GJ_FAILED, /* checked, a finding at or above the threshold that is not excepted */
    GJ_TO_REVIEW, /* checked and not failed, but a person must look, or a rule broke or ran out of budget: never called clean */
    GJ_CANNOT_READ,    /* status unreadable */
    GJ_WAS_NOT_CHECKED /* status not_checked */
} gj_verdict;
gj_verdict gj_verdict_of(const gj_result *result, gj_fail_on fail_on);
/** "clean" "failed" "to_review" "unreadable" "not_checked" */
const char *gj_verdict_name(gj_verdict verdict);

typedef struct gj_show_options {
    gj_lang lang;
    bool color;
    int width;     /* terminal columns, 0 unknown (no wrapping) */
    int ambiguous; /* width of ambiguous characters: 1 or 2 */
    bool quiet;    /* findings only, no totals */
    gj_severity
        least; /* --show: findings below are counted, not printed; json, jsonl, sarif and html always hold all */
    bool show_passed, show_notices; /* --show passed, notices */
    gj_slice version;               /* of gouji */
    gj_slice today;
    gj_slice command; /* how it was called, for SARIF's invocation; may be empty */
    const gj_ruleset *ruleset;
    gj_fail_on fail_on;     /* what the verdicts are by; the same as in gj_totals */
    gj_slice config_digest; /* SHA-256 of the configuration in force, hex; empty: none */
    const gj_slice
        *arguments; /* that the results depend on; with `today` the same run can be made again. NULL: not known */
    size_t argument_count;
} gj_show_options;

/** Totals over all reports so far; every format ends with them and they add up:
 *  reports = checked + unreadable + not_checked; checked = clean + failed + to_review;
 *  checked * (rules + deselected) = the sum of outcomes + skipped. Zero it; set `fail_on`, `passed_over`, `complete`; add every result. */
typedef struct gj_totals {
    size_t reports, checked, unreadable, not_checked, passed_over;
    size_t clean, failed,
        to_review; /* checked reports: no finding at or above the threshold and nothing to review / findings / only review */
    size_t rules,
        deselected; /* selected rules, and those deselected; where paths differ, the most that were selected */
    size_t outcomes[GJ_OUTCOMES]; /* add up to checked * rules, less what single paths deselect */
    size_t skipped;               /* sum of the results' `deselected` */
    size_t without_prior,
        year_checks; /* reports with rules not run for want of last year's report, and those outcomes */
    size_t severities[3], reviews, excepted, notices;
    bool complete;      /* false after Ctrl-C */
    gj_fail_on fail_on; /* threshold of `failed` */
} gj_totals;

/** Rules of the result that were not run for want of last year's report. */
size_t gj_year_checks(const gj_result *result);
void gj_totals_add(gj_totals *totals, const gj_result *result);

typedef struct gj_shower gj_shower;
typedef struct gj_show_format {
    const char *name;      /* "text" */
    const char *extension; /* ".txt" */
    bool for_machines;     /* zh unless --lang was given */
    bool facsimile;        /* shows the report itself: results have to come with it (gj_check_options) */
    gj_status (*begin)(gj_shower *shower, gj_buffer *out);
    gj_status (*report)(gj_shower *shower, const gj_result *result, gj_buffer *out);
    gj_status (*end)(gj_shower *shower, const gj_totals *totals, gj_buffer *out);
    void (*close)(gj_shower *shower); /* frees what `state` owns, not `state`; NULL where it owns nothing */
} gj_show_format;

struct gj_shower {
    const gj_show_format *format;
    gj_show_options options;
    size_t reports; /* shown so far; the format counts */
    void *state;    /* of the format; freed by gj_shower_close with free() */
};

/** All formats, ended by a NULL name: text concise json jsonl sarif github html junit. */
extern const gj_show_format gj_show_formats[];
const gj_show_format *gj_show_format_by_name(gj_slice name);

/** Make ready; nothing is written yet. The options and what they point to must outlive the shower. */
GJ_MUST_USE gj_status gj_shower_open(const gj_show_format *format, const gj_show_options *options, gj_shower *out);
/** Also after a failure; a zeroed shower is fine. */
void gj_shower_close(gj_shower *shower);

#endif
