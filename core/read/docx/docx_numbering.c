/* numbering.xml: w:abstractNum holds the levels of a numbering, w:num is one use of it and may override them. */
#include <stdlib.h>

#include "docx.h"

typedef struct reader {
    gj_docx *docx;
    gj_docx_abstract *abstract; /* under way */
    gj_docx_number *number;
    gj_docx_level *level;
    int override; /* the level that a w:lvlOverride speaks of; -1: none */
    size_t depth, skipped;
} reader;

static gj_status keep(reader *r, gj_slice value, gj_slice *out)
{
    *out = gj_arena_copy(r->docx->scratch, value);
    return out->data ? GJ_OK : gj_fail_nomem(r->docx->err);
}

static long id_of(const gj_xml_tag *tag, const char *name)
{
    return gj_xml_number(gj_xml_attribute(tag, name), 0, INT32_MAX, -1);
}

static gj_status too_many(const reader *r)
{
    return gj_fail(r->docx->err, GJ_LIMIT, GJ_NOWHERE, "编号定义太多（最多 %d 个）",
                   "too many numbering definitions (at most %d)", GJ_MAX_DOCX_NUMBERINGS);
}

static gj_status open_abstract(reader *r, const gj_xml_tag *tag)
{
    if (r->docx->sheet.abstracts.count >= GJ_MAX_DOCX_NUMBERINGS)
        return too_many(r);
    r->abstract = GJ_PUSH(r->docx->scratch, &r->docx->sheet.abstracts);
    r->number = NULL;
    if (!r->abstract)
        return gj_fail_nomem(r->docx->err);
    r->abstract->id = id_of(tag, "abstractNumId");
    r->abstract->order = r->docx->sheet.abstracts.count;
    return GJ_OK;
}

static gj_status open_number(reader *r, const gj_xml_tag *tag)
{
    if (r->docx->sheet.numbers.count >= GJ_MAX_DOCX_NUMBERINGS)
        return too_many(r);
    r->number = GJ_PUSH(r->docx->scratch, &r->docx->sheet.numbers);
    r->abstract = NULL;
    r->override = -1;
    if (!r->number)
        return gj_fail_nomem(r->docx->err);
    r->number->id = id_of(tag, "numId");
    r->number->order = r->docx->sheet.numbers.count;
    r->number->abstract = -1;
    for (size_t i = 0; i < GJ_DOCX_LEVELS; i++)
        r->number->start[i] = -1;
    return GJ_OK;
}

static gj_status open_level(reader *r, const gj_xml_tag *tag)
{
    long index = gj_xml_number(gj_xml_attribute(tag, "ilvl"), 0, GJ_DOCX_LEVELS - 1, -1);
    gj_docx_level *levels = r->abstract ? r->abstract->levels : NULL;
    r->level = NULL;
    if (r->number && !r->number->levels) {
        r->number->levels = GJ_ARRAY(r->docx->scratch, GJ_DOCX_LEVELS, gj_docx_level);
        if (!r->number->levels)
            return gj_fail_nomem(r->docx->err);
    }
    if (r->number)
        levels = r->number->levels;
    if (!levels || index < 0)
        return GJ_OK;
    r->level = &levels[index];
    *r->level = (gj_docx_level){ .stated = true, .start = 0, .restart = -1, .format = GJ_LIT("decimal") };
    return GJ_OK;
}

static gj_status level_property(reader *r, const gj_xml_tag *tag)
{
    gj_slice value = gj_xml_attribute(tag, "val");
    gj_docx_level *level = r->level;
    switch (tag->name) {
    case GJ_DOCX_START:
        level->start = gj_xml_number(value, 0, INT32_MAX, 0);
        return GJ_OK;
    case GJ_DOCX_NUM_FMT:
        return gj_slice_is(value, "custom") ? GJ_OK : keep(r, value, &level->format);
    case GJ_DOCX_LVL_TEXT:
        return keep(r, value, &level->text);
    case GJ_DOCX_P_STYLE:
        return keep(r, value, &level->style);
    case GJ_DOCX_LVL_RESTART:
        level->restart = (int)gj_xml_number(value, 0, GJ_DOCX_LEVELS, -1);
        return GJ_OK;
    case GJ_DOCX_IS_LGL:
        level->arabic = gj_docx_on(tag);
        return GJ_OK;
    case GJ_DOCX_SUFF:
        level->attached = gj_slice_is(value, "nothing");
        return GJ_OK;
    default:
        return GJ_OK;
    }
}

static gj_status property(reader *r, const gj_xml_tag *tag)
{
    gj_slice value = gj_xml_attribute(tag, "val");
    if (r->level)
        return level_property(r, tag);
    if (r->abstract && tag->name == GJ_DOCX_NUM_STYLE_LINK)
        return keep(r, value, &r->abstract->link);
    if (r->number && tag->name == GJ_DOCX_ABSTRACT_NUM_ID)
        r->number->abstract = gj_xml_number(value, 0, INT32_MAX, -1);
    if (r->number && tag->name == GJ_DOCX_LVL_OVERRIDE)
        r->override = (int)gj_xml_number(gj_xml_attribute(tag, "ilvl"), 0, GJ_DOCX_LEVELS - 1, -1);
    if (r->number && tag->name == GJ_DOCX_START_OVERRIDE && r->override >= 0)
        r->number->start[r->override] = gj_xml_number(value, 0, INT32_MAX, -1);
    return GJ_OK;
}

static gj_status on_open(void *context, const gj_xml_tag *tag)
{
    reader *r = context;
    r->depth++;
    if (r->skipped)
        return GJ_OK;
    switch (tag->name) {
    case GJ_DOCX_P_PR:
    case GJ_DOCX_R_PR:
    case GJ_DOCX_FALLBACK: /* of a number format that only newer versions know; the newer one is stated too */
        r->skipped = r->depth;
        return GJ_OK;
    case GJ_DOCX_ABSTRACT_NUM:
        return open_abstract(r, tag);
    case GJ_DOCX_NUM:
        return open_number(r, tag);
    case GJ_DOCX_LVL:
        return open_level(r, tag);
    default:
        return property(r, tag);
    }
}

static gj_status on_close(void *context, unsigned name)
{
    reader *r = context;
    if (r->skipped == r->depth)
        r->skipped = 0;
    else if (!r->skipped && name == GJ_DOCX_LVL)
        r->level = NULL;
    r->depth--;
    return GJ_OK;
}

static int by_order(long a, long b, size_t first, size_t second)
{
    return a != b ? (a > b) - (a < b) : (first > second) - (first < second);
}

static int abstracts(const void *a, const void *b)
{
    const gj_docx_abstract *x = a, *y = b;
    return by_order(x->id, y->id, x->order, y->order);
}

static int numbers(const void *a, const void *b)
{
    const gj_docx_number *x = a, *y = b;
    return by_order(x->id, y->id, x->order, y->order);
}

gj_status gj_docx_numbering(gj_docx *docx, gj_slice part)
{
    static const gj_xml_handler handler = { gj_docx_name_of, on_open, on_close, NULL };
    reader r = { .docx = docx, .override = -1 };
    if (!part.data)
        return GJ_OK;
    GJ_TRY(gj_xml_walk(&docx->xml, part, GJ_LIT("word/numbering.xml"), &handler, &r, docx->err));
    gj_docx_sheet *sheet = &docx->sheet;
    if (sheet->abstracts.count)
        qsort(sheet->abstracts.items, sheet->abstracts.count, sizeof *sheet->abstracts.items, abstracts);
    if (sheet->numbers.count)
        qsort(sheet->numbers.items, sheet->numbers.count, sizeof *sheet->numbers.items, numbers);
    return GJ_OK;
}
