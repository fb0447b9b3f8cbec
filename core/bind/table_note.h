/** table_note.h - the note that a form prints in or beside a table. */
#ifndef GJ_BIND_TABLE_NOTE_H
#define GJ_BIND_TABLE_NOTE_H

#include "table_words.h"

/** Take the form's note from the words of the table's header, where it stands there: it is kept, and the table's note. */
void gj_note_in_header(gj_table_binder *b, gj_header_words *words);
/** Where the header did not have it, look in the other lines of the view, in captions and in the paragraphs of the table's section. */
GJ_MUST_USE gj_status gj_note_find(gj_table_binder *b);

#endif
