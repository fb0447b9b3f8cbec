/* Web pages to a document: the article found, its headings, paragraphs, tables and pictures, each with its place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "support_forms.h"

typedef struct fixture {
    gj_arena *arena;
    gj_document *document;
    gj_status status;
    gj_error err;
} fixture;

static void check_text(const gj_source *source, const gj_text *text)
{
    for (size_t i = 0; i < text->run_count; i++) {
        gj_run run = text->runs[i];
        assert_true(run.source >= text->span.begin && run.source + run.length <= text->span.end);
        assert_memory_equal(source->bytes.data + run.source, text->text.data + run.text, run.length);
    }
}

static void check_places(const gj_document *document)
{
    for (size_t i = 0; i < document->block_count; i++) {
        const gj_block *block = &document->blocks[i];
        assert_true(i == 0 || document->blocks[i - 1].span.begin <= block->span.begin);
        check_text(document->source, &block->text);
        for (size_t r = 0; block->grid && r < block->grid->row_count; r++)
            for (size_t c = 0; c < block->grid->rows[r].slot_count; c++)
                if (block->grid->rows[r].slots[c])
                    check_text(document->source, &block->grid->rows[r].slots[c]->text);
    }
}

static fixture read_bytes(gj_slice bytes)
{
    fixture f = { .arena = gj_arena_new(0) };
    f.status = gj_read(f.arena, GJ_LIT("case.html"), bytes, GJ_FORMAT_HTML, &f.document, &f.err);
    if (f.status == GJ_OK)
        check_places(f.document);
    return f;
}

/* "H2:…" for a heading, "B:…" bold, "P:…", "I:…" an image, "T3x2" a table; joined by '\n'. */
static void is_read(const char *page, const char *expected)
{
    fixture f = read_bytes(gj_slice_of(page));
    char found[2000] = "";
    size_t used = 0;
    if (f.status)
        fail_msg("%s", f.err.en);
    for (size_t i = 0; i < f.document->block_count; i++) {
        const gj_block *b = &f.document->blocks[i];
        char kind[32] = "";
        if (b->kind == GJ_BLOCK_HEADING)
            (void)snprintf(kind, sizeof kind, "H%d:", b->level);
        else if (b->kind == GJ_BLOCK_TABLE)
            (void)snprintf(kind, sizeof kind, "T%zux%zu", b->grid->row_count, b->grid->column_count);
        else
            (void)snprintf(kind, sizeof kind, "%s", b->kind == GJ_BLOCK_IMAGE ? "I:" : b->strong ? "B:" : "P:");
        used +=
            (size_t)snprintf(found + used, sizeof found - used, "%s%s%.*s", i ? "\n" : "", kind, GJ_ARG(b->text.text));
        assert_true(used < sizeof found);
    }
    if (strcmp(found, expected) != 0)
        fail_msg("found:\n%s\nexpected:\n%s", found, expected);
    gj_arena_free(f.arena);
}

static void blocks_and_inline_markup(void **state)
{
    (void)state;
    is_read("<body><h2>一、<span>总体</span>情况</h2><p><b>粗</b><strong>体</strong></p><p style='font-weight: "
            "bold'>样式</p>"
            "<p>甲<o:p></o:p><span lang=EN-US>&nbsp;</span>乙&#12289;丙&lt;丁</p>文字<div>　　内层&emsp;</div>",
            "H2:一、总体情况\nB:粗体\nB:样式\nP:甲\xC2\xA0乙、丙<丁\nP:文字\nP:内层");
    is_read("<p>甲。<ul><li>一<li>二</ul><p>乙", "P:甲。\nP:一\nP:二\nP:乙");
    is_read("<p>收到<5件，>3件。</p>", "P:收到<5件，>3件。");
}

static void breaks_end_paragraphs_where_lines_do(void **state)
{
    (void)state;
    is_read("<div>一、总体情况<br>全年工作。<br/><br />收到申请，<br>办结。</div>",
            "P:一、总体情况\nP:全年工作。\nP:收到申请，办结。");
    is_read("<h1>青石镇<br>年度报告</h1><p>一\n  二\nab\ncd</p>", "H1:青石镇年度报告\nP:一二ab cd");
}

static void what_is_no_text_is_left_out(void **state)
{
    (void)state;
    is_read("<script>var a = '<p>一。';</script><style>p{}</style><!-- <p>二 --><![if x]><p>三<script>4</script>五。"
            "<select><option>六</select><noscript>七</noscript><script>没有结尾",
            "P:三五。没有结尾");
    is_read("<p>甲。</p><iframe src=\"a.pdf\"></iframe><p><img src=t.png alt=''></p><p><img alt='表三' src=x></p>",
            "P:甲。\nI:a.pdf\nI:t.png\nI:表三");
}

static void bold_may_be_a_style(void **state)
{
    (void)state;
    is_read("<p><span style='font-weight: 700'>一、</span><FONT "
            "STYLE='COLOR:red;FONT-WEIGHT:Bolder'>总<span>体</span>情况</FONT></p>"
            "<p><span style='font-weight:bold'>粗</span>细</p><p><span "
            "style='font-weight:bold'><span>内</span>粗</span><i>细</i></p>"
            "<p style='font:bold 16pt 黑体'>样式</p><p><span style='font-weight:bold;font-weight:normal'>细</span></p>"
            "<p><span style='font-weight:400'>细</span></p><p></span><b>粗</b></p>",
            "B:一、总体情况\nP:粗细\nP:内粗细\nB:样式\nP:细\nP:细\nB:粗");
}

static void what_is_struck_out_is_no_text(void **state)
{
    (void)state;
    is_read("<p>收到<del>5</del><ins>6</ins>件，<S>办结3件，</S>办结<span style='text-decoration: "
            "line-through'>2</span>1件。</p>"
            "<del><p>删<del>去</del>一段。</p><table><tr><td>1</table></del><p "
            "style='text-decoration:line-through'>又一段。<p>乙。</p>",
            "P:收到6件，办结1件。\nP:乙。");
    /* without an end it strikes out nothing, or its cell */
    is_read("<p>以后<s>都在。</p><p>甲。</p><p>乙</s>。</p>", "P:以后都在。\nP:甲。\nP:乙。");
    fixture f = read_bytes(GJ_LIT("<p>甲。</p><table><tr><td><s>5</s>6<td><p>一</p><s>7</tr><tr><td>8<td "
                                  "style='text-decoration:line-through'>9</table>"
                                  "<p>丙。</p>"));
    const char *const cells[] = { "6", "一", "8", "" };
    const gj_grid *grid = f.document->blocks[1].grid;
    for (size_t i = 0; i < 4; i++)
        assert_true(gj_slice_is(grid->rows[i / 2].slots[i % 2]->text.text, cells[i]));
    assert_int_equal(f.document->remark_count, 1);
    assert_true(gj_slice_is(f.document->remarks[0].kind, "struck_out"));
    assert_non_null(strstr(f.document->remarks[0].words.zh.data, "3 处"));
    gj_arena_free(f.arena);
}

#define SENTENCES "<p>一句话。两句话。</p><p>三句话。四句话。</p>"

static void the_article_is_found(void **state)
{
    (void)state;
    is_read("<title>青石镇年度报告_某网站</title><div class=nav><a "
            "href=1>首页</a></div><h1>青石镇年度报告</h1><div>来源：某网</div>"
            "<div class=con>" SENTENCES "</div><div class='page-footer'>版权所有。</div>",
            "H1:青石镇年度报告\nP:一句话。两句话。\nP:三句话。四句话。");
    /* a template may put the last section beside the article */
    is_read("<div><div class=con>" SENTENCES "</div><p>六、其他</p></div><div>某网站</div>",
            "P:一句话。两句话。\nP:三句话。四句话。\nP:六、其他");
    is_read("<div>" SENTENCES "</div><div>无。</div>", "P:一句话。两句话。\nP:三句话。四句话。\nP:无。");
    /* a class that says footer does not hide the whole report */
    is_read("<div class=footer-wrap>" SENTENCES "</div>", "P:一句话。两句话。\nP:三句话。四句话。");
    is_read("<table><tr><td><a href=1>甲</a><td><a href=2>乙</a></table><table><tr><td width=9><a "
            "href=3>丙</a><td>" SENTENCES "<table><tr><td>1<td>2<tr><td>3<td>4</table></table>",
            "P:一句话。两句话。\nP:三句话。四句话。\nT2x2");
}

static void left_out_sentences_are_said(void **state)
{
    (void)state;
    fixture f = read_bytes(GJ_LIT("<body>" SENTENCES "<p style='display: none'>藏起来。</p><p>五。</p>"));
    assert_int_equal(f.document->remark_count, 1);
    assert_true(gj_slice_is(f.document->remarks[0].kind, "left_out"));
    gj_arena_free(f.arena);
}

static gj_slice meta_of(const fixture *f, const char *key)
{
    const gj_meta *meta = gj_document_meta(f->document, gj_slice_of(key));
    return meta ? meta->value.text : GJ_LIT("");
}

static void metadata_is_read(void **state)
{
    (void)state;
    fixture f = read_bytes(GJ_LIT(
        "<meta name=\"PubDate\" content=\"2020-01-01\"><title>短_青石镇报告全称</title><table><tr><td><b>索&nbsp;引 "
        "号：</b><td>QS-1"
        "<tr><td>发布日期<td> 2025-01-16 <tr><td colspan=2>文号：青政〔2025〕3号</table><div>" SENTENCES "</div>"));
    test_same(meta_of(&f, "索引号"), "QS-1");
    test_same(meta_of(&f, "published"), "2025-01-16");
    test_same(meta_of(&f, "document_number"), "青政〔2025〕3号");
    test_same(meta_of(&f, "title"), "青石镇报告全称");
    assert_int_equal(f.document->block_count, 2);
    gj_arena_free(f.arena);
    f = read_bytes(GJ_LIT("<meta name=ArticleTitle content='甲'><p>发布时间：2025-02-03 来源：某</p>" SENTENCES));
    test_same(meta_of(&f, "title"), "甲");
    test_same(meta_of(&f, "published"), "2025-02-03");
    gj_arena_free(f.arena);
}

static void tables_in_all_their_shapes(void **state)
{
    (void)state;
    is_read("<p>甲。</p><table><tr><td>1<td>2<tr><td>3<td>4</table>", "P:甲。\nT2x2");
    is_read("<p>甲。</p><table><tr><td><table><tr><td>1<td>2</table></table>", "P:甲。\nT1x2");
    is_read("<p>甲。</p><table><tr><td rowspan=9>1<td colspan=3>2<tr><td>3</table>", "P:甲。\nT2x4");
    is_read("<p>甲。</p><table><tr><td>1<style>td{}</style><td><script>2</script>3</table>", "P:甲。\nT1x2");
    is_read("<p>甲。</p><table><tr><td><p>乙</p><p>丙</p></table>", "P:甲。\nP:乙\nP:丙");
    fixture f = read_bytes(GJ_LIT("<div><p>甲。</p><table><tr><td>1<td>2</div>"));
    assert_int_equal(f.document->remark_count, 1);
    assert_true(gj_slice_is(f.document->remarks[0].kind, "unfinished_table"));
    gj_arena_free(f.arena);
    f = read_bytes(GJ_LIT("<table><tr><td>1<style>td{}</style><td><script>2</script>3</table>"));
    test_same(f.document->blocks[0].grid->rows[0].slots[0]->text.text, "1");
    test_same(f.document->blocks[0].grid->rows[0].slots[1]->text.text, "3");
    gj_arena_free(f.arena);
}

static void places_are_lines_and_columns(void **state)
{
    (void)state;
    fixture f = read_bytes(GJ_LIT("<body>\n<p>甲&nbsp;乙\n<b>丙</b>。</p><table><tr><td>一\n<td> <p>12</p></table>"));
    const gj_document *d = f.document;
    const gj_text *text = &d->blocks[0].text;
    gj_place place = gj_source_place(d->source, gj_text_source(text, gj_slice_find(text->text, GJ_LIT("丙"), 0)));
    assert_int_equal(place.line, 3);
    assert_int_equal(place.column, 4);
    text = &d->blocks[1].grid->rows[0].slots[1]->text;
    place = gj_source_place(d->source, gj_text_source(text, 0));
    assert_int_equal(place.line, 4);
    assert_int_equal(place.column, 9);
    gj_arena_free(f.arena);
}

/* `count` times `piece`, between `before` and `after`, read or refused by a limit within two seconds. */
static void is_quick(const char *before, const char *piece, size_t count, const char *after, gj_status expected)
{
    size_t length = strlen(piece), head = strlen(before), tail = strlen(after);
    char *text = malloc(head + length * count + tail + 1);
    assert_non_null(text);
    memcpy(text, before, head);
    for (size_t i = 0; i < count; i++)
        memcpy(text + head + i * length, piece, length);
    memcpy(text + head + length * count, after, tail);
    clock_t start = clock();
    fixture f = read_bytes((gj_slice){ text, head + length * count + tail });
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    if (f.status != expected || seconds > 10)
        fail_msg("%s: status %d, %.1f s: %s", piece, (int)f.status, seconds, f.status ? f.err.en : "");
    gj_arena_free(f.arena);
    free(text);
}

static void hostile_pages_end_soon(void **state)
{
    (void)state;
    is_quick("", "<div>", 10000, "", GJ_LIMIT);
    is_quick("", "<table><tr><td>", 10000, "", GJ_LIMIT);
    is_quick("<p>", "<b>", 100000, "甲。", GJ_OK);
    is_quick("", "<p>", 100000, "甲。", GJ_OK);
    is_quick("", "</div>", 300000, "甲。", GJ_OK);
    is_quick("", "<script>", 100000, "甲。", GJ_OK);
    is_quick("<p>", "<br>", 90000, "甲。", GJ_OK);
    is_quick("<p>", "甲<", 500000, "", GJ_OK);
    is_quick("", "<a href=1><div></div>", 100000, "甲。", GJ_OK);
    is_quick("<table>", "<tr><td>1<td>2", 100000, "</table>", GJ_LIMIT);
    is_quick("", "<p>甲。</p>", 100001, "", GJ_LIMIT);
    is_quick("", "<div><p></p>", 200, "甲。", GJ_OK);
    is_quick("<p>", "甲乙丙丁戊己庚辛壬癸", 1000000, "</p>", GJ_OK); /* 30 MB of text */
}

static void too_large_a_page_is_refused(void **state)
{
    (void)state;
    size_t length = 50u << 20;
    char *page = malloc(length);
    assert_non_null(page);
    memset(page, 'x', length);
    memcpy(page, "<html>", 6);
    gj_arena *arena = gj_arena_new(0);
    gj_document *document;
    gj_error err;
    assert_int_equal(gj_read(arena, GJ_LIT("a.html"), (gj_slice){ page, length }, GJ_FORMAT_AUTO, &document, &err),
                     GJ_LIMIT);
    assert_true(gj_arena_used(arena) < 1u << 20);
    gj_arena_free(arena);
    free(page);
}

/* The element around each place, by the nearest id and the numbers of its kind. */
static void places_have_elements(void **state)
{
    (void)state;
    fixture f = read_bytes(GJ_LIT(
        "<html><body><div id=zoom><p>甲</p><P>乙</P><table><tr><td>1</td><td>2</td></tr><tbody><tr><td>丙</td></tr>"
        "</table>丁</div><div><p>戊</p></div></body></html>"));
    static const struct {
        const char *text, *path;
    } cases[] = { { "甲", "#zoom/p[1]" },
                  { "乙", "#zoom/p[2]" },
                  { ">2<", "#zoom/table[1]/tr[1]/td[2]" },
                  { "丙", "#zoom/table[1]/tr[2]/td[1]" },
                  { "丁", "#zoom" },
                  { "戊", "body[1]/div[2]/p[1]" } };
    const gj_source *source = f.document->source;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t at = gj_slice_find(source->bytes, gj_slice_of(cases[i].text), 0) + (cases[i].text[0] == '>');
        gj_slice found = gj_source_place(source, at).locus.element;
        if (!gj_slice_is(found, cases[i].path))
            fail_msg("%s is at %.*s, not %s", cases[i].text, GJ_ARG(found), cases[i].path);
    }
    gj_arena_free(f.arena);
}

/* The clean report as a page, as Markdown and in other encodings: the same cells. */
static void pages_bind_as_markdown_does(void **state)
{
    (void)state;
    static const char *const pages[] = { "fixtures/clean/qingshi_2024.html", "fixtures/html/word_markup.html",
                                         "fixtures/html/layout_tables.html", "fixtures/html/gb18030.html",
                                         "fixtures/html/utf16.html",         "fixtures/html/tags_not_closed.html",
                                         "fixtures/html/lying_spans.html" };
    test_binding t;
    test_binding_open(&t);
    gj_report *wanted = test_bind_bytes(&t, test_file(t.arena, "fixtures/clean/qingshi_2024.md"), GJ_FORMAT_AUTO, NULL);
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        gj_report *found = test_bind_bytes(&t, test_file(t.arena, pages[i]), GJ_FORMAT_AUTO, NULL);
        assert_int_equal(found->document->format, GJ_FORMAT_HTML);
        assert_true(gj_slice_equal(found->title.text, wanted->title.text));
        static const char *const tables[] = { "proactive", "requests", "disputes" };
        for (size_t k = 0; k < 3; k++) {
            const gj_bound_table *a = gj_report_table(wanted, gj_slice_of(tables[k]));
            const gj_bound_table *b = gj_report_table(found, gj_slice_of(tables[k]));
            assert_true(b->present);
            for (size_t row = 0; row < a->form->row_count; row++)
                for (size_t column = 0; column < a->form->column_count; column++) {
                    const gj_cell *one = gj_table_cell(a, row, column), *other = gj_table_cell(b, row, column);
                    if (!gj_slice_equal(one->lexeme, other->lexeme) || one->kind != other->kind)
                        fail_msg("%s: %s %zu,%zu is %.*s", pages[i], tables[k], row, column, GJ_ARG(other->lexeme));
                }
        }
    }
    test_binding_close(&t);
}

static void pages_are_recognised(void **state)
{
    (void)state;
    const gj_slice hints[] = { GJ_LIT("信息公开") };
    assert_true(gj_looks_like_report(GJ_LIT("a.html"), GJ_LIT("<html><title>2024年信息公开报告</title>"), hints, 1));
    assert_true(gj_looks_like_report(GJ_LIT("a.html"),
                                     GJ_LIT("<html><p>二、信息公开情况</p><p>三、信息公开申请情况</p>"), hints, 1));
    assert_false(gj_looks_like_report(GJ_LIT("a.html"), GJ_LIT("<html><a>2024年信息公开报告</a>"), hints, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_and_inline_markup),      cmocka_unit_test(breaks_end_paragraphs_where_lines_do),
        cmocka_unit_test(what_is_no_text_is_left_out),   cmocka_unit_test(bold_may_be_a_style),
        cmocka_unit_test(what_is_struck_out_is_no_text), cmocka_unit_test(the_article_is_found),
        cmocka_unit_test(left_out_sentences_are_said),   cmocka_unit_test(metadata_is_read),
        cmocka_unit_test(tables_in_all_their_shapes),    cmocka_unit_test(places_are_lines_and_columns),
        cmocka_unit_test(hostile_pages_end_soon),        cmocka_unit_test(pages_bind_as_markdown_does),
        cmocka_unit_test(pages_are_recognised),          cmocka_unit_test(too_large_a_page_is_refused),
        cmocka_unit_test(places_have_elements),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
