#include "markdown_outline.h"

#include "../ascii.h"

#define LONGEST_PREFIX 64 /* bytes of marks kept of one line */
#define LONGEST_RUN 8     /* of one mark: more of them mean the same */

static bool is_mark(char c)
{
    return gj_is_digit(c) || (c && memchr("#>-+*_=~.)", c, 10));
}

static bool has_text(gj_slice piece)
{
    return gj_slice_trim(piece).len > 0;
}

/* '#' marks right before the text: people forget the blank that Markdown wants there. */
static bool is_tight_heading(const char *prefix, size_t length)
{
    size_t marks = 0;
    while (marks < length && prefix[length - 1 - marks] == '#')
        marks++;
    return marks > 0 && marks <= 6 && (marks == length || prefix[length - 1 - marks] == ' ');
}

/* The marks that `piece` begins with, and an 'x' for the rest. */
static size_t write_prefix(gj_slice piece, char out[LONGEST_PREFIX + 4])
{
    size_t length = 0, run = 0, at = 0, indent = 0;
    for (; at < piece.len && gj_is_blank(piece.data[at]); at++)
        indent += piece.data[at] == '\t' ? 3 : 1;
    while (length < indent && length < 3)
        out[length++] = ' ';
    size_t begin = length;
    for (; at < piece.len && length < LONGEST_PREFIX; at++) {
        char c = piece.data[at] == '\t' ? ' ' : piece.data[at];
        if (c != ' ' && !is_mark(c))
            break;
        bool repeated = length > begin && out[length - 1] == c;
        run = repeated ? run + 1 : 1;
        if (c == ' ' ? !repeated : gj_is_digit(c) || run <= LONGEST_RUN)
            out[length++] = c;
    }
    if (has_text(gj_slice_sub(piece, at, piece.len))) {
        bool tight = is_tight_heading(out + begin, length - begin) && (piece.data[at] & 0x80);
        if (tight)
            out[length++] = ' ';
        out[length++] = 'x';
    }
    return length;
}

/* The number of bytes the outline line of `line` takes; written to `out`. */
static size_t write_line(const gj_markdown *md, size_t line, char out[LONGEST_PREFIX + 4])
{
    gj_span rest = gj_markdown_line(md, line), piece;
    size_t begin = rest.begin;
    gj_slice bytes = md->build.source->bytes;
    while (gj_markdown_piece(md, &rest, &piece)) {
        gj_slice text = gj_slice_sub(bytes, piece.begin, piece.end);
        if (!has_text(text))
            continue;
        if (piece.begin == begin)
            return write_prefix(text, out);
        out[0] = 'x';
        return 1;
    }
    return 0;
}

gj_status gj_markdown_outline(gj_markdown *md, gj_slice *out)
{
    const gj_source *source = md->build.source;
    size_t text_lines = 0, length = 0;
    char *text = gj_arena_alloc(md->scratch, source->bytes.len + source->line_count * 6 + 8);
    if (!text)
        return gj_fail_nomem(md->build.err);
    for (size_t line = 1; line <= source->line_count; line++) {
        char prefix[LONGEST_PREFIX + 4];
        size_t count = write_line(md, line, prefix);
        memcpy(text + length, prefix, count);
        length += count;
        text[length++] = '\n';
        text_lines += count > 0;
        if (text_lines > GJ_MAX_BLOCKS)
            return gj_fail(md->build.err, GJ_LIMIT, gj_markdown_line(md, line).begin, "文字行太多（最多 %d 行）",
                           "too many lines of text (at most %d)", GJ_MAX_BLOCKS);
    }
    *out = (gj_slice){ text, length };
    return GJ_OK;
}
