/** ofd.h - what the files of the reader of OFD (GB/T 33190-2016) share. Not for other readers.
 *
 * The way of a file: the container is opened (container/package.h); OFD.xml names the document, Document.xml its pages, templates and resources
 * (ofd_document.c; places of parts: ofd_part.c). The content of a page, of a template or of a composite graphic is walked into a list of marks (ofd_content.c, ofd_object.c): characters
 * (ofd_text.c), lines and bars (ofd_path.c), pictures, and other graphics by their number. The marks of a page with its templates are put where they stand on it
 * (ofd_place.c) and become characters with boxes and straight lines (ofd_page.c, ofd_lines.c). What is made of those: paged.h.
 *
 * What nobody sees is no text: objects that are not visible, text of no opacity; it is counted and said. Only where a picture covers the page
 * text of no opacity is what a machine recognized in it, and is read with a warning, as in a PDF. Annotations, seals and attachments are no part of the
 * report, and neither is what stands aslant, a watermark. Colours matter where they are white or clear: such lines are none.
 *
 * Lengths are millimetres, from the upper left corner, down. All of a reading lives in `scratch`, but for a page's marks.
 */
#ifndef GJ_READ_OFD_H
#define GJ_READ_OFD_H

#include "../../base/buffer.h"
#include "../container/package.h"
#include "../container/xml.h"
#include "../paged/paged.h"

typedef enum gj_ofd_name {
    GJ_OFD_UNKNOWN,
#define GJ_OFD_NAME(id, local) GJ_OFD_##id,
#include "ofd_names.def"
#undef GJ_OFD_NAME
    GJ_OFD_NAMES
} gj_ofd_name;

/** x' = a x + c y + e, y' = b x + d y + f */
typedef struct gj_ofd_matrix {
    double a, b, c, d, e, f;
} gj_ofd_matrix;

typedef enum gj_ofd_kind {
    GJ_OFD_GLYPH,   /* a box: its upper left, upper right and lower left corner */
    GJ_OFD_STROKE,  /* a straight line from the first point to the second; the third is the first */
    GJ_OFD_BAR,     /* a filled rectangle, as a glyph's box */
    GJ_OFD_PICTURE, /* its box */
    GJ_OFD_UNIT,    /* a composite graphic: where its (0,0), (1,0) and (0,1) are */
    GJ_OFD_ODD      /* a path that cannot be read: nobody knows where lines are */
} gj_ofd_kind;

/** One thing that is drawn. Three points take any kind through any matrix. */
typedef struct gj_ofd_mark {
    float x[3], y[3];
    uint32_t code;      /* of a character; the number of a composite graphic */
    unsigned char kind; /* gj_ofd_kind */
    bool apart;         /* white space stands before it */
    bool faint;         /* a character of no opacity */
    bool foreign;       /* of a template */
} gj_ofd_mark;
typedef GJ_LIST(gj_ofd_mark) gj_ofd_marks;

/** How a line or an area is painted. */
typedef enum gj_ofd_tone { GJ_OFD_UNSET, GJ_OFD_DARK, GJ_OFD_WHITE, GJ_OFD_CLEAR } gj_ofd_tone;

typedef struct gj_ofd_param {
    long id, relative; /* -1: to none */
    gj_ofd_tone stroke, fill;
} gj_ofd_param;

typedef struct gj_ofd_unit {
    long id;
    gj_ofd_marks marks;
} gj_ofd_unit;

typedef struct gj_ofd_template {
    long id;
    gj_slice place; /* as Document.xml says it */
    bool read;
    gj_ofd_marks marks;
} gj_ofd_template;

/** One page's own content. */
typedef struct gj_ofd_sheet {
    gj_ofd_marks marks;
    GJ_LIST(long) templates;
    double box[4]; /* x, y, width, height; the document's where the page says none */
} gj_ofd_sheet;

typedef struct gj_ofd {
    gj_arena *scratch, *page_scratch; /* of the reading; of one page */
    gj_error *err;
    gj_package *package;
    gj_xml_library xml;
    gj_buffer text, deltas[2];   /* of the element that is read */
    gj_slice root;               /* the name of Document.xml's part */
    double box[4];               /* of pages that do not say theirs */
    GJ_LIST(gj_slice) pages;     /* as Document.xml says their places */
    GJ_LIST(gj_slice) resources; /* likewise */
    GJ_LIST(gj_slice) known;     /* names of resource parts that were read */
    GJ_LIST(gj_ofd_template) templates;
    GJ_LIST(gj_ofd_unit) units;
    GJ_LIST(gj_ofd_param) params;
    gj_slice signatures, annotations, attachments; /* their lists, as said */
    size_t glyphs, placed;                         /* characters, marks on all pages */
    size_t bodies, versions;                       /* documents; versions of the first */
    size_t missing;                                /* composite graphics and templates that are not there */
    size_t slanted;                                /* characters that stand aslant */
    size_t hidden;                                 /* characters that nobody sees */
    char sample[28];                               /* the first of them */
} gj_ofd;

/* ---- ofd_value.c ---- */
/** For gj_xml_handler. */
unsigned gj_ofd_name_of(const char *space, const char *local);
/** The next number of a list, whose rest is left in *list; *more is false at its end. GJ_INPUT where something else stands there. */
GJ_MUST_USE gj_status gj_ofd_number(gj_ofd *ofd, gj_slice *list, double *out, bool *more);
/** As many numbers as `count`; *there is false, and `out` as it was, where there are fewer. */
GJ_MUST_USE gj_status gj_ofd_numbers(gj_ofd *ofd, gj_slice list, double *out, size_t count, bool *there);
/** GJ_INPUT: a coordinate is no number. */
GJ_MUST_USE gj_status gj_ofd_no_number(gj_ofd *ofd);
/** An identifier; -1 where there is none. */
long gj_ofd_id(gj_slice value);
/** The attribute says "false". */
bool gj_ofd_is_false(const gj_xml_tag *tag, const char *local);
/** The text of the element that is read, trimmed. */
GJ_MUST_USE gj_status gj_ofd_text(gj_ofd *ofd, gj_slice *out);
/** The same, copied to `scratch`. */
GJ_MUST_USE gj_status gj_ofd_copy_text(gj_ofd *ofd, gj_slice *out);

/* ---- ofd_part.c ---- */
/** The part at `place` as the part `from` says it: from the root where it begins with "/", else from the folder of `from`, and, as some writers mean it, from the root. *name and
 *  *bytes are in `arena`; data NULL where there is none. GJ_INPUT for a place outside the container. */
GJ_MUST_USE gj_status gj_ofd_part(gj_ofd *ofd, gj_arena *arena, gj_slice from, gj_slice place, gj_slice *name,
                                  gj_slice *bytes);
/** The same of a part that Document.xml names: GJ_INPUT where it is not there. */
GJ_MUST_USE gj_status gj_ofd_needed_part(gj_ofd *ofd, gj_arena *arena, gj_slice place, gj_slice *name, gj_slice *bytes);

/* ---- ofd_document.c ---- */
/** OFD.xml and Document.xml. GJ_INPUT where the file is locked, or one of them is not there. */
GJ_MUST_USE gj_status gj_ofd_document(gj_ofd *ofd);
/** Whether the list at `place` names anything: `entry` elements. */
GJ_MUST_USE gj_status gj_ofd_lists(gj_ofd *ofd, gj_slice place, gj_ofd_name entry, bool *out);

/* ---- ofd_object.c ---- */
/** An object that is open. */
typedef struct gj_ofd_object {
    unsigned name; /* its element; 0: none is open */
    gj_ofd_matrix to;
    bool hidden, clear, strokes, fills;
    gj_ofd_tone stroke, fill;
    long param;
    double box[4];
    double size, scale;   /* of its characters; of their width */
    long reading, turned; /* degrees clockwise: the way of the text, the characters in it */
    double x, y;          /* of its TextCode's first character */
    bool path;            /* it has AbbreviatedData, which is kept as the element's text */
    size_t first;         /* of its marks */
} gj_ofd_object;

/** GJ_LIMIT: more is drawn than a report holds, which is `most`. */
GJ_MUST_USE gj_status gj_ofd_too_much(gj_ofd *ofd, int most);
/** How a colour (FillColor, StrokeColor) paints. */
gj_ofd_tone gj_ofd_tone_of(const gj_xml_tag *tag);
/** Begin an object that will add to `marks`; a picture and a composite graphic do at once. */
GJ_MUST_USE gj_status gj_ofd_object_open(gj_ofd *ofd, gj_arena *arena, gj_ofd_marks *marks, const gj_xml_tag *tag,
                                         gj_ofd_object *object);
/** End it: what nobody sees is taken away, a path drawn. What it leaves open is as the layer's parameters say. */
GJ_MUST_USE gj_status gj_ofd_object_close(gj_ofd *ofd, gj_arena *arena, gj_ofd_marks *marks, long layer_param,
                                          gj_ofd_object *object);
/** Add a mark of three points, which the object's matrix takes to where it stands. GJ_LIMIT past GJ_MAX_OFD_MARKS. */
GJ_MUST_USE gj_status gj_ofd_mark_add(gj_ofd *ofd, gj_arena *arena, gj_ofd_marks *marks, const gj_ofd_object *object,
                                      gj_ofd_mark mark, const double points[6]);

/* ---- ofd_content.c ---- */
/** Walk a page, a template (both in `sheet`) or resources (`sheet` NULL). Marks are in `arena`, composite graphics and drawing parameters in the reading's. */
GJ_MUST_USE gj_status gj_ofd_walk(gj_ofd *ofd, gj_arena *arena, gj_slice name, gj_slice bytes, gj_ofd_sheet *sheet);
/** The resources at `place` as `from` says it, once each. Those that are not there are passed over: pictures and fonts are not needed. */
GJ_MUST_USE gj_status gj_ofd_resources(gj_ofd *ofd, gj_slice from, gj_slice place);

/* ---- ofd_text.c ---- */
/** The place and the distances of a TextCode, kept until its text is known. */
GJ_MUST_USE gj_status gj_ofd_text_open(gj_ofd *ofd, gj_ofd_object *object, const gj_xml_tag *tag);
/** Its characters as marks. */
GJ_MUST_USE gj_status gj_ofd_text_close(gj_ofd *ofd, gj_arena *arena, gj_ofd_object *object, gj_ofd_marks *marks);

/* ---- ofd_path.c ---- */
/** The lines of a path as marks. */
GJ_MUST_USE gj_status gj_ofd_path(gj_ofd *ofd, gj_arena *arena, const gj_ofd_object *object, gj_slice data,
                                  gj_ofd_marks *marks);

/* ---- ofd_place.c ---- */
/** All marks of page `number` (from 1) where they stand on it, in the page's scratch; no composite graphic is left. *box is the page's. */
GJ_MUST_USE gj_status gj_ofd_place(gj_ofd *ofd, size_t number, gj_ofd_marks *out, double box[4]);

/* ---- ofd_page.c ---- */
/** Count a character that nobody sees. */
void gj_ofd_hide(gj_ofd *ofd, uint32_t code);
/** Page `number`, its lists in `scratch`. */
GJ_MUST_USE gj_status gj_ofd_page(gj_ofd *ofd, size_t number, gj_paged_page *out);

/* ---- ofd_lines.c ---- */
typedef GJ_LIST(gj_paged_rule) gj_ofd_lines;
/** Pieces of lines, put in order, as the page's rules: pieces in one line that touch or nearly do are one, what stays short is none. */
GJ_MUST_USE gj_status gj_ofd_rules(gj_ofd *ofd, gj_ofd_lines *pieces, gj_paged_page *page);

#endif
