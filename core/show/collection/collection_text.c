/* collection_text.c - a collection for the inspector: who is missing, what to do first, then unit by unit. */
#include "../../base/utf8.h"
#include "../escape.h"
#include "../words.h"
#include "collection.h"

#define UNITS_SHOWN 300 /* lines of the table of units; the CSV has all */
#define REPORTS_FIRST 10

typedef struct page {
    gj_buffer *out;
    const gj_collected *collected;
    const gj_collection *c;
    const gj_show_options *options;
    gj_lang lang;
} page;

static void safe(page *p, gj_slice text)
{
    gj_escape_terminal(p->out, text);
}

static void padded(page *p, gj_slice text, size_t width)
{
    size_t used = gj_escaped_width(text, p->options->ambiguous);
    safe(p, text);
    gj_buffer_repeat(p->out, " ", used < width ? width - used : 1);
}

static void heading(page *p, const char *zh, const char *en)
{
    gj_buffer_format(p->out, "\n%s\n", GJ_PICK(p->lang, zh, en));
}

static void band(page *p, const gj_collection_counts *n)
{
    gj_word_standing(p->out, p->c, n, p->lang);
    gj_buffer_format(
        p->out,
        GJ_PICK(p->lang, "\n报告 %zu 份%s：通过 %zu · 未通过 %zu · 需人工核实 %zu · 无法读取 %zu · 未检查 %zu\n",
                "\n%zu reports%s: %zu passed · %zu failed · %zu to review · %zu unreadable · %zu not checked\n"),
        n->reports, p->c->aggregate == GJ_NOT_FOUND ? "" : GJ_PICK(p->lang, "（含汇总报告）", ", the total among them"),
        n->clean, n->failed, n->to_review, n->unreadable, n->not_checked);
    gj_buffer_format(p->out,
                     GJ_PICK(p->lang, "各报告的问题：错误 %zu · 警告 %zu · 提示 %zu",
                             "In the reports: %zu errors · %zu warnings · %zu infos"),
                     n->severities[GJ_ERROR], n->severities[GJ_WARNING], n->severities[GJ_INFO]);
    if (n->other_years)
        gj_buffer_format(p->out,
                         GJ_PICK(p->lang, "；另有其他年度 %zu 份，只作比较", "; %zu of other years, to compare with"),
                         n->other_years);
    gj_buffer_byte(p->out, '\n');
}

static int rank_of(const gj_collected_finding *f)
{
    return f->outcome == GJ_REVIEW ? GJ_INFO - 1 : (int)f->severity;
}

/* What is to be done is said once after all findings that want the same. */
static bool is_last_of_its_kind(const gj_collected *c, size_t index)
{
    const gj_collected_finding *f = &c->findings[index];
    for (size_t i = index + 1; i < c->finding_count; i++)
        if (rank_of(&c->findings[i]) == rank_of(f))
            return c->findings[i].rule != f->rule || !gj_slice_equal(c->findings[i].remedy.zh, f->remedy.zh);
    return true;
}

static void remedy(page *p, const gj_collected_finding *f)
{
    gj_buffer_text(p->out, GJ_PICK(p->lang, "      怎么办：", "      To do: "));
    safe(p, gj_say(f->remedy, p->lang));
    gj_buffer_byte(p->out, '\n');
}

/* Findings about the collection, the gravest first. */
static void own_findings(page *p)
{
    bool any = false;
    for (int rank = GJ_ERROR; rank >= GJ_INFO - 1; rank--)
        for (size_t i = 0; i < p->collected->finding_count; i++) {
            const gj_collected_finding *f = &p->collected->findings[i];
            if (rank_of(f) != rank)
                continue;
            if (!any)
                heading(p, "汇总层面的问题", "About the collection");
            any = true;
            gj_buffer_format(p->out, "  %s[%.*s] ",
                             f->outcome == GJ_REVIEW ? gj_word_outcome(GJ_REVIEW, p->lang)
                                                     : gj_word_severity(f->severity, p->lang),
                             GJ_ARG(f->rule->id));
            safe(p, gj_say(f->message, p->lang));
            gj_buffer_byte(p->out, '\n');
            if (is_last_of_its_kind(p->collected, i))
                remedy(p, f);
        }
    if (p->collected->findings_cut)
        gj_buffer_format(p->out, GJ_PICK(p->lang, "  ……还有 %zu 个没有列出\n", "  … and %zu more\n"),
                         p->collected->findings_cut);
}

static void questions(page *p)
{
    if (!p->c->questions.count)
        return;
    heading(p, "要请您确认的", "To be settled by you");
    for (size_t i = 0; i < p->c->questions.count; i++) {
        const gj_question *q = &p->c->questions.items[i];
        gj_buffer words;
        gj_buffer_init(&words, 0);
        gj_word_question(&words, p->c, q, p->lang);
        gj_buffer_text(p->out, "  ? ");
        safe(p, p->c->members[q->member].record.path);
        gj_buffer_text(p->out, GJ_PICK(p->lang, "：", ": "));
        safe(p, gj_buffer_slice(&words));
        gj_buffer_byte(p->out, '\n');
        if (words.failed)
            p->out->failed = words.failed;
        gj_buffer_free(&words);
    }
}

/* Reports with errors, those with the most first; the order of paths decides among equals. */
static void worst_reports(page *p)
{
    size_t shown = 0, below = GJ_NOT_FOUND;
    while (shown < REPORTS_FIRST) {
        size_t most = 0;
        for (size_t i = 0; i < p->c->member_count; i++) {
            size_t errors = p->c->members[i].record.severities[GJ_ERROR];
            if (p->c->members[i].part != GJ_PART_PRIOR && errors < below && errors > most)
                most = errors;
        }
        if (!most)
            return;
        if (!shown)
            heading(p, "错误最多的报告", "Reports with most errors");
        for (size_t i = 0; i < p->c->member_count && shown < REPORTS_FIRST; i++) {
            const gj_member *member = &p->c->members[i];
            if (member->part == GJ_PART_PRIOR || member->record.severities[GJ_ERROR] != most)
                continue;
            gj_buffer_format(p->out, GJ_PICK(p->lang, "  错误 %2zu  ", "  %2zu errors  "), most);
            gj_slice name = member->unit == GJ_NOT_FOUND ? member->record.name : p->c->units[member->unit].name;
            safe(p, name.len ? name : gj_slice_of(GJ_PICK(p->lang, "（看不出单位）", "(unit not known)")));
            gj_buffer_text(p->out, "  ");
            safe(p, member->record.path);
            gj_buffer_byte(p->out, '\n');
            shown++;
        }
        below = most;
    }
}

static void not_read(page *p)
{
    bool any = false;
    for (size_t i = 0; i < p->c->member_count; i++) {
        const gj_record *r = &p->c->members[i].record;
        if (r->status == GJ_CHECKED)
            continue;
        if (!any)
            heading(p, "没能检查的文件", "Files that could not be checked");
        any = true;
        gj_buffer_text(p->out, "  ");
        safe(p, r->path);
        gj_buffer_text(p->out, GJ_PICK(p->lang, "：", ": "));
        safe(p, gj_say(r->error, p->lang));
        gj_buffer_byte(p->out, '\n');
    }
}

static void rollup(page *p)
{
    const gj_rollup *r = &p->c->rollup;
    size_t holds = 0, unknown = 0;
    if (!r->made)
        return;
    for (size_t i = 0; i < r->count; i++) {
        holds += r->cells[i].state == GJ_ROLLUP_HOLDS;
        unknown += r->cells[i].state == GJ_ROLLUP_UNKNOWN;
    }
    heading(p, "汇总数与各单位之和", "The total against the sum of the units");
    gj_buffer_text(p->out, "  ");
    safe(p, p->c->members[p->c->aggregate].record.path);
    gj_buffer_format(p->out,
                     GJ_PICK(p->lang, "：%zu 格相符，%zu 格不符，%zu 格待定，%zu 格汇总报告没有填数\n",
                             ": %zu figures agree, %zu differ, %zu open, %zu not filled in\n"),
                     holds, r->differing, r->open, unknown);
    gj_buffer_format(p->out, GJ_PICK(p->lang, "  应计入 %zu 个单位", "  %zu units should be in it"), r->units);
    for (size_t i = 0; i < r->absent_count && i < 20; i++) {
        gj_buffer_text(p->out,
                       i ? GJ_PICK(p->lang, "、", ", ") : GJ_PICK(p->lang, "，没有数的：", "; without figures: "));
        safe(p, p->c->units[r->absent[i]].name);
    }
    if (r->absent_count > 20)
        gj_buffer_format(p->out, GJ_PICK(p->lang, "等 %zu 个", " … %zu in all"), r->absent_count);
    gj_buffer_byte(p->out, '\n');
}

static void units(page *p)
{
    size_t shown = 0;
    heading(p, "各单位", "Units");
    for (size_t i = 0; i < p->c->unit_count; i++) {
        const gj_unit *unit = &p->c->units[i];
        if (!unit->entry && !unit->member_count)
            continue;
        if (shown++ >= UNITS_SHOWN)
            continue;
        gj_buffer_text(p->out, "  ");
        padded(p, unit->name, 36);
        if (!unit->member_count) {
            gj_buffer_format(p->out, "%s\n",
                             unit->asked ? GJ_PICK(p->lang, "待确认", "to be settled")
                                         : GJ_PICK(p->lang, "缺报", "missing"));
            continue;
        }
        for (size_t k = 0; k < unit->member_count; k++) {
            const gj_record *r = &p->c->members[unit->members[k]].record;
            gj_slice verdict = gj_slice_of(gj_word_verdict(gj_verdict_of_record(r, p->options->fail_on), p->lang));
            if (k)
                gj_buffer_repeat(p->out, " ", 38);
            padded(p, verdict, 14);
            gj_buffer_format(p->out,
                             GJ_PICK(p->lang, "错误 %zu 警告 %zu 提示 %zu  ", "%zu errors %zu warnings %zu infos  "),
                             r->severities[GJ_ERROR], r->severities[GJ_WARNING], r->severities[GJ_INFO]);
            safe(p, r->path);
            gj_buffer_byte(p->out, '\n');
        }
    }
    if (shown > UNITS_SHOWN)
        gj_buffer_format(p->out,
                         GJ_PICK(p->lang, "  ……共 %zu 个单位，全部见 units.csv（--out）\n",
                                 "  … %zu units; units.csv has them all (--out)\n"),
                         shown);
}

static void rules(page *p)
{
    gj_buffer_format(p->out, GJ_PICK(p->lang, "\n汇总规则 %zu 条：", "\n%zu rules on collections: "),
                     p->collected->outcome_count);
    for (int i = 0; i < GJ_OUTCOMES; i++)
        gj_buffer_format(p->out, "%s%s %zu", i ? " · " : "", gj_word_outcome((gj_outcome)i, p->lang),
                         p->collected->counts[i]);
    for (size_t i = 0; i < p->collected->outcome_count; i++) {
        const gj_rule_outcome *outcome = &p->collected->outcomes[i];
        if (outcome->outcome != GJ_NOT_RUN && outcome->outcome != GJ_BROKEN)
            continue;
        gj_buffer_format(p->out, "\n  %.*s ", GJ_ARG(outcome->rule));
        if (gj_slice_is(outcome->because, "roster"))
            gj_buffer_text(p->out,
                           GJ_PICK(p->lang, "没有执行：要有名册（--roster）", "not run: it needs a roster (--roster)"));
        else if (gj_slice_is(outcome->because, "aggregate"))
            gj_buffer_text(p->out, GJ_PICK(p->lang, "没有执行：没有汇总报告可核对（--aggregate）",
                                           "not run: there is no total to compare with (--aggregate)"));
        else if (outcome->why.zh.len)
            safe(p, gj_say(outcome->why, p->lang));
        else
            gj_buffer_text(p->out, GJ_PICK(p->lang, "没有执行：缺少所需内容", "not run: what it needs is missing"));
    }
    gj_buffer_format(p->out,
                     GJ_PICK(p->lang, "\ngouji %.*s · 规则集 %.*s %.*s · 日期 %.*s\n",
                             "\ngouji %.*s · ruleset %.*s %.*s · date %.*s\n"),
                     GJ_ARG(p->options->version), GJ_ARG(p->options->ruleset->id), GJ_ARG(p->options->ruleset->version),
                     GJ_ARG(p->options->today));
}

gj_status gj_show_collection_text(const gj_collected *collected, const gj_show_options *options, gj_buffer *out)
{
    page p = { out, collected, collected->collection, options, options->lang };
    gj_collection_counts n = gj_count_collection(collected, options->fail_on);
    band(&p, &n);
    own_findings(&p);
    questions(&p);
    not_read(&p);
    rollup(&p);
    worst_reports(&p);
    units(&p);
    rules(&p);
    return out->failed;
}
