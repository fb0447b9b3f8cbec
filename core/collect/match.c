/* match.c - whose report is whose: names in their normal form against the roster's names and aliases, and this year's against last year's. */
#include <stdlib.h>

#include "../base/nearest.h"
#include "../base/utf8.h"
#include "collection.h"

/* A name or alias and whose it is. */
typedef struct naming {
    gj_slice name;
    size_t unit;
} naming;

typedef struct matching {
    gj_collection *c;
    naming *names; /* sorted */
    size_t name_count;
    GJ_LIST(gj_unit) units;
    bool *unlisted; /* one a member: its name is on no roster */
} matching;

static int by_name(const void *a, const void *b)
{
    const naming *x = a, *y = b;
    int order = gj_slice_compare(x->name, y->name);
    return order ? order : (x->unit > y->unit) - (x->unit < y->unit);
}

static bool list_names(matching *m)
{
    const gj_roster *roster = &m->c->roster;
    size_t room = 0;
    for (size_t i = 0; i < roster->count; i++)
        room += 1 + roster->entries[i].alias_count;
    m->names = GJ_ARRAY(m->c->arena, room, naming);
    if (!m->names)
        return false;
    for (size_t i = 0; i < roster->count; i++) {
        const gj_roster_entry *entry = &roster->entries[i];
        gj_unit *unit = GJ_PUSH(m->c->arena, &m->units);
        if (!unit)
            return false;
        *unit = (gj_unit){ .name = entry->name,
                           .normal = entry->normal,
                           .entry = entry,
                           .level = entry->level,
                           .kind = entry->kind,
                           .in_aggregate = entry->in_aggregate };
        m->names[m->name_count++] = (naming){ entry->normal, i };
        for (size_t k = 0; k < entry->alias_count; k++)
            m->names[m->name_count++] = (naming){ entry->aliases[k], i };
    }
    if (m->name_count)
        qsort(m->names, m->name_count, sizeof *m->names, by_name);
    return true;
}

/* The units of this very name; at most GJ_CANDIDATES are written, all are counted. */
static size_t units_named(const matching *m, gj_slice name, size_t out[GJ_CANDIDATES])
{
    size_t low = 0, high = m->name_count, found = 0, last = GJ_NOT_FOUND;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (gj_slice_compare(m->names[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < m->name_count && gj_slice_equal(m->names[low].name, name); low++) {
        if (m->names[low].unit == last)
            continue;
        last = m->names[low].unit;
        if (found < GJ_CANDIDATES)
            out[found] = last;
        found++;
    }
    return found;
}

/* How far apart two names are, for the question only: one that ends or begins with the other is nearest. */
static size_t distance(gj_slice a, gj_slice b)
{
    gj_slice longer = a.len > b.len ? a : b, shorter = a.len > b.len ? b : a;
    if (shorter.len >= 6 && gj_slice_find(longer, shorter, 0) != GJ_NOT_FOUND)
        return 1;
    size_t far = gj_word_distance(a, b);
    return far == GJ_NOT_FOUND || far > gj_word_reach(shorter) ? GJ_NOT_FOUND : far + 2;
}

/* The nearest units of the roster, nearest first. */
static size_t nearest(const matching *m, gj_slice name, size_t out[GJ_CANDIDATES])
{
    size_t far[GJ_CANDIDATES], found = 0;
    for (size_t i = 0; i < m->name_count; i++) {
        size_t d = distance(m->names[i].name, name), at = found;
        bool known = false;
        for (size_t k = 0; k < found; k++)
            known = known || out[k] == m->names[i].unit;
        if (d == GJ_NOT_FOUND || known)
            continue;
        while (at > 0 && far[at - 1] > d)
            at--;
        if (at == GJ_CANDIDATES)
            continue;
        found += found < GJ_CANDIDATES;
        for (size_t k = found - 1; k > at; k--) {
            far[k] = far[k - 1];
            out[k] = out[k - 1];
        }
        far[at] = d;
        out[at] = m->names[i].unit;
    }
    return found;
}

static gj_status match_member(matching *m, size_t index, gj_error *err)
{
    gj_collection *c = m->c;
    gj_member *member = &c->members[index];
    size_t candidates[GJ_CANDIDATES];
    bool asks = c->has_roster && (member->part == GJ_PART_UNIT);
    if (!member->record.normal.len) {
        if (member->part != GJ_PART_PRIOR && !gj_collection_ask(c, GJ_ASK_UNNAMED, index, NULL, 0))
            return gj_fail_nomem(err);
        return GJ_OK;
    }
    size_t found = units_named(m, member->record.normal, candidates);
    if (found == 1) {
        member->unit = candidates[0];
        return GJ_OK;
    }
    gj_question_kind kind = found ? GJ_ASK_AMBIGUOUS : GJ_ASK_UNLISTED;
    size_t count =
        found ? (found < GJ_CANDIDATES ? found : GJ_CANDIDATES) : nearest(m, member->record.normal, candidates);
    if (asks || (found && member->part == GJ_PART_AGGREGATE)) {
        if (!gj_collection_ask(c, kind, index, candidates, count))
            return gj_fail_nomem(err);
        GJ_KNOWN(!count || m->units.items); /* candidates are units */
        for (size_t i = 0; i < count; i++)
            m->units.items[candidates[i]].asked = true;
    }
    m->unlisted[index] = !found;
    return GJ_OK;
}

/* Units that are on no roster, by their normal names and in the order of these: not of the files, which may lie anywhere. */
static gj_status add_unlisted(matching *m, gj_error *err)
{
    gj_collection *c = m->c;
    naming *order = GJ_ARRAY(c->arena, c->member_count, naming);
    size_t count = 0;
    if (!order)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < c->member_count; i++)
        if (m->unlisted[i])
            order[count++] = (naming){ c->members[i].record.normal, i };
    if (count)
        qsort(order, count, sizeof *order, by_name);
    for (size_t i = 0; i < count; i++) {
        gj_member *member = &c->members[order[i].unit];
        if (i == 0 || !gj_slice_equal(order[i - 1].name, order[i].name)) {
            gj_unit *unit = GJ_PUSH(c->arena, &m->units);
            if (!unit)
                return gj_fail_nomem(err);
            *unit = (gj_unit){ .name = member->record.name,
                               .normal = member->record.normal,
                               .in_aggregate = !c->has_roster };
        }
        member->unit = m->units.count - 1;
    }
    c->units = m->units.items;
    c->unit_count = m->units.count;
    return GJ_OK;
}

/* Each unit's reports of the year, and what the roster does not say of it. */
static gj_status fill_units(gj_collection *c, gj_error *err)
{
    for (size_t i = 0; i < c->member_count; i++)
        if (c->members[i].unit != GJ_NOT_FOUND && c->members[i].part <= GJ_PART_AGGREGATE)
            c->units[c->members[i].unit].member_count++;
    for (size_t i = 0; i < c->unit_count; i++) {
        c->units[i].members = GJ_ARRAY(c->arena, c->units[i].member_count, size_t);
        if (!c->units[i].members)
            return gj_fail_nomem(err);
        c->units[i].member_count = 0;
    }
    for (size_t i = 0; i < c->member_count; i++) {
        const gj_member *member = &c->members[i];
        if (member->unit == GJ_NOT_FOUND || member->part > GJ_PART_AGGREGATE)
            continue;
        gj_unit *unit = &c->units[member->unit];
        unit->members[unit->member_count++] = i;
        unit->is_aggregate = unit->is_aggregate || member->part == GJ_PART_AGGREGATE;
        unit->level = unit->level.len ? unit->level : member->record.level;
        unit->kind = unit->kind.len ? unit->kind : member->record.kind;
    }
    return GJ_OK;
}

typedef struct dated {
    size_t unit, member;
    int year;
} dated;

static int by_unit_and_year(const void *a, const void *b)
{
    const dated *x = a, *y = b;
    if (x->unit != y->unit)
        return x->unit < y->unit ? -1 : 1;
    if (x->year != y->year)
        return x->year < y->year ? -1 : 1;
    return (x->member > y->member) - (x->member < y->member);
}

/* Last year's report of each: the only one of its unit of the year before, and only where there is one of this year, too; as in a check. */
static gj_status find_before(gj_collection *c, gj_error *err)
{
    dated *list = GJ_ARRAY(c->arena, c->member_count, dated);
    size_t count = 0, begin = 0;
    if (!list)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < c->member_count; i++)
        if (c->members[i].unit != GJ_NOT_FOUND && c->members[i].record.year)
            list[count++] = (dated){ c->members[i].unit, i, c->members[i].record.year };
    if (count)
        qsort(list, count, sizeof *list, by_unit_and_year);
    for (size_t end, last = 0, last_count = 0; begin < count; begin = end) {
        end = begin + 1;
        while (end < count && list[end].unit == list[begin].unit && list[end].year == list[begin].year)
            end++;
        bool follows =
            last_count == 1 && list[last].unit == list[begin].unit && list[last].year == list[begin].year - 1;
        if (follows && end - begin == 1)
            c->members[list[begin].member].before = list[last].member;
        last = begin;
        last_count = end - begin;
    }
    return GJ_OK;
}

gj_status gj_collection_match(gj_collection *c, gj_error *err)
{
    matching m = { .c = c, .unlisted = GJ_ARRAY(c->arena, c->member_count, bool) };
    if (!m.unlisted || !list_names(&m))
        return gj_fail_nomem(err);
    for (size_t i = 0; i < c->member_count; i++)
        if (c->members[i].part != GJ_PART_NOBODY)
            GJ_TRY(match_member(&m, i, err));
    GJ_TRY(add_unlisted(&m, err));
    GJ_TRY(fill_units(c, err));
    return find_before(c, err);
}
