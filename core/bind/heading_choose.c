/* Which of the candidate lines are the headings. The sections' titles are known, but not how this author writes headings; so the
 * way of writing (look, level, style of number) that carries most of the titles is taken to be that of the top level, and lines
 * written otherwise may only fill gaps, in their place. */
#include "sections.h"

static bool same_way(const gj_candidate *a, const gj_candidate *b)
{
    return a->look == b->look && a->level == b->level && a->label.style == b->label.style;
}

/* In the way of `main`, or a title without its number among marked headings of the same level. */
static bool in_way(const gj_candidate *candidate, const gj_candidate *main)
{
    if (same_way(candidate, main))
        return true;
    return candidate->look == GJ_LOOK_MARKED && main->look == GJ_LOOK_MARKED && candidate->level == main->level &&
           candidate->label.style == GJ_STYLE_NONE && candidate->match >= GJ_TITLE_VARIANT;
}

static bool right_number(const gj_candidate *candidate)
{
    return candidate->label.number && (size_t)candidate->label.number == candidate->section + 1;
}

/* How well a candidate serves as its section's heading. */
static int quality(const gj_candidate *candidate, const gj_form *form)
{
    int near = candidate->match == GJ_TITLE_KEYWORD
                   ? gj_label_nearness(candidate->label.key, form->sections[candidate->section].title)
                   : 100;
    return (int)candidate->match * 1000 + near * 4 + (right_number(candidate) ? 150 : 0);
}

/* The candidate of `section` that serves best among those written like `main`; the first of equals. */
static gj_candidate *best_of(gj_candidates *all, const gj_form *form, size_t section, const gj_candidate *main)
{
    gj_candidate *best = NULL;
    int most = 0;
    for (size_t i = 0; i < all->count; i++) {
        gj_candidate *candidate = &all->items[i];
        if (candidate->section != section || !in_way(candidate, main))
            continue;
        int worth = quality(candidate, form);
        if (worth > most) {
            most = worth;
            best = candidate;
        }
    }
    return best;
}

/* The end of the run of titles from `first` on that follow each other with nothing between and are all different. */
static size_t run_end(const gj_candidates *all, size_t first)
{
    size_t end = first + 1;
    for (; end < all->count && all->items[end].block == all->items[end - 1].block + 1; end++)
        for (size_t i = first; i < end; i++)
            if (gj_label_equal(&all->items[i].label, &all->items[end].label))
                return end;
    return end;
}

/* Lines of a table of contents: three or more titles with nothing between them, all of which come again. */
static void drop_contents(gj_candidates *all)
{
    for (size_t i = 0; i < all->count;) {
        size_t end = run_end(all, i);
        bool again = end - i >= 3;
        for (size_t k = i; k < end && again; k++) {
            again = false;
            for (size_t later = end; later < all->count && !again; later++)
                again = gj_label_equal(&all->items[k].label, &all->items[later].label);
        }
        for (size_t k = i; k < end && again; k++) {
            all->items[k].section = GJ_NOT_FOUND;
            all->items[k].match = GJ_TITLE_NONE;
            all->items[k].label.style = GJ_STYLE_CIRCLE; /* no heading is written so: never an extra section either */
        }
        i = end;
    }
}

/* A candidate written in the way that carries the sections best. */
static const gj_candidate *find_main(gj_candidates *all, const gj_form *form)
{
    const gj_candidate *main = NULL;
    int most = 0;
    for (size_t i = 0; i < all->count; i++) {
        const gj_candidate *way = &all->items[i];
        bool seen = way->match == GJ_TITLE_NONE;
        for (size_t k = 0; k < i && !seen; k++)
            seen = all->items[k].match != GJ_TITLE_NONE && same_way(&all->items[k], way);
        if (seen)
            continue;
        int worth = 0;
        for (size_t s = 0; s < form->section_count; s++) {
            const gj_candidate *best = best_of(all, form, s, way);
            worth += best ? quality(best, form) : 0;
        }
        if (worth > most || (worth == most && main && way->look > main->look)) {
            most = worth;
            main = way;
        }
    }
    return main;
}

/* The block of the chosen heading of the nearest section before or after `section`; `otherwise` when none. */
static size_t neighbour(const gj_candidates *all, const gj_form *form, size_t section, bool after, size_t otherwise)
{
    size_t found = otherwise, nearest = form->section_count;
    for (size_t i = 0; i < all->count; i++) {
        const gj_candidate *candidate = &all->items[i];
        if (!candidate->taken || candidate->copy || candidate->section == GJ_NOT_FOUND ||
            (after ? candidate->section <= section : candidate->section >= section))
            continue;
        size_t distance = after ? candidate->section - section : section - candidate->section;
        if (distance < nearest) {
            nearest = distance;
            found = candidate->block;
        }
    }
    return found;
}

/* Whether a line written otherwise than `main` may stand for a section that has no heading yet. */
static bool may_fill(const gj_candidate *candidate, const gj_candidate *main)
{
    if (candidate->label.style == GJ_STYLE_NONE)
        return candidate->match >= GJ_TITLE_VARIANT;
    if (candidate->label.style == main->label.style)
        return candidate->match >= GJ_TITLE_VARIANT || right_number(candidate);
    return candidate->match >= GJ_TITLE_VARIANT && right_number(candidate);
}

static void fill_gap(gj_candidates *all, const gj_form *form, size_t section, const gj_candidate *main)
{
    size_t after = neighbour(all, form, section, false, 0), before = neighbour(all, form, section, true, GJ_NOT_FOUND);
    gj_candidate *best = NULL;
    for (size_t i = 0; i < all->count; i++) {
        gj_candidate *candidate = &all->items[i];
        bool between = candidate->block >= after && candidate->block < before;
        if (candidate->section != section || candidate->taken || !between || !may_fill(candidate, main))
            continue;
        if (!best || quality(candidate, form) > quality(best, form))
            best = candidate;
    }
    if (best)
        best->taken = true;
}

/* A second heading of a section: written the same way, in the same or equally good words. */
static void take_copies(gj_candidates *all, const gj_candidate *chosen, const gj_candidate *main)
{
    for (size_t i = 0; i < all->count; i++) {
        gj_candidate *candidate = &all->items[i];
        if (candidate->taken || candidate->section != chosen->section || !in_way(candidate, main))
            continue;
        bool good = candidate->match >= GJ_TITLE_VARIANT && chosen->match >= GJ_TITLE_VARIANT;
        if (good || gj_label_equal(&candidate->label, &chosen->label))
            candidate->taken = candidate->copy = true;
    }
}

/* Numbers go on through it: the heading before has the number before its own, the one after the number after. */
static bool in_sequence(const gj_candidates *all, size_t index)
{
    int number = all->items[index].label.number, before = 0, after = 0;
    for (size_t i = 0; i < index; i++)
        if (all->items[i].taken && all->items[i].label.number)
            before = all->items[i].label.number;
    for (size_t i = index + 1; i < all->count && !after; i++)
        if (all->items[i].taken)
            after = all->items[i].label.number;
    return number == before + 1 && (!after || after == number + 1);
}

/* Numbered like a section, but of no section: 「七、下一步打算」. Where headings are not marked, a numbered line of the text looks
 * the same, so its number must fit. */
static void take_extra(gj_candidates *all, const gj_candidate *main)
{
    for (size_t i = 0; i < all->count; i++) {
        gj_candidate *candidate = &all->items[i];
        if (candidate->taken || !candidate->label.number || !same_way(candidate, main))
            continue;
        if (main->look == GJ_LOOK_MARKED || in_sequence(all, i)) {
            candidate->taken = true;
            candidate->section = GJ_NOT_FOUND;
        }
    }
}

void gj_candidates_choose(gj_candidates *all, const gj_form *form)
{
    drop_contents(all);
    const gj_candidate *found = find_main(all, form);
    if (!found)
        return;
    gj_candidate main = *found;
    for (size_t s = 0; s < form->section_count; s++) {
        gj_candidate *best = best_of(all, form, s, &main);
        if (best)
            best->taken = true;
    }
    for (size_t s = 0; s < form->section_count; s++)
        if (!best_of(all, form, s, &main))
            fill_gap(all, form, s, &main);
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].taken && !all->items[i].copy && all->items[i].section != GJ_NOT_FOUND)
            take_copies(all, &all->items[i], &main);
    take_extra(all, &main);
}
