/** table_find.h - which grids of a document are which table of the form. */
#ifndef GJ_BIND_TABLE_FIND_H
#define GJ_BIND_TABLE_FIND_H

#include "table_bind.h"

#define GJ_TABLE_KEYS 16 /* different tables over all forms of a ruleset */

/** The tables of all forms by key: a table is the same table under every form. */
typedef struct gj_table_keys {
    gj_slice keys[GJ_TABLE_KEYS];
    size_t count;
} gj_table_keys;

/** A grid of the document as it was recognised. */
typedef struct gj_found_grid {
    size_t block;   /* of the document */
    size_t section; /* index into report.sections, or GJ_NOT_FOUND before the first one */
    size_t key;     /* index into the keys, or GJ_NOT_FOUND: no table of the form */
    gj_view view;
} gj_found_grid;

typedef struct gj_found_grids {
    gj_found_grid *items;
    size_t count;
} gj_found_grids;

void gj_table_keys_read(const gj_forms *forms, gj_table_keys *out);
/** Look at all grids. */
GJ_MUST_USE gj_status gj_grids_find(gj_arena *arena, gj_report *report, const gj_table_keys *keys, gj_found_grids *out,
                                    gj_error *err);
/** The section a block stands in, or GJ_NOT_FOUND. */
size_t gj_section_of_block(const gj_report *report, size_t block);

/** Bind the view to table `key` under the form it uses: the one whose own words it holds, else the year's, else the one that has
 *  rows for its lines. */
GJ_MUST_USE gj_status gj_table_bind_best(gj_table_binder *b, const gj_form *year_form, gj_slice key);

/** Bind all records of keyed data to the report's tables. */
GJ_MUST_USE gj_status gj_bind_records(gj_arena *arena, gj_report *report, const gj_form *form, gj_error *err);

#endif
