#include "source.h"

#include "utf8.h"

static const char BOM[] = "\xEF\xBB\xBF";

/* The offset just past the next line end at or after `at`, or GJ_NOT_FOUND. Most files hold no CR at all: *cr remembers where the next
 * one stands, so that each byte is looked at once for either. */
static size_t next_line(gj_slice bytes, size_t at, size_t *cr)
{
    const char *lf = at < bytes.len ? memchr(bytes.data + at, '\n', bytes.len - at) : NULL;
    size_t line_feed = lf ? (size_t)(lf - bytes.data) : GJ_NOT_FOUND;
    if (*cr != GJ_NOT_FOUND && *cr < at) {
        const char *found = at < bytes.len ? memchr(bytes.data + at, '\r', bytes.len - at) : NULL;
        *cr = found ? (size_t)(found - bytes.data) : GJ_NOT_FOUND;
    }
    if (*cr < line_feed && *cr + 1 != line_feed)
        return *cr + 1;
    return line_feed == GJ_NOT_FOUND ? GJ_NOT_FOUND : line_feed + 1;
}

static size_t first_cr(gj_slice bytes)
{
    const char *found = bytes.len ? memchr(bytes.data, '\r', bytes.len) : NULL;
    return found ? (size_t)(found - bytes.data) : GJ_NOT_FOUND;
}

static size_t count_lines(gj_slice bytes)
{
    size_t lines = 1, cr = first_cr(bytes);
    for (size_t at = 0; (at = next_line(bytes, at, &cr)) != GJ_NOT_FOUND;)
        lines++;
    return lines;
}

gj_status gj_source_open(gj_arena *arena, gj_slice name, gj_slice bytes, gj_source **out, gj_error *err)
{
    size_t wrong = gj_utf8_check(bytes);
    if (wrong != GJ_NOT_FOUND)
        return gj_fail(err, GJ_INPUT, wrong, "第 %zu 字节处不是 UTF-8 文字（字节 0x%02X）；请另存为 UTF-8 编码再检查",
                       "byte %zu is not UTF-8 text (byte 0x%02X); save the file as UTF-8 and check again", wrong + 1,
                       (unsigned)(unsigned char)bytes.data[wrong]);
    size_t count = count_lines(bytes);
    if (count > GJ_MAX_LINES)
        return gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "行数太多：%zu 行，最多 %d 行", "too many lines: %zu, at most %d",
                       count, GJ_MAX_LINES);
    gj_source *source = GJ_NEW(arena, gj_source);
    size_t *lines = GJ_ARRAY(arena, count, size_t);
    if (!source || !lines)
        return gj_fail_nomem(err);
    size_t line = 1, cr = first_cr(bytes);
    for (size_t at = 0; (at = next_line(bytes, at, &cr)) != GJ_NOT_FOUND;)
        lines[line++] = at;
    *source = (gj_source){ .name = name, .bytes = bytes, .lines = lines, .line_count = count };
    *out = source;
    return GJ_OK;
}

/* Index of the last line that starts at or before `offset`. */
static size_t line_index(const gj_source *source, size_t offset)
{
    size_t low = 0, high = source->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static size_t text_start(const gj_source *source, size_t index)
{
    size_t start = source->lines[index];
    return index == 0 && gj_slice_starts(source->bytes, gj_slice_of(BOM)) ? start + 3 : start;
}

gj_place gj_source_line_place(const gj_source *source, size_t offset)
{
    if (offset > source->bytes.len)
        offset = source->bytes.len;
    size_t index = line_index(source, offset);
    size_t start = text_start(source, index);
    while (offset > start && offset < source->bytes.len && ((unsigned char)source->bytes.data[offset] & 0xC0) == 0x80)
        offset--;
    return (gj_place){ .line = index + 1, .column = gj_utf8_count(gj_slice_sub(source->bytes, start, offset)) + 1 };
}

const char *gj_file_part_name(gj_file_part part)
{
    static const char *const names[] = { "", "body", "box", "note" };
    return names[part];
}

/* The last locus at or before `offset`; the first one for what stands before all. */
static gj_locus locus_at(const gj_source *source, size_t offset)
{
    size_t low = 0, high = source->locus_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->loci[middle].offset <= offset)
            low = middle;
        else
            high = middle;
    }
    gj_locus locus = source->loci[low];
    locus.character = offset < locus.offset ? 1 : gj_utf8_count(gj_slice_sub(source->bytes, locus.offset, offset)) + 1;
    return locus;
}

/* The innermost element around `offset`: the last one that begins before it, or one of those that one stands in. */
static gj_slice element_at(const gj_source *source, size_t offset)
{
    size_t low = 0, high = source->element_count;
    if (!high)
        return (gj_slice){ NULL, 0 };
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->elements[middle].begin <= offset)
            low = middle;
        else
            high = middle;
    }
    while (low && source->elements[low].end <= offset)
        low = source->elements[low].parent;
    return source->elements[low].path;
}

gj_place gj_source_place(const gj_source *source, size_t offset)
{
    if (offset == GJ_NOWHERE)
        return (gj_place){ .line = 0 };
    if (!source->locus_count) {
        gj_place place = gj_source_line_place(source, offset);
        place.locus.element = element_at(source, offset);
        return place;
    }
    return (gj_place){ .locus = locus_at(source, offset < source->bytes.len ? offset : source->bytes.len) };
}

gj_slice gj_source_line(const gj_source *source, size_t line)
{
    if (line == 0 || line > source->line_count)
        return (gj_slice){ 0 };
    size_t end = line < source->line_count ? source->lines[line] : source->bytes.len;
    gj_slice text = gj_slice_sub(source->bytes, text_start(source, line - 1), end);
    while (text.len && (text.data[text.len - 1] == '\n' || text.data[text.len - 1] == '\r'))
        text.len--;
    return text;
}

size_t gj_source_line_start(const gj_source *source, size_t line)
{
    if (line == 0)
        return 0;
    if (line > source->line_count)
        return source->bytes.len;
    return source->lines[line - 1];
}

void gj_error_locate(gj_error *err, const gj_source *source)
{
    if (!err || err->offset == GJ_NOWHERE)
        return;
    gj_place place = gj_source_place(source, err->offset);
    err->line = place.line;
    err->column = place.column;
}
