/** status.h - errors as values.
 *
 * Every fallible function returns gj_status; GJ_OK is 0. What went wrong is written once, where it is known, into a gj_error
 * that the caller owns; callers add nothing on the way up except a place that was not known below. Nothing in the library
 * aborts, exits or prints.
 */
#ifndef GJ_BASE_STATUS_H
#define GJ_BASE_STATUS_H

#include "limits.h"
#include "slice.h"

typedef enum gj_status {
    GJ_OK = 0,
    GJ_NOMEM,   /* memory ran out */
    GJ_INPUT,   /* the report cannot be read: not UTF-8, not JSON, empty, binary, an unfinished table … */
    GJ_LIMIT,   /* a limit of limits.h was reached */
    GJ_USAGE,   /* a wrong option, an unknown rule, a config that breaks its contract */
    GJ_RULES,   /* a ruleset that cannot be loaded, a rule file that breaks the contract */
    GJ_IO,      /* the system said no: open, read, write, fork */
    GJ_INTERNAL /* a defect of gouji */
} gj_status;

/** One error, in both languages. `line` and `column` (code points) start at 1; 0 means not known.
 *  `offset` is the byte offset in the input, or GJ_NOWHERE. `where` names the file when it is not the report itself
 *  (a rule file, a config); empty otherwise. All texts end in NUL and are cut at a code point when too long. */
typedef struct gj_error {
    gj_status status;
    size_t offset, line, column;
    char where[GJ_ERROR_TEXT];
    char zh[GJ_ERROR_TEXT];
    char en[GJ_ERROR_TEXT];
} gj_error;

#define GJ_NOWHERE ((size_t)-1)

/** Fill `err` (may be NULL) and return `status`. `zh` and `en` take the same arguments in the same order. `offset` is a byte
 *  offset of the input or GJ_NOWHERE; whoever holds the source map turns it into line and column (gj_error_locate). */
gj_status gj_fail(gj_error *err, gj_status status, size_t offset, const char *zh, const char *en, ...)
    __attribute__((format(printf, 4, 6), format(printf, 5, 6)));

/** The usual words for running out of memory. */
gj_status gj_fail_nomem(gj_error *err);

/* clang's analyzer (make tidy) sees one file at a time, and not that these two return what they were given. */
#ifdef __clang_analyzer__
#define gj_fail(err, status, ...) ((void)(gj_fail)(err, status, __VA_ARGS__), (status))
#define gj_fail_nomem(err) ((void)(gj_fail_nomem)(err), GJ_NOMEM)
#endif

/** Name the file an error came from, unless it already has a name. NULL err is fine. */
void gj_error_where(gj_error *err, gj_slice where);

/** Return the callee's status to our caller unless it is GJ_OK. */
#define GJ_TRY(call)                                                                                                   \
    do {                                                                                                               \
        gj_status gj_try_status_ = (call);                                                                             \
        if (gj_try_status_ != GJ_OK)                                                                                   \
            return gj_try_status_;                                                                                     \
    } while (0)

#define GJ_MUST_USE __attribute__((warn_unused_result))

#endif
