/** signed.h - the date that a report bears itself, as it is signed: 2025年1月20日 or 2025-01-20 on a line of its own or after a name.
 *
 * Not the date of its publication, which only metadata give (gj_report.published). Only a whole date counts, and only where its line holds
 * nothing else but a name: a date in a sentence is about something else.
 */
#ifndef GJ_BIND_SIGNED_H
#define GJ_BIND_SIGNED_H

#include "report.h"

/** YYYY-MM-DD of the last such line, at the end of the report or between its title and its first section. False where there is none, or no calendar
 *  has the date. */
bool gj_signed_date(const gj_report *report, char out[11]);

/** A whole date written as 2025-01-20, 2025.1.20, 2025/1/20 or 2025年1月20日, digits in either width, anything after it left alone; false where the text
 *  does not begin with one. */
bool gj_date_read(gj_slice text, char out[11]);

#endif
