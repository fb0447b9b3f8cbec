/* An OFD: any bytes as a zip container; else pieces of XML, divided by form feeds, as its parts (page, template, resources, Document.xml, OFD.xml; what is
 * empty or missing is as plain as it may be). No crash, no leak, every run true to the source, blocks and loci in order. */
#include <stdlib.h>

#include "../unit/stored_zip.h"
#include "checks.h"

static const char plain_root[] = "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>";
static const char plain_document[] =
    "<Document><CommonData><PublicRes>R.xml</PublicRes><TemplatePage ID='5' BaseLoc='T.xml'/></CommonData>"
    "<Pages><Page BaseLoc='P.xml'/><Page BaseLoc='P.xml'/></Pages></Document>";

static gj_slice container(gj_arena *arena, gj_slice bytes)
{
    stored_part parts[] = { { "P.xml", { "", 0 } },
                            { "T.xml", GJ_LIT("<Page/>") },
                            { "R.xml", GJ_LIT("<Res/>") },
                            { "D.xml", { plain_document, sizeof plain_document - 1 } },
                            { "OFD.xml", { plain_root, sizeof plain_root - 1 } } };
    size_t count = sizeof parts / sizeof *parts;
    for (size_t i = 0, at = 0; i < count && at <= bytes.len; i++) {
        size_t end = gj_slice_find(bytes, GJ_LIT("\f"), at);
        gj_slice piece = gj_slice_sub(bytes, at, end);
        if (piece.len)
            parts[i].content = piece;
        at = end == GJ_NOT_FOUND ? bytes.len + 1 : end + 1;
    }
    return stored_zip(arena, parts, count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gj_arena *arena = gj_arena_new(256 * GJ_MIB);
    gj_slice bytes = { (const char *)data, size };
    gj_document *document;
    gj_error err;
    if (arena && !gj_slice_starts(bytes, GJ_LIT("PK")))
        bytes = container(arena, bytes);
    if (arena && bytes.data && gj_read(arena, GJ_LIT("fuzz.ofd"), bytes, GJ_FORMAT_OFD, &document, &err) == GJ_OK)
        check_pages(document);
    gj_arena_free(arena);
    return 0;
}
