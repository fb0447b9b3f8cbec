/* What a page says about its report: a table of names and values before it, a line with the day it was published, <meta> tags and
 * <title>. The first to say a thing is believed. */
#include "../ascii.h"
#include "html.h"

#define MOST_CELLS 80            /* of a table of metadata */
#define MOST_TEXT ((size_t)4096) /* bytes of it */
#define HEAD_BYTES (64 * GJ_KIB) /* in which <meta> is looked for */

static const struct {
    const char *name, *key; /* an empty key: the name itself */
    bool line;              /* also believed in a line of text */
} labels[] = {
    { "索引号", "", false },
    { "名称", "title", false },
    { "标题", "title", false },
    { "发布日期", "published", true },
    { "发布时间", "published", true },
    { "公开日期", "published", true },
    { "公开时间", "published", true },
    { "发布机构", "publisher", false },
    { "发文机关", "publisher", false },
    { "文号", "document_number", false },
    { "发文字号", "document_number", false },
    { "生成日期", "", false },
    { "成文日期", "", false },
    { "信息分类", "", false },
    { "主题分类", "", false },
    { "体裁分类", "", false },
    { "信息类别", "", false },
    { "主题词", "", false },
    { "关键词", "", false },
    { "有效性", "", false },
    { "公开方式", "", false },
    { "公开范围", "", false },
    { "公开时限", "", false },
    { "公开形式", "", false },
    { "内容概述", "", false },
    { "责任部门", "", false },
    { "信息来源", "", false },
    { "来源", "", false },
};
#define LABELS (sizeof labels / sizeof labels[0])
#define NO_LABEL LABELS

static const gj_element *at(const gj_html *html, size_t index)
{
    return &html->elements.items[index];
}

/* Past white space, tags and &nbsp;. */
static size_t skip_white(gj_slice bytes, size_t from, size_t end)
{
    for (;;) {
        gj_slice rest = gj_slice_sub(bytes, from, end);
        if (!rest.len)
            return end;
        if ((unsigned char)rest.data[0] <= ' ')
            from++;
        else if (gj_slice_starts(rest, GJ_LIT("&nbsp;")))
            from += 6;
        else if (gj_slice_starts(rest, GJ_LIT("\xE3\x80\x80")))
            from += 3;
        else if (gj_slice_starts(rest, GJ_LIT("\xC2\xA0")))
            from += 2;
        else if (rest.data[0] == '<') {
            const char *close = memchr(rest.data, '>', rest.len);
            if (!close)
                return from;
            from += (size_t)(close - rest.data) + 1;
        } else {
            return from;
        }
    }
}

static size_t after_name(gj_slice bytes, gj_span span, const char *name)
{
    size_t from = span.begin;
    while (*name) {
        size_t length = (unsigned char)*name >= 0xE0 ? 3 : 1;
        from = skip_white(bytes, from, span.end);
        if (span.end - from < length || memcmp(bytes.data + from, name, length) != 0)
            return 0;
        from += length;
        name += length;
    }
    return from;
}

/* Bytes at the start of a text in which its label stands. */
#define LABEL_WITHIN ((size_t)1024)

/* Which label a text begins with: nothing may follow it but a colon and the value, which is left in *value. */
static size_t label_at(gj_slice bytes, gj_span span, gj_span *value)
{
    gj_span start = { span.begin, span.end - span.begin > LABEL_WITHIN ? span.begin + LABEL_WITHIN : span.end };
    for (size_t i = 0; i < LABELS; i++) {
        size_t after = after_name(bytes, start, labels[i].name);
        if (!after)
            continue;
        after = skip_white(bytes, after, start.end);
        gj_slice rest = gj_slice_sub(bytes, after, start.end);
        size_t colon = gj_slice_starts(rest, GJ_LIT("：")) ? 3 : rest.len && rest.data[0] == ':';
        if (rest.len && !colon)
            continue;
        *value = (gj_span){ skip_white(bytes, after + colon, start.end), span.end };
        return i;
    }
    return NO_LABEL;
}

bool gj_html_is_metadata(const gj_html *html, size_t table)
{
    const gj_element *e = at(html, table);
    if (e->kind != GJ_ELEMENT_TABLE || e->tables > 1 || e->cells > MOST_CELLS || e->text > MOST_TEXT)
        return false;
    size_t found = 0;
    gj_span value;
    for (size_t i = table + 1; i < e->next; i++)
        found += at(html, i)->kind == GJ_ELEMENT_CELL &&
                 label_at(html->md.build.source->bytes, at(html, i)->inside, &value) != NO_LABEL;
    return found >= 2;
}

static gj_status add(gj_html *html, gj_slice key, gj_span value)
{
    gj_builder *build = &html->md.build;
    for (size_t i = 0; i < build->metas.count; i++)
        if (gj_slice_equal(build->metas.items[i].key, key))
            return GJ_OK;
    gj_text text;
    GJ_TRY(gj_html_text(html, value, &text));
    return text.text.len ? gj_builder_meta(build, key, &text, GJ_LIT("")) : GJ_OK;
}

static gj_slice key_of(size_t label)
{
    return gj_slice_of(labels[label].key[0] ? labels[label].key : labels[label].name);
}

/* Names and values, in one cell or in two. */
static gj_status take_table(gj_html *html, size_t table)
{
    gj_slice bytes = html->md.build.source->bytes;
    size_t waiting = NO_LABEL;
    for (size_t i = table + 1; i < at(html, table)->next; i++) {
        if (at(html, i)->kind != GJ_ELEMENT_CELL)
            continue;
        gj_span value;
        size_t label = label_at(bytes, at(html, i)->inside, &value);
        if (label == NO_LABEL && waiting != NO_LABEL)
            GJ_TRY(add(html, key_of(waiting), at(html, i)->inside));
        else if (label != NO_LABEL && value.begin < value.end)
            GJ_TRY(add(html, key_of(label), value));
        waiting = label != NO_LABEL && value.begin == value.end ? label : NO_LABEL;
    }
    return GJ_OK;
}

/* "发布日期：2025-01-20 来源：…": the day, up to white space. */
static gj_status take_line(gj_html *html, gj_span line)
{
    gj_slice bytes = html->md.build.source->bytes;
    gj_span value;
    size_t label = label_at(bytes, line, &value);
    if (label == NO_LABEL || !labels[label].line)
        return GJ_OK;
    size_t end = value.begin;
    while (end < value.end && (unsigned char)bytes.data[end] > ' ' && !memchr("<&", bytes.data[end], 2) &&
           memcmp(bytes.data + end, "\xE3\x80\x80", value.end - end < 3 ? 1 : 3) != 0)
        end++;
    return add(html, key_of(label), (gj_span){ value.begin, end });
}

/* <meta name="ArticleTitle" content="…"> */
static gj_status take_meta(gj_html *html, const gj_tag *tag)
{
    static const struct {
        const char *name, *key;
    } names[] = { { "articletitle", "title" }, { "pubdate", "published" } };
    gj_slice bytes = html->md.build.source->bytes;
    gj_span name, content;
    if (!gj_tag_attribute(bytes, tag, "name", &name) || !gj_tag_attribute(bytes, tag, "content", &content))
        return GJ_OK;
    gj_tag named = { .name = gj_slice_sub(bytes, name.begin, name.end) };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (gj_tag_is(&named, names[i].name))
            return add(html, gj_slice_of(names[i].key), content);
    return GJ_OK;
}

static gj_status take_metas(gj_html *html)
{
    gj_slice head = gj_slice_sub(html->md.build.source->bytes, 0, HEAD_BYTES);
    gj_tag_scan scan = { .bytes = head, .end = head.len };
    for (size_t from = 0; (from = gj_tag_find(head, from, head.len, "meta")) != GJ_NOT_FOUND; from++) {
        gj_tag tag;
        if (gj_tag_read(&scan, from, &tag) && tag.kind == GJ_TAG_OPEN)
            GJ_TRY(take_meta(html, &tag));
    }
    return GJ_OK;
}

/* <title> often names the site too, before or after a bar: the longest part is the page's own. */
static gj_status take_title(gj_html *html)
{
    static const char *const bars[] = { "_", "|", " - ", "——" };
    gj_slice bytes = html->md.build.source->bytes;
    gj_span title = html->page_title, longest = { 0, 0 };
    for (size_t from = title.begin; from < title.end;) {
        size_t end = title.end, next = title.end;
        for (size_t i = 0; i < sizeof bars / sizeof bars[0]; i++) {
            size_t bar = gj_slice_find(gj_slice_sub(bytes, 0, title.end), gj_slice_of(bars[i]), from);
            if (bar >= end)
                continue;
            end = bar;
            next = bar + strlen(bars[i]);
        }
        if (end - from > longest.end - longest.begin)
            longest = (gj_span){ from, end };
        from = next;
    }
    return add(html, GJ_LIT("title"), longest);
}

gj_status gj_html_metas(gj_html *html)
{
    for (size_t i = 1; i < html->elements.count; i++) {
        const gj_element *e = at(html, i);
        if (gj_html_is_metadata(html, i))
            GJ_TRY(take_table(html, i));
        else if (e->text && e->text < GJ_MAX_LABEL && e->next == i + 1 && !e->cells)
            GJ_TRY(take_line(html, e->inside));
    }
    GJ_TRY(take_metas(html));
    return take_title(html);
}
