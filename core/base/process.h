/** process.h - work done in child processes, so that a hostile report costs only itself.
 *
 * The only file that knows fork, pipes, signals and rlimits; another system needs another process.c. A pool keeps N children
 * forked from the caller (so they share what the caller had loaded), hands them requests and collects replies. A child that
 * crashes, exceeds GJ_WORKER_CPU_SECONDS or GJ_WORKER_MEMORY on a request, stands still for GJ_WORKER_WALL_SECONDS, or breaks the
 * framing, is killed and replaced; its request ends as GJ_TASK_DIED or GJ_TASK_TIMEOUT and no other request is touched. To stand
 * still is to use at most one GJ_WORKER_SHAREth of a processor: how a request ends does not depend on how busy the machine is.
 */
#ifndef GJ_BASE_PROCESS_H
#define GJ_BASE_PROCESS_H

#include "buffer.h"
#include "status.h"

/** Runs in the child. Appends the reply (at most GJ_MAX_RESULT); its status travels with it. Must not print. */
typedef gj_status (*gj_task)(void *context, gj_slice request, gj_buffer *reply);

typedef enum gj_task_end { GJ_TASK_DONE, GJ_TASK_DIED, GJ_TASK_TIMEOUT } gj_task_end;

typedef struct gj_pool gj_pool;

/** The caller must ignore SIGPIPE: a child that died is an error of write. Starts no child yet; they are forked when first needed. `workers` is clamped to 1..GJ_MAX_WORKERS. */
GJ_MUST_USE gj_status gj_pool_new(size_t workers, gj_task task, void *context, gj_pool **out, gj_error *err);
/** Kills the children that are still at work. NULL is fine. */
void gj_pool_free(gj_pool *pool);
/** How long a child may stand still, for each request from now on; GJ_WORKER_WALL_SECONDS until it is set. */
void gj_pool_deadline(gj_pool *pool, int milliseconds);
/** Children from now on have no limit of memory and processor time: for work whose size is the caller's own, not a hostile file's. */
void gj_pool_trust(gj_pool *pool);
/** True while fewer requests are under way than there are workers. */
bool gj_pool_ready(const gj_pool *pool);
size_t gj_pool_busy(const gj_pool *pool);
/** Hand a request to an idle child. `id` comes back with the reply. GJ_IO when no child can be started. */
GJ_MUST_USE gj_status gj_pool_submit(gj_pool *pool, size_t id, gj_slice request, gj_error *err);

/** For a task whose library complains on standard error: from here on that goes nowhere in this child, and gj_task_said tells whether there was any. -1 where it
 *  cannot be done, of which nothing is said. */
int gj_task_mute(void);
bool gj_task_said(int muted);

typedef struct gj_reply {
    size_t id;
    gj_task_end end;
    gj_status status; /* what the task returned, where end is GJ_TASK_DONE */
    int signal;       /* that killed the child, or 0 */
    gj_slice bytes;   /* borrowed until the next call on the pool */
} gj_reply;

/** Wait for the next reply, at most `milliseconds` (-1: for ever). False when the time passed, nothing is under way, or a signal
 *  (Ctrl-C) interrupted. */
bool gj_pool_next(gj_pool *pool, int milliseconds, gj_reply *out);

#endif
