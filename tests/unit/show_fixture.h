/** show_fixture.h - results built by hand, for the tests of core/show.
 *
 * One small ruleset and six reports: failed, clean, to review, unreadable, not checked, and one whose every text is hostile. Figures and sentences
 * are our own. Outcome counts and severities are kept as the judge would count them.
 */
#ifndef GJ_TESTS_SHOW_FIXTURE_H
#define GJ_TESTS_SHOW_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../core/show/show.h"

#define WORDS(zh, en) ((gj_words){ GJ_LIT(zh), GJ_LIT(en) })
#define FIXTURE_RULES 6
#define FIXTURE_REPORTS 6
/* An escape sequence, an override, a line end, quotes, a script's end, a wrong byte, a command of GitHub's. */
#define HOSTILE "\033[2J\xE2\x80\xAE\r\n::error::x \"'</script><!--\\ \xFF%,:" /* 29 characters and a wrong byte */

typedef struct show_fixture {
    gj_ruleset ruleset;
    gj_rule rules[FIXTURE_RULES];
    gj_clause clauses[3];
    gj_slice rule_clauses[3], tags[1], also[1];
    gj_words basis[3];
    gj_result results[FIXTURE_REPORTS]; /* failed clean review unreadable dead hostile */
    gj_rule_outcome outcomes[FIXTURE_REPORTS][FIXTURE_RULES];
    gj_finding failed[4], review[1], hostile[1];
    gj_mark table_marks[3], text_mark, review_mark, hostile_mark;
    gj_cell_ref cells[2];
    gj_equation_text equations[2];
    gj_suggestion suggestions[2];
    gj_exception_ref exception;
    gj_result_notice notice;
    gj_show_options options;
} show_fixture;

static inline gj_slice text_of(const char *text)
{
    return gj_slice_of(text);
}

static inline void fixture_ruleset(show_fixture *f)
{
    static const char *const ids[] = { "T3-002", "T3-003", "T3-020", "XREF-001", "NAR-002", "X-900" };
    static const char *const names[] = { "results-total", "balance",      "blank-cells",
                                         "received",      "five-aspects", "fragile" };
    static const gj_severity severities[] = { GJ_ERROR, GJ_ERROR, GJ_WARNING, GJ_ERROR, GJ_INFO, GJ_WARNING };
    f->clauses[0] = (gj_clause){ .id = GJ_LIT("R1.50"),
                                 .document = WORDS("《甲条例》", "Regulation A"),
                                 .number = GJ_LIT("第1号令"),
                                 .article = WORDS("第五十条", "Article 50"),
                                 .quote = GJ_LIT("年度报告应当包括下列内容"),
                                 .about = WORDS("年度报告的内容", "what a report holds"),
                                 .from = GJ_LIT("2019-05-15"),
                                 .check = GJ_LIT("partly") };
    f->clauses[1] = (gj_clause){ .id = GJ_LIT("F1.t3"),
                                 .document = WORDS("《乙格式》", "Form B"),
                                 .number = GJ_LIT("乙函〔2021〕3号"),
                                 .article = WORDS("表三", "Table 3"),
                                 .about = WORDS("各项相加等于总计", "items add up"),
                                 .from = GJ_LIT("2021-01-01"),
                                 .check = GJ_LIT("automated") };
    f->clauses[2] = (gj_clause){ .id = GJ_LIT("R1.49"),
                                 .document = WORDS("《甲条例》", "Regulation A"),
                                 .number = GJ_LIT("第1号令"),
                                 .article = WORDS("第四十九条", "Article 49"),
                                 .about = WORDS("时间", "when"),
                                 .from = GJ_LIT("2019-05-15"),
                                 .ground = GJ_LOCAL,
                                 .check = GJ_LIT("person") };
    for (size_t i = 0; i < 3; i++) {
        f->rule_clauses[i] = f->clauses[i].id;
        f->basis[i] = f->clauses[i].document;
    }
    f->basis[1] = WORDS("《乙格式》（乙函〔2021〕3号）表三", "Form B, Table 3");
    f->tags[0] = GJ_LIT("table");
    for (size_t i = 0; i < FIXTURE_RULES; i++)
        f->rules[i] = (gj_rule){ .id = text_of(ids[i]),
                                 .name = text_of(names[i]),
                                 .index = i,
                                 .severity = severities[i],
                                 .clauses = f->rule_clauses,
                                 .clause_count = 2,
                                 .title = WORDS("各项之和不等于总计", "Items do not add up"),
                                 .remedy = WORDS("核对各项。", "Check the items."),
                                 .explain = WORDS("总计应等于各项之和。", "A total is the sum of its items."),
                                 .tags = f->tags,
                                 .tag_count = 1 };
    f->ruleset = (gj_ruleset){ .id = GJ_LIT("sample"),
                               .version = GJ_LIT("1.0.0"),
                               .name = WORDS("样例", "Sample"),
                               .rules = f->rules,
                               .rule_count = FIXTURE_RULES,
                               .clauses = f->clauses,
                               .clause_count = 3 };
    memset(f->ruleset.digest, 'a', 64);
}

/* Outcomes by letters, one a rule: P F R A N(not run, because T3-020) B(broken) b(budget). */
static inline void fixture_outcomes(show_fixture *f, size_t report, const char *letters)
{
    gj_result *result = &f->results[report];
    for (size_t i = 0; letters[i]; i++) {
        gj_rule_outcome *o = &f->outcomes[report][i];
        o->rule = f->rules[i].id;
        switch (letters[i]) {
        case 'P':
            o->outcome = GJ_PASS;
            break;
        case 'F':
            o->outcome = GJ_FAIL;
            break;
        case 'R':
            o->outcome = GJ_REVIEW;
            o->because = GJ_LIT("T3-020");
            break;
        case 'A':
            o->outcome = GJ_NOT_APPLICABLE;
            break;
        case 'N':
            o->outcome = GJ_NOT_RUN;
            o->because = GJ_LIT("prior");
            break;
        case 'b':
            o->outcome = GJ_NOT_RUN;
            o->because = GJ_LIT("budget");
            break;
        default:
            o->outcome = GJ_BROKEN;
            o->why = WORDS("rules/x.lua:7: 数字不能相加", "rules/x.lua:7: cannot add");
            break;
        }
        result->counts[o->outcome]++;
        result->outcome_count++;
    }
    result->outcomes = f->outcomes[report];
}

static inline void fixture_table_finding(show_fixture *f)
{
    f->table_marks[0] = (gj_mark){ .line = 58,
                                   .column = 13,
                                   .end_line = 58,
                                   .end_column = 14,
                                   .byte_begin = 900,
                                   .byte_end = 901,
                                   .line_text = GJ_LIT("| | （七）总计 | 5 | 0 | 5 |"),
                                   .primary = true,
                                   .label = WORDS("填 5，应为 6", "is 5, should be 6") };
    f->table_marks[1] = (gj_mark){ .line = 7,
                                   .column = 20,
                                   .end_line = 7,
                                   .end_column = 21,
                                   .byte_begin = 300,
                                   .byte_end = 301,
                                   .line_text = GJ_LIT("| 三、办理结果 | （一）公开 | 4 | 0 | 4 |") };
    f->table_marks[2] = (gj_mark){ .line = 101,
                                   .column = 11,
                                   .end_line = 101,
                                   .end_column = 13,
                                   .byte_begin = 1500,
                                   .byte_end = 1506,
                                   .line_text = GJ_LIT("|\t（二）部分 | １２ | 0 |"),
                                   .label = WORDS("全角", "full-width") };
    f->cells[0] = (gj_cell_ref){ .table = GJ_LIT("requests"),
                                 .row = GJ_LIT("results_total"),
                                 .column = GJ_LIT("natural_person"),
                                 .table_name = WORDS("表三", "Table 3"),
                                 .row_name = WORDS("（七）总计", "Total"),
                                 .column_name = WORDS("甲列", "Column A"),
                                 .text = GJ_LIT("5"),
                                 .kind = GJ_CELL_INTEGER,
                                 .value = 5 * GJ_ONE,
                                 .line = 58,
                                 .column_no = 13 };
    f->cells[1] = (gj_cell_ref){ .table = GJ_LIT("requests"),
                                 .row = GJ_LIT("granted"),
                                 .column = GJ_LIT("natural_person"),
                                 .table_name = WORDS("表三", "Table 3"),
                                 .row_name = WORDS("（一）公开", "Granted"),
                                 .column_name = WORDS("甲列", "Column A"),
                                 .kind = GJ_CELL_BLANK,
                                 .line = 7,
                                 .column_no = 20 };
    f->equations[0] = (gj_equation_text){ .rule = GJ_LIT("T3-002"),
                                          .words = WORDS("4 + 2 = 6 ≠ 5（差 1）", "4 + 2 = 6 ≠ 5 (off by 1)"),
                                          .place = WORDS("表三“甲列”一列", "Table 3, column A"),
                                          .line = 58 };
    f->equations[1] = (gj_equation_text){ .rule = GJ_LIT("T3-003"),
                                          .words = WORDS("6 + 0 ≠ 5 + 0，差 1", "6 + 0 ≠ 5 + 0, off by 1"),
                                          .place = WORDS("表三“甲列”一列", "Table 3, column A"),
                                          .line = 58 };
    f->suggestions[0] = (gj_suggestion){ .count = 1 };
    f->suggestions[0].cells[0] = (gj_suggestion_cell){ .table = GJ_LIT("requests"),
                                                       .row = GJ_LIT("results_total"),
                                                       .column = GJ_LIT("natural_person"),
                                                       .name = WORDS("（七）总计 × 甲列", "Total × column A"),
                                                       .from = 5 * GJ_ONE,
                                                       .to = 6 * GJ_ONE,
                                                       .from_text = GJ_LIT("5"),
                                                       .line = 58 };
    f->also[0] = GJ_LIT("T3-003");
    f->failed[0] = (gj_finding){ .rule = GJ_LIT("T3-002"),
                                 .name = GJ_LIT("results-total"),
                                 .outcome = GJ_FAIL,
                                 .severity = GJ_ERROR,
                                 .title = WORDS("各项之和不等于总计", "Items do not add up"),
                                 .message = WORDS("表三“甲列”一列：各项办理结果之和为 6，（七）总计填 5",
                                                  "Table 3, column A: the results add up to 6, the total is 5"),
                                 .remedy = WORDS("核对“甲列”一列各项办理结果。", "Check the results in column A."),
                                 .clauses = &f->rule_clauses[1],
                                 .basis = &f->basis[1],
                                 .clause_count = 1,
                                 .section = GJ_LIT("requests"),
                                 .place = GJ_LIT("requests.results_total.natural_person"),
                                 .marks = f->table_marks,
                                 .mark_count = 3,
                                 .cells = f->cells,
                                 .cell_count = 2,
                                 .equations = f->equations,
                                 .equation_count = 2,
                                 .also = f->also,
                                 .also_count = 1,
                                 .suggestions = f->suggestions,
                                 .suggestion_count = 1,
                                 .suggestion_total = 1 };
    memset(f->failed[0].fingerprint, '1', 64);
}

static inline void fixture_other_findings(show_fixture *f)
{
    f->text_mark = (gj_mark){ .line = 21,
                              .column = 9,
                              .end_line = 21,
                              .end_column = 16,
                              .byte_begin = 500,
                              .byte_end = 511,
                              .line_text = GJ_LIT("2024年，我镇收到申请12件，均已答复。"),
                              .primary = true };
    f->failed[1] = (gj_finding){ .rule = GJ_LIT("XREF-001"),
                                 .name = GJ_LIT("received"),
                                 .outcome = GJ_FAIL,
                                 .severity = GJ_WARNING,
                                 .ground = GJ_PRACTICE,
                                 .message = WORDS("正文说收到 12 件，表三为 6 件", "the text says 12, table 3 says 6"),
                                 .remedy = WORDS("改正其中一处。", "Put one of them right."),
                                 .clauses = f->rule_clauses,
                                 .basis = f->basis,
                                 .clause_count = 1,
                                 .section = GJ_LIT("overview"),
                                 .place = GJ_LIT("overview"),
                                 .quote = GJ_LIT("收到申请12件"),
                                 .marks = &f->text_mark,
                                 .mark_count = 1 };
    memset(f->failed[1].fingerprint, '2', 64);
    f->failed[2] = f->failed[1];
    f->failed[2].rule = GJ_LIT("NAR-002");
    f->failed[2].name = GJ_LIT("five-aspects");
    f->failed[2].severity = GJ_INFO;
    f->failed[2].ground = GJ_LOCAL;
    memset(f->failed[2].fingerprint, '3', 64);
    f->exception = (gj_exception_ref){ GJ_LIT("上级已批复"), GJ_LIT("县政务公开办"), GJ_LIT("2025-12-31") };
    f->failed[3] = f->failed[0];
    f->failed[3].exception = &f->exception;
    memset(f->failed[3].fingerprint, '4', 64);
    f->review_mark = f->text_mark;
    f->review[0] = f->failed[1];
    f->review[0].outcome = GJ_REVIEW;
    f->review[0].rule = GJ_LIT("T3-020");
    f->review[0].name = GJ_LIT("blank-cells");
    f->review[0].message = WORDS("表三有空格，应填 0 还是漏填，请核实", "Table 3 has a blank cell: 0, or left out?");
    memset(f->review[0].fingerprint, '5', 64);
    f->hostile_mark = (gj_mark){ .line = 1,
                                 .column = 3,
                                 .end_line = 1,
                                 .end_column = 5,
                                 .line_text = gj_slice_of(HOSTILE),
                                 .primary = true,
                                 .label = { gj_slice_of(HOSTILE), gj_slice_of(HOSTILE) },
                                 .pointer = gj_slice_of(HOSTILE) };
    f->hostile[0] = f->failed[1];
    f->hostile[0].severity = GJ_ERROR;
    f->hostile[0].message = f->hostile[0].remedy = f->hostile[0].title =
        (gj_words){ gj_slice_of(HOSTILE), gj_slice_of(HOSTILE) };
    f->hostile[0].quote = gj_slice_of(HOSTILE);
    f->hostile[0].place = gj_slice_of(HOSTILE);
    f->hostile[0].marks = &f->hostile_mark;
    memset(f->hostile[0].fingerprint, '6', 64);
}

static inline void fixture_identity(gj_result *result)
{
    memset(result->sha256, 'b', 64);
    result->format = GJ_LIT("markdown");
    result->title = GJ_LIT("青石镇人民政府2024年政府信息公开工作年度报告");
    result->year = 2024;
    result->year_origin = GJ_LIT("inferred");
    result->form = GJ_LIT("2021");
    result->name = (gj_known_text){ GJ_LIT("青石镇人民政府"), GJ_LIT("inferred") };
    result->level = (gj_known_text){ GJ_LIT("township"), GJ_LIT("inferred") };
    result->kind = (gj_known_text){ GJ_LIT("government"), GJ_LIT("flag") };
    result->deselected = 2;
}

static inline void fixture_error(gj_error *error, const char *zh, const char *en)
{
    error->line = 3;
    error->column = 5;
    memcpy(error->zh, zh, strlen(zh) + 1);
    memcpy(error->en, en, strlen(en) + 1);
}

/** Everything at once; the struct refers to itself, so it may not be copied. */
static inline void fixture_init(show_fixture *f)
{
    static const char *const paths[] = { "2024/青石镇.md",  "2024/白水乡.md", "2024/李庄镇.md",
                                         "2024/黑 山.docx", "2024/长河局.md", HOSTILE ".md" };
    memset(f, 0, sizeof *f);
    fixture_ruleset(f);
    fixture_table_finding(f);
    fixture_other_findings(f);
    for (size_t i = 0; i < FIXTURE_REPORTS; i++) {
        f->results[i].path = gj_slice_of(paths[i]);
        if (i != 3 && i != 4)
            fixture_identity(&f->results[i]);
    }
    fixture_outcomes(f, 0, "FFPFFN");
    f->results[0].findings = f->failed;
    f->results[0].finding_count = 4;
    f->results[0].severities[GJ_ERROR] = f->results[0].severities[GJ_WARNING] = f->results[0].severities[GJ_INFO] = 1;
    f->results[0].excepted = 1;
    f->notice =
        (gj_result_notice){ .kind = GJ_LIT("unbound_row"),
                            .words = WORDS("表三有一行不是格式中的行", "a line of table 3 is no row of the form"),
                            .text = GJ_LIT("小计"),
                            .line = 44,
                            .column = 3 };
    f->results[0].notices = &f->notice;
    f->results[0].notice_count = f->results[0].notice_total = 1;
    fixture_outcomes(f, 1, "PPPPAP");
    fixture_outcomes(f, 2, "RRRPPP");
    f->results[2].findings = f->review;
    f->results[2].finding_count = 1;
    f->results[2].reviews = 1;
    f->results[3].status = GJ_UNREADABLE;
    fixture_error(&f->results[3].error, "不是能读取的格式，请另存为 Markdown 或 JSON",
                  "not a format that can be read; save it as Markdown or JSON");
    f->results[4].status = GJ_NOT_CHECKED;
    fixture_error(&f->results[4].error, "检查超时，已停止", "the check took too long and was stopped");
    fixture_outcomes(f, 5, "PPPFbB");
    f->results[5].findings = f->hostile;
    f->results[5].finding_count = 1;
    f->results[5].severities[GJ_ERROR] = 1;
    f->options = (gj_show_options){ .ambiguous = 1,
                                    .version = GJ_LIT("0.1.0"),
                                    .today = GJ_LIT("2025-03-01"),
                                    .command = GJ_LIT("gouji check 2024"),
                                    .ruleset = &f->ruleset };
}

/** All reports through a format; `flush` clears the buffer between calls, as the CLI does, and collects the pieces. */
static inline gj_status fixture_show(const show_fixture *f, const char *format, gj_buffer *out, gj_totals *totals,
                                     bool flush)
{
    const gj_show_format *how = gj_show_format_by_name(gj_slice_of(format));
    gj_shower shower;
    gj_buffer piece;
    gj_buffer_init(&piece, 0);
    memset(totals, 0, sizeof *totals);
    totals->complete = true;
    gj_buffer *to = flush ? &piece : out;
    gj_status status = gj_shower_open(how, &f->options, &shower);
    if (!status)
        status = how->begin(&shower, to);
    for (size_t i = 0; i < FIXTURE_REPORTS && !status; i++) {
        gj_totals_add(totals, &f->results[i]);
        gj_buffer_add(out, gj_buffer_slice(&piece));
        gj_buffer_clear(&piece);
        status = how->report(&shower, &f->results[i], to);
    }
    gj_buffer_add(out, gj_buffer_slice(&piece));
    gj_buffer_clear(&piece);
    if (!status)
        status = how->end(&shower, totals, to);
    gj_buffer_add(out, gj_buffer_slice(&piece));
    gj_buffer_free(&piece);
    gj_shower_close(&shower);
    return status;
}

#endif
