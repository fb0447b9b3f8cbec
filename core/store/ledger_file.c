/* ledger_file.c - a record into the ledger, with its figures and findings as rows. */
#include "../base/utf8.h"
#include "ledger_private.h"

static bool is_digest(gj_slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!((text.data[i] >= '0' && text.data[i] <= '9') || (text.data[i] >= 'a' && text.data[i] <= 'f')))
            return false;
    return text.len == 64;
}

/* With the reason that the record gives, in each language. */
static gj_status refuse_unchecked(const gj_record *record, gj_error *err)
{
    gj_error en = { 0 };
    (void)gj_fail(&en, GJ_USAGE, GJ_NOWHERE, "%.*s", "it was not checked and cannot be filed: %.*s",
                  GJ_ARG(record->error.en));
    gj_status status =
        gj_fail(err, GJ_USAGE, GJ_NOWHERE, "没有检查成，不能登记：%.*s", "%.*s", GJ_ARG(record->error.zh));
    if (err)
        memcpy(err->en, en.en, sizeof err->en);
    return status;
}

/* Whether it can be filed; its unit in normal form. */
static gj_status look_at(gj_arena *arena, const gj_record *record, gj_slice *unit, gj_error *err)
{
    if (record->status != GJ_CHECKED)
        return refuse_unchecked(record, err);
    if (!record->year)
        return gj_fail(err, GJ_USAGE, GJ_NOWHERE, "看不出是哪一年度的，不能登记；请在标题写明年度，或用 --year 指明",
                       "its year is not known, so it cannot be filed; state it in the title or with --year");
    *unit = gj_utf8_fold(arena, record->name);
    if (!unit->data)
        return gj_fail_nomem(err);
    if (!unit->len)
        return gj_fail(err, GJ_USAGE, GJ_NOWHERE, "看不出是哪个机关的，不能登记；请在标题写明机关，或用 --unit 指明",
                       "its issuer is not known, so it cannot be filed; state it in the title or with --unit");
    if (unit->len > GJ_STORE_UNIT || !is_digest(record->sha256))
        return gj_fail(err, GJ_USAGE, GJ_NOWHERE, "机关名称太长或文件的 SHA-256 不对，不能登记",
                       "the issuer's name is too long or the file's SHA-256 is wrong; it cannot be filed");
    return GJ_OK;
}

#define FIGURE_VALUES 7
#define FINDING_VALUES 12

static gj_status put_figure(gj_arena *arena, int64_t id, const gj_record_table *table, size_t row, size_t column,
                            gj_sql_value *out, gj_error *err)
{
    static const char *const states[] = { "", "number", "number", "blank", "dash", "text", "unread" };
    const gj_record_cell *cell = gj_record_cell_at(table, row, column);
    gj_slice value = cell->text;
    if (gj_record_cell_known(cell)) {
        char number[24];
        value = gj_arena_copy(arena, (gj_slice){ number, gj_decimal_print(cell->value, number) });
        if (!value.data)
            return gj_fail_nomem(err);
    }
    const gj_sql_value own[FIGURE_VALUES] = { gj_sql_int(id),
                                              gj_sql_text(table->form_used->id),
                                              gj_sql_text(table->form->key),
                                              gj_sql_text(table->form->rows[row].key),
                                              gj_sql_text(table->form->columns[column].key),
                                              gj_sql_text(gj_slice_of(states[cell->kind])),
                                              gj_sql_optional(value) };
    memcpy(out, own, sizeof own);
    return GJ_OK;
}

static gj_status add_figures(gj_ledger *ledger, gj_arena *arena, int64_t id, const gj_record_table *table,
                             gj_error *err)
{
    size_t columns = table->form->column_count, cells = table->form->row_count * columns, count = 0;
    gj_sql_value *values = GJ_ARRAY(arena, cells * FIGURE_VALUES, gj_sql_value);
    if (!values)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < cells; i++)
        if (table->cells[i].kind != GJ_CELL_MISSING)
            GJ_TRY(put_figure(arena, id, table, i / columns, i % columns, values + count++ * FIGURE_VALUES, err));
    return gj_sql_run_rows(ledger->sql,
                           "INSERT INTO gouji_figures (submission, form, table_key, row_key, column_key, state, value)"
                           " VALUES ($1, $2, $3, $4, $5, $6, $7)",
                           values, FIGURE_VALUES, count, err);
}

static void put_finding(int64_t id, size_t number, const gj_record_finding *f, gj_sql_value *out)
{
    const gj_sql_value own[FINDING_VALUES] = { gj_sql_int(id),
                                               gj_sql_int((int64_t)number),
                                               gj_sql_text(f->rule),
                                               gj_sql_text(gj_slice_of(gj_outcome_name(f->outcome))),
                                               gj_sql_text(gj_slice_of(gj_severity_name(f->severity))),
                                               gj_sql_optional(f->section),
                                               gj_sql_optional(f->place),
                                               gj_sql_optional(f->quote),
                                               gj_sql_text(f->message.zh),
                                               gj_sql_text(f->message.en),
                                               gj_sql_text(f->fingerprint),
                                               gj_sql_int(f->excepted) };
    memcpy(out, own, sizeof own);
}

static gj_status add_findings(gj_ledger *ledger, gj_arena *arena, int64_t id, const gj_record *record, gj_error *err)
{
    gj_sql_value *values = GJ_ARRAY(arena, record->finding_count * FINDING_VALUES, gj_sql_value);
    if (!values)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < record->finding_count; i++)
        put_finding(id, i + 1, &record->findings[i], values + i * FINDING_VALUES);
    return gj_sql_run_rows(
        ledger->sql,
        "INSERT INTO gouji_findings (submission, number, rule, outcome, severity, section, place, quote,"
        " message_zh, message_en, fingerprint, excepted)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        values, FINDING_VALUES, record->finding_count, err);
}

static gj_status add_submission(gj_ledger *ledger, int64_t id, const gj_record *r, gj_slice unit, int round,
                                gj_slice added, gj_error *err)
{
    const gj_sql_value row[] = { gj_sql_int(id),
                                 gj_sql_text(unit),
                                 gj_sql_text(r->name),
                                 gj_sql_int(r->year),
                                 gj_sql_int(round),
                                 gj_sql_text(added),
                                 gj_sql_text(r->path),
                                 gj_sql_text(r->sha256),
                                 gj_sql_optional(r->format),
                                 gj_sql_text(r->ruleset),
                                 gj_sql_text(r->digest),
                                 gj_sql_text(r->profile),
                                 gj_sql_int((int64_t)r->severities[GJ_ERROR]),
                                 gj_sql_int((int64_t)r->severities[GJ_WARNING]),
                                 gj_sql_int((int64_t)r->severities[GJ_INFO]),
                                 gj_sql_int((int64_t)r->reviews),
                                 gj_sql_int((int64_t)r->excepted),
                                 gj_sql_text(r->line) };
    return gj_sql_run(
        ledger->sql,
        "INSERT INTO gouji_submissions (id, unit, name, year, round, added, path, sha256, format, ruleset,"
        " digest, profile, errors, warnings, infos, reviews, excepted, record) VALUES ($1, $2, $3, $4, $5,"
        " $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        row, sizeof row / sizeof *row, NULL, NULL, err);
}

static gj_status add_all(gj_ledger *ledger, gj_arena *arena, const gj_record *record, gj_slice unit, int round,
                         gj_slice added, gj_error *err)
{
    int64_t id = 0;
    if (round > GJ_MAX_ROUNDS)
        return gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "同一机关同一年度最多登记 %d 轮",
                       "at most %d rounds of one unit and year", GJ_MAX_ROUNDS);
    GJ_TRY(gj_sql_number(ledger->sql, "SELECT max(id) FROM gouji_submissions", NULL, 0, 0, &id, err));
    id++;
    GJ_TRY(add_submission(ledger, id, record, unit, round, added, err));
    for (size_t i = 0; i < record->table_count; i++)
        GJ_TRY(add_figures(ledger, arena, id, &record->tables[i], err));
    return add_findings(ledger, arena, id, record, err);
}

/* The transaction is open. */
static gj_status file(gj_ledger *ledger, gj_arena *arena, const gj_record *record, gj_slice unit, gj_slice original,
                      gj_slice added, gj_filed *how, gj_error *err)
{
    const gj_sql_value key[] = { gj_sql_text(unit), gj_sql_int(record->year), gj_sql_text(record->sha256) };
    int64_t known, last;
    GJ_TRY(gj_sql_number(ledger->sql,
                         "SELECT round FROM gouji_submissions WHERE unit = $1 AND year = $2 AND sha256 = $3", key, 3, 0,
                         &known, err));
    GJ_TRY(gj_sql_number(ledger->sql, "SELECT max(round) FROM gouji_submissions WHERE unit = $1 AND year = $2", key, 2,
                         0, &last, err));
    *how = known ? GJ_FILED_KNOWN : GJ_FILED_NEW;
    if (!known)
        GJ_TRY(add_all(ledger, arena, record, unit, (int)last + 1, added, err));
    return original.data ? gj_ledger_keep(ledger, record->sha256, original, err) : GJ_OK;
}

gj_status gj_ledger_file(gj_ledger *ledger, gj_arena *arena, const gj_record *record, gj_slice original, gj_slice added,
                         gj_filed *how, gj_submission *out, gj_error *err)
{
    gj_slice unit;
    *out = (gj_submission){ 0 };
    GJ_TRY(look_at(arena, record, &unit, err));
    GJ_TRY(gj_sql_begin(ledger->sql, err));
    gj_status status = file(ledger, arena, record, unit, original, added, how, err);
    if (status == GJ_OK)
        status = gj_ledger_by_file(ledger, arena, unit, record->year, record->sha256, out, err);
    if (status != GJ_OK) {
        gj_sql_rollback(ledger->sql);
        return status;
    }
    return gj_sql_commit(ledger->sql, err);
}

typedef struct comparing {
    gj_slice line, added;
    bool found, same;
} comparing;

static gj_status compare(void *context, const gj_sql_value *columns, size_t count, gj_error *err)
{
    comparing *c = context;
    (void)err;
    c->found = true;
    c->same = count == 2 && gj_slice_equal(columns[0].text, c->line) && gj_slice_equal(columns[1].text, c->added);
    return GJ_OK;
}

gj_status gj_ledger_restore(gj_ledger *ledger, gj_arena *arena, const gj_record *record, int round, gj_slice added,
                            gj_filed *how, gj_error *err)
{
    gj_slice unit;
    comparing c = { .line = record->line, .added = added };
    GJ_TRY(look_at(arena, record, &unit, err));
    const gj_sql_value key[] = { gj_sql_text(unit), gj_sql_int(record->year), gj_sql_int(round) };
    GJ_TRY(gj_sql_run(ledger->sql,
                      "SELECT record, added FROM gouji_submissions WHERE unit = $1 AND year = $2 AND round = $3", key,
                      3, compare, &c, err));
    *how = c.found ? GJ_FILED_KNOWN : GJ_FILED_NEW;
    if (c.found && !c.same)
        return gj_fail(err, GJ_USAGE, GJ_NOWHERE,
                       "台账里 %.*s %d 年第 %d 轮与要导入的不同；没有导入任何内容，请导入到空的台账",
                       "the ledger has another submission of %.*s for %d as round %d; nothing was imported, use an "
                       "empty ledger",
                       GJ_ARG(record->name), record->year, round);
    return c.found ? GJ_OK : add_all(ledger, arena, record, unit, round, added, err);
}
