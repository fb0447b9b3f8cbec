/** quantity_parts.h - what the files of the quantity reader share. Not for other files. */
#ifndef GJ_BIND_QUANTITY_PARTS_H
#define GJ_BIND_QUANTITY_PARTS_H

#include "measure.h"
#include "numeral.h"

/** The quantity whose digits begin at byte `at`, ordinal or not. There is a digit. */
gj_quantity gj_quantity_arabic(gj_slice text, size_t at);
/** 余, 多 or 几 at `at`, which make a number "at least": their bytes, else 0. */
size_t gj_quantity_more(gj_slice text, size_t at);
/** Set the certainty by the words around the quantity (约, 超过, 以上), unless it has one already. */
void gj_quantity_certainty(gj_slice text, gj_quantity *q);

/** Whether text[..end] ends with a word, or text[at..] begins with one. Words are never empty; a list of words that end ends in { NULL, 0 },
 *  one of words that begin in NULL. */
static inline bool gj_ends_with(gj_slice text, size_t end, const char *word)
{
    size_t length = strlen(word);
    return length <= end && memcmp(text.data + end - length, word, length) == 0;
}
bool gj_starts_with(gj_slice text, size_t at, const char *word);
#define GJ_WORD(text)                                                                                                  \
    {                                                                                                                  \
        "" text, sizeof(text) - 1                                                                                      \
    }
bool gj_ends_with_any(gj_slice text, size_t end, const gj_slice *words);
bool gj_starts_with_any(gj_slice text, size_t at, const char *const *words);
/** The end of text[..at] without the spaces at its end: they do not part a word from its number. */
size_t gj_back_over_spaces(gj_slice text, size_t at);

#endif
