/** record_private.h - what the files that read a record share. */
#ifndef GJ_COLLECT_RECORD_PRIVATE_H
#define GJ_COLLECT_RECORD_PRIVATE_H

#include "../read/json_tree.h"
#include "record.h"

/** The member "tables", an object at `node`. */
GJ_MUST_USE gj_status gj_record_read_tables(gj_arena *arena, const gj_forms *forms, const gj_json_tree *json,
                                            size_t node, gj_record *out, gj_error *err);

#endif
