/* Machine formats: they parse, they agree with each other and with the totals, they survive hostile text and a full buffer. */
#include "show_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cjson/cJSON.h>

static show_fixture fixture;
static gj_buffer out;
static gj_totals totals;

static int set_up(void **state)
{
    (void)state;
    fixture_init(&fixture);
    gj_buffer_init(&out, 0);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    gj_buffer_free(&out);
    return 0;
}

static void show(const char *format)
{
    gj_buffer_clear(&out);
    assert_int_equal(fixture_show(&fixture, format, &out, &totals, true), GJ_OK);
}

static cJSON *show_json(const char *format)
{
    show(format);
    cJSON *tree = cJSON_ParseWithLength(out.data, out.len);
    assert_non_null(tree);
    return tree;
}

static const cJSON *member(const cJSON *object, const char *key)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, key);
    if (!value)
        fail_msg("no member %s", key);
    return value;
}

static size_t number(const cJSON *object, const char *key)
{
    return (size_t)member(object, key)->valuedouble;
}

static const char *string(const cJSON *object, const char *key)
{
    assert_non_null(member(object, key)->valuestring);
    return member(object, key)->valuestring;
}

static void add_outcomes(const cJSON *report, size_t sums[GJ_OUTCOMES])
{
    const cJSON *outcomes = member(report, "outcomes");
    for (int i = 0; i < GJ_OUTCOMES; i++)
        sums[i] += number(outcomes, gj_outcome_name((gj_outcome)i));
}

static void expect_outcomes(const size_t sums[GJ_OUTCOMES])
{
    size_t all = 0;
    for (int i = 0; i < GJ_OUTCOMES; i++) {
        assert_int_equal(sums[i], totals.outcomes[i]);
        all += sums[i];
    }
    assert_int_equal(all, totals.checked * totals.rules);
}

static void json_is_the_contract(void **state)
{
    (void)state;
    cJSON *tree = show_json("json");
    assert_string_equal(string(tree, "schema"), "gouji/findings@1");
    const cJSON *report = cJSON_GetArrayItem(member(tree, "reports"), 0),
                *finding = cJSON_GetArrayItem(member(report, "findings"), 0);
    assert_string_equal(string(report, "status"), "checked");
    assert_int_equal(number(report, "year"), 2024);
    assert_string_equal(string(finding, "rule"), "T3-002");
    assert_int_equal(number(finding, "line"), 58);
    assert_int_equal(number(finding, "column"), 13);
    assert_string_equal(member(finding, "equations")->child->valuestring, "4 + 2 = 6 ≠ 5（差 1）");
    assert_string_equal(member(finding, "also")->child->valuestring, "T3-003");
    const cJSON *cell = cJSON_GetArrayItem(cJSON_GetArrayItem(member(finding, "suggested"), 0), 0);
    assert_int_equal(number(cell, "value"), 6);
    assert_true(cJSON_IsNull(member(finding, "exception")));
    assert_string_equal(string(member(cJSON_GetArrayItem(member(report, "findings"), 3), "exception"), "approver"),
                        "县政务公开办");
    const cJSON *unreadable = cJSON_GetArrayItem(member(tree, "reports"), 3);
    assert_string_equal(string(unreadable, "status"), "unreadable");
    assert_int_equal(number(member(unreadable, "error"), "line"), 3);
    assert_true(cJSON_IsNull(member(unreadable, "sha256")));
    cJSON_Delete(tree);
}

/* Report for report and in sum, json, jsonl and SARIF say what the totals say. */
static void outcomes_are_conserved_in_every_format(void **state)
{
    (void)state;
    size_t json[GJ_OUTCOMES] = { 0 }, lines[GJ_OUTCOMES] = { 0 }, sarif[GJ_OUTCOMES] = { 0 };
    const cJSON *report;
    cJSON *tree = show_json("json");
    cJSON_ArrayForEach(report, member(tree, "reports"))
    {
        add_outcomes(report, json);
        const cJSON *outcome;
        size_t count = 0;
        cJSON_ArrayForEach(outcome, member(report, "rule_outcomes")) count++;
        size_t own[GJ_OUTCOMES] = { 0 }, sum = 0;
        add_outcomes(report, own);
        for (int i = 0; i < GJ_OUTCOMES; i++)
            sum += own[i];
        assert_int_equal(count, sum);
    }
    expect_outcomes(json);
    const cJSON *summary = member(tree, "summary");
    assert_int_equal(number(summary, "reports"), totals.reports);
    assert_int_equal(number(summary, "clean") + number(summary, "failed") + number(summary, "to_review"),
                     totals.checked);
    cJSON_Delete(tree);
    show("jsonl");
    for (char *line = out.data, *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        cJSON *one = cJSON_ParseWithLength(line, (size_t)(end - line));
        assert_non_null(one);
        assert_string_equal(string(one, "schema"), "gouji/findings@1");
        add_outcomes(one, lines);
        cJSON_Delete(one);
    }
    expect_outcomes(lines);
    tree = show_json("sarif");
    const cJSON *properties = member(cJSON_GetArrayItem(member(tree, "runs"), 0), "properties");
    cJSON_ArrayForEach(report, member(properties, "gouji/reports")) add_outcomes(report, sarif);
    expect_outcomes(sarif);
    add_outcomes(member(properties, "gouji/summary"), (size_t[GJ_OUTCOMES]){ 0 });
    cJSON_Delete(tree);
}

static void fingerprints_agree_across_formats(void **state)
{
    (void)state;
    char json[16][65], sarif[16][65];
    size_t json_count = 0, sarif_count = 0;
    const cJSON *report, *item;
    cJSON *tree = show_json("json");
    cJSON_ArrayForEach(report, member(tree, "reports")) cJSON_ArrayForEach(item, member(report, "findings"))
        memcpy(json[json_count++], string(item, "fingerprint"), 65);
    cJSON_Delete(tree);
    tree = show_json("sarif");
    cJSON_ArrayForEach(item, member(cJSON_GetArrayItem(member(tree, "runs"), 0), "results"))
        memcpy(sarif[sarif_count++], string(member(item, "partialFingerprints"), "gouji/v1"), 65);
    cJSON_Delete(tree);
    assert_int_equal(json_count, sarif_count);
    assert_memory_equal(json, sarif, json_count * 65);
}

static void sarif_holds_our_profile(void **state)
{
    (void)state;
    cJSON *tree = show_json("sarif");
    const cJSON *run = cJSON_GetArrayItem(member(tree, "runs"), 0), *driver = member(member(run, "tool"), "driver"),
                *item;
    assert_string_equal(string(run, "columnKind"), "unicodeCodePoints");
    assert_string_equal(string(run, "language"), "zh-CN");
    assert_true(cJSON_IsTrue(member(driver, "isComprehensive")));
    assert_int_equal(cJSON_GetArraySize(member(driver, "rules")), FIXTURE_RULES);
    assert_int_equal(cJSON_GetArraySize(member(run, "taxonomies")), 2);
    assert_int_equal(cJSON_GetArraySize(member(cJSON_GetArrayItem(member(run, "taxonomies"), 0), "taxa")), 2);
    assert_int_equal(cJSON_GetArraySize(member(run, "artifacts")), FIXTURE_REPORTS);
    assert_true(cJSON_IsFalse(member(cJSON_GetArrayItem(member(run, "invocations"), 0), "executionSuccessful")));
    size_t suppressed = 0;
    cJSON_ArrayForEach(item, member(run, "results"))
    {
        const cJSON *rule = cJSON_GetArrayItem(member(driver, "rules"), (int)number(item, "ruleIndex"));
        assert_string_equal(string(rule, "id"), string(item, "ruleId"));
        assert_int_equal(strcmp(string(item, "kind"), "fail") != 0, strcmp(string(item, "level"), "none") == 0);
        suppressed += cJSON_HasObjectItem(item, "suppressions") != 0;
        const cJSON *taxon;
        cJSON_ArrayForEach(taxon, member(item, "taxa"))
        {
            const cJSON *taxonomy =
                cJSON_GetArrayItem(member(run, "taxonomies"), (int)number(member(taxon, "toolComponent"), "index"));
            const cJSON *same = cJSON_GetArrayItem(member(taxonomy, "taxa"), (int)number(taxon, "index"));
            assert_string_equal(string(same, "id"), string(taxon, "id"));
        }
    }
    assert_int_equal(suppressed, 1);
    /* unreadable, not checked, budget, broken, one notice */
    const cJSON *notes = member(cJSON_GetArrayItem(member(run, "invocations"), 0), "toolExecutionNotifications");
    assert_int_equal(cJSON_GetArraySize(notes), 5);
    cJSON_ArrayForEach(item, notes)
    {
        const cJSON *descriptor = member(item, "descriptor");
        const cJSON *known = cJSON_GetArrayItem(member(driver, "notifications"), (int)number(descriptor, "index"));
        assert_string_equal(string(known, "id"), string(descriptor, "id"));
    }
    cJSON_Delete(tree);
}

static void sarif_splits_runs_and_cuts_places(void **state)
{
    (void)state;
    enum { MANY = 500, REPORTS = 52 };
    static gj_finding findings[MANY];
    static gj_mark marks[GJ_SARIF_LOCATIONS + 5];
    for (size_t i = 0; i < MANY; i++)
        findings[i] = fixture.failed[1];
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        marks[i] = fixture.text_mark;
    gj_result result = fixture.results[0];
    result.findings = findings;
    result.finding_count = MANY;
    const gj_show_format *sarif = gj_show_format_by_name(GJ_LIT("sarif"));
    gj_shower shower;
    memset(&totals, 0, sizeof totals);
    totals.complete = true;
    assert_int_equal(gj_shower_open(sarif, &fixture.options, &shower), GJ_OK);
    assert_int_equal(sarif->begin(&shower, &out), GJ_OK);
    for (size_t i = 0; i < REPORTS; i++) {
        if (i == REPORTS - 1) {
            findings[0].marks = marks;
            findings[0].mark_count = sizeof marks / sizeof *marks;
        }
        gj_totals_add(&totals, &result);
        assert_int_equal(sarif->report(&shower, &result, &out), GJ_OK);
    }
    assert_int_equal(sarif->end(&shower, &totals, &out), GJ_OK);
    gj_shower_close(&shower);
    cJSON *tree = cJSON_ParseWithLength(out.data, out.len);
    assert_non_null(tree);
    const cJSON *runs = member(tree, "runs"), *first = cJSON_GetArrayItem(runs, 0),
                *second = cJSON_GetArrayItem(runs, 1);
    assert_int_equal(cJSON_GetArraySize(runs), 2);
    assert_int_equal(cJSON_GetArraySize(member(first, "results")), GJ_SARIF_RESULTS);
    assert_int_equal(cJSON_GetArraySize(member(second, "results")), REPORTS * MANY - GJ_SARIF_RESULTS);
    assert_string_not_equal(string(member(first, "automationDetails"), "id"),
                            string(member(second, "automationDetails"), "id"));
    assert_int_equal(cJSON_GetArraySize(member(first, "artifacts")) + cJSON_GetArraySize(member(second, "artifacts")),
                     REPORTS);
    const cJSON *last = cJSON_GetArrayItem(member(second, "results"), (REPORTS - 1 - GJ_SARIF_RESULTS / MANY) * MANY);
    assert_int_equal(cJSON_GetArraySize(member(last, "relatedLocations")), GJ_SARIF_LOCATIONS - 1);
    assert_non_null(strstr(out.data, "gouji/cut"));
    cJSON_Delete(tree);
}

static void hostile_text_reads_back_unchanged(void **state)
{
    (void)state;
    static const char wanted[] = "\033[2J\xE2\x80\xAE\r\n::error::x \"'</script><!--\\ \xEF\xBF\xBD%,:";
    cJSON *tree = show_json("json");
    const cJSON *finding = cJSON_GetArrayItem(member(cJSON_GetArrayItem(member(tree, "reports"), 5), "findings"), 0);
    assert_string_equal(string(finding, "message"), wanted);
    assert_string_equal(string(finding, "quote"), wanted);
    cJSON_Delete(tree);
    static const char *const formats[] = { "json", "jsonl", "sarif", "github" };
    for (size_t f = 0; f < 4; f++) {
        show(formats[f]);
        assert_null(memchr(out.data, '\033', out.len));
        assert_null(memchr(out.data, '\r', out.len));
        assert_null(strstr(out.data, "\xE2\x80\xAE"));
        if (f < 3)
            assert_null(strstr(out.data, "</"));
    }
}

static void github_orders_errors_first(void **state)
{
    (void)state;
    gj_finding first = fixture.failed[0];
    fixture.failed[0] = fixture.failed[2];
    fixture.failed[2] = first;
    show("github");
    const char *error =
        strstr(out.data, "::error file=2024/青石镇.md,line=58,col=13,endColumn=14,title=错误 T3-002 results-total::");
    const char *notice = strstr(out.data, "::notice file=2024/青石镇.md,line=21");
    assert_non_null(error);
    assert_non_null(notice);
    assert_true(error < notice);
    for (char *line = out.data, *end; (end = strchr(line, '\n')) != NULL; line = end + 1)
        assert_true(strncmp(line, "::", 2) == 0 || end[1] == '\0'); /* only the last line, the totals, is no command */
    assert_null(strstr(out.data, "\n::error::x"));
}

static void same_bytes_every_time_and_in_pieces(void **state)
{
    (void)state;
    for (const gj_show_format *f = gj_show_formats; f->name; f++) {
        gj_buffer again;
        gj_buffer_init(&again, 0);
        gj_buffer_clear(&out);
        assert_int_equal(fixture_show(&fixture, f->name, &out, &totals, false), GJ_OK);
        assert_int_equal(fixture_show(&fixture, f->name, &again, &totals, true), GJ_OK);
        assert_int_equal(out.len, again.len);
        assert_memory_equal(out.data, again.data, out.len);
        gj_buffer_free(&again);
    }
}

/* A buffer that fills up anywhere is reported and nothing leaks. */
static void a_full_buffer_is_reported(void **state)
{
    (void)state;
    for (const gj_show_format *f = gj_show_formats; f->name; f++) {
        gj_buffer_clear(&out);
        assert_int_equal(fixture_show(&fixture, f->name, &out, &totals, false), GJ_OK);
        size_t whole = out.len;
        for (size_t cap = 1; cap < whole; cap += 1 + whole / 97) {
            gj_buffer small;
            gj_buffer_init(&small, cap);
            assert_int_equal(fixture_show(&fixture, f->name, &small, &totals, false), GJ_LIMIT);
            assert_true(small.len <= cap);
            gj_buffer_free(&small);
        }
    }
}

static void no_ruleset_and_no_reports_are_fine(void **state)
{
    (void)state;
    fixture.options.ruleset = NULL;
    for (const gj_show_format *f = gj_show_formats; f->name; f++) {
        gj_buffer_clear(&out);
        assert_int_equal(fixture_show(&fixture, f->name, &out, &totals, false), GJ_OK);
        gj_shower shower;
        totals = (gj_totals){ .complete = true };
        gj_buffer_clear(&out);
        assert_int_equal(gj_shower_open(f, &fixture.options, &shower), GJ_OK);
        assert_int_equal(f->begin(&shower, &out), GJ_OK);
        assert_int_equal(f->end(&shower, &totals, &out), GJ_OK);
        gj_shower_close(&shower);
    }
    assert_null(gj_show_format_by_name(GJ_LIT("docx")));
}

static void write_file(const char *path)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(out.data, 1, out.len, file), out.len);
    assert_int_equal(fclose(file), 0);
}

/* With python3-jsonschema, and the SARIF schema where the shared folder is. Run from the project's root. */
static void schemas_accept_the_output(void **state)
{
    (void)state;
    static const char validator[] = "tests/tools/validate_outputs.py";
    if (access(validator, R_OK) != 0 || system("python3 -c 'import jsonschema' 2>/dev/null") != 0)
        skip();
    bool sarif = access("../shared/schema/sarif-2.1.0.json", R_OK) == 0;
    static const struct {
        const char *format, *schema, *ending;
    } checks[] = { { "json", "docs/schema/findings.schema.json", "json" },
                   { "jsonl", "docs/schema/findings.schema.json", "jsonl" },
                   { "sarif", "../shared/schema/sarif-2.1.0.json", "sarif" } };
    char folder[] = "/tmp/gouji-show-XXXXXX", path[64], command[256];
    assert_non_null(mkdtemp(folder));
    for (int lang = GJ_ZH; lang <= GJ_EN; lang++)
        for (size_t i = 0; i < (sarif ? 3 : 2); i++) {
            fixture.options.lang = (gj_lang)lang;
            show(checks[i].format);
            (void)snprintf(path, sizeof path, "%s/out.%s", folder, checks[i].ending);
            write_file(path);
            (void)snprintf(command, sizeof command, "python3 %s %s %s", validator, checks[i].schema, path);
            assert_int_equal(system(command), 0);
            assert_int_equal(unlink(path), 0);
        }
    assert_int_equal(rmdir(folder), 0);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(json_is_the_contract),
        TEST(outcomes_are_conserved_in_every_format),
        TEST(fingerprints_agree_across_formats),
        TEST(sarif_holds_our_profile),
        TEST(sarif_splits_runs_and_cuts_places),
        TEST(hostile_text_reads_back_unchanged),
        TEST(github_orders_errors_first),
        TEST(same_bytes_every_time_and_in_pieces),
        TEST(a_full_buffer_is_reported),
        TEST(no_ruleset_and_no_reports_are_fine),
        TEST(schemas_accept_the_output),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
