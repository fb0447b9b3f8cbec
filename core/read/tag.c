#include "tag.h"

#include "ascii.h"

#define LONGEST_QUOTED 1024 /* bytes of a tag in which quotes are heeded */

static bool same_name(const char *text, size_t length, const char *name)
{
    size_t i = 0;
    while (i < length && name[i] && gj_lower(text[i]) == name[i])
        i++;
    return i == length && !name[i];
}

bool gj_tag_is(const gj_tag *tag, const char *name)
{
    return same_name(tag->name.data, tag->name.len, name);
}

bool gj_tag_breaks_line(const gj_tag *tag)
{
    static const char *const names[] = { "br", "p",  "div", "center", "li", "ul", "ol", "tr",
                                         "hr", "h1", "h2",  "h3",     "h4", "h5", "h6", "blockquote" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (tag->kind != GJ_TAG_COMMENT && gj_tag_is(tag, names[i]))
            return true;
    return false;
}

static bool is_name_byte(char c)
{
    return gj_is_alnum(c) || c == ':' || c == '-' || c == '_';
}

/* <https://example.cn> and <mailto:a@b.cn> */
static bool is_link(gj_slice inside)
{
    for (size_t i = 0; i < inside.len; i++)
        if ((unsigned char)inside.data[i] <= ' ')
            return false;
    return gj_slice_starts(inside, GJ_LIT("mailto:")) || gj_slice_find(inside, GJ_LIT("://"), 1) != GJ_NOT_FOUND;
}

/* The next '>' after `at`, looked for once for each place it stands. */
static size_t next_closing(gj_tag_scan *scan, size_t at)
{
    if (scan->closing <= at) {
        const char *found = memchr(scan->bytes.data + at, '>', scan->end - at);
        scan->closing = found ? (size_t)(found - scan->bytes.data) : scan->end;
    }
    return scan->closing;
}

static bool read_comment(gj_tag_scan *scan, size_t at, gj_tag *out)
{
    size_t from = at + 4;
    if (scan->comment < from) {
        scan->comment = gj_slice_find(gj_slice_sub(scan->bytes, 0, scan->end), GJ_LIT("-->"), from);
        if (scan->comment == GJ_NOT_FOUND)
            scan->comment = scan->end;
    }
    *out = (gj_tag){ .kind = GJ_TAG_COMMENT, .span = { at, scan->comment + 3 } };
    return scan->comment < scan->end;
}

/* The '>' that ends a tag, quotes heeded: <td title="a>b">. `stop` is the first '>' there is; it counts where a
 * quotation is too long to be one. 0 where another tag begins before it. */
static size_t find_end(const gj_tag_scan *scan, size_t at, size_t stop)
{
    const char *bytes = scan->bytes.data;
    size_t limit = scan->end - at > LONGEST_QUOTED ? at + LONGEST_QUOTED : scan->end;
    char quote = '\0';
    for (size_t i = at; i < limit; i++) {
        char c = bytes[i];
        if (quote)
            quote = c == quote ? '\0' : quote;
        else if (c == '>')
            return i;
        else if (c == '<')
            return 0;
        else if ((c == '"' || c == '\'') && (bytes[i - 1] == '=' || bytes[i - 1] == ' '))
            quote = c;
    }
    return memchr(bytes + at, '<', stop - at) ? 0 : stop;
}

static bool ends_name(char c)
{
    return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool gj_tag_read(gj_tag_scan *scan, size_t at, gj_tag *out)
{
    size_t stop = next_closing(scan, at);
    if (stop >= scan->end || stop < at + 2)
        return false;
    const char *bytes = scan->bytes.data;
    gj_slice inside = gj_slice_sub(scan->bytes, at + 1, stop);
    if (gj_slice_starts(inside, GJ_LIT("!--")))
        return read_comment(scan, at, out);
    *out = (gj_tag){ .kind = GJ_TAG_OPEN, .span = { at, stop + 1 } };
    size_t name = at + 1;
    if (bytes[name] == '!' || bytes[name] == '?') {
        out->kind = GJ_TAG_COMMENT;
        return gj_is_alnum(bytes[name + 1]) || bytes[name + 1] == '[';
    }
    if (bytes[name] == '/') {
        out->kind = GJ_TAG_CLOSE;
        name++;
    }
    size_t after = name;
    while (after < stop && is_name_byte(bytes[after]))
        after++;
    out->name = gj_slice_sub(scan->bytes, name, after);
    if (!out->name.len || !gj_is_alnum(bytes[name]) || gj_is_digit(bytes[name]))
        return false;
    if (is_link(inside)) {
        out->kind = GJ_TAG_LINK;
        return true;
    }
    if (!ends_name(bytes[after]))
        return false;
    size_t end = find_end(scan, after, stop);
    out->span.end = end + 1;
    return end > 0;
}

static size_t skip_space(gj_slice bytes, size_t at, size_t end)
{
    while (at < end && (unsigned char)bytes.data[at] <= ' ')
        at++;
    return at;
}

/* The value that begins at `at`; returns the byte after it. */
static size_t read_value(gj_slice bytes, size_t at, size_t end, gj_span *out)
{
    char quote = at < end ? bytes.data[at] : '\0';
    bool quoted = quote == '"' || quote == '\'';
    size_t begin = at + quoted;
    for (at = begin; at < end && (quoted ? bytes.data[at] != quote : (unsigned char)bytes.data[at] > ' ');)
        at++;
    *out = (gj_span){ begin, at };
    return at;
}

bool gj_tag_attribute(gj_slice bytes, const gj_tag *tag, const char *name, gj_span *out)
{
    size_t at = (size_t)(tag->name.data - bytes.data) + tag->name.len;
    size_t end = tag->span.end - 1;
    while (at < end) {
        while (at < end && !is_name_byte(bytes.data[at]))
            at++;
        size_t begin = at;
        while (at < end && is_name_byte(bytes.data[at]))
            at++;
        bool wanted = same_name(bytes.data + begin, at - begin, name);
        size_t equals = skip_space(bytes, at, end);
        if (equals >= end || bytes.data[equals] != '=')
            continue;
        at = read_value(bytes, skip_space(bytes, equals + 1, end), end, out);
        if (wanted)
            return true;
    }
    return false;
}

size_t gj_tag_find(gj_slice bytes, size_t from, size_t end, const char *name)
{
    size_t length = strlen(name);
    while (from < end) {
        const char *found = memchr(bytes.data + from, '<', end - from);
        if (!found)
            break;
        size_t at = (size_t)(found - bytes.data);
        from = at + 1;
        if (end - from >= length && same_name(bytes.data + from, length, name) &&
            (from + length == end || !gj_is_alnum(bytes.data[from + length])))
            return at;
    }
    return GJ_NOT_FOUND;
}
