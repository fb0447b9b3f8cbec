/* Sections that no form knows: which they are and where they stand, before any is read. */
#include "json_reader.h"

/* A string member, empty where there is none. */
static gj_status word(gj_json_reader *reader, size_t node, const char *name, gj_slice *out)
{
    size_t member = gj_json_member(&reader->json, node, name);
    *out = (gj_slice){ NULL, 0 };
    if (member == GJ_NOT_FOUND)
        return GJ_OK;
    GJ_TRY(gj_json_expect(reader, member, GJ_JSON_STRING));
    *out = reader->json.nodes[member].text;
    return GJ_OK;
}

static gj_status list_one(gj_json_reader *reader, size_t node)
{
    gj_json_extra *extra = &reader->extras[reader->extra_count];
    GJ_TRY(gj_json_expect(reader, node, GJ_JSON_OBJECT));
    extra->node = node;
    GJ_TRY(word(reader, node, "before", &extra->before));
    GJ_TRY(word(reader, node, "section", &extra->key));
    if (!extra->key.len)
        extra->key = gj_arena_format(reader->builder.arena, "extra_sections.%zu", reader->extra_count);
    if (!extra->key.data)
        return gj_fail_nomem(reader->builder.err);
    reader->extra_count++;
    return GJ_OK;
}

gj_status gj_json_list_extras(gj_json_reader *reader)
{
    const gj_json_tree *json = &reader->json;
    size_t list = gj_json_member(json, 0, "extra_sections");
    if (list == GJ_NOT_FOUND)
        return GJ_OK;
    GJ_TRY(gj_json_expect(reader, list, GJ_JSON_ARRAY));
    reader->extras = GJ_ARRAY(reader->builder.arena, GJ_MAX_EXTRA_SECTIONS, gj_json_extra);
    if (!reader->extras)
        return gj_fail_nomem(reader->builder.err);
    for (size_t i = gj_json_first(json, list); i != GJ_NOT_FOUND; i = json->nodes[i].next) {
        if (reader->extra_count == GJ_MAX_EXTRA_SECTIONS)
            return gj_fail(reader->builder.err, GJ_LIMIT, json->nodes[i].span.begin, "extra_sections 太多，最多 %d 个",
                           "too many extra_sections, at most %d", GJ_MAX_EXTRA_SECTIONS);
        GJ_TRY(list_one(reader, i));
    }
    return GJ_OK;
}
