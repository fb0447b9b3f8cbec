/** document.h - what every reader makes: blocks in reading order, each with its place in the file.
 *
 * A document knows nothing of statutes: it has headings, paragraphs and tables as the author wrote them. All of it lives in
 * the arena given to the reader; texts are valid UTF-8. No figure is changed, filled in or dropped: a cell's text is what the
 * file says, white space at its ends apart. All spans are of the source's bytes: of the converted text, where the file was in
 * another encoding (encoding.h); of the text that the reader wrote of it, where the file is a container (docx.h) or made of pages (paged.h).
 */
#ifndef GJ_READ_DOCUMENT_H
#define GJ_READ_DOCUMENT_H

#include "../base/arena.h"
#include "../base/source.h"

typedef enum gj_format {
    GJ_FORMAT_AUTO, /* sniff */
    GJ_FORMAT_MARKDOWN,
    GJ_FORMAT_JSON, /* docs/schema/report.schema.json */
    GJ_FORMAT_TEXT, /* plain text, tables by tabs */
    GJ_FORMAT_HTML, /* a web page as published */
    GJ_FORMAT_DOCX, /* Word, WPS: OOXML */
    GJ_FORMAT_PDF,  /* PDF with text */
    GJ_FORMAT_OFD   /* GB/T 33190 with text */
} gj_format;

/** "markdown", "json", "text", "html", "docx", "pdf", "ofd"; "auto" for GJ_FORMAT_AUTO. */
const char *gj_format_name(gj_format format);
/** From a --as word ("markdown" and "md", "json", "text" and "txt", "html" and "htm", "docx" and
 *  "word", "pdf", "ofd"); false when unknown. */
bool gj_format_parse(gj_slice word, gj_format *out);

/** `length` bytes of a text at `text` stand at `source` in the file. Runs are in order of `text` and do not overlap; bytes of
 *  the text that no run covers (a decoded entity, a JSON escape) belong to the run before them. */
typedef struct gj_run {
    size_t text, source, length;
} gj_run;

/** Text as read: marks of the format removed, lines that a page or a wrap broke joined, white space at both ends removed. */
typedef struct gj_text {
    gj_slice text;
    gj_span span; /* all of it in the file, marks included */
    const gj_run *runs;
    size_t run_count;
} gj_text;

/** Where the byte `offset` of the text stands in the file. */
size_t gj_text_source(const gj_text *text, size_t offset);
/** The file's span for bytes [begin, end) of the text; ends after the last byte's source, never before its start. */
gj_span gj_text_span(const gj_text *text, size_t begin, size_t end);
/** Bytes [begin, end) of `whole`, which are not empty, as a text of their own. Runs before *first end before `begin`; it is moved forward,
 *  so that many parts of one text, in order, cost one walk over its runs. False when memory ran out. */
GJ_MUST_USE bool gj_text_part(gj_arena *arena, const gj_text *whole, size_t begin, size_t end, size_t *first,
                              gj_text *out);

/** One cell as laid out. A merged cell is one gj_grid_cell that stands in several slots. */
typedef struct gj_grid_cell {
    gj_text text;
    size_t row, column;      /* first slot, from 0 */
    size_t rowspan, colspan; /* at least 1, clamped to what fits */
} gj_grid_cell;

typedef struct gj_grid_row {
    gj_grid_cell **slots; /* slot_count entries; NULL where a ragged HTML row left a hole */
    size_t slot_count;    /* rows may differ: ragged tables are kept ragged */
    gj_span span;
} gj_grid_row;

/** What a cell's place in the grid rests on. */
typedef enum gj_grid_ground {
    GJ_GRID_MARKED, /* the file separates cells: bars, tags, tabs */
    GJ_GRID_SPACED, /* blanks: columns were found by what stands below each other (spaced.h) */
    GJ_GRID_STACKED /* one cell a line: only the order is known; words before the figures are one row (text_stack.h) */
} gj_grid_ground;

typedef struct gj_grid {
    gj_grid_row *rows;
    size_t row_count;
    size_t column_count; /* widest row */
    gj_span span;
    gj_slice caption; /* HTML <caption>, else empty */
    gj_grid_ground ground;
} gj_grid;

/** One entry of keyed data (JSON): "denied.state_secret.natural_person" and the value as written. */
typedef enum gj_entry_kind {
    GJ_ENTRY_NULL,
    GJ_ENTRY_NUMBER,
    GJ_ENTRY_STRING,
    GJ_ENTRY_BOOL,
    GJ_ENTRY_EMPTY /* {} or [] */
} gj_entry_kind;
typedef struct gj_entry {
    gj_slice path;    /* keys joined by '.'; array indexes as decimal numbers */
    gj_slice pointer; /* RFC 6901, from the document's root */
    gj_entry_kind kind;
    gj_text value; /* number lexeme or string contents; empty for null; "true"/"false" */
} gj_entry;

/** The key of JSON's paragraphs that stood before the title (a page's navigation): no part of the report's text. */
#define GJ_KEY_BEFORE_TITLE "before_title"

typedef enum gj_block_kind {
    GJ_BLOCK_HEADING,   /* marked as a heading by the format; `level` 1..6 */
    GJ_BLOCK_PARAGRAPH, /* also a list item (its marker kept in the text), a bold line, a plain line */
    GJ_BLOCK_TABLE,     /* `grid` */
    GJ_BLOCK_RECORD,    /* keyed data: `entries` (JSON's tables); `key` is its name */
    GJ_BLOCK_IMAGE      /* a picture or attachment standing for content; text = its alt text or target */
} gj_block_kind;

typedef struct gj_block {
    gj_block_kind kind;
    int level;
    bool strong; /* the whole paragraph is bold */
    gj_text text;
    gj_span span;
    gj_slice key;     /* JSON: section or table key as written, or GJ_KEY_BEFORE_TITLE; else empty */
    gj_slice pointer; /* JSON Pointer of the value; else empty */
    const gj_grid *grid;
    const gj_entry *entries;
    size_t entry_count;
} gj_block;

/** Metadata: front matter, JSON's top level (dotted: "issuer.name"), the archive header of a text (标题: …).
 *  `key` is lower-case as written. */
typedef struct gj_meta {
    gj_slice key;
    gj_text value;
    gj_slice pointer;
} gj_meta;

/** What the reader could not take as the format promises, but could go on after. */
typedef struct gj_remark {
    gj_slice kind;  /* stable word: "ragged_table", "unfinished_table", "unknown_key", "span_clamped", … */
    gj_words words; /* plain words for people */
    gj_span span;   /* GJ_NOWHERE twice: it concerns the whole file */
    gj_slice pointer;
} gj_remark;

typedef struct gj_document {
    gj_format format;
    const gj_source *source;
    gj_block *blocks;
    size_t block_count;
    gj_meta *metas;
    size_t meta_count;
    gj_remark *remarks;
    size_t remark_count;
} gj_document;

/** Metadata by key; NULL when it is not there. */
const gj_meta *gj_document_meta(const gj_document *document, gj_slice key);

#endif
