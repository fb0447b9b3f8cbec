/** read.h - bytes to Document. */
#ifndef GJ_READ_READ_H
#define GJ_READ_READ_H

#include "document.h"

/** Read a report. `name` is its path for messages. `as` overrides sniffing. The bytes are borrowed and must outlive the
 *  document. UTF-16, GB18030 and Big5 are converted to UTF-8 first (encoding.h): the document's source, and all spans, are of the
 *  converted text. Errors (GJ_INPUT, GJ_LIMIT, GJ_NOMEM) carry line and column and say in plain words what is wrong and what to
 *  do: empty, binary, broken or mixed encodings, too large, an unknown format, JSON that breaks RFC 8259, a container that is damaged,
 *  locked or holds something else. */
GJ_MUST_USE gj_status gj_read(gj_arena *arena, gj_slice name, gj_slice bytes, gj_format as, gj_document **out,
                              gj_error *err);

/** What the bytes look like; GJ_FORMAT_AUTO when it is no format we know (binary, empty). Looks at the contents, then at the
 *  name's ending to break a tie. Never fails. */
gj_format gj_sniff(gj_slice name, gj_slice bytes);

/** Whether a file met while walking a folder looks like a report: a known format, and a title or two section headings of any
 *  `hints` (the ruleset's words) in its first 64 KiB. A docx, a PDF or an OFD is not opened for this and always may be one: gj_document_is_report. Documents
 *  of word processors that are not read, files with a document's ending that hold none, and empty ones may be one where their name has a hint: it
 *  is then said what they are. */
bool gj_looks_like_report(gj_slice name, gj_slice bytes, const gj_slice *hints, size_t hint_count);

/** Whether a document that was met in a folder, and whose file does not show what it says, is a report: the same test over its text. */
bool gj_document_is_report(const gj_document *document, const gj_slice *hints, size_t hint_count);

/** JSON that does not say that it is gouji's own ("gouji/report@…"): met in a folder, and not a report that can be read, it is somebody else's. */
bool gj_is_unclaimed_json(gj_slice name, gj_slice bytes);

/* One reader a file; gj_read chooses. Same contract; `source` is open. */
GJ_MUST_USE gj_status gj_read_markdown(gj_arena *arena, const gj_source *source, gj_document **out, gj_error *err);
GJ_MUST_USE gj_status gj_read_json(gj_arena *arena, const gj_source *source, gj_document **out, gj_error *err);
GJ_MUST_USE gj_status gj_read_text(gj_arena *arena, const gj_source *source, gj_document **out, gj_error *err);
GJ_MUST_USE gj_status gj_read_html(gj_arena *arena, const gj_source *source, gj_document **out, gj_error *err);
/** Of a container: it makes its source itself. The bytes need not outlive the document. */
GJ_MUST_USE gj_status gj_read_docx(gj_arena *arena, gj_slice name, gj_slice bytes, gj_document **out, gj_error *err);
/** As gj_read_docx. GJ_INPUT also where there is no text in it. */
GJ_MUST_USE gj_status gj_read_ofd(gj_arena *arena, gj_slice name, gj_slice bytes, gj_document **out, gj_error *err);
/** As gj_read_docx. GJ_INPUT also where there is no text in it, and in a build without poppler. */
GJ_MUST_USE gj_status gj_read_pdf(gj_arena *arena, gj_slice name, gj_slice bytes, gj_document **out, gj_error *err);

#endif
