/* report_markdown.c - the document block by block; keyed tables at the end of the section that they belong to. */
#include "report_markdown.h"
#include "report_json.h"

#include "../../base/utf8.h"

/* A value of front matter in quotes, so that it needs no other escape. */
static void front_value(gj_buffer *out, const char *key, gj_slice value)
{
    gj_buffer_format(out, "%s: \"", key);
    for (size_t i = 0; i < value.len; i++) {
        if (value.data[i] == '"' || value.data[i] == '\\')
            gj_buffer_byte(out, '\\');
        gj_buffer_byte(out, value.data[i] == '\n' ? ' ' : value.data[i]);
    }
    gj_buffer_text(out, "\"\n");
}

/* Said in metadata, by a flag or the configuration: the text alone would not tell. */
static bool was_told(gj_known known)
{
    return known.value.len && known.origin > GJ_INFERRED;
}

static void front_matter(gj_buffer *out, const gj_report *report)
{
    const struct {
        const char *key;
        gj_known known;
    } issuer[] = { { "issuer.name", report->name },
                   { "issuer.level", report->level },
                   { "issuer.kind", report->issuer_kind },
                   { "issuer.scope", report->scope },
                   { "issuer.province", report->province } };
    bool title = report->title_from_metadata && report->document->format != GJ_FORMAT_JSON && report->title.text.len;
    bool year = report->year && report->year != report->title_year && report->year_origin > GJ_INFERRED;
    bool any = title || year || report->published.len;
    for (size_t i = 0; i < sizeof issuer / sizeof *issuer; i++)
        any = any || was_told(issuer[i].known);
    const char *key;
    for (size_t i = 0; i < GJ_ORIGINS; i++)
        any = any || gj_report_origin(report, i, &key).len;
    if (!any)
        return;
    gj_buffer_text(out, "---\n");
    if (title)
        front_value(out, "title", report->title.text);
    if (year)
        gj_buffer_format(out, "year: %d\n", report->year);
    for (size_t i = 0; i < sizeof issuer / sizeof *issuer; i++)
        if (was_told(issuer[i].known))
            front_value(out, issuer[i].key, issuer[i].known.value);
    if (report->published.len)
        front_value(out, "published", report->published);
    for (size_t i = 0; i < GJ_ORIGINS; i++) {
        gj_slice value = gj_report_origin(report, i, &key);
        if (value.len)
            front_value(out, key, value);
    }
    gj_buffer_text(out, "---\n\n");
}

static void heading(gj_buffer *out, int level, gj_slice text)
{
    gj_buffer_repeat(out, "#", level > 0 && level <= 6 ? (size_t)level : 2);
    gj_buffer_byte(out, ' ');
    gj_md_text(out, text);
    gj_buffer_text(out, "\n\n");
}

static void block_of(gj_buffer *out, const gj_block *block)
{
    switch (block->kind) {
    case GJ_BLOCK_HEADING:
        if (block->text.text.len)
            heading(out, block->level, block->text.text);
        return;
    case GJ_BLOCK_PARAGRAPH:
        gj_buffer_text(out, block->strong ? "**" : "");
        gj_md_text(out, block->text.text);
        gj_buffer_text(out, block->strong ? "**\n\n" : "\n\n");
        return;
    case GJ_BLOCK_TABLE:
        gj_md_grid(out, block->grid);
        gj_buffer_byte(out, '\n');
        return;
    case GJ_BLOCK_IMAGE:
        gj_buffer_text(out, "![");
        gj_md_text(out, block->text.text);
        gj_buffer_text(out, "](image)\n\n");
        return;
    case GJ_BLOCK_RECORD: /* in its section, gj_md_form_table */
        return;
    }
}

/* The keyed tables of a section, or those of no section that the report has. */
static void keyed_tables(gj_buffer *out, const gj_report *report, gj_slice section)
{
    for (size_t i = 0; i < report->table_count; i++) {
        const gj_bound_table *table = &report->tables[i];
        const gj_section *home = gj_report_section(report, table->form->section);
        bool here = section.len ? gj_slice_equal(table->form->section, section) : !home || !home->present;
        if (table->present && table->keyed && here) {
            gj_md_form_table(out, table);
            gj_buffer_byte(out, '\n');
        }
    }
}

/* A table with one cell a line has no rows to keep: where it was bound it takes the form's layout, once for all of its parts. True where
 * the block is a part of one. */
static bool stacked_table(gj_buffer *out, const gj_report *report, const gj_block *block)
{
    if (block->kind != GJ_BLOCK_TABLE || block->grid->ground != GJ_GRID_STACKED)
        return false;
    for (size_t i = 0; i < report->table_count; i++) {
        const gj_bound_table *table = &report->tables[i];
        if (!table->present || block->span.begin < table->span.begin || block->span.begin >= table->span.end)
            continue;
        if (block->span.begin == table->span.begin) {
            gj_md_form_table(out, table);
            gj_buffer_byte(out, '\n');
        }
        return true;
    }
    return false;
}

/* The section whose heading or first block begins at `block`, or NULL. */
static const gj_section *section_at(const gj_report *report, size_t block)
{
    const gj_block *at = &report->document->blocks[block];
    if (at->kind != GJ_BLOCK_HEADING)
        return NULL;
    for (size_t i = 0; i < report->form_section_count; i++) {
        const gj_section *section = &report->sections[i];
        if (section->present && section->form && section->first_block == block + 1)
            return section;
    }
    return NULL;
}

gj_status gj_show_report_markdown(const gj_report *report, gj_buffer *out)
{
    const gj_document *document = report->document;
    const gj_section *open = NULL;
    front_matter(out, report);
    bool keyed = document->format == GJ_FORMAT_JSON; /* then the title is no block */
    size_t first = keyed ? report->body_block : 0;
    for (size_t i = 0; i < first; i++)
        block_of(out, &document->blocks[i]);
    if (keyed && report->title.text.len)
        heading(out, 1, report->title.text);
    for (size_t i = first; i < document->block_count; i++) {
        const gj_section *next = section_at(report, i);
        if (next && open)
            keyed_tables(out, report, open->form->key);
        open = next ? next : open;
        if (!stacked_table(out, report, &document->blocks[i]))
            block_of(out, &document->blocks[i]);
    }
    if (open)
        keyed_tables(out, report, open->form->key);
    keyed_tables(out, report, (gj_slice){ NULL, 0 });
    return out->failed;
}
