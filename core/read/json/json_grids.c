/* "tables" of a section: tables that no form knows, row by row. */
#include <stdlib.h>

#include "../grid.h"
#include "json_reader.h"

/* A whole number from 0 to `most`; `usual` where it is not given. */
static gj_status count_of(gj_json_reader *reader, size_t node, const char *key, size_t usual, size_t most, size_t *out)
{
    const gj_json_tree *json = &reader->json;
    size_t member = gj_json_member(json, node, key);
    *out = usual;
    if (member == GJ_NOT_FOUND)
        return GJ_OK;
    GJ_TRY(gj_json_expect(reader, member, GJ_JSON_NUMBER));
    gj_slice digits = json->nodes[member].text;
    size_t value = 0;
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.data[i] < '0' || digits.data[i] > '9')
            return gj_json_wrong_type(reader, member, (gj_words){ GJ_LIT("非负整数"), GJ_LIT("a whole number") });
        value = value < most ? value * 10 + (size_t)(digits.data[i] - '0') : most;
    }
    *out = value < most ? value : most;
    return GJ_OK;
}

/* A string, or { "text": …, "rowspan": …, "colspan": … }. */
static gj_status add_cell(gj_json_reader *reader, gj_grid_builder *grid, size_t node)
{
    gj_builder *b = &reader->builder;
    const gj_json_tree *json = &reader->json;
    size_t words = node, rows = 1, columns = 1;
    gj_text text;
    if (json->nodes[node].type == GJ_JSON_OBJECT) {
        words = gj_json_member(json, node, "text");
        GJ_TRY(count_of(reader, node, "rowspan", 1, GJ_MAX_TABLE_ROWS, &rows));
        GJ_TRY(count_of(reader, node, "colspan", 1, GJ_MAX_TABLE_COLUMNS, &columns));
    }
    if (words == GJ_NOT_FOUND || json->nodes[words].type != GJ_JSON_STRING)
        return gj_json_wrong_type(
            reader, words == GJ_NOT_FOUND ? node : words,
            (gj_words){ GJ_LIT("字符串，或带 text 的对象"), GJ_LIT("a string, or an object with text") });
    GJ_TRY(gj_json_node_text(b->arena, json, words, &text, b->err));
    return gj_grid_cell_add(grid, &text, rows, columns, b->err);
}

static gj_status add_rows(gj_json_reader *reader, gj_grid_builder *grid, size_t node)
{
    const gj_json_tree *json = &reader->json;
    for (size_t row = gj_json_first(json, node); row != GJ_NOT_FOUND; row = json->nodes[row].next) {
        GJ_TRY(gj_json_expect(reader, row, GJ_JSON_ARRAY));
        GJ_TRY(gj_grid_row_add(grid, json->nodes[row].span, reader->builder.err));
        for (size_t cell = gj_json_first(json, row); cell != GJ_NOT_FOUND; cell = json->nodes[cell].next)
            GJ_TRY(add_cell(reader, grid, cell));
    }
    return GJ_OK;
}

static gj_status add_grid(gj_json_reader *reader, size_t node)
{
    gj_builder *b = &reader->builder;
    const gj_json_tree *json = &reader->json;
    gj_grid_builder builder;
    gj_grid *grid;
    gj_block block = { .kind = GJ_BLOCK_TABLE, .span = json->nodes[node].span };
    size_t rows = gj_json_member(json, node, "rows"), caption = gj_json_member(json, node, "caption");
    if (rows == GJ_NOT_FOUND)
        return gj_json_wrong_type(reader, node, (gj_words){ GJ_LIT("带 rows 的对象"), GJ_LIT("an object with rows") });
    GJ_TRY(gj_json_expect(reader, rows, GJ_JSON_ARRAY));
    GJ_TRY(gj_grid_start(&builder, b->arena, b->err));
    GJ_TRY(add_rows(reader, &builder, rows));
    GJ_TRY(gj_grid_finish(&builder, block.span, &grid, b->err));
    if (caption != GJ_NOT_FOUND) {
        GJ_TRY(gj_json_expect(reader, caption, GJ_JSON_STRING));
        grid->caption = json->nodes[caption].text;
    }
    block.grid = grid;
    block.text.span = block.span;
    GJ_TRY(gj_json_node_pointer(reader, node, &block.pointer));
    return gj_builder_block(b, &block);
}

gj_status gj_json_grids_open(gj_json_reader *reader, size_t node)
{
    reader->paragraphs = 0;
    reader->grid = GJ_NOT_FOUND;
    if (node == GJ_NOT_FOUND)
        return GJ_OK;
    GJ_TRY(gj_json_expect(reader, node, GJ_JSON_ARRAY));
    reader->grid = gj_json_first(&reader->json, node);
    return GJ_OK;
}

gj_status gj_json_grids_read(gj_json_reader *reader, bool all)
{
    while (reader->grid != GJ_NOT_FOUND) {
        size_t node = reader->grid, after;
        GJ_TRY(gj_json_expect(reader, node, GJ_JSON_OBJECT));
        GJ_TRY(count_of(reader, node, "after", SIZE_MAX / 16, SIZE_MAX / 16, &after));
        if (!all && after > reader->paragraphs)
            return GJ_OK;
        GJ_TRY(add_grid(reader, node));
        reader->grid = reader->json.nodes[node].next;
    }
    return GJ_OK;
}
