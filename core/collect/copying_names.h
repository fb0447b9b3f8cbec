/** copying_names.h - the reports of a collection held against each other (copying.h): which texts, and which words of theirs are names.
 *
 * A name is one sign in the comparison, for a copy that was fitted with the other's name is a copy. Known as names are those of the roster, its aliases and what the
 * reports call themselves, whole and in parts: a part ends in one of the place words that the ruleset gives (枫林县 and 青石镇 of 枫林县青石镇人民政府), and
 * what is left after the last is a name, too, unless it is one of the general words for a body (人民政府). Words for oneself (我镇, 我局) are given by
 * the ruleset.
 *
 * Places that bear no unit's name (红星村, 长江路) are known by how they stand in the texts: GJ_PLACE_LEAST to GJ_PLACE_MOST ideographs before an ending that the
 * ruleset gives, back to a mark or to a word that it says a name does not reach over (在, 和, 县). Where nothing ends it, the name is taken to be of GJ_PLACE_LEAST
 * ideographs and its ending, as most are. Words that only look like places (农村, 思路) are given by the ruleset, too.
 */
#ifndef GJ_COLLECT_COPYING_NAMES_H
#define GJ_COLLECT_COPYING_NAMES_H

#include "collection.h"
#include "copying.h"

typedef struct gj_copy_words {
    const gj_slice *places; /* endings of place names */
    size_t place_count;
    const gj_slice *bodies; /* what follows a place and is no name */
    size_t body_count;
    const gj_slice *selves; /* words for oneself */
    size_t self_count;
    const gj_slice *minors; /* endings of places that bear no unit's name */
    size_t minor_count;
    const gj_slice *generals; /* end like such places and are none; also what ends in one of them */
    size_t general_count;
    const gj_slice *edges; /* characters that no such name reaches over */
    size_t edge_count;
    const gj_slice *tails; /* what an ending is none before: 村级 */
    size_t tail_count;
} gj_copy_words;

/** The names of all units of the collection, and of the places in its texts. */
GJ_MUST_USE gj_status gj_copying_names(const gj_collection *collection, const gj_copy_words *words,
                                       const gj_names **out, gj_error *err);

/** Hold the year's readable reports against each other, and each against its own of the year before; leaves collection->copying and copied_members. Reports of
 *  one unit are not held against each other, and those of no known unit against none. `names` of the options is filled in. */
GJ_MUST_USE gj_status gj_collection_copying(gj_collection *collection, const gj_copy_options *options,
                                            const gj_copy_words *words, gj_error *err);

#endif
