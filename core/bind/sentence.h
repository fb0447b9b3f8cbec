/** sentence.h - where a sentence and a part of it begin and end.
 *
 * A sentence ends with 。！？； (! ? ;) and the closing marks after them; a part lies between two of ，；：（） and their half-width kin. A comma
 * inside a number is none.
 */
#ifndef GJ_BIND_SENTENCE_H
#define GJ_BIND_SENTENCE_H

#include "../base/slice.h"

/** The sentence that begins at `from` (spaces skipped); false at the end of the text. */
bool gj_sentence_next(gj_slice text, size_t from, gj_span *out);
/** The sentence of `text` that holds byte `at`. */
gj_span gj_sentence_at(gj_slice text, size_t at);
/** The part of `within` that holds byte `at`: at most GJ_PART_REACH bytes to either side. */
gj_span gj_sentence_part(gj_slice text, gj_span within, size_t at);

#define GJ_PART_REACH 600

#endif
