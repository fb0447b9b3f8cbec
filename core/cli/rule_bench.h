/** rule_bench.h - rule bench: what each rule costs on given reports. */
#ifndef GJ_CLI_RULE_BENCH_H
#define GJ_CLI_RULE_BENCH_H

#include "cli.h"

/** `invocation` has the words after "bench" as its paths. An exit code. */
int gj_run_rule_bench(gj_invocation *invocation);

#endif
