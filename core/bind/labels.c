#include "labels.h"

#include "../base/utf8.h"

/* The next character of a label with full-width forms made half-width and white space skipped; 0 at the end. */
static uint32_t next_code(gj_slice s, size_t *at)
{
    while (*at < s.len) {
        uint32_t code = gj_utf8_next(s, at);
        if (code >= 0xFF01 && code <= 0xFF5E)
            code -= 0xFEE0;
        if (!gj_is_space(code))
            return code;
    }
    return 0;
}

/* 1 … 9 for 一 … 九, 10 for 十, 0 for anything else. */
static int han_digit(uint32_t code)
{
    switch (code) {
    case 0x4E00:
        return 1;
    case 0x4E8C:
        return 2;
    case 0x4E09:
        return 3;
    case 0x56DB:
        return 4;
    case 0x4E94:
        return 5;
    case 0x516D:
        return 6;
    case 0x4E03:
        return 7;
    case 0x516B:
        return 8;
    case 0x4E5D:
        return 9;
    case 0x5341:
        return 10;
    default:
        return 0;
    }
}

/* A numeral at *at, up to 99: 十二 or 12. *han says which. 0 when there is none; *at is then unchanged. */
static int numeral(gj_slice s, size_t *at, bool *han)
{
    size_t walk = *at, count = 0;
    int value = 0;
    for (;; count++) {
        size_t before = walk;
        uint32_t code = next_code(s, &walk);
        int digit = han_digit(code);
        bool arabic = code >= '0' && code <= '9';
        if ((!digit && !arabic) || count == 3 || (count && *han == arabic)) {
            walk = before;
            break;
        }
        *han = !arabic;
        if (arabic)
            value = value * 10 + (int)(code - '0');
        else if (digit == 10)
            value = value ? value * 10 : 10;
        else
            value += digit;
    }
    if (!count || value < 1 || value > 99)
        return 0;
    *at = walk;
    return value;
}

static bool is_number_mark(uint32_t code)
{
    return code == 0x3001 || code == '.' || code == ',' || code == ':' || code == 0x3002;
}

/* The bracketed number （一） (1) after its opening bracket. */
static void read_bracketed(gj_slice s, size_t at, gj_label *out)
{
    bool han = false;
    int value = numeral(s, &at, &han);
    if (!value || next_code(s, &at) != ')')
        return;
    out->number = value;
    out->style = han ? GJ_STYLE_HAN_BRACKET : GJ_STYLE_DIGIT_BRACKET;
    out->number_width = out->number_bytes = at;
}

/* 第一部分 after its 第. */
static void read_part(gj_slice s, size_t at, gj_label *out)
{
    bool han = false;
    int value = numeral(s, &at, &han);
    if (!value || next_code(s, &at) != 0x90E8 || next_code(s, &at) != 0x5206)
        return;
    out->number = value;
    out->style = GJ_STYLE_HAN;
    out->number_width = out->number_bytes = at;
}

/* The number a label begins with, and the marks after it. */
static void read_number(gj_slice s, gj_label *out)
{
    size_t at = 0;
    uint32_t code = next_code(s, &at);
    if (code == '(' || code == 0xFE59 || code == 0xFE5D || code == 0x3014) {
        read_bracketed(s, at, out);
    } else if (code == 0x7B2C) {
        read_part(s, at, out);
    } else if (code >= 0x2460 && code <= 0x2473) {
        out->number = (int)(code - 0x2460 + 1);
        out->style = GJ_STYLE_CIRCLE;
        out->number_width = out->number_bytes = at;
    } else if (code >= 0x3220 && code <= 0x3229) {
        out->number = (int)(code - 0x3220 + 1);
        out->style = GJ_STYLE_HAN_BRACKET;
        out->number_width = out->number_bytes = at;
    } else {
        bool han = false;
        at = 0;
        int value = numeral(s, &at, &han);
        size_t mark = at;
        code = value ? next_code(s, &mark) : 0;
        if (is_number_mark(code) || (!han && code == ')')) {
            out->number = value;
            out->style = han ? GJ_STYLE_HAN : GJ_STYLE_DIGIT;
            out->number_width = code == ')' ? mark : at;
            out->number_bytes = mark;
        }
    }
    for (size_t walk = out->number_bytes; out->number_bytes && is_number_mark(next_code(s, &walk));)
        out->number_bytes = walk;
}

void gj_label_number(gj_slice text, gj_label *out)
{
    *out = (gj_label){ .number = 0 };
    read_number(text, out);
}

/* Characters that make no difference between labels: punctuation and signs of every width. */
static bool is_mark(uint32_t code)
{
    if (code < 0x80)
        return !((code >= '0' && code <= '9') || (code >= 'a' && code <= 'z'));
    return code == 0xB7 || (code >= 0x2000 && code <= 0x206F) || (code >= 0x3001 && code <= 0x3020 && code != 0x3007) ||
           code == 0x30FB || (code >= 0xFE10 && code <= 0xFE6F) || code == 0xFFE5 || code == 0xAD || code == 0xA7;
}

static unsigned hash_of(gj_slice key)
{
    unsigned hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < key.len; i++)
        hash = (hash ^ (unsigned char)key.data[i]) * 16777619u;
    return hash;
}

/* Bytes from `at` on that are ideographs of U+4000 … U+9FFF, to be kept as they are. */
static size_t han_run(gj_slice text, size_t at)
{
    size_t end = at;
    while (end + 3 <= text.len && (unsigned char)text.data[end] >= 0xE4 && (unsigned char)text.data[end] <= 0xE9)
        end += 3;
    return end - at;
}

bool gj_label_read(gj_arena *arena, gj_slice text, gj_label *out)
{
    *out = (gj_label){ 0 };
    if (text.len > GJ_MAX_LABEL || !text.len)
        return true;
    read_number(text, out);
    char *key = gj_arena_alloc(arena, text.len + 1);
    if (!key)
        return false;
    size_t length = 0, at = out->number_bytes;
    for (;;) {
        size_t run = han_run(text, at); /* nearly everything */
        memcpy(key + length, text.data + at, run);
        length += run;
        at += run;
        uint32_t code = next_code(text, &at);
        if (!code)
            break;
        if (code >= 'A' && code <= 'Z')
            code += 32;
        if (!is_mark(code))
            length += gj_utf8_put(code, key + length);
    }
    out->key = (gj_slice){ key, length };
    out->hash = hash_of(out->key);
    return true;
}

bool gj_label_join(gj_arena *arena, const gj_label *a, const gj_label *b, gj_label *out)
{
    *out = *a;
    size_t length = a->key.len + b->key.len;
    if (length > GJ_MAX_LABEL) {
        out->key = (gj_slice){ NULL, 0 };
        return true;
    }
    char *key = gj_arena_alloc(arena, length + 1);
    if (!key)
        return false;
    if (a->key.len)
        memcpy(key, a->key.data, a->key.len);
    if (b->key.len)
        memcpy(key + a->key.len, b->key.data, b->key.len);
    out->key = (gj_slice){ key, length };
    out->hash = hash_of(out->key);
    return true;
}

bool gj_label_equal(const gj_label *a, const gj_label *b)
{
    return a->hash == b->hash && a->key.len && gj_slice_equal(a->key, b->key);
}

void gj_label_pairs_read(gj_slice key, gj_label_pairs *out)
{
    size_t at = 0;
    uint32_t last = 0;
    out->count = 0;
    for (size_t i = 0; at < key.len && i < GJ_LABEL_CHARS; i++) {
        uint32_t code = gj_utf8_next(key, &at);
        if (i)
            out->items[out->count++] = (uint64_t)last << 32 | code;
        last = code;
    }
}

int gj_label_pairs_nearness(const gj_label_pairs *a, const uint64_t *b, size_t count, int least)
{
    size_t shared = 0, both = a->count + count, most = a->count < count ? a->count : count;
    if (!both || 200 * most / both < (size_t)least)
        return 0;
    uint64_t used = 0; /* pairs of b: one bit each, GJ_LABEL_CHARS at most */
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < count; j++)
            if (a->items[i] == b[j] && !(used >> j & 1)) {
                used |= (uint64_t)1 << j;
                shared++;
                break;
            }
    return (int)(200 * shared / both);
}

int gj_label_nearness(gj_slice key, gj_slice other)
{
    gj_label_pairs a, b;
    gj_label_pairs_read(key, &a);
    gj_label_pairs_read(other, &b);
    if (!a.count || !b.count)
        return key.len && gj_slice_equal(key, other) ? 100 : 0;
    return gj_label_pairs_nearness(&a, b.items, b.count, 0);
}
