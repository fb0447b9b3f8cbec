#include "docx.h"

typedef enum space { W, MC, WP, A, V, O, C, D, M, P, SPACES } space;

/* Transitional and strict. */
static const char *const spaces[SPACES][2] = {
    [W] = { "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main" },
    [MC] = { "http://schemas.openxmlformats.org/markup-compatibility/2006", "" },
    [WP] = { "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
             "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing" },
    [A] = { "http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main" },
    [V] = { "urn:schemas-microsoft-com:vml", "" },
    [O] = { "urn:schemas-microsoft-com:office:office", "" },
    [C] = { "http://schemas.openxmlformats.org/drawingml/2006/chart", "http://purl.oclc.org/ooxml/drawingml/chart" },
    [D] = { "http://schemas.openxmlformats.org/drawingml/2006/diagram",
            "http://purl.oclc.org/ooxml/drawingml/diagram" },
    [M] = { "http://schemas.openxmlformats.org/officeDocument/2006/math",
            "http://purl.oclc.org/ooxml/officeDocument/math" },
    [P] = { "http://schemas.openxmlformats.org/package/2006/relationships",
            "http://purl.oclc.org/ooxml/package/relationships" },
};

static const struct {
    gj_docx_name name;
    space space;
    const char *local;
} names[] = {
#define GJ_DOCX_NAME(id, space, local) { GJ_DOCX_##id, space, local },
#include "docx_names.def"
#undef GJ_DOCX_NAME
};

unsigned gj_docx_name_of(const char *uri, const char *local)
{
    space found = SPACES;
    for (space s = W; s < SPACES && found == SPACES; s = (space)(s + 1))
        if (*uri && (strcmp(uri, spaces[s][0]) == 0 || strcmp(uri, spaces[s][1]) == 0))
            found = s;
    for (size_t i = 0; found != SPACES && i < sizeof names / sizeof *names; i++)
        if (names[i].space == found && strcmp(names[i].local, local) == 0)
            return names[i].name;
    return GJ_DOCX_UNKNOWN;
}

bool gj_docx_on(const gj_xml_tag *tag)
{
    static const char *const off[] = { "0", "false", "off", "none" };
    gj_slice value = gj_xml_attribute(tag, "val");
    for (size_t i = 0; value.data && i < sizeof off / sizeof *off; i++)
        if (gj_slice_is(value, off[i]))
            return false;
    return true;
}
