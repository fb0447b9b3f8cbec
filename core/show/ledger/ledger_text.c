/* ledger_text.c - the ledger for people. Names and messages come from reports: they are escaped for the terminal. */
#include "../../base/utf8.h"
#include "../escape.h"
#include "../words.h"
#include "ledger.h"

enum { NAME_COLUMNS = 40, ROUND_COLUMNS = 34 };

/* Text and then spaces up to the width. */
static void padded(gj_buffer *out, gj_slice text, size_t width)
{
    size_t used = gj_utf8_width(text, 1);
    gj_escape_terminal(out, text);
    gj_buffer_repeat(out, " ", used < width ? width - used : 1);
}

/* "错误 3 警告 1 需核实 2", or that nothing was found. */
static void standing(const gj_submission *s, gj_lang lang, gj_buffer *out)
{
    const struct {
        size_t count;
        const char *zh, *en;
    } kinds[] = { { s->errors, "错误", "errors" },
                  { s->warnings, "警告", "warnings" },
                  { s->reviews, "需核实", "to review" } };
    bool any = false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].count) {
            gj_buffer_format(out, GJ_PICK(lang, "%s%s %zu", "%s%s %zu"), any ? " " : "",
                             GJ_PICK(lang, kinds[i].zh, kinds[i].en), kinds[i].count);
            any = true;
        }
    if (!any)
        gj_buffer_text(out, GJ_PICK(lang, "无错误", "no errors"));
}

static bool same_unit(const gj_submission *a, const gj_submission *b)
{
    return a->year == b->year && gj_slice_equal(a->unit, b->unit);
}

static size_t widest(const gj_submissions *list)
{
    size_t width = 0;
    for (size_t i = 0; i < list->count; i++) {
        size_t own = gj_utf8_width(list->items[i].name, 1);
        width = own > width ? own : width;
    }
    return (width < NAME_COLUMNS ? width : NAME_COLUMNS) + 2;
}

static void round_cell(const gj_submission *s, bool last, gj_lang lang, gj_buffer *out)
{
    gj_buffer cell;
    gj_buffer_init(&cell, 0);
    gj_buffer_format(&cell, GJ_PICK(lang, "第%d轮 %.*s ", "round %d %.*s "), s->round, GJ_ARG(s->added));
    standing(s, lang, &cell);
    if (cell.failed)
        out->failed = cell.failed;
    if (last)
        gj_buffer_add(out, gj_buffer_slice(&cell));
    else
        padded(out, gj_buffer_slice(&cell), ROUND_COLUMNS);
    gj_buffer_free(&cell);
}

void gj_show_submissions_text(const gj_submissions *list, gj_lang lang, gj_buffer *out)
{
    size_t units = 0, wrong = 0, width = widest(list);
    for (size_t i = 0; i < list->count; i++) {
        const gj_submission *s = &list->items[i];
        bool first = i == 0 || !same_unit(s - 1, s), last = i + 1 == list->count || !same_unit(s, s + 1);
        if (i == 0 || s[-1].year != s->year)
            gj_buffer_format(out, GJ_PICK(lang, "%s%d 年度\n", "%s%d\n"), i ? "\n" : "", s->year);
        if (first) {
            gj_buffer_text(out, "  ");
            padded(out, s->name, width);
        }
        round_cell(s, last, lang, out);
        units += first;
        wrong += last && s->errors;
        if (last)
            gj_buffer_byte(out, '\n');
    }
    gj_buffer_format(out,
                     GJ_PICK(lang, "%s共 %zu 份（单位×年度），报送 %zu 次；最近一轮仍有错误的 %zu 份\n",
                             "%s%zu units by year, %zu submissions; %zu with errors in their last round\n"),
                     list->count ? "\n" : "", units, list->count, wrong);
}

static void heading(const gj_submission *s, gj_lang lang, gj_buffer *out)
{
    gj_escape_terminal(out, s->name);
    gj_buffer_format(out, GJ_PICK(lang, " %d 年度", " %d"), s->year);
}

static void finding_line(const gj_record_finding *f, gj_lang lang, gj_buffer *out)
{
    gj_slice message = lang == GJ_EN && f->message.en.len ? f->message.en : f->message.zh;
    gj_buffer_format(out, "%s ",
                     f->outcome == GJ_REVIEW ? gj_word_outcome(GJ_REVIEW, lang) : gj_word_severity(f->severity, lang));
    gj_escape_terminal(out, f->rule);
    gj_buffer_text(out, "  ");
    gj_escape_terminal(out, message);
    if (f->line)
        gj_buffer_format(out, GJ_PICK(lang, "（第 %zu 行）", " (line %zu)"), f->line);
    else if (f->at.len) {
        gj_buffer_text(out, GJ_PICK(lang, "（", " ("));
        gj_escape_terminal(out, f->at);
        gj_buffer_text(out, GJ_PICK(lang, "）", ")"));
    }
    gj_buffer_byte(out, '\n');
}

void gj_show_submission_text(const gj_submission *s, const gj_record *record, gj_lang lang, gj_buffer *out)
{
    heading(s, lang, out);
    gj_buffer_format(out, GJ_PICK(lang, "，第 %d 轮（%.*s 登记）：", ", round %d (filed %.*s): "), s->round,
                     GJ_ARG(s->added));
    standing(s, lang, out);
    gj_buffer_text(out, GJ_PICK(lang, "\n  文件   ", "\n  file     "));
    gj_escape_terminal(out, s->path);
    gj_buffer_text(out, s->has_original ? GJ_PICK(lang, "（原件已存）", " (kept)")
                                        : GJ_PICK(lang, "（未存原件）", " (not kept)"));
    gj_buffer_format(out, "\n  SHA-256  %.*s", GJ_ARG(s->sha256));
    gj_buffer_format(out,
                     GJ_PICK(lang, "\n  规则集 %.*s %.12s，口径 %.*s\n", "\n  ruleset  %.*s %.12s, profile %.*s\n"),
                     GJ_ARG(s->ruleset), s->digest.data, GJ_ARG(s->profile));
    for (size_t i = 0; i < record->finding_count; i++) {
        gj_buffer_text(out, "  ");
        if (record->findings[i].excepted)
            gj_buffer_text(out, GJ_PICK(lang, "（例外）", "(excepted) "));
        finding_line(&record->findings[i], lang, out);
    }
}

static const char *progress_word(gj_progress progress, gj_lang lang)
{
    static const char *const zh[] = { "整改", "仍在", "新增", "例外", "未再查", "首次查到" };
    static const char *const en[] = {
        "mended", "remaining", "new", "accepted", "not looked at again", "first looked at"
    };
    return lang == GJ_EN ? en[progress] : zh[progress];
}

void gj_show_progress_counts(const gj_rounds *rounds, gj_lang lang, gj_buffer *out)
{
    for (int i = 0; i < GJ_PROGRESSES; i++)
        if (i <= GJ_ADDED || rounds->counts[i])
            gj_buffer_format(out, GJ_PICK(lang, "%s%s %zu", "%s%s %zu"), i ? GJ_PICK(lang, "，", ", ") : "",
                             progress_word((gj_progress)i, lang), rounds->counts[i]);
}

static void one_unit(const gj_shown_rounds *item, gj_lang lang, gj_buffer *out)
{
    static const gj_progress order[] = {
        GJ_REMAINING, GJ_ADDED, GJ_FIRST_CHECKED, GJ_UNCHECKED, GJ_ACCEPTED, GJ_MENDED
    };
    heading(item->after, lang, out);
    gj_buffer_format(out, GJ_PICK(lang, "，第 %d 轮 → 第 %d 轮：", ", round %d to %d: "), item->before->round,
                     item->after->round);
    gj_show_progress_counts(&item->rounds, lang, out);
    gj_buffer_byte(out, '\n');
    if (!item->rounds.same_rules)
        gj_buffer_text(
            out, GJ_PICK(lang, "  两轮所用的规则集或口径不同\n", "  the rounds were judged by different rules\n"));
    for (size_t o = 0; o < sizeof order / sizeof *order; o++)
        for (size_t i = 0; i < item->rounds.count; i++)
            if (item->rounds.items[i].progress == order[o]) {
                gj_buffer_text(out, "  ");
                padded(out, gj_slice_of(progress_word(order[o], lang)), 10);
                finding_line(item->rounds.items[i].finding, lang, out);
            }
}

void gj_show_rounds_text(const gj_shown_rounds *items, size_t count, size_t single, gj_lang lang, gj_buffer *out)
{
    gj_rounds sum = { 0 };
    for (size_t i = 0; i < count; i++) {
        one_unit(&items[i], lang, out);
        gj_buffer_byte(out, '\n');
        for (int k = 0; k < GJ_PROGRESSES; k++)
            sum.counts[k] += items[i].rounds.counts[k];
    }
    gj_buffer_format(out, GJ_PICK(lang, "比较了 %zu 份：", "%zu compared: "), count);
    gj_show_progress_counts(&sum, lang, out);
    gj_buffer_format(out, GJ_PICK(lang, "；只报过一轮的 %zu 份\n", "; %zu with one round only\n"), single);
}

void gj_show_filing_text(const gj_shown_filing *f, gj_lang lang, gj_buffer *out)
{
    if (f->refused) {
        gj_buffer_text(out, GJ_PICK(lang, "未登记  ", "not filed  "));
        gj_escape_terminal(out, f->path);
        gj_buffer_text(out, GJ_PICK(lang, "：", ": "));
        gj_escape_terminal(out, gj_slice_of(GJ_PICK(lang, f->why->zh, f->why->en)));
        gj_buffer_byte(out, '\n');
        return;
    }
    gj_buffer_text(out, f->how == GJ_FILED_NEW ? GJ_PICK(lang, "登记    ", "filed      ")
                                               : GJ_PICK(lang, "已在册  ", "known      "));
    heading(&f->submission, lang, out);
    gj_buffer_format(out, GJ_PICK(lang, "，第 %d 轮：", ", round %d: "), f->submission.round);
    standing(&f->submission, lang, out);
    if (f->rounds) {
        gj_buffer_text(out, GJ_PICK(lang, "；与上一轮比：", "; since the last round: "));
        gj_show_progress_counts(f->rounds, lang, out);
    }
    gj_buffer_text(out, GJ_PICK(lang, "（", " ("));
    gj_escape_terminal(out, f->path);
    gj_buffer_text(out, GJ_PICK(lang, "）\n", ")\n"));
}
