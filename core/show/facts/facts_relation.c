/* facts_relation.c - relations in words and figures. */
#include "../../bind/measure.h"
#include "../escape.h"
#include "../words.h"
#include "facts.h"

enum { MOST_PARTS = 12 }; /* written out; more are counted */

static void figure(gj_buffer *out, gj_decimal value)
{
    char number[24];
    (void)gj_decimal_print(value, number);
    gj_buffer_text(out, number);
}

static gj_decimal value_of(const gj_report *report, size_t claim)
{
    return report->claims[claim].value;
}

/* 34 + 227, or how many they are. */
static void parts_of(const gj_report *report, const gj_relation *relation, gj_lang lang, gj_buffer *out)
{
    if (relation->part_count > MOST_PARTS) {
        gj_buffer_format(out, GJ_PICK(lang, "%zu 个分项之和", "the sum of %zu parts"), relation->part_count);
        return;
    }
    for (size_t i = 0; i < relation->part_count; i++) {
        gj_buffer_text(out, i ? " + " : "");
        figure(out, value_of(report, relation->parts[i].claim));
    }
}

static void breakdown(const gj_report *report, const gj_relation *relation, gj_lang lang, gj_buffer *out)
{
    gj_decimal total = value_of(report, relation->whole);
    bool equal = relation->state == GJ_HOLDS;
    if (relation->second != GJ_NOT_FOUND) {
        gj_buffer_text(out, GJ_PICK(lang, "与", "with "));
        figure(out, value_of(report, relation->second));
        gj_buffer_text(out, GJ_PICK(lang, "合计 ", " together "));
        (void)gj_decimal_add(total, value_of(report, relation->second), &total);
    }
    if (relation->state == GJ_OPEN) {
        gj_buffer_text(out, GJ_PICK(lang, "列有部分分项：", "some parts are listed: "));
        parts_of(report, relation, lang, out);
        return;
    }
    gj_buffer_text(out, equal ? relation->rounded ? "≈ " : "= " : "≠ ");
    parts_of(report, relation, lang, out);
    if (equal)
        return;
    gj_buffer_text(out, " = ");
    figure(out, relation->sum);
    gj_buffer_text(out, GJ_PICK(lang, "，差 ", ", off by "));
    figure(out, relation->sum > total ? relation->sum - total : total - relation->sum);
    if (relation->state == GJ_TOO_LITTLE && !relation->closed)
        gj_buffer_text(out, GJ_PICK(lang, "（可能没有列全）", " (the list may not be complete)"));
}

void gj_facts_part(const gj_report *report, const gj_relation *relation, gj_lang lang, gj_buffer *out)
{
    const gj_claim *whole = &report->claims[relation->whole];
    gj_slice text = report->paragraphs[whole->paragraph].text->text;
    gj_buffer_text(out, GJ_PICK(lang, "", "a part of "));
    gj_escape_terminal(out, gj_slice_sub(text, whole->number.begin, whole->number.end));
    gj_buffer_text(out, GJ_PICK(lang, "的分项", ""));
    if (relation->state == GJ_HOLDS)
        gj_buffer_text(out, GJ_PICK(lang, "，相加一致", ", which adds up"));
    else if (relation->state == GJ_OPEN || (relation->state == GJ_TOO_LITTLE && !relation->closed))
        gj_buffer_text(out, GJ_PICK(lang, "，没有列全", ", not all of them listed"));
    else
        gj_buffer_text(out, GJ_PICK(lang, "，相加不一致", ", which does not add up"));
}

static void share(const gj_report *report, const gj_relation *relation, gj_buffer *out)
{
    gj_buffer_text(out, relation->state == GJ_HOLDS ? "= " : "≠ ");
    figure(out, value_of(report, relation->parts[0].claim));
    gj_buffer_text(out, " ÷ ");
    figure(out, value_of(report, relation->whole));
    gj_buffer_text(out, " = ");
    figure(out, relation->sum);
    gj_buffer_text(out, "%");
}

static void change(const gj_report *report, const gj_relation *relation, gj_lang lang, gj_buffer *out)
{
    gj_relation checked = *relation;
    gj_decimal before = 0;
    if (!gj_change_judge(report, &checked, &before)) {
        gj_buffer_text(out, GJ_PICK(lang, "与上年相比，需要上年报告才能核对",
                                    "compared with last year; needs last year's report"));
        return;
    }
    gj_buffer_text(out, checked.wrong_way || checked.state != GJ_HOLDS ? "≠ " : "= ");
    figure(out, before);
    gj_buffer_text(out, " → ");
    figure(out, value_of(report, relation->whole));
    if (relation->figure != GJ_NOT_FOUND) {
        gj_buffer_text(out, GJ_PICK(lang, "，变化 ", ", a change of "));
        figure(out, checked.sum);
        gj_buffer_text(out, gj_measure_is_rate(report->claims[relation->figure].unit) ? "%" : "");
    }
    if (checked.wrong_way)
        gj_buffer_text(out, GJ_PICK(lang, "，方向说反了", ", the other way round"));
}

void gj_facts_relation(const gj_report *report, const gj_relation *relation, gj_lang lang, gj_buffer *out)
{
    if (relation->kind == GJ_BREAKDOWN)
        breakdown(report, relation, lang, out);
    else if (relation->kind == GJ_SHARE)
        share(report, relation, out);
    else
        change(report, relation, lang, out);
}
