/* Markdown to a document: headings, paragraphs, tables of every kind that reports have, each with its place in the
 * file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/read/read.h"

/* A text and what was read of it. */
typedef struct fixture {
    gj_arena *arena;
    gj_source *source;
    gj_document *document;
    gj_status status;
    gj_error err;
} fixture;

static void check_text(const fixture *f, const gj_text *text)
{
    for (size_t i = 0; i < text->run_count; i++) {
        gj_run run = text->runs[i];
        assert_true(run.source >= text->span.begin && run.source + run.length <= text->span.end);
        assert_memory_equal(f->source->bytes.data + run.source, text->text.data + run.text, run.length);
    }
}

/* Whatever was read: runs are true, blocks stand in order. */
static void check_places(const fixture *f)
{
    for (size_t i = 0; i < f->document->block_count; i++) {
        const gj_block *block = &f->document->blocks[i];
        assert_true(i == 0 || f->document->blocks[i - 1].span.begin < block->span.begin);
        check_text(f, &block->text);
        for (size_t r = 0; block->grid && r < block->grid->row_count; r++)
            for (size_t c = 0; c < block->grid->rows[r].slot_count; c++)
                if (block->grid->rows[r].slots[c])
                    check_text(f, &block->grid->rows[r].slots[c]->text);
    }
}

static fixture read_text(const char *text)
{
    fixture f = { .arena = gj_arena_new(0), .err = { .status = GJ_OK } };
    assert_int_equal(gj_source_open(f.arena, GJ_LIT("case.md"), gj_slice_of(text), &f.source, &f.err), GJ_OK);
    f.status = gj_read_markdown(f.arena, f.source, &f.document, &f.err);
    if (f.status == GJ_OK)
        check_places(&f);
    return f;
}

static void done(fixture *f)
{
    gj_arena_free(f->arena);
}

static void is_text(gj_slice found, const char *expected)
{
    if (!gj_slice_is(found, expected))
        fail_msg("found \"%.*s\", expected \"%s\"", GJ_ARG(found), expected);
}

static void is_raw(const fixture *f, gj_span span, const char *expected)
{
    is_text(gj_slice_sub(f->source->bytes, span.begin, span.end), expected);
}

static const gj_block *block_at(const fixture *f, size_t index)
{
    if (f->status != GJ_OK)
        fail_msg("not read: %s", f->err.en);
    if (index >= f->document->block_count)
        fail_msg("there are only %zu blocks", f->document->block_count);
    return &f->document->blocks[index];
}

static void is_block(const fixture *f, size_t index, gj_block_kind kind, const char *text, const char *raw)
{
    const gj_block *block = block_at(f, index);
    is_text(block->text.text, text);
    is_raw(f, block->text.span, raw);
    assert_int_equal(block->kind, kind);
}

static void is_paragraph(const fixture *f, size_t index, const char *text)
{
    const gj_block *block = block_at(f, index);
    is_text(block->text.text, text);
    assert_int_equal(block->kind, GJ_BLOCK_PARAGRAPH);
}

static void is_heading(const fixture *f, size_t index, int level, const char *text, const char *raw)
{
    is_block(f, index, GJ_BLOCK_HEADING, text, raw);
    assert_int_equal(block_at(f, index)->level, level);
}

/* The grid as text: cells parted by |, rows by newlines; '<' and '^' continue a merged cell, '?' is a hole. */
static void is_grid(const fixture *f, size_t index, const char *expected)
{
    const gj_block *block = block_at(f, index);
    assert_int_equal(block->kind, GJ_BLOCK_TABLE);
    char drawn[4096] = "";
    size_t length = 0;
    for (size_t r = 0; r < block->grid->row_count; r++) {
        const gj_grid_row *row = &block->grid->rows[r];
        for (size_t c = 0; c < row->slot_count; c++) {
            const gj_grid_cell *cell = row->slots[c];
            gj_slice text = !cell              ? GJ_LIT("?")
                            : cell->row < r    ? GJ_LIT("^")
                            : cell->column < c ? GJ_LIT("<")
                                               : cell->text.text;
            length += (size_t)snprintf(drawn + length, sizeof drawn - length, "%s%.*s", c ? "|" : "", GJ_ARG(text));
        }
        length += (size_t)snprintf(drawn + length, sizeof drawn - length, "\n");
    }
    assert_string_equal(drawn, expected);
}

static const gj_grid_cell *cell_at(const fixture *f, size_t index, size_t row, size_t column)
{
    const gj_grid *grid = block_at(f, index)->grid;
    assert_true(grid && row < grid->row_count && column < grid->rows[row].slot_count && grid->rows[row].slots[column]);
    return grid->rows[row].slots[column];
}

static void is_cell(const fixture *f, size_t index, size_t row, size_t column, const char *text, const char *raw)
{
    const gj_grid_cell *cell = cell_at(f, index, row, column);
    is_text(cell->text.text, text);
    is_raw(f, cell->text.span, raw);
}

static void stands_at(const fixture *f, gj_span span, size_t line, size_t column)
{
    gj_place place = gj_source_place(f->source, span.begin);
    if (place.line != line || place.column != column)
        fail_msg("stands at %zu:%zu, expected %zu:%zu", place.line, place.column, line, column);
}

static bool has_remark(const fixture *f, const char *kind, size_t line)
{
    for (size_t i = 0; i < f->document->remark_count; i++) {
        const gj_remark *remark = &f->document->remarks[i];
        if (gj_slice_is(remark->kind, kind) && gj_source_place(f->source, remark->span.begin).line == line)
            return remark->words.zh.len && remark->words.en.len;
    }
    return false;
}

/* The source bytes of `part` inside a block's text. */
static void part_is_raw(const fixture *f, const gj_text *text, const char *part, const char *raw)
{
    size_t at = gj_slice_find(text->text, gj_slice_of(part), 0);
    assert_true(at != GJ_NOT_FOUND);
    is_raw(f, gj_text_span(text, at, at + strlen(part)), raw);
}

/* ---- headings and paragraphs ---- */

static void headings_of_all_levels(void **state)
{
    (void)state;
    fixture f = read_text("# 青石镇2024年年报\n## 一、总体情况 ##\n\n### （一）公开\n#### 1. 细目\n#五、没有空格\n## "
                          "六、其他 {#other .x}\n");
    is_heading(&f, 0, 1, "青石镇2024年年报", "# 青石镇2024年年报");
    is_heading(&f, 1, 2, "一、总体情况", "## 一、总体情况 ##");
    is_heading(&f, 2, 3, "（一）公开", "### （一）公开");
    is_heading(&f, 3, 4, "1. 细目", "#### 1. 细目");
    is_heading(&f, 4, 1, "五、没有空格", "#五、没有空格");
    is_heading(&f, 5, 2, "六、其他", "## 六、其他 {#other .x}");
    part_is_raw(&f, &block_at(&f, 1)->text, "总体", "总体");
    done(&f);
}

static void headings_underlined(void **state)
{
    (void)state;
    fixture f = read_text("年度报告\n====\n\n一、总体情况\n---\n正文。\n\n---\n\n结尾。\n");
    is_heading(&f, 0, 1, "年度报告", "年度报告");
    is_heading(&f, 1, 2, "一、总体情况", "一、总体情况");
    is_paragraph(&f, 2, "正文。");
    is_paragraph(&f, 3, "结尾。");
    assert_int_equal(f.document->block_count, 4);
    done(&f);
}

static void a_rule_under_a_long_paragraph_makes_no_heading(void **state)
{
    (void)state;
    fixture f = read_text("第一句写完。\n第二句也写完。\n---\n下文。\n");
    is_paragraph(&f, 0, "第一句写完。");
    is_heading(&f, 1, 2, "第二句也写完。", "第二句也写完。");
    is_paragraph(&f, 2, "下文。");
    done(&f);
}

static void bold_lines_are_strong(void **state)
{
    (void)state;
    fixture f = read_text("**一、总体情况**\n\n__二、主动公开__\n\n<b>三、申请</b>\n\n**四、**诉讼\n\n- "
                          "**五、问题**\n\n***六、其他***\n");
    const bool strong[] = { true, true, true, false, true, true };
    const char *const texts[] = { "一、总体情况", "二、主动公开", "三、申请", "四、诉讼", "- 五、问题", "六、其他" };
    for (size_t i = 0; i < 6; i++) {
        is_paragraph(&f, i, texts[i]);
        if (block_at(&f, i)->strong != strong[i])
            fail_msg("strong is wrong for %s", texts[i]);
    }
    is_raw(&f, block_at(&f, 0)->text.span, "**一、总体情况**");
    part_is_raw(&f, &block_at(&f, 0)->text, "一、总体情况", "一、总体情况");
    done(&f);
}

static void plain_lines_stay_paragraphs(void **state)
{
    (void)state;
    fixture f = read_text("柳溪镇人民政府\n\n一、总体情况\n\n本年公开12条。\n");
    is_block(&f, 0, GJ_BLOCK_PARAGRAPH, "柳溪镇人民政府", "柳溪镇人民政府");
    is_block(&f, 1, GJ_BLOCK_PARAGRAPH, "一、总体情况", "一、总体情况");
    is_block(&f, 2, GJ_BLOCK_PARAGRAPH, "本年公开12条。", "本年公开12条。");
    stands_at(&f, block_at(&f, 2)->span, 5, 1);
    done(&f);
}

static void one_paragraph_a_line(void **state)
{
    (void)state;
    fixture f = read_text("一、总体情况\n本年工作完成。\n公开信息12条；\n收到申请3件\n（一）主动公开\n按时更新“专栏。”"
                          "\n1.机构\n第二部分 下文\n");
    const char *const texts[] = { "一、总体情况",   "本年工作完成。",   "公开信息12条；", "收到申请3件",
                                  "（一）主动公开", "按时更新“专栏。”", "1.机构",         "第二部分 下文" };
    for (size_t i = 0; i < 8; i++)
        is_paragraph(&f, i, texts[i]);
    assert_int_equal(f.document->block_count, 8);
    done(&f);
}

static void wrapped_lines_are_joined(void **state)
{
    (void)state;
    fixture f = read_text("我镇认真落实条例，全年主动公开\n  政府信息12条，比上年增加\n1.2万条。See the\nannual "
                          "report\nfor 2024\n年。\n");
    is_paragraph(&f, 0,
                 "我镇认真落实条例，全年主动公开政府信息12条，比上年增加1.2万条。See the annual report for 2024年。");
    done(&f);
    f = read_text("（一）主动公开方面，我镇通过网站和公告栏等多种渠道公开各类信\n息共12条，做到及时准确。\n");
    is_paragraph(&f, 0, "（一）主动公开方面，我镇通过网站和公告栏等多种渠道公开各类信息共12条，做到及时准确。");
    part_is_raw(&f, &block_at(&f, 0)->text, "信息", "信\n息");
    assert_int_equal(f.document->block_count, 1);
    done(&f);
}

static void a_short_line_before_a_long_one_stands_alone(void **state)
{
    (void)state;
    fixture f = read_text("柳溪镇2024年年度报告\n2024年，我镇认真落实条例，全年主动公开政府信息，组织培训，更新指南和目"
                          "录，健全审查制度，依法办理申请，接受社会监督，没有发生一起复议和诉讼案件\n");
    is_paragraph(&f, 0, "柳溪镇2024年年度报告");
    assert_int_equal(f.document->block_count, 2);
    done(&f);
}

static void breaks_the_author_set(void **state)
{
    (void)state;
    fixture f = read_text("标题<br>发布日期<BR/>2025年1月20日\\\n落款\n");
    const char *const texts[] = { "标题", "发布日期", "2025年1月20日", "落款" };
    for (size_t i = 0; i < 4; i++)
        is_block(&f, i, GJ_BLOCK_PARAGRAPH, texts[i], texts[i]);
    done(&f);
}

static void html_paragraphs_are_paragraphs(void **state)
{
    (void)state;
    fixture f =
        read_text("<p align=\"center\">青石镇人民政府</p>\n<p "
                  "align=\"center\">2025年1月20日</p>\n\n正文\n<div>另一段\n</div>\n\n**标题第一行<br>第二行**\n");
    const char *const texts[] = { "青石镇人民政府", "2025年1月20日", "正文", "另一段", "标题第一行", "第二行" };
    for (size_t i = 0; i < 6; i++)
        is_block(&f, i, GJ_BLOCK_PARAGRAPH, texts[i], texts[i]);
    assert_int_equal(f.document->block_count, 6);
    done(&f);
}

static void lists_keep_their_markers(void **state)
{
    (void)state;
    fixture f =
        read_text("- 公开12条\n- 收到3件\n    - 办结2件\n\n1. 机构\n2. 人员包括镇长、副镇长以及各站所负责人共\n   "
                  "12人，分工明确\n\n> 引用一句\n> 又一句。\n\n- 4 -\n\n2024.\n");
    const char *const texts[] = { "- 公开12条",
                                  "- 收到3件",
                                  "- 办结2件",
                                  "1. 机构",
                                  "2. 人员包括镇长、副镇长以及各站所负责人共12人，分工明确",
                                  "引用一句又一句。",
                                  "- 4 -",
                                  "2024." };
    for (size_t i = 0; i < 8; i++)
        is_paragraph(&f, i, texts[i]);
    is_raw(&f, block_at(&f, 4)->text.span, "2. 人员包括镇长、副镇长以及各站所负责人共\n   12人，分工明确");
    done(&f);
}

/* A marker may stand on a line of its own, or before the quotation or the heading that begins its item. */
static void markers_before_quotations_are_kept(void **state)
{
    (void)state;
    fixture f = read_text("0)\t\n\t>收到3件\n\n1. > # 7件\n2.\n   > 甲\n   > 乙\n");
    const char *const texts[] = { "0)", "收到3件", "1. > # 7件", "2.", "甲乙" };
    for (size_t i = 0; i < 5; i++)
        is_paragraph(&f, i, texts[i]);
    done(&f);
}

static void marks_are_removed_and_places_kept(void **state)
{
    (void)state;
    fixture f =
        read_text("共**12**件，*其中*`3`件见[附件](a.docx "
                  "\"表\")，\\*注：1&lt;2&nbsp;且&hellip;止&#12290;张**、李**不变，~~0~~，[注]与![图](b.png)\n");
    const gj_text *text = &block_at(&f, 0)->text;
    is_text(text->text, "共12件，其中3件见附件，*注：1<2\xC2\xA0且…止。张**、李**不变，~~0~~，[注]与图");
    part_is_raw(&f, text, "12", "12");
    part_is_raw(&f, text, "3件见", "3`件见");
    part_is_raw(&f, text, "附件", "附件");
    part_is_raw(&f, text, "<", "&lt;");
    part_is_raw(&f, text, "…", "&hellip;");
    part_is_raw(&f, text, "1<2", "1&lt;2");
    part_is_raw(&f, text, "*注", "*注");
    part_is_raw(&f, text, "图", "图");
    done(&f);
}

static void bold_ends_after_a_full_stop(void **state)
{
    (void)state;
    fixture f = read_text("**一是公开及时。**我镇做到**“应公开尽公开”**和snake_case_name，____。\n");
    is_paragraph(&f, 0, "一是公开及时。我镇做到“应公开尽公开”和snake_case_name，____。");
    done(&f);
}

static void tags_and_comments_go(void **state)
{
    (void)state;
    fixture f = read_text("<!-- expect: T3-002 | requests\n     12 -->\n<center>标题</center>\n\n收<span "
                          "style=\"x\">到</span>5<6件<o:p></o:p><!-- 注 -->。见<https://example.cn/a>\n\n<style>\np { "
                          "x }\n</style>\n末。\n\n<!-- 没有写完 3\n");
    is_paragraph(&f, 0, "标题");
    is_paragraph(&f, 1, "收到5<6件。见https://example.cn/a");
    is_paragraph(&f, 2, "末。");
    is_paragraph(&f, 3, "<!-- 没有写完 3");
    stands_at(&f, block_at(&f, 0)->span, 3, 9);
    done(&f);
}

static void pictures_are_pictures(void **state)
{
    (void)state;
    fixture f =
        read_text("![表三截图](t3.png)\n\n![](t4.png)\n\n<img src=\"t2.jpg\" alt=\"表二\">\n\n见图![一](1.png)。\n");
    is_block(&f, 0, GJ_BLOCK_IMAGE, "表三截图", "![表三截图](t3.png)");
    is_block(&f, 1, GJ_BLOCK_IMAGE, "t4.png", "![](t4.png)");
    is_block(&f, 2, GJ_BLOCK_IMAGE, "表二", "<img src=\"t2.jpg\" alt=\"表二\">");
    is_paragraph(&f, 3, "见图一。");
    done(&f);
}

static void code_is_text(void **state)
{
    (void)state;
    fixture f =
        read_text("```markdown\n# 标题\n\n| 甲 | 1 |\n|---|---|\n| 乙 | 2 |\n```\n\n    一、四个空格\n\n\t制表符\n");
    is_heading(&f, 0, 1, "标题", "# 标题");
    is_grid(&f, 1, "甲|1\n乙|2\n");
    is_paragraph(&f, 2, "一、四个空格");
    is_paragraph(&f, 3, "制表符");
    done(&f);
}

static void windows_files(void **state)
{
    (void)state;
    fixture f = read_text("\xEF\xBB\xBF# 标题\r\n\r\n| 甲 | 1 |\r\n| 乙 | 2 |\r\n正文\r\n接着。\r\n");
    is_heading(&f, 0, 1, "标题", "# 标题");
    stands_at(&f, block_at(&f, 0)->span, 1, 1);
    is_grid(&f, 1, "甲|1\n乙|2\n");
    is_paragraph(&f, 2, "正文接着。");
    done(&f);
}

/* ---- front matter ---- */

static void is_meta(const fixture *f, const char *key, const char *value, const char *raw)
{
    const gj_meta *meta = gj_document_meta(f->document, gj_slice_of(key));
    if (!meta)
        fail_msg("no %s", key);
    is_text(meta->value.text, value);
    is_raw(f, meta->value.span, raw);
}

static void front_matter_is_metadata(void **state)
{
    (void)state;
    fixture f =
        read_text("---\n# 说明\nTitle: \"青石镇\\\"报告\\\"\"\nyear: 2024   # 年份\nissuer:\n  name: 青石镇人民政府\n  "
                  "level: 'town''ship'\npublished：2025-01-20\nyear: 2023\n- 怪行\n---\n正文。\n");
    is_meta(&f, "title", "青石镇\"报告\"", "\"青石镇\\\"报告\\\"\"");
    is_meta(&f, "year", "2024", "2024");
    is_meta(&f, "issuer.name", "青石镇人民政府", "青石镇人民政府");
    is_meta(&f, "issuer.level", "town'ship", "'town''ship'");
    is_meta(&f, "published", "2025-01-20", "2025-01-20");
    assert_null(gj_document_meta(f.document, GJ_LIT("issuer")));
    assert_true(has_remark(&f, "front_matter", 9));
    assert_true(has_remark(&f, "front_matter", 10));
    is_paragraph(&f, 0, "正文。");
    assert_int_equal(f.document->block_count, 1);
    done(&f);
}

static void a_rule_at_the_top_is_no_front_matter(void **state)
{
    (void)state;
    fixture f = read_text("---\n青石镇年报\n---\n正文。\n");
    assert_int_equal(f.document->meta_count, 0);
    is_heading(&f, 0, 2, "青石镇年报", "青石镇年报");
    done(&f);
    f = read_text("---\ntitle: 没有结束\n正文\n");
    assert_int_equal(f.document->meta_count, 0);
    assert_int_equal(f.document->block_count, 1);
    done(&f);
}

/* ---- pipe tables ---- */

static void pipe_table_with_marks(void **state)
{
    (void)state;
    fixture f = read_text("前文\n| 项目 | **件数** |\n|:---|---:|\n| 甲\\|乙 | `3` |\n| [丙](x) |  |\n后文\n");
    is_paragraph(&f, 0, "前文");
    is_grid(&f, 1, "项目|件数\n甲|乙|3\n丙|\n");
    is_cell(&f, 1, 0, 1, "件数", "**件数**");
    is_cell(&f, 1, 1, 0, "甲|乙", "甲\\|乙");
    is_cell(&f, 1, 1, 1, "3", "`3`");
    is_cell(&f, 1, 2, 1, "", "");
    stands_at(&f, cell_at(&f, 1, 1, 1)->text.span, 4, 10);
    part_is_raw(&f, &cell_at(&f, 1, 1, 1)->text, "3", "3");
    part_is_raw(&f, &cell_at(&f, 1, 1, 0)->text, "乙", "乙");
    is_paragraph(&f, 2, "后文");
    done(&f);
}

static void pipe_table_without_outer_bars(void **state)
{
    (void)state;
    fixture f = read_text("项目 | 自然人 | 总计\n--- | :-: | ---\n新收 | 3 | 3\n | 0 | 0\n结转 | 1 |\n");
    is_grid(&f, 0, "项目|自然人|总计\n新收|3|3\n|0|0\n结转|1|\n");
    is_cell(&f, 0, 1, 2, "3", "3");
    stands_at(&f, cell_at(&f, 0, 1, 2)->text.span, 3, 10);
    done(&f);
}

static void pipe_table_without_delimiter_row(void **state)
{
    (void)state;
    fixture f = read_text("| 规章 | 0 |\n| 文件 | 2 |\n\n| 许可 | 5 |\n\n只有 | 一行\n");
    is_grid(&f, 0, "规章|0\n文件|2\n");
    is_grid(&f, 1, "许可|5\n");
    is_paragraph(&f, 2, "只有 | 一行");
    done(&f);
}

static void rows_of_dashes_are_kept(void **state)
{
    (void)state;
    fixture f = read_text("| 甲 | 乙 |\n|---|---|\n| - | - |\n| 3 | / |\n");
    is_grid(&f, 0, "甲|乙\n-|-\n3|/\n");
    done(&f);
    f = read_text("| 甲 | 乙 |\n| 3 | - |\n| - | - |\n");
    is_grid(&f, 0, "甲|乙\n3|-\n-|-\n");
    done(&f);
}

static void ragged_rows_stay_ragged(void **state)
{
    (void)state;
    fixture f = read_text("| 甲 | 乙 | 丙 |\n|---|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 | 4 |\n");
    is_grid(&f, 0, "甲|乙|丙\n1|2\n1|2|3|4\n");
    assert_int_equal(block_at(&f, 0)->grid->column_count, 4);
    assert_true(has_remark(&f, "ragged_table", 3));
    done(&f);
}

static void comments_and_quotation_marks_around_rows(void **state)
{
    (void)state;
    fixture f = read_text(
        "> | 甲 | 乙 |\n> |---|---|\n> | 1 | 2 | <!-- expect: T2 | x -->\n\n| 丙 | <b>3</b> |\n<b>丁</b> | 4\n");
    is_grid(&f, 0, "甲|乙\n1|2\n");
    is_grid(&f, 1, "丙|3\n丁|4\n");
    is_cell(&f, 1, 1, 0, "丁", "<b>丁</b>");
    assert_int_equal(f.document->remark_count, 0);
    done(&f);
}

static void flattened_merged_cells(void **state)
{
    (void)state;
    fixture f = read_text(
        "| 三、结果 | （一）公开 | 3 |\n|---|---|---|\n| 三、结果 | （二）部分 | 0 |\n| | （七）总计 | 3 |\n");
    is_grid(&f, 0, "三、结果|（一）公开|3\n三、结果|（二）部分|0\n|（七）总计|3\n");
    stands_at(&f, cell_at(&f, 0, 3 - 1, 0)->text.span, 4, 2);
    done(&f);
}

static void tables_one_after_another(void **state)
{
    (void)state;
    fixture f = read_text("| 第一项 | |\n|---|---|\n| 规章 | 0 |\n\n| 第五项 | |\n|---|---|\n| 许可 | 7 |\n## 三、申请 "
                          "| 情况\n| a | 1 |\n| b | 2 |\n");
    is_grid(&f, 0, "第一项|\n规章|0\n");
    is_grid(&f, 1, "第五项|\n许可|7\n");
    is_heading(&f, 2, 2, "三、申请 | 情况", "## 三、申请 | 情况");
    is_grid(&f, 3, "a|1\nb|2\n");
    done(&f);
}

/* ---- grid tables ---- */

static void grid_table_with_merged_cells(void **state)
{
    (void)state;
    fixture f = read_text("+----------+----------+------+\n"
                          "| 项目     | 自然人   | 总计 |\n"
                          "+==========+==========+======+\n"
                          "| 三、办理 | （一）   | 3    |\n"
                          "| 结果     | 公开     |      |\n"
                          "|          +----------+------+\n"
                          "|          | **总计** | 4    |\n"
                          "+----------+----------+------+\n"
                          "| 四、结转“下”年    | 0    |\n"
                          "+---------------------+------+\n正文\n");
    is_grid(&f, 0, "项目|自然人|总计\n三、办理结果|（一）公开|3\n^|总计|4\n四、结转“下”年|<|0\n");
    is_cell(&f, 0, 1, 2, "3", "3");
    is_cell(&f, 0, 2, 1, "总计", "**总计**");
    stands_at(&f, cell_at(&f, 0, 1, 2)->text.span, 4, 18);
    is_paragraph(&f, 1, "正文");
    assert_int_equal(f.document->remark_count, 0);
    done(&f);
}

static void grid_table_edited_by_hand(void **state)
{
    (void)state;
    fixture f = read_text("+------+---+\n| 新收 | 3 |\n+------+---+\n| 结转 | 1234 |\n+------+---+\n");
    is_grid(&f, 0, "新收|3\n结转|1234\n");
    done(&f);
    f = read_text("+------+---+\n| 新收 | 3 |\n+------+---+\n| 结转本年 | 1 | 2 |\n+------+---+\n");
    is_grid(&f, 0, "新收|3\n");
    is_grid(&f, 1, "结转本年|1|2\n");
    assert_true(has_remark(&f, "misaligned_table", 1));
    done(&f);
    f = read_text("+------+---+\n| 新收 | 3 |\n+ 12 件\n+------+---+\n");
    is_grid(&f, 0, "新收|3\n+ 12 件\n");
    done(&f);
}

/* ---- HTML tables ---- */

static void html_table_with_merged_cells(void **state)
{
    (void)state;
    fixture f = read_text("<table border=\"1\">\n<tr><th colspan=\"2\">项目</th><th>总计</th></tr>\n\n"
                          "<tr><td rowspan=2>结果</td><td>（一）</td><td> 3 "
                          "</td></tr>\n\n<tr><td>（二）</td><td></td></tr>\n</table>\n正文\n");
    is_grid(&f, 0, "项目|<|总计\n结果|（一）|3\n^|（二）|\n");
    is_cell(&f, 0, 1, 2, "3", "3");
    stands_at(&f, cell_at(&f, 0, 1, 2)->text.span, 4, 43);
    is_cell(&f, 0, 2, 2, "", "");
    is_raw(&f, block_at(&f, 0)->grid->rows[2].span, "<tr><td>（二）</td><td></td></tr>");
    is_paragraph(&f, 1, "正文");
    assert_int_equal(f.document->remark_count, 0);
    done(&f);
}

static void html_cells_from_word(void **state)
{
    (void)state;
    fixture f = read_text(
        "<TABLE><TBODY>\n<TR>\n<TD><p class=\"a\">商业企<br/>\n  "
        "业</p></TD>\n<TD><span>社会公益</span><b>组织</b><o:p></o:p></TD>"
        "<TD>&nbsp;12&nbsp;</TD><TD>3<br>4</TD><TD>a&lt;b &amp; **c**</TD><TD><!-- 5 -->6</TD></TR></TBODY></TABLE>\n");
    is_grid(&f, 0, "商业企业|社会公益组织|12|3 4|a<b & **c**|6\n");
    is_cell(&f, 0, 0, 0, "商业企业", "<p class=\"a\">商业企<br/>\n  业</p>");
    part_is_raw(&f, &cell_at(&f, 0, 0, 0)->text, "商业", "商业");
    part_is_raw(&f, &cell_at(&f, 0, 0, 2)->text, "12", "12");
    part_is_raw(&f, &cell_at(&f, 0, 0, 4)->text, "<", "&lt;");
    done(&f);
}

static void html_tags_left_out(void **state)
{
    (void)state;
    fixture f = read_text("<table><tr><td>甲<td>1<tr><td>乙<td>2</table>");
    is_grid(&f, 0, "甲|1\n乙|2\n");
    is_cell(&f, 0, 0, 1, "1", "1");
    is_cell(&f, 0, 1, 1, "2", "2");
    done(&f);
    f = read_text("<table><tr><td title=\"a>b<c\" colspan = '2'>甲</td></tr><td>1</th><td>2</table>");
    is_grid(&f, 0, "甲|<\n1|2\n");
    is_cell(&f, 0, 0, 0, "甲", "甲");
    done(&f);
    f = read_text("<table><caption>表三</caption><td>甲</td><td>1</td></table>");
    is_grid(&f, 0, "甲|1\n");
    is_text(block_at(&f, 0)->grid->caption, "表三");
    done(&f);
}

static void html_spans_that_lie(void **state)
{
    (void)state;
    fixture f = read_text(
        "<table>\n<tr><td colspan=\"9999\">甲</td></tr>\n</table>\n\n<table>\n<tr><td "
        "rowspan=\"5\">乙</td><td>1</td></tr>\n<tr><td colspan=\"x\">2</td></tr>\n</table>\n\n"
        "<table>\n<tr><td>a</td><td rowspan=\"2\">b</td></tr>\n<tr><td colspan=\"2\">c</td></tr>\n</table>\n");
    assert_int_equal(block_at(&f, 0)->grid->column_count, GJ_MAX_TABLE_COLUMNS);
    assert_true(has_remark(&f, "span_clamped", 2));
    is_grid(&f, 1, "乙|1\n^|2\n");
    assert_true(has_remark(&f, "span_clamped", 6));
    is_grid(&f, 2, "a|b\nc|^\n");
    assert_true(has_remark(&f, "span_clamped", 12));
    done(&f);
}

static void html_holes_and_ragged_rows(void **state)
{
    (void)state;
    fixture f = read_text(
        "<table><tr><td>a</td><td>b</td><td rowspan=\"2\">c</td></tr><tr><td>d</td></tr><tr><td>e</td></tr></table>");
    is_grid(&f, 0, "a|b|c\nd|?|^\ne\n");
    assert_true(has_remark(&f, "ragged_table", 1));
    done(&f);
}

static void html_tables_inside_tables(void **state)
{
    (void)state;
    fixture f = read_text("<table><tr><td>\n<table><tr><td>甲</td><td>1</td></tr></table>\n</td></tr></table>\n\n"
                          "<table><tr><td>外<table><tr><td>内</td></tr></table>文</td><td>2</td></tr></table>\n");
    is_grid(&f, 0, "甲|1\n");
    is_grid(&f, 1, "外文|2\n");
    is_grid(&f, 2, "内\n");
    done(&f);
}

static void unfinished_html_table(void **state)
{
    (void)state;
    fixture f = read_text("前\n\n<table>\n<tr><td>甲</td><td>1</td></tr>\n<tr><td>乙</td><td>2\n\n## 四、下一节\n\n| a "
                          "| 1 |\n| b | 2 |\n");
    is_paragraph(&f, 0, "前");
    is_grid(&f, 1, "甲|1\n乙|2\n");
    assert_true(has_remark(&f, "unfinished_table", 3));
    is_heading(&f, 2, 2, "四、下一节", "## 四、下一节");
    is_grid(&f, 3, "a|1\nb|2\n");
    done(&f);
    f = read_text("<table><tr><td>甲</td><td>1</td></tr>\n\n五、问题\n\n还有差距。\n");
    is_grid(&f, 0, "甲|1\n");
    is_paragraph(&f, 1, "五、问题");
    is_paragraph(&f, 2, "还有差距。");
    done(&f);
}

static void text_beside_an_html_table(void **state)
{
    (void)state;
    fixture f = read_text(
        "表如下：<table><tr><td>1</td></tr></table>单位：件\n\n<div><table>游离<tr><td>2</td></tr></table></div>\n");
    is_block(&f, 0, GJ_BLOCK_PARAGRAPH, "表如下：", "表如下：");
    is_grid(&f, 1, "1\n");
    is_block(&f, 2, GJ_BLOCK_PARAGRAPH, "单位：件", "单位：件");
    is_grid(&f, 3, "2\n");
    assert_true(has_remark(&f, "stray_text", 3));
    done(&f);
}

/* ---- limits ---- */

static char *repeated(const char *head, const char *text, size_t count)
{
    size_t length = strlen(text), first = strlen(head);
    char *all = malloc(first + length * count + 1);
    assert_non_null(all);
    memcpy(all, head, first);
    for (size_t i = 0; i < count; i++)
        memcpy(all + first + i * length, text, length);
    all[first + length * count] = '\0';
    return all;
}

static void fails_with_limit(const char *head, const char *text, size_t count)
{
    char *all = repeated(head, text, count);
    fixture f = read_text(all);
    if (f.status != GJ_LIMIT)
        fail_msg("%s × %zu: status %d", text, count, (int)f.status);
    assert_true(strlen(f.err.zh) && strlen(f.err.en));
    done(&f);
    free(all);
}

static void limits_are_errors(void **state)
{
    (void)state;
    fails_with_limit("", "字字字字字字字字", GJ_MAX_MARKDOWN / 24 + 1);
    fails_with_limit("", "a\n\n", GJ_MAX_BLOCKS + 1);
    fails_with_limit("", "| a |\n\n", GJ_MAX_TABLES + 1);
    fails_with_limit("", "| a |\n", GJ_MAX_TABLE_ROWS + 1);
    fails_with_limit("| ", "1|", GJ_MAX_TABLE_COLUMNS + 2);
    fails_with_limit("", "<table><tr><td>", GJ_MAX_HTML_DEPTH + 1);
    fails_with_limit("", "*a ", 5 * GJ_MAX_RUNS);
    fails_with_limit("", "<table><tr><td>1</td></tr></table>\n", GJ_MAX_TABLES + 1);
    fails_with_limit("<table>", "<tr><td colspan=256>1</td></tr>", GJ_MAX_TABLE_SLOTS / 256 + 1);
}

/* Inputs on which a careless reader is quadratic: they must end, and quickly. */
static void hostile_inputs_end(void **state)
{
    (void)state;
    static const char *const texts[] = { "![[]()", "<a ", "<!-- >",         "<",  "&a;", "**a", "`a``b```", "[](", "> ",
                                         "- ",     "[",   "<table>\n# h\n", "+-", "\\",  "_a_" };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        char *all = repeated("", texts[i], 400000 / strlen(texts[i]));
        fixture f = read_text(all);
        assert_true(f.status == GJ_OK || f.status == GJ_LIMIT);
        done(&f);
        free(all);
    }
}

static void memory_that_runs_out_is_an_error(void **state)
{
    (void)state;
    static const char text[] =
        "---\nissuer:\n  name: \"a\\\"b\"\n---\n# 标题\n- **a** &hellip; [b](c)\n\n| a | `b` |\n|---|---|\n| 1 | 2 "
        "|\n\n"
        "+---+---+\n| a | b |\n+---+---+\n\n<table><tr><td rowspan=2>a<p>b</td><td>1</td></table>\n";
    for (size_t cap = 1024; cap < 300000; cap += 1024) {
        gj_arena *arena = gj_arena_new(cap);
        gj_source *source;
        gj_document *document;
        gj_error err;
        gj_status status = gj_source_open(arena, GJ_LIT("case.md"), gj_slice_of(text), &source, &err);
        if (status == GJ_OK)
            status = gj_read_markdown(arena, source, &document, &err);
        gj_arena_free(arena);
        assert_true(status == GJ_OK || status == GJ_NOMEM);
        if (status == GJ_OK)
            return;
    }
    fail_msg("never enough memory");
}

/* ---- real reports ---- */

static void real_reports_are_read_without_remarks(void **state)
{
    (void)state;
    static const char *const names[] = { "hangzhou_szf_2025", "pingtan_gwh_2019", "pingtan_gwh_2020", "suqian_szf_2023",
                                         "shanghai_bgt_2019" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char path[128];
        (void)snprintf(path, sizeof path, "../shared/reports/%s/report.md", names[i]);
        FILE *file = fopen(path, "rb");
        if (!file)
            skip();
        static char bytes[1 << 16];
        size_t length = fread(bytes, 1, sizeof bytes - 1, file);
        (void)fclose(file);
        bytes[length] = '\0';
        fixture f = read_text(bytes);
        assert_int_equal(f.status, GJ_OK);
        size_t tables = 0;
        for (size_t b = 0; b < f.document->block_count; b++)
            tables += f.document->blocks[b].kind == GJ_BLOCK_TABLE;
        assert_true(tables >= 3);
        assert_int_equal(f.document->remark_count, 0);
        done(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings_of_all_levels),
        cmocka_unit_test(headings_underlined),
        cmocka_unit_test(a_rule_under_a_long_paragraph_makes_no_heading),
        cmocka_unit_test(bold_lines_are_strong),
        cmocka_unit_test(plain_lines_stay_paragraphs),
        cmocka_unit_test(one_paragraph_a_line),
        cmocka_unit_test(wrapped_lines_are_joined),
        cmocka_unit_test(a_short_line_before_a_long_one_stands_alone),
        cmocka_unit_test(breaks_the_author_set),
        cmocka_unit_test(html_paragraphs_are_paragraphs),
        cmocka_unit_test(lists_keep_their_markers),
        cmocka_unit_test(markers_before_quotations_are_kept),
        cmocka_unit_test(marks_are_removed_and_places_kept),
        cmocka_unit_test(bold_ends_after_a_full_stop),
        cmocka_unit_test(tags_and_comments_go),
        cmocka_unit_test(pictures_are_pictures),
        cmocka_unit_test(code_is_text),
        cmocka_unit_test(windows_files),
        cmocka_unit_test(front_matter_is_metadata),
        cmocka_unit_test(a_rule_at_the_top_is_no_front_matter),
        cmocka_unit_test(pipe_table_with_marks),
        cmocka_unit_test(pipe_table_without_outer_bars),
        cmocka_unit_test(pipe_table_without_delimiter_row),
        cmocka_unit_test(rows_of_dashes_are_kept),
        cmocka_unit_test(ragged_rows_stay_ragged),
        cmocka_unit_test(comments_and_quotation_marks_around_rows),
        cmocka_unit_test(flattened_merged_cells),
        cmocka_unit_test(tables_one_after_another),
        cmocka_unit_test(grid_table_with_merged_cells),
        cmocka_unit_test(grid_table_edited_by_hand),
        cmocka_unit_test(html_table_with_merged_cells),
        cmocka_unit_test(html_cells_from_word),
        cmocka_unit_test(html_tags_left_out),
        cmocka_unit_test(html_spans_that_lie),
        cmocka_unit_test(html_holes_and_ragged_rows),
        cmocka_unit_test(html_tables_inside_tables),
        cmocka_unit_test(unfinished_html_table),
        cmocka_unit_test(text_beside_an_html_table),
        cmocka_unit_test(limits_are_errors),
        cmocka_unit_test(hostile_inputs_end),
        cmocka_unit_test(memory_that_runs_out_is_an_error),
        cmocka_unit_test(real_reports_are_read_without_remarks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
