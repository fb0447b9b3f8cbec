#include "style.h"

#include "ascii.h"

#define LONGEST 1000 /* bytes of a style that are looked at */

/* Whether `word` stands in the text, letter case aside. */
static bool has(gj_slice text, const char *word)
{
    for (size_t at = 0; at < text.len; at++) {
        size_t i = 0;
        while (word[i] && at + i < text.len && gj_lower(text.data[at + i]) == word[i])
            i++;
        if (!word[i])
            return true;
    }
    return false;
}

static bool is(gj_slice text, const char *word)
{
    return text.len == strlen(word) && has(text, word);
}

static bool is_heavy(gj_slice weight)
{
    bool number = weight.len == 3 && weight.data[0] >= '6' && weight.data[0] <= '9' && weight.data[1] == '0';
    return number || has(weight, "bold");
}

static void read_pair(gj_slice pair, gj_style *style)
{
    size_t colon = gj_slice_find(pair, GJ_LIT(":"), 0);
    if (colon == GJ_NOT_FOUND)
        return;
    gj_slice property = gj_slice_trim(gj_slice_sub(pair, 0, colon));
    gj_slice value = gj_slice_trim(gj_slice_sub(pair, colon + 1, pair.len));
    if (gj_slice_ends(value, GJ_LIT("!important")))
        value = gj_slice_trim(gj_slice_sub(value, 0, value.len - strlen("!important")));
    if (is(property, "font-weight"))
        style->bold = is_heavy(value);
    else if (is(property, "font"))
        style->bold = has(value, "bold");
    else if (is(property, "text-decoration") || is(property, "text-decoration-line"))
        style->struck = has(value, "line-through");
    else if (is(property, "display"))
        style->hidden = is(value, "none");
}

gj_style gj_style_read(gj_slice value)
{
    gj_style style = { false, false, false };
    value = gj_slice_sub(value, 0, LONGEST);
    for (size_t at = 0; at < value.len;) {
        const char *found = memchr(value.data + at, ';', value.len - at);
        size_t end = found ? (size_t)(found - value.data) : value.len;
        read_pair(gj_slice_sub(value, at, end), &style);
        at = end + 1;
    }
    return style;
}
