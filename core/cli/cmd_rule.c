/* cmd_rule.c - rule test: every rule's cases, one rule a worker; rule new: a rule to start from. */
#include <stdio.h>

#include "../base/file.h"
#include "../base/process.h"
#include "cases.h"
#include "plan.h"
#include "rule_bench.h"

typedef struct test_run {
    gj_invocation *invocation;
    gj_ruleset *ruleset;
    char today[11];
} test_run;

/* In a worker: request = rule index, reply = gj_case_count and then the lines. */
static gj_status test_rule(void *context, gj_slice request, gj_buffer *reply)
{
    const test_run *run = context;
    size_t index;
    gj_case_count count = { 0 };
    gj_error err = { 0 };
    if (request.len != sizeof index)
        return GJ_INTERNAL;
    memcpy(&index, request.data, sizeof index);
    gj_buffer lines;
    gj_buffer_init(&lines, GJ_MAX_RESULT / 2);
    gj_status status = gj_run_cases(run->ruleset, gj_ruleset_at(run->ruleset, index), gj_slice_of(run->today),
                                    run->invocation->lang, &lines, &count, &err);
    gj_buffer_add(reply, (gj_slice){ (const char *)&count, sizeof count });
    gj_buffer_add(reply, gj_buffer_slice(&lines));
    gj_buffer_free(&lines);
    return status;
}

/* One rule after the other: the lines come in rule order and a run takes well under a second. */
static int test_all(test_run *run, const bool *selected)
{
    gj_pool *pool = NULL;
    gj_error err = { 0 };
    gj_case_count total = { 0 }, count;
    gj_buffer out;
    if (gj_pool_new(1, test_rule, run, &pool, &err) != GJ_OK)
        return gj_complain_error(run->invocation, &err);
    gj_buffer_init(&out, 0);
    for (size_t i = 0; i < gj_ruleset_total(run->ruleset) && !gj_interrupted(); i++) {
        gj_reply reply;
        if (!selected[i])
            continue;
        if (gj_pool_submit(pool, i, (gj_slice){ (const char *)&i, sizeof i }, &err) != GJ_OK ||
            !gj_pool_next(pool, -1, &reply))
            break;
        if (reply.end == GJ_TASK_DONE && reply.status == GJ_OK && reply.bytes.len >= sizeof count) {
            memcpy(&count, reply.bytes.data, sizeof count);
            total.passed += count.passed;
            total.failed += count.failed;
            gj_buffer_add(&out, gj_slice_sub(reply.bytes, sizeof count, reply.bytes.len));
        } else {
            gj_buffer_format(
                &out, run->invocation->lang == GJ_EN ? "%.*s: the cases could not be run\n" : "%.*s：用例没有跑完\n",
                GJ_ARG(gj_ruleset_at(run->ruleset, i)->id));
            total.failed++;
        }
    }
    gj_pool_free(pool);
    gj_buffer_format(&out, "%zu passed, %zu failed\n", total.passed, total.failed);
    int code = gj_flush(run->invocation, &out);
    if (gj_interrupted())
        return GJ_EXIT_INTERRUPTED;
    return code != GJ_EXIT_CLEAN ? code : total.failed ? GJ_EXIT_FINDINGS : GJ_EXIT_CLEAN;
}

static int run_test(gj_invocation *invocation)
{
    gj_slice *select;
    size_t count;
    test_run run = { .invocation = invocation };
    if (!gj_today(invocation, run.today))
        return GJ_EXIT_USAGE;
    run.ruleset = gj_open_rules_with_cases(invocation);
    if (!run.ruleset)
        return GJ_EXIT_USAGE;
    int code = GJ_EXIT_USAGE;
    if (gj_selectors(invocation, GJ_OPT_SELECT, &select, &count) == GJ_OK &&
        gj_selectors_known(invocation, run.ruleset, "select", select, count)) {
        const bool *selected = gj_select_rules(invocation->arena, run.ruleset, select, count, NULL, 0);
        code = selected ? test_all(&run, selected) : GJ_EXIT_BROKEN;
    }
    gj_ruleset_close(run.ruleset);
    return code;
}

/* A rule that loads as it stands; its cases fail until they are written. */
static const char scaffold[] = "-- %s: say in one line what this rule finds.\n"
                               "-- Source: the clause it rests on.\n"
                               "\n"
                               "rule {\n"
                               "  id = \"%s\", name = \"%s\", severity = \"warning\",\n"
                               "  clauses = { \"R711.50\" },\n"
                               "  title = { zh = \"（一句话说明问题）\", en = \"(what is wrong, in one line)\" },\n"
                               "  message = { zh = \"“{text}”……\", en = \"“{text}” …\" },\n"
                               "  remedy = { zh = \"（怎么改）\", en = \"(what to do)\" },\n"
                               "  needs = { \"section:overview\" },\n"
                               "  check = function(report, finding)\n"
                               "    for quote in report:search([[要找的文字]], \"overview\") do\n"
                               "      finding:fail { at = quote, text = quote }\n"
                               "    end\n"
                               "  end,\n"
                               "  cases = {\n"
                               "    fails = { { append = { overview = \"这里写一句应当查出的话：要找的文字。\" } } },\n"
                               "    passes = { {} },\n"
                               "  },\n"
                               "}\n";

static bool is_id(gj_slice word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!((word.data[i] >= 'A' && word.data[i] <= 'Z') || (word.data[i] >= '0' && word.data[i] <= '9') ||
              word.data[i] == '-'))
            return false;
    return word.len > 2 && word.len < 32;
}

static bool is_name(gj_slice word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!((word.data[i] >= 'a' && word.data[i] <= 'z') || (word.data[i] >= '0' && word.data[i] <= '9') ||
              word.data[i] == '-'))
            return false;
    return word.len > 2 && word.len < 64;
}

static int run_new(gj_invocation *invocation)
{
    const char *path = invocation->values[GJ_OPT_OUTPUT];
    if (invocation->path_count != 3 || !is_id(gj_slice_of(invocation->paths[1])) ||
        !is_name(gj_slice_of(invocation->paths[2]))) {
        gj_complain(invocation,
                    "用法：gouji rule new 编号 名称，如 gouji rule new LOC-001 local-contact -o loc_contact.lua",
                    "usage: gouji rule new ID name, such as gouji rule new LOC-001 local-contact -o loc_contact.lua");
        return GJ_EXIT_USAGE;
    }
    gj_buffer out;
    gj_buffer_init(&out, 0);
    gj_buffer_format(&out, scaffold, invocation->paths[1], invocation->paths[1], invocation->paths[2]);
    if (!path)
        return gj_flush(invocation, &out);
    gj_error err = { 0 };
    int code = GJ_EXIT_CLEAN;
    if (gj_file_write(path, gj_buffer_slice(&out), &err) != GJ_OK) {
        (void)gj_complain_error(invocation, &err);
        code = GJ_EXIT_BROKEN;
    }
    gj_buffer_free(&out);
    return code;
}

int gj_run_rule(gj_invocation *invocation)
{
    if (invocation->path_count == 1 && strcmp(invocation->paths[0], "test") == 0)
        return run_test(invocation);
    if (invocation->path_count >= 1 && strcmp(invocation->paths[0], "new") == 0)
        return run_new(invocation);
    if (invocation->path_count >= 2 && strcmp(invocation->paths[0], "bench") == 0) {
        gj_invocation files = *invocation;
        files.paths++;
        files.path_count--;
        return gj_run_rule_bench(&files);
    }
    gj_complain(invocation, "用法：gouji rule test，gouji rule new 编号 名称，或 gouji rule bench 文件…",
                "usage: gouji rule test, gouji rule new ID name, or gouji rule bench FILE…");
    return GJ_EXIT_USAGE;
}
