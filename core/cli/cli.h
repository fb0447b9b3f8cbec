/** cli.h - what the commands share: options, language, exit codes, messages to people.
 *
 * A command is a row of a table (commands.c): name, words, options, function. The parser, `--help`, completion and the docs test all read
 * that table, so an option exists in one place.
 */
#ifndef GJ_CLI_CLI_H
#define GJ_CLI_CLI_H

#include "../gouji.h"

/** design.md §5; the worst wins. */
enum gj_exit {
    GJ_EXIT_CLEAN = 0,
    GJ_EXIT_FINDINGS = 1,
    GJ_EXIT_USAGE = 2,
    GJ_EXIT_UNREADABLE = 3,
    GJ_EXIT_BROKEN = 4,
    GJ_EXIT_INTERRUPTED = 130
};

typedef enum gj_option_id {
    GJ_OPT_HELP,
    GJ_OPT_LANG,
    GJ_OPT_FORMAT,
    GJ_OPT_LISTING,
    GJ_OPT_COLLECTED,
    GJ_OPT_JOBS,
    GJ_OPT_AS,
    GJ_OPT_FAIL_ON,
    GJ_OPT_SHOW,
    GJ_OPT_COLOR,
    GJ_OPT_TODAY,
    GJ_OPT_YEAR,
    GJ_OPT_LEVEL,
    GJ_OPT_KIND,
    GJ_OPT_SCOPE,
    GJ_OPT_UNIT,
    GJ_OPT_PROVINCE,
    GJ_OPT_PROFILE,
    GJ_OPT_PRIOR,
    GJ_OPT_FACTS,
    GJ_OPT_PATHS_FROM,
    GJ_OPT_ROSTER,
    GJ_OPT_AGGREGATE,
    GJ_OPT_OUT,
    GJ_OPT_NOTICE,
    GJ_OPT_DUE,
    GJ_OPT_RULES,
    GJ_OPT_WITH,
    GJ_OPT_SELECT,
    GJ_OPT_IGNORE,
    GJ_OPT_CONFIG,
    GJ_OPT_NO_CONFIG,
    GJ_OPT_STDIN_NAME,
    GJ_OPT_QUIET,
    GJ_OPT_OUTPUT,
    GJ_OPT_TO,
    GJ_OPT_FORM,
    GJ_OPT_ROUND,
    GJ_OPT_COUNT
} gj_option_id;

typedef struct gj_option {
    gj_option_id id;
    const char *name;     /* "fail-on" */
    char letter;          /* 'f' or 0 */
    const char *argument; /* "LEVEL"; NULL for a switch */
    const char *zh, *en;  /* help; NULL: shown on the line of the option before */
    bool many;            /* may be given several times */
} gj_option;

/** Every option there is; a command lists the ids it takes. */
extern const gj_option gj_options[GJ_OPT_COUNT];
/** The words that an option takes, NULL-ended, in the order of their enumeration; NULL where any text will do, and for check's --format,
 *  whose words are gj_show_formats. */
extern const char *const *const gj_option_words[GJ_OPT_COUNT];

typedef struct gj_command gj_command;

#define GJ_MAX_VALUES 64
typedef struct gj_invocation {
    const gj_command *command;
    gj_lang lang;
    bool lang_given;
    const char *values[GJ_OPT_COUNT];              /* the last one given; "" for a switch; NULL: not given */
    const char *many[GJ_OPT_COUNT][GJ_MAX_VALUES]; /* all of them, for options with `many` */
    size_t counts[GJ_OPT_COUNT];
    char **paths; /* what is no option */
    size_t path_count;
    gj_arena *arena; /* for the run */
} gj_invocation;

struct gj_command {
    const char *name;
    const char *arguments; /* "PATH…" */
    const char *zh, *en;   /* one line */
    const char *example;   /* one command line */
    const gj_option_id *options;
    size_t option_count;
    int (*run)(gj_invocation *invocation);
};

extern const gj_command gj_commands[];
extern const size_t gj_command_count;
/** NULL when there is no such command. */
const gj_command *gj_command_by_name(const char *word);
/** The command that may be meant by a mistyped one; NULL: none is near. */
const char *gj_command_nearest(const char *word);

/** Parse argv[2…] for a command. False after saying what is wrong (exit 2). */
bool gj_parse_options(gj_invocation *invocation, int argc, char **argv);
void gj_print_help(const gj_command *command, gj_lang lang);
void gj_print_usage(gj_lang lang);

/** zh or en by --lang, else by LC_ALL, LC_MESSAGES, LANG, else zh. */
gj_lang gj_default_lang(void);

/** --paths-from: the paths of a list, after those given as arguments. One a line, or ended by NUL bytes where the list holds any, as
 *  `find -print0` writes; empty lines are none. False after complaining. */
bool gj_add_listed_paths(gj_invocation *invocation);

/** "gouji: …" to stderr in the invocation's language. */
void gj_complain(const gj_invocation *invocation, const char *zh, const char *en, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));
/** An error to stderr: where:line:column: words. Returns its exit code. */
int gj_complain_error(const gj_invocation *invocation, const gj_error *err);
/** Write to stdout; false (after saying so once) when the disk is full or the pipe is closed. */
bool gj_print(const gj_invocation *invocation, gj_slice text);

/** Print what was built, free it, and give the exit code. */
int gj_flush(const gj_invocation *invocation, gj_buffer *out);
/** --format text or json: 0 or 1; -1 after complaining. */
int gj_text_or_json(const gj_invocation *invocation);

/** The words of a closed choice, NULL-ended; -1 after complaining about an unknown word. */
int gj_choose(const gj_invocation *invocation, gj_option_id option, const char *const *words, int otherwise);
/** --rules and --with; NULL after complaining. `with_more` adds folders (from the config). */
gj_ruleset *gj_open_rules(const gj_invocation *invocation, gj_slice config_rules, const gj_slice *config_with,
                          size_t config_with_count);
/** The same for `rule test`, which needs the rules' cases. */
gj_ruleset *gj_open_rules_with_cases(const gj_invocation *invocation);
/** Whether an option holds a date, or nothing. False after complaining. */
bool gj_dated(const gj_invocation *invocation, gj_option_id id);
/** Today as YYYY-MM-DD: --today, else the system's date. False after complaining. */
bool gj_today(const gj_invocation *invocation, char out[11]);
/** --as; false after complaining. */
bool gj_input_format(const gj_invocation *invocation, gj_format *out);

/** Ctrl-C was pressed (the CLI's only global, set by the signal handler). */
bool gj_interrupted(void);
void gj_catch_signals(void);

int gj_run_check(gj_invocation *invocation);
int gj_run_collect(gj_invocation *invocation);
int gj_run_rules(gj_invocation *invocation);
int gj_run_explain(gj_invocation *invocation);
int gj_run_coverage(gj_invocation *invocation);
int gj_run_facts(gj_invocation *invocation);
int gj_run_convert(gj_invocation *invocation);
int gj_run_new(gj_invocation *invocation);
int gj_run_rule(gj_invocation *invocation);
int gj_run_config(gj_invocation *invocation);
int gj_run_ledger(gj_invocation *invocation);
int gj_run_verify(gj_invocation *invocation);
int gj_run_completion(gj_invocation *invocation);
int gj_run_version(gj_invocation *invocation);

#endif
