/** identity.h - what the files that find out whose report of which year it is share. */
#ifndef GJ_BIND_IDENTITY_H
#define GJ_BIND_IDENTITY_H

#include "report.h"

/** The report's title and what it says. */
typedef struct gj_title {
    gj_text text;       /* empty when no line is a title */
    gj_slice name;      /* the body, as the title names it; may be empty */
    int year;           /* 0 when it says none */
    size_t first_block; /* of the title's lines */
    bool metadata;
} gj_title;

/** Find the title among the first lines, else in the metadata; sets report->body_block. */
GJ_MUST_USE gj_status gj_title_find(gj_arena *arena, gj_report *report, gj_title *out, gj_error *err);

/** What a name says by the ruleset's issuer patterns; the four words are empty where it says nothing. */
typedef struct gj_issuer_words {
    gj_slice level, kind, scope, province;
} gj_issuer_words;
GJ_MUST_USE gj_status gj_issuer_read(gj_arena *arena, const gj_forms *forms, gj_slice name, gj_issuer_words *out,
                                     gj_error *err);

/** A line that is nothing but a body's name, perhaps with a date after it; `*name` is the body's name. False: it is not. */
GJ_MUST_USE gj_status gj_issuer_line(gj_arena *arena, const gj_forms *forms, gj_slice line, gj_slice *name,
                                     gj_error *err);

/** The next year (「2024年」「２０２４ 年」「二〇二四年」) at or after byte *at, which moves past it; 0 when there is none. */
int gj_year_next(gj_slice text, size_t *at);

/** The first metadata under one of the NULL-ended keys, or NULL. */
const gj_meta *gj_meta_any(const gj_document *document, const char *const *keys);

#endif
