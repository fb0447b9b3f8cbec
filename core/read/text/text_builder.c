#include "text_builder.h"

#include "../../base/utf8.h"

void gj_text_begin(gj_text_builder *builder)
{
    builder->runs.count = 0;
    builder->decoded.count = 0;
    builder->length = 0;
    builder->failed = GJ_OK;
}

/* True where the last run covers the text to its end and its source ends at `at`. */
static bool continues(const gj_text_builder *builder, size_t at)
{
    if (!builder->runs.count)
        return false;
    const gj_run *last = &builder->runs.items[builder->runs.count - 1];
    return last->text + last->length == builder->length && last->source + last->length == at;
}

/* From here on the text stands at `at`. */
static void mark(gj_text_builder *builder, size_t at)
{
    if (builder->failed || continues(builder, at))
        return;
    if (builder->runs.count >= GJ_MAX_RUNS) {
        builder->failed = GJ_LIMIT;
        return;
    }
    gj_run *run = GJ_PUSH(builder->arena, &builder->runs);
    if (run)
        *run = (gj_run){ .text = builder->length, .source = at };
    else
        builder->failed = GJ_NOMEM;
}

void gj_text_add(gj_text_builder *builder, size_t begin, size_t end)
{
    if (begin >= end)
        return;
    mark(builder, begin);
    if (builder->failed)
        return;
    builder->runs.items[builder->runs.count - 1].length += end - begin;
    builder->length += end - begin;
}

void gj_text_add_byte(gj_text_builder *builder, char byte)
{
    if (builder->failed)
        return;
    char *place = GJ_PUSH(builder->arena, &builder->decoded);
    if (!place) {
        builder->failed = GJ_NOMEM;
        return;
    }
    *place = byte;
    builder->length++;
}

void gj_text_add_decoded(gj_text_builder *builder, size_t begin, size_t end, gj_slice text)
{
    mark(builder, begin);
    for (size_t i = 0; i < text.len; i++)
        gj_text_add_byte(builder, text.data[i]);
    mark(builder, end);
}

/* Runs and decoded bytes laid out one after the other. */
static gj_slice assemble(const gj_text_builder *builder)
{
    char *text = gj_arena_alloc(builder->arena, builder->length);
    if (!text)
        return (gj_slice){ 0 };
    size_t at = 0, decoded = 0;
    for (size_t i = 0; i <= builder->runs.count; i++) {
        bool last = i == builder->runs.count;
        size_t until = last ? builder->length : builder->runs.items[i].text;
        if (until > at)
            memcpy(text + at, builder->decoded.items + decoded, until - at);
        decoded += until - at;
        at = until;
        if (!last && builder->runs.items[i].length) {
            memcpy(text + at, builder->bytes.data + builder->runs.items[i].source, builder->runs.items[i].length);
            at += builder->runs.items[i].length;
        }
    }
    return (gj_slice){ text, builder->length };
}

/* Copy the runs that touch bytes [front, back) of the untrimmed text, counted from `front`. */
static bool keep_runs(const gj_text_builder *builder, size_t front, size_t back, gj_text *out)
{
    gj_run *runs = GJ_ARRAY(builder->arena, builder->runs.count, gj_run);
    if (!runs)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < builder->runs.count; i++) {
        gj_run run = builder->runs.items[i];
        size_t begin = run.text > front ? run.text : front;
        size_t end = run.text + run.length < back ? run.text + run.length : back;
        if (run.length ? begin >= end : run.text < front || run.text > back)
            continue;
        runs[count++] =
            (gj_run){ .text = begin - front, .source = run.source + (begin - run.text), .length = end - begin };
    }
    out->runs = runs;
    out->run_count = count;
    return true;
}

/* Without white space of any kind at both ends: &emsp; and zero-width spaces as well. */
static gj_slice trim(gj_slice text)
{
    text = gj_slice_trim(text);
    for (size_t at = 0; text.len && gj_is_space(gj_utf8_next(text, &at)); at = 0)
        text = gj_slice_trim(gj_slice_sub(text, at, text.len));
    for (size_t at = text.len; text.len && gj_is_space(gj_utf8_prev(text, &at)); at = text.len)
        text = gj_slice_trim(gj_slice_sub(text, 0, at));
    return text;
}

gj_status gj_text_finish(gj_text_builder *builder, gj_span span, gj_text *out, gj_error *err)
{
    if (builder->failed == GJ_LIMIT)
        return gj_fail(err, GJ_LIMIT, span.begin, "一段文字里的标记太多（最多 %d 处）；请把它拆成几段",
                       "too many marks in one paragraph (at most %d); split it", GJ_MAX_RUNS);
    if (builder->failed)
        return gj_fail_nomem(err);
    *out = (gj_text){ .text = { "", 0 }, .span = span };
    if (!builder->length)
        return GJ_OK;
    const gj_run *first = &builder->runs.items[0];
    bool unbroken = builder->runs.count == 1 && first->length == builder->length;
    gj_slice whole =
        unbroken ? gj_slice_sub(builder->bytes, first->source, first->source + first->length) : assemble(builder);
    if (!whole.data)
        return gj_fail_nomem(err);
    out->text = trim(whole);
    size_t front = out->text.len ? (size_t)(out->text.data - whole.data) : 0;
    return keep_runs(builder, front, front + out->text.len, out) ? GJ_OK : gj_fail_nomem(err);
}

gj_span gj_span_trim(gj_slice bytes, gj_span span)
{
    gj_slice all = gj_slice_sub(bytes, span.begin, span.end);
    gj_slice text = gj_slice_trim(all);
    if (!text.len) {
        size_t at = span.begin + (all.len && (all.data[0] == ' ' || all.data[0] == '\t'));
        return (gj_span){ at, at };
    }
    size_t begin = span.begin + (size_t)(text.data - all.data);
    return (gj_span){ begin, begin + text.len };
}

bool gj_span_uncut(const gj_span *cuts, size_t count, gj_span *rest, gj_span *piece)
{
    while (rest->begin < rest->end) {
        size_t low = 0, high = count; /* the first cut that ends after rest->begin */
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (cuts[middle].end <= rest->begin)
                low = middle + 1;
            else
                high = middle;
        }
        gj_span cut = low < count ? cuts[low] : (gj_span){ rest->end, rest->end };
        if (cut.begin > rest->begin) {
            *piece = (gj_span){ rest->begin, cut.begin < rest->end ? cut.begin : rest->end };
            rest->begin = piece->end;
            return true;
        }
        rest->begin = cut.end;
    }
    return false;
}
