/* What stands in a paragraph: runs, their text and signs, fields, pictures, references to notes. */
#include "../../base/utf8.h"
#include "../ascii.h"
#include "docx_walk.h"

#define SAMPLE 60 /* bytes of hidden or struck-out text that are shown */

static gj_status put(gj_docx_walk *w, gj_slice text)
{
    gj_docx_scope *s = w->top;
    GJ_TRY(gj_docx_charge(w, 0, text.len));
    for (size_t i = 0; i < text.len; i++) {
        char *place = GJ_PUSH(w->docx->scratch, &s->text);
        if (!place)
            return gj_fail_nomem(w->docx->err);
        *place = text.data[i];
    }
    return GJ_OK;
}

static int first_said(int a, int b, int c)
{
    return a >= 0 ? a : b >= 0 ? b : c;
}

static bool hidden(const gj_docx_scope *s)
{
    return first_said(s->hidden, s->run_style ? s->run_style->hidden : -1, s->style ? s->style->hidden : -1) == 1;
}

/* A second property, for two lines. */
static bool struck(const gj_docx_scope *s)
{
    const gj_docx_style *run = s->run_style, *style = s->style;
    return first_said(s->strike, run ? run->strike : -1, style ? style->strike : -1) == 1 ||
           first_said(s->double_strike, run ? run->double_strike : -1, style ? style->double_strike : -1) == 1;
}

static bool bold(const gj_docx_scope *s)
{
    return first_said(s->bold, s->run_style ? s->run_style->bold : -1, s->style ? s->style->bold : -1) == 1;
}

static gj_status count_hidden(gj_docx_walk *w, gj_slice text)
{
    gj_docx_counts *counts = &w->docx->counts;
    if (!gj_slice_trim(text).len)
        return GJ_OK;
    if (!counts->hidden_sample.len) {
        counts->hidden_sample = gj_arena_copy(w->docx->scratch, gj_utf8_cut(text, SAMPLE));
        if (!counts->hidden_sample.data)
            return gj_fail_nomem(w->docx->err);
    }
    counts->hidden += gj_utf8_count(text);
    return GJ_OK;
}

/* Runs struck out one after the other are one place. */
static gj_status count_struck(gj_docx_walk *w, gj_slice text)
{
    gj_docx_counts *counts = &w->docx->counts;
    if (!gj_slice_trim(text).len)
        return GJ_OK;
    counts->struck += !w->top->striking;
    w->top->struck = w->top->striking = true;
    if (counts->struck > 1 || counts->struck_sample.len >= SAMPLE)
        return GJ_OK;
    gj_slice sample =
        gj_arena_format(w->docx->scratch, "%.*s%.*s", GJ_ARG(counts->struck_sample), GJ_ARG(gj_utf8_cut(text, SAMPLE)));
    counts->struck_sample = gj_utf8_cut(sample, SAMPLE);
    return sample.data ? GJ_OK : gj_fail_nomem(w->docx->err);
}

/* Whether what stands here is text of the document. Text outside a paragraph is nobody's. */
static bool shown(const gj_docx_walk *w)
{
    return w->top->in_paragraph && !w->deleted && !w->top->instructions;
}

gj_status gj_docx_text(gj_docx_walk *w, gj_slice text)
{
    gj_docx_scope *s = w->top;
    if (!shown(w))
        return GJ_OK;
    if (hidden(s))
        return count_hidden(w, text);
    if (struck(s))
        return count_struck(w, text);
    size_t from = s->text.count;
    GJ_TRY(put(w, text));
    for (size_t i = from; i < s->text.count; i++)
        if (s->text.items[i] == '\n' || s->text.items[i] == '\r' || s->text.items[i] == '\t')
            s->text.items[i] = ' ';
    if (gj_slice_trim(text).len) {
        s->any = true;
        s->striking = false;
        s->plain = s->plain || !bold(s);
    }
    return GJ_OK;
}

/* White space at the ends of a w:t counts only where xml:space says so. */
void gj_docx_text_end(gj_docx_walk *w)
{
    gj_docx_scope *s = w->top;
    if (w->in_text && !w->preserve && w->text_begin < s->text.count) {
        char *text = s->text.items + w->text_begin;
        size_t length = s->text.count - w->text_begin, lead = 0;
        while (length && text[length - 1] == ' ')
            length--;
        while (lead < length && text[lead] == ' ')
            lead++;
        memmove(text, text + lead, length - lead);
        s->text.count = w->text_begin + length - lead;
    }
    w->in_text = false;
}

static gj_status sign(gj_docx_walk *w, const char *text)
{
    return shown(w) && !hidden(w->top) && !struck(w->top) ? put(w, gj_slice_of(text)) : GJ_OK;
}

/* Fonts of signs keep them at F000 … F0FF. Those that stand for text are few. */
static gj_status symbol(gj_docx_walk *w, const gj_xml_tag *tag)
{
    static const struct {
        unsigned from, to, first;
    } wingdings[] = { { 0x81, 0x8A, 0x2460 }, { 0x8C, 0x95, 0x2776 }, { 0x6F, 0x70, 0x25A1 }, { 0xA8, 0xA8, 0x25A1 },
                      { 0xFC, 0xFC, 0x2713 }, { 0xFE, 0xFE, 0x2611 }, { 0x52, 0x52, 0x2611 } };
    gj_slice value = gj_xml_attribute(tag, "char"), font = gj_xml_attribute(tag, "font");
    unsigned code = 0;
    for (size_t i = 0; i < value.len && value.len <= 4; i++) {
        char c = gj_lower(value.data[i]);
        unsigned digit = gj_is_digit(c) ? (unsigned)(c - '0') : (unsigned)(c - 'a') + 10;
        code = digit < 16 ? code * 16 + digit : 0xFFFF;
    }
    unsigned found = code >= 0x20 && code < 0xE000 ? code : 0;
    for (size_t i = 0; code >= 0xF000 && gj_slice_starts(font, GJ_LIT("Wingdings")) && font.len == 9 &&
                       i < sizeof wingdings / sizeof *wingdings;
         i++)
        if ((code & 0xFF) >= wingdings[i].from && (code & 0xFF) <= wingdings[i].to)
            found = wingdings[i].first + (code & 0xFF) - wingdings[i].from;
    char bytes[5] = { 0 };
    if (!found || !gj_utf8_put(found, bytes)) {
        w->docx->counts.symbols += shown(w);
        return GJ_OK;
    }
    return sign(w, bytes);
}

/* begin, instruction, separate, result, end. The result is what is shown; an instruction that is not ended by the end of
 * its paragraph is broken, and hides nothing further on. */
static void field(gj_docx_walk *w, const gj_xml_tag *tag)
{
    gj_docx_scope *s = w->top;
    gj_slice type = gj_xml_attribute(tag, "fldCharType");
    if (!s->in_paragraph || w->deleted)
        return;
    if (gj_slice_is(type, "begin") && s->fields < GJ_MAX_DOCX_FIELDS) {
        s->instruction[s->fields++] = true;
        s->instructions++;
        return;
    }
    if (!s->fields || gj_slice_is(type, "begin"))
        return;
    bool *instruction = &s->instruction[s->fields - 1];
    s->instructions -= *instruction;
    *instruction = false;
    if (gj_slice_is(type, "end"))
        s->fields--;
}

static gj_status note(gj_docx_walk *w, const gj_xml_tag *tag)
{
    gj_docx_scope *s = w->top;
    if (!shown(w))
        return GJ_OK;
    gj_docx_note *added = GJ_NEW(w->docx->scratch, gj_docx_note);
    if (!added)
        return gj_fail_nomem(w->docx->err);
    added->end = tag->name == GJ_DOCX_ENDNOTE_REFERENCE;
    added->id = gj_xml_number(gj_xml_attribute(tag, "id"), INT32_MIN, INT32_MAX, -1);
    if (s->last_note)
        s->last_note->next = added;
    else
        s->notes = added;
    s->last_note = added;
    return gj_docx_charge(w, 1, 0);
}

static gj_status picture(gj_docx_walk *w)
{
    if (shown(w) && !hidden(w->top))
        w->top->pictures++;
    return GJ_OK;
}

/* The words for a picture: what its writer said of it, else its name. */
static gj_status describe(gj_docx_walk *w, const gj_xml_tag *tag)
{
    gj_slice words = gj_slice_trim(gj_xml_attribute(tag, "descr"));
    if (!words.len)
        words = gj_slice_trim(gj_xml_attribute(tag, "name"));
    if (!w->top->in_paragraph || w->top->alt.len || !words.len)
        return GJ_OK;
    gj_slice copy = gj_arena_copy(w->docx->scratch, words);
    if (!copy.data)
        return gj_fail_nomem(w->docx->err);
    char *text = (char *)copy.data; /* fresh from the arena */
    for (size_t i = 0; i < copy.len; i++)
        if (text[i] == '\n' || text[i] == '\r' || text[i] == '\t')
            text[i] = ' ';
    w->top->alt = copy;
    return GJ_OK;
}

static void run_property(gj_docx_walk *w, const gj_xml_tag *tag)
{
    gj_docx_scope *s = w->top;
    if (w->in_p_pr) { /* of the paragraph's end */
        if (tag->name == GJ_DOCX_VANISH && gj_docx_on(tag))
            s->open_end = true;
        return;
    }
    if (tag->name == GJ_DOCX_VANISH)
        s->hidden = gj_docx_on(tag);
    else if (tag->name == GJ_DOCX_B)
        s->bold = gj_docx_on(tag);
    else if (tag->name == GJ_DOCX_STRIKE)
        s->strike = gj_docx_on(tag);
    else if (tag->name == GJ_DOCX_DSTRIKE)
        s->double_strike = gj_docx_on(tag);
    else
        s->run_style = gj_docx_style_of(w->docx, gj_xml_attribute(tag, "val"));
}

static void begin_text(gj_docx_walk *w, const gj_xml_tag *tag)
{
    w->in_text = true;
    w->preserve = gj_slice_is(gj_xml_attribute(tag, "space"), "preserve");
    w->text_begin = w->top->text.count;
}

gj_status gj_docx_content(gj_docx_walk *w, const gj_xml_tag *tag)
{
    switch (tag->name) {
    case GJ_DOCX_P_STYLE:
    case GJ_DOCX_ILVL:
    case GJ_DOCX_NUM_ID:
    case GJ_DOCX_OUTLINE_LVL:
        gj_docx_paragraph_property(w, tag);
        return GJ_OK;
    case GJ_DOCX_VANISH:
    case GJ_DOCX_B:
    case GJ_DOCX_STRIKE:
    case GJ_DOCX_DSTRIKE:
    case GJ_DOCX_R_STYLE:
        run_property(w, tag);
        return GJ_OK;
    case GJ_DOCX_R:
        w->top->hidden = w->top->bold = w->top->strike = w->top->double_strike = -1;
        w->top->run_style = NULL;
        return GJ_OK;
    case GJ_DOCX_T:
    case GJ_DOCX_MATH_T:
        begin_text(w, tag);
        return GJ_OK;
    case GJ_DOCX_TAB:
    case GJ_DOCX_P_TAB:
        return sign(w, " ");
    case GJ_DOCX_BR:
    case GJ_DOCX_CR:
        return sign(w, "\n");
    case GJ_DOCX_NO_BREAK_HYPHEN:
        return sign(w, "-");
    case GJ_DOCX_SYM:
        return symbol(w, tag);
    case GJ_DOCX_FLD_CHAR:
        field(w, tag);
        return GJ_OK;
    case GJ_DOCX_FOOTNOTE_REFERENCE:
    case GJ_DOCX_ENDNOTE_REFERENCE:
        return note(w, tag);
    case GJ_DOCX_COMMENT_REFERENCE:
        w->docx->counts.comments++;
        return GJ_OK;
    case GJ_DOCX_DOC_PR:
        return describe(w, tag);
    case GJ_DOCX_BLIP:
    case GJ_DOCX_IMAGE_DATA:
    case GJ_DOCX_OLE_OBJECT:
    case GJ_DOCX_CHART:
    case GJ_DOCX_REL_IDS:
        return picture(w);
    default:
        return GJ_OK;
    }
}
