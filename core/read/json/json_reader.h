/** json_reader.h - what the files that turn canonical JSON into a document share. Not for other stages. */
#ifndef GJ_READ_JSON_READER_H
#define GJ_READ_JSON_READER_H

#include "../build.h"
#include "json_tree.h"

/** A member of "extra_sections". */
typedef struct gj_json_extra {
    size_t node;
    gj_slice key;    /* of its heading: the section it repeats, else one of its own */
    gj_slice before; /* key of the section it stands before; empty: at the end */
    bool read;
} gj_json_extra;

typedef struct gj_json_reader {
    gj_builder builder;
    gj_json_tree json;
    gj_json_extra *extras;
    size_t extra_count;
    size_t grid;       /* node of the next of "tables" in the section under way, or GJ_NOT_FOUND */
    size_t paragraphs; /* of the section so far */
    size_t path_bytes; /* of all pointers and paths made, at most GJ_MAX_JSON_PATHS */
} gj_json_reader;

/** The node's pointer, counted against GJ_MAX_JSON_PATHS. */
GJ_MUST_USE gj_status gj_json_node_pointer(gj_json_reader *reader, size_t node, gj_slice *out);
/** Count `bytes` more of pointers and paths; GJ_LIMIT at `node` past GJ_MAX_JSON_PATHS. */
GJ_MUST_USE gj_status gj_json_meter(gj_json_reader *reader, size_t node, size_t bytes);
/** GJ_INPUT unless the node is of this type; the words name its pointer, what it should be and what it is. */
GJ_MUST_USE gj_status gj_json_expect(gj_json_reader *reader, size_t node, gj_json_type type);
/** Always GJ_INPUT: "/pointer should be …, it is …". */
GJ_MUST_USE gj_status gj_json_wrong_type(gj_json_reader *reader, size_t node, gj_words expected);
/** Say that the member is not known and was not read (remark "unknown_key"). */
GJ_MUST_USE gj_status gj_json_unknown(gj_json_reader *reader, size_t node);

/** Look through "extra_sections", at most GJ_MAX_EXTRA_SECTIONS of them. */
GJ_MUST_USE gj_status gj_json_list_extras(gj_json_reader *reader);
/** Begin the list of tables at `node` (GJ_NOT_FOUND: none), whose members say after how many paragraphs they stand. */
GJ_MUST_USE gj_status gj_json_grids_open(gj_json_reader *reader, size_t node);
/** Blocks for those that stand before the next paragraph; for all that are left where `all` is set. */
GJ_MUST_USE gj_status gj_json_grids_read(gj_json_reader *reader, bool all);
/** "tables": one record each. */
GJ_MUST_USE gj_status gj_json_read_tables(gj_json_reader *reader, size_t node);
/** "layout": one record each, its key "layout.<table>". */
GJ_MUST_USE gj_status gj_json_read_layout(gj_json_reader *reader, size_t node);

#endif
