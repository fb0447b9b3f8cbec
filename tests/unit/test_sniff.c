/* Which format a file has, what is said of files that are no report, and what a folder walk takes for one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/read/read.h"

static void is_sniffed(const char *name, const char *text, gj_format expected)
{
    gj_format found = gj_sniff(gj_slice_of(name), gj_slice_of(text));
    if (found != expected)
        fail_msg("%s %s: found %s, expected %s", name, text, gj_format_name(found), gj_format_name(expected));
}

static void contents_come_first(void **state)
{
    (void)state;
    is_sniffed("a.txt", "# 标题\n\n| 甲 | 1 |\n|---|---|\n", GJ_FORMAT_MARKDOWN);
    is_sniffed("a.txt", "正文\n<table>\n<tr><td>1</td></tr>\n</table>\n", GJ_FORMAT_MARKDOWN);
    is_sniffed("a", "---\ntitle: x\n---\n## 一、总体情况\n", GJ_FORMAT_MARKDOWN);
    is_sniffed("a.md", "规章\t0\t0\n文件\t1\t2\n许可\t3\n", GJ_FORMAT_TEXT);
    is_sniffed("a.md", " {\n\"schema\": 1}", GJ_FORMAT_JSON);
    is_sniffed("a", "[{\"a\": 1}]", GJ_FORMAT_JSON);
    is_sniffed("a.md", "[附件](a.docx)\n", GJ_FORMAT_MARKDOWN);
    is_sniffed("a", "\xEF\xBB\xBF{ }", GJ_FORMAT_JSON);
}

static void pages_and_their_pieces(void **state)
{
    (void)state;
    is_sniffed("a", "<!DOCTYPE HTML>\n<html>", GJ_FORMAT_HTML);
    is_sniffed("a.txt", "\n<!-- saved from url -->\n<?xml version='1.0'?><HTML><body>x</body>", GJ_FORMAT_HTML);
    is_sniffed("-", "<p>一、</p><p>二、</p><div>三、</div>", GJ_FORMAT_HTML);
    is_sniffed("a.html", "<p>一、</p><p>二、</p>\n# 三\n<p>四</p>", GJ_FORMAT_HTML);
    is_sniffed("a.md", "<p>一、</p><p>二、</p>\n# 三\n<p>四</p>", GJ_FORMAT_MARKDOWN);
    is_sniffed("a.md", "<table><tr><td><p>1</p><p>2</p><p>3</p></td></tr></table>", GJ_FORMAT_MARKDOWN);
    is_sniffed("a.md", "<!-- expect: clean -->\n# 一\n", GJ_FORMAT_MARKDOWN);
}

static void other_encodings_are_looked_through(void **state)
{
    (void)state;
    is_sniffed("a.txt", "# \xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA 2024\n", GJ_FORMAT_MARKDOWN);
    is_sniffed("a.txt", "\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2", GJ_FORMAT_TEXT);
}

static void names_break_ties(void **state)
{
    (void)state;
    is_sniffed("a.md", "一、总体情况\n正文。\n", GJ_FORMAT_MARKDOWN);
    is_sniffed("a.MarkDown", "一、总体情况\n正文。\n", GJ_FORMAT_MARKDOWN);
    is_sniffed("a.txt", "一、总体情况\n正文。\n", GJ_FORMAT_TEXT);
    is_sniffed("a", "一、总体情况\n正文。\n", GJ_FORMAT_TEXT);
    is_sniffed("-", "一、总体情况\n正文。\n", GJ_FORMAT_TEXT);
    is_sniffed("a.json", "oops", GJ_FORMAT_JSON);
}

static void what_is_no_report_is_auto(void **state)
{
    (void)state;
    is_sniffed("a.md", "", GJ_FORMAT_AUTO);
    is_sniffed("a.md", " \n\xE3\x80\x80\n", GJ_FORMAT_AUTO);
    is_sniffed("a.md", "%PDF-1.7", GJ_FORMAT_PDF);
    is_sniffed("a.zip", "PK\x03\x04 OFD.xml", GJ_FORMAT_OFD);
    is_sniffed("a.ofd", "PK\x03\x04 OFD.xml word/document.xml", GJ_FORMAT_DOCX);
    is_sniffed("a.ofd", "PK\x03\x04", GJ_FORMAT_AUTO);
    is_sniffed("a.md", "abc\xFF\xFE", GJ_FORMAT_AUTO);
}

static void format_words(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        gj_format format;
    } words[] = { { "auto", GJ_FORMAT_AUTO }, { "markdown", GJ_FORMAT_MARKDOWN }, { "md", GJ_FORMAT_MARKDOWN },
                  { "html", GJ_FORMAT_HTML }, { "htm", GJ_FORMAT_HTML },          { "json", GJ_FORMAT_JSON },
                  { "text", GJ_FORMAT_TEXT }, { "txt", GJ_FORMAT_TEXT },          { "docx", GJ_FORMAT_DOCX },
                  { "word", GJ_FORMAT_DOCX }, { "pdf", GJ_FORMAT_PDF },           { "ofd", GJ_FORMAT_OFD } };
    gj_format format;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        assert_true(gj_format_parse(gj_slice_of(words[i].word), &format));
        assert_int_equal(format, words[i].format);
    }
    assert_false(gj_format_parse(GJ_LIT("odt"), &format));
    assert_string_equal(gj_format_name(GJ_FORMAT_MARKDOWN), "markdown");
}

/* Refused with `status`, and with words that hold `zh` and `en`. */
static void is_refused(gj_slice bytes, gj_status status, const char *zh, const char *en)
{
    gj_arena *arena = gj_arena_new(0);
    gj_document *document = NULL;
    gj_error err = { .status = GJ_OK };
    gj_status found = gj_read(arena, GJ_LIT("case"), bytes, GJ_FORMAT_AUTO, &document, &err);
    if (found != status || !strstr(err.zh, zh) || !strstr(err.en, en))
        fail_msg("status %d: %s / %s; expected %s / %s", (int)found, err.zh, err.en, zh, en);
    gj_arena_free(arena);
}

static void foreign_files_are_named(void **state)
{
    (void)state;
    is_refused(GJ_LIT(""), GJ_INPUT, "空", "empty");
    is_refused(GJ_LIT("\xEF\xBB\xBF \r\n"), GJ_INPUT, "空", "empty");
    is_refused(GJ_LIT("%PDF-1.4\n\x80\x81"), GJ_INPUT, "PDF", "PDF");
    is_refused(GJ_LIT("PK\x03\x04word/document.xml"), GJ_INPUT, "docx", "docx");
    is_refused(GJ_LIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), GJ_INPUT, "旧版 Office", "old Office");
    is_refused(GJ_LIT("{\\rtf1 }"), GJ_INPUT, "RTF", "RTF");
    is_refused(GJ_LIT("\x89PNG\r\n"), GJ_INPUT, "图片", "picture");
    is_refused(GJ_LIT("abc\0def\x01\0\0"), GJ_INPUT, "二进制", "binary");
}

static void damaged_text_is_located(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_document *document = NULL;
    gj_error err = { .status = GJ_OK };
    gj_slice bytes = GJ_LIT("一、总体情况\r\n二、主动公开\n收到\xE4\xBD申请");
    assert_int_equal(gj_read(arena, GJ_LIT("case"), bytes, GJ_FORMAT_AUTO, &document, &err), GJ_INPUT);
    assert_int_equal(err.line, 3);
    assert_int_equal(err.column, 3);
    assert_non_null(strstr(err.en, "UTF-8"));
    gj_arena_free(arena);
}

static void too_large_is_a_limit(void **state)
{
    (void)state;
    char *bytes = malloc(GJ_MAX_INPUT + 1);
    assert_non_null(bytes);
    memset(bytes, 'a', GJ_MAX_INPUT + 1);
    is_refused((gj_slice){ bytes, GJ_MAX_INPUT + 1 }, GJ_LIMIT, "太大", "too large");
    free(bytes);
}

static void reading_chooses_the_reader(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_document *document = NULL;
    gj_error err = { .status = GJ_OK };
    assert_int_equal(gj_read(arena, GJ_LIT("a"), GJ_LIT("# 标题\n"), GJ_FORMAT_AUTO, &document, &err), GJ_OK);
    assert_int_equal(document->format, GJ_FORMAT_MARKDOWN);
    assert_int_equal(gj_read(arena, GJ_LIT("a"), GJ_LIT("# 标题\n"), GJ_FORMAT_TEXT, &document, &err), GJ_OK);
    assert_int_equal(document->format, GJ_FORMAT_TEXT);
    assert_int_equal(gj_read(arena, GJ_LIT("a"), GJ_LIT("<html># 标题\n"), GJ_FORMAT_AUTO, &document, &err), GJ_OK);
    assert_int_equal(document->format, GJ_FORMAT_HTML);
    assert_int_equal(gj_read(arena, GJ_LIT("a"), GJ_LIT("<html># 标题\n"), GJ_FORMAT_MARKDOWN, &document, &err), GJ_OK);
    gj_arena_free(arena);
}

static bool looks(const char *name, const char *text)
{
    const gj_slice hints[] = { GJ_LIT("事务公开") };
    return gj_looks_like_report(gj_slice_of(name), gj_slice_of(text), hints, 1);
}

static void reports_are_recognised(void **state)
{
    (void)state;
    assert_true(looks("a.md", "# 青石镇2024年事务公开工作年度报告\n\n正文\n"));
    assert_true(looks("a.txt", "青石镇\n\n2024年事务公开报告\n一、总体情况\n"));
    assert_true(looks("a.md", "引言。\n\n## 二、事务公开情况\n\n## 三、事务公开申请情况\n"));
    assert_true(looks("a.json", "{ \"schema\": \"gouji/report@1\" }"));
    assert_true(looks("a.json", "{ \"title\": \"2024年事务公开\", \"tables\": {} }"));
}

/* What it says is inside. */
static void pages_may_be_one(void **state)
{
    (void)state;
    assert_true(looks("a.pdf", "%PDF-1.4"));
    assert_true(looks("a.zip", "PK\x03\x04 OFD.xml"));
    assert_true(looks("a.ofd", "PK\x03\x04"));
    assert_false(looks("a.zip", "PK\x03\x04"));
}

/* A file of the name of a report that holds none was damaged, or is not what it says: passed over, it would be missing without a word. */
static void what_bears_the_name_of_one_is_told(void **state)
{
    (void)state;
    const gj_slice hints[] = { GJ_LIT("事务公开") };
    const gj_slice damaged = GJ_LIT("\x01\x02\0\xFF\x80"), unnamed = GJ_LIT("2024年财政报告.docx");
    assert_true(gj_looks_like_report(GJ_LIT("2024年事务公开报告.docx"), damaged, hints, 1));
    assert_true(gj_looks_like_report(GJ_LIT("2024年事务公开报告.PDF"), damaged, hints, 1));
    assert_false(gj_looks_like_report(unnamed, damaged, hints, 1));
    assert_false(gj_looks_like_report(GJ_LIT("2024年事务公开报告.bin"), damaged, hints, 1));
    assert_true(looks("年报/2024年事务公开报告.docx", "\x89PNG\r\n\x1A\n"));
    assert_true(looks("2024年事务公开报告.docx", ""));
    assert_true(looks("2024年事务公开报告.md", ""));
    assert_false(looks("事务公开/照片.png", "\x89PNG\r\n\x1A\n"));
    assert_false(looks("事务公开栏.png", "\x89PNG\r\n\x1A\n"));
    assert_false(looks("事务公开统计.xlsx", "PK\003\004"));
}

static void other_files_are_not(void **state)
{
    (void)state;
    assert_false(looks("README.md", "# 说明\n\n这里存放事务公开的材料。\n"));
    assert_false(looks("a.md", "# 2024年财政报告\n"));
    assert_false(looks("a.json", "{ \"name\": \"事务公开\" }"));
    assert_false(looks("a.txt", ""));
}

static void json_may_be_somebody_elses(void **state)
{
    (void)state;
    assert_true(gj_is_unclaimed_json(GJ_LIT("a.json"), GJ_LIT("{ \"tables\": {} }")));
    assert_true(gj_is_unclaimed_json(GJ_LIT("a.json"), GJ_LIT("{ \"tables\": ")));
    assert_false(gj_is_unclaimed_json(GJ_LIT("a.json"), GJ_LIT("{ \"schema\": \"gouji/report@1\", \"tables\": ")));
    assert_false(gj_is_unclaimed_json(GJ_LIT("a.md"), GJ_LIT("# 2024年事务公开\n")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contents_come_first),
        cmocka_unit_test(names_break_ties),
        cmocka_unit_test(what_is_no_report_is_auto),
        cmocka_unit_test(what_bears_the_name_of_one_is_told),
        cmocka_unit_test(json_may_be_somebody_elses),
        cmocka_unit_test(format_words),
        cmocka_unit_test(foreign_files_are_named),
        cmocka_unit_test(pages_and_their_pieces),
        cmocka_unit_test(other_encodings_are_looked_through),
        cmocka_unit_test(damaged_text_is_located),
        cmocka_unit_test(too_large_is_a_limit),
        cmocka_unit_test(reading_chooses_the_reader),
        cmocka_unit_test(reports_are_recognised),
        cmocka_unit_test(pages_may_be_one),
        cmocka_unit_test(other_files_are_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
