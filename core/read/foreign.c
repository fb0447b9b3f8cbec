#include "foreign.h"

#include "ascii.h"

#define SAMPLE (64 * GJ_KIB) /* bytes looked at for the pattern of an encoding */
#define DAMAGED_FROM 6 /* so many good characters before the first wrong byte: damaged UTF-8, not another encoding */

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
    { "\xFF\xFE", 2, GJ_FOREIGN_UTF16 },     { "\xFE\xFF", 2, GJ_FOREIGN_UTF16 },
};

static gj_slice without_bom(gj_slice bytes)
{
    return gj_slice_starts(bytes, GJ_LIT("\xEF\xBB\xBF")) ? gj_slice_sub(bytes, 3, bytes.len) : bytes;
}

static bool starts_with_word(gj_slice text, const char *word)
{
    size_t i = 0;
    while (word[i] && i < text.len && gj_lower(text.data[i]) == word[i])
        i++;
    return !word[i];
}

/* A whole web page; a report in Markdown may well begin with a <table> or a <div>. */
static bool is_page(gj_slice text)
{
    static const char *const starts[] = { "<!doctype html", "<html", "<?xml", "<head", "<body" };
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (starts_with_word(text, starts[i]))
            return true;
    return false;
}

/* GB18030: bytes above 0x7F come in pairs (81-FE, 40-7E or 80-FE) or fours (81-FE, 30-39, 81-FE, 30-39). The
 * sample may end inside one. */
static bool is_gb18030(gj_slice text)
{
    const unsigned char *p = (const unsigned char *)text.data;
    size_t wide = 0;
    for (size_t at = 0; at < text.len;) {
        if (p[at] < 0x80) {
            at++;
            continue;
        }
        if (p[at] == 0x80 || p[at] == 0xFF)
            return false;
        if (at + 1 == text.len)
            break;
        bool four = p[at + 1] >= 0x30 && p[at + 1] <= 0x39;
        if (!four && (p[at + 1] < 0x40 || p[at + 1] == 0x7F || p[at + 1] == 0xFF))
            return false;
        at += four ? 4 : 2;
        wide++;
    }
    return wide > 0;
}

/* UTF-16 without its mark: of ASCII text every other byte is NUL; of Chinese text one byte of each line end still
 * is. */
static bool is_bare_utf16(gj_slice text)
{
    size_t zeros[2] = { 0, 0 };
    for (size_t i = 0; i < text.len; i++)
        zeros[i % 2] += text.data[i] == '\0';
    return text.len % 2 == 0 && (zeros[0] == 0) != (zeros[1] == 0) && zeros[0] + zeros[1] > text.len / 100;
}

gj_foreign_kind gj_foreign_of(gj_slice bytes)
{
    for (size_t i = 0; i < sizeof signatures / sizeof signatures[0]; i++)
        if (gj_slice_starts(bytes, (gj_slice){ signatures[i].bytes, signatures[i].length }))
            return signatures[i].kind;
    gj_slice text = gj_slice_trim(without_bom(bytes));
    if (!text.len)
        return GJ_FOREIGN_EMPTY;
    if (is_page(text))
        return GJ_FOREIGN_HTML;
    if (!memchr(bytes.data, '\0', bytes.len))
        return GJ_FOREIGN_NONE;
    return is_bare_utf16(gj_slice_sub(bytes, 0, SAMPLE)) ? GJ_FOREIGN_UTF16 : GJ_FOREIGN_BINARY;
}

gj_foreign_kind gj_foreign_encoding(gj_slice bytes, size_t wrong)
{
    size_t good = 0; /* characters above ASCII before the wrong byte */
    for (size_t i = 0; i < wrong; i++)
        good += (unsigned char)bytes.data[i] >= 0xC0;
    return good < DAMAGED_FROM && is_gb18030(gj_slice_sub(bytes, 0, SAMPLE)) ? GJ_FOREIGN_GB18030 : GJ_FOREIGN_NONE;
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
    [GJ_FOREIGN_HTML] = { "这是网页（HTML），不能直接检查；请把正文和表格复制出来，另存为 .md 或 .txt 文件（Markdown "
                          "里可以保留 <table> 表格）",
                          "this is a web page (HTML), which is not read; copy its text and tables into a .md or .txt "
                          "file "
                          "(<table> may stay as it is in Markdown)" },
    [GJ_FOREIGN_UTF16] = { "文件编码是 UTF-16（Windows 记事本的“Unicode”）；请另存为 UTF-8 编码再检查",
                           "the file is in UTF-16 (Notepad's \"Unicode\"); save it as UTF-8 and check again" },
    [GJ_FOREIGN_GB18030] = { "文件编码像是 GB18030（GBK、记事本的“ANSI”）；请另存为 UTF-8 编码再检查",
                             "the file seems to be in GB18030 (GBK, Notepad's \"ANSI\"); save it as UTF-8 and check "
                             "again" },
    [GJ_FOREIGN_BINARY] = { "这是二进制文件，不是文字；请提供报告的 Markdown、JSON 或纯文本文件",
                            "this is a binary file, not text; give the report as Markdown, JSON or plain text" },
};

gj_status gj_foreign_fail(gj_foreign_kind kind, gj_error *err)
{
    if (kind == GJ_FOREIGN_NONE)
        return GJ_OK;
    return gj_fail(err, GJ_INPUT, GJ_NOWHERE, "%s%.0s", "%.0s%s", words[kind].zh, words[kind].en);
}
