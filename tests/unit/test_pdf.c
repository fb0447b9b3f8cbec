/* PDF after poppler: characters with boxes and lines to paragraphs and tables, and lines found in a picture. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/base/utf8.h"
#include "../../core/read/pdf/pdf.h"
#include "../../core/read/read.h"

#define SIZE 12 /* points of a character */

typedef struct fixture {
    gj_arena *arena, *scratch;
    gj_paged_pages pages;
    gj_document *document;
    gj_error err;
} fixture;

static fixture start(void)
{
    return (fixture){ .arena = gj_arena_new(0), .scratch = gj_arena_new(0) };
}

static void drop(fixture *f)
{
    gj_arena_free(f->scratch);
    gj_arena_free(f->arena);
}

static void page(fixture *f)
{
    gj_paged_page *added = GJ_PUSH(f->scratch, &f->pages);
    assert_non_null(added);
    added->width = 60000;
    added->height = 84000;
}

static gj_paged_page *last(fixture *f)
{
    return &f->pages.items[f->pages.count - 1];
}

/* Characters in points; ASCII is half as wide. */
static void text(fixture *f, int x, int y, const char *words)
{
    gj_slice all = gj_slice_of(words);
    bool apart = false;
    for (size_t at = 0; at < all.len;) {
        uint32_t code = gj_utf8_next(all, &at);
        int width = (code < 0x80 ? SIZE / 2 : SIZE) * GJ_PAGED_POINT, left = x * GJ_PAGED_POINT;
        x += width / GJ_PAGED_POINT;
        if (code == ' ') {
            apart = true;
            continue;
        }
        gj_paged_glyph *g = GJ_PUSH(f->scratch, &last(f)->glyphs);
        assert_non_null(g);
        *g = (gj_paged_glyph){ { left, y * GJ_PAGED_POINT, left + width, (y + SIZE) * GJ_PAGED_POINT }, code, apart };
        apart = false;
    }
}

static void rule(fixture *f, bool upright, int at, int from, int to)
{
    gj_paged_rule *r = GJ_PUSH(f->scratch, &last(f)->rules);
    assert_non_null(r);
    *r = (gj_paged_rule){ upright, at * GJ_PAGED_POINT, from * GJ_PAGED_POINT, to * GJ_PAGED_POINT };
}

/* Columns at 100, 200, 300; rows 20 high from `top`. */
static void net(fixture *f, int top, int rows)
{
    for (int i = 0; i <= rows; i++)
        rule(f, false, top + 20 * i, 100, 300);
    for (int x = 100; x <= 300; x += 100)
        rule(f, true, x, top, top + 20 * rows);
}

static void shows(fixture *f, const char *expected)
{
    char found[2000] = "";
    size_t used = 0;
    if (gj_pdf_read(f->arena, f->scratch, GJ_LIT("case.pdf"), &f->pages, &f->document, &f->err) != GJ_OK)
        fail_msg("%s", f->err.en);
    for (size_t i = 0; i < f->document->block_count; i++) {
        const gj_block *b = &f->document->blocks[i];
        used += (size_t)snprintf(found + used, sizeof found - used, "%s%s%.*s", i ? "\n" : "",
                                 b->kind == GJ_BLOCK_TABLE   ? "T:"
                                 : b->kind == GJ_BLOCK_IMAGE ? "I:"
                                                             : "P:",
                                 GJ_ARG(b->text.text));
        for (size_t r = 0; b->grid && r < b->grid->row_count; r++)
            for (size_t c = 0; c < b->grid->rows[r].slot_count; c++) {
                const gj_grid_cell *cell = b->grid->rows[r].slots[c];
                bool own = cell && cell->row == r && cell->column == c;
                used += (size_t)snprintf(found + used, sizeof found - used, "%s%.*s", r && !c ? "/" : "|",
                                         own ? (int)cell->text.text.len : 1,
                                         own    ? cell->text.text.data
                                         : cell ? "^"
                                                : "-");
            }
    }
    for (size_t i = 0; i < f->document->remark_count; i++)
        used += (size_t)snprintf(found + used, sizeof found - used, "\n!%.*s", GJ_ARG(f->document->remarks[i].kind));
    if (strcmp(found, expected) != 0)
        fail_msg("found:\n%s\nexpected:\n%s", found, expected);
    drop(f);
}

static void test_paragraphs(void **state)
{
    (void)state;
    fixture f = start();
    page(&f);
    text(&f, 60, 100, "一二三四五六七八九十");
    text(&f, 60, 120, "甲乙 12");
    text(&f, 60, 140, "一、短标题");
    text(&f, 60, 160, "又一段");
    shows(&f, "P:一二三四五六七八九十甲乙12\nP:一、短标题\nP:又一段");
}

static void test_a_signature_after_a_full_line(void **state)
{
    (void)state;
    fixture f = start();
    page(&f);
    text(&f, 100, 100, "甲乙丙丁甲乙丙丁甲乙丙丁。");
    text(&f, 100, 120, "某某镇人民政府");
    text(&f, 100, 140, "甲乙丙丁甲乙丙丁甲乙丙。甲");
    text(&f, 100, 160, "乙丙丁。");
    shows(&f, "P:甲乙丙丁甲乙丙丁甲乙丙丁。\nP:某某镇人民政府\nP:甲乙丙丁甲乙丙丁甲乙丙。甲乙丙丁。");
}

static void test_a_paragraph_over_two_pages(void **state)
{
    (void)state;
    fixture f = start();
    for (int i = 1; i <= 2; i++) {
        char number[16];
        (void)snprintf(number, sizeof number, "- %d -", i);
        page(&f);
        text(&f, 60, 40, "某镇文件");
        text(&f, 60, 700, i == 1 ? "一二三四五六七八九十" : "完。");
        text(&f, 280, 800, number);
    }
    shows(&f, "P:一二三四五六七八九十完。\n!header_footer");
}

static void test_merged_cells(void **state)
{
    (void)state;
    fixture f = start();
    page(&f);
    net(&f, 100, 1);
    rule(&f, true, 100, 120, 160);
    rule(&f, true, 200, 120, 160);
    rule(&f, true, 300, 120, 160);
    rule(&f, false, 140, 200, 300);
    rule(&f, false, 160, 100, 300);
    text(&f, 104, 104, "项目");
    text(&f, 240, 104, "1");
    text(&f, 104, 134, "合并");
    text(&f, 240, 124, "2");
    text(&f, 240, 144, "3");
    shows(&f, "T:|项目|1/合并|2/^|3");
}

static void test_a_label_wraps_around_its_figure(void **state)
{
    (void)state;
    fixture f = start();
    page(&f);
    rule(&f, false, 100, 100, 300);
    rule(&f, false, 160, 100, 300);
    for (int x = 100; x <= 300; x += 100)
        rule(&f, true, x, 100, 160);
    text(&f, 104, 104, "本机关");
    text(&f, 104, 120, "不掌握");
    text(&f, 104, 136, "信息");
    text(&f, 240, 120, "10");
    shows(&f, "T:|本机关不掌握信息|10");
}

static void test_a_table_over_two_pages(void **state)
{
    (void)state;
    fixture f = start();
    for (int i = 0; i < 2; i++) {
        page(&f);
        net(&f, 100, 2);
        text(&f, 104, 104, "项目");
        text(&f, 204, 104, "数量");
        text(&f, 104, 124, i ? "乙" : "甲");
        text(&f, 240, 124, i ? "2" : "1");
        text(&f, 290, 800, i ? "2" : "1");
    }
    shows(&f, "T:|项目|数量/甲|1/乙|2");
}

static void test_a_row_cut_by_the_page(void **state)
{
    (void)state;
    fixture f = start();
    page(&f);
    net(&f, 700, 1);
    text(&f, 104, 704, "1.属于国");
    text(&f, 240, 704, "7");
    page(&f);
    net(&f, 100, 2);
    text(&f, 104, 104, "家秘密");
    text(&f, 104, 124, "2.其他");
    text(&f, 240, 124, "0");
    shows(&f, "T:|1.属于国家秘密|7/2.其他|0");
}

/* Two rows whose figures are complementary are two rows all the same where the second label is one of its own. */
static void test_rows_that_are_no_halves(void **state)
{
    (void)state;
    fixture f = start();
    page(&f);
    net(&f, 700, 1);
    text(&f, 104, 704, "1.甲");
    page(&f);
    net(&f, 100, 1);
    text(&f, 104, 104, "2.乙");
    text(&f, 240, 104, "7");
    shows(&f, "T:|1.甲|/2.乙|7");
}

static void test_columns_without_lines(void **state)
{
    (void)state;
    fixture f = start();
    page(&f);
    text(&f, 60, 100, "这一行说明下面的内容并且相当长");
    text(&f, 60, 140, "甲");
    text(&f, 200, 140, "1");
    text(&f, 60, 160, "乙");
    text(&f, 200, 160, "2");
    shows(&f, "P:这一行说明下面的内容并且相当长\nI:甲1 乙2\n!table_without_lines");
}

static void test_figures_are_never_run_together(void **state)
{
    (void)state;
    fixture f = start();
    page(&f);
    net(&f, 100, 2);
    text(&f, 104, 104, "甲");
    text(&f, 204, 102, "12 34");
    text(&f, 104, 124, "乙");
    text(&f, 204, 124, "5");
    shows(&f, "T:|甲|12 34/乙|5");
}

static void test_no_text(void **state)
{
    (void)state;
    fixture f = start();
    page(&f);
    last(&f)->picture = true;
    assert_int_equal(gj_pdf_read(f.arena, f.scratch, GJ_LIT("a.pdf"), &f.pages, &f.document, &f.err), GJ_INPUT);
    assert_non_null(strstr(f.err.zh, "扫描件"));
    drop(&f);
}

static void test_a_page_that_is_a_picture(void **state)
{
    (void)state;
    fixture f = start();
    page(&f);
    text(&f, 60, 100, "正文。");
    page(&f);
    last(&f)->picture = true;
    shows(&f, "P:正文。\nI:图片\n!page_is_picture");
}

#define SIDE 64

static void line(const gj_pdf_picture *picture, bool upright, size_t at, size_t from, size_t to, uint8_t value)
{
    for (size_t i = from; i < to; i++)
        gj_pdf_picture_set(picture, upright ? at : i, upright ? i : at, value);
}

static void test_lines_in_a_picture(void **state)
{
    (void)state;
    fixture f = start();
    gj_pdf_picture picture;
    assert_int_equal(gj_pdf_picture_start(f.scratch, SIDE, SIDE, &picture, &f.err), GJ_OK);
    page(&f);
    line(&picture, false, 10, 5, 60, 190); /* a hairline between two rows of pixels */
    line(&picture, false, 11, 5, 60, 190);
    line(&picture, true, 30, 10, 60, 0);
    line(&picture, false, 40, 5, 10, 0); /* too short */
    text(&f, 40, 45, "一");              /* a stroke of a character */
    line(&picture, false, 51, 41, 51, 0);
    assert_int_equal(gj_pdf_rules(f.scratch, last(&f), &picture, &f.err), GJ_OK);
    assert_int_equal(last(&f)->rules.count, 2);
    assert_false(last(&f)->rules.items[0].upright);
    assert_in_range(last(&f)->rules.items[0].at, 1000, 1200);
    assert_true(last(&f)->rules.items[1].upright);
    assert_in_range(last(&f)->rules.items[1].at, 3000, 3100);
    drop(&f);
}

static void test_shades_are_no_lines(void **state)
{
    (void)state;
    fixture f = start();
    gj_pdf_picture picture;
    assert_int_equal(gj_pdf_picture_start(f.scratch, SIDE, SIDE, &picture, &f.err), GJ_OK);
    for (size_t y = 20; y < 40; y++)
        line(&picture, false, y, 0, SIDE, 190);
    page(&f);
    assert_int_equal(gj_pdf_rules(f.scratch, last(&f), &picture, &f.err), GJ_OK);
    assert_int_equal(last(&f)->rules.count, 0);
    drop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_a_signature_after_a_full_line),
        cmocka_unit_test(test_a_paragraph_over_two_pages),
        cmocka_unit_test(test_merged_cells),
        cmocka_unit_test(test_a_label_wraps_around_its_figure),
        cmocka_unit_test(test_a_table_over_two_pages),
        cmocka_unit_test(test_a_row_cut_by_the_page),
        cmocka_unit_test(test_rows_that_are_no_halves),
        cmocka_unit_test(test_columns_without_lines),
        cmocka_unit_test(test_figures_are_never_run_together),
        cmocka_unit_test(test_no_text),
        cmocka_unit_test(test_a_page_that_is_a_picture),
        cmocka_unit_test(test_lines_in_a_picture),
        cmocka_unit_test(test_shades_are_no_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
