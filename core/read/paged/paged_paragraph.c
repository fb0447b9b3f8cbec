/* Lines outside tables as paragraphs: where one begins is told by indents, full lines, sizes and distances. */
#include "../ascii.h"
#include "../line_break.h"
#include "paged_writer.h"

#define NOT_FULL                                                                                                       \
    22 /* tenths of a character that a full line may lack at the right: a word that did not fit, a hanging comma elsewhere */
#define INDENT 12  /* tenths of a character from which a line is indented */
#define INDENTED 3 /* so many indented lines: paragraphs of this text begin so */
#define APART 14   /* tenths: a distance from line to line this much wider than the last one */

gj_paged_frame *gj_paged_frame_of(gj_paged_writer *w, size_t page)
{
    int width = w->paged->pages[page - 1].width;
    for (size_t i = 0; i < w->frames.count; i++)
        if (w->frames.items[i].width == width)
            return &w->frames.items[i];
    gj_paged_frame *added = GJ_PUSH(w->paged->scratch, &w->frames);
    if (added)
        *added = (gj_paged_frame){ .width = width, .left = width, .right = 0 };
    return added;
}

static bool is_full(const gj_paged_frame *f, const gj_paged_line *line)
{
    return line->box.right >= f->right - line->size / 10 * NOT_FULL;
}

static bool is_indented(const gj_paged_frame *f, const gj_paged_line *line)
{
    return line->box.left > f->left + line->size / 10 * INDENT;
}

/* Where the text's margins are, and whether paragraphs begin indented: what begins indented and goes on to the right margin. */
gj_status gj_paged_find_frames(gj_paged_writer *w)
{
    size_t indented = 0;
    for (size_t i = 0; i < w->paged->items.count; i++) {
        const gj_paged_item *item = &w->paged->items.items[i];
        gj_paged_frame *f = gj_paged_frame_of(w, item->page);
        if (!f)
            return gj_fail_nomem(w->paged->err);
        if (!item->line)
            continue;
        f->left = item->line->box.left < f->left ? item->line->box.left : f->left;
        f->right = item->line->box.right > f->right ? item->line->box.right : f->right;
    }
    for (size_t i = 0; i < w->paged->items.count; i++) {
        const gj_paged_item *item = &w->paged->items.items[i];
        const gj_paged_frame *f = gj_paged_frame_of(w, item->page);
        indented += f && item->line && is_indented(f, item->line) && is_full(f, item->line);
    }
    w->indents = indented >= INDENTED;
    return GJ_OK;
}

static int distance(const gj_paged_item *from, const gj_paged_item *to)
{
    return from->page == to->page ? to->line->box.top - from->line->box.top : 0;
}

/* Whether the line of items[i] begins a paragraph after that of items[i - 1]. `first`: the paragraph's first item so far. */
static bool begins(gj_paged_writer *w, size_t first, size_t i)
{
    const gj_paged_item *items = w->paged->items.items, *before = &items[i - 1], *item = &items[i];
    if (!before->line || item->page > before->page + 1)
        return true;
    const gj_paged_line *last = before->line, *line = item->line;
    const gj_paged_frame *f = gj_paged_frame_of(w, before->page), *here = gj_paged_frame_of(w, item->page);
    if (!f || !here || !is_full(f, last) || is_indented(here, line))
        return true;
    if (last->size / 5 * 6 < line->size || line->size / 5 * 6 < last->size)
        return true;
    if (gj_is_heading_line(line->text) && !is_full(here, line))
        return true;
    if (w->indents)
        return false;
    if (gj_ends_sentence(last->text) && !gj_ends_sentence(line->text) && !is_full(here, line)) /* a signature, a date */
        return true;
    int usual = i - 1 > first ? distance(&items[i - 2], before) : 0, now = distance(before, item);
    return (usual > 0 && now > usual / 10 * APART) || gj_number_mark(line->text);
}

static gj_status put_line(gj_paged_writer *w, size_t begin, gj_slice line)
{
    bool apart = w->length > begin && line.len && gj_is_alnum(w->text[w->length - 1]) && gj_is_alnum(line.data[0]);
    if (apart)
        GJ_TRY(gj_paged_put(w, GJ_LIT(" ")));
    return gj_paged_put(w, line);
}

/* A paragraph has a locus on each page that it stands on. Returns the items it takes. */
gj_status gj_paged_write_paragraph(gj_paged_writer *w, size_t first, size_t *end)
{
    const gj_paged_item *items = w->paged->items.items;
    size_t begin = w->length, page = 0;
    w->paragraphs++;
    for (*end = first; *end < w->paged->items.count && items[*end].line; ++*end) {
        const gj_paged_item *item = &items[*end];
        if (*end > first && (begins(w, first, *end) || gj_paged_loose_rows(w, *end)))
            break;
        if (item->page != page)
            GJ_TRY(gj_paged_locate(w, (gj_locus){ .paragraph = w->paragraphs }, item->page, &item->line->box));
        else
            gj_paged_widen(&w->loci.items[w->loci.count - 1], &item->line->box);
        page = item->page;
        GJ_TRY(put_line(w, begin, item->line->text));
    }
    return gj_paged_add_block(w, begin, GJ_BLOCK_PARAGRAPH);
}
