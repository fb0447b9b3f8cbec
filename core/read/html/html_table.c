/* HTML tables, read tag by tag, so that each cell's bytes are known. A row ends where the next begins, a cell
 * likewise, and all of them where their table ends, whether the tags that say so were written or not. Other
 * elements mean nothing here; a cell's text is made of its bytes by inline.h.
 *
 * libxml2 is not used: it keeps no places inside a text, loading it costs nearly five times what reading a report
 * does, it compares each attribute of a tag with all others, and 2.9.14 did not return from htmlParseChunk when an
 * allocation failed (all measured). */
#include "../ascii.h"
#include "../struck.h"

/* A table under way; inner ones lie on their outer one. */
typedef struct frame {
    gj_grid_builder grid;
    gj_span span;
    bool in_row, in_cell, in_caption;
    size_t cell_begin; /* or the caption's */
    size_t rowspan, colspan;
    size_t children; /* tables inside */
    bool any_text;   /* a cell that is not blank */
    gj_slice caption;
    GJ_LIST(gj_span) holes; /* inner tables of the cell under way */
    struct frame *outer;
} frame;

typedef struct table_reader {
    gj_markdown *md;
    gj_slice bytes;
    gj_span region;
    size_t depth; /* of tables */
    frame *top;
    bool stray;               /* text outside cells was remarked */
    bool no_script, no_style; /* no end of one further on */
    gj_struck struck;
} table_reader;

/* A cell's text, inner tables left out. */
static gj_status cell_text(table_reader *r, frame *f, gj_span span, gj_text *out)
{
    gj_inline *text = &r->md->text;
    gj_span place = gj_span_trim(r->bytes, span);
    gj_inline_begin(text, GJ_INLINE_HTML);
    size_t at = place.begin;
    for (size_t i = 0; i < f->holes.count; i++) {
        gj_inline_add(text, (gj_span){ at, f->holes.items[i].begin });
        gj_inline_break(text);
        at = f->holes.items[i].end;
    }
    if (at < place.end)
        gj_inline_add(text, (gj_span){ at, place.end });
    return gj_inline_end(text, place, out, NULL, r->md->build.err);
}

static gj_status add_hole(table_reader *r, frame *f, gj_span span)
{
    if (!f || !f->in_cell)
        return GJ_OK;
    gj_span *hole = GJ_PUSH(r->md->build.arena, &f->holes);
    if (!hole)
        return gj_fail_nomem(r->md->build.err);
    *hole = span;
    return GJ_OK;
}

/* The cell under way ends before byte `end`. */
static gj_status close_cell(table_reader *r, frame *f, size_t end)
{
    if (!f->in_cell)
        return GJ_OK;
    f->in_cell = false;
    gj_text text;
    GJ_TRY(cell_text(r, f, (gj_span){ f->cell_begin, end }, &text));
    f->any_text = f->any_text || text.text.len;
    return gj_grid_cell_add(&f->grid, &text, f->rowspan, f->colspan, r->md->build.err);
}

static gj_status close_caption(table_reader *r, frame *f, size_t end)
{
    if (!f->in_caption)
        return GJ_OK;
    f->in_caption = false;
    gj_text text;
    GJ_TRY(cell_text(r, f, (gj_span){ f->cell_begin, end }, &text));
    f->caption = text.text;
    return GJ_OK;
}

/* The cell ends before `end`, the row before `after`: they differ by the row's own closing tag. */
static gj_status close_row(table_reader *r, frame *f, size_t end, size_t after)
{
    GJ_TRY(close_caption(r, f, end));
    GJ_TRY(close_cell(r, f, end));
    if (f->in_row)
        gj_grid_row_end(&f->grid, after);
    f->in_row = false;
    return GJ_OK;
}

static gj_status open_row(table_reader *r, frame *f, size_t begin)
{
    GJ_TRY(close_row(r, f, begin, begin));
    f->in_row = true;
    return gj_grid_row_add(&f->grid, (gj_span){ begin, begin }, r->md->build.err);
}

static gj_status open_table(table_reader *r, size_t begin)
{
    gj_error *err = r->md->build.err;
    if (++r->depth > GJ_MAX_HTML_DEPTH)
        return gj_fail(err, GJ_LIMIT, begin, "HTML 表格嵌套太深（最多 %d 层）",
                       "HTML tables are nested too deeply (at most %d levels)", GJ_MAX_HTML_DEPTH);
    frame *f = GJ_NEW(r->md->build.arena, frame);
    if (!f)
        return gj_fail_nomem(err);
    f->outer = r->top;
    f->span.begin = begin;
    if (r->top)
        r->top->children++;
    r->top = f;
    return gj_grid_start(&f->grid, r->md->build.arena, err);
}

/* A table that only arranges the tables in its cells is none of the report's. */
static gj_status close_table(table_reader *r, size_t end, size_t after)
{
    frame *f = r->top;
    GJ_TRY(close_row(r, f, end, end));
    f->span.end = after;
    r->top = f->outer;
    r->depth--;
    GJ_TRY(add_hole(r, f->outer, f->span));
    if (!f->grid.rows.count || (f->children && !f->any_text))
        return GJ_OK;
    r->md->grid = f->grid;
    return gj_markdown_table(r->md, f->span, f->caption);
}

/* A span attribute: digits, else 1. rowspan="0" means to the last row. */
static size_t span_of(const table_reader *r, const gj_tag *tag, const char *name)
{
    gj_span value;
    if (!gj_tag_attribute(r->bytes, tag, name, &value))
        return 1;
    value = gj_span_trim(r->bytes, value);
    if (value.begin == value.end || !gj_is_digit(r->bytes.data[value.begin]))
        return 1;
    size_t number = 0;
    for (size_t at = value.begin; at < value.end && gj_is_digit(r->bytes.data[at]) && number <= GJ_MAX_TABLE_ROWS; at++)
        number = number * 10 + (size_t)(r->bytes.data[at] - '0');
    return number ? number : strcmp(name, "rowspan") == 0 ? GJ_MAX_TABLE_ROWS : 1;
}

static gj_status open_cell(table_reader *r, frame *f, const gj_tag *tag)
{
    GJ_TRY(close_caption(r, f, tag->span.begin));
    GJ_TRY(close_cell(r, f, tag->span.begin));
    if (!f->in_row)
        GJ_TRY(open_row(r, f, tag->span.begin));
    f->in_cell = true;
    f->holes.count = 0;
    f->cell_begin = tag->span.end;
    f->rowspan = span_of(r, tag, "rowspan");
    f->colspan = span_of(r, tag, "colspan");
    return GJ_OK;
}

static gj_status open_caption(table_reader *r, frame *f, const gj_tag *tag)
{
    GJ_TRY(close_row(r, f, tag->span.begin, tag->span.begin));
    f->in_caption = true;
    f->holes.count = 0;
    f->cell_begin = tag->span.end;
    return GJ_OK;
}

static gj_status opened(table_reader *r, const gj_tag *tag)
{
    GJ_KNOWN(r->top);
    if (gj_tag_is(tag, "td") || gj_tag_is(tag, "th"))
        return open_cell(r, r->top, tag);
    if (gj_tag_is(tag, "tr"))
        return open_row(r, r->top, tag->span.begin);
    if (gj_tag_is(tag, "tbody") || gj_tag_is(tag, "thead") || gj_tag_is(tag, "tfoot"))
        return close_row(r, r->top, tag->span.begin, tag->span.begin);
    if (gj_tag_is(tag, "caption"))
        return open_caption(r, r->top, tag);
    return gj_tag_is(tag, "table") ? open_table(r, tag->span.begin) : GJ_OK;
}

static gj_status closed(table_reader *r, const gj_tag *tag)
{
    size_t begin = tag->span.begin, after = tag->span.end;
    if (gj_tag_is(tag, "td") || gj_tag_is(tag, "th"))
        return close_cell(r, r->top, begin);
    if (gj_tag_is(tag, "tr"))
        return close_row(r, r->top, begin, after);
    if (gj_tag_is(tag, "tbody") || gj_tag_is(tag, "thead") || gj_tag_is(tag, "tfoot"))
        return close_row(r, r->top, begin, begin);
    if (gj_tag_is(tag, "caption"))
        return close_caption(r, r->top, begin);
    return gj_tag_is(tag, "table") ? close_table(r, begin, after) : GJ_OK;
}

/* Text between cells is shown nowhere, so it is said. */
static gj_status check_stray(table_reader *r, gj_span between)
{
    gj_span text = gj_span_trim(r->bytes, between);
    if (r->stray || !r->top || r->top->in_cell || r->top->in_caption || text.begin == text.end)
        return GJ_OK;
    r->stray = true;
    return gj_markdown_remark(
        r->md, "stray_text", text, "表格里有不在任何单元格内的文字，没有读入；请把它移到 <td> 里或表格外",
        "text inside the table but outside its cells was not read; move it into a <td> or out of the table");
}

/* <script> and <style> are no text; *end is after them. One without an end is passed over alone. */
static gj_status skip_unread(table_reader *r, const gj_tag *tag, size_t *end)
{
    bool script = gj_tag_is(tag, "script"), style = gj_tag_is(tag, "style");
    *end = tag->span.end;
    bool *none = script ? &r->no_script : &r->no_style;
    if (tag->kind != GJ_TAG_OPEN || !(script || style) || *none)
        return GJ_OK;
    size_t at = gj_tag_find(r->bytes, *end, r->region.end, script ? "/script" : "/style");
    const char *close = at == GJ_NOT_FOUND ? NULL : memchr(r->bytes.data + at, '>', r->region.end - at);
    *none = !close;
    if (!close)
        return GJ_OK;
    *end = (size_t)(close - r->bytes.data) + 1;
    return add_hole(r, r->top, (gj_span){ tag->span.begin, *end });
}

gj_status gj_html_table(gj_markdown *md, gj_span region)
{
    table_reader r = { .md = md, .bytes = md->build.source->bytes, .region = region };
    gj_tag_scan scan = { .bytes = r.bytes, .end = region.end };
    size_t text = region.begin; /* what follows the last tag */
    for (size_t at = region.begin; at < region.end; at++) {
        const char *found = memchr(r.bytes.data + at, '<', region.end - at);
        gj_tag tag;
        if (!found)
            break;
        at = (size_t)(found - r.bytes.data);
        if (!gj_tag_read(&scan, at, &tag))
            continue;
        GJ_TRY(check_stray(&r, (gj_span){ text, at }));
        if (!md->struck_known)
            GJ_TRY(gj_struck_tag(&r.struck, md, &tag));
        if (tag.kind == GJ_TAG_OPEN && (r.top || gj_tag_is(&tag, "table")))
            GJ_TRY(opened(&r, &tag));
        else if (tag.kind == GJ_TAG_CLOSE && r.top)
            GJ_TRY(closed(&r, &tag));
        GJ_TRY(skip_unread(&r, &tag, &text));
        at = text - 1;
    }
    GJ_TRY(check_stray(&r, (gj_span){ text, region.end }));
    while (r.top) /* tables without an end */
        GJ_TRY(close_table(&r, region.end, region.end));
    return GJ_OK;
}
