/* CPU time of this thread, the median of several rounds less what judging costs with no rule at all; and the steps that the rule was
 * charged, which do not depend on the machine. The reports are the author's own and are read in this process, so that patterns are
 * compiled once, as in a batch. */
#include "rule_bench.h"

#include <stdlib.h>
#include <time.h>

#include "../base/file.h"
#include "../show/words.h"
#include "plan.h"
#include "task.h"

#define ROUNDS 9
#define WARM_UP 3

typedef struct cost {
    const gj_rule *rule;
    long long nanoseconds; /* of all reports */
    long long steps;
} cost;

typedef struct bench {
    gj_plan plan;
    gj_arena *arena, *scratch;
    bool *selected, *alone; /* one a rule */
    cost *costs;
    size_t reports;
} bench;

static long long thread_time(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int by_value(const void *a, const void *b)
{
    const long long *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static gj_status judge(bench *b, const gj_report *report, gj_judge_options *options, gj_error *err)
{
    gj_result *result;
    gj_arena_reset(b->scratch);
    return gj_judge(b->scratch, b->plan.ruleset, report, options, &result, err);
}

static gj_status median(bench *b, const gj_report *report, gj_judge_options *options, long long *out, gj_error *err)
{
    long long times[ROUNDS];
    for (size_t i = 0; i < ROUNDS; i++) {
        long long start = thread_time();
        GJ_TRY(judge(b, report, options, err));
        times[i] = thread_time() - start;
    }
    qsort(times, ROUNDS, sizeof *times, by_value);
    *out = times[ROUNDS / 2];
    return GJ_OK;
}

static gj_status measure_report(bench *b, size_t index, gj_error *err)
{
    gj_slice bytes;
    gj_check_options options;
    gj_report *report;
    size_t *map;
    long long none, taken;
    const gj_ruleset *ruleset = b->plan.ruleset;
    GJ_TRY(gj_task_bytes(&b->plan, index, b->arena, &bytes, err));
    GJ_TRY(gj_plan_options(&b->plan, index, b->arena, &options, &map, err));
    GJ_TRY(gj_open_report(b->arena, b->plan.ruleset, gj_slice_of(gj_plan_path(&b->plan, index)), bytes, &options,
                          &report, err));
    for (size_t i = 0; i < WARM_UP; i++)
        GJ_TRY(judge(b, report, &options.judge, err));
    options.judge.selected = b->alone;
    GJ_TRY(median(b, report, &options.judge, &none, err));
    for (size_t i = 0; i < ruleset->rule_count && !gj_interrupted(); i++) {
        if (!b->selected[i])
            continue;
        b->alone[i] = true;
        GJ_TRY(median(b, report, &options.judge, &taken, err));
        b->alone[i] = false;
        b->costs[i].nanoseconds += taken > none ? taken - none : 0;
        b->costs[i].steps += gj_sandbox_steps(ruleset->sandbox);
    }
    b->reports++;
    return GJ_OK;
}

static int dearest_first(const void *a, const void *b)
{
    const cost *x = a, *y = b;
    if (x->nanoseconds != y->nanoseconds)
        return x->nanoseconds < y->nanoseconds ? 1 : -1;
    return x->steps != y->steps ? (x->steps < y->steps ? 1 : -1) : gj_slice_compare(x->rule->id, y->rule->id);
}

static int show(bench *b, gj_invocation *invocation)
{
    gj_buffer out;
    size_t count = 0;
    long long total = 0;
    gj_lang lang = invocation->lang;
    for (size_t i = 0; i < b->plan.ruleset->rule_count; i++)
        if (b->selected[i]) {
            b->costs[count++] = b->costs[i];
            total += b->costs[count - 1].nanoseconds;
        }
    if (count)
        qsort(b->costs, count, sizeof *b->costs, dearest_first);
    gj_buffer_init(&out, 0);
    gj_buffer_text(&out,
                   GJ_PICK(lang, "  微秒/份   占比     步数/份  规则\n", " us/report  share steps/report  rule\n"));
    long long reports = b->reports ? (long long)b->reports : 1;
    for (size_t i = 0; i < count; i++) {
        const cost *c = &b->costs[i];
        gj_buffer_format(&out, "%10.1f %5.1f%% %12lld  %.*s %.*s\n", (double)c->nanoseconds / 1000.0 / (double)reports,
                         total ? 100.0 * (double)c->nanoseconds / (double)total : 0.0, c->steps / reports,
                         GJ_ARG(c->rule->id), GJ_ARG(c->rule->name));
    }
    gj_buffer_format(&out,
                     GJ_PICK(lang, "%10.1f 微秒/份，%zu 条规则，%zu 份报告（处理器时间，各 %d 次取中位数）\n",
                             "%10.1f us/report, %zu rules, %zu reports (processor time, the median of %d rounds)\n"),
                     (double)total / 1000.0 / (double)reports, count, b->reports, ROUNDS);
    return gj_flush(invocation, &out);
}

static int measure_all(bench *b, gj_invocation *invocation)
{
    gj_error err = { 0 };
    int code = GJ_EXIT_CLEAN;
    for (size_t i = 0; i < b->plan.walked.file_count && !gj_interrupted(); i++) {
        gj_arena_reset(b->arena);
        gj_status status = measure_report(b, i, &err);
        if (status == GJ_OK)
            continue;
        gj_error_where(&err, gj_slice_of(gj_plan_path(&b->plan, i)));
        code = gj_complain_error(invocation, &err);
        if (code != GJ_EXIT_UNREADABLE)
            return code;
    }
    if (gj_interrupted())
        return GJ_EXIT_INTERRUPTED;
    int shown = b->reports ? show(b, invocation) : GJ_EXIT_CLEAN;
    return shown != GJ_EXIT_CLEAN ? shown : code;
}

static int prepare(bench *b, gj_invocation *invocation)
{
    gj_slice *select;
    size_t count, rules;
    int code = gj_plan_make(invocation, &b->plan);
    if (code != GJ_EXIT_CLEAN)
        return code;
    rules = b->plan.ruleset->rule_count;
    b->arena = gj_arena_new(0);
    b->scratch = gj_arena_new(0);
    b->alone = GJ_ARRAY(invocation->arena, rules, bool);
    b->costs = GJ_ARRAY(invocation->arena, rules, cost);
    if (!b->arena || !b->scratch || !b->alone || !b->costs ||
        gj_selectors(invocation, GJ_OPT_SELECT, &select, &count) != GJ_OK)
        return GJ_EXIT_BROKEN;
    b->selected = gj_select_rules(invocation->arena, b->plan.ruleset, select, count, NULL, 0);
    for (size_t i = 0; i < rules; i++)
        b->costs[i].rule = &b->plan.ruleset->rules[i];
    return b->selected ? GJ_EXIT_CLEAN : GJ_EXIT_BROKEN;
}

int gj_run_rule_bench(gj_invocation *invocation)
{
    bench b = { .reports = 0 };
    int code = prepare(&b, invocation);
    if (code == GJ_EXIT_CLEAN)
        code = measure_all(&b, invocation);
    gj_arena_free(b.scratch);
    gj_arena_free(b.arena);
    gj_plan_close(&b.plan);
    return code;
}
