#include "../../base/utf8.h"
#include "../ascii.h"
#include "../line_break.h"
#include "cmark_guard.h"
#include "markdown_lines.h"
#include "markdown_outline.h"

typedef struct walker {
    gj_markdown *md;
    gj_slice bytes;
    gj_block_lines lines; /* of the block under way */
} walker;

/* Bytes of the list marker at the start of a line, blanks after it included. */
static size_t marker_length(gj_slice line)
{
    size_t at = 0;
    while (at < line.len && gj_is_digit(line.data[at]))
        at++;
    if (at < line.len && (at ? line.data[at] == '.' || line.data[at] == ')' : memchr("-+*", line.data[at], 3) != NULL))
        at++;
    else
        return 0;
    size_t after = at;
    while (after < line.len && gj_is_blank(line.data[after]))
        after++;
    return after > at || after == line.len ? after : 0;
}

/* A line's text goes to md->text, without what was cut out of it. */
static void put_line(walker *w, gj_span line, size_t marker)
{
    gj_span rest = line, piece;
    if (marker) {
        gj_inline_add_literal(&w->md->text, (gj_span){ line.begin, line.begin + marker });
        rest.begin += marker;
    }
    while (gj_markdown_piece(w->md, &rest, &piece))
        gj_inline_add(&w->md->text, piece);
}

/* Lines [first, end) of those collected, that make one block. */
typedef struct group {
    gj_block_kind kind;
    int level;
    size_t first, end;
    bool item;    /* the first line may begin with a list marker */
    gj_span span; /* of the block, with all its marks */
} group;

static gj_status add_block(walker *w, const group *g)
{
    gj_markdown *md = w->md;
    gj_span line = w->lines.items.items[g->first].span;
    size_t marker = g->item ? marker_length(gj_slice_sub(w->bytes, line.begin, line.end)) : 0;
    gj_inline_begin(&md->text, GJ_INLINE_MARKDOWN);
    for (size_t i = g->first; i < g->end; i++) {
        if (i > g->first)
            gj_inline_break(&md->text);
        put_line(w, w->lines.items.items[i].span, i == g->first ? marker : 0);
    }
    gj_block block = { .kind = g->kind, .level = g->level, .span = g->span };
    gj_inline_traits traits;
    GJ_TRY(gj_inline_end(&md->text, g->span, &block.text, &traits, md->build.err));
    if (traits.picture)
        block.kind = GJ_BLOCK_IMAGE;
    else if (!block.text.text.len)
        return GJ_OK;
    block.strong = traits.strong && block.kind == GJ_BLOCK_PARAGRAPH;
    return gj_builder_block(&md->build, &block);
}

static bool ends_paragraph(const walker *w, size_t line, size_t widest)
{
    return line + 1 == w->lines.items.count || w->lines.items.items[line].hard ||
           gj_break_ends_paragraph(gj_block_line_text(&w->lines, line), gj_block_line_text(&w->lines, line + 1),
                                   widest);
}

static bool odd_stars(gj_slice line)
{
    size_t count = 0;
    for (size_t at = 0; (at = gj_slice_find(line, GJ_LIT("**"), at)) != GJ_NOT_FOUND; at += 2)
        count++;
    return count % 2 == 1;
}

/* "**First line" … "last line**": when the lines become several paragraphs, neither finds its partner, so both go. */
static void loosen_emphasis(walker *w, size_t widest)
{
    size_t count = w->lines.items.count;
    if (count < 2 || !gj_slice_starts(gj_block_line_text(&w->lines, 0), GJ_LIT("**")) ||
        !gj_slice_ends(gj_block_line_text(&w->lines, count - 1), GJ_LIT("**")) ||
        !odd_stars(gj_block_line_text(&w->lines, 0)) || !odd_stars(gj_block_line_text(&w->lines, count - 1)))
        return;
    size_t line = 0;
    while (!ends_paragraph(w, line, widest))
        line++;
    if (line + 1 == count)
        return;
    w->lines.items.items[0].span.begin += 2;
    w->lines.items.items[count - 1].span.end -= 2;
}

/* Make paragraphs of the collected lines. Where `level` is not 0 the last line is a heading, if it is short enough. */
static gj_status add_paragraphs(walker *w, bool item, int level)
{
    size_t widest = w->lines.items.count > 1 ? gj_block_widest(&w->lines) : 0;
    loosen_emphasis(w, widest);
    for (size_t first = 0, end; first < w->lines.items.count; first = end) {
        end = first + 1;
        while (!ends_paragraph(w, end - 1, widest))
            end++;
        group g = { .kind = GJ_BLOCK_PARAGRAPH, .first = first, .end = end, .item = item && first == 0 };
        g.span = (gj_span){ w->lines.items.items[first].span.begin, w->lines.items.items[end - 1].span.end };
        bool last = end == w->lines.items.count && end == first + 1;
        if (level && last && gj_utf8_count(gj_block_line_text(&w->lines, first)) <= GJ_MAX_TITLE_CHARS) {
            g.kind = GJ_BLOCK_HEADING;
            g.level = level;
        }
        GJ_TRY(add_block(w, &g));
    }
    return GJ_OK;
}

/* "# Title #" and pandoc's "# Title {#id}" without their marks. */
static gj_span heading_text(const walker *w, gj_span line, int *level)
{
    size_t at = line.begin;
    while (at < line.end && w->bytes.data[at] != '#')
        at++;
    size_t begin = at;
    while (at < line.end && w->bytes.data[at] == '#')
        at++;
    *level = (int)(at - begin);
    gj_span text = gj_span_trim(w->bytes, (gj_span){ at, line.end });
    size_t end = text.end;
    while (end > text.begin && w->bytes.data[end - 1] == '#')
        end--;
    if (end == text.begin || gj_is_blank(w->bytes.data[end - 1]))
        text = gj_span_trim(w->bytes, (gj_span){ text.begin, end });
    if (text.end > text.begin && w->bytes.data[text.end - 1] == '}') {
        gj_slice whole = gj_slice_sub(w->bytes, 0, text.end);
        size_t brace = gj_slice_find(whole, GJ_LIT("{"), text.begin);
        if (brace != GJ_NOT_FOUND && memchr("#.", w->bytes.data[brace + 1], 2))
            text = gj_span_trim(w->bytes, (gj_span){ text.begin, brace });
    }
    return text;
}

/* ==== or ---- */
static bool is_underline(gj_slice line)
{
    char mark = line.len ? line.data[0] : '\0';
    for (size_t i = 0; i < line.len; i++)
        if (line.data[i] != mark)
            return false;
    return mark == '=' || mark == '-';
}

/* A heading with a line drawn under it. libcmark may count the lines after it as well. */
static gj_status take_underlined(walker *w, size_t first, size_t last, int level)
{
    size_t line = first + 1;
    for (; line < last; line++) {
        gj_span span = gj_block_strip_quotes(&w->lines, gj_markdown_line(w->md, line));
        if (is_underline(gj_slice_sub(w->bytes, span.begin, span.end)))
            break;
    }
    GJ_TRY(gj_block_collect(&w->lines, first, line - 1));
    return add_paragraphs(w, false, level);
}

static gj_status take_heading(walker *w, size_t first)
{
    GJ_TRY(gj_block_collect(&w->lines, first, first));
    if (!w->lines.items.count)
        return GJ_OK;
    int level;
    gj_span line = { w->lines.items.items[0].span.begin, w->lines.items.items[w->lines.items.count - 1].span.end };
    gj_span text = heading_text(w, line, &level);
    if (text.begin == text.end)
        return GJ_OK;
    w->lines.items.items[0].span = text;
    w->lines.items.count = 1;
    return add_block(w, &(group){ .kind = GJ_BLOCK_HEADING, .level = level, .end = 1, .span = line });
}

/* The line where the node stands, or the marker of the items and quotations that begin with it: a marker may have a line of
 * its own. *item: a list marker stands before its text. */
static size_t first_line(cmark_node *node, bool *item)
{
    *item = cmark_node_get_type(node) == CMARK_NODE_ITEM;
    for (cmark_node *parent; !cmark_node_previous(node); node = parent) {
        parent = cmark_node_parent(node);
        if (!parent || cmark_node_get_type(parent) == CMARK_NODE_DOCUMENT)
            break;
        *item = *item || cmark_node_get_type(parent) == CMARK_NODE_ITEM;
    }
    return (size_t)cmark_node_get_start_line(node);
}

/* A leaf, or a container without contents. A list marker is text ("1." may be the report's own), so whatever
 * stands behind it is a paragraph. */
static gj_status take_node(walker *w, cmark_node *node)
{
    bool item;
    size_t first = first_line(node, &item), last = (size_t)cmark_node_get_end_line(node);
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING && last > first)
        return take_underlined(w, first, last, cmark_node_get_heading_level(node));
    if (type == CMARK_NODE_HEADING && !item)
        return take_heading(w, first);
    if (type != CMARK_NODE_PARAGRAPH && !item)
        return GJ_OK; /* a rule between parts */
    GJ_TRY(gj_block_collect(&w->lines, first, last > first ? last : first));
    return add_paragraphs(w, item, 0);
}

static bool is_container(cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST ||
           type == CMARK_NODE_ITEM;
}

/* All nodes in the order of the file, without recursion: lists nest as deep as their author likes. */
static gj_status walk(walker *w, cmark_node *root)
{
    cmark_node *node = root;
    while (node) {
        bool down = is_container(node) && cmark_node_first_child(node);
        if (!down)
            GJ_TRY(take_node(w, node));
        if (down) {
            w->lines.quotes += cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE;
            node = cmark_node_first_child(node);
            continue;
        }
        while (node && !cmark_node_next(node)) {
            node = cmark_node_parent(node);
            if (node)
                w->lines.quotes -= cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE;
        }
        node = node ? cmark_node_next(node) : NULL;
    }
    return GJ_OK;
}

gj_status gj_markdown_blocks(gj_markdown *md)
{
    gj_arena *arena = gj_arena_new(0);
    if (!arena)
        return gj_fail_nomem(md->build.err);
    gj_slice text;
    gj_status status = gj_markdown_outline(md, &text);
    cmark_node *root = status ? NULL : gj_cmark_parse(arena, text);
    walker w = { .md = md, .bytes = md->build.source->bytes };
    w.lines.md = md;
    w.lines.bytes = w.bytes;
    if (!status)
        status = root ? walk(&w, root) : gj_fail_nomem(md->build.err);
    gj_arena_free(arena);
    return status;
}
