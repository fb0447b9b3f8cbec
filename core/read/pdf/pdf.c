#include "pdf.h"

#include "../read.h"

gj_status gj_pdf_read(gj_arena *arena, gj_arena *scratch, gj_slice name, const gj_paged_pages *pages, gj_document **out,
                      gj_error *err)
{
    gj_error local;
    gj_builder build = { .arena = arena, .err = err ? err : &local };
    return gj_paged_read(&build, scratch, name, GJ_FORMAT_PDF, pages, out);
}

gj_status gj_read_pdf(gj_arena *arena, gj_slice name, gj_slice bytes, gj_document **out, gj_error *err)
{
    gj_paged_pages pages = { 0 };
    gj_arena *scratch = gj_arena_new(0);
    if (!scratch)
        return gj_fail_nomem(err);
    gj_status status = gj_pdf_pages_of(scratch, bytes, &pages, err);
    if (status == GJ_OK)
        status = gj_pdf_read(arena, scratch, name, &pages, out, err);
    gj_arena_free(scratch);
    return status;
}
