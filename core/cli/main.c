/* main.c - the door. */
#include "cli.h"

static int run(const gj_command *command, int argc, char **argv, gj_arena *arena)
{
    gj_invocation invocation = { .command = command, .lang = gj_default_lang(), .arena = arena };
    if (!gj_parse_options(&invocation, argc, argv))
        return GJ_EXIT_USAGE;
    if (invocation.values[GJ_OPT_HELP]) {
        gj_print_help(command, invocation.lang);
        return GJ_EXIT_CLEAN;
    }
    return command->run(&invocation);
}

/* gouji --help --lang en: the only option that counts before there is a command. */
static gj_lang usage_lang(int argc, char **argv, gj_lang otherwise)
{
    for (int i = 2; i < argc; i++) {
        const char *word = strcmp(argv[i], "--lang") == 0 && i + 1 < argc ? argv[i + 1]
                           : strncmp(argv[i], "--lang=", 7) == 0          ? argv[i] + 7
                                                                          : "";
        if (strcmp(word, "en") == 0)
            return GJ_EN;
        if (strcmp(word, "zh") == 0)
            return GJ_ZH;
    }
    return otherwise;
}

int main(int argc, char **argv)
{
    gj_lang lang = gj_default_lang();
    gj_catch_signals();
    if (argc < 2) {
        gj_print_usage(lang);
        return GJ_EXIT_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "help") == 0) {
        gj_print_usage(usage_lang(argc, argv, lang));
        return GJ_EXIT_CLEAN;
    }
    const gj_command *command = gj_command_by_name(strcmp(argv[1], "--version") == 0 ? "version" : argv[1]);
    if (!command) {
        gj_invocation nobody = { .lang = lang };
        const char *near = gj_command_nearest(argv[1]);
        if (near)
            gj_complain(&nobody, "没有“%s”这个命令；是不是 %s？运行 gouji --help 查看全部命令",
                        "there is no command \"%s\"; did you mean %s? see gouji --help", argv[1], near);
        else
            gj_complain(&nobody, "没有“%s”这个命令；运行 gouji --help 查看全部命令",
                        "there is no command \"%s\"; see gouji --help", argv[1]);
        return GJ_EXIT_USAGE;
    }
    gj_arena *arena = gj_arena_new(0);
    if (!arena)
        return GJ_EXIT_BROKEN;
    int code = run(command, argc, argv, arena);
    gj_arena_free(arena);
    return code;
}
