#include "shingle.h"

#include "utf8.h"

/* The signs that count */

#define NUMBER_SIGN 1u
#define MASK_SIGN 2u

static bool in(uint32_t code, uint32_t first, uint32_t last)
{
    return code >= first && code <= last;
}

/* What sign_of leaves as it is, asked first because it is most of a text. */
static bool is_plain_han(uint32_t code)
{
    return in(code, 0x4E00, 0x9FFF);
}

static bool is_digit(uint32_t code)
{
    return in(code, '0', '9') || in(code, 0xFF10, 0xFF19);
}

/* The code point as it is compared; 0 where it does not count. */
static uint32_t sign_of(uint32_t code)
{
    if (in(code, 0xFF01, 0xFF5E)) /* full-width forms of ASCII */
        code -= 0xFEE0;
    if (in(code, 'A', 'Z'))
        return code + ('a' - 'A');
    if (in(code, 'a', 'z') || in(code, '0', '9'))
        return code;
    if (code < 0xC0 || in(code, 0x2000, 0x2BFF) || in(code, 0x3000, 0x3004) || in(code, 0x3008, 0x3020) ||
        in(code, 0xFE10, 0xFE6F) || in(code, 0xFF00, 0xFFFF) || code == 0xD7 || code == 0xF7)
        return 0;
    return code;
}

/* Between two digits it is part of the number: 1,234 and 3.5. */
static bool joins_digits(uint32_t code)
{
    return code == '.' || code == ',' || code == 0xFF0E || code == 0xFF0C;
}

static size_t end_of_number(gj_slice text, size_t at)
{
    size_t end = at;
    while (at < text.len) {
        uint32_t code = gj_utf8_next(text, &at);
        if (is_digit(code))
            end = at;
        else if (!joins_digits(code) || end + 4 < at)
            break;
    }
    return end;
}

static size_t end_of_mask(gj_slice text, size_t at, const gj_shingle_options *options)
{
    size_t longest = options->names ? gj_names_at(options->names, text, at) : 0;
    for (size_t i = 0; i < options->mask_count; i++) {
        gj_slice mask = options->masks[i];
        if (mask.len > longest && mask.data[0] == text.data[at] &&
            gj_slice_starts(gj_slice_sub(text, at, text.len), mask))
            longest = mask.len;
    }
    return at + longest;
}

/* gj_utf8_next, with a short way for the ideographs that most of a text is. */
static uint32_t next_code(gj_slice text, size_t *at)
{
    const unsigned char *p = (const unsigned char *)text.data + *at;
    if (*p < 0xE4 || *p > 0xE9 || text.len - *at < 3)
        return gj_utf8_next(text, at);
    *at += 3;
    return (uint32_t)(p[0] & 0x0Fu) << 12 | (uint32_t)(p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
}

typedef struct mark {
    uint32_t sign, begin, end;
} mark;

/* The next sign at or after *at, which moves past it; false at the end. */
static bool next_sign(gj_slice text, size_t *at, const gj_shingle_options *options, mark *out)
{
    while (*at < text.len) {
        size_t begin = *at, masked = end_of_mask(text, begin, options);
        if (masked > begin) {
            *at = masked;
            *out = (mark){ MASK_SIGN, (uint32_t)begin, (uint32_t)masked };
            return true;
        }
        uint32_t code = next_code(text, at), sign = is_plain_han(code) ? code : sign_of(code);
        if (is_digit(code) && !options->keep_numbers) {
            *at = end_of_number(text, begin);
            sign = NUMBER_SIGN;
        }
        if (sign) {
            *out = (mark){ sign, (uint32_t)begin, (uint32_t)*at };
            return true;
        }
    }
    return false;
}

/* Making shingles */

static uint32_t hash_of(const mark *window)
{
    uint64_t hash = 0x9E3779B97F4A7C15u;
    for (size_t i = 0; i < GJ_SHINGLE; i++) {
        hash = (hash ^ window[i].sign) * 0xFF51AFD7ED558CCDu;
        hash ^= hash >> 32;
    }
    return (uint32_t)(hash >> 32);
}

static void add_text(gj_shingles *s, gj_slice text, uint32_t number, const gj_shingle_options *options, size_t room)
{
    mark window[GJ_SHINGLE];
    size_t filled = 0;
    for (size_t at = 0; next_sign(text, &at, options, &window[filled]);) {
        s->chars++;
        if (++filled < GJ_SHINGLE)
            continue;
        if (s->count == room) {
            s->cut = true;
            return;
        }
        s->items[s->count++] =
            (gj_shingle){ .hash = hash_of(window), number, window[0].begin, window[GJ_SHINGLE - 1].end };
        for (size_t i = 1; i < GJ_SHINGLE; i++)
            window[i - 1] = window[i];
        filled = GJ_SHINGLE - 1;
    }
}

size_t gj_shingle_hashes(gj_slice text, const gj_shingle_options *options, uint32_t *out, size_t room)
{
    mark window[GJ_SHINGLE];
    size_t filled = 0, count = 0;
    for (size_t at = 0; count < room && next_sign(text, &at, options, &window[filled]);) {
        if (++filled < GJ_SHINGLE)
            continue;
        out[count++] = hash_of(window);
        for (size_t i = 1; i < GJ_SHINGLE; i++)
            window[i - 1] = window[i];
        filled = GJ_SHINGLE - 1;
    }
    return count;
}

/* The index */

#define NONE UINT32_MAX

/* The first item with this hash, or NONE. */
static uint32_t find_hash(const gj_shingles *s, uint32_t hash)
{
    uint32_t item = s->mask ? s->slots[hash & s->mask] : 0;
    while (item && s->items[item - 1].hash != hash)
        item = s->items[item - 1].next;
    return item ? item - 1 : NONE;
}

/* Backwards, so that the first item of a hash heads its twins. Chains hold distinct hashes only: they stay short. */
static bool make_index(gj_arena *arena, gj_shingles *s)
{
    size_t slots = 64;
    while (slots < s->count * 2)
        slots *= 2;
    s->slots = GJ_ARRAY(arena, slots, uint32_t);
    if (!s->slots)
        return false;
    s->mask = (uint32_t)slots - 1;
    for (size_t i = s->count; i-- > 0;) {
        gj_shingle *item = &s->items[i];
        uint32_t *link = &s->slots[item->hash & s->mask];
        while (*link && s->items[*link - 1].hash != item->hash)
            link = &s->items[*link - 1].next;
        if (*link) {
            item->twin = *link;
            item->next = s->items[*link - 1].next;
            s->items[*link - 1].later = true;
        } else {
            s->distinct++;
        }
        *link = (uint32_t)i + 1;
    }
    return true;
}

gj_status gj_shingles_make(gj_arena *arena, const gj_slice *texts, size_t count, const gj_shingle_options *options,
                           gj_shingles *out, gj_error *err)
{
    static const gj_shingle_options none;
    *out = (gj_shingles){ .items = NULL };
    size_t room = 0;
    if (!options)
        options = &none;
    for (size_t i = 0; i < count && room < GJ_MAX_SHINGLES; i++)
        room += gj_utf8_count(texts[i]);
    if (room > GJ_MAX_SHINGLES)
        room = GJ_MAX_SHINGLES;
    out->items = GJ_ARRAY(arena, room, gj_shingle);
    if (!out->items)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < count && !out->cut; i++)
        add_text(out, texts[i], (uint32_t)i, options, room);
    return make_index(arena, out) ? GJ_OK : gj_fail_nomem(err);
}

/* Comparing */

size_t gj_shingles_common(const gj_shingles *a, const gj_shingles *b)
{
    size_t common = 0;
    for (size_t i = 0; i < a->count; i++)
        common += !a->items[i].later && find_hash(b, a->items[i].hash) != NONE;
    return common;
}

double gj_shingles_likeness(const gj_shingles *a, const gj_shingles *b)
{
    if (!a->distinct || !b->distinct)
        return 0;
    return 2.0 * (double)gj_shingles_common(a, b) / (double)(a->distinct + b->distinct);
}

/* How many items from a and b on are the same, each within its text. */
static size_t extent(const gj_shingles *a, size_t i, const gj_shingles *b, size_t k)
{
    size_t n = 0;
    while (i + n < a->count && k + n < b->count && a->items[i + n].hash == b->items[k + n].hash &&
           a->items[i + n].text == a->items[i].text && b->items[k + n].text == b->items[k].text)
        n++;
    return n;
}

static void keep_longest(gj_passage *out, size_t *count, size_t most, gj_passage passage)
{
    if (*count == most && out[most - 1].count >= passage.count)
        return;
    size_t at = *count < most ? (*count)++ : most - 1;
    for (; at > 0 && out[at - 1].count < passage.count; at--)
        out[at] = out[at - 1];
    out[at] = passage;
}

size_t gj_shingles_passages(const gj_shingles *a, const gj_shingles *b, size_t least, gj_passage *out, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; most && i < a->count;) {
        gj_passage best = { i, 0, 0 };
        uint32_t k = find_hash(b, a->items[i].hash);
        for (size_t tried = 0; tried < GJ_SHINGLE_PLACES && k != NONE; tried++) {
            size_t n = extent(a, i, b, k);
            if (n > best.count)
                best = (gj_passage){ i, k, n };
            k = b->items[k].twin ? b->items[k].twin - 1 : NONE;
        }
        if (best.count && best.count >= least)
            keep_longest(out, &count, most, best);
        i += best.count ? best.count : 1;
    }
    return count;
}
