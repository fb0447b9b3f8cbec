/* Canonical JSON to a document: what becomes which block, where it points, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/read/read.h"

static gj_status read_bytes(gj_arena *arena, gj_slice bytes, gj_document **out, gj_error *err)
{
    gj_source *source;
    assert_int_equal(gj_source_open(arena, GJ_LIT("case.json"), bytes, &source, err), GJ_OK);
    return gj_read_json(arena, source, out, err);
}

static gj_document *read_good(gj_arena *arena, const char *text)
{
    gj_document *document = NULL;
    gj_error err = { .status = GJ_OK };
    if (read_bytes(arena, gj_slice_of(text), &document, &err) != GJ_OK)
        fail_msg("%zu:%zu %s", err.line, err.column, err.en);
    return document;
}

static void is_text(gj_slice found, const char *expected)
{
    if (!gj_slice_is(found, expected))
        fail_msg("found \"%.*s\", expected \"%s\"", GJ_ARG(found), expected);
}

static void is_block(const gj_document *document, size_t index, gj_block_kind kind, const char *text,
                     const char *pointer, size_t line, size_t column)
{
    assert_true(index < document->block_count);
    const gj_block *block = &document->blocks[index];
    assert_int_equal(block->kind, kind);
    is_text(block->text.text, text);
    is_text(block->pointer, pointer);
    gj_place place = gj_source_place(document->source, block->span.begin);
    if (place.line != line || place.column != column)
        fail_msg("%s stands at %zu:%zu, expected %zu:%zu", pointer, place.line, place.column, line, column);
}

static const char *const report_text =
    "{ \"schema\": \"gouji/report@1\", \"$schema\": \"https://example.org/report.schema.json\",\n"
    "  \"form\": \"2021\", \"title\": \"柳溪镇2024年工作年度报告\", \"year\": 2024,\n"
    "  \"issuer\": { \"name\": \"柳溪镇人民政府\", \"level\": \"township\", \"province\": null },\n"
    "  \"tables\": {\n"
    "    \"proactive\": { \"form\": \"2019\", \"regulations\": { \"made\": 3, \"repealed\": null, \"in_force\": "
    "\"12件\" },\n"
    "                   \"fees\": { \"amount\": 26.550 } },\n"
    "    \"requests\": { \"denied\": { \"state_secret\": { \"total\": \" ３２ \" }, \"list\": [], \"odd\": true } } "
    "},\n"
    "  \"sections\": {\n"
    "    \"overview\": { \"title\": \"一、总体情况\", \"text\": [\"本年收到申请12件。\\n办结12件。\", \"\", "
    "\"下一步改进。\"] },\n"
    "    \"other\": { \"text\": \"无。\" } },\n"
    "  \"preamble\": \"依照条例编制。\",\n"
    "  \"layout\": { \"requests\": { \"note\": \"一加二\", \"order\": [\"new\", \"carried_in\"] } },\n"
    "  \"published\": \"2025-01-20\" }\n";

static void makes_blocks_in_reading_order(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_document *document = read_good(arena, report_text);
    assert_int_equal(document->format, GJ_FORMAT_JSON);
    assert_int_equal(document->block_count, 10);
    is_block(document, 0, GJ_BLOCK_PARAGRAPH, "依照条例编制。", "/preamble", 11, 16);
    is_block(document, 1, GJ_BLOCK_HEADING, "一、总体情况", "/sections/overview/title", 9, 28);
    is_text(document->blocks[1].key, "overview");
    is_block(document, 2, GJ_BLOCK_PARAGRAPH, "本年收到申请12件。", "/sections/overview/text/0", 9, 48);
    is_block(document, 3, GJ_BLOCK_PARAGRAPH, "办结12件。", "/sections/overview/text/0", 9, 60);
    is_block(document, 4, GJ_BLOCK_PARAGRAPH, "下一步改进。", "/sections/overview/text/2", 9, 74);
    is_block(document, 5, GJ_BLOCK_HEADING, "", "/sections/other", 10, 14);
    is_text(document->blocks[5].key, "other");
    is_block(document, 6, GJ_BLOCK_PARAGRAPH, "无。", "/sections/other/text", 10, 25);
    is_block(document, 7, GJ_BLOCK_RECORD, "", "/tables/proactive", 5, 18);
    is_block(document, 8, GJ_BLOCK_RECORD, "", "/tables/requests", 7, 17);
    is_block(document, 9, GJ_BLOCK_RECORD, "", "/layout/requests", 12, 27);
    assert_int_equal(document->remark_count, 0);
    gj_arena_free(arena);
}

static void keeps_the_layout_as_records(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    gj_document *document = read_good(
        arena, "{\"schema\": \"gouji/report@1\", \"layout\": {\"requests\": {\"note\": \"注\", \"header\": "
               "{\"total\": \"总计\"}, \"labels\": {\"denied.state_secret\": \"1.甲\"}, \"order\": [\"new\"], "
               "\"unbound\": [{\"label\": \"小计\", \"values\": [\"1\", \"2\"]}]}}}");
    static const char *const paths[] = { "note",
                                         "header.total",
                                         "labels.denied.state_secret",
                                         "order.0",
                                         "unbound.0.label",
                                         "unbound.0.values.0",
                                         "unbound.0.values.1" };
    assert_int_equal(document->block_count, 1);
    is_text(document->blocks[0].key, "layout.requests");
    assert_int_equal(document->blocks[0].entry_count, sizeof paths / sizeof *paths);
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        is_text(document->blocks[0].entries[i].path, paths[i]);
    is_text(document->blocks[0].entries[2].pointer, "/layout/requests/labels/denied.state_secret");
    is_text(document->blocks[0].entries[2].value.text, "1.甲");
    gj_arena_free(arena);
}

static void flattens_tables_with_lexemes(void **state)
{
    (void)state;
    static const struct {
        size_t block;
        const char *path, *pointer;
        gj_entry_kind kind;
        const char *value;
        size_t line, column; /* of the value's first byte */
    } expected[] = {
        { 7, "form", "/tables/proactive/form", GJ_ENTRY_STRING, "2019", 5, 29 },
        { 7, "regulations.made", "/tables/proactive/regulations/made", GJ_ENTRY_NUMBER, "3", 5, 61 },
        { 7, "regulations.repealed", "/tables/proactive/regulations/repealed", GJ_ENTRY_NULL, "", 5, 76 },
        { 7, "regulations.in_force", "/tables/proactive/regulations/in_force", GJ_ENTRY_STRING, "12件", 5, 95 },
        { 7, "fees.amount", "/tables/proactive/fees/amount", GJ_ENTRY_NUMBER, "26.550", 6, 40 },
        { 8, "denied.state_secret.total", "/tables/requests/denied/state_secret/total", GJ_ENTRY_STRING, "３２", 7,
          60 },
        { 8, "denied.list", "/tables/requests/denied/list", GJ_ENTRY_EMPTY, "", 7, 76 },
        { 8, "denied.odd", "/tables/requests/denied/odd", GJ_ENTRY_BOOL, "true", 7, 87 },
    };
    gj_arena *arena = gj_arena_new(0);
    gj_document *document = read_good(arena, report_text);
    size_t seen[2] = { 0, 0 };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const gj_block *block = &document->blocks[expected[i].block];
        size_t index = seen[expected[i].block - 7]++;
        assert_true(index < block->entry_count);
        const gj_entry *entry = &block->entries[index];
        is_text(entry->path, expected[i].path);
        is_text(entry->pointer, expected[i].pointer);
        assert_int_equal(entry->kind, expected[i].kind);
        is_text(entry->value.text, expected[i].value);
        gj_place place = gj_source_place(document->source, gj_text_source(&entry->value, 0));
        if (place.line != expected[i].line || place.column != expected[i].column)
            fail_msg("%s at %zu:%zu", expected[i].path, place.line, place.column);
    }
    assert_int_equal(document->blocks[7].entry_count, seen[0]);
    assert_int_equal(document->blocks[8].entry_count, seen[1]);
    gj_arena_free(arena);
}

/* Tables that no form knows, after the paragraph that they followed; merged cells as in any grid. */
static void keeps_tables_of_no_form(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    const gj_document *document = read_good(
        arena,
        "{\"schema\":\"gouji/report@1\",\"preamble_tables\":[{\"rows\":[[\"名称\",\"年报\"]]}],\n"
        "\"sections\":{\"overview\":{\"tables\":[{\"after\":1,\"caption\":\"附表\",\"rows\":[[\"甲\",{\"text\":\"乙\","
        "\"colspan\":2}],[{\"text\":\"丙\",\"rowspan\":9},\"1\",\"2\"]]},{\"after\":1,\"rows\":[]},{\"rows\":[[\"丁\"]]"
        "}],"
        "\"text\":[\"一。\",\"二。\"]}}}");
    static const gj_block_kind kinds[] = { GJ_BLOCK_TABLE, GJ_BLOCK_HEADING,   GJ_BLOCK_PARAGRAPH, GJ_BLOCK_TABLE,
                                           GJ_BLOCK_TABLE, GJ_BLOCK_PARAGRAPH, GJ_BLOCK_TABLE };
    assert_int_equal(document->block_count, sizeof kinds / sizeof *kinds);
    for (size_t i = 0; i < document->block_count; i++)
        assert_int_equal(document->blocks[i].kind, kinds[i]);
    const gj_grid *grid = document->blocks[3].grid;
    is_text(grid->caption, "附表");
    is_text(document->blocks[3].pointer, "/sections/overview/tables/0");
    assert_int_equal(grid->row_count, 2);
    assert_int_equal(grid->column_count, 3);
    assert_int_equal(grid->rows[0].slots[2]->colspan, 2);
    assert_ptr_equal(grid->rows[0].slots[1], grid->rows[0].slots[2]);
    assert_int_equal(grid->rows[1].slots[0]->rowspan, 1); /* there is no more */
    is_text(grid->rows[1].slots[2]->text.text, "2");
    assert_int_equal(document->blocks[4].grid->row_count, 0);
    gj_arena_free(arena);
}

static void takes_metadata(void **state)
{
    (void)state;
    static const char *const expected[][3] = {
        { "schema", "gouji/report@1", "/schema" },           { "form", "2021", "/form" },
        { "title", "柳溪镇2024年工作年度报告", "/title" },   { "year", "2024", "/year" },
        { "issuer.name", "柳溪镇人民政府", "/issuer/name" }, { "issuer.level", "township", "/issuer/level" },
        { "published", "2025-01-20", "/published" },
    };
    gj_arena *arena = gj_arena_new(0);
    gj_document *document = read_good(arena, report_text);
    assert_int_equal(document->meta_count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const gj_meta *meta = gj_document_meta(document, gj_slice_of(expected[i][0]));
        assert_non_null(meta);
        is_text(meta->value.text, expected[i][1]);
        is_text(meta->pointer, expected[i][2]);
    }
    assert_null(gj_document_meta(document, GJ_LIT("issuer.province")));
    gj_arena_free(arena);
}

static void says_what_it_does_not_know(void **state)
{
    (void)state;
    static const struct {
        const char *kind, *pointer;
        size_t line;
    } expected[] = {
        { "missing_schema", "", 1 },
        { "unknown_key", "/issuer/phone", 2 },
        { "unknown_key", "/note", 3 },
        { "unknown_key", "/sections/overview/image", 4 },
        { "unknown_key", "/layout/requests/colour", 5 },
    };
    gj_arena *arena = gj_arena_new(0);
    gj_document *document = read_good(arena, "{\n\"issuer\": {\"phone\": \"1\"},\n\"note\": 1,\n"
                                             "\"sections\": {\"overview\": {\"image\": \"x.png\"}},\n"
                                             "\"layout\": {\"requests\": {\"colour\": \"red\"}} }");
    assert_int_equal(document->remark_count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < document->remark_count; i++) {
        is_text(document->remarks[i].kind, expected[i].kind);
        is_text(document->remarks[i].pointer, expected[i].pointer);
        assert_int_equal(gj_source_place(document->source, document->remarks[i].span.begin).line, expected[i].line);
        assert_true(document->remarks[i].words.zh.len && document->remarks[i].words.en.len);
    }
    gj_arena_free(arena);
}

#define HEAD "{\"schema\": \"gouji/report@1\",\n"

static void refuses_wrong_shapes(void **state)
{
    (void)state;
    static const struct {
        const char *json;
        size_t line, column;
        const char *zh, *en;
    } cases[] = {
        { "[]", 1, 1, "JSON 应是对象 {…}，这里却是数组 […]",
          "JSON should be an object {...}, but it is an array [...]" },
        { "\"x\"", 1, 1, "JSON 应是对象", "JSON should be an object" },
        { "{}", 1, 1, "不像一份报告", "does not look like a report" },
        { "{\"title\": \"x\"}", 1, 1, "不像一份报告", "does not look like a report" },
        { "{\"schema\": \"gouji/findings@1\"}", 1, 12, "不认识“gouji/findings@1”",
          "does not know \"gouji/findings@1\"" },
        { "{\"schema\": 1}", 1, 12, "schema 应是", "schema should be" },
        { HEAD "\"sections\": []}", 2, 13, "/sections 应是对象", "/sections should be an object" },
        { HEAD "\"sections\": {\"overview\": []}}", 2, 26, "/sections/overview 应是对象 {…}，这里却是数组",
          "/sections/overview should be an object {...}, but it is an array" },
        { HEAD "\"sections\": {\"overview\": \"x\"}}", 2, 26, "/sections/overview 应是对象", "but it is a string" },
        { HEAD "\"sections\": {\"overview\": {\"title\": 1}}}", 2, 36,
          "/sections/overview/title 应是字符串，这里却是数字", "should be a string, but it is a number" },
        { HEAD "\"sections\": {\"overview\": {\"text\": {}}}}", 2, 35,
          "/sections/overview/text 应是字符串，或字符串的数组", "a string or an array of strings" },
        { HEAD "\"sections\": {\"overview\": {\"text\": [\"a\", 2]}}}", 2, 41, "/sections/overview/text/1 应是字符串",
          "/sections/overview/text/1 should be a string" },
        { HEAD "\"preamble\": {}}", 2, 13, "/preamble 应是", "/preamble should be" },
        { HEAD "\"tables\": null}", 2, 11, "/tables 应是对象 {…}，这里却是空值", "but it is null" },
        { HEAD "\"tables\": {\"requests\": [1]}}", 2, 24, "/tables/requests 应是对象", "/tables/requests should be" },
        { HEAD "\"layout\": {\"requests\": \"x\"}}", 2, 24, "/layout/requests 应是对象", "/layout/requests should be" },
        { HEAD "\"layout\": {\"requests\": {\"order\": {}}}}", 2, 34, "/layout/requests/order 应是数组",
          "/layout/requests/order should be an array" },
        { HEAD "\"preamble_tables\": {}}", 2, 20, "/preamble_tables 应是数组", "should be an array" },
        { HEAD "\"preamble\": \"x\", \"preamble_tables\": [1]}", 2, 38, "/preamble_tables/0 应是对象",
          "should be an object" },
        { HEAD "\"preamble_tables\": [{}]}", 2, 21, "应是带 rows 的对象", "an object with rows" },
        { HEAD "\"preamble_tables\": [{\"rows\": [3]}]}", 2, 31, "/rows/0 应是数组", "/rows/0 should be an array" },
        { HEAD "\"preamble_tables\": [{\"rows\": [[3]]}]}", 2, 32, "字符串，或带 text 的对象",
          "a string, or an object" },
        { HEAD "\"preamble_tables\": [{\"rows\": [[{\"rowspan\": 2}]]}]}", 2, 32, "带 text 的对象", "with text" },
        { HEAD "\"preamble_tables\": [{\"rows\": [[{\"text\": \"a\", \"colspan\": -1}]]}]}", 2, 57, "非负整数",
          "a whole number" },
        { HEAD "\"preamble_tables\": [{\"after\": 1.5, \"rows\": []}]}", 2, 31, "非负整数", "a whole number" },
        { HEAD "\"year\": true}", 2, 9, "/year 应是数字或字符串，这里却是真假值",
          "a number or a string, but it is true or false" },
        { HEAD "\"title\": [\"x\"]}", 2, 10, "/title 应是字符串", "/title should be a string" },
        { HEAD "\"issuer\": \"x\"}", 2, 11, "/issuer 应是对象", "/issuer should be an object" },
        { HEAD "\"issuer\": {\"name\": 5}}", 2, 20, "/issuer/name 应是字符串", "/issuer/name should be a string" },
        { HEAD "\"tables\": {\"requests\": {\"denied\": {\"other\": 1},\n\"denied.other\": 2}}}", 3, 17,
          "“denied.other”写了两次（第 2 行已有）", "\"denied.other\" is given twice (first on line 2)" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gj_arena *arena = gj_arena_new(0);
        gj_document *document;
        gj_error err = { .status = GJ_OK };
        gj_status status = read_bytes(arena, gj_slice_of(cases[i].json), &document, &err);
        if (status != GJ_INPUT || err.line != cases[i].line || err.column != cases[i].column ||
            !strstr(err.zh, cases[i].zh) || !strstr(err.en, cases[i].en))
            fail_msg("%s\n  %d at %zu:%zu\n  %s\n  %s", cases[i].json, (int)status, err.line, err.column, err.zh,
                     err.en);
        gj_arena_free(arena);
    }
}

/* A long key above very many cells would make gigabytes of pointers. */
static void limits_the_length_of_paths(void **state)
{
    (void)state;
    const size_t key = 1 * GJ_MIB, cells = 64;
    gj_arena *arena = gj_arena_new(0);
    char *text = gj_arena_alloc(arena, key + 1024);
    size_t at = 0;
    at += strlen(memcpy(text, "{\"tables\":{\"t\":{\"", strlen("{\"tables\":{\"t\":{\"")));
    memset(text + at, 'k', key);
    at += key;
    memcpy(text + at, "\":[", 3);
    at += 3;
    for (size_t i = 0; i < cells; i++) {
        memcpy(text + at, i ? ",1" : "1", i ? 2 : 1);
        at += i ? 2 : 1;
    }
    memcpy(text + at, "]}}}", 4);
    gj_document *document;
    gj_error err = { .status = GJ_OK };
    assert_int_equal(read_bytes(arena, (gj_slice){ text, at + 4 }, &document, &err), GJ_LIMIT);
    assert_non_null(strstr(err.en, "keys are too long"));
    gj_arena_free(arena);
}

static void says_when_memory_runs_out(void **state)
{
    (void)state;
    bool passed = false;
    for (size_t cap = 1024; !passed && cap < GJ_MIB; cap += 512) {
        gj_arena *arena = gj_arena_new(cap);
        gj_source *source;
        gj_document *document;
        gj_error err = { .status = GJ_OK };
        gj_status status = gj_source_open(arena, GJ_LIT("x"), gj_slice_of(report_text), &source, &err);
        if (status == GJ_OK)
            status = gj_read_json(arena, source, &document, &err);
        assert_true(status == GJ_OK || status == GJ_NOMEM);
        passed = status == GJ_OK;
        gj_arena_free(arena);
    }
    assert_true(passed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_blocks_in_reading_order),
        cmocka_unit_test(keeps_the_layout_as_records),
        cmocka_unit_test(flattens_tables_with_lexemes),
        cmocka_unit_test(keeps_tables_of_no_form),
        cmocka_unit_test(takes_metadata),
        cmocka_unit_test(says_what_it_does_not_know),
        cmocka_unit_test(refuses_wrong_shapes),
        cmocka_unit_test(limits_the_length_of_paths),
        cmocka_unit_test(says_when_memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
