/* ledger_list.c - ledger list, show and rounds: what is filed, one submission, and what became of findings. */
#include "ledger.h"

/* What is looked at, with an arena and a ruleset's forms for the records. */
typedef struct looking {
    const gj_ledger_command *command;
    gj_ledger *ledger;
    gj_ruleset *ruleset; /* NULL where records are not read */
    gj_submissions list;
    int round;
    gj_error err;
    gj_buffer out;
} looking;

/* An exit code; close also after a failure. */
static int open_list(looking *l, const gj_ledger_command *command, bool records)
{
    gj_ledger_query query;
    *l = (looking){ .command = command };
    gj_buffer_init(&l->out, 0);
    if (!gj_ledger_query_of(command, &query) || !gj_ledger_round_of(command, &l->round))
        return GJ_EXIT_USAGE;
    if (records && !(l->ruleset = gj_open_rules(command->invocation, (gj_slice){ 0 }, NULL, 0)))
        return GJ_EXIT_USAGE;
    gj_status status = gj_ledger_open(command->address, true, &l->ledger, &l->err);
    if (status == GJ_OK)
        status = gj_ledger_begin_reading(l->ledger, &l->err);
    if (status == GJ_OK)
        status = gj_ledger_list(l->ledger, command->invocation->arena, &query, &l->list, &l->err);
    return status == GJ_OK ? GJ_EXIT_CLEAN : gj_complain_error(command->invocation, &l->err);
}

static int close_list(looking *l, int code)
{
    if (code == GJ_EXIT_CLEAN)
        code = gj_flush(l->command->invocation, &l->out);
    gj_buffer_free(&l->out);
    gj_ledger_close(l->ledger);
    gj_ruleset_close(l->ruleset);
    return code;
}

int gj_ledger_run_list(const gj_ledger_command *command)
{
    looking l;
    int code = open_list(&l, command, false);
    if (code == GJ_EXIT_CLEAN) {
        if (command->json)
            gj_show_submissions_json(&l.list, &l.out);
        else
            gj_show_submissions_text(&l.list, command->invocation->lang, &l.out);
    }
    return close_list(&l, code);
}

static bool same_unit(const gj_submission *a, const gj_submission *b)
{
    return a->year == b->year && gj_slice_equal(a->unit, b->unit);
}

/* The one submission meant: the round given or the last, of the latest year, of the only unit that fits; a name that is whole wins. */
static int choose_one(looking *l, const gj_submission **out)
{
    gj_invocation *invocation = l->command->invocation;
    const gj_submission *found = NULL;
    gj_slice wanted = gj_slice_of(invocation->values[GJ_OPT_UNIT]);
    bool several = false, whole = false;
    if (!wanted.len) {
        gj_complain(invocation, "请用 --unit 写明机关", "say which unit with --unit");
        return GJ_EXIT_USAGE;
    }
    for (size_t i = 0; i < l->list.count; i++) {
        const gj_submission *s = &l->list.items[i];
        bool is_whole = gj_slice_equal(s->name, wanted) || gj_slice_equal(s->unit, wanted);
        if ((whole && !is_whole) || (l->round && s->round != l->round))
            continue;
        several = is_whole && !whole ? false : several || (found && !gj_slice_equal(found->unit, s->unit));
        whole = is_whole;
        found = s;
    }
    if (!found || several) {
        gj_complain(invocation, several ? "不止一个单位的名称里有“%s”，请写全" : "台账里没有“%s”的这一次报送",
                    several ? "several units have \"%s\" in their names; write it whole"
                            : "the ledger has no such submission of \"%s\"",
                    invocation->values[GJ_OPT_UNIT]);
        return GJ_EXIT_USAGE;
    }
    *out = found;
    return GJ_EXIT_CLEAN;
}

static gj_status show_one(looking *l, const gj_submission *one)
{
    gj_invocation *invocation = l->command->invocation;
    gj_slice line;
    gj_record record;
    GJ_TRY(gj_ledger_record(l->ledger, invocation->arena, one->id, &line, &l->err));
    GJ_TRY(gj_record_read(invocation->arena, l->ruleset->forms, line, &record, &l->err));
    if (l->command->json)
        gj_show_submission_json(one, &record, &l->out);
    else
        gj_show_submission_text(one, &record, invocation->lang, &l->out);
    return GJ_OK;
}

int gj_ledger_run_show(const gj_ledger_command *command)
{
    looking l;
    const gj_submission *one = NULL;
    int code = open_list(&l, command, true);
    if (code == GJ_EXIT_CLEAN)
        code = choose_one(&l, &one);
    if (code == GJ_EXIT_CLEAN && show_one(&l, one) != GJ_OK)
        code = gj_complain_error(command->invocation, &l.err);
    return close_list(&l, code);
}

/* Each unit's last round, or the one given, against the round before it. */
static gj_status compare_all(looking *l)
{
    gj_arena *arena = l->command->invocation->arena;
    gj_shown_rounds *items = GJ_ARRAY(arena, l->list.count, gj_shown_rounds);
    size_t count = 0, single = 0;
    if (!items)
        return gj_fail_nomem(&l->err);
    for (size_t i = 0; i < l->list.count; i++) {
        const gj_submission *s = &l->list.items[i];
        bool last = i + 1 == l->list.count || !same_unit(s, s + 1);
        single += last && s->round == 1;
        if (i == 0 || !same_unit(s - 1, s) || (l->round ? s->round != l->round : !last))
            continue;
        items[count] = (gj_shown_rounds){ .before = s - 1, .after = s };
        GJ_TRY(gj_ledger_compare(l->ledger, l->ruleset->forms, arena, s - 1, s, &items[count].rounds, &l->err));
        count++;
    }
    if (l->command->json)
        gj_show_rounds_json(items, count, single, &l->out);
    else
        gj_show_rounds_text(items, count, single, l->command->invocation->lang, &l->out);
    return GJ_OK;
}

int gj_ledger_run_rounds(const gj_ledger_command *command)
{
    looking l;
    int code = open_list(&l, command, true);
    if (code == GJ_EXIT_CLEAN && compare_all(&l) != GJ_OK)
        code = gj_complain_error(command->invocation, &l.err);
    return close_list(&l, code);
}
