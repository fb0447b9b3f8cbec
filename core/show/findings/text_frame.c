/** The code frame: source lines with carets under what a finding is about.
 *
 * Columns of marks are code points; places on a terminal are display columns. Every character of a line is laid out once by the same walk
 * (escaped, tabs expanded), and both the text and its carets are cut from that layout, so they cannot drift apart.
 */
#include "../escape.h"
#include "../locus.h"
#include "text.h"

#include "../../base/utf8.h"

enum { TAB = 4, CARET_CONTEXT = 12 };

typedef struct frame {
    gj_buffer *out;
    const gj_show_options *options;
    const gj_finding *finding;
    bool prior;    /* whose marks */
    size_t gutter; /* columns of the widest line number or place */
    size_t room;   /* display columns for source text */
    const char *bar, *primary, *secondary;
} frame;

/* A walk over one line's characters with their display columns. */
typedef struct walk {
    gj_slice text;
    size_t at;
    size_t column;     /* code-point column of `glyph`, from 1 */
    size_t begin, end; /* display columns of `glyph`, from 0 */
    int ambiguous;
    gj_glyph glyph;
} walk;

static walk walk_line(const gj_mark *mark, int ambiguous)
{
    walk w = { .text = mark->line_text, .column = mark->line_offset, .ambiguous = ambiguous };
    if (mark->line == 1 && !mark->line_offset && gj_slice_starts(w.text, GJ_LIT("\xEF\xBB\xBF")))
        w.at = 3; /* a BOM is no column */
    return w;
}

static bool walk_next(walk *w)
{
    w->begin = w->end;
    w->column++;
    if (w->at >= w->text.len)
        return false;
    bool tab = w->text.data[w->at] == '\t';
    w->glyph = gj_glyph_next(w->text, &w->at, w->ambiguous);
    w->end = w->begin + (tab ? TAB - w->begin % TAB : w->glyph.width);
    return true;
}

static bool covers(const gj_mark *mark, size_t line, size_t column)
{
    if (mark->line != line || column < mark->column)
        return false;
    if (mark->end_line > line)
        return true;
    return column < mark->end_column || column == mark->column; /* an empty place still has its caret */
}

/* The mark that decides how a character is underlined; the primary one wins. */
static const gj_mark *mark_at(const frame *f, size_t line, size_t column)
{
    const gj_finding *finding = f->finding;
    const gj_mark *found = NULL;
    for (size_t i = 0; i < finding->mark_count; i++) {
        if (finding->marks[i].prior != f->prior || !covers(&finding->marks[i], line, column))
            continue;
        if (finding->marks[i].primary)
            return &finding->marks[i];
        if (!found)
            found = &finding->marks[i];
    }
    return found;
}

/* The mark of a line that must stay in view. */
static const gj_mark *focus_of(const frame *f, size_t line)
{
    const gj_mark *focus = NULL;
    for (size_t i = 0; i < f->finding->mark_count; i++) {
        const gj_mark *mark = &f->finding->marks[i];
        if (mark->prior == f->prior && mark->line == line && mark->line_text.len &&
            (!focus || (mark->primary && !focus->primary)))
            focus = mark;
    }
    return focus;
}

/* What part of a line is shown, in display columns. */
typedef struct view {
    size_t begin, end;
    bool cut_left, cut_right;
} view;

static view choose_view(const frame *f, const gj_mark *focus)
{
    size_t focus_begin = GJ_NOT_FOUND, focus_end = 0;
    walk w = walk_line(focus, f->options->ambiguous);
    while (walk_next(&w)) {
        if (!covers(focus, focus->line, w.column))
            continue;
        if (focus_begin == GJ_NOT_FOUND)
            focus_begin = w.begin;
        focus_end = w.end;
    }
    size_t total = w.end;
    if (focus_begin == GJ_NOT_FOUND) {
        focus_begin = total;
        focus_end = total + 1;
    }
    view v = { 0, total, focus->line_offset > 0, false };
    size_t inside = f->room > 6 ? f->room - 6 : 1; /* an ellipsis and a space at each end, wide or not */
    if (total <= (v.cut_left ? inside : f->room))
        return v;
    if (focus_end + CARET_CONTEXT > inside) {
        size_t length = focus_end - focus_begin;
        size_t lead = length < inside ? (inside - length) / 2 : 0;
        v.begin = focus_begin > lead ? focus_begin - lead : 0;
        if (v.begin + inside > total)
            v.begin = total > inside ? total - inside : 0;
    }
    v.end = v.begin + inside < total ? v.begin + inside : total;
    v.cut_left = v.cut_left || v.begin > 0;
    v.cut_right = v.end < total;
    return v;
}

/* What stands left of a line: its number, or its place where the file has no lines. */
static void name_of_line(gj_buffer *out, gj_lang lang, const gj_mark *mark)
{
    if (gj_mark_line(mark))
        gj_buffer_format(out, "%zu", mark->line);
    else
        gj_locus_short(out, lang, &mark->at);
}

static size_t name_width(const frame *f, const gj_mark *mark)
{
    gj_buffer name;
    gj_buffer_init(&name, 0);
    name_of_line(&name, f->options->lang, mark);
    size_t width = gj_escaped_width(gj_buffer_slice(&name), f->options->ambiguous);
    if (name.failed)
        f->out->failed = name.failed;
    gj_buffer_free(&name);
    return width;
}

static void gutter(const frame *f, const gj_mark *mark)
{
    size_t width = mark ? name_width(f, mark) : 0;
    gj_buffer_text(f->out, "  ");
    gj_style_on(f->out, f->options, GJ_STYLE_DIM);
    gj_buffer_repeat(f->out, " ", f->gutter > width ? f->gutter - width : 0);
    if (mark)
        name_of_line(f->out, f->options->lang, mark);
    gj_buffer_byte(f->out, ' ');
    gj_buffer_text(f->out, f->bar);
    gj_style_off(f->out, f->options);
}

static size_t ellipsis_width(const frame *f)
{
    return (size_t)gj_utf8_width_of(0x2026, f->options->ambiguous);
}

static void source_line(const frame *f, const gj_mark *focus, const view *v)
{
    gutter(f, focus);
    gj_buffer_text(f->out, v->cut_left ? " … " : " ");
    walk w = walk_line(focus, f->options->ambiguous);
    while (walk_next(&w)) {
        if (w.end <= v->begin && w.end > w.begin)
            continue;
        if (w.begin < v->begin || w.end > v->end) {
            if (w.begin >= v->end)
                break;
            size_t from = w.begin > v->begin ? w.begin : v->begin;
            size_t to = w.end < v->end ? w.end : v->end;
            if (to > from)
                gj_buffer_repeat(f->out, " ", to - from); /* half of a wide character at the edge */
            continue;
        }
        gj_buffer_add(f->out, (gj_slice){ w.glyph.text, w.glyph.length });
        gj_buffer_repeat(f->out, " ", w.end - w.begin - w.glyph.width); /* the rest of a tab */
    }
    gj_buffer_text(f->out, v->cut_right ? " …\n" : "\n");
}

/* Where labels go: the display column of a mark's first caret, or GJ_NOT_FOUND when it is not in view. */
static size_t shown_at(const frame *f, const gj_mark *mark, const view *v)
{
    walk w = walk_line(mark, f->options->ambiguous);
    while (walk_next(&w))
        if (covers(mark, mark->line, w.column))
            break;
    return w.begin >= v->begin && w.begin <= v->end ? w.begin - v->begin : GJ_NOT_FOUND;
}

static void put_carets(const frame *f, size_t spaces, const gj_mark *mark, size_t columns)
{
    gj_buffer_repeat(f->out, " ", spaces);
    gj_style_on(f->out, f->options, mark->primary ? gj_style_of(f->finding) : GJ_STYLE_DIM);
    gj_buffer_repeat(f->out, mark->primary ? f->primary : f->secondary, columns);
    gj_style_off(f->out, f->options);
}

/* Writes the carets of a line; returns the display column after the last one. */
static size_t caret_run(const frame *f, const gj_mark *focus, const view *v)
{
    size_t written = v->begin;
    const gj_mark *run = NULL;
    size_t run_begin = 0, run_end = 0;
    walk w = walk_line(focus, f->options->ambiguous);
    for (bool more = true; more;) {
        more = walk_next(&w);
        size_t end = more ? w.end : w.begin + 1; /* one place after the text, for what is missing at a line's end */
        if (w.begin < v->begin || (more && end > v->end))
            continue;
        const gj_mark *mark = mark_at(f, focus->line, w.column);
        if (!more && mark && (mark->end_line > mark->line || w.begin > v->end))
            mark = NULL;
        if (run && mark != run) {
            put_carets(f, run_begin - written, run, run_end - run_begin);
            written = run_end;
            run = NULL;
        }
        if (mark && !run)
            run_begin = w.begin;
        if (mark) {
            run = mark;
            run_end = end;
        }
    }
    if (run) {
        put_carets(f, run_begin - written, run, run_end - run_begin);
        written = run_end;
    }
    return written - v->begin;
}

static gj_slice label_of(const frame *f, const gj_mark *mark)
{
    return gj_say(mark->label, f->options->lang);
}

/* One label follows the carets; more of them stand below, each under its own. */
static void labels(const frame *f, size_t line, size_t lead, const view *v, size_t after)
{
    size_t count = 0;
    const gj_mark *only = NULL;
    for (size_t i = 0; i < f->finding->mark_count; i++)
        if (f->finding->marks[i].prior == f->prior && f->finding->marks[i].line == line &&
            label_of(f, &f->finding->marks[i]).len) {
            only = &f->finding->marks[i];
            count++;
        }
    if (count == 1 && lead + after + 1 + gj_escaped_width(label_of(f, only), f->options->ambiguous) <= f->room) {
        gj_buffer_byte(f->out, ' ');
        gj_escape_terminal(f->out, label_of(f, only));
        count = 0;
    }
    gj_buffer_byte(f->out, '\n');
    for (size_t i = 0; count && i < f->finding->mark_count; i++) {
        const gj_mark *mark = &f->finding->marks[i];
        gj_slice text = label_of(f, mark);
        if (mark->prior != f->prior || mark->line != line || !text.len)
            continue;
        size_t at = shown_at(f, mark, v);
        size_t width = gj_escaped_width(text, f->options->ambiguous);
        at = at == GJ_NOT_FOUND || lead + at + width > f->room ? 0 : lead + at;
        gutter(f, NULL);
        gj_buffer_repeat(f->out, " ", 1 + at);
        gj_escape_terminal(f->out, text);
        gj_buffer_byte(f->out, '\n');
    }
}

static void frame_line(const frame *f, size_t line)
{
    const gj_mark *focus = focus_of(f, line);
    view v = choose_view(f, focus);
    source_line(f, focus, &v);
    gutter(f, NULL);
    size_t lead = v.cut_left ? 1 + ellipsis_width(f) : 0;
    gj_buffer_repeat(f->out, " ", 1 + lead);
    size_t after = caret_run(f, focus, &v);
    labels(f, line, lead, &v, after);
}

/* The smallest marked line after `line` whose text is known, or 0. */
static size_t next_line(const frame *f, size_t line)
{
    size_t next = 0;
    for (size_t i = 0; i < f->finding->mark_count; i++) {
        const gj_mark *mark = &f->finding->marks[i];
        if (mark->prior == f->prior && mark->line > line && mark->line_text.len && (!next || mark->line < next))
            next = mark->line;
    }
    return next;
}

static size_t gutter_width(const frame *f)
{
    size_t widest = 0;
    for (size_t i = 0; i < f->finding->mark_count; i++) {
        const gj_mark *mark = &f->finding->marks[i];
        size_t width = mark->prior == f->prior && mark->line_text.len ? name_width(f, mark) : 0;
        widest = width > widest ? width : widest;
    }
    return widest;
}

static void rest_line(const frame *f, size_t left_out)
{
    gutter(f, NULL);
    gj_buffer_format(f->out, f->options->lang == GJ_EN ? " … and %zu more lines\n" : " …另有 %zu 行，未在此列出\n",
                     left_out);
}

void gj_text_frame(gj_buffer *out, const gj_show_options *options, const gj_finding *finding, bool prior)
{
    bool wide = options->ambiguous == 2;
    frame f = { .out = out,
                .options = options,
                .finding = finding,
                .prior = prior,
                .bar = wide ? "|" : "│",
                .primary = wide ? "^" : "━",
                .secondary = wide ? "-" : "─" };
    size_t lines = 0, primary_rank = 0, primary_line = 0;
    for (size_t i = 0; i < finding->mark_count && !primary_line; i++)
        if (finding->marks[i].primary && finding->marks[i].prior == prior)
            primary_line = finding->marks[i].line;
    for (size_t line = next_line(&f, 0); line; line = next_line(&f, line)) {
        if (line == primary_line)
            primary_rank = lines;
        lines++;
    }
    if (!lines)
        return;
    f.gutter = gutter_width(&f);
    size_t columns = options->width > 0 ? (size_t)options->width : GJ_FRAME_COLUMNS;
    f.room = columns > f.gutter + 25 ? columns - f.gutter - 5 : 20;
    size_t first = primary_rank >= GJ_FRAME_LINES ? primary_rank - GJ_FRAME_LINES + 1 : 0;
    size_t rank = 0;
    for (size_t line = next_line(&f, 0); line; line = next_line(&f, line), rank++)
        if (rank >= first && rank < first + GJ_FRAME_LINES)
            frame_line(&f, line);
    if (lines > GJ_FRAME_LINES)
        rest_line(&f, lines - GJ_FRAME_LINES);
}
