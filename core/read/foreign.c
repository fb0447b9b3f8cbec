#include "foreign.h"

static const struct {
    const char *bytes;
    size_t length;
    gj_foreign_kind kind;
} signatures[] = {
    { "%PDF-", 5, GJ_FOREIGN_PDF },          { "PK\x03\x04", 4, GJ_FOREIGN_DOCX },
    { "PK\x05\x06", 4, GJ_FOREIGN_DOCX },    { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, GJ_FOREIGN_OFFICE },
    { "{\\rtf", 5, GJ_FOREIGN_RTF },         { "\x89PNG", 4, GJ_FOREIGN_IMAGE },
    { "\xFF\xD8\xFF", 3, GJ_FOREIGN_IMAGE }, { "GIF8", 4, GJ_FOREIGN_IMAGE },
    { "II*\0", 4, GJ_FOREIGN_IMAGE },        { "MM\0*", 4, GJ_FOREIGN_IMAGE },
};

static gj_slice without_bom(gj_slice bytes)
{
    return gj_slice_starts(bytes, GJ_LIT("\xEF\xBB\xBF")) ? gj_slice_sub(bytes, 3, bytes.len) : bytes;
}

gj_foreign_kind gj_foreign_of(gj_slice bytes)
{
    for (size_t i = 0; i < sizeof signatures / sizeof signatures[0]; i++)
        if (gj_slice_starts(bytes, (gj_slice){ signatures[i].bytes, signatures[i].length }))
            return signatures[i].kind;
    gj_slice text = gj_slice_trim(without_bom(bytes));
    if (!text.len)
        return GJ_FOREIGN_EMPTY;
    return memchr(bytes.data, '\0', bytes.len) ? GJ_FOREIGN_BINARY : GJ_FOREIGN_NONE;
}

static const struct {
    const char *zh, *en;
} words[] = {
    [GJ_FOREIGN_EMPTY] = { "文件是空的；请检查是否选错了文件", "the file is empty; check whether it is the right one" },
    [GJ_FOREIGN_PDF] = { "这是 PDF 文件，不能直接检查；请把正文复制出来，另存为 .txt 或 .md 文件",
                         "this is a PDF file, which is not read; copy its text into a .txt or .md file" },
    [GJ_FOREIGN_DOCX] = { "这是 Word、WPS（docx、xlsx）或压缩文件，不能直接检查；请另存为纯文本（.txt，编码选 "
                          "UTF-8）或 Markdown（.md）",
                          "this is a Word or WPS file (docx, xlsx) or a zip archive, which is not read; save it as "
                          "plain text in UTF-8 "
                          "(.txt) or as Markdown (.md)" },
    [GJ_FOREIGN_OFFICE] = { "这是旧版 Word、Excel 或 WPS "
                            "文件（doc、xls、wps），不能直接检查；请另存为纯文本（.txt，编码选 UTF-8）或 "
                            "Markdown（.md）",
                            "this is an old Word, Excel or WPS file (doc, xls, wps), which is not read; save it as "
                            "plain text in UTF-8 "
                            "(.txt) or as Markdown (.md)" },
    [GJ_FOREIGN_RTF] = { "这是 RTF 文件，不能直接检查；请另存为纯文本（.txt，编码选 UTF-8）或 Markdown（.md）",
                         "this is an RTF file, which is not read; save it as plain text in UTF-8 (.txt) or as Markdown "
                         "(.md)" },
    [GJ_FOREIGN_IMAGE] = { "这是图片，不能检查；请提供报告的文字",
                           "this is a picture, which cannot be checked; give the report as text" },
    [GJ_FOREIGN_BINARY] = { "这是二进制文件，不是文字；请提供报告的 Markdown、JSON 或纯文本文件",
                            "this is a binary file, not text; give the report as Markdown, JSON or plain text" },
};

gj_status gj_foreign_fail(gj_foreign_kind kind, gj_error *err)
{
    if (kind == GJ_FOREIGN_NONE)
        return GJ_OK;
    return gj_fail(err, GJ_INPUT, GJ_NOWHERE, "%s%.0s", "%.0s%s", words[kind].zh, words[kind].en);
}
