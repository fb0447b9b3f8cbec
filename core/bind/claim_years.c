/* claim_years.c - to which year a number belongs.
 *
 * Reports compare: 比2023年的22件增长, 上年12件, 同比. Such figures must not be held against this year's tables. A year named in the
 * number's own part of the sentence decides; else the last year that opened a part before it (2023年，我局收到……) does. Years inside
 * the claim's own words ("3 left from 2023") are what the claim is about and change nothing.
 */
#include "claim_work.h"
#include "sentence.h"

static bool year_quantity(const gj_quantity *q)
{
    return q->ordinal && gj_slice_is(q->unit, "年") && q->value >= 1990 * GJ_ONE && q->value <= 2200 * GJ_ONE;
}

/* Insert in order of place. */
static void add_mark(gj_claim_work *work, gj_year_mark mark)
{
    if (work->mark_count == GJ_MAX_YEAR_MARKS)
        return;
    size_t i = work->mark_count++;
    for (; i > 0 && work->marks[i - 1].span.begin > mark.span.begin; i--)
        work->marks[i] = work->marks[i - 1];
    work->marks[i] = mark;
}

static bool opens_part(gj_slice text, size_t begin, size_t at)
{
    static const char *const lead[] = { "",       "在",   "自",   "从",   "至",   "截至", "截止",
                                        "截止到", "一是", "二是", "三是", "其中", NULL };
    gj_slice before = gj_slice_trim(gj_slice_sub(text, begin, at));
    for (const char *const *word = lead; *word; word++)
        if (gj_slice_is(before, *word))
            return true;
    return false;
}

void gj_claim_years_begin(gj_claim_work *work)
{
    work->mark_count = 0;
    work->relative_known = false;
    if (work->report->year == 0)
        return;
    for (size_t i = work->first; i < work->quantities.count && work->mark_count < GJ_MAX_YEAR_MARKS; i++) {
        const gj_quantity *q = &work->quantities.items[i].quantity;
        if (q->span.begin < work->sentence.begin || !year_quantity(q))
            continue;
        if (q->span.begin >= work->sentence.end)
            break;
        gj_span part = gj_sentence_part(work->text, work->sentence, q->span.begin);
        add_mark(work, (gj_year_mark){ .span = q->span,
                                       .year = (int)(q->value / GJ_ONE),
                                       .topic = opens_part(work->text, part.begin, q->span.begin) });
    }
}

void gj_claim_years_end(gj_claim_work *work)
{
    gj_slice sentence = gj_slice_sub(work->text, work->sentence.begin, work->sentence.end);
    if (!gj_slice_ends(sentence, GJ_LIT("；")) && !gj_slice_ends(sentence, GJ_LIT(";")))
        work->carried_year = 0;
    else
        for (size_t i = 0; i < work->mark_count; i++)
            if (work->marks[i].topic)
                work->carried_year = work->marks[i].year == work->report->year ? 0 : work->marks[i].year;
}

/* 去年, 同比: the ruleset's words for another year. One of them alone in its part is a topic: 去年，…… */
static gj_status add_relative(gj_claim_work *work)
{
    gj_pattern *pattern = work->report->forms->other_year;
    gj_slice subject = gj_slice_sub(work->text, work->sentence.begin, work->sentence.end);
    gj_match match;
    bool found = pattern && gj_claim_needles_other_year(work->needles);
    for (size_t from = 0; found && from < subject.len && work->mark_count < GJ_MAX_YEAR_MARKS;) {
        GJ_TRY(gj_claim_search(work, pattern, subject, from, &match, &found));
        if (!found || match.whole.end <= from)
            break;
        gj_span span = { work->sentence.begin + match.whole.begin, work->sentence.begin + match.whole.end };
        gj_span part = gj_sentence_part(work->text, work->sentence, span.begin);
        bool alone = opens_part(work->text, part.begin, span.begin) && part.end == span.end;
        add_mark(work, (gj_year_mark){ .span = span, .year = work->report->year - 1, .topic = alone });
        from = match.whole.end;
    }
    return GJ_OK;
}

gj_status gj_claim_year(gj_claim_work *work, size_t words, size_t at, int *year)
{
    *year = 0;
    if (work->report->year == 0)
        return GJ_OK;
    if (!work->relative_known) {
        work->relative_known = true;
        GJ_TRY(add_relative(work));
    }
    *year = work->carried_year;
    if (work->mark_count == 0)
        return GJ_OK;
    size_t part = gj_sentence_part(work->text, work->sentence, at).begin;
    for (size_t i = work->mark_count; i-- > 0;) {
        const gj_year_mark *mark = &work->marks[i];
        if (mark->span.begin >= at || mark->span.begin >= words)
            continue;
        if (mark->span.begin >= part || mark->topic) {
            *year = mark->year == work->report->year ? 0 : mark->year;
            return GJ_OK;
        }
    }
    return GJ_OK;
}
