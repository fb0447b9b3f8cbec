/** Sums at the end of the text, and what rules left undecided. */
#include "../escape.h"
#include "../words.h"
#include "text.h"

void gj_text_outcomes(gj_buffer *out, gj_lang lang, const size_t counts[GJ_OUTCOMES])
{
    for (int i = 0; i < GJ_OUTCOMES; i++)
        gj_buffer_format(out, "%s%s %zu", i ? " · " : "", gj_word_outcome((gj_outcome)i, lang), counts[i]);
}

static const char *separator(gj_lang lang)
{
    return GJ_PICK(lang, "、", ", ");
}

/* Outcomes that another rule or circumstance explains. That last year's report is not there is said once for the whole run. */
static bool grouped(const gj_rule_outcome *outcome)
{
    if (outcome->outcome == GJ_NOT_RUN && gj_slice_is(outcome->because, "prior"))
        return false;
    if (gj_slice_equal(outcome->because, outcome->rule))
        return false; /* it has a finding of its own */
    return outcome->outcome == GJ_NOT_RUN || (outcome->outcome == GJ_REVIEW && outcome->because.len);
}

/* Whether no outcome before it had the same reason, so that each group is said once. */
static bool first_of_group(const gj_result *result, size_t index)
{
    const gj_rule_outcome *mine = &result->outcomes[index];
    for (size_t i = 0; i < index; i++)
        if (grouped(&result->outcomes[i]) && result->outcomes[i].outcome == mine->outcome &&
            gj_slice_equal(result->outcomes[i].because, mine->because))
            return false;
    return true;
}

static void reason(gj_buffer *text, gj_lang lang, const gj_rule_outcome *outcome)
{
    const char *word = gj_word_because(outcome->because, lang);
    gj_slice why = gj_say(outcome->why, lang);
    if (word) {
        gj_buffer_text(text, word);
    } else if (outcome->because.len) {
        gj_buffer_text(text, GJ_PICK(lang, "要先解决 ", "first settle "));
        gj_buffer_add(text, outcome->because);
    } else if (why.len) {
        gj_buffer_add(text, why);
    } else {
        gj_buffer_text(text, GJ_PICK(lang, "缺少所需内容", "what it needs is missing"));
    }
}

static void group(gj_buffer *out, const gj_show_options *options, const gj_result *result, size_t index)
{
    const gj_rule_outcome *first = &result->outcomes[index];
    gj_buffer text;
    gj_buffer_init(&text, 0);
    size_t count = 0;
    for (size_t i = index; i < result->outcome_count; i++) {
        const gj_rule_outcome *other = &result->outcomes[i];
        if (!grouped(other) || other->outcome != first->outcome || !gj_slice_equal(other->because, first->because))
            continue;
        gj_buffer_text(&text, count++ ? separator(options->lang) : "");
        gj_buffer_add(&text, other->rule);
    }
    gj_buffer_format(&text, GJ_PICK(options->lang, "（%zu 条）：", " (%zu): "), count);
    reason(&text, options->lang, first);
    if (text.failed)
        out->failed = text.failed;
    gj_text_field(out, options,
                  first->outcome == GJ_NOT_RUN ? GJ_PICK(options->lang, "未执行", "Not run")
                                               : GJ_PICK(options->lang, "暂不能判断", "Undecided"),
                  gj_buffer_slice(&text));
    gj_buffer_free(&text);
}

static void broken(gj_buffer *out, const gj_show_options *options, const gj_rule_outcome *outcome)
{
    gj_buffer text;
    gj_buffer_init(&text, 0);
    gj_buffer_add(&text, outcome->rule);
    gj_buffer_text(&text, GJ_PICK(options->lang, "：这条规则自身出错，没有得出结论。",
                                  ": the rule itself broke and decided nothing. "));
    gj_buffer_add(&text, gj_say(outcome->why, options->lang));
    if (text.failed)
        out->failed = text.failed;
    gj_text_field(out, options, GJ_PICK(options->lang, "规则出错", "Broken rule"), gj_buffer_slice(&text));
    gj_buffer_free(&text);
}

void gj_text_undecided(gj_buffer *out, const gj_show_options *options, const gj_result *result)
{
    for (size_t i = 0; i < result->outcome_count; i++)
        if (grouped(&result->outcomes[i]) && first_of_group(result, i))
            group(out, options, result, i);
    for (size_t i = 0; i < result->outcome_count; i++)
        if (result->outcomes[i].outcome == GJ_BROKEN)
            broken(out, options, &result->outcomes[i]);
}

void gj_text_passed(gj_buffer *out, const gj_show_options *options, const gj_result *result)
{
    static const gj_outcome kinds[] = { GJ_PASS, GJ_NOT_APPLICABLE };
    for (size_t k = 0; k < 2; k++) {
        gj_buffer text;
        gj_buffer_init(&text, 0);
        for (size_t i = 0; i < result->outcome_count; i++) {
            if (result->outcomes[i].outcome != kinds[k])
                continue;
            gj_buffer_text(&text, text.len ? separator(options->lang) : "");
            gj_buffer_add(&text, result->outcomes[i].rule);
        }
        if (text.failed)
            out->failed = text.failed;
        if (text.len)
            gj_text_field(out, options, gj_word_outcome(kinds[k], options->lang), gj_buffer_slice(&text));
        gj_buffer_free(&text);
    }
}

static void part(gj_buffer *out, gj_lang lang, gj_verdict verdict, size_t count)
{
    gj_buffer_format(out, " · %s %zu", gj_word_verdict(verdict, lang), count);
}

static void reports_line(gj_buffer *out, gj_lang lang, const gj_totals *totals)
{
    gj_buffer_format(out, GJ_PICK(lang, "共 %zu 份：%s %zu", "Reports %zu: %s %zu"), totals->reports,
                     gj_word_verdict(GJ_CLEAN, lang), totals->clean);
    part(out, lang, GJ_FAILED, totals->failed);
    part(out, lang, GJ_TO_REVIEW, totals->to_review);
    part(out, lang, GJ_CANNOT_READ, totals->unreadable);
    part(out, lang, GJ_WAS_NOT_CHECKED, totals->not_checked);
}

static void findings_line(gj_buffer *out, gj_lang lang, const gj_totals *totals)
{
    gj_buffer_format(out,
                     GJ_PICK(lang, "问题：%s %zu · %s %zu · %s %zu · 需人工核实 %zu",
                             "Findings: %s %zu · %s %zu · %s %zu · review %zu"),
                     gj_word_severity(GJ_ERROR, lang), totals->severities[GJ_ERROR], gj_word_severity(GJ_WARNING, lang),
                     totals->severities[GJ_WARNING], gj_word_severity(GJ_INFO, lang), totals->severities[GJ_INFO],
                     totals->reviews);
    if (totals->excepted)
        gj_buffer_format(out, GJ_PICK(lang, "；另有已批准的例外 %zu（不计入）", "; excepted, not counted: %zu"),
                         totals->excepted);
}

static size_t judged(const gj_totals *totals)
{
    size_t sum = 0;
    for (int i = 0; i < GJ_OUTCOMES; i++)
        sum += totals->outcomes[i];
    return sum;
}

/* Reports whose paths deselect rules have fewer outcomes: the gap is said, so that the product adds up. */
static void rules_line(gj_buffer *out, gj_lang lang, const gj_totals *totals)
{
    size_t product = totals->checked * totals->rules, sum = judged(totals);
    gj_buffer_format(
        out,
        GJ_PICK(lang, "规则：已检查 %zu 份 × %zu 条 = %zu 项，其中", "Rules: %zu checked × %zu rules = %zu outcomes: "),
        totals->checked, totals->rules, product);
    gj_text_outcomes(out, lang, totals->outcomes);
    if (product > sum)
        gj_buffer_format(out, GJ_PICK(lang, " · 按路径停用 %zu", " · switched off by path %zu"), product - sum);
    if (totals->deselected)
        gj_buffer_format(out,
                         GJ_PICK(lang, "；另有停用的规则 %zu 条（不计入）", "; rules deselected, not counted: %zu"),
                         totals->deselected);
    size_t unread = totals->unreadable + totals->not_checked;
    if (unread)
        gj_buffer_format(
            out, GJ_PICK(lang, "；没有检查到的报告 %zu 份（不计入）", "; reports not examined, not counted: %zu"),
            unread);
}

void gj_text_totals(gj_buffer *out, const gj_show_options *options, const gj_totals *totals)
{
    gj_lang lang = options->lang;
    if (!totals->complete)
        gj_buffer_text(out, GJ_PICK(lang, "检查没有完成（中途停止），以下只是已完成部分的合计。\n",
                                    "The check was stopped before its end; these are the totals so far.\n"));
    gj_style_on(out, options, GJ_STYLE_STRONG);
    reports_line(out, lang, totals);
    gj_style_off(out, options);
    gj_buffer_byte(out, '\n');
    findings_line(out, lang, totals);
    gj_buffer_byte(out, '\n');
    rules_line(out, lang, totals);
    gj_buffer_byte(out, '\n');
    if (totals->without_prior)
        gj_buffer_format(
            out,
            GJ_PICK(
                lang,
                "年度间：%zu 份没有上年报告可比，%zu 项没有比较（用 --prior 指明上年报告，或把两年的报告一起检查）\n",
                "Between years: %zu without last year's report, %zu checks not made (give it with --prior, or check "
                "both years together)\n"),
            totals->without_prior, totals->year_checks);
    if (totals->notices)
        gj_buffer_format(
            out, GJ_PICK(lang, "注意：读取时有 %zu 处需要留意%s\n", "Notices: %zu from reading%s\n"), totals->notices,
            options->show_notices ? "" : GJ_PICK(lang, "（加 --show notices 列出）", " (--show notices lists them)"));
    if (totals->passed_over)
        gj_buffer_format(out,
                         GJ_PICK(lang, "略过：%zu 个文件看起来不是年度报告\n",
                                 "Passed over: %zu files that do not look like reports\n"),
                         totals->passed_over);
    gj_buffer_text(out, "gouji ");
    gj_escape_terminal(out, options->version);
    if (options->ruleset) {
        gj_buffer_text(out, GJ_PICK(lang, " · 规则集 ", " · ruleset "));
        gj_escape_terminal(out, options->ruleset->id);
        gj_buffer_byte(out, ' ');
        gj_escape_terminal(out, options->ruleset->version);
    }
    if (options->today.len) {
        gj_buffer_text(out, GJ_PICK(lang, " · 检查日期 ", " · as of "));
        gj_escape_terminal(out, options->today);
    }
    gj_buffer_byte(out, '\n');
}

void gj_text_totals_line(gj_buffer *out, gj_lang lang, const gj_totals *totals)
{
    if (!totals->complete)
        gj_buffer_text(out, GJ_PICK(lang, "（没有完成）", "(stopped early) "));
    reports_line(out, lang, totals);
    gj_buffer_text(out, GJ_PICK(lang, "。", ". "));
    findings_line(out, lang, totals);
    gj_buffer_text(out, GJ_PICK(lang, "。", ". "));
    rules_line(out, lang, totals);
}
