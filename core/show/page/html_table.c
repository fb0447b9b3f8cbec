/* html_table.c - a table of the report: heads with their scope, marked cells. */
#include "html.h"

static void cell_of(const gj_page *h, const gj_fax_cell *cell)
{
    static const char *const tags[] = { "td", "th", "th" };
    const char *tag = tags[cell->kind];
    gj_buffer_format(h->out, "<%s", tag);
    if (cell->kind == GJ_FAX_COLUMN_HEAD)
        gj_buffer_text(h->out, cell->colspan > 1 ? " scope=\"colgroup\"" : " scope=\"col\"");
    if (cell->kind == GJ_FAX_ROW_HEAD)
        gj_buffer_text(h->out, cell->rowspan > 1 ? " scope=\"rowgroup\"" : " scope=\"row\"");
    if (cell->rowspan > 1)
        gj_buffer_format(h->out, " rowspan=\"%zu\"", cell->rowspan);
    if (cell->colspan > 1)
        gj_buffer_format(h->out, " colspan=\"%zu\"", cell->colspan);
    gj_page_whole_open(h, &cell->text);
    gj_buffer_byte(h->out, '>');
    gj_page_whole_inside(h, &cell->text);
    gj_page_text(h, cell->text.text);
    if (!cell->text.text.len && cell->text.spot_count)
        gj_buffer_format(h->out, "<span class=\"blank\">%s</span>", GJ_PICK(h->lang, "空白", "blank"));
    gj_page_whole_close(h, &cell->text);
    gj_buffer_format(h->out, "</%s>", tag);
}

/* An empty head is no head: nothing to read out before the cells under it. */
static gj_fax_cell plain(const gj_fax_cell *cell)
{
    gj_fax_cell copy = *cell;
    if (!cell->text.text.len)
        copy.kind = GJ_FAX_VALUE;
    return copy;
}

static void caption(const gj_page *h, const gj_fax_block *block)
{
    gj_slice name = gj_say(block->name, h->lang);
    if (!name.len && !block->text.text.len && !block->text.spot_count)
        return;
    gj_buffer_text(h->out, "<caption>");
    gj_page_whole_inside(h, &block->text);
    gj_page_text(h, name.len ? name : block->text.text);
    gj_page_whole_close(h, &block->text);
    gj_buffer_text(h->out, "</caption>\n");
}

void gj_page_table(const gj_page *h, const gj_fax_block *block)
{
    gj_slice name = gj_say(block->name, h->lang);
    if (!name.len)
        name = block->text.text.len ? block->text.text : gj_slice_of(GJ_PICK(h->lang, "表格", "table"));
    gj_buffer_text(h->out, "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
    gj_page_text(h, name);
    gj_buffer_text(h->out, "\"><table");
    gj_page_whole_open(h, &block->text);
    gj_buffer_text(h->out, ">\n");
    caption(h, block);
    for (size_t i = 0; i < block->cell_count; i++) {
        bool first = i == 0 || block->cells[i - 1].row != block->cells[i].row;
        bool last = i + 1 == block->cell_count || block->cells[i + 1].row != block->cells[i].row;
        gj_fax_cell cell = plain(&block->cells[i]);
        gj_buffer_text(h->out, first ? "<tr>" : "");
        cell_of(h, &cell);
        gj_buffer_text(h->out, last ? "</tr>\n" : "");
    }
    gj_buffer_text(h->out, "</table></div>\n");
}
