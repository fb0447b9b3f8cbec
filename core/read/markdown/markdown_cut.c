#include "../ascii.h"
#include "../struck.h"
#include "../text/ruled_table.h"
#include "markdown.h"

#define DEEPEST_TABLE 32 /* tables inside tables */

/* The walk over the file in search of what libcmark must not see. */
typedef struct cutter {
    gj_markdown *md;
    gj_slice bytes;
    gj_tag_scan tags;
    bool no_script, no_style; /* no end of one further on */
    gj_struck struck;
} cutter;

gj_status gj_markdown_cut(gj_markdown *md, size_t begin, size_t end)
{
    gj_span *cut = GJ_PUSH(md->build.arena, &md->cuts);
    if (!cut)
        return gj_fail_nomem(md->build.err);
    *cut = (gj_span){ begin, end };
    return GJ_OK;
}

static gj_slice line_text(const gj_markdown *md, size_t line)
{
    return gj_source_line(md->build.source, line);
}

static gj_status cut_lines(gj_markdown *md, gj_lines lines)
{
    return gj_markdown_cut(md, gj_markdown_line(md, lines.first).begin, gj_markdown_line(md, lines.end - 1).end);
}

static size_t skip_blanks(gj_slice line)
{
    size_t at = 0;
    while (at < line.len && gj_is_blank(line.data[at]))
        at++;
    return at;
}

/* ``` and ~~~ are taken away, what stands between them is read like the rest: nobody writes a report's text as
 * code, but a whole report pasted between fences does occur. */
static bool is_fence(gj_slice line)
{
    size_t at = skip_blanks(line), begin = at;
    char mark = at < line.len ? line.data[at] : '\0';
    if (mark != '`' && mark != '~')
        return false;
    while (at < line.len && line.data[at] == mark)
        at++;
    return at - begin >= 3 && (mark == '~' || !memchr(line.data + at, '`', line.len - at));
}

static bool is_atx_heading(gj_slice line)
{
    size_t begin = skip_blanks(line), at = begin;
    while (at < line.len && line.data[at] == '#')
        at++;
    return at > begin && at - begin <= 6;
}

/* Where a table that begins at `begin` ends: after its own </table>, inner tables counted; GJ_NOT_FOUND when it
 * has none, or so many that begin and do not end that none is likely. */
static size_t table_end(gj_slice bytes, size_t begin)
{
    size_t depth = 0, at = begin;
    for (;;) {
        size_t opening = gj_tag_find(bytes, at, bytes.len, "table");
        size_t stop = opening == GJ_NOT_FOUND ? bytes.len : opening;
        for (size_t closing; (closing = gj_tag_find(bytes, at, stop, "/table")) != GJ_NOT_FOUND; at = closing + 1) {
            if (depth-- > 1)
                continue;
            const char *end = memchr(bytes.data + closing, '>', bytes.len - closing);
            return end ? (size_t)(end - bytes.data) + 1 : bytes.len;
        }
        if (opening == GJ_NOT_FOUND)
            return GJ_NOT_FOUND;
        if (++depth > DEEPEST_TABLE)
            return GJ_NOT_FOUND;
        at = opening + 1;
    }
}

/* An unfinished table is read up to the next heading line, or to the end of the file. When its last tag closes
 * something, what follows that tag is text again. */
static size_t unfinished_end(const gj_markdown *md, size_t begin, size_t line)
{
    gj_slice bytes = md->build.source->bytes;
    size_t limit = bytes.len;
    for (size_t next = line + 1; next <= md->build.source->line_count; next++) {
        if (!is_atx_heading(line_text(md, next)))
            continue;
        limit = gj_source_line_start(md->build.source, next);
        break;
    }
    static const char *const parts[] = { "tr", "td", "th", "tbody", "thead", "tfoot" };
    size_t last_open = begin, last_close = begin;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        char closing[8] = "/";
        memcpy(closing + 1, parts[i], strlen(parts[i]) + 1);
        for (size_t at = begin; (at = gj_tag_find(bytes, at, limit, parts[i])) != GJ_NOT_FOUND; at++)
            last_open = at > last_open ? at : last_open;
        for (size_t at = begin; (at = gj_tag_find(bytes, at, limit, closing)) != GJ_NOT_FOUND; at++)
            last_close = at > last_close ? at : last_close;
    }
    const char *end = last_close > last_open ? memchr(bytes.data + last_close, '>', limit - last_close) : NULL;
    return end ? (size_t)(end - bytes.data) + 1 : limit;
}

static gj_status take_table(cutter *c, size_t begin, size_t line, size_t *end)
{
    gj_markdown *md = c->md;
    if (++md->regions > GJ_MAX_TABLES)
        return gj_fail(md->build.err, GJ_LIMIT, begin, "表格太多，最多 %d 个", "too many tables, at most %d",
                       GJ_MAX_TABLES);
    *end = table_end(c->bytes, begin);
    if (*end == GJ_NOT_FOUND) {
        *end = unfinished_end(md, begin, line);
        GJ_TRY(
            gj_markdown_remark(md, "unfinished_table", (gj_span){ begin, begin + strlen("<table") },
                               "这个表格没有结束标记 </table>，只读到下一个标题行或文件末尾；请补上 </table>",
                               "this table has no </table>; it was read up to the next heading line or the end of the "
                               "file. Add the missing </table>"));
    }
    GJ_TRY(gj_html_table(md, (gj_span){ begin, *end }));
    return gj_markdown_cut(md, begin, *end);
}

/* <script> and <style> to their ends; those without an end are left alone. */
static size_t element_end(cutter *c, size_t begin, const char *closing, bool *none)
{
    size_t at = *none ? GJ_NOT_FOUND : gj_tag_find(c->bytes, begin, c->bytes.len, closing);
    const char *end = at == GJ_NOT_FOUND ? NULL : memchr(c->bytes.data + at, '>', c->bytes.len - at);
    *none = !end;
    return end ? (size_t)(end - c->bytes.data) + 1 : begin;
}

/* True where a line begins with markup that may hold bars of its own. */
static bool begins_region(gj_slice line)
{
    size_t at = skip_blanks(line);
    if (at + 1 >= line.len || line.data[at] != '<')
        return false;
    return line.data[at + 1] == '!' || gj_tag_find(line, at, line.len, "table") == at ||
           gj_tag_find(line, at, line.len, "script") == at || gj_tag_find(line, at, line.len, "style") == at;
}

/* Cut what begins at the '<' at `at`; *end stays `at` where nothing is cut. */
static gj_status take_markup(cutter *c, size_t at, size_t line, size_t *end)
{
    *end = at;
    gj_tag tag;
    if (!gj_tag_read(&c->tags, at, &tag))
        return GJ_OK;
    GJ_TRY(gj_struck_tag(&c->struck, c->md, &tag));
    if (tag.kind == GJ_TAG_CLOSE || tag.kind == GJ_TAG_LINK)
        return GJ_OK;
    if (tag.kind == GJ_TAG_COMMENT)
        *end = tag.span.end;
    else if (gj_tag_is(&tag, "table"))
        return take_table(c, at, line, end);
    else if (gj_tag_is(&tag, "script"))
        *end = element_end(c, at, "/script", &c->no_script);
    else if (gj_tag_is(&tag, "style"))
        *end = element_end(c, at, "/style", &c->no_style);
    return *end > at ? gj_markdown_cut(c->md, at, *end) : GJ_OK;
}

/* Cut all markup of a line from byte `from` on. *line becomes the line, *from the byte, after the last cut, when
 * that was in a later line; *from becomes GJ_NOT_FOUND when this line is done. */
static gj_status cut_markup(cutter *c, size_t *line, size_t *from)
{
    size_t stop = gj_markdown_line(c->md, *line).end;
    while (*from < stop) {
        const char *found = memchr(c->bytes.data + *from, '<', stop - *from);
        if (!found)
            break;
        size_t at = (size_t)(found - c->bytes.data), end;
        GJ_TRY(take_markup(c, at, *line, &end));
        *from = end > at ? end : at + 1;
        if (*from <= stop)
            continue;
        *line = gj_source_place(c->md->build.source, *from).line;
        return GJ_OK;
    }
    *from = GJ_NOT_FOUND;
    return GJ_OK;
}

static size_t pipe_rows_end(const gj_markdown *md, size_t line)
{
    while (line <= md->build.source->line_count && gj_is_pipe_row(line_text(md, line)))
        line++;
    return line;
}

/* A row between bars on both sides is a table alone; a line that merely has a bar in it is not. */
static bool is_lone_row(gj_slice line)
{
    gj_slice text = gj_slice_trim(line);
    return text.len > 2 && text.data[0] == '|' && text.data[text.len - 1] == '|';
}

static gj_status ruled_cells(gj_markdown *md, const gj_laid_rows *rows, const gj_laid_row *row)
{
    GJ_TRY(gj_grid_row_add(&md->grid, row->span, md->build.err));
    for (size_t c = 0; c < row->count; c++) {
        const gj_laid_cell *cell = &rows->cells.items[row->first + c];
        gj_span span = { row->span.begin, row->span.begin };
        gj_inline_begin(&md->text, GJ_INLINE_MARKDOWN);
        for (size_t i = 0; i < cell->count; i++) {
            gj_span part = rows->parts.items[cell->first + i];
            if (i)
                gj_inline_break(&md->text);
            gj_inline_add(&md->text, part);
            span = (gj_span){ i ? span.begin : part.begin, part.end };
        }
        gj_text text;
        GJ_TRY(gj_inline_end(&md->text, span, &text, NULL, md->build.err));
        GJ_TRY(gj_grid_cell_add(&md->grid, &text, 1, 1, md->build.err));
    }
    return GJ_OK;
}

/* A table of pandoc's whose rule of dashes may stand at `line`: its header is the line before. */
static gj_status take_ruled(gj_markdown *md, size_t line, size_t *end)
{
    const gj_source *source = md->build.source;
    size_t cut = md->cuts.count ? md->cuts.items[md->cuts.count - 1].end : 0;
    bool headed = line > 1 && gj_is_column_rule(line_text(md, line)) && gj_slice_trim(line_text(md, line - 1)).len &&
                  gj_markdown_line(md, line - 1).begin >= cut;
    gj_ruled_table table;
    gj_laid_rows rows;
    if (line < md->no_ruled_before || !gj_ruled_table_find(source, headed ? line - 1 : line, &table)) {
        md->no_ruled_before = line + 1;
        return GJ_OK;
    }
    GJ_TRY(gj_ruled_table_read(md->build.arena, source, &table, &rows, md->build.err));
    if (!rows.rows.count) {
        md->no_ruled_before = table.end;
        return GJ_OK;
    }
    GJ_TRY(gj_grid_start(&md->grid, md->build.arena, md->build.err));
    for (size_t i = 0; i < rows.rows.count; i++)
        GJ_TRY(ruled_cells(md, &rows, &rows.rows.items[i]));
    gj_lines lines = { table.first, table.end };
    gj_span span = { gj_markdown_line(md, lines.first).begin, gj_markdown_line(md, lines.end - 1).end };
    GJ_TRY(gj_markdown_table(md, span, (gj_slice){ 0 }));
    *end = table.end;
    return cut_lines(md, lines);
}

/* Tables drawn with characters, that begin at `line`; *end stays `line` where none does. */
static gj_status take_drawn(gj_markdown *md, size_t line, gj_slice text, size_t *end)
{
    *end = line;
    size_t mark = skip_blanks(text);
    if (mark + 1 < text.len && text.data[mark] == '-' && text.data[mark + 1] == '-') {
        GJ_TRY(take_ruled(md, line, end));
        if (*end > line)
            return GJ_OK;
    }
    if (gj_is_grid_rule(text)) {
        *end = gj_grid_table_end(md, line);
        if (*end > line)
            GJ_TRY(gj_grid_table(md, (gj_lines){ line, *end }));
    }
    if (*end == line && gj_is_pipe_row(text)) {
        size_t stop = pipe_rows_end(md, line);
        if (stop > line + 1 || is_lone_row(text)) {
            *end = stop;
            GJ_TRY(gj_pipe_table(md, (gj_lines){ line, stop }));
        }
    }
    return *end > line ? cut_lines(md, (gj_lines){ line, *end }) : GJ_OK;
}

/* Cut what takes whole lines from `line` on; *end is the line after it. */
static gj_status take_lines(gj_markdown *md, size_t line, size_t *end)
{
    gj_slice text = line_text(md, line);
    *end = line;
    if (is_fence(text)) {
        *end = line + 1;
        return cut_lines(md, (gj_lines){ line, line + 1 });
    }
    return begins_region(text) ? GJ_OK : take_drawn(md, line, text, end);
}

gj_status gj_markdown_cut_all(gj_markdown *md, size_t from)
{
    gj_slice bytes = md->build.source->bytes;
    cutter c = { .md = md, .bytes = bytes, .tags = { .bytes = bytes, .end = bytes.len } };
    size_t line = from, at = GJ_NOT_FOUND; /* where to go on in this line; GJ_NOT_FOUND: its start */
    while (line <= md->build.source->line_count) {
        if (at == GJ_NOT_FOUND) {
            size_t end;
            GJ_TRY(take_lines(md, line, &end));
            if (end > line) {
                line = end;
                continue;
            }
            at = gj_markdown_line(md, line).begin;
        }
        GJ_TRY(cut_markup(&c, &line, &at));
        line += at == GJ_NOT_FOUND;
    }
    return GJ_OK;
}
