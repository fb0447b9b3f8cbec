/* Who copied whom: what counts, what is a template, sections, groups, paragraphs side by side, names, a thousand reports with planted copies, memory that runs out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../../core/base/shingle.h"
#include "../../core/collect/copying_names.h"
#include "../../core/show/collection/copying_view.h"
#include "support_arena.h"
#include "support_copies.h"

#define LEAST 0.85
#define WITHIN 0.9

static gj_copying *make(const gj_copy_text *texts, size_t count, const gj_names *names)
{
    const gj_copy_options options = { copies_sections, COPIES_SECTIONS, copies_alone, 2, names, LEAST, WITHIN };
    gj_copying *c = NULL;
    assert_int_equal(gj_copying_make(arena, texts, count, &options, &c, NULL), GJ_OK);
    return c;
}

static copies some(size_t count, uint64_t seed)
{
    copies made;
    assert_true(copies_make(arena, count, seed, &made));
    return made;
}

/* The same parts under another owner. */
static gj_copy_text again(const gj_copy_text *text, size_t owner)
{
    return (gj_copy_text){ text->parts, text->part_count, owner, GJ_NOT_FOUND, false };
}

static gj_copy_text with_section(const gj_copy_text *text, const gj_copy_text *from, size_t section, size_t owner)
{
    gj_record_part *parts = GJ_ARRAY(arena, COPIES_SECTIONS, gj_record_part);
    assert_non_null(parts);
    for (size_t i = 0; i < COPIES_SECTIONS; i++)
        parts[i] = i == section ? from->parts[i] : text->parts[i];
    return (gj_copy_text){ parts, COPIES_SECTIONS, owner, GJ_NOT_FOUND, false };
}

static void who_copied_whom(void **state)
{
    (void)state;
    copies made = some(8, 7);
    gj_copy_text texts[7];
    for (size_t i = 0; i < 4; i++)
        texts[i] = made.texts[i];
    texts[4] = again(&made.texts[1], 4);                           /* the whole of 1 */
    texts[5] = with_section(&made.texts[5], &made.texts[2], 4, 5); /* section five of 2 */
    texts[6] = again(&made.texts[3], 3);                           /* a second report of the same unit */
    gj_copying *c = make(texts, 7, NULL);
    assert_int_equal(c->pair_count, 2);
    assert_true(c->pairs[0].a == 1 && c->pairs[0].b == 4 && c->pairs[0].whole == 1 && c->pairs[0].sections[0] == 1);
    assert_true(c->pairs[1].a == 2 && c->pairs[1].b == 5 && c->pairs[1].whole < LEAST);
    assert_true(c->pairs[1].sections[4] == 1 && c->pairs[1].sections[0] < LEAST);
    assert_int_equal(c->common, 0); /* too few texts to say what most have */
    assert_false(c->cut);
}

/* The first paragraphs of a text's sections, as somebody's whole report. */
static gj_copy_text first_of_each(const gj_copy_text *text, size_t paragraphs, size_t owner)
{
    gj_record_part *parts = GJ_ARRAY(arena, COPIES_SECTIONS, gj_record_part);
    assert_non_null(parts);
    for (size_t i = 0; i < COPIES_SECTIONS; i++) {
        parts[i] = text->parts[i];
        parts[i].count = parts[i].count < paragraphs ? parts[i].count : paragraphs;
    }
    return (gj_copy_text){ parts, COPIES_SECTIONS, owner, GJ_NOT_FOUND, false };
}

/* Which Dice cannot see: the short text is a quarter of what the two have. */
static void a_short_text_within_a_long_one(void **state)
{
    (void)state;
    copies made = some(8, 31);
    gj_copy_text texts[6];
    for (size_t i = 0; i < 4; i++)
        texts[i] = made.texts[i];
    texts[4] = first_of_each(&made.texts[1], 1, 4); /* of another unit */
    texts[5] = first_of_each(&made.texts[3], 1, 3); /* of the same */
    gj_copying *c = make(texts, 6, NULL);
    gj_copy_group *found;
    size_t count;
    assert_int_equal(c->pair_count, 1);
    const gj_copy_pair *pair = &c->pairs[0];
    assert_true(pair->a == 1 && pair->b == 4 && pair->b_is_less && pair->within == 1 && pair->whole < 0.6);
    assert_true(gj_copying_alike(c, pair, GJ_COPY_WITHIN) == 1 && gj_copying_alike(c, pair, GJ_COPY_WHOLE) < 0);
    for (size_t i = 0; i < COPIES_SECTIONS; i++)
        assert_true(gj_copying_alike(c, pair, i) < 0);
    assert_int_equal(gj_copying_groups(arena, c, GJ_COPY_WITHIN, &found, &count, NULL), GJ_OK);
    assert_true(count == 1 && found[0].count == 2 && found[0].texts[0] == 1 && found[0].texts[1] == 4);
    assert_int_equal(gj_copying_groups(arena, c, GJ_COPY_WHOLE, &found, &count, NULL), GJ_OK);
    assert_int_equal(count, 0);
    texts[4] = first_of_each(&made.texts[1], 24, 4); /* all of it: alike as a whole, and only that is said */
    c = make(texts, 6, NULL);
    assert_true(c->pair_count == 1 && gj_copying_alike(c, c->pairs, GJ_COPY_WITHIN) < 0);
    const gj_copy_options without = { copies_sections, COPIES_SECTIONS, copies_alone, 2, NULL, LEAST, 0 };
    texts[4] = first_of_each(&made.texts[1], 1, 4);
    assert_int_equal(gj_copying_make(arena, texts, 6, &without, &c, NULL), GJ_OK);
    for (size_t i = 0; i < c->pair_count; i++) /* a section may be whole in its first paragraph */
        assert_true(gj_copying_alike(c, &c->pairs[i], GJ_COPY_WITHIN) < 0);
}

static void what_does_not_count(void **state)
{
    (void)state;
    copies made = some(2, 11);
    gj_record_part elsewhere[2] = { { .section = GJ_LIT("") }, { .section = GJ_LIT("other") } };
    for (size_t i = 0; i < 2; i++) {
        elsewhere[i].paragraphs = made.texts[0].parts[0].paragraphs;
        elsewhere[i].count = made.texts[0].parts[0].count;
    }
    const gj_copy_text preambles[2] = { { elsewhere, 2, 0, GJ_NOT_FOUND, false },
                                        { elsewhere, 2, 1, GJ_NOT_FOUND, false } };
    assert_int_equal(make(preambles, 2, NULL)->pair_count, 0);
    gj_slice little = GJ_LIT("全年收到政府信息公开申请8件，均已按期办结，没有行政复议和行政诉讼。");
    gj_record_part few = { .section = copies_sections[0], .paragraphs = &little, .count = 1 };
    const gj_copy_text shorts[2] = { { &few, 1, 0, GJ_NOT_FOUND, false }, { &few, 1, 1, GJ_NOT_FOUND, false } };
    assert_int_equal(make(shorts, 2, NULL)->pair_count, 0);
    assert_int_equal(make(shorts, 0, NULL)->pair_count, 0);
}

/* Of twelve, seven filled in one template; two of the others copied. Six would be no majority. */
static void a_template_is_nobodys_copy(void **state)
{
    (void)state;
    copies made = some(12, 3);
    gj_copy_text texts[12];
    for (size_t i = 0; i < 12; i++)
        texts[i] = i < 7 ? again(&made.texts[0], i) : again(&made.texts[i == 11 ? 2 : i - 5], i);
    gj_copying *c = make(texts, 12, NULL);
    assert_int_equal(c->pair_count, 1);
    assert_true(c->pairs[0].a == 7 && c->pairs[0].b == 11);
    assert_true(c->common > 1000);
    texts[6] = again(&made.texts[7], 6);
    c = make(texts, 12, NULL);
    gj_copy_group *groups;
    size_t count;
    assert_int_equal(gj_copying_groups(arena, c, GJ_COPY_WHOLE, &groups, &count, NULL), GJ_OK);
    assert_int_equal(count, 2);
    assert_int_equal(groups[0].count, 6);
}

static void groups(void **state)
{
    (void)state;
    copies made = some(8, 5);
    gj_copy_text texts[9];
    for (size_t i = 0; i < 9; i++)
        texts[i] = again(&made.texts[i % 3], i);
    texts[7] = with_section(&made.texts[4], &made.texts[6], 4, 7);
    texts[8] = with_section(&made.texts[5], &made.texts[6], 4, 8);
    gj_copying *c = make(texts, 9, NULL);
    gj_copy_group *whole, *problems;
    size_t whole_count, problem_count;
    assert_int_equal(gj_copying_groups(arena, c, GJ_COPY_WHOLE, &whole, &whole_count, NULL), GJ_OK);
    assert_int_equal(whole_count, 3);
    assert_true(whole[0].count == 3 && whole[0].texts[0] == 0 && whole[0].texts[1] == 3 && whole[0].texts[2] == 6);
    assert_true(whole[1].count == 2 && whole[1].texts[0] == 1 && whole[2].texts[0] == 2);
    assert_true(c->pairs[whole[0].strongest].a == 0 && c->pairs[whole[0].strongest].whole == 1);
    assert_int_equal(gj_copying_groups(arena, c, 4, &problems, &problem_count, NULL), GJ_OK);
    assert_int_equal(problem_count, 1); /* not those that are alike as a whole */
    assert_true(problems[0].count == 2 && problems[0].texts[0] == 7 && problems[0].texts[1] == 8);
}

static void side_by_side(void **state)
{
    (void)state;
    copies made = some(4, 9);
    gj_copy_text texts[2] = { made.texts[0], with_section(&made.texts[1], &made.texts[0], 4, 1) };
    gj_copying *c = make(texts, 2, NULL);
    gj_copy_beside *found;
    size_t count, paragraphs = made.texts[0].parts[4].count;
    assert_int_equal(gj_copying_beside(arena, c, 0, 1, 4, &found, &count, NULL), GJ_OK);
    assert_int_equal(count, paragraphs);
    for (size_t i = 0; i < count; i++)
        assert_true(found[i].a_part == 4 && found[i].b_part == 4 && found[i].a_paragraph == i &&
                    found[i].b_paragraph == i && found[i].likeness == 1);
    assert_int_equal(gj_copying_beside(arena, c, 0, 1, 0, &found, &count, NULL), GJ_OK);
    for (size_t i = 0; i < count; i++)
        assert_true(found[i].likeness < 1 && found[i].likeness >= GJ_COPY_PARAGRAPH);
}

/* Of many paragraphs the first, of a long one the beginning; all are counted. */
static void what_is_shown_of_a_pair(void **state)
{
    (void)state;
    copies made = some(8, 23);
    gj_slice paragraphs[GJ_SHOWN_BESIDE + 2];
    size_t count = 0, shown, all;
    for (size_t i = 0; i < made.count && count < GJ_SHOWN_BESIDE + 2; i++)
        for (size_t k = 0; k < made.texts[i].parts[0].count && count < GJ_SHOWN_BESIDE + 2; k++)
            if (made.texts[i].parts[0].paragraphs[k].len > 200)
                paragraphs[count++] = made.texts[i].parts[0].paragraphs[k];
    assert_int_equal(count, GJ_SHOWN_BESIDE + 2);
    while (paragraphs[0].len <= GJ_SHOWN_PARAGRAPH)
        paragraphs[0] = gj_arena_format(arena, "%.*s%.*s", GJ_ARG(paragraphs[0]), GJ_ARG(paragraphs[1]));
    gj_record_part part = { .section = copies_sections[4], .paragraphs = paragraphs, .count = count };
    const gj_copy_text texts[2] = { { &part, 1, 0, GJ_NOT_FOUND, false }, { &part, 1, 1, GJ_NOT_FOUND, false } };
    gj_copying *c = make(texts, 2, NULL);
    gj_shown_beside *beside;
    assert_int_equal(c->pair_count, 1);
    assert_true(gj_copying_alike(c, &c->pairs[0], GJ_COPY_WHOLE) == 1);
    assert_true(gj_copying_alike(c, &c->pairs[0], 4) < 0 && gj_copying_alike(c, &c->pairs[0], GJ_COPY_WITHIN) < 0);
    assert_int_equal(gj_copied_beside(arena, c, &c->pairs[0], &beside, &shown, &all), GJ_OK);
    assert_int_equal(shown, GJ_SHOWN_BESIDE);
    assert_int_equal(all, count);
    assert_true(gj_slice_ends(beside[0].a, GJ_LIT("…")) && beside[0].a.len <= GJ_SHOWN_PARAGRAPH + strlen("…"));
    assert_true(beside[0].section == 4 && gj_slice_equal(beside[1].a, paragraphs[1]));
    assert_int_equal(gj_likeness_shown(0.9999), 999 * (GJ_ONE / 1000));
    assert_int_equal(gj_likeness_shown(0.85), 850 * (GJ_ONE / 1000));
    assert_int_equal(gj_likeness_shown(1), GJ_ONE);
}

static void the_year_before(void **state)
{
    (void)state;
    copies made = some(4, 13);
    gj_copy_text texts[4] = { made.texts[0], made.texts[1], again(&made.texts[0], 1), again(&made.texts[2], 0) };
    texts[0].before = 3;
    texts[1].before = 2;
    texts[2].aside = texts[3].aside = true;
    gj_copying *c = make(texts, 4, NULL);
    assert_int_equal(c->pair_count, 0); /* last year's are held against nobody else */
    assert_int_equal(c->year_count, 2);
    assert_true(c->years[0].a == 0 && c->years[0].b == 3 && c->years[0].whole < 0.5 && c->years[0].whole >= 0);
    texts[3] = again(&made.texts[0], 0);
    texts[3].aside = true;
    assert_true(make(texts, 4, NULL)->years[0].whole == 1);
}

/* A template of which no majority has all: found as one group, not as two thousand pairs. */
static void many_alike(void **state)
{
    (void)state;
    copies made = some(220, 17);
    gj_copy_text texts[220];
    for (size_t i = 0; i < 220; i++)
        texts[i] = again(&made.texts[i < 70 ? 0 : i], i);
    gj_copying *c = make(texts, 220, NULL);
    gj_copy_group *found;
    size_t count, within = 0;
    for (size_t i = 0; i < c->pair_count; i++)
        within += c->pairs[i].b < 70;
    assert_true(within >= 69 && within <= 70 * GJ_COPY_WINDOW);
    assert_int_equal(gj_copying_groups(arena, c, GJ_COPY_WHOLE, &found, &count, NULL), GJ_OK);
    assert_int_equal(found[0].count, 70);
}

/* Recall and precision against counting alone; tools/copying.c does it for more. */
static void a_thousand_reports(void **state)
{
    (void)state;
    copies made = some(1000, 1);
    const gj_names *names;
    reference r;
    size_t above = 0, found = 0, within = 0;
    assert_int_equal(gj_names_make(arena, made.names, made.count, &names, NULL), GJ_OK);
    gj_copying *c = make(made.texts, made.count, names);
    assert_true(reference_make(arena, &made, names, &r));
    assert_int_equal(c->common, r.common_count);
    gj_arena *scratch = gj_arena_new(0);
    for (size_t i = 0; i < made.planted_count; i++) {
        const planted *p = &made.planted[i];
        gj_arena_reset(scratch);
        if (p->kind == PLANT_WITHIN ? reference_within(scratch, &r, p->a, p->b) < WITHIN
                                    : reference_likeness(scratch, &r, p->a, p->b,
                                                         p->kind == PLANT_SECTION ? p->section : GJ_COPY_WHOLE) < LEAST)
            continue;
        above++;
        within += p->kind == PLANT_WITHIN;
        for (size_t k = 0; k < c->pair_count; k++)
            found += c->pairs[k].a == p->a && c->pairs[k].b == p->b;
    }
    assert_true(above >= 120 && within >= 25);
    assert_true((double)found >= 0.98 * (double)above);
    for (size_t i = 0; i < c->pair_count; i++) {
        const gj_copy_pair *pair = &c->pairs[i];
        gj_arena_reset(scratch);
        assert_true(pair->whole == reference_likeness(scratch, &r, pair->a, pair->b, GJ_COPY_WHOLE));
        assert_true(pair->sections[4] == reference_likeness(scratch, &r, pair->a, pair->b, 4));
        assert_true(pair->within == reference_within(scratch, &r, pair->a, pair->b));
        assert_true(pair->whole >= LEAST || pair->within >= WITHIN || pair->sections[0] >= LEAST ||
                    pair->sections[4] >= LEAST);
    }
    assert_true(c->candidates < 1000); /* of half a million pairs */
    gj_arena_free(scratch);
    gj_copying *twice = make(made.texts, made.count, names);
    assert_int_equal(twice->pair_count, c->pair_count);
    assert_memory_equal(twice->pairs, c->pairs, c->pair_count * sizeof *c->pairs);
}

static void wrong_options(void **state)
{
    (void)state;
    const gj_slice unknown = GJ_LIT("nowhere");
    gj_copy_options options = { copies_sections, COPIES_SECTIONS, &unknown, 1, NULL, LEAST, WITHIN };
    gj_copying *c;
    gj_error err = { .status = GJ_OK };
    assert_int_equal(gj_copying_make(arena, NULL, 0, &options, &c, &err), GJ_USAGE);
    options.alone_count = 0;
    options.least = 0.5;
    assert_int_equal(gj_copying_make(arena, NULL, 0, &options, &c, &err), GJ_USAGE);
    assert_true(err.zh[0] && err.en[0]);
    options.least = LEAST;
    options.within = 0.5;
    assert_int_equal(gj_copying_make(arena, NULL, 0, &options, &c, &err), GJ_USAGE);
}

/* Every allocation of the result refused once, by a cap that grows. */
static void memory_runs_out(void **state)
{
    (void)state;
    copies made = some(10, 21);
    const gj_copy_options options = { copies_sections, COPIES_SECTIONS, copies_alone, 2, NULL, LEAST, WITHIN };
    size_t failed = 0;
    for (size_t cap = 0; cap < 4096; cap += 64) {
        gj_arena *small = gj_arena_new(cap + 1);
        gj_copying *c = NULL;
        if (!small)
            continue;
        gj_status status = gj_copying_make(small, made.texts, made.count, &options, &c, NULL);
        assert_true(status == GJ_OK || status == GJ_NOMEM);
        failed += status == GJ_NOMEM;
        gj_arena_free(small);
    }
    assert_true(failed > 0);
}

/* Names */

static void names_at_a_place(void **state)
{
    (void)state;
    const gj_slice words[] = { GJ_LIT("青石镇人民政府"), GJ_LIT("青石镇"), GJ_LIT("青石"), GJ_LIT("县"),
                               GJ_LIT("青石镇"),         GJ_LIT("白溪镇"), GJ_LIT("") };
    const gj_names *names;
    assert_int_equal(gj_names_make(arena, words, 7, &names, NULL), GJ_OK);
    assert_int_equal(names->count, 4); /* one character says nothing, and one is there twice */
    gj_slice text = GJ_LIT("到青石镇人民政法委，青石镇人民政府，青石山，青");
    assert_int_equal(gj_names_at(names, text, 0), 0);
    assert_int_equal(gj_names_at(names, text, 3), strlen("青石镇"));
    assert_int_equal(gj_names_at(names, text, strlen("到青石镇人民政法委，")), strlen("青石镇人民政府"));
    assert_int_equal(gj_names_at(names, text, strlen("到青石镇人民政法委，青石镇人民政府，")), strlen("青石"));
    assert_int_equal(gj_names_at(names, text, text.len - 3), 0);
    assert_int_equal(gj_names_make(arena, NULL, 0, &names, NULL), GJ_OK);
    assert_int_equal(gj_names_at(names, text, 3), 0);
}

static bool is_name(const gj_names *names, const char *word)
{
    gj_slice text = gj_slice_of(word);
    return gj_names_at(names, text, 0) == text.len;
}

static void names_of_units(void **state)
{
    (void)state;
    const gj_slice places[] = { GJ_LIT("县"), GJ_LIT("镇"), GJ_LIT("市") }, bodies[] = { GJ_LIT("人民政府") },
                   selves[] = { GJ_LIT("我镇") };
    const gj_copy_words words = {
        .places = places, .place_count = 3, .bodies = bodies, .body_count = 1, .selves = selves, .self_count = 1
    };
    gj_unit units[] = { { .name = GJ_LIT("枫林县青石镇人民政府") }, { .name = GJ_LIT("枫林县市场监督管理局") } };
    gj_member members[] = { { .record = { .name = GJ_LIT("白溪镇") } } };
    gj_collection c = { .arena = arena, .units = units, .unit_count = 2, .members = members, .member_count = 1 };
    const gj_names *names;
    assert_int_equal(gj_copying_names(&c, &words, &names, NULL), GJ_OK);
    assert_true(is_name(names, "枫林县青石镇人民政府") && is_name(names, "枫林县青石镇") && is_name(names, "青石镇"));
    assert_true(is_name(names, "枫林县") && is_name(names, "市场监督管理局") && is_name(names, "白溪镇") &&
                is_name(names, "我镇"));
    assert_false(is_name(names, "人民政府"));
}

/* Villages and roads that were replaced: known by how they stand in the text. */
static void names_of_places(void **state)
{
    (void)state;
    const gj_slice minors[] = { GJ_LIT("村"), GJ_LIT("路") }, generals[] = { GJ_LIT("农村"), GJ_LIT("思路") },
                   edges[] = { GJ_LIT("在"), GJ_LIT("到"), GJ_LIT("镇") }, tails[] = { GJ_LIT("级") };
    const gj_copy_words words = { .minors = minors,
                                  .minor_count = 2,
                                  .generals = generals,
                                  .general_count = 2,
                                  .edges = edges,
                                  .edge_count = 3,
                                  .tails = tails,
                                  .tail_count = 1 };
    gj_slice paragraph = GJ_LIT("在红星村设公开栏，青石镇王家庄村也设；工作人员组织东风村学习，新农村建设和长江路改造的"
                                "信息通过村级公开栏公开。");
    gj_slice other = GJ_LIT("在李家沟村设公开栏，青石镇新河村也设；工作人员组织幸福村学习，新农村建设和黄河路改造的信息"
                            "通过村级公开栏公开。");
    gj_record_part parts[] = { { .section = GJ_LIT("overview"), .paragraphs = &paragraph, .count = 1 },
                               { .section = GJ_LIT("overview"), .paragraphs = &other, .count = 1 } };
    gj_member members[] = { { .record = { .parts = &parts[0], .part_count = 1 } },
                            { .record = { .parts = &parts[1], .part_count = 1 } } };
    gj_collection c = { .arena = arena, .members = members, .member_count = 2 };
    const gj_names *names;
    gj_shingles a, b;
    assert_int_equal(gj_copying_names(&c, &words, &names, NULL), GJ_OK);
    assert_true(is_name(names, "红星村") && is_name(names, "王家庄村") && is_name(names, "东风村") &&
                is_name(names, "李家沟村"));
    assert_false(is_name(names, "新农村") || is_name(names, "织东风村") || is_name(names, "通过村") ||
                 is_name(names, "青石镇王家庄村"));
    const gj_shingle_options masked = { .names = names };
    assert_int_equal(gj_shingles_make(arena, &paragraph, 1, NULL, &a, NULL), GJ_OK);
    assert_int_equal(gj_shingles_make(arena, &other, 1, NULL, &b, NULL), GJ_OK);
    assert_true(gj_shingles_likeness(&a, &b) < 0.7);
    assert_int_equal(gj_shingles_make(arena, &paragraph, 1, &masked, &a, NULL), GJ_OK);
    assert_int_equal(gj_shingles_make(arena, &other, 1, &masked, &b, NULL), GJ_OK);
    assert_true(gj_shingles_likeness(&a, &b) == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(who_copied_whom, setup, teardown),
        cmocka_unit_test_setup_teardown(a_short_text_within_a_long_one, setup, teardown),
        cmocka_unit_test_setup_teardown(what_does_not_count, setup, teardown),
        cmocka_unit_test_setup_teardown(a_template_is_nobodys_copy, setup, teardown),
        cmocka_unit_test_setup_teardown(groups, setup, teardown),
        cmocka_unit_test_setup_teardown(side_by_side, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_shown_of_a_pair, setup, teardown),
        cmocka_unit_test_setup_teardown(the_year_before, setup, teardown),
        cmocka_unit_test_setup_teardown(many_alike, setup, teardown),
        cmocka_unit_test_setup_teardown(a_thousand_reports, setup, teardown),
        cmocka_unit_test_setup_teardown(wrong_options, setup, teardown),
        cmocka_unit_test_setup_teardown(memory_runs_out, setup, teardown),
        cmocka_unit_test_setup_teardown(names_at_a_place, setup, teardown),
        cmocka_unit_test_setup_teardown(names_of_units, setup, teardown),
        cmocka_unit_test_setup_teardown(names_of_places, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
