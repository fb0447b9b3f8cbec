/** page.h - style sheets and script of the pages (core/show/page/page.css, desk.css, desk.js), embedded at build time. */
#ifndef GJ_SHOW_PAGE_H
#define GJ_SHOW_PAGE_H

/** Line by line, each with its line end; NULL-ended. */
extern const char *const gj_page_css[];
extern const char *const gj_desk_css[];
extern const char *const gj_desk_js[];

#endif
