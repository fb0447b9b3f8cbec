/** text.h - the parts of the text for people. For core/show only.
 *
 * One finding reads from top to bottom as 问题 → 位置 and the source itself → 算式 → 依据 → 怎么改; the most important, verdict and totals, come last.
 * Everything that comes from a report passes through escape.h here.
 */
#ifndef GJ_SHOW_TEXT_H
#define GJ_SHOW_TEXT_H

#include "../show.h"

typedef enum gj_style {
    GJ_STYLE_ERROR,
    GJ_STYLE_WARNING,
    GJ_STYLE_INFO,
    GJ_STYLE_REVIEW,
    GJ_STYLE_GOOD,
    GJ_STYLE_STRONG,
    GJ_STYLE_DIM
} gj_style;

/** Begin and end colour; nothing at all unless the options ask for it. */
void gj_style_on(gj_buffer *out, const gj_show_options *options, gj_style style);
void gj_style_off(gj_buffer *out, const gj_show_options *options);
gj_style gj_style_of(const gj_finding *finding);

/** `text`, escaped, from column `column` on, broken at the terminal's width where that is known: Chinese between characters (no
 *  closing mark begins a line, no opening mark ends one), other words between spaces. Further lines begin with `indent` spaces. No line end. */
void gj_text_wrapped(gj_buffer *out, const gj_show_options *options, gj_slice text, size_t column, size_t indent);

/** "  标签        text": a labelled part of a finding, labels in one column, further lines under the text. An empty label continues the one above. */
void gj_text_field(gj_buffer *out, const gj_show_options *options, const char *label, gj_slice text);

/** "报告.md 第 58 行第 12 列" or "report.md:58:12", "报告.docx 第 12 段". What is not known is left out; so may the mark be (NULL). */
void gj_text_place(gj_buffer *out, gj_lang lang, gj_slice path, const gj_mark *mark);

/** The source lines that the marks stand in, each with carets under the marked characters by display width: ━ the primary mark, ─ others
 *  (^ and - where ambiguous characters are wide, since the box lines are ambiguous themselves). At most GJ_FRAME_LINES lines around the primary one, the rest
 *  counted; long lines cut around the mark with …. Nothing where no mark has the text of its line. `prior`: the marks in last year's file, which has lines
 *  of its own, else those in the report. */
void gj_text_frame(gj_buffer *out, const gj_show_options *options, const gj_finding *finding, bool prior);

void gj_text_finding(gj_buffer *out, const gj_show_options *options, const gj_result *result,
                     const gj_finding *finding);
/** One accepted finding, in the list of exceptions. */
void gj_text_excepted(gj_buffer *out, const gj_show_options *options, const gj_finding *finding);

/** What the rules did not decide, grouped by reason; broken rules one by one. Nothing where there is nothing to say. */
void gj_text_undecided(gj_buffer *out, const gj_show_options *options, const gj_result *result);
/** For --show passed: the ids of rules that passed and that do not apply. */
void gj_text_passed(gj_buffer *out, const gj_show_options *options, const gj_result *result);

/** "通过 51 · 未通过 3 · …", all six. */
void gj_text_outcomes(gj_buffer *out, gj_lang lang, const size_t counts[GJ_OUTCOMES]);
/** The closing block: reports, findings, rule outcomes; each line adds up. */
void gj_text_totals(gj_buffer *out, const gj_show_options *options, const gj_totals *totals);
/** The same on one line without line end, for concise and github. */
void gj_text_totals_line(gj_buffer *out, gj_lang lang, const gj_totals *totals);

#endif
