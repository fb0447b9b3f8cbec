/** collection.h - a judged collection to text, JSON, CSV and HTML: pure functions from gj_collected to bytes.
 *
 * Text is for the inspector: who is missing, what to do first, then each unit. JSON ("gouji/collection@1", docs/schema/collection.schema.json) holds everything but the
 * reports' own texts. CSVs are tables for a spreadsheet: UTF-8 with a byte order mark, CRLF, and no cell that a spreadsheet would take for a formula.
 */
#ifndef GJ_SHOW_COLLECTION_H
#define GJ_SHOW_COLLECTION_H

#include "../../collect/collected.h"
#include "../show.h"

#define GJ_COLLECTION_SCHEMA "gouji/collection@1"

/** As gj_verdict_of, of a record. */
gj_verdict gj_verdict_of_record(const gj_record *record, gj_fail_on fail_on);

/** Each appends and returns the buffer's failure. */
GJ_MUST_USE gj_status gj_show_collection_text(const gj_collected *collected, const gj_show_options *options,
                                              gj_buffer *out);
GJ_MUST_USE gj_status gj_show_collection_json(const gj_collected *collected, const gj_show_options *options,
                                              gj_buffer *out);
/** The county page (desk_page.h): one self-contained HTML file for people. What it shows of each report it takes from the record. GJ_RULES where the
 *  ruleset's desk.lua fails, GJ_NOMEM. */
GJ_MUST_USE gj_status gj_show_collection_html(const gj_collected *collected, const gj_show_options *options,
                                              gj_buffer *out, gj_error *err);
/* collection_words.c */
/** 缺报 … what a question asks, with the unit names it offers. */
void gj_word_question(gj_buffer *out, const gj_collection *collection, const gj_question *question, gj_lang lang);
gj_words gj_word_figure(const gj_form_table *form, size_t row, size_t column, gj_buffer *room);
/** Counts of a collection that every output tells alike. */
typedef struct gj_collection_counts {
    size_t listed, reported, asked,
        missing;     /* units: on the roster; of those with a report, perhaps with one, without */
    size_t unlisted; /* with a report, not on the roster; the total's own is none */
    size_t reports, clean, failed, to_review, unreadable,
        not_checked; /* of the collection's year, and those without a year */
    size_t other_years;
    size_t severities[3]; /* in the reports of the year */
} gj_collection_counts;
gj_collection_counts gj_count_collection(const gj_collected *collected, gj_fail_on fail_on);
/** 2024 年度：名册 … how the units stand, in one line without its end. */
void gj_word_standing(gj_buffer *out, const gj_collection *c, const gj_collection_counts *counts, gj_lang lang);

#endif
