/* bench.c - the stages and rules of one report, for callgrind: each is counted alone and dumped under its name (tools/bench reads the dumps).
 * Without valgrind it prints median times. Usage: bench REPORT
 */
#include <stdio.h>

#include "../core/base/file.h"
#include "../core/gouji.h"
#include "measure.h"

static void fail(const gj_error *err)
{
    (void)fprintf(stderr, "bench: %s\n", err->en);
    exit(1);
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

static void read_stage(void *context)
{
    stage *s = context;
    if (gj_read(s->arena, s->name, s->bytes, GJ_FORMAT_AUTO, &s->document, &s->err) != GJ_OK)
        fail(&s->err);
}

static void bind_stage(void *context)
{
    stage *s = context;
    gj_given given = { 0 };
    if (gj_bind(s->arena, s->document, s->ruleset->forms, &given, &s->report, &s->err) != GJ_OK)
        fail(&s->err);
}

static void judge_stage(void *context)
{
    stage *s = context;
    gj_result *result;
    if (gj_judge(s->arena, s->ruleset, s->report, &s->judge, &result, &s->err) != GJ_OK)
        fail(&s->err);
}

static void load_stage(void *context)
{
    stage *s = context;
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
    measure("load", load_stage, &s);
    measure("first-read", read_stage, &s);
    measure("first-bind", bind_stage, &s);
    measure("first-judge", judge_stage, &s);
    for (int i = 0; i < 20; i++) { /* patterns compiled, JIT done, as after the first reports of a batch */
        bind_stage(&s);
        judge_stage(&s);
    }
    measure("read", read_stage, &s);
    measure("bind", bind_stage, &s);
    measure("judge", judge_stage, &s);
    bool *selected = gj_arena_array(s.arena, s.ruleset->rule_count, sizeof *selected);
    if (!selected)
        return 1;
    s.judge.selected = selected;
    measure("rule:none", judge_stage, &s);
    for (size_t i = 0; i < s.ruleset->rule_count; i++) {
        char name[80];
        selected[i] = true;
        (void)snprintf(name, sizeof name, "rule:%.*s", GJ_ARG(s.ruleset->rules[i].id));
        measure(name, judge_stage, &s);
        selected[i] = false;
    }
    gj_ruleset_close(s.ruleset);
    gj_arena_free(s.arena);
    return 0;
}
