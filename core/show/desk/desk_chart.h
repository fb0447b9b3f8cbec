/** desk_chart.h - pieces of the county page's charts. For the files of charts only. */
#ifndef GJ_SHOW_DESK_CHART_H
#define GJ_SHOW_DESK_CHART_H

#include "desk_page.h"

/** <figure> with heading and description, and the picture of that size; `id` is unique on the page. Words are HTML. Without a
 *  description it is one of several under a heading. Then its end. */
void gj_chart_open(const gj_desk_page *p, const char *id, const char *title, const char *description, int width,
                   int height);
void gj_chart_shut(const gj_desk_page *p);
/** The figures as a table, folded; gj_desk_heads and rows follow, then the end of table and figure. */
void gj_chart_table_open(const gj_desk_page *p, const char *caption);
void gj_chart_end(const gj_desk_page *p);

void gj_chart_text(const gj_desk_page *p, const char *class, double x, double y, gj_slice text);
void gj_chart_line(const gj_desk_page *p, const char *class, double x1, double y1, double x2, double y2);
/** A point with a name and a value (ours) to be read by pointing at it. */
void gj_chart_dot(const gj_desk_page *p, const char *class, double x, double y, double r, bool diamond, gj_slice name,
                  const char *value);

/* The charts besides that of families; nothing where there is nothing to draw. */
void gj_chart_dates(gj_desk_page *p);
void gj_chart_figures(gj_desk_page *p);

#endif
