/* measure.h - what a piece of work costs: its instructions where callgrind runs (dumped under a name, tools/bench reads the dumps), else the median of
 * some times in nanoseconds, printed. */
#ifndef GJ_TOOLS_MEASURE_H
#define GJ_TOOLS_MEASURE_H

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <valgrind/callgrind.h>

#define ROUNDS 31

static inline long long measure_now(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static inline int measure_compare(const void *a, const void *b)
{
    const long long *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static inline void measure(const char *name, void (*run)(void *), void *context)
{
    long long times[ROUNDS];
    if (RUNNING_ON_VALGRIND) {
        CALLGRIND_START_INSTRUMENTATION;
        CALLGRIND_ZERO_STATS;
        run(context);
        CALLGRIND_DUMP_STATS_AT(name);
        CALLGRIND_STOP_INSTRUMENTATION;
        return;
    }
    for (int i = 0; i < ROUNDS; i++) {
        long long start = measure_now();
        run(context);
        times[i] = measure_now() - start;
    }
    qsort(times, ROUNDS, sizeof times[0], measure_compare);
    (void)printf("%s %lld\n", name, times[ROUNDS / 2]);
}

#endif
