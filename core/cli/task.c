#include <signal.h>

#include "task.h"

#include "pairing.h"
#include "prior_ledger.h"

#include "../base/file.h"
#include "../judge/result_wire.h"
#include "../show/record/record.h"

gj_status gj_task_bytes(const gj_plan *plan, size_t index, gj_arena *arena, gj_slice *out, gj_error *err)
{
    if (strcmp(plan->walked.files[index], "-") != 0)
        return gj_file_read(arena, plan->walked.files[index], GJ_MAX_INPUT, out, err);
    *out = plan->standard_input;
    if (plan->standard_input_status != GJ_OK)
        *err = plan->standard_input_error;
    return plan->standard_input_status;
}

static gj_slice name_of(const gj_plan *plan, size_t index)
{
    const char *name = plan->invocation->values[GJ_OPT_STDIN_NAME];
    if (strcmp(plan->walked.files[index], "-") == 0)
        return name ? gj_slice_of(name) : GJ_LIT("-");
    return gj_slice_of(plan->walked.files[index]);
}

gj_status gj_task_indexed(gj_slice request, size_t count, gj_index_job job, const void *context, gj_buffer *reply)
{
    size_t index;
    if (request.len != sizeof index)
        return GJ_INTERNAL;
    memcpy(&index, request.data, sizeof index);
    if (index >= count)
        return GJ_INTERNAL;
    gj_arena *arena = gj_arena_new(0);
    if (!arena)
        return GJ_NOMEM;
    gj_status status = job(context, index, arena, reply);
    gj_arena_free(arena);
    return status;
}

/* Last year's report of file `index`, read from disk. Fails for memory only: what else is wrong goes with the input, to be said there. */
static gj_status read_prior(const gj_plan *plan, size_t index, gj_arena *arena, gj_prior_input *out, gj_error *why)
{
    const gj_planned_prior *planned = &plan->priors[index];
    size_t own = plan->walked.file_count;
    *out = (gj_prior_input){ .chosen = planned->chosen, .as = plan->as, .rivals = planned->rivals };
    if (planned->chosen == GJ_PRIOR_NONE)
        return GJ_OK;
    if (planned->ledger.len)
        return gj_prior_from_ledger(plan, planned, arena, out, why);
    bool is_own = planned->candidate < own;
    out->path = is_own ? name_of(plan, planned->candidate) : gj_slice_of(gj_plan_path(plan, planned->candidate));
    out->given = gj_plan_prior_given(plan, planned->candidate);
    gj_status status = is_own ? gj_task_bytes(plan, planned->candidate, arena, &out->bytes, why)
                              : gj_file_read(arena, out->path.data, GJ_MAX_INPUT, &out->bytes, why);
    if (status != GJ_OK)
        out->error = why;
    return status == GJ_NOMEM ? status : GJ_OK;
}

/* A record also of what was not checked. */
static gj_status record_failure(const gj_plan *plan, gj_arena *arena, gj_result *result)
{
    gj_buffer line;
    if (!plan->records || result->record.len)
        return GJ_OK;
    gj_buffer_init(&line, GJ_MAX_RECORD);
    gj_status status = gj_show_record(arena, plan->ruleset, NULL, result, NULL, &line);
    if (status == GJ_OK) {
        result->record = gj_arena_copy(arena, gj_buffer_slice(&line));
        status = result->record.data ? GJ_OK : GJ_NOMEM;
    }
    gj_buffer_free(&line);
    return status;
}

/* What checking file `index` alone gives, or (`with_prior`) with its last year's report; `options` and `map` are left empty where it cannot be read. */
static gj_status result_of(const gj_plan *plan, size_t index, bool with_prior, gj_arena *arena,
                           gj_check_options *options, size_t **map, gj_result **result)
{
    gj_error err = { 0 }, prior_error = { 0 };
    gj_slice bytes, name = name_of(plan, index);
    gj_prior_input prior;
    gj_status status = gj_task_bytes(plan, index, arena, &bytes, &err);
    *options = (gj_check_options){ 0 };
    if (status == GJ_NOMEM)
        return status;
    if (status != GJ_OK) {
        GJ_TRY(gj_result_failed(arena, name, GJ_UNREADABLE, &err, result));
        return record_failure(plan, arena, *result);
    }
    GJ_TRY(gj_plan_options(plan, index, arena, options, map, &err));
    if (with_prior) {
        GJ_TRY(read_prior(plan, index, arena, &prior, &prior_error));
        options->prior = &prior;
    }
    options->met = plan->walked.met[index];
    status = gj_check(arena, plan->ruleset, name, bytes, options, result, &err);
    options->prior = NULL; /* it ends here */
    return status;
}

static gj_status check(const void *context, size_t index, gj_arena *arena, gj_buffer *reply)
{
    const gj_plan *plan = context;
    gj_check_options options;
    size_t *map = NULL;
    gj_result *result;
    GJ_TRY(result_of(plan, index, true, arena, &options, &map, &result));
    char *used = gj_arena_alloc(arena, plan->exception_count + 1);
    if (!used)
        return GJ_NOMEM;
    for (size_t i = 0; i < options.judge.exception_count; i++)
        used[map[i]] = options.judge.exception_used[i];
    gj_buffer_add(reply, (gj_slice){ used, plan->exception_count });
    return gj_result_encode(result, reply);
}

gj_status gj_task_check(void *plan, gj_slice request, gj_buffer *reply)
{
    return gj_task_indexed(request, ((const gj_plan *)plan)->walked.file_count, check, plan, reply);
}

static gj_status record(const void *context, size_t index, gj_arena *arena, gj_buffer *reply)
{
    gj_check_options options;
    size_t *map;
    gj_result *result;
    GJ_TRY(result_of(context, index, false, arena, &options, &map, &result));
    gj_buffer_add(reply, result->record);
    return reply->failed;
}

gj_status gj_task_record(void *plan, gj_slice request, gj_buffer *reply)
{
    return gj_task_indexed(request, ((const gj_plan *)plan)->walked.file_count, record, plan, reply);
}

static gj_status identify(const void *context, size_t index, gj_arena *arena, gj_buffer *reply)
{
    const gj_plan *plan = context;
    gj_error err = { 0 };
    gj_slice bytes;
    gj_brief brief;
    size_t own = plan->walked.file_count;
    gj_check_options options = { .as = plan->as, .given = gj_plan_prior_given(plan, index) };
    if (index < own) {
        options.given = gj_plan_given(plan, index);
        GJ_TRY(gj_task_bytes(plan, index, arena, &bytes, &err));
    } else {
        GJ_TRY(gj_file_read(arena, gj_plan_path(plan, index), GJ_MAX_INPUT, &bytes, &err));
    }
    GJ_TRY(gj_identify(arena, plan->ruleset, gj_slice_of(gj_plan_path(plan, index)), bytes, &options, &brief, &err));
    gj_buffer_add(reply, (gj_slice){ (const char *)&brief.year, sizeof brief.year });
    gj_buffer_add(reply, brief.name);
    return reply->failed;
}

gj_status gj_task_identify(void *context, gj_slice request, gj_buffer *reply)
{
    const gj_plan *plan = context;
    return gj_task_indexed(request, plan->walked.file_count + plan->prior_count, identify, plan, reply);
}

/* Why a worker gave no answer, in plain words. */
static void explain_end(const gj_reply *reply, gj_error *err)
{
    if (reply->end == GJ_TASK_TIMEOUT)
        (void)gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "检查超时（%d 秒），已放弃这一份；内容可能异常，请确认文件",
                      "checking took too long (%d s) and was given up; is the file what it should be?",
                      reply->signal == SIGXCPU ? GJ_WORKER_CPU_SECONDS : GJ_WORKER_WALL_SECONDS);
    else if (reply->end == GJ_TASK_DONE && (reply->status == GJ_NOMEM || reply->status == GJ_LIMIT))
        (void)gj_fail(err, GJ_NOMEM, GJ_NOWHERE, "检查这一份用尽了内存，已放弃",
                      "checking this report used up the memory allowed and was given up");
    else if (reply->signal ==
             SIGABRT) /* GLib and poppler know no other way when they get no memory; nothing of ours calls abort */
        (void)gj_fail(err, GJ_NOMEM, GJ_NOWHERE,
                      "检查这一份时所用的程序库中止了，多半是用尽了内存，没有结果；内容可能异常，请确认文件",
                      "a library gave up while checking this report, probably for want of memory, so that there is no "
                      "result; is the file what it should be?");
    else
        (void)gj_fail(err, GJ_INTERNAL, GJ_NOWHERE, "检查这一份时程序意外终止（信号 %d），没有结果；请把文件发给开发者",
                      "the worker died while checking this report (signal %d), there is no result; please send the "
                      "file to the developers",
                      reply->signal);
}

gj_result *gj_task_result(gj_plan *plan, const gj_reply *reply, gj_arena *arena)
{
    gj_result *result = NULL;
    gj_error err = { 0 };
    size_t flags = plan->exception_count;
    if (reply->end == GJ_TASK_DONE && reply->status == GJ_OK && reply->bytes.len >= flags &&
        gj_result_decode(arena, gj_slice_sub(reply->bytes, flags, reply->bytes.len), &result, &err) == GJ_OK) {
        for (size_t i = 0; i < flags; i++)
            plan->exceptions[i].used = plan->exceptions[i].used || reply->bytes.data[i];
        return result;
    }
    explain_end(reply, &err);
    gj_slice name = gj_arena_copy(arena, name_of(plan, reply->id));
    if (!name.data || gj_result_failed(arena, name, GJ_NOT_CHECKED, &err, &result) != GJ_OK ||
        record_failure(plan, arena, result) != GJ_OK)
        return NULL;
    return result;
}

gj_slice gj_task_record_of(gj_plan *plan, const gj_reply *reply, gj_arena *arena)
{
    gj_result *result = NULL;
    gj_error err = { 0 };
    if (reply->end == GJ_TASK_DONE && reply->status == GJ_OK)
        return (gj_slice){ reply->bytes.data ? reply->bytes.data : "", reply->bytes.len };
    explain_end(reply, &err);
    if (gj_result_failed(arena, name_of(plan, reply->id), GJ_NOT_CHECKED, &err, &result) != GJ_OK ||
        record_failure(plan, arena, result) != GJ_OK)
        return (gj_slice){ NULL, 0 };
    return result->record;
}

typedef struct one_report {
    gj_plan *plan;
    gj_report_show show;
} one_report;

/* The reply is the output, or, with a status, the gj_error. */
static gj_status bind_and_show(const void *context, size_t index, gj_arena *arena, gj_buffer *reply)
{
    const one_report *one = context;
    const gj_plan *plan = one->plan;
    size_t *map;
    gj_error err = { 0 }, prior_error = { 0 };
    gj_slice bytes;
    gj_check_options options;
    gj_prior_input prior;
    gj_report *report = NULL;
    gj_status status = gj_task_bytes(plan, index, arena, &bytes, &err);
    if (status == GJ_OK)
        status = gj_plan_options(plan, index, arena, &options, &map, &err);
    if (status == GJ_OK)
        status = read_prior(plan, index, arena, &prior, &prior_error);
    if (status == GJ_OK) {
        options.prior = &prior;
        status = gj_open_report(arena, plan->ruleset, name_of(plan, index), bytes, &options, &report, &err);
    }
    if (status == GJ_OK)
        status = one->show(plan->invocation, report, reply);
    if (status != GJ_OK) {
        err.status = status;
        gj_error_where(&err, name_of(plan, index));
        gj_buffer_clear(reply);
        gj_buffer_add(reply, (gj_slice){ (const char *)&err, sizeof err });
    }
    return status;
}

static gj_status task_show(void *context, gj_slice request, gj_buffer *reply)
{
    const one_report *one = context;
    return gj_task_indexed(request, one->plan->walked.file_count, bind_and_show, one, reply);
}

static int run_one(gj_plan *plan, gj_report_show show, gj_buffer *out)
{
    one_report one = { plan, show };
    gj_pool *pool = NULL;
    gj_error err = { 0 };
    gj_reply reply;
    size_t index = 0;
    if (gj_pool_new(1, task_show, &one, &pool, &err) != GJ_OK ||
        gj_pool_submit(pool, 0, (gj_slice){ (const char *)&index, sizeof index }, &err) != GJ_OK) {
        gj_pool_free(pool);
        return gj_complain_error(plan->invocation, &err);
    }
    int code = GJ_EXIT_CLEAN;
    if (!gj_pool_next(pool, -1, &reply)) {
        code = GJ_EXIT_INTERRUPTED;
    } else if (reply.end == GJ_TASK_DONE && reply.status == GJ_OK) {
        gj_buffer_add(out, reply.bytes);
    } else {
        if (reply.end == GJ_TASK_DONE && reply.bytes.len == sizeof err)
            memcpy(&err, reply.bytes.data, sizeof err);
        else
            explain_end(&reply, &err);
        code = gj_complain_error(plan->invocation, &err);
    }
    gj_pool_free(pool);
    return code;
}

int gj_run_on_report(gj_invocation *invocation, gj_report_show show, gj_buffer *out)
{
    gj_plan plan;
    if (invocation->path_count != 1) {
        gj_complain(invocation, "请给出一个文件，如：%s", "name one file, such as: %s", invocation->command->example);
        return GJ_EXIT_USAGE;
    }
    gj_error err = { 0 };
    int code = gj_plan_make(invocation, &plan);
    if (code == GJ_EXIT_CLEAN && gj_pair_priors(&plan, 1, &err) != GJ_OK)
        code = gj_complain_error(invocation, &err);
    if (code == GJ_EXIT_CLEAN)
        code = run_one(&plan, show, out);
    gj_plan_close(&plan);
    return code;
}
