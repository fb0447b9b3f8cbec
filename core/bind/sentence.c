/* sentence.c - three-byte marks, so a byte scan finds them. */
#include "sentence.h"
#include "numeral.h"

static bool closes_sentence(uint32_t code)
{
    return code == 0xE38082 || code == 0xEFBC81 || code == 0xEFBC9F || code == 0xEFBC9B; /* 。！？； */
}

static bool closes_quote(uint32_t code)
{
    return code == 0xE2809D || code == 0xE28099 || code == 0xE3808D || code == 0xE3808F ||
           code == 0xEFBC89; /* ” ’ 」 』 ） */
}

/* Bytes of the character at `at`, by its first byte. */
static size_t step(gj_slice text, size_t at)
{
    unsigned char byte = (unsigned char)text.data[at];
    return byte < 0xE0 || text.len - at < 3 ? 1 : 3;
}

bool gj_sentence_next(gj_slice text, size_t from, gj_span *out)
{
    while (from < text.len && (text.data[from] == ' ' || gj_char3(text, from) == 0xE38080))
        from += step(text, from);
    if (from >= text.len)
        return false;
    size_t at = from;
    while (at < text.len) {
        unsigned char byte = (unsigned char)text.data[at];
        if (byte >= 0xE4 && byte <= 0xE9 && text.len - at >= 3) { /* an ideograph */
            at += 3;
            continue;
        }
        bool end = byte == '!' || byte == '?' || byte == ';' ||
                   ((byte == 0xE3 || byte == 0xEF) && closes_sentence(gj_char3(text, at)));
        at += byte < 0xE0 || text.len - at < 3 ? 1 : 3;
        if (!end)
            continue;
        while (at < text.len && (closes_sentence(gj_char3(text, at)) || closes_quote(gj_char3(text, at))))
            at += 3;
        break;
    }
    *out = (gj_span){ from, at };
    return true;
}

gj_span gj_sentence_at(gj_slice text, size_t at)
{
    gj_span sentence = { 0, 0 };
    for (size_t from = 0; gj_sentence_next(text, from, &sentence) && sentence.end <= at;)
        from = sentence.end;
    return sentence;
}

static bool digit_byte(gj_slice text, size_t at)
{
    return at < text.len && text.data[at] >= '0' && text.data[at] <= '9';
}

/* A mark that parts a sentence stands at `at`; *length is its bytes. */
static bool parts(gj_slice text, size_t at, size_t *length)
{
    uint32_t code = gj_char3(text, at);
    *length = 1;
    switch (text.data[at]) {
    case ';':
    case '(':
    case ')':
        return true;
    case ',':
        return !(digit_byte(text, at + 1) && at > 0 && digit_byte(text, at - 1));
    default:
        break;
    }
    *length = 3;
    if (code == 0xEFBC8C) /* ， */
        return !(digit_byte(text, at + 3) && at > 0 && digit_byte(text, at - 1));
    return code == 0xEFBC9B || code == 0xEFBC9A || code == 0xEFBC88 || code == 0xEFBC89; /* ；：（） */
}

gj_span gj_sentence_part(gj_slice text, gj_span within, size_t at)
{
    size_t length, least = at > within.begin + GJ_PART_REACH ? at - GJ_PART_REACH : within.begin;
    size_t most = within.end > at + GJ_PART_REACH ? at + GJ_PART_REACH : within.end;
    gj_span part = { at, at };
    while (part.begin > least) {
        size_t before = part.begin - 1;
        while (before > least && ((unsigned char)text.data[before] & 0xC0) == 0x80)
            before--;
        if (parts(text, before, &length))
            break;
        part.begin = before;
    }
    while (part.end < most && !parts(text, part.end, &length))
        part.end += step(text, part.end);
    if (part.end > within.end)
        part.end = within.end;
    return part;
}
