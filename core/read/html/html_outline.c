/* One pass over a page's tags: block elements, how they nest, how much text each holds. Tags that were not closed are closed where
 * HTML closes them: a paragraph by the next block, a cell by the next cell, everything by the end of what it stands in. */
#include "../ascii.h"
#include "../struck.h"
#include "../style.h"
#include "html.h"

typedef struct kind_of_tag {
    const char *name;
    gj_element_kind kind;
    int level;
    bool aside;
} kind_of_tag;

static const kind_of_tag blocks[] = {
    { "p", GJ_ELEMENT_PARAGRAPH, 0, false },
    { "div", GJ_ELEMENT_BOX, 0, false },
    { "td", GJ_ELEMENT_CELL, 0, false },
    { "tr", GJ_ELEMENT_ROW, 0, false },
    { "th", GJ_ELEMENT_CELL, 0, false },
    { "table", GJ_ELEMENT_TABLE, 0, false },
    { "li", GJ_ELEMENT_PARAGRAPH, 0, false },
    { "ul", GJ_ELEMENT_BOX, 0, false },
    { "ol", GJ_ELEMENT_BOX, 0, false },
    { "h1", GJ_ELEMENT_HEADING, 1, false },
    { "h2", GJ_ELEMENT_HEADING, 2, false },
    { "h3", GJ_ELEMENT_HEADING, 3, false },
    { "h4", GJ_ELEMENT_HEADING, 4, false },
    { "h5", GJ_ELEMENT_HEADING, 5, false },
    { "h6", GJ_ELEMENT_HEADING, 6, false },
    { "section", GJ_ELEMENT_BOX, 0, false },
    { "article", GJ_ELEMENT_BOX, 0, false },
    { "main", GJ_ELEMENT_BOX, 0, false },
    { "body", GJ_ELEMENT_BOX, 0, false },
    { "form", GJ_ELEMENT_BOX, 0, false },
    { "center", GJ_ELEMENT_BOX, 0, false },
    { "blockquote", GJ_ELEMENT_BOX, 0, false },
    { "dl", GJ_ELEMENT_BOX, 0, false },
    { "dt", GJ_ELEMENT_PARAGRAPH, 0, false },
    { "dd", GJ_ELEMENT_PARAGRAPH, 0, false },
    { "pre", GJ_ELEMENT_PARAGRAPH, 0, false },
    { "header", GJ_ELEMENT_BOX, 0, false },
    { "footer", GJ_ELEMENT_BOX, 0, true },
    { "nav", GJ_ELEMENT_BOX, 0, true },
    { "aside", GJ_ELEMENT_BOX, 0, true },
    { "fieldset", GJ_ELEMENT_BOX, 0, false },
    { "figure", GJ_ELEMENT_BOX, 0, false },
    { "figcaption", GJ_ELEMENT_PARAGRAPH, 0, false },
    { "address", GJ_ELEMENT_PARAGRAPH, 0, false },
};

/* Their contents are no text. The ones after `FRAMES` show another file. */
static const char *const skipped[] = { "script", "style",  "head",     "title", "noscript", "template",
                                       "select", "button", "textarea", "svg",   "iframe",   "object" };
#define HEAD 2
#define TITLE 3
#define FRAMES 10
#define SKIPPED (sizeof skipped / sizeof skipped[0])

typedef struct outliner {
    gj_html *html;
    gj_slice bytes;
    size_t open; /* innermost open element */
    size_t depth;
    size_t text;          /* where the text since the last tag begins */
    size_t link;          /* the element in which a link is open; GJ_NOT_FOUND for none */
    bool no_end[SKIPPED]; /* no end of one further on */
    gj_struck struck;
} outliner;

static gj_element *element_at(outliner *o, size_t index)
{
    return &o->html->elements.items[index];
}

static const kind_of_tag *block_of(const gj_tag *tag)
{
    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++)
        if (gj_tag_is(tag, blocks[i].name))
            return &blocks[i];
    return NULL;
}

/* Bytes of [begin, end) that are not white, &nbsp; left out, and the full stops among them. */
static void count_text(outliner *o, size_t end)
{
    gj_element *e = element_at(o, o->open);
    bool linked = o->link != GJ_NOT_FOUND;
    for (size_t at = o->text; at < end; at++) {
        unsigned char c = (unsigned char)o->bytes.data[at];
        if (c <= ' ')
            continue;
        if (c == '&' && end - at >= 6 && memcmp(o->bytes.data + at, "&nbsp;", 6) == 0) {
            at += 5;
            continue;
        }
        if (c == 0xE3 && end - at >= 3 && memcmp(o->bytes.data + at, "\xE3\x80\x80", 3) == 0) {
            at += 2;
            continue;
        }
        e->text++;
        e->linked += linked;
        if (c == 0xE3 && end - at >= 3 && memcmp(o->bytes.data + at, "。", 3) == 0)
            e->stops += !linked;
    }
}

static bool has_word(gj_slice value, const char *const *words, size_t count)
{
    for (size_t at = 0; at < value.len; at++)
        for (size_t i = 0; i < count; i++) {
            size_t k = 0;
            while (words[i][k] && at + k < value.len && gj_lower(value.data[at + k]) == words[i][k])
                k++;
            if (!words[i][k])
                return true;
        }
    return false;
}

/* What class, id and style say. Longer values than a person writes are not looked at. */
static void read_attributes(outliner *o, const gj_tag *tag, gj_element *e)
{
    static const char *const asides[] = { "nav",  "foot",  "crumb",   "copyright", "sidebar",
                                          "menu", "share", "toolbar", "qrcode",    "breadcrumb" };
    static const char *const names[] = { "class", "id" }, *const titles[] = { "title" };
    gj_span value;
    for (size_t i = 0; i < 2; i++) {
        if (!gj_tag_attribute(o->bytes, tag, names[i], &value))
            continue;
        gj_slice text = gj_slice_sub(o->bytes, value.begin, value.end);
        if (i == 1)
            e->id = text;
        text = gj_slice_sub(text, 0, 200);
        e->aside = e->aside || has_word(text, asides, sizeof asides / sizeof asides[0]);
        e->title = e->title || has_word(text, titles, 1);
    }
    if (!gj_tag_attribute(o->bytes, tag, "style", &value))
        return;
    gj_style style = gj_style_read(gj_slice_sub(o->bytes, value.begin, value.end));
    e->aside = e->aside || style.hidden;
    e->bold = style.bold;
}

static gj_element *push(outliner *o, gj_element_kind kind, gj_span span, gj_slice name)
{
    gj_html *html = o->html;
    gj_error *err = html->md.build.err;
    if (html->elements.count >= GJ_MAX_HTML_ELEMENTS) {
        gj_fail(err, GJ_LIMIT, span.begin, "网页太复杂：标记超过 %d 个；请只保存正文部分再检查",
                "the page is too complex: more than %d elements; save only the report itself and check again",
                GJ_MAX_HTML_ELEMENTS);
        return NULL;
    }
    gj_element *e = GJ_PUSH(html->md.build.arena, &html->elements);
    if (!e) {
        gj_fail_nomem(err);
        return NULL;
    }
    *e = (gj_element){ .kind = kind, .name = name, .span = span, .inside = span, .parent = o->open, .closed = true };
    e->next = html->elements.count;
    return e;
}

/* The innermost open element ends: its contents at `end`, itself at `after`. */
static void close_one(outliner *o, size_t end, size_t after, bool written)
{
    gj_element *e = element_at(o, o->open);
    e->inside.end = end > e->inside.begin ? end : e->inside.begin;
    e->span.end = after > e->inside.end ? after : e->inside.end;
    e->closed = written;
    e->next = o->html->elements.count;
    if (o->link == o->open)
        o->link = GJ_NOT_FOUND;
    o->open = e->parent;
    o->depth--;
}

static void close_to(outliner *o, size_t element, size_t end, size_t after)
{
    while (o->open != element)
        close_one(o, end, end, false);
    close_one(o, end, after, true);
}

/* The nearest open element that `wanted` names, not outside one that `barrier` names; 0 for none. */
static size_t nearest(const outliner *o, unsigned wanted, unsigned barrier)
{
    for (size_t at = o->open; at; at = o->html->elements.items[at].parent) {
        unsigned kind = 1u << o->html->elements.items[at].kind;
        if (kind & wanted)
            return at;
        if (kind & barrier)
            return 0;
    }
    return 0;
}

#define BIT(kind) (1u << GJ_ELEMENT_##kind)

/* Close what the opening tag of a block closes. */
static void close_before(outliner *o, const kind_of_tag *block, const gj_tag *tag)
{
    size_t at = 0, begin = tag->span.begin;
    if (block->kind == GJ_ELEMENT_CELL)
        at = nearest(o, BIT(CELL), BIT(TABLE) | BIT(ROW));
    else if (block->kind == GJ_ELEMENT_ROW)
        at = nearest(o, BIT(ROW), BIT(TABLE));
    else
        at = nearest(o, BIT(PARAGRAPH) | BIT(HEADING), ~(BIT(PARAGRAPH) | BIT(HEADING)));
    if (!at)
        return;
    bool item = gj_slice_starts(o->html->elements.items[at].name, GJ_LIT("l")) && !gj_tag_is(tag, "li");
    if (item && block->kind != GJ_ELEMENT_CELL && block->kind != GJ_ELEMENT_ROW)
        return; /* <li> may hold blocks */
    close_to(o, at, begin, begin);
    element_at(o, at)->closed = true;
}

static gj_status open_block(outliner *o, const kind_of_tag *block, const gj_tag *tag)
{
    close_before(o, block, tag);
    if (o->depth >= GJ_MAX_HTML_DEPTH)
        return gj_fail(o->html->md.build.err, GJ_LIMIT, tag->span.begin, "网页标记嵌套太深（最多 %d 层）",
                       "the page's tags are nested too deeply (at most %d levels)", GJ_MAX_HTML_DEPTH);
    gj_element *e = push(o, block->kind, tag->span, tag->name);
    if (!e)
        return o->html->md.build.err->status;
    e->inside = (gj_span){ tag->span.end, tag->span.end };
    e->level = block->level;
    e->aside = block->aside;
    read_attributes(o, tag, e);
    e->tables = block->kind == GJ_ELEMENT_TABLE;
    e->cells = block->kind == GJ_ELEMENT_CELL;
    o->open = o->html->elements.count - 1;
    o->depth++;
    return GJ_OK;
}

static void close_block(outliner *o, const kind_of_tag *block, const gj_tag *tag)
{
    unsigned barrier = block->kind == GJ_ELEMENT_TABLE                                   ? 0
                       : block->kind == GJ_ELEMENT_CELL || block->kind == GJ_ELEMENT_ROW ? BIT(TABLE)
                                                                                         : BIT(CELL);
    for (size_t at = o->open; at; at = element_at(o, at)->parent) {
        const gj_element *e = element_at(o, at);
        gj_tag own = { .name = e->name };
        if (e->kind == block->kind && gj_tag_is(&own, block->name)) {
            close_to(o, at, tag->span.begin, tag->span.end);
            return;
        }
        if (1u << e->kind & barrier)
            return;
    }
}

/* The whole element, where its contents are no text; *end is where to go on. */
static gj_status skip(outliner *o, size_t which, const gj_tag *tag, size_t *end)
{
    char closing[16] = "/";
    memcpy(closing + 1, skipped[which], strlen(skipped[which]) + 1);
    size_t at = o->no_end[which] ? GJ_NOT_FOUND : gj_tag_find(o->bytes, tag->span.end, o->bytes.len, closing);
    const char *stop = at == GJ_NOT_FOUND ? NULL : memchr(o->bytes.data + at, '>', o->bytes.len - at);
    o->no_end[which] = !stop;
    if (which == HEAD && stop) { /* a title may stand in it */
        size_t title = gj_tag_find(o->bytes, tag->span.end, at, "title");
        size_t title_end = title == GJ_NOT_FOUND ? title : gj_tag_find(o->bytes, title, at, "/title");
        const char *begin = title_end == GJ_NOT_FOUND ? NULL : memchr(o->bytes.data + title, '>', title_end - title);
        if (begin && !o->html->page_title.end)
            o->html->page_title = (gj_span){ (size_t)(begin - o->bytes.data) + 1, title_end };
    }
    if (which == TITLE && stop && !o->html->page_title.end)
        o->html->page_title = (gj_span){ tag->span.end, at };
    *end = stop ? (size_t)(stop - o->bytes.data) + 1 : tag->span.end;
    gj_element_kind kind = which >= FRAMES ? GJ_ELEMENT_FRAME : GJ_ELEMENT_SKIPPED;
    return push(o, kind, (gj_span){ tag->span.begin, *end }, tag->name) ? GJ_OK : o->html->md.build.err->status;
}

static void follow_link(outliner *o, const gj_tag *tag)
{
    gj_span target;
    if (tag->kind == GJ_TAG_CLOSE)
        o->link = GJ_NOT_FOUND;
    else if (gj_tag_attribute(o->bytes, tag, "href", &target))
        o->link = o->open;
}

static gj_status take_tag(outliner *o, const gj_tag *tag, size_t *end)
{
    *end = tag->span.end;
    if (tag->kind == GJ_TAG_COMMENT || tag->kind == GJ_TAG_LINK)
        return GJ_OK;
    if (gj_tag_is(tag, "a")) {
        follow_link(o, tag);
        return GJ_OK;
    }
    const kind_of_tag *block = block_of(tag);
    if (block && tag->kind == GJ_TAG_CLOSE)
        close_block(o, block, tag);
    else if (block)
        return open_block(o, block, tag);
    for (size_t i = 0; !block && tag->kind == GJ_TAG_OPEN && i < SKIPPED; i++)
        if (gj_tag_is(tag, skipped[i]))
            return skip(o, i, tag, end);
    if (tag->kind == GJ_TAG_OPEN && gj_tag_is(tag, "embed"))
        return push(o, GJ_ELEMENT_FRAME, tag->span, tag->name) ? GJ_OK : o->html->md.build.err->status;
    return GJ_OK;
}

/* What an element holds counts for those it stands in. */
static void add_up(gj_html *html)
{
    for (size_t i = html->elements.count - 1; i > 0; i--) {
        const gj_element *e = &html->elements.items[i];
        gj_element *parent = &html->elements.items[e->parent];
        parent->text += e->text;
        parent->linked += e->linked;
        parent->stops += e->stops;
        parent->tables += e->tables;
        parent->cells += e->cells;
    }
}

gj_status gj_html_outline(gj_html *html)
{
    gj_slice bytes = html->md.build.source->bytes;
    outliner o = { .html = html, .bytes = bytes, .link = GJ_NOT_FOUND };
    gj_element *page = push(&o, GJ_ELEMENT_BOX, (gj_span){ 0, bytes.len }, GJ_LIT(""));
    if (!page)
        return html->md.build.err->status;
    gj_tag_scan scan = { .bytes = bytes, .end = bytes.len };
    o.text = gj_slice_starts(bytes, GJ_LIT("\xEF\xBB\xBF")) ? 3 : 0;
    page->inside.begin = o.text;
    for (size_t at = o.text; at < bytes.len;) {
        const char *found = memchr(bytes.data + at, '<', bytes.len - at);
        gj_tag tag;
        if (!found)
            break;
        at = (size_t)(found - bytes.data);
        if (!gj_tag_read(&scan, at, &tag)) {
            at++;
            continue;
        }
        count_text(&o, at);
        GJ_TRY(gj_struck_tag(&o.struck, &html->md, &tag));
        GJ_TRY(take_tag(&o, &tag, &at));
        o.text = at;
    }
    count_text(&o, bytes.len);
    while (o.open)
        close_one(&o, bytes.len, bytes.len, false);
    page = element_at(&o, 0);
    page->next = html->elements.count;
    add_up(html);
    html->md.struck_known = true;
    return gj_struck_remark(&html->md);
}
