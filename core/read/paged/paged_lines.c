/* Characters as lines. */
#include <stdlib.h>

#include "../../base/utf8.h"
#include "../ascii.h"
#include "paged.h"

#define COLUMN_GAP 12 /* tenths of a character's height: a wider gap may be one between columns */
#define PIECE_GAP 20  /* and one this wide is no justified text */

static int height_of(const gj_paged_glyph *g)
{
    int height = g->box.bottom - g->box.top, width = g->box.right - g->box.left;
    return height < width || !width ? height : width > 0 && height > 2 * width ? height / 2 : height;
}

static int middle(const gj_paged_glyph *g)
{
    return g->box.top / 2 + g->box.bottom / 2;
}

static int order(long a, long b)
{
    return (a > b) - (a < b);
}

static int by_middle(const void *a, const void *b)
{
    const gj_paged_glyph *const *x = a, *const *y = b;
    int down = order(middle(*x), middle(*y));
    int across = down ? down : order((*x)->box.left, (*y)->box.left);
    return across ? across : order((*x)->code, (*y)->code);
}

static int by_left(const void *a, const void *b)
{
    const gj_paged_glyph *const *x = a, *const *y = b;
    int across = order((*x)->box.left, (*y)->box.left);
    return across ? across : order((*x)->code, (*y)->code);
}

/* How many of the glyphs, in order of their middles, are one line. */
static size_t line_length(const gj_paged_glyph **glyphs, size_t count)
{
    int at = middle(glyphs[0]), low = height_of(glyphs[0]);
    size_t n = 1;
    for (; n < count; n++) {
        int height = height_of(glyphs[n]);
        low = height < low && height > 0 ? height : low;
        if (middle(glyphs[n]) - at > low / 2)
            break;
    }
    return n;
}

static int gap(const gj_paged_glyph *before, const gj_paged_glyph *g)
{
    return g->box.left - before->box.right;
}

/* Spaces around Chinese characters are set by the page's layout and cannot be told from typed ones: they are left out. */
static bool space_before(const gj_paged_glyph *before, const gj_paged_glyph *g)
{
    bool ascii = before->code < 0x80 && g->code < 0x80;
    return ascii && (g->apart || gap(before, g) > height_of(g) / 4);
}

static int size_of(const gj_paged_glyph **glyphs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (glyphs[i]->code >= 0x2E80)
            return height_of(glyphs[i]);
    return height_of(glyphs[0]);
}

static gj_status make_line(gj_arena *scratch, const gj_paged_glyph **glyphs, size_t count, gj_paged_line *out,
                           gj_error *err)
{
    char *text = gj_arena_alloc(scratch, 5 * count + 1);
    size_t length = 0;
    if (!text)
        return gj_fail_nomem(err);
    qsort(glyphs, count, sizeof *glyphs, by_left);
    *out = (gj_paged_line){ .box = glyphs[0]->box, .size = size_of(glyphs, count), .pieces = 1 };
    for (size_t i = 0; i < count; i++) {
        const gj_paged_glyph *g = glyphs[i];
        if (i && space_before(glyphs[i - 1], g))
            text[length++] = ' ';
        length += gj_utf8_put(g->code, text + length);
        out->pieces += i && gap(glyphs[i - 1], g) > out->size / 10 * PIECE_GAP;
        out->box.top = g->box.top < out->box.top ? g->box.top : out->box.top;
        out->box.right = g->box.right > out->box.right ? g->box.right : out->box.right;
        out->box.bottom = g->box.bottom > out->box.bottom ? g->box.bottom : out->box.bottom;
    }
    out->text = (gj_slice){ text, length };
    return GJ_OK;
}

gj_status gj_paged_lines(gj_arena *scratch, const gj_paged_glyph **glyphs, size_t count, gj_paged_line **out,
                         size_t *out_count, gj_error *err)
{
    GJ_LIST(gj_paged_line) lines = { 0 };
    if (count)
        qsort(glyphs, count, sizeof *glyphs, by_middle);
    for (size_t at = 0, n; at < count; at += n) {
        n = line_length(glyphs + at, count - at);
        gj_paged_line *added = GJ_PUSH(scratch, &lines);
        if (!added)
            return gj_fail_nomem(err);
        GJ_TRY(make_line(scratch, glyphs + at, n, added, err));
    }
    *out = lines.items;
    *out_count = lines.count;
    return GJ_OK;
}

gj_status gj_paged_join_lines(gj_arena *scratch, const gj_paged_line *lines, size_t count, gj_slice *out, gj_error *err)
{
    size_t room = 1, length = 0;
    for (size_t i = 0; i < count; i++)
        room += lines[i].text.len + 1;
    char *text = gj_arena_alloc(scratch, room);
    if (!text)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < count; i++) {
        gj_slice line = lines[i].text;
        if (length && line.len && gj_is_alnum(text[length - 1]) && gj_is_alnum(line.data[0]))
            text[length++] = ' ';
        if (line.len)
            memcpy(text + length, line.data, line.len);
        length += line.len;
    }
    *out = (gj_slice){ text, length };
    return GJ_OK;
}

gj_status gj_paged_has_columns(gj_arena *scratch, const gj_paged_page *page, bool *out, gj_error *err)
{
    size_t count = page->glyphs.count;
    const gj_paged_glyph **glyphs = GJ_ARRAY(scratch, count + 1, const gj_paged_glyph *);
    *out = false;
    if (!glyphs)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < count; i++)
        glyphs[i] = &page->glyphs.items[i];
    if (count)
        qsort(glyphs, count, sizeof *glyphs, by_middle);
    for (size_t at = 0, n; at < count && !*out; at += n) {
        n = line_length(glyphs + at, count - at);
        qsort(glyphs + at, n, sizeof *glyphs, by_left);
        int size = size_of(glyphs + at, n);
        for (size_t i = 1; i < n && !*out; i++)
            *out = gap(glyphs[at + i - 1], glyphs[at + i]) > size / 10 * COLUMN_GAP;
    }
    return GJ_OK;
}
