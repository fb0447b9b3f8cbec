/* ledger_transfer.c - ledger export and import: transfer.h for files and standard output. */
#include "../base/file.h"
#include "../store/transfer.h"
#include "ledger.h"

typedef struct target {
    const gj_invocation *invocation;
    gj_writer writer; /* fd -1: standard output */
} target;

static gj_status take(void *context, gj_slice line, gj_error *err)
{
    target *t = context;
    if (t->writer.fd >= 0)
        return gj_writer_add(&t->writer, line, err);
    return gj_print(t->invocation, line)
               ? GJ_OK
               : gj_fail(err, GJ_IO, GJ_NOWHERE, "导出没有写完", "the export was not written whole");
}

/* --facts writes the last rounds as facts records, else the whole ledger goes to -o or standard output. */
static gj_status export_to(const gj_ledger_command *command, gj_ledger *ledger, const gj_ledger_query *query,
                           gj_error *err)
{
    const gj_invocation *invocation = command->invocation;
    const char *facts = invocation->values[GJ_OPT_FACTS], *path = facts ? facts : invocation->values[GJ_OPT_OUTPUT];
    target t = { invocation, { .fd = -1 } };
    if (path)
        GJ_TRY(gj_writer_open(&t.writer, path, err));
    gj_status status = facts ? gj_ledger_facts(ledger, query, take, &t, err) : gj_ledger_export(ledger, take, &t, err);
    if (status == GJ_OK && path)
        status = gj_writer_commit(&t.writer, err);
    else
        gj_writer_abandon(&t.writer);
    return status;
}

int gj_ledger_run_export(const gj_ledger_command *command)
{
    gj_invocation *invocation = command->invocation;
    gj_ledger_query query;
    gj_ledger *ledger = NULL;
    gj_error err = { 0 };
    if (!gj_ledger_query_of(command, &query))
        return GJ_EXIT_USAGE;
    if (!invocation->values[GJ_OPT_FACTS] && (query.year || query.unit.len)) {
        gj_complain(invocation, "导出的是整个台账；--year 和 --unit 只能与 --facts 一起用",
                    "the whole ledger is exported; --year and --unit go with --facts only");
        return GJ_EXIT_USAGE;
    }
    gj_status status = gj_ledger_open(command->address, true, &ledger, &err);
    if (status == GJ_OK)
        status = export_to(command, ledger, &query, &err);
    gj_ledger_close(ledger);
    return status == GJ_OK ? GJ_EXIT_CLEAN : gj_complain_error(invocation, &err);
}

int gj_ledger_run_import(const gj_ledger_command *command)
{
    gj_invocation *invocation = command->invocation;
    gj_ruleset *ruleset = gj_open_rules(invocation, (gj_slice){ 0 }, NULL, 0);
    gj_ledger *ledger = NULL;
    gj_imported imported = { 0 };
    gj_error err = { 0 };
    gj_buffer out;
    if (!ruleset)
        return GJ_EXIT_USAGE;
    gj_status status = gj_ledger_open(command->address, false, &ledger, &err);
    if (status == GJ_OK)
        status = gj_ledger_import(ledger, ruleset->forms, invocation->paths[2], &imported, &err);
    gj_ledger_close(ledger);
    gj_ruleset_close(ruleset);
    if (status != GJ_OK)
        return gj_complain_error(invocation, &err);
    gj_buffer_init(&out, 0);
    gj_buffer_format(&out,
                     invocation->lang == GJ_EN ? "imported: %zu submissions, %zu files; %zu were there already\n"
                                               : "已导入：报送 %zu 次，原件 %zu 份；另有 %zu 次台账里已有\n",
                     imported.submissions, imported.originals, imported.known);
    return gj_flush(invocation, &out);
}
