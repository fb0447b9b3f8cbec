#include "escape.h"

#include "../base/utf8.h"

static bool between(uint32_t code, uint32_t first, uint32_t last)
{
    return code >= first && code <= last;
}

bool gj_is_hidden(uint32_t code)
{
    return code < 0x20 || between(code, 0x7F, 0x9F) || code == 0xAD || code == 0x061C || code == 0x180E ||
           between(code, 0x200B, 0x200F) || between(code, 0x2028, 0x202E) || between(code, 0x2060, 0x206F) ||
           code == 0xFEFF || between(code, 0xFFF9, 0xFFFB) || between(code, 0xE0000, 0xE007F);
}

/* "⟨U+202E⟩", at most 15 bytes with its NUL: brackets of three bytes and one column, a prefix of two, at most six digits. */
static void spell(gj_glyph *glyph, const char *prefix, uint32_t value, unsigned digits)
{
    static const char hex[] = "0123456789ABCDEF";
    size_t n = 0;
    memcpy(glyph->text, "⟨", 3);
    n += 3;
    memcpy(glyph->text + n, prefix, 2);
    n += 2;
    while (digits < 6 && value >> (4 * digits))
        digits++;
    for (unsigned i = digits; i-- > 0;)
        glyph->text[n++] = hex[value >> (4 * i) & 0xF];
    memcpy(glyph->text + n, "⟩", 3);
    n += 3;
    glyph->text[n] = '\0';
    glyph->length = n;
    glyph->width = n - 4;
}

gj_glyph gj_glyph_next(gj_slice text, size_t *at, int ambiguous)
{
    size_t start = *at;
    gj_glyph glyph = { .code = gj_utf8_next(text, at) };
    size_t length = *at - start;
    if (glyph.code == GJ_REPLACEMENT && length == 1) {
        spell(&glyph, "0x", (unsigned char)text.data[start], 2);
        return glyph;
    }
    if (glyph.code == '\r' && *at < text.len && text.data[*at] == '\n')
        glyph.code = gj_utf8_next(text, at);
    if (glyph.code == '\n' || glyph.code == '\t') {
        memcpy(glyph.text, " ", 2);
        glyph.length = glyph.width = 1;
        return glyph;
    }
    if (gj_is_hidden(glyph.code)) {
        spell(&glyph, "U+", glyph.code, 4);
        return glyph;
    }
    memcpy(glyph.text, text.data + start, length);
    glyph.text[length] = '\0';
    glyph.length = length;
    glyph.width = (size_t)gj_utf8_width_of(glyph.code, ambiguous);
    return glyph;
}

void gj_escape_terminal(gj_buffer *out, gj_slice text)
{
    for (size_t at = 0; at < text.len;) {
        gj_glyph glyph = gj_glyph_next(text, &at, 1);
        gj_buffer_add(out, (gj_slice){ glyph.text, glyph.length });
    }
}

size_t gj_escaped_width(gj_slice text, int ambiguous)
{
    size_t width = 0;
    for (size_t at = 0; at < text.len;)
        width += gj_glyph_next(text, &at, ambiguous).width;
    return width;
}

static void json_unit(gj_buffer *out, uint32_t unit)
{
    gj_buffer_format(out, "\\u%04x", (unsigned)unit);
}

/* An escape for `code`, or NULL where it may stand as it is; two-letter escapes only. */
static const char *json_short(uint32_t code)
{
    switch (code) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return NULL;
    }
}

static void json_escape_one(gj_buffer *out, uint32_t code)
{
    const char *simple = json_short(code);
    if (simple) {
        gj_buffer_text(out, simple);
    } else if (code > 0xFFFF) {
        json_unit(out, 0xD800 + ((code - 0x10000) >> 10));
        json_unit(out, 0xDC00 + ((code - 0x10000) & 0x3FF));
    } else {
        json_unit(out, code);
    }
}

void gj_escape_json(gj_buffer *out, gj_slice text)
{
    size_t plain = 0; /* start of the run that needs no escape */
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t code = gj_utf8_next(text, &at);
        bool wrong = code == GJ_REPLACEMENT && at - start == 1;
        bool tag = code == '<' && at < text.len && (text.data[at] == '/' || text.data[at] == '!');
        if (!wrong && !tag && code != '"' && code != '\\' && !gj_is_hidden(code))
            continue;
        gj_buffer_add(out, gj_slice_sub(text, plain, start));
        json_escape_one(out, code);
        plain = at;
    }
    gj_buffer_add(out, gj_slice_sub(text, plain, text.len));
}

static void escape_github(gj_buffer *out, gj_slice text, bool property)
{
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        gj_glyph glyph = gj_glyph_next(text, &at, 1);
        if (text.data[start] == '\r' && (glyph.code == '\r' || glyph.code == '\n'))
            gj_buffer_text(out, glyph.code == '\n' ? "%0D%0A" : "%0D");
        else if (glyph.code == '\n')
            gj_buffer_text(out, "%0A");
        else if (glyph.code == '%')
            gj_buffer_text(out, "%25");
        else if (property && glyph.code == ':')
            gj_buffer_text(out, "%3A");
        else if (property && glyph.code == ',')
            gj_buffer_text(out, "%2C");
        else
            gj_buffer_add(out, (gj_slice){ glyph.text, glyph.length });
    }
}

void gj_escape_github_data(gj_buffer *out, gj_slice text)
{
    escape_github(out, text, false);
}

void gj_escape_github_property(gj_buffer *out, gj_slice text)
{
    escape_github(out, text, true);
}

static const char *html_entity(uint32_t code)
{
    switch (code) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void gj_escape_html(gj_buffer *out, gj_slice text)
{
    for (size_t at = 0; at < text.len;) {
        gj_glyph glyph = gj_glyph_next(text, &at, 1);
        const char *entity = html_entity(glyph.code);
        if (entity)
            gj_buffer_text(out, entity);
        else
            gj_buffer_add(out, (gj_slice){ glyph.text, glyph.length });
    }
}

void gj_escape_xml(gj_buffer *out, gj_slice text)
{
    for (size_t at = 0; at < text.len;) {
        gj_glyph glyph = gj_glyph_next(text, &at, 1);
        switch (glyph.code) {
        case '&':
            gj_buffer_text(out, "&amp;");
            break;
        case '<':
            gj_buffer_text(out, "&lt;");
            break;
        case '>':
            gj_buffer_text(out, "&gt;");
            break;
        case '"':
            gj_buffer_text(out, "&quot;");
            break;
        case '\'':
            gj_buffer_text(out, "&apos;");
            break;
        case 0xFFFE:
        case 0xFFFF:
            gj_buffer_format(out, "⟨U+%04X⟩", (unsigned)glyph.code);
            break;
        default:
            gj_buffer_add(out, (gj_slice){ glyph.text, glyph.length });
        }
    }
}

void gj_escape_markdown(gj_buffer *out, gj_slice text)
{
    bool start = !out->len || out->data[out->len - 1] == '\n', digits = start;
    for (size_t at = 0; at < text.len;) {
        size_t begin = at;
        gj_glyph glyph = gj_glyph_next(text, &at, 1);
        char c = glyph.length == 1 ? glyph.text[0] : 'x';
        bool mark = strchr("\\`*_[]<>#|~&!", c) != NULL;
        bool first = start && begin == 0 && strchr("+-=", c) != NULL;
        bool list = digits && begin && (c == '.' || c == ')');
        digits = digits && c >= '0' && c <= '9';
        if (mark || first || list)
            gj_buffer_byte(out, '\\');
        gj_buffer_add(out, (gj_slice){ glyph.text, glyph.length });
    }
}

void gj_escape_uri(gj_buffer *out, gj_slice path)
{
    static const char unreserved[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    while (gj_slice_starts(path, GJ_LIT("./")))
        path = gj_slice_sub(path, 2, path.len);
    if (gj_slice_starts(path, GJ_LIT("/")))
        gj_buffer_text(out, "file://");
    for (size_t i = 0; i < path.len; i++) {
        char byte = path.data[i];
        if (byte && strchr(unreserved, byte))
            gj_buffer_byte(out, byte);
        else
            gj_buffer_format(out, "%%%02X", (unsigned)(unsigned char)byte);
    }
}
