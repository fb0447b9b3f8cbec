#include "markdown_lines.h"

#include "../../base/utf8.h"
#include "../tag.h"

gj_span gj_markdown_line(const gj_markdown *md, size_t line)
{
    gj_slice text = gj_source_line(md->build.source, line);
    size_t begin = text.data ? (size_t)(text.data - md->build.source->bytes.data) : md->build.source->bytes.len;
    return (gj_span){ begin, begin + text.len };
}

bool gj_markdown_piece(const gj_markdown *md, gj_span *rest, gj_span *piece)
{
    return gj_span_uncut(md->cuts.items, md->cuts.count, rest, piece);
}

gj_span gj_block_strip_quotes(const gj_block_lines *set, gj_span span)
{
    span = gj_span_trim(set->bytes, span);
    for (size_t i = 0; i < set->quotes && span.begin < span.end && set->bytes.data[span.begin] == '>'; i++)
        span = gj_span_trim(set->bytes, (gj_span){ span.begin + 1, span.end });
    return span;
}

static gj_status add_line(gj_block_lines *set, gj_span span, bool hard)
{
    span = gj_span_trim(set->bytes, span);
    if (span.begin == span.end)
        return GJ_OK;
    gj_block_line *line = GJ_PUSH(set->md->build.arena, &set->items);
    if (!line)
        return gj_fail_nomem(set->md->build.err);
    *line = (gj_block_line){ span, hard };
    return GJ_OK;
}

/* Where the text goes on after what was cut out at `at`; `at` itself where nothing was. */
static size_t after_cut(const gj_block_lines *set, size_t at, size_t end)
{
    gj_span rest = { at, end }, piece;
    return gj_markdown_piece(set->md, &rest, &piece) ? piece.begin : end;
}

/* The part of a line before byte `end` is a line of its own; the rest begins at `next`. */
static gj_status break_line(gj_block_lines *set, gj_span *span, size_t end, size_t next)
{
    GJ_TRY(add_line(set, (gj_span){ span->begin, end }, true));
    if (set->items.count)
        set->items.items[set->items.count - 1].hard = true; /* the line before, where this part is empty */
    span->begin = next;
    return GJ_OK;
}

/* Add the parts of a line between its <br>, <p> and the like, and its tables. */
static gj_status split_line(gj_block_lines *set, gj_span span)
{
    gj_tag_scan scan = { .bytes = set->bytes, .end = span.end };
    for (size_t at = span.begin, next; at < span.end; at = next) {
        const char *found = memchr(set->bytes.data + at, '<', span.end - at);
        if (!found)
            break;
        at = (size_t)(found - set->bytes.data);
        next = after_cut(set, at, span.end);
        gj_tag tag;
        if (next > at) {
            if (gj_tag_find(set->bytes, at, next, "table") == at)
                GJ_TRY(break_line(set, &span, at, next));
        } else if (!gj_tag_read(&scan, at, &tag)) {
            next = at + 1;
        } else {
            next = tag.span.end;
            if (gj_tag_breaks_line(&tag))
                GJ_TRY(break_line(set, &span, at, next));
        }
    }
    bool hard = span.begin < span.end && set->bytes.data[span.end - 1] == '\\' &&
                (span.end - span.begin < 2 || set->bytes.data[span.end - 2] != '\\');
    return add_line(set, (gj_span){ span.begin, span.end - hard }, hard);
}

gj_status gj_block_collect(gj_block_lines *set, size_t first, size_t last)
{
    set->items.count = 0;
    for (size_t line = first; line <= last; line++) {
        gj_span rest = gj_block_strip_quotes(set, gj_markdown_line(set->md, line)), piece;
        gj_span span = { rest.end, rest.begin };
        while (gj_markdown_piece(set->md, &rest, &piece)) { /* from the first piece to the last */
            if (piece.begin < span.begin)
                span.begin = piece.begin;
            span.end = piece.end;
        }
        if (span.begin < span.end)
            GJ_TRY(split_line(set, span));
    }
    return GJ_OK;
}

gj_slice gj_block_line_text(const gj_block_lines *set, size_t index)
{
    return gj_slice_sub(set->bytes, set->items.items[index].span.begin, set->items.items[index].span.end);
}

size_t gj_block_widest(const gj_block_lines *set)
{
    size_t widest = 0;
    for (size_t i = 0; i < set->items.count; i++) {
        size_t length = gj_utf8_count(gj_block_line_text(set, i));
        if (length > widest)
            widest = length;
    }
    return widest;
}
