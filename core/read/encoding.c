#include "encoding.h"

#include <errno.h>
#include <iconv.h>

#include "../base/utf8.h"
#include "ascii.h"
#include "tag.h"

#define SAMPLE (64 * GJ_KIB)  /* bytes looked at for a pattern */
#define DECLARED (4 * GJ_KIB) /* bytes in which a page declares its encoding */
#define DAMAGED_FROM 6  /* so many good characters before the first wrong byte: damaged UTF-8, not another encoding */
#define FEWEST_PAIRS 3  /* double bytes that make a pattern */
#define SURE_PERCENT 75 /* of them that must be everyday characters of the encoding */
#define PASTED_PAIRS 4  /* double bytes in a row that are another encoding pasted in */
#define PASTED_BYTES 9  /* of UTF-8 in a row */
#define PLAUSIBLE_PERCENT 90 /* of UTF-16 units that must be ASCII, Chinese or its punctuation */

static const struct {
    const char *name, *iconv;
} encodings[] = {
    [GJ_ENCODING_UTF8] = { "UTF-8", "UTF-8" },          [GJ_ENCODING_UTF16LE] = { "UTF-16LE", "UTF-16LE" },
    [GJ_ENCODING_UTF16BE] = { "UTF-16BE", "UTF-16BE" }, [GJ_ENCODING_GB18030] = { "GB18030", "GB18030" },
    [GJ_ENCODING_BIG5] = { "Big5", "BIG5-HKSCS" },
};

const char *gj_encoding_name(gj_encoding encoding)
{
    return encodings[encoding].name;
}

/* ---- which one ---- */

static bool is_plausible_unit(unsigned unit)
{
    return unit == '\t' || unit == '\n' || unit == '\r' || (unit >= 0x20 && unit < 0x7F) || unit == 0xA0 ||
           (unit >= 0x2010 && unit <= 0x2027) || (unit >= 0x3000 && unit <= 0x3020) ||
           (unit >= 0x4E00 && unit <= 0x9FFF) || (unit >= 0xFF01 && unit <= 0xFF5E) || unit == 0xFEFF;
}

/* Whether nearly all units make sense in this byte order; the wrong order makes characters of all the world. */
static bool is_utf16(gj_slice sample, size_t high)
{
    const unsigned char *p = (const unsigned char *)sample.data;
    size_t units = sample.len / 2, plausible = 0;
    for (size_t i = 0; i < units; i++)
        plausible += is_plausible_unit((unsigned)p[2 * i + high] << 8 | p[2 * i + 1 - high]);
    return units && plausible * 100 >= units * PLAUSIBLE_PERCENT;
}

/* What double bytes come to, read as one encoding. */
typedef struct pairs {
    size_t count, everyday; /* a byte that makes no pair counts as one that is not everyday: files may be damaged */
} pairs;

static bool is_trail(unsigned char c)
{
    return c >= 0x40 && c != 0x7F && c != 0xFF;
}

/* One character at p, of which two bytes are there: its bytes, 0 where there is none. */
typedef size_t (*character_step)(const unsigned char *p, bool *everyday);

/* GB18030: pairs (81-FE, 40-FE) and fours (81-FE, 30-39, 81-FE, 30-39). Everyday characters are those of GB 2312's symbols and
 * first level (A1-A3, B0-D7; trail from A1). */
static size_t step_gb18030(const unsigned char *p, bool *everyday)
{
    bool four = p[1] >= '0' && p[1] <= '9';
    if (!four && !is_trail(p[1]))
        return 0;
    *everyday = !four && p[1] >= 0xA1 && ((p[0] >= 0xA1 && p[0] <= 0xA3) || (p[0] >= 0xB0 && p[0] <= 0xD7));
    return four ? 4 : 2;
}

/* Big5: pairs (81-FE, 40-7E or A1-FE). Everyday characters are its symbols and first level (A1-C6). */
static size_t step_big5(const unsigned char *p, bool *everyday)
{
    if (!is_trail(p[1]) || (p[1] >= 0x80 && p[1] < 0xA1))
        return 0;
    *everyday = p[0] >= 0xA1 && p[0] <= 0xC6;
    return 2;
}

/* The sample may end inside a character. */
static pairs count_pairs(gj_slice text, character_step step)
{
    const unsigned char *p = (const unsigned char *)text.data;
    pairs found = { 0 };
    for (size_t at = 0; at + 1 < text.len;) {
        if (p[at] < 0x80) {
            at++;
            continue;
        }
        bool everyday = false, lead = p[at] != 0x80 && p[at] != 0xFF;
        size_t length = lead ? step(p + at, &everyday) : 0;
        found.count++;
        found.everyday += everyday;
        at += length ? length : 1;
    }
    return found;
}

/* Pairs of both encodings overlap, but half of Big5's trail bytes are none of GB 2312's, and half of GB 2312's lead bytes are none
 * of Big5's first level: the right reading has nearly all characters everyday ones, the wrong one about half. */
static gj_encoding double_byte(gj_slice sample)
{
    pairs gb = count_pairs(sample, step_gb18030), big5 = count_pairs(sample, step_big5);
    size_t gb_sure = gb.count >= FEWEST_PAIRS ? gb.everyday * 100 / gb.count : 0;
    size_t big5_sure = big5.count >= FEWEST_PAIRS ? big5.everyday * 100 / big5.count : 0;
    if (gb_sure < SURE_PERCENT && big5_sure < SURE_PERCENT)
        return GJ_ENCODING_UTF8;
    return gb_sure >= big5_sure ? GJ_ENCODING_GB18030 : GJ_ENCODING_BIG5;
}

static bool word_at(gj_slice text, size_t at, const char *word)
{
    size_t i = 0;
    while (word[i] && at + i < text.len && gj_lower(text.data[at + i]) == word[i])
        i++;
    return !word[i];
}

/* What a page says of itself: charset=… of a <meta>, encoding=… of an <?xml … ?>. */
static bool declared(gj_slice bytes, gj_encoding *out)
{
    static const struct {
        const char *name;
        gj_encoding encoding;
    } names[] = { { "gb2312", GJ_ENCODING_GB18030 },
                  { "gbk", GJ_ENCODING_GB18030 },
                  { "gb18030", GJ_ENCODING_GB18030 },
                  { "x-gbk", GJ_ENCODING_GB18030 },
                  { "big5", GJ_ENCODING_BIG5 } };
    gj_slice head = gj_slice_sub(bytes, 0, DECLARED);
    if (gj_tag_find(head, 0, head.len, "meta") == GJ_NOT_FOUND &&
        gj_slice_find(head, GJ_LIT("<?xml"), 0) == GJ_NOT_FOUND)
        return false;
    for (size_t at = 0; at < head.len; at++) {
        size_t value = word_at(head, at, "charset=") ? at + 8 : word_at(head, at, "encoding=") ? at + 9 : 0;
        if (!value)
            continue;
        value += value < head.len && (head.data[value] == '"' || head.data[value] == '\'');
        for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
            if (!word_at(head, value, names[i].name))
                continue;
            *out = names[i].encoding;
            return true;
        }
    }
    return false;
}

/* Characters above ASCII before byte `wrong`. */
static size_t good_characters(gj_slice bytes, size_t wrong)
{
    size_t good = 0;
    for (size_t i = 0; i < wrong; i++)
        good += (unsigned char)bytes.data[i] >= 0xC0;
    return good;
}

gj_encoding gj_encoding_of(gj_slice bytes)
{
    if (gj_slice_starts(bytes, GJ_LIT("\xEF\xBB\xBF")))
        return GJ_ENCODING_UTF8;
    if (gj_slice_starts(bytes, GJ_LIT("\xFF\xFE")))
        return GJ_ENCODING_UTF16LE;
    if (gj_slice_starts(bytes, GJ_LIT("\xFE\xFF")))
        return GJ_ENCODING_UTF16BE;
    gj_slice sample = gj_slice_sub(bytes, 0, SAMPLE);
    if (sample.len && memchr(sample.data, '\0', sample.len)) {
        if (is_utf16(sample, 1))
            return GJ_ENCODING_UTF16LE;
        return is_utf16(sample, 0) ? GJ_ENCODING_UTF16BE : GJ_ENCODING_UTF8;
    }
    size_t wrong = gj_utf8_check(bytes);
    if (wrong == GJ_NOT_FOUND || good_characters(bytes, wrong) >= DAMAGED_FROM)
        return GJ_ENCODING_UTF8;
    gj_encoding named;
    if (declared(bytes, &named))
        return named;
    /* where the first characters are ASCII, look where the others are */
    size_t from = wrong > SAMPLE / 2 ? wrong - SAMPLE / 2 : 0;
    return double_byte(gj_slice_sub(bytes, from, from + SAMPLE));
}

/* ---- conversion ---- */

/* Convert until something stops it; returns the bytes of `bytes` that were taken, and errno's reason in *why (0: all). Every
 * encoding here gives at most two bytes for one. */
static size_t convert(iconv_t cd, gj_slice bytes, char *out, size_t room, size_t *written, int *why)
{
    char *in = (char *)(uintptr_t)bytes.data; /* iconv does not write there */
    size_t left = bytes.len, free_room = room;
    errno = 0;
    size_t result = iconv(cd, &in, &left, &out, &free_room);
    *why = result == (size_t)-1 ? errno : 0;
    *written = room - free_room;
    return bytes.len - left;
}

/* Line and column after `good`, text up to an error. */
static gj_status locate(gj_error *err, gj_slice good)
{
    if (!err)
        return GJ_INPUT;
    size_t start = 0;
    err->line = 1;
    for (size_t i = 0; i < good.len; i++) {
        bool feed = good.data[i] == '\n';
        bool lone_return = good.data[i] == '\r' && i + 1 < good.len && good.data[i + 1] != '\n';
        if (!feed && !lone_return)
            continue;
        err->line++;
        start = i + 1;
    }
    if (!start && gj_slice_starts(good, GJ_LIT("\xEF\xBB\xBF")))
        start = 3;
    err->column = gj_utf8_count(gj_slice_sub(good, start, good.len)) + 1;
    return GJ_INPUT;
}

static gj_status stopped(gj_slice bytes, size_t at, gj_encoding encoding, gj_slice good, gj_error *err)
{
    gj_fail(err, GJ_INPUT, at,
            "文件像是 %s 编码，但第 %zu 字节处（字节 "
            "0x%02X）不是这种编码的文字，可能混用了几种编码或文件已损坏；请另存为 UTF-8 编码再检查",
            "the file seems to be in %s, but byte %zu (0x%02X) is not text in it: encodings are mixed, or the file is "
            "damaged; "
            "save it as UTF-8 and check again",
            gj_encoding_name(encoding), at + 1, (unsigned)(unsigned char)bytes.data[at]);
    return locate(err, good);
}

/* UTF-8 pasted into text of double bytes would convert to other characters without a word. It betrays itself: a run of high
 * bytes that is UTF-8 from end to end. Its offset, or GJ_NOT_FOUND. */
static size_t pasted_utf8(gj_slice bytes)
{
    for (size_t at = 0; at < bytes.len;) {
        size_t begin = at;
        while (at < bytes.len && (unsigned char)bytes.data[at] >= 0x80)
            at++;
        if (at - begin >= PASTED_BYTES && gj_utf8_check(gj_slice_sub(bytes, begin, at)) == GJ_NOT_FOUND)
            return begin;
        at++;
    }
    return GJ_NOT_FOUND;
}

gj_status gj_encoding_convert(gj_arena *arena, gj_slice bytes, gj_encoding encoding, gj_slice *out, gj_error *err)
{
    *out = bytes;
    if (encoding == GJ_ENCODING_UTF8 || !bytes.len)
        return GJ_OK;
    size_t room = bytes.len * 2 + 4, written;
    char *text = gj_arena_alloc(arena, room);
    if (!text)
        return gj_fail_nomem(err);
    errno = 0;
    iconv_t cd = iconv_open("UTF-8", encodings[encoding].iconv);
    if (cd == (iconv_t)-1 && errno == ENOMEM)
        return gj_fail_nomem(err);
    if (cd == (iconv_t)-1)
        return gj_fail(err, GJ_INPUT, GJ_NOWHERE,
                       "文件编码是 %s，本机没有转换这种编码的组件；请另存为 UTF-8 编码再检查",
                       "the file is in %s, which this system cannot convert; save it as UTF-8 and check again",
                       gj_encoding_name(encoding));
    bool wide = encoding == GJ_ENCODING_UTF16LE || encoding == GJ_ENCODING_UTF16BE;
    size_t pasted = wide ? GJ_NOT_FOUND : pasted_utf8(bytes);
    int why;
    size_t taken = convert(cd, gj_slice_sub(bytes, 0, pasted), text, room, &written, &why);
    (void)iconv_close(cd);
    *out = (gj_slice){ text, written };
    return taken < bytes.len || why ? stopped(bytes, taken < bytes.len ? taken : bytes.len - 1, encoding, *out, err)
                                    : GJ_OK;
}

gj_slice gj_encoding_sample(gj_arena *arena, gj_slice bytes, gj_encoding encoding)
{
    if (encoding == GJ_ENCODING_UTF8 || !bytes.len)
        return bytes;
    size_t room = bytes.len * 2 + 4, written = 0;
    char *text = gj_arena_alloc(arena, room);
    iconv_t cd = text ? iconv_open("UTF-8", encodings[encoding].iconv) : (iconv_t)-1;
    if (cd == (iconv_t)-1)
        return (gj_slice){ "", 0 };
    int why;
    convert(cd, bytes, text, room, &written, &why);
    (void)iconv_close(cd);
    return (gj_slice){ text, written };
}

/* ---- damaged UTF-8 ---- */

/* Whether double bytes follow from `at` on, a few in a row. */
static bool is_pasted(gj_slice bytes, size_t at)
{
    size_t end = at;
    while (end < bytes.len && (unsigned char)bytes.data[end] >= 0x80)
        end++;
    gj_slice run = gj_slice_sub(bytes, at, end);
    pairs gb = count_pairs(run, step_gb18030);
    return gb.count >= PASTED_PAIRS && gb.everyday * 100 >= gb.count * SURE_PERCENT;
}

gj_status gj_encoding_broken(gj_slice bytes, size_t wrong, gj_error *err)
{
    unsigned byte = (unsigned char)bytes.data[wrong];
    if (good_characters(bytes, wrong) && is_pasted(bytes, wrong))
        gj_fail(err, GJ_INPUT, wrong,
                "文件开头是 UTF-8 编码，但第 %zu 字节起（字节 0x%02X）像是 GB18030 "
                "编码：混用了两种编码；请把这一段重新粘贴，另存为 UTF-8 "
                "编码再检查",
                "the file begins in UTF-8, but from byte %zu on (0x%02X) it seems to be in GB18030: two encodings are "
                "mixed; paste "
                "that part again, save the file as UTF-8 and check again",
                wrong + 1, byte);
    else
        gj_fail(err, GJ_INPUT, wrong, "第 %zu 字节处不是 UTF-8 文字（字节 0x%02X）；请另存为 UTF-8 编码再检查",
                "byte %zu is not UTF-8 text (byte 0x%02X); save the file as UTF-8 and check again", wrong + 1, byte);
    return locate(err, gj_slice_sub(bytes, 0, wrong));
}
