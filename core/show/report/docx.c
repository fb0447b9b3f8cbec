/* docx.c - word/document.xml: the report's blocks, keyed tables at the end of the section that they belong to. */
#include "docx.h"

#include "../escape.h"

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define MOST_PARTS 16

static void run(gj_buffer *out, gj_slice text, bool marked)
{
    if (!text.len)
        return;
    gj_buffer_text(out, "<w:r>");
    gj_buffer_text(out, marked ? "<w:rPr><w:highlight w:val=\"yellow\"/></w:rPr>" : "");
    gj_buffer_text(out, "<w:t xml:space=\"preserve\">");
    gj_escape_xml(out, text);
    gj_buffer_text(out, "</w:t></w:r>");
}

void gj_word_paragraph_kept(gj_buffer *out, const char *style, gj_slice text, bool keep)
{
    static const gj_slice open = { "【", 3 }, close = { "】", 3 };
    gj_buffer_format(out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>", style, keep ? "<w:keepNext/>" : "");
    for (size_t at = 0; at < text.len;) {
        size_t begin = gj_slice_find(text, open, at);
        size_t end = begin == GJ_NOT_FOUND ? GJ_NOT_FOUND : gj_slice_find(text, close, begin);
        if (end == GJ_NOT_FOUND) {
            run(out, gj_slice_sub(text, at, text.len), false);
            break;
        }
        run(out, gj_slice_sub(text, at, begin), false);
        run(out, gj_slice_sub(text, begin, end + close.len), true);
        at = end + close.len;
    }
    gj_buffer_text(out, "</w:p>\n");
}

void gj_word_paragraph(gj_buffer *out, const char *style, gj_slice text)
{
    gj_word_paragraph_kept(out, style, text, false);
}

static gj_status keyed_tables(gj_arena *arena, const gj_report *report, gj_slice section, gj_buffer *out, gj_error *err)
{
    for (size_t i = 0; i < report->table_count; i++) {
        const gj_bound_table *table = &report->tables[i];
        if (!table->present || !table->keyed || !gj_slice_equal(table->form->section, section))
            continue;
        gj_printed printed;
        GJ_TRY(gj_print_table(arena, table, &printed, err));
        gj_word_table(out, &printed);
    }
    return GJ_OK;
}

/* The section of the form whose heading is this block, or NULL. */
static const gj_section *section_at(const gj_report *report, size_t block)
{
    for (size_t i = 0; i < report->form_section_count; i++) {
        const gj_section *section = &report->sections[i];
        if (section->present && section->first_block == block + 1 && section->heading.text.len)
            return section;
    }
    return NULL;
}

static gj_status body(gj_arena *arena, const gj_report *report, gj_buffer *out, gj_error *err)
{
    const gj_document *document = report->document;
    const gj_section *open = NULL;
    gj_word_paragraph(out, "Title", report->title.text);
    for (size_t i = 0; i < document->block_count; i++) {
        const gj_block *block = &document->blocks[i];
        const gj_section *next = section_at(report, i);
        if (next && open)
            GJ_TRY(keyed_tables(arena, report, open->form->key, out, err));
        open = next ? next : open;
        if (block->kind == GJ_BLOCK_HEADING)
            gj_word_paragraph(out, next ? "Heading1" : "Heading2", block->text.text);
        else if (block->kind == GJ_BLOCK_PARAGRAPH)
            gj_word_paragraph(out, "BodyText", block->text.text);
    }
    return open ? keyed_tables(arena, report, open->form->key, out, err) : GJ_OK;
}

gj_status gj_word_write(gj_slice body, gj_buffer *out, gj_error *err)
{
    gj_word_part parts[MOST_PARTS];
    size_t count;
    const gj_word_part *fixed = gj_word_parts(&count);
    gj_buffer document;
    gj_buffer_init(&document, 0);
    gj_buffer_text(&document, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"" W
                              "\"><w:body>\n");
    gj_buffer_add(&document, body);
    gj_buffer_text(
        &document,
        "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" "
        "w:left=\"1587\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n");
    for (size_t i = 0; i < count && i < MOST_PARTS; i++) {
        parts[i] = fixed[i];
        if (!parts[i].bytes.data)
            parts[i].bytes = gj_buffer_slice(&document);
    }
    gj_status status = document.failed ? gj_fail_nomem(err) : gj_word_pack(parts, count, out, err);
    gj_buffer_free(&document);
    return status;
}

gj_status gj_show_report_docx(gj_arena *arena, const gj_report *report, gj_buffer *out, gj_error *err)
{
    gj_buffer written;
    gj_buffer_init(&written, 0);
    gj_status status = body(arena, report, &written, err);
    if (status == GJ_OK)
        status = written.failed ? gj_fail_nomem(err) : gj_word_write(gj_buffer_slice(&written), out, err);
    gj_buffer_free(&written);
    return status;
}
