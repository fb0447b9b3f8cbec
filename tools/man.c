/* man.c - the manual page, written from the tables of commands and options that the parser reads.
 *
 *     man zh|en
 */
#include <stdio.h>

#include "../core/cli/cli.h"

/* troff breaks lines at blanks; Chinese has none, so a line may break after these. */
static bool ends_clause(const char *text)
{
    static const char *const marks[] = { "，", "；", "。", "、", "：", "）" };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strncmp(text, marks[i], 3) == 0)
            return true;
    return false;
}

/* Text of a line: no request may begin in it, and a hyphen stays one. */
static void say(const char *text)
{
    if (*text == '.' || *text == '\'')
        (void)fputs("\\&", stdout);
    for (; *text; text++)
        if (*text == '\\')
            (void)fputs("\\e", stdout);
        else if (*text == '-')
            (void)fputs("\\-", stdout);
        else if (ends_clause(text)) {
            (void)printf("%.3s\\:", text);
            text += 2;
        } else
            (void)putchar(*text);
}

static void line(const char *text)
{
    say(text);
    (void)putchar('\n');
}

static void option_name(const gj_option *option)
{
    if (option->letter)
        (void)printf("\\fB\\-%c\\fR, ", option->letter);
    (void)fputs("\\fB\\-\\-", stdout);
    say(option->name);
    (void)fputs("\\fR", stdout);
    if (option->argument) {
        (void)fputs(" \\fI", stdout);
        say(option->argument);
        (void)fputs("\\fR", stdout);
    }
}

/* Options whose help is NULL share the help of the one before. */
static void options(const gj_command *command, gj_lang lang)
{
    for (size_t i = 0; i < command->option_count;) {
        const gj_option *first = &gj_options[command->options[i]];
        (void)puts(".TP");
        option_name(first);
        for (i++; i < command->option_count && !gj_options[command->options[i]].zh; i++) {
            (void)fputs(", ", stdout);
            option_name(&gj_options[command->options[i]]);
        }
        (void)putchar('\n');
        const char *help = lang == GJ_EN ? first->en : first->zh;
        line(help ? help : first->argument ? first->argument : first->name);
    }
}

static void commands(gj_lang lang)
{
    (void)puts(lang == GJ_EN ? ".SH COMMANDS" : ".SH 命令");
    for (size_t i = 0; i < gj_command_count; i++) {
        const gj_command *command = &gj_commands[i];
        (void)printf(".SS gouji %s", command->name);
        if (command->arguments[0]) {
            (void)putchar(' ');
            say(command->arguments);
        }
        (void)putchar('\n');
        line(lang == GJ_EN ? command->en : command->zh);
        options(command, lang);
        (void)puts(lang == GJ_EN ? ".PP\nExample:" : ".PP\n示例：");
        (void)puts(".PP\n.RS\n.nf");
        line(command->example);
        (void)puts(".fi\n.RE");
    }
}

typedef struct entry {
    const char *term, *zh, *en;
} entry;

static void entries(const char *title, const entry *list, size_t count, gj_lang lang)
{
    (void)printf(".SH %s\n", title);
    for (size_t i = 0; i < count; i++) {
        (void)fputs(".TP\n\\fB", stdout);
        say(list[i].term);
        (void)puts("\\fR");
        line(lang == GJ_EN ? list[i].en : list[i].zh);
    }
}

static const entry exits[] = {
    { "0", "没有达到 --fail-on 的问题；可能有需人工核实的",
      "nothing at or above --fail-on; there may be items for a person" },
    { "1", "有达到 --fail-on 的问题；verify：与记录不一致",
      "findings at or above --fail-on; verify: the result does not stand" },
    { "2", "用法、配置或规则集有误", "wrong use, or a mistake in the configuration or a ruleset" },
    { "3", "有文件读不了，其余已检查", "some input could not be read; the rest was checked" },
    { "4", "规则或程序出错", "a rule or gouji itself failed" },
    { "130", "被中断，已检查的有效", "interrupted; what was checked stands" },
};

static const entry files[] = {
    { ".gouji.lua", "配置，从报告所在的文件夹向上找；gouji config show 显示起作用的配置",
      "the configuration, looked for from a report's folder upward; gouji config show tells which is in force" },
};

static const entry variables[] = {
    { "LC_ALL, LC_MESSAGES, LANG", "以 en 开头的用英文，其余用中文；--lang 优先",
      "English where they begin with en, else Chinese; --lang wins" },
    { "NO_COLOR, FORCE_COLOR", "不用颜色；总用颜色；--color 优先", "no colour; always colour; --color wins" },
};

#define LIST(array) array, sizeof(array) / sizeof(array)[0]

static const entry description[] = {
    { "", "读一份报告，说明六个部分是否齐全、三张表是否平衡、正文与表格是否一致，要改什么、在哪里、依据哪一条。",
      "Reads a report and says whether the six statutory sections are there, whether the tables balance," },
    { "", "不联网；同样的输入得到同样的输出。",
      "whether the text agrees with the tables, and what to change, where, and on what clause. Works offline;" },
    { "", "问题写到标准输出，进度和说明写到标准错误。",
      "the same input gives the same output. Findings go to standard output, progress and remarks to standard error." },
    { "", "命令和选项都不缩写。-- 之后的都是文件。",
      "Commands and options are not abbreviated. What stands after -- is a file." },
};

int main(int argc, char **argv)
{
    gj_lang lang = argc == 2 && strcmp(argv[1], "en") == 0 ? GJ_EN : GJ_ZH;
    bool en = lang == GJ_EN;
    (void)puts(".\\\" Written by tools/man.c from the tables of commands and options; not to be edited.");
    (void)printf(".TH GOUJI 1 \"\" \"gouji %s\"\n", gj_version());
    (void)puts(en ? ".SH NAME\ngouji \\- checks annual reports on open government information against the regulation"
                  : ".SH 名称\ngouji \\- 勾稽：检查政府信息公开工作年度报告是否合规、数字是否相符");
    (void)puts(en ? ".SH SYNOPSIS" : ".SH 用法");
    (void)puts(en ? "\\fBgouji\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIFILE\\fR]..."
                  : "\\fBgouji\\fR \\fI命令\\fR [\\fI选项\\fR]... [\\fI文件\\fR]...");
    (void)puts(en ? ".SH DESCRIPTION" : ".SH 说明");
    (void)puts(".ad l");
    for (size_t i = 0; i < sizeof description / sizeof *description; i++)
        line(en ? description[i].en : description[i].zh);
    commands(lang);
    entries(en ? "EXIT STATUS" : "退出码", LIST(exits), lang);
    entries(en ? "FILES" : "文件", LIST(files), lang);
    entries(en ? "ENVIRONMENT" : "环境变量", LIST(variables), lang);
    return ferror(stdout) || fflush(stdout) != 0;
}
