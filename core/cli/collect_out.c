/* collect_out.c - what `collect` writes: one format on standard output, everything into a folder. */
#include "collect_out.h"

#include "check_run.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "../base/file.h"
#include "../base/system.h"
#include "../show/collection/collection_tables.h"

typedef gj_status (*writer)(const gj_collected *collected, const gj_show_options *options, gj_buffer *out);

static const struct {
    const char *name;
    writer write;
    bool for_machines;
} files[] = {
    { "summary.txt", gj_show_collection_text, false },
    { "collection.json", gj_show_collection_json, true },
};

gj_show_options gj_collect_options(const gj_sources *s, bool for_machines)
{
    gj_show_options options = gj_shown_of_plan(&s->plan, s->invocation->lang);
    if (for_machines && !s->invocation->lang_given)
        options.lang = GJ_ZH;
    return options;
}

gj_status gj_collect_file(const gj_sources *s, gj_status made, const char *folder, const char *name,
                          const char *extension, gj_buffer *out, gj_error *err)
{
    gj_slice path = gj_arena_format(s->invocation->arena, "%s/%s%s", folder, name, extension);
    gj_status status =
        path.data && made == GJ_OK ? gj_file_write(path.data, gj_buffer_slice(out), err) : gj_fail_nomem(err);
    gj_buffer_free(out);
    return status;
}

/* Without libxlsxwriter all else is written, and that is said. */
static gj_status write_workbook(const gj_sources *s, const gj_collected *collected, const char *folder, gj_error *err)
{
    gj_show_options options = gj_collect_options(s, false);
    gj_slice path = gj_arena_format(s->invocation->arena, "%s/collection.xlsx", folder);
    gj_status status = path.data ? gj_write_workbook(collected, &options, path.data, err) : gj_fail_nomem(err);
    if (status != GJ_INPUT)
        return status;
    (void)gj_complain_error(s->invocation, err);
    return GJ_OK;
}

static gj_status write_desk(const gj_sources *s, const gj_collected *collected, const char *folder, gj_error *err)
{
    gj_show_options options = gj_collect_options(s, false);
    gj_buffer out;
    gj_buffer_init(&out, 0);
    gj_status status = gj_show_collection_html(collected, &options, &out, err);
    if (status == GJ_OK)
        return gj_collect_file(s, GJ_OK, folder, "collection", ".html", &out, err);
    gj_buffer_free(&out);
    return status;
}

gj_status gj_make_folder(const char *path, gj_error *err)
{
    if (mkdir(path, 0777) == 0 || errno == EEXIST)
        return GJ_OK;
    return gj_fail_system(err, "建不了文件夹 ", "cannot make the folder ", path, errno);
}

int gj_collect_write(const gj_sources *s, const gj_collected *collected, const char *folder)
{
    gj_error err = { 0 };
    gj_status status = gj_make_folder(folder, &err);
    for (size_t i = 0; status == GJ_OK && i < sizeof files / sizeof *files; i++) {
        gj_show_options options = gj_collect_options(s, files[i].for_machines);
        gj_buffer out;
        gj_buffer_init(&out, 0);
        status = files[i].write(collected, &options, &out);
        status = gj_collect_file(s, status, folder, files[i].name, "", &out, &err);
    }
    gj_show_options options = gj_collect_options(s, false);
    for (size_t i = 0; status == GJ_OK && i < GJ_COLLECTION_TABLES; i++) {
        gj_buffer out;
        gj_buffer_init(&out, 0);
        status = gj_show_table_csv(gj_collection_tables[i], collected, &options, &out);
        status = gj_collect_file(s, status, folder, gj_collection_tables[i]->name, ".csv", &out, &err);
    }
    if (status == GJ_OK)
        status = write_desk(s, collected, folder, &err);
    if (status == GJ_OK)
        status = gj_collect_notices(s, collected, folder, &err);
    if (status == GJ_OK) /* last: what goes wrong in its library costs nothing else */
        status = write_workbook(s, collected, folder, &err);
    if (status == GJ_OK && !s->invocation->values[GJ_OPT_QUIET])
        gj_complain(s->invocation, "结果在 %s，先打开 %s/collection.html",
                    "the results are in %s; begin with %s/collection.html", folder, folder);
    if (status == GJ_OK)
        return GJ_EXIT_CLEAN;
    (void)gj_complain_error(s->invocation, &err);
    return GJ_EXIT_BROKEN;
}

static gj_status units_csv(const gj_collected *collected, const gj_show_options *options, gj_buffer *out)
{
    return gj_show_table_csv(gj_collection_tables[0], collected, options, out);
}

enum { TEXT, JSON, CSV, HTML };

int gj_collect_print(const gj_sources *s, const gj_collected *collected, int format)
{
    static const writer writers[] = { gj_show_collection_text, gj_show_collection_json, units_csv };
    gj_show_options options = gj_collect_options(s, format == JSON);
    gj_error err = { 0 };
    gj_buffer out;
    gj_buffer_init(&out, 0);
    if (format == HTML && gj_show_collection_html(collected, &options, &out, &err) != GJ_OK) {
        gj_buffer_free(&out);
        return gj_complain_error(s->invocation, &err);
    }
    if (format != HTML)
        (void)writers[format](collected, &options, &out); /* a failure is the buffer's */
    return gj_flush(s->invocation, &out);
}
