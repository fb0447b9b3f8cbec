/* A PDF without the outlines of its fonts.
 *
 * Of a file that staff save, most is embedded fonts, and to draw a page poppler unpacks and loads each of them and paints every character: more than half of
 * what reading it costs, for nothing, since characters come from the dictionaries (widths, ToUnicode) and the picture is only asked for lines.
 * So in a copy of the file each embedded font's data is overwritten with a font that has the same number of glyphs as any, all empty. The places of all objects
 * stay; the rest of the old data lies behind the end of the compressed stream and is not looked at.
 *
 * The data of a font is a stream of the file itself, never inside another one, so its dictionary can be read as it stands: /Length1 without /Length2 is TrueType,
 * /CIDFontType0C is CFF by character identifier; what such a font's characters mean never stands in its data (poppler asks only the data of Type 1 fonts
 * for it, "trying to get an encoding out of a TrueType font is a losing proposition"). Type 1 data (/Length2, /Type1C) may hold the meaning: it goes only
 * where every Type 1 font of the file has a ToUnicode of its own. An encrypted file is left alone, and so is what is packed in another way than deflate.
 */
#include "../ascii.h"
#include "pdf.h"

#define LOOK_BACK 512      /* bytes of a stream's dictionary, at most */
#define MOST_STREAMS 20000 /* whose dictionaries are looked at */
#define LOOK_AROUND 4096   /* of a font's dictionary, to either side */
#define MOST_TYPE_1 1000   /* fonts of this kind that are looked at */

/* A zlib stream of one stored block: a TrueType font of 65,535 glyphs, all without contours (its loca ends before any of them). */
static const unsigned char blank[] = {
    0x78, 0x01, 0x01, 0xF4, 0x00, 0x0B, 0xFF, /* zlib's head; last block, stored, 244 bytes */
    0x00, 0x01, 0x00, 0x00, 0x00, 0x06, 0x00, 0x40, 0x00, 0x02, 0x00, 0x20,                         /* six tables */
    'g',  'l',  'y',  'f',  0,    0,    0,    0,    0,    0,    0,    0x6C, 0,    0,    0,    0x04, /* at 108 */
    'h',  'e',  'a',  'd',  0,    0,    0,    0,    0,    0,    0,    0x70, 0,    0,    0,    0x36, /* at 112 */
    'h',  'h',  'e',  'a',  0,    0,    0,    0,    0,    0,    0,    0xA8, 0,    0,    0,    0x24, /* at 168 */
    'h',  'm',  't',  'x',  0,    0,    0,    0,    0,    0,    0,    0xCC, 0,    0,    0,    0x04, /* at 204 */
    'l',  'o',  'c',  'a',  0,    0,    0,    0,    0,    0,    0,    0xD0, 0,    0,    0,    0x04, /* at 208 */
    'm',  'a',  'x',  'p',  0,    0,    0,    0,    0,    0,    0,    0xD4, 0,    0,    0,    0x20, /* at 212 */
    0,    0,    0,    0,                                                                            /* glyf */
    0,    0x01, 0,    0,    0,    0x01, 0,    0,    0,    0,    0,    0,    0x5F, 0x0F, 0x3C, 0xF5, /* head */
    0,    0,    0x03, 0xE8, 0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0, /* 1000 units an em */
    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0x08,
    0,    0x02, 0,    0,    0,    0,    0,    0, /* short loca; filled up to four bytes */
    0,    0x01, 0,    0,    0x03, 0x20, 0xFF, 0x38, 0,    0,    0x03, 0xE8, 0,    0,    0,    0, /* hhea */
    0,    0,    0,    0x01, 0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,
    0,    0,    0,    0x01,                                                                      /* one width */
    0x03, 0xE8, 0,    0,                                                                         /* hmtx */
    0,    0,    0,    0,                                                                         /* loca */
    0,    0x01, 0,    0,    0xFF, 0xFF, 0,    0,    0,    0,    0,    0,    0,    0,    0,    0, /* maxp */
    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,
    0xF4, 0x34, 0x16, 0x9C, /* adler32 */
};

static bool holds(gj_slice text, gj_slice word)
{
    return gj_slice_find(text, word, 0) != GJ_NOT_FOUND;
}

/* Where the last `word` before `at` ends, no further away than `most` bytes; GJ_NOT_FOUND. */
static size_t end_before(gj_slice bytes, size_t at, gj_slice word, size_t most)
{
    size_t first = at > most ? at - most : 0;
    for (size_t i = at; i >= first + word.len; i--)
        if (memcmp(bytes.data + i - word.len, word.data, word.len) == 0)
            return i;
    return GJ_NOT_FOUND;
}

/* Whether the font dictionary around `at` has a ToUnicode. */
static bool is_explained(gj_slice bytes, size_t at)
{
    size_t from = end_before(bytes, at, GJ_LIT(" obj"), LOOK_AROUND);
    size_t to = gj_slice_find(gj_slice_sub(bytes, at, at + LOOK_AROUND), GJ_LIT("endobj"), 0);
    return from != GJ_NOT_FOUND && to != GJ_NOT_FOUND &&
           holds(gj_slice_sub(bytes, from, at + to), GJ_LIT("/ToUnicode"));
}

/* The next `name` that is no longer name's beginning. */
static size_t next_name(gj_slice bytes, gj_slice name, size_t at)
{
    while ((at = gj_slice_find(bytes, name, at)) != GJ_NOT_FOUND) {
        at += name.len;
        if (at == bytes.len || !gj_is_alnum(bytes.data[at]))
            return at - name.len;
    }
    return GJ_NOT_FOUND;
}

/* Whether each Type 1 font can do without its data. Dictionaries inside object streams cannot be seen. */
static bool all_explained(gj_slice bytes)
{
    size_t count = 0;
    if (holds(bytes, GJ_LIT("/ObjStm")) || holds(bytes, GJ_LIT("/MMType1")))
        return false;
    for (size_t at = 0; (at = next_name(bytes, GJ_LIT("/Type1"), at)) != GJ_NOT_FOUND; at++)
        if (++count > MOST_TYPE_1 || !is_explained(bytes, at))
            return false;
    return true;
}

/* Whether the dictionary is that of a font's data, packed by deflate alone. */
static bool is_font(gj_slice dictionary, bool explained)
{
    size_t filter = gj_slice_find(dictionary, GJ_LIT("/FlateDecode"), 0);
    if (filter == GJ_NOT_FOUND || holds(gj_slice_sub(dictionary, 0, filter), GJ_LIT("Decode")) ||
        holds(gj_slice_sub(dictionary, filter + 12, dictionary.len), GJ_LIT("Decode")))
        return false;
    if (holds(dictionary, GJ_LIT("/CIDFontType0C")))
        return true;
    bool type_1 = holds(dictionary, GJ_LIT("/Length2")) || holds(dictionary, GJ_LIT("/Type1C"));
    return type_1 ? explained : holds(dictionary, GJ_LIT("/Length1"));
}

/* The data of the font whose "stream" stands at `at`; empty where it is no font, or one too short. */
static gj_slice font_data(gj_slice bytes, size_t at, bool explained)
{
    size_t begin = at + 6;
    begin += begin < bytes.len && bytes.data[begin] == '\r';
    bool line = begin < bytes.len && bytes.data[begin] == '\n';
    gj_slice none = { "", 0 }, data = gj_slice_sub(bytes, begin + 1, begin + 1 + sizeof blank);
    if (!line || data.len < sizeof blank || holds(data, GJ_LIT("endstream")))
        return none;
    unsigned head = (unsigned char)data.data[0] * 256u + (unsigned char)data.data[1];
    bool packed = (head >> 8 & 15) == 8 && head % 31 == 0;
    size_t from = packed ? end_before(bytes, at, GJ_LIT(" obj"), LOOK_BACK) : GJ_NOT_FOUND;
    return from != GJ_NOT_FOUND && is_font(gj_slice_sub(bytes, from, at), explained) ? data : none;
}

bool gj_pdf_has_pictures(gj_slice bytes)
{
    return next_name(bytes, GJ_LIT("/Image"), 0) != GJ_NOT_FOUND;
}

gj_status gj_pdf_without_outlines(gj_arena *scratch, gj_slice bytes, gj_slice *out, gj_error *err)
{
    char *copy = NULL;
    size_t streams = 0;
    bool explained = all_explained(bytes);
    *out = bytes;
    if (holds(bytes, GJ_LIT("/Encrypt")))
        return GJ_OK;
    for (size_t at = 0; streams++ < MOST_STREAMS; at += 6) {
        at = gj_slice_find(bytes, GJ_LIT("stream"), at);
        if (at == GJ_NOT_FOUND)
            break;
        gj_slice data = font_data(bytes, at, explained);
        if (!data.len)
            continue;
        if (!copy) {
            copy = gj_arena_alloc(scratch, bytes.len);
            if (!copy)
                return gj_fail_nomem(err);
            memcpy(copy, bytes.data, bytes.len);
            *out = (gj_slice){ copy, bytes.len };
        }
        memcpy(copy + (data.data - bytes.data), blank, sizeof blank);
    }
    return GJ_OK;
}
