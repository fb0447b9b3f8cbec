#include "walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#define PEEK (64 * GJ_KIB)

typedef GJ_LIST(const char *) name_list;

typedef struct walk {
    gj_arena *arena;
    const gj_slice *hints;
    size_t hint_count;
    name_list files, passed_over, results, broken;
    GJ_LIST(bool) met;
    char *peek; /* PEEK bytes */
} walk;

static bool push(gj_arena *arena, name_list *list, gj_slice name)
{
    gj_slice copy = gj_arena_copy(arena, name);
    const char **at = copy.data ? GJ_PUSH(arena, list) : NULL;
    if (!at)
        return false;
    *at = copy.data;
    return true;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool push_file(walk *w, gj_slice path, bool met)
{
    bool *flag = GJ_PUSH(w->arena, &w->met);
    if (flag)
        *flag = met;
    return flag && push(w->arena, &w->files, path);
}

/* The names in a folder, sorted by bytes; false for memory. *readable tells whether the folder could be opened. */
static bool list_folder(walk *w, const char *path, name_list *names, bool *readable)
{
    DIR *folder = opendir(path);
    *readable = folder != NULL;
    if (!folder)
        return true;
    bool fine = true;
    const struct dirent *entry;
    while (fine && (entry = readdir(folder)) != NULL)
        if (entry->d_name[0] != '.')
            fine = push(w->arena, names, gj_slice_of(entry->d_name));
    (void)closedir(folder);
    if (names->count)
        qsort(names->items, names->count, sizeof *names->items, by_name);
    return fine;
}

static bool looks_like_report(walk *w, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return true; /* it will be said when it is checked */
    size_t got = fread(w->peek, 1, PEEK, file);
    (void)fclose(file);
    return gj_looks_like_report(gj_slice_of(path), (gj_slice){ w->peek, got }, w->hints, w->hint_count);
}

/* What collect --out writes (collect_out.c). */
static bool is_result(const char *name)
{
    static const char *const names[] = { "collection.html", "collection.json", "collection.xlsx", "copying.csv",
                                         "figures.csv",     "findings.csv",    "notices",         "rollup.csv",
                                         "summary.txt",     "units.csv",       "years.csv" };
    bool found = false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        found = found || strcmp(name, names[i]) == 0;
    return found;
}

/* Whether an earlier collect wrote into this folder: its collection.json says so. Its notices and its page have titles as reports have. */
static bool holds_results(walk *w, gj_slice path)
{
    gj_slice name = gj_arena_format(w->arena, "%.*s/collection.json", GJ_ARG(path));
    FILE *file = name.data ? fopen(name.data, "rb") : NULL;
    if (!file)
        return false;
    size_t got = fread(w->peek, 1, PEEK, file);
    (void)fclose(file);
    return gj_slice_find((gj_slice){ w->peek, got }, GJ_LIT("\"gouji/collection@"), 0) != GJ_NOT_FOUND;
}

static gj_status walk_folder(walk *w, gj_slice path, int depth, gj_error *err)
{
    name_list names = { 0 };
    bool readable;
    if (!list_folder(w, path.data, &names, &readable))
        return gj_fail_nomem(err);
    if (!readable || depth > GJ_MAX_PATH_DEPTH)
        return push(w->arena, &w->broken, path) ? GJ_OK : gj_fail_nomem(err);
    bool results = holds_results(w, path);
    if (results && !push(w->arena, &w->results, path))
        return gj_fail_nomem(err);
    for (size_t i = 0; i < names.count; i++) {
        bool slash = path.len && path.data[path.len - 1] == '/';
        gj_slice inner = gj_arena_format(w->arena, "%.*s%s%s", GJ_ARG(path), slash ? "" : "/", names.items[i]);
        struct stat info, target;
        if (!inner.data)
            return gj_fail_nomem(err);
        if (results && is_result(names.items[i]))
            continue;
        if (lstat(inner.data, &info) != 0 || stat(inner.data, &target) != 0)
            continue; /* gone meanwhile, or a dangling link */
        if (S_ISDIR(info.st_mode)) {
            GJ_TRY(walk_folder(w, inner, depth + 1, err));
        } else if (S_ISREG(target.st_mode)) {
            if (w->files.count >= GJ_MAX_FILES)
                return gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "文件太多，超过 %d 个；请分批检查",
                               "more than %d files; check them in parts", GJ_MAX_FILES);
            bool report = looks_like_report(w, inner.data);
            if (!(report ? push_file(w, inner, true) : push(w->arena, &w->passed_over, inner)))
                return gj_fail_nomem(err);
        }
    }
    return GJ_OK;
}

typedef struct named {
    const char *name;
    size_t index;
} named;

static int by_name_then_index(const void *a, const void *b)
{
    const named *x = a, *y = b;
    int order = strcmp(x->name, y->name);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

/* repeated[i]: paths[i] was named before. NULL for memory. */
static bool *find_repeated(gj_arena *arena, char **paths, size_t count)
{
    bool *repeated = GJ_ARRAY(arena, count, bool);
    named *sorted = GJ_ARRAY(arena, count, named);
    if (!repeated || !sorted)
        return NULL;
    for (size_t i = 0; i < count; i++)
        sorted[i] = (named){ paths[i], i };
    if (count)
        qsort(sorted, count, sizeof *sorted, by_name_then_index);
    for (size_t i = 1; i < count; i++)
        repeated[sorted[i].index] = strcmp(sorted[i - 1].name, sorted[i].name) == 0;
    return repeated;
}

gj_status gj_walk(gj_arena *arena, char **paths, size_t count, const gj_slice *hints, size_t hint_count, gj_walked *out,
                  gj_error *err)
{
    walk w = { .arena = arena, .hints = hints, .hint_count = hint_count, .peek = gj_arena_alloc(arena, PEEK) };
    const bool *repeated = find_repeated(arena, paths, count);
    if (!w.peek || !repeated)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < count; i++) {
        struct stat info;
        gj_slice path = gj_slice_of(paths[i]);
        if (repeated[i])
            continue;
        if (strcmp(paths[i], "-") != 0 && stat(paths[i], &info) == 0 && S_ISDIR(info.st_mode))
            GJ_TRY(walk_folder(&w, path, 0, err));
        else if (!push_file(&w, path, false))
            return gj_fail_nomem(err);
    }
    *out = (gj_walked){ .files = w.files.items,
                        .met = w.met.items,
                        .file_count = w.files.count,
                        .passed_over = w.passed_over.items,
                        .passed_over_count = w.passed_over.count,
                        .results = w.results.items,
                        .result_count = w.results.count,
                        .broken = w.broken.items,
                        .broken_count = w.broken.count };
    return GJ_OK;
}

void gj_say_passed_over(const gj_invocation *invocation, const gj_walked *walked, const char *const *opened,
                        size_t opened_count)
{
    size_t count = walked->passed_over_count + opened_count;
    for (size_t i = 0; i < walked->result_count; i++)
        gj_complain(invocation, "略过（以前汇总的结果）：%s", "passed over (the results of an earlier collect): %s",
                    walked->results[i]);
    for (size_t i = 0; i < count && i < 10; i++)
        gj_complain(invocation, "略过（不像年度报告）：%s", "passed over (does not look like a report): %s",
                    i < walked->passed_over_count ? walked->passed_over[i] : opened[i - walked->passed_over_count]);
    if (count > 10)
        gj_complain(invocation, "……共略过 %zu 个文件", "… %zu files passed over in all", count);
}
