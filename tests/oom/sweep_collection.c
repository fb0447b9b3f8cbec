/* Every allocation failed in turn, once and from there on, over what is made of a collection: text, JSON, the county page, CSV, the workbook, notices in three
 * forms. Usage: sweep_collection LAST-YEAR THIS-YEAR ANOTHER'S.
 *
 * libxlsxwriter 1.1.4 does not look at every allocation of its own: some failures it dies of, some it prints a line about and goes on. The process that writes the workbook
 * must turn both into an error. libzip's memory does not count as leaked: it is kept for the next time.
 */
#include "collection.h"

#include "../../core/show/collection/collection_tables.h"
#include "../../core/show/notice/notice.h"

static const char template[] =
    "# {{unit}} {{year}} {{today}} {{count}}\n\n{{#due}}{{due}}\n\n{{/due}}{{#missing}}-\n\n{{/missing}}"
    "{{#findings}}{{number}}. {{rule}} {{severity}} {{message}} {{place}} {{remedy}} {{path}}\n{{#bases}}  "
    "{{basis}}\n{{/bases}}"
    "{{/findings}}\n{{#suggestions}}{{number}}. {{message}}\n{{/suggestions}}\n";

static gj_status write_text(const desk *d, gj_buffer *out)
{
    return gj_show_collection_text(d->collected, &d->options, out);
}

static gj_status write_json(const desk *d, gj_buffer *out)
{
    return gj_show_collection_json(d->collected, &d->options, out);
}

static gj_status write_page(const desk *d, gj_buffer *out)
{
    gj_error err;
    return gj_show_collection_html(d->collected, &d->options, out, &err);
}

static gj_status write_csv(const desk *d, gj_buffer *out)
{
    for (size_t i = 0; i < GJ_COLLECTION_TABLES; i++)
        GJ_TRY(gj_show_table_csv(gj_collection_tables[i], d->collected, &d->options, out));
    return GJ_OK;
}

static gj_status write_notices(const desk *d, gj_buffer *out)
{
    gj_notice_options notice = { .text = gj_slice_of(template), .due = GJ_LIT("2025-03-31") };
    gj_status status = GJ_OK;
    for (size_t i = 0; status == GJ_OK && i < d->collected->collection->unit_count; i++) {
        gj_error err;
        gj_buffer text;
        gj_arena *arena = gj_arena_new(0);
        gj_buffer_init(&text, 0);
        if (gj_notice_needed(d->collected, i))
            status = arena ? gj_show_notice(arena, d->collected, i, &d->options, &notice, &text, &err) : GJ_NOMEM;
        if (status == GJ_OK && text.len) {
            gj_buffer_add(out, gj_buffer_slice(&text));
            status = gj_show_notice_html(arena, gj_buffer_slice(&text), GJ_LIT("N"), GJ_ZH, out);
        }
        if (status == GJ_OK && text.len)
            status = gj_show_notice_docx(arena, gj_buffer_slice(&text), out, &err);
        gj_buffer_free(&text);
        gj_arena_free(arena);
    }
    return status != GJ_OK ? status : out->failed;
}

/* The file as bytes, read without faults. */
static gj_status take_file(const char *path, gj_buffer *out)
{
    bool armed = shim.armed;
    shim.armed = false;
    gj_slice bytes;
    gj_arena *arena = gj_arena_new(0);
    gj_status status = arena ? gj_file_read(arena, path, GJ_MAX_INPUT, &bytes, NULL) : GJ_NOMEM;
    if (status == GJ_OK)
        gj_buffer_add(out, bytes);
    gj_arena_free(arena);
    shim.armed = armed;
    return status;
}

static gj_status write_workbook(const desk *d, gj_buffer *out)
{
    char path[96];
    path_of(d, "book.xlsx", path);
    (void)unlink(path);
    gj_status status = gj_write_workbook(d->collected, &d->options, path, NULL);
    if (status == GJ_OK)
        return take_file(path, out);
    if (access(path, F_OK) == 0)
        _exit(DIFFERENT); /* half a workbook */
    return status;
}

int main(int argc, char **argv)
{
    static desk d = { .folder = "/tmp/gouji-oom-XXXXXX" };
    failing_share();
    gj_arena *arena = gj_arena_new(0);
    subject subjects[] = {
        { .desk = &d, .name = "text", .run = write_text },
        { .desk = &d, .name = "json", .run = write_json },
        { .desk = &d, .name = "page", .run = write_page, .closes = true },
        { .desk = &d, .name = "csv", .run = write_csv },
        { .desk = &d, .name = "notices", .run = write_notices, .kept = true },
        { .desk = &d, .name = "workbook", .run = write_workbook, .kept = true, .sample = true },
    };
    if (!arena || argc != REPORTS + 1 || !prepare(&d, arena, argv + 1)) {
        (void)printf("cannot be prepared\n0 passed, 1 failed\n");
        return 1;
    }
    return sweep_all(subjects, sizeof subjects / sizeof *subjects, arena);
}
