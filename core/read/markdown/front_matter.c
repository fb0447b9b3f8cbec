/* The part of YAML that people write above a report: "key: value", one level of nesting, quotes. Anything else there is
 * remarked, never guessed at. */
#include "../ascii.h"
#include "markdown.h"

#define MOST_LINES 200 /* a longer block between two --- is not front matter */

static bool is_fence(gj_slice line, bool closing)
{
    gj_slice text = gj_slice_trim(line);
    return gj_slice_is(text, "---") || (closing && gj_slice_is(text, "..."));
}

/* "key:" or "key：" at the start of a line without indentation marks; returns the byte after the colon, 0 where
 * there is none. */
static size_t key_end(gj_slice line, gj_span *key)
{
    size_t begin = 0;
    while (begin < line.len && gj_is_blank(line.data[begin]))
        begin++;
    for (size_t at = begin; at < line.len; at++) {
        bool wide = gj_slice_starts(gj_slice_sub(line, at, line.len), GJ_LIT("："));
        bool narrow = line.data[at] == ':' && (at + 1 == line.len || gj_is_blank(line.data[at + 1]));
        if (!wide && !narrow)
            continue;
        *key = (gj_span){ begin, at };
        return at > begin ? at + (wide ? strlen("：") : 1) : 0;
    }
    return 0;
}

static bool is_comment_or_blank(gj_slice line)
{
    gj_slice text = gj_slice_trim(line);
    return !text.len || text.data[0] == '#';
}

/* The closing line of the front matter, 0 where the file has none: a report may begin with a plain rule. */
static size_t find_end(const gj_source *source)
{
    if (!is_fence(gj_source_line(source, 1), false))
        return 0;
    bool any = false;
    for (size_t line = 2; line <= source->line_count && line <= MOST_LINES; line++) {
        gj_slice text = gj_source_line(source, line);
        gj_span key;
        if (is_fence(text, true))
            return any ? line : 0;
        if (is_comment_or_blank(text) || gj_is_blank(text.data[0]) || text.data[0] == '-')
            continue;
        if (!key_end(text, &key))
            return 0;
        any = true;
    }
    return 0;
}

/* A plain value ends before " #". */
static size_t comment_start(gj_slice bytes, gj_span value)
{
    for (size_t at = value.begin + 1; at < value.end; at++)
        if (bytes.data[at] == '#' && gj_is_blank(bytes.data[at - 1]))
            return at;
    return value.end;
}

/* The contents of "…" (with \" and \\) or '…' (with ''). */
static gj_status quoted(gj_markdown *md, gj_span value, gj_text *out)
{
    gj_slice bytes = md->build.source->bytes;
    gj_text_builder *text = &md->text.text;
    char quote = bytes.data[value.begin];
    size_t from = value.begin + 1, at = from;
    gj_text_begin(text);
    while (at < value.end && bytes.data[at] != quote) {
        bool escape = quote == '"' && bytes.data[at] == '\\' && at + 1 < value.end;
        if (escape) {
            gj_text_add(text, from, at);
            from = ++at;
        }
        at++;
        if (quote == '\'' && at + 1 < value.end && bytes.data[at] == quote && bytes.data[at + 1] == quote) {
            gj_text_add(text, from, at);
            from = at + 1;
            at += 2;
        }
    }
    gj_text_add(text, from, at);
    return gj_text_finish(text, value, out, md->build.err);
}

static gj_status read_value(gj_markdown *md, gj_span value, gj_text *out)
{
    gj_slice bytes = md->build.source->bytes;
    value = gj_span_trim(bytes, value);
    if (value.begin < value.end && (bytes.data[value.begin] == '"' || bytes.data[value.begin] == '\''))
        return quoted(md, value, out);
    return gj_builder_verbatim(&md->build, value.begin, comment_start(bytes, value), out);
}

/* "Issuer" and "Name" make "issuer.name". */
static gj_slice join_key(gj_arena *arena, gj_slice parent, gj_slice key)
{
    gj_slice joined =
        parent.len ? gj_arena_format(arena, "%.*s.%.*s", GJ_ARG(parent), GJ_ARG(key)) : gj_arena_copy(arena, key);
    char *bytes = joined.data ? GJ_ARRAY(arena, joined.len + 1, char) : NULL;
    for (size_t i = 0; bytes && i < joined.len; i++)
        bytes[i] = gj_lower(joined.data[i]);
    return (gj_slice){ bytes, bytes ? joined.len : 0 };
}

static bool have_meta(const gj_markdown *md, gj_slice key)
{
    for (size_t i = 0; i < md->build.metas.count; i++)
        if (gj_slice_equal(md->build.metas.items[i].key, key))
            return true;
    return false;
}

static gj_status odd_line(gj_markdown *md, gj_span line)
{
    return gj_markdown_remark(md, "front_matter", gj_span_trim(md->build.source->bytes, line),
                              "文件头信息里的这一行不是“键: 值”，没有读入",
                              "this line of the front matter is not \"key: value\" and was not read");
}

static gj_status twice(gj_markdown *md, gj_span line)
{
    return gj_markdown_remark(md, "front_matter", gj_span_trim(md->build.source->bytes, line),
                              "文件头信息里这个键前面已经有了，以前面的为准",
                              "this key of the front matter was given before; the first one counts");
}

/* One "key: value" line. A key without a value is the parent of the indented lines after it. */
static gj_status read_line(gj_markdown *md, size_t number, gj_slice *parent)
{
    gj_span line = gj_markdown_line(md, number);
    gj_slice text = gj_slice_sub(md->build.source->bytes, line.begin, line.end);
    if (is_comment_or_blank(text))
        return GJ_OK;
    gj_span name;
    size_t colon = key_end(text, &name);
    GJ_KNOWN(text.data); /* no blank line */
    bool nested = gj_is_blank(text.data[0]);
    if (!colon || (nested && !parent->len) || text.data[name.begin] == '-')
        return odd_line(md, line);
    gj_slice written = gj_slice_trim(gj_slice_sub(text, name.begin, name.end));
    gj_slice key = join_key(md->build.arena, nested ? *parent : (gj_slice){ 0 }, written);
    if (!key.data)
        return gj_fail_nomem(md->build.err);
    gj_text value;
    GJ_TRY(read_value(md, (gj_span){ line.begin + colon, line.end }, &value));
    if (!nested)
        *parent = value.text.len ? (gj_slice){ 0 } : key;
    if (!nested && !value.text.len)
        return GJ_OK;
    return have_meta(md, key) ? twice(md, line) : gj_builder_meta(&md->build, key, &value, (gj_slice){ 0 });
}

gj_status gj_front_matter(gj_markdown *md, size_t *next)
{
    size_t end = find_end(md->build.source);
    *next = end + 1;
    gj_slice parent = { 0 };
    for (size_t line = 2; line < end; line++)
        GJ_TRY(read_line(md, line, &parent));
    return end ? gj_markdown_cut(md, 0, gj_markdown_line(md, end).end) : GJ_OK;
}
