/** html.h - what the files of the reader of web pages share. Not for other readers, but for the two questions of the sniffer.
 *
 * The way of a page: one pass over its tags makes an outline of block elements in the order of the file (html_outline.c); the
 * article is found in it among navigation, tables of metadata and footers (html_article.c, html_meta.c); its headings,
 * paragraphs, pictures and tables become blocks (html_blocks.c). Texts and cells are made from the raw bytes as the Markdown
 * reader makes them (inline.h, html_table.c), so that each character's line and column is known.
 *
 * Tags are scanned by tag.h, not by libxml2, which was measured for the tables and left out: loading it costs 4.6 M
 * instructions, several times what reading a report does; it keeps no places inside a text; it compares each attribute of a tag
 * with all others; and htmlParseChunk of 2.9.14 did not return when an allocation failed.
 *
 * What is left out is only what is no text of the report by its form (scripts, styles, comments, forms' controls, menus of links,
 * footers by their tag or name); a piece that holds sentences, figures or a numbered heading is never left out for standing in
 * an odd place.
 *
 * Bounds: GJ_MAX_HTML_DEPTH elements deep, GJ_MAX_HTML_ELEMENTS in all; time grows with the size of the page, also where tags
 * are not closed or closed twice.
 */
#ifndef GJ_READ_HTML_H
#define GJ_READ_HTML_H

#include "../markdown/markdown.h"
#include "../tag.h"

typedef enum gj_element_kind {
    GJ_ELEMENT_BOX,       /* div, section, form …, and the page itself */
    GJ_ELEMENT_PARAGRAPH, /* p, li, dt … */
    GJ_ELEMENT_HEADING,   /* h1 … h6 */
    GJ_ELEMENT_TABLE,
    GJ_ELEMENT_ROW,
    GJ_ELEMENT_CELL,
    GJ_ELEMENT_SKIPPED, /* script, style, select …: nothing of it is text */
    GJ_ELEMENT_FRAME    /* iframe, embed, object: another file shown in the page */
} gj_element_kind;

/** One element. They stand in the order of their opening tags, so those inside one follow it, up to `next`. */
typedef struct gj_element {
    gj_element_kind kind;
    gj_slice name; /* as written */
    int level;     /* of a heading */
    bool bold;     /* by its style */
    bool aside;    /* navigation, footer … by its tag, class or id, or hidden */
    bool title;    /* class or id says title */
    bool layout;   /* a table that only arranges what stands in its cells (html_article.c) */
    bool closed;   /* its end was written */
    gj_slice id;   /* as written; empty */
    gj_span span, inside;
    size_t parent, next;
    size_t text, linked; /* bytes of text that are not white; of those, inside links. Inner elements count too */
    size_t stops;        /* full stops 。 likewise */
    size_t tables, cells;
} gj_element;

typedef struct gj_html {
    gj_markdown md;               /* builder, inline text, grid: html_table.c is shared with the Markdown reader */
    GJ_LIST(gj_element) elements; /* the first is the page */
    gj_span page_title;           /* inside <title>; empty where there is none */
    size_t article;
} gj_html;

/** Whether the text is a whole page: a doctype or <html>, <head>, <body> begins it, comments apart. */
bool gj_html_is_page(gj_slice text);
/** Whether it is a piece of one: it begins with a tag other than a table, and holds several closed paragraphs or divisions. */
bool gj_html_is_fragment(gj_slice text);

/* html_outline.c */
GJ_MUST_USE gj_status gj_html_outline(gj_html *html);

/* html_article.c */
/** Choose the element that holds the report and all that could belong to it: html->article. */
void gj_html_find_article(gj_html *html);
/** The title, where it stands before the article: its block. */
GJ_MUST_USE gj_status gj_html_title(gj_html *html);
/** Whether an element is no text of the report by its form. */
bool gj_html_is_aside(const gj_html *html, size_t element);

/* html_meta.c */
/** Whether a table holds names and values such as 索引号 and 发布日期. */
bool gj_html_is_metadata(const gj_html *html, size_t table);
/** Metadata from such tables, lines before the article, <meta> and <title>. */
GJ_MUST_USE gj_status gj_html_metas(gj_html *html);

/* html_path.c */
/** Give the source its elements' paths. */
GJ_MUST_USE gj_status gj_html_paths(gj_html *html, gj_source *source);

/* html_blocks.c */
/** Text of bytes `span`, tags removed. */
GJ_MUST_USE gj_status gj_html_text(gj_html *html, gj_span span, gj_text *out);
/** The blocks of an element and all it holds. */
GJ_MUST_USE gj_status gj_html_blocks(gj_html *html, size_t element);

#endif
