#include "check_run.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "pairing.h"
#include "task.h"

/* Results wait for their turn so that the output does not depend on which worker is faster; the window bounds what waits. */
#define WINDOW_PER_WORKER 4

typedef struct waiting {
    gj_arena *arena;
    gj_result *result;
} waiting;

typedef struct run {
    gj_plan *plan;
    gj_outputs *outputs;
    gj_totals totals;
    gj_pool *pool;
    waiting *window;
    size_t window_size, submitted, shown;
    size_t problems;                   /* for the progress line */
    GJ_LIST(const char *) passed_over; /* met in a folder, opened, and no report */
    bool progress;
    int code;
} run;

static void worsen(run *r, int code)
{
    if (code > r->code)
        r->code = code;
}

static void judge_exit(run *r, const gj_result *result)
{
    if (result->status == GJ_UNREADABLE)
        worsen(r, GJ_EXIT_UNREADABLE);
    if (result->status == GJ_NOT_CHECKED)
        worsen(r, GJ_EXIT_BROKEN);
    for (size_t i = 0; i < result->outcome_count; i++)
        if (result->outcomes[i].outcome == GJ_BROKEN ||
            (result->outcomes[i].outcome == GJ_NOT_RUN && gj_slice_is(result->outcomes[i].because, "budget")))
            worsen(r, GJ_EXIT_BROKEN);
    if (r->plan->fail_on != GJ_FAIL_ON_NEVER && gj_verdict_of(result, r->plan->fail_on) == GJ_FAILED)
        worsen(r, GJ_EXIT_FINDINGS);
}

static void progress_line(run *r, const gj_result *result)
{
    if (!r->progress)
        return;
    r->problems += result->severities[GJ_ERROR] + result->severities[GJ_WARNING];
    bool en = r->plan->invocation->lang == GJ_EN;
    (void)fprintf(stderr, en ? "\r\033[K[%zu/%zu] %zu problems" : "\r\033[K[%zu/%zu] %zu 个问题", r->shown,
                  r->plan->walked.file_count, r->problems);
    (void)fflush(stderr);
}

static void clear_progress(const run *r)
{
    if (r->progress)
        (void)fputs("\r\033[K", stderr);
}

static void pass_over(run *r)
{
    const char **path = GJ_PUSH(r->plan->invocation->arena, &r->passed_over);
    if (path)
        *path = r->plan->walked.files[r->shown];
    else
        worsen(r, GJ_EXIT_BROKEN);
}

/* Show every result whose turn has come. */
static void show_ready(run *r)
{
    while (r->shown < r->submitted && r->window[r->shown % r->window_size].result) {
        waiting *w = &r->window[r->shown % r->window_size];
        clear_progress(r);
        if (w->result->status == GJ_PASSED_OVER) {
            pass_over(r);
        } else {
            gj_totals_add(&r->totals, w->result);
            judge_exit(r, w->result);
            gj_outputs_report(r->outputs, w->result);
        }
        r->shown++;
        progress_line(r, w->result);
        gj_arena_free(w->arena);
        *w = (waiting){ NULL, NULL };
    }
}

static gj_status collect(run *r, const gj_reply *reply)
{
    waiting *w = &r->window[reply->id % r->window_size];
    w->arena = gj_arena_new(0);
    w->result = w->arena ? gj_task_result(r->plan, reply, w->arena) : NULL;
    return w->result ? GJ_OK : GJ_NOMEM;
}

static gj_status submit_more(run *r, gj_error *err)
{
    while (!gj_interrupted() && !r->outputs->failed && gj_pool_ready(r->pool) &&
           r->submitted < r->plan->walked.file_count && r->submitted - r->shown < r->window_size) {
        size_t index = r->submitted;
        GJ_TRY(gj_pool_submit(r->pool, index, (gj_slice){ (const char *)&index, sizeof index }, err));
        r->submitted++;
    }
    return GJ_OK;
}

static gj_status check_all(run *r, gj_error *err)
{
    for (;;) {
        gj_reply reply;
        GJ_TRY(submit_more(r, err));
        if (gj_pool_busy(r->pool) == 0)
            return GJ_OK;
        if (!gj_pool_next(r->pool, -1, &reply))
            continue; /* a signal: submit_more stops, what is under way is waited for */
        GJ_TRY(collect(r, &reply));
        show_ready(r);
    }
}

/* What concerns the run and not one report goes to stderr. */
static void say_leftovers(const run *r)
{
    const gj_invocation *invocation = r->plan->invocation;
    const gj_walked *walked = &r->plan->walked;
    if (invocation->values[GJ_OPT_QUIET])
        return;
    gj_say_passed_over(invocation, walked, r->passed_over.items, r->passed_over.count);
    for (size_t i = 0; i < r->plan->exception_count; i++) {
        const gj_planned_exception *planned = &r->plan->exceptions[i];
        if (planned->expired)
            gj_complain(invocation, "%s：例外已过期（%.*s，到期 %.*s），不再起作用",
                        "%s: exception expired (%.*s, on %.*s) and no longer counts", planned->config->file.data,
                        GJ_ARG(planned->entry->exception.rule), GJ_ARG(planned->entry->exception.expires));
        else if (!planned->used)
            gj_complain(invocation, "%s：例外没有用到（%.*s：%.*s），可以删去",
                        "%s: exception not used (%.*s: %.*s); it can be removed", planned->config->file.data,
                        GJ_ARG(planned->entry->exception.rule), GJ_ARG(planned->entry->exception.reason));
    }
}

static int finish(run *r)
{
    clear_progress(r);
    r->totals.complete = !gj_interrupted() && r->shown == r->plan->walked.file_count;
    r->totals.passed_over = r->plan->walked.passed_over_count + r->passed_over.count;
    gj_outputs_end(r->outputs, &r->totals);
    say_leftovers(r);
    for (size_t i = 0; i < r->plan->walked.broken_count; i++) {
        gj_complain(r->plan->invocation, "打不开文件夹 %s，其中的文件没有检查",
                    "cannot open the folder %s; the files in it were not checked", r->plan->walked.broken[i]);
        worsen(r, GJ_EXIT_UNREADABLE);
    }
    if (!r->totals.reports && r->passed_over.count && !gj_interrupted()) {
        gj_complain(r->plan->invocation,
                    "没有检查任何报告：看过 %zu 个文件，都不像年度报告；若确是报告，请直接写出文件名",
                    "nothing was checked: none of %zu files looks like a report; name the file itself if it is one",
                    r->totals.passed_over);
        worsen(r, GJ_EXIT_USAGE);
    }
    if (r->outputs->failed)
        worsen(r, GJ_EXIT_BROKEN);
    if (gj_interrupted()) {
        gj_complain(r->plan->invocation, "已中断：检查了 %zu 份，共 %zu 份；以上结果有效",
                    "interrupted: %zu of %zu reports were checked; the results above stand", r->shown,
                    r->plan->walked.file_count);
        return GJ_EXIT_INTERRUPTED;
    }
    return r->code;
}

int gj_run_plan(gj_plan *plan, gj_outputs *outputs, size_t workers)
{
    plan->records = outputs->facts.fd >= 0 || outputs->facts_out;
    for (size_t i = 0; i < outputs->count; i++)
        plan->facsimile = plan->facsimile || outputs->items[i].shower.format->facsimile;
    gj_error err = { 0 };
    run r = { .plan = plan, .outputs = outputs, .window_size = workers * WINDOW_PER_WORKER };
    r.totals.fail_on = plan->fail_on;
    r.progress = isatty(STDERR_FILENO) && !plan->invocation->values[GJ_OPT_QUIET] && plan->walked.file_count > 1;
    r.window = gj_arena_array(plan->invocation->arena, r.window_size, sizeof *r.window);
    gj_status status = r.window ? gj_pair_priors(plan, workers, &err) : gj_fail_nomem(&err);
    if (status == GJ_OK)
        status = gj_pool_new(workers, gj_task_check, plan, &r.pool, &err);
    if (status == GJ_OK)
        status = check_all(&r, &err);
    int code = status == GJ_OK ? GJ_EXIT_CLEAN : gj_complain_error(plan->invocation, &err);
    worsen(&r, code == GJ_EXIT_CLEAN ? GJ_EXIT_CLEAN : GJ_EXIT_BROKEN);
    code = finish(&r);
    for (size_t i = 0; r.window && i < r.window_size; i++)
        gj_arena_free(r.window[i].arena);
    gj_pool_free(r.pool);
    return code;
}

bool gj_worker_count(const gj_invocation *invocation, size_t files, size_t *out)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    const char *given = invocation->values[GJ_OPT_JOBS];
    if (given &&
        (strspn(given, "0123456789") != strlen(given) || !*given || strlen(given) > 3 || strtol(given, NULL, 10) < 1)) {
        gj_complain(invocation, "选项 -j 要写 1 到 %d 的整数，不能是“%s”",
                    "option -j takes a whole number from 1 to %d, not \"%s\"", GJ_MAX_WORKERS, given);
        return false;
    }
    long wanted = given ? strtol(given, NULL, 10) : processors;
    if (wanted < 1)
        wanted = 1;
    if (wanted > GJ_MAX_WORKERS)
        wanted = GJ_MAX_WORKERS;
    *out = files < (size_t)wanted ? (files ? files : 1) : (size_t)wanted;
    return true;
}

gj_show_options gj_shown_of_plan(const gj_plan *plan, gj_lang lang)
{
    return (gj_show_options){ .lang = lang,
                              .ambiguous = 1,
                              .version = gj_slice_of(gj_version()),
                              .today = gj_slice_of(plan->today),
                              .ruleset = plan->ruleset,
                              .fail_on = plan->fail_on,
                              .config_digest = gj_slice_of(plan->config_digest),
                              .arguments = plan->arguments,
                              .argument_count = plan->argument_count };
}
