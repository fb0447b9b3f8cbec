/** notice.h - the rectification notice (整改通知) of one unit: what is wrong, where, on what ground, how to mend it, by when.
 *
 * Markdown, made of a template (mustache.h) that the office may replace; every value is escaped for Markdown, so that nothing of a report becomes a link, a
 * heading or HTML. The names a template may use (docs/notice.md):
 * values   {{unit}} {{year}} {{today}} {{due}} {{count}} (problems to mend)
 * sections {{#due}} a date was given; {{#missing}} no report came; {{#unreadable}} a file that cannot be read, with {{path}} {{error}};
 *          {{#mend}} {{#ask}} {{#advise}} there is something to mend, to look into, to improve; {{#findings}} (errors and warnings) {{#reviews}}
 *          {{#suggestions}} (infos) the items themselves, with {{number}} {{rule}} {{severity}} {{message}} {{place}} {{remedy}} {{path}} and {{#bases}} with {{basis}}
 */
#ifndef GJ_SHOW_NOTICE_H
#define GJ_SHOW_NOTICE_H

#include "../collection/collection.h"

typedef struct gj_notice_options {
    gj_slice text; /* the template */
    gj_slice due;  /* YYYY-MM-DD, or empty: no date is named */
} gj_notice_options;

/** Whether there is anything to tell the unit: it has not reported, a file of its cannot be read, or there is a finding. What waits for the inspector's own
 *  answer (a report that may be this unit's) is no reason. */
bool gj_notice_needed(const gj_collected *collected, size_t unit);
/** Append the notice. GJ_USAGE with the line where the template is wrong. */
GJ_MUST_USE gj_status gj_show_notice(gj_arena *arena, const gj_collected *collected, size_t unit,
                                     const gj_show_options *options, const gj_notice_options *notice, gj_buffer *out,
                                     gj_error *err);
/** The notice's Markdown as a page that opens from disk and prints on A4: no script, no outside request. */
GJ_MUST_USE gj_status gj_show_notice_html(gj_arena *arena, gj_slice markdown, gj_slice title, gj_lang lang,
                                          gj_buffer *out);
/** The same as a Word document, laid out as official letters are. GJ_INPUT where libzip is not installed. */
GJ_MUST_USE gj_status gj_show_notice_docx(gj_arena *arena, gj_slice markdown, gj_buffer *out, gj_error *err);

#endif
