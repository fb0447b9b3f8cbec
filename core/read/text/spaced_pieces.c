/* A line cut at its blanks. */
#include "../../base/utf8.h"
#include "spaced.h"
#include "text_line.h"

#define FIGURE_CHARS 12 /* 「22（其中修订16件）」 is as long as a figure with its words gets */
#define DASH_CHARS 3

typedef struct cutter {
    gj_slice text;
    size_t base; /* of the text in the source */
    size_t place[GJ_MEASURES];
} cutter;

static void step(cutter *c, uint32_t code)
{
    c->place[0]++;
    c->place[1] += (size_t)gj_utf8_width_of(code, 1);
    c->place[2] += (size_t)gj_utf8_width_of(code, 2);
}

static bool is_digit(uint32_t code)
{
    return (code >= '0' && code <= '9') || (code >= 0xFF10 && code <= 0xFF19);
}

static bool is_dash(uint32_t code)
{
    return code == '-' || code == '/' || (code >= 0x2010 && code <= 0x2015) || code == 0xFF0D || code == 0xFF0F ||
           code == 0x2500;
}

/* Digits first and few characters, or nothing but dashes. */
static bool is_figure(gj_slice text)
{
    size_t at = 0, chars = 0, dashes = 0, digits = 0;
    while (at < text.len) {
        uint32_t code = gj_utf8_next(text, &at);
        chars++;
        dashes += is_dash(code);
        digits += is_digit(code);
        if (chars == 1 && !is_digit(code) && !is_dash(code))
            return false;
        if (chars > FIGURE_CHARS)
            return false;
    }
    if (!digits)
        return chars && dashes == chars && chars <= DASH_CHARS;
    size_t first = 0;
    return is_digit(gj_utf8_next(text, &first)) || dashes == 1;
}

static bool has_blank(gj_slice text)
{
    for (size_t at = 0; at < text.len;)
        if (gj_is_space(gj_utf8_next(text, &at)))
            return true;
    return false;
}

static bool is_start(const cutter *c, const gj_cutting *how)
{
    for (size_t i = 0; i < how->start_count; i++)
        if (how->starts[i] == c->place[how->measure])
            return true;
    return false;
}

/* 一、 （二） 3. and their like: what begins a label, not an item of a list. */
static bool begins_number(gj_slice text)
{
    size_t at = 0;
    uint32_t code = text.len ? gj_utf8_next(text, &at) : 0;
    return (code == '(' || code == 0xFF08 || is_digit(code) || gj_is_han(code)) && gj_line_mark(text, NULL) > 0;
}

/* Whether `blanks` of them before `at` part two pieces. */
static bool parts(const cutter *c, const gj_cutting *how, size_t blanks, size_t at)
{
    return blanks >= 2 ||
           (blanks && (how->single || is_start(c, how) || begins_number(gj_slice_sub(c->text, at, c->text.len))));
}

static void finish(const cutter *c, gj_piece *piece, size_t end)
{
    piece->span.end = c->base + end;
    gj_slice text = gj_slice_sub(c->text, piece->span.begin - c->base, end);
    piece->marked = begins_number(text);
    piece->figure = !piece->marked && is_figure(text);
    piece->doubtful = piece->figure && has_blank(text);
    piece->column = GJ_NOT_FOUND;
}

gj_status gj_pieces_cut(gj_arena *arena, gj_slice bytes, gj_span line, const gj_cutting *how, gj_pieces *out,
                        gj_error *err)
{
    cutter c = { .text = gj_slice_sub(bytes, line.begin, line.end), .base = line.begin };
    gj_piece *open = NULL;
    size_t blanks = 0, end = 0;
    for (size_t at = 0; at < c.text.len;) {
        size_t begin = at;
        uint32_t code = gj_utf8_next(c.text, &at);
        if (gj_is_space(code)) {
            blanks++;
            step(&c, code);
            continue;
        }
        if (open && parts(&c, how, blanks, begin)) {
            finish(&c, open, end);
            open = NULL;
        }
        if (!open) {
            open = GJ_PUSH(arena, out);
            if (!open)
                return gj_fail_nomem(err);
            open->span.begin = c.base + begin;
            memcpy(open->begin, c.place, sizeof c.place);
        }
        step(&c, code);
        memcpy(open->end, c.place, sizeof c.place);
        end = at;
        blanks = 0;
    }
    if (open)
        finish(&c, open, end);
    return GJ_OK;
}

size_t gj_pieces_figures(const gj_pieces *pieces, size_t first, size_t end, bool *doubtful)
{
    size_t count = 0;
    *doubtful = false;
    while (end > first && pieces->items[end - 1].figure) {
        end--;
        count++;
        *doubtful = *doubtful || pieces->items[end].doubtful;
    }
    return count;
}
