/* copying_tables.c - the sheets of copying and of this year's text against last year's. */
#include "copying_view.h"

static void likeness(gj_sheet *s, double value)
{
    if (value < 0)
        gj_sheet_text(s, GJ_LIT(""));
    else
        gj_sheet_decimal(s, gj_likeness_shown(value));
}

/* The pair, and for which part of the text it is reported. */
static void pair_fields(gj_sheet *s, const gj_collection *c, const gj_copy_pair *pair)
{
    gj_buffer parts;
    gj_buffer_init(&parts, 0);
    gj_sheet_text(s, gj_copied_unit(c, pair->a));
    gj_sheet_text(s, gj_copied_unit(c, pair->b));
    gj_sheet_text(s, gj_copied_member(c, pair->a)->record.path);
    gj_sheet_text(s, gj_copied_member(c, pair->b)->record.path);
    double most = GJ_COPY_UNSAID;
    for (size_t i = 0; i < c->copying->options.section_count + GJ_COPY_KINDS; i++) {
        double own = gj_copying_alike(c->copying, pair, gj_copy_kind(i));
        if (own < 0)
            continue;
        gj_slice word = gj_word_copied(c, gj_copy_kind(i), s->lang);
        gj_buffer_format(&parts, "%s%.*s", parts.len ? "；" : "", GJ_ARG(word));
        most = own > most ? own : most;
    }
    gj_sheet_built(s, &parts);
    likeness(s, most);
    gj_buffer_free(&parts);
}

static void more(gj_sheet *s, size_t count)
{
    char text[96];
    int length =
        snprintf(text, sizeof text, s->lang == GJ_EN ? "%zu more are not listed" : "另有 %zu 段没有列出", count);
    gj_sheet_text(s, (gj_slice){ text, (size_t)length });
}

/* A line a pair of paragraphs; one line where none is long enough to be shown. */
static gj_status pair_rows(gj_sheet *s, const gj_collection *c, const gj_copy_pair *pair, gj_arena *scratch)
{
    gj_shown_beside *beside;
    size_t shown, count;
    gj_arena_reset(scratch);
    GJ_TRY(gj_copied_beside(scratch, c->copying, pair, &beside, &shown, &count));
    for (size_t i = 0; i < shown || i == 0; i++) {
        pair_fields(s, c, pair);
        if (i < shown) {
            gj_sheet_text(s, gj_word_copied(c, beside[i].section, s->lang));
            likeness(s, beside[i].likeness);
            gj_sheet_text(s, beside[i].a);
            gj_sheet_text(s, beside[i].b);
        }
        gj_sheet_end(s);
    }
    if (count > shown) {
        pair_fields(s, c, pair);
        gj_sheet_text(s, GJ_LIT(""));
        gj_sheet_text(s, GJ_LIT(""));
        more(s, count - shown);
        gj_sheet_end(s);
    }
    return GJ_OK;
}

static void copying_rows(gj_sheet *s, const gj_collected *collected, const gj_show_options *options)
{
    (void)options;
    const gj_collection *c = collected->collection;
    gj_arena *scratch = c->copying && c->copying->pair_count ? gj_arena_new(0) : NULL;
    if (!c->copying || !c->copying->pair_count)
        return;
    gj_status status = scratch ? GJ_OK : GJ_NOMEM;
    for (size_t i = 0; status == GJ_OK && i < c->copying->pair_count && i < GJ_SHOWN_PAIRS; i++)
        status = pair_rows(s, c, &c->copying->pairs[i], scratch);
    if (status != GJ_OK)
        s->failed = status;
    gj_arena_free(scratch);
}

static void years_rows(gj_sheet *s, const gj_collected *collected, const gj_show_options *options)
{
    (void)options;
    const gj_collection *c = collected->collection;
    for (size_t i = 0; c->copying && i < c->copying->year_count; i++) {
        const gj_copy_pair *year = &c->copying->years[i];
        for (size_t k = 0; k <= c->copying->options.section_count; k++) {
            if (k && year->sections[k - 1] < 0)
                continue; /* too short to say */
            gj_sheet_text(s, gj_copied_unit(c, year->a));
            gj_sheet_text(s, gj_copied_member(c, year->a)->record.path);
            gj_sheet_text(s, gj_copied_member(c, year->b)->record.path);
            gj_sheet_text(s, gj_word_copied(c, k == 0 ? GJ_COPY_WHOLE : k - 1, s->lang));
            likeness(s, k == 0 ? year->whole : year->sections[k - 1]);
            gj_sheet_end(s);
        }
    }
}

static const gj_column copying_columns[] = {
    { { "单位甲", "unit_a" }, 24 },        { { "单位乙", "unit_b" }, 24 },
    { { "文件甲", "path_a" }, 24 },        { { "文件乙", "path_b" }, 24 },
    { { "雷同的部分", "alike" }, 16 },     { { "相似", "likeness" }, 8 },
    { { "段落在", "section" }, 16 },       { { "段落相似", "paragraph_likeness" }, 8 },
    { { "甲的段落", "paragraph_a" }, 60 }, { { "乙的段落", "paragraph_b" }, 60 },
};

static const gj_column years_columns[] = {
    { { "单位", "unit" }, 28 },    { { "文件", "path" }, 36 },           { { "上年文件", "prior" }, 36 },
    { { "部分", "section" }, 28 }, { { "与上年相似", "likeness" }, 12 },
};

const gj_collection_table gj_copying_table = {
    "copying", { "雷同", "Copying" }, copying_columns, sizeof copying_columns / sizeof *copying_columns, copying_rows
};
const gj_collection_table gj_years_table = {
    "years", { "与上年比", "Years" }, years_columns, sizeof years_columns / sizeof *years_columns, years_rows
};
