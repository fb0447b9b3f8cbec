/* The line that is the report's title. */
#include "identity.h"

#include "labels.h"

#include "../base/utf8.h"

#define TITLE_BLOCKS 12 /* a title stands among the first blocks, if anywhere */

static bool is_line(const gj_block *block)
{
    return (block->kind == GJ_BLOCK_HEADING || block->kind == GJ_BLOCK_PARAGRAPH) && block->text.text.len &&
           block->text.text.len <= GJ_MAX_TITLE_CHARS * 4 && gj_utf8_count(block->text.text) <= GJ_MAX_TITLE_CHARS;
}

static gj_status search(const gj_forms *forms, gj_slice line, gj_title *out, bool *found, gj_error *err)
{
    gj_match match;
    gj_match_result result = gj_pattern_search(forms->title, line, 0, &match, err);
    if (result == GJ_MATCH_FAILED)
        return err && err->status ? err->status : GJ_RULES;
    *found = result == GJ_MATCH_FOUND;
    if (!*found)
        return GJ_OK;
    size_t group = gj_pattern_group(forms->title, "name");
    if (group && group < match.group_count && match.groups[group].begin != GJ_NOT_FOUND)
        out->name = gj_slice_trim(gj_slice_sub(line, match.groups[group].begin, match.groups[group].end));
    size_t at = 0;
    out->year = gj_year_next(line, &at);
    return GJ_OK;
}

/* 「２０２４」: digits that a pattern would not know. */
static bool has_wide_digits(gj_slice line)
{
    for (size_t at = 0; at < line.len;) {
        uint32_t code = gj_utf8_next(line, &at);
        if (code >= 0xFF10 && code <= 0xFF19)
            return true;
    }
    return false;
}

/* Whether a line is a title, as written or else folded (spaces between its characters, full-width digits). */
static gj_status match_line(gj_arena *arena, const gj_forms *forms, gj_slice line, gj_title *out, bool *found,
                            gj_error *err)
{
    if (!has_wide_digits(line))
        GJ_TRY(search(forms, line, out, found, err));
    if (*found)
        return GJ_OK;
    gj_slice folded = gj_utf8_fold(arena, line);
    if (!folded.data)
        return gj_fail_nomem(err);
    return gj_slice_equal(folded, line) ? GJ_OK : search(forms, folded, out, found, err);
}

/* Two lines as one text, each byte still knowing its place. */
static gj_status join_lines(gj_arena *arena, const gj_text *a, const gj_text *b, gj_text *out, gj_error *err)
{
    gj_slice text = gj_arena_format(arena, "%.*s%.*s", GJ_ARG(a->text), GJ_ARG(b->text));
    gj_run *runs = GJ_ARRAY(arena, a->run_count + b->run_count, gj_run);
    if (!text.data || !runs)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < a->run_count; i++)
        runs[i] = a->runs[i];
    for (size_t i = 0; i < b->run_count; i++) {
        runs[a->run_count + i] = b->runs[i];
        runs[a->run_count + i].text += a->text.len;
    }
    *out = (gj_text){ text, { a->span.begin, b->span.end }, runs, a->run_count + b->run_count };
    return GJ_OK;
}

/* A title that begins with the year continues the body's name on the line above. */
static gj_status join_above(gj_arena *arena, const gj_report *report, gj_title *title, gj_error *err)
{
    size_t above = title->first_block;
    while (above && !is_line(&report->document->blocks[above - 1]))
        above--;
    if (!above || title->name.len)
        return GJ_OK;
    const gj_block *block = &report->document->blocks[above - 1];
    gj_slice name;
    GJ_TRY(gj_issuer_line(arena, report->forms, block->text.text, &name, err));
    if (!name.len || name.len != block->text.text.len)
        return GJ_OK;
    gj_text line = title->text;
    title->name = name;
    title->first_block = above - 1;
    return join_lines(arena, &block->text, &line, &title->text, err);
}

/* A section's heading ends the search: titles stand before it. */
static gj_status is_section_heading(gj_arena *arena, const gj_forms *forms, gj_slice line, bool *out, gj_error *err)
{
    gj_label label;
    *out = false;
    if (!gj_label_read(arena, line, &label))
        return gj_fail_nomem(err);
    for (size_t i = 0; i < forms->form_count && label.number && !*out; i++)
        *out = gj_label_find_in(forms->forms[i].labels, &label, GJ_LABEL_SECTION, GJ_NOT_FOUND) != NULL;
    return GJ_OK;
}

/* Block `at` as a title, or with the line before it. A line that alone would be one without a year belongs to a line before it that ends with
 * the year. */
static gj_status match_block(gj_arena *arena, const gj_report *report, const gj_block *last, size_t at, gj_title *out,
                             bool *found, gj_error *err)
{
    const gj_block *block = &report->document->blocks[at];
    *out = (gj_title){ .text = block->text, .first_block = at };
    GJ_TRY(match_line(arena, report->forms, block->text.text, out, found, err));
    if (!last || last->text.text.len + block->text.text.len > GJ_MAX_TITLE_CHARS * 4 ||
        (*found && (out->year || !gj_slice_ends(last->text.text, GJ_LIT("年")))))
        return GJ_OK;
    gj_title joined = { .first_block = (size_t)(last - report->document->blocks) };
    bool both = false;
    GJ_TRY(join_lines(arena, &last->text, &block->text, &joined.text, err));
    GJ_TRY(match_line(arena, report->forms, joined.text.text, &joined, &both, err));
    if (both)
        *out = joined;
    *found = *found || both;
    return GJ_OK;
}

/* The title among the first blocks: one line, or two that make one together. The first one with a year: a page's navigation (首页 > 年度报告)
 * looks like one without. */
static gj_status find_line(gj_arena *arena, gj_report *report, gj_title *out, gj_error *err)
{
    const gj_document *document = report->document;
    const gj_block *last = NULL;
    for (size_t i = report->body_block; i < document->block_count && i < TITLE_BLOCKS && !out->year; i++) {
        const gj_block *block = &document->blocks[i];
        bool found = false;
        gj_title title;
        if (is_line(block)) {
            GJ_TRY(is_section_heading(arena, report->forms, block->text.text, &found, err));
            if (found)
                break;
            GJ_TRY(match_block(arena, report, last, i, &title, &found, err));
        }
        if (found && (title.year || !out->text.text.len)) {
            *out = title;
            report->body_block = i + 1;
        }
        last = is_line(block) && !found ? block : NULL;
    }
    return out->text.text.len ? join_above(arena, report, out, err) : GJ_OK;
}

/* A heading of the first level that names the report but is cut or garbled is shown as its title all the same. */
static void find_broken(gj_report *report, gj_title *out)
{
    const gj_document *document = report->document;
    for (size_t i = 0; i < document->block_count && i < TITLE_BLOCKS; i++) {
        const gj_block *block = &document->blocks[i];
        if (block->kind != GJ_BLOCK_HEADING || block->level != 1 || !is_line(block))
            continue;
        size_t at = 0;
        bool known = false;
        for (size_t k = 0; k < report->forms->report_hint_count && !known; k++)
            known = gj_slice_find(block->text.text, report->forms->report_hints[k], 0) != GJ_NOT_FOUND;
        if (!known)
            continue;
        *out = (gj_title){ .text = block->text, .first_block = i, .year = gj_year_next(block->text.text, &at) };
        report->body_block = i + 1;
        return;
    }
}

gj_status gj_title_find(gj_arena *arena, gj_report *report, gj_title *out, gj_error *err)
{
    static const char *const keys[] = { "title", "标题", NULL };
    *out = (gj_title){ 0 };
    const gj_document *document = report->document;
    while (report->body_block < document->block_count &&
           gj_slice_is(document->blocks[report->body_block].key, GJ_KEY_BEFORE_TITLE))
        report->body_block++;
    const gj_meta *meta = gj_meta_any(report->document, keys);
    bool keyed =
        report->document->format == GJ_FORMAT_JSON && meta && meta->value.text.len; /* its text may repeat the title */
    if (report->forms->title && !keyed)
        GJ_TRY(find_line(arena, report, out, err));
    if (!out->text.text.len && !keyed)
        find_broken(report, out);
    if (out->text.text.len || !meta || !meta->value.text.len)
        return GJ_OK;
    bool found = false;
    if (report->forms->title)
        GJ_TRY(match_line(arena, report->forms, meta->value.text, out, &found, err));
    if (!found) {
        size_t at = 0;
        out->year = gj_year_next(meta->value.text, &at);
    }
    out->text = meta->value;
    out->metadata = true;
    return GJ_OK;
}
