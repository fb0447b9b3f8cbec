/* Any bytes as a web page, in any encoding: no crash, no leak, every run true to the source, blocks in order. */
#include <stdlib.h>

#include "checks.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gj_arena *arena = gj_arena_new(256 * GJ_MIB);
    gj_document *document;
    gj_error err;
    gj_slice bytes = { (const char *)data, size }, hint = GJ_LIT("公开");
    if (arena && gj_read(arena, GJ_LIT("fuzz.html"), bytes, GJ_FORMAT_HTML, &document, &err) == GJ_OK)
        check_document(document, true);
    (void)gj_looks_like_report(GJ_LIT("fuzz.html"), bytes, &hint, 1);
    gj_arena_free(arena);
    return 0;
}
