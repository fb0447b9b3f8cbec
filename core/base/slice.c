#include "slice.h"

/* By its last byte: of the three bytes of a Chinese character the first is one of a few, the last one of many. */
size_t gj_slice_find(gj_slice s, gj_slice needle, size_t from)
{
    if (needle.len == 0)
        return from <= s.len ? from : GJ_NOT_FOUND;
    size_t ahead = needle.len - 1;
    while (from < s.len && ahead < s.len - from) {
        const char *hit = memchr(s.data + from + ahead, needle.data[ahead], s.len - from - ahead);
        if (!hit)
            break;
        bool near = ahead == 0 || hit[-1] == needle.data[ahead - 1];
        if (near && memcmp(hit - ahead, needle.data, ahead) == 0)
            return (size_t)(hit - s.data) - ahead;
        from = (size_t)(hit - s.data) - ahead + 1;
    }
    return GJ_NOT_FOUND;
}

/* Length of the white space at the start of s: ASCII, U+3000 (e3 80 80) or U+00A0 (c2 a0). */
static size_t space_at(const char *at, size_t left)
{
    const unsigned char *p = (const unsigned char *)at;
    if (left >= 1 && (p[0] == ' ' || (p[0] >= '\t' && p[0] <= '\r')))
        return 1;
    if (left >= 2 && p[0] == 0xC2 && p[1] == 0xA0)
        return 2;
    if (left >= 3 && p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x80)
        return 3;
    return 0;
}

/* Whether white space may begin or end with this byte: a cheap no for nearly every text. */
static bool may_begin_space(char byte)
{
    return (unsigned char)byte <= ' ' || byte == '\xC2' || byte == '\xE3';
}

static bool may_end_space(char byte)
{
    return (unsigned char)byte <= ' ' || byte == '\xA0' || byte == '\x80';
}

gj_slice gj_slice_trim(gj_slice s)
{
    size_t width;
    while (s.len && may_begin_space(s.data[0]) && (width = space_at(s.data, s.len)) != 0) {
        s.data += width;
        s.len -= width;
    }
    while (s.len && may_end_space(s.data[s.len - 1])) {
        width = 0;
        for (size_t back = 1; back <= 3 && back <= s.len && !width; back++)
            if (space_at(s.data + s.len - back, back) == back)
                width = back;
        if (!width)
            break;
        s.len -= width;
    }
    return s;
}

int gj_slice_compare(gj_slice a, gj_slice b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared ? memcmp(a.data, b.data, shared) : 0;
    if (order)
        return order;
    return a.len < b.len ? -1 : a.len > b.len;
}
