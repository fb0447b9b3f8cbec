/* cmd_version.c - version and the digest of the ruleset inside. */
#include "plan.h"

int gj_run_version(gj_invocation *invocation)
{
    gj_ruleset *ruleset = gj_open_rules(invocation, (gj_slice){ 0 }, NULL, 0);
    if (!ruleset)
        return GJ_EXIT_BROKEN;
    gj_buffer out;
    gj_buffer_init(&out, 0);
    gj_buffer_format(&out, "gouji %s\n", gj_version());
    gj_buffer_format(&out,
                     invocation->lang == GJ_EN ? "ruleset %.*s %.*s, %zu rules\nsha256 %s\n"
                                               : "规则集 %.*s %.*s，%zu 条规则\nsha256 %s\n",
                     GJ_ARG(ruleset->id), GJ_ARG(ruleset->version), gj_ruleset_total(ruleset), ruleset->digest);
    gj_ruleset_close(ruleset);
    return gj_flush(invocation, &out);
}
