/* Headings, paragraphs, pictures and tables of the article, in its order. Text that stands between two block elements is a
 * paragraph; a <br> ends one where a line break of a plain text would. */
#include "../../base/utf8.h"
#include "../line_break.h"
#include "html.h"

/* A piece of a paragraph without markup that splits it; `broken`: a <br> stands before it. */
typedef struct piece {
    gj_span span;
    bool broken;
} piece;

/* One line of it: pieces [first, end). */
typedef struct line {
    size_t first, end;
    gj_text text;
    gj_inline_traits traits;
} line;

typedef struct block_reader {
    gj_html *html;
    gj_slice bytes;
    GJ_LIST(piece) pieces; /* of the paragraph under way */
    GJ_LIST(line) lines;   /* of the paragraph that ends */
    size_t cursor;         /* text up to here is taken */
} block_reader;

static const gj_element *element(const block_reader *r, size_t index)
{
    return &r->html->elements.items[index];
}

gj_status gj_html_text(gj_html *html, gj_span span, gj_text *out)
{
    gj_inline *text = &html->md.text;
    span = gj_span_trim(html->md.build.source->bytes, span);
    gj_inline_begin(text, GJ_INLINE_HTML);
    gj_inline_add(text, span);
    return gj_inline_end(text, span, out, NULL, html->md.build.err);
}

static gj_status add_piece(block_reader *r, size_t begin, size_t end, bool broken)
{
    if (begin >= end && !broken)
        return GJ_OK;
    piece *added = GJ_PUSH(r->html->md.build.arena, &r->pieces);
    if (!added)
        return gj_fail_nomem(r->html->md.build.err);
    *added = (piece){ { begin, end > begin ? end : begin }, broken };
    return GJ_OK;
}

/* Text up to `end` belongs to the paragraph under way. */
static gj_status take_text(block_reader *r, size_t end)
{
    size_t begin = r->cursor;
    bool broken = false;
    for (size_t at; begin < end && (at = gj_tag_find(r->bytes, begin, end, "br")) != GJ_NOT_FOUND; broken = true) {
        GJ_TRY(add_piece(r, begin, at, broken));
        const char *close = memchr(r->bytes.data + at, '>', end - at);
        begin = close ? (size_t)(close - r->bytes.data) + 1 : end;
    }
    GJ_TRY(add_piece(r, begin, end, broken));
    r->cursor = end > r->cursor ? end : r->cursor;
    return GJ_OK;
}

/* Pieces [first, end) as one text. */
static gj_status make_text(block_reader *r, size_t first, size_t end, gj_text *out, gj_inline_traits *traits)
{
    gj_inline *text = &r->html->md.text;
    gj_span span = { r->pieces.items[first].span.begin, r->pieces.items[end - 1].span.end };
    span = gj_span_trim(r->bytes, span);
    gj_inline_begin(text, GJ_INLINE_HTML);
    for (size_t i = first; i < end; i++) {
        if (i > first && r->pieces.items[i].broken)
            gj_inline_break(text);
        gj_inline_add(text, r->pieces.items[i].span);
    }
    return gj_inline_end(text, span, out, traits, r->html->md.build.err);
}

static gj_status add_block(block_reader *r, const gj_element *e, const gj_text *text, gj_inline_traits traits)
{
    gj_block block = { .kind = GJ_BLOCK_PARAGRAPH, .text = *text, .span = text->span };
    if (traits.picture)
        block.kind = GJ_BLOCK_IMAGE;
    else if (!text->text.len)
        return GJ_OK;
    else if (e->kind == GJ_ELEMENT_HEADING && gj_utf8_count(text->text) <= GJ_MAX_TITLE_CHARS)
        block.kind = GJ_BLOCK_HEADING;
    block.level = block.kind == GJ_BLOCK_HEADING ? e->level : 0;
    block.strong = block.kind == GJ_BLOCK_PARAGRAPH && (traits.strong || e->bold);
    return gj_builder_block(&r->html->md.build, &block);
}

static gj_status make_lines(block_reader *r)
{
    r->lines.count = 0;
    for (size_t first = 0, end; first < r->pieces.count; first = end) {
        end = first + 1;
        while (end < r->pieces.count && !r->pieces.items[end].broken)
            end++;
        line *added = GJ_PUSH(r->html->md.build.arena, &r->lines);
        if (!added)
            return gj_fail_nomem(r->html->md.build.err);
        added->first = first;
        added->end = end;
        line made = *added;
        GJ_TRY(make_text(r, first, end, &made.text, &made.traits));
        r->lines.items[r->lines.count - 1] = made;
    }
    return GJ_OK;
}

static bool ends_paragraph(const block_reader *r, size_t index, size_t widest)
{
    if (index + 1 == r->lines.count)
        return true;
    const line *this = &r->lines.items[index], *next = this + 1;
    return !this->text.text.len || !next->text.text.len || this->traits.picture || next->traits.picture ||
           gj_break_ends_paragraph(this->text.text, next->text.text, widest);
}

static gj_status add_lines(block_reader *r, const gj_element *e)
{
    size_t widest = 0;
    GJ_TRY(make_lines(r));
    for (size_t i = 0; i < r->lines.count; i++) {
        size_t length = gj_utf8_count(r->lines.items[i].text.text);
        widest = length > widest ? length : widest;
    }
    for (size_t first = 0, last; first < r->lines.count; first = last + 1) {
        for (last = first; !ends_paragraph(r, last, widest);)
            last++;
        line made = r->lines.items[first];
        if (last > first)
            GJ_TRY(make_text(r, made.first, r->lines.items[last].end, &made.text, &made.traits));
        GJ_TRY(add_block(r, e, &made.text, made.traits));
    }
    return GJ_OK;
}

/* The paragraph under way ends: it stands in `e`. */
static gj_status flush(block_reader *r, const gj_element *e)
{
    if (!r->pieces.count)
        return GJ_OK;
    bool broken = false;
    for (size_t i = 1; i < r->pieces.count; i++)
        broken = broken || r->pieces.items[i].broken;
    if (broken && e->kind != GJ_ELEMENT_HEADING) {
        GJ_TRY(add_lines(r, e));
    } else {
        gj_text text;
        gj_inline_traits traits;
        GJ_TRY(make_text(r, 0, r->pieces.count, &text, &traits));
        GJ_TRY(add_block(r, e, &text, traits));
    }
    r->pieces.count = 0;
    return GJ_OK;
}

/* Another file shown in the page stands for content, if it has a name. */
static gj_status take_frame(block_reader *r, const gj_element *e)
{
    static const char *const names[] = { "src", "data" };
    gj_tag tag = { .kind = GJ_TAG_OPEN, .name = e->name, .span = e->span };
    const char *end = memchr(r->bytes.data + e->span.begin, '>', e->span.end - e->span.begin);
    tag.span.end = end ? (size_t)(end - r->bytes.data) + 1 : e->span.end;
    for (size_t i = 0; i < 2; i++) {
        gj_span target;
        if (!gj_tag_attribute(r->bytes, &tag, names[i], &target) || target.begin == target.end)
            continue;
        gj_block block = { .kind = GJ_BLOCK_IMAGE, .span = e->span };
        GJ_TRY(gj_builder_verbatim(&r->html->md.build, target.begin, target.end, &block.text));
        return gj_builder_block(&r->html->md.build, &block);
    }
    return GJ_OK;
}

static gj_status take_table(block_reader *r, const gj_element *e)
{
    if (!e->closed)
        GJ_TRY(gj_markdown_remark(&r->html->md, "unfinished_table",
                                  (gj_span){ e->span.begin, e->span.begin + strlen("<table") },
                                  "这个表格没有结束标记 </table>，读到了它所在部分的末尾；请补上 </table>",
                                  "this table has no </table>; it was read up to the end of what it stands in. Add the "
                                  "missing </table>"));
    return gj_html_table(&r->html->md, e->span);
}

static gj_status left_out(block_reader *r, const gj_element *e)
{
    if (!e->stops)
        return GJ_OK;
    return gj_markdown_remark(
        &r->html->md, "left_out", (gj_span){ e->span.begin, e->inside.begin },
        "网页的这一部分是导航、页脚或隐藏的内容，没有读入；如果它是报告正文，请只保存正文再检查",
        "this part of the page is navigation, a footer or hidden and was not read; if it is text of "
        "the report, save only the report and check again");
}

static bool is_struck(const block_reader *r, const gj_element *e)
{
    const gj_inline *in = &r->html->md.text;
    gj_span rest = e->span, left;
    return in->struck.count && !gj_span_uncut(in->struck.items, in->struck.count, &rest, &left);
}

/* An element that is taken whole; false where its contents are to be looked at. */
static gj_status take_whole(block_reader *r, size_t index, size_t around, bool *taken)
{
    const gj_element *e = element(r, index);
    *taken = true;
    if (e->kind == GJ_ELEMENT_SKIPPED) /* a script does not end a paragraph */
        return GJ_OK;
    GJ_TRY(flush(r, element(r, around)));
    if (e->kind == GJ_ELEMENT_FRAME)
        return take_frame(r, e);
    if (gj_html_is_aside(r->html, index))
        return left_out(r, e);
    if (is_struck(r, e))
        return GJ_OK;
    if (gj_html_is_metadata(r->html, index))
        return GJ_OK;
    *taken = e->kind == GJ_ELEMENT_TABLE && !e->layout;
    return *taken ? take_table(r, e) : GJ_OK;
}

gj_status gj_html_blocks(gj_html *html, size_t root)
{
    block_reader r = { .html = html, .bytes = html->md.build.source->bytes };
    size_t current = root, next = root + 1;
    r.cursor = element(&r, root)->inside.begin;
    for (;;) {
        const gj_element *e = element(&r, current);
        if (next < e->next) {
            bool taken;
            GJ_TRY(take_text(&r, element(&r, next)->span.begin));
            GJ_TRY(take_whole(&r, next, current, &taken));
            r.cursor = taken ? element(&r, next)->span.end : element(&r, next)->inside.begin;
            current = taken ? current : next;
            next = taken ? element(&r, next)->next : next + 1;
            continue;
        }
        GJ_TRY(take_text(&r, e->inside.end));
        GJ_TRY(flush(&r, e));
        r.cursor = e->span.end;
        if (current == root)
            return GJ_OK;
        current = e->parent;
    }
}
