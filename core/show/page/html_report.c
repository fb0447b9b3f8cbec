/* html_report.c - the report itself, each block with the findings that stand at it. */
#include "html.h"

#include "../../base/utf8.h"

/* Headings of the report come under h3 and skip no level. */
#define FIRST_LEVEL 4
#define LAST_LEVEL 6

static void heading(const gj_page *h, const gj_fax_block *block, size_t *last)
{
    size_t level = block->kind == GJ_FAX_TITLE ? FIRST_LEVEL : block->level + FIRST_LEVEL - 1;
    level = level > LAST_LEVEL ? LAST_LEVEL : level > *last + 1 ? *last + 1 : level;
    *last = level;
    gj_buffer_format(h->out, "<h%zu class=\"%s\">", level, block->kind == GJ_FAX_TITLE ? "title" : "heading");
    gj_page_marked(h, &block->text);
    gj_buffer_format(h->out, "</h%zu>\n", level);
}

static void paragraph(const gj_page *h, const gj_fax_block *block)
{
    gj_buffer_text(h->out, block->strong ? "<p class=\"strong\">" : "<p>");
    gj_page_marked(h, &block->text);
    gj_buffer_text(h->out, "</p>\n");
}

static void image(const gj_page *h, const gj_fax_block *block)
{
    gj_buffer_text(h->out, "<p class=\"image\"");
    gj_page_whole_open(h, &block->text);
    gj_buffer_byte(h->out, '>');
    gj_page_whole_inside(h, &block->text);
    gj_buffer_text(h->out, GJ_PICK(h->lang, "〔图片，内容没有检查〕", "[picture, not examined] "));
    gj_page_text(h, block->text.text);
    gj_page_whole_close(h, &block->text);
    gj_buffer_text(h->out, "</p>\n");
}

static void block_of(const gj_page *h, const gj_fax_block *block, size_t *last)
{
    switch (block->kind) {
    case GJ_FAX_TITLE:
    case GJ_FAX_HEADING:
        heading(h, block, last);
        return;
    case GJ_FAX_PARAGRAPH:
        paragraph(h, block);
        return;
    case GJ_FAX_TABLE:
        gj_page_table(h, block);
        return;
    case GJ_FAX_IMAGE:
        image(h, block);
        return;
    }
}

/* Which marks are in the facsimile, and beside which block each finding stands: that of its primary mark, else of the first that is there. */
static void take_spots(gj_page *h, size_t *home, size_t block, const gj_fax_text *text)
{
    for (size_t i = 0; i < text->spot_count; i++) {
        const gj_fax_spot *spot = &text->spots[i];
        if (!spot->first)
            continue;
        h->placed[spot->finding][spot->mark] = true;
        if (home[spot->finding] == GJ_NOT_FOUND || spot->mark == 0)
            home[spot->finding] = block;
    }
}

bool gj_page_find_homes(gj_page *h, gj_arena *arena)
{
    const gj_result *result = h->result;
    size_t *home = GJ_ARRAY(arena, result->finding_count, size_t);
    h->placed = GJ_ARRAY(arena, result->finding_count, bool *);
    if (!home || !h->placed)
        return false;
    for (size_t i = 0; i < result->finding_count; i++) {
        home[i] = GJ_NOT_FOUND;
        h->placed[i] = GJ_ARRAY(arena, result->findings[i].mark_count, bool);
        if (!h->placed[i])
            return false;
    }
    for (size_t i = 0; result->facsimile && i < result->facsimile->block_count; i++) {
        const gj_fax_block *block = &result->facsimile->blocks[i];
        take_spots(h, home, i, &block->text);
        for (size_t k = 0; k < block->cell_count; k++)
            take_spots(h, home, i, &block->cells[k].text);
    }
    h->home = home;
    return true;
}

static bool stands_at(const gj_page *h, size_t finding, size_t block)
{
    return h->home[finding] == block && gj_page_kind_of(&h->result->findings[finding]) == GJ_PAGE_PROBLEM;
}

/* Returns whether there was one. */
static bool notes(const gj_page *h, size_t block, const char *title)
{
    bool any = false;
    for (size_t i = 0; i < h->result->finding_count; i++) {
        if (!stands_at(h, i, block))
            continue;
        if (!any)
            gj_buffer_format(h->out, "<div class=\"notes\" lang=\"%s\">\n%s", GJ_PICK(h->lang, "zh-CN", "en"), title);
        any = true;
        gj_page_finding(h, i);
    }
    if (any)
        gj_buffer_text(h->out, "</div>\n");
    return any;
}

static size_t notes_at(const gj_page *h, size_t block)
{
    size_t count = 0;
    for (size_t i = 0; i < h->result->finding_count; i++)
        count += stands_at(h, i, block);
    return count;
}

/* Notes stand beside a paragraph or a heading; what concerns a table or, at its title, all of the report stands under it, in the full width. */
static bool is_beside(const gj_fax_block *block)
{
    return block->kind != GJ_FAX_TABLE && block->kind != GJ_FAX_TITLE;
}

/* How tall things are in the widest layout, in lines of the report's text, about: a note is as wide as half of that. */
#define LINE_WIDTH 44
#define NOTE_LINES 7
#define LOST_LINES 6  /* of white space between paragraphs: so much may be */
#define NOTES_UNDER 4 /* whole, two rows of them */

static size_t lines_of(const gj_fax_block *block)
{
    return gj_utf8_count(block->text.text) / LINE_WIDTH + 1;
}

/* Whether the notes beside the text from block `first` on, up to what breaks the column of notes, would push that text apart. Each begins no higher
 * than its paragraph and under the one before; a paragraph with notes begins no higher than they do. */
static bool is_crowded(const gj_page *h, size_t first)
{
    const gj_facsimile *f = h->result->facsimile;
    size_t text = 0, column = 0, lost = 0, count = 0;
    for (size_t i = first; i < f->block_count && is_beside(&f->blocks[i]); i++) {
        size_t own = notes_at(h, i);
        if (own && column > text) {
            lost += column - text;
            text = column;
        }
        if (own)
            column = text + own * NOTE_LINES;
        count += own;
        text += lines_of(&f->blocks[i]);
    }
    lost += column > text ? column - text : 0;
    return count > 1 && lost > LOST_LINES;
}

void gj_page_facsimile(const gj_page *h)
{
    const gj_facsimile *f = h->result->facsimile;
    size_t last = FIRST_LEVEL - 1;
    gj_page noting = *h;
    gj_buffer_text(h->out, "<div class=\"facsimile\" lang=\"zh-CN\">\n");
    for (size_t i = 0; i < f->block_count; i++) {
        bool beside = is_beside(&f->blocks[i]);
        size_t own = notes_at(h, i);
        if (!beside)
            noting.folds = own > NOTES_UNDER;
        else if (!i || !is_beside(&f->blocks[i - 1]))
            noting.folds = is_crowded(h, i);
        if (own)
            gj_buffer_format(h->out, "<div class=\"noted %s\">\n", beside ? "beside" : "under");
        block_of(h, &f->blocks[i], &last);
        if (own) {
            (void)notes(&noting, i, "");
            gj_buffer_text(h->out, "</div>\n");
        }
    }
    gj_buffer_text(h->out, "</div>\n");
    if (f->cut)
        gj_buffer_format(h->out, "<p class=\"left-out\">%s</p>\n",
                         GJ_PICK(h->lang, "报告太长，后面的原文没有显示；检查是对全文做的。",
                                 "The report is too long: the rest of its text is not shown. All of it was checked."));
}

void gj_page_report_text(const gj_page *h)
{
    const gj_facsimile *f = h->result->facsimile;
    if (!f && !h->result->finding_count)
        return;
    gj_buffer_text(h->out, "<section class=\"text\"");
    gj_page_part_id(h, "text");
    gj_buffer_format(h->out, ">\n<h3>%s</h3>\n",
                     f ? GJ_PICK(h->lang, "报告原文与问题", "The report and its problems")
                       : GJ_PICK(h->lang, "问题", "Problems"));
    (void)notes(h, GJ_NOT_FOUND,
                f ? GJ_PICK(h->lang, "<p class=\"loose\">下面的问题不在正文的某一处：</p>\n",
                            "<p class=\"loose\">These are at no one place of the text:</p>\n")
                  : "");
    if (f)
        gj_page_facsimile(h);
    gj_buffer_text(h->out, "</section>\n");
}
