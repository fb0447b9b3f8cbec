/* Element paths: "#zoom/table[2]/tr[4]/td[3]", from the nearest element around that has an id. An element is numbered among those of its name that
 * stand in the same one; <tbody> and inline elements are left out, as most browsers show them only where somebody wrote them. */
#include "../ascii.h"
#include "html.h"

#define NUMBER_BYTES 24 /* "/[" a number "]" */
#define ID_BYTES 100    /* a longer id helps nobody */

/* Which of its name an element is among its parent's children. `before` holds the sibling before each element. */
static size_t number_of(const gj_html *html, const size_t *before, const size_t *numbers, size_t index)
{
    const gj_element *elements = html->elements.items;
    for (size_t at = before[index]; at; at = before[at]) {
        gj_slice a = elements[at].name, b = elements[index].name;
        bool same = a.len == b.len;
        for (size_t i = 0; i < a.len && same; i++)
            same = gj_lower(a.data[i]) == gj_lower(b.data[i]);
        if (same)
            return numbers[at] + 1;
    }
    return 1;
}

static size_t put_number(char *out, size_t number)
{
    char digits[NUMBER_BYTES];
    size_t count = 0, at = 0;
    do
        digits[count++] = (char)('0' + number % 10);
    while (number /= 10);
    out[at++] = '[';
    while (count)
        out[at++] = digits[--count];
    out[at++] = ']';
    return at;
}

static bool is_plain_id(gj_slice id)
{
    for (size_t i = 0; i < id.len; i++)
        if (!gj_is_alnum(id.data[i]) && id.data[i] != '-' && id.data[i] != '_')
            return false;
    return id.len && id.len <= ID_BYTES;
}

static bool make_path(gj_arena *arena, const gj_element *e, gj_slice parent, size_t number, gj_slice *out)
{
    bool id = is_plain_id(e->id);
    char *text = gj_arena_alloc(arena, id ? e->id.len + 1 : parent.len + e->name.len + NUMBER_BYTES);
    size_t at = 0;
    if (!text)
        return false;
    if (id) {
        text[at++] = '#';
        memcpy(text + at, e->id.data, e->id.len);
        *out = (gj_slice){ text, at + e->id.len };
        return true;
    }
    if (parent.len) {
        memcpy(text, parent.data, parent.len);
        at = parent.len;
        text[at++] = '/';
    }
    for (size_t i = 0; i < e->name.len; i++)
        text[at++] = gj_lower(e->name.data[i]);
    at += put_number(text + at, number);
    *out = (gj_slice){ text, at };
    return true;
}

gj_status gj_html_paths(gj_html *html, gj_source *source)
{
    gj_arena *arena = html->md.build.arena, *scratch = html->md.scratch;
    size_t count = html->elements.count;
    if (count > GJ_MAX_HTML_PATHS)
        return GJ_OK;
    gj_source_element *made = GJ_ARRAY(arena, count, gj_source_element);
    size_t *last = GJ_ARRAY(scratch, count, size_t), *before = GJ_ARRAY(scratch, count, size_t),
           *numbers = GJ_ARRAY(scratch, count, size_t);
    if (!made || !last || !before || !numbers)
        return gj_fail_nomem(html->md.build.err);
    for (size_t i = 0; i < count; i++) {
        const gj_element *e = &html->elements.items[i];
        made[i] = (gj_source_element){ .begin = e->span.begin, .end = e->span.end, .parent = e->parent };
        if (!i)
            continue;
        before[i] = last[e->parent];
        last[e->parent] = i;
        numbers[i] = number_of(html, before, numbers, i);
        if (!make_path(arena, e, made[e->parent].path, numbers[i], &made[i].path))
            return gj_fail_nomem(html->md.build.err);
    }
    source->elements = made;
    source->element_count = count;
    return GJ_OK;
}
