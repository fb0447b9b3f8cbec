#include "support_ruleset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static const char pack[] =
    "return { id = 'small', version = '1.0.0', name = { zh = '小规则集', en = 'small' }, forms = { 'form' }, clauses = "
    "'clauses', "
    "claims = 'claims', relations = 'relations', words = { 'terms' }, rules = { 'owners', 'rules' }, title = "
    "[[^(?<name>.+?站)(?<year>\\d{4})年度统计报告$]], "
    "other_year = [[去年]], report_hints = { '统计报告' }, owners = { section = 'S-001', issuer = 'S-001', "
    "out_of_scope = '' } }";

static const char form[] =
    "return { id = 'f1', name = { zh = '格式一', en = 'form one' }, from = 2020, sections = {"
    " { key = 'figures', number = '一', title = '数字情况', keywords = { '数字情况' } },"
    " { key = 'words', number = '二', title = '文字情况', keywords = { '文字情况' } } },"
    " tables = { { key = 'sums', title = '表一', name = { zh = '表一', en = 'Table 1' }, section = 'figures', shape = "
    "'matrix',"
    "  columns = { { key = 'a', label = '甲类', name = { zh = '甲类', en = 'kind a' } },"
    "   { key = 'b', label = '乙类', name = { zh = '乙类', en = 'kind b' } },"
    "   { key = 'total', label = '合计', name = { zh = '合计', en = 'total' } } },"
    "  rows = { { key = 'first', label = '第一项', name = { zh = '第一项', en = 'first' } },"
    "   { key = 'second', label = '第二项', name = { zh = '第二项', en = 'second' } },"
    "   { key = 'all', label = '总计', name = { zh = '总计', en = 'all' } } },"
    "  marks = { '甲类' }, anchors = { '甲类', '乙类' },"
    "  owners = { missing = 'M-001', blank = 'B-001', row = 'L-001', column = 'L-001', text = 'X-001' } } } }";

static const char clauses[] =
    "return { { id = 'C.1', document = { zh = '统计办法', en = 'Statistics rules' }, number = '某令第1号', article = { "
    "zh = '第二条', en = 'article 2' },"
    " about = { zh = '合计', en = 'totals' }, from = '2000-01-01', ground = 'national', check = 'automated' },"
    " { id = 'C.0', document = { zh = '旧办法', en = 'Old rules' }, number = '旧令', article = { zh = '第一条', en = "
    "'article 1' },"
    " about = { zh = '旧', en = 'old' }, to = '2019-12-31', ground = 'national', check = 'automated' },"
    " { id = 'P.1', document = { zh = '写作惯例', en = 'Usage' }, article = { zh = '', en = '' }, about = { zh = "
    "'惯例', en = 'usage' },"
    " ground = 'practice', check = 'partly' } }";

static const char claims[] = "return { { key = 'letters', name = { zh = '来信数', en = 'letters' }, units = { '件' },"
                             " patterns = { { [[收到来信{n}]], needles = { '来信' } } },"
                             " ties = { { cells = { 'sums.first.total' }, reading = { zh = '第一项', en = 'first' } },"
                             "  { cells = { 'sums.first.total', 'sums.second.total' }, reading = { zh = '两项', en = "
                             "'both' }, unstated = true } } } }";

/* A word in short, one with a field, a guard, single characters. */
static const char terms[] =
    "return { '认真→用心', { '来信', '信件', note = 'twice' }, '办结', '结。→结束。', '#件→#封', pairs = '辦办國国' }";

static const char relations[] =
    "return { opens = '其中', rest = '其他', share = '占', compares = '比', up = '增长', down = '下降' }";

#define OWNER(id, name) RULE(id, name, "check = function() end")
static const char owners[] = OWNER("S-001", "section") OWNER("M-001", "table") OWNER("L-001", "lines")
    OWNER("X-001", "text") OWNER("B-001", "blank");

const char test_markdown[] = "# 青石站2024年度统计报告\n"
                             "\n"
                             "本报告自编，只作测试。\n"
                             "\n"
                             "## 一、数字情况\n"
                             "\n"
                             "全年收到来信3件。其余不计。\n"
                             "\n"
                             "| 项目 | 甲类 | 乙类 | 合计 |\n"
                             "|---|---|---|---|\n"
                             "| 第一项 | 1 | 2 | 3 |\n"
                             "| 第二项 | 4 | 0 | 4 |\n"
                             "| 总计 | 5 | 2 | 7 |\n"
                             "\n"
                             "## 二、文字情况\n"
                             "\n"
                             "我站认真办理，按时办结。\n";

const char test_json[] =
    "{\"schema\":\"gouji/report@1\",\"form\":\"f1\",\"title\":\"青石站2024年度统计报告\",\"year\":2024,\n"
    "\"sections\":{\"figures\":{\"title\":\"一、数字情况\",\"text\":[\"全年收到来信3件。其余不计。\"]},\n"
    "\"words\":{\"title\":\"二、文字情况\",\"text\":[\"我站认真办理，按时办结。\"]}},\n"
    "\"tables\":{\"sums\":{\"first\":{\"a\":1,\"b\":2,\"total\":3},\n"
    "\"second\":{\"a\":4,\"b\":0,\"total\":4},\n"
    "\"all\":{\"a\":5,\"b\":2,\"total\":7}}}}\n";

static void write_file(const char *folder, const char *name, const char *text)
{
    char path[256];
    (void)snprintf(path, sizeof path, "%s/%s.lua", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

static void remove_files(const char *folder)
{
    static const char *const names[] = { "pack", "form", "clauses", "claims", "relations", "terms", "owners", "rules" };
    char path[256];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        (void)snprintf(path, sizeof path, "%s/%s.lua", folder, names[i]);
        (void)unlink(path);
    }
    (void)rmdir(folder);
}

gj_ruleset *test_ruleset(const char *rules)
{
    char folder[] = "/tmp/gouji-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    write_file(folder, "pack", pack);
    write_file(folder, "form", form);
    write_file(folder, "clauses", clauses);
    write_file(folder, "claims", claims);
    write_file(folder, "terms", terms);
    write_file(folder, "relations", relations);
    write_file(folder, "owners", owners);
    write_file(folder, "rules", rules);
    gj_ruleset *ruleset = NULL;
    gj_error err = { .status = GJ_OK };
    gj_status status = gj_ruleset_open(gj_slice_of(folder), NULL, 0, &ruleset, &err);
    remove_files(folder);
    if (status != GJ_OK)
        fail_msg("%s:%zu: %s", err.where, err.line, err.en);
    return ruleset;
}

gj_result *test_judge(gj_arena *arena, gj_ruleset *ruleset, const char *text, const gj_check_options *options)
{
    static const gj_check_options defaults = { .judge = { .today = { "2025-02-01", 10 } } };
    gj_result *result = NULL;
    gj_error err = { .status = GJ_OK };
    if (gj_check(arena, ruleset, GJ_LIT("report"), gj_slice_of(text), options ? options : &defaults, &result, &err) !=
        GJ_OK)
        fail_msg("%s", err.en);
    if (result->status != GJ_CHECKED)
        fail_msg("not checked: %s", result->error.en);
    size_t sum = 0;
    for (size_t i = 0; i < GJ_OUTCOMES; i++)
        sum += result->counts[i];
    assert_int_equal(sum, result->outcome_count); /* conservation, in every test */
    assert_int_equal(result->outcome_count + result->deselected, ruleset->rule_count);
    return result;
}

const char *test_with(gj_arena *arena, const char *text, const char *old, const char *new_text)
{
    const char *at = strstr(text, old);
    assert_non_null(at);
    return gj_arena_format(arena, "%.*s%s%s", (int)(at - text), text, new_text, at + strlen(old)).data;
}

const gj_rule_outcome *test_outcome(const gj_result *result, const char *rule)
{
    for (size_t i = 0; i < result->outcome_count; i++)
        if (gj_slice_is(result->outcomes[i].rule, rule))
            return &result->outcomes[i];
    fail_msg("no outcome of %s", rule);
    return NULL;
}

size_t test_count(const gj_result *result, const char *rule)
{
    size_t count = 0;
    for (size_t i = 0; i < result->finding_count; i++)
        count += gj_slice_is(result->findings[i].rule, rule);
    return count;
}

const gj_finding *test_finding(const gj_result *result, const char *rule)
{
    assert_int_equal(test_count(result, rule), 1);
    for (size_t i = 0; i < result->finding_count; i++)
        if (gj_slice_is(result->findings[i].rule, rule))
            return &result->findings[i];
    return NULL;
}
