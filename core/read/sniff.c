#include "sniff.h"
#include "../base/utf8.h"
#include "ascii.h"
#include "encoding.h"
#include "foreign.h"
#include "html/html.h"
#include "line_break.h"

#define SAMPLE (64 * GJ_KIB)
#define TITLE_WITHIN 20 /* lines with text in which a title is looked for */
#define TABBED_LINES 3  /* lines with tabs that make a text with tables */
#define HEADINGS_NEEDED 2

/* What speaks for a format, counted over the sample. */
typedef struct evidence {
    size_t marks;  /* headings, delimiter rows, bold lines, HTML tables */
    size_t drawn;  /* of these, the ones that no web page has: headings and delimiter rows */
    size_t tabbed; /* lines with a tab between other characters */
} evidence;

/* The next line of `text` from *at on; false at the end. */
static bool next_line(gj_slice text, size_t *at, gj_slice *line)
{
    if (*at >= text.len)
        return false;
    const char *feed = memchr(text.data + *at, '\n', text.len - *at);
    size_t end = feed ? (size_t)(feed - text.data) : text.len;
    const char *alone = memchr(text.data + *at, '\r', end - *at); /* CR LF leaves an empty line, which nobody counts */
    if (alone)
        end = (size_t)(alone - text.data);
    *line = gj_slice_trim(gj_slice_sub(text, *at, end));
    *at = end + 1;
    return true;
}

static gj_slice sample_of(gj_slice bytes)
{
    gj_slice text = gj_slice_starts(bytes, GJ_LIT("\xEF\xBB\xBF")) ? gj_slice_sub(bytes, 3, bytes.len) : bytes;
    return gj_slice_sub(text, 0, SAMPLE);
}

static bool ends_with(gj_slice name, const char *ending)
{
    size_t length = strlen(ending);
    if (name.len < length)
        return false;
    for (size_t i = 0; i < length; i++)
        if (gj_lower(name.data[name.len - length + i]) != ending[i])
            return false;
    return true;
}

static bool is_heading(gj_slice line)
{
    size_t marks = 0;
    while (marks < line.len && line.data[marks] == '#')
        marks++;
    return marks > 0 && marks <= 6 && marks < line.len && (line.data[marks] == ' ' || (line.data[marks] & 0x80));
}

/* |---|---| or +---+---+ */
static bool is_table_rule(gj_slice line)
{
    size_t dashes = 0, bars = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (!memchr("|-:+= ", line.data[i], 6))
            return false;
        dashes += line.data[i] == '-';
        bars += line.data[i] == '|' || line.data[i] == '+';
    }
    return dashes && bars;
}

static bool is_markdown_line(gj_slice line)
{
    static const char *const starts[] = { "<table", "<TABLE", "<!--", "**", "| ", "```" };
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (gj_slice_starts(line, gj_slice_of(starts[i])))
            return true;
    return is_heading(line) || is_table_rule(line);
}

static evidence gather(gj_slice text)
{
    evidence e = { 0 };
    gj_slice line;
    for (size_t at = 0; next_line(text, &at, &line);) {
        if (!line.len)
            continue;
        e.marks += is_markdown_line(line);
        e.drawn += is_heading(line) || is_table_rule(line);
        e.tabbed += memchr(line.data, '\t', line.len) != NULL;
    }
    return e;
}

/* '{', or a '[' that no link begins with. */
static bool is_json(gj_slice text)
{
    text = gj_slice_trim(text);
    if (!text.len || (text.data[0] != '{' && text.data[0] != '['))
        return false;
    gj_slice rest = gj_slice_trim(gj_slice_sub(text, 1, text.len));
    if (!rest.len)
        return true;
    char next = rest.data[0];
    return next == '"' || next == '{' || next == '}' || (text.data[0] == '[' && (next == '[' || next == ']'));
}

gj_format gj_sniff_text(gj_slice name, gj_slice bytes)
{
    gj_slice text = sample_of(bytes);
    if (is_json(text))
        return GJ_FORMAT_JSON;
    if (gj_html_is_page(text))
        return GJ_FORMAT_HTML;
    evidence e = gather(text);
    bool tables = e.tabbed >= TABBED_LINES;
    bool named_page = ends_with(name, ".html") || ends_with(name, ".htm") || ends_with(name, ".shtml");
    if (gj_html_is_fragment(text) && (named_page || !e.drawn))
        return GJ_FORMAT_HTML;
    if (e.marks && !tables)
        return GJ_FORMAT_MARKDOWN;
    if (tables && !e.marks)
        return GJ_FORMAT_TEXT;
    if (ends_with(name, ".md") || ends_with(name, ".markdown"))
        return GJ_FORMAT_MARKDOWN;
    if (ends_with(name, ".json") && !e.marks)
        return GJ_FORMAT_JSON;
    if (ends_with(name, ".txt"))
        return GJ_FORMAT_TEXT;
    return e.marks > e.tabbed ? GJ_FORMAT_MARKDOWN : GJ_FORMAT_TEXT;
}

/* The first bytes as text, whatever their encoding: of `bytes` itself, or converted in `arena`. Empty for what is no text. */
static gj_slice text_of(gj_arena *arena, gj_slice bytes)
{
    gj_foreign_kind foreign = gj_foreign_of(bytes);
    gj_slice sample = gj_slice_sub(bytes, 0, SAMPLE);
    if (foreign != GJ_FOREIGN_NONE && foreign != GJ_FOREIGN_BINARY)
        return (gj_slice){ "", 0 };
    gj_encoding encoding = gj_encoding_of(sample);
    if (encoding == GJ_ENCODING_UTF8)
        return foreign == GJ_FOREIGN_NONE ? sample : (gj_slice){ "", 0 };
    gj_slice text = gj_encoding_sample(arena, sample, encoding);
    return gj_foreign_of(text) == GJ_FOREIGN_NONE ? text : (gj_slice){ "", 0 };
}

/* A sample may end inside a character. */
static bool is_utf8(gj_slice sample)
{
    size_t wrong = gj_utf8_check(sample);
    return wrong == GJ_NOT_FOUND || (sample.len >= SAMPLE && sample.len - wrong < 4);
}

/* A zip with a part of a WordprocessingML document among those that the sample shows. */
static bool is_docx(gj_slice bytes)
{
    return gj_slice_starts(bytes, GJ_LIT("PK\x03\x04")) && gj_slice_find(bytes, GJ_LIT("word/"), 0) != GJ_NOT_FOUND;
}

/* Names stand in a zip as they are. */
bool gj_sniff_ofd(gj_slice bytes)
{
    return gj_slice_starts(bytes, GJ_LIT("PK\x03\x04")) && gj_slice_find(bytes, GJ_LIT("OFD.xml"), 0) != GJ_NOT_FOUND &&
           gj_slice_find(bytes, GJ_LIT("word/document.xml"), 0) == GJ_NOT_FOUND;
}

gj_format gj_sniff(gj_slice name, gj_slice bytes)
{
    if (is_docx(bytes))
        return GJ_FORMAT_DOCX;
    if (gj_foreign_of(bytes) == GJ_FOREIGN_PDF)
        return GJ_FORMAT_PDF;
    if (gj_sniff_ofd(bytes))
        return GJ_FORMAT_OFD;
    gj_arena *arena = gj_arena_new(0);
    gj_slice text = arena ? text_of(arena, bytes) : (gj_slice){ "", 0 };
    gj_format format = text.len && is_utf8(text) ? gj_sniff_text(name, text) : GJ_FORMAT_AUTO;
    gj_arena_free(arena);
    return format;
}

static bool has_hint(gj_slice line, const gj_slice *hints, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (hints[i].len && gj_slice_find(line, hints[i], 0) != GJ_NOT_FOUND)
            return true;
    return false;
}

/* A year such as 2024 in digits. */
static bool has_year(gj_slice line)
{
    for (size_t at = 0; (at = gj_slice_find(line, GJ_LIT("20"), at)) != GJ_NOT_FOUND; at++)
        if (at + 3 < line.len && gj_is_digit(line.data[at + 2]) && gj_is_digit(line.data[at + 3]))
            return true;
    return false;
}

static bool text_is_report(gj_slice text, const gj_slice *hints, size_t count)
{
    size_t lines = 0, headings = 0;
    gj_slice line;
    for (size_t at = 0; next_line(text, &at, &line);) {
        if (!line.len)
            continue;
        lines++;
        if (line.len > GJ_MAX_TITLE_CHARS * 4 || !has_hint(line, hints, count))
            continue;
        if (lines <= TITLE_WITHIN && has_year(line) && gj_utf8_count(line) <= GJ_MAX_TITLE_CHARS)
            return true;
        headings += gj_is_heading_line(line);
        if (headings == HEADINGS_NEEDED)
            return true;
    }
    return false;
}

/* Our own schema by name, or an object with a title or sections that speak of it. */
static bool json_is_report(gj_slice text, const gj_slice *hints, size_t count)
{
    if (gj_slice_find(text, GJ_LIT("\"gouji/report@"), 0) != GJ_NOT_FOUND)
        return true;
    bool shaped = gj_slice_find(text, GJ_LIT("\"tables\""), 0) != GJ_NOT_FOUND ||
                  gj_slice_find(text, GJ_LIT("\"sections\""), 0) != GJ_NOT_FOUND;
    return shaped && has_hint(text, hints, count);
}

/* The words between two tags are a line of their own; "<title>" is one of the first. */
static bool page_is_report(gj_slice page, const gj_slice *hints, size_t count)
{
    size_t headings = 0;
    bool in_title = false;
    for (size_t at = 0; at < page.len;) {
        size_t open = gj_slice_find(page, GJ_LIT("<"), at);
        gj_slice line = gj_slice_trim(gj_slice_sub(page, at, open));
        if (line.len && line.len <= GJ_MAX_TITLE_CHARS * 4 && has_hint(line, hints, count)) {
            if (in_title && has_year(line))
                return true;
            headings += gj_is_heading_line(line);
            if (headings == HEADINGS_NEEDED)
                return true;
        }
        size_t close = open == GJ_NOT_FOUND ? GJ_NOT_FOUND : gj_slice_find(page, GJ_LIT(">"), open);
        if (close == GJ_NOT_FOUND)
            break;
        gj_slice tag = gj_slice_sub(page, open + 1, close);
        in_title = gj_slice_is(tag, "title") || gj_slice_is(tag, "TITLE") || gj_slice_starts(tag, GJ_LIT("h1")) ||
                   gj_slice_starts(tag, GJ_LIT("H1"));
        at = close + 1;
    }
    return false;
}

static bool sample_is_report(gj_slice name, gj_slice text, const gj_slice *hints, size_t count)
{
    size_t wrong =
        gj_utf8_check(text); /* damaged after its title, it is still a report: it will be said when it is read */
    text = sample_of(gj_slice_sub(text, 0, wrong));
    switch (gj_sniff_text(name, text)) {
    case GJ_FORMAT_JSON:
        return json_is_report(text, hints, count);
    case GJ_FORMAT_HTML:
        return page_is_report(text, hints, count);
    default:
        return text_is_report(text, hints, count);
    }
}

static gj_slice base_name(gj_slice path)
{
    size_t begin = path.len;
    while (begin && path.data[begin - 1] != '/')
        begin--;
    return gj_slice_sub(path, begin, path.len);
}

/* By its name alone: what cannot be read must not be passed over in silence where it says that it is a report. */
static bool document_may_be_report(gj_slice name, gj_slice bytes, const gj_slice *hints, size_t count)
{
    gj_foreign_kind kind = gj_foreign_of(bytes);
    bool word = ends_with(name, ".docx") || ends_with(name, ".docm") || is_docx(bytes);
    bool ofd = ends_with(name, ".ofd") || gj_sniff_ofd(bytes);
    if ((kind == GJ_FOREIGN_ZIP && (word || ofd)) || kind == GJ_FOREIGN_PDF)
        return true;
    return gj_foreign_is_document(kind) && kind != GJ_FOREIGN_ZIP && has_hint(base_name(name), hints, count);
}

/* What holds no text but bears the name of a report: damaged, empty, a picture renamed, an OLE file whose directory stands beyond the sample. */
static bool is_named_report(gj_slice name, gj_slice bytes, const gj_slice *hints, size_t count)
{
    static const char *const documents[] = { ".docx", ".docm", ".doc", ".wps", ".pdf", ".ofd", ".rtf" };
    bool named = gj_foreign_of(bytes) == GJ_FOREIGN_EMPTY;
    for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++)
        named = named || ends_with(name, documents[i]);
    return named && has_hint(base_name(name), hints, count);
}

bool gj_looks_like_report(gj_slice name, gj_slice bytes, const gj_slice *hints, size_t hint_count)
{
    if (document_may_be_report(name, bytes, hints, hint_count))
        return true;
    gj_arena *arena = gj_arena_new(0);
    if (!arena)
        return true; /* it will be said when it is checked */
    gj_slice text = text_of(arena, bytes);
    bool report =
        text.len ? sample_is_report(name, text, hints, hint_count) : is_named_report(name, bytes, hints, hint_count);
    gj_arena_free(arena);
    return report;
}

bool gj_is_unclaimed_json(gj_slice name, gj_slice bytes)
{
    gj_slice text = sample_of(bytes);
    return gj_sniff_text(name, text) == GJ_FORMAT_JSON &&
           gj_slice_find(text, GJ_LIT("\"gouji/report@"), 0) == GJ_NOT_FOUND;
}

bool gj_document_is_report(const gj_document *document, const gj_slice *hints, size_t hint_count)
{
    return text_is_report(gj_slice_sub(document->source->bytes, 0, SAMPLE), hints, hint_count);
}
