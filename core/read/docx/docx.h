/** docx.h - what the files of the reader of Word documents share. Not for other readers.
 *
 * The way of a file: the container is opened (package.h) and the relations of its parts are read (docx_parts.c); styles and numbering
 * are read into tables (docx_styles.c, docx_numbering.c); the body and the notes are walked into a tree of paragraphs and tables as
 * the document shows them when all tracked changes are accepted (docx_story.c, docx_paragraph.c, docx_content.c, docx_table.c); the tree is
 * written out as a text, a line a paragraph and a line a row, which becomes the document's source, with a locus for each paragraph and cell
 * (docx_write.c, docx_write_table.c).
 *
 * Shown in Word but written nowhere as text: automatic numbers, which are counted and put before their paragraphs (docx_count.c,
 * docx_number.c). Written but not shown, or struck out: hidden text, deleted text, instructions of fields; they are left out, and counted where
 * a person should know (docx_remarks.c). Headers and footers are no part of the text; what they hold beyond page numbers is said.
 *
 * Both dialects (ECMA-376 transitional and ISO 29500 strict) are read; names are told apart by docx_names.c alone.
 */
#ifndef GJ_READ_DOCX_H
#define GJ_READ_DOCX_H

#include "../build.h"
#include "../container/xml.h"

/* docx_names.c */
typedef enum gj_docx_name {
    GJ_DOCX_UNKNOWN,
#define GJ_DOCX_NAME(id, space, local) GJ_DOCX_##id,
#include "docx_names.def"
#undef GJ_DOCX_NAME
    GJ_DOCX_NAMES
} gj_docx_name;
/** For gj_xml_handler. */
unsigned gj_docx_name_of(const char *space, const char *local);
/** Of an on/off property: absent value and anything but 0, false, off, none mean on. */
bool gj_docx_on(const gj_xml_tag *tag);

/** The parts of a document that are read, unpacked. Absent ones are empty. */
typedef struct gj_docx_parts {
    gj_slice document, styles, numbering, footnotes, endnotes;
    GJ_LIST(gj_slice) headers; /* and footers */
} gj_docx_parts;

/* ---- docx_styles.c, docx_numbering.c: tables ---- */

/** How a paragraph or its number is shaped; -1 where nothing is said. */
typedef struct gj_docx_style {
    gj_slice id, based_on;
    bool title, paragraph_default;
    int hidden, bold, strike, double_strike; /* 0, 1 */
    int level;                               /* of an outline, from 0; 9: none */
    long number;                             /* w:numId, 0: none by order */
    int number_level;
    bool settled; /* what it is based on has been taken over */
    size_t order; /* in the file: of two with one id the first counts */
} gj_docx_style;

#define GJ_DOCX_LEVELS 9

typedef struct gj_docx_level {
    bool stated;
    long start;
    gj_slice format, text, style; /* style: paragraphs of it take this level */
    int restart;                  /* -1: after any higher level; 0: never; n: after a level up to n */
    bool arabic;                  /* w:isLgl */
    bool attached;                /* nothing between number and text */
} gj_docx_level;

typedef struct gj_docx_abstract {
    long id;
    gj_slice link; /* the style that has the levels in its stead */
    gj_docx_level levels[GJ_DOCX_LEVELS];
    long counts[GJ_DOCX_LEVELS]; /* so far */
    bool begun[GJ_DOCX_LEVELS];
    size_t order;
} gj_docx_abstract;

typedef struct gj_docx_number {
    long id, abstract;
    long start[GJ_DOCX_LEVELS]; /* -1: not overridden */
    bool restarted[GJ_DOCX_LEVELS];
    gj_docx_level *levels; /* overriding ones, GJ_DOCX_LEVELS of them, or NULL */
    size_t order;
} gj_docx_number;

typedef struct gj_docx_sheet {
    GJ_LIST(gj_docx_style) styles;       /* sorted by id */
    const gj_docx_style *usual;          /* of paragraphs without a style, or NULL */
    GJ_LIST(gj_docx_abstract) abstracts; /* sorted by id, as the next */
    GJ_LIST(gj_docx_number) numbers;
} gj_docx_sheet;

/* ---- docx_story.c and its files: the tree ---- */

typedef struct gj_docx_block gj_docx_block;

typedef struct gj_docx_list {
    gj_docx_block *first, *last;
} gj_docx_list;

/** A reference to a note, in the order of the text. */
typedef struct gj_docx_note {
    bool end;
    long id;
    struct gj_docx_note *next;
} gj_docx_note;

typedef struct gj_docx_cell {
    gj_docx_list blocks;
    size_t span;                     /* columns of the grid */
    bool below, beside;              /* continues the cell above, the one before it */
    size_t column, columns, rowspan; /* laid out by docx_write.c */
    struct gj_docx_cell *next;
} gj_docx_cell;

typedef struct gj_docx_row {
    gj_docx_cell *first, *last;
    size_t before; /* columns left out at the start */
    bool dropped;  /* deleted or hidden */
    struct gj_docx_row *next;
} gj_docx_row;

struct gj_docx_block {
    bool table;
    gj_docx_block *next;
    /* a paragraph */
    gj_slice text;  /* '\n' where its writer broke the line */
    gj_slice label; /* its number as shown, and a space where one is needed */
    int level;      /* of a heading, from 1; 0: none */
    bool strong, picture;
    gj_slice alt;        /* of its picture */
    gj_docx_list boxes;  /* text boxes anchored in it */
    gj_docx_note *notes; /* referred to in it */
    /* a table */
    gj_docx_row *rows, *last_row;
    size_t row_count;
    GJ_LIST(long) widths; /* of the grid's columns; -1 where not stated */
};

/** What a person should know of a document, counted. */
typedef struct gj_docx_counts {
    size_t insertions, deletions, moves, formats; /* tracked changes */
    size_t comments;
    size_t hidden;          /* characters that are not shown */
    gj_slice hidden_sample; /* the first of them */
    size_t struck;          /* places where text is struck out */
    gj_slice struck_sample; /* the first of them */
    size_t symbols;         /* characters of symbol fonts that are no text */
    size_t chunks;          /* other documents inside (w:altChunk) */
} gj_docx_counts;

typedef struct gj_docx_note_text {
    bool end, written;
    long id;
    gj_docx_list *blocks;
} gj_docx_note_text;

typedef struct gj_docx {
    gj_arena *arena, *scratch; /* of the document; of this reading */
    gj_error *err;
    gj_xml_library xml;
    gj_docx_sheet sheet;
    gj_docx_counts counts;
    size_t paragraphs, bytes; /* of all trees, against the limits */
    gj_docx_list body;
    GJ_LIST(gj_docx_note_text) notes; /* sorted by kind and id */
    GJ_LIST(gj_slice) margins;        /* text of headers and footers, without repeats */
} gj_docx;

/* docx_styles.c */
GJ_MUST_USE gj_status gj_docx_styles(gj_docx *docx, gj_slice part);
/** NULL where there is none of that id. */
const gj_docx_style *gj_docx_style_of(const gj_docx *docx, gj_slice id);

/* docx_numbering.c */
GJ_MUST_USE gj_status gj_docx_numbering(gj_docx *docx, gj_slice part);

/* docx_count.c */
/** Count a paragraph numbered by `number` at `level` (-1: where `style` is named) and give its label, in scratch; empty where it shows none. */
GJ_MUST_USE gj_status gj_docx_count(gj_docx *docx, long number, int level, gj_slice style, gj_slice *label);

/* docx_number.c */
#define GJ_DOCX_NUMERAL 64
/** `value` in the numerals of a w:numFmt; returns its bytes. Formats of words, and values beyond a format's signs, are decimal. */
size_t gj_docx_numeral(gj_slice format, long value, char out[GJ_DOCX_NUMERAL]);

/* docx_story.c */
/** Walk a part with text into blocks: the body, or what stands in each note. */
GJ_MUST_USE gj_status gj_docx_story(gj_docx *docx, gj_slice part, gj_slice what, bool endnotes);

/* docx_margin.c */
/** Walk a header or footer; its text goes to docx->margins. */
GJ_MUST_USE gj_status gj_docx_margin(gj_docx *docx, gj_slice part);

/* docx_write.c */
/** The tree as source, blocks and loci. */
GJ_MUST_USE gj_status gj_docx_write(gj_docx *docx, gj_builder *builder, gj_slice name);
/** The rows of a table laid out: columns and row spans of its cells. */
GJ_MUST_USE gj_status gj_docx_layout(gj_docx *docx, gj_docx_block *table);

/* docx_remarks.c */
GJ_MUST_USE gj_status gj_docx_remarks(const gj_docx *docx, gj_builder *builder);

/* docx.c */
/** Parts to document: gj_read_docx after the container, for tests. The parts must outlive the call only. */
GJ_MUST_USE gj_status gj_docx_read(gj_arena *arena, gj_arena *scratch, gj_slice name, const gj_docx_parts *parts,
                                   gj_document **out, gj_error *err);

/* docx_parts.c */
/** Find and unpack the parts of a document, in `scratch`. */
GJ_MUST_USE gj_status gj_docx_parts_of(gj_arena *scratch, gj_slice bytes, gj_docx_parts *out, gj_error *err);

#endif
