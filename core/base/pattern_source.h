/** pattern_source.h - what can be said of a pattern from its text alone, before PCRE2 sees it. For pattern.c. */
#ifndef GJ_BASE_PATTERN_SOURCE_H
#define GJ_BASE_PATTERN_SOURCE_H

#include "char_set.h"
#include "pair_index.h"
#include "status.h"

/** Why a pattern is refused, in both languages, and the byte it is about. */
typedef struct gj_pattern_flaw {
    const char *zh, *en; /* NULL: none */
    size_t offset;
} gj_pattern_flaw;

/** Refuse what could run without a bound or leaves our subset: repeats above GJ_MAX_PATTERN_REPEAT, \C, \Q, callouts, recursion,
 *  subroutine calls and (*VERBS). The scan does not follow character classes, so that nothing hides in one; it errs on the side
 *  of refusing: `[(*]` is to be written `[*(]`. */
gj_pattern_flaw gj_pattern_check(gj_slice source);

#define GJ_PATTERN_NEEDLES 24

/** A literal that a match may need. Needles of one step of one alternative stand for each other; the steps of an alternative follow one
 *  another in the text. */
typedef struct gj_needle {
    uint16_t begin, end; /* in the pattern's source */
    unsigned char alternative, step;
} gj_needle;

/** What every text that the pattern matches must hold: of `(?:收到|受理)[^。]*申请` either "收到" or "受理", and after it "申请". In the order of
 *  alternatives and steps. Returns how many; 0 when nothing can be told. */
size_t gj_pattern_needles(gj_slice source, gj_needle out[GJ_PATTERN_NEEDLES]);
/** Whether the steps of one alternative stand in the text at or after byte `from`. Of no needles: true. */
bool gj_needles_stand(gj_slice source, const gj_needle *needles, size_t count, gj_slice text, size_t from);

/** The texts of an index in which the needles may stand, in whatever order. Of no needles: all of them. */
uint64_t gj_needles_holders(gj_slice source, const gj_needle *needles, size_t count, const gj_pair_index *index);

/** The characters with which a match may begin. False where they cannot be told, where the pattern may match nothing, or where it is
 *  anchored. */
bool gj_pattern_first(gj_slice source, gj_char_set *out);

#endif
