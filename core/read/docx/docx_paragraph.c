/* Paragraphs: where they begin and end, their properties, and what they become. */
#include "docx_walk.h"

gj_status gj_docx_paragraph_open(gj_docx_walk *w)
{
    gj_docx_scope *s = w->top;
    if (s->in_paragraph)
        GJ_TRY(gj_docx_paragraph_flush(w));
    s->in_paragraph = true;
    s->open_end = false;
    s->style = w->docx->sheet.usual;
    s->style_id = (gj_slice){ NULL, 0 };
    s->number = s->number_level = s->level = -1;
    return GJ_OK;
}

static void begin_anew(gj_docx_scope *s)
{
    s->in_paragraph = s->open_end = s->any = s->plain = s->struck = s->striking = false;
    s->text.count = 0;
    s->pictures = 0;
    s->alt = (gj_slice){ "", 0 };
    s->boxes = (gj_docx_list){ NULL, NULL };
    s->notes = s->last_note = NULL;
    s->fields = s->instructions = 0;
}

static gj_status label_of(gj_docx_walk *w, gj_slice *out)
{
    gj_docx_scope *s = w->top;
    const gj_docx_style *style = s->style;
    long number = s->number >= 0 ? s->number : style ? style->number : -1;
    int level = s->number_level >= 0 || s->number >= 0 ? s->number_level : style ? style->number_level : -1;
    if (s->number >= 0 && level < 0)
        level = 0;
    return gj_docx_count(w->docx, number, level, style ? style->id : (gj_slice){ NULL, 0 }, out);
}

static int heading_level(const gj_docx_scope *s)
{
    int level = s->level >= 0 ? s->level : s->style ? s->style->level : -1;
    if (level >= 0 && level < 9)
        return level < 6 ? level + 1 : 6;
    return s->level < 0 && s->style && s->style->title ? 1 : 0;
}

gj_status gj_docx_paragraph_flush(gj_docx_walk *w)
{
    gj_docx_scope *s = w->top;
    gj_status status = GJ_OK;
    gj_slice label = { "", 0 };
    if (s->in_paragraph)
        GJ_TRY(label_of(w, &label));
    if (s->struck && !s->any) /* the number of a paragraph that is struck out is counted all the same */
        label.len = 0;
    bool empty = !s->text.count && !label.len && !s->pictures && !s->boxes.first && !s->notes;
    gj_docx_block *block = empty ? NULL : gj_docx_add(w, s->into, &status);
    if (block) {
        block->text = gj_arena_copy(w->docx->scratch, (gj_slice){ s->text.items, s->text.count });
        if (!block->text.data)
            return gj_fail_nomem(w->docx->err);
        block->label = label;
        block->level = heading_level(s);
        block->strong = s->any && !s->plain;
        block->picture = s->pictures && !s->any;
        block->alt = s->alt;
        block->boxes = s->boxes;
        block->notes = s->notes;
        status = gj_docx_charge(w, 0, label.len + s->alt.len + 2);
    }
    begin_anew(s);
    return status;
}

gj_status gj_docx_paragraph_close(gj_docx_walk *w)
{
    gj_docx_scope *s = w->top;
    if (!s->in_paragraph)
        return GJ_OK;
    if (!s->open_end)
        return gj_docx_paragraph_flush(w);
    s->in_paragraph = false; /* its text waits for the next paragraph, whose properties count */
    s->fields = s->instructions = 0;
    return GJ_OK;
}

void gj_docx_paragraph_property(gj_docx_walk *w, const gj_xml_tag *tag)
{
    gj_docx_scope *s = w->top;
    gj_slice value = gj_xml_attribute(tag, "val");
    if (!w->in_p_pr)
        return;
    if (tag->name == GJ_DOCX_P_STYLE) {
        const gj_docx_style *style = gj_docx_style_of(w->docx, value);
        s->style = style ? style : s->style;
    } else if (tag->name == GJ_DOCX_ILVL) {
        s->number_level = (int)gj_xml_number(value, 0, GJ_DOCX_LEVELS - 1, -1);
    } else if (tag->name == GJ_DOCX_NUM_ID) {
        s->number = gj_xml_number(value, 0, INT32_MAX, -1);
    } else {
        s->level = (int)gj_xml_number(value, 0, 9, -1);
    }
}
