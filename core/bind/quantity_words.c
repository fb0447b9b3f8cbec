/* quantity_words.c - the words around a number, and how they make it approximate. */
#include "quantity_parts.h"

bool gj_starts_with(gj_slice text, size_t at, const char *word)
{
    for (; *word; word++, at++)
        if (at >= text.len || text.data[at] != *word)
            return false;
    return true;
}

bool gj_ends_with_any(gj_slice text, size_t end, const gj_slice *words)
{
    for (; words->len; words++)
        if (words->len <= end && text.data[end - 1] == words->data[words->len - 1] &&
            memcmp(text.data + end - words->len, words->data, words->len) == 0)
            return true;
    return false;
}

bool gj_starts_with_any(gj_slice text, size_t at, const char *const *words)
{
    for (; *words; words++)
        if (gj_starts_with(text, at, *words))
            return true;
    return false;
}

size_t gj_back_over_spaces(gj_slice text, size_t at)
{
    while (at > 0) {
        if (text.data[at - 1] == ' ' || text.data[at - 1] == '\t')
            at--;
        else if (gj_ends_with(text, at, "\xC2\xA0"))
            at -= 2;
        else if (gj_ends_with(text, at, "　"))
            at -= 3;
        else
            break;
    }
    return at;
}

static gj_certainty certainty_before(gj_slice text, size_t begin)
{
    static const gj_slice about[] = { GJ_WORD("约"), GJ_WORD("近"), { NULL, 0 } };
    static const gj_slice words[] = { GJ_WORD("节约"), GJ_WORD("预约"), GJ_WORD("合约"),
                                      GJ_WORD("签约"), GJ_WORD("违约"), GJ_WORD("条约"),
                                      GJ_WORD("契约"), GJ_WORD("特约"), { NULL, 0 } };
    static const gj_slice least[] = { GJ_WORD("超"),   GJ_WORD("超过"), GJ_WORD("逾"), GJ_WORD("不少于"),
                                      GJ_WORD("至少"), GJ_WORD("突破"), { NULL, 0 } };
    size_t end = gj_back_over_spaces(text, begin);
    if (gj_ends_with_any(text, end, about) && !gj_ends_with_any(text, end, words))
        return GJ_ABOUT;
    return gj_ends_with_any(text, end, least) ? GJ_AT_LEAST : GJ_EXACT;
}

static gj_certainty certainty_after(gj_slice text, size_t end)
{
    static const char *const about[] = { "左右", "上下", NULL };
    static const char *const least[] = { "以上", "+", NULL };
    if (gj_starts_with_any(text, end, about))
        return GJ_ABOUT;
    return gj_starts_with_any(text, end, least) ? GJ_AT_LEAST : GJ_EXACT;
}

/* 余, 多 or 几 at `at`, which make a number "at least": their bytes. */
size_t gj_quantity_more(gj_slice text, size_t at)
{
    static const char *const more[] = { "余", "多", "几", NULL };
    return gj_starts_with_any(text, at, more) ? 3 : 0;
}

void gj_quantity_certainty(gj_slice text, gj_quantity *q)
{
    gj_certainty before = certainty_before(text, q->span.begin), after = certainty_after(text, q->span.end);
    if (q->certainty == GJ_EXACT)
        q->certainty = before != GJ_EXACT ? before : after;
}
