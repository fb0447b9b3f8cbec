/* Every allocation failed in turn, once and from there on, over the ledger in SQLite: filed, read, exported, imported. After a failed filing or import the
 * ledger must hold whole submissions only, and the same again must complete it. SQLite's memory does not count as leaked: it is kept for the next time.
 * Usage: sweep_ledger LAST-YEAR THIS-YEAR ANOTHER'S.
 */
#include "collection.h"

#include "../../core/store/rounds.h"
#include "../../core/store/transfer.h"

static gj_status take_line(void *context, gj_slice line, gj_error *err)
{
    (void)err;
    gj_buffer_add(context, line);
    return ((gj_buffer *)context)->failed;
}

static gj_status file_all(const desk *d, gj_ledger *ledger, gj_arena *arena, gj_error *err)
{
    for (size_t i = 0; i < REPORTS; i++) {
        gj_filed how;
        gj_submission filed;
        gj_slice original = i ? (gj_slice){ NULL, 0 } : d->files[i];
        GJ_TRY(gj_ledger_file(ledger, arena, &d->records[i], original, GJ_LIT("2025-01-10"), &how, &filed, err));
    }
    return GJ_OK;
}

static gj_status fill_ledger(const desk *d, const char *name, gj_buffer *out)
{
    char path[96];
    int before, after;
    gj_error err;
    gj_ledger *ledger = NULL;
    gj_arena *arena = gj_arena_new(0);
    path_of(d, name, path);
    gj_status status = arena ? gj_ledger_init(gj_slice_of(path), &before, &after, &err) : GJ_NOMEM;
    if (status == GJ_OK)
        status = gj_ledger_open(gj_slice_of(path), false, &ledger, &err);
    if (status == GJ_OK)
        status = file_all(d, ledger, arena, &err);
    if (status == GJ_OK)
        status = gj_ledger_export(ledger, take_line, out, &err);
    gj_ledger_close(ledger);
    gj_arena_free(arena);
    return status;
}

static void forget(const desk *d, const char *name)
{
    static const char *const files[] = { "", "-wal", "-shm", "-journal" };
    for (size_t i = 0; i < 4; i++) {
        char path[96];
        (void)snprintf(path, sizeof path, "%s/%s%s", d->folder, name, files[i]);
        (void)unlink(path);
    }
}

static gj_status file_again(const desk *d, gj_buffer *out)
{
    return fill_ledger(d, "filed.db", out);
}

static gj_status file_reports(const desk *d, gj_buffer *out)
{
    forget(d, "filed.db");
    return file_again(d, out);
}

/* What list, show and rounds ask; of a ledger that prepare() filled. */
static gj_status read_all(gj_ledger *ledger, const desk *d, gj_arena *arena, gj_buffer *out, gj_error *err)
{
    const gj_ledger_query all = { .year = 0 };
    gj_submissions list;
    gj_submission latest;
    gj_rounds rounds;
    gj_slice bytes;
    bool found;
    GJ_TRY(gj_ledger_list(ledger, arena, &all, &list, err));
    for (size_t i = 0; i < list.count; i++)
        gj_buffer_format(out, "%.*s %d\n", GJ_ARG(list.items[i].unit), list.items[i].round);
    GJ_TRY(gj_ledger_latest(ledger, arena, d->records[0].normal, 2023, &found, &latest, err));
    GJ_TRY(gj_ledger_record(ledger, arena, latest.id, &bytes, err));
    gj_buffer_add(out, bytes);
    GJ_TRY(gj_ledger_original(ledger, arena, latest.sha256, &bytes, err));
    gj_buffer_add(out, bytes);
    GJ_TRY(gj_rounds_compare(arena, &d->records[0], &d->records[1], &rounds, err));
    gj_buffer_format(out, "%zu %zu\n", rounds.count, rounds.counts[GJ_REMAINING]);
    const gj_ledger_query year = { .year = 2024 };
    GJ_TRY(gj_ledger_facts(ledger, &year, take_line, out, err));
    return out->failed;
}

static gj_status read_ledger(const desk *d, gj_buffer *out)
{
    char path[96];
    gj_error err;
    gj_ledger *ledger = NULL;
    gj_arena *arena = gj_arena_new(0);
    path_of(d, "whole.db", path);
    gj_status status = arena ? gj_ledger_open(gj_slice_of(path), true, &ledger, &err) : GJ_NOMEM;
    if (status == GJ_OK)
        status = read_all(ledger, d, arena, out, &err);
    gj_ledger_close(ledger);
    gj_arena_free(arena);
    return status;
}

static gj_status import_again(const desk *d, gj_buffer *out)
{
    char path[96], from[96];
    int before, after;
    gj_error err;
    gj_imported imported;
    gj_ledger *ledger = NULL;
    path_of(d, "imported.db", path);
    path_of(d, "whole.jsonl", from);
    GJ_TRY(gj_ledger_init(gj_slice_of(path), &before, &after, &err));
    GJ_TRY(gj_ledger_open(gj_slice_of(path), false, &ledger, &err));
    gj_status status = gj_ledger_import(ledger, d->ruleset->forms, from, &imported, &err);
    if (status == GJ_OK)
        status = gj_ledger_export(ledger, take_line, out, &err);
    gj_ledger_close(ledger);
    return status;
}

static gj_status import_export(const desk *d, gj_buffer *out)
{
    forget(d, "imported.db");
    return import_again(d, out);
}

/* whole.db and whole.jsonl, for those who read and import. */
static bool prepare_ledger(const desk *d)
{
    char path[96];
    gj_buffer out;
    gj_error err;
    gj_buffer_init(&out, 0);
    path_of(d, "whole.jsonl", path);
    bool fine = fill_ledger(d, "whole.db", &out) == GJ_OK && gj_file_write(path, gj_buffer_slice(&out), &err) == GJ_OK;
    gj_buffer_free(&out);
    return fine;
}

int main(int argc, char **argv)
{
    static desk d = { .folder = "/tmp/gouji-oom-XXXXXX" };
    gj_arena *arena = gj_arena_new(0);
    subject subjects[] = {
        { .desk = &d, .name = "ledger read", .run = read_ledger, .kept = true, .sample = true },
        { .desk = &d, .name = "ledger filed", .run = file_reports, .again = file_again, .kept = true, .sample = true },
        { .desk = &d,
          .name = "ledger imported",
          .run = import_export,
          .again = import_again,
          .kept = true,
          .sample = true },
    };
    if (!arena || argc != REPORTS + 1 || !prepare(&d, arena, argv + 1) || !prepare_ledger(&d)) {
        (void)printf("cannot be prepared\n0 passed, 1 failed\n");
        return 1;
    }
    return sweep_all(subjects, sizeof subjects / sizeof *subjects, arena);
}
