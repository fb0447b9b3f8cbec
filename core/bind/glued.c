#include "glued.h"

#include "../base/utf8.h"

#define WORDS_NEEDED 2 /* characters beyond ASCII that must follow a heading */

/* Where a section's heading stands in a paragraph: number, 、 and title. */
typedef struct place {
    size_t block, begin, end;
} place;

typedef GJ_LIST(gj_block) block_list;

static size_t skip_blanks(gj_slice text, size_t at)
{
    for (;;) {
        if (at < text.len && text.data[at] == ' ')
            at++;
        else if (gj_slice_starts(gj_slice_sub(text, at, text.len), GJ_LIT("\xE3\x80\x80")))
            at += 3;
        else
            return at;
    }
}

/* The next heading of the section from byte *from on; *from moves past it. */
static bool next_heading(gj_slice text, const gj_form_section *section, size_t *from, place *out)
{
    for (size_t at; (at = gj_slice_find(text, section->number, *from)) != GJ_NOT_FOUND;) {
        size_t after = at + section->number.len;
        *from = after;
        if (!gj_slice_starts(gj_slice_sub(text, after, text.len), GJ_LIT("、")))
            continue;
        size_t title = skip_blanks(text, after + strlen("、"));
        if (!gj_slice_starts(gj_slice_sub(text, title, text.len), section->title))
            continue;
        out->begin = at;
        *from = out->end = title + section->title.len;
        return true;
    }
    return false;
}

static gj_slice body_text(const gj_report *report, size_t block)
{
    const gj_block *b = &report->document->blocks[block];
    return b->kind == GJ_BLOCK_PARAGRAPH ? b->text.text : (gj_slice){ "", 0 };
}

/* The only place where the section's heading stands, after *last; false where there is none, or more than one. */
static bool only_place(const gj_report *report, const gj_form_section *section, const place *last, place *out)
{
    size_t count = 0;
    for (size_t i = report->body_block; i < report->document->block_count; i++) {
        place found = { .block = i };
        for (size_t from = 0; next_heading(body_text(report, i), section, &from, &found); count++)
            *out = found;
    }
    return count == 1 && (!last || out->block > last->block || (out->block == last->block && out->begin >= last->end));
}

/* Whether words of its own follow the heading, up to the next one or the end of its paragraph. */
static bool has_words(const gj_report *report, const place *heading, const place *next)
{
    static const char *const lists[] = { "，", "；", "、", "。", "和", "以及" };
    gj_slice text = body_text(report, heading->block);
    bool same = next && next->block == heading->block;
    if (next && next->block > heading->block && heading->end == text.len)
        return true; /* they follow in the next paragraph */
    text = gj_slice_trim(gj_slice_sub(text, heading->end, same ? next->begin : text.len));
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        if (gj_slice_starts(text, gj_slice_of(lists[i])))
            return false;
    size_t words = 0;
    for (size_t at = 0; at < text.len;)
        words += gj_utf8_next(text, &at) >= 0x80;
    return words >= WORDS_NEEDED;
}

static bool find_all(const gj_report *report, place *places)
{
    const gj_form *form = report->form;
    for (size_t i = 0; i < report->section_count; i++)
        if (report->sections[i].present)
            return false;
    for (size_t i = 0; i < form->section_count; i++)
        if (!only_place(report, &form->sections[i], i ? &places[i - 1] : NULL, &places[i]))
            return false;
    for (size_t i = 0; i < form->section_count; i++)
        if (!has_words(report, &places[i], i + 1 < form->section_count ? &places[i + 1] : NULL))
            return false;
    return form->section_count > 0;
}

/* Bytes [begin, end) of a block's text as a paragraph of their own. */
static gj_status add_piece(gj_arena *arena, block_list *list, const gj_block *from, size_t begin, size_t end,
                           size_t *run, gj_error *err)
{
    gj_slice trimmed = gj_slice_trim(gj_slice_sub(from->text.text, begin, end));
    if (!trimmed.len)
        return GJ_OK;
    begin = (size_t)(trimmed.data - from->text.text.data);
    gj_block *added = GJ_PUSH(arena, list);
    if (!added)
        return gj_fail_nomem(err);
    *added = *from;
    added->strong = false;
    if (!gj_text_part(arena, &from->text, begin, begin + trimmed.len, run, &added->text))
        return gj_fail_nomem(err);
    added->span = added->text.span;
    return GJ_OK;
}

/* A block cut at the headings in it; *next is the first of these. */
static gj_status cut_block(gj_arena *arena, block_list *list, const gj_report *report, size_t block,
                           const place *places, size_t *next, gj_error *err)
{
    const gj_block *from = &report->document->blocks[block];
    size_t at = 0, run = 0;
    for (; *next < report->form->section_count && places[*next].block == block; ++*next) {
        GJ_TRY(add_piece(arena, list, from, at, places[*next].begin, &run, err));
        GJ_TRY(add_piece(arena, list, from, places[*next].begin, places[*next].end, &run, err));
        at = places[*next].end;
    }
    if (at)
        return add_piece(arena, list, from, at, from->text.text.len, &run, err);
    gj_block *added = GJ_PUSH(arena, list);
    if (!added)
        return gj_fail_nomem(err);
    *added = *from;
    return GJ_OK;
}

static gj_status say(gj_arena *arena, gj_document *document, gj_span span, size_t count, gj_error *err)
{
    gj_remark *remarks = GJ_ARRAY(arena, document->remark_count + 1, gj_remark);
    gj_slice zh = gj_arena_format(arena,
                                  "各部分的标题没有单独成行，已按 %zu 个法定标题的先后把正文分开；粘连的表格没有拆，"
                                  "请换用原来的文件，或让标题各占一行",
                                  count);
    gj_slice en =
        gj_arena_format(arena,
                        "section headings have no lines of their own; the text was divided at the %zu "
                        "statutory titles. Tables run together were not taken apart: use the original file, or "
                        "give each heading a line",
                        count);
    if (!remarks || !zh.data || !en.data)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < document->remark_count; i++)
        remarks[i] = document->remarks[i];
    remarks[document->remark_count++] =
        (gj_remark){ .kind = GJ_LIT("glued_headings"), .words = { zh, en }, .span = span };
    document->remarks = remarks;
    return GJ_OK;
}

gj_status gj_unglue(gj_arena *arena, const gj_report *report, const gj_document **out, gj_error *err)
{
    if (!report->form || report->document->format == GJ_FORMAT_JSON)
        return GJ_OK;
    place *places = GJ_ARRAY(arena, report->form->section_count, place);
    if (!places)
        return gj_fail_nomem(err);
    if (!find_all(report, places))
        return GJ_OK;
    gj_document *document = GJ_NEW(arena, gj_document);
    if (!document)
        return gj_fail_nomem(err);
    *document = *report->document;
    block_list blocks = { 0 };
    for (size_t i = 0, next = 0; i < report->document->block_count; i++)
        GJ_TRY(cut_block(arena, &blocks, report, i, places, &next, err));
    const gj_block *first = &report->document->blocks[places[0].block];
    gj_span span = gj_text_span(&first->text, places[0].begin, places[0].end);
    GJ_TRY(say(arena, document, span, report->form->section_count, err));
    document->blocks = blocks.items;
    document->block_count = blocks.count;
    *out = document;
    return GJ_OK;
}
