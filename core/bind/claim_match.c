/* claim_match.c - the claim kinds of a ruleset on one sentence.
 *
 * Kinds are tried in the ruleset's order and a number that one has taken is not offered to the next, so the specific kind stands
 * before the general one. A pattern is run only where one of its needles occurs.
 */
#include "claim_pattern.h"
#include "claim_work.h"
#include "measure.h"
#include "sentence.h"

gj_status gj_claim_search(gj_claim_work *work, gj_pattern *pattern, gj_slice subject, size_t from, gj_match *match,
                          bool *found)
{
    *found = false;
    if (work->scanned > GJ_CLAIM_BYTES || subject.len > GJ_MAX_SUBJECT) {
        work->limited = true;
        return GJ_OK;
    }
    work->scanned += subject.len - from + 1;
    switch (gj_pattern_search(pattern, subject, from, match, work->err)) {
    case GJ_MATCH_FOUND:
        *found = true;
        return GJ_OK;
    case GJ_MATCH_LIMITED:
        work->limited = true;
        return GJ_OK;
    case GJ_MATCH_NONE:
        return GJ_OK;
    case GJ_MATCH_FAILED:
    default:
        return work->err && work->err->status != GJ_OK ? work->err->status : GJ_NOMEM;
    }
}

static bool in_sections(const gj_claim_work *work, const gj_claim_kind *kind)
{
    size_t section = work->report->paragraphs[work->paragraph].section;
    if (kind->section_count == 0)
        return true;
    if (section == GJ_NOT_FOUND || !work->report->sections[section].form)
        return false;
    for (size_t i = 0; i < kind->section_count; i++)
        if (gj_slice_equal(kind->sections[i], work->report->sections[section].form->key))
            return true;
    return false;
}

/* The quantity whose digits begin at byte `at`, or NULL. */
static gj_found_quantity *quantity_at(gj_claim_work *work, size_t at)
{
    size_t low = 0, high = work->quantities.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (work->quantities.items[middle].quantity.digits.begin < at)
            low = middle + 1;
        else
            high = middle;
    }
    gj_found_quantity *found = low < work->quantities.count ? &work->quantities.items[low] : NULL;
    return found && found->quantity.digits.begin == at ? found : NULL;
}

/* Money is brought to the kind's first unit: 元, 万元 and 亿元 are hundredfold-hundredfold apart. */
static int64_t money_rank(gj_slice unit)
{
    if (gj_slice_is(unit, "元"))
        return 1;
    if (gj_slice_is(unit, "万元"))
        return 10000;
    return gj_slice_is(unit, "亿元") ? 100000000 : 0;
}

static bool to_unit(const gj_quantity *q, gj_slice wanted, gj_decimal *value)
{
    int64_t from = money_rank(q->unit), to = money_rank(wanted);
    if (!from || !to || from == to) {
        *value = q->value;
        return true;
    }
    if (from < to) {
        *value = q->value / (to / from);
        return q->value % (to / from) == 0;
    }
    *value = q->value > GJ_DECIMAL_MAX / (from / to) ? 0 : q->value * (from / to);
    return *value > 0 || q->value == 0;
}

/* Whether the kind may be counted in this unit. A bare 0 needs none. */
static bool unit_fits(const gj_claim_kind *kind, const gj_quantity *q)
{
    if (q->unit.len == 0)
        return q->value == 0;
    if (kind->unit_count == 0)
        return !gj_measure_is_time(q->unit) && !gj_measure_is_rate(q->unit);
    for (size_t i = 0; i < kind->unit_count; i++)
        if (gj_slice_equal(kind->units[i], q->unit))
            return true;
    return false;
}

/* Whether the sentence still has a number at or after byte `from` that the kind may take: without one its patterns need not run. */
static bool has_number(const gj_claim_work *work, const gj_claim_kind *kind, size_t from)
{
    for (size_t i = work->first; i < work->quantities.count; i++) {
        const gj_found_quantity *found = &work->quantities.items[i];
        if (found->quantity.span.begin >= work->sentence.end)
            return false;
        if (!found->taken && !found->quantity.ordinal && found->quantity.digits.begin >= from &&
            unit_fits(kind, &found->quantity))
            return true;
    }
    return false;
}

/* A word that forbids the claim stands in the part of the sentence where the words stand. */
static gj_status forbidden(gj_claim_work *work, const gj_claim_pattern *pattern, gj_span words, bool *out)
{
    *out = false;
    if (!pattern->unless)
        return GJ_OK;
    gj_match match;
    size_t begin = gj_sentence_part(work->text, work->sentence, words.begin).begin;
    size_t end = gj_sentence_part(work->text, work->sentence, words.end).end;
    return gj_claim_search(work, pattern->unless, gj_slice_sub(work->text, begin, end), 0, &match, out);
}

/* Whether a claim of the same kind already covers these words. */
static bool repeated(const gj_claim_work *work, const gj_claim_kind *kind, gj_span words)
{
    for (size_t i = work->claims.count; i-- > 0;) {
        const gj_claim *other = &work->claims.items[i];
        if (other->paragraph != work->paragraph || other->in_text.end <= work->sentence.begin)
            return false;
        if (other->kind && gj_slice_equal(other->kind->key, kind->key) && other->in_text.begin < words.end &&
            words.begin < other->in_text.end)
            return true;
    }
    return false;
}

static gj_status add_claim(gj_claim_work *work, const gj_claim_kind *kind, const gj_claim_pattern *pattern,
                           gj_span words, gj_found_quantity *found)
{
    gj_claim claim = {
        .kind = kind, .zero_words = pattern->zero, .paragraph = work->paragraph, .in_text = words, .number = words
    };
    if (found) {
        claim.number = found->quantity.span;
        claim.certainty = found->quantity.certainty;
        claim.unit = found->quantity.unit;
        if (!to_unit(&found->quantity, kind->unit_count ? kind->units[0] : claim.unit, &claim.value))
            return GJ_OK;
        if (money_rank(claim.unit) && kind->unit_count)
            claim.unit = kind->units[0];
        if (claim.in_text.end < claim.number.end)
            claim.in_text.end = claim.number.end;
    }
    claim.sentence = gj_slice_sub(work->text, work->sentence.begin, work->sentence.end);
    GJ_TRY(gj_claim_year(work, words.begin, claim.number.begin, &claim.year));
    gj_claim *kept = GJ_PUSH(work->arena, &work->claims);
    if (!kept)
        return gj_fail_nomem(work->err);
    if (found)
        found->taken = true;
    *kept = claim;
    return GJ_OK;
}

/* One match of a pattern: is it a claim? */
static gj_status consider(gj_claim_work *work, const gj_claim_kind *kind, const gj_claim_pattern *pattern,
                          const gj_match *match, size_t group)
{
    gj_span words = { work->sentence.begin + match->whole.begin, work->sentence.begin + match->whole.end };
    gj_found_quantity *found = NULL;
    if (!pattern->zero) {
        if (group == 0 || match->groups[group].begin == GJ_NOT_FOUND)
            return GJ_OK;
        found = quantity_at(work, work->sentence.begin + match->groups[group].begin);
        if (!found || found->taken || found->quantity.ordinal || !unit_fits(kind, &found->quantity))
            return GJ_OK;
    } else if (repeated(work, kind, words)) {
        return GJ_OK;
    }
    bool no;
    GJ_TRY(forbidden(work, pattern, words, &no));
    return no ? GJ_OK : add_claim(work, kind, pattern, words, found);
}

/* The form of the pattern that reads the numbers of this sentence. */
static gj_status choose_form(gj_claim_work *work, const gj_claim_pattern *pattern, gj_slice subject, gj_pattern **out)
{
    *out = pattern->pattern;
    if (!pattern->full)
        return GJ_OK;
    if (!work->plain_known) {
        work->plain_known = true;
        work->plain = gj_quantity_plain(subject);
    }
    return work->plain ? GJ_OK : gj_full_pattern_get(work->arena, pattern->full, out, work->err);
}

static gj_status match_pattern(gj_claim_work *work, const gj_claim_kind *kind, const gj_claim_pattern *pattern)
{
    gj_slice subject = gj_slice_sub(work->text, work->sentence.begin, work->sentence.end);
    gj_pattern *form;
    gj_match match;
    bool found = true;
    GJ_TRY(choose_form(work, pattern, subject, &form));
    for (size_t from = 0; from < subject.len && work->claims.count < GJ_MAX_CLAIMS;) {
        if (!pattern->zero && !has_number(work, kind, work->sentence.begin + from))
            return GJ_OK;
        GJ_TRY(gj_claim_search(work, form, subject, from, &match, &found));
        if (!found)
            return GJ_OK;
        size_t group = pattern->zero ? 0 : gj_pattern_group(form, "n");
        GJ_TRY(consider(work, kind, pattern, &match, group));
        size_t next = match.whole.end;
        if (group && match.groups[group].begin != GJ_NOT_FOUND)
            next = match.groups[group].end;
        if (next <= from) /* an empty match: one character on */
            for (next = from + 1; next < subject.len && ((unsigned char)subject.data[next] & 0xC0) == 0x80;)
                next++;
        from = next;
    }
    return GJ_OK;
}

gj_status gj_claims_match(gj_claim_work *work)
{
    const gj_forms *forms = work->report->forms;
    gj_slice subject = gj_slice_sub(work->text, work->sentence.begin, work->sentence.end);
    size_t at = 0, k, p;
    work->plain_known = false;
    gj_claim_needles_scan(work->needles, subject);
    for (; gj_claim_needles_next(work->needles, at, &at, &k, &p); at++) {
        const gj_claim_kind *kind = &forms->claims[k];
        bool run = kind->patterns[p].zero || has_number(work, kind, work->sentence.begin);
        if (run && (!kind->section_count || in_sections(work, kind)))
            GJ_TRY(match_pattern(work, kind, &kind->patterns[p]));
    }
    return GJ_OK;
}
