/** escape.h - text from strangers, made harmless for where it is shown.
 *
 * Reports, paths and messages that quote them may hold anything: colour codes, a second "carriage return" over the verdict,
 * right-to-left overrides, bytes that are no UTF-8. Nothing is dropped in silence: what must not act is shown as ⟨U+202E⟩ or,
 * where the format has escapes of its own, escaped. Every function accepts any bytes and always ends.
 */
#ifndef GJ_SHOW_ESCAPE_H
#define GJ_SHOW_ESCAPE_H

#include <stdint.h>

#include "../base/buffer.h"

/** One character as a terminal may see it. */
typedef struct gj_glyph {
    uint32_t code; /* GJ_REPLACEMENT for a wrong byte */
    char text[16]; /* what to print, ends in NUL */
    size_t length; /* of text, in bytes */
    size_t width;  /* columns */
} gj_glyph;

/** The character at *at (< text.len), past which *at is moved. Line ends and tabs are one space (CR LF is one character); other C0 and C1
 *  controls, bidi controls and invisible format characters are ⟨U+XXXX⟩, wrong bytes ⟨0xFF⟩. `ambiguous`: see gj_utf8_width_of. */
gj_glyph gj_glyph_next(gj_slice text, size_t *at, int ambiguous);

/** Characters that act on a terminal or are not seen: controls, bidi, zero width, soft hyphen, BOM, tags. */
bool gj_is_hidden(uint32_t code);

/** All of `text` as gj_glyph_next shows it: always one line. */
void gj_escape_terminal(gj_buffer *out, gj_slice text);
/** Columns that gj_escape_terminal's output takes. */
size_t gj_escaped_width(gj_slice text, int ambiguous);

/** The inside of a JSON string, without quotes: RFC 8259, and hidden characters as \uXXXX, so that the bytes are harmless on a terminal;
 *  "</" and "<!" as \u003c, so that they are in HTML too. A wrong byte is U+FFFD. The value read back is the text. */
void gj_escape_json(gj_buffer *out, gj_slice text);

/** The message of a GitHub workflow command: one line, % and line ends as %25 %0D %0A, hidden characters as ⟨U+XXXX⟩. */
void gj_escape_github_data(gj_buffer *out, gj_slice text);
/** A property of a GitHub workflow command (file=, title=): as above, and : and , too. */
void gj_escape_github_property(gj_buffer *out, gj_slice text);

/** Text or an attribute's value (in double quotes) of HTML: & < > " ' as entities, hidden characters as ⟨U+XXXX⟩, wrong bytes as ⟨0xFF⟩, line ends
 *  and tabs as one space. What comes out holds no tag, ends no attribute and is always one line. */
void gj_escape_html(gj_buffer *out, gj_slice text);
/** Text and attribute values of XML 1.0: the five marks as entities; what XML cannot hold, and hidden characters, as ⟨U+XXXX⟩; always one line. */
void gj_escape_xml(gj_buffer *out, gj_slice text);

/** Text inside a paragraph of Markdown (CommonMark 0.30): what could begin a mark, a link, HTML or an entity after a backslash, at the start of a line also
 *  what could begin a list or a rule; hidden characters as ⟨U+XXXX⟩; always one line. */
void gj_escape_markdown(gj_buffer *out, gj_slice text);

/** A path as a URI reference (RFC 3986): "./" taken off, an absolute path as file:///…, all but unreserved bytes percent-encoded. */
void gj_escape_uri(gj_buffer *out, gj_slice path);

#endif
