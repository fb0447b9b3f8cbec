/* OFD to a document: where text and lines stand, what nobody sees, templates and graphics, places of parts; what must be refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/read/read.h"
#include "stored_zip.h"

#define SPACE "xmlns='http://www.ofdspec.org/2016'"
#define ROOT "<OFD " SPACE "><DocBody><DocRoot>D/Document.xml</DocRoot></DocBody></OFD>"
#define COMMON(more) "<CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>" more "</CommonData>"
#define ONE_PAGE "<Pages><Page ID='1' BaseLoc='P.xml'/></Pages>"
#define DOCUMENT(common, more) "<Document " SPACE ">" COMMON(common) ONE_PAGE more "</Document>"
#define PAGE(content) "<Page " SPACE "><Content><Layer>" content "</Layer></Content></Page>"
#define RESOURCES(content) "<Res " SPACE ">" content "</Res>"
#define TEXT(place, attributes, words)                                                                                 \
    "<TextObject ID='9' Font='1' Size='4' Boundary='" place " 100 4'><TextCode X='0' Y='3' " attributes ">" words      \
    "</TextCode></TextObject>"
#define PATH(attributes, data)                                                                                         \
    "<PathObject ID='9' Boundary='20 50 100 20' " attributes "><AbbreviatedData>" data "</AbbreviatedData></"          \
    "PathObject>"
/* Two columns of 50, two rows of 10, from (20, 50). */
#define CELLS TEXT("22 53", "", "甲") TEXT("75 53", "", "乙") TEXT("22 63", "DeltaX='2'", "12") TEXT("75 63", "", "3")
#define READ_CELLS "甲 | 乙\n12 | 3\n"

typedef struct part_list {
    stored_part parts[6];
    size_t count;
} part_list;

static void add(part_list *list, const char *name, const char *content)
{
    if (content)
        list->parts[list->count++] = (stored_part){ name, gj_slice_of(content) };
}

static gj_status read_list(gj_arena *arena, const part_list *list, gj_format as, gj_document **out, gj_error *err)
{
    gj_slice bytes = stored_zip(arena, list->parts, list->count);
    assert_non_null(bytes.data);
    return gj_read(arena, GJ_LIT("case.ofd"), bytes, as, out, err);
}

static part_list parts_of(const char *document, const char *page, const char *name, const char *other)
{
    part_list list = { .count = 0 };
    add(&list, "OFD.xml", ROOT);
    add(&list, "D/Document.xml", document);
    add(&list, "D/P.xml", page);
    add(&list, name, other);
    return list;
}

/* The text written of the document, and "!kind" for each remark. */
static void list_shows(const part_list *list, const char *expected)
{
    gj_arena *arena = gj_arena_new(0);
    gj_document *document = NULL;
    gj_error err;
    char found[2000];
    if (read_list(arena, list, GJ_FORMAT_AUTO, &document, &err) != GJ_OK)
        fail_msg("%s", err.en);
    size_t used = (size_t)snprintf(found, sizeof found, "%.*s", GJ_ARG(document->source->bytes));
    for (size_t i = 0; i < document->remark_count; i++)
        used += (size_t)snprintf(found + used, sizeof found - used, "!%.*s\n", GJ_ARG(document->remarks[i].kind));
    if (strcmp(found, expected) != 0)
        fail_msg("found:\n%s\nexpected:\n%s", found, expected);
    assert_int_equal(document->format, GJ_FORMAT_OFD);
    gj_arena_free(arena);
}

static void page_shows(const char *page, const char *expected)
{
    part_list list = parts_of(DOCUMENT("", ""), page, NULL, NULL);
    list_shows(&list, expected);
}

static void with_shows(const char *document, const char *page, const char *name, const char *other,
                       const char *expected)
{
    part_list list = parts_of(document, page, name, other);
    list_shows(&list, expected);
}

static void list_refused(const part_list *list, gj_format as, gj_status status, const char *zh)
{
    gj_arena *arena = gj_arena_new(0);
    gj_document *document = NULL;
    gj_error err = { .status = GJ_OK };
    gj_status found = read_list(arena, list, as, &document, &err);
    if (found != status || !strstr(err.zh, zh))
        fail_msg("status %d: %s; expected %s", (int)found, err.zh, zh);
    gj_arena_free(arena);
}

static void refused(const char *document, const char *page, gj_status status, const char *zh)
{
    part_list list = parts_of(document, page, NULL, NULL);
    list_refused(&list, GJ_FORMAT_AUTO, status, zh);
}

/* Where the first paragraph stands: its page and box in points. */
static void stands(const char *page, size_t left, size_t top, size_t width, size_t height)
{
    part_list list = parts_of(DOCUMENT("", ""), page, NULL, NULL);
    gj_arena *arena = gj_arena_new(0);
    gj_document *document = NULL;
    gj_error err;
    if (read_list(arena, &list, GJ_FORMAT_AUTO, &document, &err) != GJ_OK)
        fail_msg("%s", err.en);
    gj_locus locus = gj_source_place(document->source, document->blocks[0].span.begin).locus;
    const size_t box[4] = { left, top, width, height };
    assert_int_equal(locus.page, 1);
    for (int i = 0; i < 4; i++)
        if (locus.box[i] != box[i])
            fail_msg("box %zu %zu %zu %zu", locus.box[0], locus.box[1], locus.box[2], locus.box[3]);
    gj_arena_free(arena);
}

static void test_distances(void **state)
{
    (void)state;
    page_shows(PAGE(TEXT("20 50", "DeltaX='g 2 4 4'", "甲乙丙丁")), "甲乙丙丁\n");
    page_shows(PAGE(TEXT("20 50", "DeltaX='g 3 2'", "2024")), "2024\n");
    page_shows(PAGE(TEXT("20 50", "", "共12件 A B")), "共12件A B\n");
    page_shows(PAGE(TEXT("20 50", "DeltaX='4'", "甲乙丙")), "甲乙丙\n"); /* too few: the rest goes on */
    page_shows(PAGE(TEXT("20 50", "DeltaX='2 20'", "12乙")), "12乙\n");
    page_shows(PAGE(TEXT("20 50", "DeltaX='G 0 9 2'", "12")), "12\n");
    page_shows(PAGE(TEXT("20 50", "DeltaY='4 4'", "甲乙丙")), "甲乙丙\n");
    page_shows(PAGE("<TextObject Size='4' Boundary='20 50 9 9' ReadDirection='90'><TextCode X='0' "
                    "Y='3'>甲乙</TextCode></TextObject>"),
               "甲乙\n");
    /* the place of a text before it, where none is given */
    page_shows(PAGE("<TextObject Size='4' Boundary='20 50 9 9'><TextCode X='8' Y='3'>乙</TextCode><TextCode "
                    "Y='20'>丁</TextCode></TextObject>" TEXT("20 50", "", "甲") TEXT("20 67", "", "丙")),
               "甲乙丙丁\n");
}

static void test_places(void **state)
{
    (void)state;
    stands(PAGE(TEXT("20 50", "", "甲乙")), 56, 140, 22, 11);
    stands(PAGE("<TextObject Size='1' Boundary='20 50 8 4' CTM='4 0 0 4 0 0'><TextCode X='0' "
                "Y='.75'>甲乙</TextCode></TextObject>"),
           56, 140, 22, 11);
    /* upright characters one below the other, and characters that lie on their side */
    stands(PAGE(TEXT("20 50", "DeltaY='4 4'", "甲乙丙")), 56, 140, 12, 34);
    stands(PAGE("<TextObject Size='4' Boundary='20 50 8 4' CharDirection='90'><TextCode X='.5' Y='0' "
                "DeltaY='4'>甲乙</TextCode></TextObject>" TEXT("20 90", "", "一二三")),
           56, 141, 11, 23);
    /* a matrix that turns by a quarter: the page is read as its text runs */
    stands(PAGE("<TextObject Size='4' Boundary='0 0 8 4' CTM='0 1 -1 0 210 0'><TextCode X='20' "
                "Y='53'>甲乙</TextCode></TextObject>"),
           56, 140, 22, 11);
    stands(PAGE("<TextObject Size='4' Boundary='0 0 8 4' CTM='-1 0 0 -1 210 297'><TextCode X='20' "
                "Y='53'>甲乙</TextCode></TextObject>"),
           56, 140, 22, 11);
    stands(PAGE("<TextObject Size='4' Boundary='0 0 8 4' CTM='0 -1 1 0 0 297'><TextCode X='20' "
                "Y='53'>甲乙</TextCode></TextObject>"),
           56, 140, 22, 11);
    stands(
        PAGE(
            "<TextObject Size='4' Boundary='20 50 8 4' HScale='.5'><TextCode X='0' Y='3'>甲乙</TextCode></TextObject>"),
        56, 140, 11, 11);
}

static void test_lines(void **state)
{
    (void)state;
    /* stroked, in one path; commands close behind numbers; left out */
    page_shows(PAGE(CELLS PATH("", "M 0 0L100 0 100 20 L 0 20 C M 0 10 L 100 10 S 50 0 L 50 20")), READ_CELLS);
    /* thin filled rectangles */
    page_shows(PAGE(CELLS PATH("Stroke='false' Fill='true'", "M 0 0 L 100 0 L 100 .3 L 0 .3 C M 0 10 L 100 10 L 100 "
                                                             "10.3 L 0 10.3 C M 0 20 L 100 20 L 100 20.3 L 0 20.3 C "
                                                             "M 0 0 L .3 0 L .3 20 L 0 20 C M 50 0 L 50.3 0 L 50.3 20 "
                                                             "L 50 20 C M 100 0 L 100.3 0 L 100.3 20 L 100 20 C")),
               READ_CELLS);
    /* an area that is filled, a curve, a slope, what is neither filled nor stroked: no lines */
    page_shows(PAGE(TEXT("22 53", "", "甲") TEXT("75 53", "", "乙")
                        PATH("Stroke='false' Fill='true'", "M 0 0 L 100 0 L 100 20 L 0 20 C")
                            PATH("Stroke='false' Fill='true'", "M 0 0 Q 50 0 100 0 L 100 .3 L 0 .3 C")
                                PATH("", "M 0 0 B 1 1 2 2 100 0 A 5 5 0 0 1 100 20 Q 0 0 0 20 M 0 0 L 100 20")
                                    PATH("Stroke='false'", "M 0 0 L 100 0")),
               "甲乙\n");
    /* what is no path: nobody knows where lines are */
    page_shows(PAGE(CELLS PATH("", "M 0 0 X 1")), "甲乙 12 3\n!table_without_lines\n!tables_not_read\n");
    page_shows(PAGE(CELLS PATH("", "M 0")), "甲乙 12 3\n!table_without_lines\n!tables_not_read\n");
    page_shows(PAGE(CELLS PATH("", "M 0 0 C 1")), "甲乙 12 3\n!table_without_lines\n!tables_not_read\n");
}

#define NET "M 0 0 L 100 0 L 100 20 L 0 20 C M 0 10 L 100 10 M 50 0 L 50 20"
#define WHITE "<StrokeColor Value='255 255 255'/>"

static void test_colours(void **state)
{
    (void)state;
    static const char *const unseen[] = {
        "<StrokeColor Value='255 255 255'/>",
        "<StrokeColor Value='255'/>",
        "<StrokeColor Value='0 0 0 0'/>",
        "<StrokeColor Value='0' Alpha='0'/>",
        "<StrokeColor Value='#FF #fe  #FF'/>",
        "<StrokeColor Value='255.0 255 255'/>",
        "<StrokeColor Value='254 253 252'><Pattern><CellContent><PathObject Boundary='0 0 9 "
        "9'/></CellContent></Pattern></StrokeColor>",
    };
    for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++) {
        char page[2000];
        (void)snprintf(
            page, sizeof page,
            PAGE(CELLS "<PathObject Boundary='20 50 100 20'>%s<AbbreviatedData>" NET "</AbbreviatedData></PathObject>"),
            unseen[i]);
        page_shows(page, "甲乙 12 3\n!table_without_lines\n");
    }
    static const char *const seen[] = { "0 0 255", "#00 #00 #FF", "0 0 0 255", "rgb", "", "#", "#0", "255 x 255" };
    for (size_t i = 0; i < sizeof seen / sizeof *seen; i++) {
        char page[2000];
        (void)snprintf(page, sizeof page,
                       PAGE(CELLS "<PathObject Boundary='20 50 100 20'><StrokeColor Value='%s'/><AbbreviatedData>" NET
                                  "</AbbreviatedData></PathObject>"),
                       seen[i]);
        page_shows(page, READ_CELLS);
    }
    /* by parameters of parameters, and by the layer's; its own colour stands over them */
    const char *resources =
        RESOURCES("<DrawParams><DrawParam ID='2'>" WHITE
                  "</DrawParam><DrawParam ID='3' Relative='2'/><DrawParam ID='4' Relative='4'/></DrawParams>");
    const char *document = DOCUMENT("<PublicRes>R.xml</PublicRes>", "");
    with_shows(document, PAGE(CELLS PATH("DrawParam='3'", NET)), "D/R.xml", resources,
               "甲乙 12 3\n!table_without_lines\n");
    with_shows(document, PAGE(CELLS PATH("DrawParam='4'", NET)), "D/R.xml", resources, READ_CELLS);
    with_shows(document, "<Page><Content><Layer DrawParam='2'>" CELLS PATH("", NET) "</Layer></Content></Page>",
               "D/R.xml", resources, "甲乙 12 3\n!table_without_lines\n");
    with_shows(document,
               PAGE(CELLS
                    "<PathObject DrawParam='2' Boundary='20 50 100 20'><StrokeColor Value='0'/><AbbreviatedData>" NET
                    "</AbbreviatedData></PathObject>"),
               "D/R.xml", resources, READ_CELLS);
}

#define UNSEEN(attributes, inner)                                                                                      \
    "<TextObject Size='4' Boundary='20 80 40 4' " attributes ">" inner                                                 \
    "<TextCode X='0' Y='3'>暗字</TextCode></TextObject>"
#define PICTURE "<ImageObject Boundary='0 0 210 297' ResourceID='5'/>"

static void test_unseen(void **state)
{
    (void)state;
    static const char *const objects[] = { UNSEEN("Visible='false'", ""), UNSEEN("Alpha='0'", ""),
                                           UNSEEN("Fill='false'", ""),
                                           UNSEEN("", "<FillColor Value='0 0 0' Alpha='0'/>") };
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++) {
        char page[2000];
        (void)snprintf(page, sizeof page, PAGE(TEXT("20 50", "", "明字") "%s"), objects[i]);
        page_shows(page, "明字\n!unseen_text\n");
        /* behind a picture of the page it is what a machine read in it; what is not visible is not even that */
        (void)snprintf(page, sizeof page, PAGE(TEXT("20 50", "", "明字") PICTURE "%s"), objects[i]);
        page_shows(page, i ? "明字暗字\n!text_of_a_scan\n" : "明字\n!unseen_text\n!text_of_a_scan\n");
    }
    page_shows(PAGE(TEXT("20 50", "", "明字") UNSEEN("Fill='false' Stroke='true'", "")), "明字暗字\n");
    page_shows(PAGE(TEXT("20 50", "", "明字") PATH("Visible='false'", NET) "<ImageObject Boundary='20 20 9 9'/>"),
               "明字\n");
    refused(DOCUMENT("", ""), PAGE(PICTURE), GJ_INPUT, "没有文字");
    refused(DOCUMENT("", ""), PAGE(UNSEEN("Visible='false'", "")), GJ_INPUT, "没有文字");
    /* a watermark; what is a little askew is none */
    page_shows(PAGE(TEXT("20 50", "", "明字") "<TextObject Size='9' Boundary='20 50 9 9' CTM='.7 .7 -.7 .7 0 "
                                              "0'><TextCode X='0' Y='9'>水印</TextCode></TextObject>"),
               "明字\n!slanted_text\n");
    page_shows(PAGE("<TextObject Size='4' Boundary='20 50 9 9' CTM='1 .03 -.03 1 0 0'><TextCode X='0' "
                    "Y='3'>扫描</TextCode></TextObject>"),
               "扫描\n");
    /* bold for want of a bold font; the same character in another place */
    page_shows(PAGE(TEXT("20 50", "", "粗") TEXT("20.2 50", "", "粗") TEXT("24 50", "", "粗")), "粗粗\n");
}

static void test_templates_and_graphics(void **state)
{
    (void)state;
    const char *document = DOCUMENT("<TemplatePage ID='5' BaseLoc='T.xml'/>", "");
    const char *page =
        "<Page><Template TemplateID='5' ZOrder='Background'/><Content><Layer>" CELLS "</Layer></Content></Page>";
    with_shows(document, page, "D/T.xml", PAGE(PATH("", NET)), READ_CELLS);
    /* a template of a template is none */
    with_shows(document, page, "D/T.xml", "<Page><Template TemplateID='5'/><Content>" PATH("", NET) "</Content></Page>",
               READ_CELLS "!parts_not_read\n");
    with_shows(DOCUMENT("", ""), page, "D/T.xml", "", "甲乙 12 3\n!parts_not_read\n!table_without_lines\n");
    /* a graphic in a graphic, each moved and made larger */
    const char *with_resources = DOCUMENT("<DocumentRes>R.xml</DocumentRes>", "");
    const char *graphic = PAGE(CELLS "<CompositeObject Boundary='10 40 200 200' ResourceID='7'/>");
    with_shows(with_resources, graphic, "D/R.xml",
               RESOURCES("<CompositeGraphicUnits><CompositeGraphicUnit ID='7'><Content><CompositeObject Boundary='10 "
                         "10 1 1' CTM='2 0 0 2 0 0' ResourceID='8'/></Content>"
                         "</CompositeGraphicUnit><CompositeGraphicUnit ID='8'><Content><PathObject Boundary='0 0 50 "
                         "10'><AbbreviatedData>M 0 0 L 50 0 L 50 10 L 0 10 C "
                         "M 0 5 L 50 5 M 25 0 L 25 "
                         "10</AbbreviatedData></PathObject></Content></CompositeGraphicUnit></CompositeGraphicUnits>"),
               READ_CELLS);
    with_shows(with_resources, graphic, "D/R.xml", RESOURCES(""), "甲乙 12 3\n!parts_not_read\n!table_without_lines\n");
    /* resources of the page alone */
    with_shows(DOCUMENT("", ""),
               "<Page><PageRes>R.xml</PageRes><Content>" CELLS PATH("DrawParam='2'", NET) "</Content></Page>",
               "D/R.xml", RESOURCES("<DrawParam ID='2'>" WHITE "</DrawParam>"), "甲乙 12 3\n!table_without_lines\n");
    /* what is clipped with is not drawn */
    page_shows(PAGE(TEXT("22 53", "", "甲")
                        TEXT("75 53", "",
                             "乙") "<PathObject Boundary='20 50 100 20'><Clips><Clip><Area><Path><AbbreviatedData>" NET
                                   "</AbbreviatedData></Path></Area></Clip></Clips><AbbreviatedData>M 0 0 L 1 "
                                   "0</AbbreviatedData></PathObject>"),
               "甲乙\n");
}

static void test_places_of_parts(void **state)
{
    (void)state;
    static const char *const places[] = { "/D/P.xml", "./P.xml",  "x/../P.xml", "../D/P.xml",
                                          "D/P.xml",  ".\\P.xml", "\\D\\P.xml", "//D//P.xml" };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        char document[500];
        (void)snprintf(document, sizeof document, "<Document><Pages><Page BaseLoc='%s'/></Pages></Document>",
                       places[i]);
        with_shows(document, PAGE(TEXT("20 50", "", "甲")), NULL, NULL, "甲\n");
    }
    refused("<Document><Pages><Page BaseLoc='../../etc/passwd'/></Pages></Document>", "", GJ_INPUT, "指到文件外面");
    refused("<Document><Pages><Page BaseLoc='/../OFD.xml'/></Pages></Document>", "", GJ_INPUT, "指到文件外面");
    refused("<Document><Pages><Page BaseLoc='Q.xml'/></Pages></Document>", "", GJ_INPUT, "没有 Q.xml");
    refused("<Document><Pages><Page BaseLoc=''/></Pages></Document>", "", GJ_INPUT, "已损坏");
    refused("<Document><Pages><Page", "", GJ_INPUT, "D/Document.xml");
    refused("<Document><Pages/></Document>", "", GJ_INPUT, "没有文字");
}

static void test_numbers(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "x",     "1e",  "--1",
        "1.2.3", "0x1", ".",
        "INF",   "NaN", "11111111111111111111111111111111111111111111111111111111111111111111"
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char page[500];
        (void)snprintf(
            page, sizeof page,
            PAGE("<TextObject Size='4' Boundary='20 50 9 9'><TextCode X='%s' Y='3'>甲</TextCode></TextObject>"),
            wrong[i]);
        refused(DOCUMENT("", ""), page, GJ_INPUT, "不是数字");
    }
    refused(DOCUMENT("", ""), PAGE(TEXT("20 50", "DeltaX='g 3'", "甲乙丙")), GJ_INPUT, "不是数字");
    refused(DOCUMENT("", ""), PAGE(TEXT("20 50", "DeltaX='g'", "甲乙丙")), GJ_INPUT, "不是数字");
    stands(PAGE("<TextObject Size='+4.0e0' Boundary='2E1,50 1 1'><TextCode X='-.0' "
                "Y='300E-2'>甲乙</TextCode></TextObject>"),
           56, 140, 22, 11);
}

static void test_other_contents(void **state)
{
    (void)state;
    const char *page = PAGE(TEXT("20 50", "", "甲"));
    with_shows(DOCUMENT("", "<Annotations>A.xml</Annotations>"), page, "D/A.xml",
               "<Annotations><Page PageID='1'/></Annotations>", "甲\n!beside_the_text\n");
    with_shows(DOCUMENT("", "<Annotations>A.xml</Annotations>"), page, "D/A.xml", "<Annotations/>", "甲\n");
    with_shows(DOCUMENT("", "<Attachments>/D/A.xml</Attachments>"), page, "D/A.xml",
               "<Attachments><Attachment/></Attachments>", "甲\n!beside_the_text\n");
    with_shows(DOCUMENT("", "<Attachments>none.xml</Attachments>"), page, NULL, NULL, "甲\n");
    part_list list = parts_of(DOCUMENT("", ""), page, "D/S.xml", "<Signatures><Signature/></Signatures>");
    list.parts[0].content =
        GJ_LIT("<OFD><DocBody><DocRoot> D/Document.xml "
               "</DocRoot><Versions><Version/><Version/></Versions><Signatures>D/S.xml</Signatures></DocBody>"
               "<DocBody><DocRoot>E/Document.xml</DocRoot><Signatures>x</Signatures></DocBody></OFD>");
    list_shows(&list, "甲\n!more_documents\n!more_versions\n!beside_the_text\n");
}

static void test_refused(void **state)
{
    (void)state;
    part_list list = parts_of(DOCUMENT("", ""), PAGE(""), "Encryptions.xml", "<Encryptions/>");
    list_refused(&list, GJ_FORMAT_AUTO, GJ_INPUT, "加了密");
    list_refused(&list, GJ_FORMAT_DOCX, GJ_INPUT, "去掉 --as docx");
    list.parts[1].name = "E/Document.xml";
    list.count = 3;
    list_refused(&list, GJ_FORMAT_OFD, GJ_INPUT, "没有 D/Document.xml");
    list.parts[0].name = "other.xml";
    list_refused(&list, GJ_FORMAT_OFD, GJ_INPUT, "不是 OFD 文件");
    gj_document *document;
    gj_arena *arena = gj_arena_new(0);
    gj_error err;
    assert_int_equal(gj_read(arena, GJ_LIT("a.md"), GJ_LIT("# 甲\n"), GJ_FORMAT_OFD, &document, &err), GJ_INPUT);
    assert_non_null(strstr(err.zh, "去掉 --as ofd"));
    assert_int_equal(gj_read(arena, GJ_LIT("a"), GJ_LIT("PK\x03\x04 OFD.xml"), GJ_FORMAT_AUTO, &document, &err),
                     GJ_INPUT);
    assert_non_null(strstr(err.zh, "损坏"));
    gj_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_distances),       cmocka_unit_test(test_places),
        cmocka_unit_test(test_lines),           cmocka_unit_test(test_colours),
        cmocka_unit_test(test_unseen),          cmocka_unit_test(test_templates_and_graphics),
        cmocka_unit_test(test_places_of_parts), cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_other_contents),  cmocka_unit_test(test_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
