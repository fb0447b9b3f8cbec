#include "text.h"

#include "../../base/utf8.h"
#include "../escape.h"
#include "../locus.h"

enum { LEAST_ROOM = 20, LABEL_COLUMNS = 12, TEXT_INDENT = 2 + LABEL_COLUMNS };

void gj_style_on(gj_buffer *out, const gj_show_options *options, gj_style style)
{
    static const char *const codes[] = { "\033[1;31m", "\033[33m", "\033[36m", "\033[35m",
                                         "\033[32m",   "\033[1m",  "\033[2m" };
    if (options->color)
        gj_buffer_text(out, codes[style]);
}

void gj_style_off(gj_buffer *out, const gj_show_options *options)
{
    if (options->color)
        gj_buffer_text(out, "\033[0m");
}

gj_style gj_style_of(const gj_finding *finding)
{
    if (finding->outcome == GJ_REVIEW)
        return GJ_STYLE_REVIEW;
    return finding->severity == GJ_ERROR     ? GJ_STYLE_ERROR
           : finding->severity == GJ_WARNING ? GJ_STYLE_WARNING
                                             : GJ_STYLE_INFO;
}

static bool is_one_of(const gj_glyph *glyph, const char *set)
{
    return glyph->length && strstr(set, glyph->text) != NULL;
}

/* Whether a line may end between two characters (a small part of GB/T 15834's and UAX 14's rules). */
static bool may_break(const gj_glyph *before, const gj_glyph *after)
{
    static const char no_start[] = "，。、；：？！）》〉」』】〕”’％…,.;:?!)]}%·×";
    static const char no_end[] = "（《〈「『【〔“‘([{";
    if (before->code == ' ')
        return !is_one_of(after, " ·×≠=");
    if (after->code == ' ' || is_one_of(after, no_start) || is_one_of(before, no_end) || after->width == 0)
        return false;
    return before->width == 2 || after->width == 2;
}

/* End of what fits into `room` columns from byte `from`; at least one character. */
static size_t fits(gj_slice text, size_t from, size_t room, int ambiguous)
{
    size_t at = from, good = 0, used = 0;
    gj_glyph last = { 0 };
    while (at < text.len) {
        size_t start = at;
        gj_glyph glyph = gj_glyph_next(text, &at, ambiguous);
        if (start > from && may_break(&last, &glyph))
            good = start;
        if (used + glyph.width > room && start > from && glyph.code != ' ')
            return good ? good : start;
        used += glyph.width;
        last = glyph;
    }
    return text.len;
}

void gj_text_wrapped(gj_buffer *out, const gj_show_options *options, gj_slice text, size_t column, size_t indent)
{
    size_t width = options->width > 0 ? (size_t)options->width : 0;
    if (width < indent + LEAST_ROOM || width < column) {
        gj_escape_terminal(out, text);
        return;
    }
    for (size_t at = 0; at < text.len;) {
        size_t end = fits(text, at, width - column, options->ambiguous);
        size_t stop = end;
        while (end < text.len && stop > at && text.data[stop - 1] == ' ')
            stop--;
        gj_escape_terminal(out, gj_slice_sub(text, at, stop));
        at = end;
        if (at < text.len) {
            gj_buffer_byte(out, '\n');
            gj_buffer_repeat(out, " ", indent);
            column = indent;
        }
    }
}

void gj_text_field(gj_buffer *out, const gj_show_options *options, const char *label, gj_slice text)
{
    size_t width = gj_utf8_width(gj_slice_of(label), options->ambiguous);
    gj_buffer_text(out, "  ");
    if (width) {
        gj_style_on(out, options, GJ_STYLE_STRONG);
        gj_buffer_text(out, label);
        gj_style_off(out, options);
    }
    gj_buffer_repeat(out, " ", width < LABEL_COLUMNS ? LABEL_COLUMNS - width : 2);
    gj_text_wrapped(out, options, text, width < LABEL_COLUMNS ? TEXT_INDENT : width + 4, TEXT_INDENT);
    gj_buffer_byte(out, '\n');
}

void gj_text_place(gj_buffer *out, gj_lang lang, gj_slice path, const gj_mark *mark)
{
    size_t line = gj_mark_line(mark), column = mark ? mark->column : 0;
    gj_escape_terminal(out, path);
    if (mark && mark->at.part != GJ_PART_NONE) {
        gj_buffer_text(out, lang == GJ_EN ? ": " : " ");
        gj_locus_words(out, lang, &mark->at);
    }
    if (line)
        gj_buffer_format(out, lang == GJ_EN ? ":%zu" : " 第 %zu 行", line);
    if (line && column)
        gj_buffer_format(out, lang == GJ_EN ? ":%zu" : "第 %zu 列", column);
    if (line && mark->at.element.len)
        gj_buffer_format(out, lang == GJ_EN ? " (%.*s)" : "（%.*s）", GJ_ARG(mark->at.element));
}
