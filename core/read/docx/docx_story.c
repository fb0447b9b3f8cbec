/* The walk over document.xml, footnotes.xml and endnotes.xml, headers and footers: which elements open and close what. */
#include "docx_walk.h"

#include <stdlib.h>

gj_status gj_docx_charge(gj_docx_walk *w, size_t paragraphs, size_t bytes)
{
    gj_docx *docx = w->docx;
    docx->paragraphs += paragraphs;
    docx->bytes += bytes;
    if (docx->paragraphs > GJ_MAX_DOCX_PARAGRAPHS)
        return gj_fail(docx->err, GJ_LIMIT, GJ_NOWHERE,
                       "段落和单元格太多，超过 %d 个，不像一份报告，没有读入；请检查是否选错了文件",
                       "more than %d paragraphs and cells, which no report has; it was not read. Check whether it is "
                       "the right file",
                       GJ_MAX_DOCX_PARAGRAPHS);
    if (docx->bytes > GJ_MAX_DOCX_TEXT)
        return gj_fail(
            docx->err, GJ_LIMIT, GJ_NOWHERE, "文字太多，超过 %zu MB，不像一份报告，没有读入；请检查是否选错了文件",
            "more than %zu MB of text, which no report has; it was not read. Check whether it is the right file",
            GJ_MAX_DOCX_TEXT / GJ_MIB);
    return GJ_OK;
}

gj_docx_block *gj_docx_add(gj_docx_walk *w, gj_docx_list *into, gj_status *status)
{
    *status = gj_docx_charge(w, 1, 0);
    gj_docx_block *block = *status ? NULL : GJ_NEW(w->docx->scratch, gj_docx_block);
    if (!block) {
        *status = *status ? *status : gj_fail_nomem(w->docx->err);
        return NULL;
    }
    if (into->last)
        into->last->next = block;
    else
        into->first = block;
    into->last = block;
    return block;
}

gj_status gj_docx_push(gj_docx_walk *w, gj_docx_list *into)
{
    gj_docx_scope *scope = w->spare;
    if (scope)
        w->spare = scope->outer;
    else
        scope = GJ_NEW(w->docx->scratch, gj_docx_scope);
    if (!scope)
        return gj_fail_nomem(w->docx->err);
    char *kept = scope->text.items;
    size_t room = scope->text.room;
    *scope = (gj_docx_scope){
        .outer = w->top, .opened = w->depth, .into = into, .hidden = -1, .bold = -1, .strike = -1, .double_strike = -1
    };
    scope->text.items = kept;
    scope->text.room = room;
    w->top = scope;
    return GJ_OK;
}

static gj_status pop(gj_docx_walk *w)
{
    gj_docx_scope *scope = w->top;
    GJ_TRY(gj_docx_paragraph_flush(w));
    w->top = scope->outer;
    scope->outer = w->spare;
    w->spare = scope;
    return GJ_OK;
}

static gj_status open_note(gj_docx_walk *w, const gj_xml_tag *tag)
{
    gj_slice type = gj_xml_attribute(tag, "type");
    if (type.data && !gj_slice_is(type, "normal")) { /* the line above notes */
        w->skipped = w->depth;
        return GJ_OK;
    }
    gj_docx_note_text *note = GJ_PUSH(w->docx->scratch, &w->docx->notes);
    gj_docx_list *blocks = note ? GJ_NEW(w->docx->scratch, gj_docx_list) : NULL;
    if (!blocks)
        return gj_fail_nomem(w->docx->err);
    *note = (gj_docx_note_text){ .end = w->endnotes,
                                 .id = gj_xml_number(gj_xml_attribute(tag, "id"), INT32_MIN, INT32_MAX, -1),
                                 .blocks = blocks };
    GJ_TRY(gj_docx_charge(w, 1, 0));
    return gj_docx_push(w, blocks);
}

/* mc:AlternateContent says one thing in several ways, the newest first: the first choice is taken, and the fallback where there is none. */
static void alternate(gj_docx_walk *w, const gj_xml_tag *tag)
{
    size_t at = w->alternate_count;
    if (tag->name == GJ_DOCX_ALTERNATE_CONTENT) {
        if (at < GJ_MAX_XML_DEPTH) {
            w->alternates[at] = w->depth;
            w->chosen[at] = false;
            w->alternate_count++;
        }
        return;
    }
    if (!at || w->alternates[at - 1] + 1 != w->depth)
        return;
    if (w->chosen[at - 1])
        w->skipped = w->depth;
    w->chosen[at - 1] = true;
}

/* A change that is tracked, by where it stands: around runs, on the end of a paragraph, on a row. */
static gj_status change(gj_docx_walk *w, const gj_xml_tag *tag)
{
    gj_docx_counts *counts = &w->docx->counts;
    bool gone = tag->name == GJ_DOCX_DEL || tag->name == GJ_DOCX_MOVE_FROM;
    if (w->in_p_pr && !w->in_r_pr)
        return GJ_OK; /* of the numbering */
    counts->insertions += tag->name == GJ_DOCX_INS;
    counts->deletions += tag->name == GJ_DOCX_DEL;
    counts->moves += !w->in_r_pr && (tag->name == GJ_DOCX_MOVE_FROM || tag->name == GJ_DOCX_MOVE_TO);
    if (!gone)
        return GJ_OK;
    if (w->in_tr_pr) {
        if (w->top->row)
            w->top->row->dropped = true;
    } else if (w->in_r_pr) {
        w->top->open_end = true;
    } else {
        w->deleted++;
    }
    return GJ_OK;
}

static gj_status open_box(gj_docx_walk *w)
{
    gj_docx_scope *scope = w->top;
    return gj_docx_push(w, scope->in_paragraph ? &scope->boxes : scope->into);
}

static gj_status in_scope(gj_docx_walk *w, const gj_xml_tag *tag)
{
    switch (tag->name) {
    case GJ_DOCX_INS:
    case GJ_DOCX_DEL:
    case GJ_DOCX_MOVE_FROM:
    case GJ_DOCX_MOVE_TO:
        return change(w, tag);
    case GJ_DOCX_CELL_INS:
        w->docx->counts.insertions++;
        return GJ_OK;
    case GJ_DOCX_CELL_DEL:
        w->docx->counts.deletions++;
        return GJ_OK;
    case GJ_DOCX_TXBX_CONTENT:
        return open_box(w);
    case GJ_DOCX_ALT_CHUNK:
        w->docx->counts.chunks++;
        return GJ_OK;
    case GJ_DOCX_P:
        return gj_docx_paragraph_open(w);
    case GJ_DOCX_TBL:
    case GJ_DOCX_TR:
    case GJ_DOCX_TC:
        return gj_docx_table_open(w, tag);
    case GJ_DOCX_GRID_COL:
    case GJ_DOCX_GRID_SPAN:
    case GJ_DOCX_GRID_BEFORE:
    case GJ_DOCX_V_MERGE:
    case GJ_DOCX_H_MERGE:
    case GJ_DOCX_HIDDEN:
        return gj_docx_table_property(w, tag);
    default:
        return gj_docx_content(w, tag);
    }
}

static gj_status on_open(void *context, const gj_xml_tag *tag)
{
    gj_docx_walk *w = context;
    w->depth++;
    if (w->skipped)
        return GJ_OK;
    switch (tag->name) {
    case GJ_DOCX_UNKNOWN:
        return GJ_OK;
    case GJ_DOCX_P_PR_CHANGE:
    case GJ_DOCX_R_PR_CHANGE:
    case GJ_DOCX_SECT_PR_CHANGE:
    case GJ_DOCX_TBL_PR_CHANGE:
    case GJ_DOCX_TBL_PR_EX_CHANGE:
    case GJ_DOCX_TBL_GRID_CHANGE:
    case GJ_DOCX_TR_PR_CHANGE:
    case GJ_DOCX_TC_PR_CHANGE:
    case GJ_DOCX_NUMBERING_CHANGE:
        w->docx->counts.formats++;
        w->skipped = w->depth;
        return GJ_OK;
    case GJ_DOCX_SDT_PR:
    case GJ_DOCX_SDT_END_PR:
    case GJ_DOCX_SECT_PR:
    case GJ_DOCX_TABS:
    case GJ_DOCX_RT:
        w->skipped = w->depth;
        return GJ_OK;
    case GJ_DOCX_P_PR:
        w->in_p_pr = true;
        return GJ_OK;
    case GJ_DOCX_R_PR:
        w->in_r_pr = true;
        return GJ_OK;
    case GJ_DOCX_TR_PR:
        w->in_tr_pr = true;
        return GJ_OK;
    case GJ_DOCX_ALTERNATE_CONTENT:
    case GJ_DOCX_CHOICE:
    case GJ_DOCX_FALLBACK:
        alternate(w, tag);
        return GJ_OK;
    case GJ_DOCX_BODY:
        return gj_docx_push(w, &w->docx->body);
    case GJ_DOCX_FOOTNOTE:
    case GJ_DOCX_ENDNOTE:
        return open_note(w, tag);
    default:
        return w->top ? in_scope(w, tag) : GJ_OK;
    }
}

static gj_status close_change(gj_docx_walk *w)
{
    if (!w->in_tr_pr && !w->in_r_pr && !w->in_p_pr && w->deleted)
        w->deleted--;
    return GJ_OK;
}

static gj_status close_element(gj_docx_walk *w, unsigned name)
{
    switch (name) {
    case GJ_DOCX_P_PR:
        w->in_p_pr = false;
        return GJ_OK;
    case GJ_DOCX_R_PR:
        w->in_r_pr = false;
        return GJ_OK;
    case GJ_DOCX_TR_PR:
        w->in_tr_pr = false;
        return GJ_OK;
    case GJ_DOCX_DEL:
    case GJ_DOCX_MOVE_FROM:
        return close_change(w);
    case GJ_DOCX_T:
    case GJ_DOCX_MATH_T:
        gj_docx_text_end(w);
        return GJ_OK;
    case GJ_DOCX_P:
        return gj_docx_paragraph_close(w);
    case GJ_DOCX_TR:
    case GJ_DOCX_TC:
        return gj_docx_table_close(w, name);
    default:
        return GJ_OK;
    }
}

static gj_status on_close(void *context, unsigned name)
{
    gj_docx_walk *w = context;
    gj_status status = GJ_OK;
    if (w->skipped == w->depth)
        w->skipped = 0;
    else if (!w->skipped && w->top && w->top->opened == w->depth)
        status = pop(w);
    else if (!w->skipped && w->top)
        status = close_element(w, name);
    if (w->alternate_count && w->alternates[w->alternate_count - 1] == w->depth)
        w->alternate_count--;
    w->depth--;
    return status;
}

static gj_status on_text(void *context, gj_slice text)
{
    gj_docx_walk *w = context;
    return w->in_text && !w->skipped && w->top ? gj_docx_text(w, text) : GJ_OK;
}

const gj_xml_handler gj_docx_handler = { gj_docx_name_of, on_open, on_close, on_text };

static int by_kind_and_id(const void *a, const void *b)
{
    const gj_docx_note_text *x = a, *y = b;
    if (x->end != y->end)
        return x->end ? 1 : -1;
    return (x->id > y->id) - (x->id < y->id);
}

gj_status gj_docx_story(gj_docx *docx, gj_slice part, gj_slice what, bool endnotes)
{
    gj_docx_walk *w = part.data ? GJ_NEW(docx->scratch, gj_docx_walk) : NULL;
    if (!part.data)
        return GJ_OK;
    if (!w)
        return gj_fail_nomem(docx->err);
    w->docx = docx;
    w->endnotes = endnotes;
    GJ_TRY(gj_xml_walk(&docx->xml, part, what, &gj_docx_handler, w, docx->err));
    if (docx->notes.count)
        qsort(docx->notes.items, docx->notes.count, sizeof *docx->notes.items, by_kind_and_id);
    return GJ_OK;
}
