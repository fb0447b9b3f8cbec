#include "copying_names.h"

#include "../base/utf8.h"

typedef struct naming {
    const gj_collection *c;
    const gj_copy_words *words;
    GJ_LIST(gj_slice) list;
} naming;

static bool add(naming *n, gj_slice name)
{
    gj_slice *added = name.len ? GJ_PUSH(n->c->arena, &n->list) : NULL;
    if (added)
        *added = name;
    return added || !name.len;
}

static bool ends_in_place(const naming *n, gj_slice text)
{
    for (size_t i = 0; i < n->words->place_count; i++)
        if (gj_slice_ends(text, n->words->places[i]) && text.len > n->words->places[i].len)
            return true;
    return false;
}

static bool is_body(const naming *n, gj_slice text)
{
    for (size_t i = 0; i < n->words->body_count; i++)
        if (gj_slice_equal(text, n->words->bodies[i]))
            return true;
    return false;
}

/* The name, each place in it, and what leads up to the place. */
static bool add_parts(naming *n, gj_slice name)
{
    size_t begin = 0, at = 0;
    bool added = add(n, name);
    while (added && at < name.len) {
        (void)gj_utf8_next(name, &at);
        gj_slice part = gj_slice_sub(name, begin, at);
        if (gj_utf8_count(part) < 2 || !ends_in_place(n, part))
            continue;
        added = add(n, part) && (begin == 0 || add(n, gj_slice_sub(name, 0, at)));
        begin = at;
    }
    gj_slice rest = gj_slice_sub(name, begin, name.len);
    return added && (begin == 0 || gj_utf8_count(rest) < 3 || is_body(n, rest) || add(n, rest));
}

/* Places in the texts */

static bool is_ideograph(uint32_t c)
{
    return c >= 0x4E00 && c <= 0x9FFF;
}

static bool ends_in(gj_slice text, const gj_slice *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (gj_slice_ends(text, words[i]))
            return true;
    return false;
}

/* Whether a name may reach back over the character before `at`. */
static bool reaches_over(const naming *n, gj_slice text, size_t at)
{
    size_t begin = at;
    return at && is_ideograph(gj_utf8_prev(text, &begin)) &&
           !ends_in(gj_slice_sub(text, begin, at), n->words->edges, n->words->edge_count);
}

static bool goes_on(const naming *n, gj_slice rest)
{
    for (size_t i = 0; i < n->words->tail_count; i++)
        if (gj_slice_starts(rest, n->words->tails[i]))
            return true;
    return false;
}

/* The place whose ending is the bytes [from, to); nothing where there is none. */
static gj_slice place_at(const naming *n, gj_slice text, size_t from, size_t to)
{
    size_t begin = from, least = from, count = 0;
    if (goes_on(n, gj_slice_sub(text, to, text.len)))
        return (gj_slice){ NULL, 0 };
    while (count < GJ_PLACE_MOST && reaches_over(n, text, begin)) {
        (void)gj_utf8_prev(text, &begin);
        count++;
        least = count <= GJ_PLACE_LEAST ? begin : least;
    }
    if (count < GJ_PLACE_LEAST)
        return (gj_slice){ NULL, 0 };
    gj_slice place = gj_slice_sub(text, reaches_over(n, text, begin) ? least : begin, to);
    return ends_in(place, n->words->generals, n->words->general_count) ? (gj_slice){ NULL, 0 } : place;
}

static bool add_places(naming *n, gj_slice text)
{
    for (size_t i = 0; i < n->words->minor_count; i++) {
        gj_slice ending = n->words->minors[i];
        size_t at = gj_slice_find(text, ending, 0);
        for (; at != GJ_NOT_FOUND; at = gj_slice_find(text, ending, at + ending.len))
            if (!add(n, place_at(n, text, at, at + ending.len)))
                return false;
    }
    return true;
}

static bool add_places_of(naming *n, const gj_record *record)
{
    for (size_t i = 0; i < record->part_count; i++)
        for (size_t k = 0; k < record->parts[i].count; k++)
            if (record->parts[i].section.len && !add_places(n, record->parts[i].paragraphs[k]))
                return false;
    return true;
}

gj_status gj_copying_names(const gj_collection *c, const gj_copy_words *words, const gj_names **out, gj_error *err)
{
    naming n = { .c = c, .words = words };
    bool added = true;
    for (size_t i = 0; i < c->unit_count && added; i++) {
        const gj_unit *unit = &c->units[i];
        added = add_parts(&n, unit->name);
        for (size_t k = 0; added && unit->entry && k < unit->entry->alias_count; k++)
            added = add_parts(&n, unit->entry->aliases[k]);
    }
    for (size_t i = 0; i < c->member_count && added; i++)
        added = add_parts(&n, c->members[i].record.name) && add_places_of(&n, &c->members[i].record);
    for (size_t i = 0; i < words->self_count && added; i++)
        added = add(&n, words->selves[i]);
    return added ? gj_names_make(c->arena, n.list.items, n.list.count, out, err) : gj_fail_nomem(err);
}

/* The reports of the year and, aside, those that one of them is held against. A report of which nobody knows whose it is may be a second copy of another's file:
 * that is asked about, and says nothing about copying. */
static size_t list_texts(const gj_collection *c, gj_copy_text *texts, size_t *members, size_t *place)
{
    size_t count = 0;
    for (size_t i = 0; i < c->member_count; i++)
        place[i] = GJ_NOT_FOUND;
    for (int before = 0; before < 2; before++)
        for (size_t i = 0; i < c->member_count; i++) {
            const gj_member *member = &c->members[i];
            size_t wanted = before ? member->before : i;
            if (member->part > GJ_PART_AGGREGATE || member->unit == GJ_NOT_FOUND || wanted == GJ_NOT_FOUND ||
                place[wanted] != GJ_NOT_FOUND)
                continue;
            const gj_record *record = &c->members[wanted].record;
            place[wanted] = count;
            members[count] = wanted;
            texts[count++] =
                (gj_copy_text){ record->parts, record->part_count, c->members[wanted].unit, GJ_NOT_FOUND, before == 1 };
        }
    for (size_t i = 0; i < count; i++)
        if (!texts[i].aside && c->members[members[i]].before != GJ_NOT_FOUND)
            texts[i].before = place[c->members[members[i]].before];
    return count;
}

gj_status gj_collection_copying(gj_collection *c, const gj_copy_options *options, const gj_copy_words *words,
                                gj_error *err)
{
    gj_copy_options with = *options;
    gj_copy_text *texts = GJ_ARRAY(c->arena, c->member_count, gj_copy_text);
    size_t *members = GJ_ARRAY(c->arena, c->member_count, size_t);
    size_t *place = GJ_ARRAY(c->arena, c->member_count, size_t);
    gj_copying *copying = NULL;
    if (!texts || !members || !place)
        return gj_fail_nomem(err);
    GJ_TRY(gj_copying_names(c, words, &with.names, err));
    GJ_TRY(gj_copying_make(c->arena, texts, list_texts(c, texts, members, place), &with, &copying, err));
    c->copying = copying;
    c->copied_members = members;
    return GJ_OK;
}
