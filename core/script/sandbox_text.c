/* The library `text`: pure functions over UTF-8 strings. Positions and lengths are code points. */
#include "sandbox_private.h"

#include <stdlib.h>

#include "../base/utf8.h"

/* The string argument, with its walk charged. */
static gj_slice walked(lua_State *L, int index)
{
    gj_slice s = gj_sandbox_string(L, index);
    gj_sandbox_charge(L, s.len / 8);
    return s;
}

/* The literal at index 2 that is looked for in `s`. Looking takes time by both lengths when they are much alike. */
static gj_slice sought(lua_State *L, gj_slice s)
{
    gj_slice literal = gj_sandbox_string(L, 2);
    gj_sandbox_charge(L, s.len / 8 * (literal.len / 64));
    return literal;
}

static int push(lua_State *L, gj_slice s)
{
    lua_pushlstring(L, s.data ? s.data : "", s.len);
    return 1;
}

/* Search string 1 for pattern 2; PCRE2 is not to see anything but UTF-8. */
static bool search(lua_State *L, gj_match *match, gj_slice *subject)
{
    *subject = walked(L, 1);
    gj_pattern *pattern = gj_sandbox_pattern(L, 2);
    if (gj_utf8_check(*subject) != GJ_NOT_FOUND)
        luaL_argerror(L, 1, "not valid UTF-8 (cut with text.sub, not string.sub)");
    return gj_sandbox_search(L, pattern, *subject, 0, match);
}

/* text.find(s, pattern) -> { text = the match, [1] = first group, … } or nil. A group that took no part is false. */
static int text_find(lua_State *L)
{
    gj_match match;
    gj_slice s;
    if (!search(L, &match, &s)) {
        lua_pushnil(L);
        return 1;
    }
    lua_createtable(L, (int)match.group_count, 1);
    push(L, gj_slice_sub(s, match.whole.begin, match.whole.end));
    lua_setfield(L, -2, "text");
    for (size_t i = 1; i < match.group_count; i++) {
        if (match.groups[i].begin == GJ_NOT_FOUND)
            lua_pushboolean(L, 0);
        else
            push(L, gj_slice_sub(s, match.groups[i].begin, match.groups[i].end));
        lua_rawseti(L, -2, (lua_Integer)i);
    }
    return 1;
}

static int text_test(lua_State *L)
{
    gj_match match;
    gj_slice s;
    lua_pushboolean(L, search(L, &match, &s));
    return 1;
}

static int text_fold(lua_State *L)
{
    gj_sandbox *sandbox = gj_sandbox_of(L);
    gj_slice s = walked(L, 1);
    gj_arena_reset(sandbox->scratch);
    gj_slice folded = gj_utf8_fold(sandbox->scratch, s);
    if (!folded.data)
        return gj_sandbox_starve(L);
    return push(L, folded);
}

static int text_len(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)gj_utf8_count(walked(L, 1)));
    return 1;
}

/* text.sub(s, i, j): as string.sub, in code points. */
static int text_sub(lua_State *L)
{
    gj_slice s = walked(L, 1);
    lua_Integer length = (lua_Integer)gj_utf8_count(s);
    lua_Integer first = luaL_checkinteger(L, 2), last = luaL_optinteger(L, 3, -1);
    first = first < -length ? 1 : first < 0 ? length + first + 1 : first ? first : 1;
    last = last > length ? length : last < -length ? 0 : last < 0 ? length + last + 1 : last;
    if (first > last)
        return push(L, GJ_LIT(""));
    size_t at = 0, begin = 0;
    for (lua_Integer i = 1; i <= last; i++) {
        if (i == first)
            begin = at;
        (void)gj_utf8_next(s, &at);
    }
    return push(L, gj_slice_sub(s, begin, at));
}

/* text.split(s, literal) -> pieces; n separators give n + 1 of them. */
static int text_split(lua_State *L)
{
    gj_slice s = walked(L, 1), separator = sought(L, s);
    luaL_argcheck(L, separator.len > 0, 2, "empty separator");
    lua_createtable(L, 4, 0);
    size_t from = 0;
    for (lua_Integer i = 1;; i++) {
        size_t at = gj_slice_find(s, separator, from);
        gj_sandbox_charge(L, 1);
        push(L, gj_slice_sub(s, from, at == GJ_NOT_FOUND ? s.len : at));
        lua_rawseti(L, -2, i);
        if (at == GJ_NOT_FOUND)
            return 1;
        from = at + separator.len;
    }
}

/* text.without(s, characters): s less every character that stands in `characters`. */
static int text_without(lua_State *L)
{
    gj_slice s = walked(L, 1), characters = gj_sandbox_string(L, 2);
    gj_sandbox_charge(L, s.len / 8 * (characters.len / 64));
    gj_arena_reset(gj_sandbox_of(L)->scratch);
    char *out = gj_arena_alloc(gj_sandbox_of(L)->scratch, s.len + 1);
    if (!out)
        return gj_sandbox_starve(L);
    size_t length = 0;
    for (size_t at = 0; at < s.len;) {
        size_t begin = at;
        (void)gj_utf8_next(s, &at);
        gj_slice one = gj_slice_sub(s, begin, at);
        if (gj_slice_find(characters, one, 0) != GJ_NOT_FOUND)
            continue;
        GJ_KNOWN(one.data);
        memcpy(out + length, one.data, one.len);
        length += one.len;
    }
    return push(L, (gj_slice){ out, length });
}

static int text_contains(lua_State *L)
{
    gj_slice s = walked(L, 1);
    lua_pushboolean(L, gj_slice_find(s, sought(L, s), 0) != GJ_NOT_FOUND);
    return 1;
}

static int text_starts(lua_State *L)
{
    lua_pushboolean(L, gj_slice_starts(gj_sandbox_string(L, 1), gj_sandbox_string(L, 2)));
    return 1;
}

static int text_ends(lua_State *L)
{
    lua_pushboolean(L, gj_slice_ends(gj_sandbox_string(L, 1), gj_sandbox_string(L, 2)));
    return 1;
}

static int text_trim(lua_State *L)
{
    return push(L, gj_slice_trim(walked(L, 1)));
}

/* Pairs of neighbouring characters, sorted; NULL where there are none. */
static uint64_t *bigrams(lua_State *L, gj_slice s, size_t *count)
{
    size_t length = gj_utf8_count(s), at = 0;
    *count = length > 1 ? length - 1 : 0;
    uint64_t *pairs = gj_arena_array(gj_sandbox_of(L)->scratch, *count + 1, sizeof *pairs);
    if (!pairs)
        gj_sandbox_starve(L);
    GJ_KNOWN(pairs);
    uint64_t last = *count ? gj_utf8_next(s, &at) : 0;
    for (size_t i = 0; i < *count; i++) {
        uint64_t code = gj_utf8_next(s, &at);
        pairs[i] = last << 32 | code;
        last = code;
    }
    return pairs;
}

static int by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* text.similar(a, b) -> 0 to 1: twice the pairs in common over all pairs (Dice). */
static int text_similar(lua_State *L)
{
    gj_slice a = gj_sandbox_string(L, 1), b = gj_sandbox_string(L, 2);
    gj_sandbox_charge(L, (a.len + b.len) * 2); /* sorting */
    gj_arena_reset(gj_sandbox_of(L)->scratch);
    size_t left = 0, right = 0, common = 0;
    uint64_t *in_a = bigrams(L, a, &left), *in_b = bigrams(L, b, &right);
    if (left == 0 || right == 0) {
        lua_pushnumber(L, gj_slice_equal(a, b) ? 1 : 0);
        return 1;
    }
    qsort(in_a, left, sizeof *in_a, by_value);
    qsort(in_b, right, sizeof *in_b, by_value);
    for (size_t i = 0, j = 0; i < left && j < right;) {
        common += in_a[i] == in_b[j];
        bool advance = in_a[i] <= in_b[j], other = in_b[j] <= in_a[i];
        i += advance;
        j += other;
    }
    lua_pushnumber(L, 2.0 * (double)common / (double)(left + right));
    return 1;
}

/* Whether the pair of characters at `pair` may tell two texts alike: it holds none of the marks and is none of the common ones. */
static bool telling(gj_slice pair, size_t first, gj_slice common, gj_slice marks)
{
    return gj_slice_find(marks, gj_slice_sub(pair, 0, first), 0) == GJ_NOT_FOUND &&
           gj_slice_find(marks, gj_slice_sub(pair, first, pair.len), 0) == GJ_NOT_FOUND &&
           gj_slice_find(common, pair, 0) == GJ_NOT_FOUND;
}

/* text.shared(a, b, common, marks): the first two neighbouring characters of `a` that stand in `b` too, or nil. Pairs that stand in `common`
 * do not count, nor do those with a character of `marks`. */
static int text_shared(lua_State *L)
{
    gj_slice a = walked(L, 1), b = gj_sandbox_string(L, 2), common = gj_sandbox_string(L, 3),
             marks = gj_sandbox_string(L, 4);
    size_t next = 0;
    if (a.len)
        (void)gj_utf8_next(a, &next);
    for (size_t at = 0; next < a.len;) {
        size_t end = next;
        (void)gj_utf8_next(a, &end);
        gj_slice pair = gj_slice_sub(a, at, end);
        gj_sandbox_charge(L, (b.len + common.len) / 64 + 1);
        if (telling(pair, next - at, common, marks) && gj_slice_find(b, pair, 0) != GJ_NOT_FOUND)
            return push(L, pair);
        at = next;
        next = end;
    }
    lua_pushnil(L);
    return 1;
}

const luaL_Reg gj_library_text[] = {
    { "find", text_find },     { "test", text_test },   { "fold", text_fold },         { "len", text_len },
    { "sub", text_sub },       { "split", text_split }, { "contains", text_contains }, { "starts", text_starts },
    { "ends", text_ends },     { "trim", text_trim },   { "without", text_without },   { "similar", text_similar },
    { "shared", text_shared }, { NULL, NULL }
};
