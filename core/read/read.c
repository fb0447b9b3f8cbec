#include "read.h"

#include "encoding.h"
#include "foreign.h"
#include "sniff.h"

static const struct {
    const char *name, *other; /* the word of --as, and one more that is understood */
} formats[] = {
    [GJ_FORMAT_AUTO] = { "auto", "auto" }, [GJ_FORMAT_MARKDOWN] = { "markdown", "md" },
    [GJ_FORMAT_JSON] = { "json", "json" }, [GJ_FORMAT_TEXT] = { "text", "txt" },
    [GJ_FORMAT_HTML] = { "html", "htm" },  [GJ_FORMAT_DOCX] = { "docx", "word" },
    [GJ_FORMAT_PDF] = { "pdf", "pdf" },    [GJ_FORMAT_OFD] = { "ofd", "ofd" },
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

static gj_status read_as(gj_arena *arena, const gj_source *source, gj_format format, gj_document **out, gj_error *err)
{
    switch (format) {
    case GJ_FORMAT_MARKDOWN:
        return gj_read_markdown(arena, source, out, err);
    case GJ_FORMAT_JSON:
        return gj_read_json(arena, source, out, err);
    case GJ_FORMAT_TEXT:
        return gj_read_text(arena, source, out, err);
    case GJ_FORMAT_HTML:
        return gj_read_html(arena, source, out, err);
    default:
        return gj_fail(
            err, GJ_INPUT, GJ_NOWHERE,
            "认不出这个文件的格式；请提供报告的 Word（.docx）、Markdown、网页（HTML）、JSON 或纯文本文件",
            "the format of this file is not known; give the report as a Word document (.docx), Markdown, HTML, "
            "JSON or plain text");
    }
}

/* The text of a file in another encoding, by `encoding`; what it holds may still be no text of a report. */
static gj_status open_converted(gj_arena *arena, gj_slice name, gj_slice bytes, gj_encoding encoding, gj_source **out,
                                gj_error *err)
{
    gj_slice text;
    GJ_TRY(gj_encoding_convert(arena, bytes, encoding, &text, err));
    GJ_TRY(gj_foreign_fail(gj_foreign_of(text), err));
    return gj_source_open(arena, name, text, out, err);
}

/* Most files are UTF-8: only those that are not are looked at more closely. */
static gj_status open_source(gj_arena *arena, gj_slice name, gj_slice bytes, gj_source **out, gj_error *err)
{
    gj_foreign_kind foreign = gj_foreign_of(bytes);
    if (foreign == GJ_FOREIGN_BINARY) {
        gj_encoding wide = gj_encoding_of(bytes);
        return wide == GJ_ENCODING_UTF8 ? gj_foreign_fail(foreign, err)
                                        : open_converted(arena, name, bytes, wide, out, err);
    }
    GJ_TRY(gj_foreign_fail(foreign, err));
    gj_error utf8 = { .offset = 0 };
    gj_status status = gj_source_open(arena, name, bytes, out, &utf8);
    if (status != GJ_INPUT) {
        if (status && err)
            *err = utf8;
        return status;
    }
    gj_encoding encoding = gj_encoding_of(bytes);
    return encoding == GJ_ENCODING_UTF8 ? gj_encoding_broken(bytes, utf8.offset, err)
                                        : open_converted(arena, name, bytes, encoding, out, err);
}

static gj_status not_docx(gj_foreign_kind kind, gj_error *err)
{
    GJ_TRY(gj_foreign_fail(kind, err));
    return gj_fail(err, GJ_INPUT, GJ_NOWHERE, "这不是 Word 文件（.docx），内容是文字；请去掉 --as docx",
                   "this is no Word document (.docx) but text; leave out --as docx");
}

static gj_status not_ofd(gj_foreign_kind kind, gj_error *err)
{
    GJ_TRY(gj_foreign_fail(kind, err));
    return gj_fail(err, GJ_INPUT, GJ_NOWHERE, "这不是 OFD 文件，内容是文字；请去掉 --as ofd",
                   "this is no OFD but text; leave out --as ofd");
}

static gj_status not_pdf(gj_foreign_kind kind, gj_error *err)
{
    GJ_TRY(gj_foreign_fail(kind, err));
    return gj_fail(err, GJ_INPUT, GJ_NOWHERE, "这不是 PDF 文件，内容是文字；请去掉 --as pdf",
                   "this is no PDF but text; leave out --as pdf");
}

gj_status gj_read(gj_arena *arena, gj_slice name, gj_slice bytes, gj_format as, gj_document **out, gj_error *err)
{
    if (bytes.len > GJ_MAX_INPUT)
        return gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "文件太大：%zu 字节，最多 %zu 字节",
                       "the file is too large: %zu bytes, at most %zu", bytes.len, GJ_MAX_INPUT);
    bool zip = gj_slice_starts(bytes, GJ_LIT("PK")) && gj_foreign_of(bytes) == GJ_FOREIGN_ZIP;
    if (zip && (as == GJ_FORMAT_OFD || (as == GJ_FORMAT_AUTO && gj_sniff_ofd(bytes))))
        return gj_read_ofd(arena, name, bytes, out, err);
    if (zip && (as == GJ_FORMAT_DOCX || as == GJ_FORMAT_AUTO))
        return gj_read_docx(arena, name, bytes, out, err);
    if (as == GJ_FORMAT_DOCX)
        return not_docx(gj_foreign_of(bytes), err);
    if ((as == GJ_FORMAT_PDF || as == GJ_FORMAT_AUTO) && gj_foreign_of(bytes) == GJ_FOREIGN_PDF)
        return gj_read_pdf(arena, name, bytes, out, err);
    if (as == GJ_FORMAT_PDF)
        return not_pdf(gj_foreign_of(bytes), err);
    if (as == GJ_FORMAT_OFD)
        return not_ofd(gj_foreign_of(bytes), err);
    gj_source *source = NULL;
    GJ_TRY(open_source(arena, name, bytes, &source, err));
    GJ_KNOWN(source);
    gj_status status = read_as(arena, source, as == GJ_FORMAT_AUTO ? gj_sniff_text(name, source->bytes) : as, out, err);
    if (status)
        gj_error_locate(err, source);
    return status;
}
