#include "document.h"

/* The last run that starts at or before byte `offset`, or GJ_NOT_FOUND. */
static size_t run_before(const gj_text *text, size_t offset)
{
    size_t low = 0, high = text->run_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text->runs[middle].text <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : GJ_NOT_FOUND;
}

size_t gj_text_source(const gj_text *text, size_t offset)
{
    size_t index = run_before(text, offset);
    if (index == GJ_NOT_FOUND)
        return text->span.begin;
    const gj_run *run = &text->runs[index];
    size_t into = offset - run->text;
    return run->source + (into < run->length ? into : run->length);
}

/* Where the source of the one byte at `offset` ends. A byte that no run covers ends where the next run begins. */
static size_t source_end(const gj_text *text, size_t offset)
{
    size_t index = run_before(text, offset);
    if (index == GJ_NOT_FOUND)
        return text->run_count ? text->runs[0].source : text->span.end;
    const gj_run *run = &text->runs[index];
    if (offset - run->text < run->length)
        return run->source + (offset - run->text) + 1;
    return index + 1 < text->run_count ? text->runs[index + 1].source : text->span.end;
}

gj_span gj_text_span(const gj_text *text, size_t begin, size_t end)
{
    if (end > text->text.len)
        end = text->text.len;
    gj_span span = { .begin = gj_text_source(text, begin), .end = 0 };
    span.end = begin < end ? source_end(text, end - 1) : span.begin;
    if (span.end < span.begin)
        span.end = span.begin;
    return span;
}

bool gj_text_part(gj_arena *arena, const gj_text *whole, size_t begin, size_t end, size_t *first, gj_text *out)
{
    while (*first < whole->run_count && whole->runs[*first].text + whole->runs[*first].length <= begin)
        ++*first;
    size_t count = 0;
    while (*first + count < whole->run_count && whole->runs[*first + count].text < end)
        count++;
    gj_run *runs = GJ_ARRAY(arena, count ? count : 1, gj_run);
    if (!runs)
        return false;
    for (size_t i = 0; i < count; i++) {
        gj_run run = whole->runs[*first + i];
        size_t from = run.text > begin ? run.text : begin;
        size_t to = run.text + run.length < end ? run.text + run.length : end;
        runs[i] = (gj_run){ from - begin, run.source + (from - run.text), to - from };
    }
    *out = (gj_text){ .text = gj_slice_sub(whole->text, begin, end),
                      .span = gj_text_span(whole, begin, end),
                      .runs = runs,
                      .run_count = count };
    return true;
}

const gj_meta *gj_document_meta(const gj_document *document, gj_slice key)
{
    for (size_t i = 0; i < document->meta_count; i++)
        if (gj_slice_equal(document->metas[i].key, key))
            return &document->metas[i];
    return NULL;
}
