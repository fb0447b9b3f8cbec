/* claims.c - what the text says in numbers, and in words for none.
 *
 * Paragraph by paragraph: find all quantities, offer each sentence to the ruleset's claim kinds, keep what no kind took as an
 * untied quantity, then hold every claim of the report's own year against the cells its kind names.
 */
#include <stdlib.h>

#include "claim_work.h"
#include "measure.h"
#include "numeral.h"
#include "sentence.h"

/* 分别为1、2件: a number without a measure word has that of the number which 、 joins to it. */
static void lend_units(gj_claim_work *work)
{
    for (size_t i = work->quantities.count; i-- > 1;) {
        gj_quantity *q = &work->quantities.items[i - 1].quantity;
        const gj_quantity *next = &work->quantities.items[i].quantity;
        bool joined = next->span.begin - q->span.end == 3 && gj_char3(work->text, q->span.end) == 0xE38081; /* 、 */
        if (joined && !q->unit.len && !q->ordinal && next->unit.len && !next->ordinal &&
            !gj_measure_is_time(next->unit))
            q->unit = next->unit;
    }
}

static gj_status read_quantities(gj_claim_work *work)
{
    gj_quantity q;
    work->quantities.count = 0;
    for (size_t at = 0; gj_quantity_next(work->text, at, &q); at = q.span.end) {
        if (work->quantities.count == GJ_MAX_CLAIMS) {
            work->limited = true;
            return GJ_OK;
        }
        gj_found_quantity *found = GJ_PUSH(work->arena, &work->quantities);
        if (!found)
            return gj_fail_nomem(work->err);
        *found = (gj_found_quantity){ .quantity = q };
    }
    lend_units(work);
    return GJ_OK;
}

/* Quantities of the sentence that no kind took. */
static gj_status keep_untied(gj_claim_work *work)
{
    for (; work->first < work->quantities.count; work->first++) {
        const gj_found_quantity *found = &work->quantities.items[work->first];
        const gj_quantity *q = &found->quantity;
        if (q->span.begin >= work->sentence.end)
            return GJ_OK;
        if (found->taken || q->ordinal || q->unit.len == 0 || q->span.begin < work->sentence.begin)
            continue;
        if (work->claims.count == GJ_MAX_CLAIMS) {
            work->limited = true;
            return GJ_OK;
        }
        gj_claim claim = {
            .value = q->value, .certainty = q->certainty, .unit = q->unit, .paragraph = work->paragraph
        };
        claim.in_text = claim.number = q->span;
        claim.sentence = gj_slice_sub(work->text, work->sentence.begin, work->sentence.end);
        GJ_TRY(gj_claim_year(work, q->span.begin, q->span.begin, &claim.year));
        gj_claim *kept = GJ_PUSH(work->arena, &work->claims);
        if (!kept)
            return gj_fail_nomem(work->err);
        *kept = claim;
    }
    return GJ_OK;
}

static int by_place(const void *left, const void *right)
{
    const gj_claim *a = left, *b = right;
    size_t x[] = { a->number.begin, a->number.end, a->in_text.begin, (size_t)(a->kind != NULL) };
    size_t y[] = { b->number.begin, b->number.end, b->in_text.begin, (size_t)(b->kind != NULL) };
    for (size_t i = 0; i < sizeof x / sizeof *x; i++)
        if (x[i] != y[i])
            return x[i] < y[i] ? -1 : 1;
    return a->kind == b->kind || a->kind < b->kind ? a->kind == b->kind ? 0 : -1 : 1;
}

static gj_status read_paragraph(gj_claim_work *work)
{
    size_t first = work->claims.count;
    work->carried_year = 0;
    work->first = 0;
    work->text = work->report->paragraphs[work->paragraph].text->text;
    GJ_TRY(read_quantities(work));
    for (size_t from = 0; gj_sentence_next(work->text, from, &work->sentence); from = work->sentence.end) {
        gj_claim_years_begin(work);
        GJ_TRY(gj_claims_match(work));
        GJ_TRY(keep_untied(work));
        gj_claim_years_end(work);
    }
    if (work->claims.count > first)
        qsort(work->claims.items + first, work->claims.count - first, sizeof *work->claims.items, by_place);
    return GJ_OK;
}

/* What can be said only once all is read: places in the file, section, tie. */
static void finish(gj_report *report)
{
    for (size_t i = 0; i < report->claim_count; i++) {
        gj_claim *claim = &report->claims[i];
        const gj_paragraph *paragraph = &report->paragraphs[claim->paragraph];
        claim->section = paragraph->section;
        claim->quote = gj_slice_sub(paragraph->text->text, claim->in_text.begin, claim->in_text.end);
        claim->span = gj_text_span(paragraph->text, claim->in_text.begin, claim->in_text.end);
        if (claim->kind && claim->year == 0)
            gj_claim_tie(report, claim);
    }
}

/* Rules ask for the claims of one kind, and of most kinds there are none. */
static gj_status link_kinds(gj_arena *arena, gj_report *report, gj_error *err)
{
    const gj_forms *forms = report->forms;
    report->first_claims = GJ_ARRAY(arena, forms->claim_count, size_t);
    if (!report->first_claims)
        return gj_fail_nomem(err);
    for (size_t k = 0; k < forms->claim_count; k++)
        report->first_claims[k] = GJ_NOT_FOUND;
    for (size_t i = report->claim_count; i-- > 0;) {
        gj_claim *claim = &report->claims[i];
        claim->next = GJ_NOT_FOUND;
        if (!claim->kind)
            continue;
        size_t *first = &report->first_claims[claim->kind - forms->claims];
        claim->next = *first;
        *first = i;
    }
    return GJ_OK;
}

/* About as many claims as a text of this length has: growing by doubling would move all of them again and again. */
static gj_status make_room(gj_claim_work *work)
{
    enum { BYTES_A_CLAIM = 64 };
    size_t bytes = 0;
    for (size_t i = 0; i < work->report->paragraph_count; i++)
        bytes += work->report->paragraphs[i].text->text.len;
    size_t room = bytes / BYTES_A_CLAIM < GJ_MAX_CLAIMS ? bytes / BYTES_A_CLAIM : GJ_MAX_CLAIMS;
    work->claims.items = GJ_ARRAY(work->arena, room, gj_claim);
    work->claims.room = room;
    return work->claims.items ? GJ_OK : gj_fail_nomem(work->err);
}

gj_status gj_bind_claims(gj_arena *arena, gj_report *report, gj_error *err)
{
    gj_claim_work work = { .arena = arena, .report = report, .err = err };
    gj_mark_sub_headings(report);
    GJ_TRY(make_room(&work));
    work.needles = gj_claim_needles_new(arena, report->forms);
    if (!work.needles)
        return gj_fail_nomem(err);
    for (; work.paragraph < report->paragraph_count; work.paragraph++)
        GJ_TRY(read_paragraph(&work));
    report->claims = work.claims.items;
    report->claim_count = work.claims.count;
    finish(report);
    GJ_TRY(link_kinds(arena, report, err));
    if (work.limited)
        gj_report_notice(arena, report, "claims_limited", (gj_span){ 0, 0 }, (gj_slice){ NULL, 0 },
                         (gj_slice){ NULL, 0 }, "正文数字过多或句子过长，部分数字未与表格核对",
                         "too many numbers or too long a sentence: some numbers were not compared with the tables");
    return GJ_OK;
}
