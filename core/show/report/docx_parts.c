/* docx_parts.c - the parts of a Word document that are the same in every one. */
#include "docx.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"

static const char content_types[] =
    HEAD "<Types xmlns=\"" PACKAGE "/content-types\">"
         "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
         "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
         "<Override PartName=\"/word/document.xml\" ContentType=\"" TYPE "document.main+xml\"/>"
         "<Override PartName=\"/word/styles.xml\" ContentType=\"" TYPE "styles+xml\"/>"
         "<Override PartName=\"/word/settings.xml\" ContentType=\"" TYPE "settings+xml\"/>"
         "</Types>\n";

static const char package_relations[] =
    HEAD "<Relationships xmlns=\"" PACKAGE "/relationships\"><Relationship Id=\"rId1\" Type=\"" RELATION
         "/officeDocument\" Target=\"word/document.xml\"/></Relationships>\n";

static const char document_relations[] =
    HEAD "<Relationships xmlns=\"" PACKAGE "/relationships\"><Relationship Id=\"rId1\" Type=\"" RELATION
         "/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"" RELATION
         "/settings\" Target=\"settings.xml\"/></Relationships>\n";

/* Without a compatibility mode Word opens a file as one of Word 2007. */
static const char settings[] =
    HEAD "<w:settings xmlns:w=\"" W
         "\"><w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat><w:compatSetting "
         "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
         "w:val=\"15\"/></w:compat></w:settings>\n";

#define FONT(east) "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"" east "\"/>"
#define SIZE(half_points) "<w:sz w:val=\"" half_points "\"/><w:szCs w:val=\"" half_points "\"/>"
#define STYLE(id, name, paragraph, letters)                                                                            \
    "<w:style w:type=\"paragraph\" w:styleId=\"" id "\"><w:name w:val=\"" name                                         \
    "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>" paragraph "</w:pPr><w:rPr>" letters "</w:rPr></w:style>\n"
#define LINES(rule, line) "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"" line "\" w:lineRule=\"" rule "\"/>"
#define INDENT "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>"

/* 方正小标宋 is not on every machine: the title is set in 宋体, bold. Sizes: 二号 22, 三号 16, 小五 9 points. */
static const char styles[] = HEAD "<w:styles xmlns:w=\"" W "\"><w:docDefaults><w:rPrDefault><w:rPr>" FONT("仿宋")
    SIZE("32") "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\n"
               "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
               "w:val=\"Normal\"/><w:qFormat/></w:style>\n" STYLE(
                   "Title", "Title", LINES("auto", "360") "<w:jc w:val=\"center\"/>", FONT("宋体") "<w:b/>" SIZE("44"))
                   STYLE("Heading1", "heading 1",
                         "<w:keepNext/>" LINES("exact", "560") INDENT "<w:outlineLvl w:val=\"0\"/>", FONT("黑体"))
                       STYLE("Heading2", "heading 2",
                             "<w:keepNext/>" LINES("exact", "560") INDENT "<w:outlineLvl w:val=\"1\"/>", FONT("楷体"))
                           STYLE("BodyText", "Body Text", LINES("exact", "560") INDENT "<w:jc w:val=\"both\"/>", "")
                               STYLE("TableText", "Table Text", LINES("auto", "240") "<w:jc w:val=\"center\"/>",
                                     FONT("宋体") SIZE("18")) STYLE("TableLabel", "Table Label", LINES("auto", "240"),
                                                                    FONT("宋体") SIZE("18")) "</w:styles>\n";

#define PART(name, text)                                                                                               \
    {                                                                                                                  \
        name,                                                                                                          \
        {                                                                                                              \
            text, sizeof(text) - 1                                                                                     \
        }                                                                                                              \
    }

const gj_word_part *gj_word_parts(size_t *count)
{
    static const gj_word_part parts[] = {
        PART("[Content_Types].xml", content_types),
        PART("_rels/.rels", package_relations),
        { "word/document.xml", { NULL, 0 } },
        PART("word/_rels/document.xml.rels", document_relations),
        PART("word/styles.xml", styles),
        PART("word/settings.xml", settings),
    };
    *count = sizeof parts / sizeof *parts;
    return parts;
}
