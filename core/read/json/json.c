#include "../read.h"
#include "json_reader.h"

#define SCHEMA "gouji/report@1"
#define HEADING_LEVEL 2 /* as Markdown would have it: the title is level one */

gj_status gj_json_meter(gj_json_reader *reader, size_t node, size_t bytes)
{
    reader->path_bytes += bytes;
    if (reader->path_bytes <= GJ_MAX_JSON_PATHS)
        return GJ_OK;
    return gj_fail(reader->builder.err, GJ_LIMIT, reader->json.nodes[node].span.begin,
                   "键太长或嵌套太多：路径合计超过 %zu 字节",
                   "keys are too long or nested too often: their paths exceed %zu bytes", GJ_MAX_JSON_PATHS);
}

gj_status gj_json_node_pointer(gj_json_reader *reader, size_t node, gj_slice *out)
{
    *out = gj_json_pointer(reader->builder.arena, &reader->json, node);
    if (!out->data)
        return gj_fail_nomem(reader->builder.err);
    return gj_json_meter(reader, node, out->len);
}

/* The formats take the zh and the en words in turn; %.0s passes over the other language's. */
gj_status gj_json_wrong_type(gj_json_reader *reader, size_t node, gj_words expected)
{
    gj_slice pointer;
    GJ_TRY(gj_json_node_pointer(reader, node, &pointer));
    gj_words found = gj_json_type_words(reader->json.nodes[node].type);
    gj_slice shown = pointer.len ? gj_json_shown(pointer) : GJ_LIT("JSON");
    return gj_fail(reader->builder.err, GJ_INPUT, reader->json.nodes[node].span.begin,
                   "%.*s 应是%s%.0s，这里却是%s%.0s", "%.*s should be %.0s%s, but it is %.0s%s", GJ_ARG(shown),
                   expected.zh.data, expected.en.data, found.zh.data, found.en.data);
}

gj_status gj_json_expect(gj_json_reader *reader, size_t node, gj_json_type type)
{
    if (reader->json.nodes[node].type == type)
        return GJ_OK;
    return gj_json_wrong_type(reader, node, gj_json_type_words(type));
}

gj_status gj_json_unknown(gj_json_reader *reader, size_t node)
{
    gj_builder *b = &reader->builder;
    gj_slice pointer;
    GJ_TRY(gj_json_node_pointer(reader, node, &pointer));
    gj_slice shown = gj_json_shown(pointer);
    gj_slice zh = gj_arena_format(b->arena, "不认识的键 %.*s，没有读", GJ_ARG(shown));
    gj_slice en = gj_arena_format(b->arena, "unknown key %.*s, not read", GJ_ARG(shown));
    return gj_builder_remark(b, GJ_LIT("unknown_key"), reader->json.nodes[node].key_span, pointer, zh, en);
}

/* A scalar as metadata. null says nothing, as if the key were not there. */
static gj_status meta(gj_json_reader *reader, size_t node, gj_slice key, bool number)
{
    gj_builder *b = &reader->builder;
    gj_json_type type = reader->json.nodes[node].type;
    gj_text value;
    gj_slice pointer;
    if (type == GJ_JSON_NULL)
        return GJ_OK;
    if (type != GJ_JSON_STRING && !(number && type == GJ_JSON_NUMBER)) {
        gj_words either = { GJ_LIT("数字或字符串"), GJ_LIT("a number or a string") };
        return gj_json_wrong_type(reader, node, number ? either : gj_json_type_words(GJ_JSON_STRING));
    }
    GJ_TRY(gj_json_node_text(b->arena, &reader->json, node, &value, b->err));
    GJ_TRY(gj_json_node_pointer(reader, node, &pointer));
    return gj_builder_meta(b, key, &value, pointer);
}

static gj_status issuer(gj_json_reader *reader, size_t node)
{
    static const char *const members[] = { "name", "level", "kind", "scope", "province" };
    const gj_json_tree *json = &reader->json;
    if (json->nodes[node].type == GJ_JSON_NULL)
        return GJ_OK;
    GJ_TRY(gj_json_expect(reader, node, GJ_JSON_OBJECT));
    for (size_t i = gj_json_first(json, node); i != GJ_NOT_FOUND; i = json->nodes[i].next) {
        size_t known = 0, count = sizeof members / sizeof *members;
        while (known < count && !gj_slice_is(json->nodes[i].key, members[known]))
            known++;
        if (known == count) {
            GJ_TRY(gj_json_unknown(reader, i));
            continue;
        }
        gj_slice key = gj_arena_format(reader->builder.arena, "issuer.%s", members[known]);
        if (!key.data)
            return gj_fail_nomem(reader->builder.err);
        GJ_TRY(meta(reader, i, key, false));
    }
    return GJ_OK;
}

/* One string: a paragraph for each of its lines. */
static gj_status paragraph_lines(gj_json_reader *reader, size_t node)
{
    gj_builder *b = &reader->builder;
    gj_json_lines lines;
    gj_status status;
    gj_block block = { .kind = GJ_BLOCK_PARAGRAPH };
    GJ_TRY(gj_json_node_pointer(reader, node, &block.pointer));
    GJ_TRY(gj_json_lines_open(b->arena, &reader->json, node, &lines, b->err));
    while (gj_json_lines_next(b->arena, &lines, &block.text, &status, b->err)) {
        GJ_TRY(gj_json_grids_read(reader, false));
        block.span = block.text.span;
        GJ_TRY(gj_builder_block(b, &block));
        reader->paragraphs++;
    }
    return status;
}

/* A string or an array of strings; null for none. */
static gj_status paragraphs(gj_json_reader *reader, size_t node)
{
    const gj_json_tree *json = &reader->json;
    gj_words either = { GJ_LIT("字符串，或字符串的数组"), GJ_LIT("a string or an array of strings") };
    switch (json->nodes[node].type) {
    case GJ_JSON_NULL:
        return GJ_OK;
    case GJ_JSON_STRING:
        return paragraph_lines(reader, node);
    case GJ_JSON_ARRAY:
        break;
    default:
        return gj_json_wrong_type(reader, node, either);
    }
    for (size_t i = gj_json_first(json, node); i != GJ_NOT_FOUND; i = json->nodes[i].next) {
        GJ_TRY(gj_json_expect(reader, i, GJ_JSON_STRING));
        GJ_TRY(paragraph_lines(reader, i));
    }
    return GJ_OK;
}

/* "images": pictures that stand for content, by their words. */
static gj_status images(gj_json_reader *reader, size_t node)
{
    gj_builder *b = &reader->builder;
    const gj_json_tree *json = &reader->json;
    GJ_TRY(gj_json_expect(reader, node, GJ_JSON_ARRAY));
    for (size_t i = gj_json_first(json, node); i != GJ_NOT_FOUND; i = json->nodes[i].next) {
        gj_block block = { .kind = GJ_BLOCK_IMAGE, .span = json->nodes[i].span };
        GJ_TRY(gj_json_expect(reader, i, GJ_JSON_STRING));
        GJ_TRY(gj_json_node_pointer(reader, i, &block.pointer));
        GJ_TRY(gj_json_node_text(b->arena, json, i, &block.text, b->err));
        GJ_TRY(gj_builder_block(b, &block));
    }
    return GJ_OK;
}

/* The heading of the section `key` points to the title, or to the whole section where it has none. */
static gj_status heading(gj_json_reader *reader, size_t node, gj_slice key)
{
    gj_builder *b = &reader->builder;
    size_t title = gj_json_member(&reader->json, node, "title");
    gj_block block = {
        .kind = GJ_BLOCK_HEADING, .level = HEADING_LEVEL, .key = key, .text = { .span = reader->json.nodes[node].span }
    };
    if (title != GJ_NOT_FOUND && reader->json.nodes[title].type == GJ_JSON_NULL)
        title = GJ_NOT_FOUND;
    if (title != GJ_NOT_FOUND) {
        GJ_TRY(gj_json_expect(reader, title, GJ_JSON_STRING));
        GJ_TRY(gj_json_node_text(b->arena, &reader->json, title, &block.text, b->err));
    }
    block.span = block.text.span;
    GJ_TRY(gj_json_node_pointer(reader, title != GJ_NOT_FOUND ? title : node, &block.pointer));
    return gj_builder_block(b, &block);
}

static bool says_where(gj_slice key)
{
    return gj_slice_is(key, "before") || gj_slice_is(key, "section");
}

/* Read by themselves. */
static bool is_own(gj_slice key)
{
    return gj_slice_is(key, "title") || gj_slice_is(key, "tables");
}

/* `key` is the section's; `extra`: it may say where it stands. */
static gj_status section(gj_json_reader *reader, size_t node, gj_slice key, bool extra)
{
    const gj_json_tree *json = &reader->json;
    GJ_TRY(gj_json_expect(reader, node, GJ_JSON_OBJECT));
    GJ_TRY(heading(reader, node, key));
    GJ_TRY(gj_json_grids_open(reader, gj_json_member(json, node, "tables")));
    for (size_t i = gj_json_first(json, node); i != GJ_NOT_FOUND; i = json->nodes[i].next) {
        if (gj_slice_is(json->nodes[i].key, "text"))
            GJ_TRY(paragraphs(reader, i));
        else if (gj_slice_is(json->nodes[i].key, "images"))
            GJ_TRY(images(reader, i));
        else if (!is_own(json->nodes[i].key) && !(extra && says_where(json->nodes[i].key)))
            GJ_TRY(gj_json_unknown(reader, i));
    }
    return gj_json_grids_read(reader, true);
}

/* Those of "extra_sections" that stand before the section `before` and were not read yet; all of these where it is empty. */
static gj_status extra_sections(gj_json_reader *reader, gj_slice before)
{
    for (size_t i = 0; i < reader->extra_count; i++) {
        gj_json_extra *extra = &reader->extras[i];
        if (extra->read || (before.len && !gj_slice_equal(extra->before, before)))
            continue;
        extra->read = true;
        GJ_TRY(section(reader, extra->node, extra->key, true));
    }
    return GJ_OK;
}

static gj_status sections(gj_json_reader *reader, size_t node)
{
    const gj_json_tree *json = &reader->json;
    GJ_TRY(gj_json_expect(reader, node, GJ_JSON_OBJECT));
    for (size_t i = gj_json_first(json, node); i != GJ_NOT_FOUND; i = json->nodes[i].next) {
        if (json->nodes[i].key.len)
            GJ_TRY(extra_sections(reader, json->nodes[i].key));
        GJ_TRY(section(reader, i, json->nodes[i].key, false));
    }
    return GJ_OK;
}

/* "before_title": the blocks carry the key, so that the binder begins after them. */
static gj_status before_title(gj_json_reader *reader, size_t node)
{
    size_t first = reader->builder.blocks.count;
    GJ_TRY(gj_json_grids_open(reader, GJ_NOT_FOUND));
    GJ_TRY(paragraphs(reader, node));
    for (size_t i = first; i < reader->builder.blocks.count; i++)
        reader->builder.blocks.items[i].key = GJ_LIT(GJ_KEY_BEFORE_TITLE);
    return GJ_OK;
}

/* "preamble", and the tables in it that no form knows. */
static gj_status preamble(gj_json_reader *reader, size_t node)
{
    GJ_TRY(gj_json_grids_open(reader, gj_json_member(&reader->json, 0, "preamble_tables")));
    GJ_TRY(paragraphs(reader, node));
    return gj_json_grids_read(reader, true);
}

static gj_status preamble_tables(gj_json_reader *reader, size_t node)
{
    if (gj_json_member(&reader->json, 0, "preamble") != GJ_NOT_FOUND)
        return GJ_OK; /* read with it */
    GJ_TRY(gj_json_grids_open(reader, node));
    return gj_json_grids_read(reader, true);
}

static gj_status last_sections(gj_json_reader *reader, size_t node)
{
    (void)node; /* of "extra_sections" */
    return extra_sections(reader, (gj_slice){ NULL, 0 });
}

/* The members of the outermost object that are metadata; whether they may be numbers. */
static const struct {
    const char *key;
    bool number;
} metas[] = { { "schema", false },    { "form", true },    { "title", false }, { "year", true },
              { "published", false }, { "column", false }, { "url", false },   { "document_number", false } };

/* Members that are blocks, in the order in which a report is read, whatever their order in the file. */
static const struct {
    const char *key;
    gj_status (*read)(gj_json_reader *, size_t);
} parts[] = { { GJ_KEY_BEFORE_TITLE, before_title },  { "preamble", preamble },
              { "preamble_tables", preamble_tables }, { "sections", sections },
              { "extra_sections", last_sections },    { "tables", gj_json_read_tables },
              { "layout", gj_json_read_layout } };

static gj_status top_member(gj_json_reader *reader, size_t node)
{
    gj_slice key = reader->json.nodes[node].key;
    for (size_t i = 0; i < sizeof metas / sizeof *metas; i++)
        if (gj_slice_is(key, metas[i].key))
            return meta(reader, node, key, metas[i].number);
    if (gj_slice_is(key, "issuer"))
        return issuer(reader, node);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (gj_slice_is(key, parts[i].key))
            return GJ_OK;
    /* "$schema" is for editors that complete and check while one types */
    return gj_slice_is(key, "$schema") ? GJ_OK : gj_json_unknown(reader, node);
}

static gj_status check_schema(gj_json_reader *reader)
{
    gj_builder *b = &reader->builder;
    const gj_json_tree *json = &reader->json;
    size_t schema = gj_json_member(json, 0, "schema");
    if (schema != GJ_NOT_FOUND) {
        const gj_json_node *node = &json->nodes[schema];
        if (node->type == GJ_JSON_STRING && gj_slice_is(node->text, SCHEMA))
            return GJ_OK;
        return gj_fail(b->err, GJ_INPUT, node->span.begin, "schema 应是 \"" SCHEMA "\"；gouji 不认识“%.*s”",
                       "schema should be \"" SCHEMA "\"; gouji does not know \"%.*s\"",
                       GJ_ARG(gj_json_shown(node->text)));
    }
    bool report =
        gj_json_member(json, 0, "sections") != GJ_NOT_FOUND || gj_json_member(json, 0, "tables") != GJ_NOT_FOUND;
    if (!report)
        return gj_fail(
            b->err, GJ_INPUT, json->nodes[0].span.begin,
            "这不像一份报告：既没有 schema，也没有 sections 或 tables（格式见 docs/schema/report.schema.json）",
            "this does not look like a report: it has no schema, sections or tables (see "
            "docs/schema/report.schema.json)");
    return gj_builder_remark(b, GJ_LIT("missing_schema"), json->nodes[0].span, GJ_LIT(""),
                             GJ_LIT("没有写 schema，按 " SCHEMA " 读"), GJ_LIT("no schema given, read as " SCHEMA));
}

static gj_status read_report(gj_json_reader *reader)
{
    const gj_json_tree *json = &reader->json;
    GJ_TRY(gj_json_expect(reader, 0, GJ_JSON_OBJECT));
    GJ_TRY(check_schema(reader));
    for (size_t i = gj_json_first(json, 0); i != GJ_NOT_FOUND; i = json->nodes[i].next)
        GJ_TRY(top_member(reader, i));
    GJ_TRY(gj_json_list_extras(reader));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t part = gj_json_member(json, 0, parts[i].key);
        if (part != GJ_NOT_FOUND)
            GJ_TRY(parts[i].read(reader, part));
    }
    return GJ_OK;
}

gj_status gj_read_json(gj_arena *arena, const gj_source *source, gj_document **out, gj_error *err)
{
    gj_json_reader reader = { .builder = { .arena = arena, .source = source, .err = err } };
    GJ_TRY(gj_json_parse(arena, source, &reader.json, err));
    gj_status status = read_report(&reader);
    if (status == GJ_OK)
        status = gj_builder_finish(&reader.builder, GJ_FORMAT_JSON, out);
    if (status != GJ_OK)
        gj_error_locate(err, source);
    return status;
}
