#include "read.h"

#include "../base/utf8.h"
#include "foreign.h"
#include "sniff.h"

static const struct {
    const char *name, *other; /* the word of --as, and one more that is understood */
} formats[] = {
    [GJ_FORMAT_AUTO] = { "auto", "auto" },
    [GJ_FORMAT_MARKDOWN] = { "markdown", "md" },
    [GJ_FORMAT_JSON] = { "json", "json" },
    [GJ_FORMAT_TEXT] = { "text", "txt" },
};
#define FORMATS (sizeof formats / sizeof formats[0])

const char *gj_format_name(gj_format format)
{
    return formats[format].name;
}

bool gj_format_parse(gj_slice word, gj_format *out)
{
    for (size_t i = 0; i < FORMATS; i++) {
        if (!gj_slice_is(word, formats[i].name) && !gj_slice_is(word, formats[i].other))
            continue;
        *out = (gj_format)i;
        return true;
    }
    return false;
}

/* Line and column of an error in bytes that are no valid text, up to which they are. */
static void locate_raw(gj_error *err, gj_slice bytes)
{
    if (!err || err->offset == GJ_NOWHERE)
        return;
    size_t start = 0;
    err->line = 1;
    for (size_t i = 0; i < err->offset && i < bytes.len; i++) {
        bool feed = bytes.data[i] == '\n',
             lone_return = bytes.data[i] == '\r' && i + 1 < bytes.len && bytes.data[i + 1] != '\n';
        if (!feed && !lone_return)
            continue;
        err->line++;
        start = i + 1;
    }
    err->column = gj_utf8_count(gj_slice_sub(bytes, start, err->offset)) + 1;
}

/* Name the encoding where it is known by its pattern; else keep the words about the first wrong byte. */
static gj_status not_utf8(gj_slice bytes, gj_error *err)
{
    gj_foreign_kind foreign = gj_foreign_encoding(bytes, gj_utf8_check(bytes));
    if (foreign != GJ_FOREIGN_NONE)
        return gj_foreign_fail(foreign, err);
    locate_raw(err, bytes);
    return GJ_INPUT;
}

static gj_status read_as(gj_arena *arena, const gj_source *source, gj_format format, gj_document **out, gj_error *err)
{
    switch (format) {
    case GJ_FORMAT_MARKDOWN:
        return gj_read_markdown(arena, source, out, err);
    case GJ_FORMAT_JSON:
        return gj_read_json(arena, source, out, err);
    case GJ_FORMAT_TEXT:
        return gj_read_text(arena, source, out, err);
    default:
        return gj_fail(err, GJ_INPUT, GJ_NOWHERE, "认不出这个文件的格式；请提供报告的 Markdown、JSON 或纯文本文件",
                       "the format of this file is not known; give the report as Markdown, JSON or plain text");
    }
}

gj_status gj_read(gj_arena *arena, gj_slice name, gj_slice bytes, gj_format as, gj_document **out, gj_error *err)
{
    if (bytes.len > GJ_MAX_INPUT)
        return gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "文件太大：%zu 字节，最多 %zu 字节",
                       "the file is too large: %zu bytes, at most %zu", bytes.len, GJ_MAX_INPUT);
    gj_foreign_kind foreign = gj_foreign_of(bytes);
    bool page_wanted = foreign == GJ_FOREIGN_HTML && as != GJ_FORMAT_AUTO; /* --as says that it is none */
    if (!page_wanted)
        GJ_TRY(gj_foreign_fail(foreign, err));
    gj_source *source;
    gj_status status = gj_source_open(arena, name, bytes, &source, err);
    if (status == GJ_INPUT)
        return not_utf8(bytes, err);
    if (status)
        return status;
    status = read_as(arena, source, as == GJ_FORMAT_AUTO ? gj_sniff_text(name, bytes) : as, out, err);
    if (status)
        gj_error_locate(err, source);
    return status;
}
