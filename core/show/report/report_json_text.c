/* report_json_text.c - sections and paragraphs in the order of the body.
 *
 * The body is walked as parts: what stands before the first heading, then every heading with its paragraphs. A heading is a block
 * that binding made no paragraph of. The first part of each of the form's sections goes under "sections"; parts of no section, and
 * second ones, go under "extra_sections" and say before which section they stood.
 */
#include "report_json.h"

typedef struct cursor {
    size_t block, paragraph;
} cursor;

typedef struct part {
    size_t heading;    /* block, or GJ_NOT_FOUND before the first heading */
    size_t section;    /* index, or GJ_NOT_FOUND */
    bool first;        /* of its section */
    size_t begin, end; /* paragraphs */
    size_t end_block;  /* the block after its last */
} part;

/* Whether the block is a section's heading: text that is no paragraph, or a heading of keyed data, which may have no words. */
static bool is_heading(const gj_report *report, const cursor *at)
{
    const gj_block *block = &report->document->blocks[at->block];
    if (at->paragraph < report->paragraph_count && report->paragraphs[at->paragraph].block == at->block)
        return false;
    if (block->kind == GJ_BLOCK_HEADING)
        return block->text.text.len || block->key.len;
    return block->kind == GJ_BLOCK_PARAGRAPH && block->text.text.len;
}

static bool same_span(gj_span a, gj_span b)
{
    return a.begin == b.begin && a.end == b.end;
}

/* Which section the heading opens, or opens again. */
static void name_section(const gj_report *report, part *out)
{
    const gj_block *block = &report->document->blocks[out->heading];
    for (size_t i = 0; i < report->section_count; i++) {
        const gj_section *section = &report->sections[i];
        if (section->present && section->first_block == out->heading + 1 &&
            same_span(section->heading.span, block->text.span)) {
            out->section = i;
            out->first = true;
            return;
        }
        if (section->copies &&
            (same_span(section->second, block->text.span) || gj_slice_equal(section->heading.text, block->text.text)))
            out->section = i;
    }
    if (out->section == GJ_NOT_FOUND && out->begin < out->end)
        out->section = report->paragraphs[out->begin].section;
}

static bool next_part(const gj_report *report, cursor *at, part *out)
{
    if (at->block >= report->document->block_count)
        return false;
    *out = (part){ .heading = GJ_NOT_FOUND, .section = GJ_NOT_FOUND };
    if (is_heading(report, at))
        out->heading = at->block++;
    out->begin = at->paragraph;
    for (; at->block < report->document->block_count && !is_heading(report, at); at->block++)
        if (at->paragraph < report->paragraph_count && report->paragraphs[at->paragraph].block == at->block)
            at->paragraph++;
    out->end = at->paragraph;
    out->end_block = at->block;
    if (out->heading != GJ_NOT_FOUND)
        name_section(report, out);
    return true;
}

static void paragraphs(gj_json *w, const char *key, const gj_report *report, const part *from)
{
    gj_json_array(w, key);
    for (size_t i = from->begin; i < from->end; i++)
        gj_json_string(w, NULL, report->paragraphs[i].text->text);
    gj_json_array_end(w);
}

/* What stood before the title, where that is a line of the file: a page's navigation. */
static void before_title(gj_json *w, const gj_report *report)
{
    const gj_document *document = report->document;
    bool keyed = document->format == GJ_FORMAT_JSON, open = false;
    for (size_t i = 0; i < report->body_block; i++) {
        const gj_block *block = &document->blocks[i];
        if (!block->text.text.len || (!keyed && block->span.end > report->title.span.begin))
            continue;
        if (!open)
            gj_json_array(w, GJ_KEY_BEFORE_TITLE);
        open = true;
        gj_json_string(w, NULL, block->text.text);
    }
    if (open)
        gj_json_array_end(w);
}

/* Pictures that stand for content, by their words. */
static void images(gj_json *w, const gj_report *report, const part *from)
{
    bool open = false;
    for (size_t i = from->heading; i < from->end_block; i++) {
        const gj_block *block = &report->document->blocks[i];
        if (block->kind != GJ_BLOCK_IMAGE)
            continue;
        if (!open)
            gj_json_array(w, "images");
        open = true;
        gj_json_string(w, NULL, block->text.text);
    }
    if (open)
        gj_json_array_end(w);
}

static void title_and_text(gj_json *w, const gj_report *report, const part *from)
{
    gj_slice title = report->document->blocks[from->heading].text.text;
    if (title.len)
        gj_json_string(w, "title", title);
    paragraphs(w, "text", report, from);
    gj_report_json_grids(w, "tables", report, from->heading + 1, from->end_block, from->begin);
    images(w, report, from);
}

/* The form's section that the part is the first of, or NULL. */
static const gj_form_section *main_section(const gj_report *report, const part *from)
{
    bool is = from->heading != GJ_NOT_FOUND && from->first && from->section != GJ_NOT_FOUND;
    return is ? report->sections[from->section].form : NULL;
}

static bool is_extra(const gj_report *report, const part *from)
{
    return from->heading != GJ_NOT_FOUND && !main_section(report, from);
}

static void extra_section(gj_json *w, const gj_report *report, const part *from, cursor after)
{
    char room[GJ_KEY_ROOM];
    part next;
    gj_json_object(w, NULL);
    title_and_text(w, report, from);
    if (from->section != GJ_NOT_FOUND && report->sections[from->section].form)
        gj_json_text(w, "section", gj_json_key(w, report->sections[from->section].form->key, room));
    while (next_part(report, &after, &next)) {
        const gj_form_section *section = main_section(report, &next);
        if (!section)
            continue;
        gj_json_text(w, "before", gj_json_key(w, section->key, room));
        break;
    }
    gj_json_object_end(w);
}

void gj_report_json_text(gj_json *w, const gj_report *report)
{
    const cursor start = { report->body_block, 0 };
    char room[GJ_KEY_ROOM];
    size_t extras = 0;
    part one;
    before_title(w, report);
    size_t before = report->document->block_count; /* blocks before the first heading */
    for (cursor at = start; next_part(report, &at, &one); extras += is_extra(report, &one)) {
        if (one.heading == GJ_NOT_FOUND && one.begin < one.end)
            paragraphs(w, "preamble", report, &one);
        if (one.heading != GJ_NOT_FOUND && one.heading < before)
            before = one.heading;
    }
    gj_report_json_grids(w, "preamble_tables", report, 0, before, 0);
    gj_json_object(w, "sections");
    for (cursor at = start; next_part(report, &at, &one);) {
        const gj_form_section *section = main_section(report, &one);
        if (!section)
            continue;
        gj_json_object(w, gj_json_key(w, section->key, room));
        title_and_text(w, report, &one);
        gj_json_object_end(w);
    }
    gj_json_object_end(w);
    if (!extras)
        return;
    gj_json_array(w, "extra_sections");
    for (cursor at = start; next_part(report, &at, &one);)
        if (is_extra(report, &one))
            extra_section(w, report, &one, at);
    gj_json_array_end(w);
}
