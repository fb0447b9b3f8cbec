/** pairing.h - brackets and quotation marks that lack their partner.
 *
 * Marks are given in groups: "（(）)" are two opening marks and two that close them, in any combination (a report may open full-width and
 * close half-width). A mark that closes takes the nearest open one of its group; those opened in between lack their partner.
 */
#ifndef GJ_BASE_PAIRING_H
#define GJ_BASE_PAIRING_H

#include "char_set.h"
#include "limits.h"

typedef struct gj_pairing {
    gj_char_set marks;
    struct {
        uint32_t code;
        uint32_t group;
        bool opens;
    } list[GJ_MAX_PAIR_MARKS];
    size_t count;
    bool ideographs; /* some mark is one (U+4000 to U+9FFF) */
} gj_pairing;

/** Add a group: as many opening as closing marks, the opening ones first. False where the number is odd or there are too many. */
bool gj_pairing_add(gj_pairing *pairing, gj_slice group);

/** A mark without partner. Return false to stop. */
typedef bool (*gj_pairing_take)(void *context, gj_span mark, bool opens);

/** Every mark of the text without partner; not in order of place. Beyond GJ_MAX_PAIR_DEPTH open marks a further one counts as lacking its partner.
 *  The text must be valid UTF-8. False when `take` stopped it. */
bool gj_pairing_run(const gj_pairing *pairing, gj_slice text, gj_pairing_take take, void *context);

#endif
