#include "sources.h"

#include <stdio.h>
#include <unistd.h>

#include "../base/file.h"
#include "../show/record/record.h"
#include "check_run.h"
#include "prior_ledger.h"
#include "task.h"

void gj_sources_worsen(gj_sources *s, int code)
{
    s->code = code > s->code ? code : s->code;
}

/* By its first bytes: a line that says that it is a record. */
static bool is_facts(const char *path)
{
    char peek[64];
    FILE *file = strcmp(path, "-") == 0 ? NULL : fopen(path, "rb");
    if (!file)
        return false;
    size_t got = fread(peek, 1, sizeof peek, file);
    (void)fclose(file);
    gj_slice bytes = { peek, got };
    size_t length = strlen(path);
    bool named = length > 6 && strcmp(path + length - 6, ".jsonl") == 0;
    bool record = got && peek[0] == '{' && gj_slice_find(bytes, GJ_LIT("\"gouji/record@"), 0) != GJ_NOT_FOUND;
    return record || (named && got == 0); /* an empty share of many */
}

static bool sort_paths(gj_sources *s)
{
    const gj_invocation *given = s->invocation;
    size_t priors = given->counts[GJ_OPT_PRIOR], room = given->path_count + priors + 1;
    const char *aggregate = given->values[GJ_OPT_AGGREGATE];
    s->files = *given;
    s->files.path_count = 0;
    s->files.paths = GJ_ARRAY(given->arena, room, char *);
    s->facts = GJ_ARRAY(given->arena, room, const char *);
    s->ledgers = GJ_ARRAY(given->arena, room, const char *);
    if (!s->files.paths || !s->facts || !s->ledgers)
        return false;
    for (size_t i = 0; i < given->path_count; i++)
        if (s->with_ledgers && gj_is_ledger(given->paths[i]))
            s->ledgers[s->ledger_count++] = given->paths[i];
        else if (is_facts(given->paths[i]))
            s->facts[s->facts_count++] = given->paths[i];
        else
            s->files.paths[s->files.path_count++] = given->paths[i];
    s->first_prior_facts = s->facts_count;
    for (size_t i = 0; i < priors; i++) {
        gj_slice path = gj_arena_copy(given->arena, gj_slice_of(given->many[GJ_OPT_PRIOR][i]));
        if (!path.data)
            return false;
        if (gj_is_ledger(path.data))
            continue;
        if (is_facts(path.data))
            s->facts[s->facts_count++] = path.data;
        else
            s->files.paths[s->files.path_count++] = (char *)path.data;
    }
    if (aggregate && is_facts(aggregate)) {
        s->aggregate_facts = aggregate;
    } else if (aggregate) {
        gj_slice path = gj_arena_copy(given->arena, gj_slice_of(aggregate));
        if (!path.data)
            return false;
        s->files.paths[s->files.path_count++] = (char *)path.data;
    }
    /* These are about the collection, not about each report. */
    s->files.values[GJ_OPT_YEAR] = s->files.values[GJ_OPT_PRIOR] = NULL;
    s->files.counts[GJ_OPT_PRIOR] = 0;
    return true;
}

int gj_sources_open(gj_sources *s, gj_invocation *invocation, bool with_ledgers)
{
    *s = (gj_sources){ .invocation = invocation, .with_ledgers = with_ledgers };
    if (invocation->path_count == 0) {
        gj_complain(invocation, "请给出要汇总的文件夹、报告、事实记录或台账，如：%s",
                    "name the folders, reports, facts files or ledgers to collect, such as: %s",
                    invocation->command->example);
        return GJ_EXIT_USAGE;
    }
    if (!gj_issuer_flags_fine(invocation))
        return GJ_EXIT_USAGE;
    if (!sort_paths(s))
        return GJ_EXIT_BROKEN;
    s->planned = true;
    int code = s->files.path_count ? gj_plan_make(&s->files, &s->plan) : gj_plan_make_bare(&s->files, &s->plan);
    s->plan.records = true;
    s->plan.aggregate = s->aggregate_facts ? NULL : invocation->values[GJ_OPT_AGGREGATE];
    return code;
}

void gj_sources_close(gj_sources *s)
{
    if (s->planned)
        gj_plan_close(&s->plan);
}

/* Whether the path is the one given, or in that folder. */
static bool is_under(gj_slice path, const char *given)
{
    gj_slice folder = gj_slice_of(given);
    while (folder.len > 1 && folder.data[folder.len - 1] == '/')
        folder.len--;
    return gj_slice_starts(path, folder) &&
           (path.len == folder.len || path.data[folder.len] == '/' || gj_slice_is(folder, "/"));
}

gj_status gj_sources_add(gj_sources *s, gj_slice line, bool as_prior, bool as_aggregate, gj_error *err)
{
    gj_arena *arena = s->invocation->arena;
    gj_record record;
    GJ_TRY(gj_record_read(arena, s->plan.ruleset->forms, line, &record, err));
    for (size_t i = 0; i < s->invocation->counts[GJ_OPT_PRIOR]; i++)
        as_prior = as_prior || is_under(record.path, s->invocation->many[GJ_OPT_PRIOR][i]);
    record.as_prior = as_prior;
    record.as_aggregate =
        as_aggregate || (s->plan.aggregate && gj_slice_is(record.path, s->plan.aggregate) && !as_prior);
    if (record.status == GJ_UNREADABLE)
        gj_sources_worsen(s, GJ_EXIT_UNREADABLE);
    if (record.status == GJ_NOT_CHECKED)
        gj_sources_worsen(s, GJ_EXIT_BROKEN);
    gj_record *kept = GJ_PUSH(arena, &s->records);
    if (!kept)
        return gj_fail_nomem(err);
    *kept = record;
    return GJ_OK;
}

/* Facts files */

static gj_status read_facts(gj_sources *s, const char *path, bool as_prior, bool as_aggregate, gj_error *err)
{
    gj_slice bytes;
    gj_status status = gj_file_read(s->invocation->arena, path, GJ_MAX_FACTS, &bytes, err);
    if (status == GJ_IO || status == GJ_LIMIT) {
        gj_sources_worsen(s, gj_complain_error(s->invocation, err));
        return GJ_OK;
    }
    GJ_TRY(status);
    size_t number = 0;
    for (size_t at = 0; at < bytes.len;) {
        size_t end = gj_slice_find(bytes, GJ_LIT("\n"), at);
        gj_slice line = gj_slice_trim(gj_slice_sub(bytes, at, end));
        at = end == GJ_NOT_FOUND ? bytes.len : end + 1;
        number++;
        if (!line.len)
            continue;
        status = line.len > GJ_MAX_RECORD ? gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "这一行超过 %d 兆字节",
                                                    "this line is larger than %d MiB", (int)(GJ_MAX_RECORD / GJ_MIB))
                                          : gj_sources_add(s, line, as_prior, as_aggregate, err);
        if (status == GJ_NOMEM)
            return status;
        if (status == GJ_OK)
            continue;
        err->where[0] = '\0';
        gj_error_where(err, gj_slice_of(path));
        err->line = number;
        err->column = err->column ? err->column : 1;
        gj_sources_worsen(s, gj_complain_error(s->invocation, err));
    }
    return GJ_OK;
}

/* Reports */

static void progress(const gj_sources *s, size_t done, bool last)
{
    if (!isatty(STDERR_FILENO) || s->invocation->values[GJ_OPT_QUIET])
        return;
    (void)fprintf(stderr, last ? "\r\033[K" : "\r\033[K[%zu/%zu]", done, s->plan.walked.file_count);
    (void)fflush(stderr);
}

static gj_status take_reply(gj_sources *s, const gj_reply *reply, gj_error *err)
{
    gj_slice line = gj_task_record_of(&s->plan, reply, s->invocation->arena);
    if (!line.data)
        return gj_fail_nomem(err);
    if (!line.len) {
        s->opened[reply->id] = s->plan.walked.files[reply->id];
        return GJ_OK;
    }
    line = gj_arena_copy(s->invocation->arena, gj_slice_trim(line));
    if (!line.data)
        return gj_fail_nomem(err);
    GJ_TRY(gj_sources_add(s, line, false, false, err));
    const gj_config *config = s->plan.configs[reply->id];
    if (!config || !config->ledger.len)
        return GJ_OK;
    gj_configured_record *at = GJ_PUSH(s->invocation->arena, &s->configured);
    if (!at)
        return gj_fail_nomem(err);
    *at = (gj_configured_record){ s->records.count - 1, config };
    return GJ_OK;
}

static gj_status check_files(gj_sources *s, gj_pool *pool, gj_error *err)
{
    size_t submitted = 0, done = 0;
    for (;;) {
        gj_reply reply;
        while (!gj_interrupted() && submitted < s->plan.walked.file_count && gj_pool_ready(pool)) {
            GJ_TRY(gj_pool_submit(pool, submitted, (gj_slice){ (const char *)&submitted, sizeof submitted }, err));
            submitted++;
        }
        if (gj_pool_busy(pool) == 0)
            break;
        if (!gj_pool_next(pool, -1, &reply))
            continue;
        GJ_TRY(take_reply(s, &reply, err));
        progress(s, ++done, false);
    }
    progress(s, done, true);
    return GJ_OK;
}

static void say_passed_over(gj_sources *s)
{
    const gj_walked *walked = &s->plan.walked;
    for (size_t i = 0; i < walked->broken_count; i++) {
        gj_complain(s->invocation, "打不开文件夹 %s，其中的文件没有检查",
                    "cannot open the folder %s; the files in it were not checked", walked->broken[i]);
        gj_sources_worsen(s, GJ_EXIT_UNREADABLE);
    }
    if (s->invocation->values[GJ_OPT_QUIET])
        return;
    size_t count = 0;
    for (size_t i = 0; i < walked->file_count; i++) /* in the order of the walk, whichever worker was first */
        if (s->opened[i])
            s->opened[count++] = s->opened[i];
    gj_say_passed_over(s->invocation, walked, s->opened, count);
}

gj_status gj_sources_read(gj_sources *s, gj_error *err)
{
    size_t workers = 1;
    gj_pool *pool = NULL;
    if (!gj_worker_count(s->invocation, s->plan.walked.file_count, &workers))
        return gj_fail(err, GJ_USAGE, GJ_NOWHERE, "没有开始汇总", "nothing was collected");
    if (s->plan.walked.file_count) {
        s->opened = GJ_ARRAY(s->invocation->arena, s->plan.walked.file_count, const char *);
        if (!s->opened)
            return gj_fail_nomem(err);
        GJ_TRY(gj_pool_new(workers, gj_task_record, &s->plan, &pool, err));
        gj_status status = check_files(s, pool, err);
        gj_pool_free(pool);
        GJ_TRY(status);
        say_passed_over(s);
    }
    for (size_t i = 0; i < s->facts_count && !gj_interrupted(); i++)
        GJ_TRY(read_facts(s, s->facts[i], i >= s->first_prior_facts, false, err));
    if (s->aggregate_facts)
        GJ_TRY(read_facts(s, s->aggregate_facts, false, true, err));
    return s->with_ledgers ? gj_sources_read_ledgers(s, err) : GJ_OK;
}
