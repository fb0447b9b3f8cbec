/* bench_formats.c - reading one report in each format, for callgrind (tools/bench reads the dumps). Beside a Word document stands what libzip
 * and libxml2 alone need for the same parts: unpacking them and parsing each into a tree; beside a web page, what libxml2's HTML parser needs for a tree of it. Without valgrind it prints median times.
 * Usage: bench_formats FILE…
 */
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <time.h>
#include <valgrind/callgrind.h>
#include <zip.h>

#include "../core/base/file.h"
#include "../core/read/read.h"

#define ROUNDS 31

typedef struct subject {
    const char *path;
    gj_slice bytes;
} subject;

static long long now(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int by_value(const void *a, const void *b)
{
    const long long *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void fail(const char *words)
{
    (void)fprintf(stderr, "bench_formats: %s\n", words);
    exit(1);
}

static void read_one(const subject *s)
{
    gj_arena *arena = gj_arena_new(0);
    gj_document *document;
    gj_error err = { .status = GJ_OK };
    if (!arena || gj_read(arena, gj_slice_of(s->path), s->bytes, GJ_FORMAT_AUTO, &document, &err) != GJ_OK)
        fail(err.en);
    gj_arena_free(arena);
}

/* The parts that the reader reads, where they are there. */
static void libraries_alone(const subject *s)
{
    static const char *const parts[] = { "_rels/.rels",        "word/_rels/document.xml.rels",
                                         "word/document.xml",  "word/styles.xml",
                                         "word/numbering.xml", "word/footnotes.xml",
                                         "word/endnotes.xml",  "word/header1.xml",
                                         "word/footer1.xml" };
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

/* What libxml2 alone needs for a tree of the same page. */
static void html_alone(const subject *s)
{
    htmlDocPtr tree = htmlReadMemory(s->bytes.data, (int)s->bytes.len, s->path, NULL,
                                     HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
    if (!tree)
        fail("no tree");
    xmlFreeDoc(tree);
}

static void measure(const subject *s, const char *what, void (*run)(const subject *))
{
    char name[200];
    (void)snprintf(name, sizeof name, "%s:%s", what, s->path);
    if (RUNNING_ON_VALGRIND) {
        CALLGRIND_START_INSTRUMENTATION;
        CALLGRIND_ZERO_STATS;
        run(s);
        CALLGRIND_DUMP_STATS_AT(name);
        CALLGRIND_STOP_INSTRUMENTATION;
        return;
    }
    long long times[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
        long long start = now();
        run(s);
        times[i] = now() - start;
    }
    qsort(times, ROUNDS, sizeof times[0], by_value);
    (void)printf("%s %lld\n", name, times[ROUNDS / 2]);
}

int main(int argc, char **argv)
{
    gj_arena *arena = gj_arena_new(0);
    gj_error err;
    for (int i = 1; i < argc && arena; i++) {
        subject s = { .path = argv[i] };
        if (gj_file_read(arena, argv[i], GJ_MAX_INPUT, &s.bytes, &err) != GJ_OK)
            fail(err.en);
        measure(&s, "first", read_one); /* libraries are loaded here */
        measure(&s, "read", read_one);
        bool word = gj_slice_starts(s.bytes, GJ_LIT("PK"));
        if (!word && gj_sniff(gj_slice_of(s.path), s.bytes) != GJ_FORMAT_HTML)
            continue;
        (word ? libraries_alone : html_alone)(&s); /* what they load and keep is not counted */
        measure(&s, "alone", word ? libraries_alone : html_alone);
    }
    gj_arena_free(arena);
    return 0;
}
