/** slice.h - a borrowed run of bytes, and a span of a source.
 *
 * A slice never owns and need not end in NUL. `data` may be NULL only where `len` is 0. Bytes are UTF-8 wherever a header
 * does not say otherwise. All functions accept the empty slice.
 */
#ifndef GJ_BASE_SLICE_H
#define GJ_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/** What the contracts promise and clang's analyzer (make tidy) cannot see: that data is there where len is not 0, items where count is not.
 *  Nothing is done or checked anywhere else. */
#ifdef __clang_analyzer__
#define GJ_KNOWN(x) ((x) ? (void)0 : __builtin_unreachable())
#else
#define GJ_KNOWN(x) ((void)0)
#endif

typedef struct gj_slice {
    const char *data;
    size_t len;
} gj_slice;

/** Half-open byte range of a source file: [begin, end). */
typedef struct gj_span {
    size_t begin, end;
} gj_span;

/** The same words in the two languages for people. Either may be empty where a header says so. */
typedef struct gj_words {
    gj_slice zh, en;
} gj_words;

/** A slice of a string literal, without its NUL. */
#define GJ_LIT(s) ((gj_slice){ "" s, sizeof(s) - 1 })
/** For printf's "%.*s". The caller knows that the slice is shorter than INT_MAX (all inputs are, limits.h). */
#define GJ_ARG(s) (int)(s).len, ((s).data ? (s).data : "")

static inline gj_slice gj_slice_of(const char *text)
{
    return (gj_slice){ text, text ? strlen(text) : 0 };
}

/** Bytes [begin, end) of `s`, both clamped to its length; empty where begin >= end. */
static inline gj_slice gj_slice_sub(gj_slice s, size_t begin, size_t end)
{
    if (end > s.len)
        end = s.len;
    if (begin >= end)
        return (gj_slice){ s.data ? s.data + (begin < s.len ? begin : s.len) : s.data, 0 };
    GJ_KNOWN(s.data);
    return (gj_slice){ s.data + begin, end - begin };
}

static inline bool gj_slice_equal(gj_slice a, gj_slice b)
{
    GJ_KNOWN((!a.len || a.data) && (!b.len || b.data));
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

static inline bool gj_slice_is(gj_slice a, const char *text)
{
    return gj_slice_equal(a, gj_slice_of(text));
}

static inline bool gj_slice_starts(gj_slice s, gj_slice prefix)
{
    GJ_KNOWN(!s.len || s.data);
    return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.data, prefix.data, prefix.len) == 0);
}

static inline bool gj_slice_ends(gj_slice s, gj_slice suffix)
{
    GJ_KNOWN(!s.len || s.data);
    return s.len >= suffix.len &&
           (suffix.len == 0 || memcmp(s.data + s.len - suffix.len, suffix.data, suffix.len) == 0);
}

#define GJ_NOT_FOUND ((size_t)-1)

/** Byte offset of `needle` in `s` at or after `from`, or GJ_NOT_FOUND. An empty needle is found at `from`. */
size_t gj_slice_find(gj_slice s, gj_slice needle, size_t from);

/** Without ASCII white space, U+3000 and U+00A0 at both ends. */
gj_slice gj_slice_trim(gj_slice s);

/** Byte order, shorter first where one is the other's prefix: <0, 0, >0. Locale plays no part. */
int gj_slice_compare(gj_slice a, gj_slice b);

#endif
