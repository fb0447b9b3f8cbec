/* Word documents to a document: numbers restored, changes accepted, tables laid out, places said; what must be refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/read/container/package.h"
#include "../../core/read/docx/docx.h"
#include "../../core/show/locus.h"
#include "support_forms.h"

#define SPACES                                                                                                         \
    "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "                                          \
    "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "                                          \
    "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' "                               \
    "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' "                                                 \
    "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
#define DOCUMENT(body) "<w:document " SPACES "><w:body>" body "</w:body></w:document>"
#define T(text) "<w:r><w:t>" text "</w:t></w:r>"
#define P(text) "<w:p>" T(text) "</w:p>"
#define NUMBERED(level, number, text)                                                                                  \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" number "'/></w:numPr></w:pPr>" T(text) "</w:p>"
#define TC(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P(text) "</w:tc>"

typedef struct fixture {
    gj_arena *arena, *scratch;
    gj_docx_parts parts;
    gj_document *document;
    gj_status status;
    gj_error err;
} fixture;

static fixture read_parts(const char *document, const char *styles, const char *numbering, const char *footnotes)
{
    fixture f = { .arena = gj_arena_new(0), .scratch = gj_arena_new(0) };
    f.parts.document = gj_slice_of(document);
    f.parts.styles = gj_slice_of(styles);
    f.parts.numbering = gj_slice_of(numbering);
    f.parts.footnotes = gj_slice_of(footnotes);
    f.status = gj_docx_read(f.arena, f.scratch, GJ_LIT("case.docx"), &f.parts, &f.document, &f.err);
    return f;
}

static void drop(fixture *f)
{
    gj_arena_free(f->scratch);
    gj_arena_free(f->arena);
}

static size_t put_grid(char *out, size_t room, const gj_grid *grid)
{
    size_t used = 0;
    for (size_t r = 0; r < grid->row_count; r++)
        for (size_t c = 0; c < grid->rows[r].slot_count; c++) {
            const gj_grid_cell *cell = grid->rows[r].slots[c];
            bool own = cell && cell->row == r && cell->column == c;
            used += (size_t)snprintf(out + used, room - used, "%s", r && !c ? "/" : "|");
            used += (size_t)snprintf(out + used, room - used, "%.*s", own ? (int)cell->text.text.len : 1,
                                     own    ? cell->text.text.data
                                     : cell ? "^"
                                            : "-");
        }
    return used;
}

/* "H2:…" a heading, "B:…" bold, "P:…", "I:…" an image, "T|a|b/c|^" a table by rows, ^ where a merged cell goes on, - where there is none;
 * joined by '\n', then "!kind" for each remark. */
static void shows(const fixture *f, const char *expected)
{
    char found[4000] = "";
    size_t used = 0;
    if (f->status)
        fail_msg("%s", f->err.en);
    for (size_t i = 0; i < f->document->block_count; i++) {
        const gj_block *b = &f->document->blocks[i];
        assert_true(i == 0 || f->document->blocks[i - 1].span.begin <= b->span.begin);
        used += (size_t)snprintf(found + used, sizeof found - used, "%s", i ? "\n" : "");
        if (b->kind == GJ_BLOCK_HEADING)
            used += (size_t)snprintf(found + used, sizeof found - used, "H%d:", b->level);
        else
            used += (size_t)snprintf(found + used, sizeof found - used, "%s",
                                     b->kind == GJ_BLOCK_TABLE   ? "T"
                                     : b->kind == GJ_BLOCK_IMAGE ? "I:"
                                     : b->strong                 ? "B:"
                                                                 : "P:");
        if (b->grid)
            used += put_grid(found + used, sizeof found - used, b->grid);
        used += (size_t)snprintf(found + used, sizeof found - used, "%.*s", GJ_ARG(b->text.text));
    }
    for (size_t i = 0; i < f->document->remark_count; i++)
        used += (size_t)snprintf(found + used, sizeof found - used, "\n!%.*s", GJ_ARG(f->document->remarks[i].kind));
    if (strcmp(found, expected) != 0)
        fail_msg("found:\n%s\nexpected:\n%s", found, expected);
}

static void is_read_with(const char *document, const char *styles, const char *numbering, const char *expected)
{
    fixture f = read_parts(document, styles, numbering, NULL);
    shows(&f, expected);
    drop(&f);
}

static void is_read(const char *document, const char *expected)
{
    is_read_with(document, NULL, NULL, expected);
}

static void refused(const char *document, gj_status status, const char *zh)
{
    fixture f = read_parts(document, NULL, NULL, NULL);
    if (f.status != status || !strstr(f.err.zh, zh))
        fail_msg("status %d: %s; expected %s", (int)f.status, f.err.zh, zh);
    drop(&f);
}

static void numeral_is(const char *format, long value, const char *expected)
{
    char out[GJ_DOCX_NUMERAL];
    gj_slice found = { out, gj_docx_numeral(gj_slice_of(format), value, out) };
    if (!gj_slice_is(found, expected))
        fail_msg("%s %ld: %.*s, expected %s", format, value, GJ_ARG(found), expected);
}

static void numerals(void **state)
{
    (void)state;
    numeral_is("decimal", 12, "12");
    numeral_is("chineseCounting", 1, "一");
    numeral_is("chineseCounting", 10, "十");
    numeral_is("japaneseCounting", 12, "十二");
    numeral_is("chineseCountingThousand", 20, "二十");
    numeral_is("chineseCountingThousand", 101, "一百零一");
    numeral_is("chineseCountingThousand", 110, "一百一十");
    numeral_is("chineseCountingThousand", 1003, "一千零三");
    numeral_is("chineseCountingThousand", 10000, "一万");
    numeral_is("chineseCountingThousand", 10203, "一万零二百零三");
    numeral_is("chineseCountingThousand", 0, "零");
    numeral_is("chineseLegalSimplified", 25, "贰拾伍");
    numeral_is("ideographDigital", 20, "二〇");
    numeral_is("ideographTraditional", 3, "丙");
    numeral_is("ideographTraditional", 11, "11");
    numeral_is("ideographZodiac", 12, "亥");
    numeral_is("decimalEnclosedCircle", 1, "①");
    numeral_is("decimalEnclosedCircleChinese", 21, "㉑");
    numeral_is("decimalEnclosedCircle", 36, "㊱");
    numeral_is("decimalEnclosedCircle", 51, "51");
    numeral_is("decimalEnclosedParen", 2, "⑵");
    numeral_is("ideographParenthesized", 3, "㈢");
    numeral_is("decimalFullWidth", 10, "１０");
    numeral_is("decimalZero", 7, "07");
    numeral_is("upperLetter", 28, "BB");
    numeral_is("lowerLetter", 26, "z");
    numeral_is("upperRoman", 1994, "MCMXCIV");
    numeral_is("lowerRoman", 4, "iv");
    numeral_is("upperRoman", 4000, "4000");
    numeral_is("none", 4, "");
    numeral_is("cardinalText", 4, "4");
    numeral_is("lowerLetter", 100000, "100000");
}

#define LVL(level, format, text, more)                                                                                 \
    "<w:lvl w:ilvl='" level "'><w:start w:val='1'/><w:numFmt w:val='" format "'/>" more "<w:lvlText w:val='" text      \
    "'/></w:lvl>"
#define NUMBERING(levels, uses)                                                                                        \
    "<w:numbering " SPACES "><w:abstractNum w:abstractNumId='0'>" levels "</w:abstractNum>" uses "</w:numbering>"
#define NUM(id, more) "<w:num w:numId='" id "'><w:abstractNumId w:val='0'/>" more "</w:num>"
#define THREE                                                                                                          \
    LVL("0", "chineseCounting", "%1、", "") LVL("1", "chineseCounting", "（%2）", "") LVL("2", "decimal", "%3.", "")

static void numbers_are_counted(void **state)
{
    (void)state;
    is_read_with(DOCUMENT(NUMBERED("0", "1", "甲") NUMBERED("1", "1", "乙") NUMBERED("1", "1", "丙")
                              NUMBERED("2", "1", "2024年") NUMBERED("0", "1", "丁") NUMBERED("1", "1", "戊") P("己")),
                 NULL, NUMBERING(THREE, NUM("1", "")),
                 "P:一、甲\nP:（一）乙\nP:（二）丙\nP:1. 2024年\nP:二、丁\nP:（一）戊\nP:己");
    /* two uses of one numbering go on counting; one with a start of its own begins there, once */
    is_read_with(
        DOCUMENT(NUMBERED("0", "1", "甲") NUMBERED("0", "2", "乙") NUMBERED("0", "3", "丙") NUMBERED("0", "3", "丁")),
        NULL,
        NUMBERING(THREE, NUM("1", "") NUM("2", "") NUM("3", "<w:lvlOverride w:ilvl='0'><w:startOverride "
                                                            "w:val='1'/></w:lvlOverride>")),
        "P:一、甲\nP:二、乙\nP:一、丙\nP:二、丁");
    /* never restarted; upper levels named in a label; a level of a higher one not seen yet */
    is_read_with(DOCUMENT(NUMBERED("1", "1", "甲") NUMBERED("0", "1", "乙") NUMBERED("1", "1", "丙")), NULL,
                 NUMBERING(LVL("0", "chineseCounting", "%1、", "")
                               LVL("1", "decimal", "%1.%2", "<w:lvlRestart w:val='0'/><w:isLgl/>"),
                           NUM("1", "")),
                 "P:1.1 甲\nP:二、乙\nP:2.2 丙");
    /* bullets and numbers that do not exist show nothing; a zero takes the number of a style away */
    is_read_with(DOCUMENT(NUMBERED("0", "1", "甲") NUMBERED("0", "9", "乙") NUMBERED("0", "0", "丙")), NULL,
                 NUMBERING(LVL("0", "bullet", "●", ""), NUM("1", "")), "P:甲\nP:乙\nP:丙");
    /* an override of a whole level; a number with nothing after it */
    is_read_with(DOCUMENT(NUMBERED("0", "1", "甲")), NULL,
                 NUMBERING(THREE, NUM("1", "<w:lvlOverride w:ilvl='0'><w:lvl w:ilvl='0'><w:start w:val='5'/><w:numFmt "
                                           "w:val='decimal'/><w:suff w:val='nothing'/><w:lvlText w:val='%1)'/>"
                                           "</w:lvl></w:lvlOverride>")),
                 "P:5)甲");
}

#define STYLE(id, more) "<w:style w:type='paragraph' w:styleId='" id "'>" more "</w:style>"
#define STYLED(id, text) "<w:p><w:pPr><w:pStyle w:val='" id "'/></w:pPr>" T(text) "</w:p>"

static void styles_give_levels_and_numbers(void **state)
{
    (void)state;
    const char *styles =
        "<w:styles " SPACES
        ">" STYLE("1", "<w:name w:val='heading 1'/><w:pPr><w:numPr><w:numId "
                       "w:val='1'/></w:numPr><w:outlineLvl w:val='0'/></w:pPr><w:rPr><w:b/></w:rPr>")
            STYLE("2", "<w:basedOn w:val='1'/><w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr><w:outlineLvl "
                       "w:val='1'/></w:pPr>") STYLE("t", "<w:name w:val='Title'/>") STYLE("b", "<w:rPr><w:b/></w:rPr>")
                STYLE("x", "<w:basedOn w:val='y'/>") STYLE("y", "<w:basedOn w:val='x'/>")
                    STYLE("h", "<w:rPr><w:vanish/></w:rPr>") "</w:styles>";
    is_read_with(
        DOCUMENT(
            STYLED("t", "题") STYLED("1", "甲") STYLED("2", "乙") STYLED("b", "丙") STYLED("x", "丁") STYLED("h", "戊")
                STYLED("none",
                       "己") "<w:p><w:pPr><w:pStyle w:val='1'/><w:numPr><w:numId w:val='0'/></w:numPr><w:outlineLvl "
                             "w:val='9'/></w:pPr>" T("庚") "</w:p>"),
        styles, NUMBERING(THREE, NUM("1", "")), "H1:题\nH1:一、甲\nH2:（一）乙\nB:丙\nP:丁\nP:己\nB:庚\n!hidden_text");
}

#define BY "w:id='1' w:author='甲'"

static void changes_are_read_as_accepted(void **state)
{
    (void)state;
    is_read(DOCUMENT("<w:p>" T("收到") "<w:del " BY "><w:r><w:delText>3</w:delText></w:r></w:del><w:ins " BY
                                       ">" T("5") "</w:ins>" T("件") "</w:p>"),
            "P:收到5件\n!tracked_changes");
    /* a paragraph whose end is deleted goes on in the next; one whose text is deleted is not there */
    is_read(DOCUMENT("<w:p><w:pPr><w:rPr><w:del " BY "/></w:rPr></w:pPr>" T("甲") "</w:p>" P(
                "乙") "<w:p><w:pPr><w:rPr><w:del " BY "/></w:rPr></w:pPr><w:del " BY
                      "><w:r><w:t>丙</w:t></w:r></w:del></w:p>" P("丁")),
            "P:甲乙\nP:丁\n!tracked_changes");
    is_read(DOCUMENT("<w:moveFrom " BY ">" P("甲") "</w:moveFrom>" P("乙") "<w:moveTo " BY ">" P("甲") "</w:moveTo>"),
            "P:乙\nP:甲\n!tracked_changes");
    is_read(DOCUMENT("<w:tbl><w:tr><w:trPr><w:del " BY "/></w:trPr>" TC("", "1") TC("", "2") "</w:tr><w:tr>" TC("", "3")
                         TC("", "4") "</w:tr></w:tbl>"),
            "T|3|4\n!tracked_changes");
    is_read(DOCUMENT("<w:p><w:pPr><w:pPrChange " BY "><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:pPrChange></w:pPr>" T(
                "甲") "<w:r><w:commentReference w:id='1'/></w:r></w:p>"),
            "P:甲\n!tracked_changes\n!comments");
}

#define STRUCK(property, text) "<w:r><w:rPr>" property "</w:rPr><w:t>" text "</w:t></w:r>"
#define STRIKE(text) STRUCK("<w:strike/>", text)
#define PARAGRAPH(inside) "<w:p>" inside "</w:p>"
#define STYLE_S "<w:pPr><w:pStyle w:val='s'/></w:pPr>"
#define IN_LIST "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
#define CELL_OF(runs) "<w:tc>" PARAGRAPH(runs) "</w:tc>"
#define ROW_OF(cells) "<w:tbl><w:tr>" cells "</w:tr></w:tbl>"

static void what_is_struck_out_is_left_out(void **state)
{
    (void)state;
    const char *styles = "<w:styles " SPACES ">" STYLE("s", "<w:rPr><w:strike/></w:rPr>")
        STYLE("d", "<w:basedOn w:val='s'/><w:rPr><w:dstrike/><w:strike w:val='0'/></w:rPr>") "</w:styles>";
    is_read(DOCUMENT("<w:p>" T("甲") STRUCK("<w:strike/>", "乙") STRUCK("<w:strike/>", "丙")
                         STRUCK("<w:strike w:val='false'/>", "丁") STRUCK("<w:dstrike/>", "戊") "</w:p>"),
            "P:甲丁\n!struck_out");
    /* by a style; a run that says otherwise is text; a paragraph of it alone is not there, and its number is counted */
    is_read_with(DOCUMENT(STYLED("s", "甲") PARAGRAPH(STYLE_S STRUCK("<w:strike w:val='0'/>", "乙") T("丙"))
                              PARAGRAPH(STRUCK("<w:rStyle w:val='d'/>", "丁") T("戊")) PARAGRAPH(IN_LIST STRIKE("己"))
                                  PARAGRAPH(IN_LIST T("庚")) ROW_OF(TC("", "1") CELL_OF(STRIKE("2")))),
                 styles, NUMBERING(THREE, NUM("1", "")), "P:乙\nP:戊\nP:二、庚\nT|1|\n!struck_out");
}

static void what_is_not_shown_is_left_out(void **state)
{
    (void)state;
    is_read(DOCUMENT("<w:p>" T("甲") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r><w:r><w:rPr><w:vanish "
                                     "w:val='0'/></w:rPr><w:t>丙</w:t></w:r></w:p>"),
            "P:甲丙\n!hidden_text");
    /* a field shows its result; an instruction without an end hides nothing beyond its paragraph */
    is_read(DOCUMENT("<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>X</w:instrText><w:t>隐</w:t><w:fldChar "
                     "w:fldCharType='separate'/><w:t>甲</w:t><w:fldChar w:fldCharType='end'/><w:t>乙</w:t></w:r></w:p>"
                     "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:t>丙</w:t></w:r></w:p>" P("丁")),
            "P:甲乙\nP:丁");
    is_read(DOCUMENT("<w:p><mc:AlternateContent><mc:Choice Requires='x'>" T("新") "</mc:Choice><mc:Choice>" T(
                "二") "</mc:Choice><mc:Fallback>" T("旧") "</mc:Fallback></mc:AlternateContent></w:p>"),
            "P:新");
    is_read(DOCUMENT("<w:p><mc:AlternateContent><mc:Fallback>" T("旧") "</mc:Fallback></mc:AlternateContent></w:p>"),
            "P:旧");
    is_read(DOCUMENT("<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr><w:t>没有</w:t></w:sdtPr><w:sdtContent>" P(
                "甲") "</w:sdtContent></w:sdt><w:altChunk/>"),
            "P:甲\n!embedded_file");
}

static void signs_and_breaks(void **state)
{
    (void)state;
    is_read(DOCUMENT("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t> c </w:t><w:t "
                     "xml:space='preserve'> d</w:t><w:sym w:font='Wingdings' w:char='F081'/><w:sym w:font='Wingdings' "
                     "w:char='F0FC'/><w:sym w:font='Symbol' w:char='F0B0'/><w:softHyphen/></w:r><m:oMath><m:r><m:t>x=1"
                     "</m:t></m:r></m:oMath></w:p>"),
            "P:a b-c d①✓x=1\n!symbols");
    /* a line broken by its writer ends a paragraph where one in a plain text would; not in a heading */
    is_read(DOCUMENT("<w:p><w:r><w:t>一、总体情况</w:t><w:br/><w:t>全年工作。</w:t><w:br/><w:t>收到申请，</w:t><w:cr/"
                     "><w:t>办结。</w:t></w:r></w:p>"
                     "<w:p><w:pPr><w:outlineLvl "
                     "w:val='0'/></w:pPr><w:r><w:t>青石镇</w:t><w:br/><w:t>年度报告</w:t></w:r></w:p>"),
            "P:一、总体情况\nP:全年工作。\nP:收到申请，办结。\nH1:青石镇年度报告");
    is_read(DOCUMENT("<w:p/>" P("　　甲  ") "<w:p><w:r><w:t xml:space='preserve'>  </w:t></w:r></w:p>"), "P:甲");
}

static void pictures_and_boxes(void **state)
{
    (void)state;
    is_read(
        DOCUMENT("<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='图片 1' descr='表三'/><a:blip/></wp:inline>"
                 "</w:drawing></w:r></w:p><w:p>" T("甲") "<w:r><w:drawing><a:blip/></w:drawing></w:r></w:p><w:p><w:r>"
                                                         "<w:pict><a:blip/></w:pict></w:r></w:p>"),
        "I:表三\nP:甲\nI:图片");
    is_read(DOCUMENT("<w:p>" T("甲") "<w:r><w:txbxContent>" P("框内") "<w:tbl><w:tr>" TC("", "1")
                         TC("", "2") "</w:tr></w:tbl></w:txbxContent></w:r>" T("乙") "</w:p>"),
            "P:甲乙\nP:框内\nT|1|2");
}

#define GRID(...) "<w:tblGrid>" __VA_ARGS__ "</w:tblGrid>"
#define COL(w) "<w:gridCol w:w='" w "'/>"
#define SPAN(n) "<w:gridSpan w:val='" n "'/>"
#define DOWN "<w:vMerge w:val='restart'/>"
#define ON "<w:vMerge/>"

static void tables_are_laid_out(void **state)
{
    (void)state;
    is_read(DOCUMENT("<w:tbl><w:tr>" TC(DOWN, "甲") TC(SPAN("2"), "乙") "</w:tr><w:tr>" TC(ON, "") TC("", "1")
                         TC("", "2") "</w:tr></w:tbl>"),
            "T|甲|乙|^/^|1|2");
    is_read(DOCUMENT("<w:tbl><w:tr>" TC("<w:hMerge w:val='restart'/>", "甲") TC("<w:hMerge/>", "")
                         TC("", "乙") "</w:tr>"
                                      "<w:tr>" TC("", "1") TC("", "2") TC("", "3") "</w:tr></w:tbl>"),
            "T|甲|^|乙/1|2|3");
    /* grid lines a hair apart are one, unless a cell would be lost */
    is_read(DOCUMENT("<w:tbl>" GRID(COL("1000") COL("40") COL("1000") COL("1000")) "<w:tr>" TC(SPAN("2"), "a") TC(
                "", "b") TC("", "c") "</w:tr><w:tr>" TC("", "1") TC(SPAN("2"), "2") TC("", "3") "</w:tr></w:tbl>"),
            "T|a|b|c/1|2|3");
    is_read(DOCUMENT("<w:tbl>" GRID(COL("1000") COL("40")) "<w:tr>" TC("", "a") TC("", "b") "</w:tr></w:tbl>"),
            "T|a|b");
    /* a row that begins later; a cell that goes on from nothing; rows of different widths are said */
    is_read(DOCUMENT("<w:tbl><w:tr>" TC("", "a") TC(
                ON, "b") "</w:tr><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" TC("", "1") "</w:tr></w:tbl>"),
            "T|a|b/|1");
    is_read(DOCUMENT("<w:tbl><w:tr>" TC("", "a") TC("", "b") "</w:tr><w:tr>" TC("", "1") "</w:tr></w:tbl>"),
            "T|a|b/1\n!ragged_table");
    /* paragraphs of a cell are one text, as lines are joined */
    is_read(
        DOCUMENT("<w:tbl><w:tr><w:tc>" P("一、本年") P("新收") "</w:tc><w:tc>" P("a") P("b") "</w:tc></w:tr></w:tbl>"),
        "T|一、本年新收|a b");
}

static void tables_in_tables(void **state)
{
    (void)state;
    /* a frame around a text is none of the report's tables */
    is_read(DOCUMENT("<w:tbl><w:tr><w:tc>" P("甲") "<w:tbl><w:tr>" TC("", "1")
                         TC("", "2") "</w:tr></w:tbl>" P("乙") "</w:tc></w:tr></w:tbl>"),
            "P:甲\nT|1|2\nP:乙");
    is_read(DOCUMENT("<w:tbl><w:tr>" TC("", "甲") "<w:tc><w:tbl><w:tr>" TC("", "1")
                         TC("", "2") "</w:tr></w:tbl></w:tc></w:tr></w:tbl>"),
            "T|甲|\nT|1|2\n!nested_table");
    is_read(DOCUMENT("<w:tbl><w:tr>" TC("", "") "<w:tc><w:tbl><w:tr>" TC("", "1")
                         TC("", "2") "</w:tr></w:tbl></w:tc></w:tr></w:tbl>"),
            "T|1|2");
    is_read(DOCUMENT("<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>" TC("", "1") TC("", "2") "</w:tr></w:tbl>" P("甲")),
            "P:甲\n!hidden_text");
}

static void notes_follow_what_refers_to_them(void **state)
{
    (void)state;
    const char *notes = "<w:footnotes " SPACES "><w:footnote w:type='separator' w:id='0'>" P(
        "线") "</w:footnote><w:footnote "
              "w:id='2'>" P("注二") "</w:footnote><w:footnote w:id='1'>" P("注一") "</w:footnote></w:footnotes>";
    fixture f =
        read_parts(DOCUMENT("<w:p>" T("甲") "<w:r><w:footnoteReference w:id='1'/></w:r></w:p>" P("乙") "<w:p>" T(
                       "丙") "<w:r><w:footnoteReference w:id='2'/><w:footnoteReference w:id='1'/></w:r></w:p>"),
                   NULL, NULL, notes);
    shows(&f, "P:甲\nP:注一\nP:乙\nP:丙\nP:注二");
    drop(&f);
}

static void place_is(const fixture *f, const char *needle, const char *zh, const char *en)
{
    const gj_source *source = f->document->source;
    size_t offset = gj_slice_find(source->bytes, gj_slice_of(needle), 0);
    gj_place place = gj_source_place(source, offset);
    gj_buffer words;
    gj_buffer_init(&words, 0);
    gj_locus_words(&words, GJ_ZH, &place.locus);
    assert_string_equal(words.data, zh);
    gj_buffer_clear(&words);
    gj_locus_words(&words, GJ_EN, &place.locus);
    assert_string_equal(words.data, en);
    gj_buffer_free(&words);
    assert_int_equal(place.line, 0);
}

static void places_are_named(void **state)
{
    (void)state;
    fixture f = read_parts(DOCUMENT("<w:p/>" P("甲一") P("乙二") "<w:tbl><w:tr>" TC(SPAN("2"), "丙三") TC(
                               "", "丁四") "</w:tr>"
                                           "<w:tr>" TC("", "1") TC("", "戊五")
                                               TC("", "3") "</w:tr></w:tbl><w:p>" T("己六") "<w:r><w:txbxContent>" P(
                                                   "庚七") "</w:txbxContent></w:r></w:p>" P("辛八")),
                           NULL, NULL, NULL);
    assert_int_equal(f.status, GJ_OK);
    place_is(&f, "甲一", "第 1 段", "paragraph 1");
    place_is(&f, "二", "第 2 段", "paragraph 2");
    place_is(&f, "丁四", "第 1 张表第 1 行第 3 列", "table 1, row 1, column 3");
    place_is(&f, "戊五", "第 1 张表第 2 行第 2 列", "table 1, row 2, column 2");
    place_is(&f, "庚七", "文本框第 1 段", "text box paragraph 1");
    place_is(&f, "辛八", "第 4 段", "paragraph 4");
    gj_place place = gj_source_place(f.document->source, gj_slice_find(f.document->source->bytes, GJ_LIT("二"), 0));
    assert_int_equal(place.locus.character, 2);
    assert_int_equal(gj_source_place(f.document->source, GJ_NOWHERE).locus.part, GJ_PART_NONE);
    drop(&f);
}

static void headers_are_kept_apart(void **state)
{
    (void)state;
    fixture f = { .arena = gj_arena_new(0), .scratch = gj_arena_new(0) };
    f.parts.document = GJ_LIT(DOCUMENT(P("甲")));
    gj_slice *header = GJ_PUSH(f.scratch, &f.parts.headers);
    *header = GJ_LIT("<w:hdr " SPACES ">" P("青石镇") "</w:hdr>");
    header = GJ_PUSH(f.scratch, &f.parts.headers);
    *header = GJ_LIT("<w:hdr " SPACES ">" P("青石镇") "</w:hdr>");
    header = GJ_PUSH(f.scratch, &f.parts.headers);
    *header = GJ_LIT("<w:ftr " SPACES ">" P("第 3 页 共 9 页") "</w:ftr>");
    f.status = gj_docx_read(f.arena, f.scratch, GJ_LIT("case.docx"), &f.parts, &f.document, &f.err);
    shows(&f, "P:甲\n!header_footer");
    drop(&f);
}

static void elements_in_odd_places(void **state)
{
    (void)state;
    is_read(DOCUMENT(T("无家") "<w:tr>" TC("", "a") "</w:tr><w:p>" T("甲") "<w:p>" T("乙") "</w:p></w:p><w:tbl>" P("丙")
                         TC("", "b") "<w:tr>" P("丁") TC("", "1") TC("", "2") "</w:tr></w:tbl>"),
            "P:a\nP:甲\nP:乙\nT|1|2\nP:丙\nP:b\nP:丁");
    is_read("<x/>", "");
    is_read(DOCUMENT(""), "");
}

static void hostile_parts_are_refused(void **state)
{
    (void)state;
    refused("", GJ_INPUT, "损坏");
    refused("<w:document", GJ_INPUT, "损坏");
    refused("<w:document/>", GJ_INPUT, "损坏");
    refused("<a w:val='1'/>", GJ_INPUT, "损坏");
    refused("<a><b></a>", GJ_INPUT, "损坏");
    refused("<!DOCTYPE a><a/>", GJ_INPUT, "DOCTYPE");
    refused("<a>&x;</a>", GJ_INPUT, "损坏");
    gj_buffer text;
    gj_buffer_init(&text, 0);
    gj_buffer_repeat(&text, "<a>", GJ_MAX_XML_DEPTH + 1);
    gj_buffer_repeat(&text, "</a>", GJ_MAX_XML_DEPTH + 1);
    refused(text.data, GJ_LIMIT, "嵌套");
    gj_buffer_clear(&text);
    gj_buffer_text(&text, "<a ");
    for (int i = 0; i < 20000; i++)
        gj_buffer_format(&text, "b%d='' ", i);
    gj_buffer_text(&text, "/>");
    refused(text.data, GJ_LIMIT, "属性");
    gj_buffer_clear(&text);
    gj_buffer_text(&text, "<a>");
    for (int i = 0; i < 2 * GJ_MAX_XML_NAMES; i++)
        gj_buffer_format(&text, "<b%d/>", i);
    gj_buffer_text(&text, "</a>");
    refused(text.data, GJ_LIMIT, "20000 种");
    gj_buffer_clear(&text); /* signs that are no attributes */
    gj_buffer_text(&text, "<w:document " SPACES "><w:body><w:p><w:r><w:t>");
    gj_buffer_repeat(&text, "=", 4000);
    gj_buffer_text(&text, "</w:t></w:r></w:p></w:body></w:document>");
    fixture lines = read_parts(text.data, NULL, NULL, NULL);
    assert_int_equal(lines.status, GJ_OK);
    assert_int_equal(lines.document->blocks[0].text.text.len, 4000);
    drop(&lines);
    gj_buffer_clear(&text);
    gj_buffer_text(&text, "<w:document " SPACES "><w:body>");
    gj_buffer_repeat(&text, "<w:p/><w:tbl><w:tr><w:tc/><w:tc/></w:tr></w:tbl>", GJ_MAX_TABLES + 1);
    gj_buffer_text(&text, "</w:body></w:document>");
    refused(text.data, GJ_LIMIT, "表格太多");
    gj_buffer_clear(&text);
    gj_buffer_text(&text, "<w:document " SPACES "><w:body><w:tbl><w:tr>");
    gj_buffer_repeat(&text, "<w:tc/>", GJ_MAX_TABLE_COLUMNS + 1);
    gj_buffer_text(&text, "</w:tr></w:tbl></w:body></w:document>");
    refused(text.data, GJ_LIMIT, "列数");
    gj_buffer_free(&text);
}

static void file_is_refused(const char *path, gj_status status, const char *zh)
{
    gj_arena *arena = gj_arena_new(0);
    gj_slice bytes = test_file(arena, path);
    gj_document *document;
    gj_error err = { .status = GJ_OK };
    gj_status found = gj_read(arena, gj_slice_of(path), bytes, GJ_FORMAT_AUTO, &document, &err);
    if (!bytes.data || found != status || !strstr(err.zh, zh))
        fail_msg("%s: status %d: %s; expected %s", path, (int)found, err.zh, zh);
    gj_arena_free(arena);
}

static void containers_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        gj_status status;
        const char *zh;
    } files[] = {
        { "locked.docx", GJ_INPUT, "密码" },
        { "locked_entries.docx", GJ_INPUT, "密码" },
        { "cut_short.docx", GJ_INPUT, "没有传完整" },
        { "damaged.docx", GJ_INPUT, "损坏" },
        { "no_document.docx", GJ_INPUT, "没有正文" },
        { "archive.docx", GJ_INPUT, "压缩文件" },
        { "bomb.docx", GJ_LIMIT, "32 MB" },
        { "swelling.docx", GJ_LIMIT, "300 倍" },
        { "doctype.docx", GJ_INPUT, "DOCTYPE" },
        { "entity.docx", GJ_INPUT, "word/document.xml" },
        { "deep.docx", GJ_LIMIT, "嵌套" },
        { "long_table.docx", GJ_LIMIT, "行数" },
        { "attributes.docx", GJ_LIMIT, "属性" },
        { "spreadsheet.xlsx", GJ_INPUT, "Excel" },
        { "report.ofd", GJ_INPUT, "OFD" },
        { "report.odt", GJ_INPUT, "OpenDocument" },
        { "report.rtf", GJ_INPUT, "RTF" },
        { "report.mht", GJ_INPUT, "mht" },
        { "word_2003.xml", GJ_INPUT, "XML" },
        { "renamed_doc.docx", GJ_INPUT, "旧版 Word" },
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[100];
        (void)snprintf(path, sizeof path, "fixtures/unreadable/%s", files[i].name);
        file_is_refused(path, files[i].status, files[i].zh);
    }
}

static void parts_by_name(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_slice bytes = test_file(arena, "fixtures/docx/wrong_figure.docx"), part;
    gj_package *package;
    gj_error err;
    assert_int_equal(gj_package_open(arena, bytes, &package, &err), GJ_OK);
    assert_int_equal(gj_package_kind_of(package), GJ_PACKAGE_DOCX);
    assert_int_equal(gj_package_part(package, arena, GJ_LIT("Word/Document.XML"), &part, &err), GJ_OK);
    assert_true(part.len > 1000 && gj_slice_starts(part, GJ_LIT("<?xml")));
    assert_int_equal(gj_package_part(package, arena, GJ_LIT("word/none.xml"), &part, &err), GJ_OK);
    assert_null(part.data);
    gj_package_close(package);
    gj_package_close(NULL);
    /* a byte of the packed text changed: the check sum tells */
    char *broken = (char *)gj_arena_copy(arena, bytes).data;
    size_t at = gj_slice_find(bytes, GJ_LIT("word/document.xml"), 0);
    broken[at + 200] ^= 1;
    gj_document *document;
    assert_int_equal(gj_read(arena, GJ_LIT("x"), (gj_slice){ broken, bytes.len }, GJ_FORMAT_AUTO, &document, &err),
                     GJ_INPUT);
    assert_non_null(strstr(err.zh, "损坏"));
    gj_arena_free(arena);
}

static void a_report_in_a_folder(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_slice hint = GJ_LIT("政府信息公开");
    gj_slice word = test_file(arena, "fixtures/docx/wrong_figure.docx"),
             old = test_file(arena, "fixtures/unreadable/renamed_doc.docx");
    assert_true(gj_looks_like_report(GJ_LIT("a.docx"), word, &hint, 1));
    assert_int_equal(gj_sniff(GJ_LIT("a"), word), GJ_FORMAT_DOCX);
    assert_false(gj_looks_like_report(GJ_LIT("a.zip"), GJ_LIT("PK\x03\x04pictures"), &hint, 1));
    assert_true(gj_looks_like_report(GJ_LIT("x/某镇政府信息公开年报.doc"), old, &hint, 1));
    assert_false(gj_looks_like_report(GJ_LIT("政府信息公开/通知.doc"), old, &hint, 1));
    fixture f = read_parts(DOCUMENT(P("关于开会的通知") P("一、时间")), NULL, NULL, NULL);
    assert_false(gj_document_is_report(f.document, &hint, 1));
    drop(&f);
    f = read_parts(DOCUMENT(P("青石镇2024年政府信息公开工作年度报告")), NULL, NULL, NULL);
    assert_true(gj_document_is_report(f.document, &hint, 1));
    drop(&f);
    gj_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numerals),
        cmocka_unit_test(numbers_are_counted),
        cmocka_unit_test(styles_give_levels_and_numbers),
        cmocka_unit_test(changes_are_read_as_accepted),
        cmocka_unit_test(what_is_not_shown_is_left_out),
        cmocka_unit_test(what_is_struck_out_is_left_out),
        cmocka_unit_test(signs_and_breaks),
        cmocka_unit_test(pictures_and_boxes),
        cmocka_unit_test(tables_are_laid_out),
        cmocka_unit_test(tables_in_tables),
        cmocka_unit_test(notes_follow_what_refers_to_them),
        cmocka_unit_test(places_are_named),
        cmocka_unit_test(headers_are_kept_apart),
        cmocka_unit_test(elements_in_odd_places),
        cmocka_unit_test(hostile_parts_are_refused),
        cmocka_unit_test(containers_are_refused),
        cmocka_unit_test(parts_by_name),
        cmocka_unit_test(a_report_in_a_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
