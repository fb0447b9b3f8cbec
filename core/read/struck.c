#include "struck.h"

#include "../base/utf8.h"
#include "ascii.h"
#include "style.h"

#define SAMPLE 60 /* bytes of the text that are shown */

static bool is_any(const gj_tag *tag, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (gj_tag_is(tag, names[i]))
            return true;
    return false;
}

static bool is_cell(const gj_tag *tag)
{
    return gj_tag_is(tag, "td") || gj_tag_is(tag, "th");
}

static bool strikes(const gj_markdown *md, const gj_tag *tag)
{
    static const char *const names[] = { "del", "s", "strike" };
    static const char *const empty[] = { "br", "hr", "img", "input", "col" };
    gj_slice bytes = md->build.source->bytes;
    gj_span style;
    if (tag->kind != GJ_TAG_OPEN)
        return false;
    if (is_any(tag, names, sizeof names / sizeof names[0]))
        return true;
    if (gj_slice_find(gj_slice_sub(bytes, tag->span.begin, tag->span.end), GJ_LIT("line-through"), 0) == GJ_NOT_FOUND)
        return false;
    return !is_any(tag, empty, sizeof empty / sizeof empty[0]) && gj_tag_attribute(bytes, tag, "style", &style) &&
           gj_style_read(gj_slice_sub(bytes, style.begin, style.end)).struck;
}

/* Bytes [begin, end) are struck out, if there is any text in them. */
static gj_status strike(gj_markdown *md, size_t begin, size_t end)
{
    gj_inline *in = &md->text;
    gj_text text;
    gj_inline_begin(in, GJ_INLINE_HTML);
    gj_inline_add(in, (gj_span){ begin, end });
    GJ_TRY(gj_inline_end(in, (gj_span){ begin, end }, &text, NULL, md->build.err));
    if (!text.text.len)
        return GJ_OK; /* no text, or all of it known */
    if (in->struck.count >= GJ_MAX_STRUCK)
        return gj_fail(md->build.err, GJ_LIMIT, begin, "划掉的文字太多（最多 %d 处）；请删去后再检查",
                       "too much text is struck out (at most %d places); remove it and check again", GJ_MAX_STRUCK);
    while (in->struck.count && in->struck.items[in->struck.count - 1].begin >= begin)
        in->struck.count--; /* inside: a table was read before this ended */
    gj_span *span = GJ_PUSH(md->build.arena, &in->struck);
    if (!span)
        return gj_fail_nomem(md->build.err);
    *span = (gj_span){ begin, end };
    if (in->struck.count == 1)
        md->struck_sample = gj_utf8_cut(text.text, SAMPLE);
    return GJ_OK;
}

static bool is_of_table(const gj_tag *tag)
{
    return is_cell(tag) || gj_tag_is(tag, "tr") || gj_tag_is(tag, "table");
}

/* No paragraph goes on across such a tag. */
static bool ends_paragraph(const gj_tag *tag)
{
    return is_of_table(tag) || (gj_tag_breaks_line(tag) && !gj_tag_is(tag, "br"));
}

static bool same_name(gj_slice a, gj_slice b)
{
    bool same = a.len == b.len;
    for (size_t i = 0; same && i < a.len; i++)
        same = gj_lower(a.data[i]) == gj_lower(b.data[i]);
    return same;
}

/* Where the element under way ends at this tag; GJ_NOT_FOUND where it goes on, or is given up: then it has no name any more. */
static size_t end_at(gj_struck *s, const gj_tag *tag)
{
    bool opens = tag->kind == GJ_TAG_OPEN, table = gj_tag_is(tag, "table");
    const gj_tag own = { .name = s->name };
    if (gj_tag_is(&own, "p") && ends_paragraph(tag))
        return tag->span.begin;
    if (s->in_cell && !s->tables && is_of_table(tag) && !(table && opens))
        return tag->span.begin;
    if (s->in_paragraph && ends_paragraph(tag)) {
        s->name.len = 0;
        return GJ_NOT_FOUND;
    }
    if (table && (opens || s->tables))
        s->tables += opens ? 1 : (size_t)-1;
    if (!same_name(s->name, tag->name))
        return GJ_NOT_FOUND;
    s->depth += opens ? 1 : (size_t)-1;
    return s->depth ? GJ_NOT_FOUND : tag->span.end;
}

static void note_place(gj_struck *s, const gj_tag *tag)
{
    static const char *const paragraphs[] = { "p", "li", "h1", "h2", "h3", "h4", "h5", "h6" };
    if (!ends_paragraph(tag))
        return;
    bool opens = tag->kind == GJ_TAG_OPEN;
    s->paragraph = opens && is_any(tag, paragraphs, sizeof paragraphs / sizeof paragraphs[0]);
    if (is_of_table(tag))
        s->cell = opens && is_cell(tag);
}

gj_status gj_struck_tag(gj_struck *s, gj_markdown *md, const gj_tag *tag)
{
    if (tag->kind != GJ_TAG_OPEN && tag->kind != GJ_TAG_CLOSE)
        return GJ_OK;
    if (s->name.len) {
        size_t end = end_at(s, tag);
        if (end != GJ_NOT_FOUND) {
            s->name.len = 0;
            GJ_TRY(strike(md, s->begin, end));
        }
    }
    bool paragraph = s->paragraph;
    note_place(s, tag);
    if (s->name.len || !strikes(md, tag))
        return GJ_OK;
    s->name = tag->name;
    s->begin = tag->span.begin;
    s->depth = 1;
    s->tables = gj_tag_is(tag, "table");
    s->in_cell = s->cell;
    s->in_paragraph = s->paragraph && paragraph;
    return GJ_OK;
}

gj_status gj_struck_find(gj_markdown *md, gj_span span)
{
    gj_slice bytes = md->build.source->bytes;
    gj_tag_scan scan = { .bytes = bytes, .end = span.end };
    gj_struck struck = { .depth = 0 };
    for (size_t at = span.begin; at < span.end;) {
        const char *found = memchr(bytes.data + at, '<', span.end - at);
        gj_tag tag;
        if (!found)
            break;
        at = (size_t)(found - bytes.data);
        bool read = gj_tag_read(&scan, at, &tag);
        at = read ? tag.span.end : at + 1;
        if (read)
            GJ_TRY(gj_struck_tag(&struck, md, &tag));
    }
    return GJ_OK;
}

gj_words gj_struck_words(gj_arena *arena, size_t count, gj_slice sample)
{
    return (gj_words){
        .zh = gj_arena_format(arena, "有 %zu 处划掉的文字（如“%.*s”），不算正文，没有检查；发布前请直接删去", count,
                              GJ_ARG(sample)),
        .en = gj_arena_format(arena,
                              "text is struck out in %zu places (such as \"%.*s\"); it is no part of the report and "
                              "was not checked. Remove it before publishing",
                              count, GJ_ARG(sample)),
    };
}

gj_status gj_struck_remark(gj_markdown *md)
{
    size_t count = md->text.struck.count;
    if (!count)
        return GJ_OK;
    gj_words words = gj_struck_words(md->build.arena, count, md->struck_sample);
    return gj_builder_remark(&md->build, GJ_LIT("struck_out"), md->text.struck.items[0], GJ_LIT(""), words.zh,
                             words.en);
}
