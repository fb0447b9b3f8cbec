#include "nearest.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static size_t least(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

size_t gj_word_distance(gj_slice a, gj_slice b)
{
    if (a.len > GJ_NEAREST_LENGTH || b.len > GJ_NEAREST_LENGTH)
        return GJ_NOT_FOUND;
    size_t rows[3][GJ_NEAREST_LENGTH + 1] = { { 0 } }; /* the last but one, the last, this one */
    size_t *before = rows[0], *last = rows[1], *now = rows[2];
    for (size_t j = 0; j <= b.len; j++)
        last[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        now[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            char x = lower(a.data[i - 1]), y = lower(b.data[j - 1]);
            now[j] = least(last[j] + 1, now[j - 1] + 1, last[j - 1] + (x != y));
            bool swapped = i > 1 && j > 1 && x == lower(b.data[j - 2]) && y == lower(a.data[i - 2]);
            if (swapped && before[j - 2] + 1 < now[j])
                now[j] = before[j - 2] + 1;
        }
        size_t *oldest = before;
        before = last;
        last = now;
        now = oldest;
    }
    return last[b.len];
}

size_t gj_word_reach(gj_slice word)
{
    return word.len < 6 ? 1 : word.len / 3;
}

bool gj_word_nearer(gj_slice word, gj_slice other, size_t *distance)
{
    size_t this = gj_word_distance(word, other);
    if (this >= *distance)
        return false;
    *distance = this;
    return true;
}
