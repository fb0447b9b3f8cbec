/* html_parts.c - what the parts of the page share: text, classes, ids, places. */
#include "../escape.h"
#include "../locus.h"
#include "html.h"

void gj_page_text(const gj_page *h, gj_slice text)
{
    gj_escape_html(h->out, text);
}

void gj_page_words(const gj_page *h, gj_words words)
{
    gj_escape_html(h->out, gj_say(words, h->lang));
}

void gj_page_fact(const gj_page *h, const char *label, gj_slice value)
{
    if (!value.len)
        return;
    gj_buffer_format(h->out, "<div><dt>%s</dt><dd>", label);
    gj_page_text(h, value);
    gj_buffer_text(h->out, "</dd></div>");
}

gj_page_kind gj_page_kind_of(const gj_finding *finding)
{
    if (finding->exception)
        return GJ_PAGE_EXCEPTED;
    return finding->outcome == GJ_REVIEW ? GJ_PAGE_REVIEW : GJ_PAGE_PROBLEM;
}

const char *gj_page_class(const gj_finding *finding)
{
    switch (gj_page_kind_of(finding)) {
    case GJ_PAGE_EXCEPTED:
        return "excepted";
    case GJ_PAGE_REVIEW:
        return "review";
    default:
        return gj_severity_name(finding->severity);
    }
}

#define SHORT_FINGERPRINT 16

/* Several findings may share a fingerprint: all but the first are told apart by their number. */
static bool repeated(const gj_result *result, size_t finding)
{
    for (size_t i = 0; i < finding; i++)
        if (strncmp(result->findings[i].fingerprint, result->findings[finding].fingerprint, SHORT_FINGERPRINT) == 0)
            return true;
    return false;
}

void gj_page_finding_id(const gj_page *h, size_t finding)
{
    gj_slice print = gj_slice_of(h->result->findings[finding].fingerprint);
    if (h->number != 1)
        gj_buffer_format(h->out, "r%zu-", h->number);
    gj_buffer_text(h->out, "f-");
    for (size_t i = 0; i < print.len && i < SHORT_FINGERPRINT; i++)
        gj_buffer_byte(h->out, strchr("0123456789abcdef", print.data[i]) ? print.data[i] : '-');
    if (!print.len || repeated(h->result, finding))
        gj_buffer_format(h->out, "-%zu", finding + 1);
}

void gj_page_mark_id(const gj_page *h, size_t finding, size_t mark)
{
    gj_buffer_format(h->out, "r%zu-m%zu-%zu", h->number, finding + 1, mark + 1);
}

void gj_page_part_id(const gj_page *h, const char *name)
{
    gj_buffer_format(h->out, " id=\"r%zu-%s\"", h->number, name);
}

void gj_page_place(const gj_page *h, const gj_mark *mark)
{
    size_t line = gj_mark_line(mark);
    bool placed = line || mark->at.part != GJ_PART_NONE;
    gj_locus_words(h->out, h->lang, &mark->at);
    if (line)
        gj_buffer_format(h->out, GJ_PICK(h->lang, "第 %zu 行", "line %zu"), line);
    if (line && mark->column)
        gj_buffer_format(h->out, GJ_PICK(h->lang, "第 %zu 列", ", column %zu"), mark->column);
    if (mark->pointer.len) {
        gj_buffer_text(h->out, placed ? GJ_PICK(h->lang, "（", " (") : "");
        gj_page_text(h, mark->pointer);
        gj_buffer_text(h->out, placed ? GJ_PICK(h->lang, "）", ")") : "");
    }
}

/* Of some marks only the label is known: then that is their place. */
static bool has_place(const gj_mark *mark)
{
    return gj_mark_line(mark) || mark->at.part != GJ_PART_NONE || mark->pointer.len;
}

static void place_of(const gj_page *h, size_t finding, size_t index)
{
    const gj_mark *mark = &h->result->findings[finding].marks[index];
    if (h->placed[finding][index]) {
        gj_buffer_text(h->out, "<a href=\"#");
        gj_page_mark_id(h, finding, index);
        gj_buffer_text(h->out, "\">");
        if (has_place(mark))
            gj_page_place(h, mark);
        else
            gj_page_words(h, mark->label);
        gj_buffer_text(h->out, "</a>");
        return;
    }
    if (mark->prior) {
        gj_buffer_text(h->out, GJ_PICK(h->lang, "上年报告 ", "last year's report "));
        gj_page_text(h, h->result->prior.path);
        gj_buffer_byte(h->out, ' ');
    }
    gj_page_place(h, mark);
}

void gj_page_places(const gj_page *h, size_t finding)
{
    const gj_finding *f = &h->result->findings[finding];
    size_t most = h->places_most && h->places_most < f->mark_count ? h->places_most : f->mark_count;
    for (size_t i = 0; i < most; i++) {
        const gj_mark *mark = &f->marks[i];
        gj_slice label = gj_say(mark->label, h->lang);
        gj_buffer_text(h->out, "<li>");
        place_of(h, finding, i);
        if (label.len && (has_place(mark) || !h->placed[finding][i])) {
            gj_buffer_text(h->out, has_place(mark) ? GJ_PICK(h->lang, "：", ": ") : "");
            gj_page_text(h, label);
        }
        gj_buffer_text(h->out, "</li>");
    }
    if (most < f->mark_count)
        gj_buffer_format(h->out, GJ_PICK(h->lang, "<li>另有 %zu 处</li>", "<li>%zu more</li>"), f->mark_count - most);
}
