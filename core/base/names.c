#include "names.h"

#include <stdlib.h>

static int by_bytes(const void *a, const void *b)
{
    return gj_slice_compare(*(const gj_slice *)a, *(const gj_slice *)b);
}

/* Only for the first look, so the order of bytes in a word makes no difference to what is found. */
static size_t key_of(const char *bytes)
{
    uint64_t key = 0;
    memcpy(&key, bytes, GJ_NAME_KEY);
    return (size_t)(key * 0x9E3779B97F4A7C15u >> 48) % GJ_NAME_BITS;
}

/* Names that begin with another follow it in the order of bytes; `within` of the one before leads to all that it begins with. */
static void link_names(gj_names *names)
{
    for (size_t i = 1; i < names->count; i++) {
        uint32_t at = (uint32_t)i;
        while (at && !gj_slice_starts(names->items[i], names->items[at - 1]))
            at = names->within[at - 1];
        names->within[i] = at;
    }
}

gj_status gj_names_make(gj_arena *arena, const gj_slice *words, size_t count, const gj_names **out, gj_error *err)
{
    gj_names *names = GJ_NEW(arena, gj_names);
    *out = names;
    if (!names)
        return gj_fail_nomem(err);
    names->items = GJ_ARRAY(arena, count, gj_slice);
    names->within = GJ_ARRAY(arena, count, uint32_t);
    if (!names->items || !names->within)
        return gj_fail_nomem(err);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (words[i].len >= GJ_NAME_KEY)
            names->items[kept++] = words[i];
    if (kept)
        qsort(names->items, kept, sizeof *names->items, by_bytes);
    for (size_t i = 0; i < kept; i++) {
        if (i && gj_slice_equal(names->items[i], names->items[i - 1]))
            continue;
        size_t key = key_of(names->items[i].data);
        names->begins[key / 64] |= (uint64_t)1 << key % 64;
        names->items[names->count++] = names->items[i];
    }
    link_names(names);
    return GJ_OK;
}

/* The last name that is not after the text from `at` on: where any name begins there, it is this one or one that this one begins with. */
size_t gj_names_at(const gj_names *names, gj_slice text, size_t at)
{
    if (text.len - at < GJ_NAME_KEY)
        return 0;
    size_t key = key_of(text.data + at), low = 0, high = names->count;
    if (!(names->begins[key / 64] >> key % 64 & 1))
        return 0;
    gj_slice rest = gj_slice_sub(text, at, text.len);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (gj_slice_compare(names->items[middle], rest) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    while (low && !gj_slice_starts(rest, names->items[low - 1]))
        low = names->within[low - 1];
    return low ? names->items[low - 1].len : 0;
}
