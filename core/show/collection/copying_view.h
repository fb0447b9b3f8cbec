/** copying_view.h - who copied whom as every output tells it: pairs of reports, the paragraphs that stand side by side, likeness as a number.
 *
 * Made of collection->copying (collect/copying.h), which is NULL where no rule asked for it. A likeness is shown with at most three decimals, rounded down, so that 1
 * is said only of texts that do not differ. Of many pairs the first GJ_SHOWN_PAIRS are listed, of a pair the first GJ_SHOWN_BESIDE paragraphs, of a paragraph
 * GJ_SHOWN_PARAGRAPH bytes; how many there are is told with it.
 */
#ifndef GJ_SHOW_COPYING_VIEW_H
#define GJ_SHOW_COPYING_VIEW_H

#include "../../collect/copying.h"
#include "../json_writer.h"
#include "collection_tables.h"

/** 0.8567… as 0.856. Not for GJ_COPY_UNSAID. */
gj_decimal gj_likeness_shown(double likeness);

/** The report of a text. */
const gj_member *gj_copied_member(const gj_collection *collection, size_t text);
/** The unit of a text: its report's name where it belongs to none. */
gj_slice gj_copied_unit(const gj_collection *collection, size_t text);
/** 全文, 一份在另一份里, or the title of a section; in English "whole", "within" and the section's key. */
gj_slice gj_word_copied(const gj_collection *collection, size_t kind, gj_lang lang);

typedef struct gj_shown_beside {
    size_t section; /* of the first text's paragraph */
    double likeness;
    gj_slice a, b; /* cut where they are long */
} gj_shown_beside;
/** The paragraphs side by side of what the pair is reported for, at most GJ_SHOWN_BESIDE of them; *count is how many there are. GJ_NOMEM. */
GJ_MUST_USE gj_status gj_copied_beside(gj_arena *arena, const gj_copying *copying, const gj_copy_pair *pair,
                                       gj_shown_beside **out, size_t *shown, size_t *count);

/** The member "copying" of the collection's JSON (docs/schema/collection.schema.json). GJ_NOMEM; what the buffer says is not told again. */
GJ_MUST_USE gj_status gj_copying_json(gj_json *w, const gj_collection *collection);
/** Tables (collection_tables.h): copying, a line a pair of paragraphs; years, a line a report as a whole and a line each of its
 *  sections that is long enough. */
extern const gj_collection_table gj_copying_table, gj_years_table;

#endif
