/* commands.c - the commands' table. */
#include "cli.h"

#include "../base/nearest.h"

static const gj_option_id check_options[] = {
    GJ_OPT_FORMAT,    GJ_OPT_PRIOR,   GJ_OPT_FACTS, GJ_OPT_PATHS_FROM, GJ_OPT_FAIL_ON, GJ_OPT_SHOW,  GJ_OPT_SELECT,
    GJ_OPT_IGNORE,    GJ_OPT_PROFILE, GJ_OPT_YEAR,  GJ_OPT_LEVEL,      GJ_OPT_KIND,    GJ_OPT_SCOPE, GJ_OPT_UNIT,
    GJ_OPT_PROVINCE,  GJ_OPT_JOBS,    GJ_OPT_AS,    GJ_OPT_STDIN_NAME, GJ_OPT_RULES,   GJ_OPT_WITH,  GJ_OPT_CONFIG,
    GJ_OPT_NO_CONFIG, GJ_OPT_TODAY,   GJ_OPT_COLOR, GJ_OPT_QUIET,      GJ_OPT_LANG,    GJ_OPT_HELP,
};
static const gj_option_id collect_options[] = {
    GJ_OPT_COLLECTED, GJ_OPT_ROSTER, GJ_OPT_PRIOR, GJ_OPT_AGGREGATE, GJ_OPT_PATHS_FROM, GJ_OPT_OUT,
    GJ_OPT_NOTICE,    GJ_OPT_DUE,    GJ_OPT_YEAR,  GJ_OPT_FAIL_ON,   GJ_OPT_SELECT,     GJ_OPT_IGNORE,
    GJ_OPT_PROFILE,   GJ_OPT_JOBS,   GJ_OPT_RULES, GJ_OPT_WITH,      GJ_OPT_CONFIG,     GJ_OPT_NO_CONFIG,
    GJ_OPT_TODAY,     GJ_OPT_QUIET,  GJ_OPT_LANG,  GJ_OPT_HELP,
};
static const gj_option_id list_options[] = { GJ_OPT_LISTING, GJ_OPT_SELECT, GJ_OPT_IGNORE, GJ_OPT_RULES,
                                             GJ_OPT_WITH,    GJ_OPT_LANG,   GJ_OPT_HELP };
static const gj_option_id explain_options[] = { GJ_OPT_LISTING, GJ_OPT_RULES, GJ_OPT_WITH, GJ_OPT_LANG, GJ_OPT_HELP };
static const gj_option_id facts_options[] = { GJ_OPT_LISTING, GJ_OPT_PRIOR, GJ_OPT_AS,   GJ_OPT_STDIN_NAME, GJ_OPT_YEAR,
                                              GJ_OPT_RULES,   GJ_OPT_WITH,  GJ_OPT_LANG, GJ_OPT_HELP };
static const gj_option_id convert_options[] = { GJ_OPT_TO,         GJ_OPT_OUTPUT, GJ_OPT_AS,
                                                GJ_OPT_STDIN_NAME, GJ_OPT_YEAR,   GJ_OPT_RULES,
                                                GJ_OPT_WITH,       GJ_OPT_LANG,   GJ_OPT_HELP };
static const gj_option_id new_options[] = { GJ_OPT_YEAR,  GJ_OPT_UNIT,     GJ_OPT_LEVEL, GJ_OPT_KIND,
                                            GJ_OPT_SCOPE, GJ_OPT_PROVINCE, GJ_OPT_FORM,  GJ_OPT_OUTPUT,
                                            GJ_OPT_RULES, GJ_OPT_WITH,     GJ_OPT_LANG,  GJ_OPT_HELP };
static const gj_option_id rule_options[] = { GJ_OPT_SELECT, GJ_OPT_RULES, GJ_OPT_WITH, GJ_OPT_OUTPUT,
                                             GJ_OPT_QUIET,  GJ_OPT_LANG,  GJ_OPT_HELP };
static const gj_option_id config_options[] = { GJ_OPT_CONFIG, GJ_OPT_NO_CONFIG, GJ_OPT_LISTING, GJ_OPT_LANG,
                                               GJ_OPT_HELP };
static const gj_option_id ledger_options[] = {
    GJ_OPT_LISTING,  GJ_OPT_YEAR,    GJ_OPT_UNIT,      GJ_OPT_ROUND, GJ_OPT_LEVEL, GJ_OPT_KIND, GJ_OPT_SCOPE,
    GJ_OPT_PROVINCE, GJ_OPT_PROFILE, GJ_OPT_OUTPUT,    GJ_OPT_FACTS, GJ_OPT_JOBS,  GJ_OPT_AS,   GJ_OPT_RULES,
    GJ_OPT_WITH,     GJ_OPT_CONFIG,  GJ_OPT_NO_CONFIG, GJ_OPT_TODAY, GJ_OPT_QUIET, GJ_OPT_LANG, GJ_OPT_HELP,
};
static const gj_option_id verify_options[] = { GJ_OPT_LISTING, GJ_OPT_JOBS, GJ_OPT_LANG, GJ_OPT_HELP };
static const gj_option_id completion_options[] = { GJ_OPT_RULES, GJ_OPT_WITH, GJ_OPT_LANG, GJ_OPT_HELP };
static const gj_option_id version_options[] = { GJ_OPT_LANG, GJ_OPT_HELP };

#define LIST(array) array, sizeof(array) / sizeof(array)[0]

const gj_command gj_commands[] = {
    { "check", "PATH…", "检查年度报告：文件、文件夹，或 - 表示标准输入",
      "Check reports: files, folders, or - for standard input", "gouji check 青石镇2024年报告.md", LIST(check_options),
      gj_run_check },
    { "collect", "PATH…", "汇总一批报告：缺报、重复、迟报，汇总数与各单位之和",
      "Judge reports together: who is missing or late, does the total equal the sum",
      "gouji collect 2024年报告/ --roster 名册.csv --out 结果/", LIST(collect_options), gj_run_collect },
    { "rules", "", "列出全部规则", "List the rules", "gouji rules --select T3", LIST(list_options), gj_run_rules },
    { "explain", "RULE", "说明一条规则：查什么、依据、怎么改", "Explain a rule: what, on what ground, how to mend",
      "gouji explain T3-003", LIST(explain_options), gj_run_explain },
    { "coverage", "", "法规条款与规则对照：谁在查，谁没查",
      "Clauses and the rules that check them, and those nobody checks", "gouji coverage", LIST(explain_options),
      gj_run_coverage },
    { "facts", "FILE", "列出文中每个数字及其与表格的对应", "Every number in the text, tied to its cell or untied",
      "gouji facts 青石镇2024年报告.md", LIST(facts_options), gj_run_facts },
    { "convert", "FILE", "把报告转成 JSON 或 Markdown", "Convert a report to JSON or Markdown",
      "gouji convert --to json 报告.md -o 报告.json", LIST(convert_options), gj_run_convert },
    { "new", "", "新建空白报告：法定标题、空表和填写提示",
      "A blank report to fill in: statutory headings, empty tables, hints",
      "gouji new --unit 青石镇人民政府 --year 2025 -o 报告.docx", LIST(new_options), gj_run_new },
    { "rule", "test|new|bench …", "写规则：运行规则自带的用例，新建一条，或量各条的耗费",
      "For rule authors: run rules' cases, start a rule, measure costs", "gouji rule test --select T3",
      LIST(rule_options), gj_run_rule },
    { "ledger", "init|add|list|show|rounds|export|import LEDGER …",
      "报送台账：登记每轮报送，看整改了什么，也用作上年报告",
      "Keep submissions: rounds, what was mended, last year's reports", "gouji ledger add 台账.db 2024年报告/",
      LIST(ledger_options), gj_run_ledger },
    { "verify", "RESULT.json", "照原样重新检查，核对结果是否一致", "Make a recorded check again and compare",
      "gouji verify 结果.json", LIST(verify_options), gj_run_verify },
    { "config", "show [PATH]", "显示对某个路径起作用的配置", "Show the configuration in force for a path",
      "gouji config show reports/", LIST(config_options), gj_run_config },
    { "completion", "bash|zsh|fish", "给 shell 用的补全脚本", "Completion for a shell", "gouji completion bash",
      LIST(completion_options), gj_run_completion },
    { "version", "", "版本与规则集摘要", "Version and ruleset digest", "gouji version", LIST(version_options),
      gj_run_version },
};
const size_t gj_command_count = sizeof gj_commands / sizeof gj_commands[0];

const gj_command *gj_command_by_name(const char *word)
{
    for (size_t i = 0; i < gj_command_count; i++)
        if (strcmp(gj_commands[i].name, word) == 0)
            return &gj_commands[i];
    return NULL;
}

const char *gj_command_nearest(const char *word)
{
    const char *best = NULL;
    size_t distance = gj_word_reach(gj_slice_of(word)) + 1;
    for (size_t i = 0; i < gj_command_count; i++)
        if (gj_word_nearer(gj_slice_of(word), gj_slice_of(gj_commands[i].name), &distance))
            best = gj_commands[i].name;
    return best;
}
