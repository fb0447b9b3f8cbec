/* common.c - language, messages, signals and the few things that every command opens. */
#include "cli.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "../base/system.h"
#include "../show/escape.h"

static volatile sig_atomic_t interrupted;

static void on_signal(int number)
{
    (void)number;
    interrupted = 1;
}

bool gj_interrupted(void)
{
    return interrupted != 0;
}

void gj_catch_signals(void)
{
    struct sigaction action = { .sa_handler = on_signal }; /* no SA_RESTART: a wait must end */
    (void)sigemptyset(&action.sa_mask);
    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
    (void)signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of write, said in words */
}

gj_lang gj_default_lang(void)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return strncmp(value, "en", 2) == 0 ? GJ_EN : GJ_ZH;
    }
    return GJ_ZH;
}

/* What came from files and arguments may hold terminal controls. */
static void to_stderr(const char *text)
{
    gj_buffer safe;
    gj_buffer_init(&safe, 0);
    gj_escape_terminal(&safe, gj_slice_of(text));
    (void)fprintf(stderr, "gouji: %s\n", safe.data);
    gj_buffer_free(&safe);
}

void gj_complain(const gj_invocation *invocation, const char *zh, const char *en, ...)
{
    va_list arguments, again;
    va_start(arguments, en);
    va_copy(again, arguments);
    char words[4096];
    if (invocation->lang == GJ_EN)
        (void)vsnprintf(words, sizeof words, en, arguments);
    else
        (void)vsnprintf(words, sizeof words, zh, again);
    va_end(again);
    va_end(arguments);
    to_stderr(words);
}

int gj_complain_error(const gj_invocation *invocation, const gj_error *err)
{
    gj_buffer text;
    gj_buffer_init(&text, 0);
    if (err->where[0] && (err->line || !strstr(err->zh, err->where))) /* a file that is missing is named once */
        gj_buffer_text(&text, err->where);
    if (err->line)
        gj_buffer_format(&text, ":%zu:%zu", err->line, err->column);
    if (text.len)
        gj_buffer_text(&text, invocation->lang == GJ_EN ? ": " : "：");
    gj_buffer_text(&text, invocation->lang == GJ_EN ? err->en : err->zh);
    to_stderr(text.data);
    gj_buffer_free(&text);
    switch (err->status) {
    case GJ_USAGE:
    case GJ_RULES:
        return GJ_EXIT_USAGE;
    case GJ_INPUT:
    case GJ_LIMIT:
    case GJ_IO:
        return GJ_EXIT_UNREADABLE;
    default:
        return GJ_EXIT_BROKEN;
    }
}

bool gj_print(const gj_invocation *invocation, gj_slice text)
{
    while (text.len) {
        ssize_t written = write(STDOUT_FILENO, text.data, text.len);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            gj_complain(invocation,
                        errno == EPIPE ? "标准输出已关闭，后面的内容没有写出：%s"
                                       : "写标准输出失败（磁盘可能已满）：%s",
                        errno == EPIPE ? "standard output was closed, the rest was not written: %s"
                                       : "cannot write to standard output (is the disk full?): %s",
                        invocation->lang == GJ_EN ? strerror(errno) : gj_system_reason_zh(errno));
            return false;
        }
        text = gj_slice_sub(text, (size_t)written, text.len);
    }
    return true;
}

typedef gj_status (*opener)(gj_slice folder, const gj_slice *with, size_t with_count, gj_ruleset **out, gj_error *err);

static gj_ruleset *open_rules(const gj_invocation *invocation, opener open, gj_slice config_rules,
                              const gj_slice *config_with, size_t config_with_count)
{
    gj_slice with[2 * GJ_MAX_VALUES];
    size_t count = 0;
    for (size_t i = 0; i < config_with_count && count < GJ_MAX_VALUES; i++)
        with[count++] = config_with[i];
    for (size_t i = 0; i < invocation->counts[GJ_OPT_WITH]; i++)
        with[count++] = gj_slice_of(invocation->many[GJ_OPT_WITH][i]);
    const char *folder = invocation->values[GJ_OPT_RULES];
    gj_ruleset *ruleset = NULL;
    gj_error err = { 0 };
    if (open(folder ? gj_slice_of(folder) : config_rules, with, count, &ruleset, &err) != GJ_OK) {
        (void)gj_complain_error(invocation, &err);
        return NULL;
    }
    return ruleset;
}

gj_ruleset *gj_open_rules(const gj_invocation *invocation, gj_slice config_rules, const gj_slice *config_with,
                          size_t config_with_count)
{
    return open_rules(invocation, gj_ruleset_open, config_rules, config_with, config_with_count);
}

gj_ruleset *gj_open_rules_with_cases(const gj_invocation *invocation)
{
    return open_rules(invocation, gj_ruleset_open_with_cases, (gj_slice){ 0 }, NULL, 0);
}

static bool is_date(const char *text)
{
    static const char shape[] = "dddd-dd-dd";
    for (size_t i = 0; i < 10; i++)
        if (shape[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i])
            return false;
    int month = (text[5] - '0') * 10 + text[6] - '0';
    int day = (text[8] - '0') * 10 + text[9] - '0';
    return text[10] == '\0' && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

bool gj_dated(const gj_invocation *invocation, gj_option_id id)
{
    const char *given = invocation->values[id];
    if (!given || is_date(given))
        return true;
    const char *name = gj_options[id].name;
    gj_complain(invocation, "选项 --%s 要写成 YYYY-MM-DD，如 2025-01-31，不能是“%s”",
                "option --%s takes YYYY-MM-DD, such as 2025-01-31, not \"%s\"", name, given);
    return false;
}

bool gj_today(const gj_invocation *invocation, char out[11])
{
    const char *given = invocation->values[GJ_OPT_TODAY];
    if (given) {
        if (!gj_dated(invocation, GJ_OPT_TODAY))
            return false;
        memcpy(out, given, 11);
        return true;
    }
    time_t now = time(NULL);
    struct tm local;
    if (!localtime_r(&now, &local) || strftime(out, 11, "%Y-%m-%d", &local) != 10)
        memcpy(out, "1970-01-01", 11);
    return true;
}

bool gj_input_format(const gj_invocation *invocation, gj_format *out)
{
    const char *word = invocation->values[GJ_OPT_AS];
    *out = GJ_FORMAT_AUTO;
    if (!word || gj_format_parse(gj_slice_of(word), out))
        return true;
    gj_complain(invocation, "选项 --as 不认识“%s”，可用：markdown html docx pdf ofd json text",
                "option --as does not know \"%s\"; it takes: markdown html docx pdf ofd json text", word);
    return false;
}

int gj_text_or_json(const gj_invocation *invocation)
{
    return gj_choose(invocation, GJ_OPT_LISTING, gj_option_words[GJ_OPT_LISTING], 0);
}

int gj_flush(const gj_invocation *invocation, gj_buffer *out)
{
    int code = GJ_EXIT_CLEAN;
    if (out->failed) {
        gj_complain(invocation, "内存不足", "out of memory");
        code = GJ_EXIT_BROKEN;
    } else if (!gj_print(invocation, gj_buffer_slice(out))) {
        code = GJ_EXIT_BROKEN;
    }
    gj_buffer_free(out);
    return code;
}
