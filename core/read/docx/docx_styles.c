/* styles.xml: what a style says of number, outline level, bold, hidden and struck out, with what it takes over from the one it is based on. */
#include <stdlib.h>

#include "docx.h"

#define BASED_DEPTH 32 /* styles based on one another; a circle ends here */

typedef struct reader {
    gj_docx *docx;
    gj_docx_style *style;  /* under way, or NULL */
    size_t depth, skipped; /* elements open; the depth at which one that is passed over was opened */
} reader;

static gj_status keep(gj_docx *docx, gj_slice value, gj_slice *out)
{
    *out = gj_arena_copy(docx->scratch, value);
    return out->data ? GJ_OK : gj_fail_nomem(docx->err);
}

static gj_status open_style(reader *r, const gj_xml_tag *tag)
{
    gj_docx *docx = r->docx;
    if (docx->sheet.styles.count >= GJ_MAX_DOCX_STYLES)
        return gj_fail(docx->err, GJ_LIMIT, GJ_NOWHERE, "样式太多（最多 %d 个）", "too many styles (at most %d)",
                       GJ_MAX_DOCX_STYLES);
    r->style = GJ_PUSH(docx->scratch, &docx->sheet.styles);
    if (!r->style)
        return gj_fail_nomem(docx->err);
    *r->style = (gj_docx_style){ .hidden = -1,
                                 .bold = -1,
                                 .strike = -1,
                                 .double_strike = -1,
                                 .level = -1,
                                 .number = -1,
                                 .number_level = -1,
                                 .order = docx->sheet.styles.count };
    gj_slice usual = gj_xml_attribute(tag, "default");
    r->style->paragraph_default = gj_slice_is(gj_xml_attribute(tag, "type"), "paragraph") && usual.data &&
                                  !gj_slice_is(usual, "0") && !gj_slice_is(usual, "false");
    return keep(docx, gj_xml_attribute(tag, "styleId"), &r->style->id);
}

static gj_status property(reader *r, const gj_xml_tag *tag)
{
    gj_slice value = gj_xml_attribute(tag, "val");
    gj_docx_style *style = r->style;
    switch (tag->name) {
    case GJ_DOCX_NAME:
        style->title = gj_slice_is(value, "Title") || gj_slice_is(value, "title");
        return GJ_OK;
    case GJ_DOCX_BASED_ON:
        return keep(r->docx, value, &style->based_on);
    case GJ_DOCX_VANISH:
        style->hidden = gj_docx_on(tag);
        return GJ_OK;
    case GJ_DOCX_B:
        style->bold = gj_docx_on(tag);
        return GJ_OK;
    case GJ_DOCX_STRIKE:
        style->strike = gj_docx_on(tag);
        return GJ_OK;
    case GJ_DOCX_DSTRIKE:
        style->double_strike = gj_docx_on(tag);
        return GJ_OK;
    case GJ_DOCX_OUTLINE_LVL:
        style->level = (int)gj_xml_number(value, 0, 9, -1);
        return GJ_OK;
    case GJ_DOCX_NUM_ID:
        style->number = gj_xml_number(value, 0, INT32_MAX, -1);
        return GJ_OK;
    case GJ_DOCX_ILVL:
        style->number_level = (int)gj_xml_number(value, 0, GJ_DOCX_LEVELS - 1, -1);
        return GJ_OK;
    default:
        return GJ_OK;
    }
}

static gj_status on_open(void *context, const gj_xml_tag *tag)
{
    reader *r = context;
    r->depth++;
    if (r->skipped)
        return GJ_OK;
    switch (tag->name) {
    case GJ_DOCX_DOC_DEFAULTS:
    case GJ_DOCX_TBL_STYLE_PR:
    case GJ_DOCX_P_PR_CHANGE:
    case GJ_DOCX_R_PR_CHANGE:
        r->skipped = r->depth;
        return GJ_OK;
    case GJ_DOCX_STYLE:
        return open_style(r, tag);
    default:
        return r->style ? property(r, tag) : GJ_OK;
    }
}

static gj_status on_close(void *context, unsigned name)
{
    reader *r = context;
    if (r->skipped == r->depth)
        r->skipped = 0;
    else if (!r->skipped && name == GJ_DOCX_STYLE)
        r->style = NULL;
    r->depth--;
    return GJ_OK;
}

static int by_id(const void *a, const void *b)
{
    const gj_docx_style *x = a, *y = b;
    int order = gj_slice_compare(x->id, y->id);
    return order ? order : (x->order > y->order) - (x->order < y->order);
}

static gj_docx_style *find(const gj_docx *docx, gj_slice id)
{
    gj_docx_style *styles = docx->sheet.styles.items;
    size_t low = 0, high = docx->sheet.styles.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (gj_slice_compare(styles[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < docx->sheet.styles.count && gj_slice_equal(styles[low].id, id) ? &styles[low] : NULL;
}

static void take_over(gj_docx_style *style, const gj_docx_style *base)
{
    style->hidden = style->hidden < 0 ? base->hidden : style->hidden;
    style->bold = style->bold < 0 ? base->bold : style->bold;
    style->strike = style->strike < 0 ? base->strike : style->strike;
    style->double_strike = style->double_strike < 0 ? base->double_strike : style->double_strike;
    style->level = style->level < 0 ? base->level : style->level;
    style->number_level = style->number_level < 0 ? base->number_level : style->number_level;
    style->number = style->number < 0 ? base->number : style->number;
}

/* From the root of the chain down, so that each style is settled once. */
static void settle(const gj_docx *docx, gj_docx_style *style)
{
    gj_docx_style *chain[BASED_DEPTH];
    size_t count = 0;
    for (gj_docx_style *s = style; s && !s->settled && count < BASED_DEPTH; s = find(docx, s->based_on))
        chain[count++] = s;
    while (count--) {
        const gj_docx_style *base = find(docx, chain[count]->based_on);
        if (base && base->settled)
            take_over(chain[count], base);
        chain[count]->settled = true;
    }
}

const gj_docx_style *gj_docx_style_of(const gj_docx *docx, gj_slice id)
{
    return id.len ? find(docx, id) : NULL;
}

gj_status gj_docx_styles(gj_docx *docx, gj_slice part)
{
    static const gj_xml_handler handler = { gj_docx_name_of, on_open, on_close, NULL };
    reader r = { .docx = docx };
    if (!part.data)
        return GJ_OK;
    GJ_TRY(gj_xml_walk(&docx->xml, part, GJ_LIT("word/styles.xml"), &handler, &r, docx->err));
    gj_docx_sheet *sheet = &docx->sheet;
    if (sheet->styles.count)
        qsort(sheet->styles.items, sheet->styles.count, sizeof *sheet->styles.items, by_id);
    for (size_t i = 0; i < sheet->styles.count; i++) {
        settle(docx, &sheet->styles.items[i]);
        if (sheet->styles.items[i].paragraph_default && !sheet->usual)
            sheet->usual = &sheet->styles.items[i];
    }
    return GJ_OK;
}
