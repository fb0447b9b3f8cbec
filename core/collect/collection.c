#include "collection.h"

#include <stdlib.h>

const char *gj_part_played_name(gj_part_played part)
{
    static const char *const names[] = { "unit", "aggregate", "other_year", "unknown" };
    return names[part];
}

const char *gj_question_kind_name(gj_question_kind kind)
{
    static const char *const names[] = { "unlisted", "ambiguous", "unnamed", "no_year", "aggregate", "recorded_twice" };
    return names[kind];
}

const char *gj_rollup_state_name(gj_rollup_state state)
{
    static const char *const names[] = { "holds", "differs", "open", "unknown" };
    return names[state];
}

bool gj_collection_ask(gj_collection *c, gj_question_kind kind, size_t member, const size_t *candidates, size_t count)
{
    gj_question question = { .kind = kind, .member = member };
    for (size_t i = 0; i < count && i < GJ_CANDIDATES; i++)
        question.candidates[question.candidate_count++] = candidates[i];
    gj_question *kept = GJ_PUSH(c->arena, &c->questions);
    if (kept)
        *kept = question;
    return kept != NULL;
}

static int by_path(const void *a, const void *b)
{
    const gj_record *x = a, *y = b;
    int order = gj_slice_compare(x->path, y->path);
    if (order == 0)
        order = gj_slice_compare(x->sha256, y->sha256);
    return order ? order : gj_slice_compare(x->line, y->line);
}

typedef struct hashed {
    gj_slice sha256;
    size_t member;
} hashed;

static int by_digest(const void *a, const void *b)
{
    const hashed *x = a, *y = b;
    int order = gj_slice_compare(x->sha256, y->sha256);
    return order ? order : (x->member > y->member) - (x->member < y->member);
}

/* A file given as last year's that is among the others by another path is left out. */
static gj_status drop_given_twice(gj_collection *c, gj_error *err)
{
    hashed *list = GJ_ARRAY(c->arena, c->member_count, hashed);
    bool *drop = GJ_ARRAY(c->arena, c->member_count, bool);
    size_t count = 0, kept = 0;
    if (!list || !drop)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < c->member_count; i++)
        if (c->members[i].record.sha256.len)
            list[count++] = (hashed){ c->members[i].record.sha256, i };
    if (count)
        qsort(list, count, sizeof *list, by_digest);
    for (size_t begin = 0, end; begin < count; begin = end) {
        bool other = false;
        for (end = begin; end < count && gj_slice_equal(list[begin].sha256, list[end].sha256); end++)
            other = other || !c->members[list[end].member].record.as_prior;
        for (size_t i = begin; other && i < end; i++)
            drop[list[i].member] = c->members[list[i].member].record.as_prior;
    }
    for (size_t i = 0; i < c->member_count; i++) {
        for (size_t q = 0; q < c->questions.count; q++)
            if (c->questions.items[q].member == i)
                c->questions.items[q].member = kept;
        if (!drop[i])
            c->members[kept++] = c->members[i];
    }
    c->member_count = kept;
    return GJ_OK;
}

/* A file that is there twice counts once; where the two records differ, they were made in different ways, and that is asked. */
static gj_status take_members(gj_collection *c, gj_record *records, size_t count, gj_error *err)
{
    if (count)
        qsort(records, count, sizeof *records, by_path);
    c->members = GJ_ARRAY(c->arena, count, gj_member);
    if (!c->members)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < count; i++) {
        bool again = i && gj_slice_equal(records[i - 1].path, records[i].path) &&
                     gj_slice_equal(records[i - 1].sha256, records[i].sha256);
        if (again) {
            c->members[c->member_count - 1].record.as_prior |= records[i].as_prior;
            c->members[c->member_count - 1].record.as_aggregate |= records[i].as_aggregate;
        }
        if (!again)
            c->members[c->member_count++] = (gj_member){ records[i], GJ_PART_NOBODY, GJ_NOT_FOUND, GJ_NOT_FOUND };
        else if (!gj_slice_equal(records[i - 1].line, records[i].line) &&
                 !gj_collection_ask(c, GJ_ASK_TWICE, c->member_count - 1, NULL, 0))
            return gj_fail_nomem(err);
    }
    return drop_given_twice(c, err);
}

static bool is_readable(const gj_member *member)
{
    return member->record.status == GJ_CHECKED;
}

/* The year of most; of several the latest. Years that no calendar has are no years. */
static int usual_year(const gj_collection *c)
{
    size_t counts[200] = { 0 };
    int best = 0;
    for (size_t i = 0; i < c->member_count; i++) {
        int year = c->members[i].record.year;
        if (is_readable(&c->members[i]) && !c->members[i].record.as_prior && year >= 1950 && year < 2150)
            counts[year - 1950]++;
    }
    for (int i = 0; i < 200; i++)
        if (counts[i] && (!best || counts[i] >= counts[best - 1950]))
            best = 1950 + i;
    return best;
}

static bool is_total(const gj_collection *c, const gj_record *record, bool said)
{
    return said ? record->as_aggregate
                : record->year == c->year && gj_slice_is(record->scope, "aggregate") && !record->as_prior;
}

static bool is_listed(const gj_collection *c, gj_slice normal)
{
    for (size_t i = 0; i < c->roster.count; i++) {
        const gj_roster_entry *entry = &c->roster.entries[i];
        if (gj_slice_equal(entry->normal, normal))
            return true;
        for (size_t k = 0; k < entry->alias_count; k++)
            if (gj_slice_equal(entry->aliases[k], normal))
                return true;
    }
    return false;
}

/* Among several that could be the total those count that are no units of the roster: a city's roster lists counties, whose reports are totals, too. */
static bool choose_aggregate(gj_collection *c)
{
    size_t found = 0, outside = 0, first = GJ_NOT_FOUND, first_outside = GJ_NOT_FOUND;
    bool said = false;
    c->aggregate = GJ_NOT_FOUND;
    for (size_t i = 0; i < c->member_count; i++)
        said = said || c->members[i].record.as_aggregate;
    for (size_t i = 0; i < c->member_count; i++) {
        if (!is_readable(&c->members[i]) || !is_total(c, &c->members[i].record, said))
            continue;
        first = found++ ? first : i;
        if (c->has_roster && !is_listed(c, c->members[i].record.normal))
            first_outside = outside++ ? first_outside : i;
    }
    if (found == 1)
        c->aggregate = first;
    else if (!said && outside == 1)
        c->aggregate = first_outside;
    bool asks = c->aggregate == GJ_NOT_FOUND && (said ? found > 1 : outside > 1);
    return !asks || gj_collection_ask(c, GJ_ASK_AGGREGATE, said ? first : first_outside, NULL, 0);
}

static bool play_parts(gj_collection *c)
{
    for (size_t i = 0; i < c->member_count; i++) {
        gj_member *member = &c->members[i];
        member->part = GJ_PART_NOBODY;
        if (i == c->aggregate)
            member->part = GJ_PART_AGGREGATE;
        else if (is_readable(member) && member->record.year)
            member->part = member->record.year == c->year && !member->record.as_prior ? GJ_PART_UNIT : GJ_PART_PRIOR;
        else if (is_readable(member) && !gj_collection_ask(c, GJ_ASK_NO_YEAR, i, NULL, 0))
            return false;
    }
    return true;
}

gj_status gj_collection_make(gj_arena *arena, const gj_forms *forms, gj_record *records, size_t count,
                             const gj_collection_options *options, gj_collection **out, gj_error *err)
{
    gj_collection *c = *out = GJ_NEW(arena, gj_collection);
    if (!c)
        return gj_fail_nomem(err);
    c->arena = arena;
    c->forms = forms;
    c->today = options->today;
    c->has_roster = options->roster != NULL;
    if (options->roster)
        c->roster = *options->roster;
    GJ_TRY(take_members(c, records, count, err));
    c->year = options->year ? options->year : usual_year(c);
    if (!choose_aggregate(c) || !play_parts(c))
        return gj_fail_nomem(err);
    GJ_TRY(gj_collection_match(c, err));
    return gj_collection_rollup(c, err);
}
