/* Every rule of strict JSON is a case with the exact place of the error and a word of its message in both languages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/read/json/json_tree.h"

static gj_status parse(gj_arena *arena, gj_slice bytes, gj_json_tree *json, gj_error *err)
{
    gj_source *source;
    assert_int_equal(gj_source_open(arena, GJ_LIT("case.json"), bytes, &source, err), GJ_OK);
    return gj_json_parse(arena, source, json, err);
}

typedef struct refusal {
    const char *json;
    size_t line, column;
    const char *zh, *en;
} refusal;

static const refusal refusals[] = {
    /* nothing, or too much */
    { "", 1, 1, "没有内容", "empty" },
    { " \n ", 2, 2, "没有内容", "empty" },
    { "{} {}", 1, 4, "已经结束", "has ended" },
    { "{}\n\nx", 3, 1, "已经结束", "has ended" },
    { "1 2", 1, 3, "已经结束", "has ended" },
    { "{}}", 1, 3, "已经结束", "has ended" },
    /* containers */
    { "{", 1, 2, "第 1 行打开的括号缺少配对的 }", "opened on line 1 needs its }" },
    { "[1,\n[2", 2, 3, "第 2 行打开的括号缺少配对的 ]", "opened on line 2 needs its ]" },
    { "{\"a\": 1,", 1, 9, "缺少配对的 }", "needs its }" },
    { "{\"a\"", 1, 5, "还缺冒号", "a colon is missing" },
    { "{\"a\":", 1, 6, "还缺一个值", "a value is missing" },
    { "{\n\"a\": [1}", 2, 8, "第 2 行打开的括号应以 ] 结束", "line 2 is closed by ]" },
    { "[1}", 1, 3, "括号不配对", "do not match" },
    { "{\"a\": 1]", 1, 8, "括号不配对", "do not match" },
    { "{\"a\": 1,}", 1, 8, "后面不能有逗号", "no comma after the last" },
    { "[1, ]", 1, 3, "后面不能有逗号", "no comma after the last" },
    { "[,1]", 1, 2, "这里应是一个值", "a value is expected" },
    { "[1,,2]", 1, 4, "这里应是一个值", "a value is expected" },
    { "[1 2]", 1, 4, "这里应是逗号或 ]，却是“2”", "a comma or ] is expected here, not \"2\"" },
    { "{\"a\": 1 \"b\": 2}", 1, 9, "这里应是逗号或 }", "a comma or } is expected" },
    { "{\"a\" 1}", 1, 6, "这里应是冒号", "a colon is expected" },
    { "{1: 2}", 1, 2, "带双引号的键", "a key in double quotes" },
    { "{a: 2}", 1, 2, "带双引号的键", "a key in double quotes" },
    { "{\"a\": }", 1, 7, "这里应是一个值", "a value is expected" },
    /* slips of the Chinese keyboard and of other languages */
    { "{“a”: 1}", 1, 2, "中文引号", "Chinese quotation mark" },
    { "{\"a\"：1}", 1, 5, "中文冒号", "Chinese colon" },
    { "[1，2]", 1, 3, "中文逗号", "Chinese comma" },
    { "['a']", 1, 2, "双引号", "double quotes" },
    { "[True]", 1, 2, "小写的 true", "lower case" },
    { "[None]", 1, 2, "null", "null for None" },
    { "{\n// 注释\n}", 2, 1, "不能写注释", "no comments" },
    { "[1 /* x */]", 1, 4, "不能写注释", "no comments" },
    { "# x", 1, 1, "不能写注释", "no comments" },
    /* numbers */
    { "{\"a\": 00012}", 1, 7, "不能以 0 开头", "may not start with 0" },
    { "[-01]", 1, 2, "不能以 0 开头", "may not start with 0" },
    { "[+1]", 1, 2, "不能有加号", "plus sign" },
    { "[.5]", 1, 2, "小数点前面", "digit before it" },
    { "[5.]", 1, 4, "小数点后面", "digits after it" },
    { "[1e]", 1, 4, "指数", "exponent" },
    { "[1e+]", 1, 5, "指数", "exponent" },
    { "[-]", 1, 2, "负号后面", "minus sign" },
    { "[- 1]", 1, 2, "负号后面", "minus sign" },
    { "[NaN]", 1, 2, "没有 NaN", "no NaN" },
    { "[Infinity]", 1, 2, "没有 Infinity", "no Infinity" },
    { "[-Infinity]", 1, 3, "没有 Infinity", "no Infinity" },
    { "[0x10]", 1, 3, "却是“x”", "not \"x\"" },
    { "[1.2.3]", 1, 5, "逗号或 ]", "a comma or ]" },
    { "[３]", 1, 2, "却是“３”", "not \"３\"" },
    { "[1234567890123456789012345678901234567890123456789012345678901234]", 1, 2, "数字太长", "too long" },
    /* words */
    { "[nul]", 1, 2, "这里应是一个值", "a value is expected" },
    { "[truth]", 1, 2, "这里应是一个值", "a value is expected" },
    { "[truely]", 1, 6, "逗号或 ]", "a comma or ]" },
    /* strings */
    { "{\"a\": \"b", 1, 7, "没有结束", "never ends" },
    { "[\"甲\n乙\"]", 1, 4, "不能直接换行", "line end" },
    { "[\"甲\r\n乙\"]", 1, 4, "不能直接换行", "line end" },
    { "[\"a\tb\"]", 1, 4, "制表符", "tab" },
    { "[\"a\x01\"]", 1, 4, "0x01", "0x01" },
    { "[\"甲\x1f\"]", 1, 4, "0x1F", "0x1F" },
    { "[\"\\x\"]", 1, 3, "反斜杠", "backslash" },
    { "[\"\\", 1, 3, "反斜杠", "backslash" },
    { "[\"\\u12g4\"]", 1, 3, "四位十六进制", "four hexadecimal" },
    { "[\"\\u12\"]", 1, 3, "四位十六进制", "four hexadecimal" },
    { "[\"甲\\u0000\"]", 1, 4, "\\u0000", "\\u0000" },
    { "[\"\\ud800\"]", 1, 3, "\\ud800 只是半个字符", "\\ud800 is half a character" },
    { "[\"\\udc00\"]", 1, 3, "\\udc00 只是半个字符", "\\udc00 is half a character" },
    { "[\"\\ud83d\\u0041\"]", 1, 3, "半个字符", "half a character" },
    { "[\"\\ud83dx\"]", 1, 3, "半个字符", "half a character" },
    { "[\"\\ud83d\\ud83d\"]", 1, 3, "半个字符", "half a character" },
    { "{\"\\ud800\": 1}", 1, 3, "半个字符", "half a character" },
    /* keys twice */
    { "{\"a\": 1,\n \"b\": 2,\n \"a\": 3}", 3, 2, "键 \"a\" 重复（第 1 行已有）",
      "duplicate key \"a\" (first on line 1)" },
    { "{\"a\": 1, \"\\u0061\": 2}", 1, 10, "重复", "duplicate" },
    { "{\"\": 1, \"\": 2}", 1, 9, "重复", "duplicate" },
    { "[{\"x\": {\"甲\": 1,\n\"乙\": 2, \"甲\": 3}}]", 2, 9, "键 \"甲\" 重复（第 1 行已有）", "first on line 1" },
    { "{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\n\"i\":1,\"j\":1,\n\"c\":1,\"b\":1}", 3, 1,
      "键 \"c\" 重复（第 1 行已有）", "\"c\" (first on line 1)" },
};

static void refuses_what_the_standard_refuses(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        const refusal *r = &refusals[i];
        gj_arena *arena = gj_arena_new(0);
        gj_json_tree json;
        gj_error err = { .status = GJ_OK };
        gj_status status = parse(arena, gj_slice_of(r->json), &json, &err);
        if (status == GJ_OK || err.line != r->line || err.column != r->column || !strstr(err.zh, r->zh) ||
            !strstr(err.en, r->en))
            fail_msg("%s\n  %d at %zu:%zu, expected %zu:%zu\n  %s\n  %s", r->json, (int)status, err.line, err.column,
                     r->line, r->column, err.zh, err.en);
        gj_arena_free(arena);
    }
}

static void accepts_what_the_standard_accepts(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "{}",
        "[]",
        " \t\r\n[ ]\n",
        "\xEF\xBB\xBF{\"a\": 1}",
        "0",
        "-0",
        "-0.5e-10",
        "1E+400",
        "123456789012345678901234567890",
        "\"\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u4e2d\\ud83d\\ude00\"",
        "\"\x7f\"",
        "null",
        "[true, false, null]",
        "{\"a\": {\"a\": {\"a\": 1}}, \"A\": 2, \"a \": 3}",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        gj_arena *arena = gj_arena_new(0);
        gj_json_tree json;
        gj_error err = { .status = GJ_OK };
        if (parse(arena, gj_slice_of(texts[i]), &json, &err) != GJ_OK)
            fail_msg("%s: %s", texts[i], err.en);
        gj_arena_free(arena);
    }
}

static void limits_depth(void **state)
{
    (void)state;
    char text[2 * GJ_MAX_JSON_DEPTH + 3];
    for (size_t depth = GJ_MAX_JSON_DEPTH; depth <= GJ_MAX_JSON_DEPTH + 1; depth++) {
        memset(text, '[', depth);
        memset(text + depth, ']', depth);
        gj_arena *arena = gj_arena_new(0);
        gj_json_tree json;
        gj_error err = { .status = GJ_OK };
        gj_status status = parse(arena, (gj_slice){ text, 2 * depth }, &json, &err);
        assert_int_equal(status, depth == GJ_MAX_JSON_DEPTH ? GJ_OK : GJ_LIMIT);
        if (status != GJ_OK)
            assert_int_equal(err.column, GJ_MAX_JSON_DEPTH + 1);
        gj_arena_free(arena);
    }
}

static void limits_the_number_of_values(void **state)
{
    (void)state;
    gj_arena *arena = gj_arena_new(0);
    size_t length = 2 * (size_t)GJ_MAX_JSON_NODES + 1;
    char *text = gj_arena_alloc(arena, length);
    gj_json_tree json;
    gj_error err = { .status = GJ_OK };
    for (size_t i = 0; i < length; i++)
        text[i] = i % 2 ? '1' : ',';
    text[0] = '[';
    text[length - 1] = ']';
    assert_int_equal(parse(arena, (gj_slice){ text, length }, &json, &err), GJ_LIMIT);
    assert_non_null(strstr(err.en, "too many JSON values"));
    gj_arena_free(arena);
}

static void maps_every_value_to_its_place(void **state)
{
    (void)state;
    const char *text = "{\"a/b\": [1, {\"c~\": \"x\\ty\"}],\n \"\\u4e2d\": -2.50}";
    gj_arena *arena = gj_arena_new(0);
    gj_json_tree json;
    gj_error err = { .status = GJ_OK };
    assert_int_equal(parse(arena, gj_slice_of(text), &json, &err), GJ_OK);
    static const struct {
        const char *pointer, *path, *written, *value;
    } expected[] = {
        { "", "", "{\"a/b\": [1, {\"c~\": \"x\\ty\"}],\n \"\\u4e2d\": -2.50}", "" },
        { "/a~1b", "a/b", "[1, {\"c~\": \"x\\ty\"}]", "" },
        { "/a~1b/0", "a/b.0", "1", "1" },
        { "/a~1b/1", "a/b.1", "{\"c~\": \"x\\ty\"}", "" },
        { "/a~1b/1/c~0", "a/b.1.c~", "\"x\\ty\"", "x\ty" },
        { "/中", "中", "-2.50", "-2.50" },
    };
    assert_int_equal(json.count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < json.count; i++) {
        const gj_json_node *node = &json.nodes[i];
        assert_true(gj_slice_is(gj_json_pointer(arena, &json, i), expected[i].pointer));
        assert_true(gj_slice_is(gj_json_path(arena, &json, i, 0), expected[i].path));
        gj_slice written = gj_slice_sub(json.source->bytes, node->span.begin, node->span.end);
        assert_true(gj_slice_is(written, expected[i].written));
        assert_true(gj_slice_is(node->text, expected[i].value));
    }
    assert_int_equal(gj_json_member(&json, 0, "中"), 5);
    assert_int_equal(gj_json_member(&json, 0, "c"), GJ_NOT_FOUND);
    assert_int_equal(gj_json_member(&json, 1, "c"), GJ_NOT_FOUND);
    gj_arena_free(arena);
}

static void maps_escaped_text_byte_by_byte(void **state)
{
    (void)state;
    const char *text = "[\"  甲\\u4e59\\n丙\\ud83d\\ude00丁 \"]";
    gj_arena *arena = gj_arena_new(0);
    gj_json_tree json;
    gj_text whole, line;
    gj_json_lines lines;
    gj_status status;
    gj_error err = { .status = GJ_OK };
    assert_int_equal(parse(arena, gj_slice_of(text), &json, &err), GJ_OK);
    assert_int_equal(gj_json_node_text(arena, &json, 1, &whole, &err), GJ_OK);
    assert_true(gj_slice_is(whole.text, "甲乙\n丙😀丁"));
    assert_int_equal(gj_text_source(&whole, 0), 4);  /* 甲 */
    assert_int_equal(gj_text_source(&whole, 3), 7);  /* \u4e59 */
    assert_int_equal(gj_text_source(&whole, 6), 13); /* \n */
    assert_int_equal(gj_text_source(&whole, 7), 15); /* 丙 */
    assert_int_equal(gj_text_source(&whole, 10), 18);
    assert_int_equal(gj_text_source(&whole, 14), 30); /* 丁 */
    assert_int_equal(gj_json_lines_open(arena, &json, 1, &lines, &err), GJ_OK);
    assert_true(gj_json_lines_next(arena, &lines, &line, &status, &err));
    assert_true(gj_slice_is(line.text, "甲乙"));
    assert_true(gj_json_lines_next(arena, &lines, &line, &status, &err));
    assert_true(gj_slice_is(line.text, "丙😀丁"));
    assert_int_equal(gj_text_source(&line, 0), 15);
    assert_int_equal(gj_text_source(&line, 7), 30);
    assert_int_equal(line.span.begin, 15);
    assert_int_equal(line.span.end, 33);
    assert_false(gj_json_lines_next(arena, &lines, &line, &status, &err));
    assert_int_equal(status, GJ_OK);
    gj_arena_free(arena);
}

static void says_when_memory_runs_out(void **state)
{
    (void)state;
    gj_slice text =
        GJ_LIT("{\"a\":[1,2,3,\"\\u4e2d\"],\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"j\":1}");
    bool passed = false;
    for (size_t cap = 64; !passed && cap < 64 * GJ_KIB; cap += 64) {
        gj_arena *arena = gj_arena_new(cap);
        gj_source *source;
        gj_json_tree json;
        gj_error err = { .status = GJ_OK };
        gj_status status = gj_source_open(arena, GJ_LIT("x"), text, &source, &err);
        if (status == GJ_OK)
            status = gj_json_parse(arena, source, &json, &err);
        assert_true(status == GJ_OK || status == GJ_NOMEM);
        passed = status == GJ_OK;
        gj_arena_free(arena);
    }
    assert_true(passed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_what_the_standard_refuses),
        cmocka_unit_test(accepts_what_the_standard_accepts),
        cmocka_unit_test(limits_depth),
        cmocka_unit_test(limits_the_number_of_values),
        cmocka_unit_test(maps_every_value_to_its_place),
        cmocka_unit_test(maps_escaped_text_byte_by_byte),
        cmocka_unit_test(says_when_memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
