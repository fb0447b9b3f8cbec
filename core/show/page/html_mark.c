/* html_mark.c - text with its marks.
 *
 * Marks may overlap, tags may not: the text is cut wherever a mark begins or ends, and a piece under any mark is one <mark>. The link back to the finding
 * stands where its mark ends.
 */
#include "html.h"

/* The worst of the findings that a place belongs to gives it its look. */
static unsigned weight(const gj_finding *finding)
{
    switch (gj_page_kind_of(finding)) {
    case GJ_PAGE_EXCEPTED:
        return 0;
    case GJ_PAGE_REVIEW:
        return 2;
    default:
        return finding->severity == GJ_ERROR ? 4 : finding->severity == GJ_WARNING ? 3 : 1;
    }
}

typedef struct piece {
    size_t begin, end;
} piece;

/* For what is marked as a whole: every spot of it counts. */
static const piece WHOLE = { GJ_NOT_FOUND, 0 };

static bool covers(const gj_fax_spot *spot, piece p)
{
    return p.begin > p.end || (spot->begin <= p.begin && p.end <= spot->end);
}

static const gj_finding *worst(const gj_page *h, const gj_fax_text *text, piece p)
{
    const gj_finding *found = NULL;
    for (size_t i = 0; i < text->spot_count; i++) {
        const gj_finding *finding = &h->result->findings[text->spots[i].finding];
        if (covers(&text->spots[i], p) && (!found || weight(finding) > weight(found)))
            found = finding;
    }
    return found;
}

static bool said_before(const gj_fax_text *text, size_t index, piece p)
{
    for (size_t i = 0; i < index; i++)
        if (covers(&text->spots[i], p) && text->spots[i].finding == text->spots[index].finding)
            return true;
    return false;
}

/* " class=… aria-describedby=…": the messages of all findings that the piece belongs to. */
static void described(const gj_page *h, const gj_fax_text *text, piece p, const char *class)
{
    gj_buffer_format(h->out, " class=\"%s%s\" aria-describedby=\"", class, gj_page_class(worst(h, text, p)));
    const char *between = "";
    for (size_t i = 0; i < text->spot_count; i++) {
        if (!covers(&text->spots[i], p) || said_before(text, i, p))
            continue;
        gj_buffer_text(h->out, between);
        gj_page_finding_id(h, text->spots[i].finding);
        gj_buffer_text(h->out, "-what");
        between = " ";
    }
    gj_buffer_byte(h->out, '"');
}

static bool begins_here(const gj_fax_spot *spot, piece p)
{
    return spot->first && (p.begin > p.end || spot->begin == p.begin);
}

/* Marks that begin here: the ids that findings link to. */
static void targets(const gj_page *h, const gj_fax_text *text, piece p)
{
    for (size_t i = 0; i < text->spot_count; i++) {
        if (!begins_here(&text->spots[i], p))
            continue;
        gj_buffer_text(h->out, "<span class=\"at\" id=\"");
        gj_page_mark_id(h, text->spots[i].finding, text->spots[i].mark);
        gj_buffer_text(h->out, "\"></span>");
    }
}

static void reference(const gj_page *h, size_t finding)
{
    const gj_finding *f = &h->result->findings[finding];
    gj_buffer_format(h->out, "<a class=\"ref %s\" href=\"#", gj_page_class(f));
    gj_page_finding_id(h, finding);
    gj_buffer_format(
        h->out, GJ_PICK(h->lang, "\" aria-label=\"问题 %zu，%s\">%zu</a>", "\" aria-label=\"finding %zu, %s\">%zu</a>"),
        finding + 1, gj_word_finding(f, h->lang), finding + 1);
}

/* Links to the findings whose marks end with the piece, each once; of a thing as a whole those that it is the first of, so that a marked row has
 * one link and not one a cell. */
static void references(const gj_page *h, const gj_fax_text *text, piece p, bool whole)
{
    for (size_t i = 0; i < text->spot_count; i++) {
        const gj_fax_spot *spot = &text->spots[i];
        bool wanted = covers(spot, p) && (whole ? spot->first : spot->end == p.end), said = false;
        for (size_t k = 0; wanted && k < i && !said; k++)
            said = text->spots[k].finding == spot->finding && covers(&text->spots[k], p) &&
                   (whole ? text->spots[k].first : text->spots[k].end == p.end);
        if (wanted && !said)
            reference(h, spot->finding);
    }
}

/* Where the piece that begins at `from` ends: at the next begin or end of a mark. */
static size_t next_cut(const gj_fax_text *text, size_t from)
{
    size_t cut = text->text.len;
    for (size_t i = 0; i < text->spot_count; i++) {
        const gj_fax_spot *spot = &text->spots[i];
        if (spot->begin > from && spot->begin < cut)
            cut = spot->begin;
        if (spot->end > from && spot->end < cut)
            cut = spot->end;
    }
    return cut;
}

void gj_page_marked(const gj_page *h, const gj_fax_text *text)
{
    for (size_t at = 0; at < text->text.len;) {
        piece p = { at, next_cut(text, at) };
        bool marked = worst(h, text, p) != NULL;
        if (marked) {
            targets(h, text, p);
            gj_buffer_text(h->out, "<mark");
            described(h, text, p, "");
            gj_buffer_byte(h->out, '>');
        }
        gj_page_text(h, gj_slice_sub(text->text, p.begin, p.end));
        if (marked) {
            gj_buffer_text(h->out, "</mark>");
            references(h, text, p, false);
        }
        at = p.end;
    }
}

void gj_page_whole_open(const gj_page *h, const gj_fax_text *text)
{
    if (!text->spot_count)
        return;
    described(h, text, WHOLE, "marked ");
}

void gj_page_whole_inside(const gj_page *h, const gj_fax_text *text)
{
    targets(h, text, WHOLE);
}

void gj_page_whole_close(const gj_page *h, const gj_fax_text *text)
{
    references(h, text, WHOLE, true);
}
