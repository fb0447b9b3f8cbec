/* options.c - every option, the parser and the help that come from the one table. */
#include "cli.h"

#include <stdio.h>
#include <stdlib.h>

#include "../base/nearest.h"
#include "../base/utf8.h"

/* In the order of gj_option_id. */
const gj_option gj_options[GJ_OPT_COUNT] = {
    { GJ_OPT_HELP, "help", 'h', NULL, "显示本帮助", "show this help", false },
    { GJ_OPT_LANG, "lang", 0, "zh|en", "语言（默认按系统，其次中文）", "language (default: the locale's, else zh)",
      false },
    { GJ_OPT_FORMAT, "format", 'f', "F[=FILE]", "输出格式，可多次：text concise json jsonl sarif github html junit",
      "output, repeatable: text concise json jsonl sarif github html junit", true },
    { GJ_OPT_LISTING, "format", 'f', "text|json", "输出格式：text json", "output format: text json", false },
    { GJ_OPT_COLLECTED, "format", 'f', "F", "输出格式：text json csv（各单位一览）html",
      "output format: text json csv (the units) html", false },
    { GJ_OPT_JOBS, "jobs", 'j', "N", "同时检查的份数（默认为处理器个数）", "reports at once (default: the processors)",
      false },
    { GJ_OPT_AS, "as", 0, "FORMAT", "按此格式读：markdown html docx pdf ofd json text",
      "read as: markdown html docx pdf ofd json text", false },
    { GJ_OPT_FAIL_ON, "fail-on", 0, "LEVEL", "到此级别即退出码 1：error warning info review never",
      "exit 1 from here: error warning info review never", false },
    { GJ_OPT_SHOW, "show", 0, "LIST", "显示：error warning info，另加 passed notices",
      "show: error warning info, also passed notices", false },
    { GJ_OPT_COLOR, "color", 0, "WHEN", "颜色：auto always never", "colour: auto always never", false },
    { GJ_OPT_TODAY, "today", 0, "DATE", "以此为今天（YYYY-MM-DD）", "take this as today (YYYY-MM-DD)", false },
    { GJ_OPT_YEAR, "year", 0, "N", "报告年度；机关情况（检查时不给则从文中推断）",
      "report year; facts of the issuer (check infers the rest)", false },
    { GJ_OPT_LEVEL, "level", 0, "L", NULL, NULL, false },
    { GJ_OPT_KIND, "kind", 0, "K", NULL, NULL, false },
    { GJ_OPT_SCOPE, "scope", 0, "S", NULL, NULL, false },
    { GJ_OPT_UNIT, "unit", 0, "NAME", NULL, NULL, false },
    { GJ_OPT_PROVINCE, "province", 0, "P", NULL, NULL, false },
    { GJ_OPT_PROFILE, "profile", 0, "P", "口径：national 只按国家规定，practice（默认），strict 从严",
      "grounds that count: national, practice (default), strict", false },
    { GJ_OPT_PRIOR, "prior", 0, "PATH", "上年报告或其文件夹，可多次（一起检查的自动配对）",
      "last year's report or a folder of them (those checked are found)", true },
    { GJ_OPT_FACTS, "facts", 0, "FILE.jsonl", "每份报告写一行事实记录，供 collect 汇总",
      "write a facts record of each report, for collect", false },
    { GJ_OPT_PATHS_FROM, "paths-from", 0, "FILE", "另从此文件读取路径，一行一个（- 为标准输入）",
      "more paths from this file, one a line (- is standard input)", false },
    { GJ_OPT_ROSTER, "roster", 0, "FILE.csv", "应报单位名册：单位名称、别名、级别、类型、截止日期…",
      "the units that must report: name, aliases, level …", false },
    { GJ_OPT_AGGREGATE, "aggregate", 0, "FILE", "汇总报告：其各数应为各单位之和",
      "the total: its figures should be the units' sums", false },
    { GJ_OPT_OUT, "out", 0, "DIR", "全部结果写到此文件夹：文字、表格、整改通知",
      "write all results into this folder: text, tables, notices", false },
    { GJ_OPT_NOTICE, "notice", 0, "FILE.md", "整改通知用此模板（Markdown）",
      "template of the rectification notices (Markdown)", false },
    { GJ_OPT_DUE, "due", 0, "DATE", "整改期限（YYYY-MM-DD），写进整改通知",
      "the date by which units must mend (YYYY-MM-DD)", false },
    { GJ_OPT_RULES, "rules", 0, "DIR", "换用此规则集；再加一个规则集（可多次）",
      "use this ruleset instead; add one (repeatable)", false },
    { GJ_OPT_WITH, "with", 0, "DIR", NULL, NULL, true },
    { GJ_OPT_SELECT, "select", 0, "IDS", "只查／不查这些规则：编号、名称或前缀，逗号分隔",
      "only / not these rules: ids, names or prefixes, by commas", true },
    { GJ_OPT_IGNORE, "ignore", 0, "IDS", NULL, NULL, true },
    { GJ_OPT_CONFIG, "config", 0, "FILE", "用此配置；不用配置（默认向上找 .gouji.lua）",
      "this config; none (default: .gouji.lua upward)", false },
    { GJ_OPT_NO_CONFIG, "no-config", 0, NULL, NULL, NULL, false },
    { GJ_OPT_STDIN_NAME, "stdin-name", 0, "NAME", "标准输入的文件名", "file name for standard input", false },
    { GJ_OPT_QUIET, "quiet", 'q', NULL, "只输出问题", "findings only", false },
    { GJ_OPT_OUTPUT, "output", 'o', "FILE", "写到此文件", "write to this file", false },
    { GJ_OPT_TO, "to", 0, "FORMAT", "目标格式：json md，不给则看 -o 的扩展名",
      "target format: json md; default: by the ending of -o", false },
    { GJ_OPT_FORM, "to", 0, "FORMAT", "格式：md json docx，不给则看 -o 的扩展名，其次 md",
      "format: md json docx; default: by the ending of -o, else md", false },
    { GJ_OPT_ROUND, "round", 0, "N", "第几轮报送（默认为最近一轮）", "which submission of the unit (default: the last)",
      false },
};

static const char *const langs[] = { "zh", "en", NULL };
static const char *const listings[] = { "text", "json", NULL };
static const char *const collected[] = { "text", "json", "csv", "html", NULL };
static const char *const inputs[] = { "markdown", "html", "docx", "pdf", "ofd", "json", "text", NULL };
static const char *const thresholds[] = { "error", "warning", "info", "review", "never", NULL };
static const char *const shown[] = { "error", "warning", "info", "passed", "notices", NULL };
static const char *const whens[] = { "auto", "always", "never", NULL };
static const char *const levels[] = { "state", "province", "city", "county", "township", "subdistrict", "zone", NULL };
static const char *const kinds[] = { "government", "department", "other", NULL };
static const char *const scopes[] = { "own", "aggregate", NULL };
static const char *const profiles[] = { "practice", "national", "strict", NULL };
static const char *const targets[] = { "json", "md", NULL };
static const char *const forms[] = { "md", "json", "docx", NULL };

const char *const *const gj_option_words[GJ_OPT_COUNT] = {
    [GJ_OPT_LANG] = langs,          [GJ_OPT_LISTING] = listings, [GJ_OPT_AS] = inputs,    [GJ_OPT_FAIL_ON] = thresholds,
    [GJ_OPT_SHOW] = shown,          [GJ_OPT_COLOR] = whens,      [GJ_OPT_LEVEL] = levels, [GJ_OPT_KIND] = kinds,
    [GJ_OPT_SCOPE] = scopes,        [GJ_OPT_PROFILE] = profiles, [GJ_OPT_TO] = targets,   [GJ_OPT_FORM] = forms,
    [GJ_OPT_COLLECTED] = collected,
};

static bool takes(const gj_command *command, gj_option_id id)
{
    for (size_t i = 0; i < command->option_count; i++)
        if (command->options[i] == id)
            return true;
    return false;
}

static const gj_option *by_name(const gj_command *command, gj_slice name)
{
    for (size_t i = 0; i < GJ_OPT_COUNT; i++)
        if (gj_slice_is(name, gj_options[i].name) && takes(command, gj_options[i].id))
            return &gj_options[i];
    return NULL;
}

static const gj_option *by_letter(const gj_command *command, char letter)
{
    for (size_t i = 0; i < GJ_OPT_COUNT; i++)
        if (gj_options[i].letter == letter && takes(command, gj_options[i].id))
            return &gj_options[i];
    return NULL;
}

static bool store(gj_invocation *invocation, const gj_option *option, const char *value)
{
    if (option->many) {
        size_t *count = &invocation->counts[option->id];
        if (*count == GJ_MAX_VALUES) {
            gj_complain(invocation, "选项 --%s 给得太多（最多 %d 次）", "option --%s was given too often (at most %d)",
                        option->name, GJ_MAX_VALUES);
            return false;
        }
        invocation->many[option->id][(*count)++] = value;
    }
    invocation->values[option->id] = value;
    return true;
}

/* Always false. `word` as it was typed. */
static bool complain_unknown(const gj_invocation *invocation, const char *word)
{
    const gj_command *command = invocation->command;
    gj_slice typed = word[1] == '-' ? (gj_slice){ word + 2, strcspn(word + 2, "=") } : (gj_slice){ 0 };
    const char *best = NULL;
    size_t distance = gj_word_reach(typed) + 1;
    for (size_t i = 0; typed.len && i < GJ_OPT_COUNT; i++)
        if (takes(command, gj_options[i].id) && gj_word_nearer(typed, gj_slice_of(gj_options[i].name), &distance))
            best = gj_options[i].name;
    if (best)
        gj_complain(invocation, "命令 %s 没有选项 %s；是不是 --%s？运行 gouji %s --help 查看全部选项",
                    "command %s has no option %s; did you mean --%s? see gouji %s --help", command->name, word, best,
                    command->name);
    else
        gj_complain(invocation, "命令 %s 没有选项 %s；运行 gouji %s --help 查看全部选项",
                    "command %s has no option %s; see gouji %s --help", command->name, word, command->name);
    return false;
}

/* One argument that starts with '-'; *at moves on when the next one was its value. */
static bool parse_one(gj_invocation *invocation, int argc, char **argv, int *at)
{
    const char *word = argv[*at];
    const gj_option *option;
    const char *value = NULL;
    if (word[1] == '-') {
        const char *equals = strchr(word, '=');
        size_t length = equals ? (size_t)(equals - word) - 2 : strlen(word) - 2;
        option = by_name(invocation->command, (gj_slice){ word + 2, length });
        value = equals ? equals + 1 : NULL;
    } else {
        option = by_letter(invocation->command, word[1]);
        if (option && word[2])
            value = word + 2;
        if (option && !option->argument && value)
            option = NULL;
    }
    if (!option)
        return complain_unknown(invocation, word);
    if (!option->argument && value) {
        gj_complain(invocation, "选项 --%s 不带值，却给了“%s”", "option --%s takes no value, but got \"%s\"",
                    option->name, value);
        return false;
    }
    if (option->argument && !value) {
        if (*at + 1 >= argc) {
            gj_complain(invocation, "选项 --%s 要带一个值：%s", "option --%s needs a value: %s", option->name,
                        option->argument);
            return false;
        }
        value = argv[++*at];
    }
    return store(invocation, option, value ? value : "");
}

/* --lang counts also for complaints about the options before it. */
static bool parse_lang(gj_invocation *invocation)
{
    if (!invocation->values[GJ_OPT_LANG])
        return true;
    int chosen = gj_choose(invocation, GJ_OPT_LANG, gj_option_words[GJ_OPT_LANG], 0);
    if (chosen < 0)
        return false;
    invocation->lang = chosen == 1 ? GJ_EN : GJ_ZH;
    invocation->lang_given = true;
    return true;
}

bool gj_parse_options(gj_invocation *invocation, int argc, char **argv)
{
    invocation->paths = gj_arena_array(invocation->arena, (size_t)argc, sizeof *invocation->paths);
    if (!invocation->paths)
        return false;
    bool only_paths = false;
    for (int at = 2; at < argc; at++) {
        if (!only_paths && strcmp(argv[at], "--") == 0)
            only_paths = true;
        else if (only_paths || argv[at][0] != '-' || argv[at][1] == '\0')
            invocation->paths[invocation->path_count++] = argv[at];
        else if (!parse_one(invocation, argc, argv, &at))
            return false;
    }
    return parse_lang(invocation);
}

int gj_choose(const gj_invocation *invocation, gj_option_id option, const char *const *words, int otherwise)
{
    const char *value = invocation->values[option];
    if (!value)
        return otherwise;
    gj_buffer list;
    gj_buffer_init(&list, 0);
    for (int i = 0; words[i]; i++) {
        if (strcmp(words[i], value) == 0) {
            gj_buffer_free(&list);
            return i;
        }
        gj_buffer_format(&list, "%s%s", i ? " " : "", words[i]);
    }
    gj_complain(invocation, "选项 --%s 不认识“%s”，可用：%s", "option --%s does not know \"%s\"; it takes: %s",
                gj_options[option].name, value, list.data);
    gj_buffer_free(&list);
    return -1;
}

static void print_padded(const char *text, size_t width)
{
    size_t used = gj_utf8_width(gj_slice_of(text), 1);
    (void)printf("  %s%*s", text, used < width ? (int)(width - used) : 1, "");
}

/* Options whose help is NULL share the line of the one before. */
static void print_options(const gj_command *command, gj_lang lang)
{
    gj_buffer names;
    gj_buffer_init(&names, 0);
    for (size_t i = 0; i < command->option_count; i++) {
        const gj_option *option = &gj_options[command->options[i]];
        gj_buffer_clear(&names);
        const char *help = lang == GJ_EN ? option->en : option->zh;
        for (size_t k = i; k < command->option_count; k++) {
            const gj_option *member = &gj_options[command->options[k]];
            if (k > i && member->zh)
                break;
            gj_buffer_format(&names, "%s", k > i ? " " : "");
            if (member->letter)
                gj_buffer_format(&names, "-%c, ", member->letter);
            gj_buffer_format(&names, "--%s%s%s", member->name, member->argument ? " " : "",
                             member->argument ? member->argument : "");
            i = k;
        }
        size_t width = gj_utf8_width(gj_buffer_slice(&names), 1);
        if (width > 26) {
            (void)printf("  %s\n", names.data);
            print_padded("", 28);
        } else {
            print_padded(names.data, 28);
        }
        (void)printf("%s\n", help ? help : "");
    }
    gj_buffer_free(&names);
}

void gj_print_help(const gj_command *command, gj_lang lang)
{
    bool en = lang == GJ_EN;
    (void)printf("gouji %s%s%s - %s\n\n", command->name, command->arguments[0] ? " " : "", command->arguments,
                 en ? command->en : command->zh);
    print_options(command, lang);
    (void)printf("\n%s%s\n", en ? "Example: " : "示例：", command->example);
}

void gj_print_usage(gj_lang lang)
{
    bool en = lang == GJ_EN;
    (void)printf("%s\n\n", en ? "gouji - checks annual reports on open government information against the regulation"
                              : "勾稽 gouji：检查政府信息公开工作年度报告是否合规、数字是否相符");
    for (size_t i = 0; i < gj_command_count; i++) {
        print_padded(gj_commands[i].name, 12);
        (void)printf("%s\n", en ? gj_commands[i].en : gj_commands[i].zh);
    }
    (void)printf("\n%s\n", en ? "gouji COMMAND --help tells a command's options. Example: gouji check report.md"
                              : "gouji 命令 --help 查看该命令的选项。示例：gouji check 报告.md");
    (void)printf("%s\n",
                 en ? "Exit: 0 clean, 1 findings, 2 usage or config, 3 unreadable input, 4 a rule or gouji failed"
                    : "退出码：0 无问题，1 有问题，2 用法或配置有误，3 有文件读不了，4 规则或程序出错");
}
