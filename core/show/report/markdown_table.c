/* markdown_table.c - text and grids of the Markdown writer. */
#include "report_markdown.h"

/* Marks at the start of a line only; a plain hyphen inside a word needs no escape. */
static bool begins_block(gj_slice text, size_t at)
{
    return at == 0 && strchr("#>+-=~|:", text.data[0]) != NULL;
}

/* "1." and "1)" with a blank after them make a list. */
static bool list_mark(gj_slice text, size_t at)
{
    if ((text.data[at] != '.' && text.data[at] != ')') || at == 0)
        return false;
    for (size_t i = 0; i < at; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return true;
}

/* `line`: the text begins a line, where some characters are marks of blocks. */
static void escaped(gj_buffer *out, gj_slice text, bool line)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == '\n' || c == '\r')
            c = ' ';
        if (c && (strchr("\\`*_[]<&|~", c) || begins_block(text, i) ||
                  (line && (list_mark(text, i) || (c == '#' && i + 1 == text.len)))))
            gj_buffer_byte(out, '\\');
        gj_buffer_byte(out, c);
    }
}

void gj_md_text(gj_buffer *out, gj_slice text)
{
    escaped(out, text, true);
}

static void html_text(gj_buffer *out, gj_slice text)
{
    for (size_t i = 0; i < text.len; i++)
        switch (text.data[i]) {
        case '&':
            gj_buffer_text(out, "&amp;");
            break;
        case '<':
            gj_buffer_text(out, "&lt;");
            break;
        case '>':
            gj_buffer_text(out, "&gt;");
            break;
        case '\n':
        case '\r':
            gj_buffer_byte(out, ' ');
            break;
        default:
            gj_buffer_byte(out, text.data[i]);
        }
}

static bool needs_html(const gj_grid *grid)
{
    if (grid->caption.len)
        return true;
    for (size_t r = 0; r < grid->row_count; r++)
        for (size_t s = 0; s < grid->rows[r].slot_count; s++) {
            const gj_grid_cell *cell = grid->rows[r].slots[s];
            if (!cell || cell->rowspan > 1 || cell->colspan > 1)
                return true;
        }
    return false;
}

static void html_cell(gj_buffer *out, const gj_grid_cell *cell)
{
    gj_buffer_text(out, "<td");
    if (cell->colspan > 1)
        gj_buffer_format(out, " colspan=\"%zu\"", cell->colspan);
    if (cell->rowspan > 1)
        gj_buffer_format(out, " rowspan=\"%zu\"", cell->rowspan);
    gj_buffer_byte(out, '>');
    html_text(out, cell->text.text);
    gj_buffer_text(out, "</td>");
}

static void html_table(gj_buffer *out, const gj_grid *grid)
{
    gj_buffer_text(out, "<table>\n");
    if (grid->caption.len) {
        gj_buffer_text(out, "<caption>");
        html_text(out, grid->caption);
        gj_buffer_text(out, "</caption>\n");
    }
    for (size_t r = 0; r < grid->row_count; r++) {
        gj_buffer_text(out, "<tr>");
        size_t holes = 0; /* kept where a cell follows: else it would move to the left */
        for (size_t s = 0; s < grid->rows[r].slot_count; s++) {
            const gj_grid_cell *cell = grid->rows[r].slots[s];
            holes += !cell;
            if (!cell || cell->row != r || cell->column != s)
                continue;
            gj_buffer_repeat(out, "<td></td>", holes);
            holes = 0;
            html_cell(out, cell);
        }
        gj_buffer_text(out, "</tr>\n");
    }
    gj_buffer_text(out, "</table>\n");
}

void gj_md_cell(gj_buffer *out, gj_slice text)
{
    gj_buffer_byte(out, ' ');
    escaped(out, text, false);
    gj_buffer_text(out, text.len ? " |" : "|");
}

void gj_md_delimiter(gj_buffer *out, size_t columns)
{
    gj_buffer_byte(out, '|');
    gj_buffer_repeat(out, "---|", columns);
    gj_buffer_byte(out, '\n');
}

void gj_md_grid(gj_buffer *out, const gj_grid *grid)
{
    if (needs_html(grid)) {
        html_table(out, grid);
        return;
    }
    for (size_t r = 0; r < grid->row_count; r++) {
        gj_buffer_byte(out, '|');
        for (size_t s = 0; s < grid->rows[r].slot_count; s++)
            gj_md_cell(out, grid->rows[r].slots[s]->text.text);
        gj_buffer_byte(out, '\n');
        if (r == 0)
            gj_md_delimiter(out, grid->rows[0].slot_count);
    }
}
