/** page.h - the style sheet of core/show/page.css, embedded at build time. */
#ifndef GJ_SHOW_PAGE_H
#define GJ_SHOW_PAGE_H

/** Line by line, each with its line end; NULL-ended. */
extern const char *const gj_page_css[];

#endif
