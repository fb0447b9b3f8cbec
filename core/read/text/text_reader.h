/** text_reader.h - what the files that read plain text share. Not for other stages.
 *
 * A plain text has no marks, so every decision here is about lines: which belong to a table (tabs), which are page numbers,
 * which go on with the sentence of the line before. Headings stay paragraphs: whoever knows the form finds them.
 */
#ifndef GJ_READ_TEXT_READER_H
#define GJ_READ_TEXT_READER_H

#include "../build.h"
#include "spaced.h"
#include "text_builder.h"
#include "text_line.h"

/** The paragraph under way: one line, or lines that a wrap or a page end broke. */
typedef struct gj_open_paragraph {
    bool open;
    gj_span span;
    gj_text_line last; /* its last line */
    bool sentence;     /* any of its lines has a sentence mark */
    int opened;        /* brackets still open */
    bool apart;        /* blank lines or a page number came after its last line */
    bool page_end;     /* a page number did */
} gj_open_paragraph;

/** Lines of one odd kind, one near the other: a table that is none for us. */
typedef struct gj_odd_lines {
    size_t count;
    gj_span span;
} gj_odd_lines;

typedef struct gj_text_reader {
    gj_builder builder;
    gj_text_builder text;
    gj_open_paragraph paragraph;
    gj_odd_lines columnar;   /* laid out by spaces */
    gj_odd_lines figures;    /* one figure a line */
    size_t no_table_before;  /* lines before this one are known to be no table by tabs */
    size_t spaced_table_end; /* the line after the last table by blanks */
    size_t no_spaced_before, no_stack_before, no_ruled_before; /* by blanks; of one cell a line; pandoc's */
    size_t no_barred_before;                                   /* of cells that end with bars */
} gj_text_reader;

/* text_header.c */
/** The archive header, when the text starts with one: metadata. *line becomes the first line after it. */
GJ_MUST_USE gj_status gj_text_header(gj_text_reader *reader, size_t *line);

/* text_table.c */
/** The table that starts at *line, when one does: its block, and *line becomes the line after it. */
GJ_MUST_USE gj_status gj_text_table(gj_text_reader *reader, size_t *line);

/* text_spaced.c */
/** The same for a table laid out by blanks. */
GJ_MUST_USE gj_status gj_text_spaced(gj_text_reader *reader, size_t *line);
/** Make a table block of rows that were laid out (spaced.h), its first `count` rows. */
GJ_MUST_USE gj_status gj_text_laid(gj_text_reader *reader, const gj_laid_rows *rows, size_t count,
                                   gj_grid_ground ground);
/** Say the page numbers between two lines of a table. */
GJ_MUST_USE gj_status gj_text_pages_between(gj_text_reader *reader, size_t first, size_t end);

/* text_stacked.c */
/** The same for a table with one cell a line. */
GJ_MUST_USE gj_status gj_text_stacked(gj_text_reader *reader, size_t *line);

/* text_barred.c */
/** The same for a table each of whose cells ends with a bar and a line end. */
GJ_MUST_USE gj_status gj_text_barred(gj_text_reader *reader, size_t *line);

/* text_join.c */
/** Whether a blank belongs between the byte before `end` and the one at `begin`, where two lines are joined. */
bool gj_join_needs_blank(gj_slice bytes, size_t end, size_t begin);
/** Whether `line` goes on with the sentence of the open paragraph. */
bool gj_paragraph_continues(const gj_open_paragraph *paragraph, const gj_text_line *line);
/** Add the line to the open paragraph, or end that and open a new one. */
GJ_MUST_USE gj_status gj_paragraph_line(gj_text_reader *reader, const gj_text_line *line);
/** End the open paragraph, if any: it becomes a block. */
GJ_MUST_USE gj_status gj_paragraph_end(gj_text_reader *reader);

/* text.c */
/** Say that a page number was left out. */
GJ_MUST_USE gj_status gj_text_page_number(gj_text_reader *reader, const gj_text_line *line);

#endif
