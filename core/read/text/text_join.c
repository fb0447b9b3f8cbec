/* text_join.c - which lines are one paragraph.
 *
 * Two layouts occur. Word processors write a paragraph as one long line and break it at page ends only, with blank lines
 * between. PDF extraction breaks every line at the margin. A break inside a sentence is healed; a paragraph that its author forgot
 * to end with a mark must stay one, so a number, a heading, a title, a signature or a date never joins.
 */
#include "../ascii.h"
#include "text_reader.h"

#define MARGIN 2        /* columns by which lines of one margin differ */
#define LOOSE_MARGIN 4  /* the same, where nothing but the margin speaks for joining */
#define WRAPPED_LINE 40 /* columns: shorter lines were not broken by a margin */

static size_t right_edge(const gj_text_line *line)
{
    return line->indent + line->columns;
}

/* After a page end or blank lines: both sides must be running text. */
static bool continues_apart(const gj_open_paragraph *p, const gj_text_line *line)
{
    if (p->last.ending != GJ_END_OPEN || !p->sentence)
        return p->last.ending == GJ_END_OPEN && p->opened > 0 && line->opened < 0;
    if (line->sentence || (p->opened > 0 && line->opened < 0))
        return true;
    /* a full line without a mark of its own, at the top of the next page */
    return p->page_end && p->last.columns >= WRAPPED_LINE && line->columns + MARGIN >= p->last.columns;
}

/* On the very next line: the margin may have broken it. */
static bool continues_wrapped(const gj_open_paragraph *p, const gj_text_line *line)
{
    const gj_text_line *last = &p->last;
    if (line->indent >= last->indent + MARGIN)
        return false;
    bool full = right_edge(last) + MARGIN >= right_edge(line) && last->columns >= WRAPPED_LINE;
    if (last->ending == GJ_END_SOFT && !full)
        return false;
    if (p->opened > 0 && (line->sentence || line->opened < 0))
        return true;
    if (p->sentence)
        return line->sentence || (full && line->columns + LOOSE_MARGIN >= WRAPPED_LINE);
    /* neither side has said that it is a sentence: the margins must */
    return full && !last->mark && line->sentence && right_edge(line) + LOOSE_MARGIN >= right_edge(last);
}

bool gj_paragraph_continues(const gj_open_paragraph *p, const gj_text_line *line)
{
    if (!p->open || line->mark || line->columnar || p->last.columnar || p->last.ending == GJ_END_HARD)
        return false;
    return p->apart ? continues_apart(p, line) : continues_wrapped(p, line);
}

gj_status gj_paragraph_end(gj_text_reader *reader)
{
    gj_open_paragraph *p = &reader->paragraph;
    if (!p->open)
        return GJ_OK;
    gj_block block = { .kind = GJ_BLOCK_PARAGRAPH, .span = p->span };
    GJ_TRY(gj_text_finish(&reader->text, p->span, &block.text, reader->builder.err));
    *p = (gj_open_paragraph){ .open = false };
    return gj_builder_block(&reader->builder, &block);
}

/* Between letters or digits of two lines there was a blank; between Chinese characters there was none. */
bool gj_join_needs_blank(gj_slice bytes, size_t end, size_t begin)
{
    return gj_is_alnum(bytes.data[end - 1]) && gj_is_alnum(bytes.data[begin]);
}

gj_status gj_paragraph_line(gj_text_reader *reader, const gj_text_line *line)
{
    gj_open_paragraph *p = &reader->paragraph;
    if (gj_paragraph_continues(p, line)) {
        if (gj_join_needs_blank(reader->builder.source->bytes, p->last.content.end, line->content.begin))
            gj_text_add_byte(&reader->text, ' ');
    } else {
        GJ_TRY(gj_paragraph_end(reader));
        gj_text_begin(&reader->text);
        *p = (gj_open_paragraph){ .open = true, .span = line->content };
    }
    gj_text_add(&reader->text, line->content.begin, line->content.end);
    p->span.end = line->content.end;
    p->last = *line;
    p->sentence = p->sentence || line->sentence;
    p->opened = p->opened + line->opened > 0 ? p->opened + line->opened : 0;
    p->apart = p->page_end = false;
    return GJ_OK;
}
