/* cmd_ledger.c - ledger: which part of it, and what the parts share. */
#include <stdlib.h>

#include "ledger.h"
#include "plan.h"

static int run_init(const gj_ledger_command *command)
{
    gj_error err = { 0 };
    gj_buffer out;
    int before = 0, after = 0;
    if (gj_ledger_init(command->address, &before, &after, &err) != GJ_OK)
        return gj_complain_error(command->invocation, &err);
    gj_slice shown = gj_sql_shown(command->invocation->arena, command->address);
    bool en = command->invocation->lang == GJ_EN;
    gj_buffer_init(&out, 0);
    if (before == 0)
        gj_buffer_format(&out, en ? "ledger made: %.*s (version %d)\n" : "台账已建好：%.*s（第 %d 版）\n",
                         GJ_ARG(shown), after);
    else if (before < after)
        gj_buffer_format(
            &out, en ? "ledger upgraded: %.*s (version %d to %d)\n" : "台账已升级：%.*s（第 %d 版 → 第 %d 版）\n",
            GJ_ARG(shown), before, after);
    else
        gj_buffer_format(&out, en ? "ledger is there: %.*s (version %d)\n" : "台账已经有了：%.*s（第 %d 版）\n",
                         GJ_ARG(shown), after);
    return gj_flush(command->invocation, &out);
}

bool gj_ledger_query_of(const gj_ledger_command *command, gj_ledger_query *out)
{
    const char *year = command->invocation->values[GJ_OPT_YEAR];
    *out = (gj_ledger_query){ gj_slice_of(command->invocation->values[GJ_OPT_UNIT]), 0 };
    if (!gj_issuer_flags_fine(command->invocation))
        return false;
    out->year = year ? (int)strtol(year, NULL, 10) : 0;
    return true;
}

bool gj_ledger_round_of(const gj_ledger_command *command, int *out)
{
    const char *given = command->invocation->values[GJ_OPT_ROUND];
    *out = 0;
    if (!given)
        return true;
    if (*given && strlen(given) <= 4 && strspn(given, "0123456789") == strlen(given))
        *out = (int)strtol(given, NULL, 10);
    if (*out < 1)
        gj_complain(command->invocation, "选项 --round 要写从 1 起的整数，不能是“%s”",
                    "option --round takes a whole number from 1, not \"%s\"", given);
    return *out >= 1;
}

gj_status gj_ledger_compare(gj_ledger *ledger, const gj_forms *forms, gj_arena *arena, const gj_submission *before,
                            const gj_submission *after, gj_rounds *out, gj_error *err)
{
    const gj_submission *const sides[] = { before, after };
    gj_record *records = GJ_ARRAY(arena, 2, gj_record);
    gj_slice line;
    if (!records)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < 2; i++) {
        GJ_TRY(gj_ledger_record(ledger, arena, sides[i]->id, &line, err));
        GJ_TRY(gj_record_read(arena, forms, line, &records[i], err));
    }
    return gj_rounds_compare(arena, &records[0], &records[1], out, err);
}

int gj_run_ledger(gj_invocation *invocation)
{
    static const struct {
        const char *name;
        size_t least, most; /* words with the name and the ledger */
        int (*run)(const gj_ledger_command *command);
    } parts[] = {
        { "init", 2, 2, run_init },
        { "add", 3, SIZE_MAX, gj_ledger_run_add },
        { "list", 2, 2, gj_ledger_run_list },
        { "show", 2, 2, gj_ledger_run_show },
        { "rounds", 2, 2, gj_ledger_run_rounds },
        { "export", 2, 2, gj_ledger_run_export },
        { "import", 3, 3, gj_ledger_run_import },
    };
    int format = gj_text_or_json(invocation);
    if (format < 0)
        return GJ_EXIT_USAGE;
    for (size_t i = 0; invocation->path_count && i < sizeof parts / sizeof *parts; i++)
        if (strcmp(parts[i].name, invocation->paths[0]) == 0 && invocation->path_count >= parts[i].least &&
            invocation->path_count <= parts[i].most && *invocation->paths[1]) {
            const gj_ledger_command command = { invocation, gj_slice_of(invocation->paths[1]), format == 1 };
            return parts[i].run(&command);
        }
    gj_complain(
        invocation,
        "用法：gouji ledger init 台账，add 台账 文件…，list 台账，show 台账 --unit 机关，rounds 台账，"
        "export 台账，import 台账 文件；台账是一个文件（台账.db）或 postgresql:// 地址",
        "usage: gouji ledger init LEDGER, add LEDGER PATH…, list LEDGER, show LEDGER --unit NAME, rounds LEDGER, "
        "export LEDGER, import LEDGER FILE; a ledger is a file (ledger.db) or a postgresql:// address");
    return GJ_EXIT_USAGE;
}
