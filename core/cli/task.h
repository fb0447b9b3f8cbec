/** task.h - the work of one file, done in a worker process: read it, judge it (or do what the command wants), reply with bytes. */
#ifndef GJ_CLI_TASK_H
#define GJ_CLI_TASK_H

#include "../base/process.h"
#include "plan.h"

/** Work on one thing of many: appends to `reply`; `arena` is the work's own and ends with it. */
typedef gj_status (*gj_index_job)(const void *context, size_t index, gj_arena *arena, gj_buffer *reply);
/** What a gj_task does whose request is an index (size_t) below `count`. GJ_INTERNAL for another request. */
gj_status gj_task_indexed(gj_slice request, size_t count, gj_index_job job, const void *context, gj_buffer *reply);

/** gj_task for `check`; the context is a gj_plan, the request the file's index (size_t). The reply: the number of the plan's exceptions, one byte each (used), then the
 *  encoded result. */
gj_status gj_task_check(void *plan, gj_slice request, gj_buffer *reply);

/** gj_task for `collect`; as gj_task_check, but no last year's report is taken, and the reply is the facts record alone: nothing for a file that is no
 *  report after all. */
gj_status gj_task_record(void *plan, gj_slice request, gj_buffer *reply);

/** gj_task for the first pass over several files (pairing.h); the request is an index for gj_plan_path. The reply: the year (int), then the name
 *  in its normal form. */
gj_status gj_task_identify(void *plan, gj_slice request, gj_buffer *reply);

/** The file's bytes: standard input as read before, else from disk. */
GJ_MUST_USE gj_status gj_task_bytes(const gj_plan *plan, size_t index, gj_arena *arena, gj_slice *out, gj_error *err);

/** Unpack a reply of gj_task_check, marking used exceptions in the plan. A worker that died or ran out of time becomes a result that says so. NULL
 *  only when memory runs out. */
gj_result *gj_task_result(gj_plan *plan, const gj_reply *reply, gj_arena *arena);

/** The record of a reply of gj_task_record, also where the worker died; borrowed from the reply or living in `arena`. Data NULL only when memory runs out. */
gj_slice gj_task_record_of(gj_plan *plan, const gj_reply *reply, gj_arena *arena);

/** What facts and convert do: bind the plan's only file in a worker and print what `show` appends. `show` runs in the worker. Returns an exit code. */
typedef gj_status (*gj_report_show)(const gj_invocation *invocation, const gj_report *report, gj_buffer *out);
int gj_run_on_report(gj_invocation *invocation, gj_report_show show, gj_buffer *out);

#endif
