/** ascii.h - classes of ASCII bytes, without <ctype.h> and so without locale. Bytes above 0x7F belong to none. */
#ifndef GJ_READ_ASCII_H
#define GJ_READ_ASCII_H

#include <stdbool.h>

static inline bool gj_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline char gj_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline bool gj_is_alnum(char c)
{
    char lower = gj_lower(c);
    return gj_is_digit(c) || (lower >= 'a' && lower <= 'z');
}

static inline bool gj_is_punctuation(char c)
{
    return c > ' ' && c < 0x7F && !gj_is_alnum(c);
}

static inline bool gj_is_blank(char c)
{
    return c == ' ' || c == '\t';
}

#endif
