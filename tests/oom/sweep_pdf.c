/* Every allocation failed in turn, once and from there on, over what we make of a PDF's pages; not over what poppler does before: GLib aborts when memory
 * runs out (the worker process bounds that). Each attempt (failing.h) must end with an error or with the same text. Usage: sweep_pdf FILE…; prints N passed,
 * N failed.
 */
#include "failing.h"

#include "../../core/base/file.h"
#include "../../core/read/pdf/pdf.h"

typedef struct subject {
    gj_slice name, bytes, expected;
    gj_paged_pages pages;
} subject;

static gj_status read_pdf(const subject *s, gj_arena *arena, gj_document **out)
{
    gj_error err;
    gj_slice bare;
    gj_pdf_picture picture;
    gj_paged_page drawn = { .width = 6400, .height = 6400 };
    gj_arena *scratch = gj_arena_new(0);
    gj_status status = scratch ? gj_pdf_without_outlines(scratch, s->bytes, &bare, &err) : GJ_NOMEM;
    if (status == GJ_OK)
        status = gj_pdf_picture_start(scratch, 64, 64, &picture, &err);
    for (size_t y = 8; y < 60 && status == GJ_OK; y += 8)
        for (size_t x = 4; x < 60; x++)
            gj_pdf_picture_set(&picture, x, y, 0);
    if (status == GJ_OK)
        status = gj_pdf_rules(scratch, &drawn, &picture, &err);
    if (status == GJ_OK)
        status = gj_pdf_read(arena, scratch, s->name, &s->pages, out, &err);
    gj_arena_free(scratch);
    return status;
}

static enum verdict try_pdf(const subject *s)
{
    gj_document *document;
    gj_arena *arena = gj_arena_new(0);
    gj_status status = arena ? read_pdf(s, arena, &document) : GJ_NOMEM;
    shim.armed = false;
    bool same = status == GJ_NOMEM || (status == GJ_OK && gj_slice_equal(document->source->bytes, s->expected));
    gj_arena_free(arena);
    return same ? FINE : DIFFERENT;
}

static int attempt(const void *context, size_t n, bool persistent)
{
    size_t before = shim.live;
    failing_arm(n, persistent);
    enum verdict verdict = try_pdf(context);
    if (verdict == FINE && shim.live > before)
        verdict = LEAK;
    return (int)(verdict == FINE && !*shim.fired ? NO_FAULT : verdict);
}

static bool prepare(subject *s, gj_arena *arena, const char *path)
{
    gj_error err;
    gj_document *document;
    s->name = gj_slice_of(path);
    if (gj_file_read(arena, path, GJ_MAX_INPUT, &s->bytes, &err) != GJ_OK ||
        gj_pdf_pages_of(arena, s->bytes, &s->pages, &err) != GJ_OK || read_pdf(s, arena, &document) != GJ_OK)
        return false;
    s->expected = document->source->bytes;
    return true;
}

int main(int argc, char **argv)
{
    size_t passed = 0, failed = 0;
    gj_arena *arena = gj_arena_new(0);
    if (!arena)
        return 1;
    for (int i = 1; i < argc; i++) {
        subject s = { 0 };
        if (!prepare(&s, arena, argv[i])) {
            (void)printf("%s: cannot be read\n", argv[i]);
            failed++;
            continue;
        }
        failing_sweep(&s, attempt, argv[i], (failing_plan){ 0, 0, 1 }, false, &passed, &failed);
        failing_sweep(&s, attempt, argv[i], (failing_plan){ 0, 0, 1 }, true, &passed, &failed);
    }
    gj_arena_free(arena);
    (void)printf("%zu passed, %zu failed\n", passed, failed);
    return failed != 0;
}
