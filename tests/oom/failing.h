/** failing.h - every allocation failed in turn: what the programs of this folder share.
 *
 * A program that includes this defines malloc itself, so that the libraries' allocations count too, those of libraries loaded later included. Each attempt
 * runs in a child, which starts from the same state. Included once a program.
 */
#ifndef GJ_TEST_FAILING_H
#define GJ_TEST_FAILING_H

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void __libc_free(void *);

static struct {
    bool armed, persistent;
    size_t countdown, calls;
    size_t *fired, *shared; /* failing_share */
    size_t live;            /* blocks handed out and not freed */
} shim;

static bool refuse(void)
{
    if (!shim.armed)
        return false;
    shim.calls++;
    if (shim.countdown > 1) {
        shim.countdown--;
        return false;
    }
    if (shim.countdown == 0 && !shim.persistent)
        return false;
    shim.countdown = 0;
    ++*shim.fired;
    errno = ENOMEM;
    return true;
}

void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *block, size_t size);
void free(void *block);

void *malloc(size_t size)
{
    void *block = refuse() ? NULL : __libc_malloc(size);
    shim.live += block != NULL;
    return block;
}

void *calloc(size_t count, size_t size)
{
    void *block = refuse() ? NULL : __libc_calloc(count, size);
    shim.live += block != NULL;
    return block;
}

void *realloc(void *block, size_t size)
{
    if (!block)
        return malloc(size);
    return refuse() ? NULL : __libc_realloc(block, size);
}

void free(void *block)
{
    shim.live -= block != NULL;
    __libc_free(block);
}

/** How an attempt ends: as the child's exit code. */
enum verdict { FINE = 0, NO_FAULT = 10, LEAK = 11, DIFFERENT = 12 };

/** Count also what fails in processes that an attempt starts; once, before the first attempt. Without it an attempt is over when its own process meets no fault. */
static inline void failing_share(void)
{
    int zero = open("/dev/zero", O_RDWR);
    void *shared = mmap(NULL, sizeof *shim.shared, PROT_READ | PROT_WRITE, MAP_SHARED, zero, 0);
    (void)close(zero);
    shim.shared = shared == MAP_FAILED ? NULL : shared;
}

/** From now on allocation `n` fails, and with `persistent` all after it; 0: none, they are counted only. */
static inline void failing_arm(size_t n, bool persistent)
{
    static size_t own;
    shim.fired = shim.shared ? shim.shared : &own;
    shim.countdown = n;
    shim.persistent = persistent;
    *shim.fired = shim.calls = 0;
    shim.armed = true;
}

/** One attempt: arms, tries, disarms, and says how it ended. */
typedef int (*failing_attempt)(const void *context, size_t n, bool persistent);

static void failing_tell(const char *what, size_t n, bool persistent, int state)
{
    (void)printf("%s: allocation %zu failed%s: %s %d\n", what, n, persistent ? " and all after it" : "",
                 WIFSIGNALED(state)                ? "killed by signal"
                 : WEXITSTATUS(state) == LEAK      ? "leak"
                 : WEXITSTATUS(state) == DIFFERENT ? "a silently different result"
                                                   : "exit",
                 WIFSIGNALED(state) ? WTERMSIG(state) : WEXITSTATUS(state));
}

/** Which allocations are tried: those after `first`, the first `sure` of them all, then every `step`-th. */
typedef struct failing_plan {
    size_t first, sure, step;
} failing_plan;

/** Until a run meets no fault. */
static void failing_sweep(const void *context, failing_attempt attempt, const char *what, failing_plan plan,
                          bool persistent, size_t *passed, size_t *failed)
{
    for (size_t n = plan.first + 1;; n += n < plan.first + plan.sure ? 1 : plan.step) {
        int state = 0;
        (void)fflush(NULL);
        pid_t child = fork();
        if (child == 0)
            _exit(attempt(context, n, persistent));
        if (child < 0 || waitpid(child, &state, 0) != child) {
            (void)printf("%s: cannot fork\n", what);
            (*failed)++;
            return;
        }
        if (WIFEXITED(state) && WEXITSTATUS(state) == NO_FAULT)
            return;
        if (WIFEXITED(state) && WEXITSTATUS(state) == FINE) {
            (*passed)++;
            continue;
        }
        (*failed)++;
        failing_tell(what, n, persistent, state);
        if (*failed > 20)
            return;
    }
}

#endif
