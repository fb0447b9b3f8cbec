#include "record.h"

/* How results are shown; the date, which tool.today tells; and where paths come from, for they are there themselves. */
static const gj_option_id manner[] = { GJ_OPT_FORMAT, GJ_OPT_FACTS, GJ_OPT_PATHS_FROM, GJ_OPT_SHOW,  GJ_OPT_JOBS,
                                       GJ_OPT_COLOR,  GJ_OPT_QUIET, GJ_OPT_LANG,       GJ_OPT_TODAY, GJ_OPT_HELP };

static bool is_manner(gj_option_id id)
{
    for (size_t i = 0; i < sizeof manner / sizeof *manner; i++)
        if (manner[i] == id)
            return true;
    return false;
}

typedef GJ_LIST(gj_slice) word_list;

static gj_status add(gj_arena *arena, word_list *list, gj_slice word)
{
    gj_slice *at = GJ_PUSH(arena, list);
    if (!at || !word.data)
        return GJ_NOMEM;
    *at = word;
    return GJ_OK;
}

static gj_status add_option(gj_arena *arena, word_list *list, const gj_option *option, const char *value)
{
    return add(arena, list,
               option->argument ? gj_arena_format(arena, "--%s=%s", option->name, value)
                                : gj_arena_format(arena, "--%s", option->name));
}

gj_status gj_record_arguments(const gj_invocation *invocation, gj_slice **out, size_t *count)
{
    gj_arena *arena = invocation->arena;
    word_list list = { 0 };
    for (size_t i = 0; i < invocation->command->option_count; i++) {
        const gj_option *option = &gj_options[invocation->command->options[i]];
        if (is_manner(option->id) || !invocation->values[option->id])
            continue;
        for (size_t k = 0; k < invocation->counts[option->id]; k++)
            GJ_TRY(add_option(arena, &list, option, invocation->many[option->id][k]));
        if (!option->many)
            GJ_TRY(add_option(arena, &list, option, invocation->values[option->id]));
    }
    GJ_TRY(add(arena, &list, GJ_LIT("--")));
    for (size_t i = 0; i < invocation->path_count; i++)
        GJ_TRY(add(arena, &list, gj_slice_of(invocation->paths[i])));
    *out = list.items;
    *count = list.count;
    return GJ_OK;
}

bool gj_replay_arguments(gj_invocation *out, const char *const *words, size_t count)
{
    gj_lang lang = out->lang;
    char **argv = GJ_ARRAY(out->arena, count + 2, char *);
    if (!argv)
        return false;
    for (size_t i = 0; i < count; i++)
        argv[i + 2] = (char *)(uintptr_t)words[i];
    out->command = gj_command_by_name("check");
    if (!gj_parse_options(out, (int)count + 2, argv))
        return false;
    for (size_t i = 0; i < sizeof manner / sizeof *manner; i++)
        if (out->values[manner[i]]) {
            gj_complain(
                out, "结果里的选项 --%s 不是检查所依据的，不能照办；请确认文件没有被改过",
                "the result holds option --%s, which is none that a check depends on and is not followed; was the "
                "file altered?",
                gj_options[manner[i]].name);
            return false;
        }
    out->lang = lang;
    out->values[GJ_OPT_QUIET] = "";
    return true;
}
