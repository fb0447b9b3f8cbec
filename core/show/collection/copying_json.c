/* copying_json.c - who copied whom, and this year's text against last year's, as a member of the collection's JSON. */
#include "../report/report_json.h"
#include "copying_view.h"

static void likeness(gj_json *w, const char *key, double value)
{
    if (value < 0)
        gj_json_null(w, key);
    else
        gj_json_decimal(w, key, gj_likeness_shown(value));
}

static void likenesses(gj_json *w, const gj_copying *copying, const gj_copy_pair *pair)
{
    const gj_copy_options *options = &copying->options;
    likeness(w, "whole", pair->whole);
    likeness(w, "within", pair->within);
    gj_json_object_inline(w, "sections");
    for (size_t i = 0; i < options->section_count; i++) {
        char room[GJ_KEY_ROOM];
        likeness(w, gj_json_key(w, options->sections[i], room), pair->sections[i]);
    }
    gj_json_object_end(w);
}

static void both(gj_json *w, const gj_collection *c, const gj_copy_pair *pair)
{
    gj_json_array_inline(w, "units");
    gj_json_string(w, NULL, gj_copied_unit(c, pair->a));
    gj_json_string(w, NULL, gj_copied_unit(c, pair->b));
    gj_json_array_end(w);
    gj_json_array_inline(w, "reports");
    gj_json_string(w, NULL, gj_copied_member(c, pair->a)->record.path);
    gj_json_string(w, NULL, gj_copied_member(c, pair->b)->record.path);
    gj_json_array_end(w);
}

static gj_slice kind_key(const gj_copying *copying, size_t kind)
{
    return kind == GJ_COPY_WHOLE    ? GJ_LIT("whole")
           : kind == GJ_COPY_WITHIN ? GJ_LIT("within")
                                    : copying->options.sections[kind];
}

static void alike_in(gj_json *w, const gj_copying *copying, const gj_copy_pair *pair)
{
    gj_json_array_inline(w, "alike");
    for (size_t s = 0; s < copying->options.section_count + GJ_COPY_KINDS; s++)
        if (gj_copying_alike(copying, pair, gj_copy_kind(s)) >= 0)
            gj_json_string(w, NULL, kind_key(copying, gj_copy_kind(s)));
    gj_json_array_end(w);
}

static gj_status pair(gj_json *w, const gj_collection *c, const gj_copy_pair *pair, gj_arena *scratch)
{
    gj_shown_beside *beside;
    size_t shown, count;
    gj_arena_reset(scratch);
    GJ_TRY(gj_copied_beside(scratch, c->copying, pair, &beside, &shown, &count));
    gj_json_object(w, NULL);
    both(w, c, pair);
    alike_in(w, c->copying, pair);
    likenesses(w, c->copying, pair);
    gj_json_count(w, "paragraph_count", count);
    gj_json_array(w, "paragraphs");
    for (size_t i = 0; i < shown; i++) {
        gj_json_object_inline(w, NULL);
        gj_json_string(w, "section", kind_key(c->copying, beside[i].section));
        likeness(w, "likeness", beside[i].likeness);
        gj_json_array_inline(w, "texts");
        gj_json_string(w, NULL, beside[i].a);
        gj_json_string(w, NULL, beside[i].b);
        gj_json_array_end(w);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
    gj_json_object_end(w);
    return GJ_OK;
}

static void group(gj_json *w, const gj_collection *c, const gj_copy_group *g, size_t kind)
{
    const gj_copy_pair *strongest = &c->copying->pairs[g->strongest];
    gj_json_object_inline(w, NULL);
    gj_json_string(w, "alike", kind_key(c->copying, kind));
    likeness(w, "strongest", gj_copying_alike(c->copying, strongest, kind));
    gj_json_array_inline(w, "units");
    for (size_t i = 0; i < g->count; i++)
        gj_json_string(w, NULL, gj_copied_unit(c, g->texts[i]));
    gj_json_array_end(w);
    gj_json_array_inline(w, "reports");
    for (size_t i = 0; i < g->count; i++)
        gj_json_string(w, NULL, gj_copied_member(c, g->texts[i])->record.path);
    gj_json_array_end(w);
    gj_json_object_end(w);
}

static gj_status groups(gj_json *w, const gj_collection *c, gj_arena *scratch)
{
    const gj_copy_options *options = &c->copying->options;
    gj_json_array(w, "groups");
    for (size_t s = 0; s < options->section_count + GJ_COPY_KINDS; s++) {
        size_t count;
        gj_copy_group *found;
        gj_arena_reset(scratch);
        GJ_TRY(gj_copying_groups(scratch, c->copying, gj_copy_kind(s), &found, &count, NULL));
        for (size_t i = 0; i < count; i++)
            group(w, c, &found[i], gj_copy_kind(s));
    }
    gj_json_array_end(w);
    return GJ_OK;
}

static gj_status copying(gj_json *w, const gj_collection *c, gj_arena *scratch)
{
    const gj_copying *found = c->copying;
    gj_json_object(w, "copying");
    gj_json_decimal(w, "threshold", gj_likeness_shown(found->options.least));
    gj_json_decimal(w, "threshold_within", gj_likeness_shown(found->options.within));
    gj_json_strings(w, "sections", found->options.sections, found->options.section_count);
    gj_json_strings(w, "sections_alone", found->options.alone, found->options.alone_count);
    gj_json_count(w, "common_runs", found->common);
    gj_json_count(w, "measured", found->candidates);
    gj_json_bool(w, "cut", found->cut);
    GJ_TRY(groups(w, c, scratch));
    gj_json_count(w, "pair_count", found->pair_count);
    gj_json_array(w, "pairs");
    for (size_t i = 0; i < found->pair_count && i < GJ_SHOWN_PAIRS; i++)
        GJ_TRY(pair(w, c, &found->pairs[i], scratch));
    gj_json_array_end(w);
    gj_json_array(w, "years");
    for (size_t i = 0; i < found->year_count; i++) {
        const gj_copy_pair *year = &found->years[i];
        gj_json_object_inline(w, NULL);
        gj_json_string(w, "unit", gj_copied_unit(c, year->a));
        gj_json_string(w, "report", gj_copied_member(c, year->a)->record.path);
        gj_json_string(w, "prior", gj_copied_member(c, year->b)->record.path);
        likenesses(w, found, year);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
    gj_json_object_end(w);
    return GJ_OK;
}

gj_status gj_copying_json(gj_json *w, const gj_collection *c)
{
    if (!c->copying) {
        gj_json_null(w, "copying");
        return GJ_OK;
    }
    gj_arena *scratch = gj_arena_new(0);
    if (!scratch)
        return GJ_NOMEM;
    gj_status status = copying(w, c, scratch);
    gj_arena_free(scratch);
    return status;
}
