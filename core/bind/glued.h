/** glued.h - a text in one line, its headings within: what a page's text is when it was copied without its line ends.
 *
 * The headings are cut out only where they are certain: no section was found by a heading of its own; every section of the form stands
 * in the body's paragraphs with its number and its statutory title word for word, once each and in the form's order; and words follow
 * each of them, so that neither a table of contents nor a sentence that lists the parts is taken for them. Anything else stays as it is, and the
 * rules say that a person must look. The figures of tables that were run together with the text are not taken apart: which digits belong to
 * which cell cannot be known (5200108 is 5 2 0 0 1 0 8, or 52 0 0 10 8 …).
 */
#ifndef GJ_BIND_GLUED_H
#define GJ_BIND_GLUED_H

#include "report.h"

/** *out becomes the report's document with a paragraph for each heading and for what stands between them, and a remark
 *  "glued_headings" that says so; it stays as it is where the headings are not certain. */
GJ_MUST_USE gj_status gj_unglue(gj_arena *arena, const gj_report *report, const gj_document **out, gj_error *err);

#endif
