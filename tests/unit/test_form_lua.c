/* Forms, issuers and claims from Lua: what is read, and how a slip is told. */
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>
#include <lauxlib.h>
#include <lualib.h>

#include "../../core/bind/form_lua.h"
#include "../../core/bind/labels.h"
#include "support_forms.h"

typedef struct reading {
    lua_State *L;
    gj_arena *arena;
    gj_matcher *matcher;
    gj_error err;
} reading;

static int open_lua(void **state)
{
    static reading r;
    memset(&r, 0, sizeof r);
    r.L = luaL_newstate();
    r.arena = gj_arena_new(0);
    assert_non_null(r.L);
    luaL_openlibs(r.L);
    assert_int_equal(gj_matcher_new(&r.matcher, &r.err), GJ_OK);
    *state = &r;
    return 0;
}

static int close_lua(void **state)
{
    reading *r = *state;
    gj_matcher_free(r->matcher);
    gj_arena_free(r->arena);
    lua_close(r->L);
    return 0;
}

static gj_fields push(reading *r, const char *code)
{
    memset(&r->err, 0, sizeof r->err);
    lua_settop(r->L, 0);
    if (luaL_dostring(r->L, code) != LUA_OK)
        fail_msg("%s", lua_tostring(r->L, -1));
    return (
        gj_fields){ .L = r->L, .index = 1, .arena = r->arena, .where = "test.lua", .status = GJ_RULES, .err = &r->err };
}

#define FORM(rows, more)                                                                                                 \
    "return { id = 'x', name = { zh = '甲', en = 'x' }, from = 2020, sections = {{ key = 's', number = '一', title = " \
    "'甲情况', "                                                                                                      \
    "keywords = { '甲' } }}, tables = {{ key = 't', section = 's', shape = 'matrix', columns = {{ key = 'a', label = "  \
    "'子' }, "                                                                                                          \
    "{ key = 'b', label = '丑' }}, rows = {" rows "} " more "}} }"

static void form_fields(void **state)
{
    reading *r = *state;
    gj_fields f = push(
        r,
        FORM("{ key = 'one.first', label = '1.甲、乙', columns = 'b', may_be_negative = { 'b' }, "
             "decimal = true, variants = { '（1）甲乙 ' } }",
             ", owners = { missing = 'A-1', row = 'A-2' }, note = '注（一）', marks = { '甲、乙' }, "
             "heads = { { label = '全、部', first = 'a', last = 'b' }, { label = '丑', first = 'b', last = 'b' } }"));
    gj_form form;
    assert_int_equal(gj_form_from_lua(&f, &form), GJ_OK);
    assert_int_equal(form.from, 2020);
    assert_int_equal(form.to, 0);
    const gj_form_table *table = gj_form_table_by_key(&form, GJ_LIT("t"));
    assert_non_null(table);
    assert_int_equal(table->shape, GJ_SHAPE_MATRIX);
    test_same(table->name.en, "t");
    test_same(table->rows[0].name.en, "one first");
    test_same(table->rows[0].name.zh, "1.甲、乙");
    assert_int_equal(table->rows[0].columns, 2);
    assert_int_equal(table->rows[0].may_be_negative, 2);
    assert_true(table->rows[0].decimal);
    test_same(table->missing_rule, "A-1");
    test_same(table->row_rule, "A-2");
    test_same(table->marks[0], "甲乙");
    assert_int_equal(table->head_count, 2);
    test_same(table->heads[0].label, "全、部");
    test_same(table->heads[0].key, "全部");
    assert_int_equal(table->heads[1].first, 1);
    assert_int_equal(gj_form_row_index(table, GJ_LIT("one.first")), 0);
    assert_int_equal(gj_form_column_index(table, GJ_LIT("c")), GJ_NOT_FOUND);
    gj_label label;
    assert_true(gj_label_read(r->arena, GJ_LIT("①　甲，乙。"), &label));
    const gj_label_entry *entry = gj_label_find_in(form.labels, &label, GJ_LABEL_ROW, 0);
    assert_non_null(entry);
    assert_true(entry->statutory); /* the variant is the same label, typed otherwise */
    assert_int_equal(label.number, 1);
    assert_int_equal(lua_gettop(r->L), 1);
}

static void form_slips(void **state)
{
    reading *r = *state;
    static const struct {
        const char *code, *says;
    } cases[] = {
        { "return {}", "id" },
        { FORM("", ""), "rows" },
        { FORM("{ key = 'one' }", ""), "label" },
        { FORM("{ key = 'one', label = '甲', colums = 'a' }", ""), "colums" },
        { FORM("{ key = 'one', label = '甲', columns = { 'z' } }", ""), "columns" },
        { FORM("{ key = 'one', label = '甲' }, { key = 'one', label = '乙' }", ""), "key" },
        { FORM("{ key = 'one', label = '甲' }", ", owners = { blank = 1 }"), "blank" },
        { FORM("{ key = 'one', label = '甲' }", ", owners = 'A'"), "owners" },
        { FORM("3", ""), "rows" },
        { FORM("{ key = 'one', label = '甲' }", ", heads = { { label = '全', first = 'a', last = 'z' } }"), "last" },
        { FORM("{ key = 'one', label = '甲' }", ", heads = { { label = '全', first = 'b', last = 'a' } }"), "last" },
        { FORM("{ key = 'one', label = '甲' }", ", heads = { { first = 'a', last = 'b' } }"), "label" },
        { FORM("{ key = 'one', label = '甲' }",
               ", heads = { { label = '内', first = 'a', last = 'a' }, { label = '外', first = 'a', last = 'b' } }"),
          "overlaps" },
        { "return { id = 'x', name = { zh = '甲', en = 'x' }, from = 1, sections = {{ key = 's', number = '一', title "
          "= '甲', keywords = '甲' }},"
          "tables = {{ key = 't', section = 'z', shape = 'flat', columns = {{ key = 'a', label = '甲' }}, rows = {{ "
          "key = 'r', label = '乙' }} }} }",
          "section" },
        { "return { id = 'x', name = { zh = '甲', en = 'x' }, from = 1, sections = {{ key = 's', number = '一', title "
          "= '甲', keywords = '甲' }},"
          "tables = {{ key = 't', section = 's', shape = 'round' }} }",
          "shape" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gj_fields f = push(r, cases[i].code);
        gj_form form;
        assert_int_equal(gj_form_from_lua(&f, &form), GJ_RULES);
        if (!strstr(r->err.en, cases[i].says) && !strstr(r->err.where, cases[i].says))
            fail_msg("%s: %s", r->err.where, r->err.en);
        assert_int_equal(lua_gettop(r->L), 1);
    }
}

/* {n} reads a whole quantity, however greedy the words before it are. */
static void claim_quantities(void **state)
{
    reading *r = *state;
    static const struct {
        const char *text, *number;
    } cases[] = {
        { "收到申请12件", "12" },   { "收到 12 件", "12" },
        { "收到1,234件", "1,234" }, { "收到３，６４６件", "３，６４６" },
        { "收到1.2万件", "1.2万" }, { "收到三十二件", "三十二" },
        { "收到1800余件", "1800" }, { "收到二百六十一多件", "二百六十一" },
        { "收到5,12件", "12" },
    };
    size_t times;
    gj_slice source = gj_claim_pattern_source(r->arena, GJ_LIT("收到.*{n}件"), &times);
    gj_pattern *pattern;
    assert_int_equal(times, 1);
    assert_int_equal(gj_pattern_new(r->matcher, source, true, &pattern, &r->err), GJ_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gj_match match;
        gj_slice text = gj_slice_of(cases[i].text);
        if (gj_pattern_search(pattern, text, 0, &match, &r->err) != GJ_MATCH_FOUND)
            fail_msg("%s", cases[i].text);
        gj_span n = match.groups[gj_pattern_group(pattern, "n")];
        test_same(gj_slice_sub(text, n.begin, n.end), cases[i].number);
    }
}

/* The short form of {n} is used only where it reads what the full one reads. */
static void plain_quantities(void **state)
{
    reading *r = *state;
    static const char *const not_plain[] = {
        "收到 12件",  "收到12 件",    "收到1,234件", "收到1，234件", "收到３件",     "收到1.2件",  "收到12万件",
        "收到约12件", "收到超过12件", "收到12余件",  "收到三十二件", "一次收到12件", "收到　12件", "收到十余件",
    };
    for (size_t i = 0; i < sizeof not_plain / sizeof *not_plain; i++)
        if (gj_quantity_plain(gj_slice_of(not_plain[i])))
            fail_msg("%s", not_plain[i]);
    static const char *const plain[] = { "收到12件", "2024年，收到12件，办结7件。", "一、收到12件", "统一收到12.", "" };
    const gj_slice written = GJ_LIT(".{0,9}?到{n}");
    size_t times;
    gj_pattern *full, *brief;
    assert_int_equal(
        gj_pattern_new(r->matcher, gj_claim_pattern_source(r->arena, written, &times), true, &full, &r->err), GJ_OK);
    assert_int_equal(
        gj_pattern_new(r->matcher, gj_claim_pattern_plain(r->arena, written, &times), true, &brief, &r->err), GJ_OK);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        gj_match a = { 0 }, b = { 0 };
        gj_slice text = gj_slice_of(plain[i]);
        assert_true(gj_quantity_plain(text));
        assert_int_equal(gj_pattern_search(full, text, 0, &a, &r->err), gj_pattern_search(brief, text, 0, &b, &r->err));
        assert_int_equal(a.whole.begin, b.whole.begin);
        assert_int_equal(a.whole.end, b.whole.end);
    }
}

static void claims(void **state)
{
    reading *r = *state;
    gj_claim_kind *kinds;
    size_t count;
    gj_fields f = push(r, "return {{ key = 'k', name = { zh = '甲', en = 'k' }, units = { '件' }, patterns = {{ "
                          "'收到{n}件', needles = '收到', unless = '上年' }, "
                          "{ '未收到', zero = true }}, ties = {{ cells = { 't.r.c', '-t.s.c' }, unstated = true }} }}");
    assert_int_equal(gj_claims_from_lua(&f, r->matcher, &kinds, &count), GJ_OK);
    assert_int_equal(count, 1);
    assert_int_equal(kinds[0].pattern_count, 2);
    assert_true(kinds[0].patterns[1].zero && kinds[0].patterns[0].unless && !kinds[0].patterns[1].unless);
    assert_true(kinds[0].ties[0].unstated);
    test_same(kinds[0].ties[0].cells[1], "-t.s.c");
    static const char *const slips[] = {
        "return {{ key = 'k', name = { zh = '甲', en = 'k' }, patterns = {{ '收到件' }} }}",
        "return {{ key = 'k', name = { zh = '甲', en = 'k' }, patterns = {{ '{n}{n}' }} }}",
        "return {{ key = 'k', name = { zh = '甲', en = 'k' }, patterns = {{ '{n}', unles = 'x' }} }}",
        "return {{ key = 'k', name = { zh = '甲', en = 'k' }, patterns = {{ zero = true }} }}",
        "return {{ key = 'k', patterns = {{ '{n}' }} }}"
    };
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        f = push(r, slips[i]);
        assert_int_equal(gj_claims_from_lua(&f, r->matcher, &kinds, &count), GJ_RULES);
        assert_true(strlen(r->err.zh) && strlen(r->err.en));
        assert_int_equal(lua_gettop(r->L), 1);
    }
}

static void joining_words(void **state)
{
    reading *r = *state;
    gj_joints joints = { .word_count = 0 };
    gj_fields f =
        push(r, "return { opens = { '其中' }, compares = '比', none = { '比如', '占比' }, alike = { '条', '件' } }");
    assert_int_equal(gj_joints_from_lua(&f, &joints), GJ_OK);
    const gj_slice text = GJ_LIT("其中比如比其");
    assert_int_equal(gj_joint_at(&joints, text, 0)->joint, GJ_JOINT_OPENS);
    assert_int_equal(gj_joint_at(&joints, text, 6)->joint, GJ_JOINT_NONE); /* the longer word */
    assert_int_equal(gj_joint_at(&joints, text, 12)->joint, GJ_JOINT_COMPARES);
    assert_null(gj_joint_at(&joints, text, 15)); /* cut short */
    assert_int_equal(joints.alike_count, 2);
    static const char *const slips[] = { "return { opens = { 'a' } }", "return { opens = { 5 } }",
                                         "return { opnes = { '其中' } }" };
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        f = push(r, slips[i]);
        assert_int_equal(gj_joints_from_lua(&f, &joints), GJ_RULES);
        assert_true(strlen(r->err.zh) && strlen(r->err.en));
    }
}

static void numbers_of_labels(void **state)
{
    reading *r = *state;
    static const struct {
        const char *text, *key;
        int number;
        gj_number_style style;
    } cases[] = {
        { "一、 总体", "总体", 1, GJ_STYLE_HAN },
        { "十二.甲", "甲", 12, GJ_STYLE_HAN },
        { "（三）甲", "甲", 3, GJ_STYLE_HAN_BRACKET },
        { "( 三 ) 甲", "甲", 3, GJ_STYLE_HAN_BRACKET },
        { "㈢甲", "甲", 3, GJ_STYLE_HAN_BRACKET },
        { "1.甲", "甲", 1, GJ_STYLE_DIGIT },
        { "１、甲", "甲", 1, GJ_STYLE_DIGIT },
        { "2）甲", "甲", 2, GJ_STYLE_DIGIT },
        { "（2）甲", "甲", 2, GJ_STYLE_DIGIT_BRACKET },
        { "③甲", "甲", 3, GJ_STYLE_CIRCLE },
        { "第二部分 甲", "甲", 2, GJ_STYLE_HAN },
        { "一甲", "一甲", 0, GJ_STYLE_NONE },
        { "2024年甲", "2024年甲", 0, GJ_STYLE_NONE },
        { "甲、“乙”（丙）", "甲乙丙", 0, GJ_STYLE_NONE },
        { "ＡＢ Ｃ", "abc", 0, GJ_STYLE_NONE },
        { "（", "", 0, GJ_STYLE_NONE },
        { "三", "三", 0, GJ_STYLE_NONE },
        { "", "", 0, GJ_STYLE_NONE },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gj_label label;
        assert_true(gj_label_read(r->arena, gj_slice_of(cases[i].text), &label));
        test_same(label.key, cases[i].key);
        assert_int_equal(label.number, cases[i].number);
        assert_int_equal(label.style, cases[i].style);
    }
    assert_int_equal(gj_label_nearness(GJ_LIT("甲乙丙丁"), GJ_LIT("甲乙丙丁")), 100);
    assert_int_equal(gj_label_nearness(GJ_LIT("甲乙丙丁"), GJ_LIT("甲乙戊丁")), 33);
    assert_int_equal(gj_label_nearness(GJ_LIT("甲"), GJ_LIT("甲")), 100);
    assert_int_equal(gj_label_nearness(GJ_LIT(""), GJ_LIT("甲乙")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(form_fields, open_lua, close_lua),
        cmocka_unit_test_setup_teardown(form_slips, open_lua, close_lua),
        cmocka_unit_test_setup_teardown(claim_quantities, open_lua, close_lua),
        cmocka_unit_test_setup_teardown(plain_quantities, open_lua, close_lua),
        cmocka_unit_test_setup_teardown(claims, open_lua, close_lua),
        cmocka_unit_test_setup_teardown(joining_words, open_lua, close_lua),
        cmocka_unit_test_setup_teardown(numbers_of_labels, open_lua, close_lua),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
