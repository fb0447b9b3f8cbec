/* cmd_completion.c - completion: a script for a shell, written from the tables of commands and options. */
#include "plan.h"

/* Options that name what the words after them are. */
static bool takes_files(gj_option_id id)
{
    return id == GJ_OPT_PRIOR || id == GJ_OPT_RULES || id == GJ_OPT_WITH || id == GJ_OPT_CONFIG ||
           id == GJ_OPT_OUTPUT || id == GJ_OPT_FACTS || id == GJ_OPT_PATHS_FROM;
}

static bool takes_rules(gj_option_id id)
{
    return id == GJ_OPT_SELECT || id == GJ_OPT_IGNORE;
}

/* Words that come first after the command and are no file; NULL: none. */
static const char *first_words(const gj_command *command)
{
    static const struct {
        const char *command, *words;
    } known[] = { { "rule", "test new bench" },
                  { "ledger", "init add list show rounds export import" },
                  { "config", "show" },
                  { "completion", "bash zsh fish" } };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].command, command->name) == 0)
            return known[i].words;
    return NULL;
}

/* The values of an option, blank between them; nothing where any text will do. */
static void values(gj_buffer *out, gj_option_id id)
{
    if (id == GJ_OPT_FORMAT)
        for (size_t i = 0; gj_show_formats[i].name; i++)
            gj_buffer_format(out, "%s%s", i ? " " : "", gj_show_formats[i].name);
    for (size_t i = 0; gj_option_words[id] && gj_option_words[id][i]; i++)
        gj_buffer_format(out, "%s%s", i ? " " : "", gj_option_words[id][i]);
}

static void rule_ids(gj_buffer *out, const gj_ruleset *ruleset)
{
    for (size_t i = 0; i < gj_ruleset_total(ruleset); i++)
        gj_buffer_format(out, "%s%.*s", i ? " " : "", GJ_ARG(gj_ruleset_at(ruleset, i)->id));
}

/* In single quotes, for sh and for fish. */
static void quoted(gj_buffer *out, const char *text)
{
    gj_buffer_byte(out, '\'');
    for (; *text; text++)
        if (*text == '\'')
            gj_buffer_text(out, "'\\''");
        else
            gj_buffer_byte(out, *text);
    gj_buffer_byte(out, '\'');
}

/* "--format -f" */
static void option_names(gj_buffer *out, const gj_option *option)
{
    gj_buffer_format(out, "--%s", option->name);
    if (option->letter)
        gj_buffer_format(out, " -%c", option->letter);
}

/* bash */

static void bash_option(gj_buffer *out, const gj_command *command, const gj_option *option, gj_buffer *words)
{
    if (!option->argument)
        return;
    gj_buffer_clear(words);
    values(words, option->id);
    gj_buffer_format(out, "    %s:--%s", command->name, option->name);
    if (option->letter)
        gj_buffer_format(out, "|%s:-%c", command->name, option->letter);
    if (takes_files(option->id))
        gj_buffer_text(out, ") COMPREPLY=($(compgen -f -- \"$current\")) ;;\n");
    else if (takes_rules(option->id))
        gj_buffer_text(out, ") COMPREPLY=($(compgen -W \"$rules\" -- \"$current\")) ;;\n");
    else
        gj_buffer_format(out, ") COMPREPLY=($(compgen -W \"%s\" -- \"$current\")) ;;\n", words->data);
}

static void bash_command(gj_buffer *out, const gj_command *command)
{
    const char *words = first_words(command);
    gj_buffer_format(out, "    %s)\n      options=\"", command->name);
    for (size_t i = 0; i < command->option_count; i++) {
        gj_buffer_text(out, i ? " " : "");
        option_names(out, &gj_options[command->options[i]]);
    }
    gj_buffer_format(out, "\"\n      words=\"%s\" ;;\n",
                     words                                   ? words
                     : strcmp(command->name, "explain") == 0 ? "$rules"
                                                             : "");
}

static void write_bash(gj_buffer *out, const gj_ruleset *ruleset)
{
    gj_buffer words;
    gj_buffer_init(&words, 0);
    gj_buffer_text(
        out, "# bash completion for gouji. Put it in use: source <(gouji completion bash)\n"
             "_gouji() {\n"
             "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n"
             "  local options= words= rules=\"");
    rule_ids(out, ruleset);
    gj_buffer_text(out, "\"\n  # bash takes --format=json apart at the sign\n"
                        "  if [[ $current == = ]]; then\n    current=\n"
                        "  elif [[ $previous == = ]]; then\n    previous=${COMP_WORDS[COMP_CWORD-2]}\n  fi\n"
                        "  if [[ $COMP_CWORD -eq 1 ]]; then\n    COMPREPLY=($(compgen -W \"");
    for (size_t i = 0; i < gj_command_count; i++)
        gj_buffer_format(out, "%s ", gj_commands[i].name);
    gj_buffer_text(out, "--help --version\" -- \"$current\"))\n    return\n  fi\n  case $command:$previous in\n");
    for (size_t i = 0; i < gj_command_count; i++)
        for (size_t k = 0; k < gj_commands[i].option_count; k++)
            bash_option(out, &gj_commands[i], &gj_options[gj_commands[i].options[k]], &words);
    gj_buffer_text(out, "    *)\n  case $command in\n");
    for (size_t i = 0; i < gj_command_count; i++)
        bash_command(out, &gj_commands[i]);
    gj_buffer_text(out, "  esac\n"
                        "  if [[ $current == -* ]]; then\n    COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
                        "  elif [[ -n $words ]]; then\n    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
                        "  else\n    COMPREPLY=($(compgen -f -- \"$current\"))\n  fi ;;\n"
                        "  esac\n}\ncomplete -o filenames -F _gouji gouji\n");
    gj_buffer_free(&words);
}

/* zsh */

/* A word list after "message:" must not hold a colon, a bracket or a quote: ours are plain words. Descriptions may. */
static void zsh_text(gj_buffer *out, const char *text)
{
    for (; *text; text++)
        if (*text == '\'')
            gj_buffer_text(out, "'\\''");
        else if (strchr("[]:\\", *text))
            gj_buffer_format(out, "\\%c", *text);
        else
            gj_buffer_byte(out, *text);
}

static const char *help_of(const gj_command *command, size_t at, gj_lang lang)
{
    const gj_option *option = &gj_options[command->options[at]];
    while (!option->zh && at > 0)
        option = &gj_options[command->options[--at]];
    return option->zh ? lang == GJ_EN ? option->en : option->zh : "";
}

static void zsh_option(gj_buffer *out, const gj_command *command, size_t at, gj_lang lang, gj_buffer *words)
{
    const gj_option *option = &gj_options[command->options[at]];
    char letter[] = { '-', option->letter, '\0' };
    for (int form = 0; form < (option->letter ? 2 : 1); form++) {
        gj_buffer_format(out, "        '%s%s%s%s[", option->many ? "*" : "", form ? "" : "--",
                         form ? letter : option->name,
                         !option->argument ? ""
                         : form            ? "+"
                                           : "=");
        zsh_text(out, help_of(command, at, lang));
        gj_buffer_byte(out, ']');
        if (option->argument) {
            gj_buffer_clear(words);
            values(words, option->id);
            if (takes_files(option->id))
                gj_buffer_format(out, ":%s:_files", option->name);
            else if (takes_rules(option->id))
                gj_buffer_format(out, ":%s:($rules)", option->name);
            else
                gj_buffer_format(out, ":%s:(%s)", option->name, words->data);
        }
        gj_buffer_text(out, "'\n");
    }
}

static void write_zsh(gj_buffer *out, const gj_ruleset *ruleset, gj_lang lang)
{
    gj_buffer words;
    gj_buffer_init(&words, 0);
    gj_buffer_text(out, "#compdef gouji\n# zsh completion for gouji. Put it in use: gouji completion zsh >_gouji, in a "
                        "folder of $fpath\n_gouji() {\n"
                        "  local -a commands rules arguments\n  rules=(");
    rule_ids(out, ruleset);
    gj_buffer_text(out, ")\n  commands=(\n");
    for (size_t i = 0; i < gj_command_count; i++) {
        gj_buffer_format(out, "    '%s:", gj_commands[i].name);
        zsh_text(out, lang == GJ_EN ? gj_commands[i].en : gj_commands[i].zh);
        gj_buffer_text(out, "'\n");
    }
    gj_buffer_text(
        out,
        "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  case $words[2] in\n");
    for (size_t i = 0; i < gj_command_count; i++) {
        const gj_command *command = &gj_commands[i];
        const char *first = first_words(command);
        gj_buffer_format(out, "    %s)\n      arguments=(\n", command->name);
        for (size_t k = 0; k < command->option_count; k++)
            zsh_option(out, command, k, lang, &words);
        if (first)
            gj_buffer_format(out, "        '1:word:(%s)'\n        '*:file:_files'\n", first);
        else
            gj_buffer_text(out, strcmp(command->name, "explain") == 0 ? "        '1:rule:($rules)'\n"
                                                                      : "        '*:file:_files'\n");
        gj_buffer_text(out, "      ) ;;\n");
    }
    gj_buffer_text(out,
                   "  esac\n  (( CURRENT-- ))\n  shift words\n  _arguments -s \"${(@)arguments//\\$rules/$rules}\"\n}\n"
                   "compdef _gouji gouji\n");
    gj_buffer_free(&words);
}

/* fish */

static void fish_option(gj_buffer *out, const gj_command *command, size_t at, gj_lang lang, gj_buffer *words)
{
    const gj_option *option = &gj_options[command->options[at]];
    gj_buffer_format(out, "complete -c gouji -n '__fish_seen_subcommand_from %s' -l %s", command->name, option->name);
    if (option->letter)
        gj_buffer_format(out, " -s %c", option->letter);
    gj_buffer_text(out, " -d ");
    quoted(out, help_of(command, at, lang));
    if (option->argument) {
        gj_buffer_clear(words);
        values(words, option->id);
        if (takes_files(option->id))
            gj_buffer_text(out, " -r -F");
        else if (takes_rules(option->id))
            gj_buffer_text(out, " -x -a \"$__gouji_rules\"");
        else if (words->len)
            gj_buffer_format(out, " -x -a '%s'", words->data);
        else
            gj_buffer_text(out, " -x");
    }
    gj_buffer_byte(out, '\n');
}

static void write_fish(gj_buffer *out, const gj_ruleset *ruleset, gj_lang lang)
{
    gj_buffer words;
    gj_buffer_init(&words, 0);
    gj_buffer_text(
        out,
        "# fish completion for gouji. Put it in use: gouji completion fish >~/.config/fish/completions/gouji.fish\n"
        "set -g __gouji_rules ");
    rule_ids(out, ruleset);
    gj_buffer_byte(out, '\n');
    for (size_t i = 0; i < gj_command_count; i++) {
        const gj_command *command = &gj_commands[i];
        gj_buffer_format(out, "complete -c gouji -f -n __fish_use_subcommand -a %s -d ", command->name);
        quoted(out, lang == GJ_EN ? command->en : command->zh);
        gj_buffer_byte(out, '\n');
        for (size_t k = 0; k < command->option_count; k++)
            fish_option(out, command, k, lang, &words);
        const char *first = first_words(command);
        if (first)
            gj_buffer_format(out, "complete -c gouji -f -n '__fish_seen_subcommand_from %s' -a '%s'\n", command->name,
                             first);
        if (strcmp(command->name, "explain") == 0)
            gj_buffer_text(out,
                           "complete -c gouji -f -n '__fish_seen_subcommand_from explain' -a \"$__gouji_rules\"\n");
    }
    gj_buffer_free(&words);
}

int gj_run_completion(gj_invocation *invocation)
{
    const char *shell = invocation->path_count == 1 ? invocation->paths[0] : "";
    bool bash = strcmp(shell, "bash") == 0, zsh = strcmp(shell, "zsh") == 0;
    if (!bash && !zsh && strcmp(shell, "fish") != 0) {
        gj_complain(invocation, "请写明哪一种 shell：bash、zsh 或 fish，如：%s",
                    "say which shell: bash, zsh or fish, such as: %s", invocation->command->example);
        return GJ_EXIT_USAGE;
    }
    gj_ruleset *ruleset = gj_open_rules(invocation, (gj_slice){ 0 }, NULL, 0);
    if (!ruleset)
        return GJ_EXIT_USAGE;
    gj_buffer out;
    gj_buffer_init(&out, 0);
    if (bash)
        write_bash(&out, ruleset);
    else if (zsh)
        write_zsh(&out, ruleset, invocation->lang);
    else
        write_fish(&out, ruleset, invocation->lang);
    gj_ruleset_close(ruleset);
    return gj_flush(invocation, &out);
}
