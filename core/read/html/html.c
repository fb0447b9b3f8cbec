#include "html.h"

#include "../ascii.h"
#include "../read.h"

#define FRAGMENT_BLOCKS 3 /* closed paragraphs or divisions that make a piece of a page */

static bool starts_with_word(gj_slice text, const char *word)
{
    size_t i = 0;
    while (word[i] && i < text.len && gj_lower(text.data[i]) == word[i])
        i++;
    return !word[i];
}

/* Past comments and an XML declaration at the start. */
static gj_slice after_preliminaries(gj_slice text)
{
    for (;;) {
        text = gj_slice_trim(text);
        bool comment = gj_slice_starts(text, GJ_LIT("<!--"));
        if (!comment && !starts_with_word(text, "<?xml"))
            return text;
        size_t end = gj_slice_find(text, comment ? GJ_LIT("-->") : GJ_LIT("?>"), 2);
        if (end == GJ_NOT_FOUND)
            return text;
        text = gj_slice_sub(text, end + (comment ? 3 : 2), text.len);
    }
}

bool gj_html_is_page(gj_slice text)
{
    static const char *const starts[] = { "<!doctype html", "<html", "<head", "<body" };
    text = after_preliminaries(text);
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (starts_with_word(text, starts[i]))
            return true;
    return false;
}

bool gj_html_is_fragment(gj_slice text)
{
    text = gj_slice_trim(text);
    if (text.len < 2 || text.data[0] != '<' || gj_lower(text.data[1]) < 'a' || gj_lower(text.data[1]) > 'z' ||
        starts_with_word(text, "<table"))
        return false;
    size_t closed = 0;
    static const char *const names[] = { "/p", "/div" };
    for (size_t i = 0; i < 2; i++)
        for (size_t at = 0;
             closed < FRAGMENT_BLOCKS && (at = gj_tag_find(text, at, text.len, names[i])) != GJ_NOT_FOUND; at++)
            closed++;
    return closed >= FRAGMENT_BLOCKS;
}

static gj_status read_all(gj_html *html, gj_source *source)
{
    GJ_TRY(gj_html_outline(html));
    GJ_TRY(gj_html_paths(html, source));
    gj_html_find_article(html);
    GJ_TRY(gj_html_metas(html));
    GJ_TRY(gj_html_title(html));
    GJ_TRY(gj_html_blocks(html, html->article));
    gj_builder_sort(&html->md.build);
    return GJ_OK;
}

gj_status gj_read_html(gj_arena *arena, const gj_source *source, gj_document **out, gj_error *err)
{
    gj_html *html = GJ_NEW(arena, gj_html);
    gj_source *own = html ? GJ_NEW(arena, gj_source) : NULL; /* the same, with the paths of its elements */
    gj_arena *scratch = own ? gj_arena_new(0) : NULL;
    gj_error local;
    if (!scratch)
        return gj_fail_nomem(err);
    *own = *source;
    html->md.build = (gj_builder){ .arena = arena, .source = own, .err = err ? err : &local };
    html->md.scratch = scratch;
    html->md.text.text.arena = arena;
    html->md.text.text.bytes = source->bytes;
    html->md.text.scratch = scratch;
    gj_status status = read_all(html, own);
    gj_arena_free(scratch);
    return status ? status : gj_builder_finish(&html->md.build, GJ_FORMAT_HTML, out);
}
