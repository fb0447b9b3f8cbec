/** text - for the person who must correct the report, and for the inspector who reads the last lines first. */
#include "text.h"

#include "../escape.h"
#include "../formats.h"
#include "../locus.h"
#include "../words.h"

gj_status gj_show_text_begin(gj_shower *shower, gj_buffer *out)
{
    (void)shower;
    return out->failed;
}

static void title(gj_buffer *out, const gj_show_options *options, const gj_result *result)
{
    gj_style_on(out, options, GJ_STYLE_STRONG);
    gj_escape_terminal(out, result->path);
    gj_style_off(out, options);
    if (result->title.len) {
        gj_buffer_text(out, "  ");
        gj_escape_terminal(out, result->title);
    }
    gj_buffer_byte(out, '\n');
}

static void known(gj_buffer *text, gj_lang lang, const gj_known_text *word, const char *unknown)
{
    gj_buffer_text(text, " · ");
    if (!word->value.len) {
        gj_buffer_text(text, unknown);
        return;
    }
    gj_buffer_add(text, gj_word_issuer(word->value, lang));
    if (word->origin.len && !gj_slice_is(word->origin, "inferred")) {
        gj_buffer_text(text, GJ_PICK(lang, "（", " ("));
        gj_buffer_add(text, gj_word_issuer(word->origin, lang));
        gj_buffer_text(text, GJ_PICK(lang, "）", ")"));
    }
}

static void profile(gj_buffer *out, const gj_show_options *options, const gj_result *result)
{
    const char *words = gj_word_profile(result->profile, options->lang);
    if (words)
        gj_text_field(out, options, GJ_PICK(options->lang, "口径", "Profile"), gj_slice_of(words));
}

/* What the rules took the report for: where this is wrong, so are some of the findings. */
static void identity(gj_buffer *out, const gj_show_options *options, const gj_result *result)
{
    gj_lang lang = options->lang;
    gj_buffer text;
    gj_buffer_init(&text, 0);
    gj_buffer_add(&text, result->name.value.len ? result->name.value
                                                : gj_slice_of(GJ_PICK(lang, "机关未识别", "body unknown")));
    if (result->year)
        gj_buffer_format(&text, GJ_PICK(lang, " · %d 年", " · %d"), result->year);
    else
        gj_buffer_text(&text, GJ_PICK(lang, " · 年度未识别", " · year unknown"));
    if (result->form.len)
        gj_buffer_format(&text, GJ_PICK(lang, " · %.*s 年格式", " · form of %.*s"), GJ_ARG(result->form));
    known(&text, lang, &result->level, GJ_PICK(lang, "层级未识别", "level unknown"));
    known(&text, lang, &result->kind, GJ_PICK(lang, "机关类别未识别", "kind unknown"));
    if (result->scope.value.len)
        known(&text, lang, &result->scope, "");
    if (text.failed)
        out->failed = text.failed;
    gj_text_field(out, options, GJ_PICK(lang, "识别为", "Taken for"), gj_buffer_slice(&text));
    gj_buffer_free(&text);
}

/* 上年报告  2023/某镇.md（在一起检查的文件中找到） */
static void prior(gj_buffer *out, const gj_show_options *options, const gj_result *result)
{
    gj_lang lang = options->lang;
    if (result->prior.chosen == GJ_PRIOR_NONE)
        return;
    gj_buffer text;
    gj_buffer_init(&text, 0);
    gj_buffer_add(&text, result->prior.path);
    if (result->prior.chosen == GJ_PRIOR_FOUND)
        gj_buffer_text(&text, GJ_PICK(lang, "（在一起检查的文件中找到）", " (found among the files checked)"));
    if (text.failed)
        out->failed = text.failed;
    gj_text_field(out, options, GJ_PICK(lang, "上年报告", "Last year"), gj_buffer_slice(&text));
    gj_buffer_free(&text);
}

static void notice(gj_buffer *out, const gj_show_options *options, const gj_result_notice *notice)
{
    gj_lang lang = options->lang;
    gj_buffer text;
    gj_buffer_init(&text, 0);
    if (notice->line)
        gj_buffer_format(&text, GJ_PICK(lang, "第 %zu 行：", "line %zu: "), notice->line);
    gj_locus_words(&text, lang, &notice->at);
    gj_buffer_text(&text, notice->at.part == GJ_PART_NONE ? "" : GJ_PICK(lang, "：", ": "));
    gj_buffer_add(&text, gj_say(notice->words, lang));
    if (notice->text.len) {
        gj_buffer_text(&text, GJ_PICK(lang, "（原文：", " (text: "));
        gj_buffer_add(&text, notice->text);
        gj_buffer_text(&text, GJ_PICK(lang, "）", ")"));
    }
    if (text.failed)
        out->failed = text.failed;
    gj_text_field(out, options, GJ_PICK(lang, "注意", "Notice"), gj_buffer_slice(&text));
    gj_buffer_free(&text);
}

static void notices(gj_buffer *out, const gj_show_options *options, const gj_result *result)
{
    if (!options->show_notices)
        return;
    for (size_t i = 0; i < result->notice_count; i++)
        notice(out, options, &result->notices[i]);
    if (result->notice_total > result->notice_count)
        gj_buffer_format(
            out,
            GJ_PICK(options->lang, "              另有 %zu 处注意没有列出\n", "              and %zu more notices\n"),
            result->notice_total - result->notice_count);
}

static void counts(gj_buffer *text, gj_lang lang, const gj_result *result)
{
    for (int s = GJ_ERROR; s >= GJ_INFO; s--)
        if (result->severities[s])
            gj_buffer_format(text, "%s%s %zu", text->len ? " · " : "", gj_word_severity((gj_severity)s, lang),
                             result->severities[s]);
    if (result->reviews)
        gj_buffer_format(text, GJ_PICK(lang, "%s待核实 %zu 处", "%sto review %zu"), text->len ? " · " : "",
                         result->reviews);
}

/* What the verdict rests on, in brackets. */
static void particulars(gj_buffer *text, gj_lang lang, const gj_result *result, gj_verdict v)
{
    counts(text, lang, result);
    if (v == GJ_TO_REVIEW && !result->reviews)
        gj_buffer_format(text, "%s%s", text->len ? GJ_PICK(lang, "；", "; ") : "",
                         GJ_PICK(lang, "有规则没有执行完", "some rules did not finish"));
    if (v == GJ_TO_REVIEW)
        gj_buffer_text(text, GJ_PICK(lang, "；核实之前不能算通过", "; not passed before that"));
    if (v == GJ_CLEAN && text->len)
        gj_buffer_text(text, GJ_PICK(lang, "，建议一并修改", ", worth putting right"));
    size_t not_run = result->counts[GJ_NOT_RUN] - gj_year_checks(result);
    if (v == GJ_CLEAN && not_run) {
        gj_buffer_text(text, text->len ? GJ_PICK(lang, "；", "; ") : "");
        gj_buffer_format(text, GJ_PICK(lang, "有 %zu 条规则未执行", "%zu rules not run"), not_run);
    }
    if (v == GJ_CLEAN && !result->finding_count && result->prior.chosen != GJ_PRIOR_NONE) { /* nothing above said so */
        gj_buffer_text(text, text->len ? GJ_PICK(lang, "；", "; ") : "");
        gj_buffer_text(text, GJ_PICK(lang, "已与上年报告比较：", "compared with last year's: "));
        gj_escape_terminal(text, result->prior.path);
    }
}

static void verdict(gj_buffer *out, const gj_show_options *options, const gj_result *result)
{
    static const gj_style styles[] = { GJ_STYLE_GOOD, GJ_STYLE_ERROR, GJ_STYLE_REVIEW, GJ_STYLE_ERROR, GJ_STYLE_ERROR };
    gj_lang lang = options->lang;
    gj_verdict v = gj_verdict_of(result, options->fail_on);
    gj_buffer text;
    gj_buffer_init(&text, 0);
    particulars(&text, lang, result, v);
    if (text.failed)
        out->failed = text.failed;
    gj_escape_terminal(out, result->path);
    gj_buffer_text(out, GJ_PICK(lang, "：", ": "));
    gj_style_on(out, options, styles[v]);
    gj_buffer_text(out, gj_word_verdict(v, lang));
    gj_style_off(out, options);
    if (text.len) {
        gj_buffer_text(out, GJ_PICK(lang, "（", " ("));
        gj_buffer_add(out, gj_buffer_slice(&text));
        gj_buffer_text(out, GJ_PICK(lang, "）", ")"));
    }
    gj_buffer_byte(out, '\n');
    gj_buffer_free(&text);
}

static void error_place(gj_buffer *out, const gj_show_options *options, const gj_error *error)
{
    gj_lang lang = options->lang;
    gj_buffer text;
    gj_buffer_init(&text, 0);
    gj_buffer_text(&text, error->where);
    if (error->line)
        gj_buffer_format(&text, GJ_PICK(lang, "%s第 %zu 行", "%sline %zu"), text.len ? GJ_PICK(lang, " ", ", ") : "",
                         error->line);
    if (error->line && error->column)
        gj_buffer_format(&text, GJ_PICK(lang, "第 %zu 列", ", column %zu"), error->column);
    if (text.failed)
        out->failed = text.failed;
    gj_text_field(out, options, GJ_PICK(lang, "位置", "Place"), gj_buffer_slice(&text));
    gj_buffer_free(&text);
}

static void not_examined(gj_buffer *out, const gj_show_options *options, const gj_result *result)
{
    gj_lang lang = options->lang;
    const gj_error *error = &result->error;
    verdict(out, options, result);
    if (error->where[0] || error->line)
        error_place(out, options, error);
    gj_text_field(out, options, GJ_PICK(lang, "原因", "Reason"),
                  gj_slice_of(lang == GJ_EN && error->en[0] ? error->en : error->zh));
    gj_text_field(
        out, options, GJ_PICK(lang, "怎么办", "What to do"),
        result->status == GJ_UNREADABLE
            ? gj_slice_of(
                  GJ_PICK(lang, "按上面的原因改好文件，再检查一次。这份报告还没有检查，不能算通过。",
                          "put the file right and check again. It has not been examined and does not count as passed."))
            : gj_slice_of(GJ_PICK(
                  lang, "单独再检查一次；仍然不行，请人工核对。这份报告还没有检查，不能算通过。",
                  "check it once more alone, else by hand. It has not been examined and does not count as passed.")));
}

/* Findings to print, in order; how many --show hides. */
static size_t findings(gj_buffer *out, const gj_show_options *options, const gj_result *result)
{
    size_t hidden = 0;
    for (size_t i = 0; i < result->finding_count; i++) {
        const gj_finding *finding = &result->findings[i];
        if (finding->exception)
            continue;
        if (finding->severity < options->least)
            hidden++;
        else
            gj_text_finding(out, options, result, finding);
    }
    return hidden;
}

static void after_findings(gj_buffer *out, const gj_show_options *options, const gj_result *result, size_t hidden)
{
    gj_lang lang = options->lang;
    for (size_t i = 0; i < result->finding_count; i++)
        if (result->findings[i].exception)
            gj_text_excepted(out, options, &result->findings[i]);
    notices(out, options, result);
    gj_text_undecided(out, options, result);
    if (options->show_passed)
        gj_text_passed(out, options, result);
    if (hidden)
        gj_buffer_format(out,
                         GJ_PICK(lang, "  另有 %zu 个较轻的问题没有列出（--show info 全部列出）\n",
                                 "  %zu lesser findings are not listed (--show info lists all)\n"),
                         hidden);
    if (result->findings_cut)
        gj_buffer_format(
            out, GJ_PICK(lang, "  问题太多，另有 %zu 个没有列出\n", "  too many findings: %zu more are not listed\n"),
            result->findings_cut);
}

gj_status gj_show_text_report(gj_shower *shower, const gj_result *result, gj_buffer *out)
{
    const gj_show_options *options = &shower->options;
    bool first = shower->reports++ == 0;
    if (result->status != GJ_CHECKED) {
        not_examined(out, options, result);
        return out->failed;
    }
    if (!result->finding_count && !result->findings_cut && gj_verdict_of(result, options->fail_on) == GJ_CLEAN) {
        if (options->quiet)
            return out->failed;
        verdict(out, options, result);
        profile(out, options, result);
        notices(out, options, result);
        if (options->show_passed) {
            gj_text_undecided(out, options, result);
            gj_text_passed(out, options, result);
        }
        return out->failed;
    }
    if (!first)
        gj_buffer_byte(out, '\n');
    title(out, options, result);
    identity(out, options, result);
    profile(out, options, result);
    prior(out, options, result);
    gj_buffer_byte(out, '\n');
    size_t hidden = findings(out, options, result);
    after_findings(out, options, result, hidden);
    verdict(out, options, result);
    return out->failed;
}

gj_status gj_show_text_end(gj_shower *shower, const gj_totals *totals, gj_buffer *out)
{
    if (!shower->options.quiet) {
        if (shower->reports)
            gj_buffer_byte(out, '\n');
        gj_text_totals(out, &shower->options, totals);
    }
    return out->failed;
}
