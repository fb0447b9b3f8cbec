/** docx_walk.h - the walk over a part with text: what docx_story.c, docx_margin.c, docx_paragraph.c, docx_content.c and docx_table.c
 * share.
 *
 * Events come flat; a scope is where they go. One is opened for the body, for each note, table and text box, and remembers the
 * element that opened it by its depth, so that elements in odd places cannot unbalance it.
 */
#ifndef GJ_READ_DOCX_WALK_H
#define GJ_READ_DOCX_WALK_H

#include "docx.h"

typedef struct gj_docx_scope {
    struct gj_docx_scope *outer;
    size_t opened; /* depth of the element that opened it */
    gj_docx_list *into;
    /* The paragraph under way, or the text of one whose end is deleted or hidden: the next paragraph goes on with it. */
    bool in_paragraph, open_end;
    GJ_LIST(char) text;
    bool any, plain;       /* text that counts; some of it not bold */
    bool struck, striking; /* some of the paragraph is struck out; the text before was */
    size_t pictures;
    gj_slice alt;
    gj_docx_list boxes;
    gj_docx_note *notes, *last_note;
    /* Properties of the paragraph. */
    const gj_docx_style *style;
    gj_slice style_id;
    long number;
    int number_level, level;
    /* Of the run. */
    const gj_docx_style *run_style;
    int hidden, bold, strike, double_strike;
    /* Fields that are open: true while their instruction is written. */
    bool instruction[GJ_MAX_DOCX_FIELDS];
    size_t fields, instructions;
    /* The table under way. */
    gj_docx_block *table;
    gj_docx_row *row;
    gj_docx_cell *cell;
} gj_docx_scope;

typedef struct gj_docx_walk {
    gj_docx *docx;
    gj_docx_scope *top, *spare; /* spare: closed ones, used again */
    size_t depth, skipped;      /* elements open; the depth at which one that is passed over was opened */
    size_t deleted;             /* w:del and w:moveFrom around runs */
    bool in_p_pr, in_r_pr, in_tr_pr, in_text, preserve;
    size_t text_begin;                   /* of the w:t under way */
    size_t alternates[GJ_MAX_XML_DEPTH]; /* depths of mc:AlternateContent that are open */
    bool chosen[GJ_MAX_XML_DEPTH];       /* one of its choices was taken */
    size_t alternate_count;
    bool endnotes;
    gj_docx_list stray; /* what stands in no place we know */
} gj_docx_walk;

/* docx_story.c */
extern const gj_xml_handler gj_docx_handler;
GJ_MUST_USE gj_status gj_docx_push(gj_docx_walk *w, gj_docx_list *into);
/** A block at the end of `into`; NULL when memory ran out or there are too many, with the error set. */
gj_docx_block *gj_docx_add(gj_docx_walk *w, gj_docx_list *into, gj_status *status);
/** Paragraphs, cells and text count against the document's limits. */
GJ_MUST_USE gj_status gj_docx_charge(gj_docx_walk *w, size_t paragraphs, size_t bytes);

/* docx_paragraph.c */
GJ_MUST_USE gj_status gj_docx_paragraph_open(gj_docx_walk *w);
GJ_MUST_USE gj_status gj_docx_paragraph_close(gj_docx_walk *w);
/** The paragraph under way ends here, whatever its end says: the scope ends or a table begins. */
GJ_MUST_USE gj_status gj_docx_paragraph_flush(gj_docx_walk *w);
void gj_docx_paragraph_property(gj_docx_walk *w, const gj_xml_tag *tag);

/* docx_content.c: what stands in a paragraph */
GJ_MUST_USE gj_status gj_docx_text(gj_docx_walk *w, gj_slice text);
GJ_MUST_USE gj_status gj_docx_content(gj_docx_walk *w, const gj_xml_tag *tag);
void gj_docx_text_end(gj_docx_walk *w);

/* docx_table.c */
GJ_MUST_USE gj_status gj_docx_table_open(gj_docx_walk *w, const gj_xml_tag *tag);
GJ_MUST_USE gj_status gj_docx_table_close(gj_docx_walk *w, unsigned name);
GJ_MUST_USE gj_status gj_docx_table_property(gj_docx_walk *w, const gj_xml_tag *tag);

#endif
