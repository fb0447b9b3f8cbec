#include "foreign.h"

#define XML_SEEN (4 * GJ_KIB) /* of an XML file, in which its root must begin */

static const struct {
    const char *bytes;
    size_t length;
    gj_foreign_kind kind;
} signatures[] = {
    { "%PDF-", 5, GJ_FOREIGN_PDF },
    { "PK\x03\x04", 4, GJ_FOREIGN_ZIP },
    { "PK\x05\x06", 4, GJ_FOREIGN_ZIP },
    { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, GJ_FOREIGN_OFFICE },
    { "{\\rtf", 5, GJ_FOREIGN_RTF },
    { "\x89PNG", 4, GJ_FOREIGN_IMAGE },
    { "\xFF\xD8\xFF", 3, GJ_FOREIGN_IMAGE },
    { "GIF8", 4, GJ_FOREIGN_IMAGE },
    { "II*\0", 4, GJ_FOREIGN_IMAGE },
    { "MM\0*", 4, GJ_FOREIGN_IMAGE },
    { "MIME-Version:", 13, GJ_FOREIGN_MHTML },
};

static gj_slice without_bom(gj_slice bytes)
{
    return gj_slice_starts(bytes, GJ_LIT("\xEF\xBB\xBF")) ? gj_slice_sub(bytes, 3, bytes.len) : bytes;
}

/* What an OLE compound file holds, by the names of its streams, which stand in it as UTF-16. */
static gj_foreign_kind compound(gj_slice bytes)
{
    static const struct {
        const char *name;
        size_t length;
        gj_foreign_kind kind;
    } streams[] = {
        { "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32, GJ_FOREIGN_LOCKED },
        { "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 24, GJ_FOREIGN_DOC },
    };
    for (size_t i = 0; i < sizeof streams / sizeof streams[0]; i++)
        if (gj_slice_find(bytes, (gj_slice){ streams[i].name, streams[i].length }, 0) != GJ_NOT_FOUND)
            return streams[i].kind;
    return GJ_FOREIGN_OFFICE;
}

static gj_foreign_kind xml_kind(gj_slice text)
{
    static const char *const roots[] = { "<w:wordDocument", "<pkg:package", "progid=\"Word.Document\"" };
    gj_slice start = gj_slice_sub(text, 0, XML_SEEN);
    for (size_t i = 0; i < sizeof roots / sizeof roots[0]; i++)
        if (gj_slice_find(start, gj_slice_of(roots[i]), 0) != GJ_NOT_FOUND)
            return GJ_FOREIGN_WORD_XML;
    return GJ_FOREIGN_NONE;
}

gj_foreign_kind gj_foreign_of(gj_slice bytes)
{
    for (size_t i = 0; i < sizeof signatures / sizeof signatures[0]; i++)
        if (gj_slice_starts(bytes, (gj_slice){ signatures[i].bytes, signatures[i].length }))
            return signatures[i].kind == GJ_FOREIGN_OFFICE ? compound(bytes) : signatures[i].kind;
    gj_slice text = gj_slice_trim(without_bom(bytes));
    if (!text.len)
        return GJ_FOREIGN_EMPTY;
    if (gj_slice_starts(text, GJ_LIT("<?xml")) && xml_kind(text) != GJ_FOREIGN_NONE)
        return GJ_FOREIGN_WORD_XML;
    return memchr(bytes.data, '\0', bytes.len) ? GJ_FOREIGN_BINARY : GJ_FOREIGN_NONE;
}

bool gj_foreign_is_document(gj_foreign_kind kind)
{
    switch (kind) {
    case GJ_FOREIGN_ZIP:
    case GJ_FOREIGN_OFD:
    case GJ_FOREIGN_DOC:
    case GJ_FOREIGN_LOCKED:
    case GJ_FOREIGN_RTF:
    case GJ_FOREIGN_WORD_XML:
    case GJ_FOREIGN_MHTML:
        return true;
    default:
        return false;
    }
}

static const struct {
    const char *zh, *en;
} words[] = {
    [GJ_FOREIGN_EMPTY] = { "文件是空的；请检查是否选错了文件", "the file is empty; check whether it is the right one" },
    [GJ_FOREIGN_PDF] = { "这是 PDF 文件，不能直接检查；请找到它的 Word 原件（.docx）再检查",
                         "this is a PDF file, which is not read; check the Word document (.docx) it was made from" },
    [GJ_FOREIGN_ZIP] = { "这是压缩文件，里面不是 Word 文档；请解压后检查其中的报告",
                         "this is a zip archive and no Word document; unpack it and check the report in it" },
    [GJ_FOREIGN_XLSX] = { "这是 Excel 或 WPS 表格（xlsx、et），不是报告全文；请检查报告的 Word 文件（.docx）",
                          "this is a spreadsheet (xlsx, et) and not the report; check the report's Word document "
                          "(.docx)" },
    [GJ_FOREIGN_PPTX] = { "这是演示文稿（pptx），不是报告；请检查报告的 Word 文件（.docx）",
                          "this is a presentation (pptx) and no report; check the report's Word document (.docx)" },
    [GJ_FOREIGN_OFD] = { "这是 OFD 文件，不是 Word 文件；请去掉 --as docx",
                         "this is an OFD file and no Word document; leave out --as docx" },
    [GJ_FOREIGN_ODF] = { "这是 OpenDocument 文件（odt、ods），不能直接检查；请用 Word、WPS 或 LibreOffice 打开，另存为 "
                         ".docx",
                         "this is an OpenDocument file (odt, ods), which is not read; open it in Word, WPS or "
                         "LibreOffice and save it as .docx" },
    [GJ_FOREIGN_DOC] = { "这是旧版 Word 或 WPS 文件（.doc、.wps），不能直接检查；请用 Word 或 WPS 打开，另存为 "
                         ".docx（只改扩展名不行）",
                         "this is an old Word or WPS document (.doc, .wps), which is not read; open it in Word or WPS "
                         "and "
                         "save it as .docx (renaming it is not enough)" },
    [GJ_FOREIGN_LOCKED] = { "这份 Word 文件设了打开密码，读不了；请去掉密码，另存为 .docx 再检查",
                            "this Word document is protected by a password and cannot be read; remove the password, "
                            "save "
                            "it as .docx and check again" },
    [GJ_FOREIGN_OFFICE] = { "这是旧版 Office 或 WPS 文件（xls、et、ppt 等），不能直接检查；报告请另存为 Word "
                            "文件（.docx）",
                            "this is an old Office or WPS file (xls, et, ppt …), which is not read; save the report as "
                            "a "
                            "Word document (.docx)" },
    [GJ_FOREIGN_RTF] = { "这是 RTF 文件，不能直接检查；请用 Word 或 WPS 打开，另存为 .docx（只改扩展名不行）",
                         "this is an RTF file, which is not read; open it in Word or WPS and save it as .docx "
                         "(renaming "
                         "it is not enough)" },
    [GJ_FOREIGN_WORD_XML] = { "这是 Word 的 XML 文件，不能直接检查；请用 Word 或 WPS 打开，另存为 .docx",
                              "this is a Word document in one XML file, which is not read; open it in Word or WPS and "
                              "save it as .docx" },
    [GJ_FOREIGN_MHTML] = { "这是网页存成的单个文件（mht），不能直接检查；请用 Word 或 WPS 打开，另存为 .docx",
                           "this is a web archive (mht), which is not read; open it in Word or WPS and save it as "
                           ".docx" },
    [GJ_FOREIGN_IMAGE] = { "这是图片，不能检查；请提供报告的文字",
                           "this is a picture, which cannot be checked; give the report as text" },
    [GJ_FOREIGN_BINARY] = { "这是二进制文件，不是文字；请提供报告的 Word（.docx）、Markdown、网页、JSON 或纯文本文件",
                            "this is a binary file, not text; give the report as a Word document (.docx), Markdown, "
                            "HTML, "
                            "JSON or plain text" },
};

gj_status gj_foreign_fail(gj_foreign_kind kind, gj_error *err)
{
    if (kind == GJ_FOREIGN_NONE)
        return GJ_OK;
    return gj_fail(err, GJ_INPUT, GJ_NOWHERE, "%s%.0s", "%.0s%s", words[kind].zh, words[kind].en);
}
