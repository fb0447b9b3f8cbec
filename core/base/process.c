#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "system.h"

/* Both ends are the same process image, so frames are plain structs. */
typedef struct request_head {
    uint64_t length;
} request_head;

typedef struct reply_head {
    uint64_t length;
    int32_t status;
    int32_t magic;
} reply_head;

#define REPLY_MAGIC 0x676A3031

typedef struct worker {
    pid_t pid; /* 0: not started */
    int to, from;
    bool busy;
    size_t id;
    int64_t deadline; /* monotonic milliseconds */
    int64_t used;     /* processor time it had used when that deadline was set, milliseconds */
    gj_buffer in;     /* reply bytes so far */
} worker;

struct gj_pool {
    gj_task task;
    void *context;
    worker *workers;
    size_t count, busy;
    int wall_milliseconds;
    bool trusted;    /* no limits of memory and processor time */
    gj_buffer reply; /* what gj_reply.bytes points into */
};

static int64_t milliseconds_of(clockid_t clock)
{
    struct timespec now;
    if (clock_gettime(clock, &now) != 0)
        return 0;
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int64_t now_milliseconds(void)
{
    return milliseconds_of(CLOCK_MONOTONIC);
}

/* 0 where it cannot be told. */
static int64_t used_milliseconds(const worker *w)
{
    clockid_t clock;
    return clock_getcpuclockid(w->pid, &clock) == 0 ? milliseconds_of(clock) : 0;
}

static void set_deadline(const gj_pool *pool, worker *w)
{
    w->deadline = now_milliseconds() + pool->wall_milliseconds;
    w->used = used_milliseconds(w);
}

gj_status gj_pool_new(size_t workers, gj_task task, void *context, gj_pool **out, gj_error *err)
{
    if (workers < 1)
        workers = 1;
    if (workers > GJ_MAX_WORKERS)
        workers = GJ_MAX_WORKERS;
    gj_pool *pool = calloc(1, sizeof *pool);
    worker *list = calloc(workers, sizeof *list);
    if (!pool || !list) {
        free(pool);
        free(list);
        return gj_fail_nomem(err);
    }
    *pool = (gj_pool){ .task = task,
                       .context = context,
                       .workers = list,
                       .count = workers,
                       .wall_milliseconds = GJ_WORKER_WALL_SECONDS * 1000 };
    for (size_t i = 0; i < workers; i++)
        gj_buffer_init(&list[i].in, GJ_MAX_RESULT + sizeof(reply_head));
    gj_buffer_init(&pool->reply, 0);
    *out = pool;
    return GJ_OK;
}

static int reap(worker *w, bool kill_first)
{
    int state = 0;
    if (kill_first)
        (void)kill(w->pid, SIGKILL);
    (void)close(w->to);
    (void)close(w->from);
    while (waitpid(w->pid, &state, 0) < 0 && errno == EINTR)
        ;
    w->pid = 0;
    w->busy = false;
    return WIFSIGNALED(state) ? WTERMSIG(state) : 0;
}

void gj_pool_free(gj_pool *pool)
{
    if (!pool)
        return;
    for (size_t i = 0; i < pool->count; i++) {
        if (pool->workers[i].pid)
            (void)reap(&pool->workers[i], pool->workers[i].busy);
        gj_buffer_free(&pool->workers[i].in);
    }
    gj_buffer_free(&pool->reply);
    free(pool->workers);
    free(pool);
}

void gj_pool_deadline(gj_pool *pool, int milliseconds)
{
    pool->wall_milliseconds = milliseconds;
}

void gj_pool_trust(gj_pool *pool)
{
    pool->trusted = true;
}

bool gj_pool_ready(const gj_pool *pool)
{
    return pool->busy < pool->count;
}

size_t gj_pool_busy(const gj_pool *pool)
{
    return pool->busy;
}

static bool write_all(int fd, const void *data, size_t length)
{
    const char *at = data;
    while (length) {
        ssize_t written = write(fd, at, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        at += written;
        length -= (size_t)written;
    }
    return true;
}

static bool read_all(int fd, void *data, size_t length)
{
    char *at = data;
    while (length) {
        ssize_t got = read(fd, at, length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        at += got;
        length -= (size_t)got;
    }
    return true;
}

/* Address space a worker may reach: what it has now and GJ_WORKER_MEMORY more. */
static void limit_memory(void)
{
#if !defined(__SANITIZE_ADDRESS__) && !defined(GJ_NO_RLIMIT_AS)
    unsigned long long pages = 0;
    FILE *statm = fopen("/proc/self/statm", "r");
    char text[64] = "";
    if (statm) {
        if (fgets(text, sizeof text, statm))
            pages = strtoull(text, NULL, 10);
        (void)fclose(statm);
    }
    long page = sysconf(_SC_PAGESIZE);
    rlim_t limit = (rlim_t)(pages * (unsigned long long)(page > 0 ? page : 4096) + GJ_WORKER_MEMORY);
    (void)setrlimit(RLIMIT_AS, &(struct rlimit){ .rlim_cur = limit, .rlim_max = limit });
#endif
}

/* RLIMIT_CPU counts from the process's start: move the soft limit ahead of what was used so far. */
static void limit_cpu(void)
{
    struct rusage used;
    if (getrusage(RUSAGE_SELF, &used) != 0)
        return;
    rlim_t seconds = (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 + GJ_WORKER_CPU_SECONDS);
    (void)setrlimit(RLIMIT_CPU, &(struct rlimit){ .rlim_cur = seconds, .rlim_max = RLIM_INFINITY });
}

static _Noreturn void work(const gj_pool *pool, int in, int out)
{
    (void)signal(SIGINT, SIG_IGN); /* Ctrl-C is the parent's business */
    (void)signal(SIGPIPE, SIG_IGN);
    (void)setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
    if (!pool->trusted)
        limit_memory();
    gj_buffer reply;
    gj_buffer_init(&reply, GJ_MAX_RESULT);
    request_head head;
    while (read_all(in, &head, sizeof head)) {
        char *request = malloc((size_t)head.length + 1);
        if (!request || !read_all(in, request, (size_t)head.length))
            _exit(1);
        if (!pool->trusted)
            limit_cpu();
        gj_buffer_clear(&reply);
        gj_status status = pool->task(pool->context, (gj_slice){ request, (size_t)head.length }, &reply);
        free(request);
        if (reply.failed && status == GJ_OK)
            status = reply.failed;
        reply_head answer = { .length = reply.len, .status = (int32_t)status, .magic = REPLY_MAGIC };
        if (!write_all(out, &answer, sizeof answer) || !write_all(out, reply.data, reply.len))
            _exit(1);
    }
    _exit(0);
}

/* A child inherits the pipe ends of its elder siblings; closed, or a sibling would never see the end of its input. */
static void close_siblings(gj_pool *pool)
{
    for (size_t i = 0; i < pool->count; i++)
        if (pool->workers[i].pid) {
            (void)close(pool->workers[i].to);
            (void)close(pool->workers[i].from);
        }
}

static gj_status start(gj_pool *pool, worker *w, gj_error *err)
{
    int down[2], up[2];
    if (pipe(down) != 0)
        return gj_fail_system(err, "无法建立管道", "cannot make a pipe", "", errno);
    if (pipe(up) != 0) {
        int reason = errno;
        (void)close(down[0]);
        (void)close(down[1]);
        return gj_fail_system(err, "无法建立管道", "cannot make a pipe", "", reason);
    }
    pid_t pid = fork();
    if (pid == 0) {
        (void)close(down[1]);
        (void)close(up[0]);
        close_siblings(pool);
        work(pool, down[0], up[1]);
    }
    int reason = errno;
    (void)close(down[0]);
    (void)close(up[1]);
    if (pid < 0) {
        (void)close(down[1]);
        (void)close(up[0]);
        return gj_fail_system(err, "无法启动检查进程", "cannot start a worker", "", reason);
    }
    w->pid = pid;
    w->to = down[1];
    w->from = up[0];
    w->busy = false;
    return GJ_OK;
}

int gj_task_mute(void)
{
    int ends[2];
    if (pipe(ends) != 0)
        return -1;
    for (int i = 0; i < 2; i++) /* neither end waits: a full pipe has been said to */
        (void)fcntl(ends[i], F_SETFL, O_NONBLOCK);
    (void)fflush(stderr);
    bool muted = dup2(ends[1], STDERR_FILENO) >= 0;
    (void)close(ends[1]);
    if (muted)
        return ends[0];
    (void)close(ends[0]);
    return -1;
}

bool gj_task_said(int muted)
{
    char byte;
    (void)fflush(stderr);
    return muted >= 0 && read(muted, &byte, 1) == 1;
}

static worker *idle_worker(gj_pool *pool)
{
    worker *fresh = NULL;
    for (size_t i = 0; i < pool->count; i++) {
        worker *w = &pool->workers[i];
        if (w->pid && !w->busy)
            return w;
        if (!w->pid && !fresh)
            fresh = w;
    }
    return fresh;
}

gj_status gj_pool_submit(gj_pool *pool, size_t id, gj_slice request, gj_error *err)
{
    for (int attempt = 0; attempt < 2; attempt++) {
        worker *w = idle_worker(pool);
        if (!w)
            return gj_fail(err, GJ_INTERNAL, GJ_NOWHERE, "没有空闲的检查进程", "no idle worker");
        if (!w->pid)
            GJ_TRY(start(pool, w, err));
        request_head head = { .length = request.len };
        if (write_all(w->to, &head, sizeof head) && write_all(w->to, request.data, request.len)) {
            w->busy = true;
            w->id = id;
            set_deadline(pool, w);
            gj_buffer_clear(&w->in);
            pool->busy++;
            return GJ_OK;
        }
        (void)reap(w, true); /* it died while idle: start another */
    }
    return gj_fail(err, GJ_IO, GJ_NOWHERE, "检查进程无法启动", "a worker cannot be started");
}

static bool finish(gj_pool *pool, worker *w, gj_task_end end, gj_reply *out)
{
    *out = (gj_reply){ .id = w->id, .end = end };
    pool->busy--;
    if (end == GJ_TASK_DONE) {
        reply_head head;
        memcpy(&head, w->in.data, sizeof head);
        gj_buffer swap = pool->reply;
        pool->reply = w->in;
        w->in = swap;
        w->in.cap = GJ_MAX_RESULT + sizeof(reply_head);
        w->busy = false;
        out->status = (gj_status)head.status;
        out->bytes = gj_slice_sub(gj_buffer_slice(&pool->reply), sizeof head, pool->reply.len);
        return true;
    }
    out->signal = reap(w, end == GJ_TASK_TIMEOUT);
    if (out->signal == SIGXCPU)
        out->end = GJ_TASK_TIMEOUT;
    return true;
}

/* Reads what is there. 1: the reply is whole, -1: the child is gone or broke the framing, 0: more to come. */
static int take(worker *w)
{
    char bytes[65536];
    ssize_t got = read(w->from, bytes, sizeof bytes);
    if (got < 0 && errno == EINTR)
        return 0;
    if (got <= 0)
        return -1;
    gj_buffer_add(&w->in, (gj_slice){ bytes, (size_t)got });
    if (w->in.failed)
        return -1;
    reply_head head;
    if (w->in.len < sizeof head)
        return 0;
    memcpy(&head, w->in.data, sizeof head);
    if (head.magic != REPLY_MAGIC || head.length > GJ_MAX_RESULT || w->in.len > sizeof head + head.length)
        return -1;
    return w->in.len == sizeof head + head.length;
}

/* A child that overran its deadline, if any. One that worked meanwhile, on a machine with much else to do, is not to blame and
 * gets another; that its processor time is limited ends it. */
static worker *overdue(gj_pool *pool, int64_t now)
{
    for (size_t i = 0; i < pool->count; i++) {
        worker *w = &pool->workers[i];
        if (!w->busy || w->deadline > now)
            continue;
        if (used_milliseconds(w) - w->used <= pool->wall_milliseconds / GJ_WORKER_SHARE)
            return w;
        set_deadline(pool, w);
    }
    return NULL;
}

static int poll_wait(const gj_pool *pool, int64_t now, int64_t until)
{
    int64_t first = until;
    for (size_t i = 0; i < pool->count; i++)
        if (pool->workers[i].busy && (first < 0 || pool->workers[i].deadline < first))
            first = pool->workers[i].deadline;
    return first <= now ? 0 : (int)(first - now);
}

bool gj_pool_next(gj_pool *pool, int milliseconds, gj_reply *out)
{
    int64_t now = now_milliseconds();
    int64_t until = milliseconds < 0 ? -1 : now + milliseconds;
    struct pollfd ready[GJ_MAX_WORKERS];
    worker *owners[GJ_MAX_WORKERS];
    while (pool->busy) {
        worker *late = overdue(pool, now);
        if (late)
            return finish(pool, late, GJ_TASK_TIMEOUT, out);
        nfds_t count = 0;
        for (size_t i = 0; i < pool->count; i++)
            if (pool->workers[i].busy) {
                owners[count] = &pool->workers[i];
                ready[count++] = (struct pollfd){ .fd = pool->workers[i].from, .events = POLLIN };
            }
        if (poll(ready, count, poll_wait(pool, now, until)) < 0)
            return false;
        for (nfds_t i = 0; i < count; i++) {
            if (!ready[i].revents)
                continue;
            int state = take(owners[i]);
            if (state)
                return finish(pool, owners[i], state > 0 ? GJ_TASK_DONE : GJ_TASK_DIED, out);
        }
        now = now_milliseconds();
        if (until >= 0 && now >= until)
            return false;
    }
    return false;
}
