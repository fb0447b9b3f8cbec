/* The tree as a text, a line a paragraph and a line a row, which is the document's source, with blocks and loci. */
#include "../../base/utf8.h"
#include "../ascii.h"
#include "../line_break.h"
#include "docx_writer.h"

#define SLACK 8 /* bytes a paragraph, cell or note may take beyond its text: line end, joints, the word for a picture */

gj_status gj_docx_put(gj_docx_writer *w, gj_slice text)
{
    if (text.len > w->room - w->length)
        return gj_fail(w->docx->err, GJ_INTERNAL, GJ_NOWHERE, "docx 的文字超出了预计的长度",
                       "the text of a docx is longer than was reckoned");
    if (text.len)
        memcpy(w->text + w->length, text.data, text.len);
    w->length += text.len;
    return GJ_OK;
}

gj_status gj_docx_locate(gj_docx_writer *w, gj_locus locus)
{
    gj_locus *added = GJ_PUSH(w->build->arena, &w->loci);
    if (!added)
        return gj_fail_nomem(w->docx->err);
    *added = locus;
    added->offset = w->length;
    added->part = w->part;
    return GJ_OK;
}

gj_status gj_docx_taken(gj_docx_writer *w, size_t begin, gj_text *out)
{
    return gj_builder_written(w->build, (gj_slice){ w->text, w->length }, begin, out);
}

/* The next line of a text broken by its writer. */
static bool next_line(gj_slice text, size_t *at, gj_slice *line)
{
    if (*at > text.len)
        return false;
    const char *feed = *at < text.len ? memchr(text.data + *at, '\n', text.len - *at) : NULL;
    size_t end = feed ? (size_t)(feed - text.data) : text.len;
    *line = gj_slice_trim(gj_slice_sub(text, *at, end));
    *at = end + 1;
    return true;
}

gj_status gj_docx_join(gj_docx_writer *w, size_t begin, gj_slice line)
{
    bool apart = w->length > begin && line.len && gj_is_alnum(w->text[w->length - 1]) && gj_is_alnum(line.data[0]);
    if (apart)
        GJ_TRY(gj_docx_put(w, GJ_LIT(" ")));
    return gj_docx_put(w, line);
}

gj_status gj_docx_put_joined(gj_docx_writer *w, size_t begin, gj_slice text)
{
    gj_slice line;
    for (size_t at = 0; next_line(text, &at, &line);)
        GJ_TRY(gj_docx_join(w, begin, line));
    return GJ_OK;
}

static gj_status end_paragraph(gj_docx_writer *w, const gj_docx_block *p, size_t begin)
{
    gj_block block = { .kind = GJ_BLOCK_PARAGRAPH };
    GJ_TRY(gj_docx_taken(w, begin, &block.text));
    GJ_TRY(gj_docx_put(w, GJ_LIT("\n")));
    if (!block.text.text.len)
        return GJ_OK;
    block.span = block.text.span;
    if (p->picture)
        block.kind = GJ_BLOCK_IMAGE;
    else if (p->level && gj_utf8_count(block.text.text) <= GJ_MAX_TITLE_CHARS)
        block.kind = GJ_BLOCK_HEADING;
    block.level = block.kind == GJ_BLOCK_HEADING ? p->level : 0;
    block.strong = block.kind == GJ_BLOCK_PARAGRAPH && p->strong;
    return gj_builder_block(w->build, &block);
}

static size_t widest_line(gj_slice text)
{
    size_t widest = 0;
    gj_slice line;
    for (size_t at = 0; next_line(text, &at, &line);) {
        size_t length = gj_utf8_count(line);
        widest = length > widest ? length : widest;
    }
    return widest;
}

/* A break inside a paragraph ends it where one in a plain text would. A heading is one in any case. */
static gj_status write_lines(gj_docx_writer *w, const gj_docx_block *p)
{
    size_t begin = w->length, at = 0, from = begin; /* of the paragraph; of its last line */
    gj_slice line, previous = { "", 0 };
    bool broken = !p->level && memchr(p->text.data, '\n', p->text.len);
    size_t widest = broken ? widest_line(p->text) : 0;
    GJ_TRY(gj_docx_put(w, p->label));
    if (!broken) {
        GJ_TRY(gj_docx_put_joined(w, begin, p->text));
        return end_paragraph(w, p, begin);
    }
    gj_locus locus = w->loci.items[w->loci.count - 1];
    while (next_line(p->text, &at, &line)) {
        if (previous.len && (!line.len || gj_break_ends_paragraph(previous, line, widest))) {
            GJ_TRY(end_paragraph(w, p, begin));
            begin = from = w->length;
            GJ_TRY(gj_docx_locate(w, locus));
        }
        GJ_TRY(gj_docx_join(w, begin, line));
        previous = gj_slice_trim((gj_slice){ w->text + from, w->length - from });
        from = w->length;
    }
    return end_paragraph(w, p, begin);
}

static gj_status write_paragraph(gj_docx_writer *w, const gj_docx_block *p)
{
    bool empty = !p->label.len && !gj_slice_trim(p->text).len && !p->picture;
    if (empty)
        return GJ_OK;
    GJ_TRY(gj_docx_locate(
        w, (gj_locus){ .paragraph = w->part == GJ_PART_NOTE ? w->paragraphs[w->part] : ++w->paragraphs[w->part] }));
    if (!p->picture)
        return write_lines(w, p);
    size_t begin = w->length;
    GJ_TRY(gj_docx_put(w, p->label));
    GJ_TRY(gj_docx_put(w, p->alt.len ? p->alt : GJ_LIT("图片")));
    return end_paragraph(w, p, begin);
}

static gj_docx_note_text *note_of(gj_docx *docx, const gj_docx_note *note)
{
    size_t low = 0, high = docx->notes.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const gj_docx_note_text *at = &docx->notes.items[middle];
        if (at->end != note->end ? !at->end : at->id < note->id)
            low = middle + 1;
        else
            high = middle;
    }
    gj_docx_note_text *found = low < docx->notes.count ? &docx->notes.items[low] : NULL;
    return found && found->end == note->end && found->id == note->id ? found : NULL;
}

/* A note stands after what refers to it first; those within notes are not followed. */
gj_status gj_docx_write_notes(gj_docx_writer *w, const gj_docx_note *notes)
{
    gj_file_part part = w->part;
    for (const gj_docx_note *note = notes; note && part != GJ_PART_NOTE; note = note->next) {
        gj_docx_note_text *found = note_of(w->docx, note);
        if (!found || found->written)
            continue;
        found->written = true;
        w->part = GJ_PART_NOTE;
        w->paragraphs[GJ_PART_NOTE]++;
        GJ_TRY(gj_docx_write_list(w, found->blocks));
        w->part = part;
    }
    return GJ_OK;
}

gj_status gj_docx_write_boxes(gj_docx_writer *w, const gj_docx_list *boxes)
{
    gj_file_part part = w->part;
    if (!boxes->first)
        return GJ_OK;
    w->part = part == GJ_PART_BODY ? GJ_PART_BOX : part;
    GJ_TRY(gj_docx_write_list(w, boxes));
    w->part = part;
    return GJ_OK;
}

gj_status gj_docx_write_list(gj_docx_writer *w, const gj_docx_list *list)
{
    for (gj_docx_block *b = list->first; b; b = b->next) {
        if (b->table) {
            GJ_TRY(gj_docx_write_table(w, b));
            continue;
        }
        GJ_TRY(write_paragraph(w, b));
        GJ_TRY(gj_docx_write_boxes(w, &b->boxes));
        GJ_TRY(gj_docx_write_notes(w, b->notes));
    }
    return GJ_OK;
}

gj_status gj_docx_write(gj_docx *docx, gj_builder *build, gj_slice name)
{
    gj_docx_writer w = { .docx = docx, .build = build, .part = GJ_PART_BODY };
    w.room = docx->bytes + SLACK * (docx->paragraphs + 1);
    w.text = gj_arena_alloc(build->arena, w.room + 1);
    w.grid = GJ_NEW(docx->scratch, gj_grid_builder);
    if (!w.text || !w.grid)
        return gj_fail_nomem(docx->err);
    GJ_TRY(gj_docx_locate(&w, (gj_locus){ .paragraph = 1 }));
    GJ_TRY(gj_docx_write_list(&w, &docx->body));
    gj_source *source;
    GJ_TRY(gj_source_open(build->arena, name, (gj_slice){ w.text, w.length }, &source, docx->err));
    source->loci = w.loci.items;
    source->locus_count = w.loci.count;
    build->source = source;
    return GJ_OK;
}
