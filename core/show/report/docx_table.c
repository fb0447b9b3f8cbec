/* docx_table.c - a table of WordprocessingML: a grid of columns, cells that span them, cells that go on downwards (vMerge). */
#include "docx.h"

#define LABEL 460u   /* the least width of a column of labels: one character of a vertical label */
#define NARROW 640u  /* a value column among many */
#define SIDE 57u     /* white space at both sides of a cell's text: 1 mm */
#define HEIGHT "340" /* of a line, at least: 6 mm */
#define MANY 6       /* value columns from which on they are set narrow */

static bool is_last_label(const gj_printed *t, size_t column)
{
    return column + 1 == t->label_columns;
}

/* Labels that stand beside blocks are narrow, the rows' own take what is left; a table of values only is cut evenly. */
static size_t width_of(const gj_printed *t, size_t column)
{
    size_t values = t->column_count - t->label_columns, sides = t->label_columns ? t->label_columns - 1 : 0;
    if (values < MANY || !t->label_columns)
        return GJ_WORD_WIDTH / t->column_count;
    if (column >= t->label_columns)
        return NARROW;
    size_t beside = column ? LABEL + LABEL : LABEL, taken = values * NARROW;
    for (size_t i = 0; i < sides; i++)
        taken += i ? LABEL + LABEL : LABEL;
    return is_last_label(t, column) && taken < GJ_WORD_WIDTH ? GJ_WORD_WIDTH - taken : beside;
}

static void opening(gj_buffer *out, const gj_printed *t)
{
    static const char *const edges[] = { "top", "left", "bottom", "right", "insideH", "insideV" };
    gj_buffer_format(out, "<w:tbl><w:tblPr><w:tblW w:w=\"%u\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>",
                     GJ_WORD_WIDTH);
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        gj_buffer_format(out, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>", edges[i]);
    gj_buffer_format(out,
                     "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"%u\" w:type=\"dxa\"/>"
                     "<w:right w:w=\"%u\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>",
                     SIDE, SIDE);
    for (size_t c = 0; c < t->column_count; c++)
        gj_buffer_format(out, "<w:gridCol w:w=\"%zu\"/>", width_of(t, c));
    gj_buffer_text(out, "</w:tblGrid>\n");
}

static void cell(gj_buffer *out, const gj_printed *t, const gj_printed_cell *at, size_t row)
{
    size_t width = 0;
    for (size_t c = at->column; c < at->column + at->colspan; c++)
        width += width_of(t, c);
    gj_buffer_format(out, "<w:tc><w:tcPr><w:tcW w:w=\"%zu\" w:type=\"dxa\"/>", width);
    if (at->colspan > 1)
        gj_buffer_format(out, "<w:gridSpan w:val=\"%zu\"/>", at->colspan);
    if (at->rowspan > 1)
        gj_buffer_text(out, at->row == row ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
    gj_buffer_text(out, "<w:vAlign w:val=\"center\"/></w:tcPr>");
    bool beside = at->kind == GJ_PRINTED_LABEL && t->head_rows && at->colspan + at->column == t->label_columns;
    /* the rows stay on one page, where there is room on any: a label merged over them is not torn */
    gj_word_paragraph_kept(out, beside ? "TableLabel" : "TableText", at->row == row ? at->text : (gj_slice){ "", 0 },
                           row + 1 < t->row_count);
    gj_buffer_text(out, "</w:tc>");
}

void gj_word_table(gj_buffer *out, const gj_printed *table)
{
    opening(out, table);
    for (size_t r = 0; r < table->row_count; r++) {
        gj_buffer_text(out, "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"" HEIGHT "\"/>");
        gj_buffer_text(out, r < table->head_rows && table->label_columns ? "<w:tblHeader/></w:trPr>" : "</w:trPr>");
        for (size_t c = 0; c < table->column_count;) {
            const gj_printed_cell *at = table->slots[r * table->column_count + c];
            cell(out, table, at, r);
            c += at->colspan;
        }
        gj_buffer_text(out, "</w:tr>\n");
    }
    gj_buffer_text(out, "</w:tbl>\n");
}
