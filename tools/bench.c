/* bench.c - the stages and rules of one report, for callgrind: each is counted alone and dumped under its name (tools/bench reads the dumps).
 * Without valgrind it prints median times. Usage: bench REPORT
 */
#include <stdio.h>
#include <time.h>
#include <valgrind/callgrind.h>

#include "../core/base/file.h"
#include "../core/gouji.h"

#define ROUNDS 31

static void fail(const gj_error *err)
{
    (void)fprintf(stderr, "bench: %s\n", err->en);
    exit(1);
}

static long long now(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int by_value(const void *a, const void *b)
{
    const long long *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

typedef struct stage {
    gj_arena *arena;
    gj_ruleset *ruleset;
    gj_slice name, bytes;
    gj_document *document;
    gj_report *report;
    gj_judge_options judge;
    gj_error err;
} stage;

static void read_stage(stage *s)
{
    if (gj_read(s->arena, s->name, s->bytes, GJ_FORMAT_AUTO, &s->document, &s->err) != GJ_OK)
        fail(&s->err);
}

static void bind_stage(stage *s)
{
    gj_given given = { 0 };
    if (gj_bind(s->arena, s->document, s->ruleset->forms, &given, &s->report, &s->err) != GJ_OK)
        fail(&s->err);
}

static void judge_stage(stage *s)
{
    gj_result *result;
    if (gj_judge(s->arena, s->ruleset, s->report, &s->judge, &result, &s->err) != GJ_OK)
        fail(&s->err);
}

/* Once under callgrind; else the median of ROUNDS. */
static void measure(stage *s, const char *name, void (*run)(stage *))
{
    if (RUNNING_ON_VALGRIND) {
        CALLGRIND_START_INSTRUMENTATION;
        CALLGRIND_ZERO_STATS;
        run(s);
        CALLGRIND_DUMP_STATS_AT(name);
        CALLGRIND_STOP_INSTRUMENTATION;
        return;
    }
    long long times[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
        long long start = now();
        run(s);
        times[i] = now() - start;
    }
    qsort(times, ROUNDS, sizeof times[0], by_value);
    (void)printf("%s %lld\n", name, times[ROUNDS / 2]);
}

static void load_stage(stage *s)
{
    gj_ruleset_close(s->ruleset);
    s->ruleset = NULL;
    if (gj_ruleset_open(GJ_LIT(""), NULL, 0, &s->ruleset, &s->err) != GJ_OK)
        fail(&s->err);
}

int main(int argc, char **argv)
{
    stage s = { .arena = gj_arena_new(0), .judge.today = GJ_LIT("2025-01-31") };
    if (argc != 2 || !s.arena)
        return 2;
    s.name = gj_slice_of(argv[1]);
    if (gj_file_read(s.arena, argv[1], GJ_MAX_INPUT, &s.bytes, &s.err) != GJ_OK)
        fail(&s.err);
    measure(&s, "load", load_stage);
    measure(&s, "first-read", read_stage);
    measure(&s, "first-bind", bind_stage);
    measure(&s, "first-judge", judge_stage);
    for (int i = 0; i < 20; i++) { /* patterns compiled, JIT done, as after the first reports of a batch */
        bind_stage(&s);
        judge_stage(&s);
    }
    measure(&s, "read", read_stage);
    measure(&s, "bind", bind_stage);
    measure(&s, "judge", judge_stage);
    bool *selected = gj_arena_array(s.arena, s.ruleset->rule_count, sizeof *selected);
    if (!selected)
        return 1;
    s.judge.selected = selected;
    measure(&s, "rule:none", judge_stage);
    for (size_t i = 0; i < s.ruleset->rule_count; i++) {
        char name[80];
        selected[i] = true;
        (void)snprintf(name, sizeof name, "rule:%.*s", GJ_ARG(s.ruleset->rules[i].id));
        measure(&s, name, judge_stage);
        selected[i] = false;
    }
    gj_ruleset_close(s.ruleset);
    gj_arena_free(s.arena);
    return 0;
}
