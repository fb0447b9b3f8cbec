/** junit - JUnit XML as GitLab, Jenkins and GitHub's readers take it: a testsuite a report, a testcase a rule.
 *
 * There is no standard, only readers; tests/data/junit.rng holds what they agree on. What a reader would call passed must have passed: a rule
 * that was not run, that does not apply or that leaves something for a person is `skipped` with its reason. A finding below the threshold
 * of --fail-on is no failure there either, so that reader and exit code agree; it is told in system-out. No times and no host: same input, same bytes.
 */
#include "../escape.h"
#include "../formats.h"
#include "../locus.h"
#include "../words.h"

/* What a testcase is. */
typedef enum verdict { PASSED, FAILURE, ERROR, SKIPPED } verdict;

static void attribute(gj_buffer *out, const char *name, gj_slice value)
{
    gj_buffer_format(out, " %s=\"", name);
    gj_escape_xml(out, value);
    gj_buffer_byte(out, '"');
}

gj_status gj_junit_begin(gj_shower *shower, gj_buffer *out)
{
    (void)shower;
    gj_buffer_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gouji\">\n");
    return out->failed;
}

/* The finding is the rule's own, or names it among those with the same cause. */
static bool concerns(const gj_finding *finding, gj_slice rule)
{
    if (gj_slice_equal(finding->rule, rule))
        return true;
    for (size_t i = 0; i < finding->also_count; i++)
        if (gj_slice_equal(finding->also[i], rule))
            return true;
    return false;
}

static bool counts(const gj_finding *finding, gj_fail_on fail_on)
{
    if (finding->exception)
        return false;
    if (finding->outcome == GJ_REVIEW)
        return fail_on == GJ_FAIL_ON_REVIEW;
    switch (fail_on) {
    case GJ_FAIL_ON_WARNING:
        return finding->severity >= GJ_WARNING;
    case GJ_FAIL_ON_INFO:
    case GJ_FAIL_ON_REVIEW:
        return true;
    default:
        return finding->severity == GJ_ERROR;
    }
}

/* The first finding of the rule that counts, else the first one; NULL: none. */
static const gj_finding *finding_of(const gj_result *result, gj_slice rule, gj_fail_on fail_on)
{
    const gj_finding *first = NULL;
    for (size_t i = 0; i < result->finding_count; i++) {
        const gj_finding *finding = &result->findings[i];
        if (!concerns(finding, rule))
            continue;
        if (counts(finding, fail_on))
            return finding;
        first = first ? first : finding;
    }
    return first;
}

static verdict judge(const gj_rule_outcome *outcome, const gj_finding *finding, gj_fail_on fail_on)
{
    bool budget = outcome->outcome == GJ_NOT_RUN && gj_slice_is(outcome->because, "budget");
    if (outcome->outcome == GJ_BROKEN || budget)
        return ERROR;
    if (finding ? counts(finding, fail_on)
                : outcome->outcome == GJ_FAIL) /* no finding: it was one too many to be kept */
        return FAILURE;
    if (outcome->outcome == GJ_REVIEW)
        return fail_on == GJ_FAIL_ON_REVIEW ? FAILURE : SKIPPED;
    if (outcome->outcome == GJ_NOT_APPLICABLE || outcome->outcome == GJ_NOT_RUN)
        return SKIPPED;
    return finding && finding->exception ? SKIPPED : PASSED;
}

/* path:line:column: message, then what to do. */
static void told(gj_buffer *out, gj_lang lang, const gj_result *result, const gj_finding *finding)
{
    gj_escape_xml(out, result->path);
    const gj_mark *mark = finding->mark_count ? &finding->marks[0] : NULL;
    if (mark && gj_mark_line(mark))
        gj_buffer_format(out, ":%zu:%zu", mark->line, mark->column);
    if (mark && mark->at.part != GJ_PART_NONE) {
        gj_buffer_text(out, ": ");
        gj_locus_words(out, lang, &mark->at);
    }
    gj_buffer_format(out, ": %s ", gj_word_finding(finding, lang));
    gj_escape_xml(out, finding->rule);
    gj_buffer_byte(out, ' ');
    gj_escape_xml(out, gj_say(finding->message, lang));
    gj_buffer_byte(out, '\n');
    if (finding->remedy.zh.len) {
        gj_buffer_text(out, GJ_PICK(lang, "怎么改：", "What to do: "));
        gj_escape_xml(out, gj_say(finding->remedy, lang));
        gj_buffer_byte(out, '\n');
    }
}

static void findings(gj_buffer *out, const gj_show_options *options, const gj_result *result, gj_slice rule)
{
    for (size_t i = 0; i < result->finding_count; i++)
        if (concerns(&result->findings[i], rule))
            told(out, options->lang, result, &result->findings[i]);
}

static void failure(gj_buffer *out, const gj_show_options *options, const gj_result *result,
                    const gj_rule_outcome *outcome, const gj_finding *finding)
{
    gj_slice message = finding ? gj_say(finding->message, options->lang) : gj_say(outcome->why, options->lang);
    gj_buffer_text(out, "      <failure");
    attribute(out, "message", message);
    attribute(out, "type",
              gj_slice_of(!finding || finding->outcome == GJ_REVIEW ? "review" : gj_severity_name(finding->severity)));
    gj_buffer_byte(out, '>');
    findings(out, options, result, outcome->rule);
    gj_buffer_text(out, "</failure>\n");
}

/* 不适用 · 需人工核实：why */
static void reason(gj_buffer *out, gj_lang lang, const gj_rule_outcome *outcome, const gj_finding *finding)
{
    const char *word = gj_word_because(outcome->because, lang);
    gj_slice why = gj_say(outcome->why, lang);
    if (finding && finding->exception)
        why = finding->exception->reason;
    else if (word)
        why = gj_slice_of(word);
    gj_buffer_text(out, finding && finding->exception ? GJ_PICK(lang, "批准的例外", "accepted")
                                                      : gj_word_outcome(outcome->outcome, lang));
    if (why.len) {
        gj_buffer_text(out, GJ_PICK(lang, "：", ": "));
        gj_escape_xml(out, why);
    }
}

static void testcase(gj_buffer *out, const gj_show_options *options, const gj_result *result,
                     const gj_rule_outcome *outcome)
{
    const gj_finding *finding = finding_of(result, outcome->rule, options->fail_on);
    const gj_rule *rule = options->ruleset ? gj_ruleset_rule(options->ruleset, outcome->rule) : NULL;
    verdict called = judge(outcome, finding, options->fail_on);
    gj_buffer_text(out, "    <testcase");
    attribute(out, "classname", result->path);
    gj_buffer_text(out, " name=\"");
    gj_escape_xml(out, outcome->rule);
    if (rule) {
        gj_buffer_byte(out, ' ');
        gj_escape_xml(out, gj_say(rule->title, options->lang));
    }
    gj_buffer_byte(out, '"');
    attribute(out, "file", result->path);
    if (finding && finding->mark_count && gj_mark_line(&finding->marks[0]))
        gj_buffer_format(out, " line=\"%zu\"", finding->marks[0].line);
    if (called == PASSED && !finding) {
        gj_buffer_text(out, "/>\n");
        return;
    }
    gj_buffer_text(out, ">\n");
    if (called == FAILURE) {
        failure(out, options, result, outcome, finding);
    } else if (called == PASSED) {
        gj_buffer_text(out, "      <system-out>");
        findings(out, options, result, outcome->rule);
        gj_buffer_text(out, "</system-out>\n");
    } else {
        gj_buffer_text(out, called == ERROR ? "      <error type=\"rule\" message=\"" : "      <skipped message=\"");
        reason(out, options->lang, outcome, finding);
        gj_buffer_text(out, "\"/>\n");
    }
    gj_buffer_text(out, "    </testcase>\n");
}

static void property(gj_buffer *out, const char *name, gj_slice value)
{
    if (!value.len)
        return;
    gj_buffer_text(out, "      <property");
    attribute(out, "name", gj_slice_of(name));
    attribute(out, "value", value);
    gj_buffer_text(out, "/>\n");
}

static void properties(gj_buffer *out, const gj_show_options *options, const gj_result *result)
{
    gj_buffer_text(out, "    <properties>\n");
    property(out, "gouji.version", options->version);
    if (options->ruleset) {
        property(out, "gouji.ruleset", options->ruleset->id);
        property(out, "gouji.ruleset.version", options->ruleset->version);
        property(out, "gouji.ruleset.digest", gj_slice_of(options->ruleset->digest));
    }
    property(out, "gouji.config", options->config_digest);
    property(out, "gouji.today", options->today);
    property(out, "report.sha256", gj_slice_of(result->sha256));
    property(out, "report.title", result->title);
    property(out, "report.issuer", result->name.value);
    property(out, "report.verdict", gj_slice_of(gj_verdict_name(gj_verdict_of(result, options->fail_on))));
    gj_buffer_text(out, "    </properties>\n");
}

static void unread(gj_buffer *out, const gj_show_options *options, const gj_result *result)
{
    const gj_error *error = &result->error;
    const char *words = options->lang == GJ_EN && error->en[0] ? error->en : error->zh;
    gj_buffer_text(out, "    <testcase");
    attribute(out, "classname", result->path);
    attribute(out, "name", gj_slice_of(GJ_PICK(options->lang, "读取报告", "read the report")));
    attribute(out, "file", result->path);
    if (error->line)
        gj_buffer_format(out, " line=\"%zu\"", error->line);
    gj_buffer_text(out, ">\n      <error");
    attribute(out, "type", gj_slice_of(gj_report_status_name(result->status)));
    attribute(out, "message", gj_slice_of(words));
    gj_buffer_text(out, "/>\n    </testcase>\n");
}

gj_status gj_junit_report(gj_shower *shower, const gj_result *result, gj_buffer *out)
{
    const gj_show_options *options = &shower->options;
    size_t called[SKIPPED + 1] = { 0 };
    bool checked = result->status == GJ_CHECKED;
    shower->reports++;
    for (size_t i = 0; i < result->outcome_count; i++) {
        const gj_rule_outcome *outcome = &result->outcomes[i];
        called[judge(outcome, finding_of(result, outcome->rule, options->fail_on), options->fail_on)]++;
    }
    gj_buffer_text(out, "  <testsuite");
    attribute(out, "name", result->path);
    gj_buffer_format(out, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" skipped=\"%zu\">\n",
                     checked ? result->outcome_count : 1, called[FAILURE], checked ? called[ERROR] : 1,
                     called[SKIPPED]);
    properties(out, options, result);
    for (size_t i = 0; i < result->outcome_count; i++)
        testcase(out, options, result, &result->outcomes[i]);
    if (!checked)
        unread(out, options, result);
    gj_buffer_text(out, "  </testsuite>\n");
    return out->failed;
}

gj_status gj_junit_end(gj_shower *shower, const gj_totals *totals, gj_buffer *out)
{
    (void)shower;
    (void)totals;
    gj_buffer_text(out, "</testsuites>\n");
    return out->failed;
}
