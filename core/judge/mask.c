#include "mask.h"
#include "hidden.h"

#include "../base/utf8.h"

/* A value this short tells nothing by itself, and stands in other words. */
#define SHORTEST 2

bool gj_mask_add(gj_judging *judging, gj_slice text, gj_span span)
{
    for (size_t i = 0; i < judging->privates.count; i++) {
        const gj_private *other = &judging->privates.items[i];
        if (other->span.begin == span.begin && other->span.end == span.end && gj_slice_equal(other->text, text))
            return true;
    }
    if (judging->privates.count >= GJ_MAX_PRIVATE) {
        judging->more_private = true;
        return true;
    }
    gj_private *kept = GJ_PUSH(judging->arena, &judging->privates);
    if (kept)
        *kept = (gj_private){ text, span };
    return kept != NULL;
}

/* Which bytes of a text are hidden. */
typedef struct stars {
    bool *at;
    bool any;
} stars;

/* Hide the code points from number `first` up to, not including, `last` of those in [begin, end). */
static void hide_between(stars *s, gj_slice text, gj_span span, size_t first, size_t last)
{
    size_t at = span.begin;
    for (size_t nth = 0; at < span.end && nth < last; nth++) {
        size_t begin = at;
        (void)gj_utf8_next(text, &at);
        for (; nth >= first && begin < at; begin++)
            s->at[begin] = s->any = true;
    }
}

/* 138******12, 张**: enough to find the place by, too little to know the value. */
static void hide_value(stars *s, gj_slice text, gj_span span)
{
    size_t count = gj_utf8_count(gj_slice_sub(text, span.begin, span.end));
    size_t head = count < 5 ? 1 : count < 8 ? 2 : 3, tail = count < 8 ? 0 : 2;
    hide_between(s, text, span, head, count - tail);
}

/* The text with stars for what is hidden; data NULL when memory ran out. */
static gj_slice starred(gj_arena *arena, gj_slice text, const stars *s)
{
    char *out = gj_arena_alloc(arena, text.len + 1);
    size_t length = 0;
    for (size_t at = 0; out && at < text.len;) {
        size_t begin = at;
        (void)gj_utf8_next(text, &at);
        if (s->at[begin]) {
            out[length++] = '*';
            continue;
        }
        memcpy(out + length, text.data + begin, at - begin);
        length += at - begin;
    }
    return (gj_slice){ out, out ? length : 0 };
}

/* Values may overlap, so all are looked for in the text as it was. */
static void find_values(const gj_judging *judging, gj_slice text, stars *s)
{
    for (size_t i = 0; i < judging->privates.count; i++) {
        gj_slice value = judging->privates.items[i].text;
        if (gj_utf8_count(value) < SHORTEST)
            continue;
        for (size_t at = 0; (at = gj_slice_find(text, value, at)) != GJ_NOT_FOUND; at += value.len)
            hide_value(s, text, (gj_span){ at, at + value.len });
    }
}

static bool hide_all(const gj_judging *judging, gj_slice *text)
{
    if (text->len == 0)
        return true;
    stars s = { GJ_ARRAY(judging->arena, text->len, bool), false };
    if (!s.at)
        return false;
    find_values(judging, *text, &s);
    if (s.any)
        *text = starred(judging->arena, *text, &s);
    return text->data != NULL;
}

gj_slice gj_mask_values(gj_arena *arena, const gj_slice *values, size_t count, gj_slice text)
{
    stars s = { NULL, false };
    for (size_t i = 0; i < count; i++) {
        if (gj_utf8_count(values[i]) < SHORTEST)
            continue;
        for (size_t at = 0; (at = gj_slice_find(text, values[i], at)) != GJ_NOT_FOUND; at += values[i].len) {
            if (!s.at && !(s.at = GJ_ARRAY(arena, text.len, bool)))
                return (gj_slice){ NULL, 0 };
            hide_value(&s, text, (gj_span){ at, at + values[i].len });
        }
    }
    return s.any ? starred(arena, text, &s) : text;
}

static bool hide_words(const gj_judging *judging, gj_words *words)
{
    return hide_all(judging, &words->zh) && hide_all(judging, &words->en);
}

gj_slice gj_mask_text(const gj_judging *judging, gj_slice text)
{
    gj_slice masked = text;
    return hide_all(judging, &masked) ? masked : (gj_slice){ NULL, 0 };
}

/* Source lines. A value may stand there otherwise than as it was read: escaped, with marks of the format inside, cut where the line is. */

/* The bytes of the file that the line's text is a copy of. */
static gj_span line_span(const gj_source *source, const gj_mark *mark)
{
    size_t begin = gj_source_line_start(source, mark->line);
    for (size_t i = 0; i < mark->line_offset && begin < source->bytes.len; i++)
        (void)gj_utf8_next(source->bytes, &begin);
    return (gj_span){ begin, begin + mark->line_text.len };
}

/* Hide what of the value is on this line: all of it, unless it stands there whole and as it was read. */
static void hide_on_line(const gj_judging *judging, const gj_mark *mark, gj_span line, const gj_private *private,
                         stars *s)
{
    gj_slice bytes = judging->report->document->source->bytes;
    size_t begin = private->span.begin > line.begin ? private->span.begin : line.begin;
    size_t end = private->span.end < line.end ? private->span.end : line.end;
    if (begin >= end || line.end > bytes.len)
        return;
    gj_span here = { begin - line.begin, end - line.begin };
    bool whole = begin == private->span.begin && end == private->span.end;
    if (whole && gj_slice_equal(gj_slice_sub(bytes, begin, end), private->text))
        hide_value(s, mark->line_text, here);
    else
        hide_between(s, mark->line_text, here, 0, here.end - here.begin);
}

static bool hide_in_mark(const gj_judging *judging, gj_mark *mark)
{
    if (judging->more_private) {
        mark->line_text = GJ_LIT("");
        return true;
    }
    if (mark->line_text.len == 0)
        return true;
    gj_span line = line_span(judging->report->document->source, mark);
    stars s = { GJ_ARRAY(judging->arena, mark->line_text.len, bool), false };
    if (!s.at)
        return false;
    find_values(judging, mark->line_text, &s);
    for (size_t i = 0; i < judging->privates.count; i++)
        hide_on_line(judging, mark, line, &judging->privates.items[i], &s);
    if (s.any)
        mark->line_text = starred(judging->arena, mark->line_text, &s);
    return mark->line_text.data != NULL;
}

static bool hide_in_finding(const gj_judging *judging, gj_finding *f)
{
    bool ok = hide_words(judging, &f->message) && hide_words(judging, &f->remedy) && hide_all(judging, &f->quote) &&
              hide_all(judging, &f->place);
    for (size_t i = 0; ok && i < f->mark_count; i++)
        ok = hide_in_mark(judging, &f->marks[i]) && hide_words(judging, &f->marks[i].label);
    for (size_t i = 0; ok && i < f->cell_count; i++)
        ok = hide_all(judging, &f->cells[i].text);
    return ok;
}

/* For those who show the report's text later. */
static bool keep_values(const gj_judging *judging, gj_result *result)
{
    gj_slice *values = GJ_ARRAY(judging->arena, judging->privates.count, gj_slice);
    for (size_t i = 0; values && i < judging->privates.count; i++)
        values[i] = judging->privates.items[i].text;
    result->hidden = values;
    result->hidden_count = values ? judging->privates.count : 0;
    result->more_hidden = judging->more_private;
    return values != NULL;
}

gj_status gj_mask_result(const gj_judging *judging, gj_result *result, gj_error *err)
{
    if (judging->privates.count == 0)
        return GJ_OK;
    bool ok = keep_values(judging, result) && hide_all(judging, &result->title);
    for (size_t i = 0; ok && i < result->outcome_count; i++)
        ok = hide_words(judging, &result->outcomes[i].why);
    for (size_t i = 0; ok && i < result->finding_count; i++)
        ok = hide_in_finding(judging, &result->findings[i]);
    for (size_t i = 0; ok && i < result->notice_count; i++)
        ok = hide_words(judging, &result->notices[i].words) && hide_all(judging, &result->notices[i].text);
    return ok ? GJ_OK : gj_fail_nomem(err);
}
