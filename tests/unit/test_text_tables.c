/* Tables in text that no tab separates: by blanks, by pandoc's rules, by bars, one cell a line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/read/read.h"

typedef struct fixture {
    gj_arena *arena;
    gj_document *document;
} fixture;

static gj_status read_as(fixture *f, const char *text, bool markdown)
{
    gj_source *source;
    gj_error err;
    f->arena = gj_arena_new(0);
    assert_int_equal(gj_source_open(f->arena, GJ_LIT("case"), gj_slice_of(text), &source, &err), GJ_OK);
    return markdown ? gj_read_markdown(f->arena, source, &f->document, &err)
                    : gj_read_text(f->arena, source, &f->document, &err);
}

/* Grids as "甲|1|2/乙|3|4", one after the other with ";" between; paragraphs in brackets. */
static void write_document(const gj_document *document, char *out, size_t room)
{
    size_t at = 0;
    out[0] = '\0';
    for (size_t i = 0; i < document->block_count; i++) {
        const gj_block *block = &document->blocks[i];
        at += (size_t)snprintf(out + at, room - at, "%s", i ? ";" : "");
        if (!block->grid) {
            at += (size_t)snprintf(out + at, room - at, "[%.*s]", GJ_ARG(block->text.text));
            continue;
        }
        for (size_t r = 0; r < block->grid->row_count; r++)
            for (size_t c = 0; c < block->grid->rows[r].slot_count; c++)
                at += (size_t)snprintf(out + at, room - at, "%s%.*s",
                                       c   ? "|"
                                       : r ? "/"
                                           : "",
                                       GJ_ARG(block->grid->rows[r].slots[c]->text.text));
        assert_true(at < room);
    }
}

static void is_read_as(const char *text, bool markdown, const char *expected)
{
    fixture f;
    char found[2000];
    assert_int_equal(read_as(&f, text, markdown), GJ_OK);
    write_document(f.document, found, sizeof found);
    if (strcmp(found, expected) != 0)
        fail_msg("\n%s\nis read as  %s\nexpected    %s", text, found, expected);
    gj_arena_free(f.arena);
}

#define TEXT false
#define MARKDOWN true

static void reads_columns_of_blanks(void **state)
{
    (void)state;
    /* as wide as a terminal shows them, and a character as one column */
    is_read_as("名称      件数   废止\n规章      1      2\n规范文件  3      4\n", TEXT,
               "|名称|件数|废止/|规章|1|2/|规范文件|3|4");
    is_read_as("名称    件数   废止\n规章    1    2\n规范文件  3    4\n", TEXT,
               "|名称|件数|废止/|规章|1|2/|规范文件|3|4");
    /* a blank cell stays blank */
    is_read_as("甲  1   2   3\n乙  4       5\n", TEXT, "|甲|1|2|3/|乙|4||5");
    /* between two columns, or over two: no columns, and one cell less or more than a row has */
    is_read_as("甲  1   2   3\n乙  4     5\n", TEXT, "|甲|1|2|3/乙|4|5");
    is_read_as("甲  1   2   3\n乙  4   55555\n", TEXT, "|甲|1|2|3/乙|4|55555");
    /* two figures with a single blank between them may be one */
    is_read_as("甲  1   2   3\n乙  4   5 6\n", TEXT, "|甲|1|2|3/乙|4|5 6");
}

static void puts_labels_together(void **state)
{
    (void)state;
    is_read_as("甲  子丑寅卯  1  2\n    辰巳\n乙  午        3  4\n", TEXT, "|甲|子丑寅卯辰巳|1|2/|乙|午|3|4");
    /* figures in the middle of their label's lines */
    is_read_as("0.子        7   8   9\n1.子丑寅卯\n            1   2   3\n辰巳\n2.午        4   5   6\n", TEXT,
               "|0.子|7|8|9/|1.子丑寅卯辰巳|1|2|3/|2.午|4|5|6");
    /* a label by itself, and one with its own number */
    is_read_as("1.子丑寅卯  1   2   3\n2.辰巳午未  4   5   6\n", TEXT, "|1.子丑寅卯|1|2|3/|2.辰巳午未|4|5|6");
}

static void leaves_prose_alone(void **state)
{
    (void)state;
    is_read_as("电话  0351-5550126\n邮编  030000\n", TEXT, "[电话  0351-5550126];[邮编  030000]");
    is_read_as("青石镇人民政府        2025年1月20日\n", TEXT, "[青石镇人民政府        2025年1月20日]");
    is_read_as("一是  加强学习  3次。\n二是  发布信息  5条。\n", TEXT,
               "[一是  加强学习  3次。];[二是  发布信息  5条。]");
    /* a heading after a table, numbered or not, is none of its rows */
    is_read_as("甲  1   2   3\n\n五、问题\n", TEXT, "|甲|1|2|3;[五、问题]");
    is_read_as("甲  1   2   3\n\n问题\n", TEXT, "|甲|1|2|3;[问题]");
}

static void parts_tables_at_blank_lines(void **state)
{
    (void)state;
    is_read_as("甲  乙\n1   2\n3   4\n\n丙  丁\n5   6\n7   8\n", TEXT, "甲|乙/1|2/3|4;丙|丁/5|6/7|8");
    is_read_as("甲\t乙\n1\t2\n\n丙\t丁\n5\t6\n", TEXT, "甲|乙/1|2;丙|丁/5|6");
    is_read_as("甲\t乙\n1\t2\n\n5\t6\n", TEXT, "甲|乙/1|2/5|6");
}

static void reads_bars(void **state)
{
    (void)state;
    is_read_as("名称 | 件数\n规章 | 1\n文件 | \n", TEXT, "名称|件数/规章|1/文件|");
    is_read_as("| 名称 | 件数 |\n|---|---|\n| 规章 | 1 |\n", TEXT, "名称|件数/规章|1");
    is_read_as("当前位置：首页 | 政务公开。\n", TEXT, "[当前位置：首页 | 政务公开。]");
}

static void reads_rules_of_pandoc(void **state)
{
    (void)state;
    const char *simple =
        "  名称       件数   废止\n  ---------- ------ ------\n  规章       1      2\n  规范性文件 3\n\n后文\n";
    is_read_as(simple, TEXT, "名称|件数|废止/规章|1|2/规范性文件|3|;[后文]");
    is_read_as(simple, MARKDOWN, "名称|件数|废止/规章|1|2/规范性文件|3|;[后文]");
    const char *headless = "---- ----\n规章 1\n文件 2\n---- ----\n";
    is_read_as(headless, TEXT, "规章|1/文件|2");
    const char *multiline = "----------------\n名称\n全称       件数\n---------- -----\n行政规范性\n文件       "
                            "3\n\n规章       1\n----------------\n";
    is_read_as(multiline, TEXT, "名称全称|件数/行政规范性文件|3/规章|1");
    is_read_as(multiline, MARKDOWN, "名称全称|件数/行政规范性文件|3/规章|1");
    /* quotation marks, one column wide or two */
    is_read_as("---------- ----\n“三安全”   1\n---------- ----\n", TEXT, "“三安全”|1");
    is_read_as("---------- ----\n“三安全” 1\n---------- ----\n", TEXT, "“三安全”|1");
    /* something stands across the gap: no such table */
    is_read_as("---- ----\n规章文件库 1\n---- ----\n", MARKDOWN, "[规章文件库 1]");
}

static void reads_a_cell_a_line(void **state)
{
    (void)state;
    is_read_as("名称\n制发\n废止\n现行\n规章\n1\n2\n3\n文件\n4\n5\n6\n后文。\n", TEXT,
               "名称|制发|废止|现行/规章|1|2|3/文件|4|5|6;[后文。]");
    /* a single run of figures: all words are its header */
    is_read_as("甲\n乙\n丙\n丁\n戊\n己\n1\n2\n3\n4\n5\n6\n", TEXT, "甲|乙|丙|丁|戊|己/1|2|3|4|5|6");
    /* few figures, or figures that nothing is said of */
    is_read_as("甲\n1\n乙\n2\n", TEXT, "[甲];[1];[乙];[2]");
    is_read_as("1\n2\n3\n4\n5\n6\n", TEXT, "[1];[2];[3];[4];[5];[6]");
}

static void takes_time_by_size(void **state)
{
    (void)state;
    static char big[1 << 20];
    static const char *const lines[] = { "---- ----\n",     "甲  乙\n",    "甲  1   2\n", "甲\n",
                                         "一、甲  乙\n1\n", "甲  1\n\f\n", "| 甲\n" };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        size_t length = strlen(lines[i]), at = 0;
        for (; at + length < sizeof big; at += length)
            memcpy(big + at, lines[i], length);
        big[at] = '\0';
        fixture f;
        gj_status status = read_as(&f, big, TEXT);
        assert_true(status == GJ_OK || status == GJ_LIMIT);
        gj_arena_free(f.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_columns_of_blanks),
        cmocka_unit_test(puts_labels_together),
        cmocka_unit_test(leaves_prose_alone),
        cmocka_unit_test(parts_tables_at_blank_lines),
        cmocka_unit_test(reads_bars),
        cmocka_unit_test(reads_rules_of_pandoc),
        cmocka_unit_test(reads_a_cell_a_line),
        cmocka_unit_test(takes_time_by_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
