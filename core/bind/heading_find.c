/* Lines that could be section headings: short, and numbered, marked or worded like one. */
#include "sections.h"

#include "../base/utf8.h"

/* Dots or a page number at the end: 「一、甲……1」. */
static bool is_contents_line(gj_slice text)
{
    static const char *const leaders[] = { "…", "....", "····", "．．．" };
    for (size_t i = 0; i < sizeof leaders / sizeof *leaders; i++)
        if (gj_slice_find(text, gj_slice_of(leaders[i]), 0) != GJ_NOT_FOUND)
            return true;
    size_t at = text.len;
    while (at && text.data[at - 1] >= '0' && text.data[at - 1] <= '9')
        at--;
    return at < text.len && text.len - at <= 3 && at; /* titles end in no number */
}

static bool has_word(gj_slice key, const gj_slice *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (gj_slice_find(key, words[i], 0) != GJ_NOT_FOUND)
            return true;
    return false;
}

/* The section a line's words name. A line that names three is a list of titles, not a heading. */
static void match_title(const gj_form *form, gj_candidate *candidate)
{
    const gj_label_entry *entry = gj_label_find_in(form->labels, &candidate->label, GJ_LABEL_SECTION, GJ_NOT_FOUND);
    candidate->section = GJ_NOT_FOUND;
    if (entry) {
        candidate->section = entry->item;
        candidate->match = entry->statutory ? GJ_TITLE_EXACT : GJ_TITLE_VARIANT;
        return;
    }
    if (candidate->look == GJ_LOOK_PLAIN && candidate->label.style == GJ_STYLE_NONE)
        return; /* running text may hold any keyword */
    size_t named = 0;
    int nearest = -1;
    for (size_t i = 0; i < form->section_count; i++) {
        const gj_form_section *section = &form->sections[i];
        if (!has_word(candidate->label.key, section->keywords, section->keyword_count))
            continue;
        named++;
        int near = gj_label_nearness(candidate->label.key, section->title);
        if (near > nearest) {
            nearest = near;
            candidate->section = i;
        }
    }
    bool top = candidate->look == GJ_LOOK_MARKED || candidate->label.style == GJ_STYLE_HAN;
    if (!named && top &&
        (entry = gj_label_nearest(form->labels, &candidate->label, GJ_LABEL_SECTION, GJ_NOT_FOUND)) != NULL)
        candidate->section = entry->item; /* a title with a slip of the pen */
    candidate->match = candidate->section == GJ_NOT_FOUND ? GJ_TITLE_NONE : GJ_TITLE_KEYWORD;
    if (named >= 3) {
        candidate->section = GJ_NOT_FOUND;
        candidate->match = GJ_TITLE_NONE;
    }
}

/* A heading has no punctuation inside; a full stop at its end is forgiven. */
static bool is_sentence(gj_slice text)
{
    static const char *const marks[] = { "；", "，", "！", "？" };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (gj_slice_find(text, gj_slice_of(marks[i]), 0) != GJ_NOT_FOUND)
            return true;
    size_t stop = gj_slice_find(text, GJ_LIT("。"), 0);
    return stop != GJ_NOT_FOUND && stop + 3 < text.len;
}

static bool could_be(const gj_candidate *candidate, gj_slice text)
{
    if (!candidate->label.key.len)
        return false;
    bool words = candidate->match != GJ_TITLE_NONE;
    if (candidate->look == GJ_LOOK_MARKED)
        return words || candidate->label.number;
    if (is_sentence(text) && candidate->match < GJ_TITLE_VARIANT)
        return false;
    if (candidate->label.style == GJ_STYLE_NONE) /* numbering lost: the title must stand alone */
        return candidate->match >= GJ_TITLE_VARIANT;
    if (candidate->label.style == GJ_STYLE_HAN || candidate->label.style == GJ_STYLE_HAN_BRACKET ||
        candidate->look == GJ_LOOK_STRONG)
        return true;
    return words;
}

/* Most paragraphs end here, by their length alone. */
static bool is_short(gj_slice text)
{
    return text.len && text.len <= GJ_MAX_HEADING_CHARS * 4 && gj_utf8_count(text) <= GJ_MAX_HEADING_CHARS;
}

gj_status gj_candidates_find(gj_arena *arena, gj_report *report, const gj_form *form, gj_candidates *out, gj_error *err)
{
    GJ_LIST(gj_candidate) found = { 0 };
    for (size_t i = report->body_block; i < report->document->block_count; i++) {
        const gj_block *block = &report->document->blocks[i];
        bool heading = block->kind == GJ_BLOCK_HEADING;
        if ((!heading && block->kind != GJ_BLOCK_PARAGRAPH) || !is_short(block->text.text) ||
            is_contents_line(block->text.text))
            continue;
        gj_candidate candidate = { .block = i, .level = heading ? block->level : 0 };
        candidate.look = heading ? GJ_LOOK_MARKED : block->strong ? GJ_LOOK_STRONG : GJ_LOOK_PLAIN;
        if (!gj_label_read(arena, block->text.text, &candidate.label))
            return gj_fail_nomem(err);
        match_title(form, &candidate);
        if (!could_be(&candidate, block->text.text))
            continue;
        if (found.count == GJ_MAX_HEADINGS) {
            gj_report_notice(arena, report, "too_many_headings", block->text.span, block->pointer, block->text.text,
                             "像标题的行太多，从这一行起不再找章节标题",
                             "too many lines look like headings; from this line on no section heading was looked for");
            break;
        }
        gj_candidate *added = GJ_PUSH(arena, &found);
        if (!added)
            return gj_fail_nomem(err);
        *added = candidate;
    }
    *out = (gj_candidates){ found.items, found.count };
    return GJ_OK;
}
