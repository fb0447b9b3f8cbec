#include <stdlib.h>

#include "json_reader.h"

/* Descendants of a node are the nodes after it, up to this index. */
static size_t end_of(const gj_json_tree *json, size_t node)
{
    while (node != GJ_NOT_FOUND && json->nodes[node].next == GJ_NOT_FOUND)
        node = json->nodes[node].parent;
    return node == GJ_NOT_FOUND ? json->count : json->nodes[node].next;
}

static gj_entry_kind entry_kind(const gj_json_node *node)
{
    switch (node->type) {
    case GJ_JSON_NULL:
        return GJ_ENTRY_NULL;
    case GJ_JSON_NUMBER:
        return GJ_ENTRY_NUMBER;
    case GJ_JSON_STRING:
        return GJ_ENTRY_STRING;
    case GJ_JSON_BOOL:
        return GJ_ENTRY_BOOL;
    case GJ_JSON_ARRAY:
    case GJ_JSON_OBJECT:
        break;
    }
    return GJ_ENTRY_EMPTY;
}

/* The pointer and path of a container; its children extend them. */
typedef struct base {
    size_t node;
    gj_slice pointer, path;
} base;

static gj_status find_base(gj_json_reader *reader, size_t node, size_t top, base *out)
{
    gj_arena *arena = reader->builder.arena;
    out->node = node;
    out->path = gj_json_path(arena, &reader->json, node, top);
    if (!out->path.data)
        return gj_fail_nomem(reader->builder.err);
    GJ_TRY(gj_json_meter(reader, node, out->path.len));
    return gj_json_node_pointer(reader, node, &out->pointer);
}

static gj_status make_entry(gj_json_reader *reader, size_t node, const base *parent, gj_entry *out)
{
    gj_builder *b = &reader->builder;
    out->kind = entry_kind(&reader->json.nodes[node]);
    out->path = parent->path;
    out->pointer = parent->pointer;
    if (!gj_json_step(b->arena, &reader->json, node, &out->pointer, &out->path))
        return gj_fail_nomem(b->err);
    GJ_TRY(gj_json_meter(reader, node, out->path.len + out->pointer.len));
    return gj_json_node_text(b->arena, &reader->json, node, &out->value, b->err);
}

/* Cells of a row follow each other, so their parent's path is made once for all of them. */
static gj_status make_entries(gj_json_reader *reader, size_t top, size_t end, gj_entry *entries)
{
    const gj_json_node *nodes = reader->json.nodes;
    base parent = { .node = GJ_NOT_FOUND };
    for (size_t i = top + 1; i < end; i++) {
        if (nodes[i].children)
            continue;
        if (nodes[i].parent != parent.node)
            GJ_TRY(find_base(reader, nodes[i].parent, top, &parent));
        GJ_TRY(make_entry(reader, i, &parent, entries++));
    }
    return GJ_OK;
}

static int by_path(const void *a, const void *b)
{
    const gj_entry *left = *(const gj_entry *const *)a, *right = *(const gj_entry *const *)b;
    int order = gj_slice_compare(left->path, right->path);
    if (order)
        return order;
    return left < right ? -1 : left > right;
}

/* Keys may be written with dots, {"denied.third_party": …}; then the same cell could be given twice in two spellings. */
static gj_status refuse_twins(gj_json_reader *reader, const gj_entry *entries, size_t count)
{
    gj_builder *b = &reader->builder;
    const gj_entry **sorted = GJ_ARRAY(b->arena, count, const gj_entry *);
    if (!sorted)
        return gj_fail_nomem(b->err);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &entries[i];
    qsort(sorted, count, sizeof *sorted, by_path);
    const gj_entry *first = NULL, *second = NULL;
    for (size_t i = 1; i < count; i++) {
        if (gj_slice_equal(sorted[i - 1]->path, sorted[i]->path) && (!second || sorted[i] < second)) {
            first = sorted[i - 1];
            second = sorted[i];
        }
    }
    if (!second)
        return GJ_OK;
    return gj_fail(b->err, GJ_INPUT, second->value.span.begin, "“%.*s”写了两次（第 %zu 行已有），请删去一处",
                   "\"%.*s\" is given twice (first on line %zu); remove one of them",
                   GJ_ARG(gj_json_shown(second->path)), gj_source_place(b->source, first->value.span.begin).line);
}

/* All scalars and empty containers below `node` as one record. */
static gj_status record(gj_json_reader *reader, size_t node, gj_slice key)
{
    gj_builder *b = &reader->builder;
    const gj_json_tree *json = &reader->json;
    size_t end = end_of(json, node), count = 0;
    bool dotted = false;
    for (size_t i = node + 1; i < end; i++) {
        count += !json->nodes[i].children;
        dotted = dotted || gj_slice_find(json->nodes[i].key, GJ_LIT("."), 0) != GJ_NOT_FOUND;
    }
    gj_entry *entries = GJ_ARRAY(b->arena, count, gj_entry);
    if (!entries)
        return gj_fail_nomem(b->err);
    GJ_TRY(make_entries(reader, node, end, entries));
    if (dotted)
        GJ_TRY(refuse_twins(reader, entries, count));
    gj_block block = { .kind = GJ_BLOCK_RECORD,
                       .span = json->nodes[node].span,
                       .text = { .span = json->nodes[node].span },
                       .key = key,
                       .entries = entries,
                       .entry_count = count };
    GJ_TRY(gj_json_node_pointer(reader, node, &block.pointer));
    return gj_builder_block(b, &block);
}

gj_status gj_json_read_tables(gj_json_reader *reader, size_t node)
{
    GJ_TRY(gj_json_expect(reader, node, GJ_JSON_OBJECT));
    for (size_t i = gj_json_first(&reader->json, node); i != GJ_NOT_FOUND; i = reader->json.nodes[i].next) {
        GJ_TRY(gj_json_expect(reader, i, GJ_JSON_OBJECT));
        GJ_TRY(record(reader, i, reader->json.nodes[i].key));
    }
    return GJ_OK;
}

/* What a table's layout may hold; see docs/schema/report.schema.json. */
static const struct {
    const char *key;
    gj_json_type type;
} layout_members[] = { { "note", GJ_JSON_STRING },       { "header", GJ_JSON_OBJECT },
                       { "labels", GJ_JSON_OBJECT },     { "blocks", GJ_JSON_OBJECT },
                       { "order", GJ_JSON_ARRAY },       { "columns", GJ_JSON_ARRAY },
                       { "values", GJ_JSON_ARRAY },      { "unbound", GJ_JSON_ARRAY },
                       { "extra_words", GJ_JSON_ARRAY }, { "extra_columns", GJ_JSON_ARRAY },
                       { "parents", GJ_JSON_OBJECT } };

static gj_status check_layout(gj_json_reader *reader, size_t table)
{
    const gj_json_tree *json = &reader->json;
    GJ_TRY(gj_json_expect(reader, table, GJ_JSON_OBJECT));
    for (size_t i = gj_json_first(json, table); i != GJ_NOT_FOUND; i = json->nodes[i].next) {
        size_t known = 0, count = sizeof layout_members / sizeof *layout_members;
        while (known < count && !gj_slice_is(json->nodes[i].key, layout_members[known].key))
            known++;
        if (known < count)
            GJ_TRY(gj_json_expect(reader, i, layout_members[known].type));
        else
            GJ_TRY(gj_json_unknown(reader, i));
    }
    return GJ_OK;
}

gj_status gj_json_read_layout(gj_json_reader *reader, size_t node)
{
    const gj_json_tree *json = &reader->json;
    GJ_TRY(gj_json_expect(reader, node, GJ_JSON_OBJECT));
    for (size_t i = gj_json_first(json, node); i != GJ_NOT_FOUND; i = json->nodes[i].next) {
        GJ_TRY(check_layout(reader, i));
        gj_slice key = gj_arena_format(reader->builder.arena, "layout.%.*s", GJ_ARG(json->nodes[i].key));
        if (!key.data)
            return gj_fail_nomem(reader->builder.err);
        GJ_TRY(record(reader, i, key));
    }
    return GJ_OK;
}
