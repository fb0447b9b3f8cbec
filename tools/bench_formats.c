/* bench_formats.c - reading one report in each format, for callgrind (tools/bench reads the dumps). Beside a Word document stands what libzip
 * and libxml2 alone need for the same parts: unpacking them and parsing each into a tree; beside a web page what libxml2's HTML parser needs for a
 * tree of it; beside a PDF what poppler needs to give the text of its pages. Without valgrind it prints median times.
 * Usage: bench_formats FILE…
 */
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <zip.h>

#include "../core/base/file.h"
#include "../core/read/read.h"
#include "measure.h"

typedef struct subject {
    const char *path;
    gj_slice bytes;
} subject;

static void fail(const char *words)
{
    (void)fprintf(stderr, "bench_formats: %s\n", words);
    exit(1);
}

static void read_one(void *context)
{
    const subject *s = context;
    gj_arena *arena = gj_arena_new(0);
    gj_document *document;
    gj_error err = { .status = GJ_OK };
    if (!arena || gj_read(arena, gj_slice_of(s->path), s->bytes, GJ_FORMAT_AUTO, &document, &err) != GJ_OK)
        fail(err.en);
    gj_arena_free(arena);
}

/* The parts that the reader reads, where they are there. */
static void libraries_alone(void *context)
{
    const subject *s = context;
    static const char *const parts[] = { "_rels/.rels",
                                         "word/_rels/document.xml.rels",
                                         "word/document.xml",
                                         "word/styles.xml",
                                         "word/numbering.xml",
                                         "word/footnotes.xml",
                                         "word/endnotes.xml",
                                         "word/header1.xml",
                                         "word/footer1.xml",
                                         "OFD.xml",
                                         "Doc_0/Document.xml",
                                         "Doc_0/PublicRes.xml",
                                         "Doc_0/Pages/Page_0/Content.xml",
                                         "Doc_0/Pages/Page_1/Content.xml",
                                         "Doc_0/Pages/Page_2/Content.xml",
                                         "Doc_0/Pages/Page_3/Content.xml",
                                         "Doc_0/Pages/Page_4/Content.xml",
                                         "Doc_0/Pages/Page_5/Content.xml",
                                         "Doc_0/Pages/Page_6/Content.xml",
                                         "Doc_0/Pages/Page_7/Content.xml",
                                         "Doc_0/Pages/Page_8/Content.xml" };
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(s->bytes.data, s->bytes.len, 0, &error);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    if (!zip)
        fail("no zip");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        zip_stat_t stat;
        if (zip_stat(zip, parts[i], 0, &stat) < 0)
            continue;
        char *text = malloc(stat.size);
        zip_file_t *file = zip_fopen(zip, parts[i], 0);
        if (!text || !file || zip_fread(file, text, stat.size) != (zip_int64_t)stat.size)
            fail("no part");
        (void)zip_fclose(file);
        xmlDocPtr tree = xmlReadMemory(text, (int)stat.size, parts[i], NULL, XML_PARSE_NONET);
        if (!tree)
            fail("no tree");
        xmlFreeDoc(tree);
        free(text);
    }
    zip_discard(zip);
}

#ifdef GJ_HAVE_POPPLER
static void poppler_alone(void *context)
{
    const subject *s = context;
    GBytes *held = g_bytes_new_static(s->bytes.data, s->bytes.len);
    PopplerDocument *document = poppler_document_new_from_bytes(held, NULL, NULL);
    if (!document)
        fail("no PDF");
    for (int i = 0, count = poppler_document_get_n_pages(document); i < count; i++) {
        PopplerPage *page = poppler_document_get_page(document, i);
        char *text = poppler_page_get_text(page);
        if (!text)
            fail("no text");
        g_free(text);
        g_object_unref(page);
    }
    g_object_unref(document);
    g_bytes_unref(held);
}
#endif

/* What libxml2 alone needs for a tree of the same page. */
static void html_alone(void *context)
{
    const subject *s = context;
    htmlDocPtr tree = htmlReadMemory(s->bytes.data, (int)s->bytes.len, s->path, NULL,
                                     HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
    if (!tree)
        fail("no tree");
    xmlFreeDoc(tree);
}

/* What the reader of this format is compared with; NULL: nothing. */
static void (*alone_of(const subject *s))(void *)
{
    if (gj_slice_starts(s->bytes, GJ_LIT("PK")))
        return libraries_alone;
#ifdef GJ_HAVE_POPPLER
    if (gj_slice_starts(s->bytes, GJ_LIT("%PDF")))
        return poppler_alone;
#endif
    return gj_sniff(gj_slice_of(s->path), s->bytes) == GJ_FORMAT_HTML ? html_alone : NULL;
}

static void measure_as(const char *what, void (*run)(void *), subject *s)
{
    char name[200];
    (void)snprintf(name, sizeof name, "%s:%s", what, s->path);
    measure(name, run, s);
}

int main(int argc, char **argv)
{
    gj_arena *arena = gj_arena_new(0);
    gj_error err;
    for (int i = 1; i < argc && arena; i++) {
        subject s = { .path = argv[i] };
        if (gj_file_read(arena, argv[i], GJ_MAX_INPUT, &s.bytes, &err) != GJ_OK)
            fail(err.en);
#ifndef GJ_HAVE_POPPLER
        if (gj_slice_starts(s.bytes, GJ_LIT("%PDF")))
            continue;
#endif
        measure_as("first", read_one, &s); /* libraries are loaded here */
        measure_as("read", read_one, &s);
        void (*alone)(void *) = alone_of(&s);
        if (alone) {
            alone(&s); /* what it loads and keeps is not counted */
            measure_as("alone", alone, &s);
        }
    }
    gj_arena_free(arena);
    return 0;
}
