/* The store on SQLite, in a folder of the test's own: statements, migrations, filing, rounds, export and import, lines, base64. What needs a server
 * or a killed process is tests/suites/ledger. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../core/base/base64.h"
#include "../../core/base/digest.h"
#include "../../core/base/file.h"
#include "../../core/base/lines.h"
#include "../../core/store/ledger.h"
#include "../../core/store/rounds.h"
#include "../../core/store/schema.h"
#include "../../core/store/transfer.h"
#include "support_ruleset.h"

static gj_arena *arena;
static gj_ruleset *ruleset;
static char folder[] = "/tmp/gouji-store-XXXXXX";
static size_t made;
static gj_error err;

static int setup(void **state)
{
    (void)state;
    arena = gj_arena_new(0);
    return arena && mkdtemp(folder) && gj_ruleset_open(GJ_LIT(""), NULL, 0, &ruleset, NULL) == GJ_OK ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    for (size_t i = 0; i <= made; i++) {
        static const char *const endings[] = { ".db", ".db-wal", ".db-shm", ".jsonl" };
        for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
            gj_slice path = gj_arena_format(arena, "%s/%zu%s", folder, i, endings[k]);
            (void)unlink(path.data);
        }
    }
    (void)rmdir(folder);
    gj_ruleset_close(ruleset);
    gj_arena_free(arena);
    return 0;
}

static gj_slice new_path(const char *ending)
{
    return gj_arena_format(arena, "%s/%zu%s", folder, ++made, ending);
}

static gj_ledger *new_ledger(gj_slice *path)
{
    gj_ledger *ledger = NULL;
    int before, after;
    gj_slice own = new_path(".db");
    assert_int_equal(gj_ledger_init(own, &before, &after, &err), GJ_OK);
    assert_int_equal(before, 0);
    assert_int_equal(after, 2);
    assert_int_equal(gj_ledger_open(own, false, &ledger, &err), GJ_OK);
    if (path)
        *path = own;
    return ledger;
}

/* A record with the given findings ("rule outcome fingerprint excepted", by ';') and outcomes ("pass" and "fail" lists as JSON). */
static gj_record record_of(const char *name, int year, char digit, const char *outcomes, const char *findings)
{
    char sha256[65];
    memset(sha256, digit, 64);
    sha256[64] = '\0';
    gj_slice line = gj_arena_format(
        arena,
        "{\"schema\": \"gouji/record@1\", \"tool\": {\"version\": \"1\", \"ruleset\": {\"id\": \"zfxxgk\", "
        "\"version\": \"1\", "
        "\"digest\": \"d\"}, \"profile\": \"practice\"}, \"path\": \"%s.md\", \"sha256\": \"%s\", \"status\": "
        "\"checked\", "
        "\"error\": null, \"format\": \"markdown\", \"title\": \"t\", \"year\": %d, \"form\": \"2021\", \"issuer\": "
        "{\"name\": \"%s\", "
        "\"level\": null, \"kind\": null, \"scope\": null, \"province\": null, \"normal\": \"%s\", \"origin\": {}}, "
        "\"published\": null, \"signed\": null, \"tables\": {\"requests\": {\"form\": \"2021\", \"cells\": {\"new\": "
        "{\"natural_person\": 5, \"business\": null, \"total\": {\"dash\": \"—\"}}}}}, \"claims\": [], \"text\": [], "
        "\"text_cut\": false, \"outcomes\": {%s}, \"because\": {}, \"prior_rules\": [], \"findings\": [%s], "
        "\"findings_cut\": 0, \"reviews\": 0}",
        name, sha256, year, name, name, outcomes, findings);
    gj_record record;
    assert_int_equal(gj_record_read(arena, ruleset->forms, line, &record, &err), GJ_OK);
    return record;
}

#define FINDING(rule, fingerprint, excepted)                                                                           \
    "{\"rule\": \"" rule "\", \"outcome\": \"fail\", \"severity\": \"error\", \"ground\": \"national\", "              \
    "\"message\": {\"zh\": \"错\", \"en\": \"wrong\"}, \"remedy\": {\"zh\": \"改\", \"en\": \"mend\"}, "             \
    "\"fingerprint\": \"" fingerprint "\", \"cells\": [], \"excepted\": " excepted "}"

static gj_record plain(const char *name, int year, char digit)
{
    return record_of(name, year, digit, "\"fail\": [\"T3-001\"]", FINDING("T3-001", "f1", "false"));
}

static gj_submission file(gj_ledger *ledger, const gj_record *record, gj_filed wanted)
{
    gj_submission out;
    gj_filed how;
    assert_int_equal(
        gj_ledger_file(ledger, arena, record, (gj_slice){ NULL, 0 }, GJ_LIT("2025-01-10"), &how, &out, &err), GJ_OK);
    assert_int_equal(how, wanted);
    return out;
}

static void rounds_of_a_unit(void **state)
{
    (void)state;
    gj_ledger *ledger = new_ledger(NULL);
    gj_record first = plain("甲镇", 2024, 'a'), second = plain("甲镇", 2024, 'b'), other = plain("甲镇", 2023, 'c');
    assert_int_equal(file(ledger, &first, GJ_FILED_NEW).round, 1);
    assert_int_equal(file(ledger, &second, GJ_FILED_NEW).round, 2);
    assert_int_equal(file(ledger, &other, GJ_FILED_NEW).round, 1);
    assert_int_equal(file(ledger, &first, GJ_FILED_KNOWN).round, 1);
    gj_submission latest;
    bool found = false;
    assert_int_equal(gj_ledger_latest(ledger, arena, GJ_LIT("甲镇"), 2024, &found, &latest, &err), GJ_OK);
    assert_true(found && latest.round == 2 && latest.errors == 1 && !latest.has_original);
    assert_int_equal(gj_ledger_latest(ledger, arena, GJ_LIT("甲"), 2024, &found, &latest, &err), GJ_OK);
    assert_false(found);
    gj_submissions list;
    gj_ledger_query query = { GJ_LIT("甲"), 0 };
    assert_int_equal(gj_ledger_list(ledger, arena, &query, &list, &err), GJ_OK);
    assert_int_equal(list.count, 3);
    assert_int_equal(list.items[0].year, 2023);
    query.year = 2024;
    assert_int_equal(gj_ledger_list(ledger, arena, &query, &list, &err), GJ_OK);
    assert_int_equal(list.count, 2);
    gj_ledger_close(ledger);
}

static void records_that_cannot_be_filed(void **state)
{
    (void)state;
    gj_ledger *ledger = new_ledger(NULL);
    gj_record bad[4];
    gj_submission out;
    gj_filed how;
    for (size_t i = 0; i < 4; i++)
        bad[i] = plain("乙镇", 2024, 'a');
    bad[0].year = 0;
    bad[1].name.len = 0;
    bad[2].sha256.len = 10;
    bad[3].status = GJ_UNREADABLE;
    bad[3].error = (gj_words){ GJ_LIT("坏了"), GJ_LIT("broken") };
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(
            gj_ledger_file(ledger, arena, &bad[i], (gj_slice){ NULL, 0 }, GJ_LIT("2025-01-10"), &how, &out, &err),
            GJ_USAGE);
        assert_true(err.zh[0] && err.en[0]);
    }
    assert_non_null(strstr(err.zh, "坏了"));
    assert_non_null(strstr(err.en, "broken"));
    gj_record fine = plain("乙镇", 2024, 'a');
    assert_int_equal(
        gj_ledger_file(ledger, arena, &fine, GJ_LIT("not the file"), GJ_LIT("2025-01-10"), &how, &out, &err), GJ_INPUT);
    gj_submissions list;
    const gj_ledger_query all = { .year = 0 };
    assert_int_equal(gj_ledger_list(ledger, arena, &all, &list, &err), GJ_OK);
    assert_int_equal(list.count, 0); /* undone as a whole */
    assert_int_equal(file(ledger, &fine, GJ_FILED_NEW).round, 1);
    gj_ledger_close(ledger);
}

static gj_status count_rows(void *context, const gj_sql_value *columns, size_t count, gj_error *unused)
{
    (void)columns, (void)count, (void)unused;
    ++*(size_t *)context;
    return GJ_OK;
}

static void statements(void **state)
{
    (void)state;
    gj_slice path = new_path(".db");
    gj_sql *sql = NULL;
    size_t rows = 0;
    int64_t number = 0;
    assert_int_equal(gj_sql_open(path, GJ_SQL_WRITE, &sql, &err), GJ_IO); /* not there, and not made */
    assert_non_null(strstr(err.zh, "ledger init"));
    assert_int_equal(gj_sql_open(path, GJ_SQL_CREATE, &sql, &err), GJ_OK);
    assert_true(gj_sql_is_sqlite(sql));
    assert_int_equal(gj_sql_run(sql, "CREATE TABLE t (a BIGINT, b TEXT, c BYTEA)", NULL, 0, NULL, NULL, &err), GJ_OK);
    const gj_sql_value row[] = { gj_sql_int(INT64_MIN), gj_sql_text(GJ_LIT("'); DROP TABLE t; --")),
                                 gj_sql_bytes((gj_slice){ "\0\1", 2 }) };
    assert_int_equal(gj_sql_run(sql, "INSERT INTO t VALUES ($1, $2, $3)", row, 3, NULL, NULL, &err), GJ_OK);
    assert_int_equal(gj_sql_run(sql, "SELECT a FROM t WHERE b = $1", &row[1], 1, count_rows, &rows, &err), GJ_OK);
    assert_int_equal(rows, 1);
    assert_int_equal(gj_sql_number(sql, "SELECT a FROM t", NULL, 0, 7, &number, &err), GJ_OK);
    assert_true(number == INT64_MIN);
    assert_int_equal(gj_sql_number(sql, "SELECT max(a) FROM t WHERE a > 0", NULL, 0, 7, &number, &err), GJ_OK);
    assert_int_equal(number, 7);
    /* values that the statement does not take in order are refused */
    assert_int_equal(gj_sql_run(sql, "SELECT $2, $1", row, 2, count_rows, &rows, &err), GJ_INTERNAL);
    assert_int_equal(gj_sql_run(sql, "SELECT $1", row, 2, count_rows, &rows, &err), GJ_INTERNAL);
    assert_int_equal(gj_sql_run(sql, "SELECT $1, $2", row, 1, count_rows, &rows, &err), GJ_INTERNAL);
    const gj_sql_value large = { GJ_SQL_BYTES, 0, { "", GJ_STORE_VALUE + 1 } };
    assert_int_equal(gj_sql_run(sql, "SELECT $1", &large, 1, NULL, NULL, &err), GJ_LIMIT);
    assert_int_equal(gj_sql_begin(sql, &err), GJ_OK);
    assert_int_equal(gj_sql_run(sql, "DELETE FROM t", NULL, 0, NULL, NULL, &err), GJ_OK);
    gj_sql_close(sql); /* undoes it */
    assert_int_equal(gj_sql_open(path, GJ_SQL_READ, &sql, &err), GJ_OK);
    assert_int_equal(gj_sql_number(sql, "SELECT count(*) FROM t", NULL, 0, 0, &number, &err), GJ_OK);
    assert_int_equal(number, 1);
    int version;
    assert_int_equal(gj_schema_version(sql, &version, &err), GJ_USAGE); /* somebody else's database */
    gj_sql_close(sql);
}

/* More rows than go at once; one that is refused leaves those before it to the transaction. */
static void many_rows(void **state)
{
    (void)state;
    gj_slice path = gj_arena_format(arena, "%s/rows.db", folder);
    gj_sql_value values[2 * (GJ_STORE_BATCH + 7)];
    size_t count = GJ_STORE_BATCH + 7;
    gj_sql *sql = NULL;
    int64_t sum;
    static const char insert[] = "INSERT INTO t VALUES ($1, $2)";
    for (size_t i = 0; i < count; i++) {
        values[2 * i] = gj_sql_int((int64_t)i + 1);
        values[2 * i + 1] = i % 2 ? gj_sql_text(GJ_LIT("甲")) : gj_sql_optional((gj_slice){ NULL, 0 });
    }
    assert_int_equal(gj_sql_open(path, GJ_SQL_CREATE, &sql, &err), GJ_OK);
    assert_int_equal(gj_sql_run(sql, "CREATE TABLE t (a BIGINT UNIQUE, b TEXT)", NULL, 0, NULL, NULL, &err), GJ_OK);
    assert_int_equal(gj_sql_run_rows(sql, insert, values, 2, count, &err), GJ_OK);
    assert_int_equal(gj_sql_run_rows(sql, insert, values, 2, 0, &err), GJ_OK);
    assert_int_equal(gj_sql_number(sql, "SELECT sum(a) + count(b) FROM t", NULL, 0, 0, &sum, &err), GJ_OK);
    assert_int_equal(sum, count * (count + 1) / 2 + count / 2);
    assert_int_equal(gj_sql_run(sql, "DELETE FROM t", NULL, 0, NULL, NULL, &err), GJ_OK);
    values[2 * (count - 2)] = gj_sql_int(1);
    assert_int_equal(gj_sql_begin(sql, &err), GJ_OK);
    assert_int_equal(gj_sql_run_rows(sql, insert, values, 2, count, &err), GJ_IO);
    gj_sql_rollback(sql);
    assert_int_equal(gj_sql_number(sql, "SELECT count(*) FROM t", NULL, 0, 0, &sum, &err), GJ_OK);
    assert_int_equal(sum, 0);
    assert_int_equal(gj_sql_run_rows(sql, "INSERT INTO t VALUES ($2, $1)", values, 2, 1, &err), GJ_INTERNAL);
    values[1] = gj_sql_text((gj_slice){ folder, GJ_STORE_VALUE + 1 });
    assert_int_equal(gj_sql_run_rows(sql, insert, values, 2, 1, &err), GJ_LIMIT);
    gj_sql_close(sql);
}

static void addresses(void **state)
{
    (void)state;
    assert_true(gj_sql_is_server(GJ_LIT("postgresql://x")) && gj_sql_is_server(GJ_LIT("postgres://x")));
    assert_false(gj_sql_is_server(GJ_LIT("postgresql.db")));
    gj_slice shown = gj_sql_shown(arena, GJ_LIT("postgres://u:p@w@h:1/d?password=x"));
    assert_string_equal(shown.data, "postgresql://h:1/d");
    shown = gj_sql_shown(arena, GJ_LIT("a@b?c.db"));
    assert_string_equal(shown.data, "a@b?c.db");
    gj_sql *sql = NULL;
    assert_int_equal(gj_sql_open(GJ_LIT("postgresql://u:secret@127.0.0.1/d"), GJ_SQL_READ, &sql, &err), GJ_USAGE);
    assert_null(strstr(err.zh, "secret"));
    assert_null(strstr(err.where, "secret"));
    assert_int_equal(gj_sql_open(GJ_LIT("postgresql://h:port/d"), GJ_SQL_READ, &sql, &err), GJ_IO);
    assert_int_equal(gj_sql_open(GJ_LIT("postgresql:///d?nonsense=1"), GJ_SQL_READ, &sql, &err), GJ_USAGE);
    assert_int_equal(gj_sql_open(GJ_LIT("postgresql:///d?host=/nowhere"), GJ_SQL_READ, &sql, &err), GJ_IO);
    assert_false(gj_sql_is_file(folder));
    assert_false(gj_sql_is_file("/dev/null"));
}

static void migrations(void **state)
{
    (void)state;
    gj_slice path = new_path(".db");
    gj_sql *sql = NULL;
    gj_ledger *ledger = NULL;
    int before, after;
    assert_int_equal(gj_sql_open(path, GJ_SQL_CREATE, &sql, &err), GJ_OK);
    assert_int_equal(gj_schema_migrate(sql, gj_migrations, 1, &before, &after, &err), GJ_OK);
    assert_int_equal(after, 1);
    assert_int_equal(gj_schema_check(sql, &err), GJ_USAGE);
    assert_int_equal(gj_ledger_open(path, true, &ledger, &err), GJ_USAGE);
    assert_non_null(strstr(err.zh, "ledger init"));
    /* a step that fails leaves the version before it, whole */
    static const char *const broken[] = { "CREATE TABLE gouji_half (a BIGINT)", "CREATE NONSENSE", NULL };
    const gj_migration two[] = { gj_migrations[0], { 2, "broken", broken } };
    assert_int_equal(gj_schema_migrate(sql, two, 2, &before, &after, &err), GJ_IO);
    assert_int_equal(gj_schema_version(sql, &after, &err), GJ_OK);
    assert_int_equal(after, 1);
    int64_t half = 0;
    assert_int_equal(
        gj_sql_number(sql, "SELECT count(*) FROM sqlite_master WHERE name = 'gouji_half'", NULL, 0, 9, &half, &err),
        GJ_OK);
    assert_int_equal(half, 0);
    assert_int_equal(gj_schema_migrate(sql, gj_migrations, gj_migration_count, &before, &after, &err), GJ_OK);
    assert_true(before == 1 && after == 2);
    assert_int_equal(gj_schema_migrate(sql, gj_migrations, 1, &before, &after, &err), GJ_USAGE); /* newer than known */
    gj_sql_close(sql);
}

static void progress_of_findings(void **state)
{
    (void)state;
    gj_record before = record_of(
        "丙镇", 2024, 'a', "\"fail\": [\"A\", \"B\", \"C\", \"D\", \"E\"], \"pass\": [\"N\"], \"not_run\": [\"Z\"]",
        FINDING("A", "1", "false") "," FINDING("B", "2", "false") "," FINDING("B", "2", "false") "," FINDING(
            "C", "3", "false") "," FINDING("D", "4", "false") "," FINDING("E", "5", "true"));
    gj_record after = record_of(
        "丙镇", 2024, 'b', "\"fail\": [\"B\", \"N\", \"Z\", \"D\", \"E\"], \"pass\": [\"A\"], \"not_run\": [\"C\"]",
        FINDING("N", "6", "false") "," FINDING("B", "2", "false") "," FINDING("Z", "7", "false") "," FINDING(
            "D", "4", "true") "," FINDING("E", "5", "false"));
    gj_rounds rounds;
    assert_int_equal(gj_rounds_compare(arena, &before, &after, &rounds, &err), GJ_OK);
    assert_int_equal(rounds.counts[GJ_MENDED], 2); /* A, and one of the two of B */
    assert_int_equal(rounds.counts[GJ_REMAINING], 1);
    assert_int_equal(rounds.counts[GJ_ADDED], 2); /* N, and E that is accepted no more */
    assert_int_equal(rounds.counts[GJ_ACCEPTED], 1);
    assert_int_equal(rounds.counts[GJ_UNCHECKED], 1); /* C did not run */
    assert_int_equal(rounds.counts[GJ_FIRST_CHECKED], 1);
    assert_int_equal(rounds.count, 8);
    assert_true(rounds.same_rules);
    after.profile = GJ_LIT("strict");
    assert_int_equal(gj_rounds_compare(arena, &after, &after, &rounds, &err), GJ_OK);
    assert_int_equal(rounds.counts[GJ_REMAINING], rounds.count);
    assert_int_equal(gj_rounds_compare(arena, &before, &after, &rounds, &err), GJ_OK);
    assert_false(rounds.same_rules);
}

static gj_status add_line(void *context, gj_slice line, gj_error *unused)
{
    (void)unused;
    gj_buffer_add(context, line);
    return GJ_OK;
}

static void transfer(void **state)
{
    (void)state;
    gj_ledger *ledger = new_ledger(NULL), *other = new_ledger(NULL);
    static const char bytes[] = "the file\n\0with a NUL";
    const gj_slice original = { bytes, sizeof bytes - 1 };
    char digest[65];
    gj_record first = plain("丁镇\\\"'", 2024, 'a'), second = plain("戊镇", 2023, 'b');
    gj_filed how;
    gj_submission out;
    gj_digest_of(original, digest);
    second.sha256 = gj_slice_of(digest); /* as if its line said so */
    second.line = gj_arena_format(arena, "%.*s%s%.*s", (int)(strstr(second.line.data, "bbbb") - second.line.data),
                                  second.line.data, digest, 9999, strstr(second.line.data, "bbbb") + 64);
    (void)file(ledger, &first, GJ_FILED_NEW);
    assert_int_equal(gj_ledger_file(ledger, arena, &second, original, GJ_LIT("2025-01-11"), &how, &out, &err), GJ_OK);
    assert_true(out.has_original);
    gj_buffer one, two;
    gj_buffer_init(&one, 0);
    gj_buffer_init(&two, 0);
    assert_int_equal(gj_ledger_export(ledger, add_line, &one, &err), GJ_OK);
    gj_slice path = new_path(".jsonl");
    assert_int_equal(gj_file_write(path.data, gj_buffer_slice(&one), &err), GJ_OK);
    gj_imported imported;
    for (int again = 0; again < 2; again++) {
        assert_int_equal(gj_ledger_import(other, ruleset->forms, path.data, &imported, &err), GJ_OK);
        assert_int_equal(imported.submissions, again ? 0 : 2);
        assert_int_equal(imported.known, again ? 2 : 0);
        gj_buffer_clear(&two);
        assert_int_equal(gj_ledger_export(other, add_line, &two, &err), GJ_OK);
        assert_string_equal(one.data, two.data);
    }
    gj_slice back;
    assert_int_equal(gj_ledger_original(other, arena, gj_slice_of(digest), &back, &err), GJ_OK);
    assert_true(gj_slice_equal(back, original));
    gj_ledger_query query = { GJ_LIT("戊"), 0 };
    gj_buffer_clear(&two);
    assert_int_equal(gj_ledger_facts(other, &query, add_line, &two, &err), GJ_OK);
    assert_true(two.len == second.line.len + 1);
    /* the same round with another record: refused, nothing taken */
    gj_ledger *third = new_ledger(NULL);
    gj_record rival = plain("戊镇", 2023, 'c');
    (void)file(third, &rival, GJ_FILED_NEW);
    assert_int_equal(gj_ledger_import(third, ruleset->forms, path.data, &imported, &err), GJ_USAGE);
    gj_slice *digests;
    size_t count;
    assert_int_equal(gj_ledger_originals(third, arena, &digests, &count, &err), GJ_OK);
    assert_int_equal(count, 0);
    gj_buffer_free(&one);
    gj_buffer_free(&two);
    gj_ledger_close(third);
    gj_ledger_close(other);
    gj_ledger_close(ledger);
}

static void lines_of_a_file(void **state)
{
    (void)state;
    gj_slice path = new_path(".jsonl"), line;
    gj_lines lines;
    bool more = false;
    static const char *const wanted[] = { "a", "", "bc", "last" };
    assert_int_equal(gj_file_write(path.data, GJ_LIT("a\n\r\nbc\r\nlast"), &err), GJ_OK);
    assert_int_equal(gj_lines_open(&lines, path.data, 8, &err), GJ_OK);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(gj_lines_next(&lines, &more, &line, &err), GJ_OK);
        assert_true(more && gj_slice_is(line, wanted[i]) && lines.number == i + 1);
    }
    assert_int_equal(gj_lines_next(&lines, &more, &line, &err), GJ_OK);
    assert_false(more);
    assert_int_equal(lines.number, 4);
    gj_lines_close(&lines);
    gj_buffer large;
    gj_buffer_init(&large, 0);
    gj_buffer_repeat(&large, "0123456789", 20000);
    assert_int_equal(gj_file_write(path.data, gj_buffer_slice(&large), &err), GJ_OK);
    assert_int_equal(gj_lines_open(&lines, path.data, 8, &err), GJ_OK);
    assert_int_equal(gj_lines_next(&lines, &more, &line, &err), GJ_LIMIT);
    gj_lines_close(&lines);
    assert_int_equal(gj_lines_open(&lines, path.data, 200000, &err), GJ_OK);
    assert_int_equal(gj_lines_next(&lines, &more, &line, &err), GJ_OK);
    assert_true(more && gj_slice_equal(line, gj_buffer_slice(&large)));
    gj_lines_close(&lines);
    gj_buffer_free(&large);
    assert_int_equal(gj_lines_open(&lines, "/nowhere/x", 8, &err), GJ_IO);
    gj_lines_close(&lines);
}

static void base64(void **state)
{
    (void)state;
    gj_buffer text;
    gj_slice back;
    char bytes[7000];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(unsigned char)(i * 7 % 256);
    gj_buffer_init(&text, 0);
    for (size_t length = 0; length < sizeof bytes; length += length < 10 ? 1 : 997) {
        gj_slice whole = { bytes, length };
        gj_buffer_clear(&text);
        gj_base64_add(&text, whole);
        assert_int_equal(gj_base64_decode(arena, gj_buffer_slice(&text), &back, &err), GJ_OK);
        assert_true(gj_slice_equal(back, whole));
    }
    gj_buffer_clear(&text);
    gj_base64_add(&text, GJ_LIT("foobar"));
    assert_string_equal(text.data, "Zm9vYmFy");
    assert_int_equal(gj_base64_decode(arena, GJ_LIT("Zm9*"), &back, &err), GJ_INPUT);
    assert_int_equal(gj_base64_decode(arena, GJ_LIT("Zm9"), &back, &err), GJ_INPUT);
    gj_buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rounds_of_a_unit),
        cmocka_unit_test(records_that_cannot_be_filed),
        cmocka_unit_test(statements),
        cmocka_unit_test(many_rows),
        cmocka_unit_test(addresses),
        cmocka_unit_test(migrations),
        cmocka_unit_test(progress_of_findings),
        cmocka_unit_test(transfer),
        cmocka_unit_test(lines_of_a_file),
        cmocka_unit_test(base64),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
