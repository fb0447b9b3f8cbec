/** place.h - where a finding points: spots of the file for the things a rule can name, and marks made of them.
 *
 * What is not there is pointed to by what should hold it: a missing cell by its row, its table, its section's heading, the title, at last
 * line 1 (design.md §9).
 */
#ifndef GJ_JUDGE_PLACE_H
#define GJ_JUDGE_PLACE_H

#include "judging.h"

/** A thing a rule points at. `place` is its logical name, which no change of lines or format alters. */
typedef struct gj_target {
    gj_spot spot;
    gj_slice place;   /* "requests.new.total", "overview", "report"; data NULL when memory ran out */
    gj_slice section; /* key, or empty */
    gj_slice quote;   /* as written, for pieces of text */
} gj_target;

gj_target gj_target_cell(gj_arena *arena, const gj_report *report, gj_cell_id cell);
gj_target gj_target_row(gj_arena *arena, const gj_report *report, size_t table, size_t row);
gj_target gj_target_column(gj_arena *arena, const gj_report *report, size_t table, size_t column);
gj_target gj_target_table(const gj_report *report, size_t table);
gj_target gj_target_section(const gj_report *report, size_t section);
/** The title, or line 1. */
gj_target gj_target_report(const gj_report *report);

#define GJ_MARK_LINE ((size_t)2000) /* bytes of a source line that a mark carries */

/** A mark with its line's text, from the report's file or, where the spot says so, last year's. Label and primary are taken over. False when memory ran out. */
bool gj_mark_make(gj_arena *arena, const gj_report *report, const gj_spot *spot, bool primary, gj_mark *out);

#endif
