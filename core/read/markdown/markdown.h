/** markdown.h - what the files of the Markdown reader share. Not for other readers.
 *
 * The way of a file: front matter (front_matter.c) and tables (markdown_cut.c finds them; pipe_table.c, grid_table.c,
 * html_table.c read them) are cut out; of what is left libcmark gets an outline, one short line for each line of the
 * file, and says what is a heading, a list, a quotation, a paragraph (markdown_blocks.c); their texts are made from
 * the raw lines (inline.h). At the end all blocks are put in the order of the file (markdown.c).
 */
#ifndef GJ_READ_MARKDOWN_H
#define GJ_READ_MARKDOWN_H

#include "../build.h"
#include "../grid.h"
#include "inline.h"

/** Lines are numbered from 1, as in source.h; a range of lines is half-open. */
typedef struct gj_lines {
    size_t first, end;
} gj_lines;

typedef struct gj_markdown {
    gj_builder build;
    gj_inline text;
    gj_grid_builder grid;
    gj_arena *scratch;      /* for libcmark: reset at each use */
    GJ_LIST(gj_span) cuts;  /* bytes that are no running text, in order */
    size_t regions;         /* HTML tables found */
    bool struck_known;      /* all that is struck out was found before any text is made */
    gj_slice struck_sample; /* the first of it */
    size_t no_ruled_before; /* before this line no table of pandoc's begins */
} gj_markdown;

/** Line `line` in bytes, its line end excluded. */
gj_span gj_markdown_line(const gj_markdown *md, size_t line);
/** Bytes [begin, end) are no running text. Cuts come in order. */
GJ_MUST_USE gj_status gj_markdown_cut(gj_markdown *md, size_t begin, size_t end);
/** Take the first piece of *rest that is not cut out; false when nothing is left. */
bool gj_markdown_piece(const gj_markdown *md, gj_span *rest, gj_span *piece);
/** Remark at `span`; `zh` and `en` are plain words. */
GJ_MUST_USE gj_status gj_markdown_remark(gj_markdown *md, const char *kind, gj_span span, const char *zh,
                                         const char *en);
/** Finish md->grid as a table block, with the remarks it calls for. */
GJ_MUST_USE gj_status gj_markdown_table(gj_markdown *md, gj_span span, gj_slice caption);
/** Add a cell whose raw bytes are `span`: white space at its ends and marks are removed. */
GJ_MUST_USE gj_status gj_markdown_cell(gj_markdown *md, gj_span span);

/** Read `key: value` lines between two `---` at the top. *next is the first line after them, 1 when there are none. */
GJ_MUST_USE gj_status gj_front_matter(gj_markdown *md, size_t *next);

/** Find tables, comments, style sheets and code fences from line `from` on; read the tables and cut all of them out. */
GJ_MUST_USE gj_status gj_markdown_cut_all(gj_markdown *md, size_t from);

/** Whether a line could be a row of a pipe table: it has a '|' that no backslash escapes, and is no heading. */
bool gj_is_pipe_row(gj_slice line);
GJ_MUST_USE gj_status gj_pipe_table(gj_markdown *md, gj_lines lines);

/** Whether a line is a rule of one of pandoc's grid tables: +---+===+ */
bool gj_is_grid_rule(gj_slice line);
/** The first line after the grid table that begins at `line`; `line` itself where it is none. */
size_t gj_grid_table_end(const gj_markdown *md, size_t line);
GJ_MUST_USE gj_status gj_grid_table(gj_markdown *md, gj_lines lines);

/** Read the HTML tables in `region`, which begins at a <table>. */
GJ_MUST_USE gj_status gj_html_table(gj_markdown *md, gj_span region);

/** Headings, paragraphs and pictures of all that was not cut out. */
GJ_MUST_USE gj_status gj_markdown_blocks(gj_markdown *md);

#endif
