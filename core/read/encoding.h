/** encoding.h - what encoding a file is in, and its text as UTF-8.
 *
 * Everything after this works on UTF-8. A file in another encoding is converted as a whole, and the converted text is what is
 * shown: gj_source, and every byte span that points into it, is of that text. Lines and code-point columns are the same in both,
 * so a place is where the person sees it in their editor. The digest of a result stays over the file's own bytes.
 *
 * An encoding is taken only with confidence; a file that fits none is refused with the offset of its first wrong byte, and so is
 * one that begins in one encoding and goes on in another. UTF-8 comes first: text that is valid UTF-8 is UTF-8, whatever a page
 * declares. A page's own declaration (<meta charset>, <?xml encoding>) decides between the others.
 */
#ifndef GJ_READ_ENCODING_H
#define GJ_READ_ENCODING_H

#include "../base/arena.h"

typedef enum gj_encoding {
    GJ_ENCODING_UTF8, /* also all that is not recognised: reading it will say where it breaks */
    GJ_ENCODING_UTF16LE,
    GJ_ENCODING_UTF16BE,
    GJ_ENCODING_GB18030, /* also GBK and GB2312, which it holds */
    GJ_ENCODING_BIG5
} gj_encoding;

/** "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5": for people. */
const char *gj_encoding_name(gj_encoding encoding);

/** The encoding of a file, or of the first bytes of one (which may end inside a character): by byte order mark, by where the NUL
 *  bytes of UTF-16 stand, by the pattern of double bytes. Never fails; one pass. */
gj_encoding gj_encoding_of(gj_slice bytes);

/** All of `bytes` as UTF-8, a byte order mark kept. UTF-8 is returned as it is. GJ_INPUT with offset, line and column where a byte
 *  is wrong; GJ_NOMEM. */
GJ_MUST_USE gj_status gj_encoding_convert(gj_arena *arena, gj_slice bytes, gj_encoding encoding, gj_slice *out,
                                          gj_error *err);

/** As much of `bytes` as converts: for looking at the first bytes of a file. Empty where nothing does, or memory runs out. */
gj_slice gj_encoding_sample(gj_arena *arena, gj_slice bytes, gj_encoding encoding);

/** Words for bytes that should be UTF-8 and are not, from byte `wrong` on: GJ_INPUT with offset, line and column, and whether
 *  the rest looks like another encoding pasted in. */
gj_status gj_encoding_broken(gj_slice bytes, size_t wrong, gj_error *err);

#endif
